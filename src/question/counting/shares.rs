//! How much of the network each work makes.

use serde::Serialize;

use crate::answer::number::{Real, plain, share, stable, thousands};
use crate::answer::told::{Cell, Column, Table};
use crate::corpus::work::WorkId;
use crate::english::agree;
use crate::network::Network;
use crate::network::counting::{Counting, Projection};
use crate::question::record::Evidence;
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// A network without the team cap is made only up to this many pairs of works; above it nothing is said of
/// what the cap leaves out.
const MOST_PAIRS: usize = 5_000_000;

/// What a work makes, for machines.
#[derive(Serialize)]
pub(super) struct ShareRow {
    work: Evidence,
    institutions: usize,
    pairs: usize,
    alone: usize,
    share_of_ties: Real,
    share_of_weight: Real,
}

/// What a work makes.
#[derive(Clone, Copy)]
pub(super) struct Share {
    work: WorkId,
    /// Pairs of its institutions.
    pairs: usize,
    /// Pairs that exist through it alone.
    alone: usize,
}

/// What all works make under full counting.
pub(super) struct Shares {
    /// Those that make ties: most ties of their own first, then most pairs, then in canonical order.
    pub(super) works: Vec<Share>,
    pub(super) ties: usize,
    /// Full counting.
    pub(super) weight: f64,
    /// Those beyond the team cap, in a network without it.
    pub(super) outside: Vec<Share>,
    /// Ties of that network; `None` when nothing is beyond the cap, or it would be too large.
    pub(super) ties_without_cap: Option<usize>,
    weight_without_cap: f64,
}

