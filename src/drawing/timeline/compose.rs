//! Composition of the timeline: rows, columns, bands of years and texts.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Style};
use crate::drawing::encoding::form;
use crate::drawing::findings::JointWorks;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::map::evidence::abbreviated;
use crate::drawing::names::{self, Length};
use crate::drawing::row_label::{self, Languages, RowLabel};
use crate::drawing::subgraph::Subgraph;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::timeline::columns::{TimelineColumns, layout_columns};
use crate::drawing::timeline::content::{TimelineContent, select_content};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::{Localizer, Message};
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;
use crate::typography::{Weight, reserved_width};

/// Pitch of the rows, in points.
const ROW_PITCH: f64 = 12.2;
/// Largest number of rows, which fit a page.
const MAX_ROWS: usize = 36;
/// Angle of the works' names, in degrees.
const LABEL_ANGLE: f64 = -50.0;
/// Sine and cosine of the angle's magnitude.
const LABEL_SIN: f64 = 0.766_044_443_118_978;
const LABEL_COS: f64 = 0.642_787_609_686_539_3;
/// Smallest pitch of the columns in points, at which names do not touch.
const MIN_PITCH: f64 = 8.5;
/// Largest width of a work's name in points, at full width and in one column.
const MAX_NAME_WIDTH: (f64, f64) = (92.0, 66.0);
/// Largest share of the width for the names of institutions.
const MAX_NAMES_SHARE: f64 = 0.34;
/// Largest number of columns with long names of institutions.
const MAX_COLUMNS_LONG_NAMES: usize = 24;
/// Radius of a dot, in points.
const DOT_RADIUS: f64 = 3.3;
/// Stroke width of the bar between the institutions of a work, in points.
const BAR_WIDTH: f64 = 1.7;

/// Timeline of a corpus: institutions as rows, works as columns by date. Where the works do not fit, joint works are
/// drawn, of these the latest, and the source line says how many are excluded. The rows are ordered by
/// [`seriate_components`](crate::drawing::seriation::seriate_components).
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(corpus: &Corpus, options: &Options) -> Result<Figure, Error> {
    compose_subgraph(&Network::one_mode(corpus, Projection::default()), &SubgraphSpec::default(), options)
}

/// Timeline of a subgraph: rows are its institutions, columns their works.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose_subgraph(network: &Network<'_>, spec: &SubgraphSpec, options: &Options) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let subgraph = Subgraph::of(network, spec);
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(corpus) };
    let wide = options.width() >= NARROW_BELOW_MM;
    let max_name_width = if wide { MAX_NAME_WIDTH.0 } else { MAX_NAME_WIDTH.1 };
    let width = options.inner_width();
    let mut max_columns = (width / MIN_PITCH) as usize;
    // The names of more columns may need more width: reduce the number of columns until all fit.
    let (content, rows, labels, left, overhang) = loop {
        let content = select_content(corpus, max_columns, MAX_ROWS, &subgraph);
        let mut rows = row_names(corpus, &content.rows, wide, content.works.len(), style);
        let left = row_label::fit_column(&mut rows, width * MAX_NAMES_SHARE, style) + 16.0;
        let labels = work_labels(corpus, &content.works, max_name_width, style);
        let overhang = labels.last().map_or(0.0, |label| label.width() * LABEL_COS + 3.0).max(6.0);
        let fit = ((width - left - overhang) / MIN_PITCH).max(1.0) as usize;
        if content.works.len() <= fit || max_columns <= 1 {
            break (content, rows, labels, left, overhang);
        }
        max_columns = fit.min(content.works.len() - 1).max(1);
    };
    let is_full = content.works.len() + content.works_without_institution == corpus.work_count();
    let headline = JointWorks::of(corpus, &content.works).headline(corpus, style.kind).filter(|_| is_full);
    let mut words = words(corpus, &content, &subgraph, style).headed(headline, options);
    let (mut marks, header_height) = frame::header(&words, options);
    let columns = layout_columns(corpus, &content.works, left, width - overhang, style);
    let label_height = labels.iter().map(|label| label.width() * LABEL_SIN).fold(0.0, f64::max);
    let top = header_height + label_height + 8.0;
    let painter = TimelinePainter { corpus, content: &content, columns: &columns, style, left, top };
    marks.extend(painter.bands());
    marks.extend(rows.iter().enumerate().map(|(row, name)| Mark::from(painter.row(row, name))));
    marks.extend(labels.iter().enumerate().map(|(column, label)| Mark::from(painter.work_column(column, label))));
    let bottom = painter.bottom() + 12.0;
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let (footer, bottom) = frame::footer(corpus, &mut words, &painter.legend(), bottom, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

/// Row labels; long names where there are few columns.
fn row_names(corpus: &Corpus, ids: &[InstitutionId], wide: bool, columns: usize, style: Style<'_>) -> Vec<RowLabel> {
    let lines = if wide { Languages::Both } else { Languages::First };
    let length = if wide && columns <= MAX_COLUMNS_LONG_NAMES { Length::Long } else { Length::Short };
    ids.iter().map(|&id| RowLabel::new(&corpus.institution(id).names, length, lines, style)).collect()
}

/// Name of a work at the top of its column.
struct WorkLabel {
    text: String,
    weight: Weight,
    size: f64,
}

impl WorkLabel {
    fn width(&self) -> f64 {
        reserved_width(&self.text, self.size, self.weight)
    }
}

fn work_labels(corpus: &Corpus, works: &[WorkId], max_columns: f64, style: Style<'_>) -> Vec<WorkLabel> {
    let size = style.roles.evidence;
    let names: Vec<&str> = works.iter().map(|&work| corpus.work_name(work)).collect();
    works
        .iter()
        .map(|&work| {
            let weight = if corpus.actor_count(work) > 1 { Weight::Bold } else { Weight::Regular };
            let name = corpus.work_name(work);
            let full = wording::ellipsized(name, size, weight, max_columns);
            let text = if full == name {
                full
            } else {
                wording::ellipsized(&abbreviated(name, &names), size, weight, max_columns)
            };
            WorkLabel { text, weight, size }
        })
        .collect()
}

struct TimelinePainter<'s> {
    corpus: &'s Corpus,
    content: &'s TimelineContent,
    columns: &'s TimelineColumns,
    style: Style<'s>,
    left: f64,
    top: f64,
}

