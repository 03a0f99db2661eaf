//! `pack.toml`: what the settings sheet says, and the choices.

use super::Maker;
use crate::author::finding::{Finding, Weight};
use crate::author::names;
use crate::author::survey::{Asked, Survey};
use crate::author::toml::quoted;
use crate::author::toml::{line, text};
use crate::form::{Kind, UNWRITTEN};
use crate::text::Text;
use std::collections::HashSet;
use std::fmt::Write as _;

impl Maker<'_> {
    pub(super) fn head(&mut self, id: &str, survey: &Survey) -> Option<String> {
        let settings = &self.book.settings;
        let setting = |name: &str| {
            settings.rows.first().map_or("", |row| settings.cell(row, name)).to_owned()
        };
        let titles =
            settings.rows.first().map(|row| self.wording.text(settings, row, "form_title"));
        let title = titles
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| Text::same(format!("{UNWRITTEN}: {id}")));
        let english = setting("loket_title_en");
        let title = if english.is_empty() { title } else { Text { en: english, ..title } };
        let version = setting("version").parse::<u32>().ok().filter(|version| *version > 0);
        let mut out = String::new();
        line(&mut out, "id", id);
        _ = writeln!(out, "version = {}", version.unwrap_or(1));
        text(&mut out, "title", &title);
        let summary = Text {
            id: format!("{UNWRITTEN}: untuk siapa layanan ini"),
            en: format!("{UNWRITTEN}: for whom this service is"),
        };
        text(&mut out, "summary", &summary);
        line(&mut out, "status", "contoh, verifikasi dinas");
        out.push_str("kbli_edition = 2025\noss = false\n");
        let sections: Vec<String> =
            survey.parts.iter().map(|part| quoted(&names::file(&part.name))).collect();
        _ = writeln!(out, "sections = [{}]", sections.join(", "));
        let outside = |asked: &&Asked| Self::around(Some(asked.part), survey).is_empty();
        let can = |asked: &&Asked| !matches!(asked.kind, Kind::Note | Kind::Calculated);
        let once: Vec<&Asked> = survey.questions.iter().filter(outside).filter(can).collect();
        let texts = || once.iter().filter(|asked| asked.kind == Kind::Text);
        let named = |asked: &&&Asked| asked.name.contains("nama") || asked.name.contains("name");
        let subject = texts().find(named).or_else(|| texts().next()).or(once.first());
        let Some(subject) = subject else {
            self.found.push(Finding::new(Weight::Broken, "author-no-subject", ""));
            return None;
        };
        line(&mut out, "subject", &subject.name);
        let used: HashSet<usize> = survey.questions.iter().filter_map(|asked| asked.list).collect();
        let choices = &self.book.choices;
        let compared = std::mem::take(&mut self.compared);
        for at in 0..self.lists.len() {
            if !used.contains(&at) {
                continue;
            }
            let (list, rows) = (self.lists[at].name.clone(), self.lists[at].rows.clone());
            for row in rows {
                let row = &choices.rows[row];
                let name = choices.cell(row, "name");
                _ = write!(out, "\n[[choices.{list}]]\n");
                line(&mut out, "name", &self.choices[at][name].clone());
                let label = self.words(choices, row, "label");
                let label = if label.is_empty() { Text::same(name) } else { label };
                text(&mut out, "label", &label);
                for (place, header) in choices.headers.iter().enumerate() {
                    let value = row.cells.get(place).map_or("", |cell| cell.text.trim());
                    let column = self.columns.get(&header.shown);
                    let wanted = self.used_columns.contains(&header.shown);
                    let (Some(column), true, false) = (column, wanted, value.is_empty()) else {
                        continue;
                    };
                    // A column that names choices of another list follows their new names.
                    let of = compared.iter().find(|(name, list)| {
                        *name == header.shown && self.choices[*list].contains_key(value)
                    });
                    let value = of.map_or(value, |(_, list)| &self.choices[*list][value]);
                    line(&mut out, &column.clone(), value);
                }
            }
        }
        Some(out)
    }
}
