//! What somebody wants to do with a thing (sell it, make it, mend it), from the verb, and which part of
//! the list that speaks for. And the words that say nothing about a business.
//!
//! Knows divisions (two digits, the same in 2020 and 2025 where it matters), never single codes.

/// Words of a description that say nothing of the business.
const FILLERS: &[&str] = &[
    "ada",
    "adalah",
    "agak",
    "aja",
    "aku",
    "atau",
    "bagi",
    "bapak",
    "begitu",
    "bisa",
    "bisnis",
    "bu",
    "buka",
    "cuma",
    "dan",
    "dari",
    "dengan",
    "di",
    "dong",
    "dulu",
    "emak",
    "gitu",
    "hanya",
    "ibu",
    "ini",
    "itu",
    "jadi",
    "juga",
    "kami",
    "kaya",
    "kayak",
    "ke",
    "kecil",
    "kecilan",
    "kegiatan",
    "kerja",
    "kerjanya",
    "kita",
    "lagi",
    "lah",
    "lain",
    "lainnya",
    "macam",
    "mamak",
    "mau",
    "membuka",
    "memiliki",
    "mempunyai",
    "mbak",
    "mulai",
    "namanya",
    "ngurus",
    "nih",
    "nya",
    "pada",
    "pak",
    "para",
    "pengen",
    "pengin",
    "pingin",
    "pingen",
    "pribadi",
    "punya",
    "punyanya",
    "rumahan",
    "saja",
    "sama",
    "sampingan",
    "saya",
    "sebagai",
    "secara",
    "sedang",
    "sehari",
    "sekarang",
    "seorang",
    "seperti",
    "serta",
    "si",
    "suami",
    "sudah",
    "tetangga",
    "termasuk",
    "tiap",
    "tuh",
    "ujung",
    "umkm",
    "untuk",
    "usaha",
    "usahanya",
    "udah",
    "utamanya",
    "wiraswasta",
    "ya",
    "yaitu",
    "yang",
    "yg",
    "ytdl",
    "ybdi",
    "dll",
    "sejenisnya",
];

/// Words after which a place is named.
const BEFORE_PLACE: &[&str] = &[
    "di", "depan", "belakang", "samping", "sebelah", "dekat", "deket", "pinggir", "teras",
    "emperan", "seberang", "halaman", "sekitar", "dalam",
];

/// Words after which a place may be named that no list of ours knows.
const BEFORE_NAME: &[&str] = &[
    "di",
    "daerah",
    "kecamatan",
    "kec",
    "desa",
    "kelurahan",
    "kel",
    "kota",
    "kampung",
    "dusun",
    "jalan",
    "jl",
    "jln",
    "gang",
    "gg",
];

/// Places that say where, not what, when they follow such a word.
const PLACES: &[&str] = &[
    "rumah",
    "pasar",
    "sekolah",
    "jalan",
    "jln",
    "masjid",
    "terminal",
    "kampus",
    "gang",
    "gg",
    "alun",
    "kantor",
    "pabrik",
    "stasiun",
    "desa",
    "kampung",
    "kota",
    "pantai",
    "garasi",
    "dapur",
    "sekolahan",
    "sd",
    "smp",
    "sma",
    "mesjid",
    "dusun",
    "rt",
    "rw",
    "pinggir",
    "kontrakan",
];

/// Words that stand in many descriptions and tell little by themselves: their share of the weight.
const COMMON: &[(&str, f32)] = &[
    ("tukang", 0.4),
    ("jasa", 0.4),
    ("toko", 0.6),
    ("warung", 0.7),
    ("kios", 0.6),
    ("lapak", 0.5),
    ("gerobak", 0.6),
    ("keliling", 0.6),
    ("aneka", 0.2),
    ("berbagai", 0.2),
    ("barang", 0.6),
    ("orang", 0.4),
    ("tempat", 0.4),
    ("lainnya", 0.1),
    ("kecilan", 0.1),
    ("industri", 0.35),
    ("aktivitas", 0.2),
    ("borongan", 0.6),
];

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    Sell,
    Bulk,
    Make,
    Mend,
    Grow,
    Rent,
    Teach,
    Build,
    Carry,
    Serve,
}

