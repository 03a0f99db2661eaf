//! A case from a file of answers, and back: how tests, the demo office and other tools feed the program.
//!
//! An import is the events an officer would have caused, never a short cut around them. Reads JSON text
//! that callers hand over, never a file; a file with a mistake yields all its mistakes and no events.
//! Mistakes name paths and keys, never what a person said.

mod check;
mod file;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod tests;

pub use check::ImportProblem;
pub use file::{CallFile, DraftFile, WaitingFile};

use super::{Body, Call, Case, CaseId, Event, Minter, Outcome, Summary, VisitCode};
use crate::base::order;
use crate::form::{self, Answer, Answers, Derived, Form, Pack, Path};
use check::RightPaths;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// An imported case: its name, its events in order, its summary, its numbers for the blind index.
pub type Imported = (CaseId, Vec<Event>, Summary, Vec<(u8, String)>);

/// Everything that keeps a file from being imported, in the order of paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportError(pub Vec<ImportProblem>);

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.0.iter().enumerate() {
            write!(f, "{}{problem}", if at == 0 { "" } else { "; " })?;
        }
        Ok(())
    }
}

impl std::error::Error for ImportError {}

/// The case that `draft` describes, as events by the officer `by` at `now_ms` (ms since 1970).
///
/// A visit code is minted; callers who know that it is taken ask again. Defaults of the pack are not
/// filled in: what the file does not say was not said. Errors: everything wrong with the file, and
/// what stands in the way of a state it asks for (`finish`, `handed`).
pub fn import_case(
    form: &Form,
    draft: &DraftFile,
    minter: &mut Minter,
    by: &str,
    now_ms: i64,
    today: Date,
) -> Result<Imported, ImportError> {
    let pack = &form.pack;
    if draft.pack != pack.id {
        return Err(ImportError(vec![ImportProblem::WrongPack {
            found: draft.pack.clone(),
            expected: pack.id.clone(),
        }]));
    }
    let version = draft.version.unwrap_or(pack.version);
    if version > pack.version {
        let here = pack.version;
        return Err(ImportError(vec![ImportProblem::Newer { found: version, here }]));
    }
    let moved = (version < pack.version).then(|| moved_along(draft, version, pack, today));
    let draft = moved.as_ref().unwrap_or(draft);
    let instances = check::instances(draft);
    let right = RightPaths::new(pack, &instances);
    let problems = right.problems(draft, &instances);
    if !problems.is_empty() {
        return Err(ImportError(problems));
    }

    let mut new = NewCase { case: Case::fold(minter.case(), []), minter, by, now_ms };
    let code = VisitCode::mint(new.minter).to_string();
    new.happens(Body::Opened { pack: pack.id.clone(), version: pack.version, code });
    // Sorted, so that a repeat comes before the repeats inside it.
    for (repeat, numbers) in instances {
        for instance in numbers {
            new.happens(Body::InstanceAdded { repeat: repeat.clone(), instance, auto: true });
        }
    }
    loop {
        let missing = form::missing_instances(form, &new.case.answers);
        if missing.is_empty() {
            break;
        }
        for (repeat, instance) in missing {
            new.happens(Body::InstanceAdded { repeat, instance, auto: true });
        }
    }
    for (path, answer) in answers_of(draft, &right) {
        new.happens(Body::answered(&path, &answer, None));
    }
    let derived = form::evaluate(form, &new.case.answers, today);
    let problems = states_refused(draft, &derived);
    if !problems.is_empty() {
        return Err(ImportError(problems));
    }
    if draft.finish {
        new.happens(Body::Finalized);
    }
    for path in &draft.handed {
        new.happens(Body::HandedOver { path: path.clone() });
    }
    if let Some(nib) = &draft.nib {
        new.happens(Body::number(pack.number.kind, nib.clone()));
    }
    // Last, because finishing ends a wait: what still waits in the file waits after it.
    new.waits(draft);
    let case = new.case;
    let summary = Summary::of(&case, pack, &derived);
    let tags = case.tags(pack, &derived);
    Ok((case.id, case.events().to_vec(), summary, tags))
}

