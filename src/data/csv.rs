//! Rows out of text: what offices call CSV.
//!
//! Takes commas, semicolons, tabs and bars, quoted cells, line ends of every system. Never guesses at what
//! a cell means.

use std::borrow::Cow;

/// One row and the line it begins in, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CsvRow<'a> {
    pub(super) line: usize,
    pub(super) cells: Vec<Cow<'a, str>>,
}

/// The sign between cells: the one that the first line with any of them has most of.
pub(super) fn delimiter(text: &str) -> char {
    for line in text.lines().take(20) {
        if let Some(sign) = line.strip_prefix("sep=").and_then(|rest| rest.chars().next()) {
            return sign;
        }
        let outside: String = line.split('"').step_by(2).collect();
        let count = |sign: char| outside.matches(sign).count();
        // Of equals the last wins, so the commonest sign stands last.
        let best = ['|', '\t', ';', ','].into_iter().max_by_key(|sign| count(*sign)).unwrap_or(',');
        if count(best) > 0 {
            return best;
        }
    }
    ','
}

/// The rows that hold anything, and the line of a quote that is never closed.
pub(super) fn rows(text: &str, delimiter: char) -> (Vec<CsvRow<'_>>, Option<usize>) {
    let mut rows = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while !rest.is_empty() {
        let begins = line;
        let mut cells = Vec::new();
        loop {
            let (cell, length, lines) = match rest.strip_prefix('"') {
                Some(inside) => match quoted(inside) {
                    Some((cell, length, lines)) => (cell, length + 1, lines),
                    None => return (rows, Some(begins)),
                },
                None => (Cow::Borrowed(""), 0, 0),
            };
            line += lines;
            rest = &rest[length..];
            // What follows a closing quote belongs to the cell, as in every spreadsheet.
            let end = rest.find([delimiter, '\n', '\r']).unwrap_or(rest.len());
            let tail = &rest[..end];
            cells.push(match (length, tail) {
                (0, tail) => Cow::Borrowed(tail),
                (_, "") => cell,
                (_, tail) => Cow::Owned(cell.into_owned() + tail),
            });
            rest = &rest[end..];
            if let Some(next) = rest.strip_prefix(delimiter) {
                rest = next;
                continue;
            }
            rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or("");
            line += 1;
            break;
        }
        if begins == 1 && cells.len() <= 2 && cells[0].starts_with("sep=") {
            continue;
        }
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push(CsvRow { line: begins, cells });
        }
    }
    (rows, None)
}

/// The cell after an opening quote, how many bytes it and its closing quote take, and how many line
/// ends lie in it.
fn quoted(text: &str) -> Option<(Cow<'_, str>, usize, usize)> {
    let mut from = 0;
    loop {
        let quote = from + text[from..].find('"')?;
        if text[quote + 1..].starts_with('"') {
            from = quote + 2;
            continue;
        }
        let inside = &text[..quote];
        let lines = inside.matches('\n').count();
        let cell = if inside.contains('"') {
            Cow::Owned(inside.replace("\"\"", "\""))
        } else {
            Cow::Borrowed(inside)
        };
        return Some((cell, quote + 1, lines));
    }
}

/// A cell as it is written in a file of ours: in quotes where it must be.
pub(super) fn written(cell: &str) -> Cow<'_, str> {
    if cell.contains([',', '"', '\n', '\r']) {
        Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let (rows, open) = rows(text, delimiter(text));
        assert_eq!(open, None);
        rows.into_iter().map(|row| row.cells.into_iter().map(Cow::into_owned).collect()).collect()
    }

    #[test]
    fn every_usual_sign_between_cells_is_found() {
        for text in ["a,b\n1,2\n", "a;b\r\n1;2\r\n", "a\tb\r1\t2", "a|b\n\n1|2", "sep=;\na;b\n1;2"]
        {
            assert_eq!(cells(text), [["a", "b"], ["1", "2"]], "{text:?}");
        }
        assert_eq!(cells("\"a;b;c\",d\n"), [["a;b;c", "d"]], "what is in quotes does not count");
    }

    #[test]
    fn quoted_cells_keep_signs_quotes_and_line_ends() {
        let text = "a,b\n\"1,5\",\"kata \"\"baik\"\"\n dua\"\nx,y\n";
        let (rows, _) = rows(text, ',');
        assert_eq!(rows[1].cells, ["1,5", "kata \"baik\"\n dua"]);
        assert_eq!((rows[1].line, rows[2].line), (2, 4));
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told_with_its_line() {
        assert_eq!(rows("a,b\n1,\"2\n3,4\n", ',').1, Some(2));
    }

    proptest! {
        #[test]
        fn what_is_written_is_always_read_back(
            table in prop::collection::vec(prop::collection::vec("[a-z,\"\n é;]{0,6}x", 1..4), 1..6)
        ) {
            let text: String = table
                .iter()
                .map(|row| row.iter().map(|cell| written(cell)).collect::<Vec<_>>().join(",") + "\n")
                .collect();
            let (read, open) = rows(&text, ',');
            prop_assert_eq!(open, None);
            let read: Vec<Vec<String>> = read
                .into_iter()
                .map(|row| row.cells.into_iter().map(Cow::into_owned).collect())
                .collect();
            prop_assert_eq!(read, table);
        }

        #[test]
        fn no_text_ever_stops_the_reader(text in ".{0,60}", bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            rows(&text, delimiter(&text));
            let text = crate::base::letters::decode(&bytes);
            rows(&text, delimiter(&text));
        }
    }
}
