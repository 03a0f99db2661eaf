//! One value of each kind: read, looked up, and taken apart for the answer.

use crate::base::order;
use crate::data::Reference;
use crate::ident::ahu::{self, Entity, Paper};
use crate::ident::npwp::Shape;
use crate::ident::phone::Line;
use crate::ident::{
    Parsed, Verdict, akta, bpjs, date, email, kbli, nib, nik, nitku, npwp, phone, postal,
};
use crate::text::Lang;
use clap::ValueEnum;
use jiff::civil::Date;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

/// What the values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Kind {
    Nik,
    Npwp,
    Nitku,
    Nib,
    Ahu,
    Akta,
    Kpj,
    Bpjs,
    Npp,
    Kbli,
    Phone,
    Email,
    Postal,
}

impl Kind {
    /// The word on the command line and in the answer.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Nik => "nik",
            Self::Npwp => "npwp",
            Self::Nitku => "nitku",
            Self::Nib => "nib",
            Self::Ahu => "ahu",
            Self::Akta => "akta",
            Self::Kpj => "kpj",
            Self::Bpjs => "bpjs",
            Self::Npp => "npp",
            Self::Kbli => "kbli",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Postal => "postal",
        }
    }
}

/// What values are checked against.
pub(super) struct Against {
    pub(super) reference: Arc<Reference>,
    pub(super) today: Date,
    /// Edition of KBLI, a year.
    pub(super) edition: u16,
    pub(super) lang: Lang,
}

