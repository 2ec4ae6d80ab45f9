//! Addresses of papers, by every grammar, and their match against the embedded registry.
#![no_main]

use collabgraph::names::affiliation::{AddressGrammar, parse};
use collabgraph::names::registry::InstitutionRegistry;

libfuzzer_sys::fuzz_target!(|text: &str| {
    use AddressGrammar as A;
    for grammar in [A::Scopus, A::WebOfScience, A::Ieee, A::PubMed, A::Generic] {
        let _ = parse(text, grammar);
    }
    if let Some(registry) = InstitutionRegistry::embedded() {
        let _ = (registry.resolve(text), registry.by_name(text), registry.by_id(text));
    }
});
