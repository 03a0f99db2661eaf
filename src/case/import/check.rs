//! Which paths a file of answers may name, and what it names that is not there.

use super::DraftFile;
use crate::form::{Pack, Path, SectionIx, SectionKind, takes_answer};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// One thing that keeps a file from being imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportProblem {
    /// The text is no JSON.
    #[error("line {line}, column {column}: this is not JSON")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A key that no case has.
    #[error("unknown key `{key}`")]
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest right one.
        nearest: Option<String>,
    },
    /// A key whose value has another shape than it must.
    #[error("`{key}` must be {expected}")]
    WrongShape {
        /// The key, with the path inside it where that is known.
        key: String,
        /// What it must be: `text`, `texts`, `numbers`, `yes_no`, `list`, `number`,
        /// `waiting`, `condition`, `outcome`, `care`, `case`.
        expected: &'static str,
    },
    /// The file is for another pack than the form.
    #[error("the file is for pack `{found}`, not for `{expected}`")]
    WrongPack {
        /// What the file says.
        found: String,
        /// The form's pack.
        expected: String,
    },
    /// The file is of a later version of the pack.
    #[error("the file is for version {found} of the pack, here is {here}")]
    Newer {
        /// What the file says.
        found: u32,
        /// The form's version.
        here: u32,
    },
    /// No question has this path.
    #[error("there is no question `{path}`")]
    UnknownPath {
        /// The path.
        path: String,
        /// The nearest right one.
        nearest: Option<String>,
    },
    /// The question at this path is calculated, or only words to read.
    #[error("`{path}` takes no answer")]
    TakesNoAnswer {
        /// The path.
        path: String,
    },
    /// No repeat has this path.
    #[error("there is no repeat `{path}`")]
    UnknownRepeat {
        /// The path.
        path: String,
        /// The nearest right one.
        nearest: Option<String>,
    },
    /// An instance number that is zero or there twice.
    #[error("`{repeat}` has number {instance} twice or below 1")]
    BadInstance {
        /// Path of the repeat.
        repeat: String,
        /// The number.
        instance: u32,
    },
    /// The file wants a finished case, and this answer stands in the way.
    #[error("cannot be finished: see `{path}`")]
    NotFinished {
        /// Path of the answer.
        path: String,
        /// Whether there is an answer (a wrong one, then).
        answered: bool,
    },
    /// The file wants this answer handed over, and OSS takes nothing from it.
    #[error("there is nothing to hand over at `{path}`")]
    NothingToHandOver {
        /// Path of the answer.
        path: String,
    },
}

impl ImportProblem {
    /// The Fluent id of its message.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "import-not-json",
            Self::UnknownKey { nearest: Some(_), .. } => "import-unknown-key-near",
            Self::UnknownKey { .. } => "import-unknown-key",
            Self::WrongShape { .. } => "import-wrong-shape",
            Self::WrongPack { .. } => "import-wrong-pack",
            Self::Newer { .. } => "import-newer",
            Self::UnknownPath { nearest: Some(_), .. } => "import-unknown-path-near",
            Self::UnknownPath { .. } => "import-unknown-path",
            Self::TakesNoAnswer { .. } => "import-takes-no-answer",
            Self::UnknownRepeat { nearest: Some(_), .. } => "import-unknown-repeat-near",
            Self::UnknownRepeat { .. } => "import-unknown-repeat",
            Self::BadInstance { .. } => "import-bad-instance",
            Self::NotFinished { answered: true, .. } => "import-not-finished-wrong",
            Self::NotFinished { .. } => "import-not-finished-empty",
            Self::NothingToHandOver { .. } => "import-nothing-to-hand-over",
        }
    }

    /// The same problem in a file of several cases: its path or key tells which (`cases[3].nik`).
    #[must_use]
    pub fn in_case(mut self, at: usize) -> Self {
        let place = match &mut self {
            Self::NotJson { .. } | Self::Newer { .. } => return self,
            Self::UnknownKey { key, .. } | Self::WrongShape { key, .. } => key,
            Self::WrongPack { found, .. } => found,
            Self::BadInstance { repeat, .. } => repeat,
            Self::UnknownPath { path, .. }
            | Self::TakesNoAnswer { path }
            | Self::UnknownRepeat { path, .. }
            | Self::NotFinished { path, .. }
            | Self::NothingToHandOver { path } => path,
        };
        *place = format!("cases[{at}].{place}");
        self
    }

    /// The arguments of its message: paths, keys and places, never an answer.
    pub fn args(&self) -> Vec<(&'static str, Cow<'_, str>)> {
        let near = |name: &'static str, text: &'_ str, nearest: &Option<String>| {
            let mut args = vec![(name, Cow::Owned(text.to_owned()))];
            args.extend(nearest.clone().map(|nearest| ("nearest", Cow::Owned(nearest))));
            args
        };
        match self {
            Self::NotJson { line, column } => {
                vec![("line", line.to_string().into()), ("column", column.to_string().into())]
            }
            Self::UnknownKey { key, nearest } => near("key", key, nearest),
            Self::WrongShape { key, expected } => {
                vec![("key", key.into()), ("expected", (*expected).into())]
            }
            Self::Newer { found, here } => {
                vec![("found", found.to_string().into()), ("here", here.to_string().into())]
            }
            Self::WrongPack { found, expected } => {
                vec![("found", found.into()), ("expected", expected.into())]
            }
            Self::UnknownPath { path, nearest } | Self::UnknownRepeat { path, nearest } => {
                near("path", path, nearest)
            }
            Self::BadInstance { repeat, instance } => {
                vec![("path", repeat.into()), ("instance", instance.to_string().into())]
            }
            Self::TakesNoAnswer { path }
            | Self::NotFinished { path, .. }
            | Self::NothingToHandOver { path } => vec![("path", path.into())],
        }
    }
}

