//! The command `collab`.
fn main() {}
