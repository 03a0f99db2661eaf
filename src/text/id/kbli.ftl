# Mencari kode KBLI: bantuan baris perintah, jawaban, dan penolakan (.why, .next).

cli-help-kbli = KBLI: cari kode dari ucapan pemohon, lihat arti sebuah kode
cli-help-kbli-search = Kode yang paling cocok dengan ucapan pemohon, yang terbaik paling atas
    .words = Ucapan pemohon, misalnya: jual gorengan. Boleh juga awal sebuah kode
    .edition = Edisi KBLI: 2025 atau 2020
    .limit = Paling banyak berapa kode
cli-help-kbli-show = Arti satu kode: judul, letaknya, sebutan sehari-hari, dan beda antaredisi
    .code = Kode, misalnya 56101
    .edition = Edisi KBLI: 2025 atau 2020

kbli-because = cocok: { $why }
kbli-edition = KBLI { $edition }
kbli-people-say = Orang bilang: { $words }
kbli-means-something-else = Hati-hati: di KBLI { $edition } nomor { $code } berarti lain: { $title }
kbli-candidates = Di KBLI 2025 kode ini mungkin menjadi (pilih bersama pemohon):
kbli-no-title = (judulnya tidak ada di daftar yang terpasang)

kbli-nothing = Tidak ada kode KBLI { $edition } yang cocok dengan “{ $words }”.
    .why = Tidak satu pun kata itu ada di judul atau sebutan sehari-hari.
    .next = Coba kata lain: barangnya apa, dan diapakan (dijual, dibuat, diservis, disewakan).
kbli-nothing-yet = Tidak ada kode KBLI { $edition } yang cocok dengan “{ $words }”.
    .why = Yang terpasang baru daftar awal, belum daftar resmi yang lengkap.
    .next = Coba kata lain, atau pasang daftar lengkap: loket data import.
kbli-no-edition = KBLI { $edition } tidak terpasang.
    .why = Edisi yang terpasang: { $known }.
    .next = Pilih salah satunya dengan --edition, atau pasang daftarnya: loket data import.
kbli-no-such-code = Tidak ada kode { $code } di KBLI { $edition }.
    .why = Daftar resmi edisi ini terpasang lengkap, dan kode itu tidak ada di dalamnya.
    .next = Periksa angkanya, atau cari dengan kata: loket kbli search.
kbli-not-in-starter = Kode { $code } tidak ada di daftar KBLI { $edition } yang terpasang.
    .why = Yang terpasang baru daftar awal, jadi kode itu mungkin saja ada.
    .next = Periksa di OSS, atau pasang daftar lengkap: loket data import.
kbli-in-other-edition = Kode { $code } tidak ada di daftar KBLI { $edition }, tetapi ada di KBLI { $other }.
    .why = Nomor KBLI berubah dari edisi ke edisi.
    .next = Lihat artinya: loket kbli show { $code } --edition { $other }
