//! Frame of a figure: options, header, legend, source line, and the assembly of the figure.

use crate::answer::figure::{Error, Figure, FigureMetadata, POINTS_PER_MM};
use crate::answer::language::{Language, LanguageChoice};
use crate::answer::mark::{Color, Mark, MarkRole, Paint, PathSegment, TextLine};
use crate::corpus::Corpus;
use crate::corpus::institution::Names;
use crate::corpus::kind::ActorKind;
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, LegendEntry};
use crate::drawing::theme::{FONTS, NARROW_BELOW_MM, Palette, Scheme, Theme, TypeScale};
use crate::drawing::wording;
use crate::drawing::{highlight, own_colors};
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::{List, Localizer, Message, Statement};
use crate::typography::Weight;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Margin on every side, in points.
pub const MARGIN: f64 = 6.0;

/// Default width in millimetres: the full width of a page.
pub const DEFAULT_WIDTH_MM: f64 = 170.0;

/// Smallest width in millimetres.
pub const MIN_WIDTH_MM: f64 = 60.0;

/// Largest width in millimetres.
pub const MAX_WIDTH_MM: f64 = 1200.0;

/// Title and subtitle of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Heading {
    /// Those of the view.
    #[default]
    Own,
    /// The user's title, without a subtitle.
    Title(String),
    /// The subtitle of the view alone: its title stands beside the figure.
    Subtitle,
    /// None.
    Hidden,
}

/// Source line of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SourceLine {
    /// Built from the corpus's inputs.
    #[default]
    Own,
    /// The user's text instead of the inputs; notes on what is excluded follow it.
    Text(String),
}

/// Background of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Background {
    /// The page colour of the theme.
    #[default]
    Page,
    /// Transparent.
    Open,
}

/// Height that title, legend and caption of a map take together, in points.
const TEXT_HEIGHT: f64 = 95.0;
/// Height that a map has at least, in points.
const MIN_SPREAD: f64 = 120.0;

/// Largest number of lines of a caption in one language, at full width and in one column.
const CAPTION_LINES: (usize, usize) = (2, 3);
/// Largest share of the height for the caption: of most figures, and of those lower than [`LOW_FIGURE`].
const CAPTION_SHARE: (f64, f64) = (0.12, 0.15);
/// Height in points below which a figure is low.
const LOW_FIGURE: f64 = 70.0 * POINTS_PER_MM;
/// Height of a line of the caption, in points.
const CAPTION_LINE: f64 = 8.2;

/// Options common to all views.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Width in millimetres, by default [`DEFAULT_WIDTH_MM`]; clamped to [`MIN_WIDTH_MM`] and [`MAX_WIDTH_MM`].
    pub width_mm: f64,
    /// Height in millimetres up to which a map spreads; `None`: as it needs.
    pub spread_height_mm: Option<f64>,
    /// Light or dark.
    pub scheme: Scheme,
    /// Colours of clusters.
    pub palette: Palette,
    /// Language of names and texts.
    pub language: Language,
    /// Title and subtitle.
    pub heading: Heading,
    /// Whether the title is a finding, where one can be computed from what is drawn; otherwise it names the figure.
    pub headline: bool,
    /// Source line.
    pub source: SourceLine,
    /// Background.
    pub background: Background,
    /// Font family that comes first; `None`: those of the theme. Widths are those of the built-in metrics all the same.
    pub font_family: Option<String>,
    /// Prefix of all ids; empty: derived from view and content. Only letters, digits, `-` and `_` are used.
    pub id_prefix: String,
    /// Further notes for the source line, English and Korean.
    pub notes: Vec<(String, String)>,
    /// Filters, level, counting and limits, English and Korean: first notes after the source, and part of the
    /// alternative text.
    pub conditions: Vec<(String, String)>,
    /// Merged names; only those of drawn institutions appear.
    pub merges: Vec<MergeNote>,
    /// Kind of work; `None`: read from the corpus.
    pub kind: Option<WorkKind>,
    /// Institutions beside whom all others are dimmed, by id, with their names; empty: nothing is dimmed.
    pub highlight: Vec<(String, Names)>,
    /// Colours that users give to institutions, by id, with their names.
    pub own_colors: Vec<(String, Names, Color)>,
}

