//! Appending events and reading them back.
//!
//! An event, once appended, is never changed. `seq` is gapless per origin; the hash chains an
//! origin's log; the hybrid logical clock never runs backwards, whatever the PC's clock does.

use super::Store;
use super::damage::{Damage, DamageKind, Part};
use super::error::StoreError;
use super::ids::{CaseId, EventId, Origin};
use super::keys::Keys;
use super::rows;
use super::seal;
use crate::base::order;
use rusqlite::{Connection, OptionalExtension, Params, Row, TransactionBehavior};
use std::fmt;

/// One event as it was appended.
#[derive(Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its id.
    pub id: EventId,
    /// The installation that appended it.
    pub origin: Origin,
    /// Its place in that installation's log, from 1, without gaps.
    pub seq: u64,
    /// Hybrid logical clock: Unix ms in the upper 48 bits, a counter in the lower 16.
    pub hlc: u64,
    /// The wall-clock part of `hlc`, Unix ms. Not before any earlier event of this counter.
    pub at_ms: i64,
    /// What the caller appended.
    pub payload: Vec<u8>,
}

impl fmt::Debug for StoredEvent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredEvent")
            .field("id", &self.id)
            .field("origin", &self.origin)
            .field("seq", &self.seq)
            .field("hlc", &self.hlc)
            .field("payload", &format_args!("{} bytes", self.payload.len()))
            .finish_non_exhaustive()
    }
}

/// What goes with an append, all in its one transaction.
#[derive(Clone, Copy, Default)]
pub struct Append<'a> {
    /// The wall clock, Unix ms.
    pub now_ms: i64,
    /// The case's new summary; `None` leaves the old one.
    pub summary: Option<&'a [u8]>,
    /// Journal fields that these events replace.
    pub clear_journal: &'a [&'a str],
    /// Kind and value (NIK, NPWP, NIB, telephone) to find the case by; only a keyed hash is stored.
    pub tags: &'a [(u8, String)],
    /// Ids for the payloads, in order; random ones where there are none.
    pub ids: Option<&'a [EventId]>,
}

impl fmt::Debug for Append<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Append")
            .field("now_ms", &self.now_ms)
            .field("has_summary", &self.summary.is_some())
            .field("tags", &self.tags.len())
            .finish_non_exhaustive()
    }
}

/// Where an origin's log ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Tip {
    pub(super) seq: u64,
    pub(super) hlc: u64,
    pub(super) hash: [u8; 32],
}

impl Tip {
    /// The end of `origin`'s log, and the newest clock of all logs in the file.
    ///
    /// The sealed head wins over a shorter log: after rows were cut off, their numbers must not be
    /// given a second time. Clocks come from heads, so that a damaged column cannot set them.
    pub(super) fn read(
        conn: &Connection,
        keys: &Keys,
        origin: Origin,
    ) -> Result<(Self, u64), StoreError> {
        let mut tip = conn
            .query_row(
                "SELECT seq, hlc, hash FROM event WHERE origin = ?1 ORDER BY seq DESC LIMIT 1",
                [origin.0],
                |row| {
                    Ok(Self {
                        seq: row.get::<_, i64>(0)?.max(0) as u64,
                        hlc: row.get::<_, i64>(1)?.max(0) as u64,
                        // A hash of another length is damage, and `verify` names it.
                        hash: row.get(2).unwrap_or_default(),
                    })
                },
            )
            .optional()?
            .unwrap_or_default();
        let mut newest = 0;
        let mut is_sealed = false;
        let mut statement = conn.prepare("SELECT origin, sealed FROM head")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (Ok(of), Ok(sealed)) = (row.get(0).map(Origin), row.get::<_, Vec<u8>>(1)) else {
                continue;
            };
            let Some(head) = open_head(keys, of, &sealed) else { continue };
            newest = newest.max(head.hlc);
            if of == origin && head.seq >= tip.seq {
                tip = head;
                is_sealed = true;
            }
        }
        Ok((tip, if is_sealed { newest } else { newest.max(tip.hlc) }))
    }

    /// FROZEN: a head is sealed `seq 8 BE | hlc 8 BE | hash 32` with the events key, bound to
    /// `'H' | origin`.
    fn seal(self, keys: &Keys, origin: Origin) -> Result<Vec<u8>, StoreError> {
        let clear = seal::clear_of(b'H', origin.0);
        let (seq, hlc) = (self.seq.to_be_bytes(), self.hlc.to_be_bytes());
        seal::seal(&keys.events, &clear, &[&seq, &hlc, &self.hash])
    }
}

