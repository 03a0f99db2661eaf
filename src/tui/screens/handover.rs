//! Serah ke OSS: one page of OSS at a time; one value large in the middle, what is done above it, what
//! comes below it. Where nothing can copy, the value alone for the mouse.

use crate::app::Open;
use crate::app::screens::handover::{
    Handover, Page, Step, left_out, page_at, pages, steps, value_at,
};
use crate::case::Attempt;
use crate::tui::measure::{columns, cut, wrap};
use crate::tui::pen::{Pen, inset};
use crate::tui::{safe, when};
use ratatui::layout::Rect;
use ratatui::text::Line;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, open: &Open, screen: &Handover) {
    let steps = steps(open);
    let at = screen.at.min(steps.len().saturating_sub(1));
    if steps.is_empty() {
        let area = inset(body, 3);
        let label = pen.text(&open.form.pack.number.label);
        let text = match &open.case.nib {
            Some(number) => {
                let args = [("label", label.into()), ("nib", number.as_str().into())];
                format!("✔ {}", pen.say_with("handover-number", &args))
            }
            None => pen.say_with("handover-empty", &[("label", label.into())]),
        };
        let lines = pen.lines(&text, area.width, "answer");
        pen.put_lines(Rect { y: area.y + 1, height: area.height - 1, ..area }, &lines);
        return;
    }
    let pages = pages(&steps);
    let number = page_at(&pages, at);
    if let Some(first) = screen.alone {
        return alone(pen, body, open, &steps, at, first);
    }
    let area = inset(body, 3);
    let area = Rect { width: area.width.min(100), ..area };
    let done = steps.iter().filter(|step| step.done).count();
    let progress = pen.say_with(
        "handover-progress",
        &[("done", done.to_string().into()), ("total", steps.len().to_string().into())],
    );
    let end = pen.put_right(area.right(), area.y, &progress, "answer");
    let title = page_title(pen, open, &pages, number);
    pen.put(area.x, area.y, end.saturating_sub(area.x + 2), &title, "title");
    let mut top = area.y + 1;
    for (text, meaning) in history(pen, open) {
        pen.put(area.x, top, area.width, &text, meaning);
        top += 1;
    }

    let foot = page_done(pen, area.width, open, &pages, &steps, number);
    let foot_rows = foot.len() as u16 + u16::from(!foot.is_empty());
    let room =
        Rect { y: top + 1, height: area.bottom().saturating_sub(top + 1 + foot_rows), ..area };
    values(pen, room, open, &steps, &pages[number], at);
    pen.put_lines(Rect { y: room.bottom() + 1, height: foot.len() as u16, ..area }, &foot);
}

/// The values of one page, the one to be typed now in the middle.
fn values(pen: &mut Pen<'_>, room: Rect, open: &Open, steps: &[Step], page: &Page, at: usize) {
    let value = value_at(open, steps, at).unwrap_or_default().to_owned();
    let rest = left_out(open, steps, at);
    let notes = notes(pen, &value, rest, room.width);
    // Label, edge of the box and what stands under it.
    let around = 4 + notes.len() as u16;
    let most = room.height.saturating_sub(around + 2).max(1);
    let large = large_value(pen, &value, room.width.saturating_sub(8), most.into());
    let middle = (large.len() as u16 + around).min(room.height);
    let spare = room.height - middle;
    let (before, after) = (at - page.steps.start, page.steps.end - at - 1);
    let air = u16::from(before > 0).min(spare);
    let spare = spare - air;
    // Both sides get their half, and what the other side does not need.
    let half = usize::from(spare / 2);
    let above = before.min(half.max(usize::from(spare).saturating_sub(after)));
    let mut y = room.y;
    for before in at - above..at {
        row(pen, room, y, open, steps, before);
        y += 1;
    }
    y += air;
    current(pen, Rect { y, height: middle, ..room }, &steps[at], &large, &notes);
    y += middle;
    let left = usize::from(room.bottom().saturating_sub(y));
    let shown = if after > left { left.saturating_sub(1) } else { after };
    for after in at + 1..=at + shown {
        row(pen, room, y, open, steps, after);
        y += 1;
    }
    if after > shown && left > 0 {
        let more = pen.say_with("screen-more", &[("count", (after - shown).to_string().into())]);
        pen.put_right(room.right(), y, &format!("↓ {more}"), "muted");
    }
}

