# Titip berkas (permohonan menunggu) dan hubungi kembali.

queue-call = HUBUNGI KEMBALI
queue-supervisor = PERLU PERHATIAN ATASAN

condition-oss = OSS bisa dibuka lagi
condition-login = masuk ke OSS bisa lagi
condition-otp = kode OTP atau e-mail OSS datang
condition-nik = NIK aktif di Dukcapil
condition-akta = akta terbaru dan data AHU
condition-npwp = NPWP ada dan berlaku
condition-dokumen = berkas yang kurang dibawa
condition-dinas = jawaban dinas teknis
condition-tanggal = tanggal tertentu
waiting-from = mulai { $day }
waiting-promised = dijanjikan { $day }
condition-other = lainnya, tulis sendiri

care-lansia = lansia (60 tahun ke atas)
    .short = lansia
care-disabilitas = penyandang disabilitas
    .short = disabilitas
care-hamil = sedang hamil
    .short = hamil
care-jauh = rumahnya jauh
    .short = jauh

waiting-title = Titip berkas
waiting-on = Permohonan ini menunggu apa?
waiting-reason = Menunggu: { $condition }
waiting-more = Tambahan dari Anda, bila perlu
    .hint = Misalnya: sejak pagi. Boleh kosong, langsung Enter.
waiting-day = Mulai tanggal berapa bisa dilanjutkan?
    .hint = Tanggal dan bulan, misalnya 24-11.
waiting-until = Ada tanggal yang dijanjikan?
    .hint = Misalnya 24-11. Boleh kosong, langsung Enter.
waiting-no-day = Tulis tanggalnya dahulu, misalnya 24-11.
waiting-not-a-day = Tanggal ini belum terbaca.
    .next = Tulis seperti 24-11 atau 24 November 2026.
waiting-day-past = Tanggal ini sudah lewat.
    .next = Tulis hari ini atau sesudahnya; untuk tahun depan tulis juga tahunnya.
waiting-consent = Bacakan pelan-pelan, lalu tanyakan: "Bapak/Ibu setuju?"
    .say =
        "Kami simpan berkas dan nomor telepon Bapak/Ibu di sini.
        Hanya untuk mengabari dan melanjutkan permohonan ini.
        Tidak kami berikan kepada orang lain.
        Kapan pun Bapak/Ibu boleh meminta berkas itu kembali."
    .yes = Y  Setuju
    .no = T  Tidak setuju: berkas dibawa pulang, tidak ditelepon. Permohonan tetap boleh menunggu.
waiting-consent-first = Tekan Y bila pemohon setuju, T bila tidak.
waiting-left = Apa yang dititipkan di loket?
    .hint = Misalnya: fotokopi KTP, pas foto. Beri koma di antaranya. Boleh kosong.
waiting-care = Siapa yang didahulukan?
    .hint = Spasi atau angkanya untuk memberi tanda. Enter bila sudah.
waiting-kept = Permohonan dititipkan. Loket memberi tahu bila waktunya menghubungi.
waiting-kept-mark = Permohonan dititipkan. Bila yang ditunggu sudah ada, tekan M.
waiting-kept-no-consent = Permohonan menunggu tanpa dihubungi. Ada di antrean Menunggu.
waiting-kept-no-outage = Permohonan dititipkan.
    .next = Gangguan belum dicatat: bila pulih, tekan M.
waiting-met = Sudah dicatat. Pemohon ada di Hubungi kembali.
waiting-met-no-consent = Sudah dicatat. Pemohon tidak setuju dihubungi, jadi tunggu ia datang.
waiting-arrived = Pemohon datang, kunjungan ke-{ $count }. Permohonan dilanjutkan.

due-met = sudah ada, { $when }
due-back-oss = OSS pulih { $when }
due-back-login = masuk OSS pulih { $when }
due-back-otp = OTP pulih { $when }
due-day = sudah { $day }
due-again = coba lagi { $when }
due-coming = janji datang { $when }

call-place = Hubungi kembali
call-visit = kunjungan ke-{ $count }
    .short = datang ke-{ $count }
call-scan = Pindai: WhatsApp terbuka
call-alarm = Kunjungan ke-{ $count }. Beri tahu atasan, dan selesaikan hari ini.
call-ready = sudah bisa dilanjutkan
call-code = Kode
call-waits = Menunggu
call-since = sejak { $when }
call-news = Kabar
call-not-yet = belum ada kabar
call-left = Dititip
call-needed = Perlu
call-needed-read-back = dibacakan, lalu disalin ke OSS
call-needed-handover = disalin ke OSS ({ $done } dari { $total })
call-needed-missing = { $count } hal lagi: { $first }
call-calls = Telepon
call-outcome-answered = dijawab
call-outcome-no-answer = tidak diangkat
call-outcome-coming = akan datang
call-outcome-other = dihubungi
call-no-phone = nomor belum diisi
call-no-number = Nomor ini tidak bisa dipakai untuk WhatsApp.
    .next = Telepon saja, atau betulkan nomornya di Daftar tugas.
