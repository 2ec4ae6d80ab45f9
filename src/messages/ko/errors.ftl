### 명령의 오류: 무엇이 잘못되었고 어떻게 하면 되는지.

errors-io = { $path }: { $reason }. 쓰다 만 파일은 남지 않았다. 경로를 확인하거나 -o로 다른 곳을 지정한다.

## 인자

errors-out-of-range = { $flag } { $given }: { $min }부터 { $max }까지의 정수여야 한다.
errors-too-many-pairs = --max-team { $given }: 기관이 { $cap }곳을 넘는 성과물에서 쌍이 { $pairs }개 생겨 한도({ $max }개)를 넘는다. --max-team을 더 작게 지정한다(보통 { $cap }).
errors-option-twice = 같은 파일에 { $option }이(가) 두 번 주어졌다. 한 번만 쓰거나 --data마다 그 뒤에 한 번씩 써야 한다
errors-app-without-data = { $options }은(는) 데이터에 관한 옵션인데 페이지에 아직 데이터가 없다. --data FILE로 지정하거나 옵션을 뺀다.
errors-app-options = `app`의 페이지에는 { $options }이(가) 없어 명령과 다른 수를 보이게 된다. 이 옵션을 빼거나 `collab explore -o page.html`로 수가 정해진 페이지를 쓴다.
errors-app-files = `app`의 페이지는 파일을 그대로 담으므로 표준 입력이나 다른 데이터와 함께 쓴 `embedded`는 담을 수 없다. 파일을 지정하거나 `--data embedded`만 쓴다.
errors-app-unreadable = { $path }을(를) 읽을 수 없다({ $reason }). 이름과 권한을 확인한다.
errors-app-no-registry = 이 빌드에는 페이지에 담을 기관 명부가 없다. --with-registry를 빼거나 registry 기능을 넣어 빌드한다.
errors-empty-separator = --separator가 비어 있다. ';'나 ','처럼 셀 안의 값을 나누는 글자를 지정하거나 옵션을 뺀다.
errors-long-separator = --separator에는 { $max }바이트까지 쓸 수 있다. 칸 안에서 이름 사이에 있는 글자(;나 | 등)를 지정한다.
errors-since-after-until = --since { $since }이(가) --until { $until }보다 늦어 해당하는 성과물이 있을 수 없다. 두 날짜를 바꾼다.
errors-country = ‘{ $text }’(이)라는 국가는 없다. KR, Korea, 한국처럼 코드나 이름을 쓰거나, EU, ASEAN, G7, OECD, 아시아 같은 묶음을 쓴다.
errors-country-all-set = ‘{ $text }’은(는) 여러 국가의 묶음이고 --country-all은 국가를 하나씩 받는다. 그중 한 국가라도 참여한 경우를 보려면 --country { $text }을(를) 쓴다.
errors-among-one = --among은 둘 이상의 이름이 필요하다. --among KAIST --among NAVER처럼 되풀이해 쓴다.
errors-between-what = between은 두 이름이나 두 집합을 받는다. collab between A B, 또는 collab between --from country:KR --to country:US처럼 쓴다.
errors-across = --across는 두 집합을 받는다. --across country:KR --across country:US처럼 쓴다.
errors-set-level = 이 수준에서는 ‘{ $set }’을(를) 쓸 수 없다. { NOUN($level) }에는 그런 값이 없다. 기관 수준에서 country:, sector:, region:을 쓰거나 이름을 쓴다.
errors-check-level = 주장은 기관에 관한 것이라 --level { $level }(으)로는 확인할 수 없다. 이 옵션을 빼야 한다.
errors-level-empty = { $level ->
    [author] 데이터에 저자가 없어 --level author로 볼 수 없다. 저자 열이 있는 데이터를 쓴다.
    [country] 적힌 국가가 없어 --level country로 볼 수 없다. 국가 열이 있거나 등록부에 있는 기관의 데이터를 쓴다.
    [region] 적힌 국가가 없어 --level region으로 볼 수 없다. 국가 열이 있거나 등록부에 있는 기관의 데이터를 쓴다.
    [sector] 적힌 부문이 없어 --level sector로 볼 수 없다. 부문 열이 있거나 등록부에 있는 기관의 데이터를 쓴다.
   *[domain] 분야가 적힌 { NOUN($kind) }이(가) 없어 --level domain으로 볼 수 없다. 분야 열이 있는 데이터를 쓴다.
}
errors-sector = ‘{ $text }’(이)라는 부문은 없다. 쓸 수 있는 값: { $known }.
errors-unknown-value = 값이 ‘{ $value }’인 성과물은 자료에 없다. 자료에 있는 값: { $known }.
errors-unknown-value-nearest = 값이 ‘{ $value }’인 성과물은 자료에 없다. 혹시 ‘{ $nearest }’인가? 자료에 있는 값: { $known }.
errors-unknown-command = ‘{ $word }’은(는) 명령도 파일도 아니다. 명령 목록은 `collab --help`로 보고, 이름은 `collab who { $word }`(으)로 찾는다.
errors-unknown-command-nearest = ‘{ $word }’은(는) 명령도 파일도 아니다. 혹시 `collab { $nearest }`인가? 명령 목록은 `collab --help`로 본다.
errors-help-of-nothing = ‘{ $word }’(이)라는 명령은 없다. 명령 목록은 `collab help`로 본다.
errors-help-of-nothing-nearest = ‘{ $word }’(이)라는 명령은 없다. 혹시 `collab help { $nearest }`인가?
errors-strict = --strict: 입력에서 알림 { $count }건이 나왔다.
    { $list }
