//! Bytes → text: where an input comes from, how it is unpacked and decoded, and where in it something stands.

mod archive;
pub mod encoding;
pub mod error;
pub mod input;
pub(crate) mod open;
pub(crate) mod packing;
#[cfg(feature = "parquet")]
mod parquet;
pub(crate) mod places;
pub mod position;
pub(crate) mod table_text;
pub mod workbook;

pub(crate) use archive::expand;
pub use open::ReadOptions;

/// What inputs stand for: the files of folders, patterns and ZIP archives, in the order of their names. O(files).
///
/// # Errors
/// A folder, a pattern or an archive without a file that could be read, or one that cannot be opened.
pub fn expanded(inputs: &[input::Input]) -> Result<Vec<input::Input>, error::Error> {
    Ok(expand(inputs)?.inputs)
}
