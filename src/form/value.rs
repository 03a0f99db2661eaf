//! From the text that was typed to its value, its display form and what OSS is given.
//!
//! One answer at a time: rules between answers are [`super::evaluate`]'s.

use super::compile::Form;
use super::datum::Datum;
use super::{Choice, Finding, Kind, Message, OssFormat, Pack, Question, Show};
use crate::data::Reference;
use crate::ident::{self, Level, Parsed, Verdict};
use crate::text::{Lang, Text};
use cel::common::types::{CelBool, CelDouble};
use jiff::civil::Date;

/// The answers a `document` takes.
pub(super) const DOCUMENT: [&str; 3] = ["asli", "fotokopi", "tidak_ada"];

/// One answer, read.
#[derive(Default)]
pub(super) struct Read {
    /// What expressions see.
    pub(super) datum: Datum,
    /// What people read; empty when there is no answer.
    pub(super) shown: Text,
    /// What the number itself tells.
    pub(super) reading: Text,
    /// What OSS is given.
    pub(super) oss: String,
    /// What is wrong with it.
    pub(super) findings: Vec<Finding>,
}

/// Reads `raw` as an answer to `question`.
pub(super) fn read(form: &Form, question: &Question, raw: &str, today: Date) -> Read {
    let (pack, reference) = (&*form.pack, &*form.reference);
    let raw = raw.trim();
    if raw.is_empty() {
        return Read::default();
    }
    let format = question.oss.as_ref().map(|place| place.format);
    let mut read = match question.kind {
        Kind::Text | Kind::Paragraph => plain(raw),
        Kind::Integer => take(ident::number::parse_integer(raw), raw, |number| {
            whole(number, ident::number::group(number))
        }),
        Kind::Rupiah => {
            take(ident::money::parse(raw), raw, |amount| whole(amount, ident::money::show(amount)))
        }
        Kind::Decimal => take(ident::number::parse_decimal(raw), raw, decimal),
        Kind::Date => take(ident::date::parse(raw, today), raw, |date| of_date(date, format)),
        Kind::YesNo | Kind::Statement => yes_no(raw),
        Kind::Choice => choice(pack, question, raw, format),
        Kind::Choices => choices(pack, question, raw, format),
        Kind::Nik => nik(raw, reference, today),
        Kind::Npwp => take(ident::npwp::parse(raw), raw, |npwp| {
            numbered(npwp.as_str(), npwp.grouped(), npwp.as_str())
        }),
        Kind::Nib => take(ident::nib::parse(raw), raw, |nib| {
            numbered(nib.as_str(), nib.grouped(), nib.as_str())
        }),
        Kind::Nitku => take(ident::nitku::parse(raw), raw, |nitku| {
            numbered(nitku.as_str(), nitku.grouped(), nitku.as_str())
        }),
        Kind::Akta => take(ident::akta::parse_number(raw), raw, |akta| plain(akta.as_str())),
        Kind::Ahu => take(ident::ahu::parse(raw), raw, |ahu| plain(ahu.as_str())),
        Kind::Kpj => take(ident::bpjs::parse_kpj(raw), raw, |kpj| plain(kpj.as_str())),
        Kind::BpjsKes => take(ident::bpjs::parse_card(raw), raw, |card| plain(card.as_str())),
        Kind::Npp => take(ident::bpjs::parse_npp(raw), raw, |npp| plain(npp.as_str())),
        Kind::KodePos => take(ident::postal::parse(raw), raw, |code| plain(code.as_str())),
        Kind::Koordinat => take(ident::coordinates::parse(raw), raw, |place| plain(&place.shown())),
        Kind::RtRw => take(ident::rtrw::parse(raw), raw, |rtrw| plain(&rtrw.shown())),
        Kind::Phone => take(ident::phone::parse(raw), raw, |phone| of_phone(&phone, format)),
        Kind::Email => take(ident::email::parse(raw), raw, |email| plain(email.as_str())),
        Kind::Kbli => {
            let code = ident::kbli::read(raw, pack.kbli_edition, reference.kbli());
            take(code, raw, |code| of_kbli(&code, reference))
        }
        Kind::Wilayah => take(ident::wilayah::parse(raw), raw, |region| {
            numbered(region.as_str(), names(&region, reference), region.as_str())
        }),
        Kind::Document => document(question, raw),
        Kind::Note | Kind::Calculated => Read::default(),
    };
    if format.is_none() {
        read.oss.clear();
    }
    limit(question, raw, &mut read);
    read
}

