//! Surat rujukan: where the applicant goes, what to say there, what to bring.
//!
//! No name and no number of a person is on it; the visit code leads back to the case.

use super::paper::{Block, Paper};
use crate::app::Referral;
use crate::ident::date;
use crate::text::{Catalog, Lang};

/// The paper.
pub(super) fn paper(referral: &Referral, words: &Catalog) -> Paper {
    let lang = words.lang();
    let contact = &referral.contact;
    let mut paper = Paper::new(words.get("referral-title"), words);
    paper.add(Block::Office(referral.office.clone()));
    paper.add(Block::Title(words.get("referral-title")));
    paper.add(Block::Gap);
    paper.entry(words.get("receipt-code"), &referral.code);
    paper.entry(words.get("referral-date"), date::long(referral.day, lang == Lang::Id));
    paper.entry(words.get("referral-about"), referral.trouble.get(lang));
    paper.add(Block::Gap);
    paper.entry(words.get("referral-to"), contact.title.get(lang));
    // Where the office has not written the address down, there is room to write it by hand.
    let address = contact.address.get(lang);
    let address = if address.is_empty() { BY_HAND } else { address };
    paper.entry(words.get("referral-address"), address);
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
            paper.entry(words.get(key), text);
        }
    }
    paper.add(Block::Gap);
    paper.entry(words.get("referral-tell"), format!("\"{}\"", referral.tell.get(lang)));
    if !referral.bring.is_empty() {
        let items = referral.bring.iter().map(|thing| thing.get(lang).to_owned()).collect();
        paper.add(Block::Several { head: words.get("referral-bring"), items });
    }
    paper.entry(words.get("receipt-next"), words.get("referral-next"));
    paper.add(Block::Gap);
    paper.add(Block::Small(words.get("receipt-privacy")));
    paper.add(Block::Qr { text: referral.code.clone(), caption: referral.code.clone() });
    paper
}

/// Room for an address.
const BY_HAND: &str = "____________________";

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::form::Origin;
    use crate::form::trouble::Contact;
    use crate::text::Text;
    use unicode_width::UnicodeWidthStr as _;

    pub(crate) fn referral() -> Referral {
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
        }
    }

    #[test]
    fn the_paper_says_where_to_go_what_to_say_and_what_to_bring() {
        let words = Catalog::built_in(Lang::Id);
        insta::assert_snapshot!("referral", paper(&referral(), &words).plain(48, false));
    }

    #[test]
    fn no_line_is_wider_than_the_paper_and_no_word_is_missing() {
        for lang in Lang::ALL {
            let words = Catalog::built_in(lang);
            for width in 32..90 {
                let paper = paper(&referral(), &words).plain(width, false);
                assert!(!paper.contains('⟨'), "{paper}");
                for line in paper.lines() {
                    assert!(line.width() <= width, "{width}: {line:?}");
                }
            }
        }
    }
}
