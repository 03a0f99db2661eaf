//! Where the letters of a paper stand on its pages, in points from the top left corner.
//!
//! Measures with the widths of the very fonts that are printed. Draws nothing.

mod parts;

use super::metrics::{BOLD, REGULAR};
use super::signs::to_win_ansi;
use super::{Block, Paper, Size};

/// A millimetre in points.
const MM: f32 = 72.0 / 25.4;
/// From one line to the next, in letter sizes.
const LEADING: f32 = 1.32;
/// Lines that are too few for a page of their own, and what letters are made smaller by to spare it.
const FEW: f32 = 6.0;
const TIGHTER: [f32; 3] = [0.97, 0.94, 0.91];

/// A font every reader brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Font {
    /// Helvetica.
    Regular,
    /// Helvetica-Bold.
    Bold,
    /// Courier-Bold: no letter looks like another.
    Mono,
    /// Courier: drawings made of letters.
    Fixed,
}

impl Font {
    pub(super) const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Mono, Self::Fixed];

    /// Its name among those every reader brings.
    pub(super) const fn base(self) -> &'static str {
        match self {
            Self::Regular => "Helvetica",
            Self::Bold => "Helvetica-Bold",
            Self::Mono => "Courier-Bold",
            Self::Fixed => "Courier",
        }
    }

    /// How wide `text` (Windows-1252) is at `size`.
    pub(super) fn width(self, text: &[u8], size: f32) -> f32 {
        let of = |byte: &u8| {
            let at = usize::from(byte.saturating_sub(32));
            u32::from(match self {
                Self::Regular => REGULAR[at],
                Self::Bold => BOLD[at],
                Self::Mono | Self::Fixed => 600,
            })
        };
        text.iter().map(of).sum::<u32>() as f32 * size / 1000.0
    }
}

/// A thing on a page. `y` grows downwards; texts stand on their base line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    Text { x: f32, y: f32, font: Font, size: f32, gray: f32, text: Vec<u8> },
    Line { from: (f32, f32), to: (f32, f32), width: f32, gray: f32 },
    Frame { x: f32, y: f32, wide: f32, high: f32, width: f32 },
    Fill { x: f32, y: f32, wide: f32, high: f32 },
}

/// A laid out paper.
pub(super) struct Laid {
    pub(super) wide: f32,
    pub(super) high: f32,
    pub(super) pages: Vec<Vec<Mark>>,
}

/// Lays a paper out. Sizes of paper that are no sheet are taken for A4.
pub(super) fn pages(paper: &Paper, size: Size, large: bool) -> Laid {
    let lay = |tight: f32| {
        let mut layout = Layout::of(paper, size, large);
        layout.heads *= tight;
        layout.base *= tight;
        layout.draw(paper);
        layout
    };
    let mut layout = lay(1.0);
    // A few lines alone on a last page stand on the one before, where letters a little smaller do it.
    if layout.pages.len() > 1 && layout.y - layout.top < layout.base * LEADING * FEW {
        let mut tighter = TIGHTER.into_iter().map(lay);
        let fewer = tighter.find(|tight| tight.pages.len() < layout.pages.len());
        layout = fewer.unwrap_or(layout);
    }
    layout.finish(paper)
}

struct Layout {
    wide: f32,
    high: f32,
    /// Left and right.
    margin: f32,
    top: f32,
    bottom: f32,
    /// Size of common letters.
    base: f32,
    large: bool,
    /// Below this height of the first page nothing stands at the right; above it, the square does.
    aside: f32,
    /// Width the square takes there.
    taken: f32,
    /// What letters of the present table are made smaller by.
    scale: f32,
    /// Where the texts of entries begin, from the margin.
    heads: f32,
    y: f32,
    pages: Vec<Vec<Mark>>,
    marked: bool,
}

