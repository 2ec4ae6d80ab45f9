//! Panel in the empty upper triangle: the works behind the cells.

use crate::answer::mark::{Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Style};
use crate::drawing::matrix::grid::{FigureWidth, MatrixGrid};
use crate::drawing::matrix::ink::ink_on;
use crate::drawing::matrix::scale::ColorScale;
use crate::drawing::names::{self, Length};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::message;
use crate::messages::{Localizer, Message};
use crate::network::graph::Network;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width, width};

/// Gap between the names at the diagonal and the panel, in points.
const GAP: f64 = 10.0;
/// Height of the heading, in points.
const HEADING_HEIGHT: f64 = 13.0;
/// Line height, in points.
const LINE_HEIGHT: f64 = 8.4;
/// Gap after an entry, in points.
const ENTRY_GAP: f64 = 3.6;
/// Gap between the number and the text of an entry, in points.
const NUMBER_GAP: f64 = 3.6;
/// Smallest width of the panel, in points.
const MIN_WIDTH: f64 = 62.0;
/// Largest number of lines for the names of an entry.
const NAME_LINES: usize = 3;

/// Smallest number of entries, unless there are fewer.
const MIN_ENTRIES: usize = 2;

/// Cells of the matrix.
pub(super) struct MatrixCells<'c> {
    pub(super) members: &'c [InstitutionId],
    pub(super) ties: &'c [usize],
    pub(super) scale: &'c ColorScale,
    /// Whether institutions or ties are excluded.
    pub(super) is_partial: bool,
}

/// Entry of the panel: a number, its institutions (keys and names), and its works.
struct PanelEntry {
    count: f64,
    keys: Vec<String>,
    actors: String,
    evidence: String,
}

/// Entry wrapped to lines for a width.
struct WrappedEntry {
    entry: usize,
    lines: Vec<(String, Weight)>,
    height: f64,
}

/// Marks of the panel; none where fewer than [`MIN_ENTRIES`] entries fit.
pub(super) fn compose(
    network: &Network<'_>,
    cells: &MatrixCells<'_>,
    grid: &MatrixGrid,
    wide: FigureWidth,
    style: Style<'_>,
) -> Vec<Mark> {
    let (heading, strongest, entries) = entries(network, cells, wide, style);
    let mut best: Option<(usize, f64, Vec<WrappedEntry>)> = None;
    // The panel may start right of any row, and ends above the next row that reaches into it.
    for row in 0..grid.rows.len() {
        let left = (0..=row).map(|above| grid.row_end(above, style)).fold(0.0, f64::max) + GAP;
        let width = grid.width - left;
        if width < MIN_WIDTH {
            break;
        }
        let height = (row as f64 + 1.0) * grid.pitch - HEADING_HEIGHT;
        let wrapped = wrap_entries(&entries, width, height, style);
        if wrapped.len() > best.as_ref().map_or(0, |best| best.0) {
            best = Some((wrapped.len(), left, wrapped));
        }
    }
    let min_entries = entries.len().min(MIN_ENTRIES);
    match best {
        Some((count, left, wrapped)) if count >= min_entries => {
            let (shown, all) = (count, entries.len());
            let heading = match shown < all {
                true => message!("figures-matrix-panel-first", heading = strongest, shown = shown, all = all),
                false => heading,
            };
            let words =
                [Localizer::in_each(style.language, &heading), Localizer::for_figures(style.language).render(&heading)];
            draw(&words, &entries, &wrapped, left, (grid, cells.scale), style)
        }
        _ => Vec::new(),
    }
}

