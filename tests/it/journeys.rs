//! Whole ways through the program, key by key, on a real SQLite file.

use crate::journey::{Journey, applicant};
use loket::app::Overlay;
use loket::app::screens::handover;
use loket::case::Lifecycle;
use loket::form::Path;
use std::fs;

/// The recovery key as it stands in its window.
#[track_caller]
fn recovery_key(journey: &Journey) -> String {
    match journey.state.overlays.last() {
        Some(Overlay::RecoveryKey(key)) => key.0.clone(),
        other => panic!("the recovery key is shown, not {other:?}"),
    }
}

#[test]
fn the_first_start_leads_to_the_first_applicant_and_its_recovery_key_opens_the_office_later() {
    let mut first = Journey::first_start();
    first.sees("Selamat datang di Loket");
    first.keys("DPMPTSP Kota Contoh<ret>Loket 2<ret>Rina<ret>pendek<ret>pendek<ret>");
    first.sees("terlalu pendek").keys("<c-w>kopi pahit di loket<ret>");
    first.keys("<c-w>kopi pahit di loket<ret>");
    first.sees("Kunci pemulihan");
    let key = recovery_key(&first);
    for group in key.split('-') {
        first.sees(group);
    }
    first.keys("<ret>").sees("Rina").sees("Belum ada permohonan").keys("n");
    assert_eq!(first.path(), "nik");
    first.keys("1472 0657 0845 0002<tab>Siti");

    let mut later = first.killed();
    later.keys(&key).keys("<ret>").sees("Nama Anda").sees("DPMPTSP Kota Contoh");
    later.keys("Dewi<ret>nasi lemak pagi hari<ret>nasi lemak pagi hari<ret>");
    assert_ne!(recovery_key(&later), key, "a used key is replaced");
    later.keys("<ret>");
    assert_eq!(later.typing(), ("Siti", 4), "and the work is where it was");

    let mut again = later.killed();
    again.keys(&key).keys("<ret>");
    assert!(again.state.office.is_none(), "the old key is worth nothing now");
    again.keys("nasi lemak pagi hari<ret>");
    assert_eq!(again.state.office.as_ref().expect("open").officer.0, "Dewi");
}

#[test]
fn an_applicant_is_served_from_the_nik_to_the_receipt() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.sees("SITI AMINAH").keys("<ret>").sees("lengkap");
    // One letter more, by keys, and one choice by its number.
    counter.keys("<ret>").tab_to("nama").keys("<space>BINTI ALI");
    counter.tab_to("jenis_kelamin").keys("2");
    counter.sees("SITI AMINAH BINTI ALI").keys("<f5>").sees("SITI AMINAH BINTI ALI");
    assert_eq!(counter.raw("nama"), "SITI AMINAH BINTI ALI");
    assert_eq!(counter.raw("jenis_kelamin"), "p");
    counter.keys("sy").sees("Tanyakan satu-satu").keys("123<ret>").sees("Serah ke OSS");
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Finalized);

    let steps = handover::steps(counter.open()).len();
    assert!(steps > 40, "{steps}");
    counter.keys("<space><space><space>");
    assert_eq!(counter.copied, ["1472065708450002", "SITI AMINAH BINTI ALI", "Perempuan"]);
    counter.keys("x<ret>").sees("Mulai lagi dari halaman 1");
    assert!(handover::steps(counter.open()).iter().all(|step| !step.done));
    counter.copied.clear();
    for _ in 0..steps {
        counter.keys("<space>");
    }
    let wanted: Vec<String> = handover::steps(counter.open())
        .iter()
        .map(|step| counter.open().derived.row(&step.path).expect("a row").oss_value.clone())
        .collect();
    assert_eq!(counter.copied, wanted, "each value once, in the order of OSS");
    counter.sees("Semua sudah disalin");

    counter.keys("n123<ret>");
    assert_eq!(counter.open().case.nib, None, "a NIB has thirteen digits");
    counter.keys("<c-w>9120 0011 2345 6<ret>").sees("Sudah dicatat: NIB").sees("Tanda Terima");
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Done);
    counter.keys("s").sees("Kertas disimpan");
    let papers: Vec<_> =
        fs::read_dir(counter.folder().join("cetak")).unwrap().map(|entry| entry.unwrap()).collect();
    let [paper] = papers.as_slice() else { panic!("{papers:?}") };
    let text = crate::outages::paper(&counter, &paper.file_name().to_string_lossy());
    let code = counter.open().case.code.clone();
    assert!(text.contains(&code) && text.contains("NIB sudah terbit"), "{text}");
    assert!(paper.file_name().to_string_lossy().contains(&code));
    counter.keys("<ret>").sees("NIB terbit");
}

