//! The program in a real pseudo-terminal, seen through a terminal emulator: what an officer would see.
//!
//! Used by the drill, the pty tests and the benchmark. Knows nothing of what the program does.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::ffi::OsString;
use std::io::{self, Read as _, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

/// A running program and its screen.
pub struct Program {
    child: Box<dyn Child + Send + Sync>,
    // Kept open: closing it would hang the program up.
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    /// Bytes the program has written so far.
    pub written: u64,
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Program").field("written", &self.written).finish_non_exhaustive()
    }
}

/// A terminal has at least one row and one column.
fn at_least_one(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap_or(NonZero::<u16>::MIN)
}

fn other(error: impl std::fmt::Display) -> io::Error {
    io::Error::other(error.to_string())
}

impl Program {
    /// Starts `program` with `arguments` in a terminal of that many rows and columns.
    pub fn start(
        program: &Path,
        arguments: &[OsString],
        (rows, columns): (u16, u16),
    ) -> io::Result<Self> {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).map_err(other)?;
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env("TERM", "xterm-256color");
        // A drill, a test and a measurement ask nobody.
        command.env("LOKET_OFFLINE", "1");
        let child = pair.slave.spawn_command(command).map_err(other)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().map_err(other)?;
        let mut keys = pair.master.take_writer().map_err(other)?;
        if cfg!(windows) {
            // A pseudo-console asks where the cursor is, and nothing starts before it knows.
            keys.write_all(b"\x1b[1;1R")?;
        }
        let (to_us, output) = channel();
        std::thread::Builder::new().name("pty".into()).spawn(move || {
            let mut buffer = [0; 1 << 14];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if to_us.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        })?;
        let screen = vt100::Parser::new(at_least_one(rows), at_least_one(columns), 0);
        Ok(Self { child, master: pair.master, keys, output, screen, written: 0 })
    }

    /// Presses keys, as the bytes a terminal sends for them.
    pub fn send(&mut self, keys: &[u8]) -> io::Result<()> {
        self.keys.write_all(keys)?;
        self.keys.flush()
    }

    /// Takes in what the program has written by now.
    pub fn look(&mut self) {
        while let Ok(bytes) = self.output.try_recv() {
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.written += bytes.len() as u64;
        self.screen.process(bytes);
    }

    /// Waits until the screen is as wanted. Tells whether it came to be in time.
    pub fn wait(&mut self, patience: Duration, wanted: impl Fn(&vt100::Screen) -> bool) -> bool {
        let until = Instant::now() + patience;
        loop {
            self.look();
            if wanted(self.screen.screen()) {
                return true;
            }
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
            }
        }
    }

    /// Waits until a text stands on the screen.
    pub fn wait_for(&mut self, text: &str, patience: Duration) -> bool {
        self.wait(patience, |screen| screen.contents().contains(text))
    }

    /// The screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// The program's process id.
    pub fn pid(&self) -> Option<u32> {
        self.child.process_id()
    }

    /// Changes the size of the window.
    pub fn resize(&mut self, rows: u16, columns: u16) -> io::Result<()> {
        self.screen.screen_mut().set_size(at_least_one(rows), at_least_one(columns));
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).map_err(other)
    }

    /// Kills the program as a power cut of the process would (SIGKILL), and reads the last it drew.
    pub fn kill(&mut self) -> io::Result<()> {
        kill_hard(&mut *self.child)?;
        self.child.wait()?;
        self.drain();
        Ok(())
    }

    /// Waits until the program ends by itself, and gives its exit code; kills it when it does not.
    pub fn finish(&mut self, patience: Duration) -> io::Result<Option<u32>> {
        let until = Instant::now() + patience;
        while Instant::now() < until {
            self.look();
            if let Some(status) = self.child.try_wait()? {
                self.drain();
                return Ok(Some(status.exit_code()));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        self.kill()?;
        Ok(None)
    }

    /// Everything the program wrote before it ended is still in the pseudo-terminal.
    fn drain(&mut self) {
        // A pseudo-console of Windows does not tell its end.
        let last = Duration::from_millis(if cfg!(windows) { 60 } else { 500 });
        while let Ok(bytes) = self.output.recv_timeout(last) {
            self.take(&bytes);
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = kill_hard(&mut *self.child);
        let _ = self.child.wait();
    }
}

/// The library's own `kill` asks politely first; a drill must not.
#[cfg(unix)]
fn kill_hard(child: &mut (dyn Child + Send + Sync)) -> io::Result<()> {
    use rustix::process::{Pid, Signal, kill_process};
    match child.process_id().and_then(|id| Pid::from_raw(id as i32)) {
        Some(id) => match kill_process(id, Signal::KILL) {
            Err(rustix::io::Errno::SRCH) | Ok(()) => Ok(()),
            Err(error) => Err(error.into()),
        },
        None => Ok(()),
    }
}

/// Windows ends a process at once.
#[cfg(not(unix))]
fn kill_hard(child: &mut (dyn Child + Send + Sync)) -> io::Result<()> {
    child.kill()
}
