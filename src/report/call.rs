//! The message to an applicant who is called back, and the link that opens WhatsApp with it.
//!
//! Holds the visit code, and neither name nor number of a person. Sends nothing.

use super::opens;
use crate::app::Tidings;
use crate::case::Condition;
use crate::ident::date;
use crate::text::{Catalog, Lang};
use jiff::civil::Date;
use std::fmt::Write as _;

/// Most letters of a message: two SMS, and one look at a telephone.
pub const LONGEST: usize = 300;
/// Most letters of the office's name in it.
const LONGEST_OFFICE: usize = 60;

/// What a case waits for: the condition, the officer's words, and the day that was promised.
pub fn waits_for(
    on: Option<Condition>,
    until: Option<Date>,
    reason: &str,
    words: &Catalog,
) -> String {
    let on_day =
        |key, day| words.with(key, &[("day", date::long(day, words.lang() == Lang::Id).into())]);
    let (on, promised) = match (on, until) {
        (Some(Condition::Tanggal), Some(day)) => (Some(on_day("waiting-from", day)), None),
        (on, until) => (
            on.map(|on| words.get(&format!("condition-{}", on.code()))),
            until.map(|day| on_day("waiting-promised", day)),
        ),
    };
    let reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
    let parts = [on.as_deref(), reason, promised.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The message, in at most [`LONGEST`] letters: what there is to tell, the visit code, what to do.
pub fn message(tidings: &Tidings, words: &Catalog) -> String {
    let key = match (tidings.due, tidings.on) {
        // Papers come when the applicant brings them: the call is to ask for them.
        (false, Some(Condition::Dokumen)) => "call-text-dokumen".to_owned(),
        (false, _) => "call-text-waiting".to_owned(),
        (true, None | Some(Condition::Dokumen)) => "call-text-other".to_owned(),
        (true, Some(on)) => format!("call-text-{}", on.code()),
    };
    let office: String = tidings.office.chars().take(LONGEST_OFFICE).collect();
    let with = |hours: String| {
        let when = words.with("call-when", &[("hours", hours.into())]);
        let (office, code) = (office.trim().into(), tidings.code.as_str().into());
        words.with(&key, &[("office", office), ("code", code), ("when", when.trim().into())])
    };
    let text = with(opens::short(tidings.opens, words));
    if text.chars().count() <= LONGEST { text } else { with(String::new()) }
}

/// The link that opens WhatsApp at the applicant's number with `text` typed in; empty without a number.
pub fn link(tidings: &Tidings, text: &str) -> String {
    if tidings.number.is_empty() {
        return String::new();
    }
    let mut link = format!("https://wa.me/{}", tidings.number);
    if text.is_empty() {
        return link;
    }
    link.push_str("?text=");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            link.push(char::from(byte));
        } else {
            write!(link, "%{byte:02X}").expect("a string takes everything");
        }
    }
    link
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{NextDay, Opens};
    use crate::text::Lang;
    use jiff::civil::date;

    fn tidings(on: Option<Condition>, due: bool) -> Tidings {
        Tidings {
            office: "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Tulang Bawang Barat"
                .into(),
            code: "MATAHARI-999-Z".into(),
            on,
            due,
            number: "6281234567890".into(),
            opens: Opens { today: None, next: NextDay::On(date(2026, 11, 24), (7, 30)) },
        }
    }

    #[test]
    fn every_message_is_short_polite_and_names_the_visit_code() {
        for lang in Lang::ALL {
            let words = Catalog::built_in(lang);
            let all = Condition::ALL.map(Some).into_iter().chain([None]);
            for (on, due) in all.flat_map(|on| [(on, true), (on, false)]) {
                let text = message(&tidings(on, due), &words);
                assert!(text.chars().count() <= LONGEST, "{} letters: {text}", text.len());
                assert!(text.contains("MATAHARI-999-Z") && !text.contains('⟨'), "{text}");
                assert!(
                    !text.chars().any(|sign| ('\u{2066}'..='\u{2069}').contains(&sign)),
                    "{text:?}"
                );
                assert!(lang == Lang::En || text.contains("Bapak/Ibu"), "{text}");
                let waits = waits_for(on, None, "sejak pagi", &words);
                assert!(waits.ends_with("sejak pagi") && !waits.contains('⟨'), "{waits}");
                let day = jiff::civil::date(2026, 12, 24);
                let waits = waits_for(on, Some(day), "sejak pagi", &words);
                assert!(waits.contains("24 Des") || waits.contains("24 Dec"), "{waits}");
                assert!(!waits.contains('⟨'), "{waits}");
            }
        }
    }

    #[test]
    fn a_link_carries_the_text_and_nothing_that_breaks_it() {
        let tidings = tidings(None, true);
        assert_eq!(
            link(&tidings, "Pak/Bu, é & 5?"),
            "https://wa.me/6281234567890?text=Pak%2FBu%2C%20%C3%A9%20%26%205%3F"
        );
        assert_eq!(link(&tidings, ""), "https://wa.me/6281234567890");
        assert_eq!(link(&Tidings { number: String::new(), ..tidings }, "x"), "");
    }
}
