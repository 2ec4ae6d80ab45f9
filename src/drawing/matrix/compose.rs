//! Composition of the matrix: cells, row headers, legend and texts.

use crate::answer::figure::{Error, Figure};
use crate::answer::korean::{Particle, attach};
use crate::answer::mark::{Anchor, Color, Form, Group as MarkGroup, Mark, Paint, Step, Text};
use crate::drawing::actor::{self, Style};
use crate::drawing::encoding::form;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::TieMeasure;
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::map::group::{self, Group};
use crate::drawing::map::{self, clusters};
use crate::drawing::matrix::grid::{DIGITS_PADDING, FigureWidth, MatrixGrid};
use crate::drawing::matrix::order::{MatrixRows, rows};
use crate::drawing::matrix::panel::{self, MatrixCells};
use crate::drawing::matrix::scale::ColorScale;
use crate::drawing::subgraph::Subgraph;
use crate::drawing::theme::{NARROW_BELOW_MM, Theme};
use crate::drawing::wording;
use crate::english::counted;
use crate::geometry::Point;
use crate::network::components;
use crate::network::graph::Network;
use crate::selection::choice::{self, Choice};
use crate::typography::{MIDDLE, Weight, reserved_width};

/// Largest number of rows in a one-column figure.
pub const MAX_ROWS_NARROW: usize = 16;

/// Largest number of rows at full width.
pub const MAX_ROWS_WIDE: usize = 28;

/// Largest number of rows in which a dot marks an empty cell.
const MAX_ROWS_DOTTED: usize = 20;

/// Smallest contrast of a mark with the page (WCAG 2.2, success criterion 1.4.11).
const MIN_CONTRAST: f64 = 3.0;

/// Smallest number of rows whose marks show clusters instead of sectors.
const MIN_ROWS_CLUSTERED: usize = 21;

/// Adjacency matrix of a one-mode network, lower triangle. `clusters` gives the cluster of each node, by which the
/// rows are grouped; `None` takes the clusters and colours of the overview map or, for networks with a detailed map,
/// the connected components. Above [`MAX_ROWS_WIDE`] ([`MAX_ROWS_NARROW`] in one column) only the strongest
/// institutions are drawn, and the source line says how many are excluded. O(institutions · works + rows²) beside the
/// clustering.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, clusters: Option<&[u32]>, options: &Options) -> Result<Figure, Error> {
    compose_subgraph(network, clusters, &Choice::default(), options)
}

