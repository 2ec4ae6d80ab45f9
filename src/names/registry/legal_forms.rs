//! Legal forms of companies and foundations, which names are compared without and displayed with.
//!
//! Source: the lists of the package cleanco for European and American forms; Korean, Chinese and Japanese forms from their
//! company laws. `SE`, `SA`, `AS`, `CO`, `AG` inside short names are names (`SE` alone, `CO` of Colorado): a form is left
//! out only at an end of a name of which three letters or more remain.

use std::borrow::Cow;

use super::fold::{Folded, fold};

/// Folded words that are forms at the end of a name.
const ENDS: [&str; 66] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bhd",
    "bt",
    "bv",
    "bvba",
    "co",
    "corp",
    "doo",
    "dd",
    "ehf",
    "eeig",
    "eirl",
    "eood",
    "eurl",
    "ev",
    "gbr",
    "gie",
    "gk",
    "gmbh",
    "hf",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "kk",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "lda",
    "mbh",
    "nv",
    "nyrt",
    "ohg",
    "ooo",
    "oy",
    "oyj",
    "pjsc",
    "plc",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "scop",
    "sdn",
    "se",
    "sgps",
    "sia",
    "sl",
    "snc",
    "spa",
    "sprl",
    "srl",
    "sro",
    "tbk",
    "uab",
];

/// Korean, Chinese and Japanese forms, before or behind a name, with or without a space; the longest first.
const EAST: [&str; 40] = [
    "국립연구개발법인",
    "国立研究開発法人",
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "산학협력단",
    "유한책임회사",
    "사회복지법인",
    "농업회사법인",
    "独立行政法人",
    "国立大学法人",
    "一般社団法人",
    "公益財団法人",
    "학교법인",
    "의료법인",
    "재단법인",
    "사단법인",
    "협동조합",
    "주식회사",
    "유한회사",
    "합자회사",
    "株式会社",
    "有限会社",
    "合同会社",
    "有限公司",
    "学校法人",
    "公司",
    "集团",
    "集團",
    "控股",
    "(주)",
    "(유)",
    "(합)",
    "(재)",
    "(사)",
    "(有)",
    "(株)",
    "(社)",
    "(一社)",
    "[주]",
];

/// A name without East Asian legal forms, NFKC; `None` where it has none, or nothing would remain. `㈜네이버` → `네이버`.
#[must_use]
pub fn without_east_asian(name: &str) -> Option<String> {
    use unicode_normalization::UnicodeNormalization;
    if name.is_ascii() {
        return None;
    }
    let wide: String = name.nfkc().collect();
    let mut rest = wide.trim();
    let mut is_found = false;
    while let Some(next) = EAST.iter().find_map(|form| {
        // A short form belongs to longer ones: `集团` to `集团公司`.
        let next = rest.strip_prefix(form).or_else(|| rest.strip_suffix(form))?.trim();
        (next.chars().count() > 1).then_some(next)
    }) {
        rest = next;
        is_found = true;
    }
    is_found.then(|| rest.to_owned())
}

/// A name without European and American legal forms at its end: `Samsung Electronics Co., Ltd.` → `Samsung Electronics`.
#[must_use]
pub fn without_legal_forms(name: &str) -> Cow<'_, str> {
    without_legal_forms_with_key(name).0
}

/// The same, and the folded words of what remains as one key.
#[must_use]
pub(crate) fn without_legal_forms_with_key(name: &str) -> (Cow<'_, str>, String) {
    let mut folded = fold(name);
    let forms = count_at_end(&folded, 0, folded.words.len());
    match folded.words.len().checked_sub(forms + 1).filter(|_| forms > 0) {
        Some(last) => {
            let word = folded.words[last];
            folded.text.truncate(word.end as usize);
            (Cow::Borrowed(&name[..word.to as usize]), folded.text)
        }
        None => (Cow::Borrowed(name), folded.text),
    }
}

/// Whether a folded word is a legal form.
pub(super) fn is_form(word: &str) -> bool {
    ENDS.contains(&word)
}

/// How many words at the end of a folded name are legal forms, as far as a name remains.
pub(super) fn count_at_end(folded: &Folded, from: usize, to: usize) -> usize {
    let mut end = to;
    while end > from + 1 && ENDS.contains(&folded.word(end - 1)) {
        let rest = folded.range(from, end - 1);
        if rest.chars().filter(|ch| *ch != ' ').count() < 3 {
            break;
        }
        end -= 1;
    }
    to - end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_left_out_at_the_ends() {
        for (name, rest) in [
            ("네이버(주)", "네이버"),
            ("(주)네이버", "네이버"),
            ("㈜네이버", "네이버"),
            ("주식회사 네이버", "네이버"),
            ("네이버 주식회사", "네이버"),
            ("トヨタ自動車株式会社", "トヨタ自動車"),
            ("华为技术有限公司", "华为技术"),
            ("서울대학교 산학협력단", "서울대학교"),
        ] {
            assert_eq!(without_east_asian(name).as_deref(), Some(rest), "{name}");
        }
        for name in ["(주)", "네이버", "Naver Corp."] {
            assert_eq!(without_east_asian(name), None, "{name}");
        }
        for (name, count) in [
            ("Samsung Electronics Co., Ltd.", 2),
            ("Merck KGaA", 1),
            ("SAP SE", 1),
            ("AT Co", 0),
            ("CO", 0),
            ("Bosch GmbH & Co. KG", 3),
        ] {
            let folded = fold(name);
            assert_eq!(count_at_end(&folded, 0, folded.words.len()), count, "{name}");
        }
    }
}
