//! What sizes and colours of the marks of a map stand for, where a measure or groups were asked for.

use std::collections::BTreeMap;

use crate::answer::mark::{Color, Mark, NodeShape, Paint};
use crate::centrality::measure::{self, Measure};
use crate::corpus::country::Country;
use crate::corpus::institution::{InstitutionId, Sector};
use crate::corpus::table::Corpus;
use crate::drawing::encoding::{CROSS_RADIUS, cross, shape};
use crate::drawing::map::clusters::{self, Clusters};
use crate::drawing::theme::Theme;
use crate::geometry::Point;
use crate::network::graph::Network;

/// What the colours of a map tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorBy {
    /// Sectors.
    Kind,
    /// Clusters of the whole network.
    Cluster,
    /// Home countries.
    Country,
    /// Mean years of works.
    Year,
}

impl ColorBy {
    /// All, in the order of the help.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Cluster, Self::Country, Self::Year];

    /// Its word on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Cluster => "cluster",
            Self::Country => "country",
            Self::Year => "year",
        }
    }

    /// Whether the data know it of an institution; clusters are found in any network.
    #[must_use]
    pub fn is_known(self, corpus: &Corpus, id: InstitutionId) -> bool {
        match self {
            Self::Kind => corpus.institution(id).sector().is_some(),
            Self::Cluster => true,
            Self::Country => corpus.institution(id).country().is_some(),
            Self::Year => mean_year(corpus, id).is_some(),
        }
    }
}

/// Number of intervals of years.
const YEAR_GROUPS: usize = 4;
/// Outline of a mark whose group is not known, in points.
const UNKNOWN_OUTLINE: f64 = 1.2;

/// Sizes and colours that were asked for; `None`: those of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MarkEncoding {
    pub(crate) size: Option<SizeEncoding>,
    pub(crate) color: Option<ColorEncoding>,
}

/// A measure as the size of marks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SizeEncoding {
    pub(crate) measure: Measure,
    /// Values of the drawn institutions, those of the whole network; `None`: the measure has no value for it.
    values: BTreeMap<InstitutionId, Option<f64>>,
    /// Largest value that is drawn.
    largest: f64,
}

/// Groups as the colour of marks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ColorEncoding {
    pub(crate) by: ColorBy,
    pub(crate) groups: Vec<ColorGroup>,
    /// Index of the group of each drawn institution; `None`: not known.
    group_of: BTreeMap<InstitutionId, Option<usize>>,
    /// Resolution of clusters that were found.
    pub(crate) resolution: Option<f64>,
}

/// A group of one colour.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ColorGroup {
    pub(crate) content: GroupContent,
    /// Number of drawn institutions.
    pub(crate) count: usize,
}

/// What a group is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum GroupContent {
    /// Institutions of one of these sectors, which share a shape.
    Sectors(Vec<Sector>),
    /// A cluster, by its first institutions.
    Cluster(Vec<InstitutionId>),
    /// A country.
    Country(Country),
    /// Years, first and last.
    Years(u16, u16),
    /// All other groups, more than there are colours.
    Rest,
}

impl MarkEncoding {
    /// Sizes and colours of the drawn institutions. O(measure), or the search for clusters.
    pub(crate) fn of(
        network: &Network<'_>,
        drawn: &[InstitutionId],
        (size, color): (Option<Measure>, Option<ColorBy>),
        given_clusters: bool,
    ) -> Self {
        Self {
            size: size.map(|measure| SizeEncoding::of(network, drawn, measure)),
            color: color.map(|by| ColorEncoding::of(network, drawn, by, given_clusters)),
        }
    }
}

impl SizeEncoding {
    fn of(network: &Network<'_>, drawn: &[InstitutionId], measure: Measure) -> Self {
        let scores = measure::scores(network, measure).values;
        let value = |id: InstitutionId| {
            let value = scores.get(network.node_of(id)).copied().map(crate::answer::number::stable);
            value.filter(|value| value.is_finite())
        };
        let values: BTreeMap<InstitutionId, Option<f64>> = drawn.iter().map(|&id| (id, value(id))).collect();
        let largest = values.values().flatten().copied().fold(0.0, f64::max);
        Self { measure, values, largest }
    }

    /// Numbers of works that were counted elsewhere.
    pub(crate) fn of_works(values: BTreeMap<InstitutionId, Option<f64>>) -> Self {
        let largest = values.values().flatten().copied().fold(0.0, f64::max);
        Self { measure: Measure::Works, values, largest }
    }

    /// Value of a drawn institution.
    pub(crate) fn value(&self, id: InstitutionId) -> Option<f64> {
        self.values.get(&id).copied().flatten()
    }

    /// Radius of a mark: from `base` for 0 to `max` for the largest value drawn, its area growing with the value.
    pub(crate) fn radius(&self, id: InstitutionId, base: f64, max: f64) -> f64 {
        match self.value(id) {
            None => CROSS_RADIUS,
            Some(value) if self.largest > 0.0 => base + (max - base) * (value.max(0.0) / self.largest).sqrt(),
            Some(_) => base,
        }
    }

