//! `names` and `check`: the paper trail of names, and claims files.

use crate::error::CliError;
use crate::session::{self, Session};
use crate::{answer_output, output};
use collabgraph::analysis::sources;
use collabgraph::corpus::claim::Claims;
use collabgraph::ingest::claims as reader;
use collabgraph::ingest::input::Input;
use collabgraph::names::{ror, suggest};
use collabgraph::query::{addresses, level, names};
use std::path::Path;

/// A claims file, or one of those that are built in.
pub(crate) fn claims(file: &Path) -> Result<Claims, CliError> {
    Ok(match file.to_str() {
        Some("article") => reader::article()?,
        Some("korea-17") => reader::korea()?,
        _ => reader::read(&Input::from_argument(file))?,
    })
}

/// Tells merges and suggestions; writes those files that were asked for.
pub(crate) fn answer(session: &Session, accept: Option<&Path>, thesaurus: bool) -> Result<bool, CliError> {
    // The embedded part has no say here: what it knows was merged as the rows were read.
    let records = match &session.global.registry {
        Some(file) if file.as_os_str() != "none" => ror::records(&session::registry(file)?),
        _ => Vec::new(),
    };
    let found = suggest::suggestions(&session.corpus, &session.advising(), &records);
    if let Some(file) = accept {
        output::write_file(file, suggest::accept(&session.corpus, &found).as_bytes())?;
    }
    if thesaurus {
        let text = suggest::thesaurus(&session.corpus, &session.merges, &found);
        return output::print(text.as_bytes()).map(|()| true);
    }
    let trail = names::NameReport { merges: &session.merges, omissions: &session.omissions, suggestions: &found };
    let scope = session.scope();
    let told = level::attach(&scope, names::ask(&scope, trail, session.settings.language));
    let mut answer = addresses::attach(&session.corpus, told);
    answer_output::write(&session.global, &mut answer, &sources::of(&session.whole))?;
    Ok(answer.found)
}
