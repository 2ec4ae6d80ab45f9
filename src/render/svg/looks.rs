//! Presentation attributes, and what a group can say for all that is within it.
//!
//! All these attributes are inherited. An attribute that several children share is written once, at their group;
//! where a child is to look as nothing says (no stroke, plain weight), the group says nothing.

use crate::render::svg::element::{Content, Element};

/// The attributes, and what they are where nobody says.
pub(super) const ATTRIBUTES: [(&str, &str); 10] = [
    ("font-size", ""),
    ("font-weight", "400"),
    ("text-anchor", "start"),
    ("fill", ""),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1"),
    ("stroke-opacity", "1"),
    ("stroke-linecap", "butt"),
    ("stroke-linejoin", "miter"),
];
/// The place of `fill` among them.
pub(super) const FILL: usize = 3;

/// What an element asks of an attribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Wish {
    /// It does not matter: type to a shape, ends of lines to an area without outline.
    #[default]
    Any,
    /// This value.
    Value(String),
    /// Several, what nobody says among them: no value can stand above.
    Own,
}

/// What an element asks of all attributes, in the order of [`ATTRIBUTES`].
pub(super) type Looks = [Wish; ATTRIBUTES.len()];

/// Attributes and values as looks.
pub(super) fn looks<const N: usize>(given: [(&str, String); N]) -> Looks {
    let mut looks = Looks::default();
    for (name, value) in given {
        if let Some(at) = ATTRIBUTES.iter().position(|(known, _)| *known == name) {
            looks[at] = Wish::Value(value);
        }
    }
    looks
}

/// The values where nobody says anything.
pub(super) fn defaults() -> [String; ATTRIBUTES.len()] {
    ATTRIBUTES.map(|(_, value)| value.to_owned())
}

/// Gathers the wishes of groups from those within them. O(elements).
pub(super) fn gather(element: &mut Element) {
    if let Content::Children(children) | Content::Haloed(children, _) = &mut element.content {
        children.iter_mut().for_each(gather);
        element.looks = std::array::from_fn(|at| shared(children, at));
    }
}

fn shared(children: &[Element], at: usize) -> Wish {
    let mut values: Vec<(&str, usize)> = Vec::new();
    for child in children {
        match &child.looks[at] {
            Wish::Any => {}
            Wish::Own => return Wish::Own,
            Wish::Value(value) => match values.iter_mut().find(|(known, _)| known == value) {
                Some((_, count)) => *count += 1,
                None => values.push((value, 1)),
            },
        }
    }
    if values.len() > 1 && values.iter().any(|(value, _)| *value == ATTRIBUTES[at].1) {
        return Wish::Own;
    }
    // The first of the most frequent ones.
    let most = values.iter().map(|(_, count)| *count).max().unwrap_or(0);
    values.iter().find(|(_, count)| *count == most).map_or(Wish::Any, |(value, _)| Wish::Value((*value).to_owned()))
}

/// Whether a value is worth writing at a group: two or more would write it otherwise.
pub(super) fn is_worth(group: &Element, at: usize) -> bool {
    let wish = &group.looks[at];
    let takers = |child: &Element| match &child.content {
        // A line of text on a halo needs a group of its own for its colour.
        Content::Haloed(lines, _) => {
            lines.iter().filter(|line| line.looks[at] == *wish).count() + usize::from(at == FILL)
        }
        _ => 1,
    };
    group.children().iter().filter(|child| child.looks[at] == *wish).map(takers).sum::<usize>() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaf(stroke: &str) -> Element {
        Element { looks: looks([("stroke", stroke.to_owned())]), ..Element::default() }
    }

    fn group(children: Vec<Element>) -> Element {
        let mut group = Element { content: Content::Children(children), ..Element::default() };
        gather(&mut group);
        group
    }

    #[test]
    fn a_group_says_what_most_of_its_children_share() {
        let found = group(vec![leaf("red"), leaf("blue"), leaf("blue"), Element::default()]);
        assert_eq!(found.looks[5], Wish::Value("blue".to_owned()));
        assert!(is_worth(&found, 5));
        assert!(!is_worth(&group(vec![leaf("red")]), 5));
    }

    #[test]
    fn nothing_stands_above_what_has_no_stroke() {
        assert_eq!(group(vec![group(vec![leaf("red"), leaf("none")]), leaf("red")]).looks[5], Wish::Own);
    }
}
