//! Composes the matrix.

use crate::answer::figure::{Error, Figure};
use crate::answer::korean::{Particle, attach};
use crate::answer::mark::{Color, Mark, MarkGroup, NodeShape, Paint, PathSegment, TextAnchor, TextLine};
use crate::drawing::encoding::form;
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::kind::Measure;
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::group::{self, Group};
use crate::drawing::map::{self, clusters};
use crate::drawing::matrix::grid::{DIGITS_PAD, Grid, Wide};
use crate::drawing::matrix::order::{Rows, rows};
use crate::drawing::matrix::panel::{self, Cells};
use crate::drawing::matrix::scale::Scale;
use crate::drawing::member::{self, Look};
use crate::drawing::part::Part;
use crate::drawing::theme::{NARROW_BELOW_MM, Theme};
use crate::drawing::wording;
use crate::english::counted;
use crate::geometry::Point;
use crate::network::components;
use crate::network::graph::Network;
use crate::selection::subgraph::{self, SubgraphSpec};
use crate::typography::{MIDDLE, Weight, reserved_width};

/// Most institutions in one column: digits of 6 pt fit.
pub const MOST_NARROW: usize = 16;

/// Most institutions at full width.
pub const MOST_WIDE: usize = 28;

/// Rows up to which a zero is a dot; above it is blank.
const DOTS_UP_TO: usize = 20;

/// Contrast with the page from which on a mark is seen (WCAG 2.2, 1.4.11).
const SEEN: f64 = 3.0;

/// Rows from which on marks show clusters, not sectors.
const CLUSTERS_FROM: usize = 21;

/// Draws the matrix of a one-mode network. `clusters` gives each node its cluster, by which the rows are
/// grouped; without it the clusters of the large map are taken, in its colours, or, where the map is small, the
/// connected components. Above [`MOST_WIDE`] ([`MOST_NARROW`] in one column)
/// the institutions with the most joint models are shown, and the caption says what was left out.
/// O(institutions · works + rows²).
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, clusters: Option<&[u32]>, options: &Options) -> Result<Figure, Error> {
    compose_part(network, clusters, &SubgraphSpec::default(), options)
}

