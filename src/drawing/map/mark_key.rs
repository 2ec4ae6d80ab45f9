//! Key of the sizes and colours that were asked for: legend entries, notes, and what tooltips say of them.

use crate::answer::mark::NodeShape;
use crate::corpus::institution::InstitutionId;
use crate::corpus::table::Corpus;
use crate::drawing::frame::Options;
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::map::mark_encoding::{ColorBy, ColorEncoding, ColorGroup, GroupContent, MarkEncoding};
use crate::drawing::map::{clusters, short_names};
use crate::drawing::weight_text::weight_text;
use crate::drawing::wording;
use crate::message;
use crate::messages::{Localizer, Message};

/// Number of institutions by which a cluster is named.
const CLUSTER_NAMES: usize = 2;

/// Entries of colours, with the shapes of sectors, for the drawn institutions.
pub(crate) fn color_entries(
    color: &ColorEncoding,
    corpus: &Corpus,
    drawn: &[InstitutionId],
    options: &Options,
) -> Vec<LegendEntry> {
    let (theme, language, kind) = (options.theme(), options.language, options.kind(corpus));
    let text = |message: Message| Localizer::in_each(language, &message);
    let sectors = drawn.iter().map(|&id| corpus.institution(id).sector());
    let heading = LegendEntry::new(Symbol::None, text(message!("map-legend-color", by = color.by.key(), kind = kind)));
    let unknown = (color.unknown() > 0).then(|| {
        let text = text(message!("map-legend-color-unknown", by = color.by.key(), count = color.unknown()));
        LegendEntry::new(Symbol::Outlined(NodeShape::Circle, theme.muted), text)
    });
    if color.by == ColorBy::Kind {
        let known = legend::sector_entries(sectors.filter(Option::is_some), theme, language);
        return std::iter::once(heading).chain(known).chain(unknown).collect();
    }
    let shapes = shape_entries(corpus, drawn, options);
    let group = |(at, group): (usize, &ColorGroup)| {
        let symbol = Symbol::Filled(NodeShape::Circle, color.color_of(at, theme));
        LegendEntry::new(symbol, group_text(color.by, group, corpus, options))
    };
    let groups = color.groups.iter().enumerate().filter(|(_, group)| group.count > 0).map(group);
    shapes.into_iter().chain([heading]).chain(groups).chain(unknown).collect()
}

/// Entries of the shapes of sectors, without their colours.
pub(crate) fn shape_entries(corpus: &Corpus, drawn: &[InstitutionId], options: &Options) -> Vec<LegendEntry> {
    let theme = options.theme();
    let sectors = drawn.iter().map(|&id| corpus.institution(id).sector());
    let mut shapes = legend::sector_entries(sectors, theme, options.language);
    for entry in &mut shapes {
        if let Symbol::Filled(form, _) = entry.symbol {
            entry.symbol = Symbol::Filled(form, theme.muted);
        }
    }
    shapes
}

/// A group with its number of drawn institutions.
fn group_text(by: ColorBy, group: &ColorGroup, corpus: &Corpus, options: &Options) -> String {
    let names = match &group.content {
        GroupContent::Rest => {
            let rest = message!("map-legend-color-rest", by = by.key(), count = group.count);
            return Localizer::in_each(options.language, &rest);
        }
        content => group_name(content, corpus, options),
    };
    format!("{names} ({})", wording::count(group.count))
}

fn group_name(content: &GroupContent, corpus: &Corpus, options: &Options) -> String {
    match content {
        GroupContent::Rest | GroupContent::Sectors(_) => String::new(),
        GroupContent::Cluster(ids) => {
            let name = |&id: &InstitutionId| short_names::name(&corpus.institution(id).names, options);
            ids.iter().take(CLUSTER_NAMES).map(name).collect::<Vec<_>>().join(" · ")
        }
        GroupContent::Country(country) => wording::country(country, options.language),
        GroupContent::Years(first, last) if first == last => first.to_string(),
        GroupContent::Years(first, last) => format!("{first}–{last}"),
    }
}

