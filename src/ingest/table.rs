//! Delimited text: Epoch AI's tables in every schema, and any table of one work a row.

use crate::corpus::naming::fold;
use crate::corpus::table::InputMetadata;
use crate::format::Format;
use crate::ingest::addresses;
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::columns::{Layout, Role};
use crate::ingest::first_rows::FirstRows;
use crate::ingest::groups::Keys;
use crate::ingest::location::SourceLocation;
use crate::ingest::notice::Kind;
use crate::ingest::options::Options;
use crate::ingest::role::{is_doi, is_of_institutions, work_ids};
use crate::ingest::rows::Table;
use crate::message;
use crate::normalize::lists::{Separator, whole_key};
use crate::normalize::placeholders::kept_key;
use crate::source::error::Error;
use crate::source::input::day_in_name;
use std::sync::Arc;

/// The key of the format of Epoch's tables.
pub(crate) const EPOCH_KEY: &str = "epoch";

/// The key of tables of one participation a row.
pub(crate) const LONG_KEY: &str = "long";

/// What all exports of Epoch's notable models are cited as.
const EPOCH_NOTABLE: &str = "Epoch AI, Notable AI Models (CC BY 4.0)";
/// The table of all models has columns that the notable one lacks.
const EPOCH_ALL: &str = "Epoch AI, Data on AI Models (CC BY 4.0)";

/// A delimited text with its headers.
#[derive(Debug)]
pub(crate) struct Delimited<'t> {
    /// The input as the user named it.
    pub(crate) name: &'t str,
    /// The same without folders.
    pub(crate) short_name: &'t str,
    pub(crate) text: &'t str,
    /// The header and the first rows, whatever part of the text is at hand.
    pub(crate) sample: &'t str,
    pub(crate) delimiter: u8,
    pub(crate) headers: Vec<String>,
}

/// Finds the columns of a table and registers it as an input.
pub(crate) fn prepare<'t>(
    gather: &mut CorpusAssembler<'_>,
    source: &Delimited<'t>,
    format: Format,
    options: &Options,
) -> Result<Table<'t>, Error> {
    let is_epoch = format.key() == EPOCH_KEY;
    let layout = layout(source, is_epoch, options)?;
    let others = more_institutions(&source.headers, &layout);
    let is_named = options.columns.as_ref().is_some_and(|map| map.get(Role::Institutions).is_some());
    if !others.is_empty() && !is_named {
        return Err(several_columns(source, &layout, &others));
    }
    let mut keys = Keys::of(&layout, &source.headers, &options.group_by).map_err(|column| no_group(source, &column))?;
    keys.is_long = format.key() == LONG_KEY;
    let citation = if is_epoch { epoch_citation(&source.headers) } else { "" };
    let as_of = day_in_name(source.short_name);
    let input = InputMetadata {
        name: source.short_name.to_owned(),
        citation: citation.to_owned(),
        as_of,
        kind: keys.kind,
        ..InputMetadata::default()
    };
    let input = gather.input(source.name, input);
    tell_repeated_headers(gather, input, &source.headers, &layout);
    tell_joined(gather, input, source, &layout);
    tell_unused(gather, input, source, (&layout, &keys), is_epoch);
    if !others.is_empty() {
        tell_not_taken(gather, input, source, &others);
    }
    let separator = match &options.separator {
        Some(separator) => Separator::Given(unescaped(separator)),
        None if is_epoch => Separator::Comma,
        None => Separator::Detect,
    };
    // `University of California, Berkeley` in a table whose lists are split at commas.
    let listed = if separator == Separator::Comma { options.authority.names_with_commas() } else { Vec::new() };
    let whole = options.whole_names.iter().chain(&listed).map(|name| whole_key(name)).collect();
    let kept = options.whole_names.iter().map(|name| kept_key(name)).collect();
    let addresses = addresses::Rule::of(options.addresses, &separator, &source.headers, layout.get(Role::Institutions));
    Ok(Table {
        input,
        name: source.name,
        text: source.text,
        delimiter: source.delimiter,
        layout,
        width: source.headers.len(),
        separator,
        whole,
        kept,
        keys: Arc::new(keys),
        as_of,
        addresses: Arc::new(addresses),
        profile: None,
    })
}

