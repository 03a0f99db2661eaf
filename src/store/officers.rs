//! Officers' slots: adding, listing, removing, changing a passphrase, who is at the screen, a new
//! recovery key.
//!
//! A removed officer's slot is gone, but the office key stays the same: whoever kept a copy of the
//! file from before can still open that copy with the old passphrase.

use super::Store;
use super::error::StoreError;
use super::keys::{self, Kdf, Keys, SlotId, SlotKind};
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
    /// Whether it is the officer at the screen.
    pub is_me: bool,
    /// The name of their slot, which tells nothing of them.
    pub id: [u8; 16],
}

impl fmt::Debug for Officer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Officer").field("is_me", &self.is_me).finish_non_exhaustive()
    }
}

impl Officer {
    /// Whether they go by this name, however it is written.
    pub fn is_called(&self, name: &str) -> bool {
        self.name.trim().to_lowercase() == name.trim().to_lowercase()
    }
}

/// The slow half of a passphrase, for a thread that nobody waits for. Knows no key of the office.
#[derive(Debug, Clone, Copy)]
pub struct Stretcher {
    kdf: Kdf,
    salt: [u8; 16],
}

/// A passphrase after its slow half. Neither printable nor to be copied; dropping it wipes it.
pub struct Stretched(Key);

impl fmt::Debug for Stretched {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Stretched(…)")
    }
}

impl Stretcher {
    /// Takes as long as the office's `Kdf`. Errors: [`StoreError::PassphraseEmpty`].
    pub fn stretch(&self, passphrase: &str) -> Result<Stretched, StoreError> {
        must_not_be_empty(passphrase)?;
        Ok(Stretched(self.kdf.stretch(passphrase, &self.salt)?))
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
    /// What stretches passphrases of this office.
    pub fn stretcher(&self) -> Stretcher {
        Stretcher { kdf: self.about.kdf, salt: self.about.salt }
    }

    /// Whether this is the passphrase of the officer at the screen (any officer's, after the
    /// recovery key). Takes as long as the office's `Kdf`.
    pub fn check_passphrase(&self, passphrase: &str) -> bool {
        self.stretcher().stretch(passphrase).is_ok_and(|key| self.is_mine(&key))
    }

    fn is_mine(&self, key: &Stretched) -> bool {
        match find_slot(&self.conn, SlotKind::Officer, &key.0.0) {
            Ok(Some((slot, _))) => self.slot.is_none_or(|mine| mine == slot),
            _ => false,
        }
    }

    /// The officer whose passphrase it is sits at the screen from now on; [`Store::officer`] is theirs.
    ///
    /// Errors: [`StoreError::WrongPassphrase`] when it is nobody's, and then nothing changes; else the
    /// disk.
    pub fn seat(&mut self, key: &Stretched) -> Result<&str, StoreError> {
        let found = find_slot(&self.conn, SlotKind::Officer, &key.0.0)?;
        let (slot, unwrapped) = found.ok_or(StoreError::WrongPassphrase)?;
        self.slot = Some(slot);
        self.officer = unwrapped.officer;
        Ok(&self.officer)
    }

    /// Adds an officer with a passphrase of their own: [`Store::add_stretched`] and its slow half.
    pub fn add_officer(&mut self, name: &str, passphrase: &str) -> Result<(), StoreError> {
        let key = self.stretcher().stretch(passphrase)?;
        self.add_stretched(name, &key)
    }

    /// Adds an officer with a passphrase of their own.
    ///
    /// Errors: [`StoreError::PassphraseTaken`] when it opens a slot already, because the passphrase
    /// alone tells who is at the screen; [`StoreError::OfficerNamed`] when there is one of that name,
    /// because the name tells who did it (not after the recovery key: whoever forgot a passphrase has
    /// that name already); else as for `append`.
    pub fn add_stretched(&mut self, name: &str, key: &Stretched) -> Result<(), StoreError> {
        self.must_write()?;
        if self.slot.is_some() && self.officers()?.iter().any(|one| one.is_called(name)) {
            return Err(StoreError::OfficerNamed);
        }
        self.must_be_free(key)?;
        insert(&self.conn, &self.keys, SlotKind::Officer, &key.0.0, name)?;
        Ok(())
    }

    /// Gives the officer at the screen a new passphrase: [`Store::change_stretched`] and its slow half.
    pub fn change_passphrase(&mut self, old: &str, new: &str) -> Result<(), StoreError> {
        let old = self.stretcher().stretch(old)?;
        let new = self.stretcher().stretch(new)?;
        self.change_stretched(&old, &new)
    }

    /// Gives the officer at the screen a new passphrase.
    ///
    /// Errors: [`StoreError::WrongPassphrase`] when `old` is not theirs, else as for `add_officer`.
    pub fn change_stretched(&mut self, old: &Stretched, new: &Stretched) -> Result<(), StoreError> {
        let id = self.slot.ok_or(StoreError::WrongPassphrase)?;
        if !self.is_mine(old) {
            return Err(StoreError::WrongPassphrase);
        }
        self.must_write()?;
        if !self.is_mine(new) {
            self.must_be_free(new)?;
        }
        self.without_a_trace(|store| {
            put(&store.conn, &store.keys, SlotKind::Officer, &new.0.0, &id, &store.officer)
        })
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
            let is_me = self.slot == Some(slot);
            officers.extend(name.map(|name| Officer { name, is_me, id: slot }));
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
            [officer.id],
            |row| row.get(0),
        )?;
        if others == 0 || self.slot == Some(officer.id) {
            return Err(StoreError::OfficerKept);
        }
        self.without_a_trace(|store| {
            store.conn.execute("DELETE FROM slot WHERE id = ?1", [officer.id])?;
            Ok(())
        })
    }

    /// Changes slots so that the old ones lie in no free corner of the database: an old passphrase
    /// would open them there. (Everything else that is deleted is left as it was, for speed.)
    fn without_a_trace(
        &self,
        change: impl FnOnce(&Self) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let wiping = |on: bool| self.conn.pragma_update(None, "secure_delete", on);
        wiping(true)?;
        let done = change(self);
        wiping(false)?;
        done
    }

    /// A new recovery key; the old print-out opens nothing any more. Errors: as for `append`.
    pub fn renew_recovery(&mut self) -> Result<RecoveryKey, StoreError> {
        self.must_write()?;
        let recovery = RecoveryKey::random()?;
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.pragma_update(None, "secure_delete", true)?;
        transaction.execute("DELETE FROM slot WHERE kind = 'recovery'", [])?;
        transaction.pragma_update(None, "secure_delete", false)?;
        let secret = keys::recovery_secret(&recovery);
        insert(&transaction, &self.keys, SlotKind::Recovery, secret, "")?;
        transaction.commit()?;
        Ok(recovery)
    }

    fn must_be_free(&self, key: &Stretched) -> Result<(), StoreError> {
        match find_slot(&self.conn, SlotKind::Officer, &key.0.0)? {
            Some(_) => Err(StoreError::PassphraseTaken),
            None => Ok(()),
        }
    }
}
