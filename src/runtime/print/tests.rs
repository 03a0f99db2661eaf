//! Fake printers: what they are sent, and what is said when they do not print.

use super::{FOLDER, Failed, Patience, Press, SETTINGS, Trouble, to_network, write_paper};
use crate::app::outage::OutageMonth;
use crate::app::paper::{CallSlip, Sheet, Size};
use crate::app::printing::{Print, Way, Wish};
use crate::app::{
    Effect, Letter, Msg, NextDay, Notice, Opens, Private, RetypePage, RetypeRow, RetypeSheet,
};
use crate::case::Condition;
use crate::ident::Level;
use crate::runtime::{Clock, Desk};
use crate::text::{Catalog, Lang, Text};
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const ASK: [u8; 3] = [0x10, 0x04, 4];
/// Answers: there is paper, there is none.
const PAPER: u8 = 0b0001_0010;
const NONE: u8 = 0b0111_0010;

/// A printer in the network: answers each question about paper, and keeps what it was sent.
fn printer(answer: Option<u8>) -> (String, JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("bound").to_string();
    let thread = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("somebody prints");
        let mut taken = Vec::new();
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = stream.read(&mut bytes) {
            let asked = bytes[..count].windows(3).filter(|three| *three == ASK).count();
            taken.extend_from_slice(&bytes[..count]);
            for _ in 0..asked {
                if let Some(answer) = answer {
                    let _ = stream.write_all(&[answer]);
                }
            }
        }
        taken
    });
    (address, thread)
}

struct Office {
    folder: tempfile::TempDir,
    press: Press,
}

