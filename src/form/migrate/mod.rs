//! Answers to an earlier version of a pack, moved to the version that is here.
//!
//! Nothing is ever dropped: an answer without a place stays where it was, or beside it where another
//! question has its name now. Makes new answers and a report; records nothing.

mod cut;
mod repeats;

use super::migration::{Change, Migration, Step};
use super::{Answer, Answers, Pack, Path, takes_answer};
use crate::ident::kbli;
use crate::text::Text;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What became of the answers of a case.
#[derive(Clone, PartialEq, Default)]
pub struct Moved {
    /// Version of the pack they were given to.
    pub from: u32,
    /// Version they are moved to.
    pub to: u32,
    /// Each answer that moved or needs a look.
    pub moves: Vec<Moving>,
    /// All answers after it.
    pub answers: Answers,
}

impl std::fmt::Debug for Moved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Moved({} to {}, {} answers)", self.from, self.to, self.moves.len())
    }
}

/// One answer that moved. Holds what was said; `Debug` of [`Moved`] counts only.
#[derive(Clone, PartialEq)]
pub struct Moving {
    /// How the question was called before; empty when the pack does not say.
    pub label: Text,
    /// Where the answer was; several when they became one.
    pub from: Vec<Path>,
    /// Where it is now; several when it became several.
    pub to: Vec<Path>,
    /// The text as it was typed.
    pub raw: String,
    /// What a person must look at.
    pub attention: Option<Attention>,
}

/// Why a person must look at an answer that moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attention {
    /// It is not asked any more.
    Removed,
    /// It could not be cut into parts without a rest.
    Uncut,
    /// Its new place has an answer already.
    Occupied,
    /// The question takes another kind of answer now.
    Retyped,
    /// Its code is of an older KBLI edition.
    Edition,
    /// No question of this version takes it.
    NoPlace,
}

impl Attention {
    /// The Fluent message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Removed => "migrate-removed",
            Self::Uncut => "migrate-uncut",
            Self::Occupied => "migrate-occupied",
            Self::Retyped => "migrate-retyped",
            Self::Edition => "migrate-edition",
            Self::NoPlace => "migrate-no-place",
        }
    }
}

impl Moved {
    /// Where the answer of an old path is now; the path itself when it did not move.
    pub fn now(&self, path: &Path) -> Path {
        let moved = self.moves.iter().find(|moving| moving.from.contains(path));
        moved.and_then(|moving| moving.to.first()).unwrap_or(path).clone()
    }
}

/// Moves `answers`, given to `version` of the pack, to the version that `pack` is. Without a step the
/// answers stay as they are. `today` is the day for expressions.
pub fn migrate(pack: &Pack, answers: &Answers, version: u32, today: Date) -> Moved {
    let mut work = Work {
        pack,
        today,
        answers: answers.clone(),
        moves: Vec::new(),
        later: Vec::new(),
        version,
    };
    let mut at = version;
    let due: Vec<&Migration> = pack
        .migrations
        .iter()
        .filter(|one| {
            // A step over several versions is meant for those that begin it.
            let fits = one.from >= at && one.to <= pack.version;
            at = if fits { one.to } else { at };
            fits
        })
        .collect();
    let steps: Vec<&Step> = due.iter().flat_map(|one| &one.steps).collect();
    for (at, step) in steps.iter().enumerate() {
        work.later =
            steps[at + 1..].iter().flat_map(|step| step.change.takes()).collect::<Vec<_>>();
        work.step(step);
    }
    if version < pack.version {
        work.finish();
    }
    Moved { from: version, to: pack.version, moves: work.moves, answers: work.answers }
}

/// Whether every instance that `path` stands in is still there.
pub fn is_live(answers: &Answers, path: &Path) -> bool {
    let mut walked = String::new();
    path.scope().split('/').filter(|segment| !segment.is_empty()).all(|segment| {
        let (name, number) = segment.split_once('#').unwrap_or((segment, ""));
        let repeat = Path::within(&walked, name).to_string();
        walked = Path::within(&walked, segment).to_string();
        number.parse().is_ok_and(|number| answers.instances(&repeat).contains(&number))
    })
}

/// Answers that no question of the pack takes, in the order of paths. Those of instances that were
/// taken away are not among them, nor those whose question only does not apply now.
pub fn homeless(pack: &Pack, answers: &Answers) -> Vec<Path> {
    let all = answers.values.iter();
    all.filter(|(path, answer)| {
        !is_empty(answer) && !has_home(pack, path) && is_live(answers, path)
    })
    .map(|(path, _)| path.clone())
    .collect()
}

fn is_empty(answer: &Answer) -> bool {
    answer.raw.is_empty() && answer.note.is_empty()
}

/// Whether a question of the pack stands at a path of this shape.
fn has_home(pack: &Pack, path: &Path) -> bool {
    let Some(question) = pack.find_question(path.name()).map(|ix| pack.question(ix)) else {
        return false;
    };
    let around = pack.repeats_around(question.section);
    let mut names = around.iter().map(|repeat| pack.section(*repeat).name.as_str());
    takes_answer(question.kind) && repeats(path.scope()).eq(names.by_ref())
}

