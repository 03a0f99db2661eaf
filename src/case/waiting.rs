//! What a waiting case waits on, who is called back first, and what the calls brought.
//!
//! Never decides that a condition has come true: that is said by an officer, by a day, or by the office's
//! journal of outages.

use serde::{Deserialize, Serialize};

/// What must come true before a waiting case can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Condition {
    /// OSS answers again.
    Oss,
    /// The login of OSS works again.
    Login,
    /// Dukcapil has activated or consolidated the NIK.
    Nik,
    /// The OTP or e-mail of OSS has come.
    Otp,
    /// The newest akta is there, and AHU has it.
    Akta,
    /// The NPWP is there, or valid.
    Npwp,
    /// A document is brought.
    Dokumen,
    /// A day has come.
    Tanggal,
    /// The technical office has answered.
    Dinas,
}

impl Condition {
    /// Every condition, in the order in which the counter chooses them.
    pub const ALL: [Self; 9] = [
        Self::Oss,
        Self::Login,
        Self::Otp,
        Self::Nik,
        Self::Akta,
        Self::Npwp,
        Self::Dokumen,
        Self::Dinas,
        Self::Tanggal,
    ];

    /// Its name in events and data files. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Oss => "oss",
            Self::Login => "login",
            Self::Nik => "nik",
            Self::Otp => "otp",
            Self::Akta => "akta",
            Self::Npwp => "npwp",
            Self::Dokumen => "dokumen",
            Self::Tanggal => "tanggal",
            Self::Dinas => "dinas",
        }
    }

    /// The condition of that name; nothing for one of a later version.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|condition| condition.code() == code)
    }

    /// Whether the applicant has to do something for it. Where not, the office or a system must, and the
    /// applicant can wait for a call.
    pub const fn is_applicants(self) -> bool {
        matches!(self, Self::Nik | Self::Akta | Self::Npwp | Self::Dokumen)
    }

    /// The system whose outage keeps it from coming true ([`crate::office::Outage::system`]): then the end
    /// of the outage makes it true for every case at once.
    pub const fn system(self) -> Option<&'static str> {
        match self {
            Self::Oss => Some("oss"),
            Self::Login => Some("login"),
            Self::Otp => Some("otp"),
            _ => None,
        }
    }
}

/// Why somebody is called back before others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Care {
    /// Elderly: 60 years and older (UU 13/1998 on the welfare of the elderly, article 1).
    Lansia,
    /// A disability.
    Disabilitas,
    /// Pregnant.
    Hamil,
    /// Lives far away.
    Jauh,
}

impl Care {
    /// Every reason.
    pub const ALL: [Self; 4] = [Self::Lansia, Self::Disabilitas, Self::Hamil, Self::Jauh];

    /// Its name in events. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lansia => "lansia",
            Self::Disabilitas => "disabilitas",
            Self::Hamil => "hamil",
            Self::Jauh => "jauh",
        }
    }

    /// The reason of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|care| care.code() == code)
    }

    /// Its bit in a summary.
    pub const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// What a case waits for. Its texts are somebody's: `Debug` does not show them.
#[derive(Clone, PartialEq, Eq)]
pub struct Waiting {
    /// For what, in the officer's words.
    pub reason: String,
    /// The condition, where one was chosen.
    pub on: Option<Condition>,
    /// The day from which it can go on, `YYYY-MM-DD`.
    pub until: Option<jiff::civil::Date>,
    /// Since when, ms since 1970.
    pub since_ms: i64,
    /// The applicant agreed that papers and telephone number are kept (UU 27/2022, article 20(2)a).
    pub consent: bool,
    /// What was left at the counter, a thing a line.
    pub left: String,
    /// An officer saw the condition come true, ms since 1970.
    pub met_ms: Option<i64>,
}

impl std::fmt::Debug for Waiting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Waiting").field("on", &self.on).finish_non_exhaustive()
    }
}

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Somebody answered and knows.
    Answered,
    /// Nobody answered.
    NoAnswer,
    /// They will come, at the time in `next_ms`.
    Coming,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 3] = [Self::Answered, Self::NoAnswer, Self::Coming];

    /// Its name in events. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answered => "dijawab",
            Self::NoAnswer => "tidak_diangkat",
            Self::Coming => "datang",
        }
    }

    /// The outcome of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// A call to the applicant.
#[derive(Clone, PartialEq, Eq)]
pub struct Call {
    /// When, ms since 1970.
    pub at_ms: i64,
    /// The officer who called.
    pub by: String,
    /// How it ended; nothing for one of a later version.
    pub outcome: Option<Outcome>,
    /// When to call next, or when they come; ms since 1970.
    pub next_ms: Option<i64>,
    /// What was said, in the officer's words.
    pub note: String,
}

impl Call {
    /// Whether somebody was reached: they answered, or said when they come.
    pub fn reached(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Answered | Outcome::Coming))
    }
}

impl std::fmt::Debug for Call {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Call({:?})", self.outcome)
    }
}

