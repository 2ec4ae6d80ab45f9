works-by-date = 날짜순 { NOUN($kind) }
works-none = { $filter ->
    [some] 조건에 맞는 { NOUN($kind) }이(가) 없다.
   *[none] 자료에 { NOUN($kind) }이(가) 없다.
}
works-period = { COUNTED($institutions, $actor) }의 { COUNTED($works, $kind) }, { $first }~{ $last }.
works-size = { COUNTED($institutions, $actor) }의 { COUNTED($works, $kind) }.
