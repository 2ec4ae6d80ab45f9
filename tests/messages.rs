//! The message catalogue: every identifier has its text in every language, every text is used, arguments agree, a further
//! language needs no code, and sources hold no text of their own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use collabgraph::message;
use collabgraph::messages::catalogue::{AREAS, Catalogue, ENGLISH, KOREAN};
use collabgraph::messages::language::Language;
use collabgraph::messages::{Argument, List, Localizer, Message};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::{parser, serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Files of `src` whose Hangul is data, each with what the data are.
const DATA: &[(&str, &str)] = &[
    ("cli/examples.rs", "names in examples"),
    ("corpus/institution.rs", "names of sectors as tables record them"),
    ("corpus/naming.rs", "the range of Hangul syllables"),
    ("format/edges.rs", "words for the direction of ties"),
    ("format/examples.rs", "inputs of the tests of formats"),
    ("format/kci.rs", "headers of KCI"),
    ("format/matrix.rs", "headers of sums"),
    ("format/ntis.rs", "headers of NTIS"),
    ("format/patents.rs", "headers of patents"),
    ("format/tie_columns.rs", "headers of lists of ties"),
    ("format/explicit.rs", "headers of lists of items"),
    ("format/given.rs", "titles of clusters"),
    ("ingest/addresses/evidence.rs", "words of postal addresses"),
    ("ingest/families.rs", "headers of numbered columns"),
    ("ingest/groups.rs", "headers of identifiers"),
    ("ingest/role.rs", "headers of tables"),
    ("ingest/table.rs", "headers of columns of partners"),
    ("names/affiliation/split.rs", "words of affiliations"),
    ("names/affiliation/words.rs", "words of affiliations"),
    ("names/registry/legal_forms.rs", "legal forms of institutions"),
    ("names/registry/store.rs", "the range of Hangul syllables"),
    ("names/suggest.rs", "the range of Hangul syllables"),
    ("normalize/links.rs", "words between links"),
    ("normalize/lists.rs", "legal forms of companies"),
    ("normalize/placeholders.rs", "words for an unknown value"),
    ("normalize/published.rs", "units of dates"),
    ("query/lookup/jamo.rs", "the alphabet"),
    ("source/encoding.rs", "syllables that are common in Korean text"),
];

/// Areas whose messages are looked up by the names of options and commands; a test of the command compares the two.
const BY_OPTION: &[&str] = &["help"];

/// Variables that the localizer sets for every text.
const BY_LOCALIZER: &[&str] = &["actor", "partner", "broker", "team"];

/// A use of a message in the sources.
struct Use {
    place: String,
    id: String,
    arguments: BTreeSet<String>,
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The sources by their path below `src`, comments replaced by empty lines.
fn sources() -> BTreeMap<String, String> {
    let mut files = Vec::new();
    rust_files(&source(), &mut files);
    let code = |text: String| -> String {
        let lines = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
        lines.collect::<Vec<_>>().join("\n")
    };
    let name = |path: &Path| path.strip_prefix(source()).unwrap().to_str().unwrap().to_owned();
    files.iter().map(|path| (name(path), code(fs::read_to_string(path).unwrap()))).collect()
}

/// Every `message!(…)` of the sources.
fn uses() -> Vec<Use> {
    let mut found = Vec::new();
    for (file, text) in sources() {
        for (at, _) in text.match_indices("message!(") {
            if text[..at].ends_with(|ch: char| ch.is_alphanumeric() || ch == '_') {
                continue;
            }
            let line = text[..at].matches('\n').count() + 1;
            let parts = arguments(&text[at + "message!(".len()..]);
            let id = parts[0].trim().trim_matches('"').to_owned();
            let key = |part: &String| part.split_once('=').unwrap().0.trim().to_owned();
            let arguments = parts[1..].iter().filter(|part| !part.trim().is_empty()).map(key).collect();
            found.push(Use { place: format!("src/{file}:{line}"), id, arguments });
        }
    }
    found
}

/// The arguments of a macro call, split at the commas between them; the text begins after its bracket.
fn arguments(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let (mut depth, mut chars) = (0, text.chars().peekable());
    while let Some(ch) = chars.next() {
        let part = parts.last_mut().unwrap();
        match ch {
            '"' => {
                part.push(ch);
                while let Some(inside) = chars.next() {
                    part.push(inside);
                    if inside == '\\' {
                        part.extend(chars.next());
                    } else if inside == '"' {
                        break;
                    }
                }
                continue;
            }
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            ')' if depth == 0 => break,
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        part.push(ch);
    }
    parts
}

/// What a text uses.
#[derive(Clone, Debug, Default)]
struct Text {
    variables: BTreeSet<String>,
    /// Variables that select plurals or are a function's count.
    counts: BTreeSet<String>,
    /// Variables that are a function's kind.
    kinds: BTreeSet<String>,
    references: BTreeSet<String>,
    functions: BTreeSet<String>,
}

impl Text {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let is_plural = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => ["zero", "one", "two", "few", "many"].contains(name),
                    VariantKey::NumberLiteral { .. } => true,
                };
                if let InlineExpression::VariableReference { id } = selector
                    && variants.iter().any(|variant| is_plural(&variant.key))
                {
                    self.counts.insert(id.name.to_owned());
                }
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.references.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.to_owned());
                for (at, argument) in arguments.positional.iter().enumerate() {
                    if let InlineExpression::VariableReference { id: variable } = argument {
                        let is_count = (at == 0) == ["COUNTED", "PIECES"].contains(&id.name);
                        let set = if is_count { &mut self.counts } else { &mut self.kinds };
                        set.insert(variable.name.to_owned());
                    }
                    self.inline(argument);
                }
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }

    /// The text with what the messages that it refers to use.
    fn with_references(&self, texts: &BTreeMap<String, Text>) -> Text {
        let mut all = self.clone();
        for text in self.references.iter().filter_map(|id| texts.get(id)) {
            let text = text.with_references(texts);
            all.variables.extend(text.variables);
            all.counts.extend(text.counts);
            all.kinds.extend(text.kinds);
        }
        all
    }
}

