//! The importer that turns explicit networks into institutions, ties and works, for all formats that list them.

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::naming::slug;
use crate::corpus::table::TiePresence;
use crate::format::decoder::{Confidence, Decoder};
use crate::format::document::Document;
pub(crate) use crate::format::explicit::{Direction, ExplicitNetwork, ExplicitTie, Vertex, VertexAttribute};
use crate::format::head::Head;
use crate::format::info::FormatInfo;
use crate::format::mirrored;
use crate::format::modes;
use crate::format::weights::{self, Reading};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::attributes::BLANK;
use crate::ingest::location::RecordLocation;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::record::Record;
use crate::message;
use crate::messages::{List, Message};
use crate::normalize::text::{clean, trim};
use crate::source::error::Error;

/// A format of listed networks.
pub(crate) struct NetworkDecoder {
    pub(crate) info: &'static FormatInfo,
    /// Parses a document without resolving any name.
    pub(crate) parse: fn(&Document<'_>, &Options) -> Result<ExplicitNetwork, Error>,
    pub(crate) sniff: fn(&Head<'_>) -> bool,
}

impl Decoder for NetworkDecoder {
    fn info(&self) -> &'static FormatInfo {
        self.info
    }

    fn sniff(&self, head: &Head<'_>) -> Confidence {
        Confidence::Certain.when(head.syntax() == self.info.syntax && (self.sniff)(head))
    }

    fn read(
        &self,
        document: &Document<'_>,
        options: &Options,
        assembler: &mut CorpusAssembler<'_>,
    ) -> Result<(), Error> {
        let mut network = (self.parse)(document, options)?;
        modes::settle(document, &mut network, options)?;
        import(assembler, document, &network)
    }
}

/// What a vertex stands for.
#[derive(Clone, Copy, Debug)]
enum Actor {
    Institution(u32),
    Work,
    /// Excluded by the authority.
    Dropped,
}

/// Resolves vertices and adds institutions, ties and works to the corpus. O(vertices + ties) without name resolution.
fn import(
    assembler: &mut CorpusAssembler<'_>,
    document: &Document<'_>,
    network: &ExplicitNetwork,
) -> Result<(), Error> {
    let numbers = numbers(document, &network.vertices)?;
    let mut ends = Vec::with_capacity(network.ties.len());
    for tie in &network.ties {
        let end = |id: &str| numbers.get(id).copied().ok_or_else(|| unknown_end(document, tie, id));
        ends.push((end(&tie.source)?, end(&tie.target)?, weight(document, tie)?));
    }
    let input = document.register_works(assembler);
    let actors = actors(assembler, document, input, &network.vertices);
    let mut counts = Counts::default();
    let mut members: FastMap<usize, Vec<u32>> = FastMap::default();
    let mut pairs: FastMap<(usize, usize), ()> = FastMap::default();
    let firsts = first_of_pairs(&ends, &actors);
    for (number, (tie, &(a, b, weight))) in network.ties.iter().zip(&ends).enumerate() {
        if firsts.as_ref().is_some_and(|firsts| !firsts[number]) {
            counts.mirrored += 1;
            continue;
        }
        counts.directed += u64::from(tie.direction == Direction::Directed);
        let (low, high) = (a.min(b), a.max(b));
        if low != high && (weights::MIN..=weights::MAX).contains(&weight) {
            counts.parallel += u64::from(pairs.insert((low, high), ()).is_some());
        }
        match (actors[a], actors[b]) {
            (Actor::Institution(a), Actor::Institution(b)) => {
                let spans = network.spans.get(&number).cloned().unwrap_or_default();
                add_tie(assembler, || document.location(input, tie.offset), (tie, spans), (a, b, weight));
            }
            (Actor::Institution(one), Actor::Work) => members.entry(b).or_default().push(one),
            (Actor::Work, Actor::Institution(one)) => members.entry(a).or_default().push(one),
            _ => counts.lost += 1,
        }
    }
    add_works(assembler, document, input, (&network.vertices, &actors, &members));
    counts.report(assembler, input, network);
    for (line, message) in &network.notices {
        let location = SourceLocation { input, line: *line, column: 0 };
        assembler.notice(Kind::Other, location, message.clone());
    }
    Ok(())
}

/// Which ties remain where each pair of institutions stands in both directions; see [`mirrored`].
fn first_of_pairs(ends: &[(usize, usize, f64)], actors: &[Actor]) -> Option<Vec<bool>> {
    let are_institutions = actors.iter().all(|actor| !matches!(actor, Actor::Work));
    let numbered =
        |&(a, b, weight): &(usize, usize, f64)| Some((u32::try_from(a).ok()?, u32::try_from(b).ok()?, weight));
    let ties = are_institutions.then(|| ends.iter().map(numbered).collect::<Option<Vec<_>>>()).flatten()?;
    mirrored::first_of_pairs(&ties, 1)
}

/// Numbers of vertices by their ids.
///
/// # Errors
/// Two vertices have one id.
pub(crate) fn numbers<'v>(document: &Document<'_>, vertices: &'v [Vertex]) -> Result<FastMap<&'v str, usize>, Error> {
    let mut numbers: FastMap<&str, usize> = FastMap::default();
    for (number, vertex) in vertices.iter().enumerate() {
        if let Some(first) = numbers.insert(&vertex.id, number) {
            let line = document.index.locate(vertices[first].offset).line;
            let id = &vertex.id;
            return Err(document
                .error(vertex.offset, message!("format-id-stands-line-already", id = id, line = line.to_string())));
        }
    }
    Ok(numbers)
}

fn unknown_end(document: &Document<'_>, tie: &ExplicitTie, id: &str) -> Error {
    document.error(tie.offset, message!("format-tie-ends-no-item-2", id = id))
}

fn weight(document: &Document<'_>, tie: &ExplicitTie) -> Result<f64, Error> {
    let Some(text) = tie.weight.as_deref().map(trim) else { return Ok(1.0) };
    if text.is_empty() {
        return Err(document.error(tie.offset, message!("format-weight-tie-empty-write")));
    }
    text.parse().map_err(|_| document.error(tie.offset, message!("format-weight-no-number-write", text = text)))
}

fn actors(assembler: &mut CorpusAssembler<'_>, document: &Document<'_>, input: u16, vertices: &[Vertex]) -> Vec<Actor> {
    let is_work = |vertex: &&Vertex| vertex.attribute(VertexAttribute::Kind) == "work";
    let of_institutions: Vec<&Vertex> = vertices.iter().filter(|vertex| !is_work(vertex)).collect();
    let mut entities = institutions(assembler, document, input, &of_institutions).into_iter();
    let actor = |vertex: &Vertex| match is_work(&vertex) {
        true => Actor::Work,
        false => entities.next().flatten().map_or(Actor::Dropped, Actor::Institution),
    };
    vertices.iter().map(actor).collect()
}

/// Entities of vertices that are institutions; those that share a name are distinguished by their ids. `None` for those that
/// the authority leaves out.
pub(crate) fn institutions(
    assembler: &mut CorpusAssembler<'_>,
    document: &Document<'_>,
    input: u16,
    vertices: &[&Vertex],
) -> Vec<Option<u32>> {
    let mut names: FastMap<String, u32> = FastMap::default();
    for vertex in vertices {
        *names.entry(clean(vertex.name()).into_owned()).or_insert(0) += 1;
    }
    let mut entity = |vertex: &Vertex| {
        let is_shared = names.get(clean(vertex.name()).as_ref()).is_some_and(|&count| count > 1);
        let sharing = if is_shared { Sharing::Shared } else { Sharing::Own };
        institution(assembler, &document.record(input, vertex.offset), vertex, sharing)
    };
    vertices.iter().map(|vertex| entity(vertex)).collect()
}

/// Whether several vertices of a file have one name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sharing {
    Own,
    Shared,
}

