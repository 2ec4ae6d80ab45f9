statistics-lead = { COUNTED($count, $actor) } 사이에 연결이 { $ties }개 있다. 가능한 모든 쌍 가운데 { $density }의 비율이고(밀도), { NOUN($actor) }마다 평균 { PIECES($degree, $actor) }과(와) 협력했다.
statistics-lead-alone = { COUNTED($count, $actor) }뿐이어서 연결에 대해 말할 것이 없다.
statistics-of-largest = 지름, 반지름, 평균 경로 길이는 가장 큰 연결 요소({ COUNTED($count, $actor) })에서 연결 수로 센 값이다.
statistics-too-large = 경로 길이와 매개 중심성의 중심화는 { COUNTED($most, $actor) }까지만 계산하므로 여기서는 알 수 없다.
statistics-clustering-note = 평균 군집 계수에서 { NOUN($partner) }이(가) 둘보다 적은 { NOUN($actor) }은(는) 0으로 센다. 중심화는 프리먼의 정의로 별 모양이면 1이고, 동류성은 뉴먼의 정의로 연결이 같은 무리 안에만 있으면 1, 우연과 같으면 0이다.
statistics-known-ends = 연결 { $ties }개 가운데 두 { NOUN($actor) }의 국가를 하나씩 아는 것은 { $country }개, 부문을 하나씩 아는 것은 { $sector }개다. 국가와 부문의 동류성은 이 연결로 계산했다.
statistics-institutions = { NOUN($actor) }
statistics-ties = 연결
statistics-weight = 가중치 합
statistics-density = 밀도
statistics-components = 연결 요소
statistics-isolates = 연결이 없는 { NOUN($actor) }
statistics-largest = 가장 큰 연결 요소의 { NOUN($actor) }
statistics-diameter = 지름
statistics-radius = 반지름
statistics-path-length = 평균 경로 길이
statistics-transitivity = 추이성
statistics-average-clustering = 평균 군집 계수
statistics-mean-degree = 평균 { NOUN($partner) } 수
statistics-mean-strength = 평균 총 연결 강도
statistics-degree-centralization = { NOUN($partner) } 수의 중심화
statistics-betweenness-centralization = 매개 중심성의 중심화
statistics-degree-assortativity = { NOUN($partner) } 수의 동류성
statistics-country-assortativity = 국가의 동류성
statistics-sector-assortativity = 부문의 동류성
statistics-works-per-institution = 참여 { NOUN($actor) }당 { NOUN($kind) }
statistics-institutions-per-work = { NOUN($kind) }당 { NOUN($actor) }
statistics-statistic = 통계
statistics-value = 값
statistics-degree = { NOUN($partner) } 수
statistics-caption = 네트워크의 통계
statistics-degrees-caption = { NOUN($partner) } 수별 { NOUN($actor) }
statistics-clusters = 둘 이상으로 된 군집
statistics-modularity = 군집의 모듈성
statistics-sigma = 작은 세상 σ
statistics-omega = 작은 세상 ω
statistics-null-model = σ와 ω는 가장 큰 연결 요소를 { NOUN($partner) } 수가 같은 무작위 네트워크 { $samples }개(모두 연결, 시드 { $seed }), 고리 격자 { $lattices }개와 비교한 값이다. 평균 군집 계수는 { $clustering }, 무작위 { $random }, 격자와 이 네트워크 가운데 최대 { $lattice }이고 평균 경로 길이는 { $length }, 무작위 { $expected }이다. σ가 1보다 크면 작은 세상이고, ω는 작은 세상이면 0에, 무작위에 가까우면 1에, 격자에 가까우면 −1에 가깝다.
statistics-cliques = { NOUN($kind) } 하나가 참여 { NOUN($actor) }을(를) 모두 서로 연결하므로, 군집 계수의 일부는 { NOUN($partner) }의 선택이 아니라 팀의 크기에서 나온다.
statistics-no-null-model = σ, ω와 리치 클럽은 여기서 알 수 없다. 가장 큰 연결 요소의 { NOUN($actor) }이(가) 넷보다 적거나 연결이 { $most }개보다 많거나, { NOUN($partner) } 수가 같은 다른 네트워크를 거의 만들 수 없다.
statistics-tail-few = { NOUN($partner) } 수와 총 연결 강도의 꼬리는 추정하지 않았다. 값이 서로 다르고 연결이 있는 { NOUN($actor) }이(가) { PIECES($least, $actor) } 이상이어야 한다.
statistics-tail-short = { $of ->
    [strength] 총 연결 강도
   *[degree] { NOUN($partner) } 수
} 분포에서는 멱법칙을 말할 수 없다. 가장 잘 맞는 꼬리에 든 { NOUN($actor) }이(가) { PIECES($least, $actor) }보다 적다.
statistics-tail-implausible = { $of ->
    [strength] 총 연결 강도
   *[degree] { NOUN($partner) } 수
} 분포는 멱법칙을 따르지 않는다. 가장 잘 맞는 지수 { $exponent }({ $minimum } 이상)도 그 분포에서 뽑은 표본 { $samples }개와 견주면 { $plausibility }의 비율로만 그만큼 맞는다(Clauset 외 2009의 기준은 0.1).
statistics-tail = { $of ->
    [strength] 총 연결 강도
   *[degree] { NOUN($partner) } 수
}의 { $minimum } 이상 부분({ COUNTED($count, $actor) })은 지수 { $exponent } ± { $error }(표준 오차)의 멱법칙과 어긋나지 않는다(표본 { $samples }개에서 타당도 { $plausibility }, 시드 { $seed }, Clauset 외 2009). { $verdict ->
    [worse] 지수 분포는 이보다 덜 맞는다.
    [better] 지수 분포가 더 잘 맞는다.
   *[equal] 지수 분포도 비슷하게 맞는다.
}
statistics-strengths-caption = 총 연결 강도별 { NOUN($actor) }
statistics-by-works-caption = { NOUN($kind) } 수별 { NOUN($actor) }
statistics-by-institutions-caption = { NOUN($actor) } 수별 { NOUN($kind) }
statistics-more-partners-than = { NOUN($partner) } 수 초과
statistics-expected-density = 무작위 밀도
statistics-club-ratio = 비
statistics-as-dense = 무작위가 그만큼 조밀한 비율
statistics-club-caption = 리치 클럽: { NOUN($partner) }이(가) 그 수보다 많은 { NOUN($actor) } 사이의 밀도와, { NOUN($partner) } 수가 같은 무작위 네트워크 { $samples }개의 밀도
