//! What changed between two versions of a pack, for people.
//!
//! Compares definitions; words are Fluent messages with the pack's own texts in them. Reads no files.

use super::{
    Change, ChoiceList, Kind, Pack, Question, QuestionIx, Required, Section, SectionKind, Step,
};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// One thing that changed: a Fluent message and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The message.
    pub key: &'static str,
    /// Its arguments by name.
    pub args: Vec<(&'static str, Text)>,
    /// Name of the question or section it is about; empty for the pack itself.
    pub about: String,
}

struct Diff<'a> {
    old: &'a Pack,
    new: &'a Pack,
    all: Vec<Difference>,
    /// Old names of questions and sections, by new ones.
    renamed: BTreeMap<&'a str, &'a str>,
    /// Old questions told of by a step.
    told: BTreeSet<&'a str>,
}

/// Everything that changed from `old` to `new`, the pack first, then its sections and questions in order.
/// Renamed questions are known by the migrations of `new`.
pub fn diff(old: &Pack, new: &Pack) -> Vec<Difference> {
    let mut diff =
        Diff { old, new, all: Vec::new(), renamed: BTreeMap::new(), told: BTreeSet::new() };
    diff.head();
    diff.steps();
    diff.sections();
    diff.questions();
    diff.all
}

impl<'a> Diff<'a> {
    fn add(&mut self, about: &str, key: &'static str, args: Vec<(&'static str, Text)>) {
        self.all.push(Difference { key, args, about: about.to_owned() });
    }

    fn pair(&mut self, about: &str, key: &'static str, old: &Text, new: &Text) {
        if old != new {
            self.add(about, key, vec![("old", old.clone()), ("new", new.clone())]);
        }
    }

    fn head(&mut self) {
        let (old, new) = (self.old, self.new);
        self.pair("", "diff-title", &old.title, &new.title);
        let status = |pack: &Pack| {
            Text::same(match pack.status {
                super::Status::Resmi => "resmi",
                super::Status::Contoh => "contoh, verifikasi dinas",
            })
        };
        self.pair("", "diff-status", &status(old), &status(new));
        let edition = |pack: &Pack| Text::same(pack.kbli_edition.to_string());
        self.pair("", "diff-edition", &edition(old), &edition(new));
        self.pair("", "diff-cost", &old.cost, &new.cost);
        self.pair("", "diff-time", &old.time, &new.time);
        let basis = |pack: &'a Pack| pack.basis.iter().map(|one| one.name.as_str()).collect();
        self.lists(basis, ["diff-basis-added", "diff-basis-removed"]);
        let blockers =
            |pack: &'a Pack| pack.blocked_by.iter().map(|one| one.pack.as_str()).collect();
        self.lists(blockers, ["diff-blocker-added", "diff-blocker-removed"]);
    }

    fn lists(&mut self, names: impl Fn(&'a Pack) -> BTreeSet<&'a str>, keys: [&'static str; 2]) {
        let (old, new) = (names(self.old), names(self.new));
        for name in new.difference(&old) {
            self.add("", keys[0], vec![("name", Text::same(*name))]);
        }
        for name in old.difference(&new) {
            self.add("", keys[1], vec![("name", Text::same(*name))]);
        }
    }

    /// What the migrations from the old version to the new one say.
    fn steps(&mut self) {
        let (from, to) = (self.old.version, self.new.version);
        let due = self.new.migrations.iter().filter(|one| one.from >= from && one.to <= to);
        let steps: Vec<&'a Step> = due.flat_map(|one| &one.steps).collect();
        for step in &steps {
            match &step.change {
                Change::Renamed { from, to } => {
                    let first = self.renamed.remove(from.as_str()).unwrap_or(from);
                    self.renamed.insert(to, first);
                }
                Change::Split { from, to, .. } => {
                    self.told.insert(from);
                    let names: Vec<Text> = to.iter().map(|name| self.new_label(name)).collect();
                    let args = vec![("old", self.old_label(from, step)), ("new", listed(&names))];
                    self.add(from, "diff-question-split", args);
                }
                Change::Merged { from, to, .. } => {
                    self.told.extend(from.iter().map(String::as_str));
                    let names: Vec<Text> =
                        from.iter().map(|name| self.old_label(name, step)).collect();
                    let args = vec![("old", listed(&names)), ("new", self.new_label(to))];
                    self.add(to, "diff-question-merged", args);
                }
                _ => {}
            }
        }
    }

    fn new_label(&self, name: &str) -> Text {
        let found = self.new.find_question(name).map(|ix| &self.new.question(ix).label);
        found.cloned().unwrap_or_else(|| Text::same(name))
    }

    fn old_label(&self, name: &str, step: &Step) -> Text {
        let found = self.old.find_question(name).map(|ix| &self.old.question(ix).label);
        match found {
            Some(label) => label.clone(),
            None if !step.label.is_empty() => step.label.clone(),
            None => Text::same(name),
        }
    }

    fn old_name(&self, new: &'a str) -> &'a str {
        let earlier = self.renamed.get(new).copied();
        earlier.filter(|old| self.old.names.contains_key(*old)).unwrap_or(new)
    }

    fn sections(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut kept = BTreeSet::new();
        for section in &new.sections {
            let before = old.find_section(self.old_name(&section.name));
            let label = vec![("label", section.label.clone())];
            match before {
                None => self.add(&section.name, "diff-section-added", label),
                Some(ix) => {
                    kept.insert(ix);
                    self.section(old.section(ix), section);
                }
            }
        }
        for (at, section) in old.sections.iter().enumerate() {
            if !kept.contains(&super::SectionIx(at)) {
                let label = vec![("label", section.label.clone())];
                self.add(&section.name, "diff-section-removed", label);
            }
        }
    }

    fn section(&mut self, old: &Section, new: &Section) {
        let name = &new.name;
        self.pair(name, "diff-section-label", &old.label, &new.label);
        let label = ("label", new.label.clone());
        let source = |section: &Section| section.relevant.as_ref().map(|expr| expr.source.clone());
        if source(old) != source(new) {
            self.add(name, "diff-section-relevant", vec![label.clone()]);
        }
        let limits = |section: &Section| match section.kind {
            SectionKind::Repeat { min, max, .. } => [min, max],
            SectionKind::Group => [1, 1],
        };
        let (old, new) = (limits(old), limits(new));
        for (at, key) in ["diff-repeat-least", "diff-repeat-most"].into_iter().enumerate() {
            if old[at] != new[at] {
                let number = |number: u32| match number {
                    u32::MAX => Text::same("-"),
                    number => Text::same(number.to_string()),
                };
                let args = vec![label.clone(), ("old", number(old[at])), ("new", number(new[at]))];
                self.add(name, key, args);
            }
        }
    }

    fn questions(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut kept = BTreeSet::new();
        for question in &new.questions {
            let name = self.old_name(&question.name);
            match old.find_question(name) {
                None => {
                    let document = question.kind == Kind::Document;
                    let key = match (document, &question.required) {
                        (false, Required::Yes) => "diff-question-added-required",
                        (false, _) => "diff-question-added",
                        (true, Required::Yes) => "diff-document-added-required",
                        (true, _) => "diff-document-added",
                    };
                    self.add(&question.name, key, vec![("label", question.label.clone())]);
                }
                Some(ix) => {
                    kept.insert(ix);
                    self.question(old.question(ix), question);
                }
            }
        }
        for (at, question) in old.questions.iter().enumerate() {
            if kept.contains(&QuestionIx(at)) || self.told.contains(question.name.as_str()) {
                continue;
            }
            let document = question.kind == Kind::Document;
            let key = if document { "diff-document-removed" } else { "diff-question-removed" };
            self.add(&question.name, key, vec![("label", question.label.clone())]);
        }
    }

    fn question(&mut self, old: &'a Question, new: &'a Question) {
        let name = new.name.as_str();
        let renamed = old.name != new.name;
        let wording = if renamed { "diff-question-renamed" } else { "diff-label" };
        if renamed || old.label != new.label {
            let args = vec![("old", old.label.clone()), ("new", new.label.clone())];
            self.add(name, wording, args);
        }
        let label = || vec![("label", new.label.clone())];
        let (before, after) = (self.old.section(old.section), self.new.section(new.section));
        if before.name != self.old_name(&after.name) {
            let mut args = label();
            args.push(("new", after.label.clone()));
            self.add(name, "diff-question-moved", args);
        }
        if old.kind != new.kind {
            let kind = |kind: Kind| Text::same(kind_name(kind));
            let args = [("old", kind(old.kind)), ("new", kind(new.kind))];
            self.add(name, "diff-kind", label().into_iter().chain(args).collect());
        }
        let required = match (&old.required, &new.required) {
            (Required::When(one), Required::When(other)) if one.source == other.source => None,
            (Required::No, Required::No) | (Required::Yes, Required::Yes) => None,
            (_, Required::Yes) => Some("diff-required"),
            (_, Required::No) => Some("diff-not-required"),
            (_, Required::When(_)) => Some("diff-required-when"),
        };
        if let Some(key) = required {
            self.add(name, key, label());
        }
        if old.max_chars != new.max_chars {
            let number = |number: usize| Text::same(number.to_string());
            let args = [("old", number(old.max_chars)), ("new", number(new.max_chars))];
            self.add(name, "diff-max", label().into_iter().chain(args).collect());
        }
        let source = |expr: &Option<super::Expr>| expr.as_ref().map(|expr| expr.source.clone());
        if source(&old.relevant) != source(&new.relevant) {
            self.add(name, "diff-relevant", label());
        }
        let checks = |question: &Question| {
            let all = question.checks.iter();
            all.map(|one| (one.expr.source.clone(), one.level, one.what.clone()))
                .collect::<Vec<_>>()
        };
        if checks(old) != checks(new) || source(&old.choice_filter) != source(&new.choice_filter) {
            self.add(name, "diff-checks", label());
        }
        let values =
            |question: &Question| [source(&question.calculation), source(&question.default)];
        if values(old) != values(new) {
            self.add(name, "diff-value", label());
        }
        if old.oss != new.oss {
            self.add(name, "diff-oss", label());
        }
        self.texts(old, new);
        self.choices(old, new);
    }

    fn texts(&mut self, old: &Question, new: &Question) {
        let nothing = super::Document::default();
        let before = old.document.as_ref().unwrap_or(&nothing);
        let after = new.document.as_ref().unwrap_or(&nothing);
        let all = [
            ("say", &old.say, &new.say),
            ("hint", &old.hint, &new.hint),
            ("example", &old.example, &new.example),
            ("why", &old.why, &new.why),
            ("where", &old.place, &new.place),
            ("issuer", &before.issuer, &after.issuer),
            ("alternatives", &before.alternatives, &after.alternatives),
            ("if-missing", &before.if_missing, &after.if_missing),
        ];
        for (what, old, after) in all {
            if old != after {
                let args = vec![
                    ("label", new.label.clone()),
                    ("what", Text::same(format!("diff-what-{what}"))),
                    ("old", old.clone()),
                    ("new", after.clone()),
                ];
                self.add(&new.name, "diff-text", args);
            }
        }
        if before.copy_is_enough != after.copy_is_enough && old.kind == new.kind {
            let enough = after.copy_is_enough;
            let key = if enough { "diff-copy-enough" } else { "diff-copy-not-enough" };
            self.add(&new.name, key, vec![("label", new.label.clone())]);
        }
    }

    fn choices(&mut self, old: &Question, new: &Question) {
        let list = |pack: &'a Pack, at: Option<usize>| -> Option<&'a ChoiceList> {
            pack.choice_lists.get(at?)
        };
        let (Some(before), Some(after)) =
            (list(self.old, old.choices), list(self.new, new.choices))
        else {
            return;
        };
        let label = ("label", new.label.clone());
        let mut gone: Vec<&super::Choice> = before.choices.iter().collect();
        for choice in &after.choices {
            let earlier = self.old_choice(&new.name, &choice.name);
            let Some(at) = gone.iter().position(|one| one.name == earlier) else {
                let args = vec![label.clone(), ("choice", choice.label.clone())];
                self.add(&new.name, "diff-choice-added", args);
                continue;
            };
            let same = gone.remove(at);
            if same.label != choice.label {
                let texts = [("old", same.label.clone()), ("new", choice.label.clone())];
                let args = std::iter::once(label.clone()).chain(texts).collect();
                self.add(&new.name, "diff-choice-label", args);
            }
        }
        for choice in gone {
            let args = vec![label.clone(), ("choice", choice.label.clone())];
            self.add(&new.name, "diff-choice-removed", args);
        }
    }

    /// What a choice was called before.
    fn old_choice(&self, question: &str, choice: &'a str) -> &'a str {
        let (from, to) = (self.old.version, self.new.version);
        let due = self.new.migrations.iter().filter(|one| one.from >= from && one.to <= to);
        let mut name = choice;
        for step in due.flat_map(|one| &one.steps).collect::<Vec<_>>().into_iter().rev() {
            if let Change::Choice { questions, values } = &step.change
                && questions.iter().any(|one| one == question)
                && let Some((old, _)) = values.iter().find(|(_, new)| new == name)
            {
                name = old;
            }
        }
        name
    }
}

/// `"a", "b"` in both languages.
fn listed(all: &[Text]) -> Text {
    let join = |text: fn(&Text) -> &str| {
        all.iter().map(|one| format!("\"{}\"", text(one))).collect::<Vec<_>>().join(", ")
    };
    Text {
        id: join(|text| text.get(crate::text::Lang::Id)),
        en: join(|text| text.get(crate::text::Lang::En)),
    }
}

/// The word for a kind in a pack.
fn kind_name(kind: Kind) -> String {
    let debug = format!("{kind:?}");
    let mut name = String::new();
    for letter in debug.chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}