/// Note on recorded names merged into an institution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MergeNote {
    /// Id of the institution.
    pub institution: String,
    /// Note, English and Korean.
    pub text: (String, String),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width_mm: DEFAULT_WIDTH_MM,
            spread_height_mm: None,
            scheme: Scheme::Light,
            palette: Palette::Own,
            language: Language::Both,
            heading: Heading::Own,
            headline: true,
            source: SourceLine::Own,
            background: Background::Page,
            font_family: None,
            id_prefix: String::new(),
            notes: Vec::new(),
            conditions: Vec::new(),
            merges: Vec::new(),
            kind: None,
            highlight: Vec::new(),
            own_colors: Vec::new(),
        }
    }
}

impl Options {
    /// Kind of work that the data hold.
    #[must_use]
    pub fn kind(&self, corpus: &Corpus) -> WorkKind {
        self.kind.unwrap_or_else(|| corpus.work_kind())
    }

    /// Width in millimetres, within the limits.
    #[must_use]
    pub fn width(&self) -> f64 {
        if self.width_mm.is_nan() { DEFAULT_WIDTH_MM } else { self.width_mm.clamp(MIN_WIDTH_MM, MAX_WIDTH_MM) }
    }

    /// Height that a map may take beside title, legend and caption, in points.
    #[must_use]
    pub fn spread_height(&self) -> f64 {
        self.spread_height_mm.map_or(f64::INFINITY, |height| (height * POINTS_PER_MM - TEXT_HEIGHT).max(MIN_SPREAD))
    }

    /// Width between the margins, in points.
    #[must_use]
    pub fn inner_width(&self) -> f64 {
        self.width() * POINTS_PER_MM - 2.0 * MARGIN
    }

    /// Theme.
    #[must_use]
    pub fn theme(&self) -> &'static Theme {
        Theme::with(self.scheme, self.palette)
    }

    /// Type sizes.
    #[must_use]
    pub fn roles(&self) -> TypeScale {
        TypeScale::at(self.width())
    }
}

/// Texts of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureText {
    /// Name of the view (`map`, `bipartite`, …).
    pub view: &'static str,
    /// Title in the figure's first language.
    pub title: String,
    /// Title in the second language; empty in one language.
    pub other_title: String,
    /// What the figure is and what its marks mean, English and Korean.
    pub subtitle: (String, String),
    /// One to three sentences on what the figure shows.
    pub description: String,
    /// Notes for the source line on how the figure was made, English and Korean.
    pub notes: Vec<(String, String)>,
    /// Notes on what is excluded, English and Korean.
    pub excluded: Vec<(String, String)>,
    /// Ids of the drawn institutions, which select the notes on merged names.
    pub drawn_institutions: BTreeSet<String>,
    /// Notes for which the caption has no room, English and Korean; they stand in the alternative text.
    pub hidden: Vec<(String, String)>,
    /// Statements behind title, subtitle, description, notes and exclusions, in the order in which they were made.
    pub statements: Vec<Statement>,
    /// What the actors are that notes speak of.
    pub actors: ActorKind,
}

impl FigureText {
    /// Texts of a view from the statements of its title, subtitle and description.
    #[must_use]
    pub fn new(
        view: &'static str,
        language: Language,
        title: Statement,
        subtitle: impl Into<Option<Statement>>,
        description: Statement,
    ) -> Self {
        let subtitle = subtitle.into();
        let lines =
            subtitle.as_ref().map(|text| Localizer::in_both_naming(language.actors(), text)).unwrap_or_default();
        let mut text = Self {
            description: Localizer::in_each(language, &description),
            ..Self::titled(view, language, Localizer::in_both_naming(language.actors(), &title), lines)
        };
        text.statements.push(title);
        text.statements.extend(subtitle);
        text.statements.push(description);
        text
    }

