//! Widths of the columns: the longest names that fit, with gutters wide enough to follow the edges.

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::columns::content::BipartiteContent;
use crate::drawing::columns::name_detail::NameDetail;
use crate::drawing::encoding::{BIPARTITE, BIPARTITE_NARROW, Radius, form, half_width};
use crate::drawing::frame::{MARGIN, Options};
use crate::drawing::names::{Label, Length, label};
use crate::drawing::theme::{NARROW_BELOW_MM, TypeScale};
use crate::drawing::wording;
use crate::typography::{Weight, reserved_width, width};

/// Smallest gutter between nodes and works, in points.
pub const MIN_GUTTER: f64 = 22.0;
/// Smallest gutter in a one-column figure.
pub const MIN_GUTTER_NARROW: f64 = 17.0;
/// Largest gutter of three columns; further width goes to the pills.
pub const MAX_GUTTER: f64 = 84.0;
/// Largest gutter of two columns.
pub const MAX_GUTTER_TWO: f64 = 150.0;
/// Gap between a node and its label, in points.
pub const LABEL_GAP: f64 = 3.5;
/// Padding between the ends of a pill and its text, in points.
pub const PILL_PADDING: f64 = 6.0;
/// Padding of a pill with centred text; the reserve for wider fonts may fill it.
const CENTERED_PADDING: f64 = 1.0;
/// Reserve for wider fonts of a centred text, as a share of its width.
const CENTERED_RESERVE: f64 = 0.04;
/// Tolerance, so that rounding does not decide whether a text fits.
const SLACK: f64 = 0.01;
/// Gap between name and date in a pill, in points.
const DATE_GAP: f64 = 6.0;
/// Largest share of the width for one column of labels.
const MAX_LABEL_SHARE: f64 = 0.27;

/// Whether pills show dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// At the right end of each pill.
    Shown,
    /// Not at all; names are centred.
    Hidden,
}

/// Horizontal layout of the columns, and the texts that fit.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnFit {
    /// Labels of the left and the right institutions.
    pub labels: [Vec<Label>; 2],
    /// X of the centres of the left and the right nodes.
    pub nodes: [f64; 2],
    /// Left and right edge of the pills.
    pub pills: (f64, f64),
    /// Whether pills show dates.
    pub dates: Dates,
    /// Text of each work of each block.
    pub names: Vec<Vec<String>>,
}

/// Fits the columns to the inner width of the figure.
#[must_use]
pub fn fit(corpus: &Corpus, content: &BipartiteContent, detail: NameDetail, options: &Options) -> ColumnFit {
    let (roles, width) = (options.roles(), options.inner_width());
    let length = Length::at(options.width());
    let attempts =
        [length, Length::Short].into_iter().map(|length| side_labels(corpus, content, detail, length, options));
    let mut chosen = None;
    for (labels, side_widths) in attempts {
        let gutter_count = gutter_count(content) as f64 * min_gutter(options);
        let available = width - side_widths[0].0 - side_widths[1].0 - gutter_count;
        let fits = pill_width(corpus, content, Dates::Shown, options) <= available + SLACK;
        chosen = Some((labels, side_widths));
        if fits {
            break;
        }
    }
    let (labels, side_widths) = chosen.unwrap_or_default();
    let gutter_count = gutter_count(content) as f64;
    let free = width - side_widths[0].0 - side_widths[1].0;
    let available = (free - gutter_count * min_gutter(options)).max(40.0);
    let max_gutter = if content.right.is_empty() { MAX_GUTTER_TWO } else { MAX_GUTTER };
    let dated = has_dates(corpus, content) && pill_width(corpus, content, Dates::Shown, options) <= available + SLACK;
    let dates = if dated { Dates::Shown } else { Dates::Hidden };
    let wanted = pill_width(corpus, content, dates, options).max(70.0).min(available);
    let pill = wanted.max(free - gutter_count * max_gutter).min(available);
    let gutter = (free - pill) / gutter_count;
    let left = side_widths[0].0 + gutter;
    ColumnFit {
        nodes: [side_widths[0].0 - side_widths[0].1, width - side_widths[1].0 + side_widths[1].1],
        pills: (left, left + pill),
        dates,
        names: names(corpus, content, pill, dates, &roles),
        labels,
    }
}

