# Baris perintah. Teks bantuan (cli-help…), jawaban perintah, dan penolakan (.why, .next).

cli-help = Loket, program loket pelayanan: menyimpan setiap ketikan, memeriksa setiap nomor, siap disalin ke OSS.
    .data = Folder data. Bawaan: folder data milik pengguna ini
    .passphrase-file = Berkas yang baris pertamanya kata sandi, untuk otomatisasi
    .lang = Bahasa: id atau en
    .json = Jawab dalam JSON
    .help = Tampilkan bantuan ini
    .version = Tampilkan versi
    .demo = Mulai dengan kantor coba-coba dan pemohon rekaan
    .read-only = Mulai hanya untuk membaca, juga saat Loket lain terbuka
    .offline = Jangan memakai jaringan sama sekali: lampu OSS padam
cli-help-heading-usage = Pemakaian:
cli-help-heading-commands = Perintah
cli-help-heading-options = Pilihan
cli-help-heading-arguments = Isian
cli-help-init = Buat kantor baru dan tampilkan kunci pemulihannya satu kali
    .office = Nama kantor
    .counter = Nama loket
    .officer = Nama petugas pertama
cli-help-draft = Permohonan: daftar, lihat, ekspor, impor
cli-help-draft-list = Semua permohonan, yang terakhir diubah paling atas
    .queue = Hanya antrean ini: call, supervisor, continue, waiting, handover, done
cli-help-draft-show = Satu permohonan: pertanyaan, jawaban, hasil pemeriksaan
    .case = Kode kunjungan (KUDA-472-M) atau id
    .full = Tampilkan NIK lengkap
cli-help-draft-export = Tulis satu permohonan sebagai berkas JSON yang bisa diimpor
    .case = Kode kunjungan (KUDA-472-M) atau id
    .file = Berkas yang ditulis. Bawaan: layar
    .replace = Ganti berkas bila sudah ada
cli-help-draft-import = Buat permohonan dari berkas JSON berisi jawaban
    .file = Berkas yang dibaca; - untuk masukan baku
cli-help-pack = Paket formulir: list, check, show, new, preview, import, export, schema
cli-help-pack-list = Semua paket yang bisa dipakai
cli-help-pack-check = Tunjukkan semua masalah paket, dengan berkas, baris, dan letaknya
    .paths = Folder paket, atau folder berisi beberapa paket. Bawaan: paket bawaan dan paket kantor
cli-help-pack-show = Apa yang ditanyakan sebuah paket
    .id = Id paket
    .graph = Apa menunggu apa: tulis text (bawaan) atau dot untuk Graphviz
cli-help-verify = Buktikan semua data utuh, dan sebutkan yang rusak
cli-help-backup = Salin data tersandi ke satu berkas, juga saat Loket sedang dipakai
    .file = Berkas yang ditulis
    .replace = Ganti berkas bila sudah ada
cli-help-restore = Pulihkan dari cadangan; data sekarang disisihkan
    .file = Berkas cadangan
cli-help-drill = Matikan program berulang kali di folder sementara dan hitung yang hilang
    .kills = Berapa kali
    .seed = Bibit acak, untuk mengulang latihan
cli-help-completions = Skrip pelengkap untuk shell
    .shell = Shell yang mana
cli-help-man = Halaman manual, atau semua halaman ke sebuah folder
    .folder = Folder untuk satu halaman per perintah

# Potongan pesan.
cli-why = mengapa
cli-next = lalu
cli-and-more = … dan { $count } lagi
cli-ask-passphrase = Kata sandi
cli-ask-new-passphrase = Kata sandi baru
cli-ask-again = Sekali lagi
cli-state-draft = draf
cli-state-finalized = selesai
cli-state-done = NIB terbit
cli-state-parked = menunggu
cli-state-call = hubungi kembali
cli-empty-required = (masih kosong, wajib diisi)
cli-origin-built-in = bawaan
cli-origin-office = kantor
cli-origin-imported = impor
cli-origin-hides = { $origin }, menutupi { $hidden }
cli-graph-when = bila
cli-graph-after = sesudah
cli-column-code = KODE
cli-column-state = KEADAAN
cli-column-progress = TERISI
cli-column-last = TERAKHIR DIUBAH
cli-column-name = PEMOHON
cli-column-activity = USAHA
cli-column-pack = PAKET
cli-column-version = VERSI
cli-column-status = STATUS
cli-column-origin = ASAL
cli-column-title = JUDUL

