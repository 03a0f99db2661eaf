# What the program says of its own work. Message = what happened, .why = why, .next = what now.

app-read-only = This is for reading only.
    .why = Loket is in use in another window.
    .next = To change something, use that window.
app-finished = This application is finished.
    .why = It was read back and the applicant agreed.
    .next = To change it, open the task list and press U (Open again).
app-nothing-to-undo = There is nothing left to undo.
app-recovered = Recovered up to { $time }.
app-case-damaged =
    { $count ->
        [one] One record of this application cannot be read.
       *[other] { $count } records of this application cannot be read.
    }
    .why = Part of the data file on the disk is damaged. The other records are whole and open.
    .next = Check empty answers with the applicant. Then ask your IT staff to check the disk and the backup.
app-no-reason-needed = This answer needs no reason.
app-resumed = Taken up again.
    .why = The computer's clipboard cannot be used right now.
    .next = Type it into OSS from this screen.
app-settings-broken = Something is wrong in the settings: { $problem }
    .why = The wrong part is not used. The rest holds.
    .next = Mend that file when you can. You can go on working.
app-clock-behind =
    { $minutes ->
        [one] The computer's clock is one minute behind.
       *[other] The computer's clock is { $minutes } minutes behind.
    }
    .why = The time is earlier than the last work that was saved.
    .next = Set the computer's clock. Your work is not lost and its order stays right.
app-damaged =
    { $count ->
        [one] One record cannot be read.
       *[other] { $count } records cannot be read.
    }
    .why = Part of the data file on the disk is damaged. The other records are whole.
    .next = Go on working, and ask your IT staff to check the disk and the backup today.
app-pack-missing = The service { $pack } is not on this computer.
    .why = This application uses a form that is not installed here.
    .next = Open it at the counter that uses it, or ask your IT staff to install it.
app-pack-broken = The form of the service { $pack } cannot be read.
    .why = Something is wrong in its files.
    .next = Ask your IT staff to run: loket pack check
app-no-terminal = Loket needs a terminal window.
    .why = There is no screen or keyboard here.
    .next = Open a terminal and type: loket
app-old-console = This window is of an old form that cannot show Loket.
    .why = The setting "legacy console" of Windows is on.
    .next = Right-click the window's title, choose Properties, untick "Use legacy console", and open the window again.
app-demo-broken = The demonstration could not be prepared.
    .why = The example files inside this program are wrong.
    .next = Run Loket without the demonstration, and tell your IT staff.

queue-continue = GO ON
queue-waiting = WAITING
queue-handover = HAND OVER TO OSS
queue-done = DONE

setup-place = A new counter
setup-welcome = Welcome to Loket. Five lines, and we can begin.
setup-office = Name of the office
    .hint = Printed on receipts
setup-counter = Counter
    .hint = This desk, e.g. Loket 2
setup-officer = Your name
    .hint = To record who filled in what
setup-passphrase = Passphrase
    .hint = A few words, at least 8 letters
setup-passphrase-again = Once more
    .hint = Once more, against slips of the finger
setup-recovered = The recovery key fits. Now choose a new passphrase.
setup-busy = Preparing the office… one moment.
setup-empty = This line is still empty.
    .next = Fill it in, then press Enter.
setup-short = The passphrase is too short.
    .why = A short one is easily guessed.
    .next = Use at least { $shortest } letters.
setup-differs = The two passphrases differ.
    .next = Type the second one again. If in doubt, type both again.

tasks-code = Visit code
tasks-progress = { $done } of { $total } complete
tasks-finished = Finished. It waits to be copied into OSS.
tasks-done = Done. { $label } { $nib }
tasks-parked = Waiting: { $reason }
tasks-damaged =
    { $count ->
        [one] One record cannot be read. Check empty answers.
       *[other] { $count } records cannot be read. Check empty answers.
    }
tasks-same =
    { $count ->
        [one] There is another application with this NIK. Search its number on the home screen.
       *[other] There are { $count } other applications with this NIK. Search its number on the home screen.
    }
tasks-status-complete = complete
tasks-status-part = partly
tasks-status-none = not yet
tasks-status-blocked = blocked
tasks-first = first answer: { $label }
tasks-questions =
    { $count ->
        [one] one question
       *[other] { $count } questions
    }
tasks-left =
    { $count ->
        [one] one question left
       *[other] { $count } questions left
    }
tasks-no-repeat = This part cannot be added to or removed.
tasks-full = There can be { $max } at most.
tasks-least = There must be at least { $min }, so it cannot be removed.
tasks-removed = Removed. Ctrl-Z brings it back.

review-place = Check answers
review-aloud = Read aloud, slowly, then ask:
review-right = Is that right?
review-problems =
    { $count ->
        [one] One thing to see to before finishing
       *[other] { $count } things to see to before finishing
    }
review-missing = not answered yet
review-ready = All complete. When the applicant says it is right, press S.
review-finished = Finished. Press Enter to copy it into OSS.
review-not-yet =
    { $count ->
        [one] Not finished yet: one thing is left.
       *[other] Not finished yet: { $count } things are left.
    }
    .why = OSS would refuse what is missing.
    .next = Press Enter to see it.


prompt-aside = This is what was typed here before. Enter keeps it; change or delete it as you like.
prompt-empty = Still empty. Write something, or press Esc to leave.
prompt-reason = Why is this answer kept?
    .hint = One short sentence, e.g.: the KTP really says so.
prompt-note = A note beside this answer
    .hint = E.g.: will follow on Monday. Empty it to remove it.
prompt-park = What does this application wait for?
    .hint = One short sentence another officer understands too.
prompt-amend = Why is it opened again?
    .hint = One short sentence. What was copied must be checked again.
prompt-nib = The NIB that OSS issued
    .hint = 13 digits. Copy it from OSS, then compare once more.

confirm-finish = Finish? Has the applicant heard it and agreed?
    .why = After this it is copied into OSS. It can be opened again with a reason.
confirm-remove = Remove this part with all its answers?
    .why = Ctrl-Z brings it back.
confirm-quit = Leave Loket?
    .why = Everything is saved. You begin here again next time.

recovery-title = The recovery key of this office
    .why = When a passphrase is forgotten, only this key opens the data. It will not be shown again.
    .next = Write it on paper, compare once more, and lock it away. Take no photo.

finder-example = example, the office must verify it
app-services-broken = The office's list of services (forms/layanan.toml) has mistakes.
    .why = Wrong answers are passed over; services can still be found by words.
    .next = Run loket pack check to see where the mistakes are.
