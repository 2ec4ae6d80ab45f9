### 보고서: 제목, 방법, 제외한 것.

report-title = { $kind ->
    [model] 누가 누구와 모델을 만드는가
    [tie] { NOUN($actor) } 사이의 연결
   *[other] 누가 누구와 함께 연구하는가
}
report-data = 자료
report-explorer = 자료를 직접 살펴보려면 같은 폴더의 { $file } 파일을 연다. 인터넷이 없어도 된다.
report-findings = 요점
report-finding-in-figure = { $sentence }(그림 { $number }).
report-numbers = 수치 요약
report-number-works = { HEADING($kind) } 수
report-number-joint = 둘 이상의 { NOUN($actor) }이(가) 함께한 { NOUN($kind) }
report-number-institutions = { NOUN($actor) }
report-number-partnered = 연결이 있는 { NOUN($actor) }
report-number-ties = { $kind ->
    [tie] 연결
   *[other] 협력 관계
}
report-number-components = 둘 이상의 { NOUN($actor) }(으)로 된 연결 요소
report-number-largest = 가장 큰 연결 요소의 { NOUN($actor) }
report-number-clusters = 둘 이상의 { NOUN($actor) }(으)로 된 군집
report-number-international = 둘 이상의 나라 기관이 함께한 { NOUN($kind) }(알 수 있는 { PIECES($known, $kind) } 가운데)
report-number-industry = 대학과 기업이 함께한 { NOUN($kind) }(알 수 있는 { PIECES($known, $kind) } 가운데)
report-column-measure = 항목
report-column-number = 수
report-partnerships = 누가 누구와 함께하나
report-works = { HEADING($kind) }
report-institutions = { NOUN($actor) }
report-clusters = 군집
report-time = 시간에 따른 변화
report-shares = 국가와 부문
report-by-country = 국가별
report-by-sector = 부문별
report-shares-base = { NOUN($kind) } 하나는 그 국가와 부문마다 한 번씩 세므로 행이 겹친다. 국제: 둘 이상의 나라가 함께한 것. 산학: 대학과 기업이 함께한 것. 비율은 그것을 알 수 있는 { NOUN($kind) } 전체와 그 가운데 공동 { NOUN($kind) }에 대한 것이며, ‘미상’은 알 수 없음을 뜻한다.
report-brokers = { NOUN($broker) }
report-counting = 계수 방식 비교
report-clusters-of-map = 그림 { $number }에는 그 가운데 가장 큰 연결 요소에 있는 { $count }개가 나온다.
report-further = 다른 그림
report-further-figures = 본문에 싣지 않은 그림: { $files }.
report-claims-unchecked = 대조할 수 없는 진술이 { $count }건 있다. { $why }
report-claims = 진술 검증

## 표

report-latest-rows = 전체 { $all }건 가운데 최근 { $shown }건(최신순)이다. 나머지 { $rest }건은 { $file } 파일에 있다.
report-first-rows = 전체 { $all }행 가운데 앞의 { $shown }행이다. 나머지 { $rest }행은 { $file } 파일에 있다.
report-cut-lists = 긴 목록은 앞의 { $shown }개만 적었다. 전체는 { $file } 파일에 있다.
report-and-more = 외 { PIECES($count, $kind) }

## 방법

report-method = 집계 방법
report-method-ties-given = 연결: 입력에 적힌 값이며, 근거가 되는 성과물은 입력에 없다.
report-method-full = 연결: 전체 계수. { NOUN($kind) } 하나가 참여 { NOUN($actor) }의 쌍마다 1을 더한다. ({ NOUN($actor) }이(가) n곳일 때 분수 계수는 1/(n−1), 엄격 계수는 2/(n(n−1))를 더한다.)
report-method-fractional = 연결: 분수 계수. { COUNTED("n", $actor) }의 { NOUN($kind) } 하나가 쌍마다 1/(n−1)을 더한다. (전체 계수는 1, 엄격 계수는 2/(n(n−1))를 더한다.)
report-method-strict = 연결: 엄격 계수. { COUNTED("n", $actor) }의 { NOUN($kind) } 하나가 쌍마다 2/(n(n−1))를 더한다. (전체 계수는 1, 분수 계수는 1/(n−1)을 더한다.)
report-method-cap = { NOUN($team) }이(가) { PIECES($cap, $team) }을(를) 넘는 { NOUN($kind) }은(는) 연결로 세지 않는다. 협력이라기보다 컨소시엄이기 때문이다.
report-method-no-cap = { NOUN($team) } 수와 관계없이 모든 { NOUN($kind) }을(를) 연결로 센다.
report-method-betweenness = 매개 중심성: 다른 { NOUN($actor) } 사이의 최단 경로 가운데 그 { NOUN($actor) }을(를) 지나는 비율. 가중치는 쓰지 않는다.
report-method-names = 이름: 전거에 있는 표기, ROR에서 한 기관인 이름, 개별 정정만 합친다. 비슷하다는 이유로는 합치지 않는다.
report-csv-safe = CSV 파일: 스프레드시트가 수식으로 읽을 글 앞에는 작은따옴표를 붙였다. JSON 파일에는 기록된 그대로 있다.

## 제외한 것

report-excluded = 제외한 것
report-excluded-by-filters = 조건에 맞는 { NOUN($kind) }은(는) 전체 { PIECES($all, $kind) } 가운데 { PIECES($works, $kind) }다.
report-excluded-work = { $name }: { NOUN($team) }이(가) { PIECES($institutions, $team) }이어서 연결로 세지 않았다.
report-not-checked = 자료에 관한 진술은 대조하지 않았다. 진술 파일이 없다.
report-nothing-excluded = 없다.

## 출처

report-statements = 출처마다 다른 점
report-statements-caption = 표의 기록과 다른 출처의 진술
report-column-work = { HEADING($kind) }
report-column-source = 출처
report-column-says = 진술
report-source-date-in-name = { $citation }, { $date }(파일 이름에 적힌 날짜)
report-source-as-of = { $citation }, { $date } 기준
report-source-undated = { $citation }, 기준일 모름
report-source-latest = { $citation }, 가장 늦은 항목 { $date }

## 알림

report-notices = 입력에 관한 알림
report-notices-caption = 알림 { $count }건
report-notices-by-kind = 종류마다 하나씩 예를 들었다. 알림 전체는 { $file } 파일에 있다.
report-notices-merged = 통합한 이름이 { $rest }개 더 있다. { $file } 파일에 있다.
report-column-kind = 종류
report-column-count = 건수
report-column-example = 예
report-column-notice = 알림
