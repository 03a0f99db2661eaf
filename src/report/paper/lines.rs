//! A paper in letters of one width: a terminal, a text file, the rolls of receipt printers.
//!
//! Never wider than it is told, never a control character, never a word left out.

use super::{Block, Column, ColumnKind, Line, LineKind, Paper};
use crate::base::qr::Square;
use crate::report::lines::{hanging, wrap};
use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

/// Most columns of a paper in large type.
const LARGE: usize = 40;
/// Below so many columns what an entry stands for has a line of its own.
const NARROW: usize = 30;
/// Least columns of the words of entries.
const HEADS: usize = 10;
/// Most columns of a roll.
const ROLL: usize = 48;
/// Blanks between the columns of a table.
const BETWEEN: usize = 2;
/// Least columns of a table's column; a narrower table is written row by row.
const COLUMN: usize = 8;
/// Where a name is written by hand.
const DOTS: &str = "(..............................)";
/// Any number of lines.
const ALL: usize = usize::MAX;

/// `native`: for a printer that centres, enlarges and draws QR codes by itself.
pub(super) fn lines(paper: &Paper, width: usize, large: bool, native: bool) -> Vec<Line> {
    let width = if large { width.min(LARGE) } else { width };
    let heads = paper.blocks.iter().filter_map(|block| match block {
        Block::Entry { head, .. } | Block::Several { head, .. } => Some(head.width() + 2),
        _ => None,
    });
    let heads = heads.max().unwrap_or(0).max(HEADS).min(width / 3);
    let mut drawn = Drawn { width, large, native, heads, out: Vec::new() };
    let mut marked = false;
    if !paper.blocks.iter().any(|block| matches!(block, Block::Title(_))) {
        drawn.marks(paper);
        marked = true;
    }
    for (at, block) in paper.blocks.iter().enumerate() {
        drawn.block(block);
        let next = paper.blocks.get(at + 1);
        // A line under the office's name is no line under the title.
        let is_title = |block: &Block| matches!(block, Block::Title(_));
        let is_titled = matches!(block, Block::Title(_) | Block::Subtitle(_))
            && paper.blocks[..=at].iter().any(is_title);
        if is_titled && !marked && !matches!(next, Some(Block::Title(_) | Block::Subtitle(_))) {
            drawn.marks(paper);
            marked = true;
        }
    }
    let blank = |line: &Line| line.text.is_empty() && line.kind == LineKind::Plain;
    while drawn.out.last().is_some_and(blank) {
        drawn.out.pop();
    }
    drawn.out
}

struct Drawn {
    width: usize,
    large: bool,
    native: bool,
    heads: usize,
    out: Vec<Line>,
}

impl Drawn {
    fn push(&mut self, text: &str, kind: LineKind) {
        self.out.push(Line { text: text.trim_end().to_owned(), kind });
    }

    fn extend(&mut self, lines: Vec<String>, kind: LineKind) {
        for line in lines {
            self.push(&line, kind);
        }
    }

    /// Air, once.
    fn gap(&mut self) {
        if self.out.last().is_some_and(|line| !line.text.is_empty()) {
            self.push("", LineKind::Plain);
        }
    }

    fn centred(&mut self, text: &str, kind: LineKind) {
        for line in filled(text, self.width) {
            if self.native {
                self.push(&line, LineKind::Middle(kind == LineKind::Strong));
                continue;
            }
            let pad = (self.width - line.width()) / 2;
            self.push(&format!("{}{line}", " ".repeat(pad)), kind);
        }
    }

