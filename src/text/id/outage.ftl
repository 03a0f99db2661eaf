# Jurnal gangguan, surat keterangan gangguan, dan perintah `loket outage`.

mode-outage = Mencatat gangguan
mode-outages = Jurnal gangguan
action-outage = Gangguan
    .help = Catat gangguan OSS, atau catat bahwa sudah pulih
action-outages = Jurnal gangguan
    .help = Jurnal gangguan: hari ini dan bulan ini
action-save-csv = CSV
    .help = Simpan tabel bulan ini sebagai CSV
action-save-xlsx = XLSX
    .help = Simpan tabel bulan ini untuk Excel atau LibreOffice
action-letter = Surat gangguan
    .help = Buat surat keterangan gangguan untuk pemohon ini

outage-system-oss = OSS
    .short = OSS
outage-system-login = Login OSS
    .short = Login
outage-system-otp = OTP atau e-mail OSS
    .short = OTP
outage-system-dukcapil = Dukcapil
    .short = Dukcapil
outage-system-ahu = AHU
    .short = AHU
outage-system-jaringan = Jaringan kantor
    .short = Jaringan

outage-lamp = { $system } sejak { $time }
outage-window = Catat gangguan
outage-which = Sistem apa yang terganggu? Tekan nomornya.
outage-new = Gangguan: { $system }
outage-symptom = Apa yang terlihat?
outage-hint-oss = Misalnya: halaman tidak terbuka; pemeliharaan.
outage-hint-login = Misalnya: login gagal, kembali ke halaman masuk.
outage-hint-otp = Misalnya: OTP tidak masuk sejak pagi.
outage-hint-dukcapil = Misalnya: NIK tidak bisa diperiksa.
outage-hint-ahu = Misalnya: data akta tidak muncul.
outage-hint-jaringan = Misalnya: internet kantor putus.
outage-since-ask = Sejak jam berapa?
outage-until-ask = Pulih jam berapa?
outage-by = Dicatat oleh { $officer }. Kosongkan gejala jika belum jelas.
outage-since = sejak { $time }
outage-end = { $system } sudah pulih?
outage-correct = Gangguan: { $system }
outage-lasted = Lama gangguan: { $time }.
outage-by-light = lampu OSS
outage-lasting = masih berlangsung
outage-today = hari ini
outage-minutes = { $minutes } menit
outage-hours = { $hours } jam
outage-hours-minutes = { $hours } jam { $minutes } menit
outage-time-empty = Kosong berarti masih berlangsung.
outage-time-unreadable = Jam belum terbaca.
    .why = Yang ditulis bukan jam.
    .next = Tulis seperti 10.41 atau kemarin 14.55.
outage-time-future = Jam itu belum tiba.
    .why = Gangguan dicatat setelah terjadi.
    .next = Periksa jamnya, atau tulis juga tanggalnya, misalnya 20/11 14.55.
outage-time-before = Jam pulih lebih awal daripada mulainya ({ $time }).
    .why = Gangguan tidak bisa selesai sebelum mulai.
    .next = Perbaiki salah satu jam.
outage-logged = Gangguan dicatat sejak { $time }.
    .why = Catatan ini dipakai untuk surat dan laporan bulanan.
    .next = Setelah pulih, tekan tombol yang sama.
outage-ended = Pulih pukul { $time }, sudah dicatat.
outage-corrected = Waktu gangguan sudah diperbaiki.
outage-unchanged = Tidak ada yang berubah.
outage-no-symptom = (gejala tidak dicatat)
outage-no-cases = Tidak ada berkas yang menunggu karena gangguan ini.
outage-cases = { $count } berkas terkena: { $codes }
outage-months = PageUp: bulan sebelumnya
outage-none = Tidak ada gangguan yang dicatat bulan ini.
outage-totals = { $count } gangguan · { $time } · di jam kerja { $lost }
    .cases = { $cases } berkas terkena · { $called } pemohon sudah dihubungi
outage-title = GANGGUAN SISTEM BULAN { $month }
outage-sheet = Gangguan
outage-sheet-notes = Keterangan
outage-total = Jumlah
outage-column-day = Tanggal
    .short = Tgl
outage-column-system = Sistem
    .short = Sistem
outage-column-span = Waktu
    .short = Waktu
outage-column-symptom = Gejala
outage-column-since = Sejak
outage-column-until = Sampai
outage-column-minutes = Lama (menit)
    .short = Menit
outage-column-lost = Hilang di jam kerja (menit)
    .short = Jam kerja
outage-column-cases = Berkas terkena
    .short = Berkas
outage-column-called = Pemohon dihubungi
    .short = Dihubungi
outage-column-by = Pencatat
outage-note-lost = Jam kerja: { $hours }, tanpa hari libur dan cuti bersama.
outage-note-total = Jumlah menit: gangguan beberapa sistem pada waktu yang sama dihitung satu kali.
outage-note-cases = Berkas terkena: yang dititipkan selama gangguan (atau paling lama 15 menit sebelumnya) untuk menunggu sistem itu.
outage-note-called = Pemohon dihubungi: berkas terkena yang pemohonnya sudah dihubungi sedikitnya satu kali sejak menunggu.
outage-note-holidays = Hari libur tahun ini belum diketahui: setiap hari kerja biasa ikut dihitung.
    .short = (hari libur belum diketahui)
app-outages-saved = Tabel gangguan disimpan: { $file }
outages-place = Jurnal gangguan