#[test]
fn undo_and_redo_walk_through_the_answers() {
    let mut counter = Journey::new();
    counter.keys("n1472 0657 0845 0002<tab>Siti<tab>2<c-z>");
    assert_eq!(counter.raw("jenis_kelamin"), "");
    counter.keys("<c-z>");
    assert_eq!((counter.path(), counter.raw("nama")), ("nama", ""), "it goes where it changes");
    counter.keys("<c-z>");
    assert_eq!(counter.raw("nik"), "");
    counter.keys("<c-y><c-y><c-y>");
    assert_eq!(counter.raw("nik"), "1472 0657 0845 0002");
    assert_eq!((counter.raw("nama"), counter.raw("jenis_kelamin")), ("Siti", "p"));
    // What was undone stays undone over a kill, and can still be done again.
    counter.keys("<c-z>");
    let mut next = counter.killed();
    next.unlock();
    assert_eq!(next.raw("jenis_kelamin"), "");
    next.keys("<c-y>");
    assert_eq!(next.raw("jenis_kelamin"), "p");
}

#[test]
fn a_second_business_is_added_filled_removed_and_brought_back() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret>+").tab_to("usaha#2/nama_usaha").keys("Kios Pulsa<f3>");
    counter.sees("Usaha 1: Warung Nasi Siti").sees("Usaha 2: Kios Pulsa");
    counter.keys("-").sees("Hapus bagian ini").keys("t");
    assert_eq!(counter.raw("usaha#2/nama_usaha"), "Kios Pulsa");
    counter.keys("-y").sees_no("Kios Pulsa").sees("Dihapus");
    assert_eq!(counter.open().live.instances("usaha"), [1]);
    counter.keys("<c-z>").sees("Usaha 2: Kios Pulsa");
    assert_eq!(counter.raw("usaha#2/nama_usaha"), "Kios Pulsa");
    // The last one cannot go.
    counter.keys("-y<pgup><down><down><down><down>-").sees("Paling sedikit 1");
}

#[test]
fn a_case_is_put_aside_with_its_reason_and_taken_up_again() {
    let mut counter = Journey::new();
    counter.keys("nSITI<tab>Siti Aminah<f8>0").keys("<ret>").sees("Masih kosong");
    counter.keys("KTP asli di rumah<ret><ret>y<ret><ret>").sees("tanpa ditelepon").keys("<f10>");
    let screen = counter.screen();
    let waiting = screen.find("MENUNGGU").expect("the queue");
    let after = screen.find("SERAHKAN").expect("the next queue");
    assert!(screen[waiting..after].contains("KTP asli di rumah"), "{screen}");
    counter.keys("<ret>").sees("Menunggu: KTP asli di rumah").keys("t").sees("diambil lagi");
    assert_eq!(counter.open().case.parked(), None);
    // Esc in the window says nothing.
    counter.keys("t0salah tekan<esc>");
    assert_eq!(counter.open().case.parked(), None);
    let mut next = counter.killed();
    next.unlock();
    assert!(next.state.overlays.is_empty());
    assert_eq!(next.open().case.parked(), None);
}

