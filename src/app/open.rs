//! The open case: loading it, appending to it, undo and redo.

use super::screens::handover::{self, Handover};
use super::screens::{beranda, call, fill, park, receipt, tasks};
use super::{
    Cx, Editor, Effect, Field, Listed, LoadedCase, Notice, Open, Overlay, PlaceScreen, Private,
    Screen, State,
};
use crate::case::{Body, Case, Event, EventId, Summary, VisitCode, telephone};
use crate::form::{self, Form, Path, TaskStatus};
use crate::ident::Level;
use crate::ident::phone::Phone;
use crate::office::{Entry, Record};
use std::sync::Arc;

impl Open {
    fn new(case: Case, form: Arc<Form>, today: jiff::civil::Date) -> Self {
        let live = case.answers.clone();
        let derived = form::evaluate(&form, &live, today);
        let mut open = Self {
            case,
            form,
            live,
            derived,
            title: Private::default(),
            stale: false,
            same: Vec::new(),
            damaged: 0,
            moved: None,
            unrecorded: Vec::new(),
            journals: Vec::new(),
        };
        open.entitle(&open.summary());
        open
    }

    pub(super) fn entitle(&mut self, summary: &Summary) {
        let name = summary.name();
        self.title = Private::from(if name.is_empty() { summary.code() } else { name });
    }

    /// Whether what is typed is not yet in what follows from it.
    pub fn is_stale(&self) -> bool {
        self.stale
    }

    /// Recomputes what follows from the live answers.
    pub(super) fn evaluate(&mut self, today: jiff::civil::Date) {
        self.derived = form::evaluate(&self.form, &self.live, today);
        self.stale = false;
    }

    /// Brings what follows from the answers up to what is typed, if it is behind.
    ///
    /// Tells whether it was behind and nothing came of it.
    pub(super) fn catch_up(&mut self, today: jiff::civil::Date) -> bool {
        if !self.stale {
            return false;
        }
        let before = std::mem::take(&mut self.derived);
        self.evaluate(today);
        self.derived == before
    }

    /// The list entry of the case as it stands.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.case, &self.form.pack, &self.derived)
    }

    /// The applicant's telephone, where one was answered that can be read.
    pub fn telephone(&self) -> Option<Phone> {
        telephone(&self.case, &self.form.pack, &self.derived)
    }

    /// First section with work left, as the task list marks it.
    pub(super) fn first_unfinished(&self) -> usize {
        self.derived
            .sections
            .iter()
            .position(|section| matches!(section.status, TaskStatus::Belum | TaskStatus::Sebagian))
            .unwrap_or(0)
    }
}

