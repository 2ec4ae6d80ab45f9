rank-estimate = 표본 최단 경로 { $samples }개로 추정한 값이다(Riondato & Kornaropoulos 2016, 시드 { $seed }). { $probability }% 확률로 모든 값의 오차가 { $error } 이하다(ε = { $error }, δ = { $failure }). 값의 차이가 이보다 작으면 순위가 바뀔 수 있다.
rank-nothing = { $measure } 순위를 매길 { NOUN($actor) }이(가) 없다.
rank-only = { $measure } 순위를 매길 { NOUN($actor) }은(는) { $name }뿐이다({ $value }).
rank-all-equal = { $measure } 값은 { COUNTED($count, $actor) }이(가) 모두 같다({ $value }).
rank-lowest = { $measure } 값이 가장 낮은 { NOUN($actor) }: { $names }({ $value }).
rank-leaders = { $measure } 1위: { $names }({ $value }).
rank-shared = 표에 없는 { COUNTED($count, $actor) }도 값이 같아 공동 { $rank }위다.
rank-unranked = { $capped ->
    [0] { NOUN($partner) }이(가) 없어 값이 없는 { NOUN($actor) }: { PIECES($count, $actor) }.
   *[other] 연결이 없어 값이 없는 { NOUN($actor) }: { PIECES($count, $actor) }. 이 가운데 { PIECES($capped, $actor) }은(는) 함께 발표한 { NOUN($kind) }이(가) 기관 수 상한에 걸려 빠졌다.
}
rank-caption = { $measure } 순위
rank-beyond-largest = 가장 큰 연결 요소 밖에 있어 값이 없는 { NOUN($actor) }: { PIECES($count, $actor) }.