/// `Halaman 2 dari 5: Data Usaha (2)`.
fn page_title(pen: &Pen<'_>, open: &Open, pages: &[Page], number: usize) -> String {
    pen.say_with(
        "handover-page",
        &[
            ("page", (number + 1).to_string().into()),
            ("pages", pages.len().to_string().into()),
            ("title", title_of(pen, open, &pages[number]).into()),
        ],
    )
}

/// The title of a page as OSS shows it, with the number of the business where it repeats.
pub(super) fn title_of(pen: &Pen<'_>, open: &Open, page: &Page) -> String {
    let title = open.form.pack.oss_pages.get(page.page).map_or("", |page| pen.text(&page.title));
    match page.ordinal {
        Some(ordinal) => format!("{title} ({ordinal})"),
        None => title.to_owned(),
    }
}

/// What came before: the number that is recorded, or the attempts so far.
fn history(pen: &Pen<'_>, open: &Open) -> Vec<(String, &'static str)> {
    let case = &open.case;
    if let Some(number) = &case.nib {
        let label = pen.text(&open.form.pack.number.label);
        let args = [("label", label.into()), ("nib", number.as_str().into())];
        return vec![(format!("✔ {}", pen.say_with("handover-number", &args)), "done")];
    }
    let count = case.attempts.len();
    let before =
        |last: usize| case.attempts[..last].last().map(|last| ended(pen, last)).unwrap_or_default();
    let text = match case.attempt() {
        Some(attempt) => {
            let args = [
                ("number", count.to_string().into()),
                ("time", moment(pen, attempt.began_ms).into()),
                ("before", before(count - 1).into()),
            ];
            let key = if count > 1 { "handover-attempt.again" } else { "handover-attempt" };
            pen.say_with(key, &args)
        }
        None if count > 0 => {
            let args = [("count", count.to_string().into()), ("before", before(count).into())];
            pen.say_with("handover-attempts", &args)
        }
        None => return Vec::new(),
    };
    vec![(text, "muted")]
}

/// How an attempt ended: `halaman 3, "Sesi berakhir"`.
fn ended(pen: &Pen<'_>, attempt: &Attempt) -> String {
    let page = attempt.page.to_string();
    let key = match (attempt.done, attempt.page) {
        (true, _) => "handover-ended.done",
        (false, 0) => "handover-ended.nothing",
        (false, _) => "handover-ended",
    };
    let told = pen.say_with(key, &[("page", page.into())]);
    if attempt.error.is_empty() { told } else { format!("{told}, \"{}\"", attempt.error) }
}

/// `14.55`, of another day with the day.
fn moment(pen: &Pen<'_>, ms: i64) -> String {
    let clock = when::clock(pen.env, ms);
    if pen.env.day_of(ms) == pen.env.today() {
        clock
    } else {
        format!("{} {clock}", when::ago(pen.env, pen.words, ms))
    }
}

/// The page is copied: OSS is told so, then Enter. Nothing while it is not.
fn page_done(
    pen: &Pen<'_>,
    width: u16,
    open: &Open,
    pages: &[Page],
    steps: &[Step],
    number: usize,
) -> Vec<Line<'static>> {
    let is_open = |at: &usize| steps[pages[*at].steps.clone()].iter().any(|step| !step.done);
    if is_open(&number) {
        return Vec::new();
    }
    let next = (number + 1..pages.len()).chain(0..number).find(is_open);
    let label = pen.text(&open.form.pack.number.label);
    let text = match next {
        Some(next) => pen.say_with(
            "handover-page-done",
            &[
                ("page", (next + 1).to_string().into()),
                ("title", title_of(pen, open, &pages[next]).into()),
            ],
        ),
        None if open.case.nib.is_none() => {
            pen.say_with("handover-all-done", &[("label", label.into())])
        }
        None => return Vec::new(),
    };
    pen.hanging(pen.span("✔", "done"), 2, &text, width, "done")
}

