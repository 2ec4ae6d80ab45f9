//! Partners of an institution.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::stable;
use crate::answer::table::{Audience, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::argument::NAMED;
use crate::messages::{Argument, List, Message};
use crate::network::counting::Counting;
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, PartnerRecord, WorkRecord};
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
            .partition(|&&work| corpus.actor_count(work) < 2);
        Self { solo, together, excluded }
    }

    fn total(&self) -> usize {
        self.solo.len() + self.together.len() + self.excluded.len()
    }
}

/// Partners of institution `id`, the works behind every tie, and its solo works.
#[must_use]
pub fn ask(context: &QueryContext<'_>, id: InstitutionId, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
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
    let mut tables = vec![table(&localized, &partners)];
    if !works.solo.is_empty() {
        let caption = localized.text(message!("answers-solo-works", kind = localized.kind()));
        tables.push(works::table(&localized, "solo_works", caption, &works.solo).without("institutions"));
    }
    Answer {
        language: localized.language,
        found: !partners.is_empty() || !works.excluded.is_empty(),
        lead: localized.lead(lead(&localized, id, &partners, &works), Basis::Ties(&works.excluded)),
        tables,
        notes: localized.method(),
        record: if context.for_readers { Default::default() } else { record() },
    }
}

fn lead(
    localized: &LocalizedContext<'_, '_>,
    id: InstitutionId,
    partners: &[Partner],
    works: &InstitutionWorks,
) -> Vec<Message> {
    let mut lead = Vec::new();
    if works.total() > 0 {
        lead.push(with_works(localized, id, partners, works));
    }
    if partners.iter().any(|partner| partner.works.is_empty()) {
        lead.push(explicit_ties(localized, id, partners));
    }
    if lead.is_empty() {
        lead.push(message!("who-nothing", name = localized.names_of(id), kind = localized.kind()));
    }
    if !works.solo.is_empty() && !partners.is_empty() {
        let (count, list) = (works.solo.len(), solo_list(localized, works));
        lead.push(message!("who-solo", count = count, kind = localized.kind(), list = list));
    }
    lead
}

/// List of solo works, unless they are too many for a sentence.
fn solo_list(localized: &LocalizedContext<'_, '_>, works: &InstitutionWorks) -> Message {
    if works.solo.len() > NAMED {
        return message!("who-no-list");
    }
    message!("who-list", works = localized.dated_list(&works.solo))
}

fn with_works(
    localized: &LocalizedContext<'_, '_>,
    id: InstitutionId,
    partners: &[Partner],
    works: &InstitutionWorks,
) -> Message {
    let (total, together) = (works.total(), works.together.len());
    let (name, kind) = (localized.names_of(id), localized.kind());
    if together == 0 && works.excluded.is_empty() {
        return message!("who-only-solo", name = name, total = total, kind = kind, list = solo_list(localized, works));
    }
    if together == 0 {
        return message!("who-all-excluded", name = name, total = total, kind = kind);
    }
    let mut with_works: Vec<&Partner> = partners.iter().filter(|partner| !partner.works.is_empty()).collect();
    // The sentence is about numbers of works, whatever the weights are.
    with_works.sort_by_key(|partner| std::cmp::Reverse(partner.works.len()));
    let (count, top) = (with_works.len(), top_partners(localized, &with_works));
    if together == total {
        message!("who-all-joint", name = name, total = total, kind = kind, partners = count, top = top)
    } else {
        message!(
            "who-some-joint",
            name = name,
            total = total,
            kind = kind,
            joint = together,
            excluded = works.excluded.len(),
            partners = count,
            top = top
        )
    }
}

/// Partners with most joint works; if there are many, the first few, unless the cut would fall between equal counts.
fn top_partners(localized: &LocalizedContext<'_, '_>, partners: &[&Partner]) -> Message {
    let count = |at: usize| partners.get(at).map_or(0, |partner| partner.works.len());
    let shown = match partners.len() {
        all if all <= MAX_NAMED_PARTNERS => all,
        _ => (1..=MAX_NAMED_PARTNERS).rev().find(|&shown| count(shown - 1) > count(shown)).unwrap_or(0),
    };
    let one = |partner: &&Partner| {
        let (name, count) = (localized.names_of(partner.id), partner.works.len());
        message!("who-partner", name = name, count = count, kind = localized.kind())
    };
    let list = || List::and(partners[..shown].iter().map(one), "partner");
    match shown {
        0 => message!("who-no-list"),
        _ if shown < partners.len() => message!("who-top-partners", partners = list()),
        _ => message!("who-list", works = list()),
    }
}

fn explicit_ties(localized: &LocalizedContext<'_, '_>, id: InstitutionId, partners: &[Partner]) -> Message {
    let without_works: Vec<&Partner> = partners.iter().filter(|partner| partner.works.is_empty()).collect();
    let one = |partner: &&Partner| {
        let weight = Argument::number(partner.weight, 2);
        message!("who-weighted-partner", name = localized.names_of(partner.id), weight = weight)
    };
    let list = List::and(without_works.iter().map(one), "partner");
    message!("who-explicit-ties", name = localized.names_of(id), count = without_works.len(), partners = list)
}

/// Table of partners. Where the weight equals the number of works, it is machine-only.
fn table(localized: &LocalizedContext<'_, '_>, partners: &[Partner]) -> Table {
    let corpus = localized.context.corpus;
    let same = localized.context.projection.counting == Counting::Full
        && partners.iter().all(|partner| partner.weight == partner.works.len() as f64);
    let mut weight = localized.column("weight", message!("answers-weight")).real();
    if same {
        weight.audience = Audience::Machines;
    }
    let columns = vec![
        localized.column("partner", message!("answers-partner")),
        Column::for_machines("id"),
        Column::for_machines("name"),
        Column::for_machines("name_ko"),
        Column::for_machines("country"),
        Column::for_machines("sector"),
        weight,
        localized.column("works", message!("answers-number-of-works", kind = localized.kind())).integer(),
        localized.column("shared_works", message!("answers-joint-works", kind = localized.kind())).list(),
        Column::for_machines("links").list(),
    ];
    let rows = partners
        .iter()
        .map(|partner| {
            let mut row = vec![
                Cell::text(localized.name(partner.id)),
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Empty,
                Cell::Real(partner.weight),
                Cell::Count(partner.works.len() as u64),
                Cell::list(partner.works.iter().map(|&work| localized.work(work)).collect()),
                Cell::Empty,
            ];
            if !localized.context.for_readers {
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
    let caption = localized.text(message!("answers-partners"));
    Table { name: "partners".to_owned(), caption, columns, rows }
}
