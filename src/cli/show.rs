//! A case as text and as JSON for reading, and tables.
//!
//! The NIK is masked unless it is asked for: a screen at a counter is seen by many.

use super::reply::Reply;
use super::{Cx, clock, draft};
use crate::case::{Call, Case, Condition, Outcome};
use crate::form::{self, Finding, Form, Kind, Message, Row, takes_answer};
use crate::ident::Level;
use crate::report::call::waits_for;
use serde_json::{Value, json};
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// Shortest run of digits that is masked wherever it stands: a NIK has 16, an old NPWP 15.
const LONG: usize = 15;
/// Characters left readable at the end, so that one can still compare with the card.
const LEFT: usize = 4;

/// A case whose questions are not here, as it is stored.
pub(super) fn stored(cx: &Cx, case: &Case, full: bool) -> Reply {
    let masked = |text: &str| if full { text.to_owned() } else { mask_runs(text) };
    let mut text = format!(
        "{}  {} · {} {}\n",
        case.code,
        case.pack,
        cx.words.get("cli-column-version"),
        case.pack_version
    );
    let mut answers = serde_json::Map::new();
    for (path, answer) in &case.answers.values {
        let shown = masked(&answer.raw);
        _ = writeln!(text, "  {path}: {shown}");
        answers.insert(path.to_string(), json!(shown));
    }
    let json = json!({
        "id": case.id, "code": case.code, "pack": case.pack, "version": case.pack_version,
        "state": draft::state_word(case.lifecycle), "answers": answers, "form": false,
    });
    Reply::new(text.trim_end(), json)
}

/// Everything that applies to the case now.
pub(super) fn case(cx: &Cx, form: &Form, case: &Case, full: bool) -> Reply {
    let (env, pack, lang) = (clock::now(), &form.pack, cx.lang);
    let derived = form::evaluate(form, &case.answers, env.today());
    let masked = |text: &str| if full { text.to_owned() } else { mask_runs(text) };
    let (done, total) = derived.progress();
    let state = draft::state_word(case.lifecycle);
    let mut text = format!(
        "{}  {}\n{} · {done}/{total} · {}\n",
        case.code,
        pack.title.get(lang),
        cx.words.get(&format!("cli-state-{state}")),
        clock::written(&env, case.last_ms),
    );
    if let Some(waiting) = &case.waiting {
        let waits = masked(&waits_for(waiting.on, waiting.until, &waiting.reason, &cx.words));
        _ = writeln!(text, "{}: {waits}", cx.words.get("cli-state-parked"));
        if !waiting.left.is_empty() {
            let left = masked(&waiting.left.replace('\n', ", "));
            _ = writeln!(text, "{}: {left}", cx.words.get("call-left"));
        }
    }
    if case.visits > 1 {
        let count = case.visits.to_string();
        _ = writeln!(text, "{}", cx.words.with("call-visit", &[("count", count.into())]));
    }
    if let Some(nib) = &case.nib {
        _ = writeln!(text, "{}: {nib}", pack.number.label.get(lang));
    }
    let mut rows_json = Vec::new();
    for section in &derived.sections {
        let mut heading = pack.section(section.section).label.get(lang).to_owned();
        if let Some(ordinal) = section.ordinal {
            _ = write!(heading, " {ordinal}");
        }
        if !section.item_label.is_empty() {
            _ = write!(heading, ": {}", section.item_label);
        }
        let rows = &derived.rows[section.rows.clone()];
        let rows: Vec<&Row> =
            rows.iter().filter(|row| pack.question(row.question).kind != Kind::Note).collect();
        if !rows.is_empty() || section.ordinal.is_some() {
            _ = writeln!(text, "\n{heading}");
        }
        for row in rows {
            let question = pack.question(row.question);
            let raw = case.answers.raw(&row.path);
            let shown = match row.shown.get(lang) {
                "" if takes_answer(question.kind) => raw,
                shown => shown,
            };
            let shown = match question.kind {
                Kind::Nik | Kind::Npwp if !full => mask(shown),
                _ => masked(shown),
            };
            let value = match (shown.is_empty(), row.required) {
                (true, true) => cx.words.get("cli-empty-required"),
                (true, false) => "-".to_owned(),
                _ => shown.clone(),
            };
            let label = question.label.get(lang);
            _ = writeln!(text, "  {label}: {}", value.replace('\n', "\n    "));
            let findings: Vec<Value> = row
                .findings
                .iter()
                .map(|finding| {
                    let [what, why, next] = words_of(cx, finding).map(|words| masked(&words));
                    let level = level_word(finding.level);
                    let lines = [&what, &why, &next].map(String::as_str);
                    let lines: Vec<&str> =
                        lines.into_iter().filter(|line| !line.is_empty()).collect();
                    _ = writeln!(text, "    {level}: {}", lines.join(" "));
                    json!({"level": level, "what": what, "why": why, "next": next})
                })
                .collect();
            rows_json.push(json!({
                "path": row.path.as_str(), "label": label, "kind": kind_word(question.kind),
                "shown": shown, "required": row.required, "answered": row.answered,
                "reasoned": row.reasoned, "findings": findings,
            }));
        }
    }
    let json = json!({
        "id": case.id, "code": case.code, "pack": case.pack, "state": state,
        "parked": case.parked().map(masked), "nib": case.nib, "visits": case.visits,
        "care": case.care.iter().map(|care| care.code()).collect::<Vec<_>>(),
        "waiting": waiting(case, &masked),
        "done": done, "total": total, "rows": rows_json,
        "orphans": derived.orphans.iter().map(form::Path::as_str).collect::<Vec<_>>(),
    });
    Reply::new(printable(text.trim_end(), true), json)
}

