# Command line. Help texts (cli-help…), answers of commands, and refusals (.why, .next).

cli-help = Loket, the counter program: keeps every key, checks every number, hands over to OSS.
    .data = Data folder. Default: this user's own data folder
    .passphrase-file = File whose first line is the passphrase, for automation
    .lang = Language: id or en
    .json = Answer in JSON
    .help = Show this help
    .version = Show the version
    .demo = Start with a throw-away office and invented applicants
    .read-only = Start for reading only, also while another copy is open
    .offline = Use no network at all: the lamp of OSS stays dark
cli-help-heading-usage = Usage:
cli-help-heading-commands = Commands
cli-help-heading-options = Options
cli-help-heading-arguments = Arguments
cli-help-init = Create a new office and show its recovery key once
    .office = Name of the office
    .counter = Name of the counter
    .officer = Name of the first officer
cli-help-draft = Cases: list, show, export, import
cli-help-draft-list = All cases, the last touched first
    .queue = Only this queue: call, supervisor, continue, waiting, handover, done
cli-help-draft-show = One case: questions, answers, findings
    .case = Visit code (KUDA-472-M) or id
    .full = Show the NIK in full
cli-help-draft-export = Write one case as a JSON file that import reads
    .case = Visit code (KUDA-472-M) or id
    .file = File to write. Default: standard output
    .replace = Replace the file when it is there
cli-help-draft-import = Create cases from a JSON file of answers
    .file = File to read; - for standard input
cli-help-pack = Form packs: list, check, show, new, preview, import, export, schema
cli-help-pack-list = All packs a case can be opened with
cli-help-pack-check = Show every problem of packs, with file, line and place
    .paths = Folders of packs, or of one pack. Default: built-in packs and the office's own
cli-help-pack-show = What a pack asks
    .id = Id of the pack
    .graph = What waits for what: text (the default), or dot for Graphviz
cli-help-verify = Prove that all data is whole, and name what is damaged
cli-help-backup = Copy the encrypted data into one file, also while Loket runs
    .file = File to write
    .replace = Replace the file when it is there
cli-help-restore = Bring a backup back; the present data is moved aside
    .file = The backup
cli-help-drill = Kill the program again and again in a throw-away folder and count what is lost
    .kills = How often
    .seed = Seed, to repeat a drill
cli-help-completions = Completion script for a shell
    .shell = Which shell
cli-help-man = The man page, or all pages into a folder
    .folder = Folder for one page per command

# Parts of messages.
cli-why = why
cli-next = next
cli-and-more = … and { $count } more
cli-ask-passphrase = Passphrase
cli-ask-new-passphrase = New passphrase
cli-ask-again = The same again
cli-state-draft = draft
cli-state-finalized = finished
cli-state-done = NIB issued
cli-state-parked = waiting
cli-state-call = call back
cli-empty-required = (still empty, required)
cli-origin-built-in = built in
cli-origin-office = office
cli-origin-imported = imported
cli-origin-hides = { $origin }, hides { $hidden }
cli-graph-when = when
cli-graph-after = after
cli-column-code = CODE
cli-column-state = STATE
cli-column-progress = DONE
cli-column-last = LAST CHANGE
cli-column-name = APPLICANT
cli-column-activity = BUSINESS
cli-column-pack = PACK
cli-column-version = VERSION
cli-column-status = STATUS
cli-column-origin = FROM
cli-column-title = TITLE

# Answers.
cli-no-cases = There are no cases yet.
cli-damaged = warning: { $count ->
        [one] one record
       *[other] { $count } records
    } cannot be read. Run loket verify.
cli-exported = Written: { $file }
cli-export-readable = warning: this file is not encrypted. Delete it when it is no longer needed.
cli-imported = { $count ->
        [one] One case imported.
       *[other] { $count } cases imported.
    }
cli-created =
    The office is ready: { $folder }

    Recovery key:

        { $key }

    It is shown this once. Write it down or print it, and lock it away: without it and
    without the passphrase nobody can open the data, not even the makers of Loket.
cli-verified = { $events } events of { $cases } cases looked at.
cli-whole = All is whole.
cli-backed-up = Backup written: { $file } ({ $kib } KiB, { $events } events of { $cases } cases).
cli-restored = Restored into { $folder }: { $events } events of { $cases } cases.
cli-moved-aside = The data that was there is now: { $file }
cli-drilled =
    { $kills } kills, { $shown } characters shown.
    Lost: { $lost }. Lost although confirmed: { $acknowledged }. (seed { $seed })
cli-checked = { $problems ->
        [one] 1 problem
       *[other] { $problems } problems
    } in { $files } files
cli-checked-warnings = { $problems ->
        [one] 1 problem
       *[other] { $problems } problems
    } and { $warnings ->
        [one] 1 warning
       *[other] { $warnings } warnings
    } in { $files } files
cli-pack-unreadable = (cannot be read; see loket pack check)

# Refusals.
cli-usage = The command was not understood: { $text }
    .why = A word or option is missing, or is not known here.
    .next = See loket --help.
