### `collab bench`.

bench-unreadable = { $path }: 읽을 수 없다({ $reason }).
bench-not-drawn = { $path }: 그릴 수 없다({ $reason }).
bench-curves-save = bench curves: --save FILE.svg로 그림을 쓸 파일을 지정한다.
bench-curves-line = { $path }:{ $line }:1: { $reason }. 줄마다 series, size(바이트), seconds가 있고 뒤의 둘은 0보다 커야 한다.
bench-not-positive = size와 seconds는 0보다 커야 한다
bench-edges-unreadable = { $path }: 읽을 수 없다({ $reason }). 줄마다 `i j w`로 연결을 적은 파일을 지정한다.
bench-edges-line = { $path }:{ $line }:1: { $max }보다 작은 노드 번호 둘과 0보다 큰 가중치가 있어야 하는데 ‘{ $found }’이다. 연결은 `0 1 2.5`처럼 적는다.
bench-unknown-task = bench: ‘{ $task }’(이)라는 작업은 없다. 작업: { $known }, communities, layout, neighbours, ingest.
bench-neighbours = bench neighbours: --opt x=KAIST처럼 기관 이름을 지정한다.
bench-no-institution = { $path }: ‘{ $name }’(이)라는 기관은 없다. 파일에 적힌 그대로 쓴다.
bench-curves-title = 입력 크기와 시간
bench-curves-subtitle = 파일에서 가중 기관망까지 걸린 시간(초)
