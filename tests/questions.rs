//! The questions of the command line, asked of the 17 Korean models.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use collabgraph::answer::language::Language;
use collabgraph::corpus::Corpus;
use collabgraph::corpus::institution::InstitutionId;
use collabgraph::question::scope::Scope;
use collabgraph::question::{between, components, institutions, maker, overview, who, works};
use collabgraph::render::text;

fn id(corpus: &Corpus, key: &str) -> InstitutionId {
    corpus.institution_by_key(key).unwrap_or_else(|| panic!("{key}"))
}

#[test]
fn show() {
    let corpus = common::korea();
    let scope = Scope::new(&corpus).with_notices(2);
    let kaist = id(&corpus, "kaist");
    for language in [Language::Both, Language::Korean] {
        for answer in [
            overview::ask(&scope, language),
            who::ask(&scope, kaist, language),
            who::ask(&scope, id(&corpus, "lg-ai-research"), language),
            between::ask(&scope, kaist, id(&corpus, "naver"), language),
            between::ask(&scope, kaist, id(&corpus, "samsung"), language),
            between::ask(&scope, kaist, id(&corpus, "seoul-national-university"), language),
            between::ask(&scope, id(&corpus, "samsung"), id(&corpus, "epfl"), language),
            between::ask(&scope, kaist, kaist, language),
            maker::ask(&scope, collabgraph::corpus::work::WorkId(14), language),
            works::ask(&scope, language),
            institutions::ask(&scope, language),
            components::ask(&scope, language),
        ] {
            println!("{}\n=========== {}", text::write(&answer, &text::Options::default()), answer.found);
        }
    }
}
