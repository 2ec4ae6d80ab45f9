### 전거 파일과 시소러스의 오류, 통합 규칙과 사유.

authority-abbreviation-other-name-brackets = 괄호 안 약칭이나 다른 이름
authority-abbreviation-ror-record-withdrawn = ROR 약칭 또는 폐기된 ROR 기록
authority-another-name-authority = 전거에 실린 다른 이름
authority-claimed-two-institutions-leave = ‘{ $name }’이(가) 두 기관 { $one }, { $other }에 함께 적혀 있다. 한쪽에만 남겨야 한다
authority-correction-work = 개별 정정
authority-dropped = 삭제
authority-dropped-thesaurus = 시소러스에서 뺌
authority-empty = 이 전거 파일은 비어 있다. "institutions"가 있는 JSON이나, 머리글 `label<TAB>replace by`와 행이 있어야 한다
authority-expected-columns-label-replace = 열이 2개(label, replace by)여야 하는데 { $count }개다. { $separator ->
    [tab] 탭이
    [comma] 쉼표가
   *[semicolon] 쌍반점이
} 든 이름은 따옴표로 묶고, 둘째 열이 비어도 구분 기호는 남겨 두어야 한다
authority-first-line-thesaurus-must = 시소러스의 첫 줄은 `label<TAB>replace by`여야 하는데(쉼표나 쌍반점도 된다) ‘{ $header }’이다. 머리글을 추가하거나, { "{" }로 시작하는 JSON을 주어야 한다
authority-followed-place = 뒤에 지명이 붙음
authority-initials-first-words = 앞 단어의 머리글자
authority-institution-new-no-name = 새 기관 ‘{ $id }’에 "name"이 없다. 이름을 적거나, 이미 있는 기관의 id를 적어야 한다
authority-json-ends-too-early = JSON이 중간에 끝났다
authority-json-error = { $reason }
authority-label-empty-write-name = label이 비어 있다. 바꿀 이름을 적거나 이 행을 지워야 한다
authority-letter-differs = 한 글자 차이
authority-list = 목록이다
authority-names-around-slash = 빗금으로 나눈 이름 가운데 하나
authority-names-no-institution-id = "{ $key }"의 ‘{ $id }’라는 id를 가진 기관이 없다. 그 기관을 추가하거나 id를 고쳐야 한다
authority-resembles-listed = 전거나 ROR의 이름과 비슷함
authority-names-ror-record = ROR의 같은 기관 이름
authority-no-country-write-iso = ‘{ $name }’은(는) 국가가 아니다. ISO 코드(KR)나 국가 이름(한국)을 적어야 한다
authority-not-utf-8 = 이 전거 파일은 UTF-8이 아니다. UTF-8로 저장한 뒤 다시 시도해야 한다
authority-parents-lead-back-itself = ‘{ $id }’의 상위 기관을 따라가면 자기 자신으로 돌아온다. 고리를 이루는 "parent" 하나를 지워야 한다
authority-picked-from-address = 주소에서 고름
authority-quote-opened-here-closed = 여기서 연 따옴표가 이 줄에서 닫히지 않았다. 닫거나, 이름 속의 따옴표는 ""로 적어야 한다
authority-quoted = ‘{ $text }’
authority-readable-authority-expected-institutions = 전거로 읽을 수 없다: { $found }. { "{" }"institutions": [{ "{" }"id": …, "name": …, "variants": […]{ "}" }]{ "}" } 꼴이어야 한다
authority-reason-authority = 전거에 같은 기관으로 실림
authority-replaced-twice-line-here = ‘{ $label }’을(를) 두 번 바꾼다({ $line }행에서 { $first }, 여기서 { $second }). 하나만 남겨야 한다
authority-replacements-go-circle-remove = 바꾸는 이름이 서로 맞물려 돈다({ $steps }). 이 가운데 한 행을 지워야 한다
authority-rolled-up-into-group = 상위 기관으로 묶음
authority-same-case = 대소문자만 다름
authority-same-case-accents-punctuation = 대소문자·부호만 다름
authority-same-identifier-input = 입력의 같은 식별자
authority-same-unicode-form-white = 유니코드 형식이나 공백만 다름
authority-same-work-elsewhere = 같은 성과물
authority-shortened-words = 줄여 쓴 낱말
authority-spelling-listed-authority = 전거에 실린 표기
authority-tie-itself = 자기 자신과의 연결
authority-twice-work = 한 성과물에 두 번
authority-unknown-sector = ‘{ $name }’은(는) 부문이 아니다. { $sectors } 가운데 하나를 적어야 한다
authority-same-but-form-of-words = 부호·줄임말·법인 표시만 다름
authority-name-in-registry = ROR에 실린 이름
authority-name-of-country = 여러 나라에 있는 이름, 주소의 국가로 정함
