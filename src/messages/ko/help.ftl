### 도움말: 명령은 `help-명령`, 명령의 옵션과 인자는 `help-명령-옵션`, 모든 명령의 옵션은 `help-option-옵션`, 값은 `help-value-옵션-값`,
### 제목은 `help-heading-…`.

help-collab = 성과물과 참여 기관의 표로 협력 관계망을 만들어 찾고, 순위를 매기고, 군집을 나누고, 그림을 그린다.
help-after =
    예:
      collab models.csv                        표의 요약과 다음에 해 볼 만한 명령
      collab who KAIST                         카이스트의 협력 기관과 공동 성과물
      collab who ㅋㅇㅅㅌ --lang ko             초성으로 찾아 한국어로 출력
      collab between KAIST NAVER               두 기관의 공동 성과물
      collab rank --by 매개 --top 5
      collab --data models.csv draw map -o partners.svg
      collab report                            output/ 폴더에 보고서 작성

    종료 코드: 0 성공, 1 결과 없음, 2 오류.

## 제목

help-heading-commands = 명령
help-heading-arguments = 인자
help-heading-options = 옵션
help-heading-data = 자료
help-heading-names = 이름
help-heading-network = 관계망
help-heading-filters = 조건
help-heading-output = 출력
help-heading-part = 일부만 그리기
help-heading-stable = 배치 유지
help-heading-trend = 추이

## 모든 명령의 인자와 옵션