/// Heading for all entries, heading for a selection of the strongest, and the entries by descending strength: teams
/// where every work of the cells can be listed, otherwise pairs.
fn entries(
    network: &Network<'_>,
    cells: &MatrixCells<'_>,
    wide: FigureWidth,
    style: Style<'_>,
) -> (Message, Message, Vec<PanelEntry>) {
    let members = cells.members;
    let shown = |id: &InstitutionId| members.contains(id);
    let mut teams = actor::teams(network);
    teams.retain(|(team, _)| team.iter().filter(|id| shown(id)).count() > 1);
    // Teams are listed only where all of their members and ties are drawn.
    let tie = |a: &InstitutionId, b: &InstitutionId| network.tie_between(network.node_of(*a), network.node_of(*b));
    let is_drawn = |team: &[InstitutionId]| {
        let mut pairs = team.iter().enumerate().flat_map(|(at, a)| team[at + 1..].iter().map(move |b| (a, b)));
        pairs.all(|(a, b)| tie(a, b).is_some_and(|tie| cells.ties.contains(&tie)))
    };
    let is_of_works = cells.ties.iter().all(|&tie| !network.evidence(tie).is_empty());
    let all_shown = teams.iter().all(|(team, _)| team.iter().all(&shown) && is_drawn(team));
    if is_of_works && teams.len() <= members.len() && all_shown {
        teams.sort_by_key(|(team, works)| (std::cmp::Reverse(works.len()), works[0], team[0]));
        for (team, _) in &mut teams {
            team.sort_by_key(|id| members.iter().position(|member| member == id));
        }
        let entries = teams.iter().map(|(team, works)| entry(network, team, works, wide, style)).collect();
        let all = message!("figures-matrix-panel-works", kind = style.kind);
        let strongest = message!("figures-matrix-panel-most-works", kind = style.kind);
        return (all, strongest, entries);
    }
    let mut pairs: Vec<usize> = cells.ties.to_vec();
    pairs.sort_by(|&a, &b| actor::joint_count(network, b).total_cmp(&actor::joint_count(network, a)).then(a.cmp(&b)));
    let pair_entries = pairs.iter().map(|&tie| {
        let (a, b, _) = network.tie(tie);
        let team: Vec<InstitutionId> = [a, b].iter().filter_map(|&node| network.institution(node)).collect();
        let mut entry = entry(network, &team, network.evidence(tie), wide, style);
        entry.count = actor::joint_count(network, tie);
        if network.evidence(tie).is_empty() {
            entry.evidence = actor::works_or_weight(network.corpus(), &[], entry.count, style.language);
        }
        entry
    });
    let heading = match (cells.is_partial, style.kind.has_works()) {
        (true, _) => message!("figures-matrix-panel-strongest-shown"),
        (false, true) => message!("figures-matrix-panel-strongest-works"),
        (false, false) => message!("figures-matrix-panel-strongest-weight"),
    };
    (heading.clone(), heading, pair_entries.collect())
}

fn entry(
    network: &Network<'_>,
    team: &[InstitutionId],
    works: &[WorkId],
    wide: FigureWidth,
    style: Style<'_>,
) -> PanelEntry {
    let corpus = network.corpus();
    let length = if wide == FigureWidth::Full && team.len() < 4 { Length::Long } else { Length::Short };
    let name = |&id: &InstitutionId| names::label(&corpus.institution(id).names, style.language, length).first;
    let actors = team.iter().map(name).collect::<Vec<_>>().join(" · ");
    let works_text = match works {
        [] => String::new(),
        [first] => corpus.work_name(*first).to_owned(),
        [first, second] => format!("{}, {}", corpus.work_name(*first), corpus.work_name(*second)),
        [first, rest @ ..] => format!("{}{}", corpus.work_name(*first), actor::and_more(rest.len(), style)),
    };
    let years = actor::period_label(corpus, works, style.language);
    let evidence = if years.is_empty() { works_text } else { format!("{works_text} ({years})") };
    PanelEntry {
        count: works.len() as f64,
        keys: team.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
        actors,
        evidence,
    }
}

fn wrap_entries(entries: &[PanelEntry], width: f64, height: f64, style: Style<'_>) -> Vec<WrappedEntry> {
    let (size, max_width) = (style.roles.source, (width - box_width(entries, style) - NUMBER_GAP) / 1.1);
    let mut wrapped = Vec::new();
    let mut used_height = 0.0;
    for (index, entry) in entries.iter().enumerate() {
        let mut lines: Vec<(String, Weight)> = wrap_limited(&entry.actors, size, Weight::Bold, max_width, NAME_LINES);
        lines.extend(wrap_limited(&entry.evidence, size, Weight::Regular, max_width, 3));
        let entry_height = lines.len() as f64 * LINE_HEIGHT;
        if used_height + entry_height > height {
            break;
        }
        used_height += entry_height + ENTRY_GAP;
        wrapped.push(WrappedEntry { entry: index, lines, height: entry_height });
    }
    wrapped
}

