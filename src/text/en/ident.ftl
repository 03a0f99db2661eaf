# Words about the numbers of the field. Each message says what, `.why` why, `.next` what to do.

## NIK

nik-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = A NIK has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } on the KTP, then type the digit.
nik-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = A NIK has digits only.
    .next = Delete “{ $sign }”, then compare with what stands on the KTP.
nik-length = This NIK has { $found } digits; it must have { $expected }.
    .why = A NIK always has 16 digits. One was left out or typed twice.
    .next = Read it from the KTP again, four digits at a time.
nik-identical = All digits are the same. This is not a NIK.
    .why = A NIK holds region, birth date and serial number, so its digits cannot all be the same.
    .next = Copy the NIK from the KTP. If the KTP is not at hand, leave it empty for now.
nik-day = Digits 7 and 8 read { $day }, but they are the day of birth.
    .why = The day in a NIK is 01 to 31, or 41 to 71 for women.
    .next = Compare digits 7 and 8 with the KTP.
nik-month = Digits 9 and 10 read { $month }, but they are the month of birth.
    .why = Months run from 01 to 12.
    .next = Compare digits 9 and 10 with the KTP.
nik-date = The birth date in this NIK, { $day }-{ $month }-{ $year }, is in no calendar.
    .why = That month has no day { $day }, neither in 19{ $year } nor in 20{ $year }.
    .next = Compare digits 7 to 12 with the KTP.
nik-serial = The last four digits are 0000.
    .why = Serial numbers in a NIK begin with 0001.
    .next = Compare the last four digits with the KTP.
nik-province = There is no province { $code } in Kemendagri's list.
    .why = The first two digits of a NIK are always Kemendagri's province code. Codes like 97 are BPS codes and have never been used in a NIK.
    .next = Read the first two digits from the KTP again. If the KTP says so, send the applicant to Dukcapil with KTP and KK: “Please check whether my NIK is active.” Record the reason when going on.
nik-district = The kabupaten or kota { $code } is not known in { $place }.
    .why = The code is in no list of Kemendagri, neither today's nor an old one.
    .next = Read the first four digits from the KTP again. If they are the same, record the reason and go on.
nik-kecamatan = The kecamatan { $code } is not known in { $place }.
    .why = The code is in no list of Kemendagri, neither today's nor an old one.
    .next = Read the first six digits from the KTP again. If they are the same, record the reason and go on.
nik-region-moved = Region code { $code } ({ $then }) is an old one, now { $successor } ({ $now }).
    .why = Usual for a NIK given before the region was split. The NIK does not change with it.
    .next = Leave the NIK as it is. The address of today is filled in from the KTP.
nik-region-old = Region code { $code } ({ $then }) is an old one, no longer in use.
    .why = Usual for a NIK given before the region was split. The NIK does not change with it.
    .next = Leave the NIK as it is. The address of today is filled in from the KTP.
nik-age = By the NIK the person is only { $age } years old.
    .why = A KTP is given from the age of 17.
    .next = Compare the NIK and the birth date with the KTP. If the person is under age, ask for the guardian.
nik-birth-ahead = The birth date in the NIK lies ahead, or more than 110 years back.
    .why = The year in a NIK has two digits only; it fits in no century.
    .next = Compare digits 11 and 12 with the birth date on the KTP.
nik-century = The year of birth may be { $earlier } or { $later }.
    .why = The year in a NIK has two digits only.
    .next = Look at the birth date on the KTP and fill it in whole.
nik-sex-female = This NIK is a woman's, but male was chosen.
    .why = In a woman's NIK 40 is added to the day of birth.
    .next = Compare the NIK and the sex with the KTP. If the KTP itself differs, send the applicant to Dukcapil with KTP, KK and birth certificate: “The sex on my KTP and in my NIK differ, please correct it.” Record the reason.
nik-sex-male = This NIK is a man's, but female was chosen.
    .why = In a woman's NIK 40 is added to the day of birth; in this one it is not.
    .next = Compare the NIK and the sex with the KTP. If the KTP itself differs, send the applicant to Dukcapil with KTP, KK and birth certificate: “The sex on my KTP and in my NIK differ, please correct it.” Record the reason.
nik-birth = The birth date in the NIK ({ $day }-{ $month }-{ $year }) differs from the one given.
    .why = One of them may be mistyped. It may also be right: a NIK stays when a birth date is corrected.
    .next = Compare both with the KTP. If they differ on the KTP, record the reason and go on; OSS goes by Dukcapil's date. If OSS refuses, send the applicant to Dukcapil: “Please compare my birth date.” To bring: KTP, KK and birth certificate.
