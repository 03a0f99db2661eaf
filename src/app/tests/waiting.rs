//! Putting a case aside, calling the applicant back, and what a kill leaves of it.

use super::*;
use crate::case::{Care, Condition};
use crate::office::{Entry, Record};
use screens::beranda::{Line, Queue};
use screens::park::Step;

fn park(counter: &Counter) -> &screens::park::Park {
    match counter.state.overlays.last() {
        Some(Overlay::Park(park)) => park,
        other => panic!("no case is being put aside but {other:?}"),
    }
}

fn line(counter: &Counter) -> &str {
    counter.state.line.as_ref().map_or("", |notice| &notice.key)
}

/// A new case with an elderly applicant's NIK and telephone.
fn elderly() -> Counter {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    for (path, text) in
        [("nik", "1472050107550002"), ("nama", "ABDUL KARIM"), ("hp", "0812 7676 8989")]
    {
        counter.go(path);
        counter.typed(text);
    }
    counter.act(Action::Tasks);
    counter
}

/// The same, waiting on OSS with consent.
fn waiting() -> Counter {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("1");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::Yes);
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert!(counter.open().case.waiting.is_some());
    counter.effects.clear();
    counter
}

fn outage(counter: &mut Counter, since_ms: i64, until_ms: Option<i64>) {
    let office = counter.state.office.as_mut().expect("unlocked");
    let at = office.journal.outages().len() as u8;
    let record = |id, entry| Record {
        id: crate::case::EventId([id; 16]),
        at_ms: 0,
        by: String::new(),
        entry,
    };
    let (system, symptom) = ("oss".to_owned(), String::new());
    office.journal.push(record(
        at,
        Entry::OutageBegan { system, symptom, since_ms, auto: true, why: String::new() },
    ));
    if let Some(until_ms) = until_ms {
        let outage = crate::case::EventId([at; 16]);
        office.journal.push(record(
            at + 100,
            Entry::OutageEnded { outage, until_ms, auto: true, known_ms: None },
        ));
    }
    let env = counter.env;
    screens::beranda::again(&mut counter.state, &env);
}

/// The queue the only case stands in.
fn queue(counter: &Counter) -> Queue {
    let Screen::Beranda(beranda) = &counter.state.screen else { panic!("not at Beranda") };
    let mut now = None;
    for line in &beranda.lines {
        match line {
            Line::Heading(queue, _) => now = Some(*queue),
            Line::Case(_) => return now.expect("a heading is above"),
            Line::Gap => {}
        }
    }
    panic!("no case is listed")
}

/// Opens the marked case of Beranda as the store would give it back.
fn enter(counter: &mut Counter, action: Action, case: &crate::case::Case) {
    let effects = counter.act(action);
    assert_eq!(effects.first(), Some(&Effect::LoadCase(case.id)), "{effects:?}");
    let (events, form) = (case.events().to_vec(), Arc::clone(&counter.form));
    let journals = Vec::new();
    let loaded = LoadedCase { id: case.id, events, journals, damaged: 0, form };
    counter.msg(Msg::CaseLoaded(Box::new(loaded)));
}

#[test]
fn a_few_keys_put_a_case_aside_and_propose_who_comes_first() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("1");
    assert_eq!(
        (park(&counter).step, park(&counter).condition()),
        (Step::Reason, Some(Condition::Oss))
    );
    counter.typed("sejak pagi");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert_eq!(park(&counter).step, Step::Consent);
    counter.act(Action::Enter);
    assert_eq!((park(&counter).step, line(&counter)), (Step::Consent, "waiting-consent-first"));
    counter.act(Action::Yes);
    counter.typed("fotokopi KTP, pas foto 2 lembar ,");
    counter.act(Action::Enter);
    assert_eq!(park(&counter).care, Care::Lansia.bit(), "71 years by the NIK");
    counter.typed("4");
    counter.effects.clear();
    counter.act(Action::Enter);
    assert_eq!(
        counter.events(),
        [
            Body::Parked {
                reason: "sejak pagi".into(),
                on: Some("oss".into()),
                until: None,
                consent: true,
                left: "fotokopi KTP\npas foto 2 lembar".into(),
            },
            Body::CareNoted { care: vec!["lansia".into(), "jauh".into()] },
        ]
    );
    assert!(counter.state.overlays.is_empty());
    assert_eq!(line(&counter), "waiting-kept-no-outage");
    let cleared = counter
        .effects
        .iter()
        .any(|effect| matches!(effect, Effect::Append { fields, .. } if fields.len() == 4));
    assert!(cleared, "{:?}", counter.effects);
}

