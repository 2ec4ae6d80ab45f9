//! Composition of the lanes.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::Mark;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::Style;
use crate::drawing::columns::content::most_frequent_country;
use crate::drawing::findings::JointWorks;
use crate::drawing::frame::{self, Options};
use crate::drawing::lanes::captions;
use crate::drawing::lanes::content::LanesContent;
use crate::drawing::lanes::labels::LaneLabels;
use crate::drawing::lanes::marks::{self, WorkMark};
use crate::drawing::lanes::paint::LanesPainter;
use crate::drawing::names::Length;
use crate::drawing::row_label::{self, Languages, RowLabel};
use crate::drawing::subgraph::Subgraph;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::time_axis::TimeAxis;
use crate::drawing::wording;
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;
use crate::typography::{Weight, reserved_width};

/// Pitch of the lanes in points: the largest, and the smallest that many lanes have.
const PITCH: (f64, f64) = (24.0, 17.0);
/// Height of all lanes in points that a page has room for, at full width and in one column.
const MAX_HEIGHT: (f64, f64) = (540.0, 500.0);
/// Largest number of lanes, at full width and in one column.
const MAX_LANES: (usize, usize) = (30, 24);
/// Largest share of the width for names.
const MAX_NAMES_SHARE: f64 = 0.3;
/// Largest share of works that may be left out as too early, before fewer lanes are tried.
const MAX_EARLIER: f64 = 0.4;
/// Height of the axis labels, in points.
const HEAD: f64 = 12.0;

/// Lanes of a subgraph: the institutions of a country (by default of that with the most works) as rows on one true time
/// axis; joint works as linked dots, works of one institution as rings, partners without a lane as words. Works that would overlap
/// are moved apart; where that takes them too far from their dates, a dot stands for those of a year; where these do not
/// fit either, the first years are left out, and the figure says so.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose_subgraph(
    network: &Network<'_>,
    spec: &SubgraphSpec,
    home: Option<&Country>,
    options: &Options,
) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let subgraph = Subgraph::of(network, spec);
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(corpus) };
    let (wide, width) = (options.width() >= NARROW_BELOW_MM, options.inner_width());
    let frequent = most_frequent_country(corpus);
    let home = home.or(frequent.as_ref());
    let most = if wide { MAX_LANES.0 } else { MAX_LANES.1 };
    let with_lanes = |lanes: usize| {
        let full = LanesContent::of(corpus, home, lanes, &subgraph);
        fitted(corpus, full, wide, width, style)
    };
    let is_short = |chosen: &Chosen| {
        let earlier = chosen.content.earlier + chosen.content.lapsed_works;
        earlier as f64 > MAX_EARLIER * (chosen.content.works.len() + earlier) as f64
    };
    let mut chosen = with_lanes(most);
    for lanes in [most * 3 / 5, most * 2 / 5] {
        if is_short(&chosen) {
            let fewer = with_lanes(lanes);
            if fewer.content.works.len() > chosen.content.works.len() {
                chosen = fewer;
            }
        }
    }
    let Chosen { content, axis, work_marks, labels, names } = chosen;

    let found = JointWorks::of(corpus, &content.works);
    let headline = found.headline(corpus, style.kind).filter(|_| content.is_full(corpus));
    let mut words = captions::words(corpus, &content, &subgraph, style).headed(headline, options);
    let (mut marks, header) = frame::header(&words, options);
    let top = header + HEAD;
    let count = content.lanes.len().max(1) as f64;
    let pitch = (if wide { MAX_HEIGHT.0 } else { MAX_HEIGHT.1 } / count).clamp(PITCH.1, PITCH.0);
    let lanes: Vec<f64> = (0..content.lanes.len()).map(|lane| top + pitch * (lane as f64 + 0.62)).collect();
    let bottom = top + pitch * (count + 0.15);
    let painter = LanesPainter { corpus, content: &content, style, lanes: &lanes, names };
    if let Some(year) = found.end() {
        let end = axis.start_of(year);
        marks.push(painter.shade(end, axis.dated_end(), top, bottom));
    }
    marks.push(axis.grid(top, bottom, &lanes, style).into());
    for (lane, label) in labels.iter().enumerate() {
        let is_own =
            |work: &&crate::corpus::work::WorkId| corpus.institutions_of(**work).contains(&content.lanes[lane]);
        let works = content.works.iter().filter(is_own).count();
        marks.push(painter.lane(lane, label, works).into());
    }
    marks.extend(work_marks.iter().map(|mark| Mark::from(painter.work(mark))));
    let mut placer = LaneLabels {
        corpus,
        content: &content,
        style,
        lanes: &lanes,
        span: (axis.extent().0 - 4.0, width),
        obstacles: Vec::new(),
        dropped: (0, 0),
    };
    placer.add_marks(&work_marks);
    marks.extend(placer.place(&work_marks));
    words.extend_notes(captions::unnamed(placer.dropped, style.kind));
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let legend = captions::legend(&work_marks, &content, style);
    let (footer, bottom) = frame::footer(corpus, &mut words, &legend, bottom + 4.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

/// Content whose marks fit, with their axis and the names of the lanes.
struct Chosen {
    content: LanesContent,
    axis: TimeAxis,
    work_marks: Vec<WorkMark>,
    labels: Vec<RowLabel>,
    names: f64,
}

/// The content whose marks fit near their dates: all works, or those since the earliest year with which they do.
fn fitted(corpus: &Corpus, full: LanesContent, wide: bool, width: f64, style: Style<'_>) -> Chosen {
    let mut content = full.clone();
    loop {
        let mut labels = row_labels(corpus, &content.lanes, wide, style);
        let names = row_label::fit_column(&mut labels, width * MAX_NAMES_SHARE, style);
        let numbers = content.lanes.iter().map(|&id| corpus.works_of(id).len()).max().unwrap_or(0);
        let numbers = reserved_width(&wording::count(numbers), style.roles.name, Weight::Regular);
        let left = names + numbers + 12.0;
        let axis = TimeAxis::of(corpus, content.works.iter().copied(), left, width - 7.0, style);
        let (work_marks, fits) = marks::layout(corpus, &content, &axis);
        match content.later(corpus).filter(|_| !fits) {
            Some(later) => content = later,
            None => {
                return Chosen { content: content.within(corpus, &full), axis, work_marks, labels, names };
            }
        }
    }
}

fn row_labels(corpus: &Corpus, lanes: &[InstitutionId], wide: bool, style: Style<'_>) -> Vec<RowLabel> {
    let languages = if wide { Languages::Both } else { Languages::First };
    let length = if wide { Length::Long } else { Length::Short };
    lanes.iter().map(|&id| RowLabel::new(&corpus.institution(id).names, length, languages, style)).collect()
}
