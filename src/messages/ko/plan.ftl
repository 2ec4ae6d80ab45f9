### What of a large input is read to answer a question, and why not less.

plan-looking = 이름이 나오는 행을 찾는 중
plan-counting = 성과물을 세는 중
plan-path = 최단 경로를 찾으려고 성과물을 세는 중

plan-note-rank = { COUNTED($works, $kind) }을(를) 메모리에 담지 않고 세기만 했다. --notices all을 주면 모두 담고 행마다 예상과 다른 점을 알린다.
plan-note-rows = 전체 { $all }{ $unit ->
    [line] 줄
   *[row] 행
} 가운데 { $asked ->
    [path] 경로에 있는 기관의
    [two] 두 기관의
   *[one] 그
} 이름이 나올 만한 { $read }{ $unit ->
    [line] 줄
   *[row] 행
}만 모두 읽었다. --notices all을 주면 모두 읽고 예상과 다른 점을 알린다.

## A pass: what is read of every work, what it becomes, and which works are read in full.

plan-pass = { $number }. { COUNTED($met, "work") }에서 { $fields } 읽기 → { $sink }.
plan-pass-full = { $number }. { COUNTED($met, "work") }에서 { $fields } 읽기 → { $sink }. { $rows } { $read }건은 모두 읽는다.
plan-fields-institutions = 기관
plan-fields-filter = 기관, 국가, 부문과 조건에 쓰는 값
plan-fields-columns = 쉼표와 날짜의 뜻
plan-fields-kind = 모델인지 문헌인지
plan-fields-all = 모든 값
plan-sink-columns = 열 분석
plan-sink-index = 기관 색인
plan-sink-pairs = 기관 쌍의 수
plan-sink-kind = 성과물의 종류
plan-sink-corpus = 성과물과 기관
plan-rows-matching = 이름이 나올 만한
plan-rows-large = 기관 수가 상한을 넘는

## Why all works are read in full.

plan-full = 모든 성과물을 읽는 이유: { $reason }.
plan-reason-question = 질문이 모든 성과물에 걸쳐 있다
plan-reason-small = 입력이 작아 덜 읽어도 빨라지지 않는다
plan-reason-inputs = 여러 입력의 성과물을 서로 비교해야 한다
plan-reason-stdin = 표준 입력은 한 번만 읽을 수 있다
plan-reason-document = 문서 전체를 한꺼번에 읽는 형식이다
plan-reason-choice = 기관, 성과물, 연결을 고르려면 모든 성과물이 필요하다
plan-reason-level = 이 수준의 주체는 모든 성과물을 읽어야 알 수 있다
plan-reason-group = 기관을 상위 기관으로 묶으려면 모든 이름이 필요하다
plan-reason-grouped = 행을 열 값에 따라 성과물로 묶는다
plan-reason-columns = 열의 뜻이 분석한 것과 다르다
plan-reason-several-columns = 한 성과물의 기관이 여러 열에 나뉘어 있다
plan-reason-shared = 여러 행이 한 성과물일 수 있다
plan-reason-similar = 한 성과물의 두 이름이 한 기관일 수 있다
plan-reason-addresses = 기관 칸에 주소가 있을 수 있다
plan-reason-excluded = 뺄 성과물인지는 기록 전체를 읽어야 알 수 있다
plan-reason-notices = 모든 알림을 요청했다
plan-reason-evidence = 답의 모든 행에 근거를 요청했다
plan-reason-counting = 전체 계수가 아니면 모든 성과물이 필요하다
plan-reason-institution = 기관 조건을 확인하려면 모든 이름이 필요하다
plan-reason-line = 조건에 쓰는 값이 JSON 안쪽에 있다
plan-reason-words = 조건의 값이 있는 성과물이 없다
plan-reason-identifier = 식별자는 모든 이름에 따라 정해진다
plan-reason-name = 정확히 그 이름인 기관이 하나가 아니어서 전체에서 찾는다
plan-reason-work = 그 이름의 성과물이 있다
plan-reason-work-identifiers = 이름이 같은 성과물이 있어 식별자가 전체에 따라 정해진다
plan-reason-path = 최단 경로에 있는 기관의 이름이 행마다 다르다
