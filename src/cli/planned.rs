//! Questions of a large file that only some of its rows answer: which rows are read, and why not fewer.

use std::path::{Path, PathBuf};

use collabgraph::analysis::sources;
use collabgraph::analysis::{lookup, query};
use collabgraph::answer::Answer;
use collabgraph::answer::record::Record;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::corpus::kind::{ActorKind, WorkKind};
use collabgraph::dataset::{Dataset, Partial};
use collabgraph::message;
use collabgraph::messages::language::Language;
use collabgraph::messages::{Localizer, Message};
use collabgraph::network::counting::Projection;
use collabgraph::query::context::QueryContext;
use collabgraph::query::lookup::{self as query_lookup, Lookup, NamedEntity};
use collabgraph::query::{between, evidence, level, path, rank, who};
use collabgraph::scan::plan::{FullReason, Plan};
use collabgraph::sink::counts::Request;
use collabgraph::sink::entity_index::EntityIndex;
use collabgraph::sink::matching::MatchingRows;
use collabgraph::source::input::Input;

use crate::args::Global;
use crate::args::commands::Question;
use crate::args::values::{AnswerFormat, LevelName, NoticesHow};
use crate::error::CliError;
use crate::session::Session;
use crate::{answer_output, explain, progress, session};

/// Smaller inputs are read in full: that takes less than a tenth of a second.
const LARGE: u64 = 8 << 20;
/// From here on, a name that no row has is not looked for by loading everything.
const HUGE: u64 = 256 << 20;
/// A packed file unpacks to a multiple of its size.
const LARGE_PACKED: u64 = 1 << 20;
const HUGE_PACKED: u64 = 32 << 20;

/// What was made of a question.
pub(crate) enum Planned {
    /// It is answered: whether something was found.
    Answered(bool),
    /// All works must be read in full, after the passes that were made.
    ReadAll(Plan, FullReason),
}

/// Answers from some of the rows, where that gives the answer of the whole input.
pub(crate) fn answer(global: &Global, files: &[PathBuf], question: Option<&Question>) -> Result<Planned, CliError> {
    let mut plan = Plan::default();
    match attempt(global, files, question, &mut plan)? {
        Ok(mut answer) if !global.explain => {
            answer.tables_or_record(answer_output::format(global)?);
            session::report_notices(global, &answer.notices, global.language())?;
            answer_output::write(global, &mut answer.answer, &answer.sources)?;
            let found = answer.answer.found;
            // The process ends: the system takes all back at once.
            std::mem::forget(answer);
            Ok(Planned::Answered(found))
        }
        Ok(_) => explain::print(&plan, global.language()).map(|()| Planned::Answered(true)),
        Err(reason) => Ok(Planned::ReadAll(plan, reason)),
    }
}

/// Prints the plan of a question for which all works were read.
pub(crate) fn explain_all(session: &Session, mut plan: Plan, reason: FullReason) -> Result<bool, CliError> {
    plan.add_full(session.whole.work_count(), reason);
    explain::print(&plan, session.settings.language).map(|()| true)
}

/// An answer that rests on some of the rows.
struct PlannedAnswer {
    answer: Answer,
    notices: Vec<collabgraph::ingest::notice::Notice>,
    sources: Vec<Message>,
}

impl PlannedAnswer {
    /// What is not written need not be held meanwhile.
    fn tables_or_record(&mut self, format: AnswerFormat) {
        match format {
            AnswerFormat::Json => self.answer.tables = Vec::new(),
            _ => self.answer.record = Record::default(),
        }
    }
}

/// An answer, or why all works must be read in full.
type Attempt<T> = Result<Result<T, FullReason>, CliError>;

/// Takes what a partial reading gave, or leaves with the reason.
macro_rules! partial {
    ($reading:expr) => {
        match $reading? {
            Partial::Done(found) => found,
            Partial::ReadAll(reason) => return Ok(Err(reason)),
        }
    };
}

/// Takes what another attempt gave, or leaves with the reason.
macro_rules! attempt {
    ($attempt:expr) => {
        match $attempt? {
            Ok(found) => found,
            Err(reason) => return Ok(Err(reason)),
        }
    };
}