errors-authority = { $path }: 전거 파일을 읽을 수 없다({ $reason }). `default`, `none` 또는 파일 경로를 쓴다.
errors-filtered-out = { $name }은(는) 자료에 있지만 지정한 조건에 맞지 않는다. 조건을 줄여 다시 실행한다.
errors-approximate = --approximate는 매개 중심성(betweenness)에만 쓴다. { $measure } 값은 크기와 관계없이 정확히 계산하므로 --approximate를 뺀다.
errors-exact-betweenness = { COUNTED($institutions, "institution") }과 { COUNTED($ties, "tie") }의 매개 중심성을 정확히 계산하려면 몇 시간이 걸린다. --approximate 0.01을 붙여 오차 범위가 있는 추정값을 구하거나, 먼저 자료를 거른다.
errors-diff-data = diff는 뒤에 적은 두 표를 비교한다. --data를 뺀다.
errors-resolution = --resolution { $given }: 0보다 크고 { $max } 이하인 수여야 한다. 보통 1이며, 클수록 군집이 작아진다.
errors-project-filter = project는 모든 성과물을 한 번 읽고 남겨 두지 않으므로 { $option } 옵션을 함께 쓸 수 없다. 대신 `collab { $option } … export`를 쓴다.

## 출력 파일

errors-written-twice = { $path }에 출력 두 가지를 쓰도록 지정했다. 출력마다 다른 파일 이름을 지정한다.
errors-recipe-toml = { $path }:{ $line }:{ $column }: 올바른 TOML이 아니다({ $reason }). `collab init FILE`로 작업 파일의 틀을 만들 수 있다.
errors-recipe-key = { $path }: 작업 파일의 이 자리에는 { $key }이(가) 올 수 없다. 쓸 수 있는 것: { $expected }.
errors-recipe-step = { $number }번째 단계를 마치지 못했다: { $command }. 그 앞의 단계는 끝났으니 고쳐서 다시 실행한다.
errors-recipe-exists = { $path }이(가) 이미 있다. 그 파일을 고치거나 지우거나, -o로 다른 이름을 정한다.
errors-output-is-folder = { $path }은(는) 폴더다. -o에 { $example } 같은 파일 이름을 지정한다.
errors-output-dangling = { $path }은(는) 없는 파일을 가리키는 링크다. 아무것도 쓰지 않았다. 링크를 지우거나 다른 이름을 지정한다.
errors-no-folder = { $path } 폴더가 없다. 먼저 만들거나 -o로 다른 곳을 지정한다.
errors-output-is-input = { $path }은(는) 이 명령이 읽는 파일이라 덮어쓰지 않는다. 출력 파일 이름을 바꾼다.
errors-output-is-input-as = { $path }은(는) 이 명령이 읽는 파일({ $input })이라 덮어쓰지 않는다. 출력 파일 이름을 바꾼다.
errors-answer-extension = { $path }: 알 수 없는 확장자다. .txt, .json, .csv, .md, .xlsx 가운데 하나를 쓰거나 --format으로 형식을 지정한다.
errors-docx-of-answer = 워드 문서는 보고서 전체로 만든다: `collab report --format docx`. 답은 .txt, .json, .csv, .md, .xlsx로 쓴다.
errors-xlsx-terminal = 통합 문서는 터미널에 표시할 수 없다. -o answer.xlsx로 파일에 쓴다.
errors-output-of-printer = { $command }은(는) 표준 출력에 쓰므로 -o를 함께 쓸 수 없다. `collab { $command } … > 파일`로 저장한다.

