//! The terminal: taken over at the start, given back at the end, whatever the end is.

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event};
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode, size,
};
use ratatui::crossterm::{cursor, execute};
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::io::{self, Write};
use std::panic;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is drawn on.
pub(super) type Screen = Terminal<CrosstermBackend<Frame>>;

/// The bytes of a frame, gathered until the frame is whole: the back end flushes in the middle (before
/// it places the cursor), and half a frame is a flicker and a second trip to the terminal.
#[derive(Clone, Default)]
pub(super) struct Frame(Rc<RefCell<Vec<u8>>>);

impl Write for Frame {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal in our hands; dropping it gives it back.
pub(super) struct Taken {
    screen: Screen,
    frame: Frame,
    /// How the last frame ended: where it left the cursor.
    tail: Vec<u8>,
}

/// What the back end closes the cells of a frame with; behind it comes only the cursor.
const CELLS_END: &[u8] = b"\x1b[39m\x1b[49m\x1b[59m\x1b[0m";

impl Taken {
    /// Takes the terminal over. A panic gives it back before it speaks.
    pub(super) fn take() -> io::Result<Self> {
        install_panic_hook();
        HELD.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        understands()?;
        let mut out = io::stdout();
        execute!(out, EnterAlternateScreen, SetTitle("Loket"))?;
        // The console of Windows tells no paste (see `breath`), and some terminals there change the keys
        // of a paste when they are asked to.
        if cfg!(not(windows)) {
            execute!(out, EnableBracketedPaste)?;
        }
        let (width, height) = size()?;
        // Of a fixed size, because the terminal tells when it changes; asking at every frame is two
        // system calls a key.
        let viewport = Viewport::Fixed(Rect { x: 0, y: 0, width, height });
        let frame = Frame::default();
        let backend = CrosstermBackend::new(frame.clone());
        let screen = Terminal::with_options(backend, TerminalOptions { viewport })?;
        Ok(Self { screen, frame, tail: Vec::new() })
    }

    /// Columns and rows.
    pub(super) fn size(&mut self) -> (u16, u16) {
        let area = self.screen.get_frame().area();
        (area.width, area.height)
    }

    /// The terminal has another size now; the next frame is drawn anew. Gives the event with the true
    /// size: Windows tells that of what lies behind the window.
    pub(super) fn resized(&mut self, width: u16, height: u16) -> Event {
        let told = (width, height);
        let (width, height) = if cfg!(windows) { size().unwrap_or(told) } else { told };
        let _ = self.screen.resize(Rect { x: 0, y: 0, width, height });
        Event::Resize(width, height)
    }

    /// Draws a frame and sends it in one piece.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        self.screen.draw(view)?;
        let mut frame = self.frame.0.borrow_mut();
        // A frame without a cell in it, and with the cursor where it was, has nothing to send.
        if let Some(tail) = frame.strip_prefix(CELLS_END) {
            if *tail == *self.tail {
                frame.clear();
                return Ok(());
            }
            self.tail = tail.to_vec();
        } else {
            let end = frame.windows(CELLS_END.len()).rposition(|part| part == CELLS_END);
            self.tail = end.map_or_else(Vec::new, |at| frame[at + CELLS_END.len()..].to_vec());
        }
        drop(frame);
        self.send()
    }

    /// Puts a text on the clipboard of the PC in front of the officer, by OSC 52.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        use base64::Engine as _;
        let encoded = base64::engine::general_purpose::STANDARD.encode(text);
        write!(self.frame, "\x1b]52;c;{encoded}\x07")?;
        self.send()
    }

    fn send(&mut self) -> io::Result<()> {
        let mut frame = self.frame.0.borrow_mut();
        #[cfg(windows)]
        super::glyphs::shown(&mut frame);
        let mut out = io::stdout().lock();
        let sent = out.write_all(&frame).and_then(|()| out.flush());
        frame.clear();
        sent
    }
}

/// A console of Windows in its old form takes no codes, and our frames are made of them.
#[cfg(windows)]
fn understands() -> io::Result<()> {
    if ratatui::crossterm::ansi_support::supports_ansi() {
        return Ok(());
    }
    restore();
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(not(windows))]
#[expect(clippy::unnecessary_wraps, reason = "on Windows it may not")]
fn understands() -> io::Result<()> {
    Ok(())
}

impl Drop for Taken {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal is in our hands.
static HELD: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back, once: leaving the second screen twice would put the cursor back over what a
/// panic has just said. Errors are of no use to anybody at this point.
fn restore() {
    if !HELD.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    if cfg!(not(windows)) {
        let _ = execute!(out, DisableBracketedPaste);
    }
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
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
