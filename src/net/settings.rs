//! How OSS is looked at: `light.toml`, ours and then the office's over it.
//!
//! A slip is a line with its place and the nearest right word; the rest of the file holds. Never asks
//! anything itself.

use crate::base::settings::{line_of, meant, unknown};
use reqwest::Url;
use std::time::Duration;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name of the office's own file in the data folder.
pub const FILE: &str = "light.toml";

/// Others' servers are not asked more often than this.
const LEAST_INTERVAL: Duration = Duration::from_secs(15);
/// A recovery is noticed within this time.
const NOTICED_WITHIN: Duration = Duration::from_mins(2);
/// An address list longer than this is a mistake.
const MOST_ADDRESSES: usize = 8;

/// Which way requests take.
#[derive(Clone, PartialEq, Eq)]
pub enum Proxy {
    /// As this PC is set up.
    System,
    /// Straight.
    None,
    /// Through this one.
    At(Url),
}

impl std::fmt::Debug for Proxy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::System => f.write_str("System"),
            Self::None => f.write_str("None"),
            Self::At(url) => write!(f, "At({})", without_secret(url)),
        }
    }
}

/// How OSS is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Whether it is looked at at all.
    pub on: bool,
    /// The addresses that must all answer.
    pub oss: Vec<Url>,
    /// Addresses in other networks: when none of them answers, it is not OSS that is down.
    pub other: Vec<Url>,
    /// Pause between looks while OSS answers.
    pub interval: Duration,
    /// Longest wait for a connection.
    pub connect_timeout: Duration,
    /// Longest wait for a whole answer.
    pub total_timeout: Duration,
    /// What takes longer is slow.
    pub slow_after: Duration,
    /// So many looks in a row turn the lamp to trouble or to slow.
    pub failures: u32,
    /// So many turn it back.
    pub successes: u32,
    /// Pause before a look that makes sure.
    pub confirm_after: Duration,
    /// Longest pause while OSS is down.
    pub backoff_max: Duration,
    /// Most bytes read of an answer.
    pub max_body: usize,
    /// The way there.
    pub proxy: Proxy,
    /// Hosts OSS may send a visitor to, with all under them.
    pub may_lead_to: Vec<String>,
    /// Words, in small letters, of pages that are not OSS.
    pub must_not_occur: Vec<String>,
    /// Words, in small letters, of which the page of OSS has one; none given: any page will do.
    pub must_occur: Vec<String>,
}

/// Every setting, as the file has it.
const NAMES: [&str; 16] = [
    "on",
    "oss",
    "other",
    "interval_s",
    "connect_timeout_s",
    "total_timeout_s",
    "slow_after_s",
    "failures",
    "successes",
    "confirm_after_s",
    "backoff_max_s",
    "max_body_kib",
    "proxy",
    "may_lead_to",
    "must_not_occur",
    "must_occur",
];

impl Default for Settings {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Settings {
    /// Ours.
    pub fn built_in() -> Self {
        Self::with_override("").0
    }

    /// Ours with the office's `light.toml` over them, and what could not be used of it, one line each.
    pub fn with_override(office: &str) -> (Self, Vec<String>) {
        let mut settings = Self::nothing();
        let mut problems = Vec::new();
        settings.lay(include_str!("light.toml"), &mut problems);
        debug_assert!(problems.is_empty(), "our own light.toml: {problems:?}");
        settings.lay(office, &mut problems);
        settings.be_fair(office, &mut problems);
        (settings, problems)
    }

    const fn nothing() -> Self {
        Self {
            on: false,
            oss: Vec::new(),
            other: Vec::new(),
            interval: Duration::ZERO,
            connect_timeout: Duration::ZERO,
            total_timeout: Duration::ZERO,
            slow_after: Duration::ZERO,
            failures: 1,
            successes: 1,
            confirm_after: Duration::ZERO,
            backoff_max: Duration::ZERO,
            max_body: 0,
            proxy: Proxy::System,
            may_lead_to: Vec::new(),
            must_not_occur: Vec::new(),
            must_occur: Vec::new(),
        }
    }

