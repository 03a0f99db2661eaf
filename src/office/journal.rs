//! The fold: records in, the office's outages and numbers out.
//!
//! Of one system at most one outage lasts: what a second counter or the light writes of it while it lasts
//! is the same outage, seen by one more.

use super::{Entry, Record};
use crate::case::EventId;
use std::collections::BTreeMap;

/// A time in which a system did not work.
#[derive(Clone, PartialEq, Eq)]
pub struct Outage {
    /// The record that began it.
    pub id: EventId,
    /// Which system ([`super::SYSTEMS`]).
    pub system: String,
    /// What is seen, in an officer's words; empty when only the light saw it.
    pub symptom: String,
    /// What the light found in the way when it first saw it, as a code; empty when it saw nothing.
    pub why: String,
    /// Since when, ms since 1970.
    pub since_ms: i64,
    /// Until when; nothing while it lasts.
    pub until_ms: Option<i64>,
    /// Nobody saw the end: the last moment it was known not to work; [`Outage::until_ms`] is then when it was
    /// first seen to work.
    pub known_ms: Option<i64>,
    /// Who noticed; empty when the light did.
    pub by: String,
    /// Only the light wrote of it, so the light may end it.
    pub auto: bool,
    /// The light saw it too, so the light knows when it is over.
    pub seen: bool,
}

impl std::fmt::Debug for Outage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Outage({} {}..{:?})", self.system, self.since_ms, self.until_ms)
    }
}

impl Outage {
    /// Its end, or `now_ms` while it lasts; never before its beginning.
    pub fn end(&self, now_ms: i64) -> i64 {
        self.until_ms.unwrap_or(now_ms).max(self.since_ms)
    }

    /// Until when it is known to have lasted: its end, unless nobody saw that.
    pub fn known_end(&self, now_ms: i64) -> i64 {
        let end = self.end(now_ms);
        self.known_ms.map_or(end, |known| known.clamp(self.since_ms, end))
    }

    /// How long it is known to have lasted until its end or until `now_ms`, whole minutes.
    pub fn minutes(&self, now_ms: i64) -> i64 {
        (self.known_end(now_ms) - self.since_ms) / 60_000
    }
}

/// A number given to a paper.
#[derive(Clone, PartialEq, Eq)]
pub struct Taken {
    /// Of which row of numbers.
    pub series: String,
    /// The number.
    pub number: u32,
    /// When it was taken, ms since 1970.
    pub at_ms: i64,
    /// Visit code of the case it is for.
    pub code: String,
    /// The outage that the letter is about.
    pub outage: Option<EventId>,
}

impl std::fmt::Debug for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Taken({} {})", self.series, self.number)
    }
}

/// The office's log, folded.
#[derive(Debug, Clone, Default)]
pub struct Journal {
    outages: Vec<Outage>,
    /// Where those stand that last: asked for at every frame, and at every record.
    lasting: Vec<usize>,
    /// Records that began an outage which lasted already: the outage they belong to.
    joined: BTreeMap<EventId, EventId>,
    taken: Vec<Taken>,
}

impl Journal {
    /// The journal that follows from `records`, in their order.
    pub fn fold(records: impl IntoIterator<Item = Record>) -> Self {
        let mut journal = Self::default();
        for record in records {
            journal.push(record);
        }
        journal
    }

    /// Adds one record.
    pub fn push(&mut self, record: Record) {
        match record.entry {
            Entry::OutageBegan { system, symptom, since_ms, auto, why } => self.begin(Outage {
                id: record.id,
                system,
                symptom,
                why,
                since_ms,
                until_ms: None,
                known_ms: None,
                by: record.by,
                auto,
                seen: auto,
            }),
            Entry::OutageEnded { outage, until_ms, auto, known_ms } => {
                // The first end that a light saw stands; an officer's takes the place of any.
                let found = self.place(outage);
                if let Some(at) = found.filter(|at| !auto || self.lasting.contains(at)) {
                    self.end(at, Some(until_ms));
                    self.outages[at].known_ms = known_ms;
                }
            }
            Entry::OutageCorrected { outage, since_ms, until_ms, symptom } => {
                if let Some(at) = self.place(outage) {
                    let outage = &mut self.outages[at];
                    outage.since_ms = since_ms;
                    if until_ms.is_some() {
                        outage.known_ms = None;
                    }
                    if let Some(symptom) = symptom {
                        outage.symptom = symptom;
                    }
                    let until_ms = until_ms.or(outage.until_ms);
                    self.end(at, until_ms);
                }
            }
            Entry::NumberTaken { series, number, code, outage } => {
                self.taken.push(Taken { series, number, at_ms: record.at_ms, code, outage });
            }
            // Who may open the counter is the store's to know; here it is only written down.
            Entry::OfficerAdded { .. }
            | Entry::OfficerRemoved { .. }
            | Entry::PassphraseChanged {}
            | Entry::Unknown => {}
        }
    }

