//! The examples of the field, and what a NIK tells.

use super::super::testing::{finds, has_words};
use super::super::wilayah::{Regions, sample};
use super::*;
use Level::{Info, Periksa, Salah};
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 22);

fn nik(text: &str) -> Nik {
    parse(text).value.expect("the tests give the shape of a NIK")
}

fn ids(verdicts: &[Verdict]) -> Vec<&'static str> {
    has_words(verdicts);
    verdicts.iter().map(|verdict| verdict.id).collect()
}

const EXAMPLES: [(&str, &[(Level, &str)]); 19] = [
    ("1472061708450001", &[]),
    ("1472065708450002", &[]),
    ("1472 0617 0845 0001", &[]),
    ("1403012902000003", &[]),
    ("9101010101600004", &[(Info, "nik-region-moved")]),
    ("9701010101600004", &[(Periksa, "nik-province")]),
    ("1472991708450001", &[(Periksa, "nik-kecamatan")]),
    ("1499011708450001", &[(Periksa, "nik-district")]),
    ("6405011708450001", &[(Info, "nik-region-old")]),
    ("147206170845001", &[(Salah, "nik-length")]),
    ("14720617084500011", &[(Salah, "nik-length")]),
    ("1472O61708450001", &[(Salah, "nik-lookalike")]),
    ("1472061708450X01", &[(Salah, "nik-letter")]),
    ("1472063208450001", &[(Salah, "nik-day")]),
    ("1472064008450001", &[(Salah, "nik-day")]),
    ("1472067208450001", &[(Salah, "nik-day")]),
    ("1472061713450001", &[(Salah, "nik-month")]),
    ("1472063002900001", &[(Salah, "nik-date")]),
    ("1472062902010001", &[(Salah, "nik-date")]),
];

#[test]
fn the_examples_are_read_as_the_table_says() {
    let regions = sample::regions();
    for (text, expected) in EXAMPLES {
        finds(text, &read(text, &regions), expected);
    }
    finds("serial", &read("1472061708450000", &regions), &[(Salah, "nik-serial")]);
    finds("same", &read("1111111111111111", &regions), &[(Salah, "nik-identical")]);
    // 1925 or 2025? The number alone cannot say.
    assert_eq!(ids(&check_age(&nik("9671014101250001"), None, TODAY)), ["nik-century"]);
}

#[test]
fn the_examples_are_read_the_same_by_the_whole_lists() {
    let Some(regions) = sample::whole() else { return };
    for (text, expected) in EXAMPLES {
        finds(text, &read(text, &regions), expected);
    }
    for text in ["7324044101520004", "9671014101250001"] {
        finds(text, &read(text, &regions), &[]);
    }
    let verdicts = read("9101010101600004", &regions).verdicts;
    let args: Vec<_> = verdicts[0].args.iter().map(|(_, value)| &**value).collect();
    let then = "Merauke, Kabupaten Merauke, Papua";
    let now = "Merauke, Kabupaten Merauke, Papua Selatan";
    assert_eq!(args, ["91.01.01", then, "93.01.01", now]);
    for impossible in ["9901010101600004", "0000010101600004", "5501010101600004"] {
        finds(impossible, &read(impossible, &regions), &[(Periksa, "nik-province")]);
    }
}

