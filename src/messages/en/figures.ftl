### Figures: titles, subtitles, descriptions, legends and notes of the views.

figures-isolates = { $excluded ->
    [one] One { NOUN($actor) } without a partner is not shown.
   *[other] { $excluded } { NOUN($actor, 2) } without a partner are not shown.
}
figures-isolates-large-teams = { $excluded ->
    [one] One { NOUN($actor) } is not shown, as all of its partners are
   *[other] { $excluded } { NOUN($actor, 2) } are not shown, as all of their partners are
} in { NOUN($kind, 2) } excluded for their size.
figures-part-of = { $shown } of the { COUNTED($all, $actor) } of the part chosen

## Arc diagram

figures-arc-title = Partnerships as arcs
figures-arc-title-ties = Ties as arcs
figures-arc-title-part = Partnerships as arcs: { $part }
figures-arc-title-ties-part = Ties as arcs: { $part }
figures-arc-subtitle-works = Each arc joins two { NOUN($actor, 2) } with joint { NOUN($kind, 2) }; the thicker, the more
figures-arc-subtitle-weight = Each arc is a tie between two { NOUN($actor, 2) }; the thicker, the larger its weight
figures-arc-subtitle-mixed = Each arc joins two { NOUN($actor, 2) } with joint { NOUN($kind, 2) } or a tie; the thicker, the more
figures-arc-description-pairs = { COUNTED($institutions, $actor) }, { $arcs ->
    [one] one arc
   *[other] { $arcs } arcs
} between pairs.
figures-arc-description = { COUNTED($institutions, $actor) }, { $arcs ->
    [one] one arc
   *[other] { $arcs } arcs
} between pairs and { $sets ->
    [one] one set
   *[other] { $sets } sets
} of { NOUN($kind, 2) } shared by four or more { NOUN($actor, 2) }.
figures-arc-legend-pill = { HEADING($kind) } of 4 or more
figures-arc-lineless = { $count ->
    [one] Without an arc, as its partners are not shown: { $names }.
   *[other] Without an arc, as their partners are not shown: { $names }.
}
figures-arc-most-works = The { $shown } { NOUN($actor, 2) } with the most joint { NOUN($kind, 2) }; { $excluded ->
    [one] one other with partners is
   *[other] { $excluded } others with partners are
} not shown; none has more.
figures-arc-largest-weight = The { $shown } { NOUN($actor, 2) } with the largest total weight; { $excluded ->
    [one] one other with partners is
   *[other] { $excluded } others with partners are
} not shown; none has a larger one.
figures-arc-most-works-part = Of the part chosen, the { $shown } { NOUN($actor, 2) } with the most joint { NOUN($kind, 2) }; { $excluded ->
    [one] one other with partners is
   *[other] { $excluded } others with partners are
} not shown; none has more.
figures-arc-largest-weight-part = Of the part chosen, the { $shown } { NOUN($actor, 2) } with the largest total weight; { $excluded ->
    [one] one other with partners is
   *[other] { $excluded } others with partners are
} not shown; none has a larger one.

## Parts shared by several views

figures-country = { $country }
figures-legend-elsewhere = Elsewhere
figures-numbers-in-marks = Numbers in marks: { NOUN($kind, 2) }.
figures-works = { COUNTED($shown, $kind) }
figures-works-of = { $shown } of { COUNTED($all, $kind) }

## Path