/// The same of a part of the network: rows are its institutions, cells its ties; counts stay those of the whole.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose_part(
    network: &Network<'_>,
    clusters: Option<&[u32]>,
    choice: &SubgraphSpec,
    options: &Options,
) -> Result<Figure, Error> {
    let part = Part::of(network, choice);
    let (theme, roles) = (options.theme(), options.roles());
    let look = Look { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let wide = if options.width() < NARROW_BELOW_MM { Wide::No } else { Wide::Yes };
    let mapped = if clusters.is_none() { mapped(network, choice) } else { None };
    let resolution = mapped.as_ref().map(|found| found.1);
    let found;
    let clusters = match (clusters, &mapped) {
        (Some(clusters), _) => clusters,
        (None, Some((labels, _))) => labels,
        (None, None) => {
            found = components::find(network).of;
            &found
        }
    };
    let most = if wide == Wide::Yes { MOST_WIDE } else { MOST_NARROW };
    let rows = rows(network, clusters, most.min(Grid::most(network, options.inner_width(), look)), &part);
    let ties = ties(network, &rows, &part);
    let numbers: Vec<f64> = ties.iter().map(|&tie| member::joint(network, tie)).collect();
    let scale = Scale::of(&numbers);
    let mut words = words(network, &rows, &ties, &part, look);
    words.notes.extend(resolution.map(|resolution| clusters::note(resolution, look.kind)));
    let (mut marks, top) = frame::head(&words, options);
    let grid = Grid::new(network, &rows.members, options.inner_width(), top + 4.0, wide, look);
    let as_mapped = resolution.is_some();
    let sheet = Sheet { network, part: &part, rows: &rows, grid: &grid, look, ties: &ties, scale: &scale, as_mapped };
    marks.extend(sheet.rules());
    let groups = [("cells", sheet.cells()), ("institutions", sheet.heads())];
    marks.extend(groups.into_iter().map(|(class, marks)| Mark::from(MarkGroup::new(class, marks))));
    let of_all =
        Cells { members: &rows.members, ties: &ties, scale: &scale, is_part: rows.dropped > 0 || choice.is_some() };
    marks.extend(panel::compose(network, &of_all, &grid, wide, look));
    let corpus = network.corpus();
    words.notes.extend(frame::cut_note(&marks));
    words.drawn = frame::institutions_in(&marks);
    words.notes.extend(sheet.unwritten());
    let (foot, bottom) = frame::foot(corpus, &words, &sheet.legend(), grid.bottom() + 6.0, options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, options)
}

/// The ink that reads on a colour at 4.5 : 1.
pub(super) fn ink_on(color: Color, theme: &Theme) -> Option<Color> {
    let contrast = |ink: &Color| ink.contrast(color);
    [theme.ink, theme.page]
        .into_iter()
        .max_by(|a, b| contrast(a).total_cmp(&contrast(b)))
        .filter(|ink| contrast(ink) >= 4.5)
}

/// Corner of a cell: small ones are square.
fn corner(cell: crate::geometry::Rect) -> f64 {
    if cell.width() > 14.0 { 1.8 } else { 0.0 }
}

struct Sheet<'s, 'c> {
    network: &'s Network<'c>,
    part: &'s Part<'s, 'c>,
    rows: &'s Rows,
    grid: &'s Grid,
    look: Look<'s>,
    /// Ties in the cells.
    ties: &'s [usize],
    scale: &'s Scale,
    /// Whether clusters have the numbers, and so the colours, of the large map.
    as_mapped: bool,
}

/// The cluster of each node on the large map of the same part, and the resolution of the clusters; `None` where the map
/// shows no clusters. Who is not on that map shares one cluster after the last.
fn mapped(network: &Network<'_>, choice: &SubgraphSpec) -> Option<(Vec<u32>, f64)> {
    let part = subgraph::select(network, choice);
    if part.nodes.len() <= map::SMALL {
        return None;
    }
    let group = Group::new(network, &part, group::MOST);
    if group.nodes.len() <= map::SMALL {
        return None;
    }
    let clusters::Clusters { members, resolution } = clusters::find(network, &group);
    let mut labels = vec![members.len() as u32; network.node_count()];
    for (label, members) in members.iter().enumerate() {
        for &member in members {
            labels[network.node_of(group.nodes[member])] = label as u32;
        }
    }
    Some((labels, resolution))
}

impl Sheet<'_, '_> {
    fn node(&self, row: usize) -> usize {
        self.network.node_of(self.rows.members[row])
    }

    /// Faint lines where one cluster ends, as one path.
    fn rules(&self) -> Option<Mark> {
        let (grid, clusters) = (self.grid, &self.rows.cluster);
        let paint = Paint { cap: Default::default(), ..Paint::line(self.look.theme.faint, 0.5) };
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
                match self.part.tie_between(self.node(row), self.node(column)) {
                    Some(tie) => marks.push(self.cell(tie, cell).into()),
                    None => dots.push(cell.center()),
                }
            }
        }
        if self.rows.members.len() <= DOTS_UP_TO && !dots.is_empty() {
            // One path for all zeros: strokes hardly longer than wide, with round ends.
            let dot = |at: Point| {
                [PathSegment::Move(Point::new(at.x - 0.1, at.y)), PathSegment::Line(Point::new(at.x + 0.1, at.y))]
            };
            marks.push(Mark::Path(dots.into_iter().flat_map(dot).collect(), Paint::line(self.look.theme.edge, 1.1)));
        }
        marks
    }

    fn cell(&self, tie: usize, cell: crate::geometry::Rect) -> MarkGroup {
        let weight = member::joint(self.network, tie);
        let color = self.scale.color(weight, self.look.theme);
        let theme = self.look.theme;
        let digits = ink_on(color, theme).and_then(|ink| self.digits(member::weight_text(weight), cell, ink));
        // A pale cell without its number would be lost on the page.
        let mark = if digits.is_some() || color.contrast(theme.page) >= SEEN {
            Mark::Rect(cell, corner(cell), Paint::fill(color))
        } else {
            Mark::Rect(cell.grown(-0.3), corner(cell), Paint::fill(color).outlined(theme.edge, 0.6))
        };
        let mut marks = vec![mark];
        marks.extend(digits.map(|text| Mark::from(text.bold())));
        let group = member::tie(self.network, tie, color, 0.0, marks, self.look);
        if self.rows.members.len() >= MOST_NARROW { self.in_short(tie, group) } else { group }
    }

    /// How many cells have no room for their number, and what the least of these is: English and Korean.
    fn unwritten(&self) -> Option<(String, String)> {
        let is_bare = |number: &f64| {
            let ink = ink_on(self.scale.color(*number, self.look.theme), self.look.theme);
            let cell = self.grid.cell(0, 0);
            ink.and_then(|ink| self.digits(member::weight_text(*number), cell, ink)).is_none()
        };
        let numbers = self.ties.iter().map(|&tie| member::joint(self.network, tie));
        let bare: Vec<f64> = numbers.filter(is_bare).collect();
        let least = member::weight_text(bare.iter().copied().reduce(f64::min)?);
        let cells = counted(bare.len(), "cell has no room for its number", "cells have no room for their numbers");
        Some((
            format!("{cells} ({least} or more)."),
            format!("숫자를 적을 자리가 없는 칸 {}개({least} 이상).", wording::count(bare.len())),
        ))
    }

    /// The cell of a large matrix names its first model and counts the others; `data-models` has all.
    fn in_short(&self, tie: usize, group: MarkGroup) -> MarkGroup {
        let (corpus, works, language) = (self.network.corpus(), self.network.evidence(tie), self.look.language);
        let [first, _, ..] = works else { return group };
        let told = |works: &[crate::corpus::work::WorkId]| member::told(corpus, works, 0.0, language);
        let short = told(&[*first]) + &member::more(works.len() - 1, self.look);
        let whole = told(works);
        let title = group.title.map(|title| match title.strip_suffix(&whole) {
            Some(pair) => format!("{pair}{short}"),
            None => title,
        });
        MarkGroup { title, ..group }
    }

    /// Digits in a cell, where they fit.
    fn digits(&self, text: String, cell: crate::geometry::Rect, ink: Color) -> Option<TextLine> {
        let size = self.grid.digits(self.look);
        if reserved_width(&text, size, Weight::Bold) > cell.width() - DIGITS_PAD + 1e-9 {
            return None;
        }
        let base = Point::new(cell.center().x, cell.center().y + MIDDLE * size);
        Some(TextLine::new(text, base, size, ink).anchored(TextAnchor::Middle))
    }

    /// Names, sector marks and the boxed diagonal.
    fn heads(&self) -> Vec<Mark> {
        (0..self.rows.members.len()).map(|row| self.head(row).into()).collect()
    }

    fn head(&self, index: usize) -> MarkGroup {
        let (grid, look) = (self.grid, self.look);
        let corpus = self.network.corpus();
        let id = self.rows.members[index];
        let institution = corpus.institution(id);
        let (row, middle) = (&grid.rows[index], grid.middle(index));
        let r = (grid.pitch * 0.22).clamp(2.2, 3.2);
        let at = Point::new(grid.left - 5.5, middle);
        let right = grid.left - 11.5;
        let mut marks = vec![member::dot(form(institution.sector()), at, r, self.color(index)), self.diagonal(index)];
        marks.extend(row.name.marks(right, middle, look));
        if look.kind.has_works() {
            let works = wording::count(corpus.works_of(id).len());
            marks.extend(self.digits(works, grid.diagonal(index), look.theme.ink).map(Mark::from));
        }
        if !row.again.is_empty() {
            let again = member::line(&row.again, grid.again_left(index), middle, look.roles.second, look.theme.muted);
            marks.push(again.into());
        }
        member::node(corpus, id, member::mark_outline(institution, at, r), marks, look)
    }

    fn diagonal(&self, index: usize) -> Mark {
        let (theme, cell) = (self.look.theme, self.grid.diagonal(index));
        if !self.look.kind.has_works() {
            // A box would wait for a number that these data do not have.
            return Mark::Rect(cell, corner(cell), Paint::fill(theme.panel));
        }
        Mark::Rect(cell.grown(-0.4), corner(cell), Paint::fill(theme.page).outlined(theme.edge, 0.8))
    }

    fn shows_clusters(&self) -> bool {
        self.rows.members.len() >= CLUSTERS_FROM && self.rows.cluster.iter().any(|&one| one != self.rows.cluster[0])
    }

    fn color(&self, index: usize) -> Color {
        if self.shows_clusters() && self.as_mapped {
            return self.look.theme.cluster(self.rows.cluster[index] as usize);
        }
        if self.shows_clusters() {
            let rank = (1..=index).filter(|&row| self.rows.cluster[row] != self.rows.cluster[row - 1]).count();
            return self.look.theme.cluster(rank);
        }
        let institution = self.network.corpus().institution(self.rows.members[index]);
        self.look.theme.sector(institution.sector())
    }

    fn legend(&self) -> Vec<Entry> {
        let (theme, language) = (self.look.theme, self.look.language);
        let corpus = self.network.corpus();
        let sectors = self.rows.members.iter().map(|&id| corpus.institution(id).sector());
        let mut entries = legend::sectors(sectors, theme, language);
        if self.shows_clusters() {
            for entry in &mut entries {
                if let Symbol::Filled(form, _) = entry.symbol {
                    entry.symbol = Symbol::Filled(form, theme.muted);
                }
            }
            entries.push(Entry::new(Symbol::None, wording::both(language, "Colour = cluster", "색 = 무리")));
        }
        let numbers: Vec<f64> = self.ties.iter().map(|&tie| member::joint(self.network, tie)).collect();
        for (color, name) in self.scale.occurring(&numbers, theme) {
            entries.push(Entry::new(Symbol::Filled(NodeShape::Square, color), name));
        }
        if !numbers.is_empty() {
            let measure = member::measure(self.network, self.ties.iter().copied(), self.look.kind);
            entries.push(Entry::new(Symbol::None, wording::both(language, &measure.english(), &measure.korean())));
        }
        entries
    }
}

