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
print-call-waits = Menunggu
print-call-left = Dititipkan
print-call-nothing = tidak ada; semua berkas Bapak/Ibu bawa pulang
print-call-phone = Telepon kantor
print-call-opens = Buka
print-call-day = Tanggal
print-call-promise = Bapak/Ibu tidak perlu bolak-balik. Begitu keadaannya pulih, petugas menghubungi nomor yang Bapak/Ibu tinggalkan di loket.
print-call-kept = Yang sudah ditulis tersimpan; tidak perlu mengulang.
print-call-privacy = Kertas ini tidak memuat nama atau nomor Bapak/Ibu. Sebutkan kodenya bila menelepon atau datang.

# Surat.
print-letter-number = Nomor
print-letter-subject = Hal
