//! When the office is open: `kantor.toml` of the data folder over the hours of Perpres 21/2023.
//!
//! What cannot be read is named with its line and keeps the usual hours of its day; nothing else stops.

use crate::base::settings::{Reader, in_order};
use crate::ident::calendar::OfficeHours;
use jiff::civil::{Time, Weekday};
use std::path::Path;
use toml::de::DeTable;

/// The office's file in the data folder.
const FILE: &str = "kantor.toml";

const DAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The hours of the office in `data`, and what could not be used of its file, one line each.
pub fn office_hours(data: &Path) -> (OfficeHours, Vec<String>) {
    read(&super::settings(data, FILE))
}

fn read(source: &str) -> (OfficeHours, Vec<String>) {
    let mut problems = Vec::new();
    let mut reader = Reader { file: FILE, source, problems: &mut problems };
    let tables =
        reader.tables("table", || ["hours"].into_iter(), |reader, _, table| week(reader, table));
    let hours = tables.into_iter().next().map_or_else(OfficeHours::default, |(_, hours)| hours);
    (hours, problems)
}

fn week(reader: &mut Reader<'_>, table: &DeTable<'_>) -> OfficeHours {
    let mut hours = OfficeHours::default();
    for (key, value) in in_order(table) {
        let (name, at) = (key.get_ref().as_ref(), value.span().start);
        let Some((_, day)) = DAYS.iter().find(|(known, _)| *known == name) else {
            reader.unknown(key.span().start, "day", name, DAYS.iter().map(|(name, _)| *name));
            continue;
        };
        match value.get_ref().as_str() {
            Some(text) => match with(hours, *day, text) {
                Some(changed) => hours = changed,
                None => reader.problem(
                    at,
                    &format!("`{text}` are no hours; write `07.30-16.00`, with a rest `07.30-12.00, 13.00-16.00`, or `\"\"` for a day off"),
                ),
            },
            None => reader.problem(at, "a text in quotes is wanted here"),
        }
    }
    hours
}

/// The week with the hours of one day; a second stretch begins after a rest.
fn with(hours: OfficeHours, day: Weekday, text: &str) -> Option<OfficeHours> {
    let text = text.trim();
    if text.is_empty() {
        // Hours that end where they begin are a day off.
        return Some(hours.with(day, Time::midnight(), Time::midnight()));
    }
    let stretches: Vec<(Time, Time)> = text.split(',').map(stretch).collect::<Option<_>>()?;
    match stretches[..] {
        [(opens, closes)] => Some(hours.with(day, opens, closes)),
        [(opens, rests), (goes_on, closes)] if rests < goes_on => {
            Some(hours.with(day, opens, closes).with_rest(day, rests, goes_on))
        }
        _ => None,
    }
}

fn stretch(text: &str) -> Option<(Time, Time)> {
    let (from, until) = text.split_once(['-', '–'])?;
    let (from, until) = (clock(from)?, clock(until)?);
    (from < until).then_some((from, until))
}

fn clock(text: &str) -> Option<Time> {
    let (hour, minute) = text.trim().split_once(['.', ':'])?;
    Time::new(hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2)?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn an_office_has_its_own_hours_rests_and_days() {
        let (hours, problems) = read(
            "[hours]\nmonday = \"08.00-12.00, 13.00-15.30\"\nfriday = \"\"\nsaturday = \"08:00–11:00\"\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        let at = |hour, minute| time(hour, minute, 0, 0);
        let monday = hours.of(Weekday::Monday).expect("open");
        assert_eq!((monday.opens, monday.closes), (at(8, 0), at(15, 30)));
        assert_eq!(monday.rest, Some((at(12, 0), at(13, 0))));
        assert_eq!(hours.of(Weekday::Friday), None);
        assert_eq!(hours.of(Weekday::Saturday).map(|day| day.closes), Some(at(11, 0)));
        let usual = OfficeHours::default();
        assert_eq!(hours.of(Weekday::Tuesday), usual.of(Weekday::Tuesday), "not named: as usual");
        assert_eq!(read("").0, usual);
    }

    #[test]
    fn slips_are_named_with_their_line_and_keep_the_usual_hours() {
        let (hours, problems) = read(
            "[hours]\nmondey = \"08.00-15.00\"\ntuesday = \"8-15\"\nwednesday = 8\nthursday = \"13.00-12.00\"\nfriday = \"08.00-12.00, 11.00-15.00\"\n[hour]\n",
        );
        let starts = [
            "kantor.toml:2: unknown day `mondey`; did you mean `monday`?",
            "kantor.toml:3: `8-15` are no hours; write `07.30-16.00`",
            "kantor.toml:4: a text in quotes is wanted here",
            "kantor.toml:5: `13.00-12.00` are no hours",
            "kantor.toml:6: `08.00-12.00, 11.00-15.00` are no hours",
            "kantor.toml:7: unknown table `hour`; did you mean `hours`?",
        ];
        assert_eq!(problems.len(), starts.len(), "{problems:#?}");
        for (problem, start) in problems.iter().zip(starts) {
            assert!(problem.starts_with(start), "{problem}");
        }
        assert_eq!(hours, OfficeHours::default());
    }
}
