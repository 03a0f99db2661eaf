//! One key with what is held down beside it: how keys are written in `keys.toml`, how they are shown,
//! and how the terminal's events become them.

use crate::text::Catalog;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers. Letters know no case: Caps Lock must not lock a clerk out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    code: KeyCode,
    held: KeyModifiers,
}

/// Keys with a name: as written in `keys.toml`, and as shown.
const NAMED: [(&str, KeyCode, &str); 14] = [
    ("enter", KeyCode::Enter, "Enter"),
    ("esc", KeyCode::Esc, "Esc"),
    ("tab", KeyCode::Tab, "Tab"),
    ("space", KeyCode::Char(' '), ""),
    ("backspace", KeyCode::Backspace, "Backspace"),
    ("delete", KeyCode::Delete, "Del"),
    ("insert", KeyCode::Insert, "Ins"),
    ("home", KeyCode::Home, "Home"),
    ("end", KeyCode::End, "End"),
    ("page-up", KeyCode::PageUp, "PgUp"),
    ("page-down", KeyCode::PageDown, "PgDn"),
    ("up", KeyCode::Up, "↑"),
    ("down", KeyCode::Down, "↓"),
    ("left", KeyCode::Left, "←"),
];

impl Chord {
    /// Reads a key as `keys.toml` writes it: `enter`, `ctrl-z`, `shift-tab`, `f1`, `?`.
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let mut rest = lower.as_str();
        let mut held = KeyModifiers::NONE;
        loop {
            let modifiers = [
                ("ctrl-", KeyModifiers::CONTROL),
                ("alt-", KeyModifiers::ALT),
                ("shift-", KeyModifiers::SHIFT),
            ];
            let found = modifiers
                .iter()
                .find_map(|(name, bit)| Some((rest.strip_prefix(name)?, *bit)))
                .filter(|(after, _)| !after.is_empty());
            let Some((after, bit)) = found else { break };
            rest = after;
            held |= bit;
        }
        let code = if let Some((_, code, _)) = NAMED.iter().find(|(name, ..)| *name == rest) {
            *code
        } else if rest == "right" {
            KeyCode::Right
        } else if let Some(number) = rest.strip_prefix('f').and_then(|n| n.parse::<u8>().ok()) {
            (1..=12).contains(&number).then_some(KeyCode::F(number))?
        } else {
            let mut letters = rest.chars();
            let letter = letters.next().filter(|letter| !letter.is_whitespace())?;
            letters.next().is_none().then_some(KeyCode::Char(letter))?
        };
        Some(Self { code, held })
    }

    /// The key of a terminal's event.
    pub fn of(event: &KeyEvent) -> Self {
        let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let mut held = event.modifiers & known;
        let code = match event.code {
            KeyCode::BackTab => {
                held |= KeyModifiers::SHIFT;
                KeyCode::Tab
            }
            KeyCode::Char(letter) => {
                // Shift is in the letter already, or it is Caps Lock.
                held -= KeyModifiers::SHIFT;
                KeyCode::Char(letter.to_lowercase().next().unwrap_or(letter))
            }
            KeyCode::Backspace | KeyCode::Enter | KeyCode::Esc => {
                // Windows tells it, other terminals cannot; capitals are typed with it held down.
                held -= KeyModifiers::SHIFT;
                event.code
            }
            code => code,
        };
        Self { code, held }
    }

    /// The event a terminal sends for it.
    #[cfg(test)]
    pub(super) fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.held)
    }

    /// The letter, when it is one without Ctrl or Alt.
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if self.held.is_empty() => Some(letter),
            _ => None,
        }
    }

    /// How it is shown: `Ctrl-Z`, `F1`, `Spasi`.
    pub fn label(self, words: &Catalog) -> String {
        let mut label = String::new();
        for (bit, name) in [
            (KeyModifiers::CONTROL, "Ctrl-"),
            (KeyModifiers::ALT, "Alt-"),
            (KeyModifiers::SHIFT, "Shift-"),
        ] {
            if self.held.contains(bit) {
                label.push_str(name);
            }
        }
        match self.code {
            KeyCode::Char(' ') => label.push_str(&words.get("key-space")),
            KeyCode::Char(letter) => label.extend(letter.to_uppercase()),
            KeyCode::F(number) => label.extend(["F", &number.to_string()]),
            KeyCode::Right => label.push('→'),
            code => {
                let named = NAMED.iter().find(|(_, named, _)| *named == code);
                label.push_str(named.map_or("", |(.., shown)| shown));
            }
        }
        label
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chord(text: &str) -> Chord {
        Chord::parse(text).unwrap_or_else(|| panic!("`{text}` is a key"))
    }

    fn pressed(code: KeyCode, held: KeyModifiers) -> Chord {
        Chord::of(&KeyEvent::new(code, held))
    }

    #[test]
    fn keys_are_read_as_the_terminal_sends_them() {
        assert_eq!(chord("ctrl-z"), pressed(KeyCode::Char('z'), KeyModifiers::CONTROL));
        assert_eq!(chord("shift-tab"), pressed(KeyCode::BackTab, KeyModifiers::SHIFT));
        assert_eq!(chord("shift-tab"), pressed(KeyCode::BackTab, KeyModifiers::NONE));
        assert_eq!(chord("-"), pressed(KeyCode::Char('-'), KeyModifiers::NONE));
        assert_eq!(chord("?"), pressed(KeyCode::Char('?'), KeyModifiers::SHIFT));
        assert_eq!(chord("f"), pressed(KeyCode::Char('f'), KeyModifiers::NONE));
        assert_eq!(chord("f10"), pressed(KeyCode::F(10), KeyModifiers::NONE));
        assert_eq!(chord("right"), pressed(KeyCode::Right, KeyModifiers::NONE));
    }

    #[test]
    fn caps_lock_does_not_change_a_command() {
        assert_eq!(chord("n"), pressed(KeyCode::Char('N'), KeyModifiers::NONE));
        assert_eq!(chord("n"), pressed(KeyCode::Char('N'), KeyModifiers::SHIFT));
        assert_eq!(chord("ctrl-l"), pressed(KeyCode::Char('L'), KeyModifiers::CONTROL));
    }

    #[test]
    fn shift_held_from_the_capital_before_does_not_lose_a_key() {
        for (key, code) in [("backspace", KeyCode::Backspace), ("enter", KeyCode::Enter)] {
            assert_eq!(chord(key), pressed(code, KeyModifiers::SHIFT));
        }
        assert_ne!(chord("tab"), pressed(KeyCode::Tab, KeyModifiers::SHIFT));
    }

    #[test]
    fn what_is_no_key_is_none() {
        for text in ["", "f13", "f0", "entr", "ctrl-", " ", "hyper-x"] {
            assert_eq!(Chord::parse(text), None, "{text}");
        }
    }
}