impl Shares {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let corpus = scope.corpus;
        let capped = Projection { counting: Counting::Full, ..scope.projection };
        let network = Network::one_mode(corpus, capped);
        let works = shares(&network, |work| !scope.is_left_out(work));
        let pairs: usize = corpus.work_ids().map(|work| pairs_of(corpus.institutions_of(work).len())).sum();
        let whole = (!network.excluded().is_empty() && pairs <= MOST_PAIRS)
            .then(|| Network::one_mode(corpus, Projection { counting: Counting::Full, max_team: None }));
        let outside = whole.as_ref().map(|whole| shares(whole, |work| scope.is_left_out(work)));
        Self {
            works,
            ties: network.tie_count(),
            weight: network.total_weight(),
            outside: outside.unwrap_or_default(),
            ties_without_cap: whole.as_ref().map(Network::tie_count),
            weight_without_cap: whole.as_ref().map_or(0.0, Network::total_weight),
        }
    }

    pub(super) fn rows(&self, scope: &Scope<'_>, shares: &[Share]) -> Vec<ShareRow> {
        let row = |one: &Share| {
            let (ties, weight) = self.whole_of(scope, one.work);
            ShareRow {
                work: Evidence::of(scope.corpus, one.work),
                institutions: scope.corpus.institutions_of(one.work).len(),
                pairs: one.pairs,
                alone: one.alone,
                share_of_ties: Real(one.alone as f64 / ties as f64),
                share_of_weight: Real(one.pairs as f64 / weight),
            }
        };
        shares.iter().map(row).collect()
    }

    /// Ties and weight of the network that a work belongs to.
    fn whole_of(&self, scope: &Scope<'_>, work: WorkId) -> (usize, f64) {
        match (scope.is_left_out(work), self.ties_without_cap) {
            (true, Some(ties)) => (ties, self.weight_without_cap),
            _ => (self.ties, self.weight),
        }
    }

    /// `StarCoder makes 54 % of all pairs`, and what the cap keeps out.
    pub(super) fn sentences(&self, voice: &Voice<'_, '_>) -> Vec<String> {
        let corpus = voice.scope.corpus;
        let mut told = Vec::new();
        if let Some(first) = self.works.first().filter(|one| one.alone > 0) {
            let (name, team) = (corpus.work_name(first.work), corpus.institutions_of(first.work).len());
            let (alone, ties) = (thousands(first.alone as u64), thousands(self.ties as u64));
            let percent = share(first.alone as u64, self.ties as u64);
            let institutions = voice.institutions(team);
            told.push(voice.say(
                format!("{name} ({institutions}) makes {percent} of all pairs: {alone} of {ties} {} through it alone.", agree(first.alone, "exists", "exist")),
                format!("{name}({institutions}) 하나가 전체 쌍의 {percent}를 만든다: {ties}쌍 중 {alone}쌍은 이 {} 하나로만 이어진다.", voice.noun()),
            ));
        }
        told.extend(self.outside_sentence(voice));
        let single = self.works.iter().map(|one| one.alone).sum::<usize>();
        if self.ties > 0 && single > 0 {
            let percent = share(single as u64, self.ties as u64);
            let all = counted(self.ties, "pair", "pairs");
            let rest = if single == 1 { "rests" } else { "rest" };
            told.push(voice.say(
                format!("Of {all}, {} ({percent}) {rest} on a single work.", thousands(single as u64)),
                format!(
                    "{}쌍 중 {}쌍({percent})은 {} 하나에만 기댄다.",
                    thousands(self.ties as u64),
                    thousands(single as u64),
                    voice.noun()
                ),
            ));
        }
        told
    }

    /// How many pairs the team cap keeps out, and what one work would make of them.
    fn outside_sentence(&self, voice: &Voice<'_, '_>) -> Option<String> {
        let all = self.ties_without_cap?;
        let first = self.outside.first()?;
        let (added, whole) = (thousands((all - self.ties) as u64), thousands(all as u64));
        let percent = share((all - self.ties) as u64, all as u64);
        let name = voice.scope.corpus.work_name(first.work);
        let (alone_en, alone_ko) = match (self.outside.len(), first.alone) {
            (1, _) => (format!(", all through {name}"), format!("(모두 {name})")),
            (_, 0) => (String::new(), String::new()),
            (_, alone) => {
                let alone = thousands(alone as u64);
                (format!(", {alone} of them through {name} alone"), format!("(그중 {alone}쌍은 {name} 하나로)"))
            }
        };
        Some(voice.say(
            format!(
                "Without the team cap there would be {added} more, {percent} of then {}{alone_en}.",
                counted(all, "pair", "pairs")
            ),
            format!("기관 수 상한이 없으면 {added}쌍{alone_ko}이 더해져 모두 {whole}쌍이 된다(늘어난 몫 {percent})."),
        ))
    }

    pub(super) fn table(&self, voice: &Voice<'_, '_>, shown: &[Share]) -> Table {
        let columns = vec![
            Column::new("work", voice.say("Work", voice.noun())),
            Column::for_machines("id"),
            Column::new("institutions", voice.say("Institutions", "기관 수")),
            Column::new("pairs", voice.say("Pairs", "쌍")),
            Column::new("alone", voice.say("Through it alone", "이것으로만 이어진 쌍")),
            Column::new("share_of_ties", voice.say("Share of pairs", "전체 쌍 대비")),
            Column::new("share_of_weight", voice.say("Share of weight", "전체 가중치 대비")),
        ];
        let of = |part: f64| if part.is_finite() { stable(part).to_string() } else { String::new() };
        let row = |one: &Share| {
            vec![
                Cell::text(voice.work(one.work)),
                Cell::text(voice.scope.corpus.work_key(one.work)),
                Cell::Count(voice.scope.corpus.institutions_of(one.work).len() as u64),
                Cell::Count(one.pairs as u64),
                Cell::Count(one.alone as u64),
                Cell::coded(share(one.alone as u64, self.ties as u64), of(one.alone as f64 / self.ties as f64)),
                Cell::coded(
                    format!("{}%", plain(one.pairs as f64 * 100.0 / self.weight, 1)),
                    of(one.pairs as f64 / self.weight),
                ),
            ]
        };
        let caption = voice.say("What single works make", format!("{} 하나가 만드는 몫", voice.noun()));
        Table { name: "works".to_owned(), caption, columns, rows: shown.iter().map(row).collect() }
    }
}

fn pairs_of(team: usize) -> usize {
    team * team.saturating_sub(1) / 2
}

fn shares(network: &Network<'_>, wanted: impl Fn(WorkId) -> bool) -> Vec<Share> {
    let corpus = network.corpus();
    let mut alone = vec![0; corpus.work_count()];
    for tie in 0..network.tie_count() {
        let (_, _, weight) = network.tie(tie);
        // A tie that an input states as well weighs more than its one work.
        if let ([work], true) = (network.evidence(tie), weight <= 1.0) {
            alone[work.index()] += 1;
        }
    }
    let share =
        |work: WorkId| Share { work, pairs: pairs_of(corpus.institutions_of(work).len()), alone: alone[work.index()] };
    let mut shares: Vec<Share> =
        corpus.work_ids().filter(|&work| wanted(work)).map(share).filter(|one| one.pairs > 0).collect();
    shares.sort_by_key(|one| (std::cmp::Reverse((one.alone, one.pairs)), one.work));
    shares
}
