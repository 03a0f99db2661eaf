//! The planted identity: after a whole journey and a kill, nothing that was said at the counter can be
//! read in any file.

use crate::journey::Journey;
use std::fs;
use std::path::{Path, PathBuf};

const NAME: &str = "Zulkarnaen Quixote Wirjosoebroto";
const NIK: &str = "1472 0617 0891 7384";
const PHONE: &str = "0813 7719 4402";
const EMAIL: &str = "zulqui@surat.example";
const ADDRESS: &str = "Gang Kenanga Wulung nomor 88";
const OFFICER: &str = "Xenia Ratnaningtyas";
const PASSPHRASE: &str = "merpati abu terbang rendah";
const NOTE: &str = "ibunya sedang sakit keras";
const REASON: &str = "akta lahirnya memang keliru";
const PARKED: &str = "menanti surat dari pamannya";
const LEFT: &str = "buku nikah bersampul marun";
const BUSINESS: &str = "Warung Soto Banjarnegoro";
const NIB: &str = "9120774455661";
const UNFINISHED: &str = "Kampung Wetan Ujungpandaran";

const COLLEAGUE: &str = "Yohanes Qadarwisastra";
const COLLEAGUES: &str = "kambing hitam melompati pagar";
const CHANGED: &str = "harimau putih menyeberang sungai";
const PIN: &str = "918273";

