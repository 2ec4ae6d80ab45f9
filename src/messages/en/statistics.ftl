statistics-lead = The { COUNTED($count, $actor) } have { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}: a share of { $density } of all pairs (density), and { $degree } partners each on average.
statistics-lead-alone = There is { COUNTED($count, $actor) } alone, so that nothing can be said of ties.
statistics-of-largest = Diameter, radius and average path length are those of the largest component ({ COUNTED($count, $actor) }), counted in ties.
statistics-too-large = Path lengths and centralization by betweenness are computed up to { $most } { NOUN($actor, 2) }; they are not known here.
statistics-clustering-note = In the average clustering, { ONE($actor) } with fewer than two partners counts as 0. Centralization is Freeman's, 1 for a star; assortativity is Newman's, 1 where ties stay among like and 0 as by chance.
statistics-known-ends = Of { $ties ->
    [one] 1 tie
   *[other] { $ties } ties
}, { $country } join { NOUN($actor, 2) } of one known country each, and { $sector } those of one known sector each; assortativity by country and by sector rests on these.
statistics-institutions = { HEADING($actor, 2) }
statistics-ties = Ties
statistics-weight = Total weight
statistics-density = Density
statistics-components = Components
statistics-isolates = { HEADING($actor, 2) } without ties
statistics-largest = { HEADING($actor, 2) } of the largest component
statistics-diameter = Diameter
statistics-radius = Radius
statistics-path-length = Average path length
statistics-transitivity = Transitivity
statistics-average-clustering = Average clustering
statistics-mean-degree = Mean degree
statistics-mean-strength = Mean strength
statistics-degree-centralization = Centralization by degree
statistics-betweenness-centralization = Centralization by betweenness
statistics-degree-assortativity = Assortativity by degree
statistics-country-assortativity = Assortativity by country
statistics-sector-assortativity = Assortativity by sector
statistics-works-per-institution = { HEADING($kind, 2) } per { NOUN($actor) } with any
statistics-institutions-per-work = { HEADING($actor, 2) } per { NOUN($kind) }
statistics-statistic = Statistic
statistics-value = Value
statistics-degree = Degree
statistics-caption = Statistics of the network
statistics-degrees-caption = { HEADING($actor, 2) } by degree
