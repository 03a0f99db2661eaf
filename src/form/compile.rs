//! A pack with its expressions compiled: what an open case is evaluated with.
//!
//! Holds nothing of any case. One [`Form`] serves every case of its pack, on any thread.

use super::analyse::{Findings, Node, Reach};
use super::expression::{self, Compiled, Parses};
use super::functions::ENV;
use super::graph;
use super::layout::Layout;
use super::readback::{self, Template};
use super::tree::{At, Bag};
use super::{Expr, Kind, Pack, Problem, QuestionIx, Required, SectionIx, SectionKind, Severity};
use crate::base::order;
use crate::data::Reference;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A pack with its expressions compiled.
pub struct Form {
    /// The definition.
    pub pack: Arc<Pack>,
    /// What numbers and codes are looked up in.
    pub reference: Arc<Reference>,
    pub(super) programs: Programs,
    pub(super) layout: Layout,
    /// Sections and questions, what others need first.
    pub(super) order: Vec<Node>,
    pub(super) root: cel::Context<'static, 'static>,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form").field("pack", &self.pack.id).finish_non_exhaustive()
    }
}

/// The compiled expressions, by index of their section or question.
#[derive(Default)]
pub(super) struct Programs {
    pub(super) sections: Vec<SectionPrograms>,
    pub(super) questions: Vec<QuestionPrograms>,
    /// `relevant` of the pack's own blockers.
    pub(super) packs: Vec<Option<Compiled>>,
}

#[derive(Default)]
pub(super) struct SectionPrograms {
    pub(super) relevant: Option<Compiled>,
    pub(super) readback: Vec<(Option<Compiled>, Template)>,
}

#[derive(Default)]
pub(super) struct QuestionPrograms {
    pub(super) relevant: Option<Compiled>,
    pub(super) required: Option<Compiled>,
    pub(super) checks: Vec<Option<Compiled>>,
    pub(super) calculation: Option<Compiled>,
    pub(super) default: Option<Compiled>,
    pub(super) choice_filter: Option<Compiled>,
}

impl Form {
    /// Compiles every expression of `pack`. All that do not compile are returned together.
    pub fn open(pack: Arc<Pack>, reference: Arc<Reference>) -> Result<Self, Vec<Problem>> {
        let mut all = compile_all(&pack, &BTreeMap::new(), false, &Parses::default());
        all.bag.problems.retain(|problem| problem.severity == Severity::Error);
        if !all.bag.problems.is_empty() {
            return Err(all.bag.problems);
        }
        Ok(Self::ready(pack, Ready { programs: all.programs, order: all.order }, reference))
    }

    /// The form of a pack whose expressions are compiled already.
    pub(super) fn ready(pack: Arc<Pack>, ready: Ready, reference: Arc<Reference>) -> Self {
        Self {
            layout: Layout::of(&pack),
            programs: ready.programs,
            order: ready.order,
            root: cel::Context::with_env(ENV.clone()),
            pack,
            reference,
        }
    }
}

/// The compiled expressions of a pack, and the order of evaluation.
pub(super) struct Ready {
    programs: Programs,
    order: Vec<Node>,
}

/// The expressions of `pack` compiled, and the problems of those and of its read-back texts, warnings
/// included.
/// `loose`: of a pack to stand on, whose expressions may name what is asked by the packs on it.
pub(super) fn check(
    pack: &Pack,
    places: &BTreeMap<String, Vec<[At; 2]>>,
    loose: bool,
    parses: &Parses,
) -> (Ready, Vec<Problem>) {
    let All { programs, order, bag } = compile_all(pack, places, loose, parses);
    (Ready { programs, order }, bag.problems)
}

struct All {
    programs: Programs,
    order: Vec<Node>,
    bag: Bag,
}

/// What an expression is for; decides what a constant result means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Relevant,
    Value,
    Rule,
}