figures-path-title = How { $from } and { $to } are connected
figures-path-links-works = joint { NOUN($kind, 2) }
figures-path-links-ties = ties
figures-path-subtitle = Shortest chain of { $links }: { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} (bold)
figures-path-subtitle-detours = Shortest chain of { $links }: { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
} (bold). Thin: routes of { $lengths } steps
figures-path-subtitle-none = No chain of { $links } connects the two; these are their components
figures-path-subtitle-none-excluded = No chain of { $links } connects the two without the { NOUN($kind, 2) } excluded for their size; these are their components
figures-path-none-excluded = No chain of { $links } connects { $from } and { $to } without the { NOUN($kind, 2) } excluded for their size.
figures-path-together-excluded = Both took part in { $name } ({ COUNTED($institutions, $team) }), which is excluded for its size.
figures-path-description = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}: { $chain }.
figures-path-description-long = { $steps ->
    [one] { $steps } step
   *[other] { $steps } steps
}: { $first } – … – { $last }.
figures-path-chain = { $chain } – { $next }
figures-path-none = No chain of { $links } connects { $from } and { $to }.
figures-path-hidden = The first and last { $drawn } { NOUN($actor, 2) } of the path; { $hidden ->
    [one] one between them is
   *[other] { $hidden } between them are
} not shown.
figures-path-undrawn = { $count ->
    [one] 1 more path is not drawn: { $paths }.
   *[other] { $count } more paths are not drawn: { $paths }.
}
figures-path-component = Component of { $name }: { COUNTED($institutions, $actor) }
figures-path-legend-shortest = Shortest
figures-path-legend-detour = Other route

## Timeline

figures-timeline-title-models = Who built what with whom, and when
figures-timeline-title-works = Who published what with whom, and when
figures-timeline-subtitle = Columns are { NOUN($kind, 2) } by date; dots are the { NOUN($actor, 2) } behind them
figures-timeline-description = { $years }: { $works } by { $institutions }. { $joint }
figures-timeline-undated = { $works } by { $institutions }. { $joint }
figures-timeline-joint = { $joint ->
    [0] None of them is joint.
    [one] One of them is joint.
   *[other] { $joint } of them are joint.
}
figures-timeline-institutions = { COUNTED($shown, $actor) }
figures-timeline-institutions-of = { COUNTED($all, $actor) }, { $shown } of them in rows
figures-timeline-latest = The latest { $shown } joint { NOUN($kind, $shown) }; { $excluded ->
    [one] one other is not shown, not known to be later.
   *[other] { $excluded } others are not shown, none known to be later.
}
figures-timeline-latest-solo = The latest { $shown } { NOUN($kind, $shown) } of a single { NOUN($actor) }; { $excluded ->
    [one] one other is not shown, not known to be later.
   *[other] { $excluded } others are not shown, none known to be later.
}
figures-timeline-undated-part = { $shown } joint { NOUN($kind, $shown) }; { $excluded ->
    [one] one other, undated as well, is
   *[other] { $excluded } others, undated as well, are
} not shown.
figures-timeline-undated-part-solo = { $shown } { NOUN($kind, $shown) } of a single { NOUN($actor) }; { $excluded ->
    [one] one other, undated as well, is
   *[other] { $excluded } others, undated as well, are
} not shown.
figures-without-institution = Not shown: { COUNTED($count, $kind) } without { ONE($actor) }.
figures-timeline-solo = { $excluded ->
    [one] One { NOUN($kind) } of a single { NOUN($actor) } is
   *[other] { $excluded } { NOUN($kind, 2) } of a single { NOUN($actor) } are
} not shown.
figures-timeline-without-row = { $count ->
    [one] One more { NOUN($actor) } behind these { NOUN($kind, 2) } has
   *[other] { $count } more { NOUN($actor, 2) } behind these { NOUN($kind, 2) } have
} no row.
figures-timeline-legend-joint = Bar, bold name = joint { NOUN($kind) }
figures-timeline-undated-band = Undated

## Ego view

