//! The two-column thesaurus of VOSviewer: `label`, `replace by`.

use crate::message;
use std::collections::{BTreeSet, HashMap, HashSet};

use crate::corpus::institution::{Institution, Names};
use crate::names::authority::table::{Meaning, Table, key, tidy};
use crate::source::error::Error;

/// A row: what is replaced, and by what (empty: dropped).
struct Row {
    label: String,
    replacement: String,
    line: u64,
}

/// Lays a thesaurus over a table. O(rows + spellings).
pub(super) fn lay_over(table: &mut Table, file: &str, text: &str) -> Result<(), Error> {
    let rows = read(file, text)?;
    let thesaurus = Thesaurus::new(file, &rows)?;
    let finals = thesaurus.resolve(table)?;
    // In the order of the names, so that the order of the rows plays no part in the ids of new institutions.
    let targets: BTreeSet<&str> =
        finals.iter().map(|(_, name)| name.as_str()).filter(|name| !name.is_empty()).collect();
    let targets: HashMap<&str, u32> = targets.into_iter().map(|name| (name, target(table, name, &thesaurus))).collect();

    let mut moves: HashMap<u32, Option<u32>> = HashMap::new();
    let mut singles: Vec<(&str, Meaning)> = Vec::new();
    for (label, name) in &finals {
        let to = targets.get(name.as_str()).copied();
        match whole(table, label) {
            Some(index) if to != Some(index) => {
                moves.insert(index, to);
            }
            Some(_) => {}
            None => singles.push((label, to.map_or(Meaning::Dropped, Meaning::Variant))),
        }
    }
    table.redirect(&moves);
    let mut aliases: HashMap<u32, Vec<String>> = HashMap::new();
    for (label, meaning) in singles {
        if meaning.institution().is_none_or(|index| key(&table.at(index).names.name) != key(label)) {
            table.list_anew(label, meaning);
        }
        if let Some(index) = meaning.institution() {
            aliases.entry(index).or_default().push(label.to_owned());
        }
    }
    for (index, mut labels) in aliases {
        let known = &mut table.at_mut(index).aliases;
        known.append(&mut labels);
        known.sort();
        known.dedup();
    }
    Ok(())
}

/// The institution whose preferred name the label is.
fn whole(table: &Table, label: &str) -> Option<u32> {
    let index = table.meaning(label)?.institution()?;
    (key(&tidy(&table.at(index).names.name)) == key(label)).then_some(index)
}

/// The institution that a replacement names: a known one, else a new one.
fn target(table: &mut Table, name: &str, thesaurus: &Thesaurus<'_>) -> u32 {
    let known = table.meaning(name).and_then(Meaning::institution);
    match known {
        // A label that is replaced by itself leaves the institution whose variant it was.
        Some(index) if !thesaurus.by_key.contains_key(&key(name)) || whole(table, name) == Some(index) => index,
        _ => {
            let index = table.add(Institution { names: Names::plain(name), ..Institution::default() });
            table.list_anew(name, Meaning::Preferred(index));
            index
        }
    }
}

/// The rows of a thesaurus by the keys of their labels.
struct Thesaurus<'r> {
    file: &'r str,
    by_key: HashMap<String, &'r Row>,
    rows: &'r [Row],
}

impl<'r> Thesaurus<'r> {
    fn new(file: &'r str, rows: &'r [Row]) -> Result<Self, Error> {
        let mut by_key: HashMap<String, &'r Row> = HashMap::new();
        for row in rows {
            if let Some(first) = by_key.insert(key(&row.label), row)
                && first.replacement != row.replacement
            {
                return Err(twice(file, first, row));
            }
        }
        Ok(Self { file, by_key, rows })
    }

    /// Every label with the end of its chain of replacements.
    fn resolve(&self, table: &Table) -> Result<Vec<(String, String)>, Error> {
        let mut ends: HashMap<String, String> = HashMap::new();
        for row in self.rows {
            let mut chain = vec![row];
            let mut seen = HashSet::from([row.line]);
            let end = loop {
                let last = chain[chain.len() - 1];
                if let Some(end) = ends.get(&key(&last.label)) {
                    break end.clone();
                }
                match self.next(table, last) {
                    None => break last.replacement.clone(),
                    Some(next) if !seen.insert(next.line) => return Err(circle(self.file, &chain, next)),
                    Some(next) => chain.push(next),
                }
            };
            for step in chain {
                ends.insert(key(&step.label), end.clone());
            }
        }
        let mut ends: Vec<(String, String)> = self
            .by_key
            .values()
            .map(|row| (row.label.clone(), ends.remove(&key(&row.label)).unwrap_or_default()))
            .collect();
        ends.sort();
        Ok(ends)
    }

    /// The row that replaces the replacement of a row in turn, under whatever spelling of it.
    fn next(&self, table: &Table, row: &Row) -> Option<&'r Row> {
        let own = key(&row.label);
        let replacement = key(&row.replacement);
        if replacement == own {
            return None;
        }
        if let Some(next) = self.by_key.get(&replacement) {
            return Some(next);
        }
        let known = table.meaning(&row.replacement)?.institution()?;
        let preferred = key(&tidy(&table.at(known).names.name));
        if preferred == own {
            // Replaced by another spelling of itself.
            return None;
        }
        self.by_key.get(&preferred).copied()
    }
}