    fn begin(&mut self, new: Outage) {
        let same = |at: &&usize| self.outages[**at].system == new.system;
        let Some(at) = self.lasting.iter().find(same).copied() else {
            self.lasting.push(self.outages.len());
            return self.outages.push(new);
        };
        let open = &mut self.outages[at];
        open.since_ms = open.since_ms.min(new.since_ms);
        open.seen |= new.seen;
        // What a person says of it counts more than what the light does.
        if !new.symptom.is_empty() && (open.symptom.is_empty() || open.auto && !new.auto) {
            open.symptom = new.symptom;
        }
        // A light sees a reason and later another one: the first is what it began with.
        if open.why.is_empty() {
            open.why = new.why;
        }
        open.auto &= new.auto;
        if open.by.is_empty() {
            open.by = new.by;
        }
        self.joined.insert(new.id, open.id);
    }

    /// Sets the end of an outage; a clock set back does not make it end before it began.
    fn end(&mut self, at: usize, until_ms: Option<i64>) {
        let outage = &mut self.outages[at];
        outage.until_ms = until_ms.map(|until| until.max(outage.since_ms));
        if outage.until_ms.is_some() {
            self.lasting.retain(|other| *other != at);
        }
    }

    /// Where the outage stands; the last ones are asked for most.
    fn place(&self, id: EventId) -> Option<usize> {
        let id = self.joined.get(&id).copied().unwrap_or(id);
        self.outages.iter().rposition(|one| one.id == id)
    }

    /// The outage that a record began, or that it belongs to.
    pub fn find(&self, id: EventId) -> Option<&Outage> {
        self.place(id).map(|at| &self.outages[at])
    }

    /// All outages, in the order in which they were written down.
    pub fn outages(&self) -> &[Outage] {
        &self.outages
    }

    /// Outages that last.
    pub fn open(&self) -> impl Iterator<Item = &Outage> {
        self.lasting.iter().map(|at| &self.outages[*at])
    }

    /// The outage of `system` that lasts; there is at most one.
    pub fn open_of(&self, system: &str) -> Option<&Outage> {
        self.open().find(|outage| outage.system == system)
    }

    /// The next number of a row of numbers, from 1.
    pub fn next_number(&self, series: &str) -> u32 {
        let of = self.taken.iter().filter(|taken| taken.series == series);
        of.map(|taken| taken.number).max().map_or(1, |last| last.saturating_add(1))
    }

