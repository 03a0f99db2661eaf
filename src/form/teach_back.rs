//! What an applicant should be able to say in their own words before going home: three things, of the
//! pack or, for packs that say none, of `teach_back.toml`.
//!
//! Reads them and their places; who fills the places is the screen.

use super::head::{check_name, first_key, parse};
use super::question::check_say;
use super::tree::{At, Bag, Need, Tab, Word, Written};
use super::{Pack, TeachBack};
use crate::base::suggest;
use crate::text::{Lang, Text};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const KEYS: [&str; 3] = ["id", "say", "expect"];
/// More cannot be remembered, fewer leave something out.
const THINGS: usize = 3;
/// What stands in braces in `expect`.
pub(super) const PLACES: [&str; 3] = ["kode", "bawa", "kabar"];

static OURS: LazyLock<Vec<TeachBack>> = LazyLock::new(|| {
    let (document, mut bag) = parse(0, include_str!("teach_back.toml"));
    let table = document.get_ref();
    let tab = Tab::new(0, table, first_key(table), "`teach_back.toml`", &["teach_back"], &mut bag);
    let ours = read(&tab, &mut bag).unwrap_or_default();
    debug_assert!(bag.problems.is_empty(), "our own teach_back.toml: {:?}", bag.problems);
    ours
});

impl Pack {
    /// The three things, the pack's own or ours.
    pub fn teach_back(&self) -> &[TeachBack] {
        if self.own_teach_back.is_empty() { &OURS } else { &self.own_teach_back }
    }
}

impl TeachBack {
    /// What should be said, with the places `{kode}`, `{bawa}`, `{kabar}` filled.
    pub fn expected(&self, lang: Lang, fill: impl Fn(&str) -> String) -> String {
        let mut text = String::new();
        let template = self.expect.get(lang);
        let mut from = 0;
        for (span, name) in places(template) {
            text.push_str(&template[from..span.start]);
            text.push_str(&fill(name));
            from = span.end;
        }
        text.push_str(&template[from..]);
        text
    }
}

/// The places of a text: where, with the braces, and the name between them.
fn places(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let Some(close) = text[open..].find('}').map(|at| open + at) else { break };
        found.push((open..close + 1, text[open + 1..close].trim()));
        from = close + 1;
    }
    found
}

/// The `[[teach_back]]` tables; nothing when there are none.
pub(super) fn read(tab: &Tab<'_>, bag: &mut Bag) -> Option<Vec<TeachBack>> {
    let (whole, _) = tab.value("teach_back")?;
    let mut all: Vec<TeachBack> = Vec::new();
    let tables = tab.tables("teach_back", bag);
    let count = tables.len();
    for (span, table) in tables {
        let one = Tab::new(tab.file, table, span, "a `[[teach_back]]`", &KEYS, bag);
        let say = one.text("say", Need::Must, Written::PerLanguage, bag);
        check_say(&one, &say, bag);
        let expect = one.text("expect", Need::Must, Written::PerLanguage, bag);
        one.unwritten([("say", &say), ("expect", &expect)], bag);
        check_places(&one, &expect, bag);
        let Some(id) = one.must_string("id", bag) else { continue };
        check_name(&id, bag);
        if all.iter().any(|other| other.id == id.text) {
            let Word { text, at } = id;
            bag.error(&at, format!("teach-back `{text}` is there twice"), "second time here");
            continue;
        }
        all.push(TeachBack { id: id.text, say, expect });
    }
    if count != THINGS {
        let message = format!("`teach_back` names {count} things to be said back");
        bag.error(&whole, message, format!("exactly {THINGS}, or none to take the usual ones"));
    }
    Some(all)
}

fn check_places(tab: &Tab<'_>, expect: &Text, bag: &mut Bag) {
    for (text, lang) in [(&expect.id, "id"), (&expect.en, "en")] {
        for (span, name) in places(text) {
            if !PLACES.contains(&name) {
                let mut at: At = tab.text_at("expect", lang);
                if at.span.len() == text.len() {
                    at.span = at.span.start + span.start..at.span.start + span.end;
                }
                let hint = suggest::hint(name, PLACES);
                bag.error(&at, format!("unknown place `{{{name}}}` in {}", tab.called), hint);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Problem, Source, render};

    #[test]
    fn ours_are_three_with_every_place() {
        assert_eq!(OURS.len(), THINGS);
        let fill = |name: &str| format!("<{name}>");
        let said: Vec<String> = OURS.iter().map(|one| one.expected(Lang::Id, fill)).collect();
        assert_eq!(said, ["<kode>", "<bawa>", "<kabar>"]);
        let one = TeachBack { expect: Text::same("Kode {kode}, lalu {x"), ..OURS[0].clone() };
        assert_eq!(one.expected(Lang::En, fill), "Kode <kode>, lalu {x");
    }

    fn problems(toml: &str) -> (Vec<Problem>, String) {
        let (document, mut bag) = parse(0, toml);
        let table = document.get_ref();
        let tab = Tab::new(0, table, first_key(table), "the pack", &["teach_back"], &mut bag);
        read(&tab, &mut bag);
        let source = Source { name: "pack.toml".into(), text: toml.to_owned().into() };
        let shown = render(&bag.problems, &[source]);
        (bag.problems, shown)
    }

    #[test]
    fn mistakes_are_told_where_they_are() {
        let thing = |id: &str, expect: &str| {
            format!(
                "[[teach_back]]\nid = \"{id}\"\nsay.id = \"Apa?\"\nsay.en = \"What?\"\n\
                 expect.id = \"{expect}\"\nexpect.en = \"x\"\n"
            )
        };
        let sound = [thing("a", "{kode}"), thing("b", "{bawa}"), thing("c", "{kabar}")].concat();
        assert!(problems(&sound).0.is_empty(), "{}", problems(&sound).1);
        let two = [thing("a", "x"), thing("a", "{kde}")].concat();
        let (found, shown) = problems(&two);
        assert_eq!(found.len(), 3, "{shown}");
        for wanted in [
            "names 2 things to be said back",
            "exactly 3, or none",
            "teach-back `a` is there twice",
            "unknown place `{kde}` in a `[[teach_back]]`",
            "did you mean `kode`?",
        ] {
            assert!(shown.contains(wanted), "{wanted}: {shown}");
        }
        let wordy =
            sound.replace("say.id = \"Apa?\"", &format!("say.id = \"{}\"", "kata ".repeat(16)));
        assert!(problems(&wordy).1.contains("has 16 words"), "{}", problems(&wordy).1);
        let odd = sound.replacen("expect.en = \"x\"", "expect.en = \"x\"\nanswer = 1", 1);
        assert!(problems(&odd).1.contains("unknown key `answer`"));
        let missing = sound.replacen("expect.id = \"{kode}\"\nexpect.en = \"x\"\n", "", 1);
        assert!(problems(&missing).1.contains("`expect`"), "{}", problems(&missing).1);
    }
}
