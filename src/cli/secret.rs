//! Passphrases: from a file, or typed without being shown. Never printed, wiped when dropped.

use super::Cx;
use super::reply::{Failure, exit};
use crate::base::letters::decode;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use ratatui::crossterm::terminal;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use zeroize::Zeroizing;

/// How often a mistyped passphrase may be typed again on a terminal.
pub(super) const TRIES: usize = 3;

/// The passphrase: the first line of `--passphrase-file`, else asked for on the terminal.
pub(super) fn passphrase(cx: &Cx) -> Result<Zeroizing<String>, Failure> {
    match from_file(cx.passphrase_file.as_deref())? {
        Some(passphrase) => Ok(passphrase),
        None => Quiet::begin()?.ask(cx, "cli-ask-passphrase"),
    }
}

/// A new passphrase: from the file, else asked for twice with these words.
pub(super) fn new_passphrase(
    cx: &Cx,
    file: Option<&Path>,
    key: &str,
) -> Result<Zeroizing<String>, Failure> {
    let passphrase = if let Some(passphrase) = from_file(file)? {
        passphrase
    } else {
        let quiet = Quiet::begin()?;
        let one = quiet.ask(cx, key)?;
        if quiet.ask(cx, "cli-ask-again")? != one {
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

fn from_file(path: Option<&Path>) -> Result<Option<Zeroizing<String>>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let bytes = fs::read(path).map_err(|error| Failure::of_file(path, &error))?;
    let bytes = Zeroizing::new(bytes);
    let text = Zeroizing::new(decode(&bytes).into_owned());
    Ok(Some(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned())))
}

/// A terminal that shows nothing of what is typed; it gets its echo back whatever happens.
struct Quiet;

impl Drop for Quiet {
    fn drop(&mut self) {
        _ = terminal::disable_raw_mode();
    }
}

fn no_terminal(_: io::Error) -> Failure {
    Failure::usage("cli-passphrase-needed")
}

impl Quiet {
    /// Before the first prompt and until after the last one: fast fingers type ahead.
    fn begin() -> Result<Self, Failure> {
        if !io::stdin().is_terminal() {
            return Err(Failure::usage("cli-passphrase-needed"));
        }
        terminal::enable_raw_mode().map_err(no_terminal)?;
        Ok(Self)
    }

    fn ask(&self, cx: &Cx, key: &str) -> Result<Zeroizing<String>, Failure> {
        let mut prompt = io::stderr();
        let mut show = |text: &str| write!(prompt, "{text}").and_then(|()| prompt.flush());
        show(&format!("{}: ", cx.words.get(key))).map_err(no_terminal)?;
        let typed = self.line();
        // Raw mode knows no line break of its own.
        show("\r\n").map_err(no_terminal)?;
        typed
    }

    #[expect(clippy::unused_self, reason = "reads only while the terminal is quiet")]
    fn line(&self) -> Result<Zeroizing<String>, Failure> {
        // Room for any passphrase a person types, so that no half of it stays behind in freed memory.
        let mut typed = Zeroizing::new(String::with_capacity(512));
        loop {
            let key = match event::read().map_err(no_terminal)? {
                Event::Paste(text) => {
                    typed.push_str(text.lines().next().unwrap_or_default());
                    continue;
                }
                Event::Key(key) if key.kind != KeyEventKind::Release => key,
                _ => continue,
            };
            let control = key.modifiers.contains(KeyModifiers::CONTROL);
            match key.code {
                KeyCode::Enter => return Ok(typed),
                KeyCode::Char('j') if control => return Ok(typed),
                KeyCode::Esc => return Err(Failure::problem("cli-cancelled")),
                KeyCode::Char('c' | 'd') if control => {
                    return Err(Failure::problem("cli-cancelled"));
                }
                KeyCode::Char('u') if control => typed.clear(),
                KeyCode::Backspace => _ = typed.pop(),
                KeyCode::Char(letter) if !control => typed.push(letter),
                _ => {}
            }
        }
    }
}
