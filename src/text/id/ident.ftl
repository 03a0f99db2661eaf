# Words about the numbers of the field. Each message says what, `.why` why, `.next` what to do.

## NIK

nik-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = NIK hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di KTP, lalu ketik angkanya.
nik-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = NIK hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di KTP.
nik-length = NIK ini { $found } angka, seharusnya { $expected }.
    .why = NIK selalu 16 angka. Ada angka yang terlewat atau terketik dua kali.
    .next = Baca lagi dari KTP, empat angka demi empat angka.
nik-identical = Semua angkanya sama. Ini bukan NIK.
    .why = NIK berisi kode daerah, tanggal lahir dan nomor urut, jadi angkanya tidak mungkin sama semua.
    .next = Salin NIK dari KTP. Kalau KTP tidak dibawa, kosongkan dulu.
nik-day = Angka ke-7 dan ke-8 berbunyi { $day }, padahal itu tanggal lahir.
    .why = Tanggal lahir dalam NIK 01 sampai 31, atau 41 sampai 71 untuk perempuan.
    .next = Cocokkan angka ke-7 dan ke-8 dengan KTP.
nik-month = Angka ke-9 dan ke-10 berbunyi { $month }, padahal itu bulan lahir.
    .why = Bulan hanya 01 sampai 12.
    .next = Cocokkan angka ke-9 dan ke-10 dengan KTP.
nik-date = Tanggal lahir dalam NIK ini, { $day }-{ $month }-{ $year }, tidak ada di kalender.
    .why = Bulan itu tidak punya tanggal { $day }, baik di tahun 19{ $year } maupun 20{ $year }.
    .next = Cocokkan angka ke-7 sampai ke-12 dengan KTP.
nik-serial = Empat angka terakhir 0000.
    .why = Nomor urut NIK dimulai dari 0001.
    .next = Cocokkan empat angka terakhir dengan KTP.
nik-province = Provinsi berkode { $code } tidak ada di daftar Kemendagri.
    .why = Dua angka pertama NIK selalu kode provinsi Kemendagri. Kode seperti 97 berasal dari BPS dan tidak pernah dipakai di NIK.
    .next = Baca lagi dua angka pertama dari KTP. Kalau memang begitu, minta pemohon ke Dukcapil membawa KTP dan KK: “Tolong dicek, apakah NIK saya aktif?” Catat alasannya kalau dilanjutkan.
nik-district = Kabupaten atau kota berkode { $code } tidak dikenal di { $place }.
    .why = Kode ini tidak ada di daftar Kemendagri, yang sekarang maupun yang lama.
    .next = Baca lagi empat angka pertama dari KTP. Kalau sama, catat alasannya dan lanjutkan.
nik-kecamatan = Kecamatan berkode { $code } tidak dikenal di { $place }.
    .why = Kode ini tidak ada di daftar Kemendagri, yang sekarang maupun yang lama.
    .next = Baca lagi enam angka pertama dari KTP. Kalau sama, catat alasannya dan lanjutkan.
nik-region-moved = Kode wilayah { $code } ({ $then }) kode lama, kini { $successor } ({ $now }).
    .why = Wajar untuk NIK yang terbit sebelum pemekaran. NIK tidak ikut berganti.
    .next = Biarkan NIK-nya. Alamat sekarang diisi menurut KTP.
nik-region-old = Kode wilayah { $code } ({ $then }) kode lama yang tidak dipakai lagi.
    .why = Wajar untuk NIK yang terbit sebelum pemekaran. NIK tidak ikut berganti.
    .next = Biarkan NIK-nya. Alamat sekarang diisi menurut KTP.
nik-age = Menurut NIK, umurnya baru { $age } tahun.
    .why = KTP diberikan mulai umur 17 tahun.
    .next = Cocokkan NIK dan tanggal lahir dengan KTP. Kalau memang di bawah umur, tanyakan walinya.
nik-birth-ahead = Tanggal lahir dalam NIK belum terjadi, atau lebih dari 110 tahun lalu.
    .why = Tahun dalam NIK hanya dua angka; tidak ada abad yang cocok.
    .next = Cocokkan angka ke-11 dan ke-12 dengan tanggal lahir di KTP.
