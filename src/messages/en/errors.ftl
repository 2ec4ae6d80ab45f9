### Errors of the command: what is wrong, and what to do.

errors-io = { $path }: { $reason }. No partial file was left behind. Check the path, or choose another with -o.

## Arguments

errors-out-of-range = { $flag } { $given }: expected a whole number from { $min } to { $max }.
errors-too-many-pairs = --max-team { $given }: works with more than { $cap } institutions would create { $pairs } pairs; the limit is { $max }. Use a lower --max-team (usually { $cap }).
errors-option-twice = { $option } is given twice for the same files; give it once, or once behind each --data
errors-app-without-data = { $options } says something of data, and the page has none yet. Name them with --data FILE, or leave the option out.
errors-app-options = The page of `app` does not have { $options }: it would show other numbers than the command. Leave it out, or write a page with its numbers fixed by `collab explore -o page.html`.
errors-app-files = The page of `app` holds files as they are: neither standard input nor `embedded` beside other data can stand in it. Name files, or `--data embedded` alone.
errors-app-unreadable = { $path } cannot be read ({ $reason }). Check its name and its permissions.
errors-app-no-registry = This build has no registry of institutions to put into the page. Leave --with-registry out, or build with the feature registry.
errors-empty-separator = --separator is empty. Give the text that separates values in a cell, such as ';' or ',', or remove the option.
errors-long-separator = --separator may have at most { $max } bytes. Give what stands between two names in a cell, such as ; or |.
errors-since-after-until = --since { $since } is later than --until { $until }, so no work can match. Swap the two.
errors-country = Unknown country “{ $text }”. Expected a code or a name, such as KR, Korea or 한국, or EU, ASEAN, G7, OECD or a region, such as Asia.
errors-country-all-set = “{ $text }” is a set of countries, and --country-all takes countries one by one. For works of any of them, use --country { $text }.
errors-among-one = --among needs two names or more: repeat it, as in --among KAIST --among NAVER.
errors-between-what = between expects two names, or two sets: collab between A B, or collab between --from country:KR --to country:US.
errors-across = --across takes two sets: --across country:KR --across country:US.
errors-set-level = The set “{ $set }” cannot be taken at this level: nothing of the kind is known of { NOUN($level, 2) }. Use country:, sector: or region: with institutions, or a name.
errors-check-level = Claims speak of institutions, so they cannot be checked with --level { $level }. Leave the option out.
errors-level-empty = { $level ->
    [author] The data name no authors, so --level author has no actors. Use data with a column of authors.
    [country] No country is recorded, so --level country has no actors. Use data with a column of countries, or institutions that the registry knows.
    [region] No country is recorded, so --level region has no actors. Use data with a column of countries, or institutions that the registry knows.
    [sector] No sector is recorded, so --level sector has no actors. Use data with a column of sectors, or institutions that the registry knows.
   *[domain] No { NOUN($kind) } has a domain, so --level domain has no actors. Use data with a column of domains.
}
errors-sector = Unknown sector “{ $text }”. Expected { $known }.
errors-unknown-value = No work in the data has the value “{ $value }”. Values in the data: { $known }.
errors-unknown-value-nearest = No work in the data has the value “{ $value }”. Did you mean “{ $nearest }”? Values in the data: { $known }.
errors-unknown-command = “{ $word }” is neither a command nor a file. Run `collab --help` for a list of commands, or `collab who { $word }` to look up a name.
errors-unknown-command-nearest = “{ $word }” is neither a command nor a file. Did you mean `collab { $nearest }`? Run `collab --help` for a list of commands.
errors-help-of-nothing = “{ $word }” is not a command. Run `collab help` for a list of commands.
errors-help-of-nothing-nearest = “{ $word }” is not a command. Did you mean `collab help { $nearest }`?
errors-strict = --strict: the input has { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}:
    { $list }
errors-authority = { $path }: cannot read the authority file ({ $reason }). Give `default`, `none` or the path of a file.
errors-filtered-out = { $name } is in the data, but the filters exclude it. Remove a filter and try again.
errors-approximate = --approximate applies to betweenness only; { $measure } is exact at any size. Remove --approximate.
errors-exact-betweenness = Exact betweenness of { COUNTED($institutions, "institution") } and { COUNTED($ties, "tie") } would take hours. Add --approximate 0.01 for an estimate with an error bound, or filter the data first.
errors-diff-data = diff compares the two tables named after it. Remove --data.
errors-resolution = --resolution { $given }: expected a number above 0 and up to { $max }. The usual value is 1; higher values give smaller clusters.
errors-project-filter = project reads every work once and keeps none, so { $option } cannot be used with it. Run `collab { $option } … export` instead.

## Output files

