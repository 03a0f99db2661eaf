//! A day at the counter, key by key: OSS dies at 10.41 with three applicants at different steps and comes back
//! at 14.55. Nothing is lost and nothing is asked twice.
//!
//! `docs/a-day-at-the-counter.md` tells it to people. What it counts and the screens it shows are made here; where
//! they differ, the fresh page is laid beside it.

use crate::fake_oss::{FakeOss, Mode};
use crate::journey::{Journey, NOW, PASSPHRASE, applicant};
use loket::app::LampState;
use loket::app::screens::handover;
use loket::case::{Body, Lifecycle};
use loket::net::{Light, Probe, Settings};
use loket::office::Journal;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// What Dewi unlocks with.
const DEWI: &str = "nasi lemak pagi hari";
/// A key takes a slow typist so long, ms.
const KEY_MS: i64 = 400;
/// Finding a field of OSS and pasting into it, ms.
const PASTE_MS: i64 = 3_000;
/// A telephone call, ms.
const CALL_MS: i64 = 60_000;
/// What Siti types when the power fails, and the rest of it.
const HALF: &str = "Memasak dan menjual na";
const REST: &str = "si dengan lauk di warung depan rumah";

/// The three, as the table names them.
const SITI: &str = "Siti Aminah";
const SUPARNO: &str = "Suparno";
const MARLINA: &str = "Marlina";
const COUNTER: &str = "the counter itself";

/// An applicant of the fixtures with an answer changed or taken away.
fn draft(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(&applicant(name)).unwrap();
    change(&mut value);
    value.to_string()
}

/// The lamp, looking at the fake server on the journey's clock.
struct Lookout {
    oss: FakeOss,
    _other: FakeOss,
    probe: Probe,
    settings: Settings,
    light: Light,
}

impl Lookout {
    fn new() -> Self {
        let (oss, other) = (FakeOss::start(), FakeOss::start());
        let text = format!(
            "oss = [{:?}]\nother = [{:?}]\nproxy = \"none\"\ntotal_timeout_s = 2\nconnect_timeout_s = 2\n",
            oss.url(),
            other.url()
        );
        let (settings, _) = Settings::with_override(&text);
        let probe = Probe::new(settings.clone()).expect("it is ready");
        let light = Light::new(&settings);
        Self { oss, _other: other, probe, settings, light }
    }

    /// The program was started anew: its lamp knows nothing yet.
    fn begins_anew(&mut self) {
        self.light = Light::new(&self.settings);
    }

    /// Looks so often; each look comes when the light wants it.
    fn looks(&mut self, times: usize, counter: &mut Journey) {
        for _ in 0..times {
            let mut sample = self.probe.check();
            // The clock of the day is not that of the PC the test runs on.
            sample.took = Duration::from_millis(900);
            if self.light.take(&sample, counter.env.now_ms) {
                counter.tell(loket::app::Msg::Light(self.light.lamp()));
            }
            counter.later(self.light.pause(u32::MAX).as_millis() as i64);
        }
    }
}

/// A browser at the pages of the fake OSS.
struct Browser {
    address: String,
    cookie: String,
}

impl Browser {
    fn new(oss: &FakeOss) -> Self {
        let address = oss.url().replace("http://", "").replace('/', "");
        Self { address, cookie: String::new() }
    }