nik-century = Tahun lahir bisa { $earlier } atau { $later }.
    .why = Tahun dalam NIK hanya dua angka.
    .next = Lihat tanggal lahir di KTP, lalu isikan lengkap.
nik-sex-female = NIK ini milik perempuan, tetapi dipilih laki-laki.
    .why = Tanggal lahir perempuan dalam NIK ditambah 40.
    .next = Cocokkan NIK dan jenis kelamin dengan KTP. Kalau KTP sendiri berbeda, pemohon ke Dukcapil membawa KTP, KK dan akta kelahiran: “Jenis kelamin di KTP dan NIK saya berbeda, tolong dibetulkan.” Catat alasannya.
nik-sex-male = NIK ini milik laki-laki, tetapi dipilih perempuan.
    .why = Tanggal lahir perempuan dalam NIK ditambah 40; di NIK ini tidak.
    .next = Cocokkan NIK dan jenis kelamin dengan KTP. Kalau KTP sendiri berbeda, pemohon ke Dukcapil membawa KTP, KK dan akta kelahiran: “Jenis kelamin di KTP dan NIK saya berbeda, tolong dibetulkan.” Catat alasannya.
nik-birth = Tanggal lahir dalam NIK ({ $day }-{ $month }-{ $year }) berbeda dengan yang diisi.
    .why = Salah satu bisa salah ketik. Bisa juga benar: NIK tidak diganti kalau tanggal lahir dibetulkan.
    .next = Cocokkan keduanya dengan KTP. Kalau di KTP memang berbeda, catat alasannya dan lanjutkan; OSS memakai tanggal di Dukcapil. Kalau OSS menolak, pemohon ke Dukcapil: “Tolong cocokkan tanggal lahir saya.” Yang dibawa KTP, KK dan akta kelahiran.
nik-elsewhere = NIK terbit di { $registered }, alamatnya sekarang di { $lives }.
    .why = Orang boleh pindah, dan NIK tidak ikut berganti. Jadi ini biasa.
    .next = Tanyakan saja: “Dulu KTP-nya dibuat di { $registered }, ya?” Kalau belum lapor pindah, sarankan ke Dukcapil membawa KTP dan KK.

## NPWP

npwp-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = NPWP hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di kartu NPWP atau di akun Coretax, lalu ketik angkanya.
npwp-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = NPWP hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di kartu NPWP atau di akun Coretax.
npwp-length = NPWP ini { $found } angka, seharusnya 15 atau 16.
    .why = NPWP lama 15 angka. NPWP baru 16 angka, atau sama dengan NIK.
    .next = Baca lagi dari kartu NPWP. Kalau belum punya kartu, pakai NIK yang sudah dipadankan.
npwp-identical = Semua angkanya sama. Ini bukan NPWP.
    .why = Nomor seperti ini biasanya diketik hanya untuk mengisi kolom.
    .next = Salin NPWP dari kartunya. Kalau belum punya, kosongkan dulu.
npwp-is-nitku = Ini 22 angka, panjangnya NITKU.
    .why = NITKU adalah NPWP 16 angka ditambah 6 angka tempat usaha.
    .next = Isikan 16 angka pertama saja.
npwp-check-digit = Angka periksa NPWP { $found }, menurut hitungan { $expected }.
    .why = Satu angka periksa dihitung dari delapan angka sebelumnya. Biasanya tidak cocok karena salah ketik; ada juga NPWP asli yang tidak cocok.
    .next = Cocokkan sembilan angka pertama (tanpa 0 di depan) dengan kartu. Kalau sama, catat alasannya dan lanjutkan.
npwp-coretax = Ini bentuk NPWP dari Coretax.
    .why = Belum diketahui cara memeriksa angka NPWP yang dimulai dengan 1000.
    .next = Cocokkan semua angkanya dengan kartu atau akun Coretax.
npwp-shape = 16 angka ini bukan bentuk NPWP yang dikenal.
    .why = NPWP 16 angka biasanya NIK, atau 0 ditambah NPWP lama, atau dimulai dengan 1000.
    .next = Cocokkan dengan kartu atau akun Coretax. Kalau sama, catat alasannya dan lanjutkan.
