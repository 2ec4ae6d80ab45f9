### 답 말고 명령이 하는 말: 진행 상황, 표준 오류의 안내.

cli-reading = 읽는 중
cli-reading-data = 자료를 읽는 중
cli-stopped-before-writing = 중단했다. 바뀐 파일은 없다
cli-stopped-after-writing = 중단했다. 이미 쓴 파일은 온전하다
cli-stopped = 중단했다
cli-stop-with = Ctrl-C를 누르면 끝난다.

## 인자가 없을 때

cli-welcome =
    collab { $version }: 성과물의 표에서 누가 누구와 함께했는지 찾는다. 협력 기관, 경로, 순위, 군집, 그림, 보고서.
    가진 파일로 시작할 때(CSV, Excel, Scopus, Web of Science, OpenAlex, RIS, BibTeX, 네트워크): collab FILE
    들어 있는 한국 AI 모델 17개로 시작할 때: collab embedded, collab who 카이스트, collab draw map -o map.svg
    모두 한 폴더에: collab report. 예가 있는 도움말: collab help, collab help who

## 알림

cli-notices-summary = 알림 { $count }건
cli-notices-summary-more = 알림 { $count }건(전체 보기: --notices all)
cli-notices-of-kind = { $kind } { $count }건, 예: { $notice }

## 그림

cli-ego-as-rows = { $name }은(는) 협력 기관이 { $count }곳이어서 줄로 그린다(고리로 그리려면 --depth 1 또는 2).
cli-view-chosen = { COUNTED($works, $kind) }, { COUNTED($institutions, $actor) }: { $view } 그림을 그린다({ $reason }).
cli-view-chosen-ties = { COUNTED($institutions, $actor) }: { $view } 그림을 그린다({ $reason }).
cli-empty-figure = 조건과 옵션에 맞는 기관이 없어 빈 그림이다.
cli-placed-with = 배치: Graphviz { $engine }.
cli-merged = “{ $recorded }” 표기는 { $name }에 합침.
cli-missing-glyphs = { $glyphs }. 다른 언어 이름이 있으면 그 이름을 쓴다.
cli-lint-passed = 그림 { $count }개: 문서에 넣을 수 있다.
cli-like-stretched = { $path }의 너비는 { $old }mm라서 배치를 { $new }mm에 맞춰 조정한다.
cli-like-nothing-kept = 앞선 그림과 겹치는 { NOUN($actor) }이(가) 없다(id로 비교). 모두 다시 배치한다.
cli-own-unused = { $option }: 이 그림에 없는 { NOUN($actor) }의 행 { $count }개: { $names }.
cli-own-faint = --colors: { $names }의 색은 바탕에서 잘 보이지 않는다(명도 대비 3:1 미만).
cli-like-changed = { $gone ->
    [0] 앞선 그림과 견주어 { COUNTED($new, $actor) }이(가) 새로 들어왔다.
   *[other] 앞선 그림과 견주어 { COUNTED($gone, $actor) }이(가) 빠지고({ $names }) { PIECES($new, $actor) }이(가) 새로 들어왔다.
} id로 비교하므로 id가 바뀐 { NOUN($actor) }은(는) 양쪽에 모두 센다.
cli-and-so-on = { $items } 등

## 다른 프로그램용 네트워크

cli-written = 쓴 파일: { $files }.
cli-renamed = Pajek 형식에는 큰따옴표와 줄바꿈을 쓸 수 없어 이름 { $count }개를 바꿔 썼다. 예: { $name } → { $written }.
cli-without-partners = 협력 기관이 없는 기관 { $count }곳은 연결 목록에 나오지 않는다. .gexf나 .graphml에는 모두 나온다.
cli-projected = { COUNTED($works, "work") }, { COUNTED($institutions, "institution") }, { COUNTED($ties, "tie") }.
cli-project-large-teams = 기관이 { $cap }곳을 넘는 성과물 { $count }건(최대 { $largest }곳)은 제외했다. 포함하면 쌍이 { $pairs }개 늘어난다. 포함하려면 --max-team 0을 쓴다.
cli-project-loaded = 형식이나 여러 기관 열, 파일마다 다른 선택 사항 때문에 한 행씩 읽을 수 없는 입력이 있어 모든 성과물을 메모리에 올렸다.
cli-project-compared = 여러 행이 한 성과물이거나 여러 이름이 한 기관일 수 있어 모든 성과물을 메모리에 올려 비교했다.
cli-project-repeats = 입력끼리는 성과물을 비교하지 않으므로 두 입력에 모두 있는 성과물은 두 번 센다.

