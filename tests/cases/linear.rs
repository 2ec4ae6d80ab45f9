//! Readers look up places in logarithmic time.