npwp-not-nik = NPWP 16 angka ini berbeda dengan NIK.
    .why = NPWP 16 angka milik orang pribadi penduduk adalah NIK-nya sendiri. NPWP 15 angka yang lama boleh dipakai apa adanya.
    .next = Cocokkan keduanya dengan kartu. Kalau NIK belum dipadankan, pemohon ke KPP atau akun Coretax membawa KTP, KK dan kartu NPWP: “Tolong padankan NIK dan NPWP saya.” Catat alasannya.

## NITKU

nitku-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = NITKU hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di akun Coretax, lalu ketik angkanya.
nitku-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = NITKU hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di akun Coretax.
nitku-length = NITKU ini { $found } angka, seharusnya { $expected }.
    .why = NITKU adalah NPWP 16 angka ditambah 6 angka tempat usaha.
    .next = Salin lagi dari akun Coretax. Kantor pusat berakhir 000000.

## NIB

nib-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = NIB hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di lembar NIB, lalu ketik angkanya.
nib-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = NIB hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di lembar NIB.
nib-length = NIB ini { $found } angka, seharusnya { $expected }.
    .why = NIB selalu 13 angka. Ada angka yang terlewat atau terketik dua kali.
    .next = Baca lagi dari lembar NIB, di bawah judulnya.
nib-identical = Semua angkanya sama. Ini bukan NIB.
    .why = Nomor seperti ini biasanya diketik hanya untuk mengisi kolom.
    .next = Salin NIB dari lembarnya. Kalau belum punya, kosongkan dulu.

## KBLI

kbli-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = Kode KBLI hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di daftar KBLI, lalu ketik angkanya.
kbli-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = Kode KBLI hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di daftar KBLI.
kbli-length = Kode KBLI ini { $found } angka, seharusnya { $expected }.
    .why = OSS meminta kode yang paling rinci, yaitu lima angka.
    .next = Cari kegiatan usahanya di daftar KBLI, lalu pilih kode lima angka.
kbli-category = Huruf { $sign } di depan bukan bagian dari kode.
    .why = Huruf itu nama kategori. Kodenya sendiri lima angka.
    .next = Hapus huruf { $sign }, lalu pastikan ada lima angka.
kbli-division = Tidak ada kode KBLI yang dimulai dengan 00.
    .why = Golongan pokok KBLI dimulai dari 01.
    .next = Cari kegiatan usahanya di daftar KBLI.
kbli-dropped = Kode { $code } tidak ada lagi di KBLI 2025.
    .why = Sejak pertengahan 2026 OSS memakai KBLI 2025. Kode ini dari KBLI 2020.
    .next = Cari kegiatan usahanya di KBLI 2025, lalu pilih penggantinya bersama pemohon.
kbli-unknown = Kode { $code } tidak ada di KBLI { $edition }.
    .why = Daftar KBLI { $edition } sudah lengkap, dan kode ini tidak ada di dalamnya.
    .next = Cari kegiatan usahanya di daftar KBLI, lalu pilih kodenya bersama pemohon.
kbli-only-other = Kode { $code } tidak ada di KBLI { $edition }; adanya di KBLI { $other }: { $other_title }.
    .why = Sejak pertengahan 2026 OSS memakai KBLI 2025. Sebagian kode diganti.
    .next = Tanyakan apa usahanya, lalu pilih kode KBLI { $edition } bersama pemohon.
kbli-other-edition = Kode { $code } di KBLI { $edition } berarti { $title }; di KBLI { $other } berarti { $other_title }.
    .why = Nomornya sama, artinya berbeda. NIB lama memakai KBLI 2020, OSS sekarang memakai KBLI 2025.
    .next = Bacakan keduanya: “Usaha Bapak atau Ibu yang mana?” Kalau yang kedua, cari kodenya di KBLI { $edition }.

## Telepon

