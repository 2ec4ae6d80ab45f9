//! Which institutions are there?

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::number::{Real, thousands};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::question::lack;
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::voice::Voice;

/// An institution and its numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    #[serde(flatten)]
    party: Party,
    sectors: Vec<&'static str>,
    parent: Option<String>,
    aliases: Vec<String>,
    works: usize,
    co_made: usize,
    partners: usize,
    strength: Real,
    since: Option<String>,
    until: Option<String>,
    #[serde(skip)]
    id: InstitutionId,
}

impl Row {
    fn of(scope: &Scope<'_>, id: InstitutionId) -> Self {
        let (corpus, network) = (scope.corpus, scope.network());
        let institution = corpus.institution(id);
        let works = corpus.works_of(id);
        let dates = || works.iter().filter_map(|&work| corpus.date(work));
        let node = network.node_of(id);
        Self {
            party: Party::of(corpus, id),
            sectors: institution.sectors.iter().map(|sector| sector.key()).collect(),
            parent: institution.parent.clone(),
            aliases: institution.aliases.clone(),
            works: works.len(),
            co_made: works.iter().filter(|&&work| corpus.institutions_of(work).len() > 1).count(),
            partners: network.adjacency().degree(node),
            // The sum of nothing is -0.
            strength: Real(network.adjacency().weights(node).iter().sum::<f64>() + 0.0),
            since: dates().min().map(|date| date.to_string()),
            until: dates().max().map(|date| date.to_string()),
            id,
        }
    }
}

#[derive(Serialize)]
struct Record<'r> {
    rows: &'r [Row],
    #[serde(flatten)]
    method: Method,
    others: usize,
}

/// Lists the institutions that meet the filter themselves, most works first.
#[must_use]
pub fn ask(scope: &Scope<'_>, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let mut rows: Vec<Row> =
        scope.corpus.institution_ids().filter(|&id| scope.shows(id)).map(|id| Row::of(scope, id)).collect();
    let label = |row: &Row| scope.corpus.institution(row.id).names.label().to_owned();
    rows.sort_by(|a, b| b.works.cmp(&a.works).then_with(|| label(a).cmp(&label(b))).then(a.id.cmp(&b.id)));
    let others = scope.corpus.institution_count() - rows.len();
    let left_out = scope.network().excluded();
    let record = Record { rows: &rows, method: Method::of(scope, left_out), others };
    let mut notes: Vec<String> = others_note(&voice, others).into_iter().collect();
    notes.extend(voice.method(left_out));
    Answer {
        found: !rows.is_empty(),
        lead: vec![lead(&voice, &rows)],
        tables: vec![table(&voice, &rows)],
        notes,
        record: record::value(&record),
    }
}

/// Says how many institutions take part but are not listed.
#[must_use]
pub fn others_note(voice: &Voice<'_, '_>, others: usize) -> Option<String> {
    let number = thousands(others as u64);
    match others {
        0 => None,
        1 => Some(voice.say(
            "1 other institution takes part in these works but does not meet the filter itself; it is not listed.",
            "다른 기관 1곳도 참여했지만 조건에 맞지 않아 싣지 않았다.",
        )),
        _ => Some(voice.say(
            format!("{number} other institutions take part in these works but do not meet the filter themselves; they are not listed."),
            format!("다른 기관 {number}곳도 참여했지만 조건에 맞지 않아 싣지 않았다."),
        )),
    }
}

fn lead(voice: &Voice<'_, '_>, rows: &[Row]) -> String {
    if rows.is_empty() {
        return voice.say("No institution meets the filter.", "조건에 맞는 기관이 없다.");
    }
    let count = voice.institutions(rows.len());
    let partnered = rows.iter().filter(|row| row.partners > 0).count();
    let number = thousands(partnered as u64);
    if partnered == rows.len() {
        return voice.say(format!("{count}, all with partners."), format!("{count}. 모두 협력 기관이 있다."));
    }
    voice.say(
        format!("{count}, {number} of them with partners."),
        format!("{count}. 이 가운데 {number}곳에 협력 기관이 있다."),
    )
}

fn table(voice: &Voice<'_, '_>, rows: &[Row]) -> Table {
    let columns = vec![
        Column::new("institution", voice.say("Institution", "기관")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::new("country", voice.say("Country", "국가")),
        Column::new("sector", voice.say("Sector", "부문")),
        Column::for_machines("ror"),
        Column::for_machines("parent"),
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
        Column::new("co_made", voice.say("Co-made", "공동")),
        Column::new("partners", voice.say("Partners", "협력 기관")),
        Column::new("strength", voice.say("Strength", "가중치 합")),
        Column::for_machines("since"),
        Column::for_machines("until"),
        Column::for_machines("aliases"),
    ];
    let cells = |row: &Row| {
        let text = |text: &Option<String>| Cell::text(text.clone().unwrap_or_default());
        vec![
            Cell::text(voice.name(row.id)),
            Cell::text(&row.party.id),
            Cell::text(&row.party.name),
            text(&row.party.name_ko),
            voice.countries(row.id),
            voice.sector(row.id),
            text(&row.party.ror),
            text(&row.parent),
            Cell::Count(row.works as u64),
            Cell::Count(row.co_made as u64),
            Cell::Count(row.partners as u64),
            Cell::Real(row.strength.0),
            text(&row.since),
            text(&row.until),
            Cell::list(row.aliases.clone()),
        ]
    };
    Table {
        name: "institutions".to_owned(),
        caption: if lack::of_works(voice.scope) {
            voice.say("Institutions", "기관")
        } else {
            voice.say("Institutions by number of works", format!("{} 수 순 기관", voice.noun()))
        },
        columns,
        rows: rows.iter().map(cells).collect(),
    }
}
