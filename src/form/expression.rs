//! One expression: compiled, made strict about nulls, run.
//!
//! CEL lets `null == "x"` be false. Here an unanswered question has no result instead, so `==`, `!=`
//! and `in` get their operands wrapped; a comparison with the word `null` stays as it is. Errors of a
//! run are dropped unseen, because they may hold what people said.

use super::analyse::{Complaint, Findings, Reach, analyse};
use super::datum::Datum;
use super::functions::{NEED, OURS};
use super::quick::Quick;
use cel::common::ast::{CallExpr, Expr as Ast, IdedExpr, LiteralValue, SourceInfo, operators};
use cel::parser::{ParseError, PrattParser};
use cel::{Context, ParseErrors, Value};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// How deep expressions may stand in each other.
const DEEPEST: u16 = 96;

/// A compiled expression.
#[derive(Debug)]
pub(super) struct Compiled {
    ast: IdedExpr,
    /// The same without CEL, where that is enough.
    pub(super) quick: Option<Quick>,
}

/// Expressions parsed already: packs on one base have most of theirs in common.
#[derive(Default)]
pub(super) struct Parses(RefCell<HashMap<String, Rc<Parsed>>>);

type Parsed = Result<IdedExpr, ParseErrors>;

impl Parses {
    fn of(&self, source: &str) -> Rc<Parsed> {
        if let Some(parsed) = self.0.borrow().get(source) {
            return Rc::clone(parsed);
        }
        let parsed = Rc::new(parse(source));
        self.0.borrow_mut().insert(source.to_owned(), Rc::clone(&parsed));
        parsed
    }
}

/// The syntax tree of `source`, the macros of CEL expanded.
fn parse(source: &str) -> Parsed {
    // Each `?` may stand in the one before it, which the parser does not count.
    if source.matches('?').nth(DEEPEST.into()).is_some() {
        let msg = format!("expression recursion limit exceeded: {DEEPEST}");
        let error = ParseError { source: None, pos: (0, 0), msg, expr_id: 0, source_info: None };
        return Err(ParseErrors { errors: vec![error] });
    }
    let parser = PrattParser::new().max_recursion_depth(DEEPEST);
    parser.enable_optional_syntax(true).parse(source)
}

/// The syntax tree of `source` for whoever says it in another language; `None` when it is no expression.
pub(crate) fn tree(source: &str) -> Option<IdedExpr> {
    parse(source).ok()
}

/// Where the parts of an expression stand.
pub(super) struct Places<'a> {
    source: &'a str,
    info: OnceCell<Option<Arc<SourceInfo>>>,
}

impl<'a> Places<'a> {
    fn of(source: &'a str) -> Self {
        Self { source, info: OnceCell::new() }
    }

    /// The byte at which a part begins: an operator, a bracket, a dot, else its first letter.
    pub(super) fn start(&self, id: u64) -> Option<usize> {
        // The parser tells places only along with an error. They are asked for only where something is
        // wrong, so it reads the text once more, with a slip at its end.
        let info = self.info.get_or_init(|| {
            let errors = parse(&format!("{}\n)", self.source)).err()?.errors;
            errors.into_iter().find_map(|error| error.source_info)
        });
        info.as_ref()?.offset_for(id).map(|(start, _)| start as usize)
    }
}

/// Compiles `source` and looks at its names.
pub(super) fn compile(
    source: &str,
    reach: &Reach<'_>,
    parses: &Parses,
) -> (Option<Compiled>, Findings) {
    if source.trim().is_empty() {
        return (None, complaint(0, 0, "the expression is empty", ""));
    }
    let tree = parses.of(source);
    let tree = match &*tree {
        Ok(tree) => tree,
        Err(errors) => return (None, syntax(source, errors)),
    };
    let found = analyse(reach, tree, &Places::of(source));
    if !found.complaints.is_empty() {
        return (None, found);
    }
    let mut ast = tree.clone();
    strict(&mut ast);
    let quick = Quick::of(&ast, reach);
    (Some(Compiled { ast, quick }), found)
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
    let offset = before + ((column.max(1) - 1) as usize).min(rest.len());
    let message = plain(&error.msg, offset >= source.trim_end().len());
    complaint(offset, 1, &format!("not an expression: {message}"), "")
}

