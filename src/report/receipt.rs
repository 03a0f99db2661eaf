//! Tanda terima: the paper an applicant takes home after a visit.
//!
//! No name and no number of a person is on it: whoever finds it learns a visit code and nothing else.

use super::call::yours;
use super::opens::{moment, opens};
use super::paper::{Block, Paper};
use crate::app::Receipt;
use crate::app::screens::receipt::Next;
use crate::base::order;
use crate::text::{Catalog, Text};

/// Most missing things named on the paper.
const MOST_MISSING: usize = 5;

/// The paper in at most `width` columns (at least 32 are taken), lines ended by `\n`.
pub fn text(receipt: &Receipt, words: &Catalog, width: usize) -> String {
    paper(receipt, words).plain(width.max(32), false)
}

/// The paper.
pub fn paper(receipt: &Receipt, words: &Catalog) -> Paper {
    let lang = words.lang();
    let mut paper = Paper::new(words.get("receipt-title"), words);
    paper.add(Block::Office(receipt.office.clone()));
    paper.add(Block::Title(words.get("receipt-title")));
    paper.add(Block::Gap);
    let said = |key: &str| words.get(key);
    paper.entry(said("receipt-code"), &receipt.code);
    paper.entry(said("receipt-time"), moment(receipt.day, receipt.time, words));
    paper.entry(said("receipt-counter"), counter(&receipt.counter));
    paper.entry(said("receipt-service"), receipt.service.get(lang));
    if !receipt.cost.is_empty() {
        paper.entry(said("paper-cost"), receipt.cost.get(lang));
    }
    paper.add(Block::Gap);
    if !receipt.complete.is_empty() {
        let complete = receipt.complete.iter().map(|text| text.get(lang));
        paper.entry(said("receipt-complete"), complete.collect::<Vec<_>>().join("; "));
    }
    let missing = missing(receipt, words);
    if !missing.is_empty() {
        paper.add(Block::Several { head: said("receipt-missing"), items: missing });
    }
    paper.add(Block::Gap);
    let theirs = match receipt.next {
        Next::Waiting { on, .. } => yours(on, &receipt.papers, &receipt.phone, words),
        _ => None,
    };
    let next = match receipt.next {
        _ if theirs.is_some() => theirs.unwrap_or_default(),
        Next::Waiting { on: Some(on), calls: true } => {
            let condition = words.get(&format!("condition-{}", on.code()));
            words.with("receipt-next-waiting-on", &[("condition", condition.into())])
        }
        next => words.get(next_key(next, receipt)),
    };
    paper.entry(said("receipt-next"), next);
    if !matches!(receipt.next, Next::Done | Next::Issued) {
        paper.entry(said("receipt-opens"), opens(receipt.opens, words));
    }
    paper.add(Block::Gap);
    paper.add(Block::Small(said("receipt-privacy")));
    paper.add(Block::Qr { text: receipt.code.clone(), caption: receipt.code.clone() });
    paper
}

const fn next_key(next: Next, receipt: &Receipt) -> &'static str {
    match next {
        Next::Bring if receipt.missing.is_empty() => "receipt-next-finish",
        Next::Bring => "receipt-next-bring",
        Next::Handover => "receipt-next-handover",
        Next::Waiting { calls: true, .. } => "receipt-next-waiting-call",
        Next::Waiting { .. } => "receipt-next-waiting",
        Next::Done => "receipt-next-done",
        Next::Issued => "receipt-next-issued",
    }
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

