//! The screen turned to the applicant: one question, one sentence or the visit, as large as it fits.
//!
//! Nothing of the office stands on it but one faint line of keys, and nothing of anybody else. A text that
//! does not fit is set smaller, step by step; what does not fit in the smallest type comes in parts, so
//! that no word is ever cut off.

use super::{offers, to_say};
use crate::app::screens::facing::{Facing, covered, sentence, to_bring};
use crate::app::screens::fill::Fill;
use crate::app::screens::lookup::Hit;
use crate::app::screens::receipt::{Next, facts};
use crate::app::{Action, Open, Screen};
use crate::form::{Kind, Row, is_typed};
use crate::report::opens::soonest;
use crate::tui::large::{self, Scale};
use crate::tui::measure::{columns, wrap};
use crate::tui::pen::{Pen, inset};
use crate::tui::safe;
use ratatui::layout::Rect;

/// Fewest digits of a number that is shown in groups.
const GROUPED: usize = 8;
/// Most things to bring; a longer list is for the paper.
const BRING: usize = 6;
/// Most entries shown of what a search found.
const HITS: usize = 5;

/// How large a text is set, largest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Size {
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
    const fn rows(self) -> (u16, u16) {
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
enum Role {
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
struct Piece {
    role: Role,
    text: String,
    size: Size,
    is_chosen: bool,
}

/// The pieces and the order in which they give way.
struct Card {
    pieces: Vec<Piece>,
    steps: &'static [(Role, Size)],
}

impl Card {
    fn add(&mut self, role: Role, size: Size, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.pieces.push(Piece { role, text, size, is_chosen: false });
        }
    }
}

/// One line to be drawn, with the room above it.
struct Strip {
    text: String,
    size: Size,
    above: u16,
    is_chosen: bool,
}

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, area: Rect, open: &Open, facing: &Facing) {
    let style = pen.style("facing");
    pen.buffer.set_style(area, style);
    if area.width < 8 || area.height < 3 {
        return;
    }
    let mut card = match &pen.state.screen {
        Screen::Fill(fill) => question(pen, open, fill),
        Screen::Review(_) => read_back(pen, open, facing),
        _ => visit(pen, open),
    };
    if facing.hidden {
        for piece in &mut card.pieces {
            piece.text = covered(&piece.text);
        }
    }
    let side = if area.width < 56 { 1 } else { 3 };
    let room = Rect { height: area.height - 1, ..inset(area, side) };
    let parts = set(&mut card, room.width, room.height);
    let part = facing.part % parts.len().max(1);
    if let Some(strips) = parts.get(part) {
        let used: u16 = strips.iter().map(|strip| strip.above + strip.size.rows().0).sum();
        let top = room.y + (room.height.saturating_sub(used) / 2).min(3);
        draw_strips(pen, Rect { y: top, height: room.bottom() - top, ..room }, strips);
    }
    hint(pen, area, part, parts.len());
}

