//! A question: what kind of answer it takes, how the answer is checked, and what is said and shown with it.

use super::{Blocker, Expr, OssPlace, SectionIx};
use crate::ident::Level;
use crate::text::{Text, Tongue};
use std::ops::Range;

/// What kind of answer a question takes. Every kind stores text as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One line.
    Text,
    /// Several lines.
    Paragraph,
    /// Whole number; dots group (`1.250`).
    Integer,
    /// Number with a decimal comma.
    Decimal,
    /// Whole rupiah: `15jt`, `1,5 M`, `Rp 15.000.000`.
    Rupiah,
    /// Civil date: `17-8-45`, `170845`.
    Date,
    /// `ya` or `tidak`.
    YesNo,
    /// One of a list, stored by name.
    Choice,
    /// Several of a list, stored as names with spaces between (as XLSForm does).
    Choices,
    /// Nomor Induk Kependudukan.
    Nik,
    /// Nomor Pokok Wajib Pajak, 15 or 16 digits.
    Npwp,
    /// Telephone.
    Phone,
    /// E-mail address.
    Email,
    /// Nomor Induk Berusaha, 13 digits.
    Nib,
    /// Place of business of a taxpayer, 22 digits.
    Nitku,
    /// Number of a deed.
    Akta,
    /// Number of the Ministry of Law on a deed or registration.
    Ahu,
    /// BPJS Ketenagakerjaan card.
    Kpj,
    /// BPJS Kesehatan card.
    BpjsKes,
    /// A business at BPJS Ketenagakerjaan.
    Npp,
    /// Five-digit KBLI code; its edition travels with it.
    Kbli,
    /// Kemendagri region: a code picked from the list, or a name as typed.
    Wilayah,
    /// Postcode, 5 digits.
    KodePos,
    /// RT and RW.
    RtRw,
    /// A place on the map, as maps give it: `1.6784, 101.4432`.
    Koordinat,
    /// A document: `asli`, `fotokopi` or `tidak_ada`, with a note.
    Document,
    /// A statement the applicant agrees to: `ya` when agreed.
    Statement,
    /// Words to read; no answer.
    Note,
    /// The value of `calculation`; never typed.
    Calculated,
}

/// How a calculated value is shown and read by other expressions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// As it is.
    #[default]
    Text,
    /// `Rp 15.000.000`.
    Rupiah,
    /// `17 Agustus 1945`.
    Date,
    /// With dots between thousands.
    Integer,
    /// The label of the choice of that name in the question's `choices`.
    Choice,
    /// The names of a region, by its code.
    Wilayah,
}

/// Whether an answer must be there to finish.
#[derive(Debug, Clone, PartialEq)]
pub enum Required {
    /// Never.
    No,
    /// Always (when relevant).
    Yes,
    /// When the expression is true.
    When(Expr),
}

/// A rule over an answer. The rule holds when `expr` is true, or when it meets an unanswered question.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// True when all is well.
    pub expr: Expr,
    /// How grave it is when false.
    pub level: Level,
    /// What is wrong.
    pub what: Text,
    /// Why it matters; may be empty.
    pub why: Text,
    /// What to do next; may be empty.
    pub next: Text,
}

/// What a document question knows of its document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Document {
    /// Who issues it.
    pub issuer: Text,
    /// What does instead.
    pub alternatives: Text,
    /// What to do when the applicant has not got it.
    pub if_missing: Text,
    /// Whether a photocopy is enough.
    pub copy_is_enough: bool,
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Name, unique in the pack: lower case, digits, `_`. Its name in expressions and answers.
    pub name: String,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The section it stands in.
    pub section: SectionIx,
    /// What is asked.
    pub label: Text,
    /// A short help under the label; may be empty.
    pub hint: Text,
    /// The sentence the officer says aloud, at most 15 words.
    pub say: Text,
    /// The same sentence in regional languages, where the pack has it.
    pub spoken: Vec<(Tongue, String)>,
    /// An example answer.
    pub example: Text,
    /// What the answer is for.
    pub why: Text,
    /// Where it stands on the card or paper.
    pub place: Text,
    /// Whether it must be answered.
    pub required: Required,
    /// Asked only when true.
    pub relevant: Option<Expr>,
    /// `constraint` first (always `salah`), then `[[question.check]]`.
    pub checks: Vec<Check>,
    /// For calculated questions, and as a proposal elsewhere.
    pub calculation: Option<Expr>,
    /// Answer a new case starts with.
    pub default: Option<Expr>,
    /// How a calculated value is shown.
    pub show: Show,
    /// Index into [`Pack::choice_lists`].
    pub choices: Option<usize>,
    /// Keeps a choice when true; sees the choice's columns and `name`.
    pub choice_filter: Option<Expr>,
    /// Most characters OSS takes; 0 for no limit.
    pub max_chars: usize,
    /// Where it goes in OSS.
    pub oss: Option<OssPlace>,
    /// For documents.
    pub document: Option<Document>,
    /// What the answer is in the world, whatever the question is called here: answers of one meaning are
    /// shared between the cases of a visit. Those in [`crate::form::meaning`] are also checked against each
    /// other.
    pub meaning: Option<String>,
    /// Where the meaning is written: byte range in the file of `defined`; empty without one.
    pub meaning_at: Range<usize>,
    /// Question-level blockers.
    pub blocked_by: Vec<Blocker>,
    /// Where it was defined: file index and byte range of its name.
    pub defined: (usize, Range<usize>),
}

impl Question {
    /// The sentence to say in a regional language, when the pack has one.
    pub fn say_in(&self, tongue: Tongue) -> Option<&str> {
        self.spoken.iter().find(|(of, _)| *of == tongue).map(|(_, say)| say.as_str())
    }
}
