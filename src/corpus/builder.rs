//! Corpus builder: takes facts in any order, sorts and numbers them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::date::Date;
use crate::corpus::hashing::FastMap;
use crate::corpus::institution::{Institution, InstitutionId};
use crate::corpus::naming::slug;
use crate::corpus::table::{Corpus, ExplicitTie, InputMetadata, TiePart, TiePresence, summed};
use crate::corpus::text::{Arena, TextSpan};
use crate::corpus::work::{Detail, ListId, RowLocation, SourceStatement, WorkId};

/// Provisional id of an institution, given by [`CorpusBuilder::institution`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstitutionHandle(u32);

impl InstitutionHandle {
    /// The provisional id, dense from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The facts of one work, as input of the builder.
#[derive(Clone, Debug, Default)]
pub struct WorkFacts<'a> {
    /// Name of the model or paper.
    pub name: &'a str,
    /// Publication date.
    pub date: Option<Date>,
    /// Institutions in the recorded order; repeats are dropped.
    pub institutions: &'a [InstitutionHandle],
    /// Title of the paper.
    pub title: &'a str,
    /// Authors as recorded.
    pub authors: &'a str,
    /// URLs, one a line.
    pub links: &'a str,
    /// Accessibility of the model, such as open weights.
    pub accessibility: &'a str,
    /// Selection criteria.
    pub criteria: &'a [&'a str],
    /// Domains.
    pub domains: &'a [&'a str],
    /// Countries that the row names, as codes.
    pub countries: &'a [&'a str],
    /// Identifiers of the authors, a line each, in their order; empty: none.
    pub author_ids: &'a str,
    /// Whether its institutions stand in the order of its authors.
    pub is_ordered: bool,
    /// Whether authors are separated by semicolons alone.
    pub are_authors_split: bool,
    /// Citation count.
    pub citations: Option<u32>,
    /// Date of the citation count.
    pub citations_as_of: Option<Date>,
    /// Other names of the work.
    pub aliases: &'a [String],
    /// Statements of other sources about the work.
    pub statements: &'a [SourceStatement],
    /// Source row.
    pub source: RowLocation,
    /// Other rows of the same work.
    pub more_sources: &'a [RowLocation],
}

/// Collects inputs, institutions and works, then [`finish`](Self::finish)es them to a [`Corpus`].
#[derive(Clone, Debug, Default)]
pub struct CorpusBuilder {
    arena: Arena,
    lists: Vec<Box<[Box<str>]>>,
    /// Lists by their words, with a zero byte after each.
    list_ids: FastMap<String, ListId>,
    list_key: String,
    inputs: Vec<InputMetadata>,
    names: Vec<TextSpan>,
    dates: Vec<Option<Date>>,
    sources: Vec<RowLocation>,
    details: Vec<Detail>,
    has_details: bool,
    aliases: BTreeMap<u32, Vec<String>>,
    statements: BTreeMap<u32, Vec<SourceStatement>>,
    more_sources: BTreeMap<u32, Vec<RowLocation>>,
    institutions: Vec<Institution>,
    offsets: Vec<u32>,
    affiliations: Vec<InstitutionHandle>,
    ties: Vec<(InstitutionHandle, InstitutionHandle, f64)>,
    /// When ties were there, by their numbers.
    spans: BTreeMap<usize, Vec<TiePresence>>,
}

impl CorpusBuilder {
    /// An empty builder.
    #[must_use]
    pub fn new() -> Self {
        Self { lists: vec![Box::default()], offsets: vec![0], ..Self::default() }
    }

    /// Registers an input; the returned number is its [`RowLocation::input`].
    pub fn input(&mut self, input: InputMetadata) -> u16 {
        self.inputs.push(input);
        u16::try_from(self.inputs.len() - 1).unwrap_or(u16::MAX)
    }

    /// Clears the citation of an input; its name stays.
    pub fn clear_citation(&mut self, input: u16) {
        if let Some(input) = self.inputs.get_mut(usize::from(input)) {
            input.citation.clear();
        }
    }

