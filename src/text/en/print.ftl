# Paper, printing, printers.

print-foot = page { $page } of { $pages }
print-number = No. { $number }

# Retype sheet.
print-retype-title = Retype Sheet for OSS
print-retype-secret = Confidential; destroy after use.
print-retype-how = Type each value exactly as written, then tick its box. If OSS throws you out, go on at the first empty box.
print-retype-page = Page { $page }: { $title }
print-field = Field in OSS
print-value = To be typed
print-code = Code
print-service = Service

# Call-back slip.
print-call-title = We Will Call You
print-call-waits = Waiting for
print-call-left = Left here
print-call-nothing = nothing; you take all your papers home
print-call-phone = Office phone
print-call-opens = Open
print-call-day = Date
print-call-promise = You need not come again and again. As soon as things work, an officer rings the number you left at the counter.
print-call-kept = What was written is kept; nothing has to be repeated.
print-call-privacy = This paper holds neither your name nor your number. Tell the code when you ring or come.

# Letter.
print-letter-number = Number
print-letter-subject = Subject
