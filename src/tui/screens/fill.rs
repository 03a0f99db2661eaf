//! Pertanyaan: one question, what to say, where to type, and what the answer tells.
//!
//! The box stands where it stands whatever is typed: what is found is written below it, in room that
//! is kept free for it.

use super::stack::Stack;
use super::{label_of, lookup, offers, said, section_title, sheet, to_say};
use crate::app::screens::fill::Fill;
use crate::app::{Action, Open};
use crate::form::{Kind, Question, Row, is_typed, takes_answer};
use crate::ident::Level;
use crate::tui::measure::window;
use crate::tui::pen::{Pen, below, inset};
use crate::tui::view::sign_of;
use ratatui::layout::Rect;

/// Widest a text is set: longer lines are hard to read.
const READABLE: u16 = 84;
/// Columns of the box a line is typed in.
const BOX: u16 = 64;
/// Rows kept free under the box for what is found.
const KEPT: u16 = 5;

/// Draws the question; tells the section and which question of it this is.
pub(in crate::tui) fn draw(
    pen: &mut Pen<'_>,
    body: Rect,
    open: &Open,
    fill: &Fill,
) -> (String, String) {
    let Some(row) = open.derived.row(&fill.path) else { return (String::new(), String::new()) };
    let title = section_title(pen, open, row.section);
    let counter = counter(open, row);
    if let Some(found) = &fill.lookup {
        lookup::draw(pen, body, open, fill, found);
        return (title, counter);
    }
    if fill.sheet {
        sheet::draw(pen, body, open, fill);
        return (title, counter);
    }
    let question = open.form.pack.question(row.question);
    let area = inset(body, 3);
    let area = Rect { width: area.width.min(READABLE), ..area };
    let options = if is_typed(question.kind) { 0 } else { offers(pen, open, row).len() as u16 };
    let answer_rows = match question.kind {
        Kind::Note => 0,
        Kind::Calculated => 3,
        Kind::Paragraph => (area.height / 3).clamp(5, 12),
        kind if is_typed(kind) => 3,
        _ => options.min(4),
    };

    let mut top = question_block(pen, open, row, question, area.width);
    top.squeeze(area.height.saturating_sub(answer_rows + KEPT));
    let y = top.draw(pen, area);
    let rest = below(area, y);

    let mut found = findings(pen, open, row, question, rest.width);
    let mut facts = facts(pen, open, row, question, rest.width);
    let y = match question.kind {
        Kind::Note => rest.y,
        Kind::Calculated => calculated(pen, rest, row),
        kind if is_typed(kind) => {
            let edge = Rect { height: answer_rows, width: rest.width.min(BOX), ..rest };
            type_box(pen, edge, fill);
            edge.bottom()
        }
        _ => {
            let kept = found.height().min(KEPT);
            let room = options.min(rest.height.saturating_sub(kept));
            choices(pen, Rect { height: room, ..rest }, open, row, fill.mark);
            rest.y + room
        }
    };
    let rest = below(area, y);
    found.squeeze_with(&mut facts, rest.height);
    found.draw(pen, rest);
    let height = facts.height().min(rest.height);
    facts.draw(pen, below(area, area.bottom() - height));
    (title, counter)
}

/// `3/6`: the place among the questions of its section.
fn counter(open: &Open, row: &Row) -> String {
    let rows = &open.derived.rows[open.derived.sections[row.section].rows.clone()];
    let asked = |row: &&Row| open.form.pack.question(row.question).kind != Kind::Calculated;
    let total = rows.iter().filter(asked).count();
    let at = rows.iter().filter(asked).position(|other| other.path == row.path);
    at.map_or_else(String::new, |at| format!("{}/{total}", at + 1))
}

