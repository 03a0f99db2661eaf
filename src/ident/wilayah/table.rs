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
        self.starting(code).next().filter(|(found, _)| *found == code).map(|(_, rest)| rest)
    }

    /// The lines whose codes begin with `code`, its own among them, in order.
    pub(super) fn within(self, code: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.starting(code).take_while(move |(found, _)| found.starts_with(code))
    }

    /// The lines from `code` on, whether it is there or not.
    pub(super) fn starting(self, code: &str) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        self.body[self.place(code)..].lines().filter_map(|line| line.split_once(','))
    }

    /// Start of the first line whose code is not before `code`.
    fn place(self, code: &str) -> usize {
        let bytes = self.body.as_bytes();
        let (mut low, mut high) = (0, bytes.len());
        // Both stand at the beginning of a line, so that slicing there is always allowed.
        while low < high {
            let middle = low.midpoint(high);
            let before = bytes[low..middle].iter().rposition(|sign| *sign == b'\n');
            let start = before.map_or(low, |at| low + at + 1);
            let after = bytes[middle..].iter().position(|sign| *sign == b'\n');
            let end = after.map_or(bytes.len(), |at| middle + at + 1);
            let line = &bytes[start..end];
            let comma = line.iter().position(|sign| *sign == b',').unwrap_or(line.len());
            if &line[..comma] < code.as_bytes() {
                low = end;
            } else {
                high = start;
            }
        }
        low
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
