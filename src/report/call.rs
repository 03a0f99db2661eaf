//! The message to an applicant who is called back, and the link that opens WhatsApp with it.
//!
//! Holds the visit code, and neither name nor number of a person. Sends nothing.

use super::opens;
use crate::app::Tidings;
use crate::case::Condition;
use crate::ident::date;
use crate::text::{Catalog, Lang, Text};
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

/// What the applicant has to do for it, as the end of "Bapak/Ibu perlu …"; nothing where it is not theirs to do.
fn task(on: Option<Condition>, papers: &[Text], words: &Catalog) -> Option<String> {
    let on = on.filter(|on| on.is_applicants())?;
    if on != Condition::Dokumen || papers.is_empty() {
        return Some(words.get(&format!("yours-{}", on.code())));
    }
    let papers: Vec<&str> = papers.iter().map(|label| label.get(words.lang())).collect();
    Some(words.with("yours-dokumen.named", &[("papers", papers.join(", ").into())]))
}

/// What the applicant has to do, and what then; nothing where it is not theirs to do. Promises no call: it is
/// they who know when it is done.
pub fn yours(
    on: Option<Condition>,
    papers: &[Text],
    phone: &str,
    words: &Catalog,
) -> Option<String> {
    let task = task(on, papers, words)?;
    let key = if phone.is_empty() { "yours-then" } else { "yours-then.phone" };
    Some(words.with(key, &[("task", task.into()), ("phone", phone.into())]))
}

/// The message that asks them to do it: the hours, the papers and the telephone give way where they do not fit.
fn ask(tidings: &Tidings, words: &Catalog) -> Option<String> {
    task(tidings.on, &[], words)?;
    let office: String = tidings.office.chars().take(LONGEST_OFFICE).collect();
    let hours = opens::short(tidings.opens, words);
    let made = |hours: &str, papers: usize, phone: &str| {
        let task = task(tidings.on, &tidings.papers[..papers], words).unwrap_or_default();
        let when = words.with("call-when", &[("hours", hours.into())]);
        let key = if phone.is_empty() { "call-text-yours" } else { "call-text-yours.phone" };
        let (office, code) = (office.trim().into(), tidings.code.as_str().into());
        let args = [("office", office), ("code", code), ("task", task.into())];
        let [one, two, three] = args;
        let when = ("when", when.trim().into());
        words.with(key, &[one, two, three, when, ("phone", phone.into())])
    };
    let all = tidings.papers.len();
    let phone = tidings.phone.as_str();
    let fewer = (0..=all).rev().map(|papers| made("", papers, phone));
    let texts = [made(&hours, all, phone)].into_iter().chain(fewer);
    let short = |text: &String| text.chars().count() <= LONGEST;
    Some(texts.into_iter().find(short).unwrap_or_else(|| made("", 0, "")))
}

/// The message, in at most [`LONGEST`] letters: what there is to tell, the visit code, what to do.
pub fn message(tidings: &Tidings, words: &Catalog) -> String {
    if let Some(text) = ask(tidings, words).filter(|_| !tidings.due) {
        return text;
    }
    let key = match (tidings.due, tidings.on) {
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
            papers: Vec::new(),
            phone: String::new(),
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
    fn who_has_to_do_something_is_told_what_and_where_and_is_promised_no_call() {
        let labels = ["Kartu atau surat BPJS", "Surat keterangan domisili usaha", "Pas foto"];
        let papers: Vec<Text> = labels.map(Text::same).to_vec();
        for (lang, promise) in [(Lang::Id, "Kami kabari"), (Lang::En, "We tell you")] {
            let words = Catalog::built_in(lang);
            for on in Condition::ALL {
                let plain = tidings(Some(on), false);
                let asked = Tidings {
                    papers: papers.clone(),
                    phone: "(0765) 123 456".into(),
                    ..tidings(Some(on), false)
                };
                let shown = yours(Some(on), &papers, "(0765) 123 456", &words);
                assert_eq!(shown.is_some(), on.is_applicants(), "{on:?}");
                for tidings in [&plain, &asked] {
                    let text = message(tidings, &words);
                    assert!(text.chars().count() <= LONGEST && !text.contains('⟨'), "{text}");
                    assert!(!text.contains("6281234567890"), "{text}");
                    assert_ne!(text.contains(promise), on.is_applicants(), "{text}");
                }
                let Some(shown) = shown else { continue };
                let place = match on {
                    Condition::Nik => "Dukcapil",
                    Condition::Npwp => "KPP",
                    Condition::Akta if lang == Lang::Id => "notaris",
                    Condition::Akta => "notary",
                    _ => "Kartu atau surat BPJS, Surat keterangan domisili usaha, Pas foto",
                };
                assert!(shown.contains(place) && shown.contains("(0765) 123 456"), "{shown}");
                let text = message(&asked, &words);
                let first = if on == Condition::Dokumen { labels[0] } else { place };
                assert!(text.contains(first), "{text}");
                assert!(!shown.contains('⟨'), "{shown}");
            }
        }
    }

    #[test]
    fn a_long_list_of_papers_gives_way_to_the_length_of_a_message() {
        let words = Catalog::built_in(Lang::Id);
        let papers = [60, 150, 400].map(|long| Text::same("x".repeat(long))).to_vec();
        let long =
            Tidings { papers, phone: "9".repeat(90), ..tidings(Some(Condition::Dokumen), false) };
        let text = message(&long, &words);
        assert!(text.chars().count() <= LONGEST, "{text}");
        assert!(text.contains("MATAHARI-999-Z"), "{text}");
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