phone-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = Nomor telepon hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di telepon pemiliknya, lalu ketik angkanya.
phone-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = Nomor telepon hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di telepon pemiliknya.
phone-length = Nomor ini { $found } angka (dihitung dengan 0 di depan), seharusnya { $expected }.
    .why = Ada angka yang terlewat, terketik dua kali, atau dua nomor terketik sekaligus.
    .next = Minta pemohon menyebutkan nomornya sekali lagi. Isikan satu nomor saja.
phone-landline = Ini nomor telepon rumah atau kantor, bukan HP.
    .why = OSS mengirim kode OTP lewat WhatsApp atau SMS. Kode itu tidak sampai ke nomor ini.
    .next = Minta nomor HP pemohon. Kalau memang tidak ada, catat alasannya dan lanjutkan.
phone-foreign = Ini nomor dari luar Indonesia.
    .why = Kode OTP dari OSS mungkin tidak sampai ke nomor luar negeri.
    .next = Minta nomor HP Indonesia. Kalau memang tidak ada, catat alasannya dan lanjutkan.

## Email

email-space = Ada spasi di dalam alamat email.
    .why = Alamat email tidak boleh berisi spasi.
    .next = Hapus spasinya. Kalau ada dua alamat, isikan satu saja.
email-at = Alamat email harus berisi satu tanda @.
    .why = Tanda @ memisahkan nama dari tempatnya, seperti nama@gmail.com.
    .next = Tanyakan lagi alamatnya, lalu ketik dengan satu tanda @.
email-name = Belum ada nama di depan tanda @.
    .why = Alamat email terdiri dari nama, tanda @, dan tempatnya.
    .next = Ketik nama email di depan tanda @, seperti nama@gmail.com.
email-sign = Ada tanda “{ $sign }” di dalam alamat email.
    .why = Tanda itu tidak dipakai dalam alamat email. Biasanya yang dimaksud titik.
    .next = Ganti “{ $sign }” dengan titik, atau hapus.
email-dots = Ada titik yang salah tempat di alamat email.
    .why = Titik tidak boleh berdampingan, dan tidak boleh di awal atau akhir nama.
    .next = Hapus titik yang berlebih.
email-domain = Bagian setelah tanda @ belum lengkap.
    .why = Bagian itu harus seperti gmail.com: ada titik dan akhiran.
    .next = Tanyakan lagi bagian setelah tanda @.
email-long = Alamat email ini lebih dari 100 huruf.
    .why = OSS hanya menyimpan 100 huruf.
    .next = Minta alamat email lain yang lebih pendek.
email-typo = Tertulis { $domain }. Mungkin maksudnya { $meant }.
    .why = OSS mengirim tautan aktivasi ke alamat ini. Salah satu huruf saja, surat itu tidak sampai.
    .next = Tanyakan kepada pemohon. Kalau memang { $domain }, catat alasannya dan lanjutkan.

## AHU

ahu-empty = Nomor AHU belum diisi.
    .why = OSS mencari data badan usaha dengan nomor ini.
    .next = Salin nomor dari kepala surat keputusan atau sertifikat AHU.
ahu-long = Nomor ini lebih dari 100 huruf.
    .why = OSS hanya menyimpan 100 huruf.
    .next = Isikan nomornya saja, tanpa judul surat.
ahu-shape = Ini bukan bentuk nomor AHU yang dikenal.
    .why = Nomor AHU biasanya seperti AHU-0012345.AH.01.01.TAHUN 2021. Surat sebelum 2014 bisa berbeda.
    .next = Cocokkan dengan suratnya. Kalau sama, catat alasannya dan lanjutkan.
ahu-code = Kode { $code } tidak dikenal.
    .why = Kode di tengah nomor menunjukkan jenis suratnya.
    .next = Cocokkan dengan suratnya. Kalau sama, catat alasannya dan lanjutkan.
ahu-notary = Ini nomor SK pengangkatan notaris, bukan nomor badan usaha.
    .why = Kode AH.02.01 adalah surat milik notarisnya. OSS tidak menemukan badan usaha dengan nomor ini.
    .next = Cari surat keputusan atau sertifikat atas nama badan usahanya, lalu salin nomornya.
ahu-register = Ini nomor Daftar Perseroan, bukan nomor pengesahan.
    .why = Nomor berkode AH.01.11 tercetak di kaki surat. OSS meminta nomor di kepala surat.
    .next = Salin nomor di kepala surat keputusan.
