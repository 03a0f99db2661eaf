//! Outages and letters on the real store: what a kill leaves behind, numbers that come once, templates with a
//! slip in them, files that read back.

use crate::journey::{Journey, NOW};
use loket::app::{Overlay, Screen};
use loket::office::Journal;
use std::fs;

/// Numbers of letters as the store has them.
fn numbers(counter: &Journey) -> Vec<u32> {
    let records = loket::runtime::records(counter.store()).unwrap();
    let taken = records.into_iter().filter_map(|record| match record.entry {
        loket::office::Entry::NumberTaken { number, .. } => Some(number),
        _ => None,
    });
    taken.collect()
}

fn papers(counter: &Journey) -> Vec<String> {
    let folder = counter.folder().join("cetak");
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let name = |entry: fs::DirEntry| entry.file_name().into_string().unwrap();
    let mut names: Vec<String> = entries.map(|entry| name(entry.unwrap())).collect();
    names.sort();
    names
}

/// What stands on a paper in the folder `cetak`, lines of a PDF joined.
pub(crate) fn paper(counter: &Journey, name: &str) -> String {
    let file = counter.folder().join("cetak").join(name);
    if file.extension().is_none_or(|ending| ending != "pdf") {
        return fs::read_to_string(file).unwrap();
    }
    let document = lopdf::Document::load(file).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    // Lines of a page are broken where they are full.
    let text = document.extract_text(&pages).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_kill_in_the_window_of_an_outage_brings_it_back_over_the_name_that_was_being_typed() {
    let mut counter = Journey::new();
    counter.keys("n1472<tab>SITI AM<a-g>2halaman msuk<left><left><left><left>");
    let mut next = counter.killed();
    next.unlock().sees("Gangguan: Login OSS").sees("halaman msuk").keys("<right>a");
    let mut last = next.killed();
    last.unlock().sees("halaman masuk").keys("<ret><c-w>9.05<ret>");
    last.sees("Gangguan dicatat sejak 09.05").sees("▲ Login sejak 09.05");
    assert_eq!((last.path(), last.typing().0), ("nama", "SITI AM"));
    // Written once, and the window does not come back.
    let mut after = last.killed();
    after.unlock().sees("▲ Login sejak 09.05");
    assert!(after.state.overlays.is_empty(), "{:?}", after.state.overlays);
    let journal = Journal::fold(loket::runtime::records(after.store()).unwrap());
    assert_eq!(journal.outages().len(), 1);
    assert_eq!(journal.outages()[0].by, "Rina");
}

#[test]
fn the_window_over_another_window_comes_back_with_both_texts() {
    let mut counter = Journey::new();
    counter.keys("n1472<tab>Siti<f8>1menunggu OSS<a-g>1pemeliha");
    let mut next = counter.killed();
    next.unlock().sees("pemeliha");
    assert!(matches!(next.state.overlays.last(), Some(Overlay::Outage(_))));
    next.keys("raan<ret><ret>").sees("menunggu OSS").keys(" hidup<ret><ret>y<ret><ret>");
    assert_eq!(next.open().case.parked(), Some("menunggu OSS hidup"));
}

#[test]
fn an_outage_the_letter_for_who_it_hit_and_the_month_on_paper() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<a-g>1halaman tidak terbuka<ret><c-w>9.01<ret>");
    counter.env.now_ms += 600_000;
    counter
        .keys("<ret>t1OSS mati<ret><ret>yKTP asli, akta<ret><ret>g")
        .sees("SURAT KETERANGAN GANGGUAN SISTEM");
    assert!(papers(&counter).is_empty(), "nothing is printed before it is asked for");
    counter.keys("s").sees("Kertas disimpan: cetak/surat-2026-0001.pdf");
    let letter = paper(&counter, "surat-2026-0001.pdf");
    for part in
        ["1/Loket 2/DPMPTSP/XI/2026", "halaman tidak terbuka", "09.01 WIB", "surat ini dibuat"]
    {
        assert!(letter.contains(part), "{part}\n{letter}");
    }
    let name = counter.open().summary().name().to_owned();
    assert!(letter.contains(&name), "an institution asks for the name");
    // Printed again it is a copy with the same number, also after a kill.
    counter.sees("Cetakan berikutnya: SALINAN").keys("s").sees("surat-2026-0001-salinan-1.pdf");
    let mut next = counter.killed();
    next.unlock().keys("gs").sees("surat-2026-0001-salinan-2.pdf");
    assert!(paper(&next, "surat-2026-0001-salinan-2.pdf").contains("SALINAN"));
    assert_eq!(numbers(&next), [1]);
    // With its end known it is another letter.
    next.env.now_ms += 3_600_000;
    next.keys("<esc><a-g><ret><ret>");
    next.keys("gs").sees("surat-2026-0002.pdf");
    assert!(paper(&next, "surat-2026-0002.pdf").contains("1 jam"), "{}", next.screen());
    assert!(papers(&next).iter().all(|file| !file.contains("SITI")));
    next.keys("bg").sees("1 berkas terkena").sees("jam kerja");
    assert!(matches!(next.state.screen, Screen::Outages(_)));
    next.keys("c").sees("gangguan-2026-11.csv").keys("x").sees("gangguan-2026-11.xlsx");
    next.keys("p").sees("GANGGUAN SISTEM BULAN NOVEMBER 2026").keys("s");
    let csv = paper(&next, "gangguan-2026-11.csv");
    assert!(
        csv.lines().nth(1).unwrap().starts_with("2026-11-23,OSS,halaman tidak terbuka,"),
        "{csv}"
    );
    assert!(paper(&next, "gangguan-2026-11.pdf").contains("GANGGUAN SISTEM BULAN NOVEMBER 2026"));
}