impl Layout {
    fn of(paper: &Paper, size: Size, large: bool) -> Self {
        let is_small = size == Size::A5;
        let (wide, high) =
            if is_small { (148.0 * MM, 210.0 * MM) } else { (210.0 * MM, 297.0 * MM) };
        let margin = if is_small { 13.0 * MM } else { 20.0 * MM };
        let base = match (is_small, large) {
            (false, false) => 11.0,
            (false, true) => 17.0,
            (true, false) => 9.0,
            (true, true) => 13.5,
        };
        let mut layout = Self {
            wide,
            high,
            margin,
            top: if is_small { 14.0 * MM } else { 18.0 * MM },
            bottom: high - if is_small { 15.0 * MM } else { 19.0 * MM },
            base,
            large,
            aside: 0.0,
            taken: 0.0,
            scale: 1.0,
            heads: 0.0,
            y: 0.0,
            pages: vec![Vec::new()],
            marked: false,
        };
        layout.y = layout.top;
        let heads = paper.blocks.iter().filter_map(|block| match block {
            Block::Entry { head, .. } | Block::Several { head, .. } => Some(to_win_ansi(head)),
            _ => None,
        });
        let widest = heads.map(|head| Font::Bold.width(&head, base)).fold(0.0, f32::max);
        layout.heads =
            if large { widest + base } else { (widest + base * 1.2).min(layout.room() * 0.36) };
        layout
    }

    fn draw(&mut self, paper: &Paper) {
        let mut titled = !paper.blocks.iter().any(|block| matches!(block, Block::Title(_)));
        for (at, block) in paper.blocks.iter().enumerate() {
            let next = paper.blocks.get(at + 1);
            self.block(block, next);
            titled |= matches!(block, Block::Title(_));
            let is_head = matches!(
                next,
                Some(Block::Office(_) | Block::Title(_) | Block::Subtitle(_) | Block::Rule)
            );
            if titled && !is_head && !self.marked {
                self.number(paper);
            }
        }
    }

    /// Width between the margins.
    fn room(&self) -> f32 {
        let taken = if self.pages.len() == 1 && self.y < self.aside { self.taken } else { 0.0 };
        self.wide - 2.0 * self.margin - taken
    }

    fn put(&mut self, mark: Mark) {
        self.pages.last_mut().expect("there is always a page").push(mark);
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.top;
    }

    /// A new page when less than `high` is left; never an empty one.
    fn need(&mut self, high: f32) {
        if self.y + high > self.bottom && self.y > self.top {
            self.turn();
        }
    }

    /// Air, but none at the top of a page.
    fn gap(&mut self, high: f32) {
        if self.y > self.top {
            self.y += high;
        }
    }

    /// One line of text whose top is at the present height.
    fn text(&mut self, x: f32, font: Font, size: f32, gray: f32, text: &[u8]) {
        let y = self.y + size * 0.95;
        self.put(Mark::Text { x, y, font, size, gray, text: text.to_vec() });
    }

    /// Lines from `x` on, `wide` at most; below the square they are as much wider as it was. No line stands
    /// alone on a page.
    fn lines(&mut self, text: &str, x: f32, wide: f32, font: Font, size: f32, gray: f32) {
        let narrow = self.room();
        let bytes = to_win_ansi(text);
        self.need(together(&bytes, wide, font, size));
        let mut rest = bytes.as_slice();
        loop {
            let left = broken(rest, wide + self.room() - narrow, font, size).len();
            if left == 0 {
                return;
            }
            self.need(size * LEADING * if left == 2 { 2.0 } else { 1.0 });
            let (line, left) = first_line(rest, wide + self.room() - narrow, font, size);
            self.text(x, font, size, gray, &line);
            self.y += size * LEADING;
            rest = left;
        }
    }

    fn centred(&mut self, text: &str, font: Font, size: f32, gray: f32) {
        for line in wrap(text, self.room(), font, size) {
            self.need(size * LEADING);
            let x = self.margin + (self.room() - font.width(&line, size)) / 2.0;
            self.text(x, font, size, gray, &line);
            self.y += size * LEADING;
        }
    }

