//! A full disk, and the words for every refusal.

use super::*;
use crate::text::{Catalog, Lang};
use rusqlite::ffi;

fn every_error() -> Vec<StoreError> {
    use StoreError as E;
    vec![
        E::WrongPassphrase,
        E::NoSuchRecoveryKey,
        E::RecoveryTypo,
        E::PassphraseEmpty,
        E::PassphraseTaken,
        E::OfficerKept,
        E::AlreadyOpen,
        E::ReadOnly,
        E::ReadOnlyFolder,
        E::DiskFull,
        E::Busy,
        E::Newer { found: 9, known: 1 },
        E::NotALoketFile,
        E::Corrupt,
        E::BackupDamaged { damages: 2 },
        E::Missing,
        E::Exists,
        E::TooLarge,
        E::NoRandomness,
        E::Io { kind: std::io::ErrorKind::NotFound },
        E::Disk { code: 522 },
        E::Database { code: 1 },
    ]
}

fn every_damage() -> Vec<Damage> {
    use Part as P;
    let parts = [P::File, P::Event, P::Head, P::Journal, P::Summary, P::Place, P::Slot];
    let kinds = [DamageKind::Seal, DamageKind::Gap, DamageKind::Cut];
    let both = |part| kinds.map(|kind| Damage::new(part, kind).at(Origin([1; 16]), 7));
    parts.into_iter().flat_map(both).collect()
}

#[test]
fn every_refusal_says_what_why_and_what_next_in_both_languages() {
    for lang in Lang::ALL {
        let catalog = Catalog::built_in(lang);
        let errors = every_error().into_iter().map(|error| (error.key(), error.args()));
        let damages = every_damage().into_iter().map(|damage| (damage.key(), damage.args()));
        for (key, args) in errors.chain(damages) {
            for part in ["", ".why", ".next"] {
                let text = catalog.with(&format!("{key}{part}"), &args);
                assert!(!text.contains('⟨') && !text.contains('{'), "{lang:?} {key}{part}: {text}");
                assert!(text.ends_with('.') || text.contains('?'), "{text}");
            }
        }
    }
    let newer = StoreError::Newer { found: 9, known: 1 };
    let why = Catalog::built_in(Lang::Id).with("store-newer.why", &newer.args());
    assert!(why.contains("nomor 9") && why.contains("nomor 1"), "{why}");
}

#[test]
fn a_full_disk_is_told_and_everything_before_stays_readable() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"sebelum penuh");
    store.journal_put(case(1), "nama", b"Su").unwrap();
    let pages: u32 = store.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit = |store: &Store, pages: u32| {
        store.conn.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
    };
    limit(&store, pages + 2);
    let opts = Append {
        now_ms: NOW,
        summary: Some(b"baru"),
        clear_journal: &["nama"],
        ..Append::default()
    };
    let error = store.append(case(1), &[vec![1; 40_000]], opts).unwrap_err();
    assert_eq!((error.clone(), error.exit_code()), (StoreError::DiskFull, 6));
    let text = Catalog::built_in(Lang::Id).get(error.key());
    assert_eq!(text, "Disk penuh: ketikan terakhir belum tersimpan.");
    let error = store.journal_put(case(1), "catatan", &vec![2; 40_000]).unwrap_err();
    assert_eq!(error, StoreError::DiskFull);

    // Nothing of the refused append is there, and nothing from before is gone.
    assert_eq!(store.events(case(1)).unwrap().0.len(), 1);
    assert_eq!(store.journals(case(1)).unwrap().0, [("nama".to_owned(), b"Su".to_vec())]);
    assert_eq!(store.summaries().unwrap().0, []);
    store.journal_put(case(1), "nama", b"Suk").unwrap();

    // Once there is room the log goes on without a gap.
    limit(&store, 100_000);
    assert_eq!(store.append(case(1), &[vec![1; 40_000]], opts).unwrap()[0].seq, 2);
    assert!(verify(&store).unwrap().is_whole());
    drop(store);
    assert_eq!(unlock(dir.path(), Access::Write).events(case(1)).unwrap().0.len(), 2);
}

#[test]
fn codes_of_sqlite_become_facts() {
    let of = |code| {
        let failure = rusqlite::ffi::Error::new(code);
        StoreError::from(rusqlite::Error::SqliteFailure(failure, None))
    };
    assert_eq!(of(ffi::SQLITE_FULL), StoreError::DiskFull);
    assert_eq!(of(ffi::SQLITE_IOERR_SHMSIZE), StoreError::DiskFull);
    assert_eq!(of(ffi::SQLITE_BUSY), StoreError::Busy);
    assert_eq!(of(ffi::SQLITE_BUSY_SNAPSHOT), StoreError::Busy);
    assert_eq!(of(ffi::SQLITE_READONLY), StoreError::ReadOnlyFolder);
    assert_eq!(of(ffi::SQLITE_CANTOPEN), StoreError::ReadOnlyFolder);
    assert_eq!(of(ffi::SQLITE_NOTADB), StoreError::NotALoketFile);
    assert_eq!(of(ffi::SQLITE_CORRUPT), StoreError::Corrupt);
    assert_eq!(of(ffi::SQLITE_IOERR_FSYNC), StoreError::Disk { code: ffi::SQLITE_IOERR_FSYNC });
    let io = |kind: std::io::ErrorKind| StoreError::from(std::io::Error::from(kind));
    assert_eq!(io(std::io::ErrorKind::StorageFull), StoreError::DiskFull);
    assert_eq!(io(std::io::ErrorKind::ReadOnlyFilesystem), StoreError::ReadOnlyFolder);
}
