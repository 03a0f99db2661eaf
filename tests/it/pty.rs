//! The real program in a real terminal: what only shows there. Every step waits for a screen, none for
//! a clock.

use crate::fake_oss::{FakeOss, Mode};
use loket::drill::pty::Program;
use loket::store::{Kdf, NewOffice, Store};
use rustix::process::{Pid, Resource, Rlimit, Signal, getrlimit, kill_process, prlimit};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const LOKET: &str = env!("CARGO_BIN_EXE_loket");
const PASSPHRASE: &str = "kopi pahit di loket tiga";
/// Only a broken program waits so long.
const PATIENCE: Duration = Duration::from_secs(30);
const NOW: i64 = 1_785_000_000_000;

const ENTER: &str = "\r";
/// A new applicant, who begins a business of one's own.
const NEW: &str = "nnib perorangan\r";
const TAB: &str = "\t";
const HOME: &str = "\x1b[21~";

/// An office in a folder of its own.
fn office() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let office = NewOffice {
        office: "DPMPTSP Kota Contoh",
        counter: "Loket 2",
        officer: "Rina",
        passphrase: PASSPHRASE,
        kdf: Kdf::fast_for_tests(),
    };
    Store::create(folder.path(), &office, NOW).unwrap();
    folder
}

/// A program and what one does with it; every wait says on failure what stood on the screen instead.
struct Terminal(Program);

impl Terminal {
    /// Starts the program on a data folder, through `env` or a shell where `around` says so.
    fn start_around(around: &[&str], data: &Path, more: &[&str]) -> Self {
        let mut words: Vec<OsString> = around.iter().map(OsString::from).collect();
        words.push(LOKET.into());
        words.extend(["--lang", "id", "--data"].map(OsString::from));
        words.push(data.into());
        words.extend(more.iter().map(OsString::from));
        let program = words.remove(0);
        Self(Program::start(Path::new(&program), &words, (24, 80)).expect("it starts"))
    }

    fn start(data: &Path) -> Self {
        Self::start_around(&[], data, &[])
    }

    /// Starts it and types the passphrase.
    #[track_caller]
    fn at_work(data: &Path) -> Self {
        let mut terminal = Self::start(data);
        terminal.sees("Kata sandi").types(PASSPHRASE).types(ENTER);
        terminal
    }

    fn types(&mut self, keys: &str) -> &mut Self {
        self.0.send(keys.as_bytes()).expect("the terminal takes keys");
        self
    }

    #[track_caller]
    fn sees(&mut self, text: &str) -> &mut Self {
        let seen = self.0.wait_for(text, PATIENCE);
        assert!(seen, "`{text}` never came:\n{}", self.0.screen().contents());
        self
    }

    #[track_caller]
    fn sees_no(&mut self, text: &str) -> &mut Self {
        let gone = self.0.wait(PATIENCE, |screen| !screen.contents().contains(text));
        assert!(gone, "`{text}` stays:\n{}", self.0.screen().contents());
        self
    }

    /// Waits until the cursor stands right behind these letters of the input box.
    #[track_caller]
    fn writes_behind(&mut self, text: &str) -> &mut Self {
        let wanted = format!("│ {text}");
        let there = self.0.wait(PATIENCE, |screen| {
            let (row, column) = screen.cursor_position();
            let left = screen.contents_between(row, 0, row, column);
            left.trim_start().trim_end_matches(' ') == wanted.trim_end_matches(' ')
        });
        let screen = self.0.screen();
        let at = screen.cursor_position();
        assert!(there, "the cursor is not behind `{text}` but at {at:?}:\n{}", screen.contents());
        self
    }

    /// Changes the window, and waits until the keys stand in its last line.
    #[track_caller]
    fn resize(&mut self, rows: u16, columns: u16) -> &mut Self {
        self.0.resize(rows, columns).expect("the terminal changes");
        let drawn = self.0.wait(PATIENCE, |screen| {
            let last = screen.contents().lines().nth(usize::from(rows) - 1).map(str::to_owned);
            last.is_some_and(|line| {
                line.ends_with("Bantuan") && line.chars().count() + 2 >= usize::from(columns)
            })
        });
        assert!(drawn, "not drawn in {columns}x{rows}:\n{}", self.0.screen().contents());
        self
    }

    #[track_caller]
    fn gets(&mut self, signal: Signal) -> &mut Self {
        let pid = self.0.pid().and_then(|pid| Pid::from_raw(pid.cast_signed())).expect("it runs");
        kill_process(pid, signal).expect("the signal arrives");
        self
    }

