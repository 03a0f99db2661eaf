//! A small server that behaves as badly as OSS can, on 127.0.0.1. The lamp and the retype sheet are tried
//! against it; nothing else is ever asked in tests.
#![allow(dead_code, reason = "the benchmark and the tests each use a part of it")]

mod certificate;

pub(crate) use certificate::Certificate;

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{BufRead as _, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How it answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A page of OSS, at once.
    Fast,
    /// A page of OSS, after that time.
    Slow(Duration),
    /// This HTTP status and a page saying so.
    Status(u16),
    /// To the login page, which answers.
    LoginRedirect,
    /// Round and round.
    RedirectLoop,
    /// Ever deeper, never twice the same.
    EndlessRedirect,
    /// Half of the body, then the connection is gone.
    CutBody,
    /// A body without an end.
    EndlessBody,
    /// A little of the body, then nothing more.
    HangInBody,
    /// A Wi-Fi's own page, saying 200.
    Portal,
    /// To the page of a Wi-Fi, on another host.
    PortalRedirect,
    /// The connection is taken and nothing is ever said: over https that is within the handshake.
    HangAfterAccept,
    /// The head of the answer never ends.
    HangInHead,
    /// The connection is taken and closed at once.
    HangUp,
    /// Not HTTP at all.
    Noise,
    /// A form of pages behind a login. The session is thrown out once, at the page after this many.
    Session {
        /// Pages answered before.
        pages: u32,
    },
}

/// What OSS knows of a visitor.
#[derive(Debug, Default)]
struct Visit {
    /// The number in the cookie; 0 before the first login.
    session: u32,
    served: u32,
    thrown_out: bool,
    /// Page and body of each form that was sent. Thrown out, all of it is lost, as in OSS.
    typed: Vec<(u32, String)>,
}

struct Shared {
    mode: Mutex<Mode>,
    visit: Mutex<Visit>,
    heads: Mutex<Vec<String>>,
    closing: AtomicBool,
    address: SocketAddr,
    tls: Option<Arc<ServerConfig>>,
}

/// The running server; dropped, it ends with every connection.
pub(crate) struct FakeOss {
    shared: Arc<Shared>,
}

impl FakeOss {
    /// Starts it in [`Mode::Fast`], without TLS.
    pub(crate) fn start() -> Self {
        Self::over(None)
    }

    /// Starts it in [`Mode::Fast`], with TLS.
    pub(crate) fn start_tls(certificate: &Certificate) -> Self {
        Self::over(Some(certificate.server()))
    }

    fn over(tls: Option<Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let shared = Arc::new(Shared {
            mode: Mutex::new(Mode::Fast),
            visit: Mutex::default(),
            heads: Mutex::default(),
            closing: AtomicBool::new(false),
            address,
            tls,
        });
        let for_thread = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if for_thread.closing.load(Ordering::SeqCst) {
                    return;
                }
                let shared = Arc::clone(&for_thread);
                // A visitor that goes away in the middle is no failure of a test.
                std::thread::spawn(move || _ = serve(&shared, stream));
            }
        });
        Self { shared }
    }

    /// Its address, with a slash at the end.
    pub(crate) fn url(&self) -> String {
        let scheme = if self.shared.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}/", self.shared.address)
    }

    /// Behaves so from the next request on.
    pub(crate) fn set(&self, mode: Mode) {
        *self.shared.mode.lock().expect("no test panicked in it") = mode;
        *self.shared.visit.lock().expect("no test panicked in it") = Visit::default();
    }

    /// Every request so far: its first line and headers.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.shared.heads.lock().expect("no test panicked in it").clone()
    }

    /// What was sent in the present session, by page.
    pub(crate) fn typed(&self) -> Vec<(u32, String)> {
        self.shared.visit.lock().expect("no test panicked in it").typed.clone()
    }
}

impl Drop for FakeOss {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for visitors.
        _ = TcpStream::connect(self.shared.address);
    }
}

/// An address on this PC at which nobody listens.
pub(crate) fn nobody() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    format!("http://{}/", listener.local_addr().expect("it is bound"))
}

trait Wire: Read + Write {}
impl<T: Read + Write> Wire for T {}

const PAGE: &str =
    "<!doctype html><title>OSS - Sistem Perizinan Berusaha</title><p>Selamat datang.";
const WIFI: &str = "<!doctype html><title>MikroTik hotspot</title><p>Silakan masuk.";
const LOGIN: &str = "<!doctype html><title>OSS - Masuk</title><form></form>";

