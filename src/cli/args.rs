//! The flags, as types.

pub(crate) mod commands;
pub(crate) mod draw;
pub(crate) mod given;
mod parse;
pub(crate) mod values;

use crate::file_options::OptionPlaces;
use crate::usage::LocalizedValues;
use clap::{Args, Parser};
use collabgraph::analysis::settings::Settings;
use collabgraph::answer::language::Language;
use collabgraph::corpus::date::Date;
use collabgraph::ingest::format::Format;
use collabgraph::network::counting::DEFAULT_MAX_TEAM;
use collabgraph::source::encoding::Encoding;
use commands::Command;
use parse::{parse_count, parse_date, parse_delimiter, parse_encoding, parse_format, parse_size};
use std::path::PathBuf;
use values::{
    AddressesHow, AnswerFormat, ColorWhen, CountingName, ExcludedKind, LanguageName, LevelName, NoticesHow, OnlyName,
};

/// The command line. Help texts stand in the message catalogue: `help.ftl`.
#[derive(Debug, Parser)]
#[command(name = "collab", version, max_term_width = 100)]
#[command(disable_help_subcommand = true, subcommand_value_name = "COMMAND", subcommand_precedence_over_arg = true)]
pub(crate) struct Cli {
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// Options that every question takes.
#[derive(Args, Clone, Debug)]
pub(crate) struct Global {
    /// Which files the options of files belong to.
    #[arg(skip)]
    pub(crate) places: OptionPlaces,
    #[arg(long, short = 'd', global = true, value_name = "FILE", help_heading = "data")]
    pub(crate) data: Vec<PathBuf>,
    #[arg(long, global = true, value_name = "FORMAT", value_parser = parse_format, help_heading = "data")]
    pub(crate) input_format: Option<Format>,
    #[arg(long, global = true, value_name = "NAME", value_parser = parse_encoding, help_heading = "data")]
    pub(crate) encoding: Vec<Encoding>,
    #[arg(long, global = true, value_name = "NAME|N", help_heading = "data")]
    pub(crate) sheet: Vec<String>,
    #[arg(long, global = true, value_name = "SIZE", value_parser = parse_size, help_heading = "data")]
    pub(crate) max_unpacked: Option<u64>,
    #[arg(long, global = true, value_name = "SIZE", value_parser = parse_size, help_heading = "data")]
    pub(crate) max_fetched: Option<u64>,
    #[arg(long, global = true, value_name = "CHARACTER", value_parser = parse_delimiter, help_heading = "data")]
    pub(crate) delimiter: Vec<u8>,
    #[arg(long, global = true, value_name = "N", help_heading = "data")]
    pub(crate) skip: Vec<usize>,
    #[arg(long, global = true, value_name = "KEY=COLUMN,…", help_heading = "data")]
    pub(crate) columns: Vec<String>,
    #[arg(long, global = true, value_name = "TEXT", help_heading = "data")]
    pub(crate) separator: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", help_heading = "data")]
    pub(crate) keep_whole: Vec<String>,
    #[arg(long, global = true, value_name = "COLUMN|none", help_heading = "data")]
    pub(crate) group_by: Vec<String>,
    #[arg(long, global = true, value_enum, value_name = "as-names", help_heading = "data")]
    pub(crate) addresses: Option<AddressesHow>,
    #[arg(long, global = true, value_enum, value_name = "KIND,…", value_delimiter = ',', help_heading = "data")]
    pub(crate) exclude: Vec<ExcludedKind>,
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help_heading = "data")]
    pub(crate) network: Option<u32>,
    #[arg(long, global = true, help_heading = "data")]
    pub(crate) two_mode: bool,
    #[arg(long, global = true, conflicts_with = "two_mode", help_heading = "data")]
    pub(crate) one_mode: bool,
    #[arg(long, global = true, help_heading = "data")]
    pub(crate) strict: bool,

    #[arg(long, global = true, value_name = "default|none|FILE", help_heading = "names")]
    pub(crate) authority: Vec<String>,
    #[arg(long, alias = "ror", global = true, value_name = "FILE|none", help_heading = "names")]
    pub(crate) registry: Option<PathBuf>,
    #[arg(long, global = true, value_enum, default_value_t = LevelName::Institution, value_parser = LocalizedValues::<LevelName>::new(), help_heading = "names")]
    pub(crate) level: LevelName,

    #[arg(long, global = true, value_enum, default_value_t = CountingName::Full, value_parser = LocalizedValues::<CountingName>::new(), help_heading = "network")]
    pub(crate) counting: CountingName,
    #[arg(long, global = true, value_name = "N", default_value_t = DEFAULT_MAX_TEAM, help_heading = "network")]
    pub(crate) max_team: usize,

    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date, help_heading = "filters")]
    pub(crate) since: Option<Date>,
    #[arg(long, global = true, value_name = "DATE", value_parser = parse_date, help_heading = "filters")]
    pub(crate) until: Option<Date>,
    #[arg(long, global = true, value_name = "COUNTRY", value_delimiter = ',', help_heading = "filters")]
    pub(crate) country: Vec<String>,
    #[arg(long, global = true, value_name = "COUNTRIES", value_delimiter = ',', help_heading = "filters")]
    pub(crate) country_all: Vec<String>,
    #[arg(long, global = true, value_name = "SECTOR", value_delimiter = ',', help_heading = "filters")]
    pub(crate) sector: Vec<String>,
    #[arg(long, global = true, value_name = "CRITERION", help_heading = "filters")]
    pub(crate) criterion: Vec<String>,
    #[arg(long, global = true, value_name = "DOMAIN", help_heading = "filters")]
    pub(crate) domain: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", help_heading = "filters")]
    pub(crate) institution: Vec<String>,

    #[arg(long, global = true, value_enum, value_name = "KIND", value_delimiter = ',', value_parser = LocalizedValues::<OnlyName>::new(), help_heading = "filters")]
    pub(crate) only: Vec<OnlyName>,
    #[arg(long, global = true, value_name = "SET", help_heading = "filters")]
    pub(crate) across: Vec<String>,
    #[arg(long, global = true, value_name = "NAME", help_heading = "filters")]
    pub(crate) among: Vec<String>,
    #[arg(long, global = true, value_name = "N", value_parser = parse_count, help_heading = "filters")]
    pub(crate) min_works: Option<usize>,
    #[arg(long, global = true, value_name = "N", value_parser = parse_count, help_heading = "filters")]
    pub(crate) strongest: Option<usize>,

    #[arg(long, short = 'f', global = true, value_enum, help_heading = "output")]
    pub(crate) format: Option<AnswerFormat>,
    #[arg(long, short = 'o', global = true, value_name = "FILE", help_heading = "output")]
    pub(crate) output: Option<PathBuf>,
    #[arg(long, global = true, conflicts_with = "format", help_heading = "output")]
    pub(crate) json: bool,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) csv_safe: bool,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) no_bom: bool,
    #[arg(long, global = true, value_enum, env = "COLLAB_LANG", help_heading = "output")]
    pub(crate) lang: Option<LanguageName>,
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t = ColorWhen::Auto, help_heading = "output")]
    pub(crate) color: ColorWhen,
    #[arg(long, global = true, value_enum, value_name = "HOW", help_heading = "output")]
    pub(crate) notices: Option<NoticesHow>,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) evidence: bool,
    #[arg(long, global = true, help_heading = "output")]
    pub(crate) explain: bool,
    #[arg(long, short = 'q', global = true, help_heading = "output")]
    pub(crate) quiet: bool,
}

impl Global {
    /// The language of answers.
    pub(crate) fn language(&self) -> Language {
        Language::from(self.lang.unwrap_or(LanguageName::Both)).naming(self.level.into())
    }

    /// Whether works, actors or ties are chosen by what only all works tell.
    pub(crate) fn is_choosing(&self) -> bool {
        let Self { only, across, among, min_works, strongest, .. } = self;
        !(only.is_empty() && across.is_empty() && among.is_empty()) || min_works.is_some() || strongest.is_some()
    }

    /// What holds for every question.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            language: self.language(),
            level: self.level.into(),
            counting: self.counting.into(),
            max_team: self.max_team,
            since: self.since,
            until: self.until,
            country: self.country.clone(),
            country_all: self.country_all.clone(),
            sector: self.sector.clone(),
            criterion: self.criterion.clone(),
            domain: self.domain.clone(),
            institution: self.institution.clone(),
            only: self.only.iter().map(|&only| only.into()).collect(),
            across: self.across.clone(),
            among: self.among.clone(),
            min_works: self.min_works,
            strongest: self.strongest,
        }
    }
}