fn attempt(global: &Global, files: &[PathBuf], question: Option<&Question>, plan: &mut Plan) -> Attempt<PlannedAnswer> {
    let queries = match question {
        Some(Question::Rank { by, .. }) if !by.needs_works() => Vec::new(),
        Some(Question::Who { name }) => vec![name.join(" ")],
        Some(Question::Between { a: Some(a), b: Some(b), .. }) => vec![a.clone(), b.clone()],
        _ => return Ok(Err(FullReason::Question)),
    };
    let input = match large(global, files) {
        Ok(input) => input,
        Err(reason) => return Ok(Err(reason)),
    };
    if global.strict || global.notices == Some(NoticesHow::All) {
        return Ok(Err(FullReason::Notices));
    }
    if !ActorKind::from(global.level).are_institutions() {
        return Ok(Err(FullReason::Level));
    }
    if global.is_choosing() {
        return Ok(Err(FullReason::Choice));
    }
    if !global.institution.is_empty() {
        return Ok(Err(FullReason::InstitutionFilter));
    }
    let reading = Reading {
        global,
        data: Dataset::new(vec![input.clone()], session::options(global)?),
        is_huge: is_huge(&input),
        filter: global.settings().filter_of_works()?,
        projection: global.settings().projection(),
        has_record: matches!(
            answer_output::format(global)?,
            AnswerFormat::Json | AnswerFormat::Csv | AnswerFormat::Xlsx
        ),
        language: global.language(),
    };
    match question {
        Some(&Question::Rank { by, top, approximate, weighted }) => {
            let top = top.filter(|&top| top > 0);
            reading.rank(&rank::Options { by, top, is_weighted: weighted }, approximate, plan)
        }
        _ => reading.named(queries, plan),
    }
}

/// What a question is asked of.
struct Reading<'g> {
    global: &'g Global,
    data: Dataset,
    /// Whether loading all of it would take minutes and gigabytes.
    is_huge: bool,
    filter: Filter,
    projection: Projection,
    /// Whether the answer shows identifiers and facts, which rest on all works.
    has_record: bool,
    language: Language,
}

/// Rows that name the institutions that are meant, and all institutions where these were needed.
struct Named<'d> {
    rows: MatchingRows,
    index: Option<EntityIndex<'d>>,
}

