//! Small multiples of a map: panels with the same institutions at the same places, each with its own ties and numbers.
//!
//! Two editions of a table are two panels, in which new, gone and stronger ties are marked; periods of one table are as many
//! as there are. What is drawn is counted before ([`PanelSet`]); one layout of all ties that any panel has gives the places.

mod captions;
mod choice;
mod compose;
mod content;
mod paint;

pub use compose::compose;
pub use content::{MapPanel, PanelKind, PanelSet, PanelTie, TieState};