call-no-consent = Pemohon tidak setuju dihubungi.
    .next = Permohonan tetap menunggu sampai ia datang sendiri.
call-slip-no-consent = Pemohon tidak setuju dihubungi, jadi slip tidak dicetak.
    .next = Berikan tanda terima (R).
call-not-waiting = Permohonan ini tidak sedang menunggu.
call-come = Datang kapan?
    .hint = Misalnya: 14.00, besok jam 9, atau 24-11 jam 10.
call-again = Tidak diangkat. Coba lagi kapan?
    .hint = Enter bila setuju. Atau tulis: 14.00, besok jam 9, 24-11 jam 10.
call-not-a-moment = Waktunya belum terbaca, atau sudah lewat.
    .next = Tulis seperti 14.00, besok jam 9, atau 24-11 jam 10.
call-recorded-answered = Dicatat: dijawab. Pemohon sudah tahu.
call-recorded-no-answer = Dicatat: tidak diangkat. Loket mengingatkan lagi pada waktunya.
call-recorded-coming = Dicatat: pemohon akan datang.

call-when = pada jam kerja { $hours }
call-text-oss = Yth. Bapak/Ibu, ini { $office }. OSS sudah bisa dibuka lagi. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP. Isian Bapak/Ibu masih kami simpan. Terima kasih.
call-text-login = Yth. Bapak/Ibu, ini { $office }. Kita sudah bisa masuk ke OSS lagi. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP dan HP. Isian Bapak/Ibu masih kami simpan. Terima kasih.
call-text-otp = Yth. Bapak/Ibu, ini { $office }. Kode OSS sekarang sudah bisa diterima. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP dan HP. Jangan beri tahu kode OTP kepada siapa pun. Terima kasih.
call-text-nik = Yth. Bapak/Ibu, ini { $office }. NIK Bapak/Ibu sudah bisa dipakai di OSS. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP. Terima kasih.
call-text-akta = Yth. Bapak/Ibu, ini { $office }. Data akta terbaru sudah ada. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa akta dan KTP. Terima kasih.
call-text-npwp = Yth. Bapak/Ibu, ini { $office }. NPWP sudah bisa dipakai. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP dan NPWP. Terima kasih.
call-text-dokumen = Yth. Bapak/Ibu, ini { $office }. Permohonan kode { $code } masih menunggu berkas yang kurang. Silakan datang { $when } dengan membawa berkas itu dan KTP. Isian Bapak/Ibu masih kami simpan. Terima kasih.
call-text-dinas = Yth. Bapak/Ibu, ini { $office }. Jawaban dinas teknis sudah ada. Permohonan kode { $code } bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP. Terima kasih.
call-text-tanggal = Yth. Bapak/Ibu, ini { $office }. Permohonan kode { $code } sudah bisa dilanjutkan mulai hari ini. Silakan datang { $when } dengan membawa KTP. Terima kasih.
call-text-other = Yth. Bapak/Ibu, ini { $office }. Permohonan kode { $code } sudah bisa dilanjutkan. Silakan datang { $when } dengan membawa KTP. Isian Bapak/Ibu masih kami simpan. Terima kasih.
call-text-waiting = Yth. Bapak/Ibu, ini { $office }. Permohonan kode { $code } masih kami simpan dan belum bisa dilanjutkan. Bapak/Ibu tidak perlu datang dahulu. Kami kabari lagi bila sudah bisa. Terima kasih.

receipt-next-waiting-on = Kami menunggu: { $condition }. Kami menelepon Bapak/Ibu bila sudah bisa dilanjutkan. Tidak perlu mengulang dari awal.
receipt-next-waiting-call = Kami menelepon Bapak/Ibu bila permohonan sudah bisa dilanjutkan. Tidak perlu mengulang dari awal.

action-call = Hubungi
    .help = Nomor telepon dan pesan untuk pemohon
action-met = Sudah ada
    .help = Yang ditunggu sudah ada
action-arrived = Pemohon datang
    .help = Pemohon datang: lanjutkan permohonan
action-answered = Dijawab
    .help = Telepon dijawab, pemohon sudah tahu
action-no-answer = Tidak diangkat
    .help = Tidak diangkat: tentukan kapan lagi
action-coming = Datang jam
    .help = Pemohon bilang kapan akan datang
action-copy-number = Salin nomor
    .help = Salin nomor telepon
action-copy-link = Tautan WA
    .help = Salin tautan WhatsApp dengan pesannya

mode-call = Hubungi kembali
mode-waiting = Titip berkas
