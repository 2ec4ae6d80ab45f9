### The report: headings, method, what was excluded.

report-title = { $kind ->
    [model] Who builds models together
    [tie] Ties between { NOUN($actor, 2) }
   *[other] Who works with whom
}
report-data = Data
report-explorer = To explore the data interactively, open { $file } in this folder. It works offline.
report-findings = Findings
report-finding-in-figure = { $sentence } (Figure { $number }).
report-numbers = In numbers
report-number-works = { HEADING($kind, 2) }
report-number-joint = { HEADING($kind, 2) } by two or more { NOUN($actor, 2) }
report-number-institutions = { HEADING($actor, 2) }
report-number-partnered = { HEADING($actor, 2) } with ties
report-number-ties = { $kind ->
    [tie] Ties
   *[other] Partnerships
}
report-number-components = Components of two or more { NOUN($actor, 2) }
report-number-largest = { HEADING($actor, 2) } in the largest component
report-number-clusters = Clusters of two or more { NOUN($actor, 2) }
report-number-international = { HEADING($kind, 2) } of two or more countries, of { $known } for which it is known
report-number-industry = { HEADING($kind, 2) } by a university with a company, of { $known } for which it is known
report-column-measure = Measure
report-column-number = Number
report-partnerships = Who works with whom
report-works = { HEADING($kind, 2) }
report-institutions = { HEADING($actor, 2) }
report-clusters = Clusters
report-time = Over time
report-shares = Across countries and sectors
report-by-country = By country
report-by-sector = By sector
report-shares-base = A { NOUN($kind) } counts once for each of its countries and sectors, so that rows overlap. Int’l: of two or more countries; U–I: a university with a company. Shares are of the { NOUN($kind, 2) } for which that is known (all), and of the joint ones among them (joint); n/a: unknown.
report-brokers = Brokers
report-counting = Counting side by side
report-clusters-of-map = { $count ->
    [one] Figure { $number } shows the one of them that lies in the largest component.
   *[other] Figure { $number } shows the { $count } of them that lie in the largest component.
}
report-further = Further figures
report-further-figures = Not in this text: { $files }.
report-claims-unchecked = { $count ->
    [one] One statement cannot be checked. { $why }
   *[other] { $count } statements cannot be checked. { $why }
}
report-claims = Statements checked

## Tables

report-latest-rows = The latest { $shown } of { $all }, newest first; the other { $rest } are in { $file }.
report-first-rows = The first { $shown } of { $all } rows; the other { $rest } are in { $file }.
report-cut-lists = Long lists show the first { $shown } entries; { $file } has all of them.
report-and-more = and { $count } more

## Method

report-method = Method
report-method-ties-given = Ties: as given in the input, without the works behind them.
report-method-full = Ties: full counting. Each { NOUN($kind) } adds 1 to every pair of its { NOUN($actor, 2) }. (Fractional counting would add 1/(n−1) for n { NOUN($actor, 2) }, strict counting 2/(n(n−1)).)
report-method-fractional = Ties: fractional counting. Each { NOUN($kind) } by n { NOUN($actor, 2) } adds 1/(n−1) to every pair. (Full counting would add 1, strict counting 2/(n(n−1)).)
report-method-strict = Ties: strict counting. Each { NOUN($kind) } by n { NOUN($actor, 2) } adds 2/(n(n−1)) to every pair. (Full counting would add 1, fractional counting 1/(n−1).)
report-method-cap = { HEADING($kind, 2) } by more than { COUNTED($cap, $team) } are excluded from ties: they are consortia rather than partnerships.
report-method-no-cap = { HEADING($kind, 2) } by any number of { NOUN($team, 2) } count as ties.
report-method-betweenness = Betweenness: share of shortest paths between other { NOUN($actor, 2) } that pass through the { NOUN($actor) }. Tie weights are ignored.
report-method-names = Names: merged are only spellings that the authority lists, names of one record of ROR, and corrections of single works; names that are merely similar are not.
report-csv-safe = CSV files: a text that a spreadsheet would take for a formula has an apostrophe before it; the JSON files have it as recorded.

## What was excluded

report-excluded = Excluded
report-excluded-by-filters = The filters select { $works } of { COUNTED($all, $kind) }.
report-excluded-work = { $name } is excluded from ties: { COUNTED($institutions, $team) }.
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
report-source-undated = { $citation }, date unknown
report-source-latest = { $citation }, latest entry { $date }

## Notices

report-notices = Notices about the input
report-notices-caption = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}
report-notices-by-kind = One example of each kind; all notices are in { $file }.
report-notices-merged = { $rest } more merged names are in { $file }.
report-column-kind = Kind
report-column-count = Count
report-column-example = Example
report-column-notice = Notice
