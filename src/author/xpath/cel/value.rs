//! Values: names, sums and calls of functions.

use super::compare::alike;
use super::{Made, Named, Scope, Sort, Value, refused};
use crate::author::toml::quoted;
use crate::author::xpath::parse::{Fault, Sign, Tree};

impl Scope<'_> {
    pub(super) fn name(&self, name: &str) -> Result<&Named, Fault> {
        let named = self.names.get(name).ok_or_else(|| Fault::new("author-expr-name", name))?;
        if named.sort == Sort::None {
            return Err(Fault::new("author-expr-left-out", name));
        }
        Ok(named)
    }

    pub(super) fn value(&self, tree: &Tree) -> Made {
        match tree {
            Tree::Number(text) => Ok(number(text)),
            Tree::Text(text) if text.is_empty() => Ok(Value::new("null", Sort::Text)),
            Tree::Text(text) => Ok(Value::new(quoted(text), Sort::Text)),
            Tree::Me if self.me.is_empty() => refused("author-expr-syntax", "."),
            Tree::Me => self.value(&Tree::Name(self.me.to_owned())),
            Tree::Name(name) if name == "today" && !self.names.contains_key(name) => {
                Ok(Value::new("today", Sort::Date))
            }
            Tree::Name(name) => {
                let named = self.name(name)?;
                if named.sort == Sort::Repeat {
                    return refused("author-expr-repeat", name.clone());
                }
                if !self.around.starts_with(&named.around) {
                    return refused("author-expr-in-repeat", name.clone());
                }
                let mut value = Value::new(&named.name, named.sort);
                value.open.push(named.name.clone());
                Ok(value)
            }
            Tree::Column(name) => match self.columns.get(name) {
                Some(column) => Ok(Value::new(column, Sort::Text)),
                None => refused("author-expr-bare", name.clone()),
            },
            Tree::Minus(inner) => {
                let value = self.value(inner)?;
                if !value.sort.is_number() {
                    return refused("author-expr-types", format!("-{}", value.cel));
                }
                Ok(Value::new(format!("-{}", value.tight()), value.sort).with(&[&value]).loose())
            }
            Tree::Pair(sign, one, two) => match sign {
                Sign::Plus | Sign::Minus | Sign::Times | Sign::Div | Sign::Mod => {
                    self.sum(*sign, one, two)
                }
                Sign::Union => refused("author-expr-path", "|"),
                _ => self.claim(tree, true, true),
            },
            Tree::Call(name, parts) => self.call(tree, name, parts),
        }
    }

    pub(super) fn sum(&self, sign: Sign, one: &Tree, two: &Tree) -> Made {
        let (left, right) = (self.value(one)?, self.value(two)?);
        for part in [&left, &right] {
            match part.sort {
                Sort::Int | Sort::Double | Sort::Text => {}
                Sort::Date => return refused("author-expr-date-sum", part.cel.clone()),
                Sort::Choice(_) | Sort::Choices(_) => {
                    return refused("author-expr-choice-number", part.cel.clone());
                }
                _ => return refused("author-expr-types", part.cel.clone()),
            }
        }
        let ints = left.sort == Sort::Int && right.sort == Sort::Int;
        let word = match sign {
            Sign::Plus => "+",
            Sign::Minus => "-",
            Sign::Times => "*",
            Sign::Div => "/",
            _ => "%",
        };
        let (cel, sort) = match (sign, ints) {
            (Sign::Mod, false) => return refused("author-expr-types", "mod"),
            (Sign::Div, _) | (_, false) => {
                (format!("{} {word} {}", left.double(), right.double()), Sort::Double)
            }
            _ => (format!("{} {word} {}", left.tight(), right.tight()), Sort::Int),
        };
        Ok(Value::new(cel, sort).with(&[&left, &right]).loose())
    }

    pub(super) fn call(&self, tree: &Tree, name: &str, parts: &[Tree]) -> Made {
        if let Some(born) = age_of(name, parts) {
            let born = self.value(born)?;
            if born.sort == Sort::Date {
                return Ok(Value::new(format!("age({})", born.cel), Sort::Int).with(&[&born]));
            }
        }
        match (name, parts) {
            ("today", []) => Ok(Value::new("today", Sort::Date)),
            ("date" | "string" | "once", [Tree::Text(text)]) => {
                let is_date = name == "date" && text.parse::<jiff::civil::Date>().is_ok();
                let sort = if is_date { Sort::Date } else { Sort::Text };
                Ok(Value::new(quoted(text), sort))
            }
            ("once", [part]) => self.value(part),
            ("date", [part]) => {
                let value = self.value(part)?;
                if value.sort == Sort::Date {
                    return Ok(value);
                }
                refused("author-expr-function", "date")
            }
            ("string", [part]) => {
                let value = self.value(part)?;
                if value.sort.is_text() {
                    return Ok(Value { sort: Sort::Text, ..value });
                }
                if !value.sort.is_number() {
                    return refused("author-expr-types", value.cel);
                }
                Ok(Value::new(format!("string({})", value.cel), Sort::Text).with(&[&value]))
            }
            ("number" | "int", [part]) => {
                let value = self.value(part)?;
                match (value.sort, name) {
                    (Sort::Int, _) | (Sort::Double, "number") => Ok(value),
                    (Sort::Double, _) => {
                        Ok(Value::new(format!("int({})", value.cel), Sort::Int).with(&[&value]))
                    }
                    (Sort::Text, _) => Ok(Value::new(value.double(), Sort::Double).with(&[&value])),
                    (Sort::Choice(_) | Sort::Choices(_), _) => {
                        refused("author-expr-choice-number", value.cel)
                    }
                    _ => refused("author-expr-types", value.cel),
                }
            }
            ("if", [test, one, two]) => {
                let test = self.claim(test, true, true)?;
                let (one, two) = (self.value(one)?, self.value(two)?);
                let (one, two, sort) = alike(&one, &two)?;
                Ok(Value::new(format!("{} ? {one} : {two}", test.tight()), sort).loose())
            }
            ("coalesce", [first, rest @ ..]) if !rest.is_empty() => {
                let mut made = self.value(first)?;
                for part in rest {
                    let next = self.value(part)?;
                    let (one, two, sort) = alike(&made, &next)?;
                    let open = if next.open.is_empty() { Vec::new() } else { made.open };
                    made = Value::new(format!("coalesce({one}, {two})"), sort);
                    made.open = open;
                }
                Ok(made)
            }
            ("concat", parts) if !parts.is_empty() => {
                let texts: Result<Vec<String>, Fault> =
                    parts.iter().map(|part| Ok(self.value(part)?.text())).collect();
                Ok(Value::new(texts?.join(" + "), Sort::Text).loose())
            }
            ("string-length", parts) if parts.len() < 2 => {
                let value = self.value(parts.first().unwrap_or(&Tree::Me))?;
                Ok(Value::new(format!("size({})", value.text()), Sort::Int))
            }
            ("count-selected", [part]) => {
                let value = self.value(part)?;
                if !matches!(value.sort, Sort::Choices(_)) {
                    return refused("author-expr-not-choices", value.cel);
                }
                Ok(Value::new(format!("size(coalesce({}, []))", value.cel), Sort::Int))
            }
            ("count" | "sum", [Tree::Name(of)]) => self.over(name, of),
            ("min" | "max", [one, two]) => {
                let (left, right) = (self.value(one)?, self.value(two)?);
                let (one, two, sort) = alike(&left, &right)?;
                let sign = if name == "min" { "<" } else { ">" };
                if !sort.is_number() {
                    return refused("author-expr-types", name);
                }
                Ok(Value::new(format!("{one} {sign} {two} ? {one} : {two}"), sort)
                    .with(&[&left, &right])
                    .loose())
            }
            (
                "not" | "true" | "false" | "selected" | "regex" | "starts-with" | "ends-with"
                | "contains" | "boolean",
                _,
            ) => match (name, parts) {
                ("regex", [_, other]) if !matches!(other, Tree::Text(_)) => {
                    refused("author-expr-function", "regex")
                }
                ("not" | "boolean", [_])
                | ("true" | "false", [])
                | ("selected" | "regex" | "starts-with" | "ends-with" | "contains", [_, _]) => {
                    self.claim(tree, true, true)
                }
                _ => refused("author-expr-arguments", name),
            },
            ("count" | "sum" | "if" | "coalesce" | "today" | "date" | "number" | "int", _) => {
                refused("author-expr-arguments", name)
            }
            _ => refused("author-expr-function", name),
        }
    }

    /// `count` and `sum` over the instances of a repeat.
    pub(super) fn over(&self, function: &str, of: &str) -> Made {
        let named = self.name(of)?;
        let shown = &named.name;
        if named.sort == Sort::Repeat {
            if function == "sum" || !self.around.starts_with(&named.around) {
                return refused("author-expr-in-repeat", of);
            }
            return Ok(Value::new(format!("size({shown})"), Sort::Int));
        }
        let Some((repeat, outside)) = named.around.split_last() else {
            return refused("author-expr-no-repeat", of);
        };
        if !self.around.starts_with(outside) || self.around.contains(repeat) {
            return refused("author-expr-in-repeat", of);
        }
        let cel = match (function, named.sort) {
            ("count", _) => format!("size({repeat}.filter(r, !is_null(r.{shown})))"),
            (_, Sort::Int) => format!("sum({repeat}.map(r, r.{shown}))"),
            _ => return refused("author-expr-sum", of),
        };
        Ok(Value::new(cel, Sort::Int))
    }
}

