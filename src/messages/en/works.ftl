works-by-date = { HEADING($kind, 2) } by date
works-none = No { NOUN($kind) } matches the filter.
works-period = { COUNTED($works, $kind) } by { COUNTED($institutions, "institution") }, { $first } – { $last }.
works-size = { COUNTED($works, $kind) } by { COUNTED($institutions, "institution") }.
