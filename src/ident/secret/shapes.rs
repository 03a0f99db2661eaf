//! What a word looks like by its signs: a number, a moment, an address, a mixture. Never looks at its neighbours.

/// Beginnings of the names of months, Indonesian and English.
const MONTHS: [&str; 16] = [
    "jan", "feb", "mar", "apr", "mei", "may", "jun", "jul", "agu", "aug", "sep", "okt", "oct",
    "nov", "des", "dec",
];

/// What numbers of papers, and words written without a space before their number, begin with.
const PAPERS: [&str; 20] = [
    "ahu", "rt", "rw", "kbli", "nib", "sk", "pp", "nik", "npwp", "npp", "kep", "spt", "pmk", "rp",
    "tahun", "tgl", "pukul", "jam", "nomor", "no",
];

/// Endings of names of files.
const FILES: [&str; 10] =
    [".pdf", ".jpg", ".jpeg", ".png", ".doc", ".docx", ".xls", ".xlsx", ".zip", ".heic"];

/// Signs that stand in a password and in no word.
const STRONG: &str = "!@#$%^&*?+=~|<>";

/// Digits with the signs people put between them, and nothing else.
pub(super) fn is_number(token: &str) -> bool {
    digits(token) > 0 && token.chars().all(|c| c.is_numeric() || "+-.,:;/()#*!?'\"«»".contains(c))
}

pub(super) fn digits(token: &str) -> usize {
    token.chars().filter(|c| c.is_numeric()).count()
}

/// `1.500.000`.
pub(super) fn is_money(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_ascii_digit());
    let groups: Vec<&str> = token.split('.').collect();
    groups.len() > 2
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.chars().all(|c| c.is_ascii_digit()))
}

/// `28/2025`, as regulations are cited.
pub(super) fn is_citation(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_ascii_digit());
    token
        .split_once('/')
        .is_some_and(|(number, year)| number.len() <= 3 && is_number(number) && is_year(year))
}

/// A year somebody may write about.
pub(super) fn is_year(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_ascii_digit());
    token.len() == 4 && token.parse().is_ok_and(|year: u32| (1900..2100).contains(&year))
}

/// A date or a time of day: `22-11-2026`, `22/11`, `10.41`, `10:41:05`.
pub(super) fn is_moment(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_ascii_digit());
    let parts: Vec<&str> = token.split(['-', '/', '.', ':']).collect();
    let numbers: Vec<u32> = parts
        .iter()
        .filter(|part| part.len() == 2 || part.len() == 1 || part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .collect();
    if numbers.len() != parts.len() {
        return false;
    }
    match numbers.as_slice() {
        [hour, minute] if token.contains(['.', ':']) => {
            *hour < 24 && *minute < 60 && parts.iter().all(|part| part.len() == 2)
        }
        [day, month] => (1..=31).contains(day) && (1..=12).contains(month),
        [hour, minute, second] if token.contains(':') => *hour < 24 && *minute < 60 && *second < 60,
        [day, month, year] => {
            (1..=31).contains(day)
                && (1..=12).contains(month)
                && (*year < 100 || (1900..2100).contains(year))
        }
        _ => false,
    }
}

pub(super) fn is_month(token: &str) -> bool {
    let word = token.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    word.chars().all(char::is_alphabetic)
        && word.len() <= 9
        && MONTHS.iter().any(|month| word.starts_with(month))
}

/// `22-Nov-2026`.
fn is_dated(token: &str) -> bool {
    let token = token.trim_matches(|c: char| !c.is_alphanumeric());
    let parts: Vec<&str> = token.split(['-', '/', '.']).filter(|part| !part.is_empty()).collect();
    parts.len() >= 2
        && parts.iter().any(|part| is_month(part))
        && parts.iter().all(|part| is_month(part) || part.chars().all(|c| c.is_ascii_digit()))
}

