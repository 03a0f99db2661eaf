//! Surat keterangan gangguan: the one paper with a name on it, because an institution asks for it.
//!
//! Its number is written into the office's log, and on the disk, before the letter is made: a number that was
//! taken once is never given to another letter, whatever happens in between. The same case and outage keep
//! their number; printed again, the letter says that it is a copy.

use super::paper::Sheet;
use super::{Action, Cx, Effect, Notice, Overlay, Private, Screen, State, open};
use crate::case::{Body, Case, CaseId, EventId, Lifecycle};
use crate::ident::Level;
use crate::office::{Entry, Template};
use crate::text::Text;
use std::sync::Arc;

/// The facts of a letter; `report::letter` makes the paper of them. `Debug` shows no name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The office's words.
    pub template: Arc<Template>,
    /// Its number within the year.
    pub number: u32,
    /// The year of its number.
    pub year: i16,
    /// The day it is written on: that of its number, also on a copy.
    pub day: jiff::civil::Date,
    /// The office.
    pub office: String,
    /// The counter.
    pub counter: String,
    /// The officer.
    pub officer: Private,
    /// The applicant; empty where no name is known yet.
    pub applicant: Private,
    /// Visit code.
    pub code: String,
    /// Name of the service.
    pub service: Text,
    /// The system ([`crate::office::SYSTEMS`]).
    pub system: String,
    /// What was seen, in an officer's words; may be empty.
    pub symptom: Private,
    /// What the lamp found in the way, as a code ([`super::Why::code`]); may be empty.
    pub why: String,
    /// Since when: day, hour, minute on the office's clock.
    pub since: (jiff::civil::Date, (u8, u8)),
    /// Until when; nothing where it lasted when the letter was written.
    pub until: Option<(jiff::civil::Date, (u8, u8))>,
    /// Nobody saw the end: until when it is known to have lasted; [`Letter::until`] is then when it worked again.
    pub known: Option<(jiff::civil::Date, (u8, u8))>,
    /// When the number was taken: until then it lasted, where there is no end.
    pub written: (jiff::civil::Date, (u8, u8)),
    /// How long it had lasted by then, minutes.
    pub minutes: i64,
    /// The office's clock against UTC, in seconds: WIB, WITA or WIT.
    pub offset_s: i32,
    /// How often this letter was made before.
    pub copies: usize,
}

impl Letter {
    /// The name of its file without the ending: its number, and nobody's name.
    pub fn stem(&self) -> String {
        let Self { year, number, copies, .. } = self;
        match copies {
            0 => format!("surat-{year}-{number:04}"),
            _ => format!("surat-{year}-{number:04}-salinan-{copies}"),
        }
    }

    /// What the case's log calls it: `surat-2026/7`. Frozen.
    pub fn id(&self) -> String {
        format!("surat-{}/{}", self.year, self.number)
    }

    /// How often it was printed or saved, without those of which nothing left. Before there was a preview,
    /// `what` was the letter itself.
    pub fn printed_in(&self, case: &Case) -> usize {
        let id = self.id();
        case.events().iter().fold(0, |count: usize, event| match &event.body {
            Body::Printed { what, number } if *number == id || *what == id => count + 1,
            Body::PrintFailed { number } if *number == id => count.saturating_sub(1),
            _ => count,
        })
    }
}

/// A letter on its way.
#[derive(Debug)]
pub(super) enum Pending {
    /// The template is being read.
    Asked { case: CaseId, outage: EventId },
    /// The number is written and waits for the disk.
    Numbered { case: CaseId, letter: Box<Letter> },
}

/// Outages of which the letter is about one: the officer chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Which {
    /// The outages, the likeliest first.
    pub outages: Vec<EventId>,
    /// The marked one.
    pub marked: usize,
}

/// The key was pressed: finds the outage, or asks which, and asks for the template.
pub(super) fn ask(state: &mut State, cx: &mut Cx<'_>) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let (Some(office), Some(open)) = (&state.office, &state.open) else { return };
    let mut outages = super::outage::about(&office.journal, &open.case, cx.env);
    // That it could not be finished was true of the letters made before it was.
    if open.case.lifecycle == Lifecycle::Done {
        let code = open.case.code.as_str();
        outages.retain(|outage| office.journal.taken_for(code, *outage, i64::MIN).is_some());
        if outages.is_empty() {
            return super::tell(state, Notice::new(Level::Salah, "letter-done"));
        }
    }
    match outages.as_slice() {
        [] => super::tell(state, Notice::new(Level::Salah, "letter-no-outage")),
        [outage] => begin(state, cx, *outage),
        _ => state.overlays.push(Overlay::Which(Which { outages, marked: 0 })),
    }
}

/// A letter about this outage is wanted.
fn begin(state: &mut State, cx: &mut Cx<'_>, outage: EventId) {
    let Some(open) = &state.open else { return };
    // Pressed twice it is one letter.
    if !matches!(state.letter, Some(Pending::Numbered { .. })) {
        state.letter = Some(Pending::Asked { case: open.case.id, outage });
        cx.push(Effect::LoadTemplate);
    }
}

