//! First start: five lines, and the office is at work.

use crate::app::{Action, Cx, Edit, Editor, Effect, NewOffice, Notice, Private, Screen, State};
use crate::ident::Level;

/// Shortest passphrase taken, in letters. Long enough against guessing with Argon2id in front,
/// short enough to be typed all day.
pub const SHORTEST_PASSPHRASE: usize = 8;

/// The five lines of the first start.
#[derive(Debug, Default)]
pub struct Setup {
    /// Office, counter, officer, passphrase, passphrase again.
    pub lines: [Editor; 5],
    /// The line being typed.
    pub at: usize,
    /// What keeps us from going on.
    pub problem: Option<Notice>,
    /// The office is being created.
    pub busy: bool,
    /// The recovery key opened the office: only an officer with a new passphrase is asked for.
    pub recovered: bool,
}

impl Setup {
    /// Fluent message ids of the lines, in order.
    pub const LABELS: [&'static str; 5] = [
        "setup-office",
        "setup-counter",
        "setup-officer",
        "setup-passphrase",
        "setup-passphrase-again",
    ];

    /// After the recovery key: office and counter are known, an officer is not.
    pub fn after_recovery(office: &str, counter: &str) -> Self {
        let mut setup = Self { at: 2, recovered: true, ..Self::default() };
        setup.lines[0].insert(office);
        setup.lines[1].insert(counter);
        setup
    }

    /// The first line that may be typed.
    pub const fn first(&self) -> usize {
        if self.recovered { 2 } else { 0 }
    }

    /// Whether a line is shown as dots.
    pub const fn is_secret(line: usize) -> bool {
        line >= 3
    }

    pub(in crate::app) fn type_text(&mut self, text: &str) {
        self.problem = None;
        self.lines[self.at].insert(text);
    }

    /// What is missing, with the line it is missing in.
    fn fault(&self) -> Option<(usize, &'static str)> {
        if let Some(at) = (0..3).find(|at| self.lines[*at].text().trim().is_empty()) {
            return Some((at, "setup-empty"));
        }
        let [.., passphrase, again] = &self.lines;
        passphrase_fault(passphrase, again).map(|(at, key)| (3 + at, key))
    }
}

/// What keeps a new passphrase, typed twice, from being taken: in which of the two, and the message.
pub(super) fn passphrase_fault(once: &Editor, again: &Editor) -> Option<(usize, &'static str)> {
    if once.text().chars().count() < SHORTEST_PASSPHRASE {
        return Some((0, "setup-short"));
    }
    (once.text() != again.text()).then_some((1, "setup-differs"))
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Screen::Setup(setup) = &mut state.screen else { return };
    if setup.busy {
        return;
    }
    match action {
        Action::Edit(edit) => {
            if edit != Edit::Newline && setup.lines[setup.at].apply(edit) {
                setup.problem = None;
            }
        }
        Action::Up | Action::Previous => setup.at = setup.at.saturating_sub(1).max(setup.first()),
        Action::Down | Action::Next => setup.at = (setup.at + 1).min(4),
        Action::Enter if setup.at < 4 => setup.at += 1,
        Action::Enter => submit(setup, cx),
        Action::Back => state.quitting = true,
        _ => {}
    }
}

/// The last Enter: names the line that keeps us from going on, or creates the office.
fn submit(setup: &mut Setup, cx: &mut Cx<'_>) {
    if let Some((at, key)) = setup.fault() {
        setup.at = at;
        let shortest = SHORTEST_PASSPHRASE.to_string();
        setup.problem = Some(Notice::new(Level::Periksa, key).with("shortest", shortest));
        return;
    }
    let text = |at: usize| setup.lines[at].text().trim().to_owned();
    let new = Box::new(NewOffice {
        office: text(0),
        counter: text(1),
        officer: text(2),
        passphrase: Private(setup.lines[3].text().to_owned()),
    });
    setup.busy = true;
    cx.push(if setup.recovered { Effect::AddOfficer(new) } else { Effect::Create(new) });
}
