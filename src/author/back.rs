//! CEL said in XPath, as far as both can say it.

use crate::form::{Kind, Pack, SectionKind, expression_tree};
use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, operators};
use std::fmt::Write as _;

/// Where an expression goes.
pub(super) struct Back<'a> {
    pub(super) pack: &'a Pack,
    /// The question that `.` is, in a constraint.
    pub(super) me: Option<&'a str>,
    /// A `choice_filter`: names of columns stay bare.
    pub(super) columns: bool,
}

type Said = Result<String, String>;

impl Back<'_> {
    /// The expression in XPath; else the part that XPath cannot say.
    pub(super) fn say(&self, source: &str) -> Said {
        let tree = expression_tree(source).ok_or_else(|| source.to_owned())?;
        self.expr(&tree, 0)
    }

    fn kind(&self, expr: &IdedExpr) -> Option<Kind> {
        let Expr::Ident(name) = &expr.expr else { return None };
        self.pack.find_question(name).map(|ix| self.pack.question(ix).kind)
    }

    /// `depth` bounds the walk; the loader bounds what it is given.
    fn expr(&self, expr: &IdedExpr, depth: usize) -> Said {
        if depth > 200 {
            return Err("…".to_owned());
        }
        match &expr.expr {
            Expr::Literal(value) => literal(value),
            Expr::Ident(name) => self.name(name),
            Expr::Call(call) => self.call(call, depth + 1),
            Expr::Comprehension(all) => {
                // `sum(list.map(r, r.x))` is told at the sum; anything else has no counterpart.
                let what = match &all.iter_range.expr {
                    Expr::Ident(name) => format!("{name}.map(…)"),
                    _ => "map(…)".to_owned(),
                };
                Err(what)
            }
            Expr::Select(select) => Err(format!("….{}", select.field)),
            Expr::List(_) | Expr::Map(_) | Expr::Struct(_) | Expr::Unspecified => {
                Err("[…]".to_owned())
            }
        }
    }

    fn name(&self, name: &str) -> Said {
        if self.columns && (name == "name" || self.is_column(name)) {
            return Ok(name.to_owned());
        }
        if self.me == Some(name) {
            return Ok(".".to_owned());
        }
        if name == "today" {
            return Ok("today()".to_owned());
        }
        match self.pack.find_question(name).map(|ix| self.pack.question(ix).kind) {
            Some(Kind::Note) | None => Err(name.to_owned()),
            // An agreement and a yes are words over there.
            Some(Kind::YesNo) => Ok(format!("${{{name}}} = 'ya'")),
            Some(Kind::Statement) => Ok(format!("${{{name}}} = 'OK'")),
            Some(_) => Ok(format!("${{{name}}}")),
        }
    }

    fn is_column(&self, name: &str) -> bool {
        let choices = self.pack.choice_lists.iter().flat_map(|list| &list.choices);
        choices.flat_map(|choice| &choice.columns).any(|(column, _)| column == name)
    }

    /// A part beside a sign.
    fn part(&self, expr: &IdedExpr, depth: usize) -> Said {
        let said = self.expr(expr, depth)?;
        let is_tight = matches!(&expr.expr, Expr::Literal(_))
            || matches!(&expr.expr, Expr::Ident(_) if !said.contains('='))
            || matches!(&expr.expr, Expr::Call(call) if call.func_name.starts_with(char::is_alphabetic));
        Ok(if is_tight { said } else { format!("({said})") })
    }

    /// Names that XPath would take for a value though they are unanswered.
    fn guard(&self, parts: &[&IdedExpr]) -> String {
        let mut all = String::new();
        for part in parts {
            if let Expr::Ident(name) = &part.expr
                && self.me != Some(name)
                && let Some(kind) = self.kind(part)
                && kind != Kind::Calculated
            {
                _ = write!(all, "${{{name}}} != '' and ");
            }
        }
        all
    }

    fn call(&self, call: &CallExpr, depth: usize) -> Said {
        let name = call.func_name.as_str();
        let args: Vec<&IdedExpr> =
            call.target.iter().map(AsRef::as_ref).chain(&call.args).collect();
        let infix = |sign: &str| {
            Ok(format!("{} {sign} {}", self.part(args[0], depth)?, self.part(args[1], depth)?))
        };
        let is_null = |expr: &IdedExpr| matches!(&expr.expr, Expr::Literal(LiteralValue::Null));
        match (name, args.as_slice()) {
            (operators::LOGICAL_AND, [_, _]) => infix("and"),
            (operators::LOGICAL_OR, [_, _]) => infix("or"),
            (operators::EQUALS | operators::NOT_EQUALS, [one, two]) => {
                let equal = name == operators::EQUALS;
                let sign = if equal { "=" } else { "!=" };
                if is_null(two) {
                    return self.empty(one, equal, depth);
                }
                if let Expr::Literal(LiteralValue::Boolean(yes)) = &two.expr {
                    let word = match self.kind(one) {
                        Some(Kind::YesNo) if *yes.inner() == equal => "'ya'",
                        Some(Kind::YesNo) => "'tidak'",
                        Some(Kind::Statement) if *yes.inner() == equal => "'OK'",
                        _ => return Err("== true".to_owned()),
                    };
                    let Expr::Ident(name) = &one.expr else { return Err("== true".to_owned()) };
                    return Ok(format!("${{{name}}} = {word}"));
                }
                let guard = if equal { String::new() } else { self.guard(&args) };
                Ok(format!("{guard}{}", infix(sign)?))
            }
            (operators::LESS, [_, _]) => infix("<"),
            (operators::LESS_EQUALS, [_, _]) => infix("<="),
            (operators::GREATER, [_, _]) => infix(">"),
            (operators::GREATER_EQUALS, [_, _]) => infix(">="),
            (operators::ADD, [_, _]) if !Self::is_text(&args) => infix("+"),
            (operators::ADD, [one, two]) => {
                Ok(format!("concat({}, {})", self.expr(one, depth)?, self.expr(two, depth)?))
            }
            (operators::SUBSTRACT, [_, _]) => infix("-"),
            (operators::MULTIPLY, [_, _]) => infix("*"),
            (operators::DIVIDE, [one, two]) => {
                // Whole numbers divide to whole ones here, to parts over there.
                let whole = |expr: &IdedExpr| {
                    matches!(&expr.expr, Expr::Literal(LiteralValue::Int(_)))
                        || matches!(self.kind(expr), Some(Kind::Integer | Kind::Rupiah))
                };
                let said = infix("div")?;
                Ok(if whole(one) && whole(two) { format!("int({said})") } else { said })
            }
            (operators::MODULO, [_, _]) => infix("mod"),
            (operators::NEGATE, [one]) => Ok(format!("-{}", self.part(one, depth)?)),
            (operators::LOGICAL_NOT, [one]) => self.not(one, depth),
            (operators::CONDITIONAL, [test, one, two]) => Ok(format!(
                "if({}, {}, {})",
                self.expr(test, depth)?,
                self.expr(one, depth)?,
                self.expr(two, depth)?
            )),
            (operators::IN, [item, list]) => self.within(item, list, depth),
            ("is_null", [one]) => self.empty(one, true, depth),
            ("size", [one]) => match (&one.expr, self.kind(one)) {
                (_, Some(Kind::Choices)) => {
                    Ok(format!("count-selected({})", self.expr(one, depth)?))
                }
                (Expr::Ident(name), None) if self.is_repeat(name) => {
                    Ok(format!("count(${{{name}}})"))
                }
                (_, Some(_)) => Ok(format!("string-length({})", self.expr(one, depth)?)),
                (Expr::Call(inner), _) if inner.func_name == "coalesce" => match &inner.args[..] {
                    [first, _] if self.kind(first) == Some(Kind::Choices) => {
                        Ok(format!("count-selected({})", self.expr(first, depth)?))
                    }
                    [first, _] => Ok(format!("string-length({})", self.expr(first, depth)?)),
                    _ => Err("size".to_owned()),
                },
                _ => Err("size".to_owned()),
            },
            ("sum", [list]) => self.sum(list, depth),
            ("coalesce", [one, two]) => {
                Ok(format!("coalesce({}, {})", self.expr(one, depth)?, self.expr(two, depth)?))
            }
            ("fits", [one, two]) => {
                Ok(format!("regex({}, {})", self.expr(one, depth)?, self.expr(two, depth)?))
            }
            ("age", [one]) => Ok(format!("int((today() - {}) div 365.25)", self.part(one, depth)?)),
            ("contains" | "startsWith" | "endsWith", [one, two]) => {
                let function = match name {
                    "startsWith" => "starts-with",
                    "endsWith" => "ends-with",
                    name => name,
                };
                Ok(format!("{function}({}, {})", self.expr(one, depth)?, self.expr(two, depth)?))
            }
            ("string", [one]) => Ok(format!("string({})", self.expr(one, depth)?)),
            ("int", [one]) => Ok(format!("int({})", self.expr(one, depth)?)),
            ("double", [one]) => Ok(format!("number({})", self.expr(one, depth)?)),
            _ => Err(format!("{name}()")),
        }
    }

    fn is_repeat(&self, name: &str) -> bool {
        let found = self.pack.find_section(name).map(|ix| &self.pack.section(ix).kind);
        matches!(found, Some(SectionKind::Repeat { .. }))
    }

    fn is_text(args: &[&IdedExpr]) -> bool {
        args.iter().any(|arg| match &arg.expr {
            Expr::Literal(LiteralValue::String(_)) => true,
            Expr::Call(call) if call.func_name == operators::ADD => {
                Self::is_text(&call.args.iter().collect::<Vec<_>>())
            }
            Expr::Call(call) => call.func_name == "string",
            _ => false,
        })
    }

    fn not(&self, one: &IdedExpr, depth: usize) -> Said {
        match &one.expr {
            Expr::Call(call) if call.func_name == "is_null" => match &call.args[..] {
                [inner] => self.empty(inner, false, depth),
                _ => Err("is_null".to_owned()),
            },
            Expr::Call(call) if call.func_name == operators::IN => {
                let guard = self.guard(&call.args.iter().collect::<Vec<_>>());
                Ok(format!("{guard}not({})", self.expr(one, depth)?))
            }
            Expr::Ident(name) if self.kind(one) == Some(Kind::YesNo) => {
                Ok(format!("${{{name}}} = 'tidak'"))
            }
            _ => Ok(format!("not({})", self.expr(one, depth)?)),
        }
    }

    fn empty(&self, one: &IdedExpr, is: bool, depth: usize) -> Said {
        let sign = if is { "=" } else { "!=" };
        match &one.expr {
            Expr::Ident(name) if self.kind(one).is_some() && self.me != Some(name) => {
                Ok(format!("${{{name}}} {sign} ''"))
            }
            _ => Ok(format!("{} {sign} ''", self.part(one, depth)?)),
        }
    }

    fn within(&self, item: &IdedExpr, list: &IdedExpr, depth: usize) -> Said {
        if self.kind(list) == Some(Kind::Choices) {
            return Ok(format!(
                "selected({}, {})",
                self.expr(list, depth)?,
                self.expr(item, depth)?
            ));
        }
        let Expr::List(words) = &list.expr else { return Err("in".to_owned()) };
        let one = self.part(item, depth)?;
        let all: Result<Vec<String>, String> = words
            .elements
            .iter()
            .map(|word| Ok(format!("{one} = {}", self.expr(word, depth)?)))
            .collect();
        let all = all?.join(" or ");
        Ok(if words.elements.len() > 1 { format!("({all})") } else { all })
    }

    /// `sum(list.map(r, r.x))` is `sum(${x})`.
    fn sum(&self, list: &IdedExpr, depth: usize) -> Said {
        if let Expr::List(list) = &list.expr {
            // What is unanswered is left out of a sum.
            let parts: Result<Vec<String>, String> = list
                .elements
                .iter()
                .map(|part| Ok(format!("coalesce({}, 0)", self.expr(part, depth)?)))
                .collect();
            return Ok(format!("({})", parts?.join(" + ")));
        }
        let refuse = || Err("sum()".to_owned());
        let Expr::Comprehension(all) = &list.expr else { return refuse() };
        let Expr::Ident(range) = &all.iter_range.expr else { return refuse() };
        let Expr::Call(step) = &all.loop_step.expr else { return refuse() };
        let Some(Expr::List(one)) = step.args.last().map(|arg| &arg.expr) else { return refuse() };
        let [item] = one.elements.as_slice() else { return refuse() };
        let Expr::Select(select) = &item.expr else { return refuse() };
        let is_item = matches!(&select.operand.expr, Expr::Ident(name) if *name == all.iter_var);
        if !is_item || !self.is_repeat(range) || self.pack.find_question(&select.field).is_none() {
            return refuse();
        }
        Ok(format!("sum(${{{}}})", select.field))
    }
}

fn literal(value: &LiteralValue) -> Said {
    match value {
        LiteralValue::Int(number) => Ok(number.inner().to_string()),
        LiteralValue::UInt(number) => Ok(number.inner().to_string()),
        // Never with an exponent: XPath 1.0 has none.
        LiteralValue::Double(number) => Ok(format!("{}", number.inner())),
        LiteralValue::Boolean(yes) => Ok(format!("{}()", yes.inner())),
        LiteralValue::Null => Ok("''".to_owned()),
        LiteralValue::String(text) => {
            match (text.inner().contains('\''), text.inner().contains('"')) {
                (false, _) => Ok(format!("'{}'", text.inner())),
                (true, false) => Ok(format!("\"{}\"", text.inner())),
                // XPath 1.0 has no way to write both quotes in one text.
                (true, true) => Err(text.inner().to_owned()),
            }
        }
        LiteralValue::Bytes(_) => Err("b\"…\"".to_owned()),
    }
}
