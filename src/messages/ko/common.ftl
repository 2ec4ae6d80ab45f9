common-none = { $names }: 공통 { NOUN($partner) }이(가) 없다.
common-of-one = { $name } 한 곳만 주어졌다. { COUNTED($count, $partner) }: { $partners }.
common-partners = { $names }의 공통 { COUNTED($count, $partner) }: { $partners }.