/// Reads header and rows.
fn read(file: &str, text: &str) -> Result<Vec<Row>, Error> {
    let mut lines = text.split('\n').zip(1u64..).filter(|(line, _)| !line.trim().is_empty());
    let Some((header, line)) = lines.next() else { return Ok(Vec::new()) };
    let separator = separator(header).ok_or_else(|| bad_header(file, line, header))?;
    let mut rows = Vec::new();
    for (text, line) in lines {
        let mut cells = cells(file, text, line, separator)?;
        while cells.len() > 2 && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        let count = cells.len();
        let (Some(replacement), Some(label), 2) = (cells.pop(), cells.pop(), count) else {
            return Err(wrong_columns(file, line, count, separator));
        };
        if label.is_empty() {
            return Err(no_label(file, line));
        }
        rows.push(Row { label, replacement, line });
    }
    Ok(rows)
}

/// The separator under which the header reads `label`, `replace by`.
fn separator(header: &str) -> Option<char> {
    ['\t', ',', ';'].into_iter().find(|separator| {
        let cell = |cell: &str| cell.trim().trim_matches('"').trim().to_lowercase();
        let mut cells: Vec<String> = header.split(*separator).map(cell).collect();
        while cells.len() > 2 && cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        cells == ["label", "replace by"]
    })
}

/// The cells of a row; a cell in quotes may hold the separator, and a quote as two.
fn cells(file: &str, text: &str, line: u64, separator: char) -> Result<Vec<String>, Error> {
    let mut cells = Vec::new();
    let mut rest = text.trim_end_matches('\r');
    loop {
        let lead = rest.len() - rest.trim_start_matches(' ').len();
        let cell;
        if rest[lead..].starts_with('"') {
            let column = text[..text.len().min(offset(text, rest) + lead)].chars().count() as u64 + 1;
            let (content, after) = quoted(&rest[lead + 1..]).ok_or_else(|| unclosed(file, line, column))?;
            let after_cell = after.find(separator).unwrap_or(after.len());
            cell = content + &after[..after_cell];
            rest = &after[after_cell..];
        } else {
            let end = rest.find(separator).unwrap_or(rest.len());
            cell = rest[..end].to_owned();
            rest = &rest[end..];
        }
        cells.push(tidy(&cell).into_owned());
        match rest.strip_prefix(separator) {
            Some(next) => rest = next,
            None => return Ok(cells),
        }
    }
}

/// Where `part`, a tail of `whole` but for a carriage return, starts.
fn offset(whole: &str, part: &str) -> usize {
    whole.trim_end_matches('\r').len() - part.len()
}

/// The content up to the closing quote, and what follows.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut content = String::new();
    let mut rest = text;
    loop {
        let end = rest.find('"')?;
        content.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                content.push('"');
                rest = next;
            }
            None => return Some((content, rest)),
        }
    }
}

fn bad_header(file: &str, line: u64, header: &str) -> Error {
    let header: String = header.trim().chars().take(60).collect();
    Error::at(file, line, 1, message!("authority-first-line-thesaurus-must", header = header))
}

fn wrong_columns(file: &str, line: u64, count: usize, separator: char) -> Error {
    let separator = match separator {
        '\t' => "tab",
        ',' => "comma",
        _ => "semicolon",
    };
    Error::at(file, line, 1, message!("authority-expected-columns-label-replace", count = count, separator = separator))
}

fn no_label(file: &str, line: u64) -> Error {
    Error::at(file, line, 1, message!("authority-label-empty-write-name"))
}

fn unclosed(file: &str, line: u64, column: u64) -> Error {
    Error::at(file, line, column, message!("authority-quote-opened-here-closed"))
}

fn twice(file: &str, first: &Row, row: &Row) -> Error {
    let said = |row: &Row| {
        if row.replacement.is_empty() {
            message!("authority-dropped")
        } else {
            message!("authority-quoted", text = &row.replacement)
        }
    };
    let (label, line) = (&row.label, first.line);
    Error::at(
        file,
        row.line,
        1,
        message!(
            "authority-replaced-twice-line-here",
            label = label,
            first = said(first),
            line = line.to_string(),
            second = said(row)
        ),
    )
}

fn circle(file: &str, chain: &[&Row], next: &Row) -> Error {
    let start = chain.iter().position(|row| row.line == next.line).unwrap_or(0);
    let mut steps: Vec<&str> = chain[start..].iter().map(|row| row.label.as_str()).collect();
    steps.push(&next.label);
    let steps = steps.join(" → ");
    let line = chain[chain.len() - 1].line;
    Error::at(file, line, 1, message!("authority-replacements-go-circle-remove", steps = steps))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rows(text: &str) -> Vec<(String, String)> {
        read("t.txt", text).unwrap().into_iter().map(|row| (row.label, row.replacement)).collect()
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_owned(), b.to_owned())
    }

    #[test]
    fn three_separators_and_quotes() {
        assert_eq!(rows("label\treplace by\r\na, b\tc\r\n"), [pair("a, b", "c")]);
        assert_eq!(rows("Label,Replace By,\n\"a, \"\"b\"\"\",c,\n"), [pair("a, \"b\"", "c")]);
        assert_eq!(rows("label;replace by\n\n a ; \n"), [pair("a", "")]);
    }

    #[test]
    fn a_bad_row_has_a_place() {
        let place = |text: &str| read("t.txt", text).map(|_| ()).unwrap_err().place();
        assert_eq!(place("name\treplace by\n"), "t.txt:1:1");
        assert_eq!(place("label\treplace by\nx\n"), "t.txt:2:1");
        assert_eq!(place("label,replace by\na,b,c\n"), "t.txt:2:1");
        assert_eq!(place("label,replace by\n\n,b\n"), "t.txt:3:1");
        assert_eq!(place("label,replace by\n서울,\"b\n"), "t.txt:2:4");
    }
}
