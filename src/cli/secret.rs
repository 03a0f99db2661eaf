//! Passphrases: from a file, or typed without being shown. Never printed, wiped when dropped.

use super::Cx;
use super::reply::{Failure, exit};
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::crossterm::terminal;
use std::fs;
use std::io::{self, IsTerminal, Write};
use zeroize::Zeroizing;

/// How often a mistyped passphrase may be typed again on a terminal.
pub(super) const TRIES: usize = 3;

/// The passphrase: the first line of `--passphrase-file`, else asked for on the terminal.
pub(super) fn passphrase(cx: &Cx) -> Result<Zeroizing<String>, Failure> {
    match from_file(cx)? {
        Some(passphrase) => Ok(passphrase),
        None => ask(cx, "cli-ask-passphrase"),
    }
}

/// A new passphrase: from the file, else asked for twice.
pub(super) fn new_passphrase(cx: &Cx) -> Result<Zeroizing<String>, Failure> {
    let passphrase = if let Some(passphrase) = from_file(cx)? {
        passphrase
    } else {
        let one = ask(cx, "cli-ask-new-passphrase")?;
        if ask(cx, "cli-ask-again")? != one {
            return Err(Failure::problem("cli-passphrase-differs"));
        }
        one
    };
    let least = crate::app::screens::setup::SHORTEST_PASSPHRASE;
    if passphrase.chars().count() < least {
        return Err(Failure::new(exit::KEY, "cli-passphrase-short").with("least", least));
    }
    Ok(passphrase)
}

fn from_file(cx: &Cx) -> Result<Option<Zeroizing<String>>, Failure> {
    let Some(path) = &cx.passphrase_file else { return Ok(None) };
    let text = fs::read_to_string(path).map_err(|error| Failure::of_file(path, &error))?;
    let text = Zeroizing::new(text);
    Ok(Some(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())))
}

/// Gives the terminal its echo back, whatever happens.
struct Raw;

impl Drop for Raw {
    fn drop(&mut self) {
        _ = terminal::disable_raw_mode();
        _ = writeln!(io::stderr());
    }
}

fn ask(cx: &Cx, key: &str) -> Result<Zeroizing<String>, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage("cli-passphrase-needed"));
    }
    let refused = |_| Failure::usage("cli-passphrase-needed");
    let mut prompt = io::stderr();
    write!(prompt, "{}: ", cx.words.get(key)).and_then(|()| prompt.flush()).map_err(refused)?;
    terminal::enable_raw_mode().map_err(refused)?;
    let _raw = Raw;
    // Room for any passphrase a person types, so that no half of it stays behind in freed memory.
    let mut typed = Zeroizing::new(String::with_capacity(512));
    loop {
        match event::read().map_err(refused)? {
            Event::Paste(text) => typed.push_str(text.lines().next().unwrap_or_default()),
            Event::Key(key) if key.kind != KeyEventKind::Release => match key.code {
                KeyCode::Enter => return Ok(typed),
                KeyCode::Esc => return Err(Failure::problem("cli-cancelled")),
                KeyCode::Backspace => _ = typed.pop(),
                KeyCode::Char('c' | 'd') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                    return Err(Failure::problem("cli-cancelled"));
                }
                KeyCode::Char('u') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                    typed.clear();
                }
                KeyCode::Char('j') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                    return Ok(typed);
                }
                KeyCode::Char(letter) => typed.push(letter),
                _ => {}
            },
            _ => {}
        }
    }
}