    /// Records how many of all institution entries of an input are postal addresses.
    pub fn set_addresses(&mut self, input: u16, share: (u64, u64)) {
        if let Some(input) = self.inputs.get_mut(usize::from(input)) {
            input.addresses = Some(share);
        }
    }

    /// Records how many rows of an input were grouped into how many works.
    pub fn set_grouped(&mut self, input: u16, share: (u64, u64)) {
        if let Some(input) = self.inputs.get_mut(usize::from(input)) {
            input.grouped = Some(share);
        }
    }

    /// Records that an input has explicit ties without weights.
    pub fn set_unweighted(&mut self, input: u16) {
        if let Some(input) = self.inputs.get_mut(usize::from(input)) {
            input.is_unweighted = true;
        }
    }

    /// Adds an institution and returns its handle. The caller adds each institution once; an empty [`Institution::id`]
    /// is derived from the name.
    pub fn institution(&mut self, institution: Institution) -> InstitutionHandle {
        self.institutions.push(institution);
        InstitutionHandle(self.institutions.len() as u32 - 1)
    }

    /// Mutable access to the institution of a handle.
    pub fn institution_mut(&mut self, handle: InstitutionHandle) -> &mut Institution {
        &mut self.institutions[handle.0 as usize]
    }

    /// Adds a work.
    pub fn work(&mut self, facts: &WorkFacts<'_>) {
        let row = self.names.len() as u32;
        let name = self.arena.put(facts.name);
        self.names.push(name);
        self.dates.push(facts.date);
        self.sources.push(facts.source);
        let detail = Detail {
            title: self.arena.put(facts.title),
            authors: self.arena.put(facts.authors),
            links: self.arena.put(facts.links),
            accessibility: self.arena.put(facts.accessibility),
            criteria: self.list(facts.criteria, ListOrder::Sorted),
            domains: self.list(facts.domains, ListOrder::AsRecorded),
            countries: self.list(facts.countries, ListOrder::Sorted),
            author_ids: self.arena.put(facts.author_ids),
            is_ordered: facts.is_ordered,
            are_authors_split: facts.are_authors_split,
            citations: facts.citations,
            citations_as_of: facts.citations_as_of,
        };
        self.has_details |= facts.citations.is_some()
            || !(facts.title.is_empty()
                && facts.authors.is_empty()
                && facts.links.is_empty()
                && facts.accessibility.is_empty()
                && facts.criteria.is_empty()
                && facts.domains.is_empty()
                && facts.countries.is_empty()
                && !facts.is_ordered);
        self.details.push(detail);
        if !facts.aliases.is_empty() {
            self.aliases.insert(row, facts.aliases.to_vec());
        }
        if !facts.statements.is_empty() {
            self.statements.insert(row, facts.statements.to_vec());
        }
        if !facts.more_sources.is_empty() {
            self.more_sources.insert(row, facts.more_sources.to_vec());
        }
        let start = self.affiliations.len();
        for &handle in facts.institutions {
            if !self.affiliations[start..].contains(&handle) {
                self.affiliations.push(handle);
            }
        }
        self.offsets.push(self.affiliations.len() as u32);
    }

    /// Adds an explicit tie: one that the input lists without works. Self-loops are excluded; weights of one pair are
    /// added.
    pub fn explicit_tie(&mut self, a: InstitutionHandle, b: InstitutionHandle, weight: f64) {
        if a != b {
            self.ties.push((a, b, weight));
        }
    }

    /// The same for a tie of which the input says when it was there.
    pub fn dated_tie(&mut self, a: InstitutionHandle, b: InstitutionHandle, weight: f64, spans: Vec<TiePresence>) {
        if a != b && !spans.is_empty() {
            self.spans.insert(self.ties.len(), spans);
        }
        self.explicit_tie(a, b, weight);
    }

