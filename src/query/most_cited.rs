//! Partnerships by the citations of their works.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::partnerships;
use crate::query::ranking;
use crate::query::record::{self, InstitutionRecord, Method, WorkRecord};
use crate::query::strongest::Options;
use crate::query::trend::citations_date;

#[derive(Serialize)]
struct Record {
    by: &'static str,
    rows: Vec<Row>,
    ties: usize,
    citations_as_of: Option<String>,
    unknown_citations: usize,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    a: InstitutionRecord,
    b: InstitutionRecord,
    citations: u64,
    citations_known: usize,
    weight: Real,
    works: Vec<WorkRecord>,
}

/// Sum of the known citation counts of some works, and of how many works it is known.
fn citations(context: &QueryContext<'_>, works: &[WorkId]) -> (u64, usize) {
    let known = works.iter().filter_map(|&work| context.corpus.work(work).citations);
    known.fold((0, 0), |(sum, count), (one, _)| (sum + u64::from(one), count + 1))
}

/// Ties by the citations of the works behind them; those of which no count is known are left out. O(ties log ties).
#[must_use]
pub fn ask(context: &QueryContext<'_>, options: &Options, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let network = context.network();
    let of = |tie: usize| citations(context, network.evidence(tie));
    let mut ties: Vec<usize> = partnerships::strongest(context).into_iter().filter(|&tie| of(tie).1 > 0).collect();
    // The order of weight and name stays among equals.
    ties.sort_by_key(|&tie| std::cmp::Reverse(of(tie).0));
    let counts: Vec<f64> = ties.iter().map(|&tie| of(tie).0 as f64).collect();
    let ranks = ranking::ranks(&counts);
    let shown = options.top.unwrap_or(usize::MAX).min(ties.len());
    let works: Vec<WorkId> = {
        let mut works: Vec<WorkId> =
            (0..network.tie_count()).flat_map(|tie| network.evidence(tie).iter().copied()).collect();
        works.sort_unstable();
        works.dedup();
        works
    };
    let unknown = works.len() - citations(context, &works).1;
    let date = citations_date(context.corpus, &works);
    let row = |(&tie, &rank): (&usize, &usize)| {
        let (a, b) = partnerships::ends(context, tie)?;
        let (citations, citations_known) = of(tie);
        Some(Row {
            rank,
            a: InstitutionRecord::of(context.corpus, a),
            b: InstitutionRecord::of(context.corpus, b),
            citations,
            citations_known,
            weight: Real(network.tie(tie).2),
            works: WorkRecord::all(context.corpus, network.evidence(tie)),
        })
    };
    let excluded = network.excluded();
    let record = Record {
        by: "citations",
        rows: ties[..shown].iter().zip(&ranks).filter_map(row).collect(),
        ties: ties.len(),
        citations_as_of: date.map(|date| date.to_string()),
        unknown_citations: unknown,
        method: Method::of(context, excluded),
    };
    let mut notes: Vec<Message> = ranking::truncation_note(shown, ties.len(), "tie").into_iter().collect();
    if unknown > 0 {
        let kind = localized.kind();
        notes.push(message!("trend-unknown-works", count = unknown, kind = kind, measure = "citations"));
    }
    notes.extend(date.map(|date| message!("trend-citations-as-of", date = date)));
    notes.extend(localized.method());
    Answer {
        language: localized.language,
        found: shown > 0,
        lead: localized.lead(vec![lead(&localized, &ties)], Basis::Ties(excluded)),
        tables: vec![table(&localized, &ties[..shown], &ranks)],
        notes,
        record: record::value(&record),
    }
}

fn lead(localized: &LocalizedContext<'_, '_>, ties: &[usize]) -> Message {
    let (context, kind) = (localized.context, localized.kind());
    let first = ties.first().and_then(|&tie| Some((tie, partnerships::ends(context, tie)?)));
    let Some((tie, (a, b))) = first else {
        return match context.network().tie_count() {
            0 => message!("answers-no-ties"),
            _ => message!("strongest-no-citations", kind = kind),
        };
    };
    let cited = |tie: usize| citations(context, context.network().evidence(tie)).0;
    let equal = ties.iter().take_while(|&&other| cited(other) == cited(tie)).count();
    let works = context.network().evidence(tie);
    message!(
        "strongest-cited",
        a = localized.names_of(a),
        b = localized.names_of(b),
        citations = citations(context, works).0,
        count = works.len(),
        kind = kind,
        others = equal - 1
    )
}

fn table(localized: &LocalizedContext<'_, '_>, ties: &[usize], ranks: &[usize]) -> Table {
    let columns = vec![
        localized.column("rank", message!("answers-rank")).integer(),
        localized.column("a", message!("answers-institution")),
        localized.column("b", message!("answers-partner")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        localized.column("citations", message!("strongest-citations")).integer(),
        localized.column("weight", message!("answers-weight")).real(),
        localized.column("works", message!("answers-joint-works", kind = localized.kind())),
    ];
    let context = localized.context;
    let key = |id| Cell::text(&context.corpus.institution(id).id);
    let row = |(&tie, &rank): (&usize, &usize)| {
        let (a, b) = partnerships::ends(context, tie)?;
        let works = context.network().evidence(tie);
        Some(vec![
            Cell::Count(rank as u64),
            Cell::text(localized.name(a)),
            Cell::text(localized.name(b)),
            key(a),
            key(b),
            Cell::Count(citations(context, works).0),
            Cell::Real(context.network().tie(tie).2),
            Cell::list(works.iter().map(|&work| localized.work(work)).collect()),
        ])
    };
    let caption = localized.text(message!("strongest-cited-caption"));
    Table { name: "ties".to_owned(), caption, columns, rows: ties.iter().zip(ranks).filter_map(row).collect() }
}
