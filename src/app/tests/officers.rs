//! Officers of a counter: added, removed, taking over at the lock, opening it with a PIN.

use super::*;
use crate::ident::Level;
use crate::office::{Entry, Record};
use screens::officers::{Colleague, Officers};

fn colleague(id: u8, name: &str, is_me: bool) -> Colleague {
    Colleague { id: [id; 16], name: name.into(), is_me }
}

fn both() -> Msg {
    Msg::OfficersListed(vec![colleague(2, "Lina", false), colleague(1, "Rina", true)])
}

/// What the store is asked to do about officers.
fn asked(effects: &[Effect]) -> Vec<Staff> {
    let staff = |effect: &Effect| match effect {
        Effect::Staff(staff) => Some(staff.as_ref().clone()),
        _ => None,
    };
    effects.iter().filter_map(staff).collect()
}

impl Counter {
    /// At the list of officers.
    fn at_officers() -> Self {
        let mut counter = Self::new();
        assert_eq!(asked(&counter.act(Action::Officers)), [Staff::List]);
        counter.msg(Msg::OfficersListed(vec![colleague(1, "Rina", true)]));
        counter.effects.clear();
        counter
    }

    fn officers(&self) -> &Officers {
        match &self.state.screen {
            Screen::Officers(screen) => screen,
            other => panic!("not at the officers but {other:?}"),
        }
    }

    /// What keeps the form from going on, and in which line.
    fn problem(&self) -> Option<(usize, String)> {
        let form = self.officers().form.as_ref()?;
        Some((form.at, form.problem.as_ref()?.key.to_string()))
    }

    fn type_lines(&mut self, lines: &[&str]) -> Vec<Effect> {
        let mut last = Vec::new();
        for line in lines {
            self.typed(line);
            last = self.act(Action::Enter);
        }
        last
    }

    fn records(&self) -> Vec<Record> {
        let of = |effect: &Effect| match effect {
            Effect::Record { records, .. } => records.clone(),
            _ => Vec::new(),
        };
        self.effects.iter().flat_map(of).collect()
    }

    fn line(&self) -> &str {
        self.state.line.as_ref().map_or("", |line| &line.key)
    }

    /// Locks, and somebody opens it with a passphrase.
    fn relock(&mut self, by: &str) {
        self.act(Action::Lock);
        self.typed("kata sandi panjang");
        self.act(Action::Enter);
        self.msg(Msg::PassphraseChecked(Some(by.into())));
        assert!(self.state.lock.is_none());
    }
}

#[test]
fn a_new_officer_is_named_by_one_and_types_the_passphrase_themselves() {
    let mut counter = Counter::at_officers();
    counter.act(Action::AddOfficer);
    assert_eq!(counter.state.mode(), Mode::Officer);
    assert_eq!(counter.act(Action::Enter), []);
    assert_eq!(counter.problem(), Some((0, "setup-empty".into())));
    counter.typed(" rina ");
    counter.act(Action::Next);
    assert_eq!(
        counter.problem(),
        Some((0, "store-officer-named".into())),
        "before the keyboard is handed over"
    );
    counter.act(Action::Edit(Edit::DeleteWord));
    counter.act(Action::Edit(Edit::DeleteWord));
    counter.type_lines(&["Lina ", "pendek", "pendek"]);
    assert_eq!(counter.problem(), Some((1, "setup-short".into())));
    counter.type_lines(&[" sekali ya", "yang lain"]);
    assert_eq!(counter.problem(), Some((2, "setup-differs".into())));
    for _ in 0..6 {
        counter.act(Action::Edit(Edit::DeleteWord));
    }
    let effects = counter.type_lines(&["pendek sekali ya"]);
    let (name, passphrase) = ("Lina".into(), "pendek sekali ya".into());
    assert_eq!(asked(&effects), [Staff::Add { name, passphrase }]);
    assert!(!format!("{effects:?} {:?}", counter.state).contains("pendek"));
    assert!(!counter.effects.iter().any(Effect::writes), "not said before it is done");
    counter.typed("x");
    counter.act(Action::Back);
    assert!(counter.officers().form.as_ref().is_some_and(|form| form.busy), "it is on its way");
    counter.msg(both());
    assert!(counter.officers().form.is_none());
    assert_eq!((counter.line(), counter.officers().marked), ("officer-added", 0));
    let [record] = counter.records().try_into().expect("one record");
    assert_eq!(
        (record.by.as_str(), record.entry),
        ("Rina", Entry::OfficerAdded { name: "Lina".into() })
    );
}

