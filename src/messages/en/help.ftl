### Help: `help-COMMAND` for a command, `help-COMMAND-OPTION` for its options and arguments, `help-option-OPTION` for options
### of every command, `help-value-OPTION-VALUE` for a value, `help-heading-…` for headings.

help-collab = Partnership graphs from a table of works and the institutions behind them: search, rank, cluster, draw.
help-after =
    Examples:
      collab models.csv                        what a table contains, and what to try next
      collab who KAIST                         partners of KAIST and the works behind each tie
      collab who ㅋㅇㅅㅌ --lang ko             the same by initial consonants, in Korean
      collab between KAIST NAVER               joint works of two institutions
      collab rank --by betweenness --top 5
      collab --data models.csv draw map -o partners.svg
      collab report                            a full report in output/

    Exit status: 0 success, 1 no result, 2 error.

## Headings

help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-data = Data
help-heading-names = Names
help-heading-network = Network
help-heading-filters = Filters
help-heading-output = Output
help-heading-part = Selecting a part
help-heading-stable = Stable layouts
help-heading-trend = Trend

## Arguments and options of every command

help-collab-files = Table to read when no command is given: `collab models.csv` is short for `collab --data models.csv`
help-option-help = Print help (-h for a summary)
help-option-version = Print version
help-option-data = Read this table instead of the embedded data set; `-` reads standard input, `embedded` is the embedded data set; repeat to merge several (--columns, --separator, --skip, --delimiter, --encoding, --sheet and --group-by after a --data apply to it alone)
help-option-encoding = Character encoding of the inputs, such as `cp949` or `utf-16` [default: found by the content]
help-option-sheet = Sheet of a workbook, by name or number [default: the first that is a table]
help-option-max-unpacked = Most bytes to which a packed input may unpack, such as `8G` [default: 100 times its packed size, at least 64M]
help-option-delimiter = What separates the cells of a table: a character, or `comma`, `semicolon`, `tab`, `pipe`, `space` [default: found by the first line]
help-option-skip = Number of lines before the header of a table [default: found where a header is known]
help-option-input-format = Input format, if it cannot be recognized from the content
help-option-columns = Columns to read, by name or number: `work=Title,institutions=Affiliations,date=Year`; for a list of ties `source=A,target=B,weight=C`
help-option-separator = Text that separates values within a cell [default: `;` or `|` if present; `,` in Epoch tables, and between known names in others]
help-option-keep-whole = Never split this name at the separator, and never read it as a missing value (`Unknown`); can be repeated
help-option-group-by = Merge rows with the same text in this column into one work, by name or number; `none` keeps every row as a work [default: rows with the same identifier or DOI, and one row per participant]
help-option-addresses = Accept a column of institutions that holds postal addresses: each address counts as one institution, departments included
help-option-exclude = Leave out works of these kinds, where the input tells them: retracted, paratext (front matter, contents)
help-option-network = Network of a file that holds several, by its number [default: the first, which is told]
help-option-two-mode = Read a listed network as institutions (first ends of ties) and works (second ends)
help-option-one-mode = Read every vertex of a listed network as an institution, whatever the file says of two modes
help-option-strict = Treat notices as errors (except those of the embedded data set)
help-option-authority = Name authority: `default`, `none` (names as written), or a file that extends the default; can be repeated
help-option-registry = Registry of institutions: an index of `collab registry build`, a ROR dump, or `none`; `names` takes suggestions from it, too (--ror means the same) [default: the embedded part of ROR]
help-option-level = Who collaborates: institutions (recorded means the same), or what they are counted by
help-option-counting = Weight that a work of n institutions adds to each tie: full 1, fractional 1/(n−1), strict 2/(n(n−1))
help-option-max-team = Exclude works with more institutions than this from ties; 0 for no limit
help-option-since = Works published on or after this date (2016, 2016-11 or 2016-11-11); undated works are excluded and counted
help-option-until = Works published on or before this date; undated works are excluded and counted
help-option-country = Works with an institution in this country (KR, Korea, 한국); lists of institutions show that country only. Repeated or separated by commas: any of them. Different filters must all be met, by one institution or by several
help-option-country-all = Works with an institution in each of these countries (KR,US); lists of institutions show these countries only
help-option-sector = Works with an institution in this sector (education, facility, company, government, healthcare, nonprofit, archive, collective, other); lists of institutions show that sector only. Repeated or separated by commas: any of them
help-option-criterion = Works selected for this reason (`Highly cited`, …). Repeated: any of them
help-option-domain = Works in this domain (`Vision`, …). Repeated: any of them
help-option-institution = Works by this institution. Repeated: any of them
help-option-only = Only works of this kind; several: all of them
help-option-across = Ties between two sets only, each country:KR, country:EU, sector:company, region:Asia or a name. Given twice
help-option-among = Ties among these only. Repeated: two names or more
help-option-min-works = Only those with at least so many works
help-option-strongest = Only so many ties, the strongest (and those as strong as the last)
help-option-format = Output format [default: what the extension of -o says, else text]
help-option-output = Write the answer to this file; the extension selects the format (.txt, .json, .csv, .md, .xlsx) unless --format does
help-option-json = Same as `--format json`
help-option-lang = Language: Korean, English, or English with Korean names added [default: both; for `report`: en]
help-option-color = When to use colour
help-option-notices = How much to print of the notices about the input [default: summary; none for the embedded data set]
help-option-csv-safe = In CSV, put an apostrophe before texts that a spreadsheet would take for a formula (the tables of `report` always have it)
help-option-no-bom = Write CSV files without a byte-order mark (answers written to a file and the tables of `report` begin with one, so that Excel shows Hangul)
help-option-evidence = Show the file and row behind each work
help-option-explain = Print what of the input is read to answer, and why not less, instead of the answer
help-option-quiet = Print errors only on standard error

