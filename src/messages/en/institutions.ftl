institutions-others = { $count ->
    [one] 1 other { NOUN($actor) } took part but does not match the filter; it is not listed.
   *[other] { $count } other { NOUN($actor, 2) } took part but do not match the filter; they are not listed.
}
institutions-all-with-partners = { $count ->
    [one] 1 { NOUN($actor) }, with ties.
   *[other] { $count } { NOUN($actor, 2) }, all with ties.
}
institutions-some-with-partners = { $partnered ->
    [0] { COUNTED($count, $actor) }, without ties.
   *[other] { COUNTED($count, $actor) }, { $partnered } of them with ties.
}
institutions-by-works = { HEADING($actor, 2) } by number of { NOUN($kind, 2) }
institutions-by-partners = { HEADING($actor, 2) } by number of partners
