# Reading aloud.

action-read-aloud = Read aloud
    .help = Read the screen aloud; once more to stop

voice-none = This computer has no speech program. Please read it out yourself.
voice-failed = The speech program made no sound.
    .next = Check the speakers of the PC; for now please read it out yourself.
voice-nothing = There is nothing on this screen to read aloud.
voice-written = What is written:
voice-come = Open again
voice-come-today = The office is open today until
