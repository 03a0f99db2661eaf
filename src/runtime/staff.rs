//! Passphrases and officers at an open office: the slow half on any thread, the quick half at the store.
//!
//! Never keeps a passphrase: what comes out of the slow half is a key that wipes itself.

use super::Incoming;
use super::desk::notice_of;
use crate::app::screens::officers::Colleague;
use crate::app::{Effect, Msg, Private, Staff};
use crate::store::{Officer, Store, StoreError, Stretched, Stretcher};
use std::sync::Arc;
use std::sync::mpsc::Sender;

/// What is to be done at the store once its passphrases are stretched.
#[derive(Debug)]
pub enum Errand {
    /// Whose passphrase this is; that officer sits at the screen from then on. Nothing where it is nobody's
    /// for certain.
    Seat(Option<Stretched>),
    /// Who there is.
    List,
    /// One officer more.
    Add(Private, Stretched),
    /// Another passphrase for the officer at the screen: the one so far, the new one.
    Change(Stretched, Stretched),
    /// One officer less.
    Remove([u8; 16]),
}

/// Whether there is a slow half to it.
pub fn has_passphrase(effect: &Effect) -> bool {
    match effect {
        Effect::Staff(staff) => matches!(**staff, Staff::Add { .. } | Staff::Change { .. }),
        effect => matches!(effect, Effect::CheckPassphrase(_)),
    }
}

/// The slow half: takes as long as the office's key derivation, once for each passphrase.
///
/// Errors: as for [`Stretcher::stretch`]; effects that are not about officers are listed as [`Errand::List`].
pub fn stretch(stretcher: Stretcher, effect: &Effect) -> Result<Errand, StoreError> {
    let key = |passphrase: &Private| stretcher.stretch(&passphrase.0);
    Ok(match effect {
        Effect::CheckPassphrase(passphrase) => Errand::Seat(key(passphrase).ok()),
        Effect::Staff(staff) => match staff.as_ref() {
            Staff::List => Errand::List,
            Staff::Add { name, passphrase } => Errand::Add(name.clone(), key(passphrase)?),
            Staff::Change { old, new } => Errand::Change(key(old)?, key(new)?),
            Staff::Remove(id) => Errand::Remove(*id),
        },
        _ => Errand::List,
    })
}

/// The quick half, and what the program is told of it.
pub fn run(store: &mut Store, errand: Result<Errand, StoreError>) -> Msg {
    let done = match errand {
        Ok(Errand::Seat(key)) => {
            let officer = key.and_then(|key| store.seat(&key).map(Private::from).ok());
            return Msg::PassphraseChecked(officer);
        }
        Ok(Errand::List) => Ok(()),
        Ok(Errand::Add(name, key)) => store.add_stretched(&name.0, &key),
        Ok(Errand::Change(old, new)) => store.change_stretched(&old, &new),
        Ok(Errand::Remove(id)) => remove(store, id),
        Err(error) => Err(error),
    };
    match done.and_then(|()| store.officers()) {
        Ok(officers) => Msg::OfficersListed(officers.into_iter().map(colleague).collect()),
        Err(error) => Msg::OfficerRefused(notice_of(&error)),
    }
}

fn remove(store: &mut Store, id: [u8; 16]) -> Result<(), StoreError> {
    match store.officers()?.iter().find(|one| one.id == id) {
        Some(officer) => store.remove_officer(officer),
        None => Ok(()),
    }
}

fn colleague(Officer { name, is_me, id }: Officer) -> Colleague {
    Colleague { id, name: Private(name), is_me }
}

/// Does the slow half on a thread of its own, so that no key waits for it; without room for a thread, here.
pub(super) fn begin(stretcher: Stretcher, effect: Effect, answers: Sender<Incoming>) {
    let work = Arc::new(move || {
        let _ = answers.send(Incoming::Errand(Box::new(stretch(stretcher, &effect))));
    });
    let thread = Arc::clone(&work);
    if std::thread::Builder::new().name("key".into()).spawn(move || thread()).is_err() {
        work();
    }
}
