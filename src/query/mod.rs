//! One file per question a user asks. Each `ask` returns a resolved [`Answer`](crate::answer::Answer):
//! sentences, tables and the record for machines.
//!
//! Questions take resolved ids, so nothing here can fail for lack of a name. The honest "none" is an
//! answer whose [`found`](crate::answer::Answer::found) is `false`.

pub mod addresses;
pub mod between;
pub mod brokers;
pub mod caption;
pub mod check;
pub mod clusters;
pub mod common;
pub mod components;
pub mod condition;
pub mod counting;
pub mod diff;
pub mod evidence;
pub mod finding;
pub mod group;
pub mod indicators;
pub mod institutions;
pub mod lack;
pub mod maker;
pub mod names;
pub mod never;
pub mod overview;
pub mod partnership;
pub mod path;
pub mod rank;
pub mod record;
pub mod scope;
pub mod search;
pub mod standing;
pub mod strongest;
pub mod timeline;
pub mod voice;
pub mod who;
pub mod works;
