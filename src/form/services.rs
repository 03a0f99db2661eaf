//! `layanan.toml`: from what an applicant says to the packs that help. A tree of questions whose answers
//! lead to further questions, to packs, or to a whole group of packs.
//!
//! Decides nothing for anybody: it shows answers, an officer chooses. Knows packs by their ids only.

use super::head::{check_name, first_key, parse};
use super::tree::{Bag, Need, Tab, Word, Written};
use super::{Problem, Source};
use crate::base::suggest;
use crate::text::Text;

/// The questions in order, the first one first, and the groups of packs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Services {
    /// Headings of the catalogue.
    pub groups: Vec<Group>,
    /// The questions; the finder begins with the first.
    pub asks: Vec<Ask>,
}

/// A heading of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The word packs carry in `group`.
    pub name: String,
    /// The heading.
    pub label: Text,
}

/// One question of the finder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Its name.
    pub name: String,
    /// What is asked, for the officer to read.
    pub question: Text,
    /// What the officer says.
    pub say: Text,
    /// What the applicant may answer.
    pub answers: Vec<Reply>,
}

/// One answer of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The answer.
    pub label: Text,
    /// What it is, in plain sentences; may be empty.
    pub explain: Text,
    /// Where it leads.
    pub leads: Leads,
}

/// Where an answer leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leads {
    /// To the question at this place of [`Services::asks`].
    Ask(usize),
    /// To these packs, in this order.
    Packs(Vec<String>),
    /// To every pack of a group.
    Group(String),
}

/// An answer whose next question is still a word.
struct LooseReply {
    ask: usize,
    answer: usize,
    to: Word,
}

impl Services {
    /// Reads the file. What can be read is there; every problem is named. `known` are the ids of the packs
    /// there are.
    pub fn load(source: &Source, known: &[String]) -> (Self, Vec<Problem>) {
        let (document, mut bag) = parse(0, &source.text);
        let start = first_key(document.get_ref());
        let keys = ["group", "ask"];
        let top = Tab::new(0, document.get_ref(), start, "the list of services", &keys, &mut bag);
        let mut services = Self { groups: groups(&top, &mut bag), asks: Vec::new() };
        let mut loose = Vec::new();
        for (span, table) in top.tables("ask", &mut bag) {
            let keys = ["name", "question", "say", "answer"];
            let tab = Tab::new(0, table, span, "an `[[ask]]`", &keys, &mut bag);
            services.ask(&tab, known, &mut loose, &mut bag);
        }
        for one in loose {
            let names: Vec<&str> = services.asks.iter().map(|ask| ask.name.as_str()).collect();
            match names.iter().position(|name| *name == one.to.text) {
                // Only forward: a question that leads back would never end.
                Some(to) if to > one.ask => {
                    services.asks[one.ask].answers[one.answer].leads = Leads::Ask(to);
                }
                Some(_) => {
                    let message = format!("`{}` does not come after this question", one.to.text);
                    bag.error(&one.to.at, message, "an answer leads to a later `[[ask]]`");
                }
                None => {
                    let hint = suggest::hint(&one.to.text, names);
                    bag.error(&one.to.at, format!("unknown question `{}`", one.to.text), hint);
                }
            }
        }
        (services, bag.problems)
    }

    fn ask(&mut self, tab: &Tab<'_>, known: &[String], loose: &mut Vec<LooseReply>, bag: &mut Bag) {
        let question = tab.text("question", Need::Must, Written::PerLanguage, bag);
        let say = tab.text("say", Need::Must, Written::PerLanguage, bag);
        super::question::check_say(tab, &say, bag);
        let Some(name) = tab.must_string("name", bag) else { return };
        check_name(&name, bag);
        if self.asks.iter().any(|ask| ask.name == name.text) {
            bag.error(&name.at, format!("question `{}` is there twice", name.text), "");
            return;
        }
        let place = self.asks.len();
        let mut answers = Vec::new();
        for (span, table) in tab.tables("answer", bag) {
            let called = format!("an answer of `{}`", name.text);
            let keys = ["label", "explain", "to", "packs", "group"];
            let one = Tab::new(0, table, span, called, &keys, bag);
            let label = one.text("label", Need::Must, Written::PerLanguage, bag);
            let explain = one.text("explain", Need::Free, Written::PerLanguage, bag);
            let packs = one.words("packs", bag);
            for word in packs.iter().filter(|word| !known.contains(&word.text)) {
                let hint = suggest::nearest(&word.text, known.iter().map(String::as_str));
                let hint = hint.map(|near| format!("did you mean `{near}`?")).unwrap_or_default();
                bag.error(&word.at, format!("unknown pack `{}`", word.text), hint);
            }
            let group = one.string("group", bag);
            if let Some(word) = group.as_ref().filter(|word| !self.has_group(&word.text)) {
                let names = self.groups.iter().map(|group| group.name.as_str());
                let hint = suggest::hint(&word.text, names);
                bag.error(&word.at, format!("unknown group `{}`", word.text), hint);
            }
            let to = one.string("to", bag);
            let roads = [to.is_some(), !packs.is_empty(), group.is_some()];
            if roads.iter().filter(|road| **road).count() != 1 {
                let message = format!("{} leads nowhere, or to two places", one.called);
                bag.error(&one.here(), message, "give one of `to`, `packs`, `group`");
                continue;
            }
            let leads = match group {
                Some(word) => Leads::Group(word.text),
                None => Leads::Packs(packs.into_iter().map(|word| word.text).collect()),
            };
            let answer = answers.len();
            loose.extend(to.map(|to| LooseReply { ask: place, answer, to }));
            answers.push(Reply { label, explain, leads });
        }
        if answers.is_empty() {
            bag.error(&tab.here(), format!("`{}` has no answers", name.text), "");
        }
        self.asks.push(Ask { name: name.text, question, say, answers });
    }

