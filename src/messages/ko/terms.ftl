### 용어: 대상에 따른 명사와 단위, 나열, 수와 날짜. 다른 파일은 COUNTED, PIECES, NOUN, HEADING, ONE 함수로 쓴다.
### $actor, $partner, $broker, $team은 모든 글에 있다: 답의 주체(기관, 국가 등)와 그 협력·중개 상대, 상한이 세는 것(기관, 그룹).

terms-thousands-separator = ,
terms-decimal-separator = .

terms-noun = { $kind ->
    [model] 모델
    [publication] 문헌
    [work] 성과물
    [tie] 연결
    [institution] 기관
    [partner] { $level ->
        [author] 공저자
        [group] 협력 그룹
        [country] 협력국
        [region] 협력 지역
        [sector] 협력 부문
        [domain] 함께 다룬 분야
       *[other] 협력 기관
    }
    [author] 저자
    [country] 국가
    [sector] 부문
    [group] 그룹
    [region] 지역
    [domain] 분야
    [broker] { $level ->
        [author] 중개 저자
        [group] 중개 그룹
        [country] 중개국
        [region] 중개 지역
        [sector] 중개 부문
        [domain] 중개 분야
       *[other] 중개 기관
    }
    [pair] 쌍
    [row] 행
   *[other] 항목
}

terms-heading = { terms-noun }

terms-one = { terms-noun }

# 명사와 수: 모델 5개, 기관 14곳.
terms-counted = { $kind ->
    [country] { terms-pieces }
   *[other] { terms-noun } { terms-pieces }
}

# 수와 단위: 5개, 14곳.
terms-pieces = { $kind ->
    [publication] { $count }편
    [work] { $count }건
    [institution] { $count }곳
    [group] { $count }곳
    [region] { $count }곳
    [partner] { $level ->
        [author] { $count }명
        [sector] { $count }개
        [domain] { $count }개
       *[other] { $count }곳
    }
    [broker] { $level ->
        [author] { $count }명
        [sector] { $count }개
        [domain] { $count }개
       *[other] { $count }곳
    }
    [author] { $count }명
    [row] { $count }행
    [country] { $count }개국
   *[other] { $count }개
}

terms-list-separator = { ", " }
terms-list-and = { $items }, { $last }
terms-list-or = { $items } 또는 { $last }
terms-list-more = { $items } 외 { terms-pieces }

terms-date = { $precision ->
    [year] { $year }년
    [month] { $year }년 { $month }월
   *[day] { $year }년 { $month }월 { $day }일
}
