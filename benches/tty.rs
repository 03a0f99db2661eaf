//! The program as an officer feels it, measured from outside through a real pseudo-terminal.
//!
//! `cargo bench --bench tty` prints the tables of `docs/performance.md`; `-- --quick` leaves the office
//! with 100,000 cases out, `-- --lamp` measures the lamp of OSS only. Needs nothing but the program itself,
//! and asks nobody: the lamp looks at a server of ours on 127.0.0.1.

#[path = "../tests/it/fake_oss/mod.rs"]
mod fake_oss;

use fake_oss::{Certificate, FakeOss, Mode};
use loket::case::import::{DraftFile, import_case};
use loket::case::{Condition, Event, Minter, Waits};
use loket::drill::pty::Program;
use loket::office::{Entry, Record};
use loket::runtime::{Packs, env, keep_records, now_ms};
use loket::store::{Append, Kdf, NewOffice, Store};
use std::ffi::OsString;
use std::net::{TcpListener, TcpStream, UdpSocket};
use std::path::Path;
use std::time::{Duration, Instant};

const LOKET: &str = env!("CARGO_BIN_EXE_loket");
const PASSPHRASE: &str = "ukur kecepatan";
const PATIENCE: Duration = Duration::from_mins(1);
const KEYS: usize = 300;
const STARTS: usize = 11;

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let size = std::fs::metadata(LOKET).map_or(0, |file| file.len());
    println!(
        "program: {:.2} MB ({})",
        size as f64 / 1e6,
        if cfg!(debug_assertions) { "DEBUG" } else { "release" }
    );
    println!();
    if std::env::args().any(|argument| argument == "--lamp") {
        return lamp();
    }
    println!(
        "| cases | start to unlock screen ms | unlock to Beranda ms | key ms median | key ms p95 | key ms max | bytes a key | RSS MB | peak RSS MB | idle CPU ms in 5 s |"
    );
    println!("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (cases, waiting) in [(10, 0), (10_000, 0), (10_000, 2_000), (100_000, 0)] {
        if quick && cases > 10_000 {
            continue;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        fill(folder.path(), cases, waiting);
        println!("{}", row(folder.path(), cases, waiting));
    }
    println!();
    println!(
        "Key derivation is left out of the unlocking column (the office is made with the fast one)."
    );
    println!();
    lamp();
}

/// An office with that many cases. Each has the events of a whole draft's opening, so that lists,
/// summaries and blind index have their real size. So many of them wait for OSS, which has come back: they
/// are all to be called.
fn fill(folder: &Path, cases: usize, waiting: usize) {
    let office = NewOffice {
        office: "DPMPTSP Ukur",
        counter: "Loket 1",
        officer: "Petugas",
        passphrase: PASSPHRASE,
        kdf: Kdf::fast_for_tests(),
    };
    let (mut store, _) = Store::create(folder, &office, now_ms()).expect("a new office");
    let form = Packs::new(folder).form("nib-perorangan", env().today()).expect("the built-in pack");
    let text = include_str!("../fixtures/applicants/kios-setengah.json");
    let draft = DraftFile::read(text).expect("the fixture reads").remove(0);
    let mut minter = Minter::new([9; 32]);
    let (_, events, summary, _) =
        import_case(&form, &draft, &mut minter, "Petugas", now_ms(), env().today())
            .expect("the fixture imports");
    let hour = 3_600_000;
    if waiting > 0 {
        let id = minter.event();
        let record = |id, entry| Record { id, at_ms: now_ms(), by: String::new(), entry };
        let (system, since_ms) = ("oss".to_owned(), now_ms() - 5 * hour);
        let began = Entry::OutageBegan {
            system,
            symptom: String::new(),
            since_ms,
            auto: true,
            why: "timeout".into(),
        };
        let ended = Entry::OutageEnded {
            outage: id,
            until_ms: now_ms() - hour,
            auto: true,
            known_ms: None,
        };
        let records = [record(id, began), record(minter.event(), ended)];
        keep_records(&mut store, &records, &[]).expect("an append");
    }
    for number in 0..cases {
        let case = minter.case();
        let few = &events[..events.len().min(8)];
        let payloads: Vec<Vec<u8>> = few.iter().map(Event::to_payload).collect();
        let mut one = summary.clone();
        if waiting > 0 && number % (cases / waiting) == 0 {
            let since_ms = now_ms() - 4 * hour + number as i64;
            let (on, reason) = (Condition::Oss.code().into(), "sejak pagi".into());
            let waits = Waits { on, reason, since_ms, consent: true, ..Waits::default() };
            (one.waits, one.visits) = (Some(Box::new(waits)), 1 + number as u16 % 3);
            one.care = number as u8 % 16;
        }
        let name = format!("{} {number}", one.name());
        let summary = one.named(&name).to_bytes();
        let tags = [(1, format!("14720645075{number:05}"))];
        let with =
            Append { now_ms: now_ms(), summary: Some(&summary), tags: &tags, ..Append::default() };
        store.append(case, &payloads, with).expect("an append");
    }
}

