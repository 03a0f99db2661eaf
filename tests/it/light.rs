//! The lamp of OSS against a server that behaves badly. Nothing but 127.0.0.1 is asked here.

use crate::fake_oss::{Certificate, FakeOss, Mode, header, nobody};
use loket::app::{LampState, Why};
use loket::net::{Found, Light, Probe, Sample, Settings};
use serde_json::Value;
use std::fmt::Write as _;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Output};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Quick settings for an OSS and another network; `more` comes last.
fn settings(oss: &str, other: &str, more: &str) -> Settings {
    let (settings, mut problems) = Settings::with_override(&file(oss, other, more));
    // What is not on this PC is looked at less often; here it is looked at once.
    problems.retain(|problem| !problem.contains("`interval_s` is at least 15"));
    assert_eq!(problems, [""; 0]);
    settings
}

/// The same as an office's file.
fn file(oss: &str, other: &str, more: &str) -> String {
    let mut text = format!(
        "oss = [{oss:?}]\nother = [{other:?}]\ninterval_s = 0.05\nconfirm_after_s = 0.05\nbackoff_max_s = 0.1\n\
         connect_timeout_s = 0.8\ntotal_timeout_s = 0.8\nslow_after_s = 0.3\n"
    );
    // A proxy of the PC the tests run on is not asked.
    if !more.contains("proxy = ") {
        text.push_str("proxy = \"none\"\n");
    }
    writeln!(text, "{more}").expect("a string takes everything");
    text
}

fn look(oss: &str, other: &str, more: &str) -> Sample {
    Probe::new(settings(oss, other, more)).expect("it is ready").check()
}

#[test]
fn every_way_to_answer_is_told_from_every_other() {
    let (oss, other) = (FakeOss::start(), FakeOss::start());
    let more = "must_occur = [\"OSS\"]";
    for (mode, found) in [
        (Mode::Fast, Found::Alive),
        (Mode::Status(502), Found::Down(Why::Http(502))),
        (Mode::Status(503), Found::Down(Why::Http(503))),
        (Mode::Status(407), Found::Down(Why::Proxy)),
        (Mode::Status(511), Found::Portal(Why::OtherPage)),
        (Mode::Status(200), Found::Portal(Why::OtherPage)),
        (Mode::LoginRedirect, Found::Alive),
        (Mode::RedirectLoop, Found::Down(Why::RedirectLoop)),
        (Mode::EndlessRedirect, Found::Down(Why::RedirectLoop)),
        (Mode::CutBody, Found::Down(Why::CutOff)),
        (Mode::EndlessBody, Found::Alive),
        (Mode::HangInBody, Found::Down(Why::Timeout)),
        (Mode::Portal, Found::Portal(Why::OtherPage)),
        (Mode::PortalRedirect, Found::Portal(Why::OtherPage)),
        (Mode::HangAfterAccept, Found::Down(Why::Timeout)),
        (Mode::HangInHead, Found::Down(Why::Timeout)),
        (Mode::HangUp, Found::Down(Why::CutOff)),
        (Mode::Noise, Found::Down(Why::CutOff)),
    ] {
        oss.set(mode);
        let begun = Instant::now();
        let sample = look(&oss.url(), &other.url(), more);
        assert_eq!(sample.found, found, "{mode:?}: {sample:?}");
        assert!(begun.elapsed() < Duration::from_secs(3), "{mode:?} took {:?}", begun.elapsed());
    }
}

#[test]
fn a_page_that_refuses_us_is_a_page_and_a_foreign_host_is_not() {
    let (oss, other) = (FakeOss::start(), FakeOss::start());
    oss.set(Mode::Status(403));
    assert_eq!(look(&oss.url(), &other.url(), "").found, Found::Alive);
    oss.set(Mode::PortalRedirect);
    let sample = look(&oss.url(), &other.url(), "");
    assert_eq!((sample.status, sample.led_to.as_deref()), (Some(302), Some("localhost")));
    // A Wi-Fi writes into the address which PC it is.
    assert!(!format!("{sample:?}").contains("mac="), "{sample:?}");
    let named = look(&oss.url(), &other.url(), "may_lead_to = [\"localhost\"]");
    assert_ne!(named.found, Found::Portal(Why::OtherPage), "{named:?}");
}