/// `\t` and `\n` as they are typed in a shell.
fn unescaped(separator: &str) -> String {
    separator.replace("\\t", "\t").replace("\\n", "\n")
}

fn layout(source: &Delimited<'_>, is_epoch: bool, options: &Options) -> Result<Layout, Error> {
    if let Some(map) = &options.columns {
        if map.is_of_ties() {
            return Err(no_ties(source));
        }
        let named =
            Layout::from_map(map, &source.headers).map_err(|(role, header)| missing_column(source, role, &header))?;
        // What the user does not name is recognised by its header all the same.
        let layout = if is_epoch { named.or(&epoch_layout(&source.headers)) } else { named.completed(&source.headers) };
        return if layout.is_usable() { Ok(layout) } else { Err(unusable(source, &layout)) };
    }
    let layout = if is_epoch { epoch_layout(&source.headers) } else { guess(source) };
    if !layout.is_usable() {
        return Err(unusable(source, &layout));
    }
    check_people(source, &layout)?;
    check_keys(source, &layout)?;
    Ok(layout)
}

/// The layout that clear headers tell, and the first rows where these leave it open.
fn guess(source: &Delimited<'_>) -> Layout {
    let mut layout = Layout::guess(&source.headers);
    let are_participations =
        |columns: [usize; 2]| FirstRows::of(source.sample, source.delimiter, &columns).are_participations();
    let is_called = |column: usize, names: &[&str]| names.contains(&fold(&source.headers[column]).as_str());
    // “Name” beside a title that stands in several rows is that of an author.
    if let (Some(name), Some(title)) = (layout.get(Role::Work), layout.get(Role::Title))
        && is_called(name, &["name", "이름"])
        && are_participations([title, name])
    {
        layout.change(Role::Work, Some(title));
        layout.change(Role::Title, None);
    }
    // So it is beside an identifier of works that rows of several names share.
    if let Some(name) = layout.get(Role::Work).filter(|&name| is_called(name, &["name", "이름"])) {
        let is_id = |column: usize| {
            let folded = fold(&source.headers[column]);
            work_ids().any(|known| known == folded) || is_doi(&source.headers[column])
        };
        let id = (0..source.headers.len()).find(|&column| is_id(column) && are_participations([column, name]));
        if id.is_some() {
            layout.change(Role::Work, id);
            if layout.get(Role::Authors).is_none() {
                layout.set(Role::Authors, Some(name));
            }
        }
    }
    // An identifier of no other kind names works where rows of several institutions share it.
    if let (None, Some(institutions)) = (layout.get(Role::Work), layout.get(Role::Institutions)) {
        let id = (0..source.headers.len()).find(|&column| is_called(column, &["id", "uid", "no", "번호"]));
        layout.set(Role::Work, id.filter(|&id| are_participations([id, institutions])));
    }
    layout
}

/// Refuses institutions that are numbers alone: they are keys of another table, and no names.
fn check_keys(source: &Delimited<'_>, layout: &Layout) -> Result<(), Error> {
    let columns: Vec<usize> = layout.all(Role::Institutions).collect();
    if !FirstRows::of(source.sample, source.delimiter, &columns).are_numbers() {
        return Ok(());
    }
    let work = layout.get(Role::Work).and_then(|column| source.headers.get(column)).map_or("", String::as_str);
    let headers: Vec<String> = columns.iter().filter_map(|&column| source.headers.get(column)).cloned().collect();
    let message =
        message!("ingest-institutions-are-keys", headers = quoted(&headers), work = work, all = headers.join("+"));
    Err(Error::at(source.name, 1, 1, message))
}

/// The columns of Epoch's tables by header, never by position.
fn epoch_layout(headers: &[String]) -> Layout {
    let find =
        |names: &[&str]| names.iter().find_map(|name| headers.iter().position(|header| fold(header) == fold(name)));
    let mut layout = Layout::default();
    for (role, names) in [
        (Role::Work, &["Model", "System"][..]),
        (Role::Institutions, &["Organization", "Organizations"]),
        (Role::Date, &["Publication date"]),
        (Role::Sectors, &["Organization categorization"]),
        (Role::Title, &["Reference"]),
        (Role::Authors, &["Authors"]),
        (Role::Links, &["Link"]),
        (Role::Citations, &["Citations"]),
        (Role::Criteria, &["Notability criteria"]),
        (Role::Domains, &["Domain"]),
        (Role::Accessibility, &["Model accessibility"]),
    ] {
        layout.set(role, find(names));
    }
    let country = headers.iter().position(|header| header.to_lowercase().starts_with("country ("));
    layout.set(Role::Countries, country.or_else(|| find(&["Country"])));
    layout
}

