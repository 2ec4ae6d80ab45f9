//! Link prediction: one number a pair of nodes without a tie, and how often such numbers were right.
//!
//! [`scores::best`] ranks pairs by how their partners overlap; [`backtest::test`] holds the scores of an earlier network
//! against the ties that came later.

pub mod backtest;
pub mod scores;
