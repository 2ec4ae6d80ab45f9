### Notices and errors of reading inputs: names, works, tables, claims.

ingest-address-entries-institutions-stands = “{ $example }” is an address, as { $addresses } of { $entries } entries of institutions are; each stands as an institution, so that departments count as institutions and as partners (--addresses as-names)
ingest-addresses-in-standard-input = the column of institutions contains addresses, and standard input is read only once; save it as a file and name that
ingest-among-sources = is not among "sources"
ingest-among-tables = is not among "tables"
ingest-another-stands-line-other = another “{ $name }” stands in { $other }, { $line }, with other facts; kept as two works (in a table, --group-by COLUMN takes the rows of one work together)
ingest-blank-rows = { $count ->
    [one] 1 row of blank cells was excluded
   *[other] { $count } rows of blank cells were excluded
}
ingest-cell-holds-something-no = the cell contains something that is not an address; only addresses were taken
ingest-cells-institutions-hold-comma = { $count ->
    [one] 1 cell of institutions holds
   *[other] { $count } cells of institutions hold
} a comma, “·”, “/” or a line end but no “;” or “|”, and nothing shows that it separates the names of a list; taken as one name (if it does: --separator ',' or the mark that stands there)
ingest-cells-institutions-split-commas = { $count ->
    [one] 1 cell of institutions was
   *[other] { $count } cells of institutions were
} split at commas or at marks such as “·” and “/”, for what stands between them is known as names (--separator ';' keeps such cells whole)
ingest-cells-with-comma = { $count ->
    [one] 1 cell of institutions contains
   *[other] { $count } cells of institutions contain
} a comma or a mark such as “·” or “/” but no “;” or “|”; each was taken as one name (--separator ',' splits at commas)
ingest-cells-with-text-after-quote = { $count ->
    [one] 1 cell has text after its closing quote; it was read as part of it
   *[other] { $count } cells have text after their closing quote; it was read as part of them
}
ingest-cells-write-characters-web = { $count ->
    [one] 1 cell writes
   *[other] { $count } cells write
} characters as web pages do (such as “&amp;” for “&”); they were read as what they mean, before lists were split
ingest-claim-without-number-works = is a claim without a number of works
ingest-column = “{ $header }”
ingest-columns-names-source-target = --columns names source, target or weight, which a list of ties has, but this is read as a table of works; leave one of --columns and --input-format out
ingest-columns-unknown-key = “{ $key }” is none of { $words }
ingest-columns-without-equals = “{ $entry }” has no “=”; write for example work=Title,institutions=Affiliations
ingest-corrected = recorded as “{ $recorded }”; taken as { $name }
ingest-corrected-with-reason = recorded as “{ $recorded }”; taken as { $name }: { $why }
ingest-date-order = { $count ->
    [one] 1 date ends
   *[other] { $count } dates end
} in the year; read as { $order ->
    [day-first] day-month-year
   *[month-first] month-day-year
} ({ $evidence ->
    [certain] only that order fits the whole column
    [ambiguous] every one fits the other order too: check them
   *[mixed] some fit only the other order and were read that way: check them
})
ingest-dates-are-ranges = { $count ->
    [one] 1 date is
   *[other] { $count } dates are
} a range; kept as the month or year that holds it, or as the first of several years
ingest-differs-unicode-form-white = “{ $recorded }” differs from “{ $name }” in Unicode form or white space alone; taken as one
ingest-doubt-authority = no row gives the { $what } of { $name } alone; that of the authority or of the registry ROR was used
ingest-doubt-differs = rows with { $name } alone give it different values of { $what }; { $taken } was used ({ $rows } of { COUNTED($all, "row") })
ingest-doubt-never-alone = { $name } never stands alone, and rows give it different values of { $what }; { $taken } was used ({ $rows } of { COUNTED($all, "row") })
ingest-doubt-open = no row gives the { $what } of { $name } alone; it stays unknown
ingest-dropped-by-thesaurus = “{ $recorded }” was excluded, as the thesaurus says
ingest-end-tie-called-often = the end of a tie is called “{ $name }”, which often stands for nobody; it was kept as a name wherever it stands
ingest-entries-cells-institutions-stand = { $count ->
    [one] 1 entry in the cells of institutions stands
   *[other] { $count } entries in the cells of institutions stand
} for no institution that is known ({ $shown }); excluded (if one is the name of an institution: { $option })
ingest-facts-differ = the { $fact ->
    [citations] number of citations
   *[other] { $fact }
} of “{ $name }” differs from that in { $of }, which is the same work; the one in { $of } was used
ingest-holds-institutions-does-column = “{ $taken }” contains institutions, and so does { $others }; say which columns count: --columns "institutions={ $all }" for all of them, --columns "institutions={ $taken }" for one
ingest-institutions-taken-partnerships-missing = institutions in { $others } were not used; partnerships with them are missing
ingest-json-error = { $reason }
ingest-kind-address-as-name = address as a name
ingest-kind-author-is-institution = institution among authors
ingest-kind-character-dropped = character removed
ingest-kind-corrected = corrected
ingest-kind-country-unclear = country unclear
ingest-kind-country-unknown = country not in the register
ingest-kind-date-order = order of day and month
ingest-kind-date-range = range of dates
ingest-kind-date-unreadable = date unreadable
ingest-kind-duplicate-work = duplicate work
ingest-kind-extra-cells = extra cells
ingest-kind-format-read = format read
ingest-kind-html-entity = characters of web pages
ingest-kind-link-unreadable = link without an address
ingest-kind-list-lengths = lists of different lengths
ingest-kind-list-separator = list separator
ingest-kind-missing-cells = missing cells
ingest-kind-name-dropped = name excluded
ingest-kind-name-normalized = name normalised
ingest-kind-no-institution = no institution
ingest-kind-no-name = no name
ingest-kind-number-unreadable = number unreadable
ingest-kind-other = other
ingest-kind-placeholder = placeholder for no institution
ingest-kind-possible-duplicate = possible duplicate
ingest-kind-rows-grouped = rows grouped into works
ingest-kind-sector-unclear = sector unclear
ingest-kind-sector-unknown = sector unknown
ingest-kind-self-tie = tie with itself
ingest-kind-standing = retracted work or paratext
ingest-kind-suffix-glued = comma before a legal suffix
ingest-kind-text-cut = text cut
ingest-kind-variant-merged = variant merged
ingest-line = line { $line }
ingest-row = row { $row }
ingest-line-end-invisible-character = a line end or an invisible character in “{ $name }” was dropped
ingest-line-no-work-institution = this line is not a work: an institution in it is not readable
ingest-line-of-file = { $file }, { $line }
ingest-list-lengths = { COUNTED($institutions, "institution") } but { $what ->
    [country] { COUNTED($values, "country") }
   *[sector] { COUNTED($values, "sector") }
}; the lists were not matched to each other
ingest-listed-in-two-spellings = “{ $work }” lists “{ $one }” and “{ $other }”, which differ only in case, apostrophes, dots or “The”; they count once, as “{ $one }”
ingest-listed-twice = “{ $recorded }” is an institution that the work already lists; it counts once
ingest-lists-beside-others-count = “{ $work }” lists { $member } next to others of { $group }; they count once and make no tie
ingest-looks-like-address-entries = “{ $example }” looks like an address, as { $addresses } of { $entries } entries of institutions do; each was taken as the name of an institution, a department in it included
ingest-mend-file = “{ $value }” { $what }; correct the file there
ingest-names-no-institution-kept = “{ $name }” names no institution; it is kept as a work without partners
ingest-names-with-separator = { $count ->
    [one] 1 name was taken as one although it contains a separator
   *[other] { $count } names were taken as one each although they contain a separator
}
ingest-columns-read-together = institutions of a work were read from the columns { $columns }
ingest-needs-column-given-once = “{ $key }” needs one column, given once
ingest-no-claim-file = is not a claim of this file
ingest-no-column-columns = there is no column “{ $header }” (for { $role }); the columns are { $found }
ingest-no-column-group-rows = there is no column “{ $column }” to group rows by; the columns are { $found }; name one of them, or use --group-by none
ingest-no-count-left-blank = “{ $shown }” is not a count; left blank
ingest-no-date-expected-yearmonthday = “{ $shown }” is not a date (expected year-month-day); left blank
ingest-no-header-says-columns = no header says which columns contain works and institutions; { $seen ->
    [blank] the first row is blank, as after a --skip that is too large
    [one] the text has one column, { $found } (for a list of affiliations: collab resolve)
    [numbers] the first row holds numbers instead of names of columns ({ $found })
    [work] { $own } may name works, but no column is called like institutions (Institution, Organization, Affiliation); the columns are { $found }
    [institutions] { $own } may hold institutions, but no column is called like works (Title, Model, Paper), so that nothing joins them (to find out which institutions are meant: collab resolve --column NAME); the columns are { $found }
   *[none] the columns are { $found }
}; say it with { $example }, or { $ties } for a list of ties
ingest-no-name = the work has no name; { $stand_in ->
    [title] its title
   *[none] “(no name)”
} is used instead
ingest-no-row-institution-column = no row has an institution in the column “{ $header }”; the column “{ $beside }” is for addresses (--columns institutions={ $beside } --addresses as-names)
ingest-quote-closed = a quote is not closed
ingest-quote-closed-late = the quote that opens here ran into the text of line { $line }; close it with " at the end of its cell, and double a quote inside a cell ("")
ingest-quote-never-closed = the quote that opens here is never closed; close it with " at the end of its cell, and double a quote inside a cell ("")
ingest-quoted = “{ $text }”
ingest-reason = { $english }
ingest-row-blank-cells-left = a row of blank cells was excluded
ingest-row-cells-header-cells = the row has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, the header { $width }; cells beyond the header were excluded (is a comma unquoted?)
ingest-row-cells-header-missing = the row has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, the header { $width }; the missing ones were taken as blank
ingest-rows-grouped = { COUNTED($rows, "row") } were read as { COUNTED($works, "work") }: rows with the same { $same ->
    [doi] DOI
    [column-and-name] { $columns } and name
   *[columns] { $columns }
} are one work, with the institutions of all of them (--group-by none counts each row as a work, --group-by COLUMN groups by another column)
ingest-rows-with-extra-cells = { $count ->
    [one] 1 row has
   *[other] { $count } rows have
} more cells than the header (the first is here); cells beyond it were excluded (is a comma unquoted?)
ingest-rows-with-missing-cells = { $count ->
    [one] 1 row has
   *[other] { $count } rows have
} fewer cells than the header (the first is here); the missing ones count as blank
ingest-same-doi = { $unit ->
    [row] { $count ->
        [one] row { $lines } has
       *[other] rows { $lines } have
    }
   *[line] { $count ->
        [one] line { $lines } has
       *[other] lines { $lines } have
    }
} the DOI of { $line } ({ $doi }){ $titles ->
    [differ] , although the titles differ
   *[agree] {""}
}: one work, counted once with the institutions of all these rows (--group-by none keeps rows apart)
ingest-self-tie = the tie connects { $name } with itself; it was excluded
ingest-several-columns-called-column = several columns are called “{ $header }”; column { $column } was taken
ingest-several-institutions-called-ids = several institutions are called “{ $recorded }” with ids of their own; this one has none and was kept apart
ingest-several-rows-may-work = several rows may be one work (they share an identifier, a DOI or a name), and standard input is read but once; save it as a file and name that, or use --group-by none to count each row as a work
ingest-source-target-weight-columns = source, target and weight are columns of a list of ties, the other words of a table of works; name columns of one of the two
ingest-spelling-merged-into = “{ $recorded }” is a spelling of { $name }; merged into it
ingest-stands-among-authors-institution = { $name } stands among the authors; it is an institution of the work and was excluded there
ingest-stands-here-where-no = “{ $recorded }” stands here where no institution is known; it was excluded of every row (if it is a name: --keep-whole "{ $recorded }")
ingest-stands-line-too-same = “{ $name }” stands in { $line } too, with the same date and institutions; both are counted
ingest-stands-more-than-titles = { $doi } stands with more than { $titles } titles, as the DOI of a book or an issue does; rows of one such DOI with other titles were kept apart
ingest-stands-twice = stands twice
ingest-stopped-nothing-written = stopped; nothing was written
ingest-table-header-no-rows = the table has a header but no rows
ingest-taken-name-although-holds = “{ $recorded }” was taken as one name although it contains “{ $mark }”
ingest-text-stands-after-closing = text stands after the closing quote of the cell; it was taken as part of it
ingest-text-starts-bytes-cut = the text that starts “{ $start }…” has { $bytes } bytes; it was cut after { $max_text_bytes }
ingest-tie-joins-both-left = the tie joins { $one } and { $other }, which are both { $group }; excluded
ingest-two-names-work-differ = two names of one work differ in case, apostrophes, dots or “The” alone and may be one institution, and standard input is read but once; save it as a file and name that
ingest-unclear-rows = { $names } { $count ->
    [one] is
   *[other] are
} in several rows with other institutions, and it is not certain that these rows are one work; each row counts as a work of its own (if the rows of one name are one work: --group-by "{ $header }")
ingest-na-is-namibia = “NA” is taken as the code of Namibia; where it says that the country is not known, leave the cell empty
ingest-unregistered-country = “{ $name }” is not a country of ISO 3166; it was kept as recorded
ingest-unregistered-sector = “{ $recorded }” is not a known category ({ $words }); excluded
ingest-work-line-counted-once = “{ $name }” is the work of { $other }, { $line }; counted once
ingest-works-without-institution = { $count ->
    [one] 1 work names no institution; it has no partners
   *[other] { $count } works name no institution; they have no partners
}
ingest-whole-and-part = “{ $work }” lists { $whole } and { $part }, which is part of it; only { $part } counts, and there is no tie between them
ingest-namesake-of-country = institutions of several countries are called “{ $name }”; with an address in { $country } it was taken as { $taken_as }
ingest-list-of-people = this looks like a list of people (“{ $name }” beside “{ $mark }”), not of works, and nothing in it joins their institutions; name the column of what they share, such as a project: --columns "work=COLUMN,institutions={ $employer }"; where each row is a work, say so: --columns "work={ $name },institutions={ $employer }"; to find out which institutions are meant: collab resolve --column "{ $employer }"
ingest-institutions-are-keys = { $headers }: numbers alone, which are keys of another table and no names of institutions; put the names in their place, or take the numbers as names: --columns "work={ $work },institutions={ $all }"
