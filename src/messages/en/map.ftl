### Texts of the partnership map.

map-title = { $kind ->
    [model] Who builds models together
    [publication] Who publishes together
    [tie] Ties between { NOUN($actor, 2) }
   *[other] Who works together
}
map-title-country = { $country }: { $kind ->
    [model] who builds models together
    [publication] who publishes together
    [tie] ties between { NOUN($actor, 2) }
   *[other] who works together
}

map-institutions = { COUNTED($count, $actor) }
map-institutions-of = { $shown } of { COUNTED($all, $actor) }
map-joint = { $count } joint { NOUN($kind, $count) }
map-ties = { COUNTED($count, "tie") }
map-pairs = { $kind ->
    [tie] { COUNTED($count, "tie") }
   *[other] { $count ->
        [one] { $count } partner pair
       *[other] { $count } partner pairs
    }
}
map-dated = { $content }, { $period }

map-subtitle-no-ties = { $institutions }, { $kind ->
    [tie] no ties
   *[other] no joint { NOUN($kind, 2) }
}
map-subtitle-weight = { $institutions }, { $content }. Line width = weight
map-subtitle-works = { $institutions }, { $content }. Line width = joint { NOUN($kind, 2) }{ $measure ->
    [mixed] { " or weight" }
   *[works] { "" }
}
map-subtitle-evidence = { $institutions }, { $content }. Line width = joint { NOUN($kind, 2) }{ $measure ->
    [mixed] { " or weight" }
   *[works] { "" }
}, labels = { NOUN($kind) } names

map-note-number = Number in a node = its { NOUN($kind, 2) }.
map-note-number-value = Number in a node = its { $measure }.
map-note-size = Size of a mark = { $measure }{ $scope ->
    [part] , in the network of all { COUNTED($all, $actor) }
   *[all] { "" }
}.
map-note-hidden-partners = (+n) after a { NOUN($kind) }: n more partners that its line does not reach.
map-note-truncated = { $count ->
    [one] One long name shortened (…).
   *[other] { $count } long names shortened (…).
}

map-excluded-work = Excluded for its size: { $work } ({ COUNTED($count, $team) }).
map-excluded-more = { $count ->
    [one] One more large { NOUN($kind) } excluded.
   *[other] { $count } more large { NOUN($kind, 2) } excluded.
}
map-excluded-teams = { $count ->
    [one] One team of four or more is not drawn for lack of space.
   *[other] { $count } teams of four or more are not drawn for lack of space.
}
map-excluded-large-teams = { $count ->
    [one] One more large team is not drawn.
   *[other] { $count } more large teams are not drawn.
}
map-without-partners = No partners:
map-unnamed = No space for { $count ->
    [one] the name of one { NOUN($actor) }.
   *[other] the names of { $count } { NOUN($actor, 2) }.
}
map-unplaced-evidence = { $count ->
    [one] One line or triangle has
   *[other] { $count } lines or triangles have
} no space for the names of { NOUN($kind, 2) }.
map-dense = Dense network: see the matrix for each pair.
map-dense-unnamed = Too dense to name the { NOUN($kind, 2) } on { $count ->
    [one] one tie
   *[other] { $count } ties
}; see the matrix for each pair.
map-new = { $count ->
    [one] New against the earlier figure: { $names }.
   *[other] New against the earlier figure ({ $count }): { $names }.
}
map-outside = { COUNTED($count, $actor) } not shown.
map-outside-named = { COUNTED($count, $actor) } not shown: { $names }.
map-weaker-ties = { $count ->
    [one] One weaker tie between the { NOUN($actor, 2) } shown is left out.
   *[other] { $count } weaker ties between the { NOUN($actor, 2) } shown are left out.
}

map-shown-component = Shown: connected component { $number } by size ({ COUNTED($count, $actor) }).
map-shown-alone = Shown: { ONE($actor) } that is connected to no other.
map-shown-focus = Shown: { $name } and { NOUN($actor, 2) } up to { $depth ->
    [one] one step
   *[other] { $depth } steps
} away.
map-shown-min-weight = Shown: ties of weight { $weight } or more.
map-shown-backbone = Shown: backbone (disparity filter, α < { $level }).
map-shown-core = Shown: the { $k }-core, in which each { NOUN($actor) } has at least { $k } partners.
map-shown-top = Shown: the { $count } { NOUN($actor, 2) } with the most { $kind ->
    [tie] partners
   *[other] { NOUN($kind, 2) } plus partners
}, each a partner of another{ $equals ->
    [cut] { "; of equals, those of greater weight, then the first by identifier" }
   *[whole] { "" }
}.

