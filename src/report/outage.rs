//! The office's outages of a month: a page to print, and rows for spreadsheets.
//!
//! No applicant is named: a case is its visit code. A cell that a spreadsheet program would take for a
//! formula is written so that it stays a text.

use super::days::whole;
use super::opens;
use super::paper::{Block, Column, ColumnKind, Paper};
use crate::app::Env;
use crate::app::outage::{OutageLine, OutageMonth};
use crate::ident::date;
use crate::office::Outage;
use crate::sheet::write::{Page, Value, workbook};
use crate::text::{Catalog, Lang};

/// What a system is called.
pub fn system(code: &str, words: &Catalog) -> String {
    words.find(&format!("outage-system-{code}"), &[]).unwrap_or_else(|| code.to_owned())
}

/// What a system is called where there is little room.
pub fn short(code: &str, words: &Catalog) -> String {
    words.find(&format!("outage-system-{code}.short"), &[]).unwrap_or_else(|| code.to_owned())
}

/// What is seen: an officer's words, else what the lamp found in the way; empty where neither is known.
pub fn symptom(outage: &Outage, words: &Catalog) -> String {
    match outage.symptom.trim() {
        "" => why(&outage.system, &outage.why, words),
        _ => outage.symptom.clone(),
    }
}

/// What the lamp found in the way, of its code ([`crate::app::Why::code`]); empty where it found nothing. A code of
/// a later version reads like no answer.
pub fn why(system: &str, code: &str, words: &Catalog) -> String {
    if code.is_empty() {
        return String::new();
    }
    let (code, status) =
        code.split_once("http-").map_or((code, ""), |(_, status)| ("http", status));
    let args = [("status", status.into())];
    let end = if system == "jaringan" { ".office" } else { "" };
    let found = words.find(&format!("outage-why-{code}{end}"), &args);
    found.unwrap_or_else(|| words.get(&format!("outage-why{end}")))
}

/// `pulih sebelum 24/11 07.45 (tidak terlihat)`, where nobody saw the end.
pub fn unseen(outage: &Outage, env: &Env, words: &Catalog) -> Option<String> {
    outage.known_ms?;
    let until = outage.until_ms?;
    let day = env.day_of(until);
    let other_day = day != env.day_of(outage.since_ms);
    let day =
        if other_day { format!("{:02}/{:02} ", day.day(), day.month()) } else { String::new() };
    let time = format!("{day}{}", clock(env, until));
    Some(words.with("outage-unseen", &[("time", time.into())]))
}

/// `4 jam 14 menit`.
pub fn duration(minutes: i64, words: &Catalog) -> String {
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    let args = [("hours", hours.into()), ("minutes", rest.into())];
    match (minutes / 60, minutes % 60) {
        (0, _) => words.with("outage-minutes", &args),
        (_, 0) => words.with("outage-hours", &args),
        _ => words.with("outage-hours-minutes", &args),
    }
}

/// `November 2026`.
pub fn month(day: jiff::civil::Date, words: &Catalog) -> String {
    let whole = date::long(day.first_of_month(), words.lang() == Lang::Id);
    whole.split_once(' ').map_or_else(String::new, |(_, month)| month.to_owned())
}

/// The days a table is about: `November 2026`, `Senin, 23 November 2026`.
pub fn days(table: &OutageMonth, words: &Catalog) -> String {
    table.day.map_or_else(|| month(table.month, words), |day| whole(day, words))
}

fn title(table: &OutageMonth, words: &Catalog) -> String {
    let key = if table.day.is_some() { "outage-title-day" } else { "outage-title" };
    words.with(key, &[("month", days(table, words).into())])
}

fn clock(env: &Env, ms: i64) -> String {
    let (hour, minute, _) = env.clock_of(ms);
    format!("{hour:02}.{minute:02}")
}

