//! JSON shapes: the schema of a JSON text by the shape of its elements, works that are read or something else. A single
//! key decides nothing: many programs write a “name” or “results”.

use crate::message;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use crate::format::json::Fields;
use crate::format::json_foreign::{
    Advice, Foreign, of_openalex, of_parts, scalar, unknown, without_authorships, without_institutions,
};
use crate::format::json_node::{Node, cut};
pub(crate) use crate::format::json_schema::Schema;
use crate::format::openalex_entity::{Entity, entity_of};
use crate::source::input::body;

/// What a text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// A schema that is read.
    Read(Schema),
    /// Something that is not.
    Foreign(Foreign),
    /// Works that name no institutions as far as the text goes, of this schema; what they are if no other follows.
    Open(Schema, Foreign),
    /// It is no JSON; the schema that it seems to be meant for, whose reader finds the error.
    Broken(Option<Schema>),
}

/// What a JSON text holds. Of a first part (`is_whole` false) only works one a line are recognised. O(bytes).
pub(crate) fn verdict(text: &str, is_whole: bool) -> Verdict {
    match shape(text, is_whole) {
        Verdict::Foreign(kind) => kind.schema().map_or(Verdict::Foreign(kind), Verdict::Read),
        other => other,
    }
}

fn shape(text: &str, is_whole: bool) -> Verdict {
    let body = body(text).trim_end();
    if !is_whole || are_lines(body) {
        return of_lines(body);
    }
    match serde_json::from_str::<IgnoredAny>(body) {
        Ok(_) => of_value(body),
        Err(_) => Verdict::Broken(of_broken(body)),
    }
}

/// How much of a broken text is searched for keys.
const HEAD: usize = 65_536;

/// The schema that a broken JSON text was meant to have, by its first keys, so that its reader can locate the error;
/// `None` when it looks like none of ours.
fn of_broken(text: &str) -> Option<Schema> {
    if !text.starts_with(['{', '[']) {
        return None;
    }
    let mut end = text.len().min(HEAD);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    let has_key = |key: &str| {
        let quoted = format!("\"{key}\"");
        head.match_indices(&quoted).any(|(at, found)| head[at + found.len()..].trim_start().starts_with(':'))
    };
    if has_key("collabgraph") {
        Some(Schema::Collabgraph)
    } else if text.starts_with('{') && has_key("network") && (has_key("items") || has_key("links")) {
        Some(Schema::Vosviewer)
    } else if has_key("authorships") || has_key("results") || has_key("cited_by_count") {
        Some(Schema::OpenAlex)
    } else if let Some((_, schema)) = SERVICES.iter().find(|(keys, _)| keys.iter().all(|key| has_key(key))) {
        Some(*schema)
    } else if text.starts_with('[') || has_key("works") {
        Some(Schema::Collabgraph)
    } else if has_key("name") || has_key("institutions") {
        Some(Schema::JsonLines)
    } else {
        None
    }
}

/// Keys that only records of a service have, and its schema.
const SERVICES: [(&[&str], Schema); 6] = [
    (&["message-type", "message"], Schema::Crossref),
    (&["paperId", "title"], Schema::SemanticScholar),
    (&["attributes", "creators"], Schema::DataCite),
    (&["mainTitle"], Schema::OpenAire),
    (&["resultList"], Schema::EuropePmc),
    (&["lens_id"], Schema::Lens),
];

/// Whether a whole value stands on the first line, and more after it.
fn are_lines(body: &str) -> bool {
    let Some((first, rest)) = body.split_once('\n') else { return false };
    !rest.trim().is_empty() && serde_json::from_str::<IgnoredAny>(first).is_ok()
}

fn of_lines(body: &str) -> Verdict {
    of_elements(body.lines().map(str::trim).filter(|line| !line.is_empty()), Schema::JsonLines)
}

/// What is known of one element of a list of works.
enum Element {
    /// A work of the project's own; whether it has institutions.
    Own(bool),
    /// A work of OpenAlex; whether it has authorships.
    OpenAlex(bool),
    Foreign(Foreign),
    /// An object of no known schema.
    Unknown,
}

/// What elements are: the first decides, and one that has institutions must be among them.
fn of_elements<'a>(elements: impl Iterator<Item = &'a str>, own: Schema) -> Verdict {
    let (mut is_openalex, mut open) = (None, None);
    for part in elements {
        let element = element(Node(part));
        if is_openalex.is_none() {
            (is_openalex, open) = match &element {
                Element::Foreign(kind) => return Verdict::Foreign(kind.clone()),
                Element::Unknown => return Verdict::Foreign(Node(part).fields().unwrap_or_default().unknown_record()),
                Element::OpenAlex(_) => (Some(true), Some(without_authorships())),
                Element::Own(_) => (Some(false), Some(without_institutions(part))),
            };
        }
        match (element, is_openalex) {
            (Element::OpenAlex(true), Some(true)) => return Verdict::Read(Schema::OpenAlex),
            (Element::Own(true), Some(false)) => return Verdict::Read(own),
            _ => {}
        }
    }
    match (open, is_openalex) {
        (Some(kind), Some(true)) => Verdict::Open(Schema::OpenAlex, kind),
        (Some(kind), _) => Verdict::Open(own, kind),
        _ => Verdict::Foreign(unknown(message!("format-empty-list"))),
    }
}

