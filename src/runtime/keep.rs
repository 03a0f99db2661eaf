//! How the events of a case, and the records of the office, reach the store: one transaction each.

use crate::app::Typing;
use crate::case::{CaseId, Event, Summary};
use crate::office::{self, Record};
use crate::store::{Append, Store, StoreError};

/// What goes with the events.
pub struct Keeping<'a> {
    /// How the case looks in lists now.
    pub summary: &'a Summary,
    /// Numbers that find it again: kind and value.
    pub tags: &'a [(u8, String)],
    /// Journal fields that have become events.
    pub fields: &'a [&'a str],
    /// The wall clock, ms since 1970.
    pub now_ms: i64,
}

/// Appends events to a case, all or none. Errors: as for [`Store::append`].
pub fn keep(
    store: &mut Store,
    case: CaseId,
    events: &[Event],
    keeping: &Keeping<'_>,
) -> Result<(), StoreError> {
    let payloads: Vec<Vec<u8>> = events.iter().map(Event::to_payload).collect();
    let ids: Vec<_> = events.iter().map(|event| event.id).collect();
    let summary = keeping.summary.to_bytes();
    let with = Append {
        now_ms: keeping.now_ms,
        summary: Some(&summary),
        clear_journal: keeping.fields,
        tags: keeping.tags,
        ids: Some(&ids),
    };
    store.append(case, &payloads, with).map(|_| ())
}

/// Appends to the office's log and forgets the journal of these fields, all or none. Errors: as for
/// [`Store::append`].
pub fn keep_records(
    store: &mut Store,
    records: &[Record],
    fields: &[&str],
) -> Result<(), StoreError> {
    let payloads: Vec<Vec<u8>> = records.iter().map(Record::to_payload).collect();
    let ids: Vec<_> = records.iter().map(|record| record.id).collect();
    let now_ms = records.last().map_or(0, |record| record.at_ms);
    let with = Append { now_ms, summary: None, clear_journal: fields, tags: &[], ids: Some(&ids) };
    store.append(office::LOG, &payloads, with).map(|_| ())
}

/// The office's log as it is stored; damaged records are missing. Errors: the disk.
pub fn records(store: &Store) -> Result<Vec<Record>, StoreError> {
    let (stored, _) = store.events(office::LOG)?;
    let read = |stored: &crate::store::StoredEvent| {
        Record::from_payload(stored.id, stored.at_ms, &stored.payload).ok()
    };
    Ok(stored.iter().filter_map(read).collect())
}

/// What was being typed that belongs to no case, by field; damaged rows are missing. Errors: the disk.
pub fn office_typing(store: &Store) -> Result<Vec<(String, Typing)>, StoreError> {
    let (rows, _) = store.journals(office::LOG)?;
    let read =
        |(field, bytes): (String, Vec<u8>)| Some((field, serde_json::from_slice(&bytes).ok()?));
    Ok(rows.into_iter().filter_map(read).collect())
}
