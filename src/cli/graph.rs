//! `pack show --graph`: what waits for what, as lines to read and as Graphviz DOT.
//!
//! Only writes down what [`crate::form::requirements`] found.

use super::Cx;
use crate::base::order;
use crate::form::{
    Because, End, Item, Pack, QuestionIx, Requirement, SectionIx, SectionKind, requirements,
};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The requirements of a pack, and which packs wait for which.
pub(super) struct Graph<'a> {
    cx: &'a Cx,
    pack: &'a Pack,
    all: Vec<Requirement>,
    /// Pairs of packs further on: the first waits for the second.
    beyond: Vec<(String, String)>,
}

impl<'a> Graph<'a> {
    /// `waits`: pairs of packs of which the first waits for the second.
    pub(super) fn of(cx: &'a Cx, pack: &'a Pack, mut waits: Vec<(String, String)>) -> Self {
        waits.retain(|(waiting, _)| *waiting != pack.id);
        Self { cx, pack, all: requirements(pack), beyond: waits }
    }

    fn key(&self, end: End) -> String {
        match end {
            End::Whole => self.pack.id.clone(),
            End::Item(Item::Question(ix)) => self.pack.question(ix).name.clone(),
            End::Item(Item::Section(ix)) => self.pack.section(ix).name.clone(),
            End::Pack(at) => self.pack.blocked_by[at].pack.clone(),
        }
    }

    /// The edges for a program.
    pub(super) fn json(&self) -> Value {
        let kind = |end: End| match end {
            End::Whole | End::Pack(_) => "pack",
            End::Item(Item::Question(_)) => "question",
            End::Item(Item::Section(_)) => "section",
        };
        let end = |end: End| json!({"kind": kind(end), "name": self.key(end)});
        let edges: Vec<Value> = self
            .all
            .iter()
            .map(|one| json!({"of": end(one.of), "needs": end(one.needs), "because": word(one.because)}))
            .collect();
        let beyond = self.beyond.iter();
        let beyond: Vec<Value> =
            beyond.map(|(of, needs)| json!({"of": of, "needs": needs})).collect();
        json!({"id": self.pack.id, "edges": edges, "packs": beyond})
    }

