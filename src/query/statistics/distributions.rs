//! How degrees, strengths and works are distributed, and whether a power law fits their tail.

use std::collections::BTreeMap;

use crate::answer::number::{Real, decimals, stable};
use crate::answer::table::{Cell, Table};
use crate::centrality::power_law::{self, FittedTail};
use crate::corpus::Corpus;
use crate::message;
use crate::messages::{Argument, Message};
use crate::network::Network;
use crate::query::localized::LocalizedContext;
use serde::Serialize;

/// Probability below which one of two tails is said to fit better.
const DECIDED: f64 = 0.1;

/// How many institutions have each degree, strength and number of works, and how many works have each number of them.
#[derive(Serialize)]
pub(super) struct Distributions {
    degrees: Vec<DegreeRow>,
    strengths: Vec<StrengthRow>,
    institutions_by_works: Vec<WorksRow>,
    works_by_institutions: Vec<WorkSizeRow>,
    degree_tail: Option<TailRecord>,
    /// Of whole strengths; those of fractional counting have none.
    strength_tail: Option<TailRecord>,
    #[serde(skip)]
    is_whole: bool,
}

#[derive(Serialize)]
struct DegreeRow {
    degree: usize,
    institutions: usize,
}

#[derive(Serialize)]
struct StrengthRow {
    strength: Real,
    institutions: usize,
}

#[derive(Serialize)]
struct WorksRow {
    works: usize,
    institutions: usize,
}

#[derive(Serialize)]
struct WorkSizeRow {
    institutions: usize,
    works: usize,
}

#[derive(Serialize)]
struct TailRecord {
    exponent: Real,
    error: Real,
    minimum: u64,
    institutions: usize,
    distance: Real,
    plausibility: Real,
    samples: usize,
    seed: u64,
    against_exponential: Real,
    undecided: Real,
    /// Whether the data carry a power law: enough institutions in the tail, and plausible.
    carried: bool,
    #[serde(skip)]
    fit: FittedTail,
}

impl Distributions {
    pub(super) fn of(corpus: &Corpus, network: &Network<'_>) -> Self {
        let adjacency = network.adjacency();
        let nodes = 0..network.node_count();
        let degrees: Vec<u64> = nodes.clone().map(|node| adjacency.degree(node) as u64).collect();
        let strengths: Vec<f64> = nodes.map(|node| stable(adjacency.weights(node).iter().sum::<f64>() + 0.0)).collect();
        let is_whole = strengths.iter().all(|strength| strength.fract() == 0.0 && *strength < 1e15);
        let whole: Vec<u64> = strengths.iter().map(|&strength| strength as u64).collect();
        let mut by_strength: BTreeMap<u64, usize> = BTreeMap::new();
        // Positive numbers are ordered as their bits.
        strengths.iter().for_each(|strength| *by_strength.entry(strength.to_bits()).or_default() += 1);
        let works = corpus.institution_ids().map(|id| corpus.works_of(id).len());
        let teams = corpus.work_ids().map(|work| corpus.institutions_of(work).len()).filter(|&team| team > 0);
        let has_works = corpus.work_count() > 0;
        Self {
            degrees: counted(degrees.iter().map(|&degree| degree as usize))
                .map(|(degree, institutions)| DegreeRow { degree, institutions })
                .collect(),
            strengths: by_strength
                .into_iter()
                .map(|(bits, institutions)| StrengthRow { strength: Real(f64::from_bits(bits)), institutions })
                .collect(),
            institutions_by_works: counted(works.filter(|_| has_works))
                .map(|(works, institutions)| WorksRow { works, institutions })
                .collect(),
            works_by_institutions: counted(teams)
                .map(|(institutions, works)| WorkSizeRow { institutions, works })
                .collect(),
            degree_tail: power_law::fit(&degrees).map(TailRecord::of),
            strength_tail: power_law::fit(&whole).filter(|_| is_whole).map(TailRecord::of),
            is_whole,
        }
    }

