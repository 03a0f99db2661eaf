//! `check`: numbers from the command line or from a stream of lines, each answered as soon as it is read.
//!
//! A million lines go through in constant memory, so that this is the one command that writes its answer
//! itself, piece by piece. Needs no passphrase, keeps nothing and writes no log.

mod kinds;
mod lines;

use super::reply::{Failure, Reply, exit};
use super::{Cx, clock, show};
use crate::data::Reference;
use crate::ident::{Level, Verdict};
use crate::runtime;
use kinds::{Against, Checked};
use lines::Lines;
use serde::Serialize;
use serde_json::{Map, Value};
use std::ffi::{OsStr, OsString};
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};

pub(super) use kinds::Kind;

/// Characters of a cut line that are shown again.
const SHOWN_OF_CUT: usize = 80;

/// One answer as programs read it; its fields and their order are a promise.
#[derive(Serialize)]
struct Answer<'a> {
    kind: &'static str,
    input: &'a str,
    normal: Option<&'a str>,
    verdict: &'static str,
    messages: Vec<Said>,
    parts: &'a Map<String, Value>,
}

#[derive(Serialize)]
struct Said {
    code: &'static str,
    text: String,
}

/// Why a stream of answers ended before its input did.
enum Stop {
    /// The input cannot be read.
    Read(io::Error),
    /// The output cannot be written.
    Write(io::Error),
}

/// Checks `values`, or the lines of standard input where there is none and for each `-`.
pub(super) fn run(
    cx: &Cx,
    kind: Kind,
    values: &[OsString],
    edition: Option<u16>,
    as_json: bool,
) -> Result<Reply, Failure> {
    if edition.is_some() && kind != Kind::Kbli {
        return Err(Failure::usage("check-edition-of-kbli"));
    }
    let against = Against {
        reference: reference(cx),
        today: clock::now().today(),
        edition: edition.unwrap_or(2025),
        lang: cx.lang,
    };
    let stdout = io::stdout().lock();
    let mut answers =
        Answers { cx, kind, against, as_json, out: BufWriter::new(stdout), found_salah: false };
    let done = answers.all(values).and_then(|()| answers.flush());
    let code = if answers.found_salah { exit::PROBLEM } else { exit::DONE };
    match done {
        // A reader that went away (`| head`) has all it wants.
        Err(Stop::Write(error)) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::new(exit::DISK, "check-not-written").with("kind", error.kind()))
        }
        Err(Stop::Read(error)) => {
            Err(Failure::new(exit::DISK, "check-not-read").with("kind", error.kind()))
        }
        _ => Ok(Reply::written(code)),
    }
}

/// The tables of this counter when it has a data folder, else those in the program.
fn reference(cx: &Cx) -> std::sync::Arc<Reference> {
    match cx.folder() {
        Ok(folder) if folder.is_dir() => runtime::reference(&folder),
        _ => Reference::built_in(),
    }
}

struct Answers<'a, W: Write> {
    cx: &'a Cx,
    kind: Kind,
    against: Against,
    as_json: bool,
    out: W,
    found_salah: bool,
}

impl<W: Write> Answers<'_, W> {
    fn all(&mut self, values: &[OsString]) -> Result<(), Stop> {
        let dash = [OsString::from("-")];
        for value in if values.is_empty() { &dash[..] } else { values } {
            if value == OsStr::new("-") {
                self.stream()?;
            } else {
                self.answer(value.as_encoded_bytes(), false)?;
            }
        }
        Ok(())
    }

    fn stream(&mut self) -> Result<(), Stop> {
        let stdin = io::stdin();
        let somebody_types = stdin.is_terminal();
        let mut lines = Lines::new(BufReader::new(stdin.lock()));
        while let Some(line) = lines.next().map_err(Stop::Read)? {
            self.answer(line.bytes, line.is_cut)?;
            if somebody_types {
                self.flush()?;
            }
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), Stop> {
        self.out.flush().map_err(Stop::Write)
    }

    fn answer(&mut self, bytes: &[u8], is_cut: bool) -> Result<(), Stop> {
        let lossy = String::from_utf8_lossy(bytes);
        let salah = |id| Checked::bad(Verdict::new(Level::Salah, id));
        if is_cut {
            let mut input: String = lossy.chars().take(SHOWN_OF_CUT).collect();
            input.push('…');
            let length = (lines::LONGEST / 1024).to_string();
            let verdict = Verdict::new(Level::Salah, "check-line-long").with("most", length);
            return self.write(&input, &Checked::bad(verdict));
        }
        let checked = match std::str::from_utf8(bytes) {
            Ok(text) => kinds::check(self.kind, text, &self.against),
            Err(_) => salah("check-not-utf"),
        };
        self.write(&lossy, &checked)
    }

    fn write(&mut self, input: &str, checked: &Checked) -> Result<(), Stop> {
        let gravest = checked.verdicts.first().map(|verdict| verdict.level);
        self.found_salah |= gravest == Some(Level::Salah);
        if self.as_json {
            let answer = Answer {
                kind: self.kind.word(),
                input,
                normal: checked.normal.as_deref(),
                verdict: gravest.map_or("ok", show::level_word),
                messages: checked.verdicts.iter().map(|verdict| self.said(verdict)).collect(),
                parts: &checked.parts,
            };
            serde_json::to_writer(&mut self.out, &answer).map_err(|e| Stop::Write(e.into()))?;
            return self.out.write_all(b"\n").map_err(Stop::Write);
        }
        let text = self.text(input, checked, gravest);
        writeln!(self.out, "{}", show::printable(&text, true)).map_err(Stop::Write)
    }

    /// The whole of a message in one line.
    fn said(&self, verdict: &Verdict) -> Said {
        let [what, why, next] = self.words_of(verdict);
        Said { code: verdict.id, text: format!("{what} {why} {next}") }
    }

    fn words_of(&self, verdict: &Verdict) -> [String; 3] {
        ["", ".why", ".next"]
            .map(|part| self.cx.words.with(&format!("{}{part}", verdict.id), &verdict.args))
    }

    /// An answer as people read it, findings below the value.
    fn text(&self, input: &str, checked: &Checked, gravest: Option<Level>) -> String {
        let words = &self.cx.words;
        let shown = checked.shown.as_deref().unwrap_or(input).replace('\n', " ");
        let verdict = words.get(match gravest {
            None => "check-ok",
            Some(Level::Info) => "check-info",
            Some(Level::Periksa) => "check-periksa",
            Some(Level::Salah) => "check-salah",
        });
        let mut text = format!("{shown}  {verdict}");
        if let Some((id, args)) = &checked.sentence {
            text.push_str("\n  ");
            text.push_str(&words.with(id, args));
        }
        for verdict in &checked.verdicts {
            let [what, why, next] = self.words_of(verdict);
            let level = show::level_word(verdict.level);
            for line in
                [format!("\n  {level}: {what}"), format!("\n    {why}"), format!("\n    {next}")]
            {
                text.push_str(&line);
            }
        }
        text
    }
}
