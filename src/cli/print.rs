//! `pack print`: the papers of a service that nobody has begun yet. `print test`: the office's printer tried.

use super::reply::{Failure, Reply};
use super::{Cx, packs};
use crate::form::bring::Bring;
use crate::ident::Level;
use crate::report::paper::{Size, pdf};
use crate::report::{self, paper_form, requirements};
use crate::runtime::print::{Patience, Press};
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
    write(path, text.as_bytes(), replace).map_err(|error| Failure::of_file(path, &error))?;
    let shown = path.display().to_string();
    let told = cx.words.with("cli-exported", &[("file", shown.as_str().into())]);
    Ok(Reply::new(told, json!({"id": id, "lines": lines, "file": shown})))
}

/// Writes a paper of the pack as PDF.
pub(super) fn sheet(
    cx: &Cx,
    id: &str,
    paper: Paper,
    size: Size,
    file: &Path,
    replace: bool,
) -> Result<Reply, Failure> {
    let form = packs::open(cx, id)?;
    let large = paper == Paper::Large;
    let sheet = match paper {
        Paper::Form => paper_form::sheet(&form.pack, &cx.words),
        Paper::Page | Paper::Large => {
            requirements::paper(&Bring::of_pack(&form.pack), &cx.words, size, large)
        }
    };
    let made = pdf(&sheet, size, large);
    write(file, &made, replace).map_err(|error| Failure::of_file(file, &error))?;
    let shown = file.display().to_string();
    let told = cx.words.with("cli-exported", &[("file", shown.as_str().into())]);
    Ok(Reply::new(told, json!({"id": id, "bytes": made.len(), "file": shown})))
}

/// Prints a test page on the printer of receipts.
pub(super) fn test(cx: &Cx) -> Result<Reply, Failure> {
    let folder = cx.folder()?;
    let mut press = Press::new(&folder, Patience::default());
    let (notice, problems) = press.test_page(&report::test_page(&cx.words), &cx.words);
    if notice.level == Level::Salah {
        return Err(notice.into());
    }
    let args: Vec<_> =
        notice.args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    let told = cx.words.with(&notice.key, &args);
    let mut reply = Reply::new(told, json!({"answer": notice.key, "problems": problems}));
    let problem = |problem: &String| {
        cx.words.with("cli-print-problem", &[("problem", problem.as_str().into())])
    };
    reply.aside = problems.iter().map(problem).collect::<Vec<_>>().join("\n");
    Ok(reply)
}

/// Writes a file; one that is there already only when it may be replaced.
pub(super) fn write(path: &Path, text: &[u8], replace: bool) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true);
    if replace {
        options.create(true).truncate(true);
    } else {
        options.create_new(true);
    }
    options.open(path)?.write_all(text)
}
