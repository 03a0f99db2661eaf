//! A day at the counter, key by key: OSS dies at 10.41 with three applicants at different steps and comes back
//! at 14.55. Nothing is lost and nothing is asked twice.
//!
//! `docs/a-day-at-the-counter.md` tells it to people. What it counts and the screens it shows are made here; where
//! they differ, the fresh page is laid beside it.

mod desk;
mod told;

use crate::fake_oss::Mode;
use crate::journey::{Journey, applicant};
use crate::outages::paper;
use desk::{Browser, COUNTER, DEWI, Day};
use loket::app::LampState;
use loket::app::outage::{OutageMonth, cases_hit};
use loket::app::screens::handover;
use loket::case::{Body, Lifecycle};
use loket::office::{Entry, Journal};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The three, as the table names them.
const SITI: &str = "Siti Aminah, 81";
const SUPARNO: &str = "Suparno, 48";
const MARLINA: &str = "Marlina, 43";

/// What is typed when the power fails, and the rest of it.
const HALF: &str = "Memasak dan menjual na";
const REST: &str = "si dengan lauk di warung depan rumah";

/// What Siti has not said at 10.41.
const UNSAID: [&str; 4] = ["usaha#1/deskripsi", "usaha#1/modal_kerja", "rencana_modal", "st_k3l"];

/// A stretch of the day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Before OSS died.
    Before,
    /// While it was gone.
    Down,
    /// After it came back.
    Back,
}

/// An applicant of the fixtures, with something changed or taken away.
fn draft(name: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value = serde_json::from_str(&applicant(name)).unwrap();
    change(&mut value);
    value.to_string()
}

#[test]
fn oss_dies_at_10_41_and_everybody_has_their_nib_before_the_counter_closes() {
    let mut day = Day::new();
    let codes = morning(&mut day);
    outage(&mut day, &codes);
    call(&mut day, &codes);
    afternoon(&mut day);
    the_office_knows(&mut day, &codes);
    told::compare(&day);
}

/// Before 10.41: Marlina is read back, Suparno is half retyped and thrown out, Siti is being filled in.
fn morning(day: &mut Day) -> [String; 3] {
    day.looks(1);
    day.at().sees("OSS ● hidup 0,9 dtk");
    day.until(10, 5);
    let marlina = day.serve(MARLINA, Part::Before, |counter| {
        counter.keys("/marlina<ret>psy").sees("Tanyakan satu-satu").keys("123<ret>");
        let code = counter.sees("Serah ke OSS").open().case.code.clone();
        counter.keys("b");
        code
    });
    day.until(10, 20);
    day.lookout.oss.set(Mode::Session { pages: 2 });
    let mut browser = Browser::new(&day.lookout.oss);
    browser.log_in();
    let suparno = day.serve(SUPARNO, Part::Before, |counter| {
        counter.keys("/suparno<ret>s").sees("Serah ke OSS");
        counter.open().case.code.clone()
    });
    assert!(!day.retype(SUPARNO, Part::Before, &mut browser), "OSS throws out at page 3");
    assert_eq!(day.lookout.oss.typed(), [], "and has lost what was typed");
    day.serve(SUPARNO, Part::Before, |counter| {
        counter.keys("xsesi habis").sees("3");
        counter.keys("<ret>").sees("Mulai lagi dari halaman 3");
        counter.keys("b");
    });
    day.lookout.oss.set(Mode::Fast);
    day.looks(1);
    day.until(10, 40);
    let siti = day.serve(SITI, Part::Before, |counter| {
        counter.keys("/siti<ret><ret>");
        assert_eq!(counter.path(), "usaha#1/deskripsi", "Enter leads to what is missing");
        counter.open().case.code.clone()
    });
    [siti, suparno, marlina]
}

