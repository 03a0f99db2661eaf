//! The region tables tried on small tables of our own and, where they are there, on the whole lists.

use super::{RegionHit, Regions, Standing, sample};
use proptest::prelude::*;

fn codes<'a>(hits: &[RegionHit<'a>]) -> Vec<&'a str> {
    hits.iter().map(|hit| hit.code).collect()
}

#[test]
fn a_code_tells_how_it_stands() {
    let regions = sample::regions();
    assert_eq!(regions.name("147206"), Some("Dumai Kota"));
    assert_eq!(regions.standing("1472"), Standing::Current { name: "Kota Dumai" });
    assert_eq!(
        regions.standing("910101"),
        Standing::Moved { name: "Merauke", last_seen: 2022, successor: "930101" }
    );
    assert_eq!(regions.standing("147299"), Standing::Within { known: 4 });
    assert_eq!(regions.standing("149901"), Standing::Within { known: 2 });
    // The kabupaten itself is an old one.
    assert_eq!(regions.standing("640501"), Standing::Within { known: 4 });
    for unknown in ["970101", "000000", "550101", "", "1", "é"] {
        assert_eq!(regions.standing(unknown), Standing::Unknown, "{unknown}");
    }
}

#[test]
fn a_code_that_moved_twice_is_followed_and_a_ring_is_left() {
    let regions = sample::regions();
    let successor = |code| match regions.standing(code) {
        Standing::Moved { successor, .. } => successor,
        other => panic!("{code}: {other:?}"),
    };
    assert_eq!(successor("910102"), "930102");
    assert_eq!(successor("910198"), "", "a ring leads nowhere");
    assert_eq!(successor("6405"), "");
}

#[test]
fn a_path_names_what_a_region_lies_in() {
    let regions = sample::regions();
    assert_eq!(regions.path("147206"), ["Dumai Kota", "Kota Dumai", "Riau"]);
    assert_eq!(regions.path("1472061001"), ["Laksamana", "Dumai Kota", "Kota Dumai", "Riau"]);
    assert_eq!(regions.path("14"), ["Riau"]);
    assert_eq!(regions.path("910101"), ["Merauke", "Kabupaten Merauke", "Papua"]);
    // No name of its own was handed down: the successor's stands in.
    assert_eq!(regions.path("910103"), ["Merauke", "Kabupaten Merauke", "Papua"]);
    assert_eq!(regions.path("147299"), ["Kota Dumai", "Riau"]);
    assert_eq!(regions.path("970101"), [""; 0]);
}

#[test]
fn children_are_what_lies_directly_within() {
    let regions = sample::regions();
    assert_eq!(codes(&regions.children("")), ["14", "33", "62", "64", "91", "93"]);
    assert_eq!(codes(&regions.children("14")), ["1403", "1471", "1472"]);
    assert_eq!(codes(&regions.children("1472")), ["147201", "147206"]);
    assert_eq!(codes(&regions.children("147206")), ["1472061001"]);
    assert_eq!(regions.children("1472061001"), []);
    assert_eq!(regions.children("97"), []);
}

#[test]
fn names_are_found_by_words_in_any_order_and_by_their_parents() {
    let regions = sample::regions();
    let first = |words| regions.search(words, "", 10).first().map(|hit| hit.code);
    for (words, code) in [
        ("dumai kota", "147206"),
        ("kota dumai", "1472"),
        ("dumai", "1472"),
        ("kec dumai kota", "147206"),
        ("KOTA DUMAI, Riau", "1472"),
        ("riau dumai", "1472"),
        ("kab bengkalis", "1403"),
        ("bengkalis kec", "140301"),
        ("pekan baru", "1471"),
        ("karanganyar jateng", "3313"),
        ("kec. karanganyar jateng", "331313"),
        ("kec karanganyar demak", "332108"),
        ("jateng", "33"),
        ("maut", "140302"),
        ("ma'ut", "140302"),
        ("kota baru", "140303"),
        ("bengklais", "1403"),
        ("laksamana", "1472061001"),
        ("kel laksamana dumai", "1472061001"),
    ] {
        assert_eq!(first(words), Some(code), "{words}");
    }
    assert_eq!(regions.search("xyz", "", 10), []);
    assert_eq!(codes(&regions.search("dumai", "", 10)), ["1472", "147201", "147206"]);
    assert_eq!(codes(&regions.search("karanganyar", "", 2)), ["3313", "331313"]);
}

#[test]
fn a_search_stays_where_it_is_told_to() {
    let regions = sample::regions();
    assert_eq!(codes(&regions.search("karanganyar", "3321", 10)), ["332108"]);
    assert_eq!(codes(&regions.search("la", "147206", 10)), ["1472061001"]);
    assert_eq!(codes(&regions.search("la", "", 10)), [""; 0], "two letters find no village");
    assert_eq!(codes(&regions.search("riau", "1472", 10)), [""; 0]);
    assert_eq!(codes(&regions.search("dumai riau", "1472", 10)), ["147201", "147206"]);
    assert_eq!(codes(&regions.search("", "1472", 10)), ["147201", "147206"]);
}