figures-legend-abroad = Abroad
figures-ego-title = Partners of { $name }
figures-ego-one-ring = Ring = partners
figures-ego-two-rings = Outer ring = their partners
figures-ego-description = { $name } and its { COUNTED($count, $partner) }: { $partners }.
figures-ego-description-part = { $name } and { $shown } of its { COUNTED($count, $partner) }: { $partners }.
figures-ego-description-min-works = { $name } and the { COUNTED($count, $partner) } with at least { $number } joint { NOUN($kind, 2) }: { $partners }.
figures-ego-description-min-works-part = { $name } and { $shown } of the { COUNTED($count, $partner) } with at least { $number } joint { NOUN($kind, 2) }: { $partners }.
figures-ego-description-min-weight = { $name } and the { COUNTED($count, $partner) } by ties of weight { $number } or more: { $partners }.
figures-ego-description-min-weight-part = { $name } and { $shown } of the { COUNTED($count, $partner) } by ties of weight { $number } or more: { $partners }.
figures-ego-alone-excluded-short = { $name } has joint { NOUN($kind, 2) } only in teams excluded for their size
figures-ego-alone-excluded = { $name } has joint { NOUN($kind, 2) } only in teams excluded for their size.
figures-ego-alone-works-short = { $name } has no joint { NOUN($kind) } with another { NOUN($actor) }
figures-ego-alone-works = { $name } has no joint { NOUN($kind) } with another { NOUN($actor) }.
figures-ego-alone-min-works-short = { $name } has no tie of { $number } or more joint { NOUN($kind, 2) }
figures-ego-alone-min-works = { $name } has no tie of { $number } or more joint { NOUN($kind, 2) }.
figures-ego-alone-ties-short = { $name } has no tie with another { NOUN($actor) }
figures-ego-alone-ties = { $name } has no tie with another { NOUN($actor) }.
figures-ego-alone-min-weight-short = { $name } has no tie of weight { $number } or more
figures-ego-alone-min-weight = { $name } has no tie of weight { $number } or more.
figures-ego-min-works = Only ties of { $number } or more joint { NOUN($kind, 2) }.
figures-ego-min-weight = Only ties of weight { $number } or more.
figures-ego-excluded-partners = { $count ->
    [one] One more partner is
   *[other] { $count } more partners are
} not shown.
figures-ego-excluded-outer = { $count ->
    [one] One more partner of those shown is
   *[other] { $count } more partners of those shown are
} not shown.
figures-ego-hidden-ties = { $count ->
    [one] One tie among the partners is
   *[other] { $count } ties among the partners are
} not shown.
figures-ego-legend-center = Centre
figures-ego-legend-direct = Direct: { $value }
figures-ego-legend-other = Other
figures-ego-legend-triangle = Three together
figures-ego-legend-pill = { HEADING($kind) } of 4+

## Measures of ties

figures-measure-works = joint { NOUN($kind, 2) }
figures-measure-weight = weight
figures-measure-mixed = joint { NOUN($kind, 2) } or weight
figures-measure-works-value = { $count } joint { NOUN($kind, $count) }
figures-measure-weight-value = weight { $number }
figures-measure-mixed-value = joint { NOUN($kind, 2) } or weight: { $number }

## Matrix

