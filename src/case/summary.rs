//! What lists and searches read of a case, so that nothing else need be opened for them.

use super::{Case, Lifecycle, Waited, Waits};
use crate::form::{Derived, Kind, NumberKind, Pack, QuestionIx, Row};
use crate::ident::phone::{self, Phone};
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

/// Longest name or business in a list, in letters; the answer itself is kept whole.
const LONGEST: usize = 80;

/// The summary of a case. `Debug` shows no personal data.
///
/// There is one for every case in memory, so its texts lie in one allocation.
#[derive(Clone, PartialEq, Eq)]
pub struct Summary {
    /// Name, business, pack id, visit code and digits, one after the other.
    pub(super) text: Box<str>,
    /// Where each of them ends.
    pub(super) ends: [u16; 5],
    pub(super) lifecycle: u8,
    /// Whether something stands in the way of everything that is open.
    pub blocked: bool,
    /// Answers done, and in all.
    pub progress: (u16, u16),
    /// Values copied into OSS, and in all.
    pub handed: (u16, u16),
    /// What it waits for; only few cases do, so only they pay for it.
    pub waits: Option<Box<Waits>>,
    /// Waits for a system that are over, for the journal of outages; few cases have any.
    pub waited: Option<Box<Vec<Waited>>>,
    /// How often the applicant has come.
    pub visits: u16,
    /// Why the applicant comes before others: bits of [`super::Care`].
    pub care: u8,
    /// When something last happened, ms since 1970.
    pub last_ms: i64,
}

/// Texts one after the other, each cut to its first [`LONGEST`] letters, and where each ends.
pub(super) fn lay(texts: [&str; 5]) -> (Box<str>, [u16; 5]) {
    let texts = texts.map(|text| {
        // A text of no more bytes has no more letters.
        let end = (text.len() > LONGEST).then(|| text.char_indices().nth(LONGEST)).flatten();
        end.map_or(text, |(end, _)| &text[..end])
    });
    let mut all = String::with_capacity(texts.iter().map(|text| text.len()).sum());
    let ends = texts.map(|text| {
        all.push_str(text);
        all.len() as u16
    });
    (all.into(), ends)
}

impl fmt::Debug for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Summary({} {:?} {:?})", self.code(), self.lifecycle(), self.progress)
    }
}

impl Summary {
    /// The summary of a case as it stands.
    pub fn of(case: &Case, pack: &Pack, derived: &Derived) -> Self {
        let answer =
            |ix: QuestionIx| derived.rows.iter().find(|row| row.question == ix && row.answered);
        let shown = |ix: Option<QuestionIx>| {
            ix.and_then(answer).map_or_else(String::new, |row| row.shown.id.clone())
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
        let (name, activity) = (shown(pack.subject), shown(pack.activity));
        let (text, ends) = lay([&name, &activity, &case.pack, &case.code, &digits.join(" ")]);
        Self {
            text,
            ends,
            lifecycle: case.lifecycle as u8,
            progress: (done as u16, total as u16),
            waits: waits_of(case).map(|waits| {
                let no_number = telephone(case, pack, derived).is_none();
                Box::new(Waits { no_number, ..*waits })
            }),
            waited: (!case.waited.is_empty()).then(|| Box::new(case.waited.clone())),
            visits: case.visits,
            care: case.care.iter().fold(0, |bits, care| bits | care.bit()),
            handed: (handed as u16, copied.count() as u16),
            blocked: derived.problems().next().is_some()
                && derived.problems().all(|row| row.blocked.is_some()),
            last_ms: case.last_ms,
        }
    }

    /// The summary of a case whose questions are not here: its code and pack, and no name.
    pub fn bare(case: &Case) -> Self {
        let (text, ends) = lay(["", "", &case.pack, &case.code, ""]);
        Self {
            text,
            ends,
            lifecycle: case.lifecycle as u8,
            progress: (0, 0),
            waits: waits_of(case),
            waited: (!case.waited.is_empty()).then(|| Box::new(case.waited.clone())),
            visits: case.visits,
            care: case.care.iter().fold(0, |bits, care| bits | care.bit()),
            handed: (0, 0),
            blocked: false,
            last_ms: case.last_ms,
        }
    }

    /// The same under another name.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        (self.text, self.ends) =
            lay([name, self.activity(), self.pack(), self.code(), self.digits()]);
        self
    }

