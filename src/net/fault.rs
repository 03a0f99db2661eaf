//! From an error of the network to what an officer can be told.
//!
//! Reads kinds and types; of words only those of the proxy's tunnel, which has no type of its own.

use crate::app::Why;
use std::error::Error;
use std::io;

/// What was in the way.
pub(super) fn why(error: &reqwest::Error, through_proxy: bool) -> Why {
    let found = classified(error);
    // What fails before the proxy let us through is the proxy's.
    let at_the_proxy =
        matches!(found, Why::Dns | Why::Refused | Why::Unreachable | Why::CutOff | Why::Timeout);
    if through_proxy && error.is_connect() && at_the_proxy { Why::Proxy } else { found }
}

fn classified(error: &reqwest::Error) -> Why {
    if error.is_dns() {
        return Why::Dns;
    }
    let mut found = None;
    let mut next: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = next {
        if inner.to_string().starts_with("tunnel error") {
            return Why::Proxy;
        }
        if let Some(tls) = inner.downcast_ref::<rustls::Error>() {
            return of_tls(tls);
        }
        // An `io::Error` around another error shows that one's source, not itself.
        let mut wrapped = inner.downcast_ref::<io::Error>();
        while let Some(io) = wrapped {
            if let Some(tls) = io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>())
            {
                return of_tls(tls);
            }
            found = of_io(io).or(found);
            wrapped = io.get_ref().and_then(|inner| inner.downcast_ref::<io::Error>());
        }
        next = inner.source();
    }
    match found {
        Some(why) => why,
        None if error.is_timeout() => Why::Timeout,
        None if error.is_connect() => Why::Unreachable,
        None => Why::CutOff,
    }
}

fn of_tls(error: &rustls::Error) -> Why {
    use rustls::CertificateError as Bad;
    match error {
        rustls::Error::InvalidCertificate(
            Bad::Expired
            | Bad::ExpiredContext { .. }
            | Bad::NotValidYet
            | Bad::NotValidYetContext { .. },
        ) => Why::Clock,
        _ => Why::Tls,
    }
}

fn of_io(error: &io::Error) -> Option<Why> {
    Some(match error.kind() {
        io::ErrorKind::ConnectionRefused => Why::Refused,
        io::ErrorKind::TimedOut => Why::Timeout,
        io::ErrorKind::NetworkUnreachable
        | io::ErrorKind::HostUnreachable
        | io::ErrorKind::NetworkDown
        | io::ErrorKind::AddrNotAvailable => Why::Unreachable,
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => Why::CutOff,
        _ => return None,
    })
}

/// The innermost thing the system said.
pub(super) fn detail(error: &reqwest::Error) -> String {
    let mut inner: &dyn Error = error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    inner.to_string()
}
