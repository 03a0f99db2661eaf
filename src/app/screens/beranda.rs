//! Beranda: every case in its queue, newest first, and the search over them.

use crate::app::{Action, Cx, Editor, Effect, Listed, Office, Overlay, Screen, State, Unlocked};
use crate::case::{CaseId, Lifecycle, Summary};
use crate::office::Journal;

/// A queue of Beranda, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Queue {
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
    pub const ALL: [Self; 4] = [Self::Continue, Self::Waiting, Self::Handover, Self::Done];

    /// The queue a case stands in.
    pub fn of(summary: &Summary) -> Self {
        match summary.lifecycle() {
            Lifecycle::Done => Self::Done,
            _ if summary.waits.is_some() => Self::Waiting,
            Lifecycle::Finalized => Self::Handover,
            Lifecycle::Draft => Self::Continue,
        }
    }

    /// Fluent message id of its heading.
    pub const fn key(self) -> &'static str {
        match self {
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
        let cases: Vec<usize> =
            (0..self.lines.len()).filter(|at| matches!(self.lines[*at], Line::Case(_))).collect();
        let now = cases.partition_point(|at| *at < self.selected) as isize;
        let to = (now + steps).clamp(0, cases.len().saturating_sub(1) as isize);
        self.selected = cases.get(to as usize).copied().unwrap_or(0);
    }
}

/// Unlocked: shows the queues, or goes back to where a killed program was.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>, unlocked: Unlocked) {
    state.office = Some(Office {
        officer: unlocked.officer,
        name: unlocked.office,
        counter: unlocked.counter,
        read_only: unlocked.read_only,
        cases: unlocked.summaries.into_iter().map(|(id, summary)| Listed { id, summary }).collect(),
        packs: unlocked.packs,
        services: unlocked.services,
        journal: Journal::fold(unlocked.records),
        reference: None,
    });
    state.last_key_ms = cx.env.now_ms;
    // A killed program leaves its log untidied, and every start reads all of it.
    state.untidy = !unlocked.read_only;
    state.screen = Screen::Beranda(Beranda::default());
    refresh(state);
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
pub(in crate::app) fn refresh(state: &mut State) {
    let (Screen::Beranda(beranda), Some(office)) = (&mut state.screen, &state.office) else {
        return;
    };
    let query = beranda.query.text().trim().to_lowercase();
    let mut found: Vec<(Queue, std::cmp::Reverse<i64>, usize)> = office
        .cases
        .iter()
        .enumerate()
        .filter(|(_, listed)| listed.summary.matches(&query))
        .map(|(at, listed)| {
            (Queue::of(&listed.summary), std::cmp::Reverse(listed.summary.last_ms), at)
        })
        .collect();
    found.sort_unstable();
    beranda.lines.clear();
    for queue in Queue::ALL {
        let from = found.partition_point(|(of, ..)| *of < queue);
        let to = found.partition_point(|(of, ..)| *of <= queue);
        // Searching shows what was found; without a search every queue has its place.
        if from == to && !query.is_empty() {
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
                refresh(state);
            }
        }
        Action::Back if beranda.searching || !beranda.query.text().is_empty() => {
            beranda.searching = false;
            beranda.query = Editor::default();
            refresh(state);
        }
        Action::Back => state.overlays.push(Overlay::Confirm(crate::app::Confirm::Quit)),
        Action::Enter => open_selected(state, cx),
        Action::NewCase => super::finder::enter(state, cx, false),
        Action::Outages => super::outages::enter(state, cx),
        _ => {}
    }
}

fn open_selected(state: &mut State, cx: &mut Cx<'_>) {
    let (Screen::Beranda(beranda), Some(office)) = (&mut state.screen, &state.office) else {
        return;
    };
    beranda.searching = false;
    if let Some(at) = beranda.selected_case() {
        cx.push(Effect::LoadCase(office.cases[at].id));
    }
}
