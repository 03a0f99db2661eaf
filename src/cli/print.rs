//! `pack print`: the papers of a service that nobody has begun yet.

use super::reply::{Failure, Reply};
use super::{Cx, packs};
use crate::form::bring::Bring;
use crate::report::{paper_form, requirements};
use serde_json::json;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

/// Which paper is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    /// The requirements on one page.
    Page,
    /// The requirements in large type.
    Large,
    /// The empty form.
    Form,
}

impl Paper {
    pub(super) const fn of(large: bool, form: bool) -> Self {
        if form {
            Self::Form
        } else if large {
            Self::Large
        } else {
            Self::Page
        }
    }
}

/// Writes a paper of the pack to a file, or to the screen.
pub(super) fn paper(
    cx: &Cx,
    id: &str,
    paper: Paper,
    file: Option<&Path>,
    replace: bool,
) -> Result<Reply, Failure> {
    let form = packs::open(cx, id)?;
    let text = match paper {
        Paper::Page => requirements::page(&Bring::of_pack(&form.pack), &cx.words),
        Paper::Large => requirements::large(&Bring::of_pack(&form.pack), &cx.words),
        Paper::Form => paper_form::text(&form.pack, &cx.words),
    };
    let lines = text.lines().count();
    let Some(path) = file else {
        let json = json!({"id": id, "lines": lines, "text": text});
        return Ok(Reply::new(text.trim_end(), json));
    };
    write(path, &text, replace).map_err(|error| Failure::of_file(path, &error))?;
    let shown = path.display().to_string();
    let told = cx.words.with("cli-exported", &[("file", shown.as_str().into())]);
    Ok(Reply::new(told, json!({"id": id, "lines": lines, "file": shown})))
}

fn write(path: &Path, text: &str, replace: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true);
    if replace {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    options.open(path)?.write_all(text.as_bytes())
}
