//! An opened registry and its records.

use std::sync::{Arc, OnceLock};

use crate::corpus::country::Country;
use crate::corpus::institution::{Institution, Names, Sector};
use crate::corpus::naming::slug;

use super::build::KINDS;
use super::layout::{BLOCK, CHILD, Layout, PARENT, number};

/// Bytes of a registry: compiled in, or read from a file.
#[derive(Clone)]
pub(super) enum Bytes {
    Static(&'static [u8]),
    Shared(Arc<Vec<u8>>),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Static(bytes) => bytes,
            Self::Shared(bytes) => bytes,
        }
    }
}

/// A registry of institutions. Cheap to clone.
#[derive(Clone)]
pub struct InstitutionRegistry {
    pub(super) layout: Arc<Layout<Bytes>>,
    blocks: Arc<Vec<OnceLock<Box<str>>>>,
    institutions: Arc<OnceLock<Vec<OnceLock<Box<Institution>>>>>,
}

/// The registry that is compiled in.
#[cfg(feature = "registry")]
static EMBEDDED: &[u8] = include_bytes!("../../../data/registry.bin");
/// None: an index has a header.
#[cfg(not(feature = "registry"))]
static EMBEDDED: &[u8] = &[];

/// Members of an umbrella, at least.
const UMBRELLA: usize = 8;

/// A record's number in its registry.
pub type RecordIndex = u32;

/// What a record says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FixedRecord {
    pub(super) status: u8,
    pub(super) kinds: u16,
    pub(super) country: [u8; 2],
    pub(super) city: u32,
    pub(super) relations: u32,
}

impl std::fmt::Debug for InstitutionRegistry {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} records", self.len())
    }
}

impl InstitutionRegistry {
    fn open(bytes: Bytes) -> Option<Self> {
        let layout = Layout::open(bytes)?;
        let blocks = (0..layout.len().div_ceil(BLOCK)).map(|_| OnceLock::new()).collect();
        Some(Self { layout: Arc::new(layout), blocks: Arc::new(blocks), institutions: Arc::default() })
    }