/// Names of columns in Epoch's tables of 2024 to 2026.
const EPOCH_COLUMNS: [&str; 58] = [
    "Model",
    "System",
    "Domain",
    "Task",
    "Organization",
    "Organization categorization",
    "Country (from Organization)",
    "Country (of organization)",
    "Authors",
    "Publication date",
    "Reference",
    "Link",
    "Citations",
    "Notability criteria",
    "Notability criteria notes",
    "Parameters",
    "Parameters notes",
    "Training compute (FLOP)",
    "Training compute notes",
    "Training compute lower bound",
    "Training compute upper bound",
    "Training compute estimation method",
    "Training dataset",
    "Training dataset notes",
    "Training dataset size (datapoints)",
    "Training dataset size (gradients)",
    "Training dataset size (total)",
    "Dataset size notes",
    "Epochs",
    "Training time (hours)",
    "Training time notes",
    "Training hardware",
    "Hardware quantity",
    "Hardware utilization",
    "Hardware utilization (MFU)",
    "Hardware utilization (HFU)",
    "Hardware acquisition cost",
    "Training compute cost (2023 USD)",
    "Training compute cost (cloud)",
    "Training compute cost (upfront)",
    "Compute cost notes",
    "Training power draw (W)",
    "Confidence",
    "Abstract",
    "Base model",
    "Finetune compute (FLOP)",
    "Finetune compute notes",
    "Batch size",
    "Batch size notes",
    "Model accessibility",
    "Training code accessibility",
    "Inference code accessibility",
    "Accessibility notes",
    "Numerical format",
    "Frontier model",
    "Foundation model",
    "Open model weights?",
    "Last modified",
];
/// So many of them make a table Epoch's: a few stand in tables of others, too.
const EPOCH_COLUMNS_AT_LEAST: usize = 10;

/// Only a table with Epoch's own columns is cited as Epoch's.
fn epoch_citation(headers: &[String]) -> &'static str {
    let has = |name: &str| headers.iter().any(|header| header.trim().eq_ignore_ascii_case(name));
    let own = EPOCH_COLUMNS.iter().filter(|name| has(name)).count();
    if own < EPOCH_COLUMNS_AT_LEAST || !has("Notability criteria") {
        ""
    } else if has("Foundation model") || has("Training compute lower bound") {
        EPOCH_ALL
    } else {
        EPOCH_NOTABLE
    }
}

pub(crate) fn missing_column(source: &Delimited<'_>, role: Role, header: &str) -> Error {
    let found = quoted(&source.headers);
    Error::at(
        source.name,
        1,
        1,
        message!("ingest-no-column-columns", header = header, role = role.key(), found = found),
    )
}

fn no_group(source: &Delimited<'_>, column: &str) -> Error {
    let found = quoted(&source.headers);
    Error::at(source.name, 1, 1, message!("ingest-no-column-group-rows", column = column, found = found))
}

/// Folded headers that name the lead or the partners of a work, where its institution has a column of its own.
const PARTNERS: [&str; 30] = [
    "leadinstitution",
    "leadorganization",
    "leadorganisation",
    "leadpartner",
    "주관기관",
    "주관연구기관",
    "수행기관",
    "연구수행기관",
    "partner",
    "partners",
    "partnerinstitution",
    "partnerinstitutions",
    "partnerorganization",
    "partnerorganizations",
    "partnerorganisation",
    "partnerorganisations",
    "collaborator",
    "collaborators",
    "collaboratinginstitution",
    "collaboratinginstitutions",
    "collaboratingorganization",
    "collaboratingorganizations",
    "participatingorganization",
    "participatingorganizations",
    "참여기관",
    "공동기관",
    "공동연구기관",
    "협력기관",
    "협동기관",
    "위탁기관",
];

