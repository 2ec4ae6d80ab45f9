strongest-explicit = The strongest tie is { $a } and { $b }: weight { $weight }, given in the input without works.
strongest-one = The strongest tie is { $a } and { $b }: weight { $weight }, { COUNTED($count, $kind) }: { $works }.
strongest-pair = { $a } and { $b }
strongest-team = all { COUNTED($count, "pair") } of { $names }
strongest-several = { $count ->
    [one] The strongest tie has weight { $weight }: { $ties }.
   *[other] { $count } ties are strongest, each with weight { $weight }: { $ties }.
}
strongest-caption = Strongest ties