pub(super) fn open_head(keys: &Keys, origin: Origin, sealed: &[u8]) -> Option<Tip> {
    let content = seal::open(&keys.events, &seal::clear_of(b'H', origin.0), sealed)?;
    let (seq, rest) = content.split_first_chunk::<8>()?;
    let (hlc, hash) = rest.split_first_chunk::<8>()?;
    Some(Tip {
        seq: u64::from_be_bytes(*seq),
        hlc: u64::from_be_bytes(*hlc),
        hash: hash.try_into().ok()?,
    })
}

/// Unix ms of a hybrid logical clock.
pub(super) const fn ms_of(hlc: u64) -> i64 {
    (hlc >> 16) as i64
}

/// The next reading: the wall clock when it is ahead, else one more than the last.
fn tick(last: u64, now_ms: i64) -> u64 {
    // The column is signed: the clock saturates in the year 6429.
    let now = (now_ms.max(0) as u64).min((1 << 47) - 1) << 16;
    now.max(last.saturating_add(1)).min(i64::MAX as u64)
}

impl Store {
    /// Appends events to a case, with everything that goes with them, in one transaction.
    ///
    /// Returns them as stored, in order. After an error nothing of it is stored.
    /// Errors: [`StoreError::ReadOnly`], [`StoreError::DiskFull`], [`StoreError::Busy`], the disk.
    pub fn append(
        &mut self,
        case: CaseId,
        payloads: &[Vec<u8>],
        opts: Append<'_>,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        self.must_write()?;
        let origin = self.about.origin;
        let transaction = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut tip = self.tip;
        let mut hlc = self.last_hlc;
        let mut stored = Vec::with_capacity(payloads.len());
        for (at, payload) in payloads.iter().enumerate() {
            hlc = tick(hlc, opts.now_ms);
            let id = match opts.ids.and_then(|ids| ids.get(at)) {
                Some(id) => *id,
                None => super::ids::random(EventId)?,
            };
            let seq = tip.seq + 1;
            let clear = seal::clear_of_event(origin, seq, id, case, hlc);
            let sealed = seal::seal(&self.keys.events, &clear, &[payload])?;
            let hash = seal::hash_of_event(&tip.hash, &clear, &sealed);
            transaction
                .prepare_cached(
                    "INSERT INTO event(origin, seq, id, case_id, hlc, sealed, prev_hash, hash)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .execute((
                    origin.0, seq as i64, id.0, case.0, hlc as i64, &sealed, tip.hash, hash,
                ))?;
            tip = Tip { seq, hlc, hash };
            stored.push(StoredEvent {
                id,
                origin,
                seq,
                hlc,
                at_ms: ms_of(hlc),
                payload: payload.clone(),
            });
        }
        if !payloads.is_empty() {
            let head = tip.seal(&self.keys, origin)?;
            transaction
                .prepare_cached("INSERT OR REPLACE INTO head(origin, sealed) VALUES (?1, ?2)")?
                .execute((origin.0, head))?;
        }
        if let Some(summary) = opts.summary {
            rows::put_summary(&transaction, &self.keys, case, summary)?;
        }
        for field in opts.clear_journal {
            rows::remove_journal(&transaction, &self.keys, case, field)?;
        }
        for (kind, value) in opts.tags {
            rows::put_tag(&transaction, &self.keys, case, *kind, value)?;
        }
        transaction.commit()?;
        self.tip = tip;
        self.last_hlc = hlc;
        Ok(stored)
    }

    /// A case's events in the order of their clocks, and what of it is damaged.
    ///
    /// A damaged event is listed and never hides the others. Errors: the disk.
    pub fn events(&self, case: CaseId) -> Result<(Vec<StoredEvent>, Vec<Damage>), StoreError> {
        let (rows, pages) =
            self.walk(EVENTS_OF_CASE, [case.0], |row| read_event(&self.keys, row))?;
        let mut events = Vec::with_capacity(rows.len());
        let mut damages = Vec::new();
        for row in rows {
            match row {
                Ok(event) => events.push(event),
                Err(damage) => damages.push(damage),
            }
        }
        order::sort_by_key(&mut events, |event| (event.hlc, event.origin, event.seq));
        damages.extend(pages.map(|damage| damage.of_case(Some(case))));
        Ok((events, damages))
    }

    /// Every case that has an event, whatever became of its summary. Errors: the disk.
    pub fn cases(&self) -> Result<Vec<CaseId>, StoreError> {
        // An id of another length is damage, and `verify` names it.
        let (rows, _) = self.walk(CASES, [], |row| row.get(0).ok().map(CaseId))?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// Reads rows of the log by the `quick` statement; where its index is damaged, by the `thorough`
    /// one, which goes through the whole table.
    ///
    /// Pages that cannot be read end the walk and are returned as a damage beside what was read.
    fn walk<T>(
        &self,
        [quick, thorough]: [&str; 2],
        params: impl Params + Copy,
        each: impl Fn(&Row<'_>) -> T,
    ) -> Result<(Vec<T>, Option<Damage>), StoreError> {
        let attempt = |sql: &str, found: &mut Vec<T>| {
            let mut statement = self.conn.prepare_cached(sql)?;
            let mut rows = statement.query(params)?;
            while let Some(row) = rows.next()? {
                found.push(each(row));
            }
            Ok::<_, rusqlite::Error>(())
        };
        let mut found = Vec::new();
        match attempt(quick, &mut found).map_err(StoreError::from) {
            Ok(()) => return Ok((found, None)),
            Err(StoreError::Corrupt) => found.clear(),
            Err(error) => return Err(error),
        }
        match attempt(thorough, &mut found).map_err(StoreError::from) {
            Ok(()) | Err(StoreError::Corrupt) => {
                Ok((found, Some(Damage::new(Part::File, DamageKind::Pages))))
            }
            Err(error) => Err(error),
        }
    }
}

// Of each pair the second reads the table itself: `+` keeps SQLite from the index by case, and a
// column that the index lacks keeps it from reading the index instead of the table.

const EVENTS_OF_CASE: [&str; 2] = [
    "SELECT origin, seq, id, case_id, hlc, sealed FROM event WHERE case_id = ?1",
    "SELECT origin, seq, id, case_id, hlc, sealed FROM event WHERE +case_id = ?1",
];

const CASES: [&str; 2] = [
    "SELECT DISTINCT case_id FROM event",
    "SELECT DISTINCT +case_id FROM event WHERE typeof(hash) <> ''",
];

/// The clear columns `origin, seq, id, case_id, hlc` of a row, if they have their shape.
pub(super) fn clear_columns(row: &Row<'_>) -> Option<(Origin, u64, EventId, CaseId, u64)> {
    Some((
        Origin(row.get(0).ok()?),
        u64::try_from(row.get::<_, i64>(1).ok()?).ok()?,
        EventId(row.get(2).ok()?),
        CaseId(row.get(3).ok()?),
        u64::try_from(row.get::<_, i64>(4).ok()?).ok()?,
    ))
}

fn read_event(keys: &Keys, row: &Row<'_>) -> Result<StoredEvent, Damage> {
    let case = row.get(3).ok().map(CaseId);
    let damage = |kind| Damage::new(Part::Event, kind).of_case(case);
    let (origin, seq, id, case, hlc) =
        clear_columns(row).ok_or_else(|| damage(DamageKind::Shape))?;
    let payload = row
        .get_ref(5)
        .ok()
        .and_then(|sealed| sealed.as_blob().ok())
        .ok_or_else(|| damage(DamageKind::Shape).at(origin, seq))
        .and_then(|sealed| {
            let clear = seal::clear_of_event(origin, seq, id, case, hlc);
            seal::open(&keys.events, &clear, sealed)
                .ok_or_else(|| damage(DamageKind::Seal).at(origin, seq))
        })?;
    Ok(StoredEvent { id, origin, seq, hlc, at_ms: ms_of(hlc), payload })
}
