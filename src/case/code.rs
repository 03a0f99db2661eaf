//! The visit code an applicant takes home: easy to say, hard to mishear, with a check letter.

use super::Minter;
use std::fmt;

/// Plain nouns everybody knows.
const WORDS: [&str; 96] = [
    "ALPUKAT", "AYAM", "BADAK", "BAKAU", "BAMBU", "BATU", "BAYAM", "BEBEK", "BELUT", "BERAS",
    "BINTANG", "BOLA", "BUAYA", "BUKU", "BULAN", "BUNGA", "CABAI", "CANGKIR", "CERI", "CICAK",
    "COKELAT", "CUMI", "DAUN", "DELIMA", "DOMBA", "DUKU", "DURIAN", "ELANG", "EMAS", "GAJAH",
    "GARAM", "GELAS", "GITAR", "GULA", "GUNUNG", "HIJAU", "HUTAN", "IKAN", "INTAN", "ITIK",
    "JAGUNG", "JAMBU", "JERUK", "KACA", "KAKAP", "KAPAL", "KATAK", "KAYU", "KELAPA", "KERANG",
    "KOPI", "KUDA", "KUNCI", "LADA", "LAMPU", "LANGIT", "LEBAH", "LEMARI", "LOTUS", "MADU",
    "MANGGA", "MATAHARI", "MAWAR", "MELATI", "MERAH", "MERPATI", "NANAS", "NASI", "NURI", "OBOR",
    "OMBAK", "PADI", "PANTAI", "PASIR", "PAYUNG", "PEPAYA", "PERAK", "PISANG", "POHON", "PUTIH",
    "RAJA", "RANTAI", "ROTAN", "RUSA", "SAGU", "SALAK", "SAPI", "SAWAH", "SEMUT", "SINGA", "TEBU",
    "TIMUN", "TOMAT", "ULAR", "UNTA", "ZAITUN",
];

/// Letters that cannot be taken for a digit or for one another when spoken.
const CHECK: [char; 19] =
    ['A', 'C', 'D', 'F', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'U', 'W', 'X', 'Y', 'Z'];

/// A visit code: `KUDA-472-M`. Holds no personal data, so it may stand on paper and in a QR code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VisitCode {
    word: u8,
    number: u16,
}

impl VisitCode {
    /// A new code; callers ask again when it is taken.
    pub fn mint(minter: &mut Minter) -> Self {
        Self { word: minter.below(WORDS.len() as u32) as u8, number: minter.below(1000) as u16 }
    }

    /// Reads a code as people write it: any case, any or no separators. `None` when a part is missing
    /// or the check letter does not fit.
    pub fn parse(text: &str) -> Option<Self> {
        let plain: String =
            text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
        let start = plain.find(|c: char| c.is_ascii_digit())?;
        let (name, rest) = plain.split_at(start);
        let word = WORDS.iter().position(|word| *word == name)? as u8;
        let number = rest.get(..3)?.parse().ok()?;
        let code = Self { word, number };
        (rest.get(3..) == Some(code.check().encode_utf8(&mut [0; 4]))).then_some(code)
    }

    /// The check letter: a slip in one digit or the word always changes it.
    fn check(self) -> char {
        let digits = [self.number / 100, self.number / 10 % 10, self.number % 10];
        let sum: u32 = digits
            .iter()
            .zip([2, 3, 5])
            .map(|(digit, weight)| u32::from(*digit) * weight)
            .sum::<u32>()
            + u32::from(self.word) * 7;
        CHECK[sum as usize % CHECK.len()]
    }
}

impl fmt::Display for VisitCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:03}-{}", WORDS[self.word as usize], self.number, self.check())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = VisitCode> {
        (0..WORDS.len() as u8)
            .flat_map(|word| (0..1000).map(move |number| VisitCode { word, number }))
    }

    #[test]
    fn every_code_reads_back_however_it_is_written() {
        for code in all() {
            let text = code.to_string();
            assert_eq!(VisitCode::parse(&text), Some(code));
            assert_eq!(VisitCode::parse(&text.to_lowercase().replace('-', " ")), Some(code));
        }
    }

    #[test]
    fn one_wrong_digit_is_always_noticed() {
        for code in all() {
            let check = code.check();
            for (unit, weight) in [(1, 1), (10, 10), (100, 100)] {
                let digit = code.number / unit % 10;
                for other in (0..10).filter(|other| *other != digit) {
                    let number = code.number - digit * weight + other * weight;
                    assert_ne!(VisitCode { number, ..code }.check(), check, "{code}");
                }
            }
        }
    }

    #[test]
    fn words_are_distinct() {
        for (at, word) in WORDS.iter().enumerate() {
            assert!(!WORDS[..at].contains(word), "{word} twice");
        }
    }

    #[test]
    fn what_is_no_code_is_none() {
        for text in ["", "KUDA", "KUDA-47", "KUDAX-472-M", "472", "KUDA-472", "KUDA-472-é"] {
            assert_eq!(VisitCode::parse(text), None, "{text}");
        }
    }
}
