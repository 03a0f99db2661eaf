use super::*;
use crate::case::EventId;
use crate::office::{Entry, Record};
use jiff::civil::date;
use proptest::prelude::*;

/// Monday, 23 November 2026, 15.00 in Dumai.
const NOW: Env = Env { now_ms: 1_795_420_800_000, offset_s: 25_200 };
const HOUR: i64 = 3_600_000;

fn outage(id: u8, system: &str, since_ms: i64, until_ms: Option<i64>) -> Vec<Record> {
    let record = |id, entry| Record { id: EventId([id; 16]), at_ms: 0, by: String::new(), entry };
    let (system, symptom) = (system.to_owned(), String::new());
    let began = Entry::OutageBegan { system, symptom, since_ms, auto: false, why: String::new() };
    let ended = until_ms.map(|until_ms| Entry::OutageEnded {
        outage: EventId([id; 16]),
        until_ms,
        auto: false,
        known_ms: None,
    });
    let ended = ended.map(|entry| record(id + 100, entry));
    std::iter::once(record(id, began)).chain(ended).collect()
}

fn waits(on: Condition, since_ms: i64) -> Waits {
    Waits { on: on.code().into(), since_ms, consent: true, ..Waits::default() }
}

fn due_now(waits: &Waits, records: Vec<Record>) -> Option<Due> {
    due(waits, &Journal::fold(records), &NOW)
}

#[test]
fn the_end_of_the_outage_makes_a_case_due_and_a_new_one_takes_it_back() {
    let now = NOW.now_ms;
    let case = waits(Condition::Oss, now - 4 * HOUR);
    assert_eq!(due_now(&case, outage(1, "oss", now - 5 * HOUR, None)), None);
    let ended = outage(1, "oss", now - 5 * HOUR, Some(now - HOUR));
    assert_eq!(due_now(&case, ended.clone()), Some(Due::Back(Condition::Oss, now - HOUR)));
    assert_eq!(due_now(&waits(Condition::Login, case.since_ms), ended.clone()), None);
    let again = [ended, outage(2, "oss", now - HOUR / 2, None)].concat();
    assert_eq!(due_now(&case, again), None);
    let before = outage(1, "oss", now - 9 * HOUR, Some(now - 8 * HOUR));
    assert_eq!(due_now(&case, before), None, "that outage was over before it waited");
}

#[test]
fn nobody_is_told_that_the_login_works_while_oss_is_gone() {
    let now = NOW.now_ms;
    let case = waits(Condition::Login, now - 4 * HOUR);
    let login = outage(1, "login", now - 5 * HOUR, Some(now - HOUR));
    assert!(due_now(&case, login.clone()).is_some());
    assert_eq!(due_now(&case, [login, outage(2, "oss", now - HOUR, None)].concat()), None);
}

#[test]
fn what_an_officer_saw_counts_until_it_is_down_again() {
    let now = NOW.now_ms;
    let met = Waits { met_ms: Some(now - HOUR), ..waits(Condition::Oss, now - 4 * HOUR) };
    assert_eq!(due_now(&met, Vec::new()), Some(Due::Met(now - HOUR)));
    let open = outage(1, "oss", now - 5 * HOUR, None);
    assert_eq!(due_now(&met, open), Some(Due::Met(now - HOUR)), "who looked knows better");
    assert_eq!(due_now(&met, outage(1, "oss", now - HOUR / 2, None)), None);
    let nik = Waits { on: "nik".into(), ..met };
    assert!(due_now(&nik, outage(1, "oss", now - HOUR / 2, None)).is_some());
}

#[test]
fn a_day_comes_at_midnight_on_the_offices_clock() {
    let case = |day| Waits { until: Some(day), ..waits(Condition::Tanggal, 0) };
    let today = date(2026, 11, 23);
    assert_eq!(due_now(&case(today), Vec::new()), Some(Due::Day(today)));
    assert_eq!(due_now(&case(date(2026, 11, 24)), Vec::new()), None);
    let dues = Dues::new(&Journal::default(), &NOW);
    let midnight = NOW.ms_of(date(2026, 11, 24), 0, 0);
    assert_eq!(dues.next_change(&case(date(2026, 11, 24))), Some(midnight));
    let later = Env { now_ms: midnight, ..NOW };
    assert!(due(&case(date(2026, 11, 24)), &Journal::default(), &later).is_some());
}

