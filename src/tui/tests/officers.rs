//! Petugas, the lock and who takes over, as pictures.

use super::*;
use crate::app::Notice;
use crate::app::screens::officers::Colleague;
use crate::ident::Level;

fn listed(names: &[&str], me: &str) -> Msg {
    let colleague = |(at, name): (usize, &&str)| Colleague {
        id: [at as u8; 16],
        name: (*name).into(),
        is_me: *name == me,
    };
    Msg::OfficersListed(names.iter().enumerate().map(colleague).collect())
}

fn at_officers(lang: Lang) -> Desk {
    let mut desk = Desk::new(&["warung-lengkap"]);
    if lang == Lang::En {
        desk.press("<f9>");
    }
    desk.press("p");
    desk.msg(listed(&["Bu Lina", "Bu Rina", "Pak Wayan"], "Bu Rina"));
    desk
}

#[test]
fn the_officers_and_what_can_be_done_about_them() {
    for lang in Lang::ALL {
        let code = lang.code();
        let mut desk = at_officers(lang);
        insta::assert_snapshot!(format!("officers-{code}"), desk.screen());
        desk.press("h");
        insta::assert_snapshot!(format!("officers-remove-{code}"), desk.screen());
        desk.press("y");
        desk.msg(listed(&["Bu Rina", "Pak Wayan"], "Bu Rina"));
        desk.press("<esc>p");
        desk.msg(listed(&["Bu Rina", "Pak Wayan"], "Bu Rina"));
        desk.press("p1403<enter>1403<enter>");
        insta::assert_snapshot!(format!("officers-pin-set-{code}"), desk.screen());
    }
}

#[test]
fn a_new_officer_gets_the_keyboard() {
    for lang in Lang::ALL {
        let code = lang.code();
        let mut desk = at_officers(lang);
        desk.press("tPak Surya<enter>");
        insta::assert_snapshot!(format!("officer-hand-over-{code}"), desk.screen());
        desk.press("empat kata<enter>empat kata");
        desk.press("<enter>");
        desk.msg(Msg::OfficerRefused(Notice::new(Level::Salah, "store-passphrase-taken")));
        insta::assert_snapshot!(format!("officer-taken-{code}"), desk.screen());
        desk.press("empat kata lain<enter>empat kata lain<enter>");
        desk.msg(listed(&["Bu Lina", "Bu Rina", "Pak Surya", "Pak Wayan"], "Bu Rina"));
        insta::assert_snapshot!(format!("officer-added-{code}"), desk.screen());
    }
}

#[test]
fn the_lines_about_oneself() {
    let mut desk = at_officers(Lang::Id);
    desk.press("s");
    insta::assert_snapshot!("officer-passphrase", desk.screen());
    desk.press("<esc>p12");
    insta::assert_snapshot!("officer-pin", desk.screen());
    desk.press("<f1>");
    insta::assert_snapshot!("officer-help", desk.screen());
}

#[test]
fn everything_about_officers_fits_a_small_window() {
    let mut desk = at_officers(Lang::Id);
    desk.sized(60, 20);
    desk.msg(listed(
        &["Ani", "Bu Lina", "Bu Rina", "Dewi", "Eka", "Fitri", "Pak Wayan"],
        "Bu Rina",
    ));
    insta::assert_snapshot!("officers-60x20", desk.screen());
    desk.press("tPak Surya<enter>pendek<enter>pendek<enter>");
    insta::assert_snapshot!("officer-60x20", desk.screen());
    desk.press("<esc>p<enter>1111<enter>");
    insta::assert_snapshot!("officer-pin-60x20", desk.screen());
    desk.press("<ctrl-l>");
    insta::assert_snapshot!("lock-60x20", desk.screen());
}

#[test]
fn another_officer_takes_over_at_the_lock() {
    for lang in Lang::ALL {
        let code = lang.code();
        let mut desk = at_officers(lang);
        desk.press("p1403<enter>1403<enter><enter>");
        insta::assert_snapshot!(format!("lock-pin-{code}"), desk.screen());
        desk.press("1404<enter>");
        insta::assert_snapshot!(format!("lock-pin-wrong-{code}"), desk.screen());
        desk.press("1405<enter>1406<enter>");
        insta::assert_snapshot!(format!("lock-pin-over-{code}"), desk.screen());
        desk.press("kata sandi<enter>");
        desk.msg(Msg::PassphraseChecked(Some("Bu Lina".into())));
        desk.msg(listed(&["Bu Lina", "Bu Rina", "Pak Wayan"], "Bu Lina"));
        insta::assert_snapshot!(format!("lock-taken-over-{code}"), desk.screen());
        desk.press("<esc>");
        assert!(desk.screen().contains("Bu Lina."), "{}", desk.screen());
    }
}