#[test]
fn a_number_taken_before_a_kill_is_given_to_nobody_else() {
    let mut counter = Journey::with_applicants(&["warung-lengkap", "hanya-nama"]);
    counter.keys("<a-g>1<ret><ret><ret>");
    let first = counter.open().case.id;
    // The number is written; the disk has not answered, so there is no paper yet.
    counter.hold_disk().keys("gs");
    assert_eq!((numbers(&counter), papers(&counter)), (vec![1], Vec::new()));
    let mut next = counter.killed();
    next.unlock();
    assert_eq!(next.open().case.id, first);
    next.keys("b/karim<ret>");
    assert_ne!(next.open().case.id, first);
    next.keys("gs").sees("surat-2026-0002.pdf");
    // The one it was taken for gets it, and not as a copy: nothing was printed.
    next.keys("b/siti aminah<ret>");
    assert_eq!(next.open().case.id, first);
    next.keys("gs").sees("surat-2026-0001.pdf");
    assert!(!paper(&next, "surat-2026-0001.pdf").contains("SALINAN"));
    assert_eq!(numbers(&next), [1, 2]);
}

#[test]
fn a_letter_waits_for_a_full_disk_and_is_made_when_there_is_room() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<a-g>1<ret><ret><ret>").fill_disk().keys("g").keys("<ret>");
    counter.later(10_000);
    assert_eq!((numbers(&counter), papers(&counter)), (Vec::new(), Vec::new()));
    counter.empty_disk().later(10_000).keys("s");
    assert_eq!(
        (numbers(&counter), papers(&counter)),
        (vec![1], vec!["surat-2026-0001.pdf".to_owned()])
    );
}

#[test]
fn a_template_with_a_slip_makes_no_letter_takes_no_number_and_says_where_the_slip_is() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<a-g>1<ret><ret><ret>");
    let file = counter.folder().join("surat-gangguan.toml");
    for (name, text) in [
        ("letter-near", "kota = \"Dumai\"\nisi = \"\"\"\nNama : {pemohn}\n\"\"\"\n"),
        (
            "letter-field",
            "isi = \"Dengan ini menerangkan bahwa nama {applicnt} telah datang ke kantor kami\"\n",
        ),
        ("letter-key", "kepla = \"Drs. Contoh\"\n"),
        ("letter-toml", "kota = \"Dumai\nnip = 1\n"),
        ("letter-number", "nomor = \"503/DPMPTSP/{tahun}\"\n"),
    ] {
        fs::write(&file, text).unwrap();
        counter.keys("g");
        insta::assert_snapshot!(name, counter.screen());
        counter.keys("<ret>");
    }
    fs::write(&file, [0xff, 0xfe, 0x00]).unwrap();
    counter.keys("g").sees("surat-gangguan.toml").keys("<ret>");
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    counter.keys("g").sees("tidak bisa dibaca").keys("<ret>");
    fs::remove_dir(&file).unwrap();
    assert_eq!((numbers(&counter), papers(&counter)), (Vec::new(), Vec::new()));
    fs::write(&file, "kota = \"Dumai\"\nkepala = \"Contoh, S.H.\"\n").unwrap();
    counter.keys("gs").sees("surat-2026-0001.pdf");
    let letter = paper(&counter, "surat-2026-0001.pdf");
    assert!(
        letter.contains("Dumai, 23 November 2026") && letter.contains("Contoh, S.H."),
        "{letter}"
    );
}

#[test]
fn a_letter_without_an_outage_says_what_to_do_first() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret>g").sees("Belum ada gangguan").sees("Alt-G").keys("<ret>");
    // An outage of another day does not hold for today.
    counter.env.now_ms = NOW - 86_400_000;
    counter.keys("<a-g>1<ret><ret><a-g>1<ret>");
    counter.env.now_ms = NOW;
    counter.keys("g").sees("Belum ada gangguan");
    assert!(numbers(&counter).is_empty());
}