/// One go at typing a case into OSS.
#[derive(Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When it began, ms since 1970.
    pub began_ms: i64,
    /// The officer who typed.
    pub by: String,
    /// When it ended; nothing while it goes on.
    pub ended_ms: Option<i64>,
    /// The page of the retype sheet that was reached, counted from 1; 0 when unknown.
    pub page: u32,
    /// The message OSS showed, as typed.
    pub error: String,
    /// All values were accepted.
    pub done: bool,
}

impl std::fmt::Debug for Attempt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attempt(page {}, done {})", self.page, self.done)
    }
}

/// What lists need of a waiting case. In older offices sealed with the summary as JSON: FROZEN names.
#[derive(Clone, PartialEq, Eq, Default, Deserialize)]
pub struct Waits {
    /// For what, in the officer's words.
    #[serde(rename = "r", default)]
    pub reason: Box<str>,
    /// Code of the condition; empty when none was chosen.
    #[serde(rename = "o", default)]
    pub on: Box<str>,
    /// The day from which it can go on.
    #[serde(rename = "u", default)]
    pub until: Option<jiff::civil::Date>,
    /// Since when, ms since 1970.
    #[serde(rename = "s", default)]
    pub since_ms: i64,
    /// An officer saw the condition come true, ms since 1970.
    #[serde(rename = "m", default)]
    pub met_ms: Option<i64>,
    /// When to call next, ms since 1970.
    #[serde(rename = "n", default)]
    pub next_ms: Option<i64>,
    /// How the last call ended ([`Outcome::code`]).
    #[serde(rename = "c", default)]
    pub called: Box<str>,
    /// Calls since it waits in which somebody was reached.
    #[serde(rename = "k", default)]
    pub reached: u16,
    /// When the last call was, ms since 1970.
    #[serde(rename = "t", default)]
    pub called_ms: Option<i64>,
    /// The applicant agreed to be called. Without it the case waits, and nobody is called.
    #[serde(rename = "y", default)]
    pub consent: bool,
    /// No telephone number that can be read is known, so nobody can be called.
    #[serde(rename = "z", default)]
    pub no_number: bool,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl std::fmt::Debug for Waits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Waits({:?} since {})", self.on, self.since_ms)
    }
}

impl Waits {
    /// The condition it waits on.
    pub fn condition(&self) -> Option<Condition> {
        Condition::from_code(&self.on)
    }

    /// How the last call ended; nothing before the first, or when a later version wrote it.
    pub fn outcome(&self) -> Option<Outcome> {
        Outcome::from_code(&self.called)
    }

    /// The system whose outage holds it up, as far as that can be told.
    pub fn system(&self) -> &'static str {
        held_up_by(self.condition(), &self.reason)
    }
}

/// A wait that is over: what the office's journal of outages still counts of it. Sealed with the summary as
/// JSON: FROZEN names, add optional ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waited {
    /// The system whose outage held it up.
    #[serde(rename = "o")]
    pub system: Box<str>,
    /// Since when it waited, ms since 1970.
    #[serde(rename = "s")]
    pub since_ms: i64,
    /// Calls while it waited in which somebody was reached.
    #[serde(rename = "k", default, skip_serializing_if = "is_default")]
    pub reached: u16,
}

/// The system whose outage holds a waiting case up; empty when it waits for something else. Without a
/// condition the officer's words tell: a case parked with "menunggu OSS" waits for OSS.
pub(crate) fn held_up_by(on: Option<Condition>, reason: &str) -> &'static str {
    match on {
        Some(Condition::Nik) => "dukcapil",
        Some(Condition::Akta) => "ahu",
        Some(on) => on.system().unwrap_or_default(),
        None => {
            const WORDS: [(&str, &str); 10] = [
                ("login", "login"),
                ("otp", "otp"),
                ("email", "otp"),
                ("e-mail", "otp"),
                ("dukcapil", "dukcapil"),
                ("ahu", "ahu"),
                ("jaringan", "jaringan"),
                ("internet", "jaringan"),
                ("gangguan", "oss"),
                ("oss", "oss"),
            ];
            let reason = reason.to_lowercase();
            let said = |word: &str| {
                reason
                    .split(|sign: char| !sign.is_alphanumeric() && sign != '-')
                    .any(|one| one == word)
            };
            WORDS.iter().find(|(word, _)| said(word)).map_or("", |(_, system)| system)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_or_the_officers_words_tell_what_holds_a_case_up() {
        assert_eq!(held_up_by(Some(Condition::Nik), "menunggu OSS"), "dukcapil");
        assert_eq!(held_up_by(Some(Condition::Dokumen), "menunggu OSS"), "");
        assert_eq!(held_up_by(None, "Menunggu OSS hidup lagi"), "oss");
        assert_eq!(held_up_by(None, "login OSS gagal"), "login");
        assert_eq!(held_up_by(None, "menunggu tanda tangan"), "");
        assert_eq!(held_up_by(None, "tahun depan"), "", "ahu is no part of a word");
    }
}
