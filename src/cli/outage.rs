//! `outage list|log|end|template`: the office's journal of outages without the screen.

use super::args::{OutageFiles, OutageLog};
use super::print::write;
use super::reply::{Failure, Reply};
use super::{Cx, clock, office};
use crate::app::outage::moment::{self, Fault};
use crate::app::outage::{OutageMonth, OutageTotals};
use crate::app::{Env, Listed};
use crate::case::EventId;
use crate::office::{Entry, Journal, Outage, Record, TEMPLATE_FILE, Template};
use crate::report::outage as table;
use crate::report::paper::{Size, pdf};
use crate::runtime::office_hours;
use crate::runtime::{keep_records, notice_of_fault, records, reference};
use crate::store::{Access, Store, StoreError};
use crate::text::Catalog;
use jiff::civil::Date;
use serde_json::{Value, json};

use std::path::Path;

/// Columns of a table on the screen.
const COLUMNS: usize = 80;

/// The outages of a month, or of a day, to the screen or into a file.
pub(super) fn list(
    cx: &Cx,
    month: Option<&str>,
    day: Option<&str>,
    files: &OutageFiles,
) -> Result<Reply, Failure> {
    let env = clock::now();
    let days = match (month, day) {
        (_, Some(text)) => {
            let day = text.parse();
            (day.map_err(|_| Failure::usage("cli-outage-day").with("day", text))?, true)
        }
        (Some(text), None) => {
            let month = month_of(text);
            (month.ok_or_else(|| Failure::usage("cli-outage-month").with("month", text))?, false)
        }
        (None, None) => (env.today(), false),
    };
    let store = cx.unlock(Access::ReadOnly)?;
    let journal = Journal::fold(records(&store)?);
    let (cases, _) = office::summaries(&store)?;
    let cases: Vec<Listed> =
        cases.into_iter().map(|case| Listed { id: case.id, summary: case.summary }).collect();
    let folder = cx.folder()?;
    let reference = reference(&folder);
    let open = (Some(reference.calendar()), office_hours(&folder).0);
    let month = OutageMonth::within(store.office(), journal.outages(), &cases, open, days, &env);
    let mut json = json_of(&month);
    let written = [
        (
            &files.csv,
            (|month, words| table::csv(month, words).into_bytes())
                as fn(&OutageMonth, &Catalog) -> Vec<u8>,
        ),
        (&files.pdf, |month, words| pdf(&table::paper(month, words), Size::A4, false)),
        (&files.xlsx, table::xlsx),
    ];
    for (file, made) in written {
        let Some(path) = file else { continue };
        let bytes = made(&month, &cx.words);
        write(path, &bytes, files.replace).map_err(|error| Failure::of_file(path, &error))?;
        let shown = path.display().to_string();
        json["file"] = json!(shown);
        return Ok(Reply::new(cx.words.with("cli-exported", &[("file", shown.into())]), json));
    }
    Ok(Reply::new(table::paper(&month, &cx.words).plain(COLUMNS, false).trim_end(), json))
}

/// `2026-11`.
fn month_of(text: &str) -> Option<Date> {
    let (year, month) =
        text.split_once('-').filter(|(year, month)| year.len() == 4 && month.len() == 2)?;
    Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()
}

fn json_of(month: &OutageMonth) -> Value {
    let lines: Vec<Value> = month
        .lines
        .iter()
        .map(|line| {
            let Outage { id, system, symptom, why, since_ms, until_ms, known_ms, by, .. } =
                &line.outage;
            json!({
                "id": id, "system": system, "symptom": symptom, "why": why,
                "since_ms": since_ms, "until_ms": until_ms, "known_ms": known_ms, "by": by, "minutes": line.minutes, "lost": line.lost,
                "cases": line.cases, "called": line.called,
            })
        })
        .collect();
    let OutageTotals { minutes, lost, cases, called } = month.totals;
    json!({
        "month": month.month.strftime("%Y-%m").to_string(),
        "day": month.day,
        "holidays_known": month.holidays_known,
        "outages": lines,
        "total": {"minutes": minutes, "lost": lost, "cases": cases, "called": called},
    })
}