#[test]
fn without_consent_nothing_is_kept_at_the_counter_and_nobody_is_called() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("1");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::No);
    assert_eq!(park(&counter).step, Step::Care, "what is left here is not even asked");
    counter.act(Action::Enter);
    let waiting = counter.open().case.waiting.clone().expect("it waits");
    assert!(!waiting.consent && waiting.left.is_empty());
    assert_eq!(line(&counter), "waiting-kept-no-consent");
    counter.act(Action::Call);
    assert_eq!(line(&counter), "call-no-consent");
    assert!(!matches!(counter.state.screen, Screen::Call));
    counter.act(Action::Met);
    assert_eq!(line(&counter), "waiting-met-no-consent");
    counter.act(Action::Home);
    assert_eq!(queue(&counter), Queue::Waiting);
}

#[test]
fn a_day_is_needed_for_a_day_and_never_one_that_is_over() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("9");
    assert_eq!(park(&counter).condition(), Some(Condition::Tanggal));
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert_eq!(line(&counter), "waiting-no-day");
    for (text, said) in [("nanti", "waiting-not-a-day"), ("1-11-2026", "waiting-day-past")] {
        counter.typed(text);
        counter.act(Action::Enter);
        assert_eq!((park(&counter).step, line(&counter)), (Step::Until, said), "{text}");
        while !park(&counter).until.text().is_empty() {
            counter.act(Action::Edit(Edit::Backspace));
        }
    }
    counter.typed("24-11");
    counter.act(Action::Enter);
    assert_eq!(park(&counter).step, Step::Consent);
    assert_eq!(park(&counter).day(), Some(date(2026, 11, 24)));
}

#[test]
fn something_else_needs_words() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("0");
    counter.act(Action::Enter);
    assert_eq!((park(&counter).step, line(&counter)), (Step::Reason, "prompt-empty"));
}

#[test]
fn esc_anywhere_keeps_nothing_and_loses_no_word() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("1");
    counter.typed("sejak pagi");
    counter.act(Action::Enter);
    counter.typed("30-1");
    counter.effects.clear();
    counter.act(Action::Back);
    assert!(counter.state.overlays.is_empty() && counter.open().case.waiting.is_none());
    assert_eq!(counter.events(), []);
    counter.act(Action::Park);
    assert_eq!(park(&counter).reason.text(), "sejak pagi");
    assert_eq!(
        (park(&counter).until.text(), park(&counter).condition()),
        ("30-1", Some(Condition::Oss))
    );
}

#[test]
fn a_kill_at_any_step_comes_back_to_it_with_every_word() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("3");
    counter.typed("kode OTP belum datang");
    counter.act(Action::Edit(Edit::WordLeft));
    let next = after_a_kill(&counter, &counter.effects.clone());
    assert_eq!(park(&next).step, Step::Reason);
    assert_eq!(park(&next).reason, park(&counter).reason);
    assert_eq!(park(&next).condition(), Some(Condition::Otp));
    counter.act(Action::Enter);
    counter.typed("2 Des");
    let next = after_a_kill(&counter, &counter.effects.clone());
    assert_eq!((park(&next).step, park(&next).until.text()), (Step::Until, "2 Des"));
    assert_eq!(park(&next).reason.text(), "kode OTP belum datang");
    counter.act(Action::Enter);
    let next = after_a_kill(&counter, &counter.effects.clone());
    assert_eq!(park(&next).step, Step::Consent);
    counter.act(Action::Yes);
    counter.typed("KTP asli");
    let mut next = after_a_kill(&counter, &counter.effects.clone());
    assert_eq!((park(&next).step, park(&next).left.text()), (Step::Left, "KTP asli"));
    next.act(Action::Enter);
    next.act(Action::Enter);
    let waiting = next.open().case.waiting.clone().expect("it waits");
    assert_eq!((waiting.left.as_str(), waiting.consent), ("KTP asli", true));
    assert_eq!(waiting.until, Some(date(2026, 12, 2)));
}

