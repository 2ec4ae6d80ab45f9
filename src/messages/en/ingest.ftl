### Notices of reading.

ingest-whole-and-part = “{ $work }” lists { $whole } and { $part }, which is part of it; only { $part } counts, and there is no tie between them