/// The ties in the cells.
fn ties(network: &Network<'_>, rows: &Rows, part: &Part<'_, '_>) -> Vec<usize> {
    let node = |row: usize| network.node_of(rows.members[row]);
    let pairs = (0..rows.members.len()).flat_map(|row| (0..row).map(move |column| (row, column)));
    pairs.filter_map(|(row, column)| part.tie_between(node(row), node(column))).collect()
}

fn title(network: &Network<'_>, rows: &Rows, measure: Measure, look: Look<'_>) -> (String, String) {
    let (shown, all) = (rows.members.len(), network.corpus().institution_count());
    let (many, noun) = (look.kind.many(), look.kind.korean());
    let is_part = shown + rows.alone < all;
    match (measure, rows.dropped > 0) {
        (Measure::Weight, true) => (
            format!("Ties of the {shown} institutions with the largest total weight"),
            format!("총 연결 강도가 가장 큰 기관 {shown}곳의 연결 행렬"),
        ),
        (Measure::Weight, false) if is_part => {
            (format!("Ties of {shown} of {all} institutions"), format!("기관 {all}곳 중 {shown}곳의 연결 행렬"))
        }
        (Measure::Weight, false) => ("Ties, pair by pair".to_owned(), "기관 간 연결 행렬".to_owned()),
        (_, true) => (
            format!("The {shown} institutions with the most joint {many}, pair by pair"),
            format!("공동 {} 가장 많은 기관 {shown}곳의 행렬", attach(noun, Particle::Subject)),
        ),
        (_, false) if is_part => (
            format!("Joint {many} of {shown} of {all} institutions"),
            format!("기관 {all}곳 중 {shown}곳의 공동 {noun} 행렬"),
        ),
        (_, false) => (format!("Joint {many}, pair by pair"), format!("기관 간 공동 {noun} 행렬")),
    }
}

