//! Nothing written is lost: crashes, the barrier, the housekeeper.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::time::Duration;

fn log_size(dir: &Path) -> u64 {
    dir.join("loket.db-wal").metadata().map_or(0, |found| found.len())
}

#[test]
fn a_key_survives_a_kill_right_after_it_was_put() {
    let (dir, mut store, _) = office();
    store.journal_put(case(1), "nama", b"Su").unwrap();
    let crashed = crash_copy(dir.path());
    store.journal_put(case(1), "nama", b"Suk").unwrap();
    let later = crash_copy(dir.path());
    // A dropped connection would tidy up; a killed program does not.
    std::mem::forget(store);
    for (copy, typed) in [(&crashed, "Su"), (&later, "Suk")] {
        let store = unlock(copy.path(), Access::Write);
        assert_eq!(
            store.journals(case(1)).unwrap(),
            (vec![("nama".to_owned(), typed.as_bytes().to_vec())], vec![])
        );
        assert!(verify(&store).unwrap().is_whole());
    }
}

#[test]
fn a_log_cut_off_in_the_middle_of_a_write_opens_with_everything_before() {
    let (dir, mut store, _) = office();
    append(&mut store, case(1), b"satu");
    let whole = log_size(dir.path());
    append(&mut store, case(1), b"dua");
    for cut in [1, 24, 100, 4000] {
        let crashed = crash_copy(dir.path());
        let log =
            std::fs::File::options().write(true).open(crashed.path().join("loket.db-wal")).unwrap();
        log.set_len(log_size(dir.path()) - cut).unwrap();
        let store = unlock(crashed.path(), Access::Write);
        assert_eq!(store.events(case(1)).unwrap().0.len(), 1, "cut by {cut}, kept {whole}");
        assert!(verify(&store).unwrap().is_whole());
    }
}

#[test]
fn keys_do_not_wait_for_a_slow_disk() {
    let (_dir, mut store, _) = office();
    let (started, has_started) = mpsc::channel();
    let (release, released) = mpsc::channel::<()>();
    let is_over = Arc::new(AtomicBool::new(false));
    let mut barrier = store.barrier_through(move |file| {
        started.send(()).unwrap();
        released.recv().unwrap();
        file.sync_data()
    });
    let syncing = std::thread::spawn({
        let is_over = is_over.clone();
        move || {
            barrier.sync().unwrap();
            is_over.store(true, Ordering::SeqCst);
        }
    });
    has_started.recv_timeout(Duration::from_secs(10)).unwrap();
    // One sync is in flight and cannot end before `release`; all of this ends before it.
    for number in 0..500u32 {
        store.journal_put(case(1), "nama", &number.to_le_bytes()).unwrap();
    }
    append(&mut store, case(1), b"jawab");
    assert!(!is_over.load(Ordering::SeqCst));
    release.send(()).unwrap();
    syncing.join().unwrap();
    assert!(is_over.load(Ordering::SeqCst));
}

#[test]
fn the_barrier_syncs_the_log_that_sqlite_writes_now() {
    let (dir, mut store, _) = office();
    let (send, seen) = mpsc::channel();
    let mut barrier = store.barrier_through(move |file| {
        send.send(file.metadata().unwrap().len()).unwrap();
        file.sync_data()
    });
    append(&mut store, case(1), b"satu");
    barrier.sync().unwrap();
    assert_eq!(seen.recv().unwrap(), log_size(dir.path()));
    drop(store);
    barrier.sync().unwrap();
    assert!(seen.try_recv().is_err(), "nothing is left to sync after closing");
    let mut store = unlock(dir.path(), Access::Write);
    store.journal_put(case(1), "nama", b"Su").unwrap();
    barrier.sync().unwrap();
    assert_eq!(seen.recv().unwrap(), log_size(dir.path()));
    assert!(log_size(dir.path()) > 0);
}

#[test]
fn a_failing_disk_is_told_by_the_barrier() {
    let (_dir, mut store, _) = office();
    let mut barrier = store.barrier_through(|_| Err(std::io::ErrorKind::StorageFull.into()));
    append(&mut store, case(1), b"satu");
    let error = StoreError::from(barrier.sync().unwrap_err());
    assert_eq!((error.clone(), error.exit_code()), (StoreError::DiskFull, 6));
}

#[test]
fn the_housekeeper_empties_a_grown_log_and_loses_nothing() {
    let (dir, mut store, _) = office();
    let mut housekeeper = store.housekeeper(200_000);
    assert_eq!(housekeeper.run(), Ok(false));
    for number in 0..200u32 {
        store.journal_put(case(1), "nama", &number.to_le_bytes()).unwrap();
    }
    append(&mut store, case(1), b"satu");
    assert!(log_size(dir.path()) > 200_000);
    assert_eq!(housekeeper.run(), Ok(true));
    let fresh = log_size(dir.path());
    assert!(fresh > 0 && fresh < 10_000, "its header is written and synced: {fresh}");
    store.journal_put(case(1), "nama", b"Su").unwrap();
    let crashed = crash_copy(dir.path());
    let crashed = unlock(crashed.path(), Access::Write);
    assert_eq!(crashed.journals(case(1)).unwrap().0, [("nama".to_owned(), b"Su".to_vec())]);
    assert_eq!(crashed.events(case(1)).unwrap().0.len(), 1);
}