fn serve(shared: &Shared, stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_mins(1)))?;
    let mode = *shared.mode.lock().expect("no test panicked in it");
    match mode {
        Mode::HangAfterAccept => return hang(shared, stream),
        Mode::HangUp => return Ok(()),
        Mode::Noise => {
            (&stream).write_all(b"220 surat.example ESMTP\r\n")?;
            return hang(shared, stream);
        }
        _ => {}
    }
    let quiet = stream.try_clone()?;
    let mut wire: Box<dyn Wire> = match &shared.tls {
        Some(config) => {
            let server =
                ServerConnection::new(Arc::clone(config)).map_err(std::io::Error::other)?;
            Box::new(StreamOwned::new(server, stream))
        }
        None => Box::new(stream),
    };
    let (head, body) = request(&mut *wire)?;
    shared.heads.lock().expect("no test panicked in it").push(head.clone());
    let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
    match mode {
        Mode::HangAfterAccept | Mode::HangUp | Mode::Noise => {}
        Mode::Fast => answer(&mut *wire, 200, "", PAGE)?,
        Mode::Slow(time) => {
            std::thread::sleep(time);
            answer(&mut *wire, 200, "", PAGE)?;
        }
        Mode::Status(status) => answer(&mut *wire, status, "", "<title>Galat</title>")?,
        Mode::LoginRedirect if path == "/login" => answer(&mut *wire, 200, "", LOGIN)?,
        Mode::LoginRedirect => answer(&mut *wire, 302, "Location: /login\r\n", "")?,
        Mode::RedirectLoop => {
            let to = if path == "/a" { "/b" } else { "/a" };
            answer(&mut *wire, 302, &format!("Location: {to}\r\n"), "")?;
        }
        Mode::EndlessRedirect => {
            answer(&mut *wire, 302, &format!("Location: {path}x\r\n"), "")?;
        }
        Mode::Portal => answer(&mut *wire, 200, "", WIFI)?,
        Mode::PortalRedirect => {
            let port = shared.address.port();
            let to = format!("Location: http://localhost:{port}/masuk?mac=00-11-22\r\n");
            answer(&mut *wire, 302, &to, "")?;
        }
        Mode::CutBody => {
            wire.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n<title>OSS")?;
            wire.flush()?;
        }
        Mode::HangInBody => {
            wire.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n<title>OSS")?;
            wire.flush()?;
            return hang(shared, quiet);
        }
        Mode::EndlessBody => {
            wire.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")?;
            wire.write_all(PAGE.as_bytes())?;
            while !shared.closing.load(Ordering::SeqCst) {
                wire.write_all(&[b'.'; 4096])?;
            }
        }
        Mode::HangInHead => {
            wire.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text")?;
            wire.flush()?;
            return hang(shared, quiet);
        }
        Mode::Session { pages } => session(shared, &mut *wire, &head, &path, &body, pages)?,
    }
    wire.flush()
}

/// Says nothing until the visitor or the server goes.
fn hang(shared: &Shared, mut stream: TcpStream) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_millis(50)))?;
    let mut buffer = [0; 512];
    while !shared.closing.load(Ordering::SeqCst) {
        match stream.read(&mut buffer) {
            Ok(0) => break,
            Ok(_) => {}
            // Windows has another word for the same.
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn request(wire: &mut dyn Wire) -> std::io::Result<(String, String)> {
    let mut reader = BufReader::new(wire);
    let mut head = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line == "\r\n" {
            break;
        }
        head.push_str(&line);
    }
    let length = header(&head, "content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body)?;
    Ok((head, String::from_utf8_lossy(&body).into_owned()))
}

/// The value of a header of a request.
pub(crate) fn header<'h>(head: &'h str, name: &str) -> Option<&'h str> {
    head.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

fn answer(wire: &mut dyn Wire, status: u16, headers: &str, body: &str) -> std::io::Result<()> {
    write!(
        wire,
        "HTTP/1.1 {status} Jawaban\r\nContent-Type: text/html\r\nContent-Length: {}\r\nConnection: close\r\n\
         {headers}\r\n{body}",
        body.len()
    )
}

/// `/login` begins a session, `/page/N` shows or takes a page of the form.
fn session(
    shared: &Shared,
    wire: &mut dyn Wire,
    head: &str,
    path: &str,
    body: &str,
    pages: u32,
) -> std::io::Result<()> {
    let mut visit = shared.visit.lock().expect("no test panicked in it");
    if path == "/login" {
        visit.session += 1;
        visit.served = 0;
        let cookie = format!("Set-Cookie: sesi={}; HttpOnly\r\n", visit.session);
        return answer(wire, 200, &cookie, LOGIN);
    }
    let own = format!("sesi={}", visit.session);
    let is_in = visit.session > 0
        && header(head, "cookie").is_some_and(|all| all.split("; ").any(|one| one == own));
    let ends_here = !visit.thrown_out && visit.served >= pages;
    if !is_in || ends_here {
        if is_in {
            visit.thrown_out = true;
            // Whoever is thrown out is a stranger afterwards, and what was typed is gone.
            visit.session += 1;
            visit.typed.clear();
        }
        return answer(wire, 302, "Location: /login\r\n", "");
    }
    let Some(page) = path.strip_prefix("/page/").and_then(|page| page.parse().ok()) else {
        return answer(wire, 404, "", "");
    };
    visit.served += 1;
    if head.starts_with("POST") {
        visit.typed.push((page, body.to_owned()));
    }
    answer(wire, 200, "", &format!("<title>OSS</title><h1>Halaman {page}</h1>"))
}