/// The names of the repeats of a scope, outermost first.
fn repeats(scope: &str) -> impl Iterator<Item = &str> {
    let segments = scope.split('/').filter(|segment| !segment.is_empty());
    segments.map(|segment| segment.split_once('#').map_or(segment, |(name, _)| name))
}

struct Work<'a> {
    pack: &'a Pack,
    today: Date,
    answers: Answers,
    moves: Vec<Moving>,
    /// Names that later steps take answers from.
    later: Vec<&'a str>,
    version: u32,
}

impl<'a> Work<'a> {
    fn step(&mut self, step: &'a Step) {
        let label = &step.label;
        match &step.change {
            Change::Renamed { from, to } => {
                self.rename_repeat(from, to);
                for path in self.named(from) {
                    self.rename(label, &path, to);
                }
            }
            Change::Split { from, to, by } => {
                for path in self.named(from) {
                    self.split(label, &path, to, by);
                }
            }
            Change::Merged { from, to, joiner } => self.merge(label, from, to, joiner),
            Change::Removed { from } => {
                for path in self.named(from) {
                    self.set_aside(label, &path, Attention::Removed);
                }
            }
            Change::Retyped { question, values } => {
                for path in self.named(question) {
                    self.retype(label, &path, values);
                }
            }
            Change::Choice { questions, values } => {
                for path in questions.iter().flat_map(|name| self.named(name)).collect::<Vec<_>>() {
                    self.rename_choice(label, &path, values);
                }
            }
            Change::Kbli { questions, edition } => {
                for path in questions.iter().flat_map(|name| self.named(name)).collect::<Vec<_>>() {
                    self.mark_edition(label, &path, *edition);
                }
            }
        }
    }

    /// Where answers of that name are.
    fn named(&self, name: &str) -> Vec<Path> {
        self.answers.values.keys().filter(|path| path.name() == name).cloned().collect()
    }

    fn is_vacant(&self, path: &Path) -> bool {
        self.answers.values.get(path).is_none_or(is_empty)
    }

    fn tell(
        &mut self,
        label: &Text,
        from: &[Path],
        to: &[Path],
        raw: &str,
        attention: Option<Attention>,
    ) {
        // What moves twice is told once, from where it began.
        let earlier = self.moves.iter_mut().find(|one| one.to.iter().any(|at| from.contains(at)));
        if let Some(one) = earlier {
            one.to.retain(|at| !from.contains(at));
            one.to.extend(to.iter().filter(|at| !one.to.contains(at)).cloned().collect::<Vec<_>>());
            one.from.extend(from[1..].iter().filter(|_| from.len() > 1).cloned());
            one.attention = attention.or(one.attention);
            return;
        }
        let (from, to) = (from.to_vec(), to.to_vec());
        let (label, raw) = (label.clone(), raw.to_owned());
        self.moves.push(Moving { label, from, to, raw, attention });
    }

    fn rename(&mut self, label: &Text, path: &Path, to: &str) {
        let target = self.target(path.scope(), to);
        if target == *path {
            return;
        }
        if !self.is_vacant(&target) {
            return self.set_aside(label, path, Attention::Occupied);
        }
        let Some(answer) = self.answers.values.remove(path) else { return };
        let raw = answer.raw.clone();
        self.answers.values.insert(target.clone(), answer);
        self.tell(label, std::slice::from_ref(path), &[target], &raw, None);
    }

    /// Keeps an answer without a place: where it is, or beside it where its name means another question.
    fn set_aside(&mut self, label: &Text, path: &Path, why: Attention) {
        let name = path.name();
        let Some(answer) = self.answers.values.get(path).cloned() else { return };
        let taken = self.pack.names.contains_key(name) || self.later.contains(&name);
        let to = if taken { self.beside(path) } else { path.clone() };
        self.answers.values.remove(path);
        let raw = answer.raw.clone();
        self.answers.values.insert(to.clone(), answer);
        self.tell(label, std::slice::from_ref(path), &[to], &raw, Some(why));
    }

    /// A free path that no question can have.
    fn beside(&self, path: &Path) -> Path {
        let version = self.version;
        let numbered = (2..).map(|number| format!("{}@{version}.{number}", path.name()));
        std::iter::once(format!("{}@{version}", path.name()))
            .chain(numbered)
            .map(|name| Path::within(path.scope(), &name))
            .find(|path| !self.answers.values.contains_key(path))
            .expect("there is always a higher number")
    }

    /// Where `name` stands for an answer in `scope`.
    fn target(&self, scope: &str, name: &str) -> Path {
        let pack = self.pack;
        let stay = Path::within(scope, name);
        let Some(question) = pack.find_question(name).map(|ix| pack.question(ix)) else {
            return stay;
        };
        let around = pack.repeats_around(question.section);
        let around: Vec<&str> =
            around.iter().map(|repeat| pack.section(*repeat).name.as_str()).collect();
        let have: Vec<&str> = repeats(scope).collect();
        let shared = have.len().min(around.len());
        if have[..shared] != around[..shared] {
            // A later step may rename the repeat around it.
            return stay;
        }
        let mut inside: String = scope.split('/').take(shared).collect::<Vec<_>>().join("/");
        for repeat in &around[shared..] {
            let list = Path::within(&inside, repeat).to_string();
            // Which of several it belongs to nobody knows.
            let [only] = self.answers.instances(&list) else { return stay };
            inside = format!("{list}#{only}");
        }
        Path::within(&inside, name)
    }