/// Adjacency matrix of a subgraph: rows are its institutions, cells its ties; the numbers of works are those of the
/// full corpus.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose_subgraph(
    network: &Network<'_>,
    clusters: Option<&[u32]>,
    spec: &Choice,
    options: &Options,
) -> Result<Figure, Error> {
    let subgraph = Subgraph::of(network, spec);
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let figure_width = if options.width() < NARROW_BELOW_MM { FigureWidth::Column } else { FigureWidth::Full };
    let map_clusters = if clusters.is_none() { map_clusters(network, spec) } else { None };
    let resolution = map_clusters.as_ref().map(|component_labels| component_labels.1);
    let component_labels;
    let clusters = match (clusters, &map_clusters) {
        (Some(clusters), _) => clusters,
        (None, Some((labels, _))) => labels,
        (None, None) => {
            component_labels = components::find(network).of;
            &component_labels
        }
    };
    let limit = if figure_width == FigureWidth::Full { MAX_ROWS_WIDE } else { MAX_ROWS_NARROW };
    let rows =
        rows(network, clusters, limit.min(MatrixGrid::max_rows(network, options.inner_width(), style)), &subgraph);
    let ties = ties(network, &rows, &subgraph);
    let numbers: Vec<f64> = ties.iter().map(|&tie| actor::joint_count(network, tie)).collect();
    let scale = ColorScale::of(&numbers);
    let mut words = words(network, &rows, &ties, &subgraph, style);
    words.notes.extend(resolution.map(|resolution| clusters::note(resolution, style.kind)));
    let (mut marks, top) = frame::header(&words, options);
    let grid = MatrixGrid::new(network, &rows.members, options.inner_width(), top + 4.0, figure_width, style);
    let uses_map_clusters = resolution.is_some();
    let painter = MatrixPainter {
        network,
        subgraph: &subgraph,
        rows: &rows,
        grid: &grid,
        style,
        ties: &ties,
        scale: &scale,
        uses_map_clusters,
    };
    marks.extend(painter.rules());
    let groups = [("cells", painter.cells()), ("institutions", painter.row_headers())];
    marks.extend(groups.into_iter().map(|(class, marks)| Mark::from(MarkGroup::new(class, marks))));
    let of_all = MatrixCells {
        members: &rows.members,
        ties: &ties,
        scale: &scale,
        is_partial: rows.excluded_partners > 0 || spec.is_some(),
    };
    marks.extend(panel::compose(network, &of_all, &grid, figure_width, style));
    let corpus = network.corpus();
    words.notes.extend(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    words.notes.extend(painter.unnumbered_note());
    let (footer, bottom) = frame::footer(corpus, &words, &painter.legend(), grid.bottom() + 6.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

/// The text colour with the higher contrast on `color`; `None` below 4.5 : 1 (WCAG 2.2, success criterion 1.4.3).
pub(super) fn ink_on(color: Color, theme: &Theme) -> Option<Color> {
    let contrast = |ink: &Color| ink.contrast(color);
    [theme.ink, theme.page]
        .into_iter()
        .max_by(|a, b| contrast(a).total_cmp(&contrast(b)))
        .filter(|ink| contrast(ink) >= 4.5)
}

/// Corner radius of a cell in points; 0 for small cells.
fn corner(cell: crate::geometry::Rect) -> f64 {
    if cell.width() > 14.0 { 1.8 } else { 0.0 }
}

struct MatrixPainter<'s, 'c> {
    network: &'s Network<'c>,
    subgraph: &'s Subgraph<'s, 'c>,
    rows: &'s MatrixRows,
    grid: &'s MatrixGrid,
    style: Style<'s>,
    /// Ties of the cells.
    ties: &'s [usize],
    scale: &'s ColorScale,
    /// Whether cluster indices, and so colours, are those of the overview map.
    uses_map_clusters: bool,
}

/// Clusters of the overview map of the same subgraph, and their resolution; `None` where its map is a detailed one.
/// Nodes that are not on the map share one additional cluster.
fn map_clusters(network: &Network<'_>, spec: &Choice) -> Option<(Vec<u32>, f64)> {
    let subgraph = choice::select(network, spec);
    if subgraph.nodes.len() <= map::SMALL {
        return None;
    }
    let group = Group::new(network, &subgraph, group::MOST);
    if group.nodes.len() <= map::SMALL {
        return None;
    }
    let clusters::Clusters { members, resolution } = clusters::find(network, &group);
    let mut labels = vec![members.len() as u32; network.nodes_len()];
    for (label, members) in members.iter().enumerate() {
        for &member in members {
            labels[network.node_of(group.nodes[member])] = label as u32;
        }
    }
    Some((labels, resolution))
}

impl MatrixPainter<'_, '_> {
    fn node(&self, row: usize) -> usize {
        self.network.node_of(self.rows.members[row])
    }

    /// Hairlines at the cluster boundaries, as one path.
    fn rules(&self) -> Option<Mark> {
        let (grid, clusters) = (self.grid, &self.rows.cluster);
        let paint = Paint { ends: Default::default(), ..Paint::line(self.style.theme.faint, 0.5) };
        let mut steps = Vec::new();
        for row in (1..clusters.len()).filter(|&row| clusters[row] != clusters[row - 1]) {
            let (x, y) = (grid.left + row as f64 * grid.pitch, grid.top + row as f64 * grid.pitch);
            steps.extend([Step::Move(Point::new(0.0, y)), Step::Line(Point::new(x, y))]);
            steps.push(Step::Line(Point::new(x, grid.bottom())));
        }
        (!steps.is_empty()).then_some(Mark::Path(steps, paint))
    }

    fn cells(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        let mut dots = Vec::new();
        for row in 0..self.rows.members.len() {
            for column in 0..row {
                let cell = self.grid.cell(row, column);
                match self.subgraph.tie_between(self.node(row), self.node(column)) {
                    Some(tie) => marks.push(self.cell(tie, cell).into()),
                    None => dots.push(cell.center()),
                }
            }
        }
        if self.rows.members.len() <= MAX_ROWS_DOTTED && !dots.is_empty() {
            // One path for all empty cells: very short strokes with round caps.
            let dot = |at: Point| [Step::Move(Point::new(at.x - 0.1, at.y)), Step::Line(Point::new(at.x + 0.1, at.y))];
            marks.push(Mark::Path(dots.into_iter().flat_map(dot).collect(), Paint::line(self.style.theme.edge, 1.1)));
        }
        marks
    }

    fn cell(&self, tie: usize, cell: crate::geometry::Rect) -> MarkGroup {
        let weight = actor::joint_count(self.network, tie);
        let color = self.scale.color(weight, self.style.theme);
        let theme = self.style.theme;
        let digits = ink_on(color, theme).and_then(|ink| self.digits(actor::weight_text(weight), cell, ink));
        // A pale cell without a number needs an outline to be seen.
        let mark = if digits.is_some() || color.contrast(theme.page) >= MIN_CONTRAST {
            Mark::Rect(cell, corner(cell), Paint::fill(color))
        } else {
            Mark::Rect(cell.grown(-0.3), corner(cell), Paint::fill(color).outlined(theme.edge, 0.6))
        };
        let mut marks = vec![mark];
        marks.extend(digits.map(|text| Mark::from(text.bold())));
        let group = actor::tie(self.network, tie, color, 0.0, marks, self.style);
        if self.rows.members.len() >= MAX_ROWS_NARROW { self.with_short_title(tie, group) } else { group }
    }

    /// Note on the number of cells without their number and the smallest of these numbers, English and Korean.
    fn unnumbered_note(&self) -> Option<(String, String)> {
        let is_unnumbered = |number: &f64| {
            let ink = ink_on(self.scale.color(*number, self.style.theme), self.style.theme);
            let cell = self.grid.cell(0, 0);
            ink.and_then(|ink| self.digits(actor::weight_text(*number), cell, ink)).is_none()
        };
        let numbers = self.ties.iter().map(|&tie| actor::joint_count(self.network, tie));
        let unnumbered: Vec<f64> = numbers.filter(is_unnumbered).collect();
        let lowest = actor::weight_text(unnumbered.iter().copied().reduce(f64::min)?);
        let cells =
            counted(unnumbered.len(), "cell has no room for its number", "cells have no room for their numbers");
        Some((
            format!("{cells} ({lowest} or more)."),
            format!("숫자를 적을 자리가 없는 칸 {}개({lowest} 이상).", wording::count(unnumbered.len())),
        ))
    }

    /// Group with a shortened title: the first work and the number of further ones. `data-models` keeps all works.
    fn with_short_title(&self, tie: usize, group: MarkGroup) -> MarkGroup {
        let (corpus, works, language) = (self.network.corpus(), self.network.evidence(tie), self.style.language);
        let [first, _, ..] = works else { return group };
        let works_text = |works: &[crate::corpus::work::WorkId]| actor::works_or_weight(corpus, works, 0.0, language);
        let short = works_text(&[*first]) + &actor::and_more(works.len() - 1, self.style);
        let full = works_text(works);
        let title = group.title.map(|title| match title.strip_suffix(&full) {
            Some(pair) => format!("{pair}{short}"),
            None => title,
        });
        MarkGroup { title, ..group }
    }

    /// Number of a cell; `None` where it does not fit.
    fn digits(&self, text: String, cell: crate::geometry::Rect, ink: Color) -> Option<Text> {
        let size = self.grid.digits(self.style);
        if reserved_width(&text, size, Weight::Bold) > cell.width() - DIGITS_PADDING + 1e-9 {
            return None;
        }
        let base = Point::new(cell.center().x, cell.center().y + MIDDLE * size);
        Some(Text::new(text, base, size, ink).anchored(Anchor::Middle))
    }

    /// Row headers: names, sector marks and the cells of the diagonal.
    fn row_headers(&self) -> Vec<Mark> {
        (0..self.rows.members.len()).map(|row| self.row_header(row).into()).collect()
    }

    fn row_header(&self, index: usize) -> MarkGroup {
        let (grid, style) = (self.grid, self.style);
        let corpus = self.network.corpus();
        let id = self.rows.members[index];
        let institution = corpus.institution(id);
        let (row, center_y) = (&grid.rows[index], grid.center_y(index));
        let r = (grid.pitch * 0.22).clamp(2.2, 3.2);
        let at = Point::new(grid.left - 5.5, center_y);
        let right = grid.left - 11.5;
        let mut marks =
            vec![actor::sector_mark(form(institution.sector()), at, r, self.color(index)), self.diagonal(index)];
        marks.extend(row.name.marks(right, center_y, style));
        if style.kind.has_works() {
            let works = wording::count(corpus.works_of(id).len());
            marks.extend(self.digits(works, grid.diagonal(index), style.theme.ink).map(Mark::from));
        }
        if !row.diagonal_name.is_empty() {
            let diagonal_name = actor::line(
                &row.diagonal_name,
                grid.diagonal_name_left(index),
                center_y,
                style.roles.second,
                style.theme.muted,
            );
            marks.push(diagonal_name.into());
        }
        actor::node(corpus, id, actor::mark_outline(institution, at, r), marks, style)
    }

    fn diagonal(&self, index: usize) -> Mark {
        let (theme, cell) = (self.style.theme, self.grid.diagonal(index));
        if !self.style.kind.has_works() {
            // Without works the diagonal has no numbers, so its cells have no outline.
            return Mark::Rect(cell, corner(cell), Paint::fill(theme.panel));
        }
        Mark::Rect(cell.grown(-0.4), corner(cell), Paint::fill(theme.page).outlined(theme.edge, 0.8))
    }

    fn shows_clusters(&self) -> bool {
        self.rows.members.len() >= MIN_ROWS_CLUSTERED
            && self.rows.cluster.iter().any(|&one| one != self.rows.cluster[0])
    }

    fn color(&self, index: usize) -> Color {
        if self.shows_clusters() && self.uses_map_clusters {
            return self.style.theme.cluster(self.rows.cluster[index] as usize);
        }
        if self.shows_clusters() {
            let rank = (1..=index).filter(|&row| self.rows.cluster[row] != self.rows.cluster[row - 1]).count();
            return self.style.theme.cluster(rank);
        }
        let institution = self.network.corpus().institution(self.rows.members[index]);
        self.style.theme.sector(institution.sector())
    }

    fn legend(&self) -> Vec<LegendEntry> {
        let (theme, language) = (self.style.theme, self.style.language);
        let corpus = self.network.corpus();
        let sectors = self.rows.members.iter().map(|&id| corpus.institution(id).sector());
        let mut entries = legend::sector_entries(sectors, theme, language);
        if self.shows_clusters() {
            for entry in &mut entries {
                if let Symbol::Filled(form, _) = entry.symbol {
                    entry.symbol = Symbol::Filled(form, theme.muted);
                }
            }
            entries.push(LegendEntry::new(Symbol::None, wording::both(language, "Colour = cluster", "색 = 무리")));
        }
        let numbers: Vec<f64> = self.ties.iter().map(|&tie| actor::joint_count(self.network, tie)).collect();
        for (color, name) in self.scale.occurring(&numbers, theme) {
            entries.push(LegendEntry::new(Symbol::Filled(Form::Square, color), name));
        }
        if !numbers.is_empty() {
            let measure = actor::measure(self.network, self.ties.iter().copied(), self.style.kind);
            entries
                .push(LegendEntry::new(Symbol::None, wording::both(language, &measure.english(), &measure.korean())));
        }
        entries
    }
}

/// Ties of the cells, row by row.
fn ties(network: &Network<'_>, rows: &MatrixRows, subgraph: &Subgraph<'_, '_>) -> Vec<usize> {
    let node = |row: usize| network.node_of(rows.members[row]);
    let pairs = (0..rows.members.len()).flat_map(|row| (0..row).map(move |column| (row, column)));
    pairs.filter_map(|(row, column)| subgraph.tie_between(node(row), node(column))).collect()
}

fn title(network: &Network<'_>, rows: &MatrixRows, measure: TieMeasure, style: Style<'_>) -> (String, String) {
    let (shown, all) = (rows.members.len(), network.corpus().institutions_len());
    let (many, noun) = (style.kind.many(), style.kind.korean());
    let is_partial = shown + rows.excluded_isolates < all;
    match (measure, rows.excluded_partners > 0) {
        (TieMeasure::Weight, true) => (
            format!("Ties of the {shown} institutions with the largest total weight"),
            format!("총 연결 강도가 가장 큰 기관 {shown}곳의 연결 행렬"),
        ),
        (TieMeasure::Weight, false) if is_partial => {
            (format!("Ties of {shown} of {all} institutions"), format!("기관 {all}곳 중 {shown}곳의 연결 행렬"))
        }
        (TieMeasure::Weight, false) => ("Ties, pair by pair".to_owned(), "기관 간 연결 행렬".to_owned()),
        (_, true) => (
            format!("The {shown} institutions with the most joint {many}, pair by pair"),
            format!("공동 {} 가장 많은 기관 {shown}곳의 행렬", attach(noun, Particle::Subject)),
        ),
        (_, false) if is_partial => (
            format!("Joint {many} of {shown} of {all} institutions"),
            format!("기관 {all}곳 중 {shown}곳의 공동 {noun} 행렬"),
        ),
        (_, false) => (format!("Joint {many}, pair by pair"), format!("기관 간 공동 {noun} 행렬")),
    }
}

/// Subtitle: meaning of the cells and of the diagonal, English and Korean.
fn subtitle(measure: TieMeasure, style: Style<'_>) -> (String, String) {
    let (many, noun) = (style.kind.many(), style.kind.korean());
    let (english, korean) = match measure {
        TieMeasure::Weight => (
            "Colour = weight of the pair, its number where there is room".to_owned(),
            "칸의 색 = 두 기관의 가중치, 자리가 있으면 숫자로도 적음".to_owned(),
        ),
        _ => (format!("Number = {} of the pair", measure.english()), format!("칸 = 두 기관의 {}", measure.korean())),
    };
    if !style.kind.has_works() {
        return (english, korean);
    }
    (
        format!("{english}; box on the diagonal = all {many} of the institution"),
        format!("{korean}, 대각선 = 기관의 전체 {noun} 수"),
    )
}

fn words(
    network: &Network<'_>,
    rows: &MatrixRows,
    ties: &[usize],
    subgraph: &Subgraph<'_, '_>,
    style: Style<'_>,
) -> FigureText {
    let language = style.language;
    let measure = actor::measure(network, ties.iter().copied(), style.kind);
    let mut words = FigureText {
        description: wording::in_each(language, |language| {
            describe(network, rows, ties, subgraph, Style { language, ..style })
        }),
        ..FigureText::titled("matrix", language, title(network, rows, measure, style), subtitle(measure, style))
    };
    words.notes.extend(actor::large_teams_note(network, rows.members.iter().copied(), style.kind));
    words.excluded.extend(subgraph.notes(style.kind));
    if rows.excluded_partners > 0 {
        let excluded_partners = wording::count(rows.excluded_partners);
        words.excluded.push((
            format!(
                "{} not shown; {}.",
                counted(rows.excluded_partners, "other institution is", "other institutions are"),
                if style.kind.has_works() {
                    format!("none has more joint {}", style.kind.many())
                } else {
                    "no total weight among them is larger".to_owned()
                }
            ),
            if style.kind.has_works() {
                let noun = attach(style.kind.korean(), Particle::Subject);
                format!("나머지 협력 기관 {excluded_partners}곳은 그리지 않음(공동 {noun} 더 많은 곳은 없음).")
            } else {
                format!("나머지 기관 {excluded_partners}곳은 그리지 않음(총 연결 강도가 더 큰 곳은 없음).")
            },
        ));
    }
    if rows.excluded_isolates > 0 {
        let excluded_isolates = wording::count(rows.excluded_isolates);
        words.excluded.push((
            format!(
                "{} not shown.",
                counted(
                    rows.excluded_isolates,
                    "institution without a partner is",
                    "institutions without a partner are"
                )
            ),
            format!("협력 기관이 없는 {excluded_isolates}곳은 그리지 않음."),
        ));
    }
    words
}

fn describe(
    network: &Network<'_>,
    rows: &MatrixRows,
    ties: &[usize],
    subgraph: &Subgraph<'_, '_>,
    style: Style<'_>,
) -> String {
    let corpus = network.corpus();
    let shown = rows.members.len();
    let number = |tie: usize| actor::joint_count(network, tie);
    let largest = ties.iter().map(|&tie| number(tie)).fold(f64::NEG_INFINITY, f64::max);
    let strongest: Vec<usize> = ties.iter().copied().filter(|&tie| number(tie) >= largest).collect();
    let Some(&first) = strongest.iter().min() else { return without_ties(shown, style) };
    let (a, b, _) = network.tie(first);
    let name = |node: usize| {
        let id = network.institution(node);
        id.map_or(String::new(), |id| crate::drawing::names::plain(&corpus.institution(id).names, style.language))
    };
    let measure = actor::measure(network, [first], style.kind);
    let number = actor::weight_text(largest);
    let (valued, valued_ko) = (measure.valued(&number), measure.valued_korean(&number));
    // The figure may exclude stronger pairs.
    let is_partial = rows.excluded_partners > 0 || subgraph.is_restricted();
    let (here, here_ko) = if is_partial { (" shown", "그린 짝 가운데 ") } else { ("", "") };
    let what = if measure == TieMeasure::Weight {
        "가중치가 가장 큰".to_owned()
    } else {
        format!("공동 {} 가장 많은", attach(style.kind.korean(), Particle::Subject))
    };
    let several = strongest.len();
    let each = wording::count(several);
    wording::first(
        style.language,
        if several == 1 {
            format!(
                "Matrix of {shown} institutions. The strongest pair{here} is {} and {} with {valued}.",
                name(a),
                name(b)
            )
        } else {
            format!(
                "Matrix of {shown} institutions. The strongest pairs{here} are {each} with {valued} each, {} and {} among them.",
                name(a),
                name(b)
            )
        },
        if several == 1 {
            format!("기관 {shown}곳의 행렬. {here_ko}{what} 짝은 {}–{}, {}.", name(a), name(b), is(&valued_ko))
        } else {
            format!(
                "기관 {shown}곳의 행렬. {here_ko}{what} 짝은 {}–{} 등 {each}쌍, 각 {}.",
                name(a),
                name(b),
                is(&valued_ko)
            )
        },
    )
}

/// Sentence end of a Korean value: `공동 모델 3개다`, `가중치 0.5`. A bare number gets no copula, since its form depends on how
/// the number is read.
fn is(valued: &str) -> String {
    if valued.ends_with(|ch: char| ch.is_ascii_digit()) { valued.to_owned() } else { attach_copula(valued) }
}

fn attach_copula(valued: &str) -> String {
    if valued.ends_with('건') { format!("{valued}이다") } else { format!("{valued}다") }
}

fn without_ties(shown: usize, style: Style<'_>) -> String {
    let institutions = counted(shown, "institution", "institutions");
    if !style.kind.has_works() {
        return wording::first(
            style.language,
            format!("{institutions}, none of which has a tie with another."),
            format!("기관 {shown}곳 사이에 연결이 없다."),
        );
    }
    let (english, korean) = (style.kind.one(), style.kind.korean());
    wording::first(
        style.language,
        format!("{institutions}, none of which has a joint {english} with another of them."),
        format!("기관 {shown}곳 사이에 공동 {} 없다.", attach(korean, Particle::Subject)),
    )
}
