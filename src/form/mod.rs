//! Packs become definitions, definitions become a form being filled.
//!
//! [`load`] reads a pack's texts into a [`Pack`] and all its [`Problem`]s; [`Form::open`] compiles the
//! expressions of one pack; [`evaluate`] tells everything that follows from a set of answers. Never
//! touches a path or the clock, and keeps nothing of the screen.

mod analyse;
mod answers;
mod assemble;
pub mod bring;
mod built_in;
mod compile;
mod cross;
mod datum;
mod definition;
mod derived;
mod diff;
mod evaluate;
#[cfg(test)]
mod example;
mod expression;
mod functions;
mod graph;
mod head;
mod inherit;
mod layout;
mod library;
mod lists;
mod load;
pub mod meaning;
mod migrate;
mod migration;
pub mod navigate;
mod pattern;
mod preflight;
mod problem;
mod question;
mod quick;
mod readback;
mod requirements;
mod rows;
#[cfg(test)]
mod scenario;
mod schema;
mod section;
mod services;
mod tables;
mod teach_back;
#[cfg(test)]
mod tests;
mod tree;
pub mod trouble;
mod value;
mod vars;

pub use answers::{Answer, Answers, Path};
pub use built_in::{PackSources, built_in_services, built_in_troubles};
pub use compile::Form;
pub use cross::Checked;
pub use definition::{
    Basis, Blocker, Check, Choice, ChoiceList, Document, Expr, GivenNumber, Item, Kind, NumberKind,
    OssFormat, OssPage, OssPlace, Pack, PackBlocker, Question, QuestionIx, Readback, Required,
    Section, SectionIx, SectionKind, Show, Status, TeachBack,
};
pub use derived::{
    Blocked, BlockedPack, Derived, Finding, Message, Row, SectionState, Sentence, TaskStatus,
    is_typed, missing_instances, takes_answer,
};
pub use diff::{Difference, diff};
pub use evaluate::{default_answers, defaults_for, evaluate};
pub(crate) use expression::tree as expression_tree;
pub use head::{Head, is_reserved, load_head};
pub use library::{Library, Loaded, Origin, Title, Unreadable};
pub use load::load;
pub use migrate::{Attention, Moved, Moving, homeless, is_live, migrate};
pub use migration::{Change, Cut, Migration, Step};
pub use pattern::is_pattern;
pub use problem::{Problem, Severity, Source, render};
pub use requirements::{Because, End, Requirement, requirements};
pub use schema::{kind_of_word, kind_word, schema, show_word};
pub use services::{Ask, Group, Leads, Reply, Services};
pub use tree::UNWRITTEN;
