# Findings about one answer, from the form engine (src/form).

form-yes-no = The answer is yes or no.
    .why = OSS can use no other answer.
    .next = Press y for yes, t for no.

form-choice-unknown = This answer is not in the list of choices.
    .why = OSS takes only what its list offers. The list may have changed.
    .next = Choose again from the list.

form-choice-not-offered = This choice no longer fits the other answers.
    .why = Earlier answers decide which choices are allowed.
    .next = Choose again from the list, or correct the earlier answer.

form-too-long = { $count } characters; OSS takes at most { $max }.
    .why = OSS cuts or refuses longer text.
    .next = Shorten it by { $over }.

form-oss-cut = { $count } characters; the field of OSS holds { $max }. The last { $over } will not be copied.
    .why = OSS cuts longer text. In Loket it stays whole.
    .next = Shorten it if you can. If OSS may do without its end, write the reason.

form-statement-refused = This statement is not agreed to yet.
    .why = OSS issues no licence without it.
    .next = Read the statement aloud again. If the applicant agrees, answer yes.

form-document-unknown = What is the state of this document?
    .why = The office must know: original, photocopy or not here.
    .next = Choose original, photocopy or not here.

form-document-copy = A photocopy was brought; the original is asked for.
    .why = The officer must see the original document.
    .next = Ask for the original, or write why the photocopy is accepted.

form-document-missing = This document is not here yet.
    .why = The application may be held up without it.
    .next = Write when it will come, or why it may go on.