    fn lay(&mut self, source: &str, problems: &mut Vec<String>) {
        let file = match DeTable::parse(source) {
            Ok(file) => file,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                problems.push(problem(source, at, error.message()));
                return;
            }
        };
        for (key, value) in file.get_ref() {
            if let Err(what) = self.set(key.get_ref(), value) {
                // An unknown name is underlined where it stands, a bad value where that stands.
                let known = NAMES.contains(&key.get_ref().as_ref());
                let at = if known { value.span().start } else { key.span().start };
                problems.push(problem(source, at, &what));
            }
        }
    }

    fn set(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> Result<(), String> {
        let value = value.get_ref();
        match name {
            "on" => {
                self.on = value.as_bool().ok_or("`on` is `true` or `false`")?;
            }
            "oss" => {
                let addresses = addresses(name, value)?;
                if addresses.is_empty() {
                    return Err(
                        "`oss` needs an address; to look at nothing, write `on = false`".into()
                    );
                }
                self.oss = addresses;
            }
            "other" => self.other = addresses(name, value)?,
            "interval_s" => self.interval = seconds(name, value)?,
            "connect_timeout_s" => self.connect_timeout = seconds(name, value)?,
            "total_timeout_s" => self.total_timeout = seconds(name, value)?,
            "slow_after_s" => self.slow_after = seconds(name, value)?,
            "confirm_after_s" => self.confirm_after = seconds(name, value)?,
            "backoff_max_s" => self.backoff_max = seconds(name, value)?,
            "failures" => self.failures = count(name, value, 20)?,
            "successes" => self.successes = count(name, value, 20)?,
            "max_body_kib" => self.max_body = count(name, value, 4_096)? as usize * 1_024,
            "proxy" => self.proxy = proxy(value)?,
            "may_lead_to" => self.may_lead_to = words(name, value)?,
            "must_not_occur" => self.must_not_occur = words(name, value)?,
            "must_occur" => self.must_occur = words(name, value)?,
            _ => {
                return Err(unknown("setting", name, NAMES.into_iter()));
            }
        }
        Ok(())
    }

    /// What no office may set, because a server of others or the promise of two minutes suffers.
    fn be_fair(&mut self, source: &str, problems: &mut Vec<String>) {
        let at = |name: &str| {
            let is_it = |line: &str| line.trim_start().starts_with(name);
            let before = source.lines().take_while(|line| !is_it(line));
            before.map(|line| line.len() + 1).sum::<usize>()
        };
        let ours_only = |urls: &[Url]| urls.iter().all(is_this_pc);
        if !(ours_only(&self.oss) && ours_only(&self.other)) && self.interval < LEAST_INTERVAL {
            self.interval = LEAST_INTERVAL;
            let what = "`interval_s` is at least 15: a server of others is not asked more often";
            problems.push(problem(source, at("interval_s"), what));
        }
        let waits = self.total_timeout * 2 + self.confirm_after;
        let most = NOTICED_WITHIN.saturating_sub(waits).max(LEAST_INTERVAL);
        if self.backoff_max > most {
            self.backoff_max = most;
            let what = format!(
                "`backoff_max_s` is at most {} beside these waits: a recovery is noticed within two minutes",
                most.as_secs()
            );
            problems.push(problem(source, at("backoff_max_s"), &what));
        }
    }

    /// Name and present value of every setting, as they would stand in the file.
    pub fn shown(&self) -> Vec<(&'static str, String)> {
        let urls = |urls: &[Url]| listed(urls.iter().map(Url::as_str));
        let words = |words: &[String]| listed(words.iter().map(String::as_str));
        let time = |time: Duration| time.as_secs_f64().to_string();
        let value = |name| match name {
            "on" => self.on.to_string(),
            "oss" => urls(&self.oss),
            "other" => urls(&self.other),
            "interval_s" => time(self.interval),
            "connect_timeout_s" => time(self.connect_timeout),
            "total_timeout_s" => time(self.total_timeout),
            "slow_after_s" => time(self.slow_after),
            "failures" => self.failures.to_string(),
            "successes" => self.successes.to_string(),
            "confirm_after_s" => time(self.confirm_after),
            "backoff_max_s" => time(self.backoff_max),
            "max_body_kib" => (self.max_body / 1_024).to_string(),
            "proxy" => match &self.proxy {
                Proxy::System => "\"system\"".to_owned(),
                Proxy::None => "\"none\"".to_owned(),
                // A password in the address is nobody's business.
                Proxy::At(url) => format!("{:?}", without_secret(url)),
            },
            "may_lead_to" => words(&self.may_lead_to),
            "must_not_occur" => words(&self.must_not_occur),
            _ => words(&self.must_occur),
        };
        NAMES.map(|name| (name, value(name))).to_vec()
    }
}

/// The address without name and password.
pub(super) fn without_secret(url: &Url) -> String {
    let mut shown = url.clone();
    _ = shown.set_username("");
    _ = shown.set_password(None);
    shown.to_string()
}

fn listed<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    format!("[{}]", texts.map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", "))
}

