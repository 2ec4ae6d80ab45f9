//! Path view: the shortest path between two institutions on one straight line, with detours.

pub mod compose;
mod disconnected;
mod horizontal;
pub mod routes;
mod scene;
mod vertical;

pub use compose::compose;
