//! The program driven key by key: exact effects, no terminal, no disk.

mod handover;
mod handover_always;
mod lamp;
mod letter;
mod lookup;
mod moved;
mod officers;
mod outage;
mod outage_month;
mod printing;
mod trouble;
mod waiting;

use super::*;
use crate::case::{Body, CaseId, Event, Lifecycle, Summary};
use crate::data::Reference;
use crate::form::{Form, Kind, Library, Path};
use crate::office;
use jiff::civil::date;
use screens::unlock::Unlock;
use std::sync::Arc;

/// A program at work on the built-in pack, on the morning of 23 November 2026.
struct Counter {
    state: State,
    env: Env,
    form: Arc<Form>,
    /// Every effect since the last look.
    effects: Vec<Effect>,
}

impl Counter {
    fn new() -> Self {
        Self::begun(Vec::new(), Vec::new())
    }

    /// One whose store holds this.
    fn begun(summaries: Vec<(CaseId, Summary)>, records: Vec<office::Record>) -> Self {
        let loaded = Library::built_in().load("nib-perorangan", date(2026, 11, 23));
        let pack = loaded.expect("built in").usable().expect("no problems");
        let form = Form::open(Arc::new(pack), Reference::built_in()).expect("it compiles");
        let screen = Screen::Unlock(Unlock::default());
        let state = State::new(screen, crate::text::Lang::Id, (80, 24), [7; 32]);
        let env = Env { now_ms: 1_795_400_000_000, offset_s: 25_200 };
        let mut counter = Self { state, env, form: Arc::new(form), effects: Vec::new() };
        counter.msg(Msg::Unlocked(Box::new(Unlocked {
            officer: "Rina".into(),
            office: "DPMPTSP Kota Contoh".into(),
            counter: "Loket 2".into(),
            hours: crate::ident::calendar::OfficeHours::default(),
            read_only: false,
            recovery_key: None,
            summaries,
            place: None,
            packs: vec![PackTitle {
                id: "nib-perorangan".into(),
                title: crate::text::Text::same("NIB"),
                summary: crate::text::Text::default(),
                example: true,
                group: String::new(),
                words: Vec::new(),
            }],
            services: crate::form::Services::default(),
            records,
            typing: Vec::new(),
            notices: Vec::new(),
        })));
        counter.effects.clear();
        counter
    }

    /// One with a new case open at its first question.
    fn serving() -> Self {
        let mut counter = Self::new();
        assert_eq!(counter.act(Action::NewCase), [Effect::LoadForm("nib-perorangan".into())]);
        let form = Arc::clone(&counter.form);
        counter.msg(Msg::FormLoaded(form));
        counter.effects.clear();
        counter
    }

    /// One whose case has just asked for a letter about the outage that was written down; the disk has yet
    /// to confirm its number.
    fn asking_for_a_letter() -> Self {
        let mut counter = Self::serving();
        counter.act(Action::Outage);
        for _ in 0..3 {
            counter.act(Action::Enter);
        }
        counter.act(Action::Tasks);
        counter.act(Action::Letter);
        counter.msg(Msg::TemplateLoaded(Arc::new(office::Template::built_in())));
        counter
    }

    fn msg(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = update(&mut self.state, &self.env, msg);
        self.effects.extend(effects.iter().cloned());
        effects
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        self.msg(Msg::Action(action))
    }

    fn typed(&mut self, text: &str) -> Vec<Effect> {
        self.msg(Msg::Text(Private(text.into())))
    }

    fn later(&mut self, ms: i64) -> Vec<Effect> {
        self.env.now_ms += ms;
        self.msg(Msg::Tick)
    }

    fn open(&self) -> &Open {
        self.state.open.as_ref().expect("a case is open")
    }

    fn path(&self) -> Path {
        match &self.state.screen {
            Screen::Fill(fill) => fill.path.clone(),
            other => panic!("no question is open but {other:?}"),
        }
    }

