who-nothing = { $name }은(는) 자료에 { NOUN($kind) }도 { NOUN($partner) }도 없다.
who-solo = 단독 { COUNTED($count, $kind) }{ $list }.
who-no-list = { "" }
who-list = { ": " }{ $works }
who-only-solo = { $total ->
    [1] { $name }은(는) { COUNTED($total, $kind) }을(를) 단독으로 발표했다{ $list }.
   *[other] { $name }은(는) { COUNTED($total, $kind) }을(를) 모두 단독으로 발표했다{ $list }.
}
who-all-excluded = { $name }은(는) { COUNTED($total, $kind) }을(를) 발표했다. 다른 { NOUN($actor) }과(와) 함께한 것은 기관 수 상한 때문에 제외했다.
who-all-joint = { $name }은(는) { COUNTED($total, $kind) }을(를) 발표했고 모두 공동 { NOUN($kind) }이며 { NOUN($partner) }은(는) { PIECES($partners, $actor) }(이)다{ $top }.
who-some-joint = { $name }은(는) { COUNTED($total, $kind) }을(를) 발표했고 그중 { PIECES($joint, $kind) }이(가) 공동{ $excluded ->
    [0] { "" }
   *[other] (기관 수 상한 때문에 제외한 { PIECES($excluded, $kind) } 별도)
}이며 { NOUN($partner) }은(는) { PIECES($partners, $actor) }(이)다{ $top }.
who-partner = { $name }과(와) { PIECES($count, $kind) }
who-top-partners = : { $partners } 등
who-weighted-partner = { $name }(가중치 { $weight })
who-explicit-ties = { $name }에는 성과물 없이 연결만 적힌 { COUNTED($count, $partner) }이(가) 있다: { $partners }.
