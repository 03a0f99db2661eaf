//! Damage is found, named, and hides nothing else.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Three cases with everything a case can have, and a second officer.
#[track_caller]
fn filled() -> (tempfile::TempDir, Store) {
    let (dir, mut store, _) = office();
    for number in 1..=3 {
        let summary = [number; 40];
        let opts = Append { now_ms: NOW, summary: Some(&summary), ..Append::default() };
        store.append(case(number), &[vec![number; 60], vec![number; 5]], opts).unwrap();
        store.journal_put(case(number), "nama", b"Su").unwrap();
    }
    store.place_put(b"beranda").unwrap();
    store.add_officer("Made Contoh", "hujan di bulan juni").unwrap();
    (dir, store)
}

#[track_caller]
fn sql(store: &Store, statements: &str) {
    store.conn.execute_batch(statements).unwrap();
}

fn found(store: &Store) -> BTreeSet<(Part, DamageKind, Option<u64>)> {
    let damages = verify(store).unwrap().damages;
    damages.into_iter().map(|damage| (damage.part, damage.kind, damage.seq)).collect()
}

#[test]
fn a_whole_file_is_reported_whole() {
    let (_dir, store) = filled();
    let report = verify(&store).unwrap();
    assert!(report.is_whole());
    assert_eq!((report.events, report.cases, report.journals, report.summaries), (6, 3, 3, 3));
}

#[test]
fn a_removed_event_is_found() {
    let (_dir, store) = filled();
    sql(&store, "DELETE FROM event WHERE seq = 3");
    assert_eq!(found(&store), [(Part::Event, DamageKind::Gap, Some(4))].into());
}

#[test]
fn a_log_whose_end_was_cut_off_is_found_and_its_numbers_are_not_given_again() {
    let (dir, store) = filled();
    sql(&store, "DELETE FROM event WHERE seq > 4");
    assert_eq!(found(&store), [(Part::Head, DamageKind::Cut, Some(4))].into());
    drop(store);
    let mut store = unlock(dir.path(), Access::Write);
    assert_eq!(append(&mut store, case(1), b"baru").seq, 7);
    assert_eq!(found(&store), [(Part::Event, DamageKind::Gap, Some(7))].into());
}

#[test]
fn a_damaged_clock_does_not_carry_events_into_the_far_future() {
    let (dir, store) = filled();
    sql(&store, "UPDATE event SET hlc = 9223372036854775807 WHERE seq = 6");
    drop(store);
    let mut store = unlock(dir.path(), Access::Write);
    assert_eq!(store.clock_behind(NOW), None);
    assert_eq!(append(&mut store, case(1), b"baru").at_ms, NOW);
    // Even with no head left to tell, the log goes on.
    sql(&store, "DELETE FROM head; UPDATE event SET hlc = 9223372036854775807 WHERE seq = 7");
    drop(store);
    assert_eq!(append(&mut unlock(dir.path(), Access::Write), case(1), b"lagi").seq, 8);
}

#[test]
fn a_removed_head_is_found() {
    let (_dir, store) = filled();
    sql(&store, "DELETE FROM head");
    assert_eq!(found(&store), [(Part::Head, DamageKind::Gap, Some(6))].into());
}

#[test]
fn exchanged_events_are_found() {
    let (_dir, store) = filled();
    sql(
        &store,
        "UPDATE event SET seq = 99 WHERE seq = 2; UPDATE event SET seq = 2 WHERE seq = 3;
         UPDATE event SET seq = 3 WHERE seq = 99;",
    );
    let found = found(&store);
    for seq in [2, 3] {
        for kind in [DamageKind::Chain, DamageKind::Hash, DamageKind::Seal] {
            assert!(found.contains(&(Part::Event, kind, Some(seq))), "{seq} {kind:?}");
        }
    }
}

#[test]
fn an_event_moved_to_another_case_is_found_and_not_shown_there() {
    let (_dir, store) = filled();
    store.conn.execute("UPDATE event SET case_id = ?1 WHERE seq = 1", [case(2).0]).unwrap();
    assert!(found(&store).contains(&(Part::Event, DamageKind::Seal, Some(1))));
    let (events, damages) = store.events(case(2)).unwrap();
    assert_eq!((events.len(), damages.len()), (2, 1));
    assert_eq!(damages[0].kind, DamageKind::Seal);
}

#[test]
fn columns_of_another_shape_are_named_and_hide_nothing() {
    let (_dir, store) = filled();
    sql(
        &store,
        "UPDATE event SET sealed = 'teks' WHERE seq = 1; UPDATE event SET id = x'00' WHERE seq = 3;
         UPDATE summary SET sealed = 7 WHERE case_id = (SELECT min(case_id) FROM summary);
         UPDATE journal SET field_tag = x'01' WHERE case_id = (SELECT min(case_id) FROM journal);
         UPDATE slot SET label = 'x' WHERE kind = 'recovery';",
    );
    assert_eq!(store.events(case(1)).unwrap().0.len(), 1);
    assert_eq!(store.events(case(1)).unwrap().1[0].kind, DamageKind::Shape);
    assert_eq!(store.events(case(2)).unwrap().0.len(), 1);
    assert_eq!(store.events(case(3)).unwrap().0.len(), 2);
    assert_eq!(store.summaries().unwrap().0.len(), 2);
    assert_eq!(store.journals(case(1)).unwrap().1.len(), 1);
    assert_eq!(store.cases().unwrap().len(), 3);
    let found = found(&store);
    for part in [Part::Event, Part::Summary, Part::Journal, Part::Slot] {
        let is_named = |(of, kind, _): &(Part, DamageKind, _)| {
            *of == part && matches!(kind, DamageKind::Shape | DamageKind::Seal)
        };
        assert!(found.iter().any(is_named), "{part:?}");
    }
}

