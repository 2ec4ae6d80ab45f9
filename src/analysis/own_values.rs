//! Values that users give to institutions by name: labels and colours of their own.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::analysis::Analysis;
use crate::analysis::error::AnalysisError;
use crate::analysis::lookup;
use crate::answer::mark::Color;
use crate::corpus::institution::{InstitutionId, Names};
use crate::message;

/// Values by the names of institutions, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnValues {
    /// The rows.
    pub rows: Vec<OwnValue>,
}

/// A value of an institution, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnValue {
    /// Name or identifier of the institution.
    pub name: String,
    /// The value as written.
    pub value: String,
    /// `labels.csv:3`; empty where it comes from no file.
    pub place: String,
}

/// A row with its institution.
struct Meant<'r> {
    id: InstitutionId,
    row: &'r OwnValue,
}

impl OwnValues {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows with the institutions that they name, in all works.
    fn meant(&self, analysis: &Analysis) -> Result<Vec<Meant<'_>>, AnalysisError> {
        let mut first: BTreeMap<InstitutionId, &OwnValue> = BTreeMap::new();
        let mut meant = Vec::new();
        for row in &self.rows {
            let id = lookup::institution(&analysis.whole, &row.name).map_err(|error| error.at(&row.place))?;
            match first.insert(id, row) {
                Some(earlier) if earlier.value != row.value => {
                    let twice = message!(
                        "errors-own-twice",
                        name = &analysis.whole.institution(id).names,
                        first = &earlier.value,
                        second = &row.value
                    );
                    return Err(AnalysisError::from(twice).at(&row.place));
                }
                Some(_) => {}
                None => meant.push(Meant { id, row }),
            }
        }
        Ok(meant)
    }

    /// The rows of institutions that are not among these ids, as names with their places; rows that name none are no part
    /// of it. O(rows · names).
    #[must_use]
    pub fn unused(&self, analysis: &Analysis, used: impl Fn(&str) -> bool) -> Vec<String> {
        let is_unused = |one: &Meant<'_>| !used(&analysis.whole.institution(one.id).id);
        let text = |one: Meant<'_>| match one.row.place.is_empty() {
            true => one.row.name.clone(),
            false => format!("{} ({})", one.row.name, one.row.place),
        };
        self.meant(analysis).unwrap_or_default().into_iter().filter(is_unused).map(text).collect()
    }

    /// Whether a row names the institution of this id. O(rows · names).
    #[must_use]
    pub fn is_named(&self, analysis: &Analysis, id: &str) -> bool {
        let meant = self.meant(analysis).unwrap_or_default();
        meant.iter().any(|one| analysis.whole.institution(one.id).id == id)
    }

    /// The analysis with these labels in the place of names in figures; names that are asked for stay as they are.
    pub(crate) fn labelled(&self, analysis: &Analysis) -> Result<Analysis, AnalysisError> {
        let mut labelled = analysis.clone();
        for Meant { id, row } in self.meant(analysis)? {
            let label = row.value.trim();
            if label.is_empty() {
                let name = &analysis.whole.institution(id).names;
                return Err(AnalysisError::from(message!("errors-own-label", name = name)).at(&row.place));
            }
            if let Some(id) = labelled.corpus.institution_by_key(&analysis.whole.institution(id).id) {
                labelled.corpus = std::mem::take(&mut labelled.corpus).with_label(id, label);
            }
        }
        Ok(labelled)
    }

    /// The colours by the ids of institutions, with their names.
    pub(crate) fn colors(&self, analysis: &Analysis) -> Result<Vec<(String, Names, Color)>, AnalysisError> {
        let color = |one: Meant<'_>| {
            let institution = analysis.whole.institution(one.id);
            let shown = analysis.corpus.institution_by_key(&institution.id);
            let names = shown.map_or(&institution.names, |id| &analysis.corpus.institution(id).names);
            let unread = || AnalysisError::from(message!("errors-own-color", given = &one.row.value));
            let color = color(&one.row.value).ok_or_else(|| unread().at(&one.row.place))?;
            Ok((institution.id.clone(), names.clone(), color))
        };
        self.meant(analysis)?.into_iter().map(color).collect()
    }
}

/// `#RRGGBB` or `#RGB`, with or without the sign.
fn color(text: &str) -> Option<Color> {
    let digits = text.trim().trim_start_matches('#');
    if !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    match digits.len() {
        6 => u32::from_str_radix(digits, 16).ok().map(Color::hex),
        3 => {
            let doubled: String = digits.chars().flat_map(|digit| [digit, digit]).collect();
            u32::from_str_radix(&doubled, 16).ok().map(Color::hex)
        }
        _ => None,
    }
}

pub(crate) fn from_map<'de, D: Deserializer<'de>>(deserializer: D) -> Result<OwnValues, D::Error> {
    let map = BTreeMap::<String, String>::deserialize(deserializer)?;
    let row = |(name, value): (String, String)| OwnValue { name, value, place: String::new() };
    Ok(OwnValues { rows: map.into_iter().map(row).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        assert_eq!(color(" #1c5FAE "), Some(Color(0x1C, 0x5F, 0xAE)));
        assert_eq!(color("f80"), Some(Color(0xFF, 0x88, 0x00)));
        for wrong in ["", "#", "blue", "#12345", "#1234567", "#12 456", "+12345", "é23456"] {
            assert_eq!(color(wrong), None, "{wrong}");
        }
    }
}
