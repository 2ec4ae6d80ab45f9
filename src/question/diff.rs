//! What changed between two corpora: works, institutions, ties, and why counts moved.

mod changes;
mod matching;
mod spellings;
mod tables;

use std::collections::BTreeSet;

use serde::Serialize;

use crate::answer::korean::{Particle, attach};
use crate::answer::language::Language;
use crate::answer::number::{Real, thousands};
use crate::answer::told::Answer;
use crate::corpus::Corpus;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::question::diff::changes::{Changes, CountChange, Moved, TieChange, Why};
use crate::question::diff::matching::How;
pub use crate::question::diff::spellings::Recorded;
use crate::question::record::{self, Evidence, Method, Party};
use crate::question::scope::Scope;
use crate::question::voice::{Voice, counted};

/// How many rows of each table unless told otherwise.
pub const DEFAULT_TOP: usize = 20;

/// How far the tables go, the record having everything; and how the inputs wrote names.
#[derive(Clone, Copy, Debug)]
pub struct Options<'t> {
    /// How many rows of each table at most; `None`: all.
    pub top: Option<usize>,
    /// What the old and the new inputs write that was taken as another name; none: such renamings are not told.
    pub recorded: Option<[Recorded<'t>; 2]>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { top: Some(DEFAULT_TOP), recorded: None }
    }
}

#[derive(Serialize)]
struct Record {
    old: Side,
    new: Side,
    works: Works,
    institutions: Institutions,
    ties: Ties,
    affiliations: Affiliations,
    #[serde(flatten)]
    method: Method,
}

#[derive(Serialize)]
struct Side {
    works: usize,
    institutions: usize,
    ties: usize,
    weight: Real,
    inputs: Vec<String>,
}

#[derive(Serialize)]
struct Works {
    new: Vec<Evidence>,
    gone: Vec<Evidence>,
    changed: Vec<Changed>,
}

#[derive(Serialize)]
struct Changed {
    old: Evidence,
    new: Evidence,
}

#[derive(Serialize)]
struct Institutions {
    new: Vec<Party>,
    gone: Vec<Party>,
    renamed: Vec<Renamed>,
    moved: Vec<Counted>,
}

#[derive(Serialize)]
struct Renamed {
    old: Party,
    new: Party,
    how: &'static str,
    /// How the inputs write it, where that tells the renaming.
    recorded: Option<[Vec<String>; 2]>,
}

#[derive(Serialize)]
struct Counted {
    #[serde(flatten)]
    party: Party,
    old: usize,
    new: usize,
    added: Vec<Cause>,
    removed: Vec<Cause>,
}

#[derive(Serialize)]
struct Ties {
    new: Vec<TieRow>,
    gone: Vec<TieRow>,
    stronger: Vec<TieRow>,
    weaker: Vec<TieRow>,
}

#[derive(Serialize)]
struct TieRow {
    a: Party,
    b: Party,
    old: Real,
    new: Real,
    added: Vec<Cause>,
    removed: Vec<Cause>,
}

#[derive(Serialize)]
struct Cause {
    id: String,
    name: String,
    why: &'static str,
}

/// How many counts of an institution's works came and went, by reason.
#[derive(Serialize)]
struct Affiliations {
    by_new_works: usize,
    by_gone_works: usize,
    by_filter: usize,
    joined_known_works: usize,
    left_known_works: usize,
}

/// Compares two corpora. Works are matched by name (with date and institutions where several bear it), else by a stated
/// identifier or an address that only one has; institutions by name, stated identifier or ROR id, else by a spelling that
/// leads to one only. Both sides should
/// be read and filtered alike. O((works + ties) log) and one pass over all names.
#[must_use]
pub fn ask(old: &Scope<'_>, new: &Scope<'_>, options: &Options<'_>, language: Language) -> Answer {
    let whole = options.recorded.map(|sides| sides.map(|side| side.corpus));
    let changes = Changes::of(old, new, whole);
    let diff = Diff::of(&changes, options, language);
    let record = diff.record();
    let found = diff.is_change();
    let mut notes = diff.cut_notes(options.top);
    notes.push(Voice::new(new, language).say(
        "Works are matched by name, else by an identifier or link that only one has; institutions by name, identifier, ROR id, else a recorded spelling.",
        format!(
            "{} 이름으로, 없으면 하나만 가진 식별자나 주소로 맞춘다. 기관은 이름, 식별자, ROR, 기록된 표기로 맞춘다.",
            Voice::new(new, language).noun_with(Particle::Topic)
        ),
    ));
    notes.extend(diff.new.method(new.network().excluded()));
    Answer { found, lead: diff.lead(), tables: diff.tables(options.top), notes, record: record::value(&record) }
}

