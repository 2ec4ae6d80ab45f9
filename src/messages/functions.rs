//! Functions of the texts: nouns by kind and number.
//!
//! A function is a message of `terms.ftl` with positional arguments, so that each language writes its own.

use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// Parsed texts of one or several files.
pub(super) type Bundle = FluentBundle<Arc<FluentResource>>;

/// Each function: its name in texts, the message that it renders, the names of its positional arguments.
pub(super) const FUNCTIONS: [(&str, &str, [&str; 2]); 5] = [
    ("COUNTED", "terms-counted", ["count", "kind"]),
    ("PIECES", "terms-pieces", ["count", "kind"]),
    ("NOUN", "terms-noun", ["kind", "count"]),
    ("HEADING", "terms-heading", ["kind", "count"]),
    ("ONE", "terms-one", ["kind", "count"]),
];

/// Registers the functions in a bundle; they render messages of `terms`.
pub(super) fn register(bundle: &mut Bundle, terms: &Arc<Bundle>) {
    for (name, message, parameters) in FUNCTIONS {
        let terms = Arc::clone(terms);
        // Registering twice is refused, and each bundle is made once.
        let _ = bundle.add_function(name, move |positional, _| call(&terms, message, parameters, positional));
    }
}

fn call(
    terms: &Bundle,
    message: &str,
    parameters: [&'static str; 2],
    positional: &[FluentValue<'_>],
) -> FluentValue<'static> {
    let mut arguments = FluentArgs::with_capacity(parameters.len());
    for (at, parameter) in parameters.into_iter().enumerate() {
        // A count that is not given is one.
        let one = || FluentValue::Number(FluentNumber::from(1));
        let value = positional.get(at).map_or_else(one, FluentValue::into_owned);
        match parameter {
            "kind" => set_kind(&mut arguments, value),
            _ => arguments.set(parameter, value),
        }
    }
    format(terms, message, &arguments).map_or(FluentValue::Error, FluentValue::from)
}

/// Sets the kind of a noun; of `partner:country`, what they are to each other and what they are.
pub(super) fn set_kind<'a>(arguments: &mut FluentArgs<'a>, kind: FluentValue<'a>) {
    let (kind, level) = match &kind {
        FluentValue::String(text) => match text.split_once(':') {
            Some((kind, level)) => (kind.to_owned().into(), level.to_owned()),
            None => (kind, String::new()),
        },
        _ => (kind, String::new()),
    };
    arguments.set("kind", kind);
    arguments.set("level", level);
}

/// Renders a message of a bundle; `None` where it has none of this identifier.
pub(super) fn format(bundle: &Bundle, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(id)?.value()?;
    // What cannot be resolved stands in the text by its name; tests see to it that there is none.
    Some(bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned())
}