help-value-exclude-retracted = works that were retracted
help-value-exclude-paratext = front matter, contents and the like
help-value-addresses-as-names = each address is an institution name
help-value-level-author = authors, told apart by ORCID or another identifier, else by name
help-value-level-institution = institutions as recorded; subsidiaries stay separate
help-value-level-group = institutions grouped under the topmost parent (Google Brain → Google)
help-value-level-country = countries of the row, else of its institutions
help-value-level-region = regions of the United Nations (M49): Africa, Americas, Asia, Europe, Oceania
help-value-level-sector = sectors of institutions
help-value-level-domain = domains of the works
help-value-only-joint = of two or more institutions
help-value-only-international = of two or more countries
help-value-only-industry-university = of a university with a company
help-value-format-text = sentences and aligned tables
help-value-format-json = machine-readable record (see docs/schemas)
help-value-format-csv = main table
help-value-format-md = sentences and tables in Markdown
help-value-notices-all = every notice with its location
help-value-notices-summary = a count and an example for each kind
help-value-notices-none = nothing

## Questions

help-who = Partners of an institution and the works behind each tie; for a work, the institutions behind it
help-who-name = Institution or work: Korean or English, short or official name, or initial consonants
help-between = Joint works of two institutions; if none, common partners and the shortest path. Or works, ties and actors between two sets: --from, --to
help-between-from = One set, for works, ties and actors between two: country:KR, country:EU, sector:company, region:Asia or a name. Repeated: any of them
help-between-to = The other set
help-between-a = First institution
help-between-b = Second institution
help-path = Shortest path between two institutions, with the works along it
help-path-a = Start
help-path-b = End
help-path-alternatives = Number of alternative paths, up to 100
help-path-weighted = Shortest by tie weight: a tie of weight w is 1/w long
help-works = List works
help-institutions = List institutions
help-rank = Rank institutions by a measure
help-rank-by = Measure
help-rank-top = Number of rows [default: all]
help-rank-approximate = Estimate betweenness from sampled paths to within this error (0.01), for very large networks
help-rank-weighted = Count ties by weight where the measure leaves that open: betweenness, closeness, harmonic and eccentricity with 1/weight as length, constraint, effective size, efficiency and clustering with the weight itself
help-clusters = Clusters of partners (Leiden, Louvain, Infomap, label propagation) and how steady they are
help-clusters-method = Method; its answer says what its clusters are, and how far the others agree
help-clusters-quality = Quality function
help-clusters-normalization = Normalization of tie weights
help-clusters-resolution = Resolution, up to 1000000; higher values give more and smaller clusters
help-clusters-seed = Random seed
help-clusters-random-starts = Number of random starts, up to 10000; the best result is kept
help-components = Connected components
help-statistics = Density, path lengths, clustering, centralization, assortativity and degrees of the network
help-common = Partners shared by two or more institutions
help-common-names = Institutions
help-never = Pairs that share partners but no work, strongest first
help-never-top = Number of pairs; 0 for all
help-predict = Pairs without a tie that might work together next, by scores of link prediction, and how often such scores were right on these data
help-predict-by = Score
help-predict-top = Number of pairs; 0 for all, up to 100000
help-strongest = Strongest ties and the works behind them
help-strongest-by = By weight, or by the citations of the works
help-strongest-top = Number of ties; 0 for all
help-strongest-significance = Only ties that are more than chance, with their probabilities as columns
help-strongest-alpha = Level of significance: ties with a lower probability are kept; 1 keeps all
help-brokers = Brokerage between sectors or countries: Gould–Fernandez roles, articulation points, bridges, constraint
help-brokers-by = Groups
help-brokers-top = Number of brokers [default: all]
help-indicators = Collaboration indicators: collaboration index, degree and coefficient, international and industry shares
help-indicators-by = Also broken down by
help-indicators-top = Number of countries and institutions [default: all]
help-counting = Full, fractional and strict counting side by side, and the contribution of single works
help-counting-top = Number of rows; 0 for all
help-timeline = First and latest joint work of each tie, and new partners per year
help-timeline-name = One institution only
help-timeline-top = Number of ties [default: all]
help-trend = A measure by year: of all works, by country, sector, domain or actor, or of a pair
help-trend-by = What works are split by
help-trend-measure = What is counted
help-trend-of = Works of this one; repeated: of all of them together (with --by actor: of each)
help-trend-cumulative = Add up the years
help-trend-top = Number of groups [0: all]
help-diff = Compare two tables: works and ties added, removed, stronger, weaker, and why counts changed
help-diff-old = Earlier table, or `embedded` for the embedded data set
help-diff-new = Later table, or `embedded`
help-diff-top = Number of rows per table [default: all]
help-search = Search works, titles, authors and institutions
help-search-text = Text to find
help-search-top = Number of results of each kind; 0 for all
help-check = Check statements against the data; exit status 1 if any differs
help-check-claims = Claims file, or `article` or `korea-17` for the embedded ones
help-names = Merged names with rule and rows, and suggestions (never applied automatically)
help-names-accept = Write the suggestions to an authority file, to review and use with --authority
help-names-thesaurus = Print merges and suggestions as a VOSviewer thesaurus
help-resolve = Match affiliation strings to institutions, one answer per line (JSON lines)
help-resolve-list = Affiliations, one per line; `-` for standard input
help-resolve-column = Take a column of a table instead of lines
help-resolve-table = Best match of each line as tab-separated columns
help-registry = Registry of institutions in use; `build` makes one from a ROR dump
help-build = Build a registry from a ROR dump (JSON of either schema, JSON lines, .gz or .zip)
help-build-dump = ROR dump
help-build-output = Index to write, for --registry
help-build-date = Date of the release
help-build-total = Records of the whole registry, if the dump is a part of it

