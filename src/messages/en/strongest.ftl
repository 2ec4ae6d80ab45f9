strongest-explicit = { $among ->
    [significant] The strongest of these ties
   *[all] The strongest tie
} is { $a } and { $b }: weight { $weight }, given in the input without works.
strongest-one = { $among ->
    [significant] The strongest of these ties
   *[all] The strongest tie
} is { $a } and { $b }: weight { $weight }, { COUNTED($count, $kind) }: { $works }.
strongest-pair = { $a } and { $b }
strongest-team = all { COUNTED($count, "pair") } of { $names }
strongest-several = { $count ->
    [one] { $among ->
        [significant] The strongest of these ties has weight { $weight }: { $ties }.
       *[all] The strongest tie has weight { $weight }: { $ties }.
    }
   *[other] { $among ->
        [significant] { $count } of these ties are strongest, each with weight { $weight }: { $ties }.
       *[all] { $count } ties are strongest, each with weight { $weight }: { $ties }.
    }
}
strongest-caption = Strongest ties
strongest-cited = { $others ->
    [0] The most cited partnership is { $a } and { $b }
    [one] The most cited partnerships are { $a } and { $b }, and 1 other with as many
   *[other] The most cited partnerships are { $a } and { $b }, and { $others } others with as many
}: { $citations } citations of { COUNTED($count, $kind) }.
strongest-no-citations = No citation counts are recorded for the joint { NOUN($kind, 2) }.
strongest-cited-caption = Ties by the citations of their { NOUN("work", 2) }
strongest-citations = Citations
strongest-disparity = Disparity p
strongest-noise-corrected = Noise-corrected p
strongest-co-occurrence = Co-occurrence p
strongest-disparity-definition = p is the probability that one of the two ends, spreading its total link strength over its partners by lot, gives one partner so much (disparity filter, Serrano et al. 2009; the smaller of both ends; 1 for an end with one partner).
strongest-noise-corrected-definition = p is the probability of so much weight where weights follow from the total link strengths of both ends (noise-corrected backbone, Coscia and Neffke 2017).
strongest-co-occurrence-definition = p is the probability of as many joint { NOUN($kind, 2) } or more where both ends draw their { NOUN($kind, 2) } by lot from all (hypergeometric; Tumminello et al. 2011). All ties of one large team rest on the same { NOUN($kind) }, so their p are not independent.
strongest-kept = { $kept } of { $all ->
    [one] 1 tie has
   *[other] { $all } ties have
} { $limit ->
    [any] a p
   *[below] p below { $level }
}.
strongest-chance-disparity = If all { NOUN($actor, 2) } spread their strength by lot, at most { $expected } of the ties would have p below { $level } on average.
strongest-chance-co-occurrence = If all { NOUN($actor, 2) } drew their { NOUN($kind, 2) } by lot, { $expected } of all { $pairs } pairs would have p below { $level } on average.
strongest-undefined = { $count ->
    [one] 1 tie has no p and is left out.
   *[other] { $count } ties have no p and are left out.
}
strongest-none-significant = { $count ->
    [one] The only tie does not have { $limit ->
        [any] a p
       *[below] p below { $level }
    }.
   *[other] None of the { $count } ties has { $limit ->
        [any] a p
       *[below] p below { $level }
    }.
}