/// What is missing, each with what to do about it; the same thing asked of several businesses stands
/// here once. What can be brought comes first: the rest is asked at the counter anyway, so a long list is
/// cut short.
fn missing(receipt: &Receipt, words: &Catalog) -> Vec<String> {
    let lang = words.lang();
    let mut seen: Vec<(&Text, &Text, usize)> = Vec::new();
    for missing in &receipt.missing {
        match seen.iter_mut().find(|(label, ..)| **label == missing.label) {
            Some((.., count)) => *count += 1,
            None => seen.push((&missing.label, &missing.hint, 1)),
        }
    }
    order::sort_by_key(&mut seen, |(_, hint, _)| hint.is_empty());
    let left = seen.len().saturating_sub(MOST_MISSING);
    let mut items = Vec::new();
    for (label, hint, count) in seen.into_iter().take(MOST_MISSING) {
        let mut text = label.get(lang).to_owned();
        if count > 1 {
            text = format!("{text} ({count}x)");
        }
        if !hint.is_empty() {
            text = format!("{text}: {}", hint.get(lang));
        }
        items.push(text);
    }
    if left > 0 {
        items.push(words.with("receipt-more-missing", &[("count", left.to_string().into())]));
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::screens::receipt::Missing;
    use crate::app::{NextDay, Opens, Today};
    use crate::case::Condition;
    use crate::text::Lang;
    use jiff::civil::{date, time};
    use unicode_width::UnicodeWidthStr as _;

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
            cost: text("gratis", "free of charge"),
            day: date(2026, 11, 23),
            time: (10, 55),
            opens: Opens {
                today: Some(Today { from: None, until: time(16, 0, 0, 0), rest: None }),
                next: NextDay::On(date(2026, 11, 24), (7, 30)),
            },
            complete: vec![text("Identitas (KTP)", "Identity (KTP)"), text("Modal", "Capital")],
            missing: vec![
                missing("Nomor HP", ""),
                missing("KTP asli", "KTP yang hilang diurus di Disdukcapil."),
                missing("Luas lahan", ""),
                missing("Luas lahan", ""),
            ],
            next: Next::Bring,
            papers: Vec::new(),
            phone: String::new(),
        }
    }

    /// The paper without the square under it.
    fn paper(receipt: &Receipt, lang: Lang, width: usize) -> String {
        super::paper(receipt, &Catalog::built_in(lang)).without_qr().plain(width, false)
    }

    #[test]
    fn the_paper_in_indonesian() {
        insta::assert_snapshot!(paper(&receipt(), Lang::Id, 48), @r"
                      DPMPTSP KOTA CONTOH
                     Tanda Terima Kunjungan

        Kode        KUDA-472-M
        Waktu       Senin, 23 November 2026, 10.55
        Loket       2
        Layanan     NIB perorangan
        Biaya       gratis

        Lengkap     Identitas (KTP); Modal
        Kurang      - KTP asli: KTP yang hilang diurus
                      di Disdukcapil.
                    - Nomor HP
                    - Luas lahan (2x)

        Berikutnya  Datanglah lagi dengan yang kurang.
                    Yang sudah ditulis tersimpan; tidak
                    perlu mengulang.
        Jam buka    hari ini sampai 16.00, lalu Selasa,
                    24 November 2026, 07.30

        Kertas ini tidak memuat nama atau nomor Anda.
        Sebutkan kodenya bila datang lagi.
        ");
    }

    #[test]
    fn the_paper_in_english() {
        insta::assert_snapshot!(paper(&receipt(), Lang::En, 64), @r"
                              DPMPTSP KOTA CONTOH
                             Receipt of Your Visit

        Code      KUDA-472-M
        Time      Monday, 23 November 2026, 10.55
        Counter   2
        Service   NIB for one person
        Cost      free of charge

        Complete  Identity (KTP); Capital
        Missing   - KTP asli: KTP yang hilang diurus di Disdukcapil.
                  - Nomor HP
                  - Luas lahan (2x)

        Next      Please come again with what is missing. What was
                  written is kept; nothing has to be repeated.
        Open      today until 16.00, then Tuesday, 24 November 2026,
                  07.30

        This paper holds neither your name nor your numbers. Tell the
        code when you come again.
        ");
    }

    #[test]
    fn nobody_is_sent_before_a_closed_door_or_a_guessed_day() {
        let opens = |next| Opens { today: None, next };
        let paper = |next| paper(&Receipt { opens: opens(next), ..receipt() }, Lang::Id, 64);
        let likely = paper(NextDay::Likely(date(2027, 3, 12), (7, 30)));
        assert!(likely.contains("Jumat, 12 Maret 2027, 07.30 (bisa berubah"), "{likely}");
        assert!(paper(NextDay::Unknown).contains("belum diketahui"));
        let done =
            text(&Receipt { next: Next::Done, ..receipt() }, &Catalog::built_in(Lang::Id), 64);
        assert!(!done.contains("Jam buka"));
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
    fn what_it_costs_is_told_only_where_the_pack_tells_it() {
        let silent = paper(&Receipt { cost: Text::default(), ..receipt() }, Lang::Id, 64);
        assert!(!silent.contains("gratis") && !silent.contains("Biaya"), "{silent}");
    }

    #[test]
    fn the_square_holds_the_visit_code_and_nothing_else() {
        let paper = super::paper(&receipt(), &Catalog::built_in(Lang::Id));
        assert_eq!(paper.qr(), Some(("KUDA-472-M", "KUDA-472-M")));
        assert!(text(&receipt(), &Catalog::built_in(Lang::Id), 64).contains("█▀▀▀▀▀█"));
    }

    #[test]
    fn every_next_step_is_told_in_whole_sentences() {
        let waits = |on, calls| Next::Waiting { on, calls };
        let waiting = [
            waits(None, false),
            waits(Some(Condition::Oss), false),
            waits(None, true),
            waits(Some(Condition::Nik), true),
            waits(Some(Condition::Dokumen), true),
            waits(Some(Condition::Npwp), false),
            waits(Some(Condition::Akta), true),
        ];
        for next in
            [Next::Bring, Next::Handover, Next::Done, Next::Issued].into_iter().chain(waiting)
        {
            for lang in Lang::ALL {
                let paper = paper(&Receipt { next, ..receipt() }, lang, 64);
                assert!(!paper.contains('⟨'), "{paper}");
            }
        }
    }

    #[test]
    fn a_call_is_promised_only_where_we_are_the_ones_to_call() {
        let words = Catalog::built_in(Lang::Id);
        for on in Condition::ALL {
            for calls in [true, false] {
                let next = Next::Waiting { on: Some(on), calls };
                let paper = super::paper(&Receipt { next, ..receipt() }, &words).plain(64, false);
                let paper = paper.split_whitespace().collect::<Vec<_>>().join(" ");
                let promised = paper.contains("Kami menelepon");
                assert_eq!(promised, calls && !on.is_applicants(), "{on:?}: {paper}");
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
