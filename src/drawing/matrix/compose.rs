//! Composes the matrix.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::{Anchor, Color, Form, Group as MarkGroup, Mark, Paint, Step, Text};
use crate::drawing::encoding::form;
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::map::group::{self, Group};
use crate::drawing::map::{self, clusters};
use crate::drawing::matrix::grid::{Grid, Wide};
use crate::drawing::matrix::order::{Rows, rows};
use crate::drawing::matrix::panel;
use crate::drawing::member::{self, Look};
use crate::drawing::part::Part;
use crate::drawing::theme::{NARROW_BELOW_MM, Theme};
use crate::drawing::wording;
use crate::english::counted;
use crate::geometry::Point;
use crate::network::components;
use crate::network::graph::Network;
use crate::selection::choice::{self, Choice};
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
    compose_part(network, clusters, &Choice::default(), options)
}

/// The same of a part of the network: rows are its institutions, cells its ties; counts stay those of the whole.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose_part(
    network: &Network<'_>,
    clusters: Option<&[u32]>,
    choice: &Choice,
    options: &Options,
) -> Result<Figure, Error> {
    let part = Part::of(network, choice);
    let (theme, roles) = (options.theme(), options.roles());
    let look = Look { theme, roles: &roles, language: options.language };
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
    let rows = rows(network, clusters, most.min(Grid::most(options.inner_width())), &part);
    let mut words = words(network, &rows, &part, look);
    words.notes.extend(resolution.map(clusters::note));
    let (mut marks, top) = frame::head(&words, options);
    let grid = Grid::new(network, &rows.members, options.inner_width(), top + 4.0, wide, look);
    let as_mapped = resolution.is_some();
    let sheet = Sheet { network, part: &part, rows: &rows, grid: &grid, look, as_mapped };
    marks.extend(sheet.rules());
    let groups = [("cells", sheet.cells()), ("institutions", sheet.heads())];
    marks.extend(groups.into_iter().map(|(class, marks)| Mark::from(MarkGroup::new(class, marks))));
    marks.extend(panel::compose(network, &rows.members, &grid, wide, look));
    let corpus = network.corpus();
    words.notes.extend(frame::cut_note(&marks));
    let (foot, bottom) = frame::foot(corpus, &words, &sheet.legend(), grid.bottom() + 6.0, options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, options)
}

/// Colour of a count: 1, 2, 3–4, 5 and more.
pub(super) fn step(weight: f64, theme: &Theme) -> Color {
    theme.sequential[BINS[bin(weight)].0]
}

/// Step of the sequential colours and name of each bin. The fourth step is skipped: no ink reads on it.
const BINS: [(usize, &str); 4] = [(1, "1"), (2, "2"), (4, "3–4"), (5, "5+")];

fn bin(weight: f64) -> usize {
    if weight < 2.0 {
        0
    } else if weight < 3.0 {
        1
    } else if weight < 5.0 {
        2
    } else {
        3
    }
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
    /// Whether clusters have the numbers, and so the colours, of the large map.
    as_mapped: bool,
}

