### Centrality measures: label and definition in one or two sentences.

measures-degree = number of partners
measures-degree-definition = Number of { NOUN($actor, 2) } that it has a tie with.
measures-strength = total link strength
measures-strength-definition = Sum of the weights of all its ties.
measures-works = number of { NOUN($kind, 2) }
measures-betweenness = betweenness
measures-betweenness-definition = Share of shortest paths between other { NOUN($actor, 2) } that pass through it. Tie weights are ignored.
measures-closeness = closeness
measures-closeness-definition = Inverse of its mean distance to the { NOUN($actor, 2) } it can reach, multiplied by the share of { NOUN($actor, 2) } it can reach.
measures-harmonic = harmonic centrality
measures-harmonic-definition = Sum of the inverse distances to all other { NOUN($actor, 2) }. { HEADING($actor, 2) } out of reach add 0.
measures-eigenvector = eigenvector centrality
measures-eigenvector-definition = High where its partners are themselves central; ties count by their weight. The highest value is 1.
measures-pagerank = PageRank
measures-pagerank-definition = Share of time that a random walk along the weighted ties spends at it (damping 0.85). All values add up to 1.
measures-core = core number
measures-core-definition = Largest k for which it belongs to a group whose members all have at least k partners within the group.
measures-constraint = constraint
measures-constraint-definition = How far its partners are also partners of each other (Burt’s constraint), with every tie counted the same. Low values mark brokers. { HEADING($actor, 2) } without partners have no value.
measures-clustering = clustering coefficient
measures-clustering-definition = Share of the pairs of its partners that are partners of each other. { HEADING($actor, 2) } with fewer than two partners have no value.
