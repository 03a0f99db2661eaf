//! How texts are set: as large as they fit in a room, smaller step by step, at last in parts.
//!
//! Knows no case and no screen; what does not fit is never cut off.

use crate::tui::large::{self, Scale};
use crate::tui::measure::wrap;
use crate::tui::safe;

/// How large a text is set, largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Size {
    /// Letters of eight rows.
    Tall,
    /// Letters of four rows, a row between the lines.
    Large,
    /// The same without that row.
    Tight,
    /// The terminal's letters, a row between the lines.
    Double,
    /// The terminal's letters.
    Plain,
}

impl Size {
    const fn smaller(self) -> Self {
        match self {
            Self::Tall => Self::Large,
            Self::Large => Self::Tight,
            Self::Tight => Self::Double,
            Self::Double | Self::Plain => Self::Plain,
        }
    }

    /// Rows of a line, and of the room after it when another of the same text follows.
    pub(super) const fn rows(self) -> (u16, u16) {
        match self {
            Self::Tall => (Scale::Whole.rows(), 1),
            Self::Large => (Scale::Half.rows(), 1),
            Self::Tight => (Scale::Half.rows(), 0),
            Self::Double => (1, 1),
            Self::Plain => (1, 0),
        }
    }
}

/// What a text is: texts of one role have one size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What it is about.
    Head,
    /// What the officer says.
    Say,
    /// What is answered: the largest for the longest.
    Value,
    /// One of several.
    Item,
    /// What comes last.
    Foot,
}

/// One text of the picture.
pub(super) struct Piece {
    pub(super) role: Role,
    pub(super) text: String,
    pub(super) size: Size,
    pub(super) is_chosen: bool,
}

/// The pieces and the order in which they give way.
pub(super) struct Card {
    pub(super) pieces: Vec<Piece>,
    pub(super) steps: &'static [(Role, Size)],
}

impl Card {
    /// Adds a text; an empty one takes no room.
    pub(super) fn add(&mut self, role: Role, size: Size, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.pieces.push(Piece { role, text, size, is_chosen: false });
        }
    }
}

/// One line to be drawn, with the room above it.
pub(super) struct Strip {
    pub(super) text: String,
    pub(super) size: Size,
    pub(super) above: u16,
    pub(super) is_chosen: bool,
}

/// What the pieces become in a room of `width` and `height`: the parts, each of them strips that fit.
pub(super) fn set(card: &mut Card, width: u16, height: u16) -> Vec<Vec<Strip>> {
    let mut steps = card.steps.iter();
    loop {
        let strips = strips(&card.pieces, width);
        let used: u16 = strips.iter().map(|strip| strip.above + strip.size.rows().0).sum();
        if used <= height {
            return vec![strips];
        }
        let Some((role, size)) = steps.next() else { return parts(strips, height) };
        for piece in card.pieces.iter_mut().filter(|piece| piece.role == *role) {
            piece.size = piece.size.max(*size);
        }
    }
}

/// What does not fit at once, in parts that do.
fn parts(strips: Vec<Strip>, height: u16) -> Vec<Vec<Strip>> {
    let mut parts: Vec<Vec<Strip>> = vec![Vec::new()];
    let mut used = 0;
    for mut strip in strips {
        let rows = strip.size.rows().0;
        if used > 0 && used + strip.above + rows > height {
            parts.push(Vec::new());
            used = 0;
        }
        if used == 0 {
            strip.above = 0;
        }
        used += strip.above + rows;
        parts.last_mut().expect("there is always a part").push(strip);
    }
    parts
}

/// The pieces as lines, each in its size or the next smaller one it can be set in.
fn strips(pieces: &[Piece], width: u16) -> Vec<Strip> {
    let mut strips: Vec<Strip> = Vec::new();
    // Of several things one size is right for all: the largest that all can be set in.
    let items = pieces.iter().filter(|piece| piece.role == Role::Item);
    let item_size = items.map(|piece| settable(piece, piece.size, width)).max();
    let mut follows_item = false;
    for piece in pieces {
        let size = match (piece.role, item_size) {
            (Role::Item, Some(size)) => size,
            _ => settable(piece, piece.size, width),
        };
        let is_in_list = piece.role == Role::Item && follows_item && size == Size::Plain;
        follows_item = piece.role == Role::Item;
        for (at, text) in lines(&piece.text, size, width).into_iter().enumerate() {
            let above = match (at, strips.is_empty()) {
                (_, true) => 0,
                (0, _) if is_in_list => 0,
                (0, _) => 1,
                _ => size.rows().1,
            };
            strips.push(Strip { text, size, above, is_chosen: piece.is_chosen });
        }
    }
    strips
}

