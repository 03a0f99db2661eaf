//! What becomes of an effect here: the runtime's own desk performs it, but for what would need a thread, a
//! terminal or a printer, and unless the journey holds the disk back or fills it.

use super::{Disk, Journey};
use loket::app::{Effect, Msg, Notice};
use loket::runtime::print::{Patience, Press};
use loket::runtime::{notice_of, staff};
use loket::store::StoreError;
use loket::text::Catalog;
use std::path::MAIN_SEPARATOR;

impl Journey {
    pub(super) fn perform(&mut self, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Journal { .. }
            | Effect::Append { .. }
            | Effect::Record { .. }
            | Effect::Place(_)
                if self.disk == Disk::Full =>
            {
                let notice = notice_of(&StoreError::DiskFull);
                Some(Msg::Refused { effect: Box::new(effect), notice })
            }
            Effect::Barrier { ticket } if self.disk == Disk::Holds => {
                self.held.push(ticket);
                None
            }
            Effect::Barrier { ticket } => Some(match self.store().barrier().sync() {
                Ok(()) => Msg::Synced { ticket },
                Err(error) => Msg::SyncFailed(notice_of(&error.into())),
            }),
            Effect::Housekeep => {
                let ran = self.store().housekeeper(0).run();
                ran.err().map(|error| Msg::Told(notice_of(&error)))
            }
            Effect::Print(print) => {
                let mut press = Press::new(self.folder.path(), Patience::default());
                Some(match press.print(&print, &self.words) {
                    Ok(notice) => Msg::Printed(self.at_home(notice)),
                    Err(notice) => print.failed(self.at_home(notice)),
                })
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
                Some(Msg::Copied(self.clipboard))
            }
            Effect::Language(lang) => {
                self.words = Catalog::built_in(lang);
                self.desk.perform(effect, &self.env)
            }
            Effect::CheckPassphrase(_) | Effect::Staff(_) if staff::has_passphrase(&effect) => {
                let errand = staff::stretch(self.store().stretcher(), &effect);
                self.desk.staff(errand)
            }
            // Nothing speaks here.
            Effect::Say(_) | Effect::Hush => None,
            Effect::Quit => {
                self.left = true;
                None
            }
            kept => self.desk.perform(kept, &self.env).map(|msg| match msg {
                Msg::Unlocked(mut unlocked) => {
                    assert!(unlocked.notices.is_empty(), "{:?}", unlocked.notices);
                    unlocked.packs.retain(|pack| pack.id == "nib-perorangan");
                    Msg::Unlocked(unlocked)
                }
                Msg::CaseLoaded(loaded) => {
                    assert_eq!(loaded.damaged, 0, "every event is read");
                    Msg::CaseLoaded(loaded)
                }
                Msg::Told(notice) => Msg::Told(self.at_home(notice)),
                other => other,
            }),
        }
    }

    /// The folder is another one at every run; a picture must not change with it.
    fn at_home(&self, mut notice: Notice) -> Notice {
        let folder = format!("{}{MAIN_SEPARATOR}", self.folder.path().display());
        for (_, value) in &mut notice.args {
            if let Some((before, inside)) = value.split_once(&folder) {
                *value = format!("{before}{}", inside.replace(MAIN_SEPARATOR, "/"));
            }
        }
        notice
    }
}
