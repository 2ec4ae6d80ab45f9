//! Cut vertices and bridges: what the network hangs on.

use serde::Serialize;

use crate::answer::number::Real;
use crate::answer::told::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::question::partnership;
use crate::question::record::{Evidence, Party};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};
use crate::selection::biconnectivity::{self, ArticulationPoint, Bridge};

/// An institution without which its group falls apart.
#[derive(Serialize)]
pub(super) struct CutRow {
    #[serde(flatten)]
    party: Party,
    parts: usize,
}

/// A tie that is the only way between its two sides.
#[derive(Serialize)]
pub(super) struct BridgeRow {
    a: Party,
    b: Party,
    weight: Real,
    works: Vec<Evidence>,
    smaller: usize,
    larger: usize,
}

/// Cut vertices (most parts first) and bridges (largest smaller side first).
pub(super) struct Hinges {
    vertices: Vec<(InstitutionId, ArticulationPoint)>,
    bridges: Vec<(InstitutionId, InstitutionId, Bridge)>,
}

impl Hinges {
    pub(super) fn of(scope: &Scope<'_>) -> Self {
        let network = scope.network();
        let found = biconnectivity::find(network);
        let label = |id: InstitutionId| scope.corpus.institution(id).names.label();
        let mut vertices: Vec<_> = found
            .articulation_points
            .into_iter()
            .filter_map(|one| Some((network.institution(one.node)?, one)))
            .collect();
        vertices.sort_by(|x, y| {
            y.1.components.cmp(&x.1.components).then_with(|| (label(x.0), x.0).cmp(&(label(y.0), y.0)))
        });
        let ends = |one: Bridge| partnership::ends(scope, one.tie).map(|(a, b)| (a, b, one));
        let mut bridges: Vec<_> = found.bridges.into_iter().filter_map(ends).collect();
        bridges.sort_by(|x, y| {
            let size = y.2.smaller.cmp(&x.2.smaller);
            size.then_with(|| (label(x.0), label(x.1), x.2.tie).cmp(&(label(y.0), label(y.1), y.2.tie)))
        });
        Self { vertices, bridges }
    }

    /// Into how many parts its group falls without an institution; `None`: it stays whole.
    pub(super) fn parts(&self, id: InstitutionId) -> Option<usize> {
        self.vertices.iter().find(|one| one.0 == id).map(|one| one.1.components)
    }

    pub(super) fn vertex_rows(&self, scope: &Scope<'_>) -> Vec<CutRow> {
        let row = |(id, one): &(InstitutionId, ArticulationPoint)| CutRow {
            party: Party::of(scope.corpus, *id),
            parts: one.components,
        };
        self.vertices.iter().map(row).collect()
    }

    pub(super) fn bridge_rows(&self, scope: &Scope<'_>) -> Vec<BridgeRow> {
        let network = scope.network();
        let row = |(a, b, one): &(InstitutionId, InstitutionId, Bridge)| BridgeRow {
            a: Party::of(scope.corpus, *a),
            b: Party::of(scope.corpus, *b),
            weight: Real(network.tie(one.tie).2),
            works: Evidence::all(scope.corpus, network.evidence(one.tie)),
            smaller: one.smaller,
            larger: one.larger,
        };
        self.bridges.iter().map(row).collect()
    }

    /// What the network hangs on, as one sentence; nothing when there are no ties.
    pub(super) fn sentence(&self, voice: &Voice<'_, '_>) -> Option<String> {
        if voice.scope.network().tie_count() == 0 {
            return None;
        }
        let ids: Vec<InstitutionId> = self.vertices.iter().map(|one| one.0).collect();
        let bridges = counted(self.bridges.len(), "tie is a bridge", "ties are bridges");
        Some(match ids.len() {
            0 => voice
                .say("No group falls apart without any one institution.", "어느 한 기관이 빠져도 나뉘는 무리는 없다."),
            _ => voice.say(
                format!(
                    "Without {}, a group falls apart ({}); {bridges}, the only way between their two sides.",
                    any_of(voice, &ids),
                    counted(ids.len(), "cut vertex", "cut vertices")
                ),
                format!(
                    "빠지면 무리가 나뉘는 기관(절단점) {}곳: {}. 양쪽을 잇는 유일한 관계(다리) {}개.",
                    ids.len(),
                    voice.names(&ids),
                    self.bridges.len()
                ),
            ),
        })
    }

    pub(super) fn tables(&self, voice: &Voice<'_, '_>) -> Vec<Table> {
        let mut tables = Vec::new();
        if !self.vertices.is_empty() {
            tables.push(self.vertex_table(voice));
        }
        if !self.bridges.is_empty() {
            tables.push(self.bridge_table(voice));
        }
        tables
    }

    fn vertex_table(&self, voice: &Voice<'_, '_>) -> Table {
        let columns = vec![
            Column::new("institution", voice.say("Cut vertex", "절단점")),
            Column::for_machines("id"),
            Column::new("parts", voice.say("Parts without it", "빠지면 나뉘는 수")),
        ];
        let row = |(id, one): &(InstitutionId, ArticulationPoint)| {
            vec![
                Cell::text(voice.name(*id)),
                Cell::text(&voice.scope.corpus.institution(*id).id),
                Cell::Count(one.components as u64),
            ]
        };
        let caption = voice.say("Cut vertices", "절단점");
        Table { name: "cut_vertices".to_owned(), caption, columns, rows: self.vertices.iter().map(row).collect() }
    }

    fn bridge_table(&self, voice: &Voice<'_, '_>) -> Table {
        let columns = vec![
            Column::new("a", voice.say("Bridge between", "다리")),
            Column::new("b", voice.say("and", "상대 기관")),
            Column::for_machines("a_id"),
            Column::for_machines("b_id"),
            Column::new("smaller", voice.say("Smaller side", "작은 쪽")),
            Column::new("larger", voice.say("Larger side", "큰 쪽")),
            Column::new("works", voice.say("Joint works", format!("함께 발표한 {}", voice.noun()))),
        ];
        let row = |(a, b, one): &(InstitutionId, InstitutionId, Bridge)| {
            let works = voice.scope.network().evidence(one.tie);
            vec![
                Cell::text(voice.name(*a)),
                Cell::text(voice.name(*b)),
                Cell::text(&voice.scope.corpus.institution(*a).id),
                Cell::text(&voice.scope.corpus.institution(*b).id),
                Cell::Count(one.smaller as u64),
                Cell::Count(one.larger as u64),
                Cell::list(works.iter().map(|&work| voice.work(work)).collect()),
            ]
        };
        let caption = voice.say("Bridges", "다리");
        Table { name: "bridges".to_owned(), caption, columns, rows: self.bridges.iter().map(row).collect() }
    }
}

/// `A, B or C`.
fn any_of(voice: &Voice<'_, '_>, ids: &[InstitutionId]) -> String {
    match ids {
        [one] => voice.name(*one),
        [a, b] => format!("{} or {}", voice.name(*a), voice.name(*b)),
        _ => voice.say(format!("any one of {}", voice.names(ids)), voice.names(ids)),
    }
}