struct Compiler<'a> {
    pack: &'a Pack,
    bag: Bag,
    needs: BTreeMap<Node, Vec<Node>>,
    parses: &'a Parses,
}

fn compile_all(
    pack: &Pack,
    places: &BTreeMap<String, Vec<[At; 2]>>,
    loose: bool,
    parses: &Parses,
) -> All {
    let bag = Bag { loose, ..Bag::default() };
    let mut compiler = Compiler { pack, bag, needs: BTreeMap::new(), parses };
    let mut programs = Programs::default();
    for ix in (0..pack.sections.len()).map(SectionIx) {
        let places = places.get(&pack.section(ix).name).map_or(&[][..], Vec::as_slice);
        programs.sections.push(compiler.section(ix, places));
    }
    for ix in (0..pack.questions.len()).map(QuestionIx) {
        programs.questions.push(compiler.question(ix));
    }
    for blocker in &pack.blocked_by {
        let program = blocker.relevant.as_ref();
        let program = program.and_then(|expr| compiler.expr(None, expr, &[], &[], Use::Rule));
        programs.packs.push(program);
    }
    let nodes: Vec<Node> = (0..pack.sections.len())
        .map(|at| Node::Section(SectionIx(at)))
        .chain((0..pack.questions.len()).map(|at| Node::Question(QuestionIx(at))))
        .collect();
    let found = graph::order(&nodes, &compiler.needs);
    for ring in found.rings {
        compiler.ring(&ring);
    }
    All { programs, order: found.sorted, bag: compiler.bag }
}

impl<'a> Compiler<'a> {
    fn section(&mut self, ix: SectionIx, places: &[[At; 2]]) -> SectionPrograms {
        let pack = self.pack;
        let section = pack.section(ix);
        let node = Node::Section(ix);
        let outside = section.parent.map(|parent| pack.repeats_around(parent)).unwrap_or_default();
        self.need(node, section.parent.map(Node::Section));
        self.need(node, section.blocked_by.iter().map(|one| Node::Question(one.question)));
        let relevant = section.relevant.as_ref();
        let relevant =
            relevant.and_then(|expr| self.expr(Some(node), expr, &outside, &[], Use::Relevant));
        let around = pack.repeats_around(ix);
        let mut readback = Vec::new();
        for (at, sentence) in section.readback.iter().enumerate() {
            let program = sentence.relevant.as_ref();
            let program = program.and_then(|expr| self.expr(None, expr, &around, &[], Use::Rule));
            let place = places.get(at).cloned().unwrap_or_default();
            let template = readback::template(pack, &around, &sentence.text, &place, &mut self.bag);
            readback.push((program, template));
        }
        SectionPrograms { relevant, readback }
    }

    fn question(&mut self, ix: QuestionIx) -> QuestionPrograms {
        let pack = self.pack;
        let question = pack.question(ix);
        let node = Node::Question(ix);
        let around = pack.repeats_around(question.section);
        self.need(node, [Node::Section(question.section)]);
        self.need(node, question.blocked_by.iter().map(|one| Node::Question(one.question)));
        // A proposal is only offered, so nothing follows from it.
        let value = (question.kind == Kind::Calculated).then_some(node);
        let list = question.choices.and_then(|list| pack.choice_lists.get(list));
        let mut columns: Vec<&str> = vec!["name"];
        let list = list.filter(|_| question.choice_filter.is_some());
        for choice in list.into_iter().flat_map(|list| &list.choices) {
            columns.extend(choice.columns.iter().map(|(column, _)| column.as_str()));
        }
        order::sort(&mut columns);
        columns.dedup();
        let mut one = |node, expr: Option<&Expr>, columns: &[&'a str], use_| {
            expr.and_then(|expr| self.expr(node, expr, &around, columns, use_))
        };
        let required = match &question.required {
            Required::When(expr) => Some(expr),
            Required::Yes | Required::No => None,
        };
        QuestionPrograms {
            relevant: one(Some(node), question.relevant.as_ref(), &[], Use::Relevant),
            required: one(None, required, &[], Use::Rule),
            checks: question
                .checks
                .iter()
                .map(|check| one(None, Some(&check.expr), &[], Use::Rule))
                .collect(),
            calculation: one(value, question.calculation.as_ref(), &[], Use::Value),
            default: one(None, question.default.as_ref(), &[], Use::Value),
            choice_filter: one(None, question.choice_filter.as_ref(), &columns, Use::Rule),
        }
    }