/// Columns that hold institutions beside the one that is taken: of its header again, of its header with a number, or of
/// partners.
fn more_institutions(headers: &[String], layout: &Layout) -> Vec<usize> {
    let Some(taken) = layout.get(Role::Institutions) else { return Vec::new() };
    let bare = |header: &str| fold(header).trim_end_matches(|ch: char| ch.is_ascii_digit()).to_owned();
    let own = bare(&headers[taken]);
    let is_other = |column: usize| {
        let is_free = !layout.has_column(column);
        let folded = fold(&headers[column]);
        let is_again = !own.is_empty() && folded == fold(&headers[taken]);
        let is_numbered = is_of_institutions(&own) && bare(&headers[column]) == own;
        is_free && (is_again || is_numbered || PARTNERS.contains(&folded.as_str()))
    };
    (0..headers.len()).filter(|&column| is_other(column)).collect()
}

fn several_columns(source: &Delimited<'_>, layout: &Layout, others: &[usize]) -> Error {
    let taken = layout.get(Role::Institutions).map_or("", |column| source.headers[column].as_str());
    let others: Vec<String> = others.iter().map(|&column| source.headers[column].clone()).collect();
    let all: Vec<&str> = std::iter::once(taken).chain(others.iter().map(String::as_str)).collect();
    let (all, others) = (all.join("+"), quoted(&others));
    let message = message!("ingest-holds-institutions-does-column", taken = taken, others = others, all = all);
    Error::at(source.name, 1, 1, message)
}

/// Tells which columns play no part. Those that Epoch's tables are known to have are no news.
fn tell_unused(
    gather: &mut CorpusAssembler<'_>,
    input: u16,
    source: &Delimited<'_>,
    (layout, keys): (&Layout, &Keys),
    is_epoch: bool,
) {
    let is_known =
        |header: &str| is_epoch && EPOCH_COLUMNS.iter().any(|known| header.trim().eq_ignore_ascii_case(known));
    let is_unused = |column: &usize| {
        let header = &source.headers[*column];
        !layout.has_column(*column) && !keys.has_column(*column) && !header.is_empty() && !is_known(header)
    };
    let unused: Vec<String> =
        (0..source.headers.len()).filter(is_unused).map(|column| source.headers[column].clone()).collect();
    if !unused.is_empty() {
        let message = message!("format-columns-taken-2", unused = quoted(&unused));
        gather.notice(Kind::FormatRead, SourceLocation { input, line: 1, column: 0 }, message);
    }
}

/// Tells which columns are read together.
fn tell_joined(gather: &mut CorpusAssembler<'_>, input: u16, source: &Delimited<'_>, layout: &Layout) {
    if layout.all(Role::Institutions).count() < 2 {
        return;
    }
    let columns: Vec<String> = layout.all(Role::Institutions).map(|column| source.headers[column].clone()).collect();
    let message = message!("ingest-columns-read-together", columns = quoted(&columns));
    gather.notice(Kind::FormatRead, SourceLocation { input, line: 1, column: 0 }, message);
}

fn tell_not_taken(gather: &mut CorpusAssembler<'_>, input: u16, source: &Delimited<'_>, others: &[usize]) {
    let others: Vec<String> = others.iter().map(|&column| source.headers[column].clone()).collect();
    let others = quoted(&others);
    gather.notice(
        Kind::Other,
        SourceLocation { input, line: 1, column: 0 },
        message!("ingest-institutions-taken-partnerships-missing", others = others),
    );
}