## 그림

errors-figure = 그림을 그릴 수 없다: { $reason }.
errors-figure-extension = { $path }: 알 수 없는 확장자다. .svg, .dot, .png, .pdf 가운데 하나를 쓰거나 -T svg처럼 형식을 지정한다.
errors-view-needs-works = 이 그림은 성과물을 보여 주는데, 자료에는 성과물 없이 기관 사이의 연결만 있다. 연결은 `draw map`으로 그린다.
errors-view-takes-one = 이 그림에는 기관 이름이 하나 필요하다. 예: collab draw ego KAIST -o kaist.svg
errors-view-takes-two = 이 그림에는 기관 이름이 둘 필요하다. 예: collab draw path SNU KAIST -o path.svg
errors-view-takes-none = 이 그림에는 이름을 쓰지 않는다. 한 기관의 성과물만 그리려면 --institution NAME을 쓴다.
errors-too-many-nodes = 노드가 { $nodes }개로 한도({ $max }개)를 넘는다. --top 200, --focus 이름, --core K로 일부만 그리거나 `collab project … -o network.graphml`로 전체를 내보낸다.
errors-plain-is-a-map = --plain은 map에만 쓴다. 예: collab draw map --plain -o map.svg
errors-plain-part = --plain은 모든 기관을 그린다. --plain을 빼거나, --top, --focus처럼 일부를 고르는 옵션을 뺀다.
errors-plain-ties = { COUNTED($ties, "tie") }은(는) 한 그림에서 알아볼 수 없다. 일부만 그린다. 예: collab draw map --top 100 -o map.svg
errors-engine-view = --engine은 map과 bipartite에만 쓴다. 다른 그림은 배치가 정해져 있다. --engine을 빼거나 collab draw map --engine neato -o map.svg처럼 쓴다.
errors-engine-limit = --engine-limit { $given }: { $max }초(하루) 이하여야 한다.
errors-depth-without-focus = --depth는 --focus로 지정한 기관에서 몇 단계까지 그릴지 정한다. 예: collab draw map --focus KAIST --depth 2 -o map.svg
errors-path-part = path는 두 기관을 잇는 경로를 그리므로 일부를 고르는 옵션을 쓸 수 없다. --since, --institution 같은 조건을 쓰면 경로를 찾는 자료가 달라진다.
errors-ego-part = ego와 partners에는 --top과 --min-weight를, ego에는 --depth 1 또는 2도 쓴다. --focus, --component, --backbone, --core는 map, bipartite, timeline, matrix, arc에 쓴다.
errors-trend-part = trend에는 --by, --measure, --cumulative, --top을 쓴다. 세는 성과물은 --since, --country 같은 조건으로 고른다.
errors-only-trend = --by, --measure, --cumulative는 trend에만 쓴다. 예: collab draw trend --by country -o trend.svg
errors-width = --width { $given }: { $min }~{ $max }밀리미터여야 한다. 85는 한 단, 170은 한 쪽 너비다.
errors-height = --height { $given }: { $min }~{ $max }밀리미터여야 한다.
errors-page-size = --preset, --aspect, --height 가운데 하나만 쓴다.
errors-page-too-small = 이 크기에서는 글자가 너무 작아 읽을 수 없다. { $width } × { $height }mm가 필요하다. --height나 --width를 키우거나 --top, --focus로 덜 그린다.
errors-dpi = --dpi { $given }: 1~2400이어야 한다. 300은 인쇄용, 96은 화면용이다.
errors-font = { $path }: 글꼴을 읽을 수 없다({ $reason }). --font에 .ttf, .otf, .ttc 파일을 지정한다.
errors-font-family = --font-family { $given }: 글꼴 이름 하나여야 한다(예: `Noto Serif KR`).
errors-encoding-of-a-map = --size-by와 --color-by는 이름이 있는 `draw map`에만 쓴다. 이 옵션을 빼거나 지도를 그린다.
errors-size-needs-works = --size-by { $measure }은(는) 성과물을 세는 지표인데 데이터에 연결만 있다. --size-by strength나 --size-by degree를 쓴다.
errors-color-unknown = --color-by { $by }: 데이터에 { $by ->
    [country] 소재국이
    [year] 연도가
   *[kind] 부문이
} 적힌 { NOUN($actor) }이(가) 없다. --color-by cluster를 쓰거나 { $by ->
    [year] 날짜 열을
   *[other] 그 열을
} 더한다.
errors-own-twice = { $name }의 값이 “{ $first }”와(과) “{ $second }” 두 가지다. 하나만 남긴다.
errors-own-label = { $name }의 이름표가 비어 있다. 행을 지우거나 이름표를 적는다.
errors-own-color = “{ $given }”은(는) 색이 아니다. #1C5FAE처럼 적는다.
errors-own-colors-view = --colors는 도형이 모두 기관인 그림에 쓰며 `{ $view }`에는 쓸 수 없다. 옵션을 빼거나 `map`, `bipartite`, `ego`, `path`, `arc`를 그린다.
errors-own-quote = 여기서 열린 따옴표가 닫히지 않았다
errors-own-columns = 열이 { $count }개다. 이름이나 식별자, 값 두 열이어야 한다
errors-own-empty = 이름과 값이 있는 행이 없다
errors-compare-needs-two = `draw compare`에는 표 두 개를 이전 것부터 준다: collab draw compare OLD.csv NEW.csv -o changes.svg
errors-compare-data = `draw compare`는 뒤에 적은 두 표만 읽는다: collab draw compare OLD.csv NEW.csv -o changes.svg
errors-compare-option = { $option }은(는) 표 하나의 그림에 쓴다. `draw compare`에서는 뺀다. --top N으로 { NOUN($actor) } 수를 줄일 수 있다.
errors-compare-places = --engine, --like, --save-layout은 표 하나의 그림에 쓴다. 자리를 따로 정하는 `draw compare`에서는 뺀다.
errors-by-needs-dates = --by year와 --by period에는 날짜가 있는 공동 성과물이 필요한데 데이터에 없다. 이 옵션을 뺀다.
errors-by-of-a-map = --by year와 --by period는 `draw map`의 전체나 --top N 기관을 정해진 자리에 그릴 때 쓴다. 다른 옵션이나 --by를 뺀다.
errors-not-built = 이 빌드는 { $format } 형식을 쓸 수 없다. 기본 기능으로 다시 빌드한다.
errors-like-is-for-maps = --like는 map의 배치를 유지한다. 다른 그림은 같은 자료를 늘 같은 자리에 그린다. --like를 빼거나 collab draw map --like OLD.svg -o new.svg처럼 쓴다.
errors-like-too-large = { $path }: 그림 파일로는 너무 크다(64MB 초과). --like에 collab으로 그린 SVG나 배치 파일을 지정한다.
errors-like-not-text = { $path }: UTF-8 텍스트가 아니다. --like에 collab으로 그린 SVG나 배치 파일을 지정한다.
errors-like-unreadable = { $path }: 읽을 수 없다({ $reason }). --like에 collab으로 그린 SVG나 배치 파일을 지정한다.
errors-like-other-view = { $path }: map이 아니라 { $view } 그림이다. --like에 앞서 그린 map을 지정한다.
errors-lint-unreadable = { $path }: 읽을 수 없다({ $reason }). SVG 파일을 지정한다.
errors-lint-not-text = { $path }: UTF-8 텍스트가 아니어서 SVG로 문서에 넣을 수 없다. 일반 SVG(UTF-8)로 저장한다.

