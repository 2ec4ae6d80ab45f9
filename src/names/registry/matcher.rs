//! Matching of affiliation strings to records.
//!
//! 1. Every name of the registry inside the folded text is a span ([`search`](super::search)).
//! 2. Of the records that bear the name of a span one is chosen by country, city, family and how it bears the name
//!    ([`choice`](super::choice)); its score is that of a table of evidence ([`score`](super::score)).
//! 3. Of spans that overlap the longer stays. Of matches universities come before institutes, hospitals and laboratories, then
//!    the later before the earlier, for addresses go from the part to the whole. All of them are matches of the text.
//! 4. Scores from [`MATCH`] are matches, from [`SUGGESTION`] suggestions.
//!
//! O(letters · depth of the map of names).

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use super::choice::{Candidate, choose};
use super::evidence::Countries;
use super::fold::{Folded, fold};
use super::layout::GONE;
use super::rule::{MatchRule, is_whole};
use super::search::{NameSpan, completions, rotations, schools, spans};
use super::store::{InstitutionRegistry, RecordIndex};

/// The least score of a match. Measured on the three lists of `cargo bench --bench resolve`.
pub const MATCH: f64 = 0.65;
/// The least score of a suggestion.
pub const SUGGESTION: f64 = 0.4;

/// A record that a text may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RegistryMatch {
    /// The record.
    pub record: RecordIndex,
    /// Strength of the evidence, 0–1: an order by rule, whose precision is measured by the benchmark.
    pub score: f64,
    /// The rule.
    pub rule: MatchRule,
}

/// Answers for one text, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolution {
    /// From [`MATCH`] on.
    pub matches: Vec<RegistryMatch>,
    /// Between [`SUGGESTION`] and [`MATCH`].
    pub suggestions: Vec<RegistryMatch>,
}

/// Bytes of a text that is matched.
const LONGEST_TEXT: usize = 20_000;

impl InstitutionRegistry {
    /// The institutions that an affiliation string names; none for a text beyond 20,000 bytes, which is no affiliation and
    /// whose names would be compared with each other.
    #[must_use]
    pub fn resolve(&self, text: &str) -> Resolution {
        if text.len() > LONGEST_TEXT {
            return Resolution::default();
        }
        let mut found = self.candidates(text);
        if found.first().is_none_or(|best| best.score < MATCH)
            && let Some(split) = without_glue(text)
        {
            found = self.candidates(&split);
        }
        let mut resolution = Resolution::default();
        for candidate in found {
            let answer = RegistryMatch { record: candidate.record, score: candidate.score, rule: candidate.rule };
            let list = if answer.score >= MATCH { &mut resolution.matches } else { &mut resolution.suggestions };
            if answer.score >= SUGGESTION && list.iter().all(|known| known.record != answer.record) {
                list.push(answer);
            }
        }
        let Resolution { matches, suggestions } = &mut resolution;
        suggestions.retain(|one| matches.iter().all(|known| known.record != one.record));
        suggestions.truncate(5);
        resolution
    }

    /// The same for many texts, in their order, on all threads.
    #[must_use]
    pub fn resolve_all(&self, texts: &[String]) -> Vec<Resolution> {
        texts.par_iter().map(|text| self.resolve(text)).collect()
    }

    /// Candidates, best first.
    fn candidates(&self, text: &str) -> Vec<Candidate> {
        let folded = fold(text);
        let countries = Countries::of(text);
        let mut found = Vec::new();
        spans(self.layout.names(), &folded, &mut found);
        found.retain(|span| is_in_one_part(&folded, span) || is_whole(&folded, span));
        schools(self.layout.names(), &folded, &mut found);
        let mut accepted = self.accepted(&found, &folded, (text, &countries));
        if accepted.iter().all(|one| one.score < MATCH) {
            rotations(self.layout.names(), &folded, &mut found);
            completions(self.layout.names(), &folded, &mut found);
            accepted = self.accepted(&found, &folded, (text, &countries));
        }
        self.order(&mut accepted);
        accepted
    }

