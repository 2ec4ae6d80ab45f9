path-same = Both names refer to { $name }.
path-only-shortest = No other path is as short.
path-at-least-as-short = { $count ->
    [one] At least 1 other path is as short.
   *[other] At least { $count } other paths are as short.
}
path-as-short = { $count ->
    [one] 1 other path is as short.
   *[other] { $count } other paths are as short.
}
path-component = { $count ->
    [one] { $reason ->
        [capped] { $name } has no ties, as the limit on team size excludes its joint { NOUN($kind, 2) }.
       *[none] { $name } has no partners.
    }
   *[other] { $name } is in a component of { COUNTED($count, $actor) }.
}
path-none = { $kind ->
    [tie] No path of ties connects { $a } and { $b }.
   *[other] No path of joint { NOUN($kind, 2) } connects { $a } and { $b }.
}
path-direct = { $a } and { $b } are partners.
path-steps = { $count ->
    [one] { $a } reaches { $b } in 1 step: { $path }.
   *[other] { $a } reaches { $b } in { $count } steps: { $path }.
}
path-step = Step
path-from = From
path-to = To
path-number-of-steps = Steps
path-path = Path
path-alternatives = Alternative paths
path-distance = By weights it is { $length } long.
path-weighted-note = Paths are the shortest by weight: a tie of weight w is 1/w long (Newman 2001), so a detour along strong ties can be shorter than a weak tie.
path-length = Length by weights