/// The file that [`import_case`] makes the same answers from.
///
/// Answers of instances that were taken away are left out; answers to questions that `form` does not
/// have are kept as orphans. Without a form every answer counts as known.
pub fn export_case(case: &Case, form: Option<&Form>) -> DraftFile {
    file_of(case, form.map(|form| &*form.pack))
}

fn file_of(case: &Case, pack: Option<&Pack>) -> DraftFile {
    let instances: BTreeMap<String, Vec<u32>> = case
        .answers
        .instances
        .iter()
        .filter(|(repeat, numbers)| !numbers.is_empty() && is_live(case, repeat))
        .map(|(repeat, numbers)| (repeat.clone(), numbers.clone()))
        .collect();
    let right = pack.map(|pack| RightPaths::new(pack, &instances));
    let mut draft = DraftFile {
        pack: case.pack.clone(),
        version: Some(case.pack_version).filter(|version| *version > 0),
        finish: was_finished(case),
        parked: case.parked().filter(|reason| !reason.is_empty()).map(str::to_owned),
        waiting: waiting_of(case),
        visits: Some(case.visits).filter(|visits| *visits > 1),
        care: case.care.iter().map(|care| care.code().to_owned()).collect(),
        handed: case.handed.iter().map(ToString::to_string).collect(),
        nib: case.nib.clone(),
        ..DraftFile::default()
    };
    let known_repeat =
        |repeat: &str| right.as_ref().is_none_or(|right| right.repeats.contains(repeat));
    for (path, answer) in &case.answers.values {
        if !is_live(case, path.scope()) {
            continue;
        }
        let known = right.as_ref().is_none_or(|right| right.order(path.as_str()).is_some());
        let texts = if known { &mut draft.answers } else { &mut draft.orphans };
        let key = path.to_string();
        // An orphan without text still carries its note.
        if !answer.raw.is_empty() || !known {
            texts.insert(key.clone(), answer.raw.clone());
        }
        if !answer.note.is_empty() {
            draft.notes.insert(key.clone(), answer.note.clone());
        }
        if !answer.reason.is_empty() {
            draft.reasons.insert(key, answer.reason.clone());
        }
    }
    draft.instances = instances.into_iter().filter(|(repeat, _)| known_repeat(repeat)).collect();
    draft
}

/// The same file for the version that `pack` is.
fn moved_along(draft: &DraftFile, version: u32, pack: &Pack, today: Date) -> DraftFile {
    let mut answers = Answers { instances: check::instances(draft), ..Answers::default() };
    for (path, raw) in draft.answers.iter().chain(&draft.orphans) {
        answers.values.entry(Path::new(path.as_str())).or_default().raw.clone_from(raw);
    }
    for (path, note) in &draft.notes {
        answers.values.entry(Path::new(path.as_str())).or_default().note.clone_from(note);
    }
    for (path, reason) in &draft.reasons {
        answers.values.entry(Path::new(path.as_str())).or_default().reason.clone_from(reason);
    }
    let moved = form::migrate(pack, &answers, version, today);
    let mut case = Case::fold(CaseId([0; 16]), []);
    case.pack.clone_from(&draft.pack);
    case.pack_version = pack.version;
    let handed = draft.handed.iter().map(|path| moved.now(&Path::new(path.as_str())));
    case.handed = handed.collect();
    case.answers = moved.answers;
    let file = file_of(&case, Some(pack));
    let said = draft.clone();
    DraftFile {
        finish: said.finish,
        parked: said.parked,
        waiting: said.waiting,
        visits: said.visits,
        care: said.care,
        nib: said.nib,
        ..file
    }
}

/// What the file says of a case that waits, beside the officer's words.
fn waiting_of(case: &Case) -> Option<WaitingFile> {
    let waiting = case.waiting.as_ref()?;
    let call = |call: &Call| CallFile {
        outcome: call.outcome.unwrap_or(Outcome::Answered).code().to_owned(),
        next_ms: call.next_ms,
        note: call.note.clone(),
    };
    let file = WaitingFile {
        on: waiting.on.map(|on| on.code().to_owned()),
        until: waiting.until,
        consent: waiting.consent,
        left: waiting.left.lines().map(str::to_owned).collect(),
        met: waiting.met_ms.is_some(),
        calls: case.calls.iter().map(call).collect(),
    };
    // A case parked with words alone needs nothing more; without words the key itself says that it waits.
    (file != WaitingFile::default() || waiting.reason.is_empty()).then_some(file)
}

