//! Reading aloud: the speech program of the machine, as a child of a worker of its own.
//!
//! It gets the text through its standard input, never through its arguments, where every user of the
//! machine could read it. Nothing is written down, and no key ever waits for it. It is ended when it is
//! told to stop, when it takes too long, and with the program.

mod settings;

use super::Incoming;
use crate::app::{Msg, Notice, Part, Utterance, spoken};
use crate::ident::Level;
use crate::text::{Catalog, Lang};
use settings::Settings;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How often it is looked whether the program has finished.
const LOOK: Duration = Duration::from_millis(50);
/// Longest time a program may speak.
const LONGEST: Duration = Duration::from_mins(5);
/// No voice is through with so many letters in so short a time: it had nothing to speak with.
const TOO_FAST: (usize, Duration) = (40, Duration::from_millis(300));
/// Most bytes that are spoken: less than a pipe holds, so that handing them over never waits.
const MOST: usize = 16 << 10;

/// A speech program and how it is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `espeak-ng` and `espeak`.
    Espeak,
    /// Speech Dispatcher.
    Dispatcher,
    /// The voices of Windows, through PowerShell.
    #[cfg_attr(not(windows), expect(dead_code, reason = "looked for on Windows only"))]
    Sapi,
}

/// In the order they are tried. The first stops at once when it is ended; a dispatcher goes on with what
/// it was given.
#[cfg(not(windows))]
const PROGRAMS: [(&str, &str, Kind); 3] = [
    ("espeak-ng", "espeak-ng", Kind::Espeak),
    ("espeak", "espeak", Kind::Espeak),
    ("spd-say", "spd-say", Kind::Dispatcher),
];
#[cfg(windows)]
const PROGRAMS: [(&str, &str, Kind); 2] =
    [("espeak-ng", "espeak-ng.exe", Kind::Espeak), ("sapi", "powershell.exe", Kind::Sapi)];

/// Voice and speed come through the environment, so that nothing of them can be a command.
const SAPI: &str = "Add-Type -AssemblyName System.Speech; \
    $t = New-Object IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8); \
    $s = New-Object System.Speech.Synthesis.SpeechSynthesizer; \
    try { $s.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]$env:LOKET_VOICE) } catch {}; \
    $s.Rate = [int]$env:LOKET_RATE; $s.Speak($t.ReadToEnd())";

enum Job {
    Say { text: String, tongue: &'static str },
    Hush,
}

/// The handle to the worker. Dropping it ends what is being spoken.
pub(super) struct Speech {
    jobs: Option<Sender<Job>>,
    worker: Option<JoinHandle<()>>,
}

impl Speech {
    /// Starts the worker, which looks for a program and tells what it found. `data`: the folder with the
    /// office's `speech.toml`.
    pub(super) fn start(data: &Path, answers: Sender<Incoming>) -> std::io::Result<Self> {
        Self::start_in(data.join("speech.toml"), path(), answers)
    }

    fn start_in(
        file: PathBuf,
        path: Option<OsString>,
        answers: Sender<Incoming>,
    ) -> std::io::Result<Self> {
        let (jobs, todo) = channel();
        let worker = std::thread::Builder::new().name("speech".into()).spawn(move || {
            let own = super::read_text(&file).unwrap_or_default();
            let (settings, problems) = Settings::with_override(&own);
            let program = path.and_then(|path| find(&settings.program, &path));
            let tell = |msg| answers.send(Incoming::Msg(msg)).is_ok();
            if let Some(problem) = problems.first() {
                let notice = Notice::new(Level::Salah, "app-settings-broken");
                tell(Msg::Told(notice.with("problem", problem)));
            }
            tell(Msg::VoiceFound(program.is_some()));
            if let Some(program) = program {
                work(&todo, &program, &settings, &tell);
            }
        })?;
        Ok(Self { jobs: Some(jobs), worker: Some(worker) })
    }

    /// Says it, instead of what is being said.
    pub(super) fn say(&self, said: &Utterance, words: &Catalog) {
        self.ask(Job::Say { text: compose(said, words), tongue: said.tongue });
    }

    /// Stops.
    pub(super) fn hush(&self) {
        self.ask(Job::Hush);
    }

    fn ask(&self, job: Job) {
        let _ = self.jobs.as_ref().map(|jobs| jobs.send(job));
    }
}

impl Drop for Speech {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(worker) = self.worker.take() {
            let _ = worker.join();
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "where programs are is a setting of the machine")]
fn path() -> Option<OsString> {
    std::env::var_os("PATH")
}

/// The program of that name in a search path, or the first of ours for `auto`.
fn find(wanted: &str, path: &OsString) -> Option<(PathBuf, Kind)> {
    // A program in a folder that is not named in full could be anybody's.
    let folders: Vec<PathBuf> =
        std::env::split_paths(path).filter(|folder| folder.is_absolute()).collect();
    PROGRAMS.iter().filter(|(name, ..)| wanted == "auto" || wanted == *name).find_map(
        |(_, file, kind)| {
            let found = folders.iter().map(|folder| folder.join(file)).find(|at| is_program(at))?;
            Some((found, *kind))
        },
    )
}

#[cfg(unix)]
fn is_program(at: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(at).is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(at: &Path) -> bool {
    at.is_file()
}

/// What is said, as one line of whole sentences.
fn compose(said: &Utterance, words: &Catalog) -> String {
    let lang = if said.tongue == "en" { Lang::En } else { Lang::Id };
    let own;
    let words = if words.lang() == lang {
        words
    } else {
        own = Catalog::built_in(lang);
        &own
    };
    let mut line = String::new();
    for part in &said.parts {
        let part = match part {
            Part::Words(key) => spoken(&words.get(key), lang),
            Part::Text(text) => spoken(&text.0, lang),
        };
        if part.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&part);
        if !part.ends_with(['.', '?', '!', ':', ',']) {
            line.push('.');
        }
    }
    // A line that begins so would be a command to Speech Dispatcher.
    let line = line.trim_start_matches(['!', '-', ' ']);
    let mut end = line.len().min(MOST);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}\n", &line[..end])
}

