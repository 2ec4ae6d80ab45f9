//! Values → visual channels → a resolved [`Figure`](crate::answer::figure::Figure): one file a view, and what
//! the views share: theme, encoding, names, wording, legend, frame.

pub mod bipartite;
pub mod columns;
pub mod encoding;
pub mod frame;
pub mod labels;
pub mod legend;
pub mod map;
pub mod names;
pub mod theme;
pub mod wording;