impl Reading<'_> {
    /// A ranking by the network alone: works are counted and not retained.
    fn rank(&self, options: &rank::Options, approximate: Option<f64>, plan: &mut Plan) -> Attempt<PlannedAnswer> {
        if self.global.evidence {
            return Ok(Err(FullReason::Evidence));
        }
        let request = Request {
            projection: self.projection,
            filter: self.filter.clone(),
            has_record: self.has_record,
            ..Request::default()
        };
        let message = self.text(&message!("plan-counting"));
        let counted = partial!(progress::shown(&message, || self.data.counted(&request, plan)));
        let kind = attempt!(self.kind(&counted.corpus, plan));
        let corpus = counted.corpus.with_actors(self.global.level.into());
        let mut scope = QueryContext::new(&corpus)
            .with_projection(self.projection)
            .with_kind(kind)
            .with_precounted_works(counted.works_of, counted.works);
        if !self.filter.is_empty() {
            scope = scope.with_filter_counts(self.filter.clone(), counted.counts, counted.whole);
        }
        let mut answer = query::ranking(&scope, options, approximate, self.language)?;
        answer = level::attach(&scope, answer);
        if !self.has_record {
            answer.notes.push(message!("plan-note-rank", works = counted.whole.0, kind = kind));
        }
        let sources = sources::of_part(&corpus);
        Ok(Ok(PlannedAnswer { answer, notices: counted.notices, sources }))
    }

    /// The partners of an institution, or what two of them share.
    fn named(&self, mut queries: Vec<String>, plan: &mut Plan) -> Attempt<PlannedAnswer> {
        let message = self.text(&message!("plan-looking"));
        let Named { mut rows, index } = attempt!(progress::shown(&message, || self.rows(&mut queries, plan)));
        let asked: Vec<&str> = queries.iter().map(String::as_str).collect();
        let mut answer = attempt!(self.ask(&rows.corpus, index.as_ref(), &asked, plan));
        // Longer paths between two institutions are known from all works only.
        let is_far = asked.len() == 2 && !has(&answer, "works") && !has(&answer, "common");
        if is_far {
            let message = self.text(&message!("plan-path"));
            if let Some(more) = attempt!(progress::shown(&message, || self.shortest_path(&asked, index.as_ref(), plan)))
            {
                answer = attempt!(self.ask(&more.corpus, index.as_ref(), &asked, plan));
                rows = more;
            }
        }
        self.note(&mut answer, &rows, (asked.len(), is_far));
        let sources = sources::of_part(&rows.corpus);
        Ok(Ok(PlannedAnswer { answer, notices: rows.notices, sources }))
    }

    fn rows(&self, queries: &mut [String], plan: &mut Plan) -> Attempt<Named<'_>> {
        if !self.has_record && self.filter.is_empty() {
            match self.matching(queries, plan)? {
                Ok(rows) => return Ok(Ok(Named { rows, index: None })),
                // Lines of JSON are indexed before.
                Err(FullReason::Document) => {}
                Err(reason) => return Ok(Err(reason)),
            }
        }
        self.indexed(queries, plan)
    }

    /// The rows of a table. The queries become names of institutions where a huge table had to be searched for them.
    fn matching(&self, queries: &mut [String], plan: &mut Plan) -> Attempt<MatchingRows> {
        let asked: Vec<&str> = queries.iter().map(String::as_str).collect();
        let rows = partial!(self.data.matching(&asked, plan));
        let is_missing = |query: &String| matches!(query_lookup::find(&rows.corpus, query), Lookup::NotFound(_));
        if !queries.iter().any(is_missing) {
            return Ok(Ok(rows));
        }
        if !self.is_huge {
            return Ok(Err(FullReason::Name));
        }
        // Accents, initials and slips: all institutions are looked at, and no work is retained.
        let counted = partial!(self.data.counted(&Request::default(), plan));
        name(&counted.corpus, queries)?;
        let asked: Vec<&str> = queries.iter().map(String::as_str).collect();
        Ok(Ok(partial!(self.data.matching(&asked, plan))))
    }

    /// The rows of the institutions that are meant, all of which are known before one is read in full.
    fn indexed(&self, queries: &mut [String], plan: &mut Plan) -> Attempt<Named<'_>> {
        // Keys of works depend on all works.
        let is_key = |query: &String| query.trim().starts_with("id:") || query.contains("--");
        if queries.iter().any(is_key) {
            return Ok(Err(FullReason::Identifier));
        }
        let works: Vec<&str> = if queries.len() == 1 { vec![queries[0].as_str()] } else { Vec::new() };
        let index = partial!(self.data.entity_index(&works, (&self.filter, self.has_record), plan));
        let ids = |queries: &[String]| -> Option<Vec<InstitutionId>> {
            let one = |query: &String| match query_lookup::find_institution(&index.corpus, query) {
                Lookup::Unique(NamedEntity::Institution(id)) if query_lookup::has_name(&index.corpus, id, query) => {
                    Some(id)
                }
                _ => None,
            };
            queries.iter().map(one).collect()
        };
        let mut meant = ids(queries);
        if meant.is_none() && self.is_huge {
            name(&index.corpus, queries)?;
            meant = ids(queries);
        }
        let Some(meant) = meant else { return Ok(Err(FullReason::Name)) };
        let rows = partial!(self.data.works_of(&index, &meant, plan));
        Ok(Ok(Named { rows, index: Some(index) }))
    }

    /// The rows along the shortest path between two institutions; `None` where there is none.
    fn shortest_path(
        &self,
        asked: &[&str],
        index: Option<&EntityIndex<'_>>,
        plan: &mut Plan,
    ) -> Attempt<Option<MatchingRows>> {
        let request = Request { projection: self.projection, filter: self.filter.clone(), ..Request::default() };
        let network = partial!(self.data.counted(&request, plan)).corpus;
        let Some(path) = attempt!(self.path(&network, asked)) else { return Ok(Ok(None)) };
        let rows = match index {
            Some(index) => {
                let ids = path.iter().map(|&id| index.corpus.institution_by_key(&network.institution(id).id));
                let Some(ids) = ids.collect::<Option<Vec<InstitutionId>>>() else { return Ok(Err(FullReason::Path)) };
                partial!(self.data.works_of(index, &ids, plan))
            }
            None => partial!(self.data.matching(&names(&network, &path), plan)),
        };
        // The same facts give the same path, unless some of them had to be seen beside all others.
        let again = attempt!(self.path(&rows.corpus.filtered(&self.filter), asked));
        let corpus = rows.corpus.filtered(&self.filter);
        let is_same = again.is_some_and(|again| names(&corpus, &again) == names(&network, &path));
        Ok(if is_same { Ok(Some(rows)) } else { Err(FullReason::Path) })
    }

    fn path(&self, corpus: &Corpus, asked: &[&str]) -> Attempt<Option<Vec<InstitutionId>>> {
        let Some(Ok([a, b])) = meant(corpus, asked).map(<[InstitutionId; 2]>::try_from) else {
            return Ok(Err(FullReason::Name));
        };
        Ok(Ok(path::shortest(&QueryContext::new(corpus).with_projection(self.projection), a, b)))
    }

    /// The kind of the works, which one row may show that need not be among those that were read.
    fn kind(&self, corpus: &Corpus, plan: &mut Plan) -> Attempt<WorkKind> {
        let known = corpus.work_kind();
        Ok(Ok(if known == WorkKind::Model { known } else { partial!(self.data.work_kind(plan)) }))
    }

    /// The answer from the rows that were read in full.
    fn ask(
        &self,
        corpus: &Corpus,
        index: Option<&EntityIndex<'_>>,
        asked: &[&str],
        plan: &mut Plan,
    ) -> Attempt<Answer> {
        let kind = attempt!(self.kind(corpus, plan));
        let filtered = corpus.filtered(&self.filter).with_actors(self.global.level.into());
        let Some(ids) = meant(&filtered, asked) else {
            // One that only the filter excludes is told as such.
            return Ok(Err(FullReason::Name));
        };
        let mut scope = QueryContext::new(&filtered).with_projection(self.projection).with_kind(kind);
        if let Some(index) = index.filter(|_| !self.filter.is_empty()) {
            let whole = (index.works.0, index.corpus.institution_count());
            scope = scope.with_filter_counts(self.filter.clone(), index.counts, whole);
        }
        if !self.global.evidence && !self.has_record {
            scope = scope.for_readers();
        }
        let mut answer = match ids.as_slice() {
            [one] => who::ask(&scope, *one, self.language),
            [a, b] => between::ask(&scope, *a, *b, self.language),
            _ => return Ok(Err(FullReason::Question)),
        };
        if self.global.level == LevelName::Group {
            let authority = &self.data.options().authority;
            let named = asked.iter().zip(&ids);
            let parts =
                named.filter_map(|(query, &id)| lookup::part_of_group(authority, &[], filtered.institution(id), query));
            answer.lead.splice(0..0, parts);
        }
        let answer = level::attach(&scope, answer);
        Ok(Ok(if self.global.evidence { evidence::attach(&scope, answer, self.language) } else { answer }))
    }

    /// Says what was not looked at.
    fn note(&self, answer: &mut Answer, rows: &MatchingRows, (asked, is_far): (usize, bool)) {
        if self.has_record {
            return;
        }
        let unit = if rows.are_lines { "line" } else { "row" };
        let asked = match (asked > 1, is_far) {
            (_, true) => "path",
            (true, false) => "two",
            (false, false) => "one",
        };
        let note = message!("plan-note-rows", all = rows.rows, unit = unit, read = rows.read, asked = asked);
        answer.notes.push(note);
    }

    fn text(&self, message: &Message) -> String {
        Localizer::new(self.language).render(message)
    }
}

