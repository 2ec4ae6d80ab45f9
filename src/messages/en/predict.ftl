predict-common-neighbours = number of common partners
predict-common-neighbours-short = Common
predict-adamic-adar = Adamic–Adar
predict-resource-allocation = resource allocation
predict-resource-allocation-short = Resource allocation
predict-preferential-attachment = preferential attachment
predict-preferential-attachment-short = Preferential attachment
predict-common-neighbours-definition = The score is the number of common partners.
predict-adamic-adar-definition = The score (Adamic and Adar 2003) adds 1/ln k for every common partner, k being how many partners that one has: a common partner with few others says more.
predict-resource-allocation-definition = The score (Zhou et al. 2009) adds 1/k for every common partner, k being how many partners that one has: a common partner with few others says far more.
predict-preferential-attachment-definition = The score (Barabási et al. 2002) is the product of the numbers of partners: those with many partners win more, with or without common ones.
predict-none = No pair without a tie has a score by { $score }.
predict-first = Of the pairs without a tie, { $a } and { $b } have the highest score by { $score }: { $value }.
predict-one-of-first = Of the pairs without a tie, { $bound ->
    [open] { $count } or more
   *[exact] { $count }
} share the highest score by { $score } ({ $value }), among them { $a } and { $b }.
predict-tested = On these data: of { $named } pairs named by { $score } from the { NOUN($kind, 2) } up to { $splits ->
    [one] { $last }
   *[other] each of { $splits } years ({ $first } to { $last })
}, { $hits } had a tie by { $until } ({ $share }%), as had { $chance }% of all pairs without a tie: { $verdict ->
    [better] { $times } times as often as by chance.
    [equal] no better than chance.
    [worse] less often than by chance.
   *[few] too few to tell.
}
predict-untested = How often such scores were right cannot be tested here: that takes dated { NOUN($kind, 2) } and ties that came later.
predict-untested-large = How often such scores were right is not tested on a network of this size.
predict-no-forecast = A score is no forecast: it says whose partners overlap in these data, not who will work together. What no { NOUN($kind) } here tells (people, money, place) plays no part.
predict-backtest-note = The test: the network of all { NOUN($kind, 2) } up to a year, the pairs that each score names from it, and whether they have a tie later. Of pairs with equal scores at the end of the list, the share that would be named by chance counts, so hits need not be whole. The years overlap: one late tie can count in several. AUC is the probability that a pair with a later tie has the higher score (0.5: chance).
predict-undated = In no year, for lack of a date: { COUNTED($count, $kind) }.
predict-other = Might work with
predict-caption = Pairs without a tie by score
predict-backtest-caption = The same scores in earlier years
predict-until = Up to
predict-score = Score
predict-named = Pairs named
predict-hits = With a tie later
predict-precision = Share
predict-chance = By chance
predict-auc = AUC
predict-pairs = Pairs without a tie
predict-later = Of these with a tie later
