timeline-undated = { $count ->
    [one] { COUNTED($count, $kind) } has no date; it counts in the row “undated” alone.
   *[other] { COUNTED($count, $kind) } have no date; they count in the row “undated” alone.
}
timeline-no-partners = { $name } has no ties.
timeline-no-dated = No tie has a dated { NOUN($kind) }.
timeline-partners = { $name } has { COUNTED($count, $partner) }.
timeline-ties = There { $count ->
    [one] is { COUNTED($count, "tie") }.
   *[other] are { COUNTED($count, "tie") }.
}
timeline-dated = { $count ->
    [one] Only one of them has a joint { NOUN($kind) } with a date.
   *[other] Only { $count } of them have a joint { NOUN($kind) } with a date.
}
timeline-begun = { $dates ->
    [some] { $order ->
        [open] { $position ->
            [first] By the recorded dates, one of these began first, and they leave open which: { $ties }, with { $works }.
            [last] By the recorded dates, one of these began most recently, and they leave open which: { $ties }, with { $works }.
           *[only] The recorded dates leave open which of these began first: { $ties }, with { $works }.
        }
       *[known] { $position ->
            [first] By the recorded dates, begun first: { $ties }, with { $works }.
            [last] By the recorded dates, begun most recently: { $ties }, with { $works }.
           *[only] { $count ->
                [one] By the recorded dates, begun: { $ties }, with { $works }.
               *[other] By the recorded dates, begun on one date: { $ties }, with { $works }.
            }
        }
    }
   *[all] { $order ->
        [open] { $position ->
            [first] One of these began first, and their dates leave open which: { $ties }, with { $works }.
            [last] One of these began most recently, and their dates leave open which: { $ties }, with { $works }.
           *[only] The dates leave open which of these began first: { $ties }, with { $works }.
        }
       *[known] { $position ->
            [first] Begun first: { $ties }, with { $works }.
            [last] Begun most recently: { $ties }, with { $works }.
           *[only] { $count ->
                [one] Begun: { $ties }, with { $works }.
               *[other] Begun on one date: { $ties }, with { $works }.
            }
        }
    }
}
timeline-filter = What is first or new here is so among the { NOUN($kind, 2) } that match the filter.
timeline-ends = { $a } with { $b }
timeline-busiest = Most new ties in a year: { $count } in { $years }.
timeline-busiest-several = Most new ties in a year: { $count } each in { $years }.
timeline-longest = By the recorded dates, the longest time between first and latest is that of { $ends }: { $first } and { $last }.
timeline-longest-several = By the recorded dates, { $count } ties are longest, { $months ->
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
timeline-new-institutions = New { NOUN($actor, 2) }
timeline-new-ties = New ties
timeline-by-year = By year