    /// Makes a finding the title, where the options ask for one: the title so far opens the subtitle.
    #[must_use]
    pub fn headed(mut self, finding: impl Into<Option<Statement>>, options: &Options) -> Self {
        let Some(finding) = finding.into().filter(|_| options.headline) else { return self };
        let (english, korean) = Localizer::in_both_naming(self.actors, &finding);
        let both = options.language == Language::Both;
        let plain = std::mem::replace(&mut self.title, wording::first(options.language, &english, &korean));
        let other = std::mem::replace(&mut self.other_title, if both { english } else { String::new() });
        let opened = |title: &str, text: &str| sentences([title, text]);
        match options.language.choice() {
            LanguageChoice::English => self.subtitle.0 = opened(&plain, &self.subtitle.0),
            LanguageChoice::Korean => self.subtitle.1 = opened(&plain, &self.subtitle.1),
            LanguageChoice::Both => {
                self.subtitle = (opened(&other, &self.subtitle.0), opened(&plain, &self.subtitle.1))
            }
        }
        self.statements.insert(0, finding);
        self
    }

    /// Adds notes on how the figure was made.
    pub fn extend_notes(&mut self, notes: impl IntoIterator<Item = Statement>) {
        notes.into_iter().for_each(|note| self.note(note));
    }

    /// Adds a note on how the figure was made.
    pub fn note(&mut self, note: Statement) {
        self.notes.push(Localizer::in_both_naming(self.actors, &note));
        self.statements.push(note);
    }

    /// Adds a note on what is excluded.
    pub fn exclude(&mut self, note: Statement) {
        self.excluded.push(Localizer::in_both_naming(self.actors, &note));
        self.statements.push(note);
    }

    /// Adds notes on what is excluded.
    pub fn extend_excluded(&mut self, notes: impl IntoIterator<Item = Statement>) {
        notes.into_iter().for_each(|note| self.exclude(note));
    }

    /// Texts of a view with its title and subtitle, each English and Korean. In both languages the Korean title is the
    /// title, and the English one opens the English part of the subtitle.
    #[must_use]
    pub fn titled(
        view: &'static str,
        language: Language,
        title: (impl Into<String>, impl Into<String>),
        subtitle: (impl Into<String>, impl Into<String>),
    ) -> Self {
        let (english, korean) = (title.0.into(), title.1.into());
        let subtitle = (subtitle.0.into(), subtitle.1.into());
        let (title, other_title) = match language.choice() {
            LanguageChoice::English => (english, String::new()),
            LanguageChoice::Korean => (korean, String::new()),
            LanguageChoice::Both => (korean, english),
        };
        Self { view, title, other_title, subtitle, actors: language.actors(), ..Self::default() }
    }

    /// Subtitle in the language of the options, a line for each: explanation and conditions; in both languages the
    /// second title opens its line.
    fn subtitle_in(&self, options: &Options) -> Vec<String> {
        let conditions = |language| conditions(options, language);
        let english = || sentences([&self.other_title, &self.subtitle.0, &conditions(Language::English)]);
        let korean = || sentences([&self.subtitle.1, &conditions(Language::Korean)]);
        let mut lines = match options.language.choice() {
            LanguageChoice::English => vec![english()],
            LanguageChoice::Korean => vec![korean()],
            LanguageChoice::Both => vec![korean(), english()],
        };
        lines.retain(|line| !line.is_empty());
        lines
    }
}

/// Texts as sentences of one paragraph; empty ones are dropped.
fn sentences<const N: usize>(parts: [&str; N]) -> String {
    let mut joined = String::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        if !joined.is_empty() {
            joined.push_str(if joined.ends_with(['.', '?', '!']) { " " } else { ". " });
        }
        joined.push_str(part);
    }
    joined
}

/// Conditions of the options as one paragraph.
fn conditions(options: &Options, language: Language) -> String {
    let text = options.conditions.iter().map(|(english, korean)| wording::first(language, english, korean));
    text.collect::<Vec<_>>().join(" ")
}