help-collab-files = 명령 없이 읽을 표. `collab models.csv`는 `collab --data models.csv`와 같다
help-option-help = 도움말을 출력한다(-h는 요약)
help-option-version = 버전을 출력한다
help-option-data = 내장 자료 대신 이 표를 읽는다. `-`는 표준 입력, `embedded`는 내장 자료이며, 여러 번 쓰면 합친다(--data 뒤에 쓴 --columns, --separator, --skip, --delimiter, --encoding, --sheet, --group-by는 그 파일에만 쓰인다)
help-option-encoding = 입력의 문자 인코딩. `cp949`, `utf-16` 등 [기본값: 내용으로 판단]
help-option-sheet = 통합 문서에서 읽을 시트의 이름이나 번호 [기본값: 표가 있는 첫 시트]
help-option-max-unpacked = 압축된 입력이 풀릴 수 있는 최대 크기. `8G`처럼 쓴다 [기본값: 압축된 크기의 100배, 최소 64M]
help-option-delimiter = 표의 칸을 나누는 글자. 글자 하나나 `comma`, `semicolon`, `tab`, `pipe`, `space` [기본값: 첫 줄로 판단]
help-option-skip = 표의 머리글 앞에 있는 줄 수 [기본값: 아는 머리글이 나오는 곳]
help-option-input-format = 내용으로 알 수 없을 때의 입력 형식
help-option-columns = 읽을 열의 이름이나 번호: `work=제목,institutions=소속,date=연도`. 연결 목록은 `source=A,target=B,weight=C`
help-option-separator = 셀 안의 값을 나누는 글자 [기본값: `;`나 `|`가 있으면 그것, Epoch 표는 `,`, 다른 표는 알려진 이름 사이의 `,`]
help-option-keep-whole = 구분자가 있어도 나누지 않을 이름, 또는 값 없음으로 보지 않을 이름(`Unknown`). 여러 번 쓸 수 있다
help-option-group-by = 이 열(이름이나 번호)의 값이 같은 행을 한 성과물로 합친다. `none`은 행마다 한 성과물 [기본값: 식별자나 DOI가 같은 행, 참여 기관별로 나뉜 행]
help-option-addresses = 기관 열에 우편 주소가 적힌 표도 읽는다. 학과까지 포함한 주소 하나를 기관 하나로 센다
help-option-exclude = 입력에 적힌 대로 이런 성과물을 뺀다. retracted(철회된 것), paratext(표지, 목차 등)
help-option-network = 네트워크가 여러 개인 파일에서 읽을 네트워크의 번호 [기본값: 첫째, 알림에 적는다]
help-option-two-mode = 연결 목록의 첫째 끝을 기관, 둘째 끝을 성과물로 읽는다
help-option-one-mode = 파일에 두 모드라고 적혀 있어도 모든 꼭짓점을 기관으로 읽는다
help-option-strict = 알림을 오류로 처리한다(내장 자료의 알림은 제외)
help-option-authority = 이름 전거: `default`, `none`(적힌 그대로), 또는 기본 전거에 더할 파일. 여러 번 쓸 수 있다
help-option-registry = 기관 등록부: `collab registry build`로 만든 파일, ROR 덤프, 또는 `none`. `names`는 여기서 제안도 만든다(--ror도 같은 뜻) [기본값: 들어 있는 ROR 일부]
help-option-level = 협력의 주체. 기관(recorded도 같은 뜻) 또는 기관을 묶는 단위
help-option-counting = 기관 n곳의 성과물이 연결 하나에 더하는 값: 전체(full) 1, 분수(fractional) 1/(n−1), 엄격(strict) 2/(n(n−1))
help-option-max-team = 기관이 이보다 많은 성과물은 연결로 세지 않는다. 0은 제한 없음
help-option-since = 이 날짜부터 나온 성과물(2016, 2016-11, 2016-11-11). 날짜가 없는 성과물은 제외하고 그 수를 알린다
help-option-until = 이 날짜까지 나온 성과물. 날짜가 없는 성과물은 제외하고 그 수를 알린다
help-option-country = 이 국가(KR, Korea, 한국)의 기관이 참여한 성과물. 기관 목록에는 그 국가만 나온다. 여러 번 쓰거나 쉼표로 이으면 그 가운데 하나면 된다. 서로 다른 필터는 모두 맞아야 하며, 한 기관이 아니라 여러 기관이 나누어 맞아도 된다
help-option-country-all = 이 국가들(KR,US)의 기관이 모두 참여한 성과물. 기관 목록에는 이 국가들만 나온다
help-option-sector = 이 부문(education 대학·교육기관, facility 연구기관, company 기업, government 정부·공공기관, healthcare 의료기관, nonprofit 비영리기관, archive 도서관·박물관·기록관, collective 연구 공동체, other 기타)의 기관이 참여한 성과물. 기관 목록에는 그 부문만 나온다. 여러 번 쓰거나 쉼표로 이으면 그 가운데 하나면 된다
help-option-criterion = 이 기준으로 선정된 성과물(`많은 인용` 등). 여러 번 쓰면 그 가운데 하나면 된다
help-option-domain = 이 분야의 성과물(`시각` 등). 여러 번 쓰면 그 가운데 하나면 된다
help-option-institution = 이 기관의 성과물. 여러 번 쓰면 그 가운데 하나면 된다
help-option-only = 이런 성과물만. 여럿이면 모두 만족하는 것
help-option-across = 두 집합 사이의 연결만. 집합은 country:KR, country:EU, sector:company, region:Asia 또는 이름이며 두 번 준다
help-option-among = 이들 사이의 연결만. 둘 이상의 이름을 되풀이해 준다
help-option-min-works = 성과물이 이만큼 이상인 주체만
help-option-strongest = 가장 강한 연결 이만큼만(마지막과 같은 것도 포함)
help-option-format = 출력 형식 [기본값: -o의 확장자, 없으면 text]
help-option-output = 답을 이 파일에 쓴다. --format이 없으면 확장자(.txt, .json, .csv, .md, .xlsx)가 형식을 정한다
help-option-json = `--format json`과 같다
help-option-lang = 언어: 한국어(ko), 영어(en), 한국어 이름을 붙인 영어(both) [기본값: both, `report`는 en]
help-option-color = 색을 쓸 때
help-option-notices = 입력에 관한 알림을 얼마나 출력할지 [기본값: summary, 내장 자료는 none]
help-option-csv-safe = CSV에서 스프레드시트가 수식으로 읽을 글 앞에 작은따옴표를 붙인다(`report`의 표에는 항상 붙는다)
help-option-no-bom = CSV 파일에 바이트 순서 표시(BOM)를 쓰지 않는다(파일로 저장한 답과 `report`의 표는 Excel에서 한글이 보이도록 BOM으로 시작한다)
help-option-evidence = 성과물마다 근거가 되는 파일과 행을 보인다
help-option-explain = 답 대신, 답하려고 입력에서 무엇을 읽는지와 더 줄일 수 없는 이유를 보여 준다
help-option-quiet = 표준 오류에는 오류만 출력한다

