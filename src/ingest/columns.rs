//! Which column of a table tells what.

use crate::message;
use crate::messages::Message;
use std::collections::BTreeMap;

use crate::corpus::naming::fold;
use crate::ingest::addresses::headers::of_export;
use crate::ingest::families;
pub use crate::ingest::role::Role;
use crate::ingest::role::{
    BESIDE_INSTITUTIONS, BESIDE_TITLES, MODELS, is_of_institutions, is_title, maker_of_models, naming_id, participant,
};
use crate::normalize::text::trim;
use crate::source::error::Error;

/// The user's word on columns of works, or of ties: by header, or by number from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMap {
    entries: BTreeMap<Role, Vec<String>>,
}

impl ColumnMap {
    /// Reads `work=Title,institutions=Affiliations,date=3`. A header that holds a comma stands in double quotes:
    /// `work="Title, long"`. Several columns of one key are joined by `+` (`institutions=Inst 1+Inst 2`), or the key is
    /// given again.
    ///
    /// # Errors
    /// An unknown word, a word said twice, an entry without `=`, or columns of works and of ties together.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut map = Self::default();
        for entry in entries(text) {
            let Some((key, header)) = entry.split_once('=') else {
                return Err(column_error(message!("ingest-columns-without-equals", entry = entry)));
            };
            let key = fold(key);
            let known =
                Role::ALL.into_iter().find(|role| role.key() == key || role.key().strip_suffix('s') == Some(&key));
            let Some(role) = known else {
                let words: Vec<&str> = Role::ALL.iter().map(|role| role.key()).collect();
                let words = words.join(", ");
                return Err(column_error(message!("ingest-columns-unknown-key", key = key, words = words)));
            };
            let header = header.trim().trim_matches('"').to_owned();
            let columns = map.entries.entry(role).or_default();
            columns.push(header);
            if columns.last().is_some_and(String::is_empty) || columns.len() > 1 && !role.takes_several() {
                return Err(column_error(message!("ingest-needs-column-given-once", key = key)));
            }
        }
        if map.entries.keys().any(|role| !role.is_of_ties()) && map.is_of_ties() {
            return Err(column_error(message!("ingest-source-target-weight-columns")));
        }
        Ok(map)
    }

    /// Whether columns of a list of ties are named.
    #[must_use]
    pub fn is_of_ties(&self) -> bool {
        self.entries.keys().any(|role| role.is_of_ties())
    }

    /// The header or number that is given for a role.
    #[must_use]
    pub fn get(&self, role: Role) -> Option<&str> {
        self.entries.get(&role)?.first().map(String::as_str)
    }

    /// How many columns are given for a role.
    #[must_use]
    pub fn count(&self, role: Role) -> usize {
        self.entries.get(&role).map_or(0, Vec::len)
    }

    /// Sets the column of a role.
    #[must_use]
    pub fn with(mut self, role: Role, header: &str) -> Self {
        self.entries.insert(role, vec![header.to_owned()]);
        self
    }
}

fn column_error(message: Message) -> Error {
    Error::whole("--columns", message)
}

/// Splits at commas outside double quotes.
fn entries(text: &str) -> Vec<&str> {
    let mut entries = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                entries.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    entries.push(text[start..].trim());
    entries.retain(|entry| !entry.is_empty());
    entries
}

/// The columns of one table: for each role the index of its cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    columns: [Option<usize>; Role::ALL.len()],
    /// Further columns of a role.
    more: Vec<(Role, usize)>,
}

impl Layout {
    /// The cell of a role.
    #[must_use]
    pub fn get(&self, role: Role) -> Option<usize> {
        self.columns[role as usize]
    }