/// Roots and words by what they say somebody does, with their share of the weight as a word.
const VERBS: &[(&str, Intent, f32)] = &[
    ("jual", Intent::Sell, 0.3),
    ("jualan", Intent::Sell, 0.3),
    ("jualin", Intent::Sell, 0.3),
    ("jajakan", Intent::Sell, 0.3),
    ("jajaan", Intent::Sell, 0.3),
    ("dagang", Intent::Sell, 0.3),
    ("bakul", Intent::Sell, 0.3),
    ("lapak", Intent::Sell, 0.5),
    ("toko", Intent::Sell, 0.6),
    ("kios", Intent::Sell, 0.6),
    ("eceran", Intent::Sell, 0.3),
    ("ecer", Intent::Sell, 0.3),
    ("ngecer", Intent::Sell, 0.3),
    ("reseller", Intent::Sell, 0.5),
    ("online", Intent::Sell, 0.5),
    ("daring", Intent::Sell, 0.5),
    ("shopee", Intent::Sell, 0.6),
    ("tokopedia", Intent::Sell, 0.6),
    ("tiktok", Intent::Sell, 0.6),
    ("grosir", Intent::Bulk, 0.6),
    ("grosiran", Intent::Bulk, 0.6),
    ("agen", Intent::Bulk, 0.6),
    ("distributor", Intent::Bulk, 0.6),
    ("pengepul", Intent::Bulk, 0.7),
    ("ngepul", Intent::Bulk, 0.7),
    ("pengumpul", Intent::Bulk, 0.7),
    ("tengkulak", Intent::Bulk, 0.7),
    ("supplier", Intent::Bulk, 0.6),
    ("suplier", Intent::Bulk, 0.6),
    ("pemasok", Intent::Bulk, 0.6),
    ("juragan", Intent::Bulk, 0.5),
    ("bikin", Intent::Make, 0.3),
    ("buat", Intent::Make, 0.3),
    ("produksi", Intent::Make, 0.35),
    ("industri", Intent::Make, 0.35),
    ("pabrik", Intent::Make, 0.5),
    ("rajin", Intent::Make, 0.5),
    ("pengrajin", Intent::Make, 0.5),
    ("perajin", Intent::Make, 0.5),
    ("kerajinan", Intent::Make, 0.7),
    ("olah", Intent::Make, 0.5),
    ("olahan", Intent::Make, 0.6),
    ("servis", Intent::Mend, 0.5),
    ("service", Intent::Mend, 0.5),
    ("serpis", Intent::Mend, 0.5),
    ("reparasi", Intent::Mend, 0.5),
    ("perbaikan", Intent::Mend, 0.5),
    ("memperbaiki", Intent::Mend, 0.5),
    ("benerin", Intent::Mend, 0.5),
    ("betulin", Intent::Mend, 0.5),
    ("bengkel", Intent::Mend, 0.6),
    ("tambal", Intent::Mend, 0.9),
    ("ternak", Intent::Grow, 0.6),
    ("tani", Intent::Grow, 0.5),
    ("kebun", Intent::Grow, 0.6),
    ("tanam", Intent::Grow, 0.6),
    ("budidaya", Intent::Grow, 0.6),
    ("nelayan", Intent::Grow, 0.9),
    ("tambak", Intent::Grow, 0.9),
    ("panen", Intent::Grow, 0.6),
    ("sewa", Intent::Rent, 0.5),
    ("rental", Intent::Rent, 0.5),
    ("nyewain", Intent::Rent, 0.5),
    ("kontrakan", Intent::Rent, 0.9),
    ("les", Intent::Teach, 0.7),
    ("kursus", Intent::Teach, 0.7),
    ("bimbel", Intent::Teach, 0.9),
    ("ngajar", Intent::Teach, 0.6),
    ("ajar", Intent::Teach, 0.6),
    ("bangun", Intent::Build, 0.7),
    ("kontraktor", Intent::Build, 0.8),
    ("borong", Intent::Build, 0.7),
    ("angkut", Intent::Carry, 0.7),
    ("antar", Intent::Carry, 0.6),
    ("jasa", Intent::Serve, 0.4),
];

