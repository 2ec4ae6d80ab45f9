works-by-date = { HEADING($kind, 2) } by date
works-none = { $filter ->
    [some] No { NOUN($kind) } matches the filter.
   *[none] The data have no { NOUN($kind, 2) }.
}