nik-elsewhere = The NIK was given in { $registered }, the address is now in { $lives }.
    .why = People move house, and the NIK stays. So this is usual.
    .next = Just ask: “Was your KTP first made in { $registered }?” If the move was never reported, suggest Dukcapil, with KTP and KK.

## NPWP

npwp-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = An NPWP has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } on the NPWP card or in the Coretax account, then type the digit.
npwp-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = An NPWP has digits only.
    .next = Delete “{ $sign }”, then compare with what stands on the NPWP card or in the Coretax account.
npwp-length = This NPWP has { $found } digits; it must have 15 or 16.
    .why = An old NPWP has 15 digits. A new one has 16, or is the same as the NIK.
    .next = Read it from the NPWP card again. Without a card, use the NIK once it is matched (padan).
npwp-identical = All digits are the same. This is not an NPWP.
    .why = Such a number is usually typed only to fill the field.
    .next = Copy the NPWP from its card. If there is none yet, leave it empty for now.
npwp-is-nitku = These are 22 digits, the length of a NITKU.
    .why = A NITKU is the 16 digits of the NPWP and 6 digits of the place of business.
    .next = Fill in the first 16 digits only.
npwp-check-digit = The check digit of the NPWP is { $found }; by calculation it is { $expected }.
    .why = One digit is calculated from the eight before it. It usually differs because of a slip; some real NPWP differ too.
    .next = Compare the first nine digits (without the 0 in front) with the card. If they agree, record the reason and go on.
npwp-coretax = This is an NPWP in the form Coretax gives.
    .why = There is no known way to check the digits of an NPWP that begins with 1000.
    .next = Compare all digits with the card or the Coretax account.
npwp-shape = These 16 digits are in no known form of an NPWP.
    .why = An NPWP of 16 digits usually is the NIK, or 0 and the old NPWP, or begins with 1000.
    .next = Compare with the card or the Coretax account. If they agree, record the reason and go on.
npwp-not-nik = This 16-digit NPWP differs from the NIK.
    .why = The 16-digit NPWP of a resident person is the NIK itself. An old one of 15 digits may be used as it is.
    .next = Compare both with the card. If the NIK is not matched yet, send the applicant to the tax office (KPP) or to Coretax with KTP, KK and NPWP card: “Please match my NIK and NPWP.” Record the reason.

## NITKU

nitku-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = A NITKU has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } in the Coretax account, then type the digit.
nitku-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = A NITKU has digits only.
    .next = Delete “{ $sign }”, then compare with what stands in the Coretax account.
nitku-length = This NITKU has { $found } digits; it must have { $expected }.
    .why = A NITKU is the 16 digits of the NPWP and 6 digits of the place of business.
    .next = Copy it from the Coretax account again. The main office ends in 000000.

## NIB

nib-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = A NIB has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } on the NIB sheet, then type the digit.
nib-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = A NIB has digits only.
    .next = Delete “{ $sign }”, then compare with what stands on the NIB sheet.
nib-length = This NIB has { $found } digits; it must have { $expected }.
    .why = A NIB always has 13 digits. One was left out or typed twice.
    .next = Read it from the NIB sheet again, below the heading.
nib-identical = All digits are the same. This is not a NIB.
    .why = Such a number is usually typed only to fill the field.
    .next = Copy the NIB from its sheet. If there is none yet, leave it empty for now.

## KBLI

kbli-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = A KBLI code has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } in the KBLI list, then type the digit.
kbli-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = A KBLI code has digits only.
    .next = Delete “{ $sign }”, then compare with what stands in the KBLI list.
kbli-length = This KBLI code has { $found } digits; it must have { $expected }.
    .why = OSS wants the most detailed code, which has five digits.
    .next = Look the activity up in the KBLI list and choose a code of five digits.
kbli-category = The letter { $sign } in front is no part of the code.
    .why = The letter is the name of the category. The code itself is five digits.
    .next = Delete the letter { $sign } and make sure that there are five digits.
kbli-division = No KBLI code begins with 00.
    .why = The divisions of KBLI begin with 01.
    .next = Look the activity up in the KBLI list.
kbli-dropped = The code { $code } is no longer in KBLI 2025.
    .why = OSS has used KBLI 2025 since mid-2026. This code is from KBLI 2020.
    .next = Look the activity up in KBLI 2025 and choose its successor together with the applicant.
