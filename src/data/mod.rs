//! Reference data: regions, KBLI lists, holidays, as packs with edition, source, licence and checksum.
//!
//! Texts in, tables of [`crate::ident`] out. Never touches a path: the runtime hands in what an office
//! has imported. Nothing personal lies in it.

use crate::ident::kbli::Kbli;
use crate::ident::wilayah::Regions;
use std::sync::{Arc, OnceLock};

/// The tables everything is checked against. Each is opened when it is first asked for.
#[derive(Debug, Default)]
pub struct Reference {
    regions: OnceLock<Regions>,
    kbli: OnceLock<Kbli>,
}

impl Reference {
    /// The data inside the binary. Costs nothing until a table is asked for.
    pub fn built_in() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// The regions.
    pub fn regions(&self) -> &Regions {
        self.regions.get_or_init(Regions::default)
    }

    /// The KBLI lists and their words. The first call builds the index.
    pub fn kbli(&self) -> &Kbli {
        self.kbli.get_or_init(Kbli::default)
    }
}