/// Number of drawn works, with that of the corpus where not all are drawn.
#[must_use]
pub(crate) fn count_of(shown: usize, all: usize, kind: WorkKind) -> Message {
    if shown < all {
        message!("figures-works-of", shown = shown, all = all, kind = kind)
    } else {
        message!("figures-works", shown = shown, kind = kind)
    }
}

/// Title and subtitle; returns their marks and the y at which the drawing may begin.
#[must_use]
pub fn header(words: &FigureText, options: &Options) -> (Vec<Mark>, f64) {
    let (theme, roles, width) = (options.theme(), options.roles(), options.inner_width());
    let (title, subtitle) = match &options.heading {
        Heading::Hidden => return (Vec::new(), 0.0),
        Heading::Title(title) => (title.as_str(), Vec::new()),
        Heading::Subtitle => ("", words.subtitle_in(options)),
        Heading::Own => (words.title.as_str(), words.subtitle_in(options)),
    };
    let mut marks = Vec::new();
    let mut baseline = 9.5;
    let title = if title.is_empty() { Vec::new() } else { wording::wrapped(title, roles.title, Weight::Bold, width) };
    for line in title {
        marks.push(TextLine::new(line, Point::new(0.0, baseline), roles.title, theme.ink).bold().into());
        baseline += 12.0;
    }
    if !subtitle.is_empty() {
        for line in subtitle_lines(&subtitle, roles.subtitle, width) {
            marks.push(TextLine::new(line, Point::new(0.0, baseline), roles.subtitle, theme.muted).into());
            baseline += 9.0;
        }
        baseline += 3.0;
    }
    (marks, baseline - 12.0 + 5.0)
}

/// Subtitle lines: each language on a new line, unless the two in sequence take fewer lines.
fn subtitle_lines(subtitle: &[String], size: f64, width: f64) -> Vec<String> {
    // Mixed scripts are slightly wider in some fonts.
    let set = |text: &str| wording::wrapped(text, size, Weight::Regular, width * 0.97);
    let separate: Vec<String> = subtitle.iter().flat_map(|line| set(line)).collect();
    let together = match subtitle {
        [one, other] => set(&sentences([one, other])),
        _ => return separate,
    };
    if together.len() < separate.len() { together } else { separate }
}

/// Keys of all nodes among marks.
#[must_use]
pub(crate) fn institutions_in(marks: &[Mark]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut groups: Vec<&crate::answer::mark::MarkGroup> = marks.iter().filter_map(group_of).collect();
    while let Some(group) = groups.pop() {
        if let MarkRole::Node(node) = &group.role {
            ids.insert(node.key.clone());
        }
        groups.extend(group.marks.iter().filter_map(group_of));
    }
    ids
}

fn group_of(mark: &Mark) -> Option<&crate::answer::mark::MarkGroup> {
    match mark {
        Mark::Group(group) => Some(group),
        _ => None,
    }
}

/// Note on ellipsized names; `None` when there are none.
#[must_use]
pub(crate) fn truncation_note(marks: &[Mark]) -> Option<Message> {
    let cut = truncated_names(marks);
    (cut > 0).then(|| message!("figures-truncated", count = cut))
}

fn truncated_names(marks: &[Mark]) -> usize {
    let is_cut = |text: &TextLine| usize::from(text.content.ends_with('…'));
    marks
        .iter()
        .map(|mark| match mark {
            Mark::Group(group) => truncated_names(&group.marks),
            Mark::Text(text) => is_cut(text),
            Mark::Haloed(texts, _) => texts.iter().map(is_cut).sum(),
            _ => 0,
        })
        .sum()
}

