# The journal of outages, the letter about an outage, and `loket outage`.

mode-outage = Writing down an outage
mode-outages = Journal of outages
action-outage = Outage
    .help = Write down an outage of OSS, or that it is over
action-outages = Outages
    .help = The journal of outages: today and this month
action-save-csv = CSV
    .help = Save this month's table as CSV
action-save-xlsx = XLSX
    .help = Save this month's table for Excel or LibreOffice
action-letter = Letter
    .help = Make the letter about an outage for this applicant

outage-system-oss = OSS
    .short = OSS
outage-system-login = OSS login
    .short = Login
outage-system-otp = OSS OTP or e-mail
    .short = OTP
outage-system-dukcapil = Dukcapil
    .short = Dukcapil
outage-system-ahu = AHU
    .short = AHU
outage-system-jaringan = Office network
    .short = Network

outage-lamp = { $system } down since { $time }
outage-window = Write down an outage
outage-which = Which system is down? Press its number.
outage-new = Outage: { $system }
outage-symptom = What is seen?
outage-hint-oss = For example: the page does not open; maintenance.
outage-hint-login = For example: login fails, back to the login page.
outage-hint-otp = For example: no OTP has come since this morning.
outage-hint-dukcapil = For example: a NIK cannot be checked.
outage-hint-ahu = For example: the deed does not appear.
outage-hint-jaringan = For example: the office has no internet.
outage-since-ask = Since when?
outage-until-ask = Until when?
outage-by = Written down by { $officer }. Leave it empty if unclear.
outage-since = since { $time }
outage-end = { $system } works again?
outage-correct = Outage: { $system }
outage-lasted = It lasted { $time }.
outage-by-light = OSS light
outage-lasting = still down
outage-today = today
outage-minutes = { $minutes } min
outage-hours = { $hours } h
outage-hours-minutes = { $hours } h { $minutes } min
outage-time-empty = Empty means: still down.
outage-time-unreadable = This time cannot be read.
    .why = What was typed is no time.
    .next = Write it like 10.41 or yesterday 14.55.
outage-time-future = This time has not come yet.
    .why = An outage is written down after it happened.
    .next = Check the time, or write the day too, like 20/11 14.55.
outage-time-before = The end is before the beginning ({ $time }).
    .why = An outage cannot end before it begins.
    .next = Put one of the two times right.
outage-logged = Outage since { $time } written down.
    .why = The letter and the monthly table are made of it.
    .next = When it is over, press the same key.
outage-ended = Works again since { $time }, written down.
outage-corrected = The times were put right.
outage-unchanged = Nothing has changed.
outage-no-symptom = (nothing written about what was seen)
outage-no-cases = No application waits because of this outage.
outage-cases = { $count } applications hit: { $codes }
outage-months = PageUp: the month before
outage-none = No outage was written down this month.
outage-totals = { $count } outages · { $time } · in office hours { $lost }
    .cases = { $cases } applications hit · { $called } applicants called
outage-title = OUTAGES IN { $month }
outage-sheet = Outages
outage-sheet-notes = Notes
outage-total = Total
outage-column-day = Date
    .short = Day
outage-column-system = System
    .short = System
outage-column-span = Time
    .short = Time
outage-column-symptom = Symptom
outage-column-since = Since
outage-column-until = Until
outage-column-minutes = Duration (minutes)
    .short = Min.
outage-column-lost = Lost in office hours (minutes)
    .short = In office
outage-column-cases = Applications hit
    .short = Hit
outage-column-called = Applicants called
    .short = Called
outage-column-by = Written by
outage-note-lost = Office hours: { $hours }, without holidays and collective leave.
outage-note-total = Total minutes: several systems down at the same time count once.
outage-note-cases = Applications hit: put aside during the outage (or up to 15 minutes before it) to wait for that system.
outage-note-called = Applicants called: applications hit whose applicant was called at least once since they wait.
outage-note-holidays = This year's holidays are not known: every ordinary working day counts.
    .short = (holidays not known)
app-outages-saved = The table of outages was saved: { $file }
outages-place = Journal of outages

