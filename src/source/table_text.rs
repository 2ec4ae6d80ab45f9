//! The text of a table that is no text where it stands: a row a line, cells between [`DELIMITER`]s, which no header holds.

/// What parts the cells of a row: the unit separator of ASCII.
pub(crate) const DELIMITER: u8 = 0x1F;
/// What stands for a line break within a cell.
pub(crate) const LINE_BREAK: char = '\u{2028}';

/// What stands before each item of a list in a cell that holds one: the record separator of ASCII, the same as
/// `normalize::list_literals` knows.
pub(crate) const LIST_MARK: char = '\u{1E}';

/// Adds a cell: quoted where a reader could take it for more than one, without line breaks.
pub(crate) fn push_cell(text: &mut String, value: &str) {
    let is_quoted = value.contains(['"', ',', ';', '|', '\t', char::from(DELIMITER)])
        || value.starts_with(['{', '[', '<', '#', '%', '@', '*']);
    if is_quoted {
        text.push('"');
    }
    let mut letters = value.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' | '\n' => text.push(LINE_BREAK),
            '"' => text.push_str("\"\""),
            other => text.push(other),
        }
    }
    if is_quoted {
        text.push('"');
    }
}

/// Adds a row with its line end.
pub(crate) fn push_row<T: AsRef<str>>(text: &mut String, cells: impl IntoIterator<Item = T>) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            text.push(char::from(DELIMITER));
        }
        push_cell(text, cell.as_ref());
    }
    text.push('\n');
}

/// A list of texts as one cell.
pub(crate) fn list_cell<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    let mut cell = String::new();
    for item in items {
        cell.push(LIST_MARK);
        cell.push_str(item.as_ref());
    }
    cell
}