letter-copy = SALINAN
letter-number = Nomor: { $number }
letter-no-symptom = sistem tidak dapat digunakan
letter-lasting = surat ini dibuat, { $time } (belum pulih)
letter-title = Surat Keterangan { $number }
letter-waits = Nomor surat sudah dicatat. Untuk mencetak, tekan G di daftar tugas.
letter-no-outage = Belum ada gangguan yang dicatat untuk surat ini.
    .why = Surat dibuat dari gangguan di jurnal: yang mengenai permohonan ini, yang masih berlangsung, atau yang selesai hari ini.
    .next = Catat dulu gangguannya dengan Alt-G, lalu buat suratnya.
letter-template-near = Surat belum dibuat: isian { $found } tidak dikenal. Mungkin maksudnya { $near }?
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Perbaiki berkas itu, lalu tekan lagi. Nomor surat belum terpakai dan tidak ada yang hilang.
letter-template-field = Surat belum dibuat: isian { $found } tidak dikenal.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Pakai isian yang dikenal, misalnya {"{"}pemohon{"}"}, {"{"}kode{"}"}, atau {"{"}sejak{"}"}, lalu tekan lagi. Nomor surat belum terpakai dan tidak ada yang hilang.
letter-template-plain = Surat belum dibuat: { $found } tidak bisa dipakai di baris ini.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Tulis langsung kata-katanya, lalu tekan lagi. Nomor surat belum terpakai dan tidak ada yang hilang.
letter-template-brace = Surat belum dibuat: kurung kurawal belum ditutup.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Tutup dengan {"}"} di baris yang sama, lalu tekan lagi. Nomor surat belum terpakai dan tidak ada yang hilang.
letter-template-key = Surat belum dibuat: baris { $found } tidak dikenal.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Yang dikenal: kop, kota, kepala, nip, jabatan, nomor, judul, isi. Perbaiki, lalu tekan lagi. Nomor surat belum terpakai.
letter-template-text = Surat belum dibuat: { $found } harus berupa teks di antara tanda petik.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Beri tanda petik, misalnya nip = "1960…", lalu tekan lagi. Nomor surat belum terpakai.
letter-template-list = Surat belum dibuat: { $found } harus berupa daftar teks.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Tulis seperti kop = ["baris satu", "baris dua"], lalu tekan lagi. Nomor surat belum terpakai.
letter-template-number = Surat belum dibuat: pola nomor tidak memuat {"{"}nomor{"}"}.
    .why = { $file }, baris { $line }, kolom { $column }. Tanpa {"{"}nomor{"}"} semua surat bernomor sama:
        { $picture }
    .next = Tambahkan {"{"}nomor{"}"} di baris itu, lalu tekan lagi. Nomor surat belum terpakai.
letter-template-empty = Surat belum dibuat: isinya kosong.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Tulis isi surat, atau hapus baris itu agar isi bawaan dipakai. Nomor surat belum terpakai.
letter-template-toml = Surat belum dibuat: berkas contoh surat salah tulis.
    .why = { $file }, baris { $line }, kolom { $column }:
        { $picture }
    .next = Periksa tanda petik dan kurung di baris itu, lalu tekan lagi. Nomor surat belum terpakai dan tidak ada yang hilang.
letter-template-unread = Surat belum dibuat: { $file } tidak bisa dibaca.
    .why = Berkas itu bukan teks UTF-8, atau tidak boleh dibuka.
    .next = Simpan lagi sebagai teks UTF-8, atau pindahkan agar contoh bawaan dipakai.

cli-help-outage = Jurnal gangguan: daftar sebulan, catat, pulih, contoh surat
cli-help-outage-list = Gangguan satu bulan: lama, berkas terkena, pemohon dihubungi
    .month = Bulan, misalnya 2026-11. Bawaan: bulan ini
    .csv = Tulis tabel ke berkas CSV
    .pdf = Tulis tabel sebagai PDF A4
    .xlsx = Tulis tabel ke berkas XLSX
    .replace = Ganti berkas bila sudah ada
cli-help-outage-log = Catat gangguan
    .system = oss, login, otp, dukcapil, ahu, atau jaringan
    .symptom = Apa yang terlihat
    .since = Sejak kapan: 10.41, "kemarin 14.55", "20/11 14.55". Bawaan: sekarang
cli-help-outage-end = Catat bahwa sistem sudah pulih
    .system = oss, login, otp, dukcapil, ahu, atau jaringan
    .until = Pulih kapan. Bawaan: sekarang
cli-help-outage-template = Contoh surat keterangan gangguan bawaan, atau periksa contoh surat kantor
    .file = Berkas contoh surat yang diperiksa
cli-outage-month = { $month } bukan bulan.
    .why = Bulan ditulis sebagai tahun dan nomor bulan.
    .next = Tulis misalnya --month 2026-11.
cli-outage-already = Gangguan { $name } sudah dicatat sejak { $since }.
    .why = Satu sistem hanya bisa punya satu gangguan yang masih berlangsung.
    .next = Catat dulu pulihnya: loket outage end --system { $system }.
cli-outage-not-down = Tidak ada gangguan { $name } yang masih berlangsung.
    .why = Yang bisa diakhiri hanya gangguan yang sudah dicatat dan belum pulih.
    .next = Lihat jurnalnya: loket outage list.
cli-outage-logged = Gangguan { $name } dicatat sejak { $time }.
cli-outage-ended = { $name } pulih. Lama gangguan { $time }.
cli-outage-template-good = { $file }: tidak ada yang salah.
