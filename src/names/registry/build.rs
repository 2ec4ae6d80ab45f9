//! Building the index of a registry from its records. O(names · log names).

use std::collections::BTreeMap;
use std::io::Write;

use super::abbreviations;
use super::dump::{DumpRecord, NameRole as Role};
use super::fold::{self, fold};
use super::layout::{
    ACRONYM, ALIAS, BLOCK, CHILD, DISPLAY, GONE, HEADER, LABEL, MAGIC, MORE, PARENT, PREDECESSOR, RECORD, RELATED,
    SHORTENED, SUCCESSOR,
};
use super::legal_forms;
use crate::corpus::hashing::FastMap;

/// Kinds of the registry, one bit each.
pub(super) const KINDS: [&str; 9] =
    ["education", "company", "government", "nonprofit", "healthcare", "facility", "archive", "funder", "other"];

/// Records that bear one name are listed up to this number; a name of more tells nothing.
const MAX_BEARERS: usize = 60;

/// What is told of the release that records are from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Release {
    /// Its day as a number of eight digits, 20260623; 0 where that is not known.
    pub day: u32,
    /// How many records the whole registry has; 0 where that is not known.
    pub total: u32,
}

/// The index of records as one block of bytes, which [`InstitutionRegistry`](super::InstitutionRegistry) opens.
///
/// # Errors
/// The map of names could not be made: never for records of a dump.
pub fn build(mut records: Vec<DumpRecord>, release: Release) -> Result<Vec<u8>, fst::Error> {
    records.sort_by(|a, b| a.id.cmp(&b.id));
    records.dedup_by(|a, b| a.id == b.id);
    records.retain(|one| one.id.len() == 9 && !one.names.is_empty());
    // Neighbours share words, which makes the details half as long.
    records.sort_by(|a, b| (&a.country, &a.city, &a.id).cmp(&(&b.country, &b.city, &b.id)));
    let mut names = names(&records);
    let rarity = Rarity::of(&names, &records);
    without_cities(&mut names, &records, &rarity);
    let mut postings = Vec::new();
    let mut map = fst::MapBuilder::memory();
    for (name, bearers) in &names {
        map.insert(name, postings.len() as u64)?;
        postings.push(rarity.of_name(name));
        let count = bearers.len().min(MAX_BEARERS);
        for (at, (&record, &how)) in bearers.iter().take(count).enumerate() {
            postings.extend_from_slice(&record.to_le_bytes()[..3]);
            postings.push(how | if at + 1 < count { MORE } else { 0 });
        }
    }
    let map = map.into_inner()?;
    let (fixed, texts) = fixed(&records);
    let order = order(&records);
    let (blocks, details) = details(&records)?;
    let mut out = MAGIC.to_vec();
    for section in [&map, &postings, &fixed, &order, &texts, &blocks, &details] {
        out.extend_from_slice(&(section.len() as u32).to_le_bytes());
    }
    out.extend_from_slice(&release.day.to_le_bytes());
    out.extend_from_slice(&release.total.to_le_bytes());
    out.resize(HEADER, 0);
    for section in [map, postings, fixed, order, texts, blocks, details] {
        out.extend_from_slice(&section);
    }
    Ok(out)
}

type Bearers = BTreeMap<u32, u8>;

/// Adds names without the city at their end, as far as two words or more that are not generic remain: `Adam Mickiewicz
/// University in Poznań`, but not `University of California Davis`.
fn without_cities(names: &mut BTreeMap<String, Bearers>, records: &[DumpRecord], rarity: &Rarity) {
    let mut shorter: Vec<(String, u32, u8)> = Vec::new();
    for (name, bearers) in names.iter() {
        for (&record, &how) in bearers.iter().filter(|(_, how)| **how & ACRONYM == 0) {
            let city = fold::key(&records[record as usize].city);
            let Some(rest) = name.strip_suffix(&city).and_then(|rest| rest.strip_suffix(' ')) else { continue };
            if !city.is_empty() && rest.split(' ').filter(|word| !rarity.is_generic(word)).count() > 1 {
                shorter.push((rest.to_owned(), record, how | SHORTENED));
            }
        }
    }
    for (name, record, how) in shorter {
        names.entry(name).or_default().entry(record).or_insert(how);
    }
}

