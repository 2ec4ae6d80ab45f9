works-by-date = { HEADING($kind, 2) } by date
works-none = { $filter ->
    [some] No { NOUN($kind) } matches the filter.
   *[none] The data have no { NOUN($kind, 2) }.
}
works-period = { COUNTED($works, $kind) } by { COUNTED($institutions, $actor) }, { $first } – { $last }.
works-size = { COUNTED($works, $kind) } by { COUNTED($institutions, $actor) }.