errors-written-twice = { $path } is named for two outputs. Give each output its own file name.
errors-recipe-toml = { $path }:{ $line }:{ $column }: not valid TOML ({ $reason }). `collab init FILE` writes a recipe to begin with.
errors-recipe-key = { $path }: { $key } is not what a recipe has there. Expected: { $expected }.
errors-recipe-step = Step { $number } failed: { $command }. The steps before it are made; mend it and run again.
errors-recipe-exists = { $path } exists already. Edit it, delete it, or choose another name with -o.
errors-output-is-folder = { $path } is a folder. Give -o a file name, such as { $example }.
errors-output-dangling = { $path } is a link to a file that does not exist. Nothing was written. Remove the link or choose another name.
errors-no-folder = Folder { $path } does not exist. Create it first, or choose another with -o.
errors-output-is-input = { $path } is an input of this command and will not be overwritten. Choose another output file.
errors-output-is-input-as = { $path } is an input of this command ({ $input }) and will not be overwritten. Choose another output file.
errors-answer-extension = { $path }: unknown file extension. Use .txt, .json, .csv, .md or .xlsx, or name the format with --format.
errors-docx-of-answer = A Word document is made of a whole report: `collab report --format docx`. Answers are written as .txt, .json, .csv, .md or .xlsx.
errors-xlsx-terminal = A workbook cannot be shown on a terminal. Write it to a file: -o answer.xlsx.
errors-output-of-printer = { $command } prints to standard output and takes no -o. Redirect it: collab { $command } … > FILE.

## Figures

errors-figure = Cannot draw the figure: { $reason }.
errors-figure-extension = { $path }: unknown file extension. Use .svg, .dot, .png or .pdf, or name the format with -T svg.
errors-view-needs-works = This view shows works, and the data have none, only ties between institutions. `draw map` shows those.
errors-view-takes-one = This view takes one institution: collab draw ego KAIST -o kaist.svg.
errors-view-takes-two = This view takes two institutions: collab draw path SNU KAIST -o path.svg.
errors-view-takes-none = This view takes no names. --institution NAME draws the works of one institution.
errors-too-many-nodes = The figure would have { $nodes } nodes; the limit is { $max }. Draw a part with --top 200, --focus NAME or --core K, or export the whole network with `collab project … -o network.graphml`.
errors-plain-is-a-map = --plain draws a map: collab draw map --plain -o map.svg.
errors-plain-part = --plain draws every institution. Remove --plain, or remove --top, --focus and the other options that select a part.
errors-plain-ties = { COUNTED($ties, "tie") } are too many to tell apart in one map. Draw a part: collab draw map --top 100 -o map.svg.
errors-engine-view = --engine works with map and bipartite only; the other views have a fixed layout. Remove --engine, or use collab draw map --engine neato -o map.svg.
errors-engine-limit = --engine-limit { $given }: expected at most { $max } seconds (one day).
errors-depth-without-focus = --depth counts steps from --focus: collab draw map --focus KAIST --depth 2 -o map.svg.
errors-path-part = path draws the route between two institutions and takes no options that select a part. Filters such as --since and --institution change the data that it searches.
errors-ego-part = ego and partners take --top and --min-weight, ego also --depth 1 or 2. The options --focus, --component, --backbone and --core work with map, bipartite, timeline, matrix and arc.
errors-trend-part = trend takes --by, --measure, --cumulative and --top. Filters such as --since and --country choose the works that it counts.
errors-only-trend = --by, --measure and --cumulative are of trend: collab draw trend --by country -o trend.svg.
errors-width = --width { $given }: expected { $min } to { $max } millimetres. 85 is one column, 170 a full page.
errors-height = --height { $given }: expected { $min } to { $max } millimetres.
errors-page-size = Give one of --preset, --aspect and --height.
errors-page-too-small = On this page the type of the figure would be too small to read: it needs { $width } × { $height } mm. Give a larger --height or --width, or draw less (--top, --focus).
errors-dpi = --dpi { $given }: expected 1 to 2400. 300 is for print, 96 for screens.
errors-font = { $path }: cannot read the font ({ $reason }). Give --font a .ttf, .otf or .ttc file.
errors-font-family = --font-family { $given }: expected the name of one font family, such as `Noto Serif KR`.
errors-encoding-of-a-map = --size-by and --color-by are for `draw map` with its names: leave them out, or draw that view.
errors-size-needs-works = --size-by { $measure } counts works, and the data hold ties alone: try --size-by strength or --size-by degree.
errors-color-unknown = --color-by { $by }: the data tell the { $by ->
    [country] country
    [year] year
   *[kind] kind
} of no { NOUN($actor) }. Try --color-by cluster{ $by ->
    [year] , or add a column of dates
   *[other] , or add a column with it
}.
errors-own-twice = { $name } has two values here, “{ $first }” and “{ $second }”. Keep one.
errors-own-label = the label of { $name } is empty. Remove the row, or write a label.
errors-own-color = “{ $given }” is no colour. Write one as #1C5FAE.
errors-own-colors-view = --colors is for views whose marks are those of { NOUN($actor, 2) }, and `{ $view }` is none. Leave it out, or draw `map`, `bipartite`, `ego`, `path` or `arc`.
errors-own-quote = a quote is opened here and never closed
errors-own-columns = { $count ->
    [one] one column
   *[other] { $count } columns
} where there should be two: a name or id, and its value
errors-own-empty = no row with a name and a value
errors-compare-needs-two = `draw compare` takes two tables, the earlier first: collab draw compare OLD.csv NEW.csv -o changes.svg
errors-compare-data = `draw compare` reads the two tables that follow it and no others: collab draw compare OLD.csv NEW.csv -o changes.svg
errors-compare-option = { $option } is for figures of one table. Leave it out of `draw compare`; --top N draws fewer { NOUN($actor, 2) }.
errors-compare-places = --engine, --like and --save-layout are for figures of one table. Leave them out of `draw compare`, which has its own places.
errors-by-needs-dates = --by year and --by period need joint works with dates, and the data hold none. Leave the option out.
errors-by-of-a-map = --by year and --by period are for `draw map` of all institutions, or of those of --top N, at their own places. Leave out the other options, or --by.
errors-not-built = This build cannot write { $format }. Build it with the default features.
errors-like-is-for-maps = --like keeps positions in a map. The other views place the same data at the same positions anyway. Remove --like, or use collab draw map --like OLD.svg -o new.svg.
errors-like-too-large = { $path }: too large for a figure (over 64 MB). Give --like an SVG drawn by collab or a layout file.
errors-like-not-text = { $path }: not UTF-8 text. Give --like an SVG drawn by collab or a layout file.
errors-like-unreadable = { $path }: cannot be read ({ $reason }). Give --like an SVG drawn by collab or a layout file.
errors-like-other-view = { $path }: a { $view } figure, not a map. Give --like an earlier map.
errors-lint-unreadable = { $path }: cannot be read ({ $reason }). Name SVG files.
errors-lint-not-text = { $path }: not UTF-8 text, so it cannot be embedded as SVG. Save it as plain SVG in UTF-8.

