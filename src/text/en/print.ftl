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
    .yours = What You Have to Do
    .silent = Your Application Waits
print-call-waits = Waiting for
print-call-left = Left here
print-call-nothing = nothing; you take all your papers home
print-call-phone = Office phone
print-call-opens = Open
print-call-other = word from the counter
print-call-day = Date
print-call-promise = You need not come again and again. As soon as things work, an officer rings the number you left at the counter. What was written is kept; nothing has to be repeated.
print-call-silent = We have no telephone number of yours, so we cannot ring you. Ask at the counter or ring the office. What was written is kept; nothing has to be repeated.
print-call-privacy = Without name or number. Tell the code when you come.

# Preview on the screen.
paper-place = Paper
    .receipt = Receipt
    .requirements = List of requirements
    .retype = Retype sheet
    .call = Call-back slip
    .referral = Referral
    .surat = Letter about an outage
    .report = Report of outages
print-private-here = Holds personal data.
    .retype = Holds personal data. Anybody can read a file, so this is only printed. If the office wants files: write file = true under [retype] in printer.toml.
    .surat = Holds the applicant's name. Without a printer this letter is not saved by itself; press S if the file is really needed.
print-shown = Paper: { $size }
print-shown-large = large type
print-shown-copy = The next print: a COPY
print-size-printer = as the office printer has it
print-size-a4 = A4
print-size-a5 = A5
print-size-80 = roll of 80 mm
print-size-58 = roll of 58 mm

# Printing.
print-sending = Sending to the printer …
print-done = Printed.
print-sent = Sent to the printer. Check the paper.
print-saved = Paper saved: { $file }
print-saved-instead = Paper saved: { $file } (the office printer does not take that size)
print-kept = The paper is kept: { $file }
print-kept-not = This paper holds personal data, so it is not kept as a file.
print-kept-failed = The paper could not be kept as a file either.
print-settings = Sent. The settings are wrong: { $problem }
print-absent = Printer { $printer } was not found. { $kept }
    .why = There is no printer of that name or address.
    .next = Check the cable and the name in printer.toml, then press P again.
print-refused = Printer { $printer } refuses. { $kept }
    .why = The device at that address is on, but it is no printer, or another program is using it.
    .next = Switch the printer off and on, wait a minute, then press P again.
print-silent = Printer { $printer } does not answer. { $kept }
    .why = The printer is off, its cable is loose, or the office network is down.
    .next = Check the lights and cables. Before pressing P again, see whether the paper came out.
print-no-paper = Printer { $printer } is out of paper. { $kept }
    .why = The printer told that it has no paper.
    .next = Put paper in, then press P again.
print-denied = Printer { $printer } may not be used. { $kept }
    .why = This computer account has no permission for that printer.
    .next = Ask who looks after the computer for permission (on Linux: group lp), then press P again.
print-busy = Printer { $printer } is still busy. { $kept }
    .why = The printer has not finished the paper before.
    .next = Wait until it has. If it takes long, check its paper and lights.
print-failed = Printer { $printer } could not print. { $kept }
    .why = The system says: { $kind }.
    .next = Check the printer, then press P again.
print-private = This paper holds personal data, so it is not saved as a file.
    .why = Whoever opens the computer can read its files.
    .next = Give this paper a printer in printer.toml. If the office wants files all the same, write: file = true.
print-private-letter = This letter holds the applicant's name, so it is not saved unasked.
    .why = There is no printer for letters in printer.toml, and a file can be read by whoever opens this computer.
    .next = Press S if the letter is to be saved as a PDF file, or set up a printer in printer.toml.
print-unnumbered = The paper was not printed yet.
    .why = Its number could not be recorded, and one number must not come out twice.
    .next = Look at the save light. Once it says saved, press P again.
print-file-failed = The paper could not be saved.
    .why = { $reason }
    .next = Mend that, then press S again.
print-file-full = The disk of this computer is full.
print-file-denied = The folder cetak may not be written to.
print-file-open = The paper is open in another program; close it there.
print-file-other = The system refuses to write to the folder cetak.

# Test page.
print-test-title = Printer Test Page
print-test-signs = Letters
print-test-width = Width
print-test-qr = A telephone must be able to read the square below or beside.
print-test-good = If all can be read and the paper is cut, the printer is ready.

# Commands.
cli-help-print = The office printer
cli-help-print-test = Print a test page on the printer of receipts
cli-print-problem = Something is wrong: { $problem }
