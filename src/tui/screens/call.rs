//! Hubungi kembali: the number large, what to tell, and the link as a square for a telephone to read.

use crate::app::screens::call::{Card, Needed, card};
use crate::app::{Due, Open, said};
use crate::base::qr::{QUIET, Square};
use crate::case::Outcome;
use crate::ident::date;
use crate::report::call;
use crate::report::days::{weekday, whole};
use crate::text::Lang;
use crate::tui::measure::columns;
use crate::tui::pen::{Pen, below, inset};
use crate::tui::when;
use ratatui::layout::Rect;

/// Columns of the headings on the left.
const HEADS: u16 = 10;
/// Columns the words need beside the square.
const WORDS: u16 = 40;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open) {
    let area = inset(body, 2);
    let Some(card) = card(pen.state, open, pen.env) else {
        let text = pen.say("call-not-waiting");
        pen.put(area.x, area.y, area.width, &text, "muted");
        return;
    };
    let message = call::message(&card.tidings, pen.words);
    let side = square(pen, area, &card, &message);
    let area = Rect { width: area.width - side, ..area };
    let mut y = area.y;
    if card.alarm {
        let text = pen.say_with("call-alarm", &[("count", card.visits.to_string().into())]);
        let lines = pen.hanging(pen.span("!", "periksa"), 2, &text, area.width, "periksa");
        y = pen.put_lines(Rect { y, ..area }, &lines);
    }
    y = number(pen, Rect { y, height: 3, ..area }, &card);
    for (head, text) in facts(pen, open, &card) {
        let head = pen.span(pen.say(head), "muted");
        let lines = pen.hanging(head, HEADS, &text, area.width, "answer");
        y = pen.put_lines(below(area, y), &lines[..lines.len().min(2)]);
    }
    let text = below(area, y + 1);
    let lines = pen.lines(&message, area.width, "say");
    pen.put_lines(text, &lines);
}

/// The number, as large as letters are.
fn number(pen: &mut Pen<'_>, area: Rect, card: &Card) -> u16 {
    let shown = match &card.phone {
        Some(phone) => phone.national(),
        None if card.phone_raw.is_empty() => pen.say("call-no-phone"),
        None => card.phone_raw.clone(),
    };
    let spaced: String = if card.phone.is_some() {
        let signs = shown.chars().map(|sign| if sign == '-' { ' ' } else { sign });
        signs.flat_map(|sign| [sign, ' ']).collect()
    } else {
        shown
    };
    let spaced = spaced.trim_end();
    let width = (columns(spaced) as u16 + 6).min(area.width);
    let edge = Rect { width, ..area };
    pen.frame(edge, "box.open");
    pen.put(edge.x + 3, edge.y + 1, width - 4, spaced, "value");
    area.bottom()
}

fn facts(pen: &Pen<'_>, open: &Open, card: &Card) -> Vec<(&'static str, String)> {
    let since = when::ago(pen.env, pen.words, card.since_ms);
    let waits = call::waits_for(card.on, card.until, &card.reason, pen.words);
    let mut facts = vec![
        ("call-code", card.tidings.code.clone()),
        (
            "call-waits",
            format!("{waits} · {}", pen.say_with("call-since", &[("when", since.into())])),
        ),
    ];
    facts.push(match card.due {
        Some(due) => ("call-news", why(pen, due)),
        None => ("call-news", pen.say("call-not-yet")),
    });
    if !card.left.is_empty() {
        facts.push(("call-left", card.left.join(", ")));
    }
    facts.push(("call-needed", needed(pen, open, &card.needed)));
    let calls: Vec<String> = card
        .calls
        .iter()
        .take(2)
        .map(|one| {
            let at = when::ago(pen.env, pen.words, one.at_ms);
            let next = one.next_ms.map(|next| format!(" → {}", soon(pen, next)));
            format!("{} {at}{}", outcome(pen, one.outcome), next.unwrap_or_default())
        })
        .collect();
    if !calls.is_empty() {
        facts.push(("call-calls", calls.join("; ")));
    }
    facts
}

