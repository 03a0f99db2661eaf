//! `data list|check|import`: the reference data of this counter. Needs no passphrase: nothing personal
//! lies in it.

use super::args::DataImport;
use super::reply::{Failure, Reply, exit};
use super::{Cx, clock, show};
use crate::data::import::{Given, Summary, import as stage};
use crate::data::{Kind, Origin, Problem, Stocked};
use crate::runtime;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, IsTerminal, Write};

/// Every pack, the earlier editions of the office included.
pub(super) fn list(cx: &Cx) -> Result<Reply, Failure> {
    let folder = cx.folder()?;
    let stock = runtime::reference(&folder).stock();
    let columns = ["id", "kind", "edition", "date", "rows", "origin", "state", "licence", "source"];
    let mut rows = vec![columns.map(|column| cx.words.get(&format!("data-column-{column}")))];
    rows.extend(stock.iter().map(|pack| {
        let said = |value: fn(&crate::data::Manifest) -> String| {
            pack.manifest.as_ref().map_or_else(|| "-".to_owned(), value)
        };
        [
            pack.id.clone(),
            said(|of| of.kind.name().to_owned()),
            said(|of| of.edition.to_string()),
            said(|of| of.date.clone()),
            pack.rows.to_string(),
            cx.words.get(&format!("cli-origin-{}", origin(pack))),
            cx.words.get(&format!("data-state-{}", state(pack))),
            said(|of| of.licence.clone()),
            said(|of| of.source.clone()),
        ]
    }));
    let mut text = show::columns(&rows);
    let previous = runtime::previous_packs(&folder);
    if !previous.is_empty() {
        let names = previous.join(", ");
        _ = write!(text, "\n{}", cx.words.with("data-previous", &[("names", names.into())]));
    }
    let packs: Vec<Value> = stock.iter().map(|pack| as_json(cx, pack)).collect();
    Ok(Reply::new(text, json!({"packs": packs, "previous": previous})))
}

/// Every problem of every pack, and between them.
pub(super) fn check(cx: &Cx) -> Result<Reply, Failure> {
    let reference = runtime::reference(&cx.folder()?);
    let stock = reference.stock();
    let mut problems: Vec<Problem> = stock.iter().flat_map(|pack| pack.problems.clone()).collect();
    problems.extend(reference.check_across());
    let mut text = String::new();
    for problem in &problems {
        _ = writeln!(text, "{}: {}", problem.place(), message(cx, problem));
    }
    let count = |number: usize| Cow::from(number.to_string());
    let args = [("problems", count(problems.len())), ("packs", count(stock.len()))];
    text.push_str(&cx.words.with("data-checked", &args));
    let code = if problems.is_empty() { exit::DONE } else { exit::PROBLEM };
    let problems: Vec<Value> = problems.iter().map(|one| problem_json(cx, one)).collect();
    Ok(Reply::new(text, json!({"packs": stock.len(), "problems": problems})).exiting(code))
}

/// Loads a list, after showing what it changes.
pub(super) fn import(cx: &Cx, args: &DataImport) -> Result<Reply, Failure> {
    let folder = cx.folder()?;
    let bytes = fs::read(&args.file).map_err(|error| Failure::of_file(&args.file, &error))?;
    let file = args.file.file_name().unwrap_or_default().to_string_lossy();
    let given = Given {
        file: &file,
        kind: args.kind.as_deref().and_then(Kind::from_name),
        edition: args.edition,
        source: args.source.as_deref().unwrap_or_default(),
        today: clock::now().today(),
    };
    let staged = stage(&given, &bytes, &runtime::reference(&folder)).map_err(|problems| {
        let mut failure = Failure::problem("data-import-refused").with("count", problems.len());
        for problem in &problems {
            let (place, message) = (problem.place(), message(cx, problem));
            failure =
                failure.detail("data-problem-line", &[("place", place), ("message", message)]);
        }
        failure
    })?;
    let lines = summary_lines(cx, &staged.summary);
    let mut json = summary_json(&staged.summary);
    json["id"] = json!(staged.manifest.id);
    if !args.yes {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            let failure = Failure::usage("data-import-needs-yes");
            return Err(lines
                .into_iter()
                .fold(failure, |failure, line| failure.detail("data-line", &[("text", line)])));
        }
        if !agreed(cx, &lines) {
            return Err(Failure::problem("data-import-declined"));
        }
    }
    let path = folder.join("reference").join(&staged.manifest.id);
    let aside =
        runtime::install(&folder, &staged).map_err(|error| Failure::of_file(&path, &error))?;
    let shown = path.display().to_string();
    // Who was asked has seen the summary already.
    let mut text = if args.yes { lines.join("\n") + "\n" } else { String::new() };
    text.push_str(&cx.words.with("data-written", &[("folder", shown.as_str().into())]));
    if let Some(name) = &aside {
        _ = write!(text, "\n{}", cx.words.with("data-put-aside", &[("name", name.into())]));
    }
    json["written"] = json!(shown);
    json["put_aside"] = json!(aside);
    Ok(Reply::new(text, json))
}

