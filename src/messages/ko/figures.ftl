### 그림: 제목, 부제, 설명, 범례, 주석.

figures-isolates = { NOUN($partner) }이(가) 없는 { PIECES($excluded, $actor) }은(는) 그리지 않음.
figures-isolates-large-teams = 규모 때문에 제외한 { NOUN($kind) }에서만 협력한 { PIECES($excluded, $actor) }은(는) 그리지 않음.
figures-part-of = 고른 부분의 { COUNTED($all, $actor) } 중 { PIECES($shown, $actor) }

## 호 그림

figures-arc-title = { NOUN($actor) } 협력 호 그림
figures-arc-title-ties = { NOUN($actor) } 연결 호 그림
figures-arc-title-part = { NOUN($actor) } 협력 호 그림: { $part }
figures-arc-title-ties-part = { NOUN($actor) } 연결 호 그림: { $part }
figures-arc-subtitle-works = 호 = 두 { NOUN($actor) }의 공동 { NOUN($kind) }, 굵을수록 많음
figures-arc-subtitle-weight = 호 = 두 { NOUN($actor) }의 연결, 굵을수록 가중치가 큼
figures-arc-subtitle-mixed = 호 = 두 { NOUN($actor) }의 공동 { NOUN($kind) } 또는 연결, 굵을수록 많음
figures-arc-description = { COUNTED($institutions, $actor) }, 두 { NOUN($actor) } 사이의 호 { $arcs }개, 네 곳 이상이 함께한 { NOUN($kind) } 묶음 { $sets }개.
figures-arc-description-pairs = { COUNTED($institutions, $actor) }, 두 { NOUN($actor) } 사이의 호 { $arcs }개.
figures-arc-legend-pill = 4곳 이상의 공동 { NOUN($kind) }
figures-arc-lineless = { NOUN($partner) }이(가) 그림에 없어 호가 없는 곳: { $names }({ $count }곳).
figures-arc-most-works = 공동 { NOUN($kind) }이(가) 많은 { PIECES($shown, $actor) }. { NOUN($partner) }이(가) 있는 나머지 { PIECES($excluded, $actor) }은(는) 그리지 않음(더 많은 곳은 없음).
figures-arc-largest-weight = 총 연결 강도가 큰 { PIECES($shown, $actor) }. { NOUN($partner) }이(가) 있는 나머지 { PIECES($excluded, $actor) }은(는) 그리지 않음(더 큰 곳은 없음).
figures-arc-most-works-part = 고른 부분에서 공동 { NOUN($kind) }이(가) 많은 { PIECES($shown, $actor) }. { NOUN($partner) }이(가) 있는 나머지 { PIECES($excluded, $actor) }은(는) 그리지 않음(더 많은 곳은 없음).
figures-arc-largest-weight-part = 고른 부분에서 총 연결 강도가 큰 { PIECES($shown, $actor) }. { NOUN($partner) }이(가) 있는 나머지 { PIECES($excluded, $actor) }은(는) 그리지 않음(더 큰 곳은 없음).

## 여러 그림의 공통 문구

figures-country = { $country }
figures-legend-elsewhere = 해외
figures-numbers-in-marks = 도형 안 숫자 = { NOUN($kind) } 수.
figures-works = { COUNTED($shown, $kind) }
figures-works-of = { COUNTED($all, $kind) } 중 { PIECES($shown, $kind) }

## 경로

figures-path-title = { $from }에서 { $to }까지 어떻게 이어지나
figures-path-links-works = 공동 { NOUN($kind) }
figures-path-links-ties = 연결
figures-path-subtitle = 가장 짧은 { $links }의 사슬: { $steps }단계(굵은 선)
figures-path-subtitle-detours = 가장 짧은 { $links }의 사슬: { $steps }단계(굵은 선). 가는 선: { $lengths }단계 길
figures-path-subtitle-none = 두 { NOUN($actor) }을(를) 잇는 { $links }의 사슬이 없음. 각자가 속한 연결 요소
figures-path-subtitle-none-excluded = 규모 때문에 제외한 { NOUN($kind) } 없이는 두 { NOUN($actor) }을(를) 잇는 { $links }의 사슬이 없음. 각자가 속한 연결 요소
figures-path-none-excluded = 규모 때문에 제외한 { NOUN($kind) } 없이는 { $from }에서 { $to }까지 이어지는 { $links }의 사슬이 없다.
figures-path-together-excluded = 두 { NOUN($actor) }이(가) 함께 참여한 { $name }({ COUNTED($institutions, $team) })은(는) 규모 때문에 제외했다.
figures-path-description = { $steps }단계로 이어진다: { $chain }.
figures-path-description-long = { $steps }단계로 이어진다: { $first } – … – { $last }.
figures-path-chain = { $chain } – { $next }
figures-path-none = { $from }에서 { $to }까지 이어지는 { $links }의 사슬이 없다.
figures-path-hidden = 길의 처음과 끝 { COUNTED($drawn, $actor) }씩. 그 사이의 { COUNTED($hidden, $actor) }은(는) 그리지 않음.
figures-path-undrawn = 다른 경로 { $count }개는 그리지 않음: { $paths }.
figures-path-component = { $name } 쪽 연결 요소: { COUNTED($institutions, $actor) }
figures-path-legend-shortest = 가장 짧은 길
figures-path-legend-detour = 다른 길

