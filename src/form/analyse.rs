//! What an expression names: dependencies, unknown words, names out of reach.
//!
//! Reads the syntax tree; never runs it.

use super::expression::Places;
use super::functions::{OURS, STANDARD};
use super::{Item, Kind, Pack, QuestionIx, SectionIx, SectionKind};
use crate::base::order;
use crate::base::suggest;
use cel::common::ast::{ComprehensionExpr, Expr, IdedExpr, LiteralValue, operators};

/// Something other things depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Node {
    /// Whether a section applies.
    Section(SectionIx),
    /// The value of a question.
    Question(QuestionIx),
}

/// A complaint about an expression: byte offset and length in its source, message, hint.
#[derive(Debug)]
pub(super) struct Complaint {
    pub(super) offset: usize,
    pub(super) len: usize,
    pub(super) message: String,
    pub(super) hint: String,
    /// Whether it names what is not in this pack; a pack that stands on it may have it.
    pub(super) unknown: bool,
}

/// Where an expression stands.
pub(super) struct Reach<'a> {
    pub(super) pack: &'a Pack,
    /// The repeats around it, outermost first.
    pub(super) around: Vec<SectionIx>,
    /// Further names it sees: a choice's columns.
    pub(super) columns: Vec<&'a str>,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) needs: Vec<Node>,
    pub(super) complaints: Vec<Complaint>,
    /// Whether any name of the pack or the day is met; without, the result is always the same.
    pub(super) names_anything: bool,
}

/// What a name inside a macro stands for.
#[derive(Clone, Copy)]
enum Bound {
    Instance(SectionIx),
    Other,
}

struct Walk<'a> {
    reach: &'a Reach<'a>,
    places: &'a Places<'a>,
    bound: Vec<(String, Bound)>,
    found: Findings,
}

/// Looks through `expr`.
pub(super) fn analyse(reach: &Reach<'_>, expr: &IdedExpr, places: &Places<'_>) -> Findings {
    let mut walk = Walk { reach, places, bound: Vec::new(), found: Findings::default() };
    walk.expr(expr);
    order::sort(&mut walk.found.needs);
    walk.found.needs.dedup();
    walk.found
}

/// The innermost repeat a question stands in.
pub(super) fn home(pack: &Pack, question: QuestionIx) -> Option<SectionIx> {
    pack.repeats_around(pack.question(question).section).pop()
}

/// The repeat a section stands in, itself not counted.
pub(super) fn repeat_outside(pack: &Pack, section: SectionIx) -> Option<SectionIx> {
    pack.section(section).parent.and_then(|parent| pack.repeats_around(parent).pop())
}

fn is_repeat(pack: &Pack, section: SectionIx) -> bool {
    matches!(pack.section(section).kind, SectionKind::Repeat { .. })
}

