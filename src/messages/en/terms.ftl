### Terms: nouns by kind and number, lists, numbers and dates. Every other file may use them through the functions
### COUNTED, PIECES, NOUN, HEADING and ONE. $actor, $partner, $broker and $team stand in every text: what the actors of the
### answer are (institution, country …), a partner or a broker of them, and what the cap on teams counts (institution, group).

terms-thousands-separator = ,
terms-decimal-separator = .

# A noun that agrees with a number: 1 is the singular.
terms-noun = { $kind ->
    [model] { $count ->
        [one] model
       *[other] models
    }
    [publication] { $count ->
        [one] publication
       *[other] publications
    }
    [work] { $count ->
        [one] work
       *[other] works
    }
    [tie] { $count ->
        [one] tie
       *[other] ties
    }
    [institution] { $count ->
        [one] institution
       *[other] institutions
    }
    [partner] { $count ->
        [one] partner
       *[other] partners
    }
    [author] { $count ->
        [one] author
       *[other] authors
    }
    [country] { $count ->
        [one] country
       *[other] countries
    }
    [sector] { $count ->
        [one] sector
       *[other] sectors
    }
    [group] { $count ->
        [one] group
       *[other] groups
    }
    [region] { $count ->
        [one] region
       *[other] regions
    }
    [domain] { $count ->
        [one] domain
       *[other] domains
    }
    [broker] { $count ->
        [one] broker
       *[other] brokers
    }
    [row] { $count ->
        [one] row
       *[other] rows
    }
    [pair] { $count ->
        [one] pair
       *[other] pairs
    }
   *[other] { $count ->
        [one] item
       *[other] items
    }
}

# The same at the start of a line or in the head of a table.
terms-heading = { $kind ->
    [model] { $count ->
        [one] Model
       *[other] Models
    }
    [publication] { $count ->
        [one] Publication
       *[other] Publications
    }
    [work] { $count ->
        [one] Work
       *[other] Works
    }
    [tie] { $count ->
        [one] Tie
       *[other] Ties
    }
    [institution] { $count ->
        [one] Institution
       *[other] Institutions
    }
    [partner] { $count ->
        [one] Partner
       *[other] Partners
    }
    [author] { $count ->
        [one] Author
       *[other] Authors
    }
    [country] { $count ->
        [one] Country
       *[other] Countries
    }
    [sector] { $count ->
        [one] Sector
       *[other] Sectors
    }
    [group] { $count ->
        [one] Group
       *[other] Groups
    }
    [region] { $count ->
        [one] Region
       *[other] Regions
    }
    [domain] { $count ->
        [one] Domain
       *[other] Domains
    }
   *[other] { $count ->
        [one] Item
       *[other] Items
    }
}

# One of them, with its article: an institution, a country.
terms-one = { $kind ->
    [institution] an institution
    [author] an author
   *[other] a { terms-noun }
}

# A number with its noun: 5 models.
terms-counted = { $count } { terms-noun }

# A number where the noun is understood. Languages with counters put one after it.
terms-pieces = { $count }

terms-list-separator = { ", " }
terms-list-and = { $items } and { $last }
terms-list-or = { $items } or { $last }
terms-list-more = { $items } and { $count } more

# A date; $precision is day, month or year, $iso the date as 2022-11-28, 2022-11 or 2022.
terms-date = { $iso }