## 연표

figures-timeline-title-models = 연도별 공동 개발: 누가 언제 함께 만들었나
figures-timeline-title-works = 연도별 공동 발표: 누가 언제 함께 발표했나
figures-timeline-subtitle = 세로줄 = 발표순 { NOUN($kind) }, 점 = 참여 { NOUN($actor) }
figures-timeline-description = { $years }: { $institutions }의 { $works }. { $joint }
figures-timeline-undated = { $institutions }의 { $works }. { $joint }
figures-timeline-joint = { $joint ->
    [0] 여러 { NOUN($actor) }이(가) 함께한 { NOUN($kind) }은(는) 없다.
   *[other] 그 가운데 { PIECES($joint, $kind) }은(는) 여러 { NOUN($actor) }이(가) 함께했다.
}
figures-timeline-institutions = { COUNTED($shown, $actor) }
figures-timeline-institutions-of = { COUNTED($all, $actor) }(줄은 { PIECES($shown, $actor) })
figures-timeline-latest = 가장 최근의 공동 { COUNTED($shown, $kind) }. 나머지 { PIECES($excluded, $kind) }은(는) 그리지 않음(더 최근으로 알려진 것은 없음).
figures-timeline-latest-solo = 한 { NOUN($actor) }의 가장 최근 { COUNTED($shown, $kind) }. 나머지 { PIECES($excluded, $kind) }은(는) 그리지 않음(더 최근으로 알려진 것은 없음).
figures-timeline-undated-part = 공동 { COUNTED($shown, $kind) }. 역시 날짜 없는 { PIECES($excluded, $kind) }은(는) 그리지 않음.
figures-timeline-undated-part-solo = 한 { NOUN($actor) }의 { COUNTED($shown, $kind) }. 역시 날짜 없는 { PIECES($excluded, $kind) }은(는) 그리지 않음.
figures-without-institution = { NOUN($actor) }이(가) 적히지 않은 { COUNTED($count, $kind) }은(는) 제외했다.
figures-timeline-solo = 한 { NOUN($actor) }의 { COUNTED($excluded, $kind) }은(는) 그리지 않음.
figures-timeline-without-row = 이 { NOUN($kind) }의 { COUNTED($count, $actor) }은(는) 줄이 없음.
figures-timeline-legend-joint = 막대·굵은 이름 = 공동 { NOUN($kind) }
figures-timeline-undated-band = 날짜 미상

## 중심 기관 그림

