//! Evaluation: answers in, everything that follows out.
//!
//! Whole each time, in the order the form has worked out once. Keeps nothing between runs and never
//! changes an answer.

use super::analyse::Node;
use super::compile::Form;
use super::datum::Datum;
use super::derived::takes_answer;
use super::expression::Compiled;
use super::layout::{Frames, Scope, least, repeat_path};
use super::quick::Not;
use super::tables::Tables;
use super::{Answers, Derived, Kind, Path, QuestionIx, SectionIx, rows, value};
use cel::common::types::CelString;
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything that follows from `answers` on the day `today`.
pub fn evaluate(form: &Form, answers: &Answers, today: Date) -> Derived {
    let run = Run::new(form, answers, today);
    let mut frames = Frames::of(&form.pack, &form.layout, answers);
    run.values(&mut frames);
    let (mut derived, homes) = rows::derive(&run, &mut frames);
    // Most cases have none: then there are as many answers as rows with one.
    if homes < answers.values.len() {
        let homeless = answers.values.keys().filter(|path| !derived.by_path.contains_key(*path));
        derived.orphans = homeless.cloned().collect();
    }
    derived
}

/// One evaluation under way.
pub(super) struct Run<'a> {
    pub(super) form: &'a Form,
    pub(super) answers: &'a Answers,
    pub(super) today: Date,
    today_text: CelString<'static>,
    tables: Tables,
}

impl<'a> Run<'a> {
    fn new(form: &'a Form, answers: &'a Answers, today: Date) -> Self {
        let tables = Tables(Arc::clone(&form.reference));
        Self { form, answers, today, today_text: CelString::from(today.to_string()), tables }
    }

