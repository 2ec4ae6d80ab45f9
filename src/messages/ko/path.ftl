path-same = 두 이름 모두 { $name }을(를) 가리킨다.
path-only-shortest = 이만큼 짧은 경로는 이것뿐이다.
path-at-least-as-short = 길이가 같은 다른 경로가 { $count }개 이상 있다.
path-as-short = 길이가 같은 다른 경로가 { $count }개 있다.
path-component = { $count ->
    [1] { $reason ->
        [capped] { $name }은(는) 함께 발표한 { NOUN($kind) }이(가) 기관 수 상한에 걸려 연결이 없다.
       *[none] { $name }은(는) { NOUN($partner) }이(가) 없다.
    }
   *[other] { $name }은(는) { COUNTED($count, $actor) }(으)로 된 연결 요소에 속한다.
}
path-none = { $kind ->
    [tie] 연결을 따라가도 { $a }과(와) { $b }은(는) 이어지지 않는다.
   *[other] 함께 발표한 { NOUN($kind) }을(를) 따라가도 { $a }과(와) { $b }은(는) 이어지지 않는다.
}
path-direct = { $a }과(와) { $b }은(는) 직접 협력했다.
path-steps = { $a }은(는) { $b }까지 { $count }단계로 이어진다: { $path }.
path-step = 단계
path-from = 출발
path-to = 도착
path-number-of-steps = 단계 수
path-path = 경로
path-alternatives = 다른 경로
path-distance = 가중치로 잰 길이는 { $length }이다.
path-weighted-note = 가중치로 잰 최단 경로다. 가중치가 w인 연결의 길이는 1/w이므로(Newman 2001), 강한 연결로 돌아가는 길이 약한 연결보다 짧을 수 있다.
path-length = 가중치로 잰 길이
