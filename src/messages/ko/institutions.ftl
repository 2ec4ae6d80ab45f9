institutions-others = 다른 기관 { $count }곳도 참여했지만 조건에 맞지 않아 제외했다.
institutions-all-with-partners = { $count ->
    [1] { COUNTED($count, "institution") }. 연결이 있다.
   *[other] { COUNTED($count, "institution") }. 모두 연결이 있다.
}
institutions-some-with-partners = { $partnered ->
    [0] { COUNTED($count, "institution") }. 연결은 없다.
   *[other] { COUNTED($count, "institution") }. 이 가운데 { $partnered }곳에 연결이 있다.
}
institutions-by-works = { NOUN($kind) } 수에 따른 기관
institutions-by-partners = 협력 기관 수에 따른 기관
