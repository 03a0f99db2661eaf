//! `kbli search|show`: codes by what an applicant says, and what a code means in its edition.
//!
//! Needs no passphrase: nothing personal lies in the lists. Never picks a code for anybody.

use super::Cx;
use super::reply::{Failure, Reply};
use crate::data::Reference;
use crate::ident::kbli::{Apart, Kbli, KbliHit, Said};
use crate::runtime;
use crate::text::Lang;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::sync::Arc;

/// The edition whose everyday words and neighbours we know.
const NOW: u16 = 2025;
const BEFORE: u16 = 2020;

/// What is echoed of words that found nothing.
const MOST_ECHOED: usize = 60;

/// The best codes for what somebody said.
pub(super) fn search(cx: &Cx, words: &str, edition: u16, limit: usize) -> Result<Reply, Failure> {
    let reference = reference(cx);
    let kbli = loaded(reference.kbli(), edition)?;
    let hits = kbli.search(words, edition, limit);
    if hits.is_empty() {
        let shown: String = printable(words).chars().take(MOST_ECHOED).collect();
        let key = if kbli.is_whole(edition) { "kbli-nothing" } else { "kbli-nothing-yet" };
        return Err(Failure::problem(key).with("words", shown.trim()).with("edition", edition));
    }
    let codes: Vec<&str> = hits.iter().map(|hit| &*hit.code).collect();
    let apart = if edition == NOW { kbli.apart_among(&codes) } else { None };
    let mut text = String::new();
    for hit in &hits {
        let parents = kbli.parents(&hit.code, edition);
        _ = writeln!(text, "{}  {}", hit.code, printable(&hit.title));
        _ = writeln!(text, "       {}", place(hit, &parents));
        if !hit.why.is_empty() {
            let why = printable(&hit.why);
            _ = writeln!(text, "       {}", cx.words.with("kbli-because", &[("why", why.into())]));
        }
    }
    if let Some(apart) = apart {
        _ = write!(text, "\n{}", question(cx, apart));
    }
    let results: Vec<Value> = hits
        .iter()
        .map(|hit| {
            let mut result = json!({
                "code": hit.code, "edition": hit.edition, "title": hit.title,
                "category": hit.category, "why": hit.why,
                "parents": parents_as_json(&kbli.parents(&hit.code, edition)),
            });
            if let Some(apart) = apart.filter(|apart| tells(apart, &hit.code)) {
                result["apart"] = apart_as_json(cx, apart);
            }
            result
        })
        .collect();
    Ok(Reply::new(text.trim_end(), json!({"results": results})))
}

/// What a code is: title, what it lies in, what people say, and what its number means elsewhere.
pub(super) fn show(cx: &Cx, code: &str, edition: u16) -> Result<Reply, Failure> {
    let reference = reference(cx);
    let kbli = loaded(reference.kbli(), edition)?;
    let code = plain(code);
    let Some((title, category)) = kbli.title(&code, edition) else {
        let shown: String = printable(&code).chars().take(MOST_ECHOED).collect();
        let other = kbli.editions().into_iter().find(|year| kbli.title(&code, *year).is_some());
        let key = match other {
            Some(_) => "kbli-in-other-edition",
            None if kbli.is_whole(edition) => "kbli-no-such-code",
            None => "kbli-not-in-starter",
        };
        let failure = Failure::problem(key).with("code", shown).with("edition", edition);
        return Err(failure.with("other", other.unwrap_or_default()));
    };
    let edition_text = || edition.to_string().into();
    let parents = kbli.parents(&code, edition);
    let said = if edition == NOW { kbli.everyday(&code) } else { Vec::new() };
    let other = kbli.other_meanings(&code, edition).next();
    let candidates = if edition == BEFORE { kbli.successors(&code) } else { Vec::new() };
    let apart = if edition == NOW { kbli.apart(&code) } else { None };

    let mut text = format!("{code}  {}\n", printable(title));
    _ = writeln!(text, "{}", cx.words.with("kbli-edition", &[("edition", edition_text())]));
    for (parent, title) in &parents {
        _ = writeln!(text, "  {parent:<4}  {}", printable(title));
    }
    if !said.is_empty() {
        let said = printable(&said.join("; "));
        _ = writeln!(text, "\n{}", cx.words.with("kbli-people-say", &[("words", said.into())]));
    }
    if let Some((year, title)) = other {
        let args = [
            ("edition", year.to_string().into()),
            ("code", code.as_str().into()),
            ("title", printable(title).into()),
        ];
        _ = writeln!(text, "\n{}", cx.words.with("kbli-means-something-else", &args));
    }
    if !candidates.is_empty() {
        _ = writeln!(text, "\n{}", cx.words.get("kbli-candidates"));
        for hit in &candidates {
            let title = printable(&hit.title);
            let title = if title.is_empty() { cx.words.get("kbli-no-title") } else { title };
            _ = writeln!(text, "  {}  {title}", hit.code);
        }
    }
    if let Some(apart) = apart {
        _ = write!(text, "\n{}", question(cx, apart));
    }
    let mut json = json!({
        "code": code, "edition": edition, "title": title, "category": category,
        "parents": parents_as_json(&parents), "words": said,
        "candidates": candidates.iter().map(|hit| json!({
            "code": hit.code, "edition": hit.edition, "title": hit.title,
        })).collect::<Vec<_>>(),
    });
    if let Some((year, title)) = other {
        json["other_edition"] = json!({"edition": year, "title": title});
    }
    if let Some(apart) = apart {
        json["apart"] = apart_as_json(cx, apart);
    }
    Ok(Reply::new(text.trim_end(), json))
}

