//! A paste on Windows: the console knows none and sends it as keys, all in one breath. Told apart from
//! typing, so that the line ends in it press nothing.
//!
//! Never changes the order of what came, and never holds back a key somebody typed.

use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::io;
use std::time::Duration;

/// Keys that come together are a paste from so many on; nobody types that many in one breath.
const PASTE: usize = 8;
/// Within a paste the next key comes sooner than this.
const GAP: Duration = Duration::from_millis(5);
/// More is taken in the next breath.
const MOST: usize = 1 << 16;

/// Letters beyond ASCII whose keys are down.
#[derive(Debug, Default)]
pub(super) struct Down(Vec<char>);

/// Waits for an event and takes what came with it.
pub(super) fn read(down: &mut Down) -> io::Result<Vec<Event>> {
    let mut events = Vec::from_iter(down.typed(event::read()?));
    let mut texts = 0;
    while events.len() < MOST {
        texts = if events.last().and_then(text_of).is_some() { texts + 1 } else { texts };
        let wait = if texts < PASTE { Duration::ZERO } else { GAP };
        if !event::poll(wait)? {
            break;
        }
        events.extend(down.typed(event::read()?));
    }
    Ok(joined(events))
}

impl Down {
    /// The event without keys that come up. A letter that comes up and never went down was made with Alt and
    /// digits: by a person, or by a console that pastes what the keyboard has no key for.
    fn typed(&mut self, event: Event) -> Option<Event> {
        let Event::Key(key) = &event else { return Some(event) };
        let letter = match key.code {
            KeyCode::Char(letter) if !letter.is_ascii() => Some(letter),
            _ => None,
        };
        let at = letter.and_then(|letter| self.0.iter().position(|down| *down == letter));
        match (key.kind, letter) {
            (KeyEventKind::Release, Some(letter)) if at.is_none() => {
                Some(Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE)))
            }
            (KeyEventKind::Release, _) => {
                at.map(|at| self.0.remove(at));
                None
            }
            (_, letter) => {
                self.0.extend(letter.filter(|_| at.is_none()));
                Some(event)
            }
        }
    }
}

/// The text a key stands for in a paste.
fn text_of(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, kind, .. }) = event else { return None };
    let held = *modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    let is_plain = held.is_empty() || held == KeyModifiers::CONTROL | KeyModifiers::ALT;
    match code {
        _ if *kind == KeyEventKind::Release || !is_plain => None,
        KeyCode::Char(letter) => Some(*letter),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

/// The same events, with pastes in place of the keys they came as.
fn joined(events: Vec<Event>) -> Vec<Event> {
    let mut out = Vec::with_capacity(1);
    let mut run = Vec::new();
    for event in events {
        if text_of(&event).is_some() {
            run.push(event);
            continue;
        }
        close(&mut run, &mut out);
        out.push(event);
    }
    close(&mut run, &mut out);
    out
}

/// Ends a run of keys. Line ends and tabs behind the text are keys: so does a scanner end what it read.
fn close(run: &mut Vec<Event>, out: &mut Vec<Event>) {
    let text: String = run.iter().filter_map(text_of).collect();
    let inner = text.trim_end_matches(['\n', '\t']);
    if run.len() >= PASTE && inner.contains(['\n', '\t']) {
        let length = inner.chars().count();
        out.push(Event::Paste(inner.to_owned()));
        out.extend(run.drain(length..));
        run.clear();
    } else {
        out.append(run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<Event> {
        let code = |letter| match letter {
            '\n' => KeyCode::Enter,
            '\t' => KeyCode::Tab,
            letter => KeyCode::Char(letter),
        };
        let key = |letter| Event::Key(KeyEvent::new(code(letter), KeyModifiers::NONE));
        text.chars().map(key).collect()
    }

    #[test]
    fn line_ends_within_a_paste_press_nothing() {
        let paste = Event::Paste("Jl. Melati 5\nRT 02".into());
        assert_eq!(joined(keys("Jl. Melati 5\nRT 02")), [paste]);
    }

    #[test]
    fn a_scanner_still_ends_with_enter() {
        let scanned = keys("3174052309890001\n");
        assert_eq!(joined(scanned.clone()), scanned);
        let [enter] = &keys("\n")[..] else { panic!("one key") };
        let paste = Event::Paste("satu dua\ntiga".into());
        assert_eq!(joined(keys("satu dua\ntiga\n")), [paste, enter.clone()]);
    }

    #[test]
    fn fast_fingers_are_no_paste() {
        for typed in ["ya\n5\n\t", "3174052309890001", "\n\n\n\n\n\n\n\n\n\n"] {
            assert_eq!(joined(keys(typed)), keys(typed), "{typed:?}");
        }
    }

    #[test]
    fn a_letter_made_with_alt_and_digits_is_typed_and_no_other_twice() {
        let key = |letter, kind| {
            Event::Key(KeyEvent::new_with_kind(KeyCode::Char(letter), KeyModifiers::NONE, kind))
        };
        let (press, release) = (KeyEventKind::Press, KeyEventKind::Release);
        let mut down = Down::default();
        let events = [('a', press), ('a', release), ('ñ', press), ('ñ', release), ('é', release)];
        let typed = events.into_iter().filter_map(|(letter, kind)| down.typed(key(letter, kind)));
        assert_eq!(typed.collect::<Vec<_>>(), ['a', 'ñ', 'é'].map(|letter| key(letter, press)));
    }

    #[test]
    fn other_keys_stay_where_they_were() {
        let up = Event::Key(KeyEvent::new(KeyCode::Up, KeyModifiers::NONE));
        let mut events = keys("satu\ndua tiga");
        events.push(up.clone());
        events.extend(keys("b"));
        let [b] = &keys("b")[..] else { panic!("one key") };
        assert_eq!(joined(events), [Event::Paste("satu\ndua tiga".into()), up, b.clone()]);
    }
}
