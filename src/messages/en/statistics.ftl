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
statistics-clusters = Clusters of two or more
statistics-modularity = Modularity of the clusters
statistics-sigma = Small world σ
statistics-omega = Small world ω
statistics-null-model = σ and ω compare the largest component with { $samples } random networks of the same degrees (connected, seed { $seed }) and { $lattices } ring lattices of these degrees: average clustering { $clustering } against { $random } (at most { $lattice } among the lattices and the network itself), average path length { $length } against { $expected }. σ above 1 marks a small world; ω is near 0 for one, towards 1 for a random network, towards −1 for a lattice.
statistics-cliques = Each { NOUN($kind) } ties all of its { NOUN($actor, 2) } with each other, so part of the clustering is the size of teams and no choice of partners.
statistics-no-null-model = σ, ω and the rich club are not known here: the largest component has fewer than four { NOUN($actor, 2) } or more than { $most } ties, or its degrees hardly allow another network.
statistics-tail-few = No tail is fitted to degrees and strengths: that takes { $least } { NOUN($actor, 2) } with ties, not all alike.
statistics-tail-short = { $of ->
    [strength] Strengths
   *[degree] Degrees
} do not carry a power law: fewer than { $least } { NOUN($actor, 2) } are in the tail that fits best.
statistics-tail-implausible = { $of ->
    [strength] Strengths
   *[degree] Degrees
} do not follow a power law: the best fit, exponent { $exponent } from { $minimum } up, is as good as that of samples from it in a share of { $plausibility } only ({ $samples } samples; Clauset et al. 2009 ask for 0.1).
statistics-tail = { $of ->
    [strength] Strengths
   *[degree] Degrees
} from { $minimum } up ({ COUNTED($count, $actor) }) are compatible with a power law of exponent { $exponent } ± { $error } (standard error; plausibility { $plausibility } in { $samples } samples, seed { $seed }; Clauset et al. 2009); { $verdict ->
    [worse] an exponential tail fits worse.
    [better] an exponential tail fits better.
   *[equal] an exponential tail fits about as well.
}
statistics-strengths-caption = { HEADING($actor, 2) } by total link strength
statistics-by-works-caption = { HEADING($actor, 2) } by number of { NOUN($kind, 2) }
statistics-by-institutions-caption = { HEADING($kind, 2) } by number of { NOUN($actor, 2) }
statistics-more-partners-than = More partners than
statistics-expected-density = By chance
statistics-club-ratio = Ratio
statistics-as-dense = As dense by chance
statistics-club-caption = Rich club: density among { NOUN($actor, 2) } with more than so many partners, and in { $samples } random networks of the same degrees
