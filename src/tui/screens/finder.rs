//! "Mau apa hari ini?": the question, its answers or the packs found, and what the marked one is.

use super::picker::{self, Picker};
use super::stack::Stack;
use crate::app::PackTitle;
use crate::app::screens::finder::{Entry, Finder};
use crate::tui::pen::Pen;
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, finder: &Finder) {
    let Some(office) = &pen.state.office else { return };
    let entries = finder.entries(office);
    let width = picker::width(body);
    let ask = finder.ask(office).map(|at| &office.services.asks[at]);
    let title = ask.map_or_else(|| pen.say("finder-packs"), |ask| pen.text(&ask.question).into());
    let mut lead = Vec::new();
    if let Some(ask) = ask {
        let head = pen.span(format!("{}:", pen.say("fill-say")), "muted");
        let indent = head.width() as u16 + 2;
        let say = format!("\"{}\"", pen.text(&ask.say));
        lead = pen.hanging(head, indent, &say, width, "say");
    }
    let about = match entries.get(finder.mark) {
        Some(Entry::Pack(at)) => about_pack(pen, &office.packs[*at], width),
        Some(Entry::Answer(reply)) => {
            let mut about = Stack::default();
            about.add(1, pen.lines(pen.text(&reply.explain), width, "answer"));
            about.add(2, pen.lines(&pen.say("finder-hint"), width, "muted"));
            about
        }
        None => {
            let mut about = Stack::default();
            about.gap(2);
            about.add(0, pen.lines(&pen.say("finder-nothing"), width, "answer"));
            about.gap(1);
            about.add(0, pen.lines(&pen.say("finder-nothing.next"), width, "muted"));
            about
        }
    };
    let list = office.packs.len().to_string();
    let list = pen.say_with("finder-count", &[("count", list.into())]);
    let picker = Picker {
        title: &title,
        list: &list,
        lead,
        editor: &finder.query,
        count: entries.len(),
        mark: finder.mark,
        about,
    };
    picker::draw(pen, body, picker, |pen, row, at, meaning| {
        let text = match &entries[at] {
            Entry::Answer(reply) => pen.text(&reply.label),
            Entry::Pack(at) => pen.text(&office.packs[*at].title),
        };
        pen.put(row.x, row.y, row.width, text, meaning);
    });
}

fn about_pack(pen: &Pen<'_>, pack: &PackTitle, width: u16) -> Stack {
    let mut about = Stack::default();
    about.add(1, pen.lines(pen.text(&pack.summary), width, "answer"));
    if pack.example {
        let example = pen.say("finder-example");
        about.add(0, pen.hanging(pen.span("!", "periksa"), 2, &example, width, "periksa"));
    }
    about
}