    /// Opens the question at `path` from wherever we are.
    fn go(&mut self, path: &str) {
        let mut cx = Cx { env: &self.env, out: Vec::new() };
        fill::commit(&mut self.state, &mut cx);
        fill::enter(&mut self.state, &Path::new(path), false);
        assert_eq!(self.path().as_str(), path, "the question applies");
        self.effects.extend(cx.out);
        self.msg(Msg::Resized(80, 24));
    }

    fn raw(&self, path: &str) -> &str {
        self.open().case.answers.raw(&Path::new(path))
    }

    /// The events of all appends since the last look.
    fn events(&self) -> Vec<Body> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Append { events, .. } => {
                    Some(events.iter().map(|event| event.body.clone()))
                }
                _ => None,
            })
            .flatten()
            .collect()
    }
}

fn journal(case: CaseId, path: &str, text: &str, at_ms: i64) -> Effect {
    let typing = Typing { text: text.into(), cursor: text.len(), at_ms };
    Effect::Journal { case, field: format!("answer:{path}"), typing }
}

#[test]
fn a_new_case_opens_with_its_code_its_first_business_and_its_first_question() {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    let events = counter.events();
    assert!(
        matches!(&events[0], Body::Opened { pack, version, code }
            if pack == "nib-perorangan" && *version == counter.form.pack.version && crate::case::VisitCode::parse(code).is_some()),
        "{events:?}"
    );
    assert!(
        events.contains(&Body::InstanceAdded { repeat: "usaha".into(), instance: 1, auto: true }),
        "{events:?}"
    );
    let first = counter.form.pack.questions[0].name.clone();
    assert_eq!(counter.path().as_str(), first);
}

#[test]
fn every_key_is_in_the_journal_before_the_frame() {
    let mut counter = Counter::serving();
    counter.go("nama");
    let (case, now) = (counter.open().case.id, counter.env.now_ms);
    assert_eq!(counter.typed("S"), [journal(case, "nama", "S", now)]);
    assert_eq!(counter.typed("i"), [journal(case, "nama", "Si", now)]);
    assert_eq!(counter.act(Action::Edit(Edit::Backspace)), [journal(case, "nama", "S", now)]);
    assert_eq!(counter.raw("nama"), "", "typed is not yet answered");
    assert_eq!(counter.open().live.raw(&Path::new("nama")), "S", "but it is checked as it grows");
}

#[test]
fn leaving_a_question_turns_the_journal_into_an_answer_in_one_effect() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti Aminah");
    counter.effects.clear();
    counter.act(Action::Next);
    let appends: Vec<_> = counter
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Append { events, fields, .. } => Some((events, fields)),
            _ => None,
        })
        .collect();
    let [(events, fields)] = appends.as_slice() else { panic!("{:?}", counter.effects) };
    assert_eq!(fields.as_slice(), ["answer:nama"]);
    assert!(
        matches!(&events[0].body, Body::Answered { path, raw, .. } if path == "nama" && raw == "Siti Aminah")
    );
    assert_eq!(counter.raw("nama"), "Siti Aminah");
}

#[test]
fn typing_back_to_the_old_text_is_no_event_but_clears_the_journal() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("x");
    counter.act(Action::Edit(Edit::Backspace));
    counter.effects.clear();
    counter.act(Action::Next);
    assert!(
        counter.effects.iter().any(|effect| matches!(effect,
            Effect::Append { events, fields, .. } if events.is_empty() && fields == &["answer:nama"])),
        "{:?}",
        counter.effects
    );
}

#[test]
fn the_disk_is_asked_within_250_ms_and_the_light_waits_for_its_answer() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("S");
    assert_eq!(counter.state.save.light(counter.env.now_ms), Light::Typing);
    assert_eq!(counter.state.deadline(&counter.env), counter.env.now_ms, "first the form");
    assert_eq!(counter.later(0), []);
    let due = counter.state.deadline(&counter.env) - counter.env.now_ms;
    assert!((1..=250).contains(&due), "{due}");
    let effects = counter.later(due);
    let [Effect::Barrier { ticket }] = effects.as_slice() else { panic!("{effects:?}") };
    let ticket = *ticket;
    assert_eq!(counter.state.deadline(&counter.env), counter.env.now_ms + 40);
    counter.later(40);
    assert_eq!(counter.state.save.light(counter.env.now_ms), Light::Saving);
    counter.env.now_ms += 15;
    counter.msg(Msg::Synced { ticket });
    assert_eq!(counter.state.save.light(counter.env.now_ms), Light::Saved(counter.env.now_ms));
}

