//! Hubungi kembali: one applicant to call, what to tell them, and what came of it.
//!
//! Calls nobody and sends nothing: it shows the number and the words, and records the outcome.

use crate::app::paper::{CallSlip, Sheet};
use crate::app::{
    Action, Cx, Due, Dues, Effect, Env, Field, Notice, Open, Opens, Private, Screen, State, open,
    said, waiting,
};
use crate::case::{Body, Call, Condition, Lifecycle, Outcome, telephone_row};
use crate::ident::Level;
use crate::ident::calendar::OfficeHours;
use crate::ident::phone::{self, Line, Phone};
use crate::text::Text;

/// The office itself in `kontak.toml`.
const OURS: &str = "kantor";

/// What is waiting to be done with a case once it is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Errand {
    /// Show its call card.
    Call,
    /// What it waits for has come true.
    Met,
    /// The applicant is here.
    Arrived,
}

/// What the message to an applicant is made of. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Tidings {
    /// The office.
    pub office: String,
    /// Visit code.
    pub code: String,
    /// What there is to tell: that this has come true, or is still waited for.
    pub on: Option<Condition>,
    /// It has come true.
    pub due: bool,
    /// Digits of the number with country code; empty when it cannot be read.
    pub number: String,
    /// When the office is open, from now on.
    pub opens: Opens,
    /// The first things that are missing, papers before answers.
    pub papers: Vec<Text>,
    /// The office's telephone; empty where it is not known.
    pub phone: String,
}

impl std::fmt::Debug for Tidings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tidings(…)")
    }
}

/// What is needed next, once the applicant is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Needed {
    /// So many things are missing; paths of the first of them.
    Missing(usize, Vec<crate::form::Path>),
    /// Nothing is missing; it has to be read back.
    ReadBack,
    /// It has to be typed into OSS: values copied, and in all.
    Handover(u16, u16),
}

/// The card of one applicant.
#[derive(Clone, PartialEq, Eq)]
pub struct Card {
    /// What the message is made of.
    pub tidings: Tidings,
    /// The number as answered, read where it can be.
    pub phone: Option<Phone>,
    /// The answer, where it is no number.
    pub phone_raw: String,
    /// Why it is due, or why it can go on though everything is said; nothing when it still waits.
    pub due: Option<Due>,
    /// What the case waits for.
    pub on: Option<Condition>,
    /// The day that was promised.
    pub until: Option<jiff::civil::Date>,
    /// The officer's words.
    pub reason: String,
    /// Since when it waits, ms since 1970.
    pub since_ms: i64,
    /// What was left at the counter.
    pub left: Vec<String>,
    /// What is needed next.
    pub needed: Needed,
    /// Calls so far, the last first.
    pub calls: Vec<Call>,
    /// Visits so far.
    pub visits: u16,
    /// It is the third visit or a later one.
    pub alarm: bool,
}

impl std::fmt::Debug for Card {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Card").field("due", &self.due).finish_non_exhaustive()
    }
}

/// The card of the open case; nothing when it does not wait.
pub fn card(state: &State, open: &Open, env: &Env) -> Option<Card> {
    let waiting = open.case.waiting.as_ref()?;
    let office = state.office.as_ref()?;
    let row = telephone_row(&open.form.pack, &open.derived).filter(|row| row.answered);
    let raw = row.map_or("", |row| open.live.raw(&row.path));
    let phone = phone::parse(raw).value;
    let summary = open.summary();
    let dues = Dues::new(&office.journal, env);
    let waits = summary.waits.as_deref()?;
    let holds = dues.holds(waits);
    let due = dues.of(waits).or(holds);
    // A promised day has come: nobody knows yet whether the rest has.
    let told = match holds {
        Some(Due::Day(_)) => Some(Condition::Tanggal),
        _ => waiting.on,
    };
    let reachable = phone.as_ref().filter(|phone| phone.line() != Line::Landline);
    let problems: Vec<_> = open.derived.problems().map(|row| row.path.clone()).collect();
    let needed = match open.case.lifecycle {
        Lifecycle::Draft if problems.is_empty() => Needed::ReadBack,
        Lifecycle::Draft => Needed::Missing(problems.len(), problems.into_iter().take(3).collect()),
        Lifecycle::Finalized | Lifecycle::Done => {
            Needed::Handover(summary.handed.0, summary.handed.1)
        }
    };
    Some(Card {
        tidings: Tidings {
            office: office.name.clone(),
            code: open.case.code.clone(),
            on: told,
            due: holds.is_some(),
            number: reachable.map_or_else(String::new, |phone| phone.digits().to_owned()),
            opens: Opens::of(open.form.reference.calendar(), &state.hours(), env),
            papers: papers(open),
            phone: office_phone(state),
        },
        phone_raw: if phone.is_some() { String::new() } else { raw.to_owned() },
        phone,
        due,
        on: waiting.on,
        until: waiting.until,
        reason: waiting.reason.clone(),
        since_ms: waiting.since_ms,
        left: waiting.left.lines().map(str::to_owned).collect(),
        needed,
        calls: open.case.calls.iter().rev().cloned().collect(),
        visits: open.case.visits,
        alarm: waiting::needs_supervisor(&summary),
    })
}

