//! A tree of XPath said in CEL.

use super::super::toml::quoted;
use super::parse::{Fault, Sign, Tree};
use std::collections::HashMap;

/// What kind of value something has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::author) enum Sort {
    Int,
    Double,
    Text,
    Bool,
    /// `YYYY-MM-DD`.
    Date,
    /// One name out of the list of that number.
    Choice(usize),
    /// Several.
    Choices(usize),
    /// The instances of a repeat.
    Repeat,
    /// Nothing that could be used.
    None,
}

impl Sort {
    const fn is_number(self) -> bool {
        matches!(self, Self::Int | Self::Double)
    }

    const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Date | Self::Choice(_))
    }
}

/// What a `${name}` leads to.
#[derive(Debug, Clone)]
pub(in crate::author) struct Named {
    /// Its name in the pack.
    pub(in crate::author) name: String,
    pub(in crate::author) sort: Sort,
    /// The repeats it stands in, outermost first, by their names in the pack.
    pub(in crate::author) around: Vec<String>,
}

/// Where an expression stands.
pub(in crate::author) struct Scope<'a> {
    /// By the name in the sheet.
    pub(in crate::author) names: &'a HashMap<String, Named>,
    /// Names of the choices of each list: in the sheet, in the pack.
    pub(in crate::author) lists: &'a [HashMap<String, String>],
    /// `.`, by its name in the sheet.
    pub(in crate::author) me: &'a str,
    /// The repeats around it.
    pub(in crate::author) around: &'a [String],
    /// Columns of its choices, in the sheet and in the pack; empty but in a `choice_filter`.
    pub(in crate::author) columns: &'a HashMap<String, String>,
    /// Columns found compared with the choices of a list: column in the sheet, list.
    pub(in crate::author) compared: std::cell::RefCell<Vec<(String, usize)>>,
}

/// A value in CEL.
struct Value {
    cel: String,
    sort: Sort,
    /// Has to stand in brackets beside other signs.
    loose: bool,
    /// Names that may be unanswered.
    open: Vec<String>,
}

type Made = Result<Value, Fault>;

impl Value {
    fn new(cel: impl Into<String>, sort: Sort) -> Self {
        Self { cel: cel.into(), sort, loose: false, open: Vec::new() }
    }

    fn with(mut self, parts: &[&Self]) -> Self {
        for part in parts {
            self.open.extend(part.open.iter().cloned());
        }
        self.open.sort();
        self.open.dedup();
        self
    }

    fn loose(mut self) -> Self {
        self.loose = true;
        self
    }

    fn tight(&self) -> String {
        if self.loose { format!("({})", self.cel) } else { self.cel.clone() }
    }

    fn double(&self) -> String {
        let whole = !self.cel.is_empty() && self.cel.bytes().all(|sign| sign.is_ascii_digit());
        match self.sort {
            Sort::Double => self.tight(),
            _ if whole => format!("{}.0", self.cel),
            _ => format!("double({})", self.cel),
        }
    }

    /// As a text that is never null.
    fn text(&self) -> String {
        match self.sort {
            Sort::Text | Sort::Date | Sort::Choice(_) if self.open.is_empty() => self.cel.clone(),
            Sort::Text | Sort::Date | Sort::Choice(_) => format!("coalesce({}, \"\")", self.cel),
            _ if self.open.is_empty() => format!("string({})", self.cel),
            _ => {
                let nulls: Vec<String> =
                    self.open.iter().map(|name| format!("is_null({name})")).collect();
                format!("({} ? \"\" : string({}))", nulls.join(" || "), self.cel)
            }
        }
    }
}

fn refused(key: &'static str, what: impl Into<String>) -> Made {
    Err(Fault::new(key, what))
}

