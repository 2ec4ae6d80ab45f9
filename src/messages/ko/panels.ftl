### 같은 자리에 그린 여러 지도의 글: 데이터의 두 판, 또는 기간.

panels-title = { $kind ->
    [tie] { NOUN($actor) } 연결 지도
   *[other] { NOUN($actor) } 협력 지도
}: { $panels ->
    [edition] 두 판의 비교
   *[period] 기간별
}
panels-institutions = { COUNTED($count, $actor) }
panels-institutions-of = 연결이 있는 { COUNTED($all, $actor) } 중 { PIECES($shown, $actor) }
panels-subtitle = { $institutions }, 자리는 { $panels ->
    [edition] 두 판에서
   *[period] 모든 기간에
} 같다. 굵기 = { $measure ->
    [weight] 가중치
    [works] 공동 { NOUN($kind) } 수
   *[mixed] 공동 { NOUN($kind) } 수 또는 가중치
}
panels-note-number = 도형 안 숫자 = 그 { $panels ->
    [edition] 판
   *[period] 기간
}의 { NOUN($kind) } 수.

panels-teams = 그린 연결 가운데 { $count }개는 { NOUN($actor) } 네 곳 이상이 함께한 { NOUN($kind) }에만 근거한다.

panels-change = { $change ->
    [new] 새 연결
    [gone] 사라진 연결
    [stronger] 강해진 연결
   *[weaker] 약해진 연결
} { $count }개{ $position ->
    [first] { "" }
   *[other] { "" }
}
panels-changes = { $changes }
panels-changes-shown = 달라진 연결 { $all }개 가운데 여기 그린 것: { $changes }
panels-no-change = 두 판 사이에 달라진 연결이 없다
panels-no-change-shown = 달라진 연결 { $all }개는 모두 그리지 않은 { NOUN($actor) } 사이에 있다
panels-headline-periods = { $scope ->
    [part] 그린 { COUNTED($institutions, $actor) } 사이 연결
   *[all] 연결
} { $from } { $first }개, { $to } { $last }개
panels-most = { $scope ->
    [part] 그린 { COUNTED($institutions, $actor) } 사이 연결이
   *[all] 연결이
} 가장 많은 기간은 { $period }({ $count }개)
panels-description = { $finding }. { $counts }
panels-compared = 그린 연결은 이전 { $before }개, 현재 { $now }개다.
panels-pairs = { $panels }개 기간에 연결이 있는 쌍은 { $count }개다.
panels-shown-changed = 연결이 있는 { COUNTED($all, $actor) } 가운데 가장 많이 달라진 연결의 { PIECES($shown, $actor) }을(를) 그렸다. 달라진 연결은 { $changes }개 중 { $changed }개, 전체 연결은 { $all_ties }개 중 { $ties }개다.
panels-shown = 연결이 있는 { COUNTED($all, $actor) } 가운데 한 기간의 연결이 강한 차례로 { PIECES($shown, $actor) }을(를) 그렸다. 쌍은 { $all_ties }개 중 { $ties }개다.

panels-edition = { $edition ->
    [old] 이전
   *[new] 현재
}: { $name }({ $content })
panels-edition-works = { COUNTED($count, $kind) }
panels-edition-ties = { COUNTED($count, "tie") }
panels-period = { $first ->
    [same] { $last }
   *[other] { $first }–{ $last }
}
panels-excluded = 참여 { NOUN($actor) } 상한({ $cap })을 넘어 연결에서 뺀 { NOUN($kind) }: 이전 { $old }건, 현재 { $new }건.
panels-merged = 이전 연결 { $count }개는 이제 한 { NOUN($actor) }인 이름 사이의 것이다.
panels-undated = 날짜가 없는 { COUNTED($count, $kind) }은(는) 어느 기간에도 넣지 않았다.
panels-earlier = { $year }년 전의 공동 { COUNTED($count, $kind) }은(는) 그리지 않았다.
panels-over-cap = 참여 { NOUN($actor) } 상한({ $cap })을 넘어 연결에서 뺀 { NOUN($kind) }: { $count }건.

panels-legend-absent = 이 { $panels ->
    [edition] 판
   *[period] 기간
}에 없음
panels-legend-change = { $change ->
    [new] 새 연결
    [gone] 사라진 연결
    [stronger] 강해진 연결
   *[weaker] 약해진 연결
}
panels-absent-tooltip = { $name }, 이 { $panels ->
    [edition] 판
   *[period] 기간
}에 없음
panels-tie = { $a } – { $b }: { $weight }{ $change ->
    [new] (새 연결)
    [gone] (사라진 연결)
    [stronger] (강해진 연결)
    [weaker] (약해진 연결)
   *[same] { "" }
}