help-value-exclude-retracted = 철회된 성과물
help-value-exclude-paratext = 표지, 목차 등
help-value-addresses-as-names = 주소 하나가 기관 이름 하나
help-value-level-author = 저자. ORCID 등 식별자로, 없으면 이름으로 구별한다
help-value-level-institution = 적힌 그대로의 기관. 계열 기관도 따로 센다
help-value-level-group = 최상위 기관으로 묶은 기관(Google Brain → Google)
help-value-level-country = 행에 적힌 국가, 없으면 기관의 소재국
help-value-level-region = 유엔 지역(M49): 아프리카, 아메리카, 아시아, 유럽, 오세아니아
help-value-level-sector = 기관의 부문
help-value-level-domain = 성과물의 분야
help-value-only-joint = 둘 이상의 기관이 함께한 것
help-value-only-international = 둘 이상의 국가가 참여한 것
help-value-only-industry-university = 대학과 기업이 함께한 것
help-value-format-text = 문장과 정렬된 표
help-value-format-json = 기계가 읽는 기록(docs/schemas)
help-value-format-csv = 주된 표
help-value-format-md = 마크다운 문장과 표
help-value-notices-all = 모든 알림과 위치
help-value-notices-summary = 종류별 건수와 예
help-value-notices-none = 출력하지 않음

## 질문

help-who = 기관의 협력 기관과 공동 성과물. 성과물 이름이면 만든 기관
help-who-name = 기관이나 성과물: 한국어나 영어, 줄인 이름이나 정식 이름, 또는 초성
help-between = 두 기관의 공동 성과물. 없으면 공통 협력 기관과 최단 경로. 또는 두 집합(--from, --to) 사이의 성과물, 연결, 주체
help-between-from = 사이를 볼 두 집합 가운데 하나: country:KR, country:EU, sector:company, region:Asia 또는 이름. 되풀이하면 그중 하나
help-between-to = 다른 집합
help-between-a = 첫째 기관
help-between-b = 둘째 기관
help-path = 두 기관을 잇는 최단 경로와 그 위의 성과물
help-path-a = 출발 기관
help-path-b = 도착 기관
help-path-alternatives = 다른 경로의 수(100 이하)
help-path-weighted = 가중치로 최단 경로를 찾는다(가중치가 w인 연결의 길이는 1/w)
help-works = 성과물 목록
help-institutions = 기관 목록
help-rank = 지표에 따른 기관 순위
help-rank-by = 지표
help-rank-top = 출력할 행의 수 [기본값: 모두]
help-rank-approximate = 표본 경로로 매개 중심성을 이 오차(0.01) 안에서 추정한다. 매우 큰 관계망에 쓴다
help-rank-weighted = 지표가 허용하면 연결을 가중치로 센다. betweenness, closeness, harmonic, eccentricity는 1/가중치를 길이로, constraint, effective-size, efficiency, clustering은 가중치 그대로 쓴다
help-clusters = 협력 기관의 군집(라이덴, 루뱅, 인포맵, 라벨 전파)과 실행마다 얼마나 같은지
help-clusters-method = 군집을 찾는 방법. 그 방법의 군집이 무엇인지와 다른 방법과의 일치도도 답한다
help-clusters-quality = 품질 함수
help-clusters-normalization = 가중치 정규화
help-clusters-resolution = 해상도(1000000 이하). 클수록 작은 군집이 많아진다
help-clusters-seed = 난수 시드
help-clusters-random-starts = 무작위 시작 횟수(10000 이하). 가장 좋은 결과를 쓴다
help-components = 연결 요소
help-statistics = 네트워크의 밀도, 경로 길이, 군집 계수, 중심화, 동류성, 협력 기관 수의 분포
help-common = 둘 이상의 기관에 공통인 협력 기관
help-common-names = 기관
help-never = 협력 기관은 겹치지만 공동 성과물이 없는 쌍(강한 순)
help-never-top = 쌍의 수. 0은 모두
help-predict = 연결이 없는 쌍 가운데 다음에 함께할 수 있는 쌍을 연결 예측 점수로 꼽고, 그 점수가 이 자료에서 얼마나 맞았는지 보여 준다
help-predict-by = 점수
help-predict-top = 쌍의 수(0은 전체, 100000까지)
help-strongest = 가장 강한 연결과 공동 성과물
help-strongest-by = 가중치 또는 성과물의 인용 수
help-strongest-top = 연결의 수. 0은 모두
help-strongest-significance = 우연보다 큰 연결만 확률 열과 함께 보여 준다
help-strongest-alpha = 유의 수준. 확률이 이보다 작은 연결만 남긴다(1은 전체)
help-brokers = 부문이나 국가 사이의 중개: Gould–Fernandez 역할, 단절점, 다리, 구조적 제약
help-brokers-by = 집단
help-brokers-top = 중개 기관의 수 [기본값: 모두]
help-indicators = 협력 지표: 협력 지수, 협력도, 협력 계수, 국제 협력과 산학 협력 비율
help-indicators-by = 함께 보일 구분
help-indicators-top = 국가와 기관의 수 [기본값: 모두]
help-counting = 전체, 분수, 엄격 계수 순위의 비교와 성과물별 기여
help-counting-top = 출력할 행의 수. 0은 모두
help-timeline = 연결마다 처음과 최근의 공동 성과물, 연도별 새 협력 기관
help-timeline-name = 한 기관만
help-timeline-top = 연결의 수 [기본값: 모두]
help-trend = 연도별 추이: 전체, 국가·부문·분야·주체별, 또는 한 쌍의 이력
help-trend-by = 나누는 기준
help-trend-measure = 세는 값
help-trend-of = 이 주체의 성과물만. 되풀이하면 모두 함께한 것(--by actor이면 각각)
help-trend-cumulative = 연도를 누적한다
help-trend-top = 집단의 수 [0: 모두]
help-diff = 두 표의 비교: 늘고 준 성과물과 연결, 수가 달라진 사유
help-diff-old = 앞선 표. `embedded`는 내장 자료
help-diff-new = 나중 표. `embedded`도 쓸 수 있다
help-diff-top = 표마다 출력할 행의 수 [기본값: 모두]
help-search = 성과물, 제목, 저자, 기관 검색
help-search-text = 찾을 말
help-search-top = 종류별 결과의 수. 0은 모두
help-check = 진술을 자료와 대조한다. 하나라도 다르면 종료 코드 1
help-check-claims = 진술 파일, 또는 내장된 `article`이나 `korea-17`
help-names = 통합한 이름과 규칙과 행, 제안(자동으로 적용하지 않는다)
help-names-accept = 제안을 전거 파일로 쓴다. 고친 뒤 --authority로 쓸 수 있다
help-names-thesaurus = 통합과 제안을 VOSviewer 시소러스로 출력한다
help-resolve = 소속 문자열에서 기관을 찾는다. 한 줄에 답 하나(JSON lines)
help-resolve-list = 소속 목록, 한 줄에 하나. `-`는 표준 입력
help-resolve-column = 줄 대신 표의 이 열을 읽는다
help-resolve-table = 줄마다 가장 나은 답을 탭으로 나눈 열로 쓴다
help-registry = 사용하는 기관 등록부를 알린다. `build`는 ROR 덤프로 등록부를 만든다
help-build = ROR 덤프(두 스키마의 JSON, JSON lines, .gz, .zip)로 등록부를 만든다
help-build-dump = ROR 덤프
help-build-output = 쓸 파일. --registry로 사용한다
help-build-date = 배포일
help-build-total = 덤프가 일부일 때 전체 기록 수

