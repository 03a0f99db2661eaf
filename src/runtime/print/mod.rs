//! Prints: a paper becomes bytes and goes to a printer, on a thread of its own so that no key waits.
//!
//! What cannot be printed is kept as a file in the folder `cetak` and said so; what is private is not:
//! it would lie there for everybody to read. Never decides what is printed, and never tries twice by
//! itself: half a paper and a whole one are worse than half a paper.

mod keep;
mod send;

pub use keep::clear;
pub use send::{Failed, Patience, Trouble};

use super::printer::{Kind, Printer, Printers, To};
use super::{Incoming, settings, words};
use crate::app::paper::{Sheet, Size, What};
use crate::app::printing::{Print, Way};
use crate::app::{Msg, Notice};
use crate::ident::Level;
use crate::report::{
    self,
    paper::{LineKind, Paper, escpos, pdf, roll_columns, to_437},
};
use crate::store::{Barrier, is_held};
use crate::text::{Catalog, Lang};
use send::{Answer, to_network, write_paper};
use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// The folder of papers in the data folder.
pub const FOLDER: &str = "cetak";
/// The office's settings of printers in the data folder.
pub const SETTINGS: &str = "printer.toml";
/// Columns of a sheet of text.
const WIDE: usize = 80;

/// How a file of [`FOLDER`] is named in messages: short, so that its own name is not cut off.
pub(super) fn in_data(name: &str) -> PathBuf {
    Path::new(FOLDER).join(name)
}

/// Ports still busy with what came before.
type Ports = HashMap<PathBuf, JoinHandle<()>>;

/// What prints: one after the other.
pub struct Press {
    data: PathBuf,
    patience: Patience,
    ports: Ports,
}

/// A paper about to be printed or saved.
struct Job<'a> {
    /// The paper, for a size.
    made: &'a dyn Fn(Size) -> Paper,
    /// Its file without the ending.
    stem: String,
    large: bool,
    /// Why it must not become a file; nothing where it may.
    private: Option<&'static str>,
    /// Its file is named from the root on: who reads that need not know where the data folder is.
    is_outside: bool,
    words: &'a Catalog,
}

impl Press {
    /// Prints what `data` says; papers that cannot be printed are kept there.
    pub fn new(data: &Path, patience: Patience) -> Self {
        Self { data: data.to_owned(), patience, ports: HashMap::new() }
    }

    /// Prints or saves a paper and tells what became of it.
    ///
    /// Errors: not one byte of it went to a printer, and nothing was saved that was asked for.
    pub fn print(&mut self, print: &Print, words: &Catalog) -> Result<Notice, Notice> {
        let sheet = &print.sheet;
        let (printers, problems) = self.printers();
        let printer = printers.of(sheet.what());
        let large = print.wish.large || (print.way == Way::Printer && printer.large);
        let job = Job {
            made: &|size| report::of(sheet, words, &print.number, print.copy, size, large),
            stem: stem(print, large),
            large,
            private: private(print, printer),
            is_outside: false,
            words,
        };
        let wished = match (print.way, print.wish.size) {
            (Way::File, size) => {
                return self.save(&job, size.unwrap_or(file_of(printer.kind)));
            }
            (Way::Printer, None) => Some(printer.kind),
            (Way::Printer, Some(size)) => printer.kind.with(size),
        };
        let Some(kind) = wished else {
            // A sheet on a printer of rolls, or the other way round: there is a file for that.
            let saved = self.save(&job, print.wish.size.unwrap_or(Size::A4))?;
            let key = "print-saved-instead".into();
            return Ok(Notice { level: Level::Periksa, key, ..saved });
        };
        let notice = self.run(&job, &Printer { kind, large, ..printer.clone() })?;
        Ok(match problems.first() {
            Some(problem) if notice.level == Level::Info => {
                Notice::new(Level::Periksa, "print-settings").with("problem", problem)
            }
            _ => notice,
        })
    }

    /// Prints a page that shows whether a printer understands us, on the printer of receipts. Answers also
    /// what could not be used of the settings.
    pub fn test_page(&mut self, paper: &Paper, words: &Catalog) -> (Notice, Vec<String>) {
        let (printers, problems) = self.printers();
        let printer = printers.of(What::Receipt);
        let job = Job {
            made: &|_| paper.clone(),
            stem: "halaman-uji".to_owned(),
            large: printer.large,
            private: None,
            is_outside: true,
            words,
        };
        let (Ok(notice) | Err(notice)) = self.run(&job, printer);
        (notice, problems)
    }

    fn printers(&self) -> (Printers, Vec<String>) {
        let office = settings(&self.data, SETTINGS);
        Printers::with_override(&office)
    }

