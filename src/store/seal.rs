//! Sealing and opening one record, and the clear columns that are bound to it.
//!
//! FROZEN: every byte here is on the disks of offices. A changed layout needs a new version byte and
//! the old one must stay readable; `tests/known.rs` holds the layouts to it.

use super::error::StoreError;
use super::ids::{CaseId, EventId, Origin};
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// First byte of every sealed record.
const VERSION: u8 = 1;
const NONCE: usize = 24;
const TAG: usize = 16;
/// What sealing adds to a record: version, nonce, tag.
pub(super) const OVERHEAD: usize = 1 + NONCE + TAG;

/// A key of XChaCha20-Poly1305 or keyed BLAKE3. Wiped when dropped, never printed or copied.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(super) struct Key(pub(super) [u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key(..)")
    }
}

/// `N` bytes from the operating system.
pub(super) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes)
}

/// Seals the concatenation of `parts`, bound to `clear`, under a fresh random nonce.
pub(super) fn seal(key: &Key, clear: &[u8], parts: &[&[u8]]) -> Result<Vec<u8>, StoreError> {
    Ok(seal_with(key, random()?, clear, parts))
}

/// FROZEN: `version 1 | nonce 24 | ciphertext | tag 16`, XChaCha20-Poly1305.
pub(super) fn seal_with(key: &Key, nonce: [u8; NONCE], clear: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = Vec::with_capacity(OVERHEAD + length);
    out.push(VERSION);
    out.extend_from_slice(&nonce);
    for part in parts {
        out.extend_from_slice(part);
    }
    let tag = XChaCha20Poly1305::new((&key.0).into())
        .encrypt_inout_detached(&XNonce::from(nonce), clear, (&mut out[1 + NONCE..]).into())
        .expect("a record is far shorter than the 256 GiB one nonce may seal");
    out.extend_from_slice(&tag);
    out
}

/// What was sealed, or `None` when a single bit of it or of `clear` is different.
pub(super) fn open(key: &Key, clear: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (&version, rest) = sealed.split_first()?;
    if version != VERSION {
        return None;
    }
    let (nonce, rest) = rest.split_first_chunk::<NONCE>()?;
    let (text, tag) = rest.split_last_chunk::<TAG>()?;
    let mut text = text.to_vec();
    XChaCha20Poly1305::new((&key.0).into())
        .decrypt_inout_detached(
            &XNonce::from(*nonce),
            clear,
            text.as_mut_slice().into(),
            &Tag::from(*tag),
        )
        .ok()?;
    Some(text)
}

/// FROZEN: the clear columns of an event, `'E' | origin 16 | seq 8 BE | id 16 | case 16 | hlc 8 BE`.
pub(super) fn clear_of_event(
    origin: Origin,
    seq: u64,
    id: EventId,
    case: CaseId,
    hlc: u64,
) -> [u8; 65] {
    let mut clear = [0; 65];
    clear[0] = b'E';
    clear[1..17].copy_from_slice(&origin.0);
    clear[17..25].copy_from_slice(&seq.to_be_bytes());
    clear[25..41].copy_from_slice(&id.0);
    clear[41..57].copy_from_slice(&case.0);
    clear[57..65].copy_from_slice(&hlc.to_be_bytes());
    clear
}

/// FROZEN: `BLAKE3(prev_hash 32 | clear columns 65 | sealed)`.
pub(super) fn hash_of_event(prev_hash: &[u8; 32], clear: &[u8; 65], sealed: &[u8]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(prev_hash).update(clear).update(sealed);
    hasher.finalize().into()
}

/// FROZEN: `kind 1 | id 16` for the head of an origin (`'H'`), a summary (`'S'`), a slot (`'K'`, `'R'`).
pub(super) fn clear_of(kind: u8, id: [u8; 16]) -> [u8; 17] {
    let mut clear = [0; 17];
    clear[0] = kind;
    clear[1..].copy_from_slice(&id);
    clear
}

/// FROZEN: the clear columns of a journal row, `'J' | case 16 | field tag 16`.
pub(super) fn clear_of_journal(case: CaseId, tag: [u8; 16]) -> [u8; 33] {
    let mut clear = [0; 33];
    clear[0] = b'J';
    clear[1..17].copy_from_slice(&case.0);
    clear[17..].copy_from_slice(&tag);
    clear
}

/// FROZEN: the first 16 bytes of keyed BLAKE3 over `prefix | text`.
pub(super) fn tag(key: &Key, prefix: &[u8], text: &str) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_keyed(&key.0);
    hasher.update(prefix).update(text.as_bytes());
    let mut tag = [0; 16];
    tag.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    tag
}
