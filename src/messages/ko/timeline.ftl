timeline-undated = 날짜가 없는 { COUNTED($count, $kind) }은(는) ‘날짜 없음’ 줄에만 센다.
timeline-no-partners = { $name }은(는) 연결이 없다.
timeline-no-dated = 날짜가 있는 { NOUN($kind) }(으)로 이어진 연결이 없다.
timeline-partners = { $name }의 { NOUN($partner) }은(는) { PIECES($count, $actor) }(이)다.
timeline-ties = 연결은 { $count }개다.
timeline-dated = 이 가운데 공동 { NOUN($kind) }의 날짜가 적힌 것은 { $count }개다.
timeline-begun = { $dates ->
    [some] { "적힌 날짜로 보아 " }
   *[all] { "" }
}{ $order ->
    [open] { $position ->
        [first] 다음 중 하나가 가장 먼저 시작했으나 날짜만으로는 어느 것인지 알 수 없다: { $ties }. 근거는 { $works }이다.
        [last] 다음 중 하나가 가장 최근에 시작했으나 날짜만으로는 어느 것인지 알 수 없다: { $ties }. 근거는 { $works }이다.
       *[only] 날짜만으로는 어느 것이 먼저 시작했는지 알 수 없다: { $ties }. 근거는 { $works }이다.
    }
   *[known] { $position ->
        [first] 가장 먼저 시작한 것: { $ties }. 근거는 { $works }이다.
        [last] 가장 최근에 시작한 것: { $ties }. 근거는 { $works }이다.
       *[only] { $count ->
            [1] 시작: { $ties }. 근거는 { $works }이다.
           *[other] 같은 날짜에 시작: { $ties }. 근거는 { $works }이다.
        }
    }
}
timeline-filter = 처음이나 새것은 조건에 맞는 { NOUN($kind) } 안에서 가린 것이다.
timeline-ends = { $a }–{ $b }
timeline-busiest = 새 연결이 가장 많이 생긴 해는 { $years }년이다({ $count }개).
timeline-busiest-several = 새 연결이 가장 많이 생긴 해는 { $years }년이다(각 { $count }개).
timeline-longest = 적힌 날짜로 보아 처음과 마지막의 간격이 가장 긴 연결은 { $ends }이다. 처음은 { $first }, 마지막은 { $last }이다.
timeline-longest-several = 적힌 날짜로 보아 처음과 마지막의 간격이 가장 긴 연결은 { $count }개로 각각 { $months }개월이다: { $ends }.
timeline-undated-row = 날짜 없음
timeline-first = 처음 함께한 { NOUN($kind) }
timeline-latest = 마지막으로 함께한 { NOUN($kind) }
timeline-caption = 연결(최근에 생긴 순)
timeline-year = 연도
timeline-new-partners = 새 { NOUN($partner) } 수
timeline-new-partner-names = 새 { NOUN($partner) }
timeline-new-institutions = 새 { NOUN($actor) }
timeline-new-ties = 새 연결
timeline-by-year = 연도별