/// Appends what happened to the open case: to the fold at once, to the store by effect.
///
/// `fields` are the journal rows that have become these events.
pub(super) fn append(state: &mut State, cx: &mut Cx<'_>, bodies: Vec<Body>, fields: Vec<String>) {
    let Some(open) = &mut state.open else { return };
    let Some(office) = &mut state.office else { return };
    if office.read_only {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let mut bodies = bodies;
    if bodies.iter().any(|body| matches!(body, Body::Amended { .. })) {
        // What was only seen as moved becomes a draft of this version.
        bodies.append(&mut open.unrecorded);
    }
    let mut events = Vec::with_capacity(bodies.len());
    for body in bodies {
        let event = Event {
            id: state.minter.event(),
            at_ms: cx.env.now_ms,
            by: office.officer.0.clone(),
            body,
        };
        open.case.push(event.clone());
        events.push(event);
    }
    open.live = open.case.answers.clone();
    open.evaluate(cx.env.today());
    let summary = open.summary();
    open.entitle(&summary);
    let case = open.case.id;
    match office.cases.iter_mut().find(|listed| listed.id == case) {
        Some(listed) => listed.summary = summary.clone(),
        None => office.cases.push(Listed { id: case, summary: summary.clone() }),
    }
    let tags = open.case.tags(&open.form.pack, &open.derived);
    let tags = tags.into_iter().map(|(kind, value)| (kind, Private(value))).collect();
    cx.push(Effect::Append { case, events, summary: Box::new(summary), fields, tags });
}

/// Writes into the office's log: into the journal at once, to the store by effect.
pub(super) fn record(state: &mut State, cx: &mut Cx<'_>, entries: Vec<Entry>) {
    record_and_forget(state, cx, entries, Vec::new());
}

/// As [`record`]; `fields` are the journal rows of the office that have become these records.
pub(super) fn record_and_forget(
    state: &mut State,
    cx: &mut Cx<'_>,
    entries: Vec<Entry>,
    fields: Vec<String>,
) {
    let Some(office) = &mut state.office else { return };
    if office.read_only {
        state.line = Some(Notice::new(Level::Periksa, "app-read-only"));
        return;
    }
    let by = &office.officer.0;
    let records: Vec<Record> = entries
        .into_iter()
        .map(|entry| {
            let by = if entry.is_by_itself() { String::new() } else { by.clone() };
            Record { id: state.minter.event(), at_ms: cx.env.now_ms, by, entry }
        })
        .collect();
    for record in &records {
        office.journal.push(record.clone());
    }
    cx.push(Effect::Record { records, fields });
    // An outage that ends makes cases due.
    beranda::again(state, cx.env);
}

/// Begins a new case with `form` and goes to its first question.
pub(super) fn begin(state: &mut State, cx: &mut Cx<'_>, form: &Arc<Form>) {
    let Some(office) = &state.office else { return };
    let taken = |code: &str| office.cases.iter().any(|listed| listed.summary.code() == code);
    let code = loop {
        let code = VisitCode::mint(&mut state.minter).to_string();
        // With every code taken, a repeated one still finds the right case by name and time.
        if !taken(&code) || office.cases.len() > 90_000 {
            break code;
        }
    };
    let id = state.minter.case();
    let mut bodies =
        vec![Body::Opened { pack: form.pack.id.clone(), version: form.pack.version, code }];
    let case = Case::fold(id, []);
    state.open = Some(Open::new(case, Arc::clone(form), cx.env.today()));
    let answers = crate::form::Answers::default();
    for (repeat, instance) in form::missing_instances(form, &answers) {
        bodies.push(Body::InstanceAdded { repeat, instance, auto: true });
    }
    append(state, cx, bodies, Vec::new());
    complete(state, cx);
    take_over(state, cx);
    tasks::find_same(state, cx);
    let open = state.open.as_ref();
    let first = open.and_then(|open| {
        let rows = &open.derived.rows;
        rows.iter().find(|row| !is_taken_over(open, &row.path)).or(rows.first())
    });
    match first.map(|row| row.path.clone()) {
        Some(path) => fill::enter(state, &path, false),
        None => tasks::enter(state, cx),
    }
}

/// Whether an answer came along from another case and nothing is wrong with it: it is not asked again.
pub(super) fn is_taken_over(open: &Open, path: &Path) -> bool {
    open.case.taken_over.contains_key(path)
        && open.derived.row(path).is_some_and(|row| !row.blocks_finishing())
}

/// Puts in what the applicant has answered in the case before, where this one asks for the same thing.
/// An answer may make further questions apply, so it goes on until nothing more is found.
fn take_over(state: &mut State, cx: &mut Cx<'_>) {
    let shared = std::mem::take(&mut state.sharing);
    loop {
        let Some(open) = &state.open else { return };
        let pack = &open.form.pack;
        let mut bodies = Vec::new();
        for row in &open.derived.rows {
            let question = pack.question(row.question);
            let known = shared.iter().find(|one| question.meaning.as_ref() == Some(&one.meaning));
            let Some(one) = known.filter(|_| form::takes_answer(question.kind)) else { continue };
            let offered = row.choices.is_empty()
                || row.choices.iter().any(|at| {
                    let list = question.choices.map(|list| &pack.choice_lists[list]);
                    list.is_some_and(|list| list.choices[*at].name == one.answer.raw)
                });
            if offered && !open.case.taken_over.contains_key(&row.path) {
                let path = row.path.as_str();
                bodies.push(Body::taken_over(path, &one.answer, one.code.clone()));
            }
        }
        if bodies.is_empty() {
            return;
        }
        append(state, cx, bodies, Vec::new());
        complete(state, cx);
    }
}

/// Adds what a new case or a new instance starts with: inner repeats at their least, and defaults.
pub(super) fn complete(state: &mut State, cx: &mut Cx<'_>) {
    let Some(open) = &state.open else { return };
    let instances: Vec<Body> = form::missing_instances(&open.form, &open.live)
        .into_iter()
        .map(|(repeat, instance)| Body::InstanceAdded { repeat, instance, auto: true })
        .collect();
    if !instances.is_empty() {
        append(state, cx, instances, Vec::new());
    }
    let Some(open) = &state.open else { return };
    let defaults: Vec<Body> = form::defaults_for(&open.form, &open.live, cx.env.today())
        .into_iter()
        .map(|(path, raw)| {
            let answer = form::Answer { raw, ..form::Answer::default() };
            Body::answered(path.as_str(), &answer, None).by_itself()
        })
        .collect();
    if !defaults.is_empty() {
        append(state, cx, defaults, Vec::new());
    }
}

/// Puts a loaded case on the screen: where the officer was when it was killed, else its task list.
pub(super) fn loaded(state: &mut State, cx: &mut Cx<'_>, loaded: LoadedCase) {
    let LoadedCase { id, events, journals, damaged, form } = loaded;
    let errand = state.errand.take();
    let latest = events.iter().map(|event| event.at_ms);
    let latest = latest.chain(journals.iter().map(|(_, typing)| typing.at_ms)).max();
    let mut open = Open::new(Case::fold(id, events), form, cx.env.today());
    open.damaged = damaged;
    if state.is_read_only() {
        // A reading copy reads along what is being typed; it neither keeps nor commits it.
        for (field, typing) in journals {
            if let Some(Field::Answer(path)) = Field::from_key(&field) {
                open.live.values.entry(path).or_default().raw = typing.text;
            }
        }
        open.evaluate(cx.env.today());
        open.entitle(&open.summary());
    } else {
        open.journals = journals;
    }
    let waits = !open.derived.blocked_packs.is_empty();
    if !open.case.troubles.is_empty()
        && state.office.as_ref().is_some_and(|office| office.troubles.is_none())
    {
        // What was tried is told by the names of its file, as in the list.
        cx.push(Effect::LoadTroubles);
    }
    state.open = Some(open);
    super::moved::move_along(state, cx);
    super::printing::note_failed(state, cx);
    if waits {
        tasks::find_same(state, cx);
    }
    let place = state.returning.take();
    let recovering = place.as_ref().is_some_and(|place| place.case == Some(id));
    let place = place.unwrap_or_default();
    let prompt = place.prompt.as_deref().and_then(Field::from_key);
    let moved = state.open.as_ref().and_then(|open| open.moved.as_ref());
    let path = place.path.map(Path::new);
    let path = path.map(|path| moved.map_or_else(|| path.clone(), |moved| moved.now(&path)));
    let known = |state: &State, path: &Path| {
        state.open.as_ref().is_some_and(|open| open.derived.row(path).is_some())
    };
    match (place.screen, path) {
        (PlaceScreen::Fill | PlaceScreen::Sheet, Some(path))
            if recovering && known(state, &path) =>
        {
            let sheet = place.screen == PlaceScreen::Sheet;
            let keep = [Field::Answer(path.clone())].into_iter().chain(prompt.clone());
            commit_journals(state, cx, &keep.collect::<Vec<_>>());
            fill::enter(state, &path, sheet);
        }
        (screen, _) => {
            commit_journals(state, cx, prompt.as_slice());
            let marked = state.open.as_ref().map_or(0, Open::first_unfinished);
            state.screen = match screen {
                PlaceScreen::Review if recovering => Screen::Review(0),
                PlaceScreen::Handover if recovering => Screen::Handover(Handover::default()),
                _ => Screen::Tasks(marked),
            };
            match screen {
                PlaceScreen::Handover if recovering => handover::enter(state, cx),
                PlaceScreen::Receipt if recovering => receipt::enter(state, cx),
                _ => {}
            }
        }
    }
    if let Some(field) = prompt.filter(|_| recovering) {
        if field.is_parking() {
            park::reopen(state, cx, &field);
        } else {
            reopen_prompt(state, cx, field);
        }
        // The window of an outage was opened over it.
        if let Some(at) = state.overlays.iter().position(|over| matches!(over, Overlay::Outage(_)))
        {
            let outage = state.overlays.remove(at);
            state.overlays.push(outage);
        }
    }
    if let Some(errand) = errand.filter(|_| !recovering) {
        call::run(state, cx, errand);
    }
    if damaged > 0 {
        super::tell(
            state,
            Notice::new(Level::Salah, "app-case-damaged").with("count", damaged.to_string()),
        );
    } else if let Some(at) = latest.filter(|_| recovering) {
        let (hour, minute, second) = cx.env.clock_of(at);
        let clock = format!("{hour:02}:{minute:02}:{second:02}");
        state.line = Some(Notice::info("app-recovered").with("time", clock));
    }
}

fn reopen_prompt(state: &mut State, cx: &Cx<'_>, field: Field) {
    let hours = state.hours();
    let Some(open) = &mut state.open else { return };
    if matches!(field, Field::Come | Field::Again) && open.case.waiting.is_some() {
        // These stand over the card and nowhere else.
        state.screen = Screen::Call;
    }
    let key = field.key();
    let at = open.journals.iter().position(|(name, _)| *name == key);
    let editor = match at {
        Some(at) => {
            let (_, typing) = open.journals.remove(at);
            Editor::restore(typing.text, typing.cursor, false)
        }
        None if field == Field::Again => Editor::new(call::proposed(open, &hours, cx.env), false),
        None => Editor::default(),
    };
    state.overlays.push(Overlay::Prompt { field, editor });
}

/// Turns what was typed in fields that are not open again into answers: typed is said.
pub(super) fn commit_journals(state: &mut State, cx: &mut Cx<'_>, keep: &[Field]) {
    let Some(open) = &mut state.open else { return };
    let keep: Vec<String> = keep.iter().map(Field::key).collect();
    let (kept, left): (Vec<_>, Vec<_>) =
        std::mem::take(&mut open.journals).into_iter().partition(|(key, _)| {
            keep.contains(key) || Field::from_key(key).is_some_and(|field| field.is_draft())
        });
    open.journals = kept;
    let mut bodies = Vec::new();
    let mut fields = Vec::new();
    for (key, typing) in left {
        if let Some(body) = Field::from_key(&key).and_then(|field| said(open, &field, typing.text))
        {
            bodies.push(body);
        }
        fields.push(key);
    }
    if !fields.is_empty() {
        append(state, cx, bodies, fields);
    }
}

/// The event that a typed text becomes, unless it changes nothing.
pub(super) fn said(open: &Open, field: &Field, text: String) -> Option<Body> {
    let (path, answer) = match field {
        // Said only with the whole of their window.
        Field::Park
        | Field::Until
        | Field::Left
        | Field::Choices
        | Field::Come
        | Field::Again
        | Field::Aside(_) => {
            return None;
        }
        Field::Amend => return Some(Body::Amended { reason: text }),
        Field::Account(_) | Field::Recovery(_) | Field::Tried(_) => {
            return super::screens::account::said(open, field, &text);
        }
        Field::Nib => return Some(Body::number(open.form.pack.number.kind, text)),
        Field::OssError(_) => return handover::seen(open, text),
        // Of the office, not of a case.
        Field::Outage => return None,
        Field::Answer(path) | Field::Reason(path) | Field::Note(path) => {
            let mut answer = open.case.answers.values.get(path).cloned().unwrap_or_default();
            match field {
                Field::Reason(_) => answer.reason = text,
                Field::Note(_) => answer.note = text,
                _ if answer.raw == text => {}
                _ => {
                    answer.raw = text;
                    // A reason was given for the old text; the new one needs its own.
                    answer.reason.clear();
                }
            }
            (path, answer)
        }
    };
    let before = open.case.answers.values.get(path).cloned().unwrap_or_default();
    (answer != before).then(|| Body::answered(path.as_str(), &answer, open.case.replaced_by(path)))
}

/// Takes the last change back. What is being typed counts as a change of its own.
pub(super) fn undo(state: &mut State, cx: &mut Cx<'_>) {
    fill::commit(state, cx);
    let target = state.open.as_ref().and_then(|open| open.case.undo_target());
    revert(state, cx, target, |event| Body::Undone { event });
}

/// Does the last undone change again.
pub(super) fn redo(state: &mut State, cx: &mut Cx<'_>) {
    fill::commit(state, cx);
    let target = state.open.as_ref().and_then(|open| open.case.redo_target());
    revert(state, cx, target, |event| Body::Redone { event });
}

fn revert(
    state: &mut State,
    cx: &mut Cx<'_>,
    target: Option<EventId>,
    body: impl Fn(EventId) -> Body,
) {
    let Some(target) = target else {
        state.line = Some(Notice::info("app-nothing-to-undo"));
        return;
    };
    let touched = state.open.as_ref().and_then(|open| match &open.case.event(target)?.body {
        Body::Answered { path, .. } => Some(Path::new(path.clone())),
        _ => None,
    });
    append(state, cx, vec![body(target)], Vec::new());
    // The officer sees what changed: the question itself, when it is one.
    let open = state.open.as_ref();
    let shown = touched.filter(|path| open.is_some_and(|open| open.derived.row(path).is_some()));
    match (&state.screen, shown) {
        (Screen::Fill(at), Some(path)) => {
            let sheet = at.sheet;
            fill::enter(state, &path, sheet);
        }
        (Screen::Fill(at), None) => {
            let (path, sheet) = (at.path.clone(), at.sheet);
            fill::enter(state, &path, sheet);
        }
        _ => {}
    }
    beranda::refresh(state, cx.env);
}
