//! Keys as one writes them in a test: `1472<tab>siti<c-z>`.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Reads the notation.
#[track_caller]
pub(super) fn parse(notation: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = notation;
    while let Some(letter) = rest.chars().next() {
        if letter == '<' {
            let end = rest.find('>').unwrap_or_else(|| panic!("`{rest}` has no `>`"));
            keys.push(named(&rest[1..end]));
            rest = &rest[end + 1..];
        } else {
            keys.push(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
            rest = &rest[letter.len_utf8()..];
        }
    }
    keys
}

#[track_caller]
fn named(name: &str) -> KeyEvent {
    let (held, name) = match name.split_once('-') {
        Some(("c", rest)) => (KeyModifiers::CONTROL, rest),
        Some(("a", rest)) => (KeyModifiers::ALT, rest),
        Some(("s", rest)) => (KeyModifiers::SHIFT, rest),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "ret" => KeyCode::Enter,
        "tab" if held == KeyModifiers::SHIFT => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "esc" => KeyCode::Esc,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        other => {
            let number = other.strip_prefix('f').and_then(|number| number.parse().ok());
            let mut letters = other.chars();
            let letter = letters.next().filter(|_| letters.as_str().is_empty());
            number
                .map(KeyCode::F)
                .or(letter.map(KeyCode::Char))
                .unwrap_or_else(|| panic!("`{name}` is no key"))
        }
    };
    KeyEvent::new(code, held)
}

#[test]
fn the_notation_names_keys_as_a_terminal_sends_them() {
    let keys = parse("a<c-z><s-tab><f10><lt>");
    let codes: Vec<_> = keys.iter().map(|key| (key.code, key.modifiers)).collect();
    assert_eq!(
        codes,
        [
            (KeyCode::Char('a'), KeyModifiers::NONE),
            (KeyCode::Char('z'), KeyModifiers::CONTROL),
            (KeyCode::BackTab, KeyModifiers::SHIFT),
            (KeyCode::F(10), KeyModifiers::NONE),
            (KeyCode::Char('<'), KeyModifiers::NONE),
        ]
    );
}
