//! Officers, passphrases, the recovery key.

use super::*;

#[test]
fn each_officer_unlocks_with_a_passphrase_of_their_own() {
    let (dir, mut store, _) = office();
    store.add_officer("Made Contoh", "hujan di bulan juni").unwrap();
    assert_eq!(
        store.add_officer("Lain", "hujan di bulan juni").unwrap_err(),
        StoreError::PassphraseTaken
    );
    assert_eq!(store.add_officer("Lain", PASSPHRASE).unwrap_err(), StoreError::PassphraseTaken);
    assert_eq!(store.add_officer("Lain", " ").unwrap_err(), StoreError::PassphraseEmpty);
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    let store = locked.unlock("hujan di bulan juni").unwrap();
    assert_eq!(store.officer(), "Made Contoh");
    assert!(store.check_passphrase("hujan di bulan juni"));
    assert!(!store.check_passphrase(PASSPHRASE));
    let names: Vec<_> =
        store.officers().unwrap().into_iter().map(|one| (one.name, one.is_me)).collect();
    assert_eq!(
        names,
        [("Made Contoh".to_owned(), true), ("Sri Wahyuningsih Contoh".to_owned(), false)]
    );
}

#[test]
fn a_changed_passphrase_replaces_the_old_one() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"satu");
    assert_eq!(
        store.change_passphrase("bukan", "baru sekali").unwrap_err(),
        StoreError::WrongPassphrase
    );
    store.change_passphrase(PASSPHRASE, "baru sekali").unwrap();
    assert!(store.check_passphrase("baru sekali") && !store.check_passphrase(PASSPHRASE));
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    let (locked, _) = locked.unlock(PASSPHRASE).unwrap_err();
    let store = locked.unlock("baru sekali").unwrap();
    assert_eq!(store.officer(), "Sri Wahyuningsih Contoh");
    assert_eq!(store.events(case(1)).unwrap().0[0].payload, b"satu");
}

#[test]
fn a_removed_officer_cannot_unlock_and_the_last_one_stays() {
    let (dir, mut store, _) = office();
    store.add_officer("Made Contoh", "hujan di bulan juni").unwrap();
    let (me, other): (Vec<_>, Vec<_>) =
        store.officers().unwrap().into_iter().partition(|one| one.is_me);
    assert_eq!(store.remove_officer(&me[0]).unwrap_err(), StoreError::OfficerKept);
    store.remove_officer(&other[0]).unwrap();
    assert_eq!(store.officers().unwrap(), me);
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    assert!(locked.unlock("hujan di bulan juni").is_err());
}

#[test]
fn the_recovery_key_opens_the_office_and_gives_officers_new_slots() {
    let (dir, mut store, recovery) = office();
    append(&mut store, case(1), b"satu");
    drop(store);
    let typed = recovery.text().to_lowercase().replace('-', " ");
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    let mut store = locked.unlock_with_recovery(&typed).unwrap();
    assert_eq!(store.events(case(1)).unwrap().0[0].payload, b"satu");
    assert_eq!(store.officer(), "");
    assert!(store.check_passphrase(PASSPHRASE));
    store.add_officer("Wayan Contoh", "padi di sawah luas").unwrap();
    let renewed = store.renew_recovery().unwrap();
    assert!(verify(&store).unwrap().is_whole());
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    let (locked, error) = locked.unlock_with_recovery(&typed).unwrap_err();
    assert_eq!((error.clone(), error.exit_code()), (StoreError::NoSuchRecoveryKey, 3));
    let (locked, error) = locked.unlock_with_recovery("ABCD-EFGH").unwrap_err();
    assert_eq!((error.clone(), error.exit_code()), (StoreError::RecoveryTypo, 3));
    let store = locked.unlock("padi di sawah luas").unwrap();
    assert_eq!(store.officer(), "Wayan Contoh");
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    assert!(locked.unlock_with_recovery(&renewed.text()).is_ok());
}

#[test]
fn a_file_asking_for_all_memory_is_refused() {
    let kdf = Kdf { memory_kib: u32::MAX, passes: 1, lanes: 1 };
    assert_eq!(kdf.stretch("x", &[0; 16]).unwrap_err(), StoreError::Corrupt);
    let kdf = Kdf { memory_kib: 0, passes: 1, lanes: 1 };
    assert_eq!(kdf.stretch("x", &[0; 16]).unwrap_err(), StoreError::Corrupt);
}

/// Everything slots hold now.
fn wrapped(store: &Store) -> Vec<Vec<u8>> {
    let mut statement = store.conn.prepare("SELECT wrapped FROM slot").unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_slot_that_is_gone_lies_in_no_free_corner_of_the_file() {
    let (dir, mut store, _) = office();
    store.add_officer("Made Contoh", "hujan di bulan juni").unwrap();
    let old = wrapped(&store);
    assert_eq!(old.len(), 3);
    store.change_passphrase(PASSPHRASE, "baru sekali").unwrap();
    let officers = store.officers().unwrap();
    let made = officers.iter().find(|one| one.is_called(" made CONTOH")).unwrap();
    store.remove_officer(made).unwrap();
    store.renew_recovery().unwrap();
    let now = wrapped(&store);
    drop(store);
    let bytes = std::fs::read(dir.path().join(DATABASE)).unwrap();
    // SQLite writes its chain of free room over the first bytes.
    let lies = |slot: &Vec<u8>| bytes.windows(40).any(|window| window == &slot[16..56]);
    assert!(now.len() == 2 && now.iter().all(lies));
    assert_eq!(old.iter().map(lies).collect::<Vec<_>>(), [false; 3]);
}

#[test]
fn another_officer_is_seated_by_their_passphrase_and_changes_only_their_own() {
    let (dir, mut store, _) = office();
    store.add_officer("Made Contoh", "hujan di bulan juni").unwrap();
    let key = |store: &Store, text: &str| store.stretcher().stretch(text).unwrap();
    let nobodys = key(&store, "bukan siapa-siapa");
    assert_eq!(store.seat(&nobodys).unwrap_err(), StoreError::WrongPassphrase);
    assert_eq!(store.officer(), "Sri Wahyuningsih Contoh");
    let mades = key(&store, "hujan di bulan juni");
    assert_eq!(store.seat(&mades).unwrap(), "Made Contoh");
    assert!(store.check_passphrase("hujan di bulan juni") && !store.check_passphrase(PASSPHRASE));
    assert_eq!(
        store.change_passphrase(PASSPHRASE, "baru sekali").unwrap_err(),
        StoreError::WrongPassphrase
    );
    assert_eq!(
        store.change_passphrase("hujan di bulan juni", PASSPHRASE).unwrap_err(),
        StoreError::PassphraseTaken
    );
    store.change_passphrase("hujan di bulan juni", "hujan di bulan juni").unwrap();
    assert_eq!(
        store.add_officer("made contoh ", "yang ketiga").unwrap_err(),
        StoreError::OfficerNamed
    );
    let officers = store.officers().unwrap();
    let (me, sri): (Vec<_>, Vec<_>) = officers.into_iter().partition(|one| one.is_me);
    assert_eq!(me[0].name, "Made Contoh");
    assert_eq!(store.remove_officer(&me[0]).unwrap_err(), StoreError::OfficerKept);
    store.remove_officer(&sri[0]).unwrap();
    drop(store);
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    assert!(locked.unlock(PASSPHRASE).is_err());
}
