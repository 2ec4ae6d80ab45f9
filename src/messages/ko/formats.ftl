### 서지 데이터베이스의 내보내기: 무슨 파일이고, 무엇을 읽었고, 무엇이 없는가.

## 읽은 것

formats-read = { $format }{ $generation ->
    [none] {""}
   *[other] {" "}({ $generation })
} 파일이다: { $facts }
formats-works = 성과물 { $count }건을 읽음
formats-without = 그 가운데 { $count }건은 기관이 없음
formats-identified = 식별자로 아는 기관 { $count }곳
formats-standardised = 데이터베이스가 정한 이름으로 아는 기관 { $count }곳
formats-written = 저자가 적은 소속에서 고른 기관 { $count }곳
formats-countries = { $all }곳 가운데 { $count }곳의 국가가 적혀 있음
formats-repaired = 칸이 밀린 행 { $count }개를 바로잡음
formats-unnamed = 주소 { $count }개에서는 기관을 고르지 못해 기관으로 세지 않았다
formats-nobody = 소속 항목 { $count }개는 기관이 아니어서 뺐다
formats-people = 출원인이 그 특허의 발명자이기도 한 경우가 { $count }건 있다. 기관이 아니라 사람이므로 뺐다
formats-authors-cut = 성과물 { $count }건은 이 파일에 저자가 앞의 100명만 있다. 나머지 저자의 기관은 빠진다
formats-parents = 한 성과물에 상위 기관과 그 소속 기관이 함께 적힌 경우가 { $count }번 있어 상위 기관을 뺐다. 서로 협력한 것이 아니다
formats-addresses-read = ‘{ $example }’은(는) 주소다. ‘{ $header }’ 열의 항목 { $all }개 가운데 { $count }개가 그렇다. 학과와 지명을 빼고 기관만 골라 읽었다(주소를 그대로 이름으로 읽으려면 --addresses as-names)
formats-date-unreadable = ‘{ $date }’에 연도가 없어 날짜를 비워 둔다
formats-profiles = 소속은 성과물이 아니라 저자 프로필에서 온 것이다. 다른 시기의 소속일 수 있다
formats-wide-rows = 머리글({ $width }칸)보다 칸이 많은 행이 { $count }개 있다. 넘치는 칸은 뺐다
formats-narrow-rows = 머리글({ $width }칸)보다 칸이 적은 행이 { $count }개 있다. 모자란 칸은 비어 있는 것으로 보았다

## 여러 출처의 성과물

formats-same-doi = ‘{ $work }’의 DOI({ $doi })가 { $file } { $line }과 같다. 한 성과물로 보고 한 번만 센다
formats-same-id = ‘{ $work }’의 { $scheme }({ $id })이(가) { $file } { $line }과 같다. 한 성과물로 보고 한 번만 센다
formats-parts-of-one-doi = 제목이 다르면서 다른 레코드와 DOI가 같은 레코드가 { $count }건 있다. 책의 DOI를 쓰는 장(章)처럼 저마다 하나의 성과물로 본다
formats-same-title = ‘{ $work }’({ $year })의 제목과 연도가 { $file } { $line }과 같지만 공통된 DOI가 없다. 같은 성과물일 수 있으나 둘 다 센다
formats-rival-institutions = ‘{ $work }’의 { $names }은(는) 더하지 않았다. 이 성과물의 기관을 더 정확히 아는 출처가 있고, 이름만 다른 같은 기관일 수 있다

## 철회된 성과물과 부속물

formats-retracted = 철회된 성과물이 { $count }건 있다. 그대로 센다(빼려면 --exclude retracted)
formats-retracted-excluded = 철회된 성과물 { $count }건을 뺐다(--exclude retracted)
formats-paratext = 부속물(표지, 목차 등)이 { $count }건 있다. 그대로 센다(빼려면 --exclude paratext)
formats-paratext-excluded = 부속물(표지, 목차 등) { $count }건을 뺐다(--exclude paratext)

## 오류

formats-no-institutions = { $format } 파일이다. 그런데 기록 { $count }건 어디에도 기관({ $field })이 없다. { $advice }
formats-advice-field = { $field } 항목을 넣어 다시 내보내야 한다
formats-advice-export = 이 형식에는 소속이 거의 없다. 같은 기록을 소속과 함께 { $export }로 내보내야 한다
formats-advice-nothing = 같은 성과물을 OpenAlex, Scopus, Web of Science에서 받아야 한다
formats-no-columns = { $format } 파일인데, 이런 파일이 모두 그렇듯 기관을 적은 열이 없다. { $advice }(저자를 그리려면 --columns { $columns })
formats-no-fields = { $format } 내보내기 파일이다. 이 형식의 기록에는 기관이 없다. { $advice }
formats-advice-other = 같은 성과물을 { $other }에서 받아야 한다
formats-no-record = { $format } 파일로 보이지만 기록이 하나도 없다. 다시 내보내야 한다
formats-cut-off = { $format } 파일이 { $tag } 없이 이 기록 중간에서 끝난다. 잘린 파일이니 다시 내보내야 한다
formats-outside-record = { $tag }이(가) { $format } 기록 밖에 있다. 기록은 { $opens }(으)로 시작한다. 그 줄을 되돌리거나 파일을 다시 내보내야 한다
formats-bibtex-broken = 이 BibTeX 항목이 닫히지 않았거나 값이 없는 필드가 있다. @article{"{"}key, title = {"{"}…{"}"}{"}"} 꼴이어야 한다. 파일의 이 자리를 고쳐야 한다
formats-json-record = { $format }에서 온 것으로 보이지만 기록이 아닌 객체이다. { $keys }이(가) 있는 객체여야 한다. 파일의 이 자리를 고쳐야 한다
formats-columns-read = 열 { $all }개 가운데 { $read }개를 읽는다. 제목, 날짜, 식별자, 저자, 인용 수와 기관·국가가 적힌 열이다. 나머지({ $others } 등)는 어떤 답에도 쓰이지 않는다