/// What cells and the diagonal are.
fn subtitle(measure: Measure, look: Look<'_>) -> (String, String) {
    let (many, noun) = (look.kind.many(), look.kind.korean());
    let (english, korean) = match measure {
        Measure::Weight => (
            "Colour = weight of the pair, its number where there is room".to_owned(),
            "칸의 색 = 두 기관의 가중치, 자리가 있으면 숫자로도 적음".to_owned(),
        ),
        _ => (format!("Number = {} of the pair", measure.english()), format!("칸 = 두 기관의 {}", measure.korean())),
    };
    if !look.kind.has_works() {
        return (english, korean);
    }
    (
        format!("{english}; box on the diagonal = all {many} of the institution"),
        format!("{korean}, 대각선 = 기관의 전체 {noun} 수"),
    )
}

fn words(network: &Network<'_>, rows: &Rows, ties: &[usize], part: &Part<'_, '_>, look: Look<'_>) -> Words {
    let language = look.language;
    let measure = member::measure(network, ties.iter().copied(), look.kind);
    let mut words = Words {
        description: wording::in_each(language, |language| {
            describe(network, rows, ties, part, Look { language, ..look })
        }),
        ..Words::headed("matrix", language, title(network, rows, measure, look), subtitle(measure, look))
    };
    words.notes.extend(member::consortia_note(network, rows.members.iter().copied(), look.kind));
    words.left_out.extend(part.told(look.kind));
    if rows.dropped > 0 {
        let dropped = wording::count(rows.dropped);
        words.left_out.push((
            format!(
                "{} not shown; {}.",
                counted(rows.dropped, "other institution is", "other institutions are"),
                if look.kind.has_works() {
                    format!("none has more joint {}", look.kind.many())
                } else {
                    "no total weight among them is larger".to_owned()
                }
            ),
            if look.kind.has_works() {
                let noun = attach(look.kind.korean(), Particle::Subject);
                format!("나머지 협력 기관 {dropped}곳은 그리지 않음(공동 {noun} 더 많은 곳은 없음).")
            } else {
                format!("나머지 기관 {dropped}곳은 그리지 않음(총 연결 강도가 더 큰 곳은 없음).")
            },
        ));
    }
    if rows.alone > 0 {
        let alone = wording::count(rows.alone);
        words.left_out.push((
            format!(
                "{} not shown.",
                counted(rows.alone, "institution without a partner is", "institutions without a partner are")
            ),
            format!("협력 기관이 없는 {alone}곳은 그리지 않음."),
        ));
    }
    words
}

