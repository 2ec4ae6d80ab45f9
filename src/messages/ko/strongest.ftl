strongest-explicit = 가장 강한 연결: { $a }과(와) { $b }(가중치 { $weight }, 입력에 적힌 연결).
strongest-one = 가장 강한 연결: { $a }과(와) { $b }(가중치 { $weight }, { COUNTED($count, $kind) }): { $works }.
strongest-pair = { $a }–{ $b }
strongest-team = { $names } 사이의 모든 { $count }쌍
strongest-several = 가장 강한 연결은 가중치 { $weight }인 { $count }개다: { $ties }.
strongest-caption = 가장 강한 연결
strongest-cited = 가장 많이 인용된 협력: { $a }과(와) { $b }({ COUNTED($count, $kind) }, 인용 { $citations }회){ $others ->
    [0] .
   *[other] . 인용 수가 같은 협력이 { $others }개 더 있다.
}
strongest-no-citations = 공동 { NOUN($kind) }의 인용 수가 적혀 있지 않다.
strongest-cited-caption = 인용 수에 따른 연결
strongest-citations = 인용 수
