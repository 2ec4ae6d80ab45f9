//! Requests and their answers.

use collabgraph::analysis::figure::{self, FigureRequest};
use collabgraph::analysis::query::{self, Query};
use collabgraph::analysis::settings::Settings;
use collabgraph::analysis::{Analysis, lookup, network_file};
use collabgraph::answer::positions::NodePositions;
use collabgraph::centrality::measure::Measure;
use collabgraph::dataset::{Loaded, load};
use collabgraph::exchange::ExportFormat;
use collabgraph::explore::app_words;
use collabgraph::messages::language::Language;
use collabgraph::names::authority::Level;
use collabgraph::names::registry::InstitutionRegistry;
use collabgraph::query::context::QueryContext;
use collabgraph::query::lookup::NamedEntity;
use collabgraph::query::{findings, search};
use collabgraph::render;
use collabgraph::source::input::{Input, day_in_name};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::files::{self, File, Reading};
use crate::outcome::Failure;
use crate::{facets, tables};

/// What a page may ask.
#[derive(Debug, Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case", deny_unknown_fields)]
enum Request {
    /// Reads files, in place of those before; `earlier`: as the edition that is compared with.
    Open {
        #[serde(default)]
        files: Vec<File>,
        #[serde(default)]
        reading: Reading,
        #[serde(default)]
        earlier: bool,
    },
    /// Takes the registry of institutions whose index stands behind the request.
    Registry,
    /// Answers a question.
    Answer {
        #[serde(default)]
        settings: Settings,
        query: Query,
        #[serde(default)]
        evidence: bool,
    },
    /// Institutions and works of all data by a text.
    Find { text: String, top: usize },
    /// What ids stand for under settings.
    Names {
        #[serde(default)]
        settings: Settings,
        ids: Vec<String>,
    },
    /// The main table of an answer as CSV, the answer as JSON.
    Table {
        #[serde(default)]
        settings: Settings,
        query: Query,
    },
    /// Draws.
    Draw {
        #[serde(default)]
        settings: Settings,
        #[serde(default)]
        figure: FigureRequest,
        /// An earlier figure, or its layout, whose places are kept.
        like: Option<String>,
    },
    /// The network for another program.
    Export {
        #[serde(default)]
        settings: Settings,
        format: String,
        #[serde(default)]
        with_works: bool,
    },
    /// The findings under settings.
    Findings {
        #[serde(default)]
        settings: Settings,
    },
    /// What changed since the earlier edition.
    Compare {
        #[serde(default)]
        settings: Settings,
    },
}

/// Inputs, and what was read of them.
#[derive(Debug)]
struct OpenData {
    inputs: Vec<Input>,
    reading: Reading,
    registry: Option<InstitutionRegistry>,
    level: Level,
    loaded: Loaded,
}

impl OpenData {
    fn read(
        inputs: Vec<Input>,
        reading: Reading,
        registry: Option<InstitutionRegistry>,
        level: Level,
    ) -> Result<Self, Failure> {
        let loaded = load(&inputs, &reading.options(level, registry.clone())?)?;
        Ok(Self { inputs, reading, registry, level, loaded })
    }

    /// The data under settings. Another level is read again.
    fn analysis(&mut self, settings: Settings) -> Result<Analysis, Failure> {
        let level = Level::from(settings.level);
        let options = self.reading.options(level, self.registry.clone())?;
        if level != self.level {
            (self.loaded, self.level) = (load(&self.inputs, &options)?, level);
        }
        Ok(Analysis::new(self.loaded.clone(), options.authority, settings)?)
    }
}

/// The data that are open.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    data: Option<OpenData>,
    earlier: Option<OpenData>,
    registry: Option<InstitutionRegistry>,
    /// The analysis of the last request: requests in a row mostly have the same settings.
    last: Option<Analysis>,
}

impl Engine {
    /// Answers a request; what keeps it from being answered is an answer, too.
    pub(crate) fn answer(&mut self, request: &[u8]) -> String {
        let answer = parts(request).and_then(|(request, bytes)| self.answered(request, bytes));
        answer.map_or_else(|failure| failure.json(), Value::Object).to_string()
    }

