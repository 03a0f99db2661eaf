# Lembar salin: menyalin permohonan ke OSS.

handover-place = Serah ke OSS
handover-page = Halaman { $page } dari { $pages }: { $title }
handover-progress = { $done } dari { $total } disalin
handover-number = { $label } sudah tercatat: { $nib }
handover-digits = { $count } angka
handover-cut = OSS hanya memuat { $max } huruf. Yang tidak ikut: "{ $rest }"
handover-longer = tekan L untuk melihat semuanya
handover-empty = Layanan ini tidak disalin ke OSS. Bila { $label } terbit, tekan Enter untuk mencatatnya.
handover-not-finished = Periksa dan selesaikan dahulu, baru disalin ke OSS.
handover-page-done = Selesai. Lanjutkan di OSS, lalu Enter: halaman { $page }, { $title }
handover-all-done = Semua sudah disalin. Bila { $label } terbit, tekan Enter untuk mencatatnya.
handover-complete = Semua sudah disalin. Bila { $label } terbit, tekan N untuk mencatatnya.
handover-again = Tidak apa-apa. Mulai lagi dari halaman { $page }; semua isian tetap ada.
handover-attempt = Percobaan ke-{ $number }, mulai { $time }
    .again = Percobaan ke-{ $number }, mulai { $time }. Sebelumnya: { $before }
handover-attempts = Sudah { $count } kali dicoba. Terakhir: { $before }
handover-ended = halaman { $page }
    .done = selesai
    .nothing = belum ada yang disalin
handover-under-way = sedang dikerjakan
handover-no-attempts = Belum pernah dicoba. Percobaan dicatat sejak nilai pertama disalin.
handover-attempts-title = Percobaan memasukkan ke OSS
handover-alone =
    Blok nilai di atas dengan tetikus lalu salin, atau ketik dari layar.
    { $enter }: sudah, lanjut. { $alone }: kembali ke halaman.

app-copied = Disalin. Tinggal ditempel.
app-copied-terminal = Disalin lewat terminal. Bila tidak tertempel, ketik dari layar.
    .sheet = Disalin lewat terminal. Bila tidak tertempel, tekan L.
    .call = Disalin lewat terminal. Bila tidak tertempel, pindai kode QR dengan HP, atau ketik dari layar.
app-not-copied = Tidak dapat disalin di PC ini.
    .next = Blok dengan tetikus, atau ketik dari layar.
app-not-copied-call = Tidak dapat disalin di PC ini.
    .next = Pindai kode QR dengan HP, atau ketik dari layar.
app-nib-recorded = Sudah dicatat: { $label }.

prompt-number = { $label } yang terbit
    .hint = Salin persis seperti tertulis, lalu cocokkan sekali lagi.
prompt-oss-error = OSS melempar keluar
    .page = Mulai lagi dari halaman { $page }: { $title }
    .hint = ↑↓ mengganti halaman. Tulis pesan yang terlihat di OSS; boleh kosong.


retype-attempts = Percobaan
retype-cut = OSS tidak memuat: { $rest }

receipt-next-issued = Sudah terbit. Simpan baik-baik suratnya. Terima kasih sudah menunggu.
