//! Calculations: their sorts, each after those it needs.

use super::Maker;
use crate::author::finding::Weight;
use crate::author::xpath::{Sort, Tree, parse};
use crate::form::Kind;
use std::collections::{HashMap, HashSet};

impl Maker<'_> {
    /// Sorts of calculated values, each after those it needs.
    pub(super) fn calculate(&mut self) {
        let table = &self.book.survey;
        let survey = std::mem::take(&mut self.survey);
        let mut trees: HashMap<usize, Tree> = HashMap::new();
        let mut by_name: HashMap<&str, usize> = HashMap::new();
        for (at, asked) in survey.questions.iter().enumerate() {
            let row = &table.rows[asked.row];
            let source = table.cell(row, "calculation");
            if source.is_empty() {
                continue;
            }
            match parse(source) {
                Ok(tree) => _ = trees.insert(at, tree),
                Err(fault) => self.fault(table, row, "calculation", &fault),
            }
            if asked.kind == Kind::Calculated {
                by_name.insert(&asked.sheet_name, at);
            }
        }
        let mut waits: HashMap<usize, usize> = HashMap::new();
        let mut waited: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, tree) in &trees {
            let mut needs = HashSet::new();
            needs_of(tree, &mut |name| needs.extend(by_name.get(name)));
            waits.insert(*at, needs.len());
            for need in needs {
                waited.entry(need).or_default().push(*at);
            }
        }
        let mut ready: Vec<usize> =
            waits.iter().filter(|(_, count)| **count == 0).map(|(at, _)| *at).collect();
        ready.sort_unstable();
        while let Some(at) = ready.pop() {
            waits.remove(&at);
            let asked = &survey.questions[at];
            let row = &table.rows[asked.row];
            let made = self.in_scope(asked, &survey, |scope| scope.value_of(&trees[&at]));
            match made {
                Ok((cel, sort)) => {
                    if asked.kind == Kind::Calculated
                        && let Some(named) = self.names.get_mut(&asked.sheet_name)
                    {
                        named.sort = match sort {
                            Sort::Choice(_) => Sort::Text,
                            sort => sort,
                        };
                    }
                    self.calculations.insert(at, (cel, sort));
                }
                Err(fault) => {
                    // Who needs it is told so, not given nothing.
                    if asked.kind == Kind::Calculated
                        && let Some(named) = self.names.get_mut(&asked.sheet_name)
                    {
                        named.sort = Sort::None;
                    }
                    self.fault(table, row, "calculation", &fault);
                }
            }
            for next in waited.remove(&at).unwrap_or_default() {
                let count = waits.entry(next).or_insert(1);
                *count -= 1;
                if *count == 0 {
                    ready.push(next);
                }
            }
        }
        let mut rings: Vec<usize> = waits.into_keys().collect();
        rings.sort_unstable();
        for at in rings {
            let asked = &survey.questions[at];
            let line = table.rows[asked.row].line;
            let name = asked.sheet_name.clone();
            self.tell(Weight::Broken, table, line, "calculation", "author-ring", &name);
        }
        // What could not be calculated has no value.
        for (at, asked) in survey.questions.iter().enumerate() {
            if asked.kind == Kind::Calculated && !self.calculations.contains_key(&at) {
                if !trees.contains_key(&at)
                    && table.cell(&table.rows[asked.row], "calculation").is_empty()
                {
                    let line = table.rows[asked.row].line;
                    self.tell(
                        Weight::LeftOut,
                        table,
                        line,
                        "calculation",
                        "author-no-calculation",
                        "",
                    );
                }
                if let Some(named) = self.names.get_mut(&asked.sheet_name) {
                    named.sort = Sort::None;
                }
            }
        }
        self.survey = survey;
    }
}

/// Whether an expression hangs on an answer or the day at all.
pub(super) fn changes(source: &str) -> bool {
    let mut found = source.contains("today");
    if let Ok(tree) = parse(source) {
        needs_of(&tree, &mut |_| found = true);
    }
    found
}

pub(super) fn needs_of<'t>(tree: &'t Tree, tell: &mut impl FnMut(&'t str)) {
    match tree {
        Tree::Name(name) => tell(name),
        Tree::Call(_, parts) => parts.iter().for_each(|part| needs_of(part, tell)),
        Tree::Pair(_, one, two) => {
            needs_of(one, tell);
            needs_of(two, tell);
        }
        Tree::Minus(inner) => needs_of(inner, tell),
        _ => {}
    }
}
