//! The pen every screen draws with: words, styles and the cells of one frame.
//!
//! Everything a person wrote goes through [`super::safe`] here, so no screen can forget it.

use super::measure::{columns, cut, window, wrap};
use super::{Look, safe};
use crate::app::{Env, State};
use crate::text::{Args, Catalog, Text};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

/// One frame being drawn.
pub(super) struct Pen<'a> {
    pub(super) state: &'a State,
    pub(super) env: &'a Env,
    pub(super) words: &'a Catalog,
    pub(super) look: &'a Look,
    pub(super) buffer: &'a mut Buffer,
    /// Where the terminal's cursor stands after this frame, if anything is typed.
    pub(super) cursor: Option<Position>,
}

impl Pen<'_> {
    /// The style of a meaning.
    pub(super) fn style(&self, meaning: &str) -> Style {
        self.look.theme.style(meaning)
    }

    /// The words of a message.
    pub(super) fn say(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// The words of a message with arguments.
    pub(super) fn say_with(&self, key: &str, args: Args<'_>) -> String {
        self.words.with(key, args)
    }

    /// A pack's text in the language of the interface.
    pub(super) fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.words.lang())
    }

    /// A piece of a line, made fit for the screen.
    pub(super) fn span(&self, text: impl AsRef<str>, meaning: &str) -> Span<'static> {
        Span::styled(safe(text.as_ref()).into_owned(), self.style(meaning))
    }

    /// A line of one style.
    pub(super) fn line(&self, text: impl AsRef<str>, meaning: &str) -> Line<'static> {
        Line::from(self.span(text, meaning))
    }

    /// `text` wrapped into lines of one style. Line ends in it are kept.
    pub(super) fn lines(&self, text: &str, width: u16, meaning: &str) -> Vec<Line<'static>> {
        let style = self.style(meaning);
        Self::wrapped(text, width)
            .into_iter()
            .map(|line| Line::from(Span::styled(line, style)))
            .collect()
    }

    /// `text` after `head`, wrapped so that all its lines begin under its first.
    pub(super) fn hanging(
        &self,
        head: Span<'static>,
        indent: u16,
        text: &str,
        width: u16,
        meaning: &str,
    ) -> Vec<Line<'static>> {
        let style = self.style(meaning);
        let gap = usize::from(indent).saturating_sub(columns(&head.content));
        let mut head = Some(vec![head, Span::raw(" ".repeat(gap))]);
        Self::wrapped(text, width.saturating_sub(indent))
            .into_iter()
            .map(|line| {
                let mut spans =
                    head.take().unwrap_or_else(|| vec![Span::raw(" ".repeat(indent.into()))]);
                spans.push(Span::styled(line, style));
                Line::from(spans)
            })
            .collect()
    }

    fn wrapped(text: &str, width: u16) -> Vec<String> {
        let shown: String = if text.contains('\n') {
            text.split('\n').map(safe).collect::<Vec<_>>().join("\n")
        } else {
            safe(text).into_owned()
        };
        wrap(&shown, width.into())
    }

    /// Draws `text` from (`x`, `y`) in at most `width` columns and tells the column after it. What does
    /// not fit ends in `…`.
    pub(super) fn put(&mut self, x: u16, y: u16, width: u16, text: &str, meaning: &str) -> u16 {
        let style = self.style(meaning);
        let shown = safe(text);
        let shown = cut(&shown, width.into());
        self.buffer.set_stringn(x, y, &*shown, width.into(), style).0
    }

    /// A line of a square of half blocks: dark on light, whatever the terminal is.
    pub(super) fn put_square(&mut self, x: u16, y: u16, width: u16, line: &str) {
        let mut style = self.style("qr");
        if style.bg.is_none() {
            // Without colours ink and ground change places, so that ink is dark where letters are light.
            style = style.add_modifier(Modifier::REVERSED);
        }
        self.buffer.set_stringn(x, y, line, width.into(), style);
    }

    /// Draws `text` so that it ends before column `end`; tells the column it begins at.
    pub(super) fn put_right(&mut self, end: u16, y: u16, text: &str, meaning: &str) -> u16 {
        let shown = safe(text);
        let width = columns(&shown) as u16;
        let x = end.saturating_sub(width);
        let style = self.style(meaning);
        self.buffer.set_stringn(x, y, &*shown, width.into(), style);
        x
    }

    /// Draws `text` in the middle of `area`'s line `y`.
    pub(super) fn put_centred(&mut self, area: Rect, y: u16, text: &str, meaning: &str) {
        let shown = safe(text);
        let width = (columns(&shown) as u16).min(area.width);
        self.put(area.x + (area.width - width) / 2, y, width, text, meaning);
    }

    /// Draws prepared lines from the top of `area` down; tells the row after the last.
    pub(super) fn put_lines(&mut self, area: Rect, lines: &[Line<'static>]) -> u16 {
        let mut y = area.y;
        for line in lines.iter().take(area.height.into()) {
            self.buffer.set_line(area.x, y, line, area.width);
            y += 1;
        }
        y
    }

    /// A thin rule over the columns of `area` at `y`.
    pub(super) fn rule(&mut self, area: Rect, y: u16) {
        let style = self.style("rule");
        for x in area.left()..area.right() {
            self.buffer[(x, y)].set_char('─').set_style(style);
        }
    }

    /// A box along the edge of `area`.
    pub(super) fn frame(&mut self, area: Rect, meaning: &str) {
        if area.width < 2 || area.height < 2 {
            return;
        }
        let style = self.style(meaning);
        let (left, right) = (area.left(), area.right() - 1);
        let (top, bottom) = (area.top(), area.bottom() - 1);
        for x in left + 1..right {
            self.buffer[(x, top)].set_char('─').set_style(style);
            self.buffer[(x, bottom)].set_char('─').set_style(style);
        }
        for y in top + 1..bottom {
            self.buffer[(left, y)].set_char('│').set_style(style);
            self.buffer[(right, y)].set_char('│').set_style(style);
        }
        for (x, y, corner) in
            [(left, top, '┌'), (right, top, '┐'), (left, bottom, '└'), (right, bottom, '┘')]
        {
            self.buffer[(x, y)].set_char(corner).set_style(style);
        }
    }

    /// `list` without its last row when `count` entries do not fit; that row then tells how many come
    /// after those in sight.
    pub(super) fn with_more(&mut self, list: Rect, marked: usize, count: usize) -> Rect {
        if count <= usize::from(list.height) || list.height < 3 {
            return list;
        }
        let list = Rect { height: list.height - 1, ..list };
        let room = usize::from(list.height);
        let left = count.saturating_sub(window(marked, count, room) + room);
        if left > 0 {
            let left = crate::ident::number::group(left as i64);
            let more = self.say_with("screen-more", &[("count", left.into())]);
            self.put_right(list.right(), list.bottom(), &format!("↓ {more}"), "muted");
        }
        list
    }

    /// Empties `area`.
    pub(super) fn clear(&mut self, area: Rect) {
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }
}

/// `area` without `side` columns left and right.
pub(super) fn inset(area: Rect, side: u16) -> Rect {
    Rect { x: area.x + side, width: area.width.saturating_sub(2 * side), ..area }
}

/// The part of `area` from row `y` down.
pub(super) fn below(area: Rect, y: u16) -> Rect {
    let y = y.clamp(area.top(), area.bottom());
    Rect { y, height: area.bottom() - y, ..area }
}