/// A sentence about a value: message id and arguments.
pub(super) type Sentence = (&'static str, Vec<(&'static str, Cow<'static, str>)>);

/// What was found.
#[derive(Default)]
pub(super) struct Checked {
    /// The form that is stored and compared; none when the value is salah.
    pub(super) normal: Option<String>,
    /// The form people read.
    pub(super) shown: Option<String>,
    /// Gravest first.
    pub(super) verdicts: Vec<Verdict>,
    /// What the value is made of, for programs.
    pub(super) parts: Map<String, Value>,
    /// The same for people.
    pub(super) sentence: Option<Sentence>,
}

impl Checked {
    /// No value, and the one reason why.
    pub(super) fn bad(verdict: Verdict) -> Self {
        Self { verdicts: vec![verdict], ..Self::default() }
    }

    /// What a parser found; `take` tells the value's normal form, its readable one and its parts.
    fn of<T>(
        parsed: Parsed<T>,
        take: impl FnOnce(&T) -> (String, String, Value, Option<Sentence>),
    ) -> Self {
        let Parsed { value, verdicts } = parsed;
        let mut checked = Self { verdicts, ..Self::default() };
        if let Some((normal, shown, parts, sentence)) = value.as_ref().map(take) {
            (checked.normal, checked.shown, checked.sentence) =
                (Some(normal), Some(shown), sentence);
            if let Value::Object(parts) = parts {
                checked.parts = parts;
            }
        }
        checked
    }
}

/// Checks one value.
pub(super) fn check(kind: Kind, text: &str, against: &Against) -> Checked {
    let plain = |text: &str| (text.to_owned(), text.to_owned(), json!({}), None);
    match kind {
        Kind::Nik => of_nik(text, against),
        Kind::Npwp => Checked::of(npwp::parse(text), of_npwp),
        Kind::Nitku => Checked::of(nitku::parse(text), |nitku| {
            let (npwp, place) = (nitku.npwp(), &nitku.digits()[16..]);
            let parts = json!({"npwp": npwp, "place": place, "main": nitku.is_main_place()});
            let id = if nitku.is_main_place() { "check-nitku-main" } else { "check-nitku-branch" };
            let sentence = (id, vec![("place", place.to_owned().into())]);
            (nitku.as_str().to_owned(), nitku.grouped(), parts, Some(sentence))
        }),
        Kind::Nib => Checked::of(nib::parse(text), |nib| {
            (nib.as_str().to_owned(), nib.grouped(), json!({}), None)
        }),
        Kind::Ahu => Checked::of(ahu::parse(text), of_ahu),
        Kind::Akta => Checked::of(akta::parse_number(text), |akta| plain(akta.as_str())),
        Kind::Kpj => Checked::of(bpjs::parse_kpj(text), |kpj| plain(kpj.as_str())),
        Kind::Bpjs => Checked::of(bpjs::parse_card(text), |card| plain(card.as_str())),
        Kind::Npp => Checked::of(bpjs::parse_npp(text), |npp| plain(npp.as_str())),
        Kind::Kbli => of_kbli(text, against),
        Kind::Phone => Checked::of(phone::parse(text), |phone| {
            let (word, id) = match phone.line() {
                Line::Mobile => ("mobile", "check-phone-mobile"),
                Line::Landline => ("landline", "check-phone-landline"),
                Line::Foreign => ("foreign", "check-phone-foreign"),
            };
            let parts = json!({"line": word, "national": phone.national()});
            (phone.as_str().to_owned(), phone.national(), parts, Some((id, Vec::new())))
        }),
        Kind::Email => Checked::of(email::parse(text), |email| {
            let (name, domain) = email.as_str().split_once('@').unwrap_or_default();
            let parts = json!({"name": name, "domain": domain});
            (email.as_str().to_owned(), email.as_str().to_owned(), parts, None)
        }),
        Kind::Postal => Checked::of(postal::parse(text), |postal| plain(postal.as_str())),
    }
}

fn of_nik(text: &str, against: &Against) -> Checked {
    let regions = against.reference.regions();
    let mut parsed = nik::read(text, regions);
    if let Some(nik) = &parsed.value {
        parsed.verdicts.extend(nik::check_age(nik, None, against.today));
        order::sort_by_key(&mut parsed.verdicts, |verdict| Reverse(verdict.level));
    }
    Checked::of(parsed, |nik| {
        let tells = nik.tells(regions, None, against.today);
        let (sex, id) = match tells.sex {
            nik::Sex::Male => ("l", "check-nik-male"),
            nik::Sex::Female => ("p", "check-nik-female"),
        };
        let parts = json!({
            "region_code": nik.region_code(), "region": tells.region, "region_now": tells.now,
            "province": tells.region.last(), "sex": sex,
            "birth": tells.birth.map(|birth| birth.to_string()), "age": tells.age,
            "births": nik.births().map(|birth| birth.to_string()).collect::<Vec<_>>(),
            "serial": &nik.digits()[12..],
        });
        let place = if tells.region.is_empty() { "?".into() } else { tells.region.join(", ") };
        let mut args = vec![("place", place.into())];
        let birth = tells.birth.map(|birth| date::long(birth, against.lang == Lang::Id));
        args.push(("birth", birth.unwrap_or_else(|| "?".into()).into()));
        let age = tells.age.map_or_else(|| "?".to_owned(), |age| age.to_string());
        args.push(("age", age.into()));
        (nik.as_str().to_owned(), nik.grouped(), parts, Some((id, args)))
    })
}

fn of_npwp(npwp: &npwp::Npwp) -> (String, String, Value, Option<Sentence>) {
    let (word, id) = match npwp.shape() {
        Shape::Fifteen => ("15", "check-npwp-fifteen"),
        Shape::ZeroFifteen => ("0+15", "check-npwp-zero"),
        Shape::Nik => ("nik", "check-npwp-nik"),
        Shape::Coretax => ("coretax", "check-npwp-coretax"),
        Shape::Unknown => ("unknown", "check-npwp-unknown"),
    };
    let mut parts = json!({"shape": word, "sixteen": npwp.sixteen()});
    if let Some(branch) = npwp.branch() {
        parts["branch"] = json!(branch);
    }
    (npwp.as_str().to_owned(), npwp.grouped(), parts, Some((id, Vec::new())))
}

fn of_ahu(ahu: &ahu::Ahu) -> (String, String, Value, Option<Sentence>) {
    let (word, id, entity) = match ahu.paper() {
        Paper::Founding(entity) => ("founding", "check-ahu-founding", Some(entity)),
        Paper::Change(entity) => ("change", "check-ahu-change", Some(entity)),
        Paper::Register => ("register", "check-ahu-register", None),
        Paper::Notary => ("notary", "check-ahu-notary", None),
        Paper::Unknown => ("unknown", "check-ahu-unknown", None),
    };
    let entity = entity.map(Entity::name);
    let parts = json!({"code": ahu.code(), "paper": word, "entity": entity});
    let args = entity.map(|entity| vec![("entity", entity.into())]).unwrap_or_default();
    (ahu.as_str().to_owned(), ahu.as_str().to_owned(), parts, Some((id, args)))
}

fn of_kbli(text: &str, against: &Against) -> Checked {
    let (kbli, edition) = (against.reference.kbli(), against.edition);
    Checked::of(kbli::read(text, edition, kbli), |code| {
        let digits = code.digits();
        let titled = kbli.title(digits, edition);
        let title = titled.map(|(title, _)| title);
        let mut parts = json!({
            "edition": edition, "title": title,
            "category": titled.map(|(_, category)| category.to_string()),
        });
        if edition < 2025 {
            let candidates = kbli.successors(digits);
            let candidates = candidates
                .iter()
                .map(|hit| json!({"code": hit.code, "edition": hit.edition, "title": hit.title}));
            parts["candidates"] = candidates.collect();
        }
        let id = if title.is_some() { "check-kbli-title" } else { "check-kbli-untitled" };
        let args = vec![
            ("edition", Cow::from(edition.to_string())),
            ("title", title.unwrap_or_default().to_owned().into()),
        ];
        (digits.to_owned(), code.grouped(), parts, Some((id, args)))
    })
}
