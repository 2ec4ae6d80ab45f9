### Findings of a report: one sentence each, with its number.

findings-leader = { $name } leads with { $count } of the { COUNTED($total, $kind) } ({ $share }), followed by { $next } with { $next_count }{ $number ->
    [one] { "" }
   *[other] { " " }each
}.
findings-leaders = { $names } lead with { $count } of the { COUNTED($total, $kind) } each.
findings-leader-alone = { $name } is behind { $count ->
    [one] { $count } of the { COUNTED($total, $kind) }
   *[other] { $count } of the { COUNTED($total, $kind) }
}; no other { NOUN($actor) } is behind any.
findings-leader-none = No { NOUN($actor) } leads: each of the { $institutions } has one { NOUN($kind) }.
findings-newcomers = { $count ->
    [one] One { NOUN($actor) } is new in { $year }, with no dated { NOUN($kind) } in earlier years{ $filter ->
        [some] { " " }that matches the filter
       *[none] { "" }
    }: { $names }.
   *[other] { $count } { NOUN($actor, 2) } are new in { $year }, with no dated { NOUN($kind) } in earlier years{ $filter ->
        [some] { " " }that matches the filter
       *[none] { "" }
    }: { $names }.
}
findings-no-newcomers = { $institutions ->
    [one] No { NOUN($actor) } is new in { $year }: the one with a { NOUN($kind) } of that year{ $filter ->
        [some] { " " }that matches the filter
       *[none] { "" }
    } has earlier ones.
   *[other] No { NOUN($actor) } is new in { $year }: all { $institutions } with a { NOUN($kind) } of that year{ $filter ->
        [some] { " " }that matches the filter
       *[none] { "" }
    } have earlier ones.
}
findings-partnership = { $names } work together most: { $count } joint { NOUN($kind, $count) }{ $group }.
findings-partnership-team = The strongest partnerships are the { $pairs } pairs among { $names }: they share the same { COUNTED($count, $kind) }.
findings-partnerships-equal = { $pairs } partnerships are the strongest, with { $count } joint { NOUN($kind, $count) } each: { $names }.
findings-partnerships-once = No partnership has more than one joint { NOUN($kind) }: each of the { $count } rests on one.
findings-pair = { $a } with { $b }
findings-team = those among { $names }
findings-tie = { $names } have the strongest tie, with a weight of { $weight }{ $group }.
findings-ties-equal = { $pairs } ties are the strongest, with a weight of { $weight } each: { $names }.
findings-one-group = ; both are parts of one group
findings-no-group = { "" }
findings-single = { $count } of the { $ties } partnerships ({ $share }) rest on a single { NOUN($kind) }, most of all on { $works }: { $number ->
    [one] { $most } partnerships exist through it alone
   *[other] { $most } exist through each of them alone
}.
findings-single-each = { $count ->
    [one] 1 of the { $ties ->
        [one] 1 partnership
       *[other] { $ties } partnerships
    } ({ $share }) rests on a single { NOUN($kind) }.
   *[other] { $count } of the { $ties } partnerships ({ $share }) rest on a single { NOUN($kind) }, each on another.
}
findings-no-single = { $ties ->
    [one] The partnership does not rest on a single { NOUN($kind) }: there are two or more behind it.
   *[other] None of the { $ties } partnerships rests on a single { NOUN($kind) }: each has two or more behind it.
}
findings-international = { $count ->
    [0] None of the { COUNTED($total, $kind) } is of two or more countries.
    [one] One of the { COUNTED($total, $kind) } ({ $share }) is of two or more countries.
   *[other] { $count } of the { COUNTED($total, $kind) } ({ $share }) are of two or more countries.
}
findings-international-known = { $count ->
    [0] Of the { COUNTED($known, $kind) } for which it is known, none is of two or more countries
    [one] Of the { COUNTED($known, $kind) } for which it is known, 1 ({ $share }) is of two or more countries
   *[other] Of the { COUNTED($known, $kind) } for which it is known, { $count } ({ $share }) are of two or more countries
}; for { $unknown } it is not known.
findings-international-unknown = How international the { NOUN($kind, 2) } are is unknown: for none are the countries of all its institutions recorded.
findings-most-partners = { $number ->
    [one] { $names } has the most partners: { $count } of the { $others } other { NOUN($actor, 2) }.
   *[other] { $names } have the most partners: { $count } of the { $others } other { NOUN($actor, 2) } each.
}
findings-connected = All { COUNTED($total, $actor) } are connected, directly or through others.
findings-components = { $count ->
    [one] One component connects { $largest } of the { COUNTED($total, $actor) }; the others have no ties.
   *[other] The { COUNTED($total, $actor) } form { $count } components; the largest connects { $largest }.
}
findings-broker = { $number ->
    [one] { $names } is on the most shortest paths between other { NOUN($actor, 2) } (betweenness { $value }).
   *[other] { $names } are on the most shortest paths between other { NOUN($actor, 2) } (betweenness { $value } each).
}
