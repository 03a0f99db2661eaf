//! The worker that waits for the disk, so that no key ever does.

use super::desk::notice_of;
use super::{Incoming, now_ms, print};
use crate::app::Msg;
use crate::store::{Barrier, Housekeeper};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant, UNIX_EPOCH};

/// How often papers are looked through.
const CLEARED: Duration = Duration::from_hours(1);

enum Job {
    Sync { ticket: u64 },
    Tidy,
}

/// The handle to the worker.
pub(super) struct Worker {
    jobs: Sender<Job>,
}

impl Worker {
    /// Starts it with what it syncs and tidies; answers come as messages. `rescue` copies everything
    /// into the database, whatever its size: what is done after the disk has failed once.
    pub(super) fn start(
        barrier: Barrier,
        tidy: Housekeeper,
        rescue: Housekeeper,
        answers: Sender<Incoming>,
        data: PathBuf,
    ) -> std::io::Result<Self> {
        let (jobs, todo) = channel();
        std::thread::Builder::new()
            .name("disk".into())
            .spawn(move || work(&todo, barrier, tidy, rescue, &answers, &data))?;
        Ok(Self { jobs })
    }

    /// Asks for a sync; `Synced { ticket }` answers it.
    pub(super) fn sync(&self, ticket: u64) {
        let _ = self.jobs.send(Job::Sync { ticket });
    }

    /// Asks for a tidy log; nobody waits for it.
    pub(super) fn tidy(&self) {
        let _ = self.jobs.send(Job::Tidy);
    }
}

fn work(
    todo: &Receiver<Job>,
    mut barrier: Barrier,
    mut tidy: Housekeeper,
    mut rescue: Housekeeper,
    answers: &Sender<Incoming>,
    data: &Path,
) {
    let mut cleared: Option<Instant> = None;
    // After a failed sync the system may have dropped what it could not write, and a later sync of
    // the same file succeeds without it. Only writing everything anew makes "saved" true again.
    let mut distrust = false;
    for job in todo {
        let answer = match job {
            Job::Sync { ticket } => {
                let rescued = if distrust { rescue.run().map(|_| ()) } else { Ok(()) };
                let synced = rescued.and_then(|()| Ok(barrier.sync()?));
                distrust = synced.is_err();
                match synced {
                    Ok(()) => Msg::Synced { ticket },
                    Err(error) => Msg::SyncFailed(notice_of(&error)),
                }
            }
            Job::Tidy => {
                if cleared.is_none_or(|at| at.elapsed() > CLEARED) {
                    cleared = Some(Instant::now());
                    let now = Duration::from_millis(now_ms().cast_unsigned());
                    print::clear(data, UNIX_EPOCH + now);
                }
                match tidy.run() {
                    Ok(_) => continue,
                    Err(error) => Msg::Told(notice_of(&error)),
                }
            }
        };
        if answers.send(Incoming::Msg(answer)).is_err() {
            return;
        }
    }
}
