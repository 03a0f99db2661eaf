//! Outages: the window over any screen, the light, the cases that were hit, the month.

use super::*;
use crate::app::outage::{OutageMonth, cases_hit, moment, system_turned};
use crate::app::screens::outage::{Step, Task, Window};
use crate::case::{Body, Case, Condition, Minter, Summary};
use crate::ident::calendar::Calendar;
use crate::office::{self, Entry, Outage, Record};
use proptest::prelude::*;

/// What was written into the office's log since the last look.
fn entries(counter: &mut Counter) -> Vec<Entry> {
    let records = counter.effects.drain(..).filter_map(|effect| match effect {
        Effect::Record { records, .. } => Some(records),
        _ => None,
    });
    records.flatten().map(|record| record.entry).collect()
}

fn window(counter: &Counter) -> &Window {
    match counter.state.overlays.last() {
        Some(Overlay::Outage(window)) => window,
        other => panic!("no window of an outage but {other:?}"),
    }
}

/// The moment of a clock today.
fn at(counter: &Counter, clock: &str) -> i64 {
    moment::parse(clock, &counter.env).expect("a clock")
}

fn light(counter: &mut Counter, up: bool, since_ms: i64) {
    let mut cx = Cx { env: &counter.env, out: Vec::new() };
    system_turned(&mut counter.state, &mut cx, "oss", up, since_ms, "tidak menjawab");
    counter.effects.extend(cx.out);
}

fn outages(counter: &Counter) -> &[Outage] {
    counter.state.office.as_ref().expect("unlocked").journal.outages()
}

#[test]
fn an_outage_is_written_down_in_four_keys_while_a_name_is_being_typed() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti Am");
    counter.effects.clear();
    counter.act(Action::Outage);
    counter.typed("2");
    counter.typed("halaman masuk kembali terus");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    let since_ms = at(&counter, "09.13");
    assert_eq!(
        entries(&mut counter),
        [Entry::OutageBegan {
            system: "login".into(),
            symptom: "halaman masuk kembali terus".into(),
            since_ms,
            auto: false
        }]
    );
    assert_eq!(outages(&counter)[0].by, "Rina");
    // The name is as it was, and goes on where it stopped.
    assert_eq!(counter.path().as_str(), "nama");
    counter.typed("inah");
    assert!(
        matches!(&counter.state.screen, Screen::Fill(fill) if fill.editor.text() == "Siti Aminah")
    );
}

#[test]
fn every_key_in_the_window_is_kept_and_the_record_takes_the_row_away() {
    let mut counter = Counter::new();
    counter.act(Action::Outage);
    counter.typed("1");
    let effects = counter.typed("pemelih");
    let kept = effects.iter().find_map(|effect| match effect {
        Effect::Journal { case: office::LOG, field, typing } if field == "outage" => Some(typing),
        _ => None,
    });
    let typing = kept.expect("a row of the office").clone();
    assert!(!format!("{typing:?}").contains("pemelih"));
    let mut next = Counter::new();
    crate::app::screens::outage::reopen(&mut next.state, &[("outage".into(), typing)]);
    assert_eq!(window(&next), window(&counter));
    next.typed("araan");
    next.act(Action::Enter);
    next.act(Action::Enter);
    let written = next.effects.iter().find_map(|effect| match effect {
        Effect::Record { records, fields } => Some((records.len(), fields.clone())),
        _ => None,
    });
    assert_eq!(written, Some((1, vec!["outage".to_owned()])));
    assert_eq!(outages(&next)[0].symptom, "pemeliharaan");
}

#[test]
fn a_system_that_is_down_is_ended_with_the_same_key() {
    let mut counter = Counter::new();
    for _ in 0..2 {
        counter.act(Action::Outage);
        counter.act(Action::Enter);
        if window(&counter).task == Task::New {
            counter.act(Action::Enter);
        }
        counter.act(Action::Enter);
        counter.env.now_ms += 3_600_000;
    }
    let id = outages(&counter)[0].id;
    assert!(matches!(
        entries(&mut counter).as_slice(),
        [Entry::OutageBegan { .. }, Entry::OutageEnded { outage, auto: false, .. }] if *outage == id
    ));
    assert_eq!(outages(&counter)[0].minutes(0), 60);
}