    /// The mark of a copy, and the number.
    fn marks(&mut self, paper: &Paper) {
        for (text, kind) in [(&paper.copy, LineKind::Strong), (&paper.number, LineKind::Plain)] {
            if !text.is_empty() {
                self.centred(text, kind);
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Office(text) => self.centred(&text.to_uppercase(), LineKind::Strong),
            Block::Title(text) if self.large => {
                self.gap();
                self.extend(spaced(text, self.width), LineKind::Strong);
            }
            Block::Title(text) => self.centred(text, LineKind::Strong),
            Block::Subtitle(text) => self.centred(text, LineKind::Plain),
            Block::Heading(text) if self.large => {
                self.gap();
                let rule = "=".repeat(self.width);
                self.push(&rule, LineKind::Plain);
                self.extend(filled(&text.to_uppercase(), self.width), LineKind::Strong);
                self.push(&rule, LineKind::Plain);
                self.gap();
            }
            Block::Heading(text) => {
                self.gap();
                self.extend(filled(&text.to_uppercase(), self.width), LineKind::Strong);
            }
            Block::Entry { head, text } => self.entry(head, "", text),
            Block::Several { head, items } => {
                for (at, item) in items.iter().enumerate() {
                    self.entry(if at == 0 { head } else { "" }, "- ", item);
                }
            }
            Block::Paragraph(text) | Block::Small(text) => {
                self.extend(filled(text, self.width), LineKind::Plain);
            }
            Block::Bullets(items) => {
                for item in items {
                    self.extend(hanging("- ", item, self.width, ALL), LineKind::Plain);
                    if self.large {
                        self.gap();
                    }
                }
            }
            Block::Check { ticked, text, notes } => self.check(*ticked, text, notes),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::Signature { place, role, name, under } => {
                // Nobody is named: it is written by hand.
                let name = if name.is_empty() { DOTS } else { name };
                self.signature(&[place, role], &[name, under]);
            }
            Block::Qr { text, caption } => self.qr(text, caption),
            Block::Fixed(lines) => {
                for line in lines {
                    if line.width() <= self.width {
                        self.push(line, LineKind::Plain);
                    } else {
                        self.extend(filled(line, self.width), LineKind::Plain);
                    }
                }
            }
            // Letters twice as wide.
            Block::Large(text) if self.native && longest(text) <= self.width / 2 => {
                self.gap();
                self.extend(filled(text, self.width / 2), LineKind::Huge);
                self.gap();
            }
            Block::Large(text) => {
                self.gap();
                for line in spaced(text, self.width) {
                    self.centred_line(&line);
                }
                self.gap();
            }
            Block::Gap => self.gap(),
            Block::Rule => self.push(&"-".repeat(self.width), LineKind::Plain),
            Block::PageBreak => self.push("", LineKind::Break),
        }
    }

    fn centred_line(&mut self, line: &str) {
        let pad = self.width.saturating_sub(line.width()) / 2;
        self.push(&format!("{}{line}", " ".repeat(pad)), LineKind::Strong);
    }

    /// A word and what it stands for; longer texts go on under their own beginning.
    fn entry(&mut self, head: &str, bullet: &str, text: &str) {
        if self.large || self.width < NARROW {
            if !head.is_empty() {
                let head = if self.large { head.to_uppercase() } else { head.to_owned() };
                self.extend(filled(&head, self.width), LineKind::Strong);
            }
            self.extend(hanging(&format!("  {bullet}"), text, self.width, ALL), LineKind::Plain);
            if self.large {
                self.gap();
            }
            return;
        }
        let mut head = head;
        let room = self.width - self.heads;
        let is_torn = longest(text) > room - bullet.width();
        if !head.is_empty() && (is_torn || head.width() >= self.heads) {
            // No room for it, or for a word of what it stands for: it stands above.
            self.extend(filled(head, self.width), LineKind::Plain);
            head = "";
        }
        if is_torn {
            let mark = format!("  {bullet}");
            return self.extend(hanging(&mark, text, self.width, ALL), LineKind::Plain);
        }
        let lines = hanging(bullet, text, room, ALL);
        for (at, line) in lines.iter().enumerate() {
            let head = if at == 0 { head } else { "" };
            let pad = " ".repeat(self.heads - head.width());
            self.push(&format!("{head}{pad}{line}"), LineKind::Plain);
        }
        if lines.is_empty() {
            self.push(head, LineKind::Plain);
        }
    }

    fn check(&mut self, ticked: bool, text: &str, notes: &[(String, String)]) {
        if self.large {
            self.extend(spaced(text, self.width), LineKind::Strong);
        } else {
            let mark = if ticked { "[x] " } else { "[ ] " };
            self.extend(hanging(mark, text, self.width, ALL), LineKind::Plain);
        }
        for (head, text) in notes {
            let head = if head.is_empty() { String::new() } else { format!("{head}: ") };
            if self.large && !head.is_empty() {
                self.extend(filled(head.trim_end(), self.width), LineKind::Plain);
                self.extend(hanging("    ", text, self.width, ALL), LineKind::Plain);
            } else {
                let indent = if self.large { "  " } else { "    " };
                let head = format!("{indent}{head}");
                self.extend(hanging(&head, text, self.width, ALL), LineKind::Plain);
            }
        }
        if self.large {
            self.gap();
        }
    }

    fn signature(&mut self, above: &[&str], under: &[&str]) {
        let pad = if self.width >= 64 { self.width / 2 } else { 0 };
        let put = |lines: &mut Self, texts: &[&str]| {
            for text in texts.iter().filter(|text| !text.is_empty()) {
                for line in filled(text, lines.width - pad) {
                    lines.push(&format!("{}{line}", " ".repeat(pad)), LineKind::Plain);
                }
            }
        };
        self.gap();
        put(self, above);
        for _ in 0..3 {
            self.push("", LineKind::Plain);
        }
        put(self, under);
    }

    fn qr(&mut self, text: &str, caption: &str) {
        if self.native {
            self.push(text, LineKind::Code);
        } else if let Some(square) = Square::of(text) {
            let lines = square.half_blocks();
            let wide = lines[0].width();
            if wide <= self.width {
                let pad = (self.width - wide) / 2;
                for line in lines {
                    // Blanks at the end are no ink; what stands before is told for those who colour it.
                    self.push(&format!("{}{line}", " ".repeat(pad)), LineKind::Qr(pad));
                }
            }
        }
        self.centred(caption, LineKind::Plain);
    }

    fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        let widths = widths(columns, self.width);
        let Some(widths) = widths.filter(|widths| !is_torn(columns, widths, rows, self.width))
        else {
            return self.stacked(columns, rows);
        };
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
        self.row(columns, &widths, &heads, LineKind::Strong);
        let all = widths.iter().sum::<usize>() + BETWEEN * (widths.len() - 1);
        self.push(&"-".repeat(all), LineKind::Plain);
        for row in rows {
            let cells: Vec<&str> = columns
                .iter()
                .enumerate()
                .map(|(at, column)| match column.kind {
                    ColumnKind::Tick => ticked(row, at),
                    _ => row.get(at).map_or("", String::as_str),
                })
                .collect();
            self.row(columns, &widths, &cells, LineKind::Plain);
            if self.large {
                self.gap();
            }
        }
    }

