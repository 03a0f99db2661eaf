# `loket check`: bantuan, kata-kata jawaban, dan yang tidak bisa diperiksa.

cli-help-check = Periksa nomor: dari baris perintah, atau satu per baris dari masukan standar
    .kind = Jenisnya: nik, npwp, nitku, nib, ahu, akta, kpj, bpjs, npp, kbli, phone, email, postal
    .values = Nomor yang diperiksa; - atau kosong untuk masukan standar
    .edition = Edisi KBLI: 2025 atau 2020. Bawaan: 2025

check-ok = tidak ada yang janggal
check-info = ada catatan
check-periksa = perlu diperiksa
check-salah = salah

check-nik-male = { $place }; laki-laki; { $birth } ({ $age } tahun)
check-nik-female = { $place }; perempuan; { $birth } ({ $age } tahun)
check-npwp-fifteen = NPWP lama, 15 angka
check-npwp-zero = 0 dan NPWP lama
check-npwp-nik = bentuk NIK
check-npwp-coretax = bentuk Coretax
check-npwp-unknown = bentuk tidak dikenal
check-nitku-main = pusat
check-nitku-branch = cabang { $place }
check-ahu-founding = pendirian { $entity }
check-ahu-change = perubahan { $entity }
check-ahu-register = nomor Daftar Perseroan
check-ahu-notary = SK pengangkatan notaris
check-ahu-unknown = jenis surat tidak dikenal
check-kbli-title = KBLI { $edition }: { $title }
check-kbli-untitled = KBLI { $edition }: tidak ada di daftar yang terpasang
check-phone-mobile = HP
check-phone-landline = telepon rumah atau kantor
check-phone-foreign = luar negeri

check-not-utf = Baris ini bukan teks yang bisa dibaca.
    .why = Isinya bukan UTF-8; mungkin berkasnya dari program lain.
    .next = Simpan ulang berkasnya sebagai teks UTF-8, lalu periksa lagi.
check-line-long = Baris ini lebih panjang dari { $most } KB.
    .why = Tidak ada nomor sepanjang itu. Mungkin berkasnya bukan satu nomor per baris.
    .next = Tulis satu nomor di setiap baris, lalu periksa lagi.
check-edition-of-kbli = --edition hanya untuk kbli.
    .why = Nomor lain tidak punya edisi.
    .next = Hapus --edition.
check-not-read = Masukan standar tidak bisa dibaca ({ $kind }).
    .why = Sistem menolak membacanya.
    .next = Periksa berkas atau perintah di depannya, lalu ulangi.
check-not-written = Jawaban tidak bisa ditulis ({ $kind }).
    .why = Sistem menolak menulisnya; mungkin disk penuh.
    .next = Periksa tempat menulisnya, lalu ulangi.