    fn list(&mut self, words: &[&str], order: ListOrder) -> ListId {
        if words.is_empty() {
            return ListId::default();
        }
        let sorted;
        let words = match order {
            ListOrder::Sorted if words.len() > 1 => {
                sorted = words.iter().copied().collect::<BTreeSet<&str>>().into_iter().collect::<Vec<&str>>();
                sorted.as_slice()
            }
            ListOrder::Sorted | ListOrder::AsRecorded => words,
        };
        self.list_key.clear();
        for word in words {
            self.list_key.push_str(word);
            self.list_key.push('\0');
        }
        let is_same = |id: &ListId| self.lists[id.0 as usize].iter().map(|word| &**word).eq(words.iter().copied());
        // Words that hold zero bytes may have the key of others: then the list is stored once more.
        if let Some(id) = self.list_ids.get(&self.list_key).filter(|id| is_same(id)) {
            return *id;
        }
        let id = ListId(self.lists.len() as u32);
        self.lists.push(words.iter().map(|word| (*word).into()).collect());
        self.list_ids.insert(self.list_key.clone(), id);
        id
    }

    /// Builds the corpus. Institutions are ordered by id, works by date (undated last), name and their other facts; row
    /// numbers play no part, so the same rows in any order give the same corpus. O(n log n).
    #[must_use]
    pub fn finish(self) -> Corpus {
        self.finish_numbered().0
    }

    /// As [`finish`](Self::finish), with the final id of every institution by handle.
    #[must_use]
    pub fn finish_numbered(mut self) -> (Corpus, Vec<InstitutionId>) {
        self.assign_ids();
        let (institutions, number) = self.sorted_institutions();
        let order = self.work_order(&number);

        let mut corpus = Corpus {
            names: order.iter().map(|&row| self.names[row as usize]).collect(),
            dates: order.iter().map(|&row| self.dates[row as usize]).collect(),
            sources: order.iter().map(|&row| self.sources[row as usize]).collect(),
            details: if self.has_details {
                order.iter().map(|&row| self.details[row as usize]).collect()
            } else {
                Vec::new()
            },
            institutions,
            ..Corpus::default()
        };
        corpus.work_offsets.reserve(order.len() + 1);
        corpus.work_offsets.push(0);
        for &row in &order {
            let handles = self.handles(row);
            corpus.work_institutions.extend(handles.iter().map(|handle| number[handle.0 as usize]));
            corpus.work_offsets.push(corpus.work_institutions.len() as u32);
        }
        for (position, row) in order.iter().enumerate() {
            let id = WorkId(position as u32);
            if let Some(aliases) = self.aliases.remove(row) {
                corpus.aliases.insert(id, aliases);
            }
            if let Some(sources) = self.more_sources.remove(row) {
                corpus.more_sources.insert(id, sources);
            }
            if let Some(statements) = self.statements.remove(row) {
                corpus.statements.insert(id, statements);
            }
        }
        let ties = self.numbered_ties(&number);
        if !self.spans.is_empty() {
            let spans = |number: usize| self.spans.get(&number).cloned().unwrap_or_default();
            let part = |(number, tie): (usize, &ExplicitTie)| TiePart { tie: *tie, spans: spans(number) };
            corpus.tie_parts = ties.iter().enumerate().map(part).collect();
            // In an order that is not that of the rows.
            let key = |part: &TiePart| (part.tie.a, part.tie.b, part.tie.weight.to_bits(), part.spans.clone());
            corpus.tie_parts.sort_by_cached_key(key);
        }
        corpus.explicit_ties = summed(ties);
        corpus.arena = Arc::new(self.arena);
        corpus.lists = Arc::new(self.lists);
        corpus.inputs = Arc::new(self.inputs);
        transpose(&mut corpus);
        corpus.ordinals = ordinals(&corpus);
        (corpus, number)
    }

