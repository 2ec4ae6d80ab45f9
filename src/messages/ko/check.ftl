check-outside-filter = 이 진술이 다루는 { NOUN($kind) }이(가) 조건에서 제외됐다. 조건 없이 확인해야 한다. 전체 자료의 판정: ‘{ $verdict }’.
check-no-table = { NOUN($kind) } 표로는 알 수 없다. 확인할 수 있는 자료: { $source }.
check-full-table = 전체 표가 필요하다: { $table }({ COUNTED($required, $kind) } 이상). 이 자료는 { PIECES($works, $kind) }뿐이다.
check-no-works = 이 자료에는 성과물이 없다. 성과물마다 한 행인 표가 있어야 확인할 수 있다.
check-fact = { $fact ->
    [criteria] 선정 기준
    [access] 공개 방식
    [dates] 날짜
    [countries] 국가
    [sectors] 부문
    [institutions] { NOUN($actor) }
   *[first] 가장 이른 것
}
check-no-facts = 이 자료에는 { $facts } 기록이 없다. 그런 열이 있는 표가 있어야 확인할 수 있다.
check-empty = 파일에 진술이 없다.
check-summary = 진술 { $count }건 가운데 { $holds }건은 자료와 맞고 { $differs }건은 다르며 { $unchecked }건은 이 자료로 확인할 수 없다.
check-differs = 다름: ‘{ $claim }’. { $why }
check-source = 출처 ‘{ $id }’: { $title }.
check-unchecked = 확인 못 함: { $ids }. { $why }
check-claim = 번호
check-verdict = 판정
check-text = 진술
check-expected = 진술의 값
check-found = 자료의 값
check-caption = 진술과 자료
check-holds = 맞음
check-differs-verdict = 다름
check-cannot-be-checked = 확인 불가
check-rule-group = 기준: 산하 기관까지 함께 센다.
check-rule-any = 기준: 참여 기관의 모든 국가에 하나씩 센다.
check-rule-first = 기준: 첫 기관의 소재국에만 센다.
check-rule-headquarters = 기준: 각 참여 기관의 소재국(맨 앞에 적힌 국가)에 센다.
check-rule-institution = 기준: 참여 기관마다 하나씩 센다.
check-name-differs = 개수는 맞지만 이름이 다르다.
check-undecided = 날짜나 공개 방식 기록이 없어 세지 않은 { COUNTED($count, $kind) }: { $works }.
check-not-among = { $work }은(는) 여기에 들지 않는다.
check-count = 자료에 { COUNTED($count, $kind) }이(가) 있다: { $works }.
check-no-such-work = 자료에 그런 { NOUN($kind) }이(가) 없다.
check-no-name = ‘{ $name }’(이)라는 { NOUN($kind) }도, 비슷한 이름도 없다.
check-nearest-name = ‘{ $name }’(이)라는 { NOUN($kind) }은(는) 없다. 이름이 가장 비슷한 { NOUN($kind) }: { $nearest }.
check-work-by = { $work } – { $names }
check-partial = 일부 { NOUN($actor) }만 함께한 { NOUN($kind) }: { $works }.
check-no-joint = { $a }의 { COUNTED($count_a, $kind) }, { $b }의 { COUNTED($count_b, $kind) } 가운데 함께한 것은 없다.
check-common = 둘 모두와 협력한 { NOUN($actor) }: { $names }.
check-unnamed = 함께 참여했으나 진술에 없는 { NOUN($actor) }: { $names }.
check-missing = 자료에 없는 { NOUN($actor) } 이름: { $names }.
check-no-members = 자료에 한 곳도 없다.
check-members = 자료에 { COUNTED($count, $actor) }이(가) 있다: { $names }.
check-extra-members = 진술에 없는 { NOUN($actor) }: { $names }.
check-absent-members = 자료에 없는 { NOUN($actor) }: { $names }.
check-no-country = ‘{ $name }’은(는) 국가가 아니다.
check-no-work-of = 자료에 { $name }의 { NOUN($kind) }이(가) 없다. { $rule }
check-rank = { $name }은(는) { COUNTED($count, $kind) }(으)로 { PIECES($total, $actor) } 가운데 { $rank }위다. { $rule }
check-total-no-number = 합계가 수가 아니다.
check-sum-unbounded = 부분을 더하면 { $min } 이상이고 합계는 { $total }이다. 정확한 수가 없는 부분: { $claims }.
check-sum = 부분을 더하면 { $sum }이고 합계는 { $total }이다.
check-sum-range = 부분을 더하면 { $min }–{ $max }이고 합계는 { $total }이다.
check-uncovered = 어느 부분에도 없는 것: { $works }.
check-repeated = 여러 부분에 든 것: { $works }.
check-covered = 자료에서는 각 부분이 { COUNTED($count, $kind) }을(를) 빠짐없이 한 번씩 포함한다.
check-has-work = 자료에 { $work }이(가) 있다.
check-first = 가장 이른 것: { $work }.
check-coarse-dates = 날짜가 정확하지 않아 어느 것이 먼저인지 알 수 없다.
check-is-first = 그 조건에서 가장 이르다.
check-recorded = 기록: { $facts }.
check-mismatches = 다른 점: { $facts }.
check-unrecorded = 기록이 없는 것: { $facts }.
check-unrecorded-works = 기록이 없는 것: { $works }.
check-every = 해당 { COUNTED($total, $kind) } 모두 그렇다.
check-work-facts = { $work } – { $facts }
check-not-every = { COUNTED($total, $kind) } 가운데 { PIECES($count, $kind) }은(는) 그렇지 않다: { $works }.
check-not-any = { COUNTED($total, $kind) } 모두 그렇지 않다: { $works }.
