indicators-all-works = { NOUN($kind) } 전체
indicators-several-countries = 국가가 여럿 적힌 기관 { $count }곳({ $names })은 { NOUN($kind) }의 행에 국가가 없으면 국가마다 센다.
indicators-several-sectors = 부문이 여럿 적힌 기관 { $count }곳({ $names })은 부문마다 세며, 주된 부문은 맨 앞 부문이다.
indicators-none = { NOUN($actor) }이(가) 적힌 { NOUN($kind) }이(가) 없다.
indicators-joint = { $count ->
    [0] { COUNTED($total, $kind) } 가운데 둘 이상의 { NOUN($actor) }이(가) 함께 발표한 것은 없다.
   *[other] { COUNTED($total, $kind) } 가운데 { PIECES($count, $kind) }({ $share })을(를) 둘 이상의 { NOUN($actor) }이(가) 함께 발표했다. { NOUN($kind) } 하나에 참여한 { NOUN($actor) }은(는) 평균 { PIECES($index, $actor) }(이)다(협력 계수 { $coefficient }, 수정 { $modified }).
}
indicators-base = 비율은 알 수 있는 { NOUN($kind) }만으로 구한다. 국가(부문)가 모두 적혔거나 이미 서로 다른 두 국가(교육기관과 기업)가 적힌 경우다. 알 수 없어 제외한 것: 국제 협력 { PIECES($international, $kind) }, 산학 협력 { PIECES($industry, $kind) }. 미상: 모두 알 수 없음.
indicators-unknown = { $property ->
    [international] 국제 협력 비율은 알 수 없다. 참여 기관의 국가가 모두 적힌 { NOUN($kind) }이(가) 없다.
   *[university-industry] 산학 협력 비율은 알 수 없다. 참여 기관의 부문이 모두 적힌 { NOUN($kind) }이(가) 없다.
}
indicators-no-joint-share = { "" }
indicators-joint-share = { " " }공동 { COUNTED($count, $kind) } 중에서는 { $share }다.
indicators-share = { $property ->
    [international] { $scope ->
        [all] 전체
       *[known] 국제 협력 여부를 알 수 있는
    } { COUNTED($works, $kind) } 가운데 { $count ->
        [0] 두 국가 이상이 참여한 국제 협력은 없다.
       *[other] { PIECES($count, $kind) }({ $share })이(가) 두 국가 이상이 참여한 국제 협력이다.{ $joint }
    }
   *[university-industry] { $scope ->
        [all] 전체
       *[known] 산학 협력 여부를 알 수 있는
    } { COUNTED($works, $kind) } 가운데 { $count ->
        [0] 대학과 기업이 함께한 산학 협력은 없다.
       *[other] { PIECES($count, $kind) }({ $share })이(가) 대학과 기업이 함께한 산학 협력이다.{ $joint }
    }
}
indicators-formulas = N: { NOUN($actor) }이(가) 하나라도 적힌 { NOUN($kind) }, f_j: { NOUN($actor) }이(가) 정확히 { PIECES("j", $actor) }인 { NOUN($kind) }. 협력 지수 Σ j·f_j/N(Lawani 1980), 협력도 1 − f_1/N(Subramanyam 1983), 협력 계수 1 − (Σ f_j/j)/N(Ajiferuke, Burrell & Tague 1988), 수정 협력 계수는 { COUNTED("A", $actor) }일 때 A/(A−1)을 곱한다(Savanur & Srikanth 2010).
indicators-counting = { NOUN($kind) } 하나는 필터와 마찬가지로 국가, 부문, 기관마다 한 번씩 센다. { NOUN($kind) }의 국가는 행에 적힌 국가이며, 행에 국가가 덜 적혔으면 참여 기관에 적힌 국가를 모두 더한다. 부문은 참여 기관에 적힌 부문 전부다. 국제 협력: 둘 이상의 국가. 산학 협력: 주된 부문이 교육기관인 곳과 기업이 함께함. 국가별 전체 대비 비율이 곧 MCP 비율이다. 기관 수 상한은 여기에 적용하지 않는다.
indicators-unrecorded = { $field ->
    [institution] { NOUN($actor) }이(가) 없어 세지 않은 { NOUN($kind) }: { PIECES($count, $kind) }.
    [country] 국가가 다 적히지 않은 { NOUN($kind) }: { PIECES($count, $kind) }.
   *[sector] 부문이 다 적히지 않은 { NOUN($kind) }: { PIECES($count, $kind) }.
}
indicators-by = 구분
indicators-group = 집단
indicators-ci = 협력 지수
indicators-dc = 협력도
indicators-cc = 협력 계수
indicators-international-known = 국가 파악
indicators-industry-known = 부문 파악
indicators-international-all = 국제/전체
indicators-international-joint = 국제/공동
indicators-industry-all = 산학/전체
indicators-industry-joint = 산학/공동
indicators-all = 전체
indicators-na = 미상
indicators-caption = 협력 지표
indicators-year = 연도
indicators-country = 국가
indicators-sector = 부문
indicators-institution = { NOUN($actor) }
indicators-led = 주도
indicators-led-scp = 주도 SCP
indicators-led-mcp = 주도 MCP
indicators-led-definition = { $count ->
    [0] 주도 여부는 알 수 없다. 자료에 저자 순서가 없다.
   *[other] 주도: 저자 순서로 첫 기관이 그 집단에 속한 { NOUN($kind) }. SCP는 한 국가만, MCP는 여러 국가가 참여한 것이다. { COUNTED($all, $kind) } 가운데 { PIECES($count, $kind) }에서 알 수 있다.
}
