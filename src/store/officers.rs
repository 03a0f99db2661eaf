//! Officers' slots: adding, listing, removing, changing a passphrase, a new recovery key.
//!
//! A removed officer's slot is gone, but the office key stays the same: whoever kept a copy of the
//! file from before can still open that copy with the old passphrase.

use super::Store;
use super::error::StoreError;
use super::keys::{self, Keys, SlotId, SlotKind};
use super::locked::find_slot;
use super::recovery::RecoveryKey;
use super::seal::{self, Key};
use crate::base::order;
use rusqlite::{Connection, TransactionBehavior};
use std::fmt;

/// One officer who can unlock this counter.
#[derive(Clone, PartialEq, Eq)]
pub struct Officer {
    /// The name, as it was given.
    pub name: String,
    /// Whether it is the officer this store was unlocked by.
    pub is_me: bool,
    pub(super) slot: SlotId,
}

impl fmt::Debug for Officer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Officer").field("is_me", &self.is_me).finish_non_exhaustive()
    }
}

pub(super) fn must_not_be_empty(passphrase: &str) -> Result<(), StoreError> {
    if passphrase.trim().is_empty() { Err(StoreError::PassphraseEmpty) } else { Ok(()) }
}

/// Wraps the office key in a new slot.
pub(super) fn insert(
    conn: &Connection,
    keys: &Keys,
    kind: SlotKind,
    secret: &[u8],
    officer: &str,
) -> Result<SlotId, StoreError> {
    let id = seal::random()?;
    put(conn, keys, kind, secret, &id, officer)?;
    Ok(id)
}

fn put(
    conn: &Connection,
    keys: &Keys,
    kind: SlotKind,
    secret: &[u8],
    id: &SlotId,
    officer: &str,
) -> Result<(), StoreError> {
    let wrapped = keys::wrap(kind, secret, id, &keys.office, officer)?;
    let clear = keys::clear_of_label(id, &wrapped);
    let label = seal::seal(&keys.slots, &clear, &[officer.as_bytes()])?;
    conn.execute(
        "INSERT OR REPLACE INTO slot(id, kind, wrapped, label) VALUES (?1, ?2, ?3, ?4)",
        (id, kind.word(), wrapped, label),
    )?;
    Ok(())
}

impl Store {
    /// Whether this is the passphrase of the officer at the screen (any officer's, after the
    /// recovery key). Takes as long as the office's `Kdf`.
    pub fn check_passphrase(&self, passphrase: &str) -> bool {
        let opened = self
            .stretch(passphrase)
            .and_then(|key| find_slot(&self.conn, SlotKind::Officer, &key.0));
        match opened {
            Ok(Some((slot, _))) => self.slot.is_none_or(|mine| mine == slot),
            _ => false,
        }
    }

    /// Adds an officer with a passphrase of their own.
    ///
    /// Errors: [`StoreError::PassphraseEmpty`]; [`StoreError::PassphraseTaken`] when it opens a slot
    /// already, because the passphrase alone tells who is at the screen; else as for `append`.
    pub fn add_officer(&mut self, name: &str, passphrase: &str) -> Result<(), StoreError> {
        let key = self.free_passphrase(passphrase)?;
        insert(&self.conn, &self.keys, SlotKind::Officer, &key.0, name)?;
        Ok(())
    }

    /// Gives the officer at the screen a new passphrase.
    ///
    /// Errors: [`StoreError::WrongPassphrase`] when `old` is not theirs, else as for `add_officer`.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), StoreError> {
        let id = self.slot.ok_or(StoreError::WrongPassphrase)?;
        if !self.check_passphrase(old) {
            return Err(StoreError::WrongPassphrase);
        }
        let key = if old == new { self.stretch(new)? } else { self.free_passphrase(new)? };
        self.must_write()?;
        put(&self.conn, &self.keys, SlotKind::Officer, &key.0, &id, &self.officer)
    }

    /// All officers whose slot is whole. Errors: the disk.
    pub fn officers(&self) -> Result<Vec<Officer>, StoreError> {
        let mut statement =
            self.conn.prepare("SELECT id, wrapped, label FROM slot WHERE kind = 'officer'")?;
        let mut rows = statement.query([])?;
        let mut officers = Vec::new();
        while let Some(row) = rows.next()? {
            let (Ok(slot), Ok(wrapped), Ok(label)) =
                (row.get::<_, SlotId>(0), row.get::<_, Vec<u8>>(1), row.get::<_, Vec<u8>>(2))
            else {
                continue;
            };
            let clear = keys::clear_of_label(&slot, &wrapped);
            let name = seal::open(&self.keys.slots, &clear, &label)
                .and_then(|name| String::from_utf8(name).ok());
            officers.extend(name.map(|name| Officer {
                name,
                is_me: self.slot == Some(slot),
                slot,
            }));
        }
        order::sort_by(&mut officers, |one, other| one.name.cmp(&other.name));
        Ok(officers)
    }

    /// Takes an officer's slot away.
    ///
    /// Errors: [`StoreError::OfficerKept`] for the officer at the screen, so that somebody can
    /// always unlock; else as for `append`.
    pub fn remove_officer(&mut self, officer: &Officer) -> Result<(), StoreError> {
        self.must_write()?;
        let others: u32 = self.conn.query_row(
            "SELECT count(*) FROM slot WHERE kind = 'officer' AND id <> ?1",
            [officer.slot],
            |row| row.get(0),
        )?;
        if others == 0 || self.slot == Some(officer.slot) {
            return Err(StoreError::OfficerKept);
        }
        self.conn.execute("DELETE FROM slot WHERE id = ?1", [officer.slot])?;
        Ok(())
    }

    /// A new recovery key; the old print-out opens nothing any more. Errors: as for `append`.
    pub fn renew_recovery(&mut self) -> Result<RecoveryKey, StoreError> {
        self.must_write()?;
        let recovery = RecoveryKey::random()?;
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("DELETE FROM slot WHERE kind = 'recovery'", [])?;
        let secret = keys::recovery_secret(&recovery);
        insert(&transaction, &self.keys, SlotKind::Recovery, secret, "")?;
        transaction.commit()?;
        Ok(recovery)
    }

    fn stretch(&self, passphrase: &str) -> Result<Key, StoreError> {
        self.about.kdf.stretch(passphrase, &self.about.salt)
    }

    fn free_passphrase(&self, passphrase: &str) -> Result<Key, StoreError> {
        self.must_write()?;
        must_not_be_empty(passphrase)?;
        let key = self.stretch(passphrase)?;
        match find_slot(&self.conn, SlotKind::Officer, &key.0)? {
            Some(_) => Err(StoreError::PassphraseTaken),
            None => Ok(key),
        }
    }
}
