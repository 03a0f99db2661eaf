//! The square of a QR code: which of its modules are dark. What stands in it is told by the caller.

use qrcodegen::{QrCode, QrCodeEcc};

/// Light modules around a code in a drawing of letters. The standard asks for four; readers of
/// telephones are content with two, and a screen has only so many rows.
pub const QUIET: usize = 2;

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    side: usize,
    dark: Vec<bool>,
}

impl Square {
    /// The code of `text` for paper; `None` when it is too long for any. Error correction is at least `M`
    /// (15 %): paper gets creased and stained. It must never be personal data.
    pub fn of(text: &str) -> Option<Self> {
        Self::with(text, QrCodeEcc::Medium)
    }

    /// The code of `text` for a screen; `None` when it is too long for any. A screen has no creases, so the
    /// least error correction (7 %) will do; more is used where it costs no room.
    pub fn for_screen(text: &str) -> Option<Self> {
        Self::with(text, QrCodeEcc::Low)
    }

    fn with(text: &str, least: QrCodeEcc) -> Option<Self> {
        let code = QrCode::encode_text(text, least).ok()?;
        let side = usize::try_from(code.size()).ok()?;
        let at = |index: usize| code.get_module((index % side) as i32, (index / side) as i32);
        Some(Self { side, dark: (0..side * side).map(at).collect() })
    }

    /// Modules on a side.
    pub const fn side(&self) -> usize {
        self.side
    }

    /// Whether a module is dark; everything around the code is light.
    pub fn is_dark(&self, x: isize, y: isize) -> bool {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return false };
        x < self.side && y < self.side && self.dark[y * self.side + x]
    }

    /// The code in half blocks, two rows of modules a line, with [`QUIET`] light modules around it. Ink
    /// is dark: for paper, or a screen that shows dark letters on light ground.
    pub fn half_blocks(&self) -> Vec<String> {
        let quiet = QUIET as isize;
        let end = self.side as isize + quiet;
        (-quiet..end)
            .step_by(2)
            .map(|y| {
                let half = |x| match (self.is_dark(x, y), self.is_dark(x, y + 1)) {
                    (true, true) => '█',
                    (true, false) => '▀',
                    (false, true) => '▄',
                    (false, false) => ' ',
                };
                (-quiet..end).map(half).collect()
            })
            .collect()
    }
}

/// What another program reads from the squares of a picture.
#[cfg(test)]
pub(crate) fn read(wide: usize, high: usize, dark: impl Fn(usize, usize) -> bool) -> Vec<String> {
    let shade = |x, y| if dark(x, y) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, high, shade);
    image.detect_grids().iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_with_a_visit_code_fits_a_screen_of_24_rows() {
        let link = "https://wa.me/62812345678901?text=MATAHARI-999-Z";
        let square = Square::for_screen(link).expect("short");
        assert_eq!(square.side(), 29);
        let lines = square.half_blocks();
        assert_eq!(lines.len(), 17);
        assert!(lines.iter().all(|line| line.chars().count() == 33), "{lines:?}");
        for (x, y) in [(0, 0), (22, 0), (0, 22)] {
            let finder = (0..7).all(|at| square.is_dark(x + at, y) && square.is_dark(x, y + at));
            assert!(finder, "at {x},{y}");
        }
        assert!(!square.is_dark(-1, 3) && !square.is_dark(29, 3));
    }

    #[test]
    fn a_visit_code_fits_the_smallest_square_with_its_finder_patterns() {
        for code in ["KUDA-472-M", "MATAHARI-999-Z"] {
            let square = Square::of(code).expect("short");
            assert_eq!(square.side(), 21, "{code}");
            for (x, y) in [(0, 0), (14, 0), (0, 14)] {
                let finder =
                    (0..7).all(|at| square.is_dark(x + at, y) && square.is_dark(x, y + at));
                assert!(finder, "{code} at {x},{y}");
            }
            assert!(!square.is_dark(-1, 3) && !square.is_dark(21, 3));
        }
    }

    #[test]
    fn half_blocks_are_as_wide_as_the_code_and_its_margin() {
        let lines = Square::of("KUDA-472-M").expect("short").half_blocks();
        assert_eq!(lines.len(), 13);
        assert!(lines.iter().all(|line| line.chars().count() == 25), "{lines:?}");
        assert_eq!(lines[0].trim(), "");
    }

    #[test]
    fn what_is_too_long_has_no_square() {
        assert_eq!(Square::for_screen(&"x".repeat(5000)), None);
        assert_eq!(Square::of(&"x".repeat(5000)), None);
    }
}