    fn accepted(&self, found: &[NameSpan], folded: &Folded, (text, countries): (&str, &Countries)) -> Vec<Candidate> {
        let mut accepted: Vec<Candidate> =
            found.iter().filter_map(|span| choose(self, span, folded, countries, (text, found))).collect();
        // A withdrawn record gives way to what its name holds.
        let is_inside = |one: &Candidate, other: &Candidate| {
            other.from <= one.from
                && other.to >= one.to
                && (other.to - other.from > one.to - one.from || one.rule == MatchRule::School)
        };
        drop_open_beginnings(&mut accepted);
        let all = accepted.clone();
        let is_gone = |one: &Candidate| one.how & GONE != 0;
        accepted
            .retain(|one| !is_gone(one) || !all.iter().any(|d| !is_gone(d) && d.score >= MATCH && is_inside(d, one)));
        // Of spans that overlap the longer stays, then the earlier; but a university inside the name of its own institute.
        let all = accepted.clone();
        accepted.retain(|one| {
            !all.iter().any(|other| {
                let overlaps =
                    one.from < other.to && other.from < one.to && (one.from, one.to) != (other.from, other.to);
                let (own, length) = (one.to - one.from, other.to - other.from);
                let is_stronger = length > own || length == own && other.from < one.from;
                overlaps && is_stronger && other.score >= 0.5 && !self.is_unit_of(other, one)
            })
        });
        accepted
    }

    pub(super) fn is_education(&self, record: RecordIndex) -> bool {
        self.fixed(record).kinds & 1 != 0
    }

    /// Whether a candidate is a school, faculty or laboratory of a university that its own name holds.
    fn is_unit_of(&self, unit: &Candidate, university: &Candidate) -> bool {
        const HEALTHCARE: u16 = 1 << 4;
        let kinds = self.fixed(unit.record).kinds;
        let is_school = !unit.note.is_education_name;
        self.is_education(university.record)
            && kinds & HEALTHCARE == 0
            && (kinds & 1 == 0 || is_school)
            && self.is_ancestor(university.record, unit.record)
    }

    /// Best first.
    fn order(&self, accepted: &mut [Candidate]) {
        let all = accepted.to_vec();
        let is_good = |one: &&Candidate| one.score >= MATCH;
        let rank = |one: &Candidate| -> u8 {
            if one.score < MATCH {
                return 0;
            }
            let others = || all.iter().filter(is_good).filter(|other| other.record != one.record);
            if self.is_education(one.record) {
                let is_below =
                    others().any(|other| self.is_education(other.record) && self.is_ancestor(other.record, one.record));
                return if is_below { 2 } else { 3 };
            }
            if others().any(|other| self.is_education(other.record)) { 1 } else { 3 }
        };
        let words = |one: &Candidate| one.to - one.from;
        accepted.sort_by(|a, b| {
            let key = |one: &Candidate| (rank(one), words(one) > 1);
            let score = |one: &Candidate| if one.score >= MATCH { MATCH } else { one.score };
            // Of matches of one rank the later: addresses go from the part to the whole.
            key(b).cmp(&key(a)).then_with(|| score(b).total_cmp(&score(a))).then_with(|| b.from.cmp(&a.from))
        });
    }
}

/// Beginnings of names of several records tell none.
fn drop_open_beginnings(accepted: &mut Vec<Candidate>) {
    let all = accepted.clone();
    let is_open = |one: &Candidate| {
        let same =
            |other: &&Candidate| other.rule == MatchRule::Beginning && (other.from, other.to) == (one.from, one.to);
        all.iter().filter(same).any(|other| other.record != one.record)
    };
    accepted.retain(|one| one.rule != MatchRule::Beginning || !is_open(one));
}

fn is_in_one_part(folded: &Folded, span: &NameSpan) -> bool {
    folded.words[span.from].part == folded.words[span.to - 1].part
}

/// A text whose glued words are split: `Current addressKhalifa University` → `Current address Khalifa University`; `None`
/// where nothing is glued.
fn without_glue(text: &str) -> Option<String> {
    let mut split = String::with_capacity(text.len() + 4);
    let mut run = 0;
    let mut is_split = false;
    let mut letters = text.chars().peekable();
    while let Some(ch) = letters.next() {
        split.push(ch);
        run = if ch.is_lowercase() { run + 1 } else { 0 };
        if run > 1 && letters.peek().is_some_and(|next| next.is_uppercase()) {
            split.push(' ');
            is_split = true;
        }
    }
    is_split.then_some(split)
}
