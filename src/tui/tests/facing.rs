//! The screen turned to the applicant: keys, pictures, and that nothing of anybody else is on it.

use super::*;

macro_rules! picture {
    ($name:literal, $desk:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $desk.screen());
        });
    };
}

fn turned(desk: &Desk) -> &crate::app::screens::facing::Facing {
    desk.state.facing.as_ref().expect("turned to the applicant")
}

#[test]
fn a_question_turned_to_the_applicant_in_three_sizes_and_both_languages() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.open("nik").press("<alt-l>");
    picture!("facing-question", desk);
    desk.sized(60, 20);
    picture!("facing-question-60x20", desk);
    desk.sized(40, 10);
    picture!("facing-question-40x10", desk);
    desk.sized(80, 24).press("<f9><alt-n>");
    picture!("facing-question-english", desk);
    desk.press("<alt-n><f9><alt-l>").open("hp_wa").press("<alt-l>");
    picture!("facing-choice", desk);
    desk.sized(40, 10);
    picture!("facing-choice-40x10", desk);
}

#[test]
fn the_read_back_turned_to_the_applicant_goes_sentence_by_sentence() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("pl");
    picture!("facing-review", desk);
    desk.sized(60, 20);
    picture!("facing-review-60x20", desk);
    desk.sized(40, 10).press("<page-down>");
    picture!("facing-review-40x10", desk);
    desk.sized(80, 24).press("<f9><enter>");
    assert_eq!(turned(&desk).at, 1);
    picture!("facing-review-english", desk);
    desk.press("<up>");
    assert_eq!(turned(&desk).at, 0);
    for _ in 0..60 {
        desk.press("<down>");
    }
    let count = desk.state.open.as_ref().expect("open").derived.sentences.len();
    assert_eq!(turned(&desk).at, count - 1, "the arrow stays at the last");
    desk.press("<enter>");
    assert!(desk.state.facing.is_none(), "after the last it turns back");
    assert!(desk.screen().contains("Every sentence was read"));
}

#[test]
fn what_is_not_right_leads_to_its_question() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("pl<down>t");
    assert!(desk.state.facing.is_none());
    assert!(matches!(desk.state.screen, Screen::Fill(_)));
    assert!(desk.screen().contains("belum betul"), "{}", desk.screen());
}

#[test]
fn the_visit_turned_to_the_applicant() {
    let mut desk = Desk::serving("kios-setengah");
    desk.press("rl");
    picture!("facing-visit", desk);
    desk.sized(60, 20);
    picture!("facing-visit-60x20", desk);
    desk.sized(40, 10);
    picture!("facing-visit-40x10", desk);
    desk.sized(80, 24).press("<f9>");
    picture!("facing-visit-english", desk);
    desk.press("<esc>");
    assert!(desk.state.facing.is_none() && matches!(desk.state.screen, Screen::Receipt));
}

#[test]
fn typing_goes_on_behind_the_view_and_shows_at_once() {
    let mut desk = Desk::serving("hanya-nama");
    desk.open("nama").press("<alt-l>");
    let before = desk.state.open.as_ref().expect("open").live.raw(&Path::new("nama")).to_owned();
    desk.press(" Rahayu");
    let open = desk.state.open.as_ref().expect("open");
    assert_eq!(open.live.raw(&Path::new("nama")), format!("{before} Rahayu"));
    assert!(desk.screen().contains('█'));
    let first = turned(&desk).clone();
    desk.press("<enter>");
    assert!(desk.state.facing.is_some(), "the next question, still turned");
    assert_ne!(turned(&desk), &first, "and another question");
    assert!(
        desk.state
            .open
            .as_ref()
            .expect("open")
            .case
            .answers
            .raw(&Path::new("nama"))
            .ends_with("Rahayu")
    );
    desk.press("<esc>");
    assert!(desk.state.facing.is_none() && matches!(desk.state.screen, Screen::Fill(_)));
}

#[test]
fn long_numbers_can_be_covered_and_stay_covered() {
    let mut desk = Desk::serving("warung-lengkap");
    // In a narrow window the number is in the terminal's letters.
    desk.open("nik").sized(40, 10).press("<alt-l><page-down>");
    assert!(desk.screen().contains("1472 0"), "{}", desk.screen());
    desk.press("<alt-n>");
    assert!(!desk.screen().contains("1472") && desk.screen().contains("•••• ••••"));
    desk.press("<f5>");
    assert!(turned(&desk).hidden, "on the read-back too");
    for _ in 0..20 {
        assert!(!desk.screen().contains("1472 0"));
        desk.press("<down>");
    }
}

#[test]
fn nobody_else_is_ever_seen_and_a_window_turns_it_back() {
    let mut desk = Desk::new(&["hanya-nama", "warung-lengkap"]);
    desk.press("<alt-l>");
    assert!(desk.state.facing.is_none(), "the queues are never shown");
    assert!(desk.screen().contains("Buka dulu permohonannya"));
    desk.press("<enter><alt-l>");
    assert!(desk.state.facing.is_some());
    let others: Vec<String> = desk.state.office.as_ref().expect("unlocked").cases[1..]
        .iter()
        .map(|case| case.summary.name().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    assert!(!others.is_empty());
    for (columns, rows) in [(80, 24), (40, 10), (20, 5), (7, 2)] {
        desk.sized(columns, rows);
        assert!(others.iter().all(|name| !desk.screen().contains(name.as_str())));
    }
    desk.sized(80, 24).press("<f1>");
    assert!(desk.state.facing.is_none(), "the help is the officer's");
    desk.press("<esc><alt-l><ctrl-l>");
    assert!(desk.state.facing.is_none(), "behind the lock nothing is turned");
    let mut desk = Desk::serving("hanya-nama");
    desk.press("<alt-l>");
    desk.msg(Msg::Told(
        crate::app::Notice::new(crate::ident::Level::Salah, "app-clock-behind")
            .with("minutes", "3"),
    ));
    assert!(desk.state.facing.is_none(), "a message that must be read is the officer's");
}

#[test]
fn without_colours_the_chosen_one_has_its_sign() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.look.theme = Theme::mono();
    desk.open("hp_wa").sized(60, 12).press("<alt-l>");
    assert!(desk.screen().contains('✔') || desk.screen().contains('█'));
}
