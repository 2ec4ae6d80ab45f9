//! Partners of an institution.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::korean::{self, Particle};
use crate::answer::language::Language;
use crate::answer::number::stable;
use crate::answer::table::{Audience, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::network::counting::Counting;
use crate::query::context::QueryContext;
use crate::query::record::{self, InstitutionRecord, Method, PartnerRecord, WorkRecord};
use crate::query::voice::{NAMED, Voice};
use crate::query::works;

/// Maximum number of partners in the sentence.
const MAX_NAMED_PARTNERS: usize = 5;

/// A partner with its tie.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// The partner.
    pub id: InstitutionId,
    /// Weight of the tie.
    pub weight: f64,
    /// Works behind the tie; empty for an explicit tie.
    pub works: Vec<WorkId>,
}

/// Partners by weight, number of works (both descending), then name.
#[must_use]
pub fn partners(context: &QueryContext<'_>, id: InstitutionId) -> Vec<Partner> {
    let network = context.network();
    let mut partners: Vec<Partner> = network
        .adjacency()
        .row_of(network.node_of(id))
        .filter_map(|(node, weight, tie)| {
            Some(Partner { id: network.institution(node)?, weight, works: network.evidence(tie).to_vec() })
        })
        .collect();
    let label = |id: InstitutionId| context.corpus.institution(id).names.label();
    partners.sort_by(|a, b| {
        let weight = stable(b.weight).total_cmp(&stable(a.weight));
        weight.then(b.works.len().cmp(&a.works.len())).then_with(|| label(a.id).cmp(label(b.id))).then(a.id.cmp(&b.id))
    });
    partners
}

#[derive(Serialize)]
struct Record {
    of: InstitutionRecord,
    partners: Vec<PartnerRecord>,
    solo_works: Vec<WorkRecord>,
    #[serde(flatten)]
    method: Method,
    works: usize,
    co_made: usize,
}

/// Works of an institution: solo, joint, and excluded by the team cap.
struct InstitutionWorks {
    solo: Vec<WorkId>,
    together: Vec<WorkId>,
    excluded: Vec<WorkId>,
}

impl InstitutionWorks {
    fn of(context: &QueryContext<'_>, id: InstitutionId) -> Self {
        let corpus = context.corpus;
        let excluded = context.excluded_works_of(id);
        let (solo, together) = corpus
            .works_of(id)
            .iter()
            .filter(|work| !excluded.contains(work))
            .partition(|&&work| corpus.institutions_of(work).len() < 2);
        Self { solo, together, excluded }
    }

    fn total(&self) -> usize {
        self.solo.len() + self.together.len() + self.excluded.len()
    }
}

/// Partners of institution `id`, the works behind every tie, and its solo works.
#[must_use]
pub fn ask(context: &QueryContext<'_>, id: InstitutionId, language: Language) -> Answer {
    let voice = Voice::new(context, language);
    let partners = partners(context, id);
    let works = InstitutionWorks::of(context, id);
    let partner = |partner: &Partner| PartnerRecord::of(context, partner.id, partner.weight, &partner.works);
    let record = || {
        record::value(&Record {
            of: InstitutionRecord::of(context.corpus, id),
            partners: partners.iter().map(partner).collect(),
            solo_works: WorkRecord::all(context.corpus, &works.solo),
            method: Method::of(context, &works.excluded),
            works: works.total(),
            co_made: works.together.len() + works.excluded.len(),
        })
    };
    let mut tables = vec![table(&voice, &partners)];
    if !works.solo.is_empty() {
        let caption = voice.say("Works made alone", format!("단독 {}", crate::query::voice::noun_of(context.kind).0));
        tables.push(works::table(&voice, "solo_works", caption, &works.solo).without("institutions"));
    }
    Answer {
        found: !partners.is_empty() || !works.excluded.is_empty(),
        lead: lead(&voice, id, &partners, &works),
        tables,
        notes: voice.method(&works.excluded),
        record: if context.for_readers { Default::default() } else { record() },
    }
}

fn lead(voice: &Voice<'_, '_>, id: InstitutionId, partners: &[Partner], works: &InstitutionWorks) -> Vec<String> {
    let mut lead = Vec::new();
    if works.total() > 0 {
        lead.push(with_works(voice, id, partners, works));
    }
    if partners.iter().any(|partner| partner.works.is_empty()) {
        lead.push(explicit_ties(voice, id, partners));
    }
    if lead.is_empty() {
        lead.push(voice.say(
            format!("{} has no works and no partners here.", voice.name(id)),
            format!("{} 여기에 {}도 협력 기관도 없다.", voice.with(id, Particle::Topic), voice.noun()),
        ));
    }
    if !works.solo.is_empty() && !partners.is_empty() {
        let count = voice.works(works.solo.len());
        let verb = if works.solo.len() == 1 { "was" } else { "were" };
        lead.push(voice.say(
            format!("{count} {verb} made without partners{}.", solo_list(voice, works)),
            format!("단독 {count}{}.", solo_list(voice, works)),
        ));
    }
    lead
}

/// List of solo works, unless they are too many for a sentence.
fn solo_list(voice: &Voice<'_, '_>, works: &InstitutionWorks) -> String {
    if works.solo.len() > NAMED { String::new() } else { format!(": {}", voice.work_list(&works.solo)) }
}

