//! The office's template of a letter: TOML texts with fields in braces, checked before a number is taken.
//!
//! Texts in, texts out; never touches a path. What is wrong is told with its place, a picture of the line and
//! the nearest right word; a template with anything wrong in it makes no letter.

use crate::base::suggest;
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Name of the file, in the data folder too.
pub const TEMPLATE_FILE: &str = "surat-gangguan.toml";

const BUILT_IN: &str = include_str!("../../data/surat-gangguan.toml");

/// What a line of the file may be called.
const KEYS: [&str; 8] = ["kop", "kota", "kepala", "nip", "jabatan", "nomor", "judul", "isi"];

/// Fields of the texts.
const FIELDS: [&str; 18] = [
    "nomor", "tanggal", "hari", "kantor", "loket", "kota", "kepala", "nip", "jabatan", "pemohon",
    "kode", "layanan", "sistem", "gejala", "sejak", "sampai", "lama", "petugas",
];

/// Fields of the letter's number.
const NUMBER_FIELDS: [&str; 5] = ["nomor", "bulan", "bulan-romawi", "tahun", "loket"];

/// Fields that stand for one of the file's own lines may not stand in that line.
const PLAIN: [&str; 4] = ["kota", "kepala", "nip", "jabatan"];

/// Letters of the line shown on either side of what is wrong in it.
const AROUND: usize = 22;

/// A template without anything wrong in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    texts: BTreeMap<&'static str, String>,
    head: Vec<String>,
}

/// One thing wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// Fluent message id.
    pub key: &'static str,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// What stands there.
    pub found: String,
    /// The right word that is nearest to it; may be empty.
    pub near: String,
    /// The line with a caret under what is wrong.
    pub picture: String,
}

impl Template {
    /// The template that comes with the program.
    pub fn built_in() -> Self {
        Self::parse(BUILT_IN, None).expect("our own template is right")
    }

    /// The text of the template that comes with the program, for an office to begin with.
    pub const fn built_in_text() -> &'static str {
        BUILT_IN
    }

    /// An office's own template: what it does not say is as in the built-in one.
    ///
    /// Errors: everything that is wrong in it, in the order of the file.
    pub fn of_office(text: &str) -> Result<Self, Vec<TemplateFault>> {
        Self::parse(text, Some(Self::built_in()))
    }

    fn parse(text: &str, below: Option<Self>) -> Result<Self, Vec<TemplateFault>> {
        let file = match DeTable::parse(text) {
            Ok(file) => file,
            Err(error) => {
                let span = error.span().unwrap_or(0..0);
                let message = error.message().to_owned();
                return Err(vec![fault(text, &span, "letter-template-toml", message, "")]);
            }
        };
        let below = below.unwrap_or(Self { texts: BTreeMap::new(), head: Vec::new() });
        let mut reader = Reader { text, template: below, faults: Vec::new() };
        for (key, value) in file.get_ref() {
            reader.line(key, value);
        }
        let Reader { template, mut faults, .. } = reader;
        crate::base::order::sort_by_key(&mut faults, |fault| (fault.line, fault.column));
        if faults.is_empty() { Ok(template) } else { Err(faults) }
    }

    /// A text of the file, its fields not filled in; empty where the office left it so.
    pub fn text(&self, key: &str) -> &str {
        self.texts.get(key).map_or("", String::as_str)
    }

    /// Whether its numbers tell which counter gave them. Counters count for themselves; without it two of them
    /// give the same number.
    pub fn tells_counters_apart(&self) -> bool {
        self.text("nomor").contains("{loket}")
    }

    /// The lines above the letter, their fields not filled in.
    pub fn head(&self) -> &[String] {
        &self.head
    }
}

/// `text` with each `{field}` replaced.
pub fn fill(text: &str, value: impl Fn(&str) -> String) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((field, after)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            break;
        };
        filled.push_str(&value(field));
        rest = after;
    }
    filled.push_str(rest);
    filled
}

struct Reader<'t> {
    text: &'t str,
    template: Template,
    faults: Vec<TemplateFault>,
}

impl Reader<'_> {
    fn tell(&mut self, span: &Range<usize>, key: &'static str, found: &str, near: &str) {
        self.faults.push(fault(self.text, span, key, found.to_owned(), near));
    }

    fn line(&mut self, key: &Spanned<std::borrow::Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let Some(name) = KEYS.into_iter().find(|name| *name == key.get_ref()) else {
            let found = key.get_ref().to_string();
            return self.tell(&key.span(), "letter-template-key", &found, meant(&found, &KEYS));
        };
        let span = value.span();
        match (name, value.get_ref()) {
            ("kop", DeValue::Array(lines)) => {
                let mut head = Vec::new();
                for line in lines {
                    match line.get_ref().as_str() {
                        Some(text) => {
                            self.fields(name, text, &line.span());
                            head.push(text.to_owned());
                        }
                        None => self.tell(&line.span(), "letter-template-text", name, ""),
                    }
                }
                self.template.head = head;
            }
            ("kop", _) => self.tell(&span, "letter-template-list", name, ""),
            (_, DeValue::String(text)) => {
                self.fields(name, text, &span);
                if name == "nomor" && !text.contains("{nomor}") {
                    self.tell(&span, "letter-template-number", name, "");
                }
                if name == "isi" && text.trim().is_empty() {
                    self.tell(&span, "letter-template-empty", name, "");
                }
                self.template.texts.insert(name, text.trim().to_owned());
            }
            _ => self.tell(&span, "letter-template-text", name, ""),
        }
    }

    /// Looks at the fields of a text that stands at `span` of the file.
    fn fields(&mut self, name: &str, text: &str, span: &Range<usize>) {
        let known: Vec<&str> = match name {
            "nomor" => NUMBER_FIELDS.to_vec(),
            name if PLAIN.contains(&name) => Vec::new(),
            _ => FIELDS.to_vec(),
        };
        let mut from = span.start;
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('{') {
            let (found, whole) = match after.split_once('}') {
                Some((field, after)) if !field.contains(['{', '\n']) => {
                    rest = after;
                    (field, format!("{{{field}}}"))
                }
                _ => {
                    rest = after;
                    ("", "{".to_owned())
                }
            };
            let stands = self.text[from..span.end].find(&whole).map_or(from, |at| from + at);
            let at = stands..(stands + whole.len()).min(span.end);
            from = at.end;
            if found.is_empty() {
                self.tell(&at, "letter-template-brace", &whole, "");
            } else if !known.contains(&found) {
                let near = meant(found, &known);
                let near = if near.is_empty() { String::new() } else { format!("{{{near}}}") };
                let key = if known.is_empty() {
                    "letter-template-plain"
                } else if near.is_empty() {
                    "letter-template-field"
                } else {
                    "letter-template-near"
                };
                self.tell(&at, key, &whole, &near);
            }
        }
    }
}

