//! Tanda terima: what the applicant takes home. No name and no number of a person is on it.

use crate::app::paper::Sheet;
use crate::app::{Cx, Open, Opens, State, call};
use crate::case::{Condition, Lifecycle};
use crate::form::{NumberKind, TaskStatus};
use crate::text::Text;

/// The facts of a visit receipt; `report::receipt` makes the paper of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The office.
    pub office: String,
    /// The counter.
    pub counter: String,
    /// Visit code.
    pub code: String,
    /// Name of the service.
    pub service: Text,
    /// What it costs; empty when the pack does not say.
    pub cost: Text,
    /// Now: day, hour, minute on the office's clock.
    pub day: jiff::civil::Date,
    /// Hour and minute.
    pub time: (u8, u8),
    /// Sections that are complete.
    pub complete: Vec<Text>,
    /// What is missing: the question's label, or the section's with a number.
    pub missing: Vec<Missing>,
    /// What happens next.
    pub next: Next,
    /// The first things to bring, where the case waits for them.
    pub papers: Vec<Text>,
    /// The office's telephone; empty where it is not known.
    pub phone: String,
    /// When the office is open, from now on.
    pub opens: Opens,
}

/// One thing that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Its label.
    pub label: Text,
    /// What to do about it (a document's `if_missing`); may be empty.
    pub hint: Text,
}

/// The next step, as the applicant is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Bring what is missing.
    Bring,
    /// All is there; it is typed into OSS.
    Handover,
    /// Waiting. On paper stands only the condition: officers write names into their reasons.
    Waiting {
        /// The condition, where one was chosen.
        on: Option<Condition>,
        /// The applicant agreed to be called, and there is a number.
        calls: bool,
    },
    /// The NIB is there.
    Done,
    /// The number of a service that gives no NIB is there.
    Issued,
}

/// The facts of the open case's receipt now.
pub fn facts(state: &State, open: &Open, env: &crate::app::Env) -> Receipt {
    let office = state.office.as_ref();
    let pack = &open.form.pack;
    let derived = &open.derived;
    let label = |section: &crate::form::SectionState| {
        let mut label = pack.section(section.section).label.clone();
        if let Some(ordinal) = section.ordinal {
            label.id = format!("{} {ordinal}", label.id);
            label.en = format!("{} {ordinal}", label.en);
        }
        label
    };
    let (hour, minute, _) = env.clock_of(env.now_ms);
    let asked = |section: &&crate::form::SectionState| section.total > 0;
    Receipt {
        office: office.map_or_else(String::new, |office| office.name.clone()),
        counter: office.map_or_else(String::new, |office| office.counter.clone()),
        code: open.case.code.clone(),
        service: pack.title.clone(),
        cost: pack.cost.clone(),
        day: env.today(),
        time: (hour, minute),
        complete: derived
            .sections
            .iter()
            .filter(asked)
            .filter(|section| section.status == TaskStatus::Lengkap)
            .map(label)
            .collect(),
        missing: derived
            .problems()
            .map(|row| {
                let question = pack.question(row.question);
                Missing {
                    label: question.label.clone(),
                    hint: question
                        .document
                        .as_ref()
                        .map_or_else(Text::default, |document| document.if_missing.clone()),
                }
            })
            .collect(),
        next: match (&open.case.waiting, open.case.lifecycle) {
            (_, Lifecycle::Done) if pack.number.kind == NumberKind::Nib => Next::Done,
            (_, Lifecycle::Done) => Next::Issued,
            (Some(waiting), _) => {
                let calls = waiting.consent && open.telephone().is_some();
                Next::Waiting { on: waiting.on, calls }
            }
            (None, Lifecycle::Finalized) => Next::Handover,
            (None, Lifecycle::Draft) => Next::Bring,
        },
        papers: call::papers(open),
        phone: call::office_phone(state),
        opens: Opens::of(open.form.reference.calendar(), &state.hours(), env),
    }
}

pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    super::tasks::enter(state, cx);
    call::want_phone(state, cx);
    let Some(open) = &state.open else { return };
    let sheet = Sheet::Receipt(Box::new(facts(state, open, cx.env)));
    super::paper::show(state, sheet);
}
