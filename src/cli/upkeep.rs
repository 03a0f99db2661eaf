//! Starting the program, and the commands that look after an office: `init`, `verify`, `backup`,
//! `restore`, `drill`.

use super::reply::{Failure, Reply, exit};
use super::{Cx, clock, secret};
use crate::store::{self, Access, Damage, Kdf, NewOffice, Store, VerifyReport};
use crate::{drill as the_drill, runtime};
use serde_json::{Value, json};
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// Hands over to the program on the terminal; it ends when the officer leaves it.
pub(super) fn start(cx: &Cx, demo: bool, read_only: bool, offline: bool) -> Result<Reply, Failure> {
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(Failure::usage("cli-no-terminal"));
    }
    let data = cx.folder()?;
    runtime::start(runtime::Options { data, lang: cx.lang, demo, read_only, offline })?;
    Ok(Reply::new("", json!({})))
}

/// A new office. The recovery key is shown here and never again.
pub(super) fn init(cx: &Cx, new: &super::args::Init) -> Result<Reply, Failure> {
    let folder = cx.folder()?;
    if folder.join(store::DATABASE).exists() {
        return Err(Failure::new(exit::DISK, "cli-office-exists").with("folder", folder.display()));
    }
    for (name, given) in
        [("office", &new.office), ("counter", &new.counter), ("officer", &new.officer)]
    {
        if given.trim().is_empty() {
            return Err(Failure::usage("cli-name-empty").with("option", name));
        }
    }
    let passphrase =
        secret::new_passphrase(cx, cx.passphrase_file.as_deref(), "cli-ask-new-passphrase")?;
    let office = NewOffice {
        office: new.office.trim(),
        counter: new.counter.trim(),
        officer: new.officer.trim(),
        passphrase: &passphrase,
        kdf: Kdf::default(),
    };
    let (_, recovery) = Store::create(&folder, &office, clock::now().now_ms)?;
    let key = recovery.text();
    let shown = folder.display().to_string();
    let text = cx
        .words
        .with("cli-created", &[("folder", shown.as_str().into()), ("key", key.as_str().into())]);
    Ok(Reply::new(text, json!({"recovery_key": key.as_str(), "data": shown})))
}

/// Proves every seal and the chain, and names what is damaged.
pub(super) fn verify(cx: &Cx) -> Result<Reply, Failure> {
    let store = cx.unlock(Access::ReadOnly)?;
    let report = store::verify(&store)?;
    let mut text = cx.words.with("cli-verified", &counts(&report));
    text.push('\n');
    text.push_str(&damages_text(cx, &report));
    let code = if report.is_whole() { exit::DONE } else { exit::DAMAGE };
    Ok(Reply::new(text, as_json(&report)).exiting(code))
}

/// A whole copy in one file, also while the program runs. Needs no passphrase: it stays sealed.
pub(super) fn backup(cx: &Cx, file: &Path, replace: bool) -> Result<Reply, Failure> {
    if !replace && file.exists() {
        return Err(Failure::new(exit::DISK, "cli-file-exists").with("file", file.display()));
    }
    let report = store::backup(&cx.folder()?, file, replace)?;
    let shown = file.display().to_string();
    let mut args = counts(&report.checked);
    args.push(("file", shown.as_str().into()));
    args.push(("kib", report.bytes.div_ceil(1024).to_string().into()));
    let mut text = cx.words.with("cli-backed-up", &args);
    if !report.checked.is_whole() {
        text.push('\n');
        text.push_str(&damages_text(cx, &report.checked));
    }
    let mut json = as_json(&report.checked);
    json["file"] = json!(shown);
    json["bytes"] = json!(report.bytes);
    let code = if report.checked.is_whole() { exit::DONE } else { exit::DAMAGE };
    Ok(Reply::new(text, json).exiting(code))
}

/// Brings a backup back; what was there is moved aside, never deleted.
pub(super) fn restore(cx: &Cx, file: &Path) -> Result<Reply, Failure> {
    if let Err(error) = file.metadata() {
        return Err(Failure::of_file(file, &error));
    }
    let folder = cx.folder()?;
    let report = store::restore(file, &folder)?;
    let shown = folder.display().to_string();
    let moved = report.moved_to.as_ref().map(|path| path.display().to_string());
    let mut args = counts(&report.checked);
    args.push(("folder", shown.as_str().into()));
    let mut text = cx.words.with("cli-restored", &args);
    if let Some(moved) = &moved {
        text.push('\n');
        text.push_str(&cx.words.with("cli-moved-aside", &[("file", moved.as_str().into())]));
    }
    let mut json = as_json(&report.checked);
    json["data"] = json!(shown);
    json["moved_to"] = json!(moved);
    Ok(Reply::new(text, json))
}

/// Kills the program again and again and counts what is lost.
pub(super) fn drill(cx: &Cx, kills: u64, seed: Option<u64>) -> Result<Reply, Failure> {
    let [low, ..] = *runtime::seed().as_chunks().0 else {
        unreachable!("32 bytes are four times 8")
    };
    let seed = seed.unwrap_or(u64::from_le_bytes(low));
    let live = io::stderr().is_terminal();
    let mut progress = |tally: &the_drill::Tally| {
        if live {
            _ = write!(io::stderr(), "\r{}/{kills}  {} ", tally.kills, tally.characters_lost);
        }
    };
    let tally = the_drill::run(the_drill::Plan { kills, seed }, &mut progress)?;
    if live {
        _ = write!(io::stderr(), "\r\x1b[K");
    }
    let lost = tally.characters_lost + tally.acknowledged_lost;
    let text = cx.words.with(
        "cli-drilled",
        &[
            ("kills", tally.kills.to_string().into()),
            ("shown", tally.characters_shown.to_string().into()),
            ("lost", tally.characters_lost.to_string().into()),
            ("acknowledged", tally.acknowledged_lost.to_string().into()),
            ("seed", seed.to_string().into()),
        ],
    );
    let code = if lost == 0 { exit::DONE } else { exit::DAMAGE };
    Ok(Reply::new(text, json!(tally)).exiting(code))
}

fn counts(report: &VerifyReport) -> Vec<(&'static str, std::borrow::Cow<'static, str>)> {
    vec![
        ("events", report.events.to_string().into()),
        ("cases", report.cases.to_string().into()),
        ("damages", report.damages.len().to_string().into()),
    ]
}

fn damages_text(cx: &Cx, report: &VerifyReport) -> String {
    if report.is_whole() {
        return cx.words.get("cli-whole");
    }
    let lines = report.damages.iter().map(|damage| {
        let args = damage.args();
        let next = cx.words.find(&format!("{}.next", damage.key()), &args).unwrap_or_default();
        format!("- {} {next}", cx.words.with(damage.key(), &args))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn as_json(report: &VerifyReport) -> Value {
    let damage = |damage: &Damage| {
        json!({
            "key": damage.key(), "case": damage.case, "origin": damage.origin, "seq": damage.seq,
        })
    };
    json!({
        "events": report.events, "cases": report.cases, "journals": report.journals,
        "summaries": report.summaries, "whole": report.is_whole(),
        "damages": report.damages.iter().map(damage).collect::<Vec<_>>(),
    })
}
