//! Journeys that something goes wrong on: a kill, a full disk, a slow one, a second window.

use crate::journey::{Journey, NOW, PASSPHRASE};
use loket::app::{Light, Msg, Overlay, Screen};
use loket::case::Lifecycle;

#[test]
fn a_copied_sheet_goes_on_in_the_middle_after_a_kill() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret><f5>sy<esc><space><space><ret>").sees("2 dari 51");
    let mut next = counter.killed();
    next.unlock().sees("Serah ke OSS").sees("2 dari 51").keys("<space>");
    assert_eq!(next.copied, ["Perempuan"], "the third value of the page");
}

#[test]
fn a_kill_in_the_middle_of_a_word_loses_no_letter() {
    let mut counter = Journey::new();
    counter.keys("n1472 0657 0845 0002<tab>SITI AMNAH<left><left><left>I");
    let case = counter.open().case.id;
    assert_eq!(counter.typing(), ("SITI AMINAH", 8));
    counter.later(25_000);
    // No tick, no sync, no close: the key alone.
    counter.keys("x<bs>y<bs>");
    let mut next = counter.killed();
    next.sees_no("SITI").unlock();
    assert_eq!(next.open().case.id, case);
    assert_eq!((next.path(), next.typing()), ("nama", ("SITI AMINAH", 8)));
    next.sees("Dipulihkan sampai 09:13:45").sees("SITI AMINAH");
    next.keys("<tab><s-tab>");
    assert_eq!(next.raw("nama"), "SITI AMINAH");
    assert_eq!(next.raw("nik"), "1472 0657 0845 0002");
    // Killed again without a key: still there.
    let mut last = next.killed();
    last.unlock();
    assert_eq!((last.path(), last.raw("nama")), ("nama", "SITI AMINAH"));
}

#[test]
fn a_tick_of_what_the_applicant_could_say_survives_a_kill() {
    let mut counter = Journey::with_applicants(&["warung-lengkap"]);
    counter.keys("<ret>i13").sees("[✔]");
    let mut next = counter.killed();
    next.unlock().sees("menyebut: 2 dari 3");
}

#[test]
fn five_kills_in_a_row_lose_nothing() {
    let mut counter = Journey::new();
    counter.keys("n1472 0657 0845 0002<tab>");
    for (at, letters) in ["SI", "TI ", "AM", "IN", "AH"].into_iter().enumerate() {
        counter.keys(letters);
        counter = counter.killed();
        counter.unlock();
        assert_eq!(counter.typing().0, &"SITI AMINAH"[..[2, 5, 7, 9, 11][at]]);
    }
}

#[test]
fn a_kill_with_an_open_window_brings_the_window_back() {
    let mut counter = Journey::new();
    counter.keys("n1472<tab>Siti<f8>0menunggu tanda tangn<left>a");
    let mut next = counter.killed();
    next.unlock().sees("menunggu apa?").sees("menunggu tanda tangan").sees("Dipulihkan");
    assert!(
        matches!(next.state.overlays.last(), Some(Overlay::Park(park))
            if park.reason.cursor() == "menunggu tanda tanga".len()),
        "{:?}",
        next.state.overlays
    );
    next.keys("<ret><ret>y<ret><ret>");
    assert_eq!(next.open().case.parked(), Some("menunggu tanda tangan"));
    assert_eq!(next.raw("nama"), "Siti");
}

#[test]
fn the_lock_hides_everything_and_gives_it_back_at_the_same_letter() {
    let mut counter = Journey::new();
    counter.keys("n1472 0657<tab>Siti Am<left><c-l>");
    counter.sees("terkunci").sees_no("Siti").sees_no("1472");
    counter.keys("bukan ini<ret>").sees("tidak cocok").sees_no("Siti");
    counter.keys(PASSPHRASE).keys("<ret>").sees("Siti Am");
    assert_eq!(counter.typing(), ("Siti Am", 6));
    counter.later(loket::app::IDLE_LOCK_MS + 1_000).sees("terkunci").sees_no("Siti");
}

#[test]
fn a_paste_of_ten_thousand_signs_is_kept_byte_for_byte_and_drawn_safely() {
    let mut counter = Journey::new();
    counter.keys("n<tab>");
    let piece = "Ibu \u{1b}[2J\u{1b}]0;x\u{7} 株式会社 é cafe\u{301} \u{202e}abc\u{0}\u{200b} 👨‍👩‍👧 ";
    let text: String = piece.chars().cycle().take(10_000).collect();
    counter.paste(&text);
    assert_eq!(counter.typing(), (text.as_str(), text.len()));
    for size in [(80, 24), (60, 20), (120, 40)] {
        let screen = counter.resize(size.0, size.1).screen();
        let unsafe_sign = screen.chars().find(|sign| {
            (sign.is_control() && *sign != '\n') || "\u{202e}\u{200b}\u{7f}".contains(*sign)
        });
        assert_eq!(unsafe_sign, None, "{screen:?}");
    }
    counter.keys("<home><right><right>").screen();
    let mut next = counter.killed();
    next.unlock();
    assert_eq!(next.typing(), (text.as_str(), 2));
    next.keys("<f5>").screen();
    next.keys("<f2>").screen();
    assert_eq!(next.raw("nama"), text);
    let mut last = next.killed();
    last.unlock();
    assert_eq!(last.raw("nama"), text);
}

