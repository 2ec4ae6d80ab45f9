//! The institutions of all inputs: recorded names → entities → institutions of the corpus.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use rayon::slice::ParallelSliceMut;

use crate::corpus::builder::{CorpusBuilder, InstitutionHandle};
use crate::corpus::country::Country;
use crate::corpus::hashing::{FastHasher, FastMap, FastSet};
use crate::corpus::institution::{Institution, Names, Sector};
use crate::corpus::naming::{fold, slug};
use crate::ingest::location::SourceLocation;
use crate::ingest::merge::{MergeRule, Trails};
use crate::names::authority::{Authority, Level, Namesake, Verdict};
use crate::names::registry::{InstitutionRegistry, RecordIndex};
use crate::normalize::text::{clean, has_stray_characters};

/// Where an entity comes from; the stronger first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Authority,
    Declared,
    OpenAlex(String),
    Name,
}

#[derive(Clone, Debug)]
pub(crate) struct Entity {
    pub(crate) institution: Institution,
    origin: Origin,
    /// The entity of its group; itself at the recorded level.
    group: u32,
    handle: Option<InstitutionHandle>,
    used: bool,
    /// First place where it was read.
    pub(crate) place: SourceLocation,
}

impl Entity {
    /// Whether its own countries and sectors stand above what rows tell.
    pub(crate) fn is_declared(&self) -> bool {
        self.origin == Origin::Declared
    }
}

#[derive(Clone, Debug)]
struct Spelling<'o> {
    clean: String,
    /// What the authority says of it; `None` where that depends on the work.
    verdict: Option<Verdict<'o>>,
    place: SourceLocation,
    differs: bool,
    /// Whether line ends or invisible characters stand inside it.
    stray: bool,
    /// Entity under its own name.
    own: Option<u32>,
    /// Entity of the authority that it was last taken for.
    known: Option<u32>,
    /// For the entity that it was last taken for: whether that has another name although nothing was unexpected.
    silent: Option<(u32, bool)>,
    /// Where it was taken as something of another name without a word.
    places: Vec<SourceLocation>,
}

/// What was made of a recorded name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told<'o> {
    /// Taken as it stands, or as the preferred name.
    Plain,
    /// Merged into another name.
    Variant,
    /// Replaced for this work.
    Corrected(&'o str, &'o str),
    /// Left out.
    Dropped,
    /// Several institutions of OpenAlex have this name; it was taken as one more.
    Ambiguous,
}

/// The entity of a recorded name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Resolved<'o> {
    /// `None` when the name is left out.
    pub(crate) entity: Option<u32>,
    pub(crate) told: Told<'o>,
    /// Whether line ends or invisible characters stood inside the name.
    pub(crate) has_stray_characters: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Registry<'o> {
    authority: &'o Authority,
    level: Level,
    entities: Vec<Entity>,
    by_id: FastMap<String, u32>,
    by_name: FastMap<String, u32>,
    by_openalex: FastMap<String, u32>,
    by_namesake: FastMap<(String, String), u32>,
    /// Names that institutions of several countries may bear, each with a country.
    of_countries: FastMap<(String, String), Option<u32>>,
    openalex_names: FastMap<String, Vec<u32>>,
    spellings: FastMap<String, u32>,
    spelled: Vec<Spelling<'o>>,
    /// Of each entity what names that differ by trifles alone share, and which of these were met.
    trifles: Vec<u64>,
    met_trifles: FastSet<u64>,
    has_alike: bool,
    /// The record of each entity in the registry of institutions, companies left out: their groups are told apart.
    records: Vec<Option<RecordIndex>>,
    met_records: FastSet<RecordIndex>,
    met_ancestors: FastSet<RecordIndex>,
    has_family: bool,
}

