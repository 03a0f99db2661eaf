//! One kill: restart, look, type, pull the plug, compare.

use super::Tally;
use super::pty::Program;
use crate::app::{Place, Typing};
use crate::case::{Case, CaseId, Event, Minter};
use crate::form::{self, Form, Kind, Path, is_typed};
use crate::runtime::{self, Packs};
use crate::store::{Access, Kdf, Locked, NewOffice, Store};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;

const PASSPHRASE: &str = "latihan cabut kabel";
const PATIENCE: Duration = Duration::from_secs(10);
/// A field longer than this is emptied before it is typed in again: the box shows about so much.
const LONGEST: usize = 36;
/// A new case after so many kills, as at a counter.
const KILLS_PER_CASE: u64 = 100;
const TAB: &[u8] = b"\t";
const BACK_TAB: &[u8] = b"\x1b[Z";
const HOME: &[u8] = b"\x1b[21~";

/// An office of its own in a temporary folder, and what is known to be in it.
pub(super) struct Rig {
    folder: TempDir,
    program: PathBuf,
    form: Arc<Form>,
    random: Minter,
    opened: bool,
}

/// What the store holds: the truth to compare with.
struct Kept {
    place: Place,
    texts: BTreeMap<Path, String>,
    /// Single-line typed questions in order, each with its place among all stops.
    stops: Vec<(Path, Kind)>,
    case: Option<CaseId>,
}

/// A field that is typed into during a round.
struct Typed {
    path: Path,
    label: String,
    before: String,
    sent: String,
    /// Whether its answer is typed in one line, and not chosen.
    single: bool,
}

impl Typed {
    /// Waits until the question is asked with the text it had.
    fn is_back(&self, program: &mut Program) -> bool {
        program.wait(PATIENCE, |screen| {
            is_asking(screen, &self.label)
                && (!self.single || self.shown(&left_of_cursor(screen)) == Some(0))
        })
    }

    fn up_to(&self, count: usize) -> String {
        // Everything the drill types is one byte a letter.
        format!("{}{}", self.before, &self.sent[..count])
    }

    /// How many of the typed letters stand before the cursor on the screen.
    fn shown(&self, visible: &str) -> Option<usize> {
        (0..=self.sent.len()).rev().find(|count| {
            let text = self.up_to(*count);
            if text.len() <= LONGEST { text == visible } else { text.ends_with(visible) }
        })
    }

    /// How many of the typed letters are in the kept text.
    fn kept(&self, text: &str) -> usize {
        (0..=self.sent.len()).rev().find(|count| self.up_to(*count) == text).unwrap_or(0)
    }
}

impl Rig {
    pub(super) fn new(seed: u64) -> io::Result<Self> {
        let folder = tempfile::Builder::new().prefix("loket-drill-").tempdir()?;
        let office = NewOffice {
            office: "DPMPTSP Latihan",
            counter: "Loket 1",
            officer: "Petugas Latihan",
            passphrase: PASSPHRASE,
            kdf: Kdf::fast_for_tests(),
        };
        Store::create(folder.path(), &office, runtime::now_ms()).map_err(io::Error::other)?;
        let form = Packs::new(folder.path())
            .form("nib-perorangan", runtime::env().today())
            .map_err(|_| io::Error::other("the built-in pack does not load"))?;
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let program = std::env::current_exe()?;
        Ok(Self { folder, program, form, random: Minter::new(key), opened: false })
    }

    /// Does one kill and tells what it found.
    pub(super) fn round(&mut self, number: u64) -> io::Result<Tally> {
        let mut tally = Tally { kills: 1, ..Tally::default() };
        let before = self.kept()?;
        let mut program = self.start()?;
        // One kill in twenty comes before the program is even up.
        if self.opened && self.random.below(20) == 0 {
            program.send(format!("{PASSPHRASE}\r").as_bytes())?;
            self.sleep(40_000);
            program.kill()?;
            return Ok(tally);
        }
        if !program.wait(PATIENCE, |screen| !screen.contents().trim().is_empty()) {
            return Ok(lost_everything(&before));
        }
        program.send(format!("{PASSPHRASE}\r").as_bytes())?;
        if number.is_multiple_of(KILLS_PER_CASE) {
            self.new_case(&mut program)?;
        }
        let before = self.kept()?;
        let mut here = self.field(&before, before.place.path.as_deref().unwrap_or_default());
        if !here.is_back(&mut program) {
            return Ok(lost_everything(&before));
        }
        if !here.single {
            // Killed on the way, at a question that is chosen: on to one that is typed.
            let Some((way, path)) = way_on(&before, &here.path) else { return Ok(tally) };
            program.send(&way.concat())?;
            here = self.field(&before, path.as_str());
            if !here.is_back(&mut program) {
                return Ok(lost_everything(&before));
            }
        }
        let mut fields = vec![emptied(&mut program, here)?];
        let keys = self.plan(&before, &mut fields);
        let span: u32 = keys.iter().map(|(pause, _)| *pause).sum();
        let end = Duration::from_micros(u64::from(self.random.below(span + 12_000)));
        let begun = Instant::now();
        for (pause, bytes) in keys {
            let due = begun.elapsed() + Duration::from_micros(u64::from(pause));
            if due > end {
                break;
            }
            std::thread::sleep(due.saturating_sub(begun.elapsed()));
            program.send(&bytes)?;
        }
        std::thread::sleep(end.saturating_sub(begun.elapsed()));
        program.kill()?;
        self.compare(&program, &fields, &mut tally)?;
        Ok(tally)
    }