/// The display form and OSS text of a calculated value.
pub(super) fn calculated(form: &Form, question: &Question, datum: Datum) -> Read {
    let pack = &*form.pack;
    if datum.is_nothing() {
        return Read { datum, ..Read::default() };
    }
    let raw = datum.raw();
    let format = question.oss.as_ref().map(|place| place.format);
    let mut read = match (question.show, datum.as_int()) {
        (Show::Rupiah, Some(amount)) => whole(amount, ident::money::show(amount)),
        (Show::Integer, Some(number)) => whole(number, ident::number::group(number)),
        (Show::Date, _) => match raw.parse::<Date>() {
            Ok(date) => of_date(date, format),
            Err(_) => plain(&raw),
        },
        (Show::Choice, _) => match find_choice(pack, question, &raw) {
            Some(choice) => of_choice(choice, format),
            None => plain(&raw),
        },
        (Show::Wilayah, _) => match ident::wilayah::parse(&raw).value {
            Some(region) => numbered(&raw, names(&region, &form.reference), &raw),
            None => plain(&raw),
        },
        _ if matches!(datum, Datum::Bool(_)) => yes_no(&raw),
        _ => plain(&raw),
    };
    read.datum = datum;
    if format.is_none() {
        read.oss.clear();
    }
    limit(question, &raw, &mut read);
    read
}

/// A finding of ours.
pub(super) fn ours(verdict: Verdict) -> Finding {
    Finding { level: verdict.level, message: Message::Ours(verdict) }
}

/// The value through `good`; without one the text itself is what people read.
fn take<T>(parsed: Parsed<T>, raw: &str, good: impl FnOnce(T) -> Read) -> Read {
    let mut read = match parsed.value {
        Some(value) => good(value),
        None => Read { shown: Text::same(raw), oss: raw.to_owned(), ..Read::default() },
    };
    read.findings.extend(parsed.verdicts.into_iter().map(ours));
    read
}

fn plain(text: &str) -> Read {
    numbered(text, text, text)
}

fn numbered(value: &str, shown: impl Into<String>, oss: &str) -> Read {
    Read {
        datum: Datum::text(value),
        shown: Text::same(shown),
        oss: oss.to_owned(),
        ..Read::default()
    }
}

fn whole(number: i64, shown: String) -> Read {
    Read {
        datum: Datum::int(number),
        shown: Text::same(shown),
        oss: number.to_string(),
        ..Read::default()
    }
}

