//! PINs: a few digits with which the officer at the screen opens it again after the lock.
//!
//! They live as long as the program runs and reach no disk. A PIN opens nothing but the lock, only for the
//! officer who locked it, and after three wrong tries only the passphrase does. What is kept is a hash: with so
//! few digits it stops nobody who reads the memory (who has the office's key then), but they lie nowhere in
//! clear.

use super::Private;

/// Fewest digits of a PIN.
pub const SHORTEST_PIN: usize = 4;
/// Most digits.
pub const LONGEST_PIN: usize = 6;
/// Wrong tries after which the passphrase is needed.
pub const PIN_TRIES: u8 = 3;

/// The PINs of this run, one for each officer who set one.
#[derive(Default)]
pub struct Pins {
    salt: [u8; 32],
    of: Vec<(Private, [u8; 32])>,
    wrong: u8,
}

impl std::fmt::Debug for Pins {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pins({} set, {} wrong)", self.of.len(), self.wrong)
    }
}

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Try {
    /// It is the PIN.
    Right,
    /// It is not; so many tries are left.
    Wrong(u8),
}

impl Pins {
    /// Without any; `seed` is random.
    pub(super) fn new(seed: &[u8; 32]) -> Self {
        let salt = blake3::derive_key("loket 2026-11 salt of pins of one run", seed);
        Self { salt, of: Vec::new(), wrong: 0 }
    }

    /// Whether this officer set one.
    pub fn is_set(&self, officer: &Private) -> bool {
        self.of.iter().any(|(of, _)| of == officer)
    }

    /// Whether this officer can open the lock with one now.
    pub fn opens(&self, officer: &Private) -> bool {
        self.wrong < PIN_TRIES && self.is_set(officer)
    }

    pub(super) fn set(&mut self, officer: &Private, pin: &str) {
        self.forget(officer);
        self.of.push((officer.clone(), self.hash(officer, pin)));
    }

    pub(super) fn forget(&mut self, officer: &Private) {
        self.of.retain(|(of, _)| of != officer);
    }

    /// Tries what was typed at the lock; nothing when it is no PIN or none opens: then it is a passphrase.
    pub(super) fn take(&mut self, officer: &Private, typed: &str) -> Option<Try> {
        if !self.opens(officer) || !has_the_shape(typed) {
            return None;
        }
        let hash = self.hash(officer, typed);
        if self.of.iter().any(|(of, set)| of == officer && *set == hash) {
            self.wrong = 0;
            return Some(Try::Right);
        }
        self.wrong += 1;
        Some(Try::Wrong(PIN_TRIES - self.wrong))
    }

    /// A passphrase was typed: tries count anew.
    pub(super) fn proven(&mut self) {
        self.wrong = 0;
    }

    fn hash(&self, officer: &Private, pin: &str) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key("loket 2026-11 pin of one run");
        hasher.update(&self.salt).update(&[officer.0.len() as u8]).update(officer.0.as_bytes());
        hasher.update(pin.as_bytes()).finalize().into()
    }
}

/// What keeps a text from being a PIN, as a Fluent message.
pub(super) fn fault(pin: &str) -> Option<&'static str> {
    if !has_the_shape(pin) {
        return Some("officer-pin-shape");
    }
    is_easy(pin).then_some("officer-pin-easy")
}

fn has_the_shape(text: &str) -> bool {
    (SHORTEST_PIN..=LONGEST_PIN).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The first that anybody tries: one digit again and again, or digits in their order.
fn is_easy(pin: &str) -> bool {
    [0, 1, -1].into_iter().any(|step| {
        let mut pairs = pin.as_bytes().windows(2);
        pairs.all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == step)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_four_to_six_digits_that_nobody_guesses_at_once() {
        for pin in ["1403", "770421", "12343", "1122"] {
            assert_eq!(fault(pin), None, "{pin}");
        }
        for pin in ["140", "1403770", "14o3", "", "14 03", "١٤٠٣"] {
            assert_eq!(fault(pin), Some("officer-pin-shape"), "{pin}");
        }
        for pin in ["0000", "1234", "987654", "456789"] {
            assert_eq!(fault(pin), Some("officer-pin-easy"), "{pin}");
        }
    }

    #[test]
    fn a_pin_is_its_officers_and_tells_nothing_of_itself() {
        let (rina, lina) = (Private::from("Rina"), Private::from("Lina"));
        let mut pins = Pins::new(&[7; 32]);
        pins.set(&rina, "1403");
        assert_eq!(pins.take(&lina, "1403"), None, "it is no PIN of hers");
        assert_eq!(pins.take(&rina, "kata sandi"), None);
        assert_eq!(pins.take(&rina, "1404"), Some(Try::Wrong(2)));
        assert_eq!(pins.take(&rina, "1403"), Some(Try::Right));
        for left in [2, 1, 0] {
            assert_eq!(pins.take(&rina, "9031"), Some(Try::Wrong(left)));
        }
        assert!(!pins.opens(&rina) && pins.is_set(&rina));
        assert_eq!(pins.take(&rina, "1403"), None, "now only the passphrase opens");
        pins.proven();
        assert_eq!(pins.take(&rina, "1403"), Some(Try::Right));
        assert_eq!(format!("{pins:?}"), "Pins(1 set, 0 wrong)");
        pins.forget(&rina);
        assert!(!pins.is_set(&rina));
    }
}