figures-legend-abroad = 해외
figures-ego-title = { $name }의 { NOUN($partner) }
figures-ego-one-ring = 고리 = 직접 협력한 { NOUN($actor) }
figures-ego-two-rings = 바깥 고리 = 한 다리 건너
figures-ego-description = { $name }의 { COUNTED($count, $partner) }: { $partners }.
figures-ego-description-part = { $name }의 { COUNTED($count, $partner) } 중 { PIECES($shown, $actor) }: { $partners }.
figures-ego-description-min-works = { $name }과(와) 공동 { NOUN($kind) } { PIECES($number, $kind) } 이상으로 협력한 { COUNTED($count, $actor) }: { $partners }.
figures-ego-description-min-works-part = { $name }과(와) 공동 { NOUN($kind) } { PIECES($number, $kind) } 이상으로 협력한 { COUNTED($count, $actor) } 중 { PIECES($shown, $actor) }: { $partners }.
figures-ego-description-min-weight = { $name }과(와) 가중치 { $number } 이상으로 이어진 { COUNTED($count, $actor) }: { $partners }.
figures-ego-description-min-weight-part = { $name }과(와) 가중치 { $number } 이상으로 이어진 { COUNTED($count, $actor) } 중 { PIECES($shown, $actor) }: { $partners }.
figures-ego-alone-excluded-short = { $name }: 공동 { NOUN($kind) }은(는) 규모 때문에 제외한 것뿐
figures-ego-alone-excluded = { $name }의 공동 { NOUN($kind) }은(는) 규모 때문에 제외한 것뿐이다.
figures-ego-alone-works-short = { $name }: 다른 { NOUN($actor) }과(와)의 공동 { NOUN($kind) } 없음
figures-ego-alone-works = { $name }은(는) 다른 { NOUN($actor) }과(와)의 공동 { NOUN($kind) }이(가) 없다.
figures-ego-alone-min-works-short = { $name }: 공동 { NOUN($kind) } { PIECES($number, $kind) } 이상인 연결 없음
figures-ego-alone-min-works = { $name }은(는) 공동 { NOUN($kind) } { PIECES($number, $kind) } 이상인 연결이 없다.
figures-ego-alone-ties-short = { $name }: 다른 { NOUN($actor) }과(와)의 연결 없음
figures-ego-alone-ties = { $name }은(는) 다른 { NOUN($actor) }과(와)의 연결이 없다.
figures-ego-alone-min-weight-short = { $name }: 가중치 { $number } 이상인 연결 없음
figures-ego-alone-min-weight = { $name }은(는) 가중치 { $number } 이상인 연결이 없다.
figures-ego-min-works = 공동 { NOUN($kind) } { PIECES($number, $kind) } 이상의 연결만.
figures-ego-min-weight = 가중치 { $number } 이상의 연결만.
figures-ego-excluded-partners = { COUNTED($count, $partner) }은(는) 그리지 않음.
figures-ego-excluded-outer = 한 다리 건너 { PIECES($count, $actor) }은(는) 그리지 않음.
figures-ego-hidden-ties = { NOUN($partner) }끼리의 연결 { $count }개는 그리지 않음.
figures-ego-legend-center = 중심 { NOUN($actor) }
figures-ego-legend-direct = 직접 협력: { $value }
figures-ego-legend-other = 그 밖의 협력
figures-ego-legend-triangle = 셋이 함께
figures-ego-legend-pill = 4곳 이상의 { NOUN($kind) }

## 연결의 측정값

figures-measure-works = 공동 { NOUN($kind) } 수
figures-measure-weight = 가중치
figures-measure-mixed = 공동 { NOUN($kind) } 수 또는 가중치
figures-measure-works-value = 공동 { COUNTED($count, $kind) }
figures-measure-weight-value = 가중치 { $number }
figures-measure-mixed-value = 공동 { NOUN($kind) } 수 또는 가중치: { $number }

## 행렬