/// What is being spoken.
struct Speaking {
    child: Child,
    since: Instant,
    letters: usize,
}

/// How it stands with what is being spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Speaks,
    Done,
    /// The program ended without having spoken.
    Failed,
}

impl Speaking {
    fn begin(
        program: &(PathBuf, Kind),
        settings: &Settings,
        job: (&str, &str),
    ) -> std::io::Result<Self> {
        let (text, tongue) = job;
        let mut child = command(program, settings, tongue)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        if let Some(mut input) = child.stdin.take() {
            // A program that does not read is one that does not speak; its end tells.
            let _ = input.write_all(text.as_bytes());
        }
        Ok(Self { child, since: Instant::now(), letters: text.chars().count() })
    }

    fn stands(&mut self) -> Voice {
        let took = self.since.elapsed();
        match self.child.try_wait() {
            Ok(None) if took <= LONGEST => Voice::Speaks,
            Ok(Some(status)) if !status.success() => Voice::Failed,
            Ok(Some(_)) if self.letters > TOO_FAST.0 && took < TOO_FAST.1 => Voice::Failed,
            Err(_) => Voice::Failed,
            Ok(_) => Voice::Done,
        }
    }

    fn end(mut self, program: &(PathBuf, Kind)) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        // The dispatcher was given the text already and would go on.
        if program.1 == Kind::Dispatcher {
            let mut stop = Command::new(&program.0);
            stop.arg("-S").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            if let Ok(child) = stop.spawn() {
                let mut stopping = Self { child, since: Instant::now(), letters: 0 };
                while stopping.stands() == Voice::Speaks && stopping.since.elapsed() < 10 * LOOK {
                    std::thread::sleep(LOOK / 5);
                }
                let _ = stopping.child.kill();
                let _ = stopping.child.wait();
            }
        }
    }
}

/// The program with its arguments: voice and speed, never the text.
fn command((file, kind): &(PathBuf, Kind), settings: &Settings, tongue: &str) -> Command {
    let voice = settings.voice(tongue);
    let speed = i32::from(settings.speed);
    let mut command = Command::new(file);
    #[cfg(windows)]
    {
        // Without a hold on our console, whose title and modes it would change.
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        std::os::windows::process::CommandExt::creation_flags(&mut command, CREATE_NO_WINDOW);
    }
    match kind {
        Kind::Espeak => {
            command.args(["--stdin", "-b", "1", "-v", voice, "-s", &speed.to_string()]);
        }
        Kind::Dispatcher => {
            // From -100 to 100 around its usual speed.
            let rate = ((speed - 175) * 100 / 175).clamp(-100, 100);
            command.args(["-e", "-w", "-l", voice, "-r", &rate.to_string()]);
        }
        Kind::Sapi => {
            command.args(["-NoProfile", "-NonInteractive", "-Command", SAPI]);
            command.env("LOKET_VOICE", voice);
            command.env("LOKET_RATE", ((speed - 175) / 15).clamp(-10, 10).to_string());
        }
    }
    command
}

fn work(
    todo: &Receiver<Job>,
    program: &(PathBuf, Kind),
    settings: &Settings,
    tell: &impl Fn(Msg) -> bool,
) {
    let mut speaking: Option<Speaking> = None;
    loop {
        let job = if speaking.is_some() {
            todo.recv_timeout(LOOK)
        } else {
            todo.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        if let Err(RecvTimeoutError::Timeout) = job {
            let voice = speaking.as_mut().map_or(Voice::Speaks, Speaking::stands);
            if voice != Voice::Speaks {
                speaking.take().into_iter().for_each(|over| over.end(program));
                tell(Msg::Hushed);
            }
            if voice == Voice::Failed {
                tell(Msg::Told(Notice::new(Level::Periksa, "voice-failed")));
            }
            continue;
        }
        speaking.take().into_iter().for_each(|before| before.end(program));
        match job {
            Ok(Job::Say { text, tongue }) => {
                if let Ok(begun) = Speaking::begin(program, settings, (&text, tongue)) {
                    speaking = Some(begun);
                } else {
                    tell(Msg::Hushed);
                    tell(Msg::Told(Notice::new(Level::Periksa, "voice-failed")));
                }
            }
            Ok(Job::Hush) => {}
            Err(_) => return,
        }
    }
}

#[cfg(all(test, unix))]
mod tests;
