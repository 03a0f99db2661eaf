//! From looks to a lamp: smoothed, so that one lost packet does not flap, and patient, so that a server in
//! trouble is not asked more and more.
//!
//! Pure: the moment comes in with each look. Pauses are durations; of the wall clock only "since" is made,
//! and it is never later than now, whatever the clock does.

use super::sample::{Found, Sample};
use super::settings::Settings;
use crate::app::{Lamp, LampState, Why};
use std::time::Duration;

/// A shown figure moves when it is off by this part of itself …
const FIGURE_PART: u32 = 4;
/// … and by this many ms.
const FIGURE_STEP_MS: u32 = 200;

/// What a look says, without its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Up,
    Slow,
    Down,
    Office,
    Portal,
}

impl Kind {
    const fn is_trouble(self) -> bool {
        matches!(self, Self::Down | Self::Office | Self::Portal)
    }
}

/// Looks that speak against the lamp.
#[derive(Debug, Clone, Copy)]
struct Streak {
    kind: Kind,
    why: Option<Why>,
    count: u32,
    /// When the first of them was, ms since 1970.
    since_ms: i64,
    /// When the look before them was.
    before_ms: Option<i64>,
}

/// The lamp and what it takes to turn it.
#[derive(Debug, Clone)]
pub struct Light {
    failures: u32,
    successes: u32,
    slow_after_ms: u32,
    interval: Duration,
    confirm_after: Duration,
    backoff_max: Duration,
    lamp: Lamp,
    streak: Option<Streak>,
    /// Mean time of an answer, ms.
    mean_ms: u32,
    /// Looks in trouble since it was last confirmed.
    patience: u32,
    /// When the last look was, ms since 1970.
    last_ms: Option<i64>,
}

impl Light {
    /// Knows nothing yet.
    pub fn new(settings: &Settings) -> Self {
        Self {
            failures: settings.failures.max(1),
            successes: settings.successes.max(1),
            slow_after_ms: ms(settings.slow_after),
            interval: settings.interval,
            confirm_after: settings.confirm_after,
            backoff_max: settings.backoff_max,
            lamp: Lamp::default(),
            streak: None,
            mean_ms: 0,
            patience: 0,
            last_ms: None,
        }
    }

    /// The lamp.
    pub const fn lamp(&self) -> Lamp {
        self.lamp
    }

    /// Takes a look made at `now_ms` in; tells whether what is shown has changed.
    pub fn take(&mut self, sample: &Sample, now_ms: i64) -> bool {
        let before = self.lamp;
        let kind = self.kind_of(sample);
        let why = sample.found.why();
        if kind.is_trouble() {
            self.patience = self.patience.saturating_add(1);
        } else {
            self.patience = 0;
            let took = ms(sample.took);
            self.mean_ms = if self.mean_ms == 0 { took } else { mean(self.mean_ms, took) };
        }
        if self.kind() == Some(kind) {
            self.streak = None;
            self.lamp.why = why;
            self.refresh_figure();
        } else {
            let streak = self.continued(kind, why, now_ms);
            self.streak = Some(streak);
            if streak.count >= self.needed(kind) {
                self.turn(streak, ms(sample.took));
            }
        }
        self.be_no_later_than(now_ms);
        self.last_ms = Some(now_ms);
        // Another reason for the same trouble is shown nowhere but told at the next turn. Only whether it is
        // this PC's calendar changes whose trouble it is.
        let is_ours = |lamp: Lamp| lamp.why == Some(Why::Clock);
        before.state != self.lamp.state || is_ours(before) != is_ours(self.lamp)
    }

    /// How long to wait before the next look. `random`: any number, for offices not to ask in step.
    pub fn pause(&self, random: u32) -> Duration {
        if self.streak.is_some() {
            return self.confirm_after;
        }
        if !self.kind().is_some_and(Kind::is_trouble) {
            return self.interval;
        }
        let doubled = self.patience.saturating_sub(self.failures).min(16);
        let longest = self.interval.min(self.backoff_max);
        let first = (longest / 4).max(self.confirm_after);
        let wanted = first.saturating_mul(1 << doubled).min(self.backoff_max);
        // Three quarters to the whole of it: never longer than promised.
        wanted.mul_f64(0.75 + 0.25 * f64::from(random) / f64::from(u32::MAX))
    }

