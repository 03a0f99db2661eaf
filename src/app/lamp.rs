//! What the probe says of OSS: the plain value that the screens show and that waiting cases listen to.
//!
//! Never asks the network; a lamp comes in with [`super::Msg::Light`] and only when what is shown changes.
//! It is the probe's word alone. What an officer knows better ("login gagal", "pemeliharaan") is recorded
//! elsewhere and never written into it.

use super::outage::{answers, stopped};
use super::{Cx, Notice, State};
use crate::ident::Level;

/// How long a line about the lamp stays at least, ms: keys pressed sooner do not take it away.
const READ_MS: i64 = 5_000;

/// The lamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Lamp {
    /// What is known.
    pub state: LampState,
    /// What was in the way, as the last check saw it; nothing while OSS answers.
    pub why: Option<Why>,
    /// When the look before those was that turned it: what went before is known until then, ms since 1970.
    pub before_ms: Option<i64>,
}

/// What is known of OSS. Moments are ms since 1970 on this PC's clock, never later than now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LampState {
    /// Not looked yet, or not often enough to say.
    #[default]
    Unknown,
    /// The office does not want to look.
    Off,
    /// It answers, in so many ms.
    Up {
        /// Time of an answer, ms, smoothed.
        ms: u32,
    },
    /// It answers, but slowly.
    Slow {
        /// Time of an answer, ms, smoothed.
        ms: u32,
    },
    /// It does not answer, and the office's network is sound.
    Down {
        /// Since when.
        since_ms: i64,
    },
    /// Nothing at all can be reached from this office.
    OfficeOffline {
        /// Since when.
        since_ms: i64,
    },
    /// Another page stands in front of OSS: mostly that of a Wi-Fi that wants a login.
    Portal {
        /// Since when.
        since_ms: i64,
    },
}

/// What was in the way of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The name could not be turned into an address.
    Dns,
    /// The other side refused the connection.
    Refused,
    /// There is no way there.
    Unreachable,
    /// The proxy did not answer or refused.
    Proxy,
    /// The certificate is not one to be trusted.
    Tls,
    /// The certificate is not valid on the day this PC believes it is.
    Clock,
    /// No answer in time.
    Timeout,
    /// An error of the server, with its HTTP status.
    Http(u16),
    /// Led round in a circle.
    RedirectLoop,
    /// The answer broke off.
    CutOff,
    /// An answer, but another page than that of OSS.
    OtherPage,
}

impl Why {
    /// Its code in the office's log, which the Fluent messages `outage-why-…` put into words. Frozen.
    pub fn code(self) -> String {
        match self {
            Self::Http(status) => format!("http-{status}"),
            why => why.name().to_owned(),
        }
    }

    /// The last part of its message ids (`light-why-…`), and its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::Proxy => "proxy",
            Self::Tls => "tls",
            Self::Clock => "clock",
            Self::Timeout => "timeout",
            Self::Http(_) => "http",
            Self::RedirectLoop => "redirect-loop",
            Self::CutOff => "cut-off",
            Self::OtherPage => "other-page",
        }
    }
}

impl LampState {
    /// Its name in JSON and the last part of its message ids (`light-…`).
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Off => "off",
            Self::Up { .. } => "up",
            Self::Slow { .. } => "slow",
            Self::Down { .. } => "down",
            Self::OfficeOffline { .. } => "office",
            Self::Portal { .. } => "portal",
        }
    }

    /// Whether OSS answers, well or slowly.
    pub const fn is_usable(self) -> bool {
        matches!(self, Self::Up { .. } | Self::Slow { .. })
    }

    /// Whether OSS cannot be used from here, whoever's fault it is.
    pub const fn is_trouble(self) -> bool {
        self.since_ms().is_some()
    }

    /// Since when there is trouble, ms since 1970.
    pub const fn since_ms(self) -> Option<i64> {
        match self {
            Self::Down { since_ms }
            | Self::OfficeOffline { since_ms }
            | Self::Portal { since_ms } => Some(since_ms),
            Self::Unknown | Self::Off | Self::Up { .. } | Self::Slow { .. } => None,
        }
    }

    /// Whether both show the same sign, whatever the figure beside it.
    pub fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

