//! Meanings the program itself knows: answers with them are checked against each other before OSS does
//! ([`crate::ident`]'s pre-flight), in every pack alike. Any other meaning is a pack's own word and only
//! shares answers.

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
