//! The door out: answers, documents and figures → bytes. Writers know no science.

pub mod html;
