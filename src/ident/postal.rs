//! Kode pos: five digits, the first 1 to 9. Never looks a code up.

use super::digits::{self, Digits, Ids};
use super::{Level, Parsed, Verdict};
use std::fmt;

const IDS: Ids =
    Ids { lookalike: "postal-lookalike", letter: "postal-letter", length: "postal-length" };

/// Five digits. `Debug` hides them, because they are part of an address.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PostalCode {
    digits: Digits<5>,
}

/// Reads a kode pos. Salah: not five digits, or a leading 0, which no kode pos has.
pub fn parse(text: &str) -> Parsed<PostalCode> {
    match digits::exactly(text, &IDS) {
        Err(verdict) => Parsed::bad(verdict),
        Ok(digits) if digits.as_str().starts_with('0') => {
            Parsed::bad(Verdict::new(Level::Salah, "postal-zero"))
        }
        Ok(digits) => Parsed::good(PostalCode { digits }),
    }
}

impl PostalCode {
    /// The five digits.
    pub fn digits(&self) -> &str {
        self.digits.as_str()
    }

    /// The five digits.
    pub fn as_str(&self) -> &str {
        self.digits.as_str()
    }
}

impl fmt::Debug for PostalCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PostalCode(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::Salah;

    #[test]
    fn the_examples_are_read_as_the_table_says() {
        finds("28811", &parse("28811"), &[]);
        finds("2881", &parse("2881"), &[(Salah, "postal-length")]);
        finds("00000", &parse("00000"), &[(Salah, "postal-zero")]);
        finds("288l1", &parse("288l1"), &[(Salah, "postal-lookalike")]);
        finds("288x1", &parse("288x1"), &[(Salah, "postal-letter")]);
    }
}