/// Smallest gutter at the width of the figure.
fn min_gutter(options: &Options) -> f64 {
    if options.width() < NARROW_BELOW_MM { MIN_GUTTER_NARROW } else { MIN_GUTTER }
}

/// Radii of institutions at the width of the figure.
#[must_use]
pub fn radius(options: &Options) -> Radius {
    if options.width() < NARROW_BELOW_MM { BIPARTITE_NARROW } else { BIPARTITE }
}

fn gutter_count(content: &BipartiteContent) -> usize {
    if content.right.is_empty() { 1 } else { 2 }
}

/// Labels of both sides, and for each side its full width and half the width of its widest node.
fn side_labels(
    corpus: &Corpus,
    content: &BipartiteContent,
    detail: NameDetail,
    length: Length,
    options: &Options,
) -> ([Vec<Label>; 2], [(f64, f64); 2]) {
    let side = |ids: &[InstitutionId]| -> (Vec<Label>, (f64, f64)) {
        if ids.is_empty() {
            return (Vec::new(), (0.0, 0.0));
        }
        let max_width = options.inner_width() * MAX_LABEL_SHARE;
        let labels: Vec<Label> =
            ids.iter().map(|&id| fitting_label(corpus, id, detail, length, max_width, options)).collect();
        let text = labels.iter().map(|label| outer_width(label, &options.roles())).fold(0.0, f64::max);
        let half = ids
            .iter()
            .map(|&id| half_width(form(corpus.institution(id).sector()), radius(options).of(shown_works(content, id))));
        let half = half.fold(0.0, f64::max);
        (labels, (text + LABEL_GAP + 2.0 * half, half))
    };
    let (left, right) = (side(&content.left), side(&content.right));
    ([left.0, right.0], [left.1, right.1])
}

/// Width of a label at the page's edge: the reserve for wider fonts may reach into the margin.
fn outer_width(label: &Label, roles: &TypeScale) -> f64 {
    let first = width(&label.first, roles.name, Weight::Bold);
    let second = label.second.as_ref().map_or(0.0, |text| width(text, roles.second, Weight::Regular));
    let plain = first.max(second);
    plain.max(label.size(roles).0 - MARGIN + 1.0)
}

/// Label of an institution of at most `max_width` points: the long name, otherwise the short name, ellipsized.
fn fitting_label(
    corpus: &Corpus,
    id: InstitutionId,
    detail: NameDetail,
    length: Length,
    max_width: f64,
    options: &Options,
) -> Label {
    let (roles, names) = (options.roles(), &corpus.institution(id).names);
    let one = |mut label: Label| {
        if detail == NameDetail::OneLanguage {
            label.second = None;
        }
        label
    };
    let long = one(label(names, options.language, length));
    if long.size(&roles).0 <= max_width {
        return long;
    }
    let mut short = one(label(names, options.language, Length::Short));
    // The limit includes the reserve for wider fonts.
    short.first = wording::ellipsized(&short.first, roles.name, Weight::Bold, max_width / 1.2);
    short.second = short.second.map(|text| wording::ellipsized(&text, roles.second, Weight::Regular, max_width / 1.2));
    short
}

/// Number of drawn works of an institution.
#[must_use]
pub fn shown_works(content: &BipartiteContent, id: InstitutionId) -> usize {
    content.blocks.iter().filter(|block| block.members.binary_search(&id).is_ok()).map(|block| block.works.len()).sum()
}

fn has_dates(corpus: &Corpus, content: &BipartiteContent) -> bool {
    content.blocks.iter().flat_map(|block| &block.works).any(|&work| corpus.date(work).is_some())
}