/// One `@` with a name before it and a domain with an ending after it.
pub(super) fn is_address(token: &str) -> bool {
    let token = token.trim_matches([',', '.', ';', ':', '(', ')', '"', '\'', '<', '>', '«', '»']);
    let Some((name, domain)) = token.split_once('@') else { return false };
    let named =
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "._%+-".contains(c));
    let Some((host, ending)) = domain.rsplit_once('.') else { return false };
    named
        && !host.is_empty()
        && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
        && ending.len() >= 2
        && ending.chars().all(|c| c.is_ascii_alphabetic())
}

/// An address with something else behind a stroke: `siti@contoh.id/melati`.
pub(super) fn is_address_and_more(token: &str) -> bool {
    token.split_once(['/', '|']).is_some_and(|(address, rest)| {
        is_address(address) && !rest.is_empty() && !is_address(rest) && digits(rest) < 9
    })
}

/// What has letters and digits for a good reason: an address, a date, a file, a page, the number of a paper, a
/// visit code.
fn is_known(token: &str) -> bool {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let letters = word.chars().take_while(|c| c.is_alphabetic()).collect::<String>();
    let is_paper = PAPERS.contains(&letters.as_str()) && !word.chars().any(|c| STRONG.contains(c));
    let code: Vec<&str> = word.split('-').collect();
    let is_visit = matches!(code.as_slice(), [name, number, check] if name.chars().all(char::is_alphabetic)
        && number.len() == 3 && is_number(number) && check.chars().count() == 1);
    let is_page = token.contains("://") || word.starts_with("www.");
    let is_file = FILES.iter().any(|ending| word.ends_with(ending));
    // `0812xxxx`, `masuk2`, and what has more digits than a code.
    let masked = word.chars().all(|c| c.is_ascii_digit() || c == 'x');
    let twice = token.trim_end_matches([',', '.', ';']).strip_suffix('2');
    let twice = twice.is_some_and(|word| word.chars().all(char::is_lowercase));
    let long = digits(&word) > 8 && word.chars().filter(|c| c.is_alphabetic()).count() < 4;
    if masked || twice || long {
        return true;
    }
    is_address(token) || is_dated(token) || is_page || is_file || is_paper || is_visit
}

/// Letters and digits in one word as passwords have them: of `least` letters and digits, or fewer with a sign
/// among them that stands in no word. `G-482913` is a code.
pub(super) fn is_mixed(token: &str, least: usize) -> bool {
    if is_known(token) {
        return false;
    }
    let (upper, lower, digit, sign) = classes(token);
    let inner = token.trim_matches(|c: char| !c.is_alphanumeric());
    let count = inner.chars().filter(|c| c.is_alphanumeric()).count();
    let strong = inner.chars().any(|c| STRONG.contains(c));
    let code = inner.split_once('-').is_some_and(|(letters, number)| {
        letters.len() < 4 && (4..=8).contains(&number.len()) && is_number(number)
    });
    upper && lower && digit && sign
        || (upper || lower) && digit && (count >= least || strong && count >= 5 || code)
}

/// A word that a further key could make one of those: it waits until it is whole.
pub(super) fn may_become_mixed(token: &str) -> bool {
    if is_known(token) {
        return false;
    }
    let (upper, lower, digit, sign) = classes(token);
    let kinds = [upper, lower, digit, sign].into_iter().filter(|kind| *kind).count();
    // `Siti` is how a name begins; a capital further on is not.
    let first_only = token.chars().skip(1).all(|c| !c.is_uppercase());
    kinds > 2 || kinds == 2 && upper && !(lower && first_only) || lower && digit
}

/// Which kinds of signs there are. Those that end or join words in a sentence are none.
fn classes(token: &str) -> (bool, bool, bool, bool) {
    let token = token.trim_matches([',', '.', ';', ':', '(', ')', '"', '\'', '«', '»']);
    let joins = if token.chars().count() >= 8 { ",.;:()'\"/" } else { ",.;:()'\"/-_" };
    (
        token.chars().any(char::is_uppercase),
        token.chars().any(char::is_lowercase),
        token.chars().any(char::is_numeric),
        token.chars().any(|c| !c.is_alphanumeric() && !joins.contains(c)),
    )
}