#[test]
fn a_time_that_is_none_or_not_yet_keeps_the_window_open() {
    let mut counter = Counter::new();
    counter.act(Action::Outage);
    counter.typed("3");
    counter.act(Action::Enter);
    for (text, key) in [("pagi", "outage-time-unreadable"), ("11.00", "outage-time-future")] {
        counter.act(Action::Edit(Edit::DeleteWord));
        counter.typed(text);
        counter.act(Action::Enter);
        assert_eq!(counter.state.line.as_ref().map(|line| &*line.key), Some(key));
        assert_eq!(window(&counter).step, Step::Since);
    }
    assert_eq!(entries(&mut counter), []);
    // Back to the systems, and what was typed is still there.
    counter.act(Action::Back);
    counter.typed("4");
    counter.act(Action::Next);
    assert_eq!(window(&counter).since.text(), "11.00");
    counter.act(Action::Back);
    counter.act(Action::Back);
    assert!(counter.state.overlays.is_empty());
    assert!(counter.effects.iter().any(
        |effect| matches!(effect, Effect::Record { records, fields } if records.is_empty() && fields == &["outage"])
    ));
}

#[test]
fn times_are_set_right_by_a_record_of_their_own() {
    let mut counter = Counter::new();
    let begin = at(&counter, "08.00");
    light(&mut counter, false, begin);
    counter.effects.clear();
    counter.act(Action::Outages);
    counter.act(Action::Enter);
    assert_eq!((window(&counter).task, window(&counter).step), (Task::Correct, Step::Until));
    counter.act(Action::Previous);
    counter.act(Action::Edit(Edit::DeleteWord));
    counter.act(Action::Edit(Edit::DeleteWord));
    counter.typed("7.40");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    let (since_ms, outage) = (at(&counter, "07.40"), outages(&counter)[0].id);
    let right = Entry::OutageCorrected { outage, since_ms, until_ms: None };
    assert_eq!(entries(&mut counter), [right]);
    assert!(
        matches!(&counter.state.screen, Screen::Outages(screen)
        if screen.table.lines[0].outage.since_ms == since_ms),
        "the table is made anew"
    );
    // Opened and closed without a change: nothing is written.
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert_eq!(entries(&mut counter), []);
}

#[test]
fn a_reading_copy_writes_no_outage() {
    let mut counter = Counter::new();
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    counter.act(Action::Outage);
    assert!(counter.state.overlays.is_empty());
    light(&mut counter, false, 0);
    assert_eq!(entries(&mut counter), []);
}

#[test]
fn the_light_writes_what_it_saw_and_ends_no_more_than_that() {
    let mut counter = Counter::new();
    let now = counter.env.now_ms;
    light(&mut counter, false, now - 60_000);
    light(&mut counter, false, now - 30_000);
    assert_eq!(entries(&mut counter).len(), 1, "down is written once");
    light(&mut counter, true, now);
    light(&mut counter, true, now);
    assert!(matches!(
        entries(&mut counter).as_slice(),
        [Entry::OutageEnded { until_ms, auto: true, .. }] if *until_ms == now
    ));
    assert_eq!(outages(&counter)[0].by, "");
    // What an officer sees while the light is on, the light does not end.
    counter.act(Action::Outage);
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    counter.effects.clear();
    light(&mut counter, true, now);
    assert_eq!(entries(&mut counter), []);
    // When it saw it too, it does.
    light(&mut counter, false, now);
    assert_eq!(outages(&counter).len(), 2, "it is the same outage");
    light(&mut counter, true, now);
    assert_eq!(outages(&counter)[1].until_ms, Some(now));
    assert_eq!(outages(&counter)[1].by, "Rina");
}