#[test]
fn a_second_copy_reads_and_never_writes() {
    let mut first = Journey::with_applicants(&["warung-lengkap"]);
    let mut second = first.beside();
    second.sees("sudah terbuka di jendela lain").keys("<ret>").sees("hanya untuk dibaca");
    second.unlock().sees("hanya baca").sees("SITI AMINAH");
    second.keys("n").sees("Ini hanya untuk dibaca");
    second.keys("<ret><ret>").tab_to("nama").keys("X").sees("Ini hanya untuk dibaca");
    assert_eq!(second.typing().0, "SITI AMINAH");
    second.keys("<bs>").tab_to("jenis_kelamin").keys("1");
    assert_eq!(second.raw("jenis_kelamin"), "p");
    second.keys("<f8>").sees("Ini hanya untuk dibaca").keys("<f5>s");
    assert_eq!(second.open().case.lifecycle, Lifecycle::Draft);
    // The first one writes on, and a third start sees it.
    first.keys("<ret><ret>").tab_to("nama").keys("!<tab>");
    let mut third = first.beside();
    third.keys("<ret>").unlock().keys("<ret>");
    assert_eq!(third.raw("nama"), "SITI AMINAH!");
}

#[test]
fn on_a_full_disk_the_text_stays_and_is_written_when_there_is_room() {
    let mut counter = Journey::new();
    counter.keys("n1472<tab>Si").later(1_000).sees("tersimpan");
    counter.fill_disk().keys("t").sees("Disk penuh").sees("GAGAL");
    counter.keys("<ret>i Aminah").sees("Siti Aminah").sees("GAGAL");
    counter.keys("<tab>2<tab>Bengkalis").sees("GAGAL").sees("Bengkalis");
    counter.empty_disk().later(2_500).sees("tersimpan").sees_no("GAGAL");
    let mut next = counter.killed();
    next.unlock();
    assert_eq!((next.raw("nama"), next.raw("jenis_kelamin")), ("Siti Aminah", "p"));
    assert_eq!((next.path(), next.typing().0), ("tempat_lahir", "Bengkalis"));
}

#[test]
fn after_a_full_disk_the_place_is_kept_too() {
    let mut counter = Journey::new();
    counter.keys("n1472<tab>Si").fill_disk().keys("t<ret>").keys("i<tab>2<tab>Bengkalis");
    counter.empty_disk().later(2_500).sees("tersimpan");
    let mut next = counter.killed();
    next.unlock();
    assert_eq!((next.path(), next.typing().0), ("tempat_lahir", "Bengkalis"));
}

#[test]
fn while_a_write_is_refused_the_light_never_says_saved_and_the_message_comes_once() {
    let mut counter = Journey::new();
    counter.keys("n<tab>Si").later(1_000).sees("tersimpan");
    // The disk has no room for more, but a sync of what is there goes well.
    counter.fill_disk().keys("t").sees("Disk penuh").keys("<ret>");
    for _ in 0..100 {
        counter.later(100).sees("GAGAL").sees("Disk penuh").sees_no("tersimpan 09");
        assert!(counter.state.overlays.is_empty(), "said once, then the light says it");
    }
}

#[test]
fn the_light_waits_for_the_disk() {
    let mut counter = Journey::new();
    counter.hold_disk().keys("nS").sees("mengetik").later(300).sees("menyimpan");
    counter.later(10_000).sees("menyimpan").keys("i").sees("mengetik");
    counter.let_disk_go().sees("mengetik").later(300).sees("tersimpan 09:13:30");
    assert!(matches!(counter.state.save.light(counter.env.now_ms), Light::Saved(at) if at > NOW));
    assert!(counter.env.now_ms > NOW);
}

#[test]
fn leaving_waits_for_the_disk_and_the_next_start_begins_at_the_queues() {
    let mut counter = Journey::new();
    counter.hold_disk().keys("n1472<tab>Siti<c-q>");
    assert!(!counter.left);
    counter.let_disk_go();
    assert!(counter.left);
    let mut next = counter.killed();
    next.unlock().sees("LANJUTKAN").sees("Siti");
    assert!(matches!(next.state.screen, Screen::Beranda(_)));
}

#[test]
fn a_closed_terminal_ends_the_program_even_on_a_full_disk() {
    let mut counter = Journey::new();
    counter.keys("n<tab>Si").fill_disk().keys("t<ret>");
    counter.tell(Msg::Terminate).later(10_000);
    assert!(counter.left);
}

#[test]
fn a_slow_disk_does_not_keep_the_processor_busy() {
    let mut counter = Journey::new();
    counter.hold_disk().keys("nS").later(4_500);
    assert!(counter.state.deadline(&counter.env) > counter.env.now_ms);
}

#[test]
fn the_lock_has_its_help_too() {
    let mut counter = Journey::new();
    counter.keys("<c-l>").sees("F1").keys("<f1>").sees("Tombol");
}

#[test]
fn a_reading_copy_recovers_nothing() {
    let mut first = Journey::new();
    first.keys("n1472<tab>Siti");
    first.beside().keys("<ret>").unlock().sees_no("Dipulihkan");
}

#[test]
fn the_cursor_stays_after_a_note_was_written() {
    let mut counter = Journey::new();
    counter.keys("n<tab>Siti<left><left><c-n>dieja<ret>");
    assert_eq!(counter.typing(), ("Siti", 2));
    let mut next = counter.killed();
    assert_eq!(next.unlock().typing(), ("Siti", 2));
}
