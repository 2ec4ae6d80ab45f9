//! Limit on entity expansion, checked before parsing.
//!
//! A short file can expand to gigabytes through nested entities ("billion laughs"), so the size of the expansion is
//! bounded before the file is parsed.

use std::collections::BTreeMap;

/// Maximum size of all expansions in bytes; drawing programs use entities for names of namespaces, which are far below.
pub(crate) const MAX_EXPANSION: u64 = 1 << 20;

/// A document type whose entities expand beyond the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ExcessiveExpansion {
    /// Byte offset of the first entity declaration.
    pub(crate) at: usize,
}

/// The first declaration, if the entities referenced in a text may expand beyond [`MAX_EXPANSION`]. An upper bound:
/// references in comments count, too. O(bytes).
pub(crate) fn excessive_expansion(text: &str) -> Option<ExcessiveExpansion> {
    const DECLARED: &str = "<!ENTITY";
    let at = text.find(DECLARED)?;
    let mut declared: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for rest in text.split(DECLARED).skip(1) {
        let rest = rest.trim_start();
        let Some((name, rest)) = rest.split_once(char::is_whitespace) else { continue };
        let rest = rest.trim_start();
        let Some(quote) = rest.chars().next().filter(|ch| matches!(ch, '"' | '\'')) else { continue };
        if let Some((value, _)) = rest[1..].split_once(quote) {
            declared.entry(name).or_default().push(value);
        }
    }
    let mut sizes = ExpansionSizes { declared: &declared, known: BTreeMap::new() };
    let total = references(text).fold(0u64, |sum, name| sum.saturating_add(sizes.of(name, 0)));
    (total > MAX_EXPANSION).then_some(ExcessiveExpansion { at })
}

/// Maximum nesting of entities; the XML parser rejects deeper ones.
const MAX_DEPTH: usize = 16;

struct ExpansionSizes<'d, 't> {
    declared: &'d BTreeMap<&'t str, Vec<&'t str>>,
    known: BTreeMap<&'t str, u64>,
}

impl<'t> ExpansionSizes<'_, 't> {
    /// Upper bound of the expansion of an entity in bytes.
    fn of(&mut self, name: &str, depth: usize) -> u64 {
        if let Some(&known) = self.known.get(name) {
            return known;
        }
        let Some((&name, values)) = self.declared.get_key_value(name) else { return 0 };
        if depth > MAX_DEPTH {
            return u64::MAX;
        }
        let mut largest = 0u64;
        for value in values {
            let own = value.len() as u64;
            largest =
                largest.max(references(value).fold(own, |sum, inner| sum.saturating_add(self.of(inner, depth + 1))));
        }
        self.known.insert(name, largest);
        largest
    }
}

/// Names of entity references, between `&` and `;`.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').skip(1).filter_map(|rest| {
        let end = rest.bytes().position(|byte| matches!(byte, b';' | b'<' | b' ' | b'"' | b'\n'))?;
        (rest.as_bytes()[end] == b';').then(|| &rest[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excessive_entity_expansion_is_detected() {
        let fine = "<!DOCTYPE svg [<!ENTITY ns \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&ns;\">&amp;&#38;</svg>";
        assert_eq!(excessive_expansion(fine), None);
        assert_eq!(excessive_expansion("<svg>&a;</svg>"), None);
        let flat = format!("<!DOCTYPE svg [<!ENTITY a '{}'>]><svg>{}</svg>", "x".repeat(2_000), "&a;".repeat(2_000));
        assert_eq!(excessive_expansion(&flat), Some(ExcessiveExpansion { at: 15 }));
        let nested = (1..9).map(|at| format!("<!ENTITY e{at} \"{}\">", format!("&e{};", at - 1).repeat(10)));
        let nested: String = nested.collect();
        let nested = format!("<!DOCTYPE svg [<!ENTITY e0 \"abc\">{nested}]><svg a=\"&e8;\"/>");
        assert!(excessive_expansion(&nested).is_some());
        assert!(excessive_expansion("<!DOCTYPE svg [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><svg>&a;</svg>").is_some());
    }
}
