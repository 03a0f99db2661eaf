//! Lines of any length from any input, in constant memory.
//!
//! Never holds more than [`LONGEST`] bytes of a line: what is longer is cut and said to be.

use std::io::{self, BufRead};

/// Most bytes of a line that are kept. No number of the field comes near it.
pub(super) const LONGEST: usize = 64 * 1024;

/// One line without its line break.
pub(super) struct Line<'a> {
    pub(super) bytes: &'a [u8],
    /// Whether there was more of it.
    pub(super) is_cut: bool,
}

/// The lines of an input, one after the other through the same memory.
pub(super) struct Lines<R> {
    input: R,
    line: Vec<u8>,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input, line: Vec::new() }
    }

    /// The next line; none at the end. A last line without a line break counts.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.line.clear();
        let (mut is_cut, mut is_there) = (false, false);
        loop {
            let part = match self.input.fill_buf() {
                Ok(part) => part,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            if part.is_empty() {
                break;
            }
            is_there = true;
            let end = part.iter().position(|byte| *byte == b'\n');
            let text = &part[..end.unwrap_or(part.len())];
            let room = LONGEST - self.line.len();
            is_cut |= text.len() > room;
            self.line.extend_from_slice(&text[..text.len().min(room)]);
            let used = end.map_or(part.len(), |end| end + 1);
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        if self.line.last() == Some(&b'\r') && !is_cut {
            self.line.pop();
        }
        Ok(is_there.then_some(Line { bytes: &self.line, is_cut }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn read(text: &[u8]) -> Vec<(Vec<u8>, bool)> {
        // A tiny buffer, so that lines come in pieces.
        let mut lines = Lines::new(BufReader::with_capacity(3, text));
        let mut found = Vec::new();
        while let Some(line) = lines.next().expect("memory can be read") {
            found.push((line.bytes.to_vec(), line.is_cut));
        }
        found
    }

    #[test]
    fn lines_end_with_any_line_break_or_none() {
        let whole = |lines: &[&str]| -> Vec<_> {
            lines.iter().map(|line| (line.as_bytes().to_vec(), false)).collect()
        };
        assert_eq!(read(b""), whole(&[]));
        assert_eq!(read(b"\n"), whole(&[""]));
        assert_eq!(read(b"abcdef\r\n\nghi"), whole(&["abcdef", "", "ghi"]));
        assert_eq!(read(b"a\rb\n"), whole(&["a\rb"]));
    }

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_one_is_whole() {
        let mut text = vec![b'7'; LONGEST + 1];
        text.extend_from_slice(b"\nnext\n");
        let found = read(&text);
        assert_eq!((found[0].0.len(), found[0].1), (LONGEST, true));
        assert_eq!(found[1], (b"next".to_vec(), false));
        let fits = read(&text[1..]);
        assert_eq!((fits[0].0.len(), fits[0].1), (LONGEST, false));
    }
}
