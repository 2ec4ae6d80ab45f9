between-same = 두 이름 모두 { $name }을(를) 가리킨다({ COUNTED($count, $kind) }). { NOUN($partner) }은(는) `collab who`로 볼 수 있다.
between-joint = { $a }과(와) { $b }이(가) 함께 발표한 { COUNTED($count, $kind) }: { $works }.
between-explicit = { $kind ->
    [tie] 입력에 { $a }과(와) { $b }의 연결(가중치 { $weight })이 적혀 있다.
   *[other] 입력에는 { $a }과(와) { $b }의 연결(가중치 { $weight })만 있고 { NOUN($kind) }은(는) 없다.
}
between-excluded = { $a }과(와) { $b }이(가) 함께 발표한 { COUNTED($count, $kind) }은(는) 모두 기관 수 상한을 넘는다: { $works }.
between-none = { $kind ->
    [tie] { $a }과(와) { $b } 사이에는 연결이 없다.
   *[other] { $a }과(와) { $b }이(가) 함께 발표한 { NOUN($kind) }은(는) 없다.
}
between-no-common = 두 곳 모두와 연결된 { NOUN($actor) }도 없다.
between-common = 공통 { COUNTED($count, $partner) }: { $partners }.
between-no-path = { $kind ->
    [tie] 연결을 따라가도 서로 이어지지 않는다.
   *[other] 함께 발표한 { NOUN($kind) }을(를) 따라가도 서로 이어지지 않는다.
}
between-excluded-caption = 기관 수 상한으로 제외한 공동 { NOUN($kind) }

## 두 집합 사이

between-sets = { $from }과(와) { $to } 사이: { COUNTED($count, $kind) }, 연결 { $ties }개. 앞쪽 { COUNTED($left, $actor) }, 뒤쪽 { PIECES($right, $actor) }.
between-sets-none = { $from }과(와) { $to } 사이에는 함께 발표한 { NOUN($kind) }도 연결도 없다.
between-sets-strongest = 가장 강한 연결: { $a }과(와) { $b }(가중치 { $weight }){ $others ->
    [0] .
   *[other] . 가중치가 같은 연결이 { $others }개 더 있다.
}
between-sets-from = 앞쪽
between-sets-to = 뒤쪽
between-sets-ties = 연결
between-sets-side = 쪽
between-sets-label = { $set }
