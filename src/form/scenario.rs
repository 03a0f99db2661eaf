//! A form as a story, for tests: what is asked, what is answered, what is seen.
//!
//! ```text
//! Scenario::new("", &[group("orang", "", &[question("nama", "text", "")])])
//!     .answer("nama", "Siti")
//!     .shown("nama")
//! ```

use super::{
    Answers, Derived, Form, Message, Path, Row, Source, default_answers, evaluate, load,
    missing_instances, render,
};
use crate::data::Reference;
use crate::ident::Level;
use std::sync::Arc;

/// A section file: a group of `questions`, with `more` lines in its table.
pub(super) fn group(name: &str, more: &str, questions: &[String]) -> String {
    section("group", name, more, questions)
}

/// A section file: a repeat of `questions`, with `more` lines in its table.
pub(super) fn repeat(name: &str, more: &str, questions: &[String]) -> String {
    section("repeat", name, more, questions)
}

fn section(kind: &str, name: &str, more: &str, questions: &[String]) -> String {
    let label = format!("label.id = \"{name}\"\nlabel.en = \"{name}\"");
    format!("[{kind}]\nname = \"{name}\"\n{label}\n{more}\n\n{}", questions.join("\n"))
}

/// A question with every text it needs, and `more` lines in its table.
pub(super) fn question(name: &str, kind: &str, more: &str) -> String {
    let texts = match kind {
        "note" | "calculated" => String::new(),
        _ => "say.id = \"Apa?\"\nsay.en = \"What?\"\nexample = \"x\"\n\
              why.id = \"Perlu.\"\nwhy.en = \"Needed.\"\n"
            .to_owned(),
    };
    format!(
        "[[question]]\nname = \"{name}\"\nkind = \"{kind}\"\nlabel.id = \"{name}\"\n\
         label.en = \"{name} (en)\"\n{texts}{more}\n"
    )
}

/// The sources of a pack: its sections, and `more` in `pack.toml`. The subject is the first question.
pub(super) fn sources(more: &str, sections: &[String]) -> Vec<Source> {
    let value = |text: &str, key: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(key));
        line.unwrap_or("?").trim_matches('"').to_owned()
    };
    let names: Vec<String> = sections.iter().map(|text| value(text, "name = ")).collect();
    let first = sections[0].split("[[question]]").nth(1).unwrap_or_default();
    let head = format!(
        "id = \"uji\"\nversion = 1\ntitle.id = \"Uji\"\ntitle.en = \"Test\"\nsummary.id = \"Uji\"\n\
         summary.en = \"Test\"\nstatus = \"contoh\"\nkbli_edition = 2025\nsections = {names:?}\n\
         subject = \"{}\"\n{more}\n",
        value(first, "name = ")
    );
    let mut all = vec![Source { name: "pack.toml".to_owned(), text: head.into() }];
    for (name, text) in names.iter().zip(sections) {
        all.push(Source { name: format!("{name}.toml"), text: text.clone().into() });
    }
    all
}

/// A form being filled.
pub(super) struct Scenario {
    pub(super) form: Form,
    pub(super) answers: Answers,
    pub(super) derived: Derived,
}

/// The day of every scenario.
pub(super) const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 20);

impl Scenario {
    /// Opens the pack of `sections`; a problem of the pack fails the test with its picture.
    #[track_caller]
    pub(super) fn new(more: &str, sections: &[String]) -> Self {
        Self::of(&sources(more, sections))
    }

    /// Opens the pack of `sources`.
    #[track_caller]
    pub(super) fn of(sources: &[Source]) -> Self {
        let (pack, problems) = load(sources, TODAY);
        assert!(problems.is_empty(), "{}", render(&problems, sources));
        let form = Form::open(Arc::new(pack.expect("a pack")), Reference::built_in())
            .expect("compiled by load");
        let mut answers = Answers::default();
        for (path, number) in missing_instances(&form, &answers) {
            answers.instances.entry(path).or_default().push(number);
        }
        for (path, text) in default_answers(&form, TODAY) {
            answers.values.entry(path).or_default().raw = text;
        }
        let derived = evaluate(&form, &answers, TODAY);
        Self { form, answers, derived }
    }

    fn again(mut self) -> Self {
        self.derived = evaluate(&self.form, &self.answers, TODAY);
        self
    }

    /// Answers `path` with `text`.
    pub(super) fn answer(mut self, path: &str, text: &str) -> Self {
        self.answers.values.entry(Path::new(path)).or_default().raw = text.to_owned();
        self.again()
    }

    /// Notes something beside the answer.
    pub(super) fn note(mut self, path: &str, text: &str) -> Self {
        self.answers.values.entry(Path::new(path)).or_default().note = text.to_owned();
        self.again()
    }

    /// Gives the reason for passing a `periksa`.
    pub(super) fn reason(mut self, path: &str, text: &str) -> Self {
        self.answers.values.entry(Path::new(path)).or_default().reason = text.to_owned();
        self.again()
    }

    /// The live instances of a repeat.
    pub(super) fn instances(mut self, repeat: &str, numbers: &[u32]) -> Self {
        self.answers.instances.insert(repeat.to_owned(), numbers.to_vec());
        self.again()
    }

    /// The row at `path`.
    #[track_caller]
    pub(super) fn row(&self, path: &str) -> &Row {
        let row = self.derived.row(&Path::new(path));
        row.unwrap_or_else(|| panic!("`{path}` is not asked; asked are {:?}", self.asked()))
    }

    /// The paths asked, in order.
    pub(super) fn asked(&self) -> Vec<&str> {
        self.derived.rows.iter().map(|row| row.path.as_str()).collect()
    }

    /// What people read at `path`, in Indonesian.
    #[track_caller]
    pub(super) fn shown(&self, path: &str) -> &str {
        &self.row(path).shown.id
    }

    /// The computed or proposed text at `path`.
    #[track_caller]
    pub(super) fn calculated(&self, path: &str) -> &str {
        &self.row(path).calculated
    }

    /// What is found at `path`: level, and our key or the pack's words.
    #[track_caller]
    pub(super) fn found(&self, path: &str) -> Vec<(Level, &str)> {
        self.row(path)
            .findings
            .iter()
            .map(|finding| {
                let words = match &finding.message {
                    Message::Ours(verdict) => verdict.id,
                    Message::Pack { what, .. } => what.id.as_str(),
                };
                (finding.level, words)
            })
            .collect()
    }

    /// The sentences read back, in Indonesian.
    pub(super) fn read_back(&self) -> Vec<&str> {
        self.derived.sentences.iter().map(|sentence| sentence.text.id.as_str()).collect()
    }
}
