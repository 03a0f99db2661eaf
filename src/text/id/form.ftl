# Temuan tentang satu jawaban, dari mesin formulir (src/form).

form-yes-no = Jawabannya ya atau tidak.
    .why = Jawaban lain tidak bisa dipakai OSS.
    .next = Tekan y untuk ya, t untuk tidak.

form-choice-unknown = Jawaban ini tidak ada di daftar pilihan.
    .why = OSS hanya menerima pilihan dari daftarnya. Daftar ini mungkin sudah berubah.
    .next = Pilih lagi dari daftar.

form-choice-not-offered = Pilihan ini tidak cocok lagi dengan jawaban lain.
    .why = Jawaban sebelumnya menentukan pilihan mana yang boleh.
    .next = Pilih lagi dari daftar, atau betulkan jawaban sebelumnya.

form-too-long = { $count } huruf; OSS menerima paling banyak { $max }.
    .why = OSS memotong atau menolak isian yang lebih panjang.
    .next = Singkat { $over } huruf.

form-oss-cut = { $count } huruf; kolom OSS memuat { $max }. { $over } huruf terakhir tidak ikut disalin.
    .why = OSS memotong isian yang lebih panjang. Di Loket tulisannya tetap utuh.
    .next = Singkat bila bisa. Bila bagian akhirnya boleh hilang di OSS, tulis alasannya.

form-statement-refused = Pernyataan ini belum disetujui.
    .why = OSS tidak menerbitkan izin tanpa pernyataan ini.
    .next = Bacakan lagi pernyataannya. Kalau pemohon setuju, jawab ya.

form-document-unknown = Keadaan dokumen ini belum jelas.
    .why = Loket perlu tahu: asli, fotokopi, atau tidak ada.
    .next = Pilih asli, fotokopi, atau tidak ada.

form-document-copy = Yang dibawa fotokopi; yang diminta asli.
    .why = Petugas perlu melihat dokumen asli.
    .next = Minta aslinya, atau tulis alasan mengapa fotokopi diterima.

form-document-missing = Dokumen ini belum ada.
    .why = Permohonan bisa tertahan tanpa dokumen ini.
    .next = Tulis kapan dokumen menyusul, atau alasan boleh lanjut.
