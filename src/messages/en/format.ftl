### Errors and notices of the formats.

format-above-e-largest-can = is above 1e15, the largest that can be added up
format-above-zero = is not above zero
format-announced-vertices = { $count } vertices are announced, but the file names { $named }, and no more than { $max } may go without a tie; correct the number
format-answer-collab-itself-json = an answer of collab itself (--json)
format-answer-sparql-wikidata = an answer of SPARQL (Wikidata)
format-attribute-no = an attribute has no =
format-attribute-no-value = an attribute has no value
format-attribute-stands-twice-tag = an attribute occurs twice in one tag
format-attributes-taken = attributes that were not used: { $titles }
format-authors = authors
format-begins-no-entity-write = an & begins no entity; write it as &amp;
format-below-e-smallest-can = is below 1e-15, the smallest that can be told from zero
format-chart-plotly = a chart (Plotly)
format-chart-vega = a chart (Vega)
format-closes-nothing = </{ $found }> closes nothing
format-collabgraph-program-reads-version = "collabgraph" is { $part }, but this program reads version { $version }; get a newer program or an older file
format-column-square-matrix-no = the column “{ $name }” of the square matrix has no row; rows and columns need the same names
format-columns-names-column-twice = --columns names one column twice; source, target and weight are three columns
format-columns-names-source-target = --columns names source, target or weight, but these are items without their list of ties, or have other columns; check the names of the columns
format-columns-taken = columns that were not used: { $others }{ $weights ->
    [unknown] ; each tie counts 1, for none of them is known to contain weights (--columns weight=NAME uses one)
   *[known] {""}
}
format-columns-taken-2 = columns that were not used: { $unused }
format-comma-stands-before-end = a comma stands before the end
format-comment-holds = a comment contains --
format-concepts = concepts
format-content-no-known-format = the content is in no known format; name it with --input-format
format-convert-works-csv-column = convert the works to CSV with a column of institutions, and read that
format-country-unknown = “{ $text }” is not a country of ISO 3166; it was kept as recorded
format-crossref-other = an answer of Crossref on something other than works ({ $kind })
format-csl-json = CSL-JSON (Zotero, Mendeley, Crossref)
format-data-frame-pandas = a data frame (pandas)
format-date = the date
format-dates-as-epochs = the numbers in the column “{ $column }” are times since 1970; they were read as dates
format-description-interface-openapi = the description of an interface (OpenAPI)
format-diagonal-matrix-holds-numbers = the diagonal of the matrix contains { $own ->
    [one] 1 number that makes no tie; it was not used
   *[other] { $own } numbers that make no tie; they were not used
}
format-directed-ties-read-ties = { $directed ->
    [one] 1 directed tie was read as a tie
   *[other] { $directed } directed ties were read as ties
} without direction
format-document-no-network-expected = the document has no "network"; expected { "{" }"network": { "{" }"items": […], "links": […]{ "}" }{ "}" }
format-document-no-works-expected = the document has no "works"; expected { "{" }"collabgraph": 1, "works": [{ "{" }"name": …, "institutions": […]{ "}" }]{ "}" }
format-document-type-declares-entities = the document type declares entities or elements of its own; such files are not read, delete the <!DOCTYPE …>
format-dot-brace-closes = a { "}" } closes nothing here; delete it
format-dot-brace-open = the { "{" } that opens here is never closed; close it with { "}" }
format-dot-character = “{ $ch }” has no meaning here in DOT; put names with such characters in quotes
format-dot-comment-open = the comment that opens here is never closed; close it with */
format-dot-groups = an edge between groups stands for more than { $max } ties, which no network needs
format-dot-markup-open = the markup that opens here is never closed; close it with >
format-dot-statement = this is not DOT here; expected a statement such as “a -- b [weight=2];” or “a [label="A"];”
format-dot-written-read-take = this is DOT, which this build cannot read (it lacks the feature dot); take GEXF, GraphML or a list of ties of the same network
format-edge-data-ends = { $count ->
    [one] 1 word stands
   *[other] { $count } words stand
} before the data, where two names are expected; names with blanks need a tab or a comma between them (networkx: delimiter="\t")
format-edge-data-line = expected two names and their data, such as KAIST NAVER { "{" }'weight': 2{ "}" }
format-element-more-than-attributes = the element has more than { $max_attributes } attributes; no network needs that
format-elements-stand-more-than = elements are nested more than { $max_depth } deep, which no network needs; save it flat
format-empty-list = an empty list
format-empty-object = an empty object
format-entity-known-only-amp = the entity &{ $name }; is not known; only &amp; &lt; &gt; &quot; &apos; and numbers are read
format-entity-known-only-amp-2 = the entity &{ $name }; is not known, only &amp; &lt; &gt; &quot; &apos; and numbers are
format-expected-collabgraph-works-name = expected { "{" }"collabgraph": 1, "works": [{ "{" }"name": …, "institutions": […]{ "}" }]{ "}" }, such works one a line, works of OpenAlex with "authorships", or VOSviewer's { "{" }"network": …{ "}" }
format-expected-key-such-node = expected a key such as node or label, found “{ $ch }”
format-export-neoj = an export of Neo4j
format-export-network-graphml-gexf = export the network as GraphML, GEXF or a list of ties (CSV), and read that
format-fetch-openalex-works = fetch works instead, as in https://api.openalex.org/works?filter=authorships.institutions.id:I…
format-fetch-works-their-authorships = fetch the works with their authorships (select= must name them, or be left out)
format-field-occurs-twice = { $field } occurs twice
format-file-ends-inside-list = the file ends inside a list: a ] is missing, or the file is cut off
format-file-ends-inside-open = the file ends inside { $open } open elements: it is cut off; download or copy it again
format-file-no-vertices = the file has no *Vertices
format-file-settings = a file of settings
format-funders = funders
format-gdf-cells = the row has { $found } cells, but its heading has { $expected }; put names with a comma in quotes
format-gdf-start = expected a line nodedef>name VARCHAR,label VARCHAR and the nodes below it
format-gexf-file-no-graph = the GEXF file has no <graph>; expected <gexf><graph><nodes>…</nodes><edges>…</edges></graph></gexf>
format-given-again = { $name } has other clusters, positions or numbers here than where it was given first; the first count
format-gml-file-no-graph = the GML file has no graph; expected graph [ node [ id 1 label "A" ] edge [ source 1 target 2 ] ]
format-graph-comments-konect-metis = a text behind comments of %
format-graph-within-graph-starts = a graph within a graph starts here; flatten it first
format-graphml-file-no-graph = the GraphML file has no <graph>; expected <graphml><graph><node/><edge/></graph></graphml>
format-here-expected-mend-file = { $of } is { $shown } here; expected { $expected }; correct the file there
format-holds-sums = holds sums
format-id-declared-twice-later = the id "{ $id }" is declared twice; the later one was taken
format-id-must-whole-number = an id must be a whole number or a text in quotes
format-id-stands-here-elsewhere = the id “{ $id }” stands for { $label } here and for { $other } elsewhere; read such pairs of files one at a time
format-id-stands-line-already = the id “{ $id }” is already used in line { $line }; every item needs an id of its own
format-information-authors-semantic-scholar = information on authors of Semantic Scholar
format-information-citations-opencitations = information on citations (OpenCitations)
format-information-models-hugging-face = information on models of Hugging Face
format-information-organisations-ror = information on organisations of ROR
format-information-repositories-github = information on repositories of GitHub
format-inputformat-asked-content-leave = --input-format { $key } was asked for, but the content is { $found }; leave the option out, or name the right format
format-institution = an institution
format-institution-needs-name = an institution needs a "name"
format-institution-work = an institution of the work
format-institutions = institutions
format-item-neither-id-nor = the item has neither "id" nor "label"; it needs one of them
format-item-no-id-every = the item has no id; every item needs one of its own
format-json = JSON
format-json-adjacency-rows = "adjacency" has more rows than there are nodes ({ $count }); every node needs one row
format-json-ends-middle-value = the JSON ends in the middle of a value: the file is cut off; download or copy it again
format-json-expected-here-mend = this is not the JSON that was expected here: { $problem }; correct the file there
format-json-key = "{ $key }"
format-json-link-end = the link has no { $key }; every link needs two ends
format-json-no-country = { $word } is not a country; write a code (KR) or a name
format-json-no-date = { $word } is not a date; write 2024, 2024-12 or 2024-12-09
format-json-no-known-format = the JSON is in no known format: it is { $name }; { $advice }
format-json-node-id = the node has no id; every node needs one (id, key, label or name)
format-json-nodes = the document has no list of nodes; expected { "{" }"nodes": [{ "{" }"id": "KAIST"{ "}" }], "links": [{ "{" }"source": "KAIST", "target": "NAVER"{ "}" }]{ "}" }
format-json-of = JSON of { $source }
format-json-other = { $text }
format-json-schema = a JSON Schema
format-json-several-graphs = a second graph stands here; one file is one network
format-kept = kept for those who ask for them: { $parts }
format-kept-clusters = clusters of { $count ->
    [one] 1 vertex
   *[other] { $count } vertices
} (from { $titles }; clusters --given)
format-kept-positions = positions of { $count ->
    [one] 1 vertex
   *[other] { $count } vertices
} (draw map --positions file)
format-kept-scores = the numbers { $titles } (export --scores file)
format-key-declared-twice-leave = the key “{ $id }” is declared twice; leave one of the two
format-key-known-ignored-wherever = the key "{ $key }" is not known; it was ignored everywhere
format-key-must-stand-double = a key must stand in double quotes
format-key-no-value-write = the key “{ $key }” has no value; write one after it, as in “{ $key } 1”, or delete the key
format-key-stands-twice-leave = the key { $key } occurs twice in one { $parent }; leave one of them
format-keys = { $count ->
    [one] key
   *[other] keys
} { $keys }{ $more ->
    [yes] , …
   *[no] {""}
}
format-konect-columns = numbers behind the ties that are no weights, such as times, were not used
format-lgl-start = expected a vertex as “# KAIST”, then a neighbour a line and perhaps a weight
format-line-cells-first-line = the line has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, the first line { $width }; a list of ties has the same on every line, and in an adjacency list every vertex has a line of its own (--input-format adjacency reads it without); write one tie a line: source,target,weight
format-lines-before-network = { $lines ->
    [one] 1 line
   *[other] { $lines } lines
} of other text before the network; left out
format-linked-data-jsonld = linked data (JSON-LD)
format-list = a list
format-list-begins-null = a list that begins with null
format-list-claims-read-check = a list of claims (read by check --claims)
format-list-empty-lists = a list of empty lists
format-list-empty-objects = a list of empty objects
format-list-institutions = a list of institutions
format-list-items-needs-column = a list of items needs the column id or label
format-list-names-such-kaist = a list of names such as ["KAIST", "NAVER"]
format-list-numbers = a list of numbers
format-list-objects = a list of objects, [{ "{" }…{ "}" }, { "{" }…{ "}" }]
format-list-objects-2 = a list of objects with the { $keys }
format-list-records-none-institutions = a list of records of which none has "institutions" ({ $keys })
format-list-rows-without-names = a list of rows without names
format-list-such-source-says = a list such as [{ "{" }"source": …, "says": …{ "}" }]
format-list-texts = a list of texts
format-list-texts-such-b = a list of texts such as ["A", "B"]
format-list-ties-needs-columns = a list of ties needs the columns Source and Target (and Weight, if ties differ), or two names and a number a line; other columns are named with --columns source=NAME,target=NAME,weight=NAME
format-list-true-false = a list of true and false
format-list-works-openalex-without = a list of works of OpenAlex without authorships
format-lists-stand-more-than = lists are nested more than { $max_depth } deep, which no network needs; save it flat
format-looks-like-matrix-nothing = this looks like a matrix of 0 and 1, but nothing says whether its columns are institutions; if each row is a work and each column an institution, use --input-format incidence, or write one row a work with its institutions in one cell: work,institutions
format-looks-like-read-write = this looks like { $what }, which is not read; write one tie a line: source,target,weight{ $fix ->
    [names] , or put the names above and beside the numbers (if it is a list of ties: --input-format edges)
    [edges] { " " }(if it is a list of ties: --input-format edges)
   *[none] {""}
}
format-map-geojson = a map (GeoJSON)
format-map-kumu = a map of Kumu
format-matrix-market-head = of Matrix Market, sparse matrices of numbers are read: %%MatrixMarket matrix coordinate real (or integer, pattern) general (or symmetric); save it as one of these
format-matrix-market-size = expected the numbers of rows, columns and cells of the matrix here, such as 4 4 5
format-matrix-needs-names-own = a matrix needs names of its own in the first row and the first column, and numbers between them
format-matrix-says-ties-no = the matrix says { $there } from { $one } to { $two } but { $back } from { $two } to { $one }, and ties have no direction; make both the same, or write one tie a line: source,target,weight
format-matrix-without-names = a matrix of 0 and 1 without names
format-metadata-arxiv = metadata of arXiv
format-metis-head = the first line of a METIS graph holds the numbers of vertices and ties, and perhaps which weights follow, as in 6 5 001
format-metis-lines = the first line says that there are { $count } vertices, but more lines of neighbours follow; correct the number or delete the lines
format-metis-one-end = the tie of { $own } and { $other } does not stand alike in the lines of both; METIS lists every tie at both of its ends
format-metis-ties = the first line says that there are { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}, but { $found ->
    [one] 1 is
   *[other] { $found } are
} listed; correct the number or the lines
format-metis-twice = the neighbour { $vertex } stands twice on this line; leave one of them
format-metis-weight-missing = the neighbour { $vertex } has no weight, but the first line says that each has one; write it behind the neighbour
format-missing-before-here = { $field } is missing before here
format-missing-colon = a : is missing
format-missing-comma-or-brace = a , or { "}" } is missing
format-missing-comma-or-bracket = a , or ] is missing
format-mode-second-number-vertices = “{ $a }” and “{ $b }” are of one mode, but the network has two, and a tie joins one with the other; correct the tie, or read the network with --one-mode
format-modes-of-some = some vertices have a mode (bipartite) and others have none; all were read as institutions
format-modes-vertex-in-both = “{ $id }” is both a first and a second end of ties, so with --two-mode it would be an institution and a work; leave --two-mode out, or write institutions first and works second in every tie
format-more-stands-after-end = more stands after the end of the JSON
format-name-such-kaist-object = a name such as "KAIST", or an object with "id" or "name"
format-name-table-made = name the table that it was made from
format-network-cytoscape = a network of Cytoscape
format-network-cytoscape-cx = a network of Cytoscape (CX)
format-network-graphology-sigma-gephi = a network of graphology (Sigma, Gephi Lite)
format-network-json-graph-format = a network in the JSON Graph Format
format-network-networkx-adjacency = a network of NetworkX (adjacency)
format-network-no-items-expected = the network has no "items"; expected { "{" }"items": [{ "{" }"id": 1, "label": "…"{ "}" }], "links": […]{ "}" }
format-network-nodes-links-networkx = a network of nodes and links (NetworkX, d3, vis.js, Gephi)
format-network-number = --network { $chosen } was asked for, but the file has { $count ->
    [one] 1 network
   *[other] { $count } networks
}; give a number from 1 to { $count }
format-network-title = { $number } “{ $title }”
format-network-two-modes-read = a network of two modes: the { $taken ->
    [first] first was
   *[second] second was
} read as institutions, the other as works (--columns { $other } swaps them)
format-network-two-modes-whose = the network has two modes, whose numbers are 1 and 2; give --columns work=1,institutions=2 or the other way round
format-networks-several = the file has { $count } networks, of which number { $chosen } was read; --network N takes another: { $titles }{ $more ->
    [yes] , …
   *[no] { "" }
}
format-never-closed = <{ $name }> is never closed
format-no-column = has no column
format-no-date-expected-yearmonthday = “{ $text }” is not a date; expected year-month-day
format-no-date-expected-yearmonthday-2 = “{ $text }” is not a date (expected year-month-day); left blank
format-no-date-year-taken = “{ $recorded }” is not a date; the year was taken if there is one
format-no-every-needs = the { $what } has no { $key }; every { $what } needs one
format-no-every-needs-2 = the <{ $name }> has no { $attribute }="…"; every <{ $name }> needs one
format-no-finite-number = is not a finite number
format-no-json-value-begins = no JSON value begins here
format-no-list-write = { $key } has no list; write it as { $key } [ … ]
format-no-meaning-here-expected = { $word } has no meaning here; expected { $wanted }
format-no-number-vertex-expected = “{ $text }” is not a number of a vertex; expected 1 to { $count }; a partition (.clu) or vector (.vec) is not a network, read its .net
format-no-vertex-number = “{ $text }” is no vertex; expected a number from 1 to { $count }, or a label that the file gives
format-no-work-expected-work = { $what }, and no work; expected a work such as { "{" }"id": "https://openalex.org/W…", "authorships": […]{ "}" }
format-no-works-institutions-read = no works and institutions are read from it; name another file
format-no-works-read-names = no works are read from it; names of institutions are given with --authority, ROR's with names --ror
format-notebook-jupyter = a notebook (Jupyter)
format-number-after-no-letter = a number after &# is not that of a character
format-number-without-quotes = a number without quotes
format-object = an object with the { $keys }
format-object-2 = an object
format-object-neither-name-nor = this object has neither "name" nor "title" nor "institutions", and is not a work; expected { $work }
format-object-neither-title-nor = this object has neither "title" nor "authorships"
format-object-such-id-snu = an object such as { "{" }"id": "snu", "name": …{ "}" }
format-object-such-name-edsr = an object such as { "{" }"name": "EDSR", "institutions": ["SNU"]{ "}" }
format-only-half-matrix-holds = only one half of the matrix contains weights; each tie was taken from it
format-openalex = this is one of the { $name } of OpenAlex
format-openalex-other = information on { $name } of OpenAlex, not on works
format-other-records = other records
format-page-counts-openalex-groupby = a page of counts of OpenAlex (group_by)
format-page-openalex-without-any = a page of OpenAlex without any result
format-page-results-every-line = a page of results on every line
format-page-without-any-result = a page without any result
format-pajek-matrix-shape = the matrix needs { $rows } rows of { $width } numbers, but row { $row } has { $found }; correct the row, or the numbers behind *Vertices
format-partition-vector-no-network = a partition or vector is not a network; read its .net, or a project that contains the network
format-publishers = publishers
format-quote-opens-here-closed = the quote that opens here is not closed on its line; close it with "
format-quote-opens-here-never = the quote that opens here is never closed; close it with "
format-read-data = this is { $name }, which is not read as data; { $advice }
format-read-expected-vertices-edges = “{ $word }” is not read; expected *Vertices, *Edges, *Arcs, *Edgeslist, *Arcslist or *Matrix
format-read-list-ties-whose = this is read as a list of ties, whose columns are source, target and weight; name those with --columns
format-read-matrix-no-columns = this is read as a matrix, which has no columns to name; leave one of --columns and --input-format out
format-relations-added = the ties are of { $count } relations ({ $names }); ties of one pair were added up
format-replaced-authority-says-merged = “{ $name }” is replaced by { $taken }, as the authority says; merged into it
format-row-as-list = a list of values
format-row-as-object = an object of columns and values
format-row-blank-cells-left = a row of blank cells was excluded
format-row-cells-header-put = the row has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, the header { $width }; put a name that contains a comma or blank in double quotes, and give every column a header
format-row-matrix-cells-expected = the row of the matrix has { $cells ->
    [one] 1 cell
   *[other] { $cells } cells
}, expected { $width }
format-row-matrix-no-name = the row of the matrix has no name; write one in its first cell
format-row-occurs-twice = stands twice
format-row-of-table = a row of the table
format-row-square-matrix-rows = the row “{ $name }” of the square matrix { $why }; rows and columns need the same institutions, each once, and no sums
format-rows-matrix-no-names = the rows of the matrix have no names; put the name of each work into the first column
format-rows-of-many-keys = the records have { $count } different keys, of which each has few; a table has the same columns in all rows
format-rows-of-table = a list of rows of a table ({ $keys })
format-save-same-rows-csv = save the same rows as CSV with a header line (pandas: to_csv), and read that
format-second-graph-starts-here = a second <graph> starts here; one file is one network
format-second-graph-starts-here-2 = a second graph starts here; one file is one network
format-second-graph-starts-here-3 = a second <graph> starts here; one file is one network
format-second-root-element-starts = a second root element starts after the end of the first; leave one in the file
format-sector-unknown = “{ $text }” is not a known category ({ $words }); excluded
format-server-error = an error message of a server
format-server-error-saying = an error message of a server (“{ $text }”)
format-several-items-called-kept = several items are called “{ $name }”; they are kept apart by their ids (this one is “{ $id }”)
format-sif-line = expected a name, a relation and another name on this line
format-single-value = a single value, { $cut }
format-software-package = the description of a software package (package.json)
format-something-here-no-address = something here is not an address; only addresses were taken
format-sources = sources
format-square-matrix-ties = a square matrix of ties
format-square-matrix-without-names = a square matrix without names
format-stands-here-expected = { $found } stands here; expected { $wanted }
format-stands-line-already-counted = { $id } is already in line { $first }; counted once
format-stands-matrix-expected-where = “{ $text }” stands in the matrix; expected 1 where the institution took part in the work, else 0
format-spells = { $count ->
    [one] 1 tie has
   *[other] { $count } ties have
} dates; --since and --until keep those that were there at some time of the period
format-spells-no-dates = times of ties such as { $text } are no dates and were not used
format-stands-vertices-first-two = “{ $text }” stands for the vertices of the first of two modes, which are 1 to { $count }; correct the number, or delete it if the network has one mode
format-stands-where-due = </{ $found }> stands where </{ $expected }> is due
format-tag-comment-value-never = a tag, comment or value is never closed
format-tag-text-more-than = a tag or text of more than 1 MiB starts here, which no network needs; the file is damaged, save it again
format-tag-understood = a tag cannot be read
format-text-quotes = a text in quotes
format-text-quotes-2 = a text in quotes
format-text-quotes-list = a text in quotes, or a list of them
format-text-stands-outside-root = there is text outside the root element, which XML does not allow; delete it
format-text-such-year = a text such as "2024-12-09", or a year
format-leda-end = “{ $end }” is no vertex of this graph; its vertices are 1 to { $count }
format-leda-head = here a LEDA graph needs a number: after LEDA.GRAPH come the types of vertices and ties on a line each, the number of vertices with as many lines, and the number of ties with as many lines; save it again with GraphWin or LEDA
format-tgf-id-twice = the id “{ $id }” stands twice; every vertex needs an id of its own
format-tie-end-only-tie = the tie has one end only; a tie is two numbers and perhaps a weight
format-tie-ends-no-item = the tie ends at “{ $id }”, but no item of the map has that id; add the item or correct the tie
format-tie-ends-no-item-2 = the tie ends at “{ $id }”, but no item has that id; add the item or correct the tie
format-tie-lacks-end-left = the tie lacks an end; excluded
format-ties-end-item-left = { $lost ->
    [one] 1 tie ends at an item that is excluded, or joins
   *[other] { $lost } ties end at an item that is excluded, or join
} two works; excluded
format-ties-mirrored = every pair is listed in both directions; each of the { $pairs ->
    [one] 1 pair
   *[other] { $pairs } pairs
} counts as one tie
format-ties-name-their-ends = the ties name their ends by number; read the list of items (VOSviewer's map file) together with this file
format-ties-repeat-another-between = { $repeated ->
    [one] 1 tie repeats
   *[other] { $repeated } ties repeat
} another between the same work and institution; counted once
format-ties-repeat-pair-their = { $parallel ->
    [one] 1 tie repeats
   *[other] { $parallel } ties repeat
} a pair; their weights were added up
format-ties-stand-before-vertices = ties come before *Vertices; list the vertices first
format-ties-weights-cannot-counted = { $nothing ->
    [one] 1 tie has a weight
   *[other] { $nothing } ties have weights
} that cannot be counted with, such as 0; excluded
format-ties-works-institutions-weight = { $weighted ->
    [one] 1 tie of a work and an institution has
   *[other] { $weighted } ties of works and institutions have
} a weight other than 1; an institution takes part in a work or does not, and counts once
format-topics = topics
format-tree-ds-hierarchy = a tree (d3's hierarchy)
format-true-false = true or false
format-u-escape-names-no = a \u escape in it names no character
format-ucinet-cells = the matrix needs { $rows } rows of { $columns } numbers; correct the matrix or the numbers in the header
format-ucinet-data = the file has no data: line
format-ucinet-format = the format “{ $format }” of UCINET is not read; save the network as fullmatrix, edgelist1, edgelist2, nodelist1 or nodelist2
format-ucinet-labels = there are { $count } labels, but the header says that there are { $size } vertices; correct one of the two
format-ucinet-number = a whole number is expected behind { $key }
format-ucinet-several = the file holds several matrices (nm); save the one that is meant in a file of its own
format-ucinet-tie = expected two ends and perhaps a weight on this line
format-ucinet-word = “{ $word }” is not known in the header of a DL file; expected n, nr, nc, format, labels or data
format-value-attribute-quotes = the value of an attribute is not in quotes
format-value-no-number-text = the value of { $key } is “{ $word }”, which is not a number; a text stands in quotes, as in { $key } "{ $word }"
format-vertices-announces-vertices-file = *Vertices announces { $count } vertices, but the file names { $named }, and no more than { $max } may go without a line or a tie; correct the number, or give each vertex a line such as 3 "KAIST"
format-vertices-needs-number-vertices = *Vertices needs the number of vertices, as in “*Vertices 12”
format-vertices-without-labels-no = vertices without labels and no ties: a partition (.clu) or vector (.vec) is not a network; read its .net
format-weights-change = { $count ->
    [one] 1 later weight of a tie was
   *[other] { $count } later weights of ties were
} not used; the first counts
format-weight-no-number-write = the weight “{ $text }” is not a number; write it like 2 or 0.5
format-weight-tie-empty-write = the weight of the tie is empty; write a number such as 2 or 0.5, or leave it out
format-weight-tie-left-out = the weight { $text } { $why }; the tie was excluded
format-weight-write-number-above = the weight { $text } { $why }; write a number above zero, or 0 where there is no tie
format-weights-blank-counted = { $blank ->
    [one] 1 weight is
   *[other] { $blank } weights are
} blank, counted as 1
format-weights-those-taken-though = the weights are those of { $weight }; not used, though they may be weights too: { $rivals } (--columns weight=NAME takes another column)
format-wellformed-xml-attribute-holds = this is not well-formed XML: the attribute { $key } contains a bare < or &; write it as &lt; or &amp;
format-wellformed-xml-mend-file = this is not well-formed XML: { $what }; correct the file there, or save it again
format-whole-number-without-quotes = a whole number without quotes, such as 12
format-whole-number-without-quotes-2 = a whole number without quotes
format-work = a work
format-work-openalex-without-authorships = a work of OpenAlex without authorships
format-works = works
format-xml-no-known-format = the XML is in no known format: expected <gexf> or <graphml>
format-vna-section = “{ $text }” is no section of a VNA file; expected *Node data, *Node properties or *Tie data
format-vna-start = expected a line *Node data or *Tie data, a line of titles below it, and the rows below that
format-vna-cells = the row has { $found } cells, but its titles are { $expected }; put names with blanks in quotes
format-vna-id-twice = the node “{ $id }” stands twice; every node needs a row of its own
format-tlp-deep = lists stand too deep within each other here; a graph needs few levels
format-tlp-outside = this stands outside of the list that began with (tlp; check the parentheses before it
format-tlp-open = the list that opens here is not closed; close it with )
format-tlp-edge = an edge needs its number and two nodes, as in (edge 0 1 2)
format-tlp-nodes = “{ $text }” is no node or range of nodes; write them like 0..4 or 7
format-vna-tie = the row has one name only; a row of *Tie data begins with both ends
format-table-of-numbers = this is a table of numbers with the columns { $columns }, in which no column names works or institutions, and it is no square matrix of ties, for its rows have other names than its columns; expected one work a row with its institutions (--columns work=NAME,institutions=NAME), or one tie a line: source,target,weight (numbers that say which institution took part in which work: --input-format incidence)