fn unusable(source: &Delimited<'_>, layout: &Layout) -> Error {
    // People with first and last names, or something else that tells each from the others.
    if let (None, Some(_), Some(mark)) =
        (layout.get(Role::Work), layout.get(Role::Institutions), mark_of_people(source))
    {
        let is_name = |header: &&String| fold(header).contains("name") || fold(header).contains("이름");
        let name = source.headers.iter().find(is_name).filter(|name| name.as_str() != mark);
        let other = || source.headers.iter().find(|header| header.as_str() != mark);
        return list_of_people(source, (name.or_else(other).map_or("", String::as_str), mark), layout);
    }
    let named: Vec<&String> = source.headers.iter().filter(|header| !header.is_empty()).collect();
    let are_numbers = !named.is_empty() && named.iter().all(|header| header.parse::<f64>().is_ok());
    let own = |role: Role| layout.get(role).and_then(|column| source.headers.get(column)).cloned();
    let (seen, own) = match (own(Role::Work), own(Role::Institutions)) {
        _ if named.is_empty() => ("blank", String::new()),
        _ if source.headers.len() == 1 => ("one", String::new()),
        _ if are_numbers => ("numbers", String::new()),
        (Some(work), None) => ("work", work),
        (None, Some(institutions)) => ("institutions", institutions),
        _ => ("none", String::new()),
    };
    let found = quoted(&source.headers);
    let example = "--columns work=NAME,institutions=NAME,date=NAME";
    let ties = "--columns source=NAME,target=NAME,weight=NAME";
    let message = message!(
        "ingest-no-header-says-columns",
        seen = seen,
        own = quoted(&[own]),
        found = found,
        example = example,
        ties = ties
    );
    Error::at(source.name, 1, 1, message)
}

/// Folded headers of what people have and works have not.
const OF_PEOPLE: [&str; 18] = [
    "email",
    "emailaddress",
    "mail",
    "phone",
    "phonenumber",
    "telephone",
    "mobile",
    "fax",
    "birthday",
    "dateofbirth",
    "jobtitle",
    "firstname",
    "lastname",
    "이메일",
    "전화",
    "전화번호",
    "휴대전화",
    "생년월일",
];

/// Refuses a list of people with their employers: a column that is called no more than “Name” beside one that only people
/// have.
fn check_people(source: &Delimited<'_>, layout: &Layout) -> Result<(), Error> {
    let header = |column: usize| source.headers.get(column).map_or("", String::as_str);
    let name = layout.get(Role::Work).map(header).filter(|name| matches!(fold(name).as_str(), "name" | "이름"));
    match (name, mark_of_people(source)) {
        (Some(name), Some(mark)) => Err(list_of_people(source, (name, mark), layout)),
        _ => Ok(()),
    }
}

/// The header of what people have and works have not.
fn mark_of_people<'s>(source: &'s Delimited<'_>) -> Option<&'s str> {
    source.headers.iter().find(|header| OF_PEOPLE.contains(&fold(header).as_str())).map(String::as_str)
}

fn list_of_people(source: &Delimited<'_>, (name, mark): (&str, &str), layout: &Layout) -> Error {
    let employer =
        layout.get(Role::Institutions).and_then(|column| source.headers.get(column)).map_or("", String::as_str);
    Error::at(source.name, 1, 1, message!("ingest-list-of-people", name = name, mark = mark, employer = employer))
}

/// Columns of a list of ties are named, but the input is forced to be something else.
pub(crate) fn no_ties(source: &Delimited<'_>) -> Error {
    Error::at(source.name, 1, 1, message!("ingest-columns-names-source-target"))
}

/// The headers as they can be shown: not more than 40, each not over 40 characters.
fn quoted(headers: &[String]) -> String {
    let headers: Vec<&String> = headers.iter().filter(|header| !header.is_empty()).collect();
    let shown: Vec<String> = headers
        .iter()
        .take(40)
        .map(|header| {
            let cut: String = header.chars().take(40).collect();
            if cut.len() < header.len() { format!("“{cut}…”") } else { format!("“{cut}”") }
        })
        .collect();
    let rest = headers.len().saturating_sub(40);
    if rest > 0 { format!("{} (+{rest})", shown.join(", ")) } else { shown.join(", ") }
}

fn tell_repeated_headers(gather: &mut CorpusAssembler<'_>, input: u16, headers: &[String], layout: &Layout) {
    for role in Role::ALL {
        let Some(column) = layout.get(role) else { continue };
        let header = &headers[column];
        let again = (0..headers.len()).filter(|&other| headers[other] == *header && !layout.has_column(other));
        if header.is_empty() || again.count() == 0 {
            continue;
        }
        gather.notice(
            Kind::Other,
            SourceLocation { input, line: 1, column: 0 },
            message!("ingest-several-columns-called-column", header = header, column = column + 1),
        );
    }
}
