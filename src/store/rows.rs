//! The rows beside the log: journal, summaries, blind index, the officer's place.
//!
//! All of them may be replaced; none is needed to rebuild a case except what the journal holds of an
//! open question.

use super::Store;
use super::damage::{Damage, DamageKind, Part};
use super::error::StoreError;
use super::ids::CaseId;
use super::keys::Keys;
use super::seal;
use rusqlite::{Connection, OptionalExtension, Params};

/// FROZEN: a field's tag is keyed BLAKE3 (journal key) over `"field" | 0 | name`, 16 bytes.
fn field_tag(keys: &Keys, field: &str) -> [u8; 16] {
    seal::tag(&keys.journal, b"field\0", field)
}

/// FROZEN: a value's tag is keyed BLAKE3 (index key) over `kind 1 | value`, 16 bytes.
fn value_tag(keys: &Keys, kind: u8, value: &str) -> [u8; 16] {
    seal::tag(&keys.index, &[kind], value)
}

pub(super) fn put_summary(
    conn: &Connection,
    keys: &Keys,
    case: CaseId,
    bytes: &[u8],
) -> Result<(), StoreError> {
    let sealed = seal::seal(&keys.summary, &seal::clear_of(b'S', case.0), &[bytes])?;
    conn.prepare_cached("INSERT OR REPLACE INTO summary(case_id, sealed) VALUES (?1, ?2)")?
        .execute((case.0, sealed))?;
    Ok(())
}

pub(super) fn remove_journal(
    conn: &Connection,
    keys: &Keys,
    case: CaseId,
    field: &str,
) -> Result<(), StoreError> {
    conn.prepare_cached("DELETE FROM journal WHERE case_id = ?1 AND field_tag = ?2")?
        .execute((case.0, field_tag(keys, field)))?;
    Ok(())
}

pub(super) fn put_tag(
    conn: &Connection,
    keys: &Keys,
    case: CaseId,
    kind: u8,
    value: &str,
) -> Result<(), StoreError> {
    conn.prepare_cached("INSERT OR IGNORE INTO blind(tag, case_id) VALUES (?1, ?2)")?
        .execute((value_tag(keys, kind, value), case.0))?;
    Ok(())
}

/// FROZEN: a journal row is sealed `length of the name 2 LE | name | bytes`.
pub(super) fn open_journal(
    keys: &Keys,
    case: CaseId,
    tag: [u8; 16],
    sealed: &[u8],
) -> Option<(String, Vec<u8>)> {
    let content = seal::open(&keys.journal, &seal::clear_of_journal(case, tag), sealed)?;
    let (length, rest) = content.split_first_chunk::<2>()?;
    let (name, bytes) = rest.split_at_checked(usize::from(u16::from_le_bytes(*length)))?;
    Some((String::from_utf8(name.to_vec()).ok()?, bytes.to_vec()))
}

