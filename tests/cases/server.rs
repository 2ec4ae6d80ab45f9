//! The page on a local address.