    fn scope<'s>(
        &'s self,
        frames: &'s Frames<'s>,
        frame: usize,
        columns: &'s [(&'s str, CelString<'s>)],
    ) -> Scope<'s> {
        Scope { frames, frame, today: &self.today_text, tables: &self.tables, columns }
    }

    /// The value of `program` as seen from `frame`.
    pub(super) fn value(&self, frames: &Frames<'_>, frame: usize, program: &Compiled) -> Datum {
        let scope = self.scope(frames, frame, &[]);
        let mut context = self.form.root.new_inner_scope();
        context.set_variable_resolver(&scope);
        program.value(&context)
    }

    /// Whether `program` is true or false as seen from `frame`; `None` without a result.
    pub(super) fn claim(
        &self,
        frames: &Frames<'_>,
        frame: usize,
        columns: &[(&str, CelString<'_>)],
        program: &Compiled,
    ) -> Option<bool> {
        let scope = self.scope(frames, frame, columns);
        let unknown = Err(Not::Known);
        let quick = program.quick.as_ref().map_or(unknown, |quick| quick.claim(&scope));
        if quick != unknown && !cfg!(debug_assertions) {
            return quick.ok();
        }
        let mut context = self.form.root.new_inner_scope();
        context.set_variable_resolver(&scope);
        let claim = program.claim(&context);
        debug_assert!(quick == unknown || quick.ok() == claim, "{program:?}");
        claim
    }

    /// Fills every slot: whether it applies, and its value when it does.
    fn values(&self, frames: &mut Frames<'a>) {
        for node in &self.form.order {
            match *node {
                Node::Section(section) => self.section(frames, section),
                Node::Question(question) => self.question(frames, question),
            }
        }
    }

    fn section(&self, frames: &mut Frames<'a>, section: SectionIx) {
        let (plan, slot) = frames.layout.sections[section.0];
        for at in 0..frames.by_plan[plan].len() {
            let frame = frames.by_plan[plan][at];
            let program = self.form.programs.sections[section.0].relevant.as_ref();
            let applies = frames.instance_applies(frame)
                && program.is_none_or(|one| self.claim(frames, frame, &[], one) == Some(true));
            frames.all[frame].sections[slot] = applies;
        }
    }

    fn question(&self, frames: &mut Frames<'a>, ix: QuestionIx) {
        let pack = &self.form.pack;
        let question = pack.question(ix);
        let programs = &self.form.programs.questions[ix.0];
        let (plan, slot) = frames.layout.questions[ix.0];
        let in_repeat_itself = frames.layout.plans[plan].repeat == Some(question.section);
        for at in 0..frames.by_plan[plan].len() {
            let frame = frames.by_plan[plan][at];
            let around = if in_repeat_itself {
                frames.instance_applies(frame)
            } else {
                frames.applies(question.section, frame)
            };
            let relevant = around
                && programs
                    .relevant
                    .as_ref()
                    .is_none_or(|one| self.claim(frames, frame, &[], one) == Some(true));
            if !relevant {
                continue;
            }
            let path = Path::within(&frames.all[frame].scope, &question.name);
            let answer = self.answers.values.get(&path);
            let read = if question.kind == Kind::Calculated {
                let program = programs.calculation.as_ref();
                let datum = program.map_or(Datum::Null, |one| self.value(frames, frame, one));
                value::calculated(self.form, question, datum)
            } else {
                let raw = answer.map_or("", |answer| &answer.raw);
                value::read(self.form, question, raw, self.today)
            };
            let slot = &mut frames.all[frame].slots[slot];
            slot.path = path;
            slot.answer = answer;
            slot.relevant = true;
            slot.read = read;
        }
    }
}

pub(super) fn missing_instances(form: &Form, answers: &Answers) -> Vec<(String, u32)> {
    let mut used: BTreeSet<(&str, u32)> = BTreeSet::new();
    // Numbers are never given twice, so those of removed instances count as used.
    let paths =
        answers.values.keys().map(Path::as_str).chain(answers.instances.keys().map(String::as_str));
    for path in paths {
        for (at, _) in path.match_indices('#') {
            let digits = path[at + 1..].split('/').next().unwrap_or_default();
            used.extend(digits.parse().ok().map(|number| (&path[..at], number)));
        }
    }
    let mut found = Vec::new();
    missing_inside(form, answers, &used, 0, "", &mut found);
    found
}

fn missing_inside(
    form: &Form,
    answers: &Answers,
    used: &BTreeSet<(&str, u32)>,
    plan: usize,
    scope: &str,
    found: &mut Vec<(String, u32)>,
) {
    for inner in &form.layout.plans[plan].children {
        let Some(repeat) = form.layout.plans[*inner].repeat else { continue };
        let path = repeat_path(scope, &form.pack.section(repeat).name);
        let live = answers.instances(&path);
        let taken = used.iter().filter(|(at, _)| *at == path).map(|(_, number)| *number);
        let mut next = taken.chain(live.iter().copied()).max().unwrap_or(0);
        let mut instances = live.to_vec();
        while instances.len() < least(&form.pack, repeat) as usize {
            next = next.saturating_add(1);
            instances.push(next);
            found.push((path.clone(), next));
        }
        for number in instances {
            missing_inside(form, answers, used, *inner, &format!("{path}#{number}"), found);
        }
    }
}

/// The answers a new case starts with: every `default` that has a result, repeats at their least.
pub fn default_answers(form: &Form, today: Date) -> Vec<(Path, String)> {
    let mut answers = Answers::default();
    for (path, number) in missing_instances(form, &answers) {
        answers.instances.entry(path).or_default().push(number);
    }
    defaults_for(form, &answers, today)
}

/// The defaults of the questions that apply and have no answer yet, for instance after an instance
/// was added.
pub fn defaults_for(form: &Form, answers: &Answers, today: Date) -> Vec<(Path, String)> {
    let mut answers = answers.clone();
    let mut all: Vec<(Path, String)> = Vec::new();
    // A default may bring another question into sight; each round but the last adds an answer.
    loop {
        let run = Run::new(form, &answers, today);
        let mut frames = Frames::of(&form.pack, &form.layout, &answers);
        run.values(&mut frames);
        let new = run.defaults(&frames);
        if new.is_empty() {
            return all;
        }
        for (path, text) in &new {
            answers.values.entry(path.clone()).or_default().raw.clone_from(text);
        }
        all.extend(new);
    }
}

impl Run<'_> {
    fn defaults(&self, frames: &Frames<'_>) -> Vec<(Path, String)> {
        let mut found = Vec::new();
        for (at, question) in self.form.pack.questions.iter().enumerate() {
            let program = self.form.programs.questions[at].default.as_ref();
            let Some(program) = program.filter(|_| takes_answer(question.kind)) else { continue };
            let (plan, slot) = frames.layout.questions[at];
            for frame in &frames.by_plan[plan] {
                let path = Path::within(&frames.all[*frame].scope, &question.name);
                let empty = self.answers.raw(&path).trim().is_empty();
                if empty && frames.all[*frame].slots[slot].relevant {
                    let text = self.value(frames, *frame, program).raw();
                    if !text.trim().is_empty() {
                        found.push((path, text));
                    }
                }
            }
        }
        found
    }
}
