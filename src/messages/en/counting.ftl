counting-definition = Strength: the sum of the weights of { ONE($actor) }’s ties. A { NOUN($kind) } of n { NOUN($actor, 2) } adds to each pair 1 (full), 1/(n−1) (fractional) or 2/(n(n−1)) (strict).
counting-full = Full
counting-fractional = Fractional
counting-strict = Strict
counting-no-partners = { $others ->
    [0] No { NOUN($actor) } has ties.
   *[other] No { NOUN($actor) } that matches the filter has ties.
}
counting-rise = From full to strict counting, the largest rise in rank: { $moves }.
counting-fall = The largest fall: { $moves }.
counting-same-ranks = Every counting method gives the same ranks.
counting-same-ends = Full and strict counting give the same ranks; fractional counting gives others.
counting-moves-alike = { $names } (each from { $full } to { $strict })
counting-move = { $name } (from { $full } to { $strict })
counting-full-to-strict = Full to strict
counting-caption = Strength and rank by counting method
counting-work-of-team = { $work } ({ COUNTED($institutions, $actor) })
counting-largest = { $number ->
    [one] { $works } is behind the most pairs that rest on a single { NOUN($kind) }: { $count } of { COUNTED($ties, "pair") } ({ $share }) { $count ->
        [one] exists
       *[other] exist
    } through it alone.
   *[other] { $works } are behind the most pairs that rest on a single { NOUN($kind) }: { $count } of { COUNTED($ties, "pair") } ({ $share }) { $count ->
        [one] exists
       *[other] exist
    } through each of them alone.
}
counting-single = { $count ->
    [one] Of { COUNTED($ties, "pair") }, 1 ({ $share }) rests on a single { NOUN($kind) }.
   *[other] Of { COUNTED($ties, "pair") }, { $count } ({ $share }) rest on a single { NOUN($kind) }.
}
counting-excluded-all = , all through { $work }
counting-excluded-unnamed = { "" }
counting-excluded-some = , { $count } of them through { $work } alone
counting-excluded = { $added ->
    [0] Without the limit on team size there would be the same { COUNTED($total, "pair") }.
   *[other] Without the limit on team size there would be { COUNTED($total, "pair") }, { $added } ({ $share }) of them new{ $cause }.
}
counting-sole-pairs = Through it alone
counting-share-of-pairs = Share of pairs
counting-share-of-weight = Share of weight
counting-works-caption = Share of single { NOUN($kind, 2) }