fn start(folder: &Path) -> Program {
    let arguments: [OsString; 3] = ["--data".into(), folder.into(), "--lang=id".into()];
    Program::start(Path::new(LOKET), &arguments, (24, 80)).expect("the program starts")
}

fn row(folder: &Path, cases: usize, waiting: usize) -> String {
    // The first heading of the queues.
    let first = if waiting > 0 { "HUBUNGI KEMBALI" } else { "LANJUTKAN" };
    let mut starts = Vec::new();
    let mut unlocks = Vec::new();
    for _ in 0..STARTS {
        let begun = Instant::now();
        let mut program = start(folder);
        assert!(program.wait_for("Loket 1", PATIENCE), "the unlock screen comes");
        starts.push(begun.elapsed());
        program.send(PASSPHRASE.as_bytes()).expect("keys");
        std::thread::sleep(Duration::from_millis(60));
        let begun = Instant::now();
        program.send(b"\r").expect("keys");
        assert!(program.wait_for(first, PATIENCE), "Beranda comes");
        unlocks.push(begun.elapsed());
        program.send(b"\x11").expect("keys");
        program.finish(PATIENCE).expect("it ends");
    }
    let mut program = start(folder);
    go_to_the_name(&mut program, first);
    let (keys, bytes) = keys(&mut program);
    std::thread::sleep(Duration::from_millis(800));
    program.look();
    let pid = program.pid().expect("it runs");
    let (rss, peak) = (memory(pid, "VmRSS"), memory(pid, "VmHWM"));
    let before = cpu_ms(pid);
    std::thread::sleep(Duration::from_secs(5));
    let idle =
        cpu_ms(pid).zip(before).map_or_else(|| "-".into(), |(now, then)| (now - then).to_string());
    program.kill().expect("it can be killed");
    format!(
        "| {cases}{} | {:.1} | {:.1} | {:.2} | {:.2} | {:.2} | {bytes:.0} | {rss:.1} | {peak:.1} | {idle} |",
        if waiting > 0 { format!(", of which {waiting} wait") } else { String::new() },
        at(&mut starts, 50),
        at(&mut unlocks, 50),
        at(&mut keys.clone(), 50),
        at(&mut keys.clone(), 95),
        at(&mut keys.clone(), 100),
    )
}

/// From the unlock screen over Beranda, where `first` stands, into a new case, at the question for the name.
fn go_to_the_name(program: &mut Program, first: &str) {
    program.wait_for("Loket 1", PATIENCE);
    program.send(format!("{PASSPHRASE}\r").as_bytes()).expect("keys");
    assert!(program.wait_for(first, PATIENCE), "Beranda comes");
    program.send(b"nnib perorangan\r").expect("keys");
    assert!(program.wait_for("NIK", PATIENCE), "the first question comes");
    std::thread::sleep(Duration::from_millis(600));
    // The name is free text: what is typed is not wrong, as at a counter.
    program.send(b"\t").expect("keys");
    std::thread::sleep(Duration::from_millis(600));
    program.look();
}