/// The largest size from `size` down that the whole text can be set in.
fn settable(piece: &Piece, size: Size, width: u16) -> Size {
    let is_drawn = matches!(size, Size::Tall | Size::Large | Size::Tight);
    let can_be = !is_drawn || large::lines(&piece.text, width).is_some();
    // The tallest letters are for one line; several of them are a wall.
    let is_wall =
        size == Size::Tall && large::lines(&piece.text, width).is_some_and(|lines| lines.len() > 1);
    if can_be && !is_wall { size } else { settable(piece, size.smaller(), width) }
}

fn lines(text: &str, size: Size, width: u16) -> Vec<String> {
    let drawn = match size {
        Size::Tall | Size::Large | Size::Tight => large::lines(text, width),
        Size::Double | Size::Plain => None,
    };
    drawn.unwrap_or_else(|| {
        let shown: Vec<_> = text.split('\n').map(safe).collect();
        wrap(&shown.join("\n"), width.into())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Library;
    use crate::text::Lang;
    use crate::tui::measure::columns;

    fn card(text: &str) -> Card {
        let steps =
            &[(Role::Head, Size::Tight), (Role::Head, Size::Double), (Role::Head, Size::Plain)];
        let mut card = Card { pieces: Vec::new(), steps };
        card.add(Role::Head, Size::Large, text);
        card
    }

    /// What can be read in all parts together.
    fn read(parts: &[Vec<Strip>]) -> String {
        let texts = parts.iter().flatten().map(|strip| strip.text.as_str());
        texts.collect::<String>().split_whitespace().collect()
    }

    #[test]
    fn no_label_or_sentence_of_any_pack_is_cut_off_at_any_size() {
        let library = Library::built_in();
        let (mut count, mut large) = (0, 0);
        let day = jiff::civil::date(2026, 11, 23);
        for crate::form::Title { head, .. } in library.titles().0 {
            let loaded = library.load(&head.id, day);
            let pack = loaded.and_then(crate::form::Loaded::usable).expect("ours are sound");
            let choices = pack.choice_lists.iter().flat_map(|list| &list.choices);
            let texts = pack
                .questions
                .iter()
                .flat_map(|question| [&question.label, &question.say])
                .chain(choices.map(|choice| &choice.label));
            for text in texts.flat_map(|text| Lang::ALL.map(|lang| text.get(lang))) {
                for (width, height) in [(74, 23), (54, 19), (38, 9)] {
                    let parts = set(&mut card(text), width, height);
                    let whole: String = text.split_whitespace().collect();
                    assert_eq!(read(&parts), whole, "{}: {text}", head.id);
                    for part in &parts {
                        let used: u16 =
                            part.iter().map(|strip| strip.above + strip.size.rows().0).sum();
                        assert!(used <= height, "{}: {text}", head.id);
                        for strip in part {
                            let wide = match strip.size {
                                Size::Double | Size::Plain => columns(&strip.text) as u16,
                                _ => large::width(&strip.text).expect("only what can be drawn"),
                            };
                            assert!(wide <= width, "{}: {text}", head.id);
                        }
                    }
                    if width == 74 {
                        count += 1;
                        large +=
                            usize::from(parts[0].iter().all(|strip| strip.size <= Size::Tight));
                    }
                }
            }
        }
        assert!(count > 1_000, "{count} texts");
        eprintln!("{large} of {count} texts are set in large letters at 80x24");
    }

    proptest::proptest! {
        #[test]
        fn always_every_part_fits_and_no_letter_is_lost(
            text in "[A-Za-z0-9 é株.,-]{0,200}",
            width in 4..100_u16,
            height in 1..30_u16,
        ) {
            let parts = set(&mut card(&text), width, height);
            for part in &parts {
                let used: u16 = part.iter().map(|strip| strip.above + strip.size.rows().0).sum();
                proptest::prop_assert!(used <= height, "{used} rows of {height}");
            }
            let whole: String = text.split_whitespace().collect();
            proptest::prop_assert_eq!(read(&parts), whole);
        }
    }
}
