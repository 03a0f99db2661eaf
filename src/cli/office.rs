//! The data folder, unlocking it, and a case out of it.

use super::reply::{Failure, exit};
use super::{Cx, secret};
use crate::app::{Field, Typing};
use crate::base::order;
use crate::case::{Case, CaseId, Event, Summary, VisitCode};
use crate::store::{Access, Locked, Store, StoreError};
use directories::ProjectDirs;
use std::io::{self, Write};
use std::path::PathBuf;

impl Cx {
    /// The data folder: `--data`, `LOKET_DATA`, else the user's own.
    pub(super) fn folder(&self) -> Result<PathBuf, Failure> {
        if let Some(folder) = &self.data {
            return Ok(folder.clone());
        }
        ProjectDirs::from("id", "loket", "loket")
            .map(|folders| folders.data_dir().to_owned())
            .ok_or_else(|| Failure::new(exit::DISK, "cli-no-home"))
    }

    /// The unlocked office. A mistyped passphrase may be typed again, one out of a file may not.
    pub(super) fn unlock(&self, access: Access) -> Result<Store, Failure> {
        let mut locked = Locked::open(&self.folder()?, access)?;
        let tries = if self.passphrase_file.is_some() { 1 } else { secret::TRIES };
        let mut last = StoreError::WrongPassphrase;
        for left in (0..tries).rev() {
            match locked.unlock(&secret::passphrase(self)?) {
                Ok(store) => return Ok(store),
                Err((back, error @ StoreError::WrongPassphrase)) => {
                    if left > 0 {
                        _ = writeln!(io::stderr(), "{}", self.words.get(error.key()));
                    }
                    (locked, last) = (back, error);
                }
                Err((_, error)) => return Err(error.into()),
            }
        }
        Err(last.into())
    }
}

/// A case as lists know it.
pub(super) struct Listed {
    pub(super) id: CaseId,
    pub(super) summary: Summary,
}

/// Every case with a whole summary, the last touched first, and how many summaries are damaged.
pub(super) fn summaries(store: &Store) -> Result<(Vec<Listed>, usize), Failure> {
    let (rows, unreadable) = store.summaries()?;
    let mut damaged = unreadable.len();
    let mut listed = Vec::with_capacity(rows.len());
    for (id, bytes) in rows {
        match Summary::read(&bytes) {
            Some(summary) => listed.push(Listed { id, summary }),
            None => damaged += 1,
        }
    }
    order::sort_by(&mut listed, |one, other| {
        (other.summary.last_ms, one.summary.code())
            .cmp(&(one.summary.last_ms, other.summary.code()))
    });
    Ok((listed, damaged))
}

/// A case, and how many of its records cannot be read.
pub(super) fn load(store: &Store, id: CaseId) -> Result<(Case, usize), Failure> {
    let (stored, unreadable) = store.events(id)?;
    let mut damaged = unreadable.len();
    let mut events = Vec::with_capacity(stored.len());
    for event in stored {
        match Event::from_payload(event.id, event.at_ms, &event.payload) {
            Ok(event) => events.push(event),
            Err(_) => damaged += 1,
        }
    }
    let mut case = Case::fold(id, events);
    let (journals, unreadable) = store.journals(id)?;
    for (field, bytes) in journals {
        if let (Some(field), Ok(typing)) = (Field::from_key(&field), serde_json::from_slice(&bytes))
        {
            say(&mut case, &field, typing);
        }
    }
    Ok((case, damaged + unreadable.len()))
}

/// Typed is said: what stands in an open question counts as its answer, as it will when the program
/// opens the case again.
fn say(case: &mut Case, field: &Field, Typing { text, .. }: Typing) {
    let (Field::Answer(path) | Field::Note(path) | Field::Reason(path)) = field else { return };
    let answer = case.answers.values.entry(path.clone()).or_default();
    match field {
        Field::Note(_) => answer.note = text,
        Field::Reason(_) => answer.reason = text,
        _ if answer.raw == text => {}
        _ => {
            answer.raw = text;
            answer.reason.clear();
        }
    }
}

/// The case with this visit code or id. With one code on several cases, all of them are named.
pub(super) fn find(store: &Store, wanted: &str) -> Result<CaseId, Failure> {
    if let Ok(id) = wanted.parse::<CaseId>() {
        let known = id != crate::office::LOG && store.cases()?.contains(&id);
        return known.then_some(id).ok_or_else(|| not_found(wanted));
    }
    let code = VisitCode::parse(wanted)
        .ok_or_else(|| Failure::problem("cli-case-code").with("case", wanted))?
        .to_string();
    let (listed, _) = summaries(store)?;
    let mut found = listed.iter().filter(|case| case.summary.code() == code);
    match (found.next(), found.next()) {
        (None, _) => Err(not_found(&code)),
        (Some(only), None) => Ok(only.id),
        (Some(one), Some(other)) => Err(Failure::problem("cli-case-several")
            .with("case", &code)
            .with("one", one.id)
            .with("other", other.id)),
    }
}

fn not_found(wanted: &str) -> Failure {
    Failure::problem("cli-case-missing").with("case", wanted)
}