/// Goes to the card, when the applicant agreed to be called.
pub(in crate::app) fn enter(state: &mut State, cx: &mut Cx<'_>) {
    if let Screen::Fill(_) = state.screen {
        super::fill::leave(state, cx);
    }
    let waiting = state.open.as_ref().and_then(|open| open.case.waiting.as_ref());
    match waiting.map(|waiting| waiting.consent) {
        Some(true) => {
            state.screen = Screen::Call;
            want_phone(state, cx);
        }
        Some(false) => {
            state.line = Some(Notice::new(Level::Periksa, "call-no-consent"));
        }
        None => state.line = Some(Notice::info("call-not-waiting")),
    }
}

/// Most things a paper or a message names.
const MOST_PAPERS: usize = 3;

/// The first things that are missing, each once: what is brought on paper, else what is still to be answered.
pub(super) fn papers(open: &Open) -> Vec<Text> {
    let pack = &open.form.pack;
    let mut found: Vec<Text> = Vec::new();
    if open.case.lifecycle != Lifecycle::Draft {
        return found;
    }
    for brought in [true, false] {
        for row in open.derived.problems() {
            let question = pack.question(row.question);
            if question.document.is_some() == brought && !found.contains(&question.label) {
                found.push(question.label.clone());
            }
        }
        if !found.is_empty() {
            break;
        }
    }
    found.truncate(MOST_PAPERS);
    found
}

/// The office's own telephone, as its list of contacts has it; empty where it has none, or is not read yet.
pub(super) fn office_phone(state: &State) -> String {
    let troubles = state.office.as_ref().and_then(|office| office.troubles.as_ref());
    let ours = troubles.and_then(|troubles| troubles.contact(OURS));
    ours.map_or_else(String::new, |ours| ours.phone.clone())
}

/// Has the office's telephone read, where the open case waits: what the applicant is told names it.
pub(super) fn want_phone(state: &State, cx: &mut Cx<'_>) {
    let waits = state.open.as_ref().is_some_and(|open| open.case.waiting.is_some());
    if waits && state.office.as_ref().is_some_and(|office| office.troubles.is_none()) {
        cx.push(Effect::LoadTroubles);
    }
}

/// The slip of the open case, where it waits.
pub fn facts(state: &State, open: &Open, env: &Env) -> Option<CallSlip> {
    let (office, waiting) = (state.office.as_ref()?, open.case.waiting.as_ref()?);
    let left = waiting.left.lines().map(str::trim).filter(|thing| !thing.is_empty());
    Some(CallSlip {
        office: office.name.clone(),
        code: open.case.code.clone(),
        service: open.form.pack.title.clone(),
        on: waiting.on,
        until: waiting.until,
        calls: waiting.consent && open.telephone().is_some(),
        papers: papers(open),
        left_papers: left.map(str::to_owned).collect(),
        phone_to_call: office_phone(state),
        opens: Opens::of(open.form.reference.calendar(), &state.hours(), env),
        day: env.today(),
    })
}

/// Shows the slip of the open case; it promises a call, so only where that was agreed to.
pub(in crate::app) fn slip(state: &mut State, cx: &mut Cx<'_>) {
    let waiting = state.open.as_ref().and_then(|open| open.case.waiting.as_ref());
    match waiting.map(|waiting| waiting.consent) {
        None => state.line = Some(Notice::info("call-not-waiting")),
        Some(false) => state.line = Some(Notice::new(Level::Periksa, "call-slip-no-consent")),
        Some(true) if state.office.as_ref().is_some_and(|office| office.troubles.is_none()) => {
            // The office's telephone stands in its own list of contacts.
            state.slip = true;
            cx.push(Effect::LoadTroubles);
        }
        Some(true) => {
            let slip = state.open.as_ref().and_then(|open| facts(state, open, cx.env));
            if let Some(slip) = slip {
                super::paper::show(state, Sheet::Call(Box::new(slip)));
            }
        }
    }
}

/// What was to be done with a case that has just been loaded.
pub(in crate::app) fn run(state: &mut State, cx: &mut Cx<'_>, errand: Errand) {
    match errand {
        Errand::Call => enter(state, cx),
        Errand::Met => {
            met(state, cx);
            let line = state.line.take();
            crate::app::go_home(state, cx);
            state.line = line;
        }
        Errand::Arrived => arrived(state, cx),
    }
}

