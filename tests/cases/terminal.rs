//! What reaches a terminal or a typesetter.
