//! The words around a secret: those that announce one, and those that tell nothing. Never looks at more than one
//! word.
//!
//! What may follow `sandi` without telling it is a closed class: little words, whose or of what it is, and what
//! was done with it, a verb by its stem. Everything else is told.

/// What announces a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A password or PIN: any word may be one.
    Password,
    /// A code: it has digits, except where it is told outright. `kode pos` is one of many.
    Code,
}

/// A word that announces a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// What it announces.
    pub kind: Kind,
    /// `sandinya`: what follows is more likely to be it.
    pub owned: bool,
}

const PASSWORDS: [&str; 10] =
    ["sandi", "sandhi", "katasandi", "katakunci", "kunci", "pass", "passcode", "pwd", "pin", "psw"];
const CODES: [&str; 4] = ["otp", "kode", "code", "token"];

/// Endings that say whose it is, in Indonesian and its neighbours.
const OWNED: [&str; 8] = ["nya", "nyo", "ne", "na", "e", "ku", "mu", "ipun"];

/// Whose it is, of what, which one: what is told may stand behind them.
const PASSED: &str = " akun oss bpjs email e-mail surel gmail yahoo wa whatsapp sms hp ponsel telepon wifi wi-fi atm bank \
    internet google facebook coretax pajak komputer laptop aplikasi pesan tautan link surat nomor no baru \
    lama sementara awal pertama kedua lain saya dia ia kita kami mereka beliau pemohon petugas pendamping \
    anak ibu bapak bu pak ayah mama papa suami istri cucu adik kakak orang keluarga itu ini ya calo teman \
    kantor kata tadi kemarin new old my his her their account sim kartu huruf angka digit karakter semua \
    kecil besar ";

/// Little words and states.
const TELLS_NOTHING: &str = " tidak tdk tak gak ga nggak enggak ndak bukan belum blm sudah sdh telah akan masih bisa dapat gagal \
    salah benar betul ada hilang habis lewat melalui via ke di dari pada oleh dan atau untuk dengan dgn \
    serta tetapi tapi namun karena sebab lalu kemudian terus yang yg juga tiap setiap milik punya captcha \
    layar lagi supaya agar waktu saat ketika sampai hingga sejak setelah sesudah sebelum kalau bila jika \
    mau ingin harus wajib perlu boleh jangan minimal paling kurang lebih terlalu sama beda sekarang besok \
    nanti dulu dahulu saja pun sendiri kosong kedaluwarsa kadaluarsa kedaluarsa expired aman kuat lemah \
    mati aktif oke ok kali hari jam menit senin selasa rabu kamis jumat sabtu minggu pagi siang sore malam \
    nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh not does did was were has forgotten \
    changed sent by to for and on in at from but again works wrong lost locked never still herself himself \
    themselves arrived after before padahal cuma hanya tetap selalu sering sempat langsung tanpa seperti \
    kepada sebagai tentang pernah sedang lagi apa siapa mana begitu sekali malah cukup ";

/// Stems of what is done with an account.
const STEMS: &str = " kirim terima ganti ubah reset minta datang masuk ketik tulis baca ingat lupa tahu tau coba buat bikin \
    beri isi pakai guna simpan hapus catat tolak tutup buka lihat pulih kunci blokir salin laku hasil \
    kenal muncul pegang bawa sebut tanya jawab cari sampai lambat batal verifikasi aktif hubung ulang \
    periksa bantu cek urus tunggu lapor bilang keliru tampil sesuai cocok ";

const BEFORE: [&str; 20] = [
    "di", "ter", "ber", "be", "ke", "se", "per", "meng", "meny", "mem", "men", "me", "peng",
    "peny", "pem", "pen", "pe", "diper", "memper", "",
];
const AFTER: [&str; 9] = ["", "kan", "i", "nya", "lah", "an", "annya", "kannya", "inya"];

/// What a number of four to eight digits may be the number of.
const LABELS: &str = " nomor nomer no tiket laporan aduan kbli pos error eror galat http status wilayah telepon telp tel \
    center hotline akta sk nib nik npwp kk rt rw jl jalan antrean antrian rp luas modal pp permen perda \
    pasal blok kav km halaman edisi versi surat resi registrasi referensi nilai sebesar kodepos permohonan \
    pengajuan proyek berakhiran ticket number zip ";

/// What a number counts, behind it.
const UNITS: &str = " rupiah ribu juta rb jt meter m m2 kali menit detik jam hari bulan orang unit kg ton liter km persen \
    watt kbps mb kb ";

/// Behind these a year is a year.
const YEARS: &str = " tahun thn th year in sejak sampai hingga mulai awal akhir edisi kbli spt tahunan akta oss dari ";

/// Whether `word` stands in a list of words between spaces.
fn among(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|one| one == word)
}

