common-none = { $names } have no common partners.
common-of-one = Only { $name } was given. It has { COUNTED($count, $partner) }: { $partners }.
common-partners = { $names } have { COUNTED($count, $partner) } in common: { $partners }.