## Networks for other programs

errors-network = Cannot write the network: { $reason }.
errors-network-extension = { $path }: unknown file extension. Name the format with --export-format: { $formats }.
errors-several-files = This format consists of { $files } files. Give -o a file name.
errors-parquet-off = { $path }: this build does not write Parquet; build it with the feature parquet (cargo install collabgraph --features parquet), or write tables as CSV with -o network.csv.
errors-pajek-part = { $path }: a .{ $extension } file is part of a Pajek network. Use -o { $network } to write the network together with its partition and vectors.
errors-project-extension = { $path }: unknown file extension. Use .csv or .tsv for a list of ties, or name the format with --export-format: { $formats }.
errors-project-several-files = This format consists of { $files } files, and project writes a single file. Choose another format, or use `export`.

## Explorer

errors-page = Cannot draw the page: { $reason }.
errors-port = Cannot listen on 127.0.0.1:{ $port } ({ $reason }). Choose another port with --port, or 0 for a free one.
errors-interrupt = Cannot handle Ctrl-C: { $reason }.

## Report

errors-report-no-figure = No figure was drawn.
errors-report-figure = Cannot draw a figure of the report: { $reason }.
errors-report-dangling = { $path } is a link to a folder that does not exist. Nothing was written. Remove the link, or choose another folder with -o.
errors-report-is-file = { $path } is a file, and a report needs a folder. Choose another with -o.
errors-report-occupied = Folder { $path } is not empty and was not created by this command. Nothing was written. Choose another folder with -o, or add --force.
errors-report-in-the-way = { $path } has the name of a file of the report. Move it, or choose another folder with -o.
errors-report-foreign = { $path } is not part of the earlier report and will not be overwritten. Move it, or add --force.
errors-no-server = This build cannot serve the page. Write it with -o page.html, or build with the default features.

