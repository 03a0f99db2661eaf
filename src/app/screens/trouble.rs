//! When OSS fails: which trouble it is, then step by step to an end. Each answer is an event, so another
//! officer or another day goes on at the same step.
//!
//! Decides nothing: the tree asks, an officer answers. What is typed here searches and is kept nowhere.

use super::finder::{fit, tokens};
use super::{fill, overlay};
use crate::app::paper::Sheet;
use crate::app::{
    Action, Cx, Editor, Effect, Field, Notice, Office, Open, Overlay, PackTitle, State, open,
};
use crate::base::order;
use crate::case::{Body, Condition, TroubleLog};
use crate::form::trouble::{Contact, End, EndKind, Trouble, Troubles, Way};
use crate::ident::Level;
use crate::text::{Lang, Text};
use std::sync::Arc;

/// The troubles on the screen.
#[derive(Debug, Default)]
pub struct Triage {
    /// The words that are searched for.
    pub query: Editor,
    /// The marked trouble.
    pub mark: usize,
    /// The trouble that is gone through, if one is.
    pub walk: Option<Walk>,
    /// What can be taken, best first: places in [`Troubles::all`].
    found: Vec<usize>,
}

/// The way through one trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walk {
    /// Its place in [`Troubles::all`].
    pub trouble: usize,
    /// Steps taken, with the answer of each.
    pub trail: Vec<(usize, usize)>,
    /// Where it stands.
    pub here: Way,
    /// The marked answer.
    pub mark: usize,
}

/// The facts of a paper that sends the applicant somewhere; `report::referral` makes the paper of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// The office.
    pub office: String,
    /// Visit code.
    pub code: String,
    /// What it is about.
    pub trouble: Text,
    /// Where to go.
    pub contact: Contact,
    /// The words to say there.
    pub tell: Text,
    /// What to bring.
    pub bring: Vec<Text>,
    /// Today.
    pub day: jiff::civil::Date,
}

impl Triage {
    /// The troubles that can be taken now: places in [`Troubles::all`].
    pub fn entries(&self) -> &[usize] {
        &self.found
    }
}

/// What helps when OSS fails, once it is read.
pub fn troubles(state: &State) -> Option<&Arc<Troubles>> {
    state.office.as_ref()?.troubles.as_ref()
}

/// The trouble that is gone through, and how far.
pub fn walking(state: &State) -> Option<(&Trouble, &Walk)> {
    let Some(Overlay::Trouble(Triage { walk: Some(walk), .. })) =
        state.overlays.iter().rev().find(|overlay| matches!(overlay, Overlay::Trouble(_)))
    else {
        return None;
    };
    Some((troubles(state)?.all.get(walk.trouble)?, walk))
}

/// The end the way has come to.
pub fn ending(state: &State) -> Option<&End> {
    let (trouble, walk) = walking(state)?;
    match walk.here {
        Way::End(end) => trouble.ends.get(end),
        Way::Step(_) => None,
    }
}

/// What was tried of a trouble on this case.
pub fn log_of<'a>(open: &'a Open, trouble: &str) -> Option<&'a TroubleLog> {
    open.case.troubles.iter().find(|log| log.trouble == trouble)
}

/// The note on the step that was taken last.
pub(in crate::app) fn last_note(open: &Open, trouble: &str) -> String {
    let last = log_of(open, trouble).and_then(|log| log.tried.last());
    last.map_or_else(String::new, |attempt| attempt.note.clone())
}

/// Opens the list; what an office has written since is read anew.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    fill::commit_and_stay(state, cx);
    state.overlays.push(Overlay::Trouble(Triage::default()));
    cx.push(Effect::LoadTroubles);
}

/// The files are read.
pub(in crate::app) fn loaded(state: &mut State, troubles: Arc<Troubles>, notice: Option<Notice>) {
    let Some(office) = &mut state.office else { return };
    office.troubles = Some(troubles);
    for overlay in &mut state.overlays {
        if let Overlay::Trouble(triage) = overlay {
            triage.walk = None;
        }
    }
    if let Some(notice) = notice {
        state.line = Some(notice);
    }
    search(state);
}

fn search(state: &mut State) {
    let (Some(Overlay::Trouble(triage)), Some(office)) = (state.overlays.last_mut(), &state.office)
    else {
        return;
    };
    triage.found = found(office, state.open.as_ref(), triage.query.text());
    triage.mark = 0;
}

