//! The whole program as a value: [`update`] takes the state, the world and one message, and answers
//! with effects.
//!
//! Never stores, draws, waits or reads the clock; what is not a [`Msg`] cannot change the program, and
//! what is not an [`Effect`] it cannot do. Tests drive it key by key and compare the effects.

mod action;
mod edit;
mod effect;
mod env;
mod field;
mod lamp;
mod letter;
mod moved;
mod msg;
mod notice;
mod open;
mod opens;
pub mod outage;
pub mod paper;
mod pin;
mod place;
pub mod printing;
mod private;
pub mod said;
mod save;
pub mod screens;
mod spoken;
mod state;
#[cfg(test)]
mod tests;
pub mod waiting;

pub use action::{Action, Mode};
pub use edit::{Edit, Editor};
pub use effect::{Effect, OutageFile, Part, Staff, Typing, Utterance};
pub use env::Env;
pub use field::Field;
pub use lamp::{Lamp, LampState, News, Why};
pub use letter::{Letter, Which};
pub use moved::Kept;
pub use msg::{KeptCase, LoadedCase, Msg, Reached, Unlocked};
pub use notice::Notice;
pub use opens::{NextDay, Opens, Today};
pub use pin::{LONGEST_PIN, PIN_TRIES, Pins, SHORTEST_PIN};
pub use place::{Place, PlaceScreen};
pub use private::Private;
pub use save::{Light, Save};
pub use screens::call::Tidings;
pub use screens::receipt::Receipt;
pub use screens::retype::{RetypePage, RetypeRow, RetypeSheet};
pub use screens::trouble::Referral;
pub use spoken::spoken;
pub use state::{
    Confirm, IDLE_LOCK_MS, Listed, Lock, NewOffice, Office, Open, Overlay, PackTitle, Screen, State,
};
pub use waiting::{Due, Dues};

use crate::ident::Level;
use screens::{
    beranda, call, facing, fill, handover, lock, officers, outages, overlay, receipt, requirements,
    review, setup, tasks, teach_back, unlock, voice,
};

/// What an update works with: the world it happens in and what it asks to be done.
pub(crate) struct Cx<'a> {
    pub(crate) env: &'a Env,
    pub(crate) out: Vec<Effect>,
}

impl Cx<'_> {
    fn push(&mut self, effect: Effect) {
        self.out.push(effect);
    }
}

/// Takes one message and answers what is to be done, in order.
pub fn update(state: &mut State, env: &Env, msg: Msg) -> Vec<Effect> {
    let mut cx = Cx { env, out: Vec::new() };
    if matches!(msg, Msg::Action(_) | Msg::Text(_)) {
        state.last_key_ms = env.now_ms;
        state.line = None;
        lamp::read(state, env.now_ms);
    }
    // Typing alone never waits for the form; everything else sees it as it is.
    let typing = matches!(msg, Msg::Text(_) | Msg::Action(Action::Edit(_)));
    let tick = matches!(msg, Msg::Tick);
    let caught_up = |open: &mut Open| open.catch_up(env.today());
    let unchanged = state.open.as_mut().filter(|_| !typing).is_some_and(caught_up);
    let locked = state.lock.is_some();
    step(state, &mut cx, msg);
    settle(state, &mut cx);
    state.still = tick && unchanged && cx.out.is_empty() && locked == state.lock.is_some();
    cx.out
}

