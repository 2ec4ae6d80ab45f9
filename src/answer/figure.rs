//! `Figure`: a picture as resolved marks, in absolute coordinates and colours.
//!
//! A figure knows its nodes, edges and texts, so that it can be measured
//! ([`statistics`](crate::answer::statistics::statistics)) and written in any format without asking the
//! data again.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::answer::mark::{Color, EdgeMark, Mark, MarkGroup, MarkRole, NodeMark, TextLine};
use crate::geometry::{Point, Rect};

/// Points in a millimetre.
pub const POINTS_PER_MM: f64 = 72.0 / 25.4;

/// Smallest type at the final width, in points.
pub const MIN_TYPE_SIZE: f64 = 6.0;

/// What a figure is about, beside its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureMetadata {
    /// The view (`map`, `bipartite`, …): lower-case letters.
    pub view: String,
    /// What it shows; never empty.
    pub title: String,
    /// The title in the other language, where the figure speaks both; else empty.
    pub other_title: String,
    /// What it says, in one to three sentences; Korean, then English, where the figure speaks both.
    pub description: String,
    /// Language of title and description (`ko`, `en`).
    pub lang: &'static str,
    /// Name of the theme (`light`, `dark`).
    pub theme: &'static str,
    /// Prefix of all ids; made from the view and a hash of the content when empty.
    pub id_prefix: String,
    /// The visible part of the plane, in points.
    pub frame: Rect,
    /// Colour of the page under the marks; `None` leaves it open.
    pub background: Option<Color>,
    /// Colour on which texts and marks were chosen, also where the background is left open.
    pub page: Color,
    /// Font families, best first, as an SVG `font-family` list.
    pub fonts: &'static str,
    /// What the figure does not show, told to the reader in its caption.
    pub excluded: Vec<String>,
}

/// Why a figure cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Error {
    /// A figure needs a title.
    #[error("the figure has no title")]
    NoTitle,
    /// A number that is none, or a frame without area.
    #[error("the figure has no finite size or a mark without a place: {0}")]
    NotFinite(String),
    /// Two groups of one id.
    #[error("two marks of the figure share the id {0:?}")]
    DuplicateId(String),
    /// Type below the floor.
    #[error("the text {0:?} is smaller than 6 pt")]
    TypeTooSmall(String),
}

/// A checked picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    metadata: FigureMetadata,
    marks: Vec<Mark>,
}

impl Figure {
    /// Checks and makes a figure: a title, finite coordinates, ids that are unique, no type under 6 pt.
    /// Everything else that can be wrong with a picture is counted by
    /// [`statistics`](crate::answer::statistics::statistics). O(marks log marks).
    ///
    /// # Errors
    ///
    /// The first of these that is broken.
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
            metadata.id_prefix = format!("{}{:08x}", metadata.view, fingerprint(&metadata, &marks));
        }
        Ok(Self { metadata, marks })
    }

    /// What it is about.
    #[must_use]
    pub fn metadata(&self) -> &FigureMetadata {
        &self.metadata
    }

    /// Its marks, the lowest first.
    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Width in millimetres: one unit is one point.
    #[must_use]
    pub fn width_mm(&self) -> f64 {
        self.metadata.frame.width() / POINTS_PER_MM
    }

    /// Height in millimetres.
    #[must_use]
    pub fn height_mm(&self) -> f64 {
        self.metadata.frame.height() / POINTS_PER_MM
    }

    /// Its nodes in drawing order, each with its group.
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

    /// Its edges in drawing order, each with its group.
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

    /// For each of its texts in drawing order the key of the node in whose group it is drawn, as the number on a mark
    /// or the words in a pill; none for all others.
    #[must_use]
    pub fn enclosing_nodes(&self) -> Vec<Option<&str>> {
        let mut enclosing = Vec::new();
        collect_enclosing(&self.marks, None, &mut enclosing);
        enclosing
    }

    /// Its texts in drawing order, each with the keys of the nodes that it belongs to: its own node, or the
    /// ends of its edge. Title, legend and source belong to none.
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

/// FNV-1a over what the figure shows: equal pictures get equal ids, different ones different ids.
fn fingerprint(metadata: &FigureMetadata, marks: &[Mark]) -> u32 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in format!("{}{}{}{marks:?}", metadata.view, metadata.title, metadata.description).bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    (hash >> 32) as u32 ^ hash as u32
}
