//! What is in the data at all?

use serde::Serialize;

use crate::answer::korean::{self, Particle};
use crate::answer::language::Language;
use crate::answer::number::{Real, plain, share, stable, thousands};
use crate::answer::told::{Answer, Audience, Cell, Column, Table};
use crate::network::components::{self, Components};
use crate::question::clusters;
use crate::question::partnership::{Bundle, Partnership, bundles, strongest};
use crate::question::record::{self, Method};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// How many rows of partnerships are listed.
pub const TOP: usize = 10;
/// Beyond this many institutions the overview does not look for clusters, so that it stays quick.
pub const CLUSTERED: usize = 50_000;

#[derive(Serialize)]
struct Record {
    works: usize,
    institutions: usize,
    ties: usize,
    weight: Real,
    components: usize,
    largest_component: usize,
    isolates: usize,
    since: Option<String>,
    until: Option<String>,
    notices: usize,
    counting: &'static str,
    max_team: Option<usize>,
    left_out: Vec<record::LeftOut>,
    co_made: usize,
    affiliations: usize,
    clusters: Option<usize>,
    partnerships: Vec<Partnership>,
}

/// Counts, period, the strongest partnerships, and what to ask next.
#[must_use]
pub fn ask(scope: &Scope<'_>, language: Language) -> Answer {
    let voice = Voice::new(scope, language);
    let (corpus, network) = (scope.corpus, scope.network());
    let components = components::find(network);
    let ties = strongest(scope);
    let bundles = bundles(scope, &ties);
    let top = &bundles[..bundles.len().min(TOP)];
    let clusters = (network.node_count() <= CLUSTERED).then(|| clusters::count(scope));
    let co_made = corpus.work_ids().filter(|&work| corpus.institutions_of(work).len() > 1).count();
    let Method { counting, left_out, notices, max_team } = Method::of(scope, network.excluded());
    let period = corpus.period();
    let record = Record {
        works: corpus.work_count(),
        institutions: corpus.institution_count(),
        ties: network.tie_count(),
        weight: Real(network.total_weight()),
        components: components.members.len(),
        largest_component: components.largest(),
        isolates: components.isolates(),
        since: period.map(|(first, _)| first.to_string()),
        until: period.map(|(_, last)| last.to_string()),
        notices,
        counting,
        max_team,
        left_out,
        co_made,
        affiliations: corpus.affiliation_count(),
        clusters,
        partnerships: top.iter().map(|bundle| bundle.record(scope)).collect(),
    };
    let mut notes = voice.method(network.excluded());
    notes.extend(next(&voice, &bundles));
    Answer {
        found: corpus.work_count() > 0 || corpus.institution_count() > 0,
        lead: lead(&voice, &components, clusters, co_made, &bundles),
        tables: vec![table(&voice, top, ties.len())],
        notes,
        record: record::value(&record),
    }
}

fn lead(
    voice: &Voice<'_, '_>,
    components: &Components,
    clusters: Option<usize>,
    co_made: usize,
    bundles: &[Bundle],
) -> Vec<String> {
    let corpus = voice.scope.corpus;
    let mut lead = Vec::new();
    if corpus.work_count() > 0 {
        lead.push(counts(voice));
        lead.push(together(voice, co_made));
    } else if bundles.is_empty() && corpus.institution_count() > 0 {
        let count = voice.institutions(corpus.institution_count());
        lead.push(voice.say(
            format!("{count}, without works or ties; a list of ties may go with this file (a second --data)."),
            format!("{count}이 있고 모델·문헌이나 관계는 없다. 관계 목록이 따로 있으면 --data로 함께 주세요."),
        ));
    } else if bundles.is_empty() {
        lead.push(voice.say("There is nothing here.", "해당하는 것이 없다."));
    } else {
        lead.push(ties_only(voice));
    }
    if let Some(first) = bundles.first() {
        lead.push(partnerships(voice, components));
        lead.push(strongest_of(voice, first, bundles));
        lead.extend(clusters.map(|count| {
            voice.say(
                format!("Leiden finds {} of two or more institutions.", counted(count, "cluster", "clusters")),
                format!("라이덴 알고리즘으로 나누면 둘 이상으로 된 군집은 {count}개다."),
            )
        }));
    } else if corpus.work_count() > 0 {
        lead.push(no_partnership(voice, co_made));
    }
    lead
}

