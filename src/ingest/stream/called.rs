//! Names as they are written, compared with names that are asked for, without a text for each.

use crate::corpus::naming::{fold, is_plain};

/// Names that are asked for.
#[derive(Clone, Debug)]
pub(crate) struct Called {
    folded: Vec<String>,
}

impl Called {
    /// `None` when one of the names has no letters.
    pub(crate) fn new(names: &[&str]) -> Option<Self> {
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        (!folded.iter().any(String::is_empty)).then_some(Self { folded })
    }

    /// They, folded.
    pub(crate) fn folded(&self) -> &[String] {
        &self.folded
    }

    /// Whether what is written here is one of them. `scratch` is room for its folded form.
    pub(crate) fn is(&self, written: &[u8], scratch: &mut Vec<u8>) -> bool {
        // Most names begin with another letter.
        let first = written.iter().copied().find(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
        let begins = |name: &String| match (first, name.as_bytes().first()) {
            (Some(one), Some(&other)) => !one.is_ascii() || !other.is_ascii() || one.to_ascii_lowercase() == other,
            _ => false,
        };
        if !self.folded.iter().any(begins) {
            return false;
        }
        fold_into(written, scratch);
        self.folded.iter().any(|name| name.as_bytes() == &scratch[..])
    }
}

/// What becomes of each ASCII byte: letters in lower case and digits stay, 0 stands for all others.
const FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

/// [`fold`] of a cell as it is written, into a buffer; its quotes are no letters.
pub(crate) fn fold_into(cell: &[u8], folded: &mut Vec<u8>) {
    folded.clear();
    if cell.is_ascii() {
        // Every byte is written, and only those that count move the end: no branch to guess wrong.
        folded.resize(cell.len(), 0);
        let mut end = 0;
        for &byte in cell {
            let letter = FOLDED[usize::from(byte)];
            folded[end] = letter;
            end += usize::from(letter != 0);
        }
        folded.truncate(end);
        return;
    }
    let text = String::from_utf8_lossy(cell);
    if is_plain(&text) {
        let letters = text.bytes().filter(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric());
        folded.extend(letters.map(|byte| byte.to_ascii_lowercase()));
    } else {
        folded.extend_from_slice(fold(&text).as_bytes());
    }
}
