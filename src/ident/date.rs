//! Civil dates as people write them: `17-8-45`, `170845`, `17 Agustus 1945`. Day before month, always.
//! Never asks what day it is: `today` is handed in to find the century.

use super::{Level, Parsed, Verdict};
use jiff::civil::Date;

/// Years taken as meant. A four-digit year outside is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;

/// Month names in Indonesian.
const INDONESIAN: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];

/// Month names in English.
const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Months as letters and stamps write them besides: old spellings, short forms that are no
/// beginnings, and Roman numbers.
const OTHER: [&[&str]; 12] = [
    &["i"],
    &["ii", "pebruari", "peb"],
    &["iii", "mrt"],
    &["iv"],
    &["v"],
    &["vi"],
    &["vii"],
    &["viii", "agt", "ags", "agst", "augustus"],
    &["ix"],
    &["x"],
    &["xi", "nopember", "nop"],
    &["xii"],
];

/// Reads a date. Two-digit years are of this century unless that lies after the year of `today`.
/// Salah: no date, an unknown month, a date no calendar has, a year before 1800 or after 2199.
pub fn parse(text: &str, today: Date) -> Parsed<Date> {
    let words = match words(text) {
        Ok(words) => words,
        Err(sign) => return bad("date-letter", "sign", sign.to_string()),
    };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => Parsed::bad(Verdict::new(Level::Salah, "date-empty")),
        [run] if run.len() == 6 && is_number(run) => made(&run[..2], &run[2..4], &run[4..], today),
        [run] if run.len() == 8 && is_number(run) => {
            let usual = made(&run[..2], &run[2..4], &run[4..], today);
            if usual.value.is_some() {
                return usual;
            }
            // 19450817 is no day-month-year, so it can only be the order of computers.
            let iso = made(&run[6..], &run[4..6], &run[..4], today);
            if iso.value.is_some() { iso } else { usual }
        }
        [year, month, day] if year.len() == 4 && is_number(year) => made(day, month, year, today),
        [day, month, year] => made(day, month, year, today),
        _ => Parsed::bad(Verdict::new(Level::Salah, "date-shape")),
    }
}

/// The date in words: `17 Agustus 1945`, or `17 August 1945` when not `indonesian`.
pub fn long(date: Date, indonesian: bool) -> String {
    let names = if indonesian { &INDONESIAN } else { &ENGLISH };
    format!(
        "{} {} {}",
        date.day(),
        names[usize::from(date.month().cast_unsigned()) - 1],
        date.year()
    )
}

fn made(day: &str, month: &str, year: &str, today: Date) -> Parsed<Date> {
    if !is_number(day) || !is_number(year) {
        return Parsed::bad(Verdict::new(Level::Salah, "date-shape"));
    }
    let Some(month) = month_of(month) else {
        return bad("date-month", "month", month.to_owned());
    };
    let Some(year) = year_of(year, today) else {
        return bad("date-year", "year", year.to_owned());
    };
    let date = day.parse().ok().and_then(|day| Date::new(year, month, day).ok());
    match date {
        Some(date) => Parsed::good(date),
        None => Parsed::bad(
            Verdict::new(Level::Salah, "date-impossible")
                .with("day", day.to_owned())
                .with("month", month.to_string())
                .with("year", year.to_string()),
        ),
    }
}

fn month_of(word: &str) -> Option<i8> {
    if is_number(word) {
        return word.parse().ok().filter(|month| matches!(month, 1..=12));
    }
    let is_meant = |at: usize| {
        let begins = |name: &str| word.len() >= 3 && name.to_lowercase().starts_with(word);
        begins(INDONESIAN[at]) || begins(ENGLISH[at]) || OTHER[at].contains(&word)
    };
    (0..12).find(|at| is_meant(*at)).and_then(|at| i8::try_from(at + 1).ok())
}

fn year_of(word: &str, today: Date) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    match word.len() {
        2 if 2000 + year <= today.year() => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year).filter(|year| YEARS.contains(year)),
        _ => None,
    }
}

