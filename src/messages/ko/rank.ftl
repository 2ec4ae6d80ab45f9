rank-estimate = 표본 최단 경로 { $samples }개로 추정한 값이다(Riondato & Kornaropoulos 2016, 시드 { $seed }). { $probability }% 확률로 모든 값의 오차가 { $error } 이하다(ε = { $error }, δ = { $failure }). 값의 차이가 이보다 작으면 순위가 바뀔 수 있다.
rank-nothing = { $measure } 순위를 매길 기관이 없다.
rank-only = { $measure } 순위를 매길 기관은 { $name }뿐이다({ $value }).
rank-all-equal = { $measure } 값은 { COUNTED($count, "institution") }이(가) 모두 같다({ $value }).
rank-lowest = { $measure } 값이 가장 낮은 기관: { $names }({ $value }).
rank-leaders = { $measure } 1위: { $names }({ $value }).
rank-shared = 표에 없는 기관 { $count }곳도 값이 같아 공동 { $rank }위다.
rank-unranked = { $capped ->
    [0] 협력 기관이 없어 값이 없는 기관: { $count }곳.
   *[other] 연결이 없어 값이 없는 기관: { $count }곳. 이 가운데 { $capped }곳은 함께 발표한 { NOUN($kind) }이(가) 기관 수 상한에 걸려 빠졌다.
}
rank-caption = { $measure } 순위
