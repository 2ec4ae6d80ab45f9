### 보고서의 요점: 한 문장에 수치 하나씩.

findings-leader = { $name }이(가) { NOUN($kind) } { PIECES($total, $kind) } 가운데 { PIECES($count, $kind) }({ $share })(으)로 가장 많다. 다음은 { $next }({ $number ->
    [1] { PIECES($next_count, $kind) }
   *[other] 각 { PIECES($next_count, $kind) }
})(이)다.
findings-leaders = { $names }이(가) { NOUN($kind) } { PIECES($total, $kind) } 가운데 각각 { PIECES($count, $kind) }(으)로 가장 많다.
findings-leader-alone = { NOUN($kind) } { PIECES($total, $kind) } 가운데 { PIECES($count, $kind) }에 { $name }이(가) 참여했고, 참여한 다른 { NOUN($actor) }은(는) 없다.
findings-leader-none = 앞선 { NOUN($actor) }은(는) 없다. { COUNTED($institutions, $actor) }이(가) 모두 { NOUN($kind) } 하나씩에 참여했다.
findings-newcomers = { $year }년에 새로 나온 { NOUN($actor) }은(는) { PIECES($count, $actor) }(이)다. { $filter ->
    [some] 조건에 맞는 것 가운데 앞선 해의
   *[none] 앞선 해의
} { NOUN($kind) }이(가) 적혀 있지 않은 { NOUN($actor) }(으)로, { $names }(이)다.
findings-no-newcomers = { $year }년에 새로 나온 { NOUN($actor) }은(는) 없다. { $filter ->
    [some] 조건에 맞는 그해 { NOUN($kind) }에
   *[none] 그해 { NOUN($kind) }에
} 참여한 { PIECES($institutions, $actor) } 모두 앞선 해의 { NOUN($kind) }이(가) 있다.
findings-partnership = 함께한 { NOUN($kind) }이(가) 가장 많은 곳은 { $names }(으)로, { PIECES($count, $kind) }(이)다{ $group }.
findings-partnership-team = 가장 강한 협력은 { $names } 사이의 { $pairs }쌍으로, 같은 { NOUN($kind) } { PIECES($count, $kind) }을(를) 함께했다.
findings-partnerships-equal = 가장 강한 협력은 { $pairs }쌍이며, 함께한 { NOUN($kind) }은(는) 각각 { PIECES($count, $kind) }(이)다: { $names }.
findings-partnerships-once = 두 번 이상 함께한 협력은 없다. 협력 { $count }쌍이 모두 { NOUN($kind) } 하나씩에서 나왔다.
findings-pair = { $a }–{ $b }
findings-team = { $names } 사이
findings-tie = 가장 강한 연결은 { $names } 사이로, 가중치 { $weight }(이)다{ $group }.
findings-ties-equal = 가장 강한 연결은 { $pairs }쌍이며, 가중치는 각각 { $weight }(이)다: { $names }.
findings-one-group = { "" }(둘 다 한 그룹에 속한다)
findings-no-group = { "" }
findings-single = 협력 { $ties }쌍 가운데 { $count }쌍({ $share })이 { NOUN($kind) } 하나에만 근거한다. 가장 많은 쌍을 홀로 떠받치는 것은 { $works }(으)로, { $number ->
    [1] { $most }쌍이다.
   *[other] 각각 { $most }쌍이다.
}
findings-single-each = 협력 { $ties }쌍 가운데 { $count }쌍({ $share })이 { NOUN($kind) } 하나에만 근거한다.
findings-no-single = 협력 { $ties }쌍은 모두 둘 이상의 { NOUN($kind) }에 근거한다.
findings-international = { $count ->
    [0] { NOUN($kind) } { PIECES($total, $kind) } 가운데 둘 이상의 나라에 걸친 것은 없다.
   *[other] { NOUN($kind) } { PIECES($total, $kind) } 가운데 둘 이상의 나라에 걸친 것은 { PIECES($count, $kind) }({ $share })(이)다.
}
findings-international-known = { $count ->
    [0] 국제 협력 여부를 알 수 있는 { NOUN($kind) } { PIECES($known, $kind) } 가운데 둘 이상의 국가에 걸친 것은 없다.
   *[other] 국제 협력 여부를 알 수 있는 { NOUN($kind) } { PIECES($known, $kind) } 가운데 둘 이상의 국가에 걸친 것은 { PIECES($count, $kind) }({ $share })(이)다.
} 나머지 { PIECES($unknown, $kind) }은(는) 알 수 없다.
findings-international-unknown = { NOUN($kind) }이(가) 얼마나 국제적인지는 알 수 없다. 참여 기관의 나라가 모두 적힌 것이 없다.
findings-most-partners = { $number ->
    [1] { NOUN($partner) }이(가) 가장 많은 곳은 { $names }(으)로, 다른 { PIECES($others, $actor) } 가운데 { PIECES($count, $actor) }(이)다.
   *[other] { NOUN($partner) }이(가) 가장 많은 곳은 { $names }(으)로, 다른 { PIECES($others, $actor) } 가운데 각각 { PIECES($count, $actor) }(이)다.
}
findings-connected = { COUNTED($total, $actor) }이(가) 모두 직접 또는 다른 { NOUN($actor) }을(를) 거쳐 이어진다.
findings-components = { $count ->
    [1] { COUNTED($total, $actor) } 가운데 { PIECES($largest, $actor) }이(가) 한 연결 요소로 이어지고, 나머지는 연결이 없다.
   *[other] { COUNTED($total, $actor) }은(는) 연결 요소 { $count }개를 이루며, 가장 큰 것은 { PIECES($largest, $actor) }(이)다.
}
findings-broker = { $number ->
    [1] 다른 { NOUN($actor) } 사이의 최단 경로에 가장 많이 놓인 곳은 { $names }(이)다(매개 중심성 { $value }).
   *[other] 다른 { NOUN($actor) } 사이의 최단 경로에 가장 많이 놓인 곳은 { $names }(이)다(매개 중심성 각 { $value }).
}
