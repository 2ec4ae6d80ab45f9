# How inputs are opened: encodings, packings, archives, workbooks.

source-unpacks-to-too-much = the { $kind } file unpacks to more than { $ratio } times its size: { $packed } KiB gave { $unpacked } MiB so far, as tables do not; where it is meant, unpack it and read the unpacked file, or allow more for --data with --max-unpacked
source-unpacks-beyond-max = the { $kind } file unpacks to more than the { $max } bytes of --max-unpacked; where it is meant, give a larger number
source-packed-cut-off = the { $kind } file is cut off after { $bytes } unpacked bytes; download or copy it again
source-packed-damaged = the { $kind } file is damaged ({ $reason }); download or copy it again
source-encrypted = the file in the archive is locked with a password; unpack it and read the unpacked file
source-compression = a file in the archive is packed by a method that is not read ({ $method }); unpack it and read the unpacked file
source-archive-of-several = the archive holds { $count } files, and an archive that is not a file of its own must hold one; unpack it and name the files
source-pattern-unreadable = the pattern cannot be read ({ $reason }); * stands for any letters, ? for one
source-pattern-empty = no file fits the pattern; check the folder and the spelling
source-nothing-in-it = there is no file in it
source-no-table-in-it = nothing in it is called like a table ({ $names }); name the file itself
source-left-out = { $count ->
    [one] { $count } file was left out, for its name is not that of a table: { $names }
   *[other] { $count } files were left out, for their names are not those of tables: { $names }
}
source-workbook-locked = the workbook is locked with a password; save it without one, or save the sheet as “CSV UTF-8”
source-workbook-damaged = the workbook cannot be read ({ $reason }); open it in a spreadsheet program and save it again, or save the sheet as “CSV UTF-8”
source-workbook-empty = no sheet of the workbook has a cell with text
source-workbook-too-large = the workbook unpacks to more than { $max } bytes, far more than tables of its size do; save the sheet as “CSV UTF-8” and read that, or allow more with --max-unpacked
source-no-such-sheet = there is no sheet “{ $name }”; the sheets are { $sheets }
source-sheet-read = { $count ->
    [one] the sheet “{ $name }” was read; another one was not: { $others } (--sheet NAME reads another)
   *[other] the sheet “{ $name }” was read; { $count } others were not: { $others } (--sheet NAME reads another)
}
source-parquet = this is a Parquet file, which this build does not read; build it with the feature parquet (cargo install collabgraph --features parquet), or write the table as CSV, for example in Python: pandas.read_parquet("works.parquet").to_csv("works.csv", index=False)
source-foreign = this is a file of the kind { $kind }, not a text; save its table as “CSV UTF-8” and read that
source-decoded = the text is in { $encoding }, not in UTF-8; it was decoded (if letters look wrong: --encoding NAME; this is { $key })
source-not-in-encoding = byte 0x{ $byte } is no letter of { $encoding }; name the right encoding with --encoding, or save the file again as “CSV UTF-8”
source-not-utf8 = byte 0x{ $byte } (byte { $at } of the text) is not UTF-8, although the text before it is; save the file again as “CSV UTF-8”, or name its encoding with --encoding
source-directory = this is a directory; name a file in it (several --data are read together)
source-empty = the file is empty; expected { $wanted ->
    [json] JSON
   *[table] a table with a header line, or JSON
}
source-no-permission = the file cannot be read; check its permissions
source-no-such-file = there is no such file; check the path and the spelling
source-unreadable = could not be read ({ $error }); copy the file and try again
source-parquet-damaged = the Parquet file cannot be read ({ $reason }); write it again, with Snappy, gzip, Zstandard or without compression
source-parquet-too-large = the Parquet file unpacks to more than { $max } bytes, far more than tables of its size do; where it is meant, allow more with --max-unpacked
