### The report: headings, method, what was excluded.

report-title = { $kind ->
    [model] Who builds models together
    [tie] Ties between institutions
   *[other] Who works with whom
}
report-data = Data
report-explorer = To explore the data interactively, open { $file } in this folder. It works offline.
report-partnerships = Partnerships
report-works = { HEADING($kind, 2) }
report-institutions = Institutions
report-ranking = Ranking by { $measure }
report-clusters = Clusters
report-clusters-of-map = The map and the matrix use clusters of their own: for the largest connected component only, with a work of k institutions adding 1/(k−1) to each tie, at the resolution given in their captions. Their number and order therefore differ from this table.
report-components = Connected components
report-claims = Statements checked

## Tables

report-latest-rows = The latest { $shown } of { $all }, newest first; the other { $rest } are in { $file }.
report-first-rows = The first { $shown } of { $all } rows; the other { $rest } are in { $file }.
report-cut-lists = Long lists show the first { $shown } entries; { $file } has all of them.
report-and-more = and { $count } more

## Method

report-method = Method
report-method-ties-given = Ties: as given in the input, without the works behind them.
report-method-full = Ties: full counting. Each { NOUN($kind) } adds 1 to every pair of its institutions. (Fractional counting would add 1/(n−1) for n institutions, strict counting 2/(n(n−1)).)
report-method-fractional = Ties: fractional counting. Each { NOUN($kind) } by n institutions adds 1/(n−1) to every pair. (Full counting would add 1, strict counting 2/(n(n−1)).)
report-method-strict = Ties: strict counting. Each { NOUN($kind) } by n institutions adds 2/(n(n−1)) to every pair. (Full counting would add 1, fractional counting 1/(n−1).)
report-method-cap = { HEADING($kind, 2) } by more than { $cap } institutions are excluded from ties: they are consortia rather than partnerships.
report-method-no-cap = { HEADING($kind, 2) } by any number of institutions count as ties.
report-method-clusters = Clusters: Leiden algorithm, modularity, best of several seeded starts.
report-method-betweenness = Betweenness: share of shortest paths between other institutions that pass through the institution. Tie weights are ignored.
report-method-names = Names: only variants listed in the authority are merged; similar names are not.

## What was excluded

report-excluded = Excluded
report-excluded-by-filters = The filters select { $works } of { COUNTED($all, $kind) }.
report-excluded-work = { $name } is excluded from ties: { COUNTED($institutions, "institution") }.
report-excluded-of-figure = Figure { $number }: { $text }
report-not-checked = No statements about the data were checked: no claims file was given.
report-nothing-excluded = Nothing.

## Sources

report-statements = Where sources differ
report-statements-caption = What other sources say about a { NOUN($kind) }, next to the table
report-column-work = { HEADING($kind) }
report-column-source = Source
report-column-says = Statement
report-source-date-in-name = { $citation }, { $date } (from the file name)
report-source-as-of = { $citation }, as of { $date }
report-source-latest = { $citation }, latest entry { $date }

## Notices

report-notices = Notices about the input
report-notices-caption = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}
report-notices-by-kind = One example of each kind, out of { $count } different notices. collab --notices all lists every notice with its line.
report-column-kind = Kind
report-column-count = Count
report-column-example = Example
report-column-notice = Notice
