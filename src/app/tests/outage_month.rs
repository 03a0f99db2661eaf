//! Outages: the cases that were hit, and the month.

use super::*;
use crate::app::outage::{OutageMonth, cases_hit};
use crate::case::{Body, Case, Condition, Minter, Outcome};
use crate::ident::calendar::Calendar;
use crate::ident::calendar::OfficeHours;
use crate::office::Outage;

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

/// A summary of a case that waits for OSS and whose applicant did not take the telephone.
fn unanswered(at_ms: i64, over: bool) -> Summary {
    let called = |outcome: Outcome| Body::Called {
        outcome: outcome.code().into(),
        next_ms: None,
        note: String::new(),
    };
    let (reason, left, on) = (String::new(), String::new(), Some("oss".into()));
    let mut bodies = vec![
        Body::Parked { reason, on, until: None, consent: true, left },
        called(Outcome::NoAnswer),
        called(Outcome::NoAnswer),
    ];
    bodies.extend(over.then_some(Body::Resumed));
    let mut minter = Minter::new([2; 32]);
    let event = |body| Event { id: minter.event(), at_ms, by: String::new(), body };
    Summary::bare(&Case::fold(CaseId([3; 16]), bodies.into_iter().map(event).collect::<Vec<_>>()))
}

fn outage(system: &str, since_ms: i64, until_ms: Option<i64>) -> Outage {
    Outage {
        id: crate::case::EventId([since_ms as u8; 16]),
        system: system.into(),
        symptom: String::new(),
        why: String::new(),
        since_ms,
        until_ms,
        known_ms: None,
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
    assert_eq!(hit(&down, &unanswered(11 * hour, false)), Some(false), "nobody was reached");
    assert_eq!(hit(&down, &unanswered(11 * hour, true)), Some(false), "nor before it went on");
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
        (Some(calendar), OfficeHours::default()),
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

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(32))]

    #[test]
    fn the_days_of_a_month_always_make_the_month(spans in proptest::collection::vec((0_i64..50_000, 0_i64..9_000), 0..6)) {
        let systems = ["oss", "login", "otp", "ahu"];
        let begin = local(10, 30, 0, 0);
        let outages: Vec<Outage> = spans
            .iter()
            .enumerate()
            .map(|(at, (since, long))| {
                let since_ms = begin + since * 60_000;
                outage(systems[at % 4], since_ms, Some(since_ms + long * 60_000))
            })
            .collect();
        let env = Env { now_ms: local(12, 20, 0, 0), offset_s: 25_200 };
        let reference = Reference::built_in();
        let of = |days| {
            let open = (Some(reference.calendar()), OfficeHours::default());
            OutageMonth::within("DPMPTSP", &outages, &[], open, days, &env).totals
        };
        let whole = of((date(2026, 11, 15), false));
        let days: Vec<_> = (1..=30).map(|day| of((date(2026, 11, day), true))).collect();
        proptest::prop_assert_eq!(days.iter().map(|day| day.minutes).sum::<i64>(), whole.minutes);
        proptest::prop_assert_eq!(days.iter().map(|day| day.lost).sum::<i64>(), whole.lost);
    }
}

#[test]
fn a_case_counts_in_the_month_in_which_it_was_put_aside() {
    let oss = Some(Condition::Oss);
    let cases = [
        parked(oss, "OSS", local(10, 31, 12, 0), 1, true),
        parked(oss, "OSS", local(11, 1, 9, 0), 0, true),
        // Just before it was noticed, and just before the month: it began in October.
        parked(oss, "OSS", local(10, 30, 15, 50), 0, true),
    ];
    let over = outage("oss", local(10, 30, 16, 0), Some(local(11, 2, 8, 0)));
    let table = month(std::slice::from_ref(&over), &cases, (2, 10));
    assert_eq!((table.lines[0].cases.len(), table.totals.cases, table.totals.called), (1, 1, 0));
    let env = Env { now_ms: local(12, 2, 10, 0), offset_s: 25_200 };
    let listed = |summary: &Summary| Listed { id: CaseId([1; 16]), summary: summary.clone() };
    let cases: Vec<Listed> = cases.iter().map(listed).collect();
    let october = OutageMonth::made(
        "DPMPTSP",
        &[over],
        &cases,
        (None, OfficeHours::default()),
        date(2026, 10, 1),
        &env,
    );
    assert_eq!((october.totals.cases, october.totals.called), (2, 1));
    // 8 hours of Friday and all of Saturday.
    assert_eq!(october.lines[0].minutes, 32 * 60);
}

#[test]
fn an_end_that_nobody_saw_counts_to_the_last_that_is_known() {
    let unseen = Outage {
        known_ms: Some(local(11, 27, 16, 0)),
        ..outage("oss", local(11, 27, 15, 0), Some(local(11, 30, 7, 40)))
    };
    // Put aside after the last that is known, and before OSS was seen to work: it was hit.
    let cases = [parked(Some(Condition::Oss), "OSS", local(11, 27, 16, 10), 0, false)];
    let table = month(std::slice::from_ref(&unseen), &cases, (2, 10));
    let line = &table.lines[0];
    assert_eq!((line.minutes, line.lost, line.cases.len()), (60, 60, 1));
    assert_eq!((table.totals.minutes, table.totals.lost), (60, 60));
    // Seen to work only in the next month: it stands there only where it hit somebody there.
    let over = Outage {
        known_ms: Some(local(10, 30, 16, 0)),
        ..outage("oss", local(10, 30, 15, 0), Some(local(11, 2, 7, 40)))
    };
    assert_eq!(month(std::slice::from_ref(&over), &[], (2, 10)).lines, []);
    let cases = [parked(Some(Condition::Oss), "OSS", local(11, 2, 7, 35), 0, false)];
    let table = month(std::slice::from_ref(&over), &cases, (2, 10));
    assert_eq!((table.lines[0].minutes, table.totals.cases), (0, 1));
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
        let hours = OfficeHours::default();
        OutageMonth::made("DPMPTSP", &outages, &[], (calendar, hours), date(2026, 12, 1), &env)
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
        (None, OfficeHours::default()),
        date(2026, 11, 1),
        &env,
    );
    let took = begin.elapsed();
    assert_eq!(table.totals.cases, 2_000);
    assert!(took.as_millis() < 250, "{took:?} without optimisation");
}
