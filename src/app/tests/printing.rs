//! Numbers of papers: taken before printing, never twice, never without a record.

use super::*;
use crate::app::paper::{Sheet, Size};
use crate::app::printing::{Print, Way, Wish};

fn printed(effects: &[Effect]) -> Vec<&Print> {
    let prints = effects.iter().filter_map(|effect| match effect {
        Effect::Print(print) => Some(&**print),
        _ => None,
    });
    prints.collect()
}

fn numbers(events: &[Body]) -> Vec<&str> {
    let numbers = events.iter().filter_map(|body| match body {
        Body::Printed { number, .. } => Some(number.as_str()),
        _ => None,
    });
    numbers.collect()
}

#[test]
fn a_number_is_appended_before_the_paper_is_printed() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    let code = counter.open().case.code.clone();
    counter.effects.clear();
    let effects = counter.act(Action::Print);
    let append = effects.iter().position(|effect| matches!(effect, Effect::Append { .. }));
    let print = effects.iter().position(|effect| matches!(effect, Effect::Print(_)));
    assert!(append.expect("appended") < print.expect("printed"), "{effects:?}");
    let print = printed(&effects)[0];
    assert_eq!(print.number, format!("TT-{code}-1"));
    assert_eq!((print.copy, print.way, print.wish), (false, Way::Printer, Wish::default()));
    assert_eq!(numbers(&counter.events()), [print.number.as_str()]);
    let again = counter.act(Action::Save);
    let again = printed(&again)[0];
    assert_eq!((again.number.as_str(), again.copy), (format!("TT-{code}-2").as_str(), true));
    assert_eq!(again.way, Way::File);
}

#[test]
fn a_program_killed_between_the_number_and_the_printing_goes_on_with_the_next_number() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    counter.act(Action::Print);
    let code = counter.open().case.code.clone();
    // What is on the disk: the events. The paper never was.
    let events = counter.open().case.events().to_vec();
    let id = counter.open().case.id;
    let mut counter = Counter::new();
    let form = Arc::clone(&counter.form);
    let loaded = LoadedCase { id, events, journals: Vec::new(), damaged: 0, form };
    counter.msg(Msg::CaseLoaded(Box::new(loaded)));
    counter.act(Action::Receipt);
    let effects = counter.act(Action::Print);
    let print = printed(&effects)[0];
    assert_eq!(print.number, format!("TT-{code}-2"));
    assert!(print.copy, "it says SALINAN");
}

#[test]
fn a_receipt_of_something_new_is_no_copy_of_the_last_one() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    counter.act(Action::Print);
    counter.go("tempat_lahir");
    counter.typed("BENGKALIS");
    counter.act(Action::Receipt);
    for copy in [false, true] {
        let effects = counter.act(Action::Print);
        assert_eq!(printed(&effects)[0].copy, copy);
    }
}

#[test]
fn each_paper_has_a_series_of_its_own() {
    let mut counter = Counter::serving();
    let code = counter.open().case.code.clone();
    counter.act(Action::Receipt);
    counter.act(Action::Print);
    counter.act(Action::Requirements);
    let effects = counter.act(Action::Print);
    assert_eq!(printed(&effects)[0].number, format!("DS-{code}-1"));
    assert!(!printed(&effects)[0].copy);
    assert_eq!(
        counter.open().case.printed("receipt").0,
        1,
        "only receipts are counted as receipts"
    );
}

#[test]
fn numbers_of_papers_before_there_were_numbers_are_not_given_again() {
    let mut counter = Counter::serving();
    let mut cx = Cx { env: &counter.env, out: Vec::new() };
    let old = Body::Printed { what: "receipt".into(), number: String::new() };
    open::append(&mut counter.state, &mut cx, vec![old.clone(), old], Vec::new());
    let code = counter.open().case.code.clone();
    counter.act(Action::Receipt);
    let effects = counter.act(Action::Print);
    assert_eq!(printed(&effects)[0].number, format!("TT-{code}-3"));
}

#[test]
fn where_nothing_may_be_written_nothing_is_printed_and_it_is_said() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    let effects = counter.act(Action::Print);
    assert!(printed(&effects).is_empty(), "{effects:?}");
    assert_eq!(counter.state.line.as_ref().map(|line| line.key.as_ref()), Some("app-read-only"));
}

