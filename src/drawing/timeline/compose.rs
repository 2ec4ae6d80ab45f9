//! Composes the timeline.

use crate::answer::figure::{Error, Figure};
use crate::answer::korean::{Particle, attach};
use crate::answer::mark::{Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::encoding::form;
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::kind::WorkKind;
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::evidence::shortened;
use crate::drawing::member::{self, Look};
use crate::drawing::names::{self, Length};
use crate::drawing::part::Part;
use crate::drawing::rowname::{self, Lines, RowName};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::timeline::choice::{Choice, choose};
use crate::drawing::timeline::columns::{Columns, lay};
use crate::drawing::wording;
use crate::english::{agree, counted};
use crate::geometry::{Point, Rect};
use crate::network::counting::Projection;
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec as Wish;
use crate::typography::{Weight, reserved_width};

/// Pitch of the rows in points.
const ROW: f64 = 12.2;
/// Most rows: the figure stays on its page.
const MOST_ROWS: usize = 36;
/// Turn of the models' names in degrees.
const TURN: f64 = -50.0;
/// Sine and cosine of that turn.
const SIN: f64 = 0.766_044_443_118_978;
const COS: f64 = 0.642_787_609_686_539_3;
/// Narrowest pitch of columns: names at that turn do not touch.
const LEAST_PITCH: f64 = 8.5;
/// Longest model name in points, at full width and in one column.
const NAME_MOST: (f64, f64) = (92.0, 66.0);
/// Share of the width that names of institutions may take.
const NAMES_MOST: f64 = 0.34;
/// Columns up to which institutions have long names.
const LONG_UP_TO: usize = 24;
/// Radius of a dot.
const DOT: f64 = 3.3;
/// Width of the bar that joins the institutions of a model.
const BAR: f64 = 1.7;

/// Draws the timeline of a corpus. Where there are more models than columns of legible names, the joint ones
/// are shown, and of these the latest; the caption says what was left out. O(works log works + rows · works).
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(corpus: &Corpus, options: &Options) -> Result<Figure, Error> {
    compose_part(&Network::one_mode(corpus, Projection::default()), &Wish::default(), options)
}

/// The same of a part of the network: rows are its institutions, columns the works of these.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose_part(network: &Network<'_>, wish: &Wish, options: &Options) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let part = Part::of(network, wish);
    let (theme, roles) = (options.theme(), options.roles());
    let look = Look { theme, roles: &roles, language: options.language, kind: options.kind(corpus) };
    let wide = options.width() >= NARROW_BELOW_MM;
    let name_most = if wide { NAME_MOST.0 } else { NAME_MOST.1 };
    let width = options.inner_width();
    let mut most = (width / LEAST_PITCH) as usize;
    // The more columns, the longer the names may be that they must leave room for: fewer until all fit.
    let (choice, rows, labels, left, overhang) = loop {
        let choice = choose(corpus, most, MOST_ROWS, &part);
        let mut rows = row_names(corpus, &choice.rows, wide, choice.works.len(), look);
        let left = rowname::column(&mut rows, width * NAMES_MOST, look) + 16.0;
        let labels = model_labels(corpus, &choice.works, name_most, look);
        let overhang = labels.last().map_or(0.0, |label| label.reach() * COS + 3.0).max(6.0);
        let fit = ((width - left - overhang) / LEAST_PITCH).max(1.0) as usize;
        if choice.works.len() <= fit || most <= 1 {
            break (choice, rows, labels, left, overhang);
        }
        most = fit.min(choice.works.len() - 1).max(1);
    };
    let mut words = words(corpus, &choice, &part, look);
    let (mut marks, head) = frame::head(&words, options);
    let columns = lay(corpus, &choice.works, left, width - overhang, look);
    let tall = labels.iter().map(|label| label.reach() * SIN).fold(0.0, f64::max);
    let top = head + tall + 8.0;
    let sheet = Sheet { corpus, choice: &choice, columns: &columns, look, left, top };
    marks.extend(sheet.bands());
    marks.extend(rows.iter().enumerate().map(|(row, name)| Mark::from(sheet.row(row, name))));
    marks.extend(labels.iter().enumerate().map(|(column, label)| Mark::from(sheet.model(column, label))));
    let bottom = sheet.bottom() + 12.0;
    words.notes.extend(frame::cut_note(&marks));
    words.drawn = frame::institutions_in(&marks);
    let (foot, bottom) = frame::foot(corpus, &words, &sheet.legend(), bottom, options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, options)
}