## 파일

help-export = 다른 프로그램용 네트워크 파일: GEXF, GraphML, Pajek, GML, VOSviewer, Gephi와 Kumu의 표, DOT
help-export-output = 출력 파일. 확장자로 형식을 정한다(.gexf, .graphml, .net, .gml, .json, .csv, .tsv, .edges, .dot). `-`는 표준 출력
help-export-export-format = 확장자로 정하지 않을 때의 형식
help-export-with-works = 성과물도 노드로 적고 참여한 기관과 잇는다(두 모드 네트워크)
help-project = 크기에 관계없이 입력을 나누어 읽어 연결을 쓴다. 성과물을 메모리에 올리지 않는다
help-project-inputs = 표, OpenAlex 성과물(JSON 줄), collab의 JSON 줄. gzip도 된다. `-`는 표준 입력. 중복된 성과물은 가려내지 않는다
help-project-output = 출력 파일. .csv와 .tsv는 연결마다 한 행(Source, Target, Weight), .graphml, .gexf, .net 등은 네트워크. .gz는 압축
help-project-export-format = 확장자로 정하지 않을 때의 형식
help-project-emit-sql = 성과물을 가진 엔진에서 돌릴 SQL로 투영을 출력하고 아무것도 실행하지 않는다: spark, duckdb, bigquery, snowflake. 이때 INPUT은 엔진이 보는 테이블이나 경로이며, --columns로 work와 institutions를 지정한다
help-project-mapping = 엔진이 기관이 정해진 셀을 읽는 곳
help-project-cells = --emit-sql의 작업이 나열한 서로 다른 기관 셀(머리글이 있는 CSV)의 기관을 정한다. 출력에는 cell, work, id, name이 있다
help-init = 데이터를 먼저 살펴 작업 파일(collab.toml)을 쓴다: 데이터, 옵션, 그림, 표, 보고서
help-init-inputs = 시작할 표나 연결망. 함께 준 데이터 옵션도 작업 파일에 적는다
help-init-output = 쓸 작업 파일
help-run = 작업 파일에 적힌 것 가운데 지난번 뒤로 데이터, 옵션이나 결과가 달라진 것을 만든다
help-run-recipe = 작업 파일
help-run-again = 달라지지 않은 단계까지 모두 만든다
help-run-list = 단계를 명령으로 보여 주기만 하고 만들지 않는다
help-draw = 협력 관계 그림을 그린다
help-draw-view = 그림 종류 [기본값: 자료에 맞는 종류. 이유는 표준 오류에 출력]
help-draw-names = `ego`와 `partners`는 기관, `path`는 출발과 도착, `trend`는 함께한 성과물을 셀 기관
help-draw-output = 출력 파일. 확장자로 형식을 정한다(.svg, .dot, .png, .pdf). `-`는 표준 출력
help-draw-to = 확장자로 정하지 않을 때의 형식
help-draw-stats = 그림의 통계를 JSON으로 출력한다
help-draw-width = 지면 너비(밀리미터). 너비에 맞춰 배치한다
help-draw-height = 그림의 높이(밀리미터). 그 크기를 채우도록 배치한다
help-draw-aspect = 주어진 너비에 대한 가로세로 비율: 16:9, 1:1, 4:5, A4 등
help-draw-preset = 용도에 맞는 크기와 글자
help-draw-theme = 색 테마
help-draw-palette = 군집의 색
help-draw-title = 제목 [기본값: 자료로 만든 제목]
help-draw-headline = 그림에서 계산한 발견을 제목으로 쓴다. `off`는 그림 이름을 쓴다
help-draw-no-title = 제목과 부제를 뺀다
help-draw-source = 출처 줄 [기본값: 자료로 만든 출처]
help-draw-background = 배경. `none`은 투명
help-draw-id-prefix = 파일 안 id의 접두어. 한 페이지에 그림을 여러 개 넣을 때 쓴다
help-draw-inline = XML 선언을 뺀다. HTML에 붙여 넣을 때 쓴다
help-draw-home = 강조하거나 왼쪽에 둘 국가 [기본값: 가장 많은 국가]
help-draw-text = 글자를 글자로, 또는 글꼴이 필요 없는 윤곽선으로
help-draw-font-family = 기본 글꼴보다 앞에 둘 글꼴. 위치는 보통 너비의 글꼴에 맞춘 것이다
help-draw-font = .png, .pdf, 윤곽선에 쓸 글꼴 파일 [기본값: 시스템 글꼴]
help-draw-dpi = .png 해상도
help-draw-highlight = 진하게 그릴 기관과 그 연결. 나머지는 흐리게 그린다. 여러 번 쓸 수 있다
help-draw-data-out = 그림의 수치(노드, 연결, 선의 값)를 CSV로 쓴다
help-draw-alt-out = 그림의 제목과 대체 텍스트를 쓴다
help-draw-focus = 이 기관과 그 주변
help-draw-depth = 중심에서의 단계 수. `ego`에서는 그 기관에서의 단계 수 [기본값: 1, `ego`는 2]
help-draw-top = 성과물 수와 협력 기관 수의 합이 크고 서로 협력한 기관
help-draw-min-weight = 가중치가 이 값 이상인 연결
help-draw-component = 크기순으로 한 연결 요소. 1이 가장 크다
help-draw-backbone = 격차 필터에서 이 수준(0.05)으로 유의한 연결
help-draw-core = k-코어: 협력 기관이 안에서 이 수 이상인 부분
help-draw-by = `trend`의 선: 국가, 부문, 분야, 행위자마다 하나 [기본값: 전체를 선 하나로]
help-draw-measure = `trend`가 세는 것 [기본값: 성과물 수]
help-draw-cumulative = `trend`의 각 연도를 그해까지의 누적으로
help-draw-plain = 이름 없는 점과 선. 크기에 제한이 없다(`map`)
help-draw-like = 앞선 map의 배치를 유지한다. collab으로 그린 SVG나 배치 파일을 쓰며 id로 맞춘다
help-draw-save-layout = --like에 쓸 배치 파일을 쓴다
help-draw-engine = 설치된 Graphviz로 배치한다(`map`, `bipartite`): dot, neato, fdp, sfdp, circo, twopi
help-draw-engine-limit = --engine의 제한 시간(초). 하루 이하
help-explore = 대화형 페이지를 쓰거나 `--serve`로 이 컴퓨터에서 연다
help-explore-output = 쓸 페이지(page.html 등). 서버도 인터넷도 필요 없다
help-explore-serve = Ctrl-C를 누를 때까지 127.0.0.1에서 페이지와 /api/를 연다
help-explore-port = 포트. 0은 빈 포트
help-app = 브라우저에서 어떤 표든 읽어 같은 질문에 답하는 페이지를 쓴다. 어디에도 올리지 않는다
help-app-output = 쓸 페이지(collab.html 등)
help-lint = 문서에 넣을 SVG 파일을 검사한다. 고칠 것이 있으면 종료 코드 1
help-lint-files = SVG 파일. id가 모든 파일에서 서로 달라야 한다
help-report = 보고서를 쓴다: 글, 그림, 표, 매니페스트
help-report-output = 출력 폴더
help-report-force = 이 명령이 만들지 않은 폴더가 비어 있지 않아도 쓴다
help-report-claims = 대조할 진술: 진술 파일, `article`, `korea-17` [기본값: 해당 자료에는 `article`, 아니면 없음]
help-completions = 셸 자동 완성을 출력한다
help-completions-shell = 셸
help-man = 매뉴얼 페이지를 출력한다
help-man-command = 매뉴얼을 볼 명령 [기본값: 프로그램 전체]
help-help = 명령이나 프로그램의 도움말을 출력한다
help-help-command = 명령. `who`, `registry build` 등
help-bench = 다른 프로그램과 비교하도록 한 작업의 시간을 잰다
help-bench-task = 작업
help-bench-file = 관계망 작업은 연결 목록 `i j w`, `neighbours`와 `ingest`는 표, `curves`는 측정값
help-bench-repeat = 반복 횟수. 중앙값을 출력한다
help-bench-threads = 스레드 수
help-bench-seed = 첫 반복의 시드. 다음부터 하나씩 늘린다
help-bench-settings = 작업 설정: `neighbours`는 `x=이름`, `layout`은 `algo=full`이나 `algo=sparse`, `communities`는 `effort=thorough`
help-bench-save = 값을 한 줄에 하나씩 쓴다. `curves`는 그림

