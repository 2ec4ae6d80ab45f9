//! All names of the registry inside a text: one walk through the map of names from each word. O(words · depth).

use fst::raw::{Fst, Node, Output};

use super::abbreviations::{is_form, others};
use super::fold::Folded;

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NameSpan {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Offset of the name in the postings.
    pub(super) posting: u64,
    pub(super) found: FoundBy,
}

/// How a name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FoundBy {
    /// Word by word.
    Exact,
    /// A word was lengthened, or taken in another reading.
    Loose,
    /// The university stands before its place, or behind it.
    Rotated,
    /// The text has the beginning of the name.
    Beginning,
    /// The text names a school of the university.
    School,
}

/// Words of the longest name that is looked for.
const LONGEST: usize = 16;
/// Lengthened words that are tried for one shortened word.
const MAX_EXPANSIONS: usize = 24;
/// A shorter word is not lengthened.
const SHORTEST: usize = 3;

/// Finds every name. Spans are in order of their starts; of each start the shorter first.
pub(super) fn spans<D: AsRef<[u8]>>(names: &Fst<D>, folded: &Folded, found: &mut Vec<NameSpan>) {
    found.clear();
    for from in 0..folded.words.len() {
        let state = WalkState { node: names.root(), output: Output::zero(), is_loose: false };
        walk(names, folded, from, from, state, found);
    }
}

#[derive(Clone, Copy)]
struct WalkState<'f> {
    node: Node<'f>,
    output: Output,
    is_loose: bool,
}

fn walk<'f, D: AsRef<[u8]>>(
    names: &'f Fst<D>,
    folded: &Folded,
    from: usize,
    at: usize,
    state: WalkState<'f>,
    found: &mut Vec<NameSpan>,
) {
    if at >= folded.words.len() || at - from >= LONGEST {
        return;
    }
    let word = folded.word(at);
    let mut next = |state: WalkState<'f>| after_word(names, folded, from, at, state, found);
    let direct = feed(names, state, word.as_bytes());
    if let Some(state) = direct {
        next(state);
    }
    for other in others(word) {
        if let Some(state) = feed(names, state, other.as_bytes()) {
            next(WalkState { is_loose: true, ..state });
        }
    }
    if folded.words[at].is_short
        && word.len() >= SHORTEST
        && let Some(state) = direct
    {
        let mut left = MAX_EXPANSIONS;
        lengthen(names, WalkState { is_loose: true, ..state }, 12, &mut left, &mut next);
    }
}

/// After a whole word: a name may end, or go on behind a space.
fn after_word<'f, D: AsRef<[u8]>>(
    names: &'f Fst<D>,
    folded: &Folded,
    from: usize,
    at: usize,
    state: WalkState<'f>,
    found: &mut Vec<NameSpan>,
) {
    if state.node.is_final() {
        let posting = state.output.cat(state.node.final_output()).value();
        let how = if state.is_loose { FoundBy::Loose } else { FoundBy::Exact };
        found.push(NameSpan { from, to: at + 1, posting, found: how });
    }
    if let Some(state) = feed(names, state, b" ") {
        walk(names, folded, from, at + 1, state, found);
    }
}

fn feed<'f, D: AsRef<[u8]>>(names: &'f Fst<D>, mut state: WalkState<'f>, bytes: &[u8]) -> Option<WalkState<'f>> {
    for &byte in bytes {
        let transition = state.node.transition(state.node.find_input(byte)?);
        state.output = state.output.cat(transition.out);
        state.node = names.node(transition.addr);
    }
    Some(state)
}

/// All words that begin as the state does.
fn lengthen<'f, D: AsRef<[u8]>>(
    names: &'f Fst<D>,
    state: WalkState<'f>,
    depth: usize,
    left: &mut usize,
    next: &mut impl FnMut(WalkState<'f>),
) {
    if depth == 0 {
        return;
    }
    for transition in state.node.transitions() {
        if *left == 0 {
            return;
        }
        if transition.inp == b' ' {
            continue;
        }
        let state =
            WalkState { node: names.node(transition.addr), output: state.output.cat(transition.out), is_loose: true };
        if state.node.is_final() || state.node.find_input(b' ').is_some() {
            *left -= 1;
            next(state);
        }
        lengthen(names, state, depth - 1, left, next);
    }
}

/// The posting of a whole name.
fn posting<D: AsRef<[u8]>>(names: &Fst<D>, name: &str) -> Option<u64> {
    names.get(name).map(|output| output.value())
}

