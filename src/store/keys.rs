//! Office key, subkeys, and the slots that wrap the office key for an officer or the recovery key.
//!
//! Never prints, copies or serialises a key; dropping wipes it.
//! FROZEN: contexts, wrapping and label layouts are on the disks of offices.

use super::error::StoreError;
use super::recovery::RecoveryKey;
use super::seal::{self, Key};
use argon2::{Algorithm, Argon2, Params, Version};
use zeroize::Zeroizing;

/// Cost of turning a passphrase into a key (Argon2id).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kdf {
    /// Memory, KiB.
    pub(super) memory_kib: u32,
    /// Passes over it.
    pub(super) passes: u32,
    /// Lanes.
    pub(super) lanes: u32,
}

impl Default for Kdf {
    /// 19 MiB, two passes, one lane: OWASP's recommendation for Argon2id (Password Storage Cheat
    /// Sheet), about 50 ms on a counter PC.
    fn default() -> Self {
        Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 }
    }
}

impl Kdf {
    /// Almost free. For tests and the demo only: a stolen file gives up such a passphrase at once.
    pub const fn fast_for_tests() -> Self {
        Self { memory_kib: 8, passes: 1, lanes: 1 }
    }

    /// One run for all officers of the office; each slot derives its own key from the result.
    pub(super) fn stretch(self, passphrase: &str, salt: &[u8; 16]) -> Result<Key, StoreError> {
        // Beyond these a changed file could ask for all memory of the PC.
        if self.memory_kib > 1 << 20 || self.passes > 64 || self.lanes > 16 {
            return Err(StoreError::Corrupt);
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| StoreError::Corrupt)?;
        let mut key = Key([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), salt, &mut key.0)
            .map_err(|_| StoreError::Corrupt)?;
        Ok(key)
    }
}

/// The office key and everything derived from it.
pub(super) struct Keys {
    pub(super) office: Key,
    pub(super) events: Key,
    pub(super) journal: Key,
    pub(super) summary: Key,
    pub(super) index: Key,
    pub(super) slots: Key,
}

impl Keys {
    /// FROZEN: the contexts of `blake3::derive_key`.
    pub(super) fn from_office(office: Key) -> Self {
        let sub = |context: &str| Key(blake3::derive_key(context, &office.0));
        Self {
            events: sub("loket 2026-11 events"),
            journal: sub("loket 2026-11 journal"),
            summary: sub("loket 2026-11 summary"),
            index: sub("loket 2026-11 index"),
            slots: sub("loket 2026-11 slots"),
            office,
        }
    }

    pub(super) fn random() -> Result<Self, StoreError> {
        Ok(Self::from_office(Key(seal::random()?)))
    }
}

/// A slot's own id; part of its key, so that slots cannot be exchanged.
pub(super) type SlotId = [u8; 16];

/// Who a slot is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SlotKind {
    Officer,
    Recovery,
}

impl SlotKind {
    /// As in the column `slot.kind`.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Officer => "officer",
            Self::Recovery => "recovery",
        }
    }

    const fn letter(self) -> u8 {
        match self {
            Self::Officer => b'K',
            Self::Recovery => b'R',
        }
    }

    /// FROZEN: the contexts and the order `secret | slot id`.
    fn wrapping_key(self, secret: &[u8], slot: &SlotId) -> Key {
        let mut hasher = blake3::Hasher::new_derive_key(match self {
            Self::Officer => "loket 2026-11 officer slot",
            Self::Recovery => "loket 2026-11 recovery slot",
        });
        hasher.update(secret).update(slot);
        Key(hasher.finalize().into())
    }
}

/// What a slot holds: the office key, and whose slot it is.
pub(super) struct Unwrapped {
    pub(super) office: Key,
    pub(super) officer: String,
}

/// FROZEN: sealed `office key 32 | officer's name`, bound to `kind 1 | slot id 16`.
pub(super) fn wrap(
    kind: SlotKind,
    secret: &[u8],
    slot: &SlotId,
    office: &Key,
    officer: &str,
) -> Result<Vec<u8>, StoreError> {
    let key = kind.wrapping_key(secret, slot);
    seal::seal(&key, &seal::clear_of(kind.letter(), *slot), &[&office.0, officer.as_bytes()])
}

/// The slot's content, if `secret` is the one that wrapped it.
pub(super) fn unwrap_slot(
    kind: SlotKind,
    secret: &[u8],
    slot: &SlotId,
    wrapped: &[u8],
) -> Option<Unwrapped> {
    let key = kind.wrapping_key(secret, slot);
    let content = Zeroizing::new(seal::open(&key, &seal::clear_of(kind.letter(), *slot), wrapped)?);
    let (office, officer) = content.split_first_chunk::<32>()?;
    Some(Unwrapped { office: Key(*office), officer: std::str::from_utf8(officer).ok()?.to_owned() })
}

/// FROZEN: the clear columns of a label, `'L' | slot id 16 | BLAKE3(wrapped) 32`.
///
/// The label repeats the officer's name under the office key: it lists the officers, and because it
/// is bound to `wrapped`, `verify` sees damage in slots it has no passphrase for.
pub(super) fn clear_of_label(slot: &SlotId, wrapped: &[u8]) -> [u8; 49] {
    let mut clear = [0; 49];
    clear[0] = b'L';
    clear[1..17].copy_from_slice(slot);
    clear[17..].copy_from_slice(blake3::hash(wrapped).as_bytes());
    clear
}

/// The secret of a recovery slot: its 128 random bits need no stretching.
pub(super) fn recovery_secret(key: &RecoveryKey) -> &[u8] {
    &key.0
}