    fn run(&mut self, job: &Job<'_>, printer: &Printer) -> Result<Notice, Notice> {
        if printer.to == To::File {
            return self.save(job, size_of(printer.kind));
        }
        let paper = (job.made)(size_of(printer.kind));
        match self.send(&paper, printer) {
            Ok(Answer::Told) => Ok(Notice::info("print-done")),
            Ok(Answer::Silent) => Ok(Notice::info("print-sent")),
            Err(Failed { trouble, begun: true }) => Ok(self.failed(trouble, job, printer)),
            Err(Failed { trouble, begun: false }) => Err(self.failed(trouble, job, printer)),
        }
    }

    fn failed(&self, trouble: Trouble, job: &Job<'_>, printer: &Printer) -> Notice {
        let size = file_of(printer.kind);
        let kept = if job.private.is_some() {
            job.words.get("print-kept-not")
        } else {
            match self.keep(&(job.made)(size), size, job) {
                Ok(file) => job.words.with("print-kept", &[("file", file.into())]),
                Err(_) => job.words.get("print-kept-failed"),
            }
        };
        let kind = match trouble {
            Trouble::Other(kind) => kind.to_string(),
            _ => String::new(),
        };
        Notice::new(Level::Salah, trouble.key())
            .with("printer", name_of(printer))
            .with("kept", kept)
            .with("kind", kind)
    }

    /// Saves a paper as a file: PDF where a sheet is wished for, else text.
    fn save(&self, job: &Job<'_>, size: Size) -> Result<Notice, Notice> {
        if let Some(why) = job.private {
            return Err(Notice::new(Level::Salah, why));
        }
        match self.keep(&(job.made)(size), size, job) {
            Ok(file) => Ok(Notice::info("print-saved").with("file", file)),
            Err(error) => {
                let reason = job.words.get(match error.kind() {
                    _ if is_held(&error) => "print-file-open",
                    ErrorKind::StorageFull => "print-file-full",
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                        "print-file-denied"
                    }
                    _ => "print-file-other",
                });
                Err(Notice::new(Level::Salah, "print-file-failed").with("reason", reason))
            }
        }
    }

    fn keep(&self, paper: &Paper, size: Size, job: &Job<'_>) -> io::Result<String> {
        let (large, stem) = (job.large, &job.stem);
        let (bytes, ending) = match size {
            Size::A4 | Size::A5 => (pdf(paper, size, large), "pdf"),
            Size::Text(width) => (paper.plain(width, large).into_bytes(), "txt"),
            size => (paper.plain(roll_columns(size), large).into_bytes(), "txt"),
        };
        let folder = self.data.join(FOLDER);
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{stem}.{ending}"));
        let mut paper = File::create(&file)?;
        // Half a file is nobody's paper, and may hold half a name.
        paper.write_all(&bytes).inspect_err(|_| _ = fs::remove_file(&file))?;
        let shown = if job.is_outside { file } else { in_data(&format!("{stem}.{ending}")) };
        Ok(shown.display().to_string())
    }

    fn send(&mut self, paper: &Paper, printer: &Printer) -> Result<Answer, Failed> {
        let bytes = bytes_for(paper, printer);
        match &printer.to {
            To::File => Ok(Answer::Silent),
            To::Device(path) => self.through_port(path, bytes),
            To::Tcp(host) => {
                let asks = matches!(printer.kind, Kind::EscPos(_));
                to_network(host, &bytes, asks, self.patience)
            }
        }
    }

    /// A port may take bytes for minutes or never: it has a thread of its own, and is left alone until
    /// that is done.
    fn through_port(&mut self, path: &Path, bytes: Vec<u8>) -> Result<Answer, Failed> {
        if self.ports.get(path).is_some_and(|port| !port.is_finished()) {
            return Err(Trouble::Busy.into());
        }
        let (to, done) = mpsc::channel();
        let file = port(path);
        let write = move || {
            let port = OpenOptions::new().write(true).open(file).map_err(Failed::from);
            let _ = to.send(port.and_then(|mut port| write_paper(&mut port, &bytes)));
        };
        let thread = std::thread::Builder::new().name("port".into()).spawn(write)?;
        self.ports.insert(path.to_owned(), thread);
        match done.recv_timeout(self.patience.connect + self.patience.write) {
            Ok(written) => written.map(|()| Answer::Silent),
            // It may come to itself yet.
            Err(_) => Err(Failed { trouble: Trouble::Silent, begun: true }),
        }
    }
}

/// The file of a port. Windows knows `COM10` and above by their full name only.
fn port(path: &Path) -> PathBuf {
    let name = path.to_str().unwrap_or_default();
    let number = ["COM", "LPT"].iter().find_map(|kind| {
        name.get(..3).filter(|start| start.eq_ignore_ascii_case(kind))?;
        name.get(3..)
    });
    let is_port = number.is_some_and(|number| number.parse::<u16>().is_ok());
    if cfg!(windows) && is_port { format!(r"\\.\{name}").into() } else { path.to_owned() }
}