#[test]
fn the_housekeeper_gives_way_to_a_reader_and_to_a_writer() {
    let (dir, mut store, _) = office();
    let mut housekeeper = store.housekeeper(0);
    append(&mut store, case(1), b"satu");
    let reader = unlock(dir.path(), Access::ReadOnly);
    let snapshot = reader.conn.unchecked_transaction().unwrap();
    snapshot.query_row("SELECT count(*) FROM event", [], |_| Ok(())).unwrap();
    append(&mut store, case(1), b"dua");
    assert_eq!(housekeeper.run(), Ok(false));
    store.journal_put(case(1), "nama", b"Su").unwrap();
    drop(snapshot);
    store.conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(housekeeper.run(), Ok(false));
    store.conn.execute_batch("COMMIT").unwrap();
    assert_eq!(housekeeper.run(), Ok(true));
}

#[test]
fn workers_can_be_sent_to_other_threads() {
    fn is_send<T: Send>() {}
    is_send::<Store>();
    is_send::<Barrier>();
    is_send::<Housekeeper>();
}

#[derive(Debug, Clone)]
enum Step {
    Put(u8, u8, Vec<u8>),
    Remove(u8, u8),
    Append(u8, Vec<Vec<u8>>, Option<u8>),
    Summary(u8, Vec<u8>),
    Place(Vec<u8>),
    Tidy,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let bytes = || prop::collection::vec(any::<u8>(), 0..300);
    prop_oneof![
        6 => (0..3u8, 0..3u8, bytes()).prop_map(|(a, b, c)| Step::Put(a, b, c)),
        1 => (0..3u8, 0..3u8).prop_map(|(a, b)| Step::Remove(a, b)),
        4 => (0..3u8, prop::collection::vec(bytes(), 0..3), prop::option::of(0..3u8))
            .prop_map(|(a, b, c)| Step::Append(a, b, c)),
        1 => (0..3u8, bytes()).prop_map(|(a, b)| Step::Summary(a, b)),
        1 => bytes().prop_map(Step::Place),
        1 => Just(Step::Tidy),
        1 => Just(Step::Reopen),
    ]
}

#[derive(Debug, Default)]
struct Expected {
    events: BTreeMap<u8, Vec<Vec<u8>>>,
    journal: BTreeMap<(u8, u8), Vec<u8>>,
    summaries: BTreeMap<u8, Vec<u8>>,
    place: Option<Vec<u8>>,
}

impl Expected {
    #[track_caller]
    fn check(&self, store: &Store) {
        for number in 0..3 {
            let (events, damages) = store.events(case(number)).unwrap();
            let payloads: Vec<_> = events.into_iter().map(|event| event.payload).collect();
            assert_eq!(payloads, self.events.get(&number).cloned().unwrap_or_default());
            assert_eq!(damages, []);
            let mut journals = store.journals(case(number)).unwrap().0;
            journals.sort();
            let expected: Vec<_> = self
                .journal
                .iter()
                .filter(|((of, _), _)| *of == number)
                .map(|((_, field), bytes)| (format!("isian {field}"), bytes.clone()))
                .collect();
            assert_eq!(journals, expected);
        }
        let summaries: Vec<_> =
            self.summaries.iter().map(|(of, bytes)| (case(*of), bytes.clone())).collect();
        assert_eq!(store.summaries().unwrap(), (summaries, vec![]));
        assert_eq!(store.place(), self.place);
        assert_eq!(verify(store).unwrap().damages, []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_was_done_before_a_crash_is_there_after_it(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let (dir, mut store, _) = office();
        let mut expected = Expected::default();
        for step in steps {
            match step {
                Step::Put(of, field, bytes) => {
                    store.journal_put(case(of), &format!("isian {field}"), &bytes).unwrap();
                    expected.journal.insert((of, field), bytes);
                }
                Step::Remove(of, field) => {
                    store.journal_remove(case(of), &format!("isian {field}")).unwrap();
                    expected.journal.remove(&(of, field));
                }
                Step::Append(of, payloads, cleared) => {
                    let field = cleared.map(|field| format!("isian {field}"));
                    let clear_journal: Vec<&str> = field.iter().map(String::as_str).collect();
                    let opts =
                        Append { now_ms: NOW, clear_journal: &clear_journal, ..Append::default() };
                    store.append(case(of), &payloads, opts).unwrap();
                    expected.events.entry(of).or_default().extend(payloads);
                    if let Some(field) = cleared {
                        expected.journal.remove(&(of, field));
                    }
                }
                Step::Summary(of, bytes) => {
                    store.put_summary(case(of), &bytes).unwrap();
                    expected.summaries.insert(of, bytes);
                }
                Step::Place(bytes) => {
                    store.place_put(&bytes).unwrap();
                    expected.place = Some(bytes);
                }
                Step::Tidy => {
                    store.housekeeper(0).run().unwrap();
                }
                Step::Reopen => {
                    drop(store);
                    store = unlock(dir.path(), Access::Write);
                }
            }
        }
        let crashed = crash_copy(dir.path());
        expected.check(&unlock(crashed.path(), Access::Write));
        expected.check(&store);
    }
}
