//! Texts of panels: title, subtitle, description, legend and notes.

use crate::answer::mark::NodeShape;
use crate::drawing::frame::{FigureText, Options};
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::panels::content::{DrawnPart, MapPanel, PanelKind, PanelLayout, PanelSet, TieState};
use crate::drawing::panels::paint::{self, panel_word};
use crate::message;
use crate::messages::{List, Localizer, Message};

/// Width of the line of a change in the legend, in points.
const KEY_WIDTH: f64 = 2.4;
/// The changes, in the order in which they are told.
const CHANGES: [(TieState, &str); 4] =
    [(TieState::New, "new"), (TieState::Gone, "gone"), (TieState::Stronger, "stronger"), (TieState::Weaker, "weaker")];

/// Texts of a figure of panels.
pub(crate) fn text(set: &PanelSet, drawn: &DrawnPart, layout: &PanelLayout, options: &Options) -> FigureText {
    let kind = set.works;
    let panels = panel_word(set.kind);
    let title = message!("panels-title", panels = panels, kind = kind);
    let shown = match drawn.tied {
        (shown, all) if shown < all => message!("panels-institutions-of", shown = shown, all = all),
        (shown, _) => message!("panels-institutions", count = shown),
    };
    let measure = match measure(set, drawn, kind) {
        TieMeasure::Weight => "weight",
        TieMeasure::Works(_) => "works",
        TieMeasure::Mixed(_) => "mixed",
    };
    let subtitle = message!("panels-subtitle", institutions = shown, panels = panels, measure = measure, kind = kind);
    let view = if set.kind == PanelKind::Editions { "compare" } else { "map" };
    let headline = headline(set, drawn);
    let description = description(set, drawn, headline.as_ref());
    let mut text = FigureText::new(view, options.language, title, subtitle, description);
    if let Some(note) = shown_note(set, drawn) {
        text.exclude(note);
    }
    if set.works.has_works() {
        // Before the others: what a caption has no room for stands in the description alone.
        text.exclude(message!("panels-note-number", panels = panels, kind = kind));
    }
    let of_teams = drawn.pairs.iter().filter(|pair| set.rests_on_large_teams(**pair)).count();
    if of_teams > 0 {
        text.exclude(message!("panels-teams", count = of_teams, kind = kind));
    }
    text.extend_excluded(set.notes.iter().cloned());
    let unnamed: usize = layout.components.iter().map(crate::drawing::map::detailed::unlabeled_count).sum();
    text.extend_excluded(crate::drawing::map::captions::unnamed_note(unnamed));
    text.headed(headline, options)
}

/// The finding and the number of ties.
fn description(set: &PanelSet, drawn: &DrawnPart, finding: Option<&Message>) -> Message {
    let count = |panel: &MapPanel| drawn.pairs.iter().filter(|pair| panel.ties.contains_key(*pair)).count();
    let counts = match (set.kind, set.panels.as_slice()) {
        (PanelKind::Editions, [old, new]) => message!("panels-compared", before = count(old), now = count(new)),
        _ => message!("panels-pairs", count = drawn.pairs.len(), panels = set.panels.len()),
    };
    match finding {
        Some(finding) => message!("panels-description", finding = finding.clone(), counts = counts),
        None => counts,
    }
}

/// What differs between two editions, or the first and the last period, of the drawn ties.
fn headline(set: &PanelSet, drawn: &DrawnPart) -> Option<Message> {
    match set.kind {
        PanelKind::Editions => Some(changes(set, drawn)),
        PanelKind::Periods => {
            let (first, last) = (set.panels.first()?, set.panels.last()?);
            let count = |panel: &MapPanel| drawn.pairs.iter().filter(|pair| panel.ties.contains_key(*pair)).count();
            if count(first) == 0 || count(last) == 0 || set.panels.len() < 2 {
                return most(set, drawn);
            }
            let scope = if drawn.tied.0 < drawn.tied.1 { "part" } else { "all" };
            Some(message!(
                "panels-headline-periods",
                first = count(first),
                from = first.title.clone(),
                last = count(last),
                to = last.title.clone(),
                scope = scope,
                institutions = drawn.tied.0
            ))
        }
    }
}

/// The panel with most of the drawn ties; `None` where there is one alone, or several have as many.
fn most(set: &PanelSet, drawn: &DrawnPart) -> Option<Message> {
    let count = |panel: &MapPanel| drawn.pairs.iter().filter(|pair| panel.ties.contains_key(*pair)).count();
    let largest = set.panels.iter().map(count).max().filter(|&most| most > 0 && set.panels.len() > 1)?;
    let mut panels = set.panels.iter().filter(|panel| count(panel) == largest);
    let (first, None) = (panels.next()?, panels.next()) else { return None };
    let scope = if drawn.tied.0 < drawn.tied.1 { "part" } else { "all" };
    let period = first.title.clone();
    Some(message!("panels-most", period = period, count = largest, scope = scope, institutions = drawn.tied.0))
}

