//! `kontak.toml`: the offices people are sent to. The built-in file knows their names; addresses are
//! the office's own affair, in a file of its own laid over it.

use super::super::Origin;
use super::super::head::check_name;
use super::super::tree::{Bag, Need, Tab, Written};
use crate::text::Text;

/// An office somebody is sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its name in trees.
    pub name: String,
    /// What people call it.
    pub title: Text,
    /// Where it is; empty until the office has written it.
    pub address: Text,
    /// When it is open; may be empty.
    pub hours: Text,
    /// Telephone; may be empty.
    pub phone: String,
    /// E-mail; may be empty.
    pub email: String,
    /// Somebody should call before relying on it: taken from one source only.
    pub unsure: bool,
    /// Whose file spoke last.
    pub origin: Origin,
}

/// Keys of a `[[contact]]`.
pub(in crate::form) const CONTACT: [&str; 7] =
    ["name", "title", "address", "hours", "phone", "email", "confidence"];

/// How sure a fact of `kontak.toml` is; what is less sure than these does not belong there.
pub(in crate::form) const SURE: [&str; 2] = ["A", "A-"];

/// Lays the contacts of one file over those there are. A later file says only what it changes.
pub(super) fn read(top: &Tab<'_>, origin: Origin, known: &mut Vec<Contact>, bag: &mut Bag) {
    for (span, table) in top.tables("contact", bag) {
        let tab = Tab::new(top.file, table, span, "a `[[contact]]`", &CONTACT, bag);
        let Some(name) = tab.must_string("name", bag) else { continue };
        check_name(&name, bag);
        let at = known.iter().position(|contact| contact.name == name.text);
        if at.is_some_and(|at| known[at].origin == origin) {
            bag.error(&name.at, format!("contact `{}` is there twice", name.text), "");
            continue;
        }
        let need = if at.is_none() { Need::Must } else { Need::Free };
        let title = tab.text("title", need, Written::PerLanguage, bag);
        let mut contact = match at {
            Some(at) => known[at].clone(),
            None => Contact {
                name: name.text,
                title: Text::default(),
                address: Text::default(),
                hours: Text::default(),
                phone: String::new(),
                email: String::new(),
                unsure: false,
                origin,
            },
        };
        contact.origin = origin;
        let address = tab.text("address", Need::Free, Written::OneIsEnough, bag);
        let hours = tab.text("hours", Need::Free, Written::OneIsEnough, bag);
        for (text, place) in [
            (title, &mut contact.title),
            (address, &mut contact.address),
            (hours, &mut contact.hours),
        ] {
            if !text.id.trim().is_empty() {
                *place = text;
            }
        }
        for (key, place) in [("phone", &mut contact.phone), ("email", &mut contact.email)] {
            if let Some(word) = tab.string(key, bag).filter(|word| !word.text.trim().is_empty()) {
                *place = word.text;
                // What the office has written itself it knows.
                contact.unsure = false;
            }
        }
        if let Some(sure) = tab.string("confidence", bag) {
            if !SURE.contains(&sure.text.as_str()) {
                let message = format!("confidence `{}` is not enough for an address", sure.text);
                bag.error(&sure.at, message, "`A` or `A-`; leave out what is less sure");
            }
            contact.unsure = sure.text != "A";
        }
        match at {
            Some(at) => known[at] = contact,
            None => known.push(contact),
        }
    }
}
