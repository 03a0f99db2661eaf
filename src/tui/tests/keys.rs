//! The keymap: nothing bound twice, nowhere without help and a way back, and whose files may say what.

use super::*;
use crate::app::{Action, Edit, Mode};
use ratatui::crossterm::event::KeyEventKind;

#[test]
fn our_own_file_has_no_problems() {
    let (_, problems) = Keymap::with_override("");
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn every_mode_has_help_and_a_way_back() {
    let keymap = Keymap::built_in();
    for mode in Mode::ALL {
        for action in [Action::Help, Action::Back, Action::Enter, Action::Quit, Action::Language] {
            assert!(keymap.key_of(mode, action).is_some(), "{action:?} in {mode:?}");
        }
        assert!(keymap.bar(mode).contains(&Action::Help), "{mode:?}");
        for action in keymap.bar(mode) {
            assert!(keymap.key_of(mode, *action).is_some(), "{action:?} of the bar in {mode:?}");
        }
    }
}

#[test]
fn every_action_has_a_key_somewhere_and_is_known() {
    let keymap = Keymap::built_in();
    for (action, name) in Action::TABLE {
        assert_eq!(Action::from_name(name), Some(*action));
        let bound = Mode::ALL.iter().any(|mode| keymap.key_of(*mode, *action).is_some());
        assert!(bound, "{name} has no key");
    }
}

#[test]
fn every_key_is_bound_once_in_each_table() {
    // TOML refuses the same spelling twice; two spellings of one key are found here.
    let source: toml::Table = toml::from_str(include_str!("../keys.toml")).expect("TOML");
    for (table, value) in &source {
        let Some(bind) = value.get("bind").and_then(toml::Value::as_table) else { continue };
        let mut seen: Vec<Chord> = Vec::new();
        for key in bind.keys() {
            let chord = Chord::parse(key).unwrap_or_else(|| panic!("`{key}` is a key"));
            assert!(!seen.contains(&chord), "{key} twice in [{table}]");
            seen.push(chord);
        }
    }
}

#[test]
fn letters_are_text_wherever_text_is_typed() {
    let keymap = Keymap::built_in();
    for mode in Mode::ALL.into_iter().filter(|mode| mode.types()) {
        for letter in (' '..='~').chain("éß株".chars()) {
            let chord = Chord::of(&KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
            assert_eq!(keymap.action(mode, chord), None, "{letter} in {mode:?}");
        }
    }
    for letter in ('0'..='9').chain('a'..='z') {
        let chord = Chord::of(&KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
        assert_eq!(keymap.action(Mode::Pick, chord), None, "{letter} chooses");
    }
}

#[test]
fn a_users_file_goes_over_ours_and_its_slips_are_named() {
    let (keymap, problems) = Keymap::with_override(
        "[field.bind]\n\"f5\" = \"sheet\"\n\"f2\" = \"none\"\n\"x\" = \"undo\"\n\"f4\" = \"raeson\"\n\
         [feild]\nbar = []\n[tasks]\nbar = [\"home\"]\nbimd = {}\n[pick.bind]\n\"entr\" = \"enter\"\n\"7\" = \"next\"\n",
    );
    let chord = |text: &str| Chord::parse(text).expect("a key");
    assert_eq!(keymap.action(Mode::Field, chord("f5")), Some(Action::Sheet));
    assert_eq!(keymap.action(Mode::Field, chord("f2")), None);
    assert_eq!(keymap.key_of(Mode::Field, Action::Sheet), Some(chord("f5")));
    assert_eq!(keymap.action(Mode::Field, chord("f4")), Some(Action::Reason), "ours stays");
    assert_eq!(keymap.action(Mode::Pick, chord("f2")), Some(Action::Sheet), "elsewhere ours stays");
    assert_eq!(keymap.bar(Mode::Tasks), [Action::Home]);
    assert_eq!(
        problems,
        [
            "keys.toml:4: `x` is text in `field` and cannot be a command",
            "keys.toml:5: unknown action `raeson`; did you mean `reason`?",
            "keys.toml:6: unknown table `feild`; did you mean `field`?",
            "keys.toml:10: unknown setting `bimd`; did you mean `bind`?",
            "keys.toml:12: `entr` is not a key",
            "keys.toml:13: `7` is text in `pick` and cannot be a command",
        ]
    );
}

#[test]
fn a_file_that_is_no_toml_leaves_ours() {
    let (keymap, problems) = Keymap::with_override("[field\n");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].starts_with("keys.toml:1: "), "{problems:?}");
    assert!(keymap.key_of(Mode::Field, Action::Enter).is_some());
}

#[test]
fn a_released_key_does_nothing_and_alt_gr_types() {
    let desk = Desk::serving("hanya-nama");
    let mut key = KeyEvent::new(KeyCode::Char('p'), KeyModifiers::NONE);
    key.kind = KeyEventKind::Release;
    assert!(desk.look.keymap.message(&desk.state, key).is_none());
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    let message = desk.look.keymap.message(&desk.state, KeyEvent::new(KeyCode::Char('@'), alt_gr));
    assert!(matches!(message, Some(Msg::Text(text)) if text.0 == "@"));
    let alone = KeyEvent::new(KeyCode::Char('v'), KeyModifiers::CONTROL);
    assert!(desk.look.keymap.message(&desk.state, alone).is_none());
}

#[test]
fn a_paste_is_one_text_where_text_is_typed_and_nothing_elsewhere() {
    let mut desk = Desk::serving("hanya-nama");
    let paste = TerminalEvent::Paste("satu\ndua".into());
    assert!(desk.look.keymap.event(&desk.state, paste.clone()).is_none());
    desk.open("nama");
    assert!(matches!(
        desk.look.keymap.event(&desk.state, paste),
        Some(Msg::Text(text)) if text.0 == "satu\ndua"
    ));
}

#[test]
fn the_keys_of_a_shell_edit_a_line() {
    let keymap = Keymap::built_in();
    for (key, edit) in [
        ("ctrl-a", Edit::Home),
        ("ctrl-e", Edit::End),
        ("ctrl-w", Edit::DeleteWord),
        ("ctrl-h", Edit::Backspace),
    ] {
        let chord = Chord::parse(key).expect("a key");
        assert_eq!(keymap.action(Mode::Prompt, chord), Some(Action::Edit(edit)), "{key}");
    }
}
