//! Examples of the clock of OSS.

use super::*;

#[test]
fn only_four_statuses_move_the_clock() {
    let moves = [
        ("41", ClockEvent::Pause),
        (" 42 ", ClockEvent::Resume),
        ("43", ClockEvent::Reset),
        ("44", ClockEvent::Restart),
    ];
    for (code, event) in moves {
        assert_eq!(ClockEvent::from_oss_status(code), Some(event));
    }
    for code in ["", "4", "10", "40", "45", "50", "57", "041", "empat"] {
        assert_eq!(ClockEvent::from_oss_status(code), None);
    }
}

/// State, used days at `now` and due date for five days.
fn reads(events: &[(&str, ClockEvent)], now: &str) -> (ClockState, Days, Option<DueDate>) {
    let events: Vec<_> = events.iter().map(|(moment, event)| (at(moment), *event)).collect();
    let clock = Clock::fold(&events);
    let (calendar, week) = (calendar(), week());
    (clock.state(), clock.used(at(now), &calendar, &week), clock.due(5, &calendar, &week))
}

#[test]
fn a_pause_moves_the_due_date_by_its_working_days() {
    use ClockEvent::{Pause, Resume, Start};
    let start = ("2026-11-02T09:00", Start); // Monday
    let running = (ClockState::Running, exactly(2), Some(on("2026-11-09")));
    assert_eq!(reads(&[start], "2026-11-04T10:00"), running);

    let pause = ("2026-11-04T10:00", Pause); // Wednesday, two days used
    let paused = (ClockState::Paused, exactly(2), None);
    assert_eq!(reads(&[start, pause], "2026-11-20T10:00"), paused);

    let resume = ("2026-11-12T10:00", Resume); // Thursday of the next week, six working days later
    let went_on = (ClockState::Running, exactly(3), Some(on("2026-11-17")));
    assert_eq!(reads(&[start, pause, resume], "2026-11-13T10:00"), went_on);
    assert_eq!(reads(&[resume, pause, start], "2026-11-13T10:00"), went_on, "in any order");

    // A stop and a going-on within one evening, or one weekend, cost nothing.
    for (stop, go) in
        [("2026-11-04T17:00", "2026-11-04T18:00"), ("2026-11-07T09:00", "2026-11-08T09:00")]
    {
        let (_, _, due) = reads(&[start, (stop, Pause), (go, Resume)], "2026-11-09T08:00");
        assert_eq!(due, Some(on("2026-11-09")), "{stop}");
    }
}

#[test]
fn a_date_missed_before_the_stop_stays_missed() {
    use ClockEvent::{Pause, Resume, Start};
    let late = [("2026-11-02T09:00", Start), ("2026-11-12T10:00", Pause)];
    let missed = (ClockState::Paused, exactly(8), Some(on("2026-11-09")));
    assert_eq!(reads(&late, "2026-11-20T10:00"), missed);
    // Stopped on the very last day: the day on which it goes on is the last one then.
    let last =
        [("2026-11-02T09:00", Start), ("2026-11-09T10:00", Pause), ("2026-11-18T10:00", Resume)];
    assert_eq!(reads(&last, "2026-11-18T11:00").2, Some(on("2026-11-18")));
}

#[test]
fn a_reset_waits_and_a_restart_begins_at_day_0() {
    use ClockEvent::{Pause, Reset, Restart, Resume, Start};
    let start = ("2026-11-02T09:00", Start);
    let reset = ("2026-11-05T10:00", Reset);
    let waiting = (ClockState::ResetWaiting, exactly(0), None);
    assert_eq!(reads(&[start, reset], "2026-11-10T10:00"), waiting);
    let anew = (ClockState::Running, exactly(1), Some(on("2026-11-16")));
    assert_eq!(reads(&[start, reset, ("2026-11-09T08:00", Restart)], "2026-11-10T10:00"), anew);
    assert_eq!(reads(&[start, reset, ("2026-11-09T08:00", Resume)], "2026-11-10T10:00"), anew);
    assert_eq!(reads(&[start, ("2026-11-09T08:00", Restart)], "2026-11-10T10:00"), anew);
    let paused = [start, ("2026-11-03T08:00", Pause), ("2026-11-09T08:00", Restart)];
    assert_eq!(reads(&paused, "2026-11-10T10:00"), anew);
}

#[test]
fn events_without_sense_change_nothing() {
    use ClockEvent::{Pause, Resume, Start};
    let nothing = (ClockState::NotStarted, exactly(0), None);
    assert_eq!(reads(&[], "2026-11-10T10:00"), nothing);
    let early = [("2026-11-02T09:00", Resume), ("2026-11-03T09:00", Pause)];
    assert_eq!(reads(&early, "2026-11-10T10:00"), nothing);
    let twice = [("2026-11-02T09:00", Start), ("2026-11-04T09:00", Start)];
    let once = (ClockState::Running, exactly(2), Some(on("2026-11-09")));
    assert_eq!(reads(&twice, "2026-11-04T10:00"), once);
    let before = (ClockState::Running, exactly(0), Some(on("2026-11-09")));
    assert_eq!(reads(&twice, "2026-10-01T10:00"), before);
}

#[test]
fn the_clock_says_unknown_and_provisional_too() {
    use ClockEvent::{Pause, Resume, Start};
    let late = [("2027-12-29T09:00", Start)];
    let unknown = DueDate::Unknown { known_until: date(2027, 12, 31) };
    assert_eq!(reads(&late, "2027-12-30T09:00"), (ClockState::Running, exactly(1), Some(unknown)));
    let days = Days::Unknown { known_until: date(2027, 12, 31) };
    assert_eq!(reads(&late, "2028-01-03T09:00").1, days);
    let lebaran =
        [("2027-03-04T09:00", Start), ("2027-03-16T09:00", Pause), ("2027-04-01T09:00", Resume)];
    let provisional = (
        ClockState::Running,
        Days::Counted { days: 2, provisional: true },
        Some(DueDate::Counted { date: date(2027, 4, 6), provisional: true }),
    );
    assert_eq!(reads(&lebaran, "2027-04-01T10:00"), provisional);
}