impl Lamp {
    /// Whether OSS itself is in trouble. A wrong calendar on this PC is no outage of anybody.
    fn is_of_oss(self) -> bool {
        matches!(self.state, LampState::Down { .. }) && self.why != Some(Why::Clock)
    }

    /// Whether nothing beyond this office can be reached.
    const fn is_of_office(self) -> bool {
        matches!(self.state, LampState::OfficeOffline { .. } | LampState::Portal { .. })
    }
}

/// A line about the lamp: it stays until somebody had the time to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The line.
    pub notice: Notice,
    /// When it came, ms since 1970.
    pub at_ms: i64,
}

/// A key was pressed: a line that stood long enough goes.
pub(super) fn read(state: &mut State, now_ms: i64) {
    let is_read = |news: &News| !(0..READ_MS).contains(&(now_ms - news.at_ms));
    if state.news.as_ref().is_some_and(is_read) {
        state.news = None;
    }
}

/// The probe tells what it knows now.
pub(super) fn took(state: &mut State, cx: &mut Cx<'_>, lamp: Lamp) {
    let before = std::mem::replace(&mut state.lamp, lamp);
    let is_same_trouble = before.is_of_oss() == lamp.is_of_oss();
    if before.state.is_like(lamp.state) && is_same_trouble {
        return;
    }
    write_down(state, cx, before, lamp);
    // What was said of the lamp before holds no longer, also where the turn itself is no news.
    state.news = told(before.state, lamp).map(|notice| News { notice, at_ms: cx.env.now_ms });
}

/// What the lamp says goes into the journal of outages by itself: so cases that wait for OSS become due.
fn write_down(state: &mut State, cx: &mut Cx<'_>, before: Lamp, lamp: Lamp) {
    let why = lamp.why.map(Why::code).unwrap_or_default();
    // What the lamp showed lasted until the look before; of anything else nothing is known since something
    // was last seen here.
    let watched_ms = state.office.as_ref().and_then(|office| office.watched_ms);
    let known_ms = |shown: bool| if shown { lamp.before_ms } else { watched_ms };
    let now_ms = cx.env.now_ms;
    let since_ms = lamp.state.since_ms().unwrap_or(now_ms);
    match lamp.state {
        LampState::Up { .. } | LampState::Slow { .. } => {
            answers(state, cx, "oss", now_ms, known_ms(before.is_of_oss()));
        }
        LampState::Down { .. } if lamp.is_of_oss() => stopped(state, cx, "oss", since_ms, &why),
        // Whether OSS answers cannot be seen from here any more.
        LampState::OfficeOffline { .. } | LampState::Portal { .. } | LampState::Down { .. } => {
            if let Some(office) = state.office.as_mut().filter(|_| before.is_of_oss()) {
                office.watched_ms = lamp.before_ms.or(Some(now_ms));
            }
        }
        LampState::Unknown | LampState::Off => return,
    }
    if lamp.is_of_office() {
        stopped(state, cx, "jaringan", since_ms, &why);
    } else {
        answers(state, cx, "jaringan", now_ms, known_ms(before.is_of_office()));
    }
}

/// What is said when the lamp turns. That it works at the first look is no news.
fn told(before: LampState, now: Lamp) -> Option<Notice> {
    let trouble = |key: &'static str| Some(Notice::new(Level::Periksa, key));
    match now.state {
        LampState::Down { .. } if now.why == Some(Why::Tls) => trouble("light-turned-tls"),
        LampState::Down { .. } if now.why == Some(Why::Clock) => trouble("light-turned-clock"),
        LampState::OfficeOffline { .. } if now.why == Some(Why::Proxy) => {
            trouble("light-turned-proxy")
        }
        LampState::Down { .. } => trouble("light-turned-down"),
        LampState::OfficeOffline { .. } => trouble("light-turned-office"),
        LampState::Portal { .. } => trouble("light-turned-portal"),
        LampState::Slow { .. } if !before.is_trouble() => trouble("light-turned-slow"),
        _ if before.is_trouble() && now.state.is_usable() => Some(Notice::info("light-turned-up")),
        _ => None,
    }
}
