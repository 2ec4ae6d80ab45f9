//! The choice among records that bear one name.

use super::context;
use super::evidence::{Countries, CountryFit};
use super::fold::Folded;
use super::layout::{ALIAS, DISPLAY, GONE, LABEL, SHORTENED};
use super::rule::{MatchRule, is_whole};
use super::score::{NameEvidence, score};
use super::search::{FoundBy, NameSpan};
use super::store::{InstitutionRegistry, RecordIndex};

/// A record for a span of a text.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) record: RecordIndex,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) how: u8,
    pub(super) score: f64,
    pub(super) rule: MatchRule,
    pub(super) note: NameEvidence,
}

/// Words at the beginning of names that many institutions share: institute, department, ministry.
const UNIT_WORDS: [&str; 22] = [
    "acad",
    "canc",
    "clin",
    "coll",
    "ctr",
    "dept",
    "div",
    "econ",
    "engn",
    "fac",
    "grp",
    "hosp",
    "inst",
    "lab",
    "med",
    "minist",
    "off",
    "programme",
    "res",
    "sch",
    "sci",
    "unit",
];

/// Whether a hospital, medical centre or branch stands in the part of a name: related to the institution, and not it. Where
/// another name begins there, that stands for it.
fn is_other_body(folded: &Folded, span: &NameSpan, spans: &[NameSpan]) -> bool {
    let part = folded.words[span.from].part;
    let last = folded.words[span.to - 1].part;
    let is_known = |at: usize| {
        spans.iter().any(|other| {
            other.from <= at
                && at < other.to
                && other.to - other.from > 1
                && (other.from >= span.to || other.to <= span.from)
        })
    };
    let mut behind = (span.to..folded.words.len()).take_while(|&at| folded.words[at].part == last).take(4);
    let is_behind = behind.any(|at| {
        let word = folded.word(at);
        let is_centre = word == "ctr" && at > span.to && matches!(folded.word(at - 1), "med" | "sci" | "canc");
        (matches!(word, "hosp" | "branch" | "clin") || is_centre) && !is_known(at)
    });
    let before = (0..span.from).rev().take_while(|&at| folded.words[at].part == part).take(2);
    is_behind || before.into_iter().any(|at| folded.word(at) == "hosp" && !is_known(at))
}

/// The best record of a span; `None` where all are vetoed by the country.
pub(super) fn choose(
    registry: &InstitutionRegistry,
    span: &NameSpan,
    folded: &Folded,
    countries: &Countries,
    (original, spans): (&str, &[NameSpan]),
) -> Option<Candidate> {
    let (rarity, bearers) = registry.layout.posting(span.posting);
    let mut all: Vec<Bearer> = bearers
        .map(|(record, how)| {
            let fixed = registry.fixed(record);
            let city = registry.city(record);
            Bearer { record, how, fit: countries.fit(fixed.country), is_city: has_run(folded, city, span) }
        })
        .filter(|one| one.fit != CountryFit::Against)
        .collect();
    let is_named = |one: &Bearer| one.how & (DISPLAY | LABEL | ALIAS) != 0;
    keep(&mut all, |one| one.how & GONE == 0);
    keep(&mut all, is_named);
    // `Hong Kong University of Science and Technology, China` is not its branch in Guangzhou.
    let is_full = |one: &Bearer| one.how & SHORTENED == 0;
    if all.iter().any(|one| one.fit == CountryFit::Near && is_full(one)) {
        keep(&mut all, is_full);
    }
    keep(&mut all, |one| one.fit == CountryFit::Named);
    keep(&mut all, |one| one.is_city);
    top_of_family(registry, &mut all);
    keep(&mut all, |one| one.how & SHORTENED == 0);
    keep(&mut all, |one| one.how & DISPLAY != 0);
    keep(&mut all, |one| one.how & LABEL != 0);
    head_by_children(registry, &mut all);
    let is_unique = all.len() == 1;
    let best = *all.first()?;
    let is_acronym = best.how & (DISPLAY | LABEL | ALIAS) == 0;
    if span.found == FoundBy::Loose && (is_acronym || span.to - span.from == 1) {
        return None;
    }
    // `London School of …` is no school of the University of London.
    if span.found == FoundBy::School && registry.city(best.record).split(' ').any(|city| city == folded.word(span.from))
    {
        return None;
    }
    let words = span.to - span.from;
    let text = folded.range(span.from, span.to);
    let note = NameEvidence {
        is_acronym: !is_named(&best),
        is_alias: best.how & (DISPLAY | LABEL) == 0,
        is_short_name: best.how & SHORTENED != 0,
        is_gone: best.how & GONE != 0,
        is_unique,
        is_whole: is_whole(folded, span),
        is_city: best.is_city,
        fit: best.fit,
        words,
        letters: text.len() - (words - 1),
        is_generic: rarity & 128 != 0,
        rarity: rarity & 127,
        is_unit: UNIT_WORDS.contains(&folded.word(span.from)) && words > 1,
        is_own_city: words == 1 && text == registry.city(best.record),
        is_system: is_system(registry, best.record),
        is_other_body: is_other_body(folded, span, spans),
        is_company_unit: words == 1 && context::is_company_unit(folded, span),
        is_continued: context::is_continued(original, folded, span, spans),
        is_begun: context::is_begun(original, folded, span, spans),
        is_education_name: !(span.from..span.to).any(|at| matches!(folded.word(at), "sch" | "fac")),
        found: span.found,
    };
    if context::is_membership(original, folded, span) {
        return None;
    }
    let rule = match span.found {
        FoundBy::Rotated => MatchRule::WordOrder,
        FoundBy::Beginning => MatchRule::Beginning,
        FoundBy::School => MatchRule::School,
        FoundBy::Loose => MatchRule::Shortened,
        FoundBy::Exact if note.is_acronym => MatchRule::Acronym,
        FoundBy::Exact if note.is_short_name => MatchRule::ShortName,
        FoundBy::Exact => MatchRule::Name,
    };
    Some(Candidate {
        record: best.record,
        from: span.from,
        to: span.to,
        how: best.how,
        score: score(&note),
        rule,
        note,
    })
}

