### What the command says beside its answers: progress, remarks on standard error.

cli-reading = reading
cli-reading-data = reading the data
cli-stopped-before-writing = stopped; no file was changed
cli-stopped-after-writing = stopped; files already written are complete
cli-stopped = stopped
cli-stop-with = Press Ctrl-C to stop.

## Without arguments

cli-welcome =
    collab { $version } finds who works with whom in a table of works: partners, paths, rankings, clusters, figures, reports.
    Begin with a file of yours (CSV, Excel, Scopus, Web of Science, OpenAlex, RIS, BibTeX, a network): collab FILE
    Or with the 17 Korean AI models that come along: collab embedded, collab who KAIST, collab draw map -o map.svg
    Everything in one folder: collab report. Help with examples: collab help, collab help who

## Notices

cli-notices-summary = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}
cli-notices-summary-more = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
} (list all with --notices all)
cli-notices-of-kind = { $count } × { $kind }, for example { $notice }

## Figures

cli-ego-as-rows = { $name } has { COUNTED($count, "partner") }: drawing them as rows (--depth 1 or 2 draws rings).
cli-view-chosen = { COUNTED($works, $kind) }, { COUNTED($institutions, $actor) }: drawing { $view } ({ $reason }).
cli-view-chosen-ties = { COUNTED($institutions, $actor) }: drawing { $view } ({ $reason }).
cli-empty-figure = Nothing matches the filters and options; the figure is empty.
cli-placed-with = Placed with Graphviz { $engine }.
cli-merged = “{ $recorded }” is taken as { $name }.
cli-missing-glyphs = { $glyphs }; names in the other language are used where available.
cli-lint-passed = { $count ->
    [one] { $count } figure: ready to embed.
   *[other] { $count } figures: ready to embed.
}
cli-like-stretched = { $path } is { $old } mm wide; its positions are scaled to { $new } mm.
cli-like-nothing-kept = The earlier figure and this one have no { NOUN($actor) } in common (matched by id). Everything is placed again.
cli-own-unused = { $option }: { $count ->
    [one] one row is of { ONE($actor) } that this figure does not draw
   *[other] { $count } rows are of { NOUN($actor, 2) } that this figure does not draw
}: { $names }.
cli-own-faint = --colors: { $count ->
    [one] the colour of { $names } is
   *[other] the colours of { $names } are
} hardly visible on the page (contrast below 3:1).
cli-like-changed = { $gone ->
    [0] Compared with the earlier figure, { COUNTED($new, $actor) } { $new ->
        [one] is
       *[other] are
    } new.
   *[other] Compared with the earlier figure, { NOUN($actor, 2) } gone: { $gone } ({ $names }); new: { $new }.
} { HEADING($actor, 2) } are matched by id, so a changed id counts as both.
cli-and-so-on = { $items }, …

## Networks for other programs

cli-written = Wrote { $files }.
cli-renamed = Pajek cannot hold double quotes or line breaks. { $count ->
    [one] { $count } name was changed: { $name } to { $written }.
   *[other] { $count } names were changed, for example { $name } to { $written }.
}
cli-without-partners = { $count ->
    [one] { $count } institution without partners is
   *[other] { $count } institutions without partners are
} missing from a list of ties. Use .gexf or .graphml to keep { $count ->
    [one] it
   *[other] them
}.
cli-projected = { COUNTED($works, "work") }, { COUNTED($institutions, "institution") }, { COUNTED($ties, "tie") }.
cli-project-large-teams = { $count ->
    [one] { $count } work with more than { $cap } institutions ({ $largest }) was excluded
   *[other] { $count } works with more than { $cap } institutions (up to { $largest }) were excluded
}; including { $count ->
    [one] it
   *[other] them
} would add { $pairs } pairs. Use --max-team 0 to include { $count ->
    [one] it
   *[other] them
}.
cli-project-loaded = One input has a format, several columns of institutions or options of its own that rule out reading row by row, so all works were held in memory.
cli-project-compared = Several rows may describe the same work, or several names the same institution, so all works were held in memory for comparison.
cli-project-repeats = Works are not compared across inputs: a work listed in two inputs counts twice.

## Report

cli-report-written = Wrote { $count ->
    [one] { $count } file
   *[other] { $count } files
} to { $folder }. Start with { $first }.
cli-recipe-written = Wrote { $path } with { $steps ->
    [one] one step
   *[other] { $steps } steps
}. Edit it, then make everything with `collab run`.
cli-recipe-done = { $made ->
    [0] Nothing to make
    [one] Made one step
   *[other] Made { $made } steps
}; { $unchanged ->
    [0] none was current
    [one] one was current
   *[other] { $unchanged } were current
}.
cli-recipe-head = Recipe: `collab run` makes what has changed since the last run, `collab run --again` everything.
cli-recipe-data = Options of this file, named as on the command line, may follow: columns, separator, sheet, delimiter, encoding, skip, group-by.
cli-recipe-options = Options of every step, such as since = 2020, country = ["KR", "JP"], level = "country", lang = "ko".
cli-recipe-ranking = Who has most ties. A step may have options of its own: by = "betweenness", top = 20.
cli-recipe-who = All partners of one: here of { $name }, which leads the ranking.
cli-recipe-figure = The figure that suits these data. Further options: width = 85, top = 20, title = "…".
cli-recipe-matrix = Exact numbers, pair by pair.
cli-recipe-report = A folder with text, figures, tables and a page to explore.

## SQL of project

cli-sql-works = 1. Works and distinct cells. Save the result of the last statement as cells.csv, with its header.
cli-sql-cells = 2. Institutions of the cells, by the names and rules of collab: run `collab project --cells cells.csv -o collab_cells.csv` with the options for names, and put the file where the engine reads it ({ $mapping }; in BigQuery and Snowflake load it as the table collab_cells_loaded).
cli-sql-ties = 3. Ties by name. The last statement counts works left out for their size.
cli-sql-dates = The counts after that are of the period: works without a date, rows whose date is not of the form YYYY-MM-DD, YYYY-MM or YYYY (make such a column first), and works with contradictory dates, of which the latest counts.
cli-sql-resolved = { $cells ->
    [one] One cell
   *[other] { $cells } cells
}, { COUNTED($institutions, "institution") }.
cli-spark-plan = On { $place }: works and distinct cells, which are sent here.
cli-spark-plan-cells = Here: institutions of the cells, by authority and registry; they are sent back as the view collab_cells.
cli-spark-plan-ties = On the server: ties, which are sent here and written.
cli-spark-running = Running { $statement } on the server
cli-spark-attributes = Countries and sectors are those of the authority and the registry; rows were not read for them.
cli-spark-undated = { $count ->
    [one] One work without a date was excluded.
   *[other] { $count } works without a date were excluded.
}
cli-spark-dates-differ = { $count ->
    [one] One work has rows with contradictory dates; the latest counts.
   *[other] { $count } works have rows with contradictory dates; the latest counts.
}
