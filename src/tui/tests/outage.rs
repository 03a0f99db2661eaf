//! The window of an outage, the journal and the lamp, as pictures.

use super::*;
use crate::office::{Entry, Record};

/// A day of outages, written as an officer and the light do.
fn a_bad_month() -> Desk {
    let mut desk = Desk::new(&["warung-lengkap", "hanya-nama"]);
    let hour = 3_600_000;
    let now = NOW.now_ms;
    let mut minter = Minter::new([8; 32]);
    let mut began = Vec::new();
    for (system, symptom, since_ms, auto) in [
        ("dukcapil", "NIK tidak bisa diperiksa", now - 200 * hour, false),
        ("oss", "", now - 73 * hour, true),
        ("login", "halaman masuk kembali terus", now - hour, false),
        ("otp", "", now - 60_000, false),
    ] {
        let (system, symptom) = (system.to_owned(), symptom.to_owned());
        let by = if auto { String::new() } else { "Bu Rina".to_owned() };
        let why = if auto { "timeout".to_owned() } else { String::new() };
        let entry = Entry::OutageBegan { system, symptom, since_ms, auto, why };
        began.push(Record { id: minter.event(), at_ms: since_ms, by, entry });
    }
    let mut ended = Vec::new();
    for (at, until_ms) in [(0, now - 197 * hour), (1, now - 48 * hour)] {
        let entry =
            Entry::OutageEnded { outage: began[at].id, until_ms, auto: at == 1, known_ms: None };
        ended.push(Record { id: minter.event(), at_ms: until_ms, by: String::new(), entry });
    }
    let journal = &mut desk.state.office.as_mut().expect("unlocked").journal;
    for record in began.into_iter().chain(ended) {
        journal.push(record);
    }
    desk.msg(Msg::ReferenceLoaded(Reference::built_in()));
    desk
}

#[test]
fn the_lamp_tells_what_is_down_on_every_screen_but_the_locked_one() {
    let mut desk = a_bad_month();
    assert!(desk.screen().contains("▲ OTP sejak 10.41 +1"), "{}", desk.screen());
    desk.press("<enter>");
    assert!(desk.screen().contains("▲ OTP sejak 10.41 +1"), "{}", desk.screen());
    desk.press("<ctrl-l>");
    assert!(!desk.screen().contains("OTP"), "{}", desk.screen());
}

#[test]
fn an_outage_is_written_down_over_a_question() {
    let mut desk = Desk::serving("hanya-nama");
    desk.open("nama").press("<alt-g>");
    insta::assert_snapshot!("outage-systems", desk.screen());
    desk.press("2halaman masuk kembali terus");
    insta::assert_snapshot!("outage-new", desk.screen());
    desk.press("<enter><ctrl-w>10.4x");
    insta::assert_snapshot!("outage-time-unreadable", desk.screen());
    desk.press("<backspace>1<enter>");
    insta::assert_snapshot!("outage-logged", desk.screen());
    desk.press("<insert>2");
    insta::assert_snapshot!("outage-end", desk.screen());
}

#[test]
fn the_journal_shows_a_month_and_its_details() {
    let mut desk = a_bad_month();
    desk.press("g");
    insta::assert_snapshot!("outages", desk.screen());
    desk.press("p");
    insta::assert_snapshot!("paper-report", desk.screen());
    desk.press("<esc><down><enter>");
    insta::assert_snapshot!("outages-correct", desk.screen());
    desk.press("<esc><page-up>");
    insta::assert_snapshot!("outages-empty", desk.screen());
}

#[test]
fn an_end_that_nobody_saw_is_shown_as_what_is_known() {
    let mut desk = a_bad_month();
    let journal = &mut desk.state.office.as_mut().expect("unlocked").journal;
    let mut minter = Minter::new([9; 32]);
    let mut record = |at_ms, entry| Record { id: minter.event(), at_ms, by: String::new(), entry };
    let (since_ms, until_ms) = (NOW.now_ms - 20 * 3_600_000, NOW.now_ms - 3_600_000);
    let (system, symptom, why) = ("oss".to_owned(), String::new(), "http-502".to_owned());
    let began = Entry::OutageBegan { system, symptom, since_ms, auto: true, why };
    let began = record(since_ms, began);
    let (outage, known_ms) = (began.id, Some(since_ms + 3_600_000));
    journal.push(began);
    journal.push(record(until_ms, Entry::OutageEnded { outage, until_ms, auto: true, known_ms }));
    desk.press("g<down><down>");
    insta::assert_snapshot!("outages-unseen", desk.screen());
    desk.press("<enter>");
    insta::assert_snapshot!("outages-unseen-correct", desk.screen());
}

#[test]
fn the_journal_shows_a_day_alone_and_its_paper() {
    let mut desk = a_bad_month();
    desk.press("g<down><down>d");
    // The outage of the lamp, on the day it began, though it lasted into the next.
    insta::assert_snapshot!("outages-day", desk.screen());
    desk.press("<page-down>");
    assert!(desk.screen().contains("Sabtu, 21 November 2026"), "{}", desk.screen());
    assert!(desk.screen().contains("1 gangguan"), "{}", desk.screen());
    desk.press("p");
    insta::assert_snapshot!("paper-report-day", desk.screen());
    desk.press("<esc><page-down>");
    assert!(desk.screen().contains("pada hari ini"), "{}", desk.screen());
    desk.press("d");
    assert!(desk.screen().contains("4 gangguan"), "the month again: {}", desk.screen());
}

#[test]
fn everything_of_outages_fits_a_small_window() {
    let mut desk = a_bad_month();
    desk.msg(Msg::Resized(60, 20));
    desk.press("g");
    insta::assert_snapshot!("outages-60x20", desk.screen());
    desk.press("<down><down><down><enter>");
    insta::assert_snapshot!("outages-correct-60x20", desk.screen());
    desk.press("<esc><alt-g>6<enter>");
    insta::assert_snapshot!("outage-new-60x20", desk.screen());
}

#[test]
fn the_letter_is_read_before_it_is_printed() {
    let mut desk = a_bad_month();
    desk.press("<enter>g");
    insta::assert_snapshot!("letter-which", desk.screen());
    desk.press("<enter>");
    desk.msg(Msg::TemplateLoaded(std::sync::Arc::new(crate::office::Template::built_in())));
    desk.synced();
    insta::assert_snapshot!("letter", desk.screen());
    desk.press("ph");
    insta::assert_snapshot!("letter-large-copy", desk.screen());
    desk.msg(Msg::Resized(60, 20));
    insta::assert_snapshot!("letter-60x20", desk.screen());
}