#[test]
fn size_and_large_type_are_chosen_by_keys_and_go_along() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    for size in [Size::A4, Size::A5, Size::Roll80, Size::Roll58] {
        counter.act(Action::PaperSize);
        let effects = counter.act(Action::Print);
        assert_eq!(printed(&effects)[0].wish, Wish { size: Some(size), large: false });
    }
    counter.act(Action::PaperSize);
    counter.act(Action::Large);
    let effects = counter.act(Action::Print);
    assert_eq!(printed(&effects)[0].wish, Wish { size: None, large: true });
    assert!(matches!(printed(&effects)[0].sheet, Sheet::Receipt(_)));
}

#[test]
fn an_answer_of_the_printer_never_takes_a_letter_from_who_types() {
    let mut counter = Counter::serving();
    let trouble = || Notice::new(Level::Salah, "print-silent");
    assert!(counter.state.mode().types(), "the first question is typed");
    counter.msg(Msg::Printed(trouble()));
    assert!(counter.state.overlays.is_empty());
    assert_eq!(counter.state.line.as_ref().map(|line| line.level), Some(Level::Periksa));
    counter.act(Action::Receipt);
    counter.msg(Msg::Printed(trouble()));
    assert!(matches!(counter.state.overlays.last(), Some(Overlay::Notice(_))));
}

/// What the printing thread answers when not one byte of a paper left.
fn refused(counter: &mut Counter, print: Print) {
    counter.msg(print.failed(Notice::new(Level::Salah, "print-refused")));
    counter.act(Action::Enter);
}

#[test]
fn after_a_paper_that_did_not_leave_the_next_is_no_copy_and_has_a_new_number() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    let code = counter.open().case.code.clone();
    for at in 1..=2 {
        let effects = counter.act(Action::Print);
        let print = printed(&effects)[0].clone();
        assert_eq!((print.number.clone(), print.copy), (format!("TT-{code}-{at}"), false));
        refused(&mut counter, print);
    }
    // One that failed in the middle answers as any other: nobody knows how much of it is out.
    counter.act(Action::Print);
    counter.msg(Msg::Printed(Notice::new(Level::Salah, "print-silent")));
    counter.act(Action::Enter);
    let effects = counter.act(Action::Print);
    let print = printed(&effects)[0].clone();
    assert_eq!((print.number.clone(), print.copy), (format!("TT-{code}-4"), true));
    refused(&mut counter, print);
    let effects = counter.act(Action::Print);
    assert!(printed(&effects)[0].copy, "the third is out");
}

#[test]
fn a_paper_that_did_not_leave_is_remembered_until_its_case_is_open_again() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    let effects = counter.act(Action::Print);
    let print = printed(&effects)[0].clone();
    let number = print.number.clone();
    let (id, events) = (counter.open().case.id, counter.open().case.events().to_vec());
    counter.act(Action::Home);
    refused(&mut counter, print);
    let form = Arc::clone(&counter.form);
    let loaded = LoadedCase { id, events, journals: Vec::new(), damaged: 0, form };
    counter.msg(Msg::CaseLoaded(Box::new(loaded)));
    counter.act(Action::Receipt);
    let effects = counter.act(Action::Print);
    assert!(!printed(&effects)[0].copy);
    assert!(counter.events().contains(&Body::PrintFailed { number }));
}

#[test]
fn a_refusal_that_comes_while_somebody_types_waits_until_the_question_is_left() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    let effects = counter.act(Action::Print);
    let print = printed(&effects)[0].clone();
    counter.go("tempat_lahir");
    counter.typed("BENGK");
    let effects = counter.msg(print.failed(Notice::new(Level::Salah, "print-refused")));
    assert!(!effects.iter().any(Effect::writes), "{effects:?}");
    counter.typed("ALIS");
    counter.act(Action::Tasks);
    let bodies = counter.events();
    assert!(bodies.iter().any(|body| matches!(body, Body::PrintFailed { .. })));
    let value = counter.open().live.raw(&crate::form::Path::new("tempat_lahir")).to_owned();
    assert!(value.ends_with("BENGKALIS"), "{value}");
}

#[test]
fn nothing_is_on_its_way_any_longer_once_the_printer_has_refused() {
    let mut counter = Counter::serving();
    counter.act(Action::Receipt);
    let effects = counter.act(Action::Print);
    let line = |counter: &Counter| counter.state.line.as_ref().map(|line| line.key.to_string());
    assert_eq!(line(&counter).as_deref(), Some("print-sending"));
    let refused = Notice::new(Level::Salah, "print-refused");
    counter.msg(printed(&effects)[0].clone().failed(refused));
    assert!(matches!(counter.state.overlays.last(), Some(Overlay::Notice(_))));
    assert_eq!(line(&counter), None);
}
