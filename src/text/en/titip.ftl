# Cases put aside (waiting) and calling applicants back.

queue-call = CALL BACK
queue-supervisor = FOR THE SUPERVISOR

condition-oss = OSS opens again
condition-login = logging in to OSS works again
condition-otp = the OTP code or e-mail of OSS comes
condition-nik = NIK active at Dukcapil
condition-akta = newest deed and AHU data
condition-npwp = NPWP there and valid
condition-dokumen = missing papers are brought
condition-dinas = answer of the technical office
condition-tanggal = a certain day
waiting-from = from { $day }
waiting-promised = promised for { $day }
condition-other = something else, in your words

care-lansia = elderly (60 and older)
    .short = elderly
care-disabilitas = with a disability
    .short = disability
care-hamil = pregnant
    .short = pregnant
care-jauh = lives far away
    .short = far away

waiting-title = Put aside
waiting-on = What does this application wait for?
waiting-reason = Waiting: { $condition }
waiting-more = Anything to add?
    .hint = For example: since this morning. May stay empty: just Enter.
waiting-day = From which day can it go on?
    .hint = Day and month, for example 24-11.
waiting-until = Was a day promised?
    .hint = For example 24-11. May stay empty: just Enter.
waiting-no-day = Write the day first, for example 24-11.
waiting-not-a-day = This day cannot be read yet.
    .next = Write it like 24-11 or 24 November 2026.
waiting-day-past = This day is over.
    .next = Write today or a later day; for next year write the year too.
waiting-consent = Read aloud slowly, then ask: "Do you agree?"
    .say =
        "We keep your papers and your telephone number here.
        Only to tell you the news and to go on with this application.
        We give them to nobody else.
        You may ask for the papers back at any time."
    .yes = Y  Agrees
    .no = T  Does not: papers go home, nobody calls. The application may wait all the same.
waiting-consent-first = Press Y when the applicant agrees, T when not.
waiting-left = What is left at the counter?
    .hint = For example: copy of the KTP, photo. Commas between. May stay empty.
waiting-care = Who comes first?
    .hint = Space or the number marks it. Enter when done.
waiting-kept = Put aside. Loket tells when it is time to call.
waiting-kept-mark = Put aside. When what it waits for is there, press M.
waiting-kept-no-consent = It waits, and nobody is called. It is in the Waiting queue.
waiting-kept-no-outage = Put aside.
    .next = No outage is recorded: press M when it works.
waiting-met = Recorded. The applicant is under Call back.
waiting-met-no-consent = Recorded. The applicant did not agree to be called, so wait for them.
waiting-arrived = The applicant is here, visit { $count }. The application goes on.

due-met = it is there, { $when }
due-back-oss = OSS is back, { $when }
due-back-login = login is back, { $when }
due-back-otp = OTP is back, { $when }
due-day = it is { $day }
due-again = try again { $when }
due-coming = wanted to come { $when }

call-place = Call back
call-visit = visit { $count }
    .short = visit { $count }
call-scan = Scan: WhatsApp opens
call-alarm = Visit { $count }. Tell your supervisor, and finish it today.
call-ready = can go on
call-code = Code
call-waits = Waiting
call-since = since { $when }
call-news = News
call-not-yet = no news yet
call-left = Left here
call-needed = Needed
call-needed-read-back = read back, then copied into OSS
call-needed-handover = copied into OSS ({ $done } of { $total })
call-needed-missing = { $count } more: { $first }
call-calls = Calls
call-outcome-answered = answered
call-outcome-no-answer = no answer
call-outcome-coming = will come
call-outcome-other = called
call-no-phone = no number yet
call-no-number = This number cannot be used for WhatsApp.
    .next = Call it, or mend the number in the task list.
call-no-consent = The applicant did not agree to be called.
    .next = The application waits until they come by themselves.
call-slip-no-consent = The applicant did not agree to be called, so there is no slip.
    .next = Give the receipt (R).
call-not-waiting = This application does not wait for anything.
call-come = When do they come?
    .hint = For example: 14.00, besok jam 9, or 24-11 jam 10.
call-again = No answer. When to try again?
    .hint = Enter agrees. Or write: 14.00, besok jam 9, 24-11 jam 10.
call-not-a-moment = The time cannot be read yet, or is over.
    .next = Write it like 14.00, besok jam 9, or 24-11 jam 10.
call-recorded-answered = Recorded: answered. The applicant knows.
call-recorded-no-answer = Recorded: no answer. Loket reminds you in time.
call-recorded-coming = Recorded: the applicant will come.

call-when = in office hours { $hours }
call-text-oss = Dear Sir or Madam, this is { $office }. OSS can be opened again. Your application { $code } can go on. Please come { $when } with your KTP. What you told us is kept. Thank you.
call-text-login = Dear Sir or Madam, this is { $office }. OSS lets us log in again. Your application { $code } can go on. Please come { $when } with your KTP and telephone. What you told us is kept. Thank you.
call-text-otp = Dear Sir or Madam, this is { $office }. The codes of OSS arrive again. Your application { $code } can go on. Please come { $when } with your KTP and telephone. Tell nobody your OTP code. Thank you.
call-text-nik = Dear Sir or Madam, this is { $office }. Your NIK works in OSS now. Your application { $code } can go on. Please come { $when } with your KTP. Thank you.
call-text-akta = Dear Sir or Madam, this is { $office }. The data of the newest deed are there. Your application { $code } can go on. Please come { $when } with the deed and your KTP. Thank you.
call-text-npwp = Dear Sir or Madam, this is { $office }. Your NPWP works now. Your application { $code } can go on. Please come { $when } with your KTP and NPWP. Thank you.
call-text-dokumen = Dear Sir or Madam, this is { $office }. Your application { $code } still waits for missing papers. Please come { $when } with them and your KTP. What you told us is kept. Thank you.
call-text-dinas = Dear Sir or Madam, this is { $office }. The technical office has answered. Your application { $code } can go on. Please come { $when } with your KTP. Thank you.
call-text-tanggal = Dear Sir or Madam, this is { $office }. Your application { $code } can go on from today. Please come { $when } with your KTP. Thank you.
call-text-other = Dear Sir or Madam, this is { $office }. Your application { $code } can go on. Please come { $when } with your KTP. What you told us is kept. Thank you.
call-text-waiting = Dear Sir or Madam, this is { $office }. Your application { $code } is kept and cannot go on yet. You need not come now. We tell you when it can. Thank you.

receipt-next-waiting-on = We wait for: { $condition }. We call you when it can go on. Nothing has to be repeated.
receipt-next-waiting-call = We call you when the application can go on. Nothing has to be repeated.

action-call = Call
    .help = Telephone number and message for the applicant
action-met = It is there
    .help = What it waits for is there
action-arrived = Applicant is here
    .help = The applicant is here: go on
action-answered = Answered
    .help = They answered and know
action-no-answer = No answer
    .help = No answer: say when to try again
action-coming = They come at
    .help = They said when they come
action-copy-number = Copy number
    .help = Copy the telephone number
action-copy-link = WA link
    .help = Copy the WhatsApp link with the message

mode-call = Call back
mode-waiting = Put aside