#[test]
fn undo_and_redo_go_through_the_log() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti");
    counter.act(Action::Next);
    counter.go("nama");
    counter.typed(" Aminah");
    counter.act(Action::Undo);
    assert_eq!(counter.raw("nama"), "Siti", "what was being typed is one change");
    assert_eq!(counter.path().as_str(), "nama", "the officer sees what changed");
    counter.act(Action::Undo);
    assert_eq!(counter.raw("nama"), "");
    counter.act(Action::Redo);
    counter.act(Action::Redo);
    assert_eq!(counter.raw("nama"), "Siti Aminah");
    let undone = counter.events();
    assert_eq!(undone.iter().filter(|body| matches!(body, Body::Undone { .. })).count(), 2);
    assert_eq!(undone.iter().filter(|body| matches!(body, Body::Redone { .. })).count(), 2);
}

#[test]
fn undo_never_goes_past_the_start_and_says_so() {
    let mut counter = Counter::serving();
    for _ in 0..200 {
        counter.act(Action::Undo);
    }
    assert_eq!(counter.state.line, Some(Notice::info("app-nothing-to-undo")));
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Draft);
}

#[test]
fn a_refused_write_is_kept_in_order_and_tried_again() {
    let mut counter = Counter::serving();
    counter.go("nama");
    let first = counter.typed("S").pop().expect("a journal effect");
    let notice = Notice::new(Level::Salah, "store-disk-full");
    counter.msg(Msg::Refused { effect: Box::new(first), notice });
    assert_eq!(counter.state.save.light(counter.env.now_ms), Light::Failing);
    assert!(matches!(counter.state.overlays.last(), Some(Overlay::Notice(_))));
    counter.act(Action::Back);
    // While it is stuck nothing overtakes it, and what is typed stays on the screen.
    assert_eq!(counter.typed("i").iter().filter(|effect| effect.writes()).count(), 0);
    let now = counter.env.now_ms;
    let retried = counter.later(2_100);
    let case = counter.open().case.id;
    assert_eq!(
        retried.iter().filter(|effect| effect.writes()).collect::<Vec<_>>(),
        [&journal(case, "nama", "Si", now)],
        "of one field the newest counts"
    );
    let Some(Effect::Barrier { ticket }) = retried.last() else { panic!("{retried:?}") };
    assert_eq!(
        counter.state.save.light(counter.env.now_ms),
        Light::Failing,
        "until the disk has said so"
    );
    counter.env.now_ms += 100;
    counter.msg(Msg::Synced { ticket: *ticket });
    assert_eq!(counter.state.save.light(counter.env.now_ms), Light::Saved(counter.env.now_ms));
}

#[test]
fn quitting_waits_for_the_disk() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti");
    let effects = counter.act(Action::Quit);
    assert!(!effects.contains(&Effect::Quit), "{effects:?}");
    assert_eq!(counter.raw("nama"), "Siti");
    let Some(Effect::Barrier { ticket }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(counter.msg(Msg::Synced { ticket: *ticket }), [Effect::Quit]);
    assert!(counter.state.current_place().clean);
}

#[test]
fn a_closed_terminal_leaves_the_letter_in_the_journal() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Si");
    let effects = counter.msg(Msg::Terminate);
    assert_eq!(counter.events(), [], "nothing is committed behind the officer's back");
    let Some(Effect::Barrier { ticket }) = effects.last() else { panic!("{effects:?}") };
    assert_eq!(counter.msg(Msg::Synced { ticket: *ticket }), [Effect::Quit]);
    assert!(!counter.state.current_place().clean);
}