    fn answered(&mut self, request: Request, bytes: &[u8]) -> Result<Map<String, Value>, Failure> {
        match request {
            Request::Open { files, reading, earlier } => self.open(files::inputs(&files, bytes)?, reading, earlier),
            Request::Registry => {
                let registry = InstitutionRegistry::from_bytes(bytes.to_vec());
                self.registry = Some(registry.ok_or_else(|| Failure::Request("This is no registry.".to_owned()))?);
                Ok(Map::new())
            }
            Request::Answer { settings, query, evidence } => {
                let analysis = self.analysis(settings)?;
                Ok(tables::answer(query::answer(analysis, &query, evidence)?))
            }
            Request::Find { text, top } => self.find(&text, top),
            Request::Names { settings, ids } => self.names(settings, &ids),
            Request::Table { settings, query } => {
                let analysis = self.analysis(settings)?;
                let answer = query::answer(analysis, &query, false)?;
                let csv =
                    render::csv::write(&answer, &render::csv::Options { is_formula_safe: true, ..Default::default() });
                let json = render::json::write(&answer, &render::json::Options::default());
                Ok(members([("csv", format!("{}{csv}", render::csv::BYTE_ORDER_MARK).into()), ("json", json.into())]))
            }
            Request::Draw { settings, figure, like } => self.draw(settings, &figure, like.as_deref()),
            Request::Export { settings, format, with_works } => {
                let Some(format) = ExportFormat::parse(&format) else {
                    return Err(Failure::Request(format!("\"{format}\" is no format of networks.")));
                };
                let written = network_file::write(self.analysis(settings)?, format, with_works)?;
                let files = written
                    .files
                    .into_iter()
                    .map(|file| json!({ "suffix": file.suffix, "text": String::from_utf8_lossy(&file.bytes) }));
                Ok(members([("files", files.collect())]))
            }
            Request::Findings { settings } => {
                let analysis = self.analysis(settings)?;
                Ok(members([("findings", told_findings(&analysis.scope()))]))
            }
            Request::Compare { settings } => self.compare(settings),
        }
    }

    fn open(&mut self, inputs: Vec<Input>, reading: Reading, is_earlier: bool) -> Result<Map<String, Value>, Failure> {
        let opened = OpenData::read(inputs, reading, self.registry.clone(), Level::Recorded)?;
        let described = described(&opened.loaded);
        if is_earlier {
            self.earlier = Some(opened);
        } else {
            (self.data, self.earlier, self.last) = (Some(opened), None, None);
        }
        Ok(described)
    }

    fn analysis(&mut self, settings: Settings) -> Result<&Analysis, Failure> {
        if self.last.as_ref().is_none_or(|last| last.settings != settings) {
            let Some(data) = &mut self.data else { return Err(Failure::Request("No data are open.".to_owned())) };
            self.last = Some(data.analysis(settings)?);
        }
        self.last.as_ref().ok_or_else(|| Failure::Request("No data are open.".to_owned()))
    }

    fn find(&mut self, text: &str, top: usize) -> Result<Map<String, Value>, Failure> {
        let settings = self.last.as_ref().map(|last| last.settings.clone()).unwrap_or_default();
        let corpus = &self.analysis(settings)?.whole;
        let options = search::Options { top: Some(top) };
        let record = search::ask(&QueryContext::new(corpus), text, &options, Language::Both).take_json();
        let rows = |key: &str| record.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        let institutions = rows("institutions").into_iter().filter_map(|row| {
            let id = row.get("id")?.as_str()?;
            let names = &corpus.institution(corpus.institution_by_key(id)?).names;
            Some(json!({ "id": id, "kind": "institution", "name": tables::name_in_both(names) }))
        });
        let works = rows("works").into_iter().filter_map(|row| {
            let name = row.get("name")?;
            Some(json!({ "id": row.get("id")?, "kind": "work", "name": { "en": name, "ko": name }, "date": row.get("date") }))
        });
        Ok(members([("matches", institutions.chain(works).take(top).collect())]))
    }

    /// Names of those ids that are known at the level of the settings.
    fn names(&mut self, settings: Settings, ids: &[String]) -> Result<Map<String, Value>, Failure> {
        let corpus = &self.analysis(settings)?.whole;
        let named = ids.iter().filter_map(|id| match lookup::entity(corpus, &format!("id:{id}")).ok()? {
            NamedEntity::Institution(found) => {
                let names = &corpus.institution(found).names;
                Some(json!({ "id": id, "kind": "institution", "name": tables::name_in_both(names) }))
            }
            NamedEntity::Work(found) => {
                let name = corpus.work_name(found);
                Some(json!({ "id": id, "kind": "work", "name": { "en": name, "ko": name } }))
            }
        });
        Ok(members([("names", named.collect())]))
    }

