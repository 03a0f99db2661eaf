# Lampu OSS: apakah OSS menjawab, dilihat dari kantor ini.

# Di baris atas; `.short` bila sempit.
lamp-outage = gangguan
lamp-up = hidup { $time } dtk
    .short = hidup
lamp-slow = lambat { $time } dtk
    .short = lambat
lamp-down = tidak menjawab sejak { $time }
    .short = sejak { $time }
lamp-office = jaringan kantor putus
    .short = kantor putus
lamp-portal = terhalang halaman Wi-Fi
    .short = Wi-Fi

# Bila lampu berubah.
light-turned-up = OSS hidup lagi. Yang menunggu OSS bisa dihubungi kembali.
light-turned-slow = OSS lambat. Satu langkah bisa lama; jangan tekan tombol OSS dua kali.
light-turned-down = OSS tidak menjawab. Teruskan mengisi di Loket; semuanya tersimpan di sini.
light-turned-office = Jaringan kantor putus. Periksa kabel atau Wi-Fi. Loket tetap jalan.
light-turned-portal = OSS terhalang halaman lain. Buka peramban, masuk dulu ke Wi-Fi kantor.
light-turned-proxy = Proxy kantor tidak menjawab. Hubungi petugas jaringan. Loket tetap jalan.
light-turned-clock = Tanggal atau jam komputer ini keliru, maka OSS menolak. Betulkan dulu.
light-turned-tls = Sertifikat OSS tidak bisa dipercaya. Jangan masuk ke OSS dulu.

# Bila tidak bisa dilihat.
light-not-ready = Lampu OSS tidak bisa menyala: komputer ini belum bisa membuka sambungan aman.
    .why = Daftar sertifikat sistem tidak terbaca. Loket sendiri tidak terganggu. { $detail }
    .next = Minta petugas komputer memeriksa paket ca-certificates.
light-offline = Loket diminta tidak memakai jaringan.
    .why = --offline atau LOKET_OFFLINE sedang berlaku.
    .next = Hilangkan pilihan itu untuk melihat OSS.

# loket light.
light-asked = dilihat: { $address }
light-status = jawaban: HTTP { $status }
light-led-to = diantar ke: { $host }
light-file = Pengaturan lampu OSS, dari { $file }
light-no-file = Pengaturan lampu OSS, bawaan. Untuk mengubah, buat { $file }
light-see-up = OSS hidup: menjawab dalam { $time } detik.
    .next = Silakan bekerja di OSS.
light-see-slow = OSS lambat: menjawab dalam { $time } detik.
    .next = Boleh dipakai, satu langkah bisa lama. Jangan tekan tombol OSS dua kali.
light-see-down = OSS tidak menjawab.
    .next = Teruskan mengisi di Loket, semuanya tersimpan di sini. Salin ke OSS bila sudah hidup.
light-see-office = Jaringan kantor putus.
    .next = Periksa kabel atau Wi-Fi, lalu hubungi petugas jaringan. Loket tetap bisa dipakai.
light-see-portal = Halaman lain berdiri di depan OSS.
    .next = Buka peramban dan masuk dulu ke Wi-Fi kantor, lalu coba lagi.
light-why-dns = Alamatnya tidak ditemukan (DNS tidak menjawab atau tidak kenal nama itu).
light-why-refused = Server di sana menolak sambungan.
light-why-unreachable = Tidak ada jalan ke sana.
light-why-proxy = Proxy kantor tidak menjawab atau menolak.
    .next = Hubungi petugas jaringan, atau periksa `proxy` di light.toml. Loket tetap bisa dipakai.
light-why-tls = Sertifikatnya tidak bisa dipercaya; mungkin ada yang berdiri di tengah.
    .next = Jangan masuk ke OSS dulu. Hubungi petugas jaringan, lalu coba lagi.
light-why-clock = Menurut tanggal komputer ini sertifikat OSS tidak berlaku.
    .next = Periksa tanggal dan jam komputer ini, betulkan, lalu coba lagi.
light-why-timeout = Ditunggu { $time } detik, tidak ada jawaban.
light-why-http = Server OSS sendiri sedang bermasalah (HTTP { $status }).
light-why-redirect-loop = OSS mengantar berputar-putar tanpa sampai ke halaman.
light-why-cut-off = Jawabannya terputus di tengah jalan.
light-why-other-page = Yang menjawab bukan halaman OSS.
cli-help-light = Lihat sekali apakah OSS menjawab dari komputer ini, dan apa yang perlu dilakukan
    .settings = Tunjukkan di mana pengaturan lampu OSS dan isinya sekarang
