//! JSON of other programs.