fn fault(
    text: &str,
    span: &Range<usize>,
    key: &'static str,
    found: String,
    near: &str,
) -> TemplateFault {
    let mut start = span.start.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let whole = text[line_start..].lines().next().unwrap_or_default();
    let line = text[..line_start].matches('\n').count() + 1;
    let before: Vec<char> = text[line_start..start].chars().collect();
    let marked = text.get(start..span.end.min(line_start + whole.len())).unwrap_or_default();
    // A long line is cut on both sides, so that the caret stands where it should on any screen.
    let skipped = before.len().saturating_sub(AROUND);
    let wide = marked.chars().count().clamp(1, 2 * AROUND);
    let shown: String =
        whole.chars().skip(skipped).take(before.len() - skipped + wide + AROUND).collect();
    let head = format!("{line} | ");
    let gap = " ".repeat(head.len() + before.len() - skipped);
    let picture = format!("{head}{}\n{gap}{}", shown.trim_end(), "^".repeat(wide));
    TemplateFault { key, line, column: before.len() + 1, found, near: near.to_owned(), picture }
}

/// The right word that a wrong one most likely stands for; empty when none is near.
fn meant<'n>(wrong: &str, right: &[&'n str]) -> &'n str {
    suggest::nearest(&wrong.trim().to_lowercase(), right.iter().copied()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn faults(text: &str) -> Vec<TemplateFault> {
        Template::of_office(text).expect_err("something is wrong in it")
    }

    #[test]
    fn an_office_says_only_what_is_its_own() {
        let own =
            Template::of_office("kota = \"Dumai\"\nkop = [\"PEMERINTAH KOTA\", \"{kantor}\"]\n");
        let own = own.expect("nothing is wrong");
        assert_eq!(own.text("kota"), "Dumai");
        assert_eq!(own.head().len(), 2);
        assert_eq!(own.text("isi"), Template::built_in().text("isi"));
        assert!(own.tells_counters_apart(), "as the built-in one");
        let alone = Template::of_office("nomor = \"503/{nomor}/{tahun}\"\n").expect("it is right");
        assert!(!alone.tells_counters_apart());
    }

    #[test]
    fn an_unknown_field_is_named_with_its_place_and_the_nearest_right_one() {
        let text = "kota = \"Dumai\"\nisi = \"\"\"\nNama : {pemohn}\nKode : {kode}\n\"\"\"\n";
        let found = faults(text);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].line, found[0].column), (3, 8));
        assert_eq!((found[0].found.as_str(), found[0].near.as_str()), ("{pemohn}", "{pemohon}"));
        assert_eq!(found[0].picture, "3 | Nama : {pemohn}\n           ^^^^^^^^");
        let found = faults("isi = \"Nama {applicnt} dan {kode} dan {applicnt}\"\n");
        assert_eq!(found.len(), 2, "each place is named");
        assert_eq!((found[0].key, found[0].column), ("letter-template-field", 13));
        assert!(found[1].column > found[0].column);
    }

    #[test]
    fn everything_wrong_is_told_at_once() {
        let text = "kopp = [\"x\"]\nnip = 19\nnomor = \"DPMPTSP/{tahun}\"\nkota = \"{kantor}\"\nisi = \"{\"\nkop = \"x\"\n";
        let keys: Vec<&str> = faults(text).iter().map(|fault| fault.key).collect();
        assert_eq!(
            keys,
            [
                "letter-template-key",
                "letter-template-text",
                "letter-template-number",
                "letter-template-plain",
                "letter-template-brace",
                "letter-template-list",
            ]
        );
        assert_eq!(faults(text)[0].near, "kop");
        assert_eq!(faults("isi = \"x\nkota = 1").len(), 1, "broken TOML is one thing");
    }

    #[test]
    fn fields_are_filled_in_and_everything_else_stays() {
        let value = |field: &str| format!("<{field}>");
        assert_eq!(fill("a {b} c{d}{", value), "a <b> c<d>{");
        // What is filled in is not looked at again.
        assert_eq!(fill("{a}", |_| "{b}".into()), "{b}");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "(kop|isi|nomor|nama)? ?=? ?\"{0,3}[a-zé{}\\[\\]\n\"=]{0,40}\"{0,3}") {
            if let Err(faults) = Template::of_office(&text) {
                prop_assert!(faults.iter().all(|fault| fault.line >= 1 && fault.column >= 1));
            }
        }
    }
}