/// The texts of a language; refuses what cannot be parsed, identifiers of another area and identifiers used twice.
fn texts(sources: &[(&str, &str)]) -> BTreeMap<String, Text> {
    let mut texts = BTreeMap::new();
    for (area, source) in sources {
        let resource = parser::parse(*source).unwrap_or_else(|(_, errors)| panic!("{area}.ftl: {errors:?}"));
        for entry in &resource.body {
            match entry {
                Entry::Message(found) => {
                    let mut text = Text::default();
                    text.pattern(found.value.as_ref().unwrap_or_else(|| panic!("{}: no text", found.id.name)));
                    let id = found.id.name.to_owned();
                    assert_eq!(id.split('-').next(), Some(*area), "{id} stands in {area}.ftl");
                    assert!(texts.insert(id.clone(), text).is_none(), "{id} stands twice in {area}.ftl");
                }
                Entry::Term(found) => panic!("{area}.ftl: -{}: nouns are functions here", found.id.name),
                Entry::Junk { content } => panic!("{area}.ftl: {content}"),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    texts
}

fn languages() -> [(&'static str, BTreeMap<String, Text>); 2] {
    [("en", texts(ENGLISH)), ("ko", texts(KOREAN))]
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_identifier_has_a_text_in_every_language() {
    let mut faults = Vec::new();
    for (tag, texts) in languages() {
        let unknown = uses().into_iter().filter(|one| !texts.contains_key(&one.id));
        faults.extend(unknown.map(|one| format!("{}: {} has no text in {tag}", one.place, one.id)));
    }
    let [(_, english), (_, korean)] = languages();
    faults.extend(english.keys().filter(|id| !korean.contains_key(*id)).map(|id| format!("{id}: only in en")));
    faults.extend(korean.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{id}: only in ko")));
    assert_none(&faults);
}

#[test]
fn every_text_is_used() {
    let used: BTreeSet<String> = uses().into_iter().map(|one| one.id).collect();
    let library = fs::read_to_string(source().join("messages/localizer.rs")).unwrap()
        + &fs::read_to_string(source().join("messages/catalogue.rs")).unwrap()
        + &fs::read_to_string(source().join("messages/functions.rs")).unwrap();
    let mut faults = Vec::new();
    for (tag, texts) in languages() {
        let referred: BTreeSet<&String> = texts.values().flat_map(|text| &text.references).collect();
        for id in texts.keys() {
            let by_option = BY_OPTION.contains(&id.split('-').next().unwrap());
            let by_library = library.contains(&format!("\"{id}\""));
            if !(used.contains(id) || referred.contains(id) || by_option || by_library) {
                faults.push(format!("{id}: a text of {tag} that nothing uses"));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn texts_use_the_arguments_that_are_passed() {
    let languages = languages();
    let mut faults = Vec::new();
    for one in uses() {
        let mut wanted = BTreeSet::new();
        for (tag, texts) in &languages {
            let Some(text) = texts.get(&one.id) else { continue };
            let mut variables = text.with_references(texts).variables;
            // What the actors are is told to every text.
            variables.retain(|name| !BY_LOCALIZER.contains(&name.as_str()));
            for name in variables.difference(&one.arguments) {
                faults.push(format!("{}: {} takes ${name} in {tag}, which is not passed", one.place, one.id));
            }
            wanted.extend(variables);
        }
        for name in one.arguments.difference(&wanted) {
            faults.push(format!("{}: {} is passed {name}, which no language uses", one.place, one.id));
        }
    }
    assert_none(&faults);
}

#[test]
fn texts_refer_to_what_there_is() {
    const FUNCTIONS: [&str; 5] = ["COUNTED", "PIECES", "NOUN", "HEADING", "ONE"];
    for (tag, texts) in languages() {
        for (id, text) in &texts {
            let area = id.split('-').next().unwrap();
            for reference in &text.references {
                assert!(texts.contains_key(reference), "{tag}: {id} refers to {reference}");
                assert_eq!(
                    reference.split('-').next().unwrap(),
                    area,
                    "{tag}: {id} refers to another file: {reference}"
                );
            }
            for function in &text.functions {
                assert!(FUNCTIONS.contains(&function.as_str()), "{tag}: {id} calls {function}");
                assert_ne!(area, "terms", "{tag}: {id} is rendered by functions and calls none");
            }
        }
    }
}

/// The English texts with accents on every vowel: what a translator would write for a language of his own.
fn accented(source: &str) -> String {
    let accent = |text: &str| -> String {
        let accent = |ch| match ch {
            'a' => 'á',
            'e' => 'é',
            'i' => 'í',
            'o' => 'ó',
            'u' => 'ú',
            ch => ch,
        };
        text.chars().map(accent).collect()
    };
    let mut resource = parser::parse(source.to_owned()).unwrap();
    fn accent_pattern(pattern: &mut Pattern<String>, accent: &impl Fn(&str) -> String) {
        for element in &mut pattern.elements {
            match element {
                PatternElement::TextElement { value } => *value = accent(value),
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    variants.iter_mut().for_each(|variant| accent_pattern(&mut variant.value, accent));
                }
                PatternElement::Placeable { .. } => {}
            }
        }
    }
    for entry in &mut resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &mut message.value
        {
            accent_pattern(pattern, &accent);
        }
    }
    serializer::serialize(&resource)
}

/// A value for each variable of a text, by how the text uses it.
fn filled(id: &str, text: &Text, count: u64) -> Message {
    let value = |name: &String| match name {
        name if text.counts.contains(name) => Argument::Count(count),
        name if text.kinds.contains(name) => Argument::Kind("model"),
        _ => Argument::Text("XYZ".to_owned()),
    };
    let id: &'static str = Box::leak(id.to_owned().into_boxed_str());
    let arguments = text.variables.iter().map(|name| {
        let key: &'static str = Box::leak(name.clone().into_boxed_str());
        (key, value(name))
    });
    Message::new(id, arguments.collect())
}

#[test]
fn every_message_is_rendered_in_every_language_and_in_a_further_one() {
    let mut sources: Vec<(&'static str, String)> =
        ENGLISH.iter().map(|(area, source)| (*area, accented(source))).collect();
    for (area, source) in &mut sources {
        if *area == "terms" {
            *source = source.replace("terms-thousands-separator = ,", "terms-thousands-separator = .");
        }
    }
    let further = Catalogue::new("en-XA", sources);
    let localizers = [
        Localizer::new(Language::English),
        Localizer::new(Language::Korean),
        Localizer::with_catalogue(&further, Language::English),
    ];
    let [(_, english), (_, korean)] = languages();
    let mut faults = Vec::new();
    for (localizer, texts) in localizers.iter().zip([&english, &korean, &english]) {
        for (id, text) in texts {
            for count in [0, 1, 5] {
                let rendered = localizer.render(&filled(id, &text.with_references(texts), count));
                if rendered == *id || ["{$", "{ $", "{???"].iter().any(|hole| rendered.contains(hole)) {
                    faults.push(format!("{id} in {}: {rendered}", localizer.tag()));
                }
            }
        }
    }
    assert_none(&faults);
    let message = message!("cli-notices-summary", count = 1_362_usize);
    assert_eq!(localizers[2].render(&message), "1.362 nótícés");
}

/// Korean has one plural category, `other`: a variant `[one]` beside `[other]` alone would never be chosen.
#[test]
fn korean_texts_choose_numbers_by_digits() {
    let mut faults = Vec::new();
    for file in fs::read_dir(source().join("messages/ko")).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.trim_start().starts_with("[one]")) {
            let depth = |line: &str| line.len() - line.trim_start().trim_start_matches('*').len();
            let beside = lines[at + 1..].iter().take_while(|other| depth(other) >= depth(line));
            let default = beside.filter(|other| depth(other) == depth(line)).find(|other| !other.trim().is_empty());
            if default.is_some_and(|default| default.trim_start().starts_with("*[other]")) {
                faults.push(format!("{}:{}: [one] is never chosen", path.display(), at + 1));
            }
        }
    }
    assert_none(&faults);
}

#[test]
fn a_list_is_cut_and_its_rest_is_counted() {
    let names: Vec<String> = ('A'..='L').map(String::from).collect();
    let [english, korean] = [Language::English, Language::Korean].map(Localizer::new);
    let text = |localizer: &Localizer<'_>, names: &[String]| {
        localizer.text(&Argument::List(List::and(names.iter(), "institution")))
    };
    assert_eq!(text(&english, &names[..3]), "A, B and C");
    assert_eq!(text(&korean, &names[..3]), "A, B, C");
    assert_eq!(text(&english, &names[..9]), "A, B, C, D, E, F, G, H and I");
    assert_eq!(text(&english, &names), "A, B, C, D, E, F, G, H and 4 more");
    assert_eq!(text(&korean, &names), "A, B, C, D, E, F, G, H 외 4곳");
    assert_eq!(text(&english, &[]), "");
    assert_eq!(english.text(&Argument::List(List::or(["svg", "dot", "png"]))), "svg, dot or png");
}

#[test]
fn a_statement_is_data_until_it_is_rendered() {
    let statement = message!("cli-notices-summary", count = 2_usize);
    let json = serde_json::to_value(&statement).unwrap();
    assert_eq!(json, serde_json::json!({ "message": "cli-notices-summary", "arguments": { "count": 2 } }));
    assert_eq!(statement.argument("count"), Some(&Argument::Count(2)));
}

#[test]
fn areas_are_files_and_files_are_areas() {
    for tag in ["en", "ko"] {
        let files = fs::read_dir(source().join("messages").join(tag)).unwrap();
        let files: BTreeSet<String> =
            files.map(|file| file.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect();
        assert_eq!(files, AREAS.iter().map(|area| (*area).to_owned()).collect(), "{tag}");
    }
}

#[test]
fn sources_hold_no_text_of_their_own() {
    let is_hangul = |ch: char| matches!(ch, '가'..='힣' | 'ㄱ'..='ㅣ');
    let mut faults = String::new();
    for (file, text) in sources() {
        if file.starts_with("messages/") {
            continue;
        }
        let code = text.lines().take_while(|line| line.trim() != "#[cfg(test)]").enumerate();
        let found: Vec<_> = code.filter(|(_, line)| line.contains(is_hangul) || line.contains(".say(")).collect();
        match DATA.iter().any(|(excepted, _)| *excepted == file) {
            true if found.is_empty() => {
                let _ = writeln!(faults, "src/{file} has no Hangul: it needs no exception");
            }
            true => {}
            false => {
                for (at, line) in found {
                    let _ = writeln!(faults, "src/{file}:{}: {}", at + 1, line.trim());
                }
            }
        }
    }
    for (file, _) in DATA {
        assert!(source().join(file).exists(), "{file} is an exception and is gone");
    }
    assert!(faults.is_empty(), "texts outside the catalogue:\n{faults}");
}