## Files

help-export = Write the network for other programs: GEXF, GraphML, Pajek, GML, VOSviewer, Gephi and Kumu tables, DOT
help-export-output = Output file; the extension selects the format (.gexf, .graphml, .net, .gml, .json, .csv, .tsv, .edges, .dot); `-` is standard output
help-export-export-format = Format, if not selected by the extension
help-export-with-works = Write works as nodes too, each tied to its institutions (a network of two modes)
help-project = Write the ties of inputs of any size, reading in blocks without holding works in memory
help-project-inputs = Tables, OpenAlex works as JSON lines, or JSON lines of collab, plain or gzipped; `-` reads standard input. Duplicate works are not detected
help-project-output = Output file: .csv and .tsv hold one row per tie (Source, Target, Weight), .graphml, .gexf, .net and others the network; .gz compresses
help-project-export-format = Format, if not selected by the extension
help-project-emit-sql = Print the projection as SQL for an engine that holds the works, and run nothing: spark, duckdb, bigquery, snowflake. INPUT is then a table or a path as the engine sees it, and --columns names work and institutions
help-project-mapping = Where the engine reads the resolved cells
help-project-cells = Resolve the distinct cells of institutions that a job of --emit-sql lists (a CSV with a header); the output has cell, work, id and name
help-init = Write a recipe (collab.toml) from a first look at data: sources, options, figures, tables, report
help-init-inputs = Tables or networks to begin with; options of the data that stand beside them go into the recipe
help-init-output = Recipe to write
help-run = Make what a recipe says, as far as its data, options or outputs changed since the last run
help-run-recipe = Recipe
help-run-again = Make every step, changed or not
help-run-list = Print the steps as commands, and make nothing
help-draw = Draw a partnership diagram
help-draw-view = View [default: the one that suits the data, with the reason on standard error]
help-draw-names = For `ego` and `partners` the institution; for `path` start and end; for `trend` those whose joint works are counted
help-draw-output = Output file; the extension selects the format (.svg, .dot, .png, .pdf); `-` is standard output
help-draw-to = Format, if not selected by the extension
help-draw-stats = Print statistics of the figure as JSON
help-draw-width = Width on paper in millimetres; the figure is laid out for this width
help-draw-height = Height of the page in millimetres; the figure is laid out to fill it
help-draw-aspect = Page of this ratio at the given width: 16:9, 1:1, 4:5, A4 …
help-draw-preset = Page and type for a purpose
help-draw-theme = Colour theme
help-draw-palette = Colours of clusters
help-draw-title = Title [default: from the data]
help-draw-headline = Finding as the title, computed from what is drawn; `off` names the figure instead
help-draw-no-title = Omit title and subtitle
help-draw-source = Source line [default: from the data]
help-draw-background = Background; `none` leaves it transparent
help-draw-id-prefix = Prefix for ids in the file, for several figures on one page
help-draw-inline = Omit the XML prolog, for pasting into HTML
help-draw-home = Country whose institutions are highlighted, or placed on the left [default: the most frequent]
help-draw-text = Text as text, or as outlines that need no font
help-draw-font-family = Font family that comes before those of the theme; positions are for fonts of usual width
help-draw-font = Font file for .png, .pdf and outlines [default: system fonts]
help-draw-dpi = Resolution of .png
help-draw-highlight = Institution in full colour, with its ties; all others are dimmed. May be repeated
help-draw-data-out = Write the numbers of the figure as CSV: nodes, ties, values of lines
help-draw-alt-out = Write title and text alternative of the figure
help-draw-focus = This institution and those around it
help-draw-depth = Steps from the focus, or from the institution of `ego` [default: 1; `ego`: 2]
help-draw-top = The strongest institutions that are partners of one another, by works plus partners
help-draw-min-weight = Ties of at least this weight
help-draw-component = One connected component by size; 1 is the largest
help-draw-backbone = Ties significant in the disparity filter at this level (0.05)
help-draw-core = The k-core: every institution has at least this many partners in it
help-draw-by = Lines of `trend`: one a country, sector, domain or actor [default: one line of all works]
help-draw-measure = What `trend` counts [default: works]
help-draw-cumulative = Each year of `trend` with all years before it
help-draw-plain = Points and lines without names, for networks of any size (`map`)
help-draw-like = Keep institutions where an earlier map has them: an SVG drawn by collab or a layout file; matched by id
help-draw-save-layout = Write positions to a file for --like
help-draw-engine = Let an installed Graphviz place the nodes (`map`, `bipartite`): dot, neato, fdp, sfdp, circo or twopi
help-draw-engine-limit = Time limit for --engine in seconds, up to one day
help-explore = Write an interactive page, or serve it on this machine with `--serve`
help-explore-output = Page to write, such as page.html; needs no server and no network
help-explore-serve = Serve the page on 127.0.0.1 until Ctrl-C, with an API under /api/
help-explore-port = Port; 0 for a free one
help-app = Write a page that reads any table in a browser and answers the same questions; nothing is uploaded
help-app-output = Page to write, such as collab.html
help-lint = Check SVG files for embedding in documents; exit status 1 if something needs fixing
help-lint-files = SVG files; ids must be unique across all of them
help-report = Write a report: text, figures, tables and a manifest
help-report-output = Output folder
help-report-force = Write into a folder that is not empty and was not created by this command
help-report-claims = Check these statements: a claims file, `article` or `korea-17` [default: `article` for the data set it describes, otherwise none]
help-completions = Print shell completions
help-completions-shell = Shell
help-man = Print the manual page
help-man-command = Command whose page is printed [default: that of the whole program]
help-help = Print help, of a command or of the program
help-help-command = Command, such as `who` or `registry build`
help-bench = Time one task on one file, for comparison with other programs
help-bench-task = Task
help-bench-file = List of ties `i j w` for network tasks; a table for `neighbours` and `ingest`; measurements for `curves`
help-bench-repeat = Number of runs; the median is printed
help-bench-threads = Number of threads
help-bench-seed = Seed of the first run; later runs count up
help-bench-settings = Settings of a task: `x=NAME` for `neighbours`, `algo=full` or `algo=sparse` for `layout`, `effort=thorough` for `communities`
help-bench-save = Write the values, one per line; for `curves` the figure

