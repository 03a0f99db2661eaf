//! The fold: events in, the case as it stands out.

use super::rescue::{AccountEntry, Ended, Recovery, TroubleLog, Try};
use super::{
    Attempt, Body, Call, Care, CaseId, Condition, Event, EventId, Outcome, Waited, Waiting,
};
use crate::form::{Answer, Answers, NumberKind, Path};
use crate::text::Tongue;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// How far a case is. A person can open a finished case again; the log keeps that it was finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lifecycle {
    /// Being filled.
    Draft,
    /// Complete and read back; waiting to be typed into OSS.
    Finalized,
    /// The NIB is recorded.
    Done,
}

/// A case as it stands, with the events it stands on.
#[derive(Clone)]
pub struct Case {
    /// Its name.
    pub id: CaseId,
    /// Pack id.
    pub pack: String,
    /// Pack version its answers are for: the one it was opened with, or last moved to.
    pub pack_version: u32,
    /// Visit code, as written.
    pub code: String,
    /// When it was opened and last touched, ms since 1970.
    pub opened_ms: i64,
    /// When something last happened.
    pub last_ms: i64,
    /// What was said.
    pub answers: Answers,
    /// How far it is.
    pub lifecycle: Lifecycle,
    /// What it waits for.
    pub waiting: Option<Waiting>,
    /// Calls to the applicant since it waits, oldest first.
    pub calls: Vec<Call>,
    /// Waits for a system that are over, oldest first.
    pub waited: Vec<Waited>,
    /// How often the applicant has come, the first time counted.
    pub visits: u16,
    /// Why the applicant comes before others, as an officer said.
    pub care: BTreeSet<Care>,
    /// Goes at typing it into OSS, oldest first.
    pub attempts: Vec<Attempt>,
    /// What the applicant said back in their own words.
    pub taught: BTreeSet<String>,
    /// Answers taken over from another case of the applicant, with its visit code.
    pub taken_over: BTreeMap<Path, String>,
    /// Answers already copied into OSS.
    pub handed: BTreeSet<Path>,
    /// The NIB, or the number of another service, once recorded.
    pub nib: Option<String>,
    /// What kind of number that is; nothing for one of a later version.
    pub number: Option<NumberKind>,
    /// Notes, oldest first: when, who, what.
    pub notes: Vec<(i64, String, String)>,
    /// The regional language the applicant is spoken to in, when one was chosen.
    pub spoken: Option<Tongue>,
    /// What was tried when OSS failed, one entry a trouble, in the order they began.
    pub troubles: Vec<TroubleLog>,
    /// What the OSS account was made with.
    pub account: Vec<AccountEntry>,
    /// How it was tried to get the account back, oldest first.
    pub recoveries: Vec<Recovery>,
    events: Vec<Event>,
    replaced: BTreeMap<Path, EventId>,
    next_instance: BTreeMap<String, u32>,
    undoable: Vec<EventId>,
    redoable: Vec<EventId>,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The reason it waits, the notes and the NIB are somebody's.
        f.debug_struct("Case")
            .field("id", &self.id)
            .field("lifecycle", &self.lifecycle)
            .field("events", &self.events)
            .finish_non_exhaustive()
    }
}

impl Case {
    /// The case that follows from `events`, in their order.
    pub fn fold(id: CaseId, events: impl IntoIterator<Item = Event>) -> Self {
        let mut case = Self {
            id,
            pack: String::new(),
            pack_version: 0,
            code: String::new(),
            opened_ms: 0,
            last_ms: 0,
            answers: Answers::default(),
            lifecycle: Lifecycle::Draft,
            waiting: None,
            calls: Vec::new(),
            waited: Vec::new(),
            visits: 1,
            care: BTreeSet::new(),
            attempts: Vec::new(),
            taught: BTreeSet::new(),
            taken_over: BTreeMap::new(),
            handed: BTreeSet::new(),
            nib: None,
            number: None,
            notes: Vec::new(),
            spoken: None,
            troubles: Vec::new(),
            account: Vec::new(),
            recoveries: Vec::new(),
            events: Vec::new(),
            replaced: BTreeMap::new(),
            next_instance: BTreeMap::new(),
            undoable: Vec::new(),
            redoable: Vec::new(),
        };
        for event in events {
            case.push(event);
        }
        case
    }

