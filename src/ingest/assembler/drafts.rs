//! Works that several rows, or several inputs, tell of together: put together row by row before they are added.

use crate::corpus::date::Date;
use crate::corpus::naming::fold;
use crate::corpus::work::RowLocation;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::attributes::BLANK;
use crate::ingest::drafts::Draft;
use crate::ingest::location::RecordLocation;
use crate::ingest::notice::Kind;
use crate::ingest::record::{Evidence, List, Record};
use crate::message;
use crate::normalize::lists::Item;
use crate::normalize::text::trim;

/// Whether two titles differ in case, punctuation and white space alone.
fn is_same_title(own: &str, other: &str) -> bool {
    let own = fold(own);
    !own.is_empty() && own == fold(other)
}

/// The exacter of two dates, where one lies within the other; `None` where they contradict each other or one is missing.
fn exacter(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    let (one, other) = (one?, other?);
    let is_within = |inner: Date, outer: Date| inner.earliest() >= outer.earliest() && inner.latest() <= outer.latest();
    if is_within(one, other) { Some(one) } else { is_within(other, one).then_some(other) }
}

/// Adds what is not there yet.
pub(super) fn extend<T: PartialEq>(own: &mut Vec<T>, other: Vec<T>) {
    for one in other {
        if !own.contains(&one) {
            own.push(one);
        }
    }
}

