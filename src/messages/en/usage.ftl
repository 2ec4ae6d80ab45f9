### Usage: what help and errors about arguments say around the texts of help.ftl.

usage-heading = Usage:
usage-default = [default: { $value }]
usage-values = [values: { $values }]
usage-values-heading = Values:
usage-environment = [env: { $name }]
usage-more = Run `{ $command } --help` for help.
usage-examples = Examples:

usage-unknown-option = unknown option { $option }.
usage-unknown-option-nearest = unknown option { $option }. Did you mean { $nearest }?
usage-unexpected-argument = unexpected argument “{ $argument }”.
usage-no-value = { $option } needs a value.
usage-no-value-of = { $option } needs a value, one of { $values }.
usage-invalid-value = { $option }: unknown value “{ $value }”. Expected { $values }.
usage-invalid-value-nearest = { $option }: unknown value “{ $value }”. Did you mean { $nearest }? Expected { $values }.
usage-wrong-value = { $option }: cannot use “{ $value }”; { $reason }.
usage-missing = missing { $arguments }.
usage-conflict = { $option } cannot be combined with { $other }.
usage-repeated = { $option } can be given only once.
usage-too-few = { $option } needs at least { $min } values.
usage-too-many = { $option }: one value too many, “{ $value }”.
usage-not-utf8 = an argument is not valid UTF-8.

usage-expected-date = expected a date such as 2016, 2016-11 or 2016-11-11
usage-expected-count = expected a whole number from 1
usage-expected-positive = expected a number above 0
usage-expected-share = expected a number from 0.0001 to below 1, such as 0.01
usage-expected-aspect = expected a ratio of width to height from 1:5 to 5:1, such as 16:9, or A4
usage-expected-size = expected a number of bytes above 0, such as 800M or 8G
usage-expected-number = expected a number
usage-no-engine = this build has no Graphviz layouts; build it with the default features
