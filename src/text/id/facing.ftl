# Layar yang dihadapkan ke pemohon: sedikit kata, tanpa istilah kantor.

mode-facing = Layar pemohon
action-applicant-view = Layar pemohon
    .help = Hadapkan layar ke pemohon, huruf besar; sekali lagi untuk kembali
    .facing = Kembali
action-hide-numbers = Tutup angka
    .help = Layar pemohon: tutup atau buka nomor yang panjang

facing-no-case = Buka dulu permohonannya, baru layar bisa dihadapkan ke pemohon.
facing-right = Sudah betul?
facing-right-yes = sudah
facing-right-no = belum
facing-all-right = Semua kalimat sudah dibaca dan betul menurut pemohon.
facing-not-right = Menurut pemohon ada yang belum betul. Tanyakan yang mana, lalu perbaiki.
facing-nothing = Belum ada yang bisa dibacakan.
facing-code = Kode kunjungan
facing-nib = NIB Bapak/Ibu
facing-bring = Bawa nanti:
facing-bring-more = { $count } lagi: tanya petugas
facing-asked = { $count } hal lagi ditanyakan petugas.
facing-come = Buka lagi: { $when }
facing-come-today = Buka { $when }
facing-next-finish = Semua sudah lengkap.
facing-next-handover = Semua sudah lengkap. Petugas meneruskannya ke OSS.
facing-next-waiting = Sedang menunggu. Kami menelepon Bapak/Ibu.
facing-next-done = Izin sudah terbit. Simpan nomor ini.
facing-next-issued = Sudah terbit. Simpan baik-baik suratnya.