/// Rule, legend and caption below `bottom`; returns their marks and their lower edge. Notes for which the caption has no
/// room become [`FigureText::hidden`].
#[must_use]
pub fn footer(
    corpus: &Corpus,
    words: &mut FigureText,
    entries: &[LegendEntry],
    bottom: f64,
    options: &Options,
) -> (Vec<Mark>, f64) {
    let (theme, roles, width) = (options.theme(), options.roles(), options.inner_width());
    let rule = vec![PathSegment::Move(Point::new(0.0, bottom)), PathSegment::Line(Point::new(width, bottom))];
    let mut marks = vec![Mark::Path(rule, Paint { cap: Default::default(), ..Paint::line(theme.faint, 0.5) })];
    let mut baseline = bottom;
    let entries =
        [entries, &own_colors::legend_entries(&options.own_colors, &words.drawn_institutions, options.language)]
            .concat();
    if !entries.is_empty() {
        let (group, legend_bottom) = legend::compose(&entries, width, bottom + 6.8, theme, &roles);
        marks.push(group.into());
        baseline = legend_bottom + crate::typography::BASELINE_OFFSET * roles.legend;
    }
    note_highlight(words, options);
    for line in caption(corpus, words, baseline, options) {
        baseline += if marks.len() <= 2 { 10.0 } else { CAPTION_LINE };
        marks.push(TextLine::new(line, Point::new(0.0, baseline), roles.source, theme.muted).into());
    }
    (marks, baseline + 0.3 * roles.source)
}

/// Says which institutions are highlighted, and which of those that should be are not drawn.
fn note_highlight(words: &mut FigureText, options: &Options) {
    let named = |is_drawn: bool| {
        let is_such = |one: &&(String, Names)| words.drawn_institutions.contains(&one.0) == is_drawn;
        let names: Vec<&Names> = options.highlight.iter().filter(is_such).map(|(_, names)| names).collect();
        (!names.is_empty()).then(|| List::and(names, "institution"))
    };
    let (drawn, missing) = (named(true), named(false));
    words.extend_excluded(missing.map(|names| message!("figures-highlight-missing", names = names)));
    words.extend_excluded(drawn.map(|names| message!("figures-highlight", names = names)));
}

/// Lines of the caption: source and conditions that no subtitle has, then as many notes as there is room for, first those
/// on what is not shown. The others become [`FigureText::hidden`].
fn caption(corpus: &Corpus, words: &mut FigureText, height: f64, options: &Options) -> Vec<String> {
    let (size, width) = (options.roles().source, options.inner_width() * 0.96);
    let languages = if options.language == Language::Both { 2 } else { 1 };
    let (most, share) = (
        if options.width() < NARROW_BELOW_MM { CAPTION_LINES.1 } else { CAPTION_LINES.0 },
        if height < LOW_FIGURE { CAPTION_SHARE.1 } else { CAPTION_SHARE.0 },
    );
    let by_height = (share * height / (1.0 - share) / CAPTION_LINE) as usize;
    let room = languages * most.min(by_height.max(1));
    let source = match &options.source {
        SourceLine::Text(text) => text.clone(),
        SourceLine::Own => source_inputs(corpus, options.language),
    };
    let has_subtitle = matches!(options.heading, Heading::Own | Heading::Subtitle);
    let mut notes: Vec<(String, String)> = options.conditions.iter().filter(|_| !has_subtitle).cloned().collect();
    let drawn = |merge: &&MergeNote| words.drawn_institutions.contains(&merge.institution);
    let merges = options.merges.iter().filter(drawn).map(|merge| &merge.text);
    let optional = words.excluded.iter().chain(&words.notes).chain(merges).chain(&options.notes);
    let set = |notes: &[(String, String)]| {
        let mut sentences = vec![source.as_str()];
        if options.language != Language::English {
            sentences.extend(notes.iter().map(|(_, korean)| korean.as_str()));
        }
        if options.language != Language::Korean {
            sentences.extend(notes.iter().map(|(english, _)| english.as_str()));
        }
        sentences.retain(|part| !part.is_empty());
        wording::wrapped(&sentences.join(" "), size, Weight::Regular, width)
    };
    let mut hidden = Vec::new();
    for note in optional.filter(|(english, korean)| !english.is_empty() || !korean.is_empty()) {
        notes.push(note.clone());
        if set(&notes).len() > room {
            hidden.extend(notes.pop());
        }
    }
    words.hidden = hidden;
    set(&notes)
}

