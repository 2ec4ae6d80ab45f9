names-accept = Suggested merges are not applied. To review them, write an authority file with --accept FILE and edit it.
names-merges-count = { $count ->
    [0] No names were merged.
    [one] 1 recorded name counts under another name of its institution.
   *[other] { $count } recorded names count under other names of their institutions.
}
names-omissions-count = { $count ->
    [one] 1 repeated entry was omitted as a result.
   *[other] { $count } repeated entries were omitted as a result.
}
names-suggestions-count = { $count ->
    [0] No merges are suggested.
    [one] 1 merge is suggested and not applied.
   *[other] { $count } merges are suggested and not applied.
}
names-recorded = As recorded
names-merged-into = Merged into
names-rule = Rule
names-rows = Rows
names-location = Location
names-merges = Merged names
names-omission = Entry
names-omissions = Omitted entries
names-merge = Merge
names-keep = Into
names-reason = Reason
names-score = Score
names-suggestions = Suggested merges
