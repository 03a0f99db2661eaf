//! `light`: one look at OSS, with what was seen, what it means and what to do; and how it is looked at.

use super::Cx;
use super::reply::{Failure, Reply, exit};
use crate::app::Why;
use crate::net::{FILE, Found, Probe, Sample, Settings};
use crate::runtime;
use serde_json::{Value, json};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Looks once, whether the lamp is on or not: somebody asked.
pub(super) fn look(cx: &Cx, offline: bool) -> Result<Reply, Failure> {
    if offline {
        return Err(Failure::usage("light-offline"));
    }
    let (settings, problems) = runtime::light_settings(&cx.folder()?);
    let slow_after = settings.slow_after;
    let probe = Probe::new(settings)
        .map_err(|error| Failure::problem("light-not-ready").with("detail", error.0))?;
    let sample = probe.check();
    let state = match sample.found {
        Found::Alive if sample.took > slow_after => "slow",
        Found::Alive => "up",
        Found::Down(_) => "down",
        Found::Office(_) => "office",
        Found::Portal(_) => "portal",
    };
    let mut reply = told(cx, &sample, state);
    reply.aside = problems.join("\n");
    Ok(reply)
}

fn told(cx: &Cx, sample: &Sample, state: &str) -> Reply {
    let time = written(sample.took.as_secs_f64(), cx);
    let status = sample.status.map_or_else(String::new, |status| status.to_string());
    let args: Vec<(&str, Cow<'_, str>)> = vec![
        ("time", time.into()),
        ("address", sample.address.as_str().into()),
        ("status", status.as_str().into()),
        ("host", sample.led_to.as_deref().unwrap_or_default().into()),
    ];
    let say = |key: &str| cx.words.with(key, &args);
    let found = |key: &str| cx.words.find(key, &args);
    let see = format!("light-see-{state}");
    let what = say(&see);
    let why = sample.found.why().map(|why| say(&format!("light-why-{}", why.name())));
    // What is in the way may have a step of its own: a clock is set right, a proxy is called for.
    let own = sample.found.why().and_then(|why| found(&format!("light-why-{}.next", why.name())));
    let next = own.unwrap_or_else(|| say(&format!("{see}.next")));
    let sign = match state {
        "up" => "●",
        "slow" => "○",
        "down" => "✗",
        _ => "?",
    };
    let mut lines = vec![format!("{sign} {what}")];
    lines.push(format!("  {}", say("light-asked")));
    for (is_there, key) in
        [(sample.status.is_some(), "light-status"), (sample.led_to.is_some(), "light-led-to")]
    {
        if is_there {
            lines.push(format!("  {}", say(key)));
        }
    }
    if let Some(why) = &why {
        lines.push(format!("{}: {why}", say("cli-why")));
    }
    lines.push(format!("{}: {next}", say("cli-next")));
    if !sample.detail.is_empty() {
        lines.push(format!("({})", sample.detail));
    }
    let json = json!({
        "state": state, "usable": sample.found == Found::Alive,
        "why": sample.found.why().map(Why::name), "ms": sample.took.as_millis() as u64,
        "address": sample.address, "status": sample.status, "led_to": sample.led_to,
        "detail": sample.detail, "what": what, "next": next,
    });
    let code = if sample.found == Found::Alive { exit::DONE } else { exit::PROBLEM };
    Reply::new(lines.join("\n"), json).exiting(code)
}

/// Seconds with tenths, in the language's own writing.
fn written(seconds: f64, cx: &Cx) -> String {
    let text = format!("{:.1}", seconds.max(0.1));
    if cx.lang == crate::text::Lang::Id { text.replace('.', ",") } else { text }
}

/// Where the office's file goes and what holds at present.
pub(super) fn settings(cx: &Cx) -> Result<Reply, Failure> {
    let folder = cx.folder()?;
    let file = folder.join(FILE);
    let (settings, problems): (Settings, _) = runtime::light_settings(&folder);
    let shown = file.display().to_string();
    let key = if file.exists() { "light-file" } else { "light-no-file" };
    let mut text = format!("# {}\n", cx.words.with(key, &[("file", shown.as_str().into())]));
    let values = settings.shown();
    for (name, value) in &values {
        _ = writeln!(text, "{name} = {value}");
    }
    let map: BTreeMap<&str, Value> =
        values.iter().map(|(name, value)| (*name, in_json(value))).collect();
    let json =
        json!({"file": shown, "exists": file.exists(), "settings": map, "problems": problems});
    let code = if problems.is_empty() { exit::DONE } else { exit::PROBLEM };
    let mut reply = Reply::new(text.trim_end(), json).exiting(code);
    reply.aside = problems.join("\n");
    Ok(reply)
}

/// Our values read the same in TOML and in JSON.
fn in_json(value: &str) -> Value {
    serde_json::from_str(value).unwrap_or_else(|_| json!(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Lang};

    #[test]
    fn everything_that_can_be_seen_has_its_words_in_both_languages() {
        let whys = [
            Why::Dns,
            Why::Refused,
            Why::Unreachable,
            Why::Proxy,
            Why::Tls,
            Why::Clock,
            Why::Timeout,
            Why::Http(502),
            Why::RedirectLoop,
            Why::CutOff,
            Why::OtherPage,
        ];
        for lang in Lang::ALL {
            let words = Catalog::built_in(lang);
            let keys = ["up", "slow", "down", "office", "portal"]
                .map(|state| format!("light-see-{state}"));
            for key in keys.into_iter().flat_map(|key| [format!("{key}.next"), key]) {
                assert!(words.find(&key, &[]).is_some(), "{key}");
            }
            for why in whys {
                let key = format!("light-why-{}", why.name());
                assert!(words.find(&key, &[]).is_some(), "{key}");
                // A wrong calendar here is written into no journal.
                let key = format!("outage-why-{}", why.name());
                assert!(why == Why::Clock || words.find(&key, &[]).is_some(), "{key}");
            }
        }
    }
}