ahu-change = Ini nomor surat perubahan ({ $code }).
    .why = Surat perubahan melengkapi surat pengesahan dan tidak menggantikannya.
    .next = Pastikan nomor pengesahan yang pertama juga ada.
ahu-entity = Nomor ini milik { $entity }, sedangkan yang dipilih { $chosen }.
    .why = Kode { $code } hanya untuk { $entity }.
    .next = Cocokkan bentuk usaha dan nomornya dengan surat. Kalau suratnya milik usaha lain, pemohon ke notarisnya membawa akta: “Saya perlu surat AHU untuk { $chosen } ini.” Catat alasannya.
ahu-future = Tanggal surat AHU belum terjadi.
    .why = Surat AHU terbit sebelum dibawa ke sini.
    .next = Cocokkan tanggal dan tahunnya dengan surat AHU.

## Akta

akta-empty = Nomor akta belum diisi.
    .why = OSS mencatat nomor dan tanggal akta.
    .next = Lihat halaman pertama akta, di bawah judul.
akta-long = Nomor akta ini lebih dari 100 huruf.
    .why = OSS hanya menyimpan 100 huruf.
    .next = Isikan nomornya saja, tanpa judul akta.
akta-zero = Nomor akta tidak mungkin nol.
    .why = Notaris menomori akta mulai dari 1 setiap bulan.
    .next = Lihat halaman pertama akta, di bawah judul.
akta-number = Nomor akta biasanya hanya angka, paling banyak enam.
    .why = Notaris menomori akta mulai dari 1 setiap bulan, seperti 05 atau 26.
    .next = Cocokkan dengan halaman pertama akta. Kalau sama, catat alasannya dan lanjutkan.
akta-future = Tanggal akta belum terjadi.
    .why = Akta dibuat sebelum didaftarkan.
    .next = Cocokkan tanggal dan tahunnya dengan halaman pertama akta.
akta-after-decision = Tanggal akta setelah tanggal surat AHU-nya.
    .why = Surat AHU terbit atas akta yang sudah ada.
    .next = Cocokkan kedua tanggal; mungkin ini akta perubahan dengan surat lain. Kalau suratnya sendiri keliru, pemohon ke notarisnya membawa akta dan surat AHU: “Tolong periksa tanggal akta ini di AHU.” Catat alasannya.

## BPJS

bpjs-empty = Nomor BPJS belum terbaca.
    .why = Tidak ada huruf atau angka yang diketik.
    .next = Salin nomornya dari kartu atau aplikasi. Kalau tidak punya, kosongkan.
bpjs-long = Nomor BPJS ini { $found } huruf dan angka, terlalu panjang.
    .why = OSS hanya menyimpan 20.
    .next = Isikan satu nomor saja.
bpjs-kpj-length = Nomor KPJ biasanya 11 angka; ini { $found }.
    .why = KPJ ada di kartu BPJS Ketenagakerjaan. Nomor 13 angka adalah BPJS Kesehatan.
    .next = Cocokkan dengan kartunya. Kalau sama, catat alasannya dan lanjutkan.
bpjs-card-length = Nomor BPJS Kesehatan biasanya 13 angka; ini { $found }.
    .why = Nomor peserta ada di kartu JKN-KIS. Nomor 11 angka adalah BPJS Ketenagakerjaan.
    .next = Cocokkan dengan kartunya. Kalau sama, catat alasannya dan lanjutkan.
bpjs-npp-shape = Ini bukan bentuk NPP yang biasa.
    .why = NPP biasanya 5 sampai 20 huruf dan angka, seperti JJ012345.
    .next = Cocokkan dengan sertifikat BPJS Ketenagakerjaan. Kalau sama, catat alasannya dan lanjutkan.
bpjs-npp-missing = Ada { $workers } pekerja, tetapi NPP belum diisi.
    .why = Usaha yang punya pekerja perlu terdaftar di BPJS Ketenagakerjaan, dan OSS menanyakan nomornya.
    .next = Tanyakan sertifikatnya. Kalau belum terdaftar, pemohon ke kantor BPJS Ketenagakerjaan membawa KTP, NPWP dan daftar pekerja: “Saya mau mendaftarkan usaha saya.” Permohonan boleh dilanjutkan; catat alasannya.

