//! What the story happens at: the counter, the lamp over it, and a browser at OSS; everything is counted.

use super::{Part, UNSAID, draft};
use crate::fake_oss::FakeOss;
use crate::journey::{Journey, NOW, PASSPHRASE, applicant};
use loket::app::Msg;
use loket::app::screens::handover;
use loket::net::{Light, Probe, Settings};
use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// What Dewi unlocks with.
pub(super) const DEWI: &str = "nasi lemak pagi hari";
/// A key takes a slow typist so long, ms.
pub(super) const KEY_MS: i64 = 400;
/// Finding a field of OSS and pasting into it, ms.
pub(super) const PASTE_MS: i64 = 3_000;
/// A telephone call, ms.
pub(super) const CALL_MS: i64 = 60_000;
/// The case of nobody.
pub(super) const COUNTER: &str = "the counter";

/// The lamp, looking at the fake server on the journey's clock.
pub(super) struct Lookout {
    pub(super) oss: FakeOss,
    _other: FakeOss,
    probe: Probe,
    settings: Settings,
    light: Light,
}

impl Lookout {
    fn new() -> Self {
        let (oss, other) = (FakeOss::start(), FakeOss::start());
        let text =
            format!("oss = [{:?}]\nother = [{:?}]\nproxy = \"none\"\n", oss.url(), other.url());
        let (settings, _) = Settings::with_override(&text);
        let probe = Probe::new(settings.clone()).expect("it is ready");
        let light = Light::new(&settings);
        Self { oss, _other: other, probe, settings, light }
    }

    /// The program was started anew: its lamp knows nothing yet.
    fn begins_anew(&mut self) {
        self.light = Light::new(&self.settings);
    }

    /// Looks so often; each look after the first comes when the light wants it.
    fn looks(&mut self, times: usize, counter: &mut Journey) {
        for look in 0..times {
            if look > 0 {
                counter.later(self.light.pause(u32::MAX).as_millis() as i64);
            }
            let mut sample = self.probe.check();
            // The clock of the day is not that of the PC the test runs on.
            sample.took = Duration::from_millis(900);
            if self.light.take(&sample, counter.env.now_ms) {
                counter.tell(Msg::Light(self.light.lamp()));
            }
        }
    }
}

/// A browser at the pages of the fake OSS.
pub(super) struct Browser {
    address: String,
    cookie: String,
}

impl Browser {
    pub(super) fn new(oss: &FakeOss) -> Self {
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

    pub(super) fn log_in(&mut self) {
        let answer = self.ask("GET /login", "");
        let cookie = answer.split("Set-Cookie: ").nth(1).and_then(|rest| rest.split(';').next());
        cookie.expect("a session").clone_into(&mut self.cookie);
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
pub(super) struct Effort {
    pub(super) keys: usize,
    pub(super) ms: i64,
    pub(super) values: usize,
}

/// The day as it is counted: for whom, and whether OSS was down or back.
pub(super) struct Day {
    counter: Option<Journey>,
    /// What the officer at the desk unlocks with.
    pub(super) officer: &'static str,
    pub(super) lookout: Lookout,
    pub(super) efforts: BTreeMap<(&'static str, Part), Effort>,
    pub(super) screens: Vec<(&'static str, String)>,
    /// What the office's journal says in the end.
    pub(super) journal: String,
}

impl Day {
    pub(super) fn new() -> Self {
        let later = NOW + 46 * 60_000 + 40_000;
        let siti = draft("warung-lengkap", |value| {
            let answers = value["answers"].as_object_mut().unwrap();
            answers.retain(|path, _| !UNSAID.contains(&path.as_str()));
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
            journal: String::new(),
        }
    }

    pub(super) fn at(&mut self) -> &mut Journey {
        self.counter.as_mut().expect("there is a program")
    }

    /// Counts what is done for somebody.
    #[track_caller]
    pub(super) fn serve<T>(
        &mut self,
        who: &'static str,
        part: Part,
        work: impl FnOnce(&mut Journey) -> T,
    ) -> T {
        self.unlock(part);
        self.count(who, part, work)
    }

    /// Types the passphrase where nobody was at the keyboard for a while.
    #[track_caller]
    pub(super) fn unlock(&mut self, part: Part) {
        if self.at().state.lock.is_some() {
            let passphrase = self.officer;
            self.count(COUNTER, part, |counter| _ = counter.keys(passphrase).keys("<ret>"));
        }
    }

    fn count<T>(
        &mut self,
        who: &'static str,
        part: Part,
        work: impl FnOnce(&mut Journey) -> T,
    ) -> T {
        let counter = self.counter.as_mut().expect("there is a program");
        let before = (counter.pressed, counter.env.now_ms);
        let done = work(counter);
        let effort = self.efforts.entry((who, part)).or_default();
        effort.keys += counter.pressed - before.0;
        effort.ms += counter.env.now_ms - before.1;
        done
    }

    /// The lamp looks so often; nobody has to do anything for it.
    pub(super) fn looks(&mut self, times: usize) {
        let counter = self.counter.as_mut().expect("there is a program");
        self.lookout.looks(times, counter);
    }

    /// Waits until that time of the day.
    #[track_caller]
    pub(super) fn until(&mut self, hour: i8, minute: i8) {
        let counter = self.at();
        let then = counter.env.ms_of(counter.env.today(), hour, minute);
        let pause = then - counter.env.now_ms;
        assert!(pause >= 0, "it is later than {hour:02}.{minute:02}");
        counter.later(pause);
    }

    /// The plug is pulled, and the program comes back up to its unlock screen.
    pub(super) fn killed(&mut self) {
        self.counter = self.counter.take().map(Journey::killed);
        self.lookout.begins_anew();
    }

    pub(super) fn keep_screen(&mut self, name: &'static str) {
        let screen = self.at().screen();
        self.screens.push((name, screen));
    }

    /// Types the open case into OSS, page by page, until `pages` are sent or all of them; where OSS throws out,
    /// from its first page again. Gives back what OSS holds.
    pub(super) fn retype(&mut self, who: &'static str, part: Part, browser: &mut Browser) -> bool {
        let mut copied = 0;
        let whole = self.serve(who, part, |counter| {
            counter.copied.clear();
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
