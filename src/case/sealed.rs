//! How a summary lies in the store: bytes at fixed places, because every one is read at unlocking.
//!
//! Reads the JSON of older offices too. Never decides anything: what it says is made anew from the events.

use super::summary::{Summary, lay};
use super::{Waited, Waits};
use serde::Deserialize;

/// First byte of the form written now. JSON begins with a brace.
const BYTES: u8 = 1;

/// Bits of the second byte.
mod bit {
    pub(super) const BLOCKED: u8 = 1;
    pub(super) const WAITS: u8 = 2;
    pub(super) const CONSENT: u8 = 4;
    pub(super) const MET: u8 = 8;
    pub(super) const NEXT: u8 = 16;
    pub(super) const CALLED: u8 = 32;
    pub(super) const UNTIL: u8 = 64;
    pub(super) const NO_NUMBER: u8 = 128;
}

impl Summary {
    /// What the store keeps of it.
    ///
    /// FROZEN, numbers LE: `1 | bits 1 | lifecycle 1 | care 1 | visits 2 | progress 2 2 | handed 2 2 | last 8 |
    /// ends 2 2 2 2 2 | texts`; where it waits `since 8 | met 8 | next 8 | called 8 | until 2 1 1 | reached 2 |
    /// ends 2 2 2 | texts` (reason, condition, outcome; a number whose bit is not set is 0); then the JSON of
    /// the waits that are over, if there are any.
    pub fn to_bytes(&self) -> Vec<u8> {
        let waits = self.waits.as_deref();
        let has = |is: bool, bit: u8| if is { bit } else { 0 };
        let bits = has(self.blocked, bit::BLOCKED)
            | waits.map_or(0, |waits| {
                bit::WAITS
                    | has(waits.consent, bit::CONSENT)
                    | has(waits.met_ms.is_some(), bit::MET)
                    | has(waits.next_ms.is_some(), bit::NEXT)
                    | has(waits.called_ms.is_some(), bit::CALLED)
                    | has(waits.until.is_some(), bit::UNTIL)
                    | has(waits.no_number, bit::NO_NUMBER)
            });
        let mut out = Vec::with_capacity(40 + self.text.len());
        out.extend([BYTES, bits, self.lifecycle, self.care]);
        let (progress, handed) = (self.progress, self.handed);
        for number in [self.visits, progress.0, progress.1, handed.0, handed.1] {
            out.extend(number.to_le_bytes());
        }
        out.extend(self.last_ms.to_le_bytes());
        put_texts(&mut out, self.ends, &self.text);
        if let Some(waits) = waits {
            for at in [Some(waits.since_ms), waits.met_ms, waits.next_ms, waits.called_ms] {
                out.extend(at.unwrap_or_default().to_le_bytes());
            }
            let (year, month, day) =
                waits.until.map_or((0, 0, 0), |day| (day.year(), day.month(), day.day()));
            out.extend(year.to_le_bytes());
            out.extend([month as u8, day as u8]);
            out.extend(waits.reached.to_le_bytes());
            let (text, ends) = whole([&waits.reason, &waits.on, &waits.called]);
            put_texts(&mut out, ends, &text);
        }
        if let Some(waited) = &self.waited {
            serde_json::to_writer(&mut out, waited).expect("texts and numbers have a JSON form");
        }
        out
    }

    /// The summary as the store has it; nothing when it is damaged.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        match bytes.split_first()? {
            (&BYTES, rest) => read(Cursor(rest)),
            _ => Some(serde_json::from_slice::<Json>(bytes).ok()?.into()),
        }
    }
}

/// Texts one after the other, and where each ends. Of one that does not fit its number the rest is left out:
/// lists have no room for it, and the case has it whole.
fn whole(texts: [&str; 3]) -> (String, [u16; 3]) {
    let mut all = String::new();
    let ends = texts.map(|text| {
        all.push_str(&text[..text.floor_char_boundary(20_000)]);
        all.len() as u16
    });
    (all, ends)
}

fn put_texts<const N: usize>(out: &mut Vec<u8>, ends: [u16; N], text: &str) {
    for end in ends {
        out.extend(end.to_le_bytes());
    }
    out.extend(text.as_bytes());
}

/// What is still to be read.
struct Cursor<'a>(&'a [u8]);

