# Kata-kata di layar: bingkai, Beranda, pertanyaan, tanda terima.

screen-too-small =
    Jendela terlalu kecil.
    Besarkan sampai { $columns } x { $rows }.
    Pekerjaan Anda aman.
screen-light-typing = mengetik
screen-light-saving = menyimpan…
screen-light-saved = tersimpan { $time }
screen-light-failing = GAGAL MENYIMPAN
screen-read-only = hanya baca
screen-more = { $count } lagi
screen-quitting = Menyimpan, lalu keluar…

beranda-morning = Selamat pagi, { $officer }.
beranda-noon = Selamat siang, { $officer }.
beranda-afternoon = Selamat sore, { $officer }.
beranda-evening = Selamat malam, { $officer }.
beranda-search = Cari:
beranda-empty = Belum ada permohonan. Tekan N untuk pemohon baru.
beranda-nothing = Tidak ditemukan. Coba sebagian nama, nomor, atau kode kunjungan.
beranda-progress = { $done } dari { $total }
beranda-copied = { $done } dari { $total } disalin
beranda-done = NIB terbit
    .other = Selesai

when-today = tadi { $time }
when-yesterday = kemarin
when-day-1 = Senin
when-day-2 = Selasa
when-day-3 = Rabu
when-day-4 = Kamis
when-day-5 = Jumat
when-day-6 = Sabtu
when-day-7 = Minggu
when-month-1 = Jan
when-month-2 = Feb
when-month-3 = Mar
when-month-4 = Apr
when-month-5 = Mei
when-month-6 = Jun
when-month-7 = Jul
when-month-8 = Agu
when-month-9 = Sep
when-month-10 = Okt
when-month-11 = Nov
when-month-12 = Des

unlock-passphrase = Kata sandi
    .pin = PIN atau kata sandi
unlock-hint = Ketik kata sandi Anda. Bila lupa, ketik kunci pemulihan yang tersimpan di lemari.
unlock-busy = Membuka… sebentar.
unlock-read-only = Dibuka hanya untuk dibaca. Ketik kata sandi Anda.
unlock-occupied = Loket sudah terbuka di jendela lain.
    .why = Hanya satu jendela yang boleh mengubah, agar tidak ada yang tertimpa.
    .next = Pindah ke jendela itu. Atau tekan Enter untuk membuka di sini, hanya untuk dibaca.
lock-title = Layar terkunci
lock-kept = Yang sudah diketik tetap aman.
lock-hint = Ketik kata sandi Anda untuk melanjutkan di huruf yang sama.
    .pin = Ketik PIN atau kata sandi Anda untuk melanjutkan di huruf yang sama.
lock-other = Ganti petugas? Petugas lain cukup mengetik kata sandinya sendiri di sini. Petugas baru didaftarkan di Beranda: tombol { $key }.
lock-wrong = Kata sandi tidak cocok.
    .next = Periksa Caps Lock, lalu ketik lagi pelan-pelan.

fill-say = Ucapkan
fill-optional = (boleh kosong)
fill-where = Di mana
fill-example = Contoh
fill-why = Untuk apa
fill-issuer = Dari mana
fill-alternatives = Pengganti
fill-if-missing = Bila tidak ada
fill-reason = Alasan
fill-note = Catatan
fill-proposal = Usul: { $value }   (→ memakai usul ini)
sheet-choose = pilih dengan ← →
fill-reason-hint = Tekan { $key } untuk menulis alasannya.

option-ya = Ya
    .statement = Setuju
option-tidak = Tidak
    .statement = Belum setuju
option-asli = Asli dibawa
option-fotokopi = Fotokopi dibawa
option-tidak_ada = Tidak ada

receipt-title = Tanda Terima Kunjungan
receipt-copy = SALINAN
receipt-code = Kode
receipt-time = Waktu
receipt-counter = Loket
receipt-service = Layanan
receipt-complete = Lengkap
receipt-missing = Kurang
receipt-more-missing = dan { $count } hal lagi yang akan ditanyakan petugas
receipt-next = Berikutnya
receipt-opens = Jam buka
opens-then = { $today }, lalu { $next }
opens-today = hari ini sampai { $until }
opens-today-from = hari ini { $from }-{ $until }
opens-rest = (istirahat { $from }-{ $until })
opens-short = ({ $when })
opens-short-next = (buka lagi { $when })
receipt-opens-likely = { $day } (bisa berubah: hari raya menunggu penetapan)
receipt-opens-unknown = hari buka belum diketahui, tanyakan dulu ke kantor
receipt-next-bring = Datanglah lagi dengan yang kurang. Yang sudah ditulis tersimpan; tidak perlu mengulang.
receipt-next-finish = Tinggal diperiksa bersama petugas. Yang sudah ditulis tersimpan.
receipt-next-handover = Semua sudah lengkap. Petugas memasukkannya ke OSS. Bapak atau Ibu tidak perlu mengulang.
receipt-next-waiting = Permohonan disimpan sambil menunggu. Petugas sudah menjelaskan apa yang ditunggu. Tidak perlu mengulang.
receipt-next-done = NIB sudah terbit. Simpan baik-baik surat NIB Anda. Selamat berusaha!
receipt-privacy =
    Kertas ini tidak memuat nama atau nomor Anda.
    Sebutkan kodenya bila datang lagi.

lookup-why = cocok dengan
lookup-ask = Tanyakan
lookup-other-edition = Di KBLI { $edition } nomor ini berarti lain: { $title }
lookup-kbli-empty = Ketik usahanya dengan kata sehari-hari, seperti yang diucapkan pemohon.
    .next = Misalnya: jual gorengan, bengkel motor, jahit baju. Kode 5 angka juga bisa.
lookup-kbli-nothing = Tidak ditemukan usaha dengan kata itu.
    .next = Coba kata lain: apa yang dijual, dibuat, atau dilayani. Yang diketik tetap tersimpan.
lookup-wilayah-empty = Ketik beberapa huruf nama kecamatan.
lookup-wilayah-nothing = Tidak ditemukan wilayah dengan nama itu.
    .next = Coba nama kabupaten atau kotanya. Nama daerah hasil pemekaran bisa berbeda dari KTP lama.
lookup-postcodes = Kode pos: { $codes }
lookup-go-in = Enter: lihat wilayah di dalamnya
lookup-villages = Enter: pakai kecamatan ini. Kanan: pilih kelurahan atau desanya
lookup-take = Enter: pakai ini

tasks-waits = Selesaikan dulu: { $pack }. Tekan N untuk memulainya.
    .who = Selesaikan dulu: { $pack } ({ $who }). Tekan N untuk memulainya.
fill-taken-over = Sudah diisi di kunjungan { $code }; tidak perlu ditanya lagi.
finder-packs = Layanan yang cocok
finder-count = { $count } layanan
finder-hint = Pilih jawabannya, atau ketik saja apa yang dikatakan pemohon.
finder-nothing = Tidak ada layanan dengan kata itu.
    .next = Coba kata lain, atau hapus kata-katanya untuk menjawab pertanyaan satu per satu.
