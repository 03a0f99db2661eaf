//! The main screens as pictures, at 80 by 24 where nothing else is said. All people in them are invented.

use super::*;
use crate::app::{Lamp, LampState, Notice, Overlay};
use crate::ident::Level;

macro_rules! picture {
    ($name:literal, $desk:expr) => {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!($name, $desk.screen());
        });
    };
}

const QUEUES: [&str; 5] =
    ["hanya-nama", "dua-usaha", "penjahit-tanggal-beda", "bengkel-salah-isi", "kios-setengah"];

#[test]
fn first_start_with_a_line_left_out() {
    let mut desk = Desk::first_start();
    desk.press("DPMPTSP Kota Contoh<enter>Loket 2<enter><enter>abc<enter>abd<enter>");
    picture!("setup", desk);
    desk.sized(60, 20);
    picture!("setup-60x20", desk);
}

#[test]
fn unlocking_and_reading_only() {
    let unlock = |occupied| Unlock {
        office: "DPMPTSP Kota Contoh".into(),
        counter: "Loket 2".into(),
        occupied,
        ..Unlock::default()
    };
    let mut desk = Desk::at(Screen::Unlock(unlock(false)));
    desk.press("abc");
    picture!("unlock", desk);
    let desk = Desk::at(Screen::Unlock(unlock(true)));
    picture!("unlock-occupied", desk);
}

#[test]
fn the_queues() {
    let mut desk = Desk::new(&QUEUES);
    picture!("beranda", desk);
    desk.press("/kios");
    picture!("beranda-search", desk);
    desk.press("<esc>");
    desk.sized(120, 40);
    picture!("beranda-120x40", desk);
    picture!("beranda-empty", Desk::new(&[]));
}

#[test]
fn a_case_parked_and_one_blocked() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    for _ in 0..12 {
        desk.press("<down>");
    }
    picture!("tasks-blocked", desk);
    desk.press("t0");
    desk.msg(typed("KTP asli, besok pagi"));
    picture!("prompt-park", desk);
    desk.press("<enter><enter>y<enter><enter>").synced();
    picture!("tasks-parked", desk);
    desk.press("<esc>");
    picture!("beranda-parked", desk);
}

#[test]
fn questions() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    desk.open("nik");
    picture!("question-salah", desk);
    desk.sized(60, 20);
    picture!("question-60x20", desk);
    desk.sized(80, 24).open("hp_wa");
    picture!("question-choice", desk);
    desk.press("<f9>");
    picture!("question-english", desk);
    let mut desk = Desk::serving("penjahit-tanggal-beda");
    desk.open("tgl_lahir");
    picture!("question-periksa", desk);
    desk.press("<f4>");
    picture!("prompt-reason", desk);
    desk.msg(typed("KTP memang tertulis begitu"));
    desk.press("<enter>");
    picture!("question-reasoned", desk);
}

#[test]
fn pickers() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    desk.open("usaha#1/kbli").press("<ctrl-a><delete><delete><delete><delete>");
    desk.msg(typed("jual gorengan"));
    picture!("lookup-kbli", desk);
    desk.sized(60, 20);
    picture!("lookup-kbli-60x20", desk);
    desk.sized(80, 24).press("<f9>");
    desk.msg(typed(" xyzzy qqq"));
    picture!("lookup-kbli-english", desk);
    desk.press("<f9><esc>").open("wilayah");
    desk.press("<ctrl-a><ctrl-w>");
    desk.press("<end><ctrl-w><ctrl-w><ctrl-w>");
    desk.msg(typed("karanganyar"));
    picture!("lookup-wilayah", desk);
    desk.press("<enter>");
    picture!("question-wilayah", desk);
}

#[test]
fn a_paragraph_and_a_document() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.open("usaha#1/deskripsi").press("<alt-enter>");
    desk.msg(typed("株式 rantangan untuk kantor"));
    picture!("question-paragraph", desk);
    let document = {
        let open = desk.state.open.as_ref().expect("open");
        let is_document = |row: &&crate::form::Row| {
            open.form.pack.question(row.question).kind == crate::form::Kind::Document
        };
        open.derived.rows.iter().find(is_document).expect("a document").path.clone()
    };
    desk.open(document.as_str());
    picture!("question-document", desk);
}

#[test]
fn the_sheet() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    desk.open("npwp").press("<f2>");
    picture!("sheet", desk);
    desk.press("<up>");
    picture!("sheet-choice", desk);
}

#[test]
fn the_read_back() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    desk.press("p<down><down><down><down>");
    picture!("review-problems", desk);
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("p");
    picture!("review-complete", desk);
    desk.press("s");
    picture!("confirm-finish", desk);
}