    fn kind_of(&self, sample: &Sample) -> Kind {
        match sample.found {
            Found::Alive if ms(sample.took) > self.slow_after_ms => Kind::Slow,
            Found::Alive => Kind::Up,
            Found::Down(_) => Kind::Down,
            Found::Office(_) => Kind::Office,
            Found::Portal(_) => Kind::Portal,
        }
    }

    /// What the lamp shows; nothing yet.
    const fn kind(&self) -> Option<Kind> {
        match self.lamp.state {
            LampState::Unknown | LampState::Off => None,
            LampState::Up { .. } => Some(Kind::Up),
            LampState::Slow { .. } => Some(Kind::Slow),
            LampState::Down { .. } => Some(Kind::Down),
            LampState::OfficeOffline { .. } => Some(Kind::Office),
            LampState::Portal { .. } => Some(Kind::Portal),
        }
    }

    /// The streak with one more look: of one kind, or of one side (works, works not) when the lamp shows
    /// the other.
    fn continued(&self, kind: Kind, why: Option<Why>, now_ms: i64) -> Streak {
        let crosses = self.kind().is_none_or(|shown| shown.is_trouble() != kind.is_trouble());
        match self.streak {
            Some(streak)
                if streak.kind == kind
                    || (crosses && streak.kind.is_trouble() == kind.is_trouble()) =>
            {
                let since_ms = streak.since_ms.min(now_ms);
                Streak { kind, why, count: streak.count + 1, since_ms, ..streak }
            }
            _ => Streak { kind, why, count: 1, since_ms: now_ms, before_ms: self.last_ms },
        }
    }

    /// How many looks in a row turn the lamp to `kind`.
    fn needed(&self, kind: Kind) -> u32 {
        match self.kind() {
            // An answer is an answer: at the start nobody waits for a second one.
            None if !kind.is_trouble() => 1,
            Some(shown) if shown.is_trouble() && !kind.is_trouble() => self.successes,
            // One lost look never changes anything.
            _ => self.failures.max(2),
        }
    }

    fn turn(&mut self, streak: Streak, took: u32) {
        self.streak = None;
        let since_ms = streak.since_ms;
        if !streak.kind.is_trouble() {
            self.mean_ms = took;
        }
        self.lamp.why = streak.why;
        self.lamp.before_ms = streak.before_ms;
        self.lamp.state = match streak.kind {
            Kind::Up => LampState::Up { ms: took },
            Kind::Slow => LampState::Slow { ms: took },
            Kind::Down => LampState::Down { since_ms },
            Kind::Office => LampState::OfficeOffline { since_ms },
            Kind::Portal => LampState::Portal { since_ms },
        };
    }

    /// A figure that moves at every look is noise.
    fn refresh_figure(&mut self) {
        let mean = self.mean_ms;
        let (LampState::Up { ms } | LampState::Slow { ms }) = &mut self.lamp.state else { return };
        let off = ms.abs_diff(mean);
        if off >= FIGURE_STEP_MS && off >= *ms / FIGURE_PART {
            *ms = mean;
        }
    }

    /// A clock set back would make "since" a time to come.
    fn be_no_later_than(&mut self, now_ms: i64) {
        if let LampState::Down { since_ms }
        | LampState::OfficeOffline { since_ms }
        | LampState::Portal { since_ms } = &mut self.lamp.state
        {
            *since_ms = (*since_ms).min(now_ms);
        }
        if let Some(streak) = &mut self.streak {
            streak.since_ms = streak.since_ms.min(now_ms);
        }
    }
}

