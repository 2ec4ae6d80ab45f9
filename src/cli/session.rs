//! From the global flags to a loaded, filtered corpus.

use crate::args::{AddressesHow, Cli, ExcludedKind, Global, LanguageName, LevelName, NoticesHow};
use crate::error::CliError;
use crate::{bounds, file_options, lookup, notices, progress, suggest, terminal};
use clap::CommandFactory;
use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::country::Country;
use collabgraph::corpus::filter::{Filter, FilterCounts};
use collabgraph::corpus::institution::{InstitutionId, Sector};
use collabgraph::drawing::frame::{self, MergeNote};
use collabgraph::ingest::addresses::Addresses;
use collabgraph::ingest::input::Input;
use collabgraph::ingest::merge::{Merge, MergeRule, Omission};
use collabgraph::ingest::notice::{Kind, Notice};
use collabgraph::ingest::options::{Excluded, Modes};
use collabgraph::messages::{List, Localizer, Message, values};
use collabgraph::names;
use collabgraph::names::authority::Authority;
use collabgraph::names::registry::{InstitutionRegistry, Release, dump};
use collabgraph::network::counting::Projection;
use collabgraph::query::context::QueryContext;
use collabgraph::query::lookup::NamedEntity;
use collabgraph::query::{addresses, caption};
use collabgraph::source::ReadOptions;
use collabgraph::{ingest, message};
use std::path::{Path, PathBuf};

/// What every question starts from.
pub(crate) struct Session {
    pub(crate) global: Global,
    pub(crate) language: Language,
    pub(crate) whole: Corpus,
    pub(crate) corpus: Corpus,
    pub(crate) filter: Filter,
    filter_counts: FilterCounts,
    pub(crate) projection: Projection,
    pub(crate) notices: Vec<Notice>,
    pub(crate) merges: Vec<Merge>,
    pub(crate) omissions: Vec<Omission>,
}

impl Session {
    /// Reads the data, reports the notices, applies the filters.
    pub(crate) fn open(mut global: Global, files: Vec<PathBuf>) -> Result<Self, CliError> {
        check_files(&files)?;
        global.data.extend(files);
        let language = global.language();
        let (inputs, options) = (inputs(&global.data), options(&global)?);
        let reading = || collabgraph::dataset::load(&inputs, &options);
        let loaded = progress::with_message(&message!("cli-reading-data"), language, reading)?;
        report_notices(&global, &loaded.notices, language)?;
        let whole = loaded.corpus;
        let filter = filter(&global, &whole)?;
        let corpus = whole.filtered(&filter);
        let filter_counts = filter.counts(&whole);
        let projection =
            Projection { counting: global.counting.into(), max_team: Some(global.max_team).filter(|&cap| cap > 0) };
        bounds::check_pairs(&corpus, projection.max_team)?;
        let (notices, merges, omissions) = (loaded.notices, loaded.merges, loaded.omissions);
        Ok(Self { language, whole, corpus, filter, filter_counts, projection, notices, merges, omissions, global })
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
            filter_counts: self.filter_counts,
            projection: self.projection,
            notices: self.notices.clone(),
            merges: self.merges.clone(),
            omissions: self.omissions.clone(),
        }
    }

    /// What questions are asked of.
    pub(crate) fn scope(&self) -> QueryContext<'_> {
        QueryContext::new(&self.corpus)
            .with_projection(self.projection)
            .with_counted_filter(self.filter.clone(), self.filter_counts, &self.whole)
            .with_groups(self.global.level == LevelName::Group)
            .with_notices(self.notices.len())
    }

    /// The options that shape answers, for the manifest. Paths of files are given without their folders.
    pub(crate) fn manifest_options(&self) -> serde_json::Map<String, serde_json::Value> {
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
            "country_all": self.filter.all_countries.iter().map(Country::code).collect::<Vec<_>>(),
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

    /// Options of figures that come from the data: kind of works, conditions, merged names.
    pub(crate) fn figure_options(&self) -> frame::Options {
        let kind = self.whole.work_kind();
        let are_groups = self.global.level == LevelName::Group;
        let conditions = caption::sentences(&self.scope(), kind, are_groups).into_iter();
        let conditions = conditions.chain(addresses::notes(&self.corpus));
        frame::Options {
            language: self.language,
            conditions: conditions.map(|sentence| Localizer::in_both(&sentence)).collect(),
            merges: self.merge_notes(),
            kind: Some(kind),
            ..frame::Options::default()
        }
    }

    /// What was merged into institutions of the data. A figure shows those that it draws.
    pub(crate) fn merge_notes(&self) -> Vec<MergeNote> {
        let is_unexpected =
            |merge: &&Merge| merge.rules.iter().any(|rule| [MergeRule::Variant, MergeRule::Correction].contains(rule));
        let merges = self.merges.iter().filter(is_unexpected);
        merges
            .filter(|merge| caption::is_merged_in(&self.whole, &self.corpus, merge))
            .filter_map(|merge| self.merge_note(merge))
            .collect()
    }

    /// Says a merge under the name that pictures show.
    fn merge_note(&self, merge: &Merge) -> Option<MergeNote> {
        let id = self.corpus.institution_by_key(&merge.institution)?;
        let names = &self.corpus.institution(id).names;
        let text = Localizer::in_both(&message!("cli-merged", recorded = &merge.recorded, name = names));
        Some(MergeNote { institution: merge.institution.clone(), text })
    }

    /// The institution of a name, in the filtered corpus. One that only the filters exclude is reported as such.
    pub(crate) fn institution(&self, query: &str) -> Result<InstitutionId, CliError> {
        let id = lookup::institution(&self.whole, query)?;
        let institution = self.whole.institution(id);
        self.corpus.institution_by_key(&institution.id).ok_or_else(|| excluded(&self.language.name(&institution.names)))
    }

    /// Says that a name is that of a part, where institutions are groups and the answer is for the whole one.
    pub(crate) fn part_of_group(&self, query: &str) -> Option<Message> {
        if self.global.level != LevelName::Group {
            return None;
        }
        let group = self.whole.institution(lookup::institution(&self.whole, query).ok()?);
        lookup::part_of_group(&authority(&self.global).ok()?, &self.merges, group, query)
    }

    /// The institution or work of a name, in the filtered corpus.
    pub(crate) fn entity(&self, query: &str) -> Result<NamedEntity, CliError> {
        match lookup::entity(&self.whole, query)? {
            NamedEntity::Institution(id) => {
                let institution = self.whole.institution(id);
                let found = self.corpus.institution_by_key(&institution.id).map(NamedEntity::Institution);
                found.ok_or_else(|| excluded(&self.language.name(&institution.names)))
            }
            NamedEntity::Work(id) => {
                let key = self.whole.work_key(id);
                let found =
                    self.corpus.work_ids().find(|&work| self.corpus.work_key(work) == key).map(NamedEntity::Work);
                found.ok_or_else(|| excluded(self.whole.work_name(id)))
            }
        }
    }
}