/// The entity of a vertex, with its attributes.
fn institution(
    assembler: &mut CorpusAssembler<'_>,
    location: &RecordLocation<'_>,
    vertex: &Vertex,
    sharing: Sharing,
) -> Option<u32> {
    let name = vertex.name();
    let entity = if sharing == Sharing::Shared {
        let name = clean(name);
        assembler.notice(
            Kind::Other,
            location.row(),
            message!("format-several-items-called-kept", name = &name, id = &vertex.id),
        );
        assembler.registry.namesake(&name, &vertex.id, location.row())
    } else {
        assembler.mention(location, name, name, "")?
    };
    assembler.present(entity);
    take_attributes(assembler, location, vertex, entity);
    Some(entity)
}

fn take_attributes(assembler: &mut CorpusAssembler<'_>, location: &RecordLocation<'_>, vertex: &Vertex, entity: u32) {
    let parts = |text: &str| -> Vec<String> {
        text.split([';', '|']).map(|part| trim(part).to_owned()).filter(|part| !part.is_empty()).collect()
    };
    let countries: Vec<u32> = parts(vertex.attribute(VertexAttribute::Countries))
        .iter()
        .map(|part| assembler.country(location, part, part))
        .collect();
    let mut sectors: Vec<u32> = parts(vertex.attribute(VertexAttribute::Sectors))
        .iter()
        .map(|part| assembler.sector(location, part, part))
        .collect();
    sectors.retain(|&sector| sector != BLANK);
    assembler.facts(entity, &countries, &sectors);
    let label = clean(&vertex.label);
    let mut is_repeated = false;
    let own = &mut assembler.registry.entities_mut()[entity as usize].institution;
    let some = |text: &str| (!text.is_empty()).then(|| clean(text).into_owned());
    if own.names.name_ko.is_none() {
        own.names.name_ko = some(vertex.attribute(VertexAttribute::NameKo));
    }
    if own.ror.is_none() {
        own.ror = some(vertex.attribute(VertexAttribute::Ror));
    }
    if own.names.common.is_none()
        && !vertex.attribute(VertexAttribute::Name).is_empty()
        && label != own.names.name.as_str()
    {
        own.names.common = some(&label);
    }
    if let Some(values) = &vertex.values {
        let given = values.of_input(location.input);
        match &own.given {
            None => own.given = Some(Box::new(given)),
            Some(first) if first.input == given.input && **first == given => {}
            Some(_) => is_repeated = true,
        }
    }
    let key = vertex.attribute(VertexAttribute::Key);
    if own.id.is_empty() && !key.is_empty() && slug(key) == key {
        own.id = key.to_owned();
    }
    if is_repeated {
        let name = own.names.clone();
        assembler.notice(Kind::Other, location.row(), message!("format-given-again", name = &name));
    }
}