/// The cluster of each node on the large map of the same part, and the resolution of the clusters; `None` where the map
/// shows no clusters. Who is not on that map shares one cluster after the last.
fn mapped(network: &Network<'_>, choice: &Choice) -> Option<(Vec<u32>, f64)> {
    let part = choice::select(network, choice);
    if part.nodes.len() <= map::SMALL {
        return None;
    }
    let group = Group::new(network, &part, group::MOST);
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

impl Sheet<'_, '_> {
    fn node(&self, row: usize) -> usize {
        self.network.node_of(self.rows.members[row])
    }

    /// Faint lines where one cluster ends, as one path.
    fn rules(&self) -> Option<Mark> {
        let (grid, clusters) = (self.grid, &self.rows.cluster);
        let paint = Paint { ends: Default::default(), ..Paint::line(self.look.theme.faint, 0.5) };
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
                match self.part.tie_between(self.node(row), self.node(column)) {
                    Some(tie) => marks.push(self.cell(tie, cell).into()),
                    None => dots.push(cell.center()),
                }
            }
        }
        if self.rows.members.len() <= DOTS_UP_TO && !dots.is_empty() {
            // One path for all zeros: strokes hardly longer than wide, with round ends.
            let dot = |at: Point| [Step::Move(Point::new(at.x - 0.1, at.y)), Step::Line(Point::new(at.x + 0.1, at.y))];
            marks.push(Mark::Path(dots.into_iter().flat_map(dot).collect(), Paint::line(self.look.theme.edge, 1.1)));
        }
        marks
    }

    fn cell(&self, tie: usize, cell: crate::geometry::Rect) -> MarkGroup {
        let weight = member::joint(self.network, tie);
        let color = step(weight, self.look.theme);
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
        if self.rows.members.len() > DOTS_UP_TO { self.in_short(tie, group) } else { group }
    }

    /// The cell of a large matrix names its first model and counts the others; `data-models` has all.
    fn in_short(&self, tie: usize, group: MarkGroup) -> MarkGroup {
        let (corpus, works, language) = (self.network.corpus(), self.network.evidence(tie), self.look.language);
        let [first, _, ..] = works else { return group };
        let told = |works: &[crate::corpus::work::WorkId]| member::told(corpus, works, 0.0, language);
        let short = told(&[*first]) + &member::more(works.len() - 1, language);
        let whole = told(works);
        let title = group.title.map(|title| match title.strip_suffix(&whole) {
            Some(pair) => format!("{pair}{short}"),
            None => title,
        });
        MarkGroup { title, ..group }
    }

    /// Digits in a cell, where they fit.
    fn digits(&self, text: String, cell: crate::geometry::Rect, ink: Color) -> Option<Text> {
        let size = self.look.roles.number + if cell.width() > 14.0 { 0.5 } else { 0.0 };
        if reserved_width(&text, size, Weight::Bold) > cell.width() - 0.4 {
            return None;
        }
        let base = Point::new(cell.center().x, cell.center().y + MIDDLE * size);
        Some(Text::new(text, base, size, ink).anchored(Anchor::Middle))
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
        marks.extend(
            self.digits(wording::count(corpus.works_of(id).len()), grid.cell(index, index), look.theme.ink)
                .map(Mark::from),
        );
        if !row.again.is_empty() {
            let again = member::line(&row.again, grid.again_left(index), middle, look.roles.second, look.theme.muted);
            marks.push(again.into());
        }
        member::node(corpus, id, member::mark_outline(institution, at, r), marks, look)
    }

    fn diagonal(&self, index: usize) -> Mark {
        let (theme, cell) = (self.look.theme, self.grid.cell(index, index));
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
        let mut seen = [false; 4];
        for row in 0..self.rows.members.len() {
            for column in 0..row {
                if let Some(tie) = self.part.tie_between(self.node(row), self.node(column)) {
                    seen[bin(member::joint(self.network, tie))] = true;
                }
            }
        }
        for (step, name) in BINS.iter().zip(seen).filter(|(_, seen)| *seen).map(|(bin, _)| *bin) {
            entries.push(Entry::new(Symbol::Filled(Form::Square, theme.sequential[step]), name));
        }
        if seen.contains(&true) {
            entries.push(Entry::new(Symbol::None, wording::both(language, "joint models", "공동 모델 수")));
        }
        entries
    }
}

fn words(network: &Network<'_>, rows: &Rows, part: &Part<'_, '_>, look: Look<'_>) -> Words {
    let language = look.language;
    let shown = rows.members.len();
    let title = if rows.dropped > 0 {
        (
            format!("Joint models of the {shown} institutions with the most partnerships"),
            format!("가장 많이 협력한 기관 {shown}곳의 공동 모델 행렬"),
        )
    } else {
        ("Joint models, pair by pair".to_owned(), "기관 간 공동 모델 행렬".to_owned())
    };
    let english = "Number = joint models of the pair; box on the diagonal = all models of the institution";
    let korean = "칸 = 두 기관의 공동 모델 수, 대각선 = 기관의 전체 모델 수";
    let mut words = Words {
        description: wording::in_each(language, |language| describe(network, rows, part, Look { language, ..look })),
        ..Words::headed("matrix", language, title, (english, korean))
    };
    words.notes.extend(member::consortia_note(network));
    words.left_out.extend(part.told());
    if rows.dropped > 0 {
        let dropped = wording::count(rows.dropped);
        words.left_out.push((
            format!(
                "{} not shown; none has more joint models.",
                counted(rows.dropped, "other institution is", "other institutions are")
            ),
            format!("나머지 협력 기관 {dropped}곳은 그리지 않음(공동 모델이 더 많은 곳은 없음)."),
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

fn describe(network: &Network<'_>, rows: &Rows, part: &Part<'_, '_>, look: Look<'_>) -> String {
    let corpus = network.corpus();
    let shown = rows.members.len();
    let strongest = (0..network.ties_len())
        .filter(|&tie| {
            let (a, b, _) = network.tie(tie);
            part.has_tie(tie)
                && [a, b].iter().all(|&node| network.institution(node).is_some_and(|id| rows.members.contains(&id)))
        })
        .max_by(|&a, &b| member::joint(network, a).total_cmp(&member::joint(network, b)).then(b.cmp(&a)));
    let Some(tie) = strongest else {
        return wording::first(
            look.language,
            format!("{}, none of which made a model with another.", counted(shown, "institution", "institutions")),
            format!("기관 {shown}곳 가운데 모델을 함께 만든 곳이 없다."),
        );
    };
    let (a, b, _) = network.tie(tie);
    let name = |node: usize| {
        let id = network.institution(node);
        id.map_or(String::new(), |id| crate::drawing::names::plain(&corpus.institution(id).names, look.language))
    };
    let weight = member::weight_text(member::joint(network, tie));
    wording::first(
        look.language,
        format!(
            "Matrix of {shown} institutions. The strongest pair is {} and {} with {weight} {}.",
            name(a),
            name(b),
            if weight == "1" { "joint model" } else { "joint models" }
        ),
        format!("기관 {shown}곳의 행렬. 공동 모델이 가장 많은 짝은 {}–{}, {weight}개다.", name(a), name(b)),
    )
}
