# Bila OSS gagal: kendala, rujukan, kartu akun.

action-trouble = Kendala
    .help = Kendala: apa yang ditanya, dicoba, dan dikatakan
action-account = Kartu akun
    .help = Kartu akun OSS: e-mail dan HP yang dipakai
mode-troubles = Mencari kendala
mode-trouble = Kendala
mode-account = Kartu akun

trouble-title = Kendalanya apa?
trouble-count = { $count } kendala
trouble-words = Juga disebut: { $words }
trouble-none = Tidak ada kendala dengan kata itu.
    .next = Coba kata lain, misalnya: OTP, sandi, NIK, hilang.
trouble-office = Ditulis kantor ini.
trouble-hides = Ditulis kantor ini; menggantikan bawaan Loket.
trouble-under-way = sedang dicoba
trouble-was-solved = teratasi
trouble-was-referred = dirujuk
trouble-was-waiting = menunggu
trouble-was-onward = berlanjut
trouble-was-led = lanjut di "{ $title }"
trouble-was-sent = ke { $to }
trouble-step = Langkah { $step }
trouble-say = Katakan:
trouble-try = Lakukan
trouble-meaning = Artinya
trouble-before = Tadi
trouble-solved = Teratasi
trouble-referred = Dirujuk
trouble-waiting = Menunggu
trouble-onward = Belum selesai, berlanjut
trouble-leads = Lanjut
trouble-opens = Tekan Enter: buka kendala "{ $title }".
trouble-opens-service = Tekan N: buka layanan "{ $title }". Data pemohon ikut terbawa.
trouble-to = Ke
trouble-tell = Di sana
trouble-bring = Bawa
trouble-next = Lalu
trouble-wait = Menunggu
trouble-phone = Hubungi
trouble-no-address = Alamat belum diisi kantor: tulis di kontak.toml
trouble-unsure = pastikan dahulu
trouble-nothing-to-note = Jawab dahulu satu langkah, baru beri catatan.
trouble-referral-saved = Surat rujukan disimpan: { $file }
trouble-broken = Ada berkas kendala atau kontak.toml yang keliru.
    .why = Berkas yang keliru tidak dipakai. Yang lain tetap berlaku.
    .next = Minta petugas komputer menjalankan: loket pack check

tasks-tried = Sudah dicoba: { $what }
tasks-tried-more = dan { $count } kendala lain
tasks-account = Akun OSS: { $what }

account-title = Kartu akun OSS
account-never = Jangan pernah menulis kata sandi atau kode OTP.
account-email = E-mail
    .line = e-mail
account-phone = Nomor HP
    .line = nomor HP
account-unknown = belum diketahui
account-whose = Milik siapa?
account-whose-first = Tandai dahulu e-mail atau nomor HP, lalu pilih milik siapa.
account-owned = milik { $owner }
account-owner-own = sendiri
account-owner-family = anak/keluarga
account-owner-helper = pendamping
account-owner-office = kantor
account-owner-unknown = belum tahu milik siapa
account-ways = Cara memulihkan. Tekan Enter untuk mencatat hasilnya.
account-way-forgot-email = Lupa Kata Sandi lewat e-mail
account-way-forgot-phone = Lupa Kata Sandi lewat nomor HP
account-way-resend = Kirim ulang OTP atau e-mail aktivasi
account-way-replace-access = Penggantian hak akses
account-way-change-letter = Surat perubahan data ke OSS
account-way-contact-oss = Menghubungi layanan OSS
account-earlier = Sebelumnya:
account-tried = dicoba pulihkan { $when }
account-noted = Dicatat di kartu akun.
account-email-owned = E-mail: milik { $owner ->
        [own] pemohon sendiri
        [family] anak/keluarga
        [helper] pendamping
       *[office] kantor
    }. Keliru? Ctrl-Z.
account-phone-owned = Nomor HP: milik { $owner ->
        [own] pemohon sendiri
        [family] anak/keluarga
        [helper] pendamping
       *[office] kantor
    }. Keliru? Ctrl-Z.
account-email-nobody = E-mail: belum tahu milik siapa. Keliru? Ctrl-Z.
account-phone-nobody = Nomor HP: belum tahu milik siapa. Keliru? Ctrl-Z.
account-undone = Catatan terakhir di kartu dikembalikan.
account-secret = Belum disimpan: di dalamnya ada yang tampak seperti kata sandi atau kode.
    .why = Siapa pun yang membaca catatan ini bisa memakai akun pemohon.
    .next = Hapus kata itu, lalu tekan Enter.
account-secret-typed = Tampak seperti kata sandi atau kode: "{ $what }". Ini tidak disimpan. Hapus; tulis hasilnya saja, misalnya "pesan tidak masuk".
account-secret-number = Tampak seperti kode: "{ $what }". Ini tidak disimpan. Hapus; bila bukan kode, tulis nomor apa itu, misalnya "tiket { $what }".
account-not-yet = Kata terakhir belum disimpan: bisa jadi kode. Teruskan sampai lengkap.

prompt-account = Dipakai untuk akun OSS
    .hint = E-mail atau nomor HP saja. Kosongkan bila keliru.
prompt-recovery = Bagaimana hasilnya?
    .hint = Misalnya: pesan tidak masuk; berhasil; menunggu jawaban
prompt-tried = Catatan untuk langkah tadi
    .hint = Misalnya: KTP agak kabur, dibaca dengan kaca pembesar

referral-title = Surat Rujukan
referral-date = Tanggal
referral-about = Tentang
referral-to = Pergi ke
referral-address = Alamat
referral-hours = Buka
referral-phone = Telepon
referral-email = E-mail
referral-tell = Katakan
referral-bring = Bawa
referral-next = Sesudah selesai di sana, datanglah lagi dengan kertas ini. Yang sudah ditulis tersimpan; tidak perlu mengulang.