    fn number(&mut self, paper: &Paper) {
        self.marked = true;
        if !paper.number.is_empty() {
            self.centred(&paper.number, Font::Regular, self.base * 0.9, 0.25);
        }
        self.gap(self.base * 0.4);
        if let Some((text, caption)) = paper.qr() {
            self.qr(text, caption);
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) {
        let (margin, room, base) = (self.margin, self.room(), self.base);
        match block {
            Block::Office(text) => {
                self.centred(&text.to_uppercase(), Font::Bold, base * 1.12, 0.0);
                if matches!(next, Some(Block::Title(_))) {
                    self.letterhead();
                }
            }
            Block::Title(text) => {
                self.gap(base * 0.35);
                self.centred(text, Font::Bold, base * 1.5, 0.0);
            }
            Block::Subtitle(text) => {
                self.centred(text, Font::Regular, base, 0.15);
            }
            Block::Heading(text) => {
                self.gap(base * 0.8);
                let lines = wrap(&text.to_uppercase(), room, Font::Bold, base).len() as f32;
                let is_high = matches!(next, Some(Block::Table { .. } | Block::Check { .. }));
                let under = if is_high { 6.0 } else { 2.5 };
                self.need(base * LEADING * (lines + under));
                self.lines(&text.to_uppercase(), margin, room, Font::Bold, base, 0.0);
                self.y += base * 0.1;
                self.rule(0.6, 0.55);
                self.y += base * 0.4;
            }
            Block::Entry { head, text } => self.entry(head, false, text),
            Block::Several { head, items } => {
                for (at, item) in items.iter().enumerate() {
                    self.entry(if at == 0 { head } else { "" }, true, item);
                }
            }
            Block::Paragraph(text) => {
                self.lines(text, margin, room, Font::Regular, base, 0.0);
                self.y += base * 0.4;
            }
            Block::Small(text) => {
                let size = if self.large { base * 0.9 } else { base * 0.88 };
                self.lines(text, margin, room, Font::Regular, size, 0.25);
                self.y += base * 0.3;
            }
            Block::Bullets(items) => {
                for item in items {
                    self.bullet(margin, room, item);
                }
                self.y += base * 0.3;
            }
            Block::Check { ticked, text, notes } => self.check(*ticked, text, notes),
            Block::Table { columns, rows } => self.table(columns, rows),
            Block::Signature { place, role, name, under } => {
                self.signature(place, role, name, under);
            }
            // It stands at the right of the head, where there is room for it.
            Block::Qr { .. } => {}
            Block::Fixed(lines) => self.fixed(lines),
            Block::Large(text) => {
                self.gap(base * 0.4);
                self.need(base * 4.0);
                let wide = Font::Bold.width(&to_win_ansi(text), base * 2.4);
                let size = base * 2.4 * (self.room() / wide.max(1.0)).clamp(0.5, 1.0);
                self.centred(text, Font::Bold, size, 0.0);
                self.y += base * 0.4;
            }
            Block::Gap => self.gap(base * 0.75),
            // Above any title it ends the letterhead.
            Block::Rule if !self.marked => self.letterhead(),
            Block::Rule => {
                self.need(base);
                self.y += base * 0.4;
                self.rule(0.6, 0.4);
                self.y += base * 0.6;
            }
            Block::PageBreak => self.turn(),
        }
    }

    /// Lines as they are, as large as the widest of them lets them be.
    fn fixed(&mut self, lines: &[String]) {
        let lines: Vec<Vec<u8>> = lines.iter().map(|line| to_win_ansi(line)).collect();
        let longest = lines.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let size = (self.room() / (longest as f32 * 0.6)).min(self.base);
        for (at, line) in lines.iter().enumerate() {
            // What follows a blank line belongs together: it is not torn when it is short.
            let starts = at == 0 || lines[at - 1].is_empty();
            let short =
                |from: usize| lines[from..].iter().take_while(|line| !line.is_empty()).count();
            let mut block = short(at);
            if line.starts_with(b"==") && at + block + 1 < lines.len() {
                // A heading goes with what it is of.
                block += 1 + short(at + block + 1);
            }
            if starts && block <= 8 {
                self.need(size * LEADING * block as f32);
            }
            self.need(size * LEADING);
            if !line.is_empty() {
                self.text(self.margin, Font::Fixed, size, 0.0, line);
            }
            if !(line.is_empty() && self.y <= self.top) {
                self.y += size * LEADING;
            }
        }
    }

    /// The line under a letterhead.
    fn letterhead(&mut self) {
        self.y += self.base * 0.25;
        self.rule(1.4, 0.0);
        self.y += self.base * 0.55;
    }

    fn rule(&mut self, width: f32, gray: f32) {
        let (from, to) = ((self.margin, self.y), (self.margin + self.room(), self.y));
        self.put(Mark::Line { from, to, width, gray });
    }

    fn entry(&mut self, head: &str, bullet: bool, text: &str) {
        let (margin, base) = (self.margin, self.base);
        let narrowest = self.wide - 2.0 * self.margin - self.taken;
        if self.heads > narrowest * 0.44 {
            // A column of words would leave no room for what they say.
            if !head.is_empty() {
                self.need(base * LEADING * 2.0);
                self.lines(head, margin, self.room(), Font::Bold, base * 0.85, 0.25);
            }
            if bullet {
                self.bullet(margin, self.room(), text);
            } else {
                self.lines(text, margin, self.room(), Font::Regular, base, 0.0);
            }
            self.y += base * if bullet { 0.1 } else { 0.3 };
            return;
        }
        let heads = wrap(head, self.heads - base * 0.6, Font::Bold, base);
        let (x, room) = (margin + self.heads, self.room() - self.heads);
        let first = together(&to_win_ansi(text), room, Font::Regular, base);
        self.need(first.max(base * LEADING * heads.len().max(1) as f32));
        let (top, page) = (self.y, self.pages.len());
        for line in &heads {
            self.text(margin, Font::Bold, base, 0.0, line);
            self.y += base * LEADING;
        }
        let below = self.y;
        self.y = top;
        if bullet {
            self.bullet(x, room, text);
        } else {
            self.lines(text, x, room, Font::Regular, base, 0.0);
        }
        if page == self.pages.len() {
            self.y = self.y.max(below);
        }
        self.y += base * 0.12;
    }

    fn bullet(&mut self, x: f32, room: f32, text: &str) {
        let base = self.base;
        let indent = base * 0.95;
        self.need(together(&to_win_ansi(text), room - indent, Font::Regular, base));
        self.text(x, Font::Regular, base, 0.0, &to_win_ansi("•"));
        self.lines(text, x + indent, room - indent, Font::Regular, base, 0.0);
        self.y += base * if self.large { 0.2 } else { 0.12 };
    }

    /// A square to tick, its top at the present height.
    fn square(&mut self, x: f32, side: f32, ticked: bool) {
        let y = self.y + self.base * 0.12;
        self.put(Mark::Frame { x, y, wide: side, high: side, width: 0.9 });
        if ticked {
            let (near, far) = (side * 0.22, side * 0.78);
            for (from, to) in [((near, near), (far, far)), ((near, far), (far, near))] {
                let at = |(dx, dy): (f32, f32)| (x + dx, y + dy);
                self.put(Mark::Line { from: at(from), to: at(to), width: 1.2, gray: 0.0 });
            }
        }
    }

    fn check(&mut self, ticked: bool, text: &str, notes: &[(String, String)]) {
        let (margin, base) = (self.margin, self.base);
        let indent = base * 1.6;
        let room = self.room() - indent;
        let size = base * 0.92;
        let notes: Vec<String> = notes
            .iter()
            .map(
                |(head, note)| {
                    if head.is_empty() { note.clone() } else { format!("{head}: {note}") }
                },
            )
            .collect();
        let lines = |text: &str, font, size: f32| wrap(text, room, font, size).len() as f32 * size;
        let high = lines(text, Font::Bold, base)
            + notes.iter().map(|note| lines(note, Font::Regular, size)).sum::<f32>();
        // Kept together, unless that would leave a third of a page empty.
        self.need((high * LEADING).min((self.bottom - self.top) / 3.0));
        self.square(margin, base * 0.88, ticked);
        self.lines(text, margin + indent, room, Font::Bold, base, 0.0);
        for note in notes {
            self.lines(&note, margin + indent, room, Font::Regular, size, 0.1);
        }
        self.y += base * if self.large { 0.8 } else { 0.38 };
    }

    /// Foot and copy mark of every page, once their number is known.
    fn finish(mut self, paper: &Paper) -> Laid {
        let size = if self.large { self.base * 0.75 } else { self.base * 0.82 };
        let y = self.bottom + (self.high - self.bottom) * 0.45;
        let count = self.pages.len();
        let (margin, right) = (self.margin, self.wide - self.margin);
        for (at, page) in self.pages.iter_mut().enumerate() {
            let foot = paper
                .foot
                .replace("{page}", &(at + 1).to_string())
                .replace("{pages}", &count.to_string());
            let foot = to_win_ansi(&foot);
            let number = to_win_ansi(&paper.number);
            let x = right - Font::Regular.width(&foot, size);
            if !number.is_empty() && at > 0 {
                // Where both do not stand side by side, the number stands above.
                let is_wide = margin + Font::Regular.width(&number, size) + size > x;
                let y = if is_wide { y - size * LEADING } else { y };
                page.push(Mark::Text {
                    x: margin,
                    y,
                    font: Font::Regular,
                    size,
                    gray: 0.3,
                    text: number,
                });
            }
            page.push(Mark::Text { x, y, font: Font::Regular, size, gray: 0.3, text: foot });
            if !paper.copy.is_empty() {
                let text = to_win_ansi(&paper.copy);
                let wide = Font::Bold.width(&text, size) + size * 1.2;
                let (x, top) = (right - wide, self.top - size * 2.3);
                let frame = Mark::Frame { x, y: top, wide, high: size * 1.7, width: 1.0 };
                page.push(frame);
                let (x, y) = (x + size * 0.6, top + size * 1.2);
                page.push(Mark::Text { x, y, font: Font::Bold, size, gray: 0.0, text });
            }
        }
        Laid { wide: self.wide, high: self.high, pages: self.pages }
    }
}

/// Height of the first lines of a text, which stand on one page: two, and all of a short text.
fn together(text: &[u8], wide: f32, font: Font, size: f32) -> f32 {
    let lines = match broken(text, wide, font, size).len() {
        lines @ 0..=3 => lines,
        _ => 2,
    };
    size * LEADING * lines.max(1) as f32
}

/// Lines of `text` in Windows-1252, each at most `wide`; broken between words, and within words that are
/// too long for a line.
pub(super) fn wrap(text: &str, wide: f32, font: Font, size: f32) -> Vec<Vec<u8>> {
    broken(&to_win_ansi(text), wide, font, size)
}

fn broken(mut text: &[u8], wide: f32, font: Font, size: f32) -> Vec<Vec<u8>> {
    let mut lines = Vec::new();
    loop {
        let (line, rest) = first_line(text, wide, font, size);
        if line.is_empty() {
            return lines;
        }
        lines.push(line);
        text = rest;
    }
}

/// The first line of a text, and what is left of it; empty where there are no words.
fn first_line(text: &[u8], wide: f32, font: Font, size: f32) -> (Vec<u8>, &[u8]) {
    let space = font.width(b" ", size);
    let (mut line, mut used, mut rest) = (Vec::new(), 0.0, text.trim_ascii_start());
    while !rest.is_empty() {
        let end = rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let long = font.width(word, size);
        if line.is_empty() && long > wide {
            let mut taken = 0.0;
            let fits = word.iter().take_while(|byte| {
                taken += font.width(&[**byte], size);
                taken <= wide
            });
            let (part, after) = rest.split_at(fits.count().max(1));
            return (part.to_vec(), after);
        }
        if !line.is_empty() {
            if used + space + long > wide {
                break;
            }
            line.push(b' ');
            used += space;
        }
        line.extend_from_slice(word);
        used += long;
        rest = after.trim_ascii_start();
    }
    (line, rest)
}

/// Points a page of `size` has from its first line to its last.
pub(super) fn room(size: Size) -> f32 {
    let empty = Layout::of(&Paper::bare(&[]), size, false);
    empty.bottom - empty.top
}

/// Points before a heading.
pub(super) fn air(size: Size) -> f32 {
    Layout::of(&Paper::bare(&[]), size, false).base * 0.8
}

/// Points a paper takes, as if pages had no end.
pub(super) fn height(paper: &Paper, size: Size) -> f32 {
    let mut layout = Layout::of(paper, size, false);
    layout.bottom = f32::MAX;
    layout.draw(paper);
    layout.y - layout.top
}
