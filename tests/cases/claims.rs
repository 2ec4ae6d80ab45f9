//! What is printed of claims, sources and languages.
