//! Works as pills, institutions as labelled marks.

use crate::answer::figure::MIN_TYPE_SIZE;
use crate::answer::mark::{Mark, MarkGroup, MarkRole, NodeMark, Paint, TextAnchor, TextLine};
use crate::corpus::work::WorkId;
use crate::drawing::columns::fit::{Dates, LABEL_GAP, PILL_PADDING, shown_works, weight};
use crate::drawing::columns::page::BipartitePage;
use crate::drawing::encoding::{NUMBER_FROM, form, half_width, outline, shape};
use crate::drawing::{names, wording};
use crate::geometry::{ConvexPolygon, Point, Rect};
use crate::message;
use crate::messages::Localizer;
use crate::typography::{BASELINE_OFFSET, Weight, reserved_width};

/// Node key of a work; the prefix separates it from institutions with the same id.
#[must_use]
pub fn work_mark_key(key: &str) -> String {
    format!("model/{key}")
}

/// Pills of all works.
#[must_use]
pub fn work_pills(page: &BipartitePage<'_>) -> MarkGroup {
    let mut marks = Vec::new();
    for &block in &page.blocks {
        for (index, &work) in page.content.blocks[block].works.iter().enumerate() {
            let members = page.corpus.actor_count(work);
            marks.push(work_pill(page, work, members, page.boxes[block][index], &page.fit.names[block][index]).into());
        }
    }
    MarkGroup::new("models", marks)
}

fn work_pill(page: &BipartitePage<'_>, work: WorkId, members: usize, area: Rect, name: &str) -> MarkGroup {
    let (theme, roles) = (page.options.theme(), page.options.roles());
    let border = if members > 1 { theme.edge } else { theme.faint };
    let center = area.center();
    let key = page.corpus.work_key(work);
    let date = page.corpus.date(work).map(|date| date.to_month_string());
    let line = |content: &str, x: f64, size: f64, ink| {
        TextLine::new(content, Point::new(x, center.y + BASELINE_OFFSET * size), size, ink)
    };
    let mut marks = vec![Mark::Rect(area, area.height() / 2.0, Paint::fill(theme.panel).outlined(border, 0.7))];
    let mut text = match page.fit.dates {
        Dates::Shown => line(name, area.left + PILL_PADDING, roles.work, theme.ink),
        Dates::Hidden => line(name, center.x, roles.work, theme.ink).anchored(TextAnchor::Middle),
    };
    if weight(members) == Weight::Bold {
        text = text.bold();
    }
    marks.push(text.into());
    if let (Dates::Shown, Some(date)) = (page.fit.dates, &date) {
        marks.push(line(date, area.right - PILL_PADDING, MIN_TYPE_SIZE, theme.muted).anchored(TextAnchor::End).into());
    }
    let mut data = vec![("id", key.clone()), ("kind", "model".to_owned())];
    data.extend(date.map(|date| ("date", date)));
    data.push(("institutions", members.to_string()));
    MarkGroup {
        id: Some(format!("m-{key}")),
        class: "node model".to_owned(),
        data,
        title: Some(title(page, work)),
        role: MarkRole::Node(Box::new(NodeMark {
            key: work_mark_key(&key),
            label: page.corpus.work_name(work).to_owned(),
            shape: crate::answer::mark::NodeShape::Pill,
            outline: ConvexPolygon::from(area),
            color: theme.edge,
        })),
        marks,
    }
}

/// Title of a work with its institutions in the order of the record: `StarGAN v2 (2019-12): NAVER, Yonsei University, EPFL`.
fn title(page: &BipartitePage<'_>, work: WorkId) -> String {
    let of: Vec<String> = page
        .corpus
        .institutions_of(work)
        .iter()
        .map(|&id| names::plain(&page.corpus.institution(id).names, page.options.language))
        .collect();
    let name = page.corpus.work_name(work);
    match page.corpus.date(work) {
        Some(date) => format!("{name} ({}): {}", date.to_month_string(), of.join(", ")),
        None => format!("{name}: {}", of.join(", ")),
    }
}

/// Labelled marks of all institutions.
#[must_use]
pub fn institution_marks(page: &BipartitePage<'_>) -> MarkGroup {
    let mut marks = Vec::new();
    for side in [0, 1] {
        marks.extend(page.outer[side].iter().map(|&index| Mark::Group(institution(page, side, index))));
    }
    MarkGroup::new("institutions", marks)
}

fn institution(page: &BipartitePage<'_>, side: usize, index: usize) -> MarkGroup {
    let (theme, roles, language) = (page.options.theme(), page.options.roles(), page.options.language);
    let id = page.side(side)[index];
    let institution = page.corpus.institution(id);
    let (center, r) = page.node(side, index);
    let (sector, works) = (institution.sector(), shown_works(page.content, id));
    let kind = form(sector);
    let color = theme.sector(sector);
    let mut marks = vec![shape(kind, center, r, Paint::fill(color))];
    let number = wording::count(works);
    if r >= NUMBER_FROM && reserved_width(&number, roles.number, Weight::Bold) <= 2.0 * r {
        let at = Point::new(center.x, center.y + BASELINE_OFFSET * roles.number);
        marks.push(TextLine::new(number, at, roles.number, theme.on_sector).bold().anchored(TextAnchor::Middle).into());
    }
    let label = &page.fit.labels[side][index];
    let widest = page.outer[side].iter().map(|&other| half_width_of(page, side, other)).fold(0.0, f64::max);
    let (x, anchor) = if side == 0 {
        (center.x - widest - LABEL_GAP, TextAnchor::End)
    } else {
        (center.x + widest + LABEL_GAP, TextAnchor::Start)
    };
    let top = center.y - label.size(&roles).1 / 2.0;
    marks.extend(label.texts(x, top, anchor, &roles, theme).into_iter().map(Mark::Text));
    let mut data = vec![("id", institution.id.clone()), ("kind", "institution".to_owned())];
    data.extend(sector.map(|sector| ("sector", sector.key().to_owned())));
    data.extend(institution.country().map(|country| ("country", country.code().to_owned())));
    let all = page.corpus.works_of(id).len();
    data.push(("models", all.to_string()));
    let kind_of_works = page.options.kind(page.corpus);
    let works_text = if works == all {
        message!("figures-works", shown = all, kind = kind_of_works)
    } else {
        message!("figures-works-shown-of", shown = works, all = all, kind = kind_of_works)
    };
    let works_text = Localizer::for_figures(language).render(&works_text);
    MarkGroup {
        id: Some(format!("n-{}", institution.id)),
        class: "node institution".to_owned(),
        data,
        title: Some(format!("{}: {works_text}", label.full)),
        role: MarkRole::Node(Box::new(NodeMark {
            key: institution.id.clone(),
            label: match &label.second {
                Some(second) => format!("{}\n{second}", label.first),
                None => label.first.clone(),
            },
            shape: kind,
            outline: outline(kind, center, r),
            color,
        })),
        marks,
    }
}

fn half_width_of(page: &BipartitePage<'_>, side: usize, index: usize) -> f64 {
    half_width(form(page.corpus.institution(page.side(side)[index]).sector()), page.node(side, index).1)
}