/// The parser's words, without its names for things.
fn plain(message: &str, at_end: bool) -> String {
    let message = message.lines().next().unwrap_or_default();
    let message = message.strip_prefix("Syntax error: ").unwrap_or(message);
    let (met, wanted) = message.split_once(" expecting ").unwrap_or((message, ""));
    let missing =
        if wanted.starts_with('\'') { Some(wanted) } else { met.strip_prefix("expected ") };
    if let Some(sign) = missing.filter(|sign| sign.starts_with('\'')) {
        return format!("missing {sign}{}", if at_end { " at the end" } else { "" });
    }
    met.replace("'<EOF>'", "the end").replace("<EOF>", "the end")
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

#[cfg(test)]
mod tests {
    use super::super::Library;
    use super::super::functions::ENV;
    use super::super::library::Folder;
    use super::*;

    /// The tree without the numbers of its parts, which each parser gives in its own order.
    fn shape(tree: &IdedExpr) -> String {
        let told = format!("{tree:?}");
        let mut parts = told.split("id: ");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |shape, part| {
            shape + part.trim_start_matches(|letter: char| letter.is_ascii_digit())
        })
    }

    #[test]
    fn the_small_parser_reads_what_the_one_of_the_language_reads() {
        let library = Library::built_in();
        let mut sources: Vec<String> = Vec::new();
        for source in library.folders.iter().flat_map(Folder::files) {
            sources.extend(source.text.lines().filter_map(|line| {
                let (_, value) = line.split_once(" = ")?;
                let value = value.trim_end_matches(" },").trim_end_matches(" }");
                Some(value.strip_prefix(['\'', '"'])?.strip_suffix(['\'', '"'])?.to_owned())
            }));
        }
        sources.extend(
            [
                "a ? b : c ? d : e",
                "-1 + -a.b * 3 % 2 - 1.5e3",
                "!a || !!b && c || d && e || f",
                "[1, 2u, 'x', \"y\", r'\\d', b'z', null, true]",
                "{'a': 1, b: [c]}",
                "l.map(u, u.x > 2, u.y).filter(v, has(v.z)).exists(w, w in [1, 2])",
                "l.all(x, x.exists_one(y, y == x))",
                "a.?b.c[?0][1]",
                "((a)) == ((b + c) * d)",
                "x in ['a', 'b'] && size(l) >= 2 // a word",
                "'é' + \"\\u00e9\\n\"",
                "--a",
                "acme.User{name: 'x'}",
            ]
            .map(str::to_owned),
        );
        let mut read = 0;
        for source in sources {
            let (ours, theirs) = (parse(&source), ENV.compile(&source));
            match (ours, theirs) {
                (Ok(ours), Ok(theirs)) => {
                    assert_eq!(shape(&ours), shape(theirs.expression()), "{source}");
                    read += 1;
                }
                (ours, theirs) => assert_eq!(ours.is_err(), theirs.is_err(), "{source}"),
            }
        }
        assert!(read > 500, "{read}");
    }

    #[test]
    fn every_part_is_found_where_it_is_written() {
        let source = "umur >= 17 && size(l.map(u, u.harga)) > 2 // é";
        let tree = parse(source).expect("an expression");
        let Ast::Call(both) = &tree.expr else { panic!("a call") };
        let places = Places::of(source);
        let starts: Vec<_> =
            [&tree, &both.args[0], &both.args[1]].map(|part| places.start(part.id)).to_vec();
        assert_eq!(starts, [Some(11), Some(5), source.find("> 2")]);
    }

    #[test]
    fn an_expression_that_is_deeper_than_deep_is_none() {
        for deep in ["(", "a ? b : ", "[", "f(", "a ? ("] {
            assert!(parse(&deep.repeat(50_000)).is_err(), "{deep}");
        }
        assert!(parse(&format!("{}a{}", "[".repeat(2_000), "]".repeat(2_000))).is_err());
    }

    #[test]
    fn a_slip_is_told_in_plain_words() {
        for (source, told) in [
            ("umur >= (17", "missing ')' at the end"),
            ("umur >= (17 nama)", "missing ')'"),
            ("age(umur", "missing ')' at the end"),
            ("umur >= ", "mismatched input the end"),
            ("umur 17", "mismatched input '17'"),
            ("[1, 2", "missing ']' at the end"),
            ("nama == 'x", "unterminated string literal"),
            ("a & b", "unexpected single '&', expected '&&'"),
        ] {
            let found = syntax(source, &parse(source).expect_err(source));
            let message = format!("not an expression: {told}");
            assert_eq!(found.complaints[0].message, message, "{source}");
        }
    }
}
