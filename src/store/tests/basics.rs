//! Create, unlock, append, journal, read back.

use super::*;

#[test]
fn what_was_appended_is_read_back_in_order() {
    let (dir, mut store, _) = office();
    let one = append(&mut store, case(1), b"satu");
    let two = append(&mut store, case(1), b"dua");
    append(&mut store, case(2), b"lain");
    assert_eq!(store.events(case(1)).unwrap(), (vec![one.clone(), two.clone()], vec![]));
    drop(store);
    let store = unlock(dir.path(), Access::Write);
    assert_eq!(store.events(case(1)).unwrap(), (vec![one.clone(), two.clone()], vec![]));
    assert_eq!((one.seq, two.seq, one.at_ms), (1, 2, NOW));
    assert!(two.hlc > one.hlc);
    assert_eq!(store.cases().unwrap(), [case(1), case(2)]);
    assert_eq!(store.officer(), "Sri Wahyuningsih Contoh");
    assert_eq!((store.office(), store.counter()), ("DPMPTSP Kabupaten Contoh", "Loket 3"));
}

#[test]
fn leaving_a_question_moves_the_journal_into_the_log_in_one_transaction() {
    let (_dir, mut store, _) = office();
    store.journal_put(case(1), "nama", b"Su").unwrap();
    store.journal_put(case(1), "nama", b"Sukarno").unwrap();
    store.journal_put(case(1), "usaha#1/kbli", b"56").unwrap();
    let mut typed = store.journals(case(1)).unwrap().0;
    typed.sort();
    assert_eq!(
        typed,
        [("nama".to_owned(), b"Sukarno".to_vec()), ("usaha#1/kbli".to_owned(), b"56".to_vec())]
    );
    let tags = [(1, "3171234567890123".to_owned())];
    let opts = Append {
        now_ms: NOW,
        summary: Some(b"ringkas"),
        clear_journal: &["nama"],
        tags: &tags,
        ids: Some(&[EventId([9; 16])]),
    };
    let stored = store.append(case(1), &[b"jawab".to_vec(), b"lagi".to_vec()], opts).unwrap();
    assert_eq!(stored[0].id, EventId([9; 16]));
    assert_ne!(stored[1].id, stored[0].id);
    assert_eq!(store.journals(case(1)).unwrap().0.len(), 1);
    assert_eq!(store.summaries().unwrap().0, [(case(1), b"ringkas".to_vec())]);
    assert_eq!(store.find(1, "3171234567890123"), [case(1)]);
    assert_eq!(store.find(2, "3171234567890123"), []);
    store.journal_remove(case(1), "usaha#1/kbli").unwrap();
    assert_eq!(store.journals(case(1)).unwrap().0, []);
}

#[test]
fn the_place_of_the_officer_is_remembered() {
    let (dir, mut store, _) = office();
    assert_eq!(store.place(), None);
    store.place_put(b"beranda").unwrap();
    store.place_put(b"kasus 7").unwrap();
    drop(store);
    assert_eq!(unlock(dir.path(), Access::ReadOnly).place().unwrap(), b"kasus 7");
}

#[test]
fn the_clock_of_events_never_runs_backwards() {
    let (_dir, mut store, _) = office();
    let first = append(&mut store, case(1), b"a");
    let early = Append { now_ms: NOW - 3_600_000, ..Append::default() };
    let second = store.append(case(1), &[b"b".to_vec()], early).unwrap().remove(0);
    assert!(second.hlc > first.hlc);
    assert_eq!(second.at_ms, NOW);
    assert_eq!(store.clock_behind(NOW - 3_600_000), Some(3_600_000));
    assert_eq!(store.clock_behind(NOW), None);
}
