//! The teams of a piece: for each work the numbers of its institutions. Names that nobody has met before have
//! provisional numbers until the pieces before this one have been settled.

use crate::ingest::addresses::{Rule, Sight};
use crate::names::authority::Authority;
use crate::normalize::text::{clean, lossy};
use crate::scan::chunk::RowCount;
use crate::scan::dictionary::{Dictionary, hash};
use crate::scan::known_names::{BY_WORK, EXCLUDED, KnownNames};

/// Marks a provisional number. Institutions are fewer than this.
const PROVISIONAL: u32 = 1 << 31;

/// How a new name is to be resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NameKind {
    /// As the name that it is.
    Name,
    /// Not by itself: it depends on the work.
    ByWork,
    /// As a name in the record of a work: `key` is both, see [`name_and_work`].
    OfWork,
    /// As an affiliation of OpenAlex, whose JSON goes with it.
    Affiliation,
    /// As a mention of the project's own JSON, which goes with it; see [`name_and_work`].
    Mention,
}

/// A name that was new to a piece.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewName {
    pub(crate) kind: NameKind,
    /// Start of the row that has it first.
    pub(crate) row: u32,
    /// Where its JSON ends in [`Batch::payload`].
    payload_end: u32,
    /// What it was found to mean.
    meaning: u32,
}

/// The teams of a piece.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    members: Vec<u32>,
    ends: Vec<u32>,
    /// Where the row of each team starts in the block.
    rows: Vec<u32>,
    /// Starts of the rows that name no institution.
    without_team: Vec<u32>,
    keys: Dictionary,
    new_names: Vec<NewName>,
    payload: Vec<u8>,
    /// Works without an institution.
    pub(crate) without_institution: u64,
    /// Names that a comma had torn apart.
    pub(crate) rejoined: u64,
    /// Cells that hold a comma but were taken as one name.
    pub(crate) commas: u64,
    /// Rows whose institutions were parted at commas, and such whose commas have no clear meaning.
    pub(crate) split_at_commas: RowCount,
    pub(crate) unclear: RowCount,
    /// Rows whose institutions are written with characters of web pages.
    pub(crate) decoded: RowCount,
    /// Works all of whose names are left out.
    pub(crate) all_excluded: u64,
    /// Names of works that differ from another one of the work by trifles alone.
    pub(crate) similar_names: u64,
    /// Postal addresses among the institutions, and the first row that has one.
    pub(crate) addresses: Sight,
    pub(crate) address: Option<u32>,
    /// The first row that could not be read.
    pub(crate) malformed_row: Option<u32>,
    /// Hashes of the ids of works, where they are watched for.
    pub(crate) ids: Vec<u64>,
    /// Whether a work has a name that is watched for.
    pub(crate) has_wanted_name: bool,
}

impl Batch {
    /// Makes room for another piece.
    pub(crate) fn reset(&mut self) {
        self.members.clear();
        self.ends.clear();
        self.rows.clear();
        self.without_team.clear();
        self.keys.clear();
        self.new_names.clear();
        self.payload.clear();
        self.ids.clear();
        self.has_wanted_name = false;
        self.addresses.restart();
        self.address = None;
        (self.split_at_commas, self.unclear, self.decoded) =
            (RowCount::default(), RowCount::default(), RowCount::default());
        (
            self.without_institution,
            self.rejoined,
            self.commas,
            self.malformed_row,
            self.all_excluded,
            self.similar_names,
        ) = (0, 0, 0, None, 0, 0);
    }

    /// Looks for postal addresses in a cell of institutions.
    pub(crate) fn note_addresses(&mut self, cell: &[u8], row: u32, rule: &Rule) {
        if self.addresses.note(&lossy(cell), rule).is_some() {
            self.address = Some(row);
        }
    }

    /// Adds a name to the team that is being read. `work` is asked for where the meaning depends on it.
    pub(crate) fn name(
        &mut self,
        name: &[u8],
        row: u32,
        known: &KnownNames,
        authority: &Authority,
        work: &dyn Fn() -> String,
    ) {
        let hash = hash(name);
        self.resolved_name(known.find(hash, name), (hash, name), row, known, authority, work);
    }

    /// Adds a name with its hash, of which it is known what it means.
    pub(crate) fn resolved_name(
        &mut self,
        meaning: Option<u32>,
        (hash, name): (u64, &[u8]),
        row: u32,
        known: &KnownNames,
        authority: &Authority,
        work: &dyn Fn() -> String,
    ) {
        match meaning {
            Some(BY_WORK) => self.name_of_work(name, row, known, work),
            Some(meaning) => self.members.push(meaning),
            None => self.new_name(hash, name, row, known, authority, work),
        }
    }

    fn new_name(
        &mut self,
        hash: u64,
        name: &[u8],
        row: u32,
        known: &KnownNames,
        authority: &Authority,
        work: &dyn Fn() -> String,
    ) {
        let number = match self.keys.find(hash, name) {
            Some(number) => number,
            None => {
                let depends = !authority.institutions().is_empty()
                    && authority.depends_on_work(&clean(&String::from_utf8_lossy(name)));
                let kind = if depends { NameKind::ByWork } else { NameKind::Name };
                self.add(hash, name, kind, row, &[])
            }
        };
        match self.new_names[number as usize].kind {
            NameKind::ByWork => self.name_of_work(name, row, known, work),
            _ => self.members.push(PROVISIONAL | number),
        }
    }

