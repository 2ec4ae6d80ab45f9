//! The path: how two institutions are connected, the shortest chain of joint models on one straight line.

mod across;
mod apart;
pub mod compose;
mod down;
pub mod routes;
mod stop;

pub use compose::compose;