/// With no words: what is under way first, then by title. With words: the best fit first.
fn found(office: &Office, open: Option<&Open>, words: &str) -> Vec<usize> {
    let Some(troubles) = &office.troubles else { return Vec::new() };
    let begun = |trouble: &Trouble| {
        let log = open.and_then(|open| log_of(open, &trouble.id));
        log.map(|log| (log.ended.is_none(), log.tried.last().map(|attempt| attempt.at_ms)))
    };
    let wanted = tokens(words);
    let typed = wanted.join(" ");
    // Whoever types its name, or what it is also called, means it: whole before a beginning.
    let by_name = |trouble: &Trouble| -> u32 {
        let title = Lang::ALL.map(|lang| trouble.title.get(lang).to_owned());
        let names = title.iter().zip([4000, 4000]);
        let names = names.chain(trouble.words.iter().map(|word| (word, 2000)));
        let worth = names.map(|(name, worth)| {
            let name = tokens(name).join(" ");
            let begins = worth / 4 * u32::from(name.starts_with(&typed));
            if name == typed { worth } else { begins }
        });
        worth.max().unwrap_or_default()
    };
    let worth = |trouble: &Trouble| -> Option<u32> {
        let title = Lang::ALL.map(|lang| trouble.title.get(lang)).join(" ");
        let fields = [(3, tokens(&trouble.words.join(" "))), (2, tokens(&title))];
        let best = |word: &String| {
            fields.iter().filter_map(|(worth, has)| Some(worth * fit(word, has)?)).max()
        };
        wanted.iter().map(best).sum()
    };
    let mut all: Vec<(u32, usize)> = troubles
        .all
        .iter()
        .enumerate()
        .filter_map(|(at, trouble)| {
            let named = if wanted.is_empty() { 0 } else { by_name(trouble) };
            Some((worth(trouble)? + named, at))
        })
        .collect();
    order::sort_by_key(&mut all, |(worth, at)| {
        let trouble = &troubles.all[*at];
        let begun = begun(trouble).filter(|_| wanted.is_empty());
        (std::cmp::Reverse((*worth, begun)), trouble.title.id.clone())
    });
    all.into_iter().map(|(_, at)| at).collect()
}

pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let Some(Overlay::Trouble(triage)) = state.overlays.last_mut() else { return };
    if triage.walk.is_none() {
        triage.query.insert(text);
        return search(state);
    }
    let digit = text.chars().next().and_then(|digit| digit.to_digit(10));
    if let Some(answer) = digit.and_then(|digit| (digit as usize).checked_sub(1)) {
        take(state, cx, answer);
    }
}

/// Does what a key means among the troubles.
pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let answers = walking(state).map_or(0, |(trouble, walk)| match walk.here {
        Way::Step(step) => trouble.steps[step].answers.len(),
        Way::End(_) => 0,
    });
    let Some(Overlay::Trouble(triage)) = state.overlays.last_mut() else { return };
    let last = match &triage.walk {
        Some(_) => answers.saturating_sub(1),
        None => triage.found.len().saturating_sub(1),
    };
    let mark = match &mut triage.walk {
        Some(walk) => &mut walk.mark,
        None => &mut triage.mark,
    };
    match action {
        Action::Up | Action::Previous => *mark = mark.saturating_sub(1),
        Action::Down | Action::Next => *mark = (*mark + 1).min(last),
        Action::PageUp => *mark = mark.saturating_sub(10),
        Action::PageDown => *mark = (*mark + 10).min(last),
        Action::Account => super::account::enter(state, cx),
        Action::Back => back(state),
        Action::Enter => enter_marked(state, cx),
        Action::Edit(edit) if triage.walk.is_none() => {
            triage.query.apply(edit);
            search(state);
        }
        Action::Print => {
            if let Some(referral) = referral(state, cx.env) {
                super::paper::show(state, Sheet::Referral(Box::new(referral)));
            }
        }
        Action::Park => park(state, cx),
        Action::Note => note(state),
        Action::NewCase => go_on(state, cx),
        _ => {}
    }
}

fn back(state: &mut State) {
    let Some(Overlay::Trouble(triage)) = state.overlays.last_mut() else { return };
    match &mut triage.walk {
        Some(walk) => {
            if let Some((step, answer)) = walk.trail.pop() {
                (walk.here, walk.mark) = (Way::Step(step), answer);
            } else {
                triage.walk = None;
                search(state);
            }
        }
        None if !triage.query.text().is_empty() => {
            triage.query = Editor::default();
            search(state);
        }
        None => _ = state.overlays.pop(),
    }
}

fn enter_marked(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Trouble(triage)) = state.overlays.last() else { return };
    match &triage.walk {
        Some(Walk { here: Way::Step(_), mark, .. }) => {
            let mark = *mark;
            take(state, cx, mark);
        }
        // At an end there is nothing more to answer: it goes on in another trouble, or here it is over.
        Some(_) => {
            let next = match ending(state).map(|end| &end.kind) {
                Some(EndKind::Onward { trouble, .. }) => trouble.clone(),
                _ => String::new(),
            };
            match troubles(state).and_then(|all| all.find(&next)) {
                Some(at) => walk(state, at),
                None => _ = state.overlays.pop(),
            }
        }
        None => {
            let Some(at) = triage.found.get(triage.mark).copied() else { return };
            walk(state, at);
        }
    }
}

