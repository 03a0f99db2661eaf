# When OSS fails: troubles, referrals, the account card.

action-trouble = Trouble
    .help = Trouble: what to ask, try and say
action-account = Account card
    .help = OSS account card: e-mail and phone used
mode-troubles = Finding a trouble
mode-trouble = Trouble
mode-account = Account card

trouble-title = What is the trouble?
trouble-count =
    { $count ->
        [one] { $count } trouble
       *[other] { $count } troubles
    }
trouble-words = Also called: { $words }
trouble-none = There is no trouble with these words.
    .next = Try other words, for example: OTP, password, NIK, lost.
trouble-office = Written by this office.
trouble-hides = Written by this office; stands instead of Loket's own.
trouble-under-way = under way
trouble-was-solved = solved
trouble-was-referred = referred
trouble-was-waiting = waiting
trouble-was-onward = goes on
trouble-was-led = goes on in "{ $title }"
trouble-was-sent = sent to { $to }
trouble-step = Step { $step }
trouble-say = Say:
trouble-try = Do
trouble-meaning = It means
trouble-before = Before
trouble-solved = Solved
trouble-referred = Referred
trouble-waiting = Waiting
trouble-onward = Not solved yet, goes on
trouble-leads = Go on
trouble-opens = Press Enter: open the trouble "{ $title }".
trouble-opens-service = Press N: open the service "{ $title }". The applicant's data comes along.
trouble-to = To
trouble-tell = There
trouble-bring = Bring
trouble-next = Then
trouble-wait = Waits for
trouble-phone = Contact
trouble-no-address = The office has not written the address: put it in kontak.toml
trouble-unsure = make sure first
trouble-nothing-to-note = Answer a step first, then add a note.
trouble-referral-saved = Referral saved: { $file }
trouble-broken = A trouble file or kontak.toml has a mistake.
    .why = The file with the mistake is not used. All others are.
    .next = Ask the computer officer to run: loket pack check

tasks-tried = Tried: { $what }
tasks-tried-more =
    { $count ->
        [one] and { $count } trouble more
       *[other] and { $count } troubles more
    }
tasks-account = OSS account: { $what }

account-title = OSS account card
account-never = Never write a password or an OTP code.
account-email = E-mail
    .line = e-mail
account-phone = Telephone
    .line = telephone
account-unknown = not known yet
account-whose = Whose is it?
account-whose-first = Mark the e-mail or telephone first, then choose whose it is.
account-owned = of { $owner }
account-owner-own = the applicant
account-owner-family = a child/relative
account-owner-helper = a helper
account-owner-office = the office
account-owner-unknown = owner not known
account-ways = Ways to get it back. Press Enter to note the result.
account-way-forgot-email = Lupa Kata Sandi by e-mail
account-way-forgot-phone = Lupa Kata Sandi by telephone
account-way-resend = Resend the OTP or activation e-mail
account-way-replace-access = Replacement of the access right
account-way-change-letter = Letter to OSS to change data
account-way-contact-oss = Contacting OSS help
account-earlier = Before:
account-tried = recovery tried { $when }
account-noted = Noted on the account card.
account-email-owned = E-mail: belongs to { $owner ->
        [own] the applicant
        [family] a child/relative
        [helper] a helper
       *[office] the office
    }. Wrong? Ctrl-Z.
account-phone-owned = Telephone: belongs to { $owner ->
        [own] the applicant
        [family] a child/relative
        [helper] a helper
       *[office] the office
    }. Wrong? Ctrl-Z.
account-email-nobody = E-mail: owner not known. Wrong? Ctrl-Z.
account-phone-nobody = Telephone: owner not known. Wrong? Ctrl-Z.
account-undone = The last note on the card is taken back.
account-secret = Not kept yet: something in it looks like a password or code.
    .why = Whoever reads this note could use the applicant's account.
    .next = Take that word out, then press Enter.
account-secret-typed = Looks like a password or code: "{ $what }". It is not kept. Take it out and write the result only, for example "no message arrived".
account-secret-number = Looks like a code: "{ $what }". It is not kept. Take it out; if it is no code, write what it counts, for example "ticket { $what }".
account-not-yet = The last word is not kept yet: it may be a code. Go on until it is complete.

prompt-account = Used for the OSS account
    .hint = An e-mail or telephone number only. Leave it empty if it was wrong.
prompt-recovery = What came of it?
    .hint = For example: no message came; it worked; waiting for an answer
prompt-tried = A note on the step just taken
    .hint = For example: the KTP is hard to read, done with a magnifier

referral-title = Referral
referral-date = Date
referral-about = About
referral-to = Go to
referral-address = Address
referral-hours = Open
referral-phone = Telephone
referral-email = E-mail
referral-tell = Say
referral-bring = Bring
referral-next = When it is done there, please come again with this paper. What was written is kept; nothing has to be repeated.
