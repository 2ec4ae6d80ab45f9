### 협력 지도의 글.

map-title = { $kind ->
    [tie] { NOUN($actor) } 연결 지도
   *[other] { NOUN($actor) } 협력 지도
}
map-title-country = { $country } { $kind ->
    [tie] { NOUN($actor) } 연결 지도
   *[other] { NOUN($kind) }의 { NOUN($actor) } 협력 지도
}

map-institutions = { COUNTED($count, $actor) }
map-institutions-of = { COUNTED($all, $actor) } 중 { PIECES($shown, $actor) }
map-joint = 공동 { COUNTED($count, $kind) }
map-ties = { COUNTED($count, "tie") }
map-pairs = { $kind ->
    [tie] 연결
   *[other] 협력 쌍
} { $count }개
map-dated = { $content }, { $period }

map-subtitle-no-ties = { $institutions }, { $kind ->
    [tie] 연결 없음
   *[other] 공동 { NOUN($kind) } 없음
}
map-subtitle-weight = { $institutions }, { $content }. 선 굵기 = 가중치
map-subtitle-works = { $institutions }, { $content }. 굵기 = 공동 { NOUN($kind) } 수{ $measure ->
    [mixed] { " 또는 가중치" }
   *[works] { "" }
}
map-subtitle-evidence = { $institutions }, { $content }. 굵기 = 공동 { NOUN($kind) } 수{ $measure ->
    [mixed] { " 또는 가중치" }
   *[works] { "" }
}, 글자 = 근거 { NOUN($kind) }

map-note-number = 도형 안 숫자 = { NOUN($kind) } 수.
map-note-number-value = 도형 안 숫자 = { $measure }.
map-note-size = 도형의 크기 = { $scope ->
    [part] 전체 { COUNTED($all, $actor) }의 네트워크에서 센{ " " }
   *[all] { "" }
}{ $measure }.
map-note-hidden-partners = { NOUN($kind) } 이름 뒤 (+n) = 그 선이 잇지 않는 { COUNTED("n", $partner) }.
map-note-truncated = 긴 이름 { $count }개는 줄여 썼다(…).

map-excluded-work = { COUNTED($count, $team) }이(가) 참여한 { $work }은(는) 제외했다.
map-excluded-more = 그 밖의 대형 { COUNTED($count, $kind) }도 제외했다.
map-excluded-teams = 네 곳 이상이 함께한 팀 { $count }개는 자리가 없어 그리지 않았다.
map-excluded-large-teams = 그 밖의 대형 팀 { $count }개는 그리지 않았다.
map-without-partners = 협력 없음:
map-unnamed = 자리가 없어 이름을 적지 않은 { COUNTED($count, $actor) }.
map-unplaced-evidence = 자리가 없어 { NOUN($kind) } 이름을 적지 않은 연결 { $count }개.
map-dense = 연결이 촘촘하다. 쌍별 수는 행렬에 있다.
map-dense-unnamed = 촘촘하여 연결선 { $count }개에 { NOUN($kind) } 이름을 적지 않았다. 쌍별 수는 행렬에 있다.
map-new = 앞선 그림에 없던 { COUNTED($count, $actor) }: { $names }.
map-outside = 그리지 않은 { COUNTED($count, $actor) }.
map-outside-named = 그리지 않은 { COUNTED($count, $actor) }: { $names }.
map-weaker-ties = 그린 { NOUN($actor) } 사이의 약한 연결 { $count }개는 뺐다.

map-shown-component = 그린 부분: 크기순 { $number }번째 연결 요소({ COUNTED($count, $actor) }).
map-shown-alone = 그린 부분: 다른 { NOUN($actor) }과(와) 이어지지 않은 { NOUN($actor) }.
map-shown-focus = 그린 부분: { $name }에서 { $depth }단계 이내의 { NOUN($actor) }.
map-shown-min-weight = 그린 부분: 가중치 { $weight } 이상인 연결.
map-shown-backbone = 그린 부분: 골격(disparity filter, α < { $level }).
map-shown-core = 그린 부분: { $k }-코어(서로 { PIECES($k, $actor) } 이상과 협력한 { NOUN($actor) }).
map-shown-top = 그린 부분: 서로 협력한 { NOUN($actor) } 가운데 { $kind ->
    [tie] { NOUN($partner) }이
   *[other] { NOUN($kind) }과(와) { NOUN($partner) }이
} 가장 많은 { PIECES($count, $actor) }{ $equals ->
    [cut] { "(같으면 가중치가 큰 쪽, 그다음 식별자 순)" }
   *[whole] { "" }
}.

