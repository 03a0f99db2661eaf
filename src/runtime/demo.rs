//! A throw-away office with invented applicants in every state, for trying things out.
//!
//! Lives in a temporary folder that is removed when the program ends. Never touches real data.

use super::{Packs, notice_of};
use crate::app::{Env, Notice};
use crate::case::import::{DraftFile, import_case};
use crate::case::{Body, Event, Minter, Summary};
use crate::ident::Level;
use crate::store::{Append, Kdf, NewOffice, Store, StoreError};
use include_dir::{Dir, include_dir};
use std::path::Path;
use tempfile::TempDir;

static APPLICANTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/fixtures/applicants");

/// The passphrase of the demo office, for its screen lock.
pub const PASSPHRASE: &str = "coba-coba";

/// A new temporary folder.
pub fn folder() -> Result<TempDir, Notice> {
    tempfile::Builder::new()
        .prefix("loket-demo-")
        .tempdir()
        .map_err(|error| notice_of(&StoreError::from(error)))
}

/// Creates the office in `data` and brings its applicants in.
pub fn fill(data: &Path, env: Env) -> Result<Store, Notice> {
    let told = |error: StoreError| notice_of(&error);
    let office = NewOffice {
        office: "DPMPTSP Kota Contoh",
        counter: "Loket 2",
        officer: "Rina",
        passphrase: PASSPHRASE,
        kdf: Kdf::fast_for_tests(),
    };
    let (mut store, _) = Store::create(data, &office, env.now_ms).map_err(told)?;
    let mut packs = Packs::new(data);
    let mut minter = Minter::new(super::seed());
    let mut files: Vec<_> = APPLICANTS.files().collect();
    files.sort_by_key(|file| file.path());
    // Oldest first, as the log wants it.
    for (number, file) in files.into_iter().enumerate().rev() {
        // One came this morning, one yesterday, one the day before: the queues look like a week.
        let at_ms = env.now_ms - (number as i64) * 19 * 3_600_000 - 240_000;
        let text = file.contents_utf8().ok_or_else(broken)?;
        for draft in DraftFile::read(text).map_err(|_| broken())? {
            let today = env.day_of(at_ms);
            let form = packs.form(&draft.pack, today)?;
            let (case, events, summary, tags) =
                import_case(&form, &draft, &mut minter, "Rina", at_ms, today)
                    .map_err(|_| broken())?;
            append(&mut store, case, &events, &summary, &tags).map_err(told)?;
        }
    }
    Ok(store)
}

fn broken() -> Notice {
    Notice::new(Level::Salah, "app-demo-broken")
}

fn append(
    store: &mut Store,
    case: crate::case::CaseId,
    events: &[Event],
    summary: &Summary,
    tags: &[(u8, String)],
) -> Result<(), StoreError> {
    debug_assert!(matches!(events.first().map(|event| &event.body), Some(Body::Opened { .. })));
    let payloads: Vec<Vec<u8>> = events.iter().map(Event::to_payload).collect();
    let ids: Vec<_> = events.iter().map(|event| event.id).collect();
    let summary = serde_json::to_vec(summary).expect("strings and numbers have a JSON form");
    let now_ms = events.last().map_or(0, |event| event.at_ms);
    let with =
        Append { now_ms, summary: Some(&summary), clear_journal: &[], tags, ids: Some(&ids) };
    store.append(case, &payloads, with).map(|_| ())
}
