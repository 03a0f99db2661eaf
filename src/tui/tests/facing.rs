//! The screen turned to the applicant: keys, pictures, and that nothing of anybody else is on it.

use super::*;
use crate::app::{Effect, Part, Utterance};

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
    let sentences = &desk.state.open.as_ref().expect("open").derived.sentences;
    let count = sentences.iter().filter(|sentence| !sentence.officer_only).count();
    assert!(count < sentences.len(), "the risk and the code are for the officer");
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
    assert!(desk.state.facing.is_none() && matches!(desk.state.screen, Screen::Paper(_)));
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
    desk.open("nik").sized(24, 8).press("<alt-l>");
    assert!(desk.screen().contains("1472 0"), "{}", desk.screen());
    desk.press("<alt-n>");
    assert!(!desk.screen().contains("1472") && desk.screen().contains("•••• ••••"));
    desk.press("<f5>");
    assert!(turned(&desk).hidden, "on the read-back too");
    let mut covered = 0;
    for _ in 0..20 {
        let screen = desk.screen();
        assert!(!screen.contains("1472"), "{screen}");
        covered += usize::from(screen.contains("••••"));
        desk.press("<down>");
    }
    assert!(covered > 1, "the NIK and the telephone have been there");
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

/// What the last key asked to be said, and whether it asked for silence.
fn asked(desk: &mut Desk, key: &str) -> (Option<Utterance>, bool) {
    let event = TerminalEvent::Key(pressed(key));
    let msg = desk.look.keymap.event(&desk.state, event).expect("a key of ours");
    let (mut said, mut hushed) = (None, false);
    for effect in update(&mut desk.state, &desk.env, msg) {
        match effect {
            Effect::Say(one) => said = Some(*one),
            Effect::Hush => hushed = true,
            _ => {}
        }
    }
    (said, hushed)
}

fn heard(said: &Utterance) -> String {
    let parts = said.parts.iter().map(|part| match part {
        Part::Words(key) => format!("<{key}>"),
        Part::Text(text) => text.0.clone(),
    });
    parts.collect::<Vec<_>>().join("|")
}

#[test]
fn without_a_speech_program_nothing_is_offered_and_nothing_is_said() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("p");
    assert!(!desk.screen().contains("Alt-U"), "not in the bar");
    desk.press("<f1>");
    for _ in 0..30 {
        assert!(!desk.screen().contains("dengan suara"), "not in the help");
        desk.press("<down>");
    }
    desk.press("<esc>");
    assert_eq!(asked(&mut desk, "alt-u"), (None, false));
    assert!(desk.screen().contains("belum punya program suara"));
    desk.press("l");
    assert!(!desk.screen().contains("Bacakan"), "nor on the applicant's side");
}

#[test]
fn a_question_is_read_with_its_choices_and_its_answer() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.msg(Msg::VoiceFound(true));
    desk.open("hp_wa");
    let (said, _) = asked(&mut desk, "ctrl-x");
    let said = said.expect("something to say");
    assert_eq!(
        heard(&said),
        "Nomor ini dipakai WhatsApp juga, ya?|1|<option-ya>|2|<option-tidak>|<voice-written>|Ya"
    );
    assert_eq!(said.tongue, "id");
    assert!(desk.state.voice.is_reading());
    assert_eq!(asked(&mut desk, "ctrl-x"), (None, true), "the second press stops it");
    assert!(!desk.state.voice.is_reading());
    asked(&mut desk, "ctrl-x");
    assert!(asked(&mut desk, "enter").1, "leaving the question stops it");
    asked(&mut desk, "alt-u");
    assert!(asked(&mut desk, "alt-l").1, "so does turning the screen");
    asked(&mut desk, "alt-u");
    assert!(asked(&mut desk, "ctrl-l").1, "and the lock");
    desk.press("salah");
    let mut desk = Desk::serving("warung-lengkap");
    desk.msg(Msg::VoiceFound(true));
    desk.open("nik");
    asked(&mut desk, "alt-u");
    desk.msg(Msg::Hushed);
    assert!(!desk.state.voice.is_reading(), "it is over by itself");
    desk.press("<alt-l><alt-n>");
    let (said, _) = asked(&mut desk, "alt-u");
    let said = heard(&said.expect("something to say"));
    assert!(!said.contains("1472") && said.contains("••••"), "covered is not said: {said}");
    assert!(asked(&mut desk, "ctrl-q").1, "and the end of the program");
}

#[test]
fn the_read_back_is_read_as_it_is_shown() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.msg(Msg::VoiceFound(true));
    desk.press("p");
    let whole = heard(&asked(&mut desk, "alt-u").0.expect("all of it"));
    assert!(whole.split('|').count() > 5 && whole.ends_with("<facing-right>"));
    desk.press("l");
    let one = heard(&asked(&mut desk, "u").0.expect("one sentence"));
    assert_eq!(one.split('|').count(), 2, "{one}");
    assert!(asked(&mut desk, "down").1, "the next sentence stops the one before");
    desk.press("<esc><f7>l");
    let visit = heard(&asked(&mut desk, "u").0.expect("the visit"));
    assert!(visit.starts_with("<facing-code>|"), "{visit}");
    assert!(desk.screen().contains("U Bacakan"), "offered where something can speak");
}

#[test]
fn an_applicant_of_the_region_hears_the_sentence_that_is_shown() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    desk.msg(Msg::VoiceFound(true));
    desk.open("hp").press("<f12><f9><alt-l>");
    let (said, _) = asked(&mut desk, "alt-u");
    let said = said.expect("something to say");
    assert_eq!(said.tongue, "ms_riau");
    assert!(heard(&said).starts_with("Nomor HP yang aktif berape?"), "{}", heard(&said));
    desk.press("<alt-l><f3>").open("alamat_ktp");
    let (said, _) = asked(&mut desk, "alt-u");
    assert_eq!(said.expect("something to say").tongue, "id", "no such sentence: Indonesian");
}
