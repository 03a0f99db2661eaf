//! Titip berkas: on what a case waits, what was left at the counter, and who is called first.
//!
//! A window of small steps over a case. Whatever is typed or chosen in it is kept at each key; it becomes
//! one event at its end, and none before. Leaving it forgets nothing: opened again it goes on there.

use crate::app::{
    Action, Cx, Editor, Effect, Field, Notice, Open, Overlay, Screen, State, Typing, open as case,
    said,
};
use crate::case::{Body, Care, Condition, telephone_row};
use crate::form::{Kind, meaning};
use crate::ident::{Level, age, date, nik};
use jiff::civil::Date;

/// Age from which somebody is elderly (UU 13/1998 on the welfare of the elderly, article 1).
pub const ELDERLY: i32 = 60;

/// One step of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// On what it waits.
    Condition,
    /// The reason, in the officer's words.
    Reason,
    /// From which day it can go on.
    Until,
    /// Whether papers and telephone number may be kept.
    Consent,
    /// What was left at the counter; only with consent.
    Left,
    /// Who comes first.
    Care,
}

impl Step {
    /// Every step in its order.
    pub const ALL: [Self; 6] =
        [Self::Condition, Self::Reason, Self::Until, Self::Consent, Self::Left, Self::Care];

    /// Where what is typed or chosen in it is kept.
    pub const fn field(self) -> Field {
        match self {
            Self::Reason => Field::Park,
            Self::Until => Field::Until,
            Self::Left => Field::Left,
            Self::Condition | Self::Consent | Self::Care => Field::Choices,
        }
    }

    /// Whether something is typed in it.
    pub const fn types(self) -> bool {
        matches!(self, Self::Reason | Self::Until | Self::Left)
    }
}

/// The window as it stands. `Debug` shows nothing that was typed.
#[derive(Debug)]
pub struct Park {
    /// The open step.
    pub step: Step,
    /// The marked line of a step that is chosen.
    pub marked: usize,
    /// What is chosen: a condition, or no known one. Nothing before the first step is done.
    pub on: Option<Option<Condition>>,
    /// The reason.
    pub reason: Editor,
    /// The day, as typed.
    pub until: Editor,
    /// Whether the applicant agreed; nothing before it was asked.
    pub consent: Option<bool>,
    /// What was left, as typed: things with commas between.
    pub left: Editor,
    /// Why the applicant comes first: bits of [`Care`].
    pub care: u8,
    /// No telephone number that can be read is answered: nobody could be called.
    pub no_number: bool,
    /// The day it is, to read a typed date.
    today: Date,
}

impl Park {
    fn new(open: &Open, today: Date) -> Self {
        let noted = open.case.care.iter().fold(0, |bits, care| bits | care.bit());
        let elderly = if is_elderly(open, today) { Care::Lansia.bit() } else { 0 };
        let mut park = Self {
            step: Step::Condition,
            marked: 0,
            on: None,
            reason: Editor::default(),
            until: Editor::default(),
            consent: None,
            left: Editor::default(),
            care: noted | elderly,
            no_number: open.telephone().is_none(),
            today,
        };
        for (key, typing) in &open.journals {
            let editor = || Editor::restore(typing.text.clone(), typing.cursor, false);
            match Field::from_key(key) {
                Some(Field::Park) => park.reason = editor(),
                Some(Field::Until) => park.until = editor(),
                Some(Field::Left) => park.left = editor(),
                Some(Field::Choices) => park.choose(&typing.text),
                _ => {}
            }
        }
        park
    }

    /// The choices as their journal row keeps them: condition, consent, care.
    fn choices(&self) -> String {
        let on = match self.on {
            None => "?",
            Some(None) => "-",
            Some(Some(on)) => on.code(),
        };
        let consent = self.consent.map_or("?", |consent| if consent { "ya" } else { "tidak" });
        format!("{on} {consent} {}", self.care)
    }

    fn choose(&mut self, text: &str) {
        let mut parts = text.split(' ');
        self.on = match parts.next() {
            None | Some("?" | "") => None,
            Some(code) => Some(Condition::from_code(code)),
        };
        self.consent = match parts.next() {
            Some("ya") => Some(true),
            Some("tidak") => Some(false),
            _ => None,
        };
        self.care = parts.next().and_then(|bits| bits.parse().ok()).unwrap_or(self.care);
    }

