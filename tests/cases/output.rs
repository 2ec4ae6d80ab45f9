//! Files that are written: whole, apart from the inputs, with the modes that users set.
