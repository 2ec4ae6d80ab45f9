predict-common-neighbours = 공통 { NOUN($partner) } 수
predict-common-neighbours-short = 공통
predict-adamic-adar = 애더믹–어데어
predict-resource-allocation = 자원 배분
predict-resource-allocation-short = 자원 배분
predict-preferential-attachment = 선호적 연결
predict-preferential-attachment-short = 선호적 연결
predict-common-neighbours-definition = 점수는 공통 { NOUN($partner) }의 수다.
predict-adamic-adar-definition = 점수(Adamic, Adar 2003)는 공통 { NOUN($partner) }마다 1/ln k를 더한 값이다. k는 그 { NOUN($partner) }이(가) 협력한 { NOUN($actor) } 수로, 적은 곳과 협력한 공통 { NOUN($partner) }일수록 크게 센다.
predict-resource-allocation-definition = 점수(Zhou 외 2009)는 공통 { NOUN($partner) }마다 1/k를 더한 값이다. k는 그 { NOUN($partner) }이(가) 협력한 { NOUN($actor) } 수로, 적은 곳과 협력한 공통 { NOUN($partner) }일수록 훨씬 크게 센다.
predict-preferential-attachment-definition = 점수(Barabási 외 2002)는 두 { NOUN($actor) }의 { NOUN($partner) } 수를 곱한 값이다. 공통 { NOUN($partner) }이(가) 없어도 { NOUN($partner) }이(가) 많으면 높다.
predict-none = 연결이 없는 쌍 가운데 { $score } 점수가 있는 쌍이 없다.
predict-first = 연결이 없는 쌍 가운데 { $a }과(와) { $b }의 { $score } 점수가 가장 높다({ $value }).
predict-one-of-first = 연결이 없는 쌍 가운데 { $count }쌍{ $bound ->
    [open] { " " }이상
   *[exact] { "" }
}의 { $score } 점수가 가장 높다({ $value }). { $a }과(와) { $b }도 여기에 든다.
predict-tested = 이 자료로 시험하면, { $splits ->
    [1] { $last }년까지의
   *[other] { $first }년부터 { $last }년 사이 { $splits }개 연도마다 그해까지의
} { NOUN($kind) }(으)로 { $score } 점수가 꼽은 { $named }쌍 가운데 { $hits }쌍({ $share }%)이 { $until }년까지 연결되었다. 연결이 없던 모든 쌍에서는 { $chance }%였다. { $verdict ->
    [better] 우연의 { $times }배다.
    [equal] 우연보다 낫지 않다.
    [worse] 우연보다 드물다.
   *[few] 판단하기에는 너무 적다.
}
predict-untested = 이런 점수가 얼마나 맞았는지 여기서는 시험할 수 없다. 날짜가 있는 { NOUN($kind) }과(와) 나중에 생긴 연결이 있어야 한다.
predict-untested-large = 이만한 크기의 네트워크에서는 점수가 얼마나 맞았는지 시험하지 않는다.
predict-no-forecast = 점수는 예언이 아니다. 이 자료에서 { NOUN($partner) }이(가) 얼마나 겹치는지를 말할 뿐, 누가 함께 일할지를 말하지 않는다. { NOUN($kind) }에 나타나지 않는 것(사람, 예산, 지역)은 반영하지 않는다.
predict-backtest-note = 시험 방법: 한 해까지의 { NOUN($kind) }로 네트워크를 만들고, 점수마다 꼽은 쌍이 나중에 연결되었는지 본다. 목록 끝에서 점수가 같은 쌍은 우연히 꼽힐 비율만큼 세므로 연결된 쌍의 수가 정수가 아닐 수 있다. 여러 해가 겹치므로 늦게 생긴 연결 하나가 여러 번 셀 수 있다. AUC는 나중에 연결된 쌍의 점수가 더 높을 확률이다(우연이면 0.5).
predict-undated = 날짜가 없어 어느 해에도 들지 않은 { NOUN($kind) }: { PIECES($count, $kind) }.
predict-other = 함께할 수 있는 { NOUN($actor) }
predict-caption = 점수별 연결이 없는 쌍
predict-backtest-caption = 지난 해들에서의 같은 점수
predict-until = 기준 연도
predict-score = 점수
predict-named = 꼽은 쌍
predict-hits = 나중에 연결된 쌍
predict-precision = 비율
predict-chance = 우연
predict-auc = AUC
predict-pairs = 연결이 없던 쌍
predict-later = 그 가운데 나중에 연결된 쌍
