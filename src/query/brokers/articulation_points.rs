//! Articulation points (cut vertices) and bridges of the network.

use crate::answer::number::Real;
use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::message;
use crate::messages::Message;
use crate::query::context::QueryContext;
use crate::query::localized::LocalizedContext;
use crate::query::partnerships;
use crate::query::record::{InstitutionRecord, WorkRecord};
use crate::selection::biconnectivity::{self, ArticulationPoint, Bridge};
use serde::Serialize;

/// An articulation point and the number of components without it.
#[derive(Serialize)]
pub(super) struct ArticulationPointRow {
    #[serde(flatten)]
    institution: InstitutionRecord,
    #[serde(rename = "parts")]
    components: usize,
}

/// A bridge: the only connection between its two sides.
#[derive(Serialize)]
pub(super) struct BridgeRow {
    a: InstitutionRecord,
    b: InstitutionRecord,
    weight: Real,
    works: Vec<WorkRecord>,
    smaller: usize,
    larger: usize,
}

/// Articulation points by number of components, and bridges by the size of their smaller side, both descending.
pub(super) struct ArticulationPoints {
    vertices: Vec<(InstitutionId, ArticulationPoint)>,
    bridges: Vec<(InstitutionId, InstitutionId, Bridge)>,
}

impl ArticulationPoints {
    pub(super) fn of(context: &QueryContext<'_>) -> Self {
        let network = context.network();
        let structure = biconnectivity::find(network);
        let label = |id: InstitutionId| context.corpus.institution(id).names.label();
        let mut vertices: Vec<_> = structure
            .articulation_points
            .into_iter()
            .filter_map(|one| Some((network.institution(one.node)?, one)))
            .collect();
        vertices.sort_by(|x, y| {
            y.1.components.cmp(&x.1.components).then_with(|| (label(x.0), x.0).cmp(&(label(y.0), y.0)))
        });
        let ends = |one: Bridge| partnerships::ends(context, one.tie).map(|(a, b)| (a, b, one));
        let mut bridges: Vec<_> = structure.bridges.into_iter().filter_map(ends).collect();
        bridges.sort_by(|x, y| {
            let size = y.2.smaller.cmp(&x.2.smaller);
            size.then_with(|| (label(x.0), label(x.1), x.2.tie).cmp(&(label(y.0), label(y.1), y.2.tie)))
        });
        Self { vertices, bridges }
    }

    /// Number of parts that its component splits into without this institution; `None`: no articulation point.
    pub(super) fn components_without(&self, id: InstitutionId) -> Option<usize> {
        self.vertices.iter().find(|one| one.0 == id).map(|one| one.1.components)
    }

    pub(super) fn vertex_rows(&self, context: &QueryContext<'_>) -> Vec<ArticulationPointRow> {
        let row = |(id, one): &(InstitutionId, ArticulationPoint)| ArticulationPointRow {
            institution: InstitutionRecord::of(context.corpus, *id),
            components: one.components,
        };
        self.vertices.iter().map(row).collect()
    }

    pub(super) fn bridge_rows(&self, context: &QueryContext<'_>) -> Vec<BridgeRow> {
        let network = context.network();
        let row = |(a, b, one): &(InstitutionId, InstitutionId, Bridge)| BridgeRow {
            a: InstitutionRecord::of(context.corpus, *a),
            b: InstitutionRecord::of(context.corpus, *b),
            weight: Real(network.tie(one.tie).2),
            works: WorkRecord::all(context.corpus, network.evidence(one.tie)),
            smaller: one.smaller,
            larger: one.larger,
        };
        self.bridges.iter().map(row).collect()
    }

    /// Summary sentence; `None` without ties.
    pub(super) fn sentence(&self, localized: &LocalizedContext<'_, '_>) -> Option<Message> {
        if localized.context.network().tie_count() == 0 {
            return None;
        }
        let ids: Vec<InstitutionId> = self.vertices.iter().map(|one| one.0).collect();
        Some(match ids.len() {
            0 => message!("brokers-no-articulation-points"),
            count => {
                let (names, bridges) = (localized.institution_list(&ids), self.bridges.len());
                message!("brokers-articulation-points", count = count, names = names, bridges = bridges)
            }
        })
    }

    pub(super) fn tables(&self, localized: &LocalizedContext<'_, '_>) -> Vec<Table> {
        let mut tables = Vec::new();
        if !self.vertices.is_empty() {
            tables.push(self.vertex_table(localized));
        }
        if !self.bridges.is_empty() {
            tables.push(self.bridge_table(localized));
        }
        tables
    }

    fn vertex_table(&self, localized: &LocalizedContext<'_, '_>) -> Table {
        let columns = vec![
            localized.column("institution", message!("brokers-articulation-point")),
            Column::for_machines("id"),
            localized.column("parts", message!("brokers-components-without")).integer(),
        ];
        let row = |(id, one): &(InstitutionId, ArticulationPoint)| {
            vec![
                Cell::text(localized.name(*id)),
                Cell::text(&localized.context.corpus.institution(*id).id),
                Cell::Count(one.components as u64),
            ]
        };
        let caption = localized.text(message!("brokers-articulation-points-caption"));
        Table { name: "cut_vertices".to_owned(), caption, columns, rows: self.vertices.iter().map(row).collect() }
    }

    fn bridge_table(&self, localized: &LocalizedContext<'_, '_>) -> Table {
        let columns = vec![
            localized.column("a", message!("brokers-bridge")),
            localized.column("b", message!("brokers-bridge-other")),
            Column::for_machines("a_id"),
            Column::for_machines("b_id"),
            localized.column("smaller", message!("brokers-smaller-side")).integer(),
            localized.column("larger", message!("brokers-larger-side")).integer(),
            localized.column("works", message!("answers-joint-works", kind = localized.kind())).list(),
        ];
        let row = |(a, b, one): &(InstitutionId, InstitutionId, Bridge)| {
            let works = localized.context.network().evidence(one.tie);
            vec![
                Cell::text(localized.name(*a)),
                Cell::text(localized.name(*b)),
                Cell::text(&localized.context.corpus.institution(*a).id),
                Cell::text(&localized.context.corpus.institution(*b).id),
                Cell::Count(one.smaller as u64),
                Cell::Count(one.larger as u64),
                Cell::list(works.iter().map(|&work| localized.work(work)).collect()),
            ]
        };
        let caption = localized.text(message!("brokers-bridges"));
        Table { name: "bridges".to_owned(), caption, columns, rows: self.bridges.iter().map(row).collect() }
    }
}
