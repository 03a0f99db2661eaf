//! What follows from the answers: recomputed whole after each change, never edited.

use super::{Answers, Kind, Path, QuestionIx, SectionIx};
use crate::ident::{Level, Verdict};
use crate::text::Text;
use rustc_hash::FxHashMap;

/// What a finding says: one of ours by key, or a sentence of the pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Words in Fluent.
    Ours(Verdict),
    /// Words in the pack: what, why, next.
    Pack {
        /// What is wrong.
        what: Text,
        /// Why it matters.
        why: Text,
        /// What to do.
        next: Text,
    },
}

/// One finding about one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How grave.
    pub level: Level,
    /// The words.
    pub message: Message,
}

/// One question as it stands now. `Debug` hides what was answered.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// Where the answer lives.
    pub path: Path,
    /// Which question.
    pub question: QuestionIx,
    /// Index into [`Derived::sections`].
    pub section: usize,
    /// Must be answered to finish.
    pub required: bool,
    /// Something was answered (for calculated: there is a value).
    pub answered: bool,
    /// The answer as people read it: `Rp 15.000.000`, `17 Agustus 1945`, a choice's label.
    /// Indonesian and English.
    pub shown: Text,
    /// What the number itself tells (`Dumai Kota, Riau · perempuan · 17 Agustus 1957`), or empty.
    pub reading: Text,
    /// What OSS is given, in OSS's format; empty when it has no place there or no answer.
    pub oss_value: String,
    /// For calculated questions the computed text; for others with a `calculation` or `default` and no
    /// answer the proposal; else empty.
    pub calculated: String,
    /// Indices of the choices offered, after `choice_filter`.
    pub choices: Vec<usize>,
    /// All findings, gravest first.
    pub findings: Vec<Finding>,
    /// A `periksa` is passed with a recorded reason.
    pub reasoned: bool,
    /// Index of the first blocker not yet done, into the question's (or its section's) `blocked_by`,
    /// with the path of the question to answer first.
    pub blocked: Option<Blocked>,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocked {
    /// The question to answer first.
    pub by: Path,
    /// What the officer says.
    pub say: Text,
    /// Who solves it; may be empty.
    pub who: Text,
}

/// Another service that must be finished first, as far as this case's answers tell. Whether it is
/// finished is not looked at here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockedPack {
    /// Id of that pack.
    pub pack: String,
    /// What the officer says.
    pub say: Text,
    /// Who solves it; may be empty.
    pub who: Text,
}

impl std::fmt::Debug for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Row")
            .field("path", &self.path)
            .field("required", &self.required)
            .field("answered", &self.answered)
            .field("findings", &self.findings)
            .finish_non_exhaustive()
    }
}

impl Row {
    /// The gravest finding that is still open (a reasoned `periksa` is not).
    pub fn open_level(&self) -> Option<Level> {
        self.findings
            .iter()
            .map(|finding| finding.level)
            .filter(|level| !(self.reasoned && *level == Level::Periksa))
            .max()
    }

    /// Whether this row keeps the case from being finished: required and empty, `salah`, or `periksa`
    /// without a reason.
    pub fn blocks_finishing(&self) -> bool {
        (self.required && !self.answered) || self.open_level() >= Some(Level::Periksa)
    }
}

/// State of one section in the task list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaskStatus {
    /// Nothing answered.
    Belum,
    /// Some answered, or some wrong.
    Sebagian,
    /// Nothing keeps it from being finished.
    Lengkap,
    /// Something else must come first.
    Terhalang,
}

/// One line of the task list: a section, in one instance of the repeats around it.
#[derive(Clone, PartialEq)]
pub struct SectionState {
    /// Which section.
    pub section: SectionIx,
    /// Instances around it and, for a repeat, itself: `usaha#1`. Empty at the top.
    pub scope: String,
    /// How deep it stands: 0 at the top.
    pub depth: usize,
    /// For an instance of a repeat: its place, counted from 1.
    pub ordinal: Option<usize>,
    /// For an instance of a repeat: what names it ("warung nasi"); may be empty.
    pub item_label: String,
    /// Rows that take an answer: answered well.
    pub done: usize,
    /// Rows that take an answer and must have one, or have one.
    pub total: usize,
    /// Rows that keep the case from being finished; instances a repeat lacks (counted at its last
    /// entry) or has too many (one at each) count too.
    pub open: usize,
    /// Status of its own rows.
    pub status: TaskStatus,
    /// What must come first, when `Terhalang`.
    pub blocked: Option<Blocked>,
    /// Range of its own rows in [`Derived::rows`].
    pub rows: std::ops::Range<usize>,
}

impl std::fmt::Debug for SectionState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SectionState")
            .field("scope", &self.scope)
            .field("status", &self.status)
            .field("done", &self.done)
            .field("total", &self.total)
            .finish_non_exhaustive()
    }
}

/// A sentence of the read-back, with its places filled. Holds personal data.
#[derive(Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Index into [`Derived::sections`].
    pub section: usize,
    /// The words.
    pub text: Text,
    /// Not shown on the screen turned to the applicant.
    pub officer_only: bool,
}

impl std::fmt::Debug for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sentence(section {})", self.section)
    }
}

/// Everything that follows from the answers of a case today.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Derived {
    /// Relevant questions in order of asking; questions that do not apply are not here.
    pub rows: Vec<Row>,
    /// Relevant sections in order. An instance of a repeat is one entry; a repeat without instances is
    /// one entry without `ordinal`.
    pub sections: Vec<SectionState>,
    /// Read-back sentences in order.
    pub sentences: Vec<Sentence>,
    /// Packs of the same applicant to be finished before this case, in the order of the pack.
    pub blocked_packs: Vec<BlockedPack>,
    /// Answers that have no question in this pack (kept, shown as orphans), or whose question does not
    /// apply now (kept, not shown).
    pub orphans: Vec<Path>,
    pub(super) by_path: FxHashMap<Path, usize>,
}

impl Derived {
    /// The row at `path`, when its question applies.
    pub fn row(&self, path: &Path) -> Option<&Row> {
        self.position(path).map(|at| &self.rows[at])
    }

    /// Place of `path` in [`Derived::rows`].
    pub fn position(&self, path: &Path) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// Rows that take an answer, done and in all: the progress shown in lists.
    pub fn progress(&self) -> (usize, usize) {
        self.sections
            .iter()
            .fold((0, 0), |(done, total), section| (done + section.done, total + section.total))
    }

    /// Whether nothing keeps the case from being finished: no row, and no repeat with too few or too
    /// many instances.
    pub fn can_finish(&self) -> bool {
        self.sections.iter().all(|section| section.open == 0)
    }

    /// Rows that keep the case from being finished, in order.
    pub fn problems(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.blocks_finishing())
    }
}

/// Whether a kind takes an answer from a person (notes and calculated values do not).
pub const fn takes_answer(kind: Kind) -> bool {
    !matches!(kind, Kind::Note | Kind::Calculated)
}

/// Whether a kind is typed (and not chosen or only read).
pub const fn is_typed(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::YesNo
            | Kind::Choice
            | Kind::Choices
            | Kind::Document
            | Kind::Statement
            | Kind::Note
            | Kind::Calculated
    )
}

/// Instances a case must have before it is evaluated: for every repeat in sight whose list is shorter
/// than its `min`, the numbers to add. A pure proposal; the caller records them.
pub fn missing_instances(form: &super::Form, answers: &Answers) -> Vec<(String, u32)> {
    super::evaluate::missing_instances(form, answers)
}