/// Writes an outage down.
pub(super) fn log(cx: &Cx, log: &OutageLog) -> Result<Reply, Failure> {
    let env = clock::now();
    let since_ms = moment_of(log.since.as_deref(), &env)?;
    let mut store = cx.unlock(Access::Write)?;
    let journal = Journal::fold(records(&store)?);
    let system = log.system.clone();
    // What only the lamp has seen, an officer may put into words.
    if let Some(open) = journal.open_of(&system).filter(|open| !open.auto) {
        let since = moment::written(&env, open.since_ms);
        return Err(Failure::problem("cli-outage-already")
            .with("name", table::system(&system, &cx.words))
            .with("system", system)
            .with("since", since));
    }
    let symptom = log.symptom.trim().to_owned();
    let name = table::system(&system, &cx.words);
    let entry = Entry::OutageBegan { system, symptom, since_ms, auto: false, why: String::new() };
    let id = write_down(&mut store, entry, &env)?;
    let time = moment::written(&env, since_ms);
    let args = [("name", name.into()), ("time", time.into())];
    let json = json!({"id": id, "system": log.system, "since_ms": since_ms});
    Ok(Reply::new(cx.words.with("cli-outage-logged", &args), json))
}

/// Writes down that a system works again.
pub(super) fn end(cx: &Cx, system: &str, until: Option<&str>) -> Result<Reply, Failure> {
    let env = clock::now();
    let until_ms = moment_of(until, &env)?;
    let mut store = cx.unlock(Access::Write)?;
    let journal = Journal::fold(records(&store)?);
    let name = table::system(system, &cx.words);
    let Some(open) = journal.open_of(system) else {
        return Err(Failure::problem("cli-outage-not-down").with("name", name));
    };
    if until_ms < open.since_ms {
        let since = moment::written(&env, open.since_ms);
        return Err(Failure::problem("outage-time-before").with("time", since));
    }
    let minutes = (until_ms - open.since_ms) / 60_000;
    let outage = open.id;
    write_down(
        &mut store,
        Entry::OutageEnded { outage, until_ms, auto: false, known_ms: None },
        &env,
    )?;
    let time = table::duration(minutes, &cx.words);
    let args = [("name", name.into()), ("time", time.into())];
    let json = json!({"id": outage, "system": system, "until_ms": until_ms, "minutes": minutes});
    Ok(Reply::new(cx.words.with("cli-outage-ended", &args), json))
}

/// The built-in template of the letter, or what is wrong in a file that is to take its place.
pub(super) fn template(cx: &Cx, file: Option<&Path>) -> Result<Reply, Failure> {
    let Some(path) = file else {
        let text = Template::built_in_text().trim_end();
        return Ok(Reply::new(text, json!({"file": TEMPLATE_FILE, "text": text})));
    };
    let text = crate::runtime::read_text(path).map_err(|error| Failure::of_file(path, &error))?;
    let shown = path.display().to_string();
    match Template::of_office(&text) {
        Ok(template) => {
            let args = [("file", shown.as_str().into())];
            let apart = template.tells_counters_apart();
            let json = json!({"file": shown, "counters_apart": apart});
            let mut reply = Reply::new(cx.words.with("cli-outage-template-good", &args), json);
            if !apart {
                let part = |end| cx.words.with(&format!("cli-outage-template-alike{end}"), &args);
                reply.aside = ["", ".why", ".next"].map(part).join("\n");
            }
            Ok(reply)
        }
        Err(faults) => {
            let notices = faults.iter().map(|fault| notice_of_fault(fault, &shown));
            let first = notices.into_iter().next().expect("a refused template has a fault");
            Err(first.into())
        }
    }
}

fn moment_of(text: Option<&str>, env: &Env) -> Result<i64, Failure> {
    let Some(text) = text else { return Ok(env.now_ms) };
    moment::parse(text, env).map_err(|fault| {
        Failure::usage(match fault {
            Fault::Unreadable => "outage-time-unreadable",
            Fault::Future => "outage-time-future",
        })
    })
}

/// One record, on the disk when this returns.
pub(super) fn write_down(store: &mut Store, entry: Entry, env: &Env) -> Result<EventId, Failure> {
    let (id, by) = (clock::minter().event(), store.officer().to_owned());
    keep_records(store, &[Record { id, at_ms: env.now_ms, by, entry }], &[])?;
    store.barrier().sync().map_err(|error| Failure::from(StoreError::from(error)))?;
    Ok(id)
}
