components-none = 기관이 없다.
components-all-isolated = { $count ->
    [1] 하나뿐인 기관에 연결이 없다.
   *[other] { COUNTED($count, "institution") } 모두 연결이 없다.
}
components-connected = { COUNTED($count, "institution") }이(가) 모두 한 연결 요소로 이어진다.
components-one = { COUNTED($count, "institution") } 가운데 { $largest }곳이 한 연결 요소를 이루고 { $isolates }곳은 연결이 없다.
components-several = { COUNTED($count, "institution") }은(는) 연결 요소 { $components }개로 나뉘며 가장 큰 것은 { $largest }곳이다.
components-several-and-isolates = { COUNTED($count, "institution") } 가운데 연결이 없는 { $isolates }곳을 빼면 연결 요소 { $components }개로 나뉘며 가장 큰 것은 { $largest }곳이다.
components-component = 연결 요소
components-caption = 연결 요소