map-summary-size = { $institutions }, { $content }.
map-summary-team = { $name } and { $others ->
    [one] one other { NOUN($actor) }
   *[other] { $others } other { NOUN($actor, 2) }
} { $kind ->
    [model] made
   *[other] published
} { COUNTED($works, $kind) } together.
map-summary-strongest = The strongest tie{ $scope ->
    [shown] { " shown" }
   *[all] { "" }
} is { $a } – { $b } ({ $weight }).
map-summary-strongest-of = { $count } ties{ $scope ->
    [shown] { " shown" }
   *[all] { "" }
} are the strongest ({ $weight } each), { $a } – { $b } among them.
map-summary-components = { $count } separate groups of partners: { $components }.
map-component = { $name } and { $others ->
    [one] one other
   *[other] { $others } others
}
map-component-more = { $count ->
    [one] one more group
   *[other] { $count } more groups
}
map-summary-singles = { $count ->
    [one] One { NOUN($actor) } has no tie here.
   *[other] { $count } { NOUN($actor, 2) } have no tie here.
}

map-legend-abroad = abroad
map-legend-abroad-unknown = abroad or unknown
map-legend-triangle = 3 partners
map-legend-pill = { $range } partners
map-legend-new = new since the earlier figure
map-legend-unshown = partners without a line
map-legend-between = between clusters
map-legend-works = { COUNTED($count, $kind) }
map-legend-size = size = { $measure }: { $value }
map-legend-no-value = no value ({ $count })
map-legend-color = { $by ->
    [cluster] Colour = cluster:
    [country] Colour = home country:
    [year] Colour = mean year of its { NOUN($kind, 2) }:
   *[kind] Colour = kind:
}
map-legend-color-rest = { $by ->
    [cluster] other clusters
   *[country] other countries
} ({ $count })
map-legend-color-unknown = { $by ->
    [country] country not known
    [year] year not known
   *[kind] kind not known
} ({ $count })
map-legend-outlines = outlines = { $count ->
    [one] one cluster
   *[other] { $count } clusters
}
map-tooltip-value = { $measure } { $value }
map-tooltip-no-value = no value of { $measure }
map-tooltip-unknown = { $by ->
    [year] year not known
   *[country] country not known
}

map-unshown = Ringed: { COUNTED($count, $actor) } with more partners here than lines show.
map-unshown-lineless = Ringed: { COUNTED($count, $actor) } without a line that { $count ->
    [one] has
   *[other] have
} partners here.
map-unshown-tooltip = { $tooltip }, { COUNTED($count, $partner) } here without a line
map-spoke = joint
map-evidence-count = { COUNTED($count, $kind) }
map-evidence-more = and { $count } more

map-clusters = Clusters of { $institutions ->
    [one] this { NOUN($actor) }
   *[other] these { $institutions } { NOUN($actor, 2) }
}: Leiden (resolution { $resolution }, { $kind ->
    [tie] weight as given
   *[other] weight Σ1/(k−1)
}).
map-clusters-given = Clusters as the input gives them.
map-positions-given = Positions as in the input, on one scale; marks and names that would overlap are moved apart.
map-clusters-of-map = Clusters of the map, which has { COUNTED($institutions, $actor) }: Leiden (resolution { $resolution }, { $kind ->
    [tie] weight as given
   *[other] weight Σ1/(k−1)
}).
map-cluster-of-country = { $names } ({ $size }; all { $country })
map-cluster-mostly = { $names } ({ $size }; { $country } { $count })
map-clusters-previous = Positions and clusters as in the earlier figure; new { NOUN($actor, 2) } are next to their strongest partners.

map-overview-title = { $kind ->
    [model] Who builds models together
    [publication] Who publishes together
    [tie] Ties between { NOUN($actor, 2) }
   *[other] Who works together
}
map-overview-subtitle = { COUNTED($shown, $actor) } { $scope ->
    [subgraph] of the part chosen
   *[network] in the largest connected component
}, { $content }
map-overview-subtitle-limited = { COUNTED($shown, $actor) }, the strongest of { $all } { $scope ->
    [subgraph] in the part chosen
   *[network] in the largest connected component
}, { $content }
map-overview-limited = The { $shown } strongest of { $all } connected { NOUN($actor, 2) }.
map-overview-summary = { COUNTED($institutions, $actor) }, { $pairs }, { $clusters ->
    [one] { $clusters } cluster
   *[other] { $clusters } clusters
}.
map-overview-strongest = The strongest pair{ $scope ->
    [shown] { " shown" }
   *[all] { "" }
}: { $a } – { $b }, { $content }.
map-overview-strongest-of = { $count } pairs{ $scope ->
    [shown] { " shown" }
   *[all] { "" }
} are the strongest ({ $content } each), { $a } – { $b } among them.
map-overview-works = { COUNTED($count, $kind) }
map-overview-weight = weight { $weight }
map-overview-largest = Largest cluster: { $names } ({ COUNTED($count, $actor) }).
