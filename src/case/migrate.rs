//! A case of an earlier version of its pack: its answers moved along, as events or in memory only.
//!
//! What was written is never changed: moving adds events after it.

use super::{Body, Case, Lifecycle};
use crate::form::{Answer, Answers, Moved, Pack, Path, migrate};
use jiff::civil::Date;
use std::collections::BTreeSet;

impl Case {
    /// Whether the case was filled with a later version of `pack` than this one: then its questions are
    /// not those of `pack`, and it must not be shown as if they were.
    pub fn is_newer_than(&self, pack: &Pack) -> bool {
        self.pack_version > pack.version
    }

    /// The answers moved to the version that `pack` is; `None` when they are of that version already, or
    /// of a later one, or when nobody knows which.
    pub fn moved_to(&self, pack: &Pack, today: Date) -> Option<Moved> {
        let known = self.pack == pack.id && self.pack_version > 0;
        (known && self.pack_version < pack.version)
            .then(|| migrate(pack, &self.answers, self.pack_version, today))
    }

    /// The events that record `moved`, `Migrated` last. All of them belong into one transaction.
    pub fn events_of(&self, moved: &Moved) -> Vec<Body> {
        let mut bodies = changes(&self.answers, &moved.answers, |path| self.replaced_by(path));
        bodies.push(Body::Migrated { from: moved.from, to: moved.to });
        bodies
    }

    /// Takes `moved` over in memory, recording nothing: how a finished case, or one that is only read,
    /// is seen with the form of today.
    pub fn see_as(&mut self, moved: &Moved) {
        self.answers = moved.answers.clone();
        self.pack_version = moved.to;
        self.handed = self.handed.iter().map(|path| moved.now(path)).collect();
    }

    /// Whether moved answers are recorded: only those of a draft. What was finished was finished with the
    /// questions of then.
    pub fn records_moves(&self) -> bool {
        self.lifecycle == Lifecycle::Draft
    }
}

/// What turns the answers `before` into those `after`.
fn changes(
    before: &Answers,
    after: &Answers,
    replaced: impl Fn(&Path) -> Option<super::EventId>,
) -> Vec<Body> {
    let mut bodies = Vec::new();
    let lists: BTreeSet<&String> = before.instances.keys().chain(after.instances.keys()).collect();
    for list in &lists {
        for instance in
            before.instances(list).iter().filter(|one| !after.instances(list).contains(one))
        {
            let repeat = (*list).clone();
            bodies.push(Body::InstanceRemoved { repeat, instance: *instance });
        }
    }
    for list in &lists {
        for instance in
            after.instances(list).iter().filter(|one| !before.instances(list).contains(one))
        {
            let (repeat, instance) = ((*list).clone(), *instance);
            bodies.push(Body::InstanceAdded { repeat, instance, auto: true });
        }
    }
    let paths: BTreeSet<&Path> = before.values.keys().chain(after.values.keys()).collect();
    let nothing = Answer::default();
    let mut emptied = Vec::new();
    for path in paths {
        let old = before.values.get(path).unwrap_or(&nothing);
        let new = after.values.get(path).unwrap_or(&nothing);
        if old == new {
            continue;
        }
        let body = Body::answered(path.as_str(), new, replaced(path)).by_itself();
        // New places first: a log cut short has an answer twice rather than never.
        if *new == nothing { emptied.push(body) } else { bodies.push(body) }
    }
    bodies.extend(emptied);
    bodies
}