    /// The registry that is compiled in: a part of the Research Organization Registry. Opened on the first call; nothing of it
    /// is read then but its header.
    #[must_use]
    pub fn embedded() -> Option<&'static Self> {
        static OPENED: OnceLock<Option<InstitutionRegistry>> = OnceLock::new();
        OPENED.get_or_init(|| Self::open(Bytes::Static(EMBEDDED))).as_ref()
    }

    /// The bytes of the index that is compiled in; none without the feature `registry`.
    #[must_use]
    pub fn embedded_bytes() -> &'static [u8] {
        EMBEDDED
    }

    /// Opens the bytes of an index; `None` when they are none of this version, or damaged. O(bytes): the map of names is
    /// checked against its sum, for a damaged one cannot be searched.
    #[must_use]
    pub fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Self::open(Bytes::Shared(Arc::new(bytes))).filter(|opened| opened.layout.is_intact())
    }

    /// Number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.layout.len()
    }

    /// Whether it has no record.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of the index.
    #[must_use]
    pub fn size(&self) -> usize {
        self.layout.size()
    }

    /// How many records the whole registry had on the day of this one; 0 where that is not told.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.layout.total
    }

    /// The day of the release, as `2026-06-23`; `None` where that is not told.
    #[must_use]
    pub fn release(&self) -> Option<String> {
        let days = self.layout.days;
        (days != 0).then(|| format!("{:04}-{:02}-{:02}", days / 10_000, days / 100 % 100, days % 100))
    }

    /// The record with this ROR id, given as an address or bare. O(log records).
    #[must_use]
    pub fn by_id(&self, ror: &str) -> Option<RecordIndex> {
        let id = ror.trim().trim_end_matches('/').rsplit('/').next()?.to_ascii_lowercase();
        self.layout.by_id(&id)
    }

    pub(super) fn fixed(&self, record: RecordIndex) -> FixedRecord {
        let bytes = self.layout.record(record);
        FixedRecord {
            status: bytes[9],
            kinds: number(bytes, 10, 2) as u16,
            country: [bytes[12], bytes[13]],
            city: number(bytes, 14, 3) as u32,
            relations: number(bytes, 17, 4) as u32,
        }
    }

    /// The ROR id without its address.
    #[must_use]
    pub fn id(&self, record: RecordIndex) -> &str {
        std::str::from_utf8(&self.layout.record(record)[..9]).unwrap_or_default()
    }

    /// ISO code of the country; empty when none is known.
    #[must_use]
    pub fn country(&self, record: RecordIndex) -> &str {
        std::str::from_utf8(&self.layout.record(record)[12..14]).unwrap_or_default().trim_matches('\0')
    }

    /// Folded name of the city.
    pub(super) fn city(&self, record: RecordIndex) -> &str {
        match self.fixed(record).city {
            0 => "",
            at => self.layout.text(u64::from(at)),
        }
    }

    /// `active`, `inactive` or `withdrawn`.
    #[must_use]
    pub fn status(&self, record: RecordIndex) -> &'static str {
        match self.fixed(record).status {
            0 => "active",
            1 => "inactive",
            _ => "withdrawn",
        }
    }

    /// Kinds as the registry has them: education, company, government, nonprofit, healthcare, facility, archive, funder, other.
    pub fn kinds(&self, record: RecordIndex) -> impl Iterator<Item = &'static str> {
        let bits = self.fixed(record).kinds;
        KINDS.into_iter().enumerate().filter(move |(at, _)| bits & 1 << at != 0).map(|(_, kind)| kind)
    }

    pub(super) fn related(&self, record: RecordIndex, kind: u8) -> impl Iterator<Item = RecordIndex> {
        let all = self.layout.relations(u64::from(self.fixed(record).relations));
        all.filter(move |(is, _)| *is == kind).map(|(_, other)| other)
    }

    /// Institutions that it is part of.
    pub fn parents(&self, record: RecordIndex) -> impl Iterator<Item = RecordIndex> {
        self.related(record, PARENT)
    }

    /// All institutions above a record, at most four levels. O(ancestors).
    #[must_use]
    pub fn ancestors(&self, record: RecordIndex) -> Vec<RecordIndex> {
        let mut all: Vec<RecordIndex> = self.parents(record).collect();
        let mut from = 0;
        for _ in 0..4 {
            let level: Vec<RecordIndex> = all[from..].iter().flat_map(|&one| self.parents(one)).collect();
            from = all.len();
            for one in level {
                if one != record && !all.contains(&one) {
                    all.push(one);
                }
            }
        }
        all
    }

    /// Whether one record is above another; O(ancestors).
    #[must_use]
    pub fn is_ancestor(&self, above: RecordIndex, below: RecordIndex) -> bool {
        self.reaches(above, below, 4)
    }

    fn reaches(&self, above: RecordIndex, below: RecordIndex, steps: u8) -> bool {
        self.parents(below).any(|parent| parent == above || steps > 0 && self.reaches(above, parent, steps - 1))
    }

    /// Latitude and longitude of its city.
    #[must_use]
    pub fn coordinates(&self, record: RecordIndex) -> Option<(f64, f64)> {
        let (lat, lng) = self.detail(record).lines().next()?.split('\t').next()?.split_once(' ')?;
        Some((lat.parse().ok()?, lng.parse().ok()?))
    }

    /// City as the registry writes it.
    #[must_use]
    pub fn city_name(&self, record: RecordIndex) -> Option<&str> {
        let city = self.detail(record).lines().next()?.split('\t').nth(1)?;
        (!city.is_empty()).then_some(city)
    }

    /// Whether a record is an umbrella of others: a system of universities, an academy, a research council. Joint institutes
    /// and the laboratories of one university are told from it by the number of members.
    #[must_use]
    pub fn is_umbrella(&self, record: RecordIndex) -> bool {
        self.related(record, CHILD).take(UMBRELLA).count() == UMBRELLA
    }

    /// Whether a record stands for nothing but what is above another one: a system, academy or council, or a body of the kind
    /// of the other (a trust of hospitals, a university of colleges) or of government, which is the only way up from it.
    /// Of a university and its institute both are places of work, and a joint institute belongs to none of its owners.
    #[must_use]
    pub fn is_mere_whole(&self, whole: RecordIndex, part: RecordIndex) -> bool {
        let is_of_kind = || {
            let own = self.sector(whole);
            own == Some(Sector::Government)
                || matches!(own, Some(Sector::Education | Sector::Healthcare)) && own == self.sector(part)
        };
        self.is_ancestor(whole, part) && (self.is_umbrella(whole) || is_of_kind() && self.is_only_way(whole, part, 4))
    }

    /// Whether every line of parents of a record leads through another one.
    fn is_only_way(&self, whole: RecordIndex, part: RecordIndex, steps: u8) -> bool {
        let mut parents = self.parents(part).peekable();
        parents.peek().is_some()
            && parents.all(|parent| parent == whole || steps > 0 && self.is_only_way(whole, parent, steps - 1))
    }

    fn detail(&self, record: RecordIndex) -> &str {
        let Some(cell) = self.blocks.get(record as usize / BLOCK) else { return "" };
        let block = cell.get_or_init(|| self.layout.block(record).into_boxed_str());
        block.split('\u{1e}').nth(record as usize % BLOCK).unwrap_or_default()
    }

    /// Names with role (`d`isplay, `l`abel, `a`lias, `s`hort) and language.
    pub fn names(&self, record: RecordIndex) -> impl Iterator<Item = (char, &str, &str)> {
        self.detail(record).lines().skip(1).filter_map(|line| {
            let (tag, value) = line.split_once('\t')?;
            Some((tag.chars().next()?, tag.get(1..)?, value))
        })
    }

    /// The display name.
    #[must_use]
    pub fn name(&self, record: RecordIndex) -> &str {
        self.names(record).next().map_or("", |(_, _, name)| name)
    }

    /// The Korean name in Hangul: the registry marks romanised names as Korean, too.
    #[must_use]
    pub fn name_ko(&self, record: RecordIndex) -> Option<&str> {
        let is_hangul = |text: &str| text.chars().any(|ch| matches!(ch, '가'..='힣'));
        self.names(record).find(|(role, _, name)| *role != 's' && is_hangul(name)).map(|(_, _, name)| name)
    }

    /// The name without the country that the registry adds to companies: `Microsoft (United States)` → `Microsoft`.
    #[must_use]
    pub fn plain_name(&self, record: RecordIndex) -> &str {
        let name = self.name(record);
        let bare = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
        match bare {
            Some((before, country))
                if Country::parse(country).is_some_and(|known| known.code() == self.country(record)) =>
            {
                before
            }
            _ => name,
        }
    }

    /// The sector that comes first of its kinds; `None` for a funder of no other kind.
    #[must_use]
    pub fn sector(&self, record: RecordIndex) -> Option<Sector> {
        self.kinds(record).filter_map(Sector::parse).min()
    }

    /// A record as an institution of a corpus. Made once.
    #[must_use]
    pub fn institution(&self, record: RecordIndex) -> Option<&Institution> {
        let all = self.institutions.get_or_init(|| (0..self.len()).map(|_| OnceLock::new()).collect());
        let cell = all.get(record as usize)?;
        Some(cell.get_or_init(|| {
            let name = self.plain_name(record);
            Box::new(Institution {
                id: slug(name),
                names: Names { name_ko: self.name_ko(record).map(str::to_owned), ..Names::plain(name) },
                countries: Country::parse(self.country(record)).into_iter().collect(),
                sectors: self.sector(record).into_iter().collect(),
                ror: Some(format!("https://ror.org/{}", self.id(record))),
                ..Institution::default()
            })
        }))
    }
}
