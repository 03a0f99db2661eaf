//! What lists and searches read of a case, so that nothing else need be opened for them.

use super::{Case, Lifecycle};
use crate::form::{Derived, Kind, Pack};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Kinds of the blind index: numbers that find a case again.
pub mod tag {
    /// NIK.
    pub const NIK: u8 = 1;
    /// NPWP.
    pub const NPWP: u8 = 2;
    /// Telephone.
    pub const PHONE: u8 = 3;
    /// NIB.
    pub const NIB: u8 = 4;
}

/// The sealed summary of a case. Field names are short because there are many; they are frozen like
/// those of events. `Debug` shows no personal data.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Applicant, as lists show it.
    #[serde(rename = "n")]
    pub name: Box<str>,
    /// Business, as lists show it.
    #[serde(rename = "a", default)]
    pub activity: Box<str>,
    /// Pack id.
    #[serde(rename = "p")]
    pub pack: Box<str>,
    /// Visit code.
    #[serde(rename = "c")]
    pub code: Box<str>,
    /// Digits that find it (NIK, telephone), with spaces between.
    #[serde(rename = "f", default)]
    pub digits: Box<str>,
    /// How far: 0 draft, 1 finalized, 2 done.
    #[serde(rename = "l")]
    lifecycle: u8,
    /// Answers done, and in all.
    #[serde(rename = "d")]
    pub progress: (u16, u16),
    /// What it waits for.
    #[serde(rename = "w", default, skip_serializing_if = "Option::is_none")]
    pub parked: Option<Box<str>>,
    /// Values copied into OSS, and in all.
    #[serde(rename = "h", default)]
    pub handed: (u16, u16),
    /// Whether something stands in the way of every open section.
    #[serde(rename = "b", default)]
    pub blocked: bool,
    /// When something last happened, ms since 1970.
    #[serde(rename = "m")]
    pub last_ms: i64,
}

impl fmt::Debug for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Summary({} {:?} {:?})", self.code, self.lifecycle(), self.progress)
    }
}

impl Summary {
    /// The summary of a case as it stands.
    pub fn of(case: &Case, pack: &Pack, derived: &Derived) -> Self {
        let answer = |ix: crate::form::QuestionIx| {
            derived.rows.iter().find(|row| row.question == ix && row.answered)
        };
        let shown = |ix: Option<crate::form::QuestionIx>| {
            ix.and_then(answer).map_or("", |row| row.shown.id.as_str()).into()
        };
        let digits: Vec<String> = pack
            .identifiers
            .iter()
            .filter_map(|ix| answer(*ix))
            .map(|row| case.answers.raw(&row.path).chars().filter(char::is_ascii_digit).collect())
            .collect();
        let (done, total) = derived.progress();
        let copied = derived.rows.iter().filter(|row| !row.oss_value.is_empty());
        let handed = copied.clone().filter(|row| case.handed.contains(&row.path)).count();
        Self {
            name: shown(pack.subject),
            activity: shown(pack.activity),
            pack: case.pack.as_str().into(),
            code: case.code.as_str().into(),
            digits: digits.join(" ").into(),
            lifecycle: case.lifecycle as u8,
            progress: (done as u16, total as u16),
            parked: case.parked.as_deref().map(Into::into),
            handed: (handed as u16, copied.count() as u16),
            blocked: derived.problems().next().is_some()
                && derived.problems().all(|row| row.blocked.is_some()),
            last_ms: case.last_ms,
        }
    }

    /// How far the case is.
    pub fn lifecycle(&self) -> Lifecycle {
        match self.lifecycle {
            0 => Lifecycle::Draft,
            1 => Lifecycle::Finalized,
            _ => Lifecycle::Done,
        }
    }

    /// Whether `query` (lower case) is in the name, business, code or digits. Digits may be typed with
    /// spaces or dots; a telephone in its `0812` or `62812` form.
    pub fn matches(&self, query: &str) -> bool {
        let found = |text: &str| text.to_lowercase().contains(query);
        if query.is_empty() || found(&self.name) || found(&self.activity) || found(&self.code) {
            return true;
        }
        let digits: String = query.chars().filter(char::is_ascii_digit).collect();
        let only_number = query.chars().all(|c| c.is_ascii_digit() || " .-+".contains(c));
        digits.len() >= 3 && only_number && {
            let local = digits.strip_prefix("62").or(digits.strip_prefix('0')).unwrap_or(&digits);
            self.digits.contains(&digits) || self.digits.contains(local)
        }
    }
}

/// The blind-index tags of a case: its identifiers by kind, digits only, telephones in their `62` form.
pub(super) fn tags(case: &Case, pack: &Pack, derived: &Derived) -> Vec<(u8, String)> {
    let mut tags = Vec::new();
    for row in &derived.rows {
        let kind = match pack.question(row.question).kind {
            Kind::Nik => tag::NIK,
            Kind::Npwp => tag::NPWP,
            Kind::Phone => tag::PHONE,
            _ => continue,
        };
        tags.extend(normal(kind, case.answers.raw(&row.path)).map(|value| (kind, value)));
    }
    tags.extend(
        case.nib.as_deref().and_then(|nib| normal(tag::NIB, nib)).map(|nib| (tag::NIB, nib)),
    );
    tags
}

fn normal(kind: u8, raw: &str) -> Option<String> {
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    let value = match (kind, digits.strip_prefix('0')) {
        (tag::PHONE, Some(rest)) => format!("62{rest}"),
        _ => digits,
    };
    (value.len() >= 8).then_some(value)
}

impl Case {
    /// The numbers that find this case again, for the store's blind index.
    pub fn tags(&self, pack: &Pack, derived: &Derived) -> Vec<(u8, String)> {
        tags(self, pack, derived)
    }
}
