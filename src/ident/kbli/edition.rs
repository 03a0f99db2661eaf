//! What the lists say about a code: whether its edition has it, and whether another edition means
//! something else by the same number.
//!
//! Never moves a code to another edition, and never calls a code unknown by a list that is not whole.

use super::{Kbli, KbliCode};
use crate::ident::{Level, Verdict};

/// Letters of a word that tells something about a title.
const TELLING_LETTERS: usize = 4;

/// What the lists say about `code`. All findings are periksa: a code that only another edition has, one
/// that no list has though the one of its edition is whole, a number that means something else in
/// another edition (56102: Rumah/Warung Makan in 2020, without a permanent building in 2025).
pub fn check_in(code: &KbliCode, kbli: &Kbli) -> Vec<Verdict> {
    let (digits, edition) = (code.digits(), code.edition());
    let about = |id| {
        Verdict::new(Level::Periksa, id)
            .with("code", digits.to_owned())
            .with("edition", edition.to_string())
    };
    let with_other = |id, other: u16, title: &str| {
        about(id).with("other", other.to_string()).with("other_title", title.to_owned())
    };
    if let Some((title, _)) = kbli.title(digits, edition) {
        return kbli
            .other_meanings(digits, edition)
            .map(|(year, other)| {
                with_other("kbli-other-edition", year, other).with("title", title.to_owned())
            })
            .collect();
    }
    let is_whole = kbli.is_whole(edition);
    let mut others = kbli.editions().into_iter().filter(|other| *other != edition);
    match others.find_map(|other| Some((other, kbli.title(digits, other)?.0))) {
        Some((year, title)) if is_whole || went_elsewhere(kbli, code) => {
            vec![with_other("kbli-only-other", year, title)]
        }
        None if is_whole => vec![about("kbli-unknown")],
        _ => check_known(code).into_iter().collect(),
    }
}

/// What is known without any list: codes of 2020 only. Division 45 went into 46, 47 and 95; 74149 into
/// others.
pub(super) fn check_known(code: &KbliCode) -> Option<Verdict> {
    let digits = code.digits();
    let dropped = code.edition() >= 2025 && (digits.starts_with("45") || digits == "74149");
    let verdict = Verdict::new(Level::Periksa, "kbli-dropped");
    dropped.then(|| verdict.with("code", digits.to_owned()))
}

/// Whether the table from 2020 to 2025 says that a code of 2025 is one of 2020 only.
fn went_elsewhere(kbli: &Kbli, code: &KbliCode) -> bool {
    let successors = kbli.successors(code.digits());
    code.edition() >= 2025
        && !successors.is_empty()
        && successors.iter().all(|hit| hit.code != code.digits())
}

/// Whether two editions mean something else by one number. Where the table from 2020 to 2025 knows the
/// code, it decides; titles alone are often worded anew, so that they must have no word in common.
pub(super) fn means_another(kbli: &Kbli, digits: &str, title: &str, other: &str) -> bool {
    let successors = kbli.successors(digits);
    if !successors.is_empty() {
        return successors.iter().all(|hit| hit.code != digits);
    }
    let telling = |text: &str| -> Vec<String> {
        let lower = text.to_lowercase();
        let words = lower.split(|sign: char| !sign.is_alphanumeric());
        words
            .filter(|word| word.chars().count() >= TELLING_LETTERS)
            .map(ToOwned::to_owned)
            .collect()
    };
    let ours = telling(title);
    !telling(other).iter().any(|word| ours.contains(word))
}