fn excluded(name: &str) -> CliError {
    message!("errors-filtered-out", name = name).into()
}

/// The inputs of the paths that the user gave; the embedded data set when there are none.
pub(crate) fn inputs(data: &[PathBuf]) -> Vec<Input> {
    if data.is_empty() { vec![Input::Embedded] } else { data.iter().map(|path| input(path)).collect() }
}

/// The input of a word that the user gave: `embedded` is the embedded data set, unless a file is called so.
fn input(path: &Path) -> Input {
    let is_embedded = path.as_os_str() == "embedded" && !path.exists();
    if is_embedded { Input::Embedded } else { Input::from_argument(path) }
}

/// How inputs are read.
pub(crate) fn options(global: &Global) -> Result<ingest::options::Options, CliError> {
    let (all, of_inputs) = file_options::of(global)?;
    let options = ingest::options::Options {
        authority: authority(global)?,
        level: global.level.into(),
        source: ReadOptions { max_unpacked: global.max_unpacked, ..ReadOptions::default() },
        format: global.input_format,
        whole_names: global.keep_whole.clone(),
        of_inputs,
        addresses: match global.addresses {
            Some(AddressesHow::AsNames) => Addresses::AsNames,
            None => Addresses::Refuse,
        },
        exclude: Excluded {
            retracted: global.exclude.contains(&ExcludedKind::Retracted),
            paratext: global.exclude.contains(&ExcludedKind::Paratext),
        },
        modes: match (global.one_mode, global.two_mode) {
            (true, _) => Modes::One,
            (false, true) => Modes::Two,
            (false, false) => Modes::Detect,
        },
        network: global.network.map(|number| number as usize),
        ..ingest::options::Options::default()
    };
    Ok(options.with(&all))
}

/// The whole corpus once more, with its institutions at another level.
pub(crate) fn corpus_at(global: &Global, level: collabgraph::names::authority::Level) -> Result<Corpus, CliError> {
    let options = ingest::options::Options { level, ..options(global)? };
    Ok(collabgraph::dataset::load(&inputs(&global.data), &options)?.corpus)
}

/// The authority of the words that the user gave, above the registry of their choice.
pub(crate) fn authority(global: &Global) -> Result<Authority, CliError> {
    let mut authority = Authority::built_in();
    for word in &global.authority {
        authority = match word.as_str() {
            "default" => Authority::built_in(),
            "none" => Authority::none(),
            file => {
                let bytes = std::fs::read(file).map_err(|error| unreadable(file, &error))?;
                authority.with_file(file, &bytes)?
            }
        };
    }
    match &global.registry {
        None => Ok(authority),
        Some(word) if word.as_os_str() == "none" => Ok(authority.with_registry(None)),
        Some(file) => Ok(authority.with_registry(Some(registry(file)?))),
    }
}

