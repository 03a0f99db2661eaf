//! Performs effects: the store, the packs, the files. Decides nothing; every answer is a message, and the
//! moment comes in with each effect. Threads begin with the first effect that needs them.

use super::keep::{Keeping, keep, keep_records, office_typing, records};
use super::light::Lookout;
use super::packs::Packs;
use super::print::{Printing, in_data};
use super::worker::Worker;
use super::{Incoming, staff, to_bytes};
use crate::app::outage::OutageMonth;
use crate::app::printing::Print;
use crate::app::{
    Effect, Env, KeptCase, LoadedCase, Msg, NewOffice, Notice, OutageFile, Place, Private, Typing,
    Unlocked,
};
use crate::case::{Body, Case, CaseId, Event, Summary};
use crate::form;
use crate::ident::Level;
use crate::office;
use crate::report::outage;
use crate::store::{self, Access, Damage, Kdf, Locked, RecoveryKey, Store, StoreError};
use crate::text::{Catalog, Lang};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};

/// The log is tidied once it is larger than this, bytes: about a thousand keys.
const TIDY_ABOVE: u64 = 4 << 20;

/// Everything effects are performed with.
pub struct Desk {
    data: PathBuf,
    kdf: Kdf,
    packs: Packs,
    locked: Option<Locked>,
    store: Option<Store>,
    worker: Option<Worker>,
    /// OSS is looked at once the office is open.
    pub(super) looks_out: bool,
    lookout: Option<Lookout>,
    answers: Sender<Incoming>,
    lang: Lang,
    /// The last events could not be written.
    is_behind: bool,
    printing: Option<Printing>,
}

/// What the program tells of an error of the store.
pub fn notice_of(error: &StoreError) -> Notice {
    error
        .args()
        .into_iter()
        .fold(Notice::new(Level::Salah, error.key()), |notice, (name, value)| {
            notice.with(name, value)
        })
}

impl Desk {
    pub(super) fn new(data: PathBuf, kdf: Kdf, lang: Lang, answers: Sender<Incoming>) -> Self {
        let packs = Packs::new(&data);
        Self {
            data,
            kdf,
            packs,
            locked: None,
            store: None,
            worker: None,
            printing: None,
            looks_out: false,
            lookout: None,
            answers,
            lang,
            is_behind: false,
        }
    }

    /// A desk without a loop: what its threads would say is heard by nobody, and OSS is not looked at.
    pub fn alone(data: &Path, kdf: Kdf, lang: Lang) -> Self {
        Self::new(data.to_owned(), kdf, lang, channel().0)
    }

    /// The data folder.
    pub(super) fn data(&self) -> &Path {
        &self.data
    }

    /// The open office, for looking into it.
    pub fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// The packs of this counter.
    pub fn packs(&mut self) -> &mut Packs {
        &mut self.packs
    }

    /// Where messages from elsewhere go.
    pub(super) fn answers(&self) -> Sender<Incoming> {
        self.answers.clone()
    }

    /// Opens the data folder for this start. Errors: as for [`Locked::open`].
    pub fn open(&mut self, access: Access) -> Result<&Locked, StoreError> {
        Ok(self.locked.insert(Locked::open(&self.data, access)?))
    }

