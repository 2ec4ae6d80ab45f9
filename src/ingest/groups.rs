//! Rows that tell of one work together: tables of one row for each participation (`paper, institution`), and works that
//! stand in several rows with one DOI.
//!
//! Rows are one work where they share
//!
//! 1. the column that the user names (`--group-by`); or
//! 2. an identifier of works (`paper_id`) and the name: a column of that header counts as one if some of its values
//!    repeat, and at least four in five of these with one name each; or
//! 3. name and date, in a table without such a column where more than half of the rows with a name are of names that
//!    repeat with one date and with several institutions (or authors), each row naming one institution; of rows with
//!    an author one in five may name several. A name that has several dates or DOIs is no evidence, and its rows stay
//!    apart; or
//! 4. a DOI, where works are papers; models of one paper have one DOI too, so of models the names must be the same.
//!
//! Identifiers that differ win: nothing is joined across them but by a DOI. What looks like 3 but is not clear enough is
//! told and left as it is.

use crate::corpus::hashing::{FastHasher, FastMap, FastSet};
use crate::corpus::kind::WorkKind;
use crate::corpus::naming::fold;
use crate::corpus::work::RowLocation;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::{Layout, Role};
use crate::ingest::delimited::Row;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::GroupBy;
use crate::ingest::role::{MODELS, is_doi, work_ids};
use crate::message;
use crate::messages::List;
use crate::normalize::lists::Separator;
use crate::normalize::placeholders::is_placeholder;
use crate::normalize::text::clean;
use crate::normalize::{doi, entities};
use std::borrow::Cow;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Words of headers under which works are publications; under others they are of any kind.
const PUBLICATIONS: [&str; 11] =
    ["title", "paper", "article", "publication", "논문", "제목", "题", "論文", "論題", "论文", "タイトル"];

/// Merges by DOI that are told one by one.
const TOLD: usize = 20;
/// Titles of one paper under one DOI: in other languages, with and without its second line. More are those of chapters.
const TITLES: usize = 3;
/// One row in so many of a name that repeats is enough to say that it is unclear.
pub(crate) const UNCLEAR: usize = 5;

/// The columns that tell works apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys {
    /// The column that the user names.
    pub(crate) given: Option<usize>,
    /// Columns of identifiers.
    pub(crate) ids: Vec<usize>,
    pub(crate) doi: Option<usize>,
    pub(crate) name: Option<usize>,
    pub(crate) title: Option<usize>,
    pub(crate) date: Option<usize>,
    pub(crate) institutions: Vec<usize>,
    /// Authors of several institutions may have a row each.
    pub(crate) authors: Option<usize>,
    /// Whether several works may come from one paper.
    pub(crate) are_models: bool,
    /// What the headers call the works.
    pub(crate) kind: Option<WorkKind>,
    /// Whether rows are kept apart, as the user says.
    pub(crate) never: bool,
    /// Whether each row is a participation, as the user says.
    pub(crate) is_long: bool,
    headers: Vec<String>,
}

impl Keys {
    /// Finds them.
    ///
    /// # Errors
    /// The column that the user names is not there.
    pub(crate) fn of(layout: &Layout, headers: &[String], by: &GroupBy) -> Result<Self, String> {
        let given = match by {
            GroupBy::Column(column) => Some(Layout::find(column, headers).ok_or_else(|| column.clone())?),
            GroupBy::Detect | GroupBy::Never => None,
        };
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let column = |role: Role| layout.get(role);
        let links = column(Role::Links).filter(|&column| is_doi(&headers[column]));
        let name = column(Role::Work);
        let institutions: Vec<usize> = layout.all(Role::Institutions).collect();
        let is_free = |column: &usize| name != Some(*column) && !institutions.contains(column);
        let at = |known: &str| folded.iter().position(|header| header == known);
        let is_model = |column: usize| MODELS.contains(&folded[column].as_str());
        let tells_models =
            [Role::Criteria, Role::Accessibility, Role::Title].into_iter().any(|role| column(role).is_some());
        let ids = work_ids().filter_map(at).filter(is_free).collect();
        Ok(Self {
            given,
            ids,
            doi: column(Role::Doi).or(links),
            name,
            title: column(Role::Title),
            date: column(Role::Date),
            institutions,
            authors: column(Role::Authors),
            are_models: tells_models || name.is_some_and(is_model),
            kind: name.map(|column| kind_of(&folded[column])),
            never: *by == GroupBy::Never,
            is_long: false,
            headers: headers.to_vec(),
        })
    }

