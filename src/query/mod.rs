//! Queries, one file each: `ask` takes a [`QueryContext`](context::QueryContext) and resolved ids, and returns an
//! [`Answer`](crate::answer::Answer): sentences, tables and a machine-readable record.
//!
//! Queries cannot fail: names are looked up before. If there is no result, [`found`](crate::answer::Answer::found) is
//! `false`.

pub mod addresses;
pub mod between;
pub mod between_sets;
pub mod brokers;
pub mod caption;
pub mod check;
pub mod choice;
pub mod clusters;
pub mod common_partners;
pub mod components;
pub mod context;
pub mod counting;
pub mod diff;
pub mod evidence;
pub mod filter_text;
pub mod findings;
pub mod group;
pub mod indicators;
pub mod institutions;
pub mod level;
pub mod localized;
pub mod lookup;
pub mod most_cited;
pub mod names;
pub mod non_collaborators;
pub mod overview;
pub mod partnerships;
pub mod path;
pub mod periods;
pub mod predict;
pub mod rank;
pub mod ranking;
pub mod record;
pub mod require_works;
pub mod search;
pub mod statistics;
pub mod strongest;
pub mod timeline;
pub mod trend;
pub mod who;
pub mod work_institutions;
pub mod works;