#[test]
fn an_office_without_network_is_told_from_an_oss_that_is_down() {
    let other = FakeOss::start();
    assert_eq!(look(&nobody(), &other.url(), "").found, Found::Down(Why::Refused));
    assert_eq!(look(&nobody(), &nobody(), "").found, Found::Office(Why::Refused));
    let alone = file(&nobody(), "", "").replace("other = [\"\"]", "other = []");
    let (alone, problems) = Settings::with_override(&alone);
    assert_eq!(problems, [""; 0]);
    let sample = Probe::new(alone).expect("ready").check();
    assert_eq!(sample.found, Found::Down(Why::Refused), "with nobody else to ask");
    // No resolver asks anybody for a name whose part is too long.
    let nameless = format!("http://{}.invalid/", "a".repeat(64));
    assert_eq!(look(&nameless, &other.url(), "").found, Found::Down(Why::Dns));
    assert_eq!(look(&nameless, &nameless, "").found, Found::Office(Why::Dns));
    other.set(Mode::Status(502));
    let found = look(&nobody(), &other.url(), "").found;
    assert_eq!(found, Found::Down(Why::Refused), "an error of another server is a network");
}

#[test]
fn a_proxy_nobody_answers_at_is_the_offices_trouble() {
    let (oss, other) = (FakeOss::start(), FakeOss::start());
    let proxy = format!("proxy = {:?}", nobody());
    assert_eq!(look(&oss.url(), &other.url(), &proxy).found, Found::Office(Why::Proxy));
    let secret = FakeOss::start_tls(&Certificate::good());
    assert_eq!(look(&secret.url(), &other.url(), &proxy).found, Found::Office(Why::Proxy));
    assert_eq!(oss.heads(), [""; 0], "nobody went past it");
    let working = FakeOss::start();
    let proxy = format!("proxy = {:?}", working.url());
    assert_eq!(look(&oss.url(), &other.url(), &proxy).found, Found::Alive);
    assert_eq!((oss.heads().len(), working.heads().len()), (0, 1));
    working.set(Mode::Status(407));
    assert_eq!(look(&oss.url(), &other.url(), &proxy).found, Found::Office(Why::Proxy));
}

#[test]
fn a_certificate_nobody_signed_is_not_trusted_and_a_wrong_calendar_is_named() {
    let other = FakeOss::start();
    let stranger = FakeOss::start_tls(&Certificate::good());
    assert_eq!(look(&stranger.url(), &other.url(), "").found, Found::Down(Why::Tls));
    let everywhere = look(&stranger.url(), &stranger.url(), "");
    assert_eq!(everywhere.found, Found::Portal(Why::Tls), "one answers for all");
    let old = FakeOss::start_tls(&Certificate::expired());
    assert_eq!(look(&old.url(), &other.url(), "").found, Found::Down(Why::Clock));
    assert_eq!(look(&old.url(), &old.url(), "").found, Found::Down(Why::Clock));
    let open = FakeOss::start();
    open.set(Mode::Noise);
    let not_secret = open.url().replace("http:", "https:");
    assert_eq!(look(&not_secret, &other.url(), "").found, Found::Down(Why::Tls));
    stranger.set(Mode::HangAfterAccept);
    assert_eq!(look(&stranger.url(), &other.url(), "").found, Found::Down(Why::Timeout));
}

#[test]
fn nothing_is_sent_but_a_plain_request() {
    let oss = FakeOss::start();
    oss.set(Mode::Session { pages: 9 });
    let probe =
        Probe::new(settings(&format!("{}login", oss.url()), &oss.url(), "")).expect("ready");
    for _ in 0..3 {
        assert_eq!(probe.check().found, Found::Alive);
    }
    let heads = oss.heads();
    assert_eq!(heads.len(), 3);
    for head in heads {
        let mut names: Vec<String> = head
            .lines()
            .skip(1)
            .filter_map(|line| Some(line.split_once(':')?.0.to_lowercase()))
            .collect();
        names.sort();
        assert_eq!(names, ["accept", "host", "user-agent"], "{head}");
        assert!(head.starts_with("GET /login HTTP/1.1\r\n"), "{head}");
        assert_eq!(header(&head, "user-agent"), Some("Mozilla/5.0 (compatible; status check)"));
    }
}

#[test]
fn the_slowest_of_several_addresses_gives_the_time_and_the_first_in_trouble_the_state() {
    let (quick, slow) = (FakeOss::start(), FakeOss::start());
    slow.set(Mode::Slow(Duration::from_millis(400)));
    let both = format!("oss = [{:?}, {:?}]", slow.url(), quick.url());
    let of_both = || {
        let text = file(&quick.url(), &quick.url(), "")
            .replace(&format!("oss = [{:?}]", quick.url()), &both);
        let (settings, problems) = Settings::with_override(&text);
        assert_eq!(problems, [""; 0]);
        (Probe::new(settings.clone()).expect("ready").check(), Light::new(&settings))
    };
    let (sample, mut light) = of_both();
    assert_eq!((sample.found, sample.address), (Found::Alive, slow.url()));
    assert!(sample.took >= Duration::from_millis(400), "{:?}", sample.took);
    quick.set(Mode::Status(500));
    let (sample, _) = of_both();
    assert_eq!((sample.found, sample.address.clone()), (Found::Down(Why::Http(500)), quick.url()));
    for now in 0..3 {
        light.take(&sample, now);
    }
    assert_eq!(light.lamp().state, LampState::Down { since_ms: 0 });
}