fn changes(set: &PanelSet, drawn: &DrawnPart) -> Message {
    let count = |state: TieState| drawn.pairs.iter().filter(|&&pair| set.state(pair) == state).count();
    let counts = CHANGES.map(|(state, word)| (count(state), word));
    let told = counts.iter().filter(|(count, _)| *count > 0).enumerate().map(|(at, &(count, change))| {
        let position = if at == 0 { "first" } else { "other" };
        message!("panels-change", count = count, change = change, position = position)
    });
    let told: Vec<Message> = told.collect();
    match (told.is_empty(), drawn.all.1) {
        (true, 0) => message!("panels-no-change"),
        (true, _) => message!("panels-no-change-shown", all = drawn.all.1),
        (false, all) if counts.iter().map(|one| one.0).sum::<usize>() < all => {
            message!("panels-changes-shown", all = all, changes = List::comma(told))
        }
        (false, _) => message!("panels-changes", changes = List::comma(told)),
    }
}

/// What is drawn where that is a part.
fn shown_note(set: &PanelSet, drawn: &DrawnPart) -> Option<Message> {
    if drawn.tied.0 == drawn.tied.1 {
        return None;
    }
    let (shown, all) = drawn.tied;
    let changed = drawn.pairs.iter().filter(|&&pair| set.state(pair) != TieState::Same).count();
    Some(match set.kind {
        PanelKind::Editions => message!(
            "panels-shown-changed",
            shown = shown,
            all = all,
            changed = changed,
            changes = drawn.all.1,
            ties = drawn.pairs.len(),
            all_ties = drawn.all.0
        ),
        PanelKind::Periods => {
            message!("panels-shown", shown = shown, all = all, ties = drawn.pairs.len(), all_ties = drawn.all.0)
        }
    })
}

/// What the widths of lines measure.
fn measure(set: &PanelSet, drawn: &DrawnPart, kind: WorkKind) -> TieMeasure {
    let ties = set.panels.iter().flat_map(|panel| drawn.pairs.iter().filter_map(|pair| panel.ties.get(pair)));
    TieMeasure::of(kind, ties.map(|tie| (!tie.works.is_empty(), tie.weight != tie.works.len() as f64)))
}

/// Legend entries for what occurs.
pub(crate) fn legend(set: &PanelSet, drawn: &DrawnPart, layout: &PanelLayout, options: &Options) -> Vec<LegendEntry> {
    let (theme, language) = (options.theme(), options.language);
    let text = |message: Message| Localizer::in_each(language, &message);
    let institutions = || drawn.original.values().map(|&one| &set.institutions[one]);
    let mut entries = legend::sector_entries(institutions().map(|one| one.sector()), theme, language);
    let is_absent = |panel: &MapPanel| drawn.original.values().any(|&one| panel.works[one].is_none());
    if set.panels.iter().any(is_absent) {
        let absent = text(message!("panels-legend-absent", panels = panel_word(set.kind)));
        entries.push(LegendEntry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), absent));
    }
    for (state, word) in CHANGES {
        let occurs = drawn.pairs.iter().any(|&pair| set.state(pair) == state);
        if occurs && state != TieState::Weaker {
            let color = paint::color(state, theme);
            let symbol = match state {
                TieState::Gone => Symbol::Dashed(color, KEY_WIDTH),
                _ => Symbol::Line(color, KEY_WIDTH),
            };
            entries.push(LegendEntry::new(symbol, text(message!("panels-legend-change", change = word))));
        }
    }
    let weights = |panel: &MapPanel| {
        drawn.pairs.iter().filter_map(|pair| panel.ties.get(pair)).map(|tie| tie.weight).collect::<Vec<f64>>()
    };
    let mut weights: Vec<f64> = set.panels.iter().flat_map(weights).collect();
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let measure = measure(set, drawn, set.works);
    let stroke = layout.plan.stroke();
    let ends = [weights.first(), weights.last().filter(|_| weights.len() > 1)];
    for (position, &weight) in ends.into_iter().flatten().enumerate() {
        let text = match position {
            0 => measure.legend_first(weight, language),
            _ => measure.legend_next(weight, language),
        };
        entries.push(LegendEntry::new(Symbol::Line(theme.edge, stroke.of(weight)), text));
    }
    entries.extend(legend::equal_widths(stroke, &weights, measure, language));
    entries
}
