//! One answer cut into several: between words, at a sign, or by expressions.

use super::{Attention, Work};
use crate::form::analyse::Reach;
use crate::form::datum::Datum;
use crate::form::expression;
use crate::form::functions::{ENV, TODAY};
use crate::form::migration::{Cut, TEXT};
use crate::form::{Answer, Expr, Path};
use crate::text::Text;
use cel::common::types::CelString;
use cel::common::value::CowVal;
use cel::context::VariableResolver;
use std::collections::BTreeSet;

impl Work<'_> {
    pub(super) fn split(&mut self, label: &Text, path: &Path, to: &[String], by: &Cut) {
        let Some(answer) = self.answers.values.get(path).cloned() else { return };
        let parts = self.parts(&answer.raw, to.len(), by);
        let targets: Vec<Path> = to.iter().map(|name| self.target(path.scope(), name)).collect();
        let Some(first) = parts.iter().position(|part| !part.is_empty()) else {
            return self.set_aside(label, path, Attention::Uncut);
        };
        let free = targets
            .iter()
            .zip(&parts)
            .all(|(target, part)| part.is_empty() || target == path || self.is_vacant(target));
        if !free || to.iter().collect::<BTreeSet<_>>().len() < to.len() {
            return self.set_aside(label, path, Attention::Occupied);
        }
        let whole = squeezed(&parts.concat()) == squeezed(&answer.raw);
        let full = parts.iter().all(|part| !part.is_empty());
        self.answers.values.remove(path);
        let mut now = Vec::new();
        for (at, (target, part)) in targets.into_iter().zip(parts).enumerate() {
            if part.is_empty() {
                continue;
            }
            let mut new = Answer { raw: part, ..Answer::default() };
            if at == first {
                (new.note, new.reason) = (answer.note.clone(), answer.reason.clone());
            }
            self.answers.values.insert(target.clone(), new);
            now.push(target);
        }
        let raw = answer.raw.clone();
        if !whole {
            // Something of it is in none of the parts: the whole stays too.
            let name = path.name();
            let taken = self.pack.names.contains_key(name) || self.later.contains(&name);
            let aside = if taken || now.contains(path) { self.beside(path) } else { path.clone() };
            self.answers.values.insert(aside.clone(), answer);
            now.push(aside);
        }
        let attention = (!whole || !full).then_some(Attention::Uncut);
        self.tell(label, std::slice::from_ref(path), &now, &raw, attention);
    }

    fn parts(&self, raw: &str, count: usize, by: &Cut) -> Vec<String> {
        let mut parts: Vec<String> = match by {
            Cut::Separator(mark) => {
                raw.splitn(count, mark.as_str()).map(|part| part.trim().to_owned()).collect()
            }
            Cut::Words => {
                let mut rest = raw.trim();
                let mut parts = Vec::new();
                while parts.len() + 1 < count
                    && let Some((word, after)) = rest.split_once(char::is_whitespace)
                {
                    parts.push(word.to_owned());
                    rest = after.trim_start();
                }
                parts.push(rest.to_owned());
                parts
            }
            Cut::Cel(all) => all.iter().map(|one| self.part(one, raw)).collect(),
        };
        parts.resize(count, String::new());
        parts
    }

    fn part(&self, expr: &Expr, raw: &str) -> String {
        let reach = Reach { pack: self.pack, around: Vec::new(), columns: vec![TEXT] };
        let (Some(compiled), _) =
            expression::compile(&expr.source, &reach, &expression::Parses::default())
        else {
            return String::new();
        };
        let sight = Sight {
            text: CelString::from(raw.to_owned()),
            today: CelString::from(self.today.to_string()),
        };
        let root = cel::Context::with_env(ENV.clone());
        let mut context = root.new_inner_scope();
        context.set_variable_resolver(&sight);
        match compiled.value(&context) {
            Datum::Null => String::new(),
            datum => datum.raw().trim().to_owned(),
        }
    }
}

/// Letters and digits alone: what a cut may not lose.
fn squeezed(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// What the expression of a part sees.
struct Sight {
    text: CelString<'static>,
    today: CelString<'static>,
}

impl VariableResolver for Sight {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        match variable {
            TEXT => Some(CowVal::Borrowed(&self.text)),
            TODAY => Some(CowVal::Borrowed(&self.today)),
            _ => None,
        }
    }
}