#[test]
fn handing_over_and_the_paper() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("psy123<enter>");
    picture!("handover-first", desk);
    for _ in 0..14 {
        desk.press(" ");
    }
    picture!("handover-page-done", desk);
    for _ in 0..6 {
        desk.press(" ");
    }
    desk.press("<down>");
    picture!("handover", desk);
    desk.press("xSesi berakhir, silakan login kembali<up>");
    picture!("handover-thrown-out", desk);
    desk.press("<enter> ");
    desk.msg(Msg::Copied(crate::app::Reached::Terminal));
    picture!("handover-again", desk);
    desk.press("p");
    picture!("paper-retype", desk);
    desk.press("<esc>").sized(60, 20);
    picture!("handover-60x20", desk);
    desk.press("x");
    picture!("handover-thrown-out-60x20", desk);
    desk.press("<esc>").sized(80, 24);
    desk.press("<f7>");
    picture!("receipt", desk);
    desk.press("s");
    picture!("receipt-copy", desk);
    let mut desk = Desk::serving("kios-setengah");
    desk.press("r");
    picture!("receipt-missing", desk);
}

#[test]
fn a_long_value_cut_for_oss_and_alone_for_the_mouse() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.open("usaha#1/deskripsi");
    desk.msg(typed(&" Melayani pesanan untuk rapat dan kenduri di kelurahan sekitar.".repeat(5)));
    desk.press("<f4>").msg(typed("boleh terpotong"));
    desk.press("<enter><f5>sy");
    let steps = crate::app::screens::handover::steps(desk.state.open.as_ref().expect("open"));
    while !matches!(&desk.state.screen, Screen::Handover(sheet) if steps[sheet.at].label.starts_with("Deskripsi"))
    {
        desk.press("<enter>");
    }
    picture!("handover-long", desk);
    desk.msg(Msg::Copied(crate::app::Reached::Nowhere));
    picture!("handover-alone", desk);
    desk.sized(60, 20);
    picture!("handover-alone-60x20", desk);
}

#[test]
fn windows() {
    let mut desk = Desk::serving("hanya-nama");
    desk.press("<f1>");
    picture!("help", desk);
    desk.press("<esc>");
    desk.msg(Msg::Told(Notice::new(Level::Salah, "app-case-damaged").with("count", "2")));
    picture!("notice", desk);
    desk.press("<enter>");
    let key = Private("K7QD-93MF-XX2P-A0AB-77TT-QWER-12ZZ".into());
    desk.state.overlays.push(Overlay::RecoveryKey(key));
    picture!("recovery-key", desk);
    desk.press("<enter><esc>");
    let packs = &mut desk.state.office.as_mut().expect("unlocked").packs;
    let mut other = packs[0].clone();
    other.title = Text::same("NIB badan usaha");
    other.example = false;
    packs.push(other);
    desk.press("n<down>");
    picture!("choose-pack", desk);
    desk.press("<esc><ctrl-l>salah");
    picture!("lock", desk);
}

#[test]
fn news_stands_on_its_own_line() {
    let mut desk = Desk::serving("warung-lengkap");
    desk.press("+").press("<f3>");
    desk.msg(Msg::Told(Notice::info("app-recovered").with("time", "10:42:07")));
    picture!("tasks-news", desk);
}

#[test]
fn a_question_in_the_language_of_the_applicant_and_the_list_to_take_home() {
    let mut desk = Desk::serving("bengkel-salah-isi");
    desk.open("hp").press("<f12>").synced();
    picture!("question-spoken", desk);
    assert!(desk.screen().contains("Ucapkan (Melayu Riau):  \"Nomor HP yang aktif berape?"));
    desk.press("<f9>");
    assert!(desk.screen().contains("Say (Riau Malay):  \"Nomor HP yang"));
    desk.press("<f9>").open("alamat_ktp");
    assert!(desk.screen().contains("Ucapkan (Indonesia): "), "no such sentence: Indonesian");
    desk.press("<f3>").synced();
    picture!("tasks-spoken", desk);
    desk.press("<f12><f12><f12>");
    assert!(desk.screen().contains("Sunda"), "kept with the case, round and round");
    desk.press("<f12>");
    let spoken = desk.state.open.as_ref().expect("open").case.spoken;
    assert_eq!(spoken, None, "and back to Indonesian");
    desk.press("d");
    picture!("requirements", desk);
    desk.press("h<down>");
    picture!("requirements-large", desk);
    desk.press("<esc>");
    assert!(matches!(desk.state.screen, Screen::Tasks(_)));
}

#[test]
fn the_lamp_of_oss() {
    let since_ms = NOW.now_ms - 60_000;
    let light = |state| Msg::Light(Lamp { state, why: None, before_ms: None });
    let mut desk = Desk::new(&QUEUES);
    desk.msg(light(LampState::Up { ms: 870 }));
    picture!("lamp-up", desk);
    desk.msg(light(LampState::Down { since_ms }));
    picture!("lamp-down", desk);
    desk.press("<enter>").open("nama").press("a");
    picture!("lamp-down-question", desk);
}
