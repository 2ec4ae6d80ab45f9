//! `Figure`: a drawing as resolved marks, in absolute coordinates (points) and colours.
//!
//! A figure lists its nodes, edges and texts, so that it can be measured
//! ([`statistics`](crate::answer::statistics::statistics)) and written in any format without access to the data.

use crate::answer::fingerprint::Fingerprint;
use crate::answer::mark::{Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, TextLine};
use crate::geometry::{Point, Rect};
use crate::messages::Statement;
use std::borrow::Cow;
use std::collections::BTreeSet;
use thiserror::Error;

/// Points per millimetre.
pub const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// Smallest type size at the final width, in points.
pub const MIN_TYPE_SIZE: f64 = 6.0;

/// Metadata of a figure: title, language, theme, frame.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureMetadata {
    /// Key of the view (`map`, `bipartite`, …), lower-case ASCII letters.
    pub view: String,
    /// Title; never empty.
    pub title: String,
    /// Title in the second language of a bilingual figure; else empty.
    pub other_title: String,
    /// Description in one to three sentences; in a bilingual figure Korean, then English.
    pub description: String,
    /// Language of title and description (`ko`, `en`).
    pub lang: &'static str,
    /// Name of the theme (`light`, `dark`).
    pub theme: &'static str,
    /// Prefix of all ids in the output. If empty, [`Figure::new`] derives it from the view and a hash of the content.
    pub id_prefix: String,
    /// Visible rectangle (SVG `viewBox`), in points.
    pub frame: Rect,
    /// Background colour; `None`: transparent.
    pub background: Option<Color>,
    /// Page colour that the colours of texts and marks were chosen for, also where the background is transparent.
    pub page: Color,
    /// Font families in order of preference, as an SVG `font-family` list.
    pub fonts: Cow<'static, str>,
    /// What the figure omits, as sentences for its caption.
    pub excluded: Vec<String>,
    /// Statements behind title, description and notes, as facts that can be checked against the marks.
    pub statements: Vec<Statement>,
}

/// Why a figure is invalid.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// The title is empty.
    #[error("the figure has no title")]
    NoTitle,
    /// A coordinate is not finite, or the frame has no area.
    #[error("the figure has no finite size or a mark without a place: {0}")]
    NotFinite(String),
    /// Two groups have the same id.
    #[error("two marks of the figure share the id {0:?}")]
    DuplicateId(String),
    /// A text is smaller than [`MIN_TYPE_SIZE`].
    #[error("the text {0:?} is smaller than 6 pt")]
    TypeTooSmall(String),
}

/// A validated drawing: metadata and marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    metadata: FigureMetadata,
    marks: Vec<Mark>,
    /// Size on paper as a multiple of that in points.
    scale: f64,
}

impl Figure {
    /// Validates the marks: non-empty title, finite coordinates, unique ids, no type under 6 pt. All other defects are
    /// counted by [`statistics`](crate::answer::statistics::statistics). O(marks log marks).
    ///
    /// # Errors
    ///
    /// The first violated condition.
    pub fn new(mut metadata: FigureMetadata, marks: Vec<Mark>) -> Result<Self, Error> {
        if metadata.title.trim().is_empty() {
            return Err(Error::NoTitle);
        }
        let size = (metadata.frame.width(), metadata.frame.height());
        if !(size.0 > 0.0 && size.1 > 0.0 && size.0.is_finite() && size.1.is_finite()) {
            return Err(Error::NotFinite("frame".to_owned()));
        }
        check(&marks, &mut BTreeSet::new())?;
        if metadata.id_prefix.is_empty() {
            let texts = [metadata.view.as_str(), &metadata.title, &metadata.description];
            metadata.id_prefix = format!("{}{}", metadata.view, Fingerprint::of(&texts, &marks));
        }
        Ok(Self { metadata, marks, scale: 1.0 })
    }

    /// Metadata: title, language, theme, frame.
    #[must_use]
    pub fn metadata(&self) -> &FigureMetadata {
        &self.metadata
    }

    /// Marks in drawing order: later ones cover earlier ones.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// The figure in the middle of a page of this width and height in millimetres, as large as fits, with all of its type.
    #[must_use]
    pub fn on_page(mut self, width_mm: f64, height_mm: f64) -> Self {
        let frame = self.metadata.frame;
        let page = (width_mm * POINTS_PER_MM, height_mm * POINTS_PER_MM);
        self.scale = (page.0 / frame.width()).min(page.1 / frame.height());
        let more = (
            (page.0 / self.scale - frame.width()).max(0.0) / 2.0,
            (page.1 / self.scale - frame.height()).max(0.0) / 2.0,
        );
        self.metadata.frame =
            Rect::new(frame.left - more.0, frame.top - more.1, frame.right + more.0, frame.bottom + more.1);
        self
    }

    /// Width in millimetres.
    #[must_use]
    pub fn width_mm(&self) -> f64 {
        self.metadata.frame.width() / POINTS_PER_MM * self.scale
    }

    /// Height in millimetres.
    #[must_use]
    pub fn height_mm(&self) -> f64 {
        self.metadata.frame.height() / POINTS_PER_MM * self.scale
    }

    /// Nodes in drawing order, each with its group.
    #[must_use]
    pub fn nodes(&self) -> Vec<(&NodeMark, &MarkGroup)> {
        let mut nodes = Vec::new();
        visit_groups(&self.marks, &mut |group| {
            if let MarkRole::Node(node) = &group.role {
                nodes.push((node.as_ref(), group));
            }
        });
        nodes
    }