errors-sql-one-input = --emit-sql takes one input, a table or a path as the engine sees it; { $count } are given.
errors-sql-columns = --emit-sql needs the columns of works and institutions: --columns work=ID,institutions=AFFILIATIONS.
errors-sql-format = { $path }: the format is not clear from the name. Give a path that ends in .parquet, .csv or .json (as in works/*.parquet), `delta:PATH`, or a table by name.
errors-sql-tables = { $path }: this engine reads tables by name. Load the files as a table first.
errors-sql-cells-text = The file is not UTF-8 text. Save the cells as a CSV in UTF-8.
errors-sql-cells-quote = This quote is not closed. Close it, or save the cells as a CSV again.
errors-sql-dates = --since and --until need the column of dates: --columns work=ID,institutions=AFFILIATIONS,date=DATE.
errors-sql-attributes = On an engine, countries and sectors are those of the authority and the registry; those of rows are learned from all rows. Leave countries= and sectors= out of --columns, or filter in a view on the engine.
errors-sql-words = --criterion and --domain cannot be used on an engine: how such cells are split rests on their whole column. Filter in a view on the engine.
errors-sql-institution = --institution cannot be used with --emit-sql: whom a name means is known once the cells are resolved. Use --engine, or filter the ties.
errors-sql-group-by = --group-by { $column }: on an engine, rows are one work where they share the value of the column of works. Name that column: --columns "work={ $column },…".
errors-sql-file-option = { $option } is about files that collab reads, and here the engine reads the input. Leave it out, or prepare a view on the engine.
errors-sql-network-option = { $option } rests on the whole network, which is not on the engine. Write the ties to a file and use { $option } on that file.
errors-no-spark = This build does not speak to Spark. Build it with `cargo install collabgraph --features spark`, or print the statements with --emit-sql spark.
errors-spark-address = “{ $part }” is not part of an address such as sc://host:15002/;use_ssl=true.
errors-spark-token-in-address = A token in the address can be read by others on this machine. Put it in { $variable } or in a file (--token-file).
errors-spark-unencrypted = Without encryption only a server on this machine is used. Add use_ssl=true to the address: sc://host:443/;use_ssl=true.
errors-spark-unreachable = No connection to { $place }: { $reason }. Check host and port, and that the server of Spark Connect is running.
errors-spark-unauthorized = The server refused the token, or requires one. Put a valid one in { $variable } or in a file (--token-file).
errors-spark-token-file = { $path } contains no token.
errors-spark-lost = The connection ended during “{ $statement }” ({ $reason }). Nothing was written; run the command again.
errors-spark-server = The server could not run “{ $statement }”: { $reason }. Nothing was written.
errors-spark-rows = The answer to “{ $statement }” cannot be read: { $reason }. Nothing was written.
errors-spark-dates = { $count ->
    [one] One row has a date that is not of the form YYYY-MM-DD, YYYY-MM or YYYY, so it is unclear whether its work belongs to the period. Make a view with such a column.
   *[other] { $count } rows have a date that is not of the form YYYY-MM-DD, YYYY-MM or YYYY, so it is unclear whether their works belong to the period. Make a view with such a column.
}
errors-spark-too-many = There are more than { $max } ties. Filter the works, raise --max-edges if memory allows, or let the engine write them with --emit-sql spark.
errors-spark-cells = The distinct cells and their institutions exceed { $megabytes } MiB. Print the statements with --emit-sql spark and hand the cells over as files.
errors-weighted = --weighted has no meaning for { $measure }, which counts ties or works and not their weights. Remove --weighted, or rank by strength.
errors-approximate-weighted = --approximate estimates betweenness without weights only. Remove --weighted or --approximate.
errors-exact-two-mode = Exact two-mode betweenness of { $nodes } nodes and { $ties } affiliations would take hours. Filter the data first, or rank by betweenness with --approximate 0.01.
errors-method-without-resolution = --method { $method } has no quality function and no resolution to choose. Remove --quality and --resolution, or use --method leiden or louvain.
errors-no-given-clusters = No input gives clusters. Network files may: Pajek projects with a partition, VOSviewer, and attributes called cluster, community, modularity_class, partition or group. Remove --given or --clusters file to have them found.
errors-no-given-positions = No input gives positions. Network files may: VOSviewer, GEXF, Pajek, GraphML, GML, Cytoscape. Remove --positions file to have them computed.
errors-no-given-scores = No input gives numbers of { NOUN($actor, 2) }. Remove --scores file.
errors-file-columns-works = Positions, clusters and numbers of the file are those of { NOUN($actor, 2) }. Remove --with-works, or --positions, --clusters and --scores.
errors-positions-of-a-map = --positions file is for `draw map`.
errors-clusters-of-a-map = --clusters file is for `draw map`.
errors-sbm-normalization = --method sbm counts ties and takes no --normalization association-strength. Remove one of the two.
errors-sbm-large = --method sbm compares each of { $count } nodes with each group; it is for at most { $max }. Use --method leiden or infomap, or fewer { NOUN($actor, 2) } (--min-works, --among).
errors-alpha = --alpha is a probability above 0 and up to 1, not { $given }. Example: --alpha 0.05
errors-significance-of-weights = --significance is about the weights of ties. Remove it, or --by citations.
