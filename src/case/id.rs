//! Names of cases and events, and where new ones come from.

use std::fmt;

/// Makes a type for the names of one kind of thing.
macro_rules! id_type {
    ($name:ident, $what:literal) => {
        #[doc = concat!("Name of ", $what, ": 16 random bytes, written as 32 hex digits. Says nothing about anybody.")]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 16]);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let digits = text.as_bytes();
                if digits.len() != 32 {
                    return Err(NotAnId);
                }
                let digit = |at: usize| char::from(digits[at]).to_digit(16).ok_or(NotAnId);
                let mut bytes = [0; 16];
                for (at, byte) in bytes.iter_mut().enumerate() {
                    *byte = (digit(at * 2)? << 4 | digit(at * 2 + 1)?) as u8;
                }
                Ok(Self(bytes))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'_, str> as serde::Deserialize>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use id_type;

/// The text is not 32 hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected 32 hex digits")]
pub struct NotAnId;

id_type!(CaseId, "a case");
id_type!(EventId, "an event");

/// Source of new names: a seed from the system's randomness, then a keyed hash that counts.
///
/// Keeping it as a value lets the program be replayed in tests, name for name.
#[derive(Clone)]
pub struct Minter {
    key: [u8; 32],
    count: u64,
}

impl fmt::Debug for Minter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Minter(made {})", self.count)
    }
}

impl Minter {
    /// A source from 32 random bytes.
    pub const fn new(seed: [u8; 32]) -> Self {
        Self { key: seed, count: 0 }
    }

    /// Sixteen new bytes.
    pub fn bytes(&mut self) -> [u8; 16] {
        self.count += 1;
        let hash = blake3::keyed_hash(&self.key, &self.count.to_le_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&hash.as_bytes()[..16]);
        bytes
    }

    /// A new case name.
    pub fn case(&mut self) -> CaseId {
        CaseId(self.bytes())
    }

    /// A new event name.
    pub fn event(&mut self) -> EventId {
        EventId(self.bytes())
    }

    /// A number below `bound` (which is above zero).
    pub fn below(&mut self, bound: u32) -> u32 {
        let bytes = self.bytes();
        let number = u64::from_le_bytes(bytes[..8].try_into().expect("eight of sixteen bytes"));
        (number % u64::from(bound)) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_writes() {
        let mut minter = Minter::new([7; 32]);
        let id = minter.case();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_ne!(minter.case(), id);
    }

    #[test]
    fn other_texts_are_no_ids() {
        for text in [
            "",
            "00",
            "zz000000000000000000000000000000",
            "é0000000000000000000000000000000",
            "+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a+a",
        ] {
            assert_eq!(text.parse::<CaseId>(), Err(NotAnId), "{text}");
        }
    }
}