    fn row(&mut self, columns: &[Column], widths: &[usize], cells: &[&str], kind: LineKind) {
        let cells: Vec<Vec<String>> =
            cells.iter().zip(widths).map(|(cell, width)| filled(cell, *width)).collect();
        let high = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        for at in 0..high {
            let mut line = String::new();
            for ((cell, width), column) in cells.iter().zip(widths).zip(columns) {
                let text = cell.get(at).map_or("", String::as_str);
                let pad = " ".repeat(width - text.width());
                if column.kind == ColumnKind::Number {
                    line.push_str(&pad);
                    line.push_str(text);
                } else {
                    line.push_str(text);
                    line.push_str(&pad);
                }
                line.push_str(&" ".repeat(BETWEEN));
            }
            self.push(&line, kind);
        }
    }

    /// A table on paper too narrow for it: each row with the words of its columns.
    fn stacked(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        for row in rows {
            let tick = columns.iter().any(|column| column.kind == ColumnKind::Tick);
            let place = columns.iter().position(|column| column.kind == ColumnKind::Tick);
            let first = place.map_or_else(String::new, |at| format!("{} ", ticked(row, at)));
            let mut mark = first.as_str();
            for (at, column) in columns.iter().enumerate() {
                if column.kind == ColumnKind::Tick {
                    continue;
                }
                let text = row.get(at).map_or("", String::as_str);
                let said = if column.head.is_empty() {
                    text.to_owned()
                } else {
                    format!("{}: {text}", column.head)
                };
                self.extend(hanging(mark, &said, self.width, ALL), LineKind::Plain);
                mark = if tick { "    " } else { "" };
            }
            self.gap();
        }
    }
}

/// Columns of each column of a table, or `None` when there are too few.
fn widths(columns: &[Column], width: usize) -> Option<Vec<usize>> {
    let ticks = columns.iter().filter(|column| column.kind == ColumnKind::Tick).count();
    let weights: usize = columns
        .iter()
        .filter(|column| column.kind != ColumnKind::Tick)
        .map(|column| usize::from(column.weight.max(1)))
        .sum();
    let taken = BETWEEN * columns.len().saturating_sub(1) + 3 * ticks;
    let room = width.checked_sub(taken)?;
    let widths: Vec<usize> = columns
        .iter()
        .map(|column| match column.kind {
            ColumnKind::Tick => 3,
            _ => room * usize::from(column.weight.max(1)) / weights,
        })
        .collect();
    let fits = columns.iter().zip(&widths).all(|(column, width)| {
        // A column of short words may be narrow; one whose heading would be torn may not.
        column.kind == ColumnKind::Tick || *width >= COLUMN.min(column.head.width().max(4))
    });
    fits.then_some(widths)
}

/// Whether a roll is too narrow for a table: it would tear a word that a line of its own has room for.
fn is_torn(columns: &[Column], widths: &[usize], rows: &[Vec<String>], all: usize) -> bool {
    let is_roll = all <= ROLL;
    is_roll
        && columns.iter().zip(widths).enumerate().any(|(at, (column, width))| {
            let cells = rows.iter().filter_map(|row| row.get(at)).map(String::as_str);
            let has_words = column.kind != ColumnKind::Tick;
            longest(&column.head) > *width
                || (has_words && cells.map(longest).any(|long| long > *width))
        })
}

/// Columns of the longest word.
fn longest(text: &str) -> usize {
    text.split_whitespace().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Lines of a text, without empty ones.
fn filled(text: &str, width: usize) -> Vec<String> {
    let mut lines = wrap(text, width);
    lines.retain(|line| !line.is_empty());
    lines
}

/// `K T P   A S L I`, a few words a line. Words too long for that stand as they are.
fn spaced(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in filled(&text.to_uppercase(), width).iter().flat_map(|line| line.split_whitespace())
    {
        let mut wide = word.graphemes(true).collect::<Vec<_>>().join(" ");
        if wide.width() > width {
            word.clone_into(&mut wide);
        }
        match lines.last_mut() {
            Some(line) if line.width() + 3 + wide.width() <= width => {
                line.push_str("   ");
                line.push_str(&wide);
            }
            _ => lines.push(wide),
        }
    }
    lines
}

/// The box of a row that is ticked by hand, or was already.
fn ticked(row: &[String], at: usize) -> &'static str {
    if row.get(at).is_some_and(|text| !text.is_empty()) { "[x]" } else { "[ ]" }
}
