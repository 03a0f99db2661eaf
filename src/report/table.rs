//! A table as a paper of its own: a month's outages, for one.

use super::paper::{Block, Column, ColumnKind, Paper};
use crate::app::paper::TableReport;
use crate::text::Catalog;

pub(super) fn paper(report: &TableReport, words: &Catalog) -> Paper {
    let mut paper = Paper::new(&report.title, words);
    paper.add(Block::Office(report.office.clone()));
    paper.add(Block::Title(report.title.clone()));
    if !report.subtitle.is_empty() {
        paper.add(Block::Subtitle(report.subtitle.clone()));
    }
    paper.add(Block::Gap);
    let columns = report.columns.iter().map(|(head, weight, is_number)| Column {
        head: head.clone(),
        weight: *weight,
        kind: if *is_number { ColumnKind::Number } else { ColumnKind::Words },
    });
    paper.add(Block::Table { columns: columns.collect(), rows: report.rows.clone() });
    for note in &report.notes {
        paper.add(Block::Paragraph(note.clone()));
    }
    paper
}
