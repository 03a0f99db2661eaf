//! A section file: its heading and its questions.

use super::Maker;
use super::expressions::all_of;
use crate::author::finding::Weight;
use crate::author::names;
use crate::author::survey::{Asked, Part, Survey};
use crate::author::toml::quoted;
use crate::author::toml::{line, text};
use crate::author::xpath::{Fault, Sort, parse};
use crate::form::{self, Kind, UNWRITTEN};
use crate::text::Text;
use std::fmt::Write as _;
use std::ops::Range;

impl Maker<'_> {
    pub(super) fn section(
        &mut self,
        part: &Part,
        survey: &Survey,
    ) -> (String, Vec<(Range<usize>, usize)>) {
        let table = &self.book.survey;
        let mut out = String::new();
        let head = if part.is_repeat { "repeat" } else { "group" };
        _ = writeln!(out, "[{head}]");
        line(&mut out, "name", &part.name);
        let label = match part.row {
            Some(row) => self.words(table, &table.rows[row], "label"),
            None => Text { id: "Pertanyaan".into(), en: "Questions".into() },
        };
        let mut label = match part.row {
            Some(row) if label.is_empty() => {
                Text::same(format!("{UNWRITTEN}: {}", table.cell(&table.rows[row], "name")))
            }
            _ => label,
        };
        if part.number > 1 {
            label.id = format!("{} ({})", label.id, part.number);
            label.en = format!("{} ({})", label.en, part.number);
        }
        text(&mut out, "label", &label);
        if let Some(within) = part.within {
            line(&mut out, "within", &survey.parts[within].name);
        }
        let around = Self::around(part.within, survey);
        let mut conditions: Vec<String> = Vec::new();
        for row in &part.relevant {
            conditions.extend(self.condition(*row, "relevant", "", &around));
        }
        if let Some(cel) = all_of(&conditions) {
            line(&mut out, "relevant", &cel);
        }
        if let (true, Some(row)) = (part.is_repeat, part.row) {
            let count = table.cell(&table.rows[row], "repeat_count");
            match count.parse::<u32>() {
                Ok(count @ 1..=100) => _ = writeln!(out, "min = {count}\nmax = {count}"),
                _ if count.is_empty() => {}
                _ => {
                    let line = table.rows[row].line;
                    self.tell(
                        Weight::LeftOut,
                        table,
                        line,
                        "repeat_count",
                        "author-repeat-count",
                        count,
                    );
                }
            }
            let own = part.questions.iter().map(|at| &survey.questions[*at]);
            if let Some(first) = own.into_iter().find(|asked| asked.kind == Kind::Text) {
                line(&mut out, "item_label", &first.name);
            }
        }
        let mut rows = Vec::new();
        for at in &part.questions {
            let asked = &survey.questions[*at];
            let from = out.len();
            self.question(*at, asked, survey, &mut out);
            rows.push((from..out.len(), asked.row));
        }
        (out, rows)
    }

    pub(super) fn question(&mut self, at: usize, asked: &Asked, survey: &Survey, out: &mut String) {
        let table = &self.book.survey;
        let row = &table.rows[asked.row];
        let around = Self::around(Some(asked.part), survey);
        let me = asked.sheet_name.clone();
        let mut kind = asked.kind;
        let calculation = self.calculations.get(&at).cloned();
        if kind == Kind::Calculated && calculation.is_none() {
            // Its place is kept, so that the sheet and the pack can be compared.
            kind = Kind::Note;
        }
        _ = write!(out, "\n[[question]]\n");
        line(out, "name", &asked.name);
        line(out, "kind", form::kind_word(kind));
        let label = self.words(table, row, "label");
        let shown =
            if label.is_empty() { Text::same(asked.sheet_name.clone()) } else { label.clone() };
        let plain = matches!(kind, Kind::Note | Kind::Calculated);
        let label = match (label.is_empty(), plain) {
            (true, false) => Text::same(format!("{UNWRITTEN}: {}", asked.sheet_name)),
            (true, true) => Text::same(asked.name.clone()),
            _ => label,
        };
        text(out, "label", &label);
        let hint = self.words(table, row, "hint");
        text(out, "hint", &hint);
        if !plain {
            let say = self.words(table, row, "loket_say");
            text(out, "say", &if say.is_empty() { crate::author::words::say(&shown) } else { say });
            if form::is_typed(kind) {
                let example = self.words(table, row, "loket_example");
                if example.is_empty() {
                    line(out, "example", UNWRITTEN);
                } else {
                    text(out, "example", &example);
                }
            }
            let why = self.words(table, row, "loket_why");
            text(out, "why", &if why.is_empty() { crate::author::words::why(&hint) } else { why });
            let place = self.words(table, row, "loket_where");
            text(out, "where", &place);
        }
        if let Some(cel) = self.condition(asked.row, "relevant", &me, &around) {
            line(out, "relevant", &cel);
        }
        let required = table.cell(row, "required");
        match required.to_lowercase().as_str() {
            "yes" | "true" | "true()" | "1" | "required" if !plain => {
                out.push_str("required = true\n");
            }
            // A note or a calculation is never answered, so it is never missing.
            "" | "no" | "false" | "false()" | "0" | "yes" | "true" | "true()" | "1"
            | "required" => {}
            _ => {
                if let Some(cel) = self.condition(asked.row, "required", &me, &around) {
                    line(out, "required", &cel);
                }
            }
        }
        if let Some(cel) = self.condition(asked.row, "constraint", &me, &around) {
            line(out, "constraint", &cel);
            let message = self.words(table, row, "constraint_message");
            let missing = || Text {
                id: format!("{UNWRITTEN}: jawaban ini tidak memenuhi syarat"),
                en: format!("{UNWRITTEN}: this answer does not meet the rule"),
            };
            text(out, "constraint_message", &if message.is_empty() { missing() } else { message });
        }
        if let Some((cel, sort)) = calculation {
            line(out, "calculation", &cel);
            let show = match sort {
                Sort::Int => Some("integer"),
                Sort::Date => Some("date"),
                _ => None,
            };
            if let (Kind::Calculated, Some(show)) = (kind, show) {
                line(out, "show", show);
            }
        }
        self.default(asked, &around, out);
        if let (Some(list), Kind::Choice | Kind::Choices) = (asked.list, kind) {
            line(out, "choices", &self.lists[list].name.clone());
            if let Some(cel) = self.condition(asked.row, "choice_filter", "", &around) {
                line(out, "choice_filter", &cel);
            }
        }
        let meaning = table.cell(row, "loket_meaning");
        if !meaning.is_empty() {
            line(out, "meaning", &names::plain(meaning));
        }
        if kind == Kind::Document {
            out.push_str("\n[question.document]\n");
            for (key, column) in [
                ("issuer", "loket_issuer"),
                ("if_missing", "loket_if_missing"),
                ("alternatives", "loket_alternatives"),
            ] {
                let found = self.words(table, row, column);
                let todo = Text::same(UNWRITTEN);
                let needed = found.is_empty() && key != "alternatives";
                text(out, key, if needed { &todo } else { &found });
            }
            if table.cell(row, "loket_copy") == "yes" {
                out.push_str("copy_is_enough = true\n");
            }
        }
    }

    pub(super) fn default(&mut self, asked: &Asked, around: &[String], out: &mut String) {
        let table = &self.book.survey;
        let row = &table.rows[asked.row];
        let source = table.cell(row, "default");
        if source.is_empty() || matches!(asked.kind, Kind::Note | Kind::Calculated) {
            return;
        }
        let is_expression = source.contains("${") || source.ends_with(')');
        let made = match (asked.sort(), is_expression) {
            (_, true) => parse(source)
                .and_then(|tree| {
                    self.scoped(&asked.sheet_name, around, false, |s| s.value_of(&tree))
                })
                .map(|(cel, _)| cel),
            (Sort::Int, _) if source.parse::<i64>().is_ok() => Ok(source.to_owned()),
            (Sort::Double, _) if source.parse::<f64>().is_ok_and(f64::is_finite) => {
                Ok(if source.contains('.') { source.to_owned() } else { format!("{source}.0") })
            }
            (Sort::Date, _) if source.parse::<jiff::civil::Date>().is_ok() => Ok(quoted(source)),
            (Sort::Choice(list), _) if self.choices[list].contains_key(source) => {
                Ok(quoted(&self.choices[list][source]))
            }
            (Sort::Choices(list), _) => {
                let known: Option<Vec<String>> = source
                    .split_whitespace()
                    .map(|name| self.choices[list].get(name).map(|name| quoted(name)))
                    .collect();
                known
                    .map(|known| format!("[{}]", known.join(", ")))
                    .ok_or_else(|| Fault::new("author-default", source))
            }
            (Sort::Text, _) => Ok(quoted(source)),
            (Sort::Bool, _) => match source.to_lowercase().as_str() {
                "ok" | "ya" | "yes" | "true" => Ok("true".to_owned()),
                "tidak" | "no" | "false" => Ok("false".to_owned()),
                _ => Err(Fault::new("author-default", source)),
            },
            _ => Err(Fault::new("author-default", source)),
        };
        match made {
            Ok(cel) => line(out, "default", &cel),
            Err(fault) => self.fault(table, row, "default", &fault),
        }
    }
}
