//! SIGHUP and SIGTERM become a message: a closed terminal ends the program, never the work.

use super::Incoming;
use std::sync::mpsc::Sender;

/// Watches for them on a thread of its own.
#[cfg(unix)]
pub(super) fn watch(to: Sender<Incoming>) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        if signals.forever().next().is_some() {
            let _ = to.send(Incoming::Msg(crate::app::Msg::Terminate));
        }
    })?;
    Ok(())
}

/// Windows has none of them; a closed console, the end of a session and the power button end the program at
/// once, and the journal has every key.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
pub(super) fn watch(_: Sender<Incoming>) -> std::io::Result<()> {
    Ok(())
}
