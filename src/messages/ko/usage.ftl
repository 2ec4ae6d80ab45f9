### 사용법: 도움말과 인자 오류에서 help.ftl의 글 둘레에 쓰는 말.

usage-heading = 사용법:
usage-default = [기본값: { $value }]
usage-values = [값: { $values }]
usage-values-heading = 값:
usage-environment = [환경 변수: { $name }]
usage-more = 도움말은 `{ $command } --help`로 본다.
usage-examples = 예:

usage-unknown-option = { $option }(이)라는 옵션은 없다.
usage-unknown-option-nearest = { $option }(이)라는 옵션은 없다. 혹시 { $nearest }인가?
usage-unexpected-argument = ‘{ $argument }’은(는) 쓸 수 없는 인자다.
usage-no-value = { $option }에 값이 필요하다.
usage-no-value-of = { $option }에 값이 필요하다: { $values }.
usage-invalid-value = { $option }: ‘{ $value }’(이)라는 값은 없다. 쓸 수 있는 값: { $values }.
usage-invalid-value-nearest = { $option }: ‘{ $value }’(이)라는 값은 없다. 혹시 { $nearest }인가? 쓸 수 있는 값: { $values }.
usage-wrong-value = { $option }: ‘{ $value }’은(는) 쓸 수 없다. { $reason }.
usage-missing = 빠진 인자: { $arguments }.
usage-conflict = { $option }은(는) { $other }과(와) 함께 쓸 수 없다.
usage-repeated = { $option }은(는) 한 번만 쓴다.
usage-too-few = { $option }에는 값이 { $min }개 이상 필요하다.
usage-too-many = { $option }: ‘{ $value }’은(는) 남는 값이다.
usage-not-utf8 = UTF-8이 아닌 인자가 있다.

usage-expected-date = 2016, 2016-11, 2016-11-11 같은 날짜여야 한다
usage-expected-count = 1 이상의 정수여야 한다
usage-expected-positive = 0보다 큰 수여야 한다
usage-expected-share = 0.0001 이상 1 미만의 수여야 한다(0.01 등)
usage-expected-aspect = 1:5에서 5:1 사이의 가로:세로 비율(예: 16:9) 또는 A4여야 한다
usage-expected-size = 800M, 8G처럼 0보다 큰 바이트 수여야 한다
usage-expected-number = 수여야 한다
usage-no-engine = 이 빌드에는 Graphviz 배치가 없다. 기본 기능으로 다시 빌드한다
