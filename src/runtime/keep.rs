//! How the events of a case reach the store: one transaction with its summary and numbers.

use crate::case::{CaseId, Event, Summary};
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
    let summary = super::to_bytes(keeping.summary);
    let with = Append {
        now_ms: keeping.now_ms,
        summary: Some(&summary),
        clear_journal: keeping.fields,
        tags: keeping.tags,
        ids: Some(&ids),
    };
    store.append(case, &payloads, with).map(|_| ())
}
