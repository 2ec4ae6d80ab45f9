//! The records for machines: parties, works and steps as every JSON answer writes them.

use serde::Serialize;

use crate::answer::number::Real;
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::query::context::QueryContext;

/// An institution.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstitutionRecord {
    /// Stable identifier.
    pub id: String,
    /// Preferred name.
    pub name: String,
    /// Official Korean name.
    pub name_ko: Option<String>,
    /// Home country: ISO code, or the recorded name of what is no country.
    pub country: Option<String>,
    /// Main sector.
    pub sector: Option<&'static str>,
    /// `institution`.
    pub kind: &'static str,
    /// Short English name.
    pub short: Option<String>,
    /// Short Korean name.
    pub short_ko: Option<String>,
    /// The English name people use.
    pub common: Option<String>,
    /// The Korean name people use.
    pub common_ko: Option<String>,
    /// All countries.
    pub countries: Vec<String>,
    /// ROR id.
    pub ror: Option<String>,
}

impl InstitutionRecord {
    /// The party of an institution.
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
            kind: "institution",
            short: names.short.clone(),
            short_ko: names.short_ko.clone(),
            common: names.common.clone(),
            common_ko: names.common_ko.clone(),
            countries: institution.countries.iter().map(|country| country.code().to_owned()).collect(),
            ror: institution.ror.clone(),
        }
    }
}

/// A partner: a party with the tie to it.
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
    /// The partner `id` with the weight of its tie and the works behind it.
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

/// A work as evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorkRecord {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Publication date, as exact as it is known.
    pub date: Option<String>,
    /// First address.
    pub link: Option<String>,
    /// Names of the institutions behind it.
    pub institutions: Vec<String>,
}

impl WorkRecord {
    /// The record of a work.
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

    /// The records of works.
    #[must_use]
    pub fn all(corpus: &Corpus, ids: &[WorkId]) -> Vec<Self> {
        ids.iter().map(|&id| Self::of(corpus, id)).collect()
    }
}

/// A work that the team cap leaves out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExcludedWork {
    /// Stable identifier.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Publication date.
    pub date: Option<String>,
    /// First address.
    pub link: Option<String>,
    /// How many institutions it has.
    pub institutions: usize,
}

impl ExcludedWork {
    /// The records of works.
    #[must_use]
    pub fn all(corpus: &Corpus, ids: &[WorkId]) -> Vec<Self> {
        let one = |&id: &WorkId| Self {
            id: corpus.work_key(id),
            name: corpus.work_name(id).to_owned(),
            date: corpus.date(id).map(|date| date.to_string()),
            link: corpus.work(id).links.first().map(|link| (*link).to_owned()),
            institutions: corpus.institutions_of(id).len(),
        };
        ids.iter().map(one).collect()
    }
}

/// One tie on a path, in the direction that was asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PathStep {
    /// Where it starts.
    pub from: InstitutionRecord,
    /// Where it leads.
    pub to: InstitutionRecord,
    /// The works that make the tie; none when the input states the tie by itself.
    pub works: Vec<WorkRecord>,
    /// Weight of the tie.
    pub weight: Real,
}

impl PathStep {
    /// The steps of a path of nodes.
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

/// How an answer was counted; stands at the end of most records.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Method {
    /// Counting.
    pub counting: &'static str,
    /// Works left out by the team cap that concern the answer.
    #[serde(rename = "left_out")]
    pub excluded: Vec<ExcludedWork>,
    /// How many notices reading the inputs gave.
    pub notices: usize,
    /// Works of more institutions make no ties; `null`: no cap.
    pub max_team: Option<usize>,
}

impl Method {
    /// The method of a scope, with the left-out works that concern the answer.
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

/// The record of an answer.
#[must_use]
pub fn value(record: &impl Serialize) -> crate::answer::record::Record {
    crate::answer::record::Record::of(record)
}
