//! From the global flags to a loaded, filtered corpus.

use std::path::{Path, PathBuf};

use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::filter::Filter;
use collabgraph::corpus::institution::{InstitutionId, Sector};
use collabgraph::drawing::frame::{self, MergeNote};
use collabgraph::drawing::kind::WorkKind;
use collabgraph::english::counted;
use collabgraph::ingest;
use collabgraph::ingest::addresses::Addresses;
use collabgraph::ingest::authority::Authority;
use collabgraph::ingest::columns::ColumnMap;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::merge::{Merge, MergeRule, Omission};
use collabgraph::ingest::notice::Notice;
use collabgraph::ingest::options::GroupBy;
use collabgraph::network::counting::Projection;
use collabgraph::question::addresses;
use collabgraph::question::caption;
use collabgraph::question::finding::Entity;
use collabgraph::question::scope::Scope;

use crate::args::{AddressesHow, Global, LanguageName, LevelName, NoticesHow};
use crate::asking;
use crate::fault::Fault;
use crate::{bounds, notices, progress, terminal};

/// What every question starts from.
pub(crate) struct Session {
    pub(crate) global: Global,
    pub(crate) language: Language,
    pub(crate) whole: Corpus,
    pub(crate) corpus: Corpus,
    pub(crate) filter: Filter,
    pub(crate) projection: Projection,
    pub(crate) notices: Vec<Notice>,
    pub(crate) merges: Vec<Merge>,
    pub(crate) omissions: Vec<Omission>,
}

impl Session {
    /// Reads the data, says the notices, applies the filters.
    pub(crate) fn open(mut global: Global, files: Vec<PathBuf>) -> Result<Self, Fault> {
        check_files(&files)?;
        global.data.extend(files);
        let language = global.language();
        let (inputs, options) = (inputs(&global.data), options(&global)?);
        let message = language.say("reading the data", "자료를 읽는 중");
        let loaded = progress::shown(&message, || ingest::load::load(&inputs, &options))?;
        say_notices(&global, &loaded.notices, language)?;
        let whole = loaded.corpus;
        let filter = filter(&global, &whole)?;
        let corpus = whole.filtered(&filter);
        let projection =
            Projection { counting: global.counting.into(), max_team: Some(global.max_team).filter(|&cap| cap > 0) };
        bounds::check_pairs(&corpus, projection.max_team)?;
        let (notices, merges, omissions) = (loaded.notices, loaded.merges, loaded.omissions);
        Ok(Self { language, whole, corpus, filter, projection, notices, merges, omissions, global })
    }

    /// The same for paper that has no glyph for some letters: names of the other language, and English words where it is
    /// Hangul that is missing.
    pub(crate) fn written_without(&self, letters: &[char]) -> Self {
        let hangul = |letter: &char| ('\u{ac00}'..='\u{d7a3}').contains(letter);
        Self {
            global: self.global.clone(),
            language: if letters.iter().any(hangul) { Language::English } else { self.language },
            whole: self.whole.clone(),
            corpus: self.corpus.with_name_fallback(letters),
            filter: self.filter.clone(),
            projection: self.projection,
            notices: self.notices.clone(),
            merges: self.merges.clone(),
            omissions: self.omissions.clone(),
        }
    }

