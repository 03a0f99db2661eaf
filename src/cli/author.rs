//! `pack new|preview|import|export|schema`: making packs.
//!
//! Writes only into a folder that was not there before, whole or not at all.

use super::args::PackImport;
use super::reply::{Failure, Reply, exit};
use super::{Cx, clock, packs};
use crate::author::{self, Finding, Given, Weight};
use crate::form::{self, Origin};
use crate::runtime;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// A commented starter in the office's own folder.
pub(super) fn new(cx: &Cx, id: &str, title: &str, to: Option<PathBuf>) -> Result<Reply, Failure> {
    let folder = target(cx, id, to)?;
    let files = author::starter(id, title);
    write(&folder, &files)?;
    let shown = folder.display().to_string();
    let text = cx.words.with("author-new-done", &[("folder", shown.as_str().into())]);
    Ok(Reply::new(text, json!({"id": id, "folder": shown})))
}

/// The folder of a new pack: one that is not there yet.
fn target(cx: &Cx, id: &str, to: Option<PathBuf>) -> Result<PathBuf, Failure> {
    if !author::is_pack_id(id) {
        return Err(Failure::usage("author-bad-id").with("id", id));
    }
    let within = match to {
        Some(folder) => folder,
        None => cx.folder()?.join("forms"),
    };
    let folder = within.join(id);
    if folder.exists() {
        let failure = Failure::new(exit::DISK, "author-folder-exists");
        return Err(failure.with("folder", folder.display()));
    }
    Ok(folder)
}

/// Writes the files beside the folder first, so that it appears whole.
fn write(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    let refused = |error: io::Error| Failure::of_file(folder, &error);
    let within = folder.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(within).map_err(refused)?;
    let beside = tempfile::Builder::new().prefix(".loket-").tempdir_in(within).map_err(refused)?;
    let inside = beside.path().join("pack");
    fs::create_dir(&inside).map_err(refused)?;
    for (name, text) in files {
        fs::write(inside.join(name), text).map_err(refused)?;
    }
    fs::rename(&inside, folder).map_err(refused)
}

/// The program in a throw-away office with one new case of the pack.
pub(super) fn preview(cx: &Cx, pack: &str) -> Result<Reply, Failure> {
    let path = PathBuf::from(pack);
    let (sources, id) = if path.join("pack.toml").is_file() {
        let library = packs::named(std::slice::from_ref(&path))?;
        let checked = library.check(|origin| origin == Origin::Named, clock::now().today());
        let (titles, _) = library.titles();
        let folder = checked.first().map(|one| one.id.clone()).unwrap_or_default();
        let found = titles.iter().find(|title| title.folder == folder);
        let id = found.map_or(folder.clone(), |title| title.head.id.clone());
        let broken = || Failure::problem("cli-pack-broken").with("pack", &id);
        let loaded = library.load(&id, clock::now().today()).ok_or_else(broken)?;
        if loaded.usable().is_none() {
            return Err(broken());
        }
        (Some(path), id)
    } else {
        packs::open(cx, pack)?;
        (None, pack.to_owned())
    };
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(Failure::usage("cli-no-terminal"));
    }
    let data = cx.folder()?;
    runtime::preview(&data, cx.lang, &id, sources.as_deref())?;
    Ok(Reply::new("", json!({})))
}

/// A pack out of an XLSForm; all of it, or with `--partial` what can be carried over.
pub(super) fn import(cx: &Cx, args: &PackImport) -> Result<Reply, Failure> {
    let bytes = fs::read(&args.file).map_err(|error| Failure::of_file(&args.file, &error))?;
    if let Some(id) = args.id.as_deref().filter(|id| !author::is_pack_id(id)) {
        return Err(Failure::usage("author-bad-id").with("id", id));
    }
    let stem = args.file.file_stem().unwrap_or_default().to_string_lossy();
    let given = Given { file: &stem, id: args.id.as_deref(), today: clock::now().today() };
    let shown_file = args.file.display();
    let made = author::import(&given, &bytes).map_err(|found| {
        let failure = Failure::problem("author-import-broken").with("file", &shown_file);
        told(cx, failure, &found)
    })?;
    if !args.partial && !made.is_whole() {
        let left = made.findings.iter().filter(|one| one.weight == Weight::LeftOut);
        let failure = Failure::problem("author-import-partly")
            .with("file", &shown_file)
            .with("count", left.count());
        return Err(told(cx, failure, &made.findings));
    }
    let folder = target(cx, &made.id, args.to.clone())?;
    write(&folder, &made.files)?;
    let shown = folder.display().to_string();
    let mut text = lines(cx, &made.findings);
    text.push_str(&cx.words.with(
        "author-import-done",
        &[("folder", shown.as_str().into()), ("count", made.questions.to_string().into())],
    ));
    let findings: Vec<Value> = made.findings.iter().map(|one| as_json(cx, one)).collect();
    Ok(Reply::new(
        text,
        json!({
            "id": made.id, "folder": shown, "questions": made.questions, "whole": made.is_whole(),
            "findings": findings,
        }),
    ))
}

/// The common subset of a pack as an XLSForm.
pub(super) fn export(cx: &Cx, id: &str, file: &Path, replace: bool) -> Result<Reply, Failure> {
    if !replace && file.exists() {
        return Err(Failure::new(exit::DISK, "cli-file-exists").with("file", file.display()));
    }
    let form = packs::open(cx, id)?;
    let made = author::export(&form.pack);
    let refused = |error: io::Error| Failure::of_file(file, &error);
    let within = file.parent().filter(|parent| !parent.as_os_str().is_empty());
    let mut beside =
        tempfile::NamedTempFile::new_in(within.unwrap_or(Path::new("."))).map_err(refused)?;
    io::Write::write_all(&mut beside, &made.bytes).map_err(refused)?;
    beside.persist(file).map_err(|error| refused(error.error))?;
    let shown = file.display().to_string();
    let mut text = lines(cx, &made.findings);
    text.push_str(&cx.words.with(
        "author-export-done",
        &[("file", shown.as_str().into()), ("count", made.questions.to_string().into())],
    ));
    let findings: Vec<Value> = made.findings.iter().map(|one| as_json(cx, one)).collect();
    Ok(Reply::new(text, json!({"file": shown, "questions": made.questions, "findings": findings})))
}

/// The JSON Schema of the pack format.
pub(super) fn schema() -> Reply {
    let schema = form::schema();
    let text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    Reply::new(text, schema)
}

fn told(cx: &Cx, failure: Failure, found: &[Finding]) -> Failure {
    let grave = found.iter().filter(|one| one.weight > Weight::Told);
    grave
        .fold(failure, |failure, one| failure.detail("author-line", &[("text", sentence(cx, one))]))
}

fn message(cx: &Cx, finding: &Finding) -> String {
    cx.words.with(finding.key, &[("what", Cow::from(finding.what.as_str()))])
}

fn sentence(cx: &Cx, finding: &Finding) -> String {
    let (place, message) = (finding.place(), message(cx, finding));
    if place.is_empty() { message } else { format!("{place}: {message}") }
}

fn lines(cx: &Cx, found: &[Finding]) -> String {
    found.iter().fold(String::new(), |text, one| text + &sentence(cx, one) + "\n")
}

fn as_json(cx: &Cx, finding: &Finding) -> Value {
    json!({
        "weight": match finding.weight {
            Weight::Told => "info",
            Weight::LeftOut => "left-out",
            Weight::Broken => "broken",
        },
        "key": finding.key, "sheet": finding.sheet, "row": finding.row, "column": finding.column,
        "message": message(cx, finding),
    })
}
