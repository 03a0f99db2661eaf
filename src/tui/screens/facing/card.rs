//! How texts are set: in large letters on one screen, else in large letters in a few parts, and only
//! where the room is too small for that in the terminal's letters.
//!
//! Knows no case and no screen; what does not fit is never cut off.

use crate::tui::large::{self, Scale};
use crate::tui::measure::wrap;
use crate::tui::safe;

/// Most parts a text in large letters comes in; what would need more is set smaller.
pub(super) const MOST: usize = 4;

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
    /// What is asked of all of it.
    Say,
    /// What is answered: the largest for the longest.
    Value,
    /// One of several.
    Item,
    /// What comes last.
    Foot,
}

impl Role {
    /// Whether it may be small: the officer's side of it.
    const fn is_tail(self) -> bool {
        matches!(self, Self::Say | Self::Foot)
    }
}

/// One text of the picture.
pub(super) struct Piece {
    pub(super) role: Role,
    pub(super) text: String,
    pub(super) size: Size,
    pub(super) is_chosen: bool,
}

impl Piece {
    fn at(&self, text: &str, size: Size) -> Self {
        Self { role: self.role, text: text.to_owned(), size, is_chosen: self.is_chosen }
    }
}

/// The pieces and the order in which they give way: first those steps that leave the large letters, then
/// the parts, then the others.
pub(super) struct Card {
    pub(super) pieces: Vec<Piece>,
    pub(super) large: &'static [(Role, Size)],
    pub(super) small: &'static [(Role, Size)],
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
    is_tail: bool,
}

/// What the pieces become in a room of `width` and `height`: the parts, each of them strips that fit.
pub(super) fn set(card: &mut Card, width: u16, height: u16) -> Vec<Vec<Strip>> {
    if let Some(strips) = at_once(&mut card.pieces, card.large, width, height) {
        return vec![strips];
    }
    if !card.large.is_empty() {
        // The least room between the lines that saves a part.
        let sizes = [Size::Large, Size::Tight].map(|size| in_parts(card, size, width, height));
        if let Some(parts) = sizes.into_iter().flatten().min_by_key(Vec::len) {
            return parts;
        }
    }
    at_once(&mut card.pieces, card.small, width, height)
        .map_or_else(|| parts(strips(&card.pieces, width), height), |strips| vec![strips])
}

/// Whether all of it stands in large letters, but for what may always be small.
pub(super) fn is_large(parts: &[Vec<Strip>]) -> bool {
    parts.iter().flatten().all(|strip| strip.size <= Size::Tight || strip.is_tail)
}

/// Everything in one part, the pieces giving way as the steps say.
fn at_once(
    pieces: &mut [Piece],
    steps: &[(Role, Size)],
    width: u16,
    height: u16,
) -> Option<Vec<Strip>> {
    let mut steps = steps.iter();
    loop {
        let strips = strips(pieces, width);
        if used(&strips) <= height {
            return Some(strips);
        }
        let (role, size) = steps.next()?;
        for piece in pieces.iter_mut().filter(|piece| piece.role == *role) {
            piece.size = piece.size.max(*size);
        }
    }
}

/// Rows of strips one below the other.
pub(super) fn used(strips: &[Strip]) -> u16 {
    strips.iter().map(|strip| strip.above + strip.size.rows().0).sum()
}

