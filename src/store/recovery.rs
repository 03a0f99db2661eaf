//! The printed recovery key: 128 random bits as seven groups of four characters.
//!
//! Crockford base32, 26 characters' worth of data and a CRC of 12 bits, which finds every single
//! wrong character and every two neighbours exchanged. Never stored, never printed by `Debug`.

use super::error::StoreError;
use super::seal;
use std::fmt;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS: usize = 28;
/// FROZEN: CRC-12, x^12 + x^11 + x^3 + x^2 + x + 1, most significant bit first, starting at 0.
const POLYNOMIAL: u16 = 0x80F;

/// Opens an office when every passphrase is forgotten. Shown once, printed, locked away.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey(pub(super) [u8; 16]);

impl RecoveryKey {
    pub(super) fn random() -> Result<Self, StoreError> {
        seal::random().map(Self)
    }

    /// As it is printed: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`.
    pub fn text(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(CHARACTERS + 6));
        let mut bits: u32 = 0;
        let mut held = 0;
        let mut characters = 0;
        let mut put = |value: u32, width: u32| {
            bits = bits << width | value;
            held += width;
            while held >= 5 {
                held -= 5;
                if characters > 0 && characters % 4 == 0 {
                    text.push('-');
                }
                text.push(char::from(ALPHABET[(bits >> held & 31) as usize]));
                characters += 1;
            }
            bits &= (1 << held) - 1;
        };
        for byte in self.0 {
            put(u32::from(byte), 8);
        }
        put(u32::from(check(&self.0)), 12);
        text
    }

    /// A key as people type it: any case, any spaces and dashes, O for 0, I or L for 1.
    ///
    /// Errors: [`StoreError::RecoveryTypo`] when a character is missing, foreign or wrong.
    pub fn parse(text: &str) -> Result<Self, StoreError> {
        let mut key = Self([0; 16]);
        let mut bits: u32 = 0;
        let mut held = 0;
        let mut bytes = 0;
        let mut characters = 0;
        for character in text.chars() {
            if character.is_whitespace() || matches!(character, '-' | '–' | '—' | '_' | '.') {
                continue;
            }
            let value = value_of(character).ok_or(StoreError::RecoveryTypo)?;
            characters += 1;
            if characters > CHARACTERS {
                return Err(StoreError::RecoveryTypo);
            }
            bits = bits << 5 | value;
            held += 5;
            if bytes < 16 && held >= 8 {
                held -= 8;
                key.0[bytes] = (bits >> held) as u8;
                bytes += 1;
                bits &= (1 << held) - 1;
            }
        }
        // 28 characters are 140 bits: 16 bytes were taken out, the check is what is left.
        if characters != CHARACTERS || bits != u32::from(check(&key.0)) {
            return Err(StoreError::RecoveryTypo);
        }
        Ok(key)
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(..)")
    }
}

fn value_of(character: char) -> Option<u32> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|&letter| char::from(letter) == upper).map(|at| at as u32)
}

fn check(key: &[u8; 16]) -> u16 {
    let mut crc: u16 = 0;
    for byte in key {
        for bit in (0..8).rev() {
            let top = crc >> 11 & 1 ^ u16::from(byte >> bit & 1);
            crc = crc << 1 & 0xFFF;
            if top == 1 {
                crc ^= POLYNOMIAL;
            }
        }
    }
    crc
}
