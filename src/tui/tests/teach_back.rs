//! Teach-back: on the way to the handover, from the task list, and what is kept of it.

use super::*;
use crate::app::Overlay;
use crate::form::Library;

macro_rules! picture {
    ($name:literal, $desk:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $desk.screen());
        });
    };
}

fn taught(desk: &Desk) -> Vec<String> {
    desk.state.open.as_ref().expect("open").case.taught.iter().cloned().collect()
}

fn is_asking(desk: &Desk) -> bool {
    matches!(desk.state.overlays.last(), Some(Overlay::TeachBack(_)))
}

#[test]
fn before_the_handover_three_things_are_said_back() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("psy");
    assert!(is_asking(&desk));
    picture!("teach-back", desk);
    desk.sized(60, 20);
    picture!("teach-back-60x20", desk);
    desk.sized(80, 24).press("1<enter>");
    assert!(is_asking(&desk), "what is missing is said once more");
    picture!("teach-back-again", desk);
    desk.press("<f9>");
    picture!("teach-back-english", desk);
    desk.press("<f9>3<down><up> <enter>");
    assert!(!is_asking(&desk) && matches!(desk.state.screen, Screen::Handover(_)));
    assert_eq!(taught(&desk), ["bawa", "kabar", "kode"]);
    desk.press("<f3>");
    assert!(desk.screen().contains("✔ Pemohon sudah bisa menyebut: 3 dari 3"), "{}", desk.screen());
    // Opened again and finished again: what is known is not asked twice.
    desk.press("u");
    desk.msg(typed("nomor HP berubah"));
    desk.press("<enter>psy");
    assert!(matches!(desk.state.screen, Screen::Handover(_)) && !is_asking(&desk));
}

#[test]
fn skipping_holds_nobody_up_and_is_recorded_as_what_was_said() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("psy2<esc>");
    assert!(matches!(desk.state.screen, Screen::Handover(_)) && !is_asking(&desk));
    assert_eq!(taught(&desk), ["bawa"]);
    desk.press("<f3>");
    assert!(desk.screen().contains("◐ Pemohon sudah bisa menyebut: 1 dari 3"));
    let events = |desk: &Desk| desk.state.open.as_ref().expect("open").case.taught.len();
    let told = |desk: &Desk| desk.state.open.as_ref().expect("open").case.events().len();
    let before = told(&desk);
    desk.press("i<esc>");
    assert_eq!(told(&desk), before, "looked at and left: nothing is recorded");
    assert_eq!(events(&desk), 1, "looked at and left: nothing is recorded");
    desk.press("i13<enter>");
    assert_eq!(taught(&desk), ["bawa", "kabar", "kode"]);
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("psy<esc>");
    assert!(taught(&desk).is_empty());
    desk.press("<f7>i9x0<enter><enter>");
    assert!(taught(&desk).is_empty(), "other keys tick nothing");
}

#[test]
fn a_draft_can_be_taught_back_before_the_applicant_goes_home() {
    let mut desk = Desk::serving("kios-setengah");
    desk.press("i");
    picture!("teach-back-draft", desk);
    desk.press("12<enter><enter>");
    assert!(desk.screen().contains("menyebut 2 dari 3"), "{}", desk.screen());
}

#[test]
fn every_pack_has_three_things_that_fit_the_window() {
    let library = Library::built_in();
    for title in library.titles().0 {
        let pack = library.load(&title.head.id, NOW.today());
        let pack = pack.and_then(crate::form::Loaded::usable).expect("ours are sound");
        assert_eq!(pack.teach_back().len(), 3, "{}", title.head.id);
    }
}
