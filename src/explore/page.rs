//! HTML writer of the page: one file with data, style and script, and a policy under which nothing else runs.

use crate::corpus::kind::{ActorKind, WorkKind};
use crate::explore::{embed, words};
use crate::render::html::escape;
use serde_json::Value;
use std::fmt::Write;

/// Delivery of the page's data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Delivery<'v> {
    /// Inlined in the page, which is then self-contained.
    Inlined(&'v Value),
    /// Fetched from `data.json` on the server that delivered the page.
    Served,
}

/// Style modules, in order.
const STYLES: [&str; 3] =
    [include_str!("page/base.css"), include_str!("page/figure.css"), include_str!("page/print.css")];

/// Script modules, in order: at load time each uses only modules before it.
const SCRIPTS: [&str; 13] = [
    include_str!("page/words.js"),
    include_str!("page/facts.js"),
    include_str!("page/state.js"),
    include_str!("page/network.js"),
    include_str!("page/search.js"),
    include_str!("page/scene.js"),
    include_str!("page/figure.js"),
    include_str!("page/canvas.js"),
    include_str!("page/panel.js"),
    include_str!("page/filters.js"),
    include_str!("page/panes.js"),
    include_str!("page/export.js"),
    include_str!("page/main.js"),
];

const BODY: &str = include_str!("page/body.html");

/// The page's style sheet.
#[must_use]
pub fn style() -> String {
    STYLES.concat()
}

/// The page's script: its texts for works and actors of a kind and all modules in one function scope, so that no globals are
/// defined.
#[must_use]
pub fn script(kind: WorkKind, actors: ActorKind) -> String {
    let (texts, terms) = (embed::json(&words::texts(kind, actors)), embed::json(&words::terms()));
    let modules = SCRIPTS.concat();
    format!("(() => {{\n\"use strict\";\nconst WORDS = {texts};\nconst TERMS = {terms};\n{modules}}})();\n")
}

/// Content-Security-Policy of the page: this script, this style, and nothing else; a served page may also fetch data
/// from its own server.
#[must_use]
pub fn policy(delivery: Delivery<'_>, kind: WorkKind, actors: ActorKind) -> String {
    let connect = if delivery == Delivery::Served { "; connect-src 'self'" } else { "" };
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'{connect}",
        embed::policy_hash(&script(kind, actors)),
        embed::policy_hash(&style())
    )
}

/// Writes the page for works and actors of a kind. Deterministic: the same data give the same bytes.
#[must_use]
pub fn write(title: &str, delivery: Delivery<'_>, kind: WorkKind, actors: ActorKind) -> String {
    let data = match delivery {
        Delivery::Inlined(value) => embed::json(value),
        Delivery::Served => "null".to_owned(),
    };
    let mut page = String::with_capacity(data.len() + 200_000);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>{}</style>\n</head>\n\
         <body>\n{}<script type=\"application/json\" id=\"data\">{data}</script>\n<script>{}</script>\n</body>\n</html>\n",
        escape(&policy(delivery, kind, actors)).replace("&#39;", "'"),
        escape(title),
        style(),
        BODY.replace("{no-script}", &escape(&words::without_script())),
        script(kind, actors)
    );
    page
}
