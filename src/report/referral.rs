//! Surat rujukan: where the applicant goes, what to say there, what to bring.
//!
//! No name and no number of a person is on it; the visit code leads back to the case.

use super::lines::{hanging, paper, wrap};
use crate::app::Referral;
use crate::ident::date;
use crate::text::{Catalog, Lang};
use unicode_width::UnicodeWidthStr as _;

/// Most lines of one entry; no text of a pack is as long.
const MOST: usize = 40;

/// The paper in at most `width` columns (at least 32 are taken), lines ended by `\n`.
pub fn text(referral: &Referral, words: &Catalog, width: usize) -> String {
    let width = width.max(32);
    let lang = words.lang();
    let mut lines = Vec::new();
    let mut centred = |text: &str| {
        for line in wrap(text, width) {
            lines.push(format!("{}{line}", " ".repeat((width - line.width()) / 2)));
        }
    };
    centred(&referral.office.to_uppercase());
    centred(&words.get("referral-title"));
    if referral.copies > 0 {
        centred(&words.get("receipt-copy"));
    }
    lines.push(String::new());
    let head = |key: &str| {
        let head = words.get(key);
        format!("{head}{} ", " ".repeat(11_usize.saturating_sub(head.width())))
    };
    let mut entry = |key: &str, text: &str| {
        lines.extend(hanging(&head(key), text, width, MOST));
    };
    entry("receipt-code", &referral.code);
    entry("referral-date", &date::long(referral.day, lang == Lang::Id));
    entry("referral-about", referral.trouble.get(lang));
    lines.push(String::new());
    let contact = &referral.contact;
    let mut entry = |key: &str, text: &str| {
        lines.extend(hanging(&head(key), text, width, MOST));
    };
    entry("referral-to", contact.title.get(lang));
    if contact.address.is_empty() {
        entry("referral-address", &"_".repeat(width - 12));
    } else {
        entry("referral-address", contact.address.get(lang));
    }
    // The applicant has nobody to ask on the way: what is not sure says so.
    let mut phone = contact.phone.clone();
    if contact.unsure && !phone.is_empty() {
        phone = format!("{phone} ({})", words.get("trouble-unsure"));
    }
    for (key, text) in [
        ("referral-hours", contact.hours.get(lang)),
        ("referral-phone", phone.as_str()),
        ("referral-email", contact.email.as_str()),
    ] {
        if !text.is_empty() {
            entry(key, text);
        }
    }
    lines.push(String::new());
    let tell = format!("\"{}\"", referral.tell.get(lang));
    entry_of(&mut lines, &head("referral-tell"), &tell, width);
    lines.push(String::new());
    for (at, thing) in referral.bring.iter().enumerate() {
        let before = if at == 0 { head("referral-bring") } else { " ".repeat(12) };
        entry_of(&mut lines, &format!("{before}- "), thing.get(lang), width);
    }
    lines.push(String::new());
    let next = words.get("referral-next");
    entry_of(&mut lines, &head("receipt-next"), &next, width);
    lines.push(String::new());
    lines.extend(wrap(&words.get("receipt-privacy"), width));
    paper(&lines)
}

fn entry_of(lines: &mut Vec<String>, head: &str, text: &str, width: usize) {
    lines.extend(hanging(head, text, width, MOST));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Origin;
    use crate::form::trouble::Contact;
    use crate::text::Text;

    fn referral() -> Referral {
        let text = |id: &str| Text::same(id);
        Referral {
            office: "DPMPTSP Kota Contoh".into(),
            code: "KUDA-472-M".into(),
            trouble: text("NIK tidak ditemukan"),
            contact: Contact {
                name: "dukcapil".into(),
                title: text("Disdukcapil"),
                address: Text::default(),
                hours: text("Senin-Jumat 08.00-15.00"),
                phone: "1500537".into(),
                email: String::new(),
                unsure: true,
                origin: Origin::Office,
            },
            tell: text("NIK saya tidak ditemukan di OSS. Mohon diaktifkan supaya bisa dipakai."),
            bring: vec![text("KTP asli"), text("Kartu keluarga, bila ada")],
            day: jiff::civil::date(2026, 11, 23),
            copies: 0,
        }
    }

    #[test]
    fn the_paper_says_where_to_go_what_to_say_and_what_to_bring() {
        let words = Catalog::built_in(Lang::Id);
        insta::assert_snapshot!("referral", text(&referral(), &words, 48));
    }

    #[test]
    fn a_second_paper_says_that_it_is_a_copy_and_none_is_wider_than_the_paper() {
        for lang in Lang::ALL {
            let words = Catalog::built_in(lang);
            for width in 32..90 {
                let paper = text(&Referral { copies: 1, ..referral() }, &words, width);
                assert!(paper.contains(&words.get("receipt-copy")), "{paper}");
                assert!(!paper.contains('⟨'), "{paper}");
                for line in paper.lines() {
                    assert!(line.width() <= width, "{width}: {line:?}");
                }
            }
        }
    }
}
