### 여러 답이 함께 쓰는 말: 이름, 계수와 조건, 열 제목.

answers-dated-work = { $name }({ $short })
answers-work-of-team = { $name }({ COUNTED($count, $team) })
answers-grouped-rows = { $input }의 { $rows }행을 성과물 { $works }건으로 묶었다.
answers-notices = 입력을 읽으며 알림 { $count }건을 남겼다(전체 보기: --notices all).
answers-addresses = 기관 자리에 주소가 있다: { $input }의 기관 항목 { $entries }개 가운데 { $count }개가 주소다. 서로 다른 주소를 각각 기관 하나로 세므로 한 기관의 여러 부서가 여러 기관으로, 또 서로 협력한 것으로 잡힌다.
answers-needs-works = 이 명령에는 성과물이 필요하지만 자료에는 기관 사이의 연결만 있다. 성과물마다 한 행인 표를 써야 한다.
answers-truncated = { COUNTED($total, $kind) } 가운데 { PIECES($shown, $kind) }만 표시했다(전체 보기: --top 0).

## 계수

answers-counting-unweighted = 입력에 가중치가 없어 연결마다 1로 센다.
answers-counting-explicit = 가중치는 입력에 적힌 값이며 입력에 성과물은 없다.
answers-counting-full = 전체 계수: 함께 발표한 { NOUN($kind) } 하나가 연결에 1을 더한다.
answers-counting-fractional = 분수 계수: { COUNTED("n", $actor) }의 { NOUN($kind) } 하나가 각 연결에 1/(n−1)을 더한다.
answers-counting-strict = 엄격 계수: { COUNTED("n", $actor) }의 { NOUN($kind) } 하나가 각 연결에 2/(n(n−1))을 더한다.
answers-excluded-by-cap = { NOUN($team) }이(가) { PIECES($cap, $team) }을(를) 넘는 { NOUN($kind) }은(는) 연결로 세지 않는다. 제외: { $works }. 포함하려면 --max-team 0을 쓴다.

answers-cap = { NOUN($team) }이(가) { PIECES($cap, $team) }을(를) 넘는 { NOUN($kind) }은(는) 연결로 세지 않는다(--max-team).
answers-no-cap = { NOUN($team) } 수와 상관없이 모든 { NOUN($kind) }을(를) 연결로 센다(--max-team 0).
answers-level = { $level ->
    [author] 기관 대신 저자를 센다(--level author).
    [group] 기관은 상위 기관으로 묶어 센다(--level group).
    [country] 기관은 국가별로 묶어 센다(--level country).
    [region] 기관은 유엔 지역별로 묶어 센다(--level region).
    [sector] 기관은 부문별로 묶어 센다(--level sector).
   *[domain] 기관 대신 분야를 센다(--level domain).
}
answers-level-unknown = { COUNTED($count, $kind) }에는 { NOUN($actor) }이(가) 적혀 있지 않다.
answers-level-partly = { COUNTED($count, $kind) }에는 { NOUN($actor) }이(가) 일부만 적혀 있다.
answers-level-ties-unknown = 한쪽 끝의 { NOUN($actor) }이(가) 적혀 있지 않은 연결 { $count }개는 제외했다.
answers-level-within = 같은 { NOUN($actor) }의 기관끼리 발표한 { NOUN($kind) }은(는) 연결로 세지 않는다: { $list }.
answers-level-within-one = { $name } 안에서 { PIECES($count, $kind) }
answers-level-ties-within = 같은 { NOUN($actor) }의 기관을 잇는 연결 { $count }개는 제외했다.
answers-level-names = { COUNTED($count, "author") }은 식별자가 없어 적힌 이름으로 구별한다.{ $repeated ->
    [0] { "" }
   *[other] { " " }이 가운데 이름 { $repeated }개는 여러 { NOUN($kind) }에 나오며 서로 다른 사람일 수 있다.
}
answers-level-shared-names = 식별자가 다른 저자가 같은 이름을 쓰는 경우가 { $count }건 있다.
answers-part-of-group = { $part }은(는) { $group }의 일부다. --level group에서는 { $group } 전체를 두고 답한다.

## 조건