figures-legend-cluster = Colour = cluster
figures-matrix-title-largest-weight = Ties of the { $shown } { NOUN($actor, 2) } with the largest total weight
figures-matrix-title-ties-of = Ties of { $shown } of { COUNTED($all, $actor) }
figures-matrix-title-ties = Ties, pair by pair
figures-matrix-title-most-works = The { $shown } { NOUN($actor, 2) } with the most joint { NOUN($kind, 2) }, pair by pair
figures-matrix-title-works-of = Joint { NOUN($kind, 2) } of { $shown } of { COUNTED($all, $actor) }
figures-matrix-title-works = Joint { NOUN($kind, 2) }, pair by pair
figures-matrix-subtitle-weight = Colour = weight of the pair, with its number where it fits
figures-matrix-subtitle-weight-works = Colour = weight of the pair, with its number where it fits; box on the diagonal = all { NOUN($kind, 2) } of the { NOUN($actor) }
figures-matrix-subtitle = Number = { $measure } of the pair
figures-matrix-subtitle-works = Number = { $measure } of the pair; box on the diagonal = all { NOUN($kind, 2) } of the { NOUN($actor) }
figures-matrix-title-part = Joint { NOUN($kind, 2) }, pair by pair: { $part }
figures-matrix-title-ties-part = Ties, pair by pair: { $part }
figures-matrix-excluded-works-part = { $excluded ->
    [one] One other { NOUN($actor) } of the part chosen is
   *[other] { $excluded } other { NOUN($actor, 2) } of the part chosen are
} not shown; none has more joint { NOUN($kind, 2) }.
figures-matrix-excluded-weight-part = { $excluded ->
    [one] One other { NOUN($actor) } of the part chosen is
   *[other] { $excluded } other { NOUN($actor, 2) } of the part chosen are
} not shown; none has a larger total weight.
figures-matrix-excluded-works = { $excluded ->
    [one] One other { NOUN($actor) } is
   *[other] { $excluded } other { NOUN($actor, 2) } are
} not shown; none has more joint { NOUN($kind, 2) }.
figures-matrix-excluded-weight = { $excluded ->
    [one] One other { NOUN($actor) } is
   *[other] { $excluded } other { NOUN($actor, 2) } are
} not shown; none has a larger total weight.
figures-matrix-without-works = { COUNTED($institutions, $actor) }, none of which has a joint { NOUN($kind) } with another of them.
figures-matrix-without-ties = { COUNTED($institutions, $actor) }, none of which has a tie with another.
figures-matrix-without-works-excluded = { COUNTED($institutions, $actor) }. None has a joint { NOUN($kind) } with another of them, apart from those excluded for their size.
figures-matrix-strongest = Matrix of { COUNTED($institutions, $actor) }. The strongest pair is { $a } and { $b } with { $value }.
figures-matrix-strongest-shown = Matrix of { COUNTED($institutions, $actor) }. The strongest pair shown is { $a } and { $b } with { $value }.
figures-matrix-strongest-several = Matrix of { COUNTED($institutions, $actor) }. { $count } pairs are strongest with { $value } each, among them { $a } and { $b }.
figures-matrix-strongest-several-shown = Matrix of { COUNTED($institutions, $actor) }. Of the pairs shown, { $count } are strongest with { $value } each, among them { $a } and { $b }.
figures-matrix-unnumbered = { $count ->
    [one] The number of one cell ({ $lowest } or more) does not fit.
   *[other] The numbers of { $count } cells ({ $lowest } or more) do not fit.
}
figures-matrix-panel-works = The { NOUN($kind, 2) } in the cells
figures-matrix-panel-most-works = Teams by { NOUN($kind, 2) }
figures-matrix-panel-first = { $heading } ({ $shown } of { $all })
figures-matrix-panel-strongest-works = Strongest pairs
figures-matrix-panel-strongest-weight = Strongest pairs
figures-matrix-panel-strongest-shown = Strongest pairs shown here

## Bipartite view

