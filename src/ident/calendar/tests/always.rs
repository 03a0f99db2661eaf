//! Sentences that say "always", tried on made-up dates, weeks and events.

use super::*;
use proptest::prelude::*;

/// Any date there is.
fn any_date() -> impl Strategy<Value = Date> {
    let known = (2026_i16..=2027, 1_i8..=12, 1_i8..=31);
    let any = (-9999_i16..=9999, 1_i8..=12, 1_i8..=31);
    prop_oneof![4 => known, 1 => any]
        .prop_filter_map("a date", |(year, month, day)| Date::new(year, month, day).ok())
}

fn any_moment() -> impl Strategy<Value = DateTime> {
    (any_date(), 0_i8..24, 0_i8..60).prop_map(|(day, hour, minute)| day.at(hour, minute, 0, 0))
}

fn any_week() -> impl Strategy<Value = OfficeHours> {
    proptest::collection::vec((0_i8..7, 0_i8..24, 0_i8..24), 0..9).prop_map(|days| {
        days.into_iter().fold(OfficeHours::closed(), |week, (day, opens, closes)| {
            let day = Weekday::from_monday_zero_offset(day).unwrap();
            week.with(day, time(opens, 0, 0, 0), time(closes, 0, 0, 0))
        })
    })
}

fn any_events() -> impl Strategy<Value = Vec<(DateTime, ClockEvent)>> {
    use ClockEvent::{Pause, Reset, Restart, Resume, Start};
    let event = prop_oneof![4 => Just(Start), 4 => Just(Pause), 4 => Just(Resume),
        1 => Just(Reset), 1 => Just(Restart)];
    proptest::collection::vec((any_moment(), event), 0..8)
}

proptest! {
    #[test]
    fn adding_days_and_counting_them_gives_the_same_number(
        from in any_date(), n in 0_u32..300, week in any_week(),
    ) {
        let calendar = calendar();
        if let DueDate::Counted { date, provisional } = calendar.add(from, n, &week) {
            let back = Days::Counted { days: n as i32, provisional };
            prop_assert_eq!(calendar.count(from, date, &week), back);
            prop_assert!(n == 0 || calendar.day(date, &week) == DayKind::Working);
        }
    }

    #[test]
    fn more_days_and_later_receipts_are_never_earlier(
        a in any_moment(), b in any_moment(), n in 0_u32..99, more in 0_u32..99, week in any_week(),
    ) {
        let calendar = calendar();
        let dates = (
            calendar.deadline(a.min(b), n, &week),
            calendar.deadline(a.max(b), n + more, &week),
        );
        if let (DueDate::Counted { date: early, .. }, DueDate::Counted { date: late, .. }) = dates {
            prop_assert!(early <= late);
            prop_assert!(a.min(b).date() <= early);
        }
    }

    #[test]
    fn counts_add_up_and_turn_around(a in any_date(), b in any_date(), c in any_date()) {
        let (calendar, week) = (calendar(), week());
        let count = |from, to| match calendar.count(from, to, &week) {
            Days::Counted { days, .. } => Some(days),
            Days::Unknown { .. } => None,
        };
        if let (Some(ab), Some(bc), Some(ac)) = (count(a, b), count(b, c), count(a, c)) {
            prop_assert_eq!(ab + bc, ac);
            prop_assert_eq!(count(b, a), Some(-ab));
        }
    }

    #[test]
    fn a_stop_never_brings_the_due_date_nearer(
        start in any_moment(), stop in any_moment(), go in any_moment(), n in 0_u32..40,
    ) {
        let (calendar, week) = (calendar(), week());
        let plain = vec![(start, ClockEvent::Start)];
        let stopped = [(start, ClockEvent::Start), (stop, ClockEvent::Pause), (go, ClockEvent::Resume)];
        let due = |events: &[_]| Clock::fold(events).due(n, &calendar, &week);
        if let (Some(DueDate::Counted { date: early, .. }), Some(DueDate::Counted { date: late, .. })) =
            (due(&plain), due(&stopped))
        {
            prop_assert!(early <= late);
        }
    }

    #[test]
    fn no_date_and_no_order_of_events_panics(
        events in any_events(), now in any_moment(), n in any::<u32>(), week in any_week(),
    ) {
        for calendar in [calendar(), Calendar::default()] {
            let clock = Clock::fold(&events);
            let due = clock.due(n, &calendar, &week);
            prop_assert!(due.is_none() || clock.state() == ClockState::Running
                || clock.state() == ClockState::Paused);
            if let Days::Counted { days, .. } = clock.used(now, &calendar, &week) {
                prop_assert!(days >= 0);
            }
            let _ = calendar.next_open(now, &week);
            let _ = calendar.count_month(now.date(), &week);
        }
    }
}
