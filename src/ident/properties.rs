//! Sentences that say "always", tried on made-up texts.

use super::{
    ahu, akta, bpjs, coordinates, date, email, kbli, money, nib, nik, nitku, npwp, number, phone,
    postal, rtrw, wilayah,
};
use jiff::civil::Date;
use proptest::prelude::*;

const TODAY: Date = jiff::civil::date(2026, 11, 22);

/// Texts near what people type, which plain random text hardly ever is.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[0-9 .,/+-]{0,26}",
        "[0-9]{13,22}",
        "(Rp ?)?[0-9.,]{1,24} ?(rb|jt|M|T|k)?",
        "[0-9]{1,4}[-/ .]([0-9]{1,2}|agt|mei|VIII)[-/ .][0-9]{1,4}",
        "(RT|RW|rt)?[ .]?[0-9]{0,4}[/ ]?(RW|RT)?[ .]?[0-9]{0,4}",
        "AHU[-.](AH[.])?[0-9]{1,8}[-._]AH[.][0-9]{2}[.][0-9]{2}[. ]TAHUN[. ][0-9]{0,5}",
        "([+]|00|0|62)?[0-9]{6,14}",
        "[a-z.]{0,8}@?[a-z.@]{0,12}",
        "-?[0-9]{1,3}([.,][0-9]{0,7})?[°'\"NSEW, ;]{0,3}-?[0-9]{1,3}([.,][0-9]{0,7})?[°'\"NSEW]{0,2}",
        "[0-9\u{660}\u{ff11}\u{200f}\0]{0,20}",
    ]
}

fn any_date() -> impl Strategy<Value = Date> {
    (1800_i16..=2199, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("a date of the calendar", |(year, month, day)| {
            Date::new(year, month, day).ok()
        })
}

/// A text that is read is read the same again from each of the forms it is shown in.
macro_rules! reads_back {
    ($text:expr, $parse:expr, $($form:ident),+) => {
        let parsed = $parse($text);
        if let Some(value) = &parsed.value {
            $(
                let again = $parse(&value.$form());
                prop_assert_eq!(again.value.as_ref(), Some(value));
                prop_assert_eq!(&again.verdicts, &parsed.verdicts);
            )+
        }
    };
}

proptest! {
    #[test]
    fn what_is_read_reads_back_and_nothing_panics(text in typed()) {
        reads_back!(&text, nik::parse, digits, as_str, grouped);
        reads_back!(&text, npwp::parse, digits, as_str, grouped);
        reads_back!(&text, nitku::parse, digits, as_str, grouped);
        reads_back!(&text, nib::parse, digits, as_str, grouped);
        reads_back!(&text, |text: &str| kbli::parse(text, 2025), digits, as_str, grouped);
        reads_back!(&text, phone::parse, as_str, national, grouped);
        reads_back!(&text, email::parse, as_str);
        reads_back!(&text, ahu::parse, as_str);
        reads_back!(&text, akta::parse_number, as_str);
        reads_back!(&text, bpjs::parse_kpj, as_str);
        reads_back!(&text, bpjs::parse_card, as_str);
        reads_back!(&text, bpjs::parse_npp, as_str);
        reads_back!(&text, postal::parse, digits, as_str);
        reads_back!(&text, rtrw::parse, shown);
        reads_back!(&text, wilayah::parse, as_str);
        if let Some(place) = coordinates::parse(&text).value {
            prop_assert_eq!(coordinates::parse(&place.shown()).value, Some(place));
        }
        let _ = (date::parse(&text, TODAY), number::parse_decimal(&text));
        if let Some(rupiah) = money::parse(&text).value {
            prop_assert!(rupiah >= 0);
        }
        let _ = number::parse_integer(&text);
    }

    #[test]
    fn a_domestic_number_is_kept_as_62_and_reads_back(text in "(0|62|[+]62|[+]62 0)8[1-9][0-9]{7,10}") {
        let phone = phone::parse(&text).value;
        let phone = phone.expect("ten to thirteen digits are a mobile number");
        prop_assert!(phone.digits().starts_with("628"));
        prop_assert_eq!(phone::parse(phone.digits()).value, Some(phone.clone()));
        prop_assert_eq!(phone::parse(&phone.national()).value, Some(phone));
    }

    #[test]
    fn debug_never_shows_a_whole_number(text in "[0-9]{15,16}") {
        let nik = format!("{:?}", nik::parse(&text).value);
        let npwp = format!("{:?}", npwp::parse(&text).value);
        prop_assert!(!nik.contains(&text) && !npwp.contains(&text));
        let parsed = format!("{:?}", nik::parse(&text));
        prop_assert!(!parsed.contains(&text[..6]));
    }

    #[test]
    fn a_shown_amount_reads_back(rupiah in 0..=i64::MAX) {
        prop_assert_eq!(money::parse(&money::show(rupiah)).value, Some(rupiah));
    }

    #[test]
    fn a_place_in_indonesia_reads_back_without_a_word(
        latitude in -11.5_f64..=6.5,
        longitude in 94.5_f64..=141.5,
    ) {
        let parsed = coordinates::parse(&format!("{latitude:.6}, {longitude:.6}"));
        let place = parsed.value.expect("two numbers");
        prop_assert!(parsed.verdicts.is_empty());
        prop_assert!((place.latitude() - latitude).abs() < 1e-6);
        prop_assert!((place.longitude() - longitude).abs() < 1e-6);
        prop_assert_eq!(coordinates::parse(&place.shown()).value, Some(place));
    }

    #[test]
    fn a_grouped_number_reads_back(whole in any::<i64>()) {
        let parsed = number::parse_integer(&number::group(whole));
        prop_assert_eq!(parsed.value, Some(whole));
        prop_assert!(parsed.verdicts.is_empty());
    }

    #[test]
    fn a_date_in_words_or_in_figures_reads_back(day in any_date()) {
        for text in [date::long(day, true), date::long(day, false), day.to_string()] {
            prop_assert_eq!(date::parse(&text, TODAY).value, Some(day));
        }
        let figures = day.strftime("%d%m%Y").to_string();
        prop_assert_eq!(date::parse(&figures, TODAY).value, Some(day));
    }

    #[test]
    fn a_two_digit_year_is_never_after_this_one(text in "[0-3][0-9][01][0-9][0-9]{2}") {
        if let Some(read) = date::parse(&text, TODAY).value {
            prop_assert!(read.year() <= TODAY.year() && read.year() > TODAY.year() - 100);
        }
    }

    #[test]
    fn a_nik_made_of_its_parts_tells_them(
        province in proptest::sample::select(wilayah::PROVINCES.to_vec()),
        place in "0[1-9]0[1-9]",
        birth in any_date(),
        woman in any::<bool>(),
        serial in 1_u16..=9999,
    ) {
        let day = birth.day() + if woman { 40 } else { 0 };
        let year = birth.year().rem_euclid(100);
        // A leap day of 1800 or 2100 has no place in the two centuries a NIK can mean.
        prop_assume!(!(birth.month() == 2 && birth.day() == 29) || year % 4 == 0);
        let text = format!("{}{place}{day:02}{:02}{year:02}{serial:04}", province.0, birth.month());
        let parsed = nik::parse(&text);
        prop_assert!(parsed.verdicts.is_empty(), "{:?}", parsed);
        let nik = parsed.value.expect("nothing was found");
        prop_assert_eq!(nik.province(), Some(province.1));
        prop_assert_eq!(nik.sex() == nik::Sex::Female, woman);
        prop_assert_eq!(nik.serial(), serial);
        prop_assert!(nik.matches_birth(birth));
    }
}
