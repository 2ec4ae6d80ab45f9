### What is said of inputs that are named by an address, and by `collab fetch`.

fetch-without-feature = { $word }: this collab was built without the cargo feature `http` and opens no connection. Install a released collab or build it with `cargo install collabgraph --features http`; or download the file yourself and name the file.
fetch-insecure = { $address } is not encrypted: whoever is on the way could change the data. Use the https address, or download the file yourself and name the file.
fetch-scheme = { $address }: addresses of { $scheme } are not fetched. Use an https address, or download the file yourself and name the file.
fetch-no-host = { $address } names no server. An address looks like https://example.org/models.csv.
fetch-password = The address of { $host } holds a user name or a password, which would be written into manifests. Download the file yourself and name the file.
fetch-redirect = { $address } leads to “{ $location }”, which is not followed: only https addresses are. Name the address that holds the file itself.
fetch-redirects = { $address } leads from one address to the next more than { $max } times. Name the address that holds the file itself.
fetch-unreachable = { $address } cannot be reached ({ $reason }). Check the address and the connection.
fetch-not-trusted = { $address }: no secure connection ({ $reason }). Where an institution has certificates of its own, name their file in SSL_CERT_FILE.
fetch-status = { $address }: the server answered HTTP { $status }. Check the address; a file that needs a login must be downloaded in a browser.
fetch-status-with-words = { $address }: the server answered HTTP { $status }: { $words }
fetch-gave-up = { $address }: no answer after { $count ->
    [one] one attempt
   *[other] { $count } attempts
} ({ $reason }). Try again later.
fetch-waiting = { $address }: { $reason }. Waiting { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}, then asking again.
fetch-later = { $address }: { $reason }, and the server asks to wait { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}. Run the same command then.
fetch-cut = { $address }: cut off after { $bytes ->
    [one] one byte
   *[other] { $bytes } bytes
}; going on from there.
fetch-cut-again = { $address }: the connection was cut off { $count ->
    [one] once
   *[other] { $count } times
} in a row without anything new. Try again later.
fetch-web-page = { $address } is a web page, not a table. Name the address of the file itself; a Google sheet must be shared with everyone who has the link.
fetch-too-large = { $address } sends more than { $max ->
    [one] one byte
   *[other] { $max } bytes
}. Nothing is kept. If that is meant, allow more with --max-fetched, such as --max-fetched 8G.
fetch-empty = { $address } sent nothing. Check the address.
fetch-offline = { $address } was never fetched here, and COLLAB_OFFLINE is set. Unset it to fetch the file.
fetch-no-cache = There is no folder for what is fetched. Name one in the environment variable COLLAB_CACHE.
fetch-copy-is-there = An earlier copy is { $path }. Name that file, or set COLLAB_OFFLINE=1, to work with it.
fetch-unchanged = { $address } is unchanged since it was fetched.
fetch-done = Fetched { $address }: { $bytes ->
    [one] one byte
   *[other] { $bytes } bytes
} in { $path }.
fetch-needs-a-file = { $path } cannot be written with a manifest beside it. Give -o a file name, such as works.jsonl.gz.
fetch-filter-of-address = A filter and --search are for `collab fetch openalex`; { $address } is fetched as it is.
fetch-unknown-source = { $word } is neither `openalex` nor an address. Use `collab fetch openalex FILTER -o works.jsonl.gz` or `collab fetch https://… -o FILE`.
fetch-extension = { $path }: works of OpenAlex are written as JSON lines. Use .jsonl or .jsonl.gz.
fetch-no-filter = Which works? Give a filter of OpenAlex, such as institutions.country_code:kr,publication_year:2024.
fetch-no-mail = { $mail } is not a mail address. Use --mailto name@example.org.
fetch-without-key = OPENALEX_API_KEY is not set; OpenAlex allows little without a key. A key is free: openalex.org/settings/api
fetch-not-openalex = { $address } did not answer with a page of OpenAlex works. Check --server.
fetch-goes-on = What came so far is in { $path }; the same command goes on from there.
fetch-resumed = Going on after { $count ->
    [one] one work
   *[other] { $count } works
} of an earlier run.
fetch-no-works = OpenAlex has no works that fit { $filter }. Nothing was written.
fetch-done-works = Fetched { $works ->
    [one] one work
   *[other] { $works } works
} into { $path }. Next: collab { $path }
fetch-other-number = Fetched { $works ->
    [one] one work
   *[other] { $works } works
} into { $path }, where OpenAlex announced { $announced }: works were added or removed meanwhile.