# Jawaban.
cli-no-cases = Belum ada permohonan.
cli-damaged = peringatan: { $count } catatan tidak dapat dibaca. Jalankan loket verify.
cli-exported = Ditulis: { $file }
cli-export-readable = peringatan: berkas ini tidak disandikan. Hapus bila sudah tidak diperlukan.
cli-imported = { $count } permohonan diimpor.
cli-created =
    Kantor siap dipakai: { $folder }

    Kunci pemulihan:

        { $key }

    Kunci ini hanya ditampilkan sekali. Tulis atau cetak, lalu simpan di tempat terkunci:
    tanpa kunci ini dan tanpa kata sandi, tidak ada yang dapat membuka data, pembuat Loket pun tidak.
cli-verified = { $events } kejadian dari { $cases } permohonan diperiksa.
cli-whole = Semuanya utuh.
cli-backed-up = Cadangan ditulis: { $file } ({ $kib } KiB, { $events } kejadian dari { $cases } permohonan).
cli-restored = Dipulihkan ke { $folder }: { $events } kejadian dari { $cases } permohonan.
cli-moved-aside = Data yang tadinya ada sekarang di: { $file }
cli-drilled =
    { $kills } kali dimatikan, { $shown } huruf sempat tampil.
    Hilang: { $lost }. Hilang padahal sudah tersimpan: { $acknowledged }. (bibit { $seed })
cli-checked = { $problems } masalah di { $files } berkas
cli-checked-warnings = { $problems } masalah dan { $warnings } peringatan di { $files } berkas
cli-pack-unreadable = (tidak terbaca; lihat loket pack check)

# Penolakan.
cli-usage = Perintah tidak dimengerti: { $text }
    .why = Ada kata atau pilihan yang kurang, atau tidak dikenal.
    .next = Lihat loket --help.
cli-start-options = --demo dan --read-only memulai program, jadi tidak dipakai bersama perintah lain.
    .why = Perintah bekerja tanpa layar.
    .next = Hilangkan pilihan itu atau perintahnya.
cli-no-terminal = Tidak ada terminal untuk menampilkan Loket.
    .why = Masukan atau keluaran tersambung ke berkas atau program lain.
    .next = Jalankan loket di terminal, atau pakai perintah: loket --help.
cli-no-home = Folder data tidak diketahui.
    .why = Pengguna ini tidak punya folder rumah.
    .next = Sebutkan foldernya: loket --data FOLDER.
cli-file-missing = Berkas tidak ada: { $file }
    .why = Tidak ditemukan berkas atau folder dengan nama itu.
    .next = Periksa nama dan foldernya.
cli-file-exists = Berkas sudah ada: { $file }
    .why = Loket tidak pernah menimpa berkas tanpa diminta.
    .next = Pilih nama lain, atau tambahkan --replace.
cli-file-held = Berkas sedang terbuka di program lain: { $file }
    .why = Windows tidak mengizinkan dua program menulis satu berkas.
    .next = Tutup berkas itu di program lain (misalnya Excel atau pembaca PDF), lalu ulangi.
cli-file-refused = Berkas tidak dapat dibaca atau ditulis: { $file } ({ $kind })
    .why = Komputer menolak.
    .next = Periksa hak pakainya, dan apakah disk masih terpasang.
cli-office-exists = Sudah ada kantor di folder ini: { $folder }
    .why = Kantor baru memerlukan berkas yang sama. Tidak ada yang diubah.
    .next = Pilih folder lain dengan --data, atau jalankan loket untuk bekerja di kantor ini.
cli-name-empty = --{ $option } masih kosong.
    .why = Tanda terima menyebut nama kantor, loket, dan petugas.
    .next = Isi namanya.
cli-passphrase-needed = Kata sandi diperlukan, tetapi tidak ada terminal untuk menanyakannya.
    .why = Data disandikan.
    .next = Beri --passphrase-file BERKAS, atau jalankan perintah ini di terminal.
cli-passphrase-differs = Kedua kata sandi berbeda.
    .why = Salah satunya salah ketik. Tidak ada yang dibuat.
    .next = Jalankan perintah ini sekali lagi.
