### Names that users type and that are no single institution or work of the data.

lookup-work-not-institution = “{ $name }” is a work; this command expects { ONE($actor) }. To see who made it, run `collab who "{ $name }"`.
lookup-ambiguous = “{ $query }” matches several names. Use one of these names in full, or its identifier (as in id:kaist):
    { $candidates }
lookup-not-found = “{ $query }” is not in the data, and no name is close to it. `collab institutions` lists all names.
lookup-nearest = “{ $query }” is not in the data. The nearest names are:
    { $candidates }
lookup-large-not-found = “{ $query }” is not an institution in the data, and no name is close to it. In a file of this size works are looked up by exact name only; --notices all reads everything and looks further.
lookup-large-nearest = “{ $query }” is not an institution in the data. The nearest institutions are:
    { $candidates }
    In a file of this size works are looked up by exact name only; --notices all reads everything and looks further.
