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
between-no-common = No institution has ties to both.
between-common = They have { COUNTED($count, "partner") } in common: { $partners }.
between-no-path = { $kind ->
    [tie] No path of ties connects them.
   *[other] No path of joint { NOUN($kind, 2) } connects them.
}
between-excluded-caption = Joint { NOUN($kind, 2) } excluded by the limit on team size
