//! What stands in the empty corner above the diagonal: the models behind the cells.

use crate::answer::korean::{Particle, attach};
use crate::answer::mark::{Mark, MarkGroup, MarkRole, Paint, PathSegment, TextAnchor, TextLine};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::matrix::compose::ink_on;
use crate::drawing::matrix::grid::{Grid, Wide};
use crate::drawing::matrix::scale::Scale;
use crate::drawing::member::{self, Look};
use crate::drawing::names::{self, Length};
use crate::drawing::wording;
use crate::geometry::{Point, Rect};
use crate::network::graph::Network;
use crate::typography::{MIDDLE, Weight, reserved_width, width};

/// Gap between the diagonal's names and the panel.
const GAP: f64 = 10.0;
/// Height of the heading.
const HEADING: f64 = 13.0;
/// Height of a line.
const LINE: f64 = 8.4;
/// Gap after an entry.
const AFTER: f64 = 3.6;
/// Room of the number before an entry.
const NUMBER: f64 = 13.0;
/// Narrowest panel.
const LEAST_WIDTH: f64 = 62.0;
/// Most lines of names in an entry.
const NAME_LINES: usize = 3;

/// A heading, English and Korean.
type Heading = (String, String);

/// Least entries, where there are more.
const LEAST_ENTRIES: usize = 2;

/// What is in the cells.
pub(super) struct Cells<'c> {
    pub(super) members: &'c [InstitutionId],
    pub(super) ties: &'c [usize],
    pub(super) scale: &'c Scale,
    /// Whether institutions or ties with partners here are not drawn.
    pub(super) is_part: bool,
}

/// What the panel tells of.
struct Entry {
    count: f64,
    keys: Vec<String>,
    who: String,
    what: String,
}

/// An entry broken into lines for a width.
struct Set {
    entry: usize,
    lines: Vec<(String, Weight)>,
    height: f64,
}

/// The panel, when at least one entry has room.
pub(super) fn compose(network: &Network<'_>, cells: &Cells<'_>, grid: &Grid, wide: Wide, look: Look<'_>) -> Vec<Mark> {
    let (heading, strongest, entries) = entries(network, cells, wide, look);
    let mut best: Option<(usize, f64, Vec<Set>)> = None;
    // The panel may begin beside any row and then ends above the next one that reaches into it.
    for row in 0..grid.rows.len() {
        let left = (0..=row).map(|above| grid.row_end(above, look)).fold(0.0, f64::max) + GAP;
        let width = grid.width - left;
        if width < LEAST_WIDTH {
            break;
        }
        let height = (row as f64 + 1.0) * grid.pitch - HEADING;
        let sets = settle(&entries, width, height, look);
        if sets.len() > best.as_ref().map_or(0, |best| best.0) {
            best = Some((sets.len(), left, sets));
        }
    }
    let least = entries.len().min(LEAST_ENTRIES);
    match best {
        Some((count, left, sets)) if count >= least => {
            let heading = if count < entries.len() { strongest } else { heading };
            let words = [both_of(look, &heading), wording::first(look.language, heading.0, heading.1)];
            draw(&words, &entries, &sets, left, (grid, cells.scale), look)
        }
        _ => Vec::new(),
    }
}

fn both_of(look: Look<'_>, (english, korean): &Heading) -> String {
    wording::both(look.language, english, korean)
}

/// What is told, with the heading when all of it has room, and the one when only the strongest has.
fn entries(network: &Network<'_>, cells: &Cells<'_>, wide: Wide, look: Look<'_>) -> (Heading, Heading, Vec<Entry>) {
    let members = cells.members;
    let shown = |id: &InstitutionId| members.contains(id);
    let mut teams = member::teams(network);
    teams.retain(|(team, _)| team.iter().filter(|id| shown(id)).count() > 1);
    // Teams tell of all works in the cells where each cell is here with all that is in it.
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
        let entries = teams.iter().map(|(team, works)| entry(network, team, works, wide, look)).collect();
        let (many, noun) = (look.kind.many(), look.kind.korean());
        let all = (format!("The {many} in the cells"), format!("칸에 든 {noun}"));
        let most = (format!("Most joint {many}"), format!("공동 {} 많은 곳", attach(noun, Particle::Subject)));
        return (all, most, entries);
    }
    let mut pairs: Vec<usize> = cells.ties.to_vec();
    pairs.sort_by(|&a, &b| member::joint(network, b).total_cmp(&member::joint(network, a)).then(a.cmp(&b)));
    let told = pairs.iter().map(|&tie| {
        let (a, b, _) = network.tie(tie);
        let team: Vec<InstitutionId> = [a, b].iter().filter_map(|&node| network.institution(node)).collect();
        let mut entry = entry(network, &team, network.evidence(tie), wide, look);
        entry.count = member::joint(network, tie);
        if network.evidence(tie).is_empty() {
            entry.what = member::told(network.corpus(), &[], entry.count, look.language);
        }
        entry
    });
    let heading = match (look.kind.has_works(), cells.is_part) {
        (true, false) => ("Strongest pairs", "가장 많이 함께한 짝"),
        (true, true) => ("Strongest pairs shown here", "그림 안 가장 강한 짝"),
        (false, false) => ("Strongest pairs", "가중치가 가장 큰 짝"),
        (false, true) => ("Strongest pairs shown here", "그림 안 가장 강한 짝"),
    };
    let heading = (heading.0.to_owned(), heading.1.to_owned());
    (heading.clone(), heading, told.collect())
}

