# Finding KBLI codes: help of the command line, answers, and refusals (.why, .next).

cli-help-kbli = KBLI: find codes by what an applicant says, see what a code means
cli-help-kbli-search = The codes that fit what an applicant says, the best on top
    .words = What the applicant says, for example: jual gorengan. The beginning of a code will do too
    .edition = Edition of KBLI: 2025 or 2020
    .limit = How many codes at most
cli-help-kbli-show = What one code means: title, where it lies, everyday words, other editions
    .code = The code, for example 56101
    .edition = Edition of KBLI: 2025 or 2020

kbli-because = matched: { $why }
kbli-edition = KBLI { $edition }
kbli-people-say = People say: { $words }
kbli-means-something-else = Mind: in KBLI { $edition } the number { $code } means something else: { $title }
kbli-candidates = In KBLI 2025 this code may have become (choose with the applicant):
kbli-no-title = (its title is not in the installed list)

kbli-nothing = No code of KBLI { $edition } fits “{ $words }”.
    .why = None of these words is in a title or among the everyday words.
    .next = Try other words: what thing is it, and what is done with it (sold, made, mended, let).
kbli-nothing-yet = No code of KBLI { $edition } fits “{ $words }”.
    .why = Only the starter list is installed, not the whole official one.
    .next = Try other words, or install the whole list: loket data import.
kbli-no-edition = KBLI { $edition } is not installed.
    .why = Installed editions: { $known }.
    .next = Choose one of them with --edition, or install its list: loket data import.
kbli-no-such-code = There is no code { $code } in KBLI { $edition }.
    .why = The official list of this edition is installed whole, and the code is not in it.
    .next = Check the digits, or search by words: loket kbli search.
kbli-not-in-starter = Code { $code } is not in the installed list of KBLI { $edition }.
    .why = Only the starter list is installed, so the code may well exist.
    .next = Look in OSS, or install the whole list: loket data import.
kbli-in-other-edition = Code { $code } is not in the list of KBLI { $edition }, but in that of KBLI { $other }.
    .why = Numbers of KBLI change from edition to edition.
    .next = See what it means: loket kbli show { $code } --edition { $other }
