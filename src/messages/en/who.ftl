who-nothing = { $name } has no { NOUN($kind, 2) } and no partners in the data.
who-solo = { COUNTED($count, $kind) } without partners{ $list }.
who-no-list = { "" }
who-list = { ": " }{ $works }
who-only-solo = { $total ->
    [one] { $name } made { COUNTED($total, $kind) }, without partners{ $list }.
   *[other] { $name } made { COUNTED($total, $kind) }, all without partners{ $list }.
}
who-all-excluded = { $name } made { COUNTED($total, $kind) }; those with other { NOUN($actor, 2) } are excluded by the limit on team size.
who-all-joint = { $total ->
    [one] { $name } made { COUNTED($total, $kind) }, with { COUNTED($partners, $partner) }{ $top }.
   *[other] { $name } made { COUNTED($total, $kind) }, all of them joint, with { COUNTED($partners, $partner) }{ $top }.
}
who-some-joint = { $name } made { COUNTED($total, $kind) }, { PIECES($joint, $kind) } of them joint{ $excluded ->
    [0] { "" }
   *[other] { " " }(besides { PIECES($excluded, $kind) } excluded by the limit on team size)
}, with { COUNTED($partners, $partner) }{ $top }.
who-partner = { PIECES($count, $kind) } with { $name }
who-top-partners = , most often { $partners }
who-weighted-partner = { $name } (weight { $weight })
who-explicit-ties = { $name } has { COUNTED($count, $partner) } in ties stated without works: { $partners }.
