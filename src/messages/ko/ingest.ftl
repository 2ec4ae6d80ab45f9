### 읽기 알림.

ingest-whole-and-part = ‘{ $work }’에 { $whole }과(와) 그에 속한 { $part }이(가) 함께 있다. { $part }만 세고 둘을 관계로 잇지 않는다