cli-start-options = --demo and --read-only start the program and go with no command.
    .why = Commands do their work without the screen.
    .next = Leave out the option or the command.
cli-no-terminal = There is no terminal here to draw on.
    .why = Input or output goes to a file or another program.
    .next = Start loket in a terminal, or use a command: loket --help.
cli-no-home = The data folder is not known.
    .why = This user has no home folder.
    .next = Name the folder: loket --data FOLDER.
cli-file-missing = The file is not there: { $file }
    .why = No file or folder of that name was found.
    .next = Check the name and the folder.
cli-file-exists = The file is there already: { $file }
    .why = Loket never overwrites a file unasked.
    .next = Choose another name, or add --replace.
cli-file-held = The file is open in another program: { $file }
    .why = Windows lets no two programs write one file.
    .next = Close it in the other program (Excel, or a reader of PDF), then repeat this.
cli-file-refused = The file cannot be read or written: { $file } ({ $kind })
    .why = The system refused.
    .next = Check that you may use it and that the disk is still connected.
cli-office-exists = There is an office in this folder already: { $folder }
    .why = A new office would need the same file. Nothing was changed.
    .next = Choose another folder with --data, or start loket to work in this office.
cli-name-empty = --{ $option } is empty.
    .why = The receipt names the office, the counter and the officer.
    .next = Give a name.
cli-passphrase-needed = A passphrase is needed, and there is no terminal to ask for it.
    .why = The data is encrypted.
    .next = Give --passphrase-file FILE, or run the command in a terminal.
cli-passphrase-differs = The two passphrases differ.
    .why = One of them was mistyped. Nothing was created.
    .next = Run the command again.
cli-passphrase-short = The passphrase is too short: at least { $least } characters.
    .why = A short one is guessed quickly when the computer is stolen.
    .next = Use a few ordinary words, four for example.
cli-cancelled = Cancelled.
    .why = You left the question for the passphrase.
    .next = Run the command again when you are ready.
cli-case-code = “{ $case }” is neither a visit code nor an id.
    .why = A code has a word, three digits and a check letter, and the letter must fit.
    .next = Compare it with the receipt, or see loket draft list.
cli-case-missing = There is no case { $case }.
    .why = No case in this data folder has that code or id.
    .next = See loket draft list, or check --data.
cli-case-several = Several cases have the code { $case }.
    .why = Codes can repeat when there are very many cases.
    .next = Name the id instead: { $one } or { $other }.
cli-pack-unknown = There is no pack “{ $pack }”.
    .why = Known packs: { $known }.
    .next = Check the id, or put the pack into the folder forms of the data folder.
cli-pack-broken = The pack “{ $pack }” has errors and cannot be opened.
    .why = Its rules could not all be understood.
    .next = Run loket pack check to see every error and its place.
cli-no-pack = There is no pack in { $path }.
    .why = Neither this folder nor one inside it has a pack.toml.
    .next = Name the folder of a pack, or a folder of such folders.
cli-import-refused = { $count ->
        [one] The file was not imported: it has one mistake.
       *[other] The file was not imported: it has { $count } mistakes.
    }
    .why = A file is imported whole or not at all. Nothing was written.
    .next = Correct the file and import it again. loket pack show lists the questions.

# Mistakes in a file of answers.
import-not-json = line { $line }, column { $column }: this is not JSON
import-unknown-key = unknown key `{ $key }`
import-unknown-key-near = unknown key `{ $key }`; did you mean `{ $nearest }`?
import-wrong-shape = `{ $key }` must be { $expected ->
        [text] a text in quotes
        [texts] texts by path
        [numbers] lists of instance numbers
        [yes_no] true or false
        [list] a list
        [number] a number
        [waiting] what it waits for (on, until, consent, left, met, calls)
        [condition] oss, login, otp, nik, akta, npwp, dokumen, dinas, or tanggal
        [outcome] dijawab, tidak_diangkat, or datang
        [care] a list of lansia, disabilitas, hamil, jauh
       *[case] a case with pack and answers
    }
import-wrong-pack = pack `{ $found }` was given where `{ $expected }` was expected
import-unknown-path = there is no question `{ $path }`
import-unknown-path-near = there is no question `{ $path }`; did you mean `{ $nearest }`?
import-takes-no-answer = `{ $path }` takes no answer: Loket works it out itself
import-unknown-repeat = there is no repeat `{ $path }`
import-unknown-repeat-near = there is no repeat `{ $path }`; did you mean `{ $nearest }`?
import-bad-instance = `{ $path }` has the number { $instance } twice, or a number below 1
import-not-finished-empty = cannot be finished: `{ $path }` is still empty
import-not-finished-wrong = cannot be finished: `{ $path }` is wrong, or needs a reason
import-nothing-to-hand-over = nothing to hand over at `{ $path }`

drill-failed = The drill cannot run on this PC.
    .why = A pseudo-terminal or a temporary folder could not be opened.
    .next = Make sure the temporary folder can be written to, then run it again.