#[test]
fn a_case_is_found_by_name_last_digits_telephone_and_code() {
    let names = ["warung-lengkap", "hanya-nama", "kios-setengah", "bengkel-salah-isi"];
    let mut counter = Journey::with_applicants(&names);
    let code = {
        let office = counter.state.office.as_ref().expect("open");
        let siti = office.cases.iter().find(|listed| listed.summary.name() == "SITI AMINAH");
        siti.expect("listed").summary.code().to_owned()
    };
    let spoken = code.to_lowercase();
    for query in ["aminah", "AMIN", "warung nasi", "0002", "0812 3456", "+62 812", &spoken] {
        counter.keys("/").keys(query);
        counter.sees("SITI AMINAH").sees_no("NURHAYATI").sees_no("KARIM").sees_no("RAHMAT");
        counter.keys("<esc>").sees("KARIM").sees("NURHAYATI");
    }
    counter.keys("/").keys("zzz").sees("Tidak ditemukan").keys("<esc>");
    counter.keys("/nurha<ret>").sees("NURHAYATI").sees("Kode kunjungan");
}

#[test]
fn the_language_changes_with_one_key_and_the_work_stays() {
    let mut counter = Journey::new();
    counter.keys("n1472<tab>Siti<f9>").sees("Full name").sees("Siti").sees_no("Ucapkan");
    counter.keys("<f5>").sees("not").keys("<f3><f9>").sees("Kode kunjungan");
    assert_eq!(counter.raw("nama"), "Siti");
}

#[test]
fn a_doubtful_answer_holds_the_case_back_until_its_reason_is_written() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret><ret>").tab_to("tgl_lahir");
    counter.keys("<c-w><c-w><c-w><c-w><c-w>18-8-1945<tab><s-tab>").sees("berbeda");
    counter.keys("<f5>s").sees("Belum bisa selesai");
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Draft);
    counter.keys("<ret>");
    assert_eq!(counter.path(), "tgl_lahir", "Enter leads to the answer");
    counter.keys("<f4>KTP memang tertulis begitu<ret>");
    let answer = &counter.open().case.answers.values[&Path::new("tgl_lahir")];
    assert_eq!((&*answer.raw, &*answer.reason), ("18-8-1945", "KTP memang tertulis begitu"));
    counter.keys("<f5>sy<esc>").sees("Serah ke OSS");
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Finalized);
}

#[test]
fn a_wrong_answer_is_kept_as_it_is() {
    let mut counter = Journey::new();
    counter.keys("n12ab<tab>");
    let mut next = counter.killed();
    next.unlock().keys("<s-tab>").sees("12ab").sees("✗");
    assert_eq!(next.raw("nik"), "12ab");
}

#[test]
fn undo_ends_where_the_officers_own_work_began() {
    let mut counter = Journey::new();
    let defaults = counter.keys("n").open().case.answers.clone();
    counter.keys("1472 0657 0845 0002<tab><c-z>");
    for _ in 0..40 {
        counter.keys("<c-z>");
    }
    counter.sees("Tidak ada lagi yang bisa diurungkan");
    assert_eq!(counter.open().case.answers, defaults, "what the form itself began with stays");
}

#[test]
fn a_full_read_back_can_be_read_to_its_end() {
    for (name, columns, rows) in [("warung-lengkap", 80, 24), ("dua-usaha", 60, 20)] {
        let mut counter = Journey::with_applicants(&[name]);
        counter.resize(columns, rows).keys("<ret><f5>");
        for _ in 0..60 {
            if counter.screen().contains("tekan S") {
                break;
            }
            counter.keys("<down>");
        }
        counter.sees("tekan S");
    }
}

#[test]
fn a_nik_that_came_before_is_said() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    assert!(applicant("warung-lengkap").contains("1472065708450002"));
    counter.keys("n1472 0657 0845 0002<tab><f3>").sees("Ada 1 permohonan lain dengan NIK ini");
}

#[test]
fn a_finished_case_changes_only_after_it_was_opened_again_with_a_reason() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter
        .keys("<ret><f5>sy<esc><f3><ret>")
        .tab_to("nama")
        .keys("X")
        .sees("sudah selesai ditulis");
    assert_eq!(counter.typing().0, "SITI AMINAH");
    counter.keys("<esc>usalah nama<ret>");
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Draft);
    counter.keys("<pgup><ret>").tab_to("nama").keys("X<tab>");
    assert_eq!(counter.raw("nama"), "SITI AMINAHX");
}

