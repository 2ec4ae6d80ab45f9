//! Widths of the columns: names as long as there is room, gutters wide enough to follow the lines.

use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::columns::plan::Plan;
use crate::drawing::columns::scene::Shown;
use crate::drawing::encoding::{BIPARTITE, BIPARTITE_NARROW, Radius, form, half_width};
use crate::drawing::frame::{MARGIN, Options};
use crate::drawing::names::{Label, Length, label};
use crate::drawing::theme::{NARROW_BELOW_MM, Type};
use crate::drawing::wording;
use crate::typography::{Weight, reserved_width, width};

/// Narrowest gutter between a node and the models, in points.
pub const LEAST_GUTTER: f64 = 22.0;
/// The same in one column.
pub const LEAST_GUTTER_NARROW: f64 = 17.0;
/// Widest gutter of three columns: beyond it the models get wider.
pub const MOST_GUTTER: f64 = 84.0;
/// Widest gutter of two columns.
pub const MOST_GUTTER_TWO: f64 = 150.0;
/// Gap between a node and its label.
pub const LABEL_GAP: f64 = 3.5;
/// Space between the ends of a pill and its text.
pub const PILL_PAD: f64 = 6.0;
/// Space between the ends of a pill and its text where the text stands alone in its middle: the reserve for
/// other fonts may fill it.
const CENTERED_PAD: f64 = 1.0;
/// Reserve of a text that stands alone in its pill, as a share of its width.
const RESERVE_ALONE: f64 = 0.04;
/// Rounding must not decide whether a text fits.
const SLACK: f64 = 0.01;
/// Space between name and date in a pill.
const DATE_GAP: f64 = 6.0;
/// Largest share of the width for one column of labels.
const MOST_LABEL: f64 = 0.27;

/// Whether pills tell dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dates {
    /// At the right end of each pill.
    Shown,
    /// Names alone, in the middle.
    Hidden,
}

/// Where everything is across the page, and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Labels of the institutions on the left and right.
    pub labels: [Vec<Label>; 2],
    /// Middle of the nodes on the left and right.
    pub nodes: [f64; 2],
    /// Sides of the pills.
    pub pills: (f64, f64),
    /// Whether pills tell dates.
    pub dates: Dates,
    /// Texts of the pills: of each item, of each work.
    pub names: Vec<Vec<String>>,
}

/// Fits the columns into the width.
#[must_use]
pub fn fit(corpus: &Corpus, plan: &Plan, shown: Shown, options: &Options) -> Fit {
    let (roles, width) = (options.roles(), options.inner_width());
    let length = Length::at(options.width());
    let first = [length, Length::Short].into_iter().map(|length| columns(corpus, plan, shown, length, options));
    let mut chosen = None;
    for (labels, rooms) in first {
        let gutters = gutters(plan) as f64 * least_gutter(options);
        let room = width - rooms[0].0 - rooms[1].0 - gutters;
        let fits = pill_width(corpus, plan, Dates::Shown, options) <= room + SLACK;
        chosen = Some((labels, rooms));
        if fits {
            break;
        }
    }
    let (labels, rooms) = chosen.unwrap_or_default();
    let gutters = gutters(plan) as f64;
    let free = width - rooms[0].0 - rooms[1].0;
    let room = (free - gutters * least_gutter(options)).max(40.0);
    let most_gutter = if plan.right.is_empty() { MOST_GUTTER_TWO } else { MOST_GUTTER };
    let dated = any_date(corpus, plan) && pill_width(corpus, plan, Dates::Shown, options) <= room + SLACK;
    let dates = if dated { Dates::Shown } else { Dates::Hidden };
    let wanted = pill_width(corpus, plan, dates, options).max(70.0).min(room);
    let pill = wanted.max(free - gutters * most_gutter).min(room);
    let gutter = (free - pill) / gutters;
    let left = rooms[0].0 + gutter;
    Fit {
        nodes: [rooms[0].0 - rooms[0].1, width - rooms[1].0 + rooms[1].1],
        pills: (left, left + pill),
        dates,
        names: names(corpus, plan, pill, dates, &roles),
        labels,
    }
}

/// Narrowest gutter for a width.
fn least_gutter(options: &Options) -> f64 {
    if options.width() < NARROW_BELOW_MM { LEAST_GUTTER_NARROW } else { LEAST_GUTTER }
}

/// Radii of institutions for a width.
#[must_use]
pub fn radius(options: &Options) -> Radius {
    if options.width() < NARROW_BELOW_MM { BIPARTITE_NARROW } else { BIPARTITE }
}

fn gutters(plan: &Plan) -> usize {
    if plan.right.is_empty() { 1 } else { 2 }
}

/// Labels of both sides, and for each side its whole width and the half width of its nodes.
fn columns(
    corpus: &Corpus,
    plan: &Plan,
    shown: Shown,
    length: Length,
    options: &Options,
) -> ([Vec<Label>; 2], [(f64, f64); 2]) {
    let side = |ids: &[InstitutionId]| -> (Vec<Label>, (f64, f64)) {
        if ids.is_empty() {
            return (Vec::new(), (0.0, 0.0));
        }
        let most = options.inner_width() * MOST_LABEL;
        let labels: Vec<Label> = ids.iter().map(|&id| short_enough(corpus, id, shown, length, most, options)).collect();
        let text = labels.iter().map(|label| outer_width(label, &options.roles())).fold(0.0, f64::max);
        let half = ids
            .iter()
            .map(|&id| half_width(form(corpus.institution(id).sector()), radius(options).of(shown_works(plan, id))));
        let half = half.fold(0.0, f64::max);
        (labels, (text + LABEL_GAP + 2.0 * half, half))
    };
    let (left, right) = (side(&plan.left), side(&plan.right));
    ([left.0, right.0], [left.1, right.1])
}