fn names(records: &[DumpRecord]) -> BTreeMap<String, Bearers> {
    let mut names: BTreeMap<String, Bearers> = BTreeMap::new();
    for (index, record) in records.iter().enumerate() {
        let gone = if record.is_withdrawn { GONE } else { 0 };
        for name in &record.names {
            let how = gone
                | match name.role {
                    Role::Display => DISPLAY,
                    Role::Label => LABEL,
                    Role::Alias => ALIAS,
                    Role::Acronym => ACRONYM,
                };
            for (key, shortened) in keys(&name.value, &record.city) {
                *names.entry(key).or_default().entry(index as u32).or_default() |= how | shortened;
            }
        }
    }
    names.remove("");
    names
}

/// The keys of a name: as it stands, without legal forms, and without a bracket at its end.
fn keys(name: &str, city: &str) -> Vec<(String, u8)> {
    let mut keys = vec![(fold::key(name), 0)];
    let mut add = |key: String, how: u8| {
        if key.chars().count() > 1 && keys.iter().all(|(known, _)| *known != key) {
            keys.push((key, how));
        }
    };
    let bare = match name.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        // `Microsoft (United States)`, `Kyung Hee University (KHU)`, `Northeastern University (China)`.
        Some((before, _)) if !before.trim().is_empty() => before.trim(),
        _ => name,
    };
    if bare != name {
        add(fold::key(bare), SHORTENED);
    }
    if let Some(east) = legal_forms::without_east_asian(bare) {
        add(fold::key(&east), SHORTENED);
    }
    let folded = fold(bare);
    let forms = legal_forms::count_at_end(&folded, 0, folded.words.len());
    if forms > 0 {
        add(folded.range(0, folded.words.len() - forms).to_owned(), SHORTENED);
    }
    // `Anna University, Chennai`: the city behind a comma.
    if let Some((before, after)) = bare.rsplit_once(',')
        && !city.is_empty()
        && fold::key(after) == fold::key(city)
    {
        add(fold::key(before), SHORTENED);
    }
    keys
}

/// How rare the words of names are, and which of them are said all over the world.
struct Rarity {
    names: f64,
    counts: FastMap<String, WordCount>,
}

/// How many names hold a word, and in which countries.
#[derive(Default)]
struct WordCount {
    names: u32,
    countries: FastMap<u16, u32>,
}

impl WordCount {
    /// Whether a word is said all over the world and tells no institution: institute, virology, saint. A word of one country
    /// (chinese, sao) is none, however often it stands.
    fn is_generic(&self) -> bool {
        let all: u32 = self.countries.values().sum();
        let most = self.countries.values().copied().max().unwrap_or(0);
        self.countries.len() >= GENERIC_COUNTRIES && most * 10 < all * 6
    }
}

/// A word in names of fewer countries is no generic one.
const GENERIC_COUNTRIES: usize = 8;

impl Rarity {
    fn of(names: &BTreeMap<String, Bearers>, records: &[DumpRecord]) -> Self {
        let mut counts: FastMap<String, WordCount> = FastMap::default();
        let country = |record: u32| {
            let code = records[record as usize].country.as_bytes();
            u16::from_le_bytes([code.first().copied().unwrap_or(0), code.get(1).copied().unwrap_or(0)])
        };
        for (name, bearers) in
            names.iter().filter(|(_, bearers)| bearers.values().any(|how| how & !(ACRONYM | GONE) != 0))
        {
            for word in name.split(' ') {
                let count = counts.entry(word.to_owned()).or_default();
                count.names += 1;
                for (&record, _) in bearers.iter().filter(|(_, how)| **how & !(ACRONYM | GONE) != 0) {
                    *count.countries.entry(country(record)).or_default() += 1;
                }
            }
        }
        Self { names: names.len() as f64, counts }
    }

    /// Sum of the information of the words in half bits, at most 127, and in the first bit whether all are generic.
    fn of_name(&self, name: &str) -> u8 {
        let bits = |word: &str| (self.names / f64::from(self.counts.get(word).map_or(1, |count| count.names))).log2();
        let is_generic = name.split(' ').all(|word| self.is_generic(word));
        (name.split(' ').map(bits).sum::<f64>() * 2.0).min(127.0) as u8 | u8::from(is_generic) << 7
    }

    fn is_generic(&self, word: &str) -> bool {
        word.len() == 1 || abbreviations::is_form(word) || self.counts.get(word).is_some_and(WordCount::is_generic)
    }
}

/// Numbers of the records in order of their ids.
fn order(records: &[DumpRecord]) -> Vec<u8> {
    let mut order: Vec<u32> = (0..records.len() as u32).collect();
    order.sort_by_key(|&record| &records[record as usize].id);
    order.iter().flat_map(|record| record.to_le_bytes().into_iter().take(3)).collect()
}

