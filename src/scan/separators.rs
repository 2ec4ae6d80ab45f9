//! Where quotes, delimiters and line ends stand among 64 bytes: a bit for each byte, sixteen bytes compared at once. Cells
//! are so short that a search of its own for the end of each costs more than this.
//!
//! Quotes part the bytes into those inside and those outside of them by their parity (Langdale & Lemire, “Parsing
//! gigabytes of JSON per second”, VLDB Journal 28, 2019), as long as each stands where a cell begins or ends.

use wide::u8x16;

/// Bytes that are looked at together.
pub(crate) const BYTES: usize = 64;

/// What is known at the start of some bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct State {
    /// All bits where they are inside quotes, else none.
    inside: u64,
    /// 1 where a quote may open a cell.
    may_open: u64,
    /// 1 after a closing quote.
    closed: u64,
}

impl State {
    /// At the start of a row.
    pub(crate) const ROW: Self = Self { inside: 0, may_open: 1, closed: 0 };
}

/// Bytes that part cells and rows; those inside quotes are none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Separators {
    pub(crate) delimiters: u64,
    pub(crate) lines: u64,
}

/// Finds what parts cells and rows; `None` when a quote stands within a cell that it does not open, or text after one
/// that closes.
pub(crate) fn separators(bytes: &[u8; BYTES], delimiter: u8, state: &mut State) -> Option<Separators> {
    let (mut quotes, mut delimiters, mut lines) = (0, 0, 0);
    for (at, lane) in bytes.chunks_exact(16).enumerate() {
        let mut own = [0; 16];
        own.copy_from_slice(lane);
        let lanes = u8x16::new(own);
        let is = |byte: u8| lanes.simd_eq(u8x16::splat(byte));
        let bits = |found: u8x16| u64::from(found.to_bitmask() as u16) << (16 * at);
        quotes |= bits(is(b'"'));
        delimiters |= bits(is(delimiter));
        lines |= bits(is(b'\n') | is(b'\r'));
    }
    let inside = parity(quotes) ^ state.inside;
    let (opening, closing) = (quotes & inside, quotes & !inside);
    let (delimiters, lines) = (delimiters & !inside, lines & !inside);
    let ends = delimiters | lines;
    // A quote right after one that closes stands for a quote of the cell itself, which goes on.
    let may_open = (ends | closing) << 1 | state.may_open;
    let closed = closing << 1 | state.closed;
    if opening & !may_open != 0 || closed & !(ends | opening) != 0 {
        return None;
    }
    *state = State {
        inside: if inside >> 63 == 1 { u64::MAX } else { 0 },
        may_open: (ends | closing) >> 63,
        closed: closing >> 63,
    };
    Some(Separators { delimiters, lines })
}

/// For each bit whether an odd number of bits is set up to it.
fn parity(mut bits: u64) -> u64 {
    for shift in [1, 2, 4, 8, 16, 32] {
        bits ^= bits << shift;
    }
    bits
}