/// A hash of a name without case, apostrophes, dots that part no digits, white space and a leading “The”.
fn without_trifles(name: &str) -> u64 {
    let lower = name.to_lowercase();
    let own = lower.strip_prefix("the ").unwrap_or(&lower);
    let mut hasher = FastHasher::seeded(5);
    let mut before = ' ';
    let mut letters = own.chars().peekable();
    while let Some(letter) = letters.next() {
        let parts_digits = before.is_ascii_digit() && letters.peek().is_some_and(char::is_ascii_digit);
        let is_trifle = match letter {
            '.' => !parts_digits,
            '\'' | '’' | '‘' | '`' | '´' | '′' | 'ʼ' | '＇' => true,
            other => other.is_whitespace(),
        };
        if !is_trifle {
            letter.hash(&mut hasher);
        }
        before = letter;
    }
    hasher.finish()
}

/// An institution under its recorded name, with what the registry says of it: countries and sectors that rows may overrule.
fn described(authority: &Authority, name: &str) -> Institution {
    let own = Institution { names: Names::plain(name), ..Institution::default() };
    let Some(known) = authority.described(name) else { return own };
    let name_ko = known.names.name_ko.clone().filter(|korean| korean != name);
    Institution {
        names: Names { name_ko, ..own.names },
        countries: known.countries.clone(),
        sectors: known.sectors.clone(),
        ror: known.ror.clone(),
        ..own
    }
}

/// Institutions that most inputs do not exceed: beyond them they are moved to more room.
const ROOM: usize = 4096;

impl<'o> Registry<'o> {
    pub(crate) fn new(authority: &'o Authority, level: Level) -> Self {
        Self {
            authority,
            level,
            entities: Vec::with_capacity(ROOM),
            by_id: FastMap::default(),
            by_name: FastMap::default(),
            by_openalex: FastMap::default(),
            by_namesake: FastMap::default(),
            of_countries: FastMap::default(),
            openalex_names: FastMap::default(),
            spellings: FastMap::default(),
            spelled: Vec::with_capacity(ROOM),
            trifles: Vec::with_capacity(ROOM),
            met_trifles: FastSet::default(),
            has_alike: false,
            records: Vec::with_capacity(ROOM),
            met_records: FastSet::default(),
            met_ancestors: FastSet::default(),
            has_family: false,
        }
    }

