//! Data of the explorer page: works, institutions, affiliations, and the figures.
//!
//! Everything that depends on filters (ties, counts, ranks, paths) is computed by the page from the works, by the rules
//! of [`Network::one_mode`](crate::network::Network::one_mode). The data hold what filters do not change: names, dates,
//! sources, clusters, positions.

use crate::answer::figure::Error;
use crate::answer::language::Language;
use crate::answer::mark::NodeShape;
use crate::community::leiden;
use crate::community::partition::Partition;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId, Sector};
use crate::corpus::kind::ActorKind;
use crate::corpus::work::WorkId;
use crate::drawing::bipartite::{self, Bipartite};
use crate::drawing::frame::{Heading, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::theme::{DARK, LIGHT};
use crate::drawing::{encoding, map};
use crate::explore::map_positions::{self, MapPositions};
use crate::explore::network_layout;
use crate::explore::scene::{ColorTable, rounded, scene};
use crate::network::Network;
use crate::query::context::QueryContext;
use serde_json::{Map, Value, json};

/// Width of the figures for narrow screens, in millimetres: one text column.
const NARROW_MM: f64 = 85.0;

/// Key of a level on the page and in links to it.
fn level_key(level: ActorKind) -> &'static str {
    if level == ActorKind::Institution { "recorded" } else { level.key() }
}

/// Notes that the page shows besides its data.
#[derive(Clone, Debug, Default)]
pub struct PageNotes {
    /// Sentences about filters applied before, in English and Korean.
    pub notes: Vec<(String, String)>,
    /// Merged names, in English and Korean, for source lines.
    pub merges: Vec<(String, String)>,
}