figures-legend-cluster = 색 = 군집
figures-matrix-title-largest-weight = 총 연결 강도가 가장 큰 { COUNTED($shown, $actor) }의 연결 행렬
figures-matrix-title-ties-of = { COUNTED($all, $actor) } 중 { PIECES($shown, $actor) }의 연결 행렬
figures-matrix-title-ties = { NOUN($actor) } 간 연결 행렬
figures-matrix-title-most-works = 공동 { NOUN($kind) }이(가) 가장 많은 { COUNTED($shown, $actor) }의 행렬
figures-matrix-title-works-of = { COUNTED($all, $actor) } 중 { PIECES($shown, $actor) }의 공동 { NOUN($kind) } 행렬
figures-matrix-title-works = { NOUN($actor) } 간 공동 { NOUN($kind) } 행렬
figures-matrix-subtitle-weight = 칸의 색 = 두 { NOUN($actor) }의 가중치, 자리가 있으면 숫자로도 적음
figures-matrix-subtitle-weight-works = 칸의 색 = 두 { NOUN($actor) }의 가중치, 자리가 있으면 숫자로도 적음, 대각선 = { NOUN($actor) }의 전체 { NOUN($kind) } 수
figures-matrix-subtitle = 칸 = 두 { NOUN($actor) }의 { $measure }
figures-matrix-subtitle-works = 칸 = 두 { NOUN($actor) }의 { $measure }, 대각선 = { NOUN($actor) }의 전체 { NOUN($kind) } 수
figures-matrix-title-part = { NOUN($actor) } 간 공동 { NOUN($kind) } 행렬: { $part }
figures-matrix-title-ties-part = { NOUN($actor) } 간 연결 행렬: { $part }
figures-matrix-excluded-works-part = 고른 부분의 나머지 { COUNTED($excluded, $partner) }은(는) 그리지 않음(공동 { NOUN($kind) }이(가) 더 많은 곳은 없음).
figures-matrix-excluded-weight-part = 고른 부분의 나머지 { COUNTED($excluded, $actor) }은(는) 그리지 않음(총 연결 강도가 더 큰 곳은 없음).
figures-matrix-excluded-works = 나머지 { COUNTED($excluded, $partner) }은(는) 그리지 않음(공동 { NOUN($kind) }이(가) 더 많은 곳은 없음).
figures-matrix-excluded-weight = 나머지 { COUNTED($excluded, $actor) }은(는) 그리지 않음(총 연결 강도가 더 큰 곳은 없음).
figures-matrix-without-works = { COUNTED($institutions, $actor) } 사이에 공동 { NOUN($kind) }이(가) 없다.
figures-matrix-without-ties = { COUNTED($institutions, $actor) } 사이에 연결이 없다.
figures-matrix-without-works-excluded = 규모 때문에 제외한 것 말고는 { COUNTED($institutions, $actor) } 사이에 공동 { NOUN($kind) }이(가) 없다.
figures-matrix-strongest = { COUNTED($institutions, $actor) }의 행렬. 가장 강하게 이어진 짝은 { $a }–{ $b }({ $value }).
figures-matrix-strongest-shown = { COUNTED($institutions, $actor) }의 행렬. 그린 짝 가운데 가장 강하게 이어진 짝은 { $a }–{ $b }({ $value }).
figures-matrix-strongest-several = { COUNTED($institutions, $actor) }의 행렬. 가장 강하게 이어진 짝은 { $a }–{ $b } 등 { $count }쌍(각 { $value }).
figures-matrix-strongest-several-shown = { COUNTED($institutions, $actor) }의 행렬. 그린 짝 가운데 가장 강하게 이어진 짝은 { $a }–{ $b } 등 { $count }쌍(각 { $value }).
figures-matrix-unnumbered = 숫자를 적을 자리가 없는 칸 { $count }개({ $lowest } 이상).
figures-matrix-panel-works = 칸에 든 { NOUN($kind) }
figures-matrix-panel-most-works = { NOUN($kind) }이(가) 많은 팀
figures-matrix-panel-first = { $heading }({ $all }개 중 { $shown }개)
figures-matrix-panel-strongest-works = 가장 많이 함께한 짝
figures-matrix-panel-strongest-weight = 가중치가 가장 큰 짝
figures-matrix-panel-strongest-shown = 그림 안 가장 강한 짝

## 이분 그래프

