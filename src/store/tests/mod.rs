//! Tests of the store, on real files.

#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod access;
mod backups;
mod basics;
mod crash;
mod damages;
mod known;
mod officers;
mod secrecy;
mod trouble;

use super::*;
use std::path::Path;

pub(super) const PASSPHRASE: &str = "kopi pahit di loket tiga";
pub(super) const NOW: i64 = 1_785_000_000_000;

pub(super) fn new_office() -> NewOffice<'static> {
    NewOffice {
        office: "DPMPTSP Kabupaten Contoh",
        counter: "Loket 3",
        officer: "Sri Wahyuningsih Contoh",
        passphrase: PASSPHRASE,
        kdf: Kdf::fast_for_tests(),
    }
}

/// A new office in a throw-away folder, open for writing.
#[track_caller]
pub(super) fn office() -> (tempfile::TempDir, Store, RecoveryKey) {
    let dir = tempfile::tempdir().unwrap();
    let (store, recovery) = Store::create(dir.path(), &new_office(), NOW).unwrap();
    (dir, store, recovery)
}

#[track_caller]
pub(super) fn unlock(dir: &Path, access: Access) -> Store {
    Locked::open(dir, access).unwrap().unlock(PASSPHRASE).map_err(|(_, error)| error).unwrap()
}

/// The folder as a power cut or a SIGKILL at this moment would leave it: no connection was closed.
#[track_caller]
pub(super) fn crash_copy(dir: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for name in ["loket.db", "loket.db-wal"] {
        if dir.join(name).exists() {
            std::fs::copy(dir.join(name), copy.path().join(name)).unwrap();
        }
    }
    copy
}

pub(super) fn case(number: u8) -> CaseId {
    CaseId([number; 16])
}

#[track_caller]
pub(super) fn append(store: &mut Store, case: CaseId, payload: &[u8]) -> StoredEvent {
    let opts = Append { now_ms: NOW, ..Append::default() };
    store.append(case, &[payload.to_vec()], opts).unwrap().remove(0)
}