    /// It ends by itself with exit code 0, and the terminal is as it was.
    #[track_caller]
    fn ends_well(&mut self) {
        let code = self.0.finish(PATIENCE).expect("it is waited for");
        let screen = self.0.screen();
        assert_eq!(code, Some(0), "{}", screen.contents());
        assert!(!screen.alternate_screen(), "the screen before is back");
        assert!(!screen.hide_cursor(), "the cursor is back");
        assert!(!screen.bracketed_paste(), "a paste is plain again");
    }
}

/// The lamp's settings for a fake OSS and a network beside it.
fn lamp_at(folder: &TempDir, oss: &FakeOss, more: &str) {
    let text = format!(
        "oss = [{0:?}]\nother = []\nproxy = \"none\"\ninterval_s = 0.1\nconfirm_after_s = 0.05\n\
         backoff_max_s = 0.1\nconnect_timeout_s = 20\ntotal_timeout_s = 20\n{more}",
        oss.url()
    );
    fs::write(folder.path().join("light.toml"), text).unwrap();
}

/// At work on a PC that may use its network.
fn online(data: &Path, env: &[&str], more: &[&str]) -> Terminal {
    let around = [&["env", "LOKET_OFFLINE=0"], env].concat();
    let mut terminal = Terminal::start_around(&around, data, more);
    if !more.contains(&"--demo") {
        terminal.sees("Kata sandi").types(PASSPHRASE).types(ENTER);
    }
    terminal.sees("LANJUTKAN");
    terminal
}

#[test]
fn the_lamp_of_oss_turns_by_itself_and_a_line_tells_of_it() {
    let (folder, oss) = (office(), FakeOss::start());
    lamp_at(&folder, &oss, "");
    let mut terminal = online(folder.path(), &[], &[]);
    terminal.sees("OSS ● hidup 0,1 dtk");
    oss.set(Mode::Status(502));
    terminal.sees("OSS ✗ ").sees("Teruskan mengisi di Loket");
    oss.set(Mode::Portal);
    terminal.sees("OSS ? Wi-Fi").sees("masuk dulu ke Wi-Fi kantor");
    oss.set(Mode::Fast);
    terminal.sees("OSS ● hidup").sees("OSS hidup lagi.").types("q").ends_well();
}

#[test]
fn a_look_that_hangs_delays_no_key_and_no_leaving() {
    let (folder, oss) = (office(), FakeOss::start());
    lamp_at(&folder, &oss, "");
    oss.set(Mode::HangInHead);
    let mut terminal = online(folder.path(), &[], &[]);
    let until = Instant::now() + PATIENCE;
    while oss.heads().is_empty() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(oss.heads().len(), 1, "it is asked and says nothing");
    terminal.types(NEW).sees("KTP-nya?").types("1472065708450002").sees("17 Agustus 1945");
    let begun = Instant::now();
    terminal.types("\x11").ends_well();
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}

#[test]
fn a_dark_lamp_an_offline_start_and_the_demo_ask_nobody() {
    let (folder, oss) = (office(), FakeOss::start());
    let proxy = [
        format!("https_proxy={}", oss.url()),
        format!("http_proxy={}", oss.url()),
        "no_proxy=".to_owned(),
    ];
    let proxy = proxy.each_ref().map(String::as_str);
    for (on, env, more) in [
        ("on = false\n", &proxy[..], &[][..]),
        ("", &[&proxy[..], &["LOKET_OFFLINE=1"]].concat(), &[]),
        ("", &proxy[..], &["--offline"]),
        ("", &proxy[..], &["--demo"]),
    ] {
        lamp_at(&folder, &oss, on);
        let mut terminal = online(folder.path(), env, more);
        // Longer than a lit lamp takes to ask.
        std::thread::sleep(Duration::from_millis(2_500));
        assert_eq!(oss.heads(), [""; 0], "{env:?} {more:?}");
        terminal.types("q");
    }
    // Lit, and with our own settings, the same proxy is asked for OSS and the two others, and for nothing
    // else. It lets nobody through.
    fs::remove_file(folder.path().join("light.toml")).unwrap();
    oss.set(Mode::Status(502));
    let _terminal = online(folder.path(), &proxy, &[]);
    let until = Instant::now() + PATIENCE;
    while oss.heads().len() < 3 && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(50));
    }
    let firsts: Vec<String> =
        oss.heads().iter().filter_map(|head| head.lines().next().map(str::to_owned)).collect();
    let asked = ["oss.go.id", "www.komdigi.go.id", "www.bps.go.id"]
        .map(|host| format!("CONNECT {host}:443 HTTP/1.1"));
    assert_eq!(firsts[..3], asked, "{firsts:?}");
}