/// A case being made event by event.
struct NewCase<'a> {
    case: Case,
    minter: &'a mut Minter,
    by: &'a str,
    now_ms: i64,
}

impl NewCase<'_> {
    /// Visits, who comes first, and the wait with its calls.
    fn waits(&mut self, draft: &DraftFile) {
        for _ in 1..draft.visits.unwrap_or(1) {
            self.happens(Body::Visited);
        }
        if !draft.care.is_empty() {
            self.happens(Body::CareNoted { care: draft.care.clone() });
        }
        if draft.parked.is_none() && draft.waiting.is_none() {
            return;
        }
        let file = draft.waiting.clone().unwrap_or_default();
        self.happens(Body::Parked {
            reason: draft.parked.clone().unwrap_or_default(),
            on: file.on,
            until: file.until,
            consent: file.consent,
            left: file.left.join("\n"),
        });
        if file.met {
            self.happens(Body::Met);
        }
        for CallFile { outcome, next_ms, note } in file.calls {
            self.happens(Body::Called { outcome, next_ms, note });
        }
    }

    fn happens(&mut self, body: Body) {
        let id = self.minter.event();
        self.case.push(Event { id, at_ms: self.now_ms, by: self.by.to_owned(), body });
    }
}

/// Every answer of the file in the order of asking, orphans last.
fn answers_of(draft: &DraftFile, right: &RightPaths) -> Vec<(String, Answer)> {
    let maps = [&draft.answers, &draft.notes, &draft.reasons, &draft.orphans];
    let paths: BTreeSet<&String> = maps.iter().flat_map(|map| map.keys()).collect();
    let mut answers: Vec<(usize, String, Answer)> = paths
        .into_iter()
        .map(|path| {
            let said = |map: &BTreeMap<String, String>| map.get(path).cloned().unwrap_or_default();
            let raw = match draft.orphans.get(path) {
                Some(raw) => raw.clone(),
                None => said(&draft.answers),
            };
            let answer = Answer { raw, note: said(&draft.notes), reason: said(&draft.reasons) };
            (right.order(path).unwrap_or(usize::MAX), path.clone(), answer)
        })
        .filter(|(_, _, answer)| *answer != Answer::default())
        .collect();
    order::sort_by(&mut answers, |(one, at, _), (other, beside, _)| {
        (one, at).cmp(&(other, beside))
    });
    answers.into_iter().map(|(_, path, answer)| (path, answer)).collect()
}

/// What stands in the way of the states the file asks for.
fn states_refused(draft: &DraftFile, derived: &Derived) -> Vec<ImportProblem> {
    let mut problems = Vec::new();
    if draft.finish {
        let open = derived.problems().map(|row| ImportProblem::NotFinished {
            path: row.path.to_string(),
            answered: row.answered,
        });
        problems.extend(open);
    }
    for path in &draft.handed {
        let row = derived.row(&Path::new(path.clone()));
        if row.is_none_or(|row| row.oss_value.is_empty()) {
            problems.push(ImportProblem::NothingToHandOver { path: path.clone() });
        }
    }
    problems
}

/// Whether every instance that `scope` stands in is still there.
fn is_live(case: &Case, scope: &str) -> bool {
    let mut walked = String::new();
    scope.split('/').filter(|segment| !segment.is_empty()).all(|segment| {
        let (name, number) = segment.split_once('#').unwrap_or((segment, ""));
        let repeat = Path::within(&walked, name).to_string();
        walked = Path::within(&walked, segment).to_string();
        // The last segment of a repeat's own path names no instance.
        number.is_empty()
            || number.parse().is_ok_and(|number| case.answers.instances(&repeat).contains(&number))
    })
}

fn was_finished(case: &Case) -> bool {
    let last = case
        .events()
        .iter()
        .rev()
        .find(|event| matches!(event.body, Body::Finalized | Body::Amended { .. }));
    last.is_some_and(|event| event.body == Body::Finalized)
}
