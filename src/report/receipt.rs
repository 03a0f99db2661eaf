//! Tanda terima: the paper an applicant takes home after a visit.
//!
//! No name and no number of a person is on it: whoever finds it learns a visit code and nothing else.

use super::lines::wrap;
use crate::app::Receipt;
use crate::app::screens::receipt::{Next, Opens};
use crate::base::order;
use crate::ident::date;
use crate::text::{Catalog, Lang, Text};
use jiff::civil::Date;
use unicode_width::UnicodeWidthStr as _;

/// Most missing things named on the paper.
const MOST_MISSING: usize = 5;

/// The paper in at most `width` columns (at least 32 are taken), lines ended by `\n`.
pub fn text(receipt: &Receipt, words: &Catalog, width: usize) -> String {
    let mut paper = Paper { words, width: width.max(32), text: String::new() };
    paper.centred(&receipt.office.to_uppercase());
    paper.centred(&words.get("receipt-title"));
    if receipt.copies > 0 {
        paper.centred(&words.get("receipt-copy"));
    }
    paper.gap();
    paper.entry("receipt-code", &receipt.code);
    paper.entry("receipt-time", &time(receipt.day, receipt.time, words));
    paper.entry("receipt-counter", counter(&receipt.counter));
    let service =
        words.with("receipt-free", &[("service", receipt.service.get(words.lang()).into())]);
    paper.entry("receipt-service", &service);
    paper.gap();
    if !receipt.complete.is_empty() {
        let complete = receipt.complete.iter().map(|text| text.get(words.lang()));
        paper.entry("receipt-complete", &complete.collect::<Vec<_>>().join("; "));
    }
    paper.missing(receipt);
    paper.gap();
    let next = match receipt.next {
        Next::Bring if receipt.missing.is_empty() => "receipt-next-finish",
        Next::Bring => "receipt-next-bring",
        Next::Handover => "receipt-next-handover",
        Next::Waiting => "receipt-next-waiting",
        Next::Done => "receipt-next-done",
        Next::Issued => "receipt-next-issued",
    };
    paper.entry("receipt-next", &words.get(next));
    if !matches!(receipt.next, Next::Done | Next::Issued) {
        paper.entry("receipt-opens", &opens(receipt, words));
    }
    paper.gap();
    paper.paragraph(&words.get("receipt-privacy"));
    paper.text
}

/// When to come again, so that nobody stands before a closed door.
fn opens(receipt: &Receipt, words: &Catalog) -> String {
    match receipt.opens {
        Opens::On(day, at) => time(day, at, words),
        Opens::Likely(day, at) => {
            words.with("receipt-opens-likely", &[("day", time(day, at, words).into())])
        }
        Opens::Unknown => words.get("receipt-opens-unknown"),
    }
}

/// `Senin, 23 November 2026, 10.55`.
fn time(day: Date, (hour, minute): (u8, u8), words: &Catalog) -> String {
    let weekday = day.weekday().to_monday_one_offset();
    let name = words.get(&format!("when-day-{weekday}"));
    let date = date::long(day, words.lang() == Lang::Id);
    format!("{name}, {date}, {hour:02}.{minute:02}")
}

/// `2` of `Loket 2`: the word stands before it already.
pub(super) fn counter(counter: &str) -> &str {
    let counter = counter.trim();
    match counter.get(..5) {
        Some(word) if word.eq_ignore_ascii_case("loket") && counter.len() > 5 => {
            counter[5..].trim()
        }
        _ => counter,
    }
}

struct Paper<'a> {
    words: &'a Catalog,
    width: usize,
    text: String,
}