/// Whether a word says nothing of a business.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word)
}

/// Whether `word` after `before` tells a place and not a business.
pub(super) fn is_place(before: &str, word: &str) -> bool {
    BEFORE_PLACE.contains(&before) && (PLACES.contains(&word) || BEFORE_PLACE.contains(&word))
}

/// Whether a name that is none of our words is a place after `before` (`di jatinegara`).
pub(super) fn is_before_a_name(before: &str) -> bool {
    BEFORE_NAME.contains(&before)
}

/// What the word, or its root, says somebody does.
pub(super) fn of(word: &str, root: &str) -> Option<Intent> {
    let find =
        |one: &str| VERBS.iter().find(|(verb, ..)| *verb == one).map(|(_, intent, _)| *intent);
    find(word).or_else(|| find(root))
}

/// The share of its weight a word keeps: little for words that only say that somebody sells.
pub(super) fn share(word: &str, root: &str) -> f32 {
    if is_filler(word) {
        return 0.1;
    }
    let find = |one: &str| {
        let common = COMMON.iter().find(|(common, _)| *common == one).map(|(_, share)| *share);
        common.or_else(|| VERBS.iter().find(|(verb, ..)| *verb == one).map(|(.., share)| *share))
    };
    find(word).or_else(|| find(root)).unwrap_or(1.0)
}

/// Words the index always knows, so that their affixed forms are understood.
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    VERBS.iter().map(|(verb, ..)| *verb)
}

/// How much an intent speaks for a code: 1 is not at all.
pub(super) fn factor(intent: Intent, code: &[u8]) -> f32 {
    let digit = |at: usize| code.get(at).map_or(0, |byte| byte.wrapping_sub(b'0'));
    let division = digit(0) * 10 + digit(1);
    match (intent, division) {
        (Intent::Bulk, 46) => 1.5,
        (Intent::Make, 10..=32)
        | (Intent::Mend, 95)
        | (Intent::Grow, 1..=3)
        | (Intent::Teach, 85) => 1.4,
        (Intent::Rent, 77 | 68 | 55) => 1.35,
        (Intent::Sell, 47) | (Intent::Build, 41..=43) | (Intent::Carry, 49..=53) => 1.3,
        (Intent::Sell, 56) => 1.2,
        (Intent::Mend, 33 | 43 | 45) => 1.15,
        (Intent::Sell, 46) => 0.9,
        (Intent::Sell, 10..=32) | (Intent::Serve, 1..=3 | 46 | 47) => 0.85,
        (Intent::Bulk, 10..=32) | (Intent::Grow, 10..=32 | 46 | 47) => 0.8,
        (Intent::Sell, 1..=9 | 33 | 35..=39 | 77 | 85 | 95)
        | (Intent::Make, 1..=3 | 46 | 47)
        | (Intent::Mend | Intent::Rent, 10..=32 | 46 | 47) => 0.75,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_speak_for_a_part_of_the_list() {
        let speaks =
            |word: &str, code: &str| factor(of(word, word).expect("a verb"), code.as_bytes());
        assert!(speaks("jual", "47242") > speaks("jual", "46332"));
        assert!(speaks("grosir", "46332") > speaks("grosir", "47242"));
        assert!(speaks("bikin", "10710") > speaks("bikin", "47242"));
        assert!(speaks("servis", "95100") > speaks("servis", "47404"));
        assert!(speaks("ternak", "01461") > speaks("ternak", "46205"));
        assert!(speaks("sewa", "77100") > speaks("sewa", "47811"));
        assert_eq!(of("lele", "lele"), None);
    }

    #[test]
    fn a_place_is_told_from_a_house_that_is_the_business() {
        assert!(is_place("depan", "rumah"));
        assert!(!is_place("sewa", "rumah"));
        assert!(is_filler("saya") && !is_filler("sapi"));
    }
}
