//! Who may open the folder, and how a refusal is told.

use super::super::connection::writing;
use super::*;

#[track_caller]
fn refusal(dir: &Path, access: Access) -> StoreError {
    Locked::open(dir, access).unwrap_err()
}

#[test]
fn a_second_writer_is_told_that_loket_is_open_already() {
    let (dir, store, _) = office();
    assert_eq!(refusal(dir.path(), Access::Write), StoreError::AlreadyOpen);
    assert_eq!(Store::create(dir.path(), &new_office(), NOW).unwrap_err(), StoreError::AlreadyOpen);
    drop(store);
    unlock(dir.path(), Access::Write);
}

#[test]
fn a_reader_sees_what_the_writer_appends_and_cannot_write() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"satu");
    let mut reader = unlock(dir.path(), Access::ReadOnly);
    append(&mut store, case(1), b"dua");
    assert_eq!(reader.events(case(1)).unwrap().0.len(), 2);
    assert_eq!(reader.access(), Access::ReadOnly);
    let refused = [
        reader.append(case(1), &[vec![]], Append::default()).unwrap_err(),
        reader.journal_put(case(1), "nik", b"1").unwrap_err(),
        reader.journal_remove(case(1), "nik").unwrap_err(),
        reader.put_summary(case(1), b"x").unwrap_err(),
        reader.place_put(b"x").unwrap_err(),
        reader.add_officer("B", "lain sekali").unwrap_err(),
        reader.renew_recovery().unwrap_err(),
    ];
    assert!(refused.iter().all(|error| *error == StoreError::ReadOnly));
    assert!(verify(&reader).unwrap().is_whole());
}

#[test]
fn a_wrong_passphrase_gives_the_folder_back_for_another_try() {
    let (dir, store, _) = office();
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    assert_eq!((locked.office(), locked.counter()), ("DPMPTSP Kabupaten Contoh", "Loket 3"));
    let (locked, error) = locked.unlock("kopi manis di loket tiga").unwrap_err();
    assert_eq!((error.clone(), error.exit_code()), (StoreError::WrongPassphrase, 3));
    assert!(locked.unlock(PASSPHRASE).is_ok());
}

#[test]
fn a_probe_tells_what_is_there_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(probe(dir.path()).unwrap(), Probe::Missing);
    assert_eq!(probe(&dir.path().join("belum/ada")).unwrap(), Probe::Missing);
    assert_eq!(refusal(dir.path(), Access::Write), StoreError::Missing);
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    let (store, _) = Store::create(dir.path(), &new_office(), NOW).unwrap();
    let ready =
        Probe::Ready { office: "DPMPTSP Kabupaten Contoh".into(), counter: "Loket 3".into() };
    assert_eq!(probe(dir.path()).unwrap(), ready);
    drop(store);
    assert_eq!(probe(dir.path()).unwrap(), ready);
    assert_eq!(Store::create(dir.path(), &new_office(), NOW).unwrap_err(), StoreError::Exists);
}

#[test]
fn data_of_a_newer_version_is_left_alone() {
    let (dir, store, _) = office();
    drop(store);
    let conn = writing(&dir.path().join(DATABASE), false).unwrap();
    conn.pragma_update(None, "user_version", 9).unwrap();
    drop(conn);
    assert_eq!(probe(dir.path()).unwrap(), Probe::Newer { found: 9, known: 1 });
    let newer = StoreError::Newer { found: 9, known: 1 };
    assert_eq!(refusal(dir.path(), Access::Write), newer);
    assert_eq!(refusal(dir.path(), Access::ReadOnly), newer);
    assert_eq!(newer.exit_code(), 7);
}

#[test]
fn a_foreign_file_is_not_touched() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(DATABASE);
    std::fs::write(&file, "bukan basis data, tetapi cukup panjang ".repeat(50)).unwrap();
    assert_eq!(probe(dir.path()).unwrap(), Probe::NotOurs);
    assert_eq!(refusal(dir.path(), Access::Write), StoreError::NotALoketFile);
    assert_eq!(Store::create(dir.path(), &new_office(), NOW).unwrap_err(), StoreError::Exists);
    std::fs::remove_file(&file).unwrap();
    let conn = writing(&file, true).unwrap();
    conn.execute_batch("CREATE TABLE orang_lain(a)").unwrap();
    drop(conn);
    assert_eq!(probe(dir.path()).unwrap(), Probe::NotOurs);
    assert_eq!(refusal(dir.path(), Access::ReadOnly), StoreError::NotALoketFile);
    assert_eq!(Store::create(dir.path(), &new_office(), NOW).unwrap_err(), StoreError::Exists);
}

#[test]
fn an_office_whose_creation_was_cut_off_can_be_created_again() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join(DATABASE), b"").unwrap();
    assert_eq!(probe(dir.path()).unwrap(), Probe::Missing);
    assert!(Store::create(dir.path(), &new_office(), NOW).is_ok());
}

#[test]
fn an_office_needs_a_passphrase() {
    let dir = tempfile::tempdir().unwrap();
    let blank = NewOffice { passphrase: "  ", ..new_office() };
    assert_eq!(Store::create(dir.path(), &blank, NOW).unwrap_err(), StoreError::PassphraseEmpty);
    assert_eq!(probe(dir.path()).unwrap(), Probe::Missing);
}

#[cfg(unix)]
#[test]
fn the_folder_and_its_files_are_for_this_user_only() {
    use std::os::unix::fs::PermissionsExt;
    let outer = tempfile::tempdir().unwrap();
    let dir = outer.path().join("data");
    let (mut store, _) = Store::create(&dir, &new_office(), NOW).unwrap();
    append(&mut store, case(1), b"satu");
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode() & 0o077;
    assert_eq!(mode(&dir), 0);
    for name in ["loket.db", "loket.db-wal", "loket.db-shm"] {
        assert_eq!(mode(&dir.join(name)), 0, "{name}");
    }
}

#[test]
fn a_file_on_a_medium_without_room_for_logs_is_read_as_it_stands() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"satu");
    drop(store);
    // Folders that cannot be written stop nobody who is root, so the way of opening is tried itself.
    let uri = super::super::connection::immutable_uri(&dir.path().join(DATABASE)).unwrap();
    let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY | rusqlite::OpenFlags::SQLITE_OPEN_URI;
    let conn = Connection::open_with_flags(uri, flags).unwrap();
    let events: u32 = conn.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).unwrap();
    assert_eq!(events, 1);
    assert!(!dir.path().join("loket.db-shm").exists());
}
