//! A repeat under another name: its instances and everything in them move along.

use super::Work;
use crate::form::{Path, SectionKind};
use crate::text::Text;
use std::collections::{BTreeMap, BTreeSet};

impl Work<'_> {
    /// Moves the instances of a repeat, and everything in them.
    pub(super) fn rename_repeat(&mut self, from: &str, to: &str) {
        let is_repeat = |path: &str| Path::new(path).name() == from;
        let mut lists: BTreeSet<String> =
            self.answers.instances.keys().filter(|list| is_repeat(list)).cloned().collect();
        for path in self.answers.values.keys() {
            let mut walked = String::new();
            for segment in path.scope().split('/').filter(|segment| !segment.is_empty()) {
                let name = segment.split_once('#').map_or(segment, |(name, _)| name);
                if name == from {
                    lists.insert(Path::within(&walked, name).to_string());
                }
                walked = Path::within(&walked, segment).to_string();
            }
        }
        let group = matches!(
            self.pack.find_section(to).map(|ix| &self.pack.section(ix).kind),
            Some(SectionKind::Group)
        );
        for list in lists.into_iter().filter(|_| from != to && !group) {
            let new = Path::within(Path::new(list.as_str()).scope(), to).to_string();
            self.rename_list(&list, &new);
        }
    }

    fn rename_list(&mut self, list: &str, new: &str) {
        let numbers = self.numbers(list);
        let taken = self.numbers(new);
        let mut next = numbers.iter().chain(&taken).max().copied().unwrap_or(0);
        let mut renamed: BTreeMap<String, String> = BTreeMap::new();
        let mut fresh: BTreeMap<u32, u32> = BTreeMap::new();
        for number in numbers {
            let mut other = number;
            if taken.contains(&number) {
                next = next.saturating_add(1);
                other = next;
            }
            fresh.insert(number, other);
            renamed.insert(format!("{list}#{number}"), format!("{new}#{other}"));
        }
        let live = self.answers.instances.remove(list).unwrap_or_default();
        let live = live.iter().filter_map(|number| fresh.get(number));
        self.answers.instances.entry(new.to_owned()).or_default().extend(live);
        let moved = |path: &str| {
            let slash = path.strip_prefix(list)?.find('/')?;
            let (end, rest) = path.split_at(list.len() + slash);
            renamed.get(end).map(|new| format!("{new}{rest}"))
        };
        let all = std::mem::take(&mut self.answers.instances);
        self.answers.instances =
            all.into_iter().map(|(path, live)| (moved(&path).unwrap_or(path), live)).collect();
        let all = std::mem::take(&mut self.answers.values);
        let mut told = Vec::new();
        for (path, answer) in all {
            match moved(path.as_str()).map(Path::new) {
                Some(to) => {
                    told.push((path, to.clone(), answer.raw.clone()));
                    self.answers.values.insert(to, answer);
                }
                None => _ = self.answers.values.insert(path, answer),
            }
        }
        for (from, to, raw) in told {
            self.tell(&Text::default(), &[from], &[to], &raw, None);
        }
    }

    /// Every number a repeat ever gave, as far as the answers tell.
    fn numbers(&self, list: &str) -> BTreeSet<u32> {
        let live = self.answers.instances(list).iter().copied();
        let paths = self.answers.values.keys().map(Path::as_str);
        let paths = paths.chain(self.answers.instances.keys().map(String::as_str));
        let inside = paths.filter_map(|path| {
            let rest = path.strip_prefix(list)?.strip_prefix('#')?;
            rest.split('/').next()?.parse().ok()
        });
        inside.chain(live).collect()
    }
}
