# The retype sheet: copying an application into OSS.

handover-place = Hand over to OSS
handover-page = Page { $page } of { $pages }: { $title }
handover-progress = { $done } of { $total } copied
handover-number = { $label } is recorded: { $nib }
handover-digits = { $count } digits
handover-cut = OSS holds { $max } characters. Left out: "{ $rest }"
handover-longer = press L to see all of it
handover-empty = This service is not typed into OSS. Once the { $label } is issued, press Enter to record it.
handover-not-finished = Check and finish first, then copy into OSS.
handover-page-done = Done. Go on in OSS, then Enter: page { $page }, { $title }
handover-all-done = All is copied. Once the { $label } is issued, press Enter to record it.
handover-complete = All is copied. Once the { $label } is issued, press N to record it.
handover-again = Never mind. Start again at page { $page }; everything is still here.
handover-attempt = Attempt { $number }, began { $time }
    .again = Attempt { $number }, began { $time }. Before: { $before }
handover-attempts = Tried { $count } times. Last: { $before }
handover-ended = page { $page }
    .done = done
    .nothing = nothing was copied
handover-under-way = under way
handover-no-attempts = Never tried. An attempt is recorded from the first value copied.
handover-attempts-title = Attempts to type it into OSS
handover-alone =
    Mark the value above with the mouse and copy it, or type it from the screen.
    { $enter }: done, go on. { $alone }: back to the page.

app-copied = Copied. Now paste it.
app-copied-terminal = Copied through the terminal. If it does not paste, type it from the screen.
    .sheet = Copied through the terminal. If it does not paste, press L.
    .call = Copied through the terminal. If it does not paste, scan the QR code with a telephone, or type from the screen.
app-not-copied = This PC cannot copy.
    .next = Mark it with the mouse, or type it from the screen.
app-not-copied-call = This PC cannot copy.
    .next = Scan the QR code with a telephone, or type it from the screen.
app-nib-recorded = Recorded: { $label }.

prompt-number = The { $label } that was issued
    .hint = Copy it exactly as written, then compare once more.
prompt-oss-error = OSS threw us out
    .page = Start again at page { $page }: { $title }
    .hint = ↑↓ change the page. Write the message OSS showed; may stay empty.


retype-attempts = Attempts
retype-cut = OSS does not hold: { $rest }

receipt-next-issued = It is issued. Keep the paper safe. Thank you for waiting.