fn needed(pen: &Pen<'_>, open: &Open, needed: &Needed) -> String {
    match needed {
        Needed::ReadBack => pen.say("call-needed-read-back"),
        Needed::Handover(done, total) => pen.say_with(
            "call-needed-handover",
            &[("done", done.to_string().into()), ("total", total.to_string().into())],
        ),
        Needed::Missing(count, paths) => {
            let labels: Vec<&str> =
                paths.iter().map(|path| super::label_of(pen, open, path)).collect();
            let args = [("count", count.to_string().into()), ("first", labels.join(", ").into())];
            pen.say_with("call-needed-missing", &args)
        }
    }
}

/// How a call ended, in words.
pub(super) fn outcome(pen: &Pen<'_>, outcome: Option<Outcome>) -> String {
    pen.say(match outcome {
        Some(Outcome::Answered) => "call-outcome-answered",
        Some(Outcome::Coming) => "call-outcome-coming",
        Some(Outcome::NoAnswer) => "call-outcome-no-answer",
        None => "call-outcome-other",
    })
}

/// Why a case is due, in words.
pub(super) fn why(pen: &Pen<'_>, due: Due) -> String {
    match due {
        Due::Met(at) => {
            pen.say_with("due-met", &[("when", when::ago(pen.env, pen.words, at).into())])
        }
        Due::Back(on, at) => {
            let when = when::ago(pen.env, pen.words, at);
            pen.say_with(&format!("due-back-{}", on.code()), &[("when", when.into())])
        }
        Due::Day(day) => {
            let day = date::long(day, pen.words.lang() == Lang::Id);
            pen.say_with("due-day", &[("day", day.into())])
        }
        Due::Again(at) => pen.say_with("due-again", &[("when", soon(pen, at).into())]),
        Due::Coming(at) => pen.say_with("due-coming", &[("when", soon(pen, at).into())]),
    }
}

/// A moment of today or another day: `14.30`, `Selasa 09.00`, `3 Des, 09.00`.
pub(super) fn soon(pen: &Pen<'_>, at: i64) -> String {
    let (today, day) = (pen.env.today(), pen.env.day_of(at));
    let clock = when::clock(pen.env, at);
    if day == today {
        return clock;
    }
    if today.until(day).is_ok_and(|span| span.get_days().abs() < 7) {
        return format!("{} {clock}", weekday(day.weekday(), pen.words));
    }
    format!("{}, {clock}", when::short(pen.env, pen.words, at))
}

/// What was understood of a typed moment, under the line it is typed in.
pub(super) fn moment(pen: &mut Pen<'_>, area: Rect, text: &str) {
    if let Some(at) = said::moment(text, pen.env, &pen.state.hours()) {
        let day = whole(pen.env.day_of(at), pen.words);
        let shown = format!("→ {day}, {}", when::clock(pen.env, at));
        pen.put(area.x + 2, area.y, area.width.saturating_sub(2), &shown, "info");
    }
}

/// The link as a square at the right edge: the whole message where there is room, else the visit code.
/// Tells the columns it took.
fn square(pen: &mut Pen<'_>, area: Rect, card: &Card, message: &str) -> u16 {
    let tidings = &card.tidings;
    if tidings.number.is_empty() {
        return 0;
    }
    let rows = usize::from(area.height) * 2;
    let wide = usize::from(area.width.saturating_sub(WORDS));
    let fits = |found: &Square| {
        let side = found.side() + 2 * QUIET;
        side <= rows && side <= wide
    };
    let texts = [message, tidings.code.as_str(), ""];
    let found =
        texts.iter().find_map(|text| Square::for_screen(&call::link(tidings, text)).filter(fits));
    let Some(found) = found else { return 0 };
    let side = (found.side() + 2 * QUIET) as u16;
    let x = area.right() - side;
    for (y, line) in (area.y..).zip(found.half_blocks()) {
        pen.put_square(x, y, side, &line);
    }
    let under = area.y + side.div_ceil(2);
    if under < area.bottom() {
        let caption = pen.say("call-scan");
        pen.put_centred(Rect { x, width: side, ..area }, under, &caption, "muted");
    }
    side + 2
}
