//! Which outage a letter is about, and when it is shown.

use super::*;
use crate::app::letter::Pending;
use crate::case::{Body, Condition, EventId};
use crate::office::{Entry, Record};

const HOUR: i64 = 3_600_000;

/// A counter with a case that stands on its task list.
fn counter() -> Counter {
    let mut counter = Counter::serving();
    counter.act(Action::Tasks);
    counter
}

/// Writes an outage down that began so long ago, and ended so long ago.
fn down(counter: &mut Counter, system: &str, auto: bool, began: i64, ended: Option<i64>) {
    let now = counter.env.now_ms;
    let journal = &mut counter.state.office.as_mut().expect("unlocked").journal;
    let id = EventId([1 + journal.outages().len() as u8; 16]);
    let record = |id, entry| Record { id, at_ms: now, by: "Rina".into(), entry };
    let (system, symptom) = (system.to_owned(), String::new());
    let (since_ms, why) = (now - began, String::new());
    journal.push(record(id, Entry::OutageBegan { system, symptom, since_ms, auto, why }));
    if let Some(ended) = ended {
        let (outage, until_ms, known_ms) = (id, now - ended, None);
        let end = Entry::OutageEnded { outage, until_ms, auto, known_ms };
        journal.push(record(EventId([200; 16]), end));
    }
}

/// Something happens to the open case.
fn happens(counter: &mut Counter, ago: i64, body: Body) {
    counter.env.now_ms -= ago;
    let mut cx = Cx { env: &counter.env, out: Vec::new() };
    open::append(&mut counter.state, &mut cx, vec![body], Vec::new());
    counter.env.now_ms += ago;
}

fn parked(counter: &mut Counter, ago: i64, on: Condition) {
    let (on, reason) = (Some(on.code().to_owned()), String::new());
    let body = Body::Parked { reason, on, until: None, consent: true, left: String::new() };
    happens(counter, ago, body);
}

