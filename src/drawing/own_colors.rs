//! Colours that users give to institutions: a pass over the marks, and their entries of the legend.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::language::Language;
use crate::answer::mark::{Color, Mark, MarkGroup, MarkRole, NodeShape, Paint, TextLine};
use crate::corpus::institution::Names;
use crate::drawing::legend::{LegendEntry, Symbol};
use crate::drawing::theme::Theme;
use crate::message;
use crate::messages::{List, Localizer};

/// Number of institutions of a colour that the legend names.
const NAMED: usize = 3;

/// Paints the marks of institutions in their own colours, and what has the colour of such a mark among their ties.
/// O(marks · keys of a mark).
pub(crate) fn paint(marks: &mut [Mark], colors: &BTreeMap<&str, Color>, theme: &Theme) {
    let mut before = BTreeMap::new();
    collect(marks, colors, &mut before);
    marks.iter_mut().for_each(|mark| visit(mark, colors, &before, theme));
}

/// The colours that the marks have so far.
fn collect(marks: &[Mark], colors: &BTreeMap<&str, Color>, before: &mut BTreeMap<String, Color>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        if let MarkRole::Node(node) = &group.role
            && colors.contains_key(node.key.as_str())
        {
            before.insert(node.key.clone(), node.color);
        }
        collect(&group.marks, colors, before);
    }
}

fn visit(mark: &mut Mark, colors: &BTreeMap<&str, Color>, before: &BTreeMap<String, Color>, theme: &Theme) {
    let Mark::Group(group) = mark else { return };
    let change = |key: &str| Some((*before.get(key)?, *colors.get(key)?));
    let found = match &mut group.role {
        MarkRole::Node(node) => {
            let found = change(&node.key);
            node.color = found.map_or(node.color, |(_, new)| new);
            found
        }
        MarkRole::Edge(edge) => {
            let ends = std::iter::once(&edge.source).chain(&edge.targets);
            let found = ends.filter_map(|key| change(key)).find(|(old, _)| *old == edge.color);
            edge.color = found.map_or(edge.color, |(_, new)| new);
            found
        }
        _ => None,
    };
    match found {
        Some((old, new)) => replace(group, old, new, theme),
        None => group.marks.iter_mut().for_each(|mark| visit(mark, colors, before, theme)),
    }
}

/// One colour for another, and texts on it so that they can be read.
fn replace(group: &mut MarkGroup, old: Color, new: Color, theme: &Theme) {
    let mut is_filled = false;
    let mut paint = |paint: &mut Paint| {
        is_filled |= paint.fill == Some(old);
        paint.fill = paint.fill.map(|color| if color == old { new } else { color });
        paint.stroke = paint.stroke.map(|color| if color == old { new } else { color });
    };
    for mark in &mut group.marks {
        match mark {
            Mark::Rect(_, _, own) | Mark::Circle(_, _, own) | Mark::Ellipse(_, _, _, own) | Mark::Path(_, own) => {
                paint(own);
            }
            _ => {}
        }
    }
    let ground = if is_filled { new } else { theme.page };
    let text = |text: &mut TextLine| {
        let is_within = text.fill == theme.on_sector || text.fill == old;
        if is_within {
            text.fill = if new.contrast(ground) >= 4.5 { new } else { theme.text_on(ground) };
        }
    };
    for mark in &mut group.marks {
        match mark {
            Mark::Group(inner) => replace(inner, old, new, theme),
            Mark::Text(line) => text(line),
            _ => {}
        }
    }
}

/// Entries of the colours that are drawn, each with the first names of its institutions.
pub(crate) fn legend_entries(
    own: &[(String, Names, Color)],
    drawn: &BTreeSet<String>,
    language: Language,
) -> Vec<LegendEntry> {
    let mut colors: Vec<(Color, Vec<&Names>)> = Vec::new();
    for (_, names, color) in own.iter().filter(|one| drawn.contains(&one.0)) {
        match colors.iter_mut().find(|one| one.0 == *color) {
            Some(one) => one.1.push(names),
            None => colors.push((*color, vec![names])),
        }
    }
    let entry = |(color, names): (Color, Vec<&Names>)| {
        let names = List::and(names, "actor").naming(NAMED);
        let text = Localizer::in_each(language, &message!("figures-legend-own-color", names = names));
        LegendEntry::new(Symbol::Filled(NodeShape::Circle, color), text)
    };
    colors.into_iter().map(entry).collect()
}
