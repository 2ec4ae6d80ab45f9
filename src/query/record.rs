//! Machine-readable records common to all queries: institutions, partners, works, path steps, method.

use serde::Serialize;

use crate::answer::number::Real;
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::query::context::QueryContext;

/// An institution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstitutionRecord {
    /// Identifier, stable across runs.
    pub id: String,
    /// Preferred name.
    pub name: String,
    /// Official Korean name.
    pub name_ko: Option<String>,
    /// Home country: ISO code, or the recorded text if it is no country.
    pub country: Option<String>,
    /// Main sector.
    pub sector: Option<&'static str>,
    /// What it is: `institution`, or at another level `country`, `author` ….
    pub kind: &'static str,
    /// Short English name.
    pub short: Option<String>,
    /// Short Korean name.
    pub short_ko: Option<String>,
    /// Common English name.
    pub common: Option<String>,
    /// Common Korean name.
    pub common_ko: Option<String>,
    /// All countries.
    pub countries: Vec<String>,
    /// ROR id.
    pub ror: Option<String>,
}

impl InstitutionRecord {
    /// Record of an institution.
    #[must_use]
    pub fn of(corpus: &Corpus, id: InstitutionId) -> Self {
        let institution = corpus.institution(id);
        let names = &institution.names;
        Self {
            id: institution.id.clone(),
            name: names.name.clone(),
            name_ko: names.name_ko.clone(),
            country: institution.country().map(|country| country.code().to_owned()),
            sector: institution.sector().map(|sector| sector.key()),
            kind: if corpus.actors().are_institutions() { "institution" } else { corpus.actors().key() },
            short: names.short.clone(),
            short_ko: names.short_ko.clone(),
            common: names.common.clone(),
            common_ko: names.common_ko.clone(),
            countries: institution.countries.iter().map(|country| country.code().to_owned()).collect(),
            ror: institution.ror.clone(),
        }
    }
}

/// A partner: an institution with its tie.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartnerRecord {
    id: String,
    name: String,
    name_ko: Option<String>,
    weight: Real,
    works: Vec<WorkRecord>,
    country: Option<String>,
    sector: Option<&'static str>,
    kind: &'static str,
    short: Option<String>,
    short_ko: Option<String>,
    common: Option<String>,
    common_ko: Option<String>,
    countries: Vec<String>,
    ror: Option<String>,
}

impl PartnerRecord {
    /// Partner `id`, with weight and works of its tie.
    #[must_use]
    pub fn of(context: &QueryContext<'_>, id: InstitutionId, weight: f64, works: &[WorkId]) -> Self {
        let InstitutionRecord {
            id,
            name,
            name_ko,
            country,
            sector,
            kind,
            short,
            short_ko,
            common,
            common_ko,
            countries,
            ror,
        } = InstitutionRecord::of(context.corpus, id);
        let works = WorkRecord::all(context.corpus, works);
        let weight = Real(weight);
        Self {
            id,
            name,
            name_ko,
            weight,
            works,
            country,
            sector,
            kind,
            short,
            short_ko,
            common,
            common_ko,
            countries,
            ror,
        }
    }
}

/// A work as evidence of a tie or count.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorkRecord {
    /// Identifier, stable across runs.
    pub id: String,
    /// Name.
    pub name: String,
    /// Publication date at the recorded precision (year, month or day).
    pub date: Option<String>,
    /// First link.
    pub link: Option<String>,
    /// Names of its institutions.
    pub institutions: Vec<String>,
}

impl WorkRecord {
    /// Record of a work.
    #[must_use]
    pub fn of(corpus: &Corpus, id: WorkId) -> Self {
        let institutions = corpus.institutions_of(id);
        Self {
            id: corpus.work_key(id),
            name: corpus.work_name(id).to_owned(),
            date: corpus.date(id).map(|date| date.to_string()),
            link: corpus.work(id).links.first().map(|link| (*link).to_owned()),
            institutions: institutions.iter().map(|&id| corpus.institution(id).names.name.clone()).collect(),
        }
    }

    /// Records of works.
    #[must_use]
    pub fn all(corpus: &Corpus, ids: &[WorkId]) -> Vec<Self> {
        ids.iter().map(|&id| Self::of(corpus, id)).collect()
    }
}

/// A work excluded by the team cap.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExcludedWork {
    /// Identifier, stable across runs.
    pub id: String,
    /// Name.
    pub name: String,
    /// Publication date.
    pub date: Option<String>,
    /// First link.
    pub link: Option<String>,
    /// Number of its institutions.
    pub institutions: usize,
}

impl ExcludedWork {
    /// Records of excluded works.
    #[must_use]
    pub fn all(corpus: &Corpus, ids: &[WorkId]) -> Vec<Self> {
        let one = |&id: &WorkId| Self {
            id: corpus.work_key(id),
            name: corpus.work_name(id).to_owned(),
            date: corpus.date(id).map(|date| date.to_string()),
            link: corpus.work(id).links.first().map(|link| (*link).to_owned()),
            institutions: corpus.team_size(id),
        };
        ids.iter().map(one).collect()
    }
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PathStep {
    /// Source.
    pub from: InstitutionRecord,
    /// Target.
    pub to: InstitutionRecord,
    /// Works behind the tie; empty for an explicit tie.
    pub works: Vec<WorkRecord>,
    /// Weight of the tie.
    pub weight: Real,
}

impl PathStep {
    /// Steps of a path.
    #[must_use]
    pub fn along(context: &QueryContext<'_>, path: &[InstitutionId]) -> Vec<Self> {
        let network = context.network();
        let step = |pair: &[InstitutionId]| {
            let tie = network.tie_between(network.node_of(pair[0]), network.node_of(pair[1]));
            Self {
                from: InstitutionRecord::of(context.corpus, pair[0]),
                to: InstitutionRecord::of(context.corpus, pair[1]),
                works: tie.map_or_else(Vec::new, |tie| WorkRecord::all(context.corpus, network.evidence(tie))),
                weight: Real(tie.map_or(0.0, |tie| network.tie(tie).2)),
            }
        };
        path.windows(2).map(step).collect()
    }
}

/// How the answer was counted; last part of most records.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Method {
    /// Key of the counting method.
    pub counting: &'static str,
    /// Works relevant to the answer that the team cap excludes.
    #[serde(rename = "left_out")]
    pub excluded: Vec<ExcludedWork>,
    /// Number of notices from reading the inputs.
    pub notices: usize,
    /// Team cap: works with more institutions make no ties; `null`: no cap.
    pub max_team: Option<usize>,
}

impl Method {
    /// Method of a context, with the excluded works relevant to the answer.
    #[must_use]
    pub fn of(context: &QueryContext<'_>, excluded: &[WorkId]) -> Self {
        Self {
            counting: context.projection.counting.key(),
            excluded: ExcludedWork::all(context.corpus, excluded),
            notices: context.notices,
            max_team: context.projection.max_team,
        }
    }
}

/// Serialises the record of an answer.
#[must_use]
pub fn value(record: &impl Serialize) -> crate::answer::record::Record {
    crate::answer::record::Record::of(record)
}
