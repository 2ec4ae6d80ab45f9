evidence-caption = Evidence
evidence-before-caption = Evidence before
evidence-now-caption = Evidence now
evidence-explicit-ties = Ties given without works have no rows to cite.
evidence-unnamed-input = an unnamed input
evidence-rows = { $count ->
    [one] 1 row of { $input }
   *[other] { $count } rows of { $input }
}
evidence-rows-numbered = { $rows ->
    [one] row { $list } of { $input }
   *[other] rows { $list } of { $input }
}
evidence-rows-at = { $count ->
    [one] 1 row of { $input } (line { $list })
   *[other] { $count } rows of { $input } ({ $lines ->
        [one] line
       *[other] lines
    } { $list })
}
evidence-and = { $file }; { $rest }
evidence-none = Evidence: none, as there are no { NOUN($kind, 2) }.
evidence-named = Evidence: { $files }.
evidence-underlying = Evidence ({ NOUN($kind, 2) } behind this answer): { $files }.
evidence-excluded = Excluded by the limit on team size: { $files }.
evidence-file = File
evidence-line = Line
