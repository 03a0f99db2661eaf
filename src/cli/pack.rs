//! `pack list|check|show`.

use super::graph::Graph;
use super::packs;
use super::reply::{Failure, Reply, exit};
use super::{Cx, clock, show as tables};
use crate::form::trouble::Troubles;
use crate::form::{
    self, Checked, Item, Origin, Pack, Problem, Required, SectionIx, SectionKind, Severity, Source,
    Status, Title, Unreadable,
};
use crate::runtime::trouble_sources;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Every pack a case can be opened with.
pub(super) fn list(cx: &Cx) -> Result<Reply, Failure> {
    let mut rows = vec![
        ["pack", "version", "status", "origin", "title"]
            .map(|column| cx.words.get(&format!("cli-column-{column}"))),
    ];
    let mut packs = Vec::new();
    let (titles, unreadable) = packs::library(cx)?.titles();
    for Title { head, origin, folder, hides } in titles {
        let status = status_word(head.status);
        let title = head.title.get(cx.lang).to_owned();
        let mut shown = origin_shown(cx, origin);
        if !hides.is_empty() {
            let hidden: Vec<String> = hides.iter().map(|other| origin_shown(cx, *other)).collect();
            let args = [("origin", shown.into()), ("hidden", hidden.join(", ").into())];
            shown = cx.words.with("cli-origin-hides", &args);
        }
        let version = head.version.to_string();
        rows.push([head.id.clone(), version, status.to_owned(), shown, title.clone()]);
        let hides: Vec<&str> = hides.iter().map(|other| origin_word(*other)).collect();
        packs.push(json!({
            "id": head.id, "version": head.version, "status": status,
            "origin": origin_word(origin), "hides": hides, "folder": folder,
            "title": title, "summary": head.summary.get(cx.lang), "group": head.group,
            "words": head.words, "readable": true,
        }));
    }
    for Unreadable { id, origin } in unreadable {
        let broken = cx.words.get("cli-pack-unreadable");
        rows.push([id.clone(), "-".into(), "-".into(), origin_shown(cx, origin), broken]);
        packs.push(json!({"id": id, "origin": origin_word(origin), "readable": false}));
    }
    Ok(Reply::new(tables::columns(&rows), json!({"packs": packs})))
}

const fn origin_word(origin: Origin) -> &'static str {
    match origin {
        Origin::BuiltIn => "built-in",
        Origin::Office | Origin::Named => "office",
        Origin::Imported => "imported",
    }
}

fn origin_shown(cx: &Cx, origin: Origin) -> String {
    cx.words.get(&format!("cli-origin-{}", origin_word(origin)))
}

/// Every problem of the packs at `paths`; without paths, of the built-in ones and the office's own.
pub(super) fn check(cx: &Cx, paths: &[PathBuf]) -> Result<Reply, Failure> {
    let today = clock::now().today();
    let mut checked = if paths.is_empty() {
        packs::library(cx)?.check(|_| true, today)
    } else {
        // A folder of troubles has no packs in it; any other path has, or there is nothing to check.
        let mut rest = Vec::new();
        for path in paths {
            let is_pack = path.join("pack.toml").is_file();
            match packs::troubles_at(path)?.filter(|_| !is_pack) {
                Some(_) if !packs::has_packs(path) => {}
                _ => rest.push(path.clone()),
            }
        }
        packs::named(&rest)?.check(|origin| origin == Origin::Named, today)
    };
    checked.extend(troubles(cx, paths)?);
    let mut text = String::new();
    let (mut problems, mut errors, mut warnings, mut files) = (Vec::new(), 0, 0, 0);
    for Checked { problems: found, sources, own, .. } in &checked {
        files += own;
        errors += found.iter().filter(|problem| problem.severity == Severity::Error).count();
        warnings += found.iter().filter(|problem| problem.severity == Severity::Warning).count();
        if !found.is_empty() {
            _ = writeln!(text, "{}\n", form::render(found, sources).trim_end());
        }
        problems.extend(found.iter().map(|problem| as_json(problem, sources)));
    }
    let count = |number: usize| number.to_string().into();
    let (word, args) = if warnings == 0 {
        ("cli-checked", vec![("problems", count(errors)), ("files", count(files))])
    } else {
        (
            "cli-checked-warnings",
            vec![
                ("problems", count(errors)),
                ("warnings", count(warnings)),
                ("files", count(files)),
            ],
        )
    };
    text.push_str(&cx.words.with(word, &args));
    let code = if errors > 0 { exit::PROBLEM } else { exit::DONE };
    Ok(Reply::new(text, Value::Array(problems)).exiting(code))
}