#[test]
fn the_end_of_an_outage_moves_the_case_to_call_back_and_enter_opens_its_card() {
    let mut counter = waiting();
    let case = counter.open().case.clone();
    counter.act(Action::Home);
    let now = counter.env.now_ms;
    outage(&mut counter, now - 1_000, None);
    assert_eq!(queue(&counter), Queue::Waiting);
    counter.env.now_ms += 60_000;
    let back = counter.env.now_ms;
    // Written down by another counter too: of one system only one outage lasts.
    outage(&mut counter, now - 1_000, Some(back));
    assert_eq!(queue(&counter), Queue::Call);
    enter(&mut counter, Action::Enter, &case);
    assert!(matches!(counter.state.screen, Screen::Call));
    assert_eq!(counter.state.mode(), Mode::Call);
    let open = counter.state.open.as_ref().expect("open");
    let card = screens::call::card(&counter.state, open, &counter.env).expect("it waits");
    assert_eq!(card.due, Some(Due::Back(Condition::Oss, back)));
    assert_eq!(card.tidings.number, "6281276768989");
}

#[test]
fn outcomes_are_recorded_with_one_key_and_the_list_is_next() {
    let mut counter = waiting();
    counter.act(Action::Met);
    counter.act(Action::Call);
    assert!(matches!(counter.state.screen, Screen::Call));
    counter.effects.clear();
    let effects = counter.act(Action::Copy);
    assert!(matches!(&effects[..], [Effect::CopyTidings { link: false, .. }, ..]), "{effects:?}");
    // Nothing is said to be copied before it is known.
    assert_eq!(counter.state.line, None);
    for (reached, told) in [
        (Reached::Clipboard, "app-copied"),
        (Reached::Terminal, "app-copied-terminal.call"),
        (Reached::Nowhere, "app-not-copied-call"),
    ] {
        counter.state.line = None;
        counter.msg(Msg::Copied(reached));
        assert_eq!(line(&counter), told);
    }
    counter.act(Action::CopyNumber);
    assert!(counter.effects.contains(&Effect::Copy(Private("081276768989".into()))));
    counter.env.now_ms += 1;
    counter.act(Action::Answered);
    assert_eq!(
        counter.events(),
        [Body::Called { outcome: "dijawab".into(), next_ms: None, note: String::new() }]
    );
    assert!(matches!(counter.state.screen, Screen::Beranda(_)));
    assert_eq!(queue(&counter), Queue::Waiting, "they know");
}

#[test]
fn nobody_answers_and_the_next_attempt_comes_by_itself() {
    let mut counter = waiting();
    // 10.30 in the morning, so that two hours later the office is open.
    counter.env.now_ms = counter.env.ms_of(date(2026, 11, 23), 10, 30);
    counter.act(Action::Met);
    counter.act(Action::Call);
    counter.env.now_ms += 1;
    counter.effects.clear();
    counter.act(Action::NoAnswer);
    counter.act(Action::Enter);
    let next_ms = counter.env.ms_of(date(2026, 11, 23), 12, 30);
    let called = Body::Called {
        outcome: "tidak_diangkat".into(),
        next_ms: Some(next_ms),
        note: String::new(),
    };
    assert_eq!(counter.events(), [called]);
    assert_eq!(queue(&counter), Queue::Waiting);
    counter.env.now_ms = next_ms - 1;
    counter.msg(Msg::Tick);
    assert_eq!(queue(&counter), Queue::Waiting);
    counter.later(1);
    assert_eq!(queue(&counter), Queue::Call);
}

#[test]
fn when_they_come_is_typed_kept_and_understood() {
    let mut counter = waiting();
    counter.effects.clear();
    counter.act(Action::Met);
    counter.act(Action::Call);
    counter.act(Action::Coming);
    counter.typed("nanti sore");
    counter.act(Action::Enter);
    assert_eq!(line(&counter), "call-not-a-moment");
    let place: Vec<_> =
        counter.effects.iter().filter(|one| matches!(one, Effect::Place(_))).collect();
    assert!(!place.is_empty());
    counter.act(Action::Edit(Edit::DeleteWord));
    counter.act(Action::Edit(Edit::DeleteWord));
    counter.typed("besok jam 9");
    counter.act(Action::Enter);
    let comes_ms = counter.env.ms_of(date(2026, 11, 24), 9, 0);
    let next_ms = Some(comes_ms);
    let events = counter.events();
    let last = events.last().expect("recorded");
    assert_eq!(
        last,
        &Body::Called { outcome: "datang".into(), next_ms, note: "besok jam 9".into() }
    );
    assert_eq!(queue(&counter), Queue::Waiting);
    counter.env.now_ms = comes_ms;
    counter.msg(Msg::Tick);
    assert_eq!(queue(&counter), Queue::Call);
}

