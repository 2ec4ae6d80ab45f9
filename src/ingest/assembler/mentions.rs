//! Names of institutions in records: names → entities → institutions of a work, and what is noted on the way.

use crate::corpus::builder::InstitutionHandle;
use crate::corpus::hashing::{FastMap, FastSet};
use crate::corpus::text::{self, MAX_NAME_BYTES};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::merge::{MergeRule, OmissionRule, Trail, Trails};
use crate::ingest::notice::Kind;
use crate::ingest::record::{LONG_LIST, Record, add_once};
use crate::ingest::registry::Told;
use crate::message;
use crate::names::absence;
use crate::normalize::text::{clean, trim};

impl CorpusAssembler<'_> {
    pub(crate) fn resolve(
        &mut self,
        spot: &RecordLocation<'_>,
        record: &Record<'_>,
        work: &str,
        entities: &mut Vec<u32>,
    ) {
        let list = record.institutions;
        let mut seen = FastSet::default();
        for item in list.items {
            let recorded = &list.text[item.range.clone()];
            if recorded.is_empty() {
                continue;
            }
            let cell = list.cell_of(item);
            if item.glued {
                let mark = [';', '|', ','].into_iter().find(|&mark| recorded.contains(mark)).unwrap_or(' ');
                self.notice(
                    Kind::SuffixGlued,
                    spot.place(recorded, cell),
                    message!("ingest-taken-name-although-holds", recorded = recorded, mark = mark.to_string()),
                );
            }
            if let Some(entity) = self.mention(spot, recorded, cell, work)
                && !add_once(entities, &mut seen, entity)
            {
                self.tell_repeat(spot, recorded, cell);
            }
        }
    }

    fn tell_repeat(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) {
        let place = spot.place(recorded, cell);
        let message = message!("ingest-listed-twice", recorded = recorded);
        self.omit(OmissionRule::Repeated, place, message.clone());
        self.notice(Kind::Other, place, message);
    }

    /// The institutions of a work, each once.
    pub(crate) fn handles(
        &mut self,
        spot: &RecordLocation<'_>,
        work: &str,
        entities: &[u32],
        handles: &mut Vec<InstitutionHandle>,
    ) {
        handles.clear();
        let mut seen = FastSet::default();
        for &entity in entities {
            let handle = self.registry.handle(entity, &mut self.builder);
            if !add_once(handles, &mut seen, handle) {
                self.tell_rolled_up(spot, entity, work);
            }
        }
    }

    /// Leaves out names that differ from one before them on the work by trifles alone: they are no partners.
    pub(crate) fn leave_out_alike(&mut self, spot: &RecordLocation<'_>, work: &str, entities: &mut Vec<u32>) {
        if !self.registry.has_alike() {
            return;
        }
        // Names that may be alike share what is left of them without trifles: in a long list only those are compared.
        let is_long = entities.len() > LONG_LIST;
        let mut sharing: FastMap<u64, Vec<u32>> = FastMap::default();
        let mut kept = 0;
        for at in 0..entities.len() {
            let entity = entities[at];
            let group = self.registry.group(entity);
            let candidates = if is_long {
                sharing.entry(self.registry.without_trifles(group)).or_default().as_slice()
            } else {
                &entities[..kept]
            };
            let alike = candidates.iter().find(|&&other| self.registry.are_alike(self.registry.group(other), group));
            match alike.copied() {
                Some(other) => self.tell_alike(spot, work, other, entity),
                None => {
                    if is_long {
                        sharing.entry(self.registry.without_trifles(group)).or_default().push(entity);
                    }
                    entities[kept] = entity;
                    kept += 1;
                }
            }
        }
        entities.truncate(kept);
    }

    /// Leaves out institutions of which a part stands on the same work: a university is no partner of the system that it
    /// belongs to, and an institute none of its academy.
    pub(crate) fn leave_out_wholes(&mut self, spot: &RecordLocation<'_>, work: &str, entities: &mut Vec<u32>) {
        if !self.registry.has_family() || entities.len() < 2 {
            return;
        }
        let all = entities.clone();
        entities.retain(|&whole| {
            let group = |entity: u32| self.registry.group(entity);
            match all.iter().find(|&&part| self.registry.is_part_of(group(part), group(whole))) {
                Some(&part) => {
                    self.tell_whole(spot, work, part, whole);
                    false
                }
                None => true,
            }
        });
    }

    fn tell_whole(&mut self, spot: &RecordLocation<'_>, work: &str, part: u32, whole: u32) {
        let [part, whole] = [part, whole].map(|entity| self.registry.name(entity).to_owned());
        let told = message!("ingest-whole-and-part", work = work, part = &part, whole = &whole);
        self.omit(OmissionRule::Repeated, spot.row(), told.clone());
        self.notice(Kind::Other, spot.row(), told);
    }

    fn tell_alike(&mut self, spot: &RecordLocation<'_>, work: &str, one: u32, other: u32) {
        let [one, other] = [one, other].map(|entity| self.registry.name(entity).to_owned());
        let message = message!("ingest-listed-in-two-spellings", work = work, one = one, other = other);
        self.omit(OmissionRule::Repeated, spot.row(), message.clone());
        self.notice(Kind::Other, spot.row(), message);
    }

    /// A member of a group that stands on the work already: asked for by the level, so no oddity.
    fn tell_rolled_up(&mut self, spot: &RecordLocation<'_>, entity: u32, work: &str) {
        let (member, group) = (self.registry.name(entity).to_owned(), self.registry.final_name(entity).to_owned());
        self.omit(
            OmissionRule::Repeated,
            spot.row(),
            message!("ingest-lists-beside-others-count", work = work, member = member, group = group),
        );
    }

    /// The entity of a recorded name; `None` when the thesaurus drops it.
    pub(crate) fn mention(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str, work: &str) -> Option<u32> {
        if trim(recorded).is_empty() {
            return None;
        }
        if recorded.len() > MAX_NAME_BYTES {
            self.tell_cut_after(spot.place(recorded, cell), recorded, MAX_NAME_BYTES);
            return self.mention(spot, trim(text::cut(recorded, MAX_NAME_BYTES)), cell, work);
        }
        let resolved = self.registry.resolve(recorded, work, || spot.place(recorded, cell));
        if resolved.has_stray_characters {
            let name = clean(recorded).into_owned();
            self.notice(
                Kind::CharacterDropped,
                spot.place(recorded, cell),
                message!("ingest-line-end-invisible-character", name = &name),
            );
        }
        if resolved.told != Told::Plain {
            self.tell_verdict(spot, recorded, cell, resolved.entity, resolved.told);
        }
        resolved.entity
    }

    /// Notes that a text was cut.
    pub(super) fn tell_cut_after(&mut self, place: SourceLocation, text: &str, max: usize) {
        let start: String = text.chars().take(40).collect();
        let cut = message!("ingest-text-starts-bytes-cut", start = &start, bytes = text.len(), max_text_bytes = max);
        self.notice(Kind::TextCut, place, cut);
    }

    fn tell_verdict(
        &mut self,
        spot: &RecordLocation<'_>,
        recorded: &str,
        cell: &str,
        entity: Option<u32>,
        told: Told<'_>,
    ) {
        let name = entity.map(|entity| self.registry.name(entity).to_owned()).unwrap_or_default();
        let place = spot.place(recorded, cell);
        match (told, entity) {
            (Told::Variant, Some(entity)) => {
                let rule = self.registry.rule_of(recorded, entity);
                self.merged(recorded, entity, rule, place);
            }
            (Told::Corrected(..), Some(entity)) => self.merged(recorded, entity, MergeRule::Correction, place),
            _ => {}
        }
        match told {
            Told::Plain => {}
            Told::Variant => self.notice(
                Kind::VariantMerged,
                place,
                message!("ingest-spelling-merged-into", recorded = recorded, name = name),
            ),
            Told::Corrected(why, why_ko) => self.notice(
                Kind::Corrected,
                place,
                message!(
                    "ingest-corrected-with-reason",
                    recorded = recorded,
                    name = name,
                    why = message!("ingest-reason", english = why, korean = why_ko)
                ),
            ),
            Told::Dropped => self.tell_dropped(recorded, place),
            Told::Ambiguous => {
                self.notice(Kind::Other, place, message!("ingest-several-institutions-called-ids", recorded = recorded))
            }
        }
    }

    /// Notes that the end of a tie looks as if it were nobody: it may be somebody, for `NA` is Namibia too.
    pub(crate) fn tell_kept_placeholder(&mut self, spot: &RecordLocation<'_>, name: &str, cell: &str) {
        let authority = self.registry.authority();
        if !absence::is_none(name, "", &[], authority) || !self.told_kept.insert((spot.input, name.to_owned())) {
            return;
        }
        self.notice(Kind::Placeholder, spot.place(name, cell), message!("ingest-end-tie-called-often", name = name));
    }

    /// Notes a name that the thesaurus leaves out.
    pub(crate) fn tell_dropped(&mut self, recorded: &str, place: SourceLocation) {
        let message = message!("ingest-dropped-by-thesaurus", recorded = recorded);
        self.omit(OmissionRule::Dropped, place, message.clone());
        self.notice(Kind::NameDropped, place, message);
    }

    /// Remembers that a recorded name was taken as an institution of another name.
    pub(crate) fn merged(&mut self, recorded: &str, entity: u32, rule: MergeRule, place: SourceLocation) {
        let place = self.placed(place);
        // Hardly any name is taken as more than one.
        let taken = match self.merges.get_mut(recorded) {
            Some(taken) => taken,
            None => self.merges.entry(recorded.to_owned()).or_default(),
        };
        match taken.iter_mut().find(|(other, _)| *other == entity) {
            Some((_, trail)) => trail.add(rule, place),
            None => {
                let mut trail = Trail::default();
                trail.add(rule, place);
                taken.push((entity, trail));
            }
        }
    }

    /// All merges, by the names under which institutions come into the corpus.
    pub(super) fn trails(&mut self) -> Trails {
        let mut trails = Trails::new();
        let all = std::mem::take(&mut self.merges).into_iter();
        for (recorded, (entity, trail)) in
            all.flat_map(|(recorded, taken)| taken.into_iter().map(move |taken| (recorded.clone(), taken)))
        {
            let taken_as = self.registry.final_name(entity);
            let is_rolled_up = taken_as != self.registry.name(entity);
            let merged = trails.entry((recorded, taken_as.to_owned())).or_default();
            merged.rules.extend(trail.rules);
            merged.rules.extend(is_rolled_up.then_some(MergeRule::Group));
            merged.places.extend(trail.places);
        }
        let mut silent = Trails::new();
        self.registry.trail(&mut silent);
        for (names, trail) in silent {
            let placed = trail.places.into_iter().map(|(input, line, column)| {
                let place = self.placed(SourceLocation { input, line, column });
                (place.input, place.line, place.column)
            });
            let merged = trails.entry(names).or_default();
            merged.places.extend(placed);
            merged.rules.extend(trail.rules);
        }
        trails
    }
}
