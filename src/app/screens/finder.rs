//! "Mau apa hari ini?": from what an applicant says to the pack that helps, by questions or by words.
//!
//! Starts a case only when an entry is taken. What is typed here searches and is kept nowhere.

use crate::app::{Action, Cx, Editor, Effect, Notice, Office, Overlay, State};
use crate::form::{Answer, Leads, Reply};
use crate::ident::Level;
use crate::text::Lang;

/// The finder as it stands.
#[derive(Debug, Default)]
pub struct Finder {
    /// The words that are searched for; with none the questions are asked.
    pub query: Editor,
    /// The marked entry.
    pub mark: usize,
    /// What the words find, best first: places in [`Office::packs`].
    found: Vec<usize>,
    /// The way so far; empty at the first question.
    trail: Vec<Step>,
    /// The case it was opened from: the same applicant wants one thing more.
    pub(in crate::app) same_applicant: bool,
}

/// One step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// A question of [`crate::form::Services`].
    Ask(usize),
    /// Packs to choose from, by their places in [`Office::packs`].
    Packs(Vec<usize>),
}

/// One entry that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// An answer of the question that is asked.
    Answer(&'a Reply),
    /// A pack: its place in [`Office::packs`].
    Pack(usize),
}

/// An answer that goes along into another case of the same applicant.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::app) struct Shared {
    /// What it is in the world.
    pub(in crate::app) meaning: String,
    /// What was said.
    pub(in crate::app) answer: Answer,
    /// Visit code of the case it comes from.
    pub(in crate::app) code: String,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shared({})", self.meaning)
    }
}

impl Finder {
    /// The question that is asked now, when no words are searched for.
    pub fn ask(&self, office: &Office) -> Option<usize> {
        if !self.query.text().trim().is_empty() {
            return None;
        }
        match self.trail.last() {
            None => (!office.services.asks.is_empty()).then_some(0),
            Some(Step::Ask(at)) => Some(*at),
            Some(Step::Packs(_)) => None,
        }
    }

    /// Looks again after the words have changed; drawing never searches.
    fn search(&mut self, office: &Office) {
        self.found = search(office, self.query.text());
        self.mark = 0;
    }

    /// What can be taken now: answers, packs of an answer, or the packs the words find.
    pub fn entries<'a>(&self, office: &'a Office) -> Vec<Entry<'a>> {
        let words = self.query.text().trim();
        if !words.is_empty() {
            return self.found.iter().copied().map(Entry::Pack).collect();
        }
        match (self.ask(office), self.trail.last()) {
            (Some(ask), _) => office.services.asks[ask].answers.iter().map(Entry::Answer).collect(),
            (None, Some(Step::Packs(packs))) => packs.iter().copied().map(Entry::Pack).collect(),
            (None, _) => (0..office.packs.len()).map(Entry::Pack).collect(),
        }
    }
}

/// Opens the finder; `same_applicant` when the open case's applicant wants one thing more.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>, same_applicant: bool) {
    let Some(office) = &state.office else { return };
    if office.read_only {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
    } else if let [only] = office.packs.as_slice() {
        cx.push(Effect::LoadForm(only.id.clone()));
    } else {
        state.overlays.push(Overlay::Find(Finder { same_applicant, ..Finder::default() }));
    }
}

/// Does what a key means in the finder.
pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let (Some(Overlay::Find(finder)), Some(office)) = (state.overlays.last_mut(), &state.office)
    else {
        return;
    };
    let entries = finder.entries(office);
    let last = entries.len().saturating_sub(1);
    match action {
        Action::Up | Action::Previous => finder.mark = finder.mark.saturating_sub(1),
        Action::Down | Action::Next => finder.mark = (finder.mark + 1).min(last),
        Action::PageUp => finder.mark = finder.mark.saturating_sub(10),
        Action::PageDown => finder.mark = (finder.mark + 10).min(last),
        Action::Edit(edit) => {
            finder.query.apply(edit);
            finder.search(office);
        }
        Action::Back if !finder.query.text().is_empty() => {
            finder.query = Editor::default();
            finder.search(office);
        }
        Action::Back => {
            if finder.trail.pop().is_none() {
                state.overlays.pop();
            } else {
                finder.mark = 0;
            }
        }
        Action::Enter => match entries.get(finder.mark) {
            Some(Entry::Pack(at)) => {
                let id = office.packs[*at].id.clone();
                begin(state, cx, id);
            }
            Some(Entry::Answer(reply)) => {
                let place = |id: &String| office.packs.iter().position(|pack| pack.id == *id);
                let step = match &reply.leads {
                    Leads::Ask(ask) => Step::Ask(*ask),
                    Leads::Packs(ids) => Step::Packs(ids.iter().filter_map(place).collect()),
                    Leads::Group(group) => Step::Packs(
                        (0..office.packs.len())
                            .filter(|at| office.packs[*at].group == *group)
                            .collect(),
                    ),
                };
                finder.mark = 0;
                if let Step::Packs(packs) = &step
                    && let [only] = packs.as_slice()
                {
                    let id = office.packs[*only].id.clone();
                    return begin(state, cx, id);
                }
                finder.trail.push(step);
            }
            None => {}
        },
        _ => {}
    }
}

