//! The affiliations of one work of OpenAlex, found in its JSON without reading the rest.
//!
//! Strings are stepped over whole, so that what stands in them is never taken for structure. Whatever is not as
//! expected (an escape where an id should be, a number for a name, a bracket missing) makes the line odd; odd lines are
//! for the careful reader. Values that nobody asks for are not checked.

use crate::format::openalex::By;

/// An institution of an author, as spans of the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The object.
    pub(crate) object: (usize, usize),
    /// Its id, else its ROR id, else its name; without the quotes.
    pub(crate) key: (usize, usize),
    pub(crate) by: By,
}

/// What the work itself is told by: spans of its texts, their quotes included; `None` where there is no text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) id: Option<(usize, usize)>,
    pub(crate) title: Option<(usize, usize)>,
    pub(crate) display_name: Option<(usize, usize)>,
    /// Whether it has a list of authorships.
    pub(crate) has_authorships: bool,
}

/// Finds the affiliations of a line; `None` when the line is odd. O(bytes).
pub(crate) fn find(line: &[u8], found: &mut Vec<Span>) -> Option<Head> {
    found.clear();
    let (start, mut head, mut has_team) = (blank(line, 0), Head::default(), false);
    let end = object(line, start, |key, at| {
        let slot = match key {
            // Which of two counts is not for this reader to say.
            b"authorships" if std::mem::replace(&mut has_team, true) => return None,
            b"authorships" if line.get(at) == Some(&b'[') => {
                head.has_authorships = true;
                return array(line, at, |at| authorship(line, at, found));
            }
            b"authorships" if line.get(at) != Some(&b'n') => return None,
            b"id" => &mut head.id,
            b"title" => &mut head.title,
            b"display_name" => &mut head.display_name,
            _ => return value(line, at),
        };
        let end = value(line, at)?;
        *slot = (line.get(at) == Some(&b'"')).then_some((at, end));
        Some(end)
    })?;
    (blank(line, end) == line.len()).then_some(head)
}

fn authorship(line: &[u8], at: usize, found: &mut Vec<Span>) -> Option<usize> {
    object(line, at, |key, at| match key {
        b"institutions" if line.get(at) == Some(&b'[') => array(line, at, |at| affiliation(line, at, found)),
        b"institutions" if line.get(at) != Some(&b'n') => None,
        _ => value(line, at),
    })
}

fn affiliation(line: &[u8], start: usize, found: &mut Vec<Span>) -> Option<usize> {
    // As OpenAlex writes it: the id comes first, and nothing after it matters.
    let first = [&b"{\"id\":\""[..], b"{\"id\": \""].into_iter().find(|first| line[start..].starts_with(first));
    if let Some(first) = first {
        let key = (start + first.len(), string(line, start + first.len() - 1)? - 1);
        if key.0 < key.1 && memchr::memchr(b'\\', &line[key.0..key.1]).is_none() {
            let end = closed(line, key.1 + 1, b'{', b'}')?;
            found.push(Span { object: (start, end), key, by: By::Id });
            return Some(end);
        }
    }
    let (mut id, mut ror, mut name) = (None, None, None);
    let end = object(line, start, |key, at| {
        let slot = match key {
            b"id" => &mut id,
            b"ror" => &mut ror,
            b"display_name" => &mut name,
            _ => return value(line, at),
        };
        match line.get(at)? {
            b'"' => {
                let end = string(line, at)?;
                *slot = Some((at + 1, end - 1));
                Some(end)
            }
            b'n' => value(line, at),
            _ => None,
        }
    })?;
    let is_blank = |span: (usize, usize)| span.0 == span.1;
    let (key, by) = match (id.or(ror), name) {
        (Some(key), _) if !is_blank(key) => (key, By::Id),
        (_, Some(name)) => (name, By::Name),
        _ => return Some(end),
    };
    if memchr::memchr(b'\\', &line[key.0..key.1]).is_some() {
        return None;
    }
    found.push(Span { object: (start, end), key, by });
    Some(end)
}

/// Steps over white space.
fn blank(line: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t' | b'\r' | b'\n') = line.get(at) {
        at += 1;
    }
    at
}

