//! Hoisting of presentation attributes to groups: a value shared by several children is written once, at their group; where
//! children differ and one of them has the default (no stroke, normal weight), the group sets nothing.

use crate::render::svg::element::{ElementContent, SvgElement};
use crate::render::svg::presentation::{ATTRIBUTES, FILL, PresentationValue};

/// Sets the requirements of groups from those of their descendants. O(elements).
pub(super) fn hoist(element: &mut SvgElement) {
    if let ElementContent::Children(children) | ElementContent::Haloed(children, _) = &mut element.content {
        children.iter_mut().for_each(hoist);
        element.presentation = std::array::from_fn(|at| shared(children, at));
    }
}

fn shared(children: &[SvgElement], at: usize) -> PresentationValue {
    let mut values: Vec<(&str, usize)> = Vec::new();
    for child in children {
        match &child.presentation[at] {
            PresentationValue::Any => {}
            PresentationValue::Mixed => return PresentationValue::Mixed,
            PresentationValue::Value(value) => match values.iter_mut().find(|(known, _)| known == value) {
                Some((_, count)) => *count += 1,
                None => values.push((value, 1)),
            },
        }
    }
    if values.len() > 1 && values.iter().any(|(value, _)| *value == ATTRIBUTES[at].1) {
        return PresentationValue::Mixed;
    }
    // The first of the most frequent values.
    let max_count = values.iter().map(|(_, count)| *count).max().unwrap_or(0);
    values
        .iter()
        .find(|(_, count)| *count == max_count)
        .map_or(PresentationValue::Any, |(value, _)| PresentationValue::Value((*value).to_owned()))
}

/// Whether setting a value at a group saves at least one attribute: two or more descendants would write it otherwise.
pub(super) fn is_worth_hoisting(group: &SvgElement, at: usize) -> bool {
    let value_at = &group.presentation[at];
    let uses = |child: &SvgElement| match &child.content {
        // A line of text with a halo needs its own group for its colour.
        ElementContent::Haloed(lines, _) => {
            lines.iter().filter(|line| line.presentation[at] == *value_at).count() + usize::from(at == FILL)
        }
        _ => 1,
    };
    group.children().iter().filter(|child| child.presentation[at] == *value_at).map(uses).sum::<usize>() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::svg::presentation::presentation;

    fn leaf(stroke: &str) -> SvgElement {
        SvgElement { presentation: presentation([("stroke", stroke.to_owned())]), ..SvgElement::default() }
    }

    fn group(children: Vec<SvgElement>) -> SvgElement {
        let mut group = SvgElement { content: ElementContent::Children(children), ..SvgElement::default() };
        hoist(&mut group);
        group
    }

    #[test]
    fn a_group_has_the_value_that_most_children_share() {
        let hoisted = group(vec![leaf("red"), leaf("blue"), leaf("blue"), SvgElement::default()]);
        assert_eq!(hoisted.presentation[5], PresentationValue::Value("blue".to_owned()));
        assert!(is_worth_hoisting(&hoisted, 5));
        assert!(!is_worth_hoisting(&group(vec![leaf("red")]), 5));
    }

    #[test]
    fn no_value_is_set_above_a_child_without_stroke() {
        assert_eq!(
            group(vec![group(vec![leaf("red"), leaf("none")]), leaf("red")]).presentation[5],
            PresentationValue::Mixed
        );
    }
}