## Alamat

postal-lookalike = Di urutan ke-{ $position } ada “{ $sign }”. Mungkin maksudnya angka { $digit }.
    .why = Kode pos hanya berisi angka. “{ $sign }” dan { $digit } mudah tertukar.
    .next = Lihat lagi urutan ke-{ $position } di surat atau tagihan yang beralamat sama, lalu ketik angkanya.
postal-letter = Di urutan ke-{ $position } ada “{ $sign }”, bukan angka.
    .why = Kode pos hanya berisi angka.
    .next = Hapus “{ $sign }”, lalu cocokkan dengan yang tertulis di surat atau tagihan yang beralamat sama.
postal-length = Kode pos ini { $found } angka, seharusnya { $expected }.
    .why = Kode pos selalu lima angka.
    .next = Lihat surat atau tagihan yang beralamat sama, atau tanyakan kelurahannya.
postal-zero = Kode pos tidak dimulai dengan 0.
    .why = Kode pos di Indonesia dimulai dengan 1 sampai 9.
    .next = Lihat surat atau tagihan yang beralamat sama, atau tanyakan kelurahannya.
rtrw-shape = RT dan RW belum terbaca.
    .why = Yang diharapkan dua nomor, masing-masing paling banyak tiga angka.
    .next = Ketik seperti di KTP: 003/005. Kalau tidak ada RT/RW, ketik 000/000.
coordinates-shape = Koordinat belum terbaca.
    .why = Yang diharapkan dua angka: lintang, lalu bujur.
    .next = Salin dari peta, seperti 1.678900, 101.456700.
coordinates-range = Tidak ada tempat di bumi dengan koordinat ini.
    .why = Lintang paling jauh 90, bujur paling jauh 180.
    .next = Salin lagi dari peta, seperti 1.678900, 101.456700.
coordinates-swapped = Bujur tertulis lebih dulu. Dibaca sebagai { $place }.
    .why = OSS meminta lintang dulu, lalu bujur.
    .next = Lihat tempatnya di peta. Kalau benar, lanjutkan.
coordinates-abroad = Tempat ini di luar Indonesia.
    .why = Lintang Indonesia antara -11 dan 6, bujurnya antara 95 dan 141.
    .next = Periksa tanda kurang dan letak komanya, lalu cocokkan dengan peta.
wilayah-length = Kode wilayah ini { $found } angka, seharusnya 2, 4, 6 atau 10.
    .why = Provinsi 2 angka, kabupaten atau kota 4, kecamatan 6, kelurahan atau desa 10.
    .next = Periksa lagi kodenya, atau ketik nama daerahnya.
wilayah-province = Kode provinsi { $code } tidak dikenal.
    .why = OSS memakai kode Kemendagri. Kode BPS berbeda, terutama di Papua.
    .next = Periksa lagi kodenya, atau ketik nama daerahnya. Kalau memang begitu, catat alasannya dan lanjutkan.
wilayah-short = Nama daerah terlalu pendek.
    .why = Perlu paling sedikit tiga huruf supaya bisa dicari.
    .next = Ketik nama kelurahan, kecamatan, atau kabupaten/kota.

## Tanggal

date-empty = Tanggal belum terbaca.
    .why = Tidak ada angka yang diketik.
    .next = Ketik tanggal, bulan, tahun, seperti 17-8-1945.
date-letter = Tanda “{ $sign }” tidak dipakai dalam tanggal.
    .why = Tanggal berisi angka dan nama bulan, dipisah spasi, titik, garis miring atau tanda hubung.
    .next = Hapus “{ $sign }”, lalu ketik seperti 17-8-1945.
date-shape = Tanggal ini belum lengkap atau tidak terbaca.
    .why = Yang diharapkan tanggal, bulan, dan tahun.
    .next = Ketik seperti 17-8-1945, 170845, atau 17 Agustus 1945.