    /// Compares what had been drawn with what is kept.
    fn compare(&self, program: &Program, fields: &[Typed], tally: &mut Tally) -> io::Result<()> {
        let screen = program.screen();
        let after = self.kept()?;
        let visible = in_the_box(screen);
        let at = fields.iter().rposition(|field| is_asking(screen, &field.label)).unwrap_or(0);
        let acknowledged = screen.rows(0, 80).next().is_some_and(|top| top.contains("tersimpan"));
        for (number, field) in fields.iter().enumerate().take(at + 1) {
            let shown = if number < at {
                // A question that was left had all of its letters on the screen.
                field.sent.len()
            } else if number > 0 && fields[number - 1].shown(&visible).is_some() {
                // Killed in the middle of a frame: the new heading stands over the old box.
                0
            } else {
                // A box that shows neither what was there nor what was typed has lost it all.
                field.shown(&visible).unwrap_or(field.sent.len())
            };
            let kept = field.kept(after.texts.get(&field.path).map_or("", String::as_str));
            let lost = shown.saturating_sub(kept) as u64;
            tally.characters_shown += shown as u64;
            tally.characters_lost += lost;
            tally.acknowledged_lost += if acknowledged { lost } else { 0 };
        }
        Ok(())
    }

    fn start(&self) -> io::Result<Program> {
        let arguments: [OsString; 3] =
            ["--data".into(), self.folder.path().into(), "--lang=id".into()];
        Program::start(&self.program, &arguments, (24, 80))
    }

    fn sleep(&mut self, longest_us: u32) {
        let pause = self.random.below(longest_us);
        std::thread::sleep(Duration::from_micros(u64::from(pause)));
    }

    /// Goes to the queues and begins a case; waits until its first question is there.
    fn new_case(&mut self, program: &mut Program) -> io::Result<()> {
        let first = &self.form.pack.questions[0];
        let label = first.label.id.clone();
        if self.opened {
            // First wait until the old case is back, then leave it as an officer would.
            program.wait(PATIENCE, |screen| !left_of_cursor(screen).is_empty());
            std::thread::sleep(Duration::from_millis(150));
            program.send(HOME)?;
        }
        program.wait_for("LANJUTKAN", PATIENCE);
        program.send(b"n")?;
        program.wait_for("Mau mengurus apa", PATIENCE);
        program.send(b"nib perorangan\r")?;
        program.wait(PATIENCE, |screen| is_asking(screen, &label));
        self.opened = true;
        Ok(())
    }

    /// The keys of a round with the pause before each, in microseconds: some letters, and in half of
    /// the rounds the way to another question and some letters there.
    fn plan(&mut self, kept: &Kept, fields: &mut Vec<Typed>) -> Vec<(u32, Vec<u8>)> {
        let mut keys = Vec::new();
        let count = 1 + self.random.below(11);
        self.letters(count, &mut fields[0], &mut keys);
        if self.random.below(2) == 0
            && let Some((way, path)) = way_on(kept, &fields[0].path)
        {
            keys.extend(way.into_iter().map(|key| (self.random.below(2_500), key)));
            let mut next = self.field(kept, path.as_str());
            if next.before.len() <= LONGEST - 12 {
                let count = 1 + self.random.below(11);
                self.letters(count, &mut next, &mut keys);
            }
            fields.push(next);
        }
        keys
    }

    fn letters(&mut self, count: u32, field: &mut Typed, keys: &mut Vec<(u32, Vec<u8>)>) {
        let burst = self.random.below(4) == 0;
        for _ in 0..count {
            let letter = b'a' + self.random.below(26) as u8;
            field.sent.push(char::from(letter));
            keys.push((if burst { 0 } else { self.random.below(3_500) }, vec![letter]));
        }
    }

