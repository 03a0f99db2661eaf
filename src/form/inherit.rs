//! A pack on its base: what it does not say is taken from there.
//!
//! Works on what was read; reads nothing and knows no files but by number.

use super::head::PackFile;
use super::tree::Bag;
use super::{Basis, ChoiceList, OssPage};
use std::collections::HashMap;

impl PackFile {
    /// This pack, with what only `base` says.
    pub(super) fn on(self, base: Self) -> Self {
        let mut blocked_by = base.blocked_by;
        // One pack may be named under several conditions: the pack's own words replace all of them.
        blocked_by.retain(|one| self.blocked_by.iter().all(|own| own.pack != one.pack));
        blocked_by.extend(self.blocked_by);
        Self {
            kbli_edition: self.kbli_edition.or(base.kbli_edition),
            oss: self.oss.or(base.oss),
            sections: self.sections.or(base.sections),
            subject: self.subject.or(base.subject),
            activity: self.activity.or(base.activity),
            identifiers: self.identifiers.or(base.identifiers),
            number: self.number.or(base.number),
            oss_pages: added(base.oss_pages, self.oss_pages),
            basis: added(base.basis, self.basis),
            choice_lists: added(base.choice_lists, self.choice_lists),
            blocked_by,
            teach_back: self.teach_back.or(base.teach_back),
            ..self
        }
    }

    /// Names what neither the pack nor its bases say.
    pub(super) fn complete(&self, bag: &mut Bag) {
        if self.is_abstract {
            return;
        }
        let said = [
            ("kbli_edition", self.kbli_edition.is_some()),
            ("sections", self.sections.is_some()),
            ("subject", self.subject.is_some()),
        ];
        for (key, _) in said.into_iter().filter(|(_, said)| !said) {
            bag.error(&self.here, format!("the pack has no `{key}`"), "");
        }
    }
}

/// What a list is found again by.
trait Named {
    fn name(&self) -> &str;
}

impl Named for OssPage {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Basis {
    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for ChoiceList {
    fn name(&self) -> &str {
        &self.name
    }
}

/// The base's in their order, own ones of the same name in their place, further own ones after them.
fn added<T: Named>(mut base: Vec<T>, own: Vec<T>) -> Vec<T> {
    if base.is_empty() {
        return own;
    }
    let places: HashMap<String, usize> =
        base.iter().enumerate().map(|(at, one)| (one.name().to_owned(), at)).collect();
    for one in own {
        match places.get(one.name()) {
            Some(at) => base[*at] = one,
            None => base.push(one),
        }
    }
    base
}