#[test]
fn a_probe_that_still_waits_can_be_left_at_once() {
    let oss = FakeOss::start();
    oss.set(Mode::HangAfterAccept);
    let probe = Probe::new(settings(&oss.url(), &oss.url(), "")).expect("ready");
    probe.check();
    let begun = Instant::now();
    drop(probe);
    assert!(begun.elapsed() < Duration::from_millis(200), "{:?}", begun.elapsed());
}

/// A folder with an office's `light.toml`.
fn folder(text: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("light.toml"), text).unwrap();
    folder
}

fn loket(data: &TempDir, args: &[&str], env: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_loket"))
        .args(["--data", data.path().to_str().unwrap()])
        .args(args)
        .env_clear()
        .envs(env.iter().copied())
        .output()
        .expect("it runs")
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

#[test]
fn loket_light_says_what_it_saw_what_it_means_and_what_to_do() {
    let (oss, other) = (FakeOss::start(), FakeOss::start());
    let data = folder(&file(&oss.url(), &other.url(), ""));
    for (mode, code, lines) in [
        (Mode::Fast, 0, ["● OSS hidup: menjawab dalam 0,", "Silakan bekerja di OSS"]),
        (
            Mode::Slow(Duration::from_millis(400)),
            0,
            ["○ OSS lambat", "Jangan tekan tombol OSS dua kali"],
        ),
        (Mode::Status(502), 1, ["✗ OSS tidak menjawab.", "bermasalah (HTTP 502)"]),
        (Mode::RedirectLoop, 1, ["✗ OSS tidak menjawab.", "berputar-putar"]),
        (Mode::Portal, 1, ["? Halaman lain berdiri di depan OSS.", "masuk dulu ke Wi-Fi"]),
        (Mode::PortalRedirect, 1, ["diantar ke: localhost", "bukan halaman OSS"]),
        (Mode::HangInBody, 1, ["Ditunggu 0,8 detik", "Teruskan mengisi di Loket"]),
        (Mode::CutBody, 1, ["terputus di tengah jalan", "lalu: "]),
    ] {
        oss.set(mode);
        let run = loket(&data, &["light"], &[]);
        let said = text(&run);
        assert_eq!(run.status.code(), Some(code), "{mode:?}: {said}");
        assert!(lines.iter().all(|line| said.contains(line)), "{mode:?}: {said}");
        assert!(!said.contains('⟨'), "{said}");
    }
    oss.set(Mode::Status(502));
    let run = loket(&data, &["light", "--json", "--lang", "en"], &[]);
    let json: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!(json["state"], "down");
    assert_eq!(json["usable"], false);
    assert_eq!(json["why"], "http");
    assert_eq!(json["status"], 502);
    let offline = loket(&data, &["light"], &[("LOKET_OFFLINE", "1")]);
    assert_eq!(offline.status.code(), Some(2), "{}", text(&offline));
}

#[test]
fn a_certificate_of_the_system_is_trusted_for_its_own_name_only() {
    let other = FakeOss::start();
    for (certificate, code, line) in [
        (Certificate::good(), 0, "OSS hidup"),
        (Certificate::of_another(), 1, "Jangan masuk ke OSS dulu"),
        (Certificate::expired(), 1, "Periksa tanggal dan jam komputer ini"),
        (Certificate::not_yet(), 1, "Periksa tanggal dan jam komputer ini"),
    ] {
        let oss = FakeOss::start_tls(&certificate);
        let data = folder(&file(&oss.url(), &other.url(), ""));
        let root = data.path().join("root.pem");
        fs::write(&root, &certificate.root).unwrap();
        let run = loket(&data, &["light"], &[("SSL_CERT_FILE", root.to_str().unwrap())]);
        let said = text(&run);
        assert!(run.status.code() == Some(code) && said.contains(line), "{said}");
    }
}

#[test]
fn a_certificate_that_ran_out_at_oss_alone_is_not_this_pcs_calendar() {
    let (old, good) = (Certificate::expired(), Certificate::good());
    let (oss, other) = (FakeOss::start_tls(&old), FakeOss::start_tls(&good));
    let data = folder(&file(&oss.url(), &other.url(), ""));
    let roots = data.path().join("roots.pem");
    fs::write(&roots, format!("{}{}", old.root, good.root)).unwrap();
    let said = text(&loket(&data, &["light"], &[("SSL_CERT_FILE", roots.to_str().unwrap())]));
    assert!(said.contains("Jangan masuk ke OSS dulu") && !said.contains("tanggal"), "{said}");
    // When the other one has run out too, the calendar is looked at first.
    let other = FakeOss::start_tls(&old);
    let data = folder(&file(&oss.url(), &other.url(), ""));
    let roots = data.path().join("roots.pem");
    fs::write(&roots, &old.root).unwrap();
    let said = text(&loket(&data, &["light"], &[("SSL_CERT_FILE", roots.to_str().unwrap())]));
    assert!(said.contains("Periksa tanggal dan jam komputer ini"), "{said}");
}

#[test]
fn a_proxy_of_this_pc_that_does_not_answer_is_named() {
    let (oss, other) = (FakeOss::start(), FakeOss::start());
    let data = folder(&file(&oss.url(), &other.url(), "proxy = \"system\""));
    let proxy = nobody();
    let said = text(&loket(&data, &["light"], &[("http_proxy", &proxy)]));
    assert!(
        said.contains("Proxy kantor tidak menjawab") && said.contains("petugas jaringan"),
        "{said}"
    );
    assert_eq!(oss.heads(), [""; 0], "nobody went past it");
    // Not for addresses that do not go through it.
    let data = folder(&file(&nobody(), &other.url(), "proxy = \"system\""));
    let env = [("http_proxy", proxy.as_str()), ("no_proxy", "127.0.0.1")];
    let said = text(&loket(&data, &["light"], &env));
    assert!(said.contains("menolak sambungan") && !said.contains("Proxy"), "{said}");
}

#[test]
fn the_settings_are_shown_with_what_is_wrong_in_them() {
    let data = TempDir::new().unwrap();
    let built_in = loket(&data, &["light", "--settings"], &[]);
    let said = text(&built_in);
    assert_eq!(built_in.status.code(), Some(0), "{said}");
    assert!(
        said.contains("light.toml") && said.contains("oss = [\"https://oss.go.id/\"]"),
        "{said}"
    );
    let data = folder("on = false\nintervall_s = 5\n");
    let run = loket(&data, &["light", "--settings"], &[]);
    let said = text(&run);
    assert_eq!(run.status.code(), Some(1), "{said}");
    assert!(said.contains("on = false"), "{said}");
    assert!(
        said.contains("light.toml:2: unknown setting `intervall_s`; did you mean `interval_s`?")
    );
    let run = loket(&data, &["light", "--settings", "--json"], &[]);
    let json: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    assert_eq!(
        (&json["settings"]["on"], &json["exists"]),
        (&Value::Bool(false), &Value::Bool(true))
    );
    assert_eq!(json["settings"]["failures"], 3);
}

/// One request with a cookie, by hand.
fn visit(oss: &FakeOss, line: &str, cookie: &str, body: &str) -> String {
    let address = oss.url().replace("http://", "").replace('/', "");
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    write!(
        stream,
        "{line} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nContent-Length: {length}\r\n\r\n{body}"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_fake_oss_throws_a_visitor_out_once_and_loses_what_was_typed() {
    let oss = FakeOss::start();
    oss.set(Mode::Session { pages: 2 });
    assert!(visit(&oss, "GET /page/1", "", "").contains("Location: /login"));
    assert!(visit(&oss, "GET /login", "", "").contains("Set-Cookie: sesi=1"));
    assert!(visit(&oss, "GET /page/1", "sesi=1", "").contains("Halaman 1"));
    assert!(visit(&oss, "POST /page/1", "sesi=1", "nama=SITI").contains("Halaman 1"));
    assert_eq!(oss.typed(), [(1, "nama=SITI".to_owned())]);
    assert!(visit(&oss, "GET /page/2", "sesi=1", "").contains("Location: /login"));
    assert_eq!(oss.typed(), []);
    assert!(
        visit(&oss, "GET /page/2", "sesi=1", "").contains("Location: /login"),
        "a stranger now"
    );
    let again = visit(&oss, "GET /login", "", "");
    let cookie =
        again.split("Set-Cookie: ").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
    for page in 1..6 {
        let line = format!("GET /page/{page}");
        assert!(visit(&oss, &line, cookie, "").contains(&format!("Halaman {page}")), "{page}");
    }
}