impl Office {
    fn with(settings: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join(SETTINGS), settings).expect("written");
        let ms = Duration::from_millis;
        let patience = Patience { connect: ms(400), write: ms(300), ask: ms(30), check: ms(100) };
        let press = Press::new(folder.path(), patience);
        Self { folder, press }
    }

    fn print(&mut self, print: &Print) -> Notice {
        let (Ok(notice) | Err(notice)) = self.press.print(print, &Catalog::built_in(Lang::Id));
        notice
    }

    /// Whether certainly nothing of a paper left.
    fn fails(&mut self, print: &Print) -> bool {
        self.press.print(print, &Catalog::built_in(Lang::Id)).is_err()
    }

    /// Names of the files that were kept.
    fn kept(&self) -> Vec<String> {
        let Ok(folder) = fs::read_dir(self.folder.path().join(FOLDER)) else { return Vec::new() };
        let name = |entry: fs::DirEntry| entry.file_name().to_string_lossy().into_owned();
        folder.flatten().map(name).collect()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

fn slip() -> Print {
    let slip = CallSlip {
        office: "DPMPTSP Kota Contoh".into(),
        code: "KUDA-472-M".into(),
        service: Text::same("NIB perorangan"),
        on: Some(Condition::Oss),
        until: None,
        calls: true,
        papers: Vec::new(),
        left_papers: vec!["Fotokopi KTP – café".into()],
        phone_to_call: String::new(),
        opens: Opens { today: None, next: NextDay::Unknown },
        day: jiff::civil::date(2026, 11, 23),
    };
    Print {
        sheet: Sheet::Call(Box::new(slip)),
        case: None,
        number: "SP-KUDA-472-M-1".into(),
        copy: false,
        wish: Wish::default(),
        way: Way::Printer,
    }
}

fn retype() -> Print {
    let row =
        RetypeRow { label: "NIK".into(), value: "1472065708910003".into(), ..RetypeRow::default() };
    let pages = vec![RetypePage { title: Text::same("Data"), ordinal: None, rows: vec![row] }];
    let code = "KUDA-472-M".into();
    let sheet = RetypeSheet { code, pages, ..RetypeSheet::default() };
    Print { sheet: Sheet::Retype(Box::new(sheet)), number: "LS-KUDA-472-M-1".into(), ..slip() }
}

fn letter() -> Print {
    let day = jiff::civil::date(2026, 11, 23);
    let letter = Letter {
        template: std::sync::Arc::new(crate::office::Template::built_in()),
        number: 7,
        year: 2026,
        day,
        office: "DPMPTSP Kota Contoh".into(),
        counter: "Loket 2".into(),
        officer: Private::from("Rina"),
        applicant: Private::from("SITI AMINAH"),
        code: "KUDA-472-M".into(),
        service: Text::same("NIB perorangan"),
        system: "login".into(),
        symptom: Private::default(),
        since: (day, (10, 41)),
        until: None,
        why: String::new(),
        known: None,
        written: (day, (15, 2)),
        minutes: 261,
        offset_s: 25_200,
        copies: 0,
    };
    Print { sheet: Sheet::Letter(Box::new(letter)), number: "surat-2026/7".into(), ..slip() }
}

fn month() -> Print {
    let env = crate::app::Env { now_ms: 1_795_500_000_000, offset_s: 25_200 };
    let day = jiff::civil::date(2026, 11, 1);
    let month = OutageMonth::made(
        "DPMPTSP Kota Contoh",
        &[],
        &[],
        (None, crate::ident::calendar::OfficeHours::default()),
        day,
        &env,
    );
    Print { sheet: Sheet::Report(Box::new(month)), number: String::new(), ..slip() }
}

#[test]
fn a_letter_becomes_a_file_only_where_somebody_asks_for_one() {
    let mut office = Office::with("");
    let notice = office.print(&letter());
    assert_eq!((notice.level, notice.key.as_ref()), (Level::Salah, "print-private-letter"));
    let mut broken = Office::with("[surat]\ndevice = \"/dev/tidak-ada\"\nkind = \"pdf-a4\"\n");
    let notice = broken.print(&letter());
    assert_eq!(notice.key, "print-absent");
    assert!(!format!("{:?}", notice.args).contains("SITI"));
    assert!(office.kept().is_empty() && broken.kept().is_empty());
    assert_eq!(office.print(&Print { way: Way::File, ..letter() }).key, "print-saved");
    assert_eq!(office.kept(), ["surat-2026-0007.pdf"]);
    let file = office.path(FOLDER).join("surat-2026-0007.pdf");
    let document = lopdf::Document::load(file).expect("a sound PDF");
    let text = document.extract_text(&[1]).expect("text in it");
    for part in ["7/Loket 2/DPMPTSP/XI/2026", "SITI AMINAH", "10.41 WIB"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let whole = fs::read(office.path(FOLDER).join("surat-2026-0007.pdf")).expect("saved");
    let title = String::from_utf8_lossy(&whole).into_owned();
    assert!(!title.contains("/Title (SITI"), "a reader's window shows the number alone");
    // A copy does not go over the first.
    let mut again = letter();
    if let Sheet::Letter(letter) = &mut again.sheet {
        letter.copies = 1;
    }
    office.print(&Print { way: Way::File, copy: true, ..again });
    let mut kept = office.kept();
    kept.sort();
    assert_eq!(kept, ["surat-2026-0007-salinan-1.pdf", "surat-2026-0007.pdf"]);
    let mut asks = Office::with("[surat]\nfile = true\nkind = \"pdf-a5\"\n");
    assert_eq!(asks.print(&letter()).key, "print-saved");
}

#[test]
fn a_letter_and_a_month_come_out_of_any_printer() {
    let (address, thread) = printer(Some(PAPER));
    let mut office = Office::with(&format!("[surat]\ntcp = \"{address}\"\nkind = \"escpos-58\"\n"));
    assert_eq!(office.print(&Print { copy: true, ..letter() }).key, "print-done");
    let taken = thread.join().expect("it printed");
    let rest = after(&taken, b"DPMPTSP KOTA CONTOH\n");
    let rest = after(rest, b"SALINAN\n");
    let rest = after(rest, b"Nomor: 7/Loket 2/DPMPTSP/XI/2026\n");
    after(rest, b"SITI AMINAH\n");
    let mut office = Office::with("");
    let port = office.path("lp0");
    fs::write(&port, "").expect("a file stands for the port");
    let settings = format!("[all]\ndevice = '{}'\nkind = \"text\"\n", port.display());
    fs::write(office.path(SETTINGS), settings).expect("written");
    assert_eq!(office.print(&month()).key, "print-sent");
    let text = fs::read_to_string(&port).expect("written");
    assert!(text.contains("GANGGUAN SISTEM BULAN NOVEMBER 2026\r\n"), "{text}");
    let mut office = Office::with("");
    office.print(&month());
    let mut plain = Office::with("[report]\nkind = \"text\"\n");
    for (office, kept) in
        [(&mut office, "gangguan-2026-11.pdf"), (&mut plain, "gangguan-2026-11.txt")]
    {
        let notice = office.print(&Print { way: Way::File, ..month() });
        assert_eq!(office.kept(), [kept], "saved as it would be printed");
        let short = format!("{FOLDER}{}{kept}", std::path::MAIN_SEPARATOR);
        assert_eq!(notice.args, [("file", short)]);
    }
}

#[track_caller]
fn after<'b>(bytes: &'b [u8], what: &[u8]) -> &'b [u8] {
    let at = bytes.windows(what.len()).position(|window| window == what);
    &bytes[at.unwrap_or_else(|| panic!("{what:x?} is not in {bytes:x?}")) + what.len()..]
}

