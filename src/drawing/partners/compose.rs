//! Composition of the view of partners: columns of rows that fit the page.

use crate::answer::figure::{Error, Figure};
use crate::answer::mark::Mark;
use crate::corpus::institution::InstitutionId;
use crate::drawing::actor::Style;
use crate::drawing::frame::{self, Options};
use crate::drawing::names::Length;
use crate::drawing::partners::captions;
use crate::drawing::partners::content::{PartnersContent, PartnersOptions};
use crate::drawing::partners::paint::{Column, PartnersPainter};
use crate::drawing::row_label::{self, Languages, RowLabel};
use crate::drawing::theme::NARROW_BELOW_MM;
use crate::drawing::time_axis::TimeAxis;
use crate::network::graph::Network;
use crate::typography::Weight;

/// Pitch of the rows in points, at full width and in one column.
const ROW_PITCH: (f64, f64) = (12.2, 11.2);
/// Largest number of rows in a single column of a wide figure.
const MAX_SINGLE: usize = 20;
/// Largest number of rows in a column, at full width and in one column: what fits a page.
const MAX_ROWS: (usize, usize) = (46, 50);
/// Gap between two columns, in points.
const COLUMN_GAP: f64 = 20.0;
/// Largest share of a column's width for names.
const MAX_NAMES_SHARE: f64 = 0.47;
/// Height of the axis labels and the institution's own row, in points.
const HEAD: f64 = 13.0;

/// Partners of an institution in a one-mode network: a row each, sorted by number of joint works, then by the latest; a
/// mark a joint work, in the form and colour of the partner's sector, at its date. Works of one row that would overlap
/// are moved apart; where a year has too many, one mark stands for all of its works, with their number. Ties without
/// works have a bar as long as their weight.
///
/// # Errors
///
/// When the marks do not form a valid figure; see [`Figure::new`].
pub fn compose(
    network: &Network<'_>,
    center: InstitutionId,
    partners: PartnersOptions,
    options: &Options,
) -> Result<Figure, Error> {
    let corpus = network.corpus();
    let (theme, roles) = (options.theme(), options.roles());
    let style = Style { theme, roles: &roles, language: options.language, kind: options.kind(corpus) };
    let wide = options.width() >= NARROW_BELOW_MM;
    let (pitch, capacity) = if wide { (ROW_PITCH.0, 2 * MAX_ROWS.0) } else { (ROW_PITCH.1, MAX_ROWS.1) };
    let content =
        PartnersContent::of(network, center, partners.min_weight, partners.top.unwrap_or(usize::MAX).min(capacity));
    let columns = if wide && content.rows.len() > MAX_SINGLE { 2 } else { 1 };
    let per_column = content.rows.len().div_ceil(columns);

    let width = (options.inner_width() - COLUMN_GAP * (columns as f64 - 1.0)) / columns as f64;
    let (own, mut labels) = labels(network, &content, wide && columns == 1, style);
    let numbers = captions::number_width(&content, style);
    let mut all: Vec<RowLabel> = labels.clone();
    all.push(own.clone());
    let names = row_label::fit_column(&mut all, width * MAX_NAMES_SHARE, style);
    labels.iter_mut().for_each(|label| label.fit(width * MAX_NAMES_SHARE, style));
    let mut own = own;
    own.fit(width * MAX_NAMES_SHARE, style);
    let left = names + numbers + 12.0;
    let works = content.rows.iter().flat_map(|row| row.works.iter().copied());
    let axis = TimeAxis::of(corpus, works, left, width - 7.0, style);

    let headline = captions::headline(network, center, partners.min_weight, style.kind);
    let headline = headline.filter(|_| content.excluded == 0);
    let mut words = captions::words(network, &content, partners, style).headed(headline, options);
    let (mut marks, header) = frame::header(&words, options);
    let top = header + HEAD;
    let painter = PartnersPainter { network, content: &content, axis: &axis, style, names, pitch, top };
    marks.push(Mark::from(painter.center(&own)));
    let mut is_merged = false;
    for column in 0..columns {
        let rows = column * per_column..((column + 1) * per_column).min(content.rows.len());
        let place = Column { left: (width + COLUMN_GAP) * column as f64, width, rows };
        let (column_marks, merged) = painter.column(&place, &labels);
        marks.extend(column_marks);
        is_merged |= merged;
    }
    let bottom = top + pitch * per_column.max(1) as f64 + 7.0;
    words.extend_notes(frame::truncation_note(&marks));
    words.drawn_institutions = frame::institutions_in(&marks);
    let legend = captions::legend(network, &content, is_merged, style);
    let (footer, bottom) = frame::footer(corpus, &mut words, &legend, bottom, options);
    marks.extend(footer);
    frame::figure(&words, marks, bottom, options)
}

/// Labels of the institution and of its partners; those of a single joint work are regular where others have more.
fn labels(
    network: &Network<'_>,
    content: &PartnersContent,
    is_roomy: bool,
    style: Style<'_>,
) -> (RowLabel, Vec<RowLabel>) {
    let lines = if is_roomy { Languages::Both } else { Languages::First };
    let length = if is_roomy { Length::Long } else { Length::Short };
    let label = |id: InstitutionId| RowLabel::new(&network.corpus().institution(id).names, length, lines, style);
    let repeats = content.rows.iter().any(|row| row.works.len() > 1);
    let row = |row: &super::content::PartnerRow| {
        let weight = if repeats && row.works.len() == 1 { Weight::Regular } else { Weight::Bold };
        label(row.id).weighted(weight)
    };
    (label(content.center), content.rows.iter().map(row).collect())
}