#[test]
fn what_the_store_refuses_is_told_in_the_line_it_is_about_and_passphrases_are_typed_anew() {
    let mut counter = Counter::at_officers();
    counter.act(Action::AddOfficer);
    counter.type_lines(&["Lina", "pendek sekali ya", "pendek sekali ya"]);
    counter.msg(Msg::OfficerRefused(Notice::new(Level::Salah, "store-passphrase-taken")));
    assert_eq!(counter.problem(), Some((1, "store-passphrase-taken".into())));
    let form = counter.officers().form.as_ref().expect("still there");
    let texts: Vec<&str> = form.lines.iter().map(Editor::text).collect();
    assert_eq!((texts, form.busy), (vec!["Lina", "", ""], false));
    assert_eq!(counter.records(), []);
    counter.act(Action::Back);
    counter.act(Action::Passphrase);
    counter.type_lines(&["yang lama", "yang baru sekali", "yang baru sekali"]);
    counter.msg(Msg::OfficerRefused(Notice::new(Level::Salah, "store-wrong-passphrase")));
    assert_eq!(counter.problem(), Some((0, "officer-old-wrong".into())));
    let lines = ["yang lama", "yang baru sekali", "yang baru sekali"];
    let effects = counter.type_lines(&lines);
    let (old, new) = (lines[0].into(), lines[1].into());
    assert_eq!(asked(&effects), [Staff::Change { old, new }]);
    counter.msg(both());
    assert_eq!(counter.line(), "officer-changed");
    assert_eq!(counter.records()[0].entry, Entry::PassphraseChanged {});
}

#[test]
fn an_officer_is_removed_after_a_question_and_never_oneself() {
    let mut counter = Counter::at_officers();
    counter.msg(both());
    counter.act(Action::Down);
    counter.act(Action::RemoveOfficer);
    assert!(matches!(&counter.state.overlays[..], [Overlay::Notice(notice)]
        if notice.key == "store-officer-kept"));
    counter.act(Action::Enter);
    counter.act(Action::Up);
    counter.act(Action::RemoveOfficer);
    assert_eq!(counter.act(Action::No), []);
    counter.act(Action::RemoveOfficer);
    assert_eq!(asked(&counter.act(Action::Yes)), [Staff::Remove([2; 16])]);
    counter.msg(Msg::OfficersListed(vec![colleague(1, "Rina", true)]));
    let [record] = counter.records().try_into().expect("one record");
    assert_eq!(record.entry, Entry::OfficerRemoved { name: "Lina".into() });
    assert_eq!(counter.line(), "officer-removed");
    // What is told is on the disk soon, like everything that is written.
    assert!(!counter.state.save.is_safe());
}

#[test]
fn a_reading_copy_lists_officers_and_changes_none() {
    let mut counter = Counter::at_officers();
    counter.msg(both());
    counter.state.office.as_mut().expect("unlocked").read_only = true;
    for action in [Action::AddOfficer, Action::RemoveOfficer, Action::Passphrase] {
        assert_eq!(counter.act(action), []);
        assert_eq!(counter.line(), "app-read-only");
        assert!(counter.officers().form.is_none() && counter.state.overlays.is_empty());
    }
}

#[test]
fn another_officer_takes_over_at_the_lock_in_the_middle_of_a_word() {
    let mut counter = Counter::serving();
    counter.go("nama");
    counter.typed("Siti Am");
    counter.act(Action::Edit(Edit::WordLeft));
    counter.effects.clear();
    counter.relock("Lina");
    assert_eq!(counter.line(), "lock-taken-over");
    let Screen::Fill(fill) = &counter.state.screen else { panic!("{:?}", counter.state.screen) };
    assert_eq!((fill.editor.text(), fill.editor.cursor()), ("Siti Am", "Siti ".len()));
    let by = |counter: &Counter| -> Vec<(String, String)> {
        let of = |effect: &Effect| match effect {
            Effect::Append { events, .. } => events.clone(),
            _ => Vec::new(),
        };
        let events = counter.effects.iter().flat_map(of);
        let answered = |event: Event| match event.body {
            Body::Answered { raw, .. } => Some((event.by, raw)),
            _ => None,
        };
        events.filter_map(answered).collect()
    };
    assert_eq!(by(&counter), [("Rina".into(), "Siti Am".into())], "what Rina typed is Rina's");
    counter.act(Action::Edit(Edit::End));
    counter.typed("inah");
    counter.act(Action::Next);
    assert_eq!(by(&counter)[1..], [("Lina".into(), "Siti Aminah".into())]);
    counter.effects.clear();
    counter.relock("Lina");
    assert_eq!(counter.line(), "", "she only comes back");
    assert!(!counter.effects.iter().any(Effect::writes));
}