#[test]
fn a_receipt_printer_is_asked_for_paper_started_told_and_made_to_cut() {
    let (address, thread) = printer(Some(PAPER));
    let mut office = Office::with(&format!("[call]\ntcp = \"{address}\"\nkind = \"escpos-80\"\n"));
    let notice = office.print(&Print { copy: true, ..slip() });
    assert_eq!((notice.level, notice.key.as_ref()), (Level::Info, "print-done"));
    let taken = thread.join().expect("it printed");
    let rest = taken.strip_prefix(&ASK).expect("it is asked first");
    let rest = rest.strip_prefix(b"\x1b@\x1bt\x00").expect("then started, with its code page");
    // The office in the middle and bold, then the copy mark, then the words in code page 437.
    let rest = after(rest, b"\x1ba\x01\x1bE\x01DPMPTSP KOTA CONTOH\n\x1bE\x00\x1ba\x00");
    let rest = after(rest, b"SALINAN\n");
    let rest = after(rest, b"No. SP-KUDA-472-M-1\n");
    let rest = after(rest, b"\x1d!\x11\x1bE\x01KUDA-472-M\n");
    let rest = after(rest, b"caf\x82");
    // The square: model, size, correction, data, print.
    let rest = after(rest, b"\x1d(k\x04\x00\x31\x41\x32\x00");
    let rest = after(rest, b"\x1d(k\x03\x00\x31\x43\x06");
    let rest = after(rest, b"\x1d(k\x03\x00\x31\x45\x31");
    let rest = after(rest, b"\x1d(k\x0d\x00\x31\x50\x30KUDA-472-M");
    let rest = after(rest, b"\x1d(k\x03\x00\x31\x51\x30");
    let rest = after(rest, b"\x1dVB\x03");
    assert_eq!(rest, ASK, "the last word is whether there still is paper");
    assert!(office.kept().is_empty());
}

#[test]
fn no_line_is_wider_than_the_roll() {
    for (kind, columns) in [("escpos-58", 32), ("escpos-80", 48)] {
        let (address, thread) = printer(None);
        let mut office = Office::with(&format!("[call]\ntcp = \"{address}\"\nkind = \"{kind}\"\n"));
        assert_eq!(office.print(&slip()).key, "print-sent", "a silent printer told nothing");
        let taken = thread.join().expect("it printed");
        for line in taken.split(|byte| *byte == b'\n') {
            let text: Vec<u8> = line.iter().copied().filter(|byte| *byte >= 0x20).collect();
            // Commands leave at most a dozen letters of theirs in a line.
            assert!(text.len() <= columns + 24, "{kind}: {}", String::from_utf8_lossy(&text));
        }
    }
}

#[test]
fn a_printer_without_paper_is_told_of_and_the_paper_is_kept() {
    let (address, thread) = printer(Some(NONE));
    let mut office = Office::with(&format!("[call]\ntcp = \"{address}\"\nkind = \"escpos-58\"\n"));
    let notice = office.print(&slip());
    assert_eq!((notice.level, notice.key.as_ref()), (Level::Salah, "print-no-paper"));
    assert_eq!(thread.join().expect("it was asked"), ASK, "and nothing was sent");
    assert_eq!(office.kept(), ["panggilan-KUDA-472-M-1.pdf"]);
    let kept = notice.args.iter().find(|(name, _)| *name == "kept").expect("it is said where");
    assert!(kept.1.contains("panggilan-KUDA-472-M-1.pdf"), "{}", kept.1);
}

