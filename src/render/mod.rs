//! The door out: answers, documents and figures → bytes. Writers know no science.

#[cfg(feature = "fonts")]
pub mod fonts;
pub mod html;
pub mod lint;
#[cfg(feature = "outline")]
pub mod outline;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "png")]
pub mod png;
