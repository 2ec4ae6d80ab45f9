strongest-explicit = 가장 강한 연결: { $a }과(와) { $b }(가중치 { $weight }, 입력에 적힌 연결).
strongest-one = 가장 강한 연결: { $a }과(와) { $b }(가중치 { $weight }, { COUNTED($count, $kind) }): { $works }.
strongest-pair = { $a }–{ $b }
strongest-team = { $names } 사이의 모든 { $count }쌍
strongest-several = 가장 강한 연결은 가중치 { $weight }인 { $count }개다: { $ties }.
strongest-caption = 가장 강한 연결
