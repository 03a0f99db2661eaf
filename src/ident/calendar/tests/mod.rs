//! Examples by the SKB of 2026 and 2027; the clock and the sentences that say "always" beside them.

#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod always;
mod clock;

use super::*;
use jiff::civil::{Weekday, date, time};

/// Libur nasional and cuti bersama of 2026 (SKB 1497/2025), and of 2027 (SKB 1205/2026) as far as
/// the tests go. Idul Fitri and Idul Adha 2027 await the isbat.
fn skb() -> Vec<Holiday> {
    let national = [
        (2026, "1-1 1-16 2-17 3-19 3-21 3-22 4-3 4-5 5-1 5-14 5-27 5-31 6-1 6-16 8-17 8-25 12-25"),
        (
            2027,
            "1-1 1-5 2-6 3-8 3-10 3-11 3-26 3-28 5-1 5-6 5-17 5-20 6-1 6-6 8-15 8-17 12-25 12-26",
        ),
    ];
    let joint = [
        (2026, "2-16 3-18 3-20 3-23 3-24 5-15 5-28 12-24"),
        (2027, "2-5 3-9 3-12 3-15 3-25 5-18 5-19 12-24"),
    ];
    let mut days = Vec::new();
    for (list, kind) in [(national, HolidayKind::National), (joint, HolidayKind::Joint)] {
        for (year, dates) in list {
            for day in dates.split(' ') {
                let (month, day) = day.split_once('-').unwrap();
                let date = date(year, month.parse().unwrap(), day.parse().unwrap());
                let provisional = [date_of("2027-03-10"), date_of("2027-03-11")].contains(&date)
                    || date == date_of("2027-05-17");
                days.push(Holiday { date, name: format!("Libur {date}"), kind, provisional });
            }
        }
    }
    days
}

fn calendar() -> Calendar {
    Calendar::new(skb())
}