#[test]
fn who_was_told_is_not_called_again_and_who_was_not_is() {
    let now = NOW.now_ms;
    let ended = outage(1, "oss", now - 5 * HOUR, Some(now - 3 * HOUR));
    let called = |outcome: Outcome, next_ms| Waits {
        called: outcome.code().into(),
        reached: 1,
        called_ms: Some(now - 2 * HOUR),
        next_ms,
        ..waits(Condition::Oss, now - 4 * HOUR)
    };
    assert_eq!(due_now(&called(Outcome::Answered, None), ended.clone()), None);
    let later = called(Outcome::NoAnswer, Some(now + 1));
    assert_eq!(due_now(&later, ended.clone()), None);
    let again = called(Outcome::NoAnswer, Some(now));
    assert_eq!(due_now(&again, ended.clone()), Some(Due::Again(now)));
    let down = outage(2, "oss", now - HOUR, None);
    assert_eq!(due_now(&again, [ended.clone(), down.clone()].concat()), None, "nothing to tell");
    let coming = called(Outcome::Coming, Some(now - 1));
    assert_eq!(due_now(&coming, [ended, down].concat()), Some(Due::Coming(now - 1)));
    // A call before anything was true does not stand in the way of the news.
    let early = Waits { called_ms: Some(now - 4 * HOUR), ..called(Outcome::Answered, None) };
    let ended = outage(1, "oss", now - 5 * HOUR, Some(now - 3 * HOUR));
    assert!(due_now(&early, ended).is_some());
}

fn summary(care: u8, visits: u16, waits: Option<Waits>) -> Summary {
    let text = r#"{"n":"A","p":"nib","c":"KUDA-472-M","l":0,"d":[0,1],"m":5}"#;
    let mut summary = Summary::read(text.as_bytes()).expect("a summary");
    (summary.care, summary.visits, summary.waits) = (care, visits, waits.map(Box::new));
    summary
}

#[test]
fn the_frail_and_the_often_sent_away_come_first_then_the_oldest() {
    let waiting = |since| Some(waits(Condition::Oss, since));
    let mut queue = [
        ("new", summary(0, 1, waiting(9))),
        ("old", summary(0, 2, waiting(1))),
        ("third", summary(0, 3, waiting(8))),
        ("lansia", summary(1, 1, waiting(7))),
        ("both", summary(9, 4, waiting(10))),
    ];
    queue.sort_by_key(|(_, summary)| urgency(summary));
    assert_eq!(queue.map(|(name, _)| name), ["both", "lansia", "third", "old", "new"]);
}

#[test]
fn without_consent_nobody_is_called() {
    let met = Waits { met_ms: Some(1), ..waits(Condition::Nik, 0) };
    let dues = Dues::new(&Journal::default(), &NOW);
    assert!(dues.calls(&summary(0, 1, Some(met.clone()))).is_some());
    assert_eq!(dues.calls(&summary(0, 1, Some(Waits { consent: false, ..met }))), None);
}

fn any_waits() -> impl Strategy<Value = Waits> {
    let moment = || 0..200_i64;
    let maybe = || proptest::option::of(0..200_i64);
    let on = prop::sample::select(&Condition::ALL[..]);
    let outcome = prop::sample::select(vec!["", "dijawab", "tidak_diangkat", "datang", "nanti"]);
    let day = proptest::option::of(-2..3_i8);
    (on, moment(), maybe(), maybe(), (maybe(), outcome), day).prop_map(
        |(on, since_ms, met, next, (called, outcome), day)| Waits {
            met_ms: met.map(|met| met.max(since_ms)),
            next_ms: next.filter(|_| called.is_some()),
            called_ms: called.map(|called| called.max(since_ms)),
            called: outcome.into(),
            until: day.map(|day| date(1970, 1, 10).saturating_add(jiff::Span::new().days(day))),
            ..waits(on, since_ms)
        },
    )
}