#[test]
fn a_printer_that_is_not_there_is_said_at_once_and_the_paper_is_kept() {
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    for (settings, key) in [
        (format!("tcp = \"{closed}\""), "print-refused"),
        ("device = \"/dev/tidak-ada\"".to_owned(), "print-absent"),
    ] {
        let mut office = Office::with(&format!("[all]\n{settings}\nkind = \"pdf-a5\"\n"));
        let begun = Instant::now();
        let notice = office.print(&slip());
        assert_eq!((notice.level, notice.key.as_ref()), (Level::Salah, key), "{settings}");
        assert!(begun.elapsed() < Duration::from_secs(5), "{settings}");
        assert_eq!(office.kept(), ["panggilan-KUDA-472-M-1.pdf"], "{settings}");
    }
}

#[test]
fn a_printer_that_takes_nothing_is_left_after_its_time() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("bound").to_string();
    let ms = Duration::from_millis;
    let patience = Patience { connect: ms(300), write: ms(200), ask: ms(30), check: ms(50) };
    let begun = Instant::now();
    // Far more than a system keeps on the way.
    let answer = to_network(&address, &vec![0; 64 << 20], true, patience);
    assert_eq!(answer.err(), Some(Failed { trouble: Trouble::Silent, begun: true }));
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_port_gets_the_bytes_and_nothing_else() {
    let mut office = Office::with("");
    let port = office.path("lp0");
    fs::write(&port, "").expect("a file stands for the port");
    let settings = format!("[call]\ndevice = '{}'\nkind = \"text\"\n", port.display());
    fs::write(office.path(SETTINGS), settings).expect("written");
    assert_eq!(office.print(&slip()).key, "print-sent");
    let text = fs::read(&port).expect("written");
    assert!(text.ends_with(b"\x0c"), "the sheet comes out");
    let text = String::from_utf8_lossy(&text).into_owned();
    assert!(text.contains("KUDA-472-M\r\n") && text.contains("DPMPTSP KOTA CONTOH\r\n"), "{text}");
}

#[cfg(unix)]
#[test]
fn a_port_that_hangs_is_left_and_not_written_to_twice() {
    let mut office = Office::with("");
    let port = office.path("lp0");
    let made = std::process::Command::new("mkfifo").arg(&port).status();
    assert!(made.expect("mkfifo is everywhere").success());
    let settings = format!("[call]\ndevice = '{}'\nkind = \"escpos-58\"\n", port.display());
    fs::write(office.path(SETTINGS), settings).expect("written");
    assert_eq!(office.print(&slip()).key, "print-silent");
    assert_eq!(office.print(&slip()).key, "print-busy");
    assert_eq!(office.kept(), ["panggilan-KUDA-472-M-1.pdf"]);
    // It comes to itself and prints the first paper, once.
    let printed = fs::read(&port).expect("the pipe is read to its end");
    assert_eq!(printed.windows(2).filter(|two| *two == b"\x1b@").count(), 1);
}

#[test]
fn a_private_paper_is_never_left_as_a_file_unless_the_office_says_so() {
    let mut office = Office::with("");
    for way in [Way::File, Way::Printer] {
        let notice = office.print(&Print { way, ..retype() });
        assert_eq!((notice.level, notice.key.as_ref()), (Level::Salah, "print-private"));
    }
    let mut office = Office::with("[all]\ndevice = \"/dev/tidak-ada\"\nkind = \"pdf-a4\"\n");
    let notice = office.print(&retype());
    assert_eq!(notice.key, "print-absent");
    assert!(!format!("{:?}", notice.args).contains("1472065708910003"));
    assert!(office.kept().is_empty());
    let mut office = Office::with("[retype]\nfile = true\n");
    assert_eq!(office.print(&retype()).key, "print-saved");
    assert_eq!(office.kept(), ["lembar-salin-KUDA-472-M-1.pdf"]);
}

#[test]
fn a_wished_size_the_printer_does_not_have_becomes_a_file() {
    let mut office = Office::with("[call]\ndevice = \"/dev/tidak-ada\"\nkind = \"escpos-58\"\n");
    let wish = Wish { size: Some(Size::A4), large: true };
    let notice = office.print(&Print { wish, ..slip() });
    assert_eq!((notice.level, notice.key.as_ref()), (Level::Periksa, "print-saved-instead"));
    assert_eq!(office.kept(), ["panggilan-KUDA-472-M-1-besar.pdf"]);
}

#[test]
fn slips_in_the_settings_are_told_with_what_was_printed_all_the_same() {
    let (address, thread) = printer(Some(PAPER));
    let settings = format!("[call]\ntcp = \"{address}\"\nkind = \"escpos-80\"\nlarg = true\n");
    let notice = Office::with(&settings).print(&slip());
    assert_eq!((notice.level, notice.key.as_ref()), (Level::Periksa, "print-settings"));
    assert!(notice.args[0].1.starts_with("printer.toml:4: "), "{:?}", notice.args);
    assert!(!thread.join().expect("it printed").is_empty());
}

