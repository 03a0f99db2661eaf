# The screen turned to the applicant: few words, none of the office's.

mode-facing = Applicant's view
action-applicant-view = Applicant's view
    .help = Turn the screen to the applicant, in large letters; once more to turn it back
    .facing = Back
action-hide-numbers = Cover numbers
    .help = Applicant's view: cover or show long numbers

facing-no-case = Open a case first; then the screen can be turned to the applicant.
facing-right = Is this right?
facing-right-yes = yes
facing-right-no = not yet
facing-all-right = Every sentence was read, and the applicant says it is right.
facing-not-right = The applicant says something is not right. Ask which, then mend it.
facing-nothing = There is nothing to read yet.
facing-code = Visit code
facing-nib = Your NIB
facing-bring = Please bring:
facing-bring-more = { $count } more: ask the officer
facing-asked = { $count } more things the officer will ask.
facing-come = Open again: { $when }
facing-come-today = Open { $when }
facing-next-finish = Everything is complete.
facing-next-handover = Everything is complete. The officer passes it on to OSS.
facing-next-waiting = We are waiting. We will call you.
facing-next-done = The permit is there. Keep this number.
facing-next-issued = It is issued. Keep the paper safe.