    /// The number that a letter about this outage for this case has already, taken then or later.
    pub fn taken_for(&self, code: &str, outage: EventId, from_ms: i64) -> Option<&Taken> {
        let outage = self.find(outage).map(|one| one.id);
        self.taken.iter().find(|taken| {
            let of = taken.outage.and_then(|id| self.find(id)).map(|one| one.id);
            taken.code == code && of.is_some() && of == outage && taken.at_ms >= from_ms
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: u8, entry: Entry) -> Record {
        Record { id: EventId([id; 16]), at_ms: 0, by: "Rina".into(), entry }
    }

    fn began(id: u8, system: &str, since_ms: i64) -> Record {
        let (system, symptom) = (system.to_owned(), String::new());
        record(
            id,
            Entry::OutageBegan { system, symptom, since_ms, auto: false, why: String::new() },
        )
    }

    fn ended(id: u8, outage: u8, until_ms: i64) -> Record {
        let outage = EventId([outage; 16]);
        record(id, Entry::OutageEnded { outage, until_ms, auto: false, known_ms: None })
    }

    #[test]
    fn an_outage_lasts_until_its_end_is_written() {
        let mut journal = Journal::fold([began(1, "oss", 60_000)]);
        assert_eq!(journal.open().count(), 1);
        assert_eq!(journal.outages()[0].minutes(240_000), 3);
        journal.push(ended(2, 1, 180_000));
        assert_eq!(journal.open_of("oss"), None);
        assert_eq!(journal.outages()[0].until_ms, Some(180_000));
        assert_eq!(journal.outages()[0].minutes(9_000_000), 2);
    }

    #[test]
    fn an_end_before_the_beginning_is_no_time_at_all() {
        let journal = Journal::fold([began(1, "oss", 600_000), ended(2, 1, 0)]);
        assert_eq!(journal.outages()[0].minutes(0), 0);
        assert_eq!(journal.outages()[0].until_ms, Some(600_000));
    }

    #[test]
    fn numbers_go_up_and_never_come_back() {
        let taken = |id, number| {
            let (series, code) = ("surat-2026".to_owned(), String::new());
            record(id, Entry::NumberTaken { series, number, code, outage: None })
        };
        // Two counters may have taken the same one; the next is after both.
        let journal = Journal::fold([taken(1, 1), taken(2, 2), taken(3, 2)]);
        assert_eq!(journal.next_number("surat-2026"), 3);
        assert_eq!(journal.next_number("surat-2027"), 1);
    }

    fn by_light(id: u8, system: &str, since_ms: i64) -> Record {
        let (system, symptom, why) = (system.to_owned(), String::new(), "timeout".to_owned());
        let entry = Entry::OutageBegan { system, symptom, since_ms, auto: true, why };
        Record { by: String::new(), ..record(id, entry) }
    }

    #[test]
    fn two_counters_and_a_light_that_see_one_outage_write_of_one() {
        let mut journal = Journal::fold([by_light(1, "oss", 60_000), began(2, "oss", 30_000)]);
        journal.push(by_light(3, "oss", 70_000));
        assert_eq!(journal.outages().len(), 1);
        let one = &journal.outages()[0];
        assert_eq!((one.since_ms, one.by.as_str()), (30_000, "Rina"));
        assert!(one.seen && !one.auto, "an officer stands behind it now");
        // The second counter ends it by the name it knows it by.
        journal.push(ended(4, 3, 90_000));
        assert_eq!(journal.outages()[0].until_ms, Some(90_000));
        assert_eq!(journal.open().count(), 0);
    }

    #[test]
    fn an_end_seen_by_a_second_light_changes_nothing_but_an_officers_does() {
        let seen = |id, until_ms| {
            let outage = EventId([1; 16]);
            record(id, Entry::OutageEnded { outage, until_ms, auto: true, known_ms: None })
        };
        let mut journal = Journal::fold([by_light(1, "oss", 0), seen(2, 60_000), seen(3, 90_000)]);
        assert_eq!(journal.outages()[0].until_ms, Some(60_000));
        journal.push(ended(4, 1, 45_000));
        assert_eq!(journal.outages()[0].until_ms, Some(45_000));
    }

    #[test]
    fn a_correction_sets_the_times_and_keeps_what_it_does_not_name() {
        let right = |since_ms, until_ms| {
            let outage = EventId([1; 16]);
            record(9, Entry::OutageCorrected { outage, since_ms, until_ms, symptom: None })
        };
        let mut journal = Journal::fold([began(1, "oss", 60_000), right(30_000, None)]);
        assert_eq!(journal.outages()[0].until_ms, None);
        journal.push(ended(2, 1, 120_000));
        journal.push(right(0, None));
        assert_eq!(journal.outages()[0].minutes(0), 2);
        journal.push(right(90_000, Some(60_000)));
        assert_eq!(journal.outages()[0].until_ms, Some(90_000), "never before it began");
    }

    #[test]
    fn an_end_nobody_saw_counts_what_is_known_until_an_officer_says_more() {
        let outage = EventId([1; 16]);
        let (until_ms, known_ms) = (600_000, Some(180_000));
        let unseen = Entry::OutageEnded { outage, until_ms, auto: true, known_ms };
        let mut journal = Journal::fold([by_light(1, "oss", 60_000), record(2, unseen)]);
        let one = &journal.outages()[0];
        assert_eq!((one.until_ms, one.minutes(0), one.end(0)), (Some(600_000), 2, 600_000));
        let said = |until_ms, symptom: Option<&str>| {
            let symptom = symptom.map(str::to_owned);
            record(3, Entry::OutageCorrected { outage, since_ms: 0, until_ms, symptom })
        };
        journal.push(said(None, Some("pemeliharaan")));
        let one = &journal.outages()[0];
        assert_eq!((one.symptom.as_str(), one.minutes(0)), ("pemeliharaan", 3), "the end stays");
        journal.push(said(Some(300_000), None));
        let one = &journal.outages()[0];
        assert_eq!((one.symptom.as_str(), one.minutes(0)), ("pemeliharaan", 5));
    }

    #[test]
    fn what_the_light_first_saw_stays_beside_what_an_officer_says() {
        let began = |id, why: &str, symptom: &str| {
            let auto = symptom.is_empty();
            let (system, symptom, why) = ("oss".to_owned(), symptom.to_owned(), why.to_owned());
            record(id, Entry::OutageBegan { system, symptom, since_ms: 0, auto, why })
        };
        let words = began(2, "", "pemeliharaan");
        let journal = Journal::fold([began(1, "timeout", ""), words, began(3, "http-502", "")]);
        let one = &journal.outages()[0];
        assert_eq!((one.why.as_str(), one.symptom.as_str()), ("timeout", "pemeliharaan"));
    }

    #[test]
    fn a_case_and_an_outage_keep_their_number() {
        let outage = EventId([1; 16]);
        let number = Entry::NumberTaken {
            series: "surat-2026".into(),
            number: 4,
            code: "KUDA-472-M".into(),
            outage: Some(outage),
        };
        let journal = Journal::fold([began(1, "oss", 0), record(2, number)]);
        let of = |code| journal.taken_for(code, outage, i64::MIN).map(|taken| taken.number);
        assert_eq!((of("KUDA-472-M"), of("SAPI-100-K")), (Some(4), None));
        assert_eq!(journal.taken_for("KUDA-472-M", EventId([9; 16]), i64::MIN), None);
        assert_eq!(journal.next_number("surat-2026"), 5);
    }

    proptest::proptest! {
        #[test]
        fn there_is_never_more_than_one_open_outage_of_a_system_and_none_ends_before_it_began(
            steps in proptest::collection::vec((0..5u8, 0..3usize, 0..12u8, -50..50i64), 0..60)
        ) {
            let mut journal = Journal::default();
            for (at, (what, system, of, ms)) in steps.into_iter().enumerate() {
                let outage = EventId([of; 16]);
                let entry = match what {
                    0 | 1 => Entry::OutageBegan {
                        system: super::super::SYSTEMS[system].into(),
                        symptom: String::new(),
                        since_ms: ms,
                        auto: what == 0,
                        why: String::new(),
                    },
                    2 | 3 => {
                        let known_ms = (ms > 0).then_some(ms - 7);
                        Entry::OutageEnded { outage, until_ms: ms, auto: what == 2, known_ms }
                    }
                    _ => {
                        let until_ms = Some(ms - 5);
                        Entry::OutageCorrected { outage, since_ms: ms, until_ms, symptom: None }
                    }
                };
                journal.push(record(at as u8, entry));
                for system in super::super::SYSTEMS {
                    let open = journal.open().filter(|one| one.system == system).count();
                    proptest::prop_assert!(open <= 1);
                }
                let lasting = journal.outages().iter().filter(|one| one.until_ms.is_none());
                proptest::prop_assert_eq!(journal.open().count(), lasting.count());
                let right = |one: &Outage| {
                    one.until_ms.is_none_or(|until| until >= one.since_ms) && one.minutes(0) >= 0
                };
                proptest::prop_assert!(journal.outages().iter().all(right));
            }
        }
    }
}
