//! Highlighting: what does not belong to some nodes is drawn fainter, and can still be read.

use std::collections::BTreeSet;

use crate::answer::mark::{Color, Mark, MarkGroup, MarkRole, Paint, TextLine};
use crate::drawing::theme::Theme;

/// Share of the page's colour in a colour that is dimmed.
const DIMMED: f64 = 0.78;

/// Dims nodes, ties and lines but those of these keys, their ties, and the works of these. O(marks · keys of a mark).
pub(crate) fn dim_others(marks: &mut [Mark], keys: &BTreeSet<String>, theme: &Theme) {
    let mut kept = keys.clone();
    works_of(marks, keys, &mut kept);
    marks.iter_mut().for_each(|mark| visit(mark, keys, &kept, theme));
}

/// Adds the keys of the works that are tied to one of `keys`.
fn works_of(marks: &[Mark], keys: &BTreeSet<String>, kept: &mut BTreeSet<String>) {
    let (mut works, mut ends) = (BTreeSet::new(), Vec::new());
    collect(marks, &mut works, &mut ends);
    for ends in ends.into_iter().filter(|ends| ends.iter().any(|end| keys.contains(*end))) {
        kept.extend(ends.into_iter().filter(|end| works.contains(end)).map(str::to_owned));
    }
}

fn collect<'m>(marks: &'m [Mark], works: &mut BTreeSet<&'m str>, ends: &mut Vec<Vec<&'m str>>) {
    for mark in marks {
        let Mark::Group(group) = mark else { continue };
        match &group.role {
            MarkRole::Node(node) if !group.class.contains("institution") => {
                works.insert(&node.key);
            }
            MarkRole::Edge(edge) => {
                ends.push(std::iter::once(&edge.source).chain(&edge.targets).map(String::as_str).collect());
            }
            MarkRole::Hyperedge(keys) => ends.push(keys.iter().map(String::as_str).collect()),
            _ => {}
        }
        collect(&group.marks, works, ends);
    }
}

/// Dims the groups that belong to none of the keys.
fn visit(mark: &mut Mark, keys: &BTreeSet<String>, kept: &BTreeSet<String>, theme: &Theme) {
    let Mark::Group(group) = mark else { return };
    let stays = match &group.role {
        MarkRole::Node(node) => Some(kept.contains(&node.key)),
        MarkRole::Edge(edge) => Some(keys.contains(&edge.source) || edge.targets.iter().any(|end| keys.contains(end))),
        MarkRole::Hyperedge(ends) => Some(ends.iter().any(|end| keys.contains(end))),
        MarkRole::Label(ends) => Some(ends.iter().any(|end| kept.contains(end))),
        MarkRole::Plain => line_of(group).map(|key| keys.contains(key)),
    };
    match stays {
        Some(true) => {}
        Some(false) => dim_group(group, theme),
        None => group.marks.iter_mut().for_each(|mark| visit(mark, keys, kept, theme)),
    }
}

/// Key of the group whose line this is.
fn line_of(group: &MarkGroup) -> Option<&str> {
    let data = group.data.iter().filter(|_| group.class == "series");
    data.clone().find(|(name, _)| *name == "group").map(|(_, key)| key.as_str())
}

fn dim_group(group: &mut MarkGroup, theme: &Theme) {
    match &mut group.role {
        MarkRole::Node(node) => node.color = faint(node.color, theme),
        MarkRole::Edge(edge) => edge.color = faint(edge.color, theme),
        _ => {}
    }
    let paint = |paint: &mut Paint| {
        paint.fill = paint.fill.map(|color| faint(color, theme));
        paint.stroke = paint.stroke.map(|color| faint(color, theme));
    };
    let text = |text: &mut TextLine| text.fill = theme.muted;
    for mark in &mut group.marks {
        match mark {
            Mark::Group(inner) => dim_group(inner, theme),
            Mark::Rect(_, _, own) | Mark::Circle(_, _, own) | Mark::Ellipse(_, _, _, own) | Mark::Path(_, own) => {
                paint(own);
            }
            Mark::Text(line) => text(line),
            Mark::Haloed(lines, _) => lines.iter_mut().for_each(text),
        }
    }
}

/// A colour mixed with that of the page.
fn faint(color: Color, theme: &Theme) -> Color {
    let mix = |own: u8, page: u8| (f64::from(own) * (1.0 - DIMMED) + f64::from(page) * DIMMED).round() as u8;
    Color(mix(color.0, theme.page.0), mix(color.1, theme.page.1), mix(color.2, theme.page.2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::theme::{DARK, LIGHT};

    #[test]
    fn dimmed_marks_are_fainter_and_their_texts_can_be_read() {
        for theme in [&LIGHT, &DARK] {
            for color in theme.sectors.iter().chain(theme.clusters) {
                let dimmed = faint(*color, theme);
                assert!(dimmed.contrast(theme.page) < color.contrast(theme.page), "{} {color}", theme.name);
                assert!(theme.muted.contrast(dimmed) >= 3.0, "{} {color} {dimmed}", theme.name);
            }
        }
    }
}
