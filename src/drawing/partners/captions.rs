//! Texts of the view of partners: title, finding, description, legend.

use crate::answer::mark::NodeShape;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::actor::{self, Style};
use crate::drawing::frame::FigureText;
use crate::drawing::kind::{TieMeasure, WorkKind};
use crate::drawing::legend::{self, LegendEntry, Symbol};
use crate::drawing::partners::content::{PartnersContent, PartnersOptions};
use crate::drawing::{isolation, wording};
use crate::message;
use crate::messages::{List, Localizer, Message, Statement};
use crate::network::graph::Network;
use crate::typography::{Weight, reserved_width};

/// Largest number of strongest partners that a sentence names.
const MAX_NAMED: usize = 3;

/// Width of the numbers of the rows, in points.
pub(super) fn number_width(content: &PartnersContent, style: Style<'_>) -> f64 {
    let of_row = content.rows.iter().map(|row| match row.works.len() {
        0 => actor::weight_text(row.value),
        count => wording::count(count),
    });
    of_row
        .chain([wording::count(content.joint)])
        .map(|text| reserved_width(&text, style.roles.name, Weight::Bold))
        .fold(0.0, f64::max)
}

/// What is found of all partners: how many, how many of them once, with whom most often. `None` where
/// there is none, where ties have no works, or where works over the team size limit have more partners.
pub(crate) fn headline(
    network: &Network<'_>,
    center: InstitutionId,
    min_weight: Option<f64>,
    kind: WorkKind,
) -> Option<Statement> {
    let content = PartnersContent::of(network, center, min_weight, usize::MAX);
    let name = &network.corpus().institution(content.center).names;
    let count = content.rows.len();
    let works = network.corpus().works_of(center);
    let has_excluded = works.iter().any(|work| network.excluded().binary_search(work).is_ok());
    if count == 0 || has_excluded || min_weight.is_some() || !content.all_have_works() {
        return None;
    }
    let (strongest, most) = content.strongest();
    let once = content.once();
    Some(match strongest.as_slice() {
        [partner] if count == 1 => {
            let partner = &network.corpus().institution(*partner).names;
            message!("figures-partners-headline-one", name = name, with = partner, works = most, kind = kind)
        }
        _ if once == count => message!("figures-partners-headline-each-once", name = name, count = count, kind = kind),
        [partner] if 2 * once < count => {
            let partner = &network.corpus().institution(*partner).names;
            message!(
                "figures-partners-headline-most",
                name = name,
                count = count,
                with = partner,
                works = most,
                kind = kind
            )
        }
        _ if 2 * once >= count => {
            message!("figures-partners-headline-once", name = name, count = count, once = once, kind = kind)
        }
        _ => message!(
            "figures-partners-headline-repeated",
            name = name,
            count = count,
            repeated = count - once,
            kind = kind
        ),
    })
}

/// Title, subtitle, description and notes.
pub(super) fn words(
    network: &Network<'_>,
    content: &PartnersContent,
    partners: PartnersOptions,
    style: Style<'_>,
) -> FigureText {
    let (corpus, kind) = (network.corpus(), style.kind);
    let name = &corpus.institution(content.center).names;
    let title = message!("figures-ego-title", name = name);
    let count = content.rows.len() + content.excluded;
    let [subtitle, description] = if count == 0 {
        isolation::statements(network, network.node_of(content.center), name, partners.min_weight, kind)
    } else {
        [subtitle(content, kind), description(network, content, partners, kind)]
    };
    let mut words = FigureText::new("partners", style.language, title, subtitle, description);
    let drawn = content.rows.iter().map(|row| row.id).chain([content.center]);
    words.extend_notes(actor::large_teams_note(network, drawn, kind));
    if let Some(number) = partners.min_weight.map(actor::weight_text) {
        words.exclude(if kind.has_works() {
            message!("figures-ego-min-works", number = number, kind = kind)
        } else {
            message!("figures-ego-min-weight", number = number)
        });
    }
    if content.excluded > 0 {
        words.exclude(message!("figures-ego-excluded-partners", count = content.excluded));
    }
    words
}

