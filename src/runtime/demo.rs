//! A throw-away office with invented applicants in every state, for trying things out.
//!
//! Lives in a temporary folder that is removed when the program ends. Never touches real data.

use super::{Keeping, Packs, keep, keep_records, notice_of};
use crate::app::{Env, Notice};
use crate::base::packed::{APPLICANTS, unbundle};
use crate::case::Minter;
use crate::case::import::{DraftFile, import_case};
use crate::ident::Level;
use crate::office::{Entry, Record};
use crate::store::{Kdf, NewOffice, Store, StoreError};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The passphrase of the demo office, for its screen lock.
pub const PASSPHRASE: &str = "coba-coba";

/// A new temporary folder.
pub fn folder() -> Result<TempDir, Notice> {
    tempfile::Builder::new()
        .prefix("loket-demo-")
        .tempdir()
        .map_err(|error| notice_of(&StoreError::from(error)))
}

/// An office in `data` without applicants, with the packs of `own` and, over them, the pack in `from`
/// and those beside it.
pub fn for_preview(
    data: &Path,
    own: &Path,
    from: Option<&Path>,
    env: Env,
) -> Result<Store, Notice> {
    let mut folders: Vec<(PathBuf, PathBuf)> = super::pack_folders(own)
        .into_iter()
        .zip(super::pack_folders(data))
        .map(|((_, from), (_, to))| (from, to))
        .collect();
    if let Some(from) = from.and_then(|from| fs::canonicalize(from).ok()) {
        let (_, last) = super::pack_folders(data)[1].clone();
        folders.extend(from.parent().map(|beside| (beside.to_owned(), last)));
    }
    for (from, to) in folders {
        for pack in super::read_folder(&from) {
            let folder = to.join(&pack.id);
            fs::create_dir_all(&folder).map_err(|error| notice_of(&StoreError::from(error)))?;
            for source in pack.sources {
                let name = source.name.rsplit('/').next().unwrap_or_default();
                fs::write(folder.join(name), source.text.as_bytes())
                    .map_err(|error| notice_of(&StoreError::from(error)))?;
            }
        }
    }
    office(data, env)
}

fn office(data: &Path, env: Env) -> Result<Store, Notice> {
    let told = |error: StoreError| notice_of(&error);
    let office = NewOffice {
        office: "DPMPTSP Kota Contoh",
        counter: "Loket 2",
        officer: "Rina",
        passphrase: PASSPHRASE,
        kdf: Kdf::fast_for_tests(),
    };
    let (store, _) = Store::create(data, &office, env.now_ms).map_err(told)?;
    Ok(store)
}

/// Creates the office in `data` and brings its applicants in.
pub fn fill(data: &Path, env: Env) -> Result<Store, Notice> {
    let told = |error: StoreError| notice_of(&error);
    let mut store = office(data, env)?;
    let mut packs = Packs::new(data);
    let mut minter = Minter::new(super::seed());
    let applicants = APPLICANTS.text("all").ok_or_else(broken)?;
    let files: Vec<_> = unbundle(&applicants).collect();
    // Oldest first, as the log wants it.
    for (number, (_, text)) in files.into_iter().enumerate().rev() {
        // One came this morning, one yesterday, one the day before: the queues look like a week.
        let at_ms = env.now_ms - (number as i64) * 19 * 3_600_000 - 240_000;
        for draft in DraftFile::read(text).map_err(|_| broken())? {
            let today = env.day_of(at_ms);
            let form = packs.form(&draft.pack, today)?;
            let (case, events, summary, tags) =
                import_case(&form, &draft, &mut minter, "Rina", at_ms, today)
                    .map_err(|_| broken())?;
            let keeping = Keeping { summary: &summary, tags: &tags, fields: &[], now_ms: at_ms };
            keep(&mut store, case, &events, &keeping).map_err(told)?;
        }
    }
    // OSS was gone this morning: whoever waits for it is to be called.
    let (began, until_ms) = (env.now_ms - 5 * 3_600_000, env.now_ms - 70 * 60_000);
    let id = minter.event();
    let record = |id, at_ms, entry| Record { id, at_ms, by: String::new(), entry };
    let down = Entry::OutageBegan {
        system: "oss".into(),
        symptom: String::new(),
        since_ms: began,
        auto: true,
        why: "http-502".into(),
    };
    let back = Entry::OutageEnded { outage: id, until_ms, auto: true, known_ms: None };
    let records = [record(id, began, down), record(minter.event(), until_ms, back)];
    keep_records(&mut store, &records, &[]).map_err(told)?;
    Ok(store)
}

fn broken() -> Notice {
    Notice::new(Level::Salah, "app-demo-broken")
}
