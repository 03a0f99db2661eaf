//! A case of another version of its pack: moving its answers along, showing what moved, what has no
//! question any more, and what can only be shown as it is stored.

use super::{Action, Cx, Field, KeptCase, Notice, Open, Overlay, Private, State, open};
use crate::case::{Body, Case};
use crate::form::{self, Path};

/// A case that is shown as it is stored: its questions are not here. Nothing of it can be changed.
#[derive(Debug)]
pub struct Kept {
    /// Visit code.
    pub code: String,
    /// Pack it was filled with.
    pub pack: String,
    /// Version of that pack.
    pub version: u32,
    /// Why it is only shown, and what can be done.
    pub notice: Notice,
    /// Every answer: path and text.
    pub answers: Vec<(Path, Private)>,
    /// First answer shown.
    pub top: usize,
}

impl Open {
    /// Answers that no question of the form takes, in the order of paths.
    pub fn homeless(&self) -> Vec<Path> {
        form::homeless(&self.form.pack, &self.live)
    }

    /// How an answer without a question was called, as far as that is known.
    pub fn old_label(&self, path: &Path, lang: crate::text::Lang) -> String {
        let moves = self.moved.iter().flat_map(|moved| &moved.moves);
        let told = moves.filter(|one| one.to.contains(path) && !one.label.is_empty());
        let label = told.map(|one| one.label.get(lang).to_owned()).next();
        label.unwrap_or_else(|| old_name(&self.form.pack, path, lang))
    }

    /// Whether an answer without a question was copied into a note.
    pub fn is_noted(&self, path: &Path) -> bool {
        let raw = self.live.raw(path);
        !raw.is_empty() && self.case.notes.iter().any(|(_, _, note)| note.ends_with(raw))
    }
}

/// A name for an old path: the label its migration gives it, else the words of the name itself.
pub(crate) fn old_name(pack: &form::Pack, path: &Path, lang: crate::text::Lang) -> String {
    let name = path.name().split('@').next().unwrap_or_default();
    let steps = pack.migrations.iter().flat_map(|one| &one.steps);
    let mut labels = steps.filter(|step| !step.label.is_empty() && step.change.names(name));
    match labels.next_back() {
        Some(step) => step.label.get(lang).to_owned(),
        None => name.replace('_', " "),
    }
}

/// Moves the answers of the open case to the version that is here: a draft's by events, others' only
/// for the eye.
pub(super) fn move_along(state: &mut State, cx: &mut Cx<'_>) {
    let today = cx.env.today();
    let due = |open: &Open| open.case.moved_to(&open.form.pack, today);
    let Some(open) = state.open.as_ref().filter(|open| due(open).is_some()) else { return };
    let records = open.case.records_moves() && !state.is_read_only();
    if records {
        // What was being typed was typed at its old place, and moves with the rest.
        let others = open.journals.iter().filter_map(|(key, _)| Field::from_key(key));
        let others: Vec<Field> = others
            .filter(|field| matches!(field, Field::Park | Field::Amend | Field::Nib))
            .collect();
        open::commit_journals(state, cx, &others);
        let Some(open) = &state.open else { return };
        let Some(moved) = due(open) else { return };
        let bodies = open.case.events_of(&moved);
        open::append(state, cx, bodies, Vec::new());
        open::complete(state, cx);
        show(state, moved);
        return;
    }
    let Some(open) = &mut state.open else { return };
    // A reading copy reads along what is being typed.
    open.case.answers = open.live.clone();
    let Some(moved) = due(open) else { return };
    open.unrecorded = open.case.events_of(&moved);
    open.case.see_as(&moved);
    open.live = open.case.answers.clone();
    open.evaluate(today);
    let summary = open.summary();
    open.entitle(&summary);
    show(state, moved);
}

fn show(state: &mut State, moved: form::Moved) {
    let Some(open) = &mut state.open else { return };
    let quiet = moved.moves.is_empty();
    let version = moved.to.to_string();
    open.moved = Some(moved);
    if quiet {
        state.line = Some(Notice::info("migrate-nothing").with("version", version));
    } else {
        state.overlays.push(Overlay::Moved(0));
    }
}

/// Shows a case whose questions are not here.
pub(super) fn kept(state: &mut State, kept: KeptCase) {
    state.returning = None;
    state.errand = None;
    let KeptCase { id, events, journals, notice } = kept;
    let mut case = Case::fold(id, events);
    for (key, typing) in journals {
        if let Some(Field::Answer(path)) = Field::from_key(&key) {
            case.answers.values.entry(path).or_default().raw = typing.text;
        }
    }
    let answers = case
        .answers
        .values
        .iter()
        .filter(|(path, answer)| !answer.raw.is_empty() && form::is_live(&case.answers, path))
        .map(|(path, answer)| (path.clone(), Private::from(answer.raw.as_str())))
        .collect();
    let Case { code, pack, pack_version: version, .. } = case;
    let kept =
        Kept { notice: notice.with("code", code.clone()), code, pack, version, answers, top: 0 };
    state.overlays.push(Overlay::Kept(Box::new(kept)));
}

/// Keys in the windows of this file.
pub(super) fn act(state: &mut State, cx: &mut Cx<'_>, action: Action) {
    let open = state.open.as_ref();
    let (at, count) = match state.overlays.last_mut() {
        Some(Overlay::Moved(top)) => {
            let moved = open.and_then(|open| open.moved.as_ref());
            (top, moved.map_or(0, |moved| moved.moves.len()))
        }
        Some(Overlay::Orphans(mark)) => (mark, open.map_or(0, |open| open.homeless().len())),
        Some(Overlay::Kept(kept)) => {
            let count = kept.answers.len();
            (&mut kept.top, count)
        }
        _ => return,
    };
    let last = count.saturating_sub(1);
    match action {
        Action::Up => *at = at.saturating_sub(1),
        Action::Down => *at = (*at + 1).min(last),
        Action::PageUp => *at = at.saturating_sub(10),
        Action::PageDown => *at = (*at + 10).min(last),
        Action::Note => note(state, cx),
        Action::Enter | Action::Back => _ = state.overlays.pop(),
        _ => {}
    }
}

/// Copies the marked answer without a question into a note of the case.
fn note(state: &mut State, cx: &mut Cx<'_>) {
    let (Some(Overlay::Orphans(mark)), Some(open)) = (state.overlays.last(), &state.open) else {
        return;
    };
    let Some(path) = open.homeless().get(*mark).cloned() else { return };
    let raw = open.live.raw(&path);
    if !raw.is_empty() && !open.is_noted(&path) {
        let text = format!("{}: {raw}", open.old_label(&path, state.lang));
        open::append(state, cx, vec![Body::Noted { text }], Vec::new());
    }
    if !state.is_read_only() {
        state.line = Some(Notice::info("migrate-noted"));
    }
}
