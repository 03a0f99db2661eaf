//! Where values live: the top and each repeat have a frame of slots, one frame per instance.
//!
//! The plan ([`Layout`]) belongs to the form; the frames ([`Frames`]) to one evaluation.

use super::analyse::{home, repeat_outside};
use super::compile::is_repeat;
use super::datum::Datum;
use super::functions::{TABLES, TODAY};
use super::quick::Sight;
use super::tables::Tables;
use super::value::Read;
use super::{Answer, Answers, Pack, Path, QuestionIx, SectionIx, SectionKind};
use cel::ExecutionError;
use cel::common::traits::{Container, Indexer};
use cel::common::types::{CelList, CelString, MAP_TYPE, Type};
use cel::common::value::{CowVal, Val};
use cel::context::VariableResolver;
use std::collections::HashMap;

/// A kind of frame: the top, or a repeat.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The repeat; `None` for the top.
    pub(super) repeat: Option<SectionIx>,
    /// Repeats right inside it, as places in [`Layout::plans`].
    pub(super) children: Vec<usize>,
    questions: usize,
    sections: usize,
}

/// What a name means.
#[derive(Debug, Clone, Copy)]
enum Name {
    Question { plan: usize, slot: usize },
    Repeat { plan: usize, outside: usize, child: usize },
}

/// The plan of all frames of a pack.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// The top first.
    pub(super) plans: Vec<Plan>,
    /// For each question the plan it lives in and its slot there.
    pub(super) questions: Vec<(usize, usize)>,
    /// For each section the plan in which its relevance is decided and its slot there.
    pub(super) sections: Vec<(usize, usize)>,
    names: HashMap<String, Name>,
}

impl Layout {
    pub(super) fn of(pack: &Pack) -> Self {
        let mut layout = Self { plans: vec![Plan::default()], ..Self::default() };
        let mut plan_of: HashMap<Option<SectionIx>, usize> = HashMap::from([(None, 0)]);
        for ix in (0..pack.sections.len()).map(SectionIx) {
            let outside = plan_of[&repeat_outside(pack, ix)];
            let slot = layout.plans[outside].sections;
            layout.plans[outside].sections += 1;
            layout.sections.push((outside, slot));
            if is_repeat(pack, ix) {
                let plan = layout.plans.len();
                let child = layout.plans[outside].children.len();
                layout.plans[outside].children.push(plan);
                layout.plans.push(Plan { repeat: Some(ix), ..Plan::default() });
                plan_of.insert(Some(ix), plan);
                let name = pack.section(ix).name.clone();
                layout.names.insert(name, Name::Repeat { plan, outside, child });
            }
        }
        for ix in (0..pack.questions.len()).map(QuestionIx) {
            let plan = plan_of[&home(pack, ix)];
            let slot = layout.plans[plan].questions;
            layout.plans[plan].questions += 1;
            layout.questions.push((plan, slot));
            let name = pack.question(ix).name.clone();
            layout.names.insert(name, Name::Question { plan, slot });
        }
        layout
    }
}

/// One question in one frame.
#[derive(Default)]
pub(super) struct Slot<'a> {
    /// Whether it applies.
    pub(super) relevant: bool,
    /// Where its answer lives; set when it applies.
    pub(super) path: Path,
    /// What was answered; set when it applies.
    pub(super) answer: Option<&'a Answer>,
    /// Its value; empty when it does not apply.
    pub(super) read: Read,
}

/// One instance of a repeat, or the top.
#[derive(Default)]
pub(super) struct Frame<'a> {
    pub(super) plan: usize,
    /// The frame around it; the top is its own.
    pub(super) outside: usize,
    /// `usaha#1/produk#2`; empty at the top.
    pub(super) scope: String,
    /// Counted from 1; 0 at the top.
    pub(super) ordinal: usize,
    pub(super) slots: Vec<Slot<'a>>,
    /// Whether the sections decided here apply.
    pub(super) sections: Vec<bool>,
    /// Frames of the repeats inside, by place in the plan's `children`.
    pub(super) children: Vec<Vec<usize>>,
}

/// All frames of one evaluation.
pub(super) struct Frames<'a> {
    pub(super) layout: &'a Layout,
    pub(super) all: Vec<Frame<'a>>,
    /// Frames by plan, in order.
    pub(super) by_plan: Vec<Vec<usize>>,
}

impl<'a> Frames<'a> {
    /// Empty frames for the live instances of `answers`.
    pub(super) fn of(pack: &Pack, layout: &'a Layout, answers: &Answers) -> Self {
        let by_plan = vec![Vec::new(); layout.plans.len()];
        let mut frames = Self { layout, all: Vec::new(), by_plan };
        frames.add(pack, answers, 0, 0, "", 0);
        frames
    }

    fn add(
        &mut self,
        pack: &Pack,
        answers: &Answers,
        plan: usize,
        outside: usize,
        scope: &str,
        ordinal: usize,
    ) -> usize {
        let at = self.all.len();
        let layout = self.layout;
        let Plan { questions, sections, children, .. } = &layout.plans[plan];
        self.all.push(Frame {
            plan,
            outside,
            scope: scope.to_owned(),
            ordinal,
            slots: std::iter::repeat_with(Slot::default).take(*questions).collect(),
            sections: vec![false; *sections],
            children: vec![Vec::new(); children.len()],
        });
        self.by_plan[plan].push(at);
        for (child, inner) in children.iter().enumerate() {
            let Some(repeat) = layout.plans[*inner].repeat else { continue };
            let path = repeat_path(scope, &pack.section(repeat).name);
            for (place, number) in answers.instances(&path).iter().enumerate() {
                let scope = format!("{path}#{number}");
                let made = self.add(pack, answers, *inner, at, &scope, place + 1);
                self.all[at].children[child].push(made);
            }
        }
        at
    }

