//! The picker over a question about a KBLI code or a region.

use super::*;
use crate::app::screens::lookup::{Hit, Lookup};

const KBLI: &str = "usaha#1/kbli";

fn lookup(counter: &Counter) -> Option<&Lookup> {
    match &counter.state.screen {
        Screen::Fill(fill) => fill.lookup.as_ref(),
        other => panic!("no question is open but {other:?}"),
    }
}

fn codes(counter: &Counter) -> Vec<String> {
    let hits = &lookup(counter).expect("the picker is open").hits;
    hits.iter()
        .map(|hit| match hit {
            Hit::Kbli(hit) => hit.code.clone(),
            Hit::Region(code) => code.clone(),
        })
        .collect()
}

#[test]
fn everyday_words_open_the_picker_and_enter_takes_the_marked_code_with_its_edition() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    assert!(lookup(&counter).is_none(), "nothing is typed yet");
    let effects = counter.typed("bengkel motor");
    let case = counter.open().case.id;
    let kept = journal(case, KBLI, "bengkel motor", counter.env.now_ms);
    assert_eq!(effects[0], kept, "the words are kept like any answer");
    assert_eq!(counter.state.mode(), Mode::Lookup);
    assert_eq!(codes(&counter)[0], "95320");
    counter.act(Action::Enter);
    assert!(lookup(&counter).is_none());
    assert_eq!(counter.raw(KBLI), "95320 (2025)");
    assert_eq!(counter.path().as_str(), KBLI, "the title is read out before going on");
    counter.act(Action::Enter);
    assert_ne!(counter.path().as_str(), KBLI);
}

#[test]
fn arrows_move_the_mark_and_esc_keeps_the_words() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    counter.typed("warung");
    let second = codes(&counter)[1].clone();
    counter.act(Action::Down);
    counter.act(Action::Up);
    counter.act(Action::Down);
    counter.act(Action::Enter);
    assert_eq!(counter.raw(KBLI), format!("{second} (2025)"));
    counter.act(Action::Search);
    assert_eq!(codes(&counter)[0], second);
    counter.typed(" x");
    counter.act(Action::Back);
    assert!(lookup(&counter).is_none());
    counter.act(Action::Back);
    assert_eq!(
        counter.raw(KBLI),
        format!("{second} (2025) x"),
        "what was typed is kept, however wrong"
    );
}

#[test]
fn tab_leaves_the_question_and_keeps_the_words() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    counter.typed("warung");
    counter.act(Action::Next);
    assert_ne!(counter.path().as_str(), KBLI);
    assert_eq!(counter.raw(KBLI), "warung");
}

#[test]
fn a_bare_code_gets_its_edition_when_it_becomes_an_answer() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    counter.typed("95320");
    counter.act(Action::Back);
    counter.act(Action::Back);
    assert_eq!(counter.raw(KBLI), "95320 (2025)");
}

#[test]
fn a_code_of_the_old_list_shows_what_it_may_be_now_and_converts_nothing() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    counter.typed("45407");
    let candidates = codes(&counter);
    assert!(!candidates.is_empty());
    assert_eq!(counter.raw(KBLI), "");
    counter.act(Action::Enter);
    assert_eq!(counter.raw(KBLI), format!("{} (2025)", candidates[0]));
}

#[test]
fn a_region_is_gone_into_level_by_level_or_found_by_name() {
    let mut counter = Counter::serving();
    counter.go("wilayah");
    counter.typed("riau");
    assert_eq!(codes(&counter)[0], "14");
    counter.act(Action::Enter);
    assert!(codes(&counter).contains(&"1472".to_owned()));
    counter.typed("dumai");
    assert_eq!(codes(&counter)[0], "1472");
    counter.act(Action::Enter);
    assert_eq!(codes(&counter).len(), 7, "Kota Dumai has seven kecamatan");
    counter.typed("dumai k");
    assert_eq!(codes(&counter)[0], "147206");
    counter.act(Action::Enter);
    assert_eq!(counter.raw("wilayah"), "147206");
    let row = counter.open().derived.row(&Path::new("wilayah")).expect("it applies");
    assert_eq!(row.shown.id, "Dumai Kota, Kota Dumai, Riau");
}

#[test]
fn nothing_is_picked_in_a_reading_copy_or_a_finished_case() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    counter.act(Action::Search);
    counter.typed("95320");
    counter.act(Action::Enter);
    assert_eq!(counter.raw(KBLI), "");
}

#[test]
fn a_killed_search_goes_on_at_the_letter() {
    let mut counter = Counter::serving();
    counter.go(KBLI);
    counter.typed("bengkel moto");
    let (case, at_ms) = (counter.open().case.id, counter.env.now_ms);
    let typing = Typing { text: "bengkel moto".into(), cursor: 12, at_ms };
    let open = counter.state.open.as_mut().expect("a case is open");
    open.live = open.case.answers.clone();
    open.journals.push((format!("answer:{KBLI}"), typing));
    fill::enter(&mut counter.state, &Path::new(KBLI), false);
    assert_eq!(counter.open().case.id, case);
    assert_eq!(codes(&counter)[0], "95320");
}