    /// What questions are asked of.
    pub(crate) fn scope(&self) -> Scope<'_> {
        Scope::new(&self.corpus)
            .with_projection(self.projection)
            .with_filter(self.filter.clone(), &self.whole)
            .with_notices(self.notices.len())
    }

    /// The options that shape answers, for the manifest. Paths of files are told without their folders.
    pub(crate) fn told_options(&self) -> serde_json::Map<String, serde_json::Value> {
        let global = &self.global;
        let file_name = |word: &String| {
            Path::new(word).file_name().map_or_else(|| word.clone(), |name| name.to_string_lossy().into_owned())
        };
        let told = serde_json::json!({
            "authority": global.authority.iter().map(file_name).collect::<Vec<_>>(),
            "level": format!("{:?}", global.level).to_lowercase(),
            "counting": self.projection.counting.key(),
            "max_team": global.max_team,
            "since": self.filter.since.map(|date| date.to_string()),
            "until": self.filter.until.map(|date| date.to_string()),
            "country": self.filter.countries.iter().map(Country::code).collect::<Vec<_>>(),
            "sector": self.filter.sectors.iter().map(|sector| sector.key()).collect::<Vec<_>>(),
            "criterion": self.filter.criteria,
            "domain": self.filter.domains,
            "institution": self.filter.institutions,
            "lang": format!("{:?}", global.lang.unwrap_or(LanguageName::Both)).to_lowercase(),
        });
        match told {
            serde_json::Value::Object(map) => map,
            _ => serde_json::Map::new(),
        }
    }

    /// What figures are told of the data: what these are of, under which conditions they were counted, what was merged.
    pub(crate) fn figure_options(&self) -> frame::Options {
        let kind = WorkKind::of(&self.whole);
        let are_groups = self.global.level == LevelName::Group;
        let mut conditions = caption::sentences(&self.scope(), kind, are_groups);
        conditions.extend(addresses::notes(&self.corpus));
        frame::Options {
            language: self.language,
            conditions,
            merges: self.merge_notes(),
            kind: Some(kind),
            ..frame::Options::default()
        }
    }

    /// What was merged into institutions of the data. A figure tells of those that it draws.
    pub(crate) fn merge_notes(&self) -> Vec<MergeNote> {
        let is_odd =
            |merge: &&Merge| merge.rules.iter().any(|rule| [MergeRule::Variant, MergeRule::Correction].contains(rule));
        self.merges.iter().filter(is_odd).filter_map(|merge| self.merge_note(merge)).collect()
    }

    /// Says a merge under the name that pictures show.
    fn merge_note(&self, merge: &Merge) -> Option<MergeNote> {
        let id = self.corpus.institution_by_key(&merge.institution)?;
        let names = &self.corpus.institution(id).names;
        let (english, korean) = (names.label(), names.label_ko().unwrap_or(names.label()));
        let recorded = &merge.recorded;
        Some(MergeNote {
            institution: merge.institution.clone(),
            text: (format!("“{recorded}” is taken as {english}."), format!("“{recorded}” 표기는 {korean}에 합침.")),
        })
    }

    /// The institution of a name, in the filtered corpus. One that only the filters leave out is told as such.
    pub(crate) fn institution(&self, query: &str) -> Result<InstitutionId, Fault> {
        let id = asking::institution(&self.whole, query)?;
        let institution = self.whole.institution(id);
        self.corpus.institution_by_key(&institution.id).ok_or_else(|| left_out(&self.language.name(&institution.names)))
    }

    /// The institution or work of a name, in the filtered corpus.
    pub(crate) fn entity(&self, query: &str) -> Result<Entity, Fault> {
        match asking::entity(&self.whole, query)? {
            Entity::Institution(id) => {
                let institution = self.whole.institution(id);
                let kept = self.corpus.institution_by_key(&institution.id).map(Entity::Institution);
                kept.ok_or_else(|| left_out(&self.language.name(&institution.names)))
            }
            Entity::Work(id) => {
                let key = self.whole.work_key(id);
                let kept = self.corpus.work_ids().find(|&work| self.corpus.work_key(work) == key).map(Entity::Work);
                kept.ok_or_else(|| left_out(self.whole.work_name(id)))
            }
        }
    }
}

fn left_out(name: &str) -> Fault {
    Fault::new(
        format!("{name} is in the data, but the filters leave it out; ask again without one of them."),
        format!("{name}은(는) 자료에 있지만 조건에서 빠졌다. 조건을 줄여 다시 물어 주세요."),
    )
}

/// The inputs of the paths that the user gave; the embedded data set when there are none.
pub(crate) fn inputs(data: &[PathBuf]) -> Vec<Input> {
    if data.is_empty() { vec![Input::Embedded] } else { data.iter().map(|path| Input::from_argument(path)).collect() }
}

/// How inputs are read.
pub(crate) fn options(global: &Global) -> Result<ingest::options::Options, Fault> {
    if global.separator.as_deref() == Some("") {
        return Err(Fault::new(
            "--separator is empty; give the text that parts a list, such as ';' or ',', or leave the option out.",
            "--separator가 비어 있다. ';'나 ','처럼 목록을 나누는 글자를 주거나 옵션을 빼세요.",
        ));
    }
    Ok(ingest::options::Options {
        authority: authority(&global.authority)?,
        level: global.level.into(),
        format: global.input_format,
        columns: global.columns.as_deref().map(ColumnMap::parse).transpose()?,
        separator: global.separator.clone(),
        whole_names: global.keep_whole.clone(),
        group_by: match global.group_by.as_deref().map(str::trim) {
            None => GroupBy::Detect,
            Some(word) if word.eq_ignore_ascii_case("none") => GroupBy::Never,
            Some(column) => GroupBy::Column(column.to_owned()),
        },
        addresses: match global.addresses {
            Some(AddressesHow::AsNames) => Addresses::AsNames,
            None => Addresses::Refuse,
        },
    })
}

/// The whole corpus once more, with its institutions at another level.
pub(crate) fn corpus_at(global: &Global, level: ingest::authority::Level) -> Result<Corpus, Fault> {
    let options = ingest::options::Options { level, ..options(global)? };
    Ok(ingest::load::load(&inputs(&global.data), &options)?.corpus)
}

/// The authority of the words that the user gave.
pub(crate) fn authority(words: &[String]) -> Result<Authority, Fault> {
    let mut authority = Authority::built_in();
    for word in words {
        authority = match word.as_str() {
            "default" => Authority::built_in(),
            "none" => Authority::none(),
            file => {
                let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
                authority.with_file(file, &bytes)?
            }
        };
    }
    Ok(authority)
}

