//! The picker over a question: the words, what was found for them, and all there is to know of the
//! marked entry, so that an officer can read it out before taking it.

use super::stack::Stack;
use crate::app::Open;
use crate::app::screens::fill::Fill;
use crate::app::screens::lookup::{Hit, Lookup};
use crate::form::Question;
use crate::ident::kbli::{KbliHit, Said};
use crate::text::Lang;
use crate::tui::measure::{columns, window};
use crate::tui::pen::{Pen, below, inset};
use ratatui::layout::Rect;

/// Rows of the list that are kept before anything is told of the marked entry.
const LIST: u16 = 5;
/// Widest a text is set.
const READABLE: u16 = 84;

pub(in crate::tui) fn draw(
    pen: &mut Pen<'_>,
    body: Rect,
    open: &Open,
    fill: &Fill,
    lookup: &Lookup,
) {
    let pack = &open.form.pack;
    let Some(question) = pack.find_question(fill.path.name()).map(|ix| pack.question(ix)) else {
        return;
    };
    pen.clear(body);
    let area = inset(body, 3);
    let area = Rect { width: area.width.min(READABLE), ..area };
    let y = head(pen, area, open, question, lookup);
    let edge = Rect { y, height: 3.min(area.bottom().saturating_sub(y)), ..area };
    pen.frame(edge, "box.open");
    let line =
        Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width.saturating_sub(4), height: 1 };
    pen.type_line(line, &fill.editor, false);
    let rest = below(area, edge.bottom());
    if lookup.hits.is_empty() {
        return nothing(pen, rest, fill, question);
    }
    let mut about = match lookup.hits.get(lookup.mark) {
        Some(Hit::Kbli(hit)) => about_kbli(pen, open, hit, rest.width),
        Some(Hit::Region(code)) => about_region(pen, open, code, rest.width),
        None => Stack::default(),
    };
    let list = (lookup.hits.len() as u16).clamp(1, LIST).min(rest.height);
    about.squeeze(rest.height.saturating_sub(list + 1));
    let height = about.height();
    let ruled = u16::from(height > 0);
    let list = Rect { height: rest.height.saturating_sub(height + ruled), ..rest };
    entries(pen, list, open, lookup);
    if ruled == 1 {
        pen.rule(rest, list.bottom());
        let room = usize::from(list.height);
        let (mark, count) = (lookup.mark, lookup.hits.len());
        let left = count.saturating_sub(window(mark, count, room) + room);
        if left > 0 {
            let more = pen.say_with("screen-more", &[("count", left.to_string().into())]);
            pen.put_right(rest.right() - 2, list.bottom(), &format!(" ↓ {more} "), "muted");
        }
        about.draw(pen, below(rest, list.bottom() + 1));
    }
}

/// What is looked for, and in which list.
fn head(pen: &mut Pen<'_>, area: Rect, open: &Open, question: &Question, lookup: &Lookup) -> u16 {
    let label = pen.text(&question.label).to_owned();
    let x = pen.put(area.x, area.y, area.width, &label, "question");
    if let Some(Hit::Kbli(hit)) = lookup.hits.first() {
        let wanted = open.form.pack.kbli_edition;
        let list = format!("KBLI {}", hit.edition.max(wanted));
        if x + columns(&list) as u16 + 2 < area.right() {
            pen.put_right(area.right(), area.y, &list, "muted");
        }
    }
    area.y + 1
}

fn nothing(pen: &mut Pen<'_>, rest: Rect, fill: &Fill, question: &Question) {
    let key = match (fill.editor.text().trim().is_empty(), question.kind) {
        (true, crate::form::Kind::Kbli) => "lookup-kbli-empty",
        (true, _) => "lookup-wilayah-empty",
        (false, crate::form::Kind::Kbli) => "lookup-kbli-nothing",
        (false, _) => "lookup-wilayah-nothing",
    };
    let mut told = Stack::default();
    told.gap(2);
    told.add(0, pen.lines(&pen.say(key), rest.width, "answer"));
    let next = pen.words.find(&format!("{key}.next"), &[]).unwrap_or_default();
    if !next.is_empty() {
        told.gap(1);
        told.add(0, pen.lines(&next, rest.width, "muted"));
    }
    told.squeeze(rest.height);
    told.draw(pen, rest);
}

