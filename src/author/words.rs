//! Texts of an XLSForm in the two languages of a pack, and those that somebody has still to write.

use super::book::{Book, Table};
use crate::form::UNWRITTEN;
use crate::sheet::SheetRow;
use crate::text::{Lang, Text};

/// Which languages the texts of a form are in.
pub(super) struct Wording {
    /// The language of texts without one.
    plain: Lang,
}

impl Wording {
    pub(super) fn of(book: &Book, default: Option<Lang>) -> Self {
        let labels = || {
            let tables = [&book.survey, &book.choices];
            tables.into_iter().flat_map(|table| &table.headers).filter(|one| one.name == "label")
        };
        let has = |lang| labels().any(|header| header.lang() == Some(lang));
        let plain = match default {
            Some(lang) => lang,
            // A form whose other labels are Indonesian has its plain ones in English.
            None if has(Lang::Id) && !has(Lang::En) => Lang::En,
            None => Lang::Id,
        };
        Self { plain }
    }

    /// The text of a row; a language that is missing is marked.
    pub(super) fn text(&self, table: &Table, row: &SheetRow, column: &str) -> Text {
        let mut found = Text::default();
        let mut foreign = String::new();
        for (header, text) in table.texts(row, column) {
            let lang = if header.language.is_empty() { Some(self.plain) } else { header.lang() };
            match lang {
                Some(Lang::Id) => text.clone_into(&mut found.id),
                Some(Lang::En) => text.clone_into(&mut found.en),
                None if foreign.is_empty() => text.clone_into(&mut foreign),
                None => {}
            }
        }
        if found.is_empty() && !foreign.is_empty() {
            return Text::same(format!("{UNWRITTEN}: {foreign}"));
        }
        let missing = |text: &str| {
            // What is the same in every language needs no translation.
            let plain = text.chars().all(|letter| !letter.is_alphabetic());
            if plain { text.to_owned() } else { format!("{UNWRITTEN}: {text}") }
        };
        if found.en.is_empty() && !found.id.is_empty() {
            found.en = missing(&found.id);
        } else if found.id.is_empty() && !found.en.is_empty() {
            found.id = missing(&found.en);
        }
        found
    }
}

/// Most words of a sentence that is said.
const SAY_WORDS: usize = 14;

/// A sentence to say, made of the label until somebody writes one.
pub(super) fn say(label: &Text) -> Text {
    let short = |text: &str| {
        let text =
            text.strip_prefix(UNWRITTEN).map_or(text, |text| text.trim_start_matches([':', ' ']));
        let words: Vec<&str> = text.split_whitespace().take(SAY_WORDS).collect();
        format!("{UNWRITTEN}: {}", words.join(" "))
    };
    Text { id: short(&label.id), en: short(&label.en) }
}

/// Why it is asked, made of the hint until somebody writes it.
pub(super) fn why(hint: &Text) -> Text {
    let of = |hint: &str, none: &str| {
        let hint =
            hint.strip_prefix(UNWRITTEN).map_or(hint, |hint| hint.trim_start_matches([':', ' ']));
        format!("{UNWRITTEN}: {}", if hint.is_empty() { none } else { hint })
    };
    Text { id: of(&hint.id, "untuk apa jawaban ini"), en: of(&hint.en, "what the answer is for") }
}
