//! The built-in packs against what was collected for checking, and broken packs of an office.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

use super::*;
use crate::ident::calendar::{DueDate, HolidayKind, OfficeHours};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// A file for checking, or nothing (told once) where this checkout has none.
fn shared(name: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("skipped: {} is not here", path.display());
    }
    text
}

fn built_in(pack: &str, file: &str) -> &'static str {
    built_in::text(pack, file).expect("it is built in")
}

#[test]
fn every_built_in_pack_is_sound() {
    let reference = Reference::built_in();
    let names = reference.names(Origin::BuiltIn);
    assert!(names.contains(&"wilayah".to_owned()) && names.contains(&"libur".to_owned()));
    for name in names {
        let (pack, problems) = reference.load(Origin::BuiltIn, &name);
        assert_eq!(problems, [], "{name}");
        assert!(pack.is_some(), "{name}");
    }
}

#[test]
fn the_regions_are_those_of_the_check_list_but_for_five_spellings() {
    let Some(text) = shared("wilayah_nodesa.csv") else { return };
    let ours: BTreeMap<&str, &str> = lines::pairs(built_in("wilayah", "wilayah.csv")).collect();
    let theirs: BTreeMap<&str, &str> = lines::pairs(&text)
        .map(|(code, rest)| (code, rest.rsplit_once(',').expect("a level").0.trim_matches('"')))
        .collect();
    let count = |length: usize| ours.keys().filter(|code| code.len() == length).count();
    assert_eq!((count(2), count(4), count(6)), (38, 514, 7285));
    assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
    let differ: Vec<&str> =
        ours.iter().filter(|(code, name)| theirs[*code] != **name).map(|(code, _)| *code).collect();
    for code in &differ {
        eprintln!("{code}: {} here, {} there", ours[code], theirs[code]);
    }
    assert_eq!(differ, ["122306", "320538", "7109"], "as data/wilayah/README.md tells");
}

#[test]
fn no_region_that_moved_goes_elsewhere_than_in_the_check_list() {
    let now: BTreeSet<&str> =
        lines::pairs(built_in("wilayah", "wilayah.csv")).map(|(code, _)| code).collect();
    let moved: Vec<Vec<&str>> = built_in("wilayah", "pindah.csv")
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    for row in &moved {
        assert!(!now.contains(row[0]), "{row:?} is current");
        assert!(row[3].is_empty() || now.contains(row[3]), "{row:?} goes nowhere");
    }
    let Some(text) = shared("wilayah_historis.csv") else { return };
    let (rows, _) = csv::rows(&text, ',');
    let theirs: BTreeMap<String, String> =
        rows.iter().map(|row| (row.cells[0].to_string(), row.cells[4].to_string())).collect();
    for row in &moved {
        let there = theirs.get(row[0]).map_or("", String::as_str);
        assert!(there.is_empty() || there == row[3], "{row:?} is {there} there");
    }
    let silent = theirs.keys().filter(|code| moved.iter().all(|row| row[0] != **code)).count();
    eprintln!("{silent} kecamatan of kabupaten that were numbered anew are not in pindah.csv");
    for (code, successor) in [("910101", "930101"), ("920101", "960101"), ("6405", "65")] {
        assert!(moved.iter().any(|row| row[0] == code && row[3] == successor), "{code}");
    }
}

#[test]
fn the_holidays_are_those_of_the_check_list() {
    let reference = Reference::built_in();
    let ours: Vec<(String, HolidayKind, bool)> = reference
        .calendar()
        .holidays()
        .iter()
        .map(|day| (day.date.to_string(), day.kind, day.provisional))
        .collect();
    assert_eq!(ours.len(), 108);
    let Some(text) = shared("holidays_id.csv") else { return };
    let (rows, _) = csv::rows(&text, ',');
    let theirs: Vec<(String, HolidayKind, bool)> = rows[1..]
        .iter()
        .map(|row| {
            // A voting day of the whole country was made a libur nasional.
            let kind = HolidayKind::from_name(&row.cells[2]).unwrap_or(HolidayKind::National);
            (row.cells[0].to_string(), kind, row.cells[3] == "menunggu_isbat")
        })
        .collect();
    assert_eq!(ours, theirs);
}

