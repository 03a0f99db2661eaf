//! A slow disk makes no key wait: the sync holds no lock that writing needs.

use loket::store::{Append, CaseId, Kdf, NewOffice, Store};
use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::channel;
use std::time::Duration;

const NOW: i64 = 1_785_000_000_000;
/// A counter PC's old disk, each sync.
const SLOW: Duration = Duration::from_millis(15);
const CASE: CaseId = CaseId([1; 16]);

fn office() -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let office = NewOffice {
        office: "DPMPTSP Kota Contoh",
        counter: "Loket 2",
        officer: "Rina",
        passphrase: "kopi pahit di loket tiga",
        kdf: Kdf::fast_for_tests(),
    };
    let (store, _) = Store::create(folder.path(), &office, NOW).unwrap();
    (folder, store)
}

#[test]
fn a_key_is_written_while_a_sync_is_under_way_however_long_it_takes() {
    let (_folder, mut store) = office();
    store.journal_put(CASE, "answer:nama", b"S").unwrap();
    let (entered, under_way) = channel();
    let (let_go, gate) = channel::<()>();
    // A sync that ends only when it is told to: whoever needed it would wait for ever.
    let mut barrier = store.barrier_through(move |file: &File| {
        entered.send(()).expect("somebody waits");
        gate.recv().expect("somebody lets go");
        file.sync_data()
    });
    let done = Arc::new(AtomicBool::new(false));
    let worker = std::thread::spawn({
        let done = Arc::clone(&done);
        move || {
            barrier.sync().expect("the disk is well");
            done.store(true, Ordering::SeqCst);
        }
    });
    under_way.recv().unwrap();
    for number in 0..200_u32 {
        store.journal_put(CASE, "answer:nama", &number.to_be_bytes()).unwrap();
    }
    let payload = [b"jawaban".to_vec()];
    let with = Append { now_ms: NOW, clear_journal: &["answer:nama"], ..Append::default() };
    store.append(CASE, &payload, with).unwrap();
    store.place_put(b"di sini").unwrap();
    assert!(!done.load(Ordering::SeqCst), "all of it during one sync");
    let_go.send(()).unwrap();
    worker.join().unwrap();
    assert_eq!(store.events(CASE).unwrap().0.len(), 1);
    assert_eq!(store.journals(CASE).unwrap().0, []);
}

#[test]
fn keys_go_on_through_one_slow_sync_after_the_other() {
    let (_folder, mut store) = office();
    store.journal_put(CASE, "answer:nama", b"S").unwrap();
    // Odd while a sync is under way.
    let steps = Arc::new(AtomicU32::new(0));
    let stop = Arc::new(AtomicBool::new(false));
    let mut barrier = store.barrier_through({
        let steps = Arc::clone(&steps);
        move |file: &File| {
            steps.fetch_add(1, Ordering::SeqCst);
            std::thread::sleep(SLOW);
            let synced = file.sync_data();
            steps.fetch_add(1, Ordering::SeqCst);
            synced
        }
    });
    let worker = std::thread::spawn({
        let stop = Arc::clone(&stop);
        move || {
            while !stop.load(Ordering::SeqCst) {
                barrier.sync().expect("the disk is well");
            }
        }
    });
    let mut texts: u64 = 0;
    let mut within = 0;
    // Typing goes on until ten syncs have gone by.
    while steps.load(Ordering::SeqCst) < 20 {
        let before = steps.load(Ordering::SeqCst);
        store.journal_put(CASE, "answer:nama", &texts.to_be_bytes()).unwrap();
        let after = steps.load(Ordering::SeqCst);
        within += u64::from(before % 2 == 1 && before == after);
        texts += 1;
    }
    stop.store(true, Ordering::SeqCst);
    worker.join().unwrap();
    // A key that waited for syncs would see one begin and end in each put, and none within.
    assert!(within >= 20, "{within} of {texts} keys began and ended within one sync");
    let last = (texts - 1).to_be_bytes().to_vec();
    assert_eq!(store.journals(CASE).unwrap().0, [("answer:nama".to_owned(), last)]);
}