const PLANTED: [&str; 17] = [
    NAME, NIK, PHONE, EMAIL, ADDRESS, OFFICER, PASSPHRASE, NOTE, REASON, PARKED, LEFT, BUSINESS,
    NIB, UNFINISHED, COLLEAGUE, COLLEAGUES, CHANGED,
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it is readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Every way a text could lie in a file, lower case.
fn shapes(text: &str) -> Vec<Vec<u8>> {
    let lower = text.to_lowercase();
    let mut texts = vec![lower.clone()];
    let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 8 {
        texts.extend(digits.strip_prefix('0').map(|local| format!("62{local}")));
        texts.push(digits);
    }
    // One word of it would be enough to know somebody by.
    texts.extend(lower.split([' ', '@']).filter(|word| word.len() >= 7).map(str::to_owned));
    let mut shapes = Vec::new();
    for text in texts {
        shapes.push(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        shapes.push(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        shapes.push(text.into_bytes());
    }
    shapes
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// The planted texts found in any file of a folder: file and text.
fn found_in(folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let mut found = Vec::new();
    for path in files(folder) {
        let bytes = fs::read(&path).expect("it is readable").to_ascii_lowercase();
        let name = path.to_string_lossy().to_lowercase().into_bytes();
        for text in PLANTED {
            let shapes = shapes(text);
            if shapes.iter().any(|shape| contains(&bytes, shape) || contains(&name, shape)) {
                found.push((path.clone(), text));
            }
        }
    }
    found
}

#[test]
fn a_text_that_is_there_would_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let utf16: Vec<u8> = ADDRESS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.path().join("a"), utf16).unwrap();
    fs::write(folder.path().join("b"), "xx1472061708917384xx").unwrap();
    fs::write(folder.path().join("c"), "tel. 6281377194402").unwrap();
    fs::write(folder.path().join("d"), "WIRJOSOEBROTO").unwrap();
    let mut found: Vec<_> = found_in(folder.path()).into_iter().map(|(_, text)| text).collect();
    found.sort_unstable();
    assert_eq!(found, [PHONE, NIK, ADDRESS, NAME]);
}

#[test]
fn nothing_that_was_said_can_be_read_in_any_file() {
    let mut counter = Journey::first_start();
    counter.keys("DPMPTSP Kota Contoh<ret>Loket 2<ret>").keys(OFFICER).keys("<ret>");
    counter.keys(PASSPHRASE).keys("<ret>").keys(PASSPHRASE).keys("<ret>");
    let recovery = match counter.state.overlays.last() {
        Some(loket::app::Overlay::RecoveryKey(key)) => key.0.clone(),
        other => panic!("{other:?}"),
    };
    // Papers as plain text: in a PDF, which is packed, nothing would be found.
    fs::write(counter.folder().join("printer.toml"), "[all]\nkind = \"text\"\n").unwrap();
    counter
        .keys("<ret>n")
        .keys(NIK)
        .keys("<tab>")
        .keys(NAME)
        .keys("<c-n>")
        .keys(NOTE)
        .keys("<ret>");
    counter.tab_to("tgl_lahir").keys("18-8-1991<tab><s-tab><f4>").keys(REASON).keys("<ret>");
    counter.tab_to("hp").keys(PHONE).tab_to("email").keys(EMAIL);
    counter.tab_to("alamat_ktp").keys(ADDRESS);
    counter.tab_to("usaha#1/nama_usaha").keys(BUSINESS);
    counter.keys("<f8>0").keys(PARKED).keys("<ret><ret>y").keys(LEFT).keys("<ret><ret>").later(300);
    counter.keys("<f7>s<f3>d").sees("DAFTAR SYARAT").keys("shs<f3>").later(10_000);
    // Each thing really was said.
    let said = format!(
        "{} {} {} {}",
        counter.raw("nik"),
        counter.raw("nama"),
        counter.raw("alamat_ktp"),
        counter.raw("usaha#1/nama_usaha")
    );
    assert_eq!(said, format!("{NIK} {NAME} {ADDRESS} {BUSINESS}"));
    let said: Vec<_> = counter.open().case.answers.values.values().collect();
    assert!(said.iter().any(|answer| answer.note == NOTE));
    assert!(said.iter().any(|answer| answer.reason == REASON));
    let waiting = counter.open().case.waiting.as_ref().expect("it waits");
    assert_eq!((waiting.reason.as_str(), waiting.left.as_str()), (PARKED, LEFT));

    // Searched for, copied away, locked and unlocked.
    counter.keys("<f10>/").keys("zulkarnaen").sees("Zulkarnaen").keys("<esc>");
    let backup = counter.folder().join("cadangan.loket");
    loket::store::backup(counter.folder(), &backup, false).expect("a backup");
    counter.keys("<c-l>").keys(PASSPHRASE).keys("<ret>");
    // A finished case with its NIB, and a word that is still being typed when the plug is pulled.
    counter.keys("<ret><f8><pgup><ret>").tab_to("tempat_lahir").keys(UNFINISHED);

    assert_eq!(found_in(counter.folder()), [], "while it runs, with -wal and -shm");
    let names: Vec<String> = files(counter.folder())
        .iter()
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    for name in ["loket.db", "loket.db-wal", "loket.db-shm", "cadangan.loket"] {
        assert!(names.iter().any(|found| found == name), "{name} in {names:?}");
    }
    for paper in ["tanda-terima-", "syarat-"] {
        assert!(names.iter().any(|name| name.starts_with(paper)), "{paper} in {names:?}");
    }
    let mut next = counter.killed();
    assert_eq!(found_in(next.folder()), [], "after a kill");
    next.keys(PASSPHRASE).keys("<ret>");
    assert_eq!(next.typing().0, UNFINISHED);
    next.keys("<tab>").later(20_000);
    assert_eq!(found_in(next.folder()), [], "after it was tidied");
    for path in files(next.folder()) {
        let bytes = fs::read(&path).unwrap();
        assert!(!contains(&bytes, recovery.as_bytes()), "{}", path.display());
    }
}

#[test]
fn an_officer_a_passphrase_and_a_pin_can_be_read_nowhere() {
    let mut counter = Journey::new();
    counter.keys("pt").keys(COLLEAGUE).keys("<ret>").sees("Berikan papan ketik");
    counter.keys(COLLEAGUES).keys("<ret>").keys(COLLEAGUES).keys("<ret>");
    counter.sees("sudah terdaftar").keys("<ret>").keys(COLLEAGUES).keys("<ret>").sees("Sekarang");
    counter.keys("s").keys(COLLEAGUES).keys("<ret>").keys(CHANGED).keys("<ret>");
    counter.keys(CHANGED).keys("<ret>").sees("sudah diganti");
    counter.keys("p").keys(PIN).keys("<ret>").keys(PIN).keys("<ret>").sees("PIN terpasang");
    counter.keys("k").keys(PIN).keys("<ret>").sees("PIN terpasang").keys("<esc>n");
    counter.keys(NIK).keys("<tab>").keys(NAME).later(300);
    assert_eq!(found_in(counter.folder()), [], "while it runs");
    // Six digits may stand somewhere by chance; the state tells none of them to anybody.
    assert!(!format!("{:?}", counter.state).contains(PIN));
    let mut next = counter.killed();
    assert_eq!(found_in(next.folder()), [], "after a kill");
    // The PIN went with the program, the old passphrase with the new one.
    for gone in [PIN, COLLEAGUES] {
        next.keys(gone).keys("<ret>").sees("Kata sandi tidak cocok");
    }
    next.unlock_as(CHANGED).keys("<f10>").sees(COLLEAGUE);
    assert_eq!(found_in(next.folder()), [], "and opened again");
}

#[test]
fn a_recorded_nib_is_sealed_too() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret><f5>sy<esc>n").keys(NIB).keys("<ret>s").later(10_000);
    assert_eq!(counter.open().case.nib.as_deref(), Some(NIB));
    assert_eq!(found_in(counter.folder()), []);
    let next = counter.killed();
    assert_eq!(found_in(next.folder()), []);
}
