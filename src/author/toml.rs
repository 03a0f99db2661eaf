//! TOML written line by line, as an author would write it.

use crate::text::Text;
use std::fmt::Write as _;

/// A text in quotes, as TOML and CEL both write it. Places of texts (`${name}`) are no affair of what is
/// carried over.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// `key = "value"`.
pub(super) fn line(out: &mut String, key: &str, value: &str) {
    _ = writeln!(out, "{key} = {}", quoted(value));
}

/// `key.id = …` and `key.en = …`; nothing for an empty text.
pub(super) fn text(out: &mut String, key: &str, text: &Text) {
    if text.id.is_empty() && text.en.is_empty() {
        return;
    }
    for (lang, text) in [("id", &text.id), ("en", &text.en)] {
        line(out, &format!("{key}.{lang}"), &text.replace("${", "$${"));
    }
}