    /// Adds one event. Undo and redo fold the answers anew; everything else is one step.
    pub fn push(&mut self, event: Event) {
        if self.events.is_empty() {
            self.opened_ms = event.at_ms;
        }
        self.last_ms = self.last_ms.max(event.at_ms);
        match &event.body {
            Body::Undone { event: target } => {
                self.undoable.retain(|id| id != target);
                self.redoable.push(*target);
            }
            Body::Redone { event: target } => {
                self.redoable.retain(|id| id != target);
                self.undoable.push(*target);
            }
            body if body.is_undoable() => {
                self.undoable.push(event.id);
                self.redoable.clear();
            }
            Body::Finalized | Body::Migrated { .. } => {
                // Undo stops at a finished case: going back is a decision with a reason (`Amended`). It
                // stops at moved answers too: before, they stood where nobody looks now.
                self.undoable.clear();
                self.redoable.clear();
            }
            _ => {}
        }
        let refold = matches!(event.body, Body::Undone { .. } | Body::Redone { .. });
        self.events.push(event);
        if refold {
            self.refold_answers();
        } else {
            let last = self.events.len() - 1;
            let body = self.events[last].body.clone();
            self.apply(last, &body);
        }
    }

    /// What it waits for, in the officer's words.
    pub fn parked(&self) -> Option<&str> {
        self.waiting.as_ref().map(|waiting| waiting.reason.as_str())
    }

    /// The go at typing it into OSS that is under way.
    pub fn attempt(&self) -> Option<&Attempt> {
        self.attempts.last().filter(|attempt| attempt.ended_ms.is_none())
    }

    /// The event undo would take back next.
    pub fn undo_target(&self) -> Option<EventId> {
        self.undoable.last().copied()
    }

    /// The event redo would do again next.
    pub fn redo_target(&self) -> Option<EventId> {
        self.redoable.last().copied()
    }

