//! Proving that the file is whole: chain, seals, SQLite's own integrity.
//!
//! Reads only, and names what is damaged instead of stopping at the first.

use super::Store;
use super::damage::{Damage, DamageKind, Part};
use super::error::StoreError;
use super::ids::{CaseId, Origin};
use super::keys::{self, Keys, SlotId};
use super::log::{self, Tip};
use super::rows;
use super::seal;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet};

/// What was looked at, and what is damaged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VerifyReport {
    /// Events looked at.
    pub events: u64,
    /// Cases they belong to.
    pub cases: u64,
    /// Journal rows looked at.
    pub journals: u64,
    /// Summaries looked at.
    pub summaries: u64,
    /// Everything that is damaged; empty when all is whole.
    pub damages: Vec<Damage>,
}

impl VerifyReport {
    /// Whether nothing is damaged.
    pub fn is_whole(&self) -> bool {
        self.damages.is_empty()
    }
}

/// Proves the whole file, on one snapshot of it, also while another program writes.
///
/// Every row is read and every seal opened: about 5 us a row. Errors: the disk; damage is no error.
pub fn verify(store: &Store) -> Result<VerifyReport, StoreError> {
    let snapshot = store.conn.unchecked_transaction()?;
    let mut report = VerifyReport::default();
    check_pages(&snapshot, &mut report)?;
    let tips = check_log(&snapshot, Some(&store.keys), &mut report)?;
    check_heads(&snapshot, &store.keys, &tips, &mut report)?;
    check_rows(&snapshot, store, &mut report)?;
    check_slots(&snapshot, &store.keys, &mut report)?;
    Ok(report)
}

/// What can be proved without any key: SQLite's integrity, and that the chain holds together.
pub(super) fn verify_locked(conn: &Connection) -> Result<VerifyReport, StoreError> {
    let mut report = VerifyReport::default();
    check_pages(conn, &mut report)?;
    check_log(conn, None, &mut report)?;
    Ok(report)
}

fn check_pages(conn: &Connection, report: &mut VerifyReport) -> Result<(), StoreError> {
    each(conn, "PRAGMA integrity_check", report, |row, report| {
        if row.get_ref(0).ok().and_then(|said| said.as_str().ok()) != Some("ok") {
            report.damages.push(Damage::new(Part::File, DamageKind::Pages));
        }
    })?;
    // One line for all pages: the count of SQLite's complaints says nothing to anybody.
    report.damages.dedup();
    Ok(())
}

fn check_log(
    conn: &Connection,
    keys: Option<&Keys>,
    report: &mut VerifyReport,
) -> Result<BTreeMap<Origin, Tip>, StoreError> {
    let mut tips: BTreeMap<Origin, Tip> = BTreeMap::new();
    let mut cases = BTreeSet::new();
    let sql = "SELECT origin, seq, id, case_id, hlc, sealed, prev_hash, hash FROM event
               ORDER BY origin, seq";
    each(conn, sql, report, |row, report| {
        report.events += 1;
        let case = row.get(3).ok().map(CaseId);
        cases.extend(case);
        let damage = |kind| Damage::new(Part::Event, kind).of_case(case);
        let (Some(clear), Ok(sealed), Ok(prev_hash), Ok(hash)) = (
            log::clear_columns(row),
            row.get::<_, Vec<u8>>(5),
            row.get::<_, [u8; 32]>(6),
            row.get::<_, [u8; 32]>(7),
        ) else {
            // Its number still counts, so that one damaged row is not also reported as a gap.
            let mut found = damage(DamageKind::Shape);
            if let (Ok(origin), Ok(seq)) = (row.get(0).map(Origin), row.get::<_, i64>(1)) {
                found = found.at(origin, seq as u64);
                let hash = row.get(7).unwrap_or_default();
                tips.insert(origin, Tip { seq: seq as u64, hlc: 0, hash });
            }
            report.damages.push(found);
            return;
        };
        let (origin, seq, id, case, hlc) = clear;
        let damage = |kind| damage(kind).at(origin, seq);
        let before = tips.get(&origin).copied().unwrap_or_default();
        if seq != before.seq + 1 {
            report.damages.push(damage(DamageKind::Gap));
        } else if prev_hash != before.hash {
            report.damages.push(damage(DamageKind::Chain));
        }
        let clear = seal::clear_of_event(origin, seq, id, case, hlc);
        if seal::hash_of_event(&prev_hash, &clear, &sealed) != hash {
            report.damages.push(damage(DamageKind::Hash));
        }
        if keys.is_some_and(|keys| seal::open(&keys.events, &clear, &sealed).is_none()) {
            report.damages.push(damage(DamageKind::Seal));
        }
        tips.insert(origin, Tip { seq, hlc, hash });
    })?;
    report.cases = cases.len() as u64;
    Ok(tips)
}

