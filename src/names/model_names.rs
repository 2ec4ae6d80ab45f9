//! Korean names of families of models (`엑사원`, `제미나이`), for those who search by them: `data/model-names.json`.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::corpus::naming::fold;

#[derive(Deserialize)]
struct Document {
    models: Vec<Family>,
}

#[derive(Deserialize)]
struct Family {
    name: String,
    names_ko: Vec<String>,
}

/// Folded Korean and original names, the longest Korean one first.
fn names() -> &'static [(String, String)] {
    static NAMES: OnceLock<Vec<(String, String)>> = OnceLock::new();
    NAMES.get_or_init(|| {
        // A test reads the file by its schema.
        let document: Option<Document> = serde_json::from_str(include_str!("../../data/model-names.json")).ok();
        let families = document.map(|document| document.models).unwrap_or_default();
        let pairs = families.iter().flat_map(|one| one.names_ko.iter().map(|korean| (fold(korean), fold(&one.name))));
        let mut names: Vec<(String, String)> = pairs.collect();
        names.sort_by_key(|(korean, _)| std::cmp::Reverse(korean.len()));
        names
    })
}

/// The same text with the original name of a family where it begins with its Korean one, both folded: `엑사원 3.5` →
/// `exaone35`; `None` where it does not. O(its length and the families).
#[must_use]
pub fn original(text: &str) -> Option<String> {
    let folded = fold(text);
    names().iter().find_map(|(korean, name)| Some(format!("{name}{}", folded.strip_prefix(korean.as_str())?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_names_of_families_become_the_original_ones() {
        for (text, name) in
            [("엑사원", "exaone"), ("엑사원 3.5", "exaone35"), ("하이퍼클로바X", "hyperclovax"), ("챗GPT", "chatgpt")]
        {
            assert_eq!(original(text).as_deref(), Some(name), "{text}");
        }
        assert_eq!(original("카이스트"), None);
        assert_eq!(original(""), None);
    }
}
