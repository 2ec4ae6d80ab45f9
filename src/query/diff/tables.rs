//! Tables of a comparison.

use crate::answer::table::{Cell, Column, Table};
use crate::corpus::institution::InstitutionId;
use crate::corpus::work::WorkId;
use crate::message;
use crate::messages::Message;
use crate::query::diff::changes::{ChangeReason, CountChange, TieChange, WorkChange};
use crate::query::diff::{Diff, Kind};
use crate::query::localized::LocalizedContext;
use crate::query::ranking;
use crate::query::require_works;

impl Diff<'_, '_, '_> {
    pub(super) fn tables(&self, top: Option<usize>) -> Vec<Table> {
        let mut tables = vec![self.ties_table(), self.works_table(), self.counts_table(), self.renamed_table()];
        tables.iter_mut().for_each(|table| table.rows.truncate(top.unwrap_or(usize::MAX)));
        tables.insert(0, combined_table(&tables));
        tables
    }

    /// Notes on truncated tables.
    pub(super) fn truncation_notes(&self, top: Option<usize>) -> Vec<Message> {
        let top = top.unwrap_or(usize::MAX);
        let works = self.new_works.len() + self.gone_works.len() + self.changed_works.len();
        let lists = [
            (self.ties.len(), "tie"),
            (works, self.new.kind().key()),
            (self.counts.len(), "actor"),
            (self.renamed.len(), "actor"),
        ];
        lists.into_iter().filter_map(|(all, what)| ranking::truncation_note(top.min(all), all, what)).collect()
    }

    fn ties_table(&self) -> Table {
        let localized = &self.new;
        let columns = vec![
            localized.column("change", message!("diff-change-heading")),
            localized.column("a", message!("answers-institution")),
            localized.column("b", message!("answers-partner")),
            Column::for_machines("a_id"),
            Column::for_machines("b_id"),
            localized.column("old", message!("diff-before")).real(),
            localized.column("new", message!("diff-now")).real(),
            localized.column("why", message!("diff-why")).list(),
        ];
        let row = |one: &TieChange| {
            let name = |id: InstitutionId| if one.of_old { self.old.name(id) } else { localized.name(id) };
            let corpus = if one.of_old { self.changes.old.corpus } else { self.changes.new.corpus };
            let key = |id: InstitutionId| Cell::text(&corpus.institution(id).id);
            let mut why = self.why(&one.added, &one.removed);
            if why.is_empty() {
                let has_no_works =
                    require_works::has_no_works(self.changes.old) && require_works::has_no_works(self.changes.new);
                why.push(if has_no_works {
                    localized.text(message!("diff-explicit"))
                } else {
                    localized.text(message!("diff-team-size"))
                });
            }
            vec![
                change_cell(localized, Kind::of(one).key()),
                Cell::text(name(one.ends.0)),
                Cell::text(name(one.ends.1)),
                key(one.ends.0),
                key(one.ends.1),
                Cell::Real(one.old),
                Cell::Real(one.new),
                Cell::list(why),
            ]
        };
        let rows = Kind::ALL.into_iter().flat_map(|kind| self.ties_of(kind)).map(row).collect();
        Table { name: "ties".to_owned(), caption: localized.text(message!("diff-ties-caption")), columns, rows }
    }

    /// Reasons in the form `+ work (new)`, `− work (gone)`.
    fn why(&self, added: &[WorkChange], removed: &[WorkChange]) -> Vec<String> {
        let describe = |localized: &LocalizedContext<'_, '_>, sign: &str, is_gone: bool, &(work, why): &WorkChange| {
            let reason = match (why, is_gone) {
                (ChangeReason::Work, false) => message!("diff-reason-new"),
                (ChangeReason::Work, true) => message!("diff-reason-gone"),
                (ChangeReason::Institution, false) => message!("diff-reason-institution-added"),
                (ChangeReason::Institution, true) => message!("diff-reason-institution-removed"),
                (ChangeReason::Merged, _) => message!("diff-reason-merged"),
                (ChangeReason::Cap, _) => message!("diff-reason-cap"),
                (ChangeReason::Filter, false) => message!("diff-reason-filter-before"),
                (ChangeReason::Filter, true) => message!("diff-reason-filter-now"),
            };
            let work = localized.context.corpus.work_name(work);
            localized.text(message!("diff-cause", sign = sign, work = work, reason = reason))
        };
        let added = added.iter().map(|one| describe(&self.new, "+", false, one));
        added.chain(removed.iter().map(|one| describe(&self.old, "−", true, one))).collect()
    }

    fn works_table(&self) -> Table {
        let localized = &self.new;
        let columns = vec![
            localized.column("change", message!("diff-change-heading")),
            localized.column("work", message!("answers-work", kind = localized.kind())),
            Column::for_machines("id"),
            localized.column("what", message!("diff-content")).list(),
        ];
        let row = |localized: &LocalizedContext<'_, '_>, change: &str, work: WorkId, what: Vec<String>| {
            let corpus = localized.context.corpus;
            vec![
                change_cell(localized, change),
                Cell::text(localized.work(work)),
                Cell::text(corpus.work_key(work)),
                Cell::list(what),
            ]
        };
        let team = |localized: &LocalizedContext<'_, '_>, work: WorkId| {
            localized.context.corpus.institutions_of(work).iter().map(|&id| localized.name(id)).collect::<Vec<_>>()
        };
        let mut rows = Vec::new();
        let [left_filter, entered_filter] = &self.changes.filter_dependent;
        for &work in &self.new_works {
            let mut what = team(&self.new, work);
            if entered_filter.contains(&work) {
                what.push(localized.text(message!("diff-filter-before")));
            }
            rows.push(row(&self.new, "new", work, what));
        }
        for &work in &self.gone_works {
            let mut what = team(&self.old, work);
            if left_filter.contains(&work) {
                what.push(localized.text(message!("diff-filter-now")));
            }
            rows.push(row(&self.old, "gone", work, what));
        }
        for &(before, now) in &self.changed_works {
            let pair = (before, now);
            let is_only_renamed = self.changes.is_renamed(pair) && !self.changes.differs_beyond_name(pair);
            let change = if is_only_renamed { "renamed" } else { "changed" };
            rows.push(row(&self.new, change, now, self.differences(before, now)));
        }
        Table {
            name: "works".to_owned(),
            caption: localized.text(message!("diff-works-caption", kind = localized.kind())),
            columns,
            rows,
        }
    }

    /// Differences in name, date and institutions.
    fn differences(&self, before: WorkId, now: WorkId) -> Vec<String> {
        let (old, new, localized) = (self.changes.old.corpus, self.changes.new.corpus, &self.new);
        let mut differences = Vec::new();
        if old.work_name(before) != new.work_name(now) {
            differences.push(format!("{} → {}", old.work_name(before), new.work_name(now)));
        }
        if old.date(before) != new.date(now) {
            let day =
                |date: Option<crate::corpus::date::Date>| date.map_or_else(|| "–".to_owned(), |date| date.to_string());
            differences.push(format!("{} → {}", day(old.date(before)), day(new.date(now))));
        }
        let team = self.changes.matching.team(old, before);
        for &id in new.institutions_of(now).iter().filter(|id| !team.contains(id)) {
            differences.push(format!("+ {}", localized.name(id)));
        }
        for &id in old.institutions_of(before) {
            let still = self.changes.matching.institution(id).is_some_and(|id| new.institutions_of(now).contains(&id));
            if !still {
                differences.push(format!("− {}", self.old.name(id)));
            }
        }
        differences
    }

    fn counts_table(&self) -> Table {
        let localized = &self.new;
        let columns = vec![
            localized.column("institution", message!("answers-institution")),
            Column::for_machines("id"),
            localized.column("old", message!("diff-before")).integer(),
            localized.column("new", message!("diff-now")).integer(),
            localized.column("why", message!("diff-why")).list(),
        ];
        let row = |one: &CountChange| {
            vec![
                Cell::text(self.name_of(one)),
                Cell::text(&self.corpus_of(one).institution(one.id).id),
                Cell::Count(one.old as u64),
                Cell::Count(one.new as u64),
                Cell::list(self.why(&one.added, &one.removed)),
            ]
        };
        let caption = localized.text(message!("diff-counts-caption", kind = localized.kind()));
        Table { name: "counts".to_owned(), caption, columns, rows: self.counts.iter().map(row).collect() }
    }

    fn renamed_table(&self) -> Table {
        let localized = &self.new;
        let columns = vec![
            localized.column("old", message!("diff-before")),
            localized.column("new", message!("diff-now")),
            Column::for_machines("old_id"),
            Column::for_machines("new_id"),
            localized.column("how", message!("diff-known-by")),
        ];
        let (old, new) = (self.changes.old.corpus, self.changes.new.corpus);
        let rows = self.renamed.iter().map(|one| {
            vec![
                Cell::text(self.names_of(one)[0].clone()),
                Cell::text(self.names_of(one)[1].clone()),
                Cell::text(&old.institution(one.old).id),
                Cell::text(&new.institution(one.new).id),
                Cell::coded(localized.text(message!("diff-matched-by", how = one.how.key())), one.how.key()),
            ]
        });
        let caption = localized.text(message!("diff-renamed-caption"));
        Table { name: "renamed".to_owned(), caption, columns, rows: rows.collect() }
    }
}