letter-copy = SALINAN
letter-number = Nomor: { $number }
letter-no-symptom = the system cannot be used
letter-lasting = this letter was written, { $time } (still down)
letter-title = Letter { $number }
letter-waits = The letter's number is recorded. To print it, press G in the task list.
letter-no-outage = No outage is written down for this letter yet.
    .why = The letter is made of an outage in the journal: one that hit this application, one that lasts, or one that ended today.
    .next = Write the outage down with Alt-G first, then make the letter.
letter-template-near = The letter was not made: the field { $found } is not known. Did you mean { $near }?
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Mend that file and press again. No number was used and nothing is lost.
letter-template-field = The letter was not made: the field { $found } is not known.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Use a known field, like {"{"}pemohon{"}"}, {"{"}kode{"}"} or {"{"}sejak{"}"}, and press again. No number was used and nothing is lost.
letter-template-plain = The letter was not made: { $found } cannot be used in this line.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Write the words themselves and press again. No number was used and nothing is lost.
letter-template-brace = The letter was not made: a brace is not closed.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Close it with {"}"} on the same line and press again. No number was used and nothing is lost.
letter-template-key = The letter was not made: there is no line called { $found }.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Known are: kop, kota, kepala, nip, jabatan, nomor, judul, isi. Mend it and press again. No number was used.
letter-template-text = The letter was not made: { $found } must be a text in quotes.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Put it in quotes, like nip = "1960…", and press again. No number was used.
letter-template-list = The letter was not made: { $found } must be a list of texts.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Write it like kop = ["line one", "line two"] and press again. No number was used.
letter-template-number = The letter was not made: the pattern of the number has no {"{"}nomor{"}"}.
    .why = { $file }, line { $line }, column { $column }. Without {"{"}nomor{"}"} all letters have one number:
        { $picture }
    .next = Add {"{"}nomor{"}"} to that line and press again. No number was used.
letter-template-empty = The letter was not made: it says nothing.
    .why = { $file }, line { $line }, column { $column }:
        { $picture }
    .next = Write what it says, or take that line out so that the built-in text is used. No number was used.
letter-template-toml = The letter was not made: its template is not written right.
    .why = { $file }, line { $line }, column { $column } ({ $found }):
        { $picture }
    .next = Look at the quotes and brackets of that line and press again. No number was used and nothing is lost.
letter-template-unread = The letter was not made: { $file } cannot be read.
    .why = That file is no UTF-8 text, or may not be opened.
    .next = Save it again as UTF-8 text, or move it away so that the built-in one is used.

cli-help-outage = Journal of outages: a month, write one down, its end, the letter's template
cli-help-outage-list = The outages of a month: how long, cases hit, applicants called
    .month = The month, like 2026-11. Default: this month
    .csv = Write the table to a CSV file
    .pdf = Write the table as PDF on A4
    .xlsx = Write the table to an XLSX file
    .replace = Replace the file if it exists
cli-help-outage-log = Write an outage down
    .system = oss, login, otp, dukcapil, ahu, or jaringan (the office's network)
    .symptom = What is seen
    .since = Since when: 10.41, "yesterday 14.55", "20/11 14.55". Default: now
cli-help-outage-end = Write down that a system works again
    .system = oss, login, otp, dukcapil, ahu, or jaringan (the office's network)
    .until = Since when it works. Default: now
cli-help-outage-template = The built-in template of the letter, or check an office's own
    .file = The template to check
cli-outage-month = { $month } is no month.
    .why = A month is written as year and number.
    .next = Write for example --month 2026-11.
cli-outage-already = The outage of { $name } is written down since { $since }.
    .why = A system has at most one outage that lasts.
    .next = Write its end down first: loket outage end --system { $system }.
cli-outage-not-down = No outage of { $name } lasts.
    .why = Only an outage that was written down and has no end can be ended.
    .next = Look at the journal: loket outage list.
cli-outage-logged = Outage of { $name } written down since { $time }.
cli-outage-ended = { $name } works again. It was down for { $time }.
cli-outage-template-good = { $file }: nothing is wrong.
