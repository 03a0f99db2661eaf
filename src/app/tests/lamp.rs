//! The lamp of OSS: what is said when it turns, and how long.

use super::*;

const SINCE: i64 = 1_795_399_990_000;

fn shows(counter: &mut Counter, state: LampState) -> Option<String> {
    let asked = counter.msg(Msg::Light(Lamp { state, why: None }));
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
fn the_line_stays_through_the_keys_of_five_seconds_and_under_what_is_told() {
    let mut counter = Counter::serving();
    counter.msg(Msg::Light(Lamp { state: LampState::Down { since_ms: SINCE }, why: None }));
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
    counter.msg(Msg::Light(Lamp { state: LampState::Down { since_ms: SINCE }, why: None }));
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
        counter.msg(Msg::Light(Lamp { state, why: Some(why) }));
        assert_eq!(counter.state.news.expect("a line").notice.key, said, "{why:?}");
    }
}