/// Asks on the terminal; only a plain yes is one.
fn agreed(cx: &Cx, lines: &[String]) -> bool {
    let mut screen = io::stderr();
    _ = write!(screen, "{}\n\n{} ", lines.join("\n"), cx.words.get("data-ask"));
    _ = screen.flush();
    let mut answer = String::new();
    _ = io::stdin().read_line(&mut answer);
    ["y", "ya", "yes"].contains(&answer.trim().to_lowercase().as_str())
}

fn summary_lines(cx: &Cx, summary: &Summary) -> Vec<String> {
    let count = |number: usize| Cow::from(number.to_string());
    let kind = summary.kind.map_or("", Kind::name);
    let edition = Cow::from(summary.edition.to_string());
    let mut lines = vec![cx.words.with(
        "data-sum-rows",
        &[("kind", kind.into()), ("edition", edition), ("rows", count(summary.rows))],
    )];
    lines.push(match &summary.replaces {
        Some((edition, date)) => {
            let args = [("edition", edition.to_string().into()), ("date", date.into())];
            cx.words.with("data-sum-replaces", &args)
        }
        None => cx.words.get("data-sum-first"),
    });
    if summary.is_same() {
        lines.push(cx.words.get("data-sum-same"));
    }
    for (key, changes) in [
        ("data-sum-added", &summary.added),
        ("data-sum-removed", &summary.removed),
        ("data-sum-changed", &summary.changed),
    ] {
        if changes.count > 0 {
            lines.push(cx.words.with(key, &[("count", count(changes.count))]));
            lines.extend(changes.examples.iter().map(|example| format!("  {example}")));
            if changes.count > changes.examples.len() {
                let more = count(changes.count - changes.examples.len());
                lines.push(format!("  {}", cx.words.with("cli-and-more", &[("count", more)])));
            }
        }
    }
    if let Some(example) = summary.restored.first() {
        let args = [("count", count(summary.restored.len())), ("examples", example.into())];
        lines.push(cx.words.with("data-sum-restored", &args));
    }
    if !summary.unused.is_empty() {
        let names = summary.unused.join(", ");
        lines.push(cx.words.with("data-sum-unused", &[("names", names.into())]));
    }
    if summary.kind == Some(Kind::Kbli) {
        let key = if summary.whole { "data-sum-whole" } else { "data-sum-partial" };
        lines.push(cx.words.get(key));
    }
    if !summary.incomplete.is_empty() {
        let years: Vec<String> = summary.incomplete.iter().map(ToString::to_string).collect();
        lines.push(cx.words.with("data-sum-incomplete", &[("years", years.join(", ").into())]));
    }
    lines
}

fn summary_json(summary: &Summary) -> Value {
    let changes =
        |of: &crate::data::import::Changes| json!({"count": of.count, "examples": of.examples});
    json!({
        "kind": summary.kind.map(Kind::name), "edition": summary.edition, "rows": summary.rows,
        "replaces": summary.replaces.as_ref().map(|(edition, date)| {
            json!({"edition": edition, "date": date})
        }),
        "added": changes(&summary.added), "removed": changes(&summary.removed),
        "changed": changes(&summary.changed), "restored": summary.restored,
        "unused_columns": summary.unused, "whole": summary.whole, "incomplete": summary.incomplete,
    })
}

fn message(cx: &Cx, problem: &Problem) -> String {
    let args: Vec<_> =
        problem.args.iter().map(|(name, value)| (*name, Cow::from(value.as_str()))).collect();
    cx.words.with(problem.key, &args)
}

const fn origin(pack: &Stocked) -> &'static str {
    match pack.origin {
        Origin::BuiltIn => "built-in",
        Origin::Office => "office",
    }
}

const fn state(pack: &Stocked) -> &'static str {
    match (pack.problems.is_empty(), pack.in_use) {
        (false, _) => "broken",
        (true, true) => "in-use",
        (true, false) => "replaced",
    }
}

fn as_json(cx: &Cx, pack: &Stocked) -> Value {
    let of = pack.manifest.as_ref();
    json!({
        "id": pack.id, "origin": origin(pack), "state": state(pack), "rows": pack.rows,
        "kind": of.map(|of| of.kind.name()), "edition": of.map(|of| of.edition),
        "date": of.map(|of| &of.date), "title": of.map(|of| of.title.get(cx.lang)),
        "source": of.map(|of| &of.source), "licence": of.map(|of| &of.licence),
        "attribution": of.map(|of| &of.attribution), "whole": of.map(|of| of.whole),
        "checksums": pack.problems.iter().all(|one| one.key != "data-checksum"),
        "problems": pack.problems.iter().map(|one| problem_json(cx, one)).collect::<Vec<_>>(),
    })
}

fn problem_json(cx: &Cx, problem: &Problem) -> Value {
    json!({
        "file": problem.file, "line": problem.line, "column": problem.column, "key": problem.key,
        "message": message(cx, problem),
    })
}