/// Goes through the trouble at that place, from where it stood.
fn walk(state: &mut State, at: usize) {
    let (Some(open), Some(troubles)) = (&state.open, troubles(state)) else { return };
    let walk = resume(at, &troubles.all[at], log_of(open, &troubles.all[at].id));
    let Some(Overlay::Trouble(triage)) = state.overlays.last_mut() else { return };
    triage.walk = Some(walk);
}

/// The service the way goes on in, where this counter has it.
pub fn service(state: &State) -> Option<&PackTitle> {
    let EndKind::Onward { service, .. } = &ending(state)?.kind else { return None };
    state.office.as_ref()?.packs.iter().find(|pack| pack.id == *service)
}

/// Opens that service for the same applicant.
fn go_on(state: &mut State, cx: &mut Cx<'_>) {
    let Some(id) = service(state).map(|pack| pack.id.clone()) else { return };
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    state.overlays.clear();
    super::finder::begin_for_same(state, cx, id);
}

/// Where a trouble stood. Steps and answers the tree no longer has are passed over.
fn resume(at: usize, trouble: &Trouble, log: Option<&TroubleLog>) -> Walk {
    let mut trail: Vec<(usize, usize)> = Vec::new();
    let mut here = Way::Step(0);
    for attempt in log.into_iter().flat_map(|log| &log.tried) {
        let Some(step) = trouble.step(&attempt.step) else { continue };
        let answers = &trouble.steps[step].answers;
        let Some(answer) = answers.iter().position(|one| one.label.id == attempt.answer) else {
            continue;
        };
        if let Some(before) = trail.iter().position(|(taken, _)| *taken == step) {
            trail.truncate(before);
        } else if here != Way::Step(step) {
            // Nothing leads there from where it stood: it was begun anew, or the tree is another.
            trail.clear();
        }
        trail.push((step, answer));
        here = answers[answer].leads;
    }
    Walk { trouble: at, trail, here, mark: 0 }
}

/// An answer is given: it is an event, and so is the end it may lead to.
fn take(state: &mut State, cx: &mut Cx<'_>, answer: usize) {
    let Some((trouble, walk)) = walking(state) else { return };
    let Way::Step(at) = walk.here else { return };
    let step = &trouble.steps[at];
    let Some(outcome) = step.answers.get(answer) else { return };
    let leads = outcome.leads;
    let mut bodies = vec![Body::Tried {
        trouble: trouble.id.clone(),
        step: step.name.clone(),
        answer: outcome.label.id.clone(),
        note: String::new(),
    }];
    if let Way::End(end) = leads {
        let end = &trouble.ends[end];
        let to = match (&end.kind, &end.waits) {
            (EndKind::Referred { to, .. }, _) => to.clone(),
            (EndKind::Onward { service, trouble }, _) if trouble.is_empty() => service.clone(),
            (EndKind::Onward { trouble, .. }, _) => trouble.clone(),
            (_, Some(wait)) => wait.condition.clone(),
            _ => String::new(),
        };
        let (trouble, end) = (trouble.id.clone(), end.kind.word().to_owned());
        bodies.push(Body::TroubleEnded { trouble, end, to });
    }
    if let Some(Overlay::Trouble(Triage { walk: Some(walk), .. })) = state.overlays.last_mut() {
        walk.trail.push((at, answer));
        (walk.here, walk.mark) = (leads, 0);
    }
    open::append(state, cx, bodies, Vec::new());
}

/// A note on the step that was taken last.
fn note(state: &mut State) {
    let Some((trouble, walk)) = walking(state) else { return };
    if walk.trail.is_empty() {
        state.line = Some(Notice::info("trouble-nothing-to-note"));
        return;
    }
    let field = Field::Tried(trouble.id.clone());
    overlay::prompt(state, field);
}

fn park(state: &mut State, cx: &mut Cx<'_>) {
    let Some(wait) = ending(state).and_then(|end| end.waits.as_ref()) else { return };
    let (condition, reason) = (wait.condition.clone(), wait.reason.get(state.lang).to_owned());
    super::park::enter_with(state, cx, Condition::from_code(&condition), reason);
}

/// The facts of the paper, where somebody is sent somewhere.
pub fn referral(state: &State, env: &crate::app::Env) -> Option<Referral> {
    let (trouble, _) = walking(state)?;
    let end = ending(state)?;
    let EndKind::Referred { to, tell, bring } = &end.kind else { return None };
    let open = state.open.as_ref()?;
    Some(Referral {
        office: state.office.as_ref()?.name.clone(),
        code: open.case.code.clone(),
        trouble: trouble.title.clone(),
        contact: troubles(state)?.contact(to)?.clone(),
        tell: tell.clone(),
        bring: bring.clone(),
        day: env.today(),
    })
}
