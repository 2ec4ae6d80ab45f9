works-by-date = 날짜순 { NOUN($kind) }
works-none = { $filter ->
    [some] 조건에 맞는 { NOUN($kind) }이(가) 없다.
   *[none] 자료에 { NOUN($kind) }이(가) 없다.
}