map-summary-size = { $institutions }, { $content }.
map-summary-team = { $name } 등 { PIECES($members, $actor) }이(가) { COUNTED($works, $kind) }을(를) 함께 { $kind ->
    [model] 만들었다
   *[other] 발표했다
}.
map-summary-strongest = { $scope ->
    [shown] 그린 협력 가운데{ " " }
   *[all] { "" }
}가장 강한 협력은 { $a } – { $b }({ $weight })이다.
map-summary-strongest-of = { $scope ->
    [shown] 그린 협력 가운데{ " " }
   *[all] { "" }
}{ $a } – { $b } 등 { $count }개가 가장 강하다(각 { $weight }).
map-summary-components = 협력하는 무리 { $count }개로 나뉜다: { $components }.
map-component = { $name } 등 { PIECES($members, $actor) }
map-component-more = 그 밖의 무리 { $count }개
map-summary-singles = { COUNTED($count, $actor) }은(는) 여기서 이어진 곳이 없다.

map-legend-abroad = 해외
map-legend-abroad-unknown = 해외·미상
map-legend-triangle = 세 곳 공동
map-legend-pill = { PIECES($range, $actor) } 공동
map-legend-new = 앞선 그림에 없음
map-legend-unshown = 선이 없는 협력 있음
map-legend-between = 군집 사이 협력
map-legend-works = { COUNTED($count, $kind) }
map-legend-size = 크기 = { $measure }: { $value }
map-legend-no-value = 값 없음({ $count })
map-legend-color = { $by ->
    [cluster] 색 = 군집:
    [country] 색 = 소재국:
    [year] 색 = { NOUN($kind) } 연도의 평균:
   *[kind] 색 = 부문:
}
map-legend-color-rest = { $by ->
    [cluster] 그 밖의 군집
   *[country] 그 밖의 국가
}({ $count })
map-legend-color-unknown = { $by ->
    [country] 소재국 미상
    [year] 연도 미상
   *[kind] 부문 미상
}({ $count })
map-legend-outlines = 테두리 = 군집 { $count }개
map-tooltip-value = { $measure } { $value }
map-tooltip-no-value = { $measure } 값 없음
map-tooltip-unknown = { $by ->
    [year] 연도 미상
   *[country] 소재국 미상
}

map-unshown = 고리를 두른 { COUNTED($count, $actor) }은(는) 그리지 않은 협력이 더 있다.
map-unshown-lineless = 고리를 두른 { COUNTED($count, $actor) }은(는) 선이 없지만 여기 { NOUN($partner) }이(가) 있다.
map-unshown-tooltip = { $tooltip }, 선이 없는 { COUNTED($count, $partner) }
map-spoke = 공동
map-evidence-count = { COUNTED($count, $kind) }
map-evidence-more = 외 { $count }개

map-clusters = 이 { COUNTED($institutions, $actor) }의 군집: 라이덴 알고리즘(해상도 { $resolution }, { $kind ->
    [tie] 가중치는 입력값
   *[other] 가중치 Σ1/(k−1)
}).
map-clusters-given = 군집은 입력에 적힌 것이다.
map-positions-given = 위치는 입력에 적힌 것을 한 축척으로 옮겼고 겹치는 표시와 이름은 떼어 놓았다.
map-clusters-of-map = { COUNTED($institutions, $actor) }이(가) 있는 지도의 군집: 라이덴 알고리즘(해상도 { $resolution }, { $kind ->
    [tie] 가중치는 입력값
   *[other] 가중치 Σ1/(k−1)
}).
map-cluster-of-country = { $names } ({ $size }; 모두 { $country })
map-cluster-mostly = { $names } ({ $size }; { $country } { $count })
map-clusters-previous = 위치와 군집은 앞선 그림과 같다. 새 { NOUN($actor) }은(는) 가장 많이 협력한 { NOUN($actor) } 옆에 두었다.

map-overview-title = { $kind ->
    [model] 모델 공동 개발 기관망
    [publication] 공동 연구 기관망
    [tie] { NOUN($actor) } 연결망
   *[other] 협력 기관망
}
map-overview-subtitle = { $scope ->
    [subgraph] 고른 부분의
   *[network] 가장 큰 연결 요소의
} { COUNTED($shown, $actor) }, { $content }
map-overview-subtitle-limited = { $scope ->
    [subgraph] 고른 부분의
   *[network] 가장 큰 연결 요소의
} { COUNTED($all, $actor) } 가운데 가장 강한 { PIECES($shown, $actor) }, { $content }
map-overview-limited = 연결된 { COUNTED($all, $actor) } 가운데 가장 강한 { PIECES($shown, $actor) }.
map-overview-summary = { COUNTED($institutions, $actor) }, { $pairs }, 군집 { $clusters }개.
map-overview-strongest = { $scope ->
    [shown] 그린 쌍 가운데 가장 강한 쌍
   *[all] 가장 강한 쌍
}: { $a } – { $b }, { $content }.
map-overview-strongest-of = { $scope ->
    [shown] 그린 쌍 가운데{ " " }
   *[all] { "" }
}가장 강한 쌍은 { $a } – { $b } 등 { $count }쌍(각 { $content }).
map-overview-works = { COUNTED($count, $kind) }
map-overview-weight = 가중치 { $weight }
map-overview-largest = 가장 큰 군집: { $names } 등 { PIECES($count, $actor) }.