/// Entries of sizes: marks of the smallest, a middle and the largest value as they are drawn, and those without a value.
pub(crate) fn size_entries(
    encoding: &MarkEncoding,
    corpus: &Corpus,
    radius: impl Fn(InstitutionId) -> f64,
    options: &Options,
) -> Vec<LegendEntry> {
    let Some(size) = &encoding.size else { return Vec::new() };
    let (theme, language) = (options.theme(), options.language);
    let entry = |(at, (id, value)): (usize, (InstitutionId, f64))| {
        let value = weight_text(value);
        let text = match at {
            0 => {
                let measure = size.measure.label(options.kind(corpus));
                Localizer::in_each(language, &message!("map-legend-size", measure = measure, value = value))
            }
            _ => value,
        };
        LegendEntry::new(Symbol::Disc(radius(id)), text)
    };
    let unknown = (size.unknown() > 0).then(|| {
        let text = Localizer::in_each(language, &message!("map-legend-no-value", count = size.unknown()));
        LegendEntry::new(Symbol::Cross(theme.ink), text)
    });
    size.examples().into_iter().enumerate().map(entry).chain(unknown).collect()
}

/// Notes on how sizes and colours come about, for so many drawn institutions of `all`.
pub(crate) fn notes(encoding: &MarkEncoding, institutions: usize, all: usize, kind: WorkKind) -> Vec<Message> {
    let scope = if institutions < all { "part" } else { "all" };
    let size = encoding
        .size
        .as_ref()
        .map(|size| message!("map-note-size", measure = size.measure.label(kind), scope = scope, all = all));
    let clusters = encoding.color.as_ref().filter(|color| color.by == ColorBy::Cluster);
    size.into_iter().chain(clusters.map(|color| clusters::note(color.resolution, institutions, kind))).collect()
}

/// The tooltip of an institution with its value and its group.
pub(crate) fn tooltip(
    tooltip: String,
    encoding: &MarkEncoding,
    corpus: &Corpus,
    id: InstitutionId,
    options: &Options,
) -> String {
    let localizer = Localizer::for_figures(options.language);
    let mut parts = vec![tooltip];
    if let Some(size) = &encoding.size {
        let measure = size.measure.label(options.kind(corpus));
        parts.push(localizer.render(&match size.value(id) {
            Some(value) => message!("map-tooltip-value", measure = measure, value = weight_text(value)),
            None => message!("map-tooltip-no-value", measure = measure),
        }));
    }
    let group = encoding.color.as_ref().filter(|color| matches!(color.by, ColorBy::Country | ColorBy::Year));
    if let Some(color) = group {
        let country = corpus.institution(id).country().map(|country| wording::country(country, options.language));
        parts.push(match (color.group(id), country) {
            (Some(_), Some(country)) if color.by == ColorBy::Country => country,
            (Some(group), _) => group_name(&color.groups[group].content, corpus, options),
            (None, _) => localizer.render(&message!("map-tooltip-unknown", by = color.by.key())),
        });
    }
    parts.join(", ")
}

/// The number within a mark: of works, or the value that its size stands for where all values are whole.
pub(crate) fn number(encoding: &MarkEncoding, id: InstitutionId, works: usize) -> Option<String> {
    match &encoding.size {
        None => (works > 0).then(|| wording::count(works)),
        Some(size) if size.is_whole() => size.value(id).map(|value| wording::count(value.max(0.0) as usize)),
        Some(_) => None,
    }
}

/// Note on the numbers within marks; `None` where there are none.
pub(crate) fn number_note(encoding: &MarkEncoding, kind: WorkKind) -> Option<Message> {
    match &encoding.size {
        None => Some(message!("map-note-number", kind = kind)),
        Some(size) if size.is_whole() => Some(message!("map-note-number-value", measure = size.measure.label(kind))),
        Some(_) => None,
    }
}

/// What the mark carries for programs: its value, empty where it has none.
pub(crate) fn data(encoding: &MarkEncoding, id: InstitutionId) -> Option<(&'static str, String)> {
    let size = encoding.size.as_ref()?;
    Some(("value", size.value(id).map_or_else(String::new, |value| value.to_string())))
}
