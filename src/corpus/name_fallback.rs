//! Name fallback for fonts that lack characters.

use crate::corpus::institution::{InstitutionId, Names};
use crate::corpus::table::Corpus;

impl Corpus {
    /// The corpus with names in the other language where a name contains characters that the font lacks; ids stay.
    /// Korean names with such characters are removed, English ones replaced by the Korean. O(institutions ·
    /// characters).
    #[must_use]
    pub fn with_name_fallback(&self, missing: &[char]) -> Self {
        let mut corpus = self.clone();
        for institution in &mut corpus.institutions {
            institution.names = avoiding(&institution.names, missing);
        }
        corpus
    }

    /// The same with a label in place of the common and short names of an institution, in both languages; official names
    /// stay. O(corpus).
    #[must_use]
    pub fn with_label(mut self, id: InstitutionId, label: &str) -> Self {
        if let Some(institution) = self.institutions.get_mut(id.index()) {
            let own = Some(label.to_owned());
            let names = &mut institution.names;
            (names.common, names.common_ko, names.short, names.short_ko) = (own.clone(), own.clone(), own.clone(), own);
        }
        self
    }
}

fn avoiding(names: &Names, missing: &[char]) -> Names {
    let fits = |name: &str| !name.contains(missing);
    let writable = |name: &Option<String>| name.clone().filter(|name| fits(name));
    let (name_ko, common_ko, short_ko) =
        (writable(&names.name_ko), writable(&names.common_ko), writable(&names.short_ko));
    let (common, short) = (writable(&names.common), writable(&names.short));
    let korean = || common_ko.clone().or_else(|| name_ko.clone()).or_else(|| short_ko.clone());
    let name = if fits(&names.name) {
        names.name.clone()
    } else {
        common.clone().or_else(|| short.clone()).or_else(korean).unwrap_or_else(|| names.name.clone())
    };
    Names { name, name_ko, common, common_ko, short, short_ko }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_back_to_the_other_language() {
        let names = Names { name_ko: Some("서울대학교".to_owned()), ..Names::plain("Seoul Université") };
        assert_eq!(avoiding(&names, &['é']).name, "서울대학교");
        let english = avoiding(&names, &['서', '울', '대', '학', '교']);
        assert_eq!((english.name.as_str(), english.name_ko), ("Seoul Université", None));
        assert_eq!(avoiding(&Names::plain("Ünit"), &['Ü']).name, "Ünit", "nothing else is known");
    }
}
