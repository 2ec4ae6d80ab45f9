search-no-text = 검색어에 글자나 숫자가 없다.
search-no-words = ‘{ $text }’과(와) 일치하는 이름도, 그 낱말이 모두 든 이름도 없다. 낱말 하나로 찾아볼 수 있다.
search-nothing = ‘{ $text }’에 대한 검색 결과가 없다.
search-found = ‘{ $text }’: { $counts }.
search-caption = 검색 결과
search-matched = 찾은 이름
