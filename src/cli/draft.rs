//! `draft list|show|export|import`.

use super::office::{self, Listed};
use super::reply::{Failure, Reply, exit};
use super::{Cx, clock, packs, show};
use crate::app::screens::beranda::Queue;
use crate::app::{Due, Dues, waiting};
use crate::base::letters::decode;
use crate::case::import::{self, Imported, export_case};
use crate::case::{Care, Case, Condition, DraftFile, Lifecycle, Outcome, import_case};
use crate::form::Form;
use crate::office::Journal;
use crate::runtime::{Keeping, keep, read_text, records};
use crate::store::{Access, Store, StoreError};
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::io::{self, Read as _, Write};
use std::path::Path;
use std::sync::Arc;

/// The word for how far a case is: the same in every language, for programs.
pub(super) const fn state_word(lifecycle: Lifecycle) -> &'static str {
    match lifecycle {
        Lifecycle::Draft => "draft",
        Lifecycle::Finalized => "finalized",
        Lifecycle::Done => "done",
    }
}

/// Every case, the last touched first; or those of one queue of Beranda, those to be called in the order
/// of calling.
pub(super) fn list(cx: &Cx, queue: Option<&str>) -> Result<Reply, Failure> {
    let store = cx.unlock(Access::ReadOnly)?;
    let (mut listed, damaged) = office::summaries(&store)?;
    let env = clock::now();
    let dues = Dues::new(&Journal::fold(records(&store)?), &env);
    let queue_of = |case: &Listed| Queue::now(&case.summary, &dues).code();
    listed.retain(|case| match queue {
        // Whoever is called and comes for the third time stands in both.
        Some("supervisor") => waiting::needs_supervisor(&case.summary),
        Some(queue) => queue_of(case) == queue,
        None => true,
    });
    if queue == Some(Queue::Call.code()) {
        listed.sort_by_key(|case| waiting::urgency(&case.summary));
    }
    let state = |case: &Listed| {
        let mut state = match &case.summary.waits {
            Some(_) if dues.calls(&case.summary).is_some() => cx.words.get("cli-state-call"),
            Some(_) => cx.words.get("cli-state-parked"),
            None => cx.words.get(&format!("cli-state-{}", state_word(case.summary.lifecycle()))),
        };
        if waiting::needs_supervisor(&case.summary) {
            let count = case.summary.visits.to_string();
            let visits = cx.words.with("call-visit", &[("count", count.into())]);
            _ = write!(state, ", {visits} !");
        }
        state
    };
    let mut rows = vec![
        ["code", "state", "progress", "last", "name", "activity"]
            .map(|column| cx.words.get(&format!("cli-column-{column}"))),
    ];
    rows.extend(listed.iter().map(|case| {
        let (done, total) = case.summary.progress;
        let name = case.summary.name().to_owned();
        [
            case.summary.code().to_owned(),
            state(case),
            format!("{done}/{total}"),
            clock::written(&env, case.summary.last_ms),
            if name.is_empty() { "-".to_owned() } else { name },
            case.summary.activity().to_owned(),
        ]
    }));
    let text = if listed.is_empty() { cx.words.get("cli-no-cases") } else { show::columns(&rows) };
    let cases: Vec<Value> = listed
        .iter()
        .map(|case| {
            let Listed { id, summary } = case;
            json!({
                "id": id, "code": summary.code(), "pack": summary.pack(),
                "state": state_word(summary.lifecycle()), "parked": summary.parked(),
                "name": summary.name(), "activity": summary.activity(),
                "done": summary.progress.0, "total": summary.progress.1,
                "handed": summary.handed.0, "to_hand": summary.handed.1,
                "last_ms": summary.last_ms, "queue": queue_of(case), "visits": summary.visits,
                "care": care_words(&summary.care_reasons()),
                "waiting": summary.waits.as_deref().map(|waits| json!({
                    "on": waits.condition().map(Condition::code), "until": waits.until,
                    "since_ms": waits.since_ms, "consent": waits.consent, "met_ms": waits.met_ms,
                    "reached": waits.reached, "called_ms": waits.called_ms,
                    "outcome": waits.outcome().map(Outcome::code), "next_ms": waits.next_ms,
                    "due": dues.of(waits).map(Due::code),
                })),
            })
        })
        .collect();
    let mut reply = Reply::new(text, json!({"cases": cases, "damaged": damaged}));
    if damaged > 0 {
        reply.aside = cx.words.with("cli-damaged", &[("count", damaged.to_string().into())]);
        reply.exit = exit::DAMAGE;
    }
    Ok(reply)
}

/// Why somebody comes first, as JSON has it.
pub(super) fn care_words(care: &[Care]) -> Vec<&'static str> {
    care.iter().map(|care| care.code()).collect()
}

/// One case: every question that applies, its answer, and what was found.
pub(super) fn show(cx: &Cx, wanted: &str, full: bool) -> Result<Reply, Failure> {
    let store = cx.unlock(Access::ReadOnly)?;
    let (mut case, damaged) = office::load(&store, office::find(&store, wanted)?)?;
    let mut reply = match form_of(cx, &mut case) {
        (Some(form), aside) => {
            let mut reply = show::case(cx, &form, &case, full);
            reply.aside = aside;
            reply
        }
        (None, aside) => {
            let mut reply = show::stored(cx, &case, full);
            reply.aside = aside;
            reply
        }
    };
    if damaged > 0 {
        reply.aside = cx.words.with("cli-damaged", &[("count", damaged.to_string().into())]);
        reply.exit = exit::DAMAGE;
    }
    Ok(reply)
}