fn subtitle(content: &PartnersContent, kind: WorkKind) -> Message {
    match (content.all_have_works(), content.strongest().1) {
        (true, _) => message!("figures-partners-subtitle", kind = kind),
        (false, 0) => message!("figures-partners-subtitle-ties"),
        (false, _) => message!("figures-partners-subtitle-mixed", kind = kind),
    }
}

/// Description: partners drawn, of all or of those above the smallest weight; joint works with their years; the
/// strongest.
fn description(network: &Network<'_>, content: &PartnersContent, partners: PartnersOptions, kind: WorkKind) -> Message {
    let (corpus, drawn) = (network.corpus(), content.rows.len());
    let name = &corpus.institution(content.center).names;
    let names = || List::comma(content.rows.iter().map(|row| &corpus.institution(row.id).names));
    let (strongest, most) = content.strongest();
    if most == 0 || strongest.len() > MAX_NAMED || partners.min_weight.is_some() || content.excluded > 0 {
        let named = || List::comma(content.rows.iter().take(MAX_NAMED).map(|row| &corpus.institution(row.id).names));
        return match (partners.min_weight.map(actor::weight_text), drawn + content.excluded) {
            (None, count) if drawn == count => {
                message!("figures-ego-description", name = name, count = count, partners = names())
            }
            (None, count) => {
                message!(
                    "figures-partners-description-part",
                    name = name,
                    shown = drawn,
                    count = count,
                    partners = named()
                )
            }
            (Some(number), count) if kind.has_works() => message!(
                "figures-partners-description-min-works",
                name = name,
                shown = drawn,
                count = count,
                number = number,
                partners = named(),
                kind = kind
            ),
            (Some(number), count) => message!(
                "figures-partners-description-min-weight",
                name = name,
                shown = drawn,
                count = count,
                number = number,
                partners = named()
            ),
        };
    }
    let works: Vec<WorkId> = content.rows.iter().flat_map(|row| row.works.iter().copied()).collect();
    let list = List::comma(strongest.iter().map(|&id| &corpus.institution(id).names));
    let strongest = message!("figures-partners-strongest", partners = list, works = most, kind = kind);
    let mut distinct = works.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let joint = distinct.len();
    match actor::period(corpus, &distinct) {
        None => message!(
            "figures-partners-description-undated",
            name = name,
            count = drawn,
            joint = joint,
            kind = kind,
            strongest = strongest
        ),
        Some(years) => message!(
            "figures-partners-description",
            name = name,
            count = drawn,
            joint = joint,
            kind = kind,
            years = years,
            strongest = strongest
        ),
    }
}

/// Sectors, and what numbers and marks count.
pub(super) fn legend(
    network: &Network<'_>,
    content: &PartnersContent,
    is_merged: bool,
    style: Style<'_>,
) -> Vec<LegendEntry> {
    if content.rows.is_empty() {
        return Vec::new();
    }
    let (corpus, language) = (network.corpus(), style.language);
    let sectors = content.rows.iter().map(|row| corpus.institution(row.id).sector());
    let mut entries = legend::sector_entries(sectors, style.theme, language);
    let measure = actor::measure(network, content.rows.iter().map(|row| row.tie), style.kind);
    let order = match measure {
        TieMeasure::Works(_) => message!("figures-partners-legend-works", kind = style.kind),
        TieMeasure::Weight => message!("figures-partners-legend-weight"),
        TieMeasure::Mixed(_) => message!("figures-partners-legend-mixed", kind = style.kind),
    };
    entries.extend(legend::notes(&order, language));
    if is_merged {
        let text = Localizer::in_each(language, &message!("figures-partners-legend-year", kind = style.kind));
        entries.push(LegendEntry::new(Symbol::Filled(NodeShape::Circle, style.theme.muted), text));
    }
    entries
}