/// All data of one page as a JSON value. The first level provides the works; a further level is included only when it
/// has the same works and differs in its institutions. Deterministic. O(works + institutions + figures).
///
/// # Errors
///
/// When a figure is invalid; see [`Figure::new`](crate::answer::figure::Figure::new).
pub fn facts(levels: &[(ActorKind, &QueryContext<'_>)], page_notes: &PageNotes) -> Result<Value, Error> {
    let Some((_, first)) = levels.first() else { return Ok(Value::Null) };
    let corpus = first.corpus;
    let mut words = SharedTerms::default();
    let works: Vec<Value> = corpus.work_ids().map(|id| work(corpus, id, &mut words)).collect();
    let mut inks = ColorTable::default();
    let mut level_values = Vec::new();
    for (key, scope) in levels {
        let Some(members) = members(corpus, scope.corpus) else { continue };
        let same = level_values.first().is_some_and(|first: &Value| first["members"] == members);
        if !(same && scope.corpus.institution_count() == corpus.institution_count()) {
            level_values.push(level(*key, scope, members, page_notes, &mut words, &mut inks)?);
        }
    }
    let theme = theme(&mut inks);
    Ok(json!({
        "program": format!("collabgraph {}", env!("CARGO_PKG_VERSION")),
        "counting": first.projection.counting.key(),
        "maxTeam": first.projection.max_team.unwrap_or(0),
        "inputs": corpus.inputs().iter().map(|input| json!({
            "name": input.name,
            "citation": input.citation,
            "asOf": input.as_of.map(|date| date.to_string()),
        })).collect::<Vec<_>>(),
        "whole": [first.unfiltered_counts.0, first.unfiltered_counts.1],
        "notices": first.notices,
        "notes": pairs(&page_notes.notes),
        "merges": pairs(&page_notes.merges),
        "countries": words.countries.iter().map(|country| {
            let (en, ko) = country.names();
            json!([country.code(), en, ko])
        }).collect::<Vec<_>>(),
        "sectors": Sector::ALL.map(|sector| json!([sector.key(), sector.label().0, sector.label().1, shape(sector)])),
        "criteria": words.criteria,
        "domains": words.domains,
        "works": works,
        "levels": level_values,
        "theme": theme,
        "inks": inks.value(),
    }))
}

/// Shape of a sector: 0 circle, 1 square, 2 diamond, 3 hexagon.
fn shape(sector: Sector) -> u8 {
    match encoding::form(Some(sector)) {
        NodeShape::Circle | NodeShape::Pill => 0,
        NodeShape::Square => 1,
        NodeShape::Diamond => 2,
        NodeShape::Hexagon => 3,
    }
}

fn pairs(pairs: &[(String, String)]) -> Vec<Value> {
    pairs.iter().map(|(english, korean)| json!([english, korean])).collect()
}

/// Interned terms that many records share, written once and referred to by index.
#[derive(Debug, Default)]
struct SharedTerms {
    countries: Vec<Country>,
    criteria: Vec<String>,
    domains: Vec<String>,
}

fn number<T: PartialEq + Clone>(list: &mut Vec<T>, word: &T) -> usize {
    list.iter().position(|known| known == word).unwrap_or_else(|| {
        list.push(word.clone());
        list.len() - 1
    })
}

fn work(corpus: &Corpus, id: WorkId, words: &mut SharedTerms) -> Value {
    let work = corpus.work(id);
    let mut fields = Map::new();
    fields.insert("k".into(), corpus.work_key(id).into());
    fields.insert("n".into(), work.name.into());
    fields.insert("d".into(), work.date.map(|date| date.to_string()).into());
    let mut add = |key: &str, value: Value| {
        if !(value == "" || value.as_array().is_some_and(Vec::is_empty)) {
            fields.insert(key.into(), value);
        }
    };
    add("t", work.title.into());
    add("a", work.authors.into());
    add("l", work.links.iter().copied().map(Value::from).collect());
    add("o", work.accessibility.into());
    add("c", work.criteria.iter().map(|word| Value::from(number(&mut words.criteria, &word.to_string()))).collect());
    add("f", work.domains.iter().map(|word| Value::from(number(&mut words.domains, &word.to_string()))).collect());
    add("al", corpus.work_aliases(id).iter().map(|name| Value::from(name.as_str())).collect());
    if let Some((count, _)) = work.citations {
        add("q", count.into());
    }
    let (countries, sectors) = (corpus.countries_of(id), corpus.sectors_of(id));
    let recorded = countries.known.iter().chain(&countries.unregistered);
    add("kc", recorded.map(|country| Value::from(number(&mut words.countries, country))).collect());
    add("ks", sectors.known.iter().map(|sector| Value::from(sector_number(sector))).collect());
    // Whether there may be more than those.
    for (key, is_open) in [
        ("kcx", countries.is_partial || countries.known.is_empty()),
        ("ksx", sectors.is_partial || sectors.known.is_empty()),
    ] {
        if is_open {
            add(key, 1.into());
        }
    }
    let statements = corpus.statements(id).iter();
    add("st", statements.map(|one| json!([one.source, one.text, one.text_ko])).collect());
    Value::Object(fields)
}

/// The institutions of each work of `corpus` in another corpus of the same works; `None` where a work is missing there.
fn members(corpus: &Corpus, other: &Corpus) -> Option<Value> {
    if corpus.work_count() != other.work_count() {
        return None;
    }
    let by_key: std::collections::BTreeMap<String, WorkId> =
        other.work_ids().map(|id| (other.work_key(id), id)).collect();
    let row = |id: WorkId| -> Option<Value> {
        let twin = by_key.get(&corpus.work_key(id))?;
        Some(other.institutions_of(*twin).iter().map(|one| Value::from(one.index())).collect())
    };
    corpus.work_ids().map(row).collect::<Option<Vec<Value>>>().map(Value::Array)
}

fn level(
    key: ActorKind,
    scope: &QueryContext<'_>,
    members: Value,
    page_notes: &PageNotes,
    words: &mut SharedTerms,
    inks: &mut ColorTable,
) -> Result<Value, Error> {
    let corpus = scope.corpus;
    let network = scope.network();
    // Those of the map, also for institutions that it does not draw.
    let of_map = map::clustering(network, &Options::default());
    let has_map_clusters = of_map.is_some();
    let clusters = match of_map {
        Some(of_map) => leiden::partition(&Network::one_mode(corpus, of_map.projection), &of_map.options),
        None => leiden::partition(network, &leiden::Options::default()),
    };
    let mut views = Map::new();
    let mut drawn = MapPositions::new();
    let kind = match crate::query::require_works::has_no_works(scope) {
        true => WorkKind::Tie,
        false => scope.kind,
    };
    for (code, language) in [("en", Language::English), ("ko", Language::Korean)] {
        let language = language.naming(corpus.actors());
        let options = Options {
            language,
            heading: Heading::Hidden,
            notes: page_notes.merges.clone(),
            kind: Some(kind),
            ..Options::default()
        };
        let map = map::compose(network, &options)?;
        drawn = map_positions::of(&map, corpus);
        let two_mode = bipartite::compose(corpus, &Bipartite::default(), &options)?;
        let mut of_language = Map::new();
        of_language.insert("map".into(), scene(&map, inks));
        of_language.insert("two".into(), scene(&two_mode, inks));
        // Narrow screens show the figures of one column; those of large maps would hardly differ.
        if corpus.institution_count() <= map::MAX_DETAILED_NODES {
            let options = Options { width_mm: NARROW_MM, ..options };
            of_language.insert("mapNarrow".into(), scene(&map::compose(network, &options)?, inks));
            let two_mode = bipartite::compose(corpus, &Bipartite::default(), &options)?;
            of_language.insert("twoNarrow".into(), scene(&two_mode, inks));
        }
        views.insert(code.into(), of_language.into());
    }
    let clusters = map_positions::clusters(network, &clusters, &drawn);
    let all = (drawn.len() < corpus.institution_count()).then(|| full_layout(scope, &clusters, &drawn));
    Ok(json!({
        "key": level_key(key),
        "institutions":
            corpus.institution_ids().map(|id| institution(corpus.institution(id), words)).collect::<Vec<_>>(),
        "members": members,
        "sizes": sizes(corpus),
        "chosen": corpus.chosen_ties().map(|ties| ties.iter().map(|(a, b)| json!([a.index(), b.index()])).collect::<Vec<_>>()),
        "stated": corpus.explicit_ties().iter().map(|tie| json!([tie.a.index(), tie.b.index(), tie.weight])).collect::<Vec<_>>(),
        "clusters": corpus.institution_ids().map(|id| clusters[network.node_of(id)]).collect::<Vec<_>>(),
        "ofMap": has_map_clusters,
        "views": views,
        "all": all,
    }))
}

/// Of each work, the number of its actors, with those that a choice leaves out, and that of its institutions, which the
/// cap is about; `None` where both are the number of its members on the page.
fn sizes(corpus: &Corpus) -> Option<Vec<[usize; 2]>> {
    let of = |work: WorkId| [corpus.actor_count(work), corpus.team_size(work)];
    let differs = |work: WorkId| of(work) != [corpus.institutions_of(work).len(); 2];
    corpus.work_ids().any(differs).then(|| corpus.work_ids().map(of).collect())
}

fn sector_number(sector: &Sector) -> usize {
    Sector::ALL.iter().position(|one| one == sector).unwrap_or_default()
}

fn institution(institution: &Institution, words: &mut SharedTerms) -> Value {
    let names = &institution.names;
    let mut fields = Map::new();
    fields.insert("k".into(), institution.id.clone().into());
    fields.insert("n".into(), names.label().into());
    let mut add = |key: &str, value: Value| {
        if !(value.is_null() || value.as_array().is_some_and(Vec::is_empty)) {
            fields.insert(key.into(), value);
        }
    };
    add("ko", names.label_ko().into());
    add("full", Some(names.name.as_str()).filter(|name| *name != names.label()).into());
    add("fullKo", names.name_ko.as_deref().filter(|name| Some(*name) != names.label_ko()).into());
    add("s", names.short.as_deref().into());
    add("sKo", names.short_ko.as_deref().into());
    add("al", institution.aliases.iter().map(|name| Value::from(name.as_str())).collect());
    add("c", institution.countries.iter().map(|country| Value::from(number(&mut words.countries, country))).collect());
    add("t", institution.sectors.iter().map(|sector| Value::from(sector_number(sector))).collect());
    add("ror", institution.ror.as_deref().into());
    Value::Object(fields)
}

/// Positions of all institutions, for networks of which the figure shows a part. Where the figure shows full
/// components, its positions are kept and the other components placed below it; else clusters are laid out separately.
/// `hulls` says whether clusters are disjoint, so that each can have a hull.
fn full_layout(scope: &QueryContext<'_>, clusters: &[u32], drawn: &MapPositions) -> Value {
    let network = scope.network();
    let points = drawn.iter().map(|(id, position)| (network.node_of(*id), position.at)).collect();
    let (layout, apart) = match network_layout::extend_below(network, &points) {
        Some(layout) => (layout, drawn.values().any(|position| position.cluster.is_some())),
        None => {
            let clusters = Partition::new(clusters, 0.0);
            (network_layout::layout_clusters(network, &clusters, &points), true)
        }
    };
    let point_of = |id: InstitutionId| layout.points[network.node_of(id)];
    let ids = || scope.corpus.institution_ids();
    json!({
        "x": ids().map(|id| rounded(point_of(id).x)).collect::<Vec<_>>(),
        "y": ids().map(|id| rounded(point_of(id).y)).collect::<Vec<_>>(),
        "hulls": apart,
    })
}

/// Colours and radii that the page needs besides those of the figures.
fn theme(inks: &mut ColorTable) -> Value {
    let radius = |radius: encoding::Radius| json!([radius.root, radius.base, radius.max]);
    let (light, dark) = (&LIGHT, &DARK);
    let single = [
        ("page", light.page, dark.page),
        ("ink", light.ink, dark.ink),
        ("muted", light.muted, dark.muted),
        ("edge", light.edge, dark.edge),
        ("faint", light.faint, dark.faint),
        ("panel", light.panel, dark.panel),
        ("focus", light.focus, dark.focus),
    ];
    let mut fields = Map::new();
    for (name, light, dark) in single {
        fields.insert(name.into(), json!([light.to_string(), dark.to_string()]));
    }
    let clusters = light.clusters.iter().map(|color| inks.color(*color)).collect::<Vec<_>>();
    fields.insert("clusters".into(), json!(clusters));
    fields.insert("grey".into(), inks.color(light.edge).into());
    fields.insert("radius".into(), radius(encoding::WORLD));
    fields.insert("fonts".into(), crate::drawing::theme::FONTS.into());
    Value::Object(fields)
}
