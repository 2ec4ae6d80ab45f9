institutions-others = { $count ->
    [one] 1 other institution took part but does not match the filter; it is not listed.
   *[other] { $count } other institutions took part but do not match the filter; they are not listed.
}
institutions-all-with-partners = { $count ->
    [one] 1 institution, with ties.
   *[other] { $count } institutions, all with ties.
}
institutions-some-with-partners = { $partnered ->
    [0] { COUNTED($count, "institution") }, without ties.
   *[other] { COUNTED($count, "institution") }, { $partnered } of them with ties.
}
institutions-by-works = Institutions by number of { NOUN($kind, 2) }
institutions-by-partners = Institutions by number of partners
