//! Beranda: every case in its queue, newest first, and the search over them.

use super::call::Errand;
use crate::app::{
    Action, Cx, Dues, Editor, Effect, Env, Listed, Notice, Office, Overlay, Screen, State,
    Unlocked, waiting,
};
use crate::case::{CaseId, Lifecycle, Summary};
use crate::office::Journal;

/// A queue of Beranda, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Queue {
    /// Waiting, and can go on now: the applicant is to be called.
    Call,
    /// Third visit or later: the supervisor should look.
    Supervisor,
    /// Drafts to go on with.
    Continue,
    /// Waiting for something, with the reason.
    Waiting,
    /// Finished, to be typed into OSS.
    Handover,
    /// The NIB is there.
    Done,
}

impl Queue {
    /// The queues in the order shown.
    pub const ALL: [Self; 6] =
        [Self::Call, Self::Supervisor, Self::Continue, Self::Waiting, Self::Handover, Self::Done];

    /// The queue a case stands in now. It stands in one only: whoever is to be called is called first,
    /// with the supervisor's sign; the third visit comes before how far the case is.
    pub fn now(summary: &Summary, dues: &Dues) -> Self {
        match Self::of(summary) {
            Self::Done => Self::Done,
            Self::Waiting if dues.calls(summary).is_some() => Self::Call,
            _ if waiting::needs_supervisor(summary) => Self::Supervisor,
            plain => plain,
        }
    }

    /// Whether its heading stands there without a case under it.
    const fn is_always_there(self) -> bool {
        !matches!(self, Self::Call | Self::Supervisor)
    }

    /// The queue of a case by how far it is.
    pub fn of(summary: &Summary) -> Self {
        match summary.lifecycle() {
            Lifecycle::Done => Self::Done,
            _ if summary.waits.is_some() => Self::Waiting,
            Lifecycle::Finalized => Self::Handover,
            Lifecycle::Draft => Self::Continue,
        }
    }

    /// Its name on the command line and in JSON.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Supervisor => "supervisor",
            Self::Continue => "continue",
            Self::Waiting => "waiting",
            Self::Handover => "handover",
            Self::Done => "done",
        }
    }

    /// Fluent message id of its heading.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Call => "queue-call",
            Self::Supervisor => "queue-supervisor",
            Self::Continue => "queue-continue",
            Self::Waiting => "queue-waiting",
            Self::Handover => "queue-handover",
            Self::Done => "queue-done",
        }
    }
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// A heading with the number of cases under it.
    Heading(Queue, usize),
    /// A case: its place in [`Office::cases`].
    Case(usize),
    /// Room between two queues.
    Gap,
}

/// The screen.
#[derive(Debug, Default)]
pub struct Beranda {
    /// What is searched for.
    pub query: Editor,
    /// Whether keys go to the search box.
    pub searching: bool,
    /// All lines.
    pub lines: Vec<Line>,
    /// The marked line; always a case when there is one.
    pub selected: usize,
    /// What made cases due when the lines were made.
    pub dues: Dues,
    /// When time alone makes another case due, ms since 1970.
    next_due_ms: Option<i64>,
}

impl Beranda {
    /// The marked case: its place in [`Office::cases`].
    pub fn selected_case(&self) -> Option<usize> {
        match self.lines.get(self.selected) {
            Some(Line::Case(at)) => Some(*at),
            _ => None,
        }
    }

    /// Moves the mark by `steps` cases, over headings and gaps.
    fn step(&mut self, steps: isize) {
        let mut cases = (0..self.lines.len()).filter(|at| matches!(self.lines[*at], Line::Case(_)));
        let all = cases.clone().count();
        let now = cases.clone().take_while(|at| *at < self.selected).count() as isize;
        let to = (now + steps).clamp(0, all.saturating_sub(1) as isize);
        self.selected = cases.nth(to as usize).unwrap_or(0);
    }
}

/// Unlocked: shows the queues, or goes back to where a killed program was.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>, unlocked: Unlocked) {
    let written = unlocked.summaries.iter().map(|(_, summary)| summary.last_ms);
    let written = written.chain(unlocked.records.iter().map(|record| record.at_ms));
    let watched_ms = written.max();
    state.office = Some(Office {
        officer: unlocked.officer,
        name: unlocked.office,
        counter: unlocked.counter,
        hours: unlocked.hours,
        read_only: unlocked.read_only,
        cases: unlocked.summaries.into_iter().map(|(id, summary)| Listed { id, summary }).collect(),
        packs: unlocked.packs,
        services: unlocked.services,
        journal: Journal::fold(unlocked.records),
        watched_ms,
        troubles: None,
        reference: None,
    });
    state.last_key_ms = cx.env.now_ms;
    // A killed program leaves its log untidied, and every start reads all of it.
    state.untidy = !unlocked.read_only;
    state.screen = Screen::Beranda(Beranda::default());
    refresh(state, cx.env);
    // A reading copy goes its own way: the place is that of the copy that writes.
    if let Some(place) = unlocked.place.filter(|_| !unlocked.read_only) {
        if let Some(case) = place.case.filter(|_| !place.clean) {
            cx.push(Effect::LoadCase(case));
            state.returning = Some(place);
        } else if let Some(case) = place.case {
            mark(state, case);
        }
    }
    for notice in unlocked.notices {
        crate::app::tell(state, notice);
    }
    if !state.is_read_only() {
        super::outage::reopen(state, &unlocked.typing);
    }
    if let Some(key) = unlocked.recovery_key {
        state.overlays.push(Overlay::RecoveryKey(key));
    }
}

