//! A sorted text as a table: lines `code,rest` under a header line, found by halving.
//!
//! Holds nothing but the borrowed text. Never checks the order: [`crate::data`] has.

/// The lines of one table.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    body: &'a str,
}

impl<'a> Table<'a> {
    /// The table in `text`, whose first line is its header.
    pub(super) fn new(text: &'a str) -> Self {
        Self { body: text.split_once('\n').map_or("", |(_, body)| body) }
    }

    /// What stands after the comma in the line of `code`.
    pub(super) fn find(self, code: &str) -> Option<&'a str> {
        self.find_between(0, self.body.len(), code)
    }

    /// The same, when the line is known to lie between two beginnings of lines.
    pub(super) fn find_between(self, low: usize, high: usize, code: &str) -> Option<&'a str> {
        let rest = &self.body[self.place(low, high, code)..];
        Rows { rest }.next().filter(|(found, _)| *found == code).map(|(_, rest)| rest)
    }

    /// Where the lines of each two first digits begin, and at last where the table ends.
    pub(super) fn beginnings(self) -> [usize; 101] {
        std::array::from_fn(|two| match two {
            100 => self.body.len(),
            _ => self.place(0, self.body.len(), &format!("{two:02}")),
        })
    }

    /// The lines whose codes begin with `code`, its own among them, in order.
    pub(super) fn within(self, code: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.starting(code).take_while(move |(found, _)| found.starts_with(code))
    }

    /// The lines from `code` on, whether it is there or not.
    pub(super) fn starting(self, code: &str) -> Rows<'a> {
        Rows { rest: &self.body[self.place(0, self.body.len(), code)..] }
    }

    /// Start of the first line whose code is not before `code`, between two beginnings of lines.
    fn place(self, mut low: usize, mut high: usize, code: &str) -> usize {
        let (bytes, code) = (self.body.as_bytes(), code.as_bytes());
        // Both stand at the beginning of a line, so that slicing there is always allowed.
        while low < high {
            let middle = low.midpoint(high);
            let before = bytes[low..middle].iter().rposition(|sign| *sign == b'\n');
            let start = before.map_or(low, |at| low + at + 1);
            if is_before(&bytes[start..], code) {
                let after = bytes[middle..].iter().position(|sign| *sign == b'\n');
                low = after.map_or(bytes.len(), |at| middle + at + 1);
            } else {
                high = start;
            }
        }
        low
    }
}

/// Whether the code a line begins with comes before `code`. The comma after it comes before every
/// digit, so that the end of the code need not be looked for.
fn is_before(line: &[u8], code: &[u8]) -> bool {
    for (at, sign) in code.iter().enumerate() {
        match line.get(at) {
            Some(found) if found == sign => {}
            Some(found) => return found < sign,
            None => return true,
        }
    }
    false
}

/// Lines one after the other: code and what stands after its comma.
pub(super) struct Rows<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Rows<'a> {
    type Item = (&'a str, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let (line, rest) = self.rest.split_once('\n').unwrap_or((self.rest, ""));
            self.rest = rest;
            // A code is short: looking at sign after sign is faster here than the search for long texts.
            if let Some(comma) = line.bytes().position(|sign| sign == b',') {
                let rest = &line[comma + 1..];
                return Some((&line[..comma], rest.strip_suffix('\r').unwrap_or(rest)));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    #[test]
    fn an_empty_table_answers_nothing() {
        for text in ["", "code,name", "code,name\n"] {
            let table = Table::new(text);
            assert_eq!(table.find("11"), None);
            assert_eq!(table.starting("").count(), 0);
        }
    }

    proptest! {
        #[test]
        fn halving_always_finds_what_reading_finds(
            rows in proptest::collection::btree_map("[0-9]{1,6}", "[a-zé' ]{0,12}", 0..40),
            asked in "[0-9]{0,6}",
            last_line_ends in any::<bool>(),
        ) {
            let mut text = String::from("code,name\n");
            for (code, name) in &rows {
                writeln!(text, "{code},{name}").expect("a string takes text");
            }
            if !last_line_ends {
                text.pop();
            }
            let table = Table::new(&text);
            prop_assert_eq!(table.find(&asked), rows.get(&asked).map(String::as_str));
            let within: BTreeMap<_, _> =
                table.within(&asked).map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
            let mut expected = rows.clone();
            expected.retain(|code, _| code.starts_with(&asked));
            prop_assert_eq!(within, expected);
        }
    }
}