kbli-unknown = There is no code { $code } in KBLI { $edition }.
    .why = The list of KBLI { $edition } is whole, and the code is not in it.
    .next = Look the activity up in the KBLI list and choose the code together with the applicant.
kbli-only-other = There is no code { $code } in KBLI { $edition }; KBLI { $other } has it: { $other_title }.
    .why = OSS has used KBLI 2025 since mid-2026. Some codes were replaced.
    .next = Ask what the business does and choose a code of KBLI { $edition } together with the applicant.
kbli-other-edition = Code { $code } means { $title } in KBLI { $edition } and { $other_title } in KBLI { $other }.
    .why = The same number, another meaning. Old NIBs use KBLI 2020, OSS now uses KBLI 2025.
    .next = Read out both: “Which one is your business?” If it is the second, look its code up in KBLI { $edition }.

## Telepon

phone-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = A telephone number has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } on the owner's telephone, then type the digit.
phone-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = A telephone number has digits only.
    .next = Delete “{ $sign }”, then compare with what stands on the owner's telephone.
phone-length = This number has { $found } digits (counted with the 0 in front); it must have { $expected }.
    .why = A digit was left out or typed twice, or two numbers were typed at once.
    .next = Ask the applicant to say the number once more. Fill in one number only.
phone-landline = This is a landline, not a mobile number.
    .why = OSS sends its OTP code by WhatsApp or SMS. The code does not reach this number.
    .next = Ask for the applicant's mobile number. If there is none, record the reason and go on.
phone-foreign = This is a number from outside Indonesia.
    .why = The OTP code of OSS may not reach a number abroad.
    .next = Ask for an Indonesian mobile number. If there is none, record the reason and go on.

## Email

email-space = There is a space within the e-mail address.
    .why = An e-mail address has no spaces.
    .next = Delete the space. If there are two addresses, fill in one only.
email-at = An e-mail address must have one @ sign.
    .why = The @ stands between the name and its place, as in nama@gmail.com.
    .next = Ask for the address again and type it with one @ sign.
email-name = There is no name before the @ sign.
    .why = An e-mail address is a name, the @ sign, and its place.
    .next = Type the name before the @ sign, as in nama@gmail.com.
email-sign = There is “{ $sign }” within the e-mail address.
    .why = That sign is not used in e-mail addresses. Usually a dot is meant.
    .next = Replace “{ $sign }” by a dot, or delete it.
email-dots = There is a dot out of place in the e-mail address.
    .why = Dots may not stand side by side, nor at the beginning or end of the name.
    .next = Delete the dot that is too many.
email-domain = The part after the @ sign is not complete.
    .why = It must be like gmail.com: with a dot and an ending.
    .next = Ask again for the part after the @ sign.
email-long = This e-mail address has more than 100 letters.
    .why = OSS keeps only 100 letters.
    .next = Ask for another, shorter address.
email-typo = It says { $domain }. Perhaps { $meant } is meant.
    .why = OSS sends the activation link to this address. One wrong letter and it does not arrive.
    .next = Ask the applicant. If it really is { $domain }, record the reason and go on.

## AHU

ahu-empty = The AHU number is empty.
    .why = OSS finds the entity's data by this number.
    .next = Copy the number from the head of the AHU decision or certificate.
ahu-long = This number has more than 100 letters.
    .why = OSS keeps only 100 letters.
    .next = Fill in the number only, without the heading of the paper.
ahu-shape = This is in no known form of an AHU number.
    .why = An AHU number usually is like AHU-0012345.AH.01.01.TAHUN 2021. Papers before 2014 may differ.
    .next = Compare it with the paper. If they agree, record the reason and go on.
ahu-code = The code { $code } is not known.
    .why = The code in the middle of the number tells which paper it is.
    .next = Compare it with the paper. If they agree, record the reason and go on.
ahu-notary = This is the number of the notary's appointment, not of the entity.
    .why = Code AH.02.01 is the notary's own paper. OSS finds no entity by this number.
    .next = Find the decision or certificate in the entity's name and copy its number.
ahu-register = This is the number in the Daftar Perseroan, not that of the founding decision.
    .why = A number with code AH.01.11 is printed at the foot of the paper. OSS wants the one at its head.
    .next = Copy the number at the head of the decision.
ahu-change = This is the number of a change ({ $code }).
    .why = A change comes on top of the founding decision and does not replace it.
    .next = Make sure that the number of the founding decision is there too.
