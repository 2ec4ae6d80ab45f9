diff-matching = { NOUN($kind) }은(는) 이름으로, 없으면 그 { NOUN($kind) }에만 있는 식별자, 링크, 제목이나 날짜와 기관으로 맞춘다. 기관은 이름, 식별자, ROR, 기록된 표기로 맞춘다.
diff-filter-works = 조건에 맞는 { NOUN($kind) }: 앞선 표 { PIECES($old_total, $kind) } 중 { PIECES($old_kept, $kind) }, 나중 표 { PIECES($total, $kind) } 중 { PIECES($kept, $kind) }.
diff-unjudged = 조건에 맞는지 알 수 없어 제외한 { NOUN($kind) }: 앞선 표 { PIECES($old, $kind) }, 나중 표 { PIECES($new, $kind) }.
diff-none = 달라진 것이 없다.
diff-size = { NOUN($kind) } { $old_works }→{ $works }, { NOUN($actor) } { $old_institutions }→{ $institutions }, 연결 { $old_ties }→{ $ties }.
diff-new = 추가된 { COUNTED($count, $kind) }: { $works }.
diff-gone = 빠진 { COUNTED($count, $kind) }: { $works }.
diff-filter = 이 가운데 { COUNTED($count, $kind) }은(는) 두 표에 다 있지만 한쪽에서만 조건에 맞는다.
diff-renamed-works = 이름이 바뀐 { COUNTED($count, $kind) }: { $works }.
diff-changed = 날짜나 { NOUN($actor) }이(가) 바뀐 { COUNTED($count, $kind) }: { $works }.
diff-ties = 연결: 새로 생김 { $new }, 사라짐 { $gone }, 강해짐 { $stronger }, 약해짐 { $weaker }.
diff-rename = { $old } → { $new }
diff-renamed = 이름이 달라진 { COUNTED($count, $actor) }: { $names }.
diff-reason = { $reason ->
    [added] 추가 { $count }건
    [removed] 제외 { $count }건
    [filter] 한쪽 표에서만 조건에 맞음 { $count }건
    [institution-added] 기존 항목에 { NOUN($actor) } 추가 { $count }건
   *[institution-removed] 기존 항목에서 { NOUN($actor) } 삭제 { $count }건
}
diff-counts = { NOUN($kind) } 구성이 달라진 { COUNTED($count, $actor) }({ $reasons }). { $change ->
    [0] { NOUN($kind) } 수는 그대로다.
   *[other] 수가 가장 크게 달라진 곳은 { $name }: { $old }→{ $new }{ $others ->
        [0] .
       *[other] . 그만큼 달라진 곳이 { PIECES($others, $actor) } 더 있다.
    }
}
diff-change = { $change ->
    [new] 새로 생김
    [gone] 사라짐
    [stronger] 강해짐
    [weaker] 약해짐
    [renamed] 이름 바뀜
   *[changed] 바뀜
}
diff-matched-by = { $how ->
    [id] 식별자
    [ror] ROR
    [name] 이름·표기
    [spelling] 한 { NOUN($actor) }의 다른 표기
   *[merged] 이름·표기(여럿이 하나로)
}
diff-reason-new = 새 항목
diff-reason-gone = 빠짐
diff-reason-institution-added = { NOUN($actor) } 추가
diff-reason-institution-removed = { NOUN($actor) } 삭제
diff-reason-merged = 한 { NOUN($actor) }(으)로 통합
diff-reason-cap = 기관 수 상한
diff-reason-filter-before = 이전에는 조건 밖
diff-reason-filter-now = 이제 조건 밖
diff-cause = { $sign } { $work }({ $reason })
diff-change-heading = 변화
diff-before = 이전
diff-now = 현재
diff-why = 사유
diff-explicit = 입력에 적힌 대로
diff-team-size = { NOUN($actor) } 수 변화 또는 입력에 적힌 연결
diff-ties-caption = 달라진 연결
diff-content = 내용
diff-filter-before = (이전에는 조건 밖)
diff-filter-now = (이제 조건 밖)
diff-known-by = 확인 근거
diff-renamed-caption = 이름이 달라진 { NOUN($actor) }
diff-works-caption = 달라진 { NOUN($kind) }
diff-counts-caption = { NOUN($kind) } 수가 달라진 사유
