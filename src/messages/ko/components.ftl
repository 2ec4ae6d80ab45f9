components-none = { NOUN($actor) }이(가) 없다.
components-all-isolated = { $count ->
    [1] 하나뿐인 { NOUN($actor) }에 연결이 없다.
   *[other] { COUNTED($count, $actor) } 모두 연결이 없다.
}
components-connected = { COUNTED($count, $actor) }이(가) 모두 한 연결 요소로 이어진다.
components-one = { COUNTED($count, $actor) } 가운데 { PIECES($largest, $actor) }이(가) 한 연결 요소를 이루고 { PIECES($isolates, $actor) }은(는) 연결이 없다.
components-several = { COUNTED($count, $actor) }은(는) 연결 요소 { $components }개로 나뉘며 가장 큰 것은 { PIECES($largest, $actor) }(이)다.
components-several-and-isolates = { COUNTED($count, $actor) } 가운데 연결이 없는 { PIECES($isolates, $actor) }을(를) 빼면 연결 요소 { $components }개로 나뉘며 가장 큰 것은 { PIECES($largest, $actor) }(이)다.
components-component = 연결 요소
components-caption = 연결 요소
