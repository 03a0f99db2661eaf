//! What a service asks people to bring: of a pack, or of a case, what is still missing first.
//!
//! Holds words of the pack alone. What anybody answered decides which of them stand here and never
//! stands here itself.

use super::{
    Derived, Document, Form, Item, Kind, Pack, Path, Question, Required, SectionIx, SectionKind,
    Status, is_typed, takes_answer,
};
use crate::text::Text;

/// The requirements of a service, or of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Bring {
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub version: u32,
    /// Name of the service.
    pub title: Text,
    /// For whom it is.
    pub summary: Text,
    /// Who stands behind the list.
    pub status: Status,
    /// What it costs; empty when the pack does not say.
    pub cost: Text,
    /// How long it takes; empty when the pack does not say.
    pub time: Text,
    /// The visit, when the list is that of a case.
    pub visit: Option<Visit>,
    /// Services to be finished before.
    pub first: Vec<First>,
    /// Documents, in the order of the pack.
    pub things: Vec<Thing>,
    /// Labels of what will be asked and must be answered.
    pub asked: Vec<Text>,
}

/// Whose counter a list was made at, and its visit code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The office.
    pub office: String,
    /// The visit code.
    pub code: String,
}

/// A service to be finished first.
#[derive(Debug, Clone, PartialEq)]
pub struct First {
    /// What is said of it.
    pub say: Text,
    /// Who solves it; may be empty.
    pub who: Text,
    /// Only for some applicants.
    pub sometimes: bool,
}

/// Whether a document must be brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// By everybody.
    Must,
    /// By those it concerns; which, the answers tell.
    Sometimes,
    /// It helps.
    May,
}

/// One document.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Its label.
    pub label: Text,
    /// What the pack knows of it.
    pub document: Document,
    /// Whether it must be brought.
    pub need: Need,
    /// It is there, as the office wants it (cases only).
    pub brought: bool,
    /// Heading of the repeat it is brought for each time (packs only); empty outside repeats.
    pub each: Text,
    /// How many of it (cases only).
    pub count: usize,
}

impl Bring {
    /// What `pack` asks of anybody. Which conditions hold is not known, so none is left out.
    pub fn of_pack(pack: &Pack) -> Self {
        let mut list = Self::about(pack);
        list.first = pack
            .blocked_by
            .iter()
            .map(|one| First {
                say: one.say.clone(),
                who: one.who.clone(),
                sometimes: one.relevant.is_some(),
            })
            .collect();
        for question in &pack.questions {
            let always = question.relevant.is_none() && is_always(pack, question.section);
            match question.kind {
                Kind::Document => {
                    let need = match &question.required {
                        Required::Yes if always => Need::Must,
                        Required::Yes | Required::When(_) => Need::Sometimes,
                        Required::No => Need::May,
                    };
                    let around = pack.repeats_around(question.section).pop();
                    let each = around.map(|ix| pack.section(ix).label.clone()).unwrap_or_default();
                    list.add(Thing { each, ..thing(question, need) });
                }
                kind if is_typed(kind) && always && question.required == Required::Yes => {
                    list.ask(question);
                }
                _ => {}
            }
        }
        list
    }

    /// What a case asks, as far as its answers tell. `raw` is the answer at a path.
    pub fn of_case<'a>(
        form: &Form,
        derived: &Derived,
        visit: Visit,
        raw: impl Fn(&Path) -> &'a str,
    ) -> Self {
        let pack = &form.pack;
        let mut list = Self::about(pack);
        list.visit = Some(visit);
        let first = derived.blocked_packs.iter();
        list.first = first
            .map(|one| First { say: one.say.clone(), who: one.who.clone(), sometimes: false })
            .collect();
        for row in &derived.rows {
            let question = pack.question(row.question);
            if question.kind == Kind::Document {
                let need = if row.required { Need::Must } else { Need::May };
                let mut thing = thing(question, need);
                thing.brought = match raw(&row.path) {
                    "asli" => true,
                    "fotokopi" => thing.document.copy_is_enough,
                    _ => false,
                };
                list.add(thing);
            } else if takes_answer(question.kind) && row.blocks_finishing() {
                list.ask(question);
            }
        }
        list
    }

    fn about(pack: &Pack) -> Self {
        Self {
            pack: pack.id.clone(),
            version: pack.version,
            title: pack.title.clone(),
            summary: pack.summary.clone(),
            status: pack.status,
            cost: pack.cost.clone(),
            time: pack.time.clone(),
            visit: None,
            first: Vec::new(),
            things: Vec::new(),
            asked: Vec::new(),
        }
    }

    /// The same document asked of several businesses stands here once.
    fn add(&mut self, thing: Thing) {
        let same = self.things.iter_mut().find(|other| {
            other.label == thing.label
                && (other.brought, other.need) == (thing.brought, thing.need)
                && other.document == thing.document
        });
        match same {
            Some(same) => same.count += 1,
            None => self.things.push(thing),
        }
    }

    fn ask(&mut self, question: &Question) {
        if !self.asked.contains(&question.label) {
            self.asked.push(question.label.clone());
        }
    }
}

fn thing(question: &Question, need: Need) -> Thing {
    Thing {
        label: question.label.clone(),
        document: question.document.clone().unwrap_or_default(),
        need,
        brought: false,
        each: Text::default(),
        count: 1,
    }
}

/// Whether a section is asked of everybody: no condition on it or around it, and no repeat that may
/// stay empty.
fn is_always(pack: &Pack, section: SectionIx) -> bool {
    let mut at = Some(section);
    while let Some(ix) = at {
        let section = pack.section(ix);
        let may_be_empty = matches!(section.kind, SectionKind::Repeat { min: 0, .. });
        if section.relevant.is_some() || may_be_empty {
            return false;
        }
        at = section.parent;
    }
    true
}

impl Pack {
    /// Questions and child sections of a section, in the order of the screen; the sections of the top
    /// for `None`.
    pub fn in_order(&self, section: Option<SectionIx>) -> Vec<Item> {
        match section {
            Some(ix) => self.section(ix).items.clone(),
            None => (0..self.sections.len())
                .map(SectionIx)
                .filter(|ix| self.section(*ix).parent.is_none())
                .map(Item::Section)
                .collect(),
        }
    }
}
