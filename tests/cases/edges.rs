//! Lists of ties, matrices and adjacency lists.