fn source_inputs(corpus: &Corpus, language: Language) -> String {
    let localizer = Localizer::for_figures(language);
    let mut inputs: Vec<String> = Vec::new();
    for input in corpus.inputs() {
        let name = if input.citation.is_empty() { &input.name } else { &input.citation };
        let text = match input.as_of {
            Some(day) if language == Language::Both => {
                localizer.render(&message!("figures-source-dated-both", name = name, date = day.to_string()))
            }
            Some(day) => localizer.render(&message!("figures-source-dated", name = name, date = day.to_string())),
            None => name.clone(),
        };
        if !text.is_empty() && !inputs.contains(&text) {
            inputs.push(text);
        }
    }
    // The order of the inputs has no influence.
    inputs.sort();
    if inputs.is_empty() {
        return String::new();
    }
    let label = Localizer::in_each(language, &message!("figures-source-label"));
    localizer.render(&message!("figures-source", label = label, inputs = inputs.join("; ")))
}

/// Assembles a figure from marks that end at `bottom`.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn figure(words: &FigureText, mut marks: Vec<Mark>, bottom: f64, options: &Options) -> Result<Figure, Error> {
    let theme = options.theme();
    let own: BTreeMap<&str, Color> = options.own_colors.iter().map(|(key, _, color)| (key.as_str(), *color)).collect();
    if !own.is_empty() {
        own_colors::paint(&mut marks, &own, theme);
    }
    let drawn = options.highlight.iter().map(|(key, _)| key).filter(|key| words.drawn_institutions.contains(*key));
    let drawn: BTreeSet<String> = drawn.cloned().collect();
    if !drawn.is_empty() {
        highlight::dim_others(&mut marks, &drawn, theme);
    }
    let language = options.language;
    let title = match &options.heading {
        Heading::Title(title) if !title.trim().is_empty() => title.clone(),
        _ => words.title.clone(),
    };
    let other_title = if options.heading == Heading::Own { words.other_title.clone() } else { String::new() };
    let excluded = words.excluded.iter().map(|(english, korean)| wording::first(language, english, korean)).collect();
    let header = FigureMetadata {
        view: words.view.to_owned(),
        title,
        other_title,
        description: alternative_text(words, options),
        lang: wording::code(language),
        theme: theme.name,
        id_prefix: clean_prefix(&options.id_prefix),
        frame: Rect::new(-MARGIN, -MARGIN, options.inner_width() + MARGIN, bottom + MARGIN),
        background: (options.background == Background::Page).then_some(theme.page),
        page: theme.page,
        fonts: fonts(options),
        excluded,
        statements: words.statements.clone(),
    };
    Figure::new(header, marks)
}

/// Font families in order of preference, as an SVG `font-family` list.
fn fonts(options: &Options) -> Cow<'static, str> {
    match &options.font_family {
        None => FONTS.into(),
        Some(family) => format!("'{family}',{FONTS}").into(),
    }
}

/// Alternative text: the description, followed by the conditions of the options and the notes for which the caption has
/// no room.
fn alternative_text(words: &FigureText, options: &Options) -> String {
    let more = |language: Language| {
        let notes = options.conditions.iter().chain(&words.hidden);
        let text = notes.map(|(english, korean)| wording::first(language, english, korean));
        text.collect::<Vec<_>>().join(" ")
    };
    if options.conditions.is_empty() && words.hidden.is_empty() {
        return words.description.clone();
    }
    format!("{} {}", words.description, wording::in_each(options.language, more)).trim().to_owned()
}

/// A valid start of an id: letters, digits, `-` and `_`, beginning with a letter.
fn clean_prefix(prefix: &str) -> String {
    let cleaned: String = prefix.chars().filter(|ch| ch.is_ascii_alphanumeric() || matches!(ch, '-' | '_')).collect();
    match cleaned.chars().next() {
        Some(ch) if !ch.is_ascii_alphabetic() => format!("f{cleaned}"),
        _ => cleaned,
    }
}
