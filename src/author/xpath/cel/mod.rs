//! A tree of XPath said in CEL.

mod compare;
mod value;

use crate::author::toml::quoted;
use crate::author::xpath::parse::{Fault, Sign, Tree};
use compare::{guarded, opposite};
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
}
