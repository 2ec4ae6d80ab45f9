### 연도별 추이: `trend`.

trend-all = 전체 { NOUN($kind) }
trend-of = { $names }의 { NOUN($kind) }
trend-name = { $name }
trend-measure = { $measure ->
    [joint] 공동 { NOUN($kind) }
    [international] 국제 협력 { NOUN($kind) }
    [partners] { NOUN($partner) } 수
    [citations] 인용 수
    [strength] 연결 가중치
   *[works] { NOUN($kind) } 수
}
trend-nothing = 자료에 { NOUN($kind) }이(가) 없다.
trend-none = { $subject }이(가) 없다.
trend-no-group = { NOUN($group) }이(가) 적힌 { NOUN($kind) }이(가) 없다.
trend-unknown = { $measure }은(는) 적혀 있지 않다.
trend-undated-only = { $name }: { $measure } { $value }. 모두 날짜가 없다.
trend-one-year = { $name }: { $measure } { $value }. 날짜가 있는 것은 모두 { $year }년이다.
trend-total-nothing = { $name }: { $measure } { $value }. 날짜가 있는 것은 { $first }~{ $last }년이다.
trend-total = { $name }: { $measure } { $value }. 날짜가 있는 것은 { $first }~{ $last }년이며 { $years }년에 가장 많다({ $most }).
trend-next = 다음: { $names }.
trend-next-one = { $name }({ $value })
trend-undated = 날짜가 없는 { COUNTED($count, $kind) }은(는) 연도에 넣지 않고 마지막 행에 따로 둔다.
trend-ungrouped = { NOUN($group) }이(가) 적혀 있지 않아 어느 집단에도 들지 않은 { NOUN($kind) }: { PIECES($count, $kind) }.
trend-several = { NOUN($kind) } 하나는 { NOUN($group) }마다 한 번씩 세므로 집단이 서로 겹친다.
trend-unknown-works = 알 수 없는 { COUNTED($count, $kind) }은(는) { $measure ->
    [citations] 합계
   *[international] 수
}에서 제외했다.
trend-citations-as-of = 인용 수는 { $date } 기준이다. 오래된 것일수록 인용될 시간이 길었다.
trend-definition = { $measure ->
    [partners] { NOUN($partner) } 수: 국가와 부문은 같은 { NOUN($kind) }에 참여한 다른 국가와 부문의 수, 그 밖에는 그해 공동 { NOUN($kind) }에 참여한 { NOUN($actor) }의 수다.
   *[strength] 연결 가중치: 그해 { NOUN($kind) }이(가) 연결에 더한 값이며, 한 { NOUN($actor) }에 대해서는 그 { NOUN($actor) }의 연결에 더한 값이다.
}
trend-caption = 연도별 { $measure }
trend-caption-cumulative = 그해까지 누적한 { $measure }