fn row(pen: &mut Pen<'_>, area: Rect, y: u16, open: &Open, steps: &[Step], at: usize) {
    let step = &steps[at];
    let (sign, meaning) = if step.done { ("✔", "done") } else { ("○", "todo") };
    pen.put(area.x + 2, y, 1, sign, meaning);
    let labels = (area.width * 36 / 100).clamp(18, 36);
    pen.put(area.x + 5, y, labels, &step.label, "answer");
    let value = value_at(open, steps, at).unwrap_or_default().to_owned();
    let x = area.x + 5 + labels + 2;
    pen.put(x, y, area.right().saturating_sub(x), &value, "answer");
}

/// What stands under the value: how many digits it has, or what OSS does not take of it.
fn notes(
    pen: &Pen<'_>,
    value: &str,
    rest: Option<(&str, usize)>,
    width: u16,
) -> Vec<(String, &'static str)> {
    let mut notes = Vec::new();
    // Counting the signs finds the one OSS swallowed.
    let is_number = !value.is_empty() && value.bytes().all(|sign| sign.is_ascii_digit());
    if is_number && value.len() > 4 {
        let count = pen.say_with("handover-digits", &[("count", value.len().to_string().into())]);
        notes.push((count, "muted"));
    }
    if let Some((rest, max)) = rest {
        let said = |rest: &str| {
            let args = [("max", max.to_string().into()), ("rest", rest.to_owned().into())];
            pen.say_with("handover-cut", &args)
        };
        // Two lines of it tell where it was cut; the case has the rest. A word at the end of the first
        // line may leave some columns free.
        let room = (usize::from(width) * 2).saturating_sub(columns(&said("")) + 12);
        let rest = rest.replace('\n', " ");
        let lines = wrap(&said(&cut(&safe(&rest), room)), width.into());
        notes.extend(lines.into_iter().map(|line| (line, "periksa")));
    }
    notes
}