cli-passphrase-short = Kata sandi terlalu pendek: paling sedikit { $least } huruf.
    .why = Kata sandi pendek cepat tertebak bila komputer dicuri.
    .next = Pakai beberapa kata biasa, misalnya empat kata.
cli-cancelled = Dibatalkan.
    .why = Anda meninggalkan pertanyaan kata sandi.
    .next = Jalankan lagi perintah ini bila sudah siap.
cli-case-code = “{ $case }” bukan kode kunjungan dan bukan id.
    .why = Kode terdiri dari satu kata, tiga angka, dan satu huruf pemeriksa yang harus cocok.
    .next = Bandingkan dengan tanda terima, atau lihat loket draft list.
cli-case-missing = Tidak ada permohonan { $case }.
    .why = Di folder data ini tidak ada permohonan dengan kode atau id itu.
    .next = Lihat loket draft list, atau periksa --data.
cli-case-several = Beberapa permohonan memakai kode { $case }.
    .why = Kode dapat berulang bila permohonan sangat banyak.
    .next = Pakai id: { $one } atau { $other }.
cli-pack-unknown = Tidak ada paket “{ $pack }”.
    .why = Paket yang ada: { $known }.
    .next = Periksa id-nya, atau letakkan paket di folder forms dalam folder data.
cli-pack-broken = Paket “{ $pack }” punya kesalahan dan tidak dapat dibuka.
    .why = Tidak semua aturannya dapat dimengerti.
    .next = Jalankan loket pack check untuk melihat semua kesalahan dan letaknya.
cli-no-pack = Tidak ada paket di { $path }.
    .why = Folder ini dan folder di dalamnya tidak punya pack.toml.
    .next = Sebutkan folder paket, atau folder yang berisi folder paket.
cli-import-refused = Berkas tidak diimpor: ada { $count } kesalahan.
    .why = Berkas diimpor seluruhnya atau tidak sama sekali. Tidak ada yang ditulis.
    .next = Perbaiki berkasnya, lalu impor lagi. Daftar pertanyaan: loket pack show.

# Kesalahan dalam berkas jawaban.
import-not-json = baris { $line }, kolom { $column }: ini bukan JSON
import-unknown-key = kunci `{ $key }` tidak dikenal
import-unknown-key-near = kunci `{ $key }` tidak dikenal; maksud Anda `{ $nearest }`?
import-wrong-shape = `{ $key }` harus { $expected ->
        [text] teks di dalam tanda kutip
        [texts] teks menurut letaknya
        [numbers] daftar nomor urut
        [yes_no] true atau false
        [list] daftar
        [number] angka
        [waiting] keterangan menunggu (on, until, consent, left, met, calls)
        [condition] oss, login, otp, nik, akta, npwp, dokumen, dinas, atau tanggal
        [outcome] dijawab, tidak_diangkat, atau datang
        [care] daftar dari lansia, disabilitas, hamil, jauh
       *[case] permohonan dengan pack dan answers
    }
import-wrong-pack = paket `{ $found }` diberikan, padahal seharusnya `{ $expected }`
import-unknown-path = tidak ada pertanyaan `{ $path }`
import-unknown-path-near = tidak ada pertanyaan `{ $path }`; maksud Anda `{ $nearest }`?
import-takes-no-answer = `{ $path }` tidak diisi: Loket menghitungnya sendiri
import-unknown-repeat = tidak ada bagian berulang `{ $path }`
import-unknown-repeat-near = tidak ada bagian berulang `{ $path }`; maksud Anda `{ $nearest }`?
import-bad-instance = `{ $path }` punya nomor { $instance } dua kali, atau nomor di bawah 1
import-not-finished-empty = belum bisa selesai: `{ $path }` masih kosong
import-not-finished-wrong = belum bisa selesai: `{ $path }` salah, atau perlu alasan
import-nothing-to-hand-over = tidak ada yang bisa disalin ke OSS dari `{ $path }`

drill-failed = Latihan cabut kabel tidak dapat dijalankan di PC ini.
    .why = Terminal semu atau folder sementara tidak bisa dibuka.
    .next = Pastikan folder sementara dapat ditulisi, lalu jalankan lagi.
