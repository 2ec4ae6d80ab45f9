### Notices: what was unexpected in an input.

notices-summary = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}
