//! What the runtime does with effects, on real files and without a thread: every answer comes at once,
//! unless the journey holds the disk back or fills it.

use super::{Disk, Journey};
use loket::app::{
    self, Effect, Env, Field, LoadedCase, Msg, Notice, OutageFile, Place, Private, Typing, Unlocked,
};
use loket::case::{Case, CaseId, Event, Summary};
use loket::ident::Level;
use loket::report::outage;
use loket::runtime::print::{Patience, Press};
use loket::store::{self, Access, Append, Barrier, Kdf, Locked, RecoveryKey, Store, StoreError};
use loket::text::Catalog;
use std::fs;

impl Journey {
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Journal { case, field, typing } => {
                let done =
                    self.write(|store, _| store.journal_put(case, &field, &to_bytes(&typing)));
                refused(done, || Effect::Journal { case, field, typing })
            }
            Effect::Append { case, events, summary, fields, tags } => {
                let done = self.write(|store, env| {
                    append(store, env, case, &events, &summary, &fields, &tags)
                });
                refused(done, || Effect::Append { case, events, summary, fields, tags })
            }
            Effect::Record { records, fields } => {
                let names: Vec<&str> = fields.iter().map(String::as_str).collect();
                let keep = |store: &mut Store, _: &Env| {
                    loket::runtime::keep_records(store, &records, &names)
                };
                let done = self.write(keep);
                refused(done, || Effect::Record { records, fields })
            }
            Effect::LoadReference => Some(Msg::ReferenceLoaded(self.packs.reference())),
            Effect::Place(place) => {
                let done = self.write(|store, _| store.place_put(&to_bytes(&place)));
                refused(done, || Effect::Place(place))
            }
            Effect::Barrier { ticket } => match self.disk {
                Disk::Holds => {
                    self.held.push(ticket);
                    None
                }
                _ => Some(match self.barrier.as_mut().map_or(Ok(()), Barrier::sync) {
                    Ok(()) => Msg::Synced { ticket },
                    Err(error) => Msg::SyncFailed(notice_of(&error.into())),
                }),
            },
            Effect::Housekeep => {
                let ran = self.store().housekeeper(0).run();
                ran.err().map(|error| Msg::Told(notice_of(&error)))
            }
            Effect::Create(new) => Some(self.create(&new)),
            Effect::Unlock(secret) => {
                let locked = self.locked.take().expect("there is something to unlock");
                let by_recovery = RecoveryKey::parse(&secret.0).is_ok();
                let opened = if by_recovery {
                    locked.unlock_with_recovery(&secret.0)
                } else {
                    locked.unlock(&secret.0)
                };
                Some(match opened {
                    Ok(store) if by_recovery => {
                        let (office, counter) =
                            (store.office().to_owned(), store.counter().to_owned());
                        self.store = Some(store);
                        Msg::Recovered { office, counter }
                    }
                    Ok(store) => self.unlocked(store, None),
                    Err((locked, error)) => {
                        self.locked = Some(locked);
                        Msg::UnlockFailed(notice_of(&error))
                    }
                })
            }
            Effect::AddOfficer(new) => {
                let mut store = self.store.take().expect("opened by the recovery key");
                store.add_officer(&new.officer, &new.passphrase.0).expect("it is added");
                let recovery = store.renew_recovery().expect("a new key");
                drop(store);
                let locked = Locked::open(self.folder.path(), Access::Write).expect("it opens");
                let store = locked.unlock(&new.passphrase.0).map_err(|(_, error)| error);
                Some(self.unlocked(store.expect("the new passphrase opens"), Some(&recovery)))
            }
            Effect::OpenReadOnly => {
                let open = Locked::open(self.folder.path(), Access::ReadOnly);
                self.locked = Some(open.expect("reading is always possible"));
                None
            }
            Effect::CheckPassphrase(secret) => {
                Some(Msg::PassphraseChecked(self.store().check_passphrase(&secret.0)))
            }
            Effect::LoadCase(case) => Some(Msg::CaseLoaded(Box::new(self.load(case)))),
            Effect::LoadForm(id) => {
                let form = self.packs.form(&id, self.env.today()).expect("the pack opens");
                Some(Msg::FormLoaded(form))
            }
            Effect::FindSame { case, kind, value } => {
                let mut others = self.store().find(kind, &value.0);
                others.retain(|other| *other != case);
                Some(Msg::Same { case, others })
            }
            Effect::Copy(text) => {
                self.copied.push(text.0);
                Some(Msg::Copied(self.clipboard))
            }
            Effect::ForgetCopied => {
                self.forgotten += 1;
                None
            }
            Effect::CopyTidings { tidings, link } => {
                let text = loket::report::call::message(&tidings, &self.words);
                let text = if link { loket::report::call::link(&tidings, &text) } else { text };
                self.copied.push(text);
                None
            }
            Effect::Print(print) => {
                let mut press = Press::new(self.folder.path(), Patience::default());
                let mut answer = press.print(&print, &self.words);
                let (Ok(notice) | Err(notice)) = &mut answer;
                // The folder is another one at every run; a picture must not change with it.
                for (_, value) in &mut notice.args {
                    *value = value.replace(&format!("{}/", self.folder.path().display()), "");
                }
                Some(answer.map_or_else(|notice| print.failed(notice), Msg::Printed))
            }
            Effect::LoadTroubles => {
                let (troubles, notice) = self.packs.troubles();
                Some(Msg::TroublesLoaded(std::sync::Arc::new(troubles), notice))
            }
            Effect::LoadTemplate => Some(match loket::runtime::template(self.folder.path()) {
                Ok(template) => Msg::TemplateLoaded(template.into()),
                Err(notice) => Msg::Told(notice),
            }),
            Effect::SaveOutages { table, file } => {
                let (end, bytes) = match file {
                    OutageFile::Csv => ("csv", outage::csv(&table, &self.words).into_bytes()),
                    OutageFile::Xlsx => ("xlsx", outage::xlsx(&table, &self.words)),
                };
                let name = format!("gangguan-{}.{end}", table.month.strftime("%Y-%m"));
                let folder = self.folder.path().join("cetak");
                fs::create_dir_all(&folder).expect("the folder is writable");
                fs::write(folder.join(&name), bytes).expect("the folder is writable");
                let file = format!("cetak/{name}");
                Some(Msg::Told(Notice::info("app-outages-saved").with("file", file)))
            }
            Effect::Language(lang) => {
                self.words = Catalog::built_in(lang);
                None
            }
            // Nothing speaks here.
            Effect::Say(_) | Effect::Hush => None,
            Effect::Quit => {
                self.left = true;
                None
            }
        }
    }

    fn write(
        &mut self,
        write: impl FnOnce(&mut Store, &Env) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if self.disk == Disk::Full {
            return Err(StoreError::DiskFull);
        }
        write(self.store.as_mut().expect("unlocked"), &self.env)
    }

    fn create(&mut self, new: &app::NewOffice) -> Msg {
        let office = store::NewOffice {
            office: &new.office,
            counter: &new.counter,
            officer: &new.officer,
            passphrase: &new.passphrase.0,
            kdf: Kdf::fast_for_tests(),
        };
        let (store, recovery) = Store::create(self.folder.path(), &office, self.env.now_ms)
            .expect("an empty folder takes an office");
        self.unlocked(store, Some(&recovery))
    }

    fn unlocked(&mut self, store: Store, recovery: Option<&RecoveryKey>) -> Msg {
        let (rows, damages) = store.summaries().expect("the list is read");
        assert!(damages.is_empty(), "{damages:?}");
        let summaries = rows
            .into_iter()
            .map(|(case, bytes)| (case, serde_json::from_slice(&bytes).expect("a summary")))
            .collect();
        let place =
            store.place().map(|bytes| serde_json::from_slice::<Place>(&bytes).expect("ours"));
        let read_only = store.access() == Access::ReadOnly;
        self.barrier = (!read_only).then(|| store.barrier());
        let unlocked = Unlocked {
            officer: Private(store.officer().to_owned()),
            office: store.office().to_owned(),
            counter: store.counter().to_owned(),
            hours: loket::runtime::office_hours(self.folder.path()).0,
            read_only,
            recovery_key: recovery.map(|key| Private(key.text().to_string())),
            summaries,
            place,
            services: self.packs.services(&self.packs.titles().0).0,
            packs: self
                .packs
                .titles()
                .0
                .into_iter()
                .filter(|one| one.id == "nib-perorangan")
                .collect(),
            records: loket::runtime::records(&store).expect("the log is read"),
            typing: loket::runtime::office_typing(&store).expect("the journal is read"),
            notices: Vec::new(),
        };
        self.store = Some(store);
        Msg::Unlocked(Box::new(unlocked))
    }

    fn load(&mut self, case: CaseId) -> LoadedCase {
        let (stored, damages) = self.store().events(case).expect("the case is read");
        assert!(damages.is_empty(), "{damages:?}");
        let events: Vec<Event> = stored
            .into_iter()
            .map(|stored| {
                Event::from_payload(stored.id, stored.at_ms, &stored.payload).expect("an event")
            })
            .collect();
        let (journals, _) = self.store().journals(case).expect("the journal is read");
        let journals = journals
            .into_iter()
            .map(|(field, bytes)| {
                assert!(Field::from_key(&field).is_some(), "{field} is a field");
                (field, serde_json::from_slice::<Typing>(&bytes).expect("a journal row"))
            })
            .collect();
        let pack = Case::fold(case, events.iter().take(1).cloned()).pack;
        let form = self.packs.form(&pack, self.env.today()).expect("the pack opens");
        LoadedCase { id: case, events, journals, damaged: 0, form }
    }
}

fn append(
    store: &mut Store,
    env: &Env,
    case: CaseId,
    events: &[Event],
    summary: &Summary,
    fields: &[String],
    tags: &[(u8, Private)],
) -> Result<(), StoreError> {
    let payloads: Vec<Vec<u8>> = events.iter().map(Event::to_payload).collect();
    let ids: Vec<_> = events.iter().map(|event| event.id).collect();
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let tags: Vec<(u8, String)> = tags.iter().map(|(kind, tag)| (*kind, tag.0.clone())).collect();
    let with = Append {
        now_ms: env.now_ms,
        summary: Some(&to_bytes(summary)),
        clear_journal: &fields,
        tags: &tags,
        ids: Some(&ids),
    };
    store.append(case, &payloads, with).map(|_| ())
}

fn refused(done: Result<(), StoreError>, effect: impl FnOnce() -> Effect) -> Option<Msg> {
    done.err().map(|error| Msg::Refused { effect: Box::new(effect()), notice: notice_of(&error) })
}

fn notice_of(error: &StoreError) -> Notice {
    let notice = Notice::new(Level::Salah, error.key());
    error.args().into_iter().fold(notice, |notice, (name, value)| notice.with(name, value))
}

pub(super) fn to_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("it has a JSON form")
}
