### Exports of bibliographic databases: what a file was, what was read from it, and what it lacks.

## What was read

formats-read = this is { $format }{ $generation ->
    [none] {""}
   *[other] {" "}({ $generation })
}: { $facts }
formats-works = { $count ->
    [one] { $count } work read
   *[other] { $count } works read
}
formats-without = { $count } of them without any institution
formats-identified = { $count ->
    [one] { $count } institution known by its identifier
   *[other] { $count } institutions known by their identifiers
}
formats-standardised = { $count ->
    [one] { $count } institution by the name that the database gives it
   *[other] { $count } institutions by the names that the database gives them
}
formats-written = { $count ->
    [one] { $count } institution picked from what authors wrote
   *[other] { $count } institutions picked from what authors wrote
}
formats-countries = the country told of { $count } of { $all }
formats-repaired = { $count ->
    [one] { $count } shifted row put right
   *[other] { $count } shifted rows put right
}
formats-unnamed = { $count ->
    [one] { $count } address names no organisation that could be picked; it stands for no institution
   *[other] { $count } addresses name no organisation that could be picked; they stand for no institution
}
formats-nobody = { $count ->
    [one] { $count } entry of affiliations names no institution; it was left out
   *[other] { $count } entries of affiliations name no institution; they were left out
}
formats-people = { $count ->
    [one] { $count } applicant is an inventor of the same patent, so a person and no institution; it was left out
   *[other] { $count } applicants are inventors of the same patent, so people and no institutions; they were left out
}
formats-authors-cut = { $count ->
    [one] { $count } work has only its first 100 authors in this file; institutions of the others are missing
   *[other] { $count } works have only their first 100 authors in this file; institutions of the others are missing
}
formats-parents = { $count ->
    [one] { $count } institution stood on a work beside a part of itself and was left out there: they are no partners
   *[other] { $count } times an institution stood on a work beside a part of itself and was left out there: they are no partners
}
formats-addresses-read = “{ $example }” is an address, as { $count } of { $all } entries of the column “{ $header }” are; the organisation was picked from each, departments and places left out (--addresses as-names takes each as a name)
formats-date-unreadable = “{ $date }” tells no year; the date was left blank
formats-profiles = affiliations come from the authors' own profiles, not from the work; they may be of another time
formats-wide-rows = { $count ->
    [one] { $count } row has more cells than the header ({ $width }); those beyond it were left out
   *[other] { $count } rows have more cells than the header ({ $width }); those beyond it were left out
}
formats-narrow-rows = { $count ->
    [one] { $count } row has fewer cells than the header ({ $width }); the missing ones were taken as blank
   *[other] { $count } rows have fewer cells than the header ({ $width }); the missing ones were taken as blank
}

## Works of several sources

formats-same-doi = “{ $work }” has the DOI of { $file }, { $line } ({ $doi }); one work, counted once
formats-same-id = “{ $work }” has the { $scheme } of { $file }, { $line } ({ $id }); one work, counted once
formats-parts-of-one-doi = { $count ->
    [one] 1 record has the DOI of another one, and another title: it is taken as a work of its own, such as a chapter under the DOI of its book
   *[other] { $count } records have the DOI of another one, and another title: each is taken as a work of its own, such as a chapter under the DOI of its book
}
formats-same-title = “{ $work }” ({ $year }) has the title and year of { $file }, { $line }, but no DOI in common; both are counted, though they may be one work
formats-rival-institutions = { $names } of “{ $work }” not added: another source of this work knows its institutions more exactly, and these may be the same under other names

## Retracted works and paratext

formats-retracted = { $count ->
    [one] { $count } work was retracted; it is counted (to leave it out: --exclude retracted)
   *[other] { $count } works were retracted; they are counted (to leave them out: --exclude retracted)
}
formats-retracted-excluded = { $count ->
    [one] { $count } retracted work was left out (--exclude retracted)
   *[other] { $count } retracted works were left out (--exclude retracted)
}
formats-paratext = { $count ->
    [one] { $count } work is paratext (front matter, contents and the like); it is counted (to leave it out: --exclude paratext)
   *[other] { $count } works are paratext (front matter, contents and the like); they are counted (to leave them out: --exclude paratext)
}
formats-paratext-excluded = { $count ->
    [one] { $count } work that is paratext was left out (--exclude paratext)
   *[other] { $count } works that are paratext were left out (--exclude paratext)
}

## Errors

formats-no-institutions = this is { $format }, and { $count ->
    [one] its record names no institution
   *[other] none of its { $count } records names an institution
} ({ $field }); { $advice }
formats-advice-field = export it again with { $field }
formats-advice-export = this format rarely holds affiliations; export the same records as { $export } with affiliations
formats-advice-nothing = take the same works from OpenAlex, Scopus or the Web of Science
formats-no-columns = this is { $format }, and no column names institutions, as in all such exports; { $advice }, or draw authors instead: --columns { $columns }
formats-no-fields = this is an export of { $format }, whose records never name institutions; { $advice }
formats-advice-other = take the same works from { $other }
formats-no-record = the file looks like { $format }, but holds no record; export it again
formats-cut-off = the { $format } file ends within this record, without { $tag }: it is cut off; export it again
formats-outside-record = { $tag } stands outside of a record of { $format }: a record begins with { $opens }; put that line back, or export the file again
formats-bibtex-broken = this BibTeX entry is not closed or has a field without a value; expected @article{"{"}key, title = {"{"}…{"}"}{"}"}; mend the file there
formats-json-record = this is no record of { $format }: expected an object with { $keys }; mend the file there
formats-columns-read = { $read } of { $all } columns are read: titles, dates, identifiers, authors, citations, and where institutions and countries stand; nothing is asked of the others, such as { $others }
