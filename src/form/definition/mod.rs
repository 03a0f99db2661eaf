//! What a pack asks: immutable, made by the loader, shared by `Arc`.
//!
//! Nothing here depends on what anybody answered; that is [`super::Answers`] and [`super::Derived`].

mod oss;
mod question;

pub use oss::{GivenNumber, NumberKind, OssFormat, OssPage, OssPlace};
pub use question::{Check, Document, Kind, Question, Required, Show};

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
    pub(in crate::form) own_teach_back: Vec<TeachBack>,
    /// How answers to earlier versions become answers to this one, oldest first.
    pub migrations: Vec<crate::form::Migration>,
    /// Place of every question and section by name: a pack may hold thousands.
    pub(in crate::form) names: HashMap<String, Item>,
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
    /// For the officer alone: a term of the office that says nothing to the applicant.
    pub officer_only: bool,
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
