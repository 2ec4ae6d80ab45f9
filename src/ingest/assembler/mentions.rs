//! Names of institutions in records: names → entities → institutions of a work, and what is noted on the way.

use crate::corpus::builder::InstitutionHandle;
use crate::corpus::hashing::{FastMap, FastSet};
use crate::ingest::assembler::CorpusAssembler;
use crate::ingest::location::{RecordLocation, SourceLocation};
use crate::ingest::merge::{MergeRule, OmissionRule, Trails};
use crate::ingest::notice::Kind;
use crate::ingest::record::{LONG_LIST, Record, add_once};
use crate::ingest::registry::Told;
use crate::message;
use crate::messages::Localizer;
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
            if item.glued {
                let (mark, mark_ko) = match recorded {
                    _ if recorded.contains(';') => ("“;”", "‘;’이(가)"),
                    _ if recorded.contains('|') => ("“|”", "‘|’이(가)"),
                    _ if recorded.contains(',') => ("a comma", "쉼표가"),
                    _ => ("the separator", "구분 기호가"),
                };
                self.notice(
                    Kind::SuffixGlued,
                    spot.place(recorded, list.raw),
                    format!("“{recorded}” was taken as one name although it holds {mark}"),
                    format!("‘{recorded}’은(는) {mark_ko} 있지만 한 이름으로 보았다"),
                );
            }
            if let Some(entity) = self.mention(spot, recorded, list.raw, work)
                && !add_once(entities, &mut seen, entity)
            {
                self.tell_repeat(spot, recorded, list.raw);
            }
        }
    }

    fn tell_repeat(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str) {
        let place = spot.place(recorded, cell);
        let told = format!("“{recorded}” stands for an institution that the work already lists; it counts once");
        let told_ko = format!("‘{recorded}’은(는) 이미 적힌 기관이다. 한 번만 센다");
        self.omit(OmissionRule::Repeated, place, told.as_str(), told_ko.as_str());
        self.notice(Kind::Other, place, told, told_ko);
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
        let (told, told_ko) = Localizer::in_both(&told);
        self.omit(OmissionRule::Repeated, spot.row(), told.as_str(), told_ko.as_str());
        self.notice(Kind::Other, spot.row(), told, told_ko);
    }

    fn tell_alike(&mut self, spot: &RecordLocation<'_>, work: &str, one: u32, other: u32) {
        let [one, other] = [one, other].map(|entity| self.registry.name(entity).to_owned());
        let told = format!(
            "“{work}” lists “{one}” and “{other}”, which differ in case, apostrophes, dots or “The” alone; they count once, as “{one}”"
        );
        let told_ko = format!(
            "‘{work}’에 대소문자, 작은따옴표, 점이나 The만 다른 ‘{one}’와(과) ‘{other}’이(가) 함께 있다. ‘{one}’(으)로 한 번만 센다"
        );
        self.omit(OmissionRule::Repeated, spot.row(), told.as_str(), told_ko.as_str());
        self.notice(Kind::Other, spot.row(), told, told_ko);
    }

    /// A member of a group that stands on the work already: asked for by the level, so no oddity.
    fn tell_rolled_up(&mut self, spot: &RecordLocation<'_>, entity: u32, work: &str) {
        let (member, group) = (self.registry.name(entity).to_owned(), self.registry.final_name(entity).to_owned());
        self.omit(
            OmissionRule::Repeated,
            spot.row(),
            format!("“{work}” lists {member} beside others of {group}; they count once and make no tie"),
            format!("‘{work}’에 {group} 소속 {member}이(가) 거듭 있다. 한 번만 세고 관계로 잇지 않는다"),
        );
    }

    /// The entity of a recorded name; `None` when the thesaurus drops it.
    pub(crate) fn mention(&mut self, spot: &RecordLocation<'_>, recorded: &str, cell: &str, work: &str) -> Option<u32> {
        if trim(recorded).is_empty() {
            return None;
        }
        let resolved = self.registry.resolve(recorded, work, || spot.place(recorded, cell));
        if resolved.has_stray_characters {
            let name = clean(recorded).into_owned();
            self.notice(
                Kind::CharacterDropped,
                spot.place(recorded, cell),
                format!("a line end or an invisible character in “{name}” was dropped"),
                format!("‘{name}’에 있던 줄바꿈이나 보이지 않는 문자를 뺐다"),
            );
        }
        if resolved.told != Told::Plain {
            self.tell_verdict(spot, recorded, cell, resolved.entity, resolved.told);
        }
        resolved.entity
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
                format!("“{recorded}” is a spelling of {name}; merged into it"),
                format!("‘{recorded}’은(는) {name}의 다른 표기다. 하나로 합쳤다"),
            ),
            Told::Corrected(why, why_ko) => self.notice(
                Kind::Corrected,
                place,
                format!("written “{recorded}”; taken as {name}: {why}"),
                format!("‘{recorded}’(으)로 적혀 있으나 {name}(으)로 보았다: {why_ko}"),
            ),
            Told::Dropped => self.tell_dropped(recorded, place),
            Told::Ambiguous => self.notice(
                Kind::Other,
                place,
                format!("several institutions are called “{recorded}” with ids of their own; this one has none and was kept apart"),
                format!("식별자가 다른 ‘{recorded}’이(가) 여럿이다. 식별자가 없는 이 이름은 따로 두었다"),
            ),
        }
    }

    /// Notes that the end of a tie looks as if it were nobody: it may be somebody, for `NA` is Namibia too.
    pub(crate) fn tell_kept_placeholder(&mut self, spot: &RecordLocation<'_>, name: &str, cell: &str) {
        let authority = self.registry.authority();
        if !absence::is_none(name, "", &[], authority) || !self.told_kept.insert((spot.input, name.to_owned())) {
            return;
        }
        self.notice(
            Kind::Placeholder,
            spot.place(name, cell),
            format!("the end of a tie is called “{name}”, which often stands for nobody; it was kept as a name wherever it stands"),
            format!("관계의 끝이 ‘{name}’이다. 값이 없다는 표기일 수 있으나 모두 이름으로 두었다"),
        );
    }

    /// Notes a name that the thesaurus leaves out.
    pub(crate) fn tell_dropped(&mut self, recorded: &str, place: SourceLocation) {
        let told = format!("“{recorded}” was left out, as the thesaurus says");
        let told_ko = format!("시소러스에 따라 ‘{recorded}’을(를) 뺐다");
        self.omit(OmissionRule::Dropped, place, told.as_str(), told_ko.as_str());
        self.notice(Kind::NameDropped, place, told, told_ko);
    }

    /// Remembers that a recorded name was taken as an institution of another name.
    pub(crate) fn merged(&mut self, recorded: &str, entity: u32, rule: MergeRule, place: SourceLocation) {
        let place = self.placed(place);
        self.merges.entry((recorded.to_owned(), entity)).or_default().add(rule, place);
    }

    /// All merges, by the names under which institutions come into the corpus.
    pub(super) fn trails(&mut self) -> Trails {
        let mut trails = Trails::new();
        for ((recorded, entity), trail) in std::mem::take(&mut self.merges) {
            let taken_as = self.registry.final_name(entity);
            let is_rolled_up = taken_as != self.registry.name(entity);
            let merged = trails.entry((recorded, taken_as.to_owned())).or_default();
            merged.rules.extend(trail.rules);
            merged.rules.extend(is_rolled_up.then_some(MergeRule::Group));
            merged.places.extend(trail.places);
        }
        self.registry.trail(&mut trails);
        trails
    }
}
