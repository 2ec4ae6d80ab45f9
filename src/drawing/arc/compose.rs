//! Composes the arc diagram.

use crate::answer::figure::{Error, Figure};
use crate::answer::korean::{Particle, attach};
use crate::answer::language::Language;
use crate::corpus::institution::InstitutionId;
use crate::drawing::arc::bonds::{self, Bonds};
use crate::drawing::arc::panel::{Panel, RADIUS};
use crate::drawing::frame::{self, Options, Words};
use crate::drawing::kind::{Measure, WorkKind};
use crate::drawing::legend::{self, Entry, Symbol};
use crate::drawing::member::{self, Look};
use crate::drawing::names::Length;
use crate::drawing::part::Part;
use crate::drawing::rowname::{self, Lines, RowName};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::wording;
use crate::english::counted;
use crate::network::graph::Network;
use crate::selection::subgraph::SubgraphSpec;

/// Most institutions; above it those with the most joint models are shown.
pub const MOST: usize = 30;

/// Pitch of the rows at full width and in one column.
const PITCH: (f64, f64) = (16.0, 14.2);
/// Gap between two columns of the diagram.
const GUTTER: f64 = 22.0;
/// Share of the width that the first of two columns takes: the larger groups stand there.
const FIRST: f64 = 0.54;
/// Share of a column's width that names may take.
const NAMES_MOST: f64 = 0.50;

/// Draws the arc diagram of a one-mode network: arcs for pairs, a pill with spokes for the models of four or
/// more institutions. At full width groups that share no model stand in two columns side by side.
/// Above [`MOST`] institutions those with the most joint models are shown, and the caption says what was left
/// out. O(steps of [`sequence::arrange`](crate::drawing::sequence::arrange) + pairs²).
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose(network: &Network<'_>, options: &Options) -> Result<Figure, Error> {
    compose_part(network, &SubgraphSpec::default(), options)
}

/// The same of a part of the network; counts stay those of the whole.
///
/// # Errors
///
/// When the marks are no figure; see [`Figure::new`].
pub fn compose_part(network: &Network<'_>, choice: &SubgraphSpec, options: &Options) -> Result<Figure, Error> {
    let part = Part::of(network, choice);
    let (theme, roles) = (options.theme(), options.roles());
    let look = Look { theme, roles: &roles, language: options.language, kind: options.kind(network.corpus()) };
    let wide = options.width() >= NARROW_BELOW_MM;
    let bonds = bonds::find_readable(network, MOST, &part);
    let mut words = words(network, &bonds, &part, look);
    let (mut marks, head) = frame::head(&words, options);
    let top = head + 4.0;
    let pitch = if wide { PITCH.0 } else { PITCH.1 };
    let width = options.inner_width();
    let split = if wide { split(&bonds) } else { bonds.order.len() };
    let halves = if split < bonds.order.len() && split > 0 { 2.0 } else { 1.0 };
    let free = width - GUTTER * (halves - 1.0);
    let columns = if halves > 1.0 { [free * FIRST, free * (1.0 - FIRST)] } else { [free, free] };
    let mut bottom = top;
    for (index, members) in [&bonds.order[..split], &bonds.order[split..]].into_iter().enumerate() {
        if members.is_empty() {
            continue;
        }
        let left = index as f64 * (columns[0] + GUTTER);
        let panel = panel(network, &bonds, members, (left, left + columns[index]), top, pitch, look);
        marks.extend(panel.marks());
        bottom = bottom.max(top + members.len() as f64 * pitch);
    }
    words.notes.extend(frame::cut_note(&marks));
    words.drawn = frame::institutions_in(&marks);
    let (foot, bottom) = frame::foot(network.corpus(), &words, &legend(network, &bonds, look), bottom + 5.0, options);
    marks.extend(foot);
    frame::figure(&words, marks, bottom, options)
}

fn panel<'p, 'c>(
    network: &'p Network<'c>,
    bonds: &'p Bonds,
    members: &'p [InstitutionId],
    (left, right): (f64, f64),
    top: f64,
    pitch: f64,
    look: Look<'p>,
) -> Panel<'p, 'c> {
    let corpus = network.corpus();
    let most = (right - left) * NAMES_MOST;
    let named = |length: Length| -> Vec<RowName> {
        members.iter().map(|&id| RowName::new(&corpus.institution(id).names, length, Lines::Both, look)).collect()
    };
    let widest = |rows: &[RowName]| rows.iter().map(|row| row.width(look)).fold(0.0, f64::max);
    let mut names = named(Length::Long);
    if widest(&names) > most || right - left < 200.0 && look.language == Language::Both {
        names = named(Length::Short);
    }
    let axis = left + rowname::column(&mut names, most, look) + 2.0 * RADIUS.most + 5.0;
    Panel { network, bonds, members, names, axis: axis - RADIUS.most, right, top, pitch, look }
}

/// Where the second column begins: at the border of two groups nearest to the middle; at the end where there is
/// none, or where one column is short enough.
fn split(bonds: &Bonds) -> usize {
    let count = bonds.order.len();
    let place = |id: &InstitutionId| bonds.order.iter().position(|one| one == id).unwrap_or(0);
    let mut inner = vec![false; count + 1];
    let teams = bonds.pairs.iter().map(|pair| vec![pair.a, pair.b]);
    for team in teams.chain(bonds.consortia.iter().map(|one| one.members.clone())) {
        let places: Vec<usize> = team.iter().map(place).collect();
        let (low, high) = (places.iter().min().copied(), places.iter().max().copied());
        if let (Some(low), Some(high)) = (low, high) {
            inner[low + 1..=high].fill(true);
        }
    }
    (1..count).filter(|&at| !inner[at]).min_by_key(|&at| (at.abs_diff(count - at), at)).unwrap_or(count)
}