/// 10.41 to 14.55.
fn outage(day: &mut Day, [siti, suparno, marlina]: &[String; 3]) {
    day.until(10, 41);
    day.lookout.oss.set(Mode::HangUp);
    // One lost look says nothing; the third in vain turns the lamp, and nobody has to notice.
    day.looks(1);
    assert!(matches!(day.at().state.lamp.state, LampState::Up { .. }));
    assert!(journal(day.at()).outages().is_empty());
    day.at().later(5_000);
    day.lookout.oss.set(Mode::Status(502));
    day.looks(2);
    day.at().sees("OSS ✗ sejak 10.41").sees("Teruskan mengisi di Loket");
    assert_eq!(journal(day.at()).outages().len(), 1);
    day.at().later(1_000);
    day.keep_screen("lamp");

    day.until(10, 43);
    day.serve(SUPARNO, Part::Down, |counter| {
        counter.keys("<f10>/suparno<ret>t1<ret><ret>yfotokopi KTP, foto warung<ret><ret>");
        counter.sees("dititipkan").keys("<f7>s").sees("Kertas disimpan");
        counter.keys("<f3>gs").sees("surat-2026-0001.pdf");
        waiting_receipt(counter, suparno);
        letter(counter);
    });
    day.until(10, 47);
    day.serve(MARLINA, Part::Down, |counter| {
        counter.keys("b/marlina<ret>t1<ret><ret>yfotokopi KTP<ret><ret>").sees("dititipkan");
        counter.keys("<f7>s").sees("Kertas disimpan");
        waiting_receipt(counter, marlina);
    });

    // Rina is called away; Dewi goes on at the same desk, with her own passphrase.
    day.until(10, 50);
    day.serve(COUNTER, Part::Down, |counter| {
        counter.keys("bk").sees("Layar terkunci").later(1_000);
        assert!(counter.forgotten > 0, "no value of an applicant stays on the clipboard");
    });
    day.officer = DEWI;
    day.serve(COUNTER, Part::Down, |counter| {
        counter.sees("Sekarang Dewi").sees("MENUNGGU");
    });
    day.looks(3);
    day.serve(SITI, Part::Down, |counter| {
        counter.keys("/siti<ret><ret>").keys(HALF);
    });
    // The power fails in the middle of a word.
    day.until(10, 53);
    day.killed();
    day.serve(COUNTER, Part::Down, |counter| {
        counter.unlock_as(DEWI);
        assert_eq!(counter.path(), "usaha#1/deskripsi");
        assert_eq!(counter.typing(), (HALF, HALF.len()), "at the same letter");
    });
    day.keep_screen("word");
    day.looks(3);
    day.at().sees("OSS ✗");
    assert_eq!(
        journal(day.at()).outages().len(),
        1,
        "a lamp that begins anew writes no second one"
    );
    day.serve(SITI, Part::Down, |counter| {
        counter.keys(REST).keys("<f3>t1<ret><ret>yfotokopi KTP, fotokopi NPWP<ret>");
        counter.sees("lansia").keys("<ret>").sees("dititipkan");
        counter.keys("<f7>s").sees("Kertas disimpan");
        waiting_receipt(counter, siti);
        counter.keys("b");
    });
    day.until(14, 54);
    day.looks(1);
    assert!(day.at().state.lock.is_some(), "nobody was at the keyboard: the screen is locked");
}

/// At 14.55 OSS answers again, and Beranda says whom to call.
fn call(day: &mut Day, [siti, suparno, marlina]: &[String; 3]) {
    day.until(14, 55);
    day.lookout.oss.set(Mode::Fast);
    day.looks(2);
    assert!(day.at().state.lamp.state.is_usable());
    day.unlock(Part::Back);
    day.at().sees("Selamat siang, Dewi").sees("OSS pulih tadi 14.55");
    let screen = day.at().screen();
    let order = ["HUBUNGI KEMBALI", "SITI AMINAH", "SUPARNO", "MARLINA", "LANJUTKAN"];
    let place = |text| screen.find(text).unwrap_or_else(|| panic!("no `{text}`:\n{screen}"));
    assert!(order.map(place).is_sorted(), "the eldest, then who waits longest:\n{screen}");
    day.keep_screen("call");
    for (who, name, code) in
        [(SITI, "SITI", siti), (SUPARNO, "SUPARNO", suparno), (MARLINA, "MARLINA", marlina)]
    {
        day.serve(who, Part::Back, |counter| {
            counter.copied.clear();
            // After a call the next applicant is marked.
            counter.keys("<ret>").sees(name).sees(code).keys("s");
            let message = counter.copied.pop().expect("the message");
            assert!(message.contains(code.as_str()) && message.contains("OSS sudah bisa dibuka"));
            assert!(!message.to_uppercase().contains(name), "{message}");
            counter.later(desk::CALL_MS).keys("d").sees("Dicatat: dijawab");
        });
    }
}

