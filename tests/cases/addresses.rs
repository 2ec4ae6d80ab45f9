//! Cells that are postal addresses.