#[test]
fn nothing_half_typed_about_an_officer_waits_behind_the_lock() {
    let mut counter = Counter::at_officers();
    counter.act(Action::AddOfficer);
    counter.type_lines(&["Lina", "pendek sekali ya"]);
    counter.relock("Rina");
    let form = counter.officers().form.as_ref().expect("her own form");
    let texts: Vec<&str> = form.lines.iter().map(Editor::text).collect();
    assert_eq!((texts, form.at), (vec!["Lina", "", ""], 0));
    counter.effects.clear();
    counter.relock("Dewi");
    assert!(counter.officers().form.is_none(), "it was another's affair");
    assert_eq!(asked(&counter.effects), [Staff::List], "who is who has changed");
    counter.msg(both());
    counter.act(Action::RemoveOfficer);
    assert!(!counter.state.overlays.is_empty());
    counter.relock("Rina");
    assert!(counter.state.overlays.is_empty());
}

#[test]
fn a_pin_opens_the_lock_of_the_officer_who_set_it_until_three_wrong_tries() {
    let mut counter = Counter::at_officers();
    counter.act(Action::Pin);
    counter.type_lines(&["1234", "1234"]);
    assert_eq!(counter.problem(), Some((0, "officer-pin-easy".into())));
    counter.type_lines(&["1403", "1404"]);
    assert_eq!(counter.problem(), Some((1, "officer-pin-differs".into())));
    counter.type_lines(&["1403"]);
    assert_eq!(counter.line(), "officer-pin-set");
    assert_eq!(counter.effects, [], "it reaches nobody and no disk");
    let type_pin = |counter: &mut Counter, pin: &str| {
        counter.typed(pin);
        let effects = counter.act(Action::Enter);
        let key = counter.state.lock.as_ref().map(|lock| lock.problem.clone());
        (effects, key.map(|key| key.map_or_else(String::new, |notice| notice.key.to_string())))
    };
    counter.act(Action::Lock);
    assert_eq!(type_pin(&mut counter, "1404"), (vec![], Some("lock-pin-wrong".into())));
    assert_eq!(type_pin(&mut counter, "1403"), (vec![], None), "open");
    counter.act(Action::Lock);
    for _ in 0..2 {
        assert_eq!(type_pin(&mut counter, "9031").1.as_deref(), Some("lock-pin-wrong"));
    }
    assert_eq!(type_pin(&mut counter, "9031").1.as_deref(), Some("lock-pin-over"));
    let (effects, _) = type_pin(&mut counter, "1403");
    assert_eq!(effects, [Effect::CheckPassphrase("1403".into())], "only a passphrase opens now");
    counter.msg(Msg::PassphraseChecked(None));
    assert!(counter.state.lock.is_some());
    counter.typed("kata sandi panjang");
    counter.act(Action::Enter);
    counter.msg(Msg::PassphraseChecked(Some("Lina".into())));
    // At Lina's lock Rina's PIN is nothing; Rina's passphrase brings it back.
    counter.act(Action::Lock);
    assert_eq!(type_pin(&mut counter, "1403").0, [Effect::CheckPassphrase("1403".into())]);
    counter.msg(Msg::PassphraseChecked(None));
    counter.typed("kata sandi panjang");
    counter.act(Action::Enter);
    counter.msg(Msg::PassphraseChecked(Some("Rina".into())));
    counter.act(Action::Lock);
    assert_eq!(type_pin(&mut counter, "1403"), (vec![], None));
    counter.act(Action::Pin);
    counter.act(Action::Enter);
    counter.act(Action::Enter);
    assert_eq!(counter.line(), "officer-pin-gone");
    counter.act(Action::Lock);
    assert!(matches!(type_pin(&mut counter, "1403").0[..], [Effect::CheckPassphrase(_)]));
    assert!(!format!("{:?}", counter.state).contains("1403"));
}

#[test]
fn a_letter_on_the_screen_is_signed_by_who_takes_over() {
    let mut counter = Counter::asking_for_a_letter();
    for ticket in 1..50 {
        counter.msg(Msg::Synced { ticket });
    }
    let signed = |counter: &Counter| match &counter.state.screen {
        Screen::Paper(paper) => match &*paper.sheet(&counter.state, &counter.env) {
            crate::app::paper::Sheet::Letter(letter) => letter.officer.0.clone(),
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    assert_eq!(signed(&counter), "Rina");
    counter.relock("Lina");
    assert_eq!(signed(&counter), "Lina");
}