    /// The condition that is chosen.
    pub fn condition(&self) -> Option<Condition> {
        self.on.flatten()
    }

    /// Whether the step is asked: without consent nothing is kept at the counter.
    pub fn asks(&self, step: Step) -> bool {
        step != Step::Left || self.consent != Some(false)
    }

    /// The steps that are asked.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        Step::ALL.into_iter().filter(|step| self.asks(*step))
    }

    /// The editor of the open step.
    pub fn editor(&self) -> Option<&Editor> {
        match self.step {
            Step::Reason => Some(&self.reason),
            Step::Until => Some(&self.until),
            Step::Left => Some(&self.left),
            Step::Condition | Step::Consent | Step::Care => None,
        }
    }

    fn editor_mut(&mut self) -> Option<&mut Editor> {
        match self.step {
            Step::Reason => Some(&mut self.reason),
            Step::Until => Some(&mut self.until),
            Step::Left => Some(&mut self.left),
            Step::Condition | Step::Consent | Step::Care => None,
        }
    }

    /// Whether the number is to be asked now.
    pub fn asks_number(&self) -> bool {
        self.no_number && self.step == Step::Consent
    }

    /// The day that is typed; nothing when none is, or none can be read.
    pub fn day(&self) -> Option<Date> {
        said::day(self.until.text(), self.today)
    }

    /// Lines of the open step.
    fn lines(&self) -> usize {
        match self.step {
            Step::Condition => Condition::ALL.len() + 1,
            Step::Care => Care::ALL.len(),
            Step::Consent | Step::Reason | Step::Until | Step::Left => 1,
        }
    }

    fn go(&mut self, step: Step) {
        self.step = step;
        self.marked = match (step, self.on) {
            (Step::Condition, Some(on)) => place_of(on),
            _ => 0,
        };
    }

    fn beside(&self, next: bool) -> Option<Step> {
        if next {
            self.steps().find(|step| *step > self.step)
        } else {
            self.steps().filter(|step| *step < self.step).last()
        }
    }
}

fn place_of(on: Option<Condition>) -> usize {
    let place = Condition::ALL.iter().position(|condition| Some(*condition) == on);
    place.unwrap_or(Condition::ALL.len())
}

/// Whether the applicant is elderly: by the birth date on the card, else by the NIK.
pub fn is_elderly(open: &Open, today: Date) -> bool {
    let pack = &open.form.pack;
    let said = |wanted: &dyn Fn(&crate::form::Question) -> bool| {
        let row = open.derived.rows.iter().find(|row| {
            row.answered && row.path.scope().is_empty() && wanted(pack.question(row.question))
        })?;
        Some(open.live.raw(&row.path))
    };
    let on_card = said(&|one| one.meaning.as_deref() == Some(meaning::BIRTH_DATE))
        .and_then(|text| date::parse(text, today).value);
    let birth = on_card.or_else(|| {
        let nik = said(&|one| one.kind == Kind::Nik)?;
        nik::parse(nik).value?.birth(today)
    });
    birth.is_some_and(|birth| age::years(birth, today) >= ELDERLY)
}