    fn merge(&mut self, label: &Text, from: &[String], to: &str, joiner: &str) {
        let scopes: BTreeSet<String> = from
            .iter()
            .flat_map(|name| self.named(name))
            .map(|path| path.scope().to_owned())
            .collect();
        for scope in scopes {
            let paths: Vec<Path> = from
                .iter()
                .map(|name| Path::within(&scope, name))
                .filter(|path| !self.is_vacant(path))
                .collect();
            let target = self.target(&scope, to);
            if !paths.contains(&target) && !self.is_vacant(&target) {
                for path in &paths {
                    self.set_aside(label, path, Attention::Occupied);
                }
                continue;
            }
            let all: Vec<Answer> =
                paths.iter().filter_map(|path| self.answers.values.remove(path)).collect();
            let join = |text: fn(&Answer) -> &str, by: &str| {
                let texts = all.iter().map(text).filter(|text| !text.is_empty());
                texts.collect::<Vec<_>>().join(by)
            };
            let raw = join(|one| &one.raw, joiner);
            let note = join(|one| &one.note, "; ");
            let reason = join(|one| &one.reason, "; ");
            if paths.is_empty() {
                continue;
            }
            let answer = Answer { raw: raw.clone(), note, reason };
            self.answers.values.insert(target.clone(), answer);
            if paths != [target.clone()] {
                self.tell(label, &paths, &[target], &raw, None);
            }
        }
    }

    fn retype(&mut self, label: &Text, path: &Path, values: &[(String, String)]) {
        let Some(answer) = self.answers.values.get_mut(path) else { return };
        let raw = answer.raw.clone();
        let said = raw.trim().to_lowercase();
        let mapped = values.iter().find(|(old, _)| old.trim().to_lowercase() == said);
        if let Some((_, new)) = mapped {
            answer.raw.clone_from(new);
            answer.reason.clear();
            if raw != *new {
                // What was said is more than the choice it is now.
                answer.note = [answer.note.as_str(), &raw]
                    .into_iter()
                    .filter(|one| !one.is_empty())
                    .collect::<Vec<_>>()
                    .join("; ");
            }
        }
        let attention = mapped.is_none().then_some(Attention::Retyped);
        if !raw.is_empty() {
            let at = std::slice::from_ref(path);
            self.tell(label, at, at, &raw, attention);
        }
    }

    fn rename_choice(&mut self, label: &Text, path: &Path, values: &[(String, String)]) {
        let Some(answer) = self.answers.values.get_mut(path) else { return };
        let raw = answer.raw.clone();
        let new = |word: &str| {
            let found = values.iter().find(|(old, _)| old == word);
            found.map_or_else(|| word.to_owned(), |(_, new)| new.clone())
        };
        let renamed = raw.split_whitespace().map(new).collect::<Vec<_>>().join(" ");
        let said = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        if renamed != said {
            answer.raw = renamed;
            let at = std::slice::from_ref(path);
            self.tell(label, at, at, &raw, None);
        }
    }

    fn mark_edition(&mut self, label: &Text, path: &Path, edition: u16) {
        let Some(answer) = self.answers.values.get_mut(path) else { return };
        let raw = answer.raw.clone();
        if raw.trim().is_empty() {
            return;
        }
        if !raw.contains('(') {
            answer.raw = kbli::written(raw.trim(), edition);
            answer.reason.clear();
        }
        let at = std::slice::from_ref(path);
        self.tell(label, at, at, &raw, Some(Attention::Edition));
    }

    /// Looks once over everything: what has no place now must be told.
    fn finish(&mut self) {
        let live = |path: &Path| is_live(&self.answers, path);
        let mut moves = std::mem::take(&mut self.moves);
        // What was moved in instances that were taken away concerns nobody.
        moves.retain(|one| !one.raw.is_empty() && one.to.iter().any(live));
        let told: BTreeSet<Path> = moves.iter().flat_map(|one| one.to.iter().cloned()).collect();
        let homeless = homeless(self.pack, &self.answers);
        for one in &mut moves {
            if one.attention.is_none() && one.to.iter().any(|path| homeless.contains(path)) {
                one.attention = Some(Attention::NoPlace);
            }
        }
        for path in homeless.into_iter().filter(|path| !told.contains(path)) {
            let raw = self.answers.raw(&path).to_owned();
            let label = Text::default();
            let (from, to, attention) = (vec![path.clone()], vec![path], Some(Attention::NoPlace));
            moves.push(Moving { label, from, to, raw, attention });
        }
        self.moves = moves;
    }
}