/// What the lamp costs: keys while a look hangs in each place it can, then memory and CPU.
fn lamp() {
    println!("| the look | key ms median | key ms p95 | key ms max | bytes a key |");
    println!("|---|--:|--:|--:|--:|");
    let folder = tempfile::tempdir().expect("a temporary folder");
    fill(folder.path(), 1_000, 0);
    let name = |mut program: Program, what: &str| {
        go_to_the_name(&mut program, "LANJUTKAN");
        let (mut times, bytes) = keys(&mut program);
        let [median, p95, max] = [50, 95, 100].map(|percent| at(&mut times, percent));
        println!("| {what} | {median:.2} | {p95:.2} | {max:.2} | {bytes:.0} |");
        // Left on purpose, or the next start would come back to this question.
        program.send(b"\x02").expect("keys");
        program.wait_for("LANJUTKAN", PATIENCE);
        program.send(b"q").expect("keys");
        std::thread::sleep(Duration::from_millis(600));
    };
    name(start(folder.path()), "none: the lamp is dark");
    let oss = FakeOss::start();
    for (mode, what) in [
        (Mode::Fast, "answered at once, every minute"),
        (Mode::HangInHead, "hangs before the page"),
        (Mode::HangInBody, "hangs in the page"),
    ] {
        oss.set(mode);
        name(lit(folder.path(), &oss.url(), 60.0, &[]), what);
    }
    oss.set(Mode::Fast);
    name(lit(folder.path(), &oss.url(), 0.05, &[]), "answered at once, twenty a second");
    oss.set(Mode::HangAfterAccept);
    let secret = oss.url().replace("http:", "https:");
    name(lit(folder.path(), &secret, 60.0, &[]), "hangs in the TLS handshake");
    let full = full();
    let url = format!("http://{}/", full.0.local_addr().expect("it is bound"));
    name(lit(folder.path(), &url, 60.0, &[]), "hangs in connecting");
    drop(full);
    // A resolver that hears everything and says nothing.
    match UdpSocket::bind("127.0.0.1:53") {
        Ok(_deaf) => {
            let file = folder.path().join("resolv.conf");
            let text = "nameserver 127.0.0.1\noptions timeout:30 attempts:1\n";
            std::fs::write(&file, text).expect("a file");
            let mount = format!("mount --bind {} /etc/resolv.conf && exec \"$@\"", file.display());
            let around = ["unshare", "-m", "sh", "-c", &mount, "sh"];
            let program = lit(folder.path(), "http://oss.invalid/", 60.0, &around);
            name(program, "hangs in the name (DNS)");
        }
        Err(error) => println!("| hangs in the name (DNS): not measured, {error} | | | | |"),
    }
    println!();
    cost(folder.path());
}

/// Memory and CPU with the lamp, over TLS with all certificates of the system, against without.
fn cost(folder: &Path) {
    let certificate = Certificate::good();
    let oss = FakeOss::start_tls(&certificate);
    let system = std::fs::read_to_string("/etc/ssl/certs/ca-certificates.crt").unwrap_or_default();
    let roots = folder.join("roots.pem");
    std::fs::write(&roots, format!("{system}\n{}", certificate.root)).expect("a file");
    let roots = format!("SSL_CERT_FILE={}", roots.display());
    let figures = |mut program: Program, lamp: &str, wait: Duration| {
        program.wait_for("Loket 1", PATIENCE);
        program.send(format!("{PASSPHRASE}\r").as_bytes()).expect("keys");
        assert!(program.wait_for("LANJUTKAN", PATIENCE), "Beranda comes");
        assert!(program.wait_for(lamp, PATIENCE), "the lamp: {}", program.screen().contents());
        std::thread::sleep(Duration::from_secs(2));
        program.look();
        let pid = program.pid().expect("it runs");
        let (before, looks) = (cpu_ms(pid).unwrap_or(0), oss.heads().len());
        std::thread::sleep(wait);
        let cpu = cpu_ms(pid).unwrap_or(0) - before;
        let drawn = program.written;
        program.look();
        (
            memory(pid, "VmRSS"),
            memory(pid, "RssAnon"),
            cpu,
            oss.heads().len() - looks,
            program.written - drawn,
        )
    };
    let dark = figures(start(folder), "LANJUTKAN", Duration::ZERO);
    let env = ["env", &roots];
    let often = figures(lit(folder, &oss.url(), 0.1, &env), "hidup", Duration::from_secs(20));
    let lit = figures(lit(folder, &oss.url(), 60.0, &env), "hidup", Duration::from_secs(130));
    let each = often.2 as f64 / often.3.max(1) as f64;
    println!("| the lamp | RSS MB | of it not from files MB | CPU |");
    println!("|---|--:|--:|---|");
    println!("| dark | {:.1} | {:.1} | 0 |", dark.0, dark.1);
    println!(
        "| lit, a look a minute | {:.1} | {:.1} | {} ms in 130 s ({} looks, {} bytes drawn); {each:.2} ms a look = {:.4} % |",
        lit.0,
        lit.1,
        lit.2,
        lit.3,
        lit.4,
        each / 600.0
    );
    println!(
        "| lit, after {} looks | {:.1} | {:.1} | {} ms in 20 s |",
        often.3, often.0, often.1, often.2
    );
}

