//! Troubles and the account card as pictures, at 80 by 24 and at the smallest size.

use super::*;

macro_rules! picture {
    ($name:literal, $desk:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $desk.screen());
        });
    };
}

fn troubled() -> Desk {
    let mut desk = Desk::serving("kios-setengah");
    desk.press("<ctrl-k>");
    desk
}

#[test]
fn the_list_and_what_the_words_find() {
    let mut desk = troubled();
    picture!("trouble-list", desk);
    desk.press("kode tidak datang");
    picture!("trouble-found", desk);
    desk.sized(60, 20);
    picture!("trouble-found-60x20", desk);
    desk.press("xyz");
    picture!("trouble-none", desk);
}

#[test]
fn a_step_and_the_next() {
    let mut desk = troubled();
    desk.press("nik tidak ketemu<enter>");
    picture!("trouble-step", desk);
    desk.press("2");
    picture!("trouble-second", desk);
    desk.sized(60, 20);
    picture!("trouble-second-60x20", desk);
}

#[test]
fn the_ends() {
    let mut desk = troubled();
    desk.press("nik tidak ketemu<enter>222");
    picture!("trouble-referred", desk);
    desk.sized(60, 20);
    picture!("trouble-referred-60x20", desk);
    desk.sized(80, 24);
    desk.press("p");
    picture!("paper-referral", desk);
    desk.press("<esc><esc>1");
    picture!("trouble-waiting", desk);
    desk.press("t<enter><enter>y<enter><enter>");
    picture!("trouble-parked", desk);
    let mut desk = troubled();
    desk.press("lupa sandi<enter>32");
    let packs = &mut desk.state.office.as_mut().expect("unlocked").packs;
    packs[0].id = "ganti-hak-akses".into();
    packs[0].title = crate::text::Text::same("Ganti hak akses");
    picture!("trouble-onward", desk);
    let mut desk = troubled();
    desk.press("data hilang<enter>1<f9>");
    picture!("trouble-solved-english", desk);
}

#[test]
fn every_step_and_end_of_every_trouble_fits_the_smallest_screen() {
    let troubles = Troubles::built_in();
    let mut desk = troubled();
    desk.sized(60, 20);
    for lang in Lang::ALL {
        desk.words = Catalog::built_in(lang);
        for (at, trouble) in troubles.all.iter().enumerate() {
            let ways = (0..trouble.steps.len()).map(crate::form::trouble::Way::Step);
            let ends = (0..trouble.ends.len()).map(crate::form::trouble::Way::End);
            for here in ways.chain(ends) {
                let Some(crate::app::Overlay::Trouble(triage)) = desk.state.overlays.last_mut()
                else {
                    panic!("the list is open")
                };
                let trail = Vec::new();
                triage.walk =
                    Some(crate::app::screens::trouble::Walk { trouble: at, trail, here, mark: 0 });
                let screen: String = desk.screen().split_whitespace().collect();
                let must: Vec<String> = match here {
                    crate::form::trouble::Way::Step(at) => {
                        let step = &trouble.steps[at];
                        let labels = step.answers.iter().map(|one| one.label.get(lang).to_owned());
                        labels.collect()
                    }
                    crate::form::trouble::Way::End(at) => {
                        vec![trouble.ends[at].say.get(lang).to_owned()]
                    }
                };
                for text in must {
                    // Boxes and line ends stand between the words; the last word shows it was not cut.
                    let last = text.split_whitespace().next_back().unwrap_or_default();
                    assert!(
                        screen.contains(last),
                        "{} {here:?}: {text}\n{}",
                        trouble.id,
                        desk.screen()
                    );
                }
            }
        }
    }
}

#[test]
fn the_next_officer_sees_what_was_tried() {
    let mut desk = troubled();
    desk.press("nik tidak ketemu<enter>222<enter>");
    desk.press("<ctrl-k>maintenance<enter>1<esc><esc><esc><esc>");
    desk.press("o<enter>siti@contoh.co.id<enter>2<down><down><enter>pesan tidak masuk<enter>");
    picture!("account", desk);
    desk.press("<up><up>");
    picture!("account-whose", desk);
    desk.press("<down><down>");
    desk.sized(60, 20);
    picture!("account-60x20", desk);
    desk.sized(80, 24);
    desk.press("<esc>");
    picture!("tasks-tried", desk);
    desk.press("<ctrl-k>");
    picture!("trouble-begun", desk);
}

#[test]
fn a_password_is_refused_while_it_is_typed() {
    let mut desk = Desk::serving("kios-setengah");
    desk.press("o<down><down><enter>berhasil, sandi: kucing");
    picture!("account-secret", desk);
    desk.press("<enter>");
    picture!("account-secret-refused", desk);
    desk.press("<esc><up><enter>0812 34");
    picture!("account-not-yet", desk);
}

#[test]
fn save_and_wait_are_offered_at_ends_only() {
    let mut desk = troubled();
    desk.press("bingung<enter>");
    let bar = |desk: &Desk| desk.screen().lines().last().unwrap_or_default().to_owned();
    assert!(!bar(&desk).contains("Simpan") && !bar(&desk).contains("Titip"), "{}", bar(&desk));
    desk.press("3");
    assert!(!bar(&desk).contains("Simpan") && bar(&desk).contains("Titip"), "{}", bar(&desk));
}