/// Names whose words the text has in another order: `X University` for `University of X`. Each must stand at the beginning or
/// at the end of a part. O(words).
pub(super) fn rotations<D: AsRef<[u8]>>(names: &Fst<D>, folded: &Folded, found: &mut Vec<NameSpan>) {
    let words = folded.words.len();
    for from in 0..words {
        let part = folded.words[from].part;
        let is_first = from == 0 || folded.words[from - 1].part != part;
        let end = (from..words).find(|&at| folded.words[at].part != part).unwrap_or(words);
        let is_univ = folded.word(from) == "univ";
        for to in from + 2..=end.min(from + 4) {
            let is_last = to == end;
            if is_univ && is_last {
                push(names, found, from, to, &format!("{} univ", folded.range(from + 1, to)), FoundBy::Rotated);
            }
            if is_first && folded.word(to - 1) == "univ" {
                push(names, found, from, to, &format!("univ {}", folded.range(from, to - 1)), FoundBy::Rotated);
            }
        }
    }
}

/// Words of schools that are units of a university.
const SCHOOLS: [&str; 12] =
    ["art", "bus", "dental", "dentistry", "divinity", "educ", "engn", "law", "med", "nursing", "pharm", "publ"];

/// Schools of a university that are no records of their own: `Yale School of Medicine`, `Columbia Business School`, `Penn
/// WalkState College of Medicine`. O(words).
pub(super) fn schools<D: AsRef<[u8]>>(names: &Fst<D>, folded: &Folded, found: &mut Vec<NameSpan>) {
    for at in 1..folded.words.len() {
        if !matches!(folded.word(at), "sch" | "coll") {
            continue;
        }
        let part = folded.words[at].part;
        let is_school = |at: usize| {
            folded.words.get(at).is_some_and(|word| word.part == part) && SCHOOLS.contains(&folded.word(at))
        };
        let (before, to) = if is_school(at + 1) {
            (at, at + 2)
        } else if is_school(at - 1) {
            (at - 1, at + 1)
        } else {
            continue;
        };
        for from in before.saturating_sub(2)..before {
            if folded.words[from].part == part
                && (from == 0 || folded.words[from - 1].part != part || before - from == 1)
            {
                push(names, found, from, to, &format!("{} univ", folded.range(from, before)), FoundBy::School);
            }
        }
    }
}

fn push<D: AsRef<[u8]>>(names: &Fst<D>, found: &mut Vec<NameSpan>, from: usize, to: usize, name: &str, how: FoundBy) {
    if let Some(posting) = posting(names, name)
        && (how == FoundBy::School || !found.iter().any(|span| span.from == from && span.to == to))
    {
        found.push(NameSpan { from, to, posting, found: how });
    }
}

/// Names that are looked at for one beginning.
const MAX_COMPLETIONS: usize = 6;

/// Names of which a whole part is the beginning, when all of them are one name: `Weizmann Institute` → `Weizmann Institute of
/// Science`. O(words).
pub(super) fn completions<D: AsRef<[u8]>>(names: &Fst<D>, folded: &Folded, found: &mut Vec<NameSpan>) {
    let words = folded.words.len();
    let mut from = 0;
    while from < words {
        let part = folded.words[from].part;
        let end = (from..words).find(|&at| folded.words[at].part != part).unwrap_or(words);
        let has_form = (from..end).any(|at| is_form(folded.word(at)));
        if has_form && end - from > 1 && !found.iter().any(|span| span.from == from && span.to == end) {
            let state = WalkState { node: names.root(), output: Output::zero(), is_loose: false };
            if let Some(state) =
                feed(names, state, folded.range(from, end).as_bytes()).and_then(|state| feed(names, state, b" "))
            {
                let mut postings = Vec::new();
                complete(names, state, &mut Vec::new(), &mut postings);
                if postings.len() < MAX_COMPLETIONS && !postings.contains(&u64::MAX) {
                    found.extend(postings.iter().map(|&posting| NameSpan {
                        from,
                        to: end,
                        posting,
                        found: FoundBy::Beginning,
                    }));
                }
            }
        }
        from = end;
    }
}

fn complete<'f, D: AsRef<[u8]>>(names: &'f Fst<D>, state: WalkState<'f>, rest: &mut Vec<u8>, postings: &mut Vec<u64>) {
    if postings.len() >= MAX_COMPLETIONS || rest.len() > 60 {
        return;
    }
    if state.node.is_final() {
        // A hospital or a college of a university is another body.
        let is_other = rest.split(|byte| *byte == b' ').any(|word| OTHER_BODIES.contains(&word));
        let posting = state.output.cat(state.node.final_output()).value();
        postings.push(if is_other { u64::MAX } else { posting });
    }
    for transition in state.node.transitions() {
        let next = WalkState { node: names.node(transition.addr), output: state.output.cat(transition.out), ..state };
        rest.push(transition.inp);
        complete(names, next, rest, postings);
        rest.pop();
    }
}

/// Words that make the rest of a name the name of another body.
const OTHER_BODIES: [&[u8]; 14] = [
    b"hosp", b"coll", b"ctr", b"sch", b"inst", b"lab", b"fac", b"dept", b"univ", b"junior", b"fdn", b"campus", b"med",
    b"lib",
];