    /// Performs one effect and answers at once where there is an answer. Effects of the terminal
    /// (copying, reading aloud, leaving) are the loop's.
    pub fn perform(&mut self, effect: Effect, env: &Env) -> Option<Msg> {
        match effect {
            Effect::Journal { case, field, typing } => {
                let bytes = to_bytes(&typing);
                let done = self.writing(|store| store.journal_put(case, &field, &bytes));
                refused(done, || Effect::Journal { case, field, typing })
            }
            Effect::Append { case, events, summary, fields, tags } => {
                let done = self.append(case, &events, &summary, &fields, &tags, env);
                self.is_behind = done.is_err();
                refused(done, || Effect::Append { case, events, summary, fields, tags })
            }
            Effect::Record { records, fields } => {
                let names: Vec<&str> = fields.iter().map(String::as_str).collect();
                let done = self.writing(|store| keep_records(store, &records, &names));
                refused(done, || Effect::Record { records, fields })
            }
            Effect::LoadReference => Some(Msg::ReferenceLoaded(self.packs.reference())),
            Effect::Place(place) => {
                let bytes = to_bytes(&place);
                let done = self.writing(|store| store.place_put(&bytes));
                refused(done, || Effect::Place(place))
            }
            Effect::Barrier { ticket } => match self.worker() {
                Ok(Some(worker)) => {
                    worker.sync(ticket);
                    None
                }
                Ok(None) => Some(Msg::Synced { ticket }),
                Err(error) => Some(Msg::SyncFailed(notice_of(&error))),
            },
            Effect::Housekeep => {
                // Without a thread the log grows, and the next start tidies it.
                if let Ok(Some(worker)) = self.worker() {
                    worker.tidy();
                }
                // Nobody types: the time to say that a list of the office could not be read.
                self.packs.reference_notice().map(Msg::Told)
            }
            Effect::Create(new) => Some(self.create(&new, env)),
            Effect::AddOfficer(new) => Some(match self.add_officer(&new, env) {
                Ok(msg) => msg,
                Err(error) => Msg::UnlockFailed(notice_of(&error)),
            }),
            Effect::Unlock(secret) => Some(self.unlock(&secret, env)),
            Effect::OpenReadOnly => match self.open(Access::ReadOnly) {
                Ok(_) => None,
                Err(error) => Some(Msg::UnlockFailed(notice_of(&error))),
            },
            Effect::CheckPassphrase(_) | Effect::Staff(_) => {
                let stretcher = self.store.as_ref()?.stretcher();
                if staff::has_passphrase(&effect) {
                    staff::begin(stretcher, effect, self.answers.clone());
                    return None;
                }
                self.staff(staff::stretch(stretcher, &effect))
            }
            Effect::LoadCase(case) => Some(self.load(case, env).unwrap_or_else(Msg::LoadFailed)),
            Effect::LoadForm(id) => Some(match self.packs.form(&id, env.today()) {
                Ok(form) => Msg::FormLoaded(form),
                Err(notice) => Msg::LoadFailed(notice),
            }),
            Effect::FindSame { case, kind, value } => {
                let found = self.store.as_ref().map(|store| store.find(kind, &value.0));
                let mut others = found.unwrap_or_default();
                others.retain(|other| *other != case);
                Some(Msg::Same { case, others })
            }
            Effect::Print(print) => self.print(print),
            Effect::LoadTroubles => {
                let (troubles, notice) = self.packs.troubles();
                Some(Msg::TroublesLoaded(Arc::new(troubles), notice))
            }
            Effect::LoadTemplate => Some(match super::template(&self.data) {
                Ok(template) => Msg::TemplateLoaded(Arc::new(template)),
                Err(notice) => Msg::Told(notice),
            }),
            Effect::SaveOutages { table, file } => Some(Msg::Told(self.save_outages(&table, file))),
            Effect::Language(lang) => {
                self.lang = lang;
                None
            }
            Effect::Copy(_)
            | Effect::CopyTidings { .. }
            | Effect::ForgetCopied
            | Effect::Say(_)
            | Effect::Hush
            | Effect::Quit => None,
        }
    }

    /// Prints on a thread of its own. A paper whose number could not be written is not printed: the next
    /// one would get the same.
    fn print(&mut self, print: Box<Print>) -> Option<Msg> {
        if self.is_behind && !print.number.is_empty() {
            return Some(print.failed(Notice::new(Level::Salah, "print-unnumbered")));
        }
        if self.printing.is_none() {
            let barrier = self.store.as_ref()?.barrier();
            match Printing::start(&self.data, barrier, self.answers.clone()) {
                Ok(printing) => self.printing = Some(printing),
                Err(error) => return Some(print.failed(notice_of(&StoreError::from(error)))),
            }
        }
        if let Some(printing) = &self.printing {
            printing.print(print, self.lang);
        }
        None
    }

