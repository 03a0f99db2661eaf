//! The functions packs may call, and what CEL brings along.
//!
//! All are total: a wrong argument is an error value, an unanswered one gives null. Never reads the
//! clock; `today` is handed in as an argument by [`super::expression`].

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "the shape of a function is CEL's"
)]

use super::pattern::Pattern;
use super::tables::Tables;
use crate::data::Reference;
use crate::ident;
use cel::common::types::{CelBool, CelInt, CelList, CelNull, CelString, DYN_TYPE};
use cel::common::value::CowVal;
use cel::{Env, ExecutionError};
use std::sync::{Arc, LazyLock};

/// A function of ours: name, how many arguments the author gives, and what is given along with them.
pub(super) struct OurFunction {
    pub(super) name: &'static str,
    pub(super) arguments: usize,
    pub(super) along: Option<&'static str>,
}

/// The day, as an argument and as a name packs may write themselves.
pub(super) const TODAY: &str = "today";
/// The reference tables, as a last argument. No name a pack could write.
pub(super) const TABLES: &str = "@tables";

/// Makes a null an error: what `==`, `!=` and `in` do with their operands.
pub(super) const NEED: &str = "@need";

const fn ours(name: &'static str, arguments: usize, along: Option<&'static str>) -> OurFunction {
    OurFunction { name, arguments, along }
}

/// Our functions, as `docs/pack-format.md` lists them.
pub(super) const OURS: [OurFunction; 17] = [
    ours("after", 2, None),
    ours("age", 1, Some(TODAY)),
    ours("before", 2, None),
    ours("latitude", 1, None),
    ours("longitude", 1, None),
    ours("nik_birth", 1, Some(TODAY)),
    ours("nik_birth_matches", 2, None),
    ours("nik_sex", 1, None),
    ours("postcode", 1, Some(TABLES)),
    ours("region_name", 1, Some(TABLES)),
    ours("sum", 1, None),
    ours("coalesce", 2, None),
    ours("rupiah", 1, None),
    ours("scale", 1, None),
    ours("words", 1, None),
    ours("is_null", 1, None),
    ours("fits", 2, None),
];

/// Functions and macros of CEL that packs may use.
pub(super) const STANDARD: [&str; 15] = [
    "size",
    "contains",
    "startsWith",
    "endsWith",
    "string",
    "int",
    "double",
    "has",
    "all",
    "exists",
    "exists_one",
    "map",
    "filter",
    "dyn",
    "type",
];

/// The environment every expression is compiled and run in; made once, on first use.
pub(super) static ENV: LazyLock<Arc<Env>> = LazyLock::new(|| {
    let mut env = Env::stdlib();
    let all: [(&str, cel::common::functions::Function, usize); 18] = [
        (NEED, need, 1),
        ("after", after, 2),
        ("age", age, 2),
        ("before", before, 2),
        ("latitude", latitude, 1),
        ("longitude", longitude, 1),
        ("nik_birth", nik_birth, 2),
        ("nik_birth_matches", nik_birth_matches, 2),
        ("nik_sex", nik_sex, 1),
        ("postcode", postcode, 2),
        ("region_name", region_name, 2),
        ("sum", sum, 1),
        ("coalesce", coalesce, 2),
        ("rupiah", rupiah, 1),
        ("scale", scale, 1),
        ("words", words, 1),
        ("is_null", is_null, 1),
        ("fits", fits, 2),
    ];
    for (name, function, arguments) in all {
        env.add_overload(
            name,
            name,
            std::iter::repeat_with(|| DYN_TYPE).take(arguments).collect(),
            function,
        )
        .expect("our names are none of CEL's");
    }
    Arc::new(env)
});

type Args<'b, 'v> = Vec<CowVal<'b, 'v>>;
type Answer<'b, 'v> = Result<CowVal<'b, 'v>, ExecutionError>;

fn null<'b, 'v>() -> CowVal<'b, 'v> {
    CowVal::owned(CelNull)
}

/// The one error of ours. It says nothing of the values: errors of expressions are never shown.
fn no_result() -> ExecutionError {
    ExecutionError::MissingArgumentOrTarget
}

fn text<'a>(value: &'a CowVal<'_, '_>) -> Option<&'a str> {
    value.downcast_ref::<CelString>().map(CelString::inner)
}

fn int(value: &CowVal<'_, '_>) -> Option<i64> {
    value.downcast_ref::<CelInt>().map(|int| *int.inner())
}

fn date(value: &CowVal<'_, '_>) -> Option<jiff::civil::Date> {
    text(value)?.parse().ok()
}

fn is_nothing(value: &CowVal<'_, '_>) -> bool {
    value.downcast_ref::<CelNull>().is_some()
}

/// `value` when there is one, else null.
fn or_null<'b, 'v>(value: Option<CowVal<'b, 'v>>) -> Answer<'b, 'v> {
    Ok(value.unwrap_or_else(null))
}

