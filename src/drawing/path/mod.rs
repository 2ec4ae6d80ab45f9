//! The path: how two institutions are connected, the shortest chain of joint models on one straight line.

pub mod compose;
mod disconnected;
mod horizontal;
pub mod routes;
mod scene;
mod vertical;

pub use compose::compose;