fn problem(source: &str, at: usize, what: &str) -> String {
    let line = line_of(source, at);
    format!("{FILE}:{line}: {what}")
}

fn is_this_pc(url: &Url) -> bool {
    matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"))
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    let text = match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return None,
    };
    text.replace('_', "").parse().ok()
}

fn seconds(name: &str, value: &DeValue<'_>) -> Result<Duration, String> {
    number(value)
        .filter(|seconds| (0.001..=3_600.0).contains(seconds))
        .map(Duration::from_secs_f64)
        .ok_or_else(|| format!("`{name}` is a number of seconds, at most 3600"))
}

fn count(name: &str, value: &DeValue<'_>, most: u32) -> Result<u32, String> {
    number(value)
        .filter(|count| count.fract() == 0.0 && (1.0..=f64::from(most)).contains(count))
        .map(|count| count as u32)
        .ok_or_else(|| format!("`{name}` is a whole number from 1 to {most}"))
}

fn texts<'v>(name: &str, value: &'v DeValue<'_>) -> Result<Vec<&'v str>, String> {
    let not_a_list = || format!("`{name}` is a list of texts: [\"…\", \"…\"]");
    let entries = value.as_array().ok_or_else(not_a_list)?;
    entries.iter().map(|entry| entry.get_ref().as_str().ok_or_else(not_a_list)).collect()
}

fn words(name: &str, value: &DeValue<'_>) -> Result<Vec<String>, String> {
    let words = texts(name, value)?;
    if words.iter().any(|word| word.trim().is_empty()) {
        return Err(format!("an empty word in `{name}` would stand on every page"));
    }
    Ok(words.into_iter().map(str::to_lowercase).collect())
}

fn addresses(name: &str, value: &DeValue<'_>) -> Result<Vec<Url>, String> {
    let texts = texts(name, value)?;
    if texts.len() > MOST_ADDRESSES {
        return Err(format!("`{name}` holds at most {MOST_ADDRESSES} addresses"));
    }
    texts.into_iter().map(address).collect()
}

fn address(text: &str) -> Result<Url, String> {
    let found = Url::parse(text).ok();
    let right = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    found.filter(right).ok_or_else(|| {
        format!("`{text}` is not an address; it begins with https://, like https://oss.go.id/")
    })
}

