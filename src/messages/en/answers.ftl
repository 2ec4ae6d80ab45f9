### Phrases that several answers share: names, notes on counting, filter, headings of columns.

answers-dated-work = { $name } ({ $date })
answers-work-of-team = { $name } ({ COUNTED($count, $team) })
answers-grouped-rows = { COUNTED($rows, "row") } of { $input } were grouped into { COUNTED($works, "work") }.
answers-notices = { $count ->
    [one] Reading the input gave 1 notice (list: --notices all).
   *[other] Reading the input gave { $count } notices (list: --notices all).
}
answers-addresses = Addresses stand for institutions in { $input }: { $count } of { $entries } entries are postal addresses. Each different address counts as an institution, so departments of one institution count as several institutions and as partners of each other.
answers-needs-works = This command needs works, but the data have only ties between institutions. Use a table with one row per work.
answers-truncated = { $shown ->
    [one] 1 of { COUNTED($total, $kind) } is shown (all: --top 0).
   *[other] { $shown } of { COUNTED($total, $kind) } are shown (all: --top 0).
}

## Counting

answers-counting-unweighted = The input has no weights: each tie counts 1.
answers-counting-explicit = Weights are taken from the input, which has no works.
answers-counting-full = Full counting: each joint { NOUN($kind) } adds 1 to a tie.
answers-counting-fractional = Fractional counting: a { NOUN($kind) } of n { NOUN($actor, 2) } adds 1/(n−1) to each of its ties.
answers-counting-strict = Strict counting: a { NOUN($kind) } of n { NOUN($actor, 2) } adds 2/(n(n−1)) to each of its ties.
answers-excluded-by-cap = { HEADING($kind, 2) } with more than { COUNTED($cap, $team) } make no ties. Excluded here: { $works }. To include them, use --max-team 0.

answers-cap = { HEADING($kind, 2) } with more than { COUNTED($cap, $team) } make no ties (--max-team).
answers-no-cap = { HEADING($kind, 2) } of any number of { NOUN($team, 2) } make ties (--max-team 0).
answers-level = { $level ->
    [author] Authors are counted in place of institutions (--level author).
    [group] Institutions are merged into their parents (--level group).
    [country] Institutions are counted by country (--level country).
    [region] Institutions are counted by region of the United Nations (--level region).
    [sector] Institutions are counted by sector (--level sector).
   *[domain] Domains are counted in place of institutions (--level domain).
}
answers-level-unknown = No { NOUN($actor) } is recorded for { COUNTED($count, $kind) }.
answers-level-partly = For { COUNTED($count, $kind) }, only some of the { NOUN($actor, 2) } are recorded.
answers-level-ties-unknown = { $count ->
    [one] 1 tie is left out, as the { NOUN($actor) } of an end is not recorded.
   *[other] { $count } ties are left out, as the { NOUN($actor) } of an end is not recorded.
}
answers-level-within = Joint { NOUN($kind, 2) } of institutions of one { NOUN($actor) } make no tie: { $list }.
answers-level-within-one = { COUNTED($count, $kind) } within { $name }
answers-level-ties-within = { $count ->
    [one] 1 tie between institutions of one { NOUN($actor) } is left out.
   *[other] { $count } ties between institutions of one { NOUN($actor) } are left out.
}
answers-level-names = { COUNTED($count, "author") } { $count ->
    [one] has
   *[other] have
} no identifier and { $count ->
    [one] is
   *[other] are
} told apart by name as written{ $repeated ->
    [0] .
    [one] ; 1 of these names stands on several { NOUN($kind, 2) } and may be more than one person.
   *[other] ; { $repeated } of these names stand on several { NOUN($kind, 2) } each and may be more than one person.
}
answers-level-shared-names = { $count ->
    [one] 1 name is shared by authors with different identifiers.
   *[other] { $count } names are shared by authors with different identifiers.
}
answers-part-of-group = { $part } is part of { $group }. With --level group, the answer is for { $group } as a whole.

## Filter