/// Runs of digits and runs of letters, lower case, whatever stands between; or the sign that has no
/// place in a date.
fn words(text: &str) -> Result<Vec<String>, char> {
    let mut words: Vec<String> = Vec::new();
    let mut last_kind = None;
    for sign in text.chars().filter(|sign| !super::digits::is_unseen(*sign)) {
        let kind = if sign.is_ascii_digit() {
            Some(0)
        } else if sign.is_alphabetic() {
            Some(1)
        } else if sign.is_whitespace() || matches!(sign, '-' | '/' | '.' | ',' | '\\' | '–') {
            None
        } else {
            return Err(sign);
        };
        if kind.is_some() {
            if kind != last_kind {
                words.push(String::new());
            }
            words.last_mut().expect("just pushed").extend(sign.to_lowercase());
        }
        last_kind = kind;
    }
    Ok(words)
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|sign| sign.is_ascii_digit())
}

fn bad(id: &'static str, name: &'static str, value: String) -> Parsed<Date> {
    Parsed::bad(Verdict::new(Level::Salah, id).with(name, value))
}

#[cfg(test)]
mod tests {
    use super::super::testing::finds;
    use super::*;
    use Level::Salah;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn dates_are_read_the_way_people_write_them() {
        for text in [
            "17-8-45",
            "17/08/1945",
            "17 8 1945",
            "17.8.45",
            "170845",
            "17081945",
            "17 Agustus 1945",
            "17 agt 45",
            "1945-08-17",
            "17agt45",
            "17-VIII-1945",
            "17 Aug 1945",
            "17, Agustus, 1945",
            " 17 – 8 – 1945 ",
            "19450817",
        ] {
            assert_eq!(parse(text, TODAY).value, Some(date(1945, 8, 17)), "{text}");
        }
    }

    #[test]
    fn a_two_digit_year_is_of_this_century_unless_still_to_come() {
        let year = |text: &str| parse(text, TODAY).value.map(Date::year);
        assert_eq!(year("1-1-26"), Some(2026));
        assert_eq!(year("31-12-26"), Some(2026));
        assert_eq!(year("1-1-27"), Some(1927));
        assert_eq!(year("1-1-00"), Some(2000));
    }

    #[test]
    fn every_month_is_known_by_name_and_by_its_first_letters() {
        for (at, (indonesian, english)) in INDONESIAN.iter().zip(ENGLISH).enumerate() {
            let month = i8::try_from(at + 1).expect("twelve months");
            for name in [*indonesian, english, &indonesian[..3], &english[..3]] {
                let text = format!("1 {name} 2000");
                assert_eq!(parse(&text, TODAY).value, Some(date(2000, month, 1)), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_date_is_told() {
        for (text, id) in [
            ("", "date-empty"),
            ("17", "date-shape"),
            ("17-8", "date-shape"),
            ("17 Agustus", "date-shape"),
            ("Agustus 17 1945", "date-shape"),
            ("1708194", "date-shape"),
            ("17-8-1945-1", "date-shape"),
            ("17+8+1945", "date-letter"),
            ("17-13-1945", "date-month"),
            ("17 Agu45s 1945", "date-shape"),
            ("17 Xyz 1945", "date-month"),
            ("17-8-945", "date-year"),
            ("17-8-0045", "date-year"),
            ("30-2-1990", "date-impossible"),
            ("29-2-1900", "date-impossible"),
            ("0-1-1990", "date-impossible"),
            ("999-1-1990", "date-impossible"),
        ] {
            finds(text, &parse(text, TODAY), &[(Salah, id)]);
        }
    }

    #[test]
    fn dates_are_shown_in_words_of_each_language() {
        assert_eq!(long(date(1945, 8, 17), true), "17 Agustus 1945");
        assert_eq!(long(date(1945, 8, 17), false), "17 August 1945");
    }
}
