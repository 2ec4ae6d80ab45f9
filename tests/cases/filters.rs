//! Filters: one rule in every answer.