/// Localised cell of a kind of change.
fn change_cell(localized: &LocalizedContext<'_, '_>, change: &str) -> Cell {
    Cell::coded(localized.text(message!("diff-change", change = change)), change)
}

/// All changes in one machine-only table; readers have a table of each kind.
fn combined_table(tables: &[Table]) -> Table {
    let [change, a, b, a_id, b_id, kind] = ["change", "a", "b", "a_id", "b_id", "kind"].map(Column::for_machines);
    let [old, new] = ["old", "new"].map(|key| Column::for_machines(key).real());
    let columns = vec![change, a, b, a_id, b_id, old, new, Column::for_machines("why").list(), kind];
    let mut rows = Vec::new();
    for table in tables {
        let cell = |row: &[Cell], key: &str| {
            let at = table.columns.iter().position(|column| column.key == key);
            at.and_then(|at| row.get(at)).cloned().unwrap_or(Cell::Empty)
        };
        // Source column of each cell; empty: no value.
        let (kind, from) = match table.name.as_str() {
            "ties" => ("tie", ["change", "a", "b", "a_id", "b_id", "old", "new", "why"]),
            "works" => ("work", ["change", "work", "", "id", "", "", "", "what"]),
            "counts" => ("institution", ["", "institution", "", "id", "", "old", "new", "why"]),
            _ => ("renamed", ["", "old", "new", "old_id", "new_id", "", "", "how"]),
        };
        for row in &table.rows {
            let mut cells: Vec<Cell> = from.iter().map(|key| cell(row, key)).collect();
            cells.push(Cell::text(kind));
            rows.push(cells);
        }
    }
    Table { name: "changes".to_owned(), caption: String::new(), columns, rows }
}
