//! Slip panggilan: for somebody whose papers wait here until OSS answers again. Holds a visit code, and no
//! name and no number of theirs.

use super::paper::{Block, Paper};
use crate::app::paper::CallSlip;
use crate::ident::date;
use crate::text::{Catalog, Lang};

pub(super) fn paper(slip: &CallSlip, words: &Catalog) -> Paper {
    let lang = words.lang();
    let mut paper = Paper::new(words.get("print-call-title"), words);
    paper.add(Block::Office(slip.office.clone()));
    paper.add(Block::Title(words.get("print-call-title")));
    paper.add(Block::Large(slip.code.clone()));
    paper.entry(words.get("print-service"), slip.service.get(lang));
    if let Some(day) = slip.day {
        paper.entry(words.get("print-call-day"), date::long(day, lang == Lang::Id));
    }
    paper.entry(words.get("print-call-waits"), &slip.waits_for);
    if slip.left_papers.is_empty() {
        paper.entry(words.get("print-call-left"), words.get("print-call-nothing"));
    } else {
        let items = slip.left_papers.clone();
        paper.add(Block::Several { head: words.get("print-call-left"), items });
    }
    for (key, text) in
        [("print-call-phone", &slip.phone_to_call), ("print-call-opens", &slip.opens)]
    {
        if !text.is_empty() {
            paper.entry(words.get(key), text);
        }
    }
    paper.add(Block::Gap);
    paper.add(Block::Paragraph(words.get("print-call-promise")));
    paper.add(Block::Paragraph(words.get("print-call-kept")));
    paper.add(Block::Gap);
    paper.add(Block::Small(words.get("print-call-privacy")));
    paper.add(Block::Qr { text: slip.code.clone(), caption: slip.code.clone() });
    paper
}