/// The bytes a printer is sent.
fn bytes_for(paper: &Paper, printer: &Printer) -> Vec<u8> {
    match printer.kind {
        Kind::Pdf(size) => pdf(paper, size, printer.large),
        Kind::EscPos(size) => escpos(paper, size, printer.large, printer.code_page),
        Kind::Text => {
            let mut bytes = Vec::new();
            for line in paper.lines(WIDE, printer.large) {
                if line.kind == LineKind::Break {
                    bytes.push(0x0c);
                } else {
                    bytes.extend(to_437(&line.text));
                    bytes.extend(b"\r\n");
                }
            }
            // The sheet comes out.
            bytes.push(0x0c);
            bytes
        }
    }
}

/// The file of a paper without its ending: which paper, and its number. No name of a person is in it.
fn stem(print: &Print, large: bool) -> String {
    let large = if large { "-besar" } else { "" };
    if let Sheet::Letter(letter) = &print.sheet {
        return format!("{}{large}", letter.stem());
    }
    if let Sheet::Report(table) = &print.sheet {
        return format!("gangguan-{}{large}", table.name());
    }
    let what = print.sheet.what();
    let number = print.number.strip_prefix(what.series()).unwrap_or_default();
    format!("{}{number}{large}", what.file())
}

/// Why a paper must not become a file. What somebody asks to be saved is their own doing, where it is
/// made to be given away.
fn private(print: &Print, printer: &Printer) -> Option<&'static str> {
    let sheet = &print.sheet;
    if !sheet.is_private() || printer.is_chosen {
        return None;
    }
    match print.way {
        Way::File if sheet.is_given_away() => None,
        Way::Printer if sheet.is_given_away() => Some("print-private-letter"),
        Way::File | Way::Printer => Some("print-private"),
    }
}

/// What a paper is saved as, where no size is wished for: what its printer would print.
const fn file_of(kind: Kind) -> Size {
    match kind {
        // A receipt can be printed on any sheet; bytes for one printer could not.
        Kind::EscPos(_) => Size::A5,
        kind => size_of(kind),
    }
}

const fn size_of(kind: Kind) -> Size {
    match kind {
        Kind::Pdf(size) | Kind::EscPos(size) => size,
        Kind::Text => Size::Text(WIDE),
    }
}

fn name_of(printer: &Printer) -> String {
    match &printer.to {
        To::File => FOLDER.to_owned(),
        To::Device(path) => path.display().to_string(),
        To::Tcp(host) => host.clone(),
    }
}

/// The thread that prints.
pub(super) struct Printing {
    jobs: Option<Sender<(Box<Print>, Lang)>>,
    thread: Option<JoinHandle<()>>,
}

/// Longest time leaving the program waits for a paper being printed.
const LEAVING: Duration = Duration::from_secs(8);

impl Printing {
    /// Starts it; answers come as messages. `barrier` makes the number of a paper outlive a power cut
    /// before the paper is there.
    pub(super) fn start(
        data: &Path,
        barrier: Barrier,
        answers: Sender<Incoming>,
    ) -> io::Result<Self> {
        let (jobs, todo) = mpsc::channel();
        let data = data.to_owned();
        let thread = std::thread::Builder::new()
            .name("print".into())
            .spawn(move || work(&todo, &data, barrier, &answers))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Prints a paper; `Printed` or `NotPrinted` answers it.
    pub(super) fn print(&self, print: Box<Print>, lang: Lang) {
        if let Some(jobs) = &self.jobs {
            let _ = jobs.send((print, lang));
        }
    }
}

impl Drop for Printing {
    /// A paper on its way comes out before the program is gone.
    fn drop(&mut self) {
        self.jobs = None;
        let Some(thread) = self.thread.take() else { return };
        let until = Instant::now() + LEAVING;
        while !thread.is_finished() && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

fn work(
    todo: &Receiver<(Box<Print>, Lang)>,
    data: &Path,
    mut barrier: Barrier,
    answers: &Sender<Incoming>,
) {
    let mut press = Press::new(data, Patience::default());
    for (print, lang) in todo {
        // If the disk does not confirm, the save light says so; the paper is wanted all the same.
        let _ = barrier.sync();
        let msg = match press.print(&print, &words(lang, data)) {
            Ok(notice) => Msg::Printed(notice),
            Err(notice) => print.failed(notice),
        };
        if answers.send(Incoming::Msg(msg)).is_err() {
            return;
        }
    }
}

#[cfg(test)]
mod tests;
