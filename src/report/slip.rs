//! Slip panggilan: for somebody whose papers wait here until OSS answers again. Holds a visit code, and no
//! name and no number of theirs.

use super::call::yours;
use super::opens::opens;
use super::paper::{Block, Paper};
use crate::app::paper::CallSlip;
use crate::case::Condition;
use crate::ident::date;
use crate::text::{Catalog, Lang};

pub(super) fn paper(slip: &CallSlip, words: &Catalog) -> Paper {
    let lang = words.lang();
    let theirs = yours(slip.on, &slip.papers, &slip.phone_to_call, words);
    let (title, text) = match theirs {
        Some(theirs) => ("print-call-title.yours", theirs),
        None if slip.calls => ("print-call-title", words.get("print-call-promise")),
        None => ("print-call-title.silent", words.get("print-call-silent")),
    };
    let title = words.get(title);
    let mut paper = Paper::new(title.clone(), words);
    paper.add(Block::Office(slip.office.clone()));
    paper.add(Block::Title(title));
    paper.add(Block::Large(slip.code.clone()));
    paper.entry(words.get("print-service"), slip.service.get(lang));
    let day = |day| date::long(day, lang == Lang::Id);
    paper.entry(words.get("print-call-day"), day(slip.day));
    let waits = match (slip.on, slip.until) {
        (None | Some(Condition::Tanggal), Some(until)) => day(until),
        (None, None) => words.get("print-call-other"),
        (Some(on), _) => words.get(&format!("condition-{}", on.code())),
    };
    paper.entry(words.get("print-call-waits"), waits);
    if slip.left_papers.is_empty() {
        paper.entry(words.get("print-call-left"), words.get("print-call-nothing"));
    } else {
        let items = slip.left_papers.clone();
        paper.add(Block::Several { head: words.get("print-call-left"), items });
    }
    if !slip.phone_to_call.is_empty() {
        paper.entry(words.get("print-call-phone"), &slip.phone_to_call);
    }
    paper.entry(words.get("print-call-opens"), opens(slip.opens, words));
    paper.add(Block::Gap);
    paper.add(Block::Paragraph(text));
    paper.add(Block::Small(words.get("print-call-privacy")));
    paper.add(Block::Qr { text: slip.code.clone(), caption: slip.code.clone() });
    paper
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{NextDay, Opens};
    use crate::text::Text;

    #[test]
    fn the_slip_says_who_moves_next_for_every_condition() {
        for (lang, promise) in [(Lang::Id, "petugas menghubungi"), (Lang::En, "an officer rings")] {
            let words = Catalog::built_in(lang);
            for (on, calls) in Condition::ALL.into_iter().flat_map(|on| [(on, true), (on, false)]) {
                let slip = CallSlip {
                    office: "DPMPTSP Kota Contoh".into(),
                    code: "KUDA-472-M".into(),
                    service: Text::same("NIB"),
                    on: Some(on),
                    until: None,
                    calls,
                    papers: vec![Text::same("Kartu atau surat BPJS")],
                    left_papers: Vec::new(),
                    phone_to_call: "(0765) 123 456".into(),
                    opens: Opens { today: None, next: NextDay::Unknown },
                    day: jiff::civil::date(2026, 11, 23),
                };
                let text = paper(&slip, &words).plain(400, false);
                let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!(text.contains(promise), calls && !on.is_applicants(), "{text}");
                let named = text.contains("Kartu atau surat BPJS");
                assert_eq!(named, on == Condition::Dokumen, "{text}");
                assert!(!text.contains('⟨'), "{text}");
            }
        }
    }
}
