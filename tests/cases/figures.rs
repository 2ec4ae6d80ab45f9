//! What figures say and draw.