fn describe(network: &Network<'_>, rows: &Rows, ties: &[usize], part: &Part<'_, '_>, look: Look<'_>) -> String {
    let corpus = network.corpus();
    let shown = rows.members.len();
    let number = |tie: usize| member::joint(network, tie);
    let most = ties.iter().map(|&tie| number(tie)).fold(f64::NEG_INFINITY, f64::max);
    let strongest: Vec<usize> = ties.iter().copied().filter(|&tie| number(tie) >= most).collect();
    let Some(&first) = strongest.iter().min() else { return without_ties(shown, look) };
    let (a, b, _) = network.tie(first);
    let name = |node: usize| {
        let id = network.institution(node);
        id.map_or(String::new(), |id| crate::drawing::names::plain(&corpus.institution(id).names, look.language))
    };
    let measure = member::measure(network, [first], look.kind);
    let number = member::weight_text(most);
    let (valued, valued_ko) = (measure.valued(&number), measure.valued_korean(&number));
    // Stronger pairs may lie outside of a part.
    let is_part = rows.dropped > 0 || part.is_chosen();
    let (here, here_ko) = if is_part { (" shown", "그린 짝 가운데 ") } else { ("", "") };
    let what = if measure == Measure::Weight {
        "가중치가 가장 큰".to_owned()
    } else {
        format!("공동 {} 가장 많은", attach(look.kind.korean(), Particle::Subject))
    };
    let several = strongest.len();
    let each = wording::count(several);
    wording::first(
        look.language,
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

/// `공동 모델 3개다`, `가중치 0.5`: numbers end without a verb, for it would depend on how they are read.
fn is(valued: &str) -> String {
    if valued.ends_with(|letter: char| letter.is_ascii_digit()) { valued.to_owned() } else { attach_copula(valued) }
}

fn attach_copula(valued: &str) -> String {
    if valued.ends_with('건') { format!("{valued}이다") } else { format!("{valued}다") }
}

fn without_ties(shown: usize, look: Look<'_>) -> String {
    let institutions = counted(shown, "institution", "institutions");
    if !look.kind.has_works() {
        return wording::first(
            look.language,
            format!("{institutions}, none of which has a tie with another."),
            format!("기관 {shown}곳 사이에 연결이 없다."),
        );
    }
    let (english, korean) = (look.kind.one(), look.kind.korean());
    wording::first(
        look.language,
        format!("{institutions}, none of which has a joint {english} with another of them."),
        format!("기관 {shown}곳 사이에 공동 {} 없다.", attach(korean, Particle::Subject)),
    )
}
