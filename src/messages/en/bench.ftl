### `collab bench`.

bench-unreadable = { $path }: cannot be read ({ $reason }).
bench-not-drawn = { $path }: cannot be drawn ({ $reason }).
bench-curves-save = bench curves: name the figure to write with --save FILE.svg.
bench-curves-line = { $path }:{ $line }:1: { $reason }. Each line needs series, size (bytes) and seconds, the last two above 0.
bench-not-positive = size and seconds must be above 0
bench-edges-unreadable = { $path }: cannot be read ({ $reason }). Give a file with one tie `i j w` per line.
bench-edges-line = { $path }:{ $line }:1: expected two node numbers below { $max } and a weight above 0, found “{ $found }”. Write ties as `0 1 2.5`.
bench-unknown-task = bench: unknown task “{ $task }”. Tasks: { $known }, communities, layout, neighbours, ingest.
bench-neighbours = bench neighbours: name an institution, as in --opt x=KAIST.
bench-no-institution = { $path }: no institution is called “{ $name }”. Write the name exactly as in the file.
bench-curves-title = How time grows with the input
bench-curves-subtitle = Time from file to weighted network of institutions, in seconds
