//! The little of XML that a spreadsheet needs: beginnings and ends of elements, and the text between.
//!
//! Names without their prefix; entities and CDATA read; comments, instructions and types passed over.
//! Never expands an entity of the document's own, so nothing grows.

use std::borrow::Cow;

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Xml<'a> {
    /// `<name attributes>`; of `<name/>` an [`Xml::End`] follows.
    Begin(&'a str, &'a str),
    /// `</name>`.
    End(&'a str),
    /// Text between.
    Text(Cow<'a, str>),
}

/// Reads a document from its beginning; ends where it can be read no further.
pub(crate) struct Reader<'a> {
    rest: &'a str,
    closing: Option<&'a str>,
}

impl<'a> Reader<'a> {
    pub(crate) const fn new(text: &'a str) -> Self {
        Self { rest: text, closing: None }
    }
}

impl<'a> Iterator for Reader<'a> {
    type Item = Xml<'a>;

    fn next(&mut self) -> Option<Xml<'a>> {
        if let Some(name) = self.closing.take() {
            return Some(Xml::End(name));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let Some(tag) = self.rest.strip_prefix('<') else {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Xml::Text(unescape(text)));
            };
            let passed = |ending: &str, from: usize| {
                tag.get(from..)?.find(ending).map(|at| (at + from, from + at + ending.len()))
            };
            if let Some(inside) = tag.strip_prefix("![CDATA[") {
                let (_, after) = passed("]]>", 8)?;
                self.rest = &tag[after..];
                return Some(Xml::Text(Cow::Borrowed(&inside[..after - 11])));
            }
            if tag.starts_with("!--") {
                self.rest = &tag[passed("-->", 3)?.1..];
                continue;
            }
            if tag.starts_with(['?', '!']) {
                self.rest = &tag[passed(">", 0)?.1..];
                continue;
            }
            let (end, after) = end_of_tag(tag)?;
            self.rest = &tag[after..];
            let inside = &tag[..end];
            if let Some(name) = inside.strip_prefix('/') {
                return Some(Xml::End(local(name.trim())));
            }
            let (inside, closed) = match inside.strip_suffix('/') {
                Some(inside) => (inside, true),
                None => (inside, false),
            };
            let split =
                inside.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(inside.len());
            let (name, attributes) = inside.split_at(split);
            let name = local(name);
            self.closing = closed.then_some(name);
            return Some(Xml::Begin(name, attributes));
        }
    }
}

/// Where a tag ends and where what follows it begins: a `>` in quotes does not end it.
fn end_of_tag(tag: &str) -> Option<(usize, usize)> {
    let mut quote = None;
    for (at, sign) in tag.bytes().enumerate() {
        match (quote, sign) {
            (None, b'>') => return Some((at, at + 1)),
            (None, b'"' | b'\'') => quote = Some(sign),
            (Some(open), _) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// An attribute by its name without prefix.
pub(crate) fn attribute<'a>(attributes: &'a str, wanted: &str) -> Option<Cow<'a, str>> {
    let mut rest = attributes;
    loop {
        let (name, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|sign| ['"', '\''].contains(sign))?;
        let (value, next) = after[1..].split_once(quote)?;
        if local(name.trim()) == wanted {
            return Some(unescape(value));
        }
        rest = next;
    }
}

fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let sign = after.split_once(';').and_then(|(name, next)| Some((entity(name)?, next)));
        if let Some((sign, next)) = sign {
            out.push(sign);
            rest = next;
        } else {
            out.push('&');
            rest = after;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn elements_text_and_attributes_are_read() {
        let text = "<?xml version=\"1.0\"?><!-- x > y --><x:c r=\"A1\" t='s>'><v>1 &amp; &#50;</v><e/>\
            <![CDATA[<raw>]]></x:c>";
        let found: Vec<Xml<'_>> = Reader::new(text).collect();
        assert_eq!(
            found,
            [
                Xml::Begin("c", " r=\"A1\" t='s>'"),
                Xml::Begin("v", ""),
                Xml::Text("1 & 2".into()),
                Xml::End("v"),
                Xml::Begin("e", ""),
                Xml::End("e"),
                Xml::Text("<raw>".into()),
                Xml::End("c"),
            ]
        );
        assert_eq!(attribute(" r=\"A1\" x:t='s>'", "t").as_deref(), Some("s>"));
        assert_eq!(attribute(" r=\"A1\"", "t"), None);
    }

    proptest! {
        #[test]
        fn no_text_ever_stops_the_reader(text in "[<>/&;=\"'!\\[\\]a-z?-]{0,60}") {
            for event in Reader::new(&text) {
                if let Xml::Begin(_, attributes) = event {
                    attribute(attributes, "a");
                }
            }
        }
    }
}
