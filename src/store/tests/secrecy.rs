//! No name, number or secret is readable in any file of the folder.

use super::*;

const PLANTED: [&str; 6] = [
    "3171234567890123",
    "Budi Hartono Contoh",
    "081234567890",
    "nik_penanggung_jawab",
    "Sri Wahyuningsih Contoh",
    PASSPHRASE,
];

#[track_caller]
fn nothing_is_readable(dir: &Path) -> usize {
    let mut files = 0;
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        files += 1;
        for planted in PLANTED {
            let halves = [&planted[..planted.len() / 2], planted];
            for text in halves {
                let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                for needle in [text.as_bytes(), wide.as_slice()] {
                    let is_there = bytes.windows(needle.len()).any(|window| window == needle);
                    assert!(!is_there, "{planted:?} in {}", path.display());
                }
            }
            assert!(!path.to_string_lossy().contains(planted));
        }
    }
    files
}

#[test]
fn planted_personal_data_is_in_no_file() {
    let (dir, mut store, recovery) = office();
    let [nik, name, phone, field, officer, _] = PLANTED;
    for end in 1..=name.len() {
        store.journal_put(case(1), field, &name.as_bytes()[..end]).unwrap();
    }
    let tags = [(1, nik.to_owned()), (4, phone.to_owned())];
    let payloads = PLANTED.map(|text| text.as_bytes().to_vec());
    let opts = Append {
        now_ms: NOW,
        summary: Some(name.as_bytes()),
        clear_journal: &[field],
        tags: &tags,
        ids: None,
    };
    store.append(case(1), &payloads, opts).unwrap();
    store.journal_put(case(1), field, nik.as_bytes()).unwrap();
    store.place_put(name.as_bytes()).unwrap();
    store.add_officer(name, "hujan di bulan juni").unwrap();
    assert!(nothing_is_readable(dir.path()) >= 4, "database, log, its index, lock");
    store.housekeeper(0).run().unwrap();
    store.append(case(1), &payloads, opts).unwrap();
    backup(dir.path(), &dir.path().join("cadangan.loket"), false).unwrap();
    nothing_is_readable(dir.path());
    drop(store);
    nothing_is_readable(dir.path());
    let locked = Locked::open(dir.path(), Access::Write).unwrap();
    let store = locked.unlock_with_recovery(&recovery.text()).unwrap();
    assert!(store.officers().unwrap().iter().any(|one| one.name == officer));
    let shown: String = StoreError::from(rusqlite::Error::InvalidPath(name.into())).to_string();
    assert!(!shown.contains(name));
}

#[test]
fn the_same_text_is_sealed_differently_each_time() {
    let (_dir, mut store, _) = office();
    append(&mut store, case(1), b"sama");
    append(&mut store, case(1), b"sama");
    let distinct: u32 = store
        .conn
        .query_row("SELECT count(DISTINCT sealed) FROM event", [], |row| row.get(0))
        .unwrap();
    assert_eq!(distinct, 2);
}

#[test]
fn two_offices_share_no_tag() {
    let (_one, mut one, _) = office();
    let (_two, mut two, _) = office();
    let tags = [(1, PLANTED[0].to_owned())];
    let opts = Append { now_ms: NOW, tags: &tags, ..Append::default() };
    let tag = |store: &mut Store| {
        store.append(case(1), &[], opts).unwrap();
        let read = |row: &rusqlite::Row<'_>| row.get::<_, Vec<u8>>(0);
        store.conn.query_row("SELECT tag FROM blind", [], read).unwrap()
    };
    assert_ne!(tag(&mut one), tag(&mut two));
}