fn decimal(number: f64) -> Read {
    let digits = number.abs().to_string();
    let (int, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut shown = int.parse().map_or_else(|_| int.to_owned(), ident::number::group);
    if number < 0.0 {
        shown.insert(0, '-');
    }
    if !fraction.is_empty() {
        shown.push(',');
        shown.push_str(fraction);
    }
    Read {
        datum: Datum::Double(CelDouble::from(number)),
        shown: Text::same(shown),
        oss: number.to_string().replace('.', ","),
        ..Read::default()
    }
}

fn of_date(date: Date, format: Option<OssFormat>) -> Read {
    let (year, month, day) = (date.year(), date.month(), date.day());
    Read {
        datum: Datum::text(date.to_string()),
        shown: long(date),
        oss: match format {
            Some(OssFormat::IsoDate) => date.to_string(),
            Some(OssFormat::Digits) => format!("{day:02}{month:02}{year:04}"),
            _ => format!("{day:02}/{month:02}/{year:04}"),
        },
        ..Read::default()
    }
}

fn long(date: Date) -> Text {
    Text { id: ident::date::long(date, true), en: ident::date::long(date, false) }
}

/// The number in fours, and what it tells: `Dumai Kota, Kota Dumai, Riau; perempuan; 17 Agustus 1957
/// (69 tahun)`. A beginning tells what it can.
fn nik(raw: &str, reference: &Reference, today: Date) -> Read {
    let regions = reference.regions();
    let parsed = ident::nik::read(raw, regions);
    let (region, born) = if let Some(nik) = &parsed.value {
        let told = nik.tells(regions, None, today);
        (told.region, Some((told.sex, told.birth)))
    } else {
        let told = ident::nik::beginning(raw, regions, today);
        (told.region, told.born)
    };
    let mut parts: Vec<Text> = Vec::new();
    if !region.is_empty() {
        parts.push(Text::same(region.join(", ")));
    }
    if let Some((sex, birth)) = born {
        parts.push(match sex {
            ident::nik::Sex::Male => two("laki-laki", "male"),
            ident::nik::Sex::Female => two("perempuan", "female"),
        });
        parts.extend(birth.map(|birth| with_age(birth, today)));
    }
    let join = |lang| parts.iter().map(|part| part.get(lang)).collect::<Vec<_>>().join("; ");
    let reading = Text { id: join(Lang::Id), en: join(Lang::En) };
    let read = take(parsed, raw, |nik| numbered(nik.as_str(), nik.grouped(), nik.as_str()));
    Read { reading, ..read }
}

fn with_age(birth: Date, today: Date) -> Text {
    let (date, age) = (long(birth), ident::age::years(birth, today));
    Text { id: format!("{} ({age} tahun)", date.id), en: format!("{} (age {age})", date.en) }
}

/// `56101 · Restoran (KBLI 2025)`: the digits alone mean another business in another edition.
fn of_kbli(code: &ident::kbli::KbliCode, reference: &Reference) -> Read {
    let edition = code.edition();
    let shown = match reference.kbli().title(code.digits(), edition) {
        Some((title, _)) => format!("{} · {title} (KBLI {edition})", code.digits()),
        None => format!("{} (KBLI {edition})", code.digits()),
    };
    numbered(code.digits(), shown, code.digits())
}

/// `Dumai Kota, Kota Dumai, Riau`, because names repeat; what is not in the tables as it was typed.
fn names(region: &ident::wilayah::Region, reference: &Reference) -> String {
    let path = region.code().map(|code| reference.regions().path(code)).unwrap_or_default();
    if path.is_empty() { region.shown() } else { path.join(", ") }
}

fn of_phone(phone: &ident::phone::Phone, format: Option<OssFormat>) -> Read {
    let national: String = phone.national().chars().filter(char::is_ascii_digit).collect();
    let oss = if format == Some(OssFormat::Digits) { phone.as_str() } else { &national };
    numbered(phone.as_str(), phone.national(), oss)
}

fn two(id: &str, en: &str) -> Text {
    Text { id: id.to_owned(), en: en.to_owned() }
}

fn yes_no(raw: &str) -> Read {
    let (yes, shown) = match raw.to_lowercase().as_str() {
        "ya" | "y" | "yes" | "true" => (true, two("Ya", "Yes")),
        "tidak" | "t" | "no" | "n" | "false" => (false, two("Tidak", "No")),
        _ => return wrong(raw, "form-yes-no"),
    };
    let oss = shown.id.clone();
    Read { datum: Datum::Bool(CelBool::from(yes)), shown, oss, ..Read::default() }
}

/// A text that is not of its kind.
fn wrong(raw: &str, id: &'static str) -> Read {
    Read {
        shown: Text::same(raw),
        findings: vec![ours(Verdict::new(Level::Salah, id))],
        ..Read::default()
    }
}

fn find_choice<'a>(pack: &'a Pack, question: &Question, name: &str) -> Option<&'a Choice> {
    let list = pack.choice_lists.get(question.choices?)?;
    list.choices.iter().find(|choice| choice.name == name)
}

