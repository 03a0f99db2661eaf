//! The retype sheet on A4: what is typed into OSS, page by page, with a box to tick for each value.
//!
//! The one paper with a person's data on it, and it says so at its head and at its foot.

use super::lines::{paper, wrap};
use super::receipt::counter;
use crate::app::{RetypePage, RetypeRow, RetypeSheet};
use crate::ident::date;
use crate::text::{Catalog, Lang};
use unicode_width::UnicodeWidthStr as _;

/// Columns of an A4 page in a type of fixed width.
pub const COLUMNS: usize = 80;
/// Columns of the labels.
const LABELS: usize = 30;
/// `[ ] `, the box to tick.
const BOX: usize = 4;

/// The paper, lines ended by `\n`.
pub fn text(sheet: &RetypeSheet, words: &Catalog) -> String {
    let mut lines = Vec::new();
    let centred = |lines: &mut Vec<String>, text: &str| {
        for line in wrap(text, COLUMNS) {
            let pad = COLUMNS.saturating_sub(line.width()) / 2;
            lines.push(format!("{}{line}", " ".repeat(pad)));
        }
    };
    let secret = words.get("retype-secret");
    centred(&mut lines, &sheet.office.to_uppercase());
    centred(&mut lines, &words.get("retype-title"));
    if sheet.copies > 0 {
        centred(&mut lines, &words.get("receipt-copy"));
    }
    centred(&mut lines, &secret);
    lines.push(String::new());
    let (hour, minute) = sheet.time;
    let day = date::long(sheet.day, words.lang() == Lang::Id);
    for (key, value) in [
        ("receipt-code", sheet.code.clone()),
        ("receipt-service", sheet.service.get(words.lang()).to_owned()),
        ("receipt-time", format!("{day}, {hour:02}.{minute:02}")),
        ("receipt-counter", counter(&sheet.counter).to_owned()),
        ("retype-attempts", sheet.attempts.to_string()),
    ] {
        let head = words.get(key);
        let pad = 12usize.saturating_sub(head.width()).max(1);
        let mut value = wrap(&value, COLUMNS - 12).into_iter();
        lines.push(format!("{head}{}{}", " ".repeat(pad), value.next().unwrap_or_default()));
        lines.extend(value.map(|line| format!("{}{line}", " ".repeat(12))));
    }
    for (at, page) in sheet.pages.iter().enumerate() {
        lines.push(String::new());
        heading(&mut lines, at + 1, page, words);
        for one in &page.rows {
            row(&mut lines, one, words);
        }
    }
    lines.push(String::new());
    let label = sheet.number_label.get(words.lang());
    if let Some(number) = &sheet.number {
        lines.extend(wrap(&format!("{label}: {number}"), COLUMNS));
    } else {
        let ask = words.with("retype-number", &[("label", label.into())]);
        lines.extend(wrap(&ask, COLUMNS));
        lines.push(String::new());
        lines.push("_".repeat(40));
    }
    lines.push(String::new());
    centred(&mut lines, &secret);
    paper(&lines)
}

fn heading(lines: &mut Vec<String>, number: usize, page: &RetypePage, words: &Catalog) {
    let title = page.title.get(words.lang());
    let title = match page.ordinal {
        Some(ordinal) => format!("{title} ({ordinal})"),
        None => title.to_owned(),
    };
    let args = [("page", number.to_string().into()), ("title", title.into())];
    lines.extend(wrap(&words.with("retype-page", &args), COLUMNS));
    lines.push("-".repeat(COLUMNS));
}

/// A box, the label, the value; longer ones go on under their own beginning.
fn row(lines: &mut Vec<String>, row: &RetypeRow, words: &Catalog) {
    let labels = wrap(&row.label, LABELS - 1);
    let mut values: Vec<String> =
        row.value.lines().flat_map(|line| wrap(line, COLUMNS - BOX - LABELS)).collect();
    if !row.left_out.is_empty() {
        let cut = words.with("retype-cut", &[("rest", row.left_out.as_str().into())]);
        values.extend(wrap(&format!("({cut})"), COLUMNS - BOX - LABELS));
    }
    for at in 0..labels.len().max(values.len()) {
        let tick = match (at, row.done) {
            (0, true) => "[x] ",
            (0, false) => "[ ] ",
            _ => "    ",
        };
        let label = labels.get(at).map_or("", String::as_str);
        let value = values.get(at).map_or("", String::as_str);
        let pad = LABELS.saturating_sub(label.width());
        lines.push(format!("{tick}{label}{}{value}", " ".repeat(pad)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use jiff::civil::date;

    fn sheet() -> RetypeSheet {
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
            copies: 0,
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
                        "Warung nasi dan lauk pauk untuk pekerja pelabuhan\ndan rantangan kantor",
                        "tiap hari kerja",
                        false,
                    )],
                },
            ],
        }
    }

    #[test]
    fn the_paper_in_indonesian() {
        insta::assert_snapshot!(text(&sheet(), &Catalog::built_in(Lang::Id)));
    }

    #[test]
    fn a_number_that_is_there_is_printed_and_a_second_paper_says_copy() {
        let sheet = RetypeSheet { number: Some("9120001123456".into()), copies: 1, ..sheet() };
        let paper = text(&sheet, &Catalog::built_in(Lang::En));
        assert!(paper.contains("NIB: 9120001123456") && !paper.contains("____"), "{paper}");
        assert!(paper.contains(&Catalog::built_in(Lang::En).get("receipt-copy")), "{paper}");
        assert_eq!(paper.matches("Destroy after use").count(), 2, "head and foot: {paper}");
    }

    proptest::proptest! {
        #[test]
        fn always_every_value_is_on_the_paper_and_no_line_is_too_wide(
            label in "[ -~é株]{1,60}", value in "[ -~é株\n]{1,300}"
        ) {
            let mut sheet = sheet();
            sheet.pages[0].rows[0].label = label;
            sheet.pages[0].rows[0].value.clone_from(&value);
            let paper = text(&sheet, &Catalog::built_in(Lang::Id));
            for line in paper.lines() {
                proptest::prop_assert!(line.width() <= COLUMNS, "{line:?}");
            }
            // The letters of the value, in the column of the values.
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let from = paper.lines().position(|line| line.starts_with("[x]")).expect("a row");
            let to = paper.lines().position(|line| line.starts_with("[ ]")).expect("a row");
            let mut seen = String::new();
            for line in paper.lines().skip(from).take(to - from) {
                let mut width = 0;
                let column = line.chars().skip_while(|c| {
                    width += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
                    width <= BOX + LABELS
                });
                seen.push_str(&letters(&column.collect::<String>()));
            }
            proptest::prop_assert_eq!(seen, letters(&value));
        }
    }
}
