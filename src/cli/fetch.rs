//! `fetch`: what an address names, or works of OpenAlex, into a file with its manifest beside it.

use std::path::PathBuf;

use clap::Args;

use crate::args::Global;
use crate::error::CliError;

/// Options of `fetch`.
#[derive(Args, Clone, Debug)]
pub(crate) struct FetchArgs {
    #[arg(value_name = "openalex|ADDRESS")]
    pub(crate) source: PathBuf,
    #[arg(value_name = "FILTER")]
    pub(crate) filter: Option<String>,
    #[arg(long, short = 'o', value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[arg(long, value_name = "TEXT")]
    pub(crate) search: Option<String>,
    #[arg(long, value_name = "MAIL")]
    pub(crate) mailto: Option<String>,
    #[arg(long, value_name = "ADDRESS", default_value = "https://api.openalex.org")]
    pub(crate) server: PathBuf,
}

/// Without the feature nothing is fetched.
#[cfg(not(feature = "http"))]
pub(crate) fn run(_: &Global, _: &FetchArgs) -> Result<bool, CliError> {
    Err(crate::remote::without_feature("collab fetch"))
}

#[cfg(feature = "http")]
pub(crate) use with_feature::run;

#[cfg(feature = "http")]
mod with_feature {
    use collabgraph::message;
    use collabgraph::messages::Message;

    use super::{CliError, FetchArgs, Global};
    use crate::remote::address::Address;
    use crate::remote::download;
    use crate::remote::manifest::SourceManifest;
    use crate::remote::openalex::{self, WorksQuery};
    use crate::{output, terminal};

    /// Fetches; `false` when no work fits the filter.
    pub(crate) fn run(global: &Global, args: &FetchArgs) -> Result<bool, CliError> {
        // Whether the file can be written is known before anything is fetched.
        let Some(file) = output::target(&args.output)? else {
            return Err(message!("fetch-needs-a-file", path = &args.output).into());
        };
        if let Some(address) = Address::parse(&args.source)? {
            if args.filter.is_some() || args.search.is_some() {
                return Err(message!("fetch-filter-of-address", address = address.as_str()).into());
            }
            let known = SourceManifest::of_unchanged(&file);
            let manifest = download::download(global, &address, &file)?;
            let (address, bytes, path) = (address.as_str(), manifest.bytes, &args.output);
            let remark = if known.as_ref() == Some(&manifest) {
                message!("fetch-unchanged", address = address)
            } else {
                message!("fetch-done", address = address, bytes = bytes, path = path)
            };
            terminal::remark(global, &remark);
            return Ok(true);
        }
        if args.source.as_os_str() != "openalex" {
            return Err(message!("fetch-unknown-source", word = &args.source).into());
        }
        let query = query(args)?;
        let Some(manifest) = openalex::fetch(global, &query, &file)? else {
            terminal::remark(global, &message!("fetch-no-works", filter = &query.filter));
            return Ok(false);
        };
        terminal::remark(global, &done(args, &manifest));
        Ok(true)
    }

    /// What came, and whether it is all that was announced.
    fn done(args: &FetchArgs, manifest: &SourceManifest) -> Message {
        let (works, path) = (manifest.works.unwrap_or(0), &args.output);
        match manifest.announced.filter(|&announced| announced != works) {
            Some(announced) => message!("fetch-other-number", works = works, announced = announced, path = path),
            None => message!("fetch-done-works", works = works, path = path),
        }
    }

    fn query(args: &FetchArgs) -> Result<WorksQuery, CliError> {
        let path = &args.output;
        let name = path.to_string_lossy().to_lowercase();
        if ![".jsonl", ".jsonl.gz"].iter().any(|ending| name.ends_with(ending)) {
            return Err(message!("fetch-extension", path = path).into());
        }
        let Some(filter) = args.filter.clone().filter(|filter| !filter.trim().is_empty()) else {
            return Err(message!("fetch-no-filter").into());
        };
        let Some(server) = Address::parse(&args.server)? else {
            return Err(message!("fetch-no-host", address = &args.server).into());
        };
        let is_mail =
            |mail: &str| mail.contains('@') && mail.chars().all(|ch| ch.is_ascii_graphic() && !"()<>,;".contains(ch));
        if let Some(mail) = args.mailto.as_deref().filter(|mail| !is_mail(mail)) {
            return Err(message!("fetch-no-mail", mail = mail).into());
        }
        let key = std::env::var("OPENALEX_API_KEY").ok().map(|key| key.trim().to_owned());
        Ok(WorksQuery {
            server,
            filter,
            search: args.search.clone(),
            contact: args.mailto.clone(),
            key: key.filter(|key| !key.is_empty()),
        })
    }
}
