//! Rows and cells of tables: participations, entities, placeholders, identifiers.
