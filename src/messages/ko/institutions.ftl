institutions-others = 다른 { COUNTED($count, $actor) }도 참여했지만 조건에 맞지 않아 제외했다.
institutions-all-with-partners = { $count ->
    [1] { COUNTED($count, $actor) }. 연결이 있다.
   *[other] { COUNTED($count, $actor) }. 모두 연결이 있다.
}
institutions-some-with-partners = { $partnered ->
    [0] { COUNTED($count, $actor) }. 연결은 없다.
   *[other] { COUNTED($count, $actor) }. 이 가운데 { PIECES($partnered, $actor) }에 연결이 있다.
}
institutions-by-works = { NOUN($kind) } 수에 따른 { NOUN($actor) }
institutions-by-partners = { NOUN($partner) } 수에 따른 { NOUN($actor) }
