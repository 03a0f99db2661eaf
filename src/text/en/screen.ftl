# Words on the screens: frame, home, questions, receipt.

screen-too-small =
    The window is too small.
    Make it { $columns } x { $rows } or larger.
    Your work is safe.
screen-light-typing = typing
screen-light-saving = saving…
screen-light-saved = saved { $time }
screen-light-failing = NOT SAVED
screen-read-only = reading only
screen-more = { $count } more
screen-quitting = Saving, then leaving…

beranda-morning = Good morning, { $officer }.
beranda-noon = Good day, { $officer }.
beranda-afternoon = Good afternoon, { $officer }.
beranda-evening = Good evening, { $officer }.
beranda-search = Search:
beranda-empty = No applications yet. Press N for a new applicant.
beranda-nothing = Nothing found. Try part of a name, a number or the visit code.
beranda-progress = { $done } of { $total }
beranda-copied = { $done } of { $total } copied
beranda-done = NIB issued
    .other = Done

when-today = { $time } today
when-yesterday = yesterday
when-day-1 = Monday
when-day-2 = Tuesday
when-day-3 = Wednesday
when-day-4 = Thursday
when-day-5 = Friday
when-day-6 = Saturday
when-day-7 = Sunday
when-month-1 = Jan
when-month-2 = Feb
when-month-3 = Mar
when-month-4 = Apr
when-month-5 = May
when-month-6 = Jun
when-month-7 = Jul
when-month-8 = Aug
when-month-9 = Sep
when-month-10 = Oct
when-month-11 = Nov
when-month-12 = Dec

unlock-passphrase = Passphrase
    .pin = PIN or passphrase
unlock-hint = Type your passphrase. If it is forgotten, type the recovery key from the cabinet.
unlock-busy = Opening… one moment.
unlock-read-only = Open for reading only. Type your passphrase.
unlock-occupied = Loket is already open in another window.
    .why = Only one window may change things, so that nothing is overwritten.
    .next = Go to that window. Or press Enter to open here, for reading only.
lock-title = The screen is locked
lock-kept = What was typed is safe.
lock-hint = Type your passphrase to go on at the same letter.
    .pin = Type your PIN or passphrase to go on at the same letter.
lock-other = Another officer takes over? They just type their own passphrase here. A new officer is added on the home screen: key { $key }.
lock-wrong = The passphrase does not fit.
    .next = Check Caps Lock, then type it again slowly.

fill-say = Say
fill-optional = (may stay empty)
fill-where = Where
fill-example = Example
fill-why = What for
fill-issuer = From whom
fill-alternatives = Instead
fill-if-missing = If missing
fill-reason = Reason
fill-note = Note
fill-proposal = Proposal: { $value }   (→ takes it)
sheet-choose = choose with ← →
fill-reason-hint = Press { $key } to write the reason.

option-ya = Yes
    .statement = Agrees
option-tidak = No
    .statement = Does not agree yet
option-asli = Original brought
option-fotokopi = Photocopy brought
option-tidak_ada = Not available

receipt-title = Receipt of Your Visit
receipt-copy = COPY
receipt-code = Code
receipt-time = Time
receipt-counter = Counter
receipt-service = Service
receipt-complete = Complete
receipt-missing = Missing
receipt-more-missing =
    { $count ->
        [one] and one more thing the officer will ask
       *[other] and { $count } more things the officer will ask
    }
receipt-next = Next
receipt-opens = Open
opens-then = { $today }, then { $next }
opens-today = today until { $until }
opens-today-from = today { $from }-{ $until }
opens-rest = (rest { $from }-{ $until })
opens-short = ({ $when })
opens-short-next = (open again { $when })
receipt-opens-likely = { $day } (may change: a holiday is not fixed yet)
receipt-opens-unknown = not known yet, please ask the office first
receipt-next-bring = Please come again with what is missing. What was written is kept; nothing has to be repeated.
receipt-next-finish = It only has to be checked together with the officer. What was written is kept.
receipt-next-handover = Everything is complete. The officer enters it into OSS. You need not repeat anything.
receipt-next-waiting = Your application is kept while it waits. The officer has told you for what. Nothing has to be repeated.
receipt-next-done = The NIB is issued. Keep your NIB document safe. Good luck with your business!
receipt-privacy =
    This paper holds neither your name nor your numbers.
    Tell the code when you come again.

lookup-why = matches
lookup-ask = Ask
lookup-other-edition = In KBLI { $edition } this number means something else: { $title }
lookup-kbli-empty = Type the business in everyday words, as the applicant says it.
    .next = For example: jual gorengan, bengkel motor, jahit baju. A 5-digit code works too.
lookup-kbli-nothing = No business was found for these words.
    .next = Try other words: what is sold, made or done. What was typed is kept.
lookup-wilayah-empty = Type a few letters of the district's name.
lookup-wilayah-nothing = No region of that name was found.
    .next = Try the regency or city. Names of divided regions can differ from an old KTP.
lookup-postcodes = Postcodes: { $codes }
lookup-go-in = Enter: see what lies in it
lookup-villages = Enter: take this district. Right: choose the village
lookup-take = Enter: take this

tasks-waits = First finish: { $pack }. Press N to begin it.
    .who = First finish: { $pack } ({ $who }). Press N to begin it.
fill-taken-over = Already filled in at visit { $code }; no need to ask again.
finder-packs = Services that fit
finder-count = { $count } services
finder-hint = Choose the answer, or just type what the applicant says.
finder-nothing = No service has these words.
    .next = Try other words, or erase them to answer the questions one by one.