/// An institution under another name than before.
struct Renaming {
    old: InstitutionId,
    new: InstitutionId,
    how: How,
    /// The spellings before and now.
    recorded: Option<[BTreeSet<String>; 2]>,
}

/// Everything that changed, ready to be told.
struct Diff<'a, 'o, 'n> {
    changes: &'a Changes<'a, 'o, 'n>,
    old: Voice<'a, 'o>,
    new: Voice<'a, 'n>,
    new_works: Vec<WorkId>,
    gone_works: Vec<WorkId>,
    changed_works: Vec<(WorkId, WorkId)>,
    new_institutions: Vec<InstitutionId>,
    gone_institutions: Vec<InstitutionId>,
    renamed: Vec<Renaming>,
    counts: Vec<CountChange>,
    ties: Vec<TieChange>,
}

impl<'a, 'o, 'n> Diff<'a, 'o, 'n> {
    fn of(changes: &'a Changes<'a, 'o, 'n>, options: &Options<'_>, language: Language) -> Self {
        let (old, new, matching) = (changes.old.corpus, changes.new.corpus, &changes.matching);
        let written = options.recorded.map(|sides| sides.map(|side| side.spellings()));
        let renamed = |id: InstitutionId| {
            let (same, how) = matching.institutions[id.index()]?;
            let (before, now) = (old.institution(id), new.institution(same));
            if how != How::Id || before.names.name != now.names.name {
                return Some(Renaming { old: id, new: same, how, recorded: None });
            }
            let [first, second] = written.as_ref()?;
            let recorded = [first.get(&before.id)?.clone(), second.get(&now.id)?.clone()];
            let differs = recorded.iter().all(|names| !names.is_empty()) && recorded[0].is_disjoint(&recorded[1]);
            differs.then_some(Renaming { old: id, new: same, how: How::Spelling, recorded: Some(recorded) })
        };
        Self {
            old: Voice::new(changes.old, language),
            new: Voice::new(changes.new, language),
            new_works: changes.new_works(),
            gone_works: changes.gone_works(),
            changed_works: changes.changed_works(),
            new_institutions: new.institution_ids().filter(|id| !matching.known_institutions[id.index()]).collect(),
            gone_institutions: old.institution_ids().filter(|&id| matching.institution(id).is_none()).collect(),
            renamed: old.institution_ids().filter_map(renamed).collect(),
            counts: changes.counts(),
            ties: changes.ties(),
            changes,
        }
    }

    fn is_change(&self) -> bool {
        !(self.new_works.is_empty()
            && self.gone_works.is_empty()
            && self.changed_works.is_empty()
            && self.new_institutions.is_empty()
            && self.gone_institutions.is_empty()
            && self.renamed.is_empty()
            && self.counts.is_empty()
            && self.ties.is_empty())
    }

    fn ties_of(&self, kind: Kind) -> impl Iterator<Item = &TieChange> {
        self.ties.iter().filter(move |one| Kind::of(one) == kind)
    }

    fn record(&self) -> Record {
        let (old, new) = (self.changes.old.corpus, self.changes.new.corpus);
        let ties = |kind| self.ties_of(kind).map(|one| self.tie_row(one)).collect();
        let count = |of: fn(&CountChange) -> &[Moved], why: Why| {
            self.counts.iter().flat_map(of).filter(|one| one.1 == why).count()
        };
        Record {
            old: side(self.changes.old),
            new: side(self.changes.new),
            works: Works {
                new: Evidence::all(new, &self.new_works),
                gone: Evidence::all(old, &self.gone_works),
                changed: self
                    .changed_works
                    .iter()
                    .map(|&(before, now)| Changed { old: Evidence::of(old, before), new: Evidence::of(new, now) })
                    .collect(),
            },
            institutions: Institutions {
                new: self.new_institutions.iter().map(|&id| Party::of(new, id)).collect(),
                gone: self.gone_institutions.iter().map(|&id| Party::of(old, id)).collect(),
                renamed: self
                    .renamed
                    .iter()
                    .map(|one| Renamed {
                        old: Party::of(old, one.old),
                        new: Party::of(new, one.new),
                        how: one.how.key(),
                        recorded: one.recorded.clone().map(|sides| sides.map(|names| names.into_iter().collect())),
                    })
                    .collect(),
                moved: self.counts.iter().map(|one| self.counted(one)).collect(),
            },
            ties: Ties {
                new: ties(Kind::New),
                gone: ties(Kind::Gone),
                stronger: ties(Kind::Stronger),
                weaker: ties(Kind::Weaker),
            },
            affiliations: Affiliations {
                by_new_works: count(|one| &one.added, Why::Work),
                by_gone_works: count(|one| &one.removed, Why::Work),
                by_filter: count(|one| &one.added, Why::Filter) + count(|one| &one.removed, Why::Filter),
                joined_known_works: count(|one| &one.added, Why::Institution),
                left_known_works: count(|one| &one.removed, Why::Institution),
            },
            method: Method::of(self.changes.new, self.changes.new.network().excluded()),
        }
    }

