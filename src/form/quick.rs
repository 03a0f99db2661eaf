//! The everyday part of the expression language: answers compared with words and numbers, joined by
//! `&&`, `||` and `!`. Told without CEL, which takes ten times as long.
//!
//! Has no opinion of its own: what it is not made for it leaves to CEL, and in debug builds every claim
//! is held against CEL's.

use super::analyse::Reach;
use super::datum::Datum;
use super::functions::{NEED, TODAY};
use super::{Pack, QuestionIx};
use cel::common::ast::{Expr, IdedExpr, LiteralValue, operators};
use cel::common::types::CelString;
use std::cmp::Ordering;

/// An expression that is a yes or a no.
#[derive(Debug)]
pub(super) enum Quick {
    Is(bool),
    Said(QuestionIx),
    IsNull(QuestionIx),
    Not(Box<Quick>),
    Both(Box<[Quick; 2]>),
    Either(Box<[Quick; 2]>),
    Compared(Sign, [Operand; 2]),
    /// An answer among words.
    Among(Operand, Vec<String>),
    /// A word among the choices that were taken.
    Holds(QuestionIx, String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Same,
    Other,
    Less,
    LessOrSame,
    More,
    MoreOrSame,
}

#[derive(Debug)]
pub(super) enum Operand {
    Null,
    Bool(bool),
    Int(i64),
    Text(String),
    Today,
    /// An answer; a missing one is no result where `must`.
    Said {
        question: QuestionIx,
        must: bool,
    },
}

/// Why there is no claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Not {
    /// The expression has no result.
    Told,
    /// CEL has to be asked.
    Known,
}

/// What CEL would tell, unless it has to be asked.
pub(super) type Claim = Result<bool, Not>;

/// What an expression sees.
pub(super) trait Sight {
    /// The value of a question.
    fn said(&self, question: QuestionIx) -> Option<&Datum>;
    /// The day.
    fn today(&self) -> &str;
}

enum Seen<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Text(&'a str),
}

impl Quick {
    /// The claim of a strict expression; `None` for one that is CEL's.
    pub(super) fn of(ast: &IdedExpr, reach: &Reach<'_>) -> Option<Self> {
        let call = match &ast.expr {
            Expr::Literal(LiteralValue::Boolean(yes)) => return Some(Self::Is(*yes.inner())),
            Expr::Ident(name) => return Some(Self::Said(question(name, reach)?)),
            Expr::Call(call) if call.target.is_none() => call,
            _ => return None,
        };
        let sign = match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::LOGICAL_NOT, [one]) => {
                return Some(Self::Not(Box::new(Self::of(one, reach)?)));
            }
            (operators::LOGICAL_AND, [one, other]) => {
                return Some(Self::Both(Box::new([
                    Self::of(one, reach)?,
                    Self::of(other, reach)?,
                ])));
            }
            (operators::LOGICAL_OR, [one, other]) => {
                let both = [Self::of(one, reach)?, Self::of(other, reach)?];
                return Some(Self::Either(Box::new(both)));
            }
            ("is_null", [one]) => {
                let Expr::Ident(name) = &one.expr else { return None };
                return Some(Self::IsNull(question(name, reach)?));
            }
            (operators::IN, [one, list]) => return Self::within(one, list, reach),
            (operators::EQUALS, _) => Sign::Same,
            (operators::NOT_EQUALS, _) => Sign::Other,
            (operators::LESS, _) => Sign::Less,
            (operators::LESS_EQUALS, _) => Sign::LessOrSame,
            (operators::GREATER, _) => Sign::More,
            (operators::GREATER_EQUALS, _) => Sign::MoreOrSame,
            _ => return None,
        };
        let [one, other] = call.args.as_slice() else { return None };
        Some(Self::Compared(sign, [Operand::of(one, reach)?, Operand::of(other, reach)?]))
    }

    fn within(one: &IdedExpr, list: &IdedExpr, reach: &Reach<'_>) -> Option<Self> {
        let one = Operand::of(one, reach)?;
        match (&list.expr, one) {
            (Expr::List(list), one @ Operand::Said { .. }) if list.optional_indices.is_empty() => {
                let words = list.elements.iter().map(|word| match Operand::of(word, reach)? {
                    Operand::Text(word) => Some(word),
                    _ => None,
                });
                Some(Self::Among(one, words.collect::<Option<Vec<String>>>()?))
            }
            (Expr::Ident(name), Operand::Text(word)) => {
                Some(Self::Holds(question(name, reach)?, word))
            }
            _ => None,
        }
    }

    /// The claim as seen from one place.
    pub(super) fn claim(&self, sight: &impl Sight) -> Claim {
        match self {
            Self::Is(yes) => Ok(*yes),
            Self::Said(question) => match sight.said(*question) {
                Some(Datum::Bool(yes)) => Ok(*yes.inner()),
                Some(_) => Err(Not::Told),
                None => Err(Not::Known),
            },
            Self::IsNull(question) => {
                let datum = sight.said(*question).ok_or(Not::Known)?;
                Ok(matches!(datum, Datum::Null))
            }
            Self::Not(one) => one.claim(sight).map(|yes| !yes),
            Self::Both(both) => joined(both, false, sight),
            Self::Either(both) => joined(both, true, sight),
            Self::Compared(sign, [one, other]) => {
                compare(*sign, &one.look(sight)?, &other.look(sight)?)
            }
            Self::Among(one, words) => match one.look(sight)? {
                Seen::Text(text) => Ok(words.iter().any(|word| word == text)),
                _ => Err(Not::Known),
            },
            Self::Holds(question, word) => match sight.said(*question) {
                Some(Datum::List(list)) => Ok(list.inner().iter().any(|item| {
                    item.downcast_ref::<CelString>().is_some_and(|item| item.inner() == word)
                })),
                _ => Err(Not::Known),
            },
        }
    }
}