/// An applicant with a name half typed.
#[track_caller]
fn half_a_name(data: &Path) -> Terminal {
    let mut terminal = Terminal::at_work(data);
    terminal.sees("LANJUTKAN").types(NEW).sees("Boleh saya pinjam KTP-nya?");
    terminal.types("1472065708450002").sees("17 Agustus 1945");
    terminal.types(TAB).sees("Nama lengkap").types("Siti Amin").writes_behind("Siti Amin");
    terminal
}

#[test]
fn the_first_start_asks_five_things_and_is_at_work() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("not/there/yet");
    let mut terminal = Terminal::start(&data);
    terminal.sees("Selamat datang di Loket");
    assert!(terminal.0.screen().alternate_screen());
    for line in ["DPMPTSP Kota Contoh", "Loket 2", "Rina", PASSPHRASE, PASSPHRASE] {
        terminal.types(line).types(ENTER);
    }
    terminal.sees("Kunci pemulihan").types(ENTER).sees("Rina").types(NEW).sees("KTP-nya?");
    terminal.types("\x11").ends_well();
    let mut again = Terminal::at_work(&data);
    again.sees("LANJUTKAN").types("q").ends_well();
}

#[test]
fn a_small_window_says_so_and_keeps_the_work() {
    let office = office();
    let mut terminal = half_a_name(office.path());
    terminal.resize(20, 60).types("a").writes_behind("Siti Amina");
    terminal.0.resize(10, 40).unwrap();
    terminal.sees("Jendela terlalu kecil").sees_no("Siti").types("h");
    terminal.resize(40, 120).writes_behind("Siti Aminah");
    terminal.resize(24, 80).types("!").writes_behind("Siti Aminah!");
    terminal.sees("tersimpan").types("\x11").ends_well();
}

#[test]
fn after_a_kill_the_same_letters_stand_on_the_screen() {
    let office = office();
    let mut terminal = half_a_name(office.path());
    for (before, keys, after) in [
        ("Siti Amin", "a", "Siti Amina"),
        ("Siti Amina", "h", "Siti Aminah"),
        ("Siti Aminah", "\x1b[D\x1b[D", "Siti Amin"),
        ("Siti Amin", "", "Siti Amin"),
    ] {
        terminal.0.kill().unwrap();
        terminal = Terminal::at_work(office.path());
        terminal.sees("Dipulihkan sampai").writes_behind(before);
        terminal.types(keys).writes_behind(after);
    }
    terminal.sees("│ Siti Aminah ").types("\x11").ends_well();
}

#[test]
fn a_closed_terminal_and_a_polite_end_lose_nothing_and_leave_the_terminal_sane() {
    for signal in [Signal::TERM, Signal::HUP] {
        let office = office();
        half_a_name(office.path()).gets(signal).ends_well();
        let mut next = Terminal::at_work(office.path());
        next.sees("Dipulihkan sampai").sees("│ Siti Amin ").types("a").sees("│ Siti Amina ");
        next.types(HOME).sees("LANJUTKAN").types("q").ends_well();
    }
}

#[test]
fn the_unlock_screen_ends_politely_too() {
    let office = office();
    let mut terminal = Terminal::start(office.path());
    terminal.sees("Kata sandi").types("salah besar").types(ENTER).sees("tidak").types("\x1b");
    terminal.ends_well();
    Terminal::start(office.path()).sees("Kata sandi").gets(Signal::TERM).ends_well();
}

#[test]
fn a_second_copy_says_so_and_reads_along() {
    let office = office();
    let mut first = half_a_name(office.path());
    let mut second = Terminal::start(office.path());
    second.sees("sudah terbuka di jendela lain").types(ENTER).sees("hanya untuk dibaca");
    second.types(PASSPHRASE).types(ENTER).sees("hanya baca").sees("LANJUTKAN");
    second.types(ENTER).sees("Siti Amin").types(ENTER).types("\x1b[Z").sees("│ Siti Amin ");
    second.types("x").sees("Ini hanya untuk dibaca").types(HOME).sees("LANJUTKAN");
    second.types("n").sees("Ini hanya untuk dibaca").types("q").ends_well();
    first.types("ah").sees("│ Siti Aminah ").types("\x11").ends_well();
    // With the first one gone, the next start writes again.
    Terminal::at_work(office.path()).sees("LANJUTKAN").sees_no("hanya baca").types("q").ends_well();
}