    /// Whether all values are whole numbers, which have room within marks.
    pub(crate) fn is_whole(&self) -> bool {
        self.values.values().flatten().all(|value| value.fract() == 0.0 && value.abs() < 1e6)
    }

    /// Number of drawn institutions without a value.
    pub(crate) fn unknown(&self) -> usize {
        self.values.values().filter(|value| value.is_none()).count()
    }

    /// Drawn institutions of the smallest, a middle and the largest value, each value once.
    pub(crate) fn examples(&self) -> Vec<(InstitutionId, f64)> {
        let mut known: Vec<(InstitutionId, f64)> =
            self.values.iter().filter_map(|(&id, value)| Some((id, (*value)?))).collect();
        known.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        known.dedup_by(|a, b| a.1 == b.1);
        // The middle of the areas, so that the three discs differ.
        let Some(&(_, largest)) = known.last() else { return known };
        let middle = known.iter().position(|one| one.1 >= largest / 4.0).unwrap_or(0);
        let last = known.len() - 1;
        let mut at = vec![0, middle, last];
        at.sort_unstable();
        at.dedup();
        at.into_iter().map(|at| known[at]).collect()
    }
}

impl ColorEncoding {
    fn of(network: &Network<'_>, drawn: &[InstitutionId], by: ColorBy, given_clusters: bool) -> Self {
        let corpus = network.corpus();
        match by {
            ColorBy::Kind => Self::of_sectors(corpus, drawn),
            ColorBy::Cluster => Self::of_clusters(network, drawn, given_clusters),
            ColorBy::Country => Self::of_countries(corpus, drawn),
            ColorBy::Year => Self::of_years(corpus, drawn),
        }
    }

    fn of_sectors(corpus: &Corpus, drawn: &[InstitutionId]) -> Self {
        let shape = |sector: Sector| crate::drawing::encoding::form(Some(sector));
        let mut groups: Vec<(NodeShape, Vec<Sector>)> = Vec::new();
        let mut sectors: Vec<Sector> = drawn.iter().filter_map(|&id| corpus.institution(id).sector()).collect();
        sectors.sort_unstable();
        sectors.dedup();
        for sector in sectors {
            match groups.iter_mut().find(|group| group.0 == shape(sector)) {
                Some(group) => group.1.push(sector),
                None => groups.push((shape(sector), vec![sector])),
            }
        }
        let at = |id: InstitutionId| {
            let own = shape(corpus.institution(id).sector()?);
            groups.iter().position(|group| group.0 == own)
        };
        let group_of = drawn.iter().map(|&id| (id, at(id))).collect();
        let contents = groups.iter().map(|group| GroupContent::Sectors(group.1.clone())).collect();
        Self::counted(ColorBy::Kind, contents, group_of)
    }

    /// Countries by their number of drawn institutions; those beyond the colours are one group.
    fn of_countries(corpus: &Corpus, drawn: &[InstitutionId]) -> Self {
        let mut counts: BTreeMap<&Country, usize> = BTreeMap::new();
        for country in drawn.iter().filter_map(|&id| corpus.institution(id).country()) {
            *counts.entry(country).or_default() += 1;
        }
        let mut countries: Vec<(&Country, usize)> = counts.into_iter().collect();
        countries.sort_by_key(|&(country, count)| (std::cmp::Reverse(count), country.code()));
        let named = limited(countries.len());
        let group = |id: InstitutionId| {
            let country = corpus.institution(id).country()?;
            countries.iter().position(|one| one.0 == country).map(|at| at.min(named))
        };
        let group_of = drawn.iter().map(|&id| (id, group(id))).collect();
        let content = |one: &(&Country, usize)| GroupContent::Country(one.0.clone());
        let rest = (countries.len() > named).then_some(GroupContent::Rest);
        let contents = countries.iter().take(named).map(content).chain(rest).collect();
        Self::counted(ColorBy::Country, contents, group_of)
    }

    /// Clusters of the whole network by their number of drawn institutions; those of one drawn institution, and those beyond
    /// the colours, are one group.
    fn of_clusters(network: &Network<'_>, drawn: &[InstitutionId], given: bool) -> Self {
        let of_input = given.then(|| clusters::given(network, drawn)).flatten();
        let Clusters { members, resolution } = of_input.unwrap_or_else(|| clusters::find(network, drawn));
        let large = members.iter().filter(|members| members.len() > 1).count();
        let named = if large == members.len() { limited(large) } else { large.min(GROUPS - 1) };
        let group = |at: usize| members.iter().position(|members| members.contains(&at)).map(|at| at.min(named));
        let group_of = drawn.iter().enumerate().map(|(at, &id)| (id, group(at))).collect();
        let corpus = network.corpus();
        let content = |members: &Vec<usize>| {
            let mut ids: Vec<InstitutionId> = members.iter().map(|&at| drawn[at]).collect();
            ids.sort_by_key(|&id| {
                (std::cmp::Reverse(corpus.works_of(id).len() + network.adjacency().degree(network.node_of(id))), id)
            });
            GroupContent::Cluster(ids)
        };
        let rest = (members.len() > named).then_some(GroupContent::Rest);
        let contents = members.iter().take(named).map(content).chain(rest).collect();
        Self { resolution, ..Self::counted(ColorBy::Cluster, contents, group_of) }
    }

