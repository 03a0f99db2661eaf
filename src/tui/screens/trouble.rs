//! When OSS fails: the list of troubles, a step with the sentence to say large, and what to do at the end.

use super::picker::{self, Picker};
use super::stack::Stack;
use crate::app::Open;
use crate::app::screens::trouble::{Triage, Walk, ending, log_of, troubles, walking};
use crate::case::{TroubleLog, Try};
use crate::form::Origin;
use crate::form::trouble::{Contact, End, EndKind, Trouble, Troubles, Way};
use crate::tui::pen::{Pen, below, inset};
use crate::tui::when;
use ratatui::layout::Rect;
use ratatui::text::Line;

/// Widest a text is set.
const READABLE: u16 = 84;

pub(in crate::tui) fn draw(pen: &mut Pen<'_>, body: Rect, triage: &Triage) {
    let state = pen.state;
    let (Some(open), Some(troubles)) = (&state.open, troubles(state)) else {
        return pen.clear(body);
    };
    match walking(state) {
        Some((trouble, walk)) => {
            pen.clear(body);
            let area = Rect { width: inset(body, 3).width.min(READABLE), ..inset(body, 3) };
            match (walk.here, ending(state)) {
                (Way::Step(at), _) => step(pen, area, open, trouble, walk, at),
                (_, Some(found)) => end(pen, area, trouble, found, troubles),
                _ => {}
            }
        }
        None => list(pen, body, open, triage, troubles),
    }
}

fn list(pen: &mut Pen<'_>, body: Rect, open: &Open, triage: &Triage, troubles: &Troubles) {
    let width = picker::width(body);
    let marked = triage.entries().get(triage.mark).map(|at| &troubles.all[*at]);
    let mut about = Stack::default();
    if let Some(trouble) = marked {
        let words = pen.say_with("trouble-words", &[("words", trouble.words.join(", ").into())]);
        about.add(1, pen.lines(&words, width, "muted").into_iter().take(2).collect());
        if let Some(log) = log_of(open, &trouble.id) {
            let text = told(pen, Some(troubles), log, true);
            about.add(0, pen.hanging(pen.span("i", "info"), 2, &text, width, "info"));
        }
        if trouble.origin == Origin::Office {
            let own = if trouble.hides.is_empty() { "trouble-office" } else { "trouble-hides" };
            about.add(2, pen.lines(&pen.say(own), width, "muted"));
        }
    } else {
        about.gap(2);
        about.add(0, pen.lines(&pen.say("trouble-none"), width, "answer"));
        about.gap(1);
        about.add(0, pen.lines(&pen.say("trouble-none.next"), width, "muted"));
    }
    let title = pen.say("trouble-title");
    let count = troubles.all.len().to_string();
    let count = pen.say_with("trouble-count", &[("count", count.into())]);
    let picker = Picker {
        title: &title,
        list: &count,
        lead: Vec::new(),
        editor: &triage.query,
        count: triage.entries().len(),
        mark: triage.mark,
        about,
    };
    picker::draw(pen, body, picker, |pen, row, at, meaning| {
        let trouble = &troubles.all[triage.entries()[at]];
        let x = pen.put(row.x, row.y, row.width, pen.text(&trouble.title), meaning) + 2;
        let sign = match log_of(open, &trouble.id).map(|log| &log.ended) {
            None => return,
            Some(None) => "trouble-under-way",
            Some(Some(ended)) => match ended.end.as_str() {
                "solved" => "trouble-was-solved",
                "referred" => "trouble-was-referred",
                "onward" => "trouble-was-onward",
                _ => "trouble-was-waiting",
            },
        };
        let word = pen.say(sign);
        pen.put(x, row.y, row.right().saturating_sub(x), &word, "muted");
    });
}

/// The heading of a step or an end; tells the row after it.
fn heading(pen: &mut Pen<'_>, area: Rect, title: &str, right: &str, meaning: &str) -> u16 {
    let end = pen.put_right(area.right(), area.y, right, meaning);
    pen.put(area.x, area.y, end.saturating_sub(area.x + 2), title, "title");
    area.y + 1
}

/// The sentence to say, in a box of its own; tells the row after it.
fn said(pen: &mut Pen<'_>, area: Rect, y: u16, say: &str) -> u16 {
    let head = pen.say("trouble-say");
    pen.put(area.x, y, area.width, &head, "muted");
    let text = format!("\"{say}\"");
    let lines = pen.lines(&text, area.width.saturating_sub(4), "value");
    let edge = Rect { y: y + 1, height: lines.len() as u16 + 2, ..area };
    let edge = edge.intersection(area);
    pen.frame(edge, "box.open");
    let inside = Rect { x: edge.x + 2, y: edge.y + 1, width: edge.width - 4, ..edge };
    pen.put_lines(Rect { height: edge.height.saturating_sub(2), ..inside }, &lines);
    edge.bottom()
}