    /// The event of that name.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.iter().rev().find(|event| event.id == id)
    }

    /// All events, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The event that the present answer at `path` came from: what a new answer replaces.
    pub fn replaced_by(&self, path: &Path) -> Option<EventId> {
        self.replaced.get(path).copied()
    }

    /// The number the next instance of a repeat gets. Numbers of removed ones are not used again.
    pub fn next_instance(&self, repeat: &str) -> u32 {
        self.next_instance.get(repeat).copied().unwrap_or(1)
    }

    /// How often a paper was printed or saved, and the last number of its series that was taken.
    ///
    /// Numbers of a series are never taken twice: the last one counts also where events before it are
    /// damaged.
    pub fn printed(&self, what: &str) -> (usize, u32) {
        let mut found = (0, 0);
        for event in &self.events {
            let Body::Printed { what: of, number } = &event.body else { continue };
            if of != what {
                continue;
            }
            found.0 += 1;
            let last = number.rsplit('-').next().and_then(|last| last.parse().ok()).unwrap_or(0);
            found.1 = found.1.max(last).max(u32::try_from(found.0).unwrap_or(u32::MAX));
        }
        found
    }

    /// Whether a paper printed now says again what the last one said: since then nothing has changed that an
    /// applicant is told on paper. After another visit, an answer or the number it is a paper of its own; so
    /// it is where the last one certainly did not leave.
    pub fn is_copy(&self, what: &str) -> bool {
        let same = self.events.iter().rev().take_while(|event| {
            matches!(
                event.body,
                Body::Printed { .. }
                    | Body::PrintFailed { .. }
                    | Body::Noted { .. }
                    | Body::Called { .. }
                    | Body::Spoken { .. }
                    | Body::TaughtBack { .. }
                    | Body::AttemptBegan
                    | Body::AttemptEnded { .. }
                    | Body::HandedOver { .. }
                    | Body::HandedBack { .. }
            )
        });
        let mut failed = Vec::new();
        for event in same {
            match &event.body {
                Body::Printed { what: of, number } if of == what && !failed.contains(&number) => {
                    return true;
                }
                Body::PrintFailed { number } => failed.push(number),
                _ => {}
            }
        }
        false
    }

    /// Calls since it waits in which somebody was reached.
    pub(super) fn reached(&self) -> u16 {
        self.calls.iter().filter(|call| call.reached()).count() as u16
    }

    /// It waits no longer; what held it up is remembered when that was a system.
    fn end_waiting(&mut self) {
        let Some(waiting) = self.waiting.take() else { return };
        let system = super::waiting::held_up_by(waiting.on, &waiting.reason);
        if !system.is_empty() {
            let (since_ms, reached) = (waiting.since_ms, self.reached());
            self.waited.push(Waited { system: system.into(), since_ms, reached });
        }
    }

    fn refold_answers(&mut self) {
        let mut undone = HashSet::new();
        for event in &self.events {
            match &event.body {
                Body::Undone { event } => _ = undone.insert(*event),
                Body::Redone { event } => _ = undone.remove(event),
                _ => {}
            }
        }
        self.answers = Answers::default();
        self.taken_over.clear();
        self.replaced.clear();
        let live: Vec<(usize, Body)> = self
            .events
            .iter()
            .enumerate()
            .filter(|(_, event)| event.body.changes_answers() && !undone.contains(&event.id))
            .map(|(at, event)| (at, event.body.clone()))
            .collect();
        for (at, body) in live {
            self.apply(at, &body);
        }
    }

    fn trouble_log(&mut self, trouble: String) -> &mut TroubleLog {
        let at = self.troubles.iter().position(|log| log.trouble == trouble);
        let at = at.unwrap_or_else(|| {
            self.troubles.push(TroubleLog { trouble, tried: Vec::new(), ended: None });
            self.troubles.len() - 1
        });
        &mut self.troubles[at]
    }

    fn apply(&mut self, at: usize, body: &Body) {
        let Event { id, at_ms, by, .. } = self.events[at].clone();
        match body.clone() {
            Body::Opened { pack, version, code } => {
                self.pack = pack;
                self.pack_version = version;
                self.code = code;
            }
            Body::Answered { path, raw, note, reason, from, .. } => {
                let path = Path::new(path);
                match from {
                    Some(code) => _ = self.taken_over.insert(path.clone(), code),
                    None => _ = self.taken_over.remove(&path),
                }
                self.replaced.insert(path.clone(), id);
                let answer = Answer { raw, note, reason };
                if answer == Answer::default() {
                    self.answers.values.remove(&path);
                } else {
                    self.answers.values.insert(path, answer);
                }
            }
            Body::InstanceAdded { repeat, instance, .. } => {
                let next = self.next_instance.entry(repeat.clone()).or_insert(1);
                *next = (*next).max(instance.saturating_add(1));
                let live = self.answers.instances.entry(repeat).or_default();
                if !live.contains(&instance) {
                    live.push(instance);
                }
            }
            Body::InstanceRemoved { repeat, instance } => {
                self.answers.instances.entry(repeat).or_default().retain(|live| *live != instance);
            }
            Body::Parked { reason, on, until, consent, left } => {
                let on = on.as_deref().and_then(Condition::from_code);
                let (since_ms, met_ms) = (at_ms, None);
                self.end_waiting();
                self.waiting = Some(Waiting { reason, on, until, since_ms, consent, left, met_ms });
                self.calls.clear();
            }
            Body::Met => {
                if let Some(waiting) = &mut self.waiting {
                    waiting.met_ms = Some(at_ms);
                }
            }
            Body::Called { outcome, next_ms, note } => {
                let outcome = Outcome::from_code(&outcome);
                self.calls.push(Call { at_ms, by, outcome, next_ms, note });
            }
            Body::Visited => self.visits = self.visits.saturating_add(1),
            Body::CareNoted { care } => {
                self.care = care.iter().filter_map(|code| Care::from_code(code)).collect();
            }
            Body::AttemptBegan => {
                let (ended_ms, page, error, done) = (None, 0, String::new(), false);
                self.attempts.push(Attempt { began_ms: at_ms, by, ended_ms, page, error, done });
            }
            Body::AttemptEnded { page, error, done } => {
                if let Some(last) = self.attempts.last_mut().filter(|one| one.ended_ms.is_none()) {
                    *last = Attempt { ended_ms: Some(at_ms), page, error, done, ..last.clone() };
                }
            }
            Body::TaughtBack { items } => self.taught = items.into_iter().collect(),
            Body::Resumed => self.end_waiting(),
            Body::Finalized => {
                self.lifecycle = Lifecycle::Finalized;
                self.end_waiting();
            }
            Body::Amended { .. } => {
                self.lifecycle = Lifecycle::Draft;
                self.handed.clear();
            }
            Body::HandedOver { path } => _ = self.handed.insert(Path::new(path)),
            Body::HandedBack { paths } => {
                for path in paths {
                    self.handed.remove(&Path::new(path));
                }
            }
            Body::NibRecorded { nib, kind } => {
                self.nib = Some(nib);
                self.number = match kind.as_deref() {
                    None => Some(NumberKind::Nib),
                    Some(kind) => NumberKind::from_code(kind),
                };
                self.lifecycle = Lifecycle::Done;
                self.end_waiting();
            }
            Body::Noted { text } => self.notes.push((at_ms, by, text)),
            Body::Tried { trouble, step, answer, note } => {
                let attempt = Try { at_ms, by, step, answer, note };
                self.trouble_log(trouble).push(attempt);
            }
            Body::TroubleEnded { trouble, end, to } => {
                self.trouble_log(trouble).ended = Some(Ended { at_ms, by, end, to });
            }
            Body::AccountNoted { what, value, owner } => {
                self.account.retain(|entry| entry.what != what);
                if !(value.is_empty() && owner.is_empty()) {
                    self.account.push(AccountEntry { what, value, owner, at_ms, by });
                }
            }
            Body::RecoveryTried { what, result } => {
                self.recoveries.push(Recovery { at_ms, by, what, result });
            }
            Body::Migrated { to, .. } => self.pack_version = to,
            // Indonesian, or a language of a later version: the sentences are said in Indonesian.
            Body::Spoken { lang } => self.spoken = Tongue::from_code(&lang),
            Body::Printed { .. }
            | Body::PrintFailed { .. }
            | Body::Undone { .. }
            | Body::Redone { .. }
            | Body::Unknown => {}
        }
    }
}
