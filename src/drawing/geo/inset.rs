//! Insets: crowded regions at a larger scale, in rows below the world.

use crate::drawing::geo::content::GeoContent;
use crate::drawing::geo::world::{GeoPlace, MapFrame, Region};
use crate::geometry::Point;
use crate::message;
use crate::messages::Message;

/// Smallest number of actors of a crowded region.
const MIN_ACTORS: usize = 5;
/// Largest height of an inset, as a share of the width of the figure.
const MAX_HEIGHT_SHARE: f64 = 0.29;
/// Height of the name above an inset, in points.
const TITLE: f64 = 9.0;
/// Gap between insets, in points.
const GAP: f64 = 8.0;

/// Regions that may have an inset.
const REGIONS: [(Crowded, Region); 3] = [
    (Crowded::NorthAmerica, Region { west: -126.0, south: 26.0, east: -66.0, north: 51.0 }),
    (Crowded::Europe, Region { west: -11.0, south: 36.0, east: 31.0, north: 60.5 }),
    (Crowded::EastAsia, Region { west: 99.0, south: 20.0, east: 146.0, north: 46.5 }),
];

/// Region with an inset of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Crowded {
    NorthAmerica,
    Europe,
    EastAsia,
}

impl Crowded {
    pub(super) fn name(self) -> Message {
        match self {
            Self::NorthAmerica => message!("figures-geo-north-america"),
            Self::Europe => message!("figures-geo-europe"),
            Self::EastAsia => message!("figures-geo-east-asia"),
        }
    }
}

/// Inset with the actors in it.
pub(super) struct Inset {
    pub(super) region: Crowded,
    pub(super) frame: MapFrame,
    pub(super) actors: Vec<usize>,
}

/// Insets of the crowded regions in rows of at most `per_row`, below `top`; and their lower edge.
pub(super) fn arrange(content: &GeoContent, top: f64, width: f64, per_row: usize) -> (Vec<Inset>, f64) {
    let within = |region: Region| -> Vec<usize> {
        (0..content.actors.len()).filter(|&at| region.contains(content.actors[at].place)).collect()
    };
    let crowded: Vec<(Crowded, Region, Vec<usize>)> = REGIONS
        .into_iter()
        .map(|(name, region)| (name, region, within(region)))
        .filter(|(.., actors)| actors.len() >= MIN_ACTORS)
        .map(|(name, region, actors)| {
            let places: Vec<GeoPlace> = actors.iter().map(|&at| content.actors[at].place).collect();
            (name, region.around(&places), actors)
        })
        .collect();
    let (mut insets, mut y) = (Vec::new(), top);
    for row in crowded.chunks(per_row) {
        let aspects: f64 = row.iter().map(|(_, region, _)| MapFrame::aspect(*region)).sum();
        let height = ((width - GAP * (row.len() as f64 - 1.0)) / aspects).min(MAX_HEIGHT_SHARE * width);
        let mut x = 0.0;
        for (name, region, actors) in row {
            let own = height * MapFrame::aspect(*region);
            let frame = MapFrame::new(*region, Point::new(x, y + GAP + TITLE), own);
            insets.push(Inset { region: *name, frame, actors: actors.clone() });
            x += own + GAP;
        }
        y += height + GAP + TITLE;
    }
    (insets, y)
}
