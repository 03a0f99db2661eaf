//! How long papers take: as PDF, and from the key to the printer's port.
//!
//! `cargo bench --bench paper` prints the table. The printer listens at this computer; what is measured
//! ends when it has the command to cut.

use jiff::civil::date;
use loket::app::outage::{OutageLine, OutageMonth, OutageTotals};
use loket::app::paper::{CallSlip, Sheet, Size};
use loket::app::printing::{Print, Way, Wish};
use loket::app::{Env, NextDay, Opens, RetypePage, RetypeRow, RetypeSheet};
use loket::case::{Condition, EventId};
use loket::form::Library;
use loket::form::bring::Bring;
use loket::office::Outage;
use loket::report;
use loket::report::paper::{CodePage, escpos, pdf};
use loket::runtime::print::{Patience, Press, SETTINGS};
use loket::text::{Catalog, Lang, Text};
use std::hint::black_box;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

const ROUNDS: usize = 40;

fn main() {
    let words = Catalog::built_in(Lang::Id);
    println!("| what | median | p95 |");
    println!("|---|--:|--:|");
    row("the words of a language, read once for each paper", || {
        black_box(Catalog::built_in(Lang::Id));
    });
    for (name, sheet) in sheets() {
        for size in [Size::A4, Size::A5] {
            let mut bytes = 0;
            row(&format!("{name} as PDF, {size:?}"), || {
                let paper = report::of(&sheet, &words, "TT-KUDA-472-M-1", false, size, false);
                bytes = black_box(pdf(&paper, size, false)).len();
            });
            eprintln!("{name} {size:?}: {bytes} bytes");
        }
    }
    let (_, slip) = sheets().swap_remove(0);
    row("a slip as ESC/POS", || {
        let paper = report::of(&slip, &words, "SP-KUDA-472-M-1", false, Size::Roll80, false);
        black_box(escpos(&paper, Size::Roll80, false, CodePage::Pc437));
    });
    for answers in [true, false] {
        let what = if answers { "a printer that answers" } else { "a printer that never answers" };
        to_printer(what, &slip, &words, answers);
    }
}

fn sheets() -> Vec<(&'static str, Sheet)> {
    let slip = CallSlip {
        office: "DPMPTSP Kota Contoh".into(),
        code: "KUDA-472-M".into(),
        service: Text::same("NIB perorangan"),
        on: Some(Condition::Oss),
        until: None,
        calls: true,
        papers: Vec::new(),
        left_papers: vec!["Fotokopi KTP".into(), "Fotokopi NPWP".into()],
        phone_to_call: "(0765) 123 456".into(),
        opens: Opens { today: None, next: NextDay::On(date(2026, 11, 24), (7, 30)) },
        day: date(2026, 11, 23),
    };
    let pack = Library::built_in().load("nib-perorangan", date(2026, 11, 23)).expect("built in");
    let list = Bring::of_pack(&pack.usable().expect("sound"));
    let field = |at: usize| RetypeRow {
        label: format!("Isian {at}"),
        value: "1472012345670001".to_owned(),
        ..RetypeRow::default()
    };
    let page = |at: usize| RetypePage {
        title: Text::same(format!("Halaman {at}")),
        ordinal: None,
        rows: (0..20).map(field).collect(),
    };
    let retype = RetypeSheet {
        code: "KUDA-472-M".into(),
        pages: (0..10).map(page).collect(),
        ..RetypeSheet::default()
    };
    let line = |at: u16| OutageLine {
        outage: Outage {
            id: EventId([0; 16]),
            system: "oss".into(),
            symptom: "tidak menjawab".into(),
            why: String::new(),
            known_ms: None,
            since_ms: 1_795_400_000_000 + i64::from(at) * 3_600_000,
            until_ms: Some(1_795_400_000_000 + i64::from(at + 1) * 3_600_000),
            by: "Rina".into(),
            auto: false,
            seen: false,
        },
        minutes: 60,
        lost: 30,
        cases: Vec::new(),
        called: 0,
    };
    let report = OutageMonth {
        office: "DPMPTSP Kota Contoh".into(),
        month: date(2026, 11, 1),
        day: None,
        lines: (0..500).map(line).collect(),
        totals: OutageTotals::default(),
        holidays_known: true,
        hours: loket::ident::calendar::OfficeHours::default(),
        env: Env { now_ms: 1_799_000_000_000, offset_s: 25_200 },
    };
    vec![
        ("call-back slip", Sheet::Call(Box::new(slip))),
        ("list of requirements", Sheet::Requirements(Box::new(list))),
        ("retype sheet of 200 values", Sheet::Retype(Box::new(retype))),
        ("table of 500 rows", Sheet::Report(Box::new(report))),
    ]
}

/// From the effect to the cut at the printer's end of the line.
fn to_printer(what: &str, sheet: &Sheet, words: &Catalog, answers: bool) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("bound");
    let folder = tempfile::tempdir().expect("a folder");
    let settings = format!("[all]\ntcp = \"{address}\"\nkind = \"escpos-80\"\n");
    std::fs::write(folder.path().join(SETTINGS), settings).expect("written");
    let (cut, done) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            serve(stream, answers, &cut);
        }
    });
    let mut press = Press::new(folder.path(), Patience::default());
    let print = Print {
        sheet: sheet.clone(),
        case: None,
        number: "SP-KUDA-472-M-1".into(),
        copy: false,
        wish: Wish::default(),
        way: Way::Printer,
    };
    let times = (0..ROUNDS).map(|_| {
        let begun = Instant::now();
        let _ = press.print(&print, words);
        done.recv().expect("it was cut").duration_since(begun)
    });
    told(&format!("a slip to {what}, until the cut"), times.collect());
}

fn serve(mut stream: TcpStream, answers: bool, cut: &std::sync::mpsc::Sender<Instant>) {
    let mut bytes = [0; 8192];
    let mut told = false;
    while let Ok(count @ 1..) = stream.read(&mut bytes) {
        let has = |what: &[u8]| bytes[..count].windows(what.len()).any(|window| window == what);
        if has(b"\x1dVB") && !told {
            told = true;
            let _ = cut.send(Instant::now());
        }
        if answers && has(&[0x10, 0x04, 4]) {
            let _ = stream.write_all(&[0b0001_0010]);
        }
    }
}

fn row(what: &str, mut once: impl FnMut()) {
    once();
    let time = |once: &mut dyn FnMut()| {
        let begun = Instant::now();
        once();
        begun.elapsed()
    };
    told(what, (0..ROUNDS).map(|_| time(&mut once)).collect());
}

fn told(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, p95) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    println!("| {what} | {:.2} ms | {:.2} ms |", ms(median), ms(p95));
}