    /// The cells of a role, in the order in which they were named.
    pub fn all(&self, role: Role) -> impl Iterator<Item = usize> + '_ {
        let more = self.more.iter().filter(move |(other, _)| *other == role).map(|(_, column)| *column);
        self.get(role).into_iter().chain(more)
    }

    /// Whether several cells tell of some role.
    #[must_use]
    pub fn has_several(&self) -> bool {
        !self.more.is_empty()
    }

    /// Whether some role has this column.
    #[must_use]
    pub fn has_column(&self, column: usize) -> bool {
        self.columns.contains(&Some(column)) || self.more.iter().any(|(_, other)| *other == column)
    }

    /// Adds a cell to those of a role.
    fn add(&mut self, role: Role, column: usize) {
        match self.get(role) {
            None => self.set(role, Some(column)),
            Some(_) if self.has_column(column) => {}
            Some(_) => self.more.push((role, column)),
        }
    }

    /// Sets the cell of a role if there is one.
    pub fn set(&mut self, role: Role, column: Option<usize>) {
        if column.is_some() {
            self.columns[role as usize] = column;
        }
    }

    /// Gives a role another cell, or none.
    pub(crate) fn change(&mut self, role: Role, column: Option<usize>) {
        self.columns[role as usize] = column;
    }

    /// The layout that the user asks for. Headers are compared exactly, then without case and punctuation;
    /// a number that is no header counts columns from 1.
    ///
    /// # Errors
    /// The role and header that are not there.
    pub fn from_map(map: &ColumnMap, headers: &[String]) -> Result<Self, (Role, String)> {
        let mut layout = Self::default();
        for (&role, named) in &map.entries {
            for header in named {
                for column in Self::find_all(header, headers, role).ok_or_else(|| (role, header.clone()))? {
                    layout.add(role, column);
                }
            }
        }
        Ok(layout)
    }

    /// The column that a user names: by its header, compared exactly, then without case and punctuation; else by its number
    /// from 1.
    #[must_use]
    pub fn find(column: &str, headers: &[String]) -> Option<usize> {
        let number = || column.parse::<usize>().ok().filter(|number| (1..=headers.len()).contains(number));
        let folded = || headers.iter().position(|other| !fold(column).is_empty() && fold(other) == fold(column));
        let found = headers.iter().position(|other| trim(other) == column).or_else(folded);
        found.or_else(|| number().map(|number| number - 1))
    }

    /// The columns of one entry: that of its header, or those that it joins by `+`.
    fn find_all(named: &str, headers: &[String], role: Role) -> Option<Vec<usize>> {
        if let Some(column) = Self::find(named, headers) {
            return Some(vec![column]);
        }
        let mark = ['+', '|'].into_iter().find(|mark| role.takes_several() && named.contains(*mark))?;
        named.split(mark).map(|header| Self::find(trim(header).trim_matches('"'), headers)).collect()
    }

    /// The layout that clear headers tell. A column tells one thing; roles choose in their order.
    #[must_use]
    pub fn guess(headers: &[String]) -> Self {
        Self::default().completed(headers)
    }

    /// This layout, with the columns of other roles as `other` has them, as far as they are free.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        for role in Role::ALL {
            let column = other.get(role).filter(|column| !self.has_column(*column));
            if self.get(role).is_none() {
                self.set(role, column);
            }
        }
        self
    }

    /// This layout, with roles that have no column yet by clear headers among the columns that tell nothing yet.
    #[must_use]
    pub fn completed(self, headers: &[String]) -> Self {
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let mut layout = self;
        // Of a table of participations the names are those of organisations.
        if layout.get(Role::Work).is_none() && layout.get(Role::Institutions).is_none() && !names_institutions(&folded)
        {
            layout.set(Role::Institutions, participant(&folded));
        }
        let mut taken: Vec<bool> = (0..headers.len()).map(|column| layout.has_column(column)).collect();
        let has_institutions = layout.get(Role::Institutions).is_some();
        for role in Role::ALL {
            if layout.get(role).is_some() {
                continue;
            }
            let candidates = role
                .headers()
                .iter()
                .filter_map(|known| (0..folded.len()).find(|&column| !taken[column] && folded[column] == *known));
            let of_export = || of_export(headers, role, |column| !taken[column]);
            let clear = candidates.into_iter().next();
            let several = match role {
                Role::Institutions => families::institutions(headers, |column| !taken[column]),
                Role::Countries | Role::Sectors | Role::Authors if !has_institutions => {
                    let count = layout.all(Role::Institutions).count();
                    if count > 1 { families::beside(role, count, headers, |column| !taken[column]) } else { Vec::new() }
                }
                _ => Vec::new(),
            };
            // A clear header that is none of several stands above them.
            if !several.is_empty() && clear.is_none_or(|clear| several.contains(&clear)) {
                for column in several {
                    taken[column] = true;
                    layout.add(role, column);
                }
            } else if let Some(column) = clear.or_else(of_export) {
                taken[column] = true;
                layout.set(role, Some(column));
            }
        }
        if layout.get(Role::Institutions).is_none() && is_of_models(layout.get(Role::Work), &folded) {
            layout.set(Role::Institutions, maker_of_models(&folded).filter(|&column| !taken[column]));
        }
        // A title tells that the rows are works, and an institution that they are somebody's: then words that may be anything
        // elsewhere are clear.
        let find = |words: &[&str]| words.iter().find_map(|known| folded.iter().position(|header| header == known));
        if layout.get(Role::Institutions).is_none() && is_title(layout.get(Role::Work), &folded) {
            layout.set(Role::Institutions, find(&BESIDE_TITLES).filter(|&column| !layout.has_column(column)));
        }
        if layout.get(Role::Work).is_none() && layout.get(Role::Institutions).is_some() {
            let work = find(&BESIDE_INSTITUTIONS)
                .filter(|&column| !layout.has_column(column) || layout.get(Role::Title) == Some(column));
            if work.is_some() && layout.get(Role::Title) == work {
                layout.change(Role::Title, None);
            }
            layout.set(Role::Work, work);
        }
        // An identifier names a work where nothing else does.
        if layout.get(Role::Work).is_none() && layout.get(Role::Institutions).is_some() {
            layout.set(Role::Work, naming_id(&folded));
        }
        layout
    }

    /// Whether works and institutions have their columns.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.get(Role::Work).is_some() && self.get(Role::Institutions).is_some()
    }
}

