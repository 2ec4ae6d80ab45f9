//! Lint of SVG files: whether they can be embedded in pages next to other figures, in office programs, Typst, LaTeX and
//! Markdown, and are accessible to screen readers. Works on any SVG.
//!
//! Our own figures follow the same rules. A rule violated many times by one element or attribute is reported once, at
//! its first location, with a count. Linear in the size of the files.

mod entities;
mod extent;
mod frame;
mod ids;
mod markup;
mod rule;

use std::collections::BTreeMap;

use roxmltree::{Document, ParsingOptions};

use crate::message;
use crate::messages::Message;
pub use crate::render::lint::rule::LintRule;

/// A rule violation.
#[derive(Clone, Debug, PartialEq)]
pub struct LintFinding {
    /// File name as given by the caller.
    pub file: String,
    /// Line, 1-based.
    pub line: u32,
    /// Column in characters, 1-based.
    pub column: u32,
    /// The violated rule.
    pub rule: LintRule,
    /// What was found and why it matters.
    pub message: Message,
    /// Number of occurrences; the location is that of the first.
    pub times: usize,
}

impl LintFinding {
    /// The fix.
    #[must_use]
    pub fn fix(&self) -> Message {
        self.rule.fix()
    }
}

/// Findings of one file, deduplicated by rule and subject.
pub(crate) struct LintReport<'a> {
    file: &'a str,
    document: Option<&'a Document<'a>>,
    findings: Vec<(usize, LintFinding)>,
    known: BTreeMap<(LintRule, String), usize>,
}

impl LintReport<'_> {
    /// Reports a finding at a byte offset. Findings of one rule with the same `subject` are counted together.
    pub(crate) fn report_finding(&mut self, rule: LintRule, at: usize, subject: &str, message: Message) {
        if let Some(number) = self.known.get(&(rule, subject.to_owned())) {
            self.findings[*number].1.times += 1;
            return;
        }
        let position = self.document.map(|document| document.text_pos_at(at));
        let (line, column) = position.map_or((1, 1), |position| (position.row, position.col));
        self.known.insert((rule, subject.to_owned()), self.findings.len());
        let file = self.file.to_owned();
        self.findings.push((at, LintFinding { file, line, column, rule, message, times: 1 }));
    }
}

/// Lints figures that are to be embedded in one page: each on its own, and their ids against each other. Findings are
/// ordered by file and location; empty when all rules hold.
#[must_use]
pub fn check(figures: &[(&str, &str)]) -> Vec<LintFinding> {
    let mut findings = Vec::new();
    let mut known = ids::KnownIds::default();
    for (file, svg) in figures {
        if let Some(excessive_expansion) = entities::excessive_expansion(svg) {
            findings.push(expansion_finding(file, svg, &excessive_expansion));
            continue;
        }
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        match Document::parse_with_options(svg, options) {
            Ok(document) => findings.extend(check_figure(file, svg, &document, &mut known)),
            Err(error) => findings.push(malformed(file, &error)),
        }
    }
    findings
}

fn check_figure(file: &str, svg: &str, document: &Document, known: &mut ids::KnownIds) -> Vec<LintFinding> {
    let mut report = LintReport { file, document: Some(document), findings: Vec::new(), known: BTreeMap::new() };
    if let Some(at) = svg.find("<!DOCTYPE") {
        report.report_finding(LintRule::Dtd, at, "", message!("lint-doctype"));
    }
    if frame::is_svg(document, &mut report) {
        frame::check(document, &mut report);
        markup::check(document, &mut report);
        ids::check(document, file, known, &mut report);
        extent::check(document, &mut report);
        frame::check_bytes(svg, document, &mut report);
    }
    report.findings.sort_by_key(|(at, finding)| (*at, finding.rule));
    report.findings.into_iter().map(|(_, finding)| finding).collect()
}

/// Finding for a file that is not parsed because its entities would expand to too much text.
fn expansion_finding(file: &str, svg: &str, excessive_expansion: &entities::ExcessiveExpansion) -> LintFinding {
    let before = svg.get(..excessive_expansion.at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    LintFinding {
        file: file.to_owned(),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: u32::try_from(column).unwrap_or(u32::MAX),
        rule: LintRule::Dtd,
        message: message!("lint-expansion", max = entities::MAX_EXPANSION),
        times: 1,
    }
}

fn malformed(file: &str, error: &roxmltree::Error) -> LintFinding {
    let position = error.pos();
    LintFinding {
        file: file.to_owned(),
        line: position.row,
        column: position.col,
        rule: LintRule::Malformed,
        message: message!("lint-malformed", reason = error.to_string()),
        times: 1,
    }
}