    /// Assigns ids to institutions without one: a slug of the name, with a number suffix where it is taken.
    fn assign_ids(&mut self) {
        let mut taken: BTreeSet<String> =
            self.institutions.iter().map(|institution| institution.id.clone()).filter(|id| !id.is_empty()).collect();
        let mut unnamed: Vec<usize> =
            (0..self.institutions.len()).filter(|&index| self.institutions[index].id.is_empty()).collect();
        unnamed.par_sort_by(|&a, &b| self.institutions[a].names.name.cmp(&self.institutions[b].names.name));
        let slug_of = |&index: &usize| slug(&self.institutions[index].names.name);
        let slugs: Vec<String> = unnamed.par_iter().map(slug_of).collect();
        for (index, base) in unnamed.into_iter().zip(slugs) {
            let mut id = base.clone();
            let mut ordinal = 2;
            while !taken.insert(id.clone()) {
                id = format!("{base}-{ordinal}");
                ordinal += 1;
            }
            self.institutions[index].id = id;
        }
    }

    fn sorted_institutions(&mut self) -> (Vec<Institution>, Vec<InstitutionId>) {
        let mut order: Vec<usize> = (0..self.institutions.len()).collect();
        order.par_sort_by(|&a, &b| self.institutions[a].id.cmp(&self.institutions[b].id));
        let mut number = vec![InstitutionId(0); order.len()];
        let mut sorted = Vec::with_capacity(order.len());
        for (position, &index) in order.iter().enumerate() {
            number[index] = InstitutionId(position as u32);
            let mut institution = std::mem::take(&mut self.institutions[index]);
            institution.aliases.sort();
            institution.aliases.dedup();
            sorted.push(institution);
        }
        (sorted, number)
    }

    fn handles(&self, row: u32) -> &[InstitutionHandle] {
        let row = row as usize;
        &self.affiliations[self.offsets[row] as usize..self.offsets[row + 1] as usize]
    }

    fn numbered_ties(&self, number: &[InstitutionId]) -> Vec<ExplicitTie> {
        let tie = |&(a, b, weight): &(InstitutionHandle, InstitutionHandle, f64)| {
            let (a, b) = (number[a.0 as usize], number[b.0 as usize]);
            ExplicitTie { a: a.min(b), b: a.max(b), weight }
        };
        self.ties.iter().map(tie).collect()
    }

    fn work_order(&self, number: &[InstitutionId]) -> Vec<u32> {
        let date = |row: u32| self.dates[row as usize].map_or((true, None), |date| (false, Some(date)));
        let text = |text: TextSpan| self.arena.get(text);
        let mut order: Vec<u32> = (0..self.names.len() as u32).collect();
        order.par_sort_unstable_by(|&a, &b| {
            let names = || text(self.names[a as usize]).cmp(text(self.names[b as usize]));
            date(a).cmp(&date(b)).then_with(names).then_with(|| self.compare_facts(a, b, number)).then(a.cmp(&b))
        });
        order
    }

    /// Order of two works of equal name and date by their other facts.
    fn compare_facts(&self, a: u32, b: u32, number: &[InstitutionId]) -> std::cmp::Ordering {
        let institutions = |row: u32| -> Vec<InstitutionId> {
            self.handles(row).iter().map(|handle| number[handle.0 as usize]).collect()
        };
        let facts = |row: u32| {
            let detail = &self.details[row as usize];
            let texts = [detail.title, detail.authors, detail.author_ids, detail.links, detail.accessibility];
            let lists = [detail.criteria, detail.domains, detail.countries].map(|id| &self.lists[id.0 as usize]);
            (texts.map(|text| self.arena.get(text)), lists, detail.citations, detail.citations_as_of)
        };
        let input = |row: u32| {
            let source = usize::from(self.sources[row as usize].input);
            self.inputs.get(source).map(|input| input.name.as_str())
        };
        institutions(a)
            .cmp(&institutions(b))
            .then_with(|| facts(a).cmp(&facts(b)))
            .then_with(|| self.statements.get(&a).cmp(&self.statements.get(&b)))
            .then_with(|| input(a).cmp(&input(b)))
    }
}