ahu-entity = This number belongs to a { $entity }, but { $chosen } was chosen.
    .why = Code { $code } is for { $entity } only.
    .next = Compare the kind of entity and the number with the paper. If the paper is another business's, send the applicant to the notary with the deed: “I need the AHU letter for this { $chosen }.” Record the reason.
ahu-future = The date of AHU's letter lies ahead.
    .why = AHU's letter is given before it is brought here.
    .next = Compare day and year with AHU's letter.

## Akta

akta-empty = The number of the deed is empty.
    .why = OSS records number and date of the deed.
    .next = Look at the first page of the deed, below the heading.
akta-long = This deed number has more than 100 letters.
    .why = OSS keeps only 100 letters.
    .next = Fill in the number only, without the heading of the deed.
akta-zero = The number of a deed cannot be zero.
    .why = A notary numbers deeds from 1 each month.
    .next = Look at the first page of the deed, below the heading.
akta-number = The number of a deed usually is digits only, six at most.
    .why = A notary numbers deeds from 1 each month, such as 05 or 26.
    .next = Compare it with the first page of the deed. If they agree, record the reason and go on.
akta-future = The date of the deed lies ahead.
    .why = A deed is made before it is registered.
    .next = Compare day and year with the first page of the deed.
akta-after-decision = The date of the deed is after that of AHU's letter on it.
    .why = AHU's letter is given on a deed that is already there.
    .next = Compare both dates; perhaps this is a deed of change with another letter. If the letter itself is wrong, send the applicant to the notary with deed and AHU letter: “Please check the date of this deed at AHU.” Record the reason.

## BPJS

bpjs-empty = No BPJS number could be read.
    .why = No letter or digit was typed.
    .next = Copy the number from the card or the app. If there is none, leave it empty.
bpjs-long = This BPJS number has { $found } letters and digits, which is too long.
    .why = OSS keeps only 20.
    .next = Fill in one number only.
bpjs-kpj-length = A KPJ number usually is 11 digits; this is { $found } long.
    .why = The KPJ is on the BPJS Ketenagakerjaan card. A number of 13 digits is BPJS Kesehatan.
    .next = Compare it with the card. If they agree, record the reason and go on.
bpjs-card-length = A BPJS Kesehatan number usually is 13 digits; this is { $found } long.
    .why = The participant number is on the JKN-KIS card. A number of 11 digits is BPJS Ketenagakerjaan.
    .next = Compare it with the card. If they agree, record the reason and go on.
bpjs-npp-shape = This is not the usual form of an NPP.
    .why = An NPP usually is 5 to 20 letters and digits, such as JJ012345.
    .next = Compare it with the BPJS Ketenagakerjaan certificate. If they agree, record the reason and go on.
bpjs-npp-missing = There are { $workers } workers, but no NPP was given.
    .why = A business with workers registers at BPJS Ketenagakerjaan, and OSS asks for the number.
    .next = Ask for the certificate. If there is none yet, send the applicant to BPJS Ketenagakerjaan with KTP, NPWP and the list of workers: “I want to register my business.” The application may go on; record the reason.

## Alamat

postal-lookalike = At place { $position } there is “{ $sign }”. It may be meant as the digit { $digit }.
    .why = A postal code has digits only. “{ $sign }” and { $digit } are easily taken for each other.
    .next = Look again at place { $position } on a letter or bill with the same address, then type the digit.
postal-letter = At place { $position } there is “{ $sign }”, which is not a digit.
    .why = A postal code has digits only.
    .next = Delete “{ $sign }”, then compare with what stands on a letter or bill with the same address.
postal-length = This postal code has { $found } digits; it must have { $expected }.
    .why = A postal code always has five digits.
    .next = Look at a letter or bill with the same address, or ask at the kelurahan.
postal-zero = A postal code does not begin with 0.
    .why = Postal codes in Indonesia begin with 1 to 9.
    .next = Look at a letter or bill with the same address, or ask at the kelurahan.
rtrw-shape = RT and RW could not be read.
    .why = Two numbers are expected, of at most three digits each.
    .next = Type them as on the KTP: 003/005. Where there is no RT/RW, type 000/000.
coordinates-shape = The coordinates cannot be read.
    .why = Two numbers are expected: latitude, then longitude.
    .next = Copy them from a map, like 1.678900, 101.456700.
coordinates-range = No place on earth has these coordinates.
    .why = Latitude ends at 90, longitude at 180.
    .next = Copy them from a map again, like 1.678900, 101.456700.