/// Whether some header clearly tells institutions.
fn names_institutions(folded: &[String]) -> bool {
    folded.iter().any(|header| is_of_institutions(header))
}

/// Whether the column of works is headed as one of models.
fn is_of_models(work: Option<usize>, folded: &[String]) -> bool {
    work.and_then(|column| folded.get(column)).is_some_and(|header| MODELS.contains(&header.as_str()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn headers(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn reads_the_users_map() {
        let map = ColumnMap::parse("work=\"Title, long\", institutions=affiliations,date=3").unwrap();
        let layout = Layout::from_map(&map, &headers(&["Title, long", "Affiliations", "When"])).unwrap();
        assert_eq!(Role::ALL.map(|role| layout.get(role))[..4], [Some(0), Some(1), Some(2), None]);
        assert!(ColumnMap::parse("work").is_err());
        assert!(
            ColumnMap::parse("wrok=A").unwrap_err().text(crate::messages::language::Language::English).contains("wrok")
        );
        assert!(ColumnMap::parse("work=A,work=B").is_err());
        let map = ColumnMap::parse("work=Nope").unwrap();
        assert_eq!(Layout::from_map(&map, &headers(&["A"])), Err((Role::Work, "Nope".to_owned())));
    }

    #[test]
    fn several_columns_can_tell_one_thing() {
        let table = headers(&["Title", "Inst 1", "Country 1", "Inst 2", "Country 2", "A+B"]);
        let all = |layout: &Layout, role| layout.all(role).collect::<Vec<usize>>();
        let guessed = Layout::guess(&table);
        assert_eq!((all(&guessed, Role::Institutions), all(&guessed, Role::Countries)), (vec![1, 3], vec![2, 4]));
        for text in [
            "work=Title,institutions=Inst 1+Inst 2",
            "work=Title,institutions=inst1 | 4",
            "work=Title,institutions=\"Inst 1+Inst 2\"",
            "work=Title,institutions=Inst 1,institutions=Inst 2",
        ] {
            let layout = Layout::from_map(&ColumnMap::parse(text).unwrap(), &table).unwrap();
            assert_eq!(all(&layout, Role::Institutions), [1, 3], "{text}");
        }
        let one = Layout::from_map(&ColumnMap::parse("work=Title,institutions=A+B").unwrap(), &table).unwrap();
        assert_eq!(all(&one, Role::Institutions), [5]);
        assert!(ColumnMap::parse("work=Title,work=Inst 1").is_err());
        assert!(Layout::from_map(&ColumnMap::parse("work=Title+Inst 1").unwrap(), &table).is_err());
        // One clear header stands above numbered ones of another.
        let table = headers(&["Title", "Institutions", "Partner 1", "Partner 2"]);
        assert_eq!(all(&Layout::guess(&table), Role::Institutions), [1]);
    }

    #[test]
    fn guesses_only_from_clear_headers() {
        let layout = Layout::guess(&headers(&["모델", "기관", "발표일"]));
        assert_eq!(
            (layout.get(Role::Work), layout.get(Role::Institutions), layout.get(Role::Date)),
            (Some(0), Some(1), Some(2))
        );
        let layout = Layout::guess(&headers(&["Title", "Affiliations", "Year"]));
        assert_eq!((layout.get(Role::Work), layout.get(Role::Title)), (Some(0), None));
        let layout = Layout::guess(&headers(&["Title", "Model", "Organization(s)"]));
        assert_eq!((layout.get(Role::Work), layout.get(Role::Title)), (Some(1), Some(0)));
        assert!(!Layout::guess(&headers(&["foo", "bar"])).is_usable());
        let named =
            Layout::from_map(&ColumnMap::parse("work=기관").unwrap(), &headers(&["모델", "기관", "소속"])).unwrap();
        let layout = named.completed(&headers(&["모델", "기관", "소속"]));
        assert_eq!((layout.get(Role::Work), layout.get(Role::Institutions)), (Some(1), Some(2)));
    }
}
