//! Backups made while somebody types, and brought back.

use super::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_made_while_somebody_types_is_one_whole_moment() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"awal");
    let stop = Arc::new(AtomicBool::new(false));
    let typing = std::thread::spawn({
        let stop = stop.clone();
        move || {
            let mut number = 0;
            while !stop.load(Ordering::SeqCst) || number < 50 {
                store.journal_put(case(2), "nama", &[number; 30]).unwrap();
                append(&mut store, case(number % 5), &[number; 200]);
                number = number.wrapping_add(1);
            }
        }
    });
    let target = tempfile::tempdir().unwrap();
    for number in 0..5 {
        let file = target.path().join(format!("cadangan-{number}"));
        let report = backup(dir.path(), &file, false).unwrap();
        assert!(report.checked.is_whole() && report.checked.events >= 1);
        assert_eq!(report.bytes, file.metadata().unwrap().len());
    }
    stop.store(true, Ordering::SeqCst);
    typing.join().unwrap();
    assert_eq!(names(target.path()).len(), 5, "no temporary or log files stay behind");
    for number in 0..5 {
        let restored = tempfile::tempdir().unwrap();
        let file = target.path().join(format!("cadangan-{number}"));
        let report = restore(&file, restored.path()).unwrap();
        assert_eq!(report.moved_to, None);
        let store = unlock(restored.path(), Access::Write);
        assert_eq!(verify(&store).unwrap().damages, []);
    }
}

#[test]
fn a_backup_never_overwrites_unasked() {
    let (dir, mut store, _) = office();
    let file = dir.path().join("cadangan");
    backup(dir.path(), &file, false).unwrap();
    append(&mut store, case(1), b"satu");
    assert_eq!(backup(dir.path(), &file, false).unwrap_err(), StoreError::Exists);
    assert_eq!(backup(dir.path(), &file, true).unwrap().checked.events, 1);
    let nowhere = tempfile::tempdir().unwrap();
    assert_eq!(backup(nowhere.path(), &file, true).unwrap_err(), StoreError::Missing);
}

#[test]
fn a_damaged_database_does_not_replace_a_good_backup() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"satu");
    append(&mut store, case(1), b"dua");
    let file = dir.path().join("cadangan");
    backup(dir.path(), &file, false).unwrap();
    let good = std::fs::read(&file).unwrap();
    store.conn.execute("DELETE FROM event WHERE seq = 1", []).unwrap();
    let error = backup(dir.path(), &file, true).unwrap_err();
    assert_eq!((error.clone(), error.exit_code()), (StoreError::BackupDamaged { damages: 1 }, 5));
    assert_eq!(std::fs::read(&file).unwrap(), good);
    let beside = backup(dir.path(), &dir.path().join("rusak"), false).unwrap();
    assert_eq!(beside.checked.damages.len(), 1);
}

#[test]
fn a_restore_moves_the_old_data_aside_and_becomes_a_new_origin() {
    let (dir, mut store, _) = office();
    let origin = store.origin();
    append(&mut store, case(1), b"satu");
    store.journal_put(case(1), "nama", b"Su").unwrap();
    store.place_put(b"kasus 1").unwrap();
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("cadangan");
    backup(dir.path(), &file, false).unwrap();
    append(&mut store, case(1), b"sesudah cadangan");
    assert_eq!(restore(&file, dir.path()).unwrap_err(), StoreError::AlreadyOpen);
    drop(store);

    let report = restore(&file, dir.path()).unwrap();
    assert_eq!(report.moved_to, Some(dir.path().join("loket.db.sebelum-pulih-1")));
    let mut store = unlock(dir.path(), Access::Write);
    assert_eq!(store.events(case(1)).unwrap().0.len(), 1);
    assert_ne!(store.origin(), origin);
    assert_eq!(store.journals(case(1)).unwrap().0, [("nama".to_owned(), b"Su".to_vec())]);
    assert_eq!(store.place().unwrap(), b"kasus 1");
    let event = append(&mut store, case(1), b"lanjut");
    assert_eq!((event.seq, event.origin), (1, store.origin()));
    assert_eq!(verify(&store).unwrap().damages, []);
    drop(store);

    assert_eq!(
        restore(&file, dir.path()).unwrap().moved_to,
        Some(dir.path().join("loket.db.sebelum-pulih-2"))
    );
    // The data from before the first restore is still whole.
    let old = tempfile::tempdir().unwrap();
    restore(&dir.path().join("loket.db.sebelum-pulih-1"), old.path()).unwrap();
    assert_eq!(unlock(old.path(), Access::Write).events(case(1)).unwrap().0.len(), 2);
}

#[test]
fn a_restore_over_a_crashed_folder_keeps_what_its_log_held() {
    let (dir, mut store, _) = office();
    let file = dir.path().join("cadangan");
    backup(dir.path(), &file, false).unwrap();
    append(&mut store, case(1), b"hanya di log");
    let crashed = crash_copy(dir.path());
    let aside = restore(&file, crashed.path()).unwrap().moved_to.unwrap();
    let old = tempfile::tempdir().unwrap();
    restore(&aside, old.path()).unwrap();
    let store = unlock(old.path(), Access::Write);
    assert_eq!(store.events(case(1)).unwrap().0[0].payload, b"hanya di log");
}

#[test]
fn a_damaged_backup_is_refused_before_anything_is_touched() {
    let (dir, mut store, _) = office();
    for number in 0..60 {
        append(&mut store, case(number), &[number; 300]);
    }
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join("cadangan");
    backup(dir.path(), &file, false).unwrap();
    drop(store);
    let before = std::fs::read(dir.path().join(DATABASE)).unwrap();
    let whole = std::fs::read(&file).unwrap();

    let mut page = whole.clone();
    page[4096 * 5..4096 * 6].fill(0xA5);
    let cut = whole[..whole.len() / 2].to_vec();
    let text = b"catatan belanja ".repeat(300);
    for (what, bytes) in [("page", page), ("cut", cut), ("text", text), ("none", Vec::new())] {
        std::fs::write(&file, bytes).unwrap();
        let error = restore(&file, dir.path()).unwrap_err();
        let is_told = matches!(
            error,
            StoreError::BackupDamaged { .. } | StoreError::NotALoketFile | StoreError::Missing
        );
        assert!(is_told, "{what}: {error:?}");
        assert_eq!(std::fs::read(dir.path().join(DATABASE)).unwrap(), before, "{what}");
    }
    std::fs::remove_file(&file).unwrap();
    assert_eq!(restore(&file, dir.path()).unwrap_err(), StoreError::Missing);

    // A single changed bit in a sealed event breaks the chain, which needs no key to see.
    std::fs::write(&file, whole).unwrap();
    let conn = super::super::connection::writing(&file, false).unwrap();
    conn.execute("UPDATE event SET sealed = zeroblob(length(sealed)) WHERE seq = 9", []).unwrap();
    drop(conn);
    let error = restore(&file, dir.path()).unwrap_err();
    assert_eq!(error, StoreError::BackupDamaged { damages: 1 });
    assert_eq!(names(dir.path()), ["loket.db", "loket.lock"]);
}