    fn field(&self, kept: &Kept, path: &str) -> Typed {
        let path = Path::new(path);
        let pack = &self.form.pack;
        let question = pack.find_question(path.name()).map(|ix| pack.question(ix));
        let label = question.map_or_else(String::new, |question| question.label.id.clone());
        let single = question.is_some_and(|question| is_single(question.kind));
        let before = kept.texts.get(&path).cloned().unwrap_or_default();
        Typed { path, label, before, sent: String::new(), single }
    }

    /// Reads the store as a second, reading copy of the program would.
    fn kept(&self) -> io::Result<Kept> {
        let locked =
            Locked::open(self.folder.path(), Access::ReadOnly).map_err(io::Error::other)?;
        let store = locked.unlock(PASSPHRASE).map_err(|(_, error)| io::Error::other(error))?;
        let place = store.place().and_then(|bytes| serde_json::from_slice::<Place>(&bytes).ok());
        let place = place.unwrap_or_default();
        let mut kept = Kept { case: place.case, place, texts: BTreeMap::new(), stops: Vec::new() };
        let Some(case) = kept.case else { return Ok(kept) };
        let (events, _) = store.events(case).map_err(io::Error::other)?;
        let events = events
            .into_iter()
            .filter_map(|event| Event::from_payload(event.id, event.at_ms, &event.payload).ok());
        let mut answers = Case::fold(case, events).answers;
        for (field, bytes) in store.journals(case).map_err(io::Error::other)?.0 {
            if let (Some(path), Ok(typing)) =
                (field.strip_prefix("answer:"), serde_json::from_slice::<Typing>(&bytes))
            {
                answers.values.entry(Path::new(path)).or_default().raw = typing.text;
            }
        }
        let derived = form::evaluate(&self.form, &answers, runtime::env().today());
        for (path, answer) in answers.values {
            kept.texts.insert(path, answer.raw);
        }
        for row in &derived.rows {
            let kind = self.form.pack.question(row.question).kind;
            if kind != Kind::Calculated {
                kept.stops.push((row.path.clone(), kind));
            }
        }
        Ok(kept)
    }
}

/// A field that is full is emptied by the officer's own key, and seen empty.
fn emptied(program: &mut Program, mut field: Typed) -> io::Result<Typed> {
    if field.before.len() > LONGEST - 12 {
        program.send(b"\x17")?;
        program.wait(PATIENCE, |screen| left_of_cursor(screen).is_empty());
        field.before.clear();
    }
    Ok(field)
}

/// Tabs to the next typed question, or back to the first from the last.
fn way_on(kept: &Kept, from: &Path) -> Option<(Vec<Vec<u8>>, Path)> {
    let here = kept.stops.iter().position(|(path, _)| path == from)?;
    let typed = |at: &usize| is_single(kept.stops[*at].1);
    let (key, to) = match (here + 1..kept.stops.len()).find(typed) {
        Some(to) => (TAB, to),
        None => (BACK_TAB, (0..here).find(typed)?),
    };
    Some((vec![key.to_vec(); to.abs_diff(here)], kept.stops[to].0.clone()))
}

/// Whether an answer of that kind is typed in one line.
fn is_single(kind: Kind) -> bool {
    is_typed(kind) && kind != Kind::Paragraph
}

/// The program did not come back to where it was: all that was there counts as lost.
fn lost_everything(kept: &Kept) -> Tally {
    let there: usize = kept.texts.values().map(String::len).sum();
    let lost = there.max(1) as u64;
    Tally { kills: 1, characters_shown: lost, characters_lost: lost, acknowledged_lost: lost }
}

/// Whether the question with that label is asked: its label heads the page, alone or with a remark
/// behind it, or its first line does when it is a long one.
fn is_asking(screen: &vt100::Screen, label: &str) -> bool {
    !label.is_empty()
        && screen.rows(0, 80).skip(2).take(3).any(|row| {
            let row = row.trim();
            let remark = row.strip_prefix(label).is_some_and(|rest| rest.starts_with("  "));
            row == label || remark || (row.len() > 30 && label.starts_with(row))
        })
}

/// What stands in the input box. Read without the cursor, which a kill may catch anywhere on its way.
fn in_the_box(screen: &vt100::Screen) -> String {
    let boxed = |row: &str| {
        let inside = row.trim().strip_prefix('│')?.strip_suffix('│')?;
        Some(inside.trim().to_owned())
    };
    screen.rows(0, 80).find_map(|row| boxed(&row)).unwrap_or_default()
}

/// What stands in the input box left of the cursor.
fn left_of_cursor(screen: &vt100::Screen) -> String {
    let (row, column) = screen.cursor_position();
    let line = screen.contents_between(row, 0, row, column);
    line.rsplit_once('│').map_or(String::new(), |(_, inside)| inside.trim().to_owned())
}
