//! Which options of data, names, network and filters were given: commands that cannot mean some of them say which.

use collabgraph::network::counting::DEFAULT_MAX_TEAM;

use crate::args::Global;
use crate::args::values::{CountingName, LevelName};

/// Filters of works.
pub(crate) const OF_WORKS: [&str; 9] = [
    "--since",
    "--until",
    "--country",
    "--sector",
    "--criterion",
    "--domain",
    "--institution",
    "--country-all",
    "--only",
];
/// Choices that rest on the whole network.
pub(crate) const OF_NETWORKS: [&str; 4] = ["--across", "--among", "--min-works", "--strongest"];

impl Global {
    /// The options that were given, in the order of the help.
    pub(crate) fn given(&self) -> Vec<&'static str> {
        let given = [
            ("--input-format", self.input_format.is_some()),
            ("--encoding", !self.encoding.is_empty()),
            ("--sheet", !self.sheet.is_empty()),
            ("--delimiter", !self.delimiter.is_empty()),
            ("--skip", !self.skip.is_empty()),
            ("--columns", !self.columns.is_empty()),
            ("--separator", !self.separator.is_empty()),
            ("--keep-whole", !self.keep_whole.is_empty()),
            ("--group-by", !self.group_by.is_empty()),
            ("--addresses", self.addresses.is_some()),
            ("--exclude", !self.exclude.is_empty()),
            ("--network", self.network.is_some()),
            ("--two-mode", self.two_mode),
            ("--one-mode", self.one_mode),
            ("--authority", !self.authority.is_empty()),
            ("--registry", self.registry.is_some()),
            ("--level", self.level != LevelName::Institution),
            ("--counting", self.counting != CountingName::Full),
            ("--max-team", self.max_team != DEFAULT_MAX_TEAM),
            ("--since", self.since.is_some()),
            ("--until", self.until.is_some()),
            ("--country", !self.country.is_empty()),
            ("--country-all", !self.country_all.is_empty()),
            ("--sector", !self.sector.is_empty()),
            ("--criterion", !self.criterion.is_empty()),
            ("--domain", !self.domain.is_empty()),
            ("--institution", !self.institution.is_empty()),
            ("--only", !self.only.is_empty()),
            ("--across", !self.across.is_empty()),
            ("--among", !self.among.is_empty()),
            ("--min-works", self.min_works.is_some()),
            ("--strongest", self.strongest.is_some()),
        ];
        given.into_iter().filter_map(|(option, is_given)| is_given.then_some(option)).collect()
    }

    /// `--level`, where actors are asked for that are made of institutions once these are read.
    pub(crate) fn derived_level(&self) -> Option<&'static str> {
        (!matches!(self.level, LevelName::Institution | LevelName::Group)).then_some("--level")
    }

    /// The first of these options that was given.
    pub(crate) fn first_given(&self, options: &[&str]) -> Option<&'static str> {
        self.given().into_iter().find(|option| options.contains(option))
    }
}
