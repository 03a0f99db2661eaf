//! Meanings the program itself knows: answers with them are checked against each other before OSS does
//! ([`crate::ident`]'s pre-flight), in every pack alike. Any other meaning is a pack's own word and only
//! shares answers; those in [`WORDS`] are used by many packs, so that a slip in one of them is told.

/// NIK of the person.
pub const NIK: &str = "nik";
/// Date of birth on the KTP.
pub const BIRTH_DATE: &str = "tanggal_lahir";
/// Sex on the KTP: choices `l` and `p`.
pub const SEX: &str = "jenis_kelamin";
/// Region of the address on the KTP.
pub const HOME_REGION: &str = "wilayah_ktp";
/// NPWP of the person.
pub const NPWP: &str = "npwp";
/// Date of the deed.
pub const DEED_DATE: &str = "tanggal_akta";
/// Date of the decision or registration of the Ministry of Law.
pub const AHU_DATE: &str = "tanggal_ahu";
/// Its number.
pub const AHU_NUMBER: &str = "nomor_ahu";
/// Legal form of the business.
pub const LEGAL_FORM: &str = "bentuk_usaha";
/// How many people work there.
pub const WORKERS: &str = "jumlah_pekerja";
/// Number of the business at BPJS Ketenagakerjaan.
pub const NPP: &str = "npp";

/// Words that mean the same in every built-in pack.
pub const WORDS: [&str; 51] = [
    "nik",
    "nama",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "hp",
    "email",
    "npwp",
    "alamat_ktp",
    "rt_rw_ktp",
    "kelurahan_ktp",
    "wilayah_ktp",
    "kode_pos_ktp",
    "nib",
    "nama_usaha",
    "kbli",
    "alamat_usaha",
    "kelurahan_usaha",
    "wilayah_usaha",
    "kode_pos_usaha",
    "jumlah_pekerja",
    "npp",
    "kpj",
    "bpjs_kes",
    "nama_badan",
    "bentuk_usaha",
    "npwp_badan",
    "nomor_akta",
    "tanggal_akta",
    "nama_notaris",
    "nomor_ahu",
    "tanggal_ahu",
    "penanggung_jawab",
    "luas_lahan",
    "status_lahan",
    "dok_ktp",
    "dok_kk",
    "dok_npwp",
    "dok_foto",
    "dok_akta",
    "dok_ahu",
    "dok_nib",
    "dok_bpjs_kes",
    "dok_bpjs_tk",
    "dok_str",
    "dok_ijazah",
    "dok_sertifikat_tanah",
    "dok_pbb",
    "dok_pbg",
    "dok_slf",
    "dok_kuasa",
];