/// `10.41–14.55`, `10.41–24/11 08.00`; the day goes with an end on another one; what lasts says so. `10.41–15.00?`:
/// known until then, and nobody saw the end.
pub fn span(outage: &Outage, env: &Env, words: &Catalog) -> String {
    let since = clock(env, outage.since_ms);
    let Some(until) = outage.until_ms else {
        return words.with("outage-since", &[("time", since.into())]);
    };
    let sign = if outage.known_ms.is_some() { "?" } else { "" };
    let until = outage.known_end(until);
    let (first, last) = (env.day_of(outage.since_ms), env.day_of(until));
    let until = format!("{}{sign}", clock(env, until));
    if first == last {
        format!("{since}–{until}")
    } else {
        format!("{since}–{:02}/{:02} {until}", last.day(), last.month())
    }
}

/// Who wrote it down.
pub fn by(outage: &Outage, words: &Catalog) -> String {
    if outage.by.is_empty() { words.get("outage-by-light") } else { outage.by.clone() }
}

/// The table: a heading, a row for each outage, and the row of totals.
fn rows(table: &OutageMonth, words: &Catalog) -> Vec<Vec<Value>> {
    let env = &table.env;
    let heads =
        ["day", "system", "symptom", "since", "until", "minutes", "lost", "cases", "called", "by"];
    let said = |key: &str| Value::Text(words.get(key));
    let mut rows = vec![heads.map(|head| said(&format!("outage-column-{head}"))).to_vec()];
    let moment = |ms: i64| {
        let (hour, minute, _) = env.clock_of(ms);
        Value::Moment(env.day_of(ms).at(hour as i8, minute as i8, 0, 0))
    };
    let count = |count: usize| Value::Number(count as i64);
    rows.extend(table.lines.iter().map(|line| {
        vec![
            Value::Day(env.day_of(line.outage.since_ms)),
            system(&line.outage.system, words).into(),
            symptom(&line.outage, words).into(),
            moment(line.outage.since_ms),
            match (line.outage.until_ms, line.outage.known_ms) {
                (None, _) => said("outage-lasting"),
                (Some(until), None) => moment(until),
                (Some(until), Some(_)) => {
                    let from = moment(line.outage.known_end(until)).text();
                    let args = [("from", from.into()), ("until", moment(until).text().into())];
                    words.with("outage-between", &args).into()
                }
            },
            Value::Number(line.minutes),
            Value::Number(line.lost),
            count(line.cases.len()),
            count(line.called),
            by(&line.outage, words).into(),
        ]
    }));
    let totals = &table.totals;
    let mut last = vec![said("outage-total")];
    last.resize(5, Value::Text(String::new()));
    last.extend([totals.minutes, totals.lost].map(Value::Number));
    last.extend([totals.cases, totals.called].map(count));
    last.push(Value::Text(String::new()));
    rows.push(last);
    rows
}

/// The table as CSV (RFC 4180).
pub fn csv(table: &OutageMonth, words: &Catalog) -> String {
    let mut text = String::new();
    for row in rows(table, words) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(&cell.text()))).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// The table as a spreadsheet, with what is counted on a second sheet.
pub fn xlsx(table: &OutageMonth, words: &Catalog) -> Vec<u8> {
    let notes = notes(table, words).into_iter().map(|note| vec![note.into()]);
    let title = title(table, words);
    let name = |key: &str| words.get(key);
    workbook(&[
        Page { name: name("outage-sheet"), rows: rows(table, words) },
        Page {
            name: name("outage-sheet-notes"),
            rows: [vec![title.into()]].into_iter().chain(notes).collect(),
        },
    ])
}

/// A spreadsheet program runs what begins like a formula; a text that begins with `'` it shows.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start().chars().next();
    let is_number = cell.parse::<i64>().is_ok();
    let starts_formula = first.is_some_and(|sign| "=+-@\t\r".contains(sign)) && !is_number;
    if starts_formula { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    let one_line: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if one_line.contains([',', '"', ';']) {
        format!("\"{}\"", one_line.replace('"', "\"\""))
    } else {
        one_line
    }
}

/// What the numbers count.
fn notes(table: &OutageMonth, words: &Catalog) -> Vec<String> {
    let mut keys =
        vec!["outage-note-lost", "outage-note-total", "outage-note-cases", "outage-note-called"];
    if table.lines.iter().any(|line| line.outage.known_ms.is_some()) {
        keys.push("outage-note-unseen");
    }
    if !table.holidays_known {
        keys.push("outage-note-holidays");
    }
    let hours = [("hours", opens::week(&table.hours, words).into())];
    keys.into_iter().map(|key| words.with(key, &hours)).collect()
}