/// Opens the window, with what was typed in it before. Where it is known on what the case waits, the next
/// step is the first.
pub(in crate::app) fn enter(state: &mut State, cx: &Cx<'_>, on: Option<Condition>) {
    if state.is_read_only() {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let Some(open) = &state.open else { return };
    let mut park = Park::new(open, cx.env.today());
    if on.is_some() {
        park.on = Some(on);
        park.go(Step::Reason);
    }
    state.overlays.push(Overlay::Park(Box::new(park)));
}

/// Opens it with the reason written already, unless one was typed before: what came of a trouble.
pub(in crate::app) fn enter_with(
    state: &mut State,
    cx: &mut Cx<'_>,
    on: Option<Condition>,
    reason: String,
) {
    enter(state, cx, on);
    let Some(Overlay::Park(park)) = state.overlays.last_mut() else { return };
    if park.reason.text().is_empty() {
        park.reason = Editor::new(reason, false);
        // It is on the screen, so it is kept like every letter there; so is what it waits on.
        keep(state, cx);
        keep_choices(state, cx);
    }
}

/// Opens it again after a kill, at the step that was open.
pub(in crate::app) fn reopen(state: &mut State, cx: &Cx<'_>, field: &Field) {
    enter(state, cx, None);
    let Some(Overlay::Park(park)) = state.overlays.last_mut() else { return };
    let step = match field {
        Field::Park => Step::Reason,
        Field::Until => Step::Until,
        Field::Left => Step::Left,
        _ if park.on.is_none() => Step::Condition,
        _ if park.consent.is_none() => Step::Consent,
        _ => Step::Care,
    };
    park.go(step);
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let Some(Overlay::Park(park)) = state.overlays.last_mut() else { return };
    let last = park.lines() - 1;
    let types = park.step.types();
    match action {
        Action::Edit(edit) => {
            if park.editor_mut().is_some_and(|editor| editor.apply(edit)) {
                keep(state, cx);
            }
        }
        Action::Up if !types && park.marked > 0 => park.marked -= 1,
        Action::Down if !types => park.marked = (park.marked + 1).min(last),
        Action::Up | Action::Previous => {
            if let Some(step) = park.beside(false) {
                park.go(step);
            }
        }
        Action::Toggle if park.step == Step::Care => {
            park.care ^= Care::ALL[park.marked].bit();
            keep(state, cx);
        }
        Action::Yes | Action::No if park.step == Step::Consent => {
            park.consent = Some(action == Action::Yes);
            keep(state, cx);
            accept(state, cx);
        }
        Action::AskNumber if park.asks_number() => ask_number(state, cx),
        Action::Enter | Action::Next => accept(state, cx),
        Action::Back => leave(state),
        _ => {}
    }
}

pub(in crate::app) fn type_text(state: &mut State, cx: &mut Cx<'_>, text: &str) {
    let Some(Overlay::Park(park)) = state.overlays.last_mut() else { return };
    if let Some(editor) = park.editor_mut() {
        editor.insert(text);
        return keep(state, cx);
    }
    // In a list its number chooses.
    let number = text.parse::<usize>().ok().filter(|number| *number <= park.lines());
    match (park.step, number) {
        (Step::Condition, Some(number)) => {
            // The tenth line is the zero.
            park.marked = number.checked_sub(1).unwrap_or(Condition::ALL.len());
            accept(state, cx);
        }
        (Step::Care, Some(number @ 1..)) => {
            park.marked = number - 1;
            park.care ^= Care::ALL[number - 1].bit();
            keep(state, cx);
        }
        _ => {}
    }
}

/// Enter: the step is done and the next one opens; after the last the case waits.
fn accept(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Park(park)) = state.overlays.last_mut() else { return };
    let mut told = None;
    match park.step {
        Step::Condition => {
            park.on = Some(Condition::ALL.get(park.marked).copied());
        }
        Step::Reason if park.condition().is_none() && park.reason.text().trim().is_empty() => {
            told = Some(Notice::new(Level::Periksa, "prompt-empty"));
        }
        Step::Until => {
            let empty = park.until.text().trim().is_empty();
            if empty && park.condition() == Some(Condition::Tanggal) {
                told = Some(Notice::new(Level::Periksa, "waiting-no-day"));
            } else if !empty {
                told = match park.day() {
                    None => Some(Notice::new(Level::Periksa, "waiting-not-a-day")),
                    Some(day) if day < park.today => {
                        Some(Notice::new(Level::Periksa, "waiting-day-past"))
                    }
                    Some(_) => None,
                };
            }
        }
        Step::Consent if park.consent.is_none() => {
            told = Some(Notice::new(Level::Periksa, "waiting-consent-first"));
        }
        Step::Reason | Step::Consent | Step::Left | Step::Care => {}
    }
    if told.is_some() {
        state.line = told;
        return;
    }
    let chose = park.step == Step::Condition;
    match park.beside(true) {
        Some(step) => {
            park.go(step);
            if chose {
                keep_choices(state, cx);
            }
        }
        None => wait(state, cx),
    }
}