impl Walk<'_> {
    fn complain(&mut self, id: u64, len: usize, message: String, hint: String) {
        let offset = self.places.start(id).unwrap_or(0);
        self.found.complaints.push(Complaint { offset, len, message, hint, unknown: false });
    }

    fn bound(&self, name: &str) -> Option<Bound> {
        self.bound.iter().rev().find(|(bound, _)| bound == name).map(|(_, bound)| *bound)
    }

    /// The repeat whose instances `expr` is a list of.
    fn list_of(&self, expr: &IdedExpr) -> Option<SectionIx> {
        let pack = self.reach.pack;
        match &expr.expr {
            Expr::Ident(name) if self.bound(name).is_none() => {
                pack.find_section(name).filter(|ix| is_repeat(pack, *ix))
            }
            Expr::Select(select) => {
                let outer = self.instance_of(&select.operand)?;
                pack.find_section(&select.field)
                    .filter(|ix| is_repeat(pack, *ix) && repeat_outside(pack, *ix) == Some(outer))
            }
            Expr::Comprehension(all) if keeps_items(all) => self.list_of(&all.iter_range),
            _ => None,
        }
    }

    /// The repeat `expr` is one instance of.
    fn instance_of(&self, expr: &IdedExpr) -> Option<SectionIx> {
        match &expr.expr {
            Expr::Ident(name) => match self.bound(name)? {
                Bound::Instance(ix) => Some(ix),
                Bound::Other => None,
            },
            Expr::Call(call) if call.func_name == operators::INDEX => {
                self.list_of(call.args.first()?)
            }
            _ => None,
        }
    }

    fn expr(&mut self, expr: &IdedExpr) {
        match &expr.expr {
            Expr::Ident(name) => self.name(name, expr.id, true),
            Expr::Select(select) => {
                if let Some(repeat) = self.instance_of(&select.operand) {
                    self.list(&select.operand);
                    self.field(repeat, &select.field, expr.id, true);
                } else if let Some(repeat) = self.list_of(&select.operand) {
                    let name = self.reach.pack.section(repeat).name.clone();
                    let message = format!("`{name}` is a list of instances");
                    let hint = format!("write `{name}.map(u, u.{})`", select.field);
                    self.complain(select.operand.id, name.len(), message, hint);
                } else {
                    self.expr(&select.operand);
                }
            }
            Expr::Call(call) => {
                self.function(
                    call.func_name.as_str(),
                    call.target.is_some(),
                    call.args.len(),
                    expr.id,
                );
                self.compared(&call.func_name, &call.args);
                self.pattern(&call.func_name, &call.args);
                let counted = call.func_name == "size" || call.func_name == operators::INDEX;
                for part in call.target.iter().map(AsRef::as_ref).chain(&call.args) {
                    if counted && self.list_of(part).is_some() {
                        self.list(part);
                    } else {
                        self.expr(part);
                    }
                }
            }
            Expr::Comprehension(all) => self.comprehension(all),
            Expr::List(list) => list.elements.iter().for_each(|item| self.expr(item)),
            Expr::Map(map) => {
                for entry in &map.entries {
                    if let cel::common::ast::EntryExpr::MapEntry(entry) = &entry.expr {
                        self.expr(&entry.key);
                        self.expr(&entry.value);
                    }
                }
            }
            Expr::Struct(made) => {
                let message = format!("unknown name `{}`", made.type_name);
                self.complain(expr.id, made.type_name.len(), message, String::new());
            }
            Expr::Literal(_) | Expr::Unspecified => {}
        }
    }

    fn comprehension(&mut self, all: &ComprehensionExpr) {
        let item = self.list_of(&all.iter_range);
        if item.is_some() {
            self.list(&all.iter_range);
        } else {
            self.expr(&all.iter_range);
        }
        self.bound.push((all.iter_var.clone(), item.map_or(Bound::Other, Bound::Instance)));
        self.bound.push((all.accu_var.clone(), Bound::Other));
        for part in [&all.accu_init, &all.loop_cond, &all.loop_step, &all.result] {
            self.expr(part);
        }
        self.bound.truncate(self.bound.len() - 2);
    }

    /// A list of instances (or one of them) whose fields are not all looked at.
    fn list(&mut self, expr: &IdedExpr) {
        match &expr.expr {
            Expr::Ident(name) => self.name(name, expr.id, false),
            Expr::Select(select) => {
                self.list(&select.operand);
                if let Some(repeat) = self.instance_of(&select.operand) {
                    self.field(repeat, &select.field, expr.id, false);
                }
            }
            Expr::Comprehension(all) => self.comprehension(all),
            Expr::Call(call) => {
                if let [list, at] = call.args.as_slice() {
                    self.list(list);
                    self.expr(at);
                }
            }
            _ => {}
        }
    }

    fn name(&mut self, name: &str, id: u64, whole: bool) {
        if self.bound(name).is_some() || self.reach.columns.contains(&name) {
            self.found.names_anything |= self.reach.columns.contains(&name);
            return;
        }
        self.found.names_anything = true;
        let pack = self.reach.pack;
        if name == "today" {
            return;
        }
        if let Some(question) = pack.find_question(name) {
            self.found.needs.push(Node::Question(question));
            if let Some(repeat) = home(pack, question).filter(|ix| !self.reach.around.contains(ix))
            {
                let list = &pack.section(repeat).name;
                let message = format!("`{name}` is asked once for each `{list}`, not here");
                let hint = format!("write `{list}.map(u, u.{name})`");
                self.complain(id, name.len(), message, hint);
            }
            if matches!(pack.question(question).kind, Kind::Note) {
                self.complain(
                    id,
                    name.len(),
                    format!("`{name}` is a note, it has no value"),
                    String::new(),
                );
            }
            return;
        }
        if let Some(section) = pack.find_section(name) {
            if !is_repeat(pack, section) {
                let message = format!("`{name}` is a group, it has no value");
                let hint = "its questions are seen by their own names".to_owned();
                self.complain(id, name.len(), message, hint);
                return;
            }
            if let Some(outside) =
                repeat_outside(pack, section).filter(|ix| !self.reach.around.contains(ix))
            {
                let list = &pack.section(outside).name;
                let message = format!("`{name}` stands in each `{list}`, not here");
                self.complain(id, name.len(), message, format!("write `{list}.map(u, u.{name})`"));
            }
            self.repeat(section, whole);
            return;
        }
        let (pack, columns) = (self.reach.pack, &self.reach.columns);
        let questions = pack.questions.iter().map(|question| question.name.as_str());
        let repeats = pack.sections.iter().filter(|s| s.kind != super::SectionKind::Group);
        let bound: Vec<String> = self.bound.iter().map(|(name, _)| name.clone()).collect();
        let hint = suggest::nearest(
            name,
            questions
                .chain(repeats.map(|section| section.name.as_str()))
                .chain(columns.iter().copied())
                .chain(bound.iter().map(String::as_str))
                .chain(["today"]),
        );
        let hint = hint.map(|word| format!("did you mean `{word}`?")).unwrap_or_default();
        let offset = self.places.start(id).unwrap_or(0);
        let (len, message) = (name.len(), format!("unknown name `{name}`"));
        self.found.complaints.push(Complaint { offset, len, message, hint, unknown: true });
    }

    /// A repeat as a list: whether it applies and, when used `whole`, everything in it.
    fn repeat(&mut self, section: SectionIx, whole: bool) {
        self.found.needs.push(Node::Section(section));
        let mut inside = if whole { vec![section] } else { Vec::new() };
        while let Some(section) = inside.pop() {
            for item in &self.reach.pack.section(section).items {
                match item {
                    Item::Question(question) => self.found.needs.push(Node::Question(*question)),
                    Item::Section(child) => inside.push(*child),
                }
            }
        }
    }

    fn field(&mut self, repeat: SectionIx, field: &str, id: u64, whole: bool) {
        let pack = self.reach.pack;
        if let Some(question) = pack.find_question(field)
            && home(pack, question) == Some(repeat)
        {
            self.found.needs.push(Node::Question(question));
            return;
        }
        if let Some(section) = pack.find_section(field)
            && is_repeat(pack, section)
            && repeat_outside(pack, section) == Some(repeat)
        {
            self.repeat(section, whole);
            return;
        }
        let inside = (0..pack.questions.len()).map(QuestionIx);
        let inside = inside.filter(|ix| home(pack, *ix) == Some(repeat));
        let hint = suggest::nearest(field, inside.map(|ix| pack.question(ix).name.as_str()));
        let hint = hint.map(|word| format!("did you mean `{word}`?")).unwrap_or_default();
        let list = &pack.section(repeat).name;
        // The offset of a selection is that of its dot.
        let offset = self.places.start(id).map_or(0, |start| start + 1);
        let message = format!("`{list}` has no question `{field}`");
        let len = field.len();
        self.found.complaints.push(Complaint { offset, len, message, hint, unknown: true });
    }

    fn function(&mut self, name: &str, method: bool, arguments: usize, id: u64) {
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return;
        }
        let ours = OURS.iter().find(|function| function.name == name);
        let (message, hint) = match ours {
            Some(_) if method => {
                (format!("`{name}` is not called with a dot"), format!("write `{name}(…)`"))
            }
            Some(ours) if ours.arguments != arguments => {
                let wants = ours.arguments;
                let s = if wants == 1 { "" } else { "s" };
                (format!("`{name}` takes {wants} argument{s}, not {arguments}"), String::new())
            }
            Some(_) => return,
            // A macro that stayed a call was given the wrong arguments.
            None if ["has", "all", "exists", "exists_one", "map", "filter"].contains(&name) => {
                (format!("`{name}` is used wrongly"), format!("like `list.{name}(x, …)`"))
            }
            None if STANDARD.contains(&name) => return,
            None => {
                let all = OURS.iter().map(|function| function.name).chain(STANDARD);
                let hint = suggest::nearest(name, all);
                let hint = hint.map(|word| format!("did you mean `{word}`?")).unwrap_or_default();
                (format!("unknown function `{name}`"), hint)
            }
        };
        let Some(start) = self.places.start(id) else { return };
        // A call with a dot begins at its bracket; the name stands before that.
        let offset = if method { start.saturating_sub(name.len()) } else { start };
        let len = name.len();
        self.found.complaints.push(Complaint { offset, len, message, hint, unknown: false });
    }

    /// Choices compared with words that are none of theirs.
    fn compared(&mut self, operator: &str, args: &[IdedExpr]) {
        let [left, right] = args else { return };
        let equality = [operators::EQUALS, operators::NOT_EQUALS].contains(&operator);
        if !equality && operator != operators::IN {
            return;
        }
        let (names, words) = match (self.choices_of(left), self.choices_of(right)) {
            (Some(names), None) => (names, right),
            (None, Some(names)) => (names, left),
            _ => return,
        };
        let literals: Vec<&IdedExpr> = match &words.expr {
            Expr::List(list) => list.elements.iter().collect(),
            _ => vec![words],
        };
        for literal in literals {
            let Expr::Literal(LiteralValue::String(text)) = &literal.expr else { continue };
            let word = text.inner();
            if !names.iter().any(|name| name == word) {
                let hint = suggest::hint(word, names.iter().map(String::as_str));
                let message = format!("`{word}` is none of the choices");
                self.complain(literal.id, word.len() + 2, message, hint);
            }
        }
    }

    /// A pattern that `fits` does not understand.
    fn pattern(&mut self, name: &str, args: &[IdedExpr]) {
        let ("fits", [_, pattern]) = (name, args) else { return };
        if let Expr::Literal(LiteralValue::String(text)) = &pattern.expr
            && !super::is_pattern(text.inner())
        {
            let len = text.inner().len() + 2;
            let message = format!("`{}` is no pattern", text.inner());
            self.complain(pattern.id, len, message, "see `fits` in pack-format.md".to_owned());
        }
    }

    fn choices_of(&self, expr: &IdedExpr) -> Option<Vec<String>> {
        let pack = self.reach.pack;
        let name = match &expr.expr {
            Expr::Ident(name) if self.bound(name).is_none() => name,
            Expr::Select(select) if self.instance_of(&select.operand).is_some() => &select.field,
            _ => return None,
        };
        let question = pack.question(pack.find_question(name)?);
        if !matches!(question.kind, Kind::Choice | Kind::Choices) {
            return match question.kind {
                Kind::Document => Some(super::value::DOCUMENT.map(str::to_owned).to_vec()),
                _ => None,
            };
        }
        let list = pack.choice_lists.get(question.choices?)?;
        Some(list.choices.iter().map(|choice| choice.name.clone()).collect())
    }
}

/// Whether a comprehension is a `filter`: its items are those of its range.
fn keeps_items(all: &ComprehensionExpr) -> bool {
    let Expr::Call(step) = &all.loop_step.expr else { return false };
    let added = match (step.func_name.as_str(), step.args.as_slice()) {
        (operators::CONDITIONAL, [_, added, _]) => added,
        (operators::ADD, _) => &all.loop_step,
        _ => return false,
    };
    let Expr::Call(added) = &added.expr else { return false };
    let [_, list] = added.args.as_slice() else { return false };
    let Expr::List(list) = &list.expr else { return false };
    matches!(list.elements.as_slice(), [item] if item.expr == Expr::Ident(all.iter_var.clone()))
}