/// Long names where the columns leave room for them.
fn row_names(corpus: &Corpus, ids: &[InstitutionId], wide: bool, columns: usize, look: Look<'_>) -> Vec<RowName> {
    let lines = if wide { Lines::Both } else { Lines::First };
    let length = if wide && columns <= LONG_UP_TO { Length::Long } else { Length::Short };
    ids.iter().map(|&id| RowName::new(&corpus.institution(id).names, length, lines, look)).collect()
}

/// Name of a model at the head of its column.
struct ModelLabel {
    text: String,
    weight: Weight,
    size: f64,
}

impl ModelLabel {
    fn reach(&self) -> f64 {
        reserved_width(&self.text, self.size, self.weight)
    }
}

fn model_labels(corpus: &Corpus, works: &[WorkId], most: f64, look: Look<'_>) -> Vec<ModelLabel> {
    let size = look.roles.evidence;
    let names: Vec<&str> = works.iter().map(|&work| corpus.work_name(work)).collect();
    works
        .iter()
        .map(|&work| {
            let weight = if corpus.institutions_of(work).len() > 1 { Weight::Bold } else { Weight::Regular };
            let name = corpus.work_name(work);
            let whole = wording::fitted(name, size, weight, most);
            let text =
                if whole == name { whole } else { wording::fitted(&shortened(name, &names), size, weight, most) };
            ModelLabel { text, weight, size }
        })
        .collect()
}

struct Sheet<'s> {
    corpus: &'s Corpus,
    choice: &'s Choice,
    columns: &'s Columns,
    look: Look<'s>,
    left: f64,
    top: f64,
}

impl Sheet<'_> {
    fn middle(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * ROW
    }

    fn bottom(&self) -> f64 {
        self.top + self.choice.rows.len() as f64 * ROW
    }

    fn right(&self) -> f64 {
        self.columns.bands.last().map_or(self.left, |band| band.right)
    }

    /// Bands of the years, every other one tinted, and the years under them.
    fn bands(&self) -> Vec<Mark> {
        let theme = self.look.theme;
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
                let middle = (band.left + band.right) / 2.0;
                let text = member::line(&band.label, middle, self.bottom() + 5.6, self.look.roles.legend, theme.ink);
                let text = if band.year.is_some() { text.bold() } else { text };
                own.push(text.anchored(TextAnchor::Middle).into());
            }
            marks.push(MarkGroup::new("year", own).into());
        }
        marks
    }

    fn row(&self, row: usize, name: &RowName) -> MarkGroup {
        let (theme, id) = (self.look.theme, self.choice.rows[row]);
        let institution = self.corpus.institution(id);
        let (middle, color) = (self.middle(row), theme.sector(institution.sector()));
        let rule = |from: f64, to: f64, paint: Paint| {
            Mark::Path(
                vec![PathSegment::Move(Point::new(from, middle)), PathSegment::Line(Point::new(to, middle))],
                paint,
            )
        };
        let mut marks = vec![rule(self.left, self.right(), Paint::line(theme.faint, 0.6))];
        let own: Vec<f64> = (0..self.choice.works.len())
            .filter(|&column| self.corpus.institutions_of(self.choice.works[column]).contains(&id))
            .map(|column| self.columns.x[column])
            .collect();
        if let (Some(&first), Some(&last)) = (own.first(), own.last())
            && own.len() > 1
        {
            marks.push(rule(first, last, Paint::line(color, 1.2).stroked_at(0.6)));
        }
        let at = Point::new(self.left - 6.0, middle);
        marks.push(member::dot(form(institution.sector()), at, 3.0, color));
        marks.extend(name.marks(self.left - 12.5, middle, self.look));
        member::node(self.corpus, id, member::mark_outline(institution, at, 3.0), marks, self.look)
    }

    /// A model: its name, the bar, a dot for each of its institutions.
    fn model(&self, column: usize, label: &ModelLabel) -> MarkGroup {
        let (theme, work) = (self.look.theme, self.choice.works[column]);
        let x = self.columns.x[column];
        let team = self.corpus.institutions_of(work);
        let rows: Vec<usize> =
            (0..self.choice.rows.len()).filter(|&row| team.contains(&self.choice.rows[row])).collect();
        let mut marks = Vec::new();
        if let (Some(&first), Some(&last)) = (rows.first(), rows.last())
            && rows.len() > 1
        {
            let steps = vec![
                PathSegment::Move(Point::new(x, self.middle(first))),
                PathSegment::Line(Point::new(x, self.middle(last))),
            ];
            marks.push(Mark::Path(steps, Paint::line(theme.ink, BAR)));
        }
        for &row in &rows {
            let sector = self.corpus.institution(self.choice.rows[row]).sector();
            marks.push(member::dot(form(sector), Point::new(x, self.middle(row)), DOT, theme.sector(sector)));
        }
        let mut text = TextLine::new(&label.text, Point::new(x + 2.2, self.top - 4.0), label.size, theme.ink);
        if label.weight == Weight::Bold {
            text = text.bold();
        }
        text.turn = TURN;
        marks.push(text.into());
        let name = |&id: &InstitutionId| names::plain(&self.corpus.institution(id).names, self.look.language);
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

    fn legend(&self) -> Vec<Entry> {
        let (theme, language) = (self.look.theme, self.look.language);
        let sectors = self.choice.rows.iter().map(|&id| self.corpus.institution(id).sector());
        let mut entries = legend::sectors(sectors, theme, language);
        let joint = |work: &WorkId| self.corpus.institutions_of(*work).len() > 1;
        if self.choice.works.iter().any(joint) {
            let (one, noun) = (self.look.kind.one(), self.look.kind.korean());
            let english = format!("Bar, bold name = joint {one}");
            let text = wording::both(language, &english, &format!("막대·굵은 이름 = 공동 {noun}"));
            entries.push(Entry::new(Symbol::Line(theme.ink, BAR), text));
        }
        entries
    }
}

