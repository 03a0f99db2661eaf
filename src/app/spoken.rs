//! A text as it is said: amounts and years in words, long numbers digit by digit in their groups.
//!
//! Speech programs read `1472 0617` as two thousands and `Rp8.000.000` as a string of points; what is
//! written here leaves them nothing to guess. Pure; knows no program.

use crate::text::Lang;

/// Digits of a group, when a long number has none of its own.
const GROUP: usize = 4;
/// Most digits that are still said as one number.
const SAYABLE: usize = 15;
/// Fewest digits in a row that are read one by one: codes and numbers of papers, never amounts.
const LONG: usize = 5;

/// `text` as it is said in `lang`: digits in words, nothing a voice would stumble over.
///
/// ```
/// use loket::app::spoken;
/// use loket::text::Lang;
/// assert_eq!(spoken("Rp8.000.000", Lang::Id), "delapan juta rupiah");
/// assert_eq!(spoken("KBLI 56101", Lang::Id), "KBLI lima, enam, satu, nol; satu");
/// ```
pub fn spoken(text: &str, lang: Lang) -> String {
    // What holds a number together on a line is a space to the ear.
    let text = text.replace('\u{a0}', " ");
    let mut out = String::with_capacity(text.len() * 2);
    let mut rest = text.as_str();
    let mut in_code = false;
    while let Some(sign) = rest.chars().next() {
        let before = out.chars().next_back();
        if let Some(amount) = rest.strip_prefix("Rp").and_then(|rest| amount(rest, lang)) {
            out.push_str(&amount.0);
            rest = amount.1;
        } else if sign.is_ascii_digit() {
            let end = number_end(rest);
            let (number, after) = rest.split_at(end);
            // A number grown together with letters (`m2`, `RT03`) is said after them.
            if before.is_some_and(char::is_alphanumeric) {
                out.push(' ');
            }
            // What stands behind the dash of a code is a code: `KUDA-47-M`.
            let behind_dash = std::mem::take(&mut in_code);
            out.push_str(&if behind_dash { one_by_one(number, lang) } else { said(number, lang) });
            if after.starts_with('%') {
                out.push_str(match lang {
                    Lang::Id => " persen",
                    Lang::En => " percent",
                });
            } else if after.chars().next().is_some_and(char::is_alphabetic) {
                out.push(' ');
            }
            rest = after.strip_prefix('%').unwrap_or(after);
        } else {
            in_code = push(&mut out, sign, rest);
            rest = &rest[sign.len_utf8()..];
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sign as it is said: dashes in codes are pauses, what cannot be said is left out. Tells whether it
/// was the dash of a code.
fn push(out: &mut String, sign: char, rest: &str) -> bool {
    let next = rest.chars().nth(1);
    match sign {
        '-' if next.is_some_and(char::is_alphanumeric)
            && out.chars().next_back().is_some_and(char::is_alphanumeric) =>
        {
            // `KTP-nya` and `antar-kota` are words; `KUDA-47` and `47-M` are not.
            let is_digit = next.is_some_and(|next| next.is_ascii_digit());
            let is_upper = next.is_some_and(char::is_uppercase);
            let is_word = !(is_digit || is_upper && ends_in_number(out));
            out.push_str(if is_word { "-" } else { ", " });
            return !is_word;
        }
        '·' | '›' | '/' | '|' | ';' => out.push_str(", "),
        '“' | '”' | '"' | '•' | '✔' | '✗' | '*' | '_' | '#' | '<' | '>' | '[' | ']' | '{' | '}' =>
        {
            out.push(' ');
        }
        sign if sign.is_control() => out.push(' '),
        sign => out.push(sign),
    }
    false
}

/// Whether what was said last was a number in words.
fn ends_in_number(out: &str) -> bool {
    let last = out.rsplit([' ', ',']).next().unwrap_or_default();
    ONES.iter().any(|ones| ones.contains(&last))
}

/// Where the number at the start of `text` ends: digits, with single dots, commas, colons, spaces,
/// dashes or slashes between them.
fn number_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    loop {
        let from = end;
        while is_digit(end) {
            end += 1;
        }
        let group = end - from;
        let joins = match bytes.get(end) {
            Some(b'.' | b',' | b'-' | b'/' | b':') => is_digit(end + 1),
            // A space joins only groups of four: `1472 0617`, not `3 anak 2 cucu` or `17 2`.
            Some(b' ') => {
                let next = (end + 1..bytes.len()).take_while(|at| is_digit(*at)).count();
                group >= 3 && (3..=GROUP).contains(&next)
            }
            _ => false,
        };
        if !joins {
            return end;
        }
        end += 1;
    }
}

/// `Rp 8.000.000` after its `Rp`: the words, and what follows.
fn amount(text: &str, lang: Lang) -> Option<(String, &str)> {
    let from = text.trim_start_matches(['.', ' ']);
    if !from.starts_with(|sign: char| sign.is_ascii_digit()) {
        return None;
    }
    let (number, after) = from.split_at(number_end(from));
    let whole = number.strip_suffix(",00").unwrap_or(number);
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let is_whole = whole.chars().all(|sign| sign == '.' || sign.is_ascii_digit());
    let value = digits.parse().ok().filter(|_| is_whole && digits.len() <= SAYABLE)?;
    Some((format!("{} rupiah", words(value, lang)), after.trim_start_matches(",-")))
}

/// A number as it is said: an amount, a time, a date, a decimal, or its digits.
fn said(number: &str, lang: Lang) -> String {
    time(number, lang)
        .or_else(|| date(number, lang))
        .or_else(|| counted(number, lang))
        .unwrap_or_else(|| one_by_one(number, lang))
}

/// `07.30`: seven thirty.
fn time(number: &str, lang: Lang) -> Option<String> {
    let (hour, minute) = number.split_once(['.', ':'])?;
    if hour.len() > 2 || minute.len() != 2 {
        return None;
    }
    let (hour, minute): (u64, u64) = (hour.parse().ok()?, minute.parse().ok()?);
    if hour > 23 || minute > 59 {
        return None;
    }
    let hour = words(hour, lang);
    Some(match (minute, lang) {
        (0, _) => hour,
        (minute, Lang::Id) => format!("{hour} lewat {}", words(minute, lang)),
        (minute, Lang::En) => format!("{hour} {}", words(minute, lang)),
    })
}

/// `17/08/1945`, `17-08-1945`, `1945-08-17`: as the day is called.
fn date(number: &str, lang: Lang) -> Option<String> {
    let parts: Vec<&str> = number.split(['/', '-']).collect();
    let [first, month, last] = parts[..] else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    if year.len() != 4 || day.len() > 2 || month.len() > 2 {
        return None;
    }
    let date =
        jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    Some(spoken(&crate::ident::date::long(date, lang == Lang::Id), lang))
}

/// A number that counts something: `24`, `1945`, `15.000`, `0,9`; not `0812` and not `56101`.
fn counted(number: &str, lang: Lang) -> Option<String> {
    let (whole, fraction) = match number.split_once(',') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    if fraction
        .is_some_and(|part| part.is_empty() || !part.bytes().all(|sign| sign.is_ascii_digit()))
    {
        return None;
    }
    let groups: Vec<&str> = whole.split('.').collect();
    let is_grouped = groups.len() > 1;
    let (first, others) = groups.split_first()?;
    let is_sound = !first.is_empty()
        && first.bytes().all(|sign| sign.is_ascii_digit())
        && others.iter().all(|one| one.len() == 3 && one.bytes().all(|sign| sign.is_ascii_digit()));
    let is_code = first.len() > 1 && first.starts_with('0')
        || !is_grouped && first.len() >= LONG
        || is_grouped && (first.len() > 3 || *first == "0");
    let digits = groups.concat();
    if !is_sound || is_code || digits.len() > SAYABLE {
        return None;
    }
    let mut said = words(digits.parse().ok()?, lang);
    if let Some(fraction) = fraction {
        said.push_str(match lang {
            Lang::Id => " koma",
            Lang::En => " point",
        });
        for digit in fraction.bytes() {
            said.push(' ');
            said.push_str(ones(lang)[usize::from(digit - b'0')]);
        }
    }
    Some(said)
}

/// Digit by digit, a short rest between digits and a longer one between groups: its own, or fours.
fn one_by_one(number: &str, lang: Lang) -> String {
    let own: Vec<&str> =
        number.split(|sign: char| !sign.is_ascii_digit()).filter(|one| !one.is_empty()).collect();
    let groups: Vec<&[u8]> = own.iter().flat_map(|one| one.as_bytes().chunks(GROUP)).collect();
    let said = |group: &&[u8]| {
        let digits = group.iter().map(|digit| ones(lang)[usize::from(digit - b'0')]);
        digits.collect::<Vec<_>>().join(", ")
    };
    groups.iter().map(said).collect::<Vec<_>>().join("; ")
}

const ONES: [[&str; 10]; 2] = [
    ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
];
const TEENS: [&str; 10] = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// Thousands and more, largest first.
const STEPS: [(u64, [&str; 2]); 4] = [
    (1_000_000_000_000, ["triliun", "trillion"]),
    (1_000_000_000, ["miliar", "billion"]),
    (1_000_000, ["juta", "million"]),
    (1_000, ["ribu", "thousand"]),
];

const fn ones(lang: Lang) -> &'static [&'static str; 10] {
    match lang {
        Lang::Id => &ONES[0],
        Lang::En => &ONES[1],
    }
}

/// A whole number in words.
fn words(number: u64, lang: Lang) -> String {
    if number == 0 {
        return ones(lang)[0].to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = number;
    for (step, names) in STEPS {
        let count = rest / step;
        rest %= step;
        match (count, lang) {
            (0, _) => {}
            (1, Lang::Id) if step == 1_000 => parts.push("seribu".into()),
            (count, Lang::Id) => parts.push(format!("{} {}", words(count, lang), names[0])),
            (count, Lang::En) => parts.push(format!("{} {}", words(count, lang), names[1])),
        }
    }
    let (hundreds, rest) = (rest / 100, rest % 100);
    match (hundreds, lang) {
        (0, _) => {}
        (1, Lang::Id) => parts.push("seratus".into()),
        (count, Lang::Id) => parts.push(format!("{} ratus", words(count, lang))),
        (count, Lang::En) => parts.push(format!("{} hundred", words(count, lang))),
    }
    let one = |digit: u64| ones(lang)[digit as usize];
    match (rest, lang) {
        (0, _) => {}
        (10, Lang::Id) => parts.push("sepuluh".into()),
        (11, Lang::Id) => parts.push("sebelas".into()),
        (12..=19, Lang::Id) => parts.push(format!("{} belas", one(rest - 10))),
        (10..=19, Lang::En) => parts.push(TEENS[rest as usize - 10].into()),
        (1..=9, _) => parts.push(one(rest).into()),
        (_, Lang::Id) => parts.push(format!("{} puluh", one(rest / 10))),
        (_, Lang::En) => parts.push(TENS[rest as usize / 10].into()),
    }
    if rest >= 20 && rest % 10 > 0 {
        parts.push(one(rest % 10).into());
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> String {
        spoken(text, Lang::Id)
    }

    #[test]
    fn numbers_are_said_as_people_say_them() {
        for (text, said) in [
            ("1472 0617", "satu, empat, tujuh, dua; nol, enam, satu, tujuh"),
            ("1472\u{a0}0617", "satu, empat, tujuh, dua; nol, enam, satu, tujuh"),
            ("Rp\u{a0}8.000.000", "delapan juta rupiah"),
            ("14720617", "satu, empat, tujuh, dua; nol, enam, satu, tujuh"),
            ("Rp8.000.000", "delapan juta rupiah"),
            ("Modal Rp 15.500.000.", "Modal lima belas juta lima ratus ribu rupiah."),
            ("Rp 1.000,00 saja", "seribu rupiah saja"),
            ("17 Agustus 1945", "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
            ("17/08/1945", "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
            ("1945-08-17", "tujuh belas Agustus seribu sembilan ratus empat puluh lima"),
            (
                "0812-3456-7890",
                "nol, delapan, satu, dua; tiga, empat, lima, enam; tujuh, delapan, sembilan, nol",
            ),
            ("KUDA-472-M", "KUDA, empat, tujuh, dua, M"),
            ("Selasa, 07.30", "Selasa, tujuh lewat tiga puluh"),
            ("0,9 detik", "nol koma sembilan detik"),
            ("24 m2", "dua puluh empat m dua"),
            ("RT 03 RW 005", "RT nol, tiga RW nol, nol, lima"),
            ("81 tahun, 100%", "delapan puluh satu tahun, seratus persen"),
            ("KTP-nya dan E-mail-nya", "KTP-nya dan E-mail-nya"),
            ("usaha antar-kota", "usaha antar-kota"),
            ("11 dan 1.011", "sebelas dan seribu sebelas"),
            ("Ibu · Dumai", "Ibu , Dumai"),
            ("•••• ••••", ""),
            ("", ""),
        ] {
            assert_eq!(id(text), said, "{text}");
        }
        assert_eq!(
            spoken("17 August 1945", Lang::En),
            "seventeen August one thousand nine hundred forty five"
        );
        assert_eq!(spoken("56101", Lang::En), "five, six, one, zero; one");
        assert_eq!(spoken("at 07.30", Lang::En), "at seven thirty");
    }

    /// The number that Indonesian words stand for.
    fn heard(words: &str) -> u64 {
        let (mut total, mut part, mut last) = (0, 0, 0);
        for word in words.split(' ') {
            match word {
                "seribu" => total += 1_000,
                "seratus" => part += 100,
                "sepuluh" => last = 10,
                "sebelas" => last = 11,
                "belas" => last += 10,
                "puluh" => (part, last) = (part + last * 10, 0),
                "ratus" => (part, last) = (part + last * 100, 0),
                _ => match STEPS.iter().find(|(_, names)| names[0] == word) {
                    Some((step, _)) => {
                        total += (part + last) * step;
                        (part, last) = (0, 0);
                    }
                    None => {
                        last = ONES[0].iter().position(|one| *one == word).expect("a digit") as u64;
                    }
                },
            }
        }
        total + part + last
    }

    proptest::proptest! {
        #[test]
        fn always_an_amount_is_heard_as_it_is_written(number in 0..1_000_000_000_000_000_u64) {
            proptest::prop_assert_eq!(heard(&words(number, Lang::Id)), number);
            let written = format!("Rp {}", crate::ident::number::group(number as i64));
            proptest::prop_assert_eq!(id(&written), format!("{} rupiah", words(number, Lang::Id)));
        }

        #[test]
        fn always_a_long_number_is_said_digit_by_digit(number in "[0-9]{5,20}", grouped in proptest::bool::ANY) {
            let fours = number.as_bytes().chunks(4).map(|part| std::str::from_utf8(part).expect("digits"));
            let shown = if grouped && number.len() % 4 == 0 { fours.collect::<Vec<_>>().join(" ") } else { number.clone() };
            for (at, lang) in Lang::ALL.into_iter().enumerate() {
                let said = spoken(&shown, lang);
                let ones = if lang == Lang::Id { ONES[0] } else { ONES[1] };
                let heard: String = said
                    .split([',', ';'])
                    .map(|word| ones.iter().position(|one| *one == word.trim()).expect("a digit").to_string())
                    .collect();
                proptest::prop_assert_eq!(&heard, &number, "{}", at);
            }
        }

        #[test]
        fn always_no_digit_and_no_control_character_is_left(text in "(?s)[A-Za-z0-9 .,/:%Rp\u{0}-\u{1f}é·-]{0,40}") {
            for lang in Lang::ALL {
                let said = spoken(&text, lang);
                proptest::prop_assert!(!said.chars().any(|sign| sign.is_ascii_digit() || sign.is_control()), "{said}");
            }
        }
    }
}