fn unreadable(file: &str, error: &std::io::Error) -> Fault {
    Fault::new(
        format!(
            "{file}: the authority file could not be read ({error}); give `default`, `none` or the path of a file."
        ),
        format!("{file}: 전거 파일을 읽을 수 없다({error}). `default`, `none` 또는 파일 경로를 주세요."),
    )
}

fn filter(global: &Global, corpus: &Corpus) -> Result<Filter, Fault> {
    if let (Some(since), Some(until)) = (global.since, global.until)
        && since.earliest() > until.latest()
    {
        return Err(Fault::new(
            format!("--since {since} is later than --until {until}, so nothing can lie between; exchange the two."),
            format!("--since {since}이(가) --until {until}보다 늦어 그 사이에 드는 것이 없다. 둘을 바꾸어 주세요."),
        ));
    }
    let mut filter = Filter { since: global.since, until: global.until, ..Filter::default() };
    for text in &global.country {
        filter.countries.push(country(text)?);
    }
    for text in &global.sector {
        filter.sectors.push(sector(text)?);
    }
    filter.criteria = words(&global.criterion, corpus, Words::Criteria)?;
    filter.domains = words(&global.domain, corpus, Words::Domains)?;
    for text in &global.institution {
        filter.institutions.push(corpus.institution(asking::institution(corpus, text)?).id.clone());
    }
    Ok(filter)
}

/// A country as users type it.
pub(crate) fn country(text: &str) -> Result<Country, Fault> {
    if text.eq_ignore_ascii_case("multinational") {
        return Ok(Country::unregistered("Multinational"));
    }
    Country::parse(text).ok_or_else(|| {
        Fault::new(
            format!("“{text}” is no country; expected a code or a name, such as KR, Korea or 한국."),
            format!("“{text}”은(는) 나라가 아니다. KR, Korea, 한국처럼 코드나 이름을 주세요."),
        )
    })
}

fn sector(text: &str) -> Result<Sector, Fault> {
    Sector::parse(text).ok_or_else(|| {
        Fault::new(
            format!("“{text}” is no sector; expected one of university, company, government, collective."),
            format!("“{text}”은(는) 부문이 아니다. 대학, 기업, 공공, 비영리 가운데 하나를 주세요."),
        )
    })
}

#[derive(Clone, Copy)]
enum Words {
    Criteria,
    Domains,
}

/// Checks wanted words against those that the data have, so that a misspelt one is no silent "none".
fn words(wanted: &[String], corpus: &Corpus, which: Words) -> Result<Vec<String>, Fault> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let mut known: Vec<String> = Vec::new();
    for id in corpus.work_ids() {
        let work = corpus.work(id);
        let list = match which {
            Words::Criteria => work.criteria,
            Words::Domains => work.domains,
        };
        known.extend(list.iter().map(|word| word.to_string()));
    }
    known.sort();
    known.dedup();
    for word in wanted {
        if !known.iter().any(|one| one.to_lowercase() == word.to_lowercase()) {
            let list = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
            return Err(Fault::new(
                format!("No work in the data has “{word}”. The data have: {list}."),
                format!("“{word}”에 해당하는 모델·문헌이 자료에 없다. 자료에 있는 값: {list}."),
            ));
        }
    }
    Ok(wanted.to_vec())
}

/// A word in the place of a question that is no file is a question misspelt.
pub(crate) fn check_files(files: &[PathBuf]) -> Result<(), Fault> {
    match files.iter().find(|file| !file.exists() && *file != Path::new("-")) {
        Some(file) => {
            let word = file.display();
            Err(Fault::new(
                format!(
                    "“{word}” is neither a question nor a file. `collab --help` lists the questions; `collab who {word}` asks for a name."
                ),
                format!(
                    "“{word}”은(는) 질문도 파일도 아니다. `collab --help`에 질문 목록이 있고, 이름은 `collab who {word}`로 묻는다."
                ),
            ))
        }
        None => Ok(()),
    }
}

/// Says the notices on standard error, as the user wants them; with `--strict` they are a fault.
pub(crate) fn say_notices(global: &Global, found: &[Notice], language: Language) -> Result<(), Fault> {
    // What is odd in the embedded data set is known and told in its documentation.
    if global.strict && !found.is_empty() && !global.data.is_empty() {
        let list = notices::tell(found, NoticesHow::All, language);
        return Err(Fault::new(
            format!("--strict, and the input has {}:\n{}", counted(found.len(), "notice", "notices"), list.trim_end()),
            format!("--strict인데 입력에 알림이 {}건 있다:\n{}", found.len(), list.trim_end()),
        ));
    }
    if !global.quiet {
        // The oddities of the embedded data set are known and documented; saying them at every question is noise.
        let usual = if global.data.is_empty() { NoticesHow::None } else { NoticesHow::Summary };
        terminal::report_lines(&notices::tell(found, global.notices.unwrap_or(usual), language));
    }
    Ok(())
}
