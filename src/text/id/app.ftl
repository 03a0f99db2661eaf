# Yang dikatakan program tentang pekerjaannya sendiri. Pesan = apa yang terjadi, .why = mengapa, .next = lalu bagaimana.

app-read-only = Ini hanya untuk dibaca.
    .why = Loket sedang dipakai di jendela lain.
    .next = Untuk mengubah, pakai jendela itu.
app-finished = Permohonan ini sudah selesai ditulis.
    .why = Isinya sudah dibacakan dan disetujui pemohon.
    .next = Untuk mengubah, buka Daftar tugas lalu tekan U (Ubah lagi).
app-nothing-to-undo = Tidak ada lagi yang bisa diurungkan.
app-recovered = Dipulihkan sampai { $time }.
app-case-damaged =
    { $count ->
       *[other] { $count } catatan permohonan ini tidak dapat dibaca.
    }
    .why = Sebagian berkas data di disk rusak. Catatan lain tetap utuh dan sudah dibuka.
    .next = Periksa jawaban yang kosong bersama pemohon. Lalu minta petugas komputer memeriksa disk dan cadangan.
app-no-reason-needed = Jawaban ini tidak perlu alasan.
app-resumed = Permohonan diambil lagi.
    .why = Papan klip komputer sedang tidak dapat dipakai.
    .next = Ketik saja di OSS sambil melihat layar ini.
app-settings-broken = Ada yang keliru di pengaturan: { $problem }
    .why = Bagian yang keliru tidak dipakai. Yang lain tetap berlaku.
    .next = Perbaiki berkas itu bila sempat. Anda dapat terus bekerja.
app-clock-behind = Jam komputer mundur { $minutes } menit.
    .why = Jam sekarang lebih awal dari pekerjaan terakhir yang tersimpan.
    .next = Betulkan jam komputer. Pekerjaan Anda tidak hilang dan urutannya tetap benar.
app-damaged =
    { $count ->
       *[other] { $count } catatan tidak dapat dibaca.
    }
    .why = Sebagian berkas data di disk rusak. Catatan lain tetap utuh.
    .next = Teruskan bekerja, dan minta petugas komputer memeriksa disk serta cadangan hari ini.
app-pack-missing = Layanan { $pack } tidak ada di komputer ini.
    .why = Permohonan ini memakai formulir yang belum dipasang di sini.
    .next = Buka di loket yang memakainya, atau minta petugas komputer memasangnya.
app-pack-broken = Formulir layanan { $pack } tidak dapat dibaca.
    .why = Ada yang keliru di berkas formulirnya.
    .next = Minta petugas komputer menjalankan: loket pack check
app-no-terminal = Loket perlu dijalankan di jendela terminal.
    .why = Di sini tidak ada layar atau papan tombol.
    .next = Buka terminal, lalu ketik: loket
app-old-console = Jendela ini memakai bentuk lama yang tidak dapat menampilkan Loket.
    .why = Setelan "konsol lama" (legacy console) di Windows sedang menyala.
    .next = Klik kanan judul jendela, pilih Properties, hapus centang "Use legacy console", lalu buka lagi jendelanya.
app-demo-broken = Contoh tidak dapat disiapkan.
    .why = Berkas contoh di dalam program ini keliru.
    .next = Jalankan Loket tanpa contoh, dan laporkan kepada petugas komputer.

queue-continue = LANJUTKAN
queue-waiting = MENUNGGU
queue-handover = SERAHKAN KE OSS
queue-done = SELESAI

setup-place = Loket baru
setup-welcome = Selamat datang di Loket. Lima isian, lalu kita mulai.
setup-office = Nama kantor
    .hint = Tercetak di tanda terima
setup-counter = Loket
    .hint = Meja ini, misalnya Loket 2
setup-officer = Nama Anda
    .hint = Untuk mencatat siapa yang mengisi
setup-passphrase = Kata sandi
    .hint = Beberapa kata, minimal 8 huruf
setup-passphrase-again = Kata sandi lagi
    .hint = Sekali lagi, agar tidak salah ketik
setup-recovered = Kunci pemulihan cocok. Sekarang buat kata sandi baru.
setup-busy = Menyiapkan kantor… sebentar.
setup-empty = Baris ini masih kosong.
    .next = Isi dahulu, lalu tekan Enter.
