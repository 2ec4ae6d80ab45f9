//! The world: coastline, points of countries, and the Equal Earth projection (Šavrič, Patterson & Jenny 2018).

use crate::corpus::country::Country;
use crate::geometry::{Point, Rect};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Coastlines without Antarctica, from Natural Earth 1:110m, simplified: a ring a line, `longitude,latitude` in degrees.
static LAND: LazyLock<Vec<Vec<GeoPlace>>> = LazyLock::new(|| {
    let number = |text: &str| text.parse().unwrap_or(0.0);
    let place = |pair: &str| pair.split_once(',').map(|(lon, lat)| GeoPlace { lon: number(lon), lat: number(lat) });
    let ring = |line: &str| line.split(' ').filter_map(place).collect();
    include_str!("../../../data/world-land.txt").lines().map(ring).collect()
});

/// A point within each country, far from its borders: code, longitude, latitude.
static COUNTRIES: LazyLock<BTreeMap<&str, GeoPlace>> =
    LazyLock::new(|| points(include_str!("../../../data/country-points.txt")));

/// Seats of institutions of the name authority that the registry does not have: id, longitude, latitude.
static SEATS: LazyLock<BTreeMap<&str, GeoPlace>> =
    LazyLock::new(|| points(include_str!("../../../data/institution-points.txt")));

fn points(text: &'static str) -> BTreeMap<&'static str, GeoPlace> {
    let point = |line: &'static str| {
        let mut cells = line.split(' ');
        let key = cells.next()?;
        let (lon, lat) = (cells.next()?.parse().ok()?, cells.next()?.parse().ok()?);
        Some((key, GeoPlace { lon, lat }))
    };
    text.lines().filter_map(point).collect()
}

/// Place on Earth in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct GeoPlace {
    pub(super) lon: f64,
    pub(super) lat: f64,
}

/// Point of a country.
pub(super) fn country_point(country: &Country) -> Option<GeoPlace> {
    COUNTRIES.get(country.code()).copied()
}

/// Seat of an institution of the name authority.
pub(super) fn seat(id: &str) -> Option<GeoPlace> {
    SEATS.get(id).copied()
}

/// Region between meridians and parallels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Region {
    pub(super) west: f64,
    pub(super) south: f64,
    pub(super) east: f64,
    pub(super) north: f64,
}

/// Margin around the places of an inset, its least height, both in degrees, and its least and largest width over height.
const MARGIN: f64 = 2.0;
const MIN_SPAN: f64 = 9.0;
const MIN_ASPECT: f64 = 1.1;
const MAX_ASPECT: f64 = 1.9;

/// The inhabited world, cut in the Bering Strait.
pub(super) const WORLD: Region = Region { west: -169.0, south: -56.5, east: 191.0, north: 80.0 };

impl Region {
    /// Whether a place lies within.
    pub(super) fn contains(self, place: GeoPlace) -> bool {
        (self.west..=self.east).contains(&place.lon) && (self.south..=self.north).contains(&place.lat)
    }

    /// The part of the region around these places: with a margin, at least `MIN_SPAN` degrees high, and as wide on the page
    /// as 1.1 to 1.9 times its height.
    pub(super) fn around(self, places: &[GeoPlace]) -> Self {
        let fold =
            |start: f64, pick: fn(f64, f64) -> f64, of: fn(&GeoPlace) -> f64| places.iter().map(of).fold(start, pick);
        let (west, east) = (fold(self.east, f64::min, |one| one.lon), fold(self.west, f64::max, |one| one.lon));
        let (south, north) = (fold(self.north, f64::min, |one| one.lat), fold(self.south, f64::max, |one| one.lat));
        let (lon, lat) = ((west + east) / 2.0, (south + north) / 2.0);
        // A degree of longitude is shorter than one of latitude.
        let shrink = libm::cos(lat.to_radians()).max(0.2);
        let mut height = (north - south + 2.0 * MARGIN).max(MIN_SPAN);
        let width = ((east - west) * shrink + 2.0 * MARGIN).max(height * MIN_ASPECT);
        height = height.max(width / MAX_ASPECT);
        let half = (width / shrink / 2.0, height / 2.0);
        let part = Self { west: lon - half.0, south: lat - half.1, east: lon + half.0, north: lat + half.1 };
        if part.east - part.west > self.east - self.west { self } else { part }
    }

    fn meridian(self) -> f64 {
        (self.west + self.east) / 2.0
    }

    /// Smallest box of the projected region, in units of the projection, y upwards.
    fn extent(self) -> (f64, f64, f64, f64) {
        let meridian = self.meridian();
        let mut extent = (f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY);
        for step in 0..=16 {
            let lat = self.south + (self.north - self.south) * f64::from(step) / 16.0;
            for lon in [self.west, self.east] {
                let (x, y) = equal_earth(lon - meridian, lat);
                extent = (extent.0.min(x), extent.1.min(y), extent.2.max(x), extent.3.max(y));
            }
        }
        extent
    }
}