figures-country-the = the { $country }
figures-month = { $month }{ $undated ->
    [0] { "" }
   *[other] , { $undated } undated
}
figures-period = { $from } – { $to }{ $undated ->
    [0] { "" }
   *[other] , { $undated } undated
}
figures-years = { $years }{ $undated ->
    [0] { "" }
   *[other] , { $undated } undated
}
figures-works-shown-of = { $shown } of { COUNTED($all, $kind) } shown
figures-bipartite-title-models = { COUNTED($works, "model") } and the { COUNTED($institutions, $actor) } that built them
figures-bipartite-title-works = { COUNTED($works, $kind) } and the { COUNTED($institutions, $actor) } behind them
figures-bipartite-title-home-models = { COUNTED($works, "model") } from { $country } and the { COUNTED($institutions, $actor) } that built them
figures-bipartite-title-home-works = { COUNTED($works, $kind) } from { $country } and the { COUNTED($institutions, $actor) } behind them
figures-bipartite-title-part-models = { $works } of { COUNTED($all, "model") } and { $institutions } of the { COUNTED($every, $actor) } that built them
figures-bipartite-title-part-works = { $works } of { COUNTED($all, $kind) } and { $institutions } of the { COUNTED($every, $actor) } behind them
figures-bipartite-columns-home = { COUNTED($left, $actor) } in { $country } (left), { $works } (middle) and { COUNTED($right, $actor) } abroad (right).
figures-bipartite-columns-home-unknown = { COUNTED($left, $actor) } in { $country } (left), { $works } (middle) and { COUNTED($right, $actor) } abroad or of unknown country (right).
figures-bipartite-columns = { COUNTED($left, $actor) } (left) and { $works } (right).
figures-bipartite-joint = { $joint ->
    [0] None of the { NOUN($kind, 2) } is joint work.
    [one] One of the { NOUN($kind, 2) } is joint work.
   *[other] { $joint } of the { NOUN($kind, 2) } are joint work.
}
figures-bipartite-joint-shown = { $joint ->
    [0] None of the { NOUN($kind, 2) } shown is joint work.
    [one] One of the { NOUN($kind, 2) } shown is joint work.
   *[other] { $joint } of the { NOUN($kind, 2) } shown are joint work.
}
figures-bipartite-leader = Most { NOUN($kind, 2) }: { $names } ({ $count }).
figures-bipartite-leader-shown = Most { NOUN($kind, 2) } shown here: { $names } ({ $count }).
figures-bipartite-leaders = Most { NOUN($kind, 2) }: { $names } ({ $count } each).
figures-bipartite-leaders-shown = Most { NOUN($kind, 2) } shown here: { $names } ({ $count } each).
figures-bipartite-description = { $columns } { $joint }
figures-bipartite-description-leaders = { $columns } { $joint } { $leaders }
figures-bipartite-network-models = { $works } and { COUNTED($institutions, $actor) }, linked by { $ties ->
    [one] one tie
   *[other] { $ties } ties
} of who built what. { $joint }
figures-bipartite-network-works = { $works } and { COUNTED($institutions, $actor) }, linked by { $ties ->
    [one] one tie
   *[other] { $ties } ties
} of who took part in what. { $joint }
figures-bipartite-bundled = { HEADING($kind, 2) } of the same { NOUN($actor, 2) } are bundled.
figures-bipartite-selection-works = Shown: { $works } of { COUNTED($all, $kind) }, as they fit, ranked by the joint { NOUN($kind, 2) } of the least active { NOUN($actor) } of each.
figures-bipartite-selection = Shown: { $works } of { COUNTED($all, $kind) } and { $institutions } of { COUNTED($every, $actor) }, as they fit, ranked by the joint { NOUN($kind, 2) } of the least active { NOUN($actor) } of each.
figures-bipartite-without-works = Not shown: { COUNTED($count, $actor) } without a { NOUN($kind) }.
figures-bipartite-part-fits = Of these, { $count ->
    [one] one is
   *[other] { $count } are
} drawn, with { COUNTED($works, $kind) }, as they fit.
figures-bipartite-outside = { HEADING($kind, 2) } outside of this part: { $count }.
figures-bipartite-more-partners = (+n) after a { NOUN($kind) }: n more partners outside of the picture.
figures-bipartite-header = { HEADING($actor, 2) }
figures-bipartite-header-home = { HEADING($actor, 2) } in { $country }
figures-bipartite-header-works = { HEADING($kind, 2) }
figures-bipartite-header-abroad = Partners abroad
figures-bipartite-header-institutions-abroad = { HEADING($actor, 2) } abroad
figures-bipartite-header-abroad-unknown = Abroad or unknown
figures-bipartite-legend-joint = Bold = joint
figures-bipartite-empty = No { NOUN($kind) } with { ONE($actor) }.

## Legends, source line and titles

