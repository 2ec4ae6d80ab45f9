### What of a large input is read to answer a question, and why not less.

plan-looking = looking for rows that contain the name
plan-counting = counting works
plan-path = counting works to find the shortest path

plan-note-rank = { COUNTED($works, $kind) } were counted without being kept in memory; --notices all keeps them and reports what is unexpected in each row.
plan-note-rows = Of { $all } { $unit ->
    [line] lines
   *[row] rows
}, { $read } that may name { $asked ->
    [path] an institution on the path
    [two] one of them
   *[one] it
} { $read ->
    [one] was
   *[other] were
} read in full; --notices all reads every { $unit } and reports what is unexpected in it.

## A pass: what is read of every work, what it becomes, and which works are read in full.

plan-pass = { $number }. Read { $fields } of { COUNTED($met, "work") } → { $sink }.
plan-pass-full = { $number }. Read { $fields } of { COUNTED($met, "work") } → { $sink }; { $read } { $rows }.
plan-fields-institutions = the institutions
plan-fields-filter = the institutions, their countries and sectors, and the values that the filter needs
plan-fields-columns = what commas and dates mean
plan-fields-kind = whether works are models or publications
plan-fields-all = everything
plan-sink-columns = a profile of the columns
plan-sink-index = an index of institutions
plan-sink-pairs = counts of pairs
plan-sink-kind = the kind of works
plan-sink-corpus = works and institutions
plan-rows-matching = may name what is asked for and are read in full
plan-rows-large = have more institutions than the cap and are read in full

## Why all works are read in full.

plan-full = All works are read in full: { $reason }.
plan-reason-question = the question depends on all works
plan-reason-small = the input is small, so reading less would save nothing
plan-reason-inputs = works of several inputs are compared with each other
plan-reason-stdin = standard input can be read only once
plan-reason-document = the format is read as a whole document
plan-reason-choice = what is chosen of institutions, works or ties depends on all works
plan-reason-level = actors of this level are known from all works
plan-reason-group = institutions are rolled up to groups, which depends on all names
plan-reason-grouped = rows are grouped into works by a column
plan-reason-columns = a column means something other than its profile shows
plan-reason-several-columns = institutions of a work stand in several columns
plan-reason-shared = several rows may be one work
plan-reason-similar = two names of one work may be one institution
plan-reason-addresses = some cells of institutions may be postal addresses
plan-reason-excluded = whether a work is left out stands in its whole record
plan-reason-notices = every notice was asked for
plan-reason-evidence = evidence was asked for every row of the answer
plan-reason-counting = only full counting works without keeping the works
plan-reason-institution = the filter names an institution, which depends on all names
plan-reason-line = the filter needs values that lie deep inside lines of JSON
plan-reason-words = no work has a value of the filter
plan-reason-identifier = an identifier depends on all names
plan-reason-name = no single institution has exactly this name, so the nearest are looked up among all
plan-reason-work = a work has this name
plan-reason-work-identifiers = works share a name, so their identifiers depend on all works
plan-reason-path = institutions on the shortest path are written differently in several rows
