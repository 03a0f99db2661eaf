//! Slip panggilan: for somebody whose papers wait here until OSS answers again. Holds a visit code, and no
//! name and no number of theirs.

use super::opens::opens;
use super::paper::{Block, Paper};
use crate::app::paper::CallSlip;
use crate::case::Condition;
use crate::ident::date;
use crate::text::{Catalog, Lang};

pub(super) fn paper(slip: &CallSlip, words: &Catalog) -> Paper {
    let lang = words.lang();
    let mut paper = Paper::new(words.get("print-call-title"), words);
    paper.add(Block::Office(slip.office.clone()));
    paper.add(Block::Title(words.get("print-call-title")));
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
    paper.add(Block::Paragraph(words.get("print-call-promise")));
    paper.add(Block::Small(words.get("print-call-privacy")));
    paper.add(Block::Qr { text: slip.code.clone(), caption: slip.code.clone() });
    paper
}
