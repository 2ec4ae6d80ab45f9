//! `who`, `between` and `rank` of a large file: only the rows that name the institutions are read in full, or none.

use std::path::{Path, PathBuf};

use collabgraph::answer::Answer;
use collabgraph::answer::korean::{self, Particle};
use collabgraph::answer::language::Language;
use collabgraph::answer::number::thousands;
use collabgraph::centrality::measure::Measure;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::options::Options;
use collabgraph::ingest::stream::models::tells_models;
use collabgraph::ingest::stream::seek::{Sought, rows_naming};
use collabgraph::ingest::stream::survey::{Survey, survey};
use collabgraph::network::counting::Projection;
use collabgraph::projection;
use collabgraph::question::finding::{self, Entity, Found};
use collabgraph::question::scope::{Noun, Scope};
use collabgraph::question::{between, evidence, who};

use crate::args::{AnswerFormat, Command, Global, LevelName, NoticesHow};
use crate::far::{self, Far};
use crate::fault::Fault;
use crate::{asking, progress, questions, session};

/// Smaller tables are loaded: that takes less than a tenth of a second, and tells all there is to tell.
const LARGE: u64 = 8 << 20;
/// From here on, a name that no row has is not looked for by loading everything.
const HUGE: u64 = 256 << 20;
/// A packed file unpacks to a multiple of its size.
const LARGE_PACKED: u64 = 1 << 20;
const HUGE_PACKED: u64 = 32 << 20;

/// Answers from the rows that name what is asked for, where that gives the same answer as the whole table; `None` where
/// it must be loaded.
pub(crate) fn answer(global: &Global, files: &[PathBuf], question: Option<&Command>) -> Result<Option<bool>, Fault> {
    if let Some(&Command::Rank { by, top, approximate }) = question
        && by != Measure::Works
    {
        return ranking(global, files, (by, top, approximate));
    }
    let mut queries = match question {
        Some(Command::Who { name }) => vec![name.join(" ")],
        Some(Command::Between { a, b }) => vec![a.clone(), b.clone()],
        _ => return Ok(None),
    };
    let Some(input) = large(global, files).filter(|_| is_plain(global)) else { return Ok(None) };
    let (language, options) = (global.language(), session::options(global)?);
    let message = language.say("looking for the rows that name it", "이름이 나오는 행을 찾는 중");
    let found = progress::shown(&message, || -> Result<Option<(Sought, Option<Survey<'_>>)>, Fault> {
        match rows(&input, &options, &mut queries)? {
            None => Ok(lines(&input, &options, &mut queries)?.map(|(sought, all)| (sought, Some(all)))),
            found => Ok(found.map(|sought| (sought, None))),
        }
    })?;
    let Some((mut sought, all)) = found else { return Ok(None) };
    let asked: Vec<&str> = queries.iter().map(String::as_str).collect();
    let Some(mut told) = ask(global, (&input, &options), &sought.corpus, &asked, language) else { return Ok(None) };
    // Longer ways between two institutions are known from all works only.
    let is_far = asked.len() == 2 && !has(&told, "works") && !has(&told, "common");
    if is_far {
        let message = language.say("counting works to find the way between them", "둘을 잇는 경로를 찾으려 세는 중");
        let far =
            progress::shown(&message, || far::read(&input, &options, projection_of(global), &asked, all.as_ref()));
        match far {
            None => return Ok(None),
            Some(Far::Apart) => {}
            Some(Far::Linked(more)) => {
                let Some(again) = ask(global, (&input, &options), &more.corpus, &asked, language) else {
                    return Ok(None);
                };
                (sought, told) = (*more, again);
            }
        }
    }
    session::report_notices(global, &sought.notices, language)?;
    tell(&mut told, &sought, (asked.len(), is_far), language);
    questions::write(global, &told)?;
    let found = told.found;
    // The process ends: the system takes all back at once.
    std::mem::forget((told, sought, all));
    Ok(Some(found))
}

/// What works are called. Korean calls all of them what one row may tell, which need not be among those that were read.
fn noun(corpus: &Corpus, input: &Input, options: &Options, language: Language) -> Option<Noun> {
    match Noun::of(corpus) {
        Noun::Paper if language == Language::Korean => tells_models(input, options).map(Noun::models),
        noun => Some(noun),
    }
}