#[test]
fn without_tables_the_province_is_still_looked_at() {
    let regions = Regions::default();
    for (text, expected) in [
        ("1472991708450001", &[][..]),
        ("9101010101600004", &[]),
        ("9701010101600004", &[(Periksa, "nik-province")]),
    ] {
        finds(text, &parse(text), expected);
        finds(text, &read(text, &regions), expected);
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let expected = [
        (Salah, "nik-day"),
        (Salah, "nik-month"),
        (Salah, "nik-serial"),
        (Periksa, "nik-province"),
    ];
    finds("9706 0000 1345 0000", &parse("9706 0000 1345 0000"), &expected);
}

#[test]
fn a_letter_is_named_with_its_place_and_the_digit_it_looks_like() {
    let verdict = parse("1472-O617 0845 0001").verdicts.remove(0);
    let args: Vec<_> = verdict.args.iter().map(|(name, value)| (*name, &**value)).collect();
    assert_eq!(args, [("sign", "O"), ("position", "5"), ("digit", "0")]);
}

#[test]
fn a_nik_tells_province_sex_birth_and_serial() {
    let woman = nik("1472065708450002");
    assert_eq!(woman.province(), Some("Riau"));
    assert_eq!(woman.region_code(), "147206");
    assert_eq!(woman.sex(), Sex::Female);
    assert_eq!(woman.birth(TODAY), Some(date(1945, 8, 17)));
    assert_eq!(woman.serial(), 2);
    assert!(woman.matches_birth(date(1945, 8, 17)));
    assert!(!woman.matches_birth(date(1945, 8, 18)));
    assert_eq!(woman.grouped(), "1472 0657 0845 0002");
    assert_eq!(woman.masked(), "147206******0002");
    assert_eq!(format!("{woman:?}"), "Nik(147206******0002)");
    assert_eq!(nik("1472061708450001").sex(), Sex::Male);
}

#[test]
fn a_nik_tells_what_one_says_aloud_to_compare() {
    let regions = sample::regions();
    let woman = nik("1472065708570002");
    let tells = woman.tells(&regions, None, TODAY);
    assert_eq!(tells.region, ["Dumai Kota", "Kota Dumai", "Riau"]);
    assert_eq!(tells.now, [""; 0]);
    assert_eq!(tells.sex, Sex::Female);
    assert_eq!((tells.birth, tells.age), (Some(date(1957, 8, 17)), Some(69)));
    let old = nik("9101010101600004");
    let tells = old.tells(&regions, None, TODAY);
    assert_eq!(tells.region, ["Merauke", "Kabupaten Merauke", "Papua"]);
    assert_eq!(tells.now, ["Merauke", "Kabupaten Merauke", "Papua Selatan"]);
    let unknown = Regions::default();
    assert_eq!(old.tells(&unknown, None, TODAY).region, ["Papua"]);
    assert_eq!(nik("9701010101600004").tells(&regions, None, TODAY).region, [""; 0]);
}

#[test]
fn a_leap_day_finds_its_century() {
    let leap = nik("1403012902000003");
    assert_eq!(leap.births().collect::<Vec<_>>(), [date(2000, 2, 29)]);
    assert_eq!(leap.birth(TODAY), Some(date(2000, 2, 29)));
}

#[test]
fn the_card_settles_the_century() {
    // 1912 or 2012? Both are dates, only one is old enough; the card decides all the same.
    let child = nik("1472061708120001");
    assert_eq!(child.birth(TODAY), None, "114 is too old, 14 too young");
    assert_eq!(child.birth_with(Some(date(2012, 8, 17)), TODAY), Some(date(2012, 8, 17)));
    // Both 1925 and 2025 are possible for somebody alive.
    let old = nik("9671014101250001");
    let card = Some(date(1925, 1, 1));
    assert_eq!(old.birth_with(card, TODAY), card);
    assert_eq!(ids(&check_age(&old, card, TODAY)), [""; 0]);
    assert_eq!(ids(&check_age(&old, Some(date(2025, 1, 1)), TODAY)), ["nik-age"]);
    // A card that says another day settles nothing.
    assert_eq!(ids(&check_age(&old, Some(date(1925, 1, 2)), TODAY)), ["nik-century"]);
    assert_eq!(old.birth_with(Some(date(1925, 1, 2)), TODAY), Some(date(1925, 1, 1)));
}

#[test]
fn age_is_doubted_when_too_young_unborn_or_of_two_centuries() {
    let age = |text: &str| ids(&check_age(&nik(text), None, TODAY));
    assert_eq!(age("1472061708450001"), [""; 0]);
    assert_eq!(age("9671014101250001"), ["nik-century"]);
    // 17 today, and 16 until tomorrow.
    assert_eq!(age("1472062211090001"), [""; 0]);
    assert_eq!(age("1472062311090001"), ["nik-age"]);
    assert_eq!(age("1472061708120001"), ["nik-age"]);
    // Leap day of 2028: 1928 has one too, and that person is 98.
    assert_eq!(age("1472062902280001"), [""; 0]);
    let before = date(1899, 1, 1);
    assert_eq!(ids(&check_age(&nik("1472061708450001"), None, before)), ["nik-birth-ahead"]);
}