/// The texts in letters of `size`, in parts that end where a sentence or a clause ends; nothing when there
/// would be too many, or when a text cannot be drawn. What comes last stands in the last part, small.
fn in_parts(card: &Card, size: Size, width: u16, height: u16) -> Option<Vec<Vec<Strip>>> {
    let (tail, body): (Vec<_>, Vec<_>) = card.pieces.iter().partition(|piece| piece.role.is_tail());
    let tail: Vec<Piece> =
        tail.into_iter().map(|piece| piece.at(&piece.text, Size::Plain)).collect();
    let mut tail = strips(&tail, width);
    let last = used(&tail) + u16::from(!tail.is_empty());
    let height = height.checked_sub(last)?;
    let of = |pieces: &[Piece]| Some(strips(pieces, width)).filter(|strips| used(strips) <= height);
    let mut parts: Vec<Vec<Piece>> = vec![Vec::new()];
    for piece in body {
        large::lines(&piece.text, width)?;
        let mut rest = vec![(piece.text.as_str(), Break::Sentence)];
        let mut is_begun = false;
        while let Some((text, next)) = rest.pop() {
            let now = parts.last_mut().expect("there is always a part");
            let before = is_begun.then(|| now.pop()).flatten();
            let longer = before.as_ref().map(|piece| format!("{} {text}", piece.text.trim_end()));
            now.push(piece.at(longer.as_deref().unwrap_or(text), size));
            if of(now).is_some() {
                is_begun = true;
                continue;
            }
            now.pop();
            now.extend(before);
            let alone = vec![piece.at(text, size)];
            if of(&alone).is_some() {
                parts.push(alone);
                is_begun = true;
            } else {
                let pieces = next.split(text);
                if next == Break::Word && pieces.len() < 2 {
                    return None;
                }
                rest.extend(pieces.into_iter().rev().map(|text| (text, next.finer())));
            }
            if parts.len() > MOST + 1 {
                return None;
            }
        }
    }
    parts.retain(|part| !part.is_empty());
    let mut parts: Vec<Vec<Strip>> = parts.iter().map(|part| strips(part, width)).collect();
    if let (Some(first), Some(part)) = (tail.first_mut(), parts.last_mut()) {
        first.above = 1;
        part.append(&mut tail);
    }
    (parts.len() <= MOST).then_some(parts)
}

/// Where a text is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Break {
    Sentence,
    Clause,
    Word,
}

impl Break {
    const fn finer(self) -> Self {
        match self {
            Self::Sentence => Self::Clause,
            Self::Clause | Self::Word => Self::Word,
        }
    }

    fn split(self, text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        let mut from = 0;
        for (at, sign) in text.char_indices().filter(|(_, sign)| sign.is_whitespace()) {
            let word = text[from..at].split_whitespace().next_back().unwrap_or_default();
            let is_end = match self {
                // "Jl.", "No." and the like end none.
                Self::Sentence => {
                    sign == '\n'
                        || word.ends_with(['?', '!'])
                        || (word.ends_with('.') && word.chars().count() > 3)
                }
                Self::Clause => word.ends_with([',', ':', ';']),
                Self::Word => !word.is_empty() && word != "Rp",
            };
            if is_end {
                all.push(text[from..at].trim());
                from = at;
            }
        }
        all.push(text[from..].trim());
        all.retain(|part| !part.is_empty());
        all
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
            let (is_chosen, is_tail) = (piece.is_chosen, piece.role.is_tail());
            strips.push(Strip { text, size, above, is_chosen, is_tail });
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
        let large = &[(Role::Head, Size::Tight)];
        let small = &[(Role::Head, Size::Double), (Role::Head, Size::Plain)];
        let mut card = Card { pieces: Vec::new(), large, small };
        card.add(Role::Head, Size::Large, text);
        card
    }

    /// What can be read in all parts together.
    fn read(parts: &[Vec<Strip>]) -> String {
        let texts = parts.iter().flatten().map(|strip| strip.text.as_str());
        bare(&texts.collect::<String>())
    }

    /// Without what a break takes or adds.
    fn bare(text: &str) -> String {
        text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').collect()
    }