fn ms(time: Duration) -> u32 {
    u32::try_from(time.as_millis()).unwrap_or(u32::MAX)
}

/// The mean moves a quarter of the way.
fn mean(mean: u32, took: u32) -> u32 {
    ((u64::from(mean) * 3 + u64::from(took)) / 4) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    fn light() -> Light {
        Light::new(&Settings::built_in())
    }

    fn look(found: Found, ms: u64) -> Sample {
        Sample {
            found,
            took: Duration::from_millis(ms),
            address: String::new(),
            status: None,
            led_to: None,
            detail: String::new(),
        }
    }

    fn up() -> Sample {
        look(Found::Alive, 900)
    }

    fn down() -> Sample {
        look(Found::Down(Why::Timeout), 20_000)
    }

    /// A light that shows what this look says.
    fn showing(sample: &Sample) -> Light {
        let mut light = light();
        for at in 0..4 {
            light.take(sample, at);
        }
        light
    }

    #[test]
    fn the_first_answer_lights_it_and_trouble_takes_three_looks() {
        let mut light = light();
        assert!(light.take(&up(), 0));
        assert_eq!(light.lamp().state, LampState::Up { ms: 900 });
        assert!(!light.take(&down(), 7 * MINUTE) && !light.take(&down(), 8 * MINUTE));
        assert!(light.take(&down(), 9 * MINUTE));
        let since_ms = 7 * MINUTE;
        let (why, before_ms) = (Some(Why::Timeout), Some(0));
        let lamp = Lamp { state: LampState::Down { since_ms }, why, before_ms };
        assert_eq!(light.lamp(), lamp, "since the first of them");
        assert!(!light.take(&up(), 10 * MINUTE) && light.take(&up(), 11 * MINUTE));
        let before_ms = Some(9 * MINUTE);
        assert_eq!(light.lamp(), Lamp { state: LampState::Up { ms: 900 }, why: None, before_ms });
    }

    #[test]
    fn at_the_start_one_failure_says_nothing_yet() {
        let mut light = light();
        assert!(!light.take(&down(), 0) && !light.take(&down(), 1));
        assert_eq!(light.lamp().state, LampState::Unknown);
        assert!(light.take(&down(), 2));
        assert_eq!(light.lamp().state, LampState::Down { since_ms: 0 });
    }

    #[test]
    fn troubles_of_several_kinds_in_a_row_turn_it_and_the_last_says_to_what() {
        let mut light = showing(&up());
        let office = look(Found::Office(Why::Dns), 10);
        for (sample, now) in [(&down(), 10), (&office, 20), (&office, 30)] {
            light.take(sample, now);
        }
        assert_eq!(light.lamp().state, LampState::OfficeOffline { since_ms: 10 });
        assert!(!light.take(&down(), 40) && !light.take(&office, 50) && !light.take(&down(), 60));
        assert_eq!(
            light.lamp().state,
            LampState::OfficeOffline { since_ms: 10 },
            "it does not flap"
        );
    }

    #[test]
    fn slow_answers_turn_it_and_a_single_one_does_not() {
        let mut light = showing(&up());
        let slow = look(Found::Alive, 7_000);
        light.take(&slow, 1);
        light.take(&up(), 2);
        for now in 3..6 {
            assert!(matches!(light.lamp().state, LampState::Up { .. }));
            light.take(&slow, now);
        }
        assert_eq!(light.lamp().state, LampState::Slow { ms: 7_000 });
    }

    #[test]
    fn a_figure_stands_still_while_little_changes() {
        let mut light = showing(&up());
        for ms in [950, 800, 1_000, 900, 1_100] {
            assert!(!light.take(&look(Found::Alive, ms), 10), "{ms}");
        }
        assert!((0..20).any(|_| light.take(&look(Found::Alive, 3_000), 10)));
    }

    #[test]
    fn pauses_grow_while_it_is_down_and_a_recovery_is_noticed_within_two_minutes() {
        let settings = Settings::built_in();
        let mut light = showing(&up());
        assert_eq!(light.pause(0), settings.interval);
        light.take(&down(), 1);
        assert_eq!(light.pause(0), settings.confirm_after);
        let mut pauses = Vec::new();
        for now in 2..12 {
            light.take(&down(), now);
            pauses.push(light.pause(u32::MAX));
        }
        assert!(pauses[1..].is_sorted(), "{pauses:?}");
        assert_eq!(pauses.last(), Some(&settings.backoff_max));
        // A look that began just before, the longest pause, then the looks that make sure.
        let looks = settings.total_timeout * 2 + settings.confirm_after;
        assert!(settings.backoff_max + looks <= Duration::from_mins(2));
        assert_eq!(settings.successes, 2);
        light.take(&up(), 20);
        assert_eq!(light.pause(7), settings.confirm_after);
        light.take(&up(), 21);
        assert_eq!(light.pause(7), settings.interval);
    }

    #[test]
    fn a_clock_set_back_moves_since_along() {
        let mut light = light();
        for now in [100 * MINUTE, 101 * MINUTE, 102 * MINUTE] {
            light.take(&down(), now);
        }
        assert!(light.take(&down(), 30 * MINUTE));
        assert_eq!(light.lamp().state, LampState::Down { since_ms: 30 * MINUTE });
    }

    fn any_look() -> impl Strategy<Value = Sample> {
        let found = prop_oneof![
            4 => Just(Found::Alive),
            1 => Just(Found::Down(Why::Timeout)),
            1 => Just(Found::Down(Why::Http(502))),
            1 => Just(Found::Office(Why::Dns)),
            1 => Just(Found::Portal(Why::OtherPage)),
        ];
        (found, 0..30_000_u64).prop_map(|(found, ms)| look(found, ms))
    }

    proptest! {
        #[test]
        fn since_is_never_later_than_now(
            looks in proptest::collection::vec((any_look(), any::<i32>()), 0..60),
        ) {
            let mut light = light();
            for (sample, now) in looks {
                light.take(&sample, now.into());
                prop_assert!(light.lamp().state.since_ms().is_none_or(|since| since <= now.into()));
            }
        }

        #[test]
        fn one_odd_look_among_equal_ones_never_turns_the_lamp(
            usual in any_look(), odd in any_look(), before in 3_usize..8, after in 0_usize..8,
        ) {
            let mut light = light();
            for _ in 0..before {
                light.take(&usual, 0);
            }
            let shown = light.lamp().state;
            light.take(&odd, 1);
            prop_assert!(light.lamp().state.is_like(shown));
            for _ in 0..after {
                light.take(&usual, 2);
                prop_assert!(light.lamp().state.is_like(shown));
            }
        }

        #[test]
        fn many_equal_looks_always_show_what_they_say(
            before in proptest::collection::vec(any_look(), 0..20), last in any_look(),
        ) {
            let mut light = light();
            for sample in before {
                light.take(&sample, 0);
            }
            for _ in 0..3 {
                light.take(&last, 1);
            }
            let said = showing(&last).lamp().state;
            prop_assert!(light.lamp().state.is_like(said), "{:?} {said:?}", light.lamp().state);
        }

        #[test]
        fn what_is_told_as_changed_has_changed(
            looks in proptest::collection::vec(any_look(), 0..60),
        ) {
            let mut light = light();
            for sample in looks {
                let before = light.lamp().state;
                prop_assert_eq!(light.take(&sample, 5), light.lamp().state != before);
            }
        }

        #[test]
        fn a_pause_is_never_longer_than_promised(
            looks in proptest::collection::vec(any_look(), 0..60), random in any::<u32>(),
        ) {
            let settings = Settings::built_in();
            let mut light = light();
            for sample in looks {
                light.take(&sample, 5);
                prop_assert!(light.pause(random) <= settings.interval.max(settings.backoff_max));
                prop_assert!(light.pause(random) >= settings.confirm_after.mul_f64(0.7));
            }
        }
    }
}