fn proxy(value: &DeValue<'_>) -> Result<Proxy, String> {
    match value.as_str() {
        Some("system") => Ok(Proxy::System),
        Some("none") => Ok(Proxy::None),
        Some(text) if text.contains("://") => Url::parse(text)
            .ok()
            .filter(|url| url.scheme() == "http" && url.has_host())
            .map(Proxy::At)
            .ok_or_else(|| "`proxy` is like http://10.0.0.1:3128".to_owned()),
        Some(text) => {
            let hint = meant(text, ["system", "none"].into_iter());
            Err(format!(
                "`proxy` is `system`, `none` or an address like http://10.0.0.1:3128{hint}"
            ))
        }
        None => Err("`proxy` is written in quotes".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_file_sets_everything_and_keeps_to_its_rules() {
        let (settings, problems) = Settings::with_override("");
        assert_eq!(problems, [""; 0]);
        assert!(settings.on);
        assert_eq!(settings.oss[0].as_str(), "https://oss.go.id/");
        let ours: toml::Table = toml::from_str(include_str!("light.toml")).expect("it reads");
        let mut names: Vec<_> = ours.keys().map(String::as_str).collect();
        let mut wanted = NAMES.to_vec();
        names.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(names, wanted);
    }

    #[test]
    fn what_is_shown_reads_back_as_the_same_settings() {
        let office = "interval_s = 90\nproxy = \"http://10.0.0.1:3128\"\nmust_occur = [\"OSS\"]\n";
        let (settings, _) = Settings::with_override(office);
        let lines = settings.shown().into_iter().map(|(name, value)| format!("{name} = {value}\n"));
        assert_eq!(Settings::with_override(&lines.collect::<String>()), (settings, Vec::new()));
    }

    #[test]
    fn every_slip_is_a_line_with_its_place_and_the_rest_holds() {
        let office = "slow_after_s = 3\n\nintervall_s = 90\non = 1\noss = []\nother = \"x\"\nproxy = \"sistem\"\n\
                      failures = 0\nmust_occur = [\" \"]\nconnect_timeout_s = -1\nmay_lead_to = [1]\n";
        let (settings, problems) = Settings::with_override(office);
        assert_eq!(settings.slow_after, Duration::from_secs(3));
        assert_eq!(settings.interval, Duration::from_mins(1));
        for line in [
            "light.toml:3: unknown setting `intervall_s`; did you mean `interval_s`?",
            "light.toml:4: `on` is `true` or `false`",
            "light.toml:5: `oss` needs an address; to look at nothing, write `on = false`",
            "light.toml:6: `other` is a list of texts: [\"…\", \"…\"]",
            "light.toml:7: `proxy` is `system`, `none` or an address like http://10.0.0.1:3128; did you mean `system`?",
            "light.toml:8: `failures` is a whole number from 1 to 20",
            "light.toml:9: an empty word in `must_occur` would stand on every page",
            "light.toml:10: `connect_timeout_s` is a number of seconds, at most 3600",
            "light.toml:11: `may_lead_to` is a list of texts: [\"…\", \"…\"]",
        ] {
            assert!(problems.iter().any(|problem| problem == line), "{line}\n{problems:#?}");
        }
        assert_eq!(problems.len(), 9, "{problems:#?}");
        let (_, broken) = Settings::with_override("\n\non = [");
        assert!(broken[0].starts_with("light.toml:3: "), "{broken:?}");
        let (_, wrong) = Settings::with_override("oss = [\"oss.go.id\"]");
        assert!(wrong[0].contains("like https://oss.go.id/"), "{wrong:?}");
    }

    #[test]
    fn a_server_of_others_is_not_asked_too_often_and_a_recovery_is_noticed_in_time() {
        let (settings, problems) = Settings::with_override("on = true\ninterval_s = 1\n");
        assert_eq!(settings.interval, LEAST_INTERVAL);
        assert!(
            problems[0].starts_with("light.toml:2: `interval_s` is at least 15"),
            "{problems:?}"
        );
        let here = "interval_s = 0.05\noss = [\"http://127.0.0.1:9/\"]\nother = []\n";
        assert_eq!(Settings::with_override(here).0.interval, Duration::from_millis(50));
        let (settings, problems) = Settings::with_override("backoff_max_s = 600\n");
        assert_eq!(settings.backoff_max, Duration::from_secs(75));
        assert!(
            problems[0].starts_with("light.toml:1: `backoff_max_s` is at most 75"),
            "{problems:?}"
        );
    }

    #[test]
    fn the_password_of_a_proxy_is_not_shown() {
        let (settings, problems) =
            Settings::with_override("proxy = \"http://rina:rahasia@10.0.0.1:3128\"");
        assert_eq!(problems, [""; 0]);
        assert!(!format!("{:?} {settings:?}", settings.shown()).contains("rahasia"));
    }
}
