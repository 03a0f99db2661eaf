# Lampu OSS: apakah OSS menjawab, dilihat dari kantor ini.

# Di baris atas; `.short` bila sempit.
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
