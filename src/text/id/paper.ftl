# Kertas untuk dibawa pulang: daftar syarat, formulir kosong; dan nama bahasa daerah.

paper-requirements = Daftar syarat
paper-status = Status
paper-status-resmi = resmi ({ $version })
paper-status-contoh = contoh, verifikasi dinas ({ $version })
paper-cost = Biaya
paper-time = Waktu
paper-code = Kode
paper-first = Selesaikan dulu
paper-first-sometimes = Bila berlaku: { $say }
paper-must = Wajib dibawa
paper-missing = Masih kurang, bawalah
paper-sometimes = Dibawa bila berlaku untuk Anda (tanyakan ke petugas)
paper-may = Bawalah bila ada
paper-brought = Sudah dibawa
paper-asked = Yang akan ditanyakan
paper-more = dan { $count } lagi, tanyakan ke petugas
paper-copy = asli atau fotokopi
paper-original = asli
paper-each = untuk tiap { $of }
paper-if-missing = Bila tidak ada
paper-alternatives = Pengganti
paper-issuer = Dari
paper-privacy = Kertas ini tidak memuat nama atau nomor Anda.
paper-may-grow = Daftar ini mengikuti jawaban Anda sampai hari ini dan bisa bertambah.

paper-form = Formulir kosong
paper-form-day = Tanggal
paper-form-officer = Petugas
paper-form-code = Kode kunjungan
paper-form-legend =
    Untuk hari ketika komputer mati. Tanda * wajib diisi.
    Tulis dengan huruf cetak, satu kotak satu angka.
paper-form-sometimes = bila berlaku
paper-form-more = Bila lebih banyak, salin bagian ini di kertas lain.
paper-form-example = Contoh: { $example }
paper-form-end = Kertas ini memuat data pribadi setelah diisi. Simpan terkunci, ketik ke Loket, lalu hancurkan.
paper-form-nik = 16 angka
paper-form-npwp = 16 angka, atau 15 angka pada kartu lama
paper-form-phone = Mulai dengan 08
paper-form-nib = 13 angka
paper-form-nitku = 22 angka
paper-form-kbli = 5 angka; kosongkan bila belum tahu
paper-form-region = Kecamatan, lalu kabupaten atau kotanya
paper-form-postcode = 5 angka
paper-form-kpj = 11 angka
paper-form-bpjs = 13 angka
paper-form-date = Tanggal - bulan - tahun
paper-form-rt-rw = RT / RW
paper-form-rupiah = Rupiah penuh, tanpa sen
paper-form-decimal = Pakai koma untuk pecahan
paper-form-place = Lintang, bujur
paper-form-one = Pilih satu
paper-form-several = Boleh lebih dari satu

# Kalimat yang diucapkan, dalam bahasa pemohon.
fill-say-in = Ucapkan ({ $tongue })
app-no-tongues = Layanan ini belum punya kalimat dalam bahasa daerah.
tasks-spoken = Kalimat untuk pemohon: bahasa { $tongue }.
tongue-id = Indonesia
tongue-ms_riau = Melayu Riau
tongue-min = Minang
tongue-jv = Jawa
tongue-su = Sunda
tongue-bbc = Batak Toba
tongue-ace = Aceh
tongue-bjn = Banjar
tongue-bug = Bugis
tongue-mak = Makassar
tongue-ban = Bali
tongue-mad = Madura
tongue-sas = Sasak

# Layar daftar syarat.
action-requirements = Syarat
    .help = Daftar syarat untuk dibawa pulang
action-large = Huruf besar
    .help = Huruf besar, atau kembali ke satu halaman
action-speak = Bahasa ucapan
    .help = Ucapan dalam bahasa daerah pemohon

# Perintah.
cli-help-pack-print = Tulis daftar syarat sebuah paket untuk dibawa pulang, atau formulir kosongnya
    .id = Id paket
    .large = Huruf besar: sedikit kata tiap baris, untuk mata yang lemah
    .form = Formulir kosong, urut seperti di layar, untuk hari ketika komputer mati
    .pdf = Tulis sebagai PDF ke berkas ini
    .size = Ukuran PDF: a4 atau a5
    .file = Berkas yang ditulis. Bawaan: layar
    .replace = Ganti berkas bila sudah ada
