//! Completions and the man page, made from the same tree of commands as the help.

use super::reply::{Failure, Reply};
use super::{Cx, words};
use crate::base::order;
use clap_complete::Shell;
use serde_json::json;
use std::fs;
use std::path::Path;

/// The completion script of a shell.
pub(super) fn completions(cx: &Cx, shell: Shell) -> Reply {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut words::command(&cx.words), "loket", &mut script);
    let script = String::from_utf8_lossy(&script).trim_end().to_owned();
    Reply::new(&script, json!({"shell": shell.to_string(), "script": script}))
}

/// The man page on standard output, or the pages of all commands as files of a folder.
pub(super) fn man(cx: &Cx, folder: Option<&Path>) -> Result<Reply, Failure> {
    let command = words::command(&cx.words);
    let Some(folder) = folder else {
        let mut page = Vec::new();
        clap_mangen::Man::new(command).render(&mut page).expect("memory takes every byte");
        let page = String::from_utf8_lossy(&page).trim_end().to_owned();
        return Ok(Reply::new(&page, json!({"page": page})));
    };
    let refused = |error| Failure::of_file(folder, &error);
    fs::create_dir_all(folder).map_err(refused)?;
    clap_mangen::generate_to(command, folder).map_err(refused)?;
    let mut pages: Vec<String> = fs::read_dir(folder)
        .map_err(refused)?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| name.starts_with("loket") && name.ends_with(".1"))
        .collect();
    order::sort(&mut pages);
    Ok(Reply::new(pages.join("\n"), json!({"pages": pages})))
}
