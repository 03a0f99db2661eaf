//! Teach-back: what the officer asks, and what the applicant should then say.

use super::overlay::open_window;
use crate::app::Open;
use crate::app::screens::facing::to_bring;
use crate::app::screens::receipt::{Next, facts};
use crate::app::screens::teach_back::TeachBack;
use crate::tui::pen::Pen;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Columns inside the window.
const WIDTH: u16 = 66;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, window: &TeachBack) {
    let width = WIDTH.min(body.width.saturating_sub(8));
    let mut lines = pen.lines(&pen.say("taught-title"), width, "title");
    let mut marked = 0..0;
    for (at, thing) in open.form.pack.teach_back().iter().enumerate() {
        let is_ticked = window.ticked.get(at).copied().unwrap_or_default();
        let from = lines.len();
        lines.push(Line::default());
        let (sign, meaning) = if is_ticked { ("[✔]", "done") } else { ("[ ]", "todo") };
        let mark = if at == window.mark { "▸ " } else { "  " };
        let mut head = pen.span(format!("{mark}{} {sign}", at + 1), meaning);
        if at == window.mark {
            head.style = pen.style("selected");
        }
        let say = format!("\"{}\"", pen.text(&thing.say));
        lines.extend(pen.hanging(head, 8, &say, width, "say"));
        let expected = thing.expected(pen.words.lang(), |place| fill(pen, open, place));
        let (text, meaning) = if window.again && !is_ticked {
            (pen.say_with("taught-again", &[("what", expected.into())]), "periksa")
        } else {
            (expected, "answer")
        };
        let sign = if meaning == "periksa" { "      !" } else { "" };
        lines.extend(pen.hanging(pen.span(sign, meaning), 8, &text, width, meaning));
        if at == window.mark {
            marked = from..lines.len();
        }
    }
    // On a low screen the air goes first; then the marked one stays in sight.
    let room = usize::from(body.height.saturating_sub(4));
    if lines.len() > room {
        let air = |line: &Line<'_>| line.width() == 0;
        let before = lines[..marked.start].iter().filter(|line| air(line)).count();
        let inside = lines[marked.clone()].iter().filter(|line| air(line)).count();
        marked = marked.start - before..marked.end - before - inside;
        lines.retain(|line| !air(line));
    }
    let first = marked.end.saturating_sub(room).min(lines.len().saturating_sub(room));
    let inside = open_window(pen, body, WIDTH, lines.len() as u16);
    pen.put_lines(inside, &lines[first..]);
}

/// What stands in a place of the expected answer.
fn fill(pen: &Pen<'_>, open: &Open, place: &str) -> String {
    let facts = facts(pen.state, open, pen.env);
    match place {
        "kode" => facts.code,
        "bawa" => {
            let papers: Vec<&str> =
                to_bring(open).into_iter().map(|label| pen.text(label)).collect();
            if papers.is_empty() { pen.say("taught-bring-code") } else { papers.join("; ") }
        }
        "kabar" => pen.say(match facts.next {
            Next::Bring if facts.missing.is_empty() => "taught-next-finish",
            Next::Bring => "taught-next-bring",
            Next::Handover => "taught-next-handover",
            Next::Waiting { .. } => "taught-next-waiting",
            Next::Issued => "taught-next-issued",
            Next::Done => "taught-next-done",
        }),
        // `pack check` knows no other place.
        _ => String::new(),
    }
}
