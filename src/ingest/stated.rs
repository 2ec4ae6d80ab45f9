//! What the file of another program states: vertices and edges, on their way to institutions and ties.

use std::collections::BTreeSet;

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::{fold, slug};
use crate::corpus::table::InputMetadata;
use crate::english::counted;
use crate::ingest::attributes::BLANK;
use crate::ingest::error::Error;
use crate::ingest::gather::{Gather, Record, Spot};
use crate::ingest::input::day_in_name;
use crate::ingest::names::{clean, trim, visible};
use crate::ingest::notice::Kind;
use crate::ingest::position::{LineIndex, locate};
use crate::ingest::registry::Place;
use crate::ingest::weights::{self, Reading};

/// A text with its names.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'t> {
    /// The input as the user named it.
    pub(crate) name: &'t str,
    /// The same without folders.
    pub(crate) short_name: &'t str,
    pub(crate) text: &'t str,
}

impl Source<'_> {
    /// The error at a byte of the text.
    pub(crate) fn error(&self, offset: usize, message: impl Into<String>, message_ko: impl Into<String>) -> Error {
        let place = locate(self.text, offset);
        Error::at(self.name, place.line, place.column, message, message_ko)
    }

    /// Registers the input.
    pub(crate) fn register(&self, gather: &mut Gather<'_>) -> u16 {
        let input = InputMetadata {
            name: self.short_name.to_owned(),
            citation: String::new(),
            as_of: day_in_name(self.short_name),
            ..InputMetadata::default()
        };
        gather.input(self.name, input)
    }
}

/// An attribute of a vertex that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fact {
    /// The identifier of an institution, as we write it.
    Key,
    /// Official name.
    Name,
    /// Official Korean name.
    NameKo,
    /// Countries.
    Countries,
    /// Sectors.
    Sectors,
    /// ROR id.
    Ror,
    /// `institution` or `work`, as we write it for networks of both.
    Kind,
    /// Date of a work.
    Date,
}

impl Fact {
    /// The fact of a title; `None` for one that is not taken.
    pub(crate) fn of(title: &str) -> Option<Self> {
        match fold(title).as_str() {
            "institution" => Some(Self::Key),
            "name" | "이름" | "기관명" => Some(Self::Name),
            "nameko" | "koreanname" | "한국어이름" => Some(Self::NameKo),
            "country" | "countries" | "국가" | "나라" => Some(Self::Countries),
            "sector" | "sectors" | "부문" | "기관유형" => Some(Self::Sectors),
            "ror" => Some(Self::Ror),
            "kind" => Some(Self::Kind),
            "date" => Some(Self::Date),
            _ => None,
        }
    }
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Vertex {
    pub(crate) id: String,
    /// Empty: the id stands for it.
    pub(crate) label: String,
    pub(crate) facts: Vec<(Fact, String)>,
    pub(crate) offset: usize,
}

impl Vertex {
    /// The text of a fact, trimmed; empty when it is not told.
    pub(crate) fn fact(&self, fact: Fact) -> &str {
        self.facts.iter().find(|(other, _)| *other == fact).map_or("", |(_, value)| trim(value))
    }

    fn name(&self) -> &str {
        [self.fact(Fact::Name), visible(&self.label), visible(&self.id)]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or("(no name)")
    }
}

/// Whether an edge has a direction, which plays no part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Direction {
    #[default]
    None,
    Directed,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Edge {
    pub(crate) source: String,
    pub(crate) target: String,
    /// As it is written; 1 when it is not.
    pub(crate) weight: Option<String>,
    pub(crate) direction: Direction,
    pub(crate) offset: usize,
}

/// All that a file states, in its order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stated {
    pub(crate) vertices: Vec<Vertex>,
    pub(crate) edges: Vec<Edge>,
    /// Titles of attributes that were not taken.
    pub(crate) unused: BTreeSet<String>,
}

/// The spot of a vertex.
fn spot<'t>(index: &'t LineIndex<'t>, text: &'t str, input: u16, offset: usize) -> Spot<'t> {
    Spot { input, text, anchor: index.anchor(offset), index: Some(index) }
}

/// Who a vertex is.
#[derive(Clone, Copy, Debug)]
enum Taken {
    Institution(u32),
    Work,
    /// Left out by the thesaurus.
    Dropped,
}

