//! Texts of the lanes: finding, title, description, notes, legend.

use crate::answer::mark::NodeShape;
use crate::corpus::Corpus;
use crate::drawing::actor::{self, Style};
use crate::drawing::columns::text::in_sentence;
use crate::drawing::frame::{self, FigureText};
use crate::drawing::kind::WorkKind;
use crate::drawing::lanes::content::LanesContent;
use crate::drawing::lanes::marks::WorkMark;
use crate::drawing::lanes::paint::LINK_WIDTH;
use crate::drawing::legend::{self, CountScope, LegendEntry, Symbol};
use crate::drawing::subgraph::Subgraph;
use crate::message;
use crate::messages::{Localizer, Message, Statement};

/// Title, subtitle, description and notes.
pub(super) fn words(
    corpus: &Corpus,
    content: &LanesContent,
    subgraph: &Subgraph<'_, '_>,
    style: Style<'_>,
) -> FigureText {
    let (kind, lanes) = (style.kind, content.lanes.len());
    let title = match &content.home {
        Some(home) => message!("figures-lanes-title-home", country = home, lanes = lanes, kind = kind),
        None => message!("figures-lanes-title", lanes = lanes, kind = kind),
    };
    let subtitle = match content.in_words(corpus).is_empty() {
        true => message!("figures-lanes-subtitle", kind = kind),
        false => message!("figures-lanes-subtitle-words", kind = kind),
    };
    let description = description(corpus, content, kind);
    let mut words = FigureText::new("lanes", style.language, title, subtitle, description);
    words.extend_excluded(subgraph.notes(kind));
    if let Some(year) = content.since {
        let year = usize::from(year).to_string();
        if content.earlier > 0 {
            let (count, year) = (content.earlier, year.as_str());
            words.exclude(message!("figures-lanes-earlier", count = count, year = year, kind = kind));
        }
        if content.lapsed > 0 {
            let (count, works) = (content.lapsed, content.lapsed_works);
            words.exclude(message!("figures-lanes-lapsed", count = count, year = year, works = works, kind = kind));
        }
    }
    if content.without_lane > 0 {
        let (count, works) = (content.without_lane, content.other_works);
        words.exclude(message!("figures-lanes-without-lane", count = count, works = works, kind = kind));
    }
    if let Some(home) = content.home.as_ref().filter(|_| content.works_abroad > 0) {
        let country = in_sentence(home);
        words.exclude(message!("figures-lanes-abroad", count = content.works_abroad, country = country, kind = kind));
    }
    if content.works_without_institution > 0 {
        let count = content.works_without_institution;
        words.exclude(message!("figures-without-institution", count = count, kind = kind));
    }
    words
}

fn description(corpus: &Corpus, content: &LanesContent, kind: WorkKind) -> Message {
    let works = frame::count_of(content.works.len(), corpus.work_count(), kind);
    let (lanes, in_words) = (content.lanes.len(), content.in_words(corpus).len());
    let institutions = match in_words {
        0 => message!("figures-timeline-institutions", shown = lanes),
        _ => message!("figures-lanes-institutions", shown = lanes, words = in_words),
    };
    let joint = content.works.iter().filter(|&&work| corpus.actor_count(work) > 1).count();
    let joint = message!("figures-timeline-joint", joint = joint, kind = kind);
    match actor::period(corpus, &content.works) {
        None => message!("figures-timeline-undated", works = works, institutions = institutions, joint = joint),
        Some(years) => message!(
            "figures-timeline-description",
            years = years,
            works = works,
            institutions = institutions,
            joint = joint
        ),
    }
}

/// Note on works without a name, and on marks without the names of partners.
pub(super) fn unnamed((works, partners): (usize, usize), kind: WorkKind) -> Vec<Statement> {
    let of_works = (works > 0).then(|| message!("figures-lanes-unnamed", count = works, kind = kind));
    let of_partners = (partners > 0).then(|| message!("figures-lanes-unnamed-partners", count = partners));
    of_works.into_iter().chain(of_partners).collect()
}

pub(super) fn legend(marks: &[WorkMark], content: &LanesContent, style: Style<'_>) -> Vec<LegendEntry> {
    let (theme, language, kind) = (style.theme, style.language, style.kind);
    let text = |message: &Message| Localizer::in_each(language, message);
    let mut entries = Vec::new();
    if marks.iter().any(|mark| mark.is_joint) {
        let symbol = Symbol::Filled(NodeShape::Circle, theme.focus);
        entries.push(LegendEntry::new(symbol, text(&message!("figures-lanes-legend-joint", kind = kind))));
    }
    if marks.iter().any(|mark| mark.lanes.len() > 1) {
        let symbol = Symbol::Line(theme.focus, LINK_WIDTH);
        entries.push(LegendEntry::new(symbol, text(&message!("figures-lanes-legend-link"))));
    }
    if marks.iter().any(|mark| !mark.is_joint) {
        let symbol = Symbol::Outlined(NodeShape::Circle, theme.edge);
        entries.push(LegendEntry::new(symbol, text(&message!("figures-lanes-legend-solo", kind = kind))));
    }
    if content.lanes.is_empty() {
        return entries;
    }
    let scope = if content.since.is_none() { CountScope::All } else { CountScope::Shown };
    entries.push(legend::number_entry(kind, scope, language));
    if marks.iter().any(|mark| mark.works.len() > 1) {
        entries.extend(legend::notes(&message!("figures-lanes-legend-year", kind = kind), language));
    }
    entries
}