    /// The worker that waits for the disk; nothing where nothing is written. Errors: no room for a thread.
    fn worker(&mut self) -> Result<Option<&Worker>, StoreError> {
        if self.worker.is_none()
            && let Some(store) = self.store.as_ref().filter(|store| store.access() == Access::Write)
        {
            let (tidy, rescue) = (store.housekeeper(TIDY_ABOVE), store.housekeeper(0));
            let answers = self.answers.clone();
            self.worker =
                Some(Worker::start(store.barrier(), tidy, rescue, answers, self.data.clone())?);
        }
        Ok(self.worker.as_ref())
    }

    /// The store's part of what was begun about passphrases and officers.
    pub fn staff(&mut self, errand: Result<staff::Errand, StoreError>) -> Option<Msg> {
        self.store.as_mut().map(|store| staff::run(store, errand))
    }

    fn writing(
        &mut self,
        write: impl FnOnce(&mut Store) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.store.as_mut().map_or(Err(StoreError::Missing), write)
    }

    fn append(
        &mut self,
        case: CaseId,
        events: &[Event],
        summary: &Summary,
        fields: &[String],
        tags: &[(u8, Private)],
        env: &Env,
    ) -> Result<(), StoreError> {
        let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
        let tags: Vec<(u8, String)> =
            tags.iter().map(|(kind, value)| (*kind, value.0.clone())).collect();
        let keeping = Keeping { summary, tags: &tags, fields: &fields, now_ms: env.now_ms };
        self.writing(|store| keep(store, case, events, &keeping))
    }

    fn create(&mut self, new: &NewOffice, env: &Env) -> Msg {
        let office = store::NewOffice {
            office: &new.office,
            counter: &new.counter,
            officer: &new.officer,
            passphrase: &new.passphrase.0,
            kdf: self.kdf,
        };
        match Store::create(&self.data, &office, env.now_ms) {
            Ok((store, recovery)) => self.unlocked(store, Some(&recovery), env),
            Err(error) => Msg::UnlockFailed(notice_of(&error)),
        }
    }

    fn unlock(&mut self, secret: &Private, env: &Env) -> Msg {
        let Some(locked) = self.locked.take() else {
            return Msg::UnlockFailed(notice_of(&StoreError::Missing));
        };
        let by_recovery = looks_like_recovery(&secret.0);
        let opened = if by_recovery {
            locked.unlock_with_recovery(&secret.0)
        } else {
            locked.unlock(&secret.0)
        };
        match opened {
            Ok(store) if by_recovery && store.access() == Access::Write => {
                let (office, counter) = (store.office().to_owned(), store.counter().to_owned());
                self.store = Some(store);
                Msg::Recovered { office, counter }
            }
            Ok(store) => self.unlocked(store, None, env),
            Err((locked, error)) => {
                self.locked = Some(locked);
                Msg::UnlockFailed(notice_of(&error))
            }
        }
    }

    /// The used recovery key is replaced with the same step that gives the officer a passphrase.
    fn add_officer(&mut self, new: &NewOffice, env: &Env) -> Result<Msg, StoreError> {
        let mut store = self.store.take().ok_or(StoreError::Missing)?;
        let added = store.add_officer(&new.officer, &new.passphrase.0);
        if let Err(error) = added {
            self.store = Some(store);
            return Err(error);
        }
        let recovery = store.renew_recovery()?;
        // The writer's lock goes with the store; opened again, it knows who is at the counter.
        drop(store);
        self.open(Access::Write)?;
        let Some(locked) = self.locked.take() else { return Err(StoreError::Missing) };
        let store = locked.unlock(&new.passphrase.0).map_err(|(_, error)| error)?;
        Ok(self.unlocked(store, Some(&recovery), env))
    }

    /// Takes an open store over and tells the program what is in it.
    pub(super) fn unlocked(
        &mut self,
        store: Store,
        recovery: Option<&RecoveryKey>,
        env: &Env,
    ) -> Msg {
        match self.take_over(store, recovery, env) {
            Ok(unlocked) => Msg::Unlocked(Box::new(unlocked)),
            Err(error) => Msg::UnlockFailed(notice_of(&error)),
        }
    }

