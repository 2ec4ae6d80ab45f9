common-none = { $names } have no common partners.
common-of-one = { $name } alone was given; it has { COUNTED($count, "partner") }: { $partners }.
common-partners = { $names } have { COUNTED($count, "partner") } in common: { $partners }.
