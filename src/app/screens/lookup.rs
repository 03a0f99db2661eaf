//! The picker over a question about a KBLI code or a region: what is typed in the question is searched
//! for, and what is picked becomes its answer.
//!
//! Keeps no text of its own: the words searched for are the text of the question, so they are as safe
//! as any other letter. Never picks by itself.

use super::fill::{self, Fill};
use crate::app::{Action, Cx, Editor, Screen, State};
use crate::form::{Form, Kind};
use crate::ident::kbli::KbliHit;
use crate::ident::{kbli, wilayah};

/// Most codes that are looked up: what is not among these was not meant.
const CODES: usize = 12;
/// Most regions that are looked up: names repeat.
const REGIONS: usize = 40;

/// What is found for the text of the question.
#[derive(Debug, Default)]
pub struct Lookup {
    /// The entries, best first.
    pub hits: Vec<Hit>,
    /// The marked one.
    pub mark: usize,
}

/// One entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Hit {
    /// A code with its edition.
    Kbli(KbliHit),
    /// A region by its Kemendagri code; names are looked up when it is drawn.
    Region(String),
}

/// Whether questions of this kind have a picker.
pub fn offers_lookup(kind: Kind) -> bool {
    matches!(kind, Kind::Kbli | Kind::Wilayah)
}

/// Opens the picker, or looks again after the text has changed.
pub(in crate::app) fn refresh(state: &mut State) {
    let (Screen::Fill(fill), Some(open)) = (&mut state.screen, &state.open) else { return };
    let pack = &open.form.pack;
    let kind = pack.find_question(fill.path.name()).map(|ix| pack.question(ix).kind);
    if let Some(kind) = kind.filter(|kind| offers_lookup(*kind)) {
        let hits = find(&open.form, kind, fill.editor.text());
        fill.lookup = Some(Lookup { hits, mark: 0 });
    }
}

/// Whether the text already is what a picker would give, so that none need be opened for it.
pub(in crate::app) fn is_settled(form: &Form, kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Kbli => kbli::parse(text, form.pack.kbli_edition).value.is_some(),
        Kind::Wilayah => {
            let region = wilayah::parse(text).value;
            region.is_some_and(|region| region.code().is_some_and(|code| code.len() >= 6))
        }
        _ => true,
    }
}

fn find(form: &Form, kind: Kind, text: &str) -> Vec<Hit> {
    if kind == Kind::Wilayah {
        return regions(form, text).into_iter().map(Hit::Region).collect();
    }
    let (kbli, wanted) = (form.reference.kbli(), form.pack.kbli_edition);
    let code = kbli::parse(text, wanted).value;
    let hits = match &code {
        // A code of an older list: what it may be now, for a person to choose from.
        Some(code) if code.edition() < wanted || kbli.title(code.digits(), wanted).is_none() => {
            let mut hits = kbli.successors(code.digits());
            if hits.is_empty() {
                hits = kbli.search(code.digits(), code.edition(), CODES);
            }
            hits
        }
        Some(code) => kbli.search(code.digits(), wanted, CODES),
        None => kbli.search(text, wanted, CODES),
    };
    hits.into_iter().map(Hit::Kbli).collect()
}

/// A code before the words keeps the search inside that region: `14 dumai`. A code alone lists what
/// lies in it, nothing at all the provinces.
fn regions(form: &Form, text: &str) -> Vec<String> {
    let table = form.reference.regions();
    let text = text.trim();
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let within = if table.name(first).is_some() { first } else { "" };
    let words = if within.is_empty() { text } else { rest.trim() };
    if words.is_empty() {
        let mut inner = table.children(within);
        // The place itself stands first, so that Enter takes it once it is small enough.
        if is_final(within) {
            inner.insert(0, wilayah::RegionHit { code: within, name: "" });
        }
        inner.into_iter().map(|hit| hit.code.to_owned()).collect()
    } else {
        let found = table.search(words, within, REGIONS);
        found.into_iter().map(|hit| hit.code.to_owned()).collect()
    }
}

/// Whether a region is small enough to be an answer: a kecamatan, a kelurahan or desa.
fn is_final(code: &str) -> bool {
    code.len() >= 6
}

/// Does what a key means while the picker is open; false when it means what it means without one.
pub(in crate::app) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) -> bool {
    let Screen::Fill(Fill { lookup: Some(lookup), editor, .. }) = &mut state.screen else {
        return false;
    };
    let last = lookup.hits.len().saturating_sub(1);
    match action {
        Action::Up => lookup.mark = lookup.mark.saturating_sub(1),
        Action::Down => lookup.mark = (lookup.mark + 1).min(last),
        Action::PageUp => lookup.mark = lookup.mark.saturating_sub(5),
        Action::PageDown => lookup.mark = (lookup.mark + 5).min(last),
        // Tab leaves a question everywhere; the words stay as they are typed.
        Action::Previous | Action::Next => {
            close(state);
            return false;
        }
        Action::Back => close(state),
        Action::Enter => {
            let Some(hit) = lookup.hits.get(lookup.mark).cloned() else {
                close(state);
                return false;
            };
            pick(state, cx, &hit);
        }
        // At the end of the words the arrow goes into the marked region.
        Action::Edit(crate::app::Edit::Right) if editor.cursor() == editor.text().len() => {
            if let Some(Hit::Region(code)) = lookup.hits.get(lookup.mark).cloned() {
                enter_region(state, cx, &code);
            }
        }
        _ => return false,
    }
    true
}

fn close(state: &mut State) {
    if let Screen::Fill(fill) = &mut state.screen {
        fill.lookup = None;
    }
}

/// Makes an entry the answer; a province, kabupaten or kota is gone into first.
fn pick(state: &mut State, cx: &mut Cx<'_>, hit: &Hit) {
    let text = match hit {
        Hit::Kbli(hit) => kbli::written(&hit.code, hit.edition),
        Hit::Region(code) if !is_final(code) => return enter_region(state, cx, code),
        Hit::Region(code) => code.clone(),
    };
    if put(state, cx, text) {
        close(state);
        fill::commit_and_stay(state, cx);
    }
}

fn enter_region(state: &mut State, cx: &mut Cx<'_>, code: &str) {
    let has_inner = state.open.as_ref().is_some_and(|open| {
        code.len() < 6 || (code.len() == 6 && open.form.reference.regions().has_villages())
    });
    if has_inner && put(state, cx, format!("{code} ")) {
        refresh(state);
    }
}

/// Puts a text into the question in place of the words, unless nothing may be changed.
fn put(state: &mut State, cx: &mut Cx<'_>, text: String) -> bool {
    if !fill::may_type(state) {
        return false;
    }
    if let Screen::Fill(fill) = &mut state.screen {
        fill.editor = Editor::new(text, false);
    }
    fill::keep(state, cx);
    true
}