/// Steps over a string, from its opening quote to after the closing one.
fn string(line: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        at += memchr::memchr2(b'"', b'\\', line.get(at..)?)?;
        if line[at] == b'"' {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// Steps over a value.
fn value(line: &[u8], start: usize) -> Option<usize> {
    match line.get(start)? {
        b'"' => string(line, start),
        b'{' => closed(line, start + 1, b'{', b'}'),
        b'[' => closed(line, start + 1, b'[', b']'),
        b',' | b'}' | b']' | b':' => None,
        _ => {
            let is_end = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b' ' | b'\t' | b'\r' | b'\n');
            let length = line[start..].iter().position(is_end)?;
            Some(start + length)
        }
    }
}

/// Steps to after the bracket that closes one which is open at `start`.
fn closed(line: &[u8], start: usize, open: u8, close: u8) -> Option<usize> {
    let (mut at, mut depth) = (start, 1);
    loop {
        at += memchr::memchr3(b'"', open, close, line.get(at..)?)?;
        if line[at] == b'"' {
            at = string(line, at)?;
            continue;
        }
        depth = if line[at] == open { depth + 1 } else { depth - 1 };
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Hands every key of an object, with the start of its value, to `take`, which steps over the value.
fn object(line: &[u8], start: usize, mut take: impl FnMut(&[u8], usize) -> Option<usize>) -> Option<usize> {
    if line.get(start) != Some(&b'{') {
        return None;
    }
    let mut at = blank(line, start + 1);
    if line.get(at) == Some(&b'}') {
        return Some(at + 1);
    }
    loop {
        if line.get(at) != Some(&b'"') {
            return None;
        }
        let end = string(line, at)?;
        let key = &line[at + 1..end - 1];
        if memchr::memchr(b'\\', key).is_some() {
            return None;
        }
        at = blank(line, end);
        if line.get(at) != Some(&b':') {
            return None;
        }
        at = blank(line, take(key, blank(line, at + 1))?);
        match line.get(at)? {
            b',' => at = blank(line, at + 1),
            b'}' => return Some(at + 1),
            _ => return None,
        }
    }
}

fn array(line: &[u8], start: usize, mut take: impl FnMut(usize) -> Option<usize>) -> Option<usize> {
    let mut at = blank(line, start + 1);
    if line.get(at) == Some(&b']') {
        return Some(at + 1);
    }
    loop {
        at = blank(line, take(at)?);
        match line.get(at)? {
            b',' => at = blank(line, at + 1),
            b']' => return Some(at + 1),
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn keys(line: &str) -> Option<Vec<(String, By)>> {
        let mut found = Vec::new();
        find(line.as_bytes(), &mut found)?;
        Some(found.iter().map(|span| (line[span.key.0..span.key.1].to_owned(), span.by)).collect())
    }

    fn id(key: &str) -> (String, By) {
        (key.to_owned(), By::Id)
    }

    #[test]
    fn ids_are_found_and_strings_are_never_structure() {
        let line = r#" {"title": "a \"authorships\": [{\"institutions\": [{\"id\": \"no\"}]}]", "x": {"authorships": [1]},
            "authorships": [{"author": {"id": "A1", "institutions": [{"id": "no"}]}, "institutions": [{"id": "I1", "lineage": ["}"]},
            {"display_name": "나", "id": null, "ror": "R1"}]}, {"institutions": []}, {"institutions": null},
            {"institutions": [{"display_name": "Named"}, {"type": "x"}]}] } "#
            .replace('\n', " ");
        let named = ("Named".to_owned(), By::Name);
        assert_eq!(keys(&line), Some(vec![id("I1"), id("R1"), named]));
        assert_eq!(keys("{\"authorships\":null}"), Some(vec![]));
        assert_eq!(keys("{}"), Some(vec![]));
    }

    #[test]
    fn the_work_is_told_by_its_own_texts() {
        let line = r#"{"title": null, "id": "W1", "x": {"id": "no"}, "display_name": "a \"b\"", "authorships": []}"#;
        let head = find(line.as_bytes(), &mut Vec::new()).unwrap();
        let text = |span: Option<(usize, usize)>| span.map(|(start, end)| &line[start..end]);
        assert_eq!((text(head.id), text(head.title)), (Some("\"W1\""), None));
        assert_eq!(text(head.display_name), Some(r#""a \"b\"""#));
    }

    #[test]
    fn odd_lines_are_left_to_the_careful_reader() {
        for line in [
            "",
            "[]",
            "{\"authorships\": 3}",
            "{\"authorships\": [{\"institutions\": [{\"id\": 3}]}]}",
            "{\"authorships\": [{\"institutions\": [{\"id\": \"a\\u0041\"}]}]}",
            "{\"authorships\": [{\"institutions\": [{\"id\": \"a\"}]}",
            "{\"authorships\": []} x",
            "{\"authorships\": [], \"authorships\": []}",
            "{\"a\\u0062\": 1}",
            "{\"a\" 1}",
            "{\"a\": 1,}",
            "{\"a\": }",
            "{\"a\": \"",
        ] {
            assert_eq!(keys(line), None, "{line}");
        }
    }
}