proptest! {
    #[test]
    fn whatever_lights_and_officers_write_on_two_counters_one_outage_of_oss_lasts_at_most(
        steps in prop::collection::vec((any::<bool>(), 0..3u8, -400_000..400_000i64), 0..24)
    ) {
        let mut counters = [Counter::new(), Counter::new()];
        counters[1].state.minter = Minter::new([9; 32]);
        for (second, what, shift) in steps {
            let counter = &mut counters[usize::from(second)];
            counter.env.now_ms += 60_000;
            let since_ms = counter.env.now_ms + shift;
            match what {
                0 | 1 => light(counter, what == 0, since_ms),
                _ => {
                    counter.act(Action::Outage);
                    for _ in 0..3 {
                        counter.act(Action::Enter);
                    }
                    counter.state.overlays.clear();
                }
            }
        }
        let mut records: Vec<Record> = Vec::new();
        for counter in &mut counters {
            let of = counter.effects.drain(..).filter_map(|effect| match effect {
                Effect::Record { records, .. } => Some(records),
                _ => None,
            });
            records.extend(of.flatten());
        }
        records.sort_by_key(|record| record.at_ms);
        let mut together = office::Journal::default();
        for record in records {
            together.push(record);
            prop_assert!(together.open().count() <= 1);
            let sound = |one: &Outage| one.until_ms.is_none_or(|until| until >= one.since_ms);
            prop_assert!(together.outages().iter().all(sound));
        }
        for counter in &counters {
            let journal = &counter.state.office.as_ref().expect("unlocked").journal;
            prop_assert!(journal.open().count() <= 1);
        }
    }
}

/// A summary of a case parked then for this, with so many calls; `over` takes it up again.
fn parked(on: Option<Condition>, reason: &str, at_ms: i64, calls: u16, over: bool) -> Summary {
    let mut bodies = vec![
        Body::Opened { pack: "nib-perorangan".into(), version: 1, code: "KUDA-472-M".into() },
        Body::Parked {
            reason: reason.into(),
            on: on.map(|on| on.code().into()),
            until: None,
            consent: true,
            left: String::new(),
        },
    ];
    for _ in 0..calls {
        bodies.push(Body::Called { outcome: "dijawab".into(), next_ms: None, note: String::new() });
    }
    if over {
        bodies.push(Body::Resumed);
    }
    let mut minter = Minter::new([1; 32]);
    let events =
        bodies.into_iter().map(|body| Event { id: minter.event(), at_ms, by: "Rina".into(), body });
    Summary::bare(&Case::fold(CaseId([2; 16]), events))
}

fn outage(system: &str, since_ms: i64, until_ms: Option<i64>) -> Outage {
    Outage {
        id: crate::case::EventId([since_ms as u8; 16]),
        system: system.into(),
        symptom: String::new(),
        since_ms,
        until_ms,
        by: "Rina".into(),
        auto: false,
        seen: false,
    }
}

#[test]
fn a_case_is_hit_by_the_outage_of_the_system_it_waits_for_while_that_lasts() {
    let hour = 3_600_000;
    let down = outage("oss", 10 * hour, Some(14 * hour));
    let hit = |down: &Outage, summary: &Summary| {
        cases_hit(down, [(CaseId([2; 16]), summary)], 20 * hour).first().map(|hit| hit.called)
    };
    let oss = Some(Condition::Oss);
    assert_eq!(hit(&down, &parked(oss, "OSS", 11 * hour, 0, false)), Some(false));
    assert_eq!(hit(&down, &parked(oss, "OSS", 11 * hour, 2, false)), Some(true));
    assert_eq!(hit(&down, &parked(oss, "OSS", 11 * hour, 1, true)), Some(true), "also afterwards");
    assert_eq!(hit(&down, &parked(oss, "OSS", 10 * hour - 60_000, 0, false)), Some(false));
    assert_eq!(hit(&down, &parked(oss, "OSS", 9 * hour, 0, false)), None);
    assert_eq!(hit(&down, &parked(oss, "OSS", 15 * hour, 0, false)), None);
    assert_eq!(hit(&down, &parked(None, "menunggu OSS hidup", 11 * hour, 0, false)), Some(false));
    assert_eq!(hit(&down, &parked(None, "tanda tangan", 11 * hour, 0, false)), None);
    assert_eq!(hit(&down, &parked(Some(Condition::Nik), "OSS", 11 * hour, 0, false)), None);
    let network = outage("jaringan", 10 * hour, None);
    assert_eq!(hit(&network, &parked(oss, "OSS", 19 * hour, 0, true)), Some(false));
    let dukcapil = outage("dukcapil", 10 * hour, None);
    assert_eq!(hit(&dukcapil, &parked(Some(Condition::Nik), "", 11 * hour, 0, false)), Some(false));
}

