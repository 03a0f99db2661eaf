//! The lamp of OSS: what is said when it turns, and how long.

use super::*;
use crate::office::Record;

const SINCE: i64 = 1_795_399_990_000;

fn shows(counter: &mut Counter, state: LampState) -> Option<String> {
    let asked = counter.msg(Msg::Light(Lamp { state, why: None, before_ms: None }));
    let writes = |effect: &Effect| matches!(effect, Effect::Record { .. });
    assert!(asked.iter().all(writes), "it writes into the journal and asks for nothing: {asked:?}");
    counter.state.news.take().map(|news| news.notice.key.into_owned())
}

#[test]
fn a_line_tells_when_the_lamp_turns_and_not_when_its_figure_does() {
    let mut counter = Counter::new();
    let down = LampState::Down { since_ms: SINCE };
    for (state, said) in [
        (LampState::Up { ms: 900 }, None),
        (LampState::Up { ms: 1_900 }, None),
        (LampState::Slow { ms: 7_000 }, Some("light-turned-slow")),
        (LampState::Up { ms: 900 }, None),
        (down, Some("light-turned-down")),
        (LampState::Down { since_ms: SINCE - 1 }, None),
        (LampState::OfficeOffline { since_ms: SINCE }, Some("light-turned-office")),
        (LampState::Portal { since_ms: SINCE }, Some("light-turned-portal")),
        (LampState::Slow { ms: 8_000 }, Some("light-turned-up")),
        (down, Some("light-turned-down")),
        (LampState::Up { ms: 900 }, Some("light-turned-up")),
        (LampState::Off, None),
    ] {
        assert_eq!(shows(&mut counter, state).as_deref(), said, "{state:?}");
        assert_eq!(counter.state.lamp.state, state);
    }
}

#[test]
fn what_was_said_of_the_lamp_goes_when_it_holds_no_longer() {
    let mut counter = Counter::new();
    for (state, stands) in [
        (LampState::Up { ms: 900 }, false),
        (LampState::Slow { ms: 7_000 }, true),
        (LampState::Slow { ms: 8_000 }, true),
        (LampState::Up { ms: 900 }, false),
    ] {
        counter.msg(Msg::Light(Lamp { state, why: None, before_ms: None }));
        assert_eq!(counter.state.news_line().is_some(), stands, "{state:?}");
    }
}

#[test]
fn the_line_stays_through_the_keys_of_five_seconds_and_under_what_is_told() {
    let mut counter = Counter::serving();
    counter.msg(Msg::Light(Lamp {
        state: LampState::Down { since_ms: SINCE },
        why: None,
        before_ms: None,
    }));
    let line = |counter: &Counter| counter.state.news_line().map(|notice| notice.key.to_string());
    counter.env.now_ms += 4_999;
    counter.typed("1");
    assert_eq!(line(&counter).as_deref(), Some("light-turned-down"));
    counter.msg(Msg::Told(Notice::info("app-copied")));
    assert_eq!(line(&counter).as_deref(), Some("app-copied"));
    counter.env.now_ms += 1;
    counter.typed("2");
    assert_eq!(line(&counter), None);
}

#[test]
fn a_clock_set_back_does_not_keep_the_line_for_ever() {
    let mut counter = Counter::serving();
    counter.msg(Msg::Light(Lamp {
        state: LampState::Down { since_ms: SINCE },
        why: None,
        before_ms: None,
    }));
    counter.env.now_ms -= 3_600_000;
    counter.typed("1");
    assert!(counter.state.news.is_none());
}

#[test]
fn what_only_somebody_here_can_mend_has_its_own_line() {
    let down = LampState::Down { since_ms: SINCE };
    let office = LampState::OfficeOffline { since_ms: SINCE };
    for (state, why, said) in [
        (down, Why::Tls, "light-turned-tls"),
        (down, Why::Clock, "light-turned-clock"),
        (down, Why::Http(502), "light-turned-down"),
        (office, Why::Proxy, "light-turned-proxy"),
        (office, Why::Dns, "light-turned-office"),
    ] {
        let mut counter = Counter::new();
        counter.msg(Msg::Light(Lamp { state, why: Some(why), before_ms: None }));
        assert_eq!(counter.state.news.expect("a line").notice.key, said, "{why:?}");
    }
}

/// The probe tells this; `before` the look that turned it was so long ago.
fn turns(counter: &mut Counter, state: LampState, why: Option<Why>, before: i64) {
    let before_ms = Some(counter.env.now_ms - before);
    counter.msg(Msg::Light(Lamp { state, why, before_ms }));
}

fn outages(counter: &Counter) -> Vec<office::Outage> {
    counter.state.office.as_ref().expect("unlocked").journal.outages().to_vec()
}

const MINUTE: i64 = 60_000;

