//! What is around every drawing: options, title, legend, source line, and the way from marks to a figure.

use crate::answer::figure::{Error, Figure, FigureMetadata, POINTS_PER_MM};
use crate::answer::language::Language;
use crate::answer::mark::{Mark, MarkRole, Paint, PathSegment, TextLine};
use crate::corpus::Corpus;
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, Entry};
use crate::drawing::theme::{FONTS, Palette, Scheme, Theme, Type};
use crate::drawing::wording;
use crate::english::counted;
use crate::geometry::{Point, Rect};
use crate::typography::Weight;
use std::collections::BTreeSet;

/// Margin on every side in points.
pub const MARGIN: f64 = 6.0;

/// Width of a figure unless told otherwise: a full page width, in millimetres.
pub const DEFAULT_WIDTH_MM: f64 = 170.0;

/// Narrowest figure in millimetres: below it nothing is readable.
pub const LEAST_WIDTH_MM: f64 = 60.0;

/// Widest figure in millimetres.
pub const MOST_WIDTH_MM: f64 = 1200.0;

/// Title and subtitle of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Heading {
    /// The view's own.
    #[default]
    Own,
    /// A title of the user's, without subtitle.
    Title(String),
    /// None: the report captions the figure.
    Hidden,
}

/// The source line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SourceLine {
    /// Made from what the corpus knows of its inputs.
    #[default]
    Own,
    /// The user's text in its place; what was left out is told after it all the same.
    Text(String),
}

/// What lies under a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// A page in the theme's colour.
    #[default]
    Page,
    /// Nothing.
    Open,
}

/// What every view can be told.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Width in millimetres; [`DEFAULT_WIDTH_MM`]. Taken between [`LEAST_WIDTH_MM`] and [`MOST_WIDTH_MM`].
    pub width_mm: f64,
    /// Light or dark.
    pub scheme: Scheme,
    /// Colours of clusters.
    pub palette: Palette,
    /// Languages of names and words.
    pub language: Language,
    /// Title and subtitle.
    pub heading: Heading,
    /// Source line.
    pub source: SourceLine,
    /// Background.
    pub background: Background,
    /// Prefix of all ids; empty: made from view and content. Letters, digits, `-` and `_` are kept.
    pub id_prefix: String,
    /// More notes for the source line, each with its English and Korean text.
    pub notes: Vec<(String, String)>,
    /// Filters, level, counting and cap, each with its English and Korean text: they stand first after the source, and
    /// in the alternative text.
    pub conditions: Vec<(String, String)>,
    /// Merges of recorded names; only those of institutions that are drawn are told.
    pub merges: Vec<MergeNote>,
    /// What the data are of; `None`: read from the corpus that is drawn.
    pub kind: Option<WorkKind>,
}

/// What is said of a merge of recorded names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeNote {
    /// Id of the institution that the name was merged into.
    pub institution: String,
    /// The note, English and Korean.
    pub text: (String, String),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width_mm: DEFAULT_WIDTH_MM,
            scheme: Scheme::Light,
            palette: Palette::Own,
            language: Language::Both,
            heading: Heading::Own,
            source: SourceLine::Own,
            background: Background::Page,
            id_prefix: String::new(),
            notes: Vec::new(),
            conditions: Vec::new(),
            merges: Vec::new(),
            kind: None,
        }
    }
}

impl Options {
    /// What the data are of.
    #[must_use]
    pub fn kind(&self, corpus: &Corpus) -> WorkKind {
        self.kind.unwrap_or_else(|| WorkKind::of(corpus))
    }

    /// Width in millimetres within the limits.
    #[must_use]
    pub fn width(&self) -> f64 {
        if self.width_mm.is_nan() { DEFAULT_WIDTH_MM } else { self.width_mm.clamp(LEAST_WIDTH_MM, MOST_WIDTH_MM) }
    }

    /// Width between the margins, in points.
    #[must_use]
    pub fn inner_width(&self) -> f64 {
        self.width() * POINTS_PER_MM - 2.0 * MARGIN
    }

    /// The theme.
    #[must_use]
    pub fn theme(&self) -> &'static Theme {
        Theme::with(self.scheme, self.palette)
    }

    /// The type.
    #[must_use]
    pub fn roles(&self) -> Type {
        Type::at(self.width())
    }
}

/// The words of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The view (`map`, `bipartite`, …).
    pub view: &'static str,
    /// Title in the figure's main language.
    pub title: String,
    /// The title in the other language; empty where one language is asked for.
    pub other: String,
    /// What explains the marks, a language a line; with both languages the other title is part of it.
    pub subtitle: String,
    /// One to three sentences that say what the figure shows.
    pub description: String,
    /// Notes for the source line, English and Korean: how it was made.
    pub notes: Vec<(String, String)>,
    /// What was left out, English and Korean.
    pub left_out: Vec<(String, String)>,
    /// Ids of the institutions that are drawn: notes about others are not told.
    pub drawn: BTreeSet<String>,
}