/// The key for the letter: the system it is about, or the systems offered.
fn asked(counter: &mut Counter) -> Vec<String> {
    counter.act(Action::Letter);
    let journal = &counter.state.office.as_ref().expect("unlocked").journal;
    let name = |id: &EventId| journal.find(*id).expect("written").system.clone();
    match (counter.state.overlays.last(), &counter.state.letter) {
        (Some(Overlay::Which(which)), None) => which.outages.iter().map(name).collect(),
        (None, Some(Pending::Asked { outage, .. })) => vec![name(outage)],
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_the_case_waits_on_comes_before_what_the_lamp_saw_later() {
    let mut counter = counter();
    down(&mut counter, "oss", false, 2 * HOUR, None);
    down(&mut counter, "jaringan", true, HOUR, None);
    parked(&mut counter, HOUR, Condition::Oss);
    assert_eq!(asked(&mut counter), ["oss"], "nobody has to be asked");
}

#[test]
fn where_nothing_tells_what_kept_the_case_the_officer_chooses() {
    let mut counter = counter();
    down(&mut counter, "oss", true, 4 * HOUR, None);
    down(&mut counter, "dukcapil", false, 2 * HOUR, None);
    down(&mut counter, "login", false, 3 * HOUR, None);
    down(&mut counter, "jaringan", true, HOUR, None);
    // What officers wrote down first, and of that the login of OSS.
    assert_eq!(asked(&mut counter), ["login", "dukcapil", "oss", "jaringan"]);
    counter.typed("9");
    assert!(counter.state.letter.is_none(), "there is no ninth");
    counter.act(Action::Back);
    assert!(counter.state.overlays.is_empty() && counter.state.letter.is_none());
    counter.act(Action::Letter);
    counter.act(Action::Down);
    counter.act(Action::Enter);
    assert!(counter.state.overlays.is_empty());
    let chosen = match &counter.state.letter {
        Some(Pending::Asked { outage, .. }) => *outage,
        other => panic!("{other:?}"),
    };
    assert_eq!(chosen, EventId([2; 16]));
    counter.msg(Msg::TemplateLoaded(Arc::new(office::Template::built_in())));
    let numbered = matches!(
        &counter.state.letter,
        Some(Pending::Numbered { letter, .. }) if letter.system == "dukcapil"
    );
    assert!(numbered);
}

#[test]
fn an_error_seen_at_oss_or_a_trouble_tells_what_kept_the_case() {
    let began = Body::AttemptBegan;
    let failed = |error: &str| Body::AttemptEnded { page: 2, error: error.into(), done: false };
    let both = |counter: &mut Counter| {
        down(counter, "oss", false, 2 * HOUR, None);
        down(counter, "otp", true, 3 * HOUR, None);
    };
    let mut counter = self::counter();
    both(&mut counter);
    happens(&mut counter, HOUR, began.clone());
    happens(&mut counter, HOUR / 2, failed("kode OTP tidak masuk"));
    assert_eq!(asked(&mut counter), ["otp"]);
    // An error that names nothing is of OSS, its login or its OTP.
    let mut counter = self::counter();
    both(&mut counter);
    down(&mut counter, "dukcapil", false, HOUR, None);
    happens(&mut counter, HOUR, began);
    happens(&mut counter, HOUR / 2, failed("halaman putih"));
    assert_eq!(asked(&mut counter), ["oss", "otp", "dukcapil"]);
    let mut counter = self::counter();
    both(&mut counter);
    let (trouble, step) = ("otp-email-tidak-masuk".to_owned(), "nomor".to_owned());
    let answer = "Tidak masuk".to_owned();
    happens(&mut counter, HOUR, Body::Tried { trouble, step, answer, note: String::new() });
    assert_eq!(asked(&mut counter), ["otp"]);
}

#[test]
fn a_second_outage_while_the_case_waits_is_offered_with_the_first() {
    let mut counter = counter();
    down(&mut counter, "oss", true, 6 * HOUR, Some(4 * HOUR));
    parked(&mut counter, 5 * HOUR, Condition::Oss);
    assert_eq!(asked(&mut counter), ["oss"]);
    counter.state.letter = None;
    down(&mut counter, "oss", true, HOUR, None);
    assert_eq!(asked(&mut counter), ["oss", "oss"]);
    counter.act(Action::Enter);
    let lasting = EventId([2; 16]);
    assert!(
        matches!(counter.state.letter, Some(Pending::Asked { outage, .. }) if outage == lasting)
    );
}

#[test]
fn what_kept_the_case_long_ago_does_not_hide_what_lasts_now() {
    let mut counter = counter();
    let day = 24 * HOUR;
    down(&mut counter, "otp", false, 30 * day, Some(29 * day));
    parked(&mut counter, 30 * day - HOUR, Condition::Otp);
    happens(&mut counter, 28 * day, Body::Resumed);
    assert_eq!(asked(&mut counter), ["otp"], "nothing else happened");
    counter.state.letter = None;
    down(&mut counter, "oss", true, HOUR, None);
    assert_eq!(asked(&mut counter), ["oss", "otp"]);
}

#[test]
fn a_letter_is_shown_when_its_number_is_safe_and_recorded_when_it_is_printed() {
    let mut counter = Counter::asking_for_a_letter();
    assert!(matches!(counter.state.screen, Screen::Tasks(_)), "its number is not on the disk yet");
    // The disk confirms one write after the other.
    for ticket in 1..50 {
        if counter.state.letter.is_some() {
            counter.msg(Msg::Synced { ticket });
        }
    }
    assert!(
        matches!(&counter.state.screen, Screen::Paper(shown) if shown.what() == crate::app::paper::What::Letter)
    );
    counter.effects.clear();
    for (at, copy) in [false, true].into_iter().enumerate() {
        counter.act(Action::Print);
        let code = Body::Printed { what: "surat".into(), number: "surat-2026/1".into() };
        assert_eq!(counter.events()[at], code);
        let print = counter.effects.iter().rev().find_map(|effect| match effect {
            Effect::Print(print) => Some(print.clone()),
            _ => None,
        });
        let print = print.expect("printed");
        assert_eq!((print.copy, print.number.as_str()), (copy, "surat-2026/1"));
    }
    let taken = |effect: &Effect| matches!(effect, Effect::Record { .. });
    assert!(!counter.effects.iter().any(taken), "one number for all its copies");
}

#[test]
fn a_finished_case_gets_no_letter_that_says_it_could_not_be_finished() {
    let mut counter = counter();
    down(&mut counter, "oss", false, 2 * HOUR, None);
    parked(&mut counter, HOUR, Condition::Oss);
    happens(&mut counter, 0, Body::NibRecorded { nib: "9120300400500".into(), kind: None });
    counter.act(Action::Letter);
    assert!(counter.state.letter.is_none());
    let told = match counter.state.overlays.pop() {
        Some(Overlay::Notice(notice)) => notice.key.to_string(),
        other => panic!("{other:?}"),
    };
    assert_eq!(told, "letter-done");
    // One that was made before stays what it was.
    let code = counter.open().case.code.clone();
    let at_ms = counter.env.now_ms - HOUR;
    let journal = &mut counter.state.office.as_mut().expect("unlocked").journal;
    let outage = Some(EventId([1; 16]));
    let entry = Entry::NumberTaken { series: "surat-2026".into(), number: 7, code, outage };
    journal.push(Record { id: EventId([99; 16]), at_ms, by: "Rina".into(), entry });
    assert_eq!(asked(&mut counter), ["oss"]);
    counter.msg(Msg::TemplateLoaded(Arc::new(office::Template::built_in())));
    assert!(
        matches!(&counter.state.letter, Some(Pending::Numbered { letter, .. }) if letter.number == 7)
    );
}

#[test]
fn after_the_end_of_an_outage_its_letter_keeps_one_number_too() {
    let mut counter = counter();
    down(&mut counter, "oss", false, 4 * HOUR, Some(HOUR));
    parked(&mut counter, 3 * HOUR, Condition::Oss);
    let code = counter.open().case.code.clone();
    let now = counter.env.now_ms;
    let journal = &mut counter.state.office.as_mut().expect("unlocked").journal;
    for (number, ago) in [(1, 2 * HOUR), (2, HOUR / 2)] {
        let (series, outage) = ("surat-2026".to_owned(), Some(EventId([1; 16])));
        let entry = Entry::NumberTaken { series, number, code: code.clone(), outage };
        let id = EventId([90 + number as u8; 16]);
        journal.push(Record { id, at_ms: now - ago, by: "Rina".into(), entry });
    }
    assert_eq!(asked(&mut counter), ["oss"]);
    counter.msg(Msg::TemplateLoaded(Arc::new(office::Template::built_in())));
    assert!(
        matches!(&counter.state.letter, Some(Pending::Numbered { letter, .. }) if letter.number == 2),
        "{:?}",
        counter.state.letter
    );
}