figures-legend-sectors = { $sectors }
figures-legend-education = { $position ->
    [first] Education
   *[other] education
}
figures-legend-facility = { $position ->
    [first] Research institute
   *[other] research institute
}
figures-legend-company = { $position ->
    [first] Company
   *[other] company
}
figures-legend-government = { $position ->
    [first] Government
   *[other] government
}
figures-legend-healthcare = { $position ->
    [first] Healthcare
   *[other] healthcare
}
figures-legend-nonprofit = { $position ->
    [first] Nonprofit
   *[other] nonprofit
}
figures-legend-archive = { $position ->
    [first] Library, museum
   *[other] library, museum
}
figures-legend-collective = { $position ->
    [first] Research collective
   *[other] research collective
}
figures-legend-other = { $position ->
    [first] Other
   *[other] other
}
figures-legend-unknown = { $position ->
    [first] Unknown
   *[other] unknown
}
figures-legend-numbers = Number = { NOUN($kind, 2) }
figures-legend-numbers-shown = Number = { NOUN($kind, 2) } shown here
figures-legend-equal-sizes = Equal size from { COUNTED($count, $kind) } on (largest: { $largest })
figures-legend-equal-sizes-rings = Equal size from { COUNTED($center, $kind) } (centre), { $first } and { $second } (rings) on
figures-legend-thickest = equal width from { $number } on
figures-legend-thinnest = equal width up to { $number }
figures-legend-own-color = { $names }
figures-name-works = { $name }: { COUNTED($count, $kind) }
figures-institutions = { COUNTED($count, $actor) }
figures-more = +{ $count }
figures-more-works = and { PIECES($count, $kind) } more
figures-more-institutions = and { $count } more
figures-large-team = Without { $name } ({ COUNTED($institutions, $team) }).
figures-large-teams = Without { $name } ({ COUNTED($institutions, $team) }) and { $more ->
    [one] one more { NOUN($kind) } of a large team
   *[other] { $more } more { NOUN($kind, $count) } of large teams
}.
figures-outside = Outside of this part: { $outside } of { COUNTED($all, $actor) }.
figures-weaker-ties = { $count ->
    [one] One weaker tie between the { NOUN($actor, 2) } shown is excluded.
   *[other] { $count } weaker ties between the { NOUN($actor, 2) } shown are excluded.
}
figures-truncated = { $count ->
    [one] One long name is cut (…).
   *[other] { $count } long names are cut (…).
}
figures-source = { $label }: { $inputs }.
figures-source-label = Source
figures-source-dated = { $name } · as of { $date }
figures-source-dated-both = { $name } · as of { $date }

## Plain map

figures-plain-title = { $kind ->
    [tie] Ties between { NOUN($actor, 2) }
   *[other] Who works with whom
}
figures-plain-size = { COUNTED($institutions, $actor) }, { COUNTED($ties, "tie") }
figures-plain-description = { $size }. Nearer { NOUN($actor, 2) } are more closely connected.
figures-plain-layout = Layout: stress minimization; names are omitted.

## Recommended view

figures-advice-bipartite = few enough to show every { NOUN($kind) } and the { NOUN($actor, 2) } behind it
figures-advice-matrix = so many of the pairs work together that lines would cross everywhere
figures-advice-ego = one { NOUN($actor) } is part of every partnership
figures-advice-timeline = too many { NOUN($kind, 2) } for columns of names, few enough for a column each by date
figures-advice-map-ties = the data state ties between { NOUN($actor, 2) }, without works
figures-advice-map = too many { NOUN($kind, 2) } to show each, few enough { NOUN($actor, 2) } to show who works with whom
figures-advice-map-selection = its strongest part, since there are more { NOUN($actor, 2) } than fit a page

## Legend of stroke widths

figures-measure-works-legend = joint { NOUN($kind, 2) }
figures-measure-legend = { $measure }: { $number }
figures-pieces = { PIECES($count, $kind) }

## Partners of an institution