/// The registry of a file: an index, or the records themselves.
fn registry(file: &Path) -> Result<InstitutionRegistry, CliError> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| unreadable(&name, &error))?;
    if let Some(registry) = InstitutionRegistry::from_bytes(bytes) {
        return Ok(registry);
    }
    let records = dump::read(&Input::from_argument(file))?;
    let index = names::registry::build(records, Release::default()).ok().and_then(InstitutionRegistry::from_bytes);
    index.ok_or_else(|| message!("registry-not-built", reason = name).into())
}

fn unreadable(file: &str, error: &std::io::Error) -> CliError {
    message!("errors-authority", path = file, reason = error.to_string()).into()
}

fn filter(global: &Global, corpus: &Corpus) -> Result<Filter, CliError> {
    let mut filter = filter_of_works(global)?;
    filter.criteria = words(&global.criterion, corpus, Words::Criteria)?;
    filter.domains = words(&global.domain, corpus, Words::Domains)?;
    for text in &global.institution {
        filter.institutions.push(corpus.institution(lookup::institution(corpus, text)?).id.clone());
    }
    Ok(filter)
}

/// The filter without institutions, whose names rest on the data, and before its words are looked up there.
pub(crate) fn filter_of_works(global: &Global) -> Result<Filter, CliError> {
    if let (Some(since), Some(until)) = (global.since, global.until)
        && since.earliest() > until.latest()
    {
        return Err(message!("errors-since-after-until", since = since, until = until).into());
    }
    let mut filter = Filter { since: global.since, until: global.until, ..Filter::default() };
    for text in &global.country {
        filter.countries.push(country(text)?);
    }
    for text in &global.country_all {
        filter.all_countries.push(country(text)?);
    }
    for text in &global.sector {
        filter.sectors.push(sector(text)?);
    }
    (filter.criteria, filter.domains) = (global.criterion.clone(), global.domain.clone());
    Ok(filter)
}

/// A country as users type it.
pub(crate) fn country(text: &str) -> Result<Country, CliError> {
    if text.eq_ignore_ascii_case("multinational") {
        return Ok(Country::unregistered("Multinational"));
    }
    Country::parse(text).ok_or_else(|| message!("errors-country", text = text).into())
}

fn sector(text: &str) -> Result<Sector, CliError> {
    Sector::parse(text).ok_or_else(|| message!("errors-sector", text = text, known = List::comma(Sector::ALL)).into())
}

#[derive(Clone, Copy)]
enum Words {
    Criteria,
    Domains,
}

/// Checks wanted words against those that the data have, so that a misspelt one is no silent "none".
fn words(wanted: &[String], corpus: &Corpus, which: Words) -> Result<Vec<String>, CliError> {
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
    wanted.iter().map(|text| value_meant(text, &known)).collect()
}

/// The value of the data that a reader means, in any language.
fn value_meant(text: &str, known: &[String]) -> Result<String, CliError> {
    if let Some(value) = known.iter().find(|value| values::is_meant(text, value)) {
        return Ok(value.clone());
    }
    let list = List::comma(known);
    Err(match suggest::nearest(text, known.iter().map(String::as_str)) {
        Some(nearest) => message!("errors-unknown-value-nearest", value = text, nearest = nearest, known = list).into(),
        None => message!("errors-unknown-value", value = text, known = list).into(),
    })
}

/// Whether a word stands for all files that fit it.
fn is_pattern(file: &Path) -> bool {
    file.to_string_lossy().contains(['*', '?'])
}

/// Refuses a word that is neither a command nor a file, and suggests the nearest command.
pub(crate) fn check_files(files: &[PathBuf]) -> Result<(), CliError> {
    let is_input = |file: &Path| file == Path::new("-") || file == Path::new("embedded") || is_pattern(file);
    let Some(file) = files.iter().find(|file| !file.exists() && !is_input(file)) else {
        return Ok(());
    };
    let command = Cli::command();
    let word = file.to_string_lossy();
    Err(match suggest::nearest(&word, command.get_subcommands().map(clap::Command::get_name)) {
        Some(nearest) => message!("errors-unknown-command-nearest", word = file, nearest = nearest).into(),
        None => message!("errors-unknown-command", word = file).into(),
    })
}

/// Says the notices on standard error, as the user wants them; with `--strict` they are an error.
pub(crate) fn report_notices(global: &Global, found: &[Notice], language: Language) -> Result<(), CliError> {
    // Notices of the embedded data set are documented; what an input was is no fault of it.
    let odd = || found.iter().filter(|notice| notice.kind != Kind::FormatRead);
    if global.strict && odd().next().is_some() && !global.data.is_empty() {
        let odd: Vec<Notice> = odd().cloned().collect();
        let list = notices::render(&odd, NoticesHow::All, language);
        return Err(message!("errors-strict", count = odd.len(), list = list.trim_end()).into());
    }
    if !global.quiet {
        // Notices of the embedded data set are documented; repeating them with every answer is noise.
        let usual = if global.data.is_empty() { NoticesHow::None } else { NoticesHow::Summary };
        terminal::report_lines(&notices::render(found, global.notices.unwrap_or(usual), language));
    }
    Ok(())
}
