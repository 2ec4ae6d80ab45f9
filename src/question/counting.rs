//! What does counting change? Rankings under full, fractional and strict counting side by side, and how much
//! of the network rests on single works.

mod shares;

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::network::Network;
use crate::network::counting::{Counting, Projection};
use crate::question::counting::shares::{ShareRow, Shares};
use crate::question::institutions::others_note;
use crate::question::lack;
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::standing;
use crate::question::voice::Voice;

/// How many institutions and works unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

/// The three countings in the order in which they are told.
const ALL: [Counting; 3] = [Counting::Full, Counting::Fractional, Counting::Strict];

/// How far the lists go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many institutions and works at most; `None`: all.
    pub top: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP) }
    }
}

#[derive(Serialize)]
struct Record {
    rows: Vec<Row>,
    ranked: usize,
    unranked: usize,
    works: Vec<ShareRow>,
    ties: usize,
    weight: Real,
    outside: Vec<ShareRow>,
    ties_without_cap: Option<usize>,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    party: Party,
    full: Real,
    full_rank: usize,
    fractional: Real,
    fractional_rank: usize,
    strict: Real,
    strict_rank: usize,
    rise: i64,
}

/// An institution with its strength and rank under each counting.
struct Place {
    id: InstitutionId,
    strength: [f64; 3],
    rank: [usize; 3],
}

impl Place {
    /// Places won from full to strict counting; below zero: lost.
    fn rise(&self) -> i64 {
        self.rank[0] as i64 - self.rank[2] as i64
    }
}

/// Total link strength under the three countings, and what each work adds. The counting of the scope plays
/// no part; its team cap does.
#[must_use]
pub fn ask(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    lack::told(scope, answer(scope, options, language), language)
}

fn answer(scope: &Scope<'_>, options: &Options, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let places = places(scope);
    let top = |all: usize| options.top.unwrap_or(usize::MAX).min(all);
    let shown = &places[..top(places.len())];
    let shares = Shares::of(scope);
    let left_out = scope.network().excluded();
    let listed = scope.corpus.institution_ids().filter(|&id| scope.shows(id)).count();
    let (unranked, others) = (listed - places.len(), scope.corpus.institution_count() - listed);
    let works = &shares.works[..top(shares.works.len())];
    let record = Record {
        rows: shown.iter().map(|place| row(scope, place)).collect(),
        ranked: places.len(),
        unranked,
        works: shares.rows(scope, works),
        ties: shares.ties,
        weight: Real(shares.weight),
        outside: shares.rows(scope, &shares.outside),
        ties_without_cap: shares.ties_without_cap,
        method: Method::of(scope, left_out),
    };
    let mut lead = moved(&voice, &places);
    lead.extend(shares.sentences(&voice));
    let mut tables = vec![table(&voice, shown)];
    if !works.is_empty() {
        tables.push(shares.table(&voice, works));
    }
    let noun = scope.noun.korean().0;
    let mut notes = vec![voice.say(
        "Strength: the summed weight of an institution’s ties. A work of n institutions adds to each pair 1 (full), 1/(n−1) (fractional), 2/(n(n−1)) (strict).",
        format!("강도: 한 기관의 관계 가중치 합. 기관 n곳의 {noun} 하나는 쌍마다 1(전체), 1/(n−1)(분수), 2/(n(n−1))(엄격)을 더한다."),
    )];
    notes.extend(standing::cut(&voice, shown.len(), places.len(), ("institutions", "기관", "곳")));
    notes.extend(standing::cut(&voice, works.len(), shares.works.len(), ("co-made works", "공동 발표", "건")));
    notes.extend(others_note(&voice, others));
    notes.extend(voice.method(left_out).into_iter().skip(1));
    Answer { found: !places.is_empty(), lead, tables, notes, record: record::value(&record) }
}