    /// The texts of every pack, the read-back with the examples of its questions in its places.
    fn texts() -> Vec<String> {
        let library = Library::built_in();
        let day = jiff::civil::date(2026, 11, 23);
        let mut all = Vec::new();
        for crate::form::Title { head, .. } in library.titles().0 {
            let loaded = library.load(&head.id, day);
            let pack = loaded.and_then(crate::form::Loaded::usable).expect("ours are sound");
            let choices = pack.choice_lists.iter().flat_map(|list| &list.choices);
            let asked = pack.questions.iter().flat_map(|question| [&question.label, &question.say]);
            for text in asked.chain(choices.map(|choice| &choice.label)) {
                all.extend(Lang::ALL.map(|lang| text.get(lang).to_owned()));
            }
            let sentences = pack.sections.iter().flat_map(|section| &section.readback);
            for text in sentences.filter(|sentence| !sentence.officer_only).map(|one| &one.text) {
                for lang in Lang::ALL {
                    let mut text = text.get(lang).replace("{n}", "1");
                    for question in &pack.questions {
                        let list = question.choices.map(|list| &pack.choice_lists[list].choices);
                        let choice = list.and_then(|list| list.first());
                        let shown = choice.map_or(&question.example, |choice| &choice.label);
                        text = text.replace(&format!("{{{}}}", question.name), shown.get(lang));
                    }
                    all.push(text);
                }
            }
        }
        all.retain(|text| !text.is_empty());
        all.sort_unstable();
        all.dedup();
        all
    }

    #[test]
    fn no_text_of_any_pack_is_cut_off_and_nearly_all_are_large() {
        let texts = texts();
        assert!(texts.len() > 1_000, "{} texts", texts.len());
        for (width, height, floor) in [(74, 21, 99), (54, 17, 90), (38, 9, 0)] {
            let (mut large, mut most) = (0, [0; MOST + 1]);
            for text in &texts {
                let parts = set(&mut card(text), width, height);
                assert_eq!(read(&parts), bare(text), "{text}");
                for part in &parts {
                    assert!(used(part) <= height, "{text}");
                    for strip in part {
                        let wide = match strip.size {
                            Size::Double | Size::Plain => columns(&strip.text) as u16,
                            _ => large::width(&strip.text).expect("only what can be drawn"),
                        };
                        assert!(wide <= width, "{text}");
                    }
                }
                let is_large = is_large(&parts);
                assert!(!is_large || parts.len() <= MOST, "{text}");
                let is_broken = text.split_whitespace().any(|word| columns(word) > width.into());
                if !is_large && !is_broken {
                    let lines: Vec<_> = parts.iter().flatten().map(|one| one.text.trim()).collect();
                    let words: Vec<_> = text.split_whitespace().collect();
                    let shown = lines.join(" ");
                    let shown: Vec<_> = shown.split_whitespace().collect();
                    assert_eq!(shown, words, "a word is broken");
                }
                large += usize::from(is_large);
                most[parts.len().min(MOST)] += 1;
            }
            let share = 100 * large / texts.len();
            eprintln!("{width}x{height}: {large} of {} large, by parts {most:?}", texts.len());
            assert!(share >= floor, "{share} of 100 are large at {width}x{height}");
        }
    }

    #[test]
    fn parts_end_where_a_sentence_or_a_clause_does() {
        let text = "Lahir di SELATPANJANG, tanggal 12 Maret 1978. Sekarang umurnya 48 tahun.";
        let parts = set(&mut card(text), 74, 21);
        assert!(is_large(&parts));
        let read: Vec<String> = parts
            .iter()
            .map(|part| part.iter().map(|strip| strip.text.as_str()).collect::<Vec<_>>().join("|"))
            .collect();
        assert_eq!(
            read,
            ["Lahir di|SELATPANJANG,|tanggal 12|Maret 1978.", "Sekarang|umurnya 48|tahun."]
        );
        assert_eq!(
            Break::Sentence.split("di JL. RIAU NO. 3. Ya? Itu"),
            ["di JL. RIAU NO. 3. Ya?", "Itu"]
        );
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
                let used = used(part);
                proptest::prop_assert!(used <= height, "{used} rows of {height}");
            }
            proptest::prop_assert_eq!(read(&parts), bare(&text));
        }
    }
}