#[test]
fn a_printer_that_hangs_up_is_no_panic() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("bound").to_string();
    let thread = std::thread::spawn(move || drop(listener.accept()));
    let mut office = Office::with(&format!("[call]\ntcp = \"{address}\"\nkind = \"escpos-80\"\n"));
    let notice = office.print(&slip());
    thread.join().expect("it hung up");
    assert!(["print-sent", "print-silent"].contains(&notice.key.as_ref()), "{notice:?}");
}

#[test]
fn a_paper_whose_number_could_not_be_written_is_not_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    let kdf = crate::store::Kdf::fast_for_tests();
    // Nothing is unlocked here, so nothing can be written.
    let (mut desk, env) = (Desk::alone(folder.path(), kdf, Lang::Id), Clock::system().env());
    let case = crate::case::CaseId([7; 16]);
    let summary = Box::new(crate::case::Summary::bare(&crate::case::Case::fold(case, Vec::new())));
    let (events, fields, tags) = (Vec::new(), Vec::new(), Vec::new());
    let append = Effect::Append { case, events, summary, fields, tags };
    assert!(matches!(desk.perform(append, &env), Some(Msg::Refused { .. })));
    let print = Effect::Print(Box::new(slip()));
    let Some(Msg::NotPrinted { notice, .. }) = desk.perform(print, &env) else {
        panic!("it is said at once");
    };
    assert_eq!((notice.level, notice.key.as_ref()), (Level::Salah, "print-unnumbered"));
    assert!(!folder.path().join(FOLDER).exists());
}

#[test]
fn what_certainly_did_not_leave_is_told_apart_from_what_may_have() {
    // Nobody listens, no such port, no paper, no leave to write a file: nothing left.
    let closed = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("bound");
    let settings = format!("[call]\ntcp = \"{closed}\"\nkind = \"escpos-58\"\n");
    assert!(Office::with(&settings).fails(&slip()));
    let mut absent = Office::with("[all]\ndevice = \"/dev/tidak-ada\"\nkind = \"text\"\n");
    assert!(absent.fails(&slip()) && absent.fails(&letter()) && absent.fails(&retype()));
    let (address, thread) = printer(Some(NONE));
    let settings = format!("[call]\ntcp = \"{address}\"\nkind = \"escpos-58\"\n");
    assert!(Office::with(&settings).fails(&slip()));
    thread.join().expect("it was asked");
    let mut files = Office::with("");
    assert!(files.fails(&retype()) && files.fails(&letter()));
    assert!(files.fails(&Print { way: Way::File, ..retype() }));
    fs::write(files.path(FOLDER), "in the way").expect("written");
    assert!(files.fails(&Print { way: Way::File, ..slip() }), "no folder can be made");
    // It came out, or nobody knows how much of it.
    let (address, thread) = printer(Some(PAPER));
    let settings = format!("[call]\ntcp = \"{address}\"\nkind = \"escpos-58\"\n");
    assert!(!Office::with(&settings).fails(&slip()));
    thread.join().expect("it printed");
    assert!(!Office::with("").fails(&slip()), "a file that was wanted");
}

#[test]
fn a_port_that_breaks_off_has_begun_and_one_that_takes_nothing_has_not() {
    struct Port(usize);
    impl std::io::Write for Port {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let count = self.0.min(bytes.len());
            self.0 -= count;
            // The driver's word for "no paper".
            if count == 0 { Err(std::io::Error::from_raw_os_error(28)) } else { Ok(count) }
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let begun = |room| write_paper(&mut Port(room), b"TANDA TERIMA").err().map(|one| one.begun);
    assert_eq!((begun(0), begun(5), begun(12)), (Some(false), Some(true), None));
}

#[test]
fn ports_are_opened_by_the_name_the_system_knows() {
    let full = if cfg!(windows) { r"\\.\COM12" } else { "COM12" };
    assert_eq!(super::port(Path::new("COM12")), Path::new(full));
    for path in ["/dev/usb/lp0", r"\\pc-depan\printer", r"\\.\LPT1", "COMET", "é"] {
        assert_eq!(super::port(Path::new(path)), Path::new(path));
    }
}
