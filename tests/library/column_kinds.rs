//! Every cell is of the kind that its column states, whatever the data are.

use collabgraph::answer::table::{Cell, Column, ColumnKind, Table};
use collabgraph::answer::typed::TypedValue;
use collabgraph::answer::{Answer, language::Language};
use collabgraph::ingest::claims;
use collabgraph::query::context::QueryContext;
use collabgraph::query::{check, diff, evidence, statistics, work_institutions};

use crate::statements;

/// Columns whose cells are values of several kinds: facts of a work, and what statements are about.
const MIXED: [(&str, &str); 3] = [("facts", "value"), ("claims", "expected"), ("claims", "found")];

fn check_cell(told: &str, table: &Table, column: &Column, cell: &Cell) {
    let value = column.value(cell);
    let told = format!("{told}: {} {} {cell:?}", table.name, column.key);
    let has_none = value == TypedValue::None;
    // A code instead of a number or date says why there is none.
    let may_be_none = matches!(cell, Cell::Empty | Cell::Coded { .. }) || matches!(cell, Cell::Real(x) if x.is_nan());
    match column.kind {
        ColumnKind::Text => {
            let is_mixed = MIXED.contains(&(table.name.as_str(), column.key.as_str()));
            let is_text = matches!(cell, Cell::Empty | Cell::Text(_) | Cell::Coded { .. } | Cell::Link { .. });
            assert!(is_text || is_mixed, "{told}");
        }
        ColumnKind::Url => assert!(has_none || matches!(cell, Cell::Text(_) | Cell::Link { .. }), "{told}"),
        ColumnKind::Share => match value {
            TypedValue::Real(share) => assert!((0.0..=1.0).contains(&share), "{told}"),
            _ => assert!(has_none && may_be_none, "{told}"),
        },
        ColumnKind::List => assert!(has_none == (*cell == Cell::Empty) && !cell.is_number(), "{told}"),
        ColumnKind::Integer => assert!(matches!(value, TypedValue::Integer(_)) || may_be_none, "{told}"),
        ColumnKind::Real => assert!(matches!(value, TypedValue::Real(_)) || may_be_none, "{told}"),
        ColumnKind::Date => assert!(matches!(value, TypedValue::Date(_)) || may_be_none, "{told}"),
        ColumnKind::Year => assert!(matches!(value, TypedValue::Integer(1..=9999)) || may_be_none, "{told}"),
    }
}

fn check_answer(told: &str, answer: &Answer) {
    for table in &answer.tables {
        for (at, column) in table.columns.iter().enumerate() {
            for row in &table.rows {
                check_cell(told, table, column, &row[at]);
            }
        }
    }
}

#[test]
fn cells_are_of_the_kind_of_their_column_in_every_answer() {
    for (name, whole) in statements::data() {
        for (filter_name, filter) in statements::filters() {
            if name == "epoch" && filter_name != "KR" {
                continue;
            }
            let corpus = whole.filtered(&filter);
            let context = QueryContext::new(&corpus).with_filter(filter.clone(), &whole);
            let told = format!("{name}, {filter_name}");
            for (question, _, answer) in statements::questions(&context) {
                check_answer(&format!("{told}, {question}"), &answer);
                let traced = evidence::attach(&context, answer, Language::English);
                check_answer(&format!("{told}, {question} with evidence"), &traced);
            }
            check_answer(&format!("{told}, statistics"), &statistics::ask(&context, Language::English));
            if let Some(work) = corpus.work_ids().next() {
                let answer = work_institutions::ask(&context, work, Language::Korean);
                check_answer(&format!("{told}, who of a work"), &answer);
            }
            let before = QueryContext::new(&whole);
            let changes = diff::ask(&before, &context, &diff::Options::default(), Language::English);
            check_answer(&format!("{told}, diff"), &changes);
            check_answer(
                &format!("{told}, check"),
                &check::ask(&context, &claims::korea().unwrap(), Language::English),
            );
        }
    }
}