#[test]
fn a_damaged_index_does_not_hide_a_case() {
    let (dir, mut store) = filled();
    for number in 10..250 {
        append(&mut store, case(number), &[number; 200]);
    }
    let root: u64 = store
        .conn
        .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'event_of_case'", [], |row| {
            row.get::<_, i64>(0).map(|page| page as u64)
        })
        .unwrap();
    drop(store);
    let file = dir.path().join(DATABASE);
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[(root as usize - 1) * 4096..][..4096].fill(0xFF);
    std::fs::write(&file, bytes).unwrap();
    let store = unlock(dir.path(), Access::ReadOnly);
    let (events, damages) = store.events(case(2)).unwrap();
    assert_eq!(events.len(), 2);
    assert_eq!(damages[0].part, Part::File);
    assert_eq!(store.cases().unwrap().len(), 243);
    assert!(found(&store).contains(&(Part::File, DamageKind::Pages, None)));
}

/// Every column that holds something sealed or hashed, and how its damage is named.
const COLUMNS: [(&str, &str, Part); 9] = [
    ("event", "sealed", Part::Event),
    ("event", "hash", Part::Event),
    ("event", "prev_hash", Part::Event),
    ("event", "id", Part::Event),
    ("head", "sealed", Part::Head),
    ("journal", "sealed", Part::Journal),
    ("summary", "sealed", Part::Summary),
    ("place", "sealed", Part::Place),
    ("slot", "wrapped", Part::Slot),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_flipped_bit_is_found_and_the_other_cases_still_read(
        column in 0..COLUMNS.len(), row: prop::sample::Index, at: prop::sample::Index, bit in 0..8u8,
    ) {
        let (_dir, store) = filled();
        let (table, column, part) = COLUMNS[column];
        let of_case = ["event", "journal", "summary"].contains(&table);
        let owner = if of_case { "case_id" } else { "NULL" };
        let values: Vec<(Vec<u8>, Option<[u8; 16]>)> = store
            .conn
            .prepare(&format!("SELECT {column}, {owner} FROM {table}"))
            .unwrap()
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let (before, owner) = &values[row.index(values.len())];
        let mut after = before.clone();
        let at = at.index(after.len());
        after[at] ^= 1 << bit;
        let update = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2");
        let changed = store.conn.execute(&update, (&after, before)).unwrap();
        prop_assert!(changed >= 1);

        let damages = verify(&store).unwrap().damages;
        let named = damages.iter().find(|damage| damage.part == part);
        prop_assert!(named.is_some(), "{damages:?}");
        prop_assert_eq!(named.unwrap().case, owner.map(CaseId));
        for number in 1..=3 {
            if owner.is_none_or(|owner| owner != case(number).0) {
                let (events, damages) = store.events(case(number)).unwrap();
                prop_assert_eq!((events.len(), damages.len()), (2, 0));
                prop_assert_eq!(store.journals(case(number)).unwrap().1, vec![]);
            }
        }
        let (summaries, damaged) = store.summaries().unwrap();
        prop_assert_eq!(summaries.len() + damaged.len(), 3);
        prop_assert_eq!(damaged.len(), usize::from(table == "summary"));
    }
    #[test]
    fn any_flipped_bit_of_the_file_is_found_or_changes_nothing_that_is_read(
        at: prop::sample::Index, bit in 0..8u8,
    ) {
        let (dir, store) = filled();
        let read = |store: &Store| {
            let cases = store.cases()?;
            let events: Result<Vec<_>, _> = cases.iter().map(|case| store.events(*case)).collect();
            let journals: Result<Vec<_>, _> =
                cases.iter().map(|case| store.journals(*case)).collect();
            Ok::<_, StoreError>((events?, journals?, store.summaries()?, store.place()))
        };
        let before = read(&store).unwrap();
        drop(store);
        let file = dir.path().join(DATABASE);
        let mut bytes = std::fs::read(&file).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        std::fs::write(&file, bytes).unwrap();
        // A refusal at the door is finding it, too.
        let _ = probe(dir.path());
        let Ok(locked) = Locked::open(dir.path(), Access::ReadOnly) else { return Ok(()) };
        let Ok(store) = locked.unlock(PASSPHRASE) else { return Ok(()) };
        let after = read(&store);
        let is_whole = verify(&store).is_ok_and(|report| report.is_whole());
        prop_assert!(!is_whole || after.is_ok_and(|after| after == before), "byte {at}");
    }
}