fn date_width(corpus: &Corpus, work: WorkId) -> f64 {
    corpus.date(work).map_or(0.0, |date| {
        DATE_GAP + reserved_width(&date.to_month_string(), crate::answer::figure::MIN_TYPE_SIZE, Weight::Regular)
    })
}

/// Pill width in points that the longest name needs.
fn pill_width(corpus: &Corpus, content: &BipartiteContent, dates: Dates, options: &Options) -> f64 {
    let mut max_width = 0.0_f64;
    for block in &content.blocks {
        let weight = weight(block.members.len());
        for &work in &block.works {
            let date = if dates == Dates::Shown { date_width(corpus, work) } else { 0.0 };
            let name = one_line(corpus.work_name(work)) + &hidden_partners_suffix(corpus, work, block.members.len());
            max_width = max_width.max(name_width(&name, options.roles().work, weight, dates) + date + 2.0 * pad(dates));
        }
    }
    max_width
}

/// Width of a name with its reserve: in full next to a date, smaller where it is centred, since the padding adds to
/// it.
fn name_width(name: &str, size: f64, weight: Weight, dates: Dates) -> f64 {
    match dates {
        Dates::Shown => reserved_width(name, size, weight),
        Dates::Hidden => width(name, size, weight) * (1.0 + CENTERED_RESERVE),
    }
}

fn pad(dates: Dates) -> f64 {
    if dates == Dates::Shown { PILL_PADDING } else { CENTERED_PADDING }
}

/// Font weight of a work's name: joint works are bold.
#[must_use]
pub fn weight(members: usize) -> Weight {
    if members > 1 { Weight::Bold } else { Weight::Regular }
}

fn names(corpus: &Corpus, content: &BipartiteContent, pill: f64, dates: Dates, roles: &TypeScale) -> Vec<Vec<String>> {
    let name = |work: WorkId, members: usize| {
        let date = if dates == Dates::Shown { date_width(corpus, work) } else { 0.0 };
        let available = pill - 2.0 * pad(dates) - date + SLACK;
        let suffix = hidden_partners_suffix(corpus, work, members);
        let full = one_line(corpus.work_name(work)) + &suffix;
        let fits = |text: &str| name_width(text, roles.work, weight(members), dates) <= available;
        if fits(&full) {
            return full;
        }
        let plain = one_line(corpus.work_name(work));
        let short = initials(&plain) + &suffix;
        if fits(&short) {
            return short;
        }
        let rest = available / 1.1 - width(&suffix, roles.work, weight(members));
        wording::ellipsized(&plain, roles.work, weight(members), rest) + &suffix
    };
    content
        .blocks
        .iter()
        .map(|block| block.works.iter().map(|&work| name(work, block.members.len())).collect())
        .collect()
}

/// Number of institutions of a work that are not drawn, ` (+2)`; empty for none.
fn hidden_partners_suffix(corpus: &Corpus, work: WorkId, members: usize) -> String {
    match corpus.actor_count(work).saturating_sub(members) {
        0 => String::new(),
        suffix => format!(" (+{suffix})"),
    }
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Abbreviates the words after a plus to initials where there are several and all are capitalized: `DiT-XL/2 +
/// Discriminator Guidance` → `DiT-XL/2 + DG`.
#[must_use]
pub fn initials(name: &str) -> String {
    let short = |segment: &str| {
        let words: Vec<&str> = segment.split(' ').collect();
        let capitals: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let all =
            words.len() > 1 && capitals.chars().count() == words.len() && capitals.chars().all(char::is_uppercase);
        if all { capitals } else { segment.to_owned() }
    };
    let mut segments = name.split(" + ");
    let first = segments.next().unwrap_or_default().to_owned();
    segments.fold(first, |name, segment| format!("{name} + {}", short(segment)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_only_after_a_plus() {
        assert_eq!(initials("DiT-XL/2 + Discriminator Guidance"), "DiT-XL/2 + DG");
        assert_eq!(initials("Discriminator Guidance"), "Discriminator Guidance");
        assert_eq!(initials("A + b C"), "A + b C");
    }
}
