clusters-none = { $count ->
    [0] There are no clusters: there are no { NOUN($actor, 2) }.
    [one] There are no clusters: the only { NOUN($actor) } has no ties.
   *[other] There are no clusters: none of the { $count } { NOUN($actor, 2) } has ties.
}
clusters-count = { $count ->
    [one] The { COUNTED($institutions, $actor) } form 1 cluster of two or more.
   *[other] The { COUNTED($institutions, $actor) } form { $count } clusters of two or more.
}
clusters-count-and-singletons = { $count ->
    [one] The { COUNTED($institutions, $actor) } form 1 cluster of two or more; { $singletons } belong to none.
   *[other] The { COUNTED($institutions, $actor) } form { $count } clusters of two or more; { $singletons } belong to none.
}
clusters-largest = The largest has { $count }: { $names }.
clusters-largest-several = The largest { $clusters } have { $count } each.
clusters-name = “{ $name }”
clusters-names = By their leading members: { $names }.
clusters-method = Leiden (Traag et al. 2019) with { $objective ->
    [modularity] modularity
   *[cpm] the constant Potts model
}{ $normalization ->
    [unweighted] , each tie counted as 1
    [association-strength] , association strengths
   *[none] { "" }
}, resolution { $resolution }, best of { $starts } runs, seed { $seed }: quality { $quality }.
clusters-few-ties = With only { COUNTED($count, $actor) }, clusters mostly reflect single ties.
clusters-few = With only { COUNTED($count, $actor) }, clusters mostly reflect single { NOUN($kind, 2) }.
clusters-are-components = The clusters are the connected components; no finer division was found.
clusters-cluster = Cluster
clusters-internal-ties = Internal ties
clusters-together = Together
clusters-caption = Clusters
clusters-stable = All { $runs } runs give the same clusters.
clusters-partly-stable = In { $runs } runs, { $stable } of { $count } clusters { $stable ->
    [one] is
   *[other] are
} always the same.
clusters-unstable = In { $runs } runs, { $stable ->
    [0] none
   *[other] { $stable }
} of { $count } clusters { $stable ->
    [0] is
    [one] is
   *[other] are
} always the same; least stable: { $name }, with its cluster in only { $share } of runs.
clusters-same-cluster = In one cluster
clusters-unstable-caption = Partners with unstable clusters