/// The page.
pub fn paper(table: &OutageMonth, words: &Catalog) -> Paper {
    let title = title(table, words);
    let title = title.to_uppercase();
    let mut paper = Paper::new(&title, words);
    paper.add(Block::Office(table.office.clone()));
    paper.add(Block::Title(title));
    paper.add(Block::Gap);
    if table.lines.is_empty() {
        let key = if table.day.is_some() { "outage-none-day" } else { "outage-none" };
        paper.add(Block::Paragraph(words.get(key)));
    } else {
        paper.add(body(table, words));
    }
    paper.add(Block::Gap);
    paper.add(Block::Bullets(notes(table, words)));
    paper
}

fn body(table: &OutageMonth, words: &Catalog) -> Block {
    // On 80 columns of text their weights are their widths.
    let columns = [
        ("day", 5, false),
        ("system", 21, false),
        ("span", 13, false),
        ("minutes", 5, true),
        ("lost", 9, true),
        ("cases", 6, true),
        ("called", 9, true),
    ]
    .map(|(head, weight, is_number)| Column {
        head: words.get(&format!("outage-column-{head}.short")),
        weight,
        kind: if is_number { ColumnKind::Number } else { ColumnKind::Words },
    });
    let mut rows: Vec<Vec<String>> =
        table.lines.iter().map(|line| row(line, table, words)).collect();
    let totals = &table.totals;
    rows.push(vec![
        String::new(),
        words.get("outage-total"),
        String::new(),
        totals.minutes.to_string(),
        totals.lost.to_string(),
        totals.cases.to_string(),
        totals.called.to_string(),
    ]);
    Block::Table { columns: columns.to_vec(), rows }
}

