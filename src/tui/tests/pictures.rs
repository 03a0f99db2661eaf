//! The main screens as pictures, at 80 by 24 where nothing else is said.

use super::*;

#[test]
fn look_at_them() {
    let show = |name: &str, desk: &Desk| println!("=== {name}\n{}", desk.screen());
    let mut d = Desk::first_start();
    d.press("DPMPTSP Kota Contoh<enter>Loket 2<enter><enter>abc<enter>abd<enter>");
    show("setup", &d);
    d.sized(60, 20);
    show("setup60", &d);
    let mut d = Desk::at(Screen::Unlock(Unlock {
        office: "DPMPTSP Kota Contoh".into(),
        counter: "Loket 2".into(),
        ..Unlock::default()
    }));
    d.press("abc");
    show("unlock", &d);
    d.press("<enter>");
    d.msg(Msg::UnlockFailed(crate::app::Notice::new(
        crate::ident::Level::Salah,
        "store-wrong-passphrase",
    )));
    show("unlock wrong", &d);
    let mut d = Desk::new(&[
        "hanya-nama",
        "kios-setengah",
        "dua-usaha",
        "penjahit-tanggal-beda",
        "warung-lengkap",
        "bengkel-salah-isi",
        "modal-terlalu-besar",
    ]);
    show("beranda", &d);
    d.press("/war");
    show("search", &d);
    let mut d = Desk::serving("bengkel-salah-isi");
    show("tasks", &d);
    d.press("<f1>");
    show("help", &d);
    d.press("<esc>");
    d.open("nik");
    d.synced();
    show("nik", &d);
    d.open("tgl_lahir");
    show("tgl", &d);
    d.open("hp_wa");
    show("hp_wa", &d);
    d.press("<f2>");
    show("sheet", &d);
    d.sized(60, 20);
    show("sheet60", &d);
    d.press("<f2>");
    show("hp_wa60", &d);
    d.open("nik");
    show("nik60", &d);
    d.sized(80, 24);
    d.press("<f5>");
    show("review", &d);
    d.press("<down><down><down><down>");
    show("review4", &d);
    d.press("<f8>");
    show("park", &d);
    let mut d = Desk::serving("penjahit-tanggal-beda");
    d.open("tgl_lahir");
    show("periksa", &d);
    d.press("<f4>");
    show("reason", &d);
    let mut d = Desk::serving("warung-lengkap");
    show("tasks", &d);
    d.open("usaha#1/kbli");
    show("kbli", &d);
    d.open("usaha#1/deskripsi");
    show("paragraph", &d);
    d.open("usaha#1/modal_mesin");
    show("rupiah", &d);
    d.press("<f5>");
    show("review", &d);
    d.press("s");
    show("finish", &d);
    d.press("y");
    show("handover", &d);
    d.press("                      ");
    show("handover2", &d);
    d.press("<f7>");
    show("receipt", &d);
    d.press("s");
    show("receipt2", &d);
    d.sized(60, 20);
    show("receipt60", &d);
    d.press("<f3>");
    show("tasks60", &d);
}