#[derive(Clone, Copy)]
struct Bearer {
    record: RecordIndex,
    how: u8,
    fit: CountryFit,
    is_city: bool,
}

/// Leaves those of which a condition holds, where it holds of any.
fn keep(all: &mut Vec<Bearer>, condition: impl Fn(&Bearer) -> bool) {
    if all.len() > 1 && all.iter().any(&condition) {
        all.retain(condition);
    }
}

/// Of a family that shares a name the head stays: `Microsoft (United States)` before `Microsoft (Germany)`.
fn top_of_family(registry: &InstitutionRegistry, all: &mut Vec<Bearer>) {
    if all.len() < 2 {
        return;
    }
    let is_top =
        |top: &Bearer| all.iter().all(|one| one.record == top.record || registry.is_ancestor(top.record, one.record));
    if let Some(top) = all.iter().copied().find(is_top) {
        *all = vec![top];
    }
}

/// Of records that share a full name the one with many members stays: `National Institutes of Health`.
fn head_by_children(registry: &InstitutionRegistry, all: &mut Vec<Bearer>) {
    let children = |one: &Bearer| registry.related(one.record, super::layout::CHILD).take(100).count();
    if all.len() < 2 {
        return;
    }
    let counts: Vec<usize> = all.iter().map(children).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let heads: Vec<Bearer> =
        all.iter().zip(&counts).filter(|(_, count)| **count * 4 > most).map(|(one, _)| *one).collect();
    if most > 7 && heads.len() == 1 {
        *all = heads;
    }
}

/// Whether a record is a system of universities, whose name alone does not tell the campus.
fn is_system(registry: &InstitutionRegistry, record: RecordIndex) -> bool {
    registry.is_education(record)
        && registry.related(record, super::layout::CHILD).filter(|child| registry.is_education(*child)).take(3).count()
            > 2
        && registry.name(record).ends_with("System")
}

/// Whether folded words stand in the text outside of a span.
fn has_run(folded: &Folded, run: &str, span: &NameSpan) -> bool {
    if run.is_empty() {
        return false;
    }
    let text = folded.text.as_bytes();
    let (from, to) = (folded.words[span.from].start as usize, folded.words[span.to - 1].end as usize);
    memchr::memmem::find_iter(text, run.as_bytes()).any(|at| {
        let end = at + run.len();
        let is_word = (at == 0 || text[at - 1] == b' ') && (end == text.len() || text[end] == b' ');
        is_word && (end <= from || at >= to)
    })
}