fn date_of(text: &str) -> Date {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn week() -> OfficeHours {
    OfficeHours::default()
}

fn on(text: &str) -> DueDate {
    DueDate::Counted { date: date_of(text), provisional: false }
}

fn exactly(days: i32) -> Days {
    Days::Counted { days, provisional: false }
}

#[test]
fn five_days_over_christmas_end_on_wednesday() {
    assert_eq!(calendar().deadline(at("2026-12-21T09:00"), 5, &week()), on("2026-12-30"));
}

#[test]
fn the_published_counts_come_out() {
    let calendar = calendar();
    assert_eq!(calendar.add(date(2026, 12, 23), 3, &week()), on("2026-12-30"));
    assert_eq!(calendar.add(date(2026, 3, 17), 5, &week()), on("2026-03-31"));
    assert_eq!(calendar.count_month(date(2026, 12, 9), &week()), exactly(21));
    assert_eq!(calendar.count_month(date(2026, 3, 31), &week()), exactly(17));
    let lebaran = calendar.add(date(2027, 3, 5), 5, &week());
    assert_eq!(lebaran, DueDate::Counted { date: date(2027, 3, 22), provisional: true });
}

#[test]
fn the_reference_file_gives_the_same_counts() {
    let Ok(file) = std::fs::read_to_string("../shared/data/holidays_id.csv") else {
        println!("skipped: there is no ../shared/data/holidays_id.csv here");
        return;
    };
    let mut days = Vec::new();
    let mut voting = Vec::new();
    for line in file.lines().skip(1) {
        let [date, name, kind, status] = line.split(',').collect::<Vec<_>>()[..] else {
            panic!("a line of four fields: {line}");
        };
        let (date, name) = (date_of(date), name.to_owned());
        match HolidayKind::from_name(kind) {
            Some(kind) => {
                days.push(Holiday { date, name, kind, provisional: status != "tetap" });
            }
            None => voting.push((date, name)),
        }
    }
    let calendar = Calendar::new(days).with_office_days_off(voting);
    assert_eq!(calendar.known_until(), Some(date(2027, 12, 31)));
    assert_eq!(
        calendar.day(date(2024, 11, 27), &week()),
        DayKind::OfficeDayOff("Hari Pemilihan Kepala Daerah")
    );
    let ours: BTreeSet<_> = skb().into_iter().map(|day| (day.date, day.provisional)).collect();
    let theirs = calendar.holidays().iter().filter(|day| day.date.year() >= 2026);
    let theirs: BTreeSet<_> = theirs.map(|day| (day.date, day.provisional)).collect();
    assert_eq!(ours, theirs);

    let checks = std::fs::read_to_string("../shared/data/spotchecks.csv").unwrap();
    let expected = |no: &str| {
        let line = checks.lines().find(|line| line.starts_with(&format!("{no},")));
        let mut fields = line.unwrap().splitn(4, ',').skip(2);
        (fields.next().unwrap().to_owned(), fields.next().unwrap().to_owned())
    };
    for no in ["20", "21", "23"] {
        let (input, answer) = expected(no);
        let (days, after) = input.split_once(" working days after ").unwrap();
        let DueDate::Counted { date, provisional } =
            calendar.add(date_of(after), days.parse().unwrap(), &week())
        else {
            panic!("a year of the file");
        };
        assert_eq!(answer.get(..10), Some(date.to_string().as_str()), "row {no}");
        assert_eq!(provisional, answer.contains("tentative"), "row {no}");
    }
    let months = [date(2026, 12, 1), date(2026, 3, 1)].map(|month| {
        let Days::Counted { days, .. } = calendar.count_month(month, &week()) else {
            panic!("a year of the file");
        };
        days.to_string()
    });
    assert_eq!(expected("22").1, months.join(" / "));
}

#[test]
fn a_year_without_holidays_is_unknown_and_not_guessed() {
    let (calendar, week) = (calendar(), week());
    let unknown = DueDate::Unknown { known_until: date(2027, 12, 31) };
    assert_eq!(calendar.add(date(2027, 12, 30), 1, &week), on("2027-12-31"));
    assert_eq!(calendar.add(date(2027, 12, 30), 2, &week), unknown);
    assert_eq!(calendar.add(date(2026, 1, 1), u32::MAX, &week), unknown);
    assert_eq!(calendar.deadline(at("2028-02-01T09:00"), 0, &week), unknown);
    // The last afternoon belongs to a day of the unknown year.
    assert_eq!(calendar.received_on(at("2027-12-31T16:31"), &week), unknown);
    let opening = Opening::Unknown { known_until: date(2027, 12, 31) };
    assert_eq!(calendar.next_open(at("2027-12-31T16:31"), &week), opening);
    let days = Days::Unknown { known_until: date(2027, 12, 31) };
    assert_eq!(calendar.count(date(2027, 12, 1), date(2028, 1, 1), &week), days);
    assert_eq!(calendar.count(date(2028, 1, 1), date(2027, 12, 1), &week), days);
    let before = Days::Unknown { known_until: date(2024, 12, 31) };
    assert_eq!(calendar.count_month(date(2025, 6, 1), &week), before);
    assert_eq!(calendar.day(date(2028, 1, 1), &week), DayKind::Unknown);
    assert_eq!(Calendar::default().known_until(), None);
}

#[test]
fn cuti_bersama_alone_makes_no_year_known_but_named_years_are() {
    let mut days = skb();
    days.retain(|day| day.date.year() == 2026 || day.kind == HolidayKind::Joint);
    assert!(!Calendar::new(days.clone()).knows(2027));
    let named = Calendar::with_years(days.clone(), 2027, 2027);
    assert_eq!((named.knows(2026), named.knows(2027)), (false, true));
    assert_eq!(Calendar::with_years(days, 2027, 2026).known_until(), None);
}

#[test]
fn what_comes_after_closing_or_on_a_day_off_is_received_on_the_next_working_day() {
    let table = [
        ("2026-11-23T00:00", "2026-11-23"), // Monday before opening
        ("2026-11-23T16:00", "2026-11-23"), // at closing time
        ("2026-11-23T16:00:01", "2026-11-24"),
        ("2026-11-27T16:30", "2026-11-27"), // Fridays close later
        ("2026-11-27T16:31", "2026-11-30"),
        ("2026-11-28T09:00", "2026-11-30"), // Saturday
        ("2026-12-23T17:00", "2026-12-28"), // cuti bersama, Natal, weekend
        ("2026-12-25T09:00", "2026-12-28"),
    ];
    for (receipt, day) in table {
        assert_eq!(calendar().received_on(at(receipt), &week()), on(day), "{receipt}");
        assert_eq!(calendar().deadline(at(receipt), 0, &week()), on(day), "{receipt}");
    }
}

#[test]
fn the_next_opening_is_now_or_in_the_morning() {
    let table = [
        ("2026-11-23T06:00", "2026-11-23T07:30"),
        ("2026-11-23T10:15", "2026-11-23T10:15"),
        ("2026-11-23T16:00", "2026-11-23T16:00"),
        ("2026-11-27T18:00", "2026-11-30T07:30"),
        ("2026-12-24T10:00", "2026-12-28T07:30"),
    ];
    for (moment, opens) in table {
        let opening = Opening::At { moment: at(opens), provisional: false };
        assert_eq!(calendar().next_open(at(moment), &week()), opening, "{moment}");
    }
}

#[test]
fn the_week_of_the_office_and_its_own_days_off_are_counted_by() {
    let six_days = week().with(Weekday::Saturday, time(8, 0, 0, 0), time(12, 0, 0, 0));
    assert_eq!(calendar().add(date(2026, 11, 27), 1, &six_days), on("2026-11-28"));
    let half = six_days.with(Weekday::Friday, time(9, 0, 0, 0), time(9, 0, 0, 0));
    assert_eq!(calendar().day(date(2026, 11, 27), &half), DayKind::Closed);

    let fair = [(date(2026, 11, 24), "Hari jadi kabupaten".to_owned())];
    let office = calendar().with_office_days_off(fair);
    assert_eq!(office.add(date(2026, 11, 23), 1, &week()), on("2026-11-25"));
    assert_eq!(
        office.day(date(2026, 11, 24), &week()),
        DayKind::OfficeDayOff("Hari jadi kabupaten")
    );
    assert_eq!(office.day(date(2026, 11, 25), &week()), DayKind::Working);

    let never = OfficeHours::closed();
    let unknown = DueDate::Unknown { known_until: date(2026, 11, 23) };
    assert_eq!(calendar().add(date(2026, 11, 23), 1, &never), unknown);
    assert_eq!(calendar().count(date(2026, 11, 1), date(2026, 12, 1), &never), exactly(0));
}

#[test]
fn a_day_listed_twice_is_one_and_certain_if_either_is() {
    let mut days = skb();
    let sure = days.iter().filter(|day| day.provisional).cloned();
    let sure: Vec<_> = sure.map(|day| Holiday { provisional: false, ..day }).collect();
    days.extend(skb());
    assert_eq!(Calendar::new(days.clone()).holidays().len(), skb().len());
    days.extend(sure);
    let calendar = Calendar::new(days);
    assert_eq!(calendar.holidays().len(), skb().len());
    assert!(calendar.holidays().is_sorted_by_key(|day| day.date));
    assert_eq!(calendar.add(date(2027, 3, 5), 5, &week()), on("2027-03-22"));
}

#[test]
fn a_day_that_may_move_makes_what_it_touches_provisional() {
    let may_move = |answer| match answer {
        DueDate::Counted { provisional, .. } => provisional,
        DueDate::Unknown { .. } => panic!("a known year"),
    };
    let calendar = calendar();
    // Idul Adha, Monday 17 May 2027, may turn out to be on the 16th or the 18th.
    assert!(!may_move(calendar.add(date(2027, 5, 11), 3, &week()))); // ends Friday 14
    assert!(may_move(calendar.add(date(2027, 5, 14), 1, &week())));
    assert!(may_move(calendar.deadline(at("2027-05-17T09:00"), 0, &week())));
    assert!(may_move(calendar.deadline(at("2027-05-14T18:00"), 1, &week())));
    assert!(!may_move(calendar.add(date(2027, 5, 20), 5, &week())));
    let over = calendar.count(date(2027, 5, 14), date(2027, 5, 21), &week());
    assert_eq!(over, Days::Counted { days: 1, provisional: true });
    let opening = calendar.next_open(at("2027-05-15T09:00"), &week());
    assert_eq!(opening, Opening::At { moment: at("2027-05-21T07:30"), provisional: true });
}

#[test]
fn the_names_of_kinds_read_back() {
    for kind in [HolidayKind::National, HolidayKind::Joint] {
        assert_eq!(HolidayKind::from_name(kind.name()), Some(kind));
    }
    assert_eq!(HolidayKind::from_name("pemilu"), None);
}

#[test]
fn the_ends_of_all_dates_do_not_panic() {
    let all = Calendar::with_years(Vec::new(), -9999, 9999);
    let week = week();
    let beyond = DueDate::Unknown { known_until: Date::MAX };
    assert_eq!(all.add(Date::MAX, 1, &week), beyond);
    assert_eq!(all.deadline(DateTime::MAX, 1, &week), beyond);
    assert_eq!(all.count(Date::MAX, Date::MAX, &week), exactly(0));
    assert!(
        matches!(all.count(Date::MIN, Date::MAX, &week), Days::Counted { days, .. } if days > 5_000_000)
    );
    let none = DueDate::Unknown { known_until: Date::MIN };
    assert_eq!(calendar().deadline(DateTime::MIN, 1, &week), none);
    assert_eq!(all.count_month(Date::MIN, &week), exactly(23));
}
