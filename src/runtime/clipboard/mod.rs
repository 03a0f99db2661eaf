//! The clipboard of this PC: the tools that fill it are found when they are needed, and run on a worker
//! so that no key waits for them.
//!
//! Never reads what others put there, but for asking whether it is still ours. Texts travel through pipes
//! alone: no command line and no file ever holds one.

mod own;
#[cfg(test)]
mod tests;

use super::Incoming;
use crate::app::{Msg, Private, Reached};
use crate::base::settings::line_of;
use serde::Deserialize;
use std::ffi::OsString;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// A tool that has not taken the text after this is ended, and not asked again.
const PATIENCE: Duration = Duration::from_secs(2);
/// At the end of the program nobody waits longer than this for a tool.
const LAST_PATIENCE: Duration = Duration::from_millis(500);
/// How often a running tool is looked at.
const GLANCE: Duration = Duration::from_millis(5);
/// What every pipe takes without a reader.
const PIPE: usize = 4096;

/// Which ways a text is copied: `clipboard.toml` of the data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Ways {
    /// By the terminal (OSC 52).
    pub(super) terminal: bool,
    /// By a tool of the system.
    pub(super) system: bool,
}

impl Default for Ways {
    fn default() -> Self {
        Self { terminal: true, system: true }
    }
}

impl Ways {
    /// Ours with the user's `clipboard.toml` over them, and what could not be used of it.
    pub(super) fn with_override(user_toml: &str) -> (Self, Vec<String>) {
        match toml::from_str(user_toml) {
            Ok(ways) => (ways, Vec::new()),
            Err(error) => {
                let line = line_of(user_toml, error.span().map_or(0, |span| span.start));
                (Self::default(), vec![format!("clipboard.toml:{line}: {}", error.message())])
            }
        }
    }
}

/// Where tools are looked for, and which desktop there is to copy to.
#[derive(Debug, Clone, Default)]
pub(super) struct Surroundings {
    pub(super) path: Option<OsString>,
    pub(super) wayland: bool,
    pub(super) x11: bool,
    /// The terminal is known to take no texts.
    pub(super) deaf_terminal: bool,
}

impl Surroundings {
    /// Those of this process.
    #[expect(clippy::disallowed_methods, reason = "the desktop's settings come in here")]
    pub(super) fn system() -> Self {
        let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let term = std::env::var_os("TERM").unwrap_or_default();
        Self {
            path: std::env::var_os("PATH"),
            wayland: is_set("WAYLAND_DISPLAY"),
            x11: is_set("DISPLAY"),
            // On Windows we fill the clipboard ourselves; what a terminal puts there stays in its history.
            deaf_terminal: cfg!(windows) || term == "linux" || term == "dumb",
        }
    }

    /// The file of a program on the path.
    fn find(&self, name: &str) -> Option<PathBuf> {
        let path = self.path.as_ref()?;
        std::env::split_paths(path)
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(name))
            .find(|file| is_program(file))
    }

    /// The tools that are there, the likeliest first.
    fn tools(&self) -> Vec<Tool> {
        let mut known: Vec<(&str, &'static [&'static str], Option<Asks>)> = Vec::new();
        if self.wayland {
            known.push(("wl-copy", &[], Some(("wl-paste", &["--no-newline"]))));
        }
        if self.x11 {
            let asks = ["-selection", "clipboard", "-o"].as_slice();
            known.push(("xclip", &["-selection", "clipboard"], Some(("xclip", asks))));
            let asks = ["--clipboard", "--output"].as_slice();
            known.push(("xsel", &["--clipboard", "--input"], Some(("xsel", asks))));
        }
        if cfg!(target_os = "macos") {
            known.push(("pbcopy", &[], Some(("pbpaste", &[]))));
        }
        // Under Linux inside Windows, where the terminal is a window of Windows.
        known.push(("clip.exe", &[], None));
        let found = known.into_iter().filter_map(|(name, args, asks)| {
            let file = self.find(name)?;
            let asks = asks.and_then(|(name, args)| Some((self.find(name)?, args)));
            Some(Tool { file, args, asks, is_windows: name == "clip.exe" })
        });
        found.collect()
    }
}

