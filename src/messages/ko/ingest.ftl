### 입력을 읽을 때의 알림과 오류: 이름, 성과물, 표, 진술.

ingest-address-entries-institutions-stands = ‘{ $example }’은(는) 주소다. 기관 항목 { $entries }개 가운데 { $addresses }개가 주소이며, 주소 하나를 기관 하나로 세므로 학과와 부서도 기관과 협력 기관으로 센다(--addresses as-names)
ingest-addresses-in-standard-input = 기관 열에 주소가 적혀 있는데 표준 입력은 한 번만 읽는다. 파일로 저장해 그 이름을 주어야 한다
ingest-among-sources = "sources"에 없다
ingest-among-tables = "tables"에 없다
ingest-another-stands-line-other = { $other } { $line }에 내용이 다른 ‘{ $name }’이(가) 있다. 서로 다른 성과물로 둔다(표에서 한 성과물의 행을 묶으려면 --group-by 열이름)
ingest-blank-rows = 빈 칸만 있는 행 { $count }개를 제외했다
ingest-cell-holds-something-no = 주소가 아닌 글이 있다. 주소만 읽었다
ingest-cells-institutions-hold-comma = 기관 칸 { $count }개에 쉼표, ‘·’, ‘/’나 줄바꿈은 있으나 ‘;’나 ‘|’가 없고, 목록이라는 근거도 없어 한 이름으로 읽었다(목록이면 --separator ','처럼 그 기호를 지정)
ingest-cells-institutions-split-commas = 기관 칸 { $count }개를 쉼표나 ‘·’, ‘/’ 같은 기호로 나눴다. 그 사이의 글이 알려진 이름이다(나누지 않으려면 --separator ';')
ingest-cells-with-comma = 쉼표나 ‘·’, ‘/’ 같은 기호는 있으나 ‘;’나 ‘|’가 없는 기관 칸 { $count }개를 한 이름씩으로 읽었다(쉼표로 나누려면 --separator ',')
ingest-cells-with-text-after-quote = 닫는 따옴표 뒤에 글이 더 있는 칸이 { $count }개다. 같은 칸의 글로 읽었다
ingest-cells-write-characters-web = 칸 { $count }개에 웹 문자 표기(‘&’를 ‘&amp;’로 적는 식)가 있다. 본래 글자로 바꾼 뒤 목록을 나눴다
ingest-claim-without-number-works = 개수를 말하는 진술이 아니다
ingest-column = ‘{ $header }’
ingest-columns-names-source-target = --columns로 source, target, weight를 지정했지만 성과물 표로 읽는 파일이다. --columns나 --input-format 가운데 하나를 빼야 한다
ingest-columns-unknown-key = ‘{ $key }’은(는) 쓸 수 없다. { $words } 가운데 하나여야 한다
ingest-columns-without-equals = ‘{ $entry }’에 ‘=’가 없다. 예: work=Title,institutions=Affiliations
ingest-corrected = ‘{ $recorded }’(으)로 적혀 있으나 { $name }(으)로 보았다
ingest-corrected-with-reason = ‘{ $recorded }’(으)로 적혀 있으나 { $name }(으)로 보았다: { $why }
ingest-date-order = 연도로 끝나는 날짜 { $count }개를 { $order ->
    [day-first] 일-월-연
   *[month-first] 월-일-연
} 순서로 읽었다({ $evidence ->
    [certain] 열 전체가 이 순서에만 맞는다
    [ambiguous] 모두 다른 순서로도 읽힐 수 있으니 확인이 필요하다
   *[mixed] 일부는 다른 순서에만 맞아 그렇게 읽었으니 확인이 필요하다
})
ingest-dates-are-ranges = 날짜 { $count }개가 기간이다. 그 기간이 든 달이나 해로, 여러 해에 걸치면 첫 해로 두었다
ingest-differs-unicode-form-white = ‘{ $recorded }’은(는) ‘{ $name }’과(와) 유니코드 형식이나 공백만 다르다. 하나로 보았다
ingest-doubt-authority = { $name }의 { NOUN($what) }을(를) 따로 밝힌 행이 없어 전거나 ROR의 값을 썼다
ingest-doubt-differs = { $name }만 있는 행마다 { NOUN($what) } 기록이 다르다. { $taken }(으)로 보았다({ $all }행 가운데 { $rows }행)
ingest-doubt-never-alone = { $name }은(는) 단독으로 나온 행이 없고 { NOUN($what) } 기록이 서로 다르다. { $taken }(으)로 보았다({ $all }행 가운데 { $rows }행)
ingest-doubt-open = { $name }의 { NOUN($what) }을(를) 따로 밝힌 행이 없다. 비워 둔다
ingest-dropped-by-thesaurus = 시소러스에 따라 ‘{ $recorded }’을(를) 제외했다
ingest-end-tie-called-often = 연결의 끝이 ‘{ $name }’이다. 값이 없다는 표기일 수 있으나 모두 이름으로 두었다
ingest-entries-cells-institutions-stand = 기관 칸에 기관을 모른다는 표기가 { $count }개 있어({ $shown }) 뺐다(기관 이름이면 { $option })
ingest-facts-differ = { $of }에 있는 같은 성과물 ‘{ $name }’와(과) { $fact ->
    [name] 이름이
    [date] 날짜가
    [title] 제목이
    [accessibility] 공개 여부가
   *[citations] 인용 횟수가
} 다르다. { $of }의 것을 썼다
ingest-holds-institutions-does-column = ‘{ $taken }’ 말고 { $others } 열에도 기관이 있다. 읽을 열을 지정해야 한다. 모두 읽으려면 --columns "institutions={ $all }", 한 열만 읽으려면 --columns "institutions={ $taken }"
ingest-institutions-taken-partnerships-missing = { $others } 열의 기관은 읽지 않았다. 그 기관과의 협력은 빠진다
ingest-json-error = JSON을 읽을 수 없다: { $reason }
ingest-kind-address-as-name = 이름 자리의 주소
ingest-kind-author-is-institution = 저자 목록의 기관
ingest-kind-character-dropped = 문자 제거
ingest-kind-corrected = 정정
ingest-kind-country-unclear = 국가 불분명
ingest-kind-country-unknown = 목록에 없는 국가
ingest-kind-date-order = 날짜 순서
ingest-kind-date-range = 기간으로 적힌 날짜
ingest-kind-date-unreadable = 읽을 수 없는 날짜
ingest-kind-duplicate-work = 중복된 성과물
ingest-kind-extra-cells = 넘치는 칸
ingest-kind-format-read = 읽은 형식
ingest-kind-html-entity = 웹 문자 표기
ingest-kind-link-unreadable = 주소가 아닌 링크
ingest-kind-list-lengths = 목록 길이 불일치
ingest-kind-list-separator = 목록 구분 기호
ingest-kind-missing-cells = 모자란 칸
ingest-kind-name-dropped = 이름 제외
ingest-kind-name-normalized = 이름 정규화
ingest-kind-no-institution = 기관 없음
ingest-kind-no-name = 이름 없음
ingest-kind-number-unreadable = 읽을 수 없는 수
ingest-kind-other = 기타
ingest-kind-placeholder = 기관이 없다는 표기
ingest-kind-possible-duplicate = 중복일 수 있는 성과물
ingest-kind-rows-grouped = 성과물로 묶은 행
ingest-kind-sector-unclear = 부문 불분명
ingest-kind-sector-unknown = 알 수 없는 부문
ingest-kind-self-tie = 자기 자신과의 연결
ingest-kind-standing = 철회·부속 문헌
ingest-kind-suffix-glued = 법인 표기 앞 쉼표
ingest-kind-text-cut = 잘린 글
ingest-kind-variant-merged = 표기 변형 통합
ingest-line = { $line }번째 줄
ingest-row = { $row }번째 행
ingest-line-end-invisible-character = ‘{ $name }’에 있던 줄바꿈이나 보이지 않는 문자를 제외했다
ingest-line-no-work-institution = 이 줄은 성과물이 아니다. 기관을 읽을 수 없다
ingest-line-of-file = { $file } { $line }
ingest-list-lengths = 기관은 { $institutions }곳인데 { $what ->
    [country] 국가는 { $values }개다
   *[sector] 부문은 { $values }개다
}. 서로 짝짓지 않았다
ingest-listed-in-two-spellings = ‘{ $work }’에 대소문자, 작은따옴표, 점이나 The만 다른 ‘{ $one }’와(과) ‘{ $other }’이(가) 함께 있다. ‘{ $one }’(으)로 한 번만 센다
ingest-listed-twice = ‘{ $recorded }’은(는) 같은 성과물에 이미 적힌 기관이다. 한 번만 센다
ingest-lists-beside-others-count = ‘{ $work }’에 { $group } 소속 { $member }이(가) 거듭 있다. 한 번만 세고 연결로 잇지 않는다
ingest-looks-like-address-entries = ‘{ $example }’은(는) 주소로 보인다. 기관 항목 { $entries }개 가운데 { $addresses }개가 그렇다. 학과나 부서가 들어 있어도 통째로 기관 이름으로 읽었다
ingest-mend-file = ‘{ $value }’: { $what }. 파일의 이 자리를 고쳐야 한다
ingest-names-no-institution-kept = ‘{ $name }’에 기관이 없다. 참여 기관이 없는 성과물로 둔다
ingest-names-with-separator = 구분 기호가 있지만 한 이름으로 본 것이 { $count }개다
ingest-columns-read-together = 성과물의 기관을 { $columns } 열에서 읽었다
ingest-needs-column-given-once = “{ $key }”에는 열 하나를 한 번만 지정해야 한다
ingest-no-claim-file = 이 파일의 진술이 아니다
ingest-no-column-columns = ‘{ $header }’ 열({ $role })이 없다. 있는 열: { $found }
ingest-no-column-group-rows = 행을 묶을 ‘{ $column }’ 열이 없다. 있는 열: { $found }. 그 가운데 하나를 적거나 --group-by none을 주어야 한다
ingest-no-count-left-blank = ‘{ $shown }’은(는) 횟수로 읽을 수 없다. 비워 둔다
ingest-no-date-expected-yearmonthday = ‘{ $shown }’은(는) 날짜로 읽을 수 없다(연-월-일이어야 한다). 비워 둔다
ingest-no-header-says-columns = 어느 열이 성과물이고 기관인지 머리글로 알 수 없다. { $seen ->
    [blank] 첫 줄이 비어 있다(--skip이 너무 큰지 살펴야 한다).
    [one] 열이 { $found } 하나뿐이다(소속 목록이라면 collab resolve).
    [numbers] 첫 줄에 열 이름 대신 숫자가 있다({ $found }).
    [work] { $own }은(는) 성과물로 보이지만 기관으로 보이는 열(기관, 소속, Institution)이 없다. 있는 열: { $found }.
    [institutions] { $own }은(는) 기관으로 보이지만 성과물로 보이는 열(제목, 모델, Title)이 없어 기관을 이을 수 없다(어느 기관인지만 찾으려면 collab resolve --column NAME). 있는 열: { $found }.
   *[none] 있는 열: { $found }.
} { $example }, 연결 목록이면 { $ties } 로 알려 주어야 한다
ingest-no-name = 성과물에 이름이 없다. { $stand_in ->
    [title] 제목으로
   *[none] ‘(no name)’으로
} 대신한다
ingest-no-row-institution-column = ‘{ $header }’ 열에 기관이 적힌 행이 없다. ‘{ $beside }’ 열은 주소를 적는 열이다(--columns institutions={ $beside } --addresses as-names)
ingest-quote-closed = 따옴표가 닫히지 않았다
ingest-quote-closed-late = 여기서 열린 따옴표가 { $line }번째 줄까지 이어졌다. 칸 끝을 "로 닫고, 칸 안의 따옴표는 두 번("") 적어야 한다
ingest-quote-never-closed = 여기서 열린 따옴표가 닫히지 않았다. 칸 끝을 "로 닫고, 칸 안의 따옴표는 두 번("") 적어야 한다
ingest-quoted = ‘{ $text }’
ingest-reason = { $korean }
ingest-row-blank-cells-left = 빈 칸만 있는 행을 제외했다
ingest-row-cells-header-cells = 행은 { $cells }칸, 머리글은 { $width }칸이다. 넘치는 칸을 제외했다(따옴표 없는 쉼표가 있는지 확인이 필요하다)
ingest-row-cells-header-missing = 행은 { $cells }칸, 머리글은 { $width }칸이다. 모자란 칸은 비어 있는 것으로 보았다
ingest-rows-grouped = { $rows }행을 성과물 { $works }건으로 읽었다. { $same ->
    [doi] DOI가
    [column-and-name] { $columns } 열과 이름이
   *[columns] { $columns } 열이
} 같은 행은 기관을 모아 한 성과물로 보았다(행마다 따로 세려면 --group-by none, 다른 열로 묶으려면 --group-by 열이름)
ingest-rows-with-extra-cells = 머리글보다 칸이 많은 행이 { $count }개다(처음 나온 자리). 넘치는 칸을 제외했다
ingest-rows-with-missing-cells = 머리글보다 칸이 적은 행이 { $count }개다(처음 나온 자리). 모자란 칸은 비어 있는 것으로 보았다
ingest-same-doi = { $lines }번째 { $unit ->
    [row] 행
   *[line] 줄
}의 DOI({ $doi })가 { $line }과 같다. { $titles ->
    [differ] 제목은 다르지만 한
   *[agree] 한
} 성과물로 보고 기관을 모아 한 번만 센다(따로 세려면 --group-by none)
ingest-self-tie = { $name }을(를) 자기 자신과 잇는 연결이다. 제외했다
ingest-several-columns-called-column = 이름이 ‘{ $header }’인 열이 여럿이다. { $column }번째 열을 읽었다
ingest-several-institutions-called-ids = 식별자가 다른 ‘{ $recorded }’이(가) 여럿이다. 식별자가 없는 이 이름은 따로 두었다
ingest-several-rows-may-work = 식별자, DOI나 이름이 같아 한 성과물일 수 있는 행이 있는데 표준 입력은 한 번만 읽는다. 파일로 저장해 그 이름을 주거나, 행마다 따로 세려면 --group-by none을 주어야 한다
ingest-source-target-weight-columns = source, target, weight는 연결 목록의 열이고 다른 낱말은 성과물 표의 열이다. 둘 가운데 하나의 열만 지정해야 한다
ingest-spelling-merged-into = ‘{ $recorded }’은(는) { $name }의 다른 표기다. 하나로 합쳤다
ingest-stands-among-authors-institution = 저자 목록에 기관 { $name }이(가) 있다. 저자에서는 뺐다
ingest-stands-here-where-no = ‘{ $recorded }’은(는) 기관을 모른다는 표기로 보고 모든 행에서 뺐다(기관 이름이면 --keep-whole "{ $recorded }")
ingest-stands-line-too-same = ‘{ $name }’이(가) 같은 날짜와 기관으로 { $line }에도 있다. 둘 다 센다
ingest-stands-more-than-titles = { $doi }은(는) 제목이 { $titles }개가 넘어 책이나 호 전체의 DOI로 보고, 제목이 다른 행을 따로 두었다
ingest-stands-twice = 두 번 나온다
ingest-stopped-nothing-written = 중단했다. 아무것도 쓰지 않았다
ingest-table-header-no-rows = 표에 머리글만 있고 행이 없다
ingest-taken-name-although-holds = ‘{ $recorded }’은(는) ‘{ $mark }’ 기호가 있지만 한 이름으로 보았다
ingest-text-stands-after-closing = 닫는 따옴표 뒤에 글이 더 있다. 같은 칸으로 읽었다
ingest-text-starts-bytes-cut = ‘{ $start }…’(으)로 시작하는 글이 { $bytes }바이트다. { $max_text_bytes }바이트에서 잘랐다
ingest-tie-joins-both-left = { $one }, { $other }은(는) 모두 { $group }이다. 그 사이의 연결을 뺐다
ingest-two-names-work-differ = 한 성과물에 대소문자, 작은따옴표, 점이나 The만 다른 기관 이름이 함께 있는데 표준 입력은 한 번만 읽는다. 파일로 저장해 그 이름을 주어야 한다
ingest-unclear-rows = { $names }: 기관이 다른 여러 행에 있는데 같은 성과물인지 확실하지 않아 행마다 따로 센다(이름이 같은 행이 한 성과물이면 --group-by "{ $header }")
ingest-na-is-namibia = “NA”를 나미비아의 국가 코드로 읽었다. 국가를 모른다는 뜻이면 칸을 비워야 한다
ingest-unregistered-country = ‘{ $name }’은(는) ISO 3166에 없는 국가다. 적힌 대로 둔다
ingest-unregistered-sector = ‘{ $recorded }’은(는) 알려진 부문({ $words })이 아니다. 제외했다
ingest-work-line-counted-once = ‘{ $name }’은(는) { $other } { $line }의 성과물과 같다. 한 번만 센다
ingest-works-without-institution = 기관이 적히지 않은 성과물이 { $count }건이다. 협력 기관이 없다
ingest-whole-and-part = ‘{ $work }’에 { $whole }과(와) 그에 속한 { $part }이(가) 함께 있다. { $part }만 세고 둘을 관계로 잇지 않는다
ingest-namesake-of-country = ‘{ $name }’은(는) 여러 나라에 있는 이름이다. 주소의 국가가 { $country }이면 { $taken_as }(으)로 본다
ingest-list-of-people = 성과물이 아니라 사람의 목록으로 보이며(‘{ $name }’ 옆에 ‘{ $mark }’ 열이 있다) 기관을 서로 잇는 것이 없다. 과제처럼 함께한 것이 적힌 열이 있으면 --columns "work=열 이름,institutions={ $employer }", 행마다 성과물이라면 --columns "work={ $name },institutions={ $employer }" 로 알려 주어야 한다. 어느 기관인지만 찾으려면 collab resolve --column "{ $employer }" 를 쓴다
ingest-institutions-are-keys = { $headers } 열에 숫자만 있다. 기관 이름이 아니라 다른 표를 가리키는 번호다. 이름을 넣거나, 숫자를 그대로 이름으로 읽으려면 --columns "work={ $work },institutions={ $all }" 로 알려 주어야 한다