/// What a list of ties has.
fn ties_only(voice: &Voice<'_, '_>) -> String {
    let institutions = voice.institutions(voice.scope.corpus.institution_count());
    voice.say(
        format!("{institutions}. The input states ties between them, without the works behind the ties."),
        format!("{institutions}. 입력에는 근거 {} 없이 기관 사이의 관계만 있다.", voice.noun()),
    )
}

/// Why there is no tie: no work was made together, or the cap leaves out all that were.
fn no_partnership(voice: &Voice<'_, '_>, co_made: usize) -> String {
    match voice.scope.projection.max_team.filter(|_| co_made > 0) {
        None => voice.say(
            "There are no partnerships: no work names two institutions.",
            format!("협력 관계가 없다. 기관이 둘 이상 적힌 {} 없다.", voice.noun_with(Particle::Subject)),
        ),
        Some(cap) => voice.say(
            format!(
                "No partnership is counted, for works of more than {} make no ties (--max-team {cap}).",
                counted(cap, "institution", "institutions")
            ),
            format!(
                "세는 협력 관계가 없다. --max-team {cap}이라 기관이 {cap}곳을 넘는 {} 관계로 세지 않는다.",
                voice.noun_with(Particle::Topic)
            ),
        ),
    }
}

fn counts(voice: &Voice<'_, '_>) -> String {
    let corpus = voice.scope.corpus;
    let (works, institutions) = (voice.works(corpus.work_count()), voice.institutions(corpus.institution_count()));
    let period = corpus.period().map_or_else(String::new, |(first, last)| {
        if first == last { format!(", {first}") } else { format!(", {first} – {last}") }
    });
    voice.say(format!("{works} by {institutions}{period}."), format!("{institutions}의 {works}{period}."))
}

fn together(voice: &Voice<'_, '_>, co_made: usize) -> String {
    let all = voice.scope.corpus.work_count();
    let share = share(co_made as u64, all as u64);
    let verb = if co_made == 1 { "was" } else { "were" };
    voice.say(
        format!("{} of them ({share}) {verb} made by two or more institutions together.", voice.pieces(co_made)),
        format!(
            "이 가운데 {} 둘 이상의 기관이 함께 발표했다.",
            korean::attach(&format!("{}({share})", voice.pieces(co_made)), Particle::Object)
        ),
    )
}

fn partnerships(voice: &Voice<'_, '_>, components: &Components) -> String {
    let network = voice.scope.network();
    let ties = counted(network.tie_count(), "partnership", "partnerships");
    let weight = plain(network.total_weight(), 2);
    let linked = components.members.len() - components.isolates();
    let (isolates, largest) = (components.isolates(), components.largest());
    let (groups, groups_ko) = match linked {
        1 => (
            format!("all in one group of {}", voice.institutions(largest)),
            format!("{} 모두 한 무리로 이어진다", korean::attach(&voice.institutions(largest), Particle::Subject)),
        ),
        _ => (
            format!(
                "in {}, the largest of {}",
                counted(linked, "separate group", "separate groups"),
                voice.institutions(largest)
            ),
            format!("서로 이어지지 않은 {linked}개 무리로 나뉜다(가장 큰 무리 {largest}곳)"),
        ),
    };
    let alone = match isolates {
        0 => String::new(),
        1 => voice.say("; 1 institution has no partner", ". 협력 기관이 없는 기관은 1곳이다"),
        _ => voice.say(
            format!("; {} institutions have no partner", thousands(isolates as u64)),
            format!(". 협력 기관이 없는 기관은 {}곳이다", thousands(isolates as u64)),
        ),
    };
    let number = thousands(network.tie_count() as u64);
    let are = if network.tie_count() == 1 { "is" } else { "are" };
    voice.say(
        format!("There {are} {ties} with a total weight of {weight}, {groups}{alone}."),
        format!("협력 관계는 {number}개, 가중치 합은 {weight}이며, {groups_ko}{alone}."),
    )
}

