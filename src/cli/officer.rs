//! `officer list|add|remove`: who can open this counter.
//!
//! Names are told to whoever has a passphrase and asks for them, as the answer on standard output; never in an
//! error, which may end up in a log.

use super::outage::write_down;
use super::reply::{Failure, Reply};
use super::{Cx, clock, secret};
use crate::office::Entry;
use crate::store::{Access, Officer};
use serde_json::{Value, json};
use std::path::Path;

/// Everybody, by name.
pub(super) fn list(cx: &Cx) -> Result<Reply, Failure> {
    let officers = cx.unlock(Access::ReadOnly)?.officers()?;
    let line = |one: &Officer| {
        let args = [("officer", one.name.as_str().into())];
        if one.is_me { cx.words.with("cli-officer-me", &args) } else { one.name.clone() }
    };
    let lines: Vec<String> = officers.iter().map(line).collect();
    let json: Vec<Value> =
        officers.iter().map(|one| json!({"name": one.name, "me": one.is_me})).collect();
    Ok(Reply::new(lines.join("\n"), json!({"officers": json})))
}

/// One more, with a passphrase of their own.
pub(super) fn add(cx: &Cx, name: &str, file: Option<&Path>) -> Result<Reply, Failure> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Failure::usage("cli-officer-unnamed"));
    }
    let mut store = cx.unlock(Access::Write)?;
    let passphrase = secret::new_passphrase(cx, file, "cli-ask-officer-passphrase")?;
    store.add_officer(name, &passphrase)?;
    write_down(&mut store, Entry::OfficerAdded { name: name.to_owned() }, &clock::now())?;
    Ok(Reply::new(cx.words.get("cli-officer-added"), json!({"added": true})))
}

/// One less; what they did stays.
pub(super) fn remove(cx: &Cx, name: &str) -> Result<Reply, Failure> {
    let mut store = cx.unlock(Access::Write)?;
    let officers = store.officers()?;
    let found = officers.iter().find(|one| one.is_called(name));
    let officer = found.ok_or_else(|| Failure::problem("cli-officer-missing"))?;
    store.remove_officer(officer)?;
    let name = officer.name.clone();
    write_down(&mut store, Entry::OfficerRemoved { name }, &clock::now())?;
    Ok(Reply::new(cx.words.get("cli-officer-removed"), json!({"removed": true})))
}
