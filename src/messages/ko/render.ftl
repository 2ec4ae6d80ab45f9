### 출력 형식: 글꼴, Graphviz, 배치 파일의 오류와 문서의 낱말.

## 글꼴과 그림

render-unreadable = 그림을 읽을 수 없다: { $reason }.
render-no-face = { $file }에 글꼴이 없다. .ttf, .otf, .ttc 파일을 지정한다.
render-no-font = 글자를 그릴 글꼴이 하나도 없다. fonts-noto-cjk나 fonts-nanum을 설치하거나 --font 파일을 지정한다.
render-too-large = { $width } × { $height }픽셀은 너무 크다. --dpi나 --width를 줄인다.
render-not-embeddable = { $font } 글꼴은 파일에 넣을 수 없다. --font로 다른 글꼴을 지정한다.
render-compression = 그림을 압축할 수 없다: { $reason }.
render-missing-glyphs = 다음 글자가 있는 글꼴이 없다: { $characters }. fonts-noto-cjk나 fonts-nanum을 설치하거나 --font 파일을 지정한다

## Graphviz

render-graphviz-missing = Graphviz가 설치되어 있지 않다. ‘{ $program }’ 프로그램이 없다. 설치하거나(Debian: apt install graphviz, macOS: brew install graphviz) --engine을 뺀다. 내장 배치에는 다른 프로그램이 필요하지 않다.
render-graphviz-timeout = Graphviz ‘{ $program }’이(가) { $seconds }초 안에 끝나지 않아 중단했다. 더 작은 부분을 그리거나 시간을 늘리거나(--engine-limit) --engine을 뺀다.
render-graphviz-failed = Graphviz ‘{ $program }’ 오류: { $reason }.
render-graphviz-no-layout = Graphviz ‘{ $program }’의 출력이 이 그래프의 배치가 아니다(-Tplain처럼 노드마다 "node 이름 X Y …" 한 줄이어야 한다). `{ $program } -V`를 확인하거나 --engine을 뺀다.

## 배치 파일

render-layout-error = { $location }: { $reason }. --like에는 collab이 그린 SVG나 --save-layout으로 쓴 파일을 지정한다.
render-layout-unknown = 배치 파일도 SVG 그림도 아니다
render-layout-empty = collab이 그린 노드가 없다(data-id가 있는 그룹 안의 도형)
render-layout-json = 올바른 JSON이 아니다({ $reason })
render-layout-version = "layout": { $version }인 배치 파일이 아니다
render-layout-nodes = "nodes"(id → x, y)가 없다
render-layout-position = { $id }에 "x"와 "y"(밀리미터)가 없다
render-layout-svg = 읽을 수 있는 SVG가 아니다({ $reason })

## 문서

render-figure = 그림 { $number }
render-figure-name = 그림
render-table-name = 표
render-more-rows = 전체 { $all }행 가운데 처음 { $shown }행.

## 통합 문서

render-sheet-rows = 표 ‘{ $table }’에는 { $rows }행이 있으나 시트 하나에는 { $max }행까지 들어간다. .csv로 쓰거나 자료를 먼저 거른다.
render-sheet-failed = 통합 문서를 쓸 수 없다: { $reason }. 답을 .csv로 쓴다.
render-sheet-cut = 칸 { $count }개의 글이 시트의 한도보다 길어 { $max }자에서 잘랐다. 전체는 .csv 파일에 있다.
render-sheet-dates = 날짜를 월이나 연도까지만 아는 칸은 아는 만큼만 보이며, 값은 그 기간의 첫날이다.
render-sheet-heading = { $column ->
    [sheet] 시트
    [kind] 구분
   *[text] 내용
}
render-sheet-role = { $role ->
    [source] 출처
    [table] 표
    [answer] 답
    [tool] 프로그램
   *[note] 비고
}