/// Hands institutions and ties to the gathering. O(bytes).
pub(crate) fn settle(gather: &mut Gather<'_>, source: &Source<'_>, stated: &Stated) -> Result<(), Error> {
    let numbers = numbers(source, stated)?;
    let mut ends = Vec::with_capacity(stated.edges.len());
    for edge in &stated.edges {
        let end = |id: &str| numbers.get(id).copied().ok_or_else(|| unknown_end(source, edge, id));
        ends.push((end(&edge.source)?, end(&edge.target)?, weight(source, edge)?));
    }
    let input = source.register(gather);
    let index = LineIndex::new(source.text);
    let taken = institutions(gather, source, &index, input, stated);
    let mut counts = Counts::default();
    let mut members: FastMap<usize, Vec<u32>> = FastMap::default();
    let mut pairs: FastMap<(usize, usize), ()> = FastMap::default();
    for (edge, &(a, b, weight)) in stated.edges.iter().zip(&ends) {
        counts.directed += u64::from(edge.direction == Direction::Directed);
        let (low, high) = (a.min(b), a.max(b));
        if low != high && (weights::LEAST..=weights::MOST).contains(&weight) {
            counts.parallel += u64::from(pairs.insert((low, high), ()).is_some());
        }
        match (taken[a], taken[b]) {
            (Taken::Institution(a), Taken::Institution(b)) => tie(gather, &index, input, edge, (a, b, weight)),
            (Taken::Institution(one), Taken::Work) => members.entry(b).or_default().push(one),
            (Taken::Work, Taken::Institution(one)) => members.entry(a).or_default().push(one),
            _ => counts.lost += 1,
        }
    }
    works(gather, (source, &index), input, stated, (&taken, &members));
    counts.tell(gather, input, stated);
    Ok(())
}

/// Numbers of the vertices by their ids.
fn numbers<'s>(source: &Source<'_>, stated: &'s Stated) -> Result<FastMap<&'s str, usize>, Error> {
    let mut numbers: FastMap<&str, usize> = FastMap::default();
    for (number, vertex) in stated.vertices.iter().enumerate() {
        if let Some(first) = numbers.insert(&vertex.id, number) {
            let line = locate(source.text, stated.vertices[first].offset).line;
            let id = &vertex.id;
            return Err(source.error(
                vertex.offset,
                format!("the id “{id}” stands in line {line} already; every item needs an id of its own"),
                format!("식별자 ‘{id}’이(가) {line}번째 줄에 이미 있다. 항목마다 식별자가 달라야 한다"),
            ));
        }
    }
    Ok(numbers)
}

fn unknown_end(source: &Source<'_>, edge: &Edge, id: &str) -> Error {
    source.error(
        edge.offset,
        format!("the tie ends at “{id}”, but no item has that id; add the item or mend the tie"),
        format!("관계의 끝 ‘{id}’에 해당하는 항목이 없다. 항목을 더하거나 관계를 고치세요"),
    )
}

fn weight(source: &Source<'_>, edge: &Edge) -> Result<f64, Error> {
    let Some(text) = edge.weight.as_deref().map(trim) else { return Ok(1.0) };
    if text.is_empty() {
        return Err(source.error(
            edge.offset,
            "the weight of the tie is empty; write a number such as 2 or 0.5, or leave it out",
            "관계의 무게가 비어 있다. 2나 0.5 같은 수를 적거나 무게를 빼세요",
        ));
    }
    text.parse().map_err(|_| {
        source.error(
            edge.offset,
            format!("the weight “{text}” is no number; write it like 2 or 0.5"),
            format!("무게 ‘{text}’이(가) 숫자가 아니다. 2나 0.5처럼 적으세요"),
        )
    })
}

fn institutions(
    gather: &mut Gather<'_>,
    source: &Source<'_>,
    index: &LineIndex<'_>,
    input: u16,
    stated: &Stated,
) -> Vec<Taken> {
    let mut names: FastMap<String, u32> = FastMap::default();
    for vertex in stated.vertices.iter().filter(|vertex| vertex.fact(Fact::Kind) != "work") {
        *names.entry(clean(vertex.name()).into_owned()).or_insert(0) += 1;
    }
    let mut taken = Vec::with_capacity(stated.vertices.len());
    for vertex in &stated.vertices {
        if vertex.fact(Fact::Kind) == "work" {
            taken.push(Taken::Work);
            continue;
        }
        let spot = spot(index, source.text, input, vertex.offset);
        let is_shared = names.get(clean(vertex.name()).as_ref()).is_some_and(|&count| count > 1);
        let entity = institution(gather, &spot, vertex, if is_shared { Sharing::Shared } else { Sharing::Own });
        taken.push(entity.map_or(Taken::Dropped, Taken::Institution));
    }
    taken
}

/// Whether several vertices of a file have one name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sharing {
    Own,
    Shared,
}

/// The entity of a vertex, with its facts.
pub(crate) fn institution(gather: &mut Gather<'_>, spot: &Spot<'_>, vertex: &Vertex, sharing: Sharing) -> Option<u32> {
    let name = vertex.name();
    let entity = if sharing == Sharing::Shared {
        let name = clean(name);
        gather.notice(
            Kind::Other,
            spot.row(),
            format!(
                "several items are called “{name}”; they are kept apart by their ids (this one is “{}”)",
                vertex.id
            ),
            format!("‘{name}’(이)라는 항목이 여럿이다. 식별자로 구별했다(이 항목은 ‘{}’)", vertex.id),
        );
        gather.registry.namesake(&name, &vertex.id, spot.row())
    } else {
        gather.mention(spot, name, name, "")?
    };
    gather.present(entity);
    facts(gather, spot, vertex, entity);
    Some(entity)
}

