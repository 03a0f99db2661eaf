//! Known answers: the bytes on the disks of offices. A test that fails here means that existing
//! files would no longer open; never change an expectation, add a version.

use super::super::keys::{self, SlotKind};
use super::super::seal::{self, Key};
use super::*;
use proptest::prelude::*;

fn key() -> Key {
    Key(std::array::from_fn(|at| at as u8))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

#[test]
fn a_sealed_record_has_its_known_bytes() {
    let sealed = seal::seal_with(&key(), [7; 24], b"clear", &[b"isi ", b"rahasia"]);
    assert_eq!(
        hex(&sealed),
        "010707070707070707070707070707070707070707070707078fcc32f82c08acf50ff3142d5e84c2bfc484ac6216942d1e758f54"
    );
    assert_eq!(seal::open(&key(), b"clear", &sealed).unwrap(), b"isi rahasia");
}

#[test]
fn an_event_has_its_known_clear_columns_and_hash() {
    let clear = seal::clear_of_event(
        Origin([1; 16]),
        2,
        EventId([3; 16]),
        CaseId([4; 16]),
        0x0102_0304_0506_0708,
    );
    assert_eq!(
        hex(&clear),
        format!(
            "45{}0000000000000002{}{}0102030405060708",
            "01".repeat(16),
            "03".repeat(16),
            "04".repeat(16)
        )
    );
    assert_eq!(
        hex(&seal::hash_of_event(&[5; 32], &clear, b"sealed")),
        "830cda47e2b17272407590fc62a0ad77fd73fb6c7c50bd199340d14725c895e4"
    );
}

#[test]
fn the_clear_columns_of_other_rows_are_known() {
    assert_eq!(hex(&seal::clear_of(b'S', [4; 16])), format!("53{}", "04".repeat(16)));
    assert_eq!(
        hex(&seal::clear_of_journal(case(4), [5; 16])),
        format!("4a{}{}", "04".repeat(16), "05".repeat(16))
    );
    assert_eq!(
        hex(&keys::clear_of_label(&[6; 16], b"wrapped")),
        format!(
            "4c{}{}",
            "06".repeat(16),
            "526a2925d3f0319a39d38707e9637f032365986c3a637c6606febb9dc657e812"
        )
    );
}

#[test]
fn subkeys_and_tags_are_known() {
    let keys = keys::Keys::from_office(key());
    assert_eq!(
        hex(&keys.events.0),
        "0df98548495fd26b7de8cd879bc82a10df33ee4e4a89b6b8dae2f3a5dc543607"
    );
    assert_eq!(
        hex(&keys.journal.0),
        "b83c9126cc1ebffaf52be95072e390a557bacbc9e39da809de95c2690f6c473b"
    );
    assert_eq!(
        hex(&keys.summary.0),
        "b9596277793ec8aec8317c6f6235db06063bb97089a86d05795f29fc67d41400"
    );
    assert_eq!(
        hex(&keys.index.0),
        "bda52ae51f7dbcb15273e2cf18a6356351a7c58d60f2755530bdf8748817adfb"
    );
    assert_eq!(
        hex(&keys.slots.0),
        "3184bc96f7665d2ffc668c9dc7b996a830451c51f80d0f5546d9feb00979fc5a"
    );
    assert_eq!(hex(&seal::tag(&keys.index, &[1], "0812")), "3693d2a200e043e42328b2f30a6ee7e5");
    assert_eq!(
        hex(&seal::tag(&keys.journal, b"field\0", "nik")),
        "6a0085f4ed932cd5b370283f0ec5bbd8"
    );
}

#[test]
fn a_slot_written_long_ago_still_opens() {
    let stretched = Kdf::fast_for_tests().stretch("kata sandi lama", &[8; 16]).unwrap();
    assert_eq!(
        hex(&stretched.0),
        "73f69ac48451f8a5cc8c650a62bccf0a616e17beba4331cd705d7de95fc6d2ef"
    );
    let mut wrapped = Vec::new();
    for pair in "0110586a76c9c6f13663e87edb7cb7f5d47fe8b9cb8f3c2997b4e9ea094b42b40e1ca00b4ab458a725063ff1db35fc867c7c4e6b20314163d23d55f8b62a978107a9dd47f03e01dbd24fa470a8875e9ec87b2c".as_bytes().chunks(2) {
        wrapped.push(u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap());
    }
    let opened = keys::unwrap_slot(SlotKind::Officer, &stretched.0, &[9; 16], &wrapped).unwrap();
    assert_eq!((opened.office.0, &*opened.officer), (key().0, "Sri Contoh"));
    assert!(keys::unwrap_slot(SlotKind::Recovery, &stretched.0, &[9; 16], &wrapped).is_none());
    assert!(keys::unwrap_slot(SlotKind::Officer, &stretched.0, &[8; 16], &wrapped).is_none());
}

#[test]
fn a_head_written_long_ago_still_opens() {
    let keys = keys::Keys::from_office(key());
    let content = [&[0, 0, 0, 0, 0, 0, 0, 2][..], &[0, 0, 0, 0, 0, 0, 0, 3], &[4; 32]];
    let clear = seal::clear_of(b'H', [1; 16]);
    let sealed = seal::seal_with(&keys.events, [7; 24], &clear, &content);
    let head = super::super::log::open_head(&keys, Origin([1; 16]), &sealed).unwrap();
    assert_eq!((head.seq, head.hlc, head.hash), (2, 3, [4; 32]));
    assert!(super::super::log::open_head(&keys, Origin([2; 16]), &sealed).is_none());
}

#[test]
fn a_journal_row_written_long_ago_still_opens() {
    let keys = keys::Keys::from_office(key());
    let clear = seal::clear_of_journal(case(4), [5; 16]);
    let content = [&[3, 0][..], b"nik", b"3171"];
    let sealed = seal::seal_with(&keys.journal, [7; 24], &clear, &content);
    let opened = super::super::rows::open_journal(&keys, case(4), [5; 16], &sealed);
    assert_eq!(opened, Some(("nik".to_owned(), b"3171".to_vec())));
}

#[test]
fn the_tables_are_as_shipped_in_schema_1() {
    let (_dir, store, _) = office();
    let mut statement =
        store.conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL").unwrap();
    let sql: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(
        blake3::hash(sql.join(";").as_bytes()).to_hex().as_str(),
        "e44474f5fe2c875fa9e9aef5be1d8fed28fadf3d7d6f2d7c12ae8d4720dc684c"
    );
    assert_eq!(SCHEMA_VERSION, 1);
}

#[test]
fn a_recovery_key_has_its_known_text() {
    let key = RecoveryKey(std::array::from_fn(|at| (at * 17) as u8));
    assert_eq!(&*key.text(), "008J-4CT4-ANK7-F24S-NAXW-SQFE-ZW81");
}

#[test]
fn what_is_on_disk_is_not_named_by_debug() {
    let (_dir, store, recovery) = office();
    let shown = format!("{store:?} {recovery:?} {:?} {:?}", store.keys.office, new_office());
    for secret in [&*recovery.text(), &hex(&store.keys.office.0), "Sri Wahyuningsih", PASSPHRASE] {
        assert!(!shown.contains(secret));
    }
    let event = StoredEvent {
        id: EventId([1; 16]),
        origin: Origin([1; 16]),
        seq: 1,
        hlc: 1,
        at_ms: 1,
        payload: b"Budi Contoh".to_vec(),
    };
    assert!(!format!("{event:?}").contains("66, 117"));
    assert!(!format!("{event:?}").contains("Budi"));
}

#[test]
fn ids_read_back_as_they_are_written() {
    let id = crate::store::ids::random(CaseId).unwrap();
    assert_eq!(id.to_string().parse(), Ok(id));
    assert_eq!(serde_json::to_string(&case(10)).unwrap(), format!("\"{}\"", "0a".repeat(16)));
    assert_eq!(serde_json::from_str::<CaseId>(&format!("\"{id}\"")).unwrap(), id);
    for wrong in ["", "0a", &"g".repeat(32), &"+a".repeat(16), &"0a".repeat(17)] {
        assert_eq!(wrong.parse::<CaseId>(), Err(crate::case::NotAnId));
    }
}

proptest! {
    #[test]
    fn what_was_sealed_always_opens(clear: Vec<u8>, text: Vec<u8>) {
        let sealed = seal::seal(&key(), &clear, &[&text]).unwrap();
        prop_assert_eq!(sealed.len(), text.len() + seal::OVERHEAD);
        prop_assert_eq!(seal::open(&key(), &clear, &sealed), Some(text));
    }

    #[test]
    fn a_changed_record_never_opens(text: Vec<u8>, at: prop::sample::Index, bit in 0..8u8) {
        let mut sealed = seal::seal(&key(), b"clear", &[&text]).unwrap();
        let at = at.index(sealed.len());
        sealed[at] ^= 1 << bit;
        prop_assert_eq!(seal::open(&key(), b"clear", &sealed), None);
        sealed[at] ^= 1 << bit;
        prop_assert_eq!(seal::open(&key(), b"clean", &sealed), None);
        sealed.truncate(at);
        prop_assert_eq!(seal::open(&key(), b"clear", &sealed), None);
    }

    #[test]
    fn a_recovery_key_is_read_however_it_is_typed(bytes: [u8; 16], spaces: u64) {
        let key = RecoveryKey(bytes);
        let mut typed = String::new();
        for (at, character) in key.text().chars().enumerate() {
            let odd = spaces >> (at % 64) & 1 == 1;
            typed.push(match character {
                '0' if odd => 'o',
                '1' if odd => 'l',
                '1' => 'I',
                '-' if odd => ' ',
                other if odd => other.to_ascii_lowercase(),
                other => other,
            });
            if odd && at % 7 == 3 {
                typed.push_str("  ");
            }
        }
        prop_assert_eq!(RecoveryKey::parse(&typed).unwrap().0, bytes);
    }

    #[test]
    fn every_wrong_character_of_a_recovery_key_is_found(bytes: [u8; 16]) {
        let text = RecoveryKey(bytes).text().replace('-', "").into_bytes();
        let typo = |text: &[u8]| {
            let text = std::str::from_utf8(text).unwrap();
            assert_eq!(RecoveryKey::parse(text).unwrap_err(), StoreError::RecoveryTypo);
        };
        for at in 0..text.len() {
            for wrong in b"0123456789ABCDEFGHJKMNPQRSTVWXYZU*" {
                let mut other = text.clone();
                other[at] = *wrong;
                if other != text {
                    typo(&other);
                }
            }
            let mut exchanged = text.clone();
            exchanged.swap(at, (at + 1) % text.len());
            if at + 1 < text.len() && exchanged != text {
                typo(&exchanged);
            }
            let mut missing = text.clone();
            missing.remove(at);
            typo(&missing);
            missing.extend(b"00");
            typo(&missing);
        }
    }
}
