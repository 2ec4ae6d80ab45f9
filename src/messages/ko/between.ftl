between-same = 두 이름 모두 { $name }을(를) 가리킨다({ COUNTED($count, $kind) }). 협력 기관은 `collab who`로 볼 수 있다.
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
between-no-common = 두 곳 모두와 연결된 기관도 없다.
between-common = 공통 { COUNTED($count, "partner") }: { $partners }.
between-no-path = { $kind ->
    [tie] 연결을 따라가도 서로 이어지지 않는다.
   *[other] 함께 발표한 { NOUN($kind) }을(를) 따라가도 서로 이어지지 않는다.
}
between-excluded-caption = 기관 수 상한으로 제외한 공동 { NOUN($kind) }
