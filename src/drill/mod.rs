//! The plug-pull drill: starts the program in a terminal, types into real questions, kills it at a
//! random microsecond, starts it again and counts what is missing.
//!
//! Runs on any PC, in a temporary folder, on an office of its own; never touches real data.

pub mod pty;
mod round;

use crate::app::Notice;
use crate::ident::Level;
use round::Rig;
use serde::Serialize;
use std::sync::mpsc::channel;

/// What to drill.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// How many kills.
    pub kills: u64,
    /// Start of the random numbers: the same seed types the same text.
    pub seed: u64,
}

/// What came of it. The promise is nothing lost, and nothing lost that the save light had confirmed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Kills done.
    pub kills: u64,
    /// Characters typed and drawn before a kill.
    pub characters_shown: u64,
    /// Drawn, and not there afterwards.
    pub characters_lost: u64,
    /// Lost although the save light said `tersimpan`.
    pub acknowledged_lost: u64,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.characters_shown += other.characters_shown;
        self.characters_lost += other.characters_lost;
        self.acknowledged_lost += other.acknowledged_lost;
    }
}

/// Runs the drill, telling `progress` after each kill. Each core kills a program of its own.
///
/// Errors: what keeps the drill itself from working (no pseudo-terminal, no temporary folder). A
/// program that does not come back is not an error but a loss: everything it had shown is counted.
pub fn run(plan: Plan, progress: &mut dyn FnMut(&Tally)) -> Result<Tally, Notice> {
    let failed = |_| Notice::new(Level::Salah, "drill-failed");
    let cores = std::thread::available_parallelism().map_or(1, |count| count.get() as u64);
    let workers = cores.clamp(1, plan.kills.div_ceil(50).max(1));
    let (report, reports) = channel();
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let share = plan.kills / workers + u64::from(worker < plan.kills % workers);
            let report = report.clone();
            let seed = plan.seed.wrapping_mul(31).wrapping_add(worker);
            scope.spawn(move || {
                let mut rig = match Rig::new(seed) {
                    Ok(rig) => rig,
                    Err(error) => return drop(report.send(Err(error))),
                };
                for round in 0..share {
                    if report.send(rig.round(round)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(report);
        let mut tally = Tally::default();
        for one in reports {
            tally.add(one.map_err(failed)?);
            progress(&tally);
        }
        Ok(tally)
    })
}