/// Width of a label at the edge of the page: the reserve for other fonts may reach into the margin.
fn outer_width(label: &Label, roles: &Type) -> f64 {
    let first = width(&label.first, roles.name, Weight::Bold);
    let second = label.second.as_ref().map_or(0.0, |text| width(text, roles.second, Weight::Regular));
    let plain = first.max(second);
    plain.max(label.size(roles).0 - MARGIN + 1.0)
}

/// The label of an institution no wider than `most`: short name, then one language, then cut.
fn short_enough(
    corpus: &Corpus,
    id: InstitutionId,
    shown: Shown,
    length: Length,
    most: f64,
    options: &Options,
) -> Label {
    let (roles, names) = (options.roles(), &corpus.institution(id).names);
    let one = |mut label: Label| {
        if shown == Shown::OneLanguage {
            label.second = None;
        }
        label
    };
    let long = one(label(names, options.language, length));
    if long.size(&roles).0 <= most {
        return long;
    }
    let mut short = one(label(names, options.language, Length::Short));
    // The reserve is part of the width.
    short.first = wording::fitted(&short.first, roles.name, Weight::Bold, most / 1.2);
    short.second = short.second.map(|text| wording::fitted(&text, roles.second, Weight::Regular, most / 1.2));
    short
}

/// Works of an institution that are shown.
#[must_use]
pub fn shown_works(plan: &Plan, id: InstitutionId) -> usize {
    plan.items.iter().filter(|item| item.members.binary_search(&id).is_ok()).map(|item| item.works.len()).sum()
}

fn any_date(corpus: &Corpus, plan: &Plan) -> bool {
    plan.items.iter().flat_map(|item| &item.works).any(|&work| corpus.date(work).is_some())
}

fn date_width(corpus: &Corpus, work: WorkId) -> f64 {
    corpus.date(work).map_or(0.0, |date| {
        DATE_GAP + reserved_width(&date.to_month_string(), crate::answer::figure::MIN_TYPE_SIZE, Weight::Regular)
    })
}

/// Width that the longest model name needs.
fn pill_width(corpus: &Corpus, plan: &Plan, dates: Dates, options: &Options) -> f64 {
    let mut most = 0.0_f64;
    for item in &plan.items {
        let weight = weight(item.members.len());
        for &work in &item.works {
            let date = if dates == Dates::Shown { date_width(corpus, work) } else { 0.0 };
            let name = one_line(corpus.work_name(work)) + &beyond(corpus, work, item.members.len());
            most = most.max(name_width(&name, options.roles().model, weight, dates) + date + 2.0 * pad(dates));
        }
    }
    most
}

/// Width to keep for a name: a date beside it needs the whole reserve; alone in its pill it has the pads too.
fn name_width(name: &str, size: f64, weight: Weight, dates: Dates) -> f64 {
    match dates {
        Dates::Shown => reserved_width(name, size, weight),
        Dates::Hidden => width(name, size, weight) * (1.0 + RESERVE_ALONE),
    }
}

fn pad(dates: Dates) -> f64 {
    if dates == Dates::Shown { PILL_PAD } else { CENTERED_PAD }
}

/// Joint works are bold.
#[must_use]
pub fn weight(members: usize) -> Weight {
    if members > 1 { Weight::Bold } else { Weight::Regular }
}

fn names(corpus: &Corpus, plan: &Plan, pill: f64, dates: Dates, roles: &Type) -> Vec<Vec<String>> {
    let name = |work: WorkId, members: usize| {
        let date = if dates == Dates::Shown { date_width(corpus, work) } else { 0.0 };
        let room = pill - 2.0 * pad(dates) - date + SLACK;
        let more = beyond(corpus, work, members);
        let full = one_line(corpus.work_name(work)) + &more;
        let fits = |text: &str| name_width(text, roles.model, weight(members), dates) <= room;
        if fits(&full) {
            return full;
        }
        let plain = one_line(corpus.work_name(work));
        let short = initials(&plain) + &more;
        if fits(&short) {
            return short;
        }
        let rest = room / 1.1 - width(&more, roles.model, weight(members));
        wording::fitted(&plain, roles.model, weight(members), rest) + &more
    };
    plan.items.iter().map(|item| item.works.iter().map(|&work| name(work, item.members.len())).collect()).collect()
}

/// ` (+2)` where two more institutions of a work are not in the picture.
fn beyond(corpus: &Corpus, work: WorkId, members: usize) -> String {
    match corpus.institutions_of(work).len().saturating_sub(members) {
        0 => String::new(),
        more => format!(" (+{more})"),
    }
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `DiT-XL/2 + Discriminator Guidance` → `DiT-XL/2 + DG`: what follows a plus, when it is several words that
/// begin with capitals, as initials.
#[must_use]
pub fn initials(name: &str) -> String {
    let short = |part: &str| {
        let words: Vec<&str> = part.split(' ').collect();
        let capitals: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let all =
            words.len() > 1 && capitals.chars().count() == words.len() && capitals.chars().all(char::is_uppercase);
        if all { capitals } else { part.to_owned() }
    };
    let mut parts = name.split(" + ");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |name, part| format!("{name} + {}", short(part)))
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
