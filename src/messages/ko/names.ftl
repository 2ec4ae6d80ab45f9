names-accept = 제안한 통합은 적용되지 않았다. --accept FILE로 전거 파일을 만들어 검토한 뒤 쓴다.
names-merges-count = { $count ->
    [0] 통합한 표기가 없다.
   *[other] 같은 기관의 다른 이름으로 통합한 표기가 { $count }건 있다.
}
names-omissions-count = 그 결과 중복 기록 { $count }건을 제외했다.
names-suggestions-count = { $count ->
    [0] 통합을 제안할 이름이 없다.
   *[other] 통합할 만한 이름 { $count }쌍을 제안한다(적용하지 않음).
}
names-recorded = 기록된 표기
names-merged-into = 통합한 기관
names-rule = 규칙
names-rows = 행 수
names-location = 위치
names-merges = 통합한 표기
names-omission = 내용
names-omissions = 중복으로 제외한 기록
names-merge = 통합할 이름
names-keep = 남길 이름
names-reason = 사유
names-score = 점수
names-suggestions = 통합 제안