/// What the store would give back after a kill: the events and journals of all effects.
fn after_a_kill(counter: &Counter, all: &[Effect]) -> Counter {
    let mut events: Vec<Event> = Vec::new();
    let mut journals: Vec<(String, Typing)> = Vec::new();
    let mut place = None;
    for effect in all {
        match effect {
            Effect::Append { events: more, fields, .. } => {
                events.extend(more.iter().cloned());
                journals.retain(|(key, _)| !fields.contains(key));
            }
            Effect::Journal { field, typing, .. } => {
                journals.retain(|(key, _)| key != field);
                journals.push((field.clone(), typing.clone()));
            }
            Effect::Place(at) => place = Some(at.clone()),
            _ => {}
        }
    }
    let mut next = Counter::new();
    let place = place.expect("the place was kept");
    let id = place.case.expect("a case was open");
    let office = next.state.office.as_ref().expect("unlocked");
    let unlocked = Unlocked {
        officer: office.officer.clone(),
        office: office.name.clone(),
        counter: office.counter.clone(),
        hours: crate::ident::calendar::OfficeHours::default(),
        read_only: false,
        recovery_key: None,
        summaries: vec![(id, counter.open().summary())],
        place: Some(place),
        packs: office.packs.clone(),
        services: office.services.clone(),
        records: Vec::new(),
        typing: Vec::new(),
        notices: Vec::new(),
    };
    assert_eq!(next.msg(Msg::Unlocked(Box::new(unlocked))), [Effect::LoadCase(id)]);
    let form = Arc::clone(&next.form);
    let loaded = LoadedCase { id, events, journals, damaged: 0, form };
    next.msg(Msg::CaseLoaded(Box::new(loaded)));
    next
}

#[test]
fn a_killed_program_goes_on_at_the_same_letter() {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    counter.typed("1472 06");
    counter.act(Action::Next);
    counter.typed("Siti Am");
    counter.act(Action::Edit(Edit::WordLeft));
    counter.act(Action::Edit(Edit::Left));
    // The arrow alone is a key like any other: the cursor is kept too.
    let next = after_a_kill(&counter, &counter.effects.clone());
    assert_eq!(next.path(), counter.path());
    let (Screen::Fill(old), Screen::Fill(new)) = (&counter.state.screen, &next.state.screen) else {
        panic!("both ask a question")
    };
    assert_eq!(new.editor, old.editor);
    assert_eq!(next.open().case.answers, counter.open().case.answers);
    assert_eq!(next.open().live, counter.open().live);
    let (hour, minute, second) = next.env.clock_of(counter.env.now_ms);
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    assert_eq!(next.state.line, Some(Notice::info("app-recovered").with("time", time)));
}

#[test]
fn a_killed_window_comes_back_with_its_text() {
    let mut counter = Counter::new();
    counter.act(Action::NewCase);
    let form = Arc::clone(&counter.form);
    counter.msg(Msg::FormLoaded(form));
    counter.go("nama");
    let prompt =
        Overlay::Prompt { field: Field::Note(Path::new("nama")), editor: Editor::default() };
    counter.state.overlays.push(prompt);
    counter.typed("menunggu KTP");
    let next = after_a_kill(&counter, &counter.effects.clone());
    assert!(
        matches!(next.state.overlays.last(), Some(Overlay::Prompt { field: Field::Note(_), editor })
            if editor.text() == "menunggu KTP"),
        "{:?}",
        next.state.overlays
    );
}

#[test]
fn the_lock_changes_no_draft() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Si");
    counter.effects.clear();
    counter.act(Action::Lock);
    assert_eq!(counter.state.mode(), Mode::Unlock);
    counter.typed("rahasia kami");
    assert_eq!(
        counter.act(Action::Enter),
        [Effect::CheckPassphrase(Private("rahasia kami".into()))]
    );
    counter.msg(Msg::PassphraseChecked(None));
    assert!(counter.state.lock.as_ref().is_some_and(|lock| lock.problem.is_some()));
    counter.msg(Msg::PassphraseChecked(Some("Rina".into())));
    assert!(counter.state.lock.is_none());
    assert!(!counter.effects.iter().any(Effect::writes));
    assert_eq!(counter.open().live.raw(&Path::new("nama")), "Si");
}

