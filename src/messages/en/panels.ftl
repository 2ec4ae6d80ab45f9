### Texts of panels: two editions of a table, or its periods, on one layout.

panels-title = { $kind ->
    [model] Who builds models together
    [publication] Who publishes together
    [tie] Ties between { NOUN($actor, 2) }
   *[other] Who works together
}, { $panels ->
    [edition] in two editions
   *[period] by period
}
panels-institutions = { COUNTED($count, $actor) }
panels-institutions-of = { $shown } of { COUNTED($all, $actor) } with ties
panels-subtitle = { $institutions }, at the same places in { $panels ->
    [edition] both editions
   *[period] all periods
}. Line width = { $measure ->
    [weight] weight
    [works] joint { NOUN($kind, 2) }
   *[mixed] joint { NOUN($kind, 2) } or weight
}
panels-note-number = Number in a node = its { NOUN($kind, 2) } in the { $panels ->
    [edition] edition
   *[period] period
}.

panels-teams = { $count ->
    [one] One of the ties drawn rests
   *[other] { $count } of the ties drawn rest
} only on { NOUN($kind, 2) } of four or more { NOUN($actor, 2) }.

panels-change = { $change ->
    [new] { $count } new
    [gone] { $count } gone
    [stronger] { $count } stronger
   *[weaker] { $count } weaker
}{ $position ->
    [first] { " " }{ NOUN("tie", $count) }
   *[other] { "" }
}
panels-changes = { $changes }
panels-changes-shown = { $all } ties differ; shown here: { $changes }
panels-no-change = No tie differs between the editions
panels-no-change-shown = { $all ->
    [one] One tie differs, and it is
   *[other] { $all } ties differ, all of them
} between { NOUN($actor, 2) } that are not shown
panels-headline-periods = { COUNTED($first, "tie") } in { $from }, { $last } in { $to }{ $scope ->
    [part] , among the { $institutions } { NOUN($actor, 2) } shown
   *[all] { "" }
}
panels-most = Most ties in { $period }: { $count }{ $scope ->
    [part] , among the { $institutions } { NOUN($actor, 2) } shown
   *[all] { "" }
}
panels-description = { $finding }. { $counts }
panels-compared = { COUNTED($before, "tie") } drawn before, { $now } now.
panels-pairs = { $count ->
    [one] One pair has
   *[other] { $count } pairs have
} ties in { $panels ->
    [one] one period
   *[other] { $panels } periods
}.
panels-shown-changed = Shown: { $shown } of { COUNTED($all, $actor) } with ties, those of the ties that differ most; { $changed } of { $changes } ties that differ, { $ties } of { $all_ties } in all.
panels-shown = Shown: { $shown } of { COUNTED($all, $actor) } with ties, chosen by their strongest ties in a period; { $ties } of { $all_ties } pairs.

panels-edition = { $edition ->
    [old] Before
   *[new] Now
}: { $name } ({ $content })
panels-edition-works = { COUNTED($count, $kind) }
panels-edition-ties = { COUNTED($count, "tie") }
panels-period = { $first ->
    [same] { $last }
   *[other] { $first }–{ $last }
}
panels-excluded = Over the cap of { $cap } { NOUN($actor, 2) }, and without ties: { COUNTED($old, $kind) } before, { $new } now.
panels-merged = { $count ->
    [one] One tie before was
   *[other] { $count } ties before were
} between names that are one { NOUN($actor) } now.
panels-undated = { $count ->
    [one] One { NOUN($kind) } without a date is
   *[other] { $count } { NOUN($kind, 2) } without a date are
} in no period.
panels-earlier = { $count ->
    [one] One joint { NOUN($kind) } before { $year } is
   *[other] { $count } joint { NOUN($kind, 2) } before { $year } are
} not shown.
panels-over-cap = Over the cap of { $cap } { NOUN($actor, 2) }, and without ties: { COUNTED($count, $kind) }.

panels-legend-absent = not in this { $panels ->
    [edition] edition
   *[period] period
}
panels-legend-change = { $change ->
    [new] new tie
    [gone] gone
    [stronger] stronger
   *[weaker] weaker
}
panels-absent-tooltip = { $name }, not in this { $panels ->
    [edition] edition
   *[period] period
}
panels-tie = { $a } – { $b }: { $weight }{ $change ->
    [new] {" "}(new)
    [gone] {" "}(gone)
    [stronger] {" "}(stronger)
    [weaker] {" "}(weaker)
   *[same] { "" }
}