#[test]
fn nothing_untrue_is_told_when_a_promised_day_or_hour_has_come() {
    let mut counter = waiting();
    counter.state.idle_lock_ms = 0;
    let card = |counter: &Counter| {
        screens::call::card(&counter.state, counter.open(), &counter.env).expect("it waits").tidings
    };
    assert!(!card(&counter).due);
    counter.act(Action::Call);
    counter.act(Action::Coming);
    counter.typed("besok jam 9");
    let case = counter.open().case.clone();
    counter.act(Action::Enter);
    counter.env.now_ms = counter.env.ms_of(date(2026, 11, 24), 9, 0);
    counter.msg(Msg::Tick);
    assert_eq!(queue(&counter), Queue::Call);
    let mut case = case;
    let next_ms = Some(counter.env.now_ms);
    let body = Body::Called { outcome: "datang".into(), next_ms, note: "besok jam 9".into() };
    let event = Event { id: crate::case::EventId([9; 16]), at_ms: 1, by: String::new(), body };
    case.push(event);
    enter(&mut counter, Action::Enter, &case);
    assert!(!card(&counter).due, "they come, but OSS has not come back");
    counter.act(Action::Met);
    assert_eq!((card(&counter).due, card(&counter).on), (true, Some(Condition::Oss)));
}

#[test]
fn a_kill_while_the_time_is_typed_comes_back_to_the_card() {
    let mut counter = elderly();
    for key in ["1", "", ""] {
        if key.is_empty() {
            counter.act(Action::Enter);
        } else {
            counter.act(Action::Park);
            counter.typed(key);
        }
    }
    counter.act(Action::Yes);
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::Call);
    counter.act(Action::Coming);
    counter.typed("besok jam");
    let next = after_a_kill(&counter, &counter.effects.clone());
    assert!(matches!(next.state.screen, Screen::Call), "{:?}", next.state.screen);
    assert!(
        matches!(next.state.overlays.last(), Some(Overlay::Prompt { field: Field::Come, editor })
            if editor.text() == "besok jam"),
        "{:?}",
        next.state.overlays
    );
}

#[test]
fn an_officer_marks_it_there_from_the_list_and_from_the_case() {
    let mut counter = waiting();
    let case = counter.open().case.clone();
    counter.act(Action::Home);
    counter.effects.clear();
    enter(&mut counter, Action::Met, &case);
    assert_eq!(counter.events(), [Body::Met]);
    assert_eq!(line(&counter), "waiting-met");
    assert_eq!(queue(&counter), Queue::Call);
    let Screen::Beranda(beranda) = &counter.state.screen else { panic!("back in the list") };
    assert!(beranda.selected_case().is_some(), "the mark stays at the case");
}

#[test]
fn who_comes_is_counted_and_the_third_visit_goes_to_the_supervisor_once() {
    let mut counter = waiting();
    counter.effects.clear();
    counter.act(Action::Arrived);
    assert_eq!(counter.events(), [Body::Visited, Body::Resumed]);
    assert!(matches!(counter.state.screen, Screen::Tasks(_)));
    counter.act(Action::Park);
    counter.typed("1");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::Yes);
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::Arrived);
    assert_eq!(counter.open().case.visits, 3);
    counter.act(Action::Home);
    assert_eq!(queue(&counter), Queue::Supervisor);
    let Screen::Beranda(beranda) = &counter.state.screen else { panic!("at Beranda") };
    let listed = beranda.lines.iter().filter(|line| matches!(line, Line::Case(_))).count();
    assert_eq!(listed, 1);
}