    pub(crate) fn authority(&self) -> &'o Authority {
        self.authority
    }

    pub(crate) fn entities(&self) -> &[Entity] {
        &self.entities
    }

    pub(crate) fn entities_mut(&mut self) -> &mut [Entity] {
        &mut self.entities
    }

    pub(crate) fn name(&self, entity: u32) -> &str {
        &self.entities[entity as usize].institution.names.name
    }

    /// By which rule the authority takes a name as an entity: it is listed letter by letter among the spellings or the
    /// names, else it differs from one of them by case.
    pub(crate) fn rule_of(&self, recorded: &str, entity: u32) -> MergeRule {
        let (name, id) = (clean(recorded), &self.entities[entity as usize].institution.id);
        let Some(known) = self.authority.institution(id) else { return MergeRule::Registry };
        if !self.authority.is_listed(&name) {
            return MergeRule::Folded;
        }
        let is = |other: &str| *other == *name;
        let is_but_for_case = |other: &str| other.to_lowercase() == name.to_lowercase();
        let all = || known.names.all().chain(known.aliases.iter().map(String::as_str));
        if known.names.all().skip(1).any(is) {
            MergeRule::Name
        } else if known.aliases.iter().any(|alias| is(alias)) || !all().any(is_but_for_case) {
            MergeRule::Variant
        } else {
            MergeRule::Case
        }
    }

    /// The entity of a recorded name (trimmed) in the record of `work`.
    pub(crate) fn resolve(&mut self, recorded: &str, work: &str, place: impl Fn() -> SourceLocation) -> Resolved<'o> {
        let index = match self.spellings.get(recorded) {
            Some(&index) => index as usize,
            None => self.add_spelling(recorded, place()),
        };
        let authority = self.authority;
        let spelling = &self.spelled[index];
        let verdict = spelling.verdict.clone().unwrap_or_else(|| authority.judge(&spelling.clean, work));
        let (entity, told) = match verdict {
            Verdict::Unknown => self.own(index),
            Verdict::Preferred(institution) => (Some(self.known(index, institution)), Told::Plain),
            Verdict::Variant(institution) => (Some(self.known(index, institution)), Told::Variant),
            Verdict::Corrected(institution, why, why_ko) => {
                let place = self.spelled[index].place;
                (Some(self.entity_of(institution, place)), Told::Corrected(why, why_ko))
            }
            Verdict::Dropped => (None, Told::Dropped),
        };
        if told == Told::Plain && entity.is_some_and(|entity| self.is_silent(index, entity)) {
            self.spelled[index].places.push(place());
        }
        Resolved { entity, told, has_stray_characters: self.spelled[index].stray }
    }

    /// The entity of a name that institutions of several countries bear, in one of these countries, and whether it was asked
    /// for the first time. What the authority says of the name stands where it does not speak of another country.
    pub(crate) fn of_country(
        &mut self,
        name: &str,
        (country, work): (&Country, &str),
        place: impl Fn() -> SourceLocation,
    ) -> Option<(u32, bool)> {
        let key = (name.to_owned(), country.code().to_owned());
        if let Some(&known) = self.of_countries.get(&key) {
            return known.map(|entity| (entity, false));
        }
        let authority = self.authority;
        let is_open = match authority.judge(name, work) {
            Verdict::Unknown => true,
            Verdict::Preferred(one) | Verdict::Variant(one) => {
                !one.countries.is_empty() && !one.countries.contains(country)
            }
            Verdict::Corrected(..) | Verdict::Dropped => false,
        };
        let entity = authority.namesake(name, country).filter(|_| is_open).map(|namesake| match namesake {
            Namesake::Listed(one) => self.entity_of(one, place()),
            Namesake::Registered(one) => {
                let ror = one.ror.clone().unwrap_or_default();
                let known = self.by_id.get(&ror).copied();
                known.unwrap_or_else(|| {
                    // Two institutions of one name are told apart in every answer.
                    let is_shared = fold(&one.names.name) == fold(name);
                    let bracket = if is_shared { format!(" ({})", country.names().0) } else { String::new() };
                    let own = format!("{}{bracket}", one.names.name);
                    let names = Names { name_ko: one.names.name_ko.clone(), ..Names::plain(&own) };
                    let entity =
                        self.push(Institution { id: slug(&own), names, ..one.clone() }, Origin::Authority, place());
                    self.by_id.insert(ror, entity);
                    entity
                })
            }
        });
        self.of_countries.insert(key, entity);
        entity.map(|entity| (entity, true))
    }

    /// Whether a spelling stands for an institution of another name although nothing was odd.
    fn is_silent(&mut self, index: usize, entity: u32) -> bool {
        let spelling = &mut self.spelled[index];
        if let Some((_, is_silent)) = spelling.silent.filter(|(last, _)| *last == entity) {
            return is_silent;
        }
        let found = &self.entities[entity as usize];
        let is_silent = spelling.differs || found.group != entity || found.institution.names.name != spelling.clean;
        spelling.silent = Some((entity, is_silent));
        is_silent
    }

    fn add_spelling(&mut self, recorded: &str, place: SourceLocation) -> usize {
        let index = self.spelled.len();
        let name = clean(recorded).into_owned();
        let differs = name != recorded;
        let stray = differs && has_stray_characters(recorded);
        let authority = self.authority;
        let verdict = (!authority.depends_on_work(&name)).then(|| authority.judge_anywhere(&name));
        self.spelled.push(Spelling {
            clean: name,
            verdict,
            place,
            differs,
            stray,
            own: None,
            known: None,
            silent: None,
            places: Vec::new(),
        });
        self.spellings.insert(recorded.to_owned(), index as u32);
        index
    }

    /// The entity that bears the name itself.
    fn own(&mut self, index: usize) -> (Option<u32>, Told<'o>) {
        if let Some(entity) = self.spelled[index].own {
            return (Some(entity), Told::Plain);
        }
        let (name, place) = (self.spelled[index].clean.clone(), self.spelled[index].place);
        let namesakes = self.openalex_names.get(&name).map_or(&[][..], Vec::as_slice);
        let mut told = Told::Plain;
        let entity = match (self.by_name.get(&name), namesakes) {
            (Some(&entity), _) => entity,
            (None, &[only]) => only,
            (None, several) => {
                if several.len() > 1 {
                    told = Told::Ambiguous;
                }
                let entity = self.push(described(self.authority, &name), Origin::Name, place);
                self.by_name.insert(name, entity);
                entity
            }
        };
        self.spelled[index].own = Some(entity);
        (Some(entity), told)
    }

    /// The entity of the authority's institution, remembered for the spelling.
    fn known(&mut self, index: usize, institution: &'o Institution) -> u32 {
        if let Some(entity) = self.spelled[index].known
            && self.entities[entity as usize].institution.id == institution.id
        {
            return entity;
        }
        let entity = self.entity_of(institution, self.spelled[index].place);
        let recorded = &self.spelled[index].clean;
        let own = &mut self.entities[entity as usize].institution;
        if !own.names.all().any(|name| name == recorded) && !own.aliases.contains(recorded) {
            own.aliases.push(recorded.clone());
        }
        self.spelled[index].known = Some(entity);
        entity
    }

    /// The entity of an institution of the authority.
    pub(crate) fn entity_of(&mut self, institution: &'o Institution, place: SourceLocation) -> u32 {
        if let Some(&entity) = self.by_id.get(&institution.id) {
            return entity;
        }
        let entity = self.push(institution.clone(), Origin::Authority, place);
        self.by_id.insert(institution.id.clone(), entity);
        if self.level == Level::Group {
            let group = self.authority.group_of(institution);
            self.entities[entity as usize].group =
                if group.id == institution.id { entity } else { self.entity_of(group, place) };
        }
        entity
    }

    /// The entity of an institution that an input declares. `declared` are the ids of that input so far: two
    /// ids of one input are two institutions even if they share a name.
    pub(crate) fn declare(
        &mut self,
        institution: Institution,
        declared: &BTreeMap<String, u32>,
        place: SourceLocation,
    ) -> u32 {
        let authority = self.authority;
        if let Verdict::Preferred(known) | Verdict::Variant(known) = authority.judge(&institution.names.name, "") {
            let entity = self.entity_of(known, place);
            if !declared.values().any(|&other| other == entity) {
                return entity;
            }
        }
        let name = institution.names.name.clone();
        if let Some(&entity) = self.by_name.get(&name)
            && !declared.values().any(|&other| other == entity)
        {
            return entity;
        }
        let entity = self.push(institution, Origin::Declared, place);
        self.by_name.entry(name).or_insert(entity);
        entity
    }

    /// One of several institutions of a file that share a name; `id` tells it apart and makes it the same one in
    /// another file of the same ids.
    pub(crate) fn namesake(&mut self, name: &str, id: &str, place: SourceLocation) -> u32 {
        let key = (name.to_owned(), id.to_owned());
        if let Some(&entity) = self.by_namesake.get(&key) {
            return entity;
        }
        let id = slug(&format!("{name} {id}"));
        let institution = Institution { id, names: Names::plain(name), ..Institution::default() };
        let entity = self.push(institution, Origin::Declared, place);
        self.by_namesake.insert(key, entity);
        entity
    }

    /// Joins declared institutions to the groups of their declared parents.
    pub(crate) fn join_groups(&mut self, declared: &BTreeMap<String, u32>) {
        if self.level != Level::Group {
            return;
        }
        self.spelled.iter_mut().for_each(|spelling| spelling.silent = None);
        for &entity in declared.values() {
            if self.entities[entity as usize].origin != Origin::Declared {
                continue;
            }
            let mut top = entity;
            // As many steps as there are institutions: a ring of parents ends somewhere.
            for _ in 0..declared.len() {
                let parent = self.entities[top as usize].institution.parent.as_deref();
                match parent.and_then(|parent| declared.get(parent)) {
                    Some(&parent) => top = parent,
                    None => break,
                }
            }
            let group = self.entities[top as usize].group;
            self.entities[entity as usize].group = group;
        }
    }

    /// The entity of an institution of OpenAlex, by its id; and whether it is new.
    pub(crate) fn openalex(
        &mut self,
        id: &str,
        institution: impl FnOnce() -> Institution,
        place: impl Fn() -> SourceLocation,
    ) -> (u32, bool) {
        if let Some(&entity) = self.by_openalex.get(id) {
            return (entity, false);
        }
        let (institution, place) = (institution(), place());
        let name = institution.names.name.clone();
        let same_ror = |other: &Institution| match (&institution.ror, &other.ror) {
            (Some(one), Some(other)) => one == other,
            _ => true,
        };
        let authority = self.authority;
        let entity = match authority.judge(&name, "") {
            Verdict::Preferred(known) | Verdict::Variant(known) if same_ror(known) => self.entity_of(known, place),
            _ => match self.by_name.get(&name) {
                Some(&declared) if same_ror(&self.entities[declared as usize].institution) => declared,
                _ => {
                    let entity = self.push(institution, Origin::OpenAlex(id.to_owned()), place);
                    self.openalex_names.entry(name).or_default().push(entity);
                    entity
                }
            },
        };
        self.by_openalex.insert(id.to_owned(), entity);
        (entity, true)
    }

    fn push(&mut self, institution: Institution, origin: Origin, place: SourceLocation) -> u32 {
        let entity = self.entities.len() as u32;
        let trifles = without_trifles(&institution.names.name);
        self.has_alike |= !self.met_trifles.insert(trifles);
        self.trifles.push(trifles);
        self.note_record(&institution);
        self.entities.push(Entity { institution, origin, group: entity, handle: None, used: false, place });
        entity
    }

    /// Notes which record of the registry an entity is, and whether one above or below it was met.
    fn note_record(&mut self, institution: &Institution) {
        self.has_family |= institution.names.name.contains(" - ");
        let authority = self.authority;
        let known = institution.ror.as_deref().and_then(|ror| {
            let registry = authority.registry()?;
            let record = registry.by_id(ror)?;
            (registry.sector(record) != Some(Sector::Company)).then_some((registry, record))
        });
        self.records.push(known.map(|(_, record)| record));
        let Some((registry, record)) = known else { return };
        let mut ancestors = registry.ancestors(record);
        ancestors.retain(|&above| registry.is_mere_whole(above, record));
        self.has_family |=
            self.met_ancestors.contains(&record) || ancestors.iter().any(|above| self.met_records.contains(above));
        self.met_records.insert(record);
        self.met_ancestors.extend(ancestors);
    }

    /// Whether one entity is part of the other, which is a mere whole in the registry of institutions: they are no partners
    /// of each other. Levels of companies are those of the authority.
    pub(crate) fn is_part_of(&self, part: u32, whole: u32) -> bool {
        let record = |entity: u32| self.records.get(entity as usize).copied().flatten();
        self.has_family
            && match (record(part), record(whole), self.authority.registry()) {
                (Some(part), Some(whole), Some(registry)) => registry.is_mere_whole(whole, part),
                (None, Some(above), Some(registry)) => self.is_named_after(part, (whole, above), registry),
                _ => false,
            }
    }

    /// Whether a name begins with that of a council or an academy, as the Web of Science writes its institutes: `CNRS -
    /// Institute for Engineering & Systems Sciences (INSIS)`.
    fn is_named_after(&self, part: u32, (whole, above): (u32, RecordIndex), registry: &InstitutionRegistry) -> bool {
        let Some((first, _)) = self.name(part).split_once(" - ") else { return false };
        let is_body = registry.is_umbrella(above)
            && !matches!(registry.sector(above), None | Some(Sector::Company | Sector::Education | Sector::Healthcare));
        let own = &self.entities[whole as usize].institution.names;
        let mut names = own.all().chain(registry.names(above).map(|(_, _, name)| name));
        is_body && names.any(|name| name == first)
    }

    /// Whether any two institutions are whole and part.
    pub(crate) fn has_family(&self) -> bool {
        self.has_family
    }

    /// The institution of the corpus for an entity: its own, or that of its group.
    pub(crate) fn handle(&mut self, entity: u32, builder: &mut CorpusBuilder) -> InstitutionHandle {
        self.entities[entity as usize].used = true;
        let group = self.entities[entity as usize].group as usize;
        *self.entities[group].handle.get_or_insert_with(|| builder.institution(Institution::default()))
    }

    /// Whether any two names differ by trifles alone.
    pub(crate) fn has_alike(&self) -> bool {
        self.has_alike
    }

    /// What stands for the name of an entity without case, apostrophes, dots and a leading “The”: equal where names are
    /// equal without these.
    pub(crate) fn without_trifles(&self, entity: u32) -> u64 {
        self.trifles[entity as usize]
    }

    /// Whether the names of two entities differ in case, apostrophes, dots or a leading “The” alone, and nobody's list says
    /// that they are two.
    pub(crate) fn are_alike(&self, a: u32, b: u32) -> bool {
        let [a, b] = [a as usize, b as usize];
        let is_name = |entity: usize| self.entities[entity].origin == Origin::Name;
        self.has_alike && a != b && self.trifles[a] == self.trifles[b] && (is_name(a) || is_name(b))
    }

    /// The entity that stands in the network for an entity: itself, or its group.
    pub(crate) fn group(&self, entity: u32) -> u32 {
        self.entities[entity as usize].group
    }

    /// The number of an entity's institution among those of the builder, once it has one.
    pub(crate) fn number(&self, entity: u32) -> Option<usize> {
        self.entities[entity as usize].handle.map(InstitutionHandle::index)
    }

    /// Recorded spellings that became one with another spelling by Unicode form or white space alone.
    pub(crate) fn normalized(&self) -> Vec<(SourceLocation, String, String)> {
        if !self.spelled.iter().any(|spelling| spelling.differs) {
            return Vec::new();
        }
        let mut counts: FastMap<&str, u32> = FastMap::default();
        for spelling in &self.spelled {
            *counts.entry(&spelling.clean).or_insert(0) += 1;
        }
        let mut merged: Vec<(SourceLocation, String, String)> = self
            .spellings
            .iter()
            .map(|(recorded, &index)| (recorded, &self.spelled[index as usize]))
            .filter(|(_, spelling)| {
                spelling.differs && counts.get(spelling.clean.as_str()).is_some_and(|&count| count > 1)
            })
            .map(|(recorded, spelling)| (spelling.place, recorded.clone(), spelling.clean.clone()))
            .collect();
        merged.sort();
        merged
    }

    /// The name under which an entity comes into the corpus: its own, or that of its group.
    pub(crate) fn final_name(&self, entity: u32) -> &str {
        self.name(self.entities[entity as usize].group)
    }

    /// Adds the merges that were made without a word: other names, case, Unicode forms, groups.
    pub(crate) fn trail(&self, trails: &mut Trails) {
        let is_other = |spelling: &Spelling<'_>| {
            spelling.known.or(spelling.own).is_some_and(|entity| {
                let found = &self.entities[entity as usize];
                spelling.differs || found.group != entity || found.institution.names.name != spelling.clean
            })
        };
        if !self.spelled.iter().any(is_other) {
            return;
        }
        let (mut forms, mut names): (FastMap<&str, u32>, FastMap<u32, u32>) = (FastMap::default(), FastMap::default());
        for spelling in &self.spelled {
            *forms.entry(&spelling.clean).or_insert(0) += 1;
        }
        let mut seen = std::collections::BTreeSet::new();
        for spelling in &self.spelled {
            if let Some(entity) = spelling.known.or(spelling.own).filter(|_| seen.insert(&spelling.clean)) {
                *names.entry(entity).or_insert(0) += 1;
            }
        }
        for (recorded, &index) in &self.spellings {
            let spelling = &self.spelled[index as usize];
            let Some(entity) = spelling.known.or(spelling.own) else { continue };
            let found = &self.entities[entity as usize];
            let own = &found.institution.names;
            let is_other = own.name != spelling.clean && names.get(&entity).is_some_and(|&count| count > 1);
            // Names that people use are taken over when all is read; the authority has them now.
            let listed = self.authority.institution(&found.institution.id);
            let is_listed =
                own.all().chain(listed.into_iter().flat_map(|one| one.names.all())).any(|name| name == spelling.clean);
            let differs_by_case = own
                .all()
                .chain(listed.into_iter().flat_map(|one| one.names.all().chain(one.aliases.iter().map(String::as_str))))
                .any(|name| name.to_lowercase() == spelling.clean.to_lowercase());
            let rules = [
                (MergeRule::Form, spelling.differs && forms.get(spelling.clean.as_str()).is_some_and(|&n| n > 1)),
                (MergeRule::Name, is_other && (is_listed || !differs_by_case)),
                (MergeRule::Case, is_other && !is_listed && differs_by_case),
                (MergeRule::Group, found.group != entity),
            ];
            for (rule, _) in rules.into_iter().filter(|(_, holds)| *holds) {
                let key = (recorded.clone(), self.final_name(entity).to_owned());
                for &place in &spelling.places {
                    trails.entry(key.clone()).or_default().add(rule, place);
                }
            }
        }
    }

    /// Hands every institution that is used to the builder, complete.
    pub(crate) fn finish(mut self, builder: &mut CorpusBuilder) {
        self.gather_family_names();
        self.settle_ids();
        for entity in &mut self.entities {
            if let Some(handle) = entity.handle {
                *builder.institution_mut(handle) = std::mem::take(&mut entity.institution);
            }
        }
    }

    /// A group can be asked for by the names of the members that were rolled up into it.
    fn gather_family_names(&mut self) {
        for member in 0..self.entities.len() {
            let group = self.entities[member].group as usize;
            if group == member || !self.entities[member].used {
                continue;
            }
            let institution = &self.entities[member].institution;
            let mut names: Vec<String> = institution.names.all().map(str::to_owned).collect();
            names.extend(institution.aliases.iter().cloned());
            let own = &mut self.entities[group].institution;
            names.retain(|name| !own.names.all().any(|other| other == name));
            own.aliases.extend(names);
        }
    }

    /// Sees to it that no id is used twice, and that namesakes of OpenAlex have ids of their own which do not depend
    /// on the order of the rows.
    fn settle_ids(&mut self) {
        let mut used: Vec<usize> =
            (0..self.entities.len()).filter(|&index| self.entities[index].handle.is_some()).collect();
        used.par_sort_by(|&a, &b| {
            let key = |index: usize| (&self.entities[index].origin, &self.entities[index].institution.names.name);
            key(a).cmp(&key(b))
        });
        let mut names: FastMap<String, u32> = FastMap::default();
        for &index in &used {
            *names.entry(self.entities[index].institution.names.name.clone()).or_insert(0) += 1;
        }
        let mut taken = std::collections::BTreeSet::new();
        for index in used {
            let entity = &mut self.entities[index];
            let shared = names.get(&entity.institution.names.name).is_some_and(|&count| count > 1);
            if let (Origin::OpenAlex(id), true) = (&entity.origin, shared) {
                let number = id.rsplit('/').next().unwrap_or(id);
                entity.institution.id = slug(&format!("{} {number}", entity.institution.names.name));
            }
            let id = &mut entity.institution.id;
            if !id.is_empty() && !taken.insert(id.clone()) {
                id.clear();
            }
        }
    }
}