help-value-view-map = institutions and their ties, with the works on them
help-value-view-bipartite = works and institutions
help-value-view-ego = one institution, its partners and theirs
help-value-view-partners = all partners of one institution as rows, joint works by date
help-value-view-path = the route between two institutions
help-value-view-timeline = works by date and institution
help-value-view-lanes = institutions of a country as lanes on a time axis, joint works as linked dots
help-value-view-geo = the world, with ties as arcs
help-value-view-matrix = institution by institution, exact counts
help-value-view-arc = institutions in one column, joint works as arcs
help-value-view-trend = a measure of works by year: a line a country, sector, domain or actor, many of them as small multiples
help-value-preset-slide = a slide of 16:9, 338.67 × 190.5 mm, with larger type
help-value-preset-social = a square of 1080 pixels at 150 dpi, with larger type
help-value-preset-column = one column, 85 mm
help-value-preset-page = the width of a page, 170 mm
help-value-palette-own = colours of the theme
help-value-palette-okabe-ito = Okabe and Ito, seven colours
help-value-palette-tol = Paul Tol, six bright colours
help-value-palette-vosviewer = VOSviewer
help-value-significance-disparity = against institutions that spread their strength over their partners by lot
help-value-significance-noise-corrected = against weights that follow from the strengths of both ends
help-value-significance-co-occurrence = against institutions that take part in works by lot
