# Reference data (regions, KBLI, days off): the command loket data, problems in files, what an import changes.

cli-help-data = Reference data: list, import, check
cli-help-data-list = Every data pack: edition, date, rows, origin, state
cli-help-data-check = Check every data pack, and show each problem with its place
cli-help-data-import = Load a new list from a CSV or XLSX file; what changes is shown first
    .file = The file to read
    .kind = What is in it: wilayah, desa, kodepos, libur, kbli or padanan. Default: guessed from the header
    .edition = Year of the edition. Default: from the header or the file's name
    .source = Where the file comes from. Default: its name
    .yes = Write without asking

data-column-id = PACK
data-column-kind = KIND
data-column-edition = EDITION
data-column-date = DATE
data-column-rows = ROWS
data-column-origin = ORIGIN
data-column-state = STATE
data-column-licence = LICENCE
data-column-source = SOURCE
data-state-in-use = in use
data-state-replaced = replaced
data-state-broken = broken
data-previous = Earlier editions, in the folder reference/previous: { $names }
data-checked = { $problems } { $problems ->
        [one] problem
       *[other] problems
    } in { $packs } data { $packs ->
        [one] pack
       *[other] packs
    }
data-problem-line = { $place }: { $message }
data-line = { $text }

# Problems in data files. Their place stands before them.
data-toml = this is not TOML: { $message }
data-key-missing = the key `{ $name }` is missing
data-key-unknown = unknown key `{ $name }`
data-key-unknown-near = unknown key `{ $name }`; did you mean `{ $nearest }`?
data-key-text = `{ $name }` must be a text that is not empty
data-key-year = `{ $name }` must be a year of four digits
data-key-languages = `{ $name }` must be there in Indonesian (`id`) and English (`en`)
data-key-files = `files` must be a table of file names and checksums
data-kind-unknown = unknown kind `{ $found }`; did you mean { $nearest }?
data-checksum-shape = the checksum of `{ $name }` must be 64 hexadecimal digits (BLAKE3)
data-checksum = the file is not the one of the checksum in pack.toml; its checksum now is { $found }
data-file-missing = the file is not there or cannot be read
data-file-unlisted = `{ $name }` must be in `files`
data-folder-name = the pack's id is { $found }, but its folder is { $expected }
data-utf-8 = the file is not UTF-8 text
data-header = the header is `{ $found }`, it must be `{ $expected }`
data-plain-lines = quotes and Windows line ends have no place in this table
data-empty = the table has no rows
data-cells = { $found } columns, there must be { $expected }
data-code = `{ $found }` is no code of length { $lengths }
data-twice = { $code } is there twice
data-unsorted = { $code } is out of order: before it stands { $before }
data-orphan = { $code } lies in { $parent }, which is not there
data-name-empty = { $code } has nothing in this column
data-postcode = `{ $found }` is no postcode of five digits
data-year = `{ $found }` is no year
data-date = `{ $found }` is no date there is
data-holiday-kind = `{ $found }` must be libur_nasional or cuti_bersama
data-holiday-status = `{ $found }` must be tetap or sementara
data-category = `{ $found }` is no category letter
data-phrase-empty = { $code } has an empty phrase between semicolons
data-apart-answers = a question that tells codes apart needs at least two answers
data-quote-open = the quote in this line is never closed
data-moved-current = { $code } is still current, so it did not move
data-no-such-region = { $code } is not in the regions in use
data-no-such-kbli = { $code } is not in the KBLI list in use
data-pack-not-used = The office's data pack { $pack } is broken and not used; the built-in data stands in.
    .why = A file is missing, was changed, or holds something wrong.
    .next = Run loket data check to see where, then import the list again.

# The file that is imported.
data-import-empty = the file is empty
data-import-large = the file is larger than 64 MB
data-import-no-workbook = this is no XLSX workbook (an ordinary zip perhaps, or damaged)
data-import-old-workbook = this is an old workbook (.xls); save it as .xlsx or CSV
data-import-no-table = this is no table
data-import-no-header = no header row was found; the first row reads: { $found }
data-import-header = there is no column `{ $name }`; columns that are not known: { $found }
data-import-header-near = unknown column `{ $found }`; did you mean `{ $nearest }`?
data-import-no-rows = there are no rows under the header
data-import-which-kind = it is not clear what list this is; say so with --kind
data-import-not-this-kind = everyday words are not imported from a table; put their pack into the folder reference
data-import-edition = the year of the edition is not known; say it with --edition
data-import-twice = { $code } is in row { $first } already
data-import-code-number = `{ $found }` is stored as a number, so the code is not certain; make the column text
data-import-zero = { $found } is stored as a number; a leading zero may be lost. Make the column text
data-import-level = there is no code of { $digits } digits; a list of regions must be whole
data-import-category = the category of { $code } is not known
data-import-other-category = the category of { $code } is not that of its division ({ $expected })
data-import-no-such-code = { $code } is not in the KBLI list of { $edition }
data-import-day-kind = `{ $found }` must be libur nasional or cuti bersama
data-import-status = `{ $found }` must be tetap or sementara
data-import-year = { $date } is missing; the list of { $year } must be whole

data-import-refused = The file was not imported: it has { $count } { $count ->
        [one] problem
       *[other] problems
    }.
    .why = A list is loaded whole or not at all. Nothing was written.
    .next = Mend the file, then import it again. docs/data-format.md tells which shapes are taken.
data-import-needs-yes = This list has not been written.
    .why = There is no terminal to ask for consent.
    .next = Look at what would change, then run it again with --yes.
data-import-declined = Cancelled. Nothing was changed.
    .why = You did not agree to this change.
    .next = Run this command again when you are sure.

# What an import changes.
data-sum-rows = { $kind }, edition { $edition }: { $rows } rows
data-sum-replaces = Replaces edition { $edition } of { $date }.
data-sum-first = There was no such table before.
data-sum-same = It says the same as the one in use now.
data-sum-added = New: { $count }
data-sum-removed = Gone: { $count }
data-sum-changed = Changed: { $count }
data-sum-restored = Leading zeros put back: { $count } codes, for example { $examples }
data-sum-unused = Columns not used: { $names }
data-sum-whole = This list is taken as whole: a code that is not in it does not exist.
data-sum-partial = This list is taken as a part: there may be other codes.
data-sum-incomplete = Without cuti bersama: { $years }. Working days counted in that year are marked provisional.
data-ask = Write it to the office's data? [y/N]
data-written = Written: { $folder }
data-put-aside = The edition before was kept: { $name }