fn entries(pen: &mut Pen<'_>, list: Rect, open: &Open, lookup: &Lookup) {
    let room = usize::from(list.height);
    let first = window(lookup.mark, lookup.hits.len(), room);
    let shown = lookup.hits.iter().enumerate().skip(first).take(room);
    for (y, (at, hit)) in (list.y..).zip(shown) {
        let is_marked = at == lookup.mark;
        let meaning = if is_marked { "selected" } else { "answer" };
        if is_marked {
            pen.put(list.x, y, 1, "▸", "selected");
        }
        let x = list.x + 2;
        let room = list.width.saturating_sub(2);
        match hit {
            Hit::Kbli(hit) => {
                let code = if hit.edition == open.form.pack.kbli_edition {
                    hit.code.clone()
                } else {
                    format!("{} ({})", hit.code, hit.edition)
                };
                let end = pen.put(x, y, room, &code, "key") + 2;
                pen.put(end, y, list.right().saturating_sub(end), &hit.title, meaning);
            }
            Hit::Region(code) => {
                let path = open.form.reference.regions().path(code);
                let dotted = dotted(code);
                let width = columns(&dotted) as u16 + 2;
                let mut end = x;
                for (at, name) in path.iter().enumerate() {
                    let room = (list.right().saturating_sub(end)).saturating_sub(width);
                    let meaning = if at == 0 { meaning } else { "muted" };
                    let name = if at == 0 { (*name).to_owned() } else { format!(" · {name}") };
                    end = pen.put(end, y, room, &name, meaning);
                }
                pen.put_right(list.right(), y, &dotted, "muted");
            }
        }
    }
}

/// `14.72.06.1001`.
fn dotted(code: &str) -> String {
    let parts = [0..2, 2..4, 4..6, 6..10].into_iter().filter_map(|range| code.get(range));
    parts.collect::<Vec<_>>().join(".")
}

fn about_kbli(pen: &Pen<'_>, open: &Open, hit: &KbliHit, width: u16) -> Stack {
    let kbli = open.form.reference.kbli();
    let mut about = Stack::default();
    // The list cuts a long title; the marked one is read out whole.
    if columns(&hit.title) + 16 > usize::from(width) {
        about.add(0, pen.lines(&hit.title, width, "value"));
    }
    let parents = kbli.parents(&hit.code, hit.edition);
    let parents: Vec<String> =
        parents.iter().map(|(code, title)| format!("{code} {title}")).collect();
    about.add(1, pen.lines(&parents.join(" › "), width, "muted"));
    let labelled = |key: &str, text: &str, meaning: &str| {
        let head = pen.span(format!("{}:", pen.say(key)), "muted");
        let indent = head.width() as u16 + 1;
        pen.hanging(head, indent, text, width, meaning)
    };
    if !hit.why.is_empty() {
        about.add(2, labelled("lookup-why", &hit.why, "info"));
    }
    for edition in kbli.editions().into_iter().filter(|edition| *edition != hit.edition) {
        let Some((title, _)) = kbli.title(&hit.code, edition) else { continue };
        if title != hit.title {
            let args = [("edition", edition.to_string().into()), ("title", title.into())];
            let text = pen.say_with("lookup-other-edition", &args);
            about.add(1, pen.hanging(pen.span("!", "periksa"), 2, &text, width, "periksa"));
        }
    }
    if let Some(apart) = kbli.apart(&hit.code).filter(|_| hit.edition >= 2025) {
        let question = format!("\"{}\"", said(pen, &apart.question));
        about.add(3, labelled("lookup-ask", &question, "say"));
        for (code, answer) in &apart.answers {
            let meaning = if *code == hit.code { "selected" } else { "answer" };
            let head = pen.span(code, "key");
            about.add(4, pen.hanging(head, 8, said(pen, answer), width, meaning));
        }
    }
    about
}

fn said<'a>(pen: &Pen<'_>, text: &'a Said) -> &'a str {
    if pen.words.lang() == Lang::En { &text.en } else { &text.id }
}

fn about_region(pen: &Pen<'_>, open: &Open, code: &str, width: u16) -> Stack {
    let regions = open.form.reference.regions();
    let mut about = Stack::default();
    about.add(0, pen.lines(&regions.path(code).join(", "), width, "value"));
    let postcodes = regions.postcodes(code);
    if !postcodes.is_empty() {
        let text = pen.say_with("lookup-postcodes", &[("codes", postcodes.join(", ").into())]);
        about.add(1, pen.lines(&text, width, "info"));
    }
    let key = if code.len() < 6 {
        "lookup-go-in"
    } else if code.len() == 6 && regions.has_villages() {
        "lookup-villages"
    } else {
        "lookup-take"
    };
    about.add(2, pen.lines(&pen.say(key), width, "muted"));
    about
}