/// The records of fixed size, and the texts that they point to.
fn fixed(records: &[DumpRecord]) -> (Vec<u8>, Vec<u8>) {
    let ids: FastMap<&str, u32> = records.iter().enumerate().map(|(at, one)| (one.id.as_str(), at as u32)).collect();
    let (mut fixed, mut texts) = (Vec::with_capacity(records.len() * RECORD), vec![0_u8; 2]);
    let mut cities: FastMap<String, u32> = FastMap::default();
    for record in records {
        let start = fixed.len();
        fixed.extend_from_slice(record.id.as_bytes());
        fixed.push(if record.is_active { 0 } else { 1 + u8::from(record.is_withdrawn) });
        let kinds = record.kinds.iter().filter_map(|kind| KINDS.iter().position(|known| known == kind));
        let kinds = kinds.fold(0_u16, |bits, at| bits | 1 << at);
        fixed.extend_from_slice(&kinds.to_le_bytes());
        let code = record.country.as_bytes();
        fixed.extend_from_slice(&[code.first().copied().unwrap_or(0), code.get(1).copied().unwrap_or(0)]);
        let city = fold::key(&record.city);
        let city =
            if city.is_empty() { 0 } else { *cities.entry(city).or_insert_with_key(|city| text(&mut texts, city)) };
        fixed.extend_from_slice(&city.to_le_bytes()[..3]);
        let relations = relations(&mut texts, record, &ids);
        fixed.extend_from_slice(&relations.to_le_bytes());
        fixed.resize(start + RECORD, 0);
    }
    (fixed, texts)
}

fn text(texts: &mut Vec<u8>, text: &str) -> u32 {
    let at = texts.len() as u32;
    texts.extend_from_slice(&(text.len().min(65_535) as u16).to_le_bytes());
    texts.extend_from_slice(&text.as_bytes()[..text.len().min(65_535)]);
    at
}

fn relations(texts: &mut Vec<u8>, record: &DumpRecord, ids: &FastMap<&str, u32>) -> u32 {
    let mut found: Vec<(u8, u32)> = record
        .relations
        .iter()
        .filter_map(|(kind, id)| {
            let kind = match kind.as_str() {
                "parent" => PARENT,
                "child" => CHILD,
                "successor" => SUCCESSOR,
                "predecessor" => PREDECESSOR,
                "related" => RELATED,
                _ => return None,
            };
            Some((kind, *ids.get(id.as_str())?))
        })
        .collect();
    if found.is_empty() {
        return 0;
    }
    found.sort_unstable();
    let at = texts.len() as u32;
    texts.extend_from_slice(&(found.len().min(65_535) as u16).to_le_bytes());
    for (kind, record) in found.iter().take(65_535) {
        texts.push(*kind);
        texts.extend_from_slice(&record.to_le_bytes()[..3]);
    }
    at
}

/// Names and coordinates of all records, deflated in blocks, and where the blocks begin.
fn details(records: &[DumpRecord]) -> Result<(Vec<u8>, Vec<u8>), fst::Error> {
    let (mut blocks, mut details) = (Vec::new(), Vec::new());
    for block in records.chunks(BLOCK) {
        blocks.extend_from_slice(&(details.len() as u32).to_le_bytes());
        let text = block.iter().map(detail).collect::<Vec<_>>().join("\u{1e}");
        let mut packer = flate2::write::DeflateEncoder::new(&mut details, flate2::Compression::best());
        packer.write_all(text.as_bytes()).and_then(|()| packer.finish().map(|_| ())).map_err(fst::Error::from)?;
    }
    blocks.extend_from_slice(&(details.len() as u32).to_le_bytes());
    Ok((blocks, details))
}

/// Coordinates, city, then a name a line: role, language, value; the display name first.
fn detail(record: &DumpRecord) -> String {
    let mut detail = record.coordinates.map_or(String::new(), |(lat, lng)| format!("{lat:.4} {lng:.4}"));
    detail.push('\t');
    detail.push_str(&record.city);
    for name in &record.names {
        let role = match name.role {
            Role::Display => 'd',
            Role::Label => 'l',
            Role::Alias => 'a',
            Role::Acronym => 's',
        };
        detail.push('\n');
        detail.push(role);
        detail.push_str(&name.language);
        detail.push('\t');
        detail.push_str(&name.value.replace(['\n', '\u{1e}'], " "));
    }
    detail
}