    /// As a tree of lines.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{}  {}\n", self.pack.id, self.pack.title.get(self.cx.lang));
        let waits = self.needs_of();
        for needs in waits.get(&End::Whole).into_iter().flatten() {
            let End::Pack(at) = needs.needs else { continue };
            let blocker = &self.pack.blocked_by[at];
            _ = write!(text, "└─ {} {}", self.because("cli-graph-after"), blocker.pack);
            _ = writeln!(text, "{}", self.notes(waits.get(&needs.needs)));
            self.packs(&blocker.pack, 1, &mut vec![blocker.pack.clone()], &mut text);
        }
        let tops = (0..self.pack.sections.len()).map(SectionIx);
        for section in tops.filter(|ix| self.pack.section(*ix).parent.is_none()) {
            self.section(section, "", &waits, &mut text);
        }
        text.trim_end().to_owned()
    }

    fn needs_of(&self) -> BTreeMap<End, Vec<Requirement>> {
        let mut waits: BTreeMap<End, Vec<Requirement>> = BTreeMap::new();
        for one in &self.all {
            waits.entry(one.of).or_default().push(*one);
        }
        waits
    }

    fn because(&self, word: &str) -> String {
        self.cx.words.get(word)
    }

    /// What packs further on wait for. A ring is cut; `pack check` names it.
    fn packs(&self, id: &str, depth: usize, seen: &mut Vec<String>, text: &mut String) {
        for (_, needs) in self.beyond.iter().filter(|(of, _)| of == id) {
            let indent = "   ".repeat(depth);
            _ = writeln!(text, "{indent}└─ {} {needs}", self.because("cli-graph-after"));
            if !seen.contains(needs) {
                seen.push(needs.clone());
                self.packs(needs, depth + 1, seen, text);
            }
        }
    }

    fn section(
        &self,
        ix: SectionIx,
        indent: &str,
        waits: &BTreeMap<End, Vec<Requirement>>,
        text: &mut String,
    ) {
        let section = self.pack.section(ix);
        let mark = if section.kind == SectionKind::Group { "" } else { " …" };
        let notes = self.notes(waits.get(&End::Item(Item::Section(ix))));
        let label = section.label.get(self.cx.lang);
        _ = writeln!(text, "\n{indent}{label}{mark}  [{}]{notes}", section.name);
        let questions: Vec<QuestionIx> = section
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Question(question) => Some(*question),
                Item::Section(_) => None,
            })
            .collect();
        for (at, question) in questions.iter().enumerate() {
            let branch = if at + 1 == questions.len() { "└─" } else { "├─" };
            let notes = self.notes(waits.get(&End::Item(Item::Question(*question))));
            _ = writeln!(text, "{indent}{branch} {}{notes}", self.pack.question(*question).name);
        }
        for item in &section.items {
            if let Item::Section(child) = item {
                self.section(*child, &format!("{indent}   "), waits, text);
            }
        }
    }

    /// `  ← bila a, b · sesudah c`.
    fn notes(&self, needs: Option<&Vec<Requirement>>) -> String {
        let mut parts = Vec::new();
        for (because, word) in
            [(Because::Relevant, "cli-graph-when"), (Because::BlockedBy, "cli-graph-after")]
        {
            let names: Vec<String> = needs
                .into_iter()
                .flatten()
                .filter(|one| one.because == because)
                .map(|one| self.key(one.needs))
                .collect();
            if !names.is_empty() {
                parts.push(format!("{} {}", self.because(word), names.join(", ")));
            }
        }
        if parts.is_empty() { String::new() } else { format!("  ← {}", parts.join(" · ")) }
    }

    /// As Graphviz DOT.
    pub(super) fn dot(&self) -> String {
        let lang = self.cx.lang;
        let mut text = format!("digraph {} {{\n", quoted(&self.pack.id));
        text.push_str("  rankdir = LR;\n  node [shape = box];\n");
        let title = format!("{}\n{}", self.pack.title.get(lang), self.pack.id);
        _ = writeln!(
            text,
            "  {} [label = {}, shape = house];",
            self.node(End::Whole),
            quoted(&title)
        );
        let mut packs: Vec<&str> =
            self.pack.blocked_by.iter().map(|one| one.pack.as_str()).collect();
        packs.extend(self.beyond.iter().flat_map(|(of, needs)| [of.as_str(), needs.as_str()]));
        packs.retain(|id| *id != self.pack.id);
        order::sort(&mut packs);
        packs.dedup();
        for id in packs {
            let node = quoted(&format!("pack:{id}"));
            _ = writeln!(text, "  {node} [label = {}, shape = house];", quoted(id));
        }
        let tops = (0..self.pack.sections.len()).map(SectionIx);
        for section in tops.filter(|ix| self.pack.section(*ix).parent.is_none()) {
            self.cluster(section, 1, &mut text);
        }
        // One pack may be named under several conditions: one line between two nodes is enough.
        let mut edges: Vec<String> = self
            .all
            .iter()
            .map(|one| {
                let (of, needs) = (self.node(one.of), self.node(one.needs));
                let style = if one.because == Because::Relevant { "dashed" } else { "solid" };
                let because = quoted(word(one.because));
                format!("  {needs} -> {of} [style = {style}, tooltip = {because}];\n")
            })
            .collect();
        edges.extend(self.beyond.iter().map(|(of, needs)| {
            let [of, needs] = [of, needs].map(|id| quoted(&format!("pack:{id}")));
            format!("  {needs} -> {of} [style = solid, tooltip = \"blocked_by\"];\n")
        }));
        order::sort(&mut edges);
        edges.dedup();
        text.extend(edges);
        text.push('}');
        text
    }

    fn node(&self, end: End) -> String {
        let kind = match end {
            End::Whole | End::Pack(_) => "pack",
            End::Item(Item::Question(_)) => "question",
            End::Item(Item::Section(_)) => "section",
        };
        quoted(&format!("{kind}:{}", self.key(end)))
    }

    fn cluster(&self, ix: SectionIx, depth: usize, text: &mut String) {
        let (section, lang, indent) = (self.pack.section(ix), self.cx.lang, "  ".repeat(depth));
        let name = quoted(&format!("cluster:{}", section.name));
        let label = quoted(section.label.get(lang));
        _ = writeln!(text, "{indent}subgraph {name} {{\n{indent}  label = {label};");
        let node = self.node(End::Item(Item::Section(ix)));
        let label = quoted(&section.name);
        _ = writeln!(text, "{indent}  {node} [label = {label}, shape = folder];");
        for item in &section.items {
            match item {
                Item::Question(question) => {
                    let asked = self.pack.question(*question);
                    let label = quoted(&format!("{}\n{}", asked.label.get(lang), asked.name));
                    let node = self.node(End::Item(*item));
                    _ = writeln!(text, "{indent}  {node} [label = {label}];");
                }
                Item::Section(child) => self.cluster(*child, depth + 1, text),
            }
        }
        _ = writeln!(text, "{indent}}}");
    }
}

const fn word(because: Because) -> &'static str {
    match because {
        Because::BlockedBy => "blocked_by",
        Because::Relevant => "relevant",
    }
}

/// A string of DOT: quotes and backslashes are escaped, a line break is written `\n`.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_quoted_so_that_no_text_ends_them() {
        assert_eq!(quoted("a \"b\" \\ c\nd\te"), r#""a \"b\" \\ c\nd e""#);
    }
}
