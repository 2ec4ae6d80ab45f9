//! Shortest names of institutions on one line.

use crate::answer::language::LanguageChoice;
use crate::corpus::institution::Names;
use crate::drawing::frame::Options;

/// Label of an institution: its shortest names on one line, with common words abbreviated.
pub(crate) fn name(names: &Names, options: &Options) -> String {
    let english = short(names);
    match (options.language.choice(), names.short_label_ko()) {
        (LanguageChoice::English, _) | (_, None) => english,
        (LanguageChoice::Korean, Some(korean)) => korean.to_owned(),
        (LanguageChoice::Both, Some(korean)) if korean == english => english,
        (LanguageChoice::Both, Some(korean)) => format!("{korean} {english}"),
    }
}

fn short(names: &Names) -> String {
    let name = names.short_label();
    if names.short.is_none()
        && names.common.is_none()
        && let Some(acronym) = acronym(name)
    {
        return acronym.to_owned();
    }
    if names.short.as_deref() == Some(names.label()) {
        return name.to_owned();
    }
    let words = [
        ("University of ", "U. "),
        ("University", "U."),
        ("Institute of Technology", "IT"),
        ("National ", "Nat’l "),
        ("Laboratory", "Lab"),
    ];
    words.iter().fold(name.to_owned(), |name, (long, short)| name.replace(long, short))
}

/// Acronym in brackets at the end of a name, of 2 to 8 alphanumeric characters: `University College London (UCL)` → `UCL`.
fn acronym(name: &str) -> Option<&str> {
    let inner = name.strip_suffix(')')?.rsplit_once('(')?.1;
    let plain =
        inner.chars().count() >= 2 && inner.chars().count() <= 8 && inner.chars().all(|ch| ch.is_alphanumeric());
    plain.then_some(inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_short_as_they_are_known() {
        assert_eq!(short(&Names::plain("University College London (UCL)")), "UCL");
        assert_eq!(short(&Names::plain("University of Oxford")), "U. Oxford");
        assert_eq!(short(&Names::plain("Stanford University")), "Stanford U.");
        assert_eq!(short(&Names::plain("Google (formerly Alphabet)")), "Google (formerly Alphabet)");
    }
}