/// `text` under a short heading.
fn part(pen: &Pen<'_>, key: &str, text: &str, width: u16) -> Vec<Line<'static>> {
    const HEADS: u16 = 11;
    if text.is_empty() {
        return Vec::new();
    }
    pen.hanging(pen.span(pen.say(key), "muted"), HEADS, text, width, "answer")
}

fn step(pen: &mut Pen<'_>, area: Rect, open: &Open, trouble: &Trouble, walk: &Walk, at: usize) {
    let step = &trouble.steps[at];
    let place = (walk.trail.len() + 1).to_string();
    let place = pen.say_with("trouble-step", &[("step", place.into())]);
    let title = pen.text(&trouble.title).to_owned();
    let y = heading(pen, area, &title, &place, "muted");
    let y = said(pen, area, y, pen.text(&step.ask));
    let width = area.width;
    let mut answers = Vec::new();
    for (number, answer) in step.answers.iter().enumerate() {
        let is_marked = number == walk.mark;
        let meaning = if is_marked { "selected" } else { "answer" };
        let sign = format!("{} {}", if is_marked { "▸" } else { " " }, number + 1);
        let head = pen.span(sign, if is_marked { "selected" } else { "key" });
        answers.extend(pen.hanging(head, 5, pen.text(&answer.label), width, meaning));
    }
    let rest = below(area, y);
    let room = rest.height.saturating_sub(answers.len() as u16);
    let mut about = Stack::default();
    about.add(1, part(pen, "trouble-try", pen.text(&step.attempt), width));
    about.add(2, part(pen, "trouble-meaning", pen.text(&step.meaning), width));
    let note = log_of(open, &trouble.id).and_then(|log| log.tried.last());
    if let (Some(last), Some((before, answer))) = (note, walk.trail.last()) {
        let label = pen.text(&trouble.steps[*before].answers[*answer].label);
        let mut text = label.to_owned();
        if !last.note.is_empty() && last.answer == trouble.steps[*before].answers[*answer].label.id
        {
            text = format!("{text} ({})", last.note);
        }
        about.add(3, part(pen, "trouble-before", &text, width));
    }
    about.squeeze(room);
    let mut y = about.draw(pen, rest);
    // Air between what is told and what is answered, where there is some.
    y += u16::from(y + (answers.len() as u16) < area.bottom());
    pen.put_lines(below(area, y), &answers);
}

fn end(pen: &mut Pen<'_>, area: Rect, trouble: &Trouble, end: &End, troubles: &Troubles) {
    let (sign, word, meaning) = match end.kind {
        EndKind::Solved => ("✔", "trouble-solved", "done"),
        EndKind::Referred { .. } => ("→", "trouble-referred", "info"),
        EndKind::Waiting => ("◐", "trouble-waiting", "part"),
        EndKind::Onward { .. } => ("▸", "trouble-onward", "info"),
    };
    let word = format!("{sign} {}", pen.say(word));
    let title = pen.text(&trouble.title).to_owned();
    let y = heading(pen, area, &title, &word, meaning);
    let y = said(pen, area, y, pen.text(&end.say));
    let width = area.width;
    let mut about = Stack::default();
    if let EndKind::Referred { to, tell, bring } = &end.kind {
        if let Some(contact) = troubles.contact(to) {
            for (rank, lines) in address(pen, contact, width) {
                about.add(rank, lines);
            }
        }
        let tell = format!("\"{}\"", pen.text(tell));
        about.add(1, part(pen, "trouble-tell", &tell, width));
        let things: Vec<&str> = bring.iter().map(|thing| pen.text(thing)).collect();
        about.add(0, part(pen, "trouble-bring", &things.join("; "), width));
    }
    if let EndKind::Onward { service, trouble } = &end.kind {
        let opens = if trouble.is_empty() { "trouble-opens-service" } else { "trouble-opens" };
        if let Some(title) = leads_to(pen, Some(troubles), service, trouble) {
            let text = pen.say_with(opens, &[("title", title.into())]);
            about.add(1, part(pen, "trouble-leads", &text, width));
        }
    }
    about.add(2, part(pen, "trouble-next", pen.text(&end.next), width));
    if let Some(wait) = &end.waits {
        let parked = pen.state.open.as_ref().and_then(|open| open.case.parked());
        if let Some(reason) = parked {
            let text = pen.say_with("tasks-parked", &[("reason", reason.into())]);
            about.add(1, pen.hanging(pen.span("◐", "part"), 2, &text, width, "part"));
        } else {
            about.add(1, part(pen, "trouble-wait", pen.text(&wait.reason), width));
        }
    }
    about.squeeze(below(area, y).height);
    about.draw(pen, below(area, y));
}

fn address(pen: &Pen<'_>, contact: &Contact, width: u16) -> Vec<(u8, Vec<Line<'static>>)> {
    let mut to = pen.text(&contact.title).to_owned();
    let address = pen.text(&contact.address);
    let hours = pen.text(&contact.hours);
    if !address.is_empty() {
        to = format!("{to}, {address}");
    }
    if !hours.is_empty() {
        to = format!("{to} ({hours})");
    }
    let mut lines = vec![(0, part(pen, "trouble-to", &to, width))];
    if address.is_empty() {
        let text = pen.say("trouble-no-address");
        let indent = 11;
        lines.push((1, pen.hanging(pen.span("", "muted"), indent, &text, width, "periksa")));
    }
    let mut reach: Vec<&str> = [contact.phone.as_str(), contact.email.as_str()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    let unsure = pen.say("trouble-unsure");
    if contact.unsure && !reach.is_empty() {
        reach.push(&unsure);
    }
    lines.push((2, part(pen, "trouble-phone", &reach.join(" · "), width)));
    lines
}

/// What the service or the trouble is called where it goes on, if this counter has it.
fn leads_to(
    pen: &Pen<'_>,
    troubles: Option<&Troubles>,
    service: &str,
    trouble: &str,
) -> Option<String> {
    let found = troubles.and_then(|all| Some(&all.all[all.find(trouble)?].title));
    let packs = pen.state.office.as_ref().map_or(&[][..], |office| &office.packs);
    let pack = packs.iter().find(|pack| pack.id == service).map(|pack| &pack.title);
    found.or(pack).map(|title| pen.text(title).to_owned())
}

/// What a trouble is called without its file: names are words with dashes.
fn called(pen: &Pen<'_>, troubles: Option<&Troubles>, id: &str) -> String {
    let found = troubles.and_then(|all| all.all.iter().find(|trouble| trouble.id == id));
    if let Some(trouble) = found {
        return pen.text(&trouble.title).to_owned();
    }
    let words = id.split('-').map(|word| match word {
        "nik" | "otp" | "kbli" | "ahu" | "npwp" | "kswp" | "oss" | "bpjs" => word.to_uppercase(),
        _ => word.to_owned(),
    });
    let text = words.collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The answer as it reads in the language of the interface.
fn answer(pen: &Pen<'_>, troubles: Option<&Troubles>, id: &str, attempt: &Try) -> String {
    let tree = troubles.and_then(|all| all.all.iter().find(|trouble| trouble.id == id));
    let step = tree.and_then(|tree| Some(&tree.steps[tree.step(&attempt.step)?]));
    let found =
        step.and_then(|step| step.answers.iter().find(|answer| answer.label.id == attempt.answer));
    found.map_or_else(|| attempt.answer.clone(), |found| pen.text(&found.label).to_owned())
}

/// In one line, the outcome before everything else: `NIK tidak ditemukan → ke Disdukcapil (Rina, 10.41)`.
pub(super) fn summary(pen: &Pen<'_>, troubles: Option<&Troubles>, log: &TroubleLog) -> String {
    told(pen, troubles, log, log.ended.is_none())
}

fn told(pen: &Pen<'_>, troubles: Option<&Troubles>, log: &TroubleLog, steps: bool) -> String {
    let mut text = called(pen, troubles, &log.trouble);
    let Some(last) = log.tried.last() else { return text };
    if steps {
        text = format!("{text}: {}", answer(pen, troubles, &log.trouble, last));
    }
    if !last.note.is_empty() {
        text = format!("{text} ({})", last.note);
    }
    let (mut at_ms, mut by) = (last.at_ms, last.by.as_str());
    if let Some(ended) = &log.ended {
        let to = match ended.end.as_str() {
            "solved" => pen.say("trouble-was-solved"),
            "onward" => match leads_to(pen, troubles, &ended.to, &ended.to) {
                Some(title) => pen.say_with("trouble-was-led", &[("title", title.into())]),
                None => pen.say("trouble-was-onward"),
            },
            "referred" => {
                let contact = troubles.and_then(|all| all.contact(&ended.to));
                let name = contact.map_or(ended.to.as_str(), |contact| pen.text(&contact.title));
                pen.say_with("trouble-was-sent", &[("to", name.to_owned().into())])
            }
            _ => pen.say("trouble-was-waiting"),
        };
        text = format!("{text} → {to}");
        (at_ms, by) = (ended.at_ms, ended.by.as_str());
    }
    let when = moment(pen, at_ms);
    format!("{text} ({by}, {when})")
}

/// The time of today, or the day: `10.41`, `22 Nov`.
pub(super) fn moment(pen: &Pen<'_>, at_ms: i64) -> String {
    when::short(pen.env, pen.words, at_ms)
}