fn check_heads(
    conn: &Connection,
    keys: &Keys,
    tips: &BTreeMap<Origin, Tip>,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    let mut seen = BTreeSet::new();
    each(conn, "SELECT origin, sealed FROM head", report, |row, report| {
        let (Ok(origin), Ok(sealed)) = (row.get(0).map(Origin), row.get::<_, Vec<u8>>(1)) else {
            report.damages.push(Damage::new(Part::Head, DamageKind::Shape));
            return;
        };
        seen.insert(origin);
        let tip = tips.get(&origin).copied().unwrap_or_default();
        let kind = match log::open_head(keys, origin, &sealed) {
            None => Some(DamageKind::Seal),
            Some(head) if head.seq > tip.seq => Some(DamageKind::Cut),
            Some(head) if (head.seq, head.hash) != (tip.seq, tip.hash) => Some(DamageKind::Chain),
            Some(_) => None,
        };
        report.damages.extend(kind.map(|kind| Damage::new(Part::Head, kind).at(origin, tip.seq)));
    })?;
    for (origin, tip) in tips {
        if !seen.contains(origin) {
            report.damages.push(Damage::new(Part::Head, DamageKind::Gap).at(*origin, tip.seq));
        }
    }
    Ok(())
}

fn check_rows(
    conn: &Connection,
    store: &Store,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    let keys = &store.keys;
    each(conn, "SELECT case_id, field_tag, sealed FROM journal", report, |row, report| {
        report.journals += 1;
        let case = row.get(0).ok().map(CaseId);
        let kind = match (case, row.get(1), row.get::<_, Vec<u8>>(2)) {
            (Some(case), Ok(tag), Ok(sealed)) => {
                rows::open_journal(keys, case, tag, &sealed).is_none().then_some(DamageKind::Seal)
            }
            _ => Some(DamageKind::Shape),
        };
        report.damages.extend(kind.map(|kind| Damage::new(Part::Journal, kind).of_case(case)));
    })?;
    each(conn, "SELECT case_id, sealed FROM summary", report, |row, report| {
        report.summaries += 1;
        let case = row.get(0).ok().map(CaseId);
        let kind = match (case, row.get::<_, Vec<u8>>(1)) {
            (Some(case), Ok(sealed)) => {
                seal::open(&keys.summary, &seal::clear_of(b'S', case.0), &sealed)
                    .is_none()
                    .then_some(DamageKind::Seal)
            }
            _ => Some(DamageKind::Shape),
        };
        report.damages.extend(kind.map(|kind| Damage::new(Part::Summary, kind).of_case(case)));
    })?;
    each(conn, "SELECT sealed FROM place", report, |_, report| {
        if store.place().is_none() {
            report.damages.push(Damage::new(Part::Place, DamageKind::Seal));
        }
    })
}

fn check_slots(
    conn: &Connection,
    keys: &Keys,
    report: &mut VerifyReport,
) -> Result<(), StoreError> {
    each(conn, "SELECT id, wrapped, label FROM slot", report, |row, report| {
        let kind = match (row.get::<_, SlotId>(0), row.get::<_, Vec<u8>>(1), row.get(2)) {
            (Ok(id), Ok(wrapped), Ok(label)) => {
                let label: Vec<u8> = label;
                seal::open(&keys.slots, &keys::clear_of_label(&id, &wrapped), &label)
                    .is_none()
                    .then_some(DamageKind::Seal)
            }
            _ => Some(DamageKind::Shape),
        };
        report.damages.extend(kind.map(|kind| Damage::new(Part::Slot, kind)));
    })
}

/// Calls `with` for each row; pages that cannot be read any more are a damage, not an error.
fn each(
    conn: &Connection,
    sql: &str,
    report: &mut VerifyReport,
    mut with: impl FnMut(&Row<'_>, &mut VerifyReport),
) -> Result<(), StoreError> {
    let mut walk = || {
        let mut statement = conn.prepare(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            with(row, report);
        }
        Ok::<_, rusqlite::Error>(())
    };
    match walk().map_err(StoreError::from) {
        Err(StoreError::Corrupt) => {
            report.damages.push(Damage::new(Part::File, DamageKind::Pages));
            Ok(())
        }
        other => other,
    }
}
