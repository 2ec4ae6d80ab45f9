//! Cells as values of the type of their column, for formats that have types: sheets, Arrow.

use std::borrow::Cow;

use crate::answer::number::stable;
use crate::answer::table::{Cell, Column, ColumnKind};
pub use crate::corpus::date::Date;

/// A value of the type of its column.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedValue<'c> {
    /// Not known, not applicable, or a reason why there is no value.
    None,
    /// A text, the code of a localised one, or the address of a page.
    Text(Cow<'c, str>),
    /// A whole number.
    Integer(i64),
    /// A finite real number, or a share.
    Real(f64),
    /// A date.
    Date(Date),
    /// Texts.
    List(Cow<'c, [String]>),
}

impl Column {
    /// A cell of this column as a value of the column's kind. O(length of the cell).
    #[must_use]
    pub fn value<'c>(&self, cell: &'c Cell) -> TypedValue<'c> {
        if *cell == Cell::Empty {
            return TypedValue::None;
        }
        let found = match self.kind {
            ColumnKind::Text | ColumnKind::Url => Some(TypedValue::Text(text(cell))),
            ColumnKind::List => match cell {
                Cell::List(texts) => Some(TypedValue::List(Cow::Borrowed(texts))),
                _ => Some(TypedValue::List(Cow::Owned(vec![text(cell).into_owned()]))),
            },
            ColumnKind::Integer => integer(cell).map(TypedValue::Integer),
            ColumnKind::Real | ColumnKind::Share => real(cell).map(TypedValue::Real),
            ColumnKind::Date => Date::parse_iso(&text(cell)).map(TypedValue::Date),
            ColumnKind::Year => {
                Date::parse_iso(&text(cell)).map(|date| TypedValue::Integer(i64::from(date.year_number())))
            }
        };
        found.unwrap_or(TypedValue::None)
    }
}

/// The cell as text for machines: codes, not what readers see.
pub(crate) fn text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) | Cell::Link { text, .. } => Cow::Borrowed(text),
        Cell::Coded { code, .. } => Cow::Borrowed(code),
        Cell::Count(count) => Cow::Owned(count.to_string()),
        Cell::Change(change) => Cow::Owned(change.to_string()),
        Cell::Real(value) if value.is_finite() => Cow::Owned(stable(*value).to_string()),
        Cell::Real(_) => Cow::Borrowed(""),
        Cell::List(texts) => Cow::Owned(texts.join("; ")),
    }
}

fn integer(cell: &Cell) -> Option<i64> {
    match cell {
        Cell::Count(count) => i64::try_from(*count).ok(),
        Cell::Change(change) => Some(*change),
        Cell::Text(text) => text.parse().ok(),
        _ => None,
    }
}

fn real(cell: &Cell) -> Option<f64> {
    let value = match cell {
        Cell::Count(count) => Some(*count as f64),
        Cell::Change(change) => Some(*change as f64),
        Cell::Real(value) => Some(stable(*value)),
        // A share is a text in per cent for readers; its code is the number.
        Cell::Coded { code, .. } => code.parse().ok(),
        _ => None,
    };
    value.filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_read_as_its_column_says() {
        let column = || Column::for_machines("c");
        let value = |column: Column, cell: Cell| format!("{:?}", column.value(&cell));
        assert_eq!(value(column().integer(), Cell::Count(7)), "Integer(7)");
        assert_eq!(value(column().integer(), Cell::text("7")), "Integer(7)");
        assert_eq!(value(column().real(), Cell::Count(7)), "Real(7.0)");
        assert_eq!(value(column().real(), Cell::Real(f64::NAN)), "None");
        assert_eq!(value(column().share(), Cell::coded("52.9%", "0.529")), "Real(0.529)");
        assert_eq!(value(column().integer(), Cell::coded("n/a", "")), "None");
        assert_eq!(value(column().year(), Cell::text("2021")), "Integer(2021)");
        assert_eq!(value(column().year(), Cell::coded("No date", "undated")), "None");
        assert_eq!(
            column().date().value(&Cell::text("2022-11")),
            TypedValue::Date(Date::month(2022, 11).unwrap_or_else(|| unreachable!()))
        );
        assert_eq!(value(column(), Cell::coded("South Korea", "KR")), "Text(\"KR\")");
        assert_eq!(value(column().list(), Cell::text("a tie alone")), "List([\"a tie alone\"])");
        assert_eq!(value(column(), Cell::list(vec!["a".into(), "b".into()])), "Text(\"a; b\")");
        assert_eq!(value(column().list(), Cell::Empty), "None");
    }
}