/// All that have a partner and meet the filter, by full strength, then name.
fn places(scope: &Scope<'_>) -> Vec<Place> {
    let strengths = ALL.map(|counting| {
        let network = Network::one_mode(scope.corpus, Projection { counting, ..scope.projection });
        let rows = network.adjacency();
        (0..network.node_count()).map(|node| stable(rows.weights(node).iter().sum())).collect::<Vec<f64>>()
    });
    let label = |id: InstitutionId| scope.corpus.institution(id).names.label();
    let ids = scope.corpus.institution_ids().filter(|&id| scope.shows(id) && strengths[0][id.index()] > 0.0);
    let mut places: Vec<Place> =
        ids.map(|id| Place { id, strength: [0, 1, 2].map(|at| strengths[at][id.index()]), rank: [0; 3] }).collect();
    for at in [1, 2, 0] {
        places.sort_by(|x, y| {
            let strength = y.strength[at].total_cmp(&x.strength[at]);
            strength.then_with(|| label(x.id).cmp(label(y.id))).then(x.id.cmp(&y.id))
        });
        let ranks = standing::ranks(&places.iter().map(|place| place.strength[at]).collect::<Vec<_>>());
        places.iter_mut().zip(ranks).for_each(|(place, rank)| place.rank[at] = rank);
    }
    places
}

fn row(scope: &Scope<'_>, place: &Place) -> Row {
    let [full, fractional, strict] = place.strength.map(Real);
    let [full_rank, fractional_rank, strict_rank] = place.rank;
    let party = Party::of(scope.corpus, place.id);
    Row { party, full, full_rank, fractional, fractional_rank, strict, strict_rank, rise: place.rise() }
}

/// Who rises and who falls most between full and strict counting.
fn moved(voice: &Voice<'_, '_>, places: &[Place]) -> Vec<String> {
    if places.is_empty() {
        return vec![voice.say("No institution has a partner.", "협력 기관이 있는 기관이 없다.")];
    }
    let most = |sign: i64| {
        let best = places.iter().map(|place| place.rise() * sign).max().filter(|&most| most > 0)?;
        Some(places.iter().filter(|place| place.rise() * sign == best).collect::<Vec<_>>())
    };
    let told = |places: &[&Place]| {
        // Many that move alike are told with their ranks once.
        if let [first, _, ..] = places
            && places.iter().all(|place| place.rank == first.rank)
        {
            let names = voice.names(&places.iter().map(|place| place.id).collect::<Vec<_>>());
            let [full, _, strict] = first.rank;
            return voice
                .say(format!("{names}, each from {full} to {strict}"), format!("{names}(각각 {full}위→{strict}위)"));
        }
        let place = |place: &&Place| {
            let (name, [full, _, strict]) = (voice.name(place.id), place.rank);
            voice.say(format!("{name} (from {full} to {strict})"), format!("{name}({full}위→{strict}위)"))
        };
        voice.list(&places.iter().map(place).collect::<Vec<_>>(), "곳")
    };
    let mut lead = Vec::new();
    if let Some(up) = most(1) {
        let list = told(&up);
        lead.push(voice.say(
            format!("From full to strict counting, most places are won by {list}."),
            format!("전체 계수에서 엄격 계수로 바꾸면 가장 많이 오르는 기관: {list}."),
        ));
    }
    if let Some(down) = most(-1) {
        let list = told(&down);
        lead.push(voice.say(format!("Most are lost by {list}."), format!("가장 많이 내리는 기관: {list}.")));
    }
    if lead.is_empty() {
        lead.push(voice.say("All keep their ranks, whichever counting.", "어떤 계수로도 순위가 그대로다."));
    }
    lead
}

fn table(voice: &Voice<'_, '_>, shown: &[Place]) -> Table {
    let mut columns = vec![Column::new("institution", voice.say("Institution", "기관")), Column::for_machines("id")];
    for counting in ALL {
        let (english, korean) = match counting {
            Counting::Full => ("Full", "전체"),
            Counting::Fractional => ("Fractional", "분수"),
            Counting::Strict => ("Strict", "엄격"),
        };
        columns.push(Column::new(counting.key(), voice.say(english, korean)));
        let rank = voice.say("Rank", "순위");
        columns.push(Column::new(&format!("{}_rank", counting.key()), rank));
    }
    columns.push(Column::new("rise", voice.say("Full to strict", "전체→엄격")));
    let row = |place: &Place| {
        let mut cells =
            vec![Cell::text(voice.name(place.id)), Cell::text(&voice.scope.corpus.institution(place.id).id)];
        for at in 0..3 {
            cells.extend([Cell::Real(place.strength[at]), Cell::Count(place.rank[at] as u64)]);
        }
        cells.push(Cell::Change(place.rise()));
        cells
    };
    let caption = voice.say("Strength and rank by counting", "계수 방법별 강도와 순위");
    Table { name: "counting".to_owned(), caption, columns, rows: shown.iter().map(row).collect() }
}
