//! Composition of the matrix: cells, row headers, legend and texts.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Color, Mark, MarkGroup, NodeShape, Paint, PathSegment, TextAnchor, TextLine};
use crate::drawing::actor::{self, Style};
use crate::drawing::encoding::form;
use crate::drawing::findings;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::map::overview_graph::{self, OverviewGraph};
use crate::drawing::map::{self, clusters};
use crate::drawing::matrix::grid::{DIGITS_PADDING, FigureWidth, MatrixGrid};
use crate::drawing::matrix::ink::ink_on;
use crate::drawing::matrix::order::{MatrixRows, rows};
use crate::drawing::matrix::panel::{self, MatrixCells};
use crate::drawing::matrix::scale::ColorScale;
use crate::drawing::subgraph::Subgraph;
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::geometry::Point;
use crate::message;
use crate::messages::{Argument, Localizer, Message};
use crate::network::components;
use crate::network::graph::Network;
use crate::selection::subgraph::{self, SubgraphSpec};
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

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
    compose_subgraph(network, clusters, &SubgraphSpec::default(), options)
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
    spec: &SubgraphSpec,
    options: &Options,
) -> Result<Figure, Error> {
    let subgraph = Subgraph::of(network, spec);
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let figure_width = if options.width() < NARROW_BELOW_MM { FigureWidth::Column } else { FigureWidth::Full };
    let map_clusters = if clusters.is_none() { map_clusters(network, spec) } else { None };
    let cluster_note = map_clusters.as_ref().map(|found| clusters::map_note(found.1, found.2, style.kind));
    let component_labels;
    let clusters = match (clusters, &map_clusters) {
        (Some(clusters), _) => clusters,
        (None, Some((labels, ..))) => labels,
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
    let headline = findings::strongest_pair(network, |tie| ties.contains(&tie), style.kind);
    let mut words = words(network, &rows, &ties, &subgraph, style).headed(headline, options);
    let uses_map_clusters = cluster_note.is_some();
    words.extend_notes(cluster_note);
    let (mut marks, top) = frame::header(&words, options);
    let grid = MatrixGrid::new(network, &rows.members, options.inner_width(), top + 4.0, figure_width, style);
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
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    if let Some(note) = painter.unnumbered_note() {
        words.note(note);
    }
    let (footer, bottom) = frame::footer(corpus, &mut words, &painter.legend(), grid.bottom() + 6.0, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
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

/// Clusters of the overview map of the same subgraph, their resolution and the number of institutions on the map; `None`
/// where its map is a detailed one. Nodes that are not on the map share one additional cluster.
fn map_clusters(network: &Network<'_>, spec: &SubgraphSpec) -> Option<(Vec<u32>, f64, usize)> {
    let subgraph = subgraph::select(network, spec);
    if subgraph.nodes.len() <= map::MAX_DETAILED_NODES {
        return None;
    }
    let group = OverviewGraph::new(network, &subgraph, overview_graph::MAX_NODES);
    if group.nodes.len() <= map::MAX_DETAILED_NODES {
        return None;
    }
    let found = clusters::find(network, &group.nodes);
    let (resolution, members) = (found.used_resolution(), found.members);
    let mut labels = vec![members.len() as u32; network.node_count()];
    for (label, members) in members.iter().enumerate() {
        for &member in members {
            labels[network.node_of(group.nodes[member])] = label as u32;
        }
    }
    Some((labels, resolution, group.nodes.len()))
}

impl MatrixPainter<'_, '_> {
    fn node(&self, row: usize) -> usize {
        self.network.node_of(self.rows.members[row])
    }

    /// Hairlines at the cluster boundaries, as one path.
    fn rules(&self) -> Option<Mark> {
        let (grid, clusters) = (self.grid, &self.rows.cluster);
        let paint = Paint { cap: Default::default(), ..Paint::line(self.style.theme.faint, 0.5) };
        let mut steps = Vec::new();
        for row in (1..clusters.len()).filter(|&row| clusters[row] != clusters[row - 1]) {
            let (x, y) = (grid.left + row as f64 * grid.pitch, grid.top + row as f64 * grid.pitch);
            steps.extend([PathSegment::Move(Point::new(0.0, y)), PathSegment::Line(Point::new(x, y))]);
            steps.push(PathSegment::Line(Point::new(x, grid.bottom())));
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
            let dot = |at: Point| {
                [PathSegment::Move(Point::new(at.x - 0.1, at.y)), PathSegment::Line(Point::new(at.x + 0.1, at.y))]
            };
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
            Mark::Rect(cell.inflated(-0.3), corner(cell), Paint::fill(color).outlined(theme.edge, 0.6))
        };
        let mut marks = vec![mark];
        marks.extend(digits.map(|text| Mark::from(text.bold())));
        let group = actor::tie(self.network, tie, color, 0.0, marks, self.style);
        if self.rows.members.len() >= MAX_ROWS_NARROW { self.with_short_title(tie, group) } else { group }
    }

    /// Note on the number of cells without their number and the smallest of these numbers.
    fn unnumbered_note(&self) -> Option<Message> {
        let is_unnumbered = |number: &f64| {
            let ink = ink_on(self.scale.color(*number, self.style.theme), self.style.theme);
            let cell = self.grid.cell(0, 0);
            ink.and_then(|ink| self.digits(actor::weight_text(*number), cell, ink)).is_none()
        };
        let numbers = self.ties.iter().map(|&tie| actor::joint_count(self.network, tie));
        let unnumbered: Vec<f64> = numbers.filter(is_unnumbered).collect();
        let lowest = actor::weight_text(unnumbered.iter().copied().reduce(f64::min)?);
        Some(message!("figures-matrix-unnumbered", count = unnumbered.len(), lowest = lowest))
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
    fn digits(&self, text: String, cell: crate::geometry::Rect, ink: Color) -> Option<TextLine> {
        let size = self.grid.digits(self.style);
        if reserved_width(&text, size, Weight::Bold) > cell.width() - DIGITS_PADDING + 1e-9 {
            return None;
        }
        let base = Point::new(cell.center().x, cell.center().y + BASELINE_OFFSET * size);
        Some(TextLine::new(text, base, size, ink).anchored(TextAnchor::Middle))
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
        let works = corpus.works_of(id).len();
        if works > 0 {
            let works = wording::count(works);
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
        Mark::Rect(cell.inflated(-0.4), corner(cell), Paint::fill(theme.page).outlined(theme.edge, 0.8))
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
            entries.push(LegendEntry::new(
                Symbol::None,
                Localizer::in_each(language, &message!("figures-legend-cluster")),
            ));
        }
        let numbers: Vec<f64> = self.ties.iter().map(|&tie| actor::joint_count(self.network, tie)).collect();
        for (color, name) in self.scale.occurring(&numbers, theme) {
            entries.push(LegendEntry::new(Symbol::Filled(NodeShape::Square, color), name));
        }
        if !numbers.is_empty() {
            let measure = actor::measure(self.network, self.ties.iter().copied(), self.style.kind);
            entries.push(LegendEntry::new(Symbol::None, Localizer::in_each(language, &measure.name())));
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

fn title(
    network: &Network<'_>,
    rows: &MatrixRows,
    measure: TieMeasure,
    subgraph: &Subgraph<'_, '_>,
    style: Style<'_>,
) -> Message {
    let (shown, all, kind) = (rows.members.len(), network.corpus().institution_count(), style.kind);
    let is_partial = shown + rows.excluded_isolates < all;
    let part = (subgraph.is_restricted() && rows.excluded_partners > 0)
        .then(|| message!("figures-part-of", shown = shown, all = rows.all));
    match (measure, part, rows.excluded_partners > 0) {
        (TieMeasure::Weight, Some(part), _) => message!("figures-matrix-title-ties-part", part = part),
        (TieMeasure::Weight, None, true) => message!("figures-matrix-title-largest-weight", shown = shown),
        (TieMeasure::Weight, None, false) if is_partial => {
            message!("figures-matrix-title-ties-of", shown = shown, all = all)
        }
        (TieMeasure::Weight, None, false) => message!("figures-matrix-title-ties"),
        (_, Some(part), _) => message!("figures-matrix-title-part", part = part, kind = kind),
        (_, None, true) => message!("figures-matrix-title-most-works", shown = shown, kind = kind),
        (_, None, false) if is_partial => {
            message!("figures-matrix-title-works-of", shown = shown, all = all, kind = kind)
        }
        (_, None, false) => message!("figures-matrix-title-works", kind = kind),
    }
}

/// Note on the institutions with partners that are not drawn.
fn excluded_note(rows: &MatrixRows, subgraph: &Subgraph<'_, '_>, kind: WorkKind) -> Option<Message> {
    let excluded = rows.excluded_partners;
    if excluded == 0 {
        return None;
    }
    Some(match (kind.has_works(), subgraph.is_restricted()) {
        (true, false) => message!("figures-matrix-excluded-works", excluded = excluded, kind = kind),
        (true, true) => message!("figures-matrix-excluded-works-part", excluded = excluded, kind = kind),
        (false, false) => message!("figures-matrix-excluded-weight", excluded = excluded),
        (false, true) => message!("figures-matrix-excluded-weight-part", excluded = excluded),
    })
}

/// Subtitle: meaning of the cells and of the diagonal.
fn subtitle(measure: TieMeasure, kind: WorkKind) -> Message {
    match (measure, kind.has_works()) {
        (TieMeasure::Weight, true) => message!("figures-matrix-subtitle-weight-works", kind = kind),
        (TieMeasure::Weight, false) => message!("figures-matrix-subtitle-weight"),
        (_, true) => message!("figures-matrix-subtitle-works", measure = measure.name(), kind = kind),
        (_, false) => message!("figures-matrix-subtitle", measure = measure.name()),
    }
}

fn words(
    network: &Network<'_>,
    rows: &MatrixRows,
    ties: &[usize],
    subgraph: &Subgraph<'_, '_>,
    style: Style<'_>,
) -> FigureText {
    let measure = actor::measure(network, ties.iter().copied(), style.kind);
    let description = description(network, rows, ties, subgraph, style.kind);
    let (title, subtitle) = (title(network, rows, measure, subgraph, style), subtitle(measure, style.kind));
    let mut words = FigureText::new("matrix", style.language, title, subtitle, description);
    words.extend_notes(actor::large_teams_note(network, rows.members.iter().copied(), style.kind));
    subgraph.notes(style.kind).into_iter().for_each(|note| words.exclude(note));
    words.extend_excluded(excluded_note(rows, subgraph, style.kind));
    let isolates = rows.excluded_isolates;
    words.extend_excluded(subgraph.isolates_notes(&rows.members, isolates, style.kind));
    words
}

/// Description: the number of institutions and the strongest pair.
fn description(
    network: &Network<'_>,
    rows: &MatrixRows,
    ties: &[usize],
    subgraph: &Subgraph<'_, '_>,
    kind: WorkKind,
) -> Message {
    let institutions = rows.members.len();
    let weight = |tie: usize| actor::joint_count(network, tie);
    let largest = ties.iter().map(|&tie| weight(tie)).fold(f64::NEG_INFINITY, f64::max);
    let strongest: Vec<usize> = ties.iter().copied().filter(|&tie| weight(tie) >= largest).collect();
    let Some(&first) = strongest.iter().min() else {
        let drawn = || rows.members.iter().map(|&id| network.node_of(id));
        return if kind.has_works() && drawn().any(|node| actor::is_in_large_team(network, node)) {
            message!("figures-matrix-without-works-excluded", institutions = institutions, kind = kind)
        } else if kind.has_works() {
            message!("figures-matrix-without-works", institutions = institutions, kind = kind)
        } else {
            message!("figures-matrix-without-ties", institutions = institutions)
        };
    };
    let (a, b, _) = network.tie(first);
    let name = |node: usize| -> Argument {
        let id = network.institution(node);
        id.map_or(Argument::Text(String::new()), |id| Argument::from(&network.corpus().institution(id).names))
    };
    let (a, b) = (name(a), name(b));
    let value = actor::measure(network, [first], kind).value(largest);
    // The figure may exclude stronger pairs.
    let is_partial = rows.excluded_partners > 0 || subgraph.is_restricted();
    let count = strongest.len();
    match (count, is_partial) {
        (1, false) => {
            message!("figures-matrix-strongest", institutions = institutions, a = a, b = b, value = value)
        }
        (1, true) => {
            message!("figures-matrix-strongest-shown", institutions = institutions, a = a, b = b, value = value)
        }
        (_, false) => message!(
            "figures-matrix-strongest-several",
            institutions = institutions,
            count = count,
            a = a,
            b = b,
            value = value
        ),
        (_, true) => message!(
            "figures-matrix-strongest-several-shown",
            institutions = institutions,
            count = count,
            a = a,
            b = b,
            value = value
        ),
    }
}