fn wrap_limited(text: &str, size: f64, weight: Weight, max_width: f64, rows: usize) -> Vec<(String, Weight)> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut lines = wording::wrapped(text, size, weight, max_width);
    if lines.len() > rows {
        let rest = lines.split_off(rows - 1).join(" ");
        lines.push(wording::ellipsized(&rest, size, weight, max_width));
    }
    lines.into_iter().map(|line| (line.trim_end_matches(" ·").trim_start_matches("· ").to_owned(), weight)).collect()
}

fn draw(
    headings: &[String; 2],
    entries: &[PanelEntry],
    wrapped: &[WrappedEntry],
    left: f64,
    (grid, scale): (&MatrixGrid, &ColorScale),
    style: Style<'_>,
) -> Vec<Mark> {
    let (theme, roles, box_width) = (style.theme, style.roles, box_width(entries, style));
    let mut y = grid.top + LINE_HEIGHT / 2.0;
    let max_width = (grid.width - left) / 1.1;
    let fits = |text: &&String| width(text, roles.legend, Weight::Regular) <= max_width;
    let heading = headings.iter().find(fits).unwrap_or(&headings[1]);
    let title = wording::ellipsized(heading, roles.legend, Weight::Regular, max_width);
    let mut marks: Vec<Mark> = vec![actor::line(title, left, y, roles.legend, theme.muted).into()];
    let rule = vec![PathSegment::Move(Point::new(left, y + 6.0)), PathSegment::Line(Point::new(grid.width, y + 6.0))];
    marks.push(Mark::Path(rule, Paint { cap: Default::default(), ..Paint::line(theme.faint, 0.5) }));
    y += HEADING_HEIGHT;
    for wrapped_entry in wrapped {
        let entry = &entries[wrapped_entry.entry];
        let mut own = number(entry.count, (left, box_width), y, scale, style);
        for (line, (text, weight)) in wrapped_entry.lines.iter().enumerate() {
            let ink = if *weight == Weight::Bold { theme.ink } else { theme.muted };
            let mut text =
                actor::line(text, left + box_width + NUMBER_GAP, y + line as f64 * LINE_HEIGHT, roles.source, ink);
            if *weight == Weight::Bold {
                text = text.bold();
            }
            own.push(text.into());
        }
        marks.push(
            MarkGroup { role: MarkRole::Label(entry.keys.clone()), ..MarkGroup::new("hyperedge team", own) }.into(),
        );
        y += wrapped_entry.height + ENTRY_GAP;
    }
    marks
}

/// Number of an entry on the colour of its cell.
fn number(count: f64, (left, box_width): (f64, f64), center_y: f64, scale: &ColorScale, style: Style<'_>) -> Vec<Mark> {
    let size = style.roles.number;
    let color = scale.color(count, style.theme);
    let center_x = left + box_width / 2.0;
    let mut marks =
        vec![Mark::Rect(Rect::around(Point::new(center_x, center_y), box_width, 8.4), 1.6, Paint::fill(color))];
    if let Some(ink) = ink_on(color, style.theme) {
        let base = Point::new(center_x, center_y + BASELINE_OFFSET * size);
        let text = actor::weight_text(count);
        marks.push(TextLine::new(text, base, size, ink).bold().anchored(TextAnchor::Middle).into());
    }
    marks
}

/// Width of the boxes of the numbers: all as wide as the widest number needs.
fn box_width(entries: &[PanelEntry], style: Style<'_>) -> f64 {
    const OF_TWO_DIGITS: f64 = 9.4;
    let needed = |entry: &PanelEntry| {
        let width = reserved_width(&actor::weight_text(entry.count), style.roles.number, Weight::Bold);
        if width > OF_TWO_DIGITS { width + 1.0 } else { OF_TWO_DIGITS }
    };
    entries.iter().map(needed).fold(OF_TWO_DIGITS, f64::max)
}