#[test]
fn two_thousand_wait_and_the_right_ones_stand_on_top() {
    let mut counter = waiting();
    let summary = counter.open().summary();
    counter.act(Action::Home);
    let now = counter.env.now_ms;
    let office = counter.state.office.as_mut().expect("unlocked");
    let mut minter = crate::case::Minter::new([3; 32]);
    office.cases.clear();
    for at in 0..10_000_i64 {
        let mut summary = summary.clone();
        let waits = summary.waits.as_mut().expect("it waits");
        waits.since_ms = now - at * 1_000;
        summary.care = u8::from(at % 100 == 7);
        if at % 5 != 0 && at % 100 != 7 {
            summary.waits = None;
        }
        office.cases.push(Listed { id: minter.case(), summary });
    }
    // It was down until 500 seconds ago: who began to wait after that has seen it work.
    outage(&mut counter, now - 20_000_000, Some(now - 500_000));
    let Screen::Beranda(beranda) = &counter.state.screen else { panic!("at Beranda") };
    let Some(Line::Heading(Queue::Call, count)) = beranda.lines.first() else { panic!("first") };
    let office = counter.state.office.as_ref().expect("unlocked");
    let listed: Vec<_> = beranda.lines[1..=*count]
        .iter()
        .map(|line| match line {
            Line::Case(at) => &office.cases[*at].summary,
            other => panic!("{other:?} among the cases"),
        })
        .collect();
    assert_eq!(*count, 1_900 + 95);
    assert!(listed.is_sorted_by_key(|summary| crate::app::waiting::urgency(summary)));
    assert!(listed[0].has_care(Care::Lansia) && !listed[95].has_care(Care::Lansia));
    assert_eq!(listed[0].waits.as_ref().and_then(|waits| waits.condition()), Some(Condition::Oss));
    screens::beranda::mark_next_call(&mut counter.state);
    let Screen::Beranda(beranda) = &counter.state.screen else { panic!("at Beranda") };
    assert!(matches!(beranda.lines[beranda.selected], Line::Case(_)));
}

/// The papers that were sent to a printer since the last look.
fn slips(counter: &mut Counter) -> Vec<crate::app::paper::CallSlip> {
    let print = |effect| match effect {
        Effect::Print(print) => match print.sheet {
            crate::app::paper::Sheet::Call(slip) => Some(*slip),
            _ => None,
        },
        _ => None,
    };
    counter.effects.drain(..).filter_map(print).collect()
}

#[test]
fn the_slip_of_who_waits_holds_the_condition_what_was_left_and_the_offices_telephone() {
    use crate::form::trouble::Troubles;
    use crate::form::{Origin, Source, built_in_troubles};
    let mut counter = elderly();
    counter.act(Action::Slip);
    assert_eq!(line(&counter), "call-not-waiting");
    counter.act(Action::Park);
    counter.typed("1");
    counter.typed("anaknya Budi yang mengurus");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::Yes);
    counter.typed("KTP asli, akta 2 lembar");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.effects.clear();
    let effects = counter.act(Action::Slip);
    assert_eq!(effects, [Effect::LoadTroubles], "the telephone is not known yet");
    let ours = "[[contact]]\nname = \"kantor\"\nphone = \"(0765) 123 456\"\n";
    let ours = Source { name: "kontak.toml".into(), text: ours.into() };
    let built_in = built_in_troubles().into_iter().map(|source| (Origin::BuiltIn, source));
    let sources: Vec<_> = built_in.chain([(Origin::Office, ours)]).collect();
    let (troubles, problems) = Troubles::load(&sources);
    assert!(problems.is_empty(), "{problems:?}");
    counter.msg(Msg::TroublesLoaded(Arc::new(troubles), None));
    assert!(slips(&mut counter).is_empty(), "it is read first");
    counter.act(Action::Print);
    let code = counter.open().case.code.clone();
    let number = counter.events().into_iter().find_map(|body| match body {
        Body::Printed { what, number } => Some((what, number)),
        _ => None,
    });
    assert_eq!(number, Some(("call".to_owned(), format!("SP-{code}-1"))));
    let slip = slips(&mut counter).pop().expect("printed");
    assert_eq!(slip.left_papers, ["KTP asli", "akta 2 lembar"]);
    assert_eq!((slip.on, slip.phone_to_call.as_str()), (Some(Condition::Oss), "(0765) 123 456"));
    assert!(!format!("{slip:?}").contains("Budi"), "officers write names into their reasons");
    // From the call card and the receipt too, each with its number.
    for screen in [Action::Call, Action::Receipt] {
        counter.act(screen);
        counter.act(Action::Slip);
        counter.act(Action::Print);
        assert_eq!(slips(&mut counter).len(), 1, "{screen:?}");
    }
    assert_eq!(counter.open().case.printed("call").0, 3);
    counter.act(Action::Back);
    assert!(
        matches!(&counter.state.screen, Screen::Paper(shown) if shown.what() == crate::app::paper::What::Receipt)
    );
}