help-value-view-map = 기관과 연결, 그 위의 성과물
help-value-view-bipartite = 성과물과 기관
help-value-view-ego = 한 기관과 협력 기관, 그들의 협력 기관
help-value-view-partners = 한 기관의 협력 기관을 줄로, 공동 성과물을 날짜순으로
help-value-view-path = 두 기관을 잇는 경로
help-value-view-timeline = 날짜와 기관별 성과물
help-value-view-lanes = 한 국가의 기관을 줄로, 공동 성과물을 이어진 점으로 그린 시간축
help-value-view-geo = 연결을 곡선으로 그린 세계 지도
help-value-view-matrix = 기관끼리의 정확한 수
help-value-view-arc = 한 줄로 세운 기관과 호로 그린 공동 성과물
help-value-view-trend = 연도별 성과물: 국가·부문·분야·행위자마다 선 하나, 많으면 작은 그림으로 나눔
help-value-preset-slide = 16:9 슬라이드(338.67 × 190.5mm), 큰 글자
help-value-preset-social = 150dpi에서 1080픽셀 정사각형, 큰 글자
help-value-preset-column = 한 단, 85mm
help-value-preset-page = 한 쪽 너비, 170mm
help-value-palette-own = 테마의 색
help-value-palette-okabe-ito = 오카베·이토의 일곱 색
help-value-palette-tol = 폴 톨의 밝은 여섯 색
help-value-palette-vosviewer = VOSviewer
help-value-significance-disparity = 강도를 협력 기관에 제비로 나누는 기관과 견준다
help-value-significance-noise-corrected = 두 쪽의 강도로 정해지는 가중치와 견준다
help-value-significance-co-occurrence = 성과물에 제비로 참여하는 기관과 견준다