fn legend(network: &Network<'_>, bonds: &Bonds, look: Look<'_>) -> Vec<Entry> {
    let (theme, language, corpus) = (look.theme, look.language, network.corpus());
    let sectors = bonds.order.iter().map(|&id| corpus.institution(id).sector());
    let mut entries = legend::sectors(sectors, theme, language);
    let mut weights: Vec<f64> = bonds.pairs.iter().map(|pair| pair.weight).collect();
    // Spokes are as thick as arcs of as many models.
    weights.extend(bonds.consortia.iter().map(|one| one.works.len() as f64));
    weights.sort_by(f64::total_cmp);
    weights.dedup();
    let chosen: Vec<f64> = match weights.as_slice() {
        [first, .., middle, last] if weights.len() > 3 => vec![*first, *middle, *last],
        all => all.to_vec(),
    };
    let measure = measure(network, bonds, look.kind);
    for (index, weight) in chosen.into_iter().enumerate() {
        let count = member::weight_text(weight);
        let text = if index == 0 { measure.legend(&count, language) } else { measure.legend_more(&count, language) };
        entries.push(Entry::new(Symbol::Line(theme.edge, bonds.stroke(weight)), text));
    }
    if !bonds.consortia.is_empty() {
        let english = format!("{} of 4 or more", look.kind.heading_one());
        let text = wording::both(language, &english, &format!("4곳 이상의 공동 {}", look.kind.korean()));
        entries.push(Entry::new(Symbol::Pill, text));
    }
    entries
}

fn measure(network: &Network<'_>, bonds: &Bonds, kind: WorkKind) -> Measure {
    let pairs = bonds.pairs.iter().map(|pair| (!pair.works.is_empty(), network.evidence(pair.tie).is_empty()));
    Measure::of(kind, pairs.chain(bonds.consortia.iter().map(|_| (true, false))))
}

fn words(network: &Network<'_>, bonds: &Bonds, part: &Part<'_, '_>, look: Look<'_>) -> Words {
    let (language, kind) = (look.language, look.kind);
    let (shown, pairs, pills) = (bonds.order.len(), bonds.pairs.len(), bonds.consortia.len());
    let (one, many, noun) = (kind.one(), kind.many(), kind.korean());
    let made = if kind == WorkKind::Model { "만든" } else { "낸" };
    let (title, subtitle) = match measure(network, bonds, kind) {
        Measure::Weight => (
            ("Ties as arcs", "기관 연결 호 그림"),
            (
                "Each arc is a tie of two institutions; the thicker, the larger its weight".to_owned(),
                "호 = 두 기관의 연결, 굵을수록 가중치가 큼".to_owned(),
            ),
        ),
        Measure::Works(_) => (
            ("Partnerships as arcs", "기관 협력 호 그림"),
            (
                format!("Each arc joins two institutions with joint {many}; the thicker, the more"),
                format!("호 = 두 기관의 공동 {noun}, 굵을수록 많음"),
            ),
        ),
        Measure::Mixed(_) => (
            ("Partnerships as arcs", "기관 협력 호 그림"),
            (
                format!("Each arc joins two institutions with joint {many} or a tie; the thicker, the more"),
                format!("호 = 두 기관의 공동 {noun} 또는 연결, 굵을수록 많음"),
            ),
        ),
    };
    let (english, korean) = (
        format!("{}, {} between pairs", counted(shown, "institution", "institutions"), counted(pairs, "arc", "arcs")),
        format!("기관 {shown}곳, 두 기관 사이의 호 {pairs}개"),
    );
    let (english, korean) = if kind.has_works() {
        let sets = counted(pills, &format!("{one} or set of {many}"), &format!("{many} or sets of {many}"));
        (
            format!("{english} and {sets} of four or more institutions."),
            format!("{korean}, 네 곳 이상이 함께 {made} {noun} 묶음 {pills}개."),
        )
    } else {
        (format!("{english}."), format!("{korean}."))
    };
    let mut words = Words {
        description: wording::both(language, &english, &korean),
        ..Words::headed("arc", language, title, subtitle)
    };
    words.notes.extend(member::consortia_note(network, bonds.order.iter().copied(), kind));
    words.left_out.extend(part.told(look.kind));
    if bonds.dropped > 0 {
        let dropped = wording::count(bonds.dropped);
        words.left_out.push((
            format!(
                "The {shown} institutions with {}; {} not shown.",
                if kind.has_works() { format!("the most joint {many}") } else { "the largest total weight".to_owned() },
                counted(bonds.dropped, "other is", "others are")
            ),
            if kind.has_works() {
                format!(
                    "공동 {} 많은 {shown}곳. 나머지 협력 기관 {dropped}곳은 그리지 않음.",
                    attach(noun, Particle::Subject)
                )
            } else {
                format!("총 연결 강도가 큰 {shown}곳. 나머지 협력 기관 {dropped}곳은 그리지 않음.")
            },
        ));
    }
    if bonds.alone > 0 {
        let alone = wording::count(bonds.alone);
        words.left_out.push((
            format!(
                "{} not shown.",
                counted(bonds.alone, "institution without a partner is", "institutions without a partner are")
            ),
            format!("협력 기관이 없는 {alone}곳은 그리지 않음."),
        ));
    }
    words
}