/// The trouble files of a check, each named once.
fn troubles(cx: &Cx, paths: &[PathBuf]) -> Result<Vec<Checked>, Failure> {
    let mut found = Vec::new();
    if paths.is_empty() {
        found.push(trouble_sources(&cx.folder()?));
    }
    for path in paths {
        found.extend(packs::troubles_at(path)?);
    }
    let checked = |sources: Vec<(Origin, Source)>| {
        let (_, mut problems) = Troubles::load(&sources);
        let named = |origin: &Origin| paths.is_empty() || *origin == Origin::Named;
        problems.retain(|problem| named(&sources[problem.file].0));
        let own = sources.iter().filter(|(origin, _)| named(origin)).count();
        let sources = sources.into_iter().map(|(_, source)| source).collect();
        let origin = if paths.is_empty() { Origin::Office } else { Origin::Named };
        Checked { id: "kendala".into(), origin, problems, sources, own }
    };
    Ok(found.into_iter().map(checked).collect())
}

/// What a pack asks: its sections and questions in order.
pub(super) fn show(cx: &Cx, id: &str) -> Result<Reply, Failure> {
    let form = packs::open(cx, id)?;
    let pack = &*form.pack;
    let mut text = format!(
        "{}  {} · {} {} · {}\n{}\n",
        pack.id,
        pack.title.get(cx.lang),
        cx.words.get("cli-column-version"),
        pack.version,
        status_word(pack.status),
        pack.summary.get(cx.lang),
    );
    let tops = (0..pack.sections.len())
        .map(SectionIx)
        .filter(|section| pack.section(*section).parent.is_none());
    let sections: Vec<Value> =
        tops.map(|section| outline(cx, pack, section, 0, &mut text)).collect();
    let json = json!({
        "id": pack.id, "version": pack.version, "status": status_word(pack.status),
        "title": pack.title.get(cx.lang), "summary": pack.summary.get(cx.lang),
        "kbli_edition": pack.kbli_edition, "sections": sections,
    });
    Ok(Reply::new(text.trim_end(), json))
}

/// What waits for what in a pack, as lines or as DOT.
pub(super) fn graph(cx: &Cx, id: &str, dot: bool) -> Result<Reply, Failure> {
    let form = packs::open(cx, id)?;
    let graph = Graph::of(cx, &form.pack, packs::library(cx)?.waits(id));
    Ok(Reply::new(if dot { graph.dot() } else { graph.text() }, graph.json()))
}

fn outline(cx: &Cx, pack: &Pack, at: SectionIx, depth: usize, text: &mut String) -> Value {
    let section = pack.section(at);
    let indent = "  ".repeat(depth);
    let repeat = matches!(section.kind, SectionKind::Repeat { .. });
    let mark = if repeat { " …" } else { "" };
    _ = writeln!(text, "\n{indent}{}{mark}  [{}]", section.label.get(cx.lang), section.name);
    let (mut questions, mut sections) = (Vec::new(), Vec::new());
    for item in &section.items {
        match item {
            Item::Question(question) => {
                let question = pack.question(*question);
                let required = match question.required {
                    Required::No => "no",
                    Required::Yes => "yes",
                    Required::When(_) => "sometimes",
                };
                let star = match question.required {
                    Required::No => ' ',
                    Required::Yes => '*',
                    Required::When(_) => '?',
                };
                let kind = tables::kind_word(question.kind);
                let label = question.label.get(cx.lang);
                _ = writeln!(text, "{indent} {star} {}  ({kind})  {label}", question.name);
                questions.push(json!({
                    "name": question.name, "kind": kind, "label": label, "required": required,
                }));
            }
            Item::Section(child) => sections.push(outline(cx, pack, *child, depth + 1, text)),
        }
    }
    json!({
        "name": section.name, "label": section.label.get(cx.lang), "repeat": repeat,
        "questions": questions, "sections": sections,
    })
}

const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Resmi => "resmi",
        Status::Contoh => "contoh, verifikasi dinas",
    }
}

/// A problem with its place counted in lines and characters, from 1.
fn as_json(problem: &Problem, sources: &[Source]) -> Value {
    let source = sources.get(problem.file);
    let before = source.and_then(|source| source.text.get(..problem.span.start)).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    json!({
        "file": source.map(|source| source.name.as_str()), "line": line, "column": column,
        "severity": match problem.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": problem.message, "hint": problem.hint,
    })
}