/// An officer saw that what the case waits for is there.
pub(in crate::app) fn met(state: &mut State, cx: &mut Cx<'_>) {
    let waiting = state.open.as_ref().and_then(|open| open.case.waiting.as_ref());
    let number = state.open.as_ref().is_some_and(|open| open.telephone().is_some());
    let Some(consent) = waiting.map(|waiting| waiting.consent) else {
        state.line = Some(Notice::info("call-not-waiting"));
        return;
    };
    open::append(state, cx, vec![Body::Met], Vec::new());
    if !state.is_read_only() {
        let key = match (consent, number) {
            (true, true) => "waiting-met",
            (true, false) => "waiting-met-no-number",
            (false, _) => "waiting-met-no-consent",
        };
        state.line = Some(Notice::info(key));
    }
}

/// The applicant is here: one visit more, and the case goes on.
pub(in crate::app) fn arrived(state: &mut State, cx: &mut Cx<'_>) {
    let waits = state.open.as_ref().is_some_and(|open| open.case.waiting.is_some());
    if !waits {
        state.line = Some(Notice::info("call-not-waiting"));
        return;
    }
    open::append(state, cx, vec![Body::Visited, Body::Resumed], Vec::new());
    if state.is_read_only() {
        return;
    }
    super::tasks::enter(state, cx);
    let visits = state.open.as_ref().map_or(1, |open| open.case.visits);
    state.line = Some(Notice::info("waiting-arrived").with("count", visits.to_string()));
}

/// The next attempt as it is proposed: as one would type it.
pub(in crate::app) fn proposed(open: &Open, hours: &OfficeHours, env: &Env) -> String {
    let at = said::next_attempt(open.form.reference.calendar(), hours, env);
    let (hour, minute, _) = env.clock_of(at);
    let day = env.day_of(at);
    if day == env.today() {
        format!("{hour:02}.{minute:02}")
    } else {
        format!("{}-{}-{} {hour:02}.{minute:02}", day.day(), day.month(), day.year())
    }
}

/// Records how a call ended and goes back to the list.
pub(in crate::app) fn called(
    state: &mut State,
    cx: &mut Cx<'_>,
    outcome: Outcome,
    next_ms: Option<i64>,
    note: String,
    fields: Vec<String>,
) {
    let body = Body::Called { outcome: outcome.code().to_owned(), next_ms, note };
    open::append(state, cx, vec![body], fields);
    if state.is_read_only() {
        return;
    }
    crate::app::go_home(state, cx);
    super::beranda::mark_next_call(state);
    let key = match outcome {
        Outcome::Answered => "call-recorded-answered",
        Outcome::NoAnswer => "call-recorded-no-answer",
        Outcome::Coming => "call-recorded-coming",
    };
    state.line = Some(Notice::info(key));
}

/// What was typed as the moment of the next attempt or of their coming becomes the end of the call.
pub(in crate::app) fn said_when(state: &mut State, cx: &mut Cx<'_>, field: &Field, text: String) {
    let Some(next_ms) = said::moment(&text, cx.env, &state.hours()) else {
        state.line = Some(Notice::new(Level::Periksa, "call-not-a-moment"));
        return;
    };
    state.overlays.pop();
    let outcome = if *field == Field::Come { Outcome::Coming } else { Outcome::NoAnswer };
    // The proposal is nobody's words.
    let note = if outcome == Outcome::Coming { text } else { String::new() };
    called(state, cx, outcome, Some(next_ms), note, field.rows());
}

pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let card = state.open.as_ref().and_then(|open| card(state, open, cx.env));
    let Some(card) = card else { return super::tasks::enter(state, cx) };
    match action {
        Action::Copy => {
            cx.push(Effect::CopyTidings { tidings: Box::new(card.tidings), link: false });
        }
        Action::CopyLink if card.tidings.number.is_empty() => {
            state.line = Some(Notice::new(Level::Periksa, "call-no-number"));
        }
        Action::CopyNumber if card.phone.is_none() => {
            state.line = Some(Notice::new(Level::Periksa, "call-no-number"));
        }
        Action::CopyLink => {
            cx.push(Effect::CopyTidings { tidings: Box::new(card.tidings), link: true });
        }
        Action::CopyNumber => {
            let number = card.phone.map_or_else(String::new, |phone| phone.national());
            cx.push(Effect::Copy(Private(number.replace('-', ""))));
        }
        Action::Answered => {
            called(state, cx, Outcome::Answered, None, String::new(), Vec::new());
        }
        Action::NoAnswer => {
            let hours = state.hours();
            let again =
                state.open.as_ref().map_or_else(String::new, |open| proposed(open, &hours, cx.env));
            super::overlay::prompt_with(state, Field::Again, again);
        }
        Action::Coming => super::overlay::prompt(state, Field::Come),
        Action::Enter => super::tasks::enter(state, cx),
        Action::Back => crate::app::go_home(state, cx),
        _ => {}
    }
}