impl TimelinePainter<'_> {
    fn center(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * ROW_PITCH
    }

    fn bottom(&self) -> f64 {
        self.top + self.content.rows.len() as f64 * ROW_PITCH
    }

    fn right(&self) -> f64 {
        self.columns.bands.last().map_or(self.left, |band| band.right)
    }

    /// Bands of the years, every other one tinted, with the years below.
    fn bands(&self) -> Vec<Mark> {
        let theme = self.style.theme;
        let mut marks = Vec::new();
        for (index, band) in self.columns.bands.iter().enumerate() {
            let mut own = Vec::new();
            if index % 2 == 0 {
                own.push(Mark::Rect(
                    Rect::new(band.left, self.top, band.right, self.bottom()),
                    0.0,
                    Paint::fill(theme.panel),
                ));
            }
            if !band.label.is_empty() {
                let center = (band.left + band.right) / 2.0;
                let text = actor::line(&band.label, center, self.bottom() + 5.6, self.style.roles.legend, theme.ink);
                let text = if band.year.is_some() { text.bold() } else { text };
                own.push(text.anchored(TextAnchor::Middle).into());
            }
            marks.push(MarkGroup::new("year", own).into());
        }
        marks
    }

    fn row(&self, row: usize, name: &RowLabel) -> MarkGroup {
        let (theme, id) = (self.style.theme, self.content.rows[row]);
        let institution = self.corpus.institution(id);
        let (center, color) = (self.center(row), theme.sector(institution.sector()));
        let rule = |from: f64, to: f64, paint: Paint| {
            Mark::Path(
                vec![PathSegment::Move(Point::new(from, center)), PathSegment::Line(Point::new(to, center))],
                paint,
            )
        };
        let mut marks = vec![rule(self.left, self.right(), Paint::line(theme.faint, 0.6))];
        let own: Vec<f64> = (0..self.content.works.len())
            .filter(|&column| self.corpus.institutions_of(self.content.works[column]).contains(&id))
            .map(|column| self.columns.x[column])
            .collect();
        if let (Some(&first), Some(&last)) = (own.first(), own.last())
            && own.len() > 1
        {
            marks.push(rule(first, last, Paint::line(color, 1.2).stroked_at(0.6)));
        }
        let at = Point::new(self.left - 6.0, center);
        marks.push(actor::sector_mark(form(institution.sector()), at, 3.0, color));
        marks.extend(name.marks(self.left - 12.5, center, self.style));
        actor::node(self.corpus, id, actor::mark_outline(institution, at, 3.0), marks, self.style)
    }

    /// Column of a work: its name, the bar, and a dot for each of its institutions.
    fn work_column(&self, column: usize, label: &WorkLabel) -> MarkGroup {
        let (theme, work) = (self.style.theme, self.content.works[column]);
        let x = self.columns.x[column];
        let team = self.corpus.institutions_of(work);
        let rows: Vec<usize> =
            (0..self.content.rows.len()).filter(|&row| team.contains(&self.content.rows[row])).collect();
        let mut marks = Vec::new();
        if let (Some(&first), Some(&last)) = (rows.first(), rows.last())
            && rows.len() > 1
        {
            let steps = vec![
                PathSegment::Move(Point::new(x, self.center(first))),
                PathSegment::Line(Point::new(x, self.center(last))),
            ];
            marks.push(Mark::Path(steps, Paint::line(theme.ink, BAR_WIDTH)));
        }
        for &row in &rows {
            let sector = self.corpus.institution(self.content.rows[row]).sector();
            marks.push(actor::sector_mark(
                form(sector),
                Point::new(x, self.center(row)),
                DOT_RADIUS,
                theme.sector(sector),
            ));
        }
        let mut text = TextLine::new(&label.text, Point::new(x + 2.2, self.top - 4.0), label.size, theme.ink);
        if label.weight == Weight::Bold {
            text = text.bold();
        }
        text.turn = LABEL_ANGLE;
        marks.push(text.into());
        let name = |&id: &InstitutionId| names::plain(&self.corpus.institution(id).names, self.style.language);
        let date = self.corpus.date(work).map_or(String::new(), |date| format!(" ({date})"));
        let keys = team.iter().map(|&id| self.corpus.institution(id).id.clone()).collect();
        MarkGroup {
            id: Some(format!("w-{}", self.corpus.work_key(work))),
            class: "node work".to_owned(),
            data: vec![
                ("id", self.corpus.work_key(work)),
                ("kind", "work".to_owned()),
                ("date", self.corpus.date(work).map_or(String::new(), |date| date.to_string())),
            ],
            title: Some(format!(
                "{}{date}: {}",
                self.corpus.work_name(work),
                team.iter().map(name).collect::<Vec<_>>().join(", ")
            )),
            role: MarkRole::Hyperedge(keys),
            marks,
        }
    }

    fn legend(&self) -> Vec<LegendEntry> {
        let (theme, language) = (self.style.theme, self.style.language);
        let sectors = self.content.rows.iter().map(|&id| self.corpus.institution(id).sector());
        let mut entries = legend::sector_entries(sectors, theme, language);
        let joint = |work: &WorkId| self.corpus.actor_count(*work) > 1;
        if self.content.works.iter().any(joint) {
            let text = Localizer::in_each(language, &message!("figures-timeline-legend-joint", kind = self.style.kind));
            entries.push(LegendEntry::new(Symbol::Line(theme.ink, BAR_WIDTH), text));
        }
        entries
    }
}

