//! `lint`: SVG files against the rules of embedding.

use std::path::{Path, PathBuf};

use collabgraph::answer::language::Language;
use collabgraph::render::lint::{LintFinding, check};
use collabgraph::render::visible::visible;

use crate::fault::Fault;
use crate::output;

/// Checks the files; `false` when there is something to mend.
pub(crate) fn lint(files: &[PathBuf], language: Language) -> Result<bool, Fault> {
    let mut texts = Vec::new();
    for file in files {
        texts.push((file.display().to_string(), read(file)?));
    }
    let figures: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let findings = check(&figures);
    let mut told = String::new();
    for finding in &findings {
        told.push_str(&line(finding, language));
    }
    if findings.is_empty() {
        let count = files.len();
        told = language.say(
            format!("{count} {}: fit for embedding.\n", if count == 1 { "figure" } else { "figures" }),
            format!("그림 {count}개: 문서에 넣기에 알맞다.\n"),
        );
    }
    output::print_styled(&visible(&told))?;
    Ok(findings.is_empty())
}

fn line(finding: &LintFinding, language: Language) -> String {
    let LintFinding { file, line, column, .. } = finding;
    let (message, fix) = match language {
        Language::Korean => (&finding.message_ko, finding.fix_ko()),
        _ => (&finding.message, finding.fix()),
    };
    format!("{file}:{line}:{column}: {message} [{}]\n  {fix}\n", finding.rule.key())
}

fn read(file: &Path) -> Result<String, Fault> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| {
        Fault::new(
            format!("{name}: could not be read ({error}); name SVG files."),
            format!("{name}: 읽을 수 없다({error}). SVG 파일을 지정하세요."),
        )
    })?;
    String::from_utf8(bytes).map_err(|_| {
        Fault::new(
            format!("{name}: not UTF-8 text, so no SVG that can be embedded; save it as plain SVG in UTF-8."),
            format!("{name}: UTF-8 텍스트가 아니어서 문서에 넣을 수 있는 SVG가 아니다. 일반 SVG(UTF-8)로 저장하세요."),
        )
    })
}
