//! Institutions that an earlier figure has not: named in the caption, their names underlined in the colour of the focus.

use crate::answer::language::Language;
use crate::answer::mark::{Mark, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::answer::positions::NodePositions;
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::drawing::legend::{LegendEntry, Symbol};
use crate::drawing::theme::Theme;
use crate::geometry::Point;
use crate::message;
use crate::messages::{List, Localizer, Message};

/// Maximum number of newcomers that the caption names.
const MAX_NAMED: usize = 12;
/// Width of the line under a name, in points.
const UNDERLINE: f64 = 1.0;
/// Distance of that line from the baseline, in em.
const BELOW: f64 = 0.2;

/// The institutions drawn that an earlier figure has not, in the order drawn; none without an earlier figure, or where it has
/// none of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Newcomers(Vec<InstitutionId>);

impl Newcomers {
    /// O(institutions log nodes).
    pub(crate) fn of(corpus: &Corpus, drawn: &[InstitutionId], previous: Option<&NodePositions>) -> Self {
        let Some(previous) = previous else { return Self::default() };
        let is_new = |id: &&InstitutionId| !previous.nodes.contains_key(&corpus.institution(**id).id);
        let new: Vec<InstitutionId> = drawn.iter().filter(is_new).copied().collect();
        if new.len() < drawn.len() { Self(new) } else { Self::default() }
    }

    /// Caption note that names them.
    pub(crate) fn note(&self, corpus: &Corpus) -> Option<Message> {
        let names = List::and(self.0.iter().map(|&id| &corpus.institution(id).names), "actor").naming(MAX_NAMED);
        (!self.0.is_empty()).then(|| message!("map-new", count = self.0.len(), names = names))
    }

    /// Legend entry of the line under their names.
    pub(crate) fn legend_entry(&self, theme: &Theme, language: Language) -> Option<LegendEntry> {
        let text = || Localizer::in_each(language, &message!("map-legend-new"));
        (!self.0.is_empty()).then(|| LegendEntry::new(Symbol::Line(theme.focus, UNDERLINE), text()))
    }

    /// Underlines their names among the marks of a figure.
    pub(crate) fn underline(&self, marks: &mut [Mark], corpus: &Corpus, theme: &Theme) {
        if self.0.is_empty() {
            return;
        }
        let is_new = |key: &str| self.0.iter().any(|&id| corpus.institution(id).id == key);
        for mark in marks {
            let Mark::Group(group) = mark else { continue };
            match &group.role {
                MarkRole::Label(keys) if keys.len() == 1 && is_new(&keys[0]) => {
                    let texts = group.marks.iter().filter_map(|mark| match mark {
                        Mark::Haloed(texts, _) => texts.first(),
                        _ => None,
                    });
                    let lines: Vec<Mark> = texts.map(|text| line_under(text, theme)).collect();
                    group.marks.extend(lines);
                }
                _ => self.underline(&mut group.marks, corpus, theme),
            }
        }
    }
}

fn line_under(text: &TextLine, theme: &Theme) -> Mark {
    let left = match text.anchor {
        TextAnchor::Start => text.at.x,
        TextAnchor::Middle => text.at.x - text.width / 2.0,
        TextAnchor::End => text.at.x - text.width,
    };
    let y = text.at.y + BELOW * text.size;
    let steps = vec![PathSegment::Move(Point::new(left, y)), PathSegment::Line(Point::new(left + text.width, y))];
    Mark::Path(steps, Paint { cap: Default::default(), ..Paint::line(theme.focus, UNDERLINE) })
}
