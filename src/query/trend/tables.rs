//! A trend as data: the record, a table for machines and one for readers.

use crate::answer::number::Real;
use crate::answer::table::Cell;
use crate::answer::table::Column;
use crate::answer::table::Table;
use crate::message;
use crate::query::trend::{Group, Record, Row, Trend, TrendGrouping, TrendValue};

impl Trend<'_, '_, '_> {
    pub(super) fn record(&self) -> Record {
        let corpus = self.localized.context.corpus;
        let mut rows = Vec::new();
        for (at, group) in self.shown.iter().enumerate() {
            let (key, name) =
                (self.key(group), self.localized.texts([message!("trend-name", name = self.named(group))]));
            let years = self.years(at).into_iter().map(|(year, value)| (Some(year), value));
            let name = name.concat();
            rows.extend(years.chain(self.undated(at).map(|value| (None, value))).map(|(year, value)| Row {
                year,
                group: key.clone(),
                name: name.clone(),
                works: value.works,
                value: value.value.map(Real),
            }));
        }
        Record {
            by: self.options.by.map(TrendGrouping::key),
            measure: self.options.measure.key(),
            cumulative: self.options.is_cumulative,
            of: self.options.of.iter().map(|&id| corpus.institution(id).id.clone()).collect(),
            rows,
            groups: self.groups,
            undated: self.undated_count(),
            ungrouped: self.ungrouped,
            citations_as_of: self.citations_as_of().map(|date| date.to_string()),
            notices: self.localized.context.notices,
        }
    }

    /// A row a year and group, for machines.
    pub(super) fn long_table(&self) -> Table {
        let record = self.record();
        let keys = ["year", "group", "name", "works", "value"];
        let kind = |column: Column| match column.key.as_str() {
            "year" | "works" => column.integer(),
            "value" => column.real(),
            _ => column,
        };
        let columns = keys.map(|key| kind(Column::for_machines(key))).to_vec();
        let row = |row: &Row| {
            vec![
                row.year.map_or(Cell::Empty, |year| Cell::Count(year.into())),
                Cell::text(&row.group),
                Cell::text(&row.name),
                Cell::Count(row.works as u64),
                row.value.map_or(Cell::Empty, |value| Cell::Real(value.0)),
            ]
        };
        Table { name: "trend".to_owned(), caption: String::new(), columns, rows: record.rows.iter().map(row).collect() }
    }

    /// A row a year, a column a group, for readers.
    pub(super) fn wide_table(&self) -> Table {
        let localized = &self.localized;
        let name = |group: &Group| match group {
            Group::All => localized.text(self.measure()),
            group => localized.text(message!("trend-name", name = self.named(group))),
        };
        let mut columns = vec![localized.column("year", message!("timeline-year"))];
        columns.extend(self.shown.iter().map(|group| Column::new(&self.key(group), name(group)).real()));
        let cell = |value: Option<f64>| value.map_or(Cell::Empty, Cell::Real);
        let series: Vec<Vec<(u16, TrendValue)>> = (0..self.shown.len()).map(|at| self.years(at)).collect();
        let count = series.first().map_or(0, Vec::len);
        let mut rows: Vec<Vec<Cell>> = (0..count)
            .map(|at| {
                let year = Cell::text(series[0][at].0.to_string());
                std::iter::once(year).chain(series.iter().map(|one| cell(one[at].1.value))).collect()
            })
            .collect();
        let undated: Vec<Option<TrendValue>> = (0..self.shown.len()).map(|at| self.undated(at)).collect();
        if undated.iter().any(Option::is_some) {
            let label = Cell::text(localized.text(message!("timeline-undated-row")));
            let values = undated.into_iter().map(|value| value.map_or(Cell::Empty, |value| cell(value.value)));
            rows.push(std::iter::once(label).chain(values).collect());
        }
        let caption = match self.options.is_cumulative {
            true => message!("trend-caption-cumulative", measure = self.measure()),
            false => message!("trend-caption", measure = self.measure()),
        };
        Table { name: "years".to_owned(), caption: localized.text(caption), columns, rows }
    }
}
