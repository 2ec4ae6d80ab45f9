### 중심성 지표: 이름과 정의.

measures-degree = 협력 기관 수
measures-degree-definition = 연결된 기관의 수다.
measures-strength = 총 연결 강도
measures-strength-definition = 모든 연결의 가중치를 더한 값이다.
measures-works = { NOUN($kind) } 수
measures-betweenness = 매개 중심성
measures-betweenness-definition = 다른 기관들을 잇는 최단 경로 가운데 그 기관을 지나는 경로의 비율이다. 연결의 가중치는 반영하지 않는다.
measures-closeness = 근접 중심성
measures-closeness-definition = 닿을 수 있는 기관까지의 평균 거리의 역수에, 닿을 수 있는 기관의 비율을 곱한 값이다.
measures-harmonic = 조화 중심성
measures-harmonic-definition = 다른 모든 기관까지의 거리의 역수를 더한 값이다. 닿을 수 없는 기관은 0으로 계산한다.
measures-eigenvector = 고유벡터 중심성
measures-eigenvector-definition = 중심에 있는 기관과 강하게 연결될수록 커지며, 가장 큰 값이 1이다.
measures-pagerank = 페이지랭크
measures-pagerank-definition = 가중치에 따라 연결을 무작위로 옮겨 다닐 때 그 기관에 머무는 시간의 비율이다(감쇠 계수 0.85). 모든 값을 더하면 1이다.
measures-core = 코어 수
measures-core-definition = 구성 기관 모두가 그 안에 협력 기관을 k곳 이상 둔 집단에 속할 수 있는 가장 큰 k다.
measures-constraint = 구조적 제약
measures-constraint-definition = 협력 기관끼리도 서로 연결된 정도다(버트의 구조적 제약). 모든 연결을 똑같이 세며, 값이 낮을수록 중개자에 가깝다. 협력 기관이 없으면 값이 없다.
measures-clustering = 군집 계수
measures-clustering-definition = 협력 기관의 쌍 가운데 서로도 협력하는 쌍의 비율이다. 협력 기관이 둘 미만이면 값이 없다.
