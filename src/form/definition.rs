//! What a pack asks: immutable, made by the loader, shared by `Arc`.
//!
//! Nothing here depends on what anybody answered; that is [`super::Answers`] and [`super::Derived`].

use crate::ident::Level;
use crate::text::{Text, Tongue};
use std::collections::HashMap;
use std::ops::Range;

/// Place of a section in [`Pack::sections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SectionIx(pub usize);

/// Place of a question in [`Pack::questions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QuestionIx(pub usize);

/// Whether the office stands behind a pack or it is our example still to be verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Checked by the office: `status = "resmi"`.
    Resmi,
    /// An example; the office must verify it: `status = "contoh, verifikasi dinas"`.
    Contoh,
}

/// One service of the office, as loaded from its folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Folder name and key, e.g. `nib-perorangan`.
    pub id: String,
    /// Version of the pack, counted up by its author.
    pub version: u32,
    /// Name of the service.
    pub title: Text,
    /// One sentence: for whom it is.
    pub summary: Text,
    /// Who stands behind it.
    pub status: Status,
    /// Ids of the packs it stands on, nearest first.
    pub bases: Vec<String>,
    /// Name of the group the catalogue lists it under; empty for none.
    pub group: String,
    /// Everyday words by which the service is found.
    pub words: Vec<String>,
    /// First day the pack holds.
    pub from: Option<jiff::civil::Date>,
    /// Last day the pack holds.
    pub until: Option<jiff::civil::Date>,
    /// What it costs; empty when the office does not say.
    pub cost: Text,
    /// How long it takes; empty when the office does not say.
    pub time: Text,
    /// Packs of the same applicant to be finished before this one.
    pub blocked_by: Vec<PackBlocker>,
    /// The KBLI edition OSS wants now (2025), which travels with each code.
    pub kbli_edition: u16,
    /// Question whose answer names the applicant in lists (`nama`).
    pub subject: Option<QuestionIx>,
    /// Questions whose answers find the case again: NIK, telephone (blind index, last digits).
    pub identifiers: Vec<QuestionIx>,
    /// Question (first repeat instance counts) that tells the business in lists.
    pub activity: Option<QuestionIx>,
    /// Pages of OSS in their order.
    pub oss_pages: Vec<OssPage>,
    /// What is recorded when it is through.
    pub number: GivenNumber,
    /// Regulations the pack stands on.
    pub basis: Vec<Basis>,
    /// Choice lists by name.
    pub choice_lists: Vec<ChoiceList>,
    /// Sections in order; a child stands after its parent.
    pub sections: Vec<Section>,
    /// Every question in order of asking.
    pub questions: Vec<Question>,
    /// What the applicant should be able to say before going home; empty for the usual three
    /// ([`Pack::teach_back`]).
    pub(super) own_teach_back: Vec<TeachBack>,
    /// How answers to earlier versions become answers to this one, oldest first.
    pub migrations: Vec<super::Migration>,
    /// Place of every question and section by name: a pack may hold thousands.
    pub(super) names: HashMap<String, Item>,
}

/// "First that service, then this".
#[derive(Debug, Clone, PartialEq)]
pub struct PackBlocker {
    /// Id of the pack to be finished first.
    pub pack: String,
    /// Only when true, over this pack's answers.
    pub relevant: Option<Expr>,
    /// What the officer says.
    pub say: Text,
    /// Who solves it; may be empty.
    pub who: Text,
    /// Where it names the pack: file index and byte range.
    pub defined: (usize, Range<usize>),
}

/// Something an applicant should be able to say in their own words before going home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeachBack {
    /// What records it: lower case, digits, `_`.
    pub id: String,
    /// What the officer asks.
    pub say: Text,
    /// What the applicant should then say; with places, see [`TeachBack::expected`].
    pub expect: Text,
}

/// A page of OSS, as its menu names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OssPage {
    /// Key used by [`OssPlace::page`].
    pub name: String,
    /// Title as OSS shows it.
    pub title: Text,
}

/// A regulation and the time it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Short name with article: `PP 28/2025 Pasal 7`.
    pub name: String,
    /// First day it holds, `YYYY-MM-DD`, if the pack says.
    pub from: Option<jiff::civil::Date>,
    /// Last day it holds. A day in the past is a warning of `pack check`.
    pub until: Option<jiff::civil::Date>,
}

/// A named list of choices.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceList {
    /// Name used by a question's `choices`.
    pub name: String,
    /// The choices in order.
    pub choices: Vec<Choice>,
}

/// One choice. Its name is what is stored.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// Stored value: lower case, digits, `_`.
    pub name: String,
    /// What people read.
    pub label: Text,
    /// OSS's own code for it, when it has one (`01`).
    pub code: Option<String>,
    /// Further columns for `choice_filter`, by name.
    pub columns: Vec<(String, String)>,
}

/// A group of questions, or a repeat of them. One section is one line of the task list.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Name, unique in the pack among sections and questions.
    pub name: String,
    /// Group or repeat.
    pub kind: SectionKind,
    /// The section it stands in, if any. Only repeats hold sections.
    pub parent: Option<SectionIx>,
    /// Heading.
    pub label: Text,
    /// Asked only when true.
    pub relevant: Option<Expr>,
    /// What must be answered first.
    pub blocked_by: Vec<Blocker>,
    /// Sentences that read the answers back to the applicant.
    pub readback: Vec<Readback>,
    /// Its own questions and child sections, in order.
    pub items: Vec<Item>,
}

