# `loket check`: help, words of its answers, and what cannot be checked.

cli-help-check = Check numbers: from the command line, or one a line from standard input
    .kind = What they are: nik, npwp, nitku, nib, ahu, akta, kpj, bpjs, npp, kbli, phone, email, postal
    .values = Numbers to check; - or none for standard input
    .edition = Edition of KBLI: 2025 or 2020. Default: 2025

check-ok = nothing odd found
check-info = a remark
check-periksa = to be looked at
check-salah = wrong

check-nik-male = { $place }; male; { $birth } ({ $age } years)
check-nik-female = { $place }; female; { $birth } ({ $age } years)
check-npwp-fifteen = old NPWP, 15 digits
check-npwp-zero = 0 and the old NPWP
check-npwp-nik = shape of a NIK
check-npwp-coretax = shape of Coretax
check-npwp-unknown = shape not known
check-nitku-main = main place
check-nitku-branch = branch { $place }
check-ahu-founding = founding of a { $entity }
check-ahu-change = change of a { $entity }
check-ahu-register = number in the Daftar Perseroan
check-ahu-notary = appointment of the notary
check-ahu-unknown = kind of paper not known
check-kbli-title = KBLI { $edition }: { $title }
check-kbli-untitled = KBLI { $edition }: not in the list that is loaded
check-phone-mobile = mobile
check-phone-landline = landline
check-phone-foreign = another country

check-not-utf = This line is no text that can be read.
    .why = It is not UTF-8; perhaps the file comes from another program.
    .next = Save the file as UTF-8 text and check again.
check-line-long = This line is longer than { $most } KB.
    .why = No number is that long. Perhaps the file does not have one number a line.
    .next = Write one number on each line and check again.
check-edition-of-kbli = --edition is for kbli only.
    .why = Other numbers have no edition.
    .next = Leave --edition out.
check-not-read = Standard input cannot be read ({ $kind }).
    .why = The system refuses to read it.
    .next = Look at the file or the command before it, then repeat.
check-not-written = The answer cannot be written ({ $kind }).
    .why = The system refuses to write it; perhaps the disk is full.
    .next = Look at where it is written to, then repeat.
