//! Reading aloud: what is on the screen, said by the speech program of the machine.
//!
//! Puts together what is said and knows when it must stop; who says it is the runtime's affair. Never
//! offered where nothing can speak.

use super::fill::options;
use super::{facing, receipt};
use crate::app::{Cx, Effect, NextDay, Notice, Open, Part, Private, Screen, State, Utterance};
use crate::form::{Kind, Row, is_typed};
use crate::text::{Lang, Text};

/// The voice of the machine.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    /// A speech program was found.
    pub available: bool,
    /// What is being read, while it is.
    pub(in crate::app) reading: Option<String>,
}

impl Voice {
    /// Whether it is speaking.
    pub const fn is_reading(&self) -> bool {
        self.reading.is_some()
    }
}

/// Reads aloud what is on the screen, or stops.
pub(in crate::app) fn read(state: &mut State, cx: &mut Cx<'_>) {
    if !state.voice.available {
        state.line = Some(Notice::info("voice-none"));
        return;
    }
    if state.voice.reading.take().is_some() {
        return cx.push(Effect::Hush);
    }
    let (Some(subject), Some(said)) = (subject(state), utterance(state, cx)) else {
        state.line = Some(Notice::info("voice-nothing"));
        return;
    };
    state.voice.reading = Some(subject);
    cx.push(Effect::Say(Box::new(said)));
}

/// After every update: nobody goes on reading what is no longer there.
pub(in crate::app) fn settle(state: &mut State, cx: &mut Cx<'_>) {
    if state.voice.reading.is_none() {
        return;
    }
    if state.quitting || subject(state) != state.voice.reading {
        state.voice.reading = None;
        cx.push(Effect::Hush);
    }
}

/// What would be read now: another sentence is another thing, and so is the officer's side.
fn subject(state: &State) -> Option<String> {
    let side = state.facing.as_ref().map(|facing| facing.at);
    facing::subject(state).map(|place| format!("{place} {side:?}"))
}

/// What is said of the screen; nothing where there is nothing to say.
fn utterance(state: &State, cx: &Cx<'_>) -> Option<Utterance> {
    let open = state.open.as_ref()?;
    let is_covered = state.facing.as_ref().is_some_and(|facing| facing.hidden);
    let mut said = Said { lang: state.lang, is_covered, parts: Vec::new() };
    let mut tongue = state.lang.code();
    match &state.screen {
        Screen::Fill(fill) => {
            let row = open.derived.row(&fill.path)?;
            tongue = question(&mut said, state, open, row);
        }
        Screen::Review(_) => {
            let shown = state.facing.as_ref().map(|shown| facing::sentence(open, shown));
            match shown {
                Some(shown) => shown.into_iter().for_each(|one| said.text(&one.text)),
                None => open.derived.sentences.iter().for_each(|one| said.text(&one.text)),
            }
            if !said.parts.is_empty() {
                said.words("facing-right");
            }
        }
        _ => visit(&mut said, state, open, cx),
    }
    (!said.parts.is_empty()).then_some(Utterance { tongue, parts: said.parts })
}

/// What is being put together.
struct Said {
    lang: Lang,
    is_covered: bool,
    parts: Vec<Part>,
}

impl Said {
    fn words(&mut self, key: impl Into<String>) {
        self.parts.push(Part::Words(key.into()));
    }

    fn text(&mut self, text: &Text) {
        self.raw(text.get(self.lang));
    }

    fn raw(&mut self, text: &str) {
        let text = if self.is_covered { facing::covered(text) } else { text.to_owned() };
        if !text.trim().is_empty() {
            self.parts.push(Part::Text(Private(text)));
        }
    }
}

/// The sentence to say, in the applicant's language where the pack has it; the choices with their
/// numbers; what is answered. Tells the language.
fn question(said: &mut Said, state: &State, open: &Open, row: &Row) -> &'static str {
    let question = open.form.pack.question(row.question);
    let mut tongue = said.lang.code();
    match open.case.spoken {
        Some(spoken) => {
            // An applicant with a language of the region understands no English sentence.
            said.lang = Lang::Id;
            tongue = "id";
            match question.say_in(spoken) {
                Some(say) => {
                    tongue = spoken.code();
                    said.raw(say);
                }
                None => said.text(&question.say),
            }
        }
        None => said.text(&question.say),
    }
    if said.parts.is_empty() {
        said.text(&question.label);
    }
    let list = question.choices.map(|list| &open.form.pack.choice_lists[list].choices);
    for (at, name) in options(state, row).into_iter().enumerate() {
        if at < 9 {
            said.raw(&(at + 1).to_string());
        }
        let choice = row.choices.get(at).and_then(|at| list.map(|list| &list[*at]));
        match (question.kind, choice) {
            (Kind::Choice | Kind::Choices, Some(choice)) => said.text(&choice.label),
            _ => said.words(format!("option-{name}")),
        }
    }
    let raw = open.live.raw(&row.path);
    let is_free = matches!(question.kind, Kind::Text | Kind::Paragraph);
    let is_number = raw.bytes().any(|sign| sign.is_ascii_digit());
    if question.kind == Kind::Calculated || row.answered {
        said.words("voice-written");
        let shown = row.shown.get(said.lang).to_owned();
        // A number is said as it was typed, not as it is laid out.
        let is_read = !(is_free || shown.is_empty() || open.is_stale() && is_typed(question.kind));
        let is_amount = matches!(question.kind, Kind::Rupiah | Kind::Date);
        said.raw(if is_read && (is_amount || !is_number) { &shown } else { raw });
    }
    tongue
}

/// The visit code, what is missing, when to come.
fn visit(said: &mut Said, state: &State, open: &Open, cx: &Cx<'_>) {
    let facts = receipt::facts(state, open, cx.env);
    said.words("facing-code");
    said.raw(&facts.code);
    let papers: Vec<&Text> = facing::to_bring(open);
    if !papers.is_empty() && facts.next == receipt::Next::Bring {
        said.words("facing-bring");
        for label in papers {
            said.text(label);
        }
    }
    if let Some(today) = facts.opens.today {
        said.words("voice-come-today");
        said.raw(&format!("{:02}.{:02}", today.until.hour(), today.until.minute()));
    } else if let NextDay::On(day, (hour, minute)) = facts.opens.next {
        said.words("voice-come");
        let day = crate::ident::date::long(day, said.lang == Lang::Id);
        said.raw(&format!("{day}, {hour:02}.{minute:02}"));
    }
}