fn row(line: &OutageLine, table: &OutageMonth, words: &Catalog) -> Vec<String> {
    let day = table.env.day_of(line.outage.since_ms);
    let mut told = system(&line.outage.system, words);
    let seen = [Some(symptom(&line.outage, words)), unseen(&line.outage, &table.env, words)];
    let seen = seen.into_iter().flatten().map(|part| part.trim().to_owned());
    let seen: Vec<String> = seen.filter(|part| !part.is_empty()).collect();
    if !seen.is_empty() {
        told = format!("{told}: {}", seen.join("; "));
    }
    vec![
        format!("{:02}/{:02}", day.day(), day.month()),
        format!("{told} ({})", by(&line.outage, words)),
        span(&line.outage, &table.env, words),
        line.minutes.to_string(),
        line.lost.to_string(),
        line.cases.len().to_string(),
        line.called.to_string(),
    ]
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]

    use super::*;
    use crate::app::outage::OutageTotals;
    use crate::case::EventId;
    use crate::sheet::xlsx;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn table(symptoms: &[&str]) -> OutageMonth {
        let env = Env { now_ms: 1_795_420_000_000, offset_s: 25_200 };
        let since = env.ms_of(date(2026, 11, 23), 10, 41);
        let lines = symptoms.iter().enumerate().map(|(at, symptom)| OutageLine {
            outage: Outage {
                id: EventId([at as u8; 16]),
                system: ["login", "oss", "dukcapil"][at % 3].to_owned(),
                symptom: (*symptom).to_owned(),
                why: if at == 1 { "http-502".to_owned() } else { String::new() },
                known_ms: None,
                since_ms: since + at as i64 * 3_600_000,
                until_ms: (at != 1).then_some(since + (at as i64 + 4) * 3_600_000),
                by: if at == 1 { String::new() } else { "Rina".to_owned() },
                auto: at == 1,
                seen: at == 1,
            },
            minutes: 240,
            lost: 200,
            cases: vec!["KUDA-472-M".to_owned(); at],
            called: at,
        });
        OutageMonth {
            office: "DPMPTSP Kota Contoh".to_owned(),
            month: date(2026, 11, 1),
            day: None,
            lines: lines.collect(),
            totals: OutageTotals { minutes: 360, lost: 300, cases: 3, called: 3 },
            holidays_known: true,
            hours: crate::ident::calendar::OfficeHours::default(),
            env,
        }
    }

    /// A file of commas and quotes as a spreadsheet program reads it.
    fn read(csv: &str) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        for line in csv.split_terminator("\r\n") {
            let (mut cells, mut cell, mut inside) = (Vec::new(), String::new(), false);
            let mut signs = line.chars().peekable();
            while let Some(sign) = signs.next() {
                match sign {
                    '"' if inside && signs.peek() == Some(&'"') => cell.extend(signs.next()),
                    '"' => inside = !inside,
                    ',' if !inside => cells.push(std::mem::take(&mut cell)),
                    sign => cell.push(sign),
                }
            }
            assert!(!inside, "{line}");
            cells.push(cell);
            rows.push(cells);
        }
        rows
    }

    #[test]
    fn the_page_of_a_month_is_read_at_a_glance() {
        let words = Catalog::built_in(Lang::Id);
        let page = paper(&table(&["halaman masuk kembali terus", "", "NIK tidak terbaca"]), &words);
        let page = page.plain(80, false);
        insta::assert_snapshot!("gangguan", page);
        let mut unseen = table(&["", ""]);
        let outage = &mut unseen.lines[1].outage;
        outage.known_ms = Some(outage.since_ms + 3_600_000);
        outage.until_ms = Some(outage.since_ms + 20 * 3_600_000);
        insta::assert_snapshot!("gangguan-unseen", paper(&unseen, &words).plain(80, false));
        insta::assert_snapshot!("gangguan-unseen-csv", csv(&unseen, &words));
        let english = Catalog::built_in(Lang::En);
        let page = paper(&table(&["it goes back to the login page"]), &english).plain(80, false);
        assert!(
            page.lines().all(|line| !line.starts_with("Day:")),
            "no room for its columns: {page}"
        );
        insta::assert_snapshot!("gangguan-none", paper(&table(&[]), &words).plain(80, false));
    }

    #[test]
    fn a_symptom_that_looks_like_a_formula_stays_a_text() {
        let words = Catalog::built_in(Lang::Id);
        let evil = ["=HYPERLINK(\"http://x\",\"y\")", "+1", "@SUM(A1)", "-2+3", " =1+1", "-5"];
        let table = table(&evil);
        let rows = read(&csv(&table, &words));
        for (row, symptom) in rows[1..].iter().zip(evil) {
            let kept = if symptom == "-5" || symptom == "+1" {
                symptom.to_owned()
            } else {
                format!("'{symptom}")
            };
            assert_eq!(row[2], kept);
        }
        let sheets = xlsx::sheets(&super::xlsx(&table, &words)).unwrap();
        assert_eq!(sheets[0].rows[1].cells[2].text, evil[0], "what is typed is a text there");
        assert!(!sheets[0].rows[1].cells[2].number);
    }

    proptest! {
        #[test]
        fn what_is_saved_always_reads_back(symptoms in prop::collection::vec("[a-zA-Z,;\" 'é0-9.]{0,20}", 0..6)) {
            let words = Catalog::built_in(Lang::Id);
            let symptoms: Vec<&str> = symptoms.iter().map(String::as_str).collect();
            let table = table(&symptoms);
            let rows = rows(&table, &words);
            let texts: Vec<Vec<String>> =
                rows.iter().map(|row| row.iter().map(Value::text).collect()).collect();
            prop_assert_eq!(read(&csv(&table, &words)), texts);
            let sheets = xlsx::sheets(&super::xlsx(&table, &words)).unwrap();
            prop_assert_eq!(sheets[0].rows.len(), rows.len());
            for (sheet, row) in sheets[0].rows.iter().zip(&rows) {
                for (at, cell) in sheet.cells.iter().enumerate() {
                    match &row[at] {
                        Value::Text(text) => {
                            prop_assert!(!cell.number);
                            prop_assert_eq!(cell.text.trim(), text.trim());
                        }
                        Value::Day(day) => prop_assert_eq!(cell.date, Some(*day)),
                        Value::Moment(_) => prop_assert!(cell.number),
                        number @ Value::Number(_) => {
                            prop_assert_eq!((cell.number, &cell.text), (true, &number.text()));
                        }
                    }
                }
            }
        }
    }
}