fn of_choice(choice: &Choice, format: Option<OssFormat>) -> Read {
    let oss = match (format, &choice.code) {
        (Some(OssFormat::Code), Some(code)) => code,
        _ => &choice.label.id,
    };
    let shown = choice.label.clone();
    Read { datum: Datum::text(&choice.name), oss: oss.clone(), shown, ..Read::default() }
}

fn choice(pack: &Pack, question: &Question, raw: &str, format: Option<OssFormat>) -> Read {
    match find_choice(pack, question, raw) {
        Some(choice) => of_choice(choice, format),
        None => wrong(raw, "form-choice-unknown"),
    }
}

fn choices(pack: &Pack, question: &Question, raw: &str, format: Option<OssFormat>) -> Read {
    let mut reads = Vec::new();
    for name in raw.split_whitespace() {
        match find_choice(pack, question, name) {
            Some(choice) => reads.push(of_choice(choice, format)),
            None => return wrong(raw, "form-choice-unknown"),
        }
    }
    let join = |part: &dyn Fn(&Read) -> &str| reads.iter().map(part).collect::<Vec<_>>().join(", ");
    Read {
        datum: Datum::list(raw.split_whitespace()),
        shown: Text {
            id: join(&|read| &read.shown.id),
            en: join(&|read| read.shown.get(Lang::En)),
        },
        oss: join(&|read| &read.oss),
        ..Read::default()
    }
}

fn document(question: &Question, raw: &str) -> Read {
    let shown = match raw {
        "asli" => two("Asli", "Original"),
        "fotokopi" => two("Fotokopi", "Photocopy"),
        "tidak_ada" => two("Tidak ada", "Not here"),
        _ => return wrong(raw, "form-document-unknown"),
    };
    let about = question.document.as_ref();
    let mut findings = Vec::new();
    if raw == "fotokopi" && !about.is_some_and(|about| about.copy_is_enough) {
        findings.push(ours(Verdict::new(Level::Periksa, "form-document-copy")));
    }
    if raw == "tidak_ada" {
        findings.push(match about.filter(|about| !about.if_missing.is_empty()) {
            // The pack knows where to go for it; the sentence before that is ours in both languages.
            Some(about) => Finding {
                level: Level::Periksa,
                message: Message::Pack {
                    what: two("Dokumen ini belum ada.", "This document is not here yet."),
                    why: Text::default(),
                    next: about.if_missing.clone(),
                },
            },
            None => ours(Verdict::new(Level::Periksa, "form-document-missing")),
        });
    }
    Read { datum: Datum::text(raw), oss: shown.id.clone(), shown, findings, ..Read::default() }
}

/// Complains of more characters than OSS takes, counted on what OSS is given.
fn limit(question: &Question, raw: &str, read: &mut Read) {
    let given = if read.oss.is_empty() { raw } else { &read.oss };
    let count = given.chars().count();
    if question.max_chars > 0 && count > question.max_chars {
        let verdict = Verdict::new(Level::Salah, "form-too-long")
            .with("count", count.to_string())
            .with("max", question.max_chars.to_string())
            .with("over", (count - question.max_chars).to_string());
        read.findings.push(ours(verdict));
    } else if let Some(place) = &question.oss
        && let (_, rest) = place.cut(&read.oss)
        && !rest.is_empty()
        // Nobody can shorten what is calculated, or give a reason for it.
        && question.kind != Kind::Calculated
    {
        let verdict = Verdict::new(Level::Periksa, "form-oss-cut")
            .with("count", count.to_string())
            .with("max", place.max.to_string())
            .with("over", rest.chars().count().to_string());
        read.findings.push(ours(verdict));
    }
}
