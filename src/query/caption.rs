//! Sentences of a figure's caption on its data: filter, level, counting and team cap.

use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::drawing::kind::WorkKind;
use crate::english::counted;
use crate::network::counting::{Counting, DEFAULT_MAX_TEAM};
use crate::query::context::QueryContext;
use crate::query::filter_text;
use crate::query::voice::Voice;

/// One sentence, English and Korean, for each setting that differs from the default. `are_groups`: institutions are
/// rolled up to their parents.
#[must_use]
pub fn sentences(context: &QueryContext<'_>, kind: WorkKind, are_groups: bool) -> Vec<(String, String)> {
    let level = are_groups.then(|| {
        (
            "Institutions are rolled up to their parents (level: group).".to_owned(),
            "기관은 상위 기관으로 묶음(수준: group).".to_owned(),
        )
    });
    let projection = if kind.has_works() { projection(context, kind) } else { explicit_ties_sentence(context) };
    filter(context, kind).into_iter().chain(level).chain(projection).collect()
}

fn filter(context: &QueryContext<'_>, kind: WorkKind) -> Option<(String, String)> {
    if context.filter.is_empty() {
        return None;
    }
    let [english, korean] = [Language::English, Language::Korean]
        .map(|language| filter_text::conditions(&Voice::new(context, language)).join("; "));
    let (kept_count, total) = (context.corpus.works_len(), context.unfiltered_counts.0);
    if !kind.has_works() {
        return Some((format!("Filter: {english}."), format!("조건: {korean}.")));
    }
    Some((
        format!("Filter: {english} ({} of {}).", thousands(kept_count as u64), kind.counted(total)),
        format!("조건: {korean}({} 중 {}).", kind.counted_korean(total), kind.pieces(kept_count)),
    ))
}

/// Counting and team cap, where they differ from the defaults.
fn projection(context: &QueryContext<'_>, kind: WorkKind) -> Vec<(String, String)> {
    let noun = kind.korean();
    let counting = match context.projection.counting {
        Counting::Full => None,
        Counting::Fractional => Some(("fractional, 1/(n−1) a pair", "분수 계수, 한 쌍에 1/(n−1)")),
        Counting::Strict => Some(("strict, 2/(n(n−1)) a pair", "엄격 계수, 한 쌍에 2/(n(n−1))")),
    };
    let counting = counting.map(|(english, korean)| {
        (
            format!("Counting: {english}; numbers here count each joint {} as 1.", kind.one()),
            format!("계수: {korean}. 그림의 숫자는 공동 {noun} 하나를 1로 셈."),
        )
    });
    let cap = match context.projection.max_team {
        Some(DEFAULT_MAX_TEAM) => None,
        Some(cap) => {
            let institutions = counted(cap, "institution", "institutions");
            Some((
                format!("Cap: {} of more than {institutions} make no ties.", kind.many()),
                format!("상한: 기관이 {cap}곳을 넘는 {noun}의 협력은 세지 않음."),
            ))
        }
        None => Some(("No cap on institutions a tie.".to_owned(), "기관 수 상한 없음.".to_owned())),
    };
    counting.into_iter().chain(cap).collect()
}

/// Networks without works: counting and team cap have no effect on explicit ties.
fn explicit_ties_sentence(context: &QueryContext<'_>) -> Vec<(String, String)> {
    let is_default =
        context.projection.counting == Counting::Full && context.projection.max_team == Some(DEFAULT_MAX_TEAM);
    let sentence = ("Weights are those that the input states.".to_owned(), "가중치는 입력에 적힌 그대로임.".to_owned());
    if is_default { Vec::new() } else { vec![sentence] }
}