impl CorpusAssembler<'_> {
    /// What a row says of its work; its names are resolved, and what is odd in it is told.
    pub(crate) fn draft(&mut self, spot: &RecordLocation<'_>, record: &Record<'_>) -> Draft {
        let name = self.work_name(spot, record).into_owned();
        let (mut entities, mut values) = (record.entities.to_vec(), Vec::new());
        self.resolve(spot, record, &name, &mut entities);
        self.learn(spot, record, &entities, &mut values);
        let countries = self.countries_of(spot, record);
        let words = |list: List<'_>| list.iter().filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let authors = self.authors(spot, record, &entities);
        let raw = record.institutions.raw;
        Draft {
            sources: vec![RowLocation { input: spot.input, line: spot.anchor.line as u32 }],
            place: if raw.is_empty() { spot.row() } else { spot.place(raw, raw) },
            is_of_names: !record.institutions.items.is_empty()
                || matches!(record.evidence, Evidence::Standardised | Evidence::Written),
            entities,
            date: record.date,
            title: trim(record.title).to_owned(),
            authors: Some(authors).filter(|authors| !authors.is_empty()).map(str::to_owned).into_iter().collect(),
            author_ids: record.author_ids.to_owned(),
            are_authors_split: record.are_authors_split,
            is_ordered: record.is_ordered,
            countries,
            links: record.links.lines().map(str::to_owned).collect(),
            accessibility: trim(record.accessibility).to_owned(),
            criteria: words(record.criteria),
            domains: words(record.domains),
            citations: record.citations,
            citations_as_of: record.citations_as_of,
            aliases: record.aliases.to_vec(),
            statements: record.statements.to_vec(),
            namesakes: record.namesakes,
            doi: record.doi.to_owned(),
            ids: record.ids.to_vec(),
            evidence: record.evidence,
            standing: record.standing,
            name,
        }
    }

    /// Adds what another row says of the same work. What the first one says stands; that another differs is told.
    pub(crate) fn join(&mut self, draft: &mut Draft, other: Draft) {
        let differs = |own: &str, other: &str| !own.is_empty() && !other.is_empty() && own != other;
        let date = exacter(draft.date, other.date);
        let date_differs = date.is_none() && other.date.is_some() && draft.date.is_some();
        let citations_differ =
            other.citations.is_some() && draft.citations.is_some() && other.citations != draft.citations;
        for (is_other, fact) in [
            (differs(&draft.name, &other.name) && !is_same_title(&draft.name, &other.name), "name"),
            (date_differs, "date"),
            (differs(&draft.title, &other.title), "title"),
            (differs(&draft.accessibility, &other.accessibility), "accessibility"),
            (citations_differ, "citations"),
        ] {
            if is_other {
                self.tell_difference(draft, &other, fact);
            }
        }
        draft.is_ordered &= other.is_ordered || other.entities.is_empty();
        self.join_institutions(draft, &other);
        draft.date = date.or(draft.date).or(other.date);
        if draft.title.is_empty() {
            draft.title = other.title;
        }
        if draft.accessibility.is_empty() {
            draft.accessibility = other.accessibility;
        }
        if draft.citations.is_none() {
            (draft.citations, draft.citations_as_of) = (other.citations, other.citations_as_of);
        }
        if draft.doi.is_empty() {
            draft.doi = other.doi;
        }
        draft.is_of_names &= other.is_of_names || other.entities.is_empty();
        draft.standing.is_retracted |= other.standing.is_retracted;
        draft.standing.is_paratext |= other.standing.is_paratext;
        draft.standing.is_cut &= other.standing.is_cut;
        extend(&mut draft.ids, other.ids.clone());
        if !other.authors.is_empty() {
            if draft.authors.is_empty() {
                (draft.author_ids, draft.are_authors_split) = (other.author_ids, other.are_authors_split);
            } else if other.authors.iter().any(|authors| !draft.authors.contains(authors)) {
                // Identifiers stand beside one list of authors.
                draft.author_ids.clear();
            }
        }
        extend(&mut draft.authors, other.authors);
        // A row without a country beside one that has some leaves its institutions without one.
        if draft.countries.is_empty() != other.countries.is_empty() {
            extend(&mut draft.countries, vec![BLANK]);
        }
        extend(&mut draft.countries, other.countries);
        extend(&mut draft.links, other.links);
        extend(&mut draft.criteria, other.criteria);
        extend(&mut draft.domains, other.domains);
        extend(&mut draft.aliases, other.aliases);
        extend(&mut draft.statements, other.statements);
        extend(&mut draft.sources, other.sources);
    }

    fn tell_difference(&mut self, draft: &Draft, other: &Draft, fact: &str) {
        let (first, second) = (draft.source(), other.spot().row());
        let name = &draft.name;
        let line = self.row_words(first);
        let of = match first.input == second.input {
            true => line,
            false => message!("ingest-line-of-file", file = self.input_name(first.input), line = line),
        };
        self.notice(Kind::RowsGrouped, second, message!("ingest-facts-differ", fact = fact, name = name, of = of));
    }

    /// Adds a work that is put together, or keeps it back where other inputs may tell of it.
    pub(crate) fn add_draft(&mut self, draft: Draft) {
        let Some(held) = self.held.as_mut() else { return self.finish_draft(&draft) };
        match held.same(&draft) {
            Some(at) => {
                held.register(at, (&draft.doi, &draft.ids));
                let mut first = std::mem::take(&mut held.drafts[at]);
                self.tell_same_doi(&first, &draft);
                self.join(&mut first, draft);
                if let Some(slot) = self.held.as_mut().and_then(|held| held.drafts.get_mut(at)) {
                    *slot = first;
                }
            }
            None => {
                held.register(held.drafts.len(), (&draft.doi, &draft.ids));
                held.drafts.push(draft);
            }
        }
    }

    fn finish_draft(&mut self, draft: &Draft) {
        if self.is_excluded(draft) {
            return;
        }
        let (spot, name) = (draft.spot(), draft.name.as_str());
        if draft.entities.is_empty() {
            self.tell_no_institution(draft.place, name);
        }
        let mut entities = draft.entities.clone();
        if draft.is_of_names {
            self.leave_out_alike(&spot, name, &mut entities);
            self.leave_out_wholes(&spot, name, &mut entities);
        }
        let mut handles = Vec::with_capacity(entities.len());
        self.handles(&spot, name, &entities, &mut handles);
        let (authors, links) = (draft.authors.join("; "), draft.links.join("\n"));
        let (criteria, domains) = (Joined::of(&draft.criteria), Joined::of(&draft.domains));
        let record = Record {
            date: draft.date,
            title: &draft.title,
            authors: &authors,
            author_ids: &draft.author_ids,
            are_authors_split: draft.are_authors_split,
            is_ordered: draft.is_ordered,
            links: &links,
            accessibility: &draft.accessibility,
            criteria: criteria.list(),
            domains: domains.list(),
            citations: draft.citations,
            citations_as_of: draft.citations_as_of,
            aliases: &draft.aliases,
            statements: &draft.statements,
            namesakes: draft.namesakes,
            ids: &draft.ids,
            ..Record::default()
        };
        if self.is_new(&spot, &record, name, &handles) {
            let more = draft.sources.get(1..).unwrap_or_default();
            self.put(&spot, &record, name, (&handles, &draft.countries), more);
        }
    }
}

/// Words as one text, with where each stands.
struct Joined {
    text: String,
    items: Vec<Item>,
}

impl Joined {
    fn of(words: &[String]) -> Self {
        let (mut text, mut items) = (String::new(), Vec::with_capacity(words.len()));
        for word in words {
            let start = text.len();
            text.push_str(word);
            items.push(Item { range: start..text.len(), glued: false });
            text.push('\n');
        }
        Self { text, items }
    }

    fn list(&self) -> List<'_> {
        List { text: &self.text, raw: "", items: &self.items, cells: &[] }
    }
}