    /// The frame of `plan` that `from` stands in, itself included.
    pub(super) fn enclosing(&self, from: usize, plan: usize) -> Option<usize> {
        let mut at = from;
        loop {
            if self.all[at].plan == plan {
                return Some(at);
            }
            if at == 0 {
                return None;
            }
            at = self.all[at].outside;
        }
    }

    /// Whether `section`, decided in `frame`, applies.
    pub(super) fn applies(&self, section: SectionIx, frame: usize) -> bool {
        self.all[frame].sections[self.layout.sections[section.0].1]
    }

    /// Whether the instance `frame` is of a repeat that applies; the top always does.
    pub(super) fn instance_applies(&self, frame: usize) -> bool {
        match self.layout.plans[self.all[frame].plan].repeat {
            Some(repeat) => self.applies(repeat, self.all[frame].outside),
            None => true,
        }
    }

    /// The instances of a repeat as CEL sees them; none when it does not apply.
    fn list<'b>(&'b self, frame: usize, plan: usize, child: usize) -> CowVal<'b, 'b> {
        let repeat = self.layout.plans[plan].repeat;
        let applies = repeat.is_none_or(|repeat| self.applies(repeat, frame));
        let items = if applies { self.all[frame].children[child].as_slice() } else { &[] };
        let items: Vec<Box<dyn Val + 'b>> = items
            .iter()
            .map(|frame| Box::new(Instance { frames: self, frame: *frame }) as Box<dyn Val + 'b>)
            .collect();
        CowVal::owned(CelList::from(items))
    }

    fn resolve(&self, from: usize, name: &str) -> Option<CowVal<'_, '_>> {
        match *self.layout.names.get(name)? {
            Name::Question { plan, slot } => {
                let frame = self.enclosing(from, plan)?;
                Some(CowVal::Borrowed(self.all[frame].slots[slot].read.datum.as_val()))
            }
            Name::Repeat { plan, outside, child } => {
                Some(self.list(self.enclosing(from, outside)?, plan, child))
            }
        }
    }
}

/// `usaha`, or `usaha#1/produk` inside an instance.
pub(super) fn repeat_path(scope: &str, name: &str) -> String {
    if scope.is_empty() { name.to_owned() } else { format!("{scope}/{name}") }
}

/// The names an expression sees from one frame.
pub(super) struct Scope<'a> {
    pub(super) frames: &'a Frames<'a>,
    pub(super) frame: usize,
    pub(super) today: &'a CelString<'static>,
    pub(super) tables: &'a Tables,
    /// Columns of a choice, seen before everything else.
    pub(super) columns: &'a [(&'a str, CelString<'a>)],
}

impl VariableResolver for Scope<'_> {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        if let Some((_, value)) = self.columns.iter().find(|(name, _)| *name == variable) {
            return Some(CowVal::Borrowed(value));
        }
        match variable {
            TODAY => return Some(CowVal::Borrowed(self.today)),
            TABLES => return Some(CowVal::Borrowed(self.tables)),
            _ => {}
        }
        self.frames.resolve(self.frame, variable)
    }
}

impl Sight for Scope<'_> {
    fn said(&self, question: QuestionIx) -> Option<&Datum> {
        let (plan, slot) = self.frames.layout.questions[question.0];
        let frame = self.frames.enclosing(self.frame, plan)?;
        Some(&self.frames.all[frame].slots[slot].read.datum)
    }

    fn today(&self) -> &str {
        self.today.inner()
    }
}

/// One instance of a repeat, looked into only where an expression asks.
#[derive(Clone, Copy)]
struct Instance<'a> {
    frames: &'a Frames<'a>,
    frame: usize,
}

impl std::fmt::Debug for Instance<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Instance")
    }
}

impl<'a> Instance<'a> {
    fn field(self, name: &str) -> Option<CowVal<'a, 'a>> {
        let frames = self.frames;
        let inner = &frames.all[self.frame];
        match *frames.layout.names.get(name)? {
            Name::Question { plan, slot } if plan == inner.plan => {
                Some(CowVal::Borrowed(inner.slots[slot].read.datum.as_val()))
            }
            Name::Repeat { plan, outside, child } if outside == inner.plan => {
                Some(frames.list(self.frame, plan, child))
            }
            _ => None,
        }
    }
}

impl Val for Instance<'_> {
    fn get_type(&self) -> &Type {
        &MAP_TYPE
    }

    fn cel_type() -> &'static Type {
        static MAP: Type = MAP_TYPE;
        &MAP
    }

    fn as_container(&self) -> Option<&dyn Container> {
        Some(self)
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(*self)
    }
}

impl Container for Instance<'_> {
    fn contains(&self, value: &dyn Val) -> Result<bool, ExecutionError> {
        Ok(value.downcast_ref::<CelString>().is_some_and(|name| self.field(name.inner()).is_some()))
    }
}

impl Indexer for Instance<'_> {
    fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        let name = index.downcast_ref::<CelString>().map(CelString::inner).unwrap_or_default();
        self.field(name).ok_or_else(|| ExecutionError::no_such_key(name))
    }

    fn steal<'v>(self: Box<Self>, index: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.get(index).map(CowVal::into_owned)
    }
}

/// The least instances of a repeat.
pub(super) fn least(pack: &Pack, repeat: SectionIx) -> u32 {
    match pack.section(repeat).kind {
        SectionKind::Repeat { min, .. } => min,
        SectionKind::Group => 0,
    }
}
