//! What the page knows: works, institutions, who was on what, and our own figures of them.
//!
//! Everything that a filter can change (ties, counts, ranks, paths) is left to the page, which counts it from the works by
//! the same rules as [`Network::one_mode`](crate::network::Network::one_mode). What it cannot change is given here: names,
//! dates, sources, clusters, places.

use serde_json::{Map, Value, json};

use crate::answer::figure::Error;
use crate::answer::language::Language;
use crate::community::leiden;
use crate::community::partition::Partition;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, InstitutionId, Sector};
use crate::corpus::work::WorkId;
use crate::drawing::bipartite::{self, Bipartite};
use crate::drawing::encoding;
use crate::drawing::frame::{Heading, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::map;
use crate::drawing::theme::{DARK, LIGHT};
use crate::explore::places;
use crate::explore::scene::{Inks, rounded, scene};
use crate::explore::spots::{self, Spots};
use crate::question::scope::{Noun, Scope};

/// Width of the figures for narrow screens, in millimetres: one column.
const NARROW_MM: f64 = 85.0;

/// At which level institutions stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// As recorded: families stay apart.
    Recorded,
    /// Rolled up to the topmost parent.
    Group,
}

impl Level {
    /// The word for it on the command line and in links.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::Group => "group",
        }
    }
}

/// What the page is made from.
#[derive(Clone, Debug, Default)]
pub struct Remarks {
    /// Sentences about how the data were filtered before, in English and Korean.
    pub notes: Vec<(String, String)>,
    /// What was merged before anything was drawn, English and Korean; for source lines.
    pub merges: Vec<(String, String)>,
}