#[test]
fn one_undo_takes_an_added_business_back() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret>+<c-z>");
    assert_eq!(counter.open().live.instances("usaha"), [1]);
}

#[test]
fn a_question_that_was_taken_back_while_it_was_open_breaks_nothing() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret>+");
    for _ in 0..40 {
        counter.keys("<c-z>x").screen();
    }
    counter.keys("<f3>").sees("Kode kunjungan");
}

#[test]
fn oss_dies_twice_and_the_sheet_goes_on_where_it_was_for_another_day() {
    let mut rina = Journey::with_applicants(&["warung-lengkap"]);
    rina.keys("<ret><f5>sy<esc><space><space><space>");
    let wanted: Vec<String> = values(&rina);
    rina.keys("x502 Bad").sees("Mulai lagi dari halaman 1");
    // The plug is pulled in the middle of a word.
    let mut rina = rina.killed();
    rina.unlock().sees("502 Bad").sees("Mulai lagi dari halaman 1");
    rina.keys(" Gateway<ret>").sees("Mulai lagi dari halaman 1").sees("0 dari 51 disalin");
    rina.keys("<space><space>").sees("Percobaan ke-2").sees("halaman 1, \"502 Bad Gateway\"");
    assert_eq!(rina.copied, wanted[..2]);
    rina.keys("<c-q>").later(1_000);
    assert!(rina.left && rina.forgotten == 1, "nothing of the applicant stays on the clipboard");

    let mut next = rina.killed();
    next.env.now_ms += 86_400_000;
    next.unlock().keys("<ret>s").sees("2 dari 51 disalin");
    next.keys("<space>").sees("Percobaan ke-3").sees("Sebelumnya: halaman 1");
    assert_eq!(next.copied, wanted[2..3], "no value is asked or copied twice");
    for _ in 3..wanted.len() {
        next.keys("<space>");
    }
    assert_eq!(next.copied, wanted[2..]);
    next.sees("51 dari 51 disalin").keys("<ret>9120001123456<ret>").sees("Tanda Terima");
    let attempts = &next.open().case.attempts;
    let told: Vec<_> =
        attempts.iter().map(|one| (one.page, one.error.as_str(), one.done)).collect();
    assert_eq!(told, [(1, "502 Bad Gateway", false), (1, "", false), (6, "", true)]);
    next.keys("<f6>a").sees("halaman 1, \"502 Bad Gateway\"").sees("selesai");
}

#[test]
fn the_retype_sheet_becomes_a_file_only_where_the_office_asks_for_it() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter
        .keys("<ret><f5>sy<esc>p")
        .sees("Berkas bisa dibaca siapa saja")
        .keys("p")
        .sees("Kertas ini memuat data pribadi, jadi tidak disimpan")
        .sees("file = true");
    assert!(fs::read_dir(counter.folder().join("cetak")).is_err(), "nothing readable is written");
    let asked = "[retype]\nfile = true\nkind = \"text\"\n";
    fs::write(counter.folder().join("printer.toml"), asked).unwrap();
    counter.keys("<ret>p").sees("Kertas disimpan");
    let paper = fs::read_dir(counter.folder().join("cetak")).unwrap().next().unwrap().unwrap();
    let text = fs::read_to_string(paper.path()).unwrap();
    for value in values(&counter) {
        let start: String = value.split_whitespace().next().unwrap_or_default().into();
        assert!(text.contains(&start), "{start} is not in\n{text}");
    }
    assert!(text.contains("Dokumen rahasia"));
    assert!(!text.contains("SALINAN"), "what was refused is nobody's first paper");
    // The number of the one that was refused is gone for good.
    let name = paper.file_name().to_string_lossy().into_owned();
    assert_eq!(name, format!("lembar-salin-{}-2.txt", counter.open().case.code));
}

/// What OSS is given, in its order.
fn values(journey: &Journey) -> Vec<String> {
    let steps = handover::steps(journey.open());
    let value = |at| handover::value_at(journey.open(), &steps, at).expect("a value").to_owned();
    (0..steps.len()).map(value).collect()
}