/// The form of a case, its answers moved to it in memory; none where its questions are not here. With
/// what is to be said of that.
fn form_of(cx: &Cx, case: &mut Case) -> (Option<Arc<Form>>, String) {
    let (pack, version) = (case.pack.clone(), case.pack_version.to_string());
    let Ok(form) = packs::open(cx, &case.pack) else {
        return (None, cx.words.with("migrate-cli-missing", &[("pack", pack.into())]));
    };
    let here = form.pack.version.to_string();
    if case.is_newer_than(&form.pack) {
        let args = [("pack", pack.into()), ("version", version.into()), ("here", here.into())];
        return (None, cx.words.with("migrate-cli-newer", &args));
    }
    let Some(moved) = case.moved_to(&form.pack, clock::now().today()) else {
        return (Some(form), String::new());
    };
    case.see_as(&moved);
    let args = [("from", version.into()), ("to", here.into())];
    (Some(form), cx.words.with("migrate-cli-moved", &args))
}

/// One case as the file that `import` reads, to standard output or into a new file.
pub(super) fn export(
    cx: &Cx,
    wanted: &str,
    file: Option<&Path>,
    replace: bool,
) -> Result<Reply, Failure> {
    let store = cx.unlock(Access::ReadOnly)?;
    let (mut case, damaged) = office::load(&store, office::find(&store, wanted)?)?;
    // A case whose questions are not here is exported as it is: nothing is dropped.
    let (form, _) = form_of(cx, &mut case);
    let draft = export_case(&case, form.as_deref());
    let pretty = serde_json::to_string_pretty(&draft).expect("texts and numbers only");
    let mut reply = match file {
        None => Reply::new(pretty, json!(draft)),
        Some(path) => {
            write_private(path, &pretty, replace)
                .map_err(|error| Failure::of_file(path, &error))?;
            let shown = path.display().to_string();
            let text = cx.words.with("cli-exported", &[("file", shown.as_str().into())]);
            Reply::new(text, json!({"file": shown, "answers": draft.answers.len()}))
        }
    };
    if file.is_some() {
        reply.aside = cx.words.get("cli-export-readable");
    }
    if damaged > 0 {
        reply.aside = cx.words.with("cli-damaged", &[("count", damaged.to_string().into())]);
        reply.exit = exit::DAMAGE;
    }
    Ok(reply)
}

/// Cases from a file of answers. All of the file is read before anything is written.
pub(super) fn import(cx: &Cx, file: &Path) -> Result<Reply, Failure> {
    let drafts = DraftFile::read(&read(file)?)?;
    let mut store = cx.unlock(Access::Write)?;
    let (listed, _) = office::summaries(&store)?;
    let mut taken: HashSet<String> =
        listed.into_iter().map(|case| case.summary.code().to_owned()).collect();
    let mut forms: HashMap<String, Arc<Form>> = HashMap::new();
    let (mut cases, mut problems) = (Vec::new(), Vec::new());
    let (mut minter, env, by) = (clock::minter(), clock::now(), store.officer().to_owned());
    for (at, draft) in drafts.iter().enumerate() {
        if !forms.contains_key(&draft.pack) {
            forms.insert(draft.pack.clone(), packs::open(cx, &draft.pack)?);
        }
        let form = &forms[&draft.pack];
        let made = loop {
            let made = import_case(form, draft, &mut minter, &by, env.now_ms, env.today());
            let code = made.as_ref().map(|(_, _, summary, _)| summary.code().to_owned());
            // With nearly every code taken, a repeated one still finds the right case by name.
            if code.is_ok_and(|code| !taken.insert(code) && taken.len() < 90_000) {
                continue;
            }
            break made;
        };
        match made {
            Ok(made) => cases.push(made),
            Err(error) if drafts.len() == 1 => problems.extend(error.0),
            Err(error) => problems.extend(error.0.into_iter().map(|problem| problem.in_case(at))),
        }
    }
    if !problems.is_empty() {
        return Err(import::ImportError(problems).into());
    }
    for case in &cases {
        append(&mut store, env.now_ms, case)?;
    }
    store.barrier().sync().map_err(|error| Failure::from(StoreError::from(error)))?;
    let made = cases.iter().map(|(id, _, summary, _)| {
        json!({
            "id": id, "code": summary.code(), "state": state_word(summary.lifecycle()),
            "done": summary.progress.0, "total": summary.progress.1,
        })
    });
    let json = json!({"imported": made.collect::<Vec<_>>()});
    let count = [("count", cases.len().to_string().into())];
    let mut text = cx.words.with("cli-imported", &count);
    // A list of thousands of codes helps nobody; programs read `--json`.
    for (_, _, summary, _) in cases.iter().take(20) {
        _ = write!(text, "\n  {}", summary.code());
    }
    Ok(Reply::new(text, json))
}

/// One imported case in one transaction.
fn append(store: &mut Store, now_ms: i64, made: &Imported) -> Result<(), Failure> {
    let (id, events, summary, tags) = made;
    let keeping = Keeping { summary, tags, fields: &[], now_ms };
    keep(store, *id, events, &keeping)?;
    Ok(())
}

fn read(file: &Path) -> Result<String, Failure> {
    let refused = |error| Failure::of_file(file, &error);
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).map_err(refused)?;
        return Ok(decode(&bytes).into_owned());
    }
    read_text(file).map_err(refused)
}

/// Writes a file whole or not at all, readable by this user only.
fn write_private(path: &Path, text: &str, replace: bool) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    // A temporary file of this library is the user's own from the start (mode 0600).
    let mut file = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    file.write_all(text.as_bytes())?;
    file.write_all(b"\n")?;
    file.as_file().sync_all()?;
    let kept = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|refused| refused.error)
}
