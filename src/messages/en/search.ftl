search-no-text = The search text has no letters or digits.
search-no-words = No matches for “{ $text }”, nor for all of its words in one name. Try a single word.
search-nothing = No matches for “{ $text }”.
search-found = “{ $text }”: { $counts }.
search-caption = Matches
search-matched = Matched name
