//! The screen turned to the applicant: one question, one sentence or the visit, as large as it fits.
//!
//! Nothing of the office stands on it but one faint line of keys, and nothing of anybody else. What does
//! not fit in large letters comes in parts, and is set smaller only where the window is too small for
//! that; no word is ever cut off.

mod card;

use super::{offers, to_say};
use crate::app::screens::facing::{Facing, covered, sentence, to_bring};
use crate::app::screens::fill::Fill;
use crate::app::screens::lookup::Hit;
use crate::app::screens::receipt::{Next, facts};
use crate::app::{Action, Open, Screen};
use crate::form::{Kind, Row, is_typed};
use crate::report::opens::soonest;
use crate::tui::large::{self, Scale};
use crate::tui::measure::columns;
use crate::tui::pen::{Pen, inset};
use card::{Card, Piece, Role, Size, Strip, is_large, set, used};
use ratatui::layout::Rect;

/// Fewest digits of a number that is shown in groups.
const GROUPED: usize = 8;
/// Most things to bring; a longer list is for the paper.
const BRING: usize = 6;
/// Most entries shown of what a search found.
const HITS: usize = 5;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, area: Rect, open: &Open, facing: &Facing) {
    let style = pen.style("facing");
    pen.buffer.set_style(area, style);
    if area.width < 8 || area.height < 3 {
        return;
    }
    let side = if area.width < 56 { 1 } else { 3 };
    let room = Rect { height: area.height - 1, ..inset(area, side) };
    let set = |mut card: Card| {
        if facing.hidden {
            for piece in &mut card.pieces {
                piece.text = covered(&piece.text);
            }
        }
        set(&mut card, room.width, room.height)
    };
    let parts = match &pen.state.screen {
        Screen::Fill(fill) => {
            let cards = question(pen, open, fill);
            plainest(cards.into_iter().map(set).collect())
        }
        Screen::Review(_) => set(read_back(pen, open, facing)),
        _ => set(visit(pen, open)),
    };
    let part = facing.part % parts.len().max(1);
    if let Some(strips) = parts.get(part) {
        let top = room.y + (room.height.saturating_sub(used(strips)) / 2).min(3);
        draw_strips(pen, Rect { y: top, height: room.bottom() - top, ..room }, strips);
    }
    hint(pen, area, part, parts.len());
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
    let next = pen.look.keymap.key_of(mode, Action::PageDown).filter(|_| parts > 1);
    let next = next.map_or_else(String::new, |key| format!("{} ", key.label(pen.words)));
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
        if usize::from(x) + columns(&text) + 8 + columns(&next) > usize::from(area.right()) {
            break;
        }
        x = pen.put(x, y, area.width, &text, "facing.hint") + 3;
    }
    if parts > 1 {
        let text = format!("{next}{}/{parts}", part + 1);
        pen.put_right(area.right() - 1, y, &text, "facing");
    }
}

/// Of several ways to say it the first that stands in large letters on one screen, else the one in the
/// fewest parts.
fn plainest(mut ways: Vec<Vec<Vec<Strip>>>) -> Vec<Vec<Strip>> {
    let best = (0..ways.len()).min_by_key(|at| (!is_large(&ways[*at]), ways[*at].len(), *at));
    best.map_or_else(Vec::new, |at| ways.swap_remove(at))
}

/// The question, as it is asked and as it is called; under it what is answered or can be chosen.
fn question(pen: &Pen<'_>, open: &Open, fill: &Fill) -> Vec<Card> {
    let Some(row) = open.derived.row(&fill.path) else { return Vec::new() };
    let question = open.form.pack.question(row.question);
    let answer = answer(pen, open, fill, row, question.kind);
    let label = pen.text(&question.label);
    let asked = asked(to_say(pen, open, question).1).filter(|_| answer.is_empty());
    let heads = asked.into_iter().chain([label]);
    heads.map(|head| question_card(pen, open, fill, row, head, &answer)).collect()
}

/// What is asked of what the officer says, without what is added after it.
fn asked(say: &str) -> Option<&str> {
    say.rfind('?').map(|end| &say[..=end])
}

fn question_card(
    pen: &Pen<'_>,
    open: &Open,
    fill: &Fill,
    row: &Row,
    head: &str,
    answer: &str,
) -> Card {
    let mut card = Card {
        pieces: Vec::new(),
        large: &[(Role::Item, Size::Tight), (Role::Head, Size::Tight), (Role::Value, Size::Tight)],
        small: &[
            (Role::Item, Size::Double),
            (Role::Item, Size::Plain),
            (Role::Head, Size::Double),
            (Role::Value, Size::Double),
            (Role::Head, Size::Plain),
            (Role::Value, Size::Plain),
        ],
    };
    card.add(Role::Head, Size::Large, head);
    card.add(Role::Value, Size::Large, answer);
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
        large: &[
            (Role::Say, Size::Tight),
            (Role::Value, Size::Tight),
            (Role::Say, Size::Double),
            (Role::Foot, Size::Plain),
            (Role::Say, Size::Plain),
        ],
        small: &[(Role::Value, Size::Double), (Role::Value, Size::Plain)],
    };
    let Some(sentence) = sentence(open, facing) else {
        card.add(Role::Value, Size::Large, pen.say("facing-nothing"));
        return card;
    };
    card.add(Role::Value, Size::Large, in_groups(pen.text(&sentence.text)));
    card.add(Role::Say, Size::Large, pen.say("facing-right"));
    let mode = pen.state.mode();
    let key = |action| {
        pen.look.keymap.key_of(mode, action).map_or_else(String::new, |key| key.label(pen.words))
    };
    let (yes, no) = (pen.say("facing-right-yes"), pen.say("facing-right-no"));
    let (enter, not) = (key(Action::Enter), key(Action::No));
    card.add(Role::Foot, Size::Double, format!("✔ {yes} ({enter})   ✗ {no} ({not})"));
    card
}

/// The visit: its code, what to bring, when to come.
fn visit(pen: &Pen<'_>, open: &Open) -> Card {
    let mut card = Card {
        pieces: Vec::new(),
        large: &[],
        small: &[
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

    #[test]
    fn long_numbers_in_a_sentence_are_grouped_and_others_are_not() {
        let shown = in_groups("NPWP-nya 71234500821200. Kode 56101, Rp 8.000.000, 1945.");
        assert_eq!(shown, "NPWP-nya 7123 4500 8212 00. Kode 56101, Rp 8.000.000, 1945.");
    }
}