/// The answer from the rows that were read in full; `None` where they do not tell it.
fn ask(
    global: &Global,
    (input, options): (&Input, &Options),
    corpus: &Corpus,
    asked: &[&str],
    language: Language,
) -> Option<Answer> {
    let ids = meant(corpus, asked)?;
    let noun = noun(corpus, input, options, language)?;
    let mut scope = Scope::new(corpus).with_projection(projection_of(global)).with_noun(noun);
    if !global.evidence {
        scope = scope.for_readers();
    }
    let told = match ids.as_slice() {
        [one] => who::ask(&scope, *one, language),
        [a, b] => between::ask(&scope, *a, *b, language),
        _ => return None,
    };
    Some(if global.evidence { evidence::attach(&scope, told, language) } else { told })
}

/// Whether a list of the record has members.
fn has(told: &Answer, key: &str) -> bool {
    told.record.get(key).and_then(serde_json::Value::as_array).is_some_and(|all| !all.is_empty())
}

/// The rows of a table. The queries become names of institutions where a huge table had to be looked through for them.
fn rows(input: &Input, options: &Options, queries: &mut [String]) -> Result<Option<Sought>, Fault> {
    let asked = |queries: &[String]| {
        let asked: Vec<&str> = queries.iter().map(String::as_str).collect();
        rows_naming(input, options, &asked)
    };
    let Some(sought) = asked(queries) else { return Ok(None) };
    if !is_huge(input) || !queries.iter().any(|query| is_missing(&sought.corpus, query)) {
        return Ok(Some(sought));
    }
    // Accents, initials and slips: all institutions are looked at, and no work is held.
    let names = projection::Options { ingest: options.clone(), ..projection::Options::default() };
    let Some(all) = projection::counted(input, &names) else { return Ok(None) };
    name(&all.corpus, queries)?;
    Ok(asked(queries))
}

/// The lines of works, of which all institutions are known before one is read in full.
fn lines<'o>(
    input: &'o Input,
    options: &'o Options,
    queries: &mut [String],
) -> Result<Option<(Sought, Survey<'o>)>, Fault> {
    // Keys of works depend on all works.
    let is_key = |query: &String| query.trim().starts_with("id:") || query.contains("--");
    if queries.iter().any(is_key) {
        return Ok(None);
    }
    let works: Vec<&str> = if queries.len() == 1 { vec![queries[0].as_str()] } else { Vec::new() };
    let Some(all) = survey(input, options, &works) else { return Ok(None) };
    let ids = |queries: &[String]| -> Option<Vec<InstitutionId>> {
        let one = |query: &String| match finding::find_institution(&all.corpus, query) {
            Found::One(Entity::Institution(id)) if finding::is_called(&all.corpus, id, query) => Some(id),
            _ => None,
        };
        queries.iter().map(one).collect()
    };
    let meant = match ids(queries) {
        None if is_huge(input) => {
            name(&all.corpus, queries)?;
            ids(queries)
        }
        meant => meant,
    };
    let Some(sought) = meant.and_then(|meant| all.works_of(&meant)) else { return Ok(None) };
    Ok(Some((sought, all)))
}

/// Puts the names of the institutions that are meant in the place of queries.
fn name(corpus: &Corpus, queries: &mut [String]) -> Result<(), Fault> {
    let of_works = queries.len() == 1;
    for query in queries {
        let id = match of_works {
            true => asking::institution_of_large(corpus, query)?,
            false => asking::institution(corpus, query)?,
        };
        query.clone_from(&corpus.institution(id).names.name);
    }
    Ok(())
}

