//! Lembar salin: every value of a case, page by page as OSS asks for them, with a box to tick.
//!
//! The one paper that is full of personal data, and says so on its head and foot.

use super::paper::{Block, Column, ColumnKind, Paper};
use crate::app::paper::RetypeSheet;
use crate::text::Catalog;

pub(super) fn paper(sheet: &RetypeSheet, words: &Catalog) -> Paper {
    let mut paper = Paper::new(words.get("print-retype-title"), words);
    // Every page may come loose, so every foot says it.
    paper.foot = format!("{}  ·  {}", words.get("print-retype-secret"), paper.foot);
    paper.add(Block::Office(sheet.office.clone()));
    paper.add(Block::Title(words.get("print-retype-title")));
    paper.add(Block::Gap);
    paper.entry(words.get("print-code"), &sheet.code);
    paper.entry(words.get("print-service"), sheet.service.get(words.lang()));
    paper.add(Block::Gap);
    paper
        .add(Block::Bullets(vec![words.get("print-retype-secret"), words.get("print-retype-how")]));
    let column = |key: &str, weight, kind| Column {
        head: if key.is_empty() { String::new() } else { words.get(key) },
        weight,
        kind,
    };
    for (at, (title, fields)) in sheet.pages.iter().enumerate() {
        let page = (at + 1).to_string();
        paper.add(Block::Heading(words.with(
            "print-retype-page",
            &[("page", page.into()), ("title", title.as_str().into())],
        )));
        paper.add(Block::Table {
            columns: vec![
                column("", 1, ColumnKind::Tick),
                column("print-field", 4, ColumnKind::Words),
                column("print-value", 6, ColumnKind::Value),
            ],
            rows: fields
                .iter()
                .map(|(label, value)| vec![String::new(), label.clone(), value.clone()])
                .collect(),
        });
    }
    paper
}
