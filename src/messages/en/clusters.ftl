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
    [one] The { COUNTED($institutions, $actor) } form 1 cluster of two or more; { $singletons ->
        [one] one belongs
       *[other] { $singletons } belong
    } to none.
   *[other] The { COUNTED($institutions, $actor) } form { $count } clusters of two or more; { $singletons ->
        [one] one belongs
       *[other] { $singletons } belong
    } to none.
}
clusters-count-given = The input puts the { COUNTED($institutions, $actor) } in { $count ->
    [one] 1 cluster
   *[other] { $count } clusters
} of two or more{ $singletons ->
    [0] .
    [one] ; one is alone.
   *[other] ; { $singletons } are alone.
}
clusters-largest = The largest has { $count }: { $names }.
clusters-largest-several = The largest { $clusters } have { $count } each.
clusters-name = “{ $name }”
clusters-names = By their leading members: { $names }.
clusters-method = { $method ->
    [louvain] Louvain (Blondel et al. 2008)
   *[leiden] Leiden (Traag et al. 2019)
} with { $objective ->
    [modularity] modularity
   *[cpm] the constant Potts model
}{ $normalization ->
    [unweighted] , each tie counted as 1
    [association-strength] , association strengths
   *[none] { "" }
}, resolution { $resolution }, best of { $starts } runs, seed { $seed }: quality { $quality }.
clusters-few-ties = With only { COUNTED($count, $actor) }, a single tie can change the clusters.
clusters-few = With only { COUNTED($count, $actor) }, a single { NOUN($kind) } can change the clusters.
clusters-are-components = The clusters are the connected components; no finer division was found.
clusters-cluster = Cluster
clusters-internal-ties = Internal ties
clusters-together = Together
clusters-caption = Clusters
clusters-stable = All { $runs } runs give the same clusters.
clusters-partly-stable = { $count ->
    [one] In { $runs } runs, the cluster is not always the same.
   *[other] In { $runs } runs, { $stable ->
        [0] none
       *[other] { $stable }
    } of { $count } clusters { $stable ->
        [0] is
        [one] is
       *[other] are
    } always the same.
}
clusters-unstable = { $count ->
    [one] In { $runs } runs, the cluster is not always the same
   *[other] In { $runs } runs, { $stable ->
        [0] none
       *[other] { $stable }
    } of { $count } clusters { $stable ->
        [0] is
        [one] is
       *[other] are
    } always the same
}; least stable: { $names }, with { $number ->
    [one] its
   *[other] their
} cluster in only { $share } of runs.
clusters-same-cluster = In one cluster
clusters-unstable-caption = Partners with unstable clusters
clusters-leiden = Leiden
clusters-louvain = Louvain
clusters-infomap = Infomap
clusters-label-propagation = label propagation
clusters-sbm = block model
clusters-given = clusters as given
clusters-given-label = As given
clusters-sbm-meaning = A cluster is a group whose members are tied alike to every group, their own or another, given how many ties each has; they need not be tied to each other. The clusters give the shortest description of who is tied to whom (degree-corrected stochastic block model).
clusters-given-meaning = The clusters are those that the input gives; nothing was searched for. { ONE($actor) } without one is alone.
clusters-method-given = Modularity of the clusters as given{ $normalization ->
    [unweighted] , each tie counted as 1
    [association-strength] , association strengths
   *[none] { "" }
}: { $quality }.
clusters-leiden-meaning = Leiden looks for clusters with more weight among their members than their total link strengths would give by chance; each hangs together.
clusters-louvain-meaning = Louvain looks for clusters with more weight among their members than their total link strengths would give by chance; unlike those of Leiden they may fall into parts without a tie between them.
clusters-infomap-meaning = A cluster is where a random walk along the weighted ties stays long: the clusters give the shortest description of such a walk (Infomap, two levels).
clusters-label-propagation-meaning = A cluster is what spreads from neighbour to neighbour: each member has most of its tie weight, or as much as anywhere, in its own cluster (label propagation). Nothing is maximised, so results vary more.
clusters-method-simple = { $method ->
    [infomap] Infomap (Rosvall and Bergstrom 2008), the map equation
    [sbm] Degree-corrected stochastic block model (Karrer and Newman 2011; description by Peixoto 2017)
   *[label-propagation] Label propagation (Raghavan et al. 2007)
}{ $normalization ->
    [unweighted] , each tie counted as 1
    [association-strength] , association strengths
   *[none] { "" }
}, best of { $starts } runs, seed { $seed }: { $method ->
    [infomap] { $quality } bits a step.
    [sbm] { $quality } bits.
   *[label-propagation] modularity { $quality }.
}
clusters-agreement = Other methods, and how far they agree with these clusters (1: the same; { NOUN($actor, 2) } without ties left out): { $methods }.
clusters-agreement-of = { $method } with { $count ->
    [one] 1 cluster
   *[other] { $count } clusters
} (NMI { $nmi }, ARI { $ari })
clusters-method-column = Method
clusters-number = Clusters
clusters-modularity = Modularity
clusters-nmi = NMI
clusters-ari = ARI
clusters-agreement-caption = Agreement with other methods