impl<'a> Cursor<'a> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (taken, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*taken)
    }

    fn short(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }

    fn long(&mut self) -> Option<i64> {
        self.take().map(i64::from_le_bytes)
    }

    /// Texts as [`put_texts`] has written them, and where each ends.
    fn texts<const N: usize>(&mut self) -> Option<(&'a str, [u16; N])> {
        let mut ends = [0; N];
        for end in &mut ends {
            *end = self.short()?;
        }
        let (text, rest) = self.0.split_at_checked(usize::from(*ends.last()?))?;
        self.0 = rest;
        let text = std::str::from_utf8(text).ok()?;
        let fits = ends.is_sorted() && ends.iter().all(|end| text.is_char_boundary((*end).into()));
        fits.then_some((text, ends))
    }
}

fn read(mut from: Cursor<'_>) -> Option<Summary> {
    let [bits, lifecycle, care] = from.take()?;
    let visits = from.short()?;
    let progress = (from.short()?, from.short()?);
    let handed = (from.short()?, from.short()?);
    let last_ms = from.long()?;
    let (text, ends) = from.texts()?;
    let waits = if bits & bit::WAITS == 0 { None } else { Some(Box::new(waits(bits, &mut from)?)) };
    let waited = (!from.0.is_empty()).then(|| serde_json::from_slice(from.0));
    Some(Summary {
        text: text.into(),
        ends,
        lifecycle,
        blocked: bits & bit::BLOCKED != 0,
        progress,
        handed,
        waits,
        waited: waited.transpose().ok()?,
        visits,
        care,
        last_ms,
    })
}

fn waits(bits: u8, from: &mut Cursor<'_>) -> Option<Waits> {
    let since_ms = from.long()?;
    let met_ms = Some(from.long()?).filter(|_| bits & bit::MET != 0);
    let next_ms = Some(from.long()?).filter(|_| bits & bit::NEXT != 0);
    let called_ms = Some(from.long()?).filter(|_| bits & bit::CALLED != 0);
    let (year, [month, day]) = (i16::from_le_bytes(from.take()?), from.take()?);
    let until = match bits & bit::UNTIL {
        0 => None,
        _ => Some(jiff::civil::Date::new(year, month as i8, day as i8).ok()?),
    };
    let reached = from.short()?;
    let (text, ends) = from.texts::<3>()?;
    let [reason, on, _] = ends.map(usize::from);
    Some(Waits {
        reason: text[..reason].into(),
        on: text[reason..on].into(),
        until,
        since_ms,
        met_ms,
        next_ms,
        called: text[on..].into(),
        reached,
        called_ms,
        consent: bits & bit::CONSENT != 0,
        no_number: bits & bit::NO_NUMBER != 0,
    })
}

/// FROZEN: the form of the first offices, JSON. No longer written.
#[derive(Deserialize)]
#[expect(clippy::box_collection, reason = "as in the summary")]
struct Json {
    #[serde(rename = "n")]
    name: String,
    #[serde(rename = "a", default)]
    activity: String,
    #[serde(rename = "p")]
    pack: String,
    #[serde(rename = "c")]
    code: String,
    #[serde(rename = "f", default)]
    digits: String,
    #[serde(rename = "l")]
    lifecycle: u8,
    #[serde(rename = "d")]
    progress: (u16, u16),
    /// At first only the reason.
    #[serde(rename = "w", default)]
    parked: Option<Box<str>>,
    #[serde(rename = "x", default)]
    waits: Option<Box<Waits>>,
    #[serde(rename = "g", default)]
    waited: Option<Box<Vec<Waited>>>,
    #[serde(rename = "v", default = "one")]
    visits: u16,
    #[serde(rename = "e", default)]
    care: u8,
    #[serde(rename = "h", default)]
    handed: (u16, u16),
    #[serde(rename = "b", default)]
    blocked: bool,
    #[serde(rename = "m")]
    last_ms: i64,
}

const fn one() -> u16 {
    1
}