/// `&&` and `||`: one side that `decides` is enough, even when the other has no result.
fn joined([one, other]: &[Quick; 2], decides: bool, sight: &impl Sight) -> Claim {
    let one = one.claim(sight);
    if one == Ok(decides) || one == Err(Not::Known) {
        return one;
    }
    let other = other.claim(sight)?;
    if other == decides { Ok(decides) } else { one }
}

fn compare(sign: Sign, one: &Seen<'_>, other: &Seen<'_>) -> Claim {
    let equality = matches!(sign, Sign::Same | Sign::Other);
    let order = match (one, other) {
        (Seen::Int(one), Seen::Int(other)) => one.cmp(other),
        (Seen::Text(one), Seen::Text(other)) => one.cmp(other),
        (Seen::Bool(one), Seen::Bool(other)) if equality => one.cmp(other),
        (Seen::Null, Seen::Null) if equality => Ordering::Equal,
        (Seen::Null, _) | (_, Seen::Null) if equality => Ordering::Less,
        (Seen::Null, _) | (_, Seen::Null) => return Err(Not::Told),
        _ => return Err(Not::Known),
    };
    Ok(match sign {
        Sign::Same => order.is_eq(),
        Sign::Other => order.is_ne(),
        Sign::Less => order.is_lt(),
        Sign::LessOrSame => order.is_le(),
        Sign::More => order.is_gt(),
        Sign::MoreOrSame => order.is_ge(),
    })
}

impl Operand {
    fn of(ast: &IdedExpr, reach: &Reach<'_>) -> Option<Self> {
        let said = |name: &str, must| match name {
            TODAY if !reach.columns.contains(&TODAY) => Some(Self::Today),
            name => Some(Self::Said { question: question(name, reach)?, must }),
        };
        match &ast.expr {
            Expr::Literal(LiteralValue::Null) => Some(Self::Null),
            Expr::Literal(LiteralValue::Boolean(yes)) => Some(Self::Bool(*yes.inner())),
            Expr::Literal(LiteralValue::Int(number)) => Some(Self::Int(*number.inner())),
            Expr::Literal(LiteralValue::String(text)) => Some(Self::Text(text.inner().to_owned())),
            Expr::Ident(name) => said(name, false),
            Expr::Call(call) if call.target.is_none() && call.func_name == NEED => {
                match call.args.as_slice() {
                    [IdedExpr { expr: Expr::Ident(name), .. }] => said(name, true),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn look<'a>(&'a self, sight: &'a impl Sight) -> Result<Seen<'a>, Not> {
        let (datum, must) = match self {
            Self::Null => return Ok(Seen::Null),
            Self::Bool(yes) => return Ok(Seen::Bool(*yes)),
            Self::Int(number) => return Ok(Seen::Int(*number)),
            Self::Text(text) => return Ok(Seen::Text(text)),
            Self::Today => return Ok(Seen::Text(sight.today())),
            Self::Said { question, must } => (sight.said(*question).ok_or(Not::Known)?, *must),
        };
        match datum {
            Datum::Null if must => Err(Not::Told),
            Datum::Null => Ok(Seen::Null),
            Datum::Bool(yes) => Ok(Seen::Bool(*yes.inner())),
            Datum::Int(number) => Ok(Seen::Int(*number.inner())),
            Datum::Text(text) => Ok(Seen::Text(text.inner())),
            Datum::Double(_) | Datum::List(_) => Err(Not::Known),
        }
    }
}

/// The question of that name, unless the name means something nearer.
fn question(name: &str, reach: &Reach<'_>) -> Option<QuestionIx> {
    let pack: &Pack = reach.pack;
    if name == TODAY || reach.columns.contains(&name) {
        return None;
    }
    pack.find_question(name)
}