/// Whether a list of the record has members.
fn has(answer: &Answer, key: &str) -> bool {
    answer.record.get(key).and_then(serde_json::Value::as_array).is_some_and(|all| !all.is_empty())
}

/// Puts the names of the institutions that are meant in the place of queries.
fn name(corpus: &Corpus, queries: &mut [String]) -> Result<(), CliError> {
    let of_works = queries.len() == 1;
    for query in queries {
        let id = match of_works {
            true => lookup::institution_of_large(corpus, query)?,
            false => lookup::institution(corpus, query)?,
        };
        query.clone_from(&corpus.institution(id).names.name);
    }
    Ok(())
}

fn names<'c>(corpus: &'c Corpus, ids: &[InstitutionId]) -> Vec<&'c str> {
    ids.iter().map(|&id| corpus.institution(id).names.name.as_str()).collect()
}

/// The one large file that is asked, or why all works are read.
fn large(global: &Global, files: &[PathBuf]) -> Result<Input, FullReason> {
    let mut paths = global.data.iter().chain(files);
    let path = match (paths.next(), paths.next()) {
        (None, _) => return Err(FullReason::SmallInput),
        (Some(path), None) => path,
        (Some(_), Some(_)) => return Err(FullReason::SeveralInputs),
    };
    if path.as_os_str() == "-" {
        return Err(FullReason::StandardInput);
    }
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file);
    let least = if is_packed(path) { LARGE_PACKED } else { LARGE };
    match found {
        Some(found) if found.len() >= least => Ok(Input::Path(path.clone())),
        _ => Err(FullReason::SmallInput),
    }
}

fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
}

/// Whether loading the table whole would take minutes and gigabytes.
fn is_huge(input: &Input) -> bool {
    let Input::Path(path) = input else { return false };
    std::fs::metadata(path).is_ok_and(|found| found.len() >= if is_packed(path) { HUGE_PACKED } else { HUGE })
}

/// The institutions that are meant, where each name is that of one and of no work.
fn meant(corpus: &Corpus, queries: &[&str]) -> Option<Vec<InstitutionId>> {
    let one = |query: &&str| {
        let found = if queries.len() == 1 {
            query_lookup::find(corpus, query)
        } else {
            query_lookup::find_institution(corpus, query)
        };
        match found {
            Lookup::Unique(NamedEntity::Institution(id)) if query_lookup::has_name(corpus, id, query) => Some(id),
            _ => None,
        }
    };
    queries.iter().map(one).collect()
}