/// What is asked, and how to ask it.
fn question_block(pen: &Pen<'_>, open: &Open, row: &Row, question: &Question, width: u16) -> Stack {
    let mut top = Stack::default();
    top.gap(6);
    let mut label = pen.lines(pen.text(&question.label), width, "question");
    if let Some(last) = label.last_mut().filter(|_| takes_answer(question.kind) && !row.required) {
        let optional = pen.say("fill-optional");
        last.push_span(pen.span(format!("  {optional}"), "muted"));
    }
    top.add(0, label);
    if !question.hint.is_empty() {
        top.add(2, pen.lines(pen.text(&question.hint), width, "answer"));
    }
    if !question.say.is_empty() {
        top.gap(5);
        let (head, say) = to_say(pen, open, question);
        let head = pen.span(format!("{head}:"), "muted");
        let indent = head.width() as u16 + 2;
        let say = format!("\"{say}\"");
        top.add(1, pen.hanging(head, indent, &say, width, "say"));
    }
    top.gap(3);
    top
}

fn type_box(pen: &mut Pen<'_>, edge: Rect, fill: &Fill) {
    pen.frame(edge, "box.open");
    let inner = Rect {
        x: edge.x + 2,
        y: edge.y + 1,
        width: edge.width.saturating_sub(4),
        height: edge.height.saturating_sub(2),
    };
    if fill.editor.is_multiline() {
        pen.type_rows(inner, &fill.editor);
    } else {
        pen.type_line(inner, &fill.editor, false);
    }
}

fn calculated(pen: &mut Pen<'_>, rest: Rect, row: &Row) -> u16 {
    let edge = Rect { height: 3.min(rest.height), width: rest.width.min(BOX), ..rest };
    pen.frame(edge, "box");
    let shown = pen.text(&row.shown).to_owned();
    pen.put(edge.x + 2, edge.y + 1, edge.width.saturating_sub(4), &shown, "value");
    edge.bottom()
}

/// The choices in sight, the marked one among them.
fn choices(pen: &mut Pen<'_>, area: Rect, open: &Open, row: &Row, marked: Option<usize>) {
    let several = open.form.pack.question(row.question).kind == Kind::Choices;
    let offers = offers(pen, open, row);
    let room = usize::from(area.height);
    let first = window(marked.unwrap_or(0), offers.len(), room);
    let shown = offers.iter().enumerate().skip(first).take(room);
    for (y, (at, offer)) in (area.y..).zip(shown) {
        let is_marked = Some(at) == marked;
        if is_marked {
            pen.put(area.x, y, 1, "▸", "selected");
        }
        if at < 9 {
            pen.put(area.x + 2, y, 1, &(at + 1).to_string(), "muted");
        }
        let sign = match (several, offer.chosen) {
            (true, true) => "[✔]",
            (true, false) => "[ ]",
            (false, true) => "●",
            (false, false) => "○",
        };
        let style = if offer.chosen { "done" } else { "todo" };
        let x = pen.put(area.x + 5, y, 3, sign, style) + 2;
        let meaning = if is_marked { "selected" } else { "answer" };
        pen.put(x, y, area.right().saturating_sub(x), &offer.label, meaning);
    }
    if offers.len() > room && area.height > 0 {
        let more = format!("{}/{}", marked.map_or(0, |at| at + 1), offers.len());
        pen.put_right(area.right(), area.bottom() - 1, &more, "muted");
    }
}