    /// Edges in drawing order, each with its group.
    #[must_use]
    pub fn edges(&self) -> Vec<(&EdgeMark, &MarkGroup)> {
        let mut edges = Vec::new();
        visit_groups(&self.marks, &mut |group| {
            if let MarkRole::Edge(edge) = &group.role {
                edges.push((edge.as_ref(), group));
            }
        });
        edges
    }

    /// For each text in drawing order the key of the node whose group contains it (a number on a mark, the words in a
    /// pill); `None` for all others. Parallel to [`Self::texts`].
    #[must_use]
    pub fn enclosing_nodes(&self) -> Vec<Option<&str>> {
        let mut enclosing = Vec::new();
        collect_enclosing(&self.marks, None, &mut enclosing);
        enclosing
    }

    /// Texts in drawing order, each with the keys of the nodes that it labels: its own node, or the ends of its edge.
    /// Title, legend and source label none.
    #[must_use]
    pub fn texts(&self) -> Vec<(&TextLine, Vec<&str>)> {
        let mut texts = Vec::new();
        collect_texts(&self.marks, &[], &mut texts);
        texts
    }
}

fn visit_groups<'f>(marks: &'f [Mark], visit: &mut impl FnMut(&'f MarkGroup)) {
    for mark in marks {
        if let Mark::Group(group) = mark {
            visit(group);
            visit_groups(&group.marks, visit);
        }
    }
}

fn collect_texts<'f>(marks: &'f [Mark], owners: &[&'f str], texts: &mut Vec<(&'f TextLine, Vec<&'f str>)>) {
    for mark in marks {
        match mark {
            Mark::Text(text) => texts.push((text, owners.to_vec())),
            Mark::Haloed(lines, _) => texts.extend(lines.iter().map(|text| (text, owners.to_vec()))),
            Mark::Group(group) => {
                let own: Vec<&str> = match &group.role {
                    MarkRole::Plain => owners.to_vec(),
                    MarkRole::Node(node) => vec![&node.key],
                    MarkRole::Edge(edge) => {
                        std::iter::once(edge.source.as_str()).chain(edge.targets.iter().map(String::as_str)).collect()
                    }
                    MarkRole::Hyperedge(keys) | MarkRole::Label(keys) => keys.iter().map(String::as_str).collect(),
                };
                collect_texts(&group.marks, &own, texts);
            }
            Mark::Rect(..) | Mark::Circle(..) | Mark::Ellipse(..) | Mark::Path(..) => {}
        }
    }
}

fn collect_enclosing<'f>(marks: &'f [Mark], within: Option<&'f str>, enclosing: &mut Vec<Option<&'f str>>) {
    for mark in marks {
        match mark {
            Mark::Text(_) => enclosing.push(within),
            Mark::Haloed(lines, _) => enclosing.extend(lines.iter().map(|_| within)),
            Mark::Group(group) => {
                let own = if let MarkRole::Node(node) = &group.role { Some(node.key.as_str()) } else { within };
                collect_enclosing(&group.marks, own, enclosing);
            }
            Mark::Rect(..) | Mark::Circle(..) | Mark::Ellipse(..) | Mark::Path(..) => {}
        }
    }
}

fn check<'f>(marks: &'f [Mark], ids: &mut BTreeSet<&'f str>) -> Result<(), Error> {
    for mark in marks {
        if !is_finite(mark) {
            return Err(Error::NotFinite(format!("{mark:?}").chars().take(120).collect()));
        }
        match mark {
            Mark::Group(group) => {
                if let Some(id) = &group.id
                    && !ids.insert(id)
                {
                    return Err(Error::DuplicateId(id.clone()));
                }
                check(&group.marks, ids)?;
            }
            Mark::Text(text) => check_text(text)?,
            Mark::Haloed(lines, _) => lines.iter().try_for_each(check_text)?,
            Mark::Rect(..) | Mark::Circle(..) | Mark::Ellipse(..) | Mark::Path(..) => {}
        }
    }
    Ok(())
}

fn check_text(text: &TextLine) -> Result<(), Error> {
    if text.size < MIN_TYPE_SIZE { Err(Error::TypeTooSmall(text.content.clone())) } else { Ok(()) }
}

fn is_finite(mark: &Mark) -> bool {
    use crate::answer::mark::PathSegment;
    let text = |text: &TextLine| text.at.is_finite() && text.size.is_finite() && text.width.is_finite();
    match mark {
        Mark::Group(_) => true,
        Mark::Rect(rect, radius, _) => radius.is_finite() && rect.corners().into_iter().all(Point::is_finite),
        Mark::Circle(center, radius, _) => center.is_finite() && radius.is_finite(),
        Mark::Ellipse(center, rx, ry, _) => center.is_finite() && rx.is_finite() && ry.is_finite(),
        Mark::Path(path, _) => path.iter().all(|segment| match segment {
            PathSegment::Move(point) | PathSegment::Line(point) => point.is_finite(),
            PathSegment::Cubic(first, second, end) => first.is_finite() && second.is_finite() && end.is_finite(),
            PathSegment::Close => true,
        }),
        Mark::Text(line) => text(line),
        Mark::Haloed(lines, _) => lines.iter().all(text),
    }
}
