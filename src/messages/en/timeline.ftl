timeline-undated = { $count ->
    [one] { COUNTED($count, $kind) } has no date; it counts in the row “undated” alone.
   *[other] { COUNTED($count, $kind) } have no date; they count in the row “undated” alone.
}
timeline-no-partners = { $name } has no ties in the data.
timeline-no-dated = No tie has a dated { NOUN($kind) }.
timeline-of-one-day = { $name } has { COUNTED($count, "partner") }: { $partners } ({ $works }).
timeline-of = { $name } has { COUNTED($count, "partner") }. First: { $oldest } ({ $first }). Most recent: { $newest } ({ $last }).
timeline-one-day = { COUNTED($count, "tie") }, all begun with { $works }: { $ties }.
timeline-all = { COUNTED($count, "tie") }. First: { $oldest } ({ $first }). Most recent: { $newest } ({ $last }).
timeline-ends = { $a } with { $b }
timeline-busiest = { $count ->
    [one] Year with most new ties: { $years } (1).
   *[other] Year with most new ties: { $years } ({ $count }).
}
timeline-busiest-several = Years with most new ties: { $years } ({ $count } each).
timeline-longest = The longest tie: { $ends }, from { $first } to { $last }.
timeline-longest-several = { $count } ties are longest, { $months ->
    [one] 1 month
   *[other] { $months } months
} each: { $ends }.
timeline-undated-row = undated
timeline-first = First joint { NOUN($kind) }
timeline-latest = Latest joint { NOUN($kind) }
timeline-caption = Ties, most recent first
timeline-year = Year
timeline-new-partners = New partners
timeline-new-partner-names = Names
timeline-new-institutions = New institutions
timeline-new-ties = New ties
timeline-by-year = By year
