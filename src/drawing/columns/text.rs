//! Title, description and notes of the bipartite view.

use crate::answer::language::Language;
use crate::corpus::Corpus;
use crate::corpus::country::Country;
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::drawing::columns::content::BipartiteContent;
use crate::drawing::findings::JointWorks;
use crate::drawing::frame::{self, FigureText, Options};
use crate::drawing::kind::WorkKind;
use crate::message;
use crate::messages::{List, Message, Statement};

/// Texts of a bipartite figure with the given description.
#[must_use]
pub fn figure_text(
    corpus: &Corpus,
    content: &BipartiteContent,
    description: Statement,
    options: &Options,
) -> FigureText {
    let kind = options.kind(corpus);
    // In both languages the second title is the subtitle.
    let subtitle = if options.language == Language::Both { None } else { period(corpus, content) };
    let title = title(corpus, content, kind);
    let mut text = FigureText::new("bipartite", options.language, title, subtitle, description);
    if content.blocks.iter().any(|block| block.works.len() > 1) {
        text.note(message!("figures-bipartite-bundled", kind = kind));
    }
    content.notes.iter().for_each(|note| text.exclude(note.clone()));
    exclusions(corpus, content, kind).into_iter().for_each(|note| text.exclude(note));
    let works: Vec<WorkId> = content.blocks.iter().flat_map(|block| block.works.iter().copied()).collect();
    let headline = JointWorks::of(corpus, &works).headline(corpus, kind);
    text.headed(headline.filter(|_| !content.is_partial()), options)
}

fn institutions(content: &BipartiteContent) -> usize {
    content.left.len() + content.right.len()
}

