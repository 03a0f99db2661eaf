//! The retype sheet as a paper: the values of a finished case, page by page, as OSS wants them.
//!
//! The one paper with a person's data on it. Its file name holds the visit code and nothing else.

use super::handover::{left_out, pages, steps, value_at};
use crate::app::paper::Sheet;
use crate::app::{Cx, Env, Open, State};
use crate::text::Text;

/// The facts of a retype sheet; `report::retype` makes the paper of it. `Debug` shows no value.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RetypeSheet {
    /// The office.
    pub office: String,
    /// The counter.
    pub counter: String,
    /// Visit code.
    pub code: String,
    /// Name of the service.
    pub service: Text,
    /// Now: day on the office's clock.
    pub day: jiff::civil::Date,
    /// Hour and minute.
    pub time: (u8, u8),
    /// Goes at typing it into OSS so far.
    pub attempts: usize,
    /// What OSS, or the office, gives at the end: `NIB`.
    pub number_label: Text,
    /// That number, once recorded.
    pub number: Option<String>,
    /// Pages in the order of OSS.
    pub pages: Vec<RetypePage>,
}

impl std::fmt::Debug for RetypeSheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RetypeSheet({}, {} pages)", self.code, self.pages.len())
    }
}

/// One page of OSS.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RetypePage {
    /// Its title, as OSS shows it.
    pub title: Text,
    /// Which of several businesses, counted from 1.
    pub ordinal: Option<usize>,
    /// Its values in order.
    pub rows: Vec<RetypeRow>,
}

/// One value.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct RetypeRow {
    /// The label OSS shows.
    pub label: String,
    /// The value, as much of it as the field holds.
    pub value: String,
    /// What the field does not hold; empty where it holds all.
    pub left_out: String,
    /// It was copied already.
    pub done: bool,
}

/// The facts of the open case's retype sheet now.
pub fn facts(state: &State, open: &Open, env: &Env) -> RetypeSheet {
    let office = state.office.as_ref();
    let pack = &open.form.pack;
    let steps = steps(open);
    let row = |at: usize| RetypeRow {
        label: steps[at].label.clone(),
        value: value_at(open, &steps, at).unwrap_or_default().to_owned(),
        left_out: left_out(open, &steps, at).map_or_else(String::new, |(rest, _)| rest.to_owned()),
        done: steps[at].done,
    };
    let (hour, minute, _) = env.clock_of(env.now_ms);
    RetypeSheet {
        office: office.map_or_else(String::new, |office| office.name.clone()),
        counter: office.map_or_else(String::new, |office| office.counter.clone()),
        code: open.case.code.clone(),
        service: pack.title.clone(),
        day: env.today(),
        time: (hour, minute),
        attempts: open.case.attempts.len(),
        number_label: pack.number.label.clone(),
        number: open.case.nib.clone(),
        pages: pages(&steps)
            .into_iter()
            .map(|page| RetypePage {
                title: pack
                    .oss_pages
                    .get(page.page)
                    .map_or_else(Text::default, |page| page.title.clone()),
                ordinal: page.ordinal,
                rows: page.steps.map(row).collect(),
            })
            .collect(),
    }
}

/// Shows the sheet as it is printed.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    let Some(open) = &state.open else { return };
    let sheet = Sheet::Retype(Box::new(facts(state, open, cx.env)));
    super::paper::show(state, sheet);
}