    fn take_over(
        &mut self,
        store: Store,
        recovery: Option<&RecoveryKey>,
        env: &Env,
    ) -> Result<Unlocked, StoreError> {
        let (mut summaries, damages) =
            store.summaries_as(|case, bytes| Some((case, Summary::read(bytes)?)))?;
        let mut notices = Vec::new();
        let (packs, broken) = self.packs.titles();
        notices.extend(broken);
        let (services, broken) = self.packs.services(&packs);
        notices.extend(broken);
        let (hours, problems) = super::office_hours(&self.data);
        if let Some(first) = problems.first() {
            let notice = Notice::new(Level::Salah, "app-settings-broken").with("problem", first);
            notices.push(notice);
        }
        let read_only = store.access() == Access::ReadOnly;
        // That of a store that was open before syncs another handle.
        self.worker = None;
        if self.looks_out && self.lookout.is_none() {
            // A PC without room for a thread works on without the lamp.
            self.lookout = Lookout::start(self.data.clone(), self.answers.clone()).ok();
        }
        if let Some(behind) = store.clock_behind(env.now_ms) {
            let minutes = (behind / 60_000).to_string();
            notices.push(Notice::new(Level::Salah, "app-clock-behind").with("minutes", minutes));
        }
        let place = store.place().and_then(|bytes| serde_json::from_slice::<Place>(&bytes).ok());
        let (officer, office, counter) =
            (store.officer().to_owned(), store.office().to_owned(), store.counter().to_owned());
        let records = records(&store)?;
        let typing = office_typing(&store)?;
        self.store = Some(store);
        if !damages.is_empty() {
            summaries = self.rebuild(summaries, env)?;
            let count = damages.len().to_string();
            notices.push(Notice::new(Level::Salah, "app-damaged").with("count", count));
        }
        Ok(Unlocked {
            officer: Private(officer),
            office,
            counter,
            hours,
            read_only,
            recovery_key: recovery.map(|key| Private(key.text().to_string())),
            summaries,
            place,
            packs,
            services,
            records,
            typing,
            notices,
        })
    }

    /// Cases whose summary is damaged are folded from their events: none disappears from the lists.
    fn rebuild(
        &mut self,
        mut known: Vec<(CaseId, Summary)>,
        env: &Env,
    ) -> Result<Vec<(CaseId, Summary)>, StoreError> {
        let today = env.today();
        let all = self.store.as_ref().map_or(Ok(Vec::new()), Store::cases)?;
        for case in all {
            if case == office::LOG || known.iter().any(|(other, _)| *other == case) {
                continue;
            }
            match self.load(case, env) {
                Ok(Msg::CaseLoaded(loaded)) => {
                    let mut folded = Case::fold(case, loaded.events);
                    if let Some(moved) = folded.moved_to(&loaded.form.pack, today) {
                        folded.see_as(&moved);
                    }
                    let derived = form::evaluate(&loaded.form, &folded.answers, today);
                    known.push((case, Summary::of(&folded, &loaded.form.pack, &derived)));
                }
                // Without its questions a case is still somebody's.
                Ok(Msg::CaseKept(kept)) => {
                    known.push((case, Summary::bare(&Case::fold(case, kept.events))));
                }
                _ => {}
            }
        }
        Ok(known)
    }