    fn need(&mut self, node: Node, needs: impl IntoIterator<Item = Node>) {
        self.needs.entry(node).or_default().extend(needs);
    }

    fn expr(
        &mut self,
        node: Option<Node>,
        expr: &Expr,
        around: &[SectionIx],
        columns: &[&'a str],
        use_: Use,
    ) -> Option<Compiled> {
        let reach = Reach { pack: self.pack, around: around.to_vec(), columns: columns.to_vec() };
        let (compiled, found) = expression::compile(&expr.source, &reach, self.parses);
        let Findings { needs, complaints, names_anything } = found;
        for complaint in complaints {
            let at = place(expr, complaint.offset, complaint.len);
            if complaint.unknown {
                self.bag.unknown(&at, complaint.message, complaint.hint);
            } else {
                self.bag.error(&at, complaint.message, complaint.hint);
            }
        }
        if let Some(node) = node {
            self.need(node, needs);
        }
        let compiled = compiled?;
        if use_ == Use::Relevant && !names_anything {
            let root = cel::Context::with_env(ENV.clone());
            if compiled.claim(&root) != Some(true) {
                let at = At { file: expr.file, span: expr.span.clone() };
                let what = match node {
                    Some(node) => self.name(node).to_owned(),
                    None => String::new(),
                };
                let message = format!("`{what}` can never be asked");
                self.bag.error(&at, message, "this is never true");
            }
        }
        Some(compiled)
    }

    fn name(&self, node: Node) -> &'a str {
        match node {
            Node::Section(ix) => &self.pack.section(ix).name,
            Node::Question(ix) => &self.pack.question(ix).name,
        }
    }

    /// Shows a ring at the first of its members that can be pointed at.
    fn ring(&mut self, ring: &[Node]) {
        let names: Vec<&str> = ring.iter().map(|node| self.name(*node)).collect();
        let at = ring.iter().find_map(|node| self.place_of(*node)).unwrap_or_default();
        let message = format!("{} need each other: nobody can begin", quoted(&names));
        self.bag.error(&at, message, names.join(" -> "));
    }

    fn place_of(&self, node: Node) -> Option<At> {
        let of = |expr: &Expr| At { file: expr.file, span: expr.span.clone() };
        match node {
            Node::Section(ix) => self.pack.section(ix).relevant.as_ref().map(of),
            Node::Question(ix) => {
                let question = self.pack.question(ix);
                let expr = question.relevant.as_ref();
                let calculation =
                    || question.calculation.as_ref().filter(|_| question.kind == Kind::Calculated);
                let defined = &question.defined;
                let defined = At { file: defined.0, span: defined.1.clone() };
                Some(expr.or_else(calculation).map_or(defined, of))
            }
        }
    }
}

fn quoted(names: &[&str]) -> String {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(name) {
            once.push(name);
        }
    }
    once.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// The place in the file of a place in the expression; the whole expression when it has escapes.
fn place(expr: &Expr, offset: usize, len: usize) -> At {
    let Expr { source, file, span } = expr;
    if span.len() != source.len() {
        return At { file: *file, span: span.clone() };
    }
    let start = (span.start + offset).min(span.end);
    At { file: *file, span: start..(start + len.max(1)).min(span.end.max(start)) }
}

/// Whether a section is asked once per instance.
pub(super) fn is_repeat(pack: &Pack, section: SectionIx) -> bool {
    matches!(pack.section(section).kind, SectionKind::Repeat { .. })
}
