//! The parts of a paper that are more than lines: tables, signatures, the square of the visit code.

use super::super::signs::to_win_ansi;
use super::super::{Column, ColumnKind};
use super::{Font, LEADING, Layout, MM, Mark, wrap};
use crate::base::qr::Square;

/// Air beside a column, in heights of a letter.
const AIR: f32 = 0.7;
/// Least size of letters in a table, of the common one.
const LEAST: f32 = 0.62;
/// Their size where columns had to be widened: what is left over is for the long texts.
const WIDER: f32 = 0.7;

impl Layout {
    pub(super) fn table(&mut self, columns: &[Column], rows: &[Vec<String>]) {
        let longest = self.longest(columns, rows);
        let widths = self.columns(columns, &longest);
        self.scale = self.fitting(&widths, &longest);
        let heads: Vec<&str> = columns.iter().map(|column| column.head.as_str()).collect();
        let has_heads = heads.iter().any(|head| !head.is_empty());
        // A heading at the foot of a page would stand there alone.
        self.need(self.base * LEADING * 4.0);
        if has_heads {
            self.row(columns, &widths, &heads, true);
        }
        for row in rows {
            let cells: Vec<&str> =
                (0..columns.len()).map(|at| row.get(at).map_or("", String::as_str)).collect();
            let high = self.row_height(columns, &widths, &cells);
            if self.y + high > self.bottom && self.y > self.top {
                self.turn();
                if has_heads {
                    self.row(columns, &widths, &heads, true);
                }
            }
            self.row(columns, &widths, &cells, false);
        }
        self.y += self.base * 0.4;
    }

    /// Width of each column, the air between them included: its share. Where words would be torn even in the
    /// least letters, columns of long words take from those that have more than they need.
    fn columns(&self, columns: &[Column], longest: &[f32]) -> Vec<f32> {
        let shares = self.shares(columns);
        let air = self.base * AIR;
        let both = || shares.iter().zip(longest);
        if both().all(|(share, longest)| share - air >= longest * LEAST) {
            return shares;
        }
        let room = shares.iter().sum::<f32>() - air * shares.len() as f32;
        let scale = (room / longest.iter().sum::<f32>().max(1.0)).clamp(LEAST, WIDER);
        let needs: Vec<f32> = columns
            .iter()
            .zip(shares.iter().zip(longest))
            .map(|(column, (share, longest))| match column.kind {
                ColumnKind::Tick => *share,
                // Values are broken anywhere: what is typed again must be large.
                ColumnKind::Value => share * 0.7,
                _ => longest * scale + air,
            })
            .collect();
        let both = || shares.iter().zip(&needs);
        let lack: f32 = both().map(|(share, need)| (need - share).max(0.0)).sum();
        let spare: f32 = both().map(|(share, need)| (share - need).max(0.0)).sum();
        if lack <= 0.0 || lack > spare {
            return shares;
        }
        both().map(|(share, need)| need.max(share - (share - need) * lack / spare)).collect()
    }

    fn shares(&self, columns: &[Column]) -> Vec<f32> {
        let tick = self.base * 2.0;
        let ticks = columns.iter().filter(|column| column.kind == ColumnKind::Tick).count();
        let weight = |column: &Column| f32::from(column.weight.max(1));
        let weights: f32 =
            columns.iter().filter(|column| column.kind != ColumnKind::Tick).map(weight).sum();
        let room = self.room() - tick * ticks as f32;
        columns
            .iter()
            .map(|column| match column.kind {
                ColumnKind::Tick => tick,
                _ => room * weight(column) / weights,
            })
            .collect()
    }