    /// Whether nothing but names can join rows, and these only in tables of one institution a row.
    pub(crate) fn is_by_name_alone(&self) -> bool {
        !self.is_long && self.given.is_none() && self.ids.is_empty() && self.doi.is_none() && self.authors.is_none()
    }

    /// Whether a column may tell works apart.
    pub(crate) fn has_column(&self, column: usize) -> bool {
        self.ids.contains(&column) || [self.given, self.doi].contains(&Some(column))
    }

    fn header(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.headers.get(column)).map_or("", String::as_str)
    }
}

/// The kind of the works of a table by the folded header over their names.
fn kind_of(name: &str) -> WorkKind {
    if MODELS.contains(&name) {
        WorkKind::Model
    } else if PUBLICATIONS.iter().any(|word| name.contains(word)) {
        WorkKind::Publication
    } else {
        WorkKind::Work
    }
}

/// Whether a mark that parts lists stands between words of a cell.
pub(crate) fn has_mark(cell: &str, separator: &Separator) -> bool {
    let holds = |mark: &str| {
        let own = cell.trim().trim_end_matches(mark).trim_end();
        own.strip_prefix(mark).unwrap_or(own).contains(mark)
    };
    match separator {
        Separator::Comma => holds(",") || holds(";") || holds("|"),
        Separator::Given(mark) if !mark.is_empty() => holds(mark),
        Separator::Detect | Separator::Given(_) => [";", "|", "；", "｜"].into_iter().any(holds),
    }
}

/// What one row says of its work, as hashes; 0 stands for nothing.
#[derive(Clone, Debug)]
struct Said {
    line: u64,
    given: u64,
    ids: [u64; COLUMNS],
    doi: u64,
    name: u64,
    /// The name without case, punctuation and white space.
    folded: u64,
    date: u64,
    author: u64,
    institution: u64,
}

/// Columns of identifiers that are looked at.
pub(crate) const COLUMNS: usize = 4;

pub(crate) fn hash_of(text: &str) -> u64 {
    let mut hasher = FastHasher::seeded(4);
    text.hash(&mut hasher);
    hasher.finish().max(1)
}

/// The hash of a cell as it stands, but for white space; 0 when it says nothing.
pub(crate) fn exact(cell: &str) -> u64 {
    let cell = clean(cell);
    if cell.is_empty() || is_placeholder(&cell) { 0 } else { hash_of(&cell) }
}

/// The hash of a name, without case.
pub(crate) fn named(cell: &str) -> u64 {
    let name = clean(cell);
    if name.is_empty() { 0 } else { hash_of(&name.to_lowercase()) }
}

/// What the rows of a table say, as they are met.
#[derive(Debug)]
pub(crate) struct Rows {
    keys: Arc<Keys>,
    separator: Separator,
    rows: Vec<Said>,
    /// Rows that name several institutions.
    lists: usize,
    /// The first way of writing a name, and a DOI, for notices.
    names: FastMap<u64, String>,
    dois: FastMap<u64, String>,
}

/// What the rows of one name, or of one identifier, say together.
#[derive(Clone, Copy, Debug, Default)]
struct Spread {
    rows: usize,
    name: One,
    date: One,
    doi: One,
    author: One,
    institution: One,
}

/// Whether rows agree in something.
#[derive(Clone, Copy, Debug, Default)]
struct One {
    first: u64,
    differs: bool,
}

impl One {
    /// Blank ones agree with all.
    fn add(&mut self, other: u64) {
        if self.first == 0 {
            self.first = other;
        }
        self.differs |= other != 0 && other != self.first;
    }
}