#[test]
fn what_was_in_the_way_is_written_down_and_the_first_reason_stays() {
    let mut counter = Counter::new();
    let since_ms = counter.env.now_ms;
    turns(&mut counter, LampState::Down { since_ms }, Some(Why::Http(502)), MINUTE);
    turns(&mut counter, LampState::OfficeOffline { since_ms }, Some(Why::Dns), MINUTE);
    turns(&mut counter, LampState::Down { since_ms }, Some(Why::Timeout), MINUTE);
    let seen: Vec<_> =
        outages(&counter).iter().map(|one| (one.system.clone(), one.why.clone())).collect();
    let wanted = [("oss", "http-502"), ("jaringan", "dns")];
    assert_eq!(seen, wanted.map(|(system, why)| (system.to_owned(), why.to_owned())));
}

#[test]
fn a_wrong_calendar_on_this_pc_is_nobodys_outage() {
    let mut counter = Counter::new();
    let down = LampState::Down { since_ms: counter.env.now_ms };
    turns(&mut counter, down, Some(Why::Clock), MINUTE);
    assert_eq!(outages(&counter), []);
    assert_eq!(counter.state.news.take().expect("a line").notice.key, "light-turned-clock");
    // It was set right, and OSS does not answer all the same.
    turns(&mut counter, down, Some(Why::Timeout), MINUTE);
    assert_eq!(outages(&counter).len(), 1);
    assert_eq!(counter.state.news.take().expect("a line").notice.key, "light-turned-down");
}

#[test]
fn an_end_that_was_seen_is_the_end() {
    let mut counter = Counter::new();
    let since_ms = counter.env.now_ms;
    turns(&mut counter, LampState::Down { since_ms }, None, MINUTE);
    counter.env.now_ms += 90 * MINUTE;
    turns(&mut counter, LampState::Up { ms: 900 }, None, 2 * MINUTE);
    let one = &outages(&counter)[0];
    assert_eq!((one.until_ms, one.known_ms), (Some(counter.env.now_ms), None));
}

#[test]
fn an_end_that_came_while_the_pc_slept_is_not_made_up() {
    let mut counter = Counter::new();
    let since_ms = counter.env.now_ms;
    turns(&mut counter, LampState::Down { since_ms }, None, MINUTE);
    counter.env.now_ms += 16 * 60 * MINUTE;
    turns(&mut counter, LampState::Up { ms: 900 }, None, 14 * 60 * MINUTE);
    let one = &outages(&counter)[0];
    assert_eq!(one.until_ms, Some(counter.env.now_ms), "by then it worked");
    assert_eq!(one.known_ms, Some(since_ms + 120 * MINUTE), "until then it did not");
    assert_eq!(one.minutes(0), 120);
}

#[test]
fn an_end_that_came_while_the_pc_was_off_is_known_until_something_was_last_done() {
    let mut counter = Counter::serving();
    let since_ms = counter.env.now_ms;
    turns(&mut counter, LampState::Down { since_ms }, Some(Why::Timeout), MINUTE);
    counter.env.now_ms += 200 * MINUTE;
    counter.go("nama");
    counter.typed("Siti");
    counter.act(Action::Next);
    let last_ms = counter.env.now_ms;
    let office = counter.state.office.as_ref().expect("unlocked");
    let records: Vec<Record> = counter
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Record { records, .. } => Some(records.clone()),
            _ => None,
        })
        .flatten()
        .collect();
    let summaries = office.cases.iter().map(|one| (one.id, one.summary.clone())).collect();
    let mut next = Counter::begun(summaries, records);
    next.env.now_ms = last_ms + 15 * 60 * MINUTE;
    // The network of the office comes before OSS answers.
    let now = next.env.now_ms;
    next.msg(Msg::Light(Lamp {
        state: LampState::OfficeOffline { since_ms: now },
        why: Some(Why::Dns),
        before_ms: None,
    }));
    next.env.now_ms += MINUTE;
    turns(&mut next, LampState::Up { ms: 900 }, None, MINUTE);
    let found = outages(&next);
    assert_eq!((found[0].system.as_str(), found[0].known_ms), ("oss", Some(last_ms)));
    assert_eq!((found[1].system.as_str(), found[1].known_ms), ("jaringan", None));
    assert!(found.iter().all(|one| one.until_ms == Some(next.env.now_ms)));
}

#[test]
fn what_became_of_oss_behind_a_dead_network_is_not_made_up() {
    let mut counter = Counter::new();
    let since_ms = counter.env.now_ms;
    turns(&mut counter, LampState::Down { since_ms }, None, MINUTE);
    counter.env.now_ms += 60 * MINUTE;
    let now = counter.env.now_ms;
    turns(&mut counter, LampState::Portal { since_ms: now }, Some(Why::OtherPage), MINUTE);
    counter.env.now_ms += 60 * MINUTE;
    turns(&mut counter, LampState::Up { ms: 900 }, None, MINUTE);
    let known: Vec<_> = outages(&counter).iter().map(|one| one.known_ms).collect();
    assert_eq!(known, [Some(now - MINUTE), None]);
}
