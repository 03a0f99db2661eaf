//! Skala usaha by modal usaha (PP 7/2021 Pasal 35). Never looks at sales: OSS goes by modal.

/// Largest modal of a usaha mikro, in rupiah, without land and buildings.
const MIKRO: i64 = 1_000_000_000;
/// Largest modal of a usaha kecil.
const KECIL: i64 = 5_000_000_000;
/// Largest modal of a usaha menengah.
const MENENGAH: i64 = 10_000_000_000;

/// Size of a business, smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Up to Rp 1 miliar.
    Mikro,
    /// Up to Rp 5 miliar.
    Kecil,
    /// Up to Rp 10 miliar.
    Menengah,
    /// Above.
    Besar,
}

/// The scale of a business with this `modal` in rupiah, land and buildings left out. A limit itself
/// still belongs to the smaller scale.
pub const fn of(modal: i64) -> Scale {
    if modal <= MIKRO {
        Scale::Mikro
    } else if modal <= KECIL {
        Scale::Kecil
    } else if modal <= MENENGAH {
        Scale::Menengah
    } else {
        Scale::Besar
    }
}

impl Scale {
    /// The name as stored and as packs write it: `mikro`, `kecil`, `menengah`, `besar`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mikro => "mikro",
            Self::Kecil => "kecil",
            Self::Menengah => "menengah",
            Self::Besar => "besar",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_belongs_to_the_smaller_scale() {
        let table = [
            (0, "mikro"),
            (1_000_000_000, "mikro"),
            (1_000_000_001, "kecil"),
            (5_000_000_000, "kecil"),
            (5_000_000_001, "menengah"),
            (10_000_000_000, "menengah"),
            (10_000_000_001, "besar"),
        ];
        for (modal, name) in table {
            assert_eq!(of(modal).name(), name, "{modal}");
        }
    }
}
