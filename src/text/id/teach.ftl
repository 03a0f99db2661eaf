# Sebelum pulang: tiga hal yang bisa disebut pemohon dengan kata-katanya sendiri.

mode-teach-back = Yang diingat pemohon
action-teach-back = Uji ingatan
    .help = Tiga hal yang bisa disebut pemohon sebelum pulang

taught-title = Tanyakan satu-satu. Tekan 1, 2, 3 bila bisa disebut.
taught-again = Ulangi pelan-pelan: { $what }
taught-recorded = Dicatat: pemohon bisa menyebut { $count } dari { $total } hal.
taught-known = Pemohon sudah bisa menyebut: { $count } dari { $total }
taught-bring-code = KTP dan kertas tanda terima
taught-next-finish = Semua sudah lengkap; petugas menyelesaikannya.
taught-next-bring = Datang lagi dengan yang kurang. Yang sudah ditulis tersimpan.
taught-next-handover = Petugas mengisinya di OSS. Kabarnya lewat telepon atau WhatsApp ke nomor yang dicatat.
taught-next-waiting = Menunggu dulu. Kami menelepon ke nomor yang dicatat.
taught-next-done = Izinnya sudah terbit. Tidak perlu datang lagi.
taught-next-issued = Sudah terbit; suratnya disimpan