/// The tables of this counter. Without a data folder (a user without a home) the built-in ones do.
fn reference(cx: &Cx) -> Arc<Reference> {
    cx.folder().map_or_else(|_| Reference::built_in(), |folder| runtime::reference(&folder))
}

fn loaded(kbli: &Kbli, edition: u16) -> Result<&Kbli, Failure> {
    let editions = kbli.editions();
    if editions.contains(&edition) {
        return Ok(kbli);
    }
    let known: Vec<String> = editions.iter().map(ToString::to_string).collect();
    let known = if known.is_empty() { "-".to_owned() } else { known.join(", ") };
    Err(Failure::usage("kbli-no-edition").with("edition", edition).with("known", known))
}

/// The category and the nearest heading that says something else than the title.
fn place(hit: &KbliHit, parents: &[(String, String)]) -> String {
    let mut place = hit.category.to_string();
    let category = parents.iter().find(|(code, _)| *code == place);
    let category = category.map_or("", |(_, title)| title.as_str());
    if !category.is_empty() {
        _ = write!(place, " {}", printable(category));
    }
    let says_more = |title: &str| title != hit.title && title != category;
    let heading = parents.iter().rev().find(|(code, title)| code.len() > 1 && says_more(title));
    if let Some((code, title)) = heading {
        _ = write!(place, " › {code} {}", printable(title));
    }
    place
}

/// The question that tells neighbours apart, as it is read aloud, with its answers.
fn question(cx: &Cx, apart: &Apart) -> String {
    let mut text = format!("{}\n", printable(said(cx, &apart.question)));
    for (code, answer) in &apart.answers {
        _ = writeln!(text, "  {code}  {}", printable(said(cx, answer)));
    }
    text
}

fn tells(apart: &Apart, code: &str) -> bool {
    apart.answers.iter().any(|(one, _)| one == code)
}

fn said<'a>(cx: &Cx, text: &'a Said) -> &'a str {
    match cx.lang {
        Lang::En if !text.en.is_empty() => &text.en,
        _ => &text.id,
    }
}

fn apart_as_json(cx: &Cx, apart: &Apart) -> Value {
    let answers = apart.answers.iter();
    let answers: Vec<Value> =
        answers.map(|(code, answer)| json!({"code": code, "label": said(cx, answer)})).collect();
    json!({"question": said(cx, &apart.question), "answers": answers})
}

fn parents_as_json(parents: &[(String, String)]) -> Value {
    parents.iter().map(|(code, title)| json!({"code": code, "title": title})).collect()
}

/// A code without dots and spaces; the letter of a category in front of digits is no part of it.
fn plain(code: &str) -> String {
    let code: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    let code = code.to_ascii_uppercase();
    match code.as_bytes() {
        [first, second, ..] if first.is_ascii_alphabetic() && second.is_ascii_digit() => {
            code[1..].to_owned()
        }
        _ => code,
    }
}

/// The text without signs that move the cursor or turn the direction of writing.
fn printable(text: &str) -> String {
    let turns = |sign: char| matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    text.chars().filter(|sign| !sign.is_control() && !turns(*sign)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_written() {
        for (typed, code) in
            [("C10710", "10710"), ("56.101", "56101"), ("i", "I"), ("47 242", "47242"), ("", "")]
        {
            assert_eq!(plain(typed), code, "{typed}");
        }
    }

    #[test]
    fn a_place_names_the_category_and_the_nearest_heading() {
        let hit = KbliHit {
            code: "01140".into(),
            edition: NOW,
            title: "Pertanian Tebu".into(),
            category: 'A',
            why: String::new(),
        };
        let parent = |code: &str, title: &str| (code.to_owned(), title.to_owned());
        let parents = [
            parent("A", "Pertanian"),
            parent("011", "Pertanian Tanaman Semusim"),
            parent("0114", "Pertanian Tebu"),
        ];
        assert_eq!(place(&hit, &parents), "A Pertanian › 011 Pertanian Tanaman Semusim");
        assert_eq!(place(&hit, &[]), "A");
    }

    #[test]
    fn signs_that_move_the_cursor_are_not_printed() {
        assert_eq!(printable("a\u{1b}[2Jb\u{202e}c"), "a[2Jbc");
    }
}