#[test]
fn who_did_not_agree_to_be_called_is_promised_no_call_on_paper() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("1");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::No);
    counter.act(Action::Enter);
    assert!(counter.open().case.waiting.is_some());
    counter.act(Action::Slip);
    assert_eq!(line(&counter), "call-slip-no-consent");
    assert!(slips(&mut counter).is_empty());
}

/// A new case without a telephone number.
fn unreachable() -> Counter {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    for (path, text) in [("nik", "1472050107550002"), ("nama", "ABDUL KARIM")] {
        counter.go(path);
        counter.typed(text);
    }
    counter.act(Action::Tasks);
    counter
}

#[test]
fn the_number_is_asked_before_a_call_is_promised_and_the_window_goes_on() {
    let mut counter = unreachable();
    counter.act(Action::Park);
    counter.typed("1");
    counter.typed("sejak pagi");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert!(park(&counter).asks_number());
    for text in ["0812", " 7676 8989"] {
        counter.act(Action::AskNumber);
        assert_eq!((counter.path().as_str(), line(&counter)), ("hp", "waiting-number-asked"));
        counter.typed(text);
        counter.act(Action::Enter);
        assert_eq!(park(&counter).step, Step::Consent);
        assert_eq!(park(&counter).asks_number(), text == "0812", "four digits are no number");
    }
    assert_eq!(park(&counter).reason.text(), "sejak pagi");
    counter.act(Action::AskNumber);
    assert_eq!(park(&counter).step, Step::Consent, "nothing is missing now");
    for action in [Action::Yes, Action::Enter, Action::Enter] {
        counter.act(action);
    }
    assert!(counter.state.overlays.is_empty());
    let summary = counter.open().summary();
    assert!(summary.waits.is_some_and(|waits| waits.consent && !waits.no_number));
    let next = screens::receipt::facts(&counter.state, counter.open(), &counter.env).next;
    let on = Some(Condition::Oss);
    assert_eq!(next, screens::receipt::Next::Waiting { on, calls: true });
}

#[test]
fn a_kill_in_the_question_of_the_number_loses_nothing_of_the_window() {
    let mut counter = unreachable();
    counter.act(Action::Park);
    counter.typed("1");
    counter.typed("sejak pagi");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::AskNumber);
    counter.typed("0812 76");
    let mut next = after_a_kill(&counter, &counter.effects.clone());
    assert!(matches!(&next.state.screen, Screen::Fill(fill) if fill.editor.text() == "0812 76"));
    next.act(Action::Tasks);
    next.act(Action::Park);
    assert_eq!(park(&next).reason.text(), "sejak pagi");
}

#[test]
fn without_a_number_nothing_promises_a_call_and_nobody_is_listed_to_be_called() {
    let mut counter = unreachable();
    counter.act(Action::Park);
    for key in ["1", "", ""] {
        if key.is_empty() {
            counter.act(Action::Enter);
        } else {
            counter.typed(key);
        }
    }
    for action in [Action::Yes, Action::Enter, Action::Enter] {
        counter.act(action);
    }
    assert_eq!(line(&counter), "waiting-kept-no-number");
    let state = &counter.state;
    let next = screens::receipt::facts(state, counter.open(), &counter.env).next;
    assert_eq!(next, screens::receipt::Next::Waiting { on: Some(Condition::Oss), calls: false });
    let slip = screens::call::facts(state, counter.open(), &counter.env).expect("it waits");
    assert!(!slip.calls);
    counter.act(Action::Met);
    assert_eq!(line(&counter), "waiting-met-no-number");
    counter.act(Action::Home);
    assert_eq!(queue(&counter), Queue::Waiting);
}

#[test]
fn papers_that_are_missing_are_named_three_at_most() {
    let mut counter = elderly();
    counter.act(Action::Park);
    counter.typed("7");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    for action in [Action::Yes, Action::Enter, Action::Enter] {
        counter.act(action);
    }
    let slip = screens::call::facts(&counter.state, counter.open(), &counter.env);
    let slip = slip.expect("it waits");
    assert_eq!(slip.on, Some(Condition::Dokumen));
    assert!((1..=3).contains(&slip.papers.len()), "{:?}", slip.papers);
    counter.effects.clear();
    let effects = counter.act(Action::Receipt);
    assert!(effects.contains(&Effect::LoadTroubles), "the office's telephone: {effects:?}");
}
