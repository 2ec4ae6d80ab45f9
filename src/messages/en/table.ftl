# Tables: where they start, their columns and cells.

table-preface = { $count ->
    [one] the first line was left out, for the table starts below it (“{ $first }”; --skip N says how many lines to leave out)
   *[other] the first { $count } lines were left out, for the table starts below them (“{ $first }” …; --skip N says how many lines to leave out)
}