fn words(corpus: &Corpus, choice: &Choice, part: &Part<'_, '_>, look: Look<'_>) -> Words {
    let (language, kind) = (look.language, look.kind);
    let (many, noun) = (kind.many(), kind.korean());
    let english = format!("Columns are {many} in order of their date; dots are the institutions behind them");
    let korean = format!("세로줄 = 발표순 {noun}, 점 = 참여 기관");
    let joint = choice.works.iter().filter(|&&work| corpus.institutions_of(work).len() > 1).count();
    let years = member::years(corpus, &choice.works);
    let (shown, rows) = (choice.works.len(), choice.rows.len());
    let span = if years.is_empty() { String::new() } else { format!("{years}: ") };
    let title = match kind {
        WorkKind::Model => ("Who built what with whom, and when", "연도별 공동 개발: 누가 언제 함께 만들었나"),
        _ => ("Who published what with whom, and when", "연도별 공동 발표: 누가 언제 함께 발표했나"),
    };
    let made = if kind == WorkKind::Model { "만들었다" } else { "발표했다" };
    let all = corpus.work_count();
    let (of, of_ko) = if shown < all {
        (format!("{shown} of {}", kind.counted(all)), format!("{} 중 {}", kind.counted_korean(all), kind.pieces(shown)))
    } else {
        (kind.counted(shown), kind.counted_korean(shown))
    };
    let mut words = Words {
        description: wording::both(
            language,
            &format!(
                "{span}{of} by {}, {joint} of them by more than one institution.",
                counted(rows, "institution", "institutions")
            ),
            &format!(
                "{span}기관 {rows}곳의 {of_ko}, 그 가운데 {} 여러 기관이 함께 {made}.",
                attach(&kind.pieces(joint), Particle::Topic)
            ),
        ),
        ..Words::headed("timeline", language, title, (english, korean))
    };
    words.left_out.extend(part.told(look.kind));
    if choice.joint_dropped > 0 {
        let dropped = wording::count(choice.joint_dropped);
        words.left_out.push((
            format!(
                "The latest {}; {} not shown.",
                kind.joint(shown),
                counted(choice.joint_dropped, "earlier or undated one is", "earlier or undated ones are")
            ),
            format!(
                "가장 최근의 {}. 그 전이거나 날짜 없는 {} 그리지 않음.",
                kind.joint_korean(shown),
                attach(&format!("{dropped}{}", kind.counter()), Particle::Topic)
            ),
        ));
    }
    if choice.solo_dropped > 0 {
        let dropped = wording::count(choice.solo_dropped);
        words.left_out.push((
            format!(
                "{} not shown.",
                counted(
                    choice.solo_dropped,
                    &format!("{} of a single institution is", kind.one()),
                    &format!("{many} of a single institution are")
                )
            ),
            format!(
                "한 기관의 {} 그리지 않음.",
                attach(&format!("{noun} {dropped}{}", kind.counter()), Particle::Topic)
            ),
        ));
    }
    if choice.cut > 0 {
        words.left_out.push((
            format!(
                "{} behind these {many} {} no row.",
                counted(choice.cut, "more institution", "more institutions"),
                agree(choice.cut, "has", "have")
            ),
            format!("이 {noun}의 기관 {}곳은 줄이 없음.", choice.cut),
        ));
    }
    words
}