figures-country-the = { $country }
figures-month = { $month }{ $undated ->
    [0] { "" }
   *[other] , 날짜 없음 { $undated }
}
figures-period = { $from } – { $to }{ $undated ->
    [0] { "" }
   *[other] , 날짜 없음 { $undated }
}
figures-years = { $years }{ $undated ->
    [0] { "" }
   *[other] , 날짜 없음 { $undated }
}
figures-works-shown-of = { COUNTED($all, $kind) } 중 { PIECES($shown, $kind) } 표시
figures-bipartite-title-models = AI 모델 { PIECES($works, "model") }과(와) 개발 { COUNTED($institutions, $actor) }
figures-bipartite-title-works = { COUNTED($works, $kind) }과(와) 참여 { COUNTED($institutions, $actor) }
figures-bipartite-title-home-models = { $country }의 AI 모델 { PIECES($works, "model") }과(와) 개발 { COUNTED($institutions, $actor) }
figures-bipartite-title-home-works = { $country }의 { COUNTED($works, $kind) }과(와) 참여 { COUNTED($institutions, $actor) }
figures-bipartite-title-part-models = AI 모델 { PIECES($all, "model") } 중 { PIECES($works, "model") }과(와) 개발 { COUNTED($every, $actor) } 중 { PIECES($institutions, $actor) }
figures-bipartite-title-part-works = { COUNTED($all, $kind) } 중 { PIECES($works, $kind) }과(와) 참여 { COUNTED($every, $actor) } 중 { PIECES($institutions, $actor) }
figures-bipartite-columns-home = { $country } { COUNTED($left, $actor) }(왼쪽), { $works }(가운데), 해외 { COUNTED($right, $actor) }(오른쪽)을 잇는 이분 그래프.
figures-bipartite-columns-home-unknown = { $country } { COUNTED($left, $actor) }(왼쪽), { $works }(가운데), 해외나 국가 미상의 { COUNTED($right, $actor) }(오른쪽)을 잇는 이분 그래프.
figures-bipartite-columns = { COUNTED($left, $actor) }(왼쪽)과 { $works }(오른쪽)을(를) 잇는 이분 그래프.
figures-bipartite-joint = { $joint ->
    [0] 둘 이상의 { NOUN($actor) }이(가) 함께한 { NOUN($kind) }은(는) 없다.
   *[other] 공동 { NOUN($kind) }은(는) { PIECES($joint, $kind) }(이)다.
}
figures-bipartite-joint-shown = { $joint ->
    [0] 그 가운데 둘 이상의 { NOUN($actor) }이(가) 함께한 { NOUN($kind) }은(는) 없다.
   *[other] 그 가운데 공동 { NOUN($kind) }은(는) { PIECES($joint, $kind) }(이)다.
}
figures-bipartite-leader = { NOUN($kind) }이(가) 가장 많은 곳: { $names }({ PIECES($count, $kind) }).
figures-bipartite-leader-shown = 그림에 있는 { NOUN($kind) }이(가) 가장 많은 곳: { $names }({ PIECES($count, $kind) }).
figures-bipartite-leaders = { NOUN($kind) }이(가) 가장 많은 곳: { $names }(각 { PIECES($count, $kind) }).
figures-bipartite-leaders-shown = 그림에 있는 { NOUN($kind) }이(가) 가장 많은 곳: { $names }(각 { PIECES($count, $kind) }).
figures-bipartite-description = { $columns } { $joint }
figures-bipartite-description-leaders = { $columns } { $joint } { $leaders }
figures-bipartite-network-models = { $works }과(와) { COUNTED($institutions, $actor) }을(를) 개발 관계 { $ties }개로 이은 이분 그래프. { $joint }
figures-bipartite-network-works = { $works }과(와) { COUNTED($institutions, $actor) }을(를) 참여 관계 { $ties }개로 이은 이분 그래프. { $joint }
figures-bipartite-bundled = 참여 { NOUN($actor) }이(가) 같은 { NOUN($kind) }은(는) 한 묶음으로 잇는다.
figures-bipartite-selection-works = { COUNTED($all, $kind) } 중 들어가는 { PIECES($works, $kind) }만 보인다(참여 { NOUN($actor) } 가운데 공동 { NOUN($kind) }이(가) 가장 적은 곳의 수가 많은 순).
figures-bipartite-selection = { COUNTED($all, $kind) } 중 들어가는 { PIECES($works, $kind) }, { COUNTED($every, $actor) } 중 { PIECES($institutions, $actor) }만 보인다(참여 { NOUN($actor) } 가운데 공동 { NOUN($kind) }이(가) 가장 적은 곳의 수가 많은 순).
figures-bipartite-without-works = { NOUN($kind) }이(가) 없는 { COUNTED($count, $actor) }은(는) 제외했다.
figures-bipartite-part-fits = 이 가운데 자리가 되는 대로 { PIECES($count, $actor) }과(와) { COUNTED($works, $kind) }만 그렸다.
figures-bipartite-outside = 이 부분 밖의 { NOUN($kind) }: { PIECES($count, $kind) }.
figures-bipartite-more-partners = { NOUN($kind) } 이름 뒤 (+n) = 그림 밖의 공동 { COUNTED("n", $actor) }.
figures-bipartite-header = { NOUN($actor) }
figures-bipartite-header-home = { $country } { NOUN($actor) }
figures-bipartite-header-works = { NOUN($kind) }
figures-bipartite-header-abroad = 해외 { NOUN($actor) }
figures-bipartite-header-institutions-abroad = 해외 { NOUN($actor) }
figures-bipartite-header-abroad-unknown = 해외·미상 { NOUN($actor) }
figures-bipartite-legend-joint = 굵게 = 공동
figures-bipartite-empty = { NOUN($actor) }이(가) 적힌 { NOUN($kind) }이(가) 없다.

## 범례, 출처, 제목

