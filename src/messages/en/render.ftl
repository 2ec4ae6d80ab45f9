### Output formats: errors of fonts, Graphviz and layout files, and words of documents.

## Fonts and pictures

render-unreadable = Cannot read the figure: { $reason }.
render-no-face = { $file } contains no font. Give a .ttf, .otf or .ttc file.
render-no-font = No font is installed to draw the text. Install fonts-noto-cjk or fonts-nanum, or add --font FILE.
render-too-large = { $width } × { $height } pixels are too many. Choose a lower --dpi or a smaller --width.
render-not-embeddable = The font { $font } cannot be embedded. Choose another with --font FILE.
render-compression = Cannot compress the picture: { $reason }.
render-missing-glyphs = No available font has the characters { $characters }. Install fonts-noto-cjk or fonts-nanum, or add --font FILE

## Graphviz

render-graphviz-missing = Graphviz is not installed: there is no program “{ $program }”. Install it (Debian: apt install graphviz, macOS: brew install graphviz), or remove --engine; the built-in layout needs no other program.
render-graphviz-timeout = Graphviz “{ $program }” did not finish within { $seconds } s and was stopped. Draw a smaller part, allow more time (--engine-limit), or remove --engine.
render-graphviz-failed = Graphviz “{ $program }” failed: { $reason }.
render-graphviz-no-layout = The output of Graphviz “{ $program }” is not a layout of this graph (expected a line "node NAME X Y …" for each node, as of -Tplain). Check `{ $program } -V`, or remove --engine.

## Layout files

render-layout-error = { $location }: { $reason }. Give --like an SVG drawn by collab, or a file written by --save-layout.
render-layout-unknown = neither a layout file nor an SVG figure
render-layout-empty = no node drawn by collab (a shape in a group with data-id)
render-layout-json = not valid JSON ({ $reason })
render-layout-version = not a layout file with "layout": { $version }
render-layout-nodes = no "nodes" (id → x, y)
render-layout-position = { $id } needs "x" and "y" in millimetres
render-layout-svg = not a readable SVG ({ $reason })

## Documents

render-figure = Figure { $number }
render-figure-name = Figure
render-table-name = Table
render-more-rows = The first { $shown } of { $all } rows.

## Workbooks

render-sheet-rows = The table “{ $table }” has { $rows } rows; a sheet holds { $max }. Write it as .csv, or filter the data first.
render-sheet-failed = Cannot write the workbook: { $reason }. Write the answer as .csv instead.
render-sheet-cut = { $count ->
    [one] One cell is longer than a sheet allows and was cut after { $max } characters. The .csv file has it in full.
   *[other] { $count } cells are longer than a sheet allows and were cut after { $max } characters. The .csv file has them in full.
}
render-sheet-dates = Where only the month or the year of a date is known, the cell shows that much and holds the first day of it.
render-sheet-heading = { $column ->
    [sheet] Sheet
    [kind] Kind
   *[text] Text
}
render-sheet-role = { $role ->
    [source] Source
    [table] Table
    [answer] Answer
    [tool] Program
   *[note] Note
}
