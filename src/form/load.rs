//! TOML with positions becomes a pack, and every problem on the way is kept.

use super::{Pack, Problem, Source};

/// Reads a pack. `sources[0]` is `pack.toml`; the others are its section files in any order.
/// The pack is there unless it could not be read at all; problems are all of them, warnings included,
/// those of [`super::Form::open`] (expressions) too. `today` decides which `basis` is past.
pub fn load(sources: &[Source], today: jiff::civil::Date) -> (Option<Pack>, Vec<Problem>) {
    let _ = (sources, today);
    todo!("engine")
}
