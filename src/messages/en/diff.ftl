diff-matching = { HEADING($kind, 2) } are matched by name, else by an identifier, a link, a title, or a day with the same institutions that no other { NOUN($kind) } has; institutions by name, identifier or ROR id, else by a recorded name variant.
diff-filter-works = { HEADING($kind, 2) } matching the filter: { $old_kept } of { $old_total } in the earlier table, { $kept } of { $total } in the later.
diff-unjudged = { HEADING($kind, 2) } that the filter cannot judge, excluded: { $old } in the earlier table, { $new } in the later.
diff-none = Nothing changed.
diff-size = { HEADING($kind, 2) }: { $old_works } → { $works }. { HEADING($actor, 2) }: { $old_institutions } → { $institutions }. Ties: { $old_ties } → { $ties }.
diff-new = Added, { COUNTED($count, $kind) }: { $works }.
diff-gone = Removed, { COUNTED($count, $kind) }: { $works }.
diff-filter = { $count ->
    [one] Of these, 1 is in both tables and matches the filter in only one of them.
   *[other] Of these, { $count } are in both tables and match the filter in only one of them.
}
diff-renamed-works = Renamed, { COUNTED($count, $kind) }: { $works }.
diff-changed = Changed in date or { NOUN($actor, 2) }, { COUNTED($count, $kind) }: { $works }.
diff-ties = Ties: { $new } new, { $gone } gone, { $stronger } stronger, { $weaker } weaker.
diff-rename = { $old } → { $new }
diff-renamed = Renamed, { COUNTED($count, $actor) }: { $names }.
diff-reason = { $reason ->
    [added] { $count } by added works
    [removed] { $count } by removed works
    [filter] { $count } by works that match the filter in only one table
    [institution-added] { $count } by { NOUN($actor, 2) } added to existing works
   *[institution-removed] { $count } by { NOUN($actor, 2) } removed from existing works
}
diff-counts = { $count ->
    [one] 1 { NOUN($actor) } has a different set of { NOUN($kind, 2) } ({ $reasons }): { $name }, from { $old } to { $new }.
   *[other] { $count } { NOUN($actor, 2) } have a different set of { NOUN($kind, 2) } ({ $reasons }). { $change ->
    [0] The numbers of { NOUN($kind, 2) } are the same.
   *[other] Largest change: { $name }, from { $old } to { $new }{ $others ->
        [0] .
        [one] ; that of one other is as large.
       *[other] ; those of { $others } others are as large.
    }
}
}
diff-change = { $change ->
    [new] new
    [gone] gone
    [stronger] stronger
    [weaker] weaker
    [renamed] renamed
   *[changed] changed
}
diff-matched-by = { $how ->
    [id] identifier
    [ror] ROR id
    [name] name or variant
    [spelling] variants of one { NOUN($actor) }
   *[merged] name or variant; merged
}
diff-reason-new = new
diff-reason-gone = gone
diff-reason-institution-added = { NOUN($actor) } added
diff-reason-institution-removed = { NOUN($actor) } removed
diff-reason-merged = one { NOUN($actor) } now
diff-reason-cap = limit on team size
diff-reason-filter-before = outside the filter before
diff-reason-filter-now = outside the filter now
diff-cause = { $sign } { $work } ({ $reason })
diff-change-heading = Change
diff-before = Before
diff-now = Now
diff-why = Reason
diff-explicit = as stated in the inputs
diff-team-size = changed team size, or a stated tie
diff-ties-caption = Changed ties
diff-content = Content
diff-filter-before = (outside the filter before)
diff-filter-now = (outside the filter now)
diff-known-by = Matched by
diff-renamed-caption = Renamed { NOUN($actor, 2) }
diff-works-caption = Changed { NOUN($kind, 2) }
diff-counts-caption = Reasons for changed numbers of { NOUN($kind, 2) }
