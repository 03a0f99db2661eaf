//! Expressions and texts of a row, carried over where they stand; told where they cannot be.

use super::Maker;
use super::calculate::changes;
use crate::author::book::Table;
use crate::author::finding::{Finding, Weight};
use crate::author::survey::{Asked, Survey};
use crate::author::xpath::{Fault, Scope, Tree, parse};
use crate::sheet::SheetRow;
use crate::text::Text;
use std::cell::RefCell;
use std::collections::HashMap;

impl Maker<'_> {
    pub(super) fn fault(&mut self, table: &Table, row: &SheetRow, column: &str, fault: &Fault) {
        self.tell(Weight::LeftOut, table, row.line, column, fault.key, &fault.what);
    }

    pub(super) fn in_scope<T>(
        &mut self,
        asked: &Asked,
        survey: &Survey,
        run: impl FnOnce(&Scope<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let around = Self::around(Some(asked.part), survey);
        self.scoped(&asked.sheet_name, &around, false, run)
    }

    pub(super) fn around(mut at: Option<usize>, survey: &Survey) -> Vec<String> {
        let mut all = Vec::new();
        while let Some(part) = at {
            let one = &survey.parts[part];
            if one.is_repeat {
                all.push(one.name.clone());
            }
            at = one.within;
        }
        all.reverse();
        all
    }

    pub(super) fn scoped<T>(
        &mut self,
        me: &str,
        around: &[String],
        filter: bool,
        run: impl FnOnce(&Scope<'_>) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let none = HashMap::new();
        let scope = Scope {
            names: &self.names,
            lists: &self.choices,
            me,
            around,
            columns: if filter { &self.columns } else { &none },
            compared: RefCell::default(),
        };
        let made = run(&scope);
        let compared = scope.compared.into_inner();
        self.compared.extend(compared);
        made
    }

    /// A condition in a column; told and empty where it cannot be carried over.
    pub(super) fn condition(
        &mut self,
        row: usize,
        column: &str,
        me: &str,
        around: &[String],
    ) -> Option<String> {
        let table = &self.book.survey;
        let row = &table.rows[row];
        let source = table.cell(row, column);
        if source.is_empty() {
            return None;
        }
        let filter = column == "choice_filter";
        let made = parse(source).and_then(|tree| {
            if filter {
                columns_of(&tree, &mut |name| _ = self.used_columns.insert(name.to_owned()));
            }
            self.scoped(me, around, filter, |scope| scope.condition(&tree))
        });
        match made {
            Ok(cel) if cel == "true" => None,
            Ok(_) if column == "relevant" && !changes(source) => {
                let fault = Fault::new("author-expr-constant", source);
                self.fault(table, row, column, &fault);
                None
            }
            Ok(cel) => Some(cel),
            Err(fault) => {
                self.fault(table, row, column, &fault);
                None
            }
        }
    }

    /// A text of a row in both languages; told where it names answers.
    pub(super) fn words(&mut self, table: &Table, row: &SheetRow, column: &str) -> Text {
        let mut text = self.wording.text(table, row, column);
        for one in [&mut text.id, &mut text.en] {
            while let Some(at) = one.find("${") {
                let end = one[at..].find('}').map_or(one.len(), |end| at + end + 1);
                let name = one[at..end].to_owned();
                one.replace_range(at..end, "…");
                let is_new = !self
                    .found
                    .iter()
                    .rev()
                    .take(4)
                    .any(|found| found.row == row.line && found.key == "author-text-place");
                if is_new {
                    let place = table.column(column);
                    let found = Finding::new(Weight::LeftOut, "author-text-place", name);
                    self.found.push(found.at(&table.name, row.line, &place));
                }
            }
        }
        text
    }
}

/// All conditions in one.
pub(super) fn all_of(conditions: &[String]) -> Option<String> {
    match conditions {
        [] => None,
        [one] => Some(one.clone()),
        more => Some(more.iter().map(|one| format!("({one})")).collect::<Vec<_>>().join(" && ")),
    }
}

pub(super) fn columns_of(tree: &Tree, tell: &mut impl FnMut(&str)) {
    match tree {
        Tree::Column(name) => tell(name),
        Tree::Call(_, parts) => parts.iter().for_each(|part| columns_of(part, tell)),
        Tree::Pair(_, one, two) => {
            columns_of(one, tell);
            columns_of(two, tell);
        }
        Tree::Minus(inner) => columns_of(inner, tell),
        _ => {}
    }
}
