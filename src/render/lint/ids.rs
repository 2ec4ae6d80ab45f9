//! Checks of ids and references.

use std::collections::{BTreeMap, BTreeSet};

use roxmltree::Document;

use crate::message;
use crate::render::lint::LintReport;
use crate::render::lint::rule::LintRule;

/// Ids seen so far on the page, with the file of each.
#[derive(Default)]
pub(crate) struct KnownIds(BTreeMap<String, String>);

pub(crate) fn check(document: &Document, file: &str, known: &mut KnownIds, report: &mut LintReport) {
    let mut own: BTreeSet<&str> = BTreeSet::new();
    let mut shared: BTreeMap<String, (usize, &str, usize)> = BTreeMap::new();
    for node in document.descendants() {
        let Some(attribute) = node.attribute_node("id") else { continue };
        let (id, at) = (attribute.value(), attribute.range().start);
        if !own.insert(id) {
            report.report_finding(LintRule::DuplicateId, at, id, message!("lint-duplicate-id", id = id));
        } else if let Some(other) = known.0.get(id) {
            shared.entry(other.clone()).or_insert((at, id, 0)).2 += 1;
        }
    }
    for (other, (at, id, count)) in shared {
        let message = message!("lint-shared-ids", count = count, file = &other, id = id);
        report.report_finding(LintRule::DuplicateId, at, &other, message);
    }
    check_references(document, &own, report);
    for id in own {
        known.0.entry(id.to_owned()).or_insert_with(|| file.to_owned());
    }
}

fn check_references(document: &Document, own: &BTreeSet<&str>, report: &mut LintReport) {
    for attribute in document.descendants().flat_map(|node| node.attributes()) {
        let value = attribute.value();
        let named: Vec<&str> = match attribute.name() {
            "href" => value.strip_prefix('#').into_iter().collect(),
            "aria-labelledby" | "aria-describedby" => value.split_whitespace().collect(),
            _ => value.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()).collect(),
        };
        for id in named.into_iter().filter(|id| !own.contains(id)) {
            let message = message!("lint-dangling-id", id = id);
            report.report_finding(LintRule::DanglingId, attribute.range().start, id, message);
        }
    }
}
