//! Which partnerships are strongest, and on what do they rest?

use serde::{Serialize, Serializer};

use crate::answer::korean::Particle;
use crate::answer::language::Language;
use crate::answer::number::Real;
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::question::partnership::{self, bundles};
use crate::question::record::{self, Evidence, Method, Party};
use crate::question::scope::Scope;
use crate::question::standing;
use crate::question::voice::{Voice, counted};

/// How many ties unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

/// How far the list goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many ties at most; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record<'s, 'c> {
    rows: Rows<'s, 'c>,
    ties: usize,
    #[serde(flatten)]
    method: Method,
}

/// Rows that are made one after the other, while they are written: there may be a hundred thousand of them.
struct Rows<'s, 'c> {
    scope: &'s Scope<'c>,
    ties: &'s [usize],
    ranks: &'s [usize],
}

impl Serialize for Rows<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.ties.iter().zip(self.ranks).filter_map(|(&tie, &rank)| row(self.scope, tie, rank)))
    }
}

#[derive(Serialize)]
struct Row {
    rank: usize,
    a: Party,
    b: Party,
    weight: Real,
    works: Vec<Evidence>,
}

/// The strongest ties with the works behind each: by weight, then number of works, then names. A filter chooses works;
/// the ties are all that those make.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let ties = partnership::strongest(scope);
    let weights: Vec<f64> = ties.iter().map(|&tie| scope.network().tie(tie).2).collect();
    let ranks = standing::ranks(&weights);
    let shown = options.top.unwrap_or(usize::MAX).min(ties.len());
    let left_out = scope.network().excluded();
    let record = Record {
        rows: Rows { scope, ties: &ties[..shown], ranks: &ranks },
        ties: ties.len(),
        method: Method::of(scope, left_out),
    };
    let first = ranks.iter().take_while(|&&rank| rank == 1).count();
    let mut notes: Vec<String> = standing::cut(&voice, shown, ties.len(), ("ties", "관계", "개")).into_iter().collect();
    notes.extend(voice.method(left_out));
    Answer {
        found: shown > 0,
        lead: lead(&voice, &ties[..first]),
        tables: vec![table(&voice, &ties[..shown], &ranks)],
        notes,
        record: record::value(&record),
    }
}

fn row(scope: &Scope<'_>, tie: usize, rank: usize) -> Option<Row> {
    let (a, b) = partnership::ends(scope, tie)?;
    Some(Row {
        rank,
        a: Party::of(scope.corpus, a),
        b: Party::of(scope.corpus, b),
        weight: Real(scope.network().tie(tie).2),
        works: Evidence::all(scope.corpus, scope.network().evidence(tie)),
    })
}

/// Who stands first; pairs of one team are told together.
fn lead(voice: &Voice<'_, '_>, first: &[usize]) -> Vec<String> {
    let network = voice.scope.network();
    let Some(&tie) = first.first() else {
        return vec![voice.say("There are no ties.", "관계가 없다.")];
    };
    let weight = voice.weight(network.tie(tie).2);
    let works = network.evidence(tie);
    if let ([_], Some((a, b))) = (first, partnership::ends(voice.scope, tie)) {
        let (one, other) = (voice.name(a), voice.name(b));
        let (one_and, other_ko) = (voice.with(a, Particle::And), voice.name(b));
        let basis = match works.len() {
            0 => voice.say(", stated by the input without works", ", 입력에 적힌 관계"),
            count => voice.say(format!(", on {}", voice.works(count)), format!(", {}", voice.works(count))),
        };
        let list = if works.is_empty() { String::new() } else { format!(": {}", voice.work_list(works)) };
        return vec![voice.say(
            format!("The strongest tie is that of {one} and {other}: weight {weight}{basis}{list}."),
            format!("가장 강한 관계: {one_and} {other_ko}(가중치 {weight}{basis}){list}."),
        )];
    }
    let bundle = |one: &partnership::Bundle| {
        let names = voice.names(&one.institutions);
        match one.institutions.len() {
            2 => names,
            _ => voice.say(
                format!("all {} of {names}", counted(one.ties.len(), "pair", "pairs")),
                format!("{names} 사이의 모든 {}쌍", one.ties.len()),
            ),
        }
    };
    let bundles = bundles(voice.scope, first);
    let list = bundles.iter().take(4).map(bundle).collect::<Vec<_>>().join("; ");
    let more = match bundles.len() {
        0..=4 => String::new(),
        count => voice.say(format!("; and {} more", count - 4), format!(" 외 {}건", count - 4)),
    };
    vec![voice.say(
        format!("{} are strongest, each with weight {weight}: {list}{more}.", counted(first.len(), "tie", "ties")),
        format!("가장 강한 관계는 {}개이고 가중치는 모두 {weight}: {list}{more}.", first.len()),
    )]
}

fn table(voice: &Voice<'_, '_>, ties: &[usize], ranks: &[usize]) -> Table {
    let columns = vec![
        Column::new("rank", voice.say("Rank", "순위")),
        Column::new("a", voice.say("Institution", "기관")),
        Column::new("b", voice.say("Partner", "협력 기관")),
        Column::for_machines("a_id"),
        Column::for_machines("b_id"),
        Column::new("weight", voice.say("Weight", "가중치")),
        Column::new("works", voice.say("Joint works", format!("함께 발표한 {}", voice.noun()))),
    ];
    let key = |id| voice.scope.corpus.institution(id).id.clone();
    let row = |(&tie, &rank): (&usize, &usize)| {
        let (a, b) = partnership::ends(voice.scope, tie)?;
        let works = voice.scope.network().evidence(tie);
        Some(vec![
            Cell::Count(rank as u64),
            Cell::text(voice.name(a)),
            Cell::text(voice.name(b)),
            Cell::text(key(a)),
            Cell::text(key(b)),
            Cell::Real(voice.scope.network().tie(tie).2),
            Cell::list(works.iter().map(|&work| voice.work(work)).collect()),
        ])
    };
    let caption = voice.say("Strongest ties", "가장 강한 관계");
    Table { name: "ties".to_owned(), caption, columns, rows: ties.iter().zip(ranks).filter_map(row).collect() }
}
