//! How bytes reach a printer on the network, and why they do not. Knows nothing of papers.

use crate::report::paper::{ASK_PAPER, is_paper_out};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs as _};
use std::time::{Duration, Instant};

/// How long a printer is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For a connection.
    pub connect: Duration,
    /// For it to take the next bytes.
    pub write: Duration,
    /// For it to tell, before anything is printed, that it has paper. Most never tell.
    pub ask: Duration,
    /// For it to tell the same after printing.
    pub check: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        let ms = Duration::from_millis;
        Self { connect: ms(3000), write: ms(3000), ask: ms(15), check: ms(250) }
    }
}

/// Why a paper was not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is nothing of that name or address.
    Absent,
    /// It refuses: nothing listens there, or another program has it.
    Refused,
    /// It does not answer, or takes nothing.
    Silent,
    /// It has no paper.
    NoPaper,
    /// This user may not write to it.
    Denied,
    /// It still prints what came before.
    Busy,
    /// Something else.
    Other(ErrorKind),
}

/// A paper that was not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed {
    /// Why.
    pub trouble: Trouble,
    /// Some of it may have left: nobody knows how much lies at the printer.
    pub begun: bool,
}

impl<T: Into<Trouble>> From<T> for Failed {
    /// Nothing had left yet.
    fn from(trouble: T) -> Self {
        Self { trouble: trouble.into(), begun: false }
    }
}

/// Writes all of a paper, and tells when it fails whether any of it left.
pub(super) fn write_paper(to: &mut impl io::Write, bytes: &[u8]) -> Result<(), Failed> {
    let mut left = bytes;
    while !left.is_empty() {
        let begun = left.len() < bytes.len();
        match to.write(left) {
            Ok(0) => return Err(Failed { trouble: Trouble::Other(ErrorKind::WriteZero), begun }),
            Ok(count) => left = &left[count..],
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(Failed { trouble: error.into(), begun }),
        }
    }
    to.flush().map_err(|error| Failed { trouble: error.into(), begun: true })
}

impl Trouble {
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Absent => "print-absent",
            Self::Refused => "print-refused",
            Self::Silent => "print-silent",
            Self::NoPaper => "print-no-paper",
            Self::Denied => "print-denied",
            Self::Busy => "print-busy",
            Self::Other(_) => "print-failed",
        }
    }
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        // The kernel's printer driver says so when there is no paper (ENOSPC; Windows has the number 28
        // for the same), and "input/output error" or "not ready" when the printer is off.
        const NO_PAPER: i32 = 28;
        const OFF: [i32; 2] = [5, 21];
        match (error.kind(), error.raw_os_error()) {
            (ErrorKind::StorageFull, _) | (_, Some(NO_PAPER)) => Self::NoPaper,
            (ErrorKind::NotFound | ErrorKind::AddrNotAvailable, _) => Self::Absent,
            (ErrorKind::ConnectionRefused, _) => Self::Refused,
            (ErrorKind::PermissionDenied, _) => Self::Denied,
            (ErrorKind::ResourceBusy, _) => Self::Busy,
            (
                ErrorKind::TimedOut
                | ErrorKind::WouldBlock
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkUnreachable
                | ErrorKind::NetworkDown
                | ErrorKind::ConnectionReset
                | ErrorKind::ConnectionAborted
                | ErrorKind::BrokenPipe,
                _,
            ) => Self::Silent,
            (_, Some(code)) if OFF.contains(&code) => Self::Silent,
            (kind, _) => Self::Other(kind),
        }
    }
}

/// Whether a printer told that it has printed, or only took what was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::runtime) enum Answer {
    Told,
    Silent,
}

pub(in crate::runtime) fn to_network(
    host: &str,
    bytes: &[u8],
    asks: bool,
    patience: Patience,
) -> Result<Answer, Failed> {
    let begun = Instant::now();
    let addresses: Vec<SocketAddr> = host.to_socket_addrs().map_err(|_| Trouble::Absent)?.collect();
    let mut last = Trouble::Absent;
    let mut stream = None;
    for address in addresses {
        let left = patience.connect.saturating_sub(begun.elapsed());
        if left.is_zero() {
            last = Trouble::Silent;
            break;
        }
        match TcpStream::connect_timeout(&address, left) {
            Ok(connected) => {
                stream = Some(connected);
                break;
            }
            Err(error) => last = error.into(),
        }
    }
    let mut stream = stream.ok_or(last)?;
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(patience.write))?;
    if asks {
        stream.write_all(&ASK_PAPER)?;
        if listen(&mut stream, patience.ask) == Some(true) {
            return Err(Trouble::NoPaper.into());
        }
    }
    write_paper(&mut stream, bytes)?;
    let mut answer = Answer::Silent;
    if asks {
        let asked = stream.write_all(&ASK_PAPER);
        asked.map_err(|error| Failed { trouble: error.into(), begun: true })?;
        match listen(&mut stream, patience.check) {
            Some(true) => return Err(Failed { trouble: Trouble::NoPaper, begun: true }),
            Some(false) => answer = Answer::Told,
            None => {}
        }
    }
    let _ = stream.shutdown(Shutdown::Write);
    Ok(answer)
}

/// Whether the printer says that it has no paper; `None` when it says nothing in time.
fn listen(stream: &mut TcpStream, time: Duration) -> Option<bool> {
    let until = Instant::now() + time;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() || stream.set_read_timeout(Some(left)).is_err() {
            return None;
        }
        let mut status = [0; 16];
        match stream.read(&mut status) {
            Ok(0) | Err(_) => return None,
            Ok(count) => {
                // The last word counts.
                let told = status[..count].iter().rev().find_map(|status| is_paper_out(*status));
                if told.is_some() {
                    return told;
                }
            }
        }
    }
}
