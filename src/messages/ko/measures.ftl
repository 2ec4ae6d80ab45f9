### 중심성 지표: 이름과 정의.

measures-degree = { NOUN($partner) } 수
measures-degree-definition = 연결된 { NOUN($actor) }의 수다.
measures-strength = 총 연결 강도
measures-strength-definition = 모든 연결의 가중치를 더한 값이다.
measures-works = { NOUN($kind) } 수
measures-betweenness = 매개 중심성
measures-betweenness-definition = 다른 { NOUN($actor) }들을 잇는 최단 경로 가운데 그 { NOUN($actor) }을(를) 지나는 경로의 비율이다. 연결의 가중치는 반영하지 않는다.
measures-closeness = 근접 중심성
measures-closeness-definition = 닿을 수 있는 { NOUN($actor) }까지의 평균 거리의 역수에, 닿을 수 있는 { NOUN($actor) }의 비율을 곱한 값이다.
measures-harmonic = 조화 중심성
measures-harmonic-definition = 다른 모든 { NOUN($actor) }까지의 거리의 역수를 더한 값이다. 닿을 수 없는 { NOUN($actor) }은(는) 0으로 계산한다.
measures-eigenvector = 고유벡터 중심성
measures-eigenvector-definition = 중심에 있는 { NOUN($actor) }과(와) 강하게 연결될수록 커지며, 가장 큰 값이 1이다.
measures-pagerank = 페이지랭크
measures-pagerank-definition = 가중치에 따라 연결을 무작위로 옮겨 다닐 때 그 { NOUN($actor) }에 머무는 시간의 비율이다(감쇠 계수 0.85). 모든 값을 더하면 1이다.
measures-core = 코어 수
measures-core-definition = 구성 { NOUN($actor) } 모두가 그 안에 { NOUN($partner) }을(를) k곳 이상 둔 집단에 속할 수 있는 가장 큰 k다.
measures-constraint = 구조적 제약
measures-constraint-definition = { NOUN($partner) }끼리도 서로 연결된 정도다(버트의 구조적 제약). 모든 연결을 똑같이 세며, 값이 낮을수록 중개자에 가깝다. { NOUN($partner) }이(가) 없으면 값이 없다.
measures-clustering = 군집 계수
measures-clustering-definition = { NOUN($partner) }의 쌍 가운데 서로도 협력하는 쌍의 비율이다. { NOUN($partner) }이(가) 둘 미만이면 값이 없다.