fn title(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Message {
    let (works, institutions) = (content.works, institutions(content));
    let (all, every) = content.totals;
    // The country of the shown works need not hold for the others.
    let home = content.home.as_ref().filter(|home| !content.is_partial() && is_of_all(corpus, content, home));
    match (kind, home) {
        (WorkKind::Model, _) if content.is_partial() => message!(
            "figures-bipartite-title-part-models",
            works = works,
            all = all,
            institutions = institutions,
            every = every
        ),
        _ if content.is_partial() => message!(
            "figures-bipartite-title-part-works",
            works = works,
            all = all,
            institutions = institutions,
            every = every,
            kind = kind
        ),
        (WorkKind::Model, Some(home)) => message!(
            "figures-bipartite-title-home-models",
            works = works,
            institutions = institutions,
            country = in_sentence(home)
        ),
        (_, Some(home)) => message!(
            "figures-bipartite-title-home-works",
            works = works,
            institutions = institutions,
            country = in_sentence(home),
            kind = kind
        ),
        (WorkKind::Model, None) => {
            message!("figures-bipartite-title-models", works = works, institutions = institutions)
        }
        (_, None) => {
            message!("figures-bipartite-title-works", works = works, institutions = institutions, kind = kind)
        }
    }
}

/// Country name within a sentence: `the United States`, `South Korea`.
#[must_use]
pub fn in_sentence(country: &Country) -> Message {
    let (english, _) = country.names();
    let with_article = ["United ", "Netherlands", "Philippines"].iter().any(|start| english.starts_with(start));
    if with_article {
        message!("figures-country-the", country = country)
    } else {
        message!("figures-country", country = country)
    }
}

/// Whether every drawn work has an institution in the country.
fn is_of_all(corpus: &Corpus, content: &BipartiteContent, home: &Country) -> bool {
    let is_home = |id: &InstitutionId| corpus.institution(*id).countries.contains(home);
    content.blocks.iter().all(|block| block.members.iter().any(is_home))
}

/// First and last month of the drawn works; `None` where none is dated.
fn period(corpus: &Corpus, content: &BipartiteContent) -> Option<Message> {
    let dates = || content.blocks.iter().flat_map(|block| &block.works).filter_map(|&work| corpus.date(work));
    let (from, to) = (dates().min()?.to_month_string(), dates().max()?.to_month_string());
    let works = content.blocks.iter().flat_map(|block| &block.works);
    let undated = works.filter(|&&work| corpus.date(work).is_none()).count();
    Some(if from == to {
        message!("figures-month", month = from, undated = undated)
    } else {
        message!("figures-period", from = from, to = to, undated = undated)
    })
}

/// Description of the columns: institutions and works in each, joint works, and the institutions with the most works.
#[must_use]
pub fn columns_description(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Statement {
    let (left, right) = (content.left.len(), content.right.len());
    let works = work_count(content, kind);
    let columns = match &content.home {
        Some(home) if content.right.iter().any(|&id| corpus.institution(id).countries.is_empty()) => message!(
            "figures-bipartite-columns-home-unknown",
            left = left,
            country = in_sentence(home),
            works = works,
            right = right
        ),
        Some(home) => message!(
            "figures-bipartite-columns-home",
            left = left,
            country = in_sentence(home),
            works = works,
            right = right
        ),
        None => message!("figures-bipartite-columns", left = left, works = works),
    };
    let joint = joint(corpus, content, kind);
    match leaders(corpus, content, kind) {
        Some(leaders) => {
            message!("figures-bipartite-description-leaders", columns = columns, joint = joint, leaders = leaders)
        }
        None => message!("figures-bipartite-description", columns = columns, joint = joint),
    }
}

/// Number of joint works among the drawn ones, whether all of their institutions are drawn or not.
pub(crate) fn joint(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Message {
    let works = content.blocks.iter().flat_map(|block| &block.works);
    let joint = works.filter(|&&work| corpus.actor_count(work) > 1).count();
    if content.is_partial() {
        message!("figures-bipartite-joint-shown", joint = joint, kind = kind)
    } else {
        message!("figures-bipartite-joint", joint = joint, kind = kind)
    }
}

/// Number of works: `17 models`, `33 of 1,018 models`.
pub(crate) fn work_count(content: &BipartiteContent, kind: WorkKind) -> Message {
    let all = if content.is_partial() { content.totals.0 } else { content.works };
    frame::count_of(content.works, all, kind)
}

/// Institutions with the most works; `None` where more than three share the rank.
fn leaders(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Option<Message> {
    let works = |id: &InstitutionId| -> usize {
        content
            .blocks
            .iter()
            .filter(|block| block.members.binary_search(id).is_ok())
            .map(|block| block.works.len())
            .sum()
    };
    let all: Vec<InstitutionId> = content.left.iter().chain(&content.right).copied().collect();
    let count = all.iter().map(works).max().unwrap_or(0);
    let leading: Vec<InstitutionId> = all.into_iter().filter(|id| works(id) == count).collect();
    if leading.is_empty() || leading.len() > 3 || count < 2 {
        return None;
    }
    let names = List::comma(leading.iter().map(|&id| &corpus.institution(id).names));
    Some(match (leading.len(), content.is_partial()) {
        (1, false) => message!("figures-bipartite-leader", names = names, count = count, kind = kind),
        (1, true) => message!("figures-bipartite-leader-shown", names = names, count = count, kind = kind),
        (_, false) => message!("figures-bipartite-leaders", names = names, count = count, kind = kind),
        (_, true) => message!("figures-bipartite-leaders-shown", names = names, count = count, kind = kind),
    })
}

/// Notes on what is excluded: by the limits, works without institutions, institutions without works.
fn exclusions(corpus: &Corpus, content: &BipartiteContent, kind: WorkKind) -> Vec<Message> {
    let mut notes = Vec::new();
    if content.excluded_works > 0 {
        notes.push(selection(content, kind));
    }
    if content.works_without_institution > 0 {
        let count = content.works_without_institution;
        notes.push(message!("figures-without-institution", count = count, kind = kind));
    }
    let idle = corpus.institution_ids().filter(|&id| corpus.works_of(id).is_empty()).count();
    if idle > 0 {
        notes.push(message!("figures-bipartite-without-works", count = idle, kind = kind));
    }
    notes
}

/// Note on the selection from a larger corpus.
fn selection(content: &BipartiteContent, kind: WorkKind) -> Message {
    // The title names the same totals.
    let (works, (all, every)) = (content.works, content.totals);
    let institutions = institutions(content);
    if content.excluded_institutions == 0 {
        return message!("figures-bipartite-selection-works", works = works, all = all, kind = kind);
    }
    message!(
        "figures-bipartite-selection",
        works = works,
        all = all,
        institutions = institutions,
        every = every,
        kind = kind
    )
}