    /// Intervals of years with about as many institutions each.
    fn of_years(corpus: &Corpus, drawn: &[InstitutionId]) -> Self {
        let year = |id: InstitutionId| mean_year(corpus, id).map(|year| year.round() as u16);
        let mut years: Vec<u16> = drawn.iter().filter_map(|&id| year(id)).collect();
        years.sort_unstable();
        let intervals = intervals(&years);
        let group = |id: InstitutionId| {
            let year = year(id)?;
            intervals.iter().position(|&(first, last)| (first..=last).contains(&year))
        };
        let group_of = drawn.iter().map(|&id| (id, group(id))).collect();
        let contents = intervals.iter().map(|&(first, last)| GroupContent::Years(first, last)).collect();
        Self::counted(ColorBy::Year, contents, group_of)
    }

    fn counted(by: ColorBy, contents: Vec<GroupContent>, group_of: BTreeMap<InstitutionId, Option<usize>>) -> Self {
        let count = |at: usize| group_of.values().filter(|&&group| group == Some(at)).count();
        let group = |(at, content): (usize, GroupContent)| ColorGroup { content, count: count(at) };
        let groups = contents.into_iter().enumerate().map(group).collect();
        Self { by, groups, group_of, resolution: None }
    }

    /// Group of a drawn institution; `None`: not known.
    pub(crate) fn group(&self, id: InstitutionId) -> Option<usize> {
        self.group_of.get(&id).copied().flatten()
    }

    /// Number of drawn institutions whose group is not known.
    pub(crate) fn unknown(&self) -> usize {
        self.group_of.values().filter(|group| group.is_none()).count()
    }

    /// Colour of a group.
    pub(crate) fn color_of(&self, group: usize, theme: &Theme) -> Color {
        match &self.groups[group].content {
            GroupContent::Sectors(sectors) => theme.sector(sectors.first().copied()),
            GroupContent::Rest => theme.sectors[3],
            GroupContent::Years(..) => {
                // The latest interval has the strongest colour, however many there are.
                theme.ordered[theme.ordered.len() - self.groups.len() + group]
            }
            GroupContent::Cluster(_) | GroupContent::Country(_) => theme.cluster(group),
        }
    }

    /// Colour of a drawn institution; `None`: not known.
    pub(crate) fn color(&self, id: InstitutionId, theme: &Theme) -> Option<Color> {
        self.group(id).map(|group| self.color_of(group, theme))
    }
}

/// Colours of groups that differ for all readers; further groups are one.
const GROUPS: usize = 8;

/// Number of groups with a colour of their own.
fn limited(groups: usize) -> usize {
    if groups <= GROUPS { groups } else { GROUPS - 1 }
}

/// Mean year of the dated works of an institution.
fn mean_year(corpus: &Corpus, id: InstitutionId) -> Option<f64> {
    let years = corpus.works_of(id).iter().filter_map(|&work| corpus.date(work));
    let (sum, count) = years.fold((0.0, 0.0), |(sum, count), date| (sum + f64::from(date.year_number()), count + 1.0));
    (count > 0.0).then(|| sum / count)
}

/// Intervals of ascending years without gaps, each with about as many of them.
fn intervals(years: &[u16]) -> Vec<(u16, u16)> {
    let (Some(&first), Some(&last)) = (years.first(), years.last()) else { return Vec::new() };
    let mut starts: Vec<u16> = (0..YEAR_GROUPS).map(|group| years[group * years.len() / YEAR_GROUPS]).collect();
    starts[0] = first;
    starts.dedup();
    let ends = starts.iter().skip(1).map(|start| start - 1).chain([last]);
    starts.iter().copied().zip(ends).collect()
}

/// Mark of an institution: filled, an outline where its group is not known, a cross where it has no value.
pub(crate) fn mark(form: NodeShape, at: Point, r: f64, color: Option<Color>, has_value: bool, theme: &Theme) -> Mark {
    match (has_value, color) {
        (false, color) => cross(at, color.unwrap_or(theme.muted)),
        (true, Some(color)) => shape(form, at, r, Paint::fill(color)),
        (true, None) => {
            let r = (r - UNKNOWN_OUTLINE / 2.0).max(UNKNOWN_OUTLINE);
            shape(form, at, r, Paint::fill(theme.page).outlined(theme.muted, UNKNOWN_OUTLINE))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_of_years_have_no_gaps_and_no_overlap() {
        for years in [vec![2020], vec![2020, 2020], vec![1957, 2015, 2019, 2019, 2020, 2024], (2001..2031).collect()] {
            let found = intervals(&years);
            assert_eq!((found[0].0, found[found.len() - 1].1), (years[0], years[years.len() - 1]));
            assert!(found.windows(2).all(|pair| pair[0].1 + 1 == pair[1].0), "{found:?}");
            assert!(found.iter().all(|(first, last)| first <= last) && found.len() <= YEAR_GROUPS, "{found:?}");
        }
        assert!(intervals(&[]).is_empty());
    }
}