figures-legend-sectors = { $sectors }
figures-legend-education = 대학·교육기관
figures-legend-facility = 연구기관
figures-legend-company = 기업
figures-legend-government = 정부·공공기관
figures-legend-healthcare = 의료기관
figures-legend-nonprofit = 비영리기관
figures-legend-archive = 도서관·박물관
figures-legend-collective = 연구 공동체
figures-legend-other = 기타
figures-legend-unknown = 부문 미상
figures-legend-numbers = 숫자 = { NOUN($kind) } 수
figures-legend-numbers-shown = 숫자 = 그림에 있는 { NOUN($kind) } 수
figures-legend-equal-sizes = { COUNTED($count, $kind) }부터 같은 크기(최대 { $largest })
figures-legend-equal-sizes-rings = { COUNTED($center, $kind) }(중심), { $first }·{ $second }(고리)부터 같은 크기
figures-legend-thickest = { $number }부터 같은 굵기
figures-legend-thinnest = { $number }까지 같은 굵기
figures-legend-own-color = { $names }
figures-name-works = { $name }: { COUNTED($count, $kind) }
figures-institutions = { COUNTED($count, $actor) }
figures-more = +{ $count }
figures-more-works = 외 { PIECES($count, $kind) }
figures-more-institutions = 외 { PIECES($count, $actor) }
figures-large-team = { COUNTED($institutions, $team) }의 { $name } 제외.
figures-large-teams = { COUNTED($institutions, $team) }의 { $name } 등 대형 공동 { COUNTED($count, $kind) } 제외.
figures-outside = 이 부분 밖의 { NOUN($actor) }: { PIECES($all, $actor) } 중 { PIECES($outside, $actor) }.
figures-weaker-ties = 그린 { NOUN($actor) } 사이의 약한 연결 { $count }개는 제외.
figures-truncated = 긴 이름 { $count }개는 줄여 씀(…).
figures-source = { $label }: { $inputs }.
figures-source-label = 자료
figures-source-dated = { $name } · { $date } 기준
figures-source-dated-both = { $name } · { $date } 기준 (as of)

## 단순 지도

figures-plain-title = { $kind ->
    [tie] { NOUN($actor) } 연결망
   *[other] { NOUN($actor) } 협력망
}
figures-plain-size = { COUNTED($institutions, $actor) }, 연결 { $ties }개
figures-plain-description = { $size }. 가까울수록 밀접하게 이어져 있다.
figures-plain-layout = 배치: 스트레스 최소화. 이름은 생략.

## 추천하는 그림

figures-advice-bipartite = 모든 { NOUN($kind) }과(와) 참여 { NOUN($actor) }을(를) 다 보일 만큼 적다
figures-advice-matrix = 대부분이 서로 협력해 선으로 그리면 모두 엇갈린다
figures-advice-ego = 모든 협력에 한 { NOUN($actor) }이(가) 들어 있다
figures-advice-timeline = 이분 그래프로 그리기에는 { NOUN($kind) }이(가) 많고, 날짜순 세로줄로는 다 보일 만하다
figures-advice-map-ties = 이 자료에는 { NOUN($actor) } 사이의 관계만 있다
figures-advice-map = { NOUN($kind) }을(를) 다 보이기에는 많고, 누가 누구와 협력하는지는 보일 만하다
figures-advice-map-selection = 한 쪽에 담기에는 { NOUN($actor) }이(가) 많아 가장 강하게 이어진 부분을 보인다

## 선 굵기의 범례

figures-measure-works-legend = 공동 { NOUN($kind) }
figures-measure-legend = { $measure }: { $number }
figures-pieces = { PIECES($count, $kind) }

## 협력 기관 그림

figures-partners-headline-one = { $name }의 { NOUN($partner) }은(는) { $with } 한 곳, 공동 { COUNTED($works, $kind) }
figures-partners-headline-each-once = { $name }, { PIECES($count, $actor) }과(와) { NOUN($kind) } 하나씩만 함께했다
figures-partners-headline-most = { $name }, { PIECES($count, $actor) }과(와) 협력… { $with }과(와) { PIECES($works, $kind) }(으)로 최다
figures-partners-headline-once = { $name }, { PIECES($count, $actor) }과(와) 협력… { PIECES($once, $actor) }과는 { NOUN($kind) } 하나뿐
figures-partners-headline-repeated = { $name }, { PIECES($count, $actor) }과(와) 협력… { PIECES($repeated, $actor) }과는 둘 이상 함께
figures-partners-subtitle = 도형 하나가 공동 { NOUN($kind) } 하나, 가로축은 날짜
figures-partners-subtitle-ties = 막대 길이 = 연결의 가중치
figures-partners-subtitle-mixed = 도형 하나가 공동 { NOUN($kind) } 하나, 가로축은 날짜. 막대는 { NOUN($kind) } 없는 연결의 가중치
figures-partners-description = { $name }은(는) 공동 { COUNTED($joint, $kind) }({ $years })을(를) { PIECES($count, $actor) }과(와) 함께했다. { $strongest }
figures-partners-description-undated = { $name }은(는) 공동 { COUNTED($joint, $kind) }을(를) { PIECES($count, $actor) }과(와) 함께했다. { $strongest }
figures-partners-strongest = 공동 { NOUN($kind) }이(가) 가장 많은 곳: { $partners }({ PIECES($works, $kind) }).
figures-partners-description-part = { $name }의 { COUNTED($count, $partner) } 중 { PIECES($shown, $actor) }. 앞선 곳: { $partners }.
figures-partners-description-min-works = { $name }과(와) 공동 { NOUN($kind) } { PIECES($number, $kind) } 이상으로 협력한 { COUNTED($count, $actor) } 중 { PIECES($shown, $actor) }. 앞선 곳: { $partners }.
figures-partners-description-min-weight = { $name }과(와) 가중치 { $number } 이상으로 이어진 { COUNTED($count, $actor) } 중 { PIECES($shown, $actor) }. 앞선 곳: { $partners }.
figures-partners-legend-works = 이름 옆 숫자 = 공동 { NOUN($kind) } 수. 많은 순, 같으면 최근 순.
figures-partners-legend-weight = 숫자 = 가중치. 큰 순.
figures-partners-legend-mixed = 이름 옆 숫자 = 공동 { NOUN($kind) } 수, 막대는 가중치. 많은 순, 같으면 최근 순.
figures-partners-legend-year = 도형 안 숫자 = 그해의 공동 { NOUN($kind) } 수

