counting-definition = 총 연결 강도: 한 { NOUN($actor) }의 연결 가중치를 더한 값. { COUNTED("n", $actor) }의 { NOUN($kind) } 하나는 쌍마다 1(전체), 1/(n−1)(분수), 2/(n(n−1))(엄격)을 더한다.
counting-full = 전체
counting-fractional = 분수
counting-strict = 엄격
counting-no-partners = { $others ->
    [0] 연결이 있는 { NOUN($actor) }이(가) 없다.
   *[other] 조건에 맞는 { NOUN($actor) } 가운데 연결이 있는 곳이 없다.
}
counting-rise = 전체 계수에서 엄격 계수로 바꾸면 순위가 가장 많이 오르는 { NOUN($actor) }: { $moves }.
counting-fall = 가장 많이 내리는 { NOUN($actor) }: { $moves }.
counting-same-ranks = 어느 계수 방법을 써도 순위가 같다.
counting-same-ends = 전체 계수와 엄격 계수의 순위는 같고, 분수 계수의 순위는 다르다.
counting-moves-alike = { $names }(각각 { $full }위→{ $strict }위)
counting-move = { $name }({ $full }위→{ $strict }위)
counting-full-to-strict = 전체→엄격
counting-caption = 계수 방법별 총 연결 강도와 순위
counting-work-of-team = { $work }({ COUNTED($institutions, $actor) })
counting-largest = { NOUN($kind) } 하나에만 근거한 쌍이 가장 많은 것은 { $works }이다. { $ties }쌍 중 { $count }쌍({ $share })이 { $number ->
    [1] 이 { NOUN($kind) }(으)로만 이어진다.
   *[other] 각각 그 { NOUN($kind) }(으)로만 이어진다.
}
counting-single = { $ties }쌍 중 { $count }쌍({ $share })은 { NOUN($kind) } 하나에만 근거한다.
counting-excluded-all = (모두 { $work })
counting-excluded-unnamed = { "" }
counting-excluded-some = (그중 { $count }쌍은 { $work } 하나로)
counting-excluded = { $added ->
    [0] 기관 수 상한이 없어도 { $total }쌍 그대로다.
   *[other] 기관 수 상한이 없으면 { $added }쌍{ $cause }이 더해져 모두 { $total }쌍이 된다(그 가운데 { $share }).
}
counting-sole-pairs = 이 { NOUN($kind) }(으)로만 이어진 쌍
counting-share-of-pairs = 전체 쌍 대비
counting-share-of-weight = 전체 가중치 대비
counting-works-caption = { NOUN($kind) }별 비중