impl Spread {
    fn add(&mut self, row: &Said) {
        self.rows += 1;
        self.name.add(row.name);
        self.date.add(row.date);
        self.author.add(row.author);
        self.doi.add(row.doi);
        self.institution.add(row.institution);
    }

    /// Whether these rows of one name tell of several institutions, and may be one work.
    fn is_shared(&self) -> bool {
        self.may_be_one() && self.institution.differs
    }

    /// Whether nothing tells several rows of one name apart but who took part.
    fn may_be_one(&self) -> bool {
        self.rows > 1 && !self.doi.differs
    }

    /// Whether they are participations of one work, as far as its name tells.
    fn are_participations(&self) -> bool {
        self.may_be_one() && !self.date.differs && (self.institution.differs || self.author.differs)
    }
}

/// By what rows were joined.
#[derive(Clone, Copy)]
enum By {
    Given,
    /// The column of identifiers.
    Id(usize),
    Name,
    Doi,
}

impl Rows {
    pub(crate) fn new(keys: &Arc<Keys>, separator: &Separator) -> Self {
        let (keys, separator) = (Arc::clone(keys), separator.clone());
        Self { keys, separator, rows: Vec::new(), lists: 0, names: FastMap::default(), dois: FastMap::default() }
    }

    /// Whether no row can be joined with another, whatever comes.
    pub(crate) fn are_apart(&self) -> bool {
        self.lists > 0 && self.keys.is_by_name_alone()
    }

    /// The same without a row.
    pub(crate) fn empty(&self) -> Self {
        Self::new(&self.keys, &self.separator)
    }

    /// Takes over what later rows say.
    pub(crate) fn join(&mut self, later: Self) {
        self.rows.extend(later.rows);
        self.lists += later.lists;
        for (own, later) in [(&mut self.names, later.names), (&mut self.dois, later.dois)] {
            later.into_iter().for_each(|(hash, text)| {
                own.entry(hash).or_insert(text);
            });
        }
    }

    /// Looks at a row. O(its cells).
    pub(crate) fn add(&mut self, row: &Row<'_, '_>) {
        let keys = Arc::clone(&self.keys);
        let text = |column: usize| entities::decoded(row.text(column));
        let cell = |column: Option<usize>| column.map_or(Cow::Borrowed(""), text);
        let listed: Vec<Cow<'_, str>> = keys.institutions.iter().map(|&column| text(column)).collect();
        let is_said = |cell: &&Cow<'_, str>| !cell.trim().is_empty();
        let are_several = listed.iter().filter(is_said).count() > 1;
        let institutions = match listed.as_slice() {
            [one] => one.clone(),
            several => Cow::Owned(several.join("; ")),
        };
        let name = cell(keys.name);
        let name = if clean(&name).is_empty() { cell(keys.title) } else { name };
        let mut ids = [0; COLUMNS];
        for (id, &column) in ids.iter_mut().zip(&keys.ids) {
            *id = exact(&text(column));
        }
        let doi = keys.doi.and_then(|column| doi::of(&text(column)));
        let given = keys.given.map_or(0, |column| match () {
            () if is_doi(keys.header(keys.given)) => doi::of(&text(column)).map_or(0, |doi| hash_of(&doi)),
            () if [keys.name, keys.title].contains(&keys.given) => named(&text(column)),
            () => exact(&text(column)),
        });
        let said = Said {
            line: row.line(),
            given,
            ids,
            doi: doi.as_deref().map_or(0, hash_of),
            name: named(&name),
            folded: hash_of(&fold(&name)),
            date: exact(&cell(keys.date)),
            author: exact(&cell(keys.authors)),
            institution: exact(&institutions),
        };
        self.lists += usize::from(are_several || has_mark(&institutions, &self.separator));
        if said.name != 0 {
            self.names.entry(said.name).or_insert_with(|| clean(&name).into_owned());
        }
        if let Some(doi) = doi {
            self.dois.entry(said.doi).or_insert(doi);
        }
        self.rows.push(said);
    }