    /// The longest word of each column; of values only that of the heading.
    fn longest(&self, columns: &[Column], rows: &[Vec<String>]) -> Vec<f32> {
        let longest = |text: &str, font: Font| {
            let words =
                text.split_whitespace().map(|word| font.width(&to_win_ansi(word), self.base));
            words.fold(0.0, f32::max)
        };
        let of = |(at, column): (usize, &Column)| {
            let widest = longest(&column.head, Font::Bold);
            if !matches!(column.kind, ColumnKind::Words | ColumnKind::Number) {
                return widest;
            }
            let cells = rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| longest(cell, Font::Regular)).fold(widest, f32::max)
        };
        columns.iter().enumerate().map(of).collect()
    }

    /// What letters of a table are made smaller by, so that no word of it is torn.
    fn fitting(&self, widths: &[f32], longest: &[f32]) -> f32 {
        let scales = widths
            .iter()
            .zip(longest)
            .map(|(wide, longest)| (wide - self.base * AIR) / longest.max(1.0));
        scales.fold(1.0, f32::min).clamp(LEAST, 1.0)
    }

    fn cell(
        &self,
        column: &Column,
        wide: f32,
        text: &str,
        head: bool,
    ) -> (Font, f32, Vec<Vec<u8>>) {
        let (font, size) = match column.kind {
            _ if head => (Font::Bold, self.base * 0.92 * self.scale),
            ColumnKind::Value => (Font::Mono, self.base * 1.02),
            _ => (Font::Regular, self.base * 0.95 * self.scale),
        };
        let text = if column.kind == ColumnKind::Tick && !head { "" } else { text };
        (font, size, wrap(text, wide - self.base * AIR, font, size))
    }

    fn row_height(&self, columns: &[Column], widths: &[f32], cells: &[&str]) -> f32 {
        let high = columns.iter().zip(widths).zip(cells).map(|((column, wide), text)| {
            let (_, size, lines) = self.cell(column, *wide, text, false);
            size * LEADING * lines.len().max(1) as f32
        });
        high.fold(0.0, f32::max) + self.base * 0.45
    }

    fn row(&mut self, columns: &[Column], widths: &[f32], cells: &[&str], head: bool) {
        let mut x = self.margin;
        let top = self.y + self.base * 0.18;
        let mut below = top;
        let mut starts = top;
        let mut page = self.pages.len();
        for ((column, wide), text) in columns.iter().zip(widths).zip(cells) {
            let (font, size, lines) = self.cell(column, *wide, text, head);
            self.y = starts;
            if column.kind == ColumnKind::Tick && !head {
                self.square(x + self.base * 0.2, self.base * 0.88, !text.is_empty());
                self.y += self.base * LEADING;
            }
            for line in lines {
                // A cell longer than a page goes on on the next.
                self.need(size * LEADING);
                let free = wide - self.base * AIR - font.width(&line, size);
                let right = column.kind == ColumnKind::Number;
                self.text(if right { x + free } else { x }, font, size, 0.0, &line);
                self.y += size * LEADING;
            }
            if page != self.pages.len() {
                page = self.pages.len();
                starts = self.top;
                below = self.y;
            }
            below = below.max(self.y);
            x += wide;
        }
        self.y = below + self.base * 0.12;
        self.rule(if head { 0.9 } else { 0.4 }, if head { 0.0 } else { 0.65 });
        self.y += self.base * 0.15;
    }

    pub(super) fn signature(&mut self, place: &str, role: &str, name: &str, under: &str) {
        let base = self.base;
        let size = base;
        let right = self.wide - self.margin;
        let widest = [place, role, name, under]
            .iter()
            .map(|text| Font::Bold.width(&to_win_ansi(text), size) + 1.0)
            .fold(0.0, f32::max);
        let x = (self.wide / 2.0).min(right - widest).max(self.margin);
        let room = right - x;
        self.gap(base * 0.8);
        self.need(base * LEADING * 8.5);
        for text in [place, role].into_iter().filter(|text| !text.is_empty()) {
            self.lines(text, x, room, Font::Regular, size, 0.0);
        }
        self.y += base * LEADING * 3.4;
        self.lines(name, x, room, Font::Bold, size, 0.0);
        let line = wrap(name, room, Font::Bold, size).pop().unwrap_or_default();
        let wide = Font::Bold.width(&line, size).max(base * 12.0).min(room);
        let y = self.y - base * 0.12;
        self.put(Mark::Line { from: (x, y), to: (x + wide, y), width: 0.6, gray: 0.0 });
        self.y += base * 0.12;
        if !under.is_empty() {
            self.lines(under, x, room, Font::Regular, size, 0.0);
        }
    }

    /// The square of the visit code at the right, beside what comes next.
    pub(super) fn qr(&mut self, text: &str, caption: &str) {
        let side = if self.large { 30.0 * MM } else { 25.0 * MM };
        let letters = self.base * if self.large { 0.8 } else { 1.0 };
        let wide = Font::Bold.width(&to_win_ansi(caption), letters);
        let letters = letters * (side * 1.25 / wide.max(1.0)).clamp(0.6, 1.0);
        let words = wrap(caption, side * 1.26, Font::Bold, letters);
        let widest = words.iter().map(|word| Font::Bold.width(word, letters)).fold(side, f32::max);
        let (start, middle) = (self.y, self.wide - self.margin - widest / 2.0);
        self.y += self.base * AIR;
        let Some(square) = Square::of(text) else { return };
        let module = side / square.side() as f32;
        let (left, top) = (middle - side / 2.0, self.y);
        for y in 0..square.side() {
            let mut x = 0;
            while x < square.side() {
                let dark = |x: &usize| square.is_dark(*x as isize, y as isize);
                let run = (x..square.side()).take_while(dark).count();
                if run > 0 {
                    self.put(Mark::Fill {
                        x: left + x as f32 * module,
                        y: top + y as f32 * module,
                        wide: run as f32 * module,
                        high: module,
                    });
                }
                x += run.max(1);
            }
        }
        // Readers want light around a code: four modules of it.
        self.y += side + module * 2.5;
        for word in words {
            let x = middle - Font::Bold.width(&word, letters) / 2.0;
            self.text(x, Font::Bold, letters, 0.0, &word);
            self.y += letters * LEADING;
        }
        self.aside = self.y + self.base * 0.3;
        self.taken = widest + module * 4.0 + self.base * 0.5;
        self.y = start;
    }
}
