//! Filters as SQL: which works are kept, by their dates and by their institutions.

use crate::corpus::date::Date;
use crate::corpus::filter::{Filter, Only};
use crate::corpus::institution::Sector;
use crate::sink::sql::dialect::SqlDialect;

/// Whether a filter asks for countries or sectors of institutions.
pub(super) fn asks_attributes(filter: &Filter) -> bool {
    filter.is_of_attributes() || filter.only.iter().any(|&only| only != Only::Joint)
}

/// A period of time. Dates are texts `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, also with a time behind; a month or year is kept that
/// reaches into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DateWindow {
    since: Option<Date>,
    until: Option<Date>,
}

/// A row with its date as it is written, without blanks; `NULL` where there is none.
const WRITTEN: &str = "SELECT work, NULLIF(TRIM(date), '') AS written FROM collab_works";
/// Whether that is a date that is read.
const IS_READ: &str = "TRANSLATE(SUBSTR(written, 1, 10), '123456789', '000000000') IN ('0000', '0000-00', '0000-00-00')\n    \
     AND SUBSTR(written, 11, 1) IN ('', ' ', 'T')\n    \
     AND (LENGTH(written) < 6 OR SUBSTR(written, 6, 2) BETWEEN '01' AND '12')\n    \
     AND (LENGTH(written) < 9 OR SUBSTR(written, 9, 2) BETWEEN '01' AND '31')";

impl DateWindow {
    /// The period of a filter, if it asks for one.
    pub(super) fn of(filter: &Filter) -> Option<Self> {
        let (since, until) = (filter.since.map(Date::earliest), filter.until.map(Date::latest));
        (since.is_some() || until.is_some()).then_some(Self { since, until })
    }

    /// `collab_dates(work, date, unread, differs)`: of each work its date, how many rows have one that is not read, and 1
    /// where they contradict each other.
    pub(super) fn dates(self) -> String {
        let some = |length: usize| {
            format!("COUNT(DISTINCT CASE WHEN LENGTH(day) >= {length} THEN SUBSTR(day, 1, {length}) END) > 1")
        };
        format!(
            "SELECT work, MAX(day) AS date, COUNT(written) - COUNT(day) AS unread,\n  \
             CASE WHEN {} OR {} OR {} THEN 1 ELSE 0 END AS differs\nFROM (\n  \
             SELECT work, written, CASE WHEN {IS_READ}\n    THEN SUBSTR(written, 1, 10) END AS day\n  FROM ({WRITTEN}) w\n) d\n\
             GROUP BY work",
            some(4),
            some(7),
            some(10)
        )
    }

    /// `collab_period(work)`: works whose date reaches into it.
    pub(super) fn works(self) -> String {
        // A month is compared by year and month, a year by the year.
        let bound =
            |sign: &str, day: Option<Date>| day.map(|day| format!("date {sign} SUBSTR('{day}', 1, LENGTH(date))"));
        let bounds: Vec<String> = bound(">=", self.since).into_iter().chain(bound("<=", self.until)).collect();
        format!("SELECT work\nFROM collab_dates\nWHERE {}", bounds.join(" AND "))
    }

    /// Counts of what has no part in it for its date.
    pub(super) fn counts(self) -> String {
        "SELECT COUNT(*) - COUNT(date) AS undated, SUM(unread) AS unread, SUM(differs) AS differs\nFROM collab_dates"
            .to_owned()
    }
}

/// What is asked of the institutions of a work: conditions that must all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TeamFilter(Vec<String>);

impl TeamFilter {
    /// What a filter asks of institutions, if it does.
    pub(super) fn of(filter: &Filter, dialect: SqlDialect) -> Option<Self> {
        let any = |condition: String| format!("MAX(CASE WHEN {condition} THEN 1 ELSE 0 END) = 1");
        let has = |column: &str, word: &str| format!("n.{column} LIKE {}", dialect.literal(&format!("%;{word};%")));
        let country = |code: &str| has("countries", code);
        let main = |sector: Sector| any(format!("n.sector = {}", dialect.literal(sector.key())));
        let mut conditions = Vec::new();
        let mut one_of = |alternatives: Vec<String>| {
            if !alternatives.is_empty() {
                conditions.push(any(alternatives.join(" OR ")));
            }
        };
        one_of(filter.countries.iter().map(|one| country(one.code())).collect());
        filter.all_countries.iter().for_each(|one| one_of(vec![country(one.code())]));
        one_of(filter.sectors.iter().map(|sector| has("sectors", sector.key())).collect());
        one_of(filter.institutions.iter().map(|key| format!("n.key = {}", dialect.literal(key))).collect());
        for only in &filter.only {
            conditions.push(match only {
                Only::Joint => "COUNT(*) > 1".to_owned(),
                Only::International => "COUNT(DISTINCT NULLIF(n.country, '')) > 1".to_owned(),
                Only::IndustryUniversity => format!("{} AND {}", main(Sector::Education), main(Sector::Company)),
            });
        }
        (!conditions.is_empty()).then_some(Self(conditions))
    }

    /// `collab_kept(work)`: works whose institutions meet all of it.
    pub(super) fn works(&self) -> String {
        format!(
            "SELECT i.work\nFROM collab_named i\nJOIN collab_institutions n ON i.id = n.id\nGROUP BY i.work\nHAVING {}",
            self.0.join("\n  AND ")
        )
    }
}
