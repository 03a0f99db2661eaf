//! Putting a case aside and calling the applicant back, as pictures at 80 by 24. All people are invented.

use super::*;
use crate::case::EventId;
use crate::office::{Entry, Record};

macro_rules! picture {
    ($name:literal, $desk:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $desk.screen());
        });
    };
}

const MINUTE: i64 = 60_000;

impl Desk {
    /// An outage of OSS, so many minutes ago, is over since so many minutes.
    pub(super) fn outage(&mut self, system: &str, began: i64, ended: Option<i64>) -> &mut Self {
        let office = self.state.office.as_mut().expect("unlocked");
        let at = office.journal.outages().len() as u8;
        let (id, outage) = (EventId([at; 16]), EventId([at; 16]));
        let record = |id, entry| Record { id, at_ms: 0, by: String::new(), entry };
        let since_ms = NOW.now_ms - began * MINUTE;
        let (system, symptom) = (system.to_owned(), String::new());
        office.journal.push(record(
            id,
            Entry::OutageBegan { system, symptom, since_ms, auto: true, why: String::new() },
        ));
        if let Some(ended) = ended {
            let until_ms = NOW.now_ms - ended * MINUTE;
            let entry = Entry::OutageEnded { outage, until_ms, auto: true, known_ms: None };
            office.journal.push(record(EventId([at + 100; 16]), entry));
        }
        // Beranda hears of it.
        if let Screen::Beranda(_) = self.state.screen {
            self.press("/<esc>");
        }
        self
    }
}

#[test]
fn putting_a_case_aside_step_by_step() {
    let mut desk = Desk::serving("lontong-menunggu-oss");
    desk.press("tt");
    picture!("waiting-on", desk);
    desk.press("1");
    desk.msg(typed("sejak pagi"));
    picture!("waiting-reason", desk);
    desk.press("<enter>24-11");
    picture!("waiting-until", desk);
    desk.press("<enter>");
    picture!("waiting-consent", desk);
    desk.press("y");
    desk.msg(typed("fotokopi KTP, pas foto 2 lembar"));
    picture!("waiting-left", desk);
    desk.press("<enter>");
    picture!("waiting-care", desk);
    desk.press("<enter>").synced();
    picture!("waiting-kept", desk);
}

#[test]
fn who_has_no_number_is_asked_for_it_and_is_promised_nothing() {
    let mut desk = Desk::serving("hanya-nama");
    desk.press("tt7<enter><enter>");
    picture!("waiting-no-number", desk);
    desk.press("n");
    picture!("waiting-number-asked", desk);
    desk.press("<enter>y<enter><enter>").synced();
    picture!("waiting-kept-no-number", desk);
    desk.press("c");
    desk.msg(Msg::TroublesLoaded(std::sync::Arc::default(), None));
    picture!("paper-call-yours", desk);
    desk.press("<esc>b");
    picture!("beranda-no-number", desk);
}

#[test]
fn the_card_of_an_applicant_to_call() {
    let mut desk = Desk::serving("lontong-menunggu-oss");
    desk.press("tt1<enter><enter>y");
    desk.msg(typed("fotokopi KTP, pas foto"));
    desk.press("<enter><enter>");
    desk.env.now_ms += 30 * MINUTE;
    desk.outage("oss", 90, Some(-20)).press("h");
    picture!("call", desk);
    desk.press("p");
    desk.msg(Msg::TroublesLoaded(std::sync::Arc::default(), None));
    picture!("paper-call", desk);
    desk.press("hp");
    picture!("paper-call-large", desk);
    desk.press("<esc>");
    desk.press("x");
    picture!("call-again", desk);
    desk.press("<esc>k");
    desk.msg(typed("besok jam 9"));
    picture!("call-come", desk);
    desk.press("<esc>").sized(120, 40);
    picture!("call-120x40", desk);
    desk.sized(60, 20);
    picture!("call-60x20", desk);
    desk.sized(80, 24).press("<f9>");
    picture!("call-english", desk);
}

#[test]
fn the_queues_of_a_day_on_which_oss_came_back() {
    let mut desk = Desk::new(&[
        "lontong-menunggu-oss",
        "hanya-nama",
        "pekerja-tanpa-bpjs",
        "modal-terlalu-besar",
        "warung-lengkap",
    ]);
    desk.outage("oss", 5 * 24 * 60, Some(70));
    picture!("beranda-call", desk);
    desk.press("<enter>k");
    desk.msg(typed("10.45"));
    desk.press("<enter>");
    picture!("beranda-called", desk);
    desk.env.now_ms += 3 * MINUTE;
    desk.msg(Msg::Tick);
    picture!("beranda-coming", desk);
    desk.sized(60, 20);
    picture!("beranda-coming-60x20", desk);
}

#[test]
fn the_third_visit_is_told_wherever_the_case_stands() {
    let mut desk = Desk::serving("modal-terlalu-besar");
    desk.press("t4<enter><enter>y<enter><enter>").synced();
    picture!("tasks-third-visit", desk);
    desk.press("m");
    picture!("tasks-met", desk);
    desk.press("h");
    picture!("call-third-visit", desk);
    desk.press("<esc>");
    picture!("beranda-third-visit", desk);
}