## 다른 프로그램용 네트워크

errors-network = 네트워크를 쓸 수 없다: { $reason }.
errors-network-extension = { $path }: 알 수 없는 확장자다. --export-format으로 형식을 지정한다: { $formats }.
errors-several-files = 이 형식은 파일 { $files }개로 이루어진다. -o에 파일 이름을 지정한다.
errors-parquet-off = { $path }: 이 빌드는 Parquet을 쓰지 않는다. parquet 기능으로 빌드하거나(cargo install collabgraph --features parquet), -o network.csv로 표를 CSV로 쓴다.
errors-pajek-part = { $path }: .{ $extension } 파일은 Pajek 네트워크의 일부다. -o { $network }처럼 쓰면 네트워크와 함께 분할과 벡터도 쓴다.
errors-project-extension = { $path }: 알 수 없는 확장자다. 연결 목록에는 .csv나 .tsv를 쓰고, 다른 형식은 --export-format으로 지정한다: { $formats }.
errors-project-several-files = 이 형식은 파일 { $files }개로 이루어지는데 project는 파일 하나만 쓴다. 다른 형식을 고르거나 `export`를 쓴다.

## 탐색 페이지

errors-page = 페이지를 그릴 수 없다: { $reason }.
errors-port = 127.0.0.1:{ $port } 포트를 열 수 없다({ $reason }). --port로 다른 번호를 지정하거나 0으로 빈 포트를 쓴다.
errors-interrupt = Ctrl-C를 처리할 수 없다: { $reason }.