/// Whether any cell of the screen has a colour of its own.
fn has_colour(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let all = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    all.filter_map(|(row, column)| screen.cell(row, column)).any(|cell| {
        cell.fgcolor() != vt100::Color::Default || cell.bgcolor() != vt100::Color::Default
    })
}

#[test]
fn no_color_is_obeyed_and_colours_are_there_otherwise() {
    let office = office();
    let mut coloured = false;
    for (around, wanted) in [(["env", "NO_COLOR=1"], false), (["env", "NO_COLOR="], true)] {
        let mut terminal = Terminal::start_around(&around, office.path(), &[]);
        terminal.sees("Kata sandi").types(PASSPHRASE).types(ENTER).sees("LANJUTKAN");
        coloured |= has_colour(terminal.0.screen());
        terminal.types(NEW).sees("Boleh saya pinjam KTP-nya?").types("12").types(TAB);
        terminal.sees("Nama lengkap").sees("tersimpan");
        coloured |= has_colour(terminal.0.screen());
        terminal.types("\x1b[15~").sees("Periksa kembali");
        coloured |= has_colour(terminal.0.screen());
        assert_eq!(coloured, wanted, "{around:?}");
        terminal.types(HOME).sees("LANJUTKAN").types("q").ends_well();
    }
}

#[test]
fn the_demo_shows_its_queues_and_leaves_nothing_behind() {
    for by_signal in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let temporary = format!("TMPDIR={}", folder.path().display());
        let data = folder.path().join("untouched");
        let mut terminal = Terminal::start_around(&["env", &temporary], &data, &["--demo"]);
        terminal.sees("LANJUTKAN").sees("MENUNGGU").sees("SITI AMINAH");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "its own folder only");
        if by_signal {
            terminal.gets(Signal::TERM).ends_well();
        } else {
            terminal.types("q").ends_well();
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn a_disk_that_refuses_is_told_and_later_everything_is_written() {
    let office = office();
    let around = ["sh", "-c", "trap '' XFSZ; exec \"$0\" \"$@\""];
    let mut terminal = Terminal::start_around(&around, office.path(), &[]);
    terminal.sees("Kata sandi").types(PASSPHRASE).types(ENTER).sees("LANJUTKAN");
    terminal.types(NEW).sees("KTP-nya?").types("14720657").sees("│ 14720657 ").sees("tersimpan");
    // From now on no file may grow.
    let pid = terminal.0.pid().and_then(|pid| Pid::from_raw(pid.cast_signed())).expect("it runs");
    let size = fs::metadata(office.path().join("loket.db-wal")).unwrap().len();
    let free = getrlimit(Resource::Fsize);
    let full = Rlimit { current: Some(size), maximum: free.maximum };
    prlimit(Some(pid), Resource::Fsize, full).unwrap();
    terminal.types("0").sees("GAGAL MENYIMPAN").types(ENTER).types("8450002");
    terminal.sees("│ 1472065708450002 ").sees("GAGAL MENYIMPAN");
    prlimit(Some(pid), Resource::Fsize, free).unwrap();
    terminal.sees("tersimpan").sees_no("GAGAL").0.kill().unwrap();
    let mut next = Terminal::at_work(office.path());
    next.sees("│ 1472065708450002 ").types("\x11").ends_well();
}

#[test]
fn another_officer_takes_over_at_the_lock_and_the_first_one_comes_back() {
    let folder = office();
    let mut terminal = Terminal::at_work(folder.path());
    terminal.sees("Rina").types("ptLina\rpadi di sawah luas\rpadi di sawah luas\r");
    terminal.sees("Lina sudah terdaftar").types("\x1b").sees("MENUNGGU");
    terminal.types(NEW).sees("NIK").types("14720617").writes_behind("14720617");
    terminal.types("\x0c").sees("Layar terkunci").types("padi di sawah luas\r");
    terminal.sees("Sekarang Lina").writes_behind("14720617");
    terminal.types("08").writes_behind("1472061708").types(HOME).sees("Lina.");
    terminal.types("k").sees("Layar terkunci").types(PASSPHRASE).types(ENTER);
    terminal.sees("Sekarang Rina");
}