fn entry(network: &Network<'_>, team: &[InstitutionId], works: &[WorkId], wide: Wide, look: Look<'_>) -> Entry {
    let corpus = network.corpus();
    let length = if wide == Wide::Yes && team.len() < 4 { Length::Long } else { Length::Short };
    let name = |&id: &InstitutionId| names::label(&corpus.institution(id).names, look.language, length).first;
    let who = team.iter().map(name).collect::<Vec<_>>().join(" · ");
    let models = match works {
        [] => String::new(),
        [first] => corpus.work_name(*first).to_owned(),
        [first, second] => format!("{}, {}", corpus.work_name(*first), corpus.work_name(*second)),
        [first, rest @ ..] => format!("{}{}", corpus.work_name(*first), member::more(rest.len(), look)),
    };
    let years = member::years(corpus, works);
    let what = if years.is_empty() { models } else { format!("{models} ({years})") };
    Entry {
        count: works.len() as f64,
        keys: team.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
        who,
        what,
    }
}

fn settle(entries: &[Entry], width: f64, height: f64, look: Look<'_>) -> Vec<Set> {
    let (size, most) = (look.roles.source, (width - NUMBER) / 1.1);
    let mut sets = Vec::new();
    let mut used = 0.0;
    for (index, entry) in entries.iter().enumerate() {
        let mut lines: Vec<(String, Weight)> = broken(&entry.who, size, Weight::Bold, most, NAME_LINES);
        lines.extend(broken(&entry.what, size, Weight::Regular, most, 3));
        let tall = lines.len() as f64 * LINE;
        if used + tall > height {
            break;
        }
        used += tall + AFTER;
        sets.push(Set { entry: index, lines, height: tall });
    }
    sets
}

fn broken(text: &str, size: f64, weight: Weight, most: f64, rows: usize) -> Vec<(String, Weight)> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let mut lines = wording::lines(text, size, weight, most);
    if lines.len() > rows {
        let rest = lines.split_off(rows - 1).join(" ");
        lines.push(wording::fitted(&rest, size, weight, most));
    }
    lines.into_iter().map(|line| (line.trim_end_matches(" ·").trim_start_matches("· ").to_owned(), weight)).collect()
}

fn draw(
    headings: &[String; 2],
    entries: &[Entry],
    sets: &[Set],
    left: f64,
    (grid, scale): (&Grid, &Scale),
    look: Look<'_>,
) -> Vec<Mark> {
    let (theme, roles) = (look.theme, look.roles);
    let mut y = grid.top + LINE / 2.0;
    let most = (grid.width - left) / 1.1;
    let fits = |text: &&String| width(text, roles.legend, Weight::Regular) <= most;
    let heading = headings.iter().find(fits).unwrap_or(&headings[1]);
    let title = wording::fitted(heading, roles.legend, Weight::Regular, most);
    let mut marks: Vec<Mark> = vec![member::line(title, left, y, roles.legend, theme.muted).into()];
    let rule = vec![PathSegment::Move(Point::new(left, y + 6.0)), PathSegment::Line(Point::new(grid.width, y + 6.0))];
    marks.push(Mark::Path(rule, Paint { cap: Default::default(), ..Paint::line(theme.faint, 0.5) }));
    y += HEADING;
    for set in sets {
        let entry = &entries[set.entry];
        let mut own = number(entry.count, left, y, scale, look);
        for (line, (text, weight)) in set.lines.iter().enumerate() {
            let ink = if *weight == Weight::Bold { theme.ink } else { theme.muted };
            let mut text = member::line(text, left + NUMBER, y + line as f64 * LINE, roles.source, ink);
            if *weight == Weight::Bold {
                text = text.bold();
            }
            own.push(text.into());
        }
        marks.push(
            MarkGroup { role: MarkRole::Label(entry.keys.clone()), ..MarkGroup::new("hyperedge team", own) }.into(),
        );
        y += set.height + AFTER;
    }
    marks
}

/// The number of a cell on its colour.
fn number(count: f64, left: f64, middle: f64, scale: &Scale, look: Look<'_>) -> Vec<Mark> {
    let size = look.roles.number;
    let color = scale.color(count, look.theme);
    let text = member::weight_text(count);
    let area = Rect::around(Point::new(left + 4.7, middle), 9.4, 8.4);
    let mut marks = vec![Mark::Rect(area, 1.6, Paint::fill(color))];
    if let Some(ink) = ink_on(color, look.theme).filter(|_| reserved_width(&text, size, Weight::Bold) <= 9.4) {
        let base = Point::new(left + 4.7, middle + MIDDLE * size);
        marks.push(TextLine::new(text, base, size, ink).bold().anchored(TextAnchor::Middle).into());
    }
    marks
}
