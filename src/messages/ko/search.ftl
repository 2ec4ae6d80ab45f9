search-no-text = 찾을 글자나 숫자가 없다.
search-no-words = ‘{ $text }’: 맞는 이름이 없고 낱말이 모두 든 이름도 없다. 낱말 하나로 찾으면 된다.
search-nothing = ‘{ $text }’: 찾은 것이 없다.
search-found = ‘{ $text }’: { $counts }.
search-caption = 찾은 것
search-matched = 찾은 이름
