indicators-all-works = all { NOUN($kind, 2) }
indicators-several-countries = { $count ->
    [one] { $names } has several countries and counts in the group of each where the rows of a { NOUN($kind) } name none.
   *[other] { $names } have several countries and count in the group of each where the rows of a { NOUN($kind) } name none.
}
indicators-several-sectors = { $count ->
    [one] { $names } has several sectors and counts in the group of each; its main sector is the first.
   *[other] { $names } have several sectors and count in the group of each; their main sector is the first.
}
indicators-none = No { NOUN($kind) } has { ONE($actor) }.
indicators-joint = { $count ->
    [0] Of { COUNTED($total, $kind) }, none was made by two or more { NOUN($actor, 2) }.
    [one] Of { COUNTED($total, $kind) }, 1 ({ $share }) was made by two or more { NOUN($actor, 2) }. { HEADING($actor, 2) } per { NOUN($kind) }: { $index } on average (collaborative coefficient { $coefficient }, modified { $modified }).
   *[other] Of { COUNTED($total, $kind) }, { $count } ({ $share }) were made by two or more { NOUN($actor, 2) }. { HEADING($actor, 2) } per { NOUN($kind) }: { $index } on average (collaborative coefficient { $coefficient }, modified { $modified }).
}
indicators-base = Shares are of the { NOUN($kind, 2) } for which the property is known: all countries (sectors) are recorded, or two different ones (education and company) already are. Unknown and not in these shares: international for { COUNTED($international, $kind) }, U–I for { COUNTED($industry, $kind) }; n/a: unknown for all.
indicators-unknown = { $property ->
    [international] The share of international { NOUN($kind, 2) } is unknown: for no { NOUN($kind) } are the countries of all institutions recorded.
   *[university-industry] The share of university–industry { NOUN($kind, 2) } is unknown: for no { NOUN($kind) } are the sectors of all institutions recorded.
}
indicators-no-joint-share = { "" }
indicators-joint-share = ; of the { $count } joint { $count ->
    [one] one
   *[other] ones
}, { $share }
indicators-share = { $property ->
    [international] { $works ->
        [one] { $scope ->
            [all] The one { NOUN($kind) }
           *[known] The only { NOUN($kind) } for which it is known
        } is { $count ->
            [0] not international, of two or more countries.
           *[other] international, of two or more countries.
        }
       *[other] Of { $scope ->
            [all] the { COUNTED($works, $kind) }
           *[known] the { COUNTED($works, $kind) } for which it is known
        }, { $count ->
            [0] none is international, of two or more countries.
            [one] 1 ({ $share }) is international, of two or more countries{ $joint }.
           *[other] { $count } ({ $share }) are international, of two or more countries{ $joint }.
        }
    }
   *[university-industry] { $works ->
        [one] { $scope ->
            [all] The one { NOUN($kind) }
           *[known] The only { NOUN($kind) } for which it is known
        } is { $count ->
            [0] not by a university with a company.
           *[other] by a university with a company.
        }
       *[other] Of { $scope ->
            [all] the { COUNTED($works, $kind) }
           *[known] the { COUNTED($works, $kind) } for which it is known
        }, { $count ->
            [0] none is by a university with a company.
            [one] 1 ({ $share }) is by a university with a company{ $joint }.
           *[other] { $count } ({ $share }) are by a university with a company{ $joint }.
        }
    }
}
indicators-formulas = N: { NOUN($kind, 2) } with at least one { NOUN($actor) }; f_j: those with exactly j. Collaborative index (CI) Σ j·f_j/N (Lawani 1980); degree of collaboration (DC) 1 − f_1/N (Subramanyam 1983); collaborative coefficient (CC) 1 − (Σ f_j/j)/N (Ajiferuke, Burrell & Tague 1988), modified by A/(A−1) for A { NOUN($actor, 2) } (Savanur & Srikanth 2010).
indicators-counting = A { NOUN($kind) } counts once for each of its countries, sectors and institutions, as the filters have it. Its countries are those that its rows name and, where these leave an institution without one, all that are recorded of its institutions; its sectors are all of its institutions. International (Int’l): two or more countries. U–I: an institution whose main sector is education with a company. For a country, the share of all { NOUN($kind, 2) } is its MCP ratio. The limit on team size has no effect here.
indicators-unrecorded = { $field ->
    [institution] Not counted, as no { NOUN($actor) } is recorded: { COUNTED($count, $kind) }.
    [country] Whose countries are not all recorded: { COUNTED($count, $kind) }.
   *[sector] Whose sectors are not all recorded: { COUNTED($count, $kind) }.
}
indicators-by = By
indicators-group = Group
indicators-ci = CI
indicators-dc = DC
indicators-cc = CC
indicators-international-known = Int’l known
indicators-industry-known = U–I known
indicators-international-all = Int’l/all
indicators-international-joint = Int’l/joint
indicators-industry-all = U–I/all
indicators-industry-joint = U–I/joint
indicators-all = all
indicators-na = n/a
indicators-caption = Indicators
indicators-year = year
indicators-country = country
indicators-sector = sector
indicators-institution = { NOUN($actor) }
indicators-led = Led
indicators-led-scp = Led SCP
indicators-led-mcp = Led MCP
indicators-led-definition = { $count ->
    [0] Who leads is n/a: the data do not tell the order of authors.
   *[other] Led: { NOUN($kind, 2) } whose first institution, in the order of authors, is of the group; SCP those of one country, MCP those of several. Known for { $count } of { COUNTED($all, $kind) }.
}
