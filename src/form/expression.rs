//! One expression: compiled, made strict about nulls, run.
//!
//! CEL lets `null == "x"` be false. Here an unanswered question has no result instead, so `==`, `!=`
//! and `in` get their operands wrapped; a comparison with the word `null` stays as it is. Errors of a
//! run are dropped unseen, because they may hold what people said.

use super::analyse::{Complaint, Findings, Reach, analyse};
use super::datum::Datum;
use super::functions::{ENV, NEED, OURS};
use cel::common::ast::{CallExpr, Expr as Ast, IdedExpr, LiteralValue, operators};
use cel::{Context, ParseErrors, Program, Value};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// A compiled expression.
#[derive(Debug)]
pub(super) struct Compiled {
    ast: IdedExpr,
}

/// Expressions parsed already: packs on one base have most of theirs in common.
#[derive(Default)]
pub(super) struct Parses(RefCell<HashMap<String, Rc<Parsed>>>);

type Parsed = Result<Program, ParseErrors>;

impl Parses {
    fn of(&self, source: &str) -> Rc<Parsed> {
        if let Some(parsed) = self.0.borrow().get(source) {
            return Rc::clone(parsed);
        }
        let parsed = Rc::new(ENV.compile(source));
        self.0.borrow_mut().insert(source.to_owned(), Rc::clone(&parsed));
        parsed
    }
}

/// Compiles `source` and looks at its names.
pub(super) fn compile(
    source: &str,
    reach: &Reach<'_>,
    parses: &Parses,
) -> (Option<Compiled>, Findings) {
    // The parser counts letters and gives up on deep nesting; a long text is no expression either.
    if source.trim().is_empty() {
        return (None, complaint(0, 0, "the expression is empty", ""));
    }
    let tree = parses.of(source);
    let program = match &*tree {
        Ok(program) => program,
        Err(errors) => return (None, syntax(source, errors)),
    };
    let mut found = analyse(reach, program.expression(), program.source_info());
    for complaint in &mut found.complaints {
        complaint.offset = byte_of(source, complaint.offset);
    }
    if !found.complaints.is_empty() {
        return (None, found);
    }
    let mut ast = program.expression().clone();
    strict(&mut ast);
    (Some(Compiled { ast }), found)
}

fn complaint(offset: usize, len: usize, message: &str, hint: &str) -> Findings {
    let (message, hint) = (message.to_owned(), hint.to_owned());
    let one = Complaint { offset, len, message, hint, unknown: false };
    Findings { complaints: vec![one], ..Findings::default() }
}

/// The first syntax error: those after it are mostly its echo.
fn syntax(source: &str, errors: &ParseErrors) -> Findings {
    let Some(error) = errors.errors.first() else {
        return complaint(0, source.len(), "not an expression", "");
    };
    let (line, column) = error.pos;
    let before: usize =
        source.split_inclusive('\n').take((line.max(1) - 1) as usize).map(str::len).sum();
    let rest = &source[before..];
    let column = (column.max(1) - 1) as usize;
    let offset = before + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
    let message = plain(&error.msg);
    complaint(offset, 1, &format!("not an expression: {message}"), "")
}

/// The parser's words without its lists of every token it could take.
fn plain(message: &str) -> String {
    let message = message.lines().next().unwrap_or_default();
    let message = message.strip_prefix("Syntax error: ").unwrap_or(message);
    let (before, _) = message.split_once(" expecting ").unwrap_or((message, ""));
    before.replace("'<EOF>'", "the end").replace("<EOF>", "the end")
}

/// The byte offset of the `letter`th letter.
fn byte_of(source: &str, letter: usize) -> usize {
    source.char_indices().nth(letter).map_or(source.len(), |(at, _)| at)
}

fn strict(ast: &mut IdedExpr) {
    match &mut ast.expr {
        Ast::Call(call) => {
            if let Some(target) = &mut call.target {
                strict(target);
            }
            call.args.iter_mut().for_each(strict);
            let name = call.func_name.as_str();
            let equality = [operators::EQUALS, operators::NOT_EQUALS].contains(&name);
            if equality && !call.args.iter().any(is_null) {
                call.args.iter_mut().for_each(need);
            } else if name == operators::IN {
                call.args.first_mut().into_iter().for_each(need);
            } else if let Some(along) =
                OURS.iter().find(|ours| ours.name == name).and_then(|ours| ours.along)
            {
                call.args.push(IdedExpr { id: ast.id, expr: Ast::Ident(along.to_owned()) });
            }
        }
        Ast::Comprehension(all) => {
            let parts = [
                &mut all.iter_range,
                &mut all.accu_init,
                &mut all.loop_cond,
                &mut all.loop_step,
                &mut all.result,
            ];
            parts.into_iter().for_each(strict);
        }
        Ast::List(list) => list.elements.iter_mut().for_each(strict),
        Ast::Map(map) => {
            for entry in &mut map.entries {
                if let cel::common::ast::EntryExpr::MapEntry(entry) = &mut entry.expr {
                    strict(&mut entry.key);
                    strict(&mut entry.value);
                }
            }
        }
        Ast::Select(select) => strict(&mut select.operand),
        Ast::Ident(_) | Ast::Literal(_) | Ast::Struct(_) | Ast::Unspecified => {}
    }
}

fn is_null(ast: &IdedExpr) -> bool {
    matches!(ast.expr, Ast::Literal(LiteralValue::Null))
}

/// Wraps what may be null.
fn need(ast: &mut IdedExpr) {
    if matches!(ast.expr, Ast::Literal(_) | Ast::List(_)) {
        return;
    }
    let id = ast.id;
    let inner = std::mem::take(ast);
    let call = CallExpr { func_name: NEED.to_owned(), target: None, args: vec![inner] };
    *ast = IdedExpr { id, expr: Ast::Call(call) };
}

impl Compiled {
    /// The value, or null when there is no result.
    pub(super) fn value(&self, context: &Context<'_, '_>) -> Datum {
        Value::resolve_val(&self.ast, context)
            .map_or(Datum::Null, |value| Datum::of(value.as_ref()))
    }

    /// `Some` when the result is a yes or a no.
    pub(super) fn claim(&self, context: &Context<'_, '_>) -> Option<bool> {
        let value = Value::resolve_val(&self.ast, context).ok()?;
        value.downcast_ref::<cel::common::types::CelBool>().map(|yes| *yes.inner())
    }
}