coordinates-swapped = The longitude was written first. Read as { $place }.
    .why = OSS asks for latitude first, then longitude.
    .next = Look at the place on a map. If it is right, go on.
coordinates-abroad = This place is outside Indonesia.
    .why = Indonesia lies between latitudes -11 and 6, longitudes 95 and 141.
    .next = Check the minus sign and the comma, then compare with a map.
wilayah-length = This region code has { $found } digits; it must have 2, 4, 6 or 10.
    .why = A province has 2 digits, a kabupaten or kota 4, a kecamatan 6, a kelurahan or desa 10.
    .next = Check the code again, or type the name of the region.
wilayah-province = The province code { $code } is not known.
    .why = OSS uses Kemendagri codes. BPS codes differ, above all in Papua.
    .next = Check the code again, or type the name of the region. If it is so, record the reason and go on.
wilayah-short = The name of the region is too short.
    .why = At least three letters are needed to look it up.
    .next = Type the name of the kelurahan, kecamatan, or kabupaten/kota.

## Tanggal

date-empty = No date could be read.
    .why = No digit was typed.
    .next = Type day, month, year, such as 17-8-1945.
date-letter = The sign “{ $sign }” is not used in dates.
    .why = A date is digits and the name of a month, with spaces, dots, slashes or hyphens between.
    .next = Delete “{ $sign }”, then type it like 17-8-1945.
date-shape = This date is not complete or cannot be read.
    .why = Day, month and year are expected.
    .next = Type it like 17-8-1945, 170845, or 17 Agustus 1945.
date-month = “{ $month }” is not a month.
    .why = A month is 1 to 12, or its name. The day always comes before the month.
    .next = Type the month as a number from 1 to 12.
date-year = The year “{ $year }” makes no sense.
    .why = A year has two or four digits, between 1800 and 2199.
    .next = Type the year with four digits, such as 1945.
date-impossible = The date { $day }-{ $month }-{ $year } is in no calendar.
    .why = Not every month has 31 days. February has 28, and 29 in a leap year.
    .next = Compare day and month with the document.

## Rupiah

money-empty = No amount could be read.
    .why = No digit was typed.
    .next = Type the amount, such as 15.000.000 or 15jt.
money-letter = The sign “{ $sign }” is not used in amounts.
    .why = An amount is digits, dots, and words like rb, jt, M.
    .next = Delete “{ $sign }”, then type it like 15.000.000 or 15jt.
money-unit = The word “{ $unit }” is not known as a unit of money.
    .why = Known are: rb or ribu, jt or juta, M or miliar, T or triliun.
    .next = Change the word, or type all the digits, such as 15.000.000.
money-shape = A dot or comma of this amount is out of place.
    .why = Dots stand between thousands, every three digits. A comma stands only before a fraction, as in 1,5 M.
    .next = Type it again, such as 15.000.000 or 15jt.
money-negative = An amount may not be below zero.
    .why = There is a minus sign before it.
    .next = Delete the minus sign. If there is no money, type 0.
money-fraction = This amount is not whole.
    .why = OSS takes whole rupiah only, without sen.
    .next = Round it, or check dots and commas again.
money-size = This amount is too large.
    .why = OSS takes 19 digits at most.
    .next = Check again how many zeros there are, and whether rb, jt or M is meant.
money-comma = The comma was read as standing between thousands.
    .why = Here dots stand between thousands. A comma with three digits after it usually means thousands too.
    .next = Look at the amount shown. If it is right, retype it with a dot to be clear.

## Angka

number-empty = No number could be read.
    .why = No digit was typed.
    .next = Type the number, such as 1.250.
number-letter = The sign “{ $sign }” is no part of a number.
    .why = This answer is a number only; its unit is known.
    .next = Delete “{ $sign }” and type the number alone.
number-shape = A dot or comma of this number is out of place.
    .why = Dots stand between thousands, every three digits. A comma stands before a fraction.
    .next = Type it again, such as 1.250 or 12,5.
number-whole = This number must be whole.
    .why = What is counted here has no fractions.
    .next = Type a whole number, without a comma.
number-size = This number is too large.
    .why = 19 digits at most.
    .next = Check again how many zeros there are.
number-comma = The comma was read as standing between thousands.
    .why = Here dots stand between thousands. A comma with three digits after it usually means thousands too.
    .next = Look at the number shown. If it is right, retype it with a dot to be clear.

## Tanda

text-control = There is a sign that cannot be seen ({ $sign }).
    .why = Such signs are copied along from other programs, and OSS does not take them.
    .next = Clear the field and type it again from the paper.