/// A ranking by the network alone: works are counted and not kept.
fn ranking(
    global: &Global,
    files: &[PathBuf],
    (by, top, approximate): (Measure, Option<usize>, Option<f64>),
) -> Result<Option<bool>, Fault> {
    let Some(input) = large(global, files).filter(|_| is_plain(global) && !global.evidence) else { return Ok(None) };
    let language = global.language();
    let options = projection::Options { ingest: session::options(global)?, projection: projection_of(global) };
    let message = language.say("counting works", "모델·문헌을 세는 중");
    let Some(found) = progress::shown(&message, || projection::counted(&input, &options)) else { return Ok(None) };
    let Some(noun) = noun(&found.corpus, &input, &options.ingest, language) else { return Ok(None) };
    let scope = Scope::new(&found.corpus).with_projection(options.projection).with_noun(noun);
    let scope = scope.with_counted(found.works_of, found.works);
    let mut told = questions::ranking(&scope, by, top.filter(|&top| top > 0), approximate, language)?;
    session::report_notices(global, &found.notices, language)?;
    let (works, (word, unit)) = (thousands(found.works as u64), noun.korean());
    let counted = korean::attach(&format!("{word} {works}{unit}"), Particle::Object);
    told.notes.push(language.say(
        format!("{works} works were counted and not kept; --notices all keeps them and tells what is odd in each row."),
        format!("{counted} 세기만 하고 담아 두지 않았다. --notices all을 주면 모두 읽고 행마다 특이한 점을 알린다."),
    ));
    questions::write(global, &told)?;
    Ok(Some(told.found))
}

fn projection_of(global: &Global) -> Projection {
    Projection { counting: global.counting.into(), max_team: Some(global.max_team).filter(|&cap| cap > 0) }
}

/// The one large file that is asked.
fn large(global: &Global, files: &[PathBuf]) -> Option<Input> {
    let mut paths = global.data.iter().chain(files);
    let (Some(path), None) = (paths.next(), paths.next()) else { return None };
    let found = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    (found.len() >= if is_packed(path) { LARGE_PACKED } else { LARGE }).then(|| Input::Path(path.clone()))
}

fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"))
}

/// Whether loading the table whole would take minutes and gigabytes.
fn is_huge(input: &Input) -> bool {
    let Input::Path(path) = input else { return false };
    std::fs::metadata(path).is_ok_and(|found| found.len() >= if is_packed(path) { HUGE_PACKED } else { HUGE })
}

fn is_missing(corpus: &Corpus, query: &str) -> bool {
    matches!(finding::find(corpus, query), Found::Missing(_))
}

/// Whether no option asks for more than these rows can tell: records have identifiers, which depend on all names.
fn is_plain(global: &Global) -> bool {
    let text = matches!(global.answer_format(), AnswerFormat::Text | AnswerFormat::Md);
    let unfiltered = global.since.is_none()
        && global.until.is_none()
        && [&global.country, &global.sector, &global.criterion, &global.domain, &global.institution]
            .iter()
            .all(|list| list.is_empty());
    text && unfiltered
        && !global.strict
        && global.notices != Some(NoticesHow::All)
        && matches!(global.level, LevelName::Recorded)
}

/// The institutions that are meant, where each name is that of one and of no work.
pub(crate) fn meant(corpus: &Corpus, queries: &[&str]) -> Option<Vec<InstitutionId>> {
    let one = |query: &&str| {
        let found =
            if queries.len() == 1 { finding::find(corpus, query) } else { finding::find_institution(corpus, query) };
        match found {
            Found::One(Entity::Institution(id)) if finding::is_called(corpus, id, query) => Some(id),
            _ => None,
        }
    };
    queries.iter().map(one).collect()
}

/// Says what was not looked at.
fn tell(told: &mut Answer, sought: &Sought, (asked, is_far): (usize, bool), language: Language) {
    let (read, all) = (thousands(sought.read), thousands(sought.rows));
    let (row, rows, row_ko) = if sought.are_lines { ("line", "lines", "줄") } else { ("row", "rows", "행") };
    let what = match (asked > 1, is_far) {
        (_, true) => "an institution on the way",
        (true, false) => "one of them",
        (false, false) => "it",
    };
    let english = match sought.read {
        1 => format!("Of {all} {rows} only the one that may name {what} was read in full"),
        _ => format!("Of {all} {rows} only the {read} that may name {what} were read in full"),
    };
    let korean = if is_far { "경로에 있는 기관의 이름이" } else { "이름이" };
    told.notes.push(language.say(
        format!("{english}; --notices all reads every {row} and tells what is odd in it."),
        format!("전체 {all}{row_ko} 가운데 {korean} 나올 만한 {read}{row_ko}만 모두 읽었다. --notices all을 주면 모든 {row_ko}을 읽고 특이한 점을 알린다."),
    ));
}
