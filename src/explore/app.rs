//! The page that runs the library: one file with the engine, its script and style, and a policy under which nothing else
//! runs and nothing leaves the page.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::corpus::kind::WorkKind;
use crate::explore::{app_words, embed};
use crate::render::html::escape;

/// The engine: this library as WebAssembly, packed; built by `crates/wasm/build.sh`.
const ENGINE: &[u8] = include_bytes!("engine/collabgraph.wasm.gz");
const STYLE: &str = include_str!("app/app.css");
const BODY: &str = include_str!("app/body.html");
const WORKER: &str = include_str!("app/worker.js");

/// Modules of the script, in order: at load time each uses only modules before it. Their names are unique.
const MODULES: [&str; 10] = [
    include_str!("app/words.js"),
    include_str!("app/dom.js"),
    include_str!("app/state.js"),
    include_str!("app/engine.js"),
    include_str!("app/figure.js"),
    include_str!("app/answer.js"),
    include_str!("app/search.js"),
    include_str!("app/filters.js"),
    include_str!("app/start.js"),
    concat!(include_str!("app/save.js"), include_str!("app/main.js")),
];

/// The modules in one scope: what they export is in sight of all.
fn joined() -> String {
    let lines = MODULES.iter().flat_map(|module| module.lines());
    let lines = lines.filter(|line| !line.starts_with("import "));
    let mut script = String::new();
    for line in lines {
        script.push_str(line.strip_prefix("export ").unwrap_or(line));
        script.push('\n');
    }
    script
}

/// The page's script: its texts, the worker, and the modules in one function scope, so that no globals are defined.
#[must_use]
pub fn script() -> String {
    let (words, worker) = (embed::json(&app_words::texts(WorkKind::Work)), embed::json(&WORKER.into()));
    let (program, modules) = (env!("CARGO_PKG_VERSION"), joined());
    format!(
        "(() => {{\n\"use strict\";\nconst WORDS = {words};\nconst WORKER = {worker};\nconst PROGRAM = \"{program}\";\n{modules}}})();\n"
    )
}

/// Content-Security-Policy of the page: this script, this style, WebAssembly in a worker of the page's own; no request.
#[must_use]
pub fn policy(script: &str) -> String {
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; worker-src blob:; \
         base-uri 'none'; form-action 'none'",
        embed::policy_hash(script),
        embed::policy_hash(STYLE)
    )
}

/// Data that a page comes with.
#[derive(Clone, Debug)]
pub struct PageData {
    /// Title of the page.
    pub title: String,
    /// One sentence about it, for those who link to it.
    pub description: String,
    /// `reading` (options of reading by their names), `files` (each `name` and, in base64, `bytes`; none are the embedded
    /// data set) and `state` (the fragment of the address that is shown first).
    pub held: Value,
}

/// Writes the page, without data or with some; `registry`: the index of a registry of institutions, packed by gzip, that
/// names are resolved by. Deterministic.
#[must_use]
pub fn write(data: Option<&PageData>, registry: Option<&[u8]>) -> String {
    let script = script();
    let engine = STANDARD.encode(ENGINE);
    let (title, preview, held) = data.map_or_else(
        || ("collabgraph".to_owned(), String::new(), String::new()),
        |data| {
            let held = embed::json(&data.held);
            let held = format!("<script type=\"application/json\" id=\"files\">{held}</script>\n");
            (escape(&data.title), preview(data), held)
        },
    );
    let held = registry.map_or_else(String::new, |packed| {
        let packed = STANDARD.encode(packed);
        format!("<script type=\"application/octet-stream\" id=\"registry\">{packed}</script>\n")
    }) + &held;
    let mut page = String::with_capacity(engine.len() + script.len() + held.len() + 50_000);
    let _ = write!(
        page,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<title>{title}</title>\n{preview}<style>{STYLE}</style>\n</head>\n\
         <body>\n{}<script type=\"application/octet-stream\" id=\"engine\">{engine}</script>\n{held}<script>{script}</script>\n\
         </body>\n</html>\n",
        escape(&policy(&script)).replace("&#39;", "'"),
        BODY.replace("{no-script}", &escape(&app_words::without_script())),
    );
    page
}

/// What other sites show where they link to the page (the Open Graph protocol, ogp.me).
fn preview(data: &PageData) -> String {
    let (title, description) = (escape(&data.title), escape(&data.description));
    format!(
        "<meta name=\"description\" content=\"{description}\">\n<meta property=\"og:title\" content=\"{title}\">\n\
         <meta property=\"og:description\" content=\"{description}\">\n<meta property=\"og:type\" content=\"website\">\n"
    )
}