    fn name_of_work(&mut self, name: &[u8], row: u32, known: &KnownNames, work: &dyn Fn() -> String) {
        self.keyed(&name_and_work(name, &work()), NameKind::OfWork, row, known, &[]);
    }

    /// Adds an institution by a key that is no name.
    pub(crate) fn keyed(&mut self, key: &[u8], kind: NameKind, row: u32, known: &KnownNames, payload: &[u8]) {
        let hash = hash(key);
        if let Some(meaning) = known.find(hash, key) {
            self.members.push(meaning);
            return;
        }
        let number = match self.keys.find(hash, key) {
            Some(number) => number,
            None => self.add(hash, key, kind, row, payload),
        };
        self.members.push(PROVISIONAL | number);
    }

    fn add(&mut self, hash: u64, key: &[u8], kind: NameKind, row: u32, payload: &[u8]) -> u32 {
        self.payload.extend_from_slice(payload);
        self.new_names.push(NewName { kind, row, payload_end: self.payload.len() as u32, meaning: EXCLUDED });
        self.keys.add(hash, key)
    }

    /// Ends a team.
    pub(crate) fn end_team(&mut self, row: u32) {
        let end = self.members.len() as u32;
        if self.ends.last().copied().unwrap_or(0) == end {
            self.without_institution += 1;
            self.without_team.push(row);
        } else {
            self.ends.push(end);
            self.rows.push(row);
        }
    }

    /// Starts of the rows that name no institution.
    pub(crate) fn rows_without_team(&self) -> &[u32] {
        &self.without_team
    }

    /// Whether one of these institutions stands in a team.
    pub(crate) fn has_one(&self, wanted: &[u32]) -> bool {
        self.members.iter().any(|member| wanted.contains(member))
    }

    /// The new names, with their numbers.
    pub(crate) fn new_names(&self) -> impl Iterator<Item = (usize, NewName)> + '_ {
        self.new_names.iter().copied().enumerate()
    }

    /// The key of a new name.
    pub(crate) fn key(&self, number: usize) -> &[u8] {
        self.keys.get(number as u32)
    }

    /// What goes with the key of a new name.
    pub(crate) fn payload(&self, number: usize) -> &[u8] {
        let start = if number == 0 { 0 } else { self.new_names[number - 1].payload_end as usize };
        &self.payload[start..self.new_names[number].payload_end as usize]
    }

    /// Settles what a new name means.
    pub(crate) fn set_entity(&mut self, number: usize, meaning: u32) {
        self.new_names[number].meaning = meaning;
    }

    /// Hands on every team: the numbers of its institutions, each once, those left out left out. Such as are alike are
    /// counted, for who reads the whole leaves one of them out.
    pub(crate) fn for_each_team(
        &mut self,
        are_alike: impl Fn(u32, u32) -> bool,
        mut take: impl FnMut(&mut [u32], u32),
    ) {
        let mut start = 0;
        for (&end, &row) in self.ends.iter().zip(&self.rows) {
            let team = &mut self.members[start..end as usize];
            start = end as usize;
            let mut kept = 0;
            for at in 0..team.len() {
                let member = match team[at] {
                    known if known < PROVISIONAL || known == EXCLUDED => known,
                    provisional => self.new_names[(provisional ^ PROVISIONAL) as usize].meaning,
                };
                if member != EXCLUDED && !team[..kept].contains(&member) {
                    self.similar_names += u64::from(team[..kept].iter().any(|&other| are_alike(other, member)));
                    team[kept] = member;
                    kept += 1;
                }
            }
            self.all_excluded += u64::from(kept == 0);
            take(&mut team[..kept], row);
        }
    }
}

/// A name in the record of a work, as one key that no name can be.
pub(crate) fn name_and_work(name: &[u8], work: &str) -> Vec<u8> {
    let mut key = vec![1];
    key.extend_from_slice(name);
    key.push(1);
    key.extend_from_slice(work.as_bytes());
    key
}

/// The two halves of such a key.
pub(crate) fn split_key(key: &[u8]) -> (String, String) {
    let rest = key.strip_prefix(&[1]).unwrap_or(key);
    let middle = memchr::memchr(1, rest).unwrap_or(rest.len());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&rest[..middle]), text(rest.get(middle + 1..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn teams_have_each_institution_once_and_none_that_is_left_out() {
        let (mut names, mut batch) = (KnownNames::default(), Batch::default());
        names.add(hash(b"A"), b"A", 7);
        names.add(hash(b"X"), b"X", EXCLUDED);
        let none = Authority::none();
        for name in [&b"A"[..], b"B", b"X", b"A", b"C", b"B"] {
            batch.name(name, 0, &names, &none, &String::new);
        }
        batch.end_team(0);
        batch.end_team(0);
        assert_eq!(batch.new_names().map(|(number, _)| batch.key(number)).collect::<Vec<_>>(), [b"B", b"C"]);
        batch.set_entity(0, 9);
        let mut teams = Vec::new();
        batch.for_each_team(|_, _| false, |team, _| teams.push(team.to_vec()));
        assert_eq!((teams, batch.without_institution), (vec![vec![7, 9]], 1));
    }

    #[test]
    fn a_key_of_two_halves_comes_apart_again() {
        assert_eq!(split_key(&name_and_work("서울".as_bytes(), "GPT")), ("서울".to_owned(), "GPT".to_owned()));
    }
}
