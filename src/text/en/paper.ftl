# Papers to take home: the list of requirements, the empty form; and the names of regional languages.

paper-requirements = List of requirements
paper-status = Status
paper-status-resmi = official ({ $version })
paper-status-contoh = example, verify with the office ({ $version })
paper-cost = Cost
paper-time = Time
paper-code = Code
paper-first = Finish this first
paper-first-sometimes = If it applies: { $say }
paper-must = Must be brought
paper-missing = Still missing, please bring
paper-sometimes = To be brought if it applies to you (ask the officer)
paper-may = Bring it if you have it
paper-brought = Brought already
paper-asked = What will be asked
paper-more = and { $count } more, ask the officer
paper-copy = original or copy
paper-original = original
paper-each = for each { $of }
paper-if-missing = If missing
paper-alternatives = Instead
paper-issuer = From
paper-privacy = This paper holds neither your name nor your numbers.
paper-may-grow = This list follows your answers until today and may grow.

paper-form = Empty form
paper-form-day = Date
paper-form-officer = Officer
paper-form-code = Visit code
paper-form-legend =
    For the day the computer is dead. What has a * must be filled in.
    Write in capitals, one digit a box.
paper-form-sometimes = if it applies
paper-form-more = For more of them, copy this part onto another paper.
paper-form-example = Example: { $example }
paper-form-end = Filled in, this paper holds personal data. Keep it locked, type it into Loket, then destroy it.
paper-form-nik = 16 digits
paper-form-npwp = 16 digits, or 15 on an old card
paper-form-phone = Begins with 08
paper-form-nib = 13 digits
paper-form-nitku = 22 digits
paper-form-kbli = 5 digits; leave empty when not known
paper-form-region = District, then its regency or city
paper-form-postcode = 5 digits
paper-form-kpj = 11 digits
paper-form-bpjs = 13 digits
paper-form-date = Day - month - year
paper-form-rt-rw = RT / RW
paper-form-rupiah = Whole rupiah, no cents
paper-form-decimal = Write a decimal comma
paper-form-place = Latitude, longitude
paper-form-one = Choose one
paper-form-several = Several may be chosen

# The sentences to say, in the applicant's language.
fill-say-in = Say ({ $tongue })
app-no-tongues = This service has no sentences in a regional language yet.
tasks-spoken = Sentences for the applicant: { $tongue }.
tongue-id = Indonesian
tongue-ms_riau = Riau Malay
tongue-min = Minangkabau
tongue-jv = Javanese
tongue-su = Sundanese
tongue-bbc = Toba Batak
tongue-ace = Acehnese
tongue-bjn = Banjarese
tongue-bug = Buginese
tongue-mak = Makassarese
tongue-ban = Balinese
tongue-mad = Madurese
tongue-sas = Sasak

# The screen of requirements.
action-requirements = Requirements
    .help = List of requirements to take home
action-large = Large type
    .help = Large type, or back to one page
action-speak = Spoken language
    .help = Sentences in the applicant's language

# The command.
cli-help-pack-print = Write a pack's list of requirements for taking home, or its empty form
    .id = Id of the pack
    .large = Large type: few words a line, for weak eyes
    .form = The empty form in the order of the screen, for the day the computer is dead
    .pdf = Write as PDF to this file
    .size = Size of the PDF: a4 or a5
    .file = File to write. Default: the screen
    .replace = Replace the file if it is there