/// The value to be typed now.
fn current(
    pen: &mut Pen<'_>,
    area: Rect,
    step: &Step,
    large: &[String],
    notes: &[(String, &'static str)],
) {
    let label = format!("{}{}", if step.done { "✔ " } else { "" }, step.label);
    pen.put_centred(area, area.y, &label, "question");
    let widest = large.iter().map(|line| columns(line)).max().unwrap_or(0) as u16;
    let width = (widest + 8).max(30).min(area.width);
    let height = (large.len() as u16 + 2).min(area.height.saturating_sub(1));
    let edge = Rect { x: area.x + (area.width - width) / 2, y: area.y + 1, width, height };
    pen.frame(edge, "box.open");
    for (y, line) in (edge.y + 1..edge.bottom().saturating_sub(1)).zip(large) {
        pen.put_centred(edge, y, line, "value");
    }
    for (y, (note, meaning)) in (edge.bottom()..area.bottom()).zip(notes) {
        pen.put_centred(area, y, note, meaning);
    }
}

/// The value from the first column on, without a frame and without gaps, so that the mouse marks it and
/// nothing else.
fn alone(pen: &mut Pen<'_>, body: Rect, open: &Open, steps: &[Step], at: usize, first: usize) {
    let step = &steps[at];
    let number = page_at(&pages(steps), at);
    let title = page_title(pen, open, &pages(steps), number);
    let label = format!("{}{}", if step.done { "✔ " } else { "" }, step.label);
    pen.put(body.x, body.y, body.width, &title, "muted");
    pen.put(body.x, body.y + 1, body.width, &label, "question");
    let key = |action| {
        let look = pen.look;
        let chord = look.keymap.key_of(crate::app::Mode::Handover, action);
        chord.map_or_else(String::new, |chord| chord.label(pen.words))
    };
    let hint = pen.say_with(
        "handover-alone",
        &[
            ("enter", key(crate::app::Action::Enter).into()),
            ("alone", key(crate::app::Action::Alone).into()),
        ],
    );
    let value = value_at(open, steps, at).unwrap_or_default().to_owned();
    let notes = notes(pen, &value, left_out(open, steps, at), body.width);
    let mut foot: Vec<Line<'static>> =
        notes.into_iter().map(|(note, meaning)| pen.line(note, meaning)).collect();
    foot.extend(pen.lines(&hint, body.width, "muted"));
    let lines: Vec<String> =
        wrap(&value.split('\n').map(safe).collect::<Vec<_>>().join("\n"), body.width.into());
    let room = body.height.saturating_sub(5 + foot.len() as u16).max(1);
    let first = first.min(lines.len().saturating_sub(room.into()));
    let mut y = body.y + 3;
    for line in lines.iter().skip(first).take(room.into()) {
        pen.put(body.x, y, body.width, line, "value");
        y += 1;
    }
    let below = lines.len().saturating_sub(first + usize::from(room));
    if below > 0 {
        let more = pen.say_with("screen-more", &[("count", below.to_string().into())]);
        pen.put(body.x, y, body.width, &format!("↓ {more}"), "muted");
    }
    pen.put_lines(Rect { y: y + 2, height: body.bottom().saturating_sub(y + 2), ..body }, &foot);
}

/// The window of the goes at typing it into OSS.
pub(super) fn attempts(pen: &mut Pen<'_>, body: Rect, top: usize) {
    let Some(open) = &pen.state.open else { return };
    let mut lines: Vec<Line<'static>> = Vec::new();
    let width = super::overlay::inner_width(body);
    for (at, attempt) in open.case.attempts.iter().enumerate().rev() {
        let until = attempt.ended_ms.map_or_else(|| "…".to_owned(), |ms| moment(pen, ms));
        let end = match attempt.ended_ms {
            Some(_) => ended(pen, attempt),
            None => pen.say("handover-under-way"),
        };
        let head = format!("{}.", at + 1);
        let span = format!("{} – {until}  {}", moment(pen, attempt.began_ms), attempt.by);
        lines.extend(pen.hanging(pen.span(head, "key"), 4, &span, width, "answer"));
        lines.extend(pen.hanging(pen.span("", "answer"), 4, &end, width, "muted"));
    }
    if lines.is_empty() {
        lines = pen.lines(&pen.say("handover-no-attempts"), width, "answer");
    }
    let title = pen.line(pen.say("handover-attempts-title"), "title");
    let inside = super::overlay::open_window(pen, body, width, lines.len() as u16 + 2);
    pen.put_lines(inside, &[title]);
    let list = crate::tui::pen::below(inside, inside.y + 2);
    let first = top.min(lines.len().saturating_sub(list.height.into()));
    pen.put_lines(list, &lines[first..]);
    let left = lines.len().saturating_sub(first + usize::from(list.height));
    if left > 0 {
        let more = pen.say_with("screen-more", &[("count", left.to_string().into())]);
        pen.put_right(list.right(), list.bottom() + 1, &format!(" ↓ {more} "), "muted");
    }
}

/// The value as large as lines of text can be: long numbers in groups of four. What is longer than
/// `most` lines ends in a sign that there is more.
fn large_value(pen: &Pen<'_>, value: &str, width: u16, most: usize) -> Vec<String> {
    let is_number = value.len() >= 8 && value.bytes().all(|sign| sign.is_ascii_digit());
    let shown = if is_number {
        let groups: Vec<&str> =
            (0..value.len()).step_by(4).map(|at| &value[at..(at + 4).min(value.len())]).collect();
        groups.join(" ")
    } else {
        value.split('\n').map(safe).collect::<Vec<_>>().join("\n")
    };
    let mut lines = wrap(&shown, width.into());
    if lines.len() > most {
        lines.truncate(most.saturating_sub(1).max(1));
        lines.push(format!("… {}", pen.say("handover-longer")));
    }
    lines
}
