between-same = Both names refer to { $name } ({ COUNTED($count, $kind) }). Its partners: `collab who`.
between-joint = { $a } and { $b } made { COUNTED($count, $kind) } together: { $works }.
between-explicit = { $kind ->
    [tie] The input gives a tie between { $a } and { $b } (weight { $weight }) but no works.
   *[other] The input gives a tie between { $a } and { $b } (weight { $weight }) but no { NOUN($kind, 2) }.
}
between-excluded = { $a } and { $b } made { COUNTED($count, $kind) } together, excluded by the limit on team size: { $works }.
between-none = { $kind ->
    [tie] { $a } and { $b } have no tie.
   *[other] { $a } and { $b } made no { NOUN($kind, 2) } together.
}
between-no-common = No { NOUN($actor) } has ties to both.
between-common = They have { COUNTED($count, $partner) } in common: { $partners }.
between-no-path = { $kind ->
    [tie] No path of ties connects them.
   *[other] No path of joint { NOUN($kind, 2) } connects them.
}
between-excluded-caption = Joint { NOUN($kind, 2) } excluded by the limit on team size

## Between two sets

between-sets = Between { $from } and { $to }: { COUNTED($count, $kind) } and { COUNTED($ties, "tie") }, of { COUNTED($left, $actor) } on the first side and { $right } on the second.
between-sets-none = There are no joint { NOUN($kind, 2) } and no ties between { $from } and { $to }.
between-sets-strongest = Strongest: { $a } and { $b } (weight { $weight }){ $others ->
    [0] .
    [one] , and 1 other tie of the same weight.
   *[other] , and { $others } other ties of the same weight.
}
between-sets-from = From
between-sets-to = To
between-sets-ties = Ties
between-sets-side = Side
between-sets-label = { $set }
