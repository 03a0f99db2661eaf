//! What was tried when OSS failed, and what is known of the applicant's account.
//!
//! Never holds a password or a code: what is typed is looked at before it becomes an event
//! ([`crate::ident::secret`]). Has no `Debug`: it is all somebody's.

/// What an account is made with, as events name it.
pub const ACCOUNTS: [&str; 2] = ["email", "phone"];
/// Whose that can be, as events name it.
pub const OWNERS: [&str; 4] = ["own", "family", "helper", "office"];
/// The ways to get an account back, as events name them.
pub const RECOVERIES: [&str; 6] =
    ["forgot-email", "forgot-phone", "resend", "replace-access", "change-letter", "contact-oss"];

/// One step of a trouble that was taken.
#[derive(Clone, PartialEq, Eq)]
pub struct Try {
    /// When, ms since 1970.
    pub at_ms: i64,
    /// By whom.
    pub by: String,
    /// Name of the step.
    pub step: String,
    /// What came of it, in Indonesian.
    pub answer: String,
    /// What the officer has added; may be empty.
    pub note: String,
}

/// How a trouble ended.
#[derive(Clone, PartialEq, Eq)]
pub struct Ended {
    /// When, ms since 1970.
    pub at_ms: i64,
    /// By whom.
    pub by: String,
    /// `solved`, `referred`, `waiting`.
    pub end: String,
    /// Where to, or what for; may be empty.
    pub to: String,
}

/// One trouble of a case.
#[derive(Clone, PartialEq, Eq)]
pub struct TroubleLog {
    /// Its name.
    pub trouble: String,
    /// Every step taken, oldest first; a step taken again is there again.
    pub tried: Vec<Try>,
    /// Its end, unless it is under way.
    pub ended: Option<Ended>,
}

impl TroubleLog {
    /// Adds a step: the trouble is under way again. A note on what was just done is no new step.
    pub(super) fn push(&mut self, attempt: Try) {
        match self.tried.last_mut() {
            Some(last)
                if !attempt.note.is_empty()
                    && (&last.step, &last.answer) == (&attempt.step, &attempt.answer) =>
            {
                last.note = attempt.note;
            }
            _ => {
                self.ended = None;
                self.tried.push(attempt);
            }
        }
    }
}

/// What an account was made with.
#[derive(Clone, PartialEq, Eq)]
pub struct AccountEntry {
    /// One of [`ACCOUNTS`].
    pub what: String,
    /// The address or number; may be empty.
    pub value: String,
    /// One of [`OWNERS`]; empty while nobody knows.
    pub owner: String,
    /// When it was noted, ms since 1970.
    pub at_ms: i64,
    /// By whom.
    pub by: String,
}

/// One way that was tried.
#[derive(Clone, PartialEq, Eq)]
pub struct Recovery {
    /// When, ms since 1970.
    pub at_ms: i64,
    /// By whom.
    pub by: String,
    /// One of [`RECOVERIES`], or of a later version.
    pub what: String,
    /// What came of it.
    pub result: String,
}
