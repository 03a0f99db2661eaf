//! The kinds of data packs, and which tables lie in which of their files.

/// What a pack is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Provinces, kabupaten and kota, kecamatan; and codes that moved.
    Wilayah,
    /// Kelurahan and desa.
    Desa,
    /// Postcodes of kecamatan or kelurahan.
    Kodepos,
    /// Libur nasional and cuti bersama.
    Libur,
    /// The KBLI list of one edition.
    Kbli,
    /// What a code of KBLI 2020 may be in 2025.
    Padanan,
    /// What people say for KBLI 2025.
    KbliKata,
}

/// A table that a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// `code,name` of 2, 4 and 6 digits.
    Regions,
    /// `code,name,last_seen,successor`.
    Moved,
    /// `code,name` of 10 digits.
    Villages,
    /// `code,postcodes`.
    Postcodes,
    /// `date,name,kind,status`.
    Holidays,
    /// `code,title,category`.
    Kbli,
    /// `code_2020,code_2025`.
    Moves,
    /// `code,words`.
    Words,
    /// `spoken,meant`.
    Spoken,
    /// TOML: codes that are taken for each other.
    Apart,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Wilayah,
        Self::Desa,
        Self::Kodepos,
        Self::Libur,
        Self::Kbli,
        Self::Padanan,
        Self::KbliKata,
    ];

    /// Its word in `pack.toml` and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wilayah => "wilayah",
            Self::Desa => "desa",
            Self::Kodepos => "kodepos",
            Self::Libur => "libur",
            Self::Kbli => "kbli",
            Self::Padanan => "padanan",
            Self::KbliKata => "kbli-kata",
        }
    }

    /// The kind of that word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Its files: name, table, and whether a pack of the kind must have it.
    pub const fn files(self) -> &'static [(&'static str, Table, bool)] {
        match self {
            Self::Wilayah => {
                &[("wilayah.csv", Table::Regions, true), ("pindah.csv", Table::Moved, false)]
            }
            Self::Desa => &[("desa.csv", Table::Villages, true)],
            Self::Kodepos => &[("kodepos.csv", Table::Postcodes, true)],
            Self::Libur => &[("libur.csv", Table::Holidays, true)],
            Self::Kbli => {
                &[("kbli.csv", Table::Kbli, true), ("padanan-2025.csv", Table::Moves, false)]
            }
            Self::Padanan => &[("padanan-2025.csv", Table::Moves, true)],
            Self::KbliKata => &[
                ("kata.csv", Table::Words, true),
                ("padanan.csv", Table::Spoken, false),
                ("beda.toml", Table::Apart, false),
            ],
        }
    }

    /// The table in a file of this kind.
    pub fn table_of(self, file: &str) -> Option<Table> {
        self.files().iter().find(|(name, ..)| *name == file).map(|(_, table, _)| *table)
    }

    /// The id of an office's own pack of this kind and edition: of KBLI there is one an edition.
    pub fn pack_id(self, edition: u16) -> String {
        match self {
            Self::Kbli => format!("kbli-{edition}"),
            _ => self.name().to_owned(),
        }
    }
}

impl Table {
    /// The header of its file; empty for TOML.
    pub const fn header(self) -> &'static [&'static str] {
        match self {
            Self::Regions | Self::Villages => &["code", "name"],
            Self::Moved => &["code", "name", "last_seen", "successor"],
            Self::Postcodes => &["code", "postcodes"],
            Self::Holidays => &["date", "name", "kind", "status"],
            Self::Kbli => &["code", "title", "category"],
            Self::Moves => &["code_2020", "code_2025"],
            Self::Words => &["code", "words"],
            Self::Spoken => &["spoken", "meant"],
            Self::Apart => &[],
        }
    }
}