date-month = “{ $month }” bukan bulan.
    .why = Bulan ditulis 1 sampai 12, atau dengan namanya. Tanggal selalu di depan bulan.
    .next = Ketik bulan dengan angka 1 sampai 12.
date-year = Tahun “{ $year }” tidak masuk akal.
    .why = Tahun ditulis dua atau empat angka, antara 1800 dan 2199.
    .next = Ketik tahun dengan empat angka, seperti 1945.
date-impossible = Tanggal { $day }-{ $month }-{ $year } tidak ada di kalender.
    .why = Tidak semua bulan punya 31 hari. Februari 28 hari, dan 29 hari di tahun kabisat.
    .next = Cocokkan tanggal dan bulannya dengan dokumen.

## Rupiah

money-empty = Jumlah uang belum terbaca.
    .why = Tidak ada angka yang diketik.
    .next = Ketik jumlahnya, seperti 15.000.000 atau 15jt.
money-letter = Tanda “{ $sign }” tidak dipakai dalam jumlah uang.
    .why = Jumlah uang berisi angka, titik, dan kata seperti rb, jt, M.
    .next = Hapus “{ $sign }”, lalu ketik seperti 15.000.000 atau 15jt.
money-unit = Kata “{ $unit }” tidak dikenal sebagai satuan uang.
    .why = Yang dikenal: rb atau ribu, jt atau juta, M atau miliar, T atau triliun.
    .next = Ganti katanya, atau ketik semua angkanya, seperti 15.000.000.
money-shape = Titik atau koma jumlah uang ini salah tempat.
    .why = Titik memisahkan ribuan, tiga angka demi tiga angka. Koma hanya di depan pecahan, seperti 1,5 M.
    .next = Ketik lagi, seperti 15.000.000 atau 15jt.
money-negative = Jumlah uang tidak boleh kurang dari nol.
    .why = Ada tanda kurang di depannya.
    .next = Hapus tanda kurang. Kalau tidak ada uangnya, ketik 0.
money-fraction = Jumlah uang ini tidak bulat.
    .why = OSS hanya menerima rupiah bulat, tanpa sen.
    .next = Bulatkan, atau periksa lagi titik dan komanya.
money-size = Jumlah uang ini terlalu besar.
    .why = OSS menerima paling banyak 19 angka.
    .next = Periksa lagi berapa nolnya, dan apakah yang dimaksud rb, jt, atau M.
money-comma = Koma dibaca sebagai pemisah ribuan.
    .why = Di sini ribuan dipisah titik. Koma dengan tiga angka di belakangnya biasanya juga ribuan.
    .next = Lihat jumlah yang tampil. Kalau benar, ketik ulang dengan titik supaya jelas.

## Angka

number-empty = Angka belum terbaca.
    .why = Tidak ada angka yang diketik.
    .next = Ketik angkanya, seperti 1.250.
number-letter = Tanda “{ $sign }” bukan bagian dari angka.
    .why = Isian ini hanya angka; satuannya sudah diketahui.
    .next = Hapus “{ $sign }”, ketik angkanya saja.
number-shape = Titik atau koma angka ini salah tempat.
    .why = Titik memisahkan ribuan, tiga angka demi tiga angka. Koma di depan pecahan.
    .next = Ketik lagi, seperti 1.250 atau 12,5.
number-whole = Angka ini harus bulat.
    .why = Yang dihitung di sini tidak bisa pecahan.
    .next = Ketik angka bulat, tanpa koma.
number-size = Angka ini terlalu besar.
    .why = Paling banyak 19 angka.
    .next = Periksa lagi berapa nolnya.
number-comma = Koma dibaca sebagai pemisah ribuan.
    .why = Di sini ribuan dipisah titik. Koma dengan tiga angka di belakangnya biasanya juga ribuan.
    .next = Lihat angka yang tampil. Kalau benar, ketik ulang dengan titik supaya jelas.

## Tanda

text-control = Ada tanda yang tidak terlihat ({ $sign }).
    .why = Tanda seperti itu ikut tersalin dari program lain dan tidak diterima OSS.
    .next = Hapus isian ini, lalu ketik ulang dari suratnya.