pub(super) fn number(text: &str) -> Value {
    let plain = text.strip_suffix('.').unwrap_or(text);
    match plain.parse::<i64>() {
        Ok(number) if number < 0 => Value::new(plain, Sort::Int).loose(),
        Ok(_) => Value::new(plain, Sort::Int),
        Err(_) if plain.starts_with('.') => Value::new(format!("0{plain}"), Sort::Double),
        Err(_) if plain.contains('.') => Value::new(plain, Sort::Double),
        // Too large for a whole number.
        Err(_) => Value::new(format!("{plain}.0"), Sort::Double),
    }
}

/// The text of a written value.
pub(super) fn literal(tree: &Tree) -> Option<String> {
    match tree {
        Tree::Text(text) | Tree::Number(text) => Some(text.clone()),
        Tree::Minus(inner) => match &**inner {
            Tree::Number(text) => Some(format!("-{text}")),
            _ => None,
        },
        _ => None,
    }
}

/// The date whose age `int((today() - x) div 365.25)` is.
pub(super) fn age_of<'a>(name: &str, parts: &'a [Tree]) -> Option<&'a Tree> {
    let ("int" | "floor", [Tree::Pair(Sign::Div, days, year)]) = (name, parts) else { return None };
    let Tree::Number(year) = &**year else { return None };
    let Tree::Pair(Sign::Minus, now, born) = &**days else { return None };
    let Tree::Call(now, none) = &**now else { return None };
    let is_year = ["365", "365.25", "365.2425"].contains(&year.as_str());
    let is_now = ["today", "now"].contains(&now.as_str()) && none.is_empty();
    match &**born {
        Tree::Call(name, inner) if name == "date" && inner.len() == 1 => Some(&inner[0]),
        born => Some(born),
    }
    .filter(|_| is_year && is_now)
}
