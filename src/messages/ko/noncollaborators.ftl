noncollaborators-strength = 강도: 공통 { NOUN($partner) }마다 두 가중치 가운데 작은 값을 더한 것이다.
noncollaborators-filter = 두 { NOUN($actor) }이(가) 모두 조건에 맞지 않는 쌍은 제외했다.
noncollaborators-no-untied = { NOUN($partner) }이(가) 겹치면서 서로 연결되지 않은 쌍은 없다.
noncollaborators-none = { NOUN($partner) }이(가) 겹치면서 함께 발표한 { NOUN($kind) }이(가) 없는 쌍은 없다.
noncollaborators-one-strongest = 가장 강한 쌍 가운데 하나: { $a }과(와) { $b }, 강도 { $strength }, 공통 { NOUN($partner) } { $partners }.
noncollaborators-strongest = 가장 강한 쌍: { $a }과(와) { $b }, 강도 { $strength }, 공통 { NOUN($partner) } { $partners }.
noncollaborators-untied = { NOUN($partner) }이(가) 겹치지만 서로 연결되지 않은 쌍은 { $count }개다.
noncollaborators-count = { NOUN($partner) }이(가) 겹치지만 함께 발표한 { NOUN($kind) }이(가) 없는 쌍은 { $count }개다.
noncollaborators-strength-column = 강도
noncollaborators-other = { $kind ->
    [tie] 연결되지 않은 { NOUN($actor) }
   *[other] 함께 발표한 { NOUN($kind) }이(가) 없는 { NOUN($actor) }
}
noncollaborators-untied-caption = 서로 연결되지 않은 쌍
noncollaborators-caption = 함께 발표한 { NOUN($kind) }이(가) 없는 쌍