/// Each of them comes, is retyped to the end and gets a NIB.
fn afternoon(day: &mut Day) {
    day.until(15, 10);
    let mut browser = new_session(day, 99);
    day.serve(SITI, Part::Back, |counter| {
        counter.keys("/siti<ret>a").sees("kunjungan ke-2");
        // The read-back knows what is missing, and Enter leads there.
        counter.keys("p<ret>5jt<f5><ret>13jt<f5><ret>1<f5>").sees("Semua lengkap");
        counter.keys("sy123<ret>").sees("Serah ke OSS");
    });
    finish(day, SITI, &mut browser, "9120001123450");

    day.until(15, 20);
    let mut browser = new_session(day, 99);
    day.serve(SUPARNO, Part::Back, |counter| {
        counter.keys("b/suparno<ret>as").sees("18 dari 51 disalin").sees("halaman 3");
        // OSS has kept nothing of the morning: from its first page again.
        counter.keys("x<pgup>isian hilang<ret>").sees("Mulai lagi dari halaman 1");
    });
    finish(day, SUPARNO, &mut browser, "9120001123451");
    let attempts = &day.at().open().case.attempts;
    let seen: Vec<_> =
        attempts.iter().map(|one| (one.page, &*one.error, &*one.by, one.done)).collect();
    assert_eq!(seen[0], (3, "sesi habis", "Rina", false));
    assert_eq!(seen.last(), Some(&(6, "", "Dewi", true)), "{seen:?}");

    day.until(15, 30);
    let mut browser = new_session(day, 3);
    day.serve(MARLINA, Part::Back, |counter| {
        counter.keys("b/marlina<ret>as").sees("0 dari 51 disalin");
    });
    assert!(!day.retype(MARLINA, Part::Back, &mut browser), "OSS throws her out at page 4");
    day.serve(MARLINA, Part::Back, |counter| {
        counter.keys("xsesi habis<pgup><ret>").sees("Mulai lagi dari halaman 1");
    });
    day.keep_screen("sheet");
    browser.log_in();
    finish(day, MARLINA, &mut browser, "9120001123452");
}

/// OSS lets us in and throws us out once, after so many pages.
fn new_session(day: &Day, pages: u32) -> Browser {
    day.lookout.oss.set(Mode::Session { pages });
    let mut browser = Browser::new(&day.lookout.oss);
    browser.log_in();
    browser
}

/// The sheet to its end, the NIB, and the receipt.
fn finish(day: &mut Day, who: &'static str, browser: &mut Browser, nib: &str) {
    assert!(day.retype(who, Part::Back, browser), "OSS takes every page");
    assert_eq!(day.lookout.oss.typed(), wanted(day.at()), "{who}: each value on its page");
    day.serve(who, Part::Back, |counter| {
        counter.keys("n").keys(nib).keys("<ret>").sees("Sudah dicatat: NIB").sees("Tanda Terima");
        counter.keys("s").sees("Kertas disimpan");
        let case = &counter.open().case;
        assert_eq!((case.lifecycle, case.nib.as_deref()), (Lifecycle::Done, Some(nib)));
        assert_eq!(case.parked(), None);
        let text = paper(counter, &format!("tanda-terima-{}-2.pdf", case.code));
        assert!(text.contains("NIB sudah terbit") && text.contains(&case.code), "{text}");
        assert!(!text.contains("SALINAN"), "it says something else than the first one:\n{text}");
        names_nobody(counter, &text);
    });
    // Once more it is a copy; that is no part of the day, and not counted.
    let counter = day.at();
    let text = {
        counter.keys("s");
        paper(counter, &format!("tanda-terima-{}-3.pdf", counter.open().case.code))
    };
    assert!(text.contains("SALINAN"), "{text}");
    nothing_was_lost_or_asked_twice(day.at(), who);
}