/// What a word in small letters announces; a part of it counts, as in `PIN-nya` or `sandi/pw`.
pub(super) fn key(word: &str) -> Option<Key> {
    let mut parts = word.split(['-', '/', '_']);
    let kind = |part: &str| {
        let is_password = PASSWORDS.contains(&part)
            // However it is spelled: pw, passwd, password, pasword, paswot.
            || matches!(part, "pw" | "pasnya")
            || part.starts_with("pas") && part.contains('w') && part.len() <= 9;
        if is_password {
            return Some(Kind::Password);
        }
        CODES.contains(&part).then_some(Kind::Code)
    };
    let found = parts.by_ref().find_map(|part| {
        if let Some(kind) = kind(part) {
            return Some(Key { kind, owned: false });
        }
        let owned = OWNED.iter().find_map(|ending| kind(part.strip_suffix(ending)?));
        owned.map(|kind| Key { kind, owned: true })
    })?;
    let owned = found.owned || parts.any(|part| OWNED.contains(&part));
    Some(Key { owned, ..found })
}

/// Whether `word` says whose it is, or of what: it is no secret, and the next word may be one.
pub(super) fn is_passed(word: &str) -> bool {
    among(PASSED, word) || among(PASSED, word.strip_suffix("nya").unwrap_or(""))
}

/// Whether `word` tells nothing: a little word, a state, or what was done.
pub(super) fn tells_nothing(word: &str) -> bool {
    among(TELLS_NOTHING, word)
        || among(TELLS_NOTHING, word.strip_suffix("nya").unwrap_or(""))
        || is_done(word, STEMS)
}

/// Whether `word` is a form of changing or using: `diganti`, `mengubah`. With `jadi` behind it, it tells.
pub(super) fn changes(word: &str) -> bool {
    is_done(word, " ganti ubah reset buat bikin pakai guna set ")
}

/// Whether `word` is one of `stems` with what Indonesian puts before and behind a verb.
fn is_done(word: &str, stems: &str) -> bool {
    BEFORE.iter().filter_map(|before| word.strip_prefix(before).map(|rest| (before, rest))).any(
        |(before, rest)| {
            AFTER.iter().filter_map(|after| rest.strip_suffix(after)).any(|stem| {
                // `mengirim` and `menulis` have lost the first letter of their stem.
                let lost = match *before {
                    "meng" | "peng" => "k",
                    "meny" | "peny" => "s",
                    "mem" | "pem" => "p",
                    "men" | "pen" => "t",
                    _ => "",
                };
                among(stems, stem) || !lost.is_empty() && among(stems, &format!("{lost}{stem}"))
            })
        },
    )
}

/// Whether a number behind `word` says what it is the number of.
pub(super) fn is_label(word: &str) -> bool {
    let whose = word.strip_suffix("nya").filter(|word| !is_weak_label(word));
    among(LABELS, word) || among(LABELS, whose.unwrap_or(""))
}

/// `nomor` alone does not say of what.
pub(super) fn is_weak_label(word: &str) -> bool {
    matches!(word, "nomor" | "nomer" | "no" | "number")
}

/// Whether a number before `word` is a count.
pub(super) fn is_unit(word: &str) -> bool {
    among(UNITS, word)
}

/// Whether a number behind `word` may be a year.
pub(super) fn is_before_year(word: &str) -> bool {
    among(YEARS, word) || word.rsplit('.').next() == Some("tahun")
}

/// A name may follow.
pub(super) fn is_before_name(word: &str) -> bool {
    among(" pak bapak bu ibu mas mbak kak bang ", word)
}

/// `adalah`: what follows is told.
pub(super) fn tells(word: &str) -> bool {
    matches!(
        word,
        "adalah" | "yaitu" | "ialah" | "yakni" | "menjadi" | "is" | "isinya" | "bunyinya"
    )
}

/// A digit as a word.
fn is_spelled_digit(word: &str) -> bool {
    among(" nol kosong satu dua tiga empat lima enam tujuh delapan sembilan ", word)
}

/// How many digits a word spells: `empat-delapan` is two.
pub(super) fn spelled_digits(word: &str) -> usize {
    let mut parts = word.split('-');
    if parts.clone().all(is_spelled_digit) { parts.by_ref().count() } else { 0 }
}

/// `nya`, written apart.
pub(super) fn is_owned(word: &str) -> bool {
    OWNED.contains(&word)
}

/// Numbers with letters in them follow.
pub(super) fn is_before_mixed(word: &str) -> bool {
    matches!(word, "npp" | "seri" | "plat" | "imei")
}

/// A name to log in with follows.
pub(super) fn is_before_user_name(word: &str) -> bool {
    matches!(word, "username" | "user" | "userid" | "pengguna" | "penggunanya" | "usernamenya")
}