figures-partners-headline-one = { $name } has one partner, { $with }, with { $works } joint { NOUN($kind, $works) }
figures-partners-headline-each-once = { $name } worked with { COUNTED($count, $partner) }, with each on one { NOUN($kind) }
figures-partners-headline-most = { $name } worked with { COUNTED($count, $partner) }, most often with { $with } ({ COUNTED($works, $kind) })
figures-partners-headline-once = { $name } worked with { COUNTED($count, $partner) }, with { $once } of them on just one { NOUN($kind) }
figures-partners-headline-repeated = { $name } worked with { COUNTED($count, $partner) }, with { $repeated } of them on more than one { NOUN($kind) }
figures-partners-subtitle = Each mark is a joint { NOUN($kind) }, by date
figures-partners-subtitle-ties = Bars show the weight of each tie
figures-partners-subtitle-mixed = Each mark is a joint { NOUN($kind) }, by date; a bar is the weight of a tie without { NOUN($kind, 2) }
figures-partners-description = { $name } has { COUNTED($count, $partner) } in { $joint } joint { NOUN($kind, $joint) } ({ $years }). { $strongest }
figures-partners-description-undated = { $name } has { COUNTED($count, $partner) } in { $joint } joint { NOUN($kind, $joint) }. { $strongest }
figures-partners-strongest = Most joint { NOUN($kind, 2) }: { $partners } ({ $works }).
figures-partners-description-part = { $name } and { $shown } of its { COUNTED($count, $partner) }, first of all { $partners }.
figures-partners-description-min-works = { $name } and { $shown } of the { COUNTED($count, $partner) } with at least { $number } joint { NOUN($kind, 2) }, first of all { $partners }.
figures-partners-description-min-weight = { $name } and { $shown } of the { COUNTED($count, $partner) } by ties of weight { $number } or more, first of all { $partners }.
figures-partners-legend-works = Number = joint { NOUN($kind, 2) }. Sorted by number, then by the latest.
figures-partners-legend-weight = Number = weight. Sorted by weight.
figures-partners-legend-mixed = Number = joint { NOUN($kind, 2) }, or the weight of a bar. Sorted by { NOUN($kind, 2) }, then by the latest.
figures-partners-legend-year = Number in a mark = joint { NOUN($kind, 2) } of that year

## Lanes

figures-lanes-title = { HEADING($kind, 2) } of { COUNTED($lanes, $actor) }, by date
figures-lanes-title-home = { HEADING($kind, 2) } of { COUNTED($lanes, $actor) } ({ $country }), by date
figures-lanes-subtitle = Filled dots are joint { NOUN($kind, 2) }, rings those of one { NOUN($actor) }
figures-lanes-subtitle-words = Filled dots are joint { NOUN($kind, 2) }, rings those of one { NOUN($actor) }; partners without a lane are named where they fit
figures-lanes-institutions = { COUNTED($shown, $actor) } with a lane and { $words ->
    [one] one partner
   *[other] { $words } partners
} without
figures-lanes-with = with { $partners }
figures-lanes-with-more = with { $partners } +{ $count }
figures-lanes-earlier = Not shown: { COUNTED($count, $kind) } of these { NOUN($actor, 2) } before { $year }.
figures-lanes-lapsed = No lane, for lack of { NOUN($kind, 2) } since { $year }: { COUNTED($count, $actor) }{ $works ->
    [0] .
    [one] ; one { NOUN($kind) } is not shown.
   *[other] ; { $works } { NOUN($kind, 2) } are not shown.
}
figures-lanes-abroad = Not shown: { COUNTED($count, $kind) } of no { NOUN($actor) } known to be in { $country }.
figures-lanes-without-lane = No lane: { COUNTED($count, $actor) }, none with more joint { NOUN($kind, 2) }{ $works ->
    [0] .
    [one] ; one { NOUN($kind) } is not shown.
   *[other] ; { $works } { NOUN($kind, 2) } are not shown.
}
figures-lanes-unnamed = { $count ->
    [one] The name of one { NOUN($kind) } does
   *[other] The names of { $count } { NOUN($kind, 2) } do
} not fit.
figures-lanes-unnamed-partners = { $count ->
    [one] The partners of one dot do
   *[other] The partners of { $count } dots do
} not fit.
figures-lanes-legend-joint = Joint { NOUN($kind) }
figures-lanes-legend-link = Between these { NOUN($actor, 2) }
figures-lanes-legend-solo = { HEADING($kind) } of one { NOUN($actor) }
figures-lanes-legend-year = Number in a dot = { NOUN($kind, 2) } of that year

## World map