impl Paper<'_> {
    fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn gap(&mut self) {
        self.line("");
    }

    fn centred(&mut self, text: &str) {
        for line in wrap(text, self.width) {
            let pad = self.width.saturating_sub(line.width()) / 2;
            self.line(&format!("{}{line}", " ".repeat(pad)));
        }
    }

    fn paragraph(&mut self, text: &str) {
        for line in wrap(text, self.width) {
            self.line(&line);
        }
    }

    /// A heading and what it says; longer texts go on under their own beginning.
    fn entry(&mut self, key: &str, text: &str) {
        let head = self.words.get(key);
        self.entry_lines(&head, "", text);
    }

    fn entry_lines(&mut self, head: &str, bullet: &str, text: &str) {
        const HEADS: usize = 12;
        let indent = HEADS + bullet.width();
        for (at, line) in wrap(text, self.width - indent).iter().enumerate() {
            let head = if at == 0 { head } else { "" };
            let bullet = if at == 0 { bullet.to_owned() } else { " ".repeat(bullet.width()) };
            let pad = HEADS.saturating_sub(head.width());
            self.line(&format!("{head}{}{bullet}{line}", " ".repeat(pad)));
        }
    }

    /// What is missing, each with what to do about it; the same thing asked of several businesses
    /// stands here once. What can be brought comes first: the rest is asked at the counter anyway, so
    /// a long list is cut short.
    fn missing(&mut self, receipt: &Receipt) {
        let lang = self.words.lang();
        let mut seen: Vec<(&Text, &Text, usize)> = Vec::new();
        for missing in &receipt.missing {
            match seen.iter_mut().find(|(label, ..)| **label == missing.label) {
                Some((.., count)) => *count += 1,
                None => seen.push((&missing.label, &missing.hint, 1)),
            }
        }
        order::sort_by_key(&mut seen, |(_, hint, _)| hint.is_empty());
        let left = seen.len().saturating_sub(MOST_MISSING);
        for (at, (label, hint, count)) in seen.into_iter().take(MOST_MISSING).enumerate() {
            let head = if at == 0 { self.words.get("receipt-missing") } else { String::new() };
            let mut text = label.get(lang).to_owned();
            if count > 1 {
                text = format!("{text} ({count}x)");
            }
            if !hint.is_empty() {
                text = format!("{text}: {}", hint.get(lang));
            }
            self.entry_lines(&head, "- ", &text);
        }
        if left > 0 {
            let more =
                self.words.with("receipt-more-missing", &[("count", left.to_string().into())]);
            self.entry_lines("", "- ", &more);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::screens::receipt::Missing;
    use jiff::civil::date;

    fn receipt() -> Receipt {
        let text = |id: &str, en: &str| Text { id: id.into(), en: en.into() };
        let missing = |id: &str, hint: &str| Missing {
            label: text(id, id),
            hint: if hint.is_empty() { Text::default() } else { text(hint, hint) },
        };
        Receipt {
            office: "DPMPTSP Kota Contoh".into(),
            counter: "Loket 2".into(),
            code: "KUDA-472-M".into(),
            service: text("NIB perorangan", "NIB for one person"),
            day: date(2026, 11, 23),
            time: (10, 55),
            opens: Opens::On(date(2026, 11, 24), (7, 30)),
            complete: vec![text("Identitas (KTP)", "Identity (KTP)"), text("Modal", "Capital")],
            missing: vec![
                missing("Nomor HP", ""),
                missing("KTP asli", "KTP yang hilang diurus di Disdukcapil."),
                missing("Luas lahan", ""),
                missing("Luas lahan", ""),
            ],
            next: Next::Bring,
            copies: 0,
        }
    }

    fn paper(receipt: &Receipt, lang: Lang, width: usize) -> String {
        text(receipt, &Catalog::built_in(lang), width)
    }

    #[test]
    fn the_paper_in_indonesian() {
        insta::assert_snapshot!(paper(&receipt(), Lang::Id, 48), @r"
                      DPMPTSP KOTA CONTOH
                     Tanda Terima Kunjungan

        Kode        KUDA-472-M
        Waktu       Senin, 23 November 2026, 10.55
        Loket       2
        Layanan     NIB perorangan (gratis)

        Lengkap     Identitas (KTP); Modal
        Kurang      - KTP asli: KTP yang hilang diurus
                      di Disdukcapil.
                    - Nomor HP
                    - Luas lahan (2x)

        Berikutnya  Datanglah lagi dengan yang kurang.
                    Yang sudah ditulis tersimpan; tidak
                    perlu mengulang.
        Buka lagi   Selasa, 24 November 2026, 07.30

        Kertas ini tidak memuat nama atau nomor Anda.
        Sebutkan kodenya bila datang lagi.
        ");
    }

    #[test]
    fn the_paper_in_english() {
        insta::assert_snapshot!(paper(&receipt(), Lang::En, 64), @r"
                              DPMPTSP KOTA CONTOH
                             Receipt of Your Visit

        Code        KUDA-472-M
        Time        Monday, 23 November 2026, 10.55
        Counter     2
        Service     NIB for one person (free of charge)

        Complete    Identity (KTP); Capital
        Missing     - KTP asli: KTP yang hilang diurus di Disdukcapil.
                    - Nomor HP
                    - Luas lahan (2x)

        Next        Please come again with what is missing. What was
                    written is kept; nothing has to be repeated.
        Open again  Tuesday, 24 November 2026, 07.30

        This paper holds neither your name nor your numbers. Tell the
        code when you come again.
        ");
    }

    #[test]
    fn nobody_is_sent_before_a_closed_door_or_a_guessed_day() {
        let paper = |opens| paper(&Receipt { opens, ..receipt() }, Lang::Id, 64);
        let likely = paper(Opens::Likely(date(2027, 3, 12), (7, 30)));
        assert!(likely.contains("Jumat, 12 Maret 2027, 07.30 (bisa berubah"), "{likely}");
        assert!(paper(Opens::Unknown).contains("belum diketahui"));
        let done =
            text(&Receipt { next: Next::Done, ..receipt() }, &Catalog::built_in(Lang::Id), 64);
        assert!(!done.contains("Buka lagi"));
    }

    #[test]
    fn a_long_list_of_missing_things_is_cut_short() {
        let missing =
            |at: usize| Missing { label: Text::same(format!("Hal {at}")), hint: Text::default() };
        let long = Receipt { missing: (0..30).map(missing).collect(), ..receipt() };
        let paper = paper(&long, Lang::Id, 64);
        assert!(paper.contains("dan 25 hal lagi yang akan ditanyakan petugas"), "{paper}");
        assert!(!paper.contains("Hal 5"), "{paper}");
    }

    #[test]
    fn a_second_paper_says_that_it_is_a_copy() {
        let second = Receipt { copies: 1, ..receipt() };
        assert!(paper(&second, Lang::Id, 64).contains("SALINAN"));
        assert!(!paper(&receipt(), Lang::Id, 64).contains("SALINAN"));
    }

    #[test]
    fn every_next_step_is_told_in_whole_sentences() {
        for next in [Next::Bring, Next::Handover, Next::Waiting, Next::Done, Next::Issued] {
            for lang in Lang::ALL {
                let paper = paper(&Receipt { next: next.clone(), ..receipt() }, lang, 64);
                assert!(!paper.contains('⟨'), "{paper}");
            }
        }
    }

    #[test]
    fn a_printer_gets_no_control_characters() {
        let office = "Kantor\u{1b}@\u{7}".to_owned();
        let paper = paper(&Receipt { office, ..receipt() }, Lang::Id, 64);
        assert!(!paper.chars().any(|sign| sign.is_control() && sign != '\n'), "{paper:?}");
    }

    proptest::proptest! {
        #[test]
        fn always_no_line_is_wider_than_the_paper(service in ".{0,80}", width in 32..90usize) {
            let service = Text::same(service);
            let paper = paper(&Receipt { service, ..receipt() }, Lang::Id, width);
            for line in paper.lines() {
                proptest::prop_assert!(line.width() <= width, "{line:?}");
            }
        }
    }
}