## 보고서

errors-report-no-figure = 그린 그림이 없다.
errors-report-figure = 보고서의 그림을 그릴 수 없다: { $reason }.
errors-report-dangling = { $path }은(는) 없는 폴더를 가리키는 링크다. 아무것도 쓰지 않았다. 링크를 지우거나 -o로 다른 폴더를 지정한다.
errors-report-is-file = { $path }은(는) 파일이다. 보고서에는 폴더가 필요하니 -o로 다른 곳을 지정한다.
errors-report-occupied = { $path } 폴더는 비어 있지 않고 이 명령이 만든 폴더도 아니다. 아무것도 쓰지 않았다. -o로 다른 폴더를 지정하거나 --force를 붙인다.
errors-report-in-the-way = { $path }은(는) 보고서 파일과 이름이 같다. 옮기거나 -o로 다른 폴더를 지정한다.
errors-report-foreign = { $path }은(는) 앞선 보고서의 파일이 아니라 덮어쓰지 않는다. 옮기거나 --force를 붙인다.
errors-no-server = 이 빌드는 페이지를 서버로 열 수 없다. -o page.html로 파일에 쓰거나 기본 기능으로 다시 빌드한다.

errors-sql-one-input = --emit-sql에는 입력이 하나여야 한다(엔진이 보는 테이블이나 경로). { $count }개가 주어졌다.
errors-sql-columns = --emit-sql에는 성과물과 기관의 열이 필요하다: --columns work=ID,institutions=AFFILIATIONS.
errors-sql-format = { $path }: 이름으로 형식을 알 수 없다. .parquet, .csv, .json으로 끝나는 경로(예: works/*.parquet), `delta:경로`, 또는 테이블 이름을 써야 한다.
errors-sql-tables = { $path }: 이 엔진은 이름으로 테이블을 읽는다. 먼저 파일을 테이블로 올려야 한다.
errors-sql-cells-text = 파일이 UTF-8 글이 아니다. 셀을 UTF-8 CSV로 저장해야 한다.
errors-sql-cells-quote = 이 따옴표가 닫히지 않았다. 닫거나 셀을 CSV로 다시 저장해야 한다.
errors-sql-dates = --since와 --until에는 날짜 열이 필요하다: --columns work=ID,institutions=AFFILIATIONS,date=DATE.
errors-sql-attributes = 엔진에서 국가와 부문은 전거와 등록부의 것이다. 행의 값은 모든 행을 보고 정해야 한다. --columns에서 countries=와 sectors=를 빼거나 엔진의 뷰에서 거른다.
errors-sql-words = 엔진에서는 --criterion과 --domain을 쓸 수 없다. 그런 셀을 나누는 법은 열 전체를 보아야 안다. 엔진의 뷰에서 거른다.
errors-sql-institution = --emit-sql에는 --institution을 쓸 수 없다. 이름이 어느 기관인지는 셀의 기관을 정한 뒤에야 안다. --engine을 쓰거나 연결을 거른다.
errors-sql-group-by = --group-by { $column }: 엔진에서는 성과물 열의 값이 같은 행이 한 성과물이다. 그 열을 지정한다: --columns "work={ $column },…".
errors-sql-file-option = { $option } 옵션은 collab이 읽는 파일에 관한 것인데, 여기서는 엔진이 입력을 읽는다. 빼거나 엔진에 뷰를 마련한다.
errors-sql-network-option = { $option } 옵션은 네트워크 전체가 있어야 하는데 엔진에는 없다. 연결을 파일로 쓴 뒤 그 파일에 { $option } 옵션을 쓴다.
errors-no-spark = 이 빌드는 Spark와 통신하지 않는다. `cargo install collabgraph --features spark`로 빌드하거나 --emit-sql spark로 문장을 출력한다.
errors-spark-address = “{ $part }”은(는) sc://host:15002/;use_ssl=true 같은 주소의 일부가 아니다.
errors-spark-token-in-address = 주소에 적은 토큰은 이 컴퓨터의 다른 사람이 읽을 수 있다. { $variable }이나 파일(--token-file)에 둔다.
errors-spark-unencrypted = 암호화하지 않으면 이 컴퓨터의 서버만 쓴다. 주소에 use_ssl=true를 붙인다: sc://host:443/;use_ssl=true.
errors-spark-unreachable = { $place }에 연결하지 못했다: { $reason }. 호스트와 포트, Spark Connect 서버가 켜져 있는지 확인한다.
errors-spark-unauthorized = 서버가 토큰을 거부했거나 토큰을 요구한다. 올바른 토큰을 { $variable }이나 파일(--token-file)에 둔다.
errors-spark-token-file = { $path }에 토큰이 없다.
errors-spark-lost = “{ $statement }” 도중에 연결이 끊겼다({ $reason }). 아무것도 쓰지 않았으니 다시 실행한다.
errors-spark-server = 서버가 “{ $statement }” 문장을 실행하지 못했다: { $reason }. 아무것도 쓰지 않았다.
errors-spark-rows = “{ $statement }” 문장의 답을 읽을 수 없다: { $reason }. 아무것도 쓰지 않았다.
errors-spark-dates = { $count }개 행의 날짜가 YYYY-MM-DD, YYYY-MM, YYYY 꼴이 아니어서 그 성과물이 기간에 드는지 알 수 없다. 그런 열이 있는 뷰를 만든다.
errors-spark-too-many = 연결이 { $max }개를 넘는다. 성과물을 거르거나, 메모리가 되면 --max-edges를 올리거나, --emit-sql spark로 엔진이 쓰게 한다.
errors-spark-cells = 서로 다른 셀과 그 기관이 { $megabytes }MiB를 넘는다. --emit-sql spark로 문장을 출력하고 셀을 파일로 넘긴다.
errors-weighted = { $measure } 값은 연결이나 성과물의 수만 세므로 --weighted를 쓸 수 없다. --weighted를 빼거나 strength로 순위를 매긴다.
errors-approximate-weighted = --approximate는 가중치를 쓰지 않는 매개 중심성만 추정한다. --weighted나 --approximate 가운데 하나를 뺀다.
errors-exact-two-mode = 노드 { $nodes }개와 참여 관계 { $ties }개의 이원 매개 중심성을 정확히 계산하려면 몇 시간이 걸린다. 먼저 자료를 거르거나 betweenness 순위에 --approximate 0.01을 붙인다.
errors-method-without-resolution = --method { $method }에는 고를 품질 함수와 해상도가 없다. --quality와 --resolution을 빼거나 --method leiden이나 louvain을 쓴다.
errors-no-given-clusters = 군집이 적힌 입력이 없다. 분할이 있는 파예크 프로젝트, VOSviewer 파일, cluster·community·modularity_class·partition·group이라는 속성이 있는 네트워크 파일에 적힌다. 군집을 찾으려면 --given이나 --clusters file을 뺀다.
errors-no-given-positions = 위치가 적힌 입력이 없다. VOSviewer, GEXF, 파예크, GraphML, GML, Cytoscape 파일에 적힐 수 있다. 위치를 계산하려면 --positions file을 뺀다.
errors-no-given-scores = { NOUN($actor) }의 수치가 적힌 입력이 없다. --scores file을 뺀다.
errors-file-columns-works = 파일의 위치, 군집, 수치는 { NOUN($actor) }의 것이다. --with-works를 빼거나 --positions, --clusters, --scores를 뺀다.
errors-positions-of-a-map = --positions file은 `draw map`에만 쓴다.
errors-clusters-of-a-map = --clusters file은 `draw map`에만 쓴다.
errors-sbm-normalization = --method sbm은 연결 수를 세므로 --normalization association-strength와 함께 쓸 수 없다. 둘 중 하나를 뺀다.
errors-sbm-large = --method sbm은 노드 { $count }개를 군집마다 견주며 { $max }개까지만 쓴다. --method leiden이나 infomap을 쓰거나 --min-works, --among으로 { NOUN($actor) }을(를) 줄인다.
errors-alpha = --alpha는 0보다 크고 1 이하인 확률이며 { $given }은 쓸 수 없다. 예: --alpha 0.05
errors-significance-of-weights = --significance는 연결의 가중치에 관한 것이다. 이 옵션이나 --by citations를 뺀다.
