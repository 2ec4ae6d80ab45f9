//! Names as users type them → the one entity that is meant, or a clear "which one?".

use std::fmt::Write;

use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::query::lookup::{self, Lookup, NamedEntity};

use crate::fault::Fault;

/// Who or what is meant by a name: an institution or a work.
pub(crate) fn entity(corpus: &Corpus, query: &str) -> Result<NamedEntity, Fault> {
    match lookup::find(corpus, query) {
        Lookup::Unique(entity) => Ok(entity),
        Lookup::Ambiguous(candidates) => Err(ambiguous(corpus, query, &candidates)),
        Lookup::NotFound(nearest) => Err(missing(corpus, query, &nearest)),
    }
}

/// Which institution is meant by a name.
pub(crate) fn institution(corpus: &Corpus, query: &str) -> Result<InstitutionId, Fault> {
    match lookup::find_institution(corpus, query) {
        Lookup::Unique(NamedEntity::Institution(id)) => Ok(id),
        Lookup::Unique(NamedEntity::Work(id)) => {
            let name = corpus.work_name(id);
            Err(Fault::new(
                format!(
                    "“{name}” is a work; here an institution is asked for. `collab who \"{name}\"` tells who built it."
                ),
                format!(
                    "“{name}”은(는) 기관이 아니라 모델·문헌이다. 누가 만들었는지는 `collab who \"{name}\"`로 볼 수 있다."
                ),
            ))
        }
        Lookup::Ambiguous(candidates) => Err(ambiguous(corpus, query, &candidates)),
        Lookup::NotFound(nearest) => Err(missing(corpus, query, &nearest)),
    }
}

/// Which institution of a file that is too large to be loaded for a name is meant, where works of that very name were
/// looked for before.
pub(crate) fn institution_of_large(corpus: &Corpus, query: &str) -> Result<InstitutionId, Fault> {
    let found = institution(corpus, query);
    let Lookup::NotFound(nearest) = lookup::find_institution(corpus, query) else { return found };
    let list = list(corpus, &nearest);
    let (near, near_ko) = match nearest.is_empty() {
        true => (", and none is near to it. ".to_owned(), " 비슷한 이름의 기관도 없다. ".to_owned()),
        false => (
            format!(". The nearest institutions are:\n{list}\n"),
            format!(" 가장 가까운 기관은 다음과 같다.\n{list}\n"),
        ),
    };
    found.map_err(|_| {
        Fault::new(
            format!(
                "“{query}” is no institution of the data{near}Works were looked for by exactly this name, \
                 for the file is large; --notices all reads all of it and looks further."
            ),
            format!(
                "“{query}”(이)라는 기관은 자료에 없다.{near_ko}파일이 커서 모델·문헌은 정확히 같은 이름만 찾았다. \
                 --notices all을 주면 모두 읽고 더 찾아본다."
            ),
        )
    })
}

fn ambiguous(corpus: &Corpus, query: &str, candidates: &[NamedEntity]) -> Fault {
    let list = list(corpus, candidates);
    Fault::new(
        format!("“{query}” may mean any of these; ask by one full name, or by id as in id:kaist:\n{list}"),
        format!(
            "“{query}”에 해당하는 이름이 여럿이다. 아래의 이름 하나, 또는 id:kaist처럼 식별자로 물어 주세요.\n{list}"
        ),
    )
}

fn missing(corpus: &Corpus, query: &str, nearest: &[NamedEntity]) -> Fault {
    if nearest.is_empty() {
        return Fault::new(
            format!(
                "“{query}” is not in the data, and nothing there is near to it. `collab institutions` lists all names."
            ),
            format!("“{query}”은(는) 자료에 없고 비슷한 이름도 없다. 모든 이름은 `collab institutions`로 볼 수 있다."),
        );
    }
    let list = list(corpus, nearest);
    Fault::new(
        format!("“{query}” is not in the data. The nearest names are:\n{list}"),
        format!("“{query}”은(는) 자료에 없다. 가장 가까운 이름은 다음과 같다.\n{list}"),
    )
}

fn list(corpus: &Corpus, entities: &[NamedEntity]) -> String {
    let mut text = String::new();
    for entity in entities {
        let (name, key) = match *entity {
            NamedEntity::Institution(id) => {
                let institution = corpus.institution(id);
                (Language::Both.name(&institution.names), institution.id.clone())
            }
            NamedEntity::Work(id) => (corpus.work_name(id).to_owned(), corpus.work_key(id)),
        };
        let _ = writeln!(text, "  {name}  [{key}]");
    }
    text.trim_end().to_owned()
}