    fn has_group(&self, name: &str) -> bool {
        self.groups.iter().any(|group| group.name == name)
    }
}

fn groups(top: &Tab<'_>, bag: &mut Bag) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (span, table) in top.tables("group", bag) {
        let tab = Tab::new(0, table, span, "a `[[group]]`", &["name", "label"], bag);
        let label = tab.text("label", Need::Must, Written::PerLanguage, bag);
        let Some(name) = tab.must_string("name", bag) else { continue };
        check_name(&name, bag);
        if groups.iter().any(|group| group.name == name.text) {
            bag.error(&name.at, format!("group `{}` is there twice", name.text), "");
        } else {
            groups.push(Group { name: name.text, label });
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::render;

    const GOOD: &str = r#"
[[group]]
name = "nib"
label.id = "NIB"
label.en = "NIB"

[[ask]]
name = "mau_apa"
question.id = "Mau apa hari ini?"
question.en = "What is it today?"
say.id = "Ada yang bisa saya bantu, Pak, Bu?"
say.en = "How may I help you?"

[[ask.answer]]
label.id = "Usaha baru"
label.en = "A new business"
to = "milik_siapa"

[[ask]]
name = "milik_siapa"
question.id = "Usahanya milik siapa?"
question.en = "Whose business is it?"
say.id = "Usahanya milik sendiri?"
say.en = "Is it your own?"

[[ask.answer]]
label.id = "Sendiri"
label.en = "Their own"
packs = ["nib-perorangan"]

[[ask.answer]]
label.id = "Yang lain"
label.en = "Anything else"
group = "nib"
"#;

    fn read(text: &str) -> (Services, String) {
        let source = Source { name: "forms/layanan.toml".to_owned(), text: text.to_owned().into() };
        let (services, problems) = Services::load(&source, &["nib-perorangan".to_owned()]);
        let shown = render(&problems, &[source]);
        (services, shown)
    }

    #[test]
    fn answers_lead_to_questions_packs_and_groups() {
        let (services, problems) = read(GOOD);
        assert_eq!(problems, "");
        assert_eq!(services.asks[0].answers[0].leads, Leads::Ask(1));
        let packs = Leads::Packs(vec!["nib-perorangan".to_owned()]);
        assert_eq!(services.asks[1].answers[0].leads, packs);
        assert_eq!(services.asks[1].answers[1].leads, Leads::Group("nib".to_owned()));
    }

    #[test]
    fn wrong_words_are_named_with_the_nearest_right_one() {
        for (wrong, right, says) in [
            ("nib-perorangn", "nib-perorangan", "did you mean `nib-perorangan`?"),
            ("\"milik_siap\"", "\"milik_siapa\"", "did you mean `milik_siapa`?"),
            ("group = \"nip\"", "group = \"nib\"", "did you mean `nib`?"),
        ] {
            let (_, problems) = read(&GOOD.replacen(right, wrong, 1));
            assert!(problems.contains(says), "{problems}");
        }
    }

    #[test]
    fn a_question_that_leads_back_and_an_answer_without_a_road_are_told() {
        let (_, problems) = read(&GOOD.replace("group = \"nib\"", "to = \"mau_apa\""));
        assert!(problems.contains("does not come after this question"), "{problems}");
        let (_, problems) = read(&GOOD.replace("group = \"nib\"", ""));
        assert!(problems.contains("leads nowhere"), "{problems}");
    }
}