## 레인 그림

figures-lanes-title = { COUNTED($lanes, $actor) }의 날짜별 { NOUN($kind) }
figures-lanes-title-home = { $country } { COUNTED($lanes, $actor) }의 날짜별 { NOUN($kind) }
figures-lanes-subtitle = 찬 점 = 공동 { NOUN($kind) }, 빈 점 = 한 { NOUN($actor) }의 { NOUN($kind) }
figures-lanes-subtitle-words = 찬 점 = 공동 { NOUN($kind) }, 빈 점 = 한 { NOUN($actor) }의 { NOUN($kind) }. 줄이 없는 { NOUN($partner) }은(는) 자리가 있으면 이름으로 적음
figures-lanes-institutions = 줄이 있는 { COUNTED($shown, $actor) }과(와) 줄이 없는 { COUNTED($words, $partner) }
figures-lanes-with = { $partners }과(와)
figures-lanes-with-more = { $partners } 외 { PIECES($count, $actor) }과
figures-lanes-earlier = 이 { NOUN($actor) }들의 { $year }년보다 앞선 { COUNTED($count, $kind) }은(는) 그리지 않음.
figures-lanes-lapsed = { $year }년부터 { NOUN($kind) }이(가) 없는 { COUNTED($count, $actor) }은(는) 줄이 없음{ $works ->
    [0] .
   *[other] (그리지 않은 { NOUN($kind) } { PIECES($works, $kind) }).
}
figures-lanes-abroad = { $country }에 있다고 알려진 { NOUN($actor) }이(가) 없는 { COUNTED($count, $kind) }은(는) 그리지 않음.
figures-lanes-without-lane = 공동 { NOUN($kind) }이(가) 더 많지 않은 { PIECES($count, $actor) }은(는) 줄이 없음{ $works ->
    [0] .
   *[other] (그리지 않은 { NOUN($kind) } { PIECES($works, $kind) }).
}
figures-lanes-unnamed = 이름을 적을 자리가 없는 { COUNTED($count, $kind) }.
figures-lanes-unnamed-partners = { NOUN($partner) }을(를) 적을 자리가 없는 점 { $count }개.
figures-lanes-legend-joint = 공동 { NOUN($kind) }
figures-lanes-legend-link = 이 { NOUN($actor) }들 사이
figures-lanes-legend-solo = 한 { NOUN($actor) }의 { NOUN($kind) }
figures-lanes-legend-year = 점 안 숫자 = 그해의 { NOUN($kind) } 수

## 세계 지도

