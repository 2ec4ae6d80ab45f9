//! Title, description and notes of the bipartite view.

use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::drawing::columns::plan::Plan;
use crate::drawing::frame::{Options, Words};
use crate::drawing::names;
use crate::drawing::wording::{both, count};

/// The words of a plan.
#[must_use]
pub fn words(corpus: &Corpus, plan: &Plan, options: &Options) -> Words {
    let (english, korean) = titles(corpus, plan);
    let language = options.language;
    let period = match language {
        crate::answer::language::Language::Both => String::new(),
        _ => period(corpus, plan),
    };
    Words {
        description: description(corpus, plan, options),
        notes: notes(plan),
        left_out: left_out(corpus, plan),
        ..Words::headed("bipartite", language, (english, korean), (period.clone(), period))
    }
}

fn institutions(plan: &Plan) -> usize {
    plan.left.len() + plan.right.len()
}

fn titles(corpus: &Corpus, plan: &Plan) -> (String, String) {
    let (works, institutions) = (plan.works, institutions(plan));
    let (models, behind) = (plural(works, "model"), plural(institutions, "institution"));
    let home = plan.home.as_ref().filter(|home| is_of_all(corpus, plan, home));
    match home.map(Country::names) {
        Some((english, korean)) => (
            format!("{models} from {} and the {behind} that built them", in_sentence(english)),
            format!("{korean}의 AI 모델 {}개와 개발 기관 {}곳", count(works), count(institutions)),
        ),
        None => (
            format!("{models} and the {behind} that built them"),
            format!("AI 모델 {}개와 개발 기관 {}곳", count(works), count(institutions)),
        ),
    }
}

/// `the United States`, `South Korea`.
#[must_use]
pub fn in_sentence(country: &str) -> String {
    let with_article = ["United ", "Netherlands", "Philippines"].iter().any(|start| country.starts_with(start));
    if with_article { format!("the {country}") } else { country.to_owned() }
}

/// Whether every work shown has an institution of the country.
fn is_of_all(corpus: &Corpus, plan: &Plan, home: &Country) -> bool {
    let is_home = |id: &InstitutionId| corpus.institution(*id).country() == Some(home);
    plan.items.iter().all(|item| item.members.iter().any(is_home))
}

fn plural(number: usize, noun: &str) -> String {
    format!("{} {noun}{}", count(number), if number == 1 { "" } else { "s" })
}

/// First and last month of the works shown.
fn period(corpus: &Corpus, plan: &Plan) -> String {
    let dates = || plan.items.iter().flat_map(|item| &item.works).filter_map(|&work| corpus.date(work));
    match (dates().min(), dates().max()) {
        (Some(from), Some(to)) if from.to_month_string() != to.to_month_string() => {
            format!("{} – {}", from.to_month_string(), to.to_month_string())
        }
        (Some(only), _) => only.to_month_string(),
        _ => String::new(),
    }
}

fn description(corpus: &Corpus, plan: &Plan, options: &Options) -> String {
    let language = options.language;
    let (left, right, works) = (plan.left.len(), plan.right.len(), plan.works);
    let joint: usize = plan.items.iter().filter(|item| item.members.len() > 1).map(|item| item.works.len()).sum();
    let (english_top, korean_top) = leaders(corpus, plan);
    let (english, korean) = match plan.home.as_ref().map(Country::names) {
        Some((english, korean)) => (
            format!(
                "{} in {} (left), {} (middle) and {} abroad (right).",
                plural(left, "institution"),
                in_sentence(english),
                plural(works, "model"),
                plural(right, "institution")
            ),
            format!(
                "{korean} 기관 {}곳(왼쪽), 모델 {}개(가운데), 해외 기관 {}곳(오른쪽)을 잇는 이분 그래프.",
                count(left),
                count(works),
                count(right)
            ),
        ),
        None => (
            format!("{} (left) and {} (right).", plural(left, "institution"), plural(works, "model")),
            format!("기관 {}곳(왼쪽)과 모델 {}개(오른쪽)를 잇는 이분 그래프.", count(left), count(works)),
        ),
    };
    let english = format!(
        "{english} {} of the models {} joint work.{english_top}",
        count(joint),
        if joint == 1 { "is" } else { "are" }
    );
    let korean = format!("{korean} 공동 개발 모델은 {}개다.{korean_top}", count(joint));
    both(language, &english, &korean)
}

/// Who has most models, in a sentence; empty when more than three share the place.
fn leaders(corpus: &Corpus, plan: &Plan) -> (String, String) {
    let works = |id: &InstitutionId| -> usize {
        plan.items.iter().filter(|item| item.members.binary_search(id).is_ok()).map(|item| item.works.len()).sum()
    };
    let all: Vec<InstitutionId> = plan.left.iter().chain(&plan.right).copied().collect();
    let most = all.iter().map(works).max().unwrap_or(0);
    let leading: Vec<InstitutionId> = all.into_iter().filter(|id| works(id) == most).collect();
    if leading.is_empty() || leading.len() > 3 || most < 2 {
        return (String::new(), String::new());
    }
    let english: Vec<&str> = leading.iter().map(|&id| corpus.institution(id).names.label()).collect();
    let korean: Vec<String> = leading
        .iter()
        .map(|&id| names::plain(&corpus.institution(id).names, crate::answer::language::Language::Korean))
        .collect();
    let each = if leading.len() > 1 { (" each", "각 ") } else { ("", "") };
    (
        format!(" Most models: {} ({}{}).", english.join(", "), count(most), each.0),
        format!(" 모델이 가장 많은 곳: {} ({}{}개).", korean.join(", "), each.1, count(most)),
    )
}

fn notes(plan: &Plan) -> Vec<(String, String)> {
    if plan.items.iter().all(|item| item.works.len() < 2) {
        return Vec::new();
    }
    vec![(
        "Models of the same institutions are bundled.".to_owned(),
        "참여 기관이 같은 모델은 한 묶음으로 잇는다.".to_owned(),
    )]
}

/// Which part of a larger corpus is shown.
fn part(plan: &Plan) -> (String, String) {
    let (works, all) = (plan.works, plan.works + plan.works_left_out);
    let (shown, every) = (institutions(plan), institutions(plan) + plan.institutions_left_out);
    let (mut english, mut korean) = (
        format!("{} of {}", count(works), plural(all, "model")),
        format!("모델 {}개 중 {}개", count(all), count(works)),
    );
    if shown < every {
        english += &format!(" and {} of {}", count(shown), plural(every, "institution"));
        korean += &format!(", 기관 {}곳 중 {}곳", count(every), count(shown));
    }
    (
        format!("Shown: {english}, joint models of the institutions with most joint models first."),
        format!("{korean}만 보인다(공동 모델이 많은 기관의 공동 모델부터)."),
    )
}

fn left_out(corpus: &Corpus, plan: &Plan) -> Vec<(String, String)> {
    let mut notes = plan.told.clone();
    if plan.works_left_out > 0 {
        notes.push(part(plan));
    }
    if plan.works_without > 0 {
        notes.push((
            format!("Not shown: {} without an institution.", plural(plan.works_without, "model")),
            format!("기관이 적히지 않은 모델 {}개는 뺐다.", count(plan.works_without)),
        ));
    }
    let idle = corpus.institution_ids().filter(|&id| corpus.works_of(id).is_empty()).count();
    if idle > 0 {
        notes.push((
            format!("Not shown: {} without a model.", plural(idle, "institution")),
            format!("모델이 없는 기관 {}곳은 뺐다.", count(idle)),
        ));
    }
    notes
}
