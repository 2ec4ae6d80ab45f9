//! `--explain`: what of the input is read to answer, and why not less.

use collabgraph::answer::language::Language;
use collabgraph::answer::number::thousands;
use collabgraph::scan::plan::{Fields, FullReason, Pass, Plan, Rows, Sink};

use crate::fault::Fault;
use crate::output;

/// Prints a plan, a line a pass.
pub(crate) fn print(plan: &Plan, language: Language) -> Result<(), Fault> {
    let mut text = String::new();
    for (number, pass) in plan.passes.iter().enumerate() {
        text.push_str(&format!("{}. {}\n", number + 1, of_pass(pass, language)));
    }
    if let Some(reason) = &plan.full {
        text.push_str(&of_reason(reason, language));
        text.push('\n');
    }
    output::print(text.as_bytes())
}

fn of_pass(pass: &Pass, language: Language) -> String {
    let (met, read) = (thousands(pass.met), thousands(pass.read));
    let (fields, fields_ko) = match pass.fields {
        Fields::Institutions => ("the institutions", "기관"),
        Fields::InstitutionsAndFilter => (
            "the institutions, their countries and sectors, and what the filter asks for",
            "기관, 국가, 유형과 조건에 쓰는 값",
        ),
        Fields::ColumnProfile => ("what commas and dates mean", "쉼표와 날짜의 뜻"),
        Fields::WorkKind => ("whether works are models or publications", "모델인지 문헌인지"),
        _ => ("everything", "모든 값"),
    };
    let (sink, sink_ko) = match pass.sink {
        Sink::ColumnProfile => ("a profile of the columns", "열 분석"),
        Sink::EntityIndex => ("an index of institutions", "기관 목록"),
        Sink::PairCounts => ("counts of pairs", "기관 쌍의 수"),
        Sink::WorkKind => ("the kind of works", "성과물의 종류"),
        _ => ("works and institutions", "성과물과 기관"),
    };
    let (full, full_ko) = match pass.rows {
        Rows::Matching => (
            format!("; {read} of them, which may name what is asked for, are read in full"),
            format!(", 이름이 나올 만한 {read}건은 모두 읽음"),
        ),
        Rows::LargeTeams => (
            format!("; {read} of them, of more institutions than the cap, are read in full"),
            format!(", 기관 수 상한을 넘는 {read}건은 모두 읽음"),
        ),
        _ => (String::new(), String::new()),
    };
    language.say(
        format!("Read {fields} of {met} works → {sink}{full}."),
        format!("성과물 {met}건에서 {fields_ko} 읽기 → {sink_ko}{full_ko}."),
    )
}

/// Why all works are read in full.
fn of_reason(reason: &FullReason, language: Language) -> String {
    let (why, why_ko) = match reason {
        FullReason::SmallInput => {
            ("the input is small, so that reading less would save nothing", "입력이 작아 덜 읽어도 빨라지지 않는다")
        }
        FullReason::SeveralInputs => {
            ("works of several inputs are compared with each other", "여러 입력의 성과물을 서로 견주어야 한다")
        }
        FullReason::StandardInput => ("standard input can be read only once", "표준 입력은 한 번만 읽을 수 있다"),
        FullReason::Document => ("the format is read as a whole document", "문서 전체를 한꺼번에 읽는 형식이다"),
        FullReason::GroupLevel => (
            "institutions are rolled up to groups, which rests on all names",
            "기관을 그룹으로 묶으려면 모든 이름이 필요하다",
        ),
        FullReason::GroupedRows => ("rows are grouped into works by a column", "행을 열 값에 따라 성과물로 묶는다"),
        FullReason::Columns => ("a column means something else than its profile shows", "열의 뜻이 분석과 다르다"),
        FullReason::SharedWorks => ("several rows may be one work", "여러 행이 한 성과물일 수 있다"),
        FullReason::SimilarNames => {
            ("two names of one work may be one institution", "한 성과물의 두 이름이 한 기관일 수 있다")
        }
        FullReason::Addresses => {
            ("some cells of institutions may be postal addresses", "기관 칸에 주소가 있을 수 있다")
        }
        FullReason::Notices => ("every notice is asked for", "모든 알림을 요청했다"),
        FullReason::Evidence => ("evidence is asked for every row of the answer", "답의 모든 행에 근거를 요청했다"),
        FullReason::Counting => {
            ("only full counting is done without works", "전체 계수가 아니면 모든 성과물이 필요하다")
        }
        FullReason::InstitutionFilter => {
            ("the filter names an institution, which rests on all names", "기관 조건을 확인하려면 모든 이름이 필요하다")
        }
        FullReason::LineFilter => {
            ("the filter rests on facts that lines of JSON hold deep inside", "조건에 쓰는 값이 JSON 안쪽에 있다")
        }
        FullReason::FilterWords => ("no work has a word of the filter", "조건의 낱말이 있는 성과물이 없다"),
        FullReason::Identifier => ("an identifier rests on all names", "식별자는 모든 이름에 따라 정해진다"),
        FullReason::Name => (
            "no single institution has exactly this name, so the nearest are looked for among all",
            "정확히 그 이름인 기관이 하나가 아니어서 모두에서 찾는다",
        ),
        FullReason::WorkName => ("a work has this name", "그 이름의 성과물이 있다"),
        FullReason::WorkIdentifiers => (
            "works share a name, and with it the stem of their identifiers",
            "이름이 같은 성과물이 있어 식별자가 모두에 따라 정해진다",
        ),
        FullReason::Path => (
            "institutions on the shortest path have names that several rows write differently",
            "최단 경로에 있는 기관의 이름이 행마다 다르다",
        ),
        _ => ("the question rests on all works", "질문이 모든 성과물에 걸쳐 있다"),
    };
    language.say(format!("All works are read in full because {why}."), format!("모든 성과물을 읽는 까닭: {why_ko}."))
}