/// A month of outages given as local times of November 2026 (day, hour, minute).
fn month(outages: &[Outage], cases: &[Summary], now: (i8, i8)) -> OutageMonth {
    let env = Env { now_ms: 0, offset_s: 25_200 };
    let env = Env { now_ms: env.ms_of(date(2026, 12, now.0), now.1, 0), ..env };
    let cases: Vec<Listed> = cases
        .iter()
        .enumerate()
        .map(|(at, summary)| Listed { id: CaseId([at as u8; 16]), summary: summary.clone() })
        .collect();
    let reference = Reference::built_in();
    let calendar: &Calendar = reference.calendar();
    OutageMonth::made(
        "DPMPTSP",
        outages,
        &cases,
        (Some(calendar), crate::ident::calendar::OfficeHours::default()),
        date(2026, 11, 15),
        &env,
    )
}

fn local(month: i8, day: i8, hour: i8, minute: i8) -> i64 {
    Env { now_ms: 0, offset_s: 25_200 }.ms_of(date(2026, month, day), hour, minute)
}

#[test]
fn minutes_are_counted_within_the_month_and_those_of_the_open_office_apart() {
    // 30 October is a Friday, 1 November a Sunday; 27 November is a Friday, 30 November a Monday.
    let table = month(
        &[
            outage("oss", local(10, 30, 16, 0), Some(local(11, 2, 8, 0))),
            outage("login", local(11, 27, 16, 0), Some(local(11, 28, 9, 0))),
            outage("otp", local(11, 30, 15, 0), None),
            outage("oss", local(12, 1, 8, 0), Some(local(12, 1, 9, 0))),
            outage("ahu", local(10, 1, 8, 0), Some(local(10, 1, 9, 0))),
        ],
        &[],
        (2, 10),
    );
    let minutes: Vec<_> = table.lines.iter().map(|line| (line.minutes, line.lost)).collect();
    // From the first of the month: a Sunday, and half an hour on Monday from 07.30.
    assert_eq!(minutes[0], (24 * 60 + 8 * 60, 30));
    // Over midnight into a Saturday: half an hour of Friday until 16.30.
    assert_eq!(minutes[1], (17 * 60, 30));
    // Still lasting: until the end of the month, an hour of it open.
    assert_eq!(minutes[2], (9 * 60, 60));
    assert_eq!(minutes.len(), 3, "what lies in other months is not there");
    assert_eq!((table.totals.minutes, table.totals.lost), (32 * 60 + 17 * 60 + 9 * 60, 120));
    assert!(table.holidays_known);
}

#[test]
fn a_holiday_costs_no_office_minute_and_no_minute_counts_twice() {
    let env = Env { now_ms: local(12, 31, 12, 0), offset_s: 25_200 };
    let reference = Reference::built_in();
    let outages = [
        // 24 December is cuti bersama, 25 December Christmas.
        outage("oss", local(12, 23, 15, 0), Some(local(12, 25, 15, 0))),
        outage("login", local(12, 23, 15, 30), Some(local(12, 23, 16, 30))),
    ];
    let of = |calendar| {
        OutageMonth::made(
            "DPMPTSP",
            &outages,
            &[],
            (calendar, crate::ident::calendar::OfficeHours::default()),
            date(2026, 12, 1),
            &env,
        )
    };
    let table = of(Some(reference.calendar()));
    assert_eq!((table.lines[0].lost, table.lines[1].lost), (60, 30));
    assert_eq!((table.totals.minutes, table.totals.lost), (48 * 60, 60));
    // Without a calendar a weekday counts, and the table says that it does not know better.
    let table = of(None);
    assert!(!table.holidays_known);
    assert_eq!(table.lines[0].lost, 60 + 510 + 450);
}