/// The strongest partnership, or how many share that place.
fn strongest_of(voice: &Voice<'_, '_>, first: &Bundle, bundles: &[Bundle]) -> String {
    let equal: Vec<&Bundle> = bundles.iter().take_while(|one| stable(one.weight) == stable(first.weight)).collect();
    let ties: usize = equal.iter().map(|one| one.ties.len()).sum();
    let (number, weight) = (thousands(ties as u64), voice.weight(first.weight));
    let names = voice.names(&first.institutions);
    match (equal.len(), first.institutions.as_slice()) {
        (1, &[a, b]) => voice.say(
            format!("The strongest partnership is that of {names} (weight {weight})."),
            format!("가장 강한 협력 관계는 {} {}의 관계다(가중치 {weight}).", voice.with(a, Particle::And), voice.name(b)),
        ),
        (1, all) => voice.say(
            format!(
                "The strongest partnerships are the {number} among {} that made the same {} together (weight {weight} each): {names}.",
                voice.institutions(all.len()),
                voice.works(first.works.len())
            ),
            format!(
                "가장 강한 협력 관계는 {} 모두 함께 발표한 {} 사이의 {number}개다(각 가중치 {weight}): {names}.",
                korean::attach(&voice.works(first.works.len()), Particle::Object),
                voice.institutions(all.len())
            ),
        ),
        _ => voice.say(
            format!("{number} partnerships share the first place with weight {weight}."),
            format!("가중치 {weight}인 협력 관계 {number}개가 공동 1위다."),
        ),
    }
}

/// What to ask next, with names of these data.
fn next(voice: &Voice<'_, '_>, bundles: &[Bundle]) -> Option<String> {
    let pair = bundles.iter().find(|one| one.institutions.len() == 2).or_else(|| bundles.first())?;
    let &[a, b, ..] = pair.institutions.as_slice() else { return None };
    let word = |id| {
        let names = &voice.scope.corpus.institution(id).names;
        let label = match (voice.language, names.short_label_ko()) {
            (Language::Korean, Some(korean)) => korean,
            _ => names.short_label(),
        };
        if label.contains(|letter: char| !letter.is_alphanumeric()) {
            format!("\"{}\"", label.replace('"', ""))
        } else {
            label.to_owned()
        }
    };
    let (a, b) = (word(a), word(b));
    Some(voice.say(
        format!("Next: collab who {a} · collab between {a} {b} · collab rank · collab report"),
        format!("다음: collab who {a} · collab between {a} {b} · collab rank · collab report"),
    ))
}

fn table(voice: &Voice<'_, '_>, bundles: &[Bundle], all: usize) -> Table {
    let scope = voice.scope;
    let shown: usize = bundles.iter().map(|one| one.ties.len()).sum();
    let mut pairs = Column::new("ties", voice.say("Pairs", "쌍"));
    if bundles.iter().all(|one| one.ties.len() == 1) {
        pairs.audience = Audience::Machines;
    }
    let columns = vec![
        Column::new("institutions", voice.say("Institutions", "기관")),
        Column::for_machines("ids"),
        pairs,
        Column::new("weight", voice.say("Weight", "가중치")),
        Column::new("shared_works", voice.say("Shared works", format!("함께 발표한 {}", voice.noun()))),
    ];
    let row = |one: &Bundle| {
        let ids = one.institutions.iter().map(|&id| scope.corpus.institution(id).id.clone());
        vec![
            Cell::list(one.institutions.iter().map(|&id| voice.name(id)).collect()),
            Cell::list(ids.collect()),
            Cell::Count(one.ties.len() as u64),
            Cell::Real(one.weight),
            Cell::list(one.works.iter().map(|&work| voice.work(work)).collect()),
        ]
    };
    let (of, total) = (thousands(shown as u64), thousands(all as u64));
    let caption = if shown < all {
        voice.say(
            format!("Strongest partnerships ({of} of {total})"),
            format!("가장 강한 협력 관계({total}개 중 {of}개)"),
        )
    } else {
        voice.say("Partnerships", "협력 관계")
    };
    Table { name: "partnerships".to_owned(), caption, columns, rows: bundles.iter().map(row).collect() }
}
