# Kertas, cetak, dan printer.

print-foot = halaman { $page } dari { $pages }
print-number = No. { $number }

# Lembar salin.
print-retype-title = Lembar Salin ke OSS
print-retype-secret = Dokumen rahasia; musnahkan setelah dipakai.
print-retype-how = Ketik tiap nilai persis seperti tertulis, lalu centang kotaknya. Bila OSS melempar keluar, lanjutkan dari kotak yang masih kosong.
print-retype-page = Halaman { $page }: { $title }
print-field = Isian di OSS
print-value = Yang diketik
print-code = Kode
print-service = Layanan

# Slip panggilan.
print-call-title = Kami yang Menghubungi
    .yours = Yang Perlu Bapak/Ibu Lakukan
    .silent = Permohonan Menunggu
print-call-waits = Menunggu
print-call-left = Dititipkan
print-call-nothing = tidak ada; semua berkas Bapak/Ibu bawa pulang
print-call-phone = Telepon kantor
print-call-opens = Jam buka
print-call-other = kabar dari petugas loket
print-call-day = Tanggal
print-call-promise = Bapak/Ibu tidak perlu bolak-balik. Begitu keadaannya pulih, petugas menghubungi nomor yang Bapak/Ibu tinggalkan di loket. Yang sudah ditulis tersimpan; tidak perlu mengulang.
print-call-silent = Nomor telepon Bapak/Ibu belum ada pada kami, jadi kami tidak bisa menelepon. Tanyakan kabarnya di loket atau lewat telepon kantor. Yang sudah ditulis tersimpan; tidak perlu mengulang.
print-call-privacy = Tanpa nama dan nomor. Sebutkan kodenya bila datang.

# Pratinjau di layar.
paper-place = Kertas
    .receipt = Tanda terima
    .requirements = Daftar syarat
    .retype = Lembar salin
    .call = Slip panggilan
    .referral = Rujukan
    .surat = Surat gangguan
    .report = Laporan gangguan
print-private-here = Memuat data pribadi.
    .retype = Memuat data pribadi. Berkas bisa dibaca siapa saja, jadi ini hanya dicetak. Bila kantor mau berkas: tulis file = true di bawah [retype] dalam printer.toml.
    .surat = Memuat nama pemohon. Tanpa printer surat ini tidak disimpan sendiri; tekan S bila memang perlu berkasnya.
print-shown = Kertas: { $size }
print-shown-large = huruf besar
print-shown-copy = Cetakan berikutnya: SALINAN
print-size-printer = ikut printer kantor
print-size-a4 = A4
print-size-a5 = A5
print-size-80 = gulungan 80 mm
print-size-58 = gulungan 58 mm

# Mencetak.
print-sending = Mengirim ke printer …
print-done = Tercetak.
print-sent = Terkirim ke printer. Periksa kertasnya.
print-saved = Kertas disimpan: { $file }
print-saved-instead = Kertas disimpan: { $file } (printer kantor tidak memakai ukuran itu)
print-kept = Kertasnya disimpan: { $file }
print-kept-not = Kertas ini memuat data pribadi, jadi tidak disimpan sebagai berkas.
print-kept-failed = Kertasnya juga tidak bisa disimpan sebagai berkas.
print-settings = Terkirim. Pengaturannya keliru: { $problem }
print-absent = Printer { $printer } tidak ditemukan. { $kept }
    .why = Tidak ada printer dengan nama atau alamat itu.
    .next = Periksa kabel dan namanya di printer.toml, lalu tekan P lagi.
print-refused = Printer { $printer } menolak. { $kept }
    .why = Komputer di alamat itu hidup, tetapi bukan printer, atau printernya sedang dipakai program lain.
    .next = Matikan lalu hidupkan printer, tunggu satu menit, lalu tekan P lagi.
print-silent = Printer { $printer } tidak menjawab. { $kept }
    .why = Printer mati, kabelnya lepas, atau jaringan kantor putus.
    .next = Periksa lampu dan kabel printer. Sebelum menekan P lagi, lihat apakah kertasnya sudah keluar.
print-no-paper = Kertas di printer { $printer } habis. { $kept }
    .why = Printer memberi tahu bahwa kertasnya habis.
    .next = Isi kertas, lalu tekan P lagi.
print-denied = Tidak boleh memakai printer { $printer }. { $kept }
    .why = Akun komputer ini tidak diberi izin memakai printer itu.
    .next = Minta petugas komputer memberi izin (di Linux: grup lp), lalu tekan P lagi.
print-busy = Printer { $printer } masih sibuk. { $kept }
    .why = Printer belum selesai dengan kertas sebelumnya.
    .next = Tunggu sampai selesai. Bila lama, periksa kertas dan lampunya.
print-failed = Printer { $printer } gagal mencetak. { $kept }
    .why = Sistem menjawab: { $kind }.
    .next = Periksa printer, lalu tekan P lagi.
print-private = Kertas ini memuat data pribadi, jadi tidak disimpan sebagai berkas.
    .why = Berkas di komputer bisa dibaca siapa saja yang membukanya.
    .next = Pasang printer untuk kertas ini di printer.toml. Bila kantor tetap mau berkas, tulis: file = true.
print-private-letter = Surat ini memuat nama pemohon, jadi tidak disimpan tanpa diminta.
    .why = Belum ada printer untuk surat di printer.toml, dan berkas di komputer bisa dibaca siapa saja yang membukanya.
    .next = Tekan S bila suratnya memang mau disimpan sebagai berkas PDF, atau pasang printer di printer.toml.
print-unnumbered = Kertas belum dicetak.
    .why = Nomornya belum bisa dicatat, dan nomor yang sama tidak boleh keluar dua kali.
    .next = Lihat lampu simpan. Setelah tersimpan, tekan P lagi.
print-file-failed = Kertas tidak bisa disimpan.
    .why = { $reason }
    .next = Perbaiki itu, lalu tekan S lagi.
print-file-full = Penyimpanan komputer ini penuh.
print-file-denied = Folder cetak tidak boleh ditulisi.
print-file-open = Kertas itu sedang terbuka di program lain; tutuplah di sana.
print-file-other = Sistem menolak menulis ke folder cetak.

# Halaman uji.
print-test-title = Halaman Uji Printer
print-test-signs = Huruf
print-test-width = Lebar
print-test-qr = Kotak di bawah atau di samping harus terbaca oleh telepon.
print-test-good = Bila semua terbaca dan kertas terpotong, printer siap dipakai.

# Perintah.
cli-help-print = Printer kantor
cli-help-print-test = Cetak halaman uji di printer tanda terima
cli-print-problem = Ada yang keliru: { $problem }