fn facts(gather: &mut Gather<'_>, spot: &Spot<'_>, vertex: &Vertex, entity: u32) {
    let parts = |text: &str| -> Vec<String> {
        text.split([';', '|']).map(|part| trim(part).to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let countries: Vec<u32> =
        parts(vertex.fact(Fact::Countries)).iter().map(|part| gather.country(spot, part, part)).collect();
    let mut sectors: Vec<u32> =
        parts(vertex.fact(Fact::Sectors)).iter().map(|part| gather.sector(spot, part, part)).collect();
    sectors.retain(|&sector| sector != BLANK);
    gather.facts(entity, &countries, &sectors);
    let label = clean(&vertex.label);
    let own = &mut gather.registry.entities_mut()[entity as usize].institution;
    let some = |text: &str| (!text.is_empty()).then(|| clean(text).into_owned());
    if own.names.name_ko.is_none() {
        own.names.name_ko = some(vertex.fact(Fact::NameKo));
    }
    if own.ror.is_none() {
        own.ror = some(vertex.fact(Fact::Ror));
    }
    if own.names.common.is_none() && !vertex.fact(Fact::Name).is_empty() && label != own.names.name.as_str() {
        own.names.common = some(&label);
    }
    let key = vertex.fact(Fact::Key);
    if own.id.is_empty() && !key.is_empty() && slug(key) == key {
        own.id = key.to_owned();
    }
}

fn tie(gather: &mut Gather<'_>, index: &LineIndex<'_>, input: u16, edge: &Edge, (a, b, weight): (u32, u32, f64)) {
    let place = || {
        let place = index.locate(edge.offset);
        Place { input, line: place.line, column: place.column }
    };
    if a == b {
        gather.tell_self_tie(a, place());
        return;
    }
    let text = edge.weight.as_deref().unwrap_or("");
    match weights::read(text) {
        Reading::Unusable(why, why_ko) => gather.notice(
            Kind::NumberUnreadable,
            place(),
            format!("the weight {text} {why}; the tie was left out"),
            format!("무게 {text}: {why_ko}. 관계를 뺐다"),
        ),
        _ => gather.tie((a, b), weight, place()),
    }
}

/// Works of a network of works and institutions.
fn works(
    gather: &mut Gather<'_>,
    (source, index): (&Source<'_>, &LineIndex<'_>),
    input: u16,
    stated: &Stated,
    (taken, members): (&[Taken], &FastMap<usize, Vec<u32>>),
) {
    for (number, vertex) in stated.vertices.iter().enumerate() {
        if !matches!(taken[number], Taken::Work) {
            continue;
        }
        let spot = spot(index, source.text, input, vertex.offset);
        let entities = members.get(&number).cloned().unwrap_or_default();
        let date = Date::parse_iso(vertex.fact(Fact::Date));
        let record = Record { name: vertex.name(), entities: &entities, date, ..Record::default() };
        gather.record(&spot, &record);
    }
}

#[derive(Debug, Default)]
struct Counts {
    directed: u64,
    parallel: u64,
    lost: u64,
}

impl Counts {
    fn tell(&self, gather: &mut Gather<'_>, input: u16, stated: &Stated) {
        let mut tell = |message: String, message_ko: String| {
            gather.notice(Kind::Other, Place { input, line: 0, column: 0 }, message, message_ko);
        };
        if self.directed > 0 {
            tell(
                format!(
                    "{} without direction",
                    counted(
                        self.directed as usize,
                        "directed tie was read as a tie",
                        "directed ties were read as ties"
                    )
                ),
                format!("방향이 있는 관계 {}개를 방향 없는 관계로 읽었다", self.directed),
            );
        }
        if self.parallel > 0 {
            tell(
                format!(
                    "{} a pair; their weights were added up",
                    counted(self.parallel as usize, "tie repeats", "ties repeat")
                ),
                format!("같은 두 기관을 다시 잇는 관계가 {}개 있다. 무게를 더했다", self.parallel),
            );
        }
        if self.lost > 0 {
            tell(
                format!(
                    "{} two works; left out",
                    counted(
                        self.lost as usize,
                        "tie ends at an item that is left out, or joins",
                        "ties end at an item that is left out, or join"
                    )
                ),
                format!("빠진 항목에 닿거나 작품끼리 잇는 관계 {}개를 뺐다", self.lost),
            );
        }
        if !stated.unused.is_empty() {
            let titles: Vec<&str> = stated.unused.iter().map(String::as_str).collect();
            let titles = titles.join(", ");
            tell(format!("attributes that were not taken: {titles}"), format!("가져오지 않은 속성: {titles}"));
        }
    }
}