fn with_works(voice: &Voice<'_, '_>, id: InstitutionId, partners: &[Partner], works: &InstitutionWorks) -> String {
    let (total, together) = (works.total(), works.together.len());
    let counted_works = voice.works(total);
    let (name, topic) = (voice.name(id), voice.with(id, Particle::Topic));
    let object = korean::attach(&counted_works, Particle::Object);
    if together == 0 && works.excluded.is_empty() {
        let list = solo_list(voice, works);
        return match total {
            1 => voice.say(
                format!("{name} made {counted_works}, without partners{list}."),
                format!("{topic} {object} 단독으로 발표했다{list}."),
            ),
            _ => voice.say(
                format!("{name} made {counted_works}, all without partners{list}."),
                format!("{topic} {object} 모두 단독으로 발표했다{list}."),
            ),
        };
    }
    if together == 0 {
        return voice.say(
            format!("{name} made {counted_works}; the team cap leaves out what it made with others."),
            format!("{topic} {object} 발표했고, 다른 기관과 함께한 것은 기관 수 상한 때문에 세지 않았다."),
        );
    }
    let with_works: Vec<&Partner> = partners.iter().filter(|partner| !partner.works.is_empty()).collect();
    let (count, top_partners) = (voice.partners(with_works.len()), top_partners(voice, &with_works));
    let english = match (together, total) {
        (1, 1) => "together with".to_owned(),
        (all, total) if all == total => "all of them with".to_owned(),
        (some, _) => format!("{} of them with", voice.pieces(some)),
    };
    let korean = if together == total {
        "모두".to_owned()
    } else {
        format!("그중 {}", korean::attach(&voice.pieces(together), Particle::Object))
    };
    voice.say(
        format!("{name} made {counted_works}, {english} {count}{top_partners}."),
        format!("{topic} {object} 발표했고, {korean} {count}과 함께했다{top_partners}."),
    )
}

/// Partners with most joint works; if there are many, the first few, unless the cut would fall between equal counts.
fn top_partners(voice: &Voice<'_, '_>, partners: &[&Partner]) -> String {
    let count = |at: usize| partners.get(at).map_or(0, |partner| partner.works.len());
    let shown = match partners.len() {
        all if all <= MAX_NAMED_PARTNERS => all,
        _ => (1..=MAX_NAMED_PARTNERS).rev().find(|&shown| count(shown - 1) > count(shown)).unwrap_or(0),
    };
    let one = |partner: &&Partner| {
        let count = voice.pieces(partner.works.len());
        voice.say(
            format!("{count} with {}", voice.name(partner.id)),
            format!("{} {count}", voice.with(partner.id, Particle::And)),
        )
    };
    let list = voice.list(&partners[..shown].iter().map(one).collect::<Vec<_>>(), "곳");
    match shown {
        0 => String::new(),
        _ if shown < partners.len() => voice.say(format!(", most often {list}"), format!(": {list} 등")),
        _ => format!(": {list}"),
    }
}

fn explicit_ties(voice: &Voice<'_, '_>, id: InstitutionId, partners: &[Partner]) -> String {
    let without_works: Vec<&Partner> = partners.iter().filter(|partner| partner.works.is_empty()).collect();
    let one = |partner: &&Partner| {
        let weight = voice.weight(partner.weight);
        voice.say(
            format!("{} with weight {weight}", voice.name(partner.id)),
            format!("{}(가중치 {weight})", voice.name(partner.id)),
        )
    };
    let list = voice.list(&without_works.iter().map(one).collect::<Vec<_>>(), "곳");
    let count = voice.partners(without_works.len());
    voice.say(
        format!("{} has {count} in ties that the input states without works: {list}.", voice.name(id)),
        format!("{}에는 입력에 {} 없이 관계만 적힌 {count}이 있다: {list}.", voice.name(id), voice.noun()),
    )
}

/// Table of partners. Where the weight equals the number of works, it is machine-only.
fn table(voice: &Voice<'_, '_>, partners: &[Partner]) -> Table {
    let corpus = voice.context.corpus;
    let same = voice.context.projection.counting == Counting::Full
        && partners.iter().all(|partner| partner.weight == partner.works.len() as f64);
    let mut weight = Column::new("weight", voice.say("Weight", "가중치"));
    if same {
        weight.audience = Audience::Machines;
    }
    let columns = vec![
        Column::new("partner", voice.say("Partner", "협력 기관")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::for_machines("country"),
        Column::for_machines("sector"),
        weight,
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
        Column::new("shared_works", voice.say("Shared works", format!("함께 발표한 {}", voice.noun()))),
        Column::for_machines("links"),
    ];
    let rows = partners
        .iter()
        .map(|partner| {
            let mut row = vec![
                Cell::text(voice.name(partner.id)),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Real(partner.weight),
                Cell::Count(partner.works.len() as u64),
                Cell::list(partner.works.iter().map(|&work| voice.work(work)).collect()),
                Cell::Empty,
            ];
            if !voice.context.for_readers {
                let InstitutionRecord { id, name, name_ko, country, sector, .. } =
                    InstitutionRecord::of(corpus, partner.id);
                let texts = [id, name, name_ko.unwrap_or_default(), country.unwrap_or_default()];
                row[1..5].iter_mut().zip(texts).for_each(|(cell, text)| *cell = Cell::text(text));
                row[5] = Cell::text(sector.unwrap_or_default());
                let links = partner.works.iter().filter_map(|&work| corpus.work(work).links.first().copied());
                row[9] = Cell::list(links.map(str::to_owned).collect());
            }
            row
        })
        .collect();
    let caption = voice.say("Partners", "협력 기관");
    Table { name: "partners".to_owned(), caption, columns, rows }
}
