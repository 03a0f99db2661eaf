//! Jurnal gangguan: the outages of a month, newest first.

use crate::app::outage::OutageLine;
use crate::app::screens::outages::Outages;
use crate::office::Outage;
use crate::report::outage::{by, days, duration, short, span, symptom, unseen};
use crate::tui::measure::window;
use crate::tui::pen::{Pen, inset};
use ratatui::layout::Rect;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, screen: &Outages) {
    let area = inset(body, 2);
    let table = &screen.table;
    let name = days(table, pen.words);
    pen.put(area.x, area.y, area.width, &name, "title");
    let by_day = table.day.is_some();
    let hint = pen.say(if by_day { "outage-days" } else { "outage-months" });
    pen.put_right(area.right(), area.y, &hint, "muted");
    let count = table.lines.len();
    if count == 0 {
        let lines = pen.lines(
            &pen.say(if by_day { "outage-none-day" } else { "outage-none" }),
            area.width.min(64),
            "muted",
        );
        pen.put_lines(Rect { y: area.y + 2, height: area.height - 2, ..area }, &lines);
        return;
    }
    for (y, line) in (area.y + 1..).zip(totals(pen, screen)) {
        pen.put(area.x, y, area.width, &line, "answer");
    }
    // The symptom of the marked one has its place below.
    let list = Rect { y: area.y + 4, height: area.height.saturating_sub(7), ..area };
    let list = pen.with_more(list, screen.marked, count);
    let room = usize::from(list.height);
    let first = window(screen.marked, count, room);
    let lines: Vec<&OutageLine> = screen.shown().skip(first).take(room).collect();
    for (at, (y, line)) in (list.y..).zip(lines).enumerate() {
        row(pen, list, y, screen, line, first + at == screen.marked);
    }
    if let Some(line) = screen.line() {
        let y = area.bottom() - 2;
        let seen = symptom(&line.outage, pen.words);
        let text = match (line.outage.symptom.trim(), seen.as_str()) {
            ("", "") => pen.say("outage-no-symptom"),
            ("", seen) => seen.to_owned(),
            (said, _) => format!("\"{said}\""),
        };
        let unseen = unseen(&line.outage, &table.env, pen.words);
        let text = unseen.map_or(text.clone(), |unseen| format!("{text} · {unseen}"));
        pen.put(area.x + 2, y, area.width - 2, &text, "answer");
        let cases = if line.cases.is_empty() {
            pen.say("outage-no-cases")
        } else {
            let (count, codes) = (line.cases.len().to_string(), line.cases.join(", "));
            pen.say_with("outage-cases", &[("count", count.into()), ("codes", codes.into())])
        };
        pen.put(area.x + 2, y + 1, area.width - 2, &cases, "muted");
    }
}

/// What the month came to.
fn totals(pen: &Pen<'_>, screen: &Outages) -> [String; 2] {
    let totals = &screen.table.totals;
    let time = |minutes| duration(minutes, pen.words);
    let count = |count: usize| count.to_string();
    let how_long = pen.say_with(
        "outage-totals",
        &[
            ("count", count(screen.table.lines.len()).into()),
            ("time", time(totals.minutes).into()),
            ("lost", time(totals.lost).into()),
        ],
    );
    let whom = pen.say_with(
        "outage-totals.cases",
        &[("cases", count(totals.cases).into()), ("called", count(totals.called).into())],
    );
    let key = "outage-note-holidays.short";
    let whom = if screen.table.holidays_known { whom } else { format!("{whom} {}", pen.say(key)) };
    [how_long, whom]
}

/// The day it began, unless that is today.
pub(super) fn day(pen: &Pen<'_>, outage: &Outage) -> Option<String> {
    let day = pen.env.day_of(outage.since_ms);
    let month = pen.say(&format!("when-month-{}", day.month()));
    (day != pen.env.today()).then(|| format!("{} {month}", day.day()))
}

fn row(pen: &mut Pen<'_>, list: Rect, y: u16, screen: &Outages, line: &OutageLine, marked: bool) {
    let meaning = if marked { "selected" } else { "answer" };
    if marked {
        pen.put(list.x, y, 1, "▸", "selected");
    }
    let text = match day(pen, &line.outage) {
        Some(day) => day,
        None => pen.say("outage-today"),
    };
    let wide = list.width >= 70;
    pen.put(list.x + 2, y, 9, &text, meaning);
    let name = short(&line.outage.system, pen.words);
    let mut x = list.x + 12;
    let names = if wide { 13 } else { 11 };
    pen.put(x, y, names - 1, &name, meaning);
    x += names;
    let (sign, style) =
        if line.outage.until_ms.is_none() { ("▲", "blocked") } else { ("✔", "done") };
    pen.put(x, y, 1, sign, style);
    let text = span(&line.outage, &screen.table.env, pen.words);
    pen.put(x + 2, y, 18, &text, meaning);
    x += 21;
    let text = duration(line.minutes, pen.words);
    pen.put(x, y, list.right().saturating_sub(x).min(15), &text, meaning);
    x += 16;
    if wide && x < list.right() {
        let who = by(&line.outage, pen.words);
        pen.put(x, y, list.right() - x, &who, "muted");
    }
}
