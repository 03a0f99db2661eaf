//! Lembar salin: every value of a case, page by page as OSS asks for them, with a box to tick.
//!
//! The one paper that is full of personal data, and says so on its head and foot.

use super::paper::{Block, Column, ColumnKind, Paper};
use super::receipt::counter;
use crate::app::{RetypePage, RetypeRow, RetypeSheet};
use crate::ident::date;
use crate::text::{Catalog, Lang};

/// The paper.
pub(super) fn paper(sheet: &RetypeSheet, words: &Catalog) -> Paper {
    let lang = words.lang();
    let mut paper = Paper::new(words.get("print-retype-title"), words);
    // Every page may come loose, so every foot says it.
    paper.foot = format!("{}  ·  {}", words.get("print-retype-secret"), paper.foot);
    paper.add(Block::Office(sheet.office.clone()));
    paper.add(Block::Title(words.get("print-retype-title")));
    paper.add(Block::Gap);
    paper.entry(words.get("print-code"), &sheet.code);
    paper.entry(words.get("print-service"), sheet.service.get(lang));
    let (hour, minute) = sheet.time;
    let day = date::long(sheet.day, lang == Lang::Id);
    paper.entry(words.get("receipt-time"), format!("{day}, {hour:02}.{minute:02}"));
    paper.entry(words.get("receipt-counter"), counter(&sheet.counter));
    paper.entry(words.get("retype-attempts"), sheet.attempts.to_string());
    paper.add(Block::Gap);
    paper
        .add(Block::Bullets(vec![words.get("print-retype-secret"), words.get("print-retype-how")]));
    let column = |key: &str, weight, kind| Column {
        head: if key.is_empty() { String::new() } else { words.get(key) },
        weight,
        kind,
    };
    for (at, page) in sheet.pages.iter().enumerate() {
        paper.add(Block::Heading(heading(at + 1, page, words)));
        paper.add(Block::Table {
            columns: vec![
                column("", 1, ColumnKind::Tick),
                column("print-field", 4, ColumnKind::Words),
                column("print-value", 6, ColumnKind::Value),
            ],
            rows: page.rows.iter().map(|row| cells(row, words)).collect(),
        });
    }
    paper.add(Block::Gap);
    let label = sheet.number_label.get(lang);
    let number = sheet.number.clone().unwrap_or_else(|| BY_HAND.to_owned());
    paper.entry(label, number);
    paper
}

/// Room for the number that OSS or the office gives.
const BY_HAND: &str = "________________________";

fn heading(number: usize, page: &RetypePage, words: &Catalog) -> String {
    let title = page.title.get(words.lang());
    let title = match page.ordinal {
        Some(ordinal) => format!("{title} ({ordinal})"),
        None => title.to_owned(),
    };
    words.with("print-retype-page", &[("page", number.to_string().into()), ("title", title.into())])
}

/// The box, the label, and the value with what the field of OSS does not hold.
fn cells(row: &RetypeRow, words: &Catalog) -> Vec<String> {
    let mut value = row.value.clone();
    if !row.left_out.is_empty() {
        let cut = words.with("retype-cut", &[("rest", row.left_out.as_str().into())]);
        value = format!("{value} ({cut})");
    }
    let done = if row.done { "x" } else { "" };
    vec![done.to_owned(), row.label.clone(), value]
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::text::Text;
    use jiff::civil::date;
    use unicode_width::UnicodeWidthStr as _;

    pub(crate) fn sheet() -> RetypeSheet {
        let text = |id: &str, en: &str| Text { id: id.into(), en: en.into() };
        let row = |label: &str, value: &str, left_out: &str, done| RetypeRow {
            label: label.into(),
            value: value.into(),
            left_out: left_out.into(),
            done,
        };
        RetypeSheet {
            office: "DPMPTSP Kota Contoh".into(),
            counter: "Loket 2".into(),
            code: "KUDA-472-M".into(),
            service: text("NIB perorangan", "NIB for one person"),
            day: date(2026, 11, 23),
            time: (14, 55),
            attempts: 2,
            number_label: Text::same("NIB"),
            number: None,
            pages: vec![
                RetypePage {
                    title: text("Data Pelaku Usaha", "Business owner"),
                    ordinal: None,
                    rows: vec![
                        row("NIK", "1472065708450002", "", true),
                        row("Nama", "SITI AMINAH", "", false),
                    ],
                },
                RetypePage {
                    title: text("Data Bidang Usaha", "Line of business"),
                    ordinal: Some(2),
                    rows: vec![row(
                        "Deskripsi kegiatan yang panjang sekali namanya",
                        "Warung nasi dan lauk pauk untuk pekerja pelabuhan",
                        "dan rantangan kantor tiap hari kerja",
                        false,
                    )],
                },
            ],
        }
    }

    #[test]
    fn the_paper_in_indonesian() {
        insta::assert_snapshot!(paper(&sheet(), &Catalog::built_in(Lang::Id)).plain(80, false));
    }

    #[test]
    fn a_number_that_is_there_is_printed() {
        let sheet = RetypeSheet { number: Some("9120001123456".into()), ..sheet() };
        let paper = paper(&sheet, &Catalog::built_in(Lang::En));
        let text = paper.plain(80, false);
        assert!(text.contains("9120001123456") && !text.contains("____"), "{text}");
        assert!(paper.foot.contains("destroy after use"), "{}", paper.foot);
    }

    proptest::proptest! {
        #[test]
        fn always_every_value_is_on_the_paper_and_no_line_is_too_wide(
            value in "[!-~é株]{1,20}( [!-~é株]{1,20}){0,12}"
        ) {
            let mut sheet = sheet();
            sheet.pages = vec![RetypePage {
                title: Text::same("Data"),
                ordinal: None,
                rows: vec![RetypeRow {
                    label: "X".into(),
                    value: value.clone(),
                    left_out: String::new(),
                    done: false,
                }],
            }];
            let text = paper(&sheet, &Catalog::built_in(Lang::Id)).plain(80, false);
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            for line in text.lines() {
                proptest::prop_assert!(line.width() <= 80, "{line:?}");
            }
            proptest::prop_assert!(letters(&text).contains(&letters(&value)), "{text}");
        }
    }
}