    /// Which rows are one work, told. `None` where each row is a work of its own. O(rows).
    pub(crate) fn groups(&self, gather: &mut CorpusAssembler<'_>, input: u16) -> Option<Groups> {
        let mut joined = Joined::new(self.rows.len());
        let id = (0..self.keys.ids.len().min(COLUMNS)).find_map(|at| Some((at, self.identified(at)?)));
        let by = if self.keys.given.is_some() {
            joined.alike(self.rows.iter().map(|row| (row.given != 0).then_some(row.given)));
            By::Given
        } else if let Some((at, ids)) = &id {
            let key = |row: &Said| {
                let doi = if ids.get(&row.ids[*at])?.doi.differs { row.doi } else { 0 };
                (row.ids[*at] != 0).then_some((row.ids[*at], row.name, doi))
            };
            joined.alike(self.rows.iter().map(key));
            By::Id(*at)
        } else {
            let names = self.by_name();
            if self.keys.is_long || self.is_long(&names) {
                let may_differ = self.keys.is_long;
                let is_one = |row: &Said| {
                    names.get(&row.name).is_some_and(|one| one.may_be_one() && (may_differ || !one.date.differs))
                };
                joined.alike(self.rows.iter().map(|row| is_one(row).then_some(row.name)));
            }
            By::Name
        };
        self.tell(gather, input, &joined, by);
        if self.keys.given.is_none() {
            self.join_dois(gather, input, &mut joined);
        }
        if id.is_none() && self.keys.given.is_none() {
            self.tell_unclear(gather, input, &mut joined);
        }
        joined.groups()
    }

    /// What the rows of each identifier of a column say, if the column identifies works.
    fn identified(&self, at: usize) -> Option<FastMap<u64, Spread>> {
        let mut ids: FastMap<u64, Spread> = FastMap::default();
        for row in self.rows.iter().filter(|row| row.ids[at] != 0) {
            ids.entry(row.ids[at]).or_default().add(row);
        }
        let repeated = ids.values().filter(|one| one.rows > 1);
        let (agreeing, all) = (repeated.clone().filter(|one| !one.name.differs).count(), repeated.count());
        (all > 0 && agreeing * 5 >= all * 4).then_some(ids)
    }

    /// Whether most rows have an identifier that no other has.
    fn have_own_ids(&self) -> bool {
        (0..self.keys.ids.len().min(COLUMNS)).any(|at| {
            let mut met: FastSet<u64> = FastSet::default();
            let mut ids = self.rows.iter().map(|row| row.ids[at]).filter(|&id| id != 0);
            ids.all(|id| met.insert(id)) && met.len() * 2 > self.rows.len()
        })
    }

    fn by_name(&self) -> FastMap<u64, Spread> {
        let mut names: FastMap<u64, Spread> = FastMap::default();
        for row in self.rows.iter().filter(|row| row.name != 0) {
            names.entry(row.name).or_default().add(row);
        }
        names
    }

    /// Whether the table has a row for each participation, by the names of works alone.
    fn is_long(&self, names: &FastMap<u64, Spread>) -> bool {
        let all: usize = names.values().map(|one| one.rows).sum();
        let shared = names.values().filter(|one| one.are_participations());
        let shared: usize = shared.map(|one| one.rows).sum();
        let are_single = if self.keys.authors.is_some() { self.lists * 5 <= self.rows.len() } else { self.lists == 0 };
        shared * 2 > all && are_single && !self.have_own_ids()
    }