fn words(corpus: &Corpus, content: &TimelineContent, subgraph: &Subgraph<'_, '_>, style: Style<'_>) -> FigureText {
    let kind = style.kind;
    let title = match kind {
        WorkKind::Model => message!("figures-timeline-title-models"),
        _ => message!("figures-timeline-title-works"),
    };
    let subtitle = message!("figures-timeline-subtitle", kind = kind);
    let mut words = FigureText::new("timeline", style.language, title, subtitle, description(corpus, content, kind));
    subgraph.notes(kind).into_iter().for_each(|note| words.exclude(note));
    words.extend_excluded(selection_note(content, kind));
    if content.excluded_solo > 0 && content.has_joint {
        words.exclude(message!("figures-timeline-solo", excluded = content.excluded_solo, kind = kind));
    }
    if content.institutions_without_row > 0 {
        let count = content.institutions_without_row;
        words.exclude(message!("figures-timeline-without-row", count = count, kind = kind));
    }
    if content.works_without_institution > 0 {
        let count = content.works_without_institution;
        words.exclude(message!("figures-without-institution", count = count, kind = kind));
    }
    words
}

/// Note on the works drawn where others of their kind are not: the latest, or undated ones.
fn selection_note(content: &TimelineContent, kind: WorkKind) -> Option<Message> {
    let shown = content.works.len();
    let excluded = if content.has_joint { content.excluded_joint } else { content.excluded_solo };
    if excluded == 0 {
        return None;
    }
    Some(match (content.is_latest, content.has_joint) {
        (true, true) => message!("figures-timeline-latest", shown = shown, kind = kind, excluded = excluded),
        (true, false) => message!("figures-timeline-latest-solo", shown = shown, kind = kind, excluded = excluded),
        (false, true) => message!("figures-timeline-undated-part", shown = shown, kind = kind, excluded = excluded),
        (false, false) => {
            message!("figures-timeline-undated-part-solo", shown = shown, kind = kind, excluded = excluded)
        }
    })
}

/// Description: years, works and institutions, and how many of the works are joint.
fn description(corpus: &Corpus, content: &TimelineContent, kind: WorkKind) -> Message {
    let shown = content.works.len();
    let joint = content.works.iter().filter(|&&work| corpus.actor_count(work) > 1).count();
    let works = frame::count_of(shown, corpus.work_count(), kind);
    let (rows, hidden) = (content.rows.len(), content.institutions_without_row);
    let institutions = match hidden {
        0 => message!("figures-timeline-institutions", shown = rows),
        _ => message!("figures-timeline-institutions-of", shown = rows, all = rows + hidden),
    };
    let joint = message!("figures-timeline-joint", joint = joint, kind = kind);
    match actor::period(corpus, &content.works) {
        None => message!("figures-timeline-undated", works = works, institutions = institutions, joint = joint),
        Some(years) => message!(
            "figures-timeline-description",
            years = years,
            works = works,
            institutions = institutions,
            joint = joint
        ),
    }
}