impl From<Json> for Summary {
    fn from(json: Json) -> Self {
        let (text, ends) = lay([&json.name, &json.activity, &json.pack, &json.code, &json.digits]);
        Self {
            text,
            ends,
            lifecycle: json.lifecycle,
            blocked: json.blocked,
            progress: json.progress,
            handed: json.handed,
            waits: json.waits.or_else(|| {
                let reason = json.parked?;
                Some(Box::new(Waits { reason, since_ms: json.last_ms, ..Waits::default() }))
            }),
            waited: json.waited,
            visits: json.visits,
            care: json.care,
            last_ms: json.last_ms,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OLD: &str = r#"{"n":"Siti","a":"kopi","p":"nib","c":"KUDA-472-M","f":"08","l":1,"d":[3,9],
        "w":"menunggu OSS","h":[1,2],"b":true,"m":77}"#;

    #[test]
    fn the_json_of_older_offices_is_read_and_written_as_bytes() {
        let old = Summary::read(OLD.as_bytes()).expect("it is whole");
        assert_eq!((old.name(), old.activity(), old.code()), ("Siti", "kopi", "KUDA-472-M"));
        assert_eq!((old.parked(), old.visits, old.last_ms), (Some("menunggu OSS"), 1, 77));
        assert_eq!(Summary::read(&old.to_bytes()), Some(old));
    }

    #[test]
    fn the_bytes_are_those_of_every_later_version() {
        let mut summary = Summary::read(OLD.as_bytes()).expect("it is whole");
        let hex = |summary: &Summary| {
            let digits = |all: String, byte: &u8| all + &format!("{byte:02x}");
            summary.to_bytes().iter().fold(String::new(), digits)
        };
        let waits = summary.waits.take();
        let plain = "01010100010003000900010002004d0000000000000004000800\
                     0b0015001700536974696b6f70696e69624b5544412d3437322d4d3038";
        assert_eq!(hex(&summary), plain.replace(' ', ""));
        summary.waits = waits;
        let waiting = hex(&summary);
        assert!(waiting.starts_with("0103") && waiting.len() > plain.len(), "{waiting}");
    }

    fn at() -> impl Strategy<Value = Option<i64>> {
        prop::option::of(any::<i64>())
    }

    prop_compose! {
        fn any_waits()(
            text in ["\\PC{0,30}", "[a-z]{0,9}", "[a-z]{0,9}"],
            since_ms in any::<i64>(), times in [at(), at(), at()],
            day in prop::option::of((1i16..9999, 1i8..13, 1i8..29)),
            reached in any::<u16>(), [consent, no_number] in any::<[bool; 2]>(),
        ) -> Waits {
            let [reason, on, called] = text.map(Into::into);
            let [met_ms, next_ms, called_ms] = times;
            let until = day.map(|(year, month, day)| jiff::civil::date(year, month, day));
            Waits {
                reason, on, until, since_ms, met_ms, next_ms, called, reached, called_ms, consent,
                no_number,
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_what_is_cut_is_not(
            texts in ["\\PC{0,90}", "\\PC{0,20}", "[a-z-]{0,9}", "[A-Z0-9-]{0,9}", "[0-9 ]{0,20}"],
            numbers in any::<[u16; 5]>(), bytes in any::<[u8; 2]>(), blocked in any::<bool>(),
            last_ms in any::<i64>(), waits in prop::option::of(any_waits().prop_map(Box::new)),
            since in prop::option::of(any::<i64>()),
        ) {
            let (text, ends) = lay(texts.each_ref().map(String::as_str));
            let [visits, done, total, handed, of] = numbers;
            let over = |since_ms| Box::new(vec![Waited { system: "oss".into(), since_ms, reached: 2 }]);
            let summary = Summary {
                text, ends, lifecycle: bytes[0], blocked, progress: (done, total), handed: (handed, of),
                waits, waited: since.map(over), visits, care: bytes[1], last_ms,
            };
            let bytes = summary.to_bytes();
            prop_assert_eq!(Summary::read(&bytes), Some(summary.clone()));
            if summary.waited.is_some() || summary.waits.is_some() {
                prop_assert_ne!(Summary::read(&bytes[..bytes.len() - 1]), Some(summary));
            } else {
                prop_assert_eq!(Summary::read(&bytes[..bytes.len() - 1]).is_some(), false);
            }
        }

        #[test]
        fn no_bytes_make_it_panic(mut bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            _ = Summary::read(&bytes).map(|summary| summary.name().len() + summary.digits().len());
            if let Some(first) = bytes.first_mut() {
                *first = BYTES;
            }
            _ = Summary::read(&bytes).map(|summary| summary.name().len() + summary.digits().len());
        }
    }
}