/// Puts the lines in order anew: after a search key, or when a case changed its queue.
pub(in crate::app) fn refresh(state: &mut State, env: &Env) {
    let (Screen::Beranda(beranda), Some(office)) = (&mut state.screen, &state.office) else {
        return;
    };
    let query = beranda.query.text().trim().to_lowercase();
    let dues = Dues::new(&office.journal, env);
    let mut next_due_ms = None;
    let mut found: Vec<(Queue, u32, i64, usize)> = Vec::with_capacity(office.cases.len());
    for (at, Listed { summary, .. }) in office.cases.iter().enumerate() {
        if let Some(next) = summary.waits.as_ref().and_then(|waits| dues.next_change(waits)) {
            next_due_ms = Some(next_due_ms.map_or(next, |soonest: i64| soonest.min(next)));
        }
        if !summary.matches(&query) {
            continue;
        }
        let queue = Queue::now(summary, &dues);
        let (first, then) = match queue {
            Queue::Call => {
                let (reasons, since) = waiting::urgency(summary);
                (u32::MAX - reasons.0, since)
            }
            // What can go on though nobody may be called stands on top.
            Queue::Waiting => {
                let waits = summary.waits.as_deref().and_then(|waits| dues.of(waits));
                (u32::from(waits.is_none()), -summary.last_ms)
            }
            _ => (0, -summary.last_ms),
        };
        found.push((queue, first, then, at));
    }
    found.sort_unstable();
    beranda.dues = dues;
    beranda.next_due_ms = next_due_ms;
    beranda.lines.clear();
    for queue in Queue::ALL {
        let from = found.partition_point(|(of, ..)| *of < queue);
        let to = found.partition_point(|(of, ..)| *of <= queue);
        // Searching shows what was found; without a search every queue has its place.
        if from == to && (!query.is_empty() || !queue.is_always_there()) {
            continue;
        }
        if !beranda.lines.is_empty() {
            beranda.lines.push(Line::Gap);
        }
        beranda.lines.push(Line::Heading(queue, to - from));
        beranda.lines.extend(found[from..to].iter().map(|(.., at)| Line::Case(*at)));
    }
    beranda.selected = 0;
    beranda.step(0);
}

/// Marks who is to be called next, if anybody is.
pub(in crate::app) fn mark_next_call(state: &mut State) {
    if let Screen::Beranda(beranda) = &mut state.screen
        && let Some(Line::Heading(Queue::Call, _)) = beranda.lines.first()
    {
        beranda.selected = 1;
    }
}

/// The lines anew with the mark where it was: what happened came from elsewhere.
pub(in crate::app) fn again(state: &mut State, env: &Env) {
    let (Screen::Beranda(beranda), Some(office)) = (&state.screen, &state.office) else { return };
    let (line, marked) = (beranda.selected, beranda.selected_case());
    let marked = marked.map(|at| office.cases[at].id);
    refresh(state, env);
    if let Screen::Beranda(beranda) = &mut state.screen {
        beranda.selected = line.min(beranda.lines.len().saturating_sub(1));
        beranda.step(0);
    }
    if let Some(case) = marked {
        mark(state, case);
    }
}

/// Time went by: a day or an appointment has come.
pub(in crate::app) fn tick(state: &mut State, env: &Env) {
    let Screen::Beranda(beranda) = &state.screen else { return };
    if beranda.next_due_ms.is_some_and(|due| due <= env.now_ms) {
        again(state, env);
    }
}

/// Marks a case in the list.
pub(in crate::app) fn mark(state: &mut State, case: CaseId) {
    let (Screen::Beranda(beranda), Some(office)) = (&mut state.screen, &state.office) else {
        return;
    };
    let at = beranda
        .lines
        .iter()
        .position(|line| matches!(line, Line::Case(at) if office.cases[*at].id == case));
    beranda.selected = at.unwrap_or(beranda.selected);
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let page = isize::from(i16::try_from(state.size.1).unwrap_or(24)) - 8;
    let Screen::Beranda(beranda) = &mut state.screen else { return };
    match action {
        Action::Up => beranda.step(-1),
        Action::Down => beranda.step(1),
        Action::PageUp => beranda.step(-page.max(1)),
        Action::PageDown => beranda.step(page.max(1)),
        Action::Search => beranda.searching = true,
        Action::Edit(edit) if beranda.searching => {
            if beranda.query.apply(edit) {
                refresh(state, cx.env);
            }
        }
        Action::Back if beranda.searching || !beranda.query.text().is_empty() => {
            beranda.searching = false;
            beranda.query = Editor::default();
            refresh(state, cx.env);
        }
        Action::Back => state.overlays.push(Overlay::Confirm(crate::app::Confirm::Quit)),
        Action::Enter => open_selected(state, cx, None),
        Action::Call => open_selected(state, cx, Some(Errand::Call)),
        Action::Met => open_selected(state, cx, Some(Errand::Met)),
        Action::Arrived => open_selected(state, cx, Some(Errand::Arrived)),
        Action::NewCase => super::finder::enter(state, cx, false),
        Action::Outages => super::outages::enter(state, cx),
        Action::Officers => super::officers::enter(state, cx),
        _ => {}
    }
}

/// Opens the marked case: its call card when its applicant is to be called, else its tasks.
fn open_selected(state: &mut State, cx: &mut Cx<'_>, errand: Option<Errand>) {
    let (Screen::Beranda(beranda), Some(office)) = (&mut state.screen, &state.office) else {
        return;
    };
    beranda.searching = false;
    let Some(at) = beranda.selected_case() else { return };
    let Listed { id, summary } = &office.cases[at];
    if errand.is_some() && summary.waits.is_none() {
        state.line = Some(Notice::info("call-not-waiting"));
        return;
    }
    let called = beranda.dues.calls(summary).map(|_| Errand::Call);
    state.errand = errand.or(called);
    cx.push(Effect::LoadCase(*id));
}