    /// Joins rows of one DOI.
    fn join_dois(&self, gather: &mut CorpusAssembler<'_>, input: u16, joined: &mut Joined) {
        let mut titles: FastMap<u64, FastSet<u64>> = FastMap::default();
        for row in self.rows.iter().filter(|row| row.doi != 0 && row.name != 0) {
            titles.entry(row.doi).or_default().insert(row.folded);
        }
        let is_holder = |row: &Said| titles.get(&row.doi).is_some_and(|titles| titles.len() > TITLES);
        let mut first: FastMap<(u64, u64), usize> = FastMap::default();
        let mut merged: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut at: FastMap<usize, usize> = FastMap::default();
        let mut held: Option<&Said> = None;
        for (number, row) in self.rows.iter().enumerate().filter(|(_, row)| row.doi != 0) {
            held = held.or_else(|| Some(row).filter(|row| is_holder(row) && !self.keys.are_models));
            let name = if self.keys.are_models || is_holder(row) { row.folded } else { 0 };
            let &mut one = first.entry((row.doi, name)).or_insert(number);
            if joined.join(one, number) {
                let slot = *at.entry(one).or_insert(merged.len());
                if slot == merged.len() {
                    merged.push((one, Vec::new()));
                }
                merged[slot].1.push(number);
            }
        }
        if let Some(row) = held {
            self.tell_holder(gather, input, row);
        }
        if merged.len() > TOLD {
            return self.tell(gather, input, joined, By::Doi);
        }
        for (one, others) in merged {
            self.tell_doi(gather, input, one, &others);
        }
    }

    fn tell_holder(&self, gather: &mut CorpusAssembler<'_>, input: u16, row: &Said) {
        let doi = self.dois.get(&row.doi).map_or("", String::as_str);
        gather.notice(
            Kind::DuplicateWork,
            SourceLocation { input, line: row.line, column: 0 },
            message!("ingest-stands-more-than-titles", doi = doi, titles = TITLES),
        );
    }

    fn tell_doi(&self, gather: &mut CorpusAssembler<'_>, input: u16, one: usize, others: &[usize]) {
        let first = &self.rows[one];
        let doi = self.dois.get(&first.doi).map_or("", String::as_str);
        let place = |row: &Said| RowLocation { input, line: row.line as u32 };
        let number = |row: &Said| gather.placed_row(place(row)).line.to_string();
        let lines: Vec<String> = others.iter().map(|&other| number(&self.rows[other])).collect();
        let line = gather.row_words(place(first));
        let titles_differ = others.iter().any(|&other| self.rows[other].folded != first.folded);
        let titles = if titles_differ { "differ" } else { "agree" };
        gather.notice(
            Kind::DuplicateWork,
            SourceLocation { input, line: self.rows[others[0]].line, column: 0 },
            message!(
                "ingest-same-doi",
                count = lines.len(),
                lines = List::comma(lines),
                line = line,
                unit = gather.row_unit(input),
                doi = doi,
                titles = titles
            ),
        );
    }

    /// How many rows became how many works, and why.
    fn tell(&self, gather: &mut CorpusAssembler<'_>, input: u16, joined: &Joined, by: By) {
        let (rows, works) = (self.rows.len(), joined.works());
        let Some(line) = joined.second().map(|row| self.rows[row].line) else { return };
        let keys = &self.keys;
        let (columns, same): (Vec<&str>, _) = match by {
            By::Given => (vec![keys.header(keys.given)], "columns"),
            By::Id(at) => (vec![keys.header(keys.ids.get(at).copied())], "column-and-name"),
            By::Name => (vec![keys.header(keys.name), keys.header(keys.date)], "columns"),
            By::Doi => (Vec::new(), "doi"),
        };
        let columns = List::and(
            columns
                .into_iter()
                .filter(|header| !header.is_empty())
                .map(|header| message!("ingest-column", header = header)),
            "other",
        );
        gather.grouped(input, (rows as u64, works as u64));
        gather.notice(
            Kind::RowsGrouped,
            SourceLocation { input, line, column: 0 },
            message!("ingest-rows-grouped", rows = rows, works = works, same = same, columns = columns),
        );
    }