fn any_journal() -> impl Strategy<Value = Vec<(u8, i64, Option<i64>)>> {
    prop::collection::vec((0..4_u8, 0..200_i64, proptest::option::of(0..200_i64)), 0..6)
}

proptest! {
    /// A due case always has its ground: none is called before.
    #[test]
    fn no_case_is_ever_due_before_its_condition(
        case in any_waits(),
        outages in any_journal(),
        now in 0..200_i64,
    ) {
        // Counted in hours of 10 January 1970, so that days, calls and outages meet one another.
        let env = Env { now_ms: date_ms() + now * 360_000, offset_s: 0 };
        let scaled = |at: i64| date_ms() + at * 360_000;
        let case = Waits {
            since_ms: scaled(case.since_ms),
            met_ms: case.met_ms.map(scaled),
            next_ms: case.next_ms.map(scaled),
            called_ms: case.called_ms.map(scaled),
            ..case
        };
        let systems = ["oss", "login", "otp", "ahu"];
        let records: Vec<Record> = outages
            .iter()
            .enumerate()
            .flat_map(|(at, (system, since, until))| {
                let name = systems[usize::from(*system)];
                outage(at as u8, name, scaled(*since), until.map(scaled))
            })
            .collect();
        let journal = Journal::fold(records);
        let open = |system: Option<&str>| system.is_some_and(|name| journal.open_of(name).is_some());
        match due(&case, &journal, &env) {
            None => {}
            Some(Due::Met(at)) => prop_assert_eq!(case.met_ms, Some(at)),
            Some(Due::Back(on, at)) => {
                prop_assert_eq!(case.condition(), Some(on));
                let of = journal.outages().iter().filter(|one| Some(&*one.system) == on.system());
                let ends = of.filter_map(|one| one.until_ms).filter(|end| *end >= case.since_ms);
                prop_assert_eq!(ends.max(), Some(at));
                prop_assert!(!open(on.system()) && !open(Some("oss")));
            }
            Some(Due::Day(day)) => {
                prop_assert_eq!(case.until, Some(day));
                prop_assert!(day <= env.today());
            }
            Some(Due::Again(at)) => {
                prop_assert!(at <= env.now_ms && case.next_ms == Some(at));
                prop_assert!(!open(case.condition().and_then(Condition::system)));
            }
            Some(Due::Coming(at)) => {
                prop_assert!(at <= env.now_ms && case.next_ms == Some(at));
                prop_assert_eq!(case.outcome(), Some(Outcome::Coming));
            }
        }
        // Until the moment named nothing changes by itself.
        let dues = Dues::new(&journal, &env);
        let until = dues.next_change(&case).unwrap_or(env.now_ms + 1_000_000_000);
        let before = Env { now_ms: until - 1, ..env };
        prop_assert_eq!(due(&case, &journal, &before), due(&case, &journal, &env));
    }

    /// Whoever is sorted, the order is the same from every beginning.
    #[test]
    fn the_order_of_calls_is_total(
        cases in prop::collection::vec((0..16_u8, 1..5_u16, 0..50_i64), 0..20)
    ) {
        let made: Vec<Summary> = cases
            .iter()
            .map(|(care, visits, since)| summary(*care, *visits, Some(waits(Condition::Oss, *since))))
            .collect();
        let mut one: Vec<_> = made.iter().map(urgency).collect();
        let mut other: Vec<_> = made.iter().rev().map(urgency).collect();
        one.sort_unstable();
        other.sort_unstable();
        prop_assert_eq!(one, other);
    }
}

fn date_ms() -> i64 {
    Env { now_ms: 0, offset_s: 0 }.ms_of(date(1970, 1, 10), 0, 0)
}