setup-short = Kata sandi terlalu pendek.
    .why = Kata sandi pendek mudah ditebak orang.
    .next = Pakai paling sedikit { $shortest } huruf.
setup-differs = Dua kata sandi itu tidak sama.
    .next = Ketik lagi yang kedua. Bila ragu, ketik ulang keduanya.

tasks-code = Kode kunjungan
tasks-progress = { $done } dari { $total } lengkap
tasks-finished = Selesai ditulis. Tinggal disalin ke OSS.
tasks-done = Selesai. { $label } { $nib }
tasks-parked = Menunggu: { $reason }
tasks-damaged = { $count } catatan tidak dapat dibaca. Periksa jawaban yang kosong.
tasks-same =
    { $count ->
       *[other] Ada { $count } permohonan lain dengan NIK ini. Cari dengan nomornya di Beranda.
    }
tasks-status-complete = lengkap
tasks-status-part = sebagian
tasks-status-none = belum
tasks-status-blocked = terhalang
tasks-first = isi dulu: { $label }
tasks-questions = { $count } pertanyaan
tasks-left = { $count } pertanyaan lagi
tasks-no-repeat = Bagian ini tidak bisa ditambah atau dihapus.
tasks-full = Paling banyak { $max }.
tasks-least = Paling sedikit { $min }, jadi tidak bisa dihapus.
tasks-removed = Dihapus. Ctrl-Z untuk mengembalikan.

review-place = Periksa kembali
review-aloud = Bacakan pelan-pelan, lalu tanyakan:
review-right = Sudah betul, Pak? Bu?
review-problems =
    { $count ->
       *[other] { $count } hal perlu dilihat sebelum selesai
    }
review-missing = belum diisi
review-ready = Semua lengkap. Bila pemohon bilang betul, tekan S.
review-finished = Sudah selesai ditulis. Tekan Enter untuk menyalin ke OSS.
review-not-yet =
    { $count ->
       *[other] Belum bisa selesai: masih ada { $count } hal.
    }
    .why = OSS akan menolak isian yang kurang.
    .next = Tekan Enter untuk melihatnya.


prompt-aside = Ini yang tadi sudah diketik di sini. Enter menyimpannya; boleh diubah atau dihapus.
prompt-empty = Masih kosong. Tulis dahulu, atau Esc untuk batal.
prompt-reason = Mengapa jawaban ini tetap dipakai?
    .hint = Satu kalimat pendek, misalnya: KTP memang tertulis begitu.
prompt-note = Catatan untuk jawaban ini
    .hint = Misalnya: menyusul hari Senin. Kosongkan untuk menghapus.
prompt-park = Permohonan ini menunggu apa?
    .hint = Satu kalimat pendek, agar petugas lain juga mengerti.
prompt-amend = Mengapa dibuka lagi?
    .hint = Satu kalimat pendek. Semua yang sudah disalin perlu diperiksa lagi.
prompt-nib = NIB yang terbit di OSS
    .hint = 13 angka. Salin dari OSS, lalu cocokkan sekali lagi.

confirm-finish = Selesai? Pemohon sudah mendengar dan bilang betul?
    .why = Setelah ini isinya disalin ke OSS. Masih bisa dibuka lagi dengan alasan.
confirm-remove = Hapus bagian ini dengan semua jawabannya?
    .why = Bisa dikembalikan dengan Ctrl-Z.
confirm-quit = Keluar dari Loket?
    .why = Semua sudah disimpan. Besok mulai dari sini lagi.

recovery-title = Kunci pemulihan kantor ini
    .why = Bila kata sandi terlupa, hanya kunci ini yang bisa membuka data. Kunci ini tidak akan diperlihatkan lagi.
    .next = Tulis di kertas, cocokkan sekali lagi, lalu simpan di lemari terkunci. Jangan difoto.

finder-example = contoh, perlu diverifikasi dinas
app-services-broken = Daftar layanan kantor (forms/layanan.toml) ada yang salah.
    .why = Jawaban yang salah dilewati; layanan tetap bisa dicari dengan kata.
    .next = Jalankan loket pack check untuk melihat tempat kesalahannya.
