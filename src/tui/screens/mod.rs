//! How the screens look, file for file with `app::screens`, and what several of them share.
//!
//! Every `draw` gets the rows between the two rules; none knows what stands around it.

mod account;
pub(super) mod beranda;
pub(super) mod call;
pub(super) mod facing;
pub(super) mod fill;
mod finder;
pub(super) mod handover;
pub(super) mod lock;
mod lookup;
mod moved;
pub(super) mod officers;
mod outage;
pub(super) mod outages;
pub(super) mod overlay;
pub(super) mod paper;
mod park;
mod picker;
pub(super) mod review;
pub(super) mod setup;
mod sheet;
mod stack;
pub(super) mod tasks;
mod teach_back;
mod trouble;
pub(super) mod unlock;

use super::pen::Pen;
use crate::app::Open;
use crate::app::screens::fill::options;
use crate::form::{Finding, Kind, Message, Path, Question, Row, SectionKind};
use crate::ident::Level;

/// What the open case is called: the applicant, or the visit code as long as there is no name.
pub(super) fn applicant(open: &Open) -> String {
    open.title.0.clone()
}

/// The heading of a section: `Usaha 1: warung nasi`.
fn section_title(pen: &Pen<'_>, open: &Open, section: usize) -> String {
    let Some(entry) = open.derived.sections.get(section) else { return String::new() };
    let definition = open.form.pack.section(entry.section);
    let label = pen.text(&definition.label);
    // Inside a repeat the heading of the repeat tells which one it is.
    match (entry.ordinal, matches!(definition.kind, SectionKind::Repeat { .. })) {
        (Some(ordinal), true) if entry.item_label.is_empty() => format!("{label} {ordinal}"),
        (Some(ordinal), true) => format!("{label} {ordinal}: {}", entry.item_label),
        _ => label.to_owned(),
    }
}

/// The label of the question at `path`.
fn label_of<'o>(pen: &Pen<'_>, open: &'o Open, path: &Path) -> &'o str {
    let pack = &open.form.pack;
    pack.find_question(path.name()).map_or("", |ix| pen.text(&pack.question(ix).label))
}

/// The sentence to say and its heading: in the applicant's language where the pack has it, and then in
/// Indonesian, for an applicant with a language of the region understands no English sentence.
fn to_say<'q>(pen: &Pen<'_>, open: &Open, question: &'q Question) -> (String, &'q str) {
    let Some(tongue) = open.case.spoken else {
        return (pen.say("fill-say"), pen.text(&question.say));
    };
    let (code, say) = match question.say_in(tongue) {
        Some(say) => (tongue.code(), say),
        None => ("id", question.say.id.as_str()),
    };
    let tongue = pen.say(&format!("tongue-{code}"));
    (pen.say_with("fill-say-in", &[("tongue", tongue.into())]), say)
}

/// What a finding says: what, why, next.
fn said(pen: &Pen<'_>, finding: &Finding) -> (String, String, String) {
    match &finding.message {
        Message::Ours(verdict) => {
            let args: Vec<_> =
                verdict.args.iter().map(|(name, value)| (*name, value.as_ref().into())).collect();
            let part = |name: &str| {
                pen.words.find(&format!("{}.{name}", verdict.id), &args).unwrap_or_default()
            };
            (pen.words.with(verdict.id, &args), part("why"), part("next"))
        }
        Message::Pack { what, why, next } => {
            (pen.text(what).to_owned(), pen.text(why).to_owned(), pen.text(next).to_owned())
        }
    }
}

/// The sign and style of a row: done, to do, something found.
fn sign_of_row(row: &Row, kind: Kind) -> (&'static str, &'static str) {
    match row.open_level() {
        Some(Level::Salah) => ("✗", "answer.salah"),
        Some(Level::Periksa) => ("!", "answer.periksa"),
        _ if row.blocked.is_some() && !row.answered => ("▲", "blocked"),
        _ if kind == Kind::Note => ("i", "info"),
        _ if row.answered => ("✔", "done"),
        _ if row.required => ("○", "todo"),
        _ => ("·", "todo"),
    }
}

/// A choice as it is offered.
struct Offer {
    label: String,
    chosen: bool,
}

/// What can be chosen, in words, and what is chosen.
fn offers(pen: &Pen<'_>, open: &Open, row: &Row) -> Vec<Offer> {
    let question = open.form.pack.question(row.question);
    let raw = open.live.raw(&row.path);
    let list = question.choices.map(|list| &open.form.pack.choice_lists[list].choices);
    options(pen.state, row)
        .into_iter()
        .enumerate()
        .map(|(at, name)| {
            let choice = row.choices.get(at).and_then(|at| list.map(|list| &list[*at]));
            let label = match (question.kind, choice) {
                (Kind::Choice | Kind::Choices, Some(choice)) => pen.text(&choice.label).to_owned(),
                (Kind::Statement, _) => {
                    let key = format!("option-{name}");
                    let own = pen.words.find(&format!("{key}.statement"), &[]);
                    own.unwrap_or_else(|| pen.say(&key))
                }
                _ => pen.say(&format!("option-{name}")),
            };
            Offer { label, chosen: raw.split_whitespace().any(|chosen| chosen == name) }
        })
        .collect()
}