    /// The case with the form it is filled with, or as it is stored where that form is not here.
    fn load(&mut self, case: CaseId, env: &Env) -> Result<Msg, Notice> {
        let store = self.store.as_ref().ok_or_else(|| notice_of(&StoreError::Missing))?;
        let told = |error: StoreError| notice_of(&error);
        let (stored, mut damages) = store.events(case).map_err(told)?;
        let (rows, more) = store.journals(case).map_err(told)?;
        damages.extend(more);
        let events: Vec<Event> = stored
            .into_iter()
            .filter_map(|stored| Event::from_payload(stored.id, stored.at_ms, &stored.payload).ok())
            .collect();
        let journals: Vec<(String, Typing)> = rows
            .into_iter()
            .filter_map(|(field, bytes)| Some((field, serde_json::from_slice(&bytes).ok()?)))
            .collect();
        let (pack, version) = filled_with(&events);
        let pack = if pack.is_empty() { self.likely_pack(&events, env) } else { pack };
        let form = match self.packs.form(&pack, env.today()) {
            Ok(form) if version <= form.pack.version => form,
            found => {
                let key = match &found {
                    Ok(_) => "migrate-newer",
                    Err(notice) if notice.key == "app-pack-missing" => "migrate-missing",
                    Err(_) => "migrate-broken",
                };
                let here =
                    found.map_or_else(|_| String::new(), |form| form.pack.version.to_string());
                let notice = Notice::new(Level::Periksa, key)
                    .with("pack", pack)
                    .with("version", version.to_string())
                    .with("here", here);
                let kept = KeptCase { id: case, events, journals, notice };
                return Ok(Msg::CaseKept(Box::new(kept)));
            }
        };
        let lost = damages.iter().filter(|damage: &&Damage| damage.case == Some(case)).count();
        let loaded = LoadedCase { id: case, events, journals, damaged: lost, form };
        Ok(Msg::CaseLoaded(Box::new(loaded)))
    }

    /// When the first event of a case is damaged its pack is unknown. The one that asks most of what was
    /// answered is a fair guess; answers without a question are kept and shown.
    fn likely_pack(&mut self, events: &[Event], env: &Env) -> String {
        let answered: Vec<form::Path> = events
            .iter()
            .filter_map(|event| match &event.body {
                Body::Answered { path, .. } => Some(form::Path::new(path.clone())),
                _ => None,
            })
            .collect();
        let (titles, _) = self.packs.titles();
        let today = env.today();
        let mut fits = |id: &str| {
            let Ok(opened) = self.packs.form(id, today) else { return 0 };
            let asks = |path: &&form::Path| opened.pack.find_question(path.name()).is_some();
            answered.iter().filter(asks).count()
        };
        let mut best = (0, String::new());
        for title in titles {
            let count = fits(&title.id);
            if count > best.0 || best.1.is_empty() {
                best = (count, title.id);
            }
        }
        best.1
    }

    /// A newer table takes the place of the older one of the same month.
    fn save_outages(&self, table: &OutageMonth, file: OutageFile) -> Notice {
        let words = Catalog::built_in(self.lang);
        let (end, bytes) = match file {
            OutageFile::Csv => ("csv", outage::csv(table, &words).into_bytes()),
            OutageFile::Xlsx => ("xlsx", outage::xlsx(table, &words)),
        };
        let name = format!("gangguan-{}.{end}", table.name());
        self.save_file(&name, &bytes, "app-outages-saved")
    }

    fn save_file(&self, name: &str, bytes: &[u8], told: &'static str) -> Notice {
        let folder = self.data.join("cetak");
        let write = |()| std::fs::write(folder.join(name), bytes);
        let saved = std::fs::create_dir_all(&folder).and_then(write);
        match saved {
            Ok(()) => Notice::info(told).with("file", in_data(name).display().to_string()),
            Err(error) => notice_of(&StoreError::from(error)),
        }
    }
}

/// The pack a case was filled with last, and its version; nothing and 0 when that is damaged.
fn filled_with(events: &[Event]) -> (String, u32) {
    let (mut pack, mut version) = (String::new(), 0);
    for event in events {
        match &event.body {
            Body::Opened { pack: opened, version: first, .. } => {
                pack.clone_from(opened);
                version = version.max(*first);
            }
            Body::Migrated { to, .. } => version = version.max(*to),
            _ => {}
        }
    }
    (pack, version)
}

fn refused(done: Result<(), StoreError>, effect: impl FnOnce() -> Effect) -> Option<Msg> {
    done.err().map(|error| Msg::Refused { effect: Box::new(effect()), notice: notice_of(&error) })
}

/// A recovery key has seven groups; no passphrase anybody types all day does.
fn looks_like_recovery(text: &str) -> bool {
    RecoveryKey::parse(text).is_ok() || text.split('-').filter(|part| part.len() == 4).count() >= 6
}