    fn draw(
        &mut self,
        settings: Settings,
        request: &FigureRequest,
        like: Option<&str>,
    ) -> Result<Map<String, Value>, Failure> {
        let analysis = self.analysis(settings)?;
        let (request, view, chosen) = figure::with_view(analysis, request);
        // A figure of another view has no places for this one.
        let earlier = like.and_then(|text| render::layout_file::read(text).ok());
        let earlier = earlier.filter(|earlier| earlier.view == view.key());
        let drawn = figure::compose(analysis, &request, view, None, earlier.as_ref())?;
        let is_found = figure::is_found(analysis, &request, view, &drawn)?;
        Ok(members([
            ("svg", render::svg::write_as(&drawn, render::svg::SvgForm::Inline).into()),
            ("view", view.key().into()),
            ("found", is_found.into()),
            ("title", drawn.metadata().title.clone().into()),
            ("description", drawn.metadata().description.clone().into()),
            ("reason", chosen.as_ref().map_or(Value::Null, tables::in_both)),
            ("layout", render::layout_file::write(&NodePositions::of(&drawn)).into()),
        ]))
    }

    fn compare(&mut self, settings: Settings) -> Result<Map<String, Value>, Failure> {
        let Some(earlier) = &mut self.earlier else {
            return Err(Failure::Request("No earlier edition is open.".to_owned()));
        };
        let before = earlier.analysis(settings.clone())?;
        let after = self.analysis(settings)?;
        Ok(tables::answer(query::compare(&before, after, None, false)))
    }
}

/// What was read: sizes, dates, sources, notices, facets.
fn described(loaded: &Loaded) -> Map<String, Value> {
    let corpus = &loaded.corpus;
    let inputs = corpus.inputs().iter().map(|input| {
        let day = input.as_of.map(|date| date.to_string());
        json!({ "name": input.name, "citation": input.citation, "asOf": day.or_else(|| day_in_name(&input.name).map(|date| date.to_string())) })
    });
    let notices = loaded.notices.iter().map(|notice| {
        json!({
            "place": notice.place(),
            "kind": notice.kind.key(),
            "en": notice.text(Language::English),
            "ko": notice.text(Language::Korean),
        })
    });
    let scope = QueryContext::new(corpus);
    let kind = corpus.work_kind();
    members([
        ("works", corpus.work_count().into()),
        ("institutions", corpus.institution_count().into()),
        ("ties", scope.network().tie_count().into()),
        ("hasWorks", kind.has_works().into()),
        ("period", corpus.period().map_or(Value::Null, |(from, to)| json!([from.to_string(), to.to_string()]))),
        ("words", app_words::texts(kind)),
        (
            "measures",
            Measure::ALL.map(|one| (one.key().to_owned(), tables::in_both(&one.label(kind)))).into_iter().collect(),
        ),
        ("inputs", inputs.collect()),
        ("notices", notices.collect()),
        ("facets", facets::of(corpus)),
    ])
}

/// The findings with the institutions that they are about.
fn told_findings(scope: &QueryContext<'_>) -> Value {
    let told = findings::of(scope).into_iter().map(|finding| {
        let names = finding.institutions.iter().map(|&id| {
            let institution = scope.corpus.institution(id);
            json!({ "id": institution.id, "name": tables::name_in_both(&institution.names) })
        });
        json!({ "text": tables::in_both(&finding.statement), "institutions": names.collect::<Vec<_>>() })
    });
    told.collect()
}

/// The JSON of a request, and the bytes behind it.
fn parts(request: &[u8]) -> Result<(Request, &[u8]), Failure> {
    let short = || Failure::Request("The request is shorter than it says.".to_owned());
    let (length, rest) = request.split_first_chunk::<4>().ok_or_else(short)?;
    let (json, bytes) = rest.split_at_checked(u32::from_le_bytes(*length) as usize).ok_or_else(short)?;
    let request = serde_json::from_slice(json).map_err(|error| Failure::Request(error.to_string()))?;
    Ok((request, bytes))
}

fn members<const N: usize>(members: [(&str, Value); N]) -> Map<String, Value> {
    members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
