//! What waits for what in a pack: by `blocked_by`, and by `relevant`.
//!
//! Looks at the definition alone, for people who write packs; what holds in a case is [`super::evaluate`].

use super::analyse::{Node, Reach, repeat_outside};
use super::expression::{self, Parses};
use super::{Expr, Item, Pack, QuestionIx, SectionIx};

/// One end of a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The pack itself.
    Whole,
    /// One of its sections or questions.
    Item(Item),
    /// A pack to be finished first: place in [`Pack::blocked_by`].
    Pack(usize),
}

/// Why one waits for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// The other must be answered or finished first.
    BlockedBy,
    /// Whether it applies follows from the other.
    Relevant,
}

/// One thing waits for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Requirement {
    /// What waits.
    pub of: End,
    /// What it waits for.
    pub needs: End,
    /// Why.
    pub because: Because,
}

/// All requirements of a pack, by what waits, in the order of the pack. An expression that does not
/// compile requires nothing.
pub fn requirements(pack: &Pack) -> Vec<Requirement> {
    let mut all = Vec::new();
    for (at, blocker) in pack.blocked_by.iter().enumerate() {
        let needs = End::Pack(at);
        all.push(Requirement { of: End::Whole, needs, because: Because::BlockedBy });
        relevant(pack, needs, blocker.relevant.as_ref(), &[], &mut all);
    }
    for (at, section) in pack.sections.iter().enumerate() {
        let of = End::Item(Item::Section(SectionIx(at)));
        let outside: Vec<SectionIx> = repeat_outside(pack, SectionIx(at))
            .map(|ix| pack.repeats_around(ix))
            .unwrap_or_default();
        relevant(pack, of, section.relevant.as_ref(), &outside, &mut all);
        for blocker in &section.blocked_by {
            let needs = End::Item(Item::Question(blocker.question));
            all.push(Requirement { of, needs, because: Because::BlockedBy });
        }
    }
    for (at, question) in pack.questions.iter().enumerate() {
        let of = End::Item(Item::Question(QuestionIx(at)));
        let around = pack.repeats_around(question.section);
        relevant(pack, of, question.relevant.as_ref(), &around, &mut all);
        for blocker in &question.blocked_by {
            let needs = End::Item(Item::Question(blocker.question));
            all.push(Requirement { of, needs, because: Because::BlockedBy });
        }
    }
    all
}

fn relevant(
    pack: &Pack,
    of: End,
    expr: Option<&Expr>,
    around: &[SectionIx],
    all: &mut Vec<Requirement>,
) {
    let Some(expr) = expr else { return };
    let reach = Reach { pack, around: around.to_vec(), columns: Vec::new() };
    let (_, found) = expression::compile(&expr.source, &reach, &Parses::default());
    all.extend(found.needs.into_iter().map(|need| {
        let needs = End::Item(match need {
            Node::Section(ix) => Item::Section(ix),
            Node::Question(ix) => Item::Question(ix),
        });
        Requirement { of, needs, because: Because::Relevant }
    }));
}
