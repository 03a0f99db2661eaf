//! A paper for a receipt printer: the command language ESC/POS, which nearly all of them understand.
//!
//! A small writer of our own: a dozen commands are needed, and nothing else should reach a printer. Names
//! and bytes are those of Epson's "ESC/POS Application Programming Guide" (Command Reference for TM
//! printers): `ESC @` initialise, `ESC t` character code table, `ESC a` justification, `ESC E` emphasis,
//! `GS !` character size, `ESC d` feed lines, `GS ( k` 2D codes (functions 165, 167, 169, 180, 181),
//! `GS V` cut, `DLE EOT` real-time status.

use super::lines::lines;
use super::signs::{to_437, to_858, to_ascii};
use super::{LineKind, Paper, Size, roll_columns};

const ESC: u8 = 0x1b;
const GS: u8 = 0x1d;

/// `ESC @`: forget what the program before has set.
const INIT: [u8; 2] = [ESC, b'@'];
/// `GS V B n`: feed to the knife and cut, leaving a corner.
const CUT: [u8; 4] = [GS, b'V', 66, 3];
/// `DLE EOT 4`: answer at once how it stands with the paper.
pub const ASK_PAPER: [u8; 3] = [0x10, 0x04, 4];
/// Dots on a side of a module: 21 modules are 16 mm at 203 dpi.
const MODULE: u8 = 6;

/// Which letters a printer has beside ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CodePage {
    /// Code page 437 (`ESC t 0`): every printer's first.
    #[default]
    Pc437,
    /// Code page 858 (`ESC t 19`): more accents, the euro.
    Pc858,
    /// No letters beyond ASCII: for printers that show rubbish otherwise.
    Ascii,
}

impl CodePage {
    /// All of them, with their names in settings.
    pub const NAMES: [(Self, &'static str); 3] =
        [(Self::Pc437, "437"), (Self::Pc858, "858"), (Self::Ascii, "ascii")];

    fn encode(self, text: &str) -> Vec<u8> {
        match self {
            Self::Pc437 => to_437(text),
            Self::Pc858 => to_858(text),
            Self::Ascii => to_ascii(text),
        }
    }

    /// Its number in `ESC t`.
    const fn table(self) -> u8 {
        match self {
            Self::Pc437 | Self::Ascii => 0,
            Self::Pc858 => 19,
        }
    }
}

/// Whether a printer that answered [`ASK_PAPER`] with `status` has no paper; `None` when that is no
/// answer to it (bits 1 and 4 are always set, bits 0 and 7 never).
pub const fn is_paper_out(status: u8) -> Option<bool> {
    if status & 0b1001_0011 == 0b0001_0010 { Some(status & 0b0110_0000 != 0) } else { None }
}

/// The paper as the bytes for a receipt printer: `size` is a roll of 58 or 80 mm (anything else is taken
/// for 80), `large` is for weak eyes.
pub fn escpos(paper: &Paper, size: Size, large: bool, page: CodePage) -> Vec<u8> {
    let full = roll_columns(size);
    // Twice as wide, a line of 58 mm would have 16 letters: too few for Indonesian words.
    let (columns, letters) = match (large, full) {
        (false, _) => (full, 0x00),
        (true, 32) => (full, 0x01),
        (true, _) => (full / 2, 0x11),
    };
    let mut out = Out { bytes: Vec::with_capacity(2048), page, letters };
    out.bytes.extend(INIT);
    out.bytes.extend([ESC, b't', page.table()]);
    out.size(letters);
    for line in lines(paper, columns, false, true) {
        match line.kind {
            LineKind::Plain | LineKind::Qr(_) => out.line(&line.text),
            LineKind::Strong => out.strong(|out| out.line(&line.text)),
            LineKind::Middle(false) => out.middle(|out| out.line(&line.text)),
            LineKind::Middle(true) => {
                out.middle(|out| out.strong(|out| out.line(&line.text)));
            }
            LineKind::Huge => out.middle(|out| out.huge(&line.text)),
            LineKind::Code => out.middle(|out| out.qr(&line.text)),
            LineKind::Break => out.bytes.extend([ESC, b'd', 3]),
        }
    }
    out.size(0);
    out.bytes.extend([ESC, b'd', 1]);
    out.bytes.extend(CUT);
    out.bytes
}

struct Out {
    bytes: Vec<u8>,
    page: CodePage,
    letters: u8,
}

impl Out {
    fn line(&mut self, text: &str) {
        self.bytes.extend(self.page.encode(text));
        self.bytes.push(b'\n');
    }

    /// `GS ! n`: width in the high half, height in the low one.
    fn size(&mut self, letters: u8) {
        self.bytes.extend([GS, b'!', letters]);
    }

    /// `ESC E n`.
    fn strong(&mut self, inner: impl FnOnce(&mut Self)) {
        self.bytes.extend([ESC, b'E', 1]);
        inner(self);
        self.bytes.extend([ESC, b'E', 0]);
    }

    /// `ESC a n`; it holds from the beginning of a line only.
    fn middle(&mut self, inner: impl FnOnce(&mut Self)) {
        self.bytes.extend([ESC, b'a', 1]);
        inner(self);
        self.bytes.extend([ESC, b'a', 0]);
    }

    fn huge(&mut self, text: &str) {
        let letters = self.letters;
        self.size(0x11);
        self.strong(|out| out.line(text));
        self.size(letters);
    }

    /// `GS ( k`: model 2, size of a module, correction level M, the data, and print it.
    fn qr(&mut self, text: &str) {
        let data = to_ascii(text);
        self.code(&[49, 65, 50, 0]);
        self.code(&[49, 67, MODULE]);
        self.code(&[49, 69, 49]);
        let mut store = vec![49, 80, 48];
        store.extend(data);
        self.code(&store);
        self.code(&[49, 81, 48]);
    }

    /// `GS ( k pL pH cn fn …`.
    fn code(&mut self, what: &[u8]) {
        let length = u16::try_from(what.len()).unwrap_or(u16::MAX).to_le_bytes();
        self.bytes.extend([GS, b'(', b'k']);
        self.bytes.extend(length);
        self.bytes.extend(&what[..what.len().min(usize::from(u16::MAX))]);
    }
}