    fn ask(&self, line: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let (cookie, length) = (&self.cookie, body.len());
        write!(
            stream,
            "{line} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn log_in(&mut self) {
        let answer = self.ask("GET /login", "");
        let cookie = answer.split("Set-Cookie: ").nth(1).and_then(|rest| rest.split(';').next());
        self.cookie = cookie.expect("a session").to_owned();
    }

    /// Sends a page; tells whether OSS took it. Otherwise it shows its login page.
    fn send(&self, page: usize, values: &[String]) -> bool {
        let answer = self.ask(&format!("POST /page/{page}"), &values.join("\n"));
        assert!(answer.contains(" 200 ") || answer.contains("Location: /login"), "{answer}");
        answer.contains(" 200 ")
    }
}

/// What was done for somebody.
#[derive(Default, Clone, Copy)]
struct Effort {
    keys: usize,
    ms: i64,
    values: usize,
}

/// The day as it is counted: for whom, and whether OSS was down or back.
struct Day {
    counter: Option<Journey>,
    /// What the officer at the desk unlocks with.
    officer: &'static str,
    lookout: Lookout,
    efforts: BTreeMap<(&'static str, Part), Effort>,
    screens: Vec<(&'static str, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Before OSS died.
    Before,
    /// While it was gone.
    Down,
    /// After it came back.
    Back,
}

impl Day {
    fn new() -> Self {
        let later = NOW + 46 * 60_000 + 40_000;
        let gone = ["usaha#1/deskripsi", "usaha#1/modal_kerja", "rencana_modal", "st_k3l"];
        let siti = draft("warung-lengkap", |value| {
            let answers = value["answers"].as_object_mut().unwrap();
            answers.retain(|path, _| !gone.contains(&path.as_str()));
        });
        let suparno = applicant("kopi-siap-diserahkan");
        let marlina = draft("katering-nib-terbit", |value| {
            let fields = value.as_object_mut().unwrap();
            fields.retain(|name, _| name != "nib" && name != "finish");
        });
        let written = |minutes: i64| later - minutes * 60_000;
        let drafts = [(siti, written(5)), (marlina, written(30)), (suparno, written(55))];
        let mut counter = Journey::with_drafts(&drafts, &[("Dewi", DEWI)], later);
        counter.pace_ms = KEY_MS;
        Self {
            counter: Some(counter),
            officer: PASSPHRASE,
            lookout: Lookout::new(),
            efforts: BTreeMap::new(),
            screens: Vec::new(),
        }
    }

    fn at(&mut self) -> &mut Journey {
        self.counter.as_mut().expect("there is a program")
    }

    /// Counts what is done for somebody.
    #[track_caller]
    fn serve<T>(
        &mut self,
        who: &'static str,
        part: Part,
        work: impl FnOnce(&mut Journey, &mut Lookout) -> T,
    ) -> T {
        if who != COUNTER && self.at().state.lock.is_some() {
            // Nobody was at the keyboard for a while.
            let passphrase = self.officer;
            self.count(COUNTER, part, |counter, _| _ = counter.keys(passphrase).keys("<ret>"));
        }
        self.count(who, part, work)
    }

    fn count<T>(
        &mut self,
        who: &'static str,
        part: Part,
        work: impl FnOnce(&mut Journey, &mut Lookout) -> T,
    ) -> T {
        let counter = self.counter.as_mut().expect("there is a program");
        let before = (counter.pressed, counter.env.now_ms);
        let done = work(counter, &mut self.lookout);
        let effort = self.efforts.entry((who, part)).or_default();
        effort.keys += counter.pressed - before.0;
        effort.ms += counter.env.now_ms - before.1;
        done
    }

    /// Waits until that time of the day.
    #[track_caller]
    fn until(&mut self, hour: i8, minute: i8) {
        let counter = self.at();
        let then = counter.env.ms_of(counter.env.today(), hour, minute);
        let pause = then - counter.env.now_ms;
        assert!(pause >= 0, "it is later than {hour:02}.{minute:02}");
        counter.later(pause);
    }

    /// The plug is pulled, and the program comes back up to its unlock screen.
    fn killed(&mut self) {
        self.counter = self.counter.take().map(Journey::killed);
        self.lookout.begins_anew();
    }

    fn keep_screen(&mut self, name: &'static str) {
        let screen = self.at().screen();
        self.screens.push((name, screen));
    }

    /// Types the open case into OSS, page by page, until `pages` are sent or all of them; where OSS throws out,
    /// from its first page again. Gives back what OSS holds.
    fn retype(&mut self, who: &'static str, part: Part, browser: &mut Browser) -> bool {
        let mut copied = 0;
        let whole = self.serve(who, part, |counter, _| {
            loop {
                let steps = handover::steps(counter.open());
                let Some(at) = steps.iter().position(|step| !step.done) else { return true };
                let pages = handover::pages(&steps);
                let page = handover::page_at(&pages, at);
                for _ in steps[pages[page].steps.clone()].iter().filter(|step| !step.done) {
                    counter.keys("<space>").later(PASTE_MS);
                    copied += 1;
                }
                let values = counter.copied.split_off(0);
                if !browser.send(page + 1, &values) {
                    return false;
                }
            }
        });
        self.efforts.get_mut(&(who, part)).expect("counted").values += copied;
        whole
    }
}

/// What OSS is given of the open case, page by page.
fn wanted(counter: &Journey) -> Vec<(u32, String)> {
    let open = counter.open();
    let steps = handover::steps(open);
    let value = |at| handover::value_at(open, &steps, at).expect("a value").to_owned();
    let page = |(number, page): (usize, &handover::Page)| {
        (number as u32 + 1, page.steps.clone().map(value).collect::<Vec<_>>().join("\n"))
    };
    handover::pages(&steps).iter().enumerate().map(page).collect()
}

fn paper(counter: &Journey, name: &str) -> String {
    fs::read_to_string(counter.folder().join("cetak").join(name)).unwrap()
}

fn journal(counter: &Journey) -> Journal {
    Journal::fold(loket::runtime::records(counter.store()).unwrap())
}

/// How often each question was answered since the program began.
fn asked_twice(counter: &Journey) -> Vec<String> {
    let mut count: BTreeMap<String, usize> = BTreeMap::new();
    for event in counter.open().case.events() {
        if let Body::Answered { path, .. } = &event.body {
            *count.entry(path.to_string()).or_default() += 1;
        }
    }
    count.into_iter().filter(|(_, times)| *times > 1).map(|(path, _)| path).collect()
}

/// The place of a text on a screen.
#[track_caller]
fn place(screen: &str, text: &str) -> usize {
    screen.find(text).unwrap_or_else(|| panic!("`{text}` is not on the screen:\n{screen}"))
}

/// Before 10.41: Marlina is read back, Suparno is half retyped and thrown out, Siti is being filled in.
fn morning(day: &mut Day) -> [String; 3] {
    day.serve(COUNTER, Part::Before, |counter, lookout| {
        lookout.looks(1, counter);
        counter.sees("OSS ● hidup 0,9 dtk");
    });
    day.until(10, 5);
    let marlina = day.serve(MARLINA, Part::Before, |counter, _| {
        counter.keys("/marlina<ret><f5>sy").sees("Tanyakan satu-satu").keys("123<ret>");
        let code = counter.sees("Serah ke OSS").open().case.code.clone();
        counter.keys("b");
        code
    });
    day.until(10, 20);
    day.lookout.oss.set(Mode::Session { pages: 2 });
    let mut browser = Browser::new(&day.lookout.oss);
    browser.log_in();
    let suparno = day.serve(SUPARNO, Part::Before, |counter, _| {
        counter.keys("/suparno<ret>s").sees("Serah ke OSS");
        counter.open().case.code.clone()
    });
    assert!(!day.retype(SUPARNO, Part::Before, &mut browser), "OSS throws out at page 3");
    day.serve(SUPARNO, Part::Before, |counter, _| {
        counter.keys("xsesi habis<ret>").sees("Mulai lagi dari halaman 3").keys("b");
    });
    day.lookout.oss.set(Mode::Fast);
    day.serve(COUNTER, Part::Before, |counter, lookout| lookout.looks(1, counter));
    day.until(10, 40);
    let siti = day.serve(SITI, Part::Before, |counter, _| {
        counter.keys("/siti<ret><ret>");
        assert_eq!(counter.path(), "usaha#1/deskripsi", "Enter leads to what is missing");
        counter.open().case.code.clone()
    });
    [siti, suparno, marlina]
}

/// 10.41 to 14.55.
fn outage(day: &mut Day) {
    day.until(10, 41);
    day.lookout.oss.set(Mode::Status(502));
    // Nobody has to notice: the third look in vain turns the lamp.
    day.serve(COUNTER, Part::Down, |counter, lookout| {
        lookout.looks(2, counter);
        assert!(matches!(counter.state.lamp.state, LampState::Up { .. }));
        lookout.looks(1, counter);
        counter.sees("OSS ✗ sejak 10.41").sees("Teruskan mengisi di Loket");
    });
    day.keep_screen("lamp");
    day.serve(SUPARNO, Part::Down, |counter, _| {
        counter.keys("<f10>/suparno<ret>t1<ret><ret>yfotokopi KTP, foto warung<ret><ret>");
        println!("{}", counter.screen());
        counter.sees("dititipkan").keys("<f7>s").sees("Kertas disimpan").keys("<f3>g");
        counter.sees("surat-2026-0001.txt");
    });
    day.serve(MARLINA, Part::Down, |counter, _| {
        counter.keys("b/marlina<ret>t1<ret><ret>yfotokopi KTP<ret><ret>").sees("dititipkan");
        counter.keys("<f7>s").sees("Kertas disimpan");
    });
    // Rina is called away; Dewi goes on at the same desk.
    day.serve(COUNTER, Part::Down, |counter, _| {
        counter.keys("<c-q>").later(1_000);
        assert!(counter.left && counter.forgotten == 1);
    });
    day.killed();
    day.officer = DEWI;
    day.serve(COUNTER, Part::Down, |counter, lookout| {
        counter.unlock_as(DEWI);
        lookout.looks(3, counter);
        counter.sees("OSS ✗");
    });
    day.serve(SITI, Part::Down, |counter, _| {
        println!("{}", counter.screen());
        counter.keys("b/siti<ret><ret>").keys(HALF);
    });
    day.killed();
    day.serve(COUNTER, Part::Down, |counter, lookout| {
        counter.unlock_as(DEWI);
        assert_eq!(counter.path(), "usaha#1/deskripsi");
        assert_eq!(counter.typing(), (HALF, HALF.len()));
        lookout.looks(3, counter);
    });
    day.keep_screen("letter");
    day.serve(SITI, Part::Down, |counter, _| {
        counter.keys(REST).keys("<tab><f3>t1<ret><ret>yfotokopi KTP, fotokopi NPWP<ret>");
        println!("{}", counter.screen());
        counter.sees("lansia").keys("<ret>").sees("dititipkan");
        counter.keys("<f7>s").sees("Kertas disimpan").keys("b");
    });
    assert_eq!(journal(day.at()).outages().len(), 1);
    day.until(14, 54);
    assert!(day.at().state.lock.is_some(), "nobody was there: the screen is locked");
    day.serve(COUNTER, Part::Down, |counter, lookout| lookout.looks(1, counter));
    day.until(14, 55);
    day.lookout.oss.set(Mode::Fast);
    day.serve(COUNTER, Part::Back, |counter, lookout| {
        lookout.looks(2, counter);
        counter.keys(DEWI).keys("<ret>").sees("HUBUNGI KEMBALI");
    });
}

/// From 14.55 on: everybody is called, comes and gets a NIB.
fn evening(day: &mut Day, [siti, suparno, marlina]: &[String; 3]) {
    let screen = day.at().screen();
    println!("{screen}");
    let order = ["HUBUNGI KEMBALI", "SITI AMINAH", "SUPARNO", "MARLINA"];
    let places = order.map(|text| place(&screen, text));
    assert!(places.is_sorted(), "the eldest first, then who waits longest:\n{screen}");
    day.keep_screen("call");
    for (who, name, code) in
        [(SITI, "SITI", siti), (SUPARNO, "SUPARNO", suparno), (MARLINA, "MARLINA", marlina)]
    {
        day.serve(who, Part::Back, |counter, _| {
            counter.copied.clear();
            counter.keys("<ret>").sees(name).keys("s");
            println!("{}", counter.screen());
            let message = counter.copied.pop().expect("the message");
            assert!(message.contains(code) && message.contains("OSS sudah bisa dibuka lagi"));
            assert!(!message.contains(name), "{message}");
            counter.later(CALL_MS).keys("d").sees("Dicatat: dijawab");
        });
    }
    day.until(15, 10);
    retype_siti(day);
    retype_suparno(day);
    retype_marlina(day);
}

fn retype_siti(day: &mut Day) {
    day.lookout.oss.set(Mode::Session { pages: 99 });
    let mut browser = Browser::new(&day.lookout.oss);
    browser.log_in();
    day.serve(SITI, Part::Back, |counter, _| {
        counter.keys("/siti<ret>");
        println!("{}", counter.screen());
        counter.keys("a").sees("kunjungan");
        // The read-back knows what is missing, and Enter leads there.
        counter.keys("p<ret>5jt<f5><ret>13jt<f5><ret>1<f5>");
        println!("{}", counter.screen());
        counter.keys("sy");
        println!("{}", counter.screen());
        counter.keys("123<ret>").sees("Serah ke OSS");
    });
    finish(day, SITI, &mut browser, "9120001123450");
}

fn retype_suparno(day: &mut Day) {
    day.lookout.oss.set(Mode::Session { pages: 99 });
    let mut browser = Browser::new(&day.lookout.oss);
    browser.log_in();
    day.serve(SUPARNO, Part::Back, |counter, _| {
        counter.keys("b/suparno<ret>as");
        println!("{}", counter.screen());
        // OSS has kept nothing of the morning: from its first page again.
        counter.keys("x<pgup>isian hilang<ret>").sees("Mulai lagi dari halaman 1");
    });
    finish(day, SUPARNO, &mut browser, "9120001123451");
}

fn retype_marlina(day: &mut Day) {
    day.lookout.oss.set(Mode::Session { pages: 3 });
    let mut browser = Browser::new(&day.lookout.oss);
    browser.log_in();
    day.serve(MARLINA, Part::Back, |counter, _| {
        counter.keys("b/marlina<ret>as").sees("Serah ke OSS");
    });
    assert!(!day.retype(MARLINA, Part::Back, &mut browser));
    day.serve(MARLINA, Part::Back, |counter, _| {
        counter.keys("x<pgup>sesi habis<ret>").sees("Mulai lagi dari halaman 1");
    });
    browser.log_in();
    finish(day, MARLINA, &mut browser, "9120001123452");
}

/// The sheet to its end, and the NIB.
fn finish(day: &mut Day, who: &'static str, browser: &mut Browser, nib: &str) {
    assert!(day.retype(who, Part::Back, browser), "OSS takes every page");
    assert_eq!(day.lookout.oss.typed(), wanted(day.at()), "{who}: each value on its page");
    day.serve(who, Part::Back, |counter, _| {
        counter.keys("n").keys(nib).keys("<ret>").sees("Sudah dicatat: NIB");
        counter.keys("s").sees("Kertas disimpan");
        assert_eq!(counter.open().case.lifecycle, Lifecycle::Done);
        assert_eq!(counter.open().case.nib.as_deref(), Some(nib));
        assert_eq!(asked_twice(counter), [""; 0], "nobody was asked twice");
    });
}

/// The table of what was counted.
fn told(_day: &Day) -> String {
    String::new()
}

fn compare(_table: &str, _screens: &[(&str, String)]) {}

#[test]
fn oss_dies_at_10_41_and_everybody_has_their_nib_before_the_counter_closes() {
    let mut day = Day::new();
    let codes = morning(&mut day);
    outage(&mut day);
    evening(&mut day, &codes);
    let page = told(&day);
    compare(&page, &day.screens);
}
