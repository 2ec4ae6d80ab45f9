//! Which institutions are linked at all, over however many partners?

use serde::Serialize;

use crate::answer::language::Language;
use crate::answer::number::{Real, stable};
use crate::answer::told::{Answer, Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::network::Network;
use crate::network::components::{self, Components};
use crate::question::lack;
use crate::question::record::{self, Method, Party};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

#[derive(Serialize)]
struct Record {
    components: Vec<Component>,
    largest_component: usize,
    isolates: usize,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Component {
    id: usize,
    size: usize,
    members: Vec<Party>,
    ties: usize,
    weight: Real,
    works: usize,
}

/// The connected components, largest first.
#[must_use]
pub fn ask(scope: &Scope<'_>, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let network = scope.network();
    let found = components::find(network);
    let list: Vec<Component> =
        (0..found.members.len()).map(|number| component(scope, network, &found, number)).collect();
    let tables = vec![table(&voice, &found, &list)];
    let left_out = network.excluded();
    let record = Record {
        components: list,
        largest_component: found.largest(),
        isolates: found.isolates(),
        method: Method::of(scope, left_out),
    };
    Answer {
        found: !found.members.is_empty(),
        lead: lead(&voice, &found),
        tables,
        notes: voice.method(left_out),
        record: record::value(&record),
    }
}

fn component(scope: &Scope<'_>, network: &Network<'_>, found: &Components, number: usize) -> Component {
    let nodes = &found.members[number];
    let rows = || nodes.iter().flat_map(|&node| network.adjacency().row_of(node).filter(move |row| row.0 > node));
    let mut works: Vec<_> =
        nodes.iter().flat_map(|&node| scope.corpus.works_of(InstitutionId(node as u32))).copied().collect();
    works.sort_unstable();
    works.dedup();
    Component {
        id: number + 1,
        size: nodes.len(),
        members: members(network, nodes).into_iter().map(|id| Party::of(scope.corpus, id)).collect(),
        ties: rows().count(),
        weight: Real(rows().map(|row| row.1).sum()),
        works: works.len(),
    }
}

/// The institutions of some nodes, strongest first.
#[must_use]
pub fn members(network: &Network<'_>, nodes: &[usize]) -> Vec<InstitutionId> {
    let strength = |id: InstitutionId| -> f64 { network.adjacency().weights(id.index()).iter().sum() };
    let works = |id: InstitutionId| network.corpus().works_of(id).len();
    let label = |id: InstitutionId| network.corpus().institution(id).names.label();
    let mut ids: Vec<InstitutionId> = nodes.iter().filter_map(|&node| network.institution(node)).collect();
    ids.sort_by(|&a, &b| {
        let by_strength = stable(strength(b)).total_cmp(&stable(strength(a)));
        by_strength.then(works(b).cmp(&works(a))).then_with(|| label(a).cmp(label(b))).then(a.cmp(&b))
    });
    ids
}

fn only(voice: &Voice<'_, '_>) -> Vec<InstitutionId> {
    voice.scope.corpus.institution_ids().collect()
}

fn lead(voice: &Voice<'_, '_>, found: &Components) -> Vec<String> {
    let (count, isolates) = (found.members.len(), found.isolates());
    if count == 0 {
        return vec![voice.say("There is no institution.", "기관이 없다.")];
    }
    let all = voice.institutions(voice.scope.corpus.institution_count());
    let groups = counted(count - isolates, "group", "groups");
    let tie = if lack::of_works(voice.scope) { "tie" } else { "shared work" };
    let first = match (count - isolates, isolates) {
        (0, 1) => voice.say(
            format!("The only institution, {}, has no partner.", voice.names(&only(voice))),
            format!("하나뿐인 기관 {}에 협력 기관이 없다.", voice.names(&only(voice))),
        ),
        (0, _) => voice.say(format!("None of the {all} has a partner."), format!("{all} 모두 협력 기관이 없다.")),
        (1, 0) => voice.say(
            format!("The {all} form one group: every one is linked to every other, if only through others."),
            format!("{all}이 모두 한 무리로 이어져 있다."),
        ),
        (1, alone) => voice.say(
            format!(
                "The {all} form one linked group of {}, and {} without partners.",
                found.largest(),
                voice.institutions(alone)
            ),
            format!("{all} 가운데 {}곳이 한 무리로 이어져 있고, {alone}곳은 협력 기관이 없다.", found.largest()),
        ),
        (linked, 0) => voice.say(
            format!("The {all} form {groups} that no {tie} links to each other; the largest has {}.", found.largest()),
            format!("{all}은 서로 이어지지 않은 {linked}개 무리를 이루며, 가장 큰 무리는 {}곳이다.", found.largest()),
        ),
        (linked, alone) => voice.say(
            format!(
                "The {all} form {groups} that no {tie} links to each other, and {} without partners; the largest group has {}.",
                voice.institutions(alone),
                found.largest()
            ),
            format!(
                "{all} 가운데 협력 기관이 없는 {alone}곳을 빼면 서로 이어지지 않은 {linked}개 무리를 이루며, 가장 큰 무리는 {}곳이다.",
                found.largest()
            ),
        ),
    };
    vec![first]
}

fn table(voice: &Voice<'_, '_>, found: &Components, list: &[Component]) -> Table {
    let network = voice.scope.network();
    let columns = vec![
        Column::new("component", voice.say("Group", "무리")),
        Column::new("size", voice.say("Institutions", "기관 수")),
        Column::new("ties", voice.say("Ties", "관계")),
        Column::new("weight", voice.say("Weight", "가중치")),
        Column::new("works", voice.say("Works", format!("{} 수", voice.noun()))),
        Column::new("members", voice.say("Members", "구성 기관")),
        Column::for_machines("ids"),
    ];
    let rows = list.iter().map(|one| {
        let members = members(network, &found.members[one.id - 1]);
        vec![
            Cell::Count(one.id as u64),
            Cell::Count(one.size as u64),
            Cell::Count(one.ties as u64),
            Cell::Real(one.weight.0),
            Cell::Count(one.works as u64),
            Cell::list(members.iter().map(|&id| voice.name(id)).collect()),
            Cell::list(members.iter().map(|&id| network.corpus().institution(id).id.clone()).collect()),
        ]
    });
    let caption = voice.say("Groups of linked institutions", "이어진 기관 무리");
    Table { name: "components".to_owned(), caption, columns, rows: rows.collect() }
}
