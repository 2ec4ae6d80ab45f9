### What `collab registry` and the reader of dumps say.

registry-embedded = Registry in use: the one that is compiled in, with { $records } institutions of the Research Organization Registry (ROR, https://ror.org; CC0 1.0).
registry-of-file = Registry in use: { $path }, with { $records } institutions of the Research Organization Registry (ROR, https://ror.org; CC0 1.0).
registry-release = Release of { $date }.
registry-part = The whole registry has some { $total } records. Download its dump (https://doi.org/10.5281/zenodo.6347574), run `collab registry build DUMP.zip -o ror.bin`, and add --registry ror.bin to any command.
registry-none = No registry in use: names that the authority does not list stand as recorded.
registry-built = { $path }: { $records } institutions of { $read } records, { $megabytes } MB. Use it with --registry { $path }.
registry-not-built = The registry could not be built: { $reason }.
registry-no-records = the zip holds no JSON of ROR records; expected a dump of the Research Organization Registry, such as v1.65-2025-05-05-ror-data.zip
