//! Presentation attributes, which are inherited in SVG.

/// The attributes with their default values.
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
/// Index of `fill` in [`ATTRIBUTES`].
pub(super) const FILL: usize = 3;

/// Requirement of an element on an attribute.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum PresentationValue {
    /// No requirement: font size of a shape, line caps of an area without outline.
    #[default]
    Any,
    /// Requires this value.
    Value(String),
    /// Children require several values, the default among them: no value can be set above them.
    Mixed,
}

/// Requirements of an element on all attributes, in the order of [`ATTRIBUTES`].
pub(super) type Presentation = [PresentationValue; ATTRIBUTES.len()];

/// Requirements from pairs of attribute and value.
pub(super) fn presentation<const N: usize>(pairs: [(&str, String); N]) -> Presentation {
    let mut presentation = Presentation::default();
    for (name, value) in pairs {
        if let Some(at) = ATTRIBUTES.iter().position(|(known, _)| *known == name) {
            presentation[at] = PresentationValue::Value(value);
        }
    }
    presentation
}

/// Default values.
pub(super) fn defaults() -> [String; ATTRIBUTES.len()] {
    ATTRIBUTES.map(|(_, value)| value.to_owned())
}
