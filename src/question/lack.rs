//! Questions that need works, asked of a network that has none.

use crate::answer::language::Language;
use crate::answer::told::{Answer, Cell};
use crate::question::scope::Scope;

/// Whether the data state ties without works, and have no work at all.
#[must_use]
pub fn of_works(scope: &Scope<'_>) -> bool {
    scope.whole.0 == 0 && !scope.corpus.explicit_ties().is_empty()
}

/// The sentence that says so.
#[must_use]
pub fn sentence(language: Language) -> String {
    let (english, korean) = (
        "This question needs works, and these data have none: they state ties between institutions only. A table of \
         one row a work would serve.",
        "이 질문에는 모델이나 문헌이 필요한데, 이 자료에는 기관 사이의 관계만 있다. 모델이나 문헌마다 한 행인 표가 있어야 \
         한다.",
    );
    if language == Language::Korean { korean.to_owned() } else { english.to_owned() }
}

/// The answer as it is, or in its place the word that works are needed. The record stays: it tells that there is
/// nothing, by its schema.
#[must_use]
pub(crate) fn told(scope: &Scope<'_>, answer: Answer, language: Language) -> Answer {
    if !of_works(scope) {
        return answer;
    }
    let mut tables = answer.tables;
    tables.truncate(1);
    tables.iter_mut().for_each(|table| table.rows.clear());
    Answer { found: false, lead: vec![sentence(language)], tables, notes: Vec::new(), record: answer.record }
}

/// The answer with nothing where it counts works that the data cannot have: 0 would be a finding. O(size).
#[must_use]
pub fn uncounted(scope: &Scope<'_>, mut answer: Answer) -> Answer {
    if of_works(scope) {
        for table in &mut answer.tables {
            for (at, column) in table.columns.iter().enumerate() {
                if matches!(column.key.as_str(), "works" | "co_made") {
                    table.rows.iter_mut().filter_map(|row| row.get_mut(at)).for_each(|cell| *cell = Cell::Empty);
                }
            }
        }
    }
    answer
}