figures-geo-headline-borders = 연결 { $ties }개 중 { $cross }개가 국경을 넘는다
figures-geo-title = 지도로 본 { COUNTED($shown, $actors) }의 협력
figures-geo-title-no-ties = 지도에 그릴 연결이 없음
figures-geo-title-no-places = { NOUN($partner) }이(가) 있는 { PIECES($count, $actor) } 모두 위치를 알 수 없음
figures-geo-subtitle-none = 빈 지도. 위치 없이 연결을 그리려면 `collab draw map`
figures-geo-subtitle = 곡선 = 공동 { NOUN($kind) }, 굵을수록 많음
figures-geo-subtitle-weight = 곡선 = 연결, 굵을수록 가중치가 큼
figures-geo-description = { COUNTED($shown, $actors) }과(와) 그 사이의 연결 { $ties }개를 그린 세계 지도.
figures-geo-empty = 위치를 아는 두 곳 사이의 연결이 없다.
figures-geo-excluded = 전체 협력이 더 많지 않은 { COUNTED($count, $actors) }은(는) 그리지 않음.
figures-geo-apart = 이 부분 안에 { NOUN($partner) }이(가) 없는 { COUNTED($count, $actors) }은(는) 그리지 않음.
figures-geo-unplaced = 위치를 알 수 없는 곳: { $names }.
figures-geo-unplaced-more = 위치를 알 수 없는 { PIECES($count, $actor) }({ $names } 등).
figures-geo-unnamed = 이름을 적을 자리가 없는 곳 { PIECES($count, $actor) }.
figures-geo-made = 이퀄 어스 도법, 해안선 Natural Earth. 겹치는 도형은 옆으로 옮김.
figures-geo-made-insets = 이퀄 어스 도법, 해안선 Natural Earth. 겹치는 도형은 옆으로 옮기고, 확대도에는 지역 안의 연결만 그림.
figures-geo-north-america = 북아메리카
figures-geo-europe = 유럽
figures-geo-east-asia = 동아시아
figures-geo-legend-size = { COUNTED($count, $kind) }

## 발견

figures-headline-none = { COUNTED($works, $kind) } 가운데 공동 { NOUN($kind) }은(는) 없다
figures-headline-all = { COUNTED($works, $kind) } 모두 공동 { NOUN($kind) }
figures-headline-since = 공동 { COUNTED($joint, $kind) }은(는) 모두 { $years }에… 이후 { PIECES($later, $kind) }은(는) 각각 한 { NOUN($actor) }이(가) 단독 발표
figures-headline-share = { COUNTED($works, $kind) } 중 { PIECES($joint, $kind) }이(가) 공동 { NOUN($kind) }
figures-headline-pair = 공동 { NOUN($kind) }이(가) 가장 많은 짝은 { $a }–{ $b }({ PIECES($works, $kind) })
figures-path-headline = { $steps ->
    [1] { $from }과(와) { $to }은(는) 직접 협력했다
   *[other] { $from }에서 { $to }까지 { $steps }단계
}

figures-highlight = 진하게 그린 기관: { $names }.
figures-highlight-missing = 그리지 않음: { $names }.
figures-trend-heading = { $measure ->
    [joint] 공동 { NOUN($kind) }
    [international] 국제 협력 { NOUN($kind) }
    [partners] { NOUN($partner) } 수
    [citations] 인용 수
    [strength] 연결 가중치
   *[works] { NOUN($kind) } 수
}
figures-trend-title = 연도별 { $heading }
figures-trend-title-of = { $names }의 연도별 { $heading }
figures-trend-title-by = { NOUN($group) }·연도별 { $heading }
figures-trend-title-by-of = { $names }의 { NOUN($group) }·연도별 { $heading }
figures-trend-subtitle = 각 연도는 그해까지의 누적
figures-trend-subtitle-lines = { $years ->
    [cumulative] 각 연도는 그해까지의 누적, 숫자는 모든 연도의 값
   *[single] 이름 옆 숫자는 모든 연도의 값
}
figures-trend-subtitle-panels = { $years ->
    [cumulative] 각 연도는 그해까지의 누적. 회색 선은 다른 { NOUN($group) }, 숫자는 모든 연도의 값
   *[single] 회색 선은 다른 { NOUN($group) }, 숫자는 모든 연도의 값
}
figures-trend-headline-peak = { $measure }은(는) { $year }년에 가장 많다: { $most }
figures-trend-headline-peak-of = { $names }의 { $measure }은(는) { $year }년에 가장 많다: { $most }
figures-trend-headline-first = { $measure }: { $name } { $value }(으)로 가장 많고, 다음은 { $next } { $second }
figures-trend-empty = 셀 수 있는 { NOUN($kind) }에 날짜가 없다.
figures-trend-description = { $first }~{ $last }년. { $lines }.
figures-trend-description-by = { $first }~{ $last }년 { $measure }. { $lines }.
figures-trend-line = { $name }: 모두 { $total }, { $years }년에 가장 많음({ $most })
figures-trend-line-total = { $name }: 모두 { $total }
figures-trend-line-unknown = { $name }: 알 수 없음
figures-trend-ends = 자료는 { $date } 기준이어서 마지막 해는 다 차지 않았다.
figures-trend-undated = 날짜 없는 { COUNTED($count, $kind) }은(는) 그리지 않음.
figures-trend-more = 더 많지 않은 { NOUN($group) } { $count }개는 그리지 않음.
