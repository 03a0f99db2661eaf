//! The worker that waits for the disk, so that no key ever does.

use super::Incoming;
use super::desk::notice_of;
use crate::app::Msg;
use crate::store::{Barrier, Housekeeper, StoreError};
use std::sync::mpsc::{Receiver, Sender, channel};

enum Job {
    Sync { ticket: u64 },
    Tidy,
}

/// The handle to the worker.
pub(super) struct Worker {
    jobs: Sender<Job>,
}

impl Worker {
    /// Starts it with what it syncs and tidies; answers come as messages.
    pub(super) fn start(
        barrier: Barrier,
        housekeeper: Housekeeper,
        answers: Sender<Incoming>,
    ) -> std::io::Result<Self> {
        let (jobs, todo) = channel();
        std::thread::Builder::new()
            .name("disk".into())
            .spawn(move || work(&todo, barrier, housekeeper, &answers))?;
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
    mut housekeeper: Housekeeper,
    answers: &Sender<Incoming>,
) {
    for job in todo {
        let answer = match job {
            Job::Sync { ticket } => match barrier.sync() {
                Ok(()) => Msg::Synced { ticket },
                Err(error) => Msg::SyncFailed(notice_of(&StoreError::from(error))),
            },
            Job::Tidy => match housekeeper.run() {
                Ok(_) => continue,
                Err(error) => Msg::Told(notice_of(&error)),
            },
        };
        if answers.send(Incoming::Msg(answer)).is_err() {
            return;
        }
    }
}