## 보고서

cli-report-written = { $folder }에 파일 { $count }개를 썼다. { $first }부터 보면 된다.
cli-recipe-written = { $steps }단계짜리 { $path }을(를) 썼다. 고친 다음 `collab run`으로 모두 만든다.
cli-recipe-done = { $made ->
    [0] 새로 만들 것이 없다
   *[other] { $made }단계를 만들었다
}. 그대로인 단계는 { $unchanged }개다.
cli-recipe-head = 작업 파일. `collab run`은 지난번 뒤로 달라진 것만, `collab run --again`은 모두 다시 만든다.
cli-recipe-data = 이 파일에만 쓰는 옵션을 명령줄과 같은 이름으로 덧붙일 수 있다: columns, separator, sheet, delimiter, encoding, skip, group-by.
cli-recipe-options = 모든 단계에 쓰는 옵션. 예: since = 2020, country = ["KR", "JP"], level = "country", lang = "ko".
cli-recipe-ranking = 연결이 가장 많은 곳. 단계마다 옵션을 둘 수 있다: by = "betweenness", top = 20.
cli-recipe-who = 한 곳의 모든 협력 상대. 여기서는 순위가 가장 높은 { $name }.
cli-recipe-figure = 이 데이터에 맞는 그림. 다른 옵션: width = 85, top = 20, title = "…".
cli-recipe-matrix = 짝마다의 정확한 수.
cli-recipe-report = 글, 그림, 표와 둘러보기 페이지가 든 폴더.

## project의 SQL

cli-sql-works = 1. 성과물과 서로 다른 셀. 마지막 문의 결과를 머리글과 함께 cells.csv로 저장한다.
cli-sql-cells = 2. 셀의 기관을 collab의 이름과 규칙으로 정한다: 이름 옵션을 붙여 `collab project --cells cells.csv -o collab_cells.csv`를 실행하고, 그 파일을 엔진이 읽는 곳({ $mapping })에 둔다. BigQuery와 Snowflake에서는 collab_cells_loaded 테이블로 올린다.
cli-sql-ties = 3. 이름으로 된 연결. 마지막 문은 규모 때문에 제외한 성과물을 센다.
cli-sql-dates = 그다음 수는 기간에 관한 것이다: 날짜가 없는 성과물, 날짜가 YYYY-MM-DD·YYYY-MM·YYYY 꼴이 아닌 행(먼저 그런 열을 만들어야 한다), 날짜가 서로 어긋나 가장 늦은 것을 따른 성과물.
cli-sql-resolved = 셀 { $cells }개, 기관 { $institutions }곳.
cli-spark-plan = { $place }에서: 성과물과 서로 다른 셀. 셀은 이쪽으로 온다.
cli-spark-plan-cells = 이쪽에서: 전거와 등록부로 셀의 기관을 정해 뷰 collab_cells로 돌려보낸다.
cli-spark-plan-ties = 서버에서: 연결. 이쪽으로 와서 파일에 적힌다.
cli-spark-running = 서버에서 { $statement } 실행 중
cli-spark-attributes = 국가와 부문은 전거와 등록부의 것이며 행에서 읽지 않았다.
cli-spark-undated = 날짜가 없는 성과물 { $count }건을 제외했다.
cli-spark-dates-differ = 성과물 { $count }건은 행마다 날짜가 서로 어긋나 가장 늦은 날짜를 따랐다.
