noncollaborators-strength = Strength: the smaller of the two weights for each common partner, summed.
noncollaborators-filter = Pairs in which neither { NOUN($actor) } matches the filter are not listed.
noncollaborators-no-untied = No pair of { NOUN($actor, 2) } has a common partner and no tie.
noncollaborators-none = No pair of { NOUN($actor, 2) } has a common partner and no joint { NOUN($kind) }.
noncollaborators-one-strongest = One of the strongest: { $a } and { $b }, strength { $strength }, through { $partners }.
noncollaborators-strongest = The strongest: { $a } and { $b }, strength { $strength }, through { $partners }.
noncollaborators-untied = { $count ->
    [one] 1 pair has common partners but no tie.
   *[other] { $count } pairs have common partners but no tie.
}
noncollaborators-count = { $count ->
    [one] 1 pair has common partners but no joint { NOUN($kind) }.
   *[other] { $count } pairs have common partners but no joint { NOUN($kind) }.
}
noncollaborators-strength-column = Strength
noncollaborators-other = { $kind ->
    [tie] No tie with
   *[other] No joint { NOUN($kind) } with
}
noncollaborators-untied-caption = Pairs without a tie
noncollaborators-caption = Pairs without a joint { NOUN($kind) }