/// What a case waits for, and the calls since then.
fn waiting(case: &Case, masked: &dyn Fn(&str) -> String) -> Option<Value> {
    let waiting = case.waiting.as_ref()?;
    let call = |call: &Call| {
        json!({
            "at_ms": call.at_ms, "by": call.by, "outcome": call.outcome.map(Outcome::code),
            "next_ms": call.next_ms, "note": masked(&call.note),
        })
    };
    Some(json!({
        "on": waiting.on.map(Condition::code), "until": waiting.until, "since_ms": waiting.since_ms,
        "consent": waiting.consent, "met_ms": waiting.met_ms,
        "left": waiting.left.lines().map(masked).collect::<Vec<_>>(),
        "calls": case.calls.iter().map(call).collect::<Vec<_>>(),
    }))
}

/// Rows as columns, wide letters counted as the terminal draws them.
pub(super) fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let clean: Vec<[String; N]> =
        rows.iter().map(|row| row.each_ref().map(|cell| printable(cell, false))).collect();
    let mut widths = [0; N];
    for row in &clean {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.width());
        }
    }
    let mut text = String::new();
    for row in &clean {
        let mut line = String::new();
        for (width, cell) in widths.iter().zip(row) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width - cell.width() + 2));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text
}

/// The word for a kind, as packs write it.
pub(super) fn kind_word(kind: Kind) -> String {
    let mut word = String::new();
    for letter in format!("{kind:?}").chars() {
        if letter.is_uppercase() && !word.is_empty() {
            word.push('_');
        }
        word.push(letter.to_ascii_lowercase());
    }
    word
}

/// The word for a level, the same in every language.
pub(super) const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Salah => "salah",
        Level::Periksa => "periksa",
        Level::Info => "info",
    }
}

/// What, why and next of a finding.
fn words_of(cx: &Cx, finding: &Finding) -> [String; 3] {
    match &finding.message {
        Message::Pack { what, why, next } => {
            [what, why, next].map(|text| text.get(cx.lang).to_owned())
        }
        Message::Ours(verdict) => ["", ".why", ".next"].map(|part| {
            let key = format!("{}{part}", verdict.id);
            match cx.words.find(&key, &verdict.args) {
                Some(text) => text,
                None if part.is_empty() => key,
                None => String::new(),
            }
        }),
    }
}

/// Hides all but the last characters.
fn mask(text: &str) -> String {
    let hidden = text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let hidden = hidden.saturating_sub(LEFT);
    let mut at = 0;
    let hide = |letter: char| {
        at += usize::from(letter.is_alphanumeric());
        if letter.is_alphanumeric() && at <= hidden { '•' } else { letter }
    };
    text.chars().map(hide).collect()
}

/// Hides long runs of digits, however they are grouped.
fn mask_runs(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut run = String::new();
    for letter in text.chars().chain(['\n']) {
        if letter.is_ascii_digit() || (!run.is_empty() && " .-".contains(letter)) {
            run.push(letter);
            continue;
        }
        let digits = run.chars().filter(char::is_ascii_digit).count();
        masked.push_str(&if digits >= LONG { mask(&run) } else { std::mem::take(&mut run) });
        run.clear();
        masked.push(letter);
    }
    masked.pop();
    masked
}

/// Control characters, and those that turn the direction of writing, as spaces: what was pasted must
/// not steer the terminal. Line breaks stay where there are `lines`.
pub(super) fn printable(text: &str, lines: bool) -> String {
    let steers = |letter: char| {
        letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let safe = |letter| if steers(letter) && !(lines && letter == '\n') { ' ' } else { letter };
    text.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_nik_is_masked_however_it_is_grouped() {
        for (text, masked) in [
            ("NIK 1472065708450002.", "NIK ••••••••••••0002."),
            ("1472 0657 0845 0002", "•••• •••• •••• 0002"),
            ("Rp 15.000.000 dan 0812 3456 7890", "Rp 15.000.000 dan 0812 3456 7890"),
            ("", ""),
        ] {
            assert_eq!(mask_runs(text), masked);
        }
        assert_eq!(mask("1472O6"), "••72O6");
    }

    #[test]
    fn pasted_control_characters_do_not_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[2Jb\n\u{202e}c", true), "a [2Jb\n c");
        assert_eq!(printable("a\nb\u{9b}c", false), "a b c");
    }

    #[test]
    fn columns_keep_their_places_with_wide_letters() {
        let rows = [["漢", "b"], ["ab\u{1b}c", "d"]].map(|row| row.map(ToOwned::to_owned));
        assert_eq!(columns(&rows), "漢    b\nab c  d");
    }
}
