//! Title, description and notes of the bipartite view.

use crate::answer::korean::{Particle, attach};
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::content::BipartiteContent;
use crate::drawing::frame::{FigureText, Options};
use crate::drawing::kind::WorkKind;
use crate::drawing::names;
use crate::drawing::wording::{both, count};

/// Texts of a bipartite figure.
#[must_use]
pub fn figure_text(corpus: &Corpus, content: &BipartiteContent, options: &Options) -> FigureText {
    let kind = options.kind(corpus);
    let (english, korean) = titles(corpus, content, kind);
    let language = options.language;
    let period = match language {
        crate::answer::language::Language::Both => String::new(),
        _ => period(corpus, content),
    };
    FigureText {
        description: description(corpus, content, options),
        notes: notes(content, kind),
        excluded: exclusions(corpus, content, kind),
        ..FigureText::titled("bipartite", language, (english, korean), (period.clone(), period))
    }
}

fn institutions(content: &BipartiteContent) -> usize {
    content.left.len() + content.right.len()
}

fn titles(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> (String, String) {
    let (works, institutions) = (content.works, institutions(content));
    let (models, behind) = (kind.counted(works), plural(institutions, "institution"));
    let (relation, noun, members) = match kind {
        WorkKind::Model => ("that built them", "AI 모델", "개발 기관"),
        _ => ("behind them", kind.korean(), "참여 기관"),
    };
    if content.is_partial() {
        // The country of the shown works need not hold for the others.
        let (all, every) = content.totals;
        let (works, shown) = (kind.korean_count(works), count(institutions));
        return (
            format!(
                "{} of {} and {shown} of the {} {relation}",
                count(content.works),
                kind.counted(all),
                plural(every, "institution")
            ),
            format!(
                "{noun} {} 중 {} {members} {}곳 중 {shown}곳",
                kind.korean_count(all),
                attach(&works, Particle::And),
                count(every)
            ),
        );
    }
    let home = content.home.as_ref().filter(|home| is_of_all(corpus, content, home));
    match home.map(Country::names) {
        Some((english, korean)) => (
            format!("{models} from {} and the {behind} {relation}", in_sentence(english)),
            format!(
                "{korean}의 {noun} {} {members} {}곳",
                attach(&kind.korean_count(works), Particle::And),
                count(institutions)
            ),
        ),
        None => (
            format!("{models} and the {behind} {relation}"),
            format!("{noun} {} {members} {}곳", attach(&kind.korean_count(works), Particle::And), count(institutions)),
        ),
    }
}

/// Country name within a sentence: `the United States`, `South Korea`.
#[must_use]
pub fn in_sentence(country: &str) -> String {
    let with_article = ["United ", "Netherlands", "Philippines"].iter().any(|start| country.starts_with(start));
    if with_article { format!("the {country}") } else { country.to_owned() }
}

/// Whether every drawn work has an institution in the country.
fn is_of_all(corpus: &Corpus, content: &BipartiteContent, home: &Country) -> bool {
    let is_home = |id: &InstitutionId| corpus.institution(*id).country() == Some(home);
    content.blocks.iter().all(|block| block.members.iter().any(is_home))
}

fn plural(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// First and last month of the drawn works.
fn period(corpus: &Corpus, content: &BipartiteContent) -> String {
    let dates = || content.blocks.iter().flat_map(|block| &block.works).filter_map(|&work| corpus.date(work));
    match (dates().min(), dates().max()) {
        (Some(from), Some(to)) if from.to_month_string() != to.to_month_string() => {
            format!("{} – {}", from.to_month_string(), to.to_month_string())
        }
        (Some(only), _) => only.to_month_string(),
        _ => String::new(),
    }
}

fn description(corpus: &Corpus, content: &BipartiteContent, options: &Options) -> String {
    let (language, kind) = (options.language, options.kind(corpus));
    let (left, right) = (content.left.len(), content.right.len());
    let joint = joint(corpus, content);
    let (english_top, korean_top) = leaders(corpus, content, kind);
    let (works, works_ko) = work_counts(content, kind);
    let (english, korean) = match content.home.as_ref().map(Country::names) {
        Some((english, korean)) => (
            format!(
                "{} in {} (left), {} (middle) and {} abroad (right).",
                plural(left, "institution"),
                in_sentence(english),
                works,
                plural(right, "institution")
            ),
            format!(
                "{korean} 기관 {}곳(왼쪽), {works_ko}(가운데), 해외 기관 {}곳(오른쪽)을 잇는 이분 그래프.",
                count(left),
                count(right)
            ),
        ),
        None => (
            format!("{} (left) and {works} (right).", plural(left, "institution")),
            format!(
                "기관 {}곳(왼쪽)과 {} 잇는 이분 그래프.",
                count(left),
                attach(&format!("{works_ko}(오른쪽)"), Particle::Object)
            ),
        ),
    };
    let english = format!(
        "{english} {} of the {}{} {} joint work.{english_top}",
        count(joint),
        kind.many(),
        if content.is_partial() { " shown" } else { "" },
        if joint == 1 { "is" } else { "are" }
    );
    let korean = format!("{korean} {}{korean_top}", joint_korean(joint, content, kind));
    both(language, &english, &korean)
}

/// Number of joint works among the drawn ones, whether all of their institutions are drawn or not.
pub(crate) fn joint(corpus: &Corpus, content: &BipartiteContent) -> usize {
    let works = content.blocks.iter().flat_map(|block| &block.works);
    works.filter(|&&work| corpus.institutions_of(work).len() > 1).count()
}

/// Sentence on joint works: `공동 개발 모델은 9개다.`, `그 가운데 공동 문헌은 3건이다.`
pub(crate) fn joint_korean(joint: usize, content: &BipartiteContent, kind: WorkKind) -> String {
    let noun = if kind == WorkKind::Model { "개발 모델" } else { kind.korean() };
    let verb = if kind == WorkKind::Model { "다" } else { "이다" };
    let here = if content.is_partial() { "그 가운데 " } else { "" };
    format!("{here}공동 {} {}{verb}.", attach(noun, Particle::Topic), kind.korean_count(joint))
}

/// Number of works: `17 models`, `33 of 1,018 models`; `모델 17개`, `모델 1,018개 중 33개`.
pub(crate) fn work_counts(content: &BipartiteContent, kind: WorkKind) -> (String, String) {
    if !content.is_partial() {
        return (kind.counted(content.works), kind.counted_korean(content.works));
    }
    (
        format!("{} of {}", count(content.works), kind.counted(content.totals.0)),
        format!("{} 중 {}", kind.counted_korean(content.totals.0), kind.korean_count(content.works)),
    )
}

/// Sentence on the institutions with the most works; empty when more than three share the rank.
fn leaders(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> (String, String) {
    let works = |id: &InstitutionId| -> usize {
        content
            .blocks
            .iter()
            .filter(|block| block.members.binary_search(id).is_ok())
            .map(|block| block.works.len())
            .sum()
    };
    let all: Vec<InstitutionId> = content.left.iter().chain(&content.right).copied().collect();
    let max = all.iter().map(works).max().unwrap_or(0);
    let leading: Vec<InstitutionId> = all.into_iter().filter(|id| works(id) == max).collect();
    if leading.is_empty() || leading.len() > 3 || max < 2 {
        return (String::new(), String::new());
    }
    let english: Vec<&str> = leading.iter().map(|&id| corpus.institution(id).names.label()).collect();
    let korean: Vec<String> = leading
        .iter()
        .map(|&id| names::plain(&corpus.institution(id).names, crate::answer::language::Language::Korean))
        .collect();
    let each = if leading.len() > 1 { (" each", "각 ") } else { ("", "") };
    (
        format!(
            " Most {}{}: {} ({}{}).",
            kind.many(),
            if content.is_partial() { " shown here" } else { "" },
            english.join(", "),
            count(max),
            each.0
        ),
        format!(
            " {}{} 가장 많은 곳: {} ({}{}).",
            if content.is_partial() { "그림에 있는 " } else { "" },
            attach(kind.korean(), Particle::Subject),
            korean.join(", "),
            each.1,
            kind.korean_count(max)
        ),
    )
}

fn notes(content: &BipartiteContent, kind: WorkKind) -> Vec<(String, String)> {
    if content.blocks.iter().all(|block| block.works.len() < 2) {
        return Vec::new();
    }
    vec![(
        format!("{} of the same institutions are bundled.", kind.heading()),
        format!("참여 기관이 같은 {} 한 묶음으로 잇는다.", attach(kind.korean(), Particle::Topic)),
    )]
}

/// Note on the selection from a larger corpus.
fn selection_note(content: &BipartiteContent, kind: WorkKind) -> (String, String) {
    let (works, all) = (content.works, content.works + content.excluded_works);
    let (shown, every) = (institutions(content), institutions(content) + content.excluded_institutions);
    let noun = kind.korean();
    let (mut english, mut korean) = (
        format!("{} of {}", count(works), kind.counted(all)),
        format!("{} 중 {}", kind.counted_korean(all), kind.korean_count(works)),
    );
    if shown < every {
        english += &format!(" and {} of {}", count(shown), plural(every, "institution"));
        korean += &format!(", 기관 {}곳 중 {}곳", count(every), count(shown));
    }
    (
        format!("Shown: {english}, joint {} of the institutions with most joint {} first.", kind.many(), kind.many()),
        format!("{korean}만 보인다(공동 {} 많은 기관의 공동 {noun}부터).", attach(noun, Particle::Subject)),
    )
}

fn exclusions(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Vec<(String, String)> {
    let mut notes = content.notes.clone();
    if content.excluded_works > 0 {
        notes.push(selection_note(content, kind));
    }
    if content.works_without_institution > 0 {
        notes.push((
            format!("Not shown: {} without an institution.", kind.counted(content.works_without_institution)),
            format!(
                "기관이 적히지 않은 {} 뺐다.",
                attach(&kind.counted_korean(content.works_without_institution), Particle::Topic)
            ),
        ));
    }
    let idle = corpus.institution_ids().filter(|&id| corpus.works_of(id).is_empty()).count();
    if idle > 0 {
        notes.push((
            format!("Not shown: {} without a {}.", plural(idle, "institution"), kind.one()),
            format!("{} 없는 기관 {}곳은 뺐다.", attach(kind.korean(), Particle::Subject), count(idle)),
        ));
    }
    notes
}
