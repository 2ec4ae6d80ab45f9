overview-joint = { $count ->
    [0] 둘 이상의 { NOUN($actor) }이(가) 함께 발표한 { NOUN($kind) }은(는) 없다.
   *[other] 이 가운데 { PIECES($count, $kind) }({ $share })을(를) 둘 이상의 { NOUN($actor) }이(가) 함께 발표했다.
}
overview-institutions-only = { COUNTED($count, $actor) }이(가) 있고 성과물이나 연결은 없다. 연결 목록이 따로 있으면 --data로 함께 준다.
overview-empty = { $filter ->
    [some] 조건에 맞는 것이 없다.
   *[none] 모델·문헌, { NOUN($actor) }, 연결이 없다.
}
overview-ties-only = { $kind ->
    [tie] { COUNTED($count, $actor) }. 입력에 { NOUN($actor) } 사이의 연결만 있고 성과물은 없다.
   *[other] { COUNTED($count, $actor) }. { NOUN($kind) } 없이 입력에 적힌 연결로 이어진다.
}
overview-clusters = 라이덴 알고리즘으로 찾은 군집({ NOUN($actor) } 둘 이상)은 { $count }개다.
overview-no-joint-works = 협력 관계가 없다. { NOUN($actor) }이(가) 둘 이상 적힌 { NOUN($kind) }이(가) 없다.
overview-all-excluded = 협력 관계가 없다. { NOUN($team) }이(가) { PIECES($cap, $team) }을(를) 넘는 { NOUN($kind) }은(는) 연결로 세지 않는다(--max-team { $cap }).
overview-size = { COUNTED($institutions, $actor) }의 { COUNTED($works, $kind) }.
overview-size-date = { COUNTED($institutions, $actor) }의 { COUNTED($works, $kind) }, { $date }{ $undated ->
    [0] { "" }
   *[other] (날짜가 없는 { NOUN($kind) } { PIECES($undated, $kind) })
}.
overview-size-period = { COUNTED($institutions, $actor) }의 { COUNTED($works, $kind) }, { $first }~{ $last }{ $undated ->
    [0] { "" }
   *[other] (날짜가 없는 { NOUN($kind) } { PIECES($undated, $kind) })
}.
overview-unrecorded = { NOUN($actor) }이(가) 적히지 않은 { NOUN($kind) }이(가) { PIECES($count, $kind) } 있다.
overview-ties = { $kind ->
    [tie] 연결은
   *[other] 협력 관계는
} { $count }개, 가중치 합은 { $weight }이다.
overview-connected = { COUNTED($largest, $actor) }이(가) 한 연결 요소로 이어진다.
overview-components = 연결 요소 { $count }개로 나뉜다(가장 큰 것은 { PIECES($largest, $actor) }).
overview-isolates = { $capped ->
    [0] { PIECES($count, $actor) }은(는) { NOUN($partner) }이(가) 없다.
   *[other] { PIECES($count, $actor) }은(는) 연결이 없으며, 이 가운데 { PIECES($capped, $actor) }은(는) 함께 발표한 { NOUN($kind) }이(가) 기관 수 상한에 걸려 빠졌다.
}
overview-strongest = { $kind ->
    [tie] 가장 강한 연결은
   *[other] 가장 강한 협력 관계는
} { $a }과(와) { $b }이다(가중치 { $weight }).
overview-strongest-team = 가장 강한 협력 관계는 { COUNTED($works, $kind) }을(를) 모두 함께 발표한 { COUNTED($institutions, $actor) } 사이의 { $count }개다(가중치 각 { $weight }): { $names }.
overview-strongest-equal = 가중치 { $weight }인 { $kind ->
    [tie] 연결
   *[other] 협력 관계
} { $count }개가 공동 1위다.
overview-within-groups = { COUNTED($total, "tie") } 가운데 { $count }개는 같은 그룹 안의 연결이다: { $pairs }. 그룹을 한 기관으로 세려면 --level group을 쓴다.
overview-next = 다음: { $command } who { $a } · { $command } between { $a } { $b } · { $command } rank · { $command } report
overview-strongest-caption = { $kind ->
    [tie] 가장 강한 연결
   *[other] 가장 강한 협력 관계
}({ $total }개 중 { $shown }개)
overview-caption = { $kind ->
    [tie] 연결
   *[other] 협력 관계
}