/// What the pieces become in a room of `width` and `height`: the parts, each of them strips that fit.
fn set(card: &mut Card, width: u16, height: u16) -> Vec<Vec<Strip>> {
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

fn draw_strips(pen: &mut Pen<'_>, room: Rect, strips: &[Strip]) {
    let mut y = room.y;
    for strip in strips {
        y += strip.above;
        let rows = strip.size.rows().0;
        let meaning = if strip.is_chosen { "facing.chosen" } else { "facing" };
        let style = pen.style(meaning);
        let line = Rect { y, height: rows.min(room.bottom().saturating_sub(y)), ..room };
        if strip.is_chosen {
            pen.buffer.set_style(line, style);
        }
        match strip.size {
            Size::Tall => large::draw(pen.buffer, line, &strip.text, Scale::Whole, style),
            Size::Large | Size::Tight => {
                large::draw(pen.buffer, line, &strip.text, Scale::Half, style);
            }
            Size::Double | Size::Plain => _ = pen.put(room.x, y, room.width, &strip.text, meaning),
        }
        y += rows;
    }
}

/// The faint line below: how the officer turns it back, and that there is more.
fn hint(pen: &mut Pen<'_>, area: Rect, part: usize, parts: usize) {
    let y = area.bottom() - 1;
    let mode = pen.state.mode();
    let mut x = area.x + 1;
    if let Some(notice) = &pen.state.line {
        let (what, ..) = crate::tui::view::said(pen.words, notice);
        pen.put(x, y, area.width - 2, &what, "facing.hint");
        return;
    }
    for action in [Action::ApplicantView, Action::ReadAloud, Action::HideNumbers] {
        if !super::overlay::applies(pen.state, action) {
            continue;
        }
        let Some(key) = pen.look.keymap.key_of(mode, action) else { continue };
        let name = format!("action-{}", action.name());
        let own = pen.words.find(&format!("{name}.facing"), &[]);
        let words = own.unwrap_or_else(|| pen.say(&name));
        let text = format!("{} {words}", key.label(pen.words));
        if usize::from(x) + columns(&text) + 12 > usize::from(area.right()) {
            break;
        }
        x = pen.put(x, y, area.width, &text, "facing.hint") + 3;
    }
    if parts > 1 {
        let text = format!("↓ {}/{parts}", part + 1);
        pen.put_right(area.right() - 1, y, &text, "facing");
    }
}

/// The question: what it is about, what is said, what is answered or can be chosen.
fn question(pen: &Pen<'_>, open: &Open, fill: &Fill) -> Card {
    let mut card = Card {
        pieces: Vec::new(),
        steps: &[
            (Role::Item, Size::Tight),
            (Role::Say, Size::Plain),
            (Role::Item, Size::Double),
            (Role::Head, Size::Tight),
            (Role::Value, Size::Tight),
            (Role::Item, Size::Plain),
            (Role::Head, Size::Double),
            (Role::Value, Size::Double),
            (Role::Head, Size::Plain),
            (Role::Value, Size::Plain),
        ],
    };
    let Some(row) = open.derived.row(&fill.path) else { return card };
    let question = open.form.pack.question(row.question);
    card.add(Role::Head, Size::Large, pen.text(&question.label));
    if !question.say.is_empty() {
        card.add(Role::Say, Size::Double, to_say(pen, open, question).1);
    }
    card.add(Role::Value, Size::Large, answer(pen, open, fill, row, question.kind));
    for (at, offer) in offers(pen, open, row).into_iter().enumerate() {
        let sign = if offer.chosen { "✔ " } else { "" };
        let number = if at < 9 { format!("{} ", at + 1) } else { String::new() };
        card.pieces.push(Piece {
            role: Role::Item,
            text: format!("{number}{sign}{}", offer.label),
            size: Size::Large,
            is_chosen: offer.chosen,
        });
    }
    for hit in fill.lookup.iter().flat_map(|lookup| &lookup.hits).take(HITS) {
        let text = match hit {
            Hit::Kbli(hit) => format!("{} {}", hit.code, hit.title),
            Hit::Region(code) => open.form.reference.regions().path(code).join(", "),
        };
        card.add(Role::Item, Size::Double, text);
    }
    card
}

/// What is answered so far, as it is read: numbers in groups of four, amounts and dates in words of the
/// country.
fn answer(pen: &Pen<'_>, open: &Open, fill: &Fill, row: &Row, kind: Kind) -> String {
    if kind == Kind::Calculated {
        return pen.text(&row.shown).to_owned();
    }
    if !is_typed(kind) {
        return String::new();
    }
    let raw = fill.editor.text();
    let digits: String = raw.chars().filter(|sign| !" .-".contains(*sign)).collect();
    if digits.len() >= GROUPED && digits.bytes().all(|sign| sign.is_ascii_digit()) {
        let is_amount = matches!(kind, Kind::Rupiah | Kind::Integer | Kind::Decimal);
        if !is_amount {
            return grouped(&digits);
        }
    }
    let shown = pen.text(&row.shown);
    let is_read = row.answered && !open.is_stale() && !shown.is_empty();
    let is_free = matches!(kind, Kind::Text | Kind::Paragraph);
    if is_read && !is_free { shown.to_owned() } else { raw.to_owned() }
}

/// `1472 0657 0845 0002`.
fn grouped(digits: &str) -> String {
    let groups: Vec<&str> =
        (0..digits.len()).step_by(4).map(|at| &digits[at..(at + 4).min(digits.len())]).collect();
    groups.join(" ")
}

/// `text` with its long numbers in groups of four.
fn in_groups(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        out.push_str(before);
        if end >= GROUPED {
            out.push_str(&grouped(number));
        } else {
            out.push_str(number);
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// One sentence of the read-back, and whether it is right.
fn read_back(pen: &Pen<'_>, open: &Open, facing: &Facing) -> Card {
    let mut card = Card {
        pieces: Vec::new(),
        steps: &[
            (Role::Value, Size::Tight),
            (Role::Foot, Size::Double),
            (Role::Value, Size::Double),
            (Role::Foot, Size::Plain),
            (Role::Value, Size::Plain),
        ],
    };
    let Some(sentence) = sentence(open, facing) else {
        card.add(Role::Value, Size::Large, pen.say("facing-nothing"));
        return card;
    };
    card.add(Role::Value, Size::Large, in_groups(pen.text(&sentence.text)));
    let mode = pen.state.mode();
    let key = |action| {
        pen.look.keymap.key_of(mode, action).map_or_else(String::new, |key| key.label(pen.words))
    };
    let (yes, no) = (pen.say("facing-right-yes"), pen.say("facing-right-no"));
    let (enter, not) = (key(Action::Enter), key(Action::No));
    let right = pen.say("facing-right");
    card.add(Role::Foot, Size::Double, format!("{right}   ✔ {yes} ({enter})   ✗ {no} ({not})"));
    card
}

/// The visit: its code, what to bring, when to come.
fn visit(pen: &Pen<'_>, open: &Open) -> Card {
    let mut card = Card {
        pieces: Vec::new(),
        steps: &[
            (Role::Item, Size::Plain),
            (Role::Foot, Size::Plain),
            (Role::Head, Size::Plain),
            (Role::Value, Size::Large),
            (Role::Value, Size::Double),
            (Role::Value, Size::Plain),
        ],
    };
    let facts = facts(pen.state, open, pen.env);
    if let Some(nib) = &open.case.nib {
        card.add(Role::Head, Size::Double, pen.say("facing-nib"));
        let is_number = nib.bytes().all(|sign| sign.is_ascii_digit());
        let nib = if is_number { grouped(nib) } else { nib.clone() };
        card.add(Role::Value, Size::Large, nib);
        let code = format!("{}: {}", pen.say("facing-code"), facts.code);
        card.add(Role::Head, Size::Double, code);
    } else {
        card.add(Role::Head, Size::Double, pen.say("facing-code"));
        card.add(Role::Value, Size::Tall, facts.code.as_str());
    }
    if facts.next == Next::Bring && !facts.missing.is_empty() {
        let papers: Vec<&str> = to_bring(open).into_iter().map(|label| pen.text(label)).collect();
        let counted =
            |key: &str, count: usize| pen.say_with(key, &[("count", count.to_string().into())]);
        if !papers.is_empty() {
            card.add(Role::Item, Size::Double, pen.say("facing-bring"));
            for label in papers.iter().take(BRING) {
                card.add(Role::Item, Size::Double, format!("• {label}"));
            }
            if papers.len() > BRING {
                let more = counted("facing-bring-more", papers.len() - BRING);
                card.add(Role::Item, Size::Double, more);
            }
        }
        let asked = facts.missing.len().saturating_sub(papers.len());
        if asked > 0 {
            card.add(Role::Foot, Size::Double, counted("facing-asked", asked));
        }
    } else {
        let key = match facts.next {
            Next::Bring => "facing-next-finish",
            Next::Handover => "facing-next-handover",
            Next::Waiting { .. } => "facing-next-waiting",
            Next::Issued => "facing-next-issued",
            Next::Done => "facing-next-done",
        };
        card.add(Role::Item, Size::Double, pen.say(key));
    }
    if let (Some(when), false) =
        (soonest(facts.opens, pen.words), matches!(facts.next, Next::Done | Next::Issued))
    {
        let key = if facts.opens.today.is_some() { "facing-come-today" } else { "facing-come" };
        card.add(Role::Foot, Size::Double, pen.say_with(key, &[("when", when.into())]));
    }
    card
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Library;
    use crate::text::Lang;

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

    #[test]
    fn long_numbers_in_a_sentence_are_grouped_and_others_are_not() {
        let shown = in_groups("NPWP-nya 71234500821200. Kode 56101, Rp 8.000.000, 1945.");
        assert_eq!(shown, "NPWP-nya 7123 4500 8212 00. Kode 56101, Rp 8.000.000, 1945.");
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