impl Words {
    /// The words of a view with its title and what explains its marks, each English and Korean. With both languages
    /// the Korean title stands above, and the English one opens the English half of the subtitle.
    #[must_use]
    pub fn headed(
        view: &'static str,
        language: Language,
        title: (impl Into<String>, impl Into<String>),
        subtitle: (impl Into<String>, impl Into<String>),
    ) -> Self {
        let (english, korean) = (title.0.into(), title.1.into());
        let (told, told_ko) = (subtitle.0.into(), subtitle.1.into());
        let (title, other, subtitle) = match language {
            Language::English => (english, String::new(), told),
            Language::Korean => (korean, String::new(), told_ko),
            Language::Both => {
                let half = if told.is_empty() { english.clone() } else { format!("{english}. {told}") };
                let lines = if told_ko.is_empty() { half } else { format!("{told_ko}\n{half}") };
                (korean, english, lines)
            }
        };
        Self { view, title, other, subtitle, ..Self::default() }
    }
}

/// Title and subtitle; returns their marks and the y below them where the drawing may begin.
#[must_use]
pub fn head(words: &Words, options: &Options) -> (Vec<Mark>, f64) {
    let (theme, roles, width) = (options.theme(), options.roles(), options.inner_width());
    let (title, subtitle) = match &options.heading {
        Heading::Hidden => return (Vec::new(), 0.0),
        Heading::Title(title) => (title.as_str(), ""),
        Heading::Own => (words.title.as_str(), words.subtitle.as_str()),
    };
    let mut marks = Vec::new();
    let mut baseline = 9.5;
    for line in wording::lines(title, roles.title, Weight::Bold, width) {
        marks.push(TextLine::new(line, Point::new(0.0, baseline), roles.title, theme.ink).bold().into());
        baseline += 12.0;
    }
    if !subtitle.is_empty() {
        for line in subtitle_lines(subtitle, roles.subtitle, width) {
            marks.push(TextLine::new(line, Point::new(0.0, baseline), roles.subtitle, theme.muted).into());
            baseline += 9.0;
        }
        baseline += 3.0;
    }
    (marks, baseline - 12.0 + 5.0)
}

/// Each language from a new line, unless fewer lines hold both one after the other.
fn subtitle_lines(subtitle: &str, size: f64, width: f64) -> Vec<String> {
    // Lines of both scripts are a little wider in some fonts.
    let set = |text: &str| wording::lines(text, size, Weight::Regular, width * 0.97);
    let apart: Vec<String> = subtitle.lines().flat_map(set).collect();
    let joined = set(&subtitle.replace('\n', ". "));
    if joined.len() < apart.len() { joined } else { apart }
}

/// Ids of the institutions among marks.
#[must_use]
pub(crate) fn institutions_in(marks: &[Mark]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut groups: Vec<&crate::answer::mark::MarkGroup> = marks.iter().filter_map(group_of).collect();
    while let Some(group) = groups.pop() {
        if let MarkRole::Node(node) = &group.role {
            found.insert(node.key.clone());
        }
        groups.extend(group.marks.iter().filter_map(group_of));
    }
    found
}

fn group_of(mark: &Mark) -> Option<&crate::answer::mark::MarkGroup> {
    match mark {
        Mark::Group(group) => Some(group),
        _ => None,
    }
}

/// A note where names had to be cut.
#[must_use]
pub(crate) fn cut_note(marks: &[Mark]) -> Option<(String, String)> {
    let cut = cut_names(marks);
    (cut > 0).then(|| {
        (
            format!("{} cut (…).", counted(cut, "long name is", "long names are")),
            format!("긴 이름 {cut}개는 줄여 씀(…)."),
        )
    })
}

fn cut_names(marks: &[Mark]) -> usize {
    let is_cut = |text: &TextLine| usize::from(text.content.ends_with('…'));
    marks
        .iter()
        .map(|mark| match mark {
            Mark::Group(group) => cut_names(&group.marks),
            Mark::Text(text) => is_cut(text),
            Mark::Haloed(texts, _) => texts.iter().map(is_cut).sum(),
            _ => 0,
        })
        .sum()
}

