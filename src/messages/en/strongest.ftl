strongest-explicit = The strongest tie is { $a } and { $b }: weight { $weight }, given in the input without works.
strongest-one = The strongest tie is { $a } and { $b }: weight { $weight }, { COUNTED($count, $kind) }: { $works }.
strongest-pair = { $a } and { $b }
strongest-team = all { COUNTED($count, "pair") } of { $names }
strongest-several = { $count ->
    [one] The strongest tie has weight { $weight }: { $ties }.
   *[other] { $count } ties are strongest, each with weight { $weight }: { $ties }.
}
strongest-caption = Strongest ties
strongest-cited = { $others ->
    [0] The most cited partnership is { $a } and { $b }
    [one] The most cited partnerships are { $a } and { $b }, and 1 other with as many
   *[other] The most cited partnerships are { $a } and { $b }, and { $others } others with as many
}: { $citations } citations of { COUNTED($count, $kind) }.
strongest-no-citations = No citation counts are recorded for the joint { NOUN($kind, 2) }.
strongest-cited-caption = Ties by the citations of their { NOUN("work", 2) }
strongest-citations = Citations