answers-filter-none = none
answers-filter-and = { $condition }; { $rest }
answers-filter-since = since { $date }
answers-filter-until = until { $date }
answers-filter-field = { $field ->
    [country-all] each of the countries { $values }
   *[other] { $field } { $values }
}
answers-filter-imprecise = { $count ->
    [one] One of them has only a year or month and may lie outside the period.
   *[other] { $count } of them have only a year or month and may lie outside the period.
}
answers-filter-undated = { $count ->
    [one] 1 more { NOUN($kind, 1) } has no date, so the filter cannot judge it; it is excluded.
   *[other] { $count } more { NOUN($kind, 2) } have no date, so the filter cannot judge them; they are excluded.
}
answers-filter-unplaced = { $count ->
    [one] 1 more { NOUN($kind, 1) } cannot be judged and is excluded: { $fact ->
        [country] not all its institutions, or not all their countries, are recorded.
        [sector] not all its institutions, or not all their sectors, are recorded.
        [both] not all its institutions, or not all their countries and sectors, are recorded.
       *[institution] no institution is recorded.
    }
   *[other] { $count } more { NOUN($kind, 2) } cannot be judged and are excluded: { $fact ->
        [country] not all their institutions, or not all the countries of these, are recorded.
        [sector] not all their institutions, or not all the sectors of these, are recorded.
        [both] not all their institutions, or not all the countries and sectors of these, are recorded.
       *[institution] no institution is recorded.
    }
}
answers-filter-unlabelled = { $count ->
    [one] 1 more { NOUN($kind, 1) } is excluded, as { $fact ->
        [domain] no domain
        [criterion] no criterion
       *[both] no domain or no criterion
    } is recorded for it.
   *[other] { $count } more { NOUN($kind, 2) } are excluded, as { $fact ->
        [domain] no domain
        [criterion] no criterion
       *[both] no domain or no criterion
    } is recorded for them.
}
answers-filter-separate = A { NOUN($kind) } may meet these conditions by different institutions.
answers-filter-conditions = Filter: { $conditions }.
answers-filter-works = { HEADING($kind, 2) } matching the filter ({ $conditions }): { $kept } of { $total }.
answers-filter-ties-kept = Ties without works that match the filter by their institutions: { $kept } of { $count }.
answers-filter-ties-dated = Ties without works that the input has at some time of this period, and that match the filter: { $kept } of { $count }. Ties whose time it does not tell are excluded.
answers-filter-ties-unplaced = { $count ->
    [one] 1 tie without works cannot be judged and is excluded: { $fact ->
        [country] not all countries of its institutions are recorded.
        [sector] not all sectors of its institutions are recorded.
       *[other] not all countries and sectors of its institutions are recorded.
    }
   *[other] { $count } ties without works cannot be judged and are excluded: { $fact ->
        [country] not all countries of their institutions are recorded.
        [sector] not all sectors of their institutions are recorded.
       *[other] not all countries and sectors of their institutions are recorded.
    }
}
answers-filter-ties-dropped = { $count ->
    [one] 1 tie without works is excluded, as the filter cannot be applied to it.
   *[other] { $count } ties without works are excluded, as the filter cannot be applied to them.
}
answers-filter-only = { $only ->
    [joint] only joint { NOUN($kind, 2) }
    [international] only { NOUN($kind, 2) } of two or more countries
   *[industry-university] only { NOUN($kind, 2) } of a university with a company
}
answers-choice-between = Only ties between { $from } and { $to }, and the { NOUN($kind, 2) } behind them.
answers-choice-among = Only ties among { $names }, and the { NOUN($kind, 2) } behind them.
answers-choice-min-works = Only { NOUN($actor, 2) } with { COUNTED($least, $kind) } or more: { $shown } of { $all }.
answers-choice-strongest = { $shown ->
    [0] There are no ties to choose from.
   *[other] Only the strongest ties, of weight { $weight } or more: { $shown } of { $all }, where { $number } were asked for.
}

## Captions of figures

answers-caption-level = { $level ->
    [author] Authors in place of institutions
    [group] Institutions are merged into their parents
    [country] Institutions by country
    [region] Institutions by UN region
    [sector] Institutions by sector
   *[domain] Domains in place of institutions
} (level: { $level }{ $unknown ->
    [0] ).
   *[other] ; not fully recorded for { COUNTED($unknown, $kind) }).
}
answers-caption-filter = Filter: { $conditions } ({ $kept } of { COUNTED($total, $kind) }{ $open ->
    [0] { "" }
   *[other] ; { $open } cannot be judged
}).
answers-caption-fractional = Counting: fractional, 1/(n−1) per pair; numbers here count each joint { NOUN($kind) } as 1.
answers-caption-strict = Counting: strict, 2/(n(n−1)) per pair; numbers here count each joint { NOUN($kind) } as 1.
answers-caption-cap = { HEADING($kind, 2) } with more than { COUNTED($cap, $team) } make no ties.
answers-caption-no-cap = No limit on team size.
answers-caption-explicit = Weights are taken from the input.

## Columns

answers-institution = { HEADING($actor) }
answers-institutions = { HEADING($actor, 2) }
answers-partner = Partner
answers-partners = Partners
answers-works = { HEADING($kind, 2) }
answers-work = { HEADING($kind) }
answers-number-of-works = { HEADING($kind, 2) }
answers-joint-works = Joint { NOUN($kind, 2) }
answers-solo-works = Solo { NOUN($kind, 2) }
answers-common-partners = Common partners
answers-weight = Weight
answers-strength = Strength
answers-rank = Rank
answers-country = Country
answers-sector = Sector
answers-date = Date
answers-authors = Authors
answers-author = Author
answers-ties = Ties
answers-pairs = Pairs
answers-members = Members
answers-with = With { $name }
answers-explicit-tie = given in the input
answers-number-of-institutions = { HEADING($actor, 2) }
answers-joint = Joint
answers-shortest-path = Shortest path
answers-counted = { COUNTED($count, $kind) }
answers-no-institution-matches = { $filter ->
    [some] No { NOUN($actor) } matches the filter.
   *[none] The data have no { NOUN($actor, 2) }.
}
answers-no-ties = There are no ties.
answers-term = { $recorded }