/// Group or repeat.
#[derive(Debug, Clone, PartialEq)]
pub enum SectionKind {
    /// Asked once (or once per instance of the repeat it stands in).
    Group,
    /// Asked once per instance.
    Repeat {
        /// Instances a new case starts with, and the least that must be there.
        min: u32,
        /// The most there may be.
        max: u32,
        /// Question whose answer names an instance ("Usaha 1: warung nasi").
        item_label: Option<QuestionIx>,
    },
}

/// An entry of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A question.
    Question(QuestionIx),
    /// A child section.
    Section(SectionIx),
}

/// "First that, then this", with the sentence for the applicant.
#[derive(Debug, Clone, PartialEq)]
pub struct Blocker {
    /// Question that must be answered first.
    pub question: QuestionIx,
    /// What the officer says.
    pub say: Text,
    /// Who solves it; may be empty.
    pub who: Text,
}

/// A sentence with `{question}` places, shown in the question's display form. A sentence with an
/// empty place is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Readback {
    /// The sentence.
    pub text: Text,
    /// Only when true.
    pub relevant: Option<Expr>,
}

/// An expression as written, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expr {
    /// CEL source.
    pub source: String,
    /// Index of the file in the pack's sources.
    pub file: usize,
    /// Byte range of the expression's text in that file.
    pub span: Range<usize>,
}

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

/// Where an answer goes in OSS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OssPlace {
    /// [`OssPage::name`].
    pub page: String,
    /// The label OSS shows at the field.
    pub label: String,
    /// Place on the page, counted up.
    pub order: u32,
    /// How OSS wants it written.
    pub format: OssFormat,
    /// Most characters its field holds; 0 when the pack does not say. A longer value is cut when it is
    /// copied, unlike [`Question::max_chars`], which does not let the case be finished.
    pub max: usize,
}

impl OssPlace {
    /// `value` as far as the field holds it, and what does not fit: between words where there is a space
    /// in the last part of it.
    pub fn cut<'a>(&self, value: &'a str) -> (&'a str, &'a str) {
        let end = value.char_indices().nth(self.max).map(|(at, _)| at);
        let Some(end) = end.filter(|_| self.max > 0) else { return (value, "") };
        // The field may end just behind a word.
        let is_word_end = value[end..].starts_with(char::is_whitespace);
        let space = value[..end].rfind(char::is_whitespace).filter(|at| *at * 2 > end);
        let at = if is_word_end { end } else { space.unwrap_or(end) };
        (value[..at].trim_end(), value[at..].trim_start())
    }
}

/// The number OSS, or the office, gives a case that is through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenNumber {
    /// What it is called: `NIB`, `nomor izin`.
    pub label: Text,
    /// How it is checked.
    pub kind: NumberKind,
}

/// How a given number is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberKind {
    /// A NIB: thirteen digits.
    Nib,
    /// Anything the office writes on its papers.
    Free,
}

impl NumberKind {
    /// Its name in packs and events. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nib => "nib",
            Self::Free => "bebas",
        }
    }

    /// The kind of that name; nothing for one of a later version.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Nib, Self::Free].into_iter().find(|kind| kind.code() == code)
    }
}

/// How OSS wants a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OssFormat {
    /// Digits for numbers, dates `DD/MM/YYYY`, labels for choices, else as typed.
    #[default]
    Natural,
    /// Digits alone.
    Digits,
    /// `YYYY-MM-DD`.
    IsoDate,
    /// The choice's OSS code.
    Code,
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
    /// shared between the cases of a visit. Those in [`super::meaning`] are also checked against each
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

impl Pack {
    /// Regional languages that at least one question can be asked in, in the order they are offered.
    pub fn tongues(&self) -> Vec<Tongue> {
        let is_spoken = |tongue: &Tongue| {
            self.questions.iter().any(|question| question.say_in(*tongue).is_some())
        };
        Tongue::ALL.into_iter().filter(is_spoken).collect()
    }

    /// The question at `ix`.
    pub fn question(&self, ix: QuestionIx) -> &Question {
        &self.questions[ix.0]
    }

    /// The section at `ix`.
    pub fn section(&self, ix: SectionIx) -> &Section {
        &self.sections[ix.0]
    }

    /// The question of that name.
    pub fn find_question(&self, name: &str) -> Option<QuestionIx> {
        match self.names.get(name)? {
            Item::Question(ix) => Some(*ix),
            Item::Section(_) => None,
        }
    }

    /// The section of that name.
    pub fn find_section(&self, name: &str) -> Option<SectionIx> {
        match self.names.get(name)? {
            Item::Section(ix) => Some(*ix),
            Item::Question(_) => None,
        }
    }

    /// The repeats that `section` stands in, outermost first, itself included when it is one.
    pub fn repeats_around(&self, section: SectionIx) -> Vec<SectionIx> {
        let mut around = Vec::new();
        let mut at = Some(section);
        while let Some(ix) = at {
            if matches!(self.section(ix).kind, SectionKind::Repeat { .. }) {
                around.push(ix);
            }
            at = self.section(ix).parent;
        }
        around.reverse();
        around
    }
}