/// Equal Earth: degrees from the central meridian to units of the Earth's radius, y upwards.
fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let root = 3.0f64.sqrt();
    let theta = libm::asin(root / 2.0 * libm::sin(lat.to_radians()));
    let square = theta * theta;
    let sixth = square * square * square;
    let slope = 9.0 * A[3] * sixth * square + 7.0 * A[2] * sixth + 3.0 * A[1] * square + A[0];
    let x = 2.0 * root * lon.to_radians() * libm::cos(theta) / (3.0 * slope);
    (x, theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square)))
}

/// A region drawn in a box of the page.
#[derive(Clone, Copy, Debug)]
pub(super) struct MapFrame {
    pub(super) region: Region,
    pub(super) area: Rect,
    extent: (f64, f64, f64, f64),
    scale: f64,
}

impl MapFrame {
    /// A region at the top left point `at`, `width` points wide.
    pub(super) fn new(region: Region, at: Point, width: f64) -> Self {
        let extent = region.extent();
        let scale = width / (extent.2 - extent.0);
        let height = scale * (extent.3 - extent.1);
        Self { region, area: Rect::new(at.x, at.y, at.x + width, at.y + height), extent, scale }
    }

    /// Width over height of a region.
    pub(super) fn aspect(region: Region) -> f64 {
        let extent = region.extent();
        (extent.2 - extent.0) / (extent.3 - extent.1)
    }

    /// Point of a place.
    pub(super) fn point(&self, place: GeoPlace) -> Point {
        let mut lon = place.lon - self.region.meridian();
        while lon > 180.0 {
            lon -= 360.0;
        }
        while lon < -180.0 {
            lon += 360.0;
        }
        let (x, y) = equal_earth(lon, place.lat);
        Point::new(self.area.left + (x - self.extent.0) * self.scale, self.area.top + (self.extent.3 - y) * self.scale)
    }

    /// Land within the box: a polygon a ring.
    pub(super) fn land(&self) -> Vec<Vec<Point>> {
        let polygon = |ring: &Vec<GeoPlace>| clipped(ring.iter().map(|&place| self.point(place)).collect(), self.area);
        LAND.iter().map(polygon).filter(|polygon| polygon.len() > 2).collect()
    }
}

/// Polygon clipped to a box, side by side (Sutherland & Hodgman 1974).
fn clipped(polygon: Vec<Point>, area: Rect) -> Vec<Point> {
    type Side<'s> = (&'s dyn Fn(Point) -> f64, f64);
    let sides: [Side<'_>; 4] = [
        (&|point| point.x, area.left),
        (&|point| -point.x, -area.right),
        (&|point| point.y, area.top),
        (&|point| -point.y, -area.bottom),
    ];
    let mut kept = polygon;
    for (along, limit) in sides {
        let mut next = Vec::with_capacity(kept.len());
        for at in 0..kept.len() {
            let (from, to) = (kept[at], kept[(at + 1) % kept.len()]);
            let (a, b) = (along(from) - limit, along(to) - limit);
            if a >= 0.0 {
                next.push(from);
            }
            if (a >= 0.0) != (b >= 0.0) {
                next.push(from.lerp(to, a / (a - b)));
            }
        }
        kept = next;
    }
    kept
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_projection_has_the_published_size_and_equal_areas() {
        let (right, _) = equal_earth(180.0, 0.0);
        let (_, top) = equal_earth(0.0, 90.0);
        assert!((right - 2.706_63).abs() < 1e-4 && (top - 1.317_363).abs() < 1e-4, "{right} {top}");
        // A cell of one degree has cos φ of the area of that on the equator.
        let area = |lat: f64| {
            let (low, high) = (equal_earth(1.0, lat - 0.5), equal_earth(1.0, lat + 0.5));
            (low.0 + high.0) / 2.0 * (high.1 - low.1)
        };
        for lat in [10.0, 37.5, 60.0, 75.0f64] {
            let share = area(lat) / area(0.0);
            assert!((share - lat.to_radians().cos()).abs() < 1e-3, "{lat} {share}");
        }
    }

    #[test]
    fn every_country_has_its_point_on_the_map() {
        for code in ["KR", "US", "SG", "HK", "XK", "FJ"] {
            let place = country_point(&Country::parse(code).unwrap()).unwrap();
            let frame = MapFrame::new(WORLD, Point::new(0.0, 0.0), 400.0);
            let point = frame.point(place);
            assert!(frame.area.inflated(0.1).contains(Rect::around(point, 0.0, 0.0)), "{code} {point:?}");
        }
        assert_eq!(COUNTRIES.len(), 250);
    }

    #[test]
    fn land_lies_in_its_frame() {
        for region in [WORLD, Region { west: -11.0, south: 36.0, east: 31.0, north: 60.0 }] {
            let frame = MapFrame::new(region, Point::new(5.0, 7.0), 200.0);
            let land = frame.land();
            assert!(!land.is_empty());
            let area = frame.area.inflated(0.01);
            assert!(land.iter().flatten().all(|&point| area.contains(Rect::around(point, 0.0, 0.0))));
        }
    }
}