figures-geo-headline-borders = { $cross } of the { COUNTED($ties, "tie") } shown { $cross ->
    [one] crosses
   *[other] cross
} a border
figures-geo-title = Ties of { COUNTED($shown, $actors) } on the map
figures-geo-title-no-ties = No tie to draw on the map
figures-geo-title-no-places = No place is known of the { COUNTED($count, $actor) } with partners
figures-geo-subtitle-none = An empty map: `collab draw map` shows ties without places
figures-geo-subtitle = Arcs are joint { NOUN($kind, 2) }; the wider, the more
figures-geo-subtitle-weight = Arcs are ties; the wider, the larger their weight
figures-geo-description = World map of { COUNTED($shown, $actors) } and { COUNTED($ties, "tie") } between them.
figures-geo-empty = No tie between two places that are known.
figures-geo-excluded = Not shown: { COUNTED($count, $actors) }, none with stronger ties in all.
figures-geo-apart = Not shown: { COUNTED($count, $actors) } without a partner in this part.
figures-geo-unplaced = No place is known of { $names }.
figures-geo-unplaced-more = No place is known of { COUNTED($count, $actor) }, among them { $names }.
figures-geo-unnamed = { $count ->
    [one] One name does
   *[other] { $count } names do
} not fit.
figures-geo-made = Equal Earth projection; coast: Natural Earth. Marks that would overlap are moved apart.
figures-geo-made-insets = Equal Earth projection; coast: Natural Earth. Marks that would overlap are moved apart; insets show the ties within a region.
figures-geo-north-america = North America
figures-geo-europe = Europe
figures-geo-east-asia = East Asia
figures-geo-legend-size = { COUNTED($count, $kind) }

## Findings

figures-headline-none = None of the { COUNTED($works, $kind) } is joint work
figures-headline-all = All { COUNTED($works, $kind) } are joint work
figures-headline-since = { $joint ->
    [one] The only joint { NOUN($kind) } dates from { $years }
   *[other] All { $joint } joint { NOUN($kind, 2) } date from { $years }
}; { $later ->
    [one] the one since is by a single { NOUN($actor) }
   *[other] the { $later } since are by one { NOUN($actor) } each
}
figures-headline-share = { $joint } of the { COUNTED($works, $kind) } { $joint ->
    [one] is
   *[other] are
} joint work
figures-headline-pair = { $a } and { $b } share the most { NOUN($kind, 2) }: { $works }
figures-path-headline = { $from } and { $to } are { $steps ->
    [one] direct partners
   *[other] { $steps } steps apart
}

figures-highlight = In full colour: { $names }.
figures-highlight-missing = Not drawn: { $names }.
figures-trend-heading = { $measure ->
    [joint] Joint { NOUN($kind, 2) }
    [international] International { NOUN($kind, 2) }
    [partners] Partners
    [citations] Citations
    [strength] Tie weight
   *[works] { HEADING($kind, 2) }
}
figures-trend-title = { $heading } by year
figures-trend-title-of = { $heading } of { $names } by year
figures-trend-title-by = { $heading } by year and { NOUN($group) }
figures-trend-title-by-of = { $heading } of { $names } by year and { NOUN($group) }
figures-trend-subtitle = Each year with all years before it
figures-trend-subtitle-lines = { $years ->
    [cumulative] Each year with all years before it; numbers are those of all years
   *[single] Numbers at the names are those of all years
}
figures-trend-subtitle-panels = { $years ->
    [cumulative] Each year with all years before it; grey lines are the other { NOUN($group, 2) }, numbers those of all years
   *[single] Grey lines are the other { NOUN($group, 2) }, numbers those of all years
}
figures-trend-headline-peak = { $year } has the most { $measure }: { $most }
figures-trend-headline-peak-of = { $year } has the most { $measure } of { $names }: { $most }
figures-trend-headline-first = { $name } has the most { $measure }: { $value }; next is { $next } with { $second }
figures-trend-empty = No { NOUN($kind) } to count has a date.
figures-trend-description = { $first } to { $last }. { $lines }.
figures-trend-description-by = { $measure }, { $first } to { $last }. { $lines }.
figures-trend-line = { $name }: { $total } in all, most in { $years } ({ $most })
figures-trend-line-total = { $name }: { $total } in all
figures-trend-line-unknown = { $name }: not recorded
figures-trend-ends = The data are of { $date }: the last year is not complete.
figures-trend-undated = Not drawn: { COUNTED($count, $kind) } without a date.
figures-trend-more = Not drawn: { $count ->
    [one] one further { NOUN($group, $count) }, with no more than those drawn.
   *[other] { $count } further { NOUN($group, $count) }, none with more than those drawn.
}