pub(in crate::app) fn type_text(state: &mut State, text: &str) {
    if let (Some(Overlay::Find(finder)), Some(office)) = (state.overlays.last_mut(), &state.office)
    {
        finder.query.insert(text);
        finder.search(office);
    }
}

/// Asks for the form; what the applicant has answered already goes along.
fn begin(state: &mut State, cx: &mut Cx<'_>, id: String) {
    let Some(Overlay::Find(finder)) = state.overlays.pop() else { return };
    state.sharing = if finder.same_applicant { shared(state) } else { Vec::new() };
    cx.push(Effect::LoadForm(id));
}

/// Asks for the form for the applicant of the open case.
pub(super) fn begin_for_same(state: &mut State, cx: &mut Cx<'_>, id: String) {
    state.sharing = shared(state);
    cx.push(Effect::LoadForm(id));
}

/// The answers of the open case that have a meaning; of several instances the first one's.
fn shared(state: &State) -> Vec<Shared> {
    let Some(open) = &state.open else { return Vec::new() };
    let mut all: Vec<Shared> = Vec::new();
    for row in open.derived.rows.iter().filter(|row| row.answered) {
        let Some(meaning) = &open.form.pack.question(row.question).meaning else { continue };
        let answer = open.case.answers.values.get(&row.path).cloned().unwrap_or_default();
        if answer.raw.is_empty() || all.iter().any(|one| one.meaning == *meaning) {
            continue;
        }
        let answer = Answer { reason: String::new(), ..answer };
        all.push(Shared { meaning: meaning.clone(), answer, code: open.case.code.clone() });
    }
    all
}

/// The packs that the words find, best first: everyday words before the title before the summary.
fn search(office: &Office, words: &str) -> Vec<usize> {
    let wanted = tokens(words);
    let mut found: Vec<(u32, usize)> = office
        .packs
        .iter()
        .enumerate()
        .filter_map(|(at, pack)| {
            let title = Lang::ALL.map(|lang| pack.title.get(lang)).join(" ");
            let summary = Lang::ALL.map(|lang| pack.summary.get(lang)).join(" ");
            let fields =
                [(4, tokens(&pack.words.join(" "))), (3, tokens(&title)), (1, tokens(&summary))];
            let best = |word: &String| {
                fields.iter().filter_map(|(worth, has)| Some(worth * fit(word, has)?)).max()
            };
            let worth: Option<u32> = wanted.iter().map(best).sum();
            // The name itself, typed from its beginning, is what was meant.
            let by_name = tokens(&title).starts_with(&wanted) || tokens(&pack.id) == wanted;
            worth.map(|worth| (worth + u32::from(by_name) * 20, at))
        })
        .collect();
    found.sort_by_key(|(worth, at)| (std::cmp::Reverse(*worth), *at));
    found.into_iter().map(|(_, at)| at).collect()
}

/// How well a word fits one of `has`: whole, as a beginning, or with one slip.
pub(super) fn fit(word: &str, has: &[String]) -> Option<u32> {
    let slip = word.chars().count() >= 4;
    has.iter()
        .filter_map(|known| {
            if known == word {
                Some(3)
            } else if known.starts_with(word) {
                Some(2)
            } else {
                (slip && strsim::osa_distance(known, word) <= 1).then_some(1)
            }
        })
        .max()
}

pub(super) fn tokens(text: &str) -> Vec<String> {
    text.split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(60)
        .map(str::to_lowercase)
        .collect()
}