/// Everything the applicant said is there as it was said, and was said once.
fn nothing_was_lost_or_asked_twice(counter: &Journey, who: &str) {
    let fixture = match who {
        SITI => "warung-lengkap",
        SUPARNO => "kopi-siap-diserahkan",
        _ => "katering-nib-terbit",
    };
    let wanted: Value = serde_json::from_str(&applicant(fixture)).unwrap();
    for (path, said) in wanted["answers"].as_object().unwrap() {
        assert_eq!(Some(counter.raw(path)), said.as_str(), "{who}: {path}");
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for event in counter.open().case.events() {
        if let Body::Answered { path, .. } = &event.body {
            *times.entry(path.clone()).or_default() += 1;
        }
    }
    assert!(times.len() >= wanted["answers"].as_object().unwrap().len());
    times.retain(|_, times| *times > 1);
    assert!(times.is_empty(), "{who} was asked twice: {times:?}");
}

/// At the end of the day the journal, the papers and the list agree.
fn the_office_knows(day: &mut Day, codes: &[String; 3]) {
    day.until(15, 45);
    day.serve(COUNTER, Part::Back, |counter| {
        counter.keys("b").sees_no("HUBUNGI KEMBALI");
        let screen = counter.screen();
        let done = screen.split_once("SELESAI").expect("the queue").1;
        for name in ["MARLINA", "SUPARNO", "SITI AMINAH"] {
            let line = done.lines().find(|line| line.contains(name)).expect("the case");
            assert!(line.contains("NIB terbit"), "{line}");
        }
        counter
            .keys("g")
            .sees("10.41–14.55")
            .sees("3 berkas")
            .keys("c")
            .sees("gangguan-2026-11.csv");
    });
    let counter = day.at();
    let journal = journal(counter);
    let [outage] = journal.outages() else { panic!("{:?}", journal.outages()) };
    let env = counter.env;
    let at = |hour, minute| env.ms_of(env.today(), hour, minute);
    assert_eq!((outage.system.as_str(), outage.since_ms), ("oss", at(10, 41)));
    assert!(outage.auto && outage.seen, "the lamp wrote it");
    assert_eq!(outage.minutes(env.now_ms), 254);
    let until = outage.until_ms.expect("it ended by itself");
    assert!((at(14, 55)..at(14, 56)).contains(&until));
    let office = counter.state.office.as_ref().expect("unlocked");
    let summaries = office.cases.iter().map(|one| (one.id, &one.summary));
    let hits = cases_hit(outage, summaries, env.now_ms);
    assert_eq!((hits.len(), hits.iter().filter(|hit| hit.called).count()), (3, 3));
    let month = OutageMonth::of(office, None, env.today(), &env);
    let totals = &month.totals;
    assert_eq!((totals.minutes, totals.cases, totals.called), (254, 3, 3));
    let hit: BTreeSet<&String> = month.lines[0].cases.iter().collect();
    assert_eq!(hit, codes.iter().collect());
    let csv = paper(counter, "gangguan-2026-11.csv");
    let line = "2026-11-23,OSS,server bermasalah (kode 502),2026-11-23 10:41,2026-11-23 14:55,254,254,3,3,lampu OSS";
    assert_eq!(csv.lines().nth(1), Some(line), "{csv}");
    let records = loket::runtime::records(counter.store()).unwrap();
    let numbers = records.iter().filter(|one| matches!(one.entry, Entry::NumberTaken { .. }));
    assert_eq!(numbers.count(), 1, "one letter, one number");
    let folder = fs::read_dir(counter.folder().join("cetak")).unwrap();
    let mut papers: Vec<String> =
        folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    papers.sort();
    let mut wanted = vec!["gangguan-2026-11.csv".to_owned(), "surat-2026-0001.pdf".to_owned()];
    for code in codes {
        wanted.extend((1..=3).map(|number| format!("tanda-terima-{code}-{number}.pdf")));
    }
    wanted.sort();
    assert_eq!(papers, wanted, "every paper once, and no number twice");
    day.journal = format!(
        "{} outage in the journal, 10.41 to 14.55, {} minutes; {} applicants hit, {} called back",
        month.lines.len(),
        totals.minutes,
        totals.cases,
        totals.called
    );
}

/// The receipt of somebody who waits: what was left, that we call, and nobody's name.
fn waiting_receipt(counter: &Journey, code: &str) {
    let text = paper(counter, &format!("tanda-terima-{code}-1.pdf"));
    assert!(text.contains("Kami menunggu: OSS bisa dibuka lagi"), "{text}");
    names_nobody(counter, &text);
}

/// A receipt lies about: it says the visit code and nothing of the person.
fn names_nobody(counter: &Journey, text: &str) {
    for path in ["nama", "nik", "hp"] {
        assert!(!text.contains(counter.raw(path)), "{path} stands on\n{text}");
    }
}

/// The surat keterangan gangguan of Suparno.
fn letter(counter: &Journey) {
    let text = paper(counter, "surat-2026-0001.pdf");
    for part in ["1/Loket 2/DPMPTSP/XI/2026", "SUPARNO", "10.41 WIB", "23 November 2026"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

/// What OSS is to hold of the open case, page by page.
fn wanted(counter: &Journey) -> Vec<(u32, String)> {
    let open = counter.open();
    let steps = handover::steps(open);
    let value = |at| handover::value_at(open, &steps, at).expect("a value").to_owned();
    let page = |(number, page): (usize, &handover::Page)| {
        (number as u32 + 1, page.steps.clone().map(value).collect::<Vec<_>>().join("\n"))
    };
    handover::pages(&steps).iter().enumerate().map(page).collect()
}

fn journal(counter: &Journey) -> Journal {
    Journal::fold(loket::runtime::records(counter.store()).unwrap())
}
