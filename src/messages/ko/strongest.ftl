strongest-explicit = { $among ->
    [significant] 이 가운데 가장 강한 연결
   *[all] 가장 강한 연결
}: { $a }과(와) { $b }(가중치 { $weight }, 입력에 적힌 연결).
strongest-one = { $among ->
    [significant] 이 가운데 가장 강한 연결
   *[all] 가장 강한 연결
}: { $a }과(와) { $b }(가중치 { $weight }, { COUNTED($count, $kind) }): { $works }.
strongest-pair = { $a }–{ $b }
strongest-team = { $names } 사이의 모든 { $count }쌍
strongest-several = { $among ->
    [significant] 이 가운데 가장 강한 연결
   *[all] 가장 강한 연결
}은 가중치 { $weight }인 { $count }개다: { $ties }.
strongest-caption = 가장 강한 연결
strongest-cited = 가장 많이 인용된 협력: { $a }과(와) { $b }({ COUNTED($count, $kind) }, 인용 { $citations }회){ $others ->
    [0] .
   *[other] . 인용 수가 같은 협력이 { $others }개 더 있다.
}
strongest-no-citations = 공동 { NOUN($kind) }의 인용 수가 적혀 있지 않다.
strongest-cited-caption = 인용 수에 따른 연결
strongest-citations = 인용 수
strongest-disparity = 편차 p
strongest-noise-corrected = 잡음 보정 p
strongest-co-occurrence = 동시 출현 p
strongest-disparity-definition = p는 두 쪽 가운데 하나가 총 연결 강도를 { NOUN($partner) }에 제비로 나눌 때 한 곳에 이만큼 돌아갈 확률이다(편차 필터, Serrano 외 2009. 두 쪽 중 작은 값이며, { NOUN($partner) }이(가) 하나인 쪽은 1).
strongest-noise-corrected-definition = p는 두 쪽의 총 연결 강도로 정해지는 가중치에 견주어 이만큼 나올 확률이다(잡음 보정 백본, Coscia, Neffke 2017).
strongest-co-occurrence-definition = p는 두 쪽이 { NOUN($kind) }을(를) 전체에서 제비로 뽑을 때 함께한 { NOUN($kind) }이(가) 이만큼 이상일 확률이다(초기하 분포, Tumminello 외 2011). 큰 팀 하나의 연결은 모두 같은 { NOUN($kind) }에서 나오므로 p가 서로 독립이 아니다.
strongest-kept = 연결 { $all }개 가운데 { $limit ->
    [any] p가 있는 것은
   *[below] p가 { $level }보다 작은 것은
} { $kept }개다.
strongest-chance-disparity = 모든 { NOUN($actor) }이(가) 연결 강도를 제비로 나눈다면 p가 { $level }보다 작은 연결은 평균 { $expected }개 이하다.
strongest-chance-co-occurrence = 모든 { NOUN($actor) }이(가) { NOUN($kind) }을(를) 제비로 뽑는다면 전체 { $pairs }쌍 가운데 p가 { $level }보다 작은 것은 평균 { $expected }쌍이다.
strongest-undefined = p를 구할 수 없어 뺀 연결: { $count }개.
strongest-none-significant = 연결 { $count }개 가운데 { $limit ->
    [any] p가 있는 것은
   *[below] p가 { $level }보다 작은 것은
} 없다.
