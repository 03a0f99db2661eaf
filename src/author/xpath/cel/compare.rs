//! Comparisons: what is left of the sign and what is right of it come to the same sort first.

use super::value::{literal, number};
use super::{Made, Scope, Sort, Value, refused};
use crate::author::toml::quoted;
use crate::author::xpath::parse::{Fault, Sign, Tree};

impl Scope<'_> {
    pub(super) fn selected(&self, list: &Tree, name: &Tree) -> Made {
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
    pub(super) fn compare_bool(value: &Value, other: &Tree) -> Made {
        let yes = match literal(other).map(|text| text.to_lowercase()).as_deref() {
            Some("ok" | "ya" | "yes" | "true" | "1") => true,
            Some("tidak" | "no" | "false" | "0") => false,
            _ => return refused("author-expr-types", value.cel.clone()),
        };
        Ok(Value::new(format!("{} == {yes}", value.tight()), Sort::Bool).with(&[value]).loose())
    }

    /// The name in the pack of a choice in the sheet.
    pub(super) fn choice(&self, list: usize, name: &str) -> Result<String, Fault> {
        let known = self.lists.get(list).and_then(|list| list.get(name.trim()));
        known.cloned().ok_or_else(|| Fault::new("author-expr-no-choice", name))
    }

    pub(super) fn compare(
        &self,
        sign: Sign,
        one: &Tree,
        two: &Tree,
        negative: bool,
        total: bool,
    ) -> Made {
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
    pub(super) fn literal_for(
        &self,
        other: &Value,
        text: &str,
        tree: &Tree,
        equality: bool,
    ) -> Made {
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
    pub(super) fn empty(&self, tree: &Tree, is: bool) -> Made {
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
}

/// The same sort for both, or none.
pub(super) fn alike(one: &Value, two: &Value) -> Result<(String, String, Sort), Fault> {
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
pub(super) fn guarded(value: Value, yes: bool, negative: bool, total: bool) -> Value {
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

pub(super) const fn opposite(sign: Sign) -> Sign {
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