/// The end of the window: the case waits.
fn wait(state: &mut State, cx: &mut Cx<'_>) {
    let Some(Overlay::Park(park)) = state.overlays.pop() else { return };
    let consent = park.consent == Some(true);
    let things = park.left.text().split([',', ';', '\n']).map(str::trim);
    let left: Vec<&str> = things.filter(|thing| consent && !thing.is_empty()).collect();
    let mut bodies = vec![Body::Parked {
        reason: park.reason.text().trim().to_owned(),
        on: park.condition().map(|on| on.code().to_owned()),
        until: park.day(),
        consent,
        left: left.join("\n"),
    }];
    let Some(open) = &mut state.open else { return };
    let noted = open.case.care.iter().fold(0, |bits, care| bits | care.bit());
    if noted != park.care {
        let care = Care::ALL.into_iter().filter(|care| park.care & care.bit() != 0);
        bodies.push(Body::CareNoted { care: care.map(|care| care.code().to_owned()).collect() });
    }
    let rows = [Field::Park, Field::Until, Field::Left, Field::Choices];
    open.journals.retain(|(key, _)| Field::from_key(key).is_none_or(|at| !rows.contains(&at)));
    case::append(state, cx, bodies, rows.iter().map(Field::key).collect());
    let journal = state.office.as_ref().map(|office| &office.journal);
    let system = park.condition().and_then(Condition::system);
    let is_down = |system| journal.is_some_and(|journal| journal.open_of(system).is_some());
    let key = match system {
        _ if !consent => "waiting-kept-no-consent",
        _ if park.no_number => "waiting-kept-no-number",
        _ if park.day().is_some() => "waiting-kept",
        Some(system) if is_down(system) => "waiting-kept",
        // Nothing would ever say that it works again.
        Some(_) => "waiting-kept-no-outage",
        None => "waiting-kept-mark",
    };
    state.line = Some(Notice::info(key));
}

/// Goes to the question of the telephone number; leaving it leads back ([`asked`]).
fn ask_number(state: &mut State, cx: &mut Cx<'_>) {
    let row = state.open.as_ref().and_then(|open| {
        let row = telephone_row(&open.form.pack, &open.derived)?;
        Some(row.path.clone())
    });
    let Some(path) = row else {
        state.line = Some(Notice::info("waiting-no-number-question"));
        return;
    };
    if super::tasks::refuse_when_finished(state) {
        return;
    }
    leave(state);
    state.overlays.clear();
    super::fill::leave(state, cx);
    super::fill::enter(state, &path, false);
    if let Screen::Fill(fill) = &mut state.screen {
        fill.asked = true;
    }
    state.line = Some(Notice::info("waiting-number-asked"));
}

/// The question of the telephone number is left: the window goes on where it asked for it.
pub(in crate::app) fn asked(state: &mut State, cx: &mut Cx<'_>) {
    super::tasks::enter(state, cx);
    enter(state, cx, None);
    if let Some(Overlay::Park(park)) = state.overlays.last_mut() {
        park.go(Step::Consent);
    }
}

/// Esc: nothing happened, and what was typed is there when the window is opened again.
fn leave(state: &mut State) {
    let Some(Overlay::Park(park)) = state.overlays.pop() else { return };
    let Some(open) = &mut state.open else { return };
    let texts =
        [(Field::Park, &park.reason), (Field::Until, &park.until), (Field::Left, &park.left)];
    for (field, editor) in texts {
        let (text, cursor) = (editor.text().to_owned(), editor.cursor());
        remember(open, &field, Typing { text, cursor, at_ms: 0 });
    }
    if park.on.is_some() {
        let text = park.choices();
        remember(open, &Field::Choices, Typing { cursor: text.len(), text, at_ms: 0 });
    }
}

fn remember(open: &mut Open, field: &Field, typing: Typing) {
    let key = field.key();
    open.journals.retain(|(name, _)| *name != key);
    if !typing.text.is_empty() {
        open.journals.push((key, typing));
    }
}

/// Keeps what the open step holds.
fn keep(state: &State, cx: &mut Cx<'_>) {
    let (Some(Overlay::Park(park)), Some(open)) = (state.overlays.last(), &state.open) else {
        return;
    };
    let Some(editor) = park.editor() else { return keep_choices(state, cx) };
    let (text, cursor) = (editor.text().to_owned(), editor.cursor());
    let typing = Typing { text, cursor, at_ms: cx.env.now_ms };
    cx.push(Effect::Journal { case: open.case.id, field: park.step.field().key(), typing });
}

fn keep_choices(state: &State, cx: &mut Cx<'_>) {
    let (Some(Overlay::Park(park)), Some(open)) = (state.overlays.last(), &state.open) else {
        return;
    };
    let text = park.choices();
    let typing = Typing { cursor: text.len(), text, at_ms: cx.env.now_ms };
    cx.push(Effect::Journal { case: open.case.id, field: Field::Choices.key(), typing });
}