#[test]
fn an_idle_screen_locks_itself() {
    let mut counter = Counter::serving();
    counter.typed("1");
    counter.later(IDLE_LOCK_MS - 1);
    assert!(counter.state.lock.is_none());
    counter.later(1);
    assert!(counter.state.lock.is_some());
}

#[test]
fn a_choice_is_an_answer_at_once_and_a_number_key_chooses() {
    let mut counter = Counter::serving();
    let (path, kind) = {
        let pack = &counter.form.pack;
        let row = counter
            .open()
            .derived
            .rows
            .iter()
            .find(|row| pack.question(row.question).kind == Kind::Choice)
            .expect("the pack has choices");
        (row.path.clone(), Kind::Choice)
    };
    counter.go(path.as_str());
    assert_eq!(counter.state.kind_at(&path), Some(kind));
    let options = fill::options(&counter.state, counter.open().derived.row(&path).expect("there"));
    counter.typed("2");
    assert_eq!(counter.raw(path.as_str()), options[1]);
    counter.typed("9999");
    assert_eq!(counter.raw(path.as_str()), options[1], "a number without a choice does nothing");
}

#[test]
fn finishing_refuses_while_something_is_open_and_says_how_much() {
    let mut counter = Counter::serving();
    counter.act(Action::Review);
    counter.act(Action::Finish);
    let line = counter.state.line.as_ref().expect("told");
    assert_eq!(line.key, "review-not-yet");
    assert!(counter.state.overlays.is_empty());
    counter.act(Action::Handover);
    assert_eq!(counter.open().case.lifecycle, Lifecycle::Draft);
    assert!(
        matches!(counter.state.screen, Screen::Review(_)),
        "the way to OSS leads over the check"
    );
}

#[test]
fn reading_only_writes_nothing_and_says_so() {
    let mut counter = Counter::serving();
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    counter.go("nama");
    counter.effects.clear();
    counter.typed("S");
    counter.act(Action::Next);
    counter.act(Action::Park);
    assert!(!counter.effects.iter().any(Effect::writes), "{:?}", counter.effects);
    assert_eq!(counter.raw("nama"), "");
}

#[test]
fn effects_and_messages_never_print_what_was_said() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti Rahasia");
    counter.act(Action::Next);
    let printed = format!("{:?} {:?}", counter.effects, counter.state);
    for said in ["Rahasia", "Rina"] {
        assert!(!printed.contains(said), "{said}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(48))]

    /// Whatever keys come, a kill at any point loses nothing that was typed.
    #[test]
    fn journal_and_events_always_give_the_same_case_back(
        keys in proptest::collection::vec((0..12usize, "[a-z0-9 ]{1,6}"), 1..40)
    ) {
        let mut counter = Counter::new();
        counter.act(Action::NewCase);
        let form = Arc::clone(&counter.form);
        counter.msg(Msg::FormLoaded(form));
        for (key, text) in keys {
            match key {
                0 => counter.act(Action::Next),
                1 => counter.act(Action::Previous),
                2 => counter.act(Action::Undo),
                3 => counter.act(Action::Redo),
                4 => counter.act(Action::Edit(Edit::Backspace)),
                5 => counter.act(Action::Edit(Edit::Home)),
                6 => counter.act(Action::Sheet),
                _ => counter.typed(&text),
            };
        }
        let next = after_a_kill(&counter, &counter.effects.clone());
        proptest::prop_assert_eq!(&next.open().live, &counter.open().live);
        proptest::prop_assert_eq!(&next.open().case.answers, &counter.open().case.answers);
        proptest::prop_assert_eq!(next.state.current_place(), counter.state.current_place());
    }
}