fn step(state: &mut State, cx: &mut Cx<'_>, msg: Msg) {
    match msg {
        Msg::Action(action) => act(state, cx, action),
        Msg::Text(text) => type_text(state, cx, &text.0),
        Msg::Resized(columns, rows) => state.size = (columns, rows),
        Msg::Tick => tick(state, cx),
        Msg::Terminate => {
            // Nothing is committed: the next start goes on at the same letter.
            state.abrupt = true;
            state.quitting = true;
            cx.out.extend(state.stuck.drain(..));
        }
        Msg::Unlocked(unlocked) => beranda::enter(state, cx, *unlocked),
        Msg::Recovered { office, counter } => {
            state.screen = Screen::Setup(setup::Setup::after_recovery(&office, &counter));
        }
        Msg::UnlockFailed(notice) => unlock::failed(state, notice),
        Msg::PassphraseChecked(officer) => lock::checked(state, cx, officer),
        Msg::OfficersListed(list) => officers::listed(state, cx, list),
        Msg::OfficerRefused(notice) => officers::refused(state, notice),
        Msg::CaseLoaded(loaded) => open::loaded(state, cx, *loaded),
        Msg::CaseKept(kept) => moved::kept(state, *kept),
        Msg::FormLoaded(form) => open::begin(state, cx, &form),
        Msg::LoadFailed(notice) => {
            state.returning = None;
            state.errand = None;
            tell(state, notice);
        }
        Msg::TemplateLoaded(template) => letter::number(state, cx, template),
        Msg::ReferenceLoaded(reference) => {
            if let Some(office) = &mut state.office {
                office.reference = Some(reference);
            }
            outages::refresh(state, cx.env);
        }
        Msg::Told(notice) => tell(state, notice),
        Msg::Light(lamp) => lamp::took(state, cx, lamp),
        Msg::Printed(notice) => printed(state, notice),
        Msg::NotPrinted { case, number, notice } => {
            if let Some(case) = case {
                printing::failed(state, cx, case, number);
            }
            printed(state, notice);
        }
        Msg::TroublesLoaded(troubles, notice) => {
            screens::trouble::loaded(state, troubles, notice);
            if std::mem::take(&mut state.slip) {
                call::slip(state, cx);
            }
        }
        Msg::Copied(reached) => handover::copied(state, reached),
        Msg::VoiceFound(found) => state.voice.available = found,
        Msg::Hushed => state.voice.reading = None,
        Msg::Synced { ticket } => {
            state.save.confirmed(ticket, cx.env.now_ms);
            // A sync speaks only for what was written; what was refused is still missing.
            if state.stuck.is_empty() {
                state.save.recovered();
            }
            letter::make(state);
        }
        Msg::SyncFailed(notice) => {
            state.save.failed(cx.env.now_ms);
            trouble(state, notice);
        }
        Msg::Refused { effect, notice } => {
            // Kept in order and tried again; later writes queue behind it.
            state.stuck.push_back(*effect);
            state.save.refused(cx.env.now_ms);
            trouble(state, notice);
        }
        Msg::Same { case, others } => {
            if let Some(open) = state.open.as_mut().filter(|open| open.case.id == case) {
                open.same = others;
            }
        }
    }
}

/// Shows that saving fails, once for each trouble.
fn trouble(state: &mut State, notice: Notice) {
    if state.save.trouble.replace(notice.clone()).is_none() {
        tell(state, notice);
    }
}

/// Shows a message: a line, or a window when it must be read.
pub(crate) fn tell(state: &mut State, notice: Notice) {
    if notice.level == Level::Salah {
        state.overlays.push(Overlay::Notice(notice));
    } else {
        state.line = Some(notice);
    }
}

/// Shows what became of a paper. It comes when it comes: in the midst of typing it is a line, because a
/// window would take the next letter.
fn printed(state: &mut State, mut notice: Notice) {
    // It is on its way no longer.
    state.line.take_if(|line| line.key == "print-sending");
    if state.mode().types() || !state.overlays.is_empty() || state.lock.is_some() {
        notice.level = notice.level.min(Level::Periksa);
    }
    tell(state, notice);
}

fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    if state.lock.is_some() {
        // Only a help opened over the lock stands over it.
        return match state.overlays.last() {
            Some(Overlay::Help(_)) => overlay::act(state, cx, action),
            _ => lock::act(state, cx, action),
        };
    }
    match action {
        Action::Quit => return quit(state, cx),
        Action::Language => {
            state.lang = state.lang.next();
            return cx.push(Effect::Language(state.lang));
        }
        Action::Lock if state.office.is_some() => return lock::enter(state),
        Action::Outage if state.office.is_some() => return screens::outage::enter(state, cx),
        Action::Help if !matches!(state.overlays.last(), Some(Overlay::Help(_))) => {
            return state.overlays.push(Overlay::Help(0));
        }
        _ => {}
    }
    if !state.overlays.is_empty() {
        return overlay::act(state, cx, action);
    }
    if action == Action::ApplicantView {
        return facing::turn(state);
    }
    if action == Action::ReadAloud {
        return voice::read(state, cx);
    }
    if facing::act(state, action) {
        return;
    }
    match action {
        Action::Undo => return open::undo(state, cx),
        Action::Redo => return open::redo(state, cx),
        Action::Home if state.office.is_some() => return go_home(state, cx),
        Action::Tasks if state.open.is_some() => return tasks::enter(state, cx),
        Action::Review if state.open.is_some() => return review::enter(state, cx),
        Action::Handover if state.open.is_some() => return handover::enter(state, cx),
        Action::Receipt if state.open.is_some() => return receipt::enter(state, cx),
        Action::Requirements if state.open.is_some() => return requirements::enter(state, cx),
        Action::Speak if state.open.is_some() => return requirements::speak(state, cx),
        Action::TeachBack if state.open.is_some() => return teach_back::enter(state),
        Action::Park if state.open.is_some() => return overlay::park(state, cx),
        Action::Trouble if state.open.is_some() => return screens::trouble::enter(state, cx),
        Action::Account if state.open.is_some() => return screens::account::enter(state, cx),
        Action::Call if state.open.is_some() => return call::enter(state, cx),
        Action::Slip if state.open.is_some() => return call::slip(state, cx),
        Action::Met if state.open.is_some() => return call::met(state, cx),
        Action::Arrived if state.open.is_some() => return call::arrived(state, cx),
        _ => {}
    }
    match &state.screen {
        Screen::Setup(_) => setup::act(state, cx, action),
        Screen::Unlock(_) => unlock::act(state, cx, action),
        Screen::Beranda(_) => beranda::act(state, cx, action),
        Screen::Tasks(_) => tasks::act(state, cx, action),
        Screen::Fill(_) => fill::act(state, cx, action),
        Screen::Review(_) => review::act(state, cx, action),
        Screen::Handover(_) => handover::act(state, cx, action),
        Screen::Paper(_) => screens::paper::act(state, cx, action),
        Screen::Call => call::act(state, cx, action),
        Screen::Outages(_) => outages::act(state, cx, action),
        Screen::Officers(_) => officers::act(state, cx, action),
    }
}

fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    if let Some(lock) = &mut state.lock {
        return lock::type_text(lock, text);
    }
    if !state.overlays.is_empty() {
        return overlay::type_text(state, cx, text);
    }
    match &mut state.screen {
        Screen::Setup(setup) => setup.type_text(text),
        Screen::Unlock(unlock) => unlock.editor.insert(text),
        Screen::Officers(screen) => officers::type_text(screen, text),
        Screen::Beranda(beranda) if beranda.searching => {
            beranda.query.insert(text);
            beranda::refresh(state, cx.env);
        }
        Screen::Fill(_) => fill::type_text(state, cx, text),
        _ => {}
    }
}

fn tick(state: &mut State, cx: &mut Cx<'_>) {
    let idle = cx.env.now_ms - state.last_key_ms;
    if state.idle_lock_ms > 0
        && idle >= state.idle_lock_ms
        && state.office.is_some()
        && state.lock.is_none()
    {
        lock::enter(state);
    }
    let retry =
        state.save.failing_since.is_none_or(|since| cx.env.now_ms >= since + save::RETRY_MS);
    if retry && !state.stuck.is_empty() {
        cx.out.extend(state.stuck.drain(..));
        // `settle` counts what is tried now; a second refusal comes back here.
        state.save.retrying(cx.env.now_ms);
    }
    beranda::tick(state, cx.env);
    if state.untidy && idle >= state::TIDY_MS && state.save.is_safe() {
        state.untidy = false;
        cx.push(Effect::Housekeep);
    }
}

fn quit(state: &mut State, cx: &mut Cx<'_>) {
    if let Screen::Fill(_) = state.screen {
        fill::leave(state, cx);
    }
    state.quitting = true;
}

/// Leaves the open case for the queues.
pub(crate) fn go_home(state: &mut State, cx: &mut Cx<'_>) {
    if let Screen::Fill(_) = state.screen {
        fill::leave(state, cx);
    }
    let here = state.open.take().map(|open| open.case.id);
    state.screen = Screen::Beranda(beranda::Beranda::default());
    beranda::refresh(state, cx.env);
    if let Some(case) = here {
        beranda::mark(state, case);
    }
}

/// What every update ends with: the place is kept, writes are counted, the disk is asked in time.
fn settle(state: &mut State, cx: &mut Cx<'_>) {
    facing::settle(state);
    voice::settle(state, cx);
    if state.office.is_some() && !state.is_read_only() && state.returning.is_none() {
        let place = state.current_place();
        if place != state.place {
            state.place = place.clone();
            cx.push(Effect::Place(place));
        }
    }
    if state.is_read_only() {
        cx.out.retain(|effect| !effect.writes());
    }
    if !state.stuck.is_empty() {
        // Order is kept: nothing overtakes a refused write. Of one field only the last typing counts,
        // and of places the last.
        let (kept, rest): (Vec<_>, Vec<_>) = cx.out.drain(..).partition(Effect::must_be_kept);
        cx.out = rest;
        for effect in kept {
            state.stuck.retain(|old| !effect.replaces(old));
            state.stuck.push_back(effect);
        }
    }
    if cx.out.iter().any(Effect::writes) {
        state.save.wrote(cx.env.now_ms);
        state.untidy = true;
    }
    let at_once = state.quitting || state.letter.is_some();
    if let Some(ticket) = state.save.due(cx.env.now_ms, at_once) {
        cx.push(Effect::Barrier { ticket });
    }
    state.holding |= cx.out.iter().any(|effect| matches!(effect, Effect::Copy(_)));
    if (state.lock.is_some() || state.quitting) && std::mem::take(&mut state.holding) {
        // A NIK must not be pasted by whoever sits down next.
        cx.push(Effect::ForgetCopied);
    }
    let safe = state.save.is_safe() && state.stuck.is_empty();
    // Nobody is there to read that a write is refused: it was tried once more, and that was all.
    let hopeless = state.abrupt && state.save.failing_since.is_some();
    if state.quitting && (safe || hopeless || state.office.is_none()) {
        cx.push(Effect::Quit);
    }
}
