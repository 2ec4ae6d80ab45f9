check-outside-filter = The filter excludes { NOUN($kind, 2) } that this statement is about. Check it without a filter. Verdict on all data: “{ $verdict }”.
check-no-table = A table of { NOUN($kind, 2) } cannot decide this. It requires { $source }.
check-full-table = Requires the full table: { $table } ({ COUNTED($required, $kind) } or more); the data have { $works }.
check-no-works = The data have no works. Use a table with one row per work.
check-fact = { $fact ->
    [criteria] criteria
    [access] accessibility
    [dates] dates
    [countries] countries
    [sectors] sectors
    [institutions] { NOUN($actor, 2) }
   *[first] which is first
}
check-no-facts = The data do not record: { $facts }. Use a table with such a column.
check-empty = The file has no statements.
check-summary = { $count ->
    [one] 1 statement: { $holds -> 
        [one] it agrees with the data
       *[other] { $differs ->
            [one] it differs from the data
           *[other] it cannot be checked
        }
    }.
   *[other] { $count } statements: { $holds ->
        [one] 1 agrees
       *[other] { $holds } agree
    } with the data, { $differs ->
        [one] 1 differs
       *[other] { $differs } differ
    }, { $unchecked } cannot be checked.
}
check-differs = Differs: “{ $claim }”. { $why }
check-source = Source “{ $id }”: { $title }.
check-unchecked = Not checked: { $ids }. { $why }
check-claim = Id
check-verdict = Verdict
check-text = Statement
check-expected = Stated
check-found = In the data
check-caption = Statements and the data
check-holds = holds
check-differs-verdict = differs
check-cannot-be-checked = cannot be checked
check-rule-group = Rule: an institution counts with all of its subsidiaries.
check-rule-any = Rule: a { NOUN($kind) } counts for every country of each of its institutions.
check-rule-first = Rule: a { NOUN($kind) } counts for the home country of its first institution.
check-rule-headquarters = Rule: a { NOUN($kind) } counts for the home country (the first recorded) of each of its institutions.
check-rule-institution = Rule: a { NOUN($kind) } counts once for each of its institutions.
check-name-differs = The count agrees, a name does not.
check-undecided = Not counted, as date or accessibility is not recorded: { COUNTED($count, $kind) } ({ $works }).
check-not-among = { $work } is not among them.
check-count = The data have { COUNTED($count, $kind) }: { $works }.
check-no-such-work = The data have no such { NOUN($kind) }.
check-no-name = No { NOUN($kind) } is named “{ $name }”, and no similar name was found.
check-nearest-name = No { NOUN($kind) } is named “{ $name }”. Most similar: { $nearest }.
check-work-by = { $work } by { $names }
check-partial = By some of them: { $works }.
check-no-joint = { $a } has { COUNTED($count_a, $kind) }, { $b } has { COUNTED($count_b, $kind) }; none is by both.
check-common = Both worked with { $names }.
check-unnamed = Also involved, but not named: { $names }.
check-missing = Not in the data: { $names }.
check-no-members = The data have none.
check-members = The data have { COUNTED($count, $actor) }: { $names }.
check-extra-members = Not named: { $names }.
check-absent-members = Named, but not in the data: { $names }.
check-no-country = “{ $name }” is not a country.
check-no-work-of = The data have no { NOUN($kind) } of { $name }. { $rule }
check-rank = { $name } ranks { $rank } of { $total } with { COUNTED($count, $kind) }. { $rule }
check-total-no-number = The total is not a number.
check-sum-unbounded = The parts add up to { $min } or more, the total is { $total }. Without an exact number: { $claims }.
check-sum = The parts add up to { $sum }, the total is { $total }.
check-sum-range = The parts add up to { $min }–{ $max }, the total is { $total }.
check-uncovered = In no part: { $works }.
check-repeated = In several parts: { $works }.
check-covered = In the data the parts cover { COUNTED($count, $kind) }, each once.
check-has-work = The data have { $work }.
check-first = The first is { $work }.
check-coarse-dates = The dates are not exact enough to decide which is first.
check-is-first = It is the first of its kind.
check-recorded = In the data: { $facts }.
check-mismatches = Different: { $facts }.
check-unrecorded = Not recorded: { $facts }.
check-unrecorded-works = Not recorded for { $works }.
check-every = True of all { COUNTED($total, $kind) }.
check-work-facts = { $work } ({ $facts })
check-not-every = Not true of { PIECES($count, $kind) } of the { COUNTED($total, $kind) }: { $works }.
check-not-any = Not true of any of the { COUNTED($total, $kind) }: { $works }.