/// Rule, legend and source line below a drawing that ends at `bottom`; returns their marks and where they end.
#[must_use]
pub fn foot(corpus: &Corpus, words: &Words, entries: &[Entry], bottom: f64, options: &Options) -> (Vec<Mark>, f64) {
    let (theme, roles, width) = (options.theme(), options.roles(), options.inner_width());
    let rule = vec![PathSegment::Move(Point::new(0.0, bottom)), PathSegment::Line(Point::new(width, bottom))];
    let mut marks = vec![Mark::Path(rule, Paint { cap: Default::default(), ..Paint::line(theme.faint, 0.5) })];
    let mut baseline = bottom;
    if !entries.is_empty() {
        let (group, middle) = legend::compose(entries, width, bottom + 6.8, theme, &roles);
        marks.push(group.into());
        baseline = middle + crate::typography::MIDDLE * roles.legend;
    }
    for line in wording::lines(&source(corpus, words, options), roles.source, Weight::Regular, width * 0.96) {
        baseline += if marks.len() <= 2 { 10.0 } else { 8.2 };
        marks.push(TextLine::new(line, Point::new(0.0, baseline), roles.source, theme.muted).into());
    }
    (marks, baseline + 0.3 * roles.source)
}

/// The source line: data and date, how the figure was made, what was left out.
#[must_use]
pub fn source(corpus: &Corpus, words: &Words, options: &Options) -> String {
    let language = options.language;
    let mut parts = match &options.source {
        SourceLine::Text(text) => vec![text.clone()],
        SourceLine::Own => vec![data(corpus, language)],
    };
    let merges =
        options.merges.iter().filter(|merge| words.drawn.contains(&merge.institution)).map(|merge| &merge.text);
    let notes = options.conditions.iter().chain(&words.notes).chain(merges).chain(&options.notes);
    let notes: Vec<&(String, String)> = notes.chain(&words.left_out).collect();
    if language != Language::English {
        parts.extend(notes.iter().map(|(_, korean)| korean.clone()));
    }
    if language != Language::Korean {
        parts.extend(notes.iter().map(|(english, _)| english.clone()));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" ")
}

fn data(corpus: &Corpus, language: Language) -> String {
    let name = |input: &crate::corpus::table::InputMetadata| {
        if input.citation.is_empty() { input.name.clone() } else { input.citation.clone() }
    };
    let mut seen: Vec<String> = Vec::new();
    for input in corpus.inputs() {
        let name = name(input);
        let told = match input.as_of {
            Some(day) => match language {
                Language::English => format!("{name} · as of {day}"),
                Language::Korean => format!("{name} · {day} 기준"),
                Language::Both => format!("{name} · {day} 기준 (as of)"),
            },
            None => name,
        };
        if !told.is_empty() && !seen.contains(&told) {
            seen.push(told);
        }
    }
    // The order in which inputs were named plays no part.
    seen.sort();
    let lead = match language {
        Language::English => "Source:",
        Language::Korean => "자료:",
        Language::Both => "자료 Source:",
    };
    if seen.is_empty() { String::new() } else { format!("{lead} {}.", seen.join("; ")) }
}

/// Makes the figure: the frame around marks that end at `bottom`.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn figure(words: &Words, marks: Vec<Mark>, bottom: f64, options: &Options) -> Result<Figure, Error> {
    let theme = options.theme();
    let language = options.language;
    let title = match &options.heading {
        Heading::Title(title) if !title.trim().is_empty() => title.clone(),
        _ => words.title.clone(),
    };
    let other_title = if options.heading == Heading::Own { words.other.clone() } else { String::new() };
    let left_out = words.left_out.iter().map(|(english, korean)| wording::first(language, english, korean)).collect();
    let head = FigureMetadata {
        view: words.view.to_owned(),
        title,
        other_title,
        description: described(words, options),
        lang: wording::code(language),
        theme: theme.name,
        id_prefix: clean_prefix(&options.id_prefix),
        frame: Rect::new(-MARGIN, -MARGIN, options.inner_width() + MARGIN, bottom + MARGIN),
        background: (options.background == Background::Page).then_some(theme.page),
        page: theme.page,
        fonts: FONTS,
        excluded: left_out,
    };
    Figure::new(head, marks)
}

/// The description, and under which conditions it holds.
fn described(words: &Words, options: &Options) -> String {
    let conditions = |language: Language| {
        let told = options.conditions.iter().map(|(english, korean)| wording::first(language, english, korean));
        told.collect::<Vec<_>>().join(" ")
    };
    if options.conditions.is_empty() {
        return words.description.clone();
    }
    format!("{} {}", words.description, wording::in_each(options.language, conditions)).trim().to_owned()
}

/// A prefix that is a valid start of an id: letters, digits, `-`, `_`, beginning with a letter.
fn clean_prefix(prefix: &str) -> String {
    let kept: String =
        prefix.chars().filter(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')).collect();
    match kept.chars().next() {
        Some(letter) if !letter.is_ascii_alphabetic() => format!("f{kept}"),
        _ => kept,
    }
}
