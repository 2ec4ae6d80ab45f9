//! Relation of two institutions: joint works, else common partners and a shortest path.

use serde::Serialize;

use crate::answer::Answer;
use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::table::{Audience, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::{Argument, Message};
use crate::query::context::QueryContext;
use crate::query::localized::{Basis, LocalizedContext};
use crate::query::record::{self, InstitutionRecord, Method, PathStep, WorkRecord};
use crate::query::{path, who, works};

#[derive(Serialize)]
struct Record {
    a: InstitutionRecord,
    b: InstitutionRecord,
    works: Vec<WorkRecord>,
    common: Vec<CommonPartnerRecord>,
    path: Option<Vec<PathStep>>,
    weight: Real,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct CommonPartnerRecord {
    #[serde(flatten)]
    institution: InstitutionRecord,
    weight_a: Real,
    weight_b: Real,
    works_a: Vec<WorkRecord>,
    works_b: Vec<WorkRecord>,
}

/// A partner of both institutions, with its ties to them.
struct CommonPartner {
    id: InstitutionId,
    weights: [f64; 2],
    works: [Vec<WorkId>; 2],
}

/// Joint works, common partners and shortest path of `a` and `b`.
#[must_use]
pub fn ask(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId, language: Language) -> Answer {
    let localized = LocalizedContext::new(context, language);
    let network = context.network();
    let tie = network.tie_between(network.node_of(a), network.node_of(b));
    let joint: Vec<WorkId> = if a == b {
        context.corpus.works_of(a).to_vec()
    } else {
        tie.map_or_else(Vec::new, |tie| network.evidence(tie).to_vec())
    };
    let common = if a == b { Vec::new() } else { common(context, a, b) };
    let path = path::shortest(context, a, b);
    let excluded = excluded(context, a, b);
    let weight = tie.map_or(0.0, |tie| network.tie(tie).2);
    let record = Record {
        a: InstitutionRecord::of(context.corpus, a),
        b: InstitutionRecord::of(context.corpus, b),
        works: WorkRecord::all(context.corpus, &joint),
        common: common.iter().map(|one| one.record(context)).collect(),
        path: path.as_ref().map(|path| PathStep::along(context, path)),
        weight: Real(weight),
        method: Method::of(context, &excluded),
    };
    let parts = AnswerParts {
        localized,
        a,
        b,
        weight,
        joint: &joint,
        common: &common,
        path: path.as_deref(),
        excluded: &excluded,
    };
    Answer {
        language: localized.language,
        found: !joint.is_empty() || path.is_some() || !excluded.is_empty(),
        lead: localized.lead(parts.lead(), Basis::Ties(&excluded)),
        tables: parts.tables(),
        notes: localized.method(),
        record: record::value(&record),
    }
}

/// Works of both institutions excluded by the team cap.
fn excluded(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId) -> Vec<WorkId> {
    let with_b = |work: &WorkId| context.corpus.institutions_of(*work).contains(&b);
    context.excluded_works_of(a).into_iter().filter(with_b).collect()
}

/// Common partners by the smaller of the two weights, then their sum, then name.
fn common(context: &QueryContext<'_>, a: InstitutionId, b: InstitutionId) -> Vec<CommonPartner> {
    let partners_of_b = who::partners(context, b);
    let mut common: Vec<CommonPartner> = who::partners(context, a)
        .into_iter()
        .filter_map(|one| {
            let other = partners_of_b.iter().find(|other| other.id == one.id)?;
            Some(CommonPartner {
                id: one.id,
                weights: [one.weight, other.weight],
                works: [one.works, other.works.clone()],
            })
        })
        .collect();
    let min_weight = |one: &CommonPartner| stable(one.weights[0].min(one.weights[1]));
    let sum = |one: &CommonPartner| stable(one.weights[0] + one.weights[1]);
    let label = |one: &CommonPartner| context.corpus.institution(one.id).names.label();
    common.sort_by(|x, y| {
        let weight = min_weight(y).total_cmp(&min_weight(x)).then(sum(y).total_cmp(&sum(x)));
        weight.then_with(|| label(x).cmp(label(y))).then(x.id.cmp(&y.id))
    });
    common
}

impl CommonPartner {
    fn record(&self, context: &QueryContext<'_>) -> CommonPartnerRecord {
        CommonPartnerRecord {
            institution: InstitutionRecord::of(context.corpus, self.id),
            weight_a: Real(self.weights[0]),
            weight_b: Real(self.weights[1]),
            works_a: WorkRecord::all(context.corpus, &self.works[0]),
            works_b: WorkRecord::all(context.corpus, &self.works[1]),
        }
    }
}

/// Input of the sentences and tables.
struct AnswerParts<'t, 's, 'c> {
    localized: LocalizedContext<'s, 'c>,
    a: InstitutionId,
    b: InstitutionId,
    weight: f64,
    joint: &'t [WorkId],
    common: &'t [CommonPartner],
    path: Option<&'t [InstitutionId]>,
    excluded: &'t [WorkId],
}

impl AnswerParts<'_, '_, '_> {
    fn lead(&self) -> Vec<Message> {
        let (localized, kind) = (&self.localized, self.localized.kind());
        let (a, b) = (localized.names_of(self.a), localized.names_of(self.b));
        if self.a == self.b {
            return vec![message!("between-same", name = a, count = self.joint.len(), kind = kind)];
        }
        if !self.joint.is_empty() {
            let (count, works) = (self.joint.len(), localized.dated_list(self.joint));
            return vec![message!("between-joint", a = a, b = b, count = count, kind = kind, works = works)];
        }
        if self.weight > 0.0 {
            let weight = Argument::number(self.weight, 2);
            return vec![message!("between-explicit", a = a, b = b, weight = weight, kind = kind)];
        }
        if !self.excluded.is_empty() {
            let (count, works) = (self.excluded.len(), localized.dated_list(self.excluded));
            return vec![message!("between-excluded", a = a, b = b, count = count, kind = kind, works = works)];
        }
        let mut lead = vec![message!("between-none", a = a, b = b, kind = kind), self.common_sentence()];
        lead.extend(self.path_sentence());
        lead
    }

    fn common_sentence(&self) -> Message {
        let ids: Vec<InstitutionId> = self.common.iter().map(|one| one.id).collect();
        if ids.is_empty() {
            return message!("between-no-common");
        }
        message!("between-common", count = ids.len(), partners = self.localized.institution_list(&ids))
    }

    /// The path, if it is longer than over one common partner.
    fn path_sentence(&self) -> Option<Message> {
        match self.path {
            None => Some(message!("between-no-path", kind = self.localized.kind())),
            Some(path) if path.len() > 3 => path::sentence(&self.localized, path),
            Some(_) => None,
        }
    }

    fn tables(&self) -> Vec<Table> {
        let localized = &self.localized;
        // Joint and excluded works have the same columns: either is the main table.
        let main = match (self.joint.is_empty(), self.excluded.is_empty()) {
            (true, false) => {
                let caption = localized.text(message!("between-excluded-caption", kind = localized.kind()));
                works::table(localized, "left_out", caption, self.excluded)
            }
            _ => {
                let caption = match self.a == self.b {
                    true => localized.text(message!("answers-works", kind = localized.kind())),
                    false => localized.text(message!("answers-joint-works", kind = localized.kind())),
                };
                works::table(localized, "works", caption, self.joint)
            }
        };
        let mut tables = vec![self.combined_table(), main];
        if !self.joint.is_empty() {
            return tables;
        }
        if !self.common.is_empty() {
            tables.push(self.common_table());
        }
        if let Some(path) = self.path.filter(|path| path.len() > 3) {
            tables.push(path::table(localized, "path", localized.text(message!("answers-shortest-path")), path));
        }
        tables
    }

    /// Joint works, excluded works, common partners and path steps in one machine-only table with the column
    /// `kind`. Readers have a table of each.
    fn combined_table(&self) -> Table {
        let localized = &self.localized;
        let mut table = works::table(localized, "between", String::new(), self.joint);
        let excluded = works::table(localized, "left_out", String::new(), self.excluded).rows;
        let width = table.columns.len();
        let column = |key: &str| table.columns.iter().position(|column| column.key == key).unwrap_or_default();
        let (id_at, name_at) = (column("id"), column("name"));
        let institution = |id: InstitutionId| {
            let mut row = vec![Cell::Empty; width];
            row[id_at] = Cell::text(&localized.context.corpus.institution(id).id);
            row[name_at] = Cell::text(localized.name(id));
            row
        };
        let padding = |kind: &str| [vec![Cell::text(kind)], vec![Cell::Empty; 6]].concat();
        let list = |works: &[WorkId]| Cell::list(works.iter().map(|&work| localized.work(work)).collect());
        table.rows.iter_mut().for_each(|row| row.extend(padding("work")));
        table.rows.extend(excluded.into_iter().map(|row| [row, padding("left_out")].concat()));
        if self.joint.is_empty() && self.a != self.b {
            table.rows.extend(self.common.iter().map(|one| {
                let weights = one.weights.map(Cell::Real);
                let works = [list(&one.works[0]), list(&one.works[1])];
                let ends = vec![Cell::Empty; 2];
                [institution(one.id), vec![Cell::text("common")], weights.to_vec(), works.to_vec(), ends].concat()
            }));
            let path = self.path.filter(|path| path.len() > 3).unwrap_or_default();
            table.rows.extend(path.windows(2).map(|step| {
                let (network, key) =
                    (localized.context.network(), |id| Cell::text(&localized.context.corpus.institution(id).id));
                let tie = network.tie_between(network.node_of(step[0]), network.node_of(step[1]));
                let mut row = [vec![Cell::Empty; width], padding("path")].concat();
                row[name_at] = Cell::text(format!("{} – {}", localized.name(step[0]), localized.name(step[1])));
                row[width + 3] = list(tie.map_or(&[][..], |tie| network.evidence(tie)));
                (row[width + 5], row[width + 6]) = (key(step[0]), key(step[1]));
                row
            }));
        }
        let [kind, from, to] = ["kind", "from_id", "to_id"].map(Column::for_machines);
        let weights = ["weight_a", "weight_b"].map(|key| Column::for_machines(key).real());
        let works = ["works_a", "works_b"].map(|key| Column::for_machines(key).list());
        table.columns.extend([kind].into_iter().chain(weights).chain(works).chain([from, to]));
        table.columns.iter_mut().for_each(|column| column.audience = Audience::Machines);
        table
    }

    fn common_table(&self) -> Table {
        let localized = &self.localized;
        let list = |works: &[WorkId]| Cell::list(works.iter().map(|&work| localized.work(work)).collect());
        let columns = vec![
            localized.column("partner", message!("answers-partner")),
            Column::for_machines("id"),
            Column::for_machines("weight_a").real(),
            Column::for_machines("weight_b").real(),
            Column::new("works_a", self.with_name(self.a)).list(),
            Column::new("works_b", self.with_name(self.b)).list(),
        ];
        let row = |one: &CommonPartner| {
            vec![
                Cell::text(localized.name(one.id)),
                Cell::text(&localized.context.corpus.institution(one.id).id),
                Cell::Real(one.weights[0]),
                Cell::Real(one.weights[1]),
                list(&one.works[0]),
                list(&one.works[1]),
            ]
        };
        let caption = localized.text(message!("answers-common-partners"));
        Table { name: "common".to_owned(), caption, columns, rows: self.common.iter().map(row).collect() }
    }

    fn with_name(&self, id: InstitutionId) -> String {
        self.localized.text(message!("answers-with", name = self.localized.names_of(id)))
    }
}
