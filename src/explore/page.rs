//! The page itself: one HTML file with its data, style and script, and a policy that lets nothing else run.

use std::fmt::Write;

use serde_json::Value;

use crate::corpus::kind::WorkKind;
use crate::explore::{embed, words};
use crate::render::html::escape;

/// Where the page finds its data.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Delivery<'v> {
    /// Within the page, which then needs nothing else.
    Inlined(&'v Value),
    /// At `data.json` beside the page, from the server that the page came from.
    Served,
}

/// Style modules, in their order.
const STYLES: [&str; 3] =
    [include_str!("page/base.css"), include_str!("page/figure.css"), include_str!("page/print.css")];

/// Script modules, in their order: each uses only what stands before it when it is read.
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

/// The style of the page.
#[must_use]
pub fn style() -> String {
    STYLES.concat()
}

/// The script of the page for works of a kind: its words, then the modules, in one function, so that they leave no names
/// behind.
#[must_use]
pub fn script(kind: WorkKind) -> String {
    let (texts, terms) = (embed::json(&words::texts(kind)), embed::json(&words::terms()));
    let modules = SCRIPTS.concat();
    format!("(() => {{\n\"use strict\";\nconst WORDS = {texts};\nconst TERMS = {terms};\n{modules}}})();\n")
}

/// What the page may do: run this script, take this style, and nothing else; a served page may also ask its own server
/// for data.
#[must_use]
pub fn policy(delivery: Delivery<'_>, kind: WorkKind) -> String {
    let connect = if delivery == Delivery::Served { "; connect-src 'self'" } else { "" };
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'{connect}",
        embed::policy_hash(&script(kind)),
        embed::policy_hash(&style())
    )
}

/// Writes the page of works of a kind. The same data give the same bytes.
#[must_use]
pub fn write(title: &str, delivery: Delivery<'_>, kind: WorkKind) -> String {
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
        escape(&policy(delivery, kind)).replace("&#39;", "'"),
        escape(title),
        style(),
        BODY.replace("{no-script}", &escape(&words::without_script())),
        script(kind)
    );
    page
}
