overview-joint = { $count ->
    [0] None of them was made by two or more { NOUN($actor, 2) }.
    [one] 1 of them ({ $share }) was made by two or more { NOUN($actor, 2) }.
   *[other] { $count } of them ({ $share }) were made by two or more { NOUN($actor, 2) }.
}
overview-institutions-only = { COUNTED($count, $actor) }, without works or ties. A separate list of ties can be added with another --data.
overview-empty = { $filter ->
    [some] Nothing matches the filter.
   *[none] No works, { NOUN($actor, 2) } or ties.
}
overview-ties-only = { $kind ->
    [tie] { COUNTED($count, $actor) }. The input has ties between them and no works.
   *[other] { COUNTED($count, $actor) }, connected by ties that the input states without { NOUN($kind, 2) }.
}
overview-clusters = { $count ->
    [one] Leiden finds 1 cluster of two or more { NOUN($actor, 2) }.
   *[other] Leiden finds { $count } clusters of two or more { NOUN($actor, 2) }.
}
overview-no-joint-works = There are no partnerships: no { NOUN($kind) } has two { NOUN($actor, 2) }.
overview-all-excluded = There are no partnerships: { NOUN($kind, 2) } with more than { COUNTED($cap, $team) } make no ties (--max-team { $cap }).
overview-size = { COUNTED($works, $kind) } by { COUNTED($institutions, $actor) }.
overview-size-date = { COUNTED($works, $kind) } by { COUNTED($institutions, $actor) }, { $date }{ $undated ->
    [0] { "" }
   *[other] { " " }({ COUNTED($undated, $kind) } without a date)
}.
overview-size-period = { COUNTED($works, $kind) } by { COUNTED($institutions, $actor) }, { $first } – { $last }{ $undated ->
    [0] { "" }
   *[other] { " " }({ COUNTED($undated, $kind) } without a date)
}.
overview-unrecorded = For { COUNTED($count, $kind) }, no { NOUN($actor) } is recorded.
overview-ties = { $count ->
    [one] There is 1 { $kind ->
        [tie] tie
       *[other] partnership
    } with weight { $weight }.
   *[other] There are { $count } { $kind ->
        [tie] ties
       *[other] partnerships
    } with a total weight of { $weight }.
}
overview-connected = They form one component of { COUNTED($largest, $actor) }.
overview-components = They form { $count } components, the largest with { COUNTED($largest, $actor) }.
overview-isolates = { $capped ->
    [0] { $count ->
        [one] 1 { NOUN($actor) } has no partners.
       *[other] { $count } { NOUN($actor, 2) } have no partners.
    }
   *[other] { $count ->
        [one] 1 { NOUN($actor) } has no ties, as the limit on team size excludes its joint { NOUN($kind, 2) }.
       *[other] { $count } { NOUN($actor, 2) } have no ties; for { $capped } of them, the limit on team size excludes the joint { NOUN($kind, 2) }.
    }
}
overview-strongest = { $kind ->
    [tie] The strongest tie is
   *[other] The strongest partnership is
} { $a } and { $b } (weight { $weight }).
overview-strongest-team = The strongest partnerships are the { $count } among { COUNTED($institutions, $actor) } with the same { COUNTED($works, $kind) } (weight { $weight } each): { $names }.
overview-strongest-equal = { $count } { $kind ->
    [tie] ties
   *[other] partnerships
} rank first with weight { $weight }.
overview-within-groups = { $count ->
    [one] Of { COUNTED($total, "tie") }, 1 joins parts of one group: { $pairs }. To count each group as one institution, use --level group.
   *[other] Of { COUNTED($total, "tie") }, { $count } join parts of one group: { $pairs }. To count each group as one institution, use --level group.
}
overview-next = Next: { $command } who { $a } · { $command } between { $a } { $b } · { $command } rank · { $command } report
overview-strongest-caption = { $kind ->
    [tie] Strongest ties
   *[other] Strongest partnerships
} ({ $shown } of { $total })
overview-caption = { $kind ->
    [tie] Ties
   *[other] Partnerships
}