/// Keys while the officer chooses.
pub(super) fn choose(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(Overlay::Which(which)) = state.overlays.last_mut() else { return };
    match action {
        Action::Up | Action::Previous => which.marked = which.marked.saturating_sub(1),
        Action::Down | Action::Next => {
            which.marked = (which.marked + 1).min(which.outages.len().saturating_sub(1));
        }
        Action::Enter => {
            let outage = which.outages.get(which.marked).copied();
            state.overlays.pop();
            if let Some(outage) = outage {
                begin(state, cx, outage);
            }
        }
        Action::Back => _ = state.overlays.pop(),
        _ => {}
    }
}

/// A number chooses.
pub(super) fn choose_number(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let Some(Overlay::Which(which)) = state.overlays.last_mut() else { return };
    let number = text.chars().next().and_then(|sign| sign.to_digit(10));
    let at = number.and_then(|number| (number as usize).checked_sub(1));
    if let Some(at) = at.filter(|at| *at < which.outages.len()) {
        which.marked = at;
        choose(state, cx, Action::Enter);
    }
}

/// The template has nothing wrong in it: takes the number, or finds the one that was taken.
pub(super) fn number(state: &mut State, cx: &mut Cx<'_>, template: Arc<Template>) {
    let Some(Pending::Asked { case, outage }) = state.letter.take() else { return };
    let (Some(office), Some(open)) = (&state.office, &state.open) else { return };
    let Some(outage) = office.journal.find(outage).filter(|_| open.case.id == case).cloned() else {
        return;
    };
    let code = open.case.code.clone();
    // A letter written while the outage lasted does not say when it ended: that is another letter.
    let is_done = open.case.lifecycle == Lifecycle::Done;
    let from_ms = outage.until_ms.filter(|_| !is_done).unwrap_or(i64::MIN);
    let taken = office.journal.taken_for(&code, outage.id, from_ms);
    let (series, number, at_ms) = if let Some(taken) = taken {
        (taken.series.clone(), taken.number, taken.at_ms)
    } else {
        let series = format!("surat-{}", cx.env.today().year());
        let number = office.journal.next_number(&series);
        let outage = Some(outage.id);
        let entry = Entry::NumberTaken { series: series.clone(), number, code, outage };
        open::record(state, cx, vec![entry]);
        (series, number, cx.env.now_ms)
    };
    let (Some(office), Some(open)) = (&state.office, &state.open) else { return };
    let env = cx.env;
    let moment = |ms: i64| {
        let (hour, minute, _) = env.clock_of(ms);
        (env.day_of(ms), (hour, minute))
    };
    let until_ms = outage.until_ms.filter(|until| *until <= at_ms);
    let letter = Letter {
        template,
        number,
        year: series.rsplit('-').next().and_then(|year| year.parse().ok()).unwrap_or(0),
        day: env.day_of(at_ms),
        office: office.name.clone(),
        counter: office.counter.clone(),
        officer: office.officer.clone(),
        applicant: Private::from(open.summary().name()),
        code: open.case.code.clone(),
        service: open.form.pack.title.clone(),
        system: outage.system.clone(),
        symptom: Private::from(outage.symptom.as_str()),
        why: outage.why.clone(),
        since: moment(outage.since_ms),
        until: until_ms.map(moment),
        known: outage.known_ms.zip(until_ms).map(|(_, until)| moment(outage.known_end(until))),
        written: moment(at_ms),
        minutes: outage.minutes(at_ms.max(outage.since_ms)),
        offset_s: env.offset_s,
        copies: 0,
    };
    state.letter = Some(Pending::Numbered { case, letter: Box::new(letter) });
    // What this update has written is not on the disk yet, whatever was before it.
    if cx.out.is_empty() {
        make(state);
    }
}

/// The disk has answered: shows the letter whose number is safe now.
pub(super) fn make(state: &mut State) {
    let safe = state.save.is_safe() && state.stuck.is_empty();
    if !safe || !matches!(state.letter, Some(Pending::Numbered { .. })) {
        return;
    }
    let Some(Pending::Numbered { case, letter }) = state.letter.take() else { return };
    let is_open = state.open.as_ref().is_some_and(|open| open.case.id == case);
    if is_open && matches!(state.screen, Screen::Tasks(_)) && state.overlays.is_empty() {
        super::screens::paper::show(state, Sheet::Letter(letter));
    } else if is_open {
        // Nobody is taken away from what they do; the number stays that letter's.
        state.line = Some(Notice::info("letter-waits"));
    }
}

/// Another officer took over: the letter that is not printed yet is theirs.
pub(super) fn sign(state: &mut State, officer: &Private) {
    if let Screen::Paper(preview) = &mut state.screen {
        preview.sign(officer);
    }
    if let Some(Pending::Numbered { letter, .. }) = &mut state.letter {
        letter.officer.clone_from(officer);
    }
}
