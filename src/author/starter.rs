//! The pack somebody begins with: small, commented, and without a problem.

use crate::text::Text;

/// The files of a starter, `pack.toml` first. `title`: empty for one still to be written.
pub fn starter(id: &str, title: &str) -> Vec<(String, String)> {
    let title = if title.trim().is_empty() { id } else { title.trim() };
    let mut named = String::new();
    super::toml::text(&mut named, "title", &Text::same(title));
    let head = HEAD.replace("@id", id).replace("@title\n", &named);
    vec![("pack.toml".to_owned(), head), ("pemohon.toml".to_owned(), SECTION.to_owned())]
}

const HEAD: &str = r#"# Paket formulir: satu layanan. Baris yang diawali # hanya catatan.
# Periksa dengan:  loket pack check FOLDER     Coba dengan:  loket pack preview FOLDER
# Semua kata kunci: docs/pack-format.md, atau loket pack schema untuk editor.

id = "@id"                # sama dengan nama folder
version = 1               # naikkan satu setiap kali isinya berubah
@title
summary.id = "Untuk siapa layanan ini, dalam satu kalimat."
summary.en = "For whom this service is, in one sentence."
status = "contoh, verifikasi dinas"   # ganti menjadi "resmi" setelah diperiksa dinas
words = []                # kata sehari-hari, mis. ["izin bidan", "praktek bidan"]
kbli_edition = 2025
oss = false               # hapus baris ini kalau layanan ini lewat OSS, lalu tulis [[oss_page]]
sections = ["pemohon"]    # nama berkas bagian, sesuai urutan bertanya
subject = "nama"          # jawaban yang menjadi nama permohonan di daftar
identifiers = ["nik"]     # nomor untuk menemukan permohonan kembali

# Daftar pilihan. Nama disimpan, label dibaca orang.
[[choices.status_tempat]]
name = "milik"
label.id = "Milik sendiri"
label.en = "Owned"

[[choices.status_tempat]]
name = "sewa"
label.id = "Sewa"
label.en = "Rented"
"#;

const SECTION: &str = r#"# Satu berkas = satu bagian ([group]) atau satu bagian yang berulang ([repeat]).
[group]
name = "pemohon"
label.id = "Pemohon"
label.en = "Applicant"

# Kalimat yang dibacakan kembali kepada pemohon.
[[group.readback]]
text.id = "Nama {nama}, NIK {nik}."
text.en = "Name {nama}, NIK {nik}."

[[question]]
name = "nama"             # huruf kecil, angka, _ ; nama ini dipakai di dalam rumus
kind = "text"
label.id = "Nama lengkap"
label.en = "Full name"
# Kalimat yang diucapkan petugas, paling banyak 15 kata.
say.id = "Siapa nama lengkap Bapak atau Ibu, seperti di KTP?"
say.en = "What is your full name, as on the KTP?"
example = "SITI AMINAH"
why.id = "Nama ini tertulis di izin."
why.en = "This name is written on the permit."
where.id = "KTP, baris di bawah NIK"
where.en = "KTP, the line below the NIK"
required = true
meaning = "nama"          # arti yang sama di semua paket: tidak ditanya dua kali

[[question]]
name = "nik"
kind = "nik"
same_label = true
label = "NIK"
say.id = "Boleh saya pinjam KTP-nya? Saya salin nomornya."
say.en = "May I borrow your KTP? I will copy the number."
example = "1472 0617 0845 0001"
why.id = "Nomor ini memastikan orangnya."
why.en = "This number makes sure of the person."
required = true
meaning = "nik"

[[question]]
name = "status_tempat"
kind = "choice"
choices = "status_tempat"
label.id = "Status tempat"
label.en = "Place"
say.id = "Tempatnya milik sendiri atau sewa?"
say.en = "Is the place your own or rented?"
why.id = "Tempat sewa memerlukan perjanjian."
why.en = "A rented place needs an agreement."
required = true

# Hanya ditanya kalau relevant benar (bahasa rumusnya CEL).
[[question]]
name = "dok_sewa"
kind = "document"
label.id = "Perjanjian sewa"
label.en = "Rental agreement"
say.id = "Apakah perjanjian sewanya dibawa?"
say.en = "Did you bring the rental agreement?"
why.id = "Bukti bahwa tempat boleh dipakai."
why.en = "Proof that the place may be used."
relevant = 'status_tempat == "sewa"'

[question.document]
issuer.id = "Pemilik tempat"
issuer.en = "The owner of the place"
if_missing.id = "Buat perjanjian tertulis dengan pemilik, lalu kembali."
if_missing.en = "Make a written agreement with the owner, then come back."
copy_is_enough = true
"#;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::{Source, load, render};

    #[test]
    fn the_starter_has_no_problem_whatever_its_title() {
        for title in ["", "Izin \"A\" \\ ${b}", "Surat izin"] {
            let sources: Vec<Source> = starter("izin-baru", title)
                .into_iter()
                .map(|(name, text)| Source { name, text: text.into() })
                .collect();
            let (pack, problems) = load(&sources, jiff::civil::date(2026, 11, 22));
            assert_eq!(render(&problems, &sources), "");
            let shown = if title.is_empty() { "izin-baru" } else { title };
            assert_eq!(pack.map(|pack| pack.title.id), Some(shown.to_owned()));
        }
    }
}
