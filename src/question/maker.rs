//! Who built this work?

use serde::Serialize;

use crate::answer::korean::{self, Particle};
use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::record::{self, Evidence, Method, PartnerRecord};
use crate::question::scope::Scope;
use crate::question::voice::Voice;
use crate::question::works::Row;

/// Weight of the tie of a work and an institution behind it, as in the two-mode network.
const TIE: f64 = 1.0;

#[derive(Serialize)]
struct Record {
    of: Of,
    partners: Vec<PartnerRecord>,
    solo_works: Vec<Evidence>,
    #[serde(flatten)]
    method: Method,
    work: Row,
}

/// The work asked for, in the shape of a party.
#[derive(Serialize)]
struct Of {
    id: String,
    name: String,
    name_ko: Option<String>,
    country: Option<String>,
    sector: Option<String>,
    kind: &'static str,
    date: Option<String>,
    link: Option<String>,
}

/// Who built work `id`: its institutions in the order of the record, and everything known of it.
#[must_use]
pub fn ask(scope: &Scope<'_>, id: WorkId, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let institutions = scope.corpus.institutions_of(id);
    let evidence = Evidence::of(scope.corpus, id);
    let left_out: Vec<WorkId> = scope.is_left_out(id).then_some(id).into_iter().collect();
    let record = Record {
        of: Of {
            id: evidence.id.clone(),
            name: evidence.name.clone(),
            name_ko: None,
            country: None,
            sector: None,
            kind: "work",
            date: evidence.date.clone(),
            link: evidence.link.clone(),
        },
        partners: institutions.iter().map(|&one| PartnerRecord::of(scope, one, TIE, &[id])).collect(),
        solo_works: if institutions.len() == 1 { vec![evidence.clone()] } else { Vec::new() },
        method: Method::of(scope, &left_out),
        work: Row::of(scope.corpus, id),
    };
    let mut notes: Vec<String> = statements(&voice, id);
    notes.extend(if left_out.is_empty() { voice.data() } else { voice.method(&left_out) });
    Answer {
        found: !institutions.is_empty(),
        lead: lead(&voice, id),
        tables: vec![builders(&voice, institutions), facts(&voice, id)],
        notes,
        record: record::value(&record),
    }
}

fn lead(voice: &Voice<'_, '_>, id: WorkId) -> Vec<String> {
    let corpus = voice.scope.corpus;
    let institutions = corpus.institutions_of(id);
    let (name, names) = (voice.work(id), voice.names(institutions));
    let topic = korean::attach(&name, Particle::Topic);
    let subject = korean::attach(&names, Particle::Subject);
    let count = voice.institutions(institutions.len());
    vec![match institutions {
        [] => voice.say(
            format!("The input names no institution behind {name}."),
            format!("입력에는 {name}의 기관이 적혀 있지 않다."),
        ),
        [_] => voice.say(format!("{name} was made by {names} alone."), format!("{topic} {subject} 단독으로 발표했다.")),
        _ => voice
            .say(format!("{name} was made by {count}: {names}."), format!("{topic} {count}이 함께 발표했다: {names}.")),
    }]
}

fn statements(voice: &Voice<'_, '_>, id: WorkId) -> Vec<String> {
    let statements = voice.scope.corpus.statements(id).iter();
    statements
        .map(|one| {
            let says = voice.say(one.text.as_str(), one.text_ko.as_str());
            voice.say(
                format!("On its {}, {} says: {says}", one.about, one.source),
                format!("{}({})에 따르면: {says}", one.source, one.about),
            )
        })
        .collect()
}

fn builders(voice: &Voice<'_, '_>, institutions: &[InstitutionId]) -> Table {
    let columns = vec![
        Column::new("institution", voice.say("Institution", "기관")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::new("country", voice.say("Country", "국가")),
        Column::new("sector", voice.say("Sector", "부문")),
    ];
    let row = |&id: &InstitutionId| {
        let institution = voice.scope.corpus.institution(id);
        vec![
            Cell::text(voice.name(id)),
            Cell::text(&institution.id),
            Cell::text(&institution.names.name),
            Cell::text(institution.names.name_ko.clone().unwrap_or_default()),
            voice.countries(id),
            voice.sector(id),
        ]
    };
    Table {
        name: "institutions".to_owned(),
        caption: voice.say("Institutions", "기관"),
        columns,
        rows: institutions.iter().map(row).collect(),
    }
}

/// What is known of the work, one fact a row; unknown facts have none.
fn facts(voice: &Voice<'_, '_>, id: WorkId) -> Table {
    let work = voice.scope.corpus.work(id);
    let words = |list: &[Box<str>]| list.iter().map(|word| word.to_string()).collect::<Vec<_>>();
    let citations = work.citations.map_or_else(String::new, |(count, day)| {
        let count = thousands(u64::from(count));
        day.map_or_else(
            || count.clone(),
            |day| voice.say(format!("{count} (as of {day})"), format!("{count}({day} 기준)")),
        )
    });
    let links = work.links.iter().map(|link| (*link).to_owned()).collect();
    let all = [
        ("Title", "제목", Cell::text(work.title)),
        ("Authors", "저자", Cell::text(work.authors)),
        ("Date", "날짜", work.date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()))),
        ("Criteria", "선정 기준", Cell::list(work.criteria.iter().map(|word| voice.term(word)).collect())),
        ("Fields", "분야", Cell::list(words(work.domains))),
        ("Citations", "인용", Cell::text(citations)),
        ("Access", "공개 방식", Cell::text(voice.term(work.accessibility))),
        ("Links", "링크", Cell::list(links)),
    ];
    let known = all.into_iter().filter(|(_, _, cell)| *cell != Cell::Empty);
    Table {
        name: "facts".to_owned(),
        caption: voice.say("What is known", "알려진 사실"),
        columns: vec![Column::new("fact", voice.say("Fact", "항목")), Column::new("value", voice.say("Value", "내용"))],
        rows: known.map(|(english, korean, cell)| vec![Cell::Text(voice.say(english, korean)), cell]).collect(),
    }
}