/// What an element of a list is. What has institutions in the shape of the project's own is its own, whatever else it
/// has.
fn element(node: Node<'_>) -> Element {
    let Some(fields) = node.fields() else { return Element::Foreign(scalar(node)) };
    let is_text = |key: &str| fields.get(key).is_some_and(|value| value.starts('"'));
    let is_named = is_text("name") || is_text("title");
    let has_authorships = fields.get("authorships").is_some_and(|value| value.starts('['));
    if !has_authorships && let Some(team) = fields.get("institutions") {
        let texts = team.items().filter(|items| !items.is_empty());
        let are_names = texts.is_some_and(|items| items.iter().all(|item| item.get().starts_with('"')));
        // A cell of a table that is called so.
        let is_row = team.is_scalar() && fields.is_row() && !fields.is_entity();
        // A team of another kind of value is an error with its location; what has no name is a work by names alone.
        if is_named && !is_row && !fields.is_entity() || are_names {
            return Element::Own(true);
        }
    }
    match fields.text("id").as_deref().and_then(entity_of) {
        Some(Entity::Work) => return Element::OpenAlex(has_authorships),
        Some(other) => return Element::Foreign(of_openalex(other)),
        None if has_authorships => return Element::OpenAlex(true),
        None => {}
    }
    if let Some(kind) = fields.record().or_else(|| fields.container()) {
        return Element::Foreign(kind);
    }
    if is_named {
        return Element::Own(false);
    }
    Element::Unknown
}

fn of_value(body: &str) -> Verdict {
    let node = Node(body);
    if let Some(items) = node.items() {
        if let Some(kind) = of_parts(&items) {
            return Verdict::Foreign(kind);
        }
        return of_elements(items.iter().map(|item| item.get()), Schema::Collabgraph);
    }
    let Some(fields) = node.fields() else {
        return Verdict::Foreign(unknown(message!("format-single-value", cut = cut(body))));
    };
    if fields.has("collabgraph") {
        return Verdict::Read(Schema::Collabgraph);
    }
    if fields.0.is_empty() {
        return Verdict::Foreign(unknown(message!("format-empty-object")));
    }
    if fields.inner("network").is_some_and(|network| network.has("items") || network.has("links")) {
        return Verdict::Read(Schema::Vosviewer);
    }
    if let Some(works) = fields.get("works").and_then(Node::items)
        && let Verdict::Read(format) = of_elements(works.iter().map(|work| work.get()), Schema::Collabgraph)
        && format == Schema::Collabgraph
    {
        return Verdict::Read(format);
    }
    if let Some(results) = fields.get("results").and_then(Node::items) {
        return of_results(&fields, &results);
    }
    match element(node) {
        Element::Own(true) => Verdict::Read(Schema::JsonLines),
        Element::OpenAlex(true) => Verdict::Read(Schema::OpenAlex),
        Element::Foreign(kind) => Verdict::Foreign(kind),
        Element::OpenAlex(false) => {
            Verdict::Foreign(Foreign::new(message!("format-work-openalex-without-authorships"), Advice::Authorships))
        }
        Element::Own(false) | Element::Unknown => Verdict::Foreign(fields.unknown_object()),
    }
}

/// A page of results.
fn of_results(fields: &Fields<'_>, results: &[&RawValue]) -> Verdict {
    let is_filled = |key: &str| fields.get(key).and_then(Node::items).is_some_and(|items| !items.is_empty());
    if results.is_empty() {
        let is_openalex = fields.inner("meta").is_some_and(|meta| meta.has("count") || meta.has("per_page"));
        return Verdict::Foreign(if is_filled("group_by") {
            Foreign::new(message!("format-page-counts-openalex-groupby"), Advice::OpenAlex)
        } else if is_openalex {
            Foreign::new(message!("format-page-openalex-without-any"), Advice::OpenAlex)
        } else {
            unknown(message!("format-page-without-any-result"))
        });
    }
    if fields.has("header") && !fields.has("meta") && results.iter().all(|one| Node(one.get()).starts('{')) {
        return Verdict::Foreign(Foreign::works(message!("format-json-of", source = "OpenAIRE")));
    }
    // The project's own works stand under "works": those here are somebody else's.
    match of_elements(results.iter().map(|one| one.get()), Schema::Collabgraph) {
        Verdict::Read(Schema::OpenAlex) => Verdict::Read(Schema::OpenAlex),
        Verdict::Foreign(kind) | Verdict::Open(Schema::OpenAlex, kind) => Verdict::Foreign(kind),
        _ => Verdict::Foreign(fields.unknown_object()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_keys_tell_what_broken_json_was_meant_for() {
        assert_eq!(of_broken("{\"collabgraph\": 1"), Some(Schema::Collabgraph));
        assert_eq!(of_broken("{\"results\" :[{"), Some(Schema::OpenAlex));
        assert_eq!(of_broken("{\"name\":\"A\""), Some(Schema::JsonLines));
        assert_eq!(of_broken("{\"x\":1"), None);
        assert_eq!(of_broken("a,b"), None);
    }
}