#[derive(Clone, Copy)]
enum ListOrder {
    Sorted,
    AsRecorded,
}

/// Fills institution → works from work → institutions (transposes the CSR matrix).
pub(crate) fn transpose(corpus: &mut Corpus) {
    let mut offsets = vec![0u32; corpus.institutions.len() + 1];
    for institution in &corpus.work_institutions {
        offsets[institution.index() + 1] += 1;
    }
    for index in 1..offsets.len() {
        offsets[index] += offsets[index - 1];
    }
    let mut next = offsets.clone();
    let mut works = vec![WorkId(0); corpus.work_institutions.len()];
    for work in 0..corpus.names.len() {
        for position in corpus.work_offsets[work]..corpus.work_offsets[work + 1] {
            let institution = corpus.work_institutions[position as usize].index();
            works[next[institution] as usize] = WorkId(work as u32);
            next[institution] += 1;
        }
    }
    corpus.institution_offsets = offsets;
    corpus.institution_works = works;
}

/// Ordinals of the works whose slug equals that of an earlier work. Compares hashes first, so that only candidates are
/// compared as strings.
fn ordinals(corpus: &Corpus) -> BTreeMap<WorkId, u32> {
    use rayon::prelude::*;
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hashes: Vec<(u64, u32)> = (0..corpus.names.len() as u32)
        .into_par_iter()
        .map(|work| {
            let mut hasher = DefaultHasher::new();
            slug(corpus.work_name(WorkId(work))).hash(&mut hasher);
            (hasher.finish(), work)
        })
        .collect();
    hashes.par_sort_unstable();
    let mut ordinals = BTreeMap::new();
    for run in hashes.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
        let mut seen: FastMap<String, u32> = FastMap::default();
        for &(_, work) in run {
            let count = seen.entry(slug(corpus.work_name(WorkId(work)))).or_insert(0);
            *count += 1;
            if *count > 1 {
                ordinals.insert(WorkId(work), *count);
            }
        }
    }
    ordinals
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::corpus::institution::Names;

    fn build(rows: &[(&str, &[&str])]) -> Corpus {
        let mut builder = CorpusBuilder::new();
        let mut handles: FastMap<String, InstitutionHandle> = FastMap::default();
        for (name, institutions) in rows {
            let mut list = Vec::new();
            for institution in *institutions {
                let handle = *handles.entry((*institution).to_owned()).or_insert_with(|| {
                    builder.institution(Institution { names: Names::plain(institution), ..Institution::default() })
                });
                list.push(handle);
            }
            builder.work(&WorkFacts { name, institutions: &list, ..WorkFacts::default() });
        }
        builder.finish()
    }

    #[test]
    fn any_order_of_rows_gives_one_corpus() {
        let forward = build(&[("b", &["Y", "X"]), ("a", &["X"]), ("c", &[])]);
        let backward = build(&[("c", &[]), ("a", &["X"]), ("b", &["Y", "X"])]);
        for corpus in [&forward, &backward] {
            let names: Vec<_> = corpus.work_ids().map(|id| corpus.work_name(id).to_owned()).collect();
            assert_eq!(names, ["a", "b", "c"]);
            let x = corpus.institution_by_key("x").unwrap();
            assert_eq!(corpus.works_of(x), [WorkId(0), WorkId(1)]);
            assert_eq!(corpus.institutions_of(WorkId(1)).len(), 2);
        }
        assert_eq!(forward.work_institutions, backward.work_institutions);
    }

    #[test]
    fn works_of_equal_names_have_distinct_keys_and_repeats_count_once() {
        let corpus = build(&[("AMPLIFY", &["X", "X"]), ("Amplify", &["Y"])]);
        let keys: Vec<_> = corpus.work_ids().map(|id| corpus.work_key(id)).collect();
        assert_eq!(keys, ["amplify", "amplify--2"]);
        assert_eq!(corpus.affiliation_count(), 2);
    }
}