/// Everything of one page as one JSON value. The first level gives the works; another is added only when it has the same
/// works, and differs. Deterministic: equal facts give equal values.
///
/// # Errors
///
/// When a view's marks are no figure; see [`Figure::new`](crate::answer::figure::Figure::new).
pub fn facts(levels: &[(Level, &Scope<'_>)], remarks: &Remarks) -> Result<Value, Error> {
    let Some((_, first)) = levels.first() else { return Ok(Value::Null) };
    let corpus = first.corpus;
    let mut words = Words::default();
    let works: Vec<Value> = corpus.work_ids().map(|id| work(corpus, id, &mut words)).collect();
    let mut inks = Inks::default();
    let mut level_values = Vec::new();
    for (key, scope) in levels {
        let Some(members) = members(corpus, scope.corpus) else { continue };
        let same = level_values.first().is_some_and(|first: &Value| first["members"] == members);
        if !(same && scope.corpus.institutions_len() == corpus.institutions_len()) {
            level_values.push(level(*key, scope, members, remarks, &mut words, &mut inks)?);
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
        "whole": [first.whole.0, first.whole.1],
        "notices": first.notices,
        "notes": pairs(&remarks.notes),
        "merges": pairs(&remarks.merges),
        "countries": words.countries.iter().map(|country| {
            let (en, ko) = country.names();
            json!([country.code(), en, ko])
        }).collect::<Vec<_>>(),
        "sectors": Sector::ALL.map(|sector| json!([sector.key(), sector.label().0, sector.label().1])),
        "criteria": words.criteria,
        "domains": words.domains,
        "works": works,
        "levels": level_values,
        "theme": theme,
        "inks": inks.value(),
    }))
}

fn pairs(pairs: &[(String, String)]) -> Vec<Value> {
    pairs.iter().map(|(english, korean)| json!([english, korean])).collect()
}

/// Words that many records share, each written once.
#[derive(Debug, Default)]
struct Words {
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

fn work(corpus: &Corpus, id: WorkId, words: &mut Words) -> Value {
    let work = corpus.work(id);
    let mut object = Map::new();
    object.insert("k".into(), corpus.work_key(id).into());
    object.insert("n".into(), work.name.into());
    object.insert("d".into(), work.date.map(|date| date.to_string()).into());
    let mut add = |key: &str, value: Value| {
        if !(value == "" || value.as_array().is_some_and(Vec::is_empty)) {
            object.insert(key.into(), value);
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
    let statements = corpus.statements(id).iter();
    add("st", statements.map(|one| json!([one.source, one.says, one.says_ko])).collect());
    Value::Object(object)
}

/// The institutions of each work of `corpus` in another corpus of the same works; `None` where a work is missing.
fn members(corpus: &Corpus, other: &Corpus) -> Option<Value> {
    if corpus.works_len() != other.works_len() {
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
    key: Level,
    scope: &Scope<'_>,
    members: Value,
    remarks: &Remarks,
    words: &mut Words,
    inks: &mut Inks,
) -> Result<Value, Error> {
    let corpus = scope.corpus;
    let network = scope.network();
    let clusters = leiden::partition(network, &leiden::Options::default());
    let mut views = Map::new();
    let mut drawn = Spots::new();
    let kind = match scope.noun {
        _ if crate::question::lack::of_works(scope) => WorkKind::Tie,
        Noun::Model => WorkKind::Model,
        Noun::Paper => WorkKind::Publication,
    };
    for (code, language) in [("en", Language::English), ("ko", Language::Korean)] {
        let options = Options {
            language,
            heading: Heading::Hidden,
            notes: remarks.merges.clone(),
            kind: Some(kind),
            ..Options::default()
        };
        let map = map::compose(network, &options)?;
        drawn = spots::of(&map, corpus);
        let two_mode = bipartite::compose(corpus, &Bipartite::default(), &options)?;
        let mut of_language = Map::new();
        of_language.insert("map".into(), scene(&map, inks));
        of_language.insert("two".into(), scene(&two_mode, inks));
        // A telephone shows the figures of one column; those of large maps would hardly differ.
        if corpus.institutions_len() <= map::MAX_DETAILED_NODES {
            let options = Options { width_mm: NARROW_MM, ..options };
            of_language.insert("mapNarrow".into(), scene(&map::compose(network, &options)?, inks));
            let two_mode = bipartite::compose(corpus, &Bipartite::default(), &options)?;
            of_language.insert("twoNarrow".into(), scene(&two_mode, inks));
        }
        views.insert(code.into(), of_language.into());
    }
    let clusters = spots::clusters(network, &clusters, &drawn);
    let all = (drawn.len() < corpus.institutions_len()).then(|| everywhere(scope, &clusters, &drawn));
    Ok(json!({
        "key": key.key(),
        "institutions":
            corpus.institution_ids().map(|id| institution(corpus.institution(id), words)).collect::<Vec<_>>(),
        "members": members,
        "stated": corpus.stated_ties().iter().map(|tie| json!([tie.a.index(), tie.b.index(), tie.weight])).collect::<Vec<_>>(),
        "clusters": corpus.institution_ids().map(|id| clusters[network.node_of(id)]).collect::<Vec<_>>(),
        "views": views,
        "all": all,
    }))
}

fn institution(institution: &Institution, words: &mut Words) -> Value {
    let names = &institution.names;
    let mut object = Map::new();
    object.insert("k".into(), institution.id.clone().into());
    object.insert("n".into(), names.label().into());
    let mut add = |key: &str, value: Value| {
        if !(value.is_null() || value.as_array().is_some_and(Vec::is_empty)) {
            object.insert(key.into(), value);
        }
    };
    add("ko", names.label_ko().into());
    add("full", Some(names.name.as_str()).filter(|name| *name != names.label()).into());
    add("fullKo", names.name_ko.as_deref().filter(|name| Some(*name) != names.label_ko()).into());
    add("s", names.short.as_deref().into());
    add("sKo", names.short_ko.as_deref().into());
    add("al", institution.aliases.iter().map(|name| Value::from(name.as_str())).collect());
    add("c", institution.countries.iter().map(|country| Value::from(number(&mut words.countries, country))).collect());
    let sector = |sector: &Sector| Value::from(Sector::ALL.iter().position(|one| one == sector).unwrap_or_default());
    add("t", institution.sectors.iter().map(sector).collect());
    add("ror", institution.ror.as_deref().into());
    Value::Object(object)
}

/// Places of all institutions, for networks of which a figure shows a part: those of the figure, where it shows whole
/// groups, and the other groups below it; else clusters apart. `hulls`: whether they are, so that each can have its
/// outline.
fn everywhere(scope: &Scope<'_>, clusters: &[u32], drawn: &Spots) -> Value {
    let network = scope.network();
    let points = drawn.iter().map(|(id, spot)| (network.node_of(*id), spot.at)).collect();
    let (layout, apart) = match places::below(network, &points) {
        Some(layout) => (layout, drawn.values().any(|spot| spot.cluster.is_some())),
        None => {
            let clusters = Partition::new(clusters, 0.0);
            (places::place(network, &clusters, &points), true)
        }
    };
    let at = |id: InstitutionId| layout.points[network.node_of(id)];
    let ids = || scope.corpus.institution_ids();
    json!({
        "x": ids().map(|id| rounded(at(id).x)).collect::<Vec<_>>(),
        "y": ids().map(|id| rounded(at(id).y)).collect::<Vec<_>>(),
        "hulls": apart,
    })
}

/// Colours and radii that the page needs beside those of the figures.
fn theme(inks: &mut Inks) -> Value {
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
    let mut object = Map::new();
    for (name, light, dark) in single {
        object.insert(name.into(), json!([light.to_string(), dark.to_string()]));
    }
    let clusters = light.clusters.iter().map(|color| inks.color(*color)).collect::<Vec<_>>();
    object.insert("clusters".into(), json!(clusters));
    object.insert("grey".into(), inks.color(light.edge).into());
    object.insert("radius".into(), radius(encoding::WORLD));
    object.insert("fonts".into(), crate::drawing::theme::FONTS.into());
    Value::Object(object)
}