#[test]
fn the_beginning_of_a_code_finds_what_begins_so() {
    let regions = sample::regions();
    assert_eq!(codes(&regions.search("14.72", "", 2)), ["1472", "147201"]);
    assert_eq!(codes(&regions.search("1472061001", "", 9)), ["1472061001"]);
    assert_eq!(codes(&regions.search("910101", "", 9)), ["930101"], "an old code finds today's");
    assert_eq!(codes(&regions.search("99", "", 9)), [""; 0]);
}

#[test]
fn postcodes_are_those_of_the_place_or_of_its_kecamatan() {
    let regions = sample::regions();
    assert_eq!(regions.postcodes("147206"), ["28811", "28812"]);
    assert_eq!(regions.postcodes("1472061001"), ["28811", "28812"]);
    assert_eq!(regions.postcodes("1403"), [""; 0]);
}

#[test]
fn without_tables_nothing_is_known() {
    let regions = Regions::default();
    assert!(regions.is_empty() && !regions.has_villages());
    assert_eq!(regions.standing("147206"), Standing::Unknown);
    assert_eq!(regions.search("dumai", "", 10), []);
    assert_eq!(regions.children(""), []);
}

// Rows 1 to 10 of the spot checks that come with the lists.
#[test]
fn the_whole_lists_answer_the_spot_checks() {
    let Some(regions) = sample::whole() else { return };
    for (code, name, kecamatan) in [
        ("1472", "Kota Dumai", 7),
        ("1403", "Kabupaten Bengkalis", 11),
        ("7324", "Kabupaten Luwu Timur", 11),
        ("1271", "Kota Medan", 21),
        ("1371", "Kota Padang", 11),
    ] {
        assert_eq!(regions.name(code), Some(name));
        assert_eq!(regions.children(code).len(), kecamatan, "{name}");
    }
    assert_eq!(regions.path("147206"), ["Dumai Kota", "Kota Dumai", "Riau"]);
    for (old, year, now, place) in [
        ("910101", 2022, "930101", "Merauke, Kabupaten Merauke, Papua Selatan"),
        ("920101", 2023, "960101", "Makbon, Kabupaten Sorong, Papua Barat Daya"),
    ] {
        let Standing::Moved { last_seen, successor, .. } = regions.standing(old) else {
            panic!("{old} is an old code");
        };
        assert_eq!((last_seen, successor), (year, now));
        assert_eq!(regions.path(successor).join(", "), place);
    }
    assert_eq!(regions.standing("640501"), Standing::Within { known: 4 });
    assert!(matches!(regions.standing("6405"), Standing::Moved { .. }));
    for impossible in ["990101", "000000", "550101"] {
        assert_eq!(regions.standing(impossible), Standing::Unknown);
    }
    let provinces = regions.children("");
    let second: Vec<_> = provinces.iter().flat_map(|hit| regions.children(hit.code)).collect();
    let third = second.iter().map(|hit| regions.children(hit.code).len()).sum::<usize>();
    assert_eq!((provinces.len(), second.len(), third), (38, 514, 7285));
    for (province, name) in super::PROVINCES {
        let named = provinces.iter().any(|hit| hit.code == province);
        assert!(named, "{province} {name}");
    }
}

#[test]
fn every_name_of_the_whole_lists_is_found_by_itself_and_its_parents() {
    let Some(regions) = sample::whole() else { return };
    for province in regions.children("") {
        for place in regions.children(province.code) {
            for kecamatan in regions.children(place.code).iter().step_by(7) {
                let words = regions.path(kecamatan.code).join(" ");
                let found = regions.search(&words, "", 3);
                assert!(found.contains(kecamatan), "{words}");
            }
        }
    }
    assert_eq!(
        regions
            .search("karanganyar", "", 50)
            .iter()
            .filter(|hit| hit.name == "Karanganyar")
            .count(),
        6
    );
}

proptest! {
    #[test]
    fn a_search_always_answers_with_current_regions_inside(
        words in "[a-zA-Z0-9' .]{0,20}",
        within in proptest::sample::select(vec!["", "14", "1472", "147206", "97", "1"]),
        limit in 0_usize..5,
    ) {
        let regions = sample::regions();
        let hits = regions.search(&words, within, limit);
        prop_assert!(hits.len() <= limit);
        for hit in hits {
            prop_assert_eq!(regions.name(hit.code), Some(hit.name));
            prop_assert!(hit.code.starts_with(within));
        }
    }

    #[test]
    fn no_text_is_too_strange_to_search(words in any::<String>(), code in any::<String>()) {
        let regions = sample::regions();
        let _ = (regions.search(&words, "", 3), regions.search("dumai", &code, 3));
        let _ = (regions.standing(&code), regions.path(&code), regions.children(&code));
        let _ = regions.postcodes(&code);
    }
}