answers-filter-none = 없음
answers-filter-and = { $condition }; { $rest }
answers-filter-since = { $date }부터
answers-filter-until = { $date }까지
answers-filter-field = { $field ->
    [country] 국가 { $values }
    [country-all] 국가 { $values } 모두
    [sector] 부문 { $values }
    [criterion] 선정 기준 { $values }
    [domain] 분야 { $values }
   *[institution] 기관 { $values }
}
answers-filter-imprecise = 이 가운데 { PIECES($count, $kind) }은(는) 연도나 월만 적혀 있어 기간 밖일 수 있다.
answers-filter-undated = 날짜가 없는 { COUNTED($count, $kind) }은(는) 조건에 맞는지 알 수 없어 제외했다.
answers-filter-unplaced = { $fact ->
    [country] 참여 기관이나 그 국가가 다 적혀 있지 않은 { COUNTED($count, $kind) }은(는) 조건에 맞는지 알 수 없어 제외했다.
    [sector] 참여 기관이나 그 부문이 다 적혀 있지 않은 { COUNTED($count, $kind) }은(는) 조건에 맞는지 알 수 없어 제외했다.
    [both] 참여 기관이나 그 국가와 부문이 다 적혀 있지 않은 { COUNTED($count, $kind) }은(는) 조건에 맞는지 알 수 없어 제외했다.
   *[institution] 참여 기관이 적혀 있지 않은 { COUNTED($count, $kind) }은(는) 조건에 맞는지 알 수 없어 제외했다.
}
answers-filter-unlabelled = { $fact ->
    [domain] 분야가
    [criterion] 선정 기준이
   *[both] 분야나 선정 기준이
} 적혀 있지 않은 { COUNTED($count, $kind) }도 제외했다.
answers-filter-separate = 한 { NOUN($kind) }의 여러 기관이 이 조건들을 나누어 맞추어도 된다.
answers-filter-conditions = 조건: { $conditions }.
answers-filter-works = 조건({ $conditions })에 맞는 { NOUN($kind) }: { PIECES($total, $kind) } 중 { PIECES($kept, $kind) }.
answers-filter-ties-kept = 성과물 없이 적힌 연결 { $count }개 가운데 기관이 조건에 맞는 { $kept }개만 남겼다.
answers-filter-ties-dated = 성과물 없이 적힌 연결 { $count }개 가운데 이 기간의 어느 때에 있었고 조건에 맞는 { $kept }개만 남겼다. 때가 적히지 않은 연결은 제외했다.
answers-filter-ties-unplaced = 성과물 없는 연결 { $count }개는 기관의 { $fact ->
    [country] 국가가
    [sector] 부문이
   *[other] 국가와 부문이
} 모두 적혀 있지 않아 판단할 수 없으며 제외했다.
answers-filter-ties-dropped = 성과물 없이 적힌 연결 { $count }개는 조건에 맞는지 알 수 없어 제외했다.
answers-filter-only = { $only ->
    [joint] 공동 { NOUN($kind) }만
    [international] 둘 이상의 국가가 참여한 { NOUN($kind) }만
   *[industry-university] 대학과 기업이 함께한 { NOUN($kind) }만
}
answers-choice-between = { $from }과(와) { $to } 사이의 연결과 그 { NOUN($kind) }만 본다.
answers-choice-among = { $names } 사이의 연결과 그 { NOUN($kind) }만 본다.
answers-choice-min-works = { COUNTED($least, $kind) } 이상에 참여한 { NOUN($actor) }만 본다: { PIECES($all, $actor) } 가운데 { PIECES($shown, $actor) }.
answers-choice-strongest = { $shown ->
    [0] 고를 연결이 없다.
   *[other] 가중치가 { $weight } 이상인 가장 강한 연결만 본다: { $all }개 가운데 { $shown }개(요청 { $number }개).
}

## 그림 설명

answers-caption-level = { $level ->
    [author] 기관 대신 저자를 셈
    [group] 기관은 상위 기관으로 묶음
    [country] 기관은 국가별로 묶음
    [region] 기관은 유엔 지역별로 묶음
    [sector] 기관은 부문별로 묶음
   *[domain] 기관 대신 분야를 셈
}(수준: { $level }{ $unknown ->
    [0] ).
   *[other] , { COUNTED($unknown, $kind) }은(는) 다 적혀 있지 않음).
}
answers-caption-filter = 조건: { $conditions }({ COUNTED($total, $kind) } 중 { PIECES($kept, $kind) }{ $open ->
    [0] { "" }
   *[other] , { PIECES($open, $kind) } 판단 불가
}).
answers-caption-fractional = 계수: 분수 계수, 쌍마다 1/(n−1). 그림의 수는 공동 { NOUN($kind) } 하나를 1로 셈.
answers-caption-strict = 계수: 엄격 계수, 쌍마다 2/(n(n−1)). 그림의 수는 공동 { NOUN($kind) } 하나를 1로 셈.
answers-caption-cap = { NOUN($team) }이(가) { PIECES($cap, $team) }을(를) 넘는 { NOUN($kind) }은(는) 연결로 세지 않음.
answers-caption-no-cap = { NOUN($team) } 수 상한 없음.
answers-caption-explicit = 가중치는 입력에 적힌 값임.

## 열 제목

answers-institution = { NOUN($actor) }
answers-institutions = { NOUN($actor) }
answers-partner = { NOUN($partner) }
answers-partners = { NOUN($partner) }
answers-works = { NOUN($kind) }
answers-work = { NOUN($kind) }
answers-number-of-works = { NOUN($kind) } 수
answers-joint-works = 함께 발표한 { NOUN($kind) }
answers-solo-works = 단독 { NOUN($kind) }
answers-common-partners = 공통 { NOUN($partner) }
answers-weight = 가중치
answers-strength = 총 연결 강도
answers-rank = 순위
answers-country = 국가
answers-sector = 부문
answers-date = 날짜
answers-authors = 저자
answers-author = 저자
answers-ties = 연결
answers-pairs = 쌍
answers-members = 구성 { NOUN($actor) }
answers-with = { $name }과(와)
answers-explicit-tie = 입력에 적힌 연결
answers-number-of-institutions = { NOUN($actor) } 수
answers-joint = 공동
answers-shortest-path = 최단 경로
answers-counted = { COUNTED($count, $kind) }
answers-no-institution-matches = { $filter ->
    [some] 조건에 맞는 { NOUN($actor) }이(가) 없다.
   *[none] 자료에 { NOUN($actor) }이(가) 없다.
}
answers-no-ties = 연결이 없다.
answers-term = { $value }({ $recorded })