/// Adds a tie of two institutions, or reports why it is excluded.
fn add_tie(
    assembler: &mut CorpusAssembler<'_>,
    location: impl Fn() -> SourceLocation,
    (tie, spans): (&ExplicitTie, Vec<TiePresence>),
    (a, b, weight): (u32, u32, f64),
) {
    if a == b {
        assembler.tell_self_tie(a, location());
        return;
    }
    let text = tie.weight.as_deref().unwrap_or("");
    match weights::read(text) {
        Reading::Unusable(why) => assembler.notice(
            Kind::NumberUnreadable,
            location(),
            message!("format-weight-tie-left-out", text = text, why = why),
        ),
        _ => assembler.dated_tie((a, b), weight, spans, location()),
    }
}

/// Adds the works of a network of works and institutions.
fn add_works(
    assembler: &mut CorpusAssembler<'_>,
    document: &Document<'_>,
    input: u16,
    (vertices, actors, members): (&[Vertex], &[Actor], &FastMap<usize, Vec<u32>>),
) {
    for (number, vertex) in vertices.iter().enumerate().filter(|&(number, _)| matches!(actors[number], Actor::Work)) {
        let entities = members.get(&number).map_or(&[][..], Vec::as_slice);
        let date = Date::parse_iso(vertex.attribute(VertexAttribute::Date));
        let record = Record { name: vertex.name(), entities, date, ..Record::default() };
        assembler.record(&document.record(input, vertex.offset), &record);
    }
}

#[derive(Debug, Default)]
struct Counts {
    directed: u64,
    parallel: u64,
    mirrored: u64,
    lost: u64,
}

impl Counts {
    fn report(&self, assembler: &mut CorpusAssembler<'_>, input: u16, network: &ExplicitNetwork) {
        let mut report = |message: Message| {
            assembler.notice(Kind::Other, SourceLocation { input, line: 0, column: 0 }, message);
        };
        if self.mirrored > 0 {
            report(message!("format-ties-mirrored", pairs = self.mirrored));
        } else if self.directed > 0 {
            report(message!("format-directed-ties-read-ties", directed = self.directed));
        }
        if self.parallel > 0 {
            report(message!("format-ties-repeat-pair-their", parallel = self.parallel));
        }
        if self.lost > 0 {
            report(message!("format-ties-end-item-left", lost = self.lost));
        }
        if let Some(kept) = kept(network) {
            report(kept);
        }
        if !network.unused.is_empty() {
            let titles: Vec<&str> = network.unused.iter().map(String::as_str).collect();
            let titles = titles.join(", ");
            report(message!("format-attributes-taken", titles = titles));
        }
    }
}

/// What is kept of a file for those who ask for it.
pub(crate) fn kept(network: &ExplicitNetwork) -> Option<Message> {
    let given = || network.vertices.iter().filter_map(|vertex| Some(vertex.values.as_ref()?.of_input(0)));
    let clusters = given().filter(|values| values.cluster.is_some()).count();
    let positions = given().filter(|values| values.position.is_some()).count();
    let mut titles: Vec<String> = Vec::new();
    for (title, _) in given().flat_map(|values| values.scores) {
        if !titles.iter().any(|other| **other == *title) {
            titles.push(title.to_string());
        }
    }
    let mut parts = Vec::new();
    if clusters > 0 {
        let titles = network.keeper.clusters.iter().map(|title| message!("ingest-quoted", text = title));
        parts.push(message!("format-kept-clusters", count = clusters, titles = List::comma(titles)));
    }
    if positions > 0 {
        parts.push(message!("format-kept-positions", count = positions));
    }
    if !titles.is_empty() {
        let titles = titles.iter().map(|title| message!("ingest-quoted", text = title));
        parts.push(message!("format-kept-scores", titles = List::comma(titles)));
    }
    (!parts.is_empty()).then(|| message!("format-kept", parts = List::comma(parts)))
}