type Asks = (&'static str, &'static [&'static str]);

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(file)
        .is_ok_and(|about| about.is_file() && about.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// A program that puts its standard input on the clipboard.
struct Tool {
    file: PathBuf,
    args: &'static [&'static str],
    /// What tells the text that is there.
    asks: Option<(PathBuf, &'static [&'static str])>,
    is_windows: bool,
}

enum Job {
    /// Put it there; `terminal`: the terminal was told already.
    Copy { text: Private, terminal: bool },
    /// Take it away if it is still there.
    Forget,
}

/// The handle to the worker, which starts with the first text.
pub(super) struct Clipboard {
    ways: Ways,
    around: Surroundings,
    answers: Sender<Incoming>,
    worker: Option<(Sender<Job>, JoinHandle<()>)>,
}

impl Clipboard {
    pub(super) fn new(ways: Ways, around: Surroundings, answers: Sender<Incoming>) -> Self {
        Self { ways, around, answers, worker: None }
    }

    /// Whether texts go by the terminal.
    pub(super) fn by_terminal(&self) -> bool {
        self.ways.terminal && !self.around.deaf_terminal
    }

    /// Puts a text there. `terminal`: the terminal was told already. The answer is at once where nothing
    /// is to be waited for, else a message.
    pub(super) fn copy(&mut self, text: Private, terminal: bool) -> Option<Msg> {
        if !self.ways.system {
            return Some(Msg::Copied(without_system(terminal)));
        }
        match self.send(Job::Copy { text, terminal }) {
            Ok(()) => None,
            Err(_) => Some(Msg::Copied(without_system(terminal))),
        }
    }

    /// Takes the last text away again where it still is.
    pub(super) fn forget(&mut self) {
        if self.worker.is_some() {
            let _ = self.send(Job::Forget);
        }
    }

    fn send(&mut self, job: Job) -> std::io::Result<()> {
        if self.worker.is_none() {
            let (jobs, todo) = channel();
            let (around, answers) = (self.around.clone(), self.answers.clone());
            let work = move || Worker::new(&around).work(&todo, &answers);
            let thread = std::thread::Builder::new().name("clipboard".into()).spawn(work)?;
            self.worker = Some((jobs, thread));
        }
        let (jobs, _) = self.worker.as_ref().expect("just started");
        jobs.send(job).map_err(|_| std::io::ErrorKind::BrokenPipe.into())
    }

    /// Waits until the last job is done, or nearly: at the end of the program.
    pub(super) fn finish(&mut self) {
        let Some((jobs, thread)) = self.worker.take() else { return };
        drop(jobs);
        let until = Instant::now() + LAST_PATIENCE;
        while !thread.is_finished() && Instant::now() < until {
            std::thread::sleep(GLANCE);
        }
    }
}

fn without_system(terminal: bool) -> Reached {
    if terminal { Reached::Terminal } else { Reached::Nowhere }
}

struct Worker {
    tools: Vec<Tool>,
    /// The tools that hung: whoever copies again does not wait for them again.
    hung: Vec<usize>,
    /// The text that is there, and the tool that put it there; none where it was ourselves.
    ours: Option<(Private, Option<usize>)>,
}

impl Worker {
    fn new(around: &Surroundings) -> Self {
        Self { tools: around.tools(), hung: Vec::new(), ours: None }
    }

    fn work(mut self, todo: &Receiver<Job>, answers: &Sender<Incoming>) {
        let mut next = todo.recv().ok();
        while let Some(job) = next.take() {
            // Of several texts the last is the one to be pasted.
            let mut job = job;
            while let Ok(newer) = todo.try_recv() {
                job = newer;
            }
            match job {
                Job::Copy { text, terminal } => {
                    let (put, newer) = self.put(&text, todo);
                    next = newer;
                    let reached = if put { Reached::Clipboard } else { without_system(terminal) };
                    if next.is_none() && answers.send(Incoming::Msg(Msg::Copied(reached))).is_err()
                    {
                        return;
                    }
                }
                Job::Forget => self.forget(),
            }
            if next.is_none() {
                next = todo.recv().ok();
            }
        }
    }

    /// Tries one tool after the other; tells whether one took it, and the job that came meanwhile.
    fn put(&mut self, text: &Private, todo: &Receiver<Job>) -> (bool, Option<Job>) {
        if own::put(&text.0) {
            self.ours = Some((text.clone(), None));
            return (true, None);
        }
        for (at, tool) in self.tools.iter().enumerate() {
            if self.hung.contains(&at) {
                continue;
            }
            let begun = Instant::now();
            let (done, newer) = tool.put(&text.0, Some(todo));
            if !done && begun.elapsed() >= PATIENCE {
                self.hung.push(at);
            }
            if done {
                self.ours = Some((text.clone(), Some(at)));
            }
            if done || newer.is_some() {
                return (done, newer);
            }
        }
        (false, None)
    }

    /// What was copied since by somebody else stays.
    fn forget(&mut self) {
        let Some((text, at)) = self.ours.take() else { return };
        let Some(at) = at else { return own::take_away(&text.0) };
        let tool = &self.tools[at];
        if tool.holds().is_none_or(|there| there.trim_end() == text.0.trim_end()) {
            tool.put("", None);
        }
    }
}

impl Tool {
    /// Gives the tool a text; ended when it hangs, or when a newer text is there.
    fn put(&self, text: &str, todo: Option<&Receiver<Job>>) -> (bool, Option<Job>) {
        let mut command = Command::new(&self.file);
        command.args(self.args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let Ok(mut child) = command.spawn() else { return (false, None) };
        if let Some(mut pipe) = child.stdin.take() {
            let bytes = self.bytes(text);
            if bytes.len() <= PIPE {
                let _ = pipe.write_all(&bytes);
            } else {
                // A tool that reads nothing would hold us; ended, it lets this thread go.
                std::thread::spawn(move || _ = pipe.write_all(&bytes));
            }
        }
        wait(&mut child, todo)
    }

    /// The text that is there, where the tool can tell.
    fn holds(&self) -> Option<String> {
        let (file, args) = self.asks.as_ref()?;
        let mut command = Command::new(file);
        command.args(*args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().ok()?;
        let out = child.stdout.take()?;
        let reader = std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = out.take(1 << 20).read_to_end(&mut text);
            text
        });
        let (done, _) = wait(&mut child, None);
        let text = reader.join().ok().filter(|_| done)?;
        Some(String::from_utf8_lossy(&text).into_owned())
    }

    /// The tool of Windows takes letters beyond ASCII as UTF-16 alone.
    fn bytes(&self, text: &str) -> Vec<u8> {
        if self.is_windows && !text.is_ascii() {
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else {
            text.as_bytes().to_vec()
        }
    }
}

/// Waits for a tool, not for ever; tells whether it did well, and the job that came meanwhile.
fn wait(child: &mut Child, todo: Option<&Receiver<Job>>) -> (bool, Option<Job>) {
    let until = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return (status.success(), None),
            Ok(None) if Instant::now() < until => {}
            _ => break,
        }
        match todo.map(|todo| todo.recv_timeout(GLANCE)) {
            Some(Ok(newer)) => {
                end(child);
                return (false, Some(newer));
            }
            // Nobody will ask any more; this one may still come to its end.
            Some(Err(RecvTimeoutError::Disconnected)) | None => std::thread::sleep(GLANCE),
            Some(Err(RecvTimeoutError::Timeout)) => {}
        }
    }
    end(child);
    (false, None)
}

fn end(child: &mut Child) {
    let _ = child.kill();
    let _ = child.wait();
}
