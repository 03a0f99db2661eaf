//! The lists of `pack.toml`: pages of OSS, regulations, choices.
//!
//! Reads them; which of a pack and its base wins is [`super::inherit`].

use super::head::check_name;
use super::tree::{At, Bag, Need, Tab, Word, Written};
use super::{Basis, Choice, ChoiceList, OssPage};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

pub(super) const PAGE: [&str; 2] = ["name", "title"];
pub(super) const BASIS: [&str; 3] = ["name", "from", "until"];

/// Complains of names that are there twice; `true` for a new name.
fn is_new(seen: &mut BTreeMap<String, At>, word: &Word, what: &str, bag: &mut Bag) -> bool {
    if seen.contains_key(&word.text) {
        bag.error(&word.at, format!("{what} `{}` is there twice", word.text), "second time here");
        return false;
    }
    seen.insert(word.text.clone(), word.at.clone());
    true
}

pub(super) fn oss_pages(tab: &Tab<'_>, bag: &mut Bag) -> Vec<OssPage> {
    let mut seen = BTreeMap::new();
    let mut pages = Vec::new();
    for (span, table) in tab.tables("oss_page", bag) {
        let page = Tab::new(tab.file, table, span, "an `[[oss_page]]`", &PAGE, bag);
        let title = page.text("title", Need::Must, Written::PerLanguage, bag);
        let Some(name) = page.must_string("name", bag) else { continue };
        if is_new(&mut seen, &name, "page", bag) {
            pages.push(OssPage { name: name.text, title });
        }
    }
    pages
}

pub(super) fn basis(tab: &Tab<'_>, today: jiff::civil::Date, bag: &mut Bag) -> Vec<Basis> {
    let mut all = Vec::new();
    for (span, table) in tab.tables("basis", bag) {
        let one = Tab::new(tab.file, table, span, "a `[[basis]]`", &BASIS, bag);
        let Some(name) = one.must_string("name", bag) else { continue };
        let from = one.date("from", bag).map(|(date, _)| date);
        let until = until(&one, from, today, &format!("`{}`", name.text), bag);
        all.push(Basis { name: name.text, from, until });
    }
    all
}

pub(super) fn choice_lists(tab: &Tab<'_>, bag: &mut Bag) -> Vec<ChoiceList> {
    let Some((at, value)) = tab.value("choices") else { return Vec::new() };
    let DeValue::Table(lists) = value else {
        bag.error(&at, "`choices` is not a table", "write `[[choices.NAME]]`, one table a choice");
        return Vec::new();
    };
    let lists = Tab { file: tab.file, table: lists, at: at.span, called: "`choices`".to_owned() };
    let mut all = Vec::new();
    for key in lists.table.keys() {
        let name: &str = key.get_ref();
        let mut choices = Vec::new();
        let mut seen = BTreeMap::new();
        for (span, table) in lists.tables(name, bag) {
            if let Some(choice) = choice((tab.file, name), span, table, &mut seen, bag) {
                choices.push(choice);
            }
        }
        all.push(ChoiceList { name: name.to_owned(), choices });
    }
    all
}

fn choice(
    (file, list): (usize, &str),
    span: Range<usize>,
    table: &DeTable<'_>,
    seen: &mut BTreeMap<String, At>,
    bag: &mut Bag,
) -> Option<Choice> {
    // Any further key is a column, so every key is allowed here.
    let keys: Vec<&str> = table.keys().map(|key| key.get_ref().as_ref()).collect();
    let tab = Tab::new(file, table, span, format!("a choice of `{list}`"), &keys, bag);
    let label = tab.text("label", Need::Must, Written::PerLanguage, bag);
    let code = tab.string("code", bag).map(|word| word.text);
    let mut columns = Vec::new();
    for key in keys.iter().filter(|key| !["name", "label", "code"].contains(key)) {
        if let Some(word) = tab.string(key, bag) {
            columns.push(((*key).to_owned(), word.text));
        }
    }
    let name = tab.must_string("name", bag)?;
    check_name(&name, bag);
    is_new(seen, &name, "choice", bag).then_some(Choice { name: name.text, label, code, columns })
}

/// The last day something holds. `what` names it in messages.
pub(super) fn until(
    tab: &Tab<'_>,
    from: Option<jiff::civil::Date>,
    today: jiff::civil::Date,
    what: &str,
    bag: &mut Bag,
) -> Option<jiff::civil::Date> {
    let (until, at) = tab.date("until", bag)?;
    if from.is_some_and(|from| from > until) {
        bag.error(&at, format!("{what} ends before it begins"), "");
    } else if until < today {
        bag.warning(&at, format!("{what} has held only until {until}"), "what replaced it?");
    }
    Some(until)
}