    /// Names in several rows that may be one work each, or not.
    fn tell_unclear(&self, gather: &mut CorpusAssembler<'_>, input: u16, joined: &mut Joined) {
        let names = self.by_name();
        let all: usize = names.values().map(|one| one.rows).sum();
        let shared: usize = names.values().filter(|one| one.is_shared()).map(|one| one.rows).sum();
        // Where dates differ too, a name that comes twice is told as such already.
        let are_many = shared * 2 > all;
        let mut first: FastMap<u64, usize> = FastMap::default();
        let mut unclear: Vec<(&str, u64)> = Vec::new();
        let mut told: FastSet<u64> = FastSet::default();
        for (number, row) in self.rows.iter().enumerate() {
            let is_unclear = |one: &&Spread| one.is_shared() && (are_many || !one.date.differs);
            if names.get(&row.name).filter(is_unclear).is_none() {
                continue;
            }
            let &mut other = first.entry(row.name).or_insert(number);
            if !joined.is_joined(other, number) && told.insert(row.name) {
                unclear.push((self.names.get(&row.name).map_or("", String::as_str), row.line));
            }
        }
        let Some(&(_, line)) = unclear.first() else { return };
        let quoted = |&(name, _): &(&str, u64)| message!("ingest-quoted", text = name);
        let names = List::and(unclear.iter().map(quoted), "other").naming(3);
        let header = self.keys.header(self.keys.name);
        gather.notice(
            Kind::DuplicateWork,
            SourceLocation { input, line, column: 0 },
            message!("ingest-unclear-rows", count = unclear.len(), names = names, header = header),
        );
    }
}

/// Which rows are joined: each row points to an earlier one, in the end to the first of its work.
#[derive(Debug)]
struct Joined {
    first: Vec<u32>,
    works: usize,
}

impl Joined {
    fn new(rows: usize) -> Self {
        Self { first: (0..rows as u32).collect(), works: rows }
    }

    fn root(&mut self, row: usize) -> usize {
        let mut root = row;
        while self.first[root] as usize != root {
            root = self.first[root] as usize;
        }
        let mut at = row;
        while at != root {
            at = std::mem::replace(&mut self.first[at], root as u32) as usize;
        }
        root
    }

    /// Joins two rows; whether they were apart.
    fn join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a != b {
            self.first[a.max(b)] = a.min(b) as u32;
            self.works -= 1;
        }
        a != b
    }

    fn is_joined(&mut self, a: usize, b: usize) -> bool {
        self.root(a) == self.root(b)
    }

    /// Joins rows of the same key.
    fn alike<K: Hash + Eq>(&mut self, keys: impl Iterator<Item = Option<K>>) {
        let mut first: FastMap<K, usize> = FastMap::default();
        for (row, key) in keys.enumerate() {
            if let Some(key) = key {
                let &mut other = first.entry(key).or_insert(row);
                self.join(other, row);
            }
        }
    }

    fn works(&self) -> usize {
        self.works
    }

    /// The first row that was joined to another before it.
    fn second(&self) -> Option<usize> {
        (0..self.first.len()).find(|&row| self.first[row] as usize != row)
    }

    fn groups(mut self) -> Option<Groups> {
        self.second()?;
        let of_row: Vec<u32> = (0..self.first.len()).map(|row| self.root(row) as u32).collect();
        let mut left = vec![0; of_row.len()];
        of_row.iter().for_each(|&root| left[root as usize] += 1);
        Some(Groups { of_row, left })
    }
}

/// Which rows of a table are one work.
#[derive(Debug)]
pub(crate) struct Groups {
    of_row: Vec<u32>,
    /// Rows of each work that were not taken yet.
    left: Vec<u32>,
}

/// A row of a work of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The work.
    pub(crate) work: u32,
    /// Whether no other row of it comes.
    pub(crate) is_last: bool,
}

impl Groups {
    /// The work of a row, which is taken once; `None` when the row is a work by itself.
    pub(crate) fn take(&mut self, row: usize) -> Option<Part> {
        let work = *self.of_row.get(row)?;
        let left = self.left.get_mut(work as usize)?;
        let is_alone = work as usize == row && *left == 1;
        *left = left.saturating_sub(1);
        (!is_alone).then_some(Part { work, is_last: *left == 0 })
    }
}