/// FROZEN: the place is bound to `'P'` and 16 zeros, not to an origin, which a restore changes.
const PLACE: [u8; 17] = [b'P', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

impl Store {
    /// Keeps what is being typed in an open question, replacing what was there. Written at every
    /// key before it is drawn: one row, no disk wait.
    ///
    /// Errors: [`StoreError::TooLarge`] for a field name over 65,535 bytes, else as for `append`.
    pub fn journal_put(
        &mut self,
        case: CaseId,
        field: &str,
        bytes: &[u8],
    ) -> Result<(), StoreError> {
        self.must_write()?;
        let length = u16::try_from(field.len()).map_err(|_| StoreError::TooLarge)?;
        let tag = field_tag(&self.keys, field);
        let sealed = seal::seal(
            &self.keys.journal,
            &seal::clear_of_journal(case, tag),
            &[&length.to_le_bytes(), field.as_bytes(), bytes],
        )?;
        self.conn
            .prepare_cached(
                "INSERT INTO journal(case_id, field_tag, sealed) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET sealed = excluded.sealed",
            )?
            .execute((case.0, tag, sealed))?;
        Ok(())
    }

    /// Forgets what was being typed in a question. Errors: as for `append`.
    pub fn journal_remove(&mut self, case: CaseId, field: &str) -> Result<(), StoreError> {
        self.must_write()?;
        remove_journal(&self.conn, &self.keys, case, field)
    }

    /// What is being typed in a case, by field, and what of it is damaged. Errors: the disk.
    #[expect(clippy::type_complexity, reason = "field and bytes, and the damages: read once")]
    pub fn journals(
        &self,
        case: CaseId,
    ) -> Result<(Vec<(String, Vec<u8>)>, Vec<Damage>), StoreError> {
        let sql = "SELECT field_tag, sealed FROM journal WHERE case_id = ?1";
        self.sealed_rows::<16, _>(sql, [case.0], |tag, sealed| {
            tag.ok_or(DamageKind::Shape)
                .and_then(|tag| open_journal(&self.keys, case, tag, sealed).ok_or(DamageKind::Seal))
                .map_err(|kind| Damage::new(Part::Journal, kind).of_case(Some(case)))
        })
    }

    /// Stores a case's summary, replacing the old one. Errors: as for `append`.
    pub fn put_summary(&mut self, case: CaseId, bytes: &[u8]) -> Result<(), StoreError> {
        self.must_write()?;
        put_summary(&self.conn, &self.keys, case, bytes)
    }

    /// All summaries, and which are damaged. Errors: the disk.
    #[expect(clippy::type_complexity, reason = "case and bytes, and the damages: read once")]
    pub fn summaries(&self) -> Result<(Vec<(CaseId, Vec<u8>)>, Vec<Damage>), StoreError> {
        self.summaries_as(|case, bytes| Some((case, bytes.to_vec())))
    }

    /// All summaries as `read` makes them of their bytes, and which are damaged; one that `read`
    /// refuses is damaged too. What lists are filled from: no more than one is held as bytes.
    ///
    /// Errors: the disk.
    pub fn summaries_as<T>(
        &self,
        read: impl Fn(CaseId, &[u8]) -> Option<T>,
    ) -> Result<(Vec<T>, Vec<Damage>), StoreError> {
        let sql = "SELECT case_id, sealed FROM summary";
        self.sealed_rows::<16, _>(sql, [], |id, sealed| {
            let case = id.map(CaseId);
            let opened = case.ok_or(DamageKind::Shape).and_then(|case| {
                let bytes = seal::open(&self.keys.summary, &seal::clear_of(b'S', case.0), sealed)
                    .ok_or(DamageKind::Seal)?;
                read(case, &bytes).ok_or(DamageKind::Shape)
            });
            opened.map_err(|kind| Damage::new(Part::Summary, kind).of_case(case))
        })
    }

    /// Remembers where the officer is. Errors: as for `append`.
    pub fn place_put(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.must_write()?;
        let sealed = seal::seal(&self.keys.journal, &PLACE, &[bytes])?;
        self.conn
            .prepare_cached("INSERT OR REPLACE INTO place(one, sealed) VALUES (1, ?1)")?
            .execute([sealed])?;
        Ok(())
    }

    /// Where the officer was, if that is known and whole. Of a damaged place nothing is lost but
    /// the place; `verify` names it.
    pub fn place(&self) -> Option<Vec<u8>> {
        let sealed: Vec<u8> = self
            .conn
            .query_row("SELECT sealed FROM place", [], |row| row.get(0))
            .optional()
            .ok()??;
        seal::open(&self.keys.journal, &PLACE, &sealed)
    }

    /// Cases that were ever tagged with this value; an answer may have changed since, so look.
    ///
    /// Values are compared byte by byte: callers normalise. A file that cannot be read finds nothing.
    pub fn find(&self, kind: u8, value: &str) -> Vec<CaseId> {
        let read = || {
            self.conn
                .prepare_cached("SELECT case_id FROM blind WHERE tag = ?1")?
                .query_map([value_tag(&self.keys, kind, value)], |row| row.get(0).map(CaseId))?
                .collect::<Result<Vec<_>, rusqlite::Error>>()
        };
        read().unwrap_or_default()
    }

    /// Walks rows of `id, sealed`; `each` gets the id if it has its length.
    fn sealed_rows<const N: usize, T>(
        &self,
        sql: &str,
        params: impl Params,
        each: impl Fn(Option<[u8; N]>, &[u8]) -> Result<T, Damage>,
    ) -> Result<(Vec<T>, Vec<Damage>), StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        let mut damages = Vec::new();
        loop {
            let row = match rows.next().map_err(StoreError::from) {
                Ok(Some(row)) => row,
                Ok(None) => break,
                // Damaged pages end the walk; what was read before stays readable.
                Err(StoreError::Corrupt) => {
                    damages.push(Damage::new(Part::File, DamageKind::Pages));
                    break;
                }
                Err(error) => return Err(error),
            };
            // A column that is no blob any more opens as little as a changed one.
            let sealed = row.get_ref(1)?.as_blob().unwrap_or_default();
            match each(row.get(0).ok(), sealed) {
                Ok(row) => found.push(row),
                Err(damage) => damages.push(damage),
            }
        }
        Ok((found, damages))
    }
}
