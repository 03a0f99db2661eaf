# Before going home: three things the applicant can say in their own words.

mode-teach-back = What the applicant remembers
action-teach-back = Teach-back
    .help = Three things the applicant can say before going home

taught-title = Ask one by one. Press 1, 2, 3 for what can be said.
taught-again = Say again, slowly: { $what }
taught-recorded = Recorded: the applicant can say { $count } of { $total } things.
taught-known = The applicant can already say: { $count } of { $total }
taught-bring-code = KTP and the visit receipt
taught-next-finish = Everything is complete; the officer finishes it.
taught-next-bring = Come again with what is missing. What was written is kept.
taught-next-handover = The officer types it into OSS. News comes by phone or WhatsApp to the number we wrote down.
taught-next-waiting = Waiting first. We will call the number we wrote down.
taught-next-done = The permit is there. No need to come again.
taught-next-issued = It is issued; the paper is kept safe