#[test]
fn cases_are_counted_once_however_many_systems_were_down() {
    let oss = Some(Condition::Oss);
    let cases = [
        parked(oss, "OSS", local(11, 23, 11, 0), 1, true),
        parked(Some(Condition::Login), "login", local(11, 23, 11, 0), 0, false),
        parked(oss, "OSS", local(11, 20, 11, 0), 0, false),
    ];
    let table = month(
        &[
            outage("oss", local(11, 23, 10, 41), Some(local(11, 23, 14, 55))),
            outage("login", local(11, 23, 10, 50), Some(local(11, 23, 14, 0))),
        ],
        &cases,
        (2, 10),
    );
    let counted: Vec<_> = table.lines.iter().map(|line| (line.cases.len(), line.called)).collect();
    assert_eq!(counted, [(2, 1), (1, 0)]);
    assert_eq!((table.totals.cases, table.totals.called), (2, 1));
}

#[test]
fn a_month_over_ten_thousand_cases_is_made_in_a_moment() {
    let cases: Vec<Listed> = (0..10_000u32)
        .map(|at| {
            let wait = at % 5 == 0;
            let since_ms = local(11, 1 + (at % 28) as i8, 10, 0);
            let summary = if wait {
                parked(Some(Condition::Oss), "OSS", since_ms, 1, at % 2 == 0)
            } else {
                parked(Some(Condition::Dokumen), "KTP", since_ms, 0, true)
            };
            Listed { id: CaseId([0; 16]), summary }
        })
        .collect();
    let outages: Vec<Outage> = (1..29)
        .map(|day| outage("oss", local(11, day, 9, 0), Some(local(11, day, 15, 0))))
        .collect();
    let env = Env { now_ms: local(12, 2, 10, 0), offset_s: 25_200 };
    let begin = std::time::Instant::now();
    let table = OutageMonth::made(
        "DPMPTSP",
        &outages,
        &cases,
        (None, crate::ident::calendar::OfficeHours::default()),
        date(2026, 11, 1),
        &env,
    );
    let took = begin.elapsed();
    assert_eq!(table.totals.cases, 2_000);
    assert!(took.as_millis() < 250, "{took:?} without optimisation");
}

#[test]
fn a_letter_is_shown_when_its_number_is_safe_and_recorded_when_it_is_printed() {
    let mut counter = Counter::serving();
    counter.act(Action::Outage);
    for _ in 0..3 {
        counter.act(Action::Enter);
    }
    counter.act(Action::Tasks);
    counter.act(Action::Letter);
    let template = Arc::new(office::Template::built_in());
    counter.msg(Msg::TemplateLoaded(Arc::clone(&template)));
    assert!(matches!(counter.state.screen, Screen::Tasks(_)), "its number is not on the disk yet");
    // The disk confirms one write after the other.
    for ticket in 1..50 {
        if counter.state.letter.is_some() {
            counter.msg(Msg::Synced { ticket });
        }
    }
    assert!(
        matches!(&counter.state.screen, Screen::Paper(shown) if shown.what() == crate::app::paper::What::Letter)
    );
    counter.effects.clear();
    for (at, copy) in [false, true].into_iter().enumerate() {
        counter.act(Action::Print);
        let code = Body::Printed { what: "surat".into(), number: "surat-2026/1".into() };
        assert_eq!(counter.events()[at], code);
        let print = counter.effects.iter().rev().find_map(|effect| match effect {
            Effect::Print(print) => Some(print.clone()),
            _ => None,
        });
        let print = print.expect("printed");
        assert_eq!((print.copy, print.number.as_str()), (copy, "surat-2026/1"));
    }
    assert_eq!(entries(&mut counter), [], "one number for all its copies");
}
