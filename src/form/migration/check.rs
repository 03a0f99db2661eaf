//! Whether the steps of `migrasi.toml` lead to the questions of the pack.

use super::{Change, Cut, Read, TEXT};
use crate::base::suggest;
use crate::form::analyse::Reach;
use crate::form::tree::{At, Bag, Word};
use crate::form::{Item, Kind, Pack, expression, takes_answer};
use std::collections::BTreeSet;

/// Every name must lead to the pack, at once or by the steps after it.
pub(super) fn check(all: &[(u32, u32, At, Vec<Read>)], pack: &Pack, strict: bool, bag: &mut Bag) {
    let steps: Vec<&Read> = all.iter().flat_map(|(.., steps)| steps).collect();
    for (at, read) in steps.iter().enumerate() {
        let later: BTreeSet<&str> =
            steps[at + 1..].iter().flat_map(|read| read.step.change.takes()).collect();
        let is_rename = matches!(read.step.change, Change::Renamed { .. });
        for word in &read.gives {
            if later.contains(word.text.as_str()) {
                continue;
            }
            match pack.names.get(&word.text) {
                Some(Item::Question(ix)) => kind(read, word, pack.question(*ix).kind, bag),
                Some(Item::Section(_)) if is_rename => {}
                _ if !strict => {}
                _ => {
                    let known = pack.names.iter().filter_map(|(name, item)| {
                        (is_rename || matches!(item, Item::Question(_))).then_some(name.as_str())
                    });
                    let mut known: Vec<&str> = known.chain(later.iter().copied()).collect();
                    known.sort_unstable();
                    let hint = suggest::hint(&word.text, known);
                    let message = format!("version {} asks no `{}`", pack.version, word.text);
                    bag.error(&word.at, message, hint);
                }
            }
        }
        let leaves = !matches!(read.step.change, Change::Removed { .. });
        for word in read.takes.iter().filter(|_| leaves) {
            let given = steps[at..].iter().flat_map(|read| &read.gives);
            if pack.names.contains_key(&word.text)
                && !given.into_iter().any(|give| give.text == word.text)
            {
                let message = format!("`{}` is still asked", word.text);
                bag.warning(&word.at, message, "the old answers are moved away from it");
            }
        }
        values(read, pack, bag);
        parts(read, pack, bag);
    }
}

fn kind(read: &Read, word: &Word, kind: Kind, bag: &mut Bag) {
    if !takes_answer(kind) {
        bag.error(&word.at, format!("`{}` takes no answer", word.text), "");
    }
    let fits = match read.step.change {
        Change::Kbli { .. } => kind == Kind::Kbli,
        Change::Choice { .. } => matches!(kind, Kind::Choice | Kind::Choices),
        _ => true,
    };
    if !fits {
        bag.error(&word.at, format!("`{}` is of another kind", word.text), "");
    }
}

/// The new values must be choices of the question.
fn values(read: &Read, pack: &Pack, bag: &mut Bag) {
    for give in &read.gives {
        let Some(question) = pack.find_question(&give.text).map(|ix| pack.question(ix)) else {
            continue;
        };
        let right: Vec<&str> = match (question.kind, question.choices) {
            (Kind::Choice | Kind::Choices, Some(list)) => {
                pack.choice_lists[list].choices.iter().map(|one| one.name.as_str()).collect()
            }
            (Kind::YesNo, _) => vec!["ya", "tidak"],
            (Kind::Statement, _) => vec!["ya"],
            (Kind::Document, _) => vec!["asli", "fotokopi", "tidak_ada"],
            _ => continue,
        };
        for word in read.values.iter().filter(|word| !right.contains(&word.text.as_str())) {
            let hint = suggest::hint(&word.text, right.iter().copied());
            let message = format!("`{}` is no choice of `{}`", word.text, question.name);
            bag.error(&word.at, message, hint);
        }
    }
}

fn parts(read: &Read, pack: &Pack, bag: &mut Bag) {
    let Change::Split { by: Cut::Cel(all), .. } = &read.step.change else { return };
    for one in all {
        let reach = Reach { pack, around: Vec::new(), columns: vec![TEXT] };
        let (_, found) = expression::compile(&one.source, &reach, &expression::Parses::default());
        let at = At { file: one.file, span: one.span.clone() };
        for complaint in &found.complaints {
            bag.error(&at, complaint.message.clone(), complaint.hint.clone());
        }
        if !found.needs.is_empty() {
            bag.error(&at, "the expression of a part sees only `text`", "the answer that is cut");
        }
    }
}
