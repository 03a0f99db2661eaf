//! The lookout: looks at OSS now and then on a thread of its own and says when the lamp shows something
//! else.
//!
//! Nothing waits for it. A look that hangs in a name, a connection or a page delays no key and no leaving:
//! the thread is never joined, and a lamp that comes after the end goes nowhere.

use super::{Incoming, clock};
use crate::app::{Lamp, LampState, Msg, Notice};
use crate::ident::Level;
use crate::net::{self, Light, Probe, Settings};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Time after unlocking that belongs to the officer.
const QUIET: Duration = Duration::from_secs(1);

/// Ends the lookout when it is dropped, at its next breath.
pub(super) struct Lookout {
    _stay: Sender<()>,
}

impl Lookout {
    /// Starts to look, as the settings in `data` say.
    pub(super) fn start(data: PathBuf, answers: Sender<Incoming>) -> std::io::Result<Self> {
        let (stay, leave) = channel();
        std::thread::Builder::new()
            .name("light".into())
            .stack_size(512 << 10)
            .spawn(move || look_out(&data, &leave, &answers))?;
        Ok(Self { _stay: stay })
    }
}

/// How this office looks at OSS, and what could not be used of its `light.toml`, one line each.
pub fn light_settings(data: &Path) -> (Settings, Vec<String>) {
    Settings::with_override(&super::settings(data, net::FILE))
}

fn look_out(data: &Path, leave: &Receiver<()>, answers: &Sender<Incoming>) {
    let tell = |msg: Msg| answers.send(Incoming::Msg(msg)).is_ok();
    if !stays_for(leave, QUIET) {
        return;
    }
    let (settings, problems) = light_settings(data);
    if let Some(first) = problems.first() {
        // A line, not a window: it comes while somebody may be typing.
        let notice = Notice::new(Level::Periksa, "app-settings-broken").with("problem", first);
        tell(Msg::Told(notice));
    }
    let off = Lamp { state: LampState::Off, why: None, before_ms: None };
    if !settings.on {
        tell(Msg::Light(off));
        return;
    }
    let mut light = Light::new(&settings);
    let Ok(probe) = Probe::new(settings) else {
        tell(Msg::Told(Notice::new(Level::Periksa, "light-not-ready")));
        tell(Msg::Light(off));
        return;
    };
    loop {
        let sample = probe.check();
        if light.take(&sample, clock::now_ms()) && !tell(Msg::Light(light.lamp())) {
            return;
        }
        if !stays_for(leave, light.pause(random())) {
            return;
        }
    }
}

/// Waits; tells whether there is still somebody to look for.
fn stays_for(leave: &Receiver<()>, pause: Duration) -> bool {
    leave.recv_timeout(pause) == Err(RecvTimeoutError::Timeout)
}

fn random() -> u32 {
    let [a, b, c, d, ..] = super::seed();
    u32::from_le_bytes([a, b, c, d])
}