fn string<'b, 'v>(text: impl Into<String>) -> CowVal<'b, 'v> {
    CowVal::owned(CelString::from(text.into()))
}

fn need<'b, 'v>(mut args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let value = args.pop().ok_or_else(no_result)?;
    if is_nothing(&value) { Err(no_result()) } else { Ok(value) }
}

fn is_null<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    Ok(CowVal::owned(CelBool::from(args.first().is_none_or(is_nothing))))
}

fn coalesce<'b, 'v>(mut args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let second = args.pop().ok_or_else(no_result)?;
    let first = args.pop().ok_or_else(no_result)?;
    Ok(if is_nothing(&first) { second } else { first })
}

fn sum<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let Some(list) = args.first() else { return Err(no_result()) };
    if is_nothing(list) {
        return Ok(null());
    }
    let list = list.downcast_ref::<CelList>().ok_or_else(no_result)?;
    let mut total: i64 = 0;
    for item in list.inner() {
        if item.downcast_ref::<CelNull>().is_some() {
            continue;
        }
        let item = item.downcast_ref::<CelInt>().ok_or_else(no_result)?;
        total = total.checked_add(*item.inner()).ok_or_else(no_result)?;
    }
    Ok(CowVal::owned(CelInt::from(total)))
}

fn age<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [born, today] = args.as_slice() else { return Err(no_result()) };
    or_null(date(born).zip(date(today)).map(|(born, today)| {
        CowVal::owned(CelInt::from(i64::from(ident::age::years(born, today))))
    }))
}

fn words<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(
        args.first()
            .and_then(text)
            .map(|text| CowVal::owned(CelInt::from(text.split_whitespace().count() as i64))),
    )
}

/// What stands before the first `mark` in a text; null without one.
fn before<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(cut(&args).map(|(before, _)| string(before.trim())))
}

/// What stands after the first `mark` in a text; null without one.
fn after<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(cut(&args).map(|(_, after)| string(after.trim())))
}

fn cut<'a>(args: &'a Args<'_, '_>) -> Option<(&'a str, &'a str)> {
    let [whole, mark] = args.as_slice() else { return None };
    text(whole)?.split_once(text(mark)?)
}

/// Whether the whole text is what the pattern says; a pattern that is none is a problem of the pack.
fn fits<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [whole, pattern] = args.as_slice() else { return Err(no_result()) };
    let both = text(whole).zip(text(pattern).and_then(Pattern::of));
    or_null(both.map(|(whole, pattern)| CowVal::owned(CelBool::from(pattern.fits(whole)))))
}

fn rupiah<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(args.first().and_then(int).map(|amount| string(ident::money::show(amount))))
}

fn scale<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(args.first().and_then(int).map(|modal| string(ident::scale::of(modal).name())))
}

/// The tables that were given along.
fn tables<'a>(value: &'a CowVal<'_, '_>) -> Option<&'a Reference> {
    value.downcast_ref::<Tables>().map(|tables| &*tables.0)
}

/// The postcode of a region, when it has only one: a proposal, never a guess.
fn postcode<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [code, along] = args.as_slice() else { return Err(no_result()) };
    let found = text(code).zip(tables(along)).and_then(|(code, tables)| {
        match tables.regions().postcodes(code).as_slice() {
            [only] => Some(string(*only)),
            _ => None,
        }
    });
    or_null(found)
}

fn region_name<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [code, along] = args.as_slice() else { return Err(no_result()) };
    let name = text(code).zip(tables(along));
    or_null(name.and_then(|(code, tables)| tables.regions().name(code).map(string)))
}

fn latitude<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(place(&args).map(|place| string(format!("{:.6}", place.latitude()))))
}

fn longitude<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(place(&args).map(|place| string(format!("{:.6}", place.longitude()))))
}

fn place(args: &Args<'_, '_>) -> Option<ident::coordinates::Coordinates> {
    ident::coordinates::parse(args.first().and_then(text)?).value
}

fn nik(value: &CowVal<'_, '_>) -> Option<ident::nik::Nik> {
    ident::nik::parse(text(value)?).value
}

fn nik_birth<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [number, today] = args.as_slice() else { return Err(no_result()) };
    let born = nik(number).zip(date(today)).and_then(|(nik, today)| nik.birth(today));
    or_null(born.map(|born| string(born.to_string())))
}

fn nik_birth_matches<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [number, born] = args.as_slice() else { return Err(no_result()) };
    or_null(
        nik(number)
            .zip(date(born))
            .map(|(nik, born)| CowVal::owned(CelBool::from(nik.matches_birth(born)))),
    )
}

fn nik_sex<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    or_null(args.first().and_then(nik).map(|nik| {
        string(match nik.sex() {
            ident::nik::Sex::Male => "l",
            ident::nik::Sex::Female => "p",
        })
    }))
}
