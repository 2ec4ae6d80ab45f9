//! Costs that an input may not blow up.
