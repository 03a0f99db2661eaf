//! Outages: the window over any screen, and what the light writes.

use super::*;
use crate::app::outage::{answers, moment, stopped};
use crate::app::screens::outage::{Step, Task, Window};
use crate::case::Minter;
use crate::office::{Entry, Outage, Record};
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
    if up {
        answers(&mut counter.state, &mut cx, "oss", since_ms, None);
    } else {
        stopped(&mut counter.state, &mut cx, "oss", since_ms, "timeout");
    }
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
            auto: false,
            why: String::new()
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
    let right = Entry::OutageCorrected { outage, since_ms, until_ms: None, symptom: None };
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
fn an_end_before_the_beginning_is_refused_and_nothing_typed_is_lost() {
    let mut counter = Counter::new();
    let state = LampState::Down { since_ms: at(&counter, "08.00") };
    counter.msg(Msg::Light(Lamp { state, ..Lamp::default() }));
    counter.effects.clear();
    counter.act(Action::Outage);
    counter.typed("1");
    counter.typed("pemeliharaan");
    counter.act(Action::Enter);
    counter.typed("7.30");
    counter.act(Action::Enter);
    let line = counter.state.line.as_ref().expect("a line");
    assert_eq!((&*line.key, &*line.args[0].1), ("outage-time-before", "08.00"));
    assert_eq!(window(&counter).symptom.text(), "pemeliharaan");
    assert_eq!(entries(&mut counter), []);
}

#[test]
fn an_officer_says_what_it_is_that_the_lamp_sees_and_the_lamp_ends_it() {
    let mut counter = Counter::new();
    let since_ms = counter.env.now_ms;
    counter.msg(Msg::Light(Lamp {
        state: LampState::Down { since_ms },
        why: Some(Why::Http(503)),
        before_ms: None,
    }));
    entries(&mut counter);
    counter.act(Action::Outage);
    counter.typed("1");
    assert_eq!((window(&counter).task, window(&counter).step), (Task::End, Step::Symptom));
    counter.typed("pemeliharaan");
    counter.act(Action::Enter);
    assert_eq!(window(&counter).until.text(), "", "the lamp sees its end");
    counter.act(Action::Enter);
    let outage = outages(&counter)[0].id;
    let symptom = Some("pemeliharaan".to_owned());
    let said = Entry::OutageCorrected { outage, since_ms, until_ms: None, symptom };
    assert_eq!(entries(&mut counter), [said]);
    counter.env.now_ms += 3_600_000;
    let up = Lamp { state: LampState::Up { ms: 900 }, ..Lamp::default() };
    counter.msg(Msg::Light(up));
    let one = &outages(&counter)[0];
    assert_eq!((one.until_ms, &*one.symptom), (Some(counter.env.now_ms), "pemeliharaan"));
    // What an officer wrote down is ended with one key more, and words can be set right on the way.
    counter.act(Action::Outage);
    counter.typed("2");
    counter.typed("logn gagal");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    entries(&mut counter);
    counter.act(Action::Outage);
    counter.typed("2");
    assert_eq!(window(&counter).step, Step::Until);
    counter.act(Action::Previous);
    for _ in 0..2 {
        counter.act(Action::Edit(Edit::DeleteWord));
    }
    counter.typed("login gagal");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert!(matches!(
        entries(&mut counter).as_slice(),
        [Entry::OutageCorrected { until_ms: None, .. }, Entry::OutageEnded { known_ms: None, .. }]
    ));
    assert_eq!(outages(&counter)[1].symptom, "login gagal");
    assert_eq!(counter.state.line.as_ref().map(|line| &*line.key), Some("outage-ended"));
}

#[test]
fn an_end_that_nobody_saw_stays_open_to_an_officers_word() {
    let mut counter = Counter::new();
    let begin = at(&counter, "07.00");
    light(&mut counter, false, begin);
    let mut cx = Cx { env: &counter.env, out: Vec::new() };
    let (seen, known) = (at(&counter, "09.00"), at(&counter, "08.00"));
    answers(&mut counter.state, &mut cx, "oss", seen, Some(known));
    assert_eq!(outages(&counter)[0].minutes(0), 60);
    counter.act(Action::Outages);
    // Only its beginning is set right: of the end nobody knows more than before.
    counter.act(Action::Enter);
    counter.act(Action::Next);
    for _ in 0..2 {
        counter.act(Action::Edit(Edit::DeleteWord));
    }
    counter.typed("6.30");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    let one = &outages(&counter)[0];
    assert_eq!((one.minutes(0), one.known_ms), (90, Some(known)));
    counter.act(Action::Enter);
    counter.act(Action::Next);
    counter.act(Action::Next);
    for _ in 0..2 {
        counter.act(Action::Edit(Edit::DeleteWord));
    }
    counter.typed("8.30");
    counter.act(Action::Enter);
    let one = &outages(&counter)[0];
    assert_eq!((one.minutes(0), one.known_ms), (120, None));
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

#[test]
fn an_outage_that_ends_in_the_minute_in_which_it_began_is_written_down() {
    let mut counter = Counter::new();
    counter.env.now_ms += 60_000 - counter.env.now_ms % 60_000 + 40_000;
    let began = counter.env.now_ms;
    light(&mut counter, false, began);
    counter.env.now_ms += 15_000;
    counter.act(Action::Outage);
    counter.typed("1");
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert!(counter.state.overlays.is_empty(), "{:?}", counter.state.line);
    let until = outages(&counter)[0].until_ms.expect("it ended");
    assert!((began..=counter.env.now_ms).contains(&until), "{until} after {began}");
}
