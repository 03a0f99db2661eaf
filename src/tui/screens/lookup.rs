//! The picker over a question: the words, what was found for them, and all there is to know of the
//! marked entry, so that an officer can read it out before taking it.

use super::picker::{self, Picker};
use super::stack::Stack;
use crate::app::Open;
use crate::app::screens::fill::Fill;
use crate::app::screens::lookup::{Hit, Lookup};
use crate::form::{Kind, Question};
use crate::ident::kbli::{KbliHit, Said};
use crate::text::Lang;
use crate::tui::measure::columns;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

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
    let width = picker::width(body);
    let list = match lookup.hits.first() {
        Some(Hit::Kbli(hit)) => format!("KBLI {}", hit.edition.max(pack.kbli_edition)),
        _ => String::new(),
    };
    let about = match lookup.hits.get(lookup.mark) {
        Some(Hit::Kbli(hit)) => about_kbli(pen, open, hit, width),
        Some(Hit::Region(code)) => about_region(pen, open, code, width),
        None => nothing(pen, width, fill, question),
    };
    let title = pen.text(&question.label);
    let picker = Picker {
        title,
        list: &list,
        lead: Vec::new(),
        editor: &fill.editor,
        count: lookup.hits.len(),
        mark: lookup.mark,
        about,
    };
    picker::draw(pen, body, picker, |pen, row, at, meaning| match &lookup.hits[at] {
        Hit::Kbli(hit) => {
            let code = if hit.edition == pack.kbli_edition {
                hit.code.clone()
            } else {
                format!("{} ({})", hit.code, hit.edition)
            };
            let x = pen.put(row.x, row.y, row.width, &code, "key") + 2;
            pen.put(x, row.y, row.right().saturating_sub(x), &hit.title, meaning);
        }
        Hit::Region(code) => region(pen, row, open, code, meaning),
    });
}

/// A region with what it lies in, because names repeat.
fn region(pen: &mut Pen<'_>, row: Rect, open: &Open, code: &str, meaning: &str) {
    let dotted = dotted(code);
    let edge = row.right().saturating_sub(columns(&dotted) as u16 + 2);
    let mut x = row.x;
    for (at, name) in open.form.reference.regions().path(code).iter().enumerate() {
        let (name, meaning) =
            if at == 0 { ((*name).to_owned(), meaning) } else { (format!(" · {name}"), "muted") };
        x = pen.put(x, row.y, edge.saturating_sub(x), &name, meaning);
    }
    pen.put_right(row.right(), row.y, &dotted, "muted");
}

/// What to do when nothing was found, or nothing is typed yet.
fn nothing(pen: &Pen<'_>, width: u16, fill: &Fill, question: &Question) -> Stack {
    let key = match (fill.editor.text().trim().is_empty(), question.kind) {
        (true, Kind::Kbli) => "lookup-kbli-empty",
        (true, _) => "lookup-wilayah-empty",
        (false, Kind::Kbli) => "lookup-kbli-nothing",
        (false, _) => "lookup-wilayah-nothing",
    };
    let mut told = Stack::default();
    told.gap(2);
    told.add(0, pen.lines(&pen.say(key), width, "answer"));
    let next = pen.words.find(&format!("{key}.next"), &[]).unwrap_or_default();
    if !next.is_empty() {
        told.gap(1);
        told.add(0, pen.lines(&next, width, "muted"));
    }
    told
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
    for (edition, title) in kbli.other_meanings(&hit.code, hit.edition) {
        let args = [("edition", edition.to_string().into()), ("title", title.into())];
        let text = pen.say_with("lookup-other-edition", &args);
        about.add(1, pen.hanging(pen.span("!", "periksa"), 2, &text, width, "periksa"));
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
