# Membacakan dengan suara.

action-read-aloud = Bacakan
    .help = Bacakan isi layar dengan suara; sekali lagi untuk berhenti

voice-none = Komputer ini belum punya program suara. Petugas yang membacakan.
voice-failed = Program suara tidak berbunyi.
    .next = Periksa pengeras suara PC; untuk sekarang petugas yang membacakan.
voice-nothing = Di layar ini tidak ada yang bisa dibacakan.
voice-written = Yang tertulis:
voice-come = Buka lagi
voice-come-today = Kantor buka hari ini sampai
