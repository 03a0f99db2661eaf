//! `pack diff OLD NEW`: what changed between two packs, in words.

use super::reply::{Failure, Reply};
use super::{Cx, clock, packs};
use crate::form::{self, Difference, Library, Origin, Pack};
use crate::text::Lang;
use serde_json::json;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// What a person reads of the change from one pack to the other.
pub(super) fn diff(cx: &Cx, old: &str, new: &str) -> Result<Reply, Failure> {
    let (old, new) = (pack(cx, old)?, pack(cx, new)?);
    let differences = form::diff(&old, &new);
    let args = [
        ("title", new.title.get(cx.lang).into()),
        ("old", old.version.to_string().into()),
        ("new", new.version.to_string().into()),
    ];
    let mut lines = vec![cx.words.with("diff-head", &args)];
    if old.id != new.id {
        let args = [("old", old.id.as_str().into()), ("new", new.id.as_str().into())];
        lines.push(cx.words.with("diff-other-pack", &args));
    }
    if differences.is_empty() {
        lines.push(cx.words.get("diff-same"));
    }
    let said: Vec<String> = differences.iter().map(|one| sentence(cx, one)).collect();
    lines.extend(said.iter().map(|line| format!("- {line}")));
    let changes = differences.iter().zip(&said);
    let changes =
        changes.map(|(one, said)| json!({"key": one.key, "about": one.about, "text": said}));
    let json = json!({
        "old": {"id": old.id, "version": old.version},
        "new": {"id": new.id, "version": new.version},
        "changes": changes.collect::<Vec<_>>(),
    });
    Ok(Reply::new(lines.join("\n"), json))
}

fn sentence(cx: &Cx, one: &Difference) -> String {
    let lang: Lang = cx.lang;
    let args: Vec<(&str, Cow<'_, str>)> = one
        .args
        .iter()
        .map(|(name, text)| {
            let said = match text.get(lang) {
                key if *name == "what" => cx.words.get(key),
                "" => cx.words.get("diff-nothing-said"),
                said => said.split_whitespace().collect::<Vec<_>>().join(" "),
            };
            (*name, Cow::Owned(said))
        })
        .collect();
    cx.words.with(one.key, &args)
}

/// A folder, an id, or an origin and an id.
fn pack(cx: &Cx, wanted: &str) -> Result<Pack, Failure> {
    let today = clock::now().today();
    let broken = || Failure::problem("cli-pack-broken").with("pack", wanted);
    let origins =
        [("built-in", Origin::BuiltIn), ("office", Origin::Office), ("imported", Origin::Imported)];
    if let Some((origin, id)) = wanted.split_once(':')
        && let Some((_, origin)) = origins.iter().find(|(name, _)| *name == origin)
    {
        let loaded = packs::library(cx)?.load_from(id, *origin, today);
        let loaded = loaded.ok_or_else(|| Failure::problem("cli-no-pack").with("path", wanted))?;
        return loaded.usable().ok_or_else(broken);
    }
    let path = Path::new(wanted);
    let library: Library = if path.join("pack.toml").is_file() {
        let named = packs::named(&[PathBuf::from(wanted)])?;
        let loaded = named.load_named(today).ok_or_else(broken)?;
        return loaded.usable().ok_or_else(broken);
    } else {
        packs::library(cx)?
    };
    match library.load(wanted, today) {
        Some(loaded) => loaded.usable().ok_or_else(broken),
        // The same words as everywhere for an id that nobody knows.
        None => packs::open(cx, wanted).map(|form| (*form.pack).clone()),
    }
}