#[test]
fn the_holidays_of_2026_are_those_of_the_skb() {
    let reference = Reference::built_in();
    let days = |kind, year| -> Vec<String> {
        let days = reference.calendar().holidays().iter();
        days.filter(|day| day.kind == kind && day.date.year() == year)
            .map(|day| day.date.strftime("%m-%d").to_string())
            .collect()
    };
    assert_eq!(
        days(HolidayKind::Joint, 2026),
        ["02-16", "03-18", "03-20", "03-23", "03-24", "05-15", "05-28", "12-24"]
    );
    assert_eq!(days(HolidayKind::National, 2026).len(), 17);
    assert_eq!(
        (days(HolidayKind::National, 2027).len(), days(HolidayKind::Joint, 2027).len()),
        (18, 8)
    );
}

#[test]
fn working_days_come_out_as_the_spot_checks_say() {
    let reference = Reference::built_in();
    let date = |text: &str| text.parse().expect("a date");
    for (from, days, expected, shaky) in [
        ("2026-12-23", 3, "2026-12-30", false),
        ("2026-03-17", 5, "2026-03-31", false),
        ("2027-03-05", 5, "2027-03-22", true),
    ] {
        let due = reference.calendar().add(date(from), days, &OfficeHours::default());
        assert_eq!(due, DueDate::Counted { date: date(expected), provisional: shaky }, "{from}");
    }
}

/// A shelf in memory.
#[derive(Default)]
struct Memory(BTreeMap<(String, String), Vec<u8>>);

impl Memory {
    fn put(mut self, pack: &str, file: &str, text: &str) -> Self {
        self.0.insert((pack.to_owned(), file.to_owned()), text.as_bytes().to_vec());
        self
    }

    /// A pack of holidays for 2028 with the right checksum.
    fn holidays() -> Self {
        let rows = "date,name,kind,status\n2028-01-01,Tahun Baru Masehi,libur_nasional,tetap\n";
        let sum = blake3::hash(rows.as_bytes());
        let head = format!(
            "id = \"libur\"\nkind = \"libur\"\nedition = 2028\ndate = \"2027-10-01\"\n\
             title.id = \"Libur\"\ntitle.en = \"Holidays\"\nsource = \"SKB\"\nlicence = \"-\"\n\
             incomplete = [2028]\n[files]\n\"libur.csv\" = \"{sum}\"\n"
        );
        Self::default().put("libur", MANIFEST, &head).put("libur", "libur.csv", rows)
    }

    fn open(self) -> Arc<Reference> {
        Reference::with_office(Box::new(self))
    }
}

impl Shelf for Memory {
    fn packs(&self) -> Vec<String> {
        self.0.keys().map(|(pack, _)| pack.clone()).collect::<BTreeSet<_>>().into_iter().collect()
    }

    fn read(&self, pack: &str, file: &str) -> Option<Vec<u8>> {
        self.0.get(&(pack.to_owned(), file.to_owned())).cloned()
    }
}

#[test]
fn the_offices_own_table_wins_and_the_others_stay() {
    let reference = Memory::holidays().open();
    assert_eq!(reference.calendar().holidays().len(), 1);
    assert_eq!(reference.problems(), []);
    let built_in = Reference::built_in();
    assert_eq!(reference.regions().name("14"), built_in.regions().name("14"));
}

#[test]
fn a_year_without_cuti_bersama_makes_every_count_provisional() {
    let reference = Memory::holidays().open();
    let due = reference.calendar().add("2028-07-03".parse().unwrap(), 1, &OfficeHours::default());
    assert!(matches!(due, DueDate::Counted { provisional: true, .. }), "{due:?}");
}

#[test]
fn a_broken_pack_of_an_office_falls_back_and_says_so() {
    let sound = || Memory::holidays();
    for (broken, expected) in [
        (sound().put("libur", "libur.csv", "date,name,kind,status\n"), "data-checksum"),
        (sound().put("libur", MANIFEST, "id = "), "data-toml"),
        (Memory::default().put("libur", "libur.csv", ""), "data-file-missing"),
        (
            Memory::default().put(
                "libur",
                MANIFEST,
                &String::from_utf8(sound().read("libur", MANIFEST).unwrap()).unwrap(),
            ),
            "data-file-missing",
        ),
    ] {
        let reference = broken.open();
        assert_eq!(reference.calendar().holidays().len(), 108, "{expected}");
        let keys: Vec<&str> = reference.problems().iter().map(|problem| problem.key).collect();
        assert!(keys.contains(&expected), "{expected}: {keys:?}");
    }
}
