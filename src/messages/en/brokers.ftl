brokers-none = No { NOUN($actor) } connects two others that have no direct tie.
brokers-no-groups = There are brokers, but for no pair are the groups of all three { NOUN($actor, 2) } known.
brokers-coordinator = Coordinator
brokers-itinerant = Itinerant
brokers-gatekeeper = Gatekeeper
brokers-liaison = Liaison
brokers-role = { $role ->
    [itinerant] itinerant broker
   *[other] { $role }
}
brokers-leaders = Leading { brokers-role }s: { $names } ({ COUNTED($count, "pair") } each).
brokers-among = among { $group }
brokers-between = between { $a } and { $b }
brokers-leader = { $name } is the leading { brokers-role }: it connects { COUNTED($count, "pair") } with no direct tie, { $others ->
    [0] { $between }
   *[other] { $pairs } of them { $between }
}.
brokers-group-sector = { $sector ->
    [education] educational { NOUN($actor, 2) }
    [facility] research institutes
    [company] companies
    [government] government bodies
    [healthcare] healthcare { NOUN($actor, 2) }
    [nonprofit] nonprofits
    [archive] libraries, museums and archives
    [collective] research collectives
   *[other] other { NOUN($actor, 2) }
}
brokers-group-country = { $article ->
    [the] { NOUN($actor, 2) } in the { $country }
   *[none] { NOUN($actor, 2) } in { $country }
}
brokers-others = { $count ->
    [one] 1 { NOUN($actor) } that does not match the filter is not listed as a broker. Articulation points and bridges take all { NOUN($actor, 2) } into account.
   *[other] { $count } { NOUN($actor, 2) } that do not match the filter are not listed as brokers. Articulation points and bridges take all { NOUN($actor, 2) } into account.
}
brokers-roles = A broker has ties to two { NOUN($actor, 2) } that have no tie to each other; each such pair counts once (Gould & Fernandez 1989). Coordinator: all three in one group. Itinerant: the two in one group, the broker in another. Gatekeeper: one of the two in the broker’s group (equal to representative in undirected networks). Liaison: three groups.
brokers-constraint-definition = Constraint (Burt 1992) is low if the partners of { ONE($actor) } have few ties to each other.
brokers-home-country = The first recorded country counts as home country.
brokers-unknown-sector = No sector is recorded for { $names }; pairs with them count as “no group”.
brokers-unknown-country = No country is recorded for { $names }; pairs with them count as “no group”.
brokers-ungrouped = No group
brokers-constraint = Constraint
brokers-components-without = Components without it
brokers-caption = Brokers
brokers-no-articulation-points = There are no articulation points: no component splits when a single { NOUN($actor) } is removed.
brokers-articulation-points = { $bridges ->
    [one] Articulation points ({ $count }), whose removal splits a component: { $names }. 1 tie is a bridge.
   *[other] Articulation points ({ $count }), whose removal splits a component: { $names }. { $bridges } ties are bridges.
}
brokers-articulation-point = Articulation point
brokers-articulation-points-caption = Articulation points
brokers-bridge = Bridge between
brokers-bridge-other = and
brokers-smaller-side = Smaller side
brokers-larger-side = Larger side
brokers-bridges = Bridges
