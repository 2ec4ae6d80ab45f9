//! `lint`: SVG files against the rules of embedding.

use std::path::{Path, PathBuf};

use collabgraph::answer::language::Language;
use collabgraph::message;
use collabgraph::messages::Localizer;
use collabgraph::render::lint::{Finding, check};
use collabgraph::render::visible::visible;

use crate::error::CliError;
use crate::output;

/// Checks the files; `false` when there is something to mend.
pub(crate) fn lint(files: &[PathBuf], language: Language) -> Result<bool, CliError> {
    let mut texts = Vec::new();
    for file in files {
        texts.push((file.display().to_string(), read(file)?));
    }
    let figures: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let findings = check(&figures);
    let mut text = String::new();
    for finding in &findings {
        text.push_str(&line(finding, language));
    }
    if findings.is_empty() {
        text = format!("{}\n", Localizer::new(language).render(&message!("cli-lint-passed", count = files.len())));
    }
    output::print_styled(&visible(&text))?;
    Ok(findings.is_empty())
}

fn line(finding: &Finding, language: Language) -> String {
    let Finding { file, line, column, .. } = finding;
    let (message, mend) = match language {
        Language::Korean => (&finding.message_ko, finding.mend_ko()),
        _ => (&finding.message, finding.mend()),
    };
    format!("{file}:{line}:{column}: {message} [{}]\n  {mend}\n", finding.rule.key())
}

fn read(file: &Path) -> Result<String, CliError> {
    let bytes = std::fs::read(file)
        .map_err(|error| message!("errors-lint-unreadable", path = file, reason = error.to_string()))?;
    String::from_utf8(bytes).map_err(|_| message!("errors-lint-not-text", path = file).into())
}