    fn part(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[usize::from(start)..usize::from(self.ends[at])]
    }

    /// Applicant, as lists show it; empty until a name is answered.
    pub fn name(&self) -> &str {
        self.part(0)
    }

    /// Business, as lists show it.
    pub fn activity(&self) -> &str {
        self.part(1)
    }

    /// Pack id.
    pub fn pack(&self) -> &str {
        self.part(2)
    }

    /// Visit code.
    pub fn code(&self) -> &str {
        self.part(3)
    }

    /// Digits that find it (NIK, telephone), with spaces between.
    pub fn digits(&self) -> &str {
        self.part(4)
    }

    /// What it waits for, in the officer's words.
    pub fn parked(&self) -> Option<&str> {
        self.waits.as_ref().map(|waits| &*waits.reason)
    }

    /// Whether the applicant comes before others for that reason.
    pub fn has_care(&self, care: super::Care) -> bool {
        self.care & care.bit() != 0
    }

    /// Why the applicant comes before others.
    pub fn care_reasons(&self) -> Vec<super::Care> {
        super::Care::ALL.into_iter().filter(|care| self.has_care(*care)).collect()
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
        if query.is_empty() || found(self.name()) || found(self.activity()) || found(self.code()) {
            return true;
        }
        let digits: String = query.chars().filter(char::is_ascii_digit).collect();
        let only_number = query.chars().all(|c| c.is_ascii_digit() || " .-+".contains(c));
        digits.len() >= 3 && only_number && {
            let local = digits.strip_prefix("62").or(digits.strip_prefix('0')).unwrap_or(&digits);
            self.digits().contains(&digits) || self.digits().contains(local)
        }
    }
}

impl Case {
    /// What lists need of its waiting.
    pub fn waits(&self) -> Option<Waits> {
        waits_of(self).map(|waits| *waits)
    }
}

/// What lists need of the case's waiting.
fn waits_of(case: &Case) -> Option<Box<Waits>> {
    let waiting = case.waiting.as_ref()?;
    let last = case.calls.last();
    Some(Box::new(Waits {
        reason: waiting.reason.as_str().into(),
        on: waiting.on.map_or("", super::Condition::code).into(),
        until: waiting.until,
        since_ms: waiting.since_ms,
        met_ms: waiting.met_ms,
        next_ms: last.and_then(|call| call.next_ms),
        called: last.and_then(|call| call.outcome).map_or("", super::Outcome::code).into(),
        reached: case.reached(),
        called_ms: last.map(|call| call.at_ms),
        consent: waiting.consent,
        no_number: false,
    }))
}

/// The row of the applicant's telephone: the question that means it, else the first of its kind.
pub fn telephone_row<'d>(pack: &Pack, derived: &'d Derived) -> Option<&'d Row> {
    let meant = |row: &&Row| pack.question(row.question).meaning.as_deref() == Some("hp");
    let rows = || derived.rows.iter();
    let phone = |row: &&Row| pack.question(row.question).kind == Kind::Phone;
    let answered = |row: &&Row| row.answered;
    rows()
        .filter(answered)
        .find(meant)
        .or_else(|| rows().filter(answered).find(phone))
        .or_else(|| rows().find(meant))
        .or_else(|| rows().find(phone))
}

/// The applicant's telephone, where one was answered that can be read.
pub fn telephone(case: &Case, pack: &Pack, derived: &Derived) -> Option<Phone> {
    let row = telephone_row(pack, derived).filter(|row| row.answered)?;
    phone::parse(case.answers.raw(&row.path)).value
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
    let nib = case.nib.as_deref().filter(|_| case.number == Some(NumberKind::Nib));
    tags.extend(nib.and_then(|nib| normal(tag::NIB, nib)).map(|nib| (tag::NIB, nib)));
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