/// What the answer tells and what is wrong with it, gravest first.
fn findings(pen: &Pen<'_>, open: &Open, row: &Row, question: &Question, width: u16) -> Stack {
    let mut found = Stack::default();
    // One line is kept for the reading, so that nothing below moves when it comes and goes.
    let [told, read_as] = reading(pen, open, row, question.kind);
    if is_typed(question.kind) || !told.is_empty() {
        found.add(1, pen.lines(&format!("{told} "), width, "info"));
    }
    if !read_as.is_empty() {
        found.add(2, pen.lines(&read_as, width, "muted"));
    }
    found.gap(4);
    if let Some(code) = open.case.taken_over.get(&row.path) {
        let text = pen.say_with("fill-taken-over", &[("code", code.as_str().into())]);
        found.add(2, pen.hanging(pen.span("✔", "done"), 2, &text, width, "muted"));
    }
    if let Some(blocked) = &row.blocked {
        let label = label_of(pen, open, &blocked.by);
        let text = pen.say_with("tasks-first", &[("label", label.into())]);
        found.add(0, pen.hanging(pen.span("▲", "blocked"), 2, &text, width, "blocked"));
        let say = format!("\"{}\"", pen.text(&blocked.say));
        found.add(2, pen.hanging(pen.span("", "say"), 2, &say, width, "say"));
    }
    if !row.calculated.is_empty() && !row.answered && takes_answer(question.kind) {
        let text = pen.say_with("fill-proposal", &[("value", row.calculated.as_str().into())]);
        found.add(2, pen.hanging(pen.span("i", "info"), 2, &text, width, "info"));
    }
    for finding in &row.findings {
        let passed = row.reasoned && finding.level == Level::Periksa;
        let (sign, meaning) = if passed { ("✔", "muted") } else { sign_of(finding.level) };
        let rank = if finding.level == Level::Info || passed { 3 } else { 0 };
        let (what, why, next) = said(pen, finding);
        found.add(rank, pen.hanging(pen.span(sign, meaning), 2, &what, width, meaning));
        for (rank, part) in [(rank + 5, why), (rank + 1, next)] {
            if !passed && !part.is_empty() {
                found.add(rank, pen.hanging(pen.span("", "answer"), 2, &part, width, "answer"));
            }
        }
        let key = pen.look.keymap.key_of(pen.state.mode(), Action::Reason);
        if let Some(key) = key.filter(|_| finding.level == Level::Periksa && !passed) {
            let key = key.label(pen.words);
            let text = pen.say_with("fill-reason-hint", &[("key", key.into())]);
            found.add(4, pen.hanging(pen.span("", "muted"), 2, &text, width, "muted"));
        }
    }
    let answer = open.live.values.get(&row.path);
    for (key, text) in [
        ("fill-reason", answer.map_or("", |answer| &answer.reason)),
        ("fill-note", answer.map_or("", |answer| &answer.note)),
    ] {
        if !text.is_empty() {
            let head = pen.span(format!("{}:", pen.say(key)), "muted");
            let indent = head.width() as u16 + 1;
            found.add(2, pen.hanging(head, indent, text, width, "answer"));
        }
    }
    found
}

/// What the answer tells, and what it was read as when that is not what stands in the box anyway. With
/// nothing to tell, what it was read as comes first.
pub(super) fn reading(pen: &Pen<'_>, open: &Open, row: &Row, kind: Kind) -> [String; 2] {
    let shown = pen.text(&row.shown);
    let reading = pen.text(&row.reading);
    let raw = open.live.raw(&row.path);
    // Free text reads as it is typed.
    let is_read = is_typed(kind) && !matches!(kind, Kind::Text | Kind::Paragraph);
    let is_new = is_read && row.answered && shown != raw;
    let read_as = if is_new && !shown.is_empty() { format!("= {shown}") } else { String::new() };
    if reading.is_empty() || reading == shown {
        [read_as, String::new()]
    } else {
        [reading.to_owned(), read_as]
    }
}

/// Where it stands, an example, what it is for; of a document who issues it and what does instead.
fn facts(pen: &Pen<'_>, open: &Open, row: &Row, question: &Question, width: u16) -> Stack {
    let mut facts = Stack::default();
    let mut entries = vec![
        (7, "fill-where", pen.text(&question.place)),
        (8, "fill-example", pen.text(&question.example)),
        (9, "fill-why", pen.text(&question.why)),
    ];
    if let Some(document) = &question.document {
        let is_missing = open.live.raw(&row.path) == "tidak_ada";
        entries.insert(0, (6, "fill-alternatives", pen.text(&document.alternatives)));
        entries.insert(0, (6, "fill-issuer", pen.text(&document.issuer)));
        let rank = if is_missing { 1 } else { 5 };
        entries.insert(0, (rank, "fill-if-missing", pen.text(&document.if_missing)));
    }
    let heads: Vec<String> = entries.iter().map(|(_, key, _)| pen.say(key)).collect();
    let indent = heads.iter().map(|head| crate::tui::measure::columns(head)).max().unwrap_or(0) + 3;
    for ((rank, _, text), head) in entries.into_iter().zip(heads) {
        if !text.is_empty() {
            let head = pen.span(head, "muted");
            facts.add(rank, pen.hanging(head, indent as u16, text, width, "answer"));
        }
    }
    facts
}