impl Scope<'_> {
    /// A yes or no. Where a name is unanswered the result is that of XPath, or none where XPath says no.
    pub(in crate::author) fn condition(&self, tree: &Tree) -> Result<String, Fault> {
        self.claim(tree, true, false).map(|value| value.cel)
    }

    /// A value and its sort.
    pub(in crate::author) fn value_of(&self, tree: &Tree) -> Result<(String, Sort), Fault> {
        self.value(tree).map(|value| (value.cel, value.sort))
    }

    /// `yes`: whether it holds, else whether it does not. `total`: never without a result.
    fn claim(&self, tree: &Tree, yes: bool, total: bool) -> Made {
        match tree {
            Tree::Pair(sign @ (Sign::Or | Sign::And), one, two) => {
                let is_or = (*sign == Sign::Or) == yes;
                // A chain of one sign is written without brackets.
                let part = |part: &Tree| {
                    let made = self.claim(part, yes, total)?;
                    let same = matches!(part, Tree::Pair(inner, ..) if inner == sign);
                    // Comparisons bind closer than `&&` and `||`.
                    let mixed = [" && ", " || ", " ? "].iter().any(|sign| made.cel.contains(sign));
                    let bare = same || !mixed;
                    Ok((if bare { made.cel.clone() } else { made.tight() }, made))
                };
                let ((one, left), (two, right)) = (part(one)?, part(two)?);
                let sign = if is_or { "||" } else { "&&" };
                Ok(Value::new(format!("{one} {sign} {two}"), Sort::Bool)
                    .with(&[&left, &right])
                    .loose())
            }
            Tree::Call(name, parts) if name == "not" && parts.len() == 1 => {
                self.claim(&parts[0], !yes, total)
            }
            Tree::Call(name, parts) if name == "boolean" && parts.len() == 1 => {
                self.claim(&parts[0], yes, total)
            }
            Tree::Call(name, parts)
                if ["true", "false"].contains(&name.as_str()) && parts.is_empty() =>
            {
                Ok(Value::new(((name == "true") == yes).to_string(), Sort::Bool))
            }
            Tree::Call(name, parts) if name == "if" && parts.len() == 3 => {
                let test = self.claim(&parts[0], true, true)?;
                let (one, two) =
                    (self.claim(&parts[1], yes, total)?, self.claim(&parts[2], yes, total)?);
                let cel = format!("{} ? {} : {}", test.tight(), one.tight(), two.tight());
                Ok(Value::new(cel, Sort::Bool).loose())
            }
            Tree::Pair(
                sign @ (Sign::Equal
                | Sign::Unequal
                | Sign::Less
                | Sign::LessEqual
                | Sign::More
                | Sign::MoreEqual),
                one,
                two,
            ) => {
                let sign = if yes { *sign } else { opposite(*sign) };
                self.compare(sign, one, two, !yes || sign == Sign::Unequal, total)
            }
            Tree::Call(name, parts) => {
                let made = match (name.as_str(), parts.as_slice()) {
                    ("selected", [list, name]) => self.selected(list, name)?,
                    ("regex", [_, Tree::Text(pattern)]) if !crate::form::is_pattern(pattern) => {
                        return refused("author-expr-pattern", pattern.clone());
                    }
                    ("regex", [text, Tree::Text(pattern)]) => {
                        let text = self.value(text)?;
                        let cel = format!("fits({}, {})", text.cel, quoted(pattern));
                        Value::new(cel, Sort::Bool).with(&[&text])
                    }
                    ("starts-with" | "ends-with" | "contains", [text, part]) => {
                        let (text, part) = (self.value(text)?, self.value(part)?);
                        let function = match name.as_str() {
                            "starts-with" => "startsWith",
                            "ends-with" => "endsWith",
                            _ => "contains",
                        };
                        let cel = format!("{}.{function}({})", text.tight(), part.cel);
                        Value::new(cel, Sort::Bool).with(&[&text, &part])
                    }
                    _ => return self.plain(tree, yes, total),
                };
                Ok(guarded(made, yes, !yes, total))
            }
            _ => self.plain(tree, yes, total),
        }
    }

    /// A value by itself: XPath takes an answer for a yes.
    fn plain(&self, tree: &Tree, yes: bool, total: bool) -> Made {
        let value = self.value(tree)?;
        match (value.sort, value.open.as_slice()) {
            (Sort::Bool, _) => Ok(guarded(value, yes, !yes, total)),
            (Sort::Int | Sort::Double, []) => {
                let sign = if yes { "!=" } else { "==" };
                let zero = if value.sort == Sort::Int { "0" } else { "0.0" };
                Ok(Value::new(format!("{} {sign} {zero}", value.tight()), Sort::Bool).loose())
            }
            (_, [name]) if *name == value.cel => {
                let not = if yes { "!" } else { "" };
                Ok(Value::new(format!("{not}is_null({name})"), Sort::Bool))
            }
            _ => refused("author-expr-no-claim", ""),
        }
    }

    fn selected(&self, list: &Tree, name: &Tree) -> Made {
        let list = self.value(list)?;
        let (of, several) = match list.sort {
            Sort::Choices(of) => (of, true),
            Sort::Choice(of) => (of, false),
            Sort::Bool => return Self::compare_bool(&list, name),
            _ => return refused("author-expr-not-choices", list.cel),
        };
        let name = match literal(name) {
            Some(text) => Value::new(quoted(&self.choice(of, &text)?), Sort::Text),
            None => self.value(name)?,
        };
        let cel = if several {
            format!("{} in {}", name.tight(), list.cel)
        } else {
            format!("{} == {}", list.cel, name.tight())
        };
        Ok(Value::new(cel, Sort::Bool).with(&[&list, &name]).loose())
    }

    /// An agreement or a yes and no: its values are words in XPath.
    fn compare_bool(value: &Value, other: &Tree) -> Made {
        let yes = match literal(other).map(|text| text.to_lowercase()).as_deref() {
            Some("ok" | "ya" | "yes" | "true" | "1") => true,
            Some("tidak" | "no" | "false" | "0") => false,
            _ => return refused("author-expr-types", value.cel.clone()),
        };
        Ok(Value::new(format!("{} == {yes}", value.tight()), Sort::Bool).with(&[value]).loose())
    }

    /// The name in the pack of a choice in the sheet.
    fn choice(&self, list: usize, name: &str) -> Result<String, Fault> {
        let known = self.lists.get(list).and_then(|list| list.get(name.trim()));
        known.cloned().ok_or_else(|| Fault::new("author-expr-no-choice", name))
    }

    fn compare(&self, sign: Sign, one: &Tree, two: &Tree, negative: bool, total: bool) -> Made {
        let equality = matches!(sign, Sign::Equal | Sign::Unequal);
        let word = match sign {
            Sign::Equal => "==",
            Sign::Unequal => "!=",
            Sign::Less => "<",
            Sign::LessEqual => "<=",
            Sign::More => ">",
            _ => ">=",
        };
        if equality {
            for (tree, other) in [(one, two), (two, one)] {
                if *other == Tree::Text(String::new()) {
                    return self.empty(tree, sign == Sign::Equal);
                }
            }
        }
        let (left, right) = match (literal(one), literal(two)) {
            (None, Some(text)) => {
                let left = self.value(one)?;
                let right = self.literal_for(&left, &text, two, equality)?;
                (left, right)
            }
            (Some(text), None) => {
                let right = self.value(two)?;
                let left = self.literal_for(&right, &text, one, equality)?;
                (left, right)
            }
            _ => (self.value(one)?, self.value(two)?),
        };
        for (column, value) in [(one, &right), (two, &left)] {
            if let (Tree::Column(column), Sort::Choice(list)) = (column, value.sort) {
                self.compared.borrow_mut().push((column.clone(), list));
            }
        }
        let fits = match (left.sort, right.sort) {
            (one, two) if one.is_number() && two.is_number() => true,
            (Sort::Date, Sort::Date | Sort::Text) | (Sort::Text, Sort::Date) => true,
            (one, two) if one.is_text() && two.is_text() => equality,
            (Sort::Bool, Sort::Bool) => equality,
            (Sort::Choices(one), Sort::Choices(two)) => equality && one == two,
            _ => false,
        };
        if fits {
            let cel = format!("{} {word} {}", left.tight(), right.tight());
            let made = Value::new(cel, Sort::Bool).with(&[&left, &right]).loose();
            return Ok(guarded(made, true, negative, total));
        }
        // A text that holds a number.
        if [left.sort, right.sort].iter().all(|sort| sort.is_number() || *sort == Sort::Text) {
            let cel = format!("{} {word} {}", left.double(), right.double());
            let made = Value::new(cel, Sort::Bool).with(&[&left, &right]).loose();
            return Ok(guarded(made, true, negative, total));
        }
        refused("author-expr-types", format!("{} {word} {}", left.cel, right.cel))
    }

    /// A written value, as the other side needs it.
    fn literal_for(&self, other: &Value, text: &str, tree: &Tree, equality: bool) -> Made {
        Ok(match other.sort {
            Sort::Choice(list) if equality => {
                Value::new(quoted(&self.choice(list, text)?), Sort::Text)
            }
            Sort::Choices(list) if equality => {
                let names: Result<Vec<String>, Fault> = text
                    .split_whitespace()
                    .map(|name| Ok(quoted(&self.choice(list, name)?)))
                    .collect();
                Value::new(format!("[{}]", names?.join(", ")), other.sort)
            }
            Sort::Choice(_) | Sort::Choices(_) => {
                return refused("author-expr-choice-number", other.cel.clone());
            }
            Sort::Bool => {
                let yes = Self::compare_bool(other, tree)?.cel.ends_with("true");
                Value::new(yes.to_string(), Sort::Bool)
            }
            Sort::Int | Sort::Double => match text.trim().parse::<f64>() {
                Ok(_) => number(text.trim()),
                Err(_) => return refused("author-expr-types", format!("{} , {text}", other.cel)),
            },
            Sort::Date if text.parse::<jiff::civil::Date>().is_err() => {
                return refused("author-expr-date", text);
            }
            Sort::Text if equality => Value::new(quoted(text), Sort::Text),
            _ => self.value(tree)?,
        })
    }

    /// `x = ''`.
    fn empty(&self, tree: &Tree, is: bool) -> Made {
        let value = self.value(tree)?;
        let not = if is { "" } else { "!" };
        match value.open.as_slice() {
            [name] if *name == value.cel => {
                Ok(Value::new(format!("{not}is_null({name})"), Sort::Bool))
            }
            _ if value.sort == Sort::Text => {
                let sign = if is { "==" } else { "!=" };
                Ok(Value::new(format!("{} {sign} \"\"", value.text()), Sort::Bool).loose())
            }
            _ => Ok(Value::new(format!("{not}is_null({})", value.cel), Sort::Bool)),
        }
    }

    fn name(&self, name: &str) -> Result<&Named, Fault> {
        let named = self.names.get(name).ok_or_else(|| Fault::new("author-expr-name", name))?;
        if named.sort == Sort::None {
            return Err(Fault::new("author-expr-left-out", name));
        }
        Ok(named)
    }

    fn value(&self, tree: &Tree) -> Made {
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

    fn sum(&self, sign: Sign, one: &Tree, two: &Tree) -> Made {
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

    fn call(&self, tree: &Tree, name: &str, parts: &[Tree]) -> Made {
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
    fn over(&self, function: &str, of: &str) -> Made {
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

/// The same sort for both, or none.
fn alike(one: &Value, two: &Value) -> Result<(String, String, Sort), Fault> {
    let null = |value: &Value| value.cel == "null";
    let sort = match (one.sort, two.sort) {
        (a, b) if a == b => a,
        (_, b) if null(one) => b,
        (a, _) if null(two) => a,
        (a, b) if a.is_number() && b.is_number() => {
            return Ok((one.double(), two.double(), Sort::Double));
        }
        (a, b) if a.is_text() && b.is_text() => Sort::Text,
        _ => return Err(Fault::new("author-expr-types", format!("{}, {}", one.cel, two.cel))),
    };
    Ok((one.tight(), two.tight(), sort))
}

/// With what it takes to have the result of XPath where something is unanswered.
fn guarded(value: Value, yes: bool, negative: bool, total: bool) -> Value {
    let cel = if yes { value.cel.clone() } else { format!("!{}", value.tight()) };
    let loose = yes && value.loose;
    let open = value.open.clone();
    let is_null = |not: &str, sign: &str| {
        let all: Vec<String> = open.iter().map(|name| format!("{not}is_null({name})")).collect();
        all.join(sign)
    };
    if open.is_empty() || !(negative || total) {
        return Value { cel, loose, ..value };
    }
    let cel = if negative {
        format!("{} || {cel}", is_null("", " || "))
    } else {
        format!("{} && {cel}", is_null("!", " && "))
    };
    // From here on there is always a result.
    let open = if total { Vec::new() } else { value.open };
    Value { cel, sort: Sort::Bool, loose: true, open }
}

const fn opposite(sign: Sign) -> Sign {
    match sign {
        Sign::Equal => Sign::Unequal,
        Sign::Unequal => Sign::Equal,
        Sign::Less => Sign::MoreEqual,
        Sign::LessEqual => Sign::More,
        Sign::More => Sign::LessEqual,
        Sign::MoreEqual => Sign::Less,
        other => other,
    }
}

fn number(text: &str) -> Value {
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
fn literal(tree: &Tree) -> Option<String> {
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
fn age_of<'a>(name: &str, parts: &'a [Tree]) -> Option<&'a Tree> {
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
