//! What the caption of a figure says of the data that it was drawn from: filter, level, counting and cap.

use crate::answer::language::Language;
use crate::answer::number::thousands;
use crate::drawing::kind::WorkKind;
use crate::english::counted;
use crate::network::counting::{Counting, DEFAULT_MAX_TEAM};
use crate::question::condition;
use crate::question::scope::Scope;
use crate::question::voice::Voice;

/// A sentence for each of them that is not the usual one, English and Korean. `are_groups`: institutions are rolled up
/// to their parents.
#[must_use]
pub fn sentences(scope: &Scope<'_>, kind: WorkKind, are_groups: bool) -> Vec<(String, String)> {
    let level = are_groups.then(|| {
        (
            "Institutions are rolled up to their parents (level: group).".to_owned(),
            "기관은 상위 기관으로 묶음(수준: group).".to_owned(),
        )
    });
    let projection = if kind.has_works() { projection(scope, kind) } else { stated(scope) };
    filter(scope, kind).into_iter().chain(level).chain(projection).collect()
}

fn filter(scope: &Scope<'_>, kind: WorkKind) -> Option<(String, String)> {
    if scope.filter.is_empty() {
        return None;
    }
    let [english, korean] = [Language::English, Language::Korean]
        .map(|language| condition::conditions(&Voice::new(scope, language)).join("; "));
    let (kept, all) = (scope.corpus.work_count(), scope.whole.0);
    if !kind.has_works() {
        return Some((format!("Filter: {english}."), format!("조건: {korean}.")));
    }
    Some((
        format!("Filter: {english} ({} of {}).", thousands(kept as u64), kind.counted(all)),
        format!("조건: {korean}({} 중 {}).", kind.counted_korean(all), kind.pieces(kept)),
    ))
}

/// Counting and cap, where they are not the usual ones.
fn projection(scope: &Scope<'_>, kind: WorkKind) -> Vec<(String, String)> {
    let noun = kind.korean();
    let counting = match scope.projection.counting {
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
    let cap = match scope.projection.max_team {
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

/// Where there are no works, neither counts.
fn stated(scope: &Scope<'_>) -> Vec<(String, String)> {
    let usual = scope.projection.counting == Counting::Full && scope.projection.max_team == Some(DEFAULT_MAX_TEAM);
    let told = ("Weights are those that the input states.".to_owned(), "가중치는 입력에 적힌 그대로임.".to_owned());
    if usual { Vec::new() } else { vec![told] }
}
