rank-estimate = Estimated from { $samples } sampled shortest paths (Riondato & Kornaropoulos 2016, seed { $seed }). With probability { $probability }% no value is off by more than { $error } (ε = { $error }, δ = { $failure }). Ranks whose values differ by less may be swapped.
rank-nothing = No { NOUN($actor) } has a value for { $measure }.
rank-only = Only { $name } is ranked by { $measure }: { $value }.
rank-all-equal = By { $measure }, all { COUNTED($count, $actor) } are equal ({ $value }).
rank-lowest = Lowest { $measure }: { $names } ({ $value }).
rank-leaders = { $count ->
    [one] By { $measure }, { $names } ranks first with { $value }.
   *[other] By { $measure }, { $names } rank first with { $value }.
}
rank-shared = { $count ->
    [one] 1 more { NOUN($actor) } shares rank { $rank } with the last one shown.
   *[other] { $count } more { NOUN($actor, 2) } share rank { $rank } with the last one shown.
}
rank-unranked = { $capped ->
    [0] Without a value for lack of partners: { COUNTED($count, $actor) }.
   *[other] Without a value for lack of ties: { COUNTED($count, $actor) }; for { $capped } of them, the limit on team size excludes the joint { NOUN($kind, 2) }.
}
rank-caption = { HEADING($actor, 2) } by { $measure }
rank-beyond-largest = Without a value outside the largest component: { COUNTED($count, $actor) }.
