//! The terminal: taken over at the start, given back at the end, whatever the end is.

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{cursor, execute};
use std::io::{self, BufWriter, Stdout, Write as _};
use std::panic;

/// What is drawn on: one write per frame.
pub(super) type Screen = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// The terminal in our hands; dropping it gives it back.
pub(super) struct Taken {
    /// What is drawn on.
    pub(super) screen: Screen,
}

impl Taken {
    /// Takes the terminal over. A panic gives it back before it speaks.
    pub(super) fn take() -> io::Result<Self> {
        install_panic_hook();
        enable_raw_mode()?;
        let mut out = BufWriter::with_capacity(1 << 15, io::stdout());
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetTitle("Loket"))?;
        Ok(Self { screen: Terminal::new(CrosstermBackend::new(out))? })
    }

    /// Puts a text on the clipboard of the PC in front of the officer, by OSC 52.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        use base64::Engine as _;
        let encoded = base64::engine::general_purpose::STANDARD.encode(text);
        let out = self.screen.backend_mut();
        write!(out, "\x1b]52;c;{encoded}\x07")?;
        out.flush()
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back. Errors are of no use to anybody at this point.
fn restore() {
    let mut out = io::stdout();
    let _ = execute!(out, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

/// A panic tells where, never what: its message may hold what somebody typed.
fn install_panic_hook() {
    panic::set_hook(Box::new(|info| {
        restore();
        let place = info.location().map_or_else(String::new, ToString::to_string);
        eprintln!("Loket berhenti karena kesalahan program ({place}).");
        eprintln!("Yang sudah diketik aman. Jalankan lagi: Loket kembali ke tempat yang sama.");
    }));
}
