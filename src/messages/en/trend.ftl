### Counts by year: `trend`.

trend-all = All { NOUN($kind, 2) }
trend-of = { NOUN($kind, 2) } of { $names }
trend-name = { $name }
trend-measure = { $measure ->
    [joint] joint { NOUN($kind, 2) }
    [international] international { NOUN($kind, 2) }
    [partners] partners
    [citations] citations
    [strength] tie weight
   *[works] { NOUN($kind, 2) }
}
trend-nothing = The data have no { NOUN($kind, 2) }.
trend-none = There are no { $subject }.
trend-no-group = No { NOUN($kind) } has a recorded { NOUN($group) }.
trend-unknown = The number of { $measure } is not recorded.
trend-undated-only = { $name }: { $value } { $measure }, none with a date.
trend-one-year = { $name }: { $value } { $measure }, of dated ones all in { $year }.
trend-total-nothing = { $name }: { $value } { $measure }, { $undated ->
    [0] dated
   *[other] those with a date from
} { $first } to { $last }.
trend-total = { $name }: { $value } { $measure }, { $undated ->
    [0] dated
   *[other] those with a date from
} { $first } to { $last }; the most in { $years } ({ $most }).
trend-next = Next: { $names }.
trend-next-one = { $name } ({ $value })
trend-undated = { COUNTED($count, $kind) } without a date: in the last row where it is shown, in no year.
trend-ungrouped = { COUNTED($count, $kind) } in no group, as no { NOUN($group) } is recorded.
trend-several = A { NOUN($kind) } counts once for each { NOUN($group) } that it has, so that groups overlap.
trend-unknown-works = Not known for { COUNTED($count, $kind) }, which { $count ->
    [one] is
   *[other] are
} left out of the { $measure ->
    [citations] sums.
   *[international] counts.
}
trend-citations-as-of = Citation counts as of { $date }; older { NOUN("work", 2) } had more time to be cited.
trend-definition = { $measure ->
    [partners] Partners: for countries and sectors, the others on the same { NOUN($kind, 2) }; else { NOUN($actor, 2) } on joint { NOUN($kind, 2) } of the year.
   *[strength] Tie weight: what the { NOUN($kind, 2) } of the year add to ties; for { ONE($actor) }, to its own.
}
trend-caption = By year: { $measure }
trend-caption-cumulative = Up to and including each year: { $measure }
