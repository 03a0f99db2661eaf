//! When OSS fails, on real files: what was tried comes back after a kill, papers are written, and no
//! password is anywhere.

use crate::journey::Journey;
use std::fs;

fn all_files(folder: &std::path::Path) -> Vec<Vec<u8>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(all_files(&path));
        } else {
            all.push(fs::read(path).unwrap());
        }
    }
    all
}

#[test]
fn a_trouble_goes_on_after_a_kill_and_sends_somebody_to_the_offices_own_address() {
    let mut counter = Journey::with_applicants(&["kios-setengah"]);
    let own = "[[contact]]\nname = \"dukcapil\"\naddress = \"Jl. Putri Tujuh 1, Dumai\"\n";
    fs::write(counter.folder().join("kontak.toml"), own).unwrap();
    counter.keys("<ret><c-k>nik tidak ketemu<ret>2").sees("nama dan tanggal lahir");
    let mut next = counter.killed();
    next.keys(crate::journey::PASSPHRASE).keys("<ret>");
    next.sees("Sudah dicoba: NIK tidak ditemukan");
    next.keys("<c-k>").sees("sedang dicoba").keys("<ret>").sees("nama dan tanggal lahir");
    next.keys("22").sees("Jl. Putri Tujuh 1, Dumai").keys("p").sees("Surat Rujukan");
    next.keys("s").sees("Kertas disimpan").keys("<esc>");
    let paper = fs::read_dir(next.folder().join("cetak")).unwrap().flatten().next().unwrap();
    let paper = crate::outages::paper(&next, &paper.file_name().to_string_lossy());
    assert!(paper.contains("Jl. Putri Tujuh 1, Dumai"), "{paper}");
    assert!(paper.contains("KTP asli"), "{paper}");
    assert!(!paper.contains("NURHAYATI"), "no name is on it: {paper}");
    next.keys("t").sees("NIK diaktifkan di Dukcapil").keys("<ret><ret>y<ret><ret>");
    next.sees("Menunggu: NIK diaktifkan di Dukcapil");
}

#[test]
fn a_password_typed_at_the_card_is_in_no_record_and_no_file() {
    const SECRETS: [&str; 3] = ["kucingbelang", "77120934", "Rahasia1!"];
    let mut counter = Journey::with_applicants(&["kios-setengah"]);
    counter.keys("<ret>o<down><down><ret>").sees("Bagaimana hasilnya?");
    for secret in SECRETS {
        let before = if secret.starts_with('k') { "sandi: " } else { "datang " };
        counter.keys(before).keys(secret).keys(" lalu gagal");
        // While it stands on the screen it is in no file that the program could be asked for.
        let mut killed = counter.killed();
        killed.keys(crate::journey::PASSPHRASE).keys("<ret>");
        let Some(loket::app::Overlay::Prompt { editor, .. }) = killed.state.overlays.last() else {
            panic!("the window is back: {:?}", killed.state.overlays)
        };
        assert!(!editor.text().contains(secret), "{}", editor.text());
        assert!(editor.text().ends_with("lalu gagal"), "all else is: {}", editor.text());
        counter = killed;
        counter.keys("<ret>");
        counter.keys("o<down><down><ret>").sees("Bagaimana hasilnya?");
    }
    counter
        .keys("<esc>")
        .sees("Kartu akun OSS")
        .keys("<esc>")
        .sees("Akun OSS: dicoba pulihkan")
        .later(10_000);
    let case = &counter.open().case;
    assert_eq!(case.recoveries.len(), SECRETS.len());
    for secret in SECRETS {
        for event in case.events() {
            let payload = String::from_utf8(event.to_payload()).unwrap();
            assert!(!payload.contains(secret), "{payload}");
        }
        for bytes in all_files(counter.folder()) {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()));
        }
    }
}