    /// The corpus that knows an institution whose count moved.
    fn corpus_of(&self, one: &CountChange) -> &Corpus {
        if one.of_old { self.changes.old.corpus } else { self.changes.new.corpus }
    }

    fn name_of(&self, one: &CountChange) -> String {
        if one.of_old { self.old.name(one.id) } else { self.new.name(one.id) }
    }

    fn counted(&self, one: &CountChange) -> Counted {
        let party = Party::of(self.corpus_of(one), one.id);
        let (added, removed) = self.causes(&one.added, &one.removed);
        Counted { party, old: one.old, new: one.new, added, removed }
    }

    fn tie_row(&self, one: &TieChange) -> TieRow {
        let corpus = if one.of_old { self.changes.old.corpus } else { self.changes.new.corpus };
        let (added, removed) = self.causes(&one.added, &one.removed);
        let (a, b) = (Party::of(corpus, one.ends.0), Party::of(corpus, one.ends.1));
        TieRow { a, b, old: Real(one.old), new: Real(one.new), added, removed }
    }

    /// Works that came are of the new corpus, works that went of the old one.
    fn causes(&self, added: &[Moved], removed: &[Moved]) -> (Vec<Cause>, Vec<Cause>) {
        let cause = |scope: &Scope<'_>, (work, why): Moved| Cause {
            id: scope.corpus.work_key(work),
            name: scope.corpus.work_name(work).to_owned(),
            why: why.key(),
        };
        let added = added.iter().map(|&one| cause(self.changes.new, one)).collect();
        (added, removed.iter().map(|&one| cause(self.changes.old, one)).collect())
    }

    fn lead(&self) -> Vec<String> {
        let voice = &self.new;
        if !self.is_change() {
            return vec![voice.say("Nothing changed.", "달라진 것이 없다.")];
        }
        let (before, now) = (side(self.changes.old), side(self.changes.new));
        let mut lead = vec![voice.say(
            format!(
                "Works went from {} to {}, institutions from {} to {}, ties from {} to {}.",
                number(before.works),
                number(now.works),
                number(before.institutions),
                number(now.institutions),
                number(before.ties),
                number(now.ties)
            ),
            format!(
                "{} {}→{}, 기관 {}→{}, 관계 {}→{}.",
                voice.noun(),
                number(before.works),
                number(now.works),
                number(before.institutions),
                number(now.institutions),
                number(before.ties),
                number(now.ties)
            ),
        )];
        if !self.new_works.is_empty() {
            let (count, list) = (voice.works(self.new_works.len()), voice.work_list(&self.new_works));
            lead.push(voice.say(format!("New, {count}: {list}."), format!("새로 들어온 {count}: {list}.")));
        }
        if !self.gone_works.is_empty() {
            let (count, list) = (voice.works(self.gone_works.len()), self.old.work_list(&self.gone_works));
            lead.push(voice.say(format!("Gone, {count}: {list}."), format!("빠진 {count}: {list}.")));
        }
        let hidden = self.changes.hidden.iter().map(BTreeSet::len).sum::<usize>();
        if hidden > 0 {
            let (count, stand) = (voice.works(hidden), if hidden == 1 { "stands" } else { "stand" });
            lead.push(voice.say(
                format!(
                    "Of these, {count} {stand} in both tables and {} the filter in one of them only.",
                    if hidden == 1 { "meets" } else { "meet" }
                ),
                format!("이 가운데 {} 두 표에 다 있으나 한쪽에서만 조건에 맞는다.", attach(&count, Particle::Topic)),
            ));
        }
        if !self.changed_works.is_empty() {
            let works: Vec<WorkId> = self.changed_works.iter().map(|one| one.1).collect();
            let (count, list) = (voice.works(works.len()), voice.work_list(&works));
            lead.push(voice.say(
                format!("Changed in name, date or institutions, {count}: {list}."),
                format!("이름, 날짜, 기관이 바뀐 {count}: {list}."),
            ));
        }
        let [new, gone, stronger, weaker] = Kind::ALL.map(|kind| number(self.ties_of(kind).count()));
        if !self.ties.is_empty() {
            lead.push(voice.say(
                format!("Ties: {new} new, {gone} gone, {stronger} stronger, {weaker} weaker."),
                format!("관계: 새로 생김 {new}, 사라짐 {gone}, 강해짐 {stronger}, 약해짐 {weaker}."),
            ));
        }
        lead.extend(self.renamed_sentence());
        lead.extend(self.counts_sentence());
        lead
    }

    fn renamed_sentence(&self) -> Option<String> {
        let voice = &self.new;
        let pair = |one: &Renaming| self.written(one).join(" → ");
        let list = voice.list(&self.renamed.iter().map(pair).collect::<Vec<_>>(), "곳");
        let count = voice.institutions(self.renamed.len());
        (!self.renamed.is_empty()).then(|| {
            voice.say(format!("Under another name, {count}: {list}."), format!("이름이 달라진 {count}: {list}."))
        })
    }

    /// The names before and now.
    fn written(&self, one: &Renaming) -> [String; 2] {
        let name = |corpus: &Corpus, id| corpus.institution(id).names.name.clone();
        match &one.recorded {
            Some(sides) => sides.each_ref().map(|names| names.iter().cloned().collect::<Vec<_>>().join(" · ")),
            None => [name(self.changes.old.corpus, one.old), name(self.changes.new.corpus, one.new)],
        }
    }

    /// Why the counts of institutions moved.
    fn counts_sentence(&self) -> Option<String> {
        let voice = &self.new;
        let first = self.counts.first()?;
        let reasons = self.record().affiliations;
        let mut parts = Vec::new();
        let mut tell = |count: usize, english: &str, korean: &str| {
            if count > 0 {
                parts.push(voice.say(format!("{} {english}", number(count)), format!("{korean} {}건", number(count))));
            }
        };
        tell(reasons.by_new_works, "by new works", "새로 들어와서");
        tell(reasons.by_gone_works, "by works that are gone", "빠져서");
        tell(reasons.by_filter, "by works that meet the filter in one table only", "한쪽 표에서만 조건에 맞아서");
        tell(reasons.joined_known_works, "by institutions added to works already there", "기존 항목에 기관이 더해져서");
        tell(reasons.left_known_works, "by institutions taken from works still there", "기존 항목에서 기관이 빠져서");
        let (list, name) = (voice.list(&parts, "가지"), self.name_of(first));
        let institutions = counted(self.counts.len(), "institution has", "institutions have");
        Some(voice.say(
            format!(
                "{institutions} other works than before ({list}); most moved {name}, from {} to {}.",
                number(first.old),
                number(first.new)
            ),
            format!(
                "{} 수가 움직인 기관 {}곳({list}). 가장 크게 움직인 곳은 {name}: {}→{}.",
                voice.noun(),
                number(self.counts.len()),
                number(first.old),
                number(first.new)
            ),
        ))
    }
}

/// How a tie changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    New,
    Gone,
    Stronger,
    Weaker,
}

impl Kind {
    const ALL: [Self; 4] = [Self::New, Self::Gone, Self::Stronger, Self::Weaker];

    fn of(one: &TieChange) -> Self {
        match (one.old > 0.0, one.new > 0.0) {
            (false, _) => Self::New,
            (true, false) => Self::Gone,
            _ if one.new > one.old => Self::Stronger,
            _ => Self::Weaker,
        }
    }

    fn key(self) -> &'static str {
        self.label().0
    }

    fn label(self) -> (&'static str, &'static str) {
        match self {
            Self::New => ("new", "새로 생김"),
            Self::Gone => ("gone", "사라짐"),
            Self::Stronger => ("stronger", "강해짐"),
            Self::Weaker => ("weaker", "약해짐"),
        }
    }
}

fn side(scope: &Scope<'_>) -> Side {
    Side {
        works: scope.corpus.work_count(),
        institutions: scope.corpus.institution_count(),
        ties: scope.network().tie_count(),
        weight: Real(scope.network().total_weight()),
        inputs: scope.corpus.inputs().iter().map(|input| input.name.clone()).collect(),
    }
}

fn number(count: usize) -> String {
    thousands(count as u64)
}