/// The instances of the file. Where it lists none of a repeat, those that its paths name.
pub(super) fn instances(draft: &DraftFile) -> BTreeMap<String, Vec<u32>> {
    let mut named: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    let maps = [&draft.answers, &draft.notes, &draft.reasons, &draft.orphans];
    for path in maps.into_iter().flat_map(BTreeMap::keys) {
        let mut walked = String::new();
        for segment in path.split('/') {
            if let Some((name, number)) = segment.split_once('#')
                && let Ok(number) = number.parse()
            {
                let repeat = Path::within(&walked, name).to_string();
                named.entry(repeat).or_default().insert(number);
            }
            walked = Path::within(&walked, segment).to_string();
        }
    }
    let mut all: BTreeMap<String, Vec<u32>> = named
        .into_iter()
        .map(|(repeat, numbers)| (repeat, numbers.into_iter().collect()))
        .collect();
    all.extend(draft.instances.clone());
    all
}

/// Every path a file with these instances may name.
pub(super) struct RightPaths {
    asked: HashMap<String, usize>,
    silent: BTreeSet<String>,
    pub(super) repeats: BTreeSet<String>,
}

impl RightPaths {
    pub(super) fn new(pack: &Pack, instances: &BTreeMap<String, Vec<u32>>) -> Self {
        let scopes = |around: &[SectionIx]| {
            around.iter().fold(vec![String::new()], |scopes, repeat| {
                let name = &pack.section(*repeat).name;
                let inside = |scope: &String| {
                    let repeat = Path::within(scope, name).to_string();
                    let numbers = instances.get(&repeat).cloned().unwrap_or_default();
                    numbers.into_iter().map(move |number| format!("{repeat}#{number}"))
                };
                scopes.iter().flat_map(inside).collect()
            })
        };
        let mut right =
            Self { asked: HashMap::new(), silent: BTreeSet::new(), repeats: BTreeSet::new() };
        let mut of_section = Vec::new();
        for (at, section) in pack.sections.iter().enumerate() {
            let around = pack.repeats_around(SectionIx(at));
            if let (SectionKind::Repeat { .. }, Some((_, outer))) =
                (&section.kind, around.split_last())
            {
                let paths = scopes(outer);
                let paths = paths.iter().map(|scope| Path::within(scope, &section.name));
                right.repeats.extend(paths.map(|path| path.to_string()));
            }
            of_section.push(scopes(&around));
        }
        for (at, question) in pack.questions.iter().enumerate() {
            for scope in &of_section[question.section.0] {
                let path = Path::within(scope, &question.name).to_string();
                if takes_answer(question.kind) {
                    right.asked.insert(path, at);
                } else {
                    right.silent.insert(path);
                }
            }
        }
        right
    }

    /// The place of the question at `path` in the order of asking.
    pub(super) fn order(&self, path: &str) -> Option<usize> {
        self.asked.get(path).copied()
    }

    /// Every path of the file that is not right, in the order of paths.
    pub(super) fn problems(
        &self,
        draft: &DraftFile,
        instances: &BTreeMap<String, Vec<u32>>,
    ) -> Vec<ImportProblem> {
        let mut problems = Vec::new();
        for (repeat, numbers) in instances {
            // A repeat only named by answers is complained of there, where the mistake is.
            if !self.repeats.contains(repeat) && draft.instances.contains_key(repeat) {
                let nearest = nearest(repeat, self.repeats.iter().map(String::as_str));
                problems.push(ImportProblem::UnknownRepeat { path: repeat.clone(), nearest });
            }
            let mut seen = BTreeSet::from([0]);
            for instance in numbers.iter().copied().filter(|number| !seen.insert(*number)) {
                problems.push(ImportProblem::BadInstance { repeat: repeat.clone(), instance });
            }
        }
        let maps = [&draft.answers, &draft.notes, &draft.reasons];
        let mut paths = BTreeSet::new();
        for path in maps.into_iter().flat_map(BTreeMap::keys) {
            let known = self.asked.contains_key(path) || draft.orphans.contains_key(path);
            if known || !paths.insert(path) {
                continue;
            }
            problems.push(if self.silent.contains(path) {
                ImportProblem::TakesNoAnswer { path: path.clone() }
            } else {
                let nearest = nearest(path, self.asked.keys().map(String::as_str));
                ImportProblem::UnknownPath { path: path.clone(), nearest }
            });
        }
        problems
    }
}

/// The right word that `wrong` was most likely meant to be: the same question elsewhere, or the one
/// with the fewest letters changed.
pub(super) fn nearest<'a>(wrong: &str, right: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = |path: &str| Path::new(path).name().to_owned();
    let meant = name(wrong);
    right
        .map(|path| {
            let far = strsim::damerau_levenshtein(wrong, path);
            let renamed = strsim::damerau_levenshtein(&meant, &name(path));
            (renamed, far, path)
        })
        .filter(|(renamed, ..)| *renamed * 3 <= meant.chars().count().max(3))
        .min()
        .map(|(.., path)| path.to_owned())
}