/// Starts the program with its lamp lit.
fn lit(folder: &Path, oss: &str, interval_s: f64, around: &[&str]) -> Program {
    let settings = format!(
        "oss = [{oss:?}]\nother = []\nproxy = \"none\"\ninterval_s = {interval_s}\nconnect_timeout_s = 30\n\
         total_timeout_s = 30\nconfirm_after_s = 1\n"
    );
    std::fs::write(folder.join("light.toml"), settings).expect("a file");
    let mut words: Vec<OsString> = around.iter().map(OsString::from).collect();
    words.extend(["env", "LOKET_OFFLINE=0", LOKET, "--lang=id", "--data"].map(OsString::from));
    words.push(folder.into());
    let program = words.remove(0);
    Program::start(Path::new(&program), &words, (24, 80)).expect("the program starts")
}

/// A server whose queue is full: whoever connects now waits. It stays so while this is kept.
fn full() -> (TcpListener, Vec<TcpStream>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    let queue = std::iter::from_fn(|| {
        TcpStream::connect_timeout(&address, Duration::from_millis(300)).ok()
    });
    let queue = queue.take(10_000).collect();
    (listener, queue)
}

/// Types letters into the open question and times each from the key to the screen that shows it.
fn keys(program: &mut Program) -> (Vec<Duration>, f64) {
    let mut times = Vec::with_capacity(KEYS);
    let from = program.written;
    for number in 0..KEYS {
        // Every thirtieth key the field is emptied, so that it is always seen as a whole.
        if number % 30 == 29 {
            program.send(b"\x17").expect("keys");
            std::thread::sleep(Duration::from_millis(30));
            program.look();
            continue;
        }
        program.look();
        let (row, column) = program.screen().cursor_position();
        let begun = Instant::now();
        program.send(b"e").expect("keys");
        let shows = |screen: &vt100::Screen| screen.cursor_position() == (row, column + 1);
        assert!(program.wait(PATIENCE, shows), "a key shows");
        times.push(begun.elapsed());
        std::thread::sleep(Duration::from_millis(17));
    }
    let bytes = (program.written - from) as f64 / times.len() as f64;
    (times, bytes)
}

/// The value below which that many percent lie, in milliseconds.
fn at(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    let place = (times.len() * percent / 100).min(times.len() - 1);
    times[place].as_secs_f64() * 1e3
}

/// A line of `/proc/PID/status`, in MB; 0 where there is no such file.
fn memory(pid: u32, name: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    let kb: f64 = line.split_whitespace().nth(1).and_then(|kb| kb.parse().ok()).unwrap_or(0.0);
    kb / 1024.0
}

/// CPU time so far, in milliseconds, at the system's 10 ms grain.
fn cpu_ms(pid: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut fields = stat.rsplit(')').next()?.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let system: u64 = fields.next()?.parse().ok()?;
    Some((user + system) * 10)
}