    /// What can be said of the tails; nothing of a network without ties.
    pub(super) fn notes(&self) -> Vec<Message> {
        let has_ties = self.degrees.iter().any(|row| row.degree > 0);
        let degree = has_ties.then(|| tail("degree", self.degree_tail.as_ref()));
        let strength = (has_ties && self.is_whole).then(|| tail("strength", self.strength_tail.as_ref()));
        match (degree, strength) {
            // One sentence for both where neither has a tail.
            (Some(_), Some(_)) if self.degree_tail.is_none() && self.strength_tail.is_none() => {
                vec![message!("statistics-tail-few", least = power_law::MIN_TAIL)]
            }
            (degree, strength) => degree.into_iter().chain(strength).collect(),
        }
    }

    pub(super) fn tables(&self, localized: &LocalizedContext<'_, '_>) -> Vec<Table> {
        let institutions = || localized.column("institutions", message!("answers-number-of-institutions")).integer();
        let works =
            || localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer();
        let count = |value: usize| Cell::Count(value as u64);
        let mut tables = vec![
            Table {
                name: "degrees".to_owned(),
                caption: localized.text(message!("statistics-degrees-caption")),
                columns: vec![localized.column("degree", message!("statistics-degree")).integer(), institutions()],
                rows: self.degrees.iter().map(|row| vec![count(row.degree), count(row.institutions)]).collect(),
            },
            Table {
                name: "strengths".to_owned(),
                caption: localized.text(message!("statistics-strengths-caption")),
                columns: vec![localized.column("strength", message!("answers-strength")).real(), institutions()],
                rows: self
                    .strengths
                    .iter()
                    .map(|row| vec![Cell::Real(row.strength.0), count(row.institutions)])
                    .collect(),
            },
        ];
        if !self.works_by_institutions.is_empty() {
            tables.push(Table {
                name: "institutions_by_works".to_owned(),
                caption: localized.text(message!("statistics-by-works-caption", kind = localized.kind())),
                columns: vec![works(), institutions()],
                rows: self
                    .institutions_by_works
                    .iter()
                    .map(|row| vec![count(row.works), count(row.institutions)])
                    .collect(),
            });
            tables.push(Table {
                name: "works_by_institutions".to_owned(),
                caption: localized.text(message!("statistics-by-institutions-caption", kind = localized.kind())),
                columns: vec![institutions(), works()],
                rows: self
                    .works_by_institutions
                    .iter()
                    .map(|row| vec![count(row.institutions), count(row.works)])
                    .collect(),
            });
        }
        tables
    }
}

impl TailRecord {
    fn of(fit: FittedTail) -> Self {
        Self {
            exponent: Real(fit.exponent),
            error: Real(fit.error),
            minimum: fit.minimum,
            institutions: fit.tail,
            distance: Real(fit.distance),
            plausibility: Real(fit.plausibility),
            samples: power_law::SAMPLES,
            seed: power_law::SEED,
            against_exponential: Real(fit.against_exponential),
            undecided: Real(fit.undecided),
            carried: fit.is_carried(),
            fit,
        }
    }
}

/// How often each value occurs, from the smallest.
fn counted(values: impl Iterator<Item = usize>) -> impl Iterator<Item = (usize, usize)> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    counts.into_iter()
}

fn tail(of: &'static str, record: Option<&TailRecord>) -> Message {
    let Some(TailRecord { fit, .. }) = record.filter(|record| record.fit.tail >= power_law::MIN_TAIL) else {
        return message!("statistics-tail-short", of = of, least = power_law::MIN_TAIL);
    };
    let number = |value: f64| Argument::number(value, decimals(value).min(2));
    if !fit.is_carried() {
        return message!(
            "statistics-tail-implausible",
            of = of,
            exponent = number(fit.exponent),
            minimum = fit.minimum as usize,
            plausibility = number(fit.plausibility),
            samples = power_law::SAMPLES
        );
    }
    let verdict = match (fit.undecided < DECIDED, fit.against_exponential > 0.0) {
        (true, true) => "worse",
        (true, false) => "better",
        (false, _) => "equal",
    };
    message!(
        "statistics-tail",
        of = of,
        exponent = number(fit.exponent),
        error = number(fit.error),
        minimum = fit.minimum as usize,
        count = fit.tail,
        plausibility = number(fit.plausibility),
        samples = power_law::SAMPLES,
        seed = power_law::SEED.to_string(),
        verdict = verdict
    )
}
